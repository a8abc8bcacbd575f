// Groups out of agreeing pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/comparison.h"

namespace consilience {

struct JudgedPair {
  uint32_t a = 0;  // a < b
  uint32_t b = 0;
  Outcome outcome;
};

// Clusters of 0 .. count-1, each ascending, ordered by their first members.
//
// Pairs that agree are taken from the strongest on. Two clusters merge when no pair across them contradicts or answers
// differently and at least half of the pairs agree, so that likeness does not chain; of large clusters a sample of
// members is looked at. No cluster holds two members of which `pairs` says that they conflict.
std::vector<std::vector<uint32_t>> Cluster(uint32_t count, absl::Span<const JudgedPair> pairs,
                                           const std::function<Outcome(uint32_t a, uint32_t b)>& judge);

class UnionFind {
 public:
  explicit UnionFind(size_t size);
  uint32_t Find(uint32_t i);
  void Join(uint32_t a, uint32_t b);  // the lower root stays

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace consilience
