// What the names of the world tell: countries and their demonyms, titles before names, the gender of first names.
// Built into the library from engine/claim/data/*.tsv; all functions are thread-safe.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

enum class TitleKind : uint8_t {
  kNone,
  kHonorific,  // "Mr."
  kRole,       // "Judge": what someone is
  kOffice,     // "President": what one holds, so that "the president" may refer to its holder
  kRegnal,     // "Pope": stays with a single name
};

struct Title {
  TitleKind kind = TitleKind::kNone;
  Gender gender = Gender::kUnknown;
};

struct Country {
  absl::string_view name;     // canonical; empty: none
  bool organisation = false;  // a union of states
};

// By canonical name or another, in its letter case ("US" is a country, "us" is not).
Country FindCountry(absl::string_view name);
// The canonical name of the country of "Japanese"; empty when it is no demonym.
absl::string_view FindDemonym(absl::string_view adjective);
// By a lower-case word without a final point.
Title FindTitle(absl::string_view lower_word);
Gender GenderOfFirstName(absl::string_view lower_name);
// Whether one bearer may go by both, two lower-case names that differ: "michael" and "mike".
bool SameFirstName(absl::string_view lower_a, absl::string_view lower_b);

}  // namespace consilience
