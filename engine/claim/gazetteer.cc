#include "engine/claim/gazetteer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view claim_countries();
absl::string_view claim_titles();
absl::string_view claim_first_names();
absl::string_view claim_nicknames();

namespace {

// A sorted list of keys and values; the first of equal keys counts.
template <typename Value>
class Dictionary {
 public:
  void Add(absl::string_view key, Value value) { entries_.emplace_back(key, value); }
  void Sort() {
    std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  Value Find(absl::string_view key) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), key,
                                     [](const auto& entry, absl::string_view k) { return entry.first < k; });
    return at != entries_.end() && at->first == key ? at->second : Value();
  }

 private:
  std::vector<std::pair<absl::string_view, Value>> entries_;
};

Gender ParseGender(absl::string_view text) {
  return text == "male" ? Gender::kMale : text == "female" ? Gender::kFemale : Gender::kUnknown;
}

struct Countries {
  Dictionary<Country> names;
  Dictionary<absl::string_view> demonyms;
};

const Countries& AllCountries() {
  static const Countries* const countries = [] {
    auto* all = new Countries;
    ForEachRow(claim_countries(), [all](absl::string_view line) {
      const absl::string_view name = CutField(&line, '\t');
      const bool organisation = CutField(&line, '\t') == "organisation";
      absl::string_view others = CutField(&line, '\t');
      all->names.Add(name, {name, organisation});
      while (!others.empty()) all->names.Add(CutField(&others, '|'), {name, organisation});
      while (!line.empty()) all->demonyms.Add(CutField(&line, '|'), name);
    });
    all->names.Sort();
    all->demonyms.Sort();
    return all;
  }();
  return *countries;
}

}  // namespace

Country FindCountry(absl::string_view name) {
  return AllCountries().names.Find(name);
}

absl::string_view FindDemonym(absl::string_view adjective) {
  return AllCountries().demonyms.Find(adjective);
}

Title FindTitle(absl::string_view lower_word) {
  static const Dictionary<Title>* const titles = [] {
    auto* all = new Dictionary<Title>;
    ForEachRow(claim_titles(), [all](absl::string_view line) {
      const absl::string_view word = CutField(&line, '\t');
      const absl::string_view kind = CutField(&line, '\t');
      Title title;
      title.kind = kind == "honorific" ? TitleKind::kHonorific
                   : kind == "office"  ? TitleKind::kOffice
                   : kind == "regnal"  ? TitleKind::kRegnal
                                       : TitleKind::kRole;
      title.gender = ParseGender(line);
      all->Add(word, title);
    });
    all->Sort();
    return all;
  }();
  return titles->Find(lower_word);
}

Gender GenderOfFirstName(absl::string_view lower_name) {
  static const Dictionary<Gender>* const names = [] {
    auto* all = new Dictionary<Gender>;
    ForEachRow(claim_first_names(), [all](absl::string_view line) {
      const absl::string_view name = CutField(&line, '\t');
      all->Add(name, ParseGender(line));
    });
    all->Sort();
    return all;
  }();
  return names->Find(lower_name);
}

bool SameFirstName(absl::string_view lower_a, absl::string_view lower_b) {
  // Names with the rows that they stand in; "ted" stands in two.
  using NameInRow = std::pair<absl::string_view, int>;
  static const std::vector<NameInRow>* const names = [] {
    auto* all = new std::vector<NameInRow>;
    int row = 0;
    ForEachRowOfFields(claim_nicknames(), [&](const std::vector<absl::string_view>& fields) {
      for (const absl::string_view name : fields) all->emplace_back(name, row);
      ++row;
    });
    std::sort(all->begin(), all->end());
    return all;
  }();
  const auto rows_of = [](absl::string_view name) {
    return std::lower_bound(names->begin(), names->end(), NameInRow(name, 0));
  };
  for (auto a = rows_of(lower_a); a != names->end() && a->first == lower_a; ++a) {
    if (std::binary_search(names->begin(), names->end(), NameInRow(lower_b, a->second))) return true;
  }
  return false;
}

}  // namespace consilience
