#include "engine/document/csv_record.h"

#include "absl/strings/str_replace.h"

namespace consilience {

std::string CsvField::Text() const {
  return doubled_quotes ? absl::StrReplaceAll(raw, {{"\"\"", "\""}}) : std::string(raw);
}

CsvScan ScanCsvRecord(absl::string_view data, bool at_end, std::vector<CsvField>* fields, size_t* size) {
  constexpr size_t kNone = absl::string_view::npos;
  fields->clear();
  size_t at = 0;
  for (;;) {
    CsvField& field = fields->emplace_back();
    if (at < data.size() && data[at] == '"') {
      const size_t begin = ++at;
      for (;;) {
        at = data.find('"', at);
        if (at == kNone) return at_end ? CsvScan::kUnclosed : CsvScan::kIncomplete;
        if (at + 1 == data.size() && !at_end) return CsvScan::kIncomplete;
        if (at + 1 == data.size() || data[at + 1] != '"') break;
        field.doubled_quotes = true;
        at += 2;
      }
      field.raw = data.substr(begin, at - begin);
      ++at;
      if (at < data.size() && data[at] == '\r') {
        if (at + 1 == data.size() && !at_end) return CsvScan::kIncomplete;
        if (at + 1 == data.size() || data[at + 1] == '\n') ++at;
      }
      if (at < data.size() && data[at] != ',' && data[at] != '\n') return CsvScan::kMalformed;
    } else {
      const size_t begin = at;
      while (at < data.size() && data[at] != ',' && data[at] != '\n') ++at;
      size_t end = at;
      const bool ends_line = at < data.size() ? data[at] == '\n' : at_end;
      if (ends_line && end > begin && data[end - 1] == '\r') --end;
      field.raw = data.substr(begin, end - begin);
    }
    if (at == data.size()) {
      *size = at;
      return at_end ? CsvScan::kRecord : CsvScan::kIncomplete;
    }
    if (data[at++] == '\n') {
      *size = at;
      return CsvScan::kRecord;
    }
  }
}

}  // namespace consilience
