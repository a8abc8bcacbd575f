// Dates in text: absolute ("Nov. 3, 2026", "in 2019") and relative to the day of publication ("Monday", "last week").
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/types/span.h"
#include "engine/base/day.h"
#include "engine/claim/lexeme.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct DateContext {
  const Analysis* analysis = nullptr;  // its tense decides between past and future; nullptr: the past
  std::optional<DayUtc> published;     // without it, what is relative has no date
};

struct DateMatch {
  size_t end = 0;   // lexeme after the last
  std::string iso;  // as precise as stated: day, month ("2026-11"), year, or ISO week ("2026-W48"); empty: a time that
                    // has no date of its own ("every Monday", a clock time), to be passed over
};

// The date that begins at lexeme `at`. In news a bare weekday is the nearest such day on or before publication, unless
// its clause speaks of the future; the same holds for a bare month and for a day without its year.
std::optional<DateMatch> ReadDate(absl::Span<const Lexeme> lexemes, size_t at, const DateContext& context);

}  // namespace consilience
