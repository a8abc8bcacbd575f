#include "engine/document/text_check.h"

#include <gtest/gtest.h>

#include <string>

namespace consilience {
namespace {

// What the Unicode standard says in words: decode, then look for overlong forms, surrogates and too large a value.
bool IsSequence(const std::string& bytes) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const size_t n = bytes.size();
  if (n == 1) return byte(0) < 0x80;
  static constexpr unsigned kLeadBits[] = {0, 0, 0xc0, 0xe0, 0xf0};
  static constexpr unsigned kLeadMask[] = {0, 0, 0xe0, 0xf0, 0xf8};
  static constexpr unsigned kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if ((byte(0) & kLeadMask[n]) != kLeadBits[n]) return false;
  unsigned value = byte(0) & ~kLeadMask[n];
  for (size_t i = 1; i < n; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return false;
    value = value << 6 | (byte(i) & 0x3f);
  }
  return value >= kSmallest[n] && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
}

TEST(TextCheck, EverySequenceOfTwoBytesIsJudgedAsTheStandardSays) {
  for (int first = 1; first < 256; ++first) {
    for (int second = 1; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const bool valid = IsSequence(text) || (first < 0x80 && second < 0x80);
      const auto fault = FindTextFault(text);
      ASSERT_EQ(!fault, valid) << first << " " << second;
      if (fault) {
        ASSERT_EQ(fault->at, first < 0x80 ? 1u : 0u) << first << " " << second;
      }
    }
  }
}

TEST(TextCheck, EveryBorderOfThreeAndFourBytesIsJudgedAsTheStandardSays) {
  for (const int first : {0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff}) {
    for (int second = 0x70; second < 0xd0; ++second) {
      for (const int third : {0x7f, 0x80, 0xbf, 0xc0}) {
        std::string text = {static_cast<char>(first), static_cast<char>(second), static_cast<char>(third)};
        if (first >= 0xf0) text.push_back(static_cast<char>(0x80));
        EXPECT_EQ(!FindTextFault(text), IsSequence(text)) << first << " " << second << " " << third;
        // The same faults are found, and at their place, in the middle of a longer text.
        const auto fault = FindTextFault("Zürich " + text + " and more words after it");
        EXPECT_EQ(!fault, IsSequence(text));
        if (fault) {
          EXPECT_EQ(fault->at, 8u);
        }
      }
    }
  }
}

TEST(TextCheck, ANulIsAFaultWhereverItStands) {
  EXPECT_FALSE(FindTextFault(""));
  EXPECT_EQ(FindTextFault(std::string("a\0b", 3))->at, 1u);
  EXPECT_EQ(FindTextFault(std::string("a\0\xff", 3))->what, "holds a NUL byte");
  EXPECT_EQ(FindTextFault(std::string("a\xff\0", 3))->what, "is not valid UTF-8");
}

TEST(TextCheck, ATextThatEndsWithinACharacterIsFaulty) {
  EXPECT_EQ(FindTextFault("Tok\xc5")->at, 3u);
  EXPECT_EQ(FindTextFault("€\xe2\x82")->at, 3u);
}

}  // namespace
}  // namespace consilience
