// The names in one statement, with their titles taken off.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/gazetteer.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct FoundName {
  int32_t begin = 0;  // words [begin, end), titles not included
  int32_t end = 0;
  int32_t head = 0;                // its word in the tree
  int32_t title_head = -1;         // the title that the name hangs on ("its leader, Kim Jong Un"); -1: none
  std::string text;                // white space tidied
  std::vector<std::string> parts;  // lower-case words without points; suffixes left out
  std::string suffix;              // "jr", "iii": a namesake; empty: none
  NameKind kind = NameKind::kNone;
  Gender gender = Gender::kUnknown;  // of the title
  std::string office;                // "prime minister": the office its title names; empty: none
  std::string nation;                // "Japan", of "Japanese Prime Minister"
  bool titled = false;
  bool former = false;  // "former President"
};

// In the order of the statement. Linear in its words.
std::vector<FoundName> FindNames(absl::string_view text, const Analysis& analysis);

// The office that the noun or name word `at` names with the words before it ("prime minister"); empty: none.
std::string OfficeAt(const Analysis& analysis, int32_t at);
// The country whose adjective or name stands before word `at`, up to three words back; empty: none.
std::string NationBefore(const Analysis& analysis, int32_t at);

// Words of companies' names that a short form leaves out: "Corp", "Motor", "Holdings".
bool IsCompanyWord(absl::string_view lower_word);
// Words that end the names of other bodies: "Ministry", "University", "Party".
bool IsBodyWord(absl::string_view lower_word);

}  // namespace consilience
