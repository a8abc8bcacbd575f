#include "engine/claim/confidence.h"

#include <algorithm>
#include <cmath>

namespace consilience {

Probability EstimateConfidence(const ConfidenceFeatures& features) {
  double score = 0.6;
  score += 2.0 * (features.arc.ToDouble() - 0.5);
  if (features.kind == ClauseKind::kApposition) score -= 0.6;
  if (features.reduced) score -= 0.3;
  if (features.source == SubjectSource::kControlled) score -= 0.3;
  if (features.object < 0) score -= 1.0;
  score -= 0.02 * static_cast<double>(std::min<size_t>(features.words, 60));
  return Probability::FromDouble(1.0 / (1.0 + std::exp(-score)));
}

}  // namespace consilience
