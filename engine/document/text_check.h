// What text must be to be read: UTF-8 without NULs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace consilience {

struct TextFault {
  size_t at = 0;     // the first byte that cannot be read
  std::string what;  // "is not valid UTF-8", "holds a NUL byte"
};

// nullopt when `text` is well-formed UTF-8 (Unicode 15, table 3-7) and has no NUL. Several GB/s when all is well.
std::optional<TextFault> FindTextFault(absl::string_view text);

inline constexpr char kUtf8Remedy[] = "convert the input to UTF-8 text, for example with iconv";

}  // namespace consilience
