// Fills a report from a store, through its public views only.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "engine/base/units.h"
#include "engine/reconcile/group_confidence.h"
#include "engine/report/report.h"
#include "storage/claim_store.h"

namespace consilience {

struct ReportOptions {
  int groups = 15;  // best corroborated; those that rest on the same statements count as one
  Probability min_confidence = kLeastGroupShown;  // of the best corroborated
  int conflicts = 25;
  int outlets = 40;
  int statements = 40;  // statements with their outlets and claims
};

// Lists are cut to the numbers in `options`; a negative number means all.
absl::StatusOr<Report> BuildReport(const std::string& store_path, const ReportOptions& options, ClaimStore* store);

}  // namespace consilience
