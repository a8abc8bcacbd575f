// Calendar days and moments, UTC, proleptic Gregorian.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace consilience {

// A day as the number of days since 1970-01-01. `Parse` and `ToString` use ISO 8601.
class DayUtc {
 public:
  constexpr DayUtc() = default;
  constexpr explicit DayUtc(int32_t days) : days_(days) {}
  // nullopt when there is no such day; years are -9999 to 9999.
  static std::optional<DayUtc> FromCivil(int year, int month, int day);
  // "2026-11-24", also as the beginning of a longer timestamp ("2026-11-24T08:00:00Z", "2026-11-24 08:00").
  static std::optional<DayUtc> Parse(absl::string_view text);

  struct Civil {
    int year;
    int month;  // 1..12
    int day;    // 1..31
  };
  Civil ToCivil() const;
  // 0 is Monday, 6 is Sunday (ISO 8601 less one).
  int weekday() const;
  constexpr int32_t days() const { return days_; }
  std::string ToString() const;

  friend constexpr DayUtc operator+(DayUtc day, int32_t days) { return DayUtc(day.days_ + days); }
  friend constexpr DayUtc operator-(DayUtc day, int32_t days) { return DayUtc(day.days_ - days); }
  friend constexpr int32_t operator-(DayUtc a, DayUtc b) { return a.days_ - b.days_; }
  friend constexpr auto operator<=>(DayUtc, DayUtc) = default;

 private:
  int32_t days_ = 0;
};

// Seconds since 1970-01-01T00:00:00Z of an ISO 8601 timestamp: a day, or a day and "T" or a space and HH:MM[:SS[.frac]]
// and an optional zone ("Z", "+09:00", "+0900"); without a zone UTC is meant. nullopt when it is none of these.
std::optional<int64_t> ParseInstant(absl::string_view text);

// "2026-11-24T08:00:00Z".
std::string FormatInstant(int64_t seconds_utc);

}  // namespace consilience
