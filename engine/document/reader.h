// Reads inputs of every format into documents and ready-made claims.
//
// A PATH is a file, a folder (read recursively, in byte order of the names; names that begin with a dot and links to
// folders are left out) or "-" (standard input). Files may be gzipped; the format is detected from the content, never
// from the name. Reading streams: memory is bounded by the largest single document (a digest file, a JSON line, a CSV
// record).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/diagnostic.h"
#include "engine/document/document.h"

namespace consilience {

// Receives what is read, in the order of the input. An error returned by OnDocument or OnClaims stops the reading and
// becomes the result of ReadInputs.
class InputSink {
 public:
  virtual ~InputSink() = default;
  virtual absl::Status OnDocument(Document document) = 0;
  // A batch of rows from one file; at most 4096. `input` is the file's name without its folder, "-" for standard input.
  virtual absl::Status OnClaims(std::vector<ReadyClaim> claims, const std::string& input) = 0;
  // Something was rejected; reading goes on.
  virtual void OnRejected(Diagnostic diagnostic) = 0;
};

struct ReadOptions {
  InputFormat format = InputFormat::kAuto;
  // A line (JSON Lines), CSV record or digest longer than this is rejected, not read.
  size_t max_record_bytes = size_t{256} << 20;
};

// Returns an error only when `sink` does. A path that cannot be opened is a rejection with its reason.
absl::Status ReadInputs(const std::vector<std::string>& paths, const ReadOptions& options, InputSink* sink);

// "digest", "articles", "claims", "auto"; InvalidArgument otherwise, naming the choices.
absl::StatusOr<InputFormat> ParseInputFormat(absl::string_view name);

// As ReadInputs, for `--lines` commands: calls `on_line` with every line of every path (valid UTF-8, without its line
// end), numbered from 1 within its file.
absl::Status ReadLines(
    const std::vector<std::string>& paths, const ReadOptions& options,
    const std::function<absl::Status(absl::string_view line, const std::string& file, int64_t number)>& on_line,
    const std::function<void(Diagnostic)>& on_rejected);

}  // namespace consilience
