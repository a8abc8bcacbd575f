// The command as its users meet it: a real process, real files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command_fixture.h"

namespace consilience::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

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
  const std::string sank =
      Output({"query", "--store", Path("s.db"), "--format", "csv",
              "SELECT independent_outlets FROM claim_groups WHERE predicate LIKE 'sank%' ORDER BY 1 DESC LIMIT 1"});
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
  const std::string first = Output(
      {"query", "--store", Path("s.db"), "--format", "csv", "SELECT * FROM credited_claims ORDER BY 1, 2, 3, 4"});
  const ProcessResult again = Run({"ingest", "--store", Path("s.db"), Path("digest.txt"), Path("articles.jsonl")});
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
  EXPECT_THAT(result.err, HasSubstr("ingested 1 document "));
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
    articles += R"({"id":"n)" + std::to_string(i) +
                R"(","outlet":"Reuters","text":"Minister Lena Berg opened bridge )" + std::to_string(i) +
                R"( in Oslo. She said it cost $)" + std::to_string(i) + R"( million."})" + "\n";
  }
  const std::string one = Output({"extract", "--threads", "1", "-"}, articles);
  EXPECT_EQ(one, Output({"extract", "--threads", "4", "-"}, articles));
  EXPECT_GT(one.size(), 4000u);
}

TEST_F(Cli, ClaimsOfLessConfidenceThanAskedForAreNeitherShownNorStored) {
  const auto claims = [&](const std::string& least) {
    const std::string out = Output({"extract", "--min-confidence", least, Path("digest.txt")});
    size_t count = 0;
    for (size_t at = out.find("\"confidence\""); at != std::string::npos; at = out.find("\"confidence\"", at + 1)) {
      ++count;
    }
    return count;
  };
  EXPECT_GT(claims("0"), 2u);
  EXPECT_EQ(claims("1"), 0u);
  const auto stored = [&](const std::string& store, const std::string& least) {
    Output({"ingest", "--store", Path(store), "--min-confidence", least, Path("digest.txt")});
    return Output(
        {"query", "--store", Path(store), "--format", "csv", "SELECT count(*) > 0 AS any FROM credited_claims"});
  };
  EXPECT_EQ(stored("all.db", "0"), "any\r\n1\r\n");
  EXPECT_EQ(stored("none.db", "1"), "any\r\n0\r\n");
}

TEST_F(Cli, AConfidenceThatIsNoneIsWrongUsage) {
  const ProcessResult extract = Run({"extract", "--min-confidence", "80", Path("digest.txt")});
  EXPECT_EQ(extract.exit_code, 2);
  EXPECT_THAT(extract.err, HasSubstr("--min-confidence takes a number from 0 to 1"));
  EXPECT_EQ(Run({"ingest", "--store", Path("new.db"), "--min-confidence", "high", Path("digest.txt")}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(Path("new.db")));
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

TEST_F(Cli, AGroupIsExplainedPairByPair) {
  std::ofstream(Path("two.jsonl"), std::ios::binary)
      << R"({"id":"a","outlet":"Reuters","published":"2026-05-04","text":"Orbis bought Lumen Labs on Monday."})"
         "\n"
      << R"({"id":"b","outlet":"BBC News","published":"2026-05-04","text":"Orbis acquired Lumen Labs."})"
         "\n";
  Output({"ingest", "--store", Path("two.db"), "--min-confidence", "0", Path("two.jsonl")});
  EXPECT_THAT(Run({"explain", "--store", Path("two.db"), "1"}).err, HasSubstr("consilience reconcile"));
  Output({"reconcile", "--store", Path("two.db")});
  const std::string found = Output({"query", "--store", Path("two.db"), "--format", "csv",
                                    "SELECT group_id FROM claim_groups WHERE claims = 2 ORDER BY group_id LIMIT 1"});
  const std::string group = found.substr(10, found.rfind('\r') - 10);
  const std::string text = Output({"explain", "--store", Path("two.db"), group});
  EXPECT_THAT(text, HasSubstr("same family"));
  EXPECT_THAT(text, HasSubstr("1 and 2: agree"));
  simdjson::dom::parser parser;
  const std::string json = Output({"explain", "--store", Path("two.db"), "--format", "jsonl", group});
  const simdjson::dom::element line = parser.parse(json);
  EXPECT_EQ(std::string(std::string_view(line["group"])), group);
  EXPECT_EQ(simdjson::dom::array(line["pairs"]).size(), 1u);
  EXPECT_THAT(Output({"explain", "--store", Path("two.db"), "--across", group, group}), StartsWith("two groups\n"));
  const std::string across =
      Output({"explain", "--store", Path("two.db"), "--format", "jsonl", "--across", group, group});
  EXPECT_EQ(std::string(std::string_view(simdjson::dom::element(parser.parse(across))["group_b"])), group);
  EXPECT_EQ(Run({"explain", "--store", Path("two.db"), "--across", group}).exit_code, 2);
  EXPECT_EQ(Run({"explain", "--store", Path("two.db"), "7"}).exit_code, 1);
  EXPECT_EQ(Run({"explain", "--store", Path("two.db"), "seven"}).exit_code, 2);
  EXPECT_EQ(Run({"explain", "--store", Path("two.db")}).exit_code, 2);
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

TEST_F(Cli, HelpIsTheSameHoweverItIsAskedFor) {
  const std::string help = Output({"query", "--help"});
  EXPECT_EQ(Output({"help", "query"}), help);
  EXPECT_EQ(Output({"query", "-h"}), help);
  EXPECT_EQ(Run({"help", "quiry"}).exit_code, 2);
  EXPECT_THAT(Output({"help"}), HasSubstr("consilience ingest"));
}

TEST_F(Cli, WordsThatWouldBeIgnoredAreWrongUsage) {
  IngestAndReconcile();
  for (const std::string command : {"report", "status", "reconcile"}) {
    const ProcessResult result = Run({command, "--store", Path("s.db"), "extra"});
    EXPECT_EQ(result.exit_code, 2) << command;
    EXPECT_THAT(result.err, HasSubstr("\"extra\" is one word too many"));
  }
  EXPECT_THAT(Run({"report", "s.db"}).err, HasSubstr("did you mean --store s.db?"));
  EXPECT_EQ(Run({"outlets", "Reuters", "--domain", "reuters.com"}).exit_code, 2);
  EXPECT_EQ(Run({"query", "--store", Path("s.db"), "SELECT", "1"}).exit_code, 2) << "a statement without its quotes";
}

TEST_F(Cli, AMistypedViewIsAnsweredWithTheNearestOne) {
  IngestAndReconcile();
  const ProcessResult result = Run({"query", "--store", Path("s.db"), "SELECT * FROM claim_group"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.err, "consilience: no such table: claim_group\nhint: did you mean claim_groups?\n");
  EXPECT_THAT(Run({"query", "--store", Path("s.db"), "SELECT * FROM elephants"}).err, HasSubstr("outlet_scores"));
}

TEST_F(Cli, TheHintOfARefusedQueryHelps) {
  IngestAndReconcile();
  EXPECT_THAT(Run({"query", "--store", Path("s.db"), "CREATE TABLE notes (text TEXT)"}).err,
              HasSubstr("hint: --write"));
  EXPECT_THAT(Run({"query", "--store", Path("s.db"), "SELECT answr FROM claim_groups"}).err,
              HasSubstr("pragma_table_info"));
  EXPECT_THAT(Output({"query", "--store", Path("s.db"), "SELECT name FROM pragma_table_info('claim_groups')"}),
              HasSubstr("independent_outlets"));
}

TEST_F(Cli, AStatementCanComeFromStandardInput) {
  IngestAndReconcile();
  EXPECT_EQ(Output({"query", "--store", Path("s.db"), "--format", "jsonl", "-"}, "SELECT 1 AS a\n -- one\n;"),
            "{\"a\":1}\n");
}

TEST_F(Cli, AReportTakesItsFormatFromItsFileUnlessTold) {
  IngestAndReconcile();
  Output({"report", "--store", Path("s.db"), "--output", Path("r.html")});
  EXPECT_THAT(ReadFile(Path("r.html")), StartsWith("<!DOCTYPE html>"));
  Output({"report", "--store", Path("s.db"), "--output", Path("r.md")});
  EXPECT_THAT(ReadFile(Path("r.md")), StartsWith("# "));
  Output({"report", "--store", Path("s.db"), "--output", Path("r.json")});
  EXPECT_THAT(ReadFile(Path("r.json")), StartsWith("{"));
  Output({"report", "--store", Path("s.db"), "--format", "text", "--output", Path("t.html")});
  EXPECT_THAT(ReadFile(Path("t.html")), StartsWith("Consilience report"));
  EXPECT_THAT(Output({"report", "--store", Path("s.db"), "--output", "-"}), StartsWith("Consilience report"));
}

TEST_F(Cli, AFileThatCannotBeWrittenIsAFailureThatNamesIt) {
  IngestAndReconcile();
  const ProcessResult result = Run({"report", "--store", Path("s.db"), "--output", Path("no/such/folder/r.html")});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("no/such/folder/r.html"));
  EXPECT_THAT(result.err, HasSubstr("hint: "));
}

TEST_F(Cli, AFullDiskIsAFailure) {
  IngestAndReconcile();
  const ProcessResult result =
      RunProcess({"/bin/sh", "-c", "\"$0\" query --store \"$1\" 'SELECT * FROM credited_claims' > /dev/full", Binary(),
                  Path("s.db")});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("cannot write"));
}

TEST_F(Cli, AReaderThatGoesAwayEndsACommandQuietly) {
  const ProcessResult result =
      RunProcess({"/bin/bash", "-c", "set -o pipefail; \"$0\" outlets | head -c 1 > /dev/null", Binary()});
  EXPECT_EQ(result.exit_code, 128 + 13) << "SIGPIPE";
  EXPECT_EQ(result.err, "");
}

TEST_F(Cli, IngestingOutlivesTheReaderOfItsMessages) {
  RunProcess({"/bin/bash", "-c", "\"$0\" ingest --store \"$1\" \"$2\" \"$2\" \"$3\" 2> >(exit)", Binary(), Path("p.db"),
              Path("gone.txt"), Path("digest.txt")});
  EXPECT_THAT(Output({"status", "--store", Path("p.db")}), HasSubstr("documents: 1\n"));
}

TEST_F(Cli, ResultsAndMessagesDoNotMix) {
  const ProcessResult ingest = Run({"ingest", "--store", Path("s.db"), Path("digest.txt")});
  EXPECT_EQ(ingest.out, "");
  EXPECT_THAT(ingest.err, StartsWith("ingested 1 document (1 new, 3 statements, "))
      << "no progress where there is no terminal";
  EXPECT_EQ(Run({"reconcile", "--store", Path("s.db")}).out, "");
  EXPECT_EQ(Run({"report", "--store", Path("s.db")}).err, "");
}

TEST_F(Cli, ReadyMadeClaimsHaveNoTextToExtract) {
  WriteFile(Path("claims.csv"), "source,subject,predicate,object\nBBC,Mount Tamar,height,1200\n");
  const ProcessResult result = Run({"extract", Path("claims.csv")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("consilience ingest"));
  EXPECT_EQ(Run({"extract", "--format", "claims", Path("claims.csv")}).exit_code, 2);
}

TEST_F(Cli, AStoreThatWasNotReconciledSaysSoInItsReport) {
  Output({"ingest", "--store", Path("s.db"), Path("digest.txt")});
  const std::string report = Output({"report", "--store", Path("s.db")});
  EXPECT_THAT(report, HasSubstr("Next: consilience reconcile --store " + Path("s.db")));
  EXPECT_THAT(report, HasSubstr("South China Morning Post")) << "its statements are shown all the same";
}

TEST_F(Cli, AnOutletThatIsUnknownIsAnsweredWithTheNearestOne) {
  EXPECT_THAT(Run({"outlets", "Ruters"}).err, HasSubstr("did you mean Reuters?"));
}

TEST_F(Cli, ABadFileOfOutletsIsAFailureNotWrongUsage) {
  WriteFile(Path("outlets.tsv"), "Harbour Post\n");
  const ProcessResult result = Run({"extract", "--outlets", Path("outlets.tsv"), Path("digest.txt")});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("outlets.tsv:1:"));
}

}  // namespace
}  // namespace consilience::testing
