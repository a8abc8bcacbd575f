#include "engine/claim/discourse.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/claim/name_forms.h"
#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

const char* const kSentence = "Ana/NNP//2:nsubj waved/VBD/wave/0:root";

std::vector<int32_t> TargetsOf(const NewestFirst& referents) {
  std::vector<int32_t> targets;
  for (const Referent& referent : referents) targets.push_back(referent.target);
  return targets;
}

TEST(Discourse, ReachesBackTwoStatementsFromTheNewest) {
  const TaggedDocument document({kSentence, kSentence, kSentence, kSentence});
  Discourse discourse;
  for (uint32_t s = 0; s < 4; ++s) {
    discourse.Begin(s, document.analyses()[s]);
    discourse.Add(0, static_cast<int32_t>(s), Gender::kFemale, true);
  }
  EXPECT_EQ(TargetsOf(discourse.Recent()), (std::vector<int32_t>{3, 2, 1}));
  EXPECT_EQ(TargetsOf(discourse.All()), (std::vector<int32_t>{3, 2, 1, 0}));
}

TEST(Discourse, LooksBackABoundedWay) {
  const TaggedDocument document({kSentence});
  Discourse discourse;
  discourse.Begin(0, document.analyses()[0]);
  for (int32_t target = 0; target < 5000; ++target) discourse.Add(0, target, Gender::kFemale, true);
  const std::vector<int32_t> targets = TargetsOf(discourse.All());
  EXPECT_LT(targets.size(), 1000);
  EXPECT_EQ(targets.front(), 4999);
}

TEST(Discourse, FindsAWordOfItsStatementAlone) {
  const TaggedDocument document({kSentence, kSentence});
  Discourse discourse;
  discourse.Begin(0, document.analyses()[0]);
  discourse.Add(0, 7, Gender::kFemale, true);
  ASSERT_NE(discourse.At(0), nullptr);
  EXPECT_EQ(discourse.At(0)->target, 7);
  EXPECT_EQ(discourse.At(1), nullptr);
  discourse.Begin(1, document.analyses()[1]);
  EXPECT_EQ(discourse.At(0), nullptr);
}

TEST(Discourse, TellsWhatCameBehindAReferent) {
  const TaggedDocument document({kSentence});
  Discourse discourse;
  discourse.Begin(0, document.analyses()[0]);
  discourse.Add(0, 7, Gender::kFemale, true);
  discourse.Add(1, NameMention::kUnresolved, Gender::kMale, true);
  EXPECT_EQ(discourse.Behind(*discourse.At(0)).size(), 1);
  EXPECT_TRUE(discourse.Behind(*discourse.At(1)).empty());
}

TEST(Discourse, KnowsWhatStandsInQuotes) {
  const TaggedDocument document({"\"/``//2:punct Go/VB/go/4:ccomp \"/''//2:punct said/VBD/say/0:root Ana/NNP//4:nsubj",
                                 "Now/RB//2:advmod go/VB/go/0:root \xE2\x80\x9D/''//2:punct"});
  Discourse discourse;
  discourse.Begin(0, document.analyses()[0]);
  EXPECT_TRUE(discourse.InQuotes(1));
  EXPECT_FALSE(discourse.InQuotes(3));
  discourse.Begin(1, document.analyses()[1]);  // opened in a statement before
  EXPECT_TRUE(discourse.InQuotes(0));
  EXPECT_FALSE(discourse.InQuotes(2));
}

}  // namespace
}  // namespace consilience
