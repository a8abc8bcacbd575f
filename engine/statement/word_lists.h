// The data tables of segmentation, read once from what is built into the library.
#pragma once

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace consilience {

// What a sentence may do after an abbreviation.
enum class AfterAbbreviation : uint8_t { kInside, kEither };

struct WordLists {
  absl::flat_hash_map<std::string, AfterAbbreviation> abbreviations;  // lower case, without the last stop
  absl::flat_hash_set<std::string> lower_abbreviations;               // those the table has in lower case
  absl::flat_hash_set<std::string> before_numbers;          // abbreviations only before a number, in lower case
  absl::flat_hash_set<std::string> starters;                // as written
  absl::flat_hash_map<std::string, uint32_t> contractions;  // lower case -> bytes of the first part
  absl::flat_hash_set<std::string> joined_prefixes;         // lower case
  absl::flat_hash_set<std::string> units_after_digits;      // lower case

  static WordLists Load();
};

}  // namespace consilience
