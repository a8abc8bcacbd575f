#include "engine/claim/speaker.h"

#include <gtest/gtest.h>

#include "claim/parsed_sentence.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

bool HeadMaySpeak(absl::string_view line) {
  const ParsedSentence sentence(line);
  return MaySpeak(sentence.analysis(), 0);
}

TEST(SpeakerTest, PeopleGroupsAndDocumentsMaySpeak) {
  EXPECT_TRUE(HeadMaySpeak("Ana Ana PROPN NNP 0 root"));
  EXPECT_TRUE(HeadMaySpeak("fishermen fisherman NOUN NNS 0 root"));
  EXPECT_TRUE(HeadMaySpeak("ministry ministry NOUN NN 0 root"));
  EXPECT_TRUE(HeadMaySpeak("affidavit affidavit NOUN NN 0 root"));
  EXPECT_TRUE(HeadMaySpeak("mayor mayor NOUN NN 0 root"));
  EXPECT_TRUE(HeadMaySpeak("They they PRON PRP 0 root"));
  EXPECT_TRUE(HeadMaySpeak("Many many ADJ JJ 0 root"));
}

TEST(SpeakerTest, ThingsMayNot) {
  EXPECT_FALSE(HeadMaySpeak("money money NOUN NN 0 root"));
  EXPECT_FALSE(HeadMaySpeak("apartment apartment NOUN NN 0 root"));
  EXPECT_FALSE(HeadMaySpeak("victory victory NOUN NN 0 root"));
  EXPECT_FALSE(HeadMaySpeak("everything everything PRON NN 0 root"));
  EXPECT_FALSE(HeadMaySpeak("that that PRON DT 0 root"));
  EXPECT_FALSE(HeadMaySpeak("her she PRON PRP$ 0 root"));
  EXPECT_FALSE(HeadMaySpeak("nobody nobody PRON NN 0 root"));
}

}  // namespace
}  // namespace consilience
