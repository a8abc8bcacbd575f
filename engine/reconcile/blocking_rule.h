// Which claims are compared at all: an ordered list of named rules, each giving keys; claims of one key meet.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"
#include "engine/reconcile/story.h"

namespace consilience {

struct BlockingRule {
  absl::string_view name;
  bool within_story;  // claims of one key meet when their documents are neighbours only
  // Appends the keys under which a claim takes part; none when it does not.
  void (*keys)(const PhraseTable& phrases, const StoryIndex& stories, const Proposition& proposition,
               std::vector<uint64_t>* keys);
};

// A pair of claims that several keys bring together counts for the first of them.
absl::Span<const BlockingRule> BlockingRules();

}  // namespace consilience
