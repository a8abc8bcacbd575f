// Parts of a clause as phrases: its subjects and complements with their words, coordination distributed, prepositions
// told from what they introduce.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/assertion.h"
#include "engine/claim/claim.h"
#include "engine/claim/clause.h"
#include "engine/claim/phrase.h"
#include "engine/claim/polarity.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Word numbers, ascending.
using Words = std::vector<int32_t>;

// The words that introduce an argument.
struct Role {
  std::string text;    // "shortly before"
  std::string marker;  // "before"
  Words words;
};

// One reading of a subject, an object or an argument.
struct Reading {
  int32_t head = -1;
  Words words;
  Words core;  // less what the atomic view makes claims of their own from; the same as `words` in the clause view
  Role role;
  bool negated = false;      // "not from the campaign"; the word is left out
  bool alternative = false;  // "in May or June": one of them
};

// A complement, with one reading, or one for each conjunct.
struct Part {
  ComplementKind kind = ComplementKind::kObject;
  std::vector<Reading> readings;  // at least one
  int32_t head = -1;
  bool fronted = false;
  bool antecedent = false;
  bool splits = false;  // a noun phrase, whose prepositional phrases the atomic view splits off

  const Role& role() const { return readings.front().role; }
};

// "a mission | to | Poland": a prepositional phrase within a noun phrase.
struct NominalSplit {
  int32_t head = -1;   // of what the preposition introduces
  int32_t above = -1;  // the noun it hangs on
  Role role;
  Words words;
  Words before;  // of the noun phrase, up to the preposition
  bool alternative = false;
};

// The clauses of one statement, by head word.
class ClauseIndex {
 public:
  explicit ClauseIndex(const Analysis& analysis);

  const std::vector<Clause>& all() const { return clauses_; }
  // The clause that word `i` heads; null when it heads none.
  const Clause* At(int32_t i) const {
    if (i < 0 || at_[static_cast<size_t>(i)] < 0) return nullptr;
    return &clauses_[static_cast<size_t>(at_[static_cast<size_t>(i)])];
  }
  // What the tree has for another part of the clause is its subject.
  void GiveSubject(size_t clause, int32_t word);
  size_t IndexOf(const Clause& clause) const { return static_cast<size_t>(&clause - clauses_.data()); }

 private:
  std::vector<Clause> clauses_;
  std::vector<int32_t> at_;
};

// Reads the parts of a statement's clauses. Holds references to all it is given.
class PartReader {
 public:
  // `assertions` by clause.
  PartReader(const Analysis& analysis, const ClauseIndex& clauses, const StatementMarks& marks,
             const std::vector<Assertion>& assertions, ClaimView view)
      : analysis_(analysis), clauses_(clauses), marks_(marks), assertions_(assertions), view_(view) {}

  // None when the subject is longer than anyone would read.
  std::vector<Reading> Subjects(const Clause& clause) const;
  // Appends the complement's part, if it says anything.
  void Append(const Clause& clause, const Complement& complement, std::vector<Part>* parts) const;
  // The prepositional phrases within a reading's core, to a bounded depth and number.
  std::vector<NominalSplit> SplitNominals(const Reading& reading) const;

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }
  bool IsAdverbial(const Reading& reading) const;
  bool MeasuresRole(int32_t head, int32_t i) const;
  bool MeasuresMark(int32_t i) const;
  bool Distributes(const Clause& clause) const;
  void Readings(int32_t head, PhraseShape shape, bool distribute, bool first_only,
                std::vector<Reading>* readings) const;
  bool IsContrast(const Complement& complement, const Role& role) const;
  bool IsBetween(int32_t i) const;
  bool DescribesOne(const Clause& clause, const Complement& complement) const;
  bool HasMark(int32_t i) const;
  bool IsAlternative(int32_t conjunct) const;
  int32_t MeasureOf(const Clause& clause) const;
  void AddPhrase(int32_t head, std::vector<Reading>* readings) const;
  bool IsPassedOver(int32_t conjunct) const;
  bool IsContrasted(int32_t conjunct) const;
  bool IsDenied(int32_t said) const;
  bool IsAndSoOn(int32_t conjunct) const;
  bool IsRestricted(int32_t noun) const;
  bool IsOneOfMany(const Clause& clause, const Complement& complement) const;
  int32_t ComparedWith(const Clause& clause) const;
  void SkipPredicateWords(const Clause& clause, PhraseShape* shape) const;
  void SetRoles(const Complement& complement, RelationSet markers, std::vector<Reading>* readings) const;
  Words MarkersOf(int32_t head, RelationSet markers) const;
  int32_t NounOfComplexPreposition(int32_t noun, Role* role) const;
  void TakeNegation(Reading* reading) const;
  void DropStrayMarks(Words* words) const;
  void TakeRole(Reading* reading) const;
  Words CoreOf(int32_t head, const Words& words) const;
  void SplitBelow(int32_t head, const Words& before, int depth, std::vector<NominalSplit>* splits) const;
  bool IsDoer(int32_t noun, int32_t child) const;
  bool FollowsComma(int32_t i) const;
  bool IsPartitive(int32_t head) const;
  bool IsBare(int32_t noun) const;
  bool WithinName(int32_t noun, int32_t inside) const;

  const Analysis& analysis_;
  const ClauseIndex& clauses_;
  const StatementMarks& marks_;
  const std::vector<Assertion>& assertions_;
  const ClaimView view_;
};

}  // namespace consilience
