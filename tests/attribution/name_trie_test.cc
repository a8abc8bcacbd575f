#include "engine/attribution/name_trie.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace consilience {
namespace {

// Names are numbered as they are added.
NameTrie TrieOf(const std::vector<std::string>& names, bool exact_capitals = false) {
  NameTrie trie;
  for (size_t i = 0; i < names.size(); ++i) trie.Add(names[i], exact_capitals, static_cast<int32_t>(i));
  trie.Finish();
  return trie;
}

// The number of the longest name at the beginning of `text`; -1: none.
int32_t Find(const NameTrie& trie, const std::string& text) {
  std::vector<NameUnit> units;
  FindNameUnits(text, {0, static_cast<uint32_t>(text.size())}, &units);
  if (units.empty() || !trie.MayBegin(units[0])) return -1;
  return trie.Longest(units, 0).value;
}

TEST(NameTrieTest, TheLongestNameWins) {
  const NameTrie trie = TrieOf({"Fox", "Fox News", "Fox News Radio"});
  EXPECT_EQ(Find(trie, "Fox said"), 0);
  EXPECT_EQ(Find(trie, "Fox News said"), 1);
  EXPECT_EQ(Find(trie, "Fox News Radio"), 2);
  EXPECT_EQ(Find(trie, "Foxes"), -1);
}

TEST(NameTrieTest, CapitalsMustStandInTheText) {
  const NameTrie trie = TrieOf({"Time", "dpa", "n-tv"});
  EXPECT_EQ(Find(trie, "Time said"), 0);
  EXPECT_EQ(Find(trie, "TIME said"), 0);
  EXPECT_EQ(Find(trie, "time said"), -1);
  EXPECT_EQ(Find(trie, "dpa said"), 1);
  EXPECT_EQ(Find(trie, "DPA said"), 1);
  EXPECT_EQ(Find(trie, "n-tv said"), 2);
}

TEST(NameTrieTest, AbbreviationsThatMayBeWordsKeepTheirCapitals) {
  const NameTrie trie = TrieOf({"STAT"}, true);
  EXPECT_EQ(Find(trie, "STAT said"), 0);
  EXPECT_EQ(Find(trie, "Stat said"), -1);
}

TEST(NameTrieTest, DashesAreSpacesAndOtherMarksAreThemselves) {
  const NameTrie trie = TrieOf({"Al Jazeera", "A.P.", "E&E News", "Barron's"});
  EXPECT_EQ(Find(trie, "Al-Jazeera said"), 0);
  EXPECT_EQ(Find(trie, "Al  Jazeera said"), 0);
  EXPECT_EQ(Find(trie, "Al\u00a0Jazeera said"), 0);
  EXPECT_EQ(Find(trie, "A.P. said"), 1);
  EXPECT_EQ(Find(trie, "A P said"), -1);
  EXPECT_EQ(Find(trie, "E&E News"), 2);
  EXPECT_EQ(Find(trie, "Barron\u2019s"), 3);
}

TEST(NameTrieTest, UnitsKeepTheirPlaces) {
  const std::string text = "told The\u00a0Hill";
  std::vector<NameUnit> units;
  FindNameUnits(text, {5, static_cast<uint32_t>(text.size())}, &units);
  ASSERT_EQ(units.size(), 2u);
  EXPECT_EQ(units[1].span.In(text), "Hill");
  EXPECT_TRUE(units[1].capital);
}

}  // namespace
}  // namespace consilience
