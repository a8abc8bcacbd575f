// How likely two claims speak of the same thing, from the levels at which their features compare.
//
// Fellegi and Sunter (1969): every feature adds the logarithm of how much more often its level is seen among pairs that
// match than among pairs that do not. Both frequencies and the share of matching pairs are estimated without labels, by
// expectation maximisation over the counted patterns of levels (Winkler 1988), starting from and held to built-in ones
// that count as a thousand pairs, so that a store of a few claims is judged too.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/units.h"

namespace consilience {

enum class Feature : uint8_t { kAct, kAgent, kPatient, kOblique, kStory, kRarity, kTime, kAnswer };
inline constexpr int kFeatures = 8;
inline constexpr int kMostLevels = 12;
absl::string_view ToString(Feature feature);

// A level for every feature, four bits each, the first feature lowest.
using Pattern = uint32_t;

inline int LevelOf(Pattern pattern, Feature feature) {
  return static_cast<int>(pattern >> (4 * static_cast<int>(feature)) & 15);
}

struct PatternCount {
  Pattern pattern = 0;
  int64_t pairs = 0;
};

// What one feature says: its level and by how much it speaks for a match, in hundredths of a nat.
struct Contribution {
  Feature feature = Feature::kAct;
  uint8_t level = 0;
  int32_t weight = 0;
};

struct EstimationStep {
  int32_t number = 0;
  Probability matching;        // share of the pairs that match
  Probability largest_change;  // of any frequency
};

class MatchModel {
 public:
  // The built-in frequencies.
  MatchModel();

  // Estimates from the patterns of candidate pairs; each pattern at most once, in any order.
  void Estimate(absl::Span<const PatternCount> patterns);

  // Sum of the contributions and of the prior, in hundredths of a nat. `without`: a feature left out of account,
  // because the pair is asked whether it answers that very question differently.
  int32_t Weight(Pattern pattern) const;
  int32_t Weight(Pattern pattern, Feature without) const;
  int32_t prior() const { return prior_; }
  std::vector<Contribution> Explain(Pattern pattern) const;
  static Probability ToProbability(int32_t weight);

  absl::Span<const EstimationStep> steps() const { return steps_; }

 private:
  using Frequencies = std::array<std::array<double, kMostLevels>, kFeatures>;

  void SetWeights();

  Frequencies matching_{}, other_{};
  double share_ = 0;
  std::array<std::array<int32_t, kMostLevels>, kFeatures> weight_{};
  int32_t prior_ = 0;
  std::vector<EstimationStep> steps_;
};

}  // namespace consilience
