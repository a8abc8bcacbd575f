#include "engine/base/day.h"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>

namespace consilience {
namespace {

TEST(DayUtc, CountsFromTheFirstDayOf1970) {
  EXPECT_EQ(DayUtc::FromCivil(1970, 1, 1)->days(), 0);
  EXPECT_EQ(DayUtc::FromCivil(1969, 12, 31)->days(), -1);
  EXPECT_EQ(DayUtc::FromCivil(2000, 3, 1)->days(), 11'017);
  EXPECT_EQ(DayUtc::FromCivil(2026, 11, 24)->days(), 20'781);
}

TEST(DayUtc, FollowsTheCalendarDayByDay) {
  // The Gregorian rules written out once more, over four hundred years: a whole period of the calendar.
  DayUtc day = *DayUtc::FromCivil(1900, 1, 1);
  int weekday = 0;  // it was a Monday
  for (int year = 1900; year < 2300; ++year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
      for (int number = 1; number <= lengths[month - 1]; ++number) {
        ASSERT_EQ(DayUtc::FromCivil(year, month, number), day);
        const DayUtc::Civil civil = day.ToCivil();
        ASSERT_TRUE(civil.year == year && civil.month == month && civil.day == number) << day.ToString();
        ASSERT_EQ(day.weekday(), weekday) << day.ToString();
        ASSERT_EQ(DayUtc::Parse(day.ToString()), day);
        day = day + 1;
        weekday = (weekday + 1) % 7;
      }
      EXPECT_EQ(DayUtc::FromCivil(year, month, lengths[month - 1] + 1), std::nullopt);
    }
  }
}

TEST(DayUtc, ThereAreNoOtherDays) {
  for (const auto& [year, month, day] : {std::array{2026, 0, 1},
                                         {2026, 13, 1},
                                         {2026, 1, 0},
                                         {2026, 4, 31},
                                         {2026, -1, 5},
                                         {2026, 1, -5},
                                         {2025, 2, 29},
                                         {40'000, 1, 1},
                                         {-40'000, 1, 1}}) {
    EXPECT_EQ(DayUtc::FromCivil(year, month, day), std::nullopt) << year << " " << month << " " << day;
  }
}

TEST(DayUtc, DaysAreReadFromTheBeginningOfATimestamp) {
  const std::optional<DayUtc> day = DayUtc::FromCivil(2026, 11, 24);
  EXPECT_EQ(DayUtc::Parse("2026-11-24"), day);
  EXPECT_EQ(DayUtc::Parse("2026-11-24T08:00:00Z"), day);
  EXPECT_EQ(DayUtc::Parse("2026-11-24 08:00"), day);
  for (const char* text : {"", "2026", "2026-11", "2026-11-2", "26-11-24", "2026-11-31", "2026-11-240", "2026/11/24",
                           " 2026-11-24", "2026-11-24x", "2026-+1-24"}) {
    EXPECT_EQ(DayUtc::Parse(text), std::nullopt) << text;
  }
}

TEST(DayUtc, BeforeYearsOfFourDigitsTheyAreFilledWithZeros) {
  EXPECT_EQ(DayUtc::FromCivil(79, 8, 24)->ToString(), "0079-08-24");
}

TEST(Instant, AZoneIsTakenOffAndNoneMeansUtc) {
  const int64_t eight = 1'795'507'200;  // 2026-11-24T08:00:00Z
  EXPECT_EQ(ParseInstant("2026-11-24T08:00:00Z"), eight);
  EXPECT_EQ(ParseInstant("2026-11-24 08:00"), eight);
  EXPECT_EQ(ParseInstant("2026-11-24T08:00:00"), eight);
  EXPECT_EQ(ParseInstant("2026-11-24T17:00:00+09:00"), eight);
  EXPECT_EQ(ParseInstant("2026-11-24T02:30-0530"), eight);
  EXPECT_EQ(ParseInstant("2026-11-24T08:00:00.999Z"), eight);
  EXPECT_EQ(ParseInstant("2026-11-23T24:00Z"), eight - 8 * 3600);
  EXPECT_EQ(ParseInstant("2026-11-24"), eight - 8 * 3600);
  EXPECT_EQ(ParseInstant("1969-12-31T23:59:59Z"), -1);
}

TEST(Instant, WhatIsNotATimeIsNone) {
  for (const char* text : {"", "today", "2026-11-24T", "2026-11-24T8:00", "2026-11-24T25:00", "2026-11-24T24:30",
                           "2026-11-24T08:60", "2026-11-24T08:00:61", "2026-11-24T08:00:00X", "2026-11-24T08:00:00ZZ",
                           "2026-11-24T08:00+9", "2026-11-24T08:00+09:0", "2026-11-24T08:00+99:00",
                           "2026-11-24T08:00+09:99", "2026-11-24T08:00 GMT", "2026-02-30T08:00"}) {
    EXPECT_EQ(ParseInstant(text), std::nullopt) << text;
  }
}

TEST(Instant, IsWrittenInUtcAndReadsBack) {
  EXPECT_EQ(FormatInstant(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(FormatInstant(-1), "1969-12-31T23:59:59Z");
  for (int64_t seconds = -5'000'000'000; seconds < 10'000'000'000; seconds += 86'413 * 7) {
    ASSERT_EQ(ParseInstant(FormatInstant(seconds)), seconds);
  }
}

}  // namespace
}  // namespace consilience
