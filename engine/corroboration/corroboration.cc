#include "engine/corroboration/corroboration.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/base/decimal.h"

namespace consilience {
namespace {

constexpr double kPriorReliability = 0.8;
constexpr double kPriorWeight = 4;  // claims that the prior counts for
constexpr double kPriorDependence = 0.1;
constexpr double kCopyRate = 0.8;  // of a copier's claims that are copied
constexpr double kLikeness = 0.5;  // of a like answer's vote that counts for an answer too
// Weight of the estimate from the first, unweighted vote: without it an outlet that answers much confirms itself.
constexpr double kAnchor = 0.5;
constexpr size_t kMostPaired = 64;  // outlets of one question that are compared pair by pair
constexpr double kConverged = 0.0005;
// Two documents are one text when they share at least so many statements word for word, and at least such a part of
// those of the shorter one.
constexpr uint32_t kSharedStatements = 2;
constexpr double kSharedPart = 1.0 / 3;
constexpr size_t kMostAlike = 64;  // documents that print one statement and are compared pair by pair

// One outlet's answer to one question.
struct Vote {
  uint32_t outlet;
  uint32_t group;
  int32_t share;  // millionths: of several answers by one outlet at one time each counts its part
};

struct PairCount {
  uint32_t a, b;
  int64_t shared = 0, agreed = 0, conflicted = 0;
  int64_t same_true = 0, different = 0;
  int64_t evidence = 0;  // sum of log odds for copying, millionths
};

int64_t Millionths(double value) {
  return static_cast<int64_t>(std::llround(value * 1e6));
}

double Logit(double p) {
  return std::log(p / (1 - p));
}

double Clamp(double p) {
  return std::min(0.99, std::max(0.02, p));
}

std::optional<double> AsNumber(const std::string& text) {
  if (const auto number = Decimal::Parse(text)) return number->ToDouble();
  return std::nullopt;
}

// Minutes after midnight of "HH:MM".
std::optional<int> AsClock(const std::string& text) {
  const auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  return ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
}

struct Answer {
  std::optional<double> number;
  std::optional<int> clock;
};

// How far one answer speaks for another: 1 the same, 0 not at all. Numbers within a percent, clock times within
// minutes.
double Likeness(const Answer& a, const Answer& b) {
  if (a.number && b.number) {
    const double scale = std::max(std::fabs(*a.number), std::fabs(*b.number));
    if (scale < 100) return 0;  // small integers are labels or counts, not measurements
    return std::exp(-std::fabs(*a.number - *b.number) / (0.01 * scale));
  }
  if (a.clock && b.clock) {
    const int apart = std::abs(*a.clock - *b.clock);
    return std::exp(-std::min(apart, 1440 - apart) / 5.0);
  }
  return 0;
}

template <typename T>
void SortUnique(std::vector<T>* items) {
  std::sort(items->begin(), items->end());
  items->erase(std::unique(items->begin(), items->end()), items->end());
}

class Estimator {
 public:
  Estimator(const ClaimTable& claims, const Reconciliation& reconciliation, const CorroborationOptions& options)
      : claims_(claims), in_(reconciliation), options_(options) {}

  Corroboration Run() {
    out_.groups.resize(in_.groups.size());
    reliability_.assign(claims_.outlets().size(), kPriorReliability);
    NumberFamilies();
    CollectCopies();
    CollectRivals();
    CollectVotes();
    CountFalseAnswers();
    ListPairs();
    for (int i = 1; i <= options_.max_iterations; ++i) {
      VoteOnAll();
      CountDependence();
      const double change = UpdateReliability();
      out_.iterations.push_back({i, Probability::FromDouble(change)});
      if (change < kConverged) break;
    }
    VoteOnAll();
    Support();
    Score();
    return std::move(out_);
  }

 private:
  bool Ready(uint32_t group) const { return claims_.row(in_.groups[group].claims[0]).ready; }

  void NumberFamilies() {
    std::vector<std::pair<absl::string_view, uint32_t>> names;
    for (uint32_t o = 0; o < claims_.outlets().size(); ++o) {
      const OutletRecord& outlet = claims_.outlets()[o];
      names.emplace_back(outlet.family.empty() ? outlet.name : outlet.family, o);
    }
    std::sort(names.begin(), names.end());
    family_.resize(names.size());
    for (uint32_t i = 0, n = 0; i < names.size(); ++i) {
      if (i > 0 && names[i].first != names[i - 1].first) ++n;
      family_[names[i].second] = n;
    }
  }

  // Pairs of documents of which one is a copy of the other, or both of a third: a wire report that each has edited a
  // little. Statements that say too little to tell have no fingerprint.
  void CollectCopies() {
    std::vector<std::pair<uint64_t, Id>> prints;
    std::vector<std::pair<Id, Id>> statements;
    for (const ClaimTable::Row& row : claims_.rows()) {
      if (row.ready) continue;
      statements.emplace_back(row.document, row.statement);
      if (row.statement_fingerprint != 0) prints.emplace_back(row.statement_fingerprint, row.document);
    }
    SortUnique(&prints);
    SortUnique(&statements);
    std::vector<std::pair<Id, Id>> alike;
    for (size_t i = 0, j = 0; i < prints.size(); i = j) {
      while (j < prints.size() && prints[j].first == prints[i].first) ++j;
      if (j - i > kMostAlike) continue;
      for (size_t a = i; a < j; ++a) {
        for (size_t b = a + 1; b < j; ++b) alike.emplace_back(prints[a].second, prints[b].second);
      }
    }
    std::sort(alike.begin(), alike.end());
    const auto size_of = [&](Id document) {
      const auto first = std::lower_bound(statements.begin(), statements.end(), std::make_pair(document, Id{0}));
      auto last = first;
      while (last != statements.end() && last->first == document) ++last;
      return static_cast<double>(last - first);
    };
    for (size_t i = 0, j = 0; i < alike.size(); i = j) {
      while (j < alike.size() && alike[j] == alike[i]) ++j;
      const auto [a, b] = alike[i];
      const auto shared = static_cast<double>(j - i);
      if (j - i < kSharedStatements || shared < kSharedPart * std::min(size_of(a), size_of(b))) continue;
      copies_.push_back(alike[i]);
    }
  }

  bool AreCopies(Id a, Id b) const {
    return std::binary_search(copies_.begin(), copies_.end(), std::make_pair(std::min(a, b), std::max(a, b)));
  }

  // Answers that cannot hold together with a group's: of a ready-made question all others, else those in conflict. Who
  // tells what speakers say against each other contradicts nobody, and is not wrong when one of them is.
  void CollectRivals() {
    rivals_.resize(in_.groups.size());
    contested_.assign(in_.groups.size(), false);
    quoted_.assign(in_.groups.size(), false);
    for (const Conflict& conflict : in_.conflicts) {
      std::vector<bool>& marks = conflict.speakers ? quoted_ : contested_;
      marks[conflict.group_a] = marks[conflict.group_b] = true;
      if (conflict.speakers) disputes_.push_back(std::minmax(conflict.group_a, conflict.group_b));
      rivals_[conflict.group_a].push_back(conflict.group_b);
      rivals_[conflict.group_b].push_back(conflict.group_a);
    }
    std::sort(disputes_.begin(), disputes_.end());
  }

  void CollectVotes() {
    answers_.resize(in_.groups.size());
    vote_first_.assign(in_.groups.size() + 1, 0);
    std::vector<std::tuple<uint32_t, int64_t, uint32_t>> question_votes;  // outlet, -published, group
    std::vector<std::pair<uint32_t, Vote>> ordered;
    for (const Question& question : in_.questions) {
      question_votes.clear();
      for (uint32_t g = question.group_first; g < question.group_first + question.group_count; ++g) {
        answers_[g] = {AsNumber(in_.groups[g].answer), AsClock(in_.groups[g].answer)};
        for (const uint32_t row : in_.groups[g].claims) {
          for (const CreditRecord& credit : claims_.credits(claims_.row(row))) {
            const int64_t published = claims_.row(row).published;
            question_votes.emplace_back(credit.outlet, published == kUnknownTime ? 0 : -published, g);
          }
        }
      }
      std::sort(question_votes.begin(), question_votes.end());
      question_votes.erase(std::unique(question_votes.begin(), question_votes.end()), question_votes.end());
      const bool ready = Ready(question.group_first);
      for (size_t i = 0, j = 0; i < question_votes.size(); i = j) {
        size_t latest = i;
        while (j < question_votes.size() && std::get<0>(question_votes[j]) == std::get<0>(question_votes[i])) {
          if (std::get<1>(question_votes[j]) == std::get<1>(question_votes[i])) latest = j;
          ++j;
        }
        // An outlet's latest answer stands; text answers need not exclude each other and count whole.
        const size_t end = ready ? latest + 1 : j;
        const int32_t share = ready ? static_cast<int32_t>(1'000'000 / static_cast<int64_t>(end - i)) : 1'000'000;
        uint32_t last = 0xffffffff;
        for (size_t k = i; k < end; ++k) {
          const uint32_t group = std::get<2>(question_votes[k]);
          if (group == last) continue;
          last = group;
          ordered.push_back({group, {std::get<0>(question_votes[k]), group, share}});
        }
      }
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& x, const auto& y) {
      return std::tie(x.first, x.second.outlet) < std::tie(y.first, y.second.outlet);
    });
    for (const auto& [group, vote] : ordered) {
      if (!votes_.empty() && votes_.back().group == group && votes_.back().outlet == vote.outlet) continue;
      votes_.push_back(vote);
    }
    for (const Vote& vote : votes_) ++vote_first_[vote.group + 1];
    std::partial_sum(vote_first_.begin(), vote_first_.end(), vote_first_.begin());
    posterior_.assign(in_.groups.size(), 0);
  }

  // How many false answers a question of this predicate has on average, what makes sharing one telling.
  void CountFalseAnswers() {
    std::vector<std::pair<absl::string_view, uint32_t>> names;
    for (uint32_t q = 0; q < in_.questions.size(); ++q) names.emplace_back(in_.questions[q].predicate, q);
    std::sort(names.begin(), names.end());
    false_answers_.assign(in_.questions.size(), 1);
    for (size_t i = 0, j = 0; i < names.size(); i = j) {
      int64_t answers = 0, contested = 0;
      for (; j < names.size() && names[j].first == names[i].first; ++j) {
        const uint32_t count = in_.questions[names[j].second].group_count;
        if (count > 1) answers += count - 1, ++contested;
      }
      const double mean = contested == 0 ? 1 : static_cast<double>(answers) / static_cast<double>(contested);
      for (size_t k = i; k < j; ++k) {
        if (Ready(in_.questions[names[k].second].group_first)) false_answers_[names[k].second] = std::max(1.0, mean);
      }
    }
  }

  absl::Span<const Vote> VotesOf(uint32_t group) const {
    return absl::MakeConstSpan(votes_).subspan(vote_first_[group], vote_first_[group + 1] - vote_first_[group]);
  }

  // Visits pairs of votes on one question: (outlets a < b, their groups).
  template <typename Visitor>
  void VisitPairs(const Visitor& visit) {
    for (uint32_t q = 0; q < in_.questions.size(); ++q) {
      const Question& question = in_.questions[q];
      const size_t first = vote_first_[question.group_first];
      const size_t last = vote_first_[question.group_first + question.group_count];
      if (last - first < 2 || last - first > kMostPaired) continue;
      for (size_t i = first; i < last; ++i) {
        for (size_t j = i + 1; j < last; ++j) {
          if (votes_[i].outlet == votes_[j].outlet) continue;
          const bool swap = votes_[j].outlet < votes_[i].outlet;
          visit(q, votes_[swap ? j : i], votes_[swap ? i : j]);
        }
      }
    }
  }

  void ListPairs() {
    const size_t outlets = claims_.outlets().size();
    dense_ = outlets <= 2048;
    std::vector<uint64_t> keys;
    if (dense_) slot_.assign(outlets * outlets, 0);
    VisitPairs([&](uint32_t, const Vote& a, const Vote& b) {
      if (dense_) {
        slot_[a.outlet * outlets + b.outlet] = 1;
      } else {
        keys.push_back(static_cast<uint64_t>(a.outlet) << 32 | b.outlet);
        if (keys.size() > 50'000'000) SortUnique(&keys);
      }
    });
    if (dense_) {
      for (uint32_t a = 0; a < outlets; ++a) {
        for (uint32_t b = a + 1; b < outlets; ++b) {
          if (slot_[a * outlets + b] != 0) {
            pairs_.push_back({a, b});
            slot_[a * outlets + b] = static_cast<uint32_t>(pairs_.size());
          }
        }
      }
    } else {
      SortUnique(&keys);
      for (const uint64_t key : keys) pairs_.push_back({static_cast<uint32_t>(key >> 32), static_cast<uint32_t>(key)});
    }
    dependence_.assign(pairs_.size(), 0);
  }

  // Index into pairs_; pairs_.size() when there is none.
  size_t PairOf(uint32_t a, uint32_t b) const {
    if (b < a) std::swap(a, b);
    if (dense_) {
      const uint32_t slot = slot_[a * claims_.outlets().size() + b];
      return slot == 0 ? pairs_.size() : slot - 1;
    }
    const auto found = std::lower_bound(
        pairs_.begin(), pairs_.end(), std::make_pair(a, b),
        [](const PairCount& p, const auto& key) { return std::tie(p.a, p.b) < std::tie(key.first, key.second); });
    return found != pairs_.end() && found->a == a && found->b == b ? static_cast<size_t>(found - pairs_.begin())
                                                                   : pairs_.size();
  }

  double Dependence(uint32_t a, uint32_t b) const {
    const size_t pair = PairOf(a, b);
    return pair == pairs_.size() ? 0 : dependence_[pair];
  }

  // Sum of the log odds of a group's outlets, each discounted by what it may have copied from better ones.
  double Strength(uint32_t question, uint32_t group) {
    const absl::Span<const Vote> votes = VotesOf(group);
    order_.assign(votes.begin(), votes.end());
    if (order_.size() <= kMostPaired) {
      std::sort(order_.begin(), order_.end(), [&](const Vote& x, const Vote& y) {
        return std::make_tuple(-reliability_[x.outlet], x.outlet) < std::make_tuple(-reliability_[y.outlet], y.outlet);
      });
    }
    double sum = 0;
    for (size_t i = 0; i < order_.size(); ++i) {
      double independent = order_[i].share / 1e6;
      if (order_.size() <= kMostPaired) {
        for (size_t j = 0; j < i; ++j) independent *= 1 - kCopyRate * Dependence(order_[i].outlet, order_[j].outlet);
      }
      sum += independent * (std::log(false_answers_[question]) + Logit(Clamp(reliability_[order_[i].outlet])));
    }
    return sum;
  }

  void VoteOnAll() {
    std::vector<double> strength(in_.groups.size(), 0);
    std::vector<double> with_likes;
    for (uint32_t q = 0; q < in_.questions.size(); ++q) {
      const Question& question = in_.questions[q];
      const uint32_t first = question.group_first, last = first + question.group_count;
      for (uint32_t g = first; g < last; ++g) strength[g] = Strength(q, g);
      if (!Ready(first)) continue;
      with_likes.assign(strength.begin() + first, strength.begin() + last);
      if (question.group_count <= 256) {
        for (uint32_t a = first; a < last; ++a) {
          for (uint32_t b = first; b < last; ++b) {
            if (a != b)
              with_likes[a - first] += kLikeness * Likeness(answers_[a], answers_[b]) * std::max(0.0, strength[b]);
          }
        }
      }
      const double most = std::max(0.0, *std::max_element(with_likes.begin(), with_likes.end()));
      double sum = std::exp(-most);  // none of them
      for (const double s : with_likes) sum += std::exp(s - most);
      for (uint32_t g = first; g < last; ++g) posterior_[g] = Millionths(std::exp(with_likes[g - first] - most) / sum);
    }
    for (uint32_t g = 0; g < in_.groups.size(); ++g) {
      if (Ready(g)) continue;
      double most = std::max(0.0, strength[g]);
      for (const uint32_t rival : rivals_[g]) most = std::max(most, strength[rival]);
      double sum = std::exp(-most) + std::exp(strength[g] - most);
      for (const uint32_t rival : rivals_[g]) sum += std::exp(strength[rival] - most);
      posterior_[g] = Millionths(std::exp(strength[g] - most) / sum);
    }
  }

  // Whether the outlets of one group contradict those of the other, and not only those whom they quote.
  bool Contradict(uint32_t a, uint32_t b) const {
    return std::find(rivals_[a].begin(), rivals_[a].end(), b) != rivals_[a].end() &&
           !std::binary_search(disputes_.begin(), disputes_.end(), std::pair<uint32_t, uint32_t>(std::minmax(a, b)));
  }

  // Shared false answers speak for copying, the more so the fewer give them; different answers speak against it.
  void CountDependence() {
    for (PairCount& pair : pairs_) pair = {pair.a, pair.b};
    VisitPairs([&](uint32_t q, const Vote& a, const Vote& b) {
      PairCount& pair = pairs_[PairOf(a.outlet, b.outlet)];
      ++pair.shared;
      const bool same = a.group == b.group;
      if (same) {
        ++pair.agreed;
      } else if (Ready(a.group) || Contradict(a.group, b.group)) {
        ++pair.conflicted;
      }
      if (!Ready(a.group)) return;
      const Question& question = in_.questions[q];
      const double total = static_cast<double>(vote_first_[question.group_first + question.group_count] -
                                               vote_first_[question.group_first]);
      const double ra = Clamp(reliability_[a.outlet]), rb = Clamp(reliability_[b.outlet]);
      const double accuracy = (ra + rb) / 2;
      const double same_true = ra * rb;
      const double popular = same ? (static_cast<double>(VotesOf(a.group).size()) - 1) / std::max(1.0, total - 1) : 0;
      const double same_false = (1 - ra) * (1 - rb) * std::max(popular, 1 / false_answers_[q]);
      double evidence;
      if (!same) {
        evidence = std::log(1 - kCopyRate);
      } else {
        const double truth = static_cast<double>(posterior_[a.group]) / 1e6;
        const double if_true = std::log(kCopyRate * accuracy / same_true + 1 - kCopyRate);
        const double if_false = std::log(kCopyRate * (1 - accuracy) / same_false + 1 - kCopyRate);
        evidence = truth * if_true + (1 - truth) * if_false;
      }
      pair.evidence += Millionths(evidence);
    });
    for (size_t i = 0; i < pairs_.size(); ++i) {
      const double odds = Logit(kPriorDependence) + static_cast<double>(pairs_[i].evidence) / 1e6;
      const bool compared = pairs_[i].shared > 0 && pairs_[i].evidence != 0;
      dependence_[i] = !compared ? 0 : 1 / (1 + std::exp(-std::min(50.0, std::max(-50.0, odds))));
    }
  }

  double UpdateReliability() {
    const size_t count = claims_.outlets().size();
    std::vector<int64_t> right(count, 0), all(count, 0);
    int64_t right_sum = 0, all_sum = 0;
    for (const Vote& vote : votes_) {
      if (quoted_[vote.group]) continue;
      const int64_t part = posterior_[vote.group] * vote.share / 1'000'000;
      right[vote.outlet] += part;
      all[vote.outlet] += vote.share;
      right_sum += part;
      all_sum += vote.share;
    }
    const double prior =
        (static_cast<double>(right_sum) / 1e6 + kPriorReliability * 20) / (static_cast<double>(all_sum) / 1e6 + 20);
    double change = 0;
    const bool first = first_estimate_.empty();
    first_estimate_.resize(count);
    for (size_t o = 0; o < count; ++o) {
      const double fresh = (static_cast<double>(right[o]) / 1e6 + kPriorWeight * prior) /
                           (static_cast<double>(all[o]) / 1e6 + kPriorWeight);
      if (first) first_estimate_[o] = fresh;
      const double rounded =
          static_cast<double>(Millionths(kAnchor * first_estimate_[o] + (1 - kAnchor) * fresh)) / 1e6;
      change = std::max(change, std::fabs(rounded - reliability_[o]));
      reliability_[o] = rounded;
      weight_.resize(count);
      weight_[o] = static_cast<double>(all[o]) / 1e6 + kPriorWeight;
    }
    return change;
  }

  static uint32_t Root(std::vector<uint32_t>* parent, uint32_t i) {
    while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
    return i;
  }

  // Families of a group that copied text, a wire agency or one another make one independent source.
  int32_t Independent(const Group& group, const std::vector<uint32_t>& families, const std::vector<uint32_t>& outlets) {
    // The families that are credited, then the agencies whose reports were printed without a credit in this group.
    std::vector<uint32_t> nodes = families;
    for (const uint32_t row_index : group.claims) {
      for (const WireCopy& copy : claims_.wire_copies(claims_.row(row_index))) {
        const uint32_t family = family_[copy.outlet];
        if (std::find(nodes.begin(), nodes.end(), family) == nodes.end()) nodes.push_back(family);
      }
    }
    std::vector<uint32_t> parent(nodes.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto index = [&](uint32_t outlet) {
      const auto found = std::lower_bound(families.begin(), families.end(), family_[outlet]);
      if (found != families.end() && *found == family_[outlet]) return static_cast<uint32_t>(found - families.begin());
      return static_cast<uint32_t>(std::find(nodes.begin(), nodes.end(), family_[outlet]) - nodes.begin());
    };
    const auto join = [&](uint32_t a, uint32_t b) {
      a = Root(&parent, index(a));
      b = Root(&parent, index(b));
      parent[std::max(a, b)] = std::min(a, b);
    };
    std::vector<std::pair<uint64_t, uint32_t>> copies;
    for (const uint32_t row_index : group.claims) {
      const ClaimTable::Row& row = claims_.row(row_index);
      const auto credits = claims_.credits(row);
      if (credits.empty()) continue;
      if (row.statement_fingerprint != 0) copies.emplace_back(row.statement_fingerprint, row_index);
      // A publisher that prints a wire agency's report adds nothing to it; outlets credited side by side do.
      for (const CreditRecord& wire : credits) {
        if (!claims_.outlets()[wire.outlet].wire) continue;
        for (const CreditRecord& credit : credits) {
          if (credit.basis == CreditBasis::kPublisher || credit.basis == CreditBasis::kVia)
            join(wire.outlet, credit.outlet);
        }
      }
      for (const WireCopy& copy : claims_.wire_copies(row)) {
        for (const CreditRecord& credit : credits) {
          if (credit.basis == CreditBasis::kPublisher) join(copy.outlet, credit.outlet);
        }
      }
    }
    std::sort(copies.begin(), copies.end());
    for (size_t i = 1; i < copies.size(); ++i) {
      if (copies[i].first != copies[i - 1].first) continue;
      const ClaimTable::Row& a = claims_.row(copies[i - 1].second);
      const ClaimTable::Row& b = claims_.row(copies[i].second);
      const auto credits_a = claims_.credits(a), credits_b = claims_.credits(b);
      const bool same = std::equal(credits_a.begin(), credits_a.end(), credits_b.begin(), credits_b.end(),
                                   [](CreditRecord x, CreditRecord y) { return x.outlet == y.outlet; });
      if (a.document != b.document && !same) join(credits_a[0].outlet, credits_b[0].outlet);
    }
    if (!copies_.empty() && group.claims.size() <= 4 * kMostPaired) {
      for (size_t i = 0; i < group.claims.size(); ++i) {
        const ClaimTable::Row& a = claims_.row(group.claims[i]);
        for (size_t j = i + 1; j < group.claims.size(); ++j) {
          const ClaimTable::Row& b = claims_.row(group.claims[j]);
          const auto credits_a = claims_.credits(a), credits_b = claims_.credits(b);
          if (credits_a.empty() || credits_b.empty() || !AreCopies(a.document, b.document)) continue;
          join(credits_a[0].outlet, credits_b[0].outlet);
        }
      }
    }
    if (outlets.size() <= kMostPaired) {
      for (size_t i = 0; i < outlets.size(); ++i) {
        for (size_t j = i + 1; j < outlets.size(); ++j) {
          if (Dependence(outlets[i], outlets[j]) > 0.5) join(outlets[i], outlets[j]);
        }
      }
    }
    int32_t count = 0;
    for (uint32_t i = 0; i < families.size(); ++i) count += parent[i] == i;
    return count;
  }

  void Support() {
    for (uint32_t g = 0; g < in_.groups.size(); ++g) {
      GroupSupport& support = out_.groups[g];
      for (const uint32_t row : in_.groups[g].claims) {
        for (const CreditRecord& credit : claims_.credits(claims_.row(row))) support.outlets.push_back(credit.outlet);
      }
      std::sort(support.outlets.begin(), support.outlets.end());
      support.outlets.erase(std::unique(support.outlets.begin(), support.outlets.end()), support.outlets.end());
      std::vector<uint32_t> families;
      for (const uint32_t outlet : support.outlets) families.push_back(family_[outlet]);
      std::sort(families.begin(), families.end());
      families.erase(std::unique(families.begin(), families.end()), families.end());
      support.publisher_families = static_cast<int32_t>(families.size());
      support.independent_outlets = Independent(in_.groups[g], families, support.outlets);
      support.probability = Probability::FromMillionths(static_cast<int32_t>(posterior_[g]));
    }
    std::vector<uint32_t> order;
    for (const Question& question : in_.questions) {
      order.resize(question.group_count);
      std::iota(order.begin(), order.end(), question.group_first);
      std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        const auto key = [&](uint32_t g) {
          return std::make_tuple(-posterior_[g], -static_cast<int64_t>(out_.groups[g].outlets.size()),
                                 in_.groups[g].id);
        };
        return key(a) < key(b);
      });
      for (size_t i = 0; i < order.size(); ++i) out_.groups[order[i]].rank = static_cast<int32_t>(i + 1);
    }
  }

  void Score() {
    const size_t count = claims_.outlets().size();
    out_.outlets.resize(count);
    // A claim may stand in two groups, for what happened and for a circumstance of it; it counts once.
    constexpr uint8_t kSeen = 1, kCorroborated = 2, kContradicted = 4;
    std::vector<uint8_t> marks(claims_.rows().size(), 0);
    for (uint32_t g = 0; g < in_.groups.size(); ++g) {
      const uint8_t mark = static_cast<uint8_t>(kSeen | (out_.groups[g].independent_outlets > 1 ? kCorroborated : 0) |
                                                (contested_[g] ? kContradicted : 0));
      for (const uint32_t row : in_.groups[g].claims) marks[row] |= mark;
    }
    for (uint32_t row = 0; row < marks.size(); ++row) {
      for (const CreditRecord& credit : claims_.credits(claims_.row(row))) {
        OutletScore& score = out_.outlets[credit.outlet];
        score.claims += (marks[row] & kSeen) != 0;
        score.corroborated += (marks[row] & kCorroborated) != 0;
        score.contradicted += (marks[row] & kContradicted) != 0;
      }
    }
    weight_.resize(count, kPriorWeight);
    for (uint32_t o = 0; o < count; ++o) {
      OutletScore& score = out_.outlets[o];
      score.outlet = o;
      score.reliability = Probability::FromDouble(reliability_[o]);
      // Wilson's interval on the claims and the prior's weight.
      constexpr double z = 1.96;
      const double n = weight_[o], p = reliability_[o];
      const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
      const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
      score.low = Probability::FromDouble(centre - half);
      score.high = Probability::FromDouble(centre + half);
    }
    for (size_t i = 0; i < pairs_.size(); ++i) {
      const PairCount& pair = pairs_[i];
      out_.agreement.push_back(
          {pair.a, pair.b, pair.shared, pair.agreed, pair.conflicted, Probability::FromDouble(dependence_[i])});
    }
  }

  const ClaimTable& claims_;
  const Reconciliation& in_;
  const CorroborationOptions& options_;
  Corroboration out_;
  std::vector<double> reliability_, weight_, first_estimate_;
  std::vector<uint32_t> family_;
  std::vector<std::pair<Id, Id>> copies_;  // of documents, the lower id first; sorted
  std::vector<std::vector<uint32_t>> rivals_;
  std::vector<bool> contested_, quoted_;                 // in a conflict of outlets; in one of speakers
  std::vector<std::pair<uint32_t, uint32_t>> disputes_;  // groups in a conflict of speakers, the lower first; sorted
  std::vector<Answer> answers_;
  std::vector<Vote> votes_, order_;
  std::vector<size_t> vote_first_;
  std::vector<int64_t> posterior_;
  std::vector<double> false_answers_;
  bool dense_ = false;
  std::vector<uint32_t> slot_;
  std::vector<PairCount> pairs_;
  std::vector<double> dependence_;
};

}  // namespace

Corroboration Corroborate(const ClaimTable& claims, const Reconciliation& reconciliation,
                          const CorroborationOptions& options) {
  return Estimator(claims, reconciliation, options).Run();
}

}  // namespace consilience
