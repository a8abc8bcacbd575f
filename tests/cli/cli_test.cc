// The command as its users meet it: a real process, real files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/process.h"

namespace consilience::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kDigest[] =
    "Credited from: Reuters\n"
    "President Ana Morel arrived in Lisbon on Monday to meet Prime Minister Rui Tavares. "
    "The two leaders signed an agreement on fishing rights, according to SCMP and ABC News.\n"
    "Tavares announced a fund of $2 billion, as previously reported by BBC.\n";

constexpr char kArticles[] =
    R"({"id":"a1","outlet":"Reuters","published":"2026-05-04","title":"Ferry","text":"The ferry Alma sank near Porto Novo on Sunday. Twelve people died, the coast guard said."})"
    "\n"
    R"({"id":"a2","outlet":"BBC News","published":"2026-05-04","title":"Ferry","text":"The ferry Alma sank near Porto Novo on Sunday. Nine people died."})"
    "\n";

class Cli : public ::testing::Test {
 protected:
  void SetUp() override {
    char folder[] = "/tmp/consilience_cli_XXXXXX";
    ASSERT_NE(mkdtemp(folder), nullptr);
    folder_ = folder;
    WriteFile(Path("digest.txt"), kDigest);
    WriteFile(Path("articles.jsonl"), kArticles);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  ProcessResult Run(std::vector<std::string> words, const std::string& input = "") const {
    words.insert(words.begin(), CONSILIENCE_BINARY_DIR "/bin/consilience");
    return RunProcess(words, input);
  }
  // A run that must succeed.
  std::string Output(const std::vector<std::string>& words, const std::string& input = "") const {
    const ProcessResult result = Run(words, input);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  }
  void IngestAndReconcile() const {
    Output({"ingest", "--store", Path("s.db"), Path("digest.txt"), Path("articles.jsonl")});
    Output({"reconcile", "--store", Path("s.db")});
  }

  std::string folder_;
};

TEST_F(Cli, WithoutACommandItShowsTheCommandsAndFails) {
  const ProcessResult result = Run({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("consilience ingest"));
  EXPECT_EQ(result.out, "");
}

TEST_F(Cli, AMistypedCommandIsAnsweredWithTheNearestOne) {
  const ProcessResult result = Run({"reconsile"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("did you mean reconcile?"));
}

TEST_F(Cli, EveryCommandAndOptionIsDocumented) {
  const std::string documentation = ReadFile(CONSILIENCE_SOURCE_DIR "/docs/cli.md");
  for (const std::string command :
       {"ingest", "reconcile", "report", "query", "extract", "parse", "status", "outlets"}) {
    const std::string help = Output({command, "--help"});
    EXPECT_THAT(help, StartsWith("usage: consilience " + command));
    EXPECT_THAT(documentation, HasSubstr("consilience " + command));
    for (size_t at = help.find("\n  --"); at != std::string::npos; at = help.find("\n  --", at + 1)) {
      const size_t begin = at + 3;
      const std::string option = help.substr(begin, help.find_first_of(" \n", begin) - begin);
      EXPECT_THAT(documentation, HasSubstr(option)) << command;
    }
  }
}

TEST_F(Cli, WrongUsageIsTwoAndSaysWhatIsMissing) {
  EXPECT_THAT(Run({"ingest", Path("digest.txt")}).err, HasSubstr("--store is missing"));
  EXPECT_EQ(Run({"ingest", Path("digest.txt")}).exit_code, 2);
  EXPECT_EQ(Run({"ingest", "--store", Path("s.db")}).exit_code, 2);
  EXPECT_EQ(Run({"extract", "--view", "sideways", Path("digest.txt")}).exit_code, 2);
  EXPECT_EQ(Run({"report", "--store", Path("s.db"), "--format", "pdf"}).exit_code, 2);
}

TEST_F(Cli, AMissingStoreIsAFailureThatNamesIt) {
  for (const std::string command : {"report", "status", "reconcile"}) {
    const ProcessResult result = Run({command, "--store", Path("none.db")});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_THAT(result.err, HasSubstr("none.db"));
  }
}

TEST_F(Cli, TheMainJobRunsFromTextToReport) {
  IngestAndReconcile();
  const std::string report = Output({"report", "--store", Path("s.db")});
  EXPECT_THAT(report, HasSubstr("South China Morning Post"));
  EXPECT_THAT(report, HasSubstr("BBC"));
  const std::string sank = Output(
      {"query", "--store", Path("s.db"), "--format", "csv",
       "SELECT independent_outlets FROM claim_groups WHERE predicate LIKE 'sink%' ORDER BY 1 DESC LIMIT 1"});
  EXPECT_EQ(sank, "independent_outlets\r\n1\r\n") << "two outlets print the same sentence: one independent source";
}

TEST_F(Cli, TheSameNumberReportedDifferentlyOnTheSameDayIsAConflict) {
  IngestAndReconcile();
  const std::string conflicts =
      Output({"query", "--store", Path("s.db"), "--format", "csv", "SELECT kind, outlets_a, outlets_b FROM conflicts"});
  EXPECT_THAT(conflicts, HasSubstr("quantity"));
  EXPECT_THAT(conflicts, HasSubstr("Reuters"));
  EXPECT_THAT(conflicts, HasSubstr("BBC"));
}

TEST_F(Cli, IngestingTwiceChangesNothing) {
  Output({"ingest", "--store", Path("s.db"), Path("digest.txt"), Path("articles.jsonl")});
  const std::string first =
      Output({"query", "--store", Path("s.db"), "--format", "csv", "SELECT * FROM credited_claims ORDER BY 1, 2, 3, 4"});
  const ProcessResult again =
      Run({"ingest", "--store", Path("s.db"), Path("digest.txt"), Path("articles.jsonl")});
  EXPECT_THAT(again.err, HasSubstr("(0 new"));
  EXPECT_EQ(first, Output({"query", "--store", Path("s.db"), "--format", "csv",
                           "SELECT * FROM credited_claims ORDER BY 1, 2, 3, 4"}));
  EXPECT_GT(first.size(), 200u);
}

TEST_F(Cli, RejectedInputIsThreeNamesFileAndLineAndTheRestIsRead) {
  WriteFile(Path("bad.jsonl"), std::string("{\"id\":\"x\",\"text\":\n") + kArticles);
  const ProcessResult result = Run({"ingest", "--store", Path("s.db"), "--format", "articles", Path("bad.jsonl")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("bad.jsonl:1:"));
  EXPECT_THAT(result.err, HasSubstr("2 documents"));
}

TEST_F(Cli, AFileThatIsNotThereIsRejectedAndTheRestIsRead) {
  const ProcessResult result = Run({"ingest", "--store", Path("s.db"), Path("gone.txt"), Path("digest.txt")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("gone.txt"));
  EXPECT_THAT(result.err, HasSubstr("ingested 1 documents"));
}

TEST_F(Cli, ReadyMadeClaimsNeedNoText) {
  const std::string claims =
      "source,subject,predicate,object,published\n"
      "BBC,Mount Tamar,height,1200,2026-01-01\nReuters,Mount Tamar,height,1200,2026-01-01\n"
      "CNN,Mount Tamar,height,1250,2026-01-01\n";
  const ProcessResult result = Run({"ingest", "--store", Path("c.db"), "-"}, claims);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  Output({"reconcile", "--store", Path("c.db")});
  EXPECT_EQ(Output({"query", "--store", Path("c.db"), "--format", "csv",
                    "SELECT subject, predicate, answer FROM resolved_values WHERE rank = 1"}),
            "subject,predicate,answer\r\nMount Tamar,height,1200\r\n");
}

TEST_F(Cli, QueriesReadOnlyUnlessTheyAreAllowedToWrite) {
  IngestAndReconcile();
  const ProcessResult refused = Run({"query", "--store", Path("s.db"), "DELETE FROM runs"});
  EXPECT_EQ(refused.exit_code, 1);
  const ProcessResult table = Run({"query", "--store", Path("s.db"), "CREATE TABLE notes (text TEXT)"});
  EXPECT_EQ(table.exit_code, 1);
  Output({"query", "--store", Path("s.db"), "--write", "CREATE TABLE notes (text TEXT)"});
  EXPECT_EQ(Output({"query", "--store", Path("s.db"), "--format", "csv", "SELECT count(*) AS n FROM notes"}),
            "n\r\n0\r\n");
}

TEST_F(Cli, QueriesTakeParametersByPlaceAndByName) {
  IngestAndReconcile();
  EXPECT_EQ(Output({"query", "--store", Path("s.db"), "--format", "jsonl", "--param", "41", "--param", "who=x",
                    "SELECT ?1 + 1 AS a, :who AS b"}),
            "{\"a\":42,\"b\":\"x\"}\n");
}

TEST_F(Cli, AQueryThatRunsTooLongIsStopped) {
  IngestAndReconcile();
  const ProcessResult result =
      Run({"query", "--store", Path("s.db"), "--timeout", "1",
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("limit"));
}

TEST_F(Cli, ExtractPrintsOneObjectPerStatementWithItsCredits) {
  const std::string out = Output({"extract", Path("digest.txt")});
  simdjson::dom::parser parser;
  std::vector<std::vector<std::string>> credits;
  size_t begin = 0;
  for (size_t end; (end = out.find('\n', begin)) != std::string::npos; begin = end + 1) {
    const simdjson::padded_string line(out.substr(begin, end - begin));
    const simdjson::dom::element statement = parser.parse(line);
    EXPECT_EQ(std::string_view(statement["document"]), "digest.txt");
    const std::string body = std::string(kDigest).substr(std::string(kDigest).find('\n') + 1);
    const uint64_t from = statement["begin"];
    const uint64_t to = statement["end"];
    EXPECT_EQ(std::string_view(statement["text"]), body.substr(from, to - from));
    std::vector<std::string>& outlets = credits.emplace_back();
    for (const simdjson::dom::element credit : simdjson::dom::array(statement["credits"])) {
      outlets.emplace_back(std::string_view(credit["outlet"]));
    }
    EXPECT_GT(simdjson::dom::array(statement["claims"]).size(), 0u);
  }
  ASSERT_EQ(credits.size(), 3u);
  EXPECT_THAT(credits[0], ::testing::UnorderedElementsAre("South China Morning Post", "ABC News"));
  EXPECT_THAT(credits[1], ::testing::UnorderedElementsAre("South China Morning Post", "ABC News"));
  EXPECT_THAT(credits[2], ::testing::ElementsAre(HasSubstr("BBC")));
}

TEST_F(Cli, TheNumberOfThreadsChangesNoByte) {
  std::string articles;
  for (int i = 0; i < 40; ++i) {
    articles += R"({"id":"n)" + std::to_string(i) + R"(","outlet":"Reuters","text":"Minister Lena Berg opened bridge )" +
                std::to_string(i) + R"( in Oslo. She said it cost $)" + std::to_string(i) + R"( million."})" + "\n";
  }
  const std::string one = Output({"extract", "--threads", "1", "-"}, articles);
  EXPECT_EQ(one, Output({"extract", "--threads", "4", "-"}, articles));
  EXPECT_GT(one.size(), 4000u);
}

TEST_F(Cli, ParseWritesCoNLLUAndReadsItBack) {
  const std::string parsed = Output({"parse", "--lines", "-"}, "Lena Berg opened the bridge.\nIt rained.\n");
  EXPECT_THAT(parsed, HasSubstr("# text = Lena Berg opened the bridge."));
  EXPECT_THAT(parsed, HasSubstr("\tVERB\t"));
  EXPECT_EQ(Output({"parse", "--conllu", "-"}, parsed), parsed);
}

TEST_F(Cli, StatusTellsWhatIsThere) {
  IngestAndReconcile();
  EXPECT_THAT(Output({"status", "--store", Path("s.db")}), HasSubstr("documents: 3\n"));
  const std::string json = Output({"status", "--json", "--store", Path("s.db")});
  simdjson::dom::parser parser;
  EXPECT_EQ(int64_t(parser.parse(json)["documents"]), 3);
}

TEST_F(Cli, TheRegistryAnswersByNameAndDomain) {
  EXPECT_THAT(Output({"outlets", "SCMP"}), HasSubstr("South China Morning Post"));
  EXPECT_THAT(Output({"outlets", "--domain", "https://www.reuters.com/world/x"}), HasSubstr("\"Reuters\""));
  EXPECT_EQ(Run({"outlets", "No Such Gazette"}).exit_code, 1);
}

TEST_F(Cli, ReportsComeInEveryFormat) {
  IngestAndReconcile();
  simdjson::dom::parser parser;
  EXPECT_EQ(parser.parse(Output({"report", "--store", Path("s.db"), "--format", "json"})).error(), simdjson::SUCCESS);
  EXPECT_THAT(Output({"report", "--store", Path("s.db"), "--format", "markdown"}), StartsWith("#"));
  EXPECT_THAT(Output({"report", "--store", Path("s.db"), "--format", "html"}), HasSubstr("</html>"));
  Output({"report", "--store", Path("s.db"), "--output", Path("report.txt")});
  EXPECT_GT(ReadFile(Path("report.txt")).size(), 500u);
  EXPECT_THAT(ReadFile(Path("report.txt")), Not(HasSubstr("\x1b"))) << "no colours in a file";
}

TEST_F(Cli, AMissingModelIsAFailureThatNamesIt) {
  const ProcessResult result = Run({"extract", Path("digest.txt"), "--model", Path("nothing.model")});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("nothing.model"));
}

}  // namespace
}  // namespace consilience::testing
