// Which claims agree, and which contradict each other.
//
// A question is what two claims must both answer to be comparable: same subject, same predicate family, same time
// frame. A group holds the claims that give a question the same answer; a conflict is two groups of one question whose
// answers exclude each other. Answers that differ in detail ("Tokyo", "Japan"; "340", "more than 300") and later
// reports of a number that changes with time (revisions) are neither.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/id.h"
#include "engine/reconcile/claim_table.h"

namespace consilience {

enum class ConflictKind : uint8_t { kQuantity, kPolarity, kAntonym, kDate, kPlace, kValue, kModality };
absl::string_view ToString(ConflictKind kind);

// Claims are meant by their row in the table, groups by their index here.
struct Question {
  std::string subject;  // as shown
  std::string predicate;
  uint32_t group_first = 0;  // groups[group_first, group_first + group_count)
  uint32_t group_count = 0;
};

struct Group {
  Id id = 0;  // from its question and its answer, so that it stays from run to run
  uint32_t question = 0;
  // As shown: one of its claims in its own words, the one that says it best; of ready-made claims what most outlets
  // have.
  std::string subject, predicate, answer;
  std::vector<uint32_t> claims;  // rows, ascending; never empty
  // How likely its claims say what their statements say, and one fact (group_confidence.h); 1 for ready-made claims.
  Probability confidence;
  int64_t first_published = kUnknownTime;
  int64_t last_published = kUnknownTime;
};

struct Conflict {
  Id id = 0;
  uint32_t group_a = 0;  // the one of the lower id
  uint32_t group_b = 0;
  ConflictKind kind = ConflictKind::kValue;
  // A dispute between speakers, or of a speaker with what outlets say themselves: the outlets may well agree on who
  // said what, and need not contradict each other.
  bool speakers = false;
  std::string speaker_a, speaker_b;  // who says each side; empty where outlets do
  std::string explanation;           // one sentence: what each side says and why both cannot hold
};

struct ReconcileOptions {
  int threads = 1;
  // A block of more claims than this is split by further features or, failing that, compared by sorted neighbourhood,
  // so that a subject everyone writes about cannot make the work quadratic.
  uint32_t max_block = 100;
};

struct Reconciliation {
  std::vector<Question> questions;  // ordered by (subject, predicate, id of their first group)
  std::vector<Group> groups;        // by question, then by id
  std::vector<Conflict> conflicts;  // by id
  // Candidate pairs made by each blocking rule, in the order of the rules.
  std::vector<std::pair<std::string, int64_t>> pairs_by_rule;
  int64_t compatible_pairs = 0;  // neither agreeing nor in conflict
  int64_t revisions = 0;
};

// The result does not depend on the order of the claims nor on the number of threads.
absl::StatusOr<Reconciliation> Reconcile(const ClaimTable& claims, const ReconcileOptions& options);

}  // namespace consilience
