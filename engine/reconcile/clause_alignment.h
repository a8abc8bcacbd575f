// Which clauses of two reports of one story tell the same, by all that they name between them.
//
// Verbs and syntax differ from outlet to outlet; what is named hardly does. A clause is the bag of its usual words, of
// its acts (those that its nouns name among them) and of its numbers, weighted by how few documents have them. Two
// clauses are told alike when each is the other's likest among all clauses of the other's document, by the cosine of
// their bags, and likely enough: mutual choice keeps the many clauses of a story that share its names apart.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"
#include "engine/reconcile/story.h"

namespace consilience {

// Immutable once built; any number of threads may read it.
class ClauseAlignment {
 public:
  struct Alike {
    uint32_t clause;   // Proposition::clause
    int16_t likeness;  // cosine in thousandths
  };

  // `threads` share the work; the result does not depend on their number.
  ClauseAlignment(absl::Span<const Proposition> propositions, const PhraseTable& phrases, const StoryIndex& stories,
                  int threads = 1);

  // The clauses of other documents that a clause is told alike with, ascending.
  absl::Span<const Alike> AlikeTo(uint32_t clause) const;
  // Null for clauses that are not told alike.
  const Alike* Find(uint32_t clause_a, uint32_t clause_b) const;
  bool AreAlike(uint32_t clause_a, uint32_t clause_b) const { return Find(clause_a, clause_b) != nullptr; }
  // The propositions of a clause, ascending; none of a clause that only reports what somebody says.
  absl::Span<const uint32_t> Propositions(uint32_t clause) const {
    return absl::MakeConstSpan(members_).subspan(member_first_[clause],
                                                 member_first_[clause + 1] - member_first_[clause]);
  }
  // The clauses of a document, ascending.
  absl::Span<const uint32_t> Clauses(uint32_t document) const {
    return absl::MakeConstSpan(clauses_).subspan(clause_first_[document],
                                                 clause_first_[document + 1] - clause_first_[document]);
  }

 private:
  struct Entry {
    WordId word;
    uint16_t clause;  // among those of its document
    int16_t weight;
  };
  struct Found {
    uint32_t a, b;
    int16_t likeness;
  };
  void GatherClauses(absl::Span<const Proposition> propositions);
  void WeighWords(absl::Span<const Proposition> propositions, const PhraseTable& phrases, const StoryIndex& stories);
  void Align(uint32_t document, const StoryIndex& stories, std::vector<Found>* found) const;

  std::vector<uint32_t> clauses_, clause_first_;  // by document
  std::vector<uint32_t> members_, member_first_;  // by clause
  // While it is built only: words by document, word and clause, and the lengths of the clauses' bags.
  std::vector<Entry> entries_;
  std::vector<uint32_t> entry_first_;
  std::vector<double> length_;
  std::vector<Alike> alike_;
  std::vector<uint32_t> alike_first_;
};

}  // namespace consilience
