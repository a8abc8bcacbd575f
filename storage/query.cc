// SQL of users against the store: one statement, read-only unless allowed, within a time limit.
#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "engine/base/status_macros.h"
#include "storage/claim_store_impl.h"

namespace consilience {
namespace {

// Pragmas that only tell. Sorted.
constexpr absl::string_view kReadingPragmas[] = {
    "application_id", "collation_list", "compile_options", "database_list", "foreign_key_check", "foreign_key_list",
    "function_list",  "index_info",     "index_list",      "index_xinfo",   "integrity_check",   "pragma_list",
    "quick_check",    "schema_version", "table_info",      "table_list",    "table_xinfo",       "user_version"};
// Of these, those whose argument names what to tell of rather than sets a value. Sorted.
constexpr absl::string_view kPragmasOfSomething[] = {"foreign_key_list", "index_info",      "index_list",
                                                     "index_xinfo",      "integrity_check", "quick_check",
                                                     "table_info",       "table_list",      "table_xinfo"};

template <size_t N>
bool IsAmong(const absl::string_view (&names)[N], absl::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), absl::string_view(absl::AsciiStrToLower(name)));
}

// SQLite asks for every action a statement would take.
int AllowReadingOnly(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_UPDATE:
      // How SQLite declares the columns of a table-valued function (json_each). A user's UPDATE of the schema table is
      // refused by SQLite itself.
      return absl::string_view(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return second != nullptr && absl::EqualsIgnoreCase(second, "load_extension") ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      if (second == nullptr) return IsAmong(kReadingPragmas, first) ? SQLITE_OK : SQLITE_DENY;
      return IsAmong(kPragmasOfSomething, first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

// While it lives, `database` is under an authorizer and a time limit.
class Limits {
 public:
  Limits(sqlite3* database, const QueryOptions& options) : database_(database) {
    if (!options.allow_writes) sqlite3_set_authorizer(database_, AllowReadingOnly, nullptr);
    if (options.time_limit == absl::InfiniteDuration()) return;
    deadline_ = absl::Now() + options.time_limit;
    sqlite3_progress_handler(
        database_, 2000, [](void* self) { return static_cast<Limits*>(self)->Expired() ? 1 : 0; }, this);
  }
  ~Limits() {
    sqlite3_set_authorizer(database_, nullptr, nullptr);
    sqlite3_progress_handler(database_, 0, nullptr, nullptr);
  }
  Limits(const Limits&) = delete;
  Limits& operator=(const Limits&) = delete;

 private:
  bool Expired() const { return absl::Now() >= deadline_; }

  sqlite3* database_;
  absl::Time deadline_ = absl::InfiniteFuture();
};

struct Finalizer {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;

// True when nothing but white space, comments and semicolons is left.
bool IsBlankSql(sqlite3* database, const char* sql) {
  while (sql != nullptr && *sql != '\0') {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, &rest) != SQLITE_OK || statement != nullptr) {
      sqlite3_finalize(statement);
      return false;
    }
    if (rest == sql) break;
    sql = rest;
  }
  return true;
}

class Asker {
 public:
  Asker(sqlite3* database, const std::string& path, const QueryOptions& options)
      : database_(database), path_(path), options_(options) {}

  absl::Status Run(const std::string& sql, RowSink* sink) {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    // A NUL ends SQL for SQLite, and would hide what comes after it.
    if (sql.find('\0') != std::string::npos) return absl::InvalidArgumentError("the SQL has a NUL character");
    if (const int code =
            sqlite3_prepare_v2(database_, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement, &rest);
        code != SQLITE_OK) {
      return Error(code);
    }
    const Prepared owner(statement);
    if (statement == nullptr) return absl::InvalidArgumentError("there is no SQL statement");
    if (!IsBlankSql(database_, rest)) {
      return absl::InvalidArgumentError(
          absl::StrCat("more than one SQL statement; give one at a time (the second begins: ",
                       absl::StripAsciiWhitespace(absl::string_view(rest).substr(0, 40)), ")"));
    }
    if (!options_.allow_writes && sqlite3_stmt_readonly(statement) == 0) return Denied("it is not a SELECT");
    CONSILIENCE_RETURN_IF_ERROR(BindParameters(statement));
    return Step(statement, sink);
  }

 private:
  absl::Status Denied(absl::string_view message) const {
    return absl::PermissionDeniedError(
        absl::StrCat("this statement would change the store or reach outside it, and queries only read: ", message));
  }

  absl::Status Error(int code) const {
    const absl::string_view message = sqlite3_errmsg(database_);
    // A function that is not allowed is an ordinary error to SQLite.
    if (absl::StartsWith(message, "not authorized")) return Denied(message);
    switch (code & 0xff) {
      case SQLITE_AUTH:
        return Denied(message);
      case SQLITE_INTERRUPT:
        return absl::DeadlineExceededError(
            absl::StrCat("the query ran over its time limit of ", absl::FormatDuration(options_.time_limit)));
      case SQLITE_ERROR:
      case SQLITE_RANGE:
      case SQLITE_MISMATCH:
      case SQLITE_CONSTRAINT:
      case SQLITE_TOOBIG:
        return absl::InvalidArgumentError(message);
      default:
        return StatusOfSqlite(code, message, "run the query", path_);
    }
  }

  // A number when the text is one wholly, else text.
  static int BindByForm(sqlite3_stmt* statement, int index, const std::string& text) {
    int64_t integer = 0;
    double real = 0;
    const bool plain = !text.empty() && !absl::ascii_isspace(static_cast<unsigned char>(text.front())) &&
                       !absl::ascii_isspace(static_cast<unsigned char>(text.back()));
    if (plain && absl::SimpleAtoi(text, &integer)) return sqlite3_bind_int64(statement, index, integer);
    const bool numeric = plain && text.find_first_not_of("+-.0123456789eE") == std::string::npos;
    if (numeric && absl::SimpleAtod(text, &real)) return sqlite3_bind_double(statement, index, real);
    return sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }

  absl::Status BindParameters(sqlite3_stmt* statement) const {
    const int count = sqlite3_bind_parameter_count(statement);
    std::vector<bool> named_used(options_.named.size(), false);
    size_t positional_used = 0;
    size_t next = 0;
    for (int index = 1; index <= count; ++index) {
      const char* const name = sqlite3_bind_parameter_name(statement, index);
      const std::string* value = nullptr;
      if (name == nullptr || name[0] == '?') {
        // "?3" is the third; a bare "?" is the one after that of the largest number so far, which is its index.
        next = static_cast<size_t>(index);
        if (next <= options_.positional.size()) value = &options_.positional[next - 1];
        positional_used = std::max(positional_used, next);
      } else {
        for (size_t i = 0; i < options_.named.size() && value == nullptr; ++i) {
          if (options_.named[i].first != name + 1) continue;
          value = &options_.named[i].second;
          named_used[i] = true;
        }
      }
      if (value == nullptr) {
        return absl::InvalidArgumentError(
            absl::StrCat("no value is given for the parameter ", name == nullptr ? absl::StrCat("?", index) : name));
      }
      if (const int code = BindByForm(statement, index, *value); code != SQLITE_OK) return Error(code);
    }
    if (positional_used < options_.positional.size()) {
      return absl::InvalidArgumentError(absl::StrCat("the SQL has ", positional_used, " positional parameters, but ",
                                                     options_.positional.size(), " values are given"));
    }
    for (size_t i = 0; i < named_used.size(); ++i) {
      if (!named_used[i]) {
        return absl::InvalidArgumentError(absl::StrCat("the SQL has no parameter :", options_.named[i].first));
      }
    }
    return absl::OkStatus();
  }

  absl::Status Step(sqlite3_stmt* statement, RowSink* sink) {
    const int columns = sqlite3_column_count(statement);
    std::vector<std::string> names;
    for (int i = 0; i < columns; ++i) names.emplace_back(sqlite3_column_name(statement, i));
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
      if (columns > 0) CONSILIENCE_RETURN_IF_ERROR(sink->OnColumns(names));
    }
    std::vector<Cell> cells(names.size());
    std::vector<std::string> blobs(names.size());
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
      for (int i = 0; i < columns; ++i)
        cells[static_cast<size_t>(i)] = Read(statement, i, &blobs[static_cast<size_t>(i)]);
      CONSILIENCE_RETURN_IF_ERROR(sink->OnRow(cells));
    }
    return code == SQLITE_DONE ? absl::OkStatus() : Error(code);
  }

  // A blob is shown as SQL writes it: X'00FF'.
  static Cell Read(sqlite3_stmt* statement, int column, std::string* blob) {
    switch (sqlite3_column_type(statement, column)) {
      case SQLITE_INTEGER:
        return int64_t{sqlite3_column_int64(statement, column)};
      case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
      case SQLITE_TEXT:
        return absl::string_view(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                                 static_cast<size_t>(sqlite3_column_bytes(statement, column)));
      case SQLITE_BLOB: {
        const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, column));
        *blob = absl::StrCat("X'", absl::AsciiStrToUpper(absl::BytesToHexString(absl::string_view(bytes, size))), "'");
        return absl::string_view(*blob);
      }
      default:
        return std::monostate();
    }
  }

  sqlite3* database_;
  const std::string& path_;
  const QueryOptions& options_;
};

}  // namespace

absl::Status ClaimStore::Query(const std::string& sql, const QueryOptions& options, RowSink* sink) {
  impl_->EndReading();
  sqlite3* const database = impl_->database.getHandle();
  const Limits limits(database, options);
  return Asker(database, impl_->path, options).Run(sql, sink);
}

absl::Status ClaimStore::ForEachRow(const std::string& sql, std::vector<std::string> positional,
                                    absl::FunctionRef<void(absl::Span<const Cell>)> on_row) {
  class Sink : public RowSink {
   public:
    explicit Sink(absl::FunctionRef<void(absl::Span<const Cell>)> on_row) : on_row_(on_row) {}
    absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
    absl::Status OnRow(absl::Span<const Cell> cells) override {
      on_row_(cells);
      return absl::OkStatus();
    }

   private:
    absl::FunctionRef<void(absl::Span<const Cell>)> on_row_;
  };
  QueryOptions options;
  options.time_limit = absl::InfiniteDuration();
  options.positional = std::move(positional);
  Sink sink(on_row);
  return Query(sql, options, &sink);
}

}  // namespace consilience
