// Whom and what pronouns of the third person stand for.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/discourse.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/name_forms.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What a pronoun is read against: the whole text, and the discourse up to the pronoun, in whose statement it is.
struct TextSoFar {
  absl::Span<const Analysis> analyses;
  const DocumentNames& names;
  const Discourse& discourse;
};

// Of "he" and "her" in their cases; unknown for all others.
Gender GenderOfPronoun(absl::string_view lower_form);

// The form of the person that word `at`, a pronoun of `gender`, stands for; NameMention::kUnresolved when others may be
// meant. Looks at this and the two statements before. Thread-safe.
int32_t PersonOfPronoun(const TextSoFar& text, uint32_t statement, int32_t at, Gender gender);

// The same of "it", "its", "itself", which stand for organisations, countries and named things.
int32_t ThingOfPronoun(const TextSoFar& text, uint32_t statement, int32_t at);

}  // namespace consilience
