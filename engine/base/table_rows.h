// The small tables that are built into the library: a row a line, its fields by tab. Lines that begin with # are
// comments.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace consilience {

// Cuts `text` before the first `separator`: returns what stands before it and leaves what stands behind it, or nothing.
// Thread-safe.
inline absl::string_view CutField(absl::string_view* text, char separator) {
  const size_t at = text->find(separator);
  const absl::string_view first = text->substr(0, at);
  text->remove_prefix(at == absl::string_view::npos ? text->size() : at + 1);
  return first;
}

// Calls `visit(absl::string_view row)` for each line of `table` that is neither empty nor a comment. The views live as
// long as the table. Thread-safe.
template <typename Visit>
void ForEachRow(absl::string_view table, const Visit& visit) {
  while (!table.empty()) {
    const absl::string_view row = CutField(&table, '\n');
    if (!row.empty() && row.front() != '#') visit(row);
  }
}

// Calls `visit(const std::vector<absl::string_view>& fields)` for each row.
template <typename Visit>
void ForEachRowOfFields(absl::string_view table, const Visit& visit) {
  ForEachRow(table, [&](absl::string_view row) {
    const std::vector<absl::string_view> fields = absl::StrSplit(row, '\t');
    visit(fields);
  });
}

// The value that `name` stands for; it must be among `names`. Thread-safe.
template <typename Value, size_t N>
Value ValueNamed(const std::pair<absl::string_view, Value> (&names)[N], absl::string_view name) {
  const auto* const found =
      std::find_if(std::begin(names), std::end(names), [&](const auto& pair) { return pair.first == name; });
  assert(found != std::end(names));
  return found->second;
}

}  // namespace consilience
