#include "engine/reconcile/epithet.h"

#include <algorithm>

namespace consilience {

EpithetIndex::EpithetIndex(absl::Span<const Proposition> propositions, const PhraseTable& phrases) : phrases_(phrases) {
  const auto add = [&](uint32_t document, WordId noun, WordId name) {
    if (noun != 0 && name != 0) entries_.push_back({document, phrases.Usual(noun), name});
  };
  for (const Proposition& p : propositions) {
    for (const PhraseId id : {p.agent, p.patient, p.oblique}) {
      const NounPhrase& phrase = phrases.phrase(id);
      if (phrase.kind == PhraseKind::kName) {
        add(p.document, phrase.called, phrase.head);
        add(p.document, phrase.title, phrase.head);
      }
      if (phrase.kind != PhraseKind::kDescription || phrase.word_count != 2 || phrase.possessive) continue;
      for (const WordId word : phrases.words(phrase)) {
        if (word != phrase.head && word == phrase.named) add(p.document, phrase.head, word);
      }
    }
    if (phrases.text(p.family) != "be" || p.polarity != Polarity::kAffirmed || p.modality != Modality::kAsserted)
      continue;
    const NounPhrase &who = phrases.phrase(p.agent), &what = phrases.phrase(p.patient);
    const bool named = who.kind == PhraseKind::kName && what.kind == PhraseKind::kDescription;
    if (named) add(p.document, what.head, who.head);
    if (what.kind == PhraseKind::kName && who.kind == PhraseKind::kDescription) add(p.document, who.head, what.head);
  }
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

EpithetIndex::Answer EpithetIndex::Ask(uint32_t document, WordId noun, WordId name) const {
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), Entry{document, noun, 0});
  Answer answer = Answer::kNothing;
  for (; entry != entries_.end() && entry->document == document && entry->noun == noun; ++entry) {
    if (entry->name != name) return Answer::kOther;
    answer = Answer::kThis;
  }
  return answer;
}

bool EpithetIndex::Means(PhraseId description, PhraseId name, absl::Span<const uint32_t> documents) const {
  const NounPhrase &what = phrases_.phrase(description), &who = phrases_.phrase(name);
  if (what.kind != PhraseKind::kDescription || who.kind != PhraseKind::kName || what.word_count != 1 ||
      what.indefinite || what.counted || who.several) {
    return false;
  }
  const WordId noun = phrases_.Usual(what.head);
  bool means = false;
  for (const uint32_t document : documents) {
    const Answer answer = Ask(document, noun, who.head);
    if (answer == Answer::kOther) return false;
    means = means || answer == Answer::kThis;
  }
  return means;
}

}  // namespace consilience
