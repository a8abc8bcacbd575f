// Claims over dependency trees.
//
// Skeleton after PredPatt (White et al. 2016) and the clause types of ClausIE (Del Corro and Gemulla 2013), with
// polarity, modality and attribution annotations in the spirit of MinIE (Gashteovski et al. 2017).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/speech.h"
#include "engine/base/day.h"
#include "engine/claim/claim.h"
#include "engine/claim/confidence.h"
#include "engine/claim/entity.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What extraction needs to know beyond the trees.
struct ExtractionContext {
  absl::string_view text;
  absl::Span<const Analysis> analyses;      // one a statement
  absl::Span<const Speech> speech;          // of the whole document
  absl::Span<const ByteSpan> unattributed;  // quotations of nobody known: what is said in them makes no claim
  const Entities* entities = nullptr;
  std::optional<DayUtc> published;
  Probability min_confidence;  // claims of less are left out
};

// The claims of every statement, in order of predicate; into `features`, unless null, what the confidence of each rests
// on, in the same order. Thread-safe.
std::vector<std::vector<Claim>> ExtractClaims(const ExtractionContext& context, ClaimView view,
                                              std::vector<std::vector<ConfidenceFeatures>>* features = nullptr);

}  // namespace consilience
