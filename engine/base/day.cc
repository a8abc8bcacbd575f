#include "engine/base/day.h"

#include <chrono>

#include "absl/strings/str_format.h"

namespace consilience {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Reads exactly `count` digits at `*at` and moves on; -1 when they are not there.
int Digits(absl::string_view text, size_t* at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i, ++*at) {
    if (*at >= text.size() || text[*at] < '0' || text[*at] > '9') return -1;
    value = value * 10 + (text[*at] - '0');
  }
  return value;
}

bool Skip(absl::string_view text, size_t* at, char c) {
  if (*at >= text.size() || text[*at] != c) return false;
  ++*at;
  return true;
}

std::optional<DayUtc> ParseDay(absl::string_view text, size_t* at) {
  const int year = Digits(text, at, 4);
  if (year < 0 || !Skip(text, at, '-')) return std::nullopt;
  const int month = Digits(text, at, 2);
  if (month < 0 || !Skip(text, at, '-')) return std::nullopt;
  const int day = Digits(text, at, 2);
  if (day < 0) return std::nullopt;
  return DayUtc::FromCivil(year, month, day);
}

}  // namespace

std::optional<DayUtc> DayUtc::FromCivil(int year, int month, int day) {
  // The calendar's own types wrap what does not fit them.
  if (year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day civil{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                             std::chrono::day(static_cast<unsigned>(day))};
  if (!civil.ok()) return std::nullopt;
  return DayUtc(static_cast<int32_t>(sys_days(civil).time_since_epoch().count()));
}

std::optional<DayUtc> DayUtc::Parse(absl::string_view text) {
  size_t at = 0;
  const std::optional<DayUtc> day = ParseDay(text, &at);
  if (!day || (at < text.size() && text[at] != 'T' && text[at] != ' ')) return std::nullopt;
  return day;
}

DayUtc::Civil DayUtc::ToCivil() const {
  const year_month_day civil{sys_days(std::chrono::days(days_))};
  return {static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
          static_cast<int>(static_cast<unsigned>(civil.day()))};
}

int DayUtc::weekday() const {
  return ((days_ + 3) % 7 + 7) % 7;
}

std::string DayUtc::ToString() const {
  const Civil civil = ToCivil();
  return absl::StrFormat("%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

std::optional<int64_t> ParseInstant(absl::string_view text) {
  size_t at = 0;
  const std::optional<DayUtc> day = ParseDay(text, &at);
  if (!day) return std::nullopt;
  int64_t seconds = int64_t{day->days()} * 86400;
  if (at == text.size()) return seconds;
  if (!Skip(text, &at, 'T') && !Skip(text, &at, ' ')) return std::nullopt;
  const int hour = Digits(text, &at, 2);
  if (hour < 0 || hour > 24 || !Skip(text, &at, ':')) return std::nullopt;
  const int minute = Digits(text, &at, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  if (hour == 24 && minute != 0) return std::nullopt;
  seconds += hour * 3600 + minute * 60;
  if (Skip(text, &at, ':')) {
    const int second = Digits(text, &at, 2);
    if (second < 0 || second > 60) return std::nullopt;
    seconds += second;
    if (Skip(text, &at, '.')) {
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
  }
  if (at == text.size() || (Skip(text, &at, 'Z') && at == text.size())) return seconds;
  const bool east = Skip(text, &at, '+');
  if (!east && !Skip(text, &at, '-')) return std::nullopt;
  const int zone_hour = Digits(text, &at, 2);
  if (zone_hour < 0 || zone_hour > 23) return std::nullopt;
  Skip(text, &at, ':');
  const int zone_minute = Digits(text, &at, 2);
  if (zone_minute < 0 || zone_minute > 59 || at != text.size()) return std::nullopt;
  const int64_t offset = zone_hour * 3600 + zone_minute * 60;
  return east ? seconds - offset : seconds + offset;
}

std::string FormatInstant(int64_t seconds_utc) {
  int64_t days = seconds_utc / 86400;
  int64_t rest = seconds_utc % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  return absl::StrFormat("%sT%02d:%02d:%02dZ", DayUtc(static_cast<int32_t>(days)).ToString(), rest / 3600,
                         rest / 60 % 60, rest % 60);
}

}  // namespace consilience
