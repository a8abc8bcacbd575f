// Inside of the claim store. Not for use outside storage/.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "storage/connection.h"
#include "storage/document_writer.h"

namespace consilience {

struct ClaimStore::Impl {
  Impl(std::string store_path, SQLite::Database opened) : path(std::move(store_path)), database(std::move(opened)) {}

  std::string path;
  SQLite::Database database;
  std::unique_ptr<DocumentWriter> writer;  // made on first use
  bool writing = false;                    // between Begin and Commit or Rollback
  bool reading = false;                    // between Outlets and the end of Visit, so that both see one snapshot
  // Outlets by id as Outlets() numbered them; sorted.
  std::vector<std::pair<Id, uint32_t>> numbers;

  template <typename Work>
  auto Guard(absl::string_view doing, const Work& work) {
    return Guarded(doing, path, work);
  }
  DocumentWriter& Writer() {
    if (writer == nullptr) writer = std::make_unique<DocumentWriter>(&database);
    return *writer;
  }
  void EndReading() {
    if (std::exchange(reading, false)) database.tryExec("COMMIT");
  }
};

}  // namespace consilience
