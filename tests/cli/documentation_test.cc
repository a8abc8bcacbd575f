// What docs/ says of the command and the store holds of them, and all of them is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "cli/command_fixture.h"

namespace consilience::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string Document(const std::string& name) {
  return ReadFile(CONSILIENCE_SOURCE_DIR "/docs/" + name);
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// From the heading `heading` to the next one.
std::string SectionOf(const std::string& document, const std::string& heading) {
  const size_t begin = document.find("\n" + heading + "\n");
  if (begin == std::string::npos) return "";
  return document.substr(begin, document.find("\n#", begin + 1) - begin);
}

std::vector<std::string> Commands(const std::string& overview) {
  std::vector<std::string> commands;
  for (const std::string& line : LinesOf(overview)) {
    std::string program, command;
    std::istringstream words(line);
    if (line.rfind("  consilience ", 0) == 0 && words >> program >> command) commands.push_back(command);
  }
  return commands;
}

class Documentation : public Cli {
 protected:
  // Everything that the views show: text, conflicts, ready-made claims, two runs.
  void FillStore() const {
    WriteFile(Path("claims.csv"),
              "source,subject,predicate,object,published\n"
              "BBC,Mount Tamar,height,1200,2026-01-01\nReuters,Mount Tamar,height,1200,2026-01-03\n"
              "CNN,Mount Tamar,height,1250,2026-01-02\nCNN,Mount Tamar,first ascent,1911,2026-01-02\n");
    Output({"ingest", "--store", Path("s.db"), Path("digest.txt"), Path("articles.jsonl")});
    Output({"reconcile", "--store", Path("s.db")});
    Output({"ingest", "--store", Path("s.db"), Path("claims.csv")});
    Output({"reconcile", "--store", Path("s.db")});
  }
  std::vector<std::string> Names(const std::string& sql) const {
    std::vector<std::string> lines = LinesOf(Output({"query", "--store", Path("s.db"), "--format", "csv", sql}));
    if (!lines.empty()) lines.erase(lines.begin());
    for (std::string& line : lines) line.erase(line.find_last_not_of('\r') + 1);
    return lines;
  }
};

TEST_F(Documentation, EveryCommandAndOptionHasItsPlace) {
  const std::string document = Document("cli.md");
  const std::vector<std::string> commands = Commands(Output({"help"}));
  EXPECT_GE(commands.size(), 8u);
  for (const std::string& command : commands) {
    const std::string help = Output({command, "--help"});
    EXPECT_THAT(help, StartsWith("usage: consilience " + command + " "));
    const std::string section = SectionOf(document, "## consilience " + command);
    ASSERT_NE(section, "") << command;
    for (size_t at = help.find("\n  --"); at != std::string::npos; at = help.find("\n  --", at + 1)) {
      // "--store FILE": name and value, as in the help.
      const size_t begin = at + 3;
      const std::string option = help.substr(begin, help.find("  ", begin) - begin);
      EXPECT_THAT(section, HasSubstr("`" + option.substr(0, option.find_last_not_of(' ') + 1) + "`")) << command;
    }
    // Nothing is documented that is not there.
    for (size_t at = section.find("| `--"); at != std::string::npos; at = section.find("| `--", at + 1)) {
      const size_t begin = at + 3;
      const std::string option = section.substr(begin, section.find_first_of(" `", begin) - begin);
      EXPECT_THAT(help, HasSubstr("\n  " + option + " ")) << command;
    }
  }
}

TEST_F(Documentation, TheUsageOfEveryCommandIsThatOfItsHelp) {
  const std::string document = Document("cli.md");
  for (const std::string& command : Commands(Output({"help"}))) {
    const std::string help = Output({command, "--help"});
    const size_t begin = help.find(command) + command.size() + 1;
    EXPECT_THAT(document, HasSubstr(help.substr(begin, help.find('\n') - begin))) << command;
  }
}

TEST_F(Documentation, EveryViewAndColumnIsDescribed) {
  FillStore();
  const std::string document = Document("store.md");
  const std::vector<std::string> views = Names("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
  EXPECT_GE(views.size(), 9u);
  for (const std::string& view : views) {
    const std::string section = SectionOf(document, "### " + view);
    ASSERT_NE(section, "") << view;
    for (const std::string& column : Names("SELECT name FROM pragma_table_info('" + view + "')")) {
      EXPECT_THAT(section, HasSubstr("`" + column + "`")) << view;
    }
  }
}

TEST_F(Documentation, EveryQueryRunsAndHasSomethingToShow) {
  FillStore();
  const std::string document = Document("store.md");
  int queries = 0;
  for (size_t at = document.find("```sql\n"); at != std::string::npos; at = document.find("```sql\n", at + 1)) {
    const size_t begin = at + 7;
    const std::string sql = document.substr(begin, document.find("```", begin) - begin);
    const ProcessResult result = Run({"query", "--store", Path("s.db"), "--format", "jsonl", sql});
    EXPECT_EQ(result.exit_code, 0) << sql << result.err;
    EXPECT_NE(result.out, "") << sql;
    ++queries;
  }
  EXPECT_GE(queries, 10);
}

TEST_F(Documentation, TheJsonReportHasTheFieldsPromised) {
  FillStore();
  const std::string report = Output({"report", "--store", Path("s.db"), "--format", "json"});
  const std::string section = SectionOf(Document("cli.md"), "## consilience report");
  const size_t example = section.find("    {\"store\"");
  ASSERT_NE(example, std::string::npos);
  int fields = 0;
  for (size_t at = section.find('"', example); at != std::string::npos; at = section.find('"', at + 1)) {
    const size_t end = section.find('"', at + 1);
    const std::string field = section.substr(at, end - at + 1);
    at = end;
    if (field.find_first_of(".:") != std::string::npos) continue;  // a value of the example
    EXPECT_THAT(report, HasSubstr(field + ":"));
    ++fields;
  }
  EXPECT_GT(fields, 40);
}

}  // namespace
}  // namespace consilience::testing
