// Statements and claims as JSON Lines, and trees as CoNLL-U, without a store.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/claim/claim.h"
#include "engine/document/reader.h"
#include "engine/pipeline/annotator.h"

namespace consilience {

struct ExtractionOptions {
  ReadOptions read;
  bool lines = false;  // one statement per line of input
  ClaimView view = ClaimView::kClause;
  int threads = 0;     // 0: one per core
  bool rules = false;  // with each claim the rules that made it
};

using OnRejected = std::function<void(Diagnostic)>;

// Writes one JSON object per statement (schema/exchange.schema.json) in the order of the input, whatever the number of
// threads. An error means that `out` failed.
absl::Status ExtractToJson(const Annotator& annotator, const std::vector<std::string>& paths,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected);

// Writes for every statement its tree, its claims and why they came out as they did, in words.
absl::Status ExplainToText(const Annotator& annotator, const std::vector<std::string>& paths,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected);

enum class ParseInput {
  kText,    // documents of any format
  kLines,   // one sentence a line
  kConllu,  // gold tokens, analysed again
};

// Writes CoNLL-U, in the order of the input.
absl::Status ParseToConllu(const Annotator& annotator, const std::vector<std::string>& paths, ParseInput input,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected);

}  // namespace consilience
