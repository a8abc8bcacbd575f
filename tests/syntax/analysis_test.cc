#include "engine/syntax/analysis.h"

#include <initializer_list>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Word> WordsWithHeads(std::initializer_list<int32_t> heads) {
  std::vector<Word> words;
  for (const int32_t head : heads) {
    Word word;
    word.head = head;
    words.push_back(word);
  }
  return words;
}

Analysis TreeWithHeads(std::initializer_list<int32_t> heads) {
  Analysis analysis;
  analysis.Assign(WordsWithHeads(heads), {});
  return analysis;
}

TEST(IsTree, AcceptsOneRootedTreesOnly) {
  EXPECT_TRUE(IsTree(WordsWithHeads({kRoot})));
  EXPECT_TRUE(IsTree(WordsWithHeads({1, kRoot, 1})));
  EXPECT_FALSE(IsTree({}));
  EXPECT_FALSE(IsTree(WordsWithHeads({kRoot, kRoot})));
  EXPECT_FALSE(IsTree(WordsWithHeads({kRoot, 2, 1}))) << "a cycle beside the root";
  EXPECT_FALSE(IsTree(WordsWithHeads({kRoot, 1}))) << "a word that is its own head";
  EXPECT_FALSE(IsTree(WordsWithHeads({kRoot, 2}))) << "a head after the end";
  EXPECT_FALSE(IsTree(WordsWithHeads({-2, 0})));
}

TEST(Analysis, ListsChildrenInTheOrderOfTheSentence) {
  const Analysis tree = TreeWithHeads({2, 0, kRoot, 2, 3, 2});
  EXPECT_EQ(tree.root(), 2);
  EXPECT_THAT(tree.children(kRoot), ElementsAre(2));
  EXPECT_THAT(tree.children(0), ElementsAre(1));
  EXPECT_THAT(tree.children(1), IsEmpty());
  EXPECT_THAT(tree.children(2), ElementsAre(0, 3, 5));
  EXPECT_THAT(tree.children(3), ElementsAre(4));
}

TEST(Analysis, DominatesItselfAndWhatIsBelow) {
  const Analysis tree = TreeWithHeads({2, 0, kRoot, 2, 3, 2});
  EXPECT_TRUE(tree.Dominates(2, 4));
  EXPECT_TRUE(tree.Dominates(3, 3));
  EXPECT_TRUE(tree.Dominates(3, 4));
  EXPECT_TRUE(tree.Dominates(kRoot, 1));
  EXPECT_FALSE(tree.Dominates(0, 4));
  EXPECT_FALSE(tree.Dominates(4, 3));
  EXPECT_FALSE(tree.Dominates(2, kRoot));
}

TEST(Analysis, DominatesAgreesWithClimbingOnANonProjectiveTree) {
  const Analysis tree = TreeWithHeads({3, 0, 4, kRoot, 3, 1, 2});
  for (int32_t i = 0; i < tree.size(); ++i) {
    for (int32_t j = 0; j < tree.size(); ++j) {
      bool below = false;
      for (int32_t k = j; k != kRoot; k = tree.word(k).head) below |= k == i;
      EXPECT_EQ(tree.Dominates(i, j), below) << i << " " << j;
    }
  }
}

TEST(Analysis, WithoutWordsHasNoRootAndNoChildren) {
  const Analysis none;
  EXPECT_EQ(none.size(), 0);
  EXPECT_EQ(none.root(), kRoot);
  EXPECT_THAT(none.children(kRoot), IsEmpty());
  const Analysis assigned = TreeWithHeads({});
  EXPECT_EQ(assigned.root(), kRoot);
  EXPECT_THAT(assigned.children(kRoot), IsEmpty());
}

TEST(Analysis, HandlesAChainOfManyWordsWithoutRecursion) {
  std::vector<Word> words(200'000);
  for (size_t i = 0; i < words.size(); ++i) words[i].head = static_cast<int32_t>(i) - 1;
  Analysis chain;
  chain.Assign(std::move(words), {});
  EXPECT_EQ(chain.root(), 0);
  EXPECT_TRUE(chain.Dominates(0, chain.size() - 1));
  EXPECT_FALSE(chain.Dominates(chain.size() - 1, 0));
}

TEST(Analysis, KeepsItsLemmasWhenMoved) {
  std::vector<char> bytes = {'g', 'o'};
  std::vector<Word> words = WordsWithHeads({kRoot});
  words[0].lemma = absl::string_view(bytes.data(), bytes.size());
  Analysis first;
  first.Assign(std::move(words), std::move(bytes));
  const Analysis second = std::move(first);
  EXPECT_EQ(second.word(0).lemma, "go");
}

}  // namespace
}  // namespace consilience
