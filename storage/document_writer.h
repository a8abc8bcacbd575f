// Inside of the claim store: writes documents, statements, credits, claims and outlets with prepared statements.
// Not for use outside storage/. Throws SQLite::Exception; after that, and after a rollback, make a new one.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "storage/claim_store.h"

namespace consilience {

// The same for texts of the same words: letter case, punctuation and white space do not count. 0 for a text of fewer
// than six words, which two authors may well write alike.
uint64_t Fingerprint(absl::string_view text);

class DocumentWriter {
 public:
  explicit DocumentWriter(SQLite::Database* database);

  void AddOutlet(const Outlet& outlet);
  bool HasDocument(Id document);
  bool AddDocument(const DocumentRecord& record);
  // Returns how many were new.
  int64_t AddReadyClaims(absl::Span<const ReadyClaim> claims, absl::string_view input_name);

 private:
  Id OutletOf(const std::string& name);
  void AddStatement(Id document, const StatementRecord& record);
  void AddCredit(Id statement, const Credit& credit);
  Id AddClaim(Id document, Id statement, const Claim& claim);
  void AddValue(Id claim, int position, int main, const Value& value);

  absl::flat_hash_map<std::string, Id> outlets_;  // known to be in the store
  SQLite::Statement upsert_outlet_, insert_outlet_, has_document_, insert_document_, insert_statement_, insert_credit_,
      insert_claim_, insert_withheld_, insert_value_, insert_wire_mark_, insert_input_, insert_ready_;
};

}  // namespace consilience
