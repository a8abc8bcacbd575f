#include "engine/document/stream_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/document/claims_csv.h"
#include "engine/document/digest.h"
#include "engine/document/input_window.h"
#include "engine/document/json_lines.h"
#include "engine/document/reading.h"
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

// {} or { "name" : at the beginning, perhaps after a [.
bool BeginsAsJson(absl::string_view text) {
  Take('[', &text);
  if (!Take('{', &text)) return false;
  if (Take('}', &text)) return true;
  if (!Take('"', &text)) return false;
  const size_t quote = text.find_first_of("\"\n");
  if (quote == absl::string_view::npos || text[quote] != '"') return false;
  text.remove_prefix(quote + 1);
  return Take(':', &text);
}

// Reads on until the first line that is not empty is there, or as much of it as tells what it is.
absl::string_view Probe(InputWindow* input) {
  absl::string_view begun;
  do {
    begun = absl::StripLeadingAsciiWhitespace(input->unread());
  } while (!absl::StrContains(begun, '\n') && input->unread().size() < kProbeBytes && input->Fill());
  return absl::StripLeadingAsciiWhitespace(input->unread());
}

absl::Status ReadFormat(const Reading& reading) {
  if (reading.format() == InputFormat::kDigest) return ReadDigest(reading);
  if (reading.format() == InputFormat::kArticles) return ReadJsonLines(reading);
  const absl::string_view beginning = Probe(reading.input());
  if (reading.format() == InputFormat::kClaims) {
    const bool json = absl::StartsWith(beginning, "{") || absl::StartsWith(beginning, "[");
    return json ? ReadJsonLines(reading) : ReadClaimsCsv(reading);
  }
  switch (DetectContent(beginning)) {
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

ContentKind DetectContent(absl::string_view beginning) {
  beginning = absl::StripLeadingAsciiWhitespace(beginning);
  if (BeginsAsJson(beginning)) return ContentKind::kJsonLines;
  const absl::string_view first_line = beginning.substr(0, std::min(beginning.find('\n'), beginning.size()));
  return LooksLikeClaimsHeader(first_line) ? ContentKind::kClaimsCsv : ContentKind::kText;
}

absl::Status ReadStream(std::unique_ptr<ByteStream> stream, const std::string& file, const ReadOptions& options,
                        InputSink* sink) {
  const std::unique_ptr<ByteStream> bytes = Gunzip(std::move(stream));
  InputWindow input(bytes.get());
  input.SkipByteOrderMark();
  absl::Status status = ReadFormat(Reading(file, options, &input, sink));
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
