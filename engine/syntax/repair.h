// What a parser of single arcs gets wrong in ways that rules can tell.
#pragma once

#include <vector>

#include "engine/syntax/analysis.h"

namespace consilience {

// "told the court that she had left", with the clause on "court": hangs it on the verb of saying, as its content. Only
// where the clause is complete (a subject of its own behind the conjunction "that") and the noun takes no content.
// `words` form a tree before and after.
void RepairContentClauses(std::vector<Word>* words);

// "Attorney General Ana Lee said", "Minister of Health Ana Lee said", with two subjects, or objects, side by side: the
// noun phrase right before a person's name describes its bearer. "The attorney general said", with two subjects: the
// second word describes the first. `words` form a tree before and after.
void RepairTornNames(std::vector<Word>* words);

// "killed at least 20 people", with "people" as an adverbial, "fewer than 20 were hurt", with "fewer" on "hurt": what
// compares a number hangs on it, and what is counted is the verb's subject or object. `words` form a tree before and
// after.
void RepairQuantities(std::vector<Word>* words);

// "Ana Lee, a lawyer and a professor", with the professor beside Ana Lee: joins what she is. `words` form a tree before
// and after.
void RepairAppositions(std::vector<Word>* words);

// "quoted Ana Lee, who had left", with the leaving beside the quoting: hangs the clause on the noun before "who".
// `words` form a tree before and after.
void RepairRelativeClauses(std::vector<Word>* words);

}  // namespace consilience
