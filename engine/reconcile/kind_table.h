// What kind of thing or act a word is, up to the broadest: a dog is an animal, to sprint is to run is to move.
//
// Derived from WordNet 3.0 (tools/lexicon/make_kinds.py). Beside the lexicon, which keeps what is safe to compare in
// news, it knows all words in common use and the whole way up.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/lexicon.h"

namespace consilience {

// WordNet's fields of meaning, by its own numbers, as far as code asks for them.
enum class Field : uint8_t {
  kNone = 0,
  kTop = 3,  // the broadest kinds: "person", "group"
  kAct = 4,
  kAnimal = 5,
  kArtifact = 6,
  kBody = 8,
  kCommunication = 10,
  kEvent = 11,
  kFood = 13,
  kGroup = 14,
  kLocation = 15,
  kObject = 17,
  kPerson = 18,
  kPhenomenon = 19,
  kPlant = 20,
  kPossession = 21,
  kProcess = 22,
  kSubstance = 27,
};

// Words are lower-case lemmas without spaces. Immutable; any number of threads may read it.
class KindTable {
 public:
  static const KindTable& Default();

  // True when every `narrow` is a `broad`, in a common sense of either: "dog" of "animal", not the other way round.
  // Words that may mean the same are kinds of each other.
  bool IsKindOf(WordClass word_class, absl::string_view narrow, absl::string_view broad) const;
  // Words that may mean the same thing.
  bool Synonyms(WordClass word_class, absl::string_view a, absl::string_view b) const;
  // Steps from the broadest kind down to the nearest one that the first senses of both share; 0: they share none.
  int SharedDepth(WordClass word_class, absl::string_view a, absl::string_view b) const;
  // Of its first sense; kNone for a word that it does not know.
  Field FieldOf(WordClass word_class, absl::string_view word) const;
  // Of its second sense.
  Field SecondFieldOf(WordClass word_class, absl::string_view word) const;

 private:
  explicit KindTable(absl::string_view tsv);

  struct Kind {
    uint32_t parent = 0;  // 0: none
    uint8_t field = 0;
    uint8_t depth = 1;  // of a kind without parent: 1
  };
  static constexpr size_t kSenses = 2;
  struct Senses {
    uint32_t kinds[kSenses] = {0, 0};  // 0: none
  };
  const Senses* Find(WordClass word_class, absl::string_view word) const;
  bool Reaches(uint32_t kind, uint32_t broad) const;

  std::vector<Kind> kinds_;
  absl::flat_hash_map<absl::string_view, Senses> words_[2];  // nouns, verbs
};

}  // namespace consilience
