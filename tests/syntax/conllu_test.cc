#include "engine/syntax/conllu.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Outcome {
  std::vector<std::string> texts;
  std::string written;  // every analysis written back
  std::vector<Diagnostic> rejected;
};

Outcome Read(absl::string_view content) {
  Outcome outcome;
  ReadConllu(
      content, "in.conllu",
      [&](const ConlluSentence& sentence) {
        outcome.texts.push_back(sentence.text);
        if (sentence.analysis.size() > 0) AppendConllu(sentence.text, sentence.analysis, &outcome.written);
      },
      [&](const Diagnostic& diagnostic) { outcome.rejected.push_back(diagnostic); });
  return outcome;
}

// "1 They they PRON PRP 2 nsubj _" -> the ten columns, features and enhanced graph left out.
std::string Line(const std::string& id, const std::string& form, const std::string& lemma, const std::string& upos,
                 const std::string& xpos, const std::string& head, const std::string& relation,
                 const std::string& misc = "ArcProb=1.00") {
  return absl::StrCat(id, "\t", form, "\t", lemma, "\t", upos, "\t", xpos, "\t_\t", head, "\t", relation, "\t_\t", misc,
                      "\n");
}

const std::string kSentence = "# text = Ministers don't agree.\n" +
                              Line("1", "Ministers", "minister", "NOUN", "NNS", "4", "nsubj") +
                              "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" + Line("2", "do", "do", "AUX", "VBP", "4", "aux") +
                              Line("3", "n't", "not", "PART", "RB", "4", "advmod", "ArcProb=0.97") +
                              Line("4", "agree", "agree", "VERB", "VB", "0", "root", "ArcProb=1.00|SpaceAfter=No") +
                              Line("5", ".", ".", "PUNCT", ".", "4", "punct") + "\n";

TEST(Conllu, RoundTripKeepsEveryByte) {
  const Outcome outcome = Read(kSentence);
  EXPECT_THAT(outcome.texts, ElementsAre("Ministers don't agree."));
  EXPECT_EQ(outcome.written, kSentence);
  EXPECT_THAT(outcome.rejected, IsEmpty());
}

TEST(Conllu, NamesTheSentenceAndWritesItsTextWithSingleSpaces) {
  const std::string text = "They \u00A0 left\n.";
  std::vector<Word> words(3);
  const ByteSpan spans[] = {{0, 4}, {8, 12}, {13, 14}};
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].span = spans[i];
    words[i].form = spans[i].In(text);
    words[i].lemma = words[i].form;
    words[i].head = i == 1 ? kRoot : 1;
    words[i].relation = i == 1 ? Relation::kRoot : Relation::kDep;
  }
  Analysis analysis;
  analysis.span = {0, 14};
  analysis.Assign(words, {});
  std::string out;
  AppendConllu(text, analysis, &out, "a/b c-1");
  EXPECT_THAT(out, testing::StartsWith("# sent_id = a_b_c-1\n# text = They left .\n1\tThey\t"));
}

TEST(Conllu, RebuildsTokensWithTheirSpansAndRanges) {
  ReadConllu(
      kSentence, "in.conllu",
      [](const ConlluSentence& sentence) {
        const std::vector<Token>& tokens = sentence.segmentation.tokens;
        ASSERT_EQ(tokens.size(), 5u);
        EXPECT_EQ(tokens[1].span, (ByteSpan{10, 12}));
        EXPECT_EQ(tokens[1].surface_words, 2);
        EXPECT_EQ(tokens[2].surface_words, 0);
        EXPECT_FALSE(tokens[1].space_after);
        EXPECT_TRUE(tokens[2].space_after);
        EXPECT_FALSE(tokens[3].space_after);
        ASSERT_EQ(sentence.segmentation.statements.size(), 1u);
        EXPECT_EQ(sentence.segmentation.statements[0].token_count, 5u);
        EXPECT_EQ(sentence.analysis.word(2).form, "n't");
        EXPECT_EQ(sentence.analysis.word(2).lemma, "not");
        EXPECT_EQ(sentence.analysis.word(2).arc.millionths(), 970'000);
        EXPECT_EQ(sentence.analysis.root(), 3);
      },
      [](const Diagnostic& diagnostic) { ADD_FAILURE() << diagnostic.ToString(); });
}

TEST(Conllu, NamesAndDoubtfulArcsRoundTrip) {
  const std::string sentence = "# text = Ada Park\n" +
                               Line("1", "Ada", "Ada", "PROPN", "NNP", "0", "root", "ArcProb=0.50|Name=B-PER") +
                               Line("2", "Park", "Park", "PROPN", "NNP", "1", "flat", "ArcProb=0.00|Name=I-PER") + "\n";
  EXPECT_EQ(Read(sentence).written, sentence);
}

TEST(Conllu, GoldTokensWithoutATreeGiveNoAnalysis) {
  const Outcome outcome = Read("1\tPrices\t_\t_\t_\t_\t_\t_\t_\t_\n2\trose\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
  EXPECT_THAT(outcome.texts, ElementsAre("Prices rose"));
  EXPECT_EQ(outcome.written, "");
  EXPECT_THAT(outcome.rejected, IsEmpty());
}

TEST(Conllu, EmptyNodesAndCommentsAreLeftOut) {
  const Outcome outcome =
      Read("# a comment\n" + Line("1", "Prices", "price", "NOUN", "NNS", "2", "nsubj") +
           "1.1\twere\tbe\tAUX\tVBD\t_\t_\t_\t_\t_\n" + Line("2", "rose", "rise", "VERB", "VBD", "0", "root") + "\n");
  EXPECT_THAT(outcome.texts, ElementsAre("Prices rose"));
}

TEST(Conllu, LastSentenceNeedsNoEmptyLineAndCarriageReturnsDoNotMatter) {
  const Outcome outcome =
      Read("1\tWell\twell\tINTJ\tUH\t_\t0\troot\t_\t_\r\n\r\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_");
  EXPECT_THAT(outcome.texts, ElementsAre("Well", "No"));
}

TEST(Conllu, RejectsABrokenSentenceByItsLineAndReadsOn) {
  const Outcome outcome = Read(Line("1", "One", "one", "NUM", "CD", "0", "root") + "2 Two two\n" +
                               Line("3", "Three", "three", "NUM", "CD", "1", "dep") + "\n" + kSentence);
  EXPECT_THAT(outcome.texts, ElementsAre("Ministers don't agree."));
  ASSERT_EQ(outcome.rejected.size(), 1u);
  EXPECT_EQ(outcome.rejected[0].line, 2);
  EXPECT_EQ(outcome.rejected[0].file, "in.conllu");
}

struct Broken {
  std::string content;
  std::string complaint;
};

TEST(Conllu, NamesWhatIsWrong) {
  const std::string a = Line("1", "a", "a", "X", "FW", "2", "dep");
  const Broken cases[] = {
      {a + Line("2", "b", "b", "X", "FW", "1", "dep"), "no tree"},
      {a + Line("2", "b", "b", "X", "FW", "3", "dep"), "no tree"},
      {a + Line("2", "b", "b", "X", "FW", "_", "dep"), "no head"},
      {a + Line("2", "b", "b", "X", "FW", "-1", "dep"), "no head"},
      {a + Line("2", "b", "b", "X", "FW", "0", "agent"), "unknown relation"},
      {a + Line("3", "b", "b", "X", "FW", "0", "root"), "out of order"},
      {a + Line("2", "", "b", "X", "FW", "0", "root"), "without a form"},
      {"2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n" + a, "out of order"},
      {"1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n" + Line("1", "a", "a", "X", "FW", "0", "root"), "ends after"},
  };
  for (const Broken& broken : cases) {
    const Outcome outcome = Read(broken.content);
    ASSERT_EQ(outcome.rejected.size(), 1u) << broken.content;
    EXPECT_THAT(outcome.rejected[0].what, HasSubstr(broken.complaint));
    EXPECT_FALSE(outcome.rejected[0].remedy.empty());
    EXPECT_THAT(outcome.texts, IsEmpty());
  }
}

TEST(Conllu, NoContentGivesNoSentences) {
  EXPECT_THAT(Read("").texts, IsEmpty());
  EXPECT_THAT(Read("\n\n# only a comment\n\n").texts, IsEmpty());
}

}  // namespace
}  // namespace consilience
