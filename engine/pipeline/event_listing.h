// Events as JSON Lines, without a store: which mentions in several documents are about one event.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/pipeline/annotator.h"
#include "engine/pipeline/extraction.h"

namespace consilience {

// Writes one JSON object an event (engine/reconcile/event_thread.h) with its mentions, in order of the documents' ids.
// The output depends neither on the order of the input nor on the number of threads; all documents are held in memory
// as words and mentions. An error means that `out` failed or that an input cannot be read.
absl::Status ListEvents(const Annotator& annotator, const std::vector<std::string>& paths, const ReadOptions& read,
                        int threads, std::ostream* out, const OnRejected& on_rejected);

}  // namespace consilience
