// Claims whose acts are not told alike and that may be one all the same.
#pragma once

#include "engine/reconcile/comparison.h"

namespace consilience {

// Claims of one story whose verbs differ are one all the same when they tell of one telling number, of one place or day
// of what happened, or of the same participants. ActLevel::kDifferent when they do not.
Levels CompareRelated(const ComparisonContext& context, const Proposition& a, const Proposition& b);

}  // namespace consilience
