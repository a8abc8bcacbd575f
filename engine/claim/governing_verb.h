// Verbs, adjectives and nouns that say of what they govern whether it holds: "plans to sign", "failed to sign",
// "accused X of hiding", "reports that X". One table each; after the signatures of implicative and factive verbs of
// Karttunen (1971, 2012).
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "engine/claim/claim.h"

namespace consilience {

// Who governs an infinitive or a gerund of its own subject.
struct GoverningVerb {
  absl::string_view lemma;
  bool passive = false;                     // "is expected to", not "expects to"
  Modality modality = Modality::kAsserted;  // of what is governed
  bool negates = false;
  bool said_all = false;  // polarity and modality say all that it adds: the predicate's lemma goes without it
};
// Null when the table does not know it. "go" counts as "going to" only: ask with its form.
const GoverningVerb* FindGoverningVerb(absl::string_view lemma, absl::string_view form, bool passive);

// Who governs a clause as its content: "fears that", "it is unlikely that", "reports that".
struct GoverningContent {
  absl::string_view lemma;
  Modality modality = Modality::kAsserted;
  bool raises_negation = false;  // "does not think that X": X is what is negated (neg-raising; Horn 1978)
};
const GoverningContent* FindGoverningContent(absl::string_view lemma);
const GoverningContent* FindContentNoun(absl::string_view lemma);

// "knew that", "glad that": what they introduce is taken to hold, whoever does not know it (Kiparsky 1970).
bool IsFactive(absl::string_view lemma);

// Verbs that say of their object what it does, with a preposition: "accused X of hiding", "kept X from leaving".
struct PrepositionalControl {
  absl::string_view verb;
  absl::string_view preposition;
  Modality modality = Modality::kAsserted;
  bool negates = false;
};
const PrepositionalControl* FindPrepositionalControl(absl::string_view verb, absl::string_view preposition);

// Verbs of saying that state nothing without what was said: "say", "explain", "warn".
bool NeedsContent(absl::string_view verb);

// Verbs whose object is to do what their infinitive says: "urged them to leave".
bool Directs(absl::string_view verb);

// Verbs of which the object says nothing without what this preposition introduces: "turned the school into a prison";
// "how" stands for an adverb of manner.
bool NeedsArgument(absl::string_view verb, absl::string_view preposition);

// "called on them to leave": the infinitive says what those behind the preposition are to do.
bool DirectsThrough(absl::string_view verb, absl::string_view preposition);

// "was vulnerable to blackmail" does not say that anybody was vulnerable at large.
bool AdjectiveNeeds(absl::string_view adjective, absl::string_view preposition);

// "rejected reports that": what the verb does to the content of its object.
bool DeniesObject(absl::string_view verb);

}  // namespace consilience
