// The questions that the rules of credits ask of the words, without a tree.
#include "engine/attribution/credit_words.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "attribution/shared_stages.h"

namespace consilience {
namespace {

class Statement {
 public:
  explicit Statement(std::string text)
      : text_(std::move(text)),
        segmentation_(SharedStages().segmenter->Segment(text_)),
        words_({text_, segmentation_.TokensOf(segmentation_.statements.front())}, nullptr, {}, {}) {}

  const CreditWords* operator->() const { return &words_; }

 private:
  std::string text_;
  Segmentation segmentation_;
  CreditWords words_;
};

TEST(CreditWords, SkipWhatStandsBetweenAnOutletAndItsVerb) {
  const Statement adverbs("Reuters later reported that the dam held.");
  EXPECT_EQ(adverbs->SkipAdverbs(1), 2);
  EXPECT_EQ(adverbs->SkipAdverbs(2), 2);
  const Statement bracket("Axis (a weekly) reported that the dam held.");
  EXPECT_EQ(bracket->SkipBracket(1), 5);
  EXPECT_EQ(bracket->SkipBracket(5), 5);
  const Statement insertion("Reuters, citing two divers, reported that the dam held.");
  EXPECT_EQ(insertion->SkipInsertion(1), 6);
  EXPECT_EQ(insertion->SkipInsertion(6), 6);
}

TEST(CreditWords, AnOutletMayOnlyModifyANoun) {
  const Statement viewers("According to CNN viewers the dam held.");
  EXPECT_TRUE(viewers->OnlyModifies(3, false));
  const Statement clause("According to CNN the dam held.");
  EXPECT_FALSE(clause->OnlyModifies(3, false));
}

TEST(CreditWords, AVerbIsRefusedWithinItsClause) {
  EXPECT_TRUE(Statement("She declined to tell Reuters why.")->IsRefused(3, 0));
  EXPECT_FALSE(Statement("She declined, but told Reuters why.")->IsRefused(4, 0));
}

TEST(CreditWords, AnEstimateHasANumber) {
  EXPECT_TRUE(Statement("Reuters put the damage at $4 million.")->IsEstimate(1));
  EXPECT_FALSE(Statement("Reuters put the reporter at the gate.")->IsEstimate(1));
}

TEST(CreditWords, AskingForAnActIsNoQuestion) {
  EXPECT_TRUE(Statement("Reuters asked whether the dam held.")->IsQuestion(1));
  EXPECT_FALSE(Statement("Reuters asked him to leave the dam.")->IsQuestion(1));
}

TEST(CreditWords, WhatIsDisputedIsSaidShortlyBefore) {
  EXPECT_TRUE(Statement("The owner denied a report by Reuters.")->Disputes(4));
  EXPECT_FALSE(Statement("The owner read a report by Reuters.")->Disputes(4));
}

}  // namespace
}  // namespace consilience
