// The claim store: one SQLite database in WAL mode.
//
// Tables are the store's own business and may change; the public views (schema/views.sql) are the contract with users.
// SQLite's errors become absl::Status here and nowhere else:
//   NotFound            no such store
//   FailedPrecondition  not a claim store, or written by a newer version
//   DataLoss            the file is corrupt
//   Unavailable         locked by another writer for longer than the busy timeout
//   ResourceExhausted   the disk is full
//   InvalidArgument     a query that SQLite rejects; the message is SQLite's
//   PermissionDenied    a query that would write, or a file that may not be written
//   DeadlineExceeded    a query that ran over its time limit
//
// A ClaimStore belongs to one thread at a time; several processes and threads may each open the same file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "engine/attribution/credit.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/base/id.h"
#include "engine/claim/claim.h"
#include "engine/corroboration/corroboration.h"
#include "engine/document/document.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {

// What ingestion makes of one statement.
struct StatementRecord {
  ByteSpan span;
  std::string text;
  uint32_t paragraph = 0;
  std::vector<Credit> credits;
  std::vector<Claim> claims;  // atomic view
};

// What ingestion makes of one document.
struct DocumentRecord {
  Document document;
  std::string publisher;  // canonical outlet name; may be empty
  std::vector<StatementRecord> statements;
  std::vector<WireMark> wire_marks;
};

// The id of a document: from its format, its own id, its publisher and its text.
Id DocumentId(const Document& document, absl::string_view publisher);

// A cell of a query's result. monostate is NULL.
using Cell = std::variant<std::monostate, int64_t, double, absl::string_view>;

struct QueryOptions {
  absl::Duration time_limit = absl::Seconds(60);  // InfiniteDuration: none
  bool allow_writes = false;
  // Bound to ?1, ?2 ... by position, or to :name / @name / $name by name; text, integers and reals are told apart by
  // their form, as SQLite's numeric affinity does.
  std::vector<std::string> positional;
  std::vector<std::pair<std::string, std::string>> named;
};

// Receives a query's result. Views are valid during the call.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual absl::Status OnColumns(absl::Span<const std::string> names) = 0;
  virtual absl::Status OnRow(absl::Span<const Cell> cells) = 0;
};

struct StoreStatus {
  int64_t schema_version = 0;
  int64_t bytes = 0;
  int64_t documents = 0;
  int64_t statements = 0;
  int64_t claims = 0;
  int64_t outlets = 0;
  int64_t groups = 0;
  int64_t conflicts = 0;
  std::optional<std::string> last_run_finished;  // ISO 8601; nullopt: never by this version of the store
  int64_t claims_since_last_run = 0;
};

enum class OpenMode : uint8_t {
  kCreate,     // make it when it is missing; migrate it to the current schema
  kReadWrite,  // NotFound when it is missing; migrate
  kReadOnly,   // NotFound when it is missing; FailedPrecondition when its schema is older (says: run ingest or
               // reconcile)
};

class ClaimStore : public ClaimSource {
 public:
  // `busy_timeout`: how long to wait for another writer before giving up with Unavailable.
  static absl::StatusOr<std::unique_ptr<ClaimStore>> Open(const std::string& path, OpenMode mode,
                                                          absl::Duration busy_timeout = absl::Seconds(10));
  ~ClaimStore() override;

  // --- Ingestion. One transaction from Begin to Commit; without Commit nothing of it is kept.
  absl::Status Begin();
  absl::Status Commit();
  // An unfinished transaction is undone. Does nothing when there is none.
  void Rollback();

  // Makes the outlets known (canonical name, country, kind, owner, ...). Credits to outlets that are not known make an
  // outlet of that name.
  absl::Status AddOutlets(absl::Span<const Outlet> outlets);
  absl::StatusOr<bool> HasDocument(Id document);
  // False when the store has it already: then nothing changes.
  absl::StatusOr<bool> AddDocument(const DocumentRecord& record);
  // Rows of a `claims` input; `source` is made canonical by the caller. Returns how many were new.
  absl::StatusOr<int64_t> AddReadyClaims(absl::Span<const ReadyClaim> claims, absl::string_view input_name);

  // --- Reconciliation. Outlets and what is read after it, until Visit has ended, see one snapshot, whatever others
  // write meanwhile. Outlets that nothing credits and no document prints are left out.
  absl::StatusOr<std::vector<OutletRecord>> Outlets() override;
  // Of the marks that tell whose words they are; an outlet that contributed to a report is left out.
  absl::StatusOr<std::vector<WireCopy>> WireCopies() override;
  absl::Status Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) override;
  // Replaces the results of the last run, in one transaction. `parameters` is a JSON object.
  absl::Status WriteRun(const ClaimTable& claims, const Reconciliation& reconciliation,
                        const Corroboration& corroboration, absl::string_view parameters, absl::Time started);

  // --- Reading.
  // Runs one SQL statement (PermissionDenied when it would write and that is not allowed).
  absl::Status Query(const std::string& sql, const QueryOptions& options, RowSink* sink);
  // The same for a question of the program's own: `positional` bound to ?1, ?2 ..., no limit of time. The cells are
  // valid during the call.
  absl::Status ForEachRow(const std::string& sql, std::vector<std::string> positional,
                          absl::FunctionRef<void(absl::Span<const Cell>)> on_row);
  absl::StatusOr<StoreStatus> Status();
  // A consistent copy into a new file, also while others write. AlreadyExists when `path` exists.
  absl::Status Backup(const std::string& path);

 private:
  ClaimStore();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace consilience
