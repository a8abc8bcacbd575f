// Paragraphs of plain text.
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace consilience {

// A paragraph ends at a line end. Text that was wrapped at a fixed column is recognised by its shape (lines of much the
// same length that go on in lower case); there a paragraph ends at an empty line, or after a line that is clearly
// short. Paragraphs hold at least one character that is not white space.
std::vector<ByteSpan> FindParagraphs(absl::string_view text);

}  // namespace consilience
