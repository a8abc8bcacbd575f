// Whether two answers are the same, can both hold, or exclude each other.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/claim/value.h"

namespace consilience {

enum class AnswerLevel : uint8_t {
  kEqual,
  kCompatible,    // of different detail: "340" and "more than 300", "May" and "May 4"
  kExcluding,     // cannot both hold
  kIncomparable,  // of different kinds: euros and kilometres
};

// The same amount is equal with and without "about" or "at least"; converted units are compared with a margin.
// What is counted (Value::unit of a quantity that is no measure) is the caller's affair.
AnswerLevel CompareValues(const Value& a, const Value& b);
// ISO 8601 days, weeks, months and years by the days they cover.
AnswerLevel CompareDates(absl::string_view a, absl::string_view b);
// "Tokyo" and "Tokyo, Japan" are compatible; excluding only where both name a part of the same whole.
AnswerLevel ComparePlaces(absl::string_view a, absl::string_view b);

}  // namespace consilience
