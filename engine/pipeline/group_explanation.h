// Why claims of a store stand in one group, or two groups in conflict: every pair of their claims, taken apart.
#pragma once

#include <cstdint>
#include <ostream>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "engine/base/id.h"
#include "storage/claim_store.h"

namespace consilience {

struct ExplainOptions {
  int threads = 0;      // 0: one per core; the result is the same whatever their number
  bool json = false;    // a line each, instead of text
  bool across = false;  // of two groups the pairs across them: why they are not one
  size_t pairs = 20;    // of a group or a conflict at most so many; the ones between documents first
};

// `ids`: groups and conflicts of the last run; with `across` two groups. Compares the store's claims anew, as
// 'reconcile' does, and so takes about as long; the rest grows with `pairs` and the claims of the groups. NotFound
// for an id that is neither, FailedPrecondition when claims came in since the last run, Unimplemented for groups of
// ready-made claims, Cancelled when `out` takes no more. What was written before an error stays written. The store may
// be used by others meanwhile, `out` not.
absl::Status ExplainGroups(const ExplainOptions& options, absl::Span<const Id> ids, ClaimStore* store,
                           std::ostream* out);

}  // namespace consilience
