#include "engine/report/terminal_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace consilience {
namespace {

using ::testing::ElementsAre;

TEST(Printable, NothingATerminalWouldObeyIsLeft) {
  EXPECT_EQ(Printable("a\x1b[31mred\x07 b\x7f"), "a␛[31mred␇ b␡");
  EXPECT_EQ(Printable("a\xc2\x9b"
                      "31m"),
            "a\uFFFD31m")
      << "the one-byte form of an escape sequence";
  EXPECT_EQ(Printable("safe \u202Etxt.exe\u202C \u2066x\u2069"), "safe txt.exe x") << "direction overrides";
}

TEST(Printable, WhiteSpaceIsOneSpaceUnlessItIsKept) {
  EXPECT_EQ(Printable("  a \t b\r\n\nc\u00A0d  "), "a b c d");
  EXPECT_EQ(Printable("  a\tb\r\nc\nd  ", true), "  a b↵c↵d  ");
  EXPECT_EQ(Printable(" \n "), "");
}

TEST(Printable, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(Printable("caf\xe9!"), "caf\uFFFD!");
  EXPECT_EQ(Printable("cut \xe2\x82"), "cut \uFFFD");
  EXPECT_EQ(ValidUtf8("caf\xe9\n"), "caf\uFFFD\n");
  EXPECT_EQ(ValidUtf8("Łódź 東京"), "Łódź 東京");
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth(""), 0);
  EXPECT_EQ(DisplayWidth("Lodz"), 4);
  EXPECT_EQ(DisplayWidth("Łódź"), 4);
  EXPECT_EQ(DisplayWidth("Lo\u0301dz"), 4) << "a combining accent";
  EXPECT_EQ(DisplayWidth("東京"), 4);
  EXPECT_EQ(DisplayWidth("서울"), 4);
  EXPECT_EQ(DisplayWidth("\u1112\u1161\u11AB"), 2) << "one syllable of three jamo";
  EXPECT_EQ(DisplayWidth("a\u200Bb\u00ADc"), 3) << "what is not shown takes no room";
  EXPECT_EQ(DisplayWidth("“…”"), 3);
}

TEST(DisplayWidth, AnEmojiIsTwoColumnsHoweverManyItIsMadeOf) {
  EXPECT_EQ(DisplayWidth("🚢"), 2);
  EXPECT_EQ(DisplayWidth("👍🏽"), 2) << "with a skin tone";
  EXPECT_EQ(DisplayWidth("👩‍👩‍👧"), 2) << "a family of three joined";
  EXPECT_EQ(DisplayWidth("❤️"), 2) << "a text character in emoji presentation";
  EXPECT_EQ(DisplayWidth("🇯🇵🇵🇹"), 4) << "two flags of two letters each";
}

TEST(Shorten, LeavesWhatFitsAndCutsTheRestAtAWord) {
  EXPECT_EQ(Shorten("The ferry sank", 14), "The ferry sank");
  EXPECT_EQ(Shorten("The ferry sank near Porto", 17), "The ferry sank…");
  EXPECT_EQ(Shorten("The ferry sank near Porto", 15), "The ferry sank…");
  EXPECT_EQ(Shorten("The ferry, said", 12), "The ferry…") << "no comma before the ellipsis";
  EXPECT_EQ(Shorten("Unabbreviated", 5), "Unab…");
  EXPECT_EQ(Shorten("東京都庁", 6), "東京…") << "no half of a wide character";
  EXPECT_EQ(Shorten("xe\u0301y", 2), "x…") << "no letter without its accent";
  EXPECT_EQ(Shorten("anything", 1), "…");
  EXPECT_EQ(Shorten("anything", 0), "");
}

TEST(Shorten, NeverTakesMoreThanItsWidth) {
  const std::string text = "Łódź, 東京 and 👩‍👩‍👧 met — again, and again: done";
  for (int width = 0; width < 60; ++width) EXPECT_LE(DisplayWidth(Shorten(text, width)), width);
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(Wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(Wrap("one two three", 13), ElementsAre("one two three"));
  EXPECT_THAT(Wrap("", 10), ElementsAre(""));
}

TEST(Wrap, AWordWiderThanALineIsBrokenWhereItMustBe) {
  EXPECT_THAT(Wrap("see https://a.example/b now", 10), ElementsAre("see", "https://a.", "example/b", "now"));
  EXPECT_THAT(Wrap("東京都庁", 3), ElementsAre("東", "京", "都", "庁"));
  EXPECT_THAT(Wrap("東京", 1), ElementsAre("東", "京")) << "a line holds at least one character";
}

TEST(Wrap, NoLineIsWiderThanAskedAndNoWordIsLost) {
  const std::string text = "Minister Lena Berg did not arrive in Łódź, 東京 or Reykjavíkurflugvöllur on Monday";
  for (int width = 4; width < 90; ++width) {
    std::string joined, expected;
    for (const std::string& line : Wrap(text, width)) {
      EXPECT_LE(DisplayWidth(line), width);
      joined += line;
    }
    for (const char c : joined) expected += c == ' ' ? "" : std::string(1, c);
    std::string packed;
    for (const char c : text) packed += c == ' ' ? "" : std::string(1, c);
    EXPECT_EQ(expected, packed);
  }
}

TEST(Wrap, WhatIsTiedTogetherStaysTogether) {
  EXPECT_THAT(Wrap("said by " + Unbroken("BBC News") + ", Reuters", 12),
              ElementsAre("said by", "BBC News,", "Reuters"));
}

TEST(Pad, FillsUpToAWidthInColumns) {
  EXPECT_EQ(Pad("東京", 6), "東京  ");
  EXPECT_EQ(PadLeft("東京", 6), "  東京");
  EXPECT_EQ(Pad("longer", 3), "longer");
}

}  // namespace
}  // namespace consilience
