#include "engine/reconcile/entailment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claim/parsed_sentence.h"
#include "engine/reconcile/scene_table.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;
using ::testing::Contains;
using ::testing::Pair;

SceneWord Noun(std::string lemma, ScenePart part, bool place = false) {
  return {std::move(lemma), WordClass::kNoun, part, true, place};
}
SceneWord Verb(std::string lemma) {
  return {std::move(lemma), WordClass::kVerb, ScenePart::kPredicate, true, false};
}
SceneWord Modifier(std::string lemma, ScenePart part = ScenePart::kSubject) {
  return {std::move(lemma), WordClass::kAdjective, part, false, false};
}
SceneClaim Scene(std::vector<SceneWord> words, int subjects = 1) {
  SceneClaim claim;
  claim.words = std::move(words);
  claim.subjects = subjects;
  return claim;
}
SceneClaim Does(std::string subject, std::string verb) {
  return Scene({Noun(std::move(subject), ScenePart::kSubject), Verb(std::move(verb))});
}
SceneVerdict Judged(const SceneClaim& known, const SceneClaim& asked) {
  return JudgeScene(known, asked).verdict;
}

TEST(EntailmentTest, AClaimHoldsWhereItIsTold) {
  EXPECT_EQ(Judged(Does("woman", "juggle"), Does("woman", "juggle")), SceneVerdict::kAgree);
}

TEST(EntailmentTest, BroaderKindsFollow) {
  EXPECT_EQ(Judged(Does("poodle", "sprint"), Does("animal", "run")), SceneVerdict::kAgree);
  EXPECT_EQ(Judged(Does("plumber", "hum"), Does("person", "hum")), SceneVerdict::kAgree);
}

TEST(EntailmentTest, FewerModifiersFollowAndMoreDoNot) {
  const SceneClaim more =
      Scene({Modifier("wealthy"), Noun("plumber", ScenePart::kSubject), Verb("whistle"), Modifier("weary")});
  const SceneClaim fewer = Does("plumber", "whistle");
  EXPECT_EQ(Judged(more, fewer), SceneVerdict::kAgree);
  EXPECT_EQ(Judged(fewer, more), SceneVerdict::kNeither);
}

TEST(EntailmentTest, WhatOneThingCannotBeAtOnceIsAConflict) {
  EXPECT_EQ(Judged(Does("man", "sleep"), Does("man", "run")), SceneVerdict::kConflict);
  EXPECT_EQ(Judged(Does("man", "juggle"), Does("woman", "juggle")), SceneVerdict::kConflict);
}

TEST(EntailmentTest, NegationOfWhatIsToldIsAConflict) {
  SceneClaim negated = Does("sailor", "wave");
  negated.negated = true;
  EXPECT_EQ(Judged(Does("sailor", "wave"), negated), SceneVerdict::kConflict);
  EXPECT_EQ(Judged(negated, Does("sailor", "wave")), SceneVerdict::kConflict);
  EXPECT_EQ(Judged(negated, negated), SceneVerdict::kAgree);
}

TEST(EntailmentTest, APlaceShowsWhetherItIsOutdoors) {
  const SceneClaim beach = Scene({Noun("nun", ScenePart::kSubject), Noun("beach", ScenePart::kObject, true)});
  const SceneClaim outdoors = Scene({Noun("nun", ScenePart::kSubject), Modifier("outdoors", ScenePart::kObject)});
  const SceneClaim indoors = Scene({Noun("nun", ScenePart::kSubject), Modifier("indoors", ScenePart::kObject)});
  EXPECT_THAT(FindSceneEvidence(beach, outdoors), Contains(Pair("object.word.shown", 1)));
  EXPECT_EQ(Judged(beach, outdoors), SceneVerdict::kAgree);
  EXPECT_NE(Judged(beach, indoors), SceneVerdict::kAgree);
}

TEST(EntailmentTest, OtherNumbersOfSubjectsAreEvidence) {
  SceneClaim two = Does("nun", "wave"), five = two;
  two.subjects = 2;
  five.subjects = 5;
  EXPECT_THAT(FindSceneEvidence(two, five), Contains(Pair("count.other", 1)));
  EXPECT_THAT(FindSceneEvidence(two, two), Contains(Pair("count.same", 1)));
}

TEST(EntailmentTest, TheHighestWeightDecides) {
  const SceneJudgement judgement = JudgeScene(Does("man", "sleep"), Does("man", "run"));
  const auto verdict = static_cast<size_t>(judgement.verdict);
  for (const int32_t weight : judgement.weights) EXPECT_LE(weight, judgement.weights[verdict]);
  // Evidence without a weight decides nothing.
  EXPECT_EQ(JudgeScene(SceneEvidence{{"no such evidence", 3}}).weights[0], 0);
}

TEST(SceneClaimTest, PartsAreReadFromTheTree) {
  const ParsedSentence sentence(R"(
    Three three NUM CD 3 nummod
    old old ADJ JJ 3 amod
    guys guy NOUN NNS 6 nsubj
    are be AUX VBP 6 aux
    not not PART RB 6 advmod
    fishing fish VERB VBG 0 root
    on on ADP IN 9 case
    the the DET DT 9 det
    pier pier NOUN NN 6 obl)");
  const ByteSpan parts[kSceneParts] = {{0, 14}, {15, 30}, {31, 42}};
  const SceneClaim claim = ReadSceneClaim(sentence.analysis(), parts);
  ASSERT_EQ(claim.words.size(), 4u);
  EXPECT_TRUE(claim.negated);
  EXPECT_EQ(claim.subjects, 3);
  EXPECT_EQ(claim.words[0].lemma, "old");
  EXPECT_FALSE(claim.words[0].head);
  EXPECT_EQ(claim.words[1].lemma, "man");  // what "guy" stands for
  EXPECT_TRUE(claim.words[1].head);
  EXPECT_EQ(claim.words[2].part, ScenePart::kPredicate);
  EXPECT_EQ(claim.words[2].word_class, WordClass::kVerb);
  EXPECT_EQ(claim.words[3].lemma, "pier");
  EXPECT_TRUE(claim.words[3].place);
}

TEST(SceneTableTest, WaysOfOneRowExcludeEachOtherUnlessAnotherRowHoldsThemTogether) {
  const SceneTable& table = SceneTable::Default();
  EXPECT_TRUE(table.Apart("sit", "stand"));
  EXPECT_TRUE(table.Apart("stand", "sit"));
  EXPECT_FALSE(table.Apart("sit", "sit"));
  EXPECT_FALSE(table.Apart("jog", "sprint"));
  EXPECT_FALSE(table.Apart("sit", "red"));
}

TEST(SceneTableTest, WhatShowsOneThingExcludesItsOpposite) {
  const SceneTable& table = SceneTable::Default();
  EXPECT_TRUE(table.Excludes("beach", "indoors"));
  EXPECT_TRUE(table.Excludes("run", "asleep"));
  EXPECT_FALSE(table.Apart("beach", "indoors"));
  EXPECT_FALSE(table.Excludes("beach", "outdoors"));
  EXPECT_FALSE(table.Excludes("indoors", "beach"));  // what is indoors shows nothing of a beach
}

TEST(SceneTableTest, EvidenceShowsItsConclusionAndNotTheOtherWayRound) {
  const SceneTable& table = SceneTable::Default();
  EXPECT_TRUE(table.Shows("beach", "outdoors"));
  EXPECT_FALSE(table.Shows("outdoors", "beach"));
  EXPECT_EQ(table.Usual("somebody"), "person");
  EXPECT_EQ(table.Usual("plumber"), "plumber");
}

}  // namespace
}  // namespace consilience
