#include "engine/reconcile/text_comparison.h"

#include <algorithm>
#include <tuple>

#include "engine/reconcile/blocking_rule.h"
#include "engine/reconcile/candidate_pairs.h"

namespace consilience {

TextComparison::TextComparison(const ClaimTable& claims, const ReconcileOptions& options)
    : propositions_(MakePropositions(claims, &phrases_)),
      stories_(claims, propositions_, phrases_, options.threads),
      epithets_(propositions_, phrases_),
      clauses_(propositions_, phrases_, stories_, options.threads),
      context_{&claims, &phrases_, &stories_, &epithets_, &clauses_} {
  CandidatePairs candidates = FindCandidatePairs(context_, propositions_, options);
  model_.Estimate(candidates.patterns);
  pairs_by_rule_ = std::move(candidates.pairs_by_rule);
  for (std::vector<CandidatePair>& portion : candidates.pairs) {
    for (const CandidatePair& candidate : portion) {
      const Outcome outcome = consilience::Judge(candidate.levels, model_);
      if (outcome.verdict != Verdict::kUnrelated || outcome.apart)
        pairs_.push_back({candidate.a, candidate.b, outcome});
    }
    std::vector<CandidatePair>().swap(portion);
  }
  std::sort(pairs_.begin(), pairs_.end(),
            [](const JudgedPair& x, const JudgedPair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end(),
                           [](const JudgedPair& x, const JudgedPair& y) { return x.a == y.a && x.b == y.b; }),
               pairs_.end());
}

std::vector<uint32_t> TextComparison::PropositionsOf(uint32_t row) const {
  // First the claims' own in the order of their rows, then the echoes in theirs.
  const auto echoes =
      std::partition_point(propositions_.begin(), propositions_.end(), [](const Proposition& p) { return !p.echo; });
  std::vector<uint32_t> found;
  const auto add = [&](auto begin, auto end) {
    auto at = std::lower_bound(begin, end, row, [](const Proposition& p, uint32_t r) { return p.row < r; });
    for (; at != end && at->row == row; ++at) found.push_back(static_cast<uint32_t>(at - propositions_.begin()));
  };
  add(propositions_.begin(), echoes);
  add(echoes, propositions_.end());
  return found;
}

Levels TextComparison::Compare(uint32_t a, uint32_t b) const {
  return consilience::Compare(context_, propositions_[a], propositions_[b]);
}

Outcome TextComparison::Judge(uint32_t a, uint32_t b) const {
  return consilience::Judge(Compare(a, b), model_);
}

absl::string_view TextComparison::RuleOf(uint32_t a, uint32_t b) const {
  const Proposition &p = propositions_[a], &q = propositions_[b];
  const bool one_story =
      stories_.AreNeighbours(p.document, q.document) || stories_.AreNeighbours(q.document, p.document);
  std::vector<uint64_t> keys, others;
  for (const BlockingRule& rule : BlockingRules()) {
    if (rule.within_story && !one_story) continue;
    keys.clear();
    others.clear();
    rule.keys(phrases_, stories_, p, &keys);
    rule.keys(phrases_, stories_, q, &others);
    const bool met = std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()) != keys.end();
    if (met) return rule.name;
  }
  return clauses_.AreAlike(p.clause, q.clause) ? kToldAlike : absl::string_view();
}

}  // namespace consilience
