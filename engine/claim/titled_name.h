// Names that a title stands before: "Japanese Defence Minister Kenji Morita" says what he is without a verb.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/claim/entity.h"
#include "engine/claim/part.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct TitledName {
  int32_t head = -1;  // of the name
  Words name;
  Words title;  // two or more, right before the name; without "the"
};

// The people of a statement that are named with more than a bare title, by head. `analysis` is that of `statement`.
// Takes time linear in the statement's mentions and their words. Thread-safe.
std::vector<TitledName> FindTitledNames(const Analysis& analysis, const Entities& entities, uint32_t statement);

}  // namespace consilience
