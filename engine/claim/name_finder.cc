#include "engine/claim/name_finder.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/base/word_list.h"

namespace consilience {
namespace {

constexpr std::array<absl::string_view, 19> kCalendar = {
    "april",  "august",   "december", "february", "friday",    "january", "july",     "june",    "march",    "may",
    "monday", "november", "october",  "saturday", "september", "sunday",  "thursday", "tuesday", "wednesday"};

constexpr absl::string_view kCompanyWords[] = {"aerospace",
                                               "ag",
                                               "air",
                                               "airline",
                                               "airlines",
                                               "airways",
                                               "associates",
                                               "automotive",
                                               "aviation",
                                               "bancorp",
                                               "beverages",
                                               "biosciences",
                                               "biotech",
                                               "brands",
                                               "brewery",
                                               "capital",
                                               "chemicals",
                                               "cloud",
                                               "co",
                                               "communications",
                                               "companies",
                                               "company",
                                               "corp",
                                               "corporation",
                                               "devices",
                                               "digital",
                                               "electronics",
                                               "energy",
                                               "enterprises",
                                               "entertainment",
                                               "financial",
                                               "foods",
                                               "gas",
                                               "global",
                                               "group",
                                               "healthcare",
                                               "holding",
                                               "holdings",
                                               "hotels",
                                               "inc",
                                               "industries",
                                               "instruments",
                                               "insurance",
                                               "international",
                                               "investments",
                                               "laboratories",
                                               "labs",
                                               "limited",
                                               "lines",
                                               "llc",
                                               "logistics",
                                               "lp",
                                               "ltd",
                                               "materials",
                                               "media",
                                               "metals",
                                               "minerals",
                                               "mining",
                                               "mobile",
                                               "motor",
                                               "motors",
                                               "networks",
                                               "nv",
                                               "oil",
                                               "partners",
                                               "petroleum",
                                               "pharma",
                                               "pharmaceuticals",
                                               "plc",
                                               "power",
                                               "properties",
                                               "publishing",
                                               "rail",
                                               "railways",
                                               "records",
                                               "resorts",
                                               "resources",
                                               "retail",
                                               "robotics",
                                               "sa",
                                               "se",
                                               "semiconductor",
                                               "semiconductors",
                                               "shipping",
                                               "software",
                                               "solutions",
                                               "spa",
                                               "sports",
                                               "steel",
                                               "stores",
                                               "studios",
                                               "systems",
                                               "technologies",
                                               "technology",
                                               "telecom",
                                               "therapeutics",
                                               "ventures",
                                               "wireless"};

constexpr absl::string_view kBodyWords[] = {
    "act",          "airport",      "avenue",     "award",          "bill",       "bowl",       "building",
    "city",         "county",       "cup",        "fund",           "island",     "law",        "prize",
    "river",        "staff",        "state",      "station",        "street",     "summit",     "tower",
    "university",   "war",          "academy",    "administration", "agency",     "alliance",   "army",
    "assembly",     "association",  "authority",  "bank",           "board",      "brigade",    "bureau",
    "cabinet",      "center",       "centre",     "chamber",        "church",     "club",       "coalition",
    "college",      "commission",   "committee",  "confederation",  "conference", "congress",   "corps",
    "council",      "court",        "department", "division",       "dynasty",    "federation", "force",
    "forces",       "forum",        "foundation", "front",          "government", "guard",      "hospital",
    "house",        "initiative",   "institute",  "institution",    "journal",    "league",     "library",
    "ministry",     "movement",     "museum",     "navy",           "network",    "news",       "office",
    "organisation", "organization", "parliament", "party",          "police",     "post",       "press",
    "project",      "reserve",      "school",     "senate",         "service",    "society",    "squad",
    "team",         "times",        "trust",      "union",          "programme",  "program"};

std::string Lower(absl::string_view form) {
  std::string lower = absl::AsciiStrToLower(form);
  if (lower.size() > 1 && lower.back() == '.') lower.pop_back();
  return lower;
}

bool IsCalendar(absl::string_view lower) {
  return std::binary_search(kCalendar.begin(), kCalendar.end(), lower);
}

// "Aug.", with its point.
bool IsCalendarAbbreviation(absl::string_view form) {
  constexpr absl::string_view kAbbreviations[] = {"Jan.", "Feb.",   "Mar.", "Apr.", "Aug.", "Sep.",  "Sept.",
                                                  "Oct.", "Nov.",   "Dec.", "Mon.", "Tue.", "Tues.", "Wed.",
                                                  "Thu.", "Thurs.", "Fri.", "Sat.", "Sun.", "Jun.",  "Jul."};
  return IsAmong(kAbbreviations, form);
}

bool HasCapital(absl::string_view form) {
  for (const char c : form) {
    if (absl::ascii_isupper(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xC3) return true;
  }
  return false;
}

bool AllCapitals(absl::string_view form) {
  return std::all_of(form.begin(), form.end(),
                     [](char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); });
}

// What a company is, before its name at the beginning of a sentence: "Chipmaker Orrin Devices".
bool IsCompanyKind(absl::string_view lower) {
  constexpr absl::string_view kKinds[] = {"airline",  "automaker",    "bank",       "brewer",      "broker",
                                          "carmaker", "chipmaker",    "developer",  "drugmaker",   "insurer",
                                          "lender",   "manufacturer", "oilmaker",   "operator",    "planemaker",
                                          "retailer", "startup",      "steelmaker", "supermarket", "utility"};
  return IsAmong(kKinds, lower);
}

// Words of titles that are not titles by themselves: "Prime", "Press", "Foreign".
bool IsTitleModifier(absl::string_view lower) {
  constexpr absl::string_view kModifiers[] = {
      "assistant", "associate", "attorney", "chief",    "defence", "defense",  "deputy",   "energy",   "executive",
      "finance",   "first",     "foreign",  "former",   "general", "health",   "home",     "house",    "interim",
      "interior",  "joint",     "justice",  "labor",    "lord",    "majority", "minority", "national", "police",
      "press",     "prime",     "retired",  "security", "senate",  "senior",   "state",    "supreme",  "then",
      "trade",     "treasury",  "under",    "vice",     "white",   "special"};
  return IsAmong(kModifiers, lower);
}

bool IsSuffixOfPerson(absl::string_view lower) {
  constexpr absl::string_view kSuffixes[] = {"jr", "sr", "ii", "iii", "iv"};
  return IsAmong(kSuffixes, lower);
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
    if (IsAddress(word.form)) return false;
    if (word.name != NameKind::kNone) return word.xpos != Xpos::kPos && word.upos != Upos::kPunct;
    const bool proper = word.upos == Upos::kPropn || word.xpos == Xpos::kNnp || word.xpos == Xpos::kNnps;
    return proper && HasCapital(word.form) && !IsCalendar(Lower(word.form)) && !IsCalendarAbbreviation(word.form);
  }

  // "https://...", "@handle", "#topic".
  static bool IsAddress(absl::string_view form) {
    return form.find('@') != absl::string_view::npos || form.find('/') != absl::string_view::npos ||
           form.front() == '#';
  }

  bool IsDash(int32_t i) const {
    return (At(i).form == "-" || At(i).form == "\xE2\x80\x93") && i > 0 && !At(i).space_after && !At(i - 1).space_after;
  }

  int32_t EndOfRun(int32_t begin) const {
    int32_t i = begin + 1;
    while (i < analysis_.size()) {
      if (IsNameWord(i) || EndsBodyName(i)) {
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

  // "Board" of "the Chemicals Board", tagged as a common noun.
  bool EndsBodyName(int32_t i) const {
    if (At(i).upos != Upos::kNoun || !absl::ascii_isupper(static_cast<unsigned char>(At(i).form.front()))) return false;
    const std::string lower = Lower(At(i).form);
    return At(i - 1).name != NameKind::kPerson ? IsBodyWord(lower) || IsCompanyWord(lower) : IsCompanyWord(lower);
  }

  // The second half of "Jong-un", "Al-Assad".
  bool Continues(int32_t i) const { return At(i).upos == Upos::kPropn || At(i).name != NameKind::kNone; }

  // "of" in "Bank of Japan", where names are not marked.
  bool Joins(int32_t i) const {
    if (At(i).form != "of" || i == 0 || At(i - 1).name != NameKind::kNone) return false;
    const std::string before = Lower(At(i - 1).form);
    return IsAmong(kBodyWords, before) || before == "republic" || before == "kingdom" || before == "states";
  }

  struct Piece {
    int32_t begin;
    int32_t end;
    NameKind kind;
  };

  // Cuts a run at the edges of marked names; then joins what the marking tore apart.
  std::vector<Piece> CutRun(int32_t begin, int32_t end) const {
    std::vector<Piece> pieces;
    for (int32_t i = begin; i < end;) {
      int32_t stop = i + 1;
      const NameKind kind = At(i).name;
      while (stop < end && At(stop).name == kind && !At(stop).name_begins) ++stop;
      const Piece piece{i, stop, kind};
      if (!pieces.empty() && Joined(pieces.back(), piece)) {
        Piece& before = pieces.back();
        before.end = stop;
        if (before.kind == NameKind::kNone) before.kind = kind;
        if (IsCompanyWord(Lower(At(stop - 1).form))) before.kind = NameKind::kOrganisation;
        if (IsOpening(before.begin) && kind == NameKind::kPerson) before.kind = NameKind::kPlace;  // "St. Louis"
      } else {
        pieces.push_back(piece);
      }
      i = stop;
    }
    return pieces;
  }

  // "St.", "New": the first word of a place.
  bool IsOpening(int32_t i) const {
    constexpr absl::string_view kOpenings[] = {"st",  "mt",  "ft",    "saint", "san",  "santa", "los",
                                               "las", "new", "north", "south", "east", "west"};
    return IsAmong(kOpenings, Lower(At(i).form));
  }

  bool Joined(const Piece& before, const Piece& after) const {
    if (IsDash(after.begin) || IsDash(before.end - 1)) {
      // "U.S.-Japan" are two.
      const int32_t left = IsDash(before.end - 1) ? before.end - 2 : before.end - 1;
      return left < before.begin || FindCountry(At(left).form).name.empty();
    }
    if (before.end - before.begin == 1 && IsOpening(before.begin)) return true;
    if (before.kind == NameKind::kPerson) {
      // "Xi Jinping" of which one word is marked.
      if (after.kind != NameKind::kNone || IsTitle(after.begin)) return false;
      const int32_t head = At(after.begin).head;
      const bool hangs = head >= before.begin && head < before.end;
      const bool holds = At(before.end - 1).head == after.begin;
      return after.end - after.begin == 1 && before.end - before.begin == 1 && (hangs || holds);
    }
    if (before.kind != NameKind::kNone && after.kind == NameKind::kNone && !HasTitle(after.begin, after.end)) {
      // "Corvus Minerals" of which one word is marked.
      const int32_t head = At(before.end - 1).head;
      if (head >= after.begin && head < after.end && At(before.end - 1).relation == Relation::kCompound) return true;
    }
    const std::string last = Lower(At(after.begin).form);
    return before.kind != NameKind::kNone && after.kind != NameKind::kPerson && after.end - after.begin == 1 &&
           (IsCompanyWord(last) || IsBodyWord(last));
  }

  // At least one of its words is tagged as a name: "Aides", marked by mistake, is not.
  bool IsProper(const Piece& piece) const {
    for (int32_t i = piece.begin; i < piece.end; ++i) {
      if (At(i).upos == Upos::kPropn || At(i).xpos == Xpos::kNnp || At(i).xpos == Xpos::kNnps) return true;
    }
    return false;
  }

  bool IsTitle(int32_t i) const { return FindTitle(Lower(At(i).form)).kind != TitleKind::kNone; }

  void ReadRun(int32_t begin, int32_t end) {
    const std::vector<Piece> pieces = CutRun(begin, end);
    int32_t prefix = begin;  // words before a person that are no name yet: titles, or a name of their own
    for (size_t i = 0; i < pieces.size(); ++i) {
      Piece piece = pieces[i];
      while (piece.end > piece.begin && (IsDash(piece.end - 1) || At(piece.end - 1).form == ",")) --piece.end;
      while (piece.begin < piece.end && IsDash(piece.begin)) ++piece.begin;
      if (piece.begin >= piece.end || !IsProper(piece)) continue;
      const bool person_follows = i + 1 < pieces.size() && pieces[i + 1].kind == NameKind::kPerson;
      if (piece.kind == NameKind::kNone || (person_follows && IsTitle(piece.end - 1))) continue;
      if (piece.kind != NameKind::kPerson && HoldsTitledPerson(piece)) continue;  // read with the unmarked words
      if (piece.kind == NameKind::kPerson) {
        AddPerson(prefix, piece.begin, piece.end);
      } else {
        if (prefix < piece.begin) AddUnmarked(prefix, piece.begin);
        AddMarked(piece);
      }
      prefix = piece.end;
    }
    if (prefix < end) AddUnmarked(prefix, end);
  }

  // "County Court Judge John Doe" marked as one organisation.
  bool HoldsTitledPerson(const Piece& piece) const {
    const std::string last = Lower(At(piece.end - 1).form);
    if (IsBodyWord(last) || IsCompanyWord(last)) return false;
    const int32_t title = LastTitle(piece.begin + 1, piece.end - 1);
    return title > piece.begin && At(title).upos == Upos::kPropn;
  }

  // A name of two words and more behind "aide", "spokesman": a person's, whatever it was marked.
  bool FollowsRole(const Piece& piece) const {
    const std::string last = Lower(At(piece.end - 1).form);
    if (piece.end - piece.begin < 2 || piece.begin == 0 || IsBodyWord(last) || IsCompanyWord(last)) return false;
    const Word& before = At(piece.begin - 1);
    return before.upos == Upos::kNoun && FindTitle(before.form).kind != TitleKind::kNone;
  }

  // "U.S.-Japan" marked as one are two.
  void AddMarked(const Piece& piece) {
    if (FollowsRole(piece)) {
      AddTitled(piece.begin, piece.end, -1, NameKind::kPerson);
      return;
    }
    for (int32_t i = piece.begin + 1; i + 1 < piece.end; ++i) {
      if (!IsDash(i) || FindCountry(At(i - 1).form).name.empty() || FindCountry(At(i + 1).form).name.empty()) continue;
      Add(piece.begin, i, NameKind::kPlace);
      Add(i + 1, piece.end, NameKind::kPlace);
      return;
    }
    Add(piece.begin, piece.end, piece.kind);
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
    if (IsOnlyTitle(first, end)) return;
    if (end - first > 1 &&
        (IsCompanyWord(Lower(At(end - 1).form)) || (first == 0 && IsCompanyKind(Lower(At(0).form)))) &&
        !IsFirstName(first)) {
      Add(first, end, NameKind::kOrganisation);  // marked by mistake
      return;
    }
    int32_t title = LastTitle(prefix, first);
    const bool of_office = title < 0 && prefix + 1 == begin && IsTitleModifier(Lower(At(prefix).form));
    if (of_office) {
      // "Secretary of State John Doe"
      if (prefix > 1 && At(prefix - 1).form == "of" && IsTitle(prefix - 2)) title = prefix - 2;
    } else if (title < 0 && prefix < begin) {
      // No title: "Apple Tim Cook" is not said; the unmarked words are most likely the first name.
      const bool joins = At(prefix).head >= prefix && At(prefix).head < end;
      if (joins && begin - prefix == 1) first = prefix;
    } else if (title > prefix && !of_office) {
      const int32_t lead = FirstOfTitle(prefix, title);
      if (lead > prefix) AddUnmarked(prefix, lead);
    }
    if (title >= prefix && !of_office && title + 1 < first && IsFirstName(title + 1)) first = title + 1;
    if (title < 0 && DescribesName(first, end)) title = first++;
    AddTitled(first, end, title, NameKind::kPerson);
  }

  // "Prosecutors", which begins the sentence.
  bool IsPluralRole(int32_t i) const {
    std::string lower = Lower(At(i).form);
    if (i > 1 || lower.size() < 3 || lower.back() != 's') return false;
    lower.pop_back();
    return FindTitle(lower).kind != TitleKind::kNone;
  }

  bool IsFirstName(int32_t i) const {
    return At(i).upos == Upos::kPropn && GenderOfFirstName(Lower(At(i).form)) != Gender::kUnknown;
  }

  // "Striker Mateo Ruiz" at the beginning of a sentence, where a common noun is written with a capital as well.
  bool DescribesName(int32_t begin, int32_t end) const {
    if (end - begin < 3 || (begin > 0 && At(begin - 1).upos != Upos::kPunct)) return false;
    return IsFirstName(begin + 1) && GenderOfFirstName(Lower(At(begin).form)) == Gender::kUnknown;
  }

  bool IsOnlyTitle(int32_t begin, int32_t end) const {
    for (int32_t i = begin; i < end; ++i) {
      if (!IsTitle(i) && !IsTitleModifier(Lower(At(i).form))) return false;
    }
    return true;
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
    while (begin < end && (At(end - 1).upos == Upos::kPunct || At(end - 1).upos == Upos::kAdp)) --end;
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
    if (!body && DescribesName(begin, end)) return AddTitled(begin + 1, end, begin, NameKind::kPerson);
    if (end - begin == 1 && IsPluralRole(begin)) return;
    if (IsOnlyTitle(begin, end)) return;  // "President", "the Prime Minister"
    int32_t stop = end;  // "Trump Administration" stays whole; "Japan Prime Minister" is the country and its office
    if (!body && FindTitle(last).kind == TitleKind::kOffice) {
      stop = FirstOfTitle(begin, end - 1);
      if (stop == begin) return;
    }
    Add(begin, stop, body ? NameKind::kOrganisation : NameKind::kNone);
  }

  // "European" of "the European Chemicals Board": a capital within the sentence.
  bool LeadsBodyName(int32_t i) const {
    if (i < 1 || At(i).upos != Upos::kAdj || !At(i).space_after) return false;
    const bool begins = At(i - 1).upos == Upos::kPunct;
    return !begins && absl::ascii_isupper(static_cast<unsigned char>(At(i).form.front()));
  }

  FoundName* Add(int32_t begin, int32_t end, NameKind kind) {
    if (begin == 0 && end > 1 && kind != NameKind::kPerson && IsCompanyKind(Lower(At(begin).form))) {
      ++begin;
      kind = NameKind::kOrganisation;
    }
    if (kind != NameKind::kPerson && IsBodyWord(Lower(At(end - 1).form)) && LeadsBodyName(begin - 1)) --begin;
    FoundName name;
    name.begin = begin;
    name.end = end;
    name.kind = kind;
    name.head = HeadOf(begin, end);
    for (int32_t i = begin; i < end; ++i) {
      if (i > begin && At(i - 1).space_after) name.text.push_back(' ');
      absl::StrAppend(&name.text, At(i).form);
      std::string part = Lower(At(i).form);
      if (At(i).upos == Upos::kPunct) continue;
      if (IsSuffixOfPerson(part) && i > begin) {
        name.suffix = part;
        continue;
      }
      name.parts.push_back(std::move(part));
    }
    if (name.parts.empty()) return nullptr;
    if (end - begin > 2 && At(begin).form.size() == 1 && IsDash(begin + 1)) return nullptr;  // "D-Texas"
    constexpr absl::string_view kParties[] = {"democrat", "republican", "democrats", "republicans", "conservative"};
    if (kind == NameKind::kPerson) {
      const bool acronym = end - begin == 1 && At(begin).form.size() > 2 && AllCapitals(At(begin).form);
      if (acronym || IsAmong(kParties, name.parts.back())) name.kind = NameKind::kNone;
      if (name.parts.back().size() == 1) return nullptr;  // torn at a middle initial
    }
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
      if (At(name->head).head == title ||
          (At(name->head).head >= FirstOfTitle(0, title) && At(name->head).head < begin)) {
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
  constexpr absl::string_view kOf[] = {"prime",    "vice",    "deputy", "foreign",   "defense",
                                       "defence",  "finance", "press",  "interior",  "health",
                                       "treasury", "justice", "trade",  "assistant", "under"};
  if (IsAmong(kOf, before)) return absl::StrCat(before, " ", title);
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

bool IsCompanyWord(absl::string_view lower_word) {
  return IsAmong(kCompanyWords, lower_word);
}

bool IsBodyWord(absl::string_view lower_word) {
  return IsAmong(kBodyWords, lower_word);
}

}  // namespace consilience
