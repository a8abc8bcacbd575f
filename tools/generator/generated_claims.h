// A world of news with known truth, as claims: for measuring how the reconciler scales and what it finds.
//
// Events have participants, places and facts; outlets report them in documents, in their own words (synonyms, voices,
// shorter names, rounded figures), at times with a wrong figure or the opposite of what happened. How many outlets
// report an event and how often a person is spoken of follows a Zipf law, so that a few subjects are everywhere.
// The same options give the same claims on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/reconcile/claim_table.h"

namespace consilience {

struct WorldOptions {
  int64_t claims = 10'000;  // about so many
  uint64_t seed = 1;
  int outlets = 300;
  int claims_of_document = 20;
  double wrong = 0.05;  // of the reports of a fact
};

class GeneratedClaims : public ClaimSource {
 public:
  explicit GeneratedClaims(const WorldOptions& options);
  ~GeneratedClaims() override;

  absl::StatusOr<std::vector<OutletRecord>> Outlets() override;
  absl::Status Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) override;

  int64_t size() const { return static_cast<int64_t>(truth_.size()); }
  // What claim `id` (1 .. size()) says: equal for claims that say the same. 0: nothing that another document says.
  uint64_t MeaningOf(Id id) const { return truth_[static_cast<size_t>(id - 1)].meaning; }
  // The fact it is about, whatever it says of it.
  uint64_t FactOf(Id id) const { return truth_[static_cast<size_t>(id - 1)].fact; }

 private:
  struct Truth {
    uint64_t meaning = 0;
    uint64_t fact = 0;
  };
  class World;

  WorldOptions options_;
  std::vector<Truth> truth_;
};

}  // namespace consilience
