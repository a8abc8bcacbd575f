#include "engine/claim/reported_content.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/parsed_sentence.h"
#include "engine/claim/phrase.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

struct Completed {
  std::string content;    // its words; "" without one
  std::string addressee;  // of a part that is told something
  RuleSet rules;
};

// What the clause that word `head` heads reports.
Completed Complete(absl::string_view tree, int32_t head, const Speech* speech = nullptr) {
  const ParsedSentence sentence(tree);
  const Analysis& analysis = sentence.analysis();
  const ClauseIndex clauses(analysis);
  const StatementMarks marks = MarkStatement(analysis);
  const std::vector<Assertion> assertions = AssertionsOf(analysis, marks, clauses.all());
  const PartReader reader(analysis, clauses, marks, assertions, ClaimView::kClause);
  Completed completed;
  const Clause* clause = clauses.At(head);
  EXPECT_NE(clause, nullptr);
  if (clause == nullptr) return completed;
  std::vector<Part> parts;
  for (const Complement& complement : clause->complements) reader.Append(*clause, complement, &parts);
  AddReportedContent(analysis, *clause, speech, &parts, &completed.rules);
  for (const Part& part : parts) {
    const std::string words = SpellWords(analysis, part.readings.front().words);
    if (part.kind == ComplementKind::kContent) completed.content = words;
    if (part.kind == ComplementKind::kIndirect) completed.addressee = words;
  }
  return completed;
}

TEST(ReportedContentTest, WhatTheVerbStandsBesideIsWhatWasSaid) {
  const Completed said = Complete(R"(
    Rain rain NOUN NN 2 nsubj
    fell fall VERB VBD 0 root
    , , PUNCT , 5 punct
    Ana Ana PROPN NNP 5 nsubj
    said say VERB VBD 2 parataxis)",
                                  4);
  EXPECT_EQ(said.content, "Rain fell");
  EXPECT_TRUE(said.rules.Contains(Rule::kReportedContent));
}

TEST(ReportedContentTest, AnotherSentenceIsNotWhatWasSaid) {
  EXPECT_EQ(Complete(R"(
    Rain rain NOUN NN 2 nsubj
    fell fall VERB VBD 0 root
    ; ; PUNCT : 5 punct
    Ana Ana PROPN NNP 5 nsubj
    said say VERB VBD 2 parataxis)",
                     4)
                .content,
            "");
}

TEST(ReportedContentTest, WhatTheSpeechKnowsIsAddedWhereverItStands) {
  const char* const kTree = R"(
    Ana Ana PROPN NNP 2 nsubj
    shrugged shrug VERB VBD 0 root
    : : PUNCT : 5 punct
    rain rain NOUN NN 5 nsubj
    fell fall VERB VBD 2 parataxis)";
  Speech speech;
  speech.cue_word = 1;
  speech.content = {{15, 24}};
  EXPECT_EQ(Complete(kTree, 1, &speech).content, "rain fell");
  EXPECT_EQ(Complete(kTree, 1).content, "") << "to shrug is not to say";
}

TEST(ReportedContentTest, AQuotationIsWholeWhateverItGoesOnWithElsewhere) {
  const char* const kTree = R"(
    " " PUNCT `` 3 punct
    Rain rain NOUN NN 3 nsubj
    fell fall VERB VBD 10 ccomp
    ; ; PUNCT : 3 punct
    floods flood NOUN NNS 6 nsubj
    came come VERB VBD 10 parataxis
    , , PUNCT , 3 punct
    " " PUNCT '' 3 punct
    Ana Ana PROPN NNP 10 nsubj
    said say VERB VBD 0 root)";
  Speech speech;
  speech.cue_word = 9;
  speech.quoted = true;
  speech.content = {{0, 29}};
  const std::string whole = Complete(kTree, 9, &speech).content;
  EXPECT_NE(whole.find("floods came"), std::string::npos) << whole;
  speech.content = {{0, 29}, {100, 120}};  // in the next sentence
  EXPECT_EQ(Complete(kTree, 9, &speech).content, whole);
  speech.content = {{0, 29}, {30, 33}};  // in two pieces
  EXPECT_EQ(Complete(kTree, 9, &speech).content, Complete(kTree, 9).content);
}

TEST(ReportedContentTest, WhoIsToldIsNotWhatIsSaid) {
  const Completed told = Complete(R"(
    Rain rain NOUN NN 2 nsubj
    fell fall VERB VBD 0 root
    , , PUNCT , 5 punct
    Ana Ana PROPN NNP 5 nsubj
    told tell VERB VBD 2 parataxis
    Ben Ben PROPN NNP 5 obj)",
                                  4);
  EXPECT_EQ(told.content, "Rain fell");
  EXPECT_EQ(told.addressee, "Ben");
}

TEST(ReportedContentTest, AnObjectIsWhatWasSaid) {
  EXPECT_EQ(Complete(R"(
    Rain rain NOUN NN 2 nsubj
    fell fall VERB VBD 0 root
    , , PUNCT , 5 punct
    Ana Ana PROPN NNP 5 nsubj
    wrote write VERB VBD 2 parataxis
    letters letter NOUN NNS 5 obj)",
                     4)
                .content,
            "");
}

TEST(ReportedContentTest, AComparisonIsNotWhatWasSaid) {
  EXPECT_EQ(Complete(R"(
    Prices price NOUN NNS 2 nsubj
    rose rise VERB VBD 0 root
    faster fast ADV RBR 2 advmod
    than than SCONJ IN 6 mark
    Ana Ana PROPN NNP 6 nsubj
    said say VERB VBD 2 parataxis)",
                     5)
                .content,
            "");
}

}  // namespace
}  // namespace consilience
