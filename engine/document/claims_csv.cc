#include "engine/document/claims_csv.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "engine/document/claim_batch.h"
#include "engine/document/csv_record.h"
#include "engine/document/text_check.h"

namespace consilience {
namespace {

struct Column {
  absl::string_view name;
  std::string ReadyClaim::*field;
  bool required;
};

constexpr size_t kColumns = 6;
constexpr size_t kRequiredColumns = 4;

// The required ones first.
const std::array<Column, kColumns>& Columns() {
  static const std::array<Column, kColumns> columns = {{
      {"source", &ReadyClaim::source, true},
      {"subject", &ReadyClaim::subject, true},
      {"predicate", &ReadyClaim::predicate, true},
      {"object", &ReadyClaim::object, true},
      {"published", &ReadyClaim::published, false},
      {"verbatim", &ReadyClaim::verbatim, false},
  }};
  return columns;
}

constexpr char kHeaderRemedy[] =
    "begin with a line such as source,subject,predicate,object,published,verbatim, separated by commas";

std::string HeaderName(absl::string_view cell) {
  return absl::AsciiStrToLower(absl::StripAsciiWhitespace(cell));
}

class ClaimsCsvReader {
 public:
  explicit ClaimsCsvReader(const InputReading& reading) : reading_(reading), claims_(reading.name(), reading.sink()) {}

  absl::Status Read() {
    bool header_read = false;
    while (TakeRecord()) {
      if (!header_read) {
        if (!ReadHeader()) return absl::OkStatus();
        header_read = true;
      } else {
        CONSILIENCE_RETURN_IF_ERROR(ReadRow());
      }
    }
    if (!header_read && reading_.input()->status().ok()) {
      reading_.Reject(0, "the input has no header", kHeaderRemedy);
    }
    return claims_.Flush();
  }

 private:
  // Takes the next record that is well-formed text and not an empty line; false at the end of the input.
  bool TakeRecord() {
    InputWindow& input = *reading_.input();
    input.Consume(record_bytes_);
    record_bytes_ = 0;
    bool at_end = false;
    for (;;) {
      const absl::string_view unread = input.unread();
      if (unread.empty() && (at_end || !input.Fill())) return false;
      if (unread.empty()) continue;
      // One byte more than a record may have tells one that is too long, however much of it has been read.
      const absl::string_view data = unread.substr(0, reading_.max_record_bytes() + 1);
      const bool too_much = data.size() > reading_.max_record_bytes();
      size_t size = 0;
      const CsvScan scan = ScanCsvRecord(data, at_end && data.size() == unread.size(), &fields_, &size);
      line_ = input.line();
      if (scan == CsvScan::kIncomplete && !too_much) {
        at_end = !input.Fill();
        if (at_end && !input.status().ok()) return false;
        continue;
      }
      if (scan == CsvScan::kIncomplete || (scan == CsvScan::kRecord && size > reading_.max_record_bytes())) {
        reading_.RejectTooLong(line_, "record");
        input.SkipLine();
      } else if (scan == CsvScan::kMalformed) {
        reading_.Reject(line_, "text follows a closing quote", "write a quote within quotes twice");
        input.SkipLine();
      } else if (scan == CsvScan::kUnclosed) {
        reading_.Reject(line_, "a quoted field is never closed", "close it with a quote");
        input.SkipLine();
      } else if (const auto fault = FindTextFault(unread.substr(0, size))) {
        reading_.Reject(line_, absl::StrCat("the record ", fault->what), kUtf8Remedy);
        input.Consume(size);
      } else if (fields_.size() == 1 && absl::StripAsciiWhitespace(unread.substr(0, size)).empty()) {
        input.Consume(size);
      } else {
        record_bytes_ = size;
        return true;
      }
    }
  }

  bool ReadHeader() {
    column_count_ = fields_.size();
    place_.fill(kAbsent);
    for (size_t i = 0; i < fields_.size(); ++i) {
      const std::string name = HeaderName(fields_[i].Text());
      for (size_t c = 0; c < kColumns; ++c) {
        if (name != Columns()[c].name) continue;
        if (place_[c] != kAbsent) {
          reading_.Reject(line_, absl::StrCat("the header names the column \"", name, "\" twice"), kHeaderRemedy);
          return false;
        }
        place_[c] = i;
      }
    }
    for (size_t c = 0; c < kRequiredColumns; ++c) {
      if (place_[c] != kAbsent) continue;
      reading_.Reject(line_, absl::StrCat("the header names no column \"", Columns()[c].name, "\""), kHeaderRemedy);
      return false;
    }
    return true;
  }

  absl::Status ReadRow() {
    if (fields_.size() != column_count_) {
      reading_.Reject(line_, absl::StrCat("the record has ", fields_.size(), " fields and the header ", column_count_),
                      "put fields that hold commas or line ends in quotes");
      return absl::OkStatus();
    }
    ReadyClaim claim;
    for (size_t c = 0; c < kColumns; ++c) {
      if (place_[c] == kAbsent) continue;
      const Column& column = Columns()[c];
      std::string& text = claim.*column.field;
      text = fields_[place_[c]].Text();
      if (!column.required) continue;
      absl::StripAsciiWhitespace(&text);
      if (!text.empty()) continue;
      reading_.Reject(line_, absl::StrCat("the column \"", column.name, "\" is empty"), "give every record one");
      return absl::OkStatus();
    }
    absl::StripAsciiWhitespace(&claim.published);
    reading_.CheckPublished(line_, &claim.published);
    return claims_.Add(std::move(claim));
  }

  static constexpr size_t kAbsent = ~size_t{0};

  const InputReading& reading_;
  ClaimBatch claims_;
  std::vector<CsvField> fields_;             // of the record taken
  size_t record_bytes_ = 0;                  // its size; not consumed yet, for `fields_` look into it
  int64_t line_ = 0;                         // its first line
  size_t column_count_ = 0;                  // of the header
  std::array<size_t, kColumns> place_ = {};  // of each of Columns() in a record
};

}  // namespace

absl::Status ReadClaimsCsv(const InputReading& reading) {
  return ClaimsCsvReader(reading).Read();
}

bool LooksLikeClaimsHeader(absl::string_view line) {
  std::array<bool, kRequiredColumns> found = {};
  size_t names = 0;
  for (absl::string_view cell : absl::StrSplit(line, absl::ByAnyChar(",;\t"))) {
    cell = absl::StripAsciiWhitespace(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    for (size_t c = 0; c < kRequiredColumns; ++c) {
      if (found[c] || HeaderName(cell) != Columns()[c].name) continue;
      found[c] = true;
      ++names;
    }
  }
  return names + 1 >= kRequiredColumns;
}

}  // namespace consilience
