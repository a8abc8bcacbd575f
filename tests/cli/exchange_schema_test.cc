// What `extract` prints is what schema/exchange.schema.json describes, field by field.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <sstream>
#include <string>

#include "cli/command_fixture.h"
#include "support/json_schema.h"

namespace consilience::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Every kind of credit, speech, phrase and value is somewhere in it.
constexpr char kVaried[] =
    "Credited from: Reuters\n"
    "President Ana Morel will visit Lisbon on May 4, 2026, Kyodo said. "
    "\"We paid between 5 and 7 million euros,\" said Rui Tavares, who did not resign. "
    "About 40% of 3,000 workers, more than 12 of them nurses, may strike for two days. It rained.\n";

const JsonSchema& Schema() {
  static const JsonSchema* const schema =
      new JsonSchema(ReadFile(CONSILIENCE_SOURCE_DIR "/schema/exchange.schema.json"));
  return *schema;
}

std::vector<std::string> ErrorsOf(const std::string& json) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(json);
  return Schema().Errors(parser.parse(padded));
}

class ExchangeSchema : public Cli {};

TEST_F(ExchangeSchema, DescribesEveryLineInBothViews) {
  WriteFile(Path("varied.txt"), kVaried);
  for (const std::string view : {"clause", "atomic"}) {
    const std::string out =
        Output({"extract", "--view", view, Path("varied.txt"), Path("digest.txt"), Path("articles.jsonl")});
    std::istringstream lines(out);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_THAT(ErrorsOf(line), IsEmpty()) << line;
    EXPECT_GE(count, 9);
    for (const char* field : {"\"iso\":", "\"amount\":", "\"source\":[[", "\"basis\":\"inline\""}) {
      EXPECT_THAT(out, HasSubstr(field)) << "the text is not varied enough";
    }
  }
}

TEST_F(ExchangeSchema, DescribesSentencesWithoutADocument) {
  const std::string out = Output({"extract", "--lines", "-"}, "Lena Berg opened the bridge.\n");
  EXPECT_THAT(ErrorsOf(out), IsEmpty()) << out;
}

TEST_F(ExchangeSchema, RefusesWhatItDoesNotDescribe) {
  const std::string good = Output({"extract", "--lines", "-"}, "Lena Berg opened the bridge.\n");
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = good;
    const size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return ErrorsOf(changed.replace(at, from.size(), to));
  };
  EXPECT_THAT(with("\"credits\":", "\"credit\":"),
              ElementsAre("$: credits is missing", "$.credit: is not in the schema"));
  EXPECT_THAT(with("\"begin\":0", "\"begin\":-1"), ElementsAre("$.begin: is too small"));
  EXPECT_THAT(with("\"begin\":0", "\"begin\":0.5"), ElementsAre(HasSubstr("$.begin: is 0.5, not \"integer\"")));
  EXPECT_THAT(with("\"polarity\":\"affirmed\"", "\"polarity\":\"yes\""), Contains(HasSubstr("$.claims[0].polarity")));
  EXPECT_THAT(with("\"speaker\":null", "\"speaker\":7"), Contains(HasSubstr("not [\"string\",\"null\"]")));
  EXPECT_THAT(with("\"arguments\":[]", "\"arguments\":[{}]"), Not(IsEmpty()));
}

}  // namespace
}  // namespace consilience::testing
