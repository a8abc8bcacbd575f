#include <iostream>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
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

bool IsName(absl::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (const char c : text) {
    if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) return false;
  }
  return true;
}

class Names : public RowSink {
 public:
  absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
  absl::Status OnRow(absl::Span<const Cell> cells) override {
    if (const auto* name = std::get_if<absl::string_view>(cells.data())) names_.emplace_back(*name);
    return absl::OkStatus();
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

// The first column of a result of names; none when the query fails.
std::vector<std::string> NamesFrom(const std::string& sql, ClaimStore* store) {
  Names sink;
  if (!store->Query(sql, QueryOptions(), &sink).ok()) return {};
  return sink.names();
}

// What to try after a statement failed. One that SQLite rejects is a failure of the query, not of the command line.
absl::Status Explained(const absl::Status& status, ClaimStore* store) {
  const absl::Status failure(absl::StatusCode::kFailedPrecondition, status.message());
  const absl::string_view message = status.message();
  if (status.code() == absl::StatusCode::kPermissionDenied)
    return WithHint(failure, "--write allows it to change the store");
  if (status.code() == absl::StatusCode::kDeadlineExceeded)
    return WithHint(failure, "--timeout SECONDS gives it longer");
  constexpr absl::string_view kNoTable = "no such table: ", kNoColumn = "no such column: ";
  if (const size_t at = message.find(kNoTable); at != absl::string_view::npos) {
    const std::vector<std::string> views =
        NamesFrom("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", store);
    const std::string nearest = Nearest(message.substr(at + kNoTable.size()), views);
    return WithHint(failure, nearest.empty() ? absl::StrCat("there are ", absl::StrJoin(views, ", "))
                                             : absl::StrCat("did you mean ", nearest, "?"));
  }
  if (message.find(kNoColumn) != absl::string_view::npos) {
    return WithHint(failure, "SELECT name FROM pragma_table_info('VIEW') lists the columns of a view");
  }
  return failure;
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  if (arguments.positional().size() != 1) {
    return absl::InvalidArgumentError("give one SQL statement, in quotes, or - to read it from standard input");
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
  std::string sql = arguments.positional()[0];
  if (sql == "-") sql.assign(std::istreambuf_iterator<char>(std::cin), {});
  const absl::Status status = store->Query(sql, options, &sink);
  if (!status.ok()) return Explained(status, store.get());
  writer->Finish();
  return kDone;
}

}  // namespace

const Command kQuery = {
    "query",
    "--store S [--format table|csv|json|jsonl] [--param VALUE]... \"SELECT ...\"",
    "Ask the claim store in SQL; read-only unless told otherwise",
    kOptions,
    "Views: credited_claims, statement_credits, claim_groups, group_claims, conflicts,\n"
    "resolved_values, outlet_agreement, outlet_scores, runs. docs/store.md tells their columns.\n"
    "\n"
    "example: consilience query --store news.db --param 3 \\\n"
    "           \"SELECT subject, predicate, answer FROM claim_groups WHERE independent_outlets >= ?1\"\n",
    Run};

}  // namespace consilience
