#include "engine/claim/name_forms.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/base/word_list.h"
#include "engine/claim/furniture.h"
#include "engine/claim/subject.h"

namespace consilience {
namespace {

constexpr int32_t kUnresolved = NameMention::kUnresolved;
constexpr int kNamesakes = 64;

// What the mentions of one spelling have told so far.
struct Form : NameForm {
  std::string key;              // its parts
  int votes[4] = {0, 0, 0, 0};  // mentions by NameKind
  bool titled = false;
  bool male = false;  // a title of some mention says so
  bool female = false;
  std::string suffix;  // "jr"
  std::set<std::string> offices;
  uint32_t first_statement = 0;
  int32_t target = kUnresolved;  // the form it stands for; its own index when it stands for itself
  bool ambiguous = false;        // several forms may be meant
};

// "Ana LeeGOP", two words run into one.
bool IsRunTogether(absl::string_view name) {
  const auto lower = [&](size_t at) { return absl::ascii_islower(static_cast<unsigned char>(name[at])); };
  for (size_t i = 2; i < name.size(); ++i) {
    if (absl::ascii_isupper(static_cast<unsigned char>(name[i])) && lower(i - 1) && lower(i - 2)) return true;
  }
  return false;
}

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

class NameLinker {
 public:
  NameLinker(absl::string_view text, absl::Span<const Analysis> analyses) : text_(text), analyses_(analyses) {}

  DocumentNames Link() {
    CollectNames();
    SettleKinds();
    ReadNeuterPronouns();
    LinkPersons();
    LinkAcronyms();
    LinkShortOrganisations();
    LinkMentions();
    DocumentNames names;
    names.forms.reserve(forms_.size());
    for (Form& form : forms_) names.forms.push_back(std::move(form));
    names.mentions = std::move(names_);
    return names;
  }

 private:
  Form& FormAt(int32_t i) { return forms_[static_cast<size_t>(i)]; }
  const Form& FormAt(int32_t i) const { return forms_[static_cast<size_t>(i)]; }
  int32_t IndexOf(const Form& form) const { return static_cast<int32_t>(&form - forms_.data()); }

  void CollectNames() {
    std::map<std::string, size_t> by_key;        // as written
    std::map<std::string, size_t> by_canonical;  // countries and outlets
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      const bool links = HoldsLinks(analyses_[s].span.In(text_));
      for (FoundName& found : FindNames(text_, analyses_[s])) {
        if (links && IsRunTogether(found.text)) continue;
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
  }

  // What kind of thing each form names, by its mentions and its words.
  void SettleKinds() {
    for (Form& form : forms_) {
      form.target = IndexOf(form);
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

  void LinkPersons() {
    // The full names of persons (two parts and more) by last and by first part.
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
        const Form& other = FormAt(at->second);
        if (other.target == form.target || !HasMiddle(other) || other.parts.front() != form.parts.front()) continue;
        if (!other.suffix.empty()) continue;
        longer.push_back(at->second);
      }
      if (longer.size() == 1) FormAt(longer[0]).target = form.target;
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
      Form& target = FormAt(form.target);
      if (target.is_person() && target.gender == Gender::kUnknown) target.gender = form.gender;
    }
  }

  // A middle name or initial between first and last name.
  static bool HasMiddle(const Form& form) { return form.parts.size() > 2; }

  template <typename Range>
  std::set<int32_t> Targets(const Range& range, const Form& form) const {
    std::set<int32_t> targets;
    for (auto at = range.first; at != range.second && targets.size() < 8; ++at) {
      const Form& full = FormAt(at->second);
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
    short_form.kind = FormAt(long_form.target).kind;
  }

  // "Toyota" for "Toyota Motor Corp." when nothing else begins with Toyota.
  void LinkShortOrganisations() {
    std::vector<std::pair<absl::string_view, int32_t>> companies;  // by key
    for (const Form& form : forms_) {
      if (form.parts.size() < 2 || form.is_person() || form.country) continue;
      if (IsCompanyWord(form.parts.back())) companies.emplace_back(form.key, IndexOf(form));
    }
    std::sort(companies.begin(), companies.end());
    for (Form& form : forms_) {
      if (form.country || form.titled || (form.is_person() && form.parts.size() > 1)) continue;
      const int32_t self = IndexOf(form);
      if (form.target != self) continue;
      const std::string prefix = form.key + " ";
      int32_t found = -1;
      int count = 0;
      for (auto at =
               std::lower_bound(companies.begin(), companies.end(), std::pair<absl::string_view, int32_t>(prefix, 0));
           at != companies.end() && absl::StartsWith(at->first, prefix) && count < 2; ++at) {
        const Form& company = FormAt(at->second);
        const bool certain = std::all_of(company.parts.begin() + static_cast<std::ptrdiff_t>(form.parts.size()),
                                         company.parts.end(), [](const std::string& p) { return IsCompanyWord(p); });
        ++count;
        if (certain) found = at->second;
      }
      if (count != 1 || found < 0 || FormAt(found).first_statement > form.first_statement) continue;
      form.target = FormAt(found).target;
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
        const Form& full = FormAt(candidate);
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
      const int32_t next = FormAt(form).target;
      if (next == form) break;
      form = next;
    }
    return form;
  }

  absl::string_view text_;
  absl::Span<const Analysis> analyses_;
  std::vector<Form> forms_;
  std::vector<NameMention> names_;
  std::map<int32_t, std::vector<int32_t>> candidates_;  // of ambiguous forms
};

}  // namespace

// The noun right before a name that says what bears it: "the ferry Stella Maris", "its drug Revaxil"; -1: none.
int32_t ClassNoun(const Analysis& analysis, const FoundName& name) {
  if (name.begin == 0) return -1;
  const int32_t at = name.begin - 1;
  const Word& noun = analysis.word(at);
  if (noun.upos != Upos::kNoun || (noun.xpos != Xpos::kNn && noun.xpos != Xpos::kNnp)) return -1;
  const bool hangs = noun.head == name.head || analysis.word(name.head).head == at;
  return hangs ? at : -1;
}

DocumentNames LinkNames(absl::string_view text, absl::Span<const Analysis> analyses) {
  return NameLinker(text, analyses).Link();
}

}  // namespace consilience
