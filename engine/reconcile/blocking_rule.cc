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
  if (phrase.kind != PhraseKind::kDescription) return 0;
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
  uint64_t key = Mix(ActKey(rule, p), word);
  if (p.generic) {
    // "be" and "have" bring claims together by both who and what.
    const WordId more = Handle(phrases, stories, other);
    if (more == 0 && p.value == nullptr) return;
    key = Mix(key, more);
  }
  keys->push_back(key);
}

void SamePatient(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p,
                 std::vector<uint64_t>* keys) {
  ByParticipant(phrases, stories, p, 1, p.patient, p.agent != 0 ? p.agent : p.oblique, keys);
}

void SameAgent(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p,
               std::vector<uint64_t>* keys) {
  ByParticipant(phrases, stories, p, 2, p.agent, p.patient != 0 ? p.patient : p.oblique, keys);
}

void SameStory(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& p,
               std::vector<uint64_t>* keys) {
  if (p.report) return;
  uint64_t key = ActKey(3, p);
  if (p.generic) {
    WordId word = Handle(phrases, stories, p.patient);
    if (word == 0) word = Handle(phrases, stories, p.agent);
    if (word == 0 && p.value == nullptr) return;
    key = Mix(key, word);
  }
  for (const WordId topic : stories.Topics(p.document)) keys->push_back(Mix(key, topic));
}

constexpr BlockingRule kRules[] = {
    {"same thing, same act", SamePatient},
    {"same doer, same act", SameAgent},
    {"same story, same act", SameStory},
};

}  // namespace

absl::Span<const BlockingRule> BlockingRules() {
  return kRules;
}

}  // namespace consilience
