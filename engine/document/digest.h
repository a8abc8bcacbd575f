// Plain text, one document a file, with an optional first line "Credited from: OUTLET[, OUTLET]".
#pragma once

#include "absl/status/status.h"
#include "engine/document/input_reading.h"

namespace consilience {

// Reads the whole input as one document. It is rejected when it is empty, too long or not text; never in part, so that
// spans count the bytes of what its outlet published.
absl::Status ReadDigest(const InputReading& reading);

}  // namespace consilience
