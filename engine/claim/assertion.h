// Whether the text vouches for a clause: its own polarity and modality, and what it takes over from the clauses around
// it. "If he paid the firm that built it", "did not say that it leaked" and "before it was sold" assert neither a
// building nor a leak nor a sale.
//
// What takes back the main clause takes back its content and whatever it mentions as one of many; what a clause
// presupposes (factive verbs, definite nouns, reasons) stands. After the projection of veridicality over trees of
// Karttunen (1971) and the plugs, holes and filters of his "Presuppositions of compound sentences" (1973).
#pragma once

#include <vector>

#include "engine/claim/claim.h"
#include "engine/claim/clause.h"
#include "engine/claim/polarity.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct Assertion {
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  Modality context = Modality::kAsserted;  // what it took over, and its conjuncts take over from it
  RuleSet rules;                           // by which it was found
};

// Of each clause, in their order. Takes time n log n in the number of words for any tree.
std::vector<Assertion> AssertionsOf(const Analysis& analysis, const StatementMarks& marks,
                                    const std::vector<Clause>& clauses);

}  // namespace consilience
