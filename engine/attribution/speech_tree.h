// Attributions that one statement's tree shows, in words. Inside of FindSpeech; not for use outside engine/attribution.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/attribution/reporting_words.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Words [begin, end) of a statement.
struct WordRange {
  int32_t begin = 0;
  int32_t end = 0;

  bool empty() const { return begin >= end; }
  int32_t size() const { return end - begin; }
  bool Contains(int32_t word) const { return begin <= word && word < end; }
  bool Overlaps(WordRange other) const { return begin < other.end && other.begin < end; }
  void Cover(WordRange other) {
    if (other.empty()) return;
    *this = empty() ? other : WordRange{std::min(begin, other.begin), std::max(end, other.end)};
  }
  friend bool operator==(WordRange, WordRange) = default;
};

struct Attribution {
  SpeechKind kind = SpeechKind::kSay;
  int32_t cue_word = kRoot;
  int32_t source_word = kRoot;  // kRoot: no source
  WordRange cue;
  WordRange source;
  std::vector<WordRange> content;  // in order
};

// In the order of their cue words. `quotations`, in order, are the words of the statement that stand in quotation
// marks, the marks among them. Linear in the words for any tree.
std::vector<Attribution> FindAttributions(const Analysis& analysis, absl::Span<const WordRange> quotations);

}  // namespace consilience
