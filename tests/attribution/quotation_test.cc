#include "engine/attribution/quotation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Quoted(const std::string& text) {
  const auto segmenter = Segmenter::Create();
  EXPECT_TRUE(segmenter.ok());
  std::vector<std::string> out;
  for (const QuotedText& quotation : FindQuotations(text, (*segmenter)->Segment(text))) {
    out.emplace_back(quotation.span.In(text));
  }
  return out;
}

TEST(QuotationTest, MarksOfAllShapesPair) {
  EXPECT_THAT(Quoted("He said \u201cyes\u201d and \"no\" and \u2018perhaps so\u2019."),
              ElementsAre("\u201cyes\u201d", "\"no\"", "\u2018perhaps so\u2019"));
}

TEST(QuotationTest, ApostrophesQuoteNothing) {
  EXPECT_THAT(Quoted("The workers' union doesn't meet; it's the bosses' turn, in the '90s."), IsEmpty());
  EXPECT_THAT(Quoted("The workers\u2019 union doesn\u2019t meet; it\u2019s the bosses\u2019 turn."), IsEmpty());
}

TEST(QuotationTest, SingleMarksInsideDoubleOnesAreTheirContent) {
  EXPECT_THAT(Quoted("\"She told me 'go home' twice,\" he said."), ElementsAre("\"She told me 'go home' twice,\""));
}

TEST(QuotationTest, AParagraphLeftOpenGoesOnInTheNext) {
  const std::string text = "\u201cIt began early.\n\n\u201cIt ended late,\u201d she said.";
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  const std::vector<QuotedText> quotations = FindQuotations(text, (*segmenter)->Segment(text));
  ASSERT_EQ(quotations.size(), 2u);
  EXPECT_FALSE(quotations[0].closed);
  EXPECT_EQ(quotations[0].span.In(text), "\u201cIt began early.");
  EXPECT_TRUE(quotations[1].continues);
}

TEST(QuotationTest, AMarkThatCannotOpenClosesWhatTheParagraphBeforeLeftOpen) {
  EXPECT_THAT(Quoted("\"It began early.\n\nIt ended late,\" she said. \"Very late.\""),
              ElementsAre("\"It began early.", "It ended late,\"", "\"Very late.\""));
  EXPECT_THAT(Quoted("\"It began early.\"\n\nIt ended late,\" she said."), ElementsAre("\"It began early.\""));
}

TEST(QuotationTest, ParagraphsWithoutAMarkBetweenTheTwoAreQuoted) {
  EXPECT_THAT(Quoted("\"It began early.\n\nIt went on.\n\nIt ended late,\" she said."),
              ElementsAre("\"It began early.", "It went on.", "It ended late,\""));
  EXPECT_THAT(Quoted("\"It began early.\n\nIt went on.\n\n\"It ended late,\" she said."),
              ElementsAre("\"It began early.", "\"It ended late,\""));
}

TEST(QuotationTest, AQuotationMayFollowAStopWithoutASpace) {
  EXPECT_THAT(Quoted("The boat sank.\"We saw it,\" she said."), ElementsAre("\"We saw it,\""));
}

TEST(QuotationTest, InchesAndStrayMarksQuoteNothing) {
  EXPECT_THAT(Quoted("The 5\" pipe broke."), IsEmpty());
  EXPECT_THAT(Quoted("It ended.\u201d Nobody spoke."), IsEmpty());
}

}  // namespace
}  // namespace consilience
