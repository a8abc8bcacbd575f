// What a parser of single arcs gets wrong in ways that rules can tell.
#pragma once

#include <vector>

#include "engine/syntax/analysis.h"

namespace consilience {

// Mends what the steps of repair_step.h tell; `words` form a tree before and after. Takes time linear in the number of
// words but for the depth of the tree, which is followed for at most a fixed number of arcs. Thread-safe.
void RepairTree(std::vector<Word>* words);

}  // namespace consilience
