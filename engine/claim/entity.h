// Mentions to entities within one document.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/speech.h"
#include "engine/base/span.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Why a phrase is taken for an entity.
enum class MentionReason : uint8_t {
  kFullName,
  kShortName,  // "Berg", "Mr. Berg", "WHO": only one full name of the document may be meant
  kTitle,      // the title of a name: "Minister" of "Minister Lena Berg"
  kBeside,     // "her lawyer, Daniel Roth": the name beside it says who
  kPronoun,    // "she": the one person, or thing, whom the discourse speaks of
  kSpeaker,    // "I": whoever says these words
  kOffice,     // "the president": the one whom the document introduced with this office
  kCalled,     // "the ferry": the one thing that the document called so
  kCompany,    // "the company": the only organisation that it names
  kTwo,        // "the two leaders": the two of that office who were named last
};
absl::string_view ToString(MentionReason reason);

// A phrase that refers: a name, a pronoun, or a definite description.
struct Mention {
  uint32_t statement = 0;  // 0-based
  int32_t head_word = -1;  // in that statement's analysis
  ByteSpan span;
  uint32_t entity = 0;  // index into Entities::entities
  MentionReason why = MentionReason::kFullName;

  // Of the words of `analysis`, that of its statement, the first in its span.
  int32_t FirstWord(const Analysis& analysis) const;
};

struct Entity {
  std::string name;  // canonical: the fullest name in the document, without title or role ("Donald Trump"),
                     // an outlet's or a country's canonical name where it is one
  NameKind kind = NameKind::kNone;
};

// Ordered by (statement, head_word). A word heads at most one mention, except a plural mention ("the two leaders"),
// which has one entry per member. Mentions that cannot be resolved with certainty are left out.
struct Entities {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;

  // The mentions of a statement that are headed by word `head_word` or one after it.
  absl::Span<const Mention> MentionsFrom(uint32_t statement, int32_t head_word) const;

  // Canonical names of the mention headed by `head_word`, joined by "; "; empty when it was not resolved.
  std::string NameOf(uint32_t statement, int32_t head_word) const;
};

// Names are matched by their words; titles, roles, honorifics and possessives are not part of a name. With the
// document's speech "I" within a quotation stands for its speaker. Thread-safe.
Entities ResolveEntities(absl::string_view text, absl::Span<const Analysis> analyses,
                         absl::Span<const Speech> speech = {});

}  // namespace consilience
