#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "absl/strings/str_format.h"
#include "claim/golden_reports.h"

namespace consilience {
namespace {

using ::consilience::testing::Counts;
using ::consilience::testing::GoldenReader;
using ::consilience::testing::GoldenReport;
using ::consilience::testing::ReadGoldenReports;

struct Least {
  double precision = 0.92;
  double recall = 0.85;
};

Counts CountAll(bool kept) {
  // What fails in the reports that are open can be shown: CONSILIENCE_SHOW_DIFFERENCES=1.
  const bool show = !kept && std::getenv("CONSILIENCE_SHOW_DIFFERENCES") != nullptr;
  const GoldenReader reader;
  Counts counts;
  for (const GoldenReport& report : ReadGoldenReports(CONSILIENCE_SOURCE_DIR "/tests/golden/claims")) {
    if (report.kept != kept) continue;
    std::vector<std::string> differences;
    reader.Compare(report, &counts, show ? &differences : nullptr);
    for (const std::string& line : differences) std::cout << report.file << ":" << report.line << ": " << line << "\n";
  }
  return counts;
}

void ExpectGood(const Counts& counts) {
  constexpr Least kLeast;
  EXPECT_EQ(counts.size(), 6u);
  for (const auto& [attribute, count] : counts) {
    std::cout << absl::StrFormat("%-9s right %3d  wrong %3d  missed %3d  P %.3f  R %.3f\n", attribute, count.right,
                                 count.wrong, count.missed, count.precision(), count.recall());
    EXPECT_GE(count.precision(), kLeast.precision) << attribute;
    EXPECT_GE(count.recall(), kLeast.recall) << attribute;
  }
}

TEST(GoldenClaimsTest, ThreeHundredSentencesAreRead) {
  size_t sentences = 0;
  for (const GoldenReport& report : ReadGoldenReports(CONSILIENCE_SOURCE_DIR "/tests/golden/claims")) {
    sentences += report.sentences.size();
  }
  EXPECT_GE(sentences, 300u);
}

TEST(GoldenClaimsTest, AttributesAreThoseThatAReaderTakesFromOpenReports) {
  ExpectGood(CountAll(false));
}

TEST(GoldenClaimsTest, AttributesAreThoseThatAReaderTakesFromKeptReports) {
  ExpectGood(CountAll(true));
}

}  // namespace
}  // namespace consilience
