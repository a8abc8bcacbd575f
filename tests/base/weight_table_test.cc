#include "engine/base/weight_table.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace consilience {
namespace {

TEST(WeightTable, GivesEachFeatureItsPlaceAndPassesOverWhatNobodyHas) {
  constexpr absl::string_view kNames[] = {"length", "doubt"};
  std::vector<std::pair<std::ptrdiff_t, double>> found;
  ForEachWeight("# fitted\nintercept\t-1.5\ndoubt\t0.25\nrenamed\t9\nlength\tmany\n", kNames,
                [&](std::ptrdiff_t feature, double weight) { found.emplace_back(feature, weight); });
  EXPECT_EQ(found, (std::vector<std::pair<std::ptrdiff_t, double>>{{-1, -1.5}, {1, 0.25}}));
}

}  // namespace
}  // namespace consilience
