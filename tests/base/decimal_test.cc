#include "engine/base/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace consilience {
namespace {

Decimal D(absl::string_view text) {
  const std::optional<Decimal> decimal = Decimal::Parse(text);
  EXPECT_TRUE(decimal.has_value()) << std::string(text);
  return decimal.value_or(Decimal());
}

TEST(Decimal, EqualNumbersAreEqualHoweverTheyAreWritten) {
  EXPECT_EQ(D("1.50"), D("1.5"));
  EXPECT_EQ(D("0001.5e0"), D("+1.5"));
  EXPECT_EQ(D("1500"), D("1.5e3"));
  EXPECT_EQ(D("-0"), D("0.000"));
  EXPECT_EQ(D("4.2E9"), Decimal::Make(42, 8));
  EXPECT_EQ(D("12e-1"), D("1.2"));
  EXPECT_EQ(D(".5"), D("0.5"));
  EXPECT_EQ(D("5."), D("5"));
}

TEST(Decimal, WhatIsNotWhollyANumberIsNone) {
  for (const char* text :
       {"", "-", "+", ".", "e5", "1e", "1e+", "1,000", "1 ", " 1", "0x1", "1.2.3", "nan", "inf", "1e1001", "--1"}) {
    EXPECT_EQ(Decimal::Parse(text), std::nullopt) << text;
  }
}

TEST(Decimal, IsWrittenPlainlyAndReadsBack) {
  for (const char* text : {"0", "7", "-7", "550000000000", "0.059", "-0.059", "1234.5", "0.000000000000000001",
                           "999999999999999999", "-999999999999999999"}) {
    EXPECT_EQ(D(text).ToString(), text);
  }
  EXPECT_EQ(D("1e20").ToString(), "100000000000000000000");
}

TEST(Decimal, KeepsEighteenDigitsAndCutsTheRest) {
  EXPECT_EQ(D("1234567890123456789").ToString(), "1234567890123456780");
  EXPECT_EQ(D("0.1234567890123456789").ToString(), "0.123456789012345678");
  EXPECT_EQ(D("123456789012345678.9").ToString(), "123456789012345678");
  EXPECT_EQ(Decimal::FromInt(std::numeric_limits<int64_t>::max()).ToString(), "9223372036854775800");
  EXPECT_EQ(Decimal::FromInt(std::numeric_limits<int64_t>::min()).ToString(), "-9223372036854775800");
}

TEST(Decimal, SumsAndProductsOfSmallNumbersAreExact) {
  for (int a = -60; a <= 60; ++a) {
    for (int b = -60; b <= 60; ++b) {
      const Decimal x = Decimal::Make(a, -1);
      const Decimal y = Decimal::Make(b, -2);
      ASSERT_EQ(x + y, Decimal::Make(10 * a + b, -2)) << a << " " << b;
      ASSERT_EQ(x * y, Decimal::Make(a * b, -3)) << a << " " << b;
      ASSERT_EQ(x <=> y, 10 * a <=> b) << a << " " << b;
      ASSERT_EQ(-x, Decimal::Make(-a, -1));
    }
  }
}

TEST(Decimal, SumsOverManyMagnitudesAreExactAsFarAsEighteenDigitsGo) {
  EXPECT_EQ(D("1e17") + D("1"), D("100000000000000001"));
  EXPECT_EQ(D("1") + D("1e17"), D("100000000000000001"));
  EXPECT_EQ(D("1e40") + D("1"), D("1e40"));
  EXPECT_EQ(D("1e40") + D("-1e40"), Decimal());
  EXPECT_EQ(D("1000000") + D("-999999.999999"), D("0.000001"));
}

TEST(Decimal, IsOrderedAsNumbersAre) {
  const std::vector<std::string> ascending = {"-1e30",
                                              "-1000",
                                              "-999.9",
                                              "-1",
                                              "-0.2",
                                              "-1e-30",
                                              "0",
                                              "1e-30",
                                              "0.19",
                                              "0.2",
                                              "0.21",
                                              "1",
                                              "999.9",
                                              "1000",
                                              "1000.5",
                                              "1e18",
                                              "1.00000000000000001e18",
                                              "1e30"};
  for (size_t i = 0; i < ascending.size(); ++i) {
    for (size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(D(ascending[i]) <=> D(ascending[j]), i <=> j) << ascending[i] << " " << ascending[j];
    }
  }
}

TEST(Decimal, KnowsSignZeroAndWholeNumbers) {
  EXPECT_TRUE(D("0.0").is_zero());
  EXPECT_TRUE(D("-0.1").is_negative());
  EXPECT_FALSE(D("-0").is_negative());
  EXPECT_TRUE(D("1200").is_integer());
  EXPECT_TRUE(D("12.0").is_integer());
  EXPECT_FALSE(D("12.5").is_integer());
  EXPECT_DOUBLE_EQ(D("550e9").ToDouble(), 550e9);
  EXPECT_DOUBLE_EQ(D("-0.059").ToDouble(), -0.059);
}

}  // namespace
}  // namespace consilience
