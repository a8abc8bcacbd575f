// Names found in running text: a trie over the units of names.
//
// A unit is a run of letters and digits; what stands between two units ("-", ". ", "'") is part of the path, so that
// "A.P." and "AP" are different names while "Al-Jazeera" and "Al Jazeera" are the same. Longest match, linear in the
// text.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace consilience {

struct NameUnit {
  ByteSpan span;
  uint64_t hash = 0;     // of its letters in lower case
  uint64_t gap = 0;      // what separates it from the unit before; 0: too much for one name
  bool capital = false;  // begins with a capital letter or a digit
  bool all_capitals = false;
};

// Replaces the content of `units` by the units of bytes `span` of `text`; spans count the bytes of `text`.
void FindNameUnits(absl::string_view text, ByteSpan span, std::vector<NameUnit>* units);

class NameTrie {
 public:
  // Adds `name`, without its leading "the", under `value`. Names that differ in letter case only must be added once.
  // Names without letters or digits are ignored.
  void Add(absl::string_view name, bool exact_capitals, int32_t value);
  // Call once after the last Add.
  void Finish();

  // False: no name begins with `unit`, which is certain for most words in lower case.
  bool MayBegin(const NameUnit& unit) const;

  struct Match {
    int32_t value = -1;  // -1: none
    uint32_t units = 0;
  };
  // The longest name that begins at `units[first]` and whose capitals stand in the text.
  Match Longest(const std::vector<NameUnit>& units, size_t first) const;

 private:
  struct Edge {
    uint64_t key;  // of the node it leaves, the unit and the gap
    uint32_t node;
  };
  struct Terminal {
    int32_t value = -1;
    uint64_t capital = 0;       // bit i: unit i must begin with a capital
    uint64_t all_capitals = 0;  // bit i: unit i must be in capitals
  };
  std::unordered_map<uint64_t, uint32_t> growing_;  // edges until finished
  std::vector<uint64_t> lower_beginnings_;          // hashes of first units in lower case; sorted once finished
  std::vector<Edge> edges_;                         // sorted by key once finished
  std::vector<Terminal> terminals_ = {Terminal()};  // by node
};

}  // namespace consilience
