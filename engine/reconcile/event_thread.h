// Which mentions of events are about the same event: looser than agreement, which asks for the same answer.
//
// "Two people died in the blast" and "the blast at the port" mention one blast, whatever each claims of it. An event is
// one act of one story. Stories are documents that share many of their words, weighted by how few documents have them
// (average linkage). Within a story mentions of the same act are one event when they share somebody or something that
// takes part; those that name nobody ("the blast") go with the most. Acts that say little by themselves ("said",
// "went") are one event only when the same one does them.
//
// Cost: each document meets those that share its rarer words; a few dozen of them, the likest, are considered.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/event_mention.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct EventDocument {
  std::vector<std::string> words;  // lemmas of its content words, as often as it has them
  std::vector<EventMention> mentions;
};

// Lemmas of nouns, names, verbs, adjectives and numbers.
std::vector<std::string> ContentWords(absl::Span<const Analysis> analyses);

// The number of each document's story, numbered from 0 in order of their first documents. Stories depend on the order
// of the documents only where likenesses are equal.
std::vector<uint32_t> FindStories(absl::Span<const EventDocument> documents);

struct MentionPlace {
  uint32_t document = 0;
  uint32_t mention = 0;
};
// Every mention in exactly one thread; threads in order of their first mentions, mentions in order of the documents.
using EventThread = std::vector<MentionPlace>;
std::vector<EventThread> ThreadEvents(absl::Span<const EventDocument> documents);

}  // namespace consilience
