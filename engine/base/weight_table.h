// The weights of a logistic model that are built into the library as a table: rows "feature<TAB>weight", one of them
// "intercept".
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "engine/base/table_rows.h"

namespace consilience {

// Calls `set(ptrdiff_t feature, double weight)` for each row: the place of the feature in `names`, or -1 for the
// intercept. What a row names and `names` does not have is passed over, so that a feature may be renamed before the
// weights are fitted again. Thread-safe.
template <typename Names, typename Set>
void ForEachWeight(absl::string_view table, const Names& names, const Set& set) {
  ForEachRow(table, [&](absl::string_view row) {
    const absl::string_view name = CutField(&row, '\t');
    double weight = 0;
    if (!absl::SimpleAtod(row, &weight)) return;
    const auto found = std::find(std::begin(names), std::end(names), name);
    if (name == "intercept") set(std::ptrdiff_t{-1}, weight);
    if (found != std::end(names)) set(found - std::begin(names), weight);
  });
}

}  // namespace consilience
