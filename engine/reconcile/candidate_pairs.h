// Candidate pairs: the claims that blocking brings together, compared.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/reconcile/comparison.h"

namespace consilience {

// Beside the blocking rules: claims of clauses that are told alike meet.
inline constexpr absl::string_view kToldAlike = "same story, told alike";

struct CandidatePair {
  uint32_t a = 0;  // propositions, a < b
  uint32_t b = 0;
  Levels levels;
};

struct CandidatePairs {
  // Those that can come to something, each once, in portions that are freed one by one.
  std::vector<std::vector<CandidatePair>> pairs;
  std::vector<PatternCount> patterns;                          // of all pairs compared, by pattern
  std::vector<std::pair<std::string, int64_t>> pairs_by_rule;  // all pairs compared, in the order of the rules
};

// Two claims of one statement never meet. The result does not depend on the number of threads.
CandidatePairs FindCandidatePairs(const ComparisonContext& context, absl::Span<const Proposition> propositions,
                                  const ReconcileOptions& options);

}  // namespace consilience
