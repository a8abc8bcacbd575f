// Where the sentences of a paragraph end.
//
// ICU's sentence boundaries (UAX #29) with CLDR's English suppressions are the candidates; rules over the tokens take
// some away (titles, initials, list numbers) and add others (an abbreviation before a word that begins sentences).
// Where there is a learned judge (boundary.h), it hears the rules and decides.
#pragma once

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/statement/boundary.h"
#include "engine/statement/segmenter.h"
#include "engine/statement/word_lists.h"

namespace consilience {

// One per thread at a time; copies are cheap enough to make per document.
class SentenceFinder {
 public:
  static absl::StatusOr<std::unique_ptr<SentenceFinder>> Create();
  virtual ~SentenceFinder() = default;
  virtual std::unique_ptr<SentenceFinder> Clone() const = 0;

  // For the tokens of one paragraph: appends the index (in `tokens`) after the last token of each sentence; the last
  // one appended is tokens.size().
  virtual void FindEnds(absl::string_view text, ByteSpan paragraph, absl::Span<const Token> tokens,
                        const WordLists& lists, const BoundaryModel& judge, std::vector<size_t>* ends) = 0;
  // Whether the rules alone end a sentence before each token (from the second on), one that began where they ended the
  // last: what the judge is trained to hear.
  virtual std::vector<bool> Rules(absl::string_view text, ByteSpan paragraph, absl::Span<const Token> tokens,
                                  const WordLists& lists) = 0;
};

}  // namespace consilience
