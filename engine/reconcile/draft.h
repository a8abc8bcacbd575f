// What the two halves of the reconciler, ready-made claims and claims of natural language, hand to Reconcile().
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {

struct DraftGroup {
  uint32_t question = 0;  // any number equal for the groups of one question
  std::string key;        // question and answer, for the group's id
  std::vector<uint32_t> claims;
  Probability confidence = Probability::FromMillionths(1'000'000);
};

struct DraftConflict {
  uint32_t group_a = 0;
  uint32_t group_b = 0;
  ConflictKind kind = ConflictKind::kValue;
  uint32_t claim_a = 0;  // claims that show it
  uint32_t claim_b = 0;
  int32_t weight = 0;     // of the match of the two, hundredths of a nat
  bool speakers = false;  // between them, not between outlets
  std::string speaker_a = {}, speaker_b = {};
};

struct Draft {
  uint32_t questions = 0;
  std::vector<DraftGroup> groups;
  std::vector<DraftConflict> conflicts;
  std::vector<std::pair<std::string, int64_t>> pairs_by_rule;
  int64_t compatible_pairs = 0;
  int64_t revisions = 0;
};

// Outlets credited for any of the claims, ascending, each once.
std::vector<uint32_t> OutletsOf(const ClaimTable& claims, const std::vector<uint32_t>& rows);

// True when some outlet stands behind a and not b, and some other behind b and not a.
bool OutletsOnEachSide(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

// "He", "this": words that name nobody.
bool NamesNobody(absl::string_view words);

// Appends to the draft.
void ReconcileReadyClaims(const ClaimTable& claims, Draft* draft);
void ReconcileTextClaims(const ClaimTable& claims, const ReconcileOptions& options, Draft* draft);

}  // namespace consilience
