#include "storage/connection.h"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "engine/base/status_macros.h"
#include "schema/schema.h"

namespace consilience {
namespace {

// What a file turns out to be.
struct Header {
  int64_t application = 0;
  int64_t version = 0;
  int64_t objects = 0;  // tables, views, indexes

  bool IsEmpty() const { return application == 0 && objects == 0; }
  bool IsStore() const { return application == kStoreApplicationId; }
};

// In one statement, so that another process that makes the store meanwhile is seen wholly or not at all.
Header ReadHeader(SQLite::Database* database) {
  SQLite::Statement row(*database,
                        "SELECT (SELECT application_id FROM pragma_application_id), "
                        "(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)");
  row.executeStep();
  return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64()};
}

int64_t NewestVersion() {
  return Migrations().back().version;
}

absl::Status CheckHeader(const Header& header, OpenMode mode, const std::string& path) {
  if (header.IsEmpty() && mode == OpenMode::kCreate) return absl::OkStatus();
  if (!header.IsStore()) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, " is not a claim store; name another file, 'ingest' makes it"));
  }
  if (header.version > NewestVersion()) {
    return absl::FailedPreconditionError(absl::StrCat(path, " was written by a newer version (schema ", header.version,
                                                      ", this one knows ", NewestVersion(), "); update consilience"));
  }
  if (mode == OpenMode::kReadOnly && header.version < NewestVersion()) {
    return absl::FailedPreconditionError(absl::StrCat(path, " has schema ", header.version, ", ", NewestVersion(),
                                                      " is needed; run 'consilience reconcile --store ", path,
                                                      "', which brings it up to date"));
  }
  return absl::OkStatus();
}

// Another process that opens the same new file holds a lock for a moment, and SQLite does not wait for it here.
void SwitchToWal(SQLite::Database* database, absl::Duration patience) {
  const absl::Time deadline = absl::Now() + patience;
  while (true) {
    try {
      database->exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& error) {
      if (error.getErrorCode() != SQLITE_BUSY || absl::Now() >= deadline) throw;
      absl::SleepFor(absl::Milliseconds(10));
    }
  }
}

// Applies what is missing in one transaction. The version is read inside it: another process may have been first.
void Migrate(SQLite::Database* database) {
  database->exec("BEGIN IMMEDIATE");
  try {
    const Header header = ReadHeader(database);
    if (header.version < NewestVersion()) {
      // Views that users have made stay.
      for (const absl::string_view view : PublicViews()) database->exec(absl::StrCat("DROP VIEW IF EXISTS ", view));
      for (const Migration& migration : Migrations()) {
        if (migration.version > header.version) database->exec(std::string(migration.sql));
      }
      database->exec(std::string(ViewsSql()));
      database->exec(absl::StrCat("PRAGMA application_id = ", kStoreApplicationId));
      database->exec(absl::StrCat("PRAGMA user_version = ", NewestVersion()));
    }
    database->exec("COMMIT");
  } catch (...) {
    database->tryExec("ROLLBACK");
    throw;
  }
}

// Readers of a store in WAL mode share a lock file beside it. Where that cannot be made (a folder of others, a
// read-only disk) and nobody has the store open for writing, which would have left a log beside it, it is read as it
// lies.
bool MayBeReadAsItLies(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(path + "-wal", error)) return false;
  std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) folder = ".";
  return access(folder.c_str(), W_OK) != 0;
}

// SQLite's URI of a file that does not change (sqlite.org/uri.html).
std::string UriAsItLies(const std::string& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '.' || c == '-' || c == '_') {
      uri += c;
    } else {
      absl::StrAppend(&uri, "%", absl::Hex(static_cast<unsigned char>(c), absl::kZeroPad2));
    }
  }
  return uri + "?immutable=1";
}

absl::Status CheckPath(const std::string& path, OpenMode mode) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) {
    return absl::FailedPreconditionError(absl::StrCat(path, " is a folder; name a file in it"));
  }
  if (std::filesystem::exists(status)) return absl::OkStatus();
  if (mode != OpenMode::kCreate) {
    return absl::NotFoundError(
        absl::StrCat("there is no store ", path, "; make one with 'consilience ingest --store ", path, " PATH...'"));
  }
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
    return absl::NotFoundError(absl::StrCat("there is no folder ", folder.string(), " to make the store in"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status StatusOfSqlite(int code, absl::string_view message, absl::string_view doing, absl::string_view path) {
  const std::string what = absl::StrCat("cannot ", doing, " (", path, "): ", message);
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
      return absl::DataLossError(
          absl::StrCat(what, "; the file is damaged: restore a copy, or ingest into a new store"));
    case SQLITE_NOTADB:
      return absl::FailedPreconditionError(absl::StrCat(path, " is not a claim store: ", message));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::UnavailableError(
          absl::StrCat(what, "; another process is writing to it: try again when it is done"));
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(absl::StrCat(what, "; free some disk space and run it again"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return absl::PermissionDeniedError(
          absl::StrCat(what, "; make sure that the file and its folder may be read and written"));
    case SQLITE_AUTH:
      return absl::PermissionDeniedError(what);
    case SQLITE_INTERRUPT:
      return absl::DeadlineExceededError(what);
    case SQLITE_IOERR:
      // A file cut short shows as a failed read, not as a corrupt page.
      if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_CORRUPTFS) {
        return absl::DataLossError(
            absl::StrCat(what, "; the file is damaged: restore a copy, or ingest into a new store"));
      }
      return absl::InternalError(absl::StrCat(what, "; is the disk in order?"));
    default:
      return absl::InternalError(what);
  }
}

absl::StatusOr<SQLite::Database> OpenDatabase(const std::string& path, OpenMode mode, absl::Duration busy_timeout) {
  CONSILIENCE_RETURN_IF_ERROR(CheckPath(path, mode));
  return Guarded("open the store", path, [&]() -> absl::StatusOr<SQLite::Database> {
    const int flags = mode == OpenMode::kReadOnly ? SQLite::OPEN_READONLY
                      : mode == OpenMode::kCreate ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                                  : SQLite::OPEN_READWRITE;
    const bool as_it_lies = mode == OpenMode::kReadOnly && MayBeReadAsItLies(path);
    SQLite::Database database(as_it_lies ? UriAsItLies(path) : path, as_it_lies ? flags | SQLite::OPEN_URI : flags,
                              static_cast<int>(absl::ToInt64Milliseconds(busy_timeout)));
    const Header header = ReadHeader(&database);
    CONSILIENCE_RETURN_IF_ERROR(CheckHeader(header, mode, path));
    database.exec("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
    if (mode == OpenMode::kReadOnly) return database;
    // An SQLite file may have been opened for reading only although writing was asked for.
    if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
      return absl::PermissionDeniedError(absl::StrCat(path, " may not be written"));
    }
    SwitchToWal(&database, busy_timeout);
    // In WAL mode this cannot corrupt the file; a loss of power may undo the last transactions, which are then
    // repeated.
    database.exec("PRAGMA synchronous = NORMAL");
    if (header.version < NewestVersion()) Migrate(&database);
    return database;
  });
}

}  // namespace consilience
