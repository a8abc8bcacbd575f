// Pairs of claims about one scene: whether the second holds where the first does.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/pipeline/annotator.h"
#include "engine/pipeline/extraction.h"

namespace consilience {

// Reads lines of six fields by tab, subject, predicate and object of what is known and of what is asked (an object may
// be empty), and writes for each a JSON object with the verdict (engine/reconcile/entailment.h), in order; with
// `explain`, what it rests on. A line of other fields is rejected. An error means that `out` failed or that an input
// cannot be read.
absl::Status CompareScenes(const Annotator& annotator, const std::vector<std::string>& paths, bool explain,
                           std::ostream* out, const OnRejected& on_rejected);

}  // namespace consilience
