#include "engine/document/digest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "engine/document/text_check.h"

namespace consilience {
namespace {

constexpr absl::string_view kCreditedFrom = "credited from:";

std::vector<std::string> NamesOf(absl::string_view list) {
  std::vector<std::string> names;
  for (absl::string_view name : absl::StrSplit(list, ',')) {
    name = absl::StripAsciiWhitespace(name);
    if (!name.empty()) names.emplace_back(name);
  }
  return names;
}

// Takes the header line and the empty lines before it off `text`; leaves a text without one as it is.
std::vector<std::string> TakeHeader(absl::string_view* text) {
  const absl::string_view from_header = absl::StripLeadingAsciiWhitespace(*text);
  if (!absl::StartsWithIgnoreCase(from_header, kCreditedFrom)) return {};
  const size_t end = std::min(from_header.find('\n'), from_header.size());
  std::vector<std::string> names = NamesOf(from_header.substr(0, end).substr(kCreditedFrom.size()));
  *text = from_header.substr(std::min(end + 1, from_header.size()));
  return names;
}

}  // namespace

absl::Status ReadDigest(const InputReading& reading) {
  InputWindow& input = *reading.input();
  while (input.unread().size() <= reading.max_record_bytes() && input.Fill()) {
  }
  if (!input.status().ok()) return absl::OkStatus();
  const absl::string_view whole = input.unread();
  if (whole.size() > reading.max_record_bytes()) {
    reading.RejectTooLong(0, "digest");
    return absl::OkStatus();
  }
  const auto line_at = [&](size_t offset) {
    return input.line() + std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  };
  if (const std::optional<TextFault> fault = FindTextFault(whole)) {
    reading.Reject(line_at(fault->at), absl::StrCat("the digest ", fault->what), kUtf8Remedy);
    return absl::OkStatus();
  }
  absl::string_view text = whole;
  Document document;
  document.format = InputFormat::kDigest;
  document.header_credits = TakeHeader(&text);
  if (absl::StripAsciiWhitespace(text).empty()) {
    reading.Reject(0, "the input holds no text", "check where it came from");
    return absl::OkStatus();
  }
  document.id = reading.name();
  document.text = std::string(text);
  document.file = reading.file();
  document.line = line_at(whole.size() - text.size());
  return reading.sink()->OnDocument(std::move(document));
}

}  // namespace consilience
