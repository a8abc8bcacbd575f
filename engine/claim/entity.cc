#include "engine/claim/entity.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/base/word_list.h"
#include "engine/claim/discourse.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/name_forms.h"
#include "engine/claim/pronoun.h"

namespace consilience {
namespace {

constexpr int32_t kUnresolved = NameMention::kUnresolved;

class EntityResolver {
 public:
  EntityResolver(absl::string_view text, absl::Span<const Analysis> analyses)
      : analyses_(analyses), names_(LinkNames(text, analyses)) {}

  Entities Resolve(absl::Span<const Speech> speech) {
    WalkReferences();
    ReadSpeakers(speech);
    return Finish();
  }

 private:
  NameForm& FormAt(int32_t i) { return names_.forms[static_cast<size_t>(i)]; }
  const NameForm& FormAt(int32_t i) const { return names_.forms[static_cast<size_t>(i)]; }

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
    MentionReason why;
  };

  void WalkReferences() {
    size_t next_name = 0;
    for (uint32_t s = 0; s < analyses_.size(); ++s) {
      const Analysis& analysis = analyses_[s];
      head_taken_.assign(analysis.words().size(), false);
      size_t last_name = next_name;
      while (last_name < names_.mentions.size() && names_.mentions[last_name].statement == s) {
        head_taken_[static_cast<size_t>(names_.mentions[last_name].name.head)] = true;
        if (names_.mentions[last_name].name.title_head >= 0) {
          head_taken_[static_cast<size_t>(names_.mentions[last_name].name.title_head)] = true;
        }
        ++last_name;
      }
      discourse_.Begin(s, analysis);
      for (int32_t i = 0; i < analysis.size(); ++i) {
        while (next_name < last_name && names_.mentions[next_name].name.begin <= i)
          ReadName(names_.mentions[next_name++]);
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

  void ReadName(const NameMention& mention) {
    const NameForm& form = names_.forms[mention.form];
    const int32_t target = mention.target;
    const bool person = target == kUnresolved ? form.is_person() : FormAt(target).is_person();
    Gender gender = target == kUnresolved ? mention.name.gender : FormAt(target).gender;
    if (!person) gender = Gender::kUnknown;
    discourse_.Add(mention.name.head, target, gender, person);
    if (target == kUnresolved) return;
    const NameForm& entity = FormAt(target);
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

  void AddReference(uint32_t statement, int32_t head, ByteSpan span, int32_t target, MentionReason why) {
    references_.push_back({statement, head, span, target, why});
    const NameForm& form = FormAt(target);
    discourse_.Add(head, target, form.gender, form.is_person());
  }

  void ReadPronoun(uint32_t s, int32_t at) {
    const Analysis& analysis = analyses_[s];
    const Word& word = analysis.word(at);
    const std::string lower = absl::AsciiStrToLower(word.form);
    const Gender gender = GenderOfPronoun(lower);
    int32_t target = kUnresolved;
    if (gender != Gender::kUnknown) {
      target = PersonOfPronoun({analyses_, names_, discourse_}, s, at, gender);
      if (target == kUnresolved) {
        discourse_.Add(at, kUnresolved, gender, true);
        return;
      }
      NameForm& form = FormAt(target);
      if (form.gender == Gender::kUnknown) form.gender = gender;
    } else if (lower == "it" || lower == "its" || lower == "itself") {
      target = ThingOfPronoun({analyses_, names_, discourse_}, s, at);
    }
    if (target != kUnresolved) AddReference(s, at, word.span, target, MentionReason::kPronoun);
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
        if (target != kUnresolved) references_.push_back({s, i, word.span, target, MentionReason::kSpeaker});
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
    return found != kUnresolved && FormAt(found).is_person() ? found : kUnresolved;
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
    for (auto m = std::lower_bound(names_.mentions.begin(), names_.mentions.end(), s, by_statement);
         m != names_.mentions.end() && m->statement == s; ++m) {
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
    const bool titled = FindTitle(lemma).kind != TitleKind::kNone;
    if (IsPlural(word.xpos)) {
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
      AddReference(s, at, {std::min(phrase.begin, beside.begin), std::max(phrase.end, beside.end)}, target,
                   MentionReason::kBeside);
      return;
    }
    const bool of_name = word.head != kRoot && head_taken_[static_cast<size_t>(word.head)] &&
                         (relation == Relation::kNmod || relation == Relation::kAppos) && std::abs(word.head - at) < 4;
    const bool modifies = relation == Relation::kCompound || relation == Relation::kFlat || of_name;
    if (titled && !modifies) {
      const int32_t target = HolderOf(analysis, at);
      if (target != kUnresolved) {
        AddReference(s, at, PhraseSpan(analysis, at), target, MentionReason::kOffice);
        return;
      }
    }
    if (const auto described = described_.find(lemma); described != described_.end() && !modifies && !titled) {
      const Determiners determiners = Describe(analysis, at);
      // "another ferry", "two ferries": now there are several.
      if (!determiners.the && !BeginsName(s, at + 1)) described->second.insert(kUnresolved);
      const bool bare = at > 0 && absl::EqualsIgnoreCase(analysis.word(at - 1).form, "the");  // no "police department"
      if (bare && determiners.plain && described->second.size() == 1 && !BeginsName(s, at + 1)) {
        AddReference(s, at, PhraseSpan(analysis, at), *described->second.begin(), MentionReason::kCalled);
        return;
      }
    }
    constexpr absl::string_view kCompany[] = {"company",      "firm",    "automaker", "carmaker",  "retailer",
                                              "manufacturer", "airline", "bank",      "drugmaker", "startup"};
    if (IsAmong(kCompany, lemma) && !modifies) {
      const Determiners determiners = Describe(analysis, at);
      const int32_t only = organisations_.size() == 1 ? *organisations_.begin() : kUnresolved;
      if (determiners.the && determiners.plain && determiners.nation.empty() && only != kUnresolved &&
          MayBeCompany(FormAt(only), lemma)) {
        AddReference(s, at, PhraseSpan(analysis, at), only, MentionReason::kCompany);
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
      discourse_.Add(at, kUnresolved, gender, true);
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
    const auto mention = FirstNameFrom(s, name);
    const bool earlier = mention != names_.mentions.begin() && (mention - 1)->statement == s;
    for (auto m = earlier ? mention - 1 : mention; m != names_.mentions.end() && m->statement == s; ++m) {
      if (m->name.begin > name) break;
      if (m->name.head != name || m->target == kUnresolved) continue;
      const NameForm& form = FormAt(m->target);
      *span = {analysis.word(m->name.begin).span.begin, analysis.word(m->name.end - 1).span.end};
      const bool named = form.thing || form.kind == NameKind::kPerson || form.kind == NameKind::kOrganisation;
      return named ? m->target : kUnresolved;
    }
    return kUnresolved;
  }

  // "the firm" is no board and no ministry; "the bank" may be one that calls itself so.
  static bool MayBeCompany(const NameForm& form, absl::string_view noun) {
    const std::string& last = form.parts.back();
    return last == noun || !IsBodyWord(last);
  }

  // The first name of statement `s` or later that begins at word `at` or behind it.
  std::vector<NameMention>::const_iterator FirstNameFrom(uint32_t s, int32_t at) const {
    return std::lower_bound(names_.mentions.begin(), names_.mentions.end(), std::make_pair(s, at),
                            [](const NameMention& m, const std::pair<uint32_t, int32_t>& key) {
                              return std::make_pair(m.statement, m.name.begin) < key;
                            });
  }

  // Whether word `at` is the first of a name.
  bool BeginsName(uint32_t s, int32_t at) const {
    const auto mention = FirstNameFrom(s, at);
    return mention != names_.mentions.end() && mention->statement == s && mention->name.begin == at;
  }

  ByteSpan PhraseSpan(const Analysis& analysis, int32_t at) const {
    const int32_t first = Describe(analysis, at).first;
    return {std::min(analysis.word(first).span.begin, analysis.word(at).span.begin), analysis.word(at).span.end};
  }

  // The person mentioned last in this and the last two statements.
  int32_t LastPerson() const {
    for (const Referent& referent : discourse_.Recent()) {
      if (referent.person && referent.target != kUnresolved) return referent.target;
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
    for (const Referent& referent : discourse_.All()) {
      if (referent.target == kUnresolved || !referent.person || !Holds(referent.target, lemma)) continue;
      if (std::find(found.begin(), found.end(), referent.target) != found.end()) continue;
      if (found.size() == 2) {
        // A third in the same statement as the second: which two?
        if (referent.statement == second_statement) return;
        break;
      }
      found.push_back(referent.target);
      second_statement = referent.statement;
    }
    if (found.size() != 2) return;
    std::sort(found.begin(), found.end());
    for (const int32_t target : found) {
      references_.push_back({s, at, PhraseSpan(analysis, at), target, MentionReason::kTwo});
    }
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
    const NameForm& form = FormAt(target);
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
    for (const NameMention& mention : names_.mentions) {
      if (mention.target == kUnresolved) continue;
      const Analysis& analysis = analyses_[mention.statement];
      const ByteSpan span{analysis.word(mention.name.begin).span.begin, analysis.word(mention.name.end - 1).span.end};
      const bool full = static_cast<size_t>(mention.target) == mention.form;
      references_.push_back({mention.statement, mention.name.head, span, mention.target,
                             full ? MentionReason::kFullName : MentionReason::kShortName});
      if (mention.name.title_head >= 0) {
        const ByteSpan title = analysis.word(mention.name.title_head).span;
        const ByteSpan whole{std::min(title.begin, span.begin), std::max(title.end, span.end)};
        references_.push_back(
            {mention.statement, mention.name.title_head, whole, mention.target, MentionReason::kTitle});
      }
    }
    std::stable_sort(references_.begin(), references_.end(), [](const Reference& a, const Reference& b) {
      return std::tie(a.statement, a.head) < std::tie(b.statement, b.head);
    });
    Entities result;
    std::vector<int32_t> entity_of(names_.forms.size(), -1);
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
        result.entities.push_back({CanonicalName(reference.target), FormAt(reference.target).kind});
      }
      result.mentions.push_back(
          {reference.statement, reference.head, reference.span, static_cast<uint32_t>(entity), reference.why});
    }
    return result;
  }

  absl::Span<const Analysis> analyses_;
  DocumentNames names_;
  Discourse discourse_;
  std::vector<bool> head_taken_;  // words of the statement that head a name
  std::vector<Holder> holders_;
  std::set<int32_t> organisations_;
  // By noun, what it may mean so far: bearers of names that it stood before or that end with it. kUnresolved: another.
  std::map<std::string, std::set<int32_t>> described_;
  std::vector<Reference> references_;
};

}  // namespace

absl::Span<const Mention> Entities::MentionsFrom(uint32_t statement, int32_t head_word) const {
  const auto key = std::make_tuple(statement, head_word);
  const auto first = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return std::make_tuple(m.statement, m.head_word) < key;
  });
  const auto last =
      std::partition_point(first, mentions.end(), [&](const Mention& m) { return m.statement == statement; });
  return absl::MakeConstSpan(mentions).subspan(static_cast<size_t>(first - mentions.begin()),
                                               static_cast<size_t>(last - first));
}

std::string Entities::NameOf(uint32_t statement, int32_t head_word) const {
  std::string names;
  for (const Mention& mention : MentionsFrom(statement, head_word)) {
    if (mention.head_word != head_word) break;
    absl::StrAppend(&names, names.empty() ? "" : "; ", entities[mention.entity].name);
  }
  return names;
}

Entities ResolveEntities(absl::string_view text, absl::Span<const Analysis> analyses, absl::Span<const Speech> speech) {
  return EntityResolver(text, analyses).Resolve(speech);
}

absl::string_view ToString(MentionReason reason) {
  switch (reason) {
    case MentionReason::kFullName:
      return "its full name";
    case MentionReason::kShortName:
      return "a short form of the only full name that it may stand for";
    case MentionReason::kTitle:
      return "the title of its name";
    case MentionReason::kBeside:
      return "its name stands beside it";
    case MentionReason::kPronoun:
      return "a pronoun, and nobody else whom the text speaks of fits it";
    case MentionReason::kSpeaker:
      return "whoever says these words";
    case MentionReason::kOffice:
      return "the only one whom the text introduced with this office";
    case MentionReason::kCalled:
      return "the only one that the text called so";
    case MentionReason::kCompany:
      return "the only organisation that the text names";
    case MentionReason::kTwo:
      return "the two of that office who were named last";
  }
  return "";
}

int32_t Mention::FirstWord(const Analysis& analysis) const {
  int32_t first = head_word;
  while (first > 0 && analysis.word(first - 1).span.begin >= span.begin) --first;
  return first;
}

}  // namespace consilience
