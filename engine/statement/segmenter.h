// Sentence and token segmentation of English news text.
//
// Statements and tokens refer to their text by byte spans, which are never lost. Tokens are Universal Dependencies'
// words for English: contractions and possessives are split ("do|n't", "Japan|'s"), hyphenated words stay or split as
// UD English has them, and "$4.2bn" is "$", "4.2", "bn".
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"

namespace consilience {

// One syntactic word. Every word is a substring of the text.
struct Token {
  ByteSpan span;
  bool space_after = true;  // white space (or the end of the text) follows
  // A multi-word token ("don't" = "do" + "n't") as the treebanks have them: its first word holds the number of its
  // words, the others 0. An ordinary token holds 1.
  uint8_t surface_words = 1;
};

// One sentence. Headlines, list items, datelines standing alone and table cells are statements too.
struct Statement {
  ByteSpan span;  // from its first to its last character that is not white space
  uint32_t first_token = 0;
  uint32_t token_count = 0;
  uint32_t paragraph = 0;  // 0-based; a paragraph ends at a line end
};

// What a text is made of. Tokens of a statement are tokens[first_token, first_token + token_count).
struct Segmentation {
  std::vector<Statement> statements;
  std::vector<Token> tokens;

  absl::Span<const Token> TokensOf(const Statement& s) const {
    return absl::MakeConstSpan(tokens).subspan(s.first_token, s.token_count);
  }
};

// Thread-safe after construction: `Segment` may be called from several threads at once.
class Segmenter {
 public:
  // Internal when ICU's data are missing. `boundary_weights` is what an analysis model says of sentence boundaries
  // (Analyzer::boundary_weights) and outlives the segmenter; without it rules alone decide.
  static absl::StatusOr<std::unique_ptr<Segmenter>> Create(absl::string_view boundary_weights = {});
  ~Segmenter();

  // `text` is valid UTF-8, less than 4 GiB. Linear in its length.
  Segmentation Segment(absl::string_view text) const;
  // The whole of `text` as one statement (for `--lines`); no statement when it is blank.
  Segmentation SegmentLine(absl::string_view text) const;

 private:
  Segmenter();
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace consilience
