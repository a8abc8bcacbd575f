#include "engine/base/units.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace consilience {
namespace {

TEST(Probability, IsRoundedToMillionths) {
  EXPECT_EQ(Probability::FromDouble(0.1234564).millionths(), 123'456);
  EXPECT_EQ(Probability::FromDouble(0.1234566).millionths(), 123'457);
  EXPECT_EQ(Probability::FromDouble(1e-9).millionths(), 0);
  EXPECT_EQ(Probability::FromDouble(1.0 - 1e-9), Probability::Certain());
}

TEST(Probability, IsNeverOutsideZeroAndOne) {
  EXPECT_EQ(Probability::FromDouble(-0.5).millionths(), 0);
  EXPECT_EQ(Probability::FromDouble(1.5), Probability::Certain());
  EXPECT_EQ(Probability::FromDouble(std::numeric_limits<double>::infinity()), Probability::Certain());
  EXPECT_EQ(Probability::FromDouble(-std::numeric_limits<double>::infinity()).millionths(), 0);
  EXPECT_EQ(Probability::FromDouble(std::nan("")).millionths(), 0);
  EXPECT_EQ(Probability::FromMillionths(-1).millionths(), 0);
  EXPECT_EQ(Probability::FromMillionths(1'000'001), Probability::Certain());
}

TEST(Probability, AMillionthSurvivesTheWayThroughADouble) {
  for (int32_t millionths = 0; millionths <= Probability::kOne; millionths += 37) {
    const Probability probability = Probability::FromMillionths(millionths);
    EXPECT_EQ(Probability::FromDouble(probability.ToDouble()), probability);
  }
}

TEST(Probability, IsWrittenWithAtMostThreeDecimals) {
  EXPECT_EQ(Probability().ToString(), "0");
  EXPECT_EQ(Probability::Certain().ToString(), "1");
  EXPECT_EQ(Probability::FromDouble(0.87).ToString(), "0.87");
  EXPECT_EQ(Probability::FromDouble(0.5).ToString(), "0.5");
  EXPECT_EQ(Probability::FromDouble(0.007).ToString(), "0.007");
  EXPECT_EQ(Probability::FromMillionths(499).ToString(), "0");
  EXPECT_EQ(Probability::FromMillionths(500).ToString(), "0.001");
  EXPECT_EQ(Probability::FromMillionths(999'500).ToString(), "1");
}

TEST(Probability, IsOrderedByItsSize) {
  EXPECT_LT(Probability::FromMillionths(1), Probability::FromMillionths(2));
  EXPECT_EQ(Probability::FromDouble(0.3), Probability::FromMillionths(300'000));
}

}  // namespace
}  // namespace consilience
