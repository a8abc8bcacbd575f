#include "oracle/brute_reconciler.h"

#include <algorithm>
#include <tuple>

#include "engine/reconcile/comparison.h"

namespace consilience {
namespace {

struct World {
  explicit World(const ClaimTable& claims)
      : propositions(MakePropositions(claims, &phrases)),
        stories(claims, propositions, phrases),
        epithets(propositions, phrases),
        clauses(propositions, phrases, stories),
        context({&claims, &phrases, &stories, &epithets, &clauses}) {
    std::map<Pattern, int64_t> patterns;
    for (size_t a = 0; a < propositions.size(); ++a) {
      for (size_t b = a + 1; b < propositions.size(); ++b) {
        if (SameStatement(a, b)) continue;
        const Levels levels = Compare(context, propositions[a], propositions[b]);
        if (levels.act != ActLevel::kDifferent) ++patterns[PatternOf(levels)];
      }
    }
    std::vector<PatternCount> counted;
    for (const auto& [pattern, pairs] : patterns) counted.push_back({pattern, pairs});
    model.Estimate(counted);
  }

  bool SameStatement(size_t a, size_t b) const {
    const ClaimTable::Row& x = context.claims->row(propositions[a].row);
    const ClaimTable::Row& y = context.claims->row(propositions[b].row);
    return x.document == y.document && x.statement == y.statement;
  }

  Outcome JudgePair(size_t a, size_t b) const {
    return Judge(Compare(context, propositions[std::min(a, b)], propositions[std::max(a, b)]), model);
  }

  PhraseTable phrases;
  std::vector<Proposition> propositions;
  StoryIndex stories;
  EpithetIndex epithets;
  ClauseAlignment clauses;
  ComparisonContext context;
  MatchModel model;
};

std::set<uint32_t> Outlets(const ClaimTable& claims, const std::vector<uint32_t>& group) {
  std::set<uint32_t> outlets;
  for (const uint32_t row : group) {
    for (const CreditRecord& credit : claims.credits(claims.row(row))) outlets.insert(credit.outlet);
  }
  return outlets;
}

bool HasOther(const std::set<uint32_t>& a, const std::set<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t outlet) { return b.count(outlet) == 0; });
}

}  // namespace

BruteResult BruteReconcile(const ClaimTable& claims) {
  const World world(claims);
  const size_t count = world.propositions.size();
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < count; ++i) groups.push_back({i});
  const auto find = [&](uint32_t member) {
    return std::find_if(groups.begin(), groups.end(), [&](const std::vector<uint32_t>& group) {
      return std::find(group.begin(), group.end(), member) != group.end();
    });
  };
  // Agreeing pairs, the strongest first.
  std::vector<std::tuple<int32_t, uint32_t, uint32_t>> agreeing;
  for (uint32_t a = 0; a < count; ++a) {
    for (uint32_t b = a + 1; b < count; ++b) {
      const Outcome outcome = world.JudgePair(a, b);
      if (!world.SameStatement(a, b) && outcome.verdict == Verdict::kAgree)
        agreeing.emplace_back(-outcome.weight, a, b);
    }
  }
  std::sort(agreeing.begin(), agreeing.end());
  for (const auto& [weight, i, j] : agreeing) {
    const auto a = find(i), b = find(j);
    if (a == b) continue;
    size_t agree = 0;
    bool apart = false;
    for (const uint32_t x : *a) {
      for (const uint32_t y : *b) {
        const Outcome outcome = world.JudgePair(x, y);
        agree += outcome.verdict == Verdict::kAgree;
        apart = apart || outcome.apart;
      }
    }
    if (apart || 2 * agree < a->size() * b->size()) continue;
    a->insert(a->end(), b->begin(), b->end());
    groups.erase(b);
  }
  BruteResult result;
  for (std::vector<uint32_t>& group : groups) std::sort(group.begin(), group.end());
  const auto rows_of = [&](const std::vector<uint32_t>& group) {
    std::vector<uint32_t> rows;
    for (const uint32_t member : group) rows.push_back(world.propositions[member].row);
    return rows;
  };
  for (const auto& group : groups) result.groups.insert(rows_of(group));
  for (const auto& a : groups) {
    for (const auto& b : groups) {
      if (!(a < b)) continue;
      const auto rows_a = rows_of(a), rows_b = rows_of(b);
      if (!HasOther(Outlets(claims, rows_a), Outlets(claims, rows_b)) ||
          !HasOther(Outlets(claims, rows_b), Outlets(claims, rows_a))) {
        continue;
      }
      bool conflict = false, agree = false;
      for (const uint32_t x : a) {
        for (const uint32_t y : b) {
          if (world.SameStatement(x, y)) continue;
          const Verdict verdict = world.JudgePair(x, y).verdict;
          conflict = conflict || verdict == Verdict::kConflict;
          agree = agree || verdict == Verdict::kAgree;
        }
      }
      if (conflict && !agree) result.conflicts.insert({rows_a, rows_b});
    }
  }
  return result;
}

}  // namespace consilience
