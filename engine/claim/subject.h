// Subjects as the tree has them. Each looks at a bounded number of words. Thread-safe.
#pragma once

#include <cstdint>

#include "engine/syntax/analysis.h"

namespace consilience {

// The first subject of the clause that word `clause` heads; -1 without one.
int32_t SubjectOf(const Analysis& analysis, int32_t clause);

// The word that heads the clause around word `at`, has a subject other than `at`, and the subject; kRoot without one.
int32_t ClauseAbove(const Analysis& analysis, int32_t at, int32_t* subject);

}  // namespace consilience
