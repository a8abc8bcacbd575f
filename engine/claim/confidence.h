// How likely a claim is what a reader would take from the statement.
#pragma once

#include <cstddef>

#include "engine/base/units.h"
#include "engine/claim/rule.h"

namespace consilience {

struct ConfidenceFeatures {
  Probability arc;   // the least certain of the arcs from which the claim was read
  RuleSet rules;     // by which it was made
  size_t words = 0;  // of all its parts
  size_t arguments = 0;
  bool pronoun = false;   // as subject, standing for nobody known
  bool reported = false;  // somebody else says it
};

// A logistic model over these. Its weights are engine/claim/data/confidence.tsv, which says how they were fitted; "half
// of the claims with confidence 0.5 are right" holds of text like that which it was fitted on. Thread-safe.
Probability EstimateConfidence(const ConfidenceFeatures& features);

}  // namespace consilience
