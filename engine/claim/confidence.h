// How likely a claim is what a reader would take from the sentence.
#pragma once

#include <cstddef>

#include "engine/base/units.h"
#include "engine/claim/clause.h"

namespace consilience {

struct ConfidenceFeatures {
  Probability arc;  // smallest among the arcs from which the claim was read
  ClauseKind kind = ClauseKind::kVerb;
  SubjectSource source = SubjectSource::kOwn;
  bool reduced = false;
  bool pronoun = false;  // as subject
  bool nested = false;   // within reported speech
  int object = -1;       // ComplementKind, -1 for none
  size_t arguments = 0;
  size_t words = 0;  // of all its parts
};

// A logistic model; its weights were fitted on judged extractions and rounded.
Probability EstimateConfidence(const ConfidenceFeatures& features);

}  // namespace consilience
