#include "engine/claim/pronoun.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "engine/base/word_list.h"
#include "engine/claim/subject.h"

namespace consilience {
namespace {

constexpr int32_t kUnresolved = NameMention::kUnresolved;

// What says something: "it said", "it has announced that".
bool Says(const Analysis& analysis, int32_t verb) {
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

// "The U.S. attorney's office": it is the office that speaks.
bool ModifiesNoun(const Analysis& analysis, int32_t at) {
  const Word& word = analysis.word(at);
  const bool modifies =
      word.relation == Relation::kCompound || word.relation == Relation::kNmodPoss || word.relation == Relation::kAmod;
  return modifies && analysis.word(word.head).upos == Upos::kNoun;
}

// Whether a singular noun between the two words may be "it" as well: "closed the yard because it was old".
bool NounBetween(const Analysis& analysis, int32_t subject, int32_t at) {
  for (int32_t i = subject + 1; i < at; ++i) {
    const Word& word = analysis.word(i);
    const Relation relation = Universal(word.relation);
    const bool takes_part = relation == Relation::kObj || relation == Relation::kObl || relation == Relation::kNsubj ||
                            relation == Relation::kIobj;
    if (takes_part && word.xpos == Xpos::kNn) return true;
  }
  return false;
}

// "The agency has no reply, it said": the subject of what the verb has as its content; -1 without one.
int32_t SubjectOfContent(const Analysis& analysis, int32_t verb) {
  for (const int32_t child : analysis.children(verb).subspan(0, 20)) {
    const Relation relation = analysis.word(child).relation;
    if (child > verb || (relation != Relation::kCcomp && relation != Relation::kParataxis)) continue;
    if (const int32_t subject = SubjectOf(analysis, child); subject >= 0) return subject;
  }
  return -1;
}

class PronounReader {
 public:
  explicit PronounReader(const TextSoFar& text)
      : analyses_(text.analyses), names_(text.names), discourse_(text.discourse) {}

  int32_t PersonFor(uint32_t s, int32_t at, Gender gender) const {
    const Analysis& analysis = analyses_[s];
    const Word& pronoun = analysis.word(at);
    const bool possessive = pronoun.relation == Relation::kNmodPoss;
    const bool reflexive = absl::EndsWith(pronoun.form, "self");
    // Whom a quotation names is hardly the one who speaks outside of it, and the other way round.
    const bool quoted = discourse_.InQuotes(at);
    const auto compatible = [gender, quoted, s](const Referent& referent) {
      if (referent.statement == s && referent.quoted != quoted) return false;
      return referent.person && (referent.gender == Gender::kUnknown || referent.gender == gender);
    };
    // The one compatible person of this and the last two statements; nominal persons of the last statement stand
    // against.
    int32_t only = kUnresolved;
    bool several = false;
    int32_t only_here = kUnresolved;
    bool several_here = false;
    int32_t only_here_word = -1;
    for (const Referent& referent : discourse_.Recent()) {
      if (!compatible(referent)) continue;
      const bool here = referent.statement == s;
      if (referent.target == kUnresolved) {
        if (here) several_here = true;
        if (referent.statement + 1 >= s) several = true;
        continue;
      }
      if (only == kUnresolved) only = referent.target;
      several = several || only != referent.target;
      if (!here) continue;
      if (only_here == kUnresolved) only_here = referent.target;
      several_here = several_here || only_here != referent.target;
      only_here_word = referent.word;
    }
    // An object is not its own clause's subject.
    const auto same_clause = [&](int32_t target) {
      if (possessive || reflexive) return false;
      if (IsSubject(pronoun.relation)) return false;
      int32_t subject = -1;
      if (ClauseAbove(analysis, at, &subject) == kRoot) return false;
      const Referent* const referent = discourse_.At(subject);
      return referent != nullptr && referent->target == target;
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
    const Referent* const referent = discourse_.At(subject);
    if (referent == nullptr || referent->target != only_here) return kUnresolved;
    return only_here;
  }

  // "Japan said it would", "Japan raised its spending": the nearest subject above, when that is a name of no person.
  int32_t ThingFor(uint32_t s, int32_t at) const {
    const Analysis& analysis = analyses_[s];
    const Word& pronoun = analysis.word(at);
    if (pronoun.relation == Relation::kExpl || pronoun.head == kRoot) return kUnresolved;
    const bool possessive = pronoun.relation == Relation::kNmodPoss;
    const bool own_subject = IsSubject(pronoun.relation);
    if (!possessive && !own_subject) return kUnresolved;
    const Word& head = analysis.word(pronoun.head);
    if (own_subject && head.upos != Upos::kVerb) return kUnresolved;  // "it is clear that"
    int32_t subject = -1;
    const bool below = ClauseAbove(analysis, at, &subject) != kRoot && subject < at;
    if (own_subject && Says(analysis, pronoun.head)) {
      if (const int32_t only = OnlyBody(s); only != kUnresolved) return only;
    }
    if (own_subject && (head.relation == Relation::kAdvcl || head.relation == Relation::kConj)) {
      return below && !NounBetween(analysis, subject, at) ? ThingAt(subject) : kUnresolved;
    }
    if (own_subject && Universal(head.relation) != Relation::kCcomp) {
      const bool aside = head.relation == Relation::kParataxis && head.head != kRoot && head.head < at;
      if (head.relation != Relation::kRoot && !aside) return kUnresolved;
      subject = aside ? SubjectOf(analysis, head.head) : SubjectOfContent(analysis, pronoun.head);
      if (subject < 0 || subject > at) return ThingBefore(s, at);
    } else if (!below) {
      return possessive && (subject < 0 || subject > at) ? ThingBefore(s, at) : kUnresolved;
    }
    return ThingAt(subject);
  }

 private:
  // "He said Ode would win": he is not Ode, who is named in the clause that he is the subject of (Chomsky's principle
  // C).
  bool IsNamedBelow(uint32_t s, int32_t at, int32_t target) const {
    constexpr int kMostNames = 40;
    const Analysis& analysis = analyses_[s];
    if (!IsSubject(analysis.word(at).relation)) return false;
    auto name = std::lower_bound(
        names_.mentions.begin(), names_.mentions.end(), std::make_pair(s, at),
        [](const NameMention& m, const auto& key) { return std::make_pair(m.statement, m.name.head) < key; });
    for (int seen = 0; seen < kMostNames && name != names_.mentions.end() && name->statement == s; ++seen, ++name) {
      if (name->target == target && analysis.Dominates(analysis.word(at).head, name->name.head)) return true;
    }
    return false;
  }

  // "Ode gave no sign that he would leave": a name nobody knows as a person's is nearer than a person named before.
  bool IsBelowUnknownName(uint32_t s, int32_t at) const {
    const Analysis& analysis = analyses_[s];
    int32_t subject = -1;
    if (!IsSubject(analysis.word(at).relation) || ClauseAbove(analysis, at, &subject) == kRoot || subject > at)
      return false;
    const Referent* const referent = discourse_.At(subject);
    const bool known = referent != nullptr && referent->person;
    return analysis.word(subject).xpos == Xpos::kNnp && !known;
  }

  // "When asked whether he knew, Ben Ode left": a subject before its name, in an adverbial before the main clause.
  int32_t PersonBehind(uint32_t s, int32_t at, Gender gender) const {
    const Analysis& analysis = analyses_[s];
    if (!IsSubject(analysis.word(at).relation)) return kUnresolved;
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
      if (IsSubject(analysis.word(i).relation)) return kUnresolved;
    }
    auto name =
        std::lower_bound(names_.mentions.begin(), names_.mentions.end(), s,
                         [](const NameMention& mention, uint32_t statement) { return mention.statement < statement; });
    for (; name != names_.mentions.end() && name->statement == s; ++name) {
      if (name->name.head != subject || name->target == kUnresolved) continue;
      const NameForm& form = FormAt(name->target);
      if (form.is_person() && (form.gender == Gender::kUnknown || form.gender == gender)) return name->target;
    }
    return kUnresolved;
  }

  // The one organisation that this statement and the one before name; kUnresolved when there are others, countries
  // among them.
  int32_t OnlyBody(uint32_t s) const {
    int32_t only = kUnresolved;
    for (const Referent& referent : discourse_.Recent()) {
      if (referent.statement + 1 < s) break;
      if (referent.person) continue;
      if (referent.target == kUnresolved) return kUnresolved;
      const NameForm& form = FormAt(referent.target);
      if (form.kind != NameKind::kOrganisation && !form.country) continue;
      if (form.country && ModifiesNoun(analyses_[referent.statement], referent.word)) return kUnresolved;
      if (only != kUnresolved && only != referent.target) return kUnresolved;
      only = referent.target;
    }
    return only;
  }

  // The name of a thing that word `subject` of the statement is, when no other name stands behind it.
  int32_t ThingAt(int32_t subject) const {
    const Referent* const referent = discourse_.At(subject);
    if (referent == nullptr || !IsThing(*referent)) return kUnresolved;
    // Another name between them may be meant as well.
    for (const Referent& between : discourse_.Behind(*referent)) {
      if (!between.person && between.target != referent->target) return kUnresolved;
    }
    return referent->target;
  }

  bool IsThing(const Referent& referent) const {
    if (referent.person || referent.target == kUnresolved) return false;
    const NameKind kind = FormAt(referent.target).kind;
    return FormAt(referent.target).thing || kind == NameKind::kPlace || kind == NameKind::kOrganisation;
  }

  // "It", "Its" at the beginning of a statement: the subject of the one before, when that is a name of no person, or
  // one taken up, and the only such name there.
  int32_t ThingBefore(uint32_t s, int32_t at) const {
    constexpr int32_t kEarly = 3;
    if (s == 0 || at > kEarly || analyses_[s - 1].size() == 0 || discourse_.InQuotes(at)) return kUnresolved;
    const Analysis& before = analyses_[s - 1];
    int32_t subject = -1;
    for (const int32_t child : before.children(before.root()).subspan(0, 30)) {
      if (IsSubject(before.word(child).relation) && subject < 0) subject = child;
    }
    if (subject < 0) return kUnresolved;
    int32_t found = kUnresolved;
    for (const Referent& referent : discourse_.Recent()) {
      if (referent.statement == s) return kUnresolved;  // a name stands before the pronoun
      if (referent.statement + 1 < s) break;
      if (referent.word == subject && IsThing(referent)) found = referent.target;
    }
    if (found == kUnresolved) return kUnresolved;
    for (const Referent& referent : discourse_.Recent()) {
      if (referent.statement + 1 < s) break;
      const bool organisation = IsThing(referent) && FormAt(referent.target).kind == NameKind::kOrganisation;
      if (organisation && referent.target != found) return kUnresolved;
    }
    return found;
  }

  const NameForm& FormAt(int32_t i) const { return names_.forms[static_cast<size_t>(i)]; }

  absl::Span<const Analysis> analyses_;
  const DocumentNames& names_;
  const Discourse& discourse_;
};

}  // namespace

Gender GenderOfPronoun(absl::string_view lower_form) {
  if (lower_form == "he" || lower_form == "him" || lower_form == "his" || lower_form == "himself") return Gender::kMale;
  if (lower_form == "she" || lower_form == "her" || lower_form == "hers" || lower_form == "herself")
    return Gender::kFemale;
  return Gender::kUnknown;
}

int32_t PersonOfPronoun(const TextSoFar& text, uint32_t statement, int32_t at, Gender gender) {
  return PronounReader(text).PersonFor(statement, at, gender);
}

int32_t ThingOfPronoun(const TextSoFar& text, uint32_t statement, int32_t at) {
  return PronounReader(text).ThingFor(statement, at);
}

}  // namespace consilience
