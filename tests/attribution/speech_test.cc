#include "engine/attribution/speech.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "support/processor_time.h"
#include "tests/attribution/treed_text.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TreedText;

std::string Join(absl::string_view text, const std::vector<ByteSpan>& spans) {
  return absl::StrJoin(spans, " + ", [&](std::string* out, ByteSpan span) { absl::StrAppend(out, span.In(text)); });
}

// "source | cue | content" of each speech.
std::vector<std::string> Speeches(absl::string_view source) {
  const TreedText treed(source);
  std::vector<std::string> out;
  for (const Speech& speech : FindSpeech(treed.text(), treed.segmentation(), treed.analyses())) {
    out.push_back(absl::StrCat(Join(treed.text(), speech.source), " | ", Join(treed.text(), speech.cue), " | ",
                               Join(treed.text(), speech.content)));
  }
  return out;
}

TEST(SpeechTest, AClauseIsWhatItsSubjectSaid) {
  EXPECT_THAT(Speeches("The/DET/2:det mayor/NOUN/3:nsubj said/VERB/0:root that/SCONJ/7:mark rain/NOUN/7:nsubj "
                       "would/AUX/7:aux fall/VERB/3:ccomp +./PUNCT/3:punct"),
              ElementsAre("The mayor | said | that rain would fall"));
}

TEST(SpeechTest, TheOneAddressedIsNoContent) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj told/VERB/0:root reporters/NOUN/2:iobj the/DET/5:det dam/NOUN/6:nsubj "
                       "held/VERB/2:ccomp +./PUNCT/2:punct"),
              ElementsAre("Lund | told | the dam held"));
}

TEST(SpeechTest, AVerbBesideTheClauseSplitsItsContent) {
  EXPECT_THAT(Speeches("The/DET/2:det dam/NOUN/7:nsubj +,/PUNCT/5:punct Lund/PROPN/5:nsubj said/VERB/7:parataxis "
                       "+,/PUNCT/5:punct held/VERB/0:root +./PUNCT/7:punct"),
              ElementsAre("Lund | said | The dam + held"));
}

TEST(SpeechTest, AQuotationOfSeveralStatementsBelongsToTheVerbThatClosesIt) {
  EXPECT_THAT(Speeches("\"/PUNCT/4:punct +The/DET/3:det dam/NOUN/4:nsubj held/VERB/0:root +./PUNCT/4:punct\n"
                       "We/PRON/2:nsubj slept/VERB/0:root +,/PUNCT/2:punct +\"/PUNCT/2:punct said/VERB/2:parataxis "
                       "Lund/PROPN/5:nsubj +./PUNCT/2:punct"),
              ElementsAre("Lund | said | \"The dam held. We slept,\""));
}

TEST(SpeechTest, AQuotationThatFollowsGoesOnWithTheSpeech) {
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/0:root +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "said/VERB/3:parataxis Lund/PROPN/6:nsubj +./PUNCT/3:punct\n"
                       "\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct +\"/PUNCT/3:punct"),
              ElementsAre("Lund | said | \"We slept,\" + \"Nobody woke.\""));
}

TEST(SpeechTest, AccordingToNamesASource) {
  EXPECT_THAT(Speeches("The/DET/2:det dam/NOUN/3:nsubj held/VERB/0:root +,/PUNCT/8:punct according/VERB/8:case "
                       "to/ADP/5:fixed the/DET/8:det ministry/NOUN/3:obl +./PUNCT/3:punct"),
              ElementsAre("the ministry | according to | The dam held"));
}

TEST(SpeechTest, ANounOfSpeechHasItsOwnerAsSource) {
  EXPECT_THAT(Speeches("The/DET/2:det ministry/NOUN/4:nmod:poss +'s/PART/2:case claim/NOUN/9:nsubj that/SCONJ/8:mark "
                       "the/DET/7:det dam/NOUN/8:nsubj held/VERB/4:acl spread/VERB/0:root +./PUNCT/9:punct"),
              ElementsAre("The ministry | claim | that the dam held"));
}

TEST(SpeechTest, APassiveHasTheSubjectAmongItsContent) {
  EXPECT_THAT(Speeches("Lund/PROPN/3:nsubj:pass is/AUX/3:aux:pass said/VERB/0:root to/PART/6:mark have/AUX/6:aux "
                       "left/VERB/3:xcomp/VBN +./PUNCT/3:punct"),
              ElementsAre(" | is said | Lund + to have left"));
}

TEST(SpeechTest, WhatIsWantedIsAnInfinitive) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj refused/VERB/0:root to/PART/4:mark leave/VERB/2:xcomp +./PUNCT/2:punct"),
              ElementsAre("Lund | refused | to leave"));
}

TEST(SpeechTest, APersonUrgedIsNoContentButWhatSheShallDoIs) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj urged/VERB/0:root miners/NOUN/2:obj to/PART/5:mark leave/VERB/2:xcomp "
                       "+./PUNCT/2:punct"),
              ElementsAre("Lund | urged | to leave"));
}

TEST(SpeechTest, AJudgementHoldsItsGround) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj praised/VERB/0:root the/DET/4:det miners/NOUN/2:obj for/ADP/6:case "
                       "courage/NOUN/2:obl on/ADP/8:case Monday/PROPN/2:obl +./PUNCT/2:punct"),
              ElementsAre("Lund | praised | the miners for courage"));
}

TEST(SpeechTest, ACallTakesItsPrepositionIntoTheCue) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj called/VERB/0:root for/ADP/5:case a/DET/5:det strike/NOUN/2:obl "
                       "+./PUNCT/2:punct"),
              ElementsAre("Lund | called for | a strike"));
}

TEST(SpeechTest, WhatSomethingIsCalledGoesWithIt) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj called/VERB/0:root the/DET/4:det plan/NOUN/2:obj a/DET/6:det "
                       "failure/NOUN/2:xcomp +./PUNCT/2:punct"),
              ElementsAre("Lund | called | the plan a failure"));
}

TEST(SpeechTest, APhaseVerbIsPartOfTheCue) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj went/VERB/0:root on/ADP/2:compound:prt to/PART/5:mark say/VERB/2:xcomp "
                       "it/PRON/7:nsubj rained/VERB/5:ccomp +./PUNCT/2:punct"),
              ElementsAre("Lund | went on to say | it rained"));
}

TEST(SpeechTest, ALightVerbLendsItsSubjectToANoun) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj expressed/VERB/0:root concern/NOUN/2:obj about/ADP/6:case the/DET/6:det "
                       "dam/NOUN/3:nmod +./PUNCT/2:punct"),
              ElementsAre("Lund | expressed concern about | the dam"));
}

TEST(SpeechTest, AnAdjectiveOfThoughtHasItsCopulaInTheCue) {
  EXPECT_THAT(Speeches("Lund/PROPN/3:nsubj was/AUX/3:cop sure/ADJ/0:root that/SCONJ/7:mark the/DET/6:det "
                       "dam/NOUN/7:nsubj held/VERB/3:ccomp +./PUNCT/3:punct"),
              ElementsAre("Lund | was sure | that the dam held"));
}

TEST(SpeechTest, WhatSeemsHasNoSource) {
  EXPECT_THAT(Speeches("The/DET/2:det dam/NOUN/3:nsubj seems/VERB/0:root to/PART/5:mark hold/VERB/3:xcomp "
                       "+./PUNCT/3:punct"),
              ElementsAre(" | seems | The dam + to hold"));
}

TEST(SpeechTest, HearsayCoversItsClause) {
  EXPECT_THAT(Speeches("The/DET/2:det dam/NOUN/4:nsubj reportedly/ADV/4:advmod held/VERB/0:root +./PUNCT/4:punct"),
              ElementsAre(" | reportedly | The dam + held"));
}

TEST(SpeechTest, ANameAndAColonOpenSpeech) {
  EXPECT_THAT(Speeches("LUND/PROPN/4:dep +:/PUNCT/1:punct We/PRON/4:nsubj slept/VERB/0:root well/ADV/4:advmod "
                       "+./PUNCT/4:punct"),
              ElementsAre("LUND | : | We slept well"));
}

TEST(SpeechTest, ADatelineIsNobodysSource) {
  EXPECT_THAT(Speeches("LISBON/PROPN/7:nsubj (/PUNCT/3:punct +Reuters/PROPN/1:appos +)/PUNCT/3:punct -/PUNCT/7:punct "
                       "Lund/PROPN/7:nsubj said/VERB/0:root it/PRON/9:nsubj rained/VERB/7:ccomp +./PUNCT/7:punct"),
              ElementsAre("Lund | said | it rained"));
}

TEST(SpeechTest, WhatClosesAStatementReportsItWhateverTheTreeSays) {
  EXPECT_THAT(Speeches("The/DET/2:det sale/NOUN/3:nsubj ended/VERB/0:root/VBD +,/PUNCT/5:punct bankers/NOUN/2:appos "
                       "estimated/VERB/5:acl on/ADP/8:case Monday/PROPN/6:obl +./PUNCT/3:punct"),
              ElementsAre("bankers | estimated | The sale ended"));
  EXPECT_THAT(Speeches("When/SCONJ/4:mark the/DET/3:det sale/NOUN/4:nsubj ended/VERB/6:advcl/VBD +,/PUNCT/4:punct "
                       "bankers/NOUN/7:nsubj estimated/VERB/0:root +./PUNCT/7:punct"),
              IsEmpty());
}

TEST(SpeechTest, AClauseWithASubjectOfItsOwnIsNotCoveredByASpeechBeforeIt) {
  EXPECT_THAT(Speeches("It/PRON/2:nsubj rained/VERB/0:root +,/PUNCT/5:punct Lund/PROPN/5:nsubj said/VERB/2:parataxis "
                       "+,/PUNCT/9:punct but/CCONJ/9:cc nobody/PRON/9:nsubj stayed/VERB/2:conj +./PUNCT/2:punct"),
              ElementsAre("Lund | said | It rained"));
}

// A statement of `count` words, each hanging on the first, or each on the one before.
std::string LongStatement(int count, bool flat) {
  constexpr absl::string_view kWords[] = {"\"/PUNCT",    "Lund/PROPN", "said/VERB", "it/PRON",
                                          "claims/VERB", ",/PUNCT",    "he/PRON"};
  constexpr absl::string_view kRelations[] = {"punct", "nsubj", "conj", "nsubj", "ccomp", "punct", "parataxis"};
  std::string line = "said/VERB/0:root";
  for (int i = 1; i < count; ++i) {
    absl::StrAppend(&line, " ", kWords[i % 7], "/", flat ? 1 : i, ":", kRelations[(i + i / 7) % 7]);
  }
  return line;
}

double TimeOf(const TreedText& treed) {
  return testing::ProcessorTime([&] { FindSpeech(treed.text(), treed.segmentation(), treed.analyses()); });
}

TEST(SpeechTest, TimeGrowsWithTheWordsAndNotWithTheirSquare) {
  constexpr int kFew = 2500;
  for (const bool flat : {false, true}) {
    const double few = TimeOf(TreedText(LongStatement(kFew, flat)));
    const double many = TimeOf(TreedText(LongStatement(kFew * testing::kTimesAsLong, flat)));
    EXPECT_LT(many, testing::MostForTimesAsLong(few)) << (flat ? "flat" : "deep");
  }
}

std::vector<Speech> FindIn(const TreedText& treed) {
  return FindSpeech(treed.text(), treed.segmentation(), treed.analyses());
}

TEST(SpeechTest, AnAttributionWithinAnotherIsNested) {
  const TreedText treed(
      "Lund/PROPN/2:nsubj said/VERB/0:root Berg/PROPN/4:nsubj claims/VERB/2:ccomp it/PRON/6:nsubj "
      "rained/VERB/4:ccomp +./PUNCT/2:punct");
  const std::vector<Speech> speech = FindIn(treed);
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_FALSE(speech[0].nested);
  EXPECT_TRUE(speech[1].nested);
  EXPECT_EQ(speech[1].speaker, "Berg");
}

TEST(SpeechTest, KindsTellWhetherTheContentIsStated) {
  const TreedText treed(
      "Lund/PROPN/2:nsubj believes/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct\n"
      "Berg/PROPN/2:nsubj plans/VERB/0:root to/PART/4:mark leave/VERB/2:xcomp +./PUNCT/2:punct");
  const std::vector<Speech> speech = FindIn(treed);
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_EQ(speech[0].kind, SpeechKind::kThink);
  EXPECT_TRUE(speech[0].StatesContent());
  EXPECT_EQ(speech[1].kind, SpeechKind::kWant);
  EXPECT_FALSE(speech[1].StatesContent());
}

TEST(SpeechTest, PeopleWithoutANameAreAnonymous) {
  const TreedText treed(
      "Two/NUM/2:nummod officials/NOUN/3:nsubj said/VERB/0:root it/PRON/5:nsubj rained/VERB/3:ccomp +./PUNCT/3:punct\n"
      "The/DET/2:det officials/NOUN/3:nsubj said/VERB/0:root it/PRON/5:nsubj rained/VERB/3:ccomp +./PUNCT/3:punct\n"
      "Lund/PROPN/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct");
  const std::vector<Speech> speech = FindIn(treed);
  ASSERT_EQ(speech.size(), 3u);
  EXPECT_TRUE(speech[0].anonymous);
  EXPECT_FALSE(speech[1].anonymous);
  EXPECT_FALSE(speech[2].anonymous);
}

constexpr absl::string_view kShePlans =
    "She/PRON/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct";

TEST(SpeechTest, APronounStandsForWhoSpokeLast) {
  const TreedText treed(absl::StrCat(
      "Ann/PROPN/3:nsubj/NNP/PER Lund/PROPN/1:flat/NNP/PER said/VERB/0:root it/PRON/5:nsubj rained/VERB/3:ccomp "
      "+./PUNCT/3:punct\n",
      kShePlans));
  const std::vector<Speech> speech = FindIn(treed);
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_EQ(speech[1].source.front().In(treed.text()), "She");
  EXPECT_EQ(speech[1].speaker, "Ann Lund");
}

TEST(SpeechTest, APronounDoesNotStandForWhoIsOnlyTalkedOf) {
  // "The mayor said Ana Lund denied it. She said ...": the mayor, perhaps.
  const TreedText treed(
      "The/DET/2:det mayor/NOUN/3:nsubj said/VERB/0:root/VBD Ana/PROPN/6:nsubj/NNP/PER Lund/PROPN/4:flat/NNP/PER "
      "denied/VERB/3:ccomp/VBD it/PRON/6:obj +./PUNCT/3:punct\n"
      "She/PRON/2:nsubj said/VERB/0:root/VBD it/PRON/4:nsubj rained/VERB/2:ccomp/VBD +./PUNCT/2:punct");
  const std::vector<Speech> speech = FindSpeech(treed.text(), treed.segmentation(), treed.analyses());
  ASSERT_EQ(speech.size(), 3u);
  EXPECT_TRUE(speech[1].nested);
  EXPECT_EQ(speech[2].speaker, "She");
}

TEST(SpeechTest, APronounStaysWhenSomebodyElseWasNamed) {
  const TreedText treed(absl::StrCat(
      "Lund/PROPN/2:nsubj/NNP/PER said/VERB/0:root Berg/PROPN/4:nsubj/NNP/PER slept/VERB/2:ccomp +./PUNCT/2:punct\n",
      kShePlans));
  const std::vector<Speech> speech = FindIn(treed);
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_EQ(speech[1].speaker, "She");
}

TEST(SpeechTest, AQuotationThatEndsASentenceBelongsToNobodyAfterIt) {
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct +\"/PUNCT/3:punct\n"
                       "Lund/PROPN/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct"),
              ElementsAre("Lund | said | it rained"));
}

TEST(SpeechTest, AParagraphLeftOpenGoesOnInTheNext) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj said/VERB/0:root +:/PUNCT/6:punct \"/PUNCT/6:punct +We/PRON/6:nsubj "
                       "slept/VERB/2:parataxis +./PUNCT/2:punct\n"
                       "\n"
                       "\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct +\"/PUNCT/3:punct"),
              ElementsAre("Lund | said: | \"We slept. + \"Nobody woke.\""));
}

TEST(SpeechTest, AnyVerbBesideAQuotationReportsIt) {
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/8:ccomp +!/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "a/DET/7:det guest/NOUN/8:nsubj sang/VERB/0:root/VBD out/ADV/8:advmod +./PUNCT/8:punct"),
              ElementsAre("a guest | sang | \"We slept!\""));
  EXPECT_THAT(Speeches("The/DET/2:det guests/NOUN/3:nsubj sang/VERB/0:root/VBD +,/PUNCT/7:punct \"/PUNCT/7:punct "
                       "+we/PRON/7:nsubj slept/VERB/3:parataxis +./PUNCT/7:punct +\"/PUNCT/7:punct"),
              ElementsAre("The guests | sang | \"we slept.\""));
}

TEST(SpeechTest, ATitleInQuotationMarksIsSaidByNobody) {
  EXPECT_THAT(Speeches("The/DET/2:det guests/NOUN/3:nsubj sang/VERB/0:root/VBD +,/PUNCT/6:punct \"/PUNCT/6:punct "
                       "+Silent/ADJ/7:amod Night/NOUN/3:obj +\"/PUNCT/7:punct +./PUNCT/3:punct"),
              IsEmpty());
}

TEST(SpeechTest, ASentenceWithAColonLeadsOverToAQuotation) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj issued/VERB/0:root/VBD a/DET/4:det note/NOUN/2:obj +:/PUNCT/2:punct\n"
                       "\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct +\"/PUNCT/3:punct"),
              ElementsAre("Lund | issued | \"Nobody woke.\""));
}

TEST(SpeechTest, AQuotationAfterAParaphraseIsOfTheSameSpeaker) {
  constexpr absl::string_view kParaphrase =
      "Lund/PROPN/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct\n";
  constexpr absl::string_view kQuotation =
      "\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct +\"/PUNCT/3:punct";
  EXPECT_THAT(Speeches(absl::StrCat(kParaphrase, kQuotation)),
              ElementsAre("Lund | said | it rained + \"Nobody woke.\""));
  // Another sentence in between tells of something else.
  EXPECT_THAT(Speeches(absl::StrCat(kParaphrase, "Berg/PROPN/2:nsubj left/VERB/0:root +./PUNCT/2:punct\n", kQuotation)),
              ElementsAre("Lund | said | it rained"));
}

TEST(SpeechTest, AReporterBehindTheStopOfAQuotationGoesBeforeTheOneOfTheParaphrase) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +./PUNCT/2:punct\n"
                       "\"/PUNCT/3:punct +Who/PRON/3:nsubj woke/VERB/0:root +?/PUNCT/3:punct +\"/PUNCT/3:punct\n"
                       "Berg/PROPN/2:nsubj asked/VERB/0:root/VBD +./PUNCT/2:punct"),
              ElementsAre("Lund | said | it rained", "Berg | asked | \"Who woke?\""));
}

TEST(SpeechTest, WhoIsQuotedAsSayingSomethingSaysIt) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj quoted/VERB/0:root Berg/PROPN/2:obj as/SCONJ/5:mark saying/VERB/2:advcl/VBG "
                       "it/PRON/7:nsubj rained/VERB/5:ccomp +./PUNCT/2:punct"),
              ::testing::Contains("Berg | saying | it rained"));
}

TEST(SpeechTest, WhatAnInsertedSayingIsJoinedToByAndWasSaidToo) {
  const auto speeches = [](absl::string_view conjunction) {
    return Speeches(
        absl::StrCat("It/PRON/2:nsubj rained/VERB/0:root +,/PUNCT/5:punct Lund/PROPN/5:nsubj said/VERB/2:parataxis "
                     "+,/PUNCT/9:punct ",
                     conjunction, "/CCONJ/9:cc Berg/PROPN/9:nsubj slept/VERB/2:conj +./PUNCT/2:punct"));
  };
  EXPECT_THAT(speeches("and"), ElementsAre("Lund | said | It rained + and Berg slept"));
  EXPECT_THAT(speeches("but"), ElementsAre("Lund | said | It rained"));
}

TEST(SpeechTest, WhoIsNamedInTheNextParagraphSpokeInTheOneLeftOpen) {
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root +./PUNCT/3:punct\n"
                       "\n"
                       "\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/6:ccomp +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "said/VERB/0:root Lund/PROPN/6:nsubj +./PUNCT/6:punct"),
              ElementsAre("Lund | said | \"Nobody woke. + \"We slept,\""));
}

TEST(SpeechTest, AVerbQuotedBehindTheSayingIsSaidToo) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp +,/PUNCT/9:punct "
                       "and/CCONJ/9:cc Berg/PROPN/9:nsubj \"/PUNCT/9:punct +seems/VERB/2:conj/VBZ glad/ADJ/9:xcomp "
                       "+./PUNCT/9:punct +\"/PUNCT/9:punct"),
              ::testing::Contains(::testing::HasSubstr("\"seems glad.\"")));
}

TEST(SpeechTest, APostIsSaidByWhoSignsIt) {
  constexpr absl::string_view kPost =
      "Nobody/PRON/2:nsubj woke/VERB/0:root +!/PUNCT/2:punct\n"
      "We/PRON/2:nsubj slept/VERB/0:root +./PUNCT/2:punct\n";
  constexpr absl::string_view kSignature =
      "\u2014/PUNCT/2:punct Ana/PROPN/0:root Lund/PROPN/2:flat (/PUNCT/5:punct +@analund/PROPN/2:appos "
      "+)/PUNCT/5:punct";
  constexpr absl::string_view kBefore = "Berg/PROPN/2:nsubj left/VERB/0:root +./PUNCT/2:punct\n\n";
  EXPECT_THAT(Speeches(absl::StrCat(kBefore, kPost, kSignature)),
              ElementsAre("Ana Lund | \u2014 | Nobody woke! We slept."));
  EXPECT_THAT(Speeches(absl::StrCat(kBefore, kPost, "\n", kSignature)),
              ElementsAre("Ana Lund | \u2014 | Nobody woke! We slept."));
  EXPECT_THAT(Speeches(absl::StrCat(kBefore,
                                    "Ana/PROPN/0:root Lund/PROPN/1:flat (/PUNCT/4:punct "
                                    "+@analund/PROPN/1:appos +)/PUNCT/4:punct\n",
                                    kPost)),
              ElementsAre("Ana Lund | Ana | Nobody woke! We slept."));
  // Who signs a post is nobody's "he".
  const TreedText treed(absl::StrCat(kPost,
                                     "\u2014/PUNCT/2:punct Ana/PROPN/0:root/NNP/PER Lund/PROPN/2:flat/NNP/PER "
                                     "(/PUNCT/5:punct +@analund/PROPN/2:appos +)/PUNCT/5:punct\n\n",
                                     "He/PRON/2:nsubj said/VERB/0:root it/PRON/4:nsubj rained/VERB/2:ccomp"));
  const std::vector<Speech> speech = FindSpeech(treed.text(), treed.segmentation(), treed.analyses());
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_TRUE(speech[0].signed_post);
  EXPECT_EQ(speech[1].speaker, "He");
}

TEST(SpeechTest, AParagraphToWhichAReportingWordAndAColonLeadOverWasSaid) {
  constexpr absl::string_view kBlock =
      "\n\nWe/PRON/2:nsubj slept/VERB/0:root well/ADV/2:advmod +./PUNCT/2:punct\n"
      "Nobody/PRON/2:nsubj woke/VERB/0:root +./PUNCT/2:punct\n\nBerg/PROPN/2:nsubj left/VERB/0:root "
      "+./PUNCT/2:punct";
  EXPECT_THAT(Speeches(absl::StrCat("The/DET/2:det brief/NOUN/3:nsubj said/VERB/0:root/VBD +:/PUNCT/3:punct", kBlock)),
              ElementsAre("The brief | said | We slept well. Nobody woke."));
  EXPECT_THAT(Speeches(absl::StrCat("Here/ADV/0:root is/AUX/1:cop the/DET/4:det board/NOUN/6:nmod:poss +'s/PART/4:case "
                                    "letter/NOUN/1:nsubj +:/PUNCT/1:punct",
                                    kBlock)),
              ElementsAre("the board | letter | We slept well. Nobody woke."));
  // What is told, what a post may have stood for, what is nobody's.
  EXPECT_THAT(Speeches(absl::StrCat("Lund/PROPN/2:nsubj won/VERB/0:root/VBD +:/PUNCT/2:punct", kBlock)), IsEmpty());
  EXPECT_THAT(Speeches(absl::StrCat("Lund/PROPN/2:nsubj tweeted/VERB/0:root/VBD +:/PUNCT/2:punct", kBlock)), IsEmpty());
  EXPECT_THAT(Speeches(absl::StrCat("The/DET/2:det letter/NOUN/0:root +:/PUNCT/2:punct", kBlock)), IsEmpty());
  // A list.
  EXPECT_THAT(Speeches("The/DET/2:det brief/NOUN/3:nsubj said/VERB/0:root/VBD +:/PUNCT/3:punct\n\n"
                       "25/NUM/2:nummod ships/NOUN/0:root of/ADP/4:case it/PRON/2:nmod +./PUNCT/2:punct"),
              IsEmpty());
}

TEST(SpeechTest, AVerbThatCompletesAnotherHasItsSubject) {
  EXPECT_THAT(Speeches("Lund/PROPN/3:nsubj was/AUX/3:cop quick/ADJ/0:root to/PART/5:mark retort/VERB/3:advcl/VB "
                       "+:/PUNCT/8:punct \"/PUNCT/9:punct +We/PRON/9:nsubj slept/VERB/3:parataxis/VBD "
                       "+./PUNCT/3:punct +\"/PUNCT/3:punct"),
              ElementsAre("Lund | retort | \"We slept.\""));
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/0:root/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "Lund/PROPN/8:nsubj:pass is/AUX/8:aux:pass recorded/VERB/3:ccomp/VBN saying/VERB/8:xcomp/VBG "
                       "+./PUNCT/3:punct"),
              ElementsAre("Lund | saying | \"We slept,\""));
  // A verb that tells nothing does not: "Lund was quick to paint: ...".
  EXPECT_THAT(Speeches("Lund/PROPN/3:nsubj was/AUX/3:cop quick/ADJ/0:root to/PART/5:mark paint/VERB/3:advcl/VB "
                       "+:/PUNCT/8:punct \"/PUNCT/9:punct +We/PRON/9:nsubj slept/VERB/3:parataxis/VBD "
                       "+./PUNCT/3:punct +\"/PUNCT/3:punct"),
              IsEmpty());
}

TEST(SpeechTest, AReportingWordThatATreeTookForANounEndsTheSentenceAfterAQuotation) {
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/0:root/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "the/DET/7:det brief/ADJ/8:amod reads/NOUN/3:parataxis +./PUNCT/3:punct"),
              ElementsAre("the brief | reads | \"We slept,\""));
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/0:root/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "the/DET/7:det brief/ADJ/8:amod rains/NOUN/3:parataxis +./PUNCT/3:punct"),
              IsEmpty());
}

TEST(SpeechTest, WhoIsNamedBehindAReportingWordThatATreeTookForANounSpeaks) {
  EXPECT_THAT(
      Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/0:root/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
               "warns/NOUN/3:parataxis/NNS Ana/PROPN/6:flat/NNP/PER Lund/PROPN/7:flat/NNP/PER +,/PUNCT/10:punct "
               "mayor/NOUN/6:appos +./PUNCT/3:punct"),
      ElementsAre("Ana Lund | warns | \"We slept,\""));
}

TEST(SpeechTest, APersonNamedBeforeAColonSpeaksWithoutAVerb) {
  EXPECT_THAT(Speeches("Lund/PROPN/2:compound/NNP/PER shot/NOUN/0:root back/ADV/2:advmod +:/PUNCT/6:punct "
                       "\"/PUNCT/6:punct +We/PRON/7:nsubj slept/VERB/2:dep/VBD +./PUNCT/2:punct +\"/PUNCT/2:punct"),
              ElementsAre("Lund | shot | \"We slept.\""));
  EXPECT_THAT(Speeches("Rain/NOUN/2:compound/NN shot/NOUN/0:root back/ADV/2:advmod +:/PUNCT/6:punct "
                       "\"/PUNCT/6:punct +We/PRON/7:nsubj slept/VERB/2:dep/VBD +./PUNCT/2:punct +\"/PUNCT/2:punct"),
              IsEmpty());
}

TEST(SpeechTest, WhoIsTalkedOfInAQuotationSaysNothingOutsideOfIt) {
  // "He fled as the crew continued to shout": of the crew's words there is nothing.
  EXPECT_THAT(Speeches("\"/PUNCT/3:punct +He/PRON/3:nsubj fled/VERB/11:ccomp/VBD as/SCONJ/7:mark the/DET/6:det "
                       "crew/NOUN/7:nsubj continued/VERB/3:advcl/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
                       "Lund/PROPN/11:nsubj said/VERB/0:root/VBD +./PUNCT/11:punct"),
              ElementsAre("Lund | said | \"He fled as the crew continued,\""));
}

TEST(SpeechTest, AQuotationIsNotSaidByWhoSpeaksWithinIt) {
  const TreedText treed(
      "\"/PUNCT/5:punct +Nothing/PRON/5:nsubj he/PRON/4:nsubj said/VERB/2:acl:relcl/VBD is/AUX/6:cop "
      "true/ADJ/0:root +./PUNCT/6:punct +\"/PUNCT/6:punct");
  const std::vector<QuotedText> quotations = FindQuotations(treed.text(), treed.segmentation());
  const std::vector<Speech> speech = FindSpeech(treed.text(), treed.segmentation(), treed.analyses(), quotations);
  ASSERT_EQ(speech.size(), 1u);
  EXPECT_EQ(FindUnattributedQuotations(quotations, speech).size(), 1u);
}

TEST(SpeechTest, AReportThatIsReprintedWithinMarksNamesItsSpeakers) {
  const TreedText treed(
      "\"/PUNCT/3:punct +Rain/NOUN/3:nsubj fell/VERB/6:ccomp/VBD +,/PUNCT/6:punct police/NOUN/6:nsubj "
      "said/VERB/0:root/VBD +./PUNCT/6:punct\n"
      "Hail/NOUN/2:nsubj fell/VERB/5:ccomp/VBD +,/PUNCT/5:punct farmers/NOUN/5:nsubj said/VERB/0:root/VBD "
      "+./PUNCT/5:punct +\"/PUNCT/5:punct");
  const std::vector<QuotedText> quotations = FindQuotations(treed.text(), treed.segmentation());
  const std::vector<Speech> speech = FindSpeech(treed.text(), treed.segmentation(), treed.analyses(), quotations);
  ASSERT_EQ(speech.size(), 2u);
  EXPECT_TRUE(FindUnattributedQuotations(quotations, speech).empty());
}

TEST(SpeechTest, OfTwoSubjectsTheNearerSpeaks) {
  // "All that is past, she added, ..."
  EXPECT_THAT(Speeches("All/PRON/6:nsubj that/PRON/3:nsubj passed/VERB/1:acl:relcl/VBD +,/PUNCT/6:punct "
                       "Lund/PROPN/6:nsubj added/VERB/0:root/VBD that/SCONJ/9:mark it/PRON/9:nsubj "
                       "rained/VERB/6:ccomp/VBD +./PUNCT/6:punct"),
              ElementsAre("Lund | added | that it rained"));
  // "Harbour Board President Ana Lund said"
  EXPECT_THAT(Speeches("Harbour/PROPN/2:compound Board/PROPN/5:nsubj President/PROPN/4:nmod:desc Lund/PROPN/5:nsubj "
                       "said/VERB/0:root/VBD that/SCONJ/8:mark it/PRON/8:nsubj rained/VERB/5:ccomp/VBD "
                       "+./PUNCT/5:punct"),
              ElementsAre("President Lund | said | that it rained"));
  // But an apposition does not: "the board, its owner, said".
  EXPECT_THAT(Speeches("The/DET/2:det board/NOUN/7:nsubj +,/PUNCT/5:punct its/PRON/5:nmod:poss owner/NOUN/7:nsubj "
                       "+,/PUNCT/5:punct said/VERB/0:root/VBD that/SCONJ/10:mark it/PRON/10:nsubj "
                       "rained/VERB/7:ccomp/VBD +./PUNCT/7:punct"),
              ElementsAre("The board | said | that it rained"));
  // Nor does a name within a longer phrase: "the study in the journal Tides said".
  EXPECT_THAT(Speeches("The/DET/2:det study/NOUN/5:nsubj in/ADP/4:case Tides/PROPN/5:nsubj said/VERB/0:root/VBD "
                       "that/SCONJ/8:mark it/PRON/8:nsubj rained/VERB/5:ccomp/VBD +./PUNCT/5:punct"),
              ElementsAre("The study | said | that it rained"));
}

TEST(SpeechTest, AConjunctHasTheSubjectOfTheNearestBeforeIt) {
  EXPECT_THAT(Speeches("Ships/NOUN/2:nsubj sank/VERB/0:root/VBD +,/PUNCT/6:punct but/CCONJ/6:cc Lund/PROPN/6:nsubj "
                       "swam/VERB/2:conj/VBD and/CCONJ/8:cc said/VERB/2:conj/VBD it/PRON/10:nsubj "
                       "rained/VERB/8:ccomp/VBD +./PUNCT/2:punct"),
              ElementsAre("Lund | said | it rained"));
}

TEST(SpeechTest, WhatGoesOnWithAQuotationIsOfWhoseWordsItIs) {
  // "'We slept,' Lund wrote, according to the police. 'Nobody woke.'"
  EXPECT_THAT(
      Speeches("\"/PUNCT/3:punct +We/PRON/3:nsubj slept/VERB/7:ccomp/VBD +,/PUNCT/3:punct +\"/PUNCT/3:punct "
               "Lund/PROPN/7:nsubj wrote/VERB/0:root/VBD +,/PUNCT/12:punct according/VERB/12:case to/ADP/9:fixed "
               "the/DET/12:det police/NOUN/7:obl +./PUNCT/7:punct\n"
               "\"/PUNCT/3:punct +Nobody/PRON/3:nsubj woke/VERB/0:root/VBD +./PUNCT/3:punct +\"/PUNCT/3:punct"),
      ElementsAre("Lund | wrote | \"We slept,\" + \"Nobody woke.\"",
                  "the police | according to | \"We slept,\" Lund wrote"));
}

TEST(SpeechTest, VerbsOfDoingSayNothing) {
  EXPECT_THAT(
      Speeches("The/DET/2:det mayor/NOUN/3:nsubj opened/VERB/0:root the/DET/5:det dam/NOUN/3:obj +./PUNCT/3:punct"),
      IsEmpty());
}

TEST(SpeechTest, ARelativePronounStandsForItsNoun) {
  const TreedText treed(
      "Lund/PROPN/8:nsubj +,/PUNCT/4:punct who/PRON/4:nsubj/WP said/VERB/1:acl:relcl she/PRON/6:nsubj "
      "slept/VERB/4:ccomp +,/PUNCT/4:punct woke/VERB/0:root +./PUNCT/8:punct");
  const std::vector<Speech> speech = FindSpeech(treed.text(), treed.segmentation(), treed.analyses());
  ASSERT_EQ(speech.size(), 1u);
  EXPECT_EQ(speech[0].source.front().In(treed.text()), "who");
  EXPECT_EQ(speech[0].speaker, "Lund");
}

}  // namespace
}  // namespace consilience
