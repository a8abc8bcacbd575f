#include <algorithm>
#include <numeric>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/reconcile/cluster.h"
#include "engine/reconcile/dispute.h"
#include "engine/reconcile/draft.h"
#include "engine/reconcile/group_confidence.h"
#include "engine/reconcile/text_comparison.h"

namespace consilience {
namespace {

std::string WordsOf(const PhraseTable& phrases, PhraseId id) {
  const NounPhrase& phrase = phrases.phrase(id);
  if (phrase.kind == PhraseKind::kVague) return "";
  std::vector<absl::string_view> words;
  for (const WordId word : phrases.words(phrase)) words.push_back(phrases.text(word));
  std::sort(words.begin(), words.end());
  return absl::StrJoin(words, " ");
}

std::string KeyOf(const PhraseTable& phrases, const Proposition& p) {
  std::string value;
  if (p.value != nullptr) {
    value = p.value->kind == ValueKind::kDate ? p.value->iso
                                              : absl::StrCat(p.value->amount.ToString(), " ", p.value->high.ToString());
  }
  return absl::StrCat("text\n", WordsOf(phrases, p.agent), "\n", phrases.text(p.family), " ", phrases.text(p.role),
                      "\n", WordsOf(phrases, p.patient), "\n", WordsOf(phrases, p.oblique), "\n", value, "\n",
                      ToString(p.polarity), "\n", ToString(p.modality));
}

// The key that most members have, the least by bytes among equals.
std::string KeyOfCluster(const PhraseTable& phrases, absl::Span<const Proposition> propositions,
                         const std::vector<uint32_t>& cluster) {
  std::vector<std::string> keys;
  for (const uint32_t member : cluster) keys.push_back(KeyOf(phrases, propositions[member]));
  std::sort(keys.begin(), keys.end());
  size_t best = 0, most = 0;
  for (size_t i = 0, j = 0; i < keys.size(); i = j) {
    while (j < keys.size() && keys[j] == keys[i]) ++j;
    if (j - i > most) {
      most = j - i;
      best = i;
    }
  }
  return keys[best];
}

// Of a group that no other document joins it is that of its claims.
Probability ConfidenceOf(const ClaimTable& claims, const TextComparison& comparison,
                         const std::vector<uint32_t>& rows) {
  const ClaimTable::Row& first = claims.row(rows[0]);
  const bool joined =
      std::any_of(rows.begin(), rows.end(), [&](uint32_t row) { return claims.row(row).document != first.document; });
  if (joined) return EstimateGroupConfidence(FindGroupEvidence(claims, comparison, rows));
  Probability most;
  for (const uint32_t row : rows) most = std::max(most, claims.row(row).confidence);
  return most;
}

// Whether one accuses and the other denies.
bool Answered(const Proposition& a, const Proposition& b) {
  return a.stance != b.stance && a.stance != Stance::kNone && b.stance != Stance::kNone;
}

// Two groups of different answers, by the pair that shows it best.
struct Dispute {
  uint32_t a, b;  // groups, a < b
  JudgedPair pair;
};

// An accusation is answered by the denial told with it, else by the one most like it, of each of those whom it accuses.
// Each pair of groups comes once.
void KeepOneAnswer(const PhraseTable& phrases, absl::Span<const Proposition> propositions,
                   absl::Span<const uint32_t> group_of, std::vector<Dispute>* disputes) {
  struct Answer {
    uint32_t accusation, denial;  // groups
    WordId denier;
    auto Key() const { return std::make_pair(accusation, denier); }
  };
  const auto answer_of = [&](const JudgedPair& pair) {
    const bool a_denies = propositions[pair.a].stance == Stance::kDenies;
    const uint32_t denial = a_denies ? pair.a : pair.b, accusation = a_denies ? pair.b : pair.a;
    return Answer{group_of[accusation], group_of[denial], phrases.phrase(propositions[denial].agent).head};
  };
  const auto answered = [&](const Dispute& dispute) {
    return dispute.pair.outcome.verdict == Verdict::kConflict &&
           Answered(propositions[dispute.pair.a], propositions[dispute.pair.b]);
  };
  absl::flat_hash_map<std::pair<uint32_t, WordId>, std::tuple<bool, int32_t, uint32_t>> best;
  const auto rank_of = [&](const Dispute& dispute) {
    const bool elsewhere = propositions[dispute.pair.a].document != propositions[dispute.pair.b].document;
    return std::make_tuple(elsewhere, -int32_t{dispute.pair.outcome.weight}, answer_of(dispute.pair).denial);
  };
  for (const Dispute& dispute : *disputes) {
    if (!answered(dispute)) continue;
    const auto [found, is_new] = best.try_emplace(answer_of(dispute.pair).Key(), rank_of(dispute));
    if (!is_new) found->second = std::min(found->second, rank_of(dispute));
  }
  const auto other = [&](const Dispute& dispute) {
    return answered(dispute) && best.at(answer_of(dispute.pair).Key()) != rank_of(dispute);
  };
  disputes->erase(std::remove_if(disputes->begin(), disputes->end(), other), disputes->end());
}

// Whether a conflict is one that is shown, and between whom. What one outlet reports of both sides is no contradiction
// of outlets, but may be one of those who say it.
bool SettleParties(const ClaimTable& claims, const Proposition& a, const Proposition& b, const Draft& draft,
                   DraftConflict* conflict) {
  const std::vector<uint32_t> outlets_a = OutletsOf(claims, draft.groups[conflict->group_a].claims);
  const std::vector<uint32_t> outlets_b = OutletsOf(claims, draft.groups[conflict->group_b].claims);
  if (outlets_a.empty() || outlets_b.empty()) return false;
  const Party party_a = PartyOf(claims, a), party_b = PartyOf(claims, b);
  // Who accuses is not who denies.
  const bool answered = Answered(a, b);
  if (answered && (party_a.name.empty() || party_b.name.empty())) return false;
  const Parties parties = answered ? Parties::kApart : CompareParties(party_a, party_b);
  // "Brel took it", "Brel denies that she took it": who denies answers whoever says so.
  const bool denied = parties == Parties::kOne && party_a.denies != party_b.denies;
  conflict->speakers = parties == Parties::kApart || denied;
  if (!conflict->speakers) return OutletsOnEachSide(outlets_a, outlets_b);
  conflict->speaker_a = party_a.name;
  conflict->speaker_b = party_b.name;
  return true;
}

}  // namespace

void ReconcileTextClaims(const ClaimTable& claims, const ReconcileOptions& options, Draft* draft) {
  TextComparison comparison(claims, options);
  draft->pairs_by_rule.insert(draft->pairs_by_rule.end(), comparison.pairs_by_rule().begin(),
                              comparison.pairs_by_rule().end());
  const PhraseTable& phrases = comparison.phrases();
  const absl::Span<const Proposition> propositions = comparison.propositions();
  const std::vector<JudgedPair> pairs = comparison.TakePairs();
  const uint32_t count = static_cast<uint32_t>(propositions.size());
  std::vector<std::vector<uint32_t>> clusters =
      Cluster(count, pairs, [&](uint32_t a, uint32_t b) { return comparison.Judge(a, b); });

  // An echo counts with others only: alone it is what its claim says already.
  const auto lone = [&](const std::vector<uint32_t>& cluster) {
    return cluster.size() == 1 && propositions[cluster[0]].echo;
  };
  std::vector<uint32_t> lone_echoes;
  for (const std::vector<uint32_t>& cluster : clusters) {
    if (lone(cluster)) lone_echoes.push_back(cluster[0]);
  }
  clusters.erase(std::remove_if(clusters.begin(), clusters.end(), lone), clusters.end());
  const uint32_t first_group = static_cast<uint32_t>(draft->groups.size());
  std::vector<uint32_t> group_of(count, 0);
  for (uint32_t c = 0; c < clusters.size(); ++c) {
    DraftGroup group;
    group.key = KeyOfCluster(phrases, propositions, clusters[c]);
    for (const uint32_t member : clusters[c]) {
      group_of[member] = c;
      group.claims.push_back(propositions[member].row);
    }
    std::sort(group.claims.begin(), group.claims.end());
    group.claims.erase(std::unique(group.claims.begin(), group.claims.end()), group.claims.end());
    group.confidence = ConfidenceOf(claims, comparison, group.claims);
    draft->groups.push_back(std::move(group));
  }

  // What a lone echo contradicts its claim contradicts.
  for (const uint32_t echo : lone_echoes) {
    const auto original = std::lower_bound(propositions.begin(), propositions.end(), propositions[echo].row,
                                           [](const Proposition& p, uint32_t row) { return !p.echo && p.row < row; });
    group_of[echo] = group_of[static_cast<size_t>(original - propositions.begin())];
  }

  // Groups whose answers differ answer one question.
  UnionFind questions(clusters.size());
  std::vector<Dispute> disputes;
  struct Agreement {
    uint32_t a, b;  // groups, a < b
    int32_t weight;
  };
  std::vector<Agreement> agreed;
  for (const JudgedPair& pair : pairs) {
    const uint32_t a = std::min(group_of[pair.a], group_of[pair.b]), b = std::max(group_of[pair.a], group_of[pair.b]);
    if (pair.outcome.verdict == Verdict::kCompatible) ++draft->compatible_pairs;
    if (a == b) continue;
    if (pair.outcome.verdict == Verdict::kAgree) agreed.push_back({a, b, pair.outcome.weight});
    if (pair.outcome.verdict != Verdict::kConflict && pair.outcome.verdict != Verdict::kRevision) continue;
    disputes.push_back({a, b, pair});
  }
  std::sort(agreed.begin(), agreed.end(), [](const Agreement& x, const Agreement& y) {
    return std::tie(x.a, x.b, y.weight) < std::tie(y.a, y.b, x.weight);
  });
  const auto agree = [&](const Dispute& dispute) {
    const auto found =
        std::lower_bound(agreed.begin(), agreed.end(), dispute,
                         [](const Agreement& x, const Dispute& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return found != agreed.end() && found->a == dispute.a && found->b == dispute.b &&
           found->weight >= dispute.pair.outcome.weight;
  };
  const auto answered_elsewhere = [&](const JudgedPair& pair) {
    const Proposition &a = propositions[pair.a], &b = propositions[pair.b];
    return Answered(a, b) && a.document != b.document;
  };
  std::sort(disputes.begin(), disputes.end(), [&](const Dispute& x, const Dispute& y) {
    const auto key = [&](const Dispute& d) {
      return std::make_tuple(d.a, d.b, d.pair.outcome.verdict != Verdict::kConflict, answered_elsewhere(d.pair),
                             -d.pair.outcome.weight, d.pair.a, d.pair.b);
    };
    return key(x) < key(y);
  });
  disputes.erase(std::unique(disputes.begin(), disputes.end(),
                             [](const Dispute& x, const Dispute& y) { return x.a == y.a && x.b == y.b; }),
                 disputes.end());
  KeepOneAnswer(phrases, propositions, group_of, &disputes);
  struct StatementPair {
    Id a, b;
    ConflictKind kind;
    bool operator==(const StatementPair&) const = default;
    auto operator<=>(const StatementPair&) const = default;
  };
  std::vector<std::pair<StatementPair, DraftConflict>> conflicts;
  for (const Dispute& dispute : disputes) {
    // Where another pair of the two groups agrees as surely, the answers do not exclude each other.
    if (agree(dispute)) continue;
    questions.Join(dispute.a, dispute.b);
    if (dispute.pair.outcome.verdict == Verdict::kRevision) {
      ++draft->revisions;
      continue;
    }
    uint32_t shown_a = dispute.pair.a, shown_b = dispute.pair.b;
    if (group_of[shown_a] != dispute.a) std::swap(shown_a, shown_b);
    DraftConflict conflict = {first_group + dispute.a,   first_group + dispute.b,   dispute.pair.outcome.kind,
                              propositions[shown_a].row, propositions[shown_b].row, dispute.pair.outcome.weight};
    if (!SettleParties(claims, propositions[shown_a], propositions[shown_b], *draft, &conflict)) continue;
    const Id statement_a = claims.row(conflict.claim_a).statement, statement_b = claims.row(conflict.claim_b).statement;
    conflicts.push_back(
        {{std::min(statement_a, statement_b), std::max(statement_a, statement_b), conflict.kind}, conflict});
  }
  // One dispute of two statements is told once, by the two groups that rest on most statements.
  const auto statements_of = [&](uint32_t group) {
    std::vector<Id> statements;
    for (const uint32_t row : draft->groups[group].claims) statements.push_back(claims.row(row).statement);
    std::sort(statements.begin(), statements.end());
    statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
    return statements;
  };
  const auto breadth = [&](const DraftConflict& conflict) {
    return statements_of(conflict.group_a).size() + statements_of(conflict.group_b).size();
  };
  std::sort(conflicts.begin(), conflicts.end(), [&](const auto& x, const auto& y) {
    return std::make_tuple(x.first, -static_cast<int64_t>(breadth(x.second)), -x.second.weight, x.second.group_a,
                           x.second.group_b) < std::make_tuple(y.first, -static_cast<int64_t>(breadth(y.second)),
                                                               -y.second.weight, y.second.group_a, y.second.group_b);
  });
  for (size_t i = 0; i < conflicts.size(); ++i) {
    if (i > 0 && conflicts[i].first == conflicts[i - 1].first) continue;
    draft->conflicts.push_back(conflicts[i].second);
  }
  for (uint32_t c = 0; c < clusters.size(); ++c) {
    draft->groups[first_group + c].question = draft->questions + questions.Find(c);
  }
  draft->questions += static_cast<uint32_t>(clusters.size());
}

}  // namespace consilience
