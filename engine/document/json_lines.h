// Articles and ready-made claims as JSON Lines: one object a line.
//
// An article is {"text", and optionally "id", "outlet", "published", "title", "url"}, a claim {"source", "subject",
// "predicate", "object", and optionally "published", "verbatim"}; other members are ignored. Numbers and booleans are
// taken as they are written, null as absent.
#pragma once

#include "absl/status/status.h"
#include "engine/document/input_reading.h"

namespace consilience {

// Reads every line on its own; what is not an object of the format asked for is rejected. Under kAuto an object with
// all that a claim needs is a claim, and every other one is an article.
absl::Status ReadJsonLines(const InputReading& reading);

}  // namespace consilience
