// "LONDON, Oct. 3 (Reuters) -": what stands before the text proper.
#pragma once

#include <cstddef>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

// No dateline is longer, its dash included.
inline constexpr size_t kLongestDateline = 14;

// How many of a sentence's words, the dash included, are its dateline: names, dates and marks up to a dash, beginning
// with a place in capitals or ending with a bracket. 0 when it has none, or nothing else. Looks at no more than
// kLongestDateline words. Thread-safe.
size_t DatelineWords(absl::Span<const absl::string_view> forms);

}  // namespace consilience
