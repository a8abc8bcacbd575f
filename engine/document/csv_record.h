// One record of comma-separated values (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace consilience {

struct CsvField {
  absl::string_view raw;        // into the input; without its quotes
  bool doubled_quotes = false;  // raw holds "" where " is meant

  std::string Text() const;
};

enum class CsvScan {
  kRecord,
  kIncomplete,  // a record may go on after the end of `data`
  kMalformed,   // text after a closing quote
  kUnclosed,    // the input ends within quotes
};

// Finds the record at the beginning of `data`. A quote opens a quoted field only as its first byte; elsewhere it stands
// for itself. A record ends at "\n" or "\r\n" outside quotes, or at the end of the input, which `data` reaches when
// `at_end`. On kRecord `fields` and `size` (with the line end) are set, otherwise they are unspecified.
CsvScan ScanCsvRecord(absl::string_view data, bool at_end, std::vector<CsvField>* fields, size_t* size);

}  // namespace consilience
