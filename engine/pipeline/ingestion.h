// Reads inputs into the claim store.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/diagnostic.h"
#include "engine/document/reader.h"
#include "engine/pipeline/annotator.h"
#include "storage/claim_store.h"

namespace consilience {

struct IngestCounts {
  int64_t documents = 0;      // read
  int64_t new_documents = 0;  // of these, not in the store before
  int64_t statements = 0;     // of new documents
  int64_t claims = 0;         // of new documents
  int64_t ready_claims = 0;   // rows of `claims` inputs
  int64_t new_ready_claims = 0;
  int64_t rejected = 0;
};

struct IngestOptions {
  ReadOptions read;
  int threads = 0;  // 0: one per core
};

// Every batch of documents is one transaction: when the process dies, whole batches are in the store and running it
// again adds the rest. Text already in the store is not analysed again. `annotator` is made on the first document, so
// that ready-made claims need no model.
using AnnotatorFactory = std::function<absl::StatusOr<const Annotator*>()>;
absl::StatusOr<IngestCounts> Ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                                    const OutletRegistry& registry, const AnnotatorFactory& annotator,
                                    ClaimStore* store, const std::function<void(Diagnostic)>& on_rejected,
                                    const std::function<void(const IngestCounts&)>& on_progress);

}  // namespace consilience
