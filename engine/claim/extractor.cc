#include "engine/claim/extractor.h"

#include "engine/claim/statement_extractor.h"

namespace consilience {

std::vector<std::vector<Claim>> ExtractClaims(const ExtractionContext& context, ClaimView view) {
  const std::vector<SpokenSpan> spoken = SpokenSpans(context.speech);
  std::vector<std::vector<Claim>> claims;
  claims.reserve(context.analyses.size());
  for (uint32_t i = 0; i < context.analyses.size(); ++i) {
    claims.push_back(StatementExtractor(context, spoken, i, view).Extract());
  }
  return claims;
}

}  // namespace consilience
