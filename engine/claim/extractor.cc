#include "engine/claim/extractor.h"

#include "engine/claim/statement_extractor.h"

namespace consilience {

std::vector<std::vector<Claim>> ExtractClaims(const ExtractionContext& context, ClaimView view,
                                              std::vector<std::vector<ConfidenceFeatures>>* features) {
  const std::vector<SpokenSpan> spoken = SpokenSpans(context.speech);
  std::vector<std::vector<Claim>> claims;
  claims.reserve(context.analyses.size());
  for (uint32_t i = 0; i < context.analyses.size(); ++i) {
    StatementExtractor extractor(context, spoken, i, view);
    if (features != nullptr) extractor.KeepFeatures();
    claims.push_back(extractor.Extract());
    if (features != nullptr) features->push_back(extractor.features());
  }
  return claims;
}

}  // namespace consilience
