#include "engine/claim/entity.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/base/word_list.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/name_finder.h"

namespace consilience {
namespace {

constexpr int32_t kUnresolved = -1;
// How far back references look, so that a text of nothing but names costs linear time.
constexpr size_t kEventsBack = 400;
constexpr int kNamesakes = 64;

// One spelling of a name in the document, with all its mentions.
struct Form {
  std::string text;  // of its first mention
  std::vector<std::string> parts;
  std::string key;
  int votes[4] = {0, 0, 0, 0};  // mentions by NameKind
  bool titled = false;
  bool male = false;  // a title of some mention says so
  bool female = false;
  std::string suffix;  // "jr"
  std::set<std::string> offices;
  uint32_t first_statement = 0;
  NameKind kind = NameKind::kNone;
  Gender gender = Gender::kUnknown;
  int32_t target = -1;  // the form it stands for; its own index when it stands for itself; kUnresolved when several may
  bool ambiguous = false;
  bool country = false;  // of a table: a country or an outlet, whose name stands
  bool outlet = false;
  bool thing = false;  // a ship, a drug, a storm: "it" may stand for it

  bool is_person() const { return kind == NameKind::kPerson; }
};

struct NameMention {
  uint32_t statement = 0;
  FoundName name;
  size_t form = 0;
  int32_t target = kUnresolved;  // form
};

// "WASHINGTON" in a dateline.
bool IsAllCapitals(absl::string_view text) {
  return text.size() > 4 && std::none_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_islower(static_cast<unsigned char>(c)) || c == '.';
         });
}

// "WHO", "US", "U.N.", "F.B.I."
bool IsAllCapitalWord(absl::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isupper(static_cast<unsigned char>(c)) || c == '.';
         });
}

bool IsSubject(const Word& word) {
  const Relation relation = Universal(word.relation);
  return relation == Relation::kNsubj;
}

// Nouns before the names of what is no person and no organisation; sorted.
constexpr absl::string_view kThings[] = {
    "airliner",  "album",      "app",       "barge",     "boat",      "book",       "browser", "bridge",
    "capsule",   "car",        "carrier",   "chatbot",   "cruiser",   "cyclone",    "dam",     "destroyer",
    "drug",      "ferry",      "film",      "freighter", "frigate",   "game",       "glacier", "helicopter",
    "hurricane", "icebreaker", "jet",       "lake",      "liner",     "medicine",   "movie",   "mountain",
    "novel",     "painting",   "phone",     "pill",      "plane",     "probe",      "river",   "robot",
    "rocket",    "rover",      "satellite", "series",    "ship",      "smartphone", "song",    "spacecraft",
    "storm",     "submarine",  "tablet",    "tanker",    "telescope", "train",      "trawler", "treatment",
    "truck",     "tug",        "typhoon",   "vaccine",   "vessel",    "virus",      "volcano", "yacht"};

// The noun right before a name that says what bears it: "the ferry Stella Maris", "its drug Revaxil"; -1: none.
int32_t ClassNoun(const Analysis& analysis, const FoundName& name) {
  if (name.begin == 0) return -1;
  const int32_t at = name.begin - 1;
  const Word& noun = analysis.word(at);
  if (noun.upos != Upos::kNoun || (noun.xpos != Xpos::kNn && noun.xpos != Xpos::kNnp)) return -1;
  const bool hangs = noun.head == name.head || analysis.word(name.head).head == at;
  return hangs ? at : -1;
}

class EntityResolver {
 public:
  EntityResolver(absl::string_view text, absl::Span<const Analysis> analyses) : text_(text), analyses_(analyses) {}

  Entities Resolve(absl::Span<const Speech> speech) {
    CollectNames();
    ReadNeuterPronouns();
    LinkPersons();
    LinkAcronyms();
    LinkShortOrganisations();
    LinkMentions();
    WalkReferences();
    ReadSpeakers(speech);
    return Finish();
  }

 private:
  // ---- Names.

  void CollectNames() {
    std::map<std::string, size_t> by_key;        // as written
    std::map<std::string, size_t> by_canonical;  // countries and outlets
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      for (FoundName& found : FindNames(text_, analyses_[s])) {
        std::string key = absl::StrJoin(found.parts, " ");
        if (!found.suffix.empty()) absl::StrAppend(&key, " ", found.suffix);
        if (IsAllCapitalWord(found.text)) absl::StrAppend(&key, "\x01");  // "US" is not "us", nor "WHO" "Who"
        const auto [at, is_new] = by_key.emplace(key, forms_.size());
        if (is_new) at->second = AddForm(found, s, &by_canonical);
        Form& form = forms_[at->second];
        ++form.votes[static_cast<size_t>(found.kind)];
        form.titled = form.titled || found.titled;
        form.male = form.male || found.gender == Gender::kMale;
        form.female = form.female || found.gender == Gender::kFemale;
        if (!found.office.empty() && form.offices.size() < 8) form.offices.insert(found.office);
        if (const int32_t noun = ClassNoun(analyses_[s], found); noun >= 0) {
          form.thing = form.thing || IsAmong(kThings, analyses_[s].word(noun).lemma);
        }
        if (!form.country && IsAllCapitals(form.text) && !IsAllCapitals(found.text)) form.text = found.text;
        NameMention mention;
        mention.statement = s;
        mention.form = at->second;
        mention.name = std::move(found);
        names_.push_back(std::move(mention));
      }
    }
    for (Form& form : forms_) {
      form.target = static_cast<int32_t>(&form - forms_.data());
      if (form.country) continue;
      int most = 0;
      for (const NameKind kind : {NameKind::kPerson, NameKind::kOrganisation, NameKind::kPlace}) {
        const int votes = form.votes[static_cast<size_t>(kind)];
        if (votes > most) {
          most = votes;
          form.kind = kind;
        }
      }
      if (form.parts.size() == 2 && !form.is_person() && GenderOfFirstName(form.parts[0]) != Gender::kUnknown &&
          !IsBodyWord(form.parts[1]) && !IsCompanyWord(form.parts[1])) {
        form.kind = NameKind::kPerson;
      }
      if (form.parts.size() > 1 && form.is_person() && !form.titled && IsCompanyWord(form.parts.back()) &&
          GenderOfFirstName(form.parts.front()) == Gender::kUnknown) {
        form.kind = NameKind::kOrganisation;
      }
      form.thing = form.thing && !form.titled && !form.male && !form.female;
      if (form.thing && form.is_person()) form.kind = NameKind::kNone;  // ships have first names
      if (form.male != form.female) form.gender = form.male ? Gender::kMale : Gender::kFemale;
      if (form.is_person() && form.gender == Gender::kUnknown && form.parts.size() > 1) {
        form.gender = GenderOfFirstName(form.parts.front());
      }
    }
  }

  // "Tessera has stopped selling its phone": marked as a person by mistake. A name that "its" or "it" takes up within
  // its own sentence, and no title or first name calls a person, is an organisation's.
  void ReadNeuterPronouns() {
    size_t next = 0;
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      const size_t first = next;
      while (next < names_.size() && names_[next].statement == s) ++next;
      if (first == next) continue;
      const Analysis& analysis = analyses_[s];
      for (int32_t i = 0; i < analysis.size(); ++i) {
        const Word& word = analysis.word(i);
        if (word.upos != Upos::kPron || word.lemma != "its" || word.relation != Relation::kNmodPoss) continue;
        int32_t subject = -1;
        if (ClauseAbove(analysis, i, &subject) == kRoot || subject > i) continue;
        for (size_t n = first; n < next; ++n) {
          if (names_[n].name.head != subject) continue;
          Form& form = forms_[names_[n].form];
          const bool person = form.titled || GenderOfFirstName(form.parts.front()) != Gender::kUnknown;
          if (!form.country && !person && form.kind != NameKind::kPlace) form.kind = NameKind::kOrganisation;
        }
      }
    }
  }

  // A new form, or the one that has the same country or outlet.
  size_t AddForm(const FoundName& found, uint32_t statement, std::map<std::string, size_t>* by_canonical) {
    Form form;
    form.text = found.text;
    form.parts = found.parts;
    form.key = absl::StrJoin(found.parts, " ");
    form.suffix = found.suffix;
    form.first_statement = statement;
    const Country country = FindCountry(CountryName(found));
    const std::string outlet = country.name.empty() ? OutletName(found) : "";
    if (!country.name.empty() || !outlet.empty()) {
      form.country = true;
      form.text = outlet.empty() ? std::string(country.name) : outlet;
      form.kind = outlet.empty() && !country.organisation ? NameKind::kPlace : NameKind::kOrganisation;
      form.outlet = !outlet.empty();
      const auto [at, is_new] = by_canonical->emplace(form.text, forms_.size());
      if (!is_new) return at->second;
    }
    forms_.push_back(std::move(form));
    return forms_.size() - 1;
  }

  // The registry's name of an outlet; only names of several words and acronyms are surely an outlet's.
  static std::string OutletName(const FoundName& found) {
    if (found.titled || (found.parts.size() < 2 && !IsAllCapitalWord(found.text))) return "";
    constexpr absl::string_view kOtherwise[] = {"ET", "CT", "MT", "PT", "PA", "ST"};  // time zones, states
    if (IsAmong(kOtherwise, found.text)) return "";
    static const OutletRegistry* const registry = [] {
      absl::StatusOr<std::unique_ptr<OutletRegistry>> created = OutletRegistry::Create();
      return created.ok() ? created->release() : nullptr;
    }();
    const Outlet* outlet = registry == nullptr ? nullptr : registry->FindByName(found.text);
    return outlet == nullptr ? "" : outlet->name;
  }

  // "the United States" -> "United States"; "US" keeps its case.
  static absl::string_view CountryName(const FoundName& found) {
    absl::string_view name = found.text;
    if (absl::StartsWith(name, "the ") || absl::StartsWith(name, "The ")) name.remove_prefix(4);
    return name;
  }

  // Indices of the full names of persons (two parts and more) by last and by first part.
  void LinkPersons() {
    using Index = std::vector<std::pair<absl::string_view, int32_t>>;
    Index by_last;
    Index by_first;
    for (const Form& form : forms_) {
      if (!form.is_person() || form.parts.size() < 2) continue;
      by_last.emplace_back(form.parts.back(), form.target);
      by_first.emplace_back(form.parts.front(), form.target);
    }
    // What nobody marked as a person may be one all the same: then its last name is not another's alone.
    std::vector<absl::string_view> doubtful;
    for (const Form& form : forms_) {
      if (form.parts.size() == 2 && !form.is_person() && !form.country && form.text.find('-') == std::string::npos) {
        doubtful.push_back(form.parts[1]);
      }
    }
    std::sort(doubtful.begin(), doubtful.end());
    std::sort(by_last.begin(), by_last.end());
    std::sort(by_first.begin(), by_first.end());
    const auto range = [](const Index& index, absl::string_view key) {
      return std::equal_range(index.begin(), index.end(), std::pair<absl::string_view, int32_t>(key, 0),
                              [](const auto& a, const auto& b) { return a.first < b.first; });
    };
    // "Donald J. Trump" and "Donald Trump": one person when no third middle name stands against it.
    for (Form& form : forms_) {
      if (!form.is_person() || form.parts.size() < 2 || HasMiddle(form) || !form.suffix.empty()) continue;
      std::vector<int32_t> longer;
      const auto [begin, end] = range(by_last, form.parts.back());
      if (end - begin > kNamesakes) continue;
      for (auto at = begin; at != end; ++at) {
        const Form& other = forms_[static_cast<size_t>(at->second)];
        if (other.target == form.target || !HasMiddle(other) || other.parts.front() != form.parts.front()) continue;
        if (!other.suffix.empty()) continue;
        longer.push_back(at->second);
      }
      if (longer.size() == 1) forms_[static_cast<size_t>(longer[0])].target = form.target;
    }
    // One name alone: the full names that end with it, else those that begin with it.
    for (Form& form : forms_) {
      if (form.parts.size() != 1 || form.country) continue;
      const bool other_kind = form.kind == NameKind::kPlace || form.kind == NameKind::kOrganisation;
      std::set<int32_t> candidates = Targets(range(by_last, form.parts[0]), form);
      if (candidates.empty()) {
        if (!form.is_person()) continue;
        candidates = Targets(range(by_first, form.parts[0]), form);
      }
      if (candidates.empty()) continue;
      if (other_kind && !form.titled) continue;
      form.kind = NameKind::kPerson;
      candidates_[form.target] = std::vector<int32_t>(candidates.begin(), candidates.end());
      const bool doubted = std::binary_search(doubtful.begin(), doubtful.end(), absl::string_view(form.parts[0]));
      if (candidates.size() == 1 && !doubted) {
        form.target = *candidates.begin();
      } else {
        form.ambiguous = true;
      }
    }
    // Gender learnt from any form of a person.
    for (const Form& form : forms_) {
      if (form.ambiguous || form.gender == Gender::kUnknown) continue;
      Form& target = forms_[static_cast<size_t>(form.target)];
      if (target.is_person() && target.gender == Gender::kUnknown) target.gender = form.gender;
    }
  }

  // A middle name or initial between first and last name.
  static bool HasMiddle(const Form& form) { return form.parts.size() > 2; }

  template <typename Range>
  std::set<int32_t> Targets(const Range& range, const Form& form) const {
    std::set<int32_t> targets;
    for (auto at = range.first; at != range.second && targets.size() < 8; ++at) {
      const Form& full = forms_[static_cast<size_t>(at->second)];
      if (MayBe(form, full)) targets.insert(full.target);
    }
    return targets;
  }

  // Whether the single name `form` may stand for the full name `full`.
  static bool MayBe(const Form& form, const Form& full) {
    // "Trump Jr." is the son; "Trump" the father.
    if (form.suffix != full.suffix && !(form.suffix.empty() && full.suffix != "jr")) return false;
    if (full.gender == Gender::kMale && form.female && !form.male) return false;
    if (full.gender == Gender::kFemale && form.male && !form.female) return false;
    // "President Trump", and later on Melania Trump: a full name that comes late must hold the office as well.
    if (form.offices.empty() || full.first_statement <= form.first_statement) return true;
    return std::any_of(form.offices.begin(), form.offices.end(),
                       [&full](const std::string& office) { return full.offices.count(office) > 0; });
  }

  // "World Health Organization (WHO)".
  void LinkAcronyms() {
    for (size_t i = 0; i + 1 < names_.size(); ++i) {
      const NameMention& full = names_[i];
      const NameMention& acronym = names_[i + 1];
      if (full.statement != acronym.statement || acronym.name.begin != full.name.end + 1) continue;
      const Analysis& analysis = analyses_[full.statement];
      if (analysis.word(full.name.end).form != "(") continue;
      LinkAcronym(full.form, acronym.form);
    }
  }

  // "ORD" for "Orrin Devices": its letters in their order, from the first.
  static bool Abbreviates(absl::string_view letters, absl::string_view name) {
    if (letters.empty() || name.empty() || letters[0] != name[0]) return false;
    size_t at = 0;
    for (const char letter : letters) {
      at = name.find(letter, at);
      if (at == absl::string_view::npos) return false;
      ++at;
    }
    return true;
  }

  void LinkAcronym(size_t full, size_t acronym) {
    Form& short_form = forms_[acronym];
    const Form& long_form = forms_[full];
    if (short_form.parts.size() != 1 || short_form.country || full == acronym) return;
    std::string letters;
    for (const char c : short_form.parts[0]) {
      if (absl::ascii_isalpha(static_cast<unsigned char>(c))) letters.push_back(c);
    }
    std::string initials;       // of all words
    std::string main_initials;  // of all but small words
    for (const std::string& part : long_form.parts) {
      initials.push_back(part[0]);
      if (part != "of" && part != "the" && part != "for" && part != "and") main_initials.push_back(part[0]);
    }
    const bool abbreviates = IsAllCapitalWord(short_form.text) && Abbreviates(letters, long_form.key);
    if (letters.size() < 2 || (letters != initials && letters != main_initials && !abbreviates)) return;
    short_form.target = long_form.target;
    short_form.kind = forms_[static_cast<size_t>(long_form.target)].kind;
  }

  // "Toyota" for "Toyota Motor Corp." when nothing else begins with Toyota.
  void LinkShortOrganisations() {
    std::vector<std::pair<absl::string_view, int32_t>> companies;  // by key
    for (const Form& form : forms_) {
      if (form.parts.size() < 2 || form.is_person() || form.country) continue;
      if (IsCompanyWord(form.parts.back()))
        companies.emplace_back(form.key, static_cast<int32_t>(&form - forms_.data()));
    }
    std::sort(companies.begin(), companies.end());
    for (Form& form : forms_) {
      if (form.country || form.titled || (form.is_person() && form.parts.size() > 1)) continue;
      const int32_t self = static_cast<int32_t>(&form - forms_.data());
      if (form.target != self) continue;
      const std::string prefix = form.key + " ";
      int32_t found = -1;
      int count = 0;
      for (auto at =
               std::lower_bound(companies.begin(), companies.end(), std::pair<absl::string_view, int32_t>(prefix, 0));
           at != companies.end() && absl::StartsWith(at->first, prefix) && count < 2; ++at) {
        const Form& company = forms_[static_cast<size_t>(at->second)];
        const bool certain = std::all_of(company.parts.begin() + static_cast<std::ptrdiff_t>(form.parts.size()),
                                         company.parts.end(), [](const std::string& p) { return IsCompanyWord(p); });
        ++count;
        if (certain) found = at->second;
      }
      if (count != 1 || found < 0 || forms_[static_cast<size_t>(found)].first_statement > form.first_statement)
        continue;
      form.target = forms_[static_cast<size_t>(found)].target;
      form.kind = NameKind::kOrganisation;
    }
  }

  void LinkMentions() {
    for (NameMention& mention : names_) {
      const Form& form = forms_[mention.form];
      if (!form.ambiguous) {
        mention.target = Follow(form.target);
        continue;
      }
      // "Mrs. Clinton" among Bill and Hillary; "President Clinton".
      const FoundName& name = mention.name;
      if (name.gender == Gender::kUnknown && name.office.empty()) continue;
      int32_t found = kUnresolved;
      int count = 0;
      for (const int32_t candidate : candidates_[static_cast<int32_t>(mention.form)]) {
        const Form& full = forms_[static_cast<size_t>(candidate)];
        if (name.gender != Gender::kUnknown && full.gender != name.gender) continue;
        if (!name.office.empty() && full.offices.count(name.office) == 0) continue;
        found = candidate;
        ++count;
      }
      if (count == 1) mention.target = Follow(found);
    }
  }

  int32_t Follow(int32_t form) const {
    for (int steps = 0; steps < 4; ++steps) {
      const int32_t next = forms_[static_cast<size_t>(form)].target;
      if (next == form) break;
      form = next;
    }
    return form;
  }

  // ---- Pronouns and descriptions.

  struct Event {
    uint32_t statement;
    int32_t word;
    int32_t target;  // form, or kUnresolved
    Gender gender;
    bool person;
    bool quoted;
  };

  struct Holder {
    std::string office;
    std::string nation;
    int32_t target;
    bool former;
  };

  struct Reference {
    uint32_t statement;
    int32_t head;
    ByteSpan span;
    int32_t target;
  };

  void WalkReferences() {
    size_t next_name = 0;
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      const Analysis& analysis = analyses_[s];
      head_taken_.assign(analysis.words().size(), false);
      size_t last_name = next_name;
      while (last_name < names_.size() && names_[last_name].statement == s) {
        head_taken_[static_cast<size_t>(names_[last_name].name.head)] = true;
        if (names_[last_name].name.title_head >= 0) {
          head_taken_[static_cast<size_t>(names_[last_name].name.title_head)] = true;
        }
        ++last_name;
      }
      MarkQuotes(analysis);
      first_event_ = FirstEventSince(s >= 2 ? s - 2 : 0);
      for (int32_t i = 0; i < analysis.size(); ++i) {
        while (next_name < last_name && names_[next_name].name.begin <= i) ReadName(names_[next_name++]);
        const Word& word = analysis.word(i);
        if (word.upos == Upos::kPron) {
          ReadPronoun(s, i);
        } else if ((word.upos == Upos::kNoun || word.upos == Upos::kPropn) && !head_taken_[static_cast<size_t>(i)]) {
          ReadNoun(s, i);
        }
      }
      next_name = last_name;
    }
  }

  // Words within quotation marks, as far as the statement shows: what is open or closed is told by the marks' shapes,
  // and of straight marks by their number.
  void MarkQuotes(const Analysis& analysis) {
    quoted_.assign(analysis.words().size(), false);
    bool open = false;
    for (int32_t i = 0; i < analysis.size(); ++i) {
      const absl::string_view form = analysis.word(i).form;
      if (form == "\xE2\x80\x9C" || form == "``") {
        open = true;
      } else if (form == "\xE2\x80\x9D" || form == "''") {
        if (!open) std::fill(quoted_.begin(), quoted_.begin() + i, true);  // opened in a statement before
        open = false;
      } else if (form == "\"") {
        open = !open;
      }
      quoted_[static_cast<size_t>(i)] = open;
    }
  }

  bool InQuotes(int32_t word) const { return quoted_[static_cast<size_t>(word)]; }

  size_t FirstEventSince(uint32_t statement) const {
    const auto at = std::lower_bound(events_.begin(), events_.end(), statement,
                                     [](const Event& event, uint32_t s) { return event.statement < s; });
    return static_cast<size_t>(at - events_.begin());
  }

  void ReadName(const NameMention& mention) {
    const Form& form = forms_[mention.form];
    const int32_t target = mention.target;
    const bool person = target == kUnresolved ? form.is_person() : forms_[static_cast<size_t>(target)].is_person();
    Gender gender = target == kUnresolved ? mention.name.gender : forms_[static_cast<size_t>(target)].gender;
    if (!person) gender = Gender::kUnknown;
    events_.push_back({mention.statement, mention.name.head, target, gender, person, InQuotes(mention.name.head)});
    if (target == kUnresolved) return;
    const Form& entity = forms_[static_cast<size_t>(target)];
    if (entity.kind == NameKind::kOrganisation && !entity.country) {
      organisations_.insert(target);
      // "the House" is none other than itself, whatever White House was named before.
      if (entity.parts.size() > 1 && entity.parts.back() != "house") described_[entity.parts.back()].insert(target);
    }
    const Analysis& analysis = analyses_[mention.statement];
    if (const int32_t noun = ClassNoun(analysis, mention.name); noun >= 0) {
      described_[absl::AsciiStrToLower(analysis.word(noun).lemma)].insert(target);
    }
    if (person && !mention.name.office.empty()) {
      const Holder holder{mention.name.office, mention.name.nation, target, mention.name.former};
      const bool known = std::any_of(holders_.begin(), holders_.end(), [&](const Holder& h) {
        return h.target == holder.target && h.office == holder.office &&
               (h.nation == holder.nation || holder.nation.empty());
      });
      if (!known && holders_.size() < 200) holders_.push_back(holder);
    }
  }

  void AddReference(uint32_t statement, int32_t head, ByteSpan span, int32_t target) {
    references_.push_back({statement, head, span, target});
    const Form& form = forms_[static_cast<size_t>(target)];
    events_.push_back({statement, head, target, form.gender, form.is_person(), InQuotes(head)});
  }

  static Gender PronounGender(absl::string_view lower) {
    if (lower == "he" || lower == "him" || lower == "his" || lower == "himself") return Gender::kMale;
    if (lower == "she" || lower == "her" || lower == "hers" || lower == "herself") return Gender::kFemale;
    return Gender::kUnknown;
  }

  void ReadPronoun(uint32_t s, int32_t at) {
    const Analysis& analysis = analyses_[s];
    const Word& word = analysis.word(at);
    const std::string lower = absl::AsciiStrToLower(word.form);
    const Gender gender = PronounGender(lower);
    int32_t target = kUnresolved;
    if (gender != Gender::kUnknown) {
      target = PersonFor(s, at, gender);
      if (target == kUnresolved) {
        events_.push_back({s, at, kUnresolved, gender, true, InQuotes(at)});
        return;
      }
      Form& form = forms_[static_cast<size_t>(target)];
      if (form.gender == Gender::kUnknown) form.gender = gender;
    } else if (lower == "it" || lower == "its" || lower == "itself") {
      target = ThingFor(s, at);
    }
    if (target != kUnresolved) AddReference(s, at, word.span, target);
  }

  // The word that heads the clause of `at` and has a subject; climbs a bounded way. kRoot when none.
  static int32_t ClauseAbove(const Analysis& analysis, int32_t at, int32_t* subject) {
    int32_t i = analysis.word(at).head;
    for (int steps = 0; steps < 20 && i != kRoot; ++steps) {
      for (const int32_t child : analysis.children(i).subspan(0, 30)) {
        if (IsSubject(analysis.word(child)) && child != at) {
          *subject = child;
          return i;
        }
        if (child == at && IsSubject(analysis.word(child))) break;  // its own clause
      }
      i = analysis.word(i).head;
    }
    return kRoot;
  }

  // The events before word `at` of statement `s`, in that statement.
  int32_t EventAt(uint32_t s, int32_t word) const {
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (event.statement != s) break;
      if (event.word == word) return static_cast<int32_t>(i - 1);
    }
    return -1;
  }

  int32_t PersonFor(uint32_t s, int32_t at, Gender gender) const {
    const Analysis& analysis = analyses_[s];
    const Word& pronoun = analysis.word(at);
    const bool possessive = pronoun.relation == Relation::kNmodPoss;
    const bool reflexive = absl::EndsWith(pronoun.form, "self");
    // Whom a quotation names is hardly the one who speaks outside of it, and the other way round.
    const bool quoted = InQuotes(at);
    const auto compatible = [gender, quoted, s](const Event& event) {
      if (event.statement == s && event.quoted != quoted) return false;
      return event.person && (event.gender == Gender::kUnknown || event.gender == gender);
    };
    // The one compatible person of this and the last two statements; nominal persons of the last statement stand
    // against.
    int32_t only = kUnresolved;
    bool several = false;
    int32_t only_here = kUnresolved;
    bool several_here = false;
    int32_t only_here_word = -1;
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (!compatible(event)) continue;
      const bool here = event.statement == s;
      if (event.target == kUnresolved) {
        if (here) several_here = true;
        if (event.statement + 1 >= s) several = true;
        continue;
      }
      if (only == kUnresolved) only = event.target;
      several = several || only != event.target;
      if (!here) continue;
      if (only_here == kUnresolved) only_here = event.target;
      several_here = several_here || only_here != event.target;
      only_here_word = event.word;
    }
    // An object is not its own clause's subject.
    const auto same_clause = [&](int32_t target) {
      if (possessive || reflexive) return false;
      if (IsSubject(pronoun)) return false;
      int32_t subject = -1;
      if (ClauseAbove(analysis, at, &subject) == kRoot) return false;
      const int32_t event = EventAt(s, subject);
      return event >= 0 && events_[static_cast<size_t>(event)].target == target;
    };
    if (const int32_t behind = PersonBehind(s, at, gender); behind != kUnresolved && !quoted) return behind;
    if (quoted && only_here == kUnresolved) return kUnresolved;
    if (only_here == kUnresolved && IsBelowUnknownName(s, at)) return kUnresolved;
    if (only != kUnresolved && !several) {
      return same_clause(only) || IsNamedBelow(s, at, only) ? kUnresolved : only;
    }
    // "Trump said he ...": the subject of the clause above, when no one else stands before the pronoun.
    if (only_here == kUnresolved || several_here || only_here_word > at) return kUnresolved;
    if (same_clause(only_here)) return kUnresolved;
    int32_t subject = -1;
    if (ClauseAbove(analysis, at, &subject) == kRoot) return kUnresolved;
    const int32_t event = EventAt(s, subject);
    if (event < 0 || events_[static_cast<size_t>(event)].target != only_here) return kUnresolved;
    return only_here;
  }

  // "He said Ode would win": he is not Ode, who is named in the clause that he is the subject of (Chomsky's principle
  // C).
  bool IsNamedBelow(uint32_t s, int32_t at, int32_t target) const {
    constexpr int kMostNames = 40;
    const Analysis& analysis = analyses_[s];
    if (!IsSubject(analysis.word(at))) return false;
    auto name = std::lower_bound(
        names_.begin(), names_.end(), std::make_pair(s, at),
        [](const NameMention& m, const auto& key) { return std::make_pair(m.statement, m.name.head) < key; });
    for (int seen = 0; seen < kMostNames && name != names_.end() && name->statement == s; ++seen, ++name) {
      if (name->target == target && analysis.Dominates(analysis.word(at).head, name->name.head)) return true;
    }
    return false;
  }

  // "Ode gave no sign that he would leave": a name nobody knows as a person's is nearer than a person named before.
  bool IsBelowUnknownName(uint32_t s, int32_t at) const {
    const Analysis& analysis = analyses_[s];
    int32_t subject = -1;
    if (!IsSubject(analysis.word(at)) || ClauseAbove(analysis, at, &subject) == kRoot || subject > at) return false;
    const int32_t event = EventAt(s, subject);
    const bool known = event >= 0 && events_[static_cast<size_t>(event)].person;
    return analysis.word(subject).xpos == Xpos::kNnp && !known;
  }

  // "When asked whether he knew, Ben Ode left": a subject before its name, in an adverbial before the main clause.
  int32_t PersonBehind(uint32_t s, int32_t at, Gender gender) const {
    const Analysis& analysis = analyses_[s];
    if (!IsSubject(analysis.word(at))) return kUnresolved;
    constexpr int kDeepest = 4;
    int32_t clause = analysis.word(at).head;
    for (int depth = 0; depth < kDeepest && clause >= 0 && analysis.word(clause).relation == Relation::kCcomp;
         ++depth) {
      clause = analysis.word(clause).head;
    }
    if (clause < 0 || analysis.word(clause).relation != Relation::kAdvcl || analysis.word(clause).head < clause) {
      return kUnresolved;
    }
    const int32_t subject = SubjectOf(analysis, analysis.word(clause).head);
    if (subject < clause) return kUnresolved;
    for (int32_t i = 0; i < at; ++i) {  // "Ana said that when he left, Ben Ode laughed"
      if (IsSubject(analysis.word(i))) return kUnresolved;
    }
    auto name = std::lower_bound(names_.begin(), names_.end(), s, [](const NameMention& mention, uint32_t statement) {
      return mention.statement < statement;
    });
    for (; name != names_.end() && name->statement == s; ++name) {
      if (name->name.head != subject || name->target == kUnresolved) continue;
      const Form& form = forms_[static_cast<size_t>(name->target)];
      if (form.is_person() && (form.gender == Gender::kUnknown || form.gender == gender)) return name->target;
    }
    return kUnresolved;
  }

  // "Japan said it would", "Japan raised its spending": the nearest subject above, when that is a name of no person.
  int32_t ThingFor(uint32_t s, int32_t at) const {
    const Analysis& analysis = analyses_[s];
    const Word& pronoun = analysis.word(at);
    if (pronoun.relation == Relation::kExpl || pronoun.head == kRoot) return kUnresolved;
    const bool possessive = pronoun.relation == Relation::kNmodPoss;
    const bool own_subject = IsSubject(pronoun);
    if (!possessive && !own_subject) return kUnresolved;
    const Word& head = analysis.word(pronoun.head);
    if (own_subject && head.upos != Upos::kVerb) return kUnresolved;  // "it is clear that"
    int32_t subject = -1;
    const bool below = ClauseAbove(analysis, at, &subject) != kRoot && subject < at;
    if (own_subject && Says(analysis, pronoun.head)) {
      if (const int32_t only = OnlyBody(s); only != kUnresolved) return only;
    }
    if (own_subject && (head.relation == Relation::kAdvcl || head.relation == Relation::kConj)) {
      return below && !NounBetween(analysis, subject, at) ? ThingAt(s, subject) : kUnresolved;
    }
    if (own_subject && Universal(head.relation) != Relation::kCcomp) {
      const bool aside = head.relation == Relation::kParataxis && head.head != kRoot && head.head < at;
      if (head.relation != Relation::kRoot && !aside) return kUnresolved;
      subject = aside ? SubjectOf(analysis, head.head) : SubjectOfContent(analysis, pronoun.head);
      if (subject < 0 || subject > at) return ThingBefore(s, at);
    } else if (!below) {
      return possessive && (subject < 0 || subject > at) ? ThingBefore(s, at) : kUnresolved;
    }
    return ThingAt(s, subject);
  }

  // What says something: "it said", "it has announced that".
  static bool Says(const Analysis& analysis, int32_t verb) {
    constexpr absl::string_view kSaying[] = {"acknowledge", "add",      "announce", "claim",  "confirm", "declare",
                                             "deny",        "disclose", "forecast", "insist", "pledge",  "promise",
                                             "say",         "state",    "vow",      "warn",   "write"};
    if (!IsAmong(kSaying, analysis.word(verb).lemma)) return false;
    for (const int32_t child : analysis.children(verb).subspan(0, 30)) {
      if (Universal(analysis.word(child).relation) == Relation::kAux && analysis.word(child).xpos == Xpos::kMd)
        return false;
      if (analysis.word(child).relation == Relation::kAuxPass) return false;
    }
    return true;
  }

  // The one organisation that this statement and the one before name; kUnresolved when there are others, countries
  // among them.
  int32_t OnlyBody(uint32_t s) const {
    int32_t only = kUnresolved;
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (event.statement + 1 < s) break;
      if (event.person) continue;
      if (event.target == kUnresolved) return kUnresolved;
      const Form& form = forms_[static_cast<size_t>(event.target)];
      if (form.kind != NameKind::kOrganisation && !form.country) continue;
      if (form.country && ModifiesNoun(analyses_[event.statement], event.word)) return kUnresolved;
      if (only != kUnresolved && only != event.target) return kUnresolved;
      only = event.target;
    }
    return only;
  }

  // "The U.S. attorney's office": it is the office that speaks.
  static bool ModifiesNoun(const Analysis& analysis, int32_t at) {
    const Word& word = analysis.word(at);
    const bool modifies = word.relation == Relation::kCompound || word.relation == Relation::kNmodPoss ||
                          word.relation == Relation::kAmod;
    return modifies && analysis.word(word.head).upos == Upos::kNoun;
  }

  // Whether a singular noun between the two words may be "it" as well: "closed the yard because it was old".
  static bool NounBetween(const Analysis& analysis, int32_t subject, int32_t at) {
    for (int32_t i = subject + 1; i < at; ++i) {
      const Word& word = analysis.word(i);
      const Relation relation = Universal(word.relation);
      const bool takes_part = relation == Relation::kObj || relation == Relation::kObl ||
                              relation == Relation::kNsubj || relation == Relation::kIobj;
      if (takes_part && word.xpos == Xpos::kNn) return true;
    }
    return false;
  }

  // The name of a thing that word `subject` of the statement is, when no other name stands behind it.
  int32_t ThingAt(uint32_t s, int32_t subject) const {
    const int32_t event = EventAt(s, subject);
    if (event < 0) return kUnresolved;
    const Event& found = events_[static_cast<size_t>(event)];
    if (!IsThing(found)) return kUnresolved;
    // Another name between them may be meant as well.
    for (size_t i = events_.size(); i > static_cast<size_t>(event) + 1; --i) {
      const Event& between = events_[i - 1];
      if (!between.person && between.target != found.target) return kUnresolved;
    }
    return found.target;
  }

  bool IsThing(const Event& event) const {
    if (event.person || event.target == kUnresolved) return false;
    const NameKind kind = forms_[static_cast<size_t>(event.target)].kind;
    return forms_[static_cast<size_t>(event.target)].thing || kind == NameKind::kPlace ||
           kind == NameKind::kOrganisation;
  }

  // "The agency has no reply, it said": the subject of what the verb has as its content; -1 without one.
  static int32_t SubjectOfContent(const Analysis& analysis, int32_t verb) {
    for (const int32_t child : analysis.children(verb).subspan(0, 20)) {
      const Relation relation = analysis.word(child).relation;
      if (child > verb || (relation != Relation::kCcomp && relation != Relation::kParataxis)) continue;
      if (const int32_t subject = SubjectOf(analysis, child); subject >= 0) return subject;
    }
    return -1;
  }

  static int32_t SubjectOf(const Analysis& analysis, int32_t clause) {
    for (const int32_t child : analysis.children(clause).subspan(0, 20)) {
      if (IsSubject(analysis.word(child))) return child;
    }
    return -1;
  }

  // "It", "Its" at the beginning of a statement: the subject of the one before, when that is a name of no person, or
  // one taken up, and the only such name there.
  int32_t ThingBefore(uint32_t s, int32_t at) const {
    constexpr int32_t kEarly = 3;
    if (s == 0 || at > kEarly || analyses_[s - 1].size() == 0 || InQuotes(at)) return kUnresolved;
    const Analysis& before = analyses_[s - 1];
    int32_t subject = -1;
    for (const int32_t child : before.children(before.root()).subspan(0, 30)) {
      if (IsSubject(before.word(child)) && subject < 0) subject = child;
    }
    if (subject < 0) return kUnresolved;
    int32_t found = kUnresolved;
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (event.statement == s) return kUnresolved;  // a name stands before the pronoun
      if (event.statement + 1 < s) break;
      if (event.word == subject && IsThing(event)) found = event.target;
    }
    if (found == kUnresolved) return kUnresolved;
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (event.statement + 1 < s) break;
      const bool organisation =
          IsThing(event) && forms_[static_cast<size_t>(event.target)].kind == NameKind::kOrganisation;
      if (organisation && event.target != found) return kUnresolved;
    }
    return found;
  }

  // ---- "I" within what somebody says.

  void ReadSpeakers(absl::Span<const Speech> speech) {
    if (speech.empty()) return;
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      const Analysis& analysis = analyses_[s];
      for (int32_t i = 0; i < analysis.size(); ++i) {
        const Word& word = analysis.word(i);
        if (word.upos != Upos::kPron || !IsFirstPerson(word.form)) continue;
        const int32_t target = SpeakerOf(word.span, speech);
        if (target != kUnresolved) references_.push_back({s, i, word.span, target});
      }
    }
  }

  static bool IsFirstPerson(absl::string_view form) {
    constexpr absl::string_view kForms[] = {"I", "me", "my", "My", "mine", "myself"};
    return IsAmong(kForms, form);
  }

  // The one speaker of the quotations around `span`, when he is known.
  int32_t SpeakerOf(ByteSpan span, absl::Span<const Speech> speech) const {
    constexpr size_t kSpeechesAround = 50;
    int32_t found = kUnresolved;
    const auto first = std::lower_bound(speech.begin(), speech.end(), span.begin, [this](const Speech& x, uint32_t at) {
      return analyses_[x.statement].span.end < at;
    });
    auto at = first - std::min<std::ptrdiff_t>(first - speech.begin(), kSpeechesAround);
    for (size_t seen = 0; at != speech.end() && seen < 2 * kSpeechesAround; ++at, ++seen) {
      const bool inside = at->quoted && std::any_of(at->content.begin(), at->content.end(),
                                                    [span](ByteSpan content) { return content.Contains(span); });
      if (!inside || at->source.empty()) continue;
      const int32_t target = TargetWithin(at->statement, at->source);
      if (target == kUnresolved || (found != kUnresolved && found != target)) return kUnresolved;
      found = target;
    }
    return found != kUnresolved && forms_[static_cast<size_t>(found)].is_person() ? found : kUnresolved;
  }

  // Whom a source names: its only name or reference.
  int32_t TargetWithin(uint32_t s, const std::vector<ByteSpan>& source) const {
    int32_t found = kUnresolved;
    const auto take = [&](uint32_t statement, ByteSpan span, int32_t target) {
      // "former treasurer", torn from "Ian Clark" behind it.
      const bool inside = statement == s && std::any_of(source.begin(), source.end(), [span](ByteSpan part) {
                            return part.Contains(span) || part.end + 1 == span.begin;
                          });
      if (!inside || target == kUnresolved) return true;
      if (found != kUnresolved && found != target) return false;
      found = target;
      return true;
    };
    const auto by_statement = [](const auto& m, uint32_t statement) { return m.statement < statement; };
    for (auto m = std::lower_bound(names_.begin(), names_.end(), s, by_statement);
         m != names_.end() && m->statement == s; ++m) {
      const Analysis& analysis = analyses_[s];
      const ByteSpan span{analysis.word(m->name.begin).span.begin, analysis.word(m->name.end - 1).span.end};
      if (!take(s, span, m->target)) return kUnresolved;
    }
    for (auto r = std::lower_bound(references_.begin(), references_.end(), s, by_statement);
         r != references_.end() && r->statement == s; ++r) {
      if (!take(s, r->span, r->target)) return kUnresolved;
    }
    return found;
  }

  // ---- Definite descriptions.

  struct Determiners {
    bool the = false;
    bool both = false;
    bool two = false;
    bool plain = true;  // nothing but determiners, nations and pieces of the title
    std::string nation;
    int32_t first;  // word where the phrase begins
  };

  Determiners Describe(const Analysis& analysis, int32_t at) const {
    Determiners found;
    found.first = at;
    for (const int32_t child : analysis.children(at).subspan(0, 30)) {
      const Word& word = analysis.word(child);
      const std::string lower = absl::AsciiStrToLower(word.form);
      const Relation relation = Universal(word.relation);
      if (child < at && (relation == Relation::kDet || relation == Relation::kAmod || relation == Relation::kNummod ||
                         relation == Relation::kCompound)) {
        found.first = std::min(found.first, child);
      }
      if (relation == Relation::kDet) {
        found.the = found.the || lower == "the";
        found.both = found.both || lower == "both";
      } else if (relation == Relation::kNummod) {
        found.two = lower == "two";
      } else if (relation == Relation::kAmod || relation == Relation::kCompound || relation == Relation::kNmod) {
        const bool piece = OfficeAt(analysis, at) != OfficeWithout(analysis, at) && child == at - 1;
        const std::string nation = Nation(word.form);
        if (!nation.empty() && child < at) {
          found.nation = nation;
        } else if (!piece) {
          found.plain = false;
        }
      } else if (relation == Relation::kAppos || relation == Relation::kFlat || relation == Relation::kConj) {
        found.plain = false;
      } else if (relation == Relation::kAcl) {
        found.plain = found.plain && HasMark(analysis, child);  // "accused the mayor of lying" says not which mayor
      }
    }
    return found;
  }

  static bool HasMark(const Analysis& analysis, int32_t clause) {
    for (const int32_t child : analysis.children(clause).subspan(0, 10)) {
      const Word& mark = analysis.word(child);
      if (mark.relation == Relation::kMark && mark.xpos == Xpos::kIn) return true;
    }
    return false;
  }

  static std::string OfficeWithout(const Analysis& analysis, int32_t at) {
    return absl::AsciiStrToLower(analysis.word(at).lemma);
  }

  static std::string Nation(absl::string_view form) {
    if (const Country country = FindCountry(form); !country.name.empty()) return std::string(country.name);
    return std::string(FindDemonym(form));
  }

  static bool IsLeader(absl::string_view office) {
    constexpr absl::string_view kLeaders[] = {"president", "prime minister", "premier", "chancellor", "leader"};
    return IsAmong(kLeaders, office);
  }

  void ReadNoun(uint32_t s, int32_t at) {
    const Analysis& analysis = analyses_[s];
    const Word& word = analysis.word(at);
    const std::string lemma = absl::AsciiStrToLower(word.lemma);
    const bool plural = word.xpos == Xpos::kNns || word.xpos == Xpos::kNnps;
    const bool titled = FindTitle(lemma).kind != TitleKind::kNone;
    if (plural) {
      if (const auto described = described_.find(lemma); described != described_.end()) {
        described->second.insert(kUnresolved);
      }
      if (lemma == "leader" || lemma == "president" || lemma == "minister") ReadTwoLeaders(s, at, lemma);
      return;
    }
    const Relation relation = Universal(word.relation);
    ByteSpan beside;
    if (const int32_t target = NameBeside(s, at, &beside); target != kUnresolved) {
      const ByteSpan phrase = PhraseSpan(analysis, at);
      AddReference(s, at, {std::min(phrase.begin, beside.begin), std::max(phrase.end, beside.end)}, target);
      return;
    }
    const bool of_name = word.head != kRoot && head_taken_[static_cast<size_t>(word.head)] &&
                         (relation == Relation::kNmod || relation == Relation::kAppos) && std::abs(word.head - at) < 4;
    const bool modifies = relation == Relation::kCompound || relation == Relation::kFlat || of_name;
    if (titled && !modifies) {
      const int32_t target = HolderOf(analysis, at);
      if (target != kUnresolved) {
        AddReference(s, at, PhraseSpan(analysis, at), target);
        return;
      }
    }
    if (const auto described = described_.find(lemma); described != described_.end() && !modifies && !titled) {
      const Determiners determiners = Describe(analysis, at);
      // "another ferry", "two ferries": now there are several.
      if (!determiners.the && !BeginsName(s, at + 1)) described->second.insert(kUnresolved);
      const bool bare = at > 0 && absl::EqualsIgnoreCase(analysis.word(at - 1).form, "the");  // no "police department"
      if (bare && determiners.plain && described->second.size() == 1 && !BeginsName(s, at + 1)) {
        AddReference(s, at, PhraseSpan(analysis, at), *described->second.begin());
        return;
      }
    }
    constexpr absl::string_view kCompany[] = {"company",      "firm",    "automaker", "carmaker",  "retailer",
                                              "manufacturer", "airline", "bank",      "drugmaker", "startup"};
    if (IsAmong(kCompany, lemma) && !modifies) {
      const Determiners determiners = Describe(analysis, at);
      const int32_t only = organisations_.size() == 1 ? *organisations_.begin() : kUnresolved;
      if (determiners.the && determiners.plain && determiners.nation.empty() && only != kUnresolved &&
          MayBeCompany(forms_[static_cast<size_t>(only)], lemma)) {
        AddReference(s, at, PhraseSpan(analysis, at), only);
        return;
      }
    }
    constexpr absl::string_view kPersons[] = {
        "man",     "woman",   "boy",     "girl",   "official", "mother",  "father",  "son",       "daughter",
        "wife",    "husband", "brother", "sister", "victim",   "suspect", "teacher", "doctor",    "student",
        "soldier", "driver",  "source",  "expert", "resident", "witness", "friend",  "colleague", "teenager"};
    if (of_name || BeginsName(s, at + 1)) return;
    if ((titled && !modifies && relation != Relation::kAppos) || IsAmong(kPersons, lemma)) {
      Gender gender = FindTitle(lemma).gender;
      constexpr absl::string_view kMale[] = {"man",     "boy",     "father", "son",
                                             "husband", "brother", "gunman", "boyfriend"};
      constexpr absl::string_view kFemale[] = {"woman", "girl", "mother", "daughter", "wife", "sister", "girlfriend"};
      if (IsAmong(kMale, lemma)) gender = Gender::kMale;
      if (IsAmong(kFemale, lemma)) gender = Gender::kFemale;
      events_.push_back({s, at, kUnresolved, gender, true, InQuotes(at)});
    }
  }

  // "Her lawyer, Daniel Roth, said": the noun means whom the name beside it means.
  int32_t NameBeside(uint32_t s, int32_t at, ByteSpan* span) const {
    const Analysis& analysis = analyses_[s];
    int32_t name = -1;
    for (const int32_t child : analysis.children(at).subspan(0, 30)) {
      const Relation relation = analysis.word(child).relation;
      if (relation == Relation::kConj) return kUnresolved;
      if (relation == Relation::kAppos && child > at && child < at + 12) name = child;
    }
    if (name < 0 || !head_taken_[static_cast<size_t>(name)]) return kUnresolved;
    for (const int32_t child : analysis.children(name).subspan(0, 30)) {
      if (analysis.word(child).relation == Relation::kConj) return kUnresolved;
    }
    const auto mention = std::lower_bound(names_.begin(), names_.end(), std::make_pair(s, name),
                                          [](const NameMention& m, const std::pair<uint32_t, int32_t>& key) {
                                            return std::make_pair(m.statement, m.name.begin) < key;
                                          });
    const bool earlier = mention != names_.begin() && (mention - 1)->statement == s;
    for (auto m = earlier ? mention - 1 : mention; m != names_.end() && m->statement == s; ++m) {
      if (m->name.begin > name) break;
      if (m->name.head != name || m->target == kUnresolved) continue;
      const Form& form = forms_[static_cast<size_t>(m->target)];
      *span = {analysis.word(m->name.begin).span.begin, analysis.word(m->name.end - 1).span.end};
      const bool named = form.thing || form.kind == NameKind::kPerson || form.kind == NameKind::kOrganisation;
      return named ? m->target : kUnresolved;
    }
    return kUnresolved;
  }

  // "the firm" is no board and no ministry; "the bank" may be one that calls itself so.
  static bool MayBeCompany(const Form& form, absl::string_view noun) {
    const std::string& last = form.parts.back();
    return last == noun || !IsBodyWord(last);
  }

  // Whether word `at` is the first of a name.
  bool BeginsName(uint32_t s, int32_t at) const {
    const auto mention = std::lower_bound(names_.begin(), names_.end(), std::make_pair(s, at),
                                          [](const NameMention& m, const std::pair<uint32_t, int32_t>& key) {
                                            return std::make_pair(m.statement, m.name.begin) < key;
                                          });
    return mention != names_.end() && mention->statement == s && mention->name.begin == at;
  }

  ByteSpan PhraseSpan(const Analysis& analysis, int32_t at) const {
    const int32_t first = Describe(analysis, at).first;
    return {std::min(analysis.word(first).span.begin, analysis.word(at).span.begin), analysis.word(at).span.end};
  }

  // The person mentioned last in this and the last two statements.
  int32_t LastPerson() const {
    for (size_t i = events_.size(), seen = 0; i > first_event_ && seen < kEventsBack; --i, ++seen) {
      if (events_[i - 1].person && events_[i - 1].target != kUnresolved) return events_[i - 1].target;
    }
    return kUnresolved;
  }

  // The one person whom the document introduced with the office that "the president" names.
  int32_t HolderOf(const Analysis& analysis, int32_t at) const {
    const Determiners determiners = Describe(analysis, at);
    if (!determiners.the || !determiners.plain) return kUnresolved;
    const std::string office = OfficeAt(analysis, at);
    if (office.empty()) return kUnresolved;
    const Holder* found = nullptr;
    for (const Holder& holder : holders_) {
      if (holder.office != office || holder.former) continue;
      if (!determiners.nation.empty() && holder.nation != determiners.nation) continue;
      if (found != nullptr && found->target != holder.target) return kUnresolved;
      found = &holder;
    }
    if (found == nullptr) return kUnresolved;
    // "the president" may be one's own; a foreign one must be spoken of already.
    const bool foreign = determiners.nation.empty() && !found->nation.empty();
    return foreign && LastPerson() != found->target ? kUnresolved : found->target;
  }

  // "the two leaders": the two holders of such an office who were mentioned last.
  void ReadTwoLeaders(uint32_t s, int32_t at, absl::string_view lemma) {
    const Analysis& analysis = analyses_[s];
    const Determiners determiners = Describe(analysis, at);
    if (!determiners.plain || !((determiners.the && determiners.two) || determiners.both)) return;
    std::vector<int32_t> found;
    uint32_t second_statement = 0;
    for (size_t i = events_.size(), seen = 0; i > 0 && seen < kEventsBack; --i, ++seen) {
      const Event& event = events_[i - 1];
      if (event.target == kUnresolved || !event.person || !Holds(event.target, lemma)) continue;
      if (std::find(found.begin(), found.end(), event.target) != found.end()) continue;
      if (found.size() == 2) {
        // A third in the same statement as the second: which two?
        if (event.statement == second_statement) return;
        break;
      }
      found.push_back(event.target);
      second_statement = event.statement;
    }
    if (found.size() != 2) return;
    std::sort(found.begin(), found.end());
    for (const int32_t target : found) references_.push_back({s, at, PhraseSpan(analysis, at), target});
  }

  bool Holds(int32_t target, absl::string_view lemma) const {
    return std::any_of(holders_.begin(), holders_.end(), [&](const Holder& holder) {
      if (holder.target != target || holder.former) return false;
      return lemma == "leader" ? IsLeader(holder.office) : absl::EndsWith(holder.office, lemma);
    });
  }

  // ---- The result.

  // The fullest form without a middle initial, which one outlet prints and another does not.
  std::string CanonicalName(int32_t target) const {
    const Form& form = forms_[static_cast<size_t>(target)];
    if (form.country || !form.is_person() || form.parts.size() < 3) return form.text;
    if (form.parts.back() == "bush") return form.text;  // two presidents differ by their initials alone
    std::string name;
    absl::string_view rest = form.text;
    bool first = true;
    while (!rest.empty()) {
      const size_t space = rest.find(' ');
      const absl::string_view word = rest.substr(0, space);
      rest.remove_prefix(space == absl::string_view::npos ? rest.size() : space + 1);
      const bool initial =
          word.size() == 2 && word[1] == '.' && absl::ascii_isupper(static_cast<unsigned char>(word[0]));
      if (initial && !first && !rest.empty()) continue;
      absl::StrAppend(&name, first ? "" : " ", word);
      first = false;
    }
    return name;
  }

  Entities Finish() {
    // References in order; entities numbered by their first mention.
    for (const NameMention& mention : names_) {
      if (mention.target == kUnresolved) continue;
      const Analysis& analysis = analyses_[mention.statement];
      const ByteSpan span{analysis.word(mention.name.begin).span.begin, analysis.word(mention.name.end - 1).span.end};
      references_.push_back({mention.statement, mention.name.head, span, mention.target});
      if (mention.name.title_head >= 0) {
        const ByteSpan title = analysis.word(mention.name.title_head).span;
        const ByteSpan whole{std::min(title.begin, span.begin), std::max(title.end, span.end)};
        references_.push_back({mention.statement, mention.name.title_head, whole, mention.target});
      }
    }
    std::stable_sort(references_.begin(), references_.end(), [](const Reference& a, const Reference& b) {
      return std::tie(a.statement, a.head) < std::tie(b.statement, b.head);
    });
    Entities result;
    std::vector<int32_t> entity_of(forms_.size(), -1);
    for (size_t i = 0; i < references_.size(); ++i) {
      const Reference& reference = references_[i];
      // A word heads one mention; only the members of a plural share theirs, with one span.
      if (i > 0 && references_[i - 1].statement == reference.statement && references_[i - 1].head == reference.head &&
          (references_[i - 1].span != reference.span || references_[i - 1].target == reference.target)) {
        continue;
      }
      int32_t& entity = entity_of[static_cast<size_t>(reference.target)];
      if (entity < 0) {
        entity = static_cast<int32_t>(result.entities.size());
        result.entities.push_back(
            {CanonicalName(reference.target), forms_[static_cast<size_t>(reference.target)].kind});
      }
      result.mentions.push_back({reference.statement, reference.head, reference.span, static_cast<uint32_t>(entity)});
    }
    return result;
  }

  absl::string_view text_;
  absl::Span<const Analysis> analyses_;
  std::vector<Form> forms_;
  std::vector<NameMention> names_;                      // in the order of the document
  std::map<int32_t, std::vector<int32_t>> candidates_;  // of ambiguous forms
  std::vector<Event> events_;                           // names, pronouns and nominal persons read so far
  size_t first_event_ = 0;                              // of the last two statements
  std::vector<bool> head_taken_;                        // words of the statement that head a name
  std::vector<bool> quoted_;                            // words of the statement within quotation marks
  std::vector<Holder> holders_;
  std::set<int32_t> organisations_;
  // By noun, what it may mean so far: bearers of names that it stood before or that end with it. kUnresolved: another.
  std::map<std::string, std::set<int32_t>> described_;
  std::vector<Reference> references_;
};

}  // namespace

std::string Entities::NameOf(uint32_t statement, int32_t head_word) const {
  const auto key = std::make_tuple(statement, head_word);
  auto at = std::lower_bound(mentions.begin(), mentions.end(), key, [](const Mention& mention, const auto& k) {
    return std::make_tuple(mention.statement, mention.head_word) < k;
  });
  std::string names;
  for (; at != mentions.end() && std::make_tuple(at->statement, at->head_word) == key; ++at) {
    absl::StrAppend(&names, names.empty() ? "" : "; ", entities[at->entity].name);
  }
  return names;
}

Entities ResolveEntities(absl::string_view text, absl::Span<const Analysis> analyses, absl::Span<const Speech> speech) {
  return EntityResolver(text, analyses).Resolve(speech);
}

}  // namespace consilience
