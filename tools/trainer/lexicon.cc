#include "tools/trainer/lexicon.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/features.h"
#include "tools/trainer/treebank.h"

namespace consilience {
absl::string_view OrganisationsData();
}

namespace consilience::training {
namespace {

enum Kind : uint32_t {
  kGivenName = 1,
  kFamilyName = 2,
  kPlace = 4,          // a place's whole name
  kInPlace = 8,        // a word of a place's longer name
  kOrganisation = 16,  // an organisation's whole name
  kInOrganisation = 32,
  kDemonym = 64,
};

constexpr absl::string_view kPersonFile = "18";  // WordNet's lexicographer files
constexpr absl::string_view kPlaceFile = "15";
constexpr absl::string_view kGroupFile = "14";

void Add(absl::string_view word, Kind kind, Lexicon* lexicon) {
  // Little words ("of", "the") are in no name; initials in too many.
  if (word.size() < 3 || !absl::ascii_isupper(static_cast<unsigned char>(word[0]))) return;
  (*lexicon)[FeaturesOf(word).form_hash] |= kind;
}

NameKind KindOf(absl::string_view file) {
  if (file == kPersonFile) return NameKind::kPerson;
  return file == kPlaceFile ? NameKind::kPlace : NameKind::kOrganisation;
}

void AddName(absl::string_view name, absl::string_view file, Lexicon* lexicon, NameBook* book) {
  const std::vector<absl::string_view> words = absl::StrSplit(name, absl::ByAnyChar("_ "), absl::SkipEmpty());
  if (book != nullptr) book->Add(KindOf(file), std::vector<std::string>(words.begin(), words.end()));
  for (size_t i = 0; i < words.size(); ++i) {
    if (file == kPersonFile) Add(words[i], i + 1 == words.size() ? kFamilyName : kGivenName, lexicon);
    if (file == kPlaceFile) Add(words[i], words.size() == 1 ? kPlace : kInPlace, lexicon);
    if (file == kGroupFile) Add(words[i], words.size() == 1 ? kOrganisation : kInOrganisation, lexicon);
  }
}

void AddSynset(absl::string_view line, Lexicon* lexicon, NameBook* book) {
  const std::vector<absl::string_view> fields = absl::StrSplit(line.substr(0, line.find(" | ")), ' ');
  uint32_t words = 0;
  if (fields.size() < 4 || !absl::SimpleHexAtoi(fields[3], &words) || fields.size() < 4 + 2 * words) return;
  const absl::string_view file = fields[1];
  const bool instance = line.find(" @i ") != absl::string_view::npos;
  if (file != kGroupFile && (!instance || (file != kPersonFile && file != kPlaceFile))) return;
  for (uint32_t i = 0; i < words; ++i) AddName(fields[4 + 2 * i], file, lexicon, instance ? book : nullptr);
}

template <typename OnRow>
absl::Status ForEachRow(const std::string& path, const OnRow& on_row) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(path));
  for (const absl::string_view line : absl::StrSplit(content, '\n', absl::SkipEmpty())) {
    if (line[0] != '#') on_row(std::vector<absl::string_view>(absl::StrSplit(line, '\t')));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Lexicon> ReadLexicon(const std::string& wordnet, const std::string& gazetteers, NameBook* book) {
  Lexicon lexicon;
  for (const absl::string_view line : absl::StrSplit(OrganisationsData(), '\n', absl::SkipEmpty())) {
    if (line[0] != '#') AddName(line, kGroupFile, &lexicon, book);
  }
  if (!wordnet.empty()) {
    CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(wordnet + "/data.noun"));
    for (const absl::string_view line : absl::StrSplit(content, '\n', absl::SkipEmpty())) {
      if (line[0] != ' ') AddSynset(line, &lexicon, book);
    }
  }
  if (gazetteers.empty()) return lexicon;
  CONSILIENCE_RETURN_IF_ERROR(ForEachRow(gazetteers + "/claim/data/first_names.tsv", [&](const auto& row) {
    std::string name(row[0]);
    name[0] = absl::ascii_toupper(static_cast<unsigned char>(name[0]));
    Add(name, kGivenName, &lexicon);
  }));
  CONSILIENCE_RETURN_IF_ERROR(ForEachRow(gazetteers + "/claim/data/countries.tsv", [&](const auto& row) {
    if (row.size() < 2) return;
    AddName(row[0], row[1] == "place" ? kPlaceFile : kGroupFile, &lexicon, book);
    if (row.size() < 4) return;
    for (const absl::string_view demonym : absl::StrSplit(row[3], '|', absl::SkipEmpty()))
      Add(demonym, kDemonym, &lexicon);
  }));
  // An outlet's name and its aliases.
  CONSILIENCE_RETURN_IF_ERROR(ForEachRow(gazetteers + "/attribution/data/outlets.tsv", [&](const auto& row) {
    AddName(row[0], kGroupFile, &lexicon, book);
    if (row.size() < 2) return;
    for (const absl::string_view alias : absl::StrSplit(row[1], '|', absl::SkipEmpty())) {
      AddName(alias, kGroupFile, &lexicon, book);
    }
  }));
  return lexicon;
}

}  // namespace consilience::training
