#include "tools/consilience/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr Option kOptions[] = {
    {"--store", "FILE", ""}, {"--full", nullptr, ""}, {"--threads", "N", ""}, {"--share", "P", ""}};

absl::StatusOr<Arguments> Parse(const std::vector<std::string>& words) {
  return Arguments::Parse(words, kOptions);
}

TEST(Arguments, ValuesStandAfterASpaceOrAnEqualsSign) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--store", "a.db", "x"}, std::vector<std::string>{"x", "--store=a.db"}}) {
    const auto arguments = Parse(words);
    ASSERT_TRUE(arguments.ok()) << arguments.status();
    EXPECT_EQ(arguments->Value("--store"), "a.db");
    EXPECT_THAT(arguments->positional(), ElementsAre("x"));
  }
}

TEST(Arguments, ADashIsAPathAndTwoDashesEndTheOptions) {
  const auto arguments = Parse({"-", "--", "--store"});
  ASSERT_TRUE(arguments.ok());
  EXPECT_THAT(arguments->positional(), ElementsAre("-", "--store"));
  EXPECT_FALSE(arguments->Has("--store"));
}

TEST(Arguments, TheLastValueCountsAndAllAreKept) {
  const auto arguments = Parse({"--store", "a", "--store", "b"});
  ASSERT_TRUE(arguments.ok());
  EXPECT_EQ(arguments->Value("--store"), "b");
  EXPECT_THAT(arguments->Values("--store"), ElementsAre("a", "b"));
}

TEST(Arguments, AnUnknownOptionNamesTheNearestOne) {
  const auto arguments = Parse({"--stor", "a"});
  EXPECT_EQ(arguments.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(arguments.status().message()), HasSubstr("did you mean --store?"));
}

TEST(Arguments, AnOptionWithoutItsValueIsAnError) {
  EXPECT_EQ(Parse({"--store"}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Parse({"--full=yes"}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(Arguments, SharesGoFromZeroToOne) {
  EXPECT_EQ(*Parse({"--share", "0.25"})->Share("--share", {}), Probability::FromMillionths(250'000));
  EXPECT_EQ(*Parse({"--share", "1"})->Share("--share", {}), Probability::Certain());
  EXPECT_EQ(*Parse({})->Share("--share", Probability::Certain()), Probability::Certain());
  for (const std::string bad : {"-0.1", "1.01", "half", "50%", "nan", ""}) {
    const absl::Status status = Parse({"--share", bad})->Share("--share", {}).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_THAT(std::string(status.message()), HasSubstr("--share takes a number from 0 to 1")) << bad;
  }
}

TEST(Arguments, NumbersAreCheckedAgainstTheirLeastValue) {
  const auto arguments = Parse({"--threads", "4"});
  ASSERT_TRUE(arguments.ok());
  EXPECT_EQ(*arguments->Number("--threads", 0, 1), 4);
  EXPECT_EQ(*arguments->Number("--absent", 7, 1), 7);
  for (const std::string bad : {"0", "-1", "four", "4x", ""}) {
    EXPECT_FALSE(Parse({"--threads", bad})->Number("--threads", 0, 1).ok()) << bad;
  }
}

TEST(Nearest, FarWordsHaveNone) {
  EXPECT_EQ(Nearest("reconcil", {"ingest", "reconcile"}), "reconcile");
  EXPECT_EQ(Nearest("zzzzzzzz", {"ingest", "reconcile"}), "");
}

}  // namespace
}  // namespace consilience
