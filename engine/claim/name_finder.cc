#include "engine/claim/name_finder.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

constexpr std::array<absl::string_view, 19> kCalendar = {
    "april",   "august",   "december", "february", "friday",   "january", "july",    "june",      "march",  "may",
    "monday",  "november", "october",  "saturday", "september", "sunday",  "thursday", "tuesday", "wednesday"};

constexpr absl::string_view kCompanyWords[] = {
    "ag",      "airlines", "airways",  "associates", "automotive", "brands", "co",       "companies", "company",
    "corp",    "corporation", "electronics", "energy", "enterprises", "entertainment", "global", "group", "holding",
    "holdings", "inc",     "industries", "international", "laboratories", "limited", "llc", "lp",  "ltd",
    "motor",   "motors",   "nv",       "oil",        "partners",   "pharmaceuticals", "plc", "sa", "se",
    "solutions", "spa",    "steel",    "stores",     "systems",    "technologies", "technology", "telecom", "therapeutics"};

constexpr absl::string_view kBodyWords[] = {
    "academy",  "administration", "agency", "alliance",  "army",     "assembly",  "association", "authority", "bank",
    "board",    "brigade",  "bureau",    "cabinet",   "center",    "centre",    "chamber",  "church",    "club",
    "coalition", "college", "commission", "committee", "confederation", "conference", "congress", "corps", "council",
    "court",    "department", "division", "dynasty",  "federation", "force",     "forces",   "forum",     "foundation",
    "front",    "government", "guard",   "hospital",  "house",     "initiative", "institute", "institution", "journal",
    "league",   "library",  "ministry",  "movement",  "museum",    "navy",      "network",  "news",      "office",
    "organisation", "organization", "parliament", "party", "police", "post",     "press",    "project",   "reserve",
    "school",   "senate",   "service",   "society",   "squad",     "team",      "times",    "trust",     "union",
    "university"};

template <typename Table>
bool Contains(const Table& table, absl::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

std::string Lower(absl::string_view form) {
  std::string lower = absl::AsciiStrToLower(form);
  if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
  return lower;
}

bool IsCalendar(absl::string_view lower) { return std::binary_search(kCalendar.begin(), kCalendar.end(), lower); }

bool HasCapital(absl::string_view form) {
  for (const char c : form) {
    if (absl::ascii_isupper(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xC3) return true;
  }
  return false;
}

// Words of titles that are not titles by themselves: "Prime", "Press", "Foreign".
bool IsTitleModifier(absl::string_view lower) {
  constexpr absl::string_view kModifiers[] = {"assistant", "associate", "attorney", "chief",   "defence",  "defense",
                                              "deputy",    "energy",    "executive", "finance", "first",   "foreign",
                                              "former",    "general",   "health",   "home",     "house",   "interim",
                                              "interior",  "joint",     "justice",  "labor",    "lord",    "majority",
                                              "minority",  "national",  "police",   "press",    "prime",   "retired",
                                              "security",  "senate",    "senior",   "state",    "supreme", "then",
                                              "trade",     "treasury",  "under",    "vice",     "white",   "special"};
  return Contains(kModifiers, lower);
}

bool IsSuffixOfPerson(absl::string_view lower) {
  constexpr absl::string_view kSuffixes[] = {"jr", "sr", "ii", "iii", "iv"};
  return Contains(kSuffixes, lower);
}

class NameFinder {
 public:
  NameFinder(absl::string_view text, const Analysis& analysis) : text_(text), analysis_(analysis) {}

  std::vector<FoundName> Find() {
    for (int32_t i = 0; i < analysis_.size();) {
      if (!IsNameWord(i)) {
        ++i;
        continue;
      }
      const int32_t end = EndOfRun(i);
      ReadRun(i, end);
      i = end;
    }
    return std::move(names_);
  }

 private:
  const Word& At(int32_t i) const { return analysis_.word(i); }

  bool IsNameWord(int32_t i) const {
    const Word& word = At(i);
    if (word.name != NameKind::kNone) return word.xpos != Xpos::kPos && word.upos != Upos::kPunct;
    return word.upos == Upos::kPropn && HasCapital(word.form) && !IsCalendar(Lower(word.form));
  }

  bool IsDash(int32_t i) const {
    return (At(i).form == "-" || At(i).form == "\xE2\x80\x93") && i > 0 && !At(i).space_after && !At(i - 1).space_after;
  }

  int32_t EndOfRun(int32_t begin) const {
    int32_t i = begin + 1;
    while (i < analysis_.size()) {
      if (IsNameWord(i)) {
        ++i;
      } else if (At(i).name != NameKind::kNone && !At(i).name_begins && i + 1 < analysis_.size() &&
                 At(i + 1).name != NameKind::kNone && !At(i + 1).name_begins) {
        ++i;  // punctuation within a name
      } else if (IsDash(i) && i + 1 < analysis_.size() && Continues(i + 1)) {
        i += 2;
      } else if (Joins(i) && i + 1 < analysis_.size() && IsNameWord(i + 1)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  // The second half of "Jong-un", "Al-Assad".
  bool Continues(int32_t i) const { return At(i).upos == Upos::kPropn || At(i).name != NameKind::kNone; }

  // "of" in "Bank of Japan", where names are not marked.
  bool Joins(int32_t i) const {
    if (At(i).form != "of" || i == 0 || At(i - 1).name != NameKind::kNone) return false;
    const std::string before = Lower(At(i - 1).form);
    return Contains(kBodyWords, before) || before == "republic" || before == "kingdom" || before == "states";
  }

  // Cuts a run at the edges of marked names and reads each piece.
  void ReadRun(int32_t begin, int32_t end) {
    int32_t prefix = begin;  // unmarked words before a marked name: its titles, or a name of their own
    for (int32_t i = begin; i < end;) {
      if (At(i).name == NameKind::kNone) {
        ++i;
        continue;
      }
      int32_t stop = i + 1;
      while (stop < end && At(stop).name != NameKind::kNone && !At(stop).name_begins) ++stop;
      // What hangs together by hyphen, and "Corp." behind an organisation, belongs to the name.
      while (stop < end && At(stop).name == NameKind::kNone &&
             (IsDash(stop) || IsDash(stop - 1) ||
              (At(i).name == NameKind::kOrganisation &&
               (IsCompanyWord(Lower(At(stop).form)) || IsBodyWord(Lower(At(stop).form)))))) {
        ++stop;
      }
      int32_t from = i;
      if (prefix < i && (IsDash(i) || IsDash(i - 1))) from = prefix;
      if (At(i).name == NameKind::kPerson) {
        AddPerson(prefix, from, stop);
      } else {
        if (prefix < from) AddUnmarked(prefix, from);
        Add(from, stop, At(i).name);
      }
      prefix = i = stop;
    }
    if (prefix < end) AddUnmarked(prefix, end);
  }

  // A marked person [begin, end) behind the words [prefix, begin).
  void AddPerson(int32_t prefix, int32_t begin, int32_t end) {
    // Titles within the marked name: only at its beginning.
    int32_t first = begin;
    while (first + 1 < end) {
      const std::string lower = Lower(At(first).form);
      const TitleKind kind = FindTitle(lower).kind;
      if (kind == TitleKind::kNone && !(IsTitleModifier(lower) && HasTitle(first + 1, end - 1))) break;
      ++first;
    }
    const int32_t title = LastTitle(prefix, first);
    if (title < 0 && prefix < begin) {
      // No title: "Apple Tim Cook" is not said; the unmarked words are most likely the first name.
      const bool joins = At(prefix).head >= prefix && At(prefix).head < end;
      if (joins && begin - prefix == 1) first = prefix;
    } else if (title > prefix) {
      const int32_t lead = FirstOfTitle(prefix, title);
      if (lead > prefix) AddUnmarked(prefix, lead);
    }
    AddTitled(first, end, title, NameKind::kPerson);
  }

  bool HasTitle(int32_t begin, int32_t end) const { return LastTitle(begin, end) >= 0; }

  int32_t LastTitle(int32_t begin, int32_t end) const {
    for (int32_t i = end - 1; i >= begin; --i) {
      if (FindTitle(Lower(At(i).form)).kind != TitleKind::kNone) return i;
    }
    return -1;
  }

  // "White House Press Secretary": where the title that ends at `title` begins.
  int32_t FirstOfTitle(int32_t begin, int32_t title) const {
    int32_t first = title;
    while (first > begin) {
      const std::string lower = Lower(At(first - 1).form);
      if (!IsTitleModifier(lower) && FindTitle(lower).kind == TitleKind::kNone) break;
      --first;
    }
    return first;
  }

  void AddUnmarked(int32_t begin, int32_t end) {
    while (begin < end && At(begin).upos == Upos::kPunct) ++begin;
    if (begin >= end) return;
    const std::string last = Lower(At(end - 1).form);
    const bool body = IsBodyWord(last) || IsCompanyWord(last);
    const int32_t title = body ? -1 : LastTitle(begin, end - 1);
    if (title >= 0) {
      const int32_t lead = FirstOfTitle(begin, title);
      if (lead > begin) Add(begin, lead, NameKind::kNone);
      AddTitled(title + 1, end, title, NameKind::kPerson);
      return;
    }
    bool only_title = true;  // "President", "the Prime Minister"
    for (int32_t i = begin; i < end; ++i) {
      const std::string lower = Lower(At(i).form);
      only_title = only_title && (FindTitle(lower).kind != TitleKind::kNone || IsTitleModifier(lower));
    }
    if (only_title) return;
    int32_t stop = end;  // "Trump Administration" stays whole; "Japan Prime Minister" is the country and its office
    if (!body && FindTitle(last).kind == TitleKind::kOffice) {
      stop = FirstOfTitle(begin, end - 1);
      if (stop == begin) return;
    }
    Add(begin, stop, body ? NameKind::kOrganisation : NameKind::kNone);
  }

  FoundName* Add(int32_t begin, int32_t end, NameKind kind) {
    FoundName name;
    name.begin = begin;
    name.end = end;
    name.kind = kind;
    name.head = HeadOf(begin, end);
    for (int32_t i = begin; i < end; ++i) {
      if (i > begin && At(i - 1).space_after) name.text.push_back(' ');
      absl::StrAppend(&name.text, At(i).form);
      std::string part = Lower(At(i).form);
      if (At(i).upos == Upos::kPunct || IsSuffixOfPerson(part)) continue;
      name.parts.push_back(std::move(part));
    }
    if (name.parts.empty()) return nullptr;
    names_.push_back(std::move(name));
    return &names_.back();
  }

  // The name [begin, end) behind the title word `title`, or, when that is -1, what stands before it in lower case.
  void AddTitled(int32_t begin, int32_t end, int32_t title, NameKind kind) {
    const int32_t before = begin - 1;
    if (title < 0 && before >= 0 && At(before).upos == Upos::kNoun &&
        FindTitle(Lower(At(before).lemma)).kind != TitleKind::kNone) {
      title = before;
    }
    const bool comma = title < 0 && before > 0 && At(before).form == ",";
    if (comma && FindTitle(Lower(At(before - 1).lemma)).kind == TitleKind::kOffice) {
      const int32_t top = HeadOf(begin, end);
      if (At(top).relation == Relation::kAppos && At(top).head == before - 1) title = before - 1;
    }
    Title found;
    if (title >= 0) found = FindTitle(Lower(At(title).form));
    if (title >= 0 && found.kind == TitleKind::kNone) found = FindTitle(Lower(At(title).lemma));
    if (found.kind == TitleKind::kRegnal && end - begin == 1 && title == begin - 1 && At(title).upos == Upos::kPropn) {
      begin = title;
    }
    FoundName* name = Add(begin, end, kind);
    if (name == nullptr) return;
    if (title >= 0) {
      name->titled = true;
      name->gender = found.gender;
      if (Lower(At(title).form) == "lady" && title > 0) name->gender = Gender::kFemale;
      name->office = OfficeAt(analysis_, title);
      name->nation = NationBefore(analysis_, title);
      for (int32_t i = title; i >= 0 && i > title - 6 && At(i).upos != Upos::kVerb && At(i).upos != Upos::kPunct; --i) {
        const std::string lower = Lower(At(i).form);
        name->former = name->former || lower == "former" || lower == "ex" || lower == "late" || lower == "then";
      }
      if (At(name->head).head == title || (At(name->head).head >= FirstOfTitle(0, title) && At(name->head).head < begin)) {
        name->title_head = At(name->head).head;
      }
    }
    ReadAppositions(name);
  }

  // "Kim Jong Un, the leader of North Korea, ..."
  void ReadAppositions(FoundName* name) const {
    if (!name->office.empty()) return;
    const absl::Span<const int32_t> children = analysis_.children(name->head).subspan(0, 20);
    for (const int32_t child : children) {
      if (child < name->end || At(child).relation != Relation::kAppos) continue;
      const std::string office = OfficeAt(analysis_, child);
      if (office.empty()) continue;
      for (const int32_t modifier : analysis_.children(child).subspan(0, 20)) {
        const std::string lower = Lower(At(modifier).form);
        if (lower == "former" || lower == "ex" || lower == "then" || lower == "late") name->former = true;
        if (lower == "a" || lower == "an") return;  // "a director": one of several
      }
      name->office = office;
      name->nation = NationBefore(analysis_, child);
      return;
    }
  }

  int32_t HeadOf(int32_t begin, int32_t end) const {
    for (int32_t i = begin; i < end; ++i) {
      const int32_t head = At(i).head;
      if ((head < begin || head >= end) && At(i).upos != Upos::kPunct) return i;
    }
    return begin;
  }

  absl::string_view text_;
  const Analysis& analysis_;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> FindNames(absl::string_view text, const Analysis& analysis) {
  return NameFinder(text, analysis).Find();
}

std::string OfficeAt(const Analysis& analysis, int32_t at) {
  const std::string word = Lower(analysis.word(at).lemma);
  const std::string form = Lower(analysis.word(at).form);
  const absl::string_view title = FindTitle(word).kind == TitleKind::kOffice ? word : form;
  if (FindTitle(title).kind != TitleKind::kOffice) return "";
  if (at == 0) return std::string(title);
  const std::string before = Lower(analysis.word(at - 1).form);
  constexpr absl::string_view kOf[] = {"prime", "vice", "deputy", "foreign", "defense", "defence", "finance", "press",
                                       "interior", "health", "treasury", "justice", "trade", "assistant", "under"};
  if (Contains(kOf, before)) return absl::StrCat(before, " ", title);
  return std::string(title);
}

std::string NationBefore(const Analysis& analysis, int32_t at) {
  for (int32_t i = at - 1; i >= 0 && i >= at - 4; --i) {
    const Word& word = analysis.word(i);
    if (word.upos == Upos::kVerb || word.upos == Upos::kAdp || word.form == ",") break;
    // Names of two words ("North Korean", "South Africa") before names of one.
    if (i > 0) {
      const std::string two = absl::StrCat(analysis.word(i - 1).form, " ", word.form);
      if (const Country country = FindCountry(two); !country.name.empty()) return std::string(country.name);
      if (const absl::string_view country = FindDemonym(two); !country.empty()) return std::string(country);
    }
    if (const Country country = FindCountry(word.form); !country.name.empty()) return std::string(country.name);
    if (const absl::string_view country = FindDemonym(word.form); !country.empty()) return std::string(country);
  }
  return "";
}

bool IsCompanyWord(absl::string_view lower_word) { return Contains(kCompanyWords, lower_word); }

bool IsBodyWord(absl::string_view lower_word) { return Contains(kBodyWords, lower_word); }

}  // namespace consilience
