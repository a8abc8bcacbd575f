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
// of the claims with confidence 0.5 are right" holds of text like that which it was fitted on. On sentences that it was
// not fitted on (five folds, 3,700 claims of both views; mean calibration error 0.022):
//     said   0.16  0.25  0.36  0.45  0.56  0.65  0.75  0.85  0.92
//     were   0.58  0.46  0.50  0.44  0.57  0.63  0.73  0.85  0.94
// What is said below 0.4 is rare (one claim in thirty) and better than it says. Thread-safe.
Probability EstimateConfidence(const ConfidenceFeatures& features);

}  // namespace consilience
