#include "engine/statement/paragraphs.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> ParagraphsOf(const std::string& text) {
  std::vector<std::string> out;
  for (const ByteSpan span : FindParagraphs(text)) out.emplace_back(span.In(text));
  return out;
}

TEST(Paragraphs, EndAtLineEnds) {
  EXPECT_THAT(ParagraphsOf("One.\nTwo.\r\nThree."), ElementsAre("One.", "Two.", "Three."));
  EXPECT_THAT(ParagraphsOf("\n\n  One.  \n\n\nTwo."), ElementsAre("One.", "Two."));
  EXPECT_THAT(ParagraphsOf("  \n \t\n"), ElementsAre());
}

constexpr char kWrapped[] =
    "The council voted late on Monday to close the old bridge\n"
    "over the river, which had been repaired twice in the last\n"
    "ten years. Nobody spoke against the motion, though several\n"
    "members had done so before.\n"
    "\n"
    "Shop owners on the eastern bank fear that customers will\n"
    "stay away until the new crossing opens, and they have asked\n"
    "the town for help.\n";

TEST(Paragraphs, OfTextWrappedAtAColumnEndAtEmptyLines) {
  const std::vector<std::string> paragraphs = ParagraphsOf(kWrapped);
  ASSERT_EQ(paragraphs.size(), 2u);
  EXPECT_THAT(paragraphs[0], testing::StartsWith("The council"));
  EXPECT_THAT(paragraphs[0], testing::EndsWith("before."));
  EXPECT_THAT(paragraphs[1], testing::EndsWith("for help."));
}

TEST(Paragraphs, OfWrappedTextMayHoldALineThatCouldNotBeBroken) {
  const std::string text = std::string(kWrapped) + "\nSee https://example.org/" + std::string(150, 'a') +
                           "\nfor the minutes of the meeting and for the plans that were shown\nto the public.\n";
  EXPECT_EQ(ParagraphsOf(text).size(), 3u);
}

TEST(Paragraphs, OfHeadingsAndListsAreNotTakenForWrappedText) {
  const std::string text =
      "The morning briefing for the people of the whole eastern valley\n"
      "The bridge over the river stays closed until the end of the month\n"
      "The school on the hill opens again after nine days without heating\n"
      "The council meets on Monday to talk about the budget for next year\n";
  EXPECT_EQ(ParagraphsOf(text).size(), 4u);
}

}  // namespace
}  // namespace consilience
