#include "engine/reconcile/group_confidence.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/weight_table.h"
#include "engine/reconcile/draft.h"
#include "engine/reconcile/pair_explanation.h"

namespace consilience {

absl::string_view reconcile_group_confidence();

namespace {

constexpr absl::string_view kNames[] = {
#define CONSILIENCE_GROUP_FEATURE_NAME(id, name, meaning) name,
    CONSILIENCE_GROUP_FEATURES(CONSILIENCE_GROUP_FEATURE_NAME)
#undef CONSILIENCE_GROUP_FEATURE_NAME
};

// Of a larger group so many, spread over it.
constexpr size_t kMostMembers = 12;
constexpr int32_t kWhole = 1000;

struct Member {
  uint32_t row;
  std::vector<std::string> words;  // of the claim, lower case, ordered, each once
};

std::vector<std::string> WordsOf(const ClaimTable& claims, const ClaimTable::Row& row) {
  const std::string text = absl::AsciiStrToLower(
      absl::StrCat(claims.text(row.subject), " ", claims.shown_predicate(row), " ", claims.text(row.object)));
  std::vector<std::string> words = absl::StrSplit(text, absl::ByAnyChar(" ,.;:\"'()"), absl::SkipEmpty());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

int32_t Shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int order = a[i].compare(b[j]);
    shared += order == 0;
    i += order <= 0;
    j += order >= 0;
  }
  const size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<int32_t>(kWhole * shared / all);
}

bool Same(PhraseLevel level) {
  return level == PhraseLevel::kSame || level == PhraseLevel::kVariant || level == PhraseLevel::kBothMissing;
}

struct Weights {
  int64_t intercept = 0;  // millionths of a nat
  std::array<int64_t, kGroupFeatures> of{};

  explicit Weights(absl::string_view table) {
    ForEachWeight(table, kNames, [this](std::ptrdiff_t feature, double weight) {
      (feature < 0 ? intercept : of[static_cast<size_t>(feature)]) = std::llround(weight * 1e6);
    });
  }
};

}  // namespace

absl::string_view NameOf(GroupFeature feature) {
  return kNames[static_cast<size_t>(feature)];
}

GroupEvidence FindGroupEvidence(const ClaimTable& claims, const TextComparison& comparison,
                                absl::Span<const uint32_t> rows) {
  std::vector<Member> looked_at;
  const size_t count = std::min(rows.size(), kMostMembers);
  for (size_t i = 0; i < count; ++i) {
    const uint32_t row = rows[i * rows.size() / count];
    looked_at.push_back({row, WordsOf(claims, claims.row(row))});
  }
  GroupEvidence evidence{};
  const auto at = [&](GroupFeature feature) -> int32_t& { return evidence[static_cast<size_t>(feature)]; };
  int32_t said = 0, pronouns = 0, unsure = 0, least = kWhole;
  int64_t confidence = 0;
  StringId speaker = 0;
  for (const Member& member : looked_at) {
    const ClaimTable::Row& row = claims.row(member.row);
    const auto thousandths = static_cast<int32_t>(row.confidence.millionths() / kWhole);
    confidence += thousandths;
    least = std::min(least, thousandths);
    said += row.speaker != 0;
    if (row.speaker != 0 && speaker != 0 && row.speaker != speaker) at(GroupFeature::kSaidApart) = kWhole;
    if (row.speaker != 0) speaker = row.speaker;
    unsure += row.modality != Modality::kAsserted;
    if (row.polarity == Polarity::kNegated) at(GroupFeature::kNegated) = kWhole;
    pronouns += NamesNobody(claims.text(row.subject));
  }
  const auto all = static_cast<int32_t>(looked_at.size());
  at(GroupFeature::kConfidence) = static_cast<int32_t>(confidence / all);
  at(GroupFeature::kLeastConfidence) = least;
  at(GroupFeature::kSaid) = kWhole * said / all;
  at(GroupFeature::kSaidOnce) = said > 0 && said < all ? kWhole : 0;
  at(GroupFeature::kNotAsserted) = kWhole * unsure / all;
  at(GroupFeature::kPronoun) = kWhole * pronouns / all;
  at(GroupFeature::kSize) = static_cast<int32_t>(std::lround(kWhole * std::log2(rows.size())));

  int32_t pairs = 0;
  std::array<int64_t, kGroupFeatures> sums{};
  const auto add = [&](GroupFeature feature, int64_t value) { sums[static_cast<size_t>(feature)] += value; };
  const auto holds = [&](GroupFeature feature, bool value) { add(feature, value ? kWhole : 0); };
  for (size_t j = 1; j < looked_at.size(); ++j) {
    for (size_t i = 0; i < j; ++i) {
      const ClaimTable::Row &x = claims.row(looked_at[i].row), &y = claims.row(looked_at[j].row);
      if (x.document == y.document) continue;
      ++pairs;
      const auto [a, b, levels, outcome] = MatchRows(comparison, looked_at[i].row, looked_at[j].row);
      const bool words = x.statement_fingerprint != 0 && x.statement_fingerprint == y.statement_fingerprint;
      add(GroupFeature::kWordsShared, Shared(looked_at[i].words, looked_at[j].words));
      holds(GroupFeature::kOneStatement, words);
      add(GroupFeature::kWeight, int64_t{outcome.weight} * kWhole / 100);
      holds(GroupFeature::kAgreeing, outcome.verdict == Verdict::kAgree);
      holds(GroupFeature::kOneVerb, levels.act == ActLevel::kSameVerb);
      holds(GroupFeature::kOneDoer, Same(levels.agent));
      holds(GroupFeature::kOneThing, Same(levels.patient));
      holds(GroupFeature::kNumber, levels.asked != AnswerKind::kNone && levels.answer == AnswerLevel::kEqual);
      holds(GroupFeature::kDays, levels.time != TimeLevel::kSameDay);
      holds(GroupFeature::kLoose, levels.recognised || levels.act == ActLevel::kRelated);
    }
  }
  if (pairs == 0) return evidence;
  for (size_t f = 0; f < kGroupFeatures; ++f) evidence[f] += static_cast<int32_t>(sums[f] / pairs);
  return evidence;
}

Probability EstimateGroupConfidence(const GroupEvidence& evidence) {
  static const Weights* const weights = new Weights(reconcile_group_confidence());
  int64_t score = weights->intercept;
  for (size_t f = 0; f < kGroupFeatures; ++f) score += weights->of[f] * evidence[f] / kWhole;
  return Probability::FromDouble(1.0 / (1.0 + std::exp(-static_cast<double>(score) / 1e6)));
}

}  // namespace consilience
