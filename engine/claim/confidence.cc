#include "engine/claim/confidence.h"

#include <cmath>

#include "engine/base/weight_table.h"

namespace consilience {

absl::string_view claim_confidence();

namespace {

constexpr absl::string_view kNames[] = {
#define CONSILIENCE_FEATURE_NAME(id, name, meaning) name,
    CONSILIENCE_CONFIDENCE_FEATURES(CONSILIENCE_FEATURE_NAME)
#undef CONSILIENCE_FEATURE_NAME
};

struct Weights {
  double intercept = 0;
  ConfidenceFeatures of;

  explicit Weights(absl::string_view table) {
    ForEachWeight(table, kNames, [this](std::ptrdiff_t feature, double weight) {
      if (feature < 0) {
        intercept = weight;
      } else {
        of[static_cast<ConfidenceFeature>(feature)] = static_cast<float>(weight);
      }
    });
  }
};

}  // namespace

float ConfidenceFeatures::Times(const ConfidenceFeatures& other) const {
  std::array<float, kAtOnce> sums{};
  for (size_t i = 0; i < values_.size(); i += kAtOnce) {
    for (size_t lane = 0; lane < kAtOnce; ++lane) sums[lane] += values_[i + lane] * other.values_[i + lane];
  }
  float sum = 0;
  for (const float of_lane : sums) sum += of_lane;
  return sum;
}

absl::string_view NameOf(ConfidenceFeature feature) {
  return kNames[static_cast<size_t>(feature)];
}

Probability EstimateConfidence(const ConfidenceFeatures& features) {
  static const Weights* const weights = new Weights(claim_confidence());
  const double score = weights->intercept + double{weights->of.Times(features)};
  return Probability::FromDouble(1.0 / (1.0 + std::exp(-score)));
}

}  // namespace consilience
