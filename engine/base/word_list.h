// Short lists of words, looked through one by one.
#pragma once

#include <algorithm>
#include <iterator>

#include "absl/strings/string_view.h"

namespace consilience {

// `list` holds things that compare with a word: an array, a vector. Thread-safe.
template <typename List>
bool IsAmong(const List& list, absl::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace consilience
