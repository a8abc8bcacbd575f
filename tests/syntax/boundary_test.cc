#include <memory>
#include <string>
#include <vector>

#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "statement/sentence_cases.h"

namespace consilience {
namespace {

// The shipped model's judge of sentence boundaries, on what the rules are held to as well.
class LearnedBoundaries : public testing::Test {
 protected:
  void SetUp() override {
    auto analyzer = Analyzer::Load(std::string(CONSILIENCE_SOURCE_DIR) + "/engine/syntax/model/english.model");
    ASSERT_TRUE(analyzer.ok()) << analyzer.status();
    analyzer_ = *std::move(analyzer);
    ASSERT_FALSE(analyzer_->boundary_weights().empty());
    auto segmenter = Segmenter::Create(analyzer_->boundary_weights());
    ASSERT_TRUE(segmenter.ok());
    segmenter_ = *std::move(segmenter);
  }

  std::vector<std::string> SentencesOf(const std::string& text) const {
    std::vector<std::string> out;
    for (const Statement& statement : segmenter_->Segment(text).statements) {
      out.emplace_back(statement.span.In(text));
    }
    return out;
  }

  std::unique_ptr<Analyzer> analyzer_;
  std::unique_ptr<Segmenter> segmenter_;
};

TEST_F(LearnedBoundaries, AgreeWithAReaderButForAFewTexts) {
  constexpr int kMostWrong = 4;  // of more than a hundred: a judge of likelihoods may err, rarely
  int wrong = 0;
  for (const absl::string_view marked : kSentenceCases) {
    const MarkedCase expected = ParseCase(marked);
    const std::vector<std::string> found = SentencesOf(expected.text);
    if (found == expected.sentences) continue;
    ++wrong;
    std::string shown;
    for (const std::string& sentence : found) shown += "[" + sentence + "] ";
    printf("%s\n", shown.c_str());
  }
  EXPECT_LE(wrong, kMostWrong);
}

TEST_F(LearnedBoundaries, NeverJoinLines) {
  for (const absl::string_view marked : kLineCases) {
    for (const std::string& sentence : SentencesOf(ParseCase(marked).text)) {
      EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
    }
  }
}

TEST_F(LearnedBoundaries, AreFoundWithoutAStop) {
  EXPECT_THAT(SentencesOf("Regards, Clara -----Original Message----- From: Voss, Clara Sent: Monday"),
              testing::SizeIs(testing::Gt(1u)));
}

}  // namespace
}  // namespace consilience
