#include "engine/claim/statement_speech.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/parsed_sentence.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// A speech whose source and cue are words and whose content goes from one word to another.
Speech MakeSpeech(const ParsedSentence& sentence, int32_t source, int32_t cue, int32_t first, int32_t last) {
  const Analysis& analysis = sentence.analysis();
  Speech speech;
  speech.source_word = source;
  speech.cue_word = cue;
  speech.source = {analysis.word(source).span};
  speech.content = {{analysis.word(first).span.begin, analysis.word(last).span.end}};
  speech.speaker = std::string(analysis.word(source).form);
  return speech;
}

// Who says the clause that word `head` heads; "" when the text itself does.
std::string SpeakerOf(const ParsedSentence& sentence, const std::vector<Speech>& speech, int32_t head) {
  const ExtractionContext context = sentence.Context(speech);
  const std::vector<SpokenSpan> spoken = SpokenSpans(speech);
  const ClauseIndex clauses(sentence.analysis());
  const StatementMarks marks = MarkStatement(sentence.analysis());
  const std::vector<Assertion> assertions = AssertionsOf(sentence.analysis(), marks, clauses.all());
  const StatementSpeech statement(context, spoken, 0, clauses, marks, assertions);
  EXPECT_NE(clauses.At(head), nullptr);
  const Speech* said = statement.Of(*clauses.At(head));
  return said == nullptr ? "" : said->speaker;
}

constexpr const char* kNested = R"(
  Ana Ana PROPN NNP 2 nsubj
  said say VERB VBD 0 root
  Ben Ben PROPN NNP 4 nsubj
  claimed claim VERB VBD 2 ccomp
  rain rain NOUN NN 6 nsubj
  fell fall VERB VBD 4 ccomp)";

TEST(StatementSpeechTest, TheInnermostSpeakerSaysIt) {
  const ParsedSentence sentence(kNested);
  const std::vector<Speech> speech = {MakeSpeech(sentence, 0, 1, 2, 5), MakeSpeech(sentence, 2, 3, 4, 5)};
  EXPECT_EQ(SpeakerOf(sentence, speech, 1), "");
  EXPECT_EQ(SpeakerOf(sentence, speech, 3), "Ana");
  EXPECT_EQ(SpeakerOf(sentence, speech, 5), "Ben");
}

TEST(StatementSpeechTest, ARelativePronounSpeaksForItsNoun) {
  const ParsedSentence report(R"(
    a a DET DT 2 det
    report report NOUN NN 0 root
    which which PRON WDT 4 nsubj
    said say VERB VBD 2 acl:relcl
    rain rain NOUN NN 6 nsubj
    fell fall VERB VBD 4 ccomp)");
  Speech said = MakeSpeech(report, 2, 3, 4, 5);
  EXPECT_EQ(SpeakerOf(report, {said}, 5), "which");
  said.kind = SpeechKind::kShow;  // "a report came, which shows that rain fell": the report does not show it
  EXPECT_EQ(SpeakerOf(report, {said}, 5), "");
  const ParsedSentence flood(R"(
    a a DET DT 2 det
    flood flood NOUN NN 0 root
    which which PRON WDT 4 nsubj
    said say VERB VBD 2 acl:relcl
    rain rain NOUN NN 6 nsubj
    fell fall VERB VBD 4 ccomp)");
  EXPECT_EQ(SpeakerOf(flood, {MakeSpeech(flood, 2, 3, 4, 5)}, 5), "");
}

TEST(StatementSpeechTest, WhoHasAClaimMakesIt) {
  const ParsedSentence claim(R"(
    her her PRON PRP$ 2 nmod:poss
    claim claim NOUN NN 0 root
    that that SCONJ IN 5 mark
    rain rain NOUN NN 5 nsubj
    fell fall VERB VBD 2 acl)");
  EXPECT_EQ(SpeakerOf(claim, {MakeSpeech(claim, 0, 1, 2, 4)}, 4), "her");
  const ParsedSentence silent(R"(
    her her PRON PRP$ 2 nmod:poss
    claim claim NOUN NN 4 nsubj
    rain rain NOUN NN 4 nsubj
    fell fall VERB VBD 0 root)");
  EXPECT_EQ(SpeakerOf(silent, {MakeSpeech(silent, 0, 1, 2, 3)}, 3), "");
}

TEST(StatementSpeechTest, WhatSaysTheVeryWordsMaySpeakWhateverItIs) {
  constexpr const char* kTree = R"(
    " " PUNCT `` 3 punct
    Rain rain NOUN NN 3 nsubj
    fell fall VERB VBD 7 ccomp
    , , PUNCT , 3 punct
    " " PUNCT '' 3 punct
    fog fog NOUN NN 7 nsubj
    said say VERB VBD 0 root)";
  const ParsedSentence said(kTree);
  Speech speech = MakeSpeech(said, 5, 6, 0, 4);
  EXPECT_EQ(SpeakerOf(said, {speech}, 2), "") << "not quoted";
  speech.quoted = true;
  EXPECT_EQ(SpeakerOf(said, {speech}, 2), "fog");
  const ParsedSentence adding(R"(
    " " PUNCT `` 3 punct
    Rain rain NOUN NN 3 nsubj
    fell fall VERB VBD 7 ccomp
    , , PUNCT , 3 punct
    " " PUNCT '' 3 punct
    fog fog NOUN NN 7 nsubj
    adding add VERB VBG 0 root)");
  speech = MakeSpeech(adding, 5, 6, 0, 4);
  speech.quoted = true;
  EXPECT_EQ(SpeakerOf(adding, {speech}, 2), "") << "fog adds nothing";
}

TEST(StatementSpeechTest, TheSpeechOfACueIsFoundByIt) {
  const ParsedSentence sentence(kNested);
  const std::vector<Speech> speech = {MakeSpeech(sentence, 0, 1, 2, 5), MakeSpeech(sentence, 2, 3, 4, 5)};
  const ExtractionContext context = sentence.Context(speech);
  const std::vector<SpokenSpan> spoken = SpokenSpans(speech);
  const ClauseIndex clauses(sentence.analysis());
  const StatementMarks marks;
  const std::vector<Assertion> assertions;
  const StatementSpeech statement(context, spoken, 0, clauses, marks, assertions);
  EXPECT_EQ(statement.At(1), speech.data());
  EXPECT_EQ(statement.At(3), speech.data() + 1);
  EXPECT_EQ(statement.At(5), nullptr);
}

TEST(StatementSpeechTest, WhoTellsOfUsSaysIt) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    we we PRON PRP 4 nsubj
    believed believe VERB VBD 2 ccomp
    rain rain NOUN NN 6 nsubj
    fell fall VERB VBD 4 ccomp)");
  const std::vector<Speech> speech = {MakeSpeech(sentence, 0, 1, 2, 5), MakeSpeech(sentence, 2, 3, 4, 5)};
  EXPECT_EQ(SpeakerOf(sentence, speech, 5), "Ana");
}

TEST(StatementSpeechTest, NobodySaysWhatWasNotSaid) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    say say VERB VB 0 root
    rain rain NOUN NN 6 nsubj
    fell fall VERB VBD 4 ccomp)");
  EXPECT_EQ(SpeakerOf(sentence, {MakeSpeech(sentence, 0, 3, 4, 5)}, 5), "");
}

TEST(StatementSpeechTest, WhatIsKnownIsTheTextsOwn) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    knew know VERB VBD 0 root
    rain rain NOUN NN 4 nsubj
    fell fall VERB VBD 2 ccomp)");
  Speech speech = MakeSpeech(sentence, 0, 1, 2, 3);
  speech.kind = SpeechKind::kThink;
  EXPECT_EQ(SpeakerOf(sentence, {speech}, 3), "");
}

TEST(StatementSpeechTest, WhoClaimedTheContraryDoesNotSayIt) {
  const auto tree = [](const char* never) {
    return ParsedSentence(absl::StrCat(R"(
      Rain rain NOUN NN 3 nsubj
      )",
                                       never, R"( 3 advmod
      fell fall VERB VBD 0 root
      as as SCONJ IN 6 mark
      Ana Ana PROPN NNP 6 nsubj
      claimed claim VERB VBD 3 advcl)"));
  };
  const ParsedSentence denied = tree("never never ADV RB");
  const ParsedSentence affirmed = tree("often often ADV RB");
  EXPECT_EQ(SpeakerOf(denied, {MakeSpeech(denied, 4, 5, 0, 2)}, 2), "");
  EXPECT_EQ(SpeakerOf(affirmed, {MakeSpeech(affirmed, 4, 5, 0, 2)}, 2), "Ana");
}

TEST(StatementSpeechTest, WhatIsCoordinatedWithWhatWasSaidWasSaidToo) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    rain rain NOUN NN 4 nsubj
    fell fall VERB VBD 2 ccomp
    and and CCONJ CC 7 cc
    dams dam NOUN NNS 7 nsubj
    broke break VERB VBD 4 conj)");
  EXPECT_EQ(SpeakerOf(sentence, {MakeSpeech(sentence, 0, 1, 2, 3)}, 6), "Ana");
}

TEST(StatementSpeechTest, ThingsSayNothing) {
  const ParsedSentence sentence(R"(
    Money money NOUN NN 2 nsubj
    said say VERB VBD 0 root
    rain rain NOUN NN 4 nsubj
    fell fall VERB VBD 2 ccomp)");
  EXPECT_EQ(SpeakerOf(sentence, {MakeSpeech(sentence, 0, 1, 2, 3)}, 3), "");
}

}  // namespace
}  // namespace consilience
