#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "engine/base/status_macros.h"
#include "engine/report/table.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store"},
    {"--format", "FORMAT", "table (the default), csv, json or jsonl"},
    {"--param", "[NAME=]VALUE", "a value for ?1, ?2 ... in order, or for :NAME; may be given several times"},
    {"--timeout", "SECONDS", "stop after so long; default 60, 0 for no limit"},
    {"--write", nullptr, "allow statements that change the store"},
};

class TableSink : public RowSink {
 public:
  explicit TableSink(TableWriter* writer) : writer_(writer) {}
  absl::Status OnColumns(absl::Span<const std::string> names) override {
    writer_->Columns(names);
    return absl::OkStatus();
  }
  absl::Status OnRow(absl::Span<const Cell> cells) override {
    writer_->Row(cells);
    return std::cout.good() ? absl::OkStatus() : absl::CancelledError("cannot write to standard output");
  }

 private:
  TableWriter* writer_;
};

int TerminalWidth() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

bool IsName(absl::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (const char c : text) {
    if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) return false;
  }
  return true;
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  if (arguments.positional().size() != 1) {
    return absl::InvalidArgumentError("give one SQL statement, in quotes");
  }
  CONSILIENCE_ASSIGN_OR_RETURN(const TableFormat format, ParseTableFormat(arguments.Value("--format", "table")));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t seconds, arguments.Number("--timeout", 60, 0));
  QueryOptions options;
  options.time_limit = seconds == 0 ? absl::InfiniteDuration() : absl::Seconds(seconds);
  options.allow_writes = arguments.Has("--write");
  for (const std::string& value : arguments.Values("--param")) {
    const size_t equals = value.find('=');
    if (equals != std::string::npos && IsName(absl::string_view(value).substr(0, equals))) {
      options.named.emplace_back(value.substr(0, equals), value.substr(equals + 1));
    } else {
      options.positional.push_back(value);
    }
  }
  CONSILIENCE_ASSIGN_OR_RETURN(
      const std::unique_ptr<ClaimStore> store,
      ClaimStore::Open(path, options.allow_writes ? OpenMode::kReadWrite : OpenMode::kReadOnly));
  TableOptions table;
  table.width = TerminalWidth();
  const std::unique_ptr<TableWriter> writer = MakeTableWriter(format, &std::cout, table);
  TableSink sink(writer.get());
  const absl::Status status = store->Query(arguments.positional()[0], options, &sink);
  // A statement that SQLite rejects is a failure of the query, not of the command line.
  if (!status.ok()) return absl::Status(absl::StatusCode::kFailedPrecondition, status.message());
  writer->Finish();
  return kDone;
}

}  // namespace

const Command kQuery = {"query", "--store S [--format table|csv|json|jsonl] [--param VALUE]... \"SELECT ...\"",
                        "Ask the claim store in SQL; read-only unless told otherwise", kOptions, Run};

}  // namespace consilience
