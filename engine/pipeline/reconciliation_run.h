// Reconciles all claims of a store and writes the results back.
#pragma once

#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "storage/claim_store.h"

namespace consilience {

struct RunOptions {
  int threads = 0;    // 0: one per core
  bool full = false;  // also when nothing changed since the last run
};

struct RunCounts {
  bool skipped = false;  // nothing changed since the last run
  int64_t claims = 0;
  int64_t groups = 0;
  int64_t corroborated = 0;  // groups with two or more independent outlets
  int64_t conflicts = 0;
  int64_t revisions = 0;
  int32_t iterations = 0;
};

absl::StatusOr<RunCounts> ReconcileStore(const RunOptions& options, ClaimStore* store);

}  // namespace consilience
