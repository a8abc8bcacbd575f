#include "engine/attribution/speech.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
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
