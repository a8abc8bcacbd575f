// Which claims are compared at all: an ordered list of named rules, each a key; claims of one key meet.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/comparison.h"

namespace consilience {

struct BlockingRule {
  absl::string_view name;
  // 0: the claim does not take part. A claim that says too little meets those of its own document only.
  uint64_t (*key)(const ClaimTable& claims, const ClaimTable::Row& row, const ClaimFeatures& features);
};

absl::Span<const BlockingRule> BlockingRules();

}  // namespace consilience
