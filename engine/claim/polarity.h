// Whether a clause says that something holds or that it does not, and how firmly.
//
// Cues are tables (polarity.cc, modality.cc); scope follows the tree.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "engine/claim/claim.h"
#include "engine/claim/clause.h"
#include "engine/claim/governing_verb.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What single words say about the word they hang on, gathered in one pass over the statement.
struct StatementMarks {
  enum Bit : uint8_t {
    kNone = 1,         // "no deal", "neither side": the word has a negative determiner or is negative ("nobody")
    kWithout = 2,      // a clause under "without"
    kCondition = 4,    // a clause under "if", "unless"
    kConditioned = 8,  // has such a clause
    kUncertain = 16,   // a clause under "whether", "as if"
    kNor = 32,         // coordinated by "nor"
    kAsked = 64,       // within a question
  };
  std::vector<uint8_t> bits;  // by word

  bool Has(int32_t word, Bit bit) const { return word >= 0 && (bits[static_cast<size_t>(word)] & bit) != 0; }
  // Of a chain of verbs, "decides to go", whichever bears the mark.
  bool Has(const Clause& clause, Bit bit) const { return Has(clause.head, bit) || Has(clause.outermost(), bit); }
};
StatementMarks MarkStatement(const Analysis& analysis);

// What the table knows of the verbs merged before the clause's head.
absl::InlinedVector<const GoverningVerb*, 4> GoverningVerbsOf(const Analysis& analysis, const Clause& clause);
// What the table knows of the verb, adjective or noun that has the clause as its content; null: nothing.
const GoverningContent* ContentGovernorOf(const Analysis& analysis, const Clause& clause, const Clause* governor);

// `governor` is the clause that has `clause` as its content, or null. "Did not fail to" is affirmed; "does not think
// that X holds" negates X. Adds to `rules` those that applied.
Polarity PolarityOf(const Analysis& analysis, const StatementMarks& marks, const Clause& clause, const Clause* governor,
                    RuleSet* rules);

// The order in which one reading of a clause prevails over another: denied, conditional, possible, necessary, planned,
// asserted.
bool Stronger(Modality a, Modality b);

// The strongest that the clause's own words, the verbs merged into its predicate and its governor say.
Modality ModalityOf(const Analysis& analysis, const StatementMarks& marks, const Clause& clause, const Clause* governor,
                    RuleSet* rules);

}  // namespace consilience
