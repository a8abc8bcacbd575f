// The relations looser than agreement: events, and claims about one scene.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <sstream>
#include <string>
#include <vector>

#include "cli/command_fixture.h"

namespace consilience::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class Relations : public Cli {
 protected:
  // Of each line the field, as a string.
  static std::vector<std::string> Field(const std::string& out, const char* name) {
    std::vector<std::string> values;
    simdjson::dom::parser parser;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      const simdjson::padded_string padded(line);
      values.emplace_back(std::string_view(parser.parse(padded)[name]));
    }
    return values;
  }
};

constexpr char kNorth[] =
    R"({"id":"north","outlet":"BBC","text":"The ferry Marit sank off Halden on Friday. )"
    R"(The captain of the Marit, Olaf Ruud, criticised the rescue. Ruud said that the storm had damaged the lifeboats."})";
constexpr char kSouth[] =
    R"({"id":"south","outlet":"Reuters","text":"The sinking of the ferry Marit off Halden shocked Norway. )"
    R"(Captain Olaf Ruud praised the crew of the Marit after the storm. He said that the lifeboats had been damaged."})";
constexpr char kElsewhere[] =
    R"({"id":"elsewhere","outlet":"CNN","text":"A barge sank on the Danube near Pressburg. )"
    R"(Budapest opened an inquiry. The owner, Duna Cargo, paid fines for overloading twice."})";

TEST_F(Relations, OneEventOfTwoDocumentsIsTheVerbOfOneAndTheNounOfTheOther) {
  const std::string articles = std::string(kNorth) + "\n" + kSouth + "\n" + kElsewhere + "\n";
  const std::string out = Output({"events", "--format", "articles", "-"}, articles);
  simdjson::dom::parser parser;
  std::istringstream lines(out);
  std::vector<std::string> sinkings;
  for (std::string line; std::getline(lines, line);) {
    const simdjson::padded_string padded(line);
    const simdjson::dom::element event = parser.parse(padded);
    if (std::string_view(event["act"]) != "sink") continue;
    std::string& mentions = sinkings.emplace_back();
    for (const simdjson::dom::element mention : simdjson::dom::array(event["mentions"])) {
      mentions += std::string(std::string_view(mention["document"])) + ":" +
                  std::string(std::string_view(mention["text"])) + " ";
    }
  }
  EXPECT_THAT(sinkings, UnorderedElementsAre("north:sank south:sinking ", "elsewhere:sank "));
}

TEST_F(Relations, EventsDependNeitherOnTheOrderOfDocumentsNorOnThreads) {
  const std::string one = std::string(kNorth) + "\n" + kSouth + "\n" + kElsewhere + "\n";
  const std::string other = std::string(kElsewhere) + "\n" + kSouth + "\n" + kNorth + "\n";
  const std::string out = Output({"events", "--threads", "1", "-"}, one);
  EXPECT_EQ(out, Output({"events", "--threads", "3", "-"}, other));
  EXPECT_THAT(out, HasSubstr("\"documents\":2"));
}

TEST_F(Relations, ReadyMadeClaimsMentionNoEventsAndAreRejected) {
  WriteFile(Path("claims.csv"), "source,subject,predicate,object\nBBC,Mount Tamar,height,1200\n");
  EXPECT_EQ(Run({"events", Path("claims.csv")}).exit_code, 3);
}

TEST_F(Relations, ClaimsOfOneSceneAgreeConflictOrDoNeither) {
  const std::string out = Output({"scene", "-"},
                                 "a poodle\tsprints\tacross the beach\tan animal\truns\t\n"
                                 "two nuns\tare sleeping\ton a bench\tthe nuns\tare running\t\n"
                                 "a plumber\twhistles\t\ta plumber\twhistles\tto impress his brother\n");
  EXPECT_THAT(Field(out, "verdict"), ElementsAre("agree", "conflict", "neither"));
}

TEST_F(Relations, AVerdictNamesWhatItRestsOnWhenAsked) {
  const std::string line = "a poodle\tsprints\t\tan animal\truns\t\n";
  EXPECT_THAT(Output({"scene", "--explain", "-"}, line), HasSubstr("\"subject.head.broader\":1"));
  EXPECT_EQ(Output({"scene", "-"}, line).find("evidence"), std::string::npos);
}

TEST_F(Relations, ALineOfOtherFieldsIsRejectedAndTheOthersAreJudged) {
  const ProcessResult result = Run({"scene", "-"}, "a man\tsleeps\n\t\t\t\t\t\na man\tsleeps\t\ta man\truns\t\n");
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("2 fields"));
  EXPECT_EQ(Field(result.out, "verdict").size(), 2u);
  EXPECT_EQ(Field(result.out, "verdict").back(), "conflict");
}

}  // namespace
}  // namespace consilience::testing
