#include "engine/syntax/dateline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_split.h"

namespace consilience {
namespace {

size_t Words(absl::string_view sentence) {
  const std::vector<absl::string_view> forms = absl::StrSplit(sentence, ' ', absl::SkipEmpty());
  return DatelineWords(forms);
}

TEST(DatelineTest, APlaceAnAgencyAndADashAreOne) {
  EXPECT_EQ(Words("LYON ( AP ) - The mayor left"), 5u);
  EXPECT_EQ(Words("LYON , France \u2014 The mayor left"), 4u);
  EXPECT_EQ(Words("Lyon , Oct. 3 ( Reuters ) -- The mayor left"), 8u);
}

TEST(DatelineTest, OtherBeginningsAreNone) {
  EXPECT_EQ(Words("The mayor - a lawyer - left"), 0u);
  EXPECT_EQ(Words("Lyon - The mayor left"), 0u);
  EXPECT_EQ(Words("T. Ana Lee - a lawyer"), 0u);
  EXPECT_EQ(Words("LYON ( AP ) -"), 0u);
  EXPECT_EQ(Words(""), 0u);
}

}  // namespace
}  // namespace consilience
