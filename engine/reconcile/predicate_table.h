// Which predicates state the same act, which exclude each other, and which have one object only.
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace consilience {

// The table of data/predicates.tsv. Immutable; any number of threads may read it.
class PredicateTable {
 public:
  static const PredicateTable& Default();

  // The family of a lemma with its preposition: "acquire" is "buy", "rise to" is "rise to", an unknown lemma its own.
  std::string Family(absl::string_view lemma) const;
  // The lemma without its preposition or particle, unless it is known with it.
  absl::string_view Verb(absl::string_view lemma) const;
  // One name for a family and all its antonyms, so that their claims meet in one block.
  std::string Axis(absl::string_view family) const;
  bool Antonyms(absl::string_view family_a, absl::string_view family_b) const;
  bool Functional(absl::string_view lemma, absl::string_view family, bool passive) const;
  bool Changing(absl::string_view family) const;
  bool Generic(absl::string_view lemma) const;

 private:
  explicit PredicateTable(absl::string_view tsv);

  absl::flat_hash_map<std::string, std::string> family_;
  absl::flat_hash_set<std::string> antonyms_;  // "a|b" both ways
  absl::flat_hash_map<std::string, std::string> axis_;
  absl::flat_hash_set<std::string> functional_, changing_, generic_;
};

}  // namespace consilience
