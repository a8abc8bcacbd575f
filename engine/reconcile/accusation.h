// Accusations and their denials: "Ms Aas accused Brel of fraud", "Brel denied the accusation".
//
// That somebody accused and that somebody denied both hold; what the one says and the other denies does not. News tells
// of most disputes in such words and leaves out what exactly is denied.
#pragma once

#include "engine/reconcile/comparison.h"
#include "engine/reconcile/proposition.h"

namespace consilience {

// Of two propositions of which one accuses and the other denies; ActLevel::kDifferent unless the one whom the first
// accuses denies what it accuses them of.
Levels CompareAccusation(const ComparisonContext& context, const Proposition& a, const Proposition& b);

}  // namespace consilience
