// Rows of a query's result as a table for the eye, CSV (RFC 4180), a JSON array, or JSON Lines.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

enum class TableFormat : uint8_t { kTable, kCsv, kJson, kJsonLines };
// "table", "csv", "json", "jsonl"; InvalidArgument otherwise, naming the choices.
absl::StatusOr<TableFormat> ParseTableFormat(absl::string_view name);

// A cell; monostate is NULL.
using TableCell = std::variant<std::monostate, int64_t, double, absl::string_view>;

// Writes rows as they come; only kTable holds back the first 1000 to find the widths of its columns.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void Columns(absl::Span<const std::string> names) = 0;
  virtual void Row(absl::Span<const TableCell> cells) = 0;
  virtual void Finish() = 0;  // must be called last
};

struct TableOptions {
  int width = 0;  // columns of the terminal that kTable may fill; 0: no limit. Rows that cannot fit become records
};

// `out` must outlive the writer.
std::unique_ptr<TableWriter> MakeTableWriter(TableFormat format, std::ostream* out, const TableOptions& options = {});

}  // namespace consilience
