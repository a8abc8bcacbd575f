// What words have to do with each other: synonyms, what a thing is a kind of, opposites, the act a noun names, and
// irregular forms. Derived from WordNet 3.0 (tools/lexicon); beside it nouns.tsv holds what news adds.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

enum class WordClass : uint8_t { kNoun, kVerb, kAdjective };

// Words are lower-case lemmas of at most two parts ("turn down"). Immutable; any number of threads may read it.
class Lexicon {
 public:
  static const Lexicon& Default();

  // Numbers of the sets of interchangeable words that hold it, ascending; empty for an unknown word.
  absl::Span<const uint32_t> Senses(WordClass word_class, absl::string_view word) const;
  bool Synonyms(WordClass word_class, absl::string_view a, absl::string_view b) const;
  // What a word is a kind of, nearest first: "ferry": "boat", "vessel", "craft".
  absl::Span<const absl::string_view> Broader(WordClass word_class, absl::string_view word) const;
  // Verbs that share a sense, or of which one is a kind of the other: "siphon off", "take".
  bool RelatedVerbs(absl::string_view a, absl::string_view b) const;
  bool Opposites(WordClass word_class, absl::string_view a, absl::string_view b) const;
  bool Knows(WordClass word_class, absl::string_view word) const;
  // Nouns for persons, groups, acts and events that are too rare for the rest of the lexicon: "envoy".
  bool Further(absl::string_view noun) const { return further_.contains(noun); }
  // "struck": "strike", "men": "man"; the word itself when it is regular.
  absl::string_view BaseForm(WordClass word_class, absl::string_view form) const;
  // Verbs that are interchangeable in their most used sense, the verb among them; empty when there are none.
  absl::Span<const absl::string_view> VerbsLike(absl::string_view verb) const;
  // "announcement": "announce"; empty when the noun names no act.
  absl::string_view ActOf(absl::string_view noun) const;

  // Of the words that news uses for one thing ("ferry", "vessel") the one that stands for all; the word itself
  // otherwise.
  absl::string_view Usual(absl::string_view noun) const;

  // Rows of nouns.tsv.
  bool Vague(absl::string_view word) const { return vague_.contains(word); }    // names no one in particular
  bool Office(absl::string_view word) const { return office_.contains(word); }  // acts for a country or organisation
  bool Apart(absl::string_view word) const { return apart_.contains(word); }    // as modifier makes another thing of it
  bool Holds(absl::string_view word) const { return holds_.contains(word); }    // "the town of Selma" is Selma
  bool One(absl::string_view word) const { return one_.contains(word); }        // there is one of it: "cause"
  bool Measure(absl::string_view word) const { return measure_.contains(word); }  // "rate": adds nothing
  bool Whole(absl::string_view word) const { return whole_.contains(word); }      // all people counted: "passenger"
  bool Fixed(absl::string_view word) const { return fixed_.contains(word); }      // "depth": does not change in a day
  // The country that a seat of government stands for ("Oslo": "Norway"); empty for any other name.
  absl::string_view SeatOf(absl::string_view name) const;

 private:
  Lexicon();
  void ReadLexicon(absl::string_view tsv);
  void ReadNouns(absl::string_view tsv);

  using Set = absl::flat_hash_set<absl::string_view>;
  template <typename Value>
  using Map = absl::flat_hash_map<absl::string_view, Value>;

  Map<std::vector<uint32_t>> senses_[3];
  Map<std::vector<absl::string_view>> broader_[3];
  Map<std::vector<absl::string_view>> opposites_[3];
  Map<absl::string_view> forms_[3];
  std::vector<std::vector<absl::string_view>> verbs_like_;
  Map<uint32_t> verb_sets_;
  Map<absl::string_view> acts_, seats_, usual_;
  Set verbs_, further_, vague_, office_, apart_, holds_, measure_, one_, whole_, fixed_;
  uint32_t sense_count_ = 0;
};

}  // namespace consilience
