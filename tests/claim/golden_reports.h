// Reports with what a reader takes from them (tests/golden/claims), and how far the engine takes the same.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/day.h"
#include "engine/claim/claim.h"

namespace consilience::testing {

struct ExpectedClause {
  uint32_t begin = 0;  // of its word in the report
  std::string word;
  bool scored = true;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  std::string speaker;  // empty: the text itself
  bool speaker_optional = false;
};

struct ExpectedValue {
  std::string value;  // as DescribeValue
  bool optional = false;
};

struct ExpectedMention {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string entity;
};

struct GoldenReport {
  std::string file;
  int line = 0;
  DayUtc published;
  std::string text;
  struct Sentence {
    uint32_t begin = 0;
    uint32_t end = 0;
    std::vector<ExpectedClause> clauses;
    std::vector<ExpectedValue> values;
    std::vector<std::string> dates;
    std::vector<ExpectedMention> mentions;
  };
  std::vector<Sentence> sentences;
  bool kept = false;  // for the final count: what fails in it is not shown
};

// Every report of the folder; adds a test failure for each malformed line.
std::vector<GoldenReport> ReadGoldenReports(const std::string& folder);

struct Count {
  int right = 0;
  int wrong = 0;   // the engine says so and the reader does not
  int missed = 0;  // the reader says so and the engine does not

  double precision() const { return right + wrong == 0 ? 1.0 : static_cast<double>(right) / (right + wrong); }
  double recall() const { return right + missed == 0 ? 1.0 : static_cast<double>(right) / (right + missed); }
};

// By attribute: "polarity", "modality", "speaker", "values", "dates", "mentions".
using Counts = std::map<std::string, Count>;

// Reads the reports as the pipeline does. `differences`, when given, receives one line for each difference.
class GoldenReader {
 public:
  // Loads the model that the build made ready.
  GoldenReader();
  ~GoldenReader();
  void Compare(const GoldenReport& report, Counts* counts, std::vector<std::string>* differences) const;

 private:
  struct Engine;
  Engine* engine_;
};

}  // namespace consilience::testing
