// What stands behind a group: outlets, publisher families, independent outlets, and the probability of its answer.
//
// Reliability and probabilities are estimated together by an iterated vote with discounted copies, in the manner of
// Dong, Berti-Equille and Srivastava (VLDB 2009), on fixed-point sums so that the result is the same on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/units.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {

struct GroupSupport {
  std::vector<uint32_t> outlets;  // credited, ascending, each once
  int32_t publisher_families = 0;
  int32_t independent_outlets = 0;  // families whose claims are not copies of one another (wire copy, copied text)
  Probability probability;          // of this answer among the answers to its question (and none of them)
  int32_t rank = 0;                 // 1 is the most probable answer to its question
};

struct OutletScore {
  uint32_t outlet = 0;
  int64_t claims = 0;        // claims credited to it
  int64_t corroborated = 0;  // of these, in a group with an independent other outlet
  int64_t contradicted = 0;  // of these, in a group that is part of a conflict of outlets
  Probability reliability;   // estimated accuracy
  Probability low, high;     // its 95 % interval
};

struct OutletAgreement {
  uint32_t outlet_a = 0;  // the lower one
  uint32_t outlet_b = 0;
  int64_t shared = 0;  // questions both answer
  int64_t agreed = 0;
  int64_t conflicted = 0;
  Probability dependence;  // that one copied from the other
};

struct Iteration {
  int32_t number = 0;
  Probability largest_change;  // of any outlet's reliability
};

struct Corroboration {
  std::vector<GroupSupport> groups;        // one per group of the reconciliation
  std::vector<OutletScore> outlets;        // one per outlet, by outlet
  std::vector<OutletAgreement> agreement;  // pairs that share a question, by (outlet_a, outlet_b)
  std::vector<Iteration> iterations;
};

struct CorroborationOptions {
  int threads = 1;
  int max_iterations = 20;
};

// Deterministic whatever the number of threads.
Corroboration Corroborate(const ClaimTable& claims, const Reconciliation& reconciliation,
                          const CorroborationOptions& options);

}  // namespace consilience
