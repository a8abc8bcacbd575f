#include "engine/reconcile/pair_explanation.h"

#include <algorithm>
#include <tuple>

#include "absl/types/span.h"

namespace consilience {
namespace {

constexpr absl::string_view kActs[] = {"same verb", "same family", "opposite", "related", "different"};
constexpr absl::string_view kRarities[] = {"none", "common", "telling", "very telling"};
constexpr absl::string_view kTimes[] = {"same day", "days apart", "weeks apart", "far apart", "unknown", "another day"};
constexpr absl::string_view kAnswers[] = {"the same", "both can hold", "exclude each other", "none to compare"};
constexpr absl::string_view kVerdicts[] = {"unrelated", "compatible", "revision", "agree", "conflict"};

absl::string_view LevelName(Feature feature, uint8_t level) {
  switch (feature) {
    case Feature::kAct:
      return kActs[level];
    case Feature::kAgent:
    case Feature::kPatient:
    case Feature::kOblique:
      return ToString(static_cast<PhraseLevel>(level));
    case Feature::kStory:
      return ToString(static_cast<StoryLevel>(level));
    case Feature::kRarity:
      return kRarities[level];
    case Feature::kTime:
      return kTimes[level];
    case Feature::kAnswer:
      return kAnswers[level];
  }
  return "";
}

}  // namespace

MatchedPair MatchRows(const TextComparison& comparison, uint32_t row_a, uint32_t row_b) {
  MatchedPair best;
  bool found = false;
  const std::vector<uint32_t> others = comparison.PropositionsOf(row_b);
  for (const uint32_t x : comparison.PropositionsOf(row_a)) {
    for (const uint32_t y : others) {
      MatchedPair pair;
      std::tie(pair.a, pair.b) = std::minmax(x, y);
      pair.levels = comparison.Compare(pair.a, pair.b);
      pair.outcome = Judge(pair.levels, comparison.model());
      const auto rank = [](const MatchedPair& p) { return std::make_tuple(p.outcome.verdict, p.outcome.weight); };
      if (!found || rank(pair) > rank(best)) best = pair;
      found = true;
    }
  }
  return best;
}

PairExplanation ExplainPair(const TextComparison& comparison, uint32_t row_a, uint32_t row_b) {
  const MatchedPair pair = MatchRows(comparison, row_a, row_b);
  PairExplanation out;
  out.rule = comparison.RuleOf(pair.a, pair.b);
  out.prior = comparison.model().prior();
  for (const Contribution& part : comparison.model().Explain(PatternOf(pair.levels))) {
    out.parts.push_back({ToString(part.feature), LevelName(part.feature, part.level), part.weight});
  }
  out.weight = pair.outcome.weight;
  out.same = MatchModel::ToProbability(out.weight);
  out.verdict = kVerdicts[static_cast<size_t>(pair.outcome.verdict)];
  return out;
}

}  // namespace consilience
