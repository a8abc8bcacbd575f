#include "engine/syntax/decoder.h"

#include <limits>
#include <random>
#include <vector>

#include "engine/syntax/analysis.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

// Scores of every head for every word, drawn from a seed.
std::vector<float> RandomScores(size_t n, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<float> scores(n * (n + 1));
  for (float& score : scores) score = static_cast<float>(random() % 2001) / 100 - 10;
  return scores;
}

float SumOf(const std::vector<float>& scores, const std::vector<int32_t>& heads) {
  const size_t n = heads.size();
  float sum = 0;
  for (size_t i = 0; i < n; ++i) sum += scores[i * (n + 1) + static_cast<size_t>(heads[i] + 1)];
  return sum;
}

// The best sum over all projective trees, by trying every assignment of heads.
float BestByTrying(const std::vector<float>& scores, size_t n) {
  std::vector<int32_t> heads(n, kRoot);
  std::vector<int32_t> marks;
  float best = -std::numeric_limits<float>::infinity();
  for (;;) {
    if (IsProjectiveTree(heads.data(), n, &marks)) best = std::max(best, SumOf(scores, heads));
    size_t i = 0;
    while (i < n && ++heads[i] == static_cast<int32_t>(n)) heads[i++] = kRoot;
    if (i == n) return best;
  }
}

TEST(TreeDecoder, FindsTheBestOfAllProjectiveTrees) {
  TreeDecoder decoder;
  std::vector<int32_t> marks;
  for (size_t n = 1; n <= 5; ++n) {
    for (uint32_t seed = 0; seed < 60; ++seed) {
      const std::vector<float> scores = RandomScores(n, seed);
      std::vector<int32_t> heads(n);
      decoder.Decode(scores.data(), n, n + 1, heads.data());
      ASSERT_TRUE(IsProjectiveTree(heads.data(), n, &marks));
      EXPECT_NEAR(SumOf(scores, heads), BestByTrying(scores, n), 1e-3) << n << " words, seed " << seed;
    }
  }
}

TEST(TreeDecoder, MakesATreeOfAnyScores) {
  TreeDecoder decoder;
  std::vector<int32_t> marks;
  constexpr float kWeird[] = {std::numeric_limits<float>::quiet_NaN(),
                              std::numeric_limits<float>::infinity(),
                              -std::numeric_limits<float>::infinity(),
                              0,
                              1e38f,
                              -1e38f};
  for (uint32_t seed = 0; seed < 200; ++seed) {
    const size_t n = 1 + seed % 12;
    std::mt19937 random(seed);
    std::vector<float> scores(n * (n + 1));
    for (float& score : scores) score = kWeird[random() % std::size(kWeird)];
    std::vector<int32_t> heads(n);
    decoder.Decode(scores.data(), n, n + 1, heads.data());
    EXPECT_TRUE(IsProjectiveTree(heads.data(), n, &marks)) << seed;
  }
}

TEST(IsProjectiveTree, TellsCrossingArcsSeveralRootsAndCycles) {
  std::vector<int32_t> marks;
  const auto is = [&](const std::vector<int32_t>& heads) {
    return IsProjectiveTree(heads.data(), heads.size(), &marks);
  };
  EXPECT_TRUE(is({kRoot}));
  EXPECT_TRUE(is({1, kRoot, 1}));
  EXPECT_FALSE(is({kRoot, kRoot}));
  EXPECT_FALSE(is({1, 0}));
  EXPECT_FALSE(is({2, 3, kRoot, 2}));  // the arcs 0-2 and 1-3 cross
  EXPECT_FALSE(is({2, kRoot, 1}));     // the arc 0-2 covers the root
}

}  // namespace
}  // namespace consilience
