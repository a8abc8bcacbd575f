// Clauses: what predicates a tree holds, and which words are their subjects and complements.
//
// A clause is words only, by their numbers in the analysis; texts, polarity and modality are made from it.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/claim/governing_verb.h"
#include "engine/claim/rule.h"
#include "engine/syntax/analysis.h"

namespace consilience {

enum class ClauseKind : uint8_t {
  kVerb,        // "signed"
  kCopula,      // "is president": the head is what follows the copula
  kApposition,  // "X, the president of Y": no word of the text is its predicate
  kNominal,     // "the arrest of X by Y": the head is the noun
};

// Where the subject was found.
enum class SubjectSource : uint8_t {
  kNone,
  kOwn,         // the predicate's own
  kShared,      // of the verb it is coordinated with
  kControlled,  // of the verb that governs it: "promised to go", "left, taking ..."
  kRelative,    // what a relative pronoun stands for
  kModified,    // the noun that a participle modifies: "a company based in Lyon"
  kPredicated,  // what such a noun is said of: "X is a company based in Lyon", "X, a company that ..."
  kExpletive,   // "there", "it"
};

enum class ComplementKind : uint8_t {
  kObject,
  kIndirect,     // "gave him a book": him
  kPredicative,  // "became president", "was", "grew old"
  kOblique,      // with or without a preposition: "in Tokyo", "Monday"
  kAdverb,
  kContent,    // a clause as object: "that it would rain"
  kAdverbial,  // a clause as adverbial: "because it rained", "to win"
};

struct Complement {
  int32_t word = -1;
  ComplementKind kind = ComplementKind::kObject;
  int32_t marked = -1;      // the word whose preposition introduces it; differs from `word` for a relative pronoun
  bool antecedent = false;  // `word` stands outside the clause: its phrase leaves out the relative clause
  bool fronted = false;     // before the subject
};

struct Clause {
  int32_t head = -1;
  int32_t copula = -1;
  ClauseKind kind = ClauseKind::kVerb;
  SubjectSource subject_source = SubjectSource::kNone;
  int32_t subject = -1;       // head word of the subject
  int32_t modified = -1;      // the noun that the clause modifies, when it is a relative or participial clause
  int32_t governor = -1;      // clause that this one is coordinated with, controlled by or embedded in
  int32_t content_of = -1;    // head of the clause that has this one as its content
  int32_t content_noun = -1;  // noun that has it: "reports that ..."
  int32_t that = -1;          // a "that" which stands as its object and only introduces it
  int32_t light = -1;         // the noun of a light verb: "part" of "took part in"
  const PrepositionalControl* control = nullptr;  // "accused X of hiding"
  bool passive = false;
  bool merged = false;                  // its words were taken over by the verb it governs ("wants" of "wants to buy")
  bool reduced = false;                 // a participle without auxiliary
  bool relative = false;                // one of its verbs has a relative pronoun
  bool infinitive = false;              // "to" and no finite verb above it: states a purpose, not a fact
  bool wished = false;                  // "for Congress to act"
  std::vector<int32_t> predicate;       // words of the predicate, ascending; the head of a copula is not among them
  std::vector<int32_t> chain;           // heads of merged verbs from the outermost to `head`
  std::vector<Complement> complements;  // by word
  RuleSet rules;                        // by which it was found

  // The verb that stands for it in the tree around it.
  int32_t outermost() const { return chain.empty() ? head : chain.front(); }
};

// The clauses of a tree by head word. Takes time linear in the number of words for any tree.
std::vector<Clause> FindClauses(const Analysis& analysis);

// "not as close as some had hoped", "closer than some had hoped": what they hoped is not the sentence around it.
bool IsComparison(const Analysis& analysis, const Clause& clause);

// "equally": how something is done.
bool IsManner(const Word& adverb);

// "elsewhere", "west": where something is done, without a preposition.
bool IsDirection(const Word& adverb);

// "which", "who", "that" as pronoun of a relative clause.
bool IsRelativePronoun(const Word& word);

}  // namespace consilience
