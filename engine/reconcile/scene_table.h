// What one scene shows and excludes (data/scene.tsv): who sits does not stand, a beach is outdoors.
#pragma once

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace consilience {

// Words are lower-case lemmas, as Usual() gives them. Immutable; any number of threads may read it.
class SceneTable {
 public:
  static const SceneTable& Default();

  // The word that stands for it: "person" for "somebody"; itself when no other does.
  absl::string_view Usual(absl::string_view word) const;
  // Of one thing at one moment both cannot hold: "sit", "stand".
  bool Apart(absl::string_view a, absl::string_view b) const;
  // They are apart, or `a` shows what is apart from `b`: "beach", "indoors".
  bool Excludes(absl::string_view a, absl::string_view b) const;
  // Where `evidence` is told of, `conclusion` holds: "beach" shows "outdoors".
  bool Shows(absl::string_view evidence, absl::string_view conclusion) const;
  // Says hardly more than that something is there: "thing".
  bool Faint(absl::string_view word) const { return faint_.contains(word); }

 private:
  explicit SceneTable(absl::string_view tsv);

  struct Way {
    int row;
    int way;  // words of one row and different ways exclude each other
  };
  absl::flat_hash_map<absl::string_view, absl::string_view> usual_;
  absl::flat_hash_map<absl::string_view, std::vector<Way>> ways_;
  absl::flat_hash_map<absl::string_view, std::vector<absl::string_view>> shows_;  // by evidence
  absl::flat_hash_set<absl::string_view> faint_;
};

}  // namespace consilience
