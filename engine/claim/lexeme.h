// Lexemes: what values are read from. Finer than words: "25-year-old" and "$4.2bn" come apart however they were cut.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/syntax/analysis.h"

namespace consilience {

enum class LexemeKind : uint8_t {
  kNumber,  // digits with group commas and a decimal point: "3,400", "1.5", ".5"
  kWord,    // letters, with points and apostrophes inside: "Nov.", "u.s", "o'clock"
  kSymbol,  // any other character, one at a time
};

struct Lexeme {
  ByteSpan span;
  absl::string_view lower;  // ASCII lower case, without a final point; owned by the Lexemes
  int32_t word = -1;        // of the analysis; -1 without one
  LexemeKind kind = LexemeKind::kSymbol;
  bool capital = false;  // begins with an upper-case ASCII letter
  bool all_capitals = false;
  bool glued = false;  // nothing stands between it and the lexeme before
  bool point = false;  // a word with a final point

  bool Is(absl::string_view text) const { return lower == text; }
  bool is_number() const { return kind == LexemeKind::kNumber; }
  bool is_word() const { return kind == LexemeKind::kWord; }
};

// The lexemes of a statement or of a bare string, in order. Neither copyable nor movable: lexemes look into it.
class Lexemes {
 public:
  // Spans are those of the analysis.
  Lexemes(absl::string_view text, const Analysis& analysis);
  // Spans count from the beginning of `text`.
  explicit Lexemes(absl::string_view text);
  Lexemes(const Lexemes&) = delete;
  Lexemes& operator=(const Lexemes&) = delete;

  absl::Span<const Lexeme> all() const { return lexemes_; }

 private:
  void Cut(absl::string_view form, uint32_t begin, int32_t word);
  void Add(absl::string_view form, size_t from, size_t to, uint32_t begin, int32_t word, LexemeKind kind);

  std::string lower_;
  uint32_t origin_ = 0;  // where lower_ begins in the text
  std::vector<Lexeme> lexemes_;
};

// True for "-" and the dashes that join a range.
bool IsDash(const Lexeme& lexeme);

}  // namespace consilience
