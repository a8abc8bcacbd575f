// What a verb of saying says where the tree does not have it as its object: "It rained, she said".
#pragma once

#include <vector>

#include "engine/attribution/speech.h"
#include "engine/claim/clause.h"
#include "engine/claim/part.h"
#include "engine/claim/rule.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Completes `parts`, all that the clause has, by what it reports: a content that governs the verb or lies elsewhere in
// the statement is added, with Rule::kReportedContent to `rules`; a quotation of which the tree has a half becomes
// whole; whom somebody tells is no object. `speech` is that of which the clause's verb is the cue; null without one.
// Thread-safe.
void AddReportedContent(const Analysis& analysis, const Clause& clause, const Speech* speech, std::vector<Part>* parts,
                        RuleSet* rules);

}  // namespace consilience
