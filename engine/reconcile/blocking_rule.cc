#include "engine/reconcile/blocking_rule.h"

namespace consilience {
namespace {

uint64_t Mix(uint64_t hash, uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 32);
}

uint64_t ActKey(uint64_t rule, const Proposition& p) {
  return Mix(Mix(rule, p.axis), p.role);
}

// The word by which a phrase is found: a name's last, a description's most telling one.
WordId Handle(const PhraseTable& phrases, const StoryIndex& stories, PhraseId id) {
  const NounPhrase& phrase = phrases.phrase(id);
  if (phrase.kind == PhraseKind::kName) return phrase.head;
  // A single word ("soldiers", "the budget") is in too many stories.
  if (phrase.kind != PhraseKind::kDescription || phrase.word_count < 2) return 0;
  WordId best = 0;
  for (const WordId word : phrases.words(phrase)) {
    if (best == 0 || stories.Rarity(word) > stories.Rarity(best)) best = word;
  }
  return best;
}

void ByParticipant(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p, uint64_t rule,
                   PhraseId participant, PhraseId other, std::vector<uint64_t>* keys) {
  if (p.sparse) return;
  const WordId word = Handle(phrases, stories, participant);
  if (word == 0) return;
  // "be" and "have" bring claims together by both who and what.
  const WordId more = p.generic ? Handle(phrases, stories, other) : 0;
  if (p.generic && more == 0 && p.value == nullptr) return;
  keys->push_back(Mix(Mix(ActKey(rule, p), word), more));
}

void SamePatient(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p,
                 std::vector<uint64_t>* keys) {
  ByParticipant(phrases, stories, p, 1, p.patient, p.agent != 0 ? p.agent : p.oblique, keys);
}

void SameAgent(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p,
               std::vector<uint64_t>* keys) {
  ByParticipant(phrases, stories, p, 2, p.agent, p.patient != 0 ? p.patient : p.oblique, keys);
}

void SameStory(const PhraseTable& phrases, const StoryIndex&, const Proposition& p, std::vector<uint64_t>* keys) {
  WordId word = 0;
  if (p.generic) {
    // What there is one of is asked of its subject: "the cause was ...".
    const WordId what = phrases.phrase(p.functional ? p.agent : p.patient).head;
    word = what != 0 ? what : phrases.phrase(p.agent).head;
    if (word == 0 && p.value == nullptr) return;
    // "Asked its neighbours", "asked neighbouring countries"; what something is and what is said go by the word itself.
    if (!p.speech && phrases.text(p.family) != "be") word = phrases.Usual(word);
  }
  keys->push_back(Mix(ActKey(3, p), word));
  if (p.generic && p.number != 0) keys->push_back(Mix(ActKey(4, p), p.number));
}

void SameNumber(const PhraseTable&, const StoryIndex&, const Proposition& p, std::vector<uint64_t>* keys) {
  // A small one with what it counts.
  if (p.number == 0 && p.amount != 0 && p.slot == ValueSlot::kPatient && !p.report && !p.generic) {
    keys->push_back(Mix(9, p.amount));
  }
  if (p.number != 0 && !p.report) keys->push_back(Mix(5, p.number));
}

void SameParticipants(const PhraseTable& phrases, const StoryIndex&, const Proposition& p,
                      std::vector<uint64_t>* keys) {
  const WordId agent = phrases.Usual(phrases.phrase(p.agent).head),
               what = phrases.Usual(phrases.phrase(p.patient).head);
  if (agent != 0 && what != 0 && p.role == 0 && !p.generic && !p.report && !p.echo) {
    keys->push_back(Mix(Mix(6, agent), what));
  }
}

void SameActNamed(const PhraseTable& phrases, const StoryIndex&, const Proposition& p, std::vector<uint64_t>* keys) {
  constexpr size_t kMost = 8;
  if (p.role != 0 || p.generic || p.report || p.echo || p.value != nullptr) return;
  const auto acts = phrases.words(phrases.phrase(p.acts));
  for (const WordId act : acts.subspan(0, kMost)) keys->push_back(Mix(7, act));
}

// How many of what, whatever is done to them: "carrying 212 people", "230 passengers were aboard".
void SameCounted(const PhraseTable& phrases, const StoryIndex&, const Proposition& p, std::vector<uint64_t>* keys) {
  if (p.amount == 0 || p.slot != ValueSlot::kPatient || p.report || p.echo) return;
  const WordId noun = phrases.Usual(phrases.phrase(p.patient).head);
  if (noun != 0) keys->push_back(Mix(10, Lexicon::Default().Whole(phrases.text(noun)) ? 0 : noun));
}

// "In Dorrin", "on Monday": claims of what happened there and then.
void SameCircumstance(const PhraseTable& phrases, const StoryIndex&, const Proposition& p,
                      std::vector<uint64_t>* keys) {
  if (p.role == 0 || p.generic || p.report || p.echo || p.speech) return;
  const NounPhrase& where = phrases.phrase(p.oblique);
  const bool date = p.value != nullptr && p.slot == ValueSlot::kOblique && p.value->kind == ValueKind::kDate;
  if (date || where.kind == PhraseKind::kName) keys->push_back(Mix(8, where.head));
}

// Who is accused, and who denies: of an accusation whatever name it has.
void SameAccused(const PhraseTable& phrases, const StoryIndex&, const Proposition& p, std::vector<uint64_t>* keys) {
  if (p.stance == Stance::kNone || p.echo) return;
  if (p.stance == Stance::kDenies) {
    keys->push_back(Mix(11, phrases.phrase(p.agent).head));
    return;
  }
  for (const PhraseId id : {p.patient, p.agent}) {
    for (const WordId word : phrases.words(phrases.phrase(id))) {
      if (phrases.Named(word) || word == phrases.phrase(id).head) keys->push_back(Mix(11, word));
    }
  }
}

constexpr BlockingRule kRules[] = {
    {"same thing, same act", false, SamePatient},
    {"same doer, same act", false, SameAgent},
    {"same story, same act", true, SameStory},
    {"same story, same number", true, SameNumber},
    {"same story, same doer and thing", true, SameParticipants},
    {"same story, act named", true, SameActNamed},
    {"same story, same thing counted", true, SameCounted},
    {"same story, same place or day", true, SameCircumstance},
    {"same story, accused and denied", true, SameAccused},
};

}  // namespace

absl::Span<const BlockingRule> BlockingRules() {
  return kRules;
}

}  // namespace consilience
