// Outlets named side by side: "BBC, NPR and the Guardian", "Japan's NHK, the Kyodo news agency and Nikkei Asia".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/attribution/outlet_mention.h"
#include "engine/attribution/statement_words.h"

namespace consilience {

// Mentions [first_mention, end_mention) of a statement in one list. Words [first, end) reach from the first name to the
// last; [begin, end) takes in what describes it: "the Chinese state broadcaster", "outlets such as", and names that the
// registry does not know, when they belong to the list.
struct OutletList {
  size_t first_mention = 0;
  size_t end_mention = 0;
  int32_t begin = 0;
  int32_t begin_unknown = 0;  // as `begin`, with unknown names before it; equal to `begin` when there are none
  int32_t first = 0;
  int32_t end = 0;

  size_t size() const { return end_mention - first_mention; }
};

// The mentions of one statement, in order, as lists. Linear in the mentions and the words around them.
std::vector<OutletList> FindOutletLists(const StatementWords& words, absl::Span<const OutletMention> mentions);

}  // namespace consilience
