// The plainest reconciler that can be right: every claim against every other, no blocking, no sampling. Tests only.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "engine/reconcile/claim_table.h"

namespace consilience {

// Groups as sets of rows, and conflicts as pairs of such sets, of claims of natural language.
struct BruteResult {
  std::set<std::vector<uint32_t>> groups;
  std::set<std::pair<std::vector<uint32_t>, std::vector<uint32_t>>> conflicts;  // the lesser set first
};

BruteResult BruteReconcile(const ClaimTable& claims);

}  // namespace consilience
