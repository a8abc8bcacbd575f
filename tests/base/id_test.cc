#include "engine/base/id.h"

#include <gtest/gtest.h>

#include <set>

namespace consilience {
namespace {

TEST(Id, DependsOnContentAndKindAlone) {
  EXPECT_EQ(IdBuilder("claim").Add("a").Add(1).Finish(), IdBuilder("claim").Add("a").Add(1).Finish());
  EXPECT_NE(IdBuilder("claim").Add("a").Finish(), IdBuilder("group").Add("a").Finish());
}

TEST(Id, PartsAreKeptApart) {
  std::set<Id> ids;
  ids.insert(IdBuilder("k").Add("ab").Finish());
  ids.insert(IdBuilder("k").Add("a").Add("b").Finish());
  ids.insert(IdBuilder("k").Add("").Add("ab").Finish());
  ids.insert(IdBuilder("k").Add("ab").Add("").Finish());
  ids.insert(IdBuilder("ka").Add("b").Finish());
  ids.insert(IdBuilder("k").Finish());
  EXPECT_EQ(ids.size(), 6u);
}

TEST(Id, IsAPositiveIntegerAndManyDoNotCollide) {
  std::set<Id> ids;
  for (int64_t i = -50'000; i < 50'000; ++i) {
    const Id id = IdBuilder("n").Add(i).Finish();
    ASSERT_GE(id, 0);
    ids.insert(id);
  }
  EXPECT_EQ(ids.size(), 100'000u);
}

// Stores keep ids for years: a change of these numbers orphans what is written beside them.
TEST(Id, StaysTheSameFromVersionToVersion) {
  EXPECT_EQ(IdBuilder("claim").Add("The ferry Alma").Add("sink").Add(12).Finish(), 6386297094794249121);
  EXPECT_EQ(IdBuilder("").Finish(), 5150775175532752089);
}

}  // namespace
}  // namespace consilience
