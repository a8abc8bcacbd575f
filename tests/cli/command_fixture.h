// Runs the command in a folder of its own, beside a small digest and two articles.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/process.h"
#include "support/temp_dir.h"

namespace consilience::testing {

inline constexpr char kDigest[] =
    "Credited from: Reuters\n"
    "President Ana Morel arrived in Lisbon on Monday to meet Prime Minister Rui Tavares. "
    "The two leaders signed an agreement on fishing rights, according to SCMP and ABC News.\n"
    "Tavares announced a fund of $2 billion, as previously reported by BBC.\n";

inline constexpr char kArticles[] =
    R"({"id":"a1","outlet":"Reuters","published":"2026-05-04","title":"Ferry","text":"The ferry Alma sank near Porto Novo on Sunday. Twelve people died, the coast guard said."})"
    "\n"
    R"({"id":"a2","outlet":"BBC News","published":"2026-05-04","title":"Ferry","text":"The ferry Alma sank near Porto Novo on Sunday. Nine people died."})"
    "\n";

class Cli : public ::testing::Test {
 protected:
  Cli() {
    WriteFile(Path("digest.txt"), kDigest);
    WriteFile(Path("articles.jsonl"), kArticles);
  }

  static std::string Binary() { return CONSILIENCE_BINARY_DIR "/bin/consilience"; }
  std::string Path(const std::string& name) const { return folder_.File(name); }

  ProcessResult Run(std::vector<std::string> words, const std::string& input = "") const {
    words.insert(words.begin(), Binary());
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

  TempDir folder_;
};

}  // namespace consilience::testing
