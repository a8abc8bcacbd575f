// Why two claims are what they are to each other: how each feature of theirs compares, and how much that speaks for
// their being about the same thing.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/units.h"
#include "engine/reconcile/text_comparison.h"

namespace consilience {

// Two propositions of different claims, the ones by which the claims have most to do with each other.
struct MatchedPair {
  uint32_t a = 0;  // a < b
  uint32_t b = 0;
  Levels levels;
  Outcome outcome;
};

// Of two different rows of text claims.
MatchedPair MatchRows(const TextComparison& comparison, uint32_t row_a, uint32_t row_b);

struct PairExplanation {
  struct Part {
    absl::string_view feature;  // "whom or what"
    absl::string_view level;    // "variant"
    int32_t weight = 0;         // hundredths of a nat that it adds to the logarithm of the odds
  };
  absl::string_view rule;  // the first blocking rule that brings the two together; empty: none does
  int32_t prior = 0;       // hundredths of a nat: before anything is known of the two
  std::vector<Part> parts;
  int32_t weight = 0;  // prior and parts; less where what they say is little
  Probability same;    // that they are about the same thing
  absl::string_view verdict;
};

PairExplanation ExplainPair(const TextComparison& comparison, uint32_t row_a, uint32_t row_b);

}  // namespace consilience
