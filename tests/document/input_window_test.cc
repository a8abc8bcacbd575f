#include "engine/document/input_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/memory_stream.h"

namespace consilience::testing {
namespace {

using ::testing::ElementsAre;

// Every line as "NUMBER:TEXT", too long ones as "NUMBER!".
std::vector<std::string> LinesOf(const std::string& bytes, size_t max_bytes = 1000, size_t step = 1,
                                 absl::Status end = absl::OkStatus()) {
  MemoryStream stream(bytes, step, std::move(end));
  InputWindow input(&stream);
  input.SkipByteOrderMark();
  std::vector<std::string> lines;
  Line line;
  for (NextLine next; (next = TakeLine(max_bytes, &input, &line)) != NextLine::kEnd;) {
    const std::string number = std::to_string(line.number);
    lines.push_back(next == NextLine::kTooLong ? number + "!" : number + ":" + std::string(line.text));
  }
  return lines;
}

TEST(TakeLine, CutsAtLineEndsOfBothKinds) {
  EXPECT_THAT(LinesOf("a\nb\r\n\nc"), ElementsAre("1:a", "2:b", "3:", "4:c"));
  EXPECT_THAT(LinesOf("a\n"), ElementsAre("1:a"));
  EXPECT_THAT(LinesOf("\n"), ElementsAre("1:"));
  EXPECT_THAT(LinesOf("a\rb\r"), ElementsAre("1:a\rb"));
  EXPECT_THAT(LinesOf(""), ElementsAre());
}

TEST(TakeLine, AByteOrderMarkIsNotPartOfTheFirstLine) {
  EXPECT_THAT(LinesOf("\xef\xbb\xbf"
                      "a\n\xef\xbb\xbf"
                      "b"),
              ElementsAre("1:a",
                          "2:\xef\xbb\xbf"
                          "b"));
  EXPECT_THAT(LinesOf("\xef\xbb"), ElementsAre("1:\xef\xbb"));
  EXPECT_THAT(LinesOf("\xef\xbb\xbf"), ElementsAre());
}

TEST(TakeLine, LongLinesArePassedOverAndCounted) {
  EXPECT_THAT(LinesOf("abcd\nabc\nabcde\nx\nabcdef", 3), ElementsAre("1!", "2:abc", "3!", "4:x", "5!"));
  EXPECT_THAT(LinesOf("abcd\nabc\nabcde\nx\nabcdef", 3, 100), ElementsAre("1!", "2:abc", "3!", "4:x", "5!"));
}

TEST(TakeLine, WhatStandsBeforeAnErrorWithoutALineEndIsNotALine) {
  EXPECT_THAT(LinesOf("a\nb", 1000, 1, absl::DataLossError("cut")), ElementsAre("1:a"));
}

TEST(TakeLine, AHugeLineIsReadWholeAndItsMemoryIsNotTouchedBehindItsPadding) {
  std::string huge(5'000'000, 'x');
  huge += "\nshort\n";
  MemoryStream stream(huge, 70'001);
  InputWindow input(&stream);
  Line line;
  ASSERT_EQ(TakeLine(10'000'000, &input, &line), NextLine::kLine);
  EXPECT_EQ(line.text, huge.substr(0, 5'000'000));
  int sum = 0;
  for (size_t i = 0; i < InputWindow::kPadding; ++i) sum += line.text.data()[line.text.size() + i];
  EXPECT_NE(sum, -1) << "the padding can be read";
  ASSERT_EQ(TakeLine(10'000'000, &input, &line), NextLine::kLine);
  EXPECT_EQ(line.text, "short");
  EXPECT_EQ(line.number, 2);
}

TEST(InputWindow, SkippingALineKeepsNothingOfIt) {
  MemoryStream stream(std::string(3'000'000, 'x') + "\nrest", 1000);
  InputWindow input(&stream);
  input.SkipLine();
  EXPECT_EQ(input.line(), 2);
  while (input.Fill()) {
  }
  EXPECT_EQ(input.unread(), "rest");
  input.SkipLine();
  EXPECT_EQ(input.unread(), "");
}

}  // namespace
}  // namespace consilience::testing
