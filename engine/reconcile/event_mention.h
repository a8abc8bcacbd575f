// Words of a document that mention events: "were arrested", "the arrest", "two arrests in May".
#pragma once

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/claim/claim.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct EventMention {
  ByteSpan span;    // of its head word
  std::string act;  // the verb it comes to, also of a noun: "arrest"; of a noun that names no act itself: "earthquake"
  std::string actor;  // who does it, as its claim's subject names them; empty when that is not said
  // Words for who and what takes part, as far as it is said: lemmas in lower case, of names each word. Ascending.
  std::vector<std::string> participants;
  bool telling = true;  // its act and participants say which event of a story it is; of "said" only the actor does
};

// The predicates of the claims, and within their subjects, objects and arguments the verbs and the nouns for acts and
// events; in order of the text, each word once. `claims` has one entry an analysis.
std::vector<EventMention> FindEventMentions(absl::Span<const Analysis> analyses,
                                            absl::Span<const std::vector<Claim>> claims);

}  // namespace consilience
