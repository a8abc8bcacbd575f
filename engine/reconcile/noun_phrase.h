// What takes part in a claim, as words that compare: "the town of Selma", "Norwegian Foreign Minister Astri Ruud".
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/value.h"
#include "engine/reconcile/lexicon.h"

namespace consilience {

using WordId = uint32_t;    // 0: none
using PhraseId = uint32_t;  // 0: the empty phrase

enum class PhraseKind : uint8_t {
  kNone,         // no words at all
  kVague,        // pronouns, "officials", "people": no one in particular
  kDescription,  // "a road tunnel"
  kName,         // "Selma", "Astri Ruud"
};

struct NounPhrase {
  uint32_t word_first = 0;  // PhraseTable::words(): ascending by number, each once
  uint16_t word_count = 0;
  PhraseKind kind = PhraseKind::kNone;
  bool several = false;              // names of several entities: "Norway; Kenya"
  bool possessive = false;           // "Hadley's bail"
  bool indefinite = false;           // "an invitation": may be another one elsewhere
  bool plural = false;               // "letters"
  bool pointing = false;             // "this report": each document has its own
  bool further = false;              // "other staffers", "four more men": none that was named or counted
  bool entity = false;               // a name that its document resolved
  bool counted = false;              // with a number: "2,100 workers"
  Gender gender = Gender::kUnknown;  // of the person or persons it is about
  bool office = false;               // acts for what its other words name: "the Norwegian government"
  WordId head = 0;                   // of a name its last word
  WordId name = 0;      // of a name, of a phrase that names and of the country of a seat: the whole name as one word
  WordId called = 0;    // of a name that stands for a description in the text: "ferry" of "the ferry"
  WordId title = 0;     // of a name: the office it is written with, "president"
  WordId named = 0;     // of a description the first word written as a name: "halden" of "the Halden probe"
  WordId initials = 0;  // of a name of two words or more: "who" of "World Health Organization"
};

// How two phrases compare, from the strongest evidence that they mean the same to the strongest that they do not.
enum class PhraseLevel : uint8_t {
  kSame,     // same words, or the same name
  kVariant,  // a name and its longer or shorter form, an acronym; same but for synonyms
  kDetail,   // one says more: "a deal", "a deal on fisheries"
  kMetonym,  // "Oslo", "Norway", "the Norwegian government"
  kRole,     // a name and a description that may be of it: "Orbis", "the company"
  kVague,    // one names no one in particular
  kMissing,  // one is not said
  kBothMissing,
  kSameHead,   // "a trade deal", "a fisheries deal"
  kOther,      // descriptions of other things, or a name and a description of something else
  kOtherName,  // two names
};
inline constexpr int kPhraseLevels = 11;
absl::string_view ToString(PhraseLevel level);

// Phrases and their words, each held once; what is handed out stays where it is. Built by one thread; may then be read
// by any number.
class PhraseTable {
 public:
  PhraseTable();

  // `key` as Phrase::key (names keep their letter case, words are lemmas), `text` as written. Numbers and number words
  // of `value` are left out: they are compared as a value.
  // `opens`: it may stand at the beginning of a sentence, where a capital letter proves no name.
  PhraseId Add(absl::string_view key, absl::string_view text, const Value* value, bool opens = false);
  WordId AddWord(absl::string_view word);
  // A phrase of these words and no more, in any order; the empty phrase of none.
  PhraseId AddBag(std::vector<WordId> words);

  // Learns from words in the midst of a sentence which begin with a capital letter anywhere, and which only where a
  // sentence opens. Before the first Add().
  void LearnCase(absl::string_view text);

  // Keeps a value that a claim does not have as such: "83" of "died aged 83".
  const Value* AddValue(Value value) { return &values_.emplace_back(std::move(value)); }

  const NounPhrase& phrase(PhraseId id) const { return phrases_[id]; }
  absl::Span<const WordId> words(const NounPhrase& phrase) const {
    return absl::MakeConstSpan(words_).subspan(phrase.word_first, phrase.word_count);
  }
  absl::string_view text(WordId word) const { return word_text_[word]; }
  // The word that stands for all that news uses for the same thing.
  WordId Usual(WordId word) const { return usual_[word]; }
  size_t word_count() const { return word_text_.size(); }

  PhraseLevel Compare(PhraseId a, PhraseId b) const;
  // "tremor" and "earthquake".
  bool Alike(WordId a, WordId b) const;
  // Whether a word of the phrase, or one like it, is "tremor", "Talerian" for "Taleria".
  bool HasLike(PhraseId id, WordId word) const;
  // Neither phrase's head is a kind of the other's, nor do they share a word.
  bool Unrelated(PhraseId a, PhraseId b) const;
  // People, or a description of some: "workers", "the union".
  bool ArePeople(PhraseId id) const;
  bool IsPerson(WordId noun) const;
  // Both count people by words that may mean all there are: "12 people", "nine passengers".
  bool CountWhole(PhraseId a, PhraseId b) const;
  // Written as a name, wherever it stands: "norland" of "Norland's central bank".
  bool Named(WordId word) const { return named_[word]; }
  // Set against the word before it, a word that makes another thing of what it modifies: "second", "former", "3".
  bool Apart(WordId word) const { return apart_[word]; }

 private:
  struct Token;
  NounPhrase Analyse(absl::string_view key, absl::string_view text, const Value* value, bool opens);
  WordId CalledIn(absl::string_view text);
  bool NotTheOne(const NounPhrase& one, const NounPhrase& other) const;
  bool IsNoPerson(const NounPhrase& description) const;
  bool IsPlural(const Token& head, const std::vector<absl::string_view>& written) const;
  WordId TitleIn(absl::string_view key, absl::string_view text);
  void FindName(absl::string_view key, const std::vector<Token>& tokens, size_t head, NounPhrase* phrase);
  PhraseLevel CompareNames(const NounPhrase& a, const NounPhrase& b) const;
  bool CalledForShort(const NounPhrase& few, const NounPhrase& many) const;
  PhraseLevel CompareWords(const NounPhrase& a, const NounPhrase& b) const;
  bool IsPresentParticiple(absl::string_view verb, const std::vector<absl::string_view>& written) const;
  bool ActsFor(const NounPhrase& office, const NounPhrase& name) const;
  bool MostlyLower(const std::string& word) const;
  bool Demonym(WordId a, WordId b) const;
  bool KindOf(WordId narrow, WordId broad) const;  // "ferry" of "vessel"

  const Lexicon& lexicon_;
  std::deque<NounPhrase> phrases_;  // references to them stay, as do views of words
  struct CaseCounts {
    uint32_t lower = 0, upper = 0;
  };
  absl::flat_hash_map<std::string, CaseCounts> cases_;
  std::deque<Value> values_;  // pointers to them stay
  std::vector<WordId> words_;
  std::deque<std::string> word_text_;
  std::vector<std::vector<uint32_t>> senses_;  // by word, as nouns, ascending
  std::vector<bool> apart_, named_;
  std::vector<WordId> usual_;
  absl::flat_hash_map<std::string, WordId> word_ids_;
  absl::flat_hash_map<std::string, PhraseId> phrase_ids_;
  absl::flat_hash_map<std::vector<WordId>, PhraseId> bag_ids_;
  // Single words that documents use for a longer name, with a hash of that name's words: "Vantor" for "Vantor Steel".
  absl::flat_hash_set<std::pair<WordId, uint64_t>> short_names_;
};

}  // namespace consilience
