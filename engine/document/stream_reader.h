// Reads one open input of any format.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/document/byte_stream.h"
#include "engine/document/reader.h"

namespace consilience {

// Reads all of `stream`, decompressing it when it is gzip, as ReadInputs reads a file that the user named `file`.
absl::Status ReadStream(std::unique_ptr<ByteStream> stream, const std::string& file, const ReadOptions& options,
                        InputSink* sink);

// As ReadLines reads a file.
using OnLine = std::function<absl::Status(absl::string_view line, const std::string& file, int64_t number)>;
absl::Status ReadStreamLines(std::unique_ptr<ByteStream> stream, const std::string& file, const ReadOptions& options,
                             const OnLine& on_line, const std::function<void(Diagnostic)>& on_rejected);

enum class ContentKind { kText, kJsonLines, kClaimsCsv };

// What an input is by its first line that is not empty: an object with a quoted member name makes it JSON, the names of
// a claim's columns make it CSV, and everything else is text, a digest that begins with a brace among it.
ContentKind DetectContent(absl::string_view first_line);

}  // namespace consilience
