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

struct Agreement {
  uint32_t a, b;  // groups, a < b
  int32_t weight;
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

// One dispute of two statements is told once, by the two groups that rest on most statements.
void KeepOneOfStatements(const ClaimTable& claims, const Draft& draft, std::vector<DraftConflict>* conflicts) {
  struct Told {
    Id a, b;  // statements, a <= b
    ConflictKind kind;
    int64_t breadth;  // statements of both groups
    DraftConflict conflict;
    auto Subject() const { return std::make_tuple(a, b, kind); }
    auto Key() const {
      return std::make_tuple(Subject(), -breadth, -conflict.weight, conflict.group_a, conflict.group_b);
    }
  };
  const auto statements_of = [&](uint32_t group) {
    std::vector<Id> statements;
    for (const uint32_t row : draft.groups[group].claims) statements.push_back(claims.row(row).statement);
    std::sort(statements.begin(), statements.end());
    return std::unique(statements.begin(), statements.end()) - statements.begin();
  };
  std::vector<Told> told;
  for (DraftConflict& conflict : *conflicts) {
    const auto [a, b] = std::minmax({claims.row(conflict.claim_a).statement, claims.row(conflict.claim_b).statement});
    const int64_t breadth = statements_of(conflict.group_a) + statements_of(conflict.group_b);
    told.push_back({a, b, conflict.kind, breadth, std::move(conflict)});
  }
  std::sort(told.begin(), told.end(), [](const Told& x, const Told& y) { return x.Key() < y.Key(); });
  conflicts->clear();
  for (size_t i = 0; i < told.size(); ++i) {
    if (i == 0 || told[i].Subject() != told[i - 1].Subject()) conflicts->push_back(std::move(told[i].conflict));
  }
}

class TextReconciler {
 public:
  TextReconciler(const ClaimTable& claims, const ReconcileOptions& options, Draft* draft)
      : claims_(claims), comparison_(claims, options), pairs_(comparison_.TakePairs()), draft_(*draft) {}

  void Reconcile() {
    draft_.pairs_by_rule.insert(draft_.pairs_by_rule.end(), comparison_.pairs_by_rule().begin(),
                                comparison_.pairs_by_rule().end());
    MakeGroups();
    CompareGroups();
    TellConflicts();
  }

 private:
  const Proposition& proposition(uint32_t i) const { return comparison_.propositions()[i]; }

  void MakeGroups() {
    const auto count = static_cast<uint32_t>(comparison_.propositions().size());
    std::vector<std::vector<uint32_t>> clusters =
        Cluster(count, pairs_, [&](uint32_t a, uint32_t b) { return comparison_.Judge(a, b); });
    // An echo counts with others only: alone it is what its claim says already.
    const auto lone = [&](const std::vector<uint32_t>& cluster) {
      return cluster.size() == 1 && proposition(cluster[0]).echo;
    };
    std::vector<uint32_t> lone_echoes;
    for (const std::vector<uint32_t>& cluster : clusters) {
      if (lone(cluster)) lone_echoes.push_back(cluster[0]);
    }
    clusters.erase(std::remove_if(clusters.begin(), clusters.end(), lone), clusters.end());
    first_group_ = static_cast<uint32_t>(draft_.groups.size());
    groups_ = static_cast<uint32_t>(clusters.size());
    group_of_.assign(count, 0);
    for (uint32_t c = 0; c < groups_; ++c) {
      for (const uint32_t member : clusters[c]) group_of_[member] = c;
      AddGroup(clusters[c]);
    }
    // What a lone echo contradicts its claim contradicts.
    const absl::Span<const Proposition> all = comparison_.propositions();
    for (const uint32_t echo : lone_echoes) {
      const auto original = std::lower_bound(all.begin(), all.end(), all[echo].row,
                                             [](const Proposition& p, uint32_t row) { return !p.echo && p.row < row; });
      group_of_[echo] = group_of_[static_cast<size_t>(original - all.begin())];
    }
  }

  void AddGroup(const std::vector<uint32_t>& cluster) {
    DraftGroup group;
    group.key = KeyOfCluster(comparison_.phrases(), comparison_.propositions(), cluster);
    for (const uint32_t member : cluster) group.claims.push_back(proposition(member).row);
    std::sort(group.claims.begin(), group.claims.end());
    group.claims.erase(std::unique(group.claims.begin(), group.claims.end()), group.claims.end());
    group.confidence = ConfidenceOf(claims_, comparison_, group.claims);
    draft_.groups.push_back(std::move(group));
  }

  // Which groups agree by a pair of theirs, and which give different answers, each two of them once.
  void CompareGroups() {
    for (const JudgedPair& pair : pairs_) {
      const auto [a, b] = std::minmax({group_of_[pair.a], group_of_[pair.b]});
      if (pair.outcome.verdict == Verdict::kCompatible) ++draft_.compatible_pairs;
      if (a == b) continue;
      if (pair.outcome.verdict == Verdict::kAgree) agreements_.push_back({a, b, pair.outcome.weight});
      if (pair.outcome.verdict == Verdict::kConflict || pair.outcome.verdict == Verdict::kRevision) {
        disputes_.push_back({a, b, pair});
      }
    }
    std::sort(agreements_.begin(), agreements_.end(), [](const Agreement& x, const Agreement& y) {
      return std::tie(x.a, x.b, y.weight) < std::tie(y.a, y.b, x.weight);
    });
    const auto key = [&](const Dispute& d) {
      const Proposition &a = proposition(d.pair.a), &b = proposition(d.pair.b);
      const bool answered_elsewhere = Answered(a, b) && a.document != b.document;
      return std::make_tuple(d.a, d.b, d.pair.outcome.verdict != Verdict::kConflict, answered_elsewhere,
                             -d.pair.outcome.weight, d.pair.a, d.pair.b);
    };
    std::sort(disputes_.begin(), disputes_.end(), [&](const Dispute& x, const Dispute& y) { return key(x) < key(y); });
    disputes_.erase(std::unique(disputes_.begin(), disputes_.end(),
                                [](const Dispute& x, const Dispute& y) { return x.a == y.a && x.b == y.b; }),
                    disputes_.end());
    KeepOneAnswer(comparison_.phrases(), comparison_.propositions(), group_of_, &disputes_);
  }

  // Where another pair of the two groups agrees as surely, the answers do not exclude each other.
  bool Agree(const Dispute& dispute) const {
    const auto found =
        std::lower_bound(agreements_.begin(), agreements_.end(), dispute,
                         [](const Agreement& x, const Dispute& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return found != agreements_.end() && found->a == dispute.a && found->b == dispute.b &&
           found->weight >= dispute.pair.outcome.weight;
  }

  // Groups whose answers differ answer one question.
  void TellConflicts() {
    UnionFind questions(groups_);
    std::vector<DraftConflict> conflicts;
    for (const Dispute& dispute : disputes_) {
      if (Agree(dispute)) continue;
      questions.Join(dispute.a, dispute.b);
      if (dispute.pair.outcome.verdict == Verdict::kRevision) {
        ++draft_.revisions;
        continue;
      }
      uint32_t shown_a = dispute.pair.a, shown_b = dispute.pair.b;
      if (group_of_[shown_a] != dispute.a) std::swap(shown_a, shown_b);
      const Proposition &a = proposition(shown_a), &b = proposition(shown_b);
      DraftConflict conflict = {
          first_group_ + dispute.a,   first_group_ + dispute.b, dispute.pair.outcome.kind, a.row, b.row,
          dispute.pair.outcome.weight};
      if (SettleParties(claims_, a, b, draft_, &conflict)) conflicts.push_back(std::move(conflict));
    }
    KeepOneOfStatements(claims_, draft_, &conflicts);
    for (DraftConflict& conflict : conflicts) draft_.conflicts.push_back(std::move(conflict));
    for (uint32_t c = 0; c < groups_; ++c) {
      draft_.groups[first_group_ + c].question = draft_.questions + questions.Find(c);
    }
    draft_.questions += groups_;
  }

  const ClaimTable& claims_;
  TextComparison comparison_;
  const std::vector<JudgedPair> pairs_;
  Draft& draft_;
  uint32_t first_group_ = 0, groups_ = 0;  // in the draft; the numbers below count from the first
  std::vector<uint32_t> group_of_;         // by proposition
  std::vector<Agreement> agreements_;      // ordered by groups, the surest first
  std::vector<Dispute> disputes_;          // ordered by groups
};

}  // namespace

void ReconcileTextClaims(const ClaimTable& claims, const ReconcileOptions& options, Draft* draft) {
  TextReconciler(claims, options, draft).Reconcile();
}

}  // namespace consilience
