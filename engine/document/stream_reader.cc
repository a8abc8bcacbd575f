#include "engine/document/stream_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/document/claims_csv.h"
#include "engine/document/digest.h"
#include "engine/document/input_reading.h"
#include "engine/document/input_window.h"
#include "engine/document/json_lines.h"
#include "engine/document/text_check.h"

namespace consilience {
namespace {

// Enough of the input to tell its format.
constexpr size_t kProbeBytes = size_t{64} << 10;

// Takes `c` off the front of `text`, and the white space before it.
bool Take(char c, absl::string_view* text) {
  *text = absl::StripLeadingAsciiWhitespace(*text);
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

// {} or { "name" : at the beginning, perhaps after a [; or a first line of brackets alone, as of JSON laid out over
// several lines.
bool BeginsAsJson(absl::string_view line) {
  const bool array = Take('[', &line);
  const bool object = Take('{', &line);
  if ((array || object) && absl::StripAsciiWhitespace(line).empty()) return true;
  if (!object) return false;
  if (Take('}', &line)) return true;
  if (!Take('"', &line)) return false;
  const size_t quote = line.find('"');
  if (quote == absl::string_view::npos) return false;
  line.remove_prefix(quote + 1);
  return Take(':', &line);
}

// Reads on until the first line that is not empty is there, and returns it: as much of it as the first kProbeBytes of
// the input hold.
absl::string_view Probe(InputWindow* input) {
  const auto first_line = [&] {
    const absl::string_view probed = input->unread().substr(0, std::min(kProbeBytes, input->unread().size()));
    return absl::StripLeadingAsciiWhitespace(probed);
  };
  while (!absl::StrContains(first_line(), '\n') && input->unread().size() < kProbeBytes && input->Fill()) {
  }
  const absl::string_view line = first_line();
  return line.substr(0, std::min(line.find('\n'), line.size()));
}

absl::Status ReadFormat(const InputReading& reading) {
  if (reading.format() == InputFormat::kDigest) return ReadDigest(reading);
  if (reading.format() == InputFormat::kArticles) return ReadJsonLines(reading);
  const absl::string_view first_line = Probe(reading.input());
  if (reading.format() == InputFormat::kClaims) {
    const bool json = absl::StartsWith(first_line, "{") || absl::StartsWith(first_line, "[");
    return json ? ReadJsonLines(reading) : ReadClaimsCsv(reading);
  }
  switch (DetectContent(first_line)) {
    case ContentKind::kJsonLines:
      return ReadJsonLines(reading);
    case ContentKind::kClaimsCsv:
      return ReadClaimsCsv(reading);
    case ContentKind::kText:
      break;
  }
  return ReadDigest(reading);
}

Diagnostic BrokenInput(const std::string& file, int64_t line, const absl::Status& error) {
  return {file, line, std::string(error.message()),
          absl::IsDataLoss(error) ? "fetch or compress the file again; whole records before the fault are read" : ""};
}

}  // namespace

ContentKind DetectContent(absl::string_view first_line) {
  if (BeginsAsJson(first_line)) return ContentKind::kJsonLines;
  return LooksLikeClaimsHeader(first_line) ? ContentKind::kClaimsCsv : ContentKind::kText;
}

absl::Status ReadStream(std::unique_ptr<ByteStream> stream, const std::string& file, const ReadOptions& options,
                        InputSink* sink) {
  const std::unique_ptr<ByteStream> bytes = Gunzip(std::move(stream));
  InputWindow input(bytes.get());
  input.SkipByteOrderMark();
  absl::Status status = ReadFormat(InputReading(file, options, &input, sink));
  if (status.ok() && !input.status().ok()) sink->OnRejected(BrokenInput(file, input.line(), input.status()));
  return status;
}

absl::Status ReadStreamLines(std::unique_ptr<ByteStream> stream, const std::string& file, const ReadOptions& options,
                             const OnLine& on_line, const std::function<void(Diagnostic)>& on_rejected) {
  const std::unique_ptr<ByteStream> bytes = Gunzip(std::move(stream));
  InputWindow input(bytes.get());
  input.SkipByteOrderMark();
  Line line;
  for (NextLine next; (next = TakeLine(options.max_record_bytes, &input, &line)) != NextLine::kEnd;) {
    if (next == NextLine::kTooLong) {
      on_rejected({file, line.number, absl::StrCat("the line is longer than ", options.max_record_bytes, " bytes"),
                   "split it into smaller ones"});
    } else if (const auto fault = FindTextFault(line.text)) {
      on_rejected({file, line.number, absl::StrCat("the line ", fault->what, " at byte ", fault->at + 1), kUtf8Remedy});
    } else {
      CONSILIENCE_RETURN_IF_ERROR(on_line(line.text, file, line.number));
    }
  }
  if (!input.status().ok()) on_rejected(BrokenInput(file, input.line(), input.status()));
  return absl::OkStatus();
}

}  // namespace consilience
