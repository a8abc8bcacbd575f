#include "engine/statement/word_lists.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view AbbreviationsData();
absl::string_view StartersData();
absl::string_view ContractionsData();
absl::string_view JoinedPrefixesData();
absl::string_view UnitsAfterDigitsData();

namespace {

std::vector<std::string> Words(absl::string_view line) {
  return absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
}

absl::flat_hash_set<std::string> LowerSet(absl::string_view data) {
  absl::flat_hash_set<std::string> out;
  ForEachRow(data, [&](absl::string_view line) {
    for (const std::string& word : Words(line)) out.insert(absl::AsciiStrToLower(word));
  });
  return out;
}

}  // namespace

WordLists WordLists::Load() {
  WordLists lists;
  ForEachRow(AbbreviationsData(), [&](absl::string_view line) {
    const std::vector<std::string> words = Words(line);
    const auto after = words[0] != "either" ? AfterAbbreviation::kInside : AfterAbbreviation::kEither;
    for (size_t i = 1; i < words.size(); ++i) {
      const std::string lower = absl::AsciiStrToLower(words[i]);
      lists.abbreviations.emplace(lower, after);
      if (words[0] == "number") lists.before_numbers.insert(lower);
      if (words[i] == lower) lists.lower_abbreviations.insert(lower);
    }
  });
  ForEachRow(StartersData(), [&](absl::string_view line) {
    for (std::string& word : Words(line)) lists.starters.insert(std::move(word));
  });
  ForEachRow(ContractionsData(), [&](absl::string_view line) {
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    uint32_t bytes = 0;
    if (cells.size() == 2 && absl::SimpleAtoi(cells[1], &bytes)) lists.contractions.emplace(cells[0], bytes);
  });
  lists.joined_prefixes = LowerSet(JoinedPrefixesData());
  lists.units_after_digits = LowerSet(UnitsAfterDigitsData());
  return lists;
}

}  // namespace consilience
