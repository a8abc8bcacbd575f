// Numbers in digits and words, without units: "3,400", "1.5 million", "two dozen", "half a million", "two-thirds".
#pragma once

#include <cstddef>
#include <optional>

#include "absl/types/span.h"
#include "engine/base/decimal.h"
#include "engine/claim/lexeme.h"

namespace consilience {

struct Number {
  Decimal amount;       // coefficient x scale
  Decimal coefficient;  // "1.5" of "1.5 million"
  Decimal scale;        // 1 without a scale word
  size_t end = 0;       // lexeme after the last
  bool in_digits = false;
  bool at_least = false;         // "hundreds", "several thousand": no fewer than the amount
  bool about = false;            // "a couple"
  bool fraction = false;         // "two-thirds", "half": of what follows
  bool one_digit_group = false;  // digits alone: no comma, no point, no scale: may be a year or a day
};

enum class NumberContext { kPlain, kMoney };  // after a currency sign, "m" and "b" are scales

// The longest number at lexeme `at`; nullopt when none begins there. Looks a bounded number of lexemes ahead.
std::optional<Number> ReadNumber(absl::Span<const Lexeme> lexemes, size_t at, NumberContext context);

// "third", "twenty-first", "21st": the ordinal at `at`, with `end` set.
std::optional<Number> ReadOrdinal(absl::Span<const Lexeme> lexemes, size_t at);

}  // namespace consilience
