// What segmentation needs to know about characters of UTF-8 text.
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

enum class CharacterClass : uint8_t { kSpace, kLetter, kDigit, kMark };

struct Character {
  uint32_t code = 0;
  uint32_t bytes = 1;
  CharacterClass kind = CharacterClass::kMark;
};

// The character that begins at `at`, which is less than text.size(). A byte that begins none is a mark of one byte.
// White space includes the no-break and zero-width kinds: they separate words and belong to none.
Character CharacterAt(absl::string_view text, size_t at);

}  // namespace consilience
