// Values: quantities, money, percentages, dates and durations in text, normalised.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/day.h"
#include "engine/base/decimal.h"
#include "engine/base/span.h"
#include "engine/syntax/analysis.h"

namespace consilience {

enum class ValueKind : uint8_t {
  kQuantity,          // a number with an optional unit (what is counted: "soldiers", or measured: "km")
  kMoney,             // unit is an ISO 4217 code
  kPercent,           // unit "%"
  kPercentagePoints,  // unit "pp"
  kOrdinal,
  kDate,      // `iso` holds it; amount is not used
  kDuration,  // unit "day", "hour", ... as written, singular
};
absl::string_view ToString(ValueKind kind);

// How the text relates the amount to the truth.
enum class ValueRelation : uint8_t { kEqual, kAbout, kAtLeast, kMoreThan, kAtMost, kLessThan, kBetween };
absl::string_view ToString(ValueRelation relation);  // "=", "~", ">=", ">", "<=", "<", "between"

struct Value {
  ValueKind kind = ValueKind::kQuantity;
  ValueRelation relation = ValueRelation::kEqual;
  Decimal amount;
  Decimal high;  // kBetween: the upper end; otherwise equal to amount
  std::string unit;
  std::string iso;   // dates: "2026-11-24", "2026-11", "2026", also "2026-11-24T08:00"
  std::string text;  // as written, relation words included
  ByteSpan span;
  int32_t head_word = -1;  // the word it hangs on: the counted noun, else its own head
};

// All values of a statement, by span. Relative dates ("Monday", "last week", "yesterday") are resolved against
// `published`; without it they are left out. Thread-safe.
std::vector<Value> FindValues(absl::string_view text, const Analysis& analysis, std::optional<DayUtc> published);

// The value that a bare string states ("more than $4.2 billion", "12 percent", "340"), if it is one and nothing else.
std::optional<Value> NormalizeValue(absl::string_view text);

}  // namespace consilience
