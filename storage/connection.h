// Inside of the claim store: an open SQLite database and what its errors mean. Not for use outside storage/.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "storage/claim_store.h"

namespace consilience {

// The Status of an SQLite result code; `doing` says what was attempted ("write the run").
absl::Status StatusOfSqlite(int code, absl::string_view message, absl::string_view doing, absl::string_view path);

// Calls `work`, which returns a Status or a StatusOr, and turns an SQLite exception into the Status it means.
template <typename Work>
auto Guarded(absl::string_view doing, absl::string_view path, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    return StatusOfSqlite(error.getErrorCode(), error.what(), doing, path);
  }
}

// Opens the store's database, makes it when `mode` allows, and brings it to the current schema.
absl::StatusOr<SQLite::Database> OpenDatabase(const std::string& path, OpenMode mode, absl::Duration busy_timeout);

}  // namespace consilience
