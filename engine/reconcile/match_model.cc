#include "engine/reconcile/match_model.h"

#include <algorithm>
#include <cmath>

namespace consilience {
namespace {

constexpr int kMostSteps = 30;
constexpr double kSettled = 1e-4;
// What the built-in frequencies count for: so many pairs, or such a part of those that are counted.
constexpr double kBuiltInPairs = 1000;
constexpr double kBuiltInPart = 0.5;
// Only pairs of one story are estimated from. Elsewhere matches are so few that the classes found would be others.
constexpr int kLastLevelOfStory = 2;

struct Row {
  Feature feature;
  std::array<double, kMostLevels> matching, other;
};

// In the order of the levels. Starting points; the rest is estimated.
constexpr double kShare = 0.05;
constexpr Row kRows[] = {
    // same verb, same family, opposite, related
    {Feature::kAct, {.61, .33, .04, .02}, {.35, .30, .06, .29}},
    // same, variant, detail, metonym, role, vague, missing, both missing, same head, other, other name
    {Feature::kAgent,
     {.42, .09, .06, .05, .05, .07, .15, .05, .03, .02, .01},
     {.09, .02, .02, .02, .07, .12, .16, .06, .07, .22, .15}},
    {Feature::kPatient,
     {.50, .12, .12, .02, .03, .03, .03, .10, .03, .01, .01},
     {.05, .02, .03, .01, .05, .06, .11, .06, .11, .37, .13}},
    {Feature::kOblique,
     {.20, .04, .04, .01, .01, .01, .01, .64, .02, .01, .01},
     {.05, .01, .02, .01, .02, .02, .03, .64, .04, .10, .06}},
    // same document, same story, near, distant, none
    {Feature::kStory, {.06, .72, .15, .05, .02}, {.05, .11, .16, .25, .43}},
    // shared words: none, common, telling, very telling
    {Feature::kRarity, {.08, .22, .40, .30}, {.45, .30, .20, .05}},
    // same day, days apart, weeks apart, far, unknown, another date
    {Feature::kTime, {.50, .33, .05, .03, .08, .01}, {.25, .25, .12, .22, .08, .08}},
    // the same value, values that can both hold, excluding ones, no values
    {Feature::kAnswer, {.18, .05, .05, .72}, {.02, .06, .12, .80}},
};

int32_t Hundredths(double nats) {
  return static_cast<int32_t>(std::lround(100 * nats));
}

}  // namespace

absl::string_view ToString(Feature feature) {
  constexpr absl::string_view kNames[] = {"act",   "who",          "whom or what", "circumstance",
                                          "story", "shared words", "time",         "answer"};
  return kNames[static_cast<size_t>(feature)];
}

MatchModel::MatchModel() : share_(kShare) {
  for (const Row& row : kRows) {
    matching_[static_cast<size_t>(row.feature)] = row.matching;
    other_[static_cast<size_t>(row.feature)] = row.other;
  }
  SetWeights();
}

void MatchModel::SetWeights() {
  for (size_t f = 0; f < kFeatures; ++f) {
    for (size_t l = 0; l < kMostLevels; ++l) {
      const bool used = matching_[f][l] > 0 && other_[f][l] > 0;
      weight_[f][l] = used ? Hundredths(std::log(matching_[f][l] / other_[f][l])) : 0;
    }
  }
  prior_ = Hundredths(std::log(share_ / (1 - share_)));
}

int32_t MatchModel::Weight(Pattern pattern) const {
  int32_t weight = prior_;
  for (int f = 0; f < kFeatures; ++f) {
    weight += weight_[static_cast<size_t>(f)][static_cast<size_t>(LevelOf(pattern, static_cast<Feature>(f)))];
  }
  return weight;
}

int32_t MatchModel::Weight(Pattern pattern, Feature without) const {
  return Weight(pattern) - weight_[static_cast<size_t>(without)][static_cast<size_t>(LevelOf(pattern, without))];
}

std::vector<Contribution> MatchModel::Explain(Pattern pattern) const {
  std::vector<Contribution> out;
  for (int f = 0; f < kFeatures; ++f) {
    const Feature feature = static_cast<Feature>(f);
    const int level = LevelOf(pattern, feature);
    out.push_back({feature, static_cast<uint8_t>(level), weight_[static_cast<size_t>(f)][static_cast<size_t>(level)]});
  }
  return out;
}

Probability MatchModel::ToProbability(int32_t weight) {
  return Probability::FromDouble(1 / (1 + std::exp(-weight / 100.0)));
}

void MatchModel::Estimate(absl::Span<const PatternCount> counted) {
  const MatchModel built_in;
  std::vector<PatternCount> patterns;
  double all = 0;
  for (const PatternCount& count : counted) {
    if (LevelOf(count.pattern, Feature::kStory) > kLastLevelOfStory) continue;
    patterns.push_back(count);
    all += static_cast<double>(count.pairs);
  }
  std::sort(patterns.begin(), patterns.end(),
            [](const PatternCount& a, const PatternCount& b) { return a.pattern < b.pattern; });
  if (all == 0) return;
  const double held = std::max(kBuiltInPairs, kBuiltInPart * all);
  for (int step = 1; step <= kMostSteps; ++step) {
    Frequencies matching{}, other{};
    double matches = 0;
    for (const PatternCount& count : patterns) {
      const double pairs = static_cast<double>(count.pairs);
      const double match = pairs / (1 + std::exp(-Weight(count.pattern) / 100.0));
      matches += match;
      for (size_t f = 0; f < kFeatures; ++f) {
        const size_t level = static_cast<size_t>(LevelOf(count.pattern, static_cast<Feature>(f)));
        matching[f][level] += match;
        other[f][level] += pairs - match;
      }
    }
    double change = 0;
    for (size_t f = 0; f < kFeatures; ++f) {
      if (static_cast<Feature>(f) == Feature::kStory) continue;
      for (size_t l = 0; l < kMostLevels; ++l) {
        const double m = (matching[f][l] + held * built_in.matching_[f][l]) / (matches + held);
        const double u = (other[f][l] + held * built_in.other_[f][l]) / (all - matches + held);
        change = std::max({change, std::fabs(m - matching_[f][l]), std::fabs(u - other_[f][l])});
        matching_[f][l] = m;
        other_[f][l] = u;
      }
    }
    share_ = (matches + held * kShare) / (all + held);
    SetWeights();
    steps_.push_back({step, Probability::FromDouble(share_), Probability::FromDouble(change)});
    if (change < kSettled) break;
  }
}

}  // namespace consilience
