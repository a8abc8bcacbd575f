#include <memory>
#include <string>
#include <vector>

#include "engine/statement/segmenter.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "statement/sentence_cases.h"

namespace consilience {
namespace {

std::vector<std::string> SentencesOf(const std::string& text) {
  const auto segmenter = Segmenter::Create();
  EXPECT_TRUE(segmenter.ok());
  std::vector<std::string> out;
  for (const Statement& statement : (*segmenter)->Segment(text).statements) {
    out.emplace_back(statement.span.In(text));
  }
  return out;
}

TEST(Sentences, EndWhereAReaderEndsThem) {
  for (const absl::string_view marked : kSentenceCases) {
    const MarkedCase expected = ParseCase(marked);
    EXPECT_EQ(SentencesOf(expected.text), expected.sentences) << marked;
  }
}

TEST(Sentences, EndAtLineEnds) {
  for (const absl::string_view marked : kLineCases) {
    const MarkedCase expected = ParseCase(marked);
    EXPECT_EQ(SentencesOf(expected.text), expected.sentences) << marked;
  }
}

TEST(Sentences, CountTheParagraphsTheyStandIn) {
  const std::string text = "One. Two.\n\nThree.\n \nFour. Five.";
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  std::vector<uint32_t> paragraphs;
  for (const Statement& statement : (*segmenter)->Segment(text).statements) paragraphs.push_back(statement.paragraph);
  EXPECT_THAT(paragraphs, testing::ElementsAre(0, 0, 1, 2, 2));
}

TEST(Sentences, OfBlankTextAreNone) {
  EXPECT_TRUE(SentencesOf("").empty());
  EXPECT_TRUE(SentencesOf(" \n\t\u00A0\n").empty());
}

TEST(Sentences, CoverEveryCharacterThatIsNotSpace) {
  std::string text;
  for (const absl::string_view marked : kSentenceCases) text += ParseCase(marked).text + "\n";
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  const Segmentation segmentation = (*segmenter)->Segment(text);
  uint32_t next_token = 0;
  uint32_t end = 0;
  for (const Statement& statement : segmentation.statements) {
    EXPECT_EQ(statement.first_token, next_token);
    ASSERT_GT(statement.token_count, 0u);
    next_token += statement.token_count;
    const absl::Span<const Token> tokens = segmentation.TokensOf(statement);
    EXPECT_EQ(tokens.front().span.begin, statement.span.begin);
    EXPECT_EQ(tokens.back().span.end, statement.span.end);
    for (const Token& token : tokens) {
      for (uint32_t i = end; i < token.span.begin; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        EXPECT_TRUE(byte == ' ' || byte == '\n' || byte == 0xC2 || byte == 0xA0) << i;
      }
      end = token.span.end;
    }
  }
  EXPECT_EQ(next_token, segmentation.tokens.size());
}

TEST(Sentences, AreOneWhenTheLineIsTheStatement) {
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  const std::string line = "He came. He saw.  ";
  const Segmentation segmentation = (*segmenter)->SegmentLine(line);
  ASSERT_EQ(segmentation.statements.size(), 1u);
  EXPECT_EQ(segmentation.statements[0].span.In(line), "He came. He saw.");
  EXPECT_EQ(segmentation.tokens.size(), 6u);
  EXPECT_TRUE((*segmenter)->SegmentLine("  ").statements.empty());
}

TEST(Sentences, TakeTimeThatGrowsWithTheText) {
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  const std::string text(200'000, '.');
  EXPECT_EQ((*segmenter)->Segment(text).statements.size(), 1u);
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "word ";
  EXPECT_EQ((*segmenter)->Segment(words).tokens.size(), 100'000u);
  std::string brackets(100'000, '(');
  EXPECT_GT((*segmenter)->Segment(brackets + "a").tokens.size(), 0u);
}

}  // namespace
}  // namespace consilience
