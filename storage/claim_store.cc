#include "storage/claim_store.h"

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "storage/claim_store_impl.h"

namespace consilience {

ClaimStore::ClaimStore() = default;

ClaimStore::~ClaimStore() {
  if (impl_ == nullptr) return;
  impl_->EndReading();
  Rollback();
}

absl::StatusOr<std::unique_ptr<ClaimStore>> ClaimStore::Open(const std::string& path, OpenMode mode,
                                                             absl::Duration busy_timeout) {
  CONSILIENCE_ASSIGN_OR_RETURN(SQLite::Database database, OpenDatabase(path, mode, busy_timeout));
  std::unique_ptr<ClaimStore> store(new ClaimStore);
  store->impl_ = std::make_unique<Impl>(path, std::move(database));
  return store;
}

absl::Status ClaimStore::Begin() {
  impl_->EndReading();
  return impl_->Guard("begin to write", [&]() -> absl::Status {
    impl_->database.exec("BEGIN IMMEDIATE");
    impl_->writing = true;
    return absl::OkStatus();
  });
}

absl::Status ClaimStore::Commit() {
  return impl_->Guard("commit", [&]() -> absl::Status {
    impl_->database.exec("COMMIT");
    impl_->writing = false;
    return absl::OkStatus();
  });
}

void ClaimStore::Rollback() {
  if (!std::exchange(impl_->writing, false)) return;
  impl_->writer.reset();
  // SQLite has rolled back by itself after some errors (a full disk); then this one fails and does no harm.
  impl_->database.tryExec("ROLLBACK");
}

absl::Status ClaimStore::AddOutlets(absl::Span<const Outlet> outlets) {
  return impl_->Guard("write the outlets", [&]() -> absl::Status {
    for (const Outlet& outlet : outlets) impl_->Writer().AddOutlet(outlet);
    return absl::OkStatus();
  });
}

absl::StatusOr<bool> ClaimStore::HasDocument(Id document) {
  return impl_->Guard("look a document up",
                      [&]() -> absl::StatusOr<bool> { return impl_->Writer().HasDocument(document); });
}

absl::StatusOr<bool> ClaimStore::AddDocument(const DocumentRecord& record) {
  return impl_->Guard(absl::StrCat("add document ", record.document.id),
                      [&]() -> absl::StatusOr<bool> { return impl_->Writer().AddDocument(record); });
}

absl::StatusOr<int64_t> ClaimStore::AddReadyClaims(absl::Span<const ReadyClaim> claims, absl::string_view input_name) {
  return impl_->Guard(absl::StrCat("add claims of ", input_name),
                      [&]() -> absl::StatusOr<int64_t> { return impl_->Writer().AddReadyClaims(claims, input_name); });
}

absl::StatusOr<StoreStatus> ClaimStore::Status() {
  impl_->EndReading();
  return impl_->Guard("read the store", [&]() -> absl::StatusOr<StoreStatus> {
    SQLite::Statement row(impl_->database,
                          "SELECT (SELECT user_version FROM pragma_user_version), "
                          "(SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size), "
                          "(SELECT count(*) FROM documents), (SELECT count(*) FROM statements), "
                          "(SELECT count(*) FROM claims) + (SELECT count(*) FROM ready_claims), "
                          "(SELECT count(*) FROM (SELECT outlet FROM credits UNION SELECT outlet FROM ready_claims)), "
                          "(SELECT count(*) FROM answer_groups), (SELECT count(*) FROM group_conflicts)");
    row.executeStep();
    StoreStatus status;
    int64_t* const counts[] = {&status.schema_version, &status.bytes,   &status.documents, &status.statements,
                               &status.claims,         &status.outlets, &status.groups,    &status.conflicts};
    for (int i = 0; i < static_cast<int>(std::size(counts)); ++i) *counts[i] = row.getColumn(i).getInt64();
    SQLite::Statement run(
        impl_->database,
        "SELECT finished, claims FROM run_log WHERE state = 'done' ORDER BY finished DESC, id LIMIT 1");
    status.claims_since_last_run = status.claims;
    if (run.executeStep()) {
      status.last_run_finished = run.getColumn(0).getString();
      status.claims_since_last_run -= run.getColumn(1).getInt64();
    }
    return status;
  });
}

absl::Status ClaimStore::Backup(const std::string& path) {
  impl_->EndReading();
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    return absl::AlreadyExistsError(absl::StrCat(path, " exists already; name a file that does not"));
  }
  const absl::Status status = impl_->Guard("copy the store", [&]() -> absl::Status {
    SQLite::Database target(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(target, impl_->database).executeStep();
    return absl::OkStatus();
  });
  if (!status.ok()) std::filesystem::remove(path, error);
  return status;
}

}  // namespace consilience
