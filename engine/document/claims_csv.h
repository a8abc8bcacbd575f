// Ready-made claims as CSV: a header that names the columns, in any order, and one claim a record.
//
// Columns: source, subject, predicate, object, and optionally published and verbatim; others are ignored.
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/document/input_reading.h"

namespace consilience {

// A malformed record is rejected and reading goes on with the line after its first.
absl::Status ReadClaimsCsv(const InputReading& reading);

// Whether `line`, the first of an input, is a claims header, perhaps with a column missing or with another separator
// than the comma, about which ReadClaimsCsv then complains.
bool LooksLikeClaimsHeader(absl::string_view line);

}  // namespace consilience
