// One statement's words as the rules of credits look at them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/statement/segmenter.h"

namespace consilience {

// Positions outside [0, size()) read as "". Words are compared in any letter case.
class StatementWords {
 public:
  StatementWords(absl::string_view text, absl::Span<const Token> tokens) : text_(text), tokens_(tokens) {}

  int32_t size() const { return static_cast<int32_t>(tokens_.size()); }
  absl::string_view operator[](int32_t i) const {
    return i < 0 || i >= size() ? absl::string_view() : tokens_[static_cast<size_t>(i)].span.In(text_);
  }
  // Bytes from word `first` to the word before `end`; empty when there is none.
  ByteSpan Span(int32_t first, int32_t end) const {
    if (first >= end) return {};
    return {tokens_[static_cast<size_t>(first)].span.begin, tokens_[static_cast<size_t>(end) - 1].span.end};
  }
  // The first word that ends after byte `at`.
  int32_t WordAt(uint32_t at) const {
    const auto it = std::upper_bound(tokens_.begin(), tokens_.end(), at,
                                     [](uint32_t byte, const Token& token) { return byte < token.span.end; });
    return static_cast<int32_t>(it - tokens_.begin());
  }

  bool Is(int32_t i, absl::string_view word) const { return absl::EqualsIgnoreCase((*this)[i], word); }
  bool IsAny(int32_t i, std::initializer_list<absl::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](absl::string_view w) { return Is(i, w); });
  }
  bool IsCapital(int32_t i) const {
    const absl::string_view word = (*this)[i];
    if (word.empty()) return false;
    const auto first = static_cast<unsigned char>(word[0]);
    return absl::ascii_isupper(first) || first == 0xC3;
  }
  bool IsLower(int32_t i) const {
    const absl::string_view word = (*this)[i];
    return !word.empty() && absl::ascii_islower(static_cast<unsigned char>(word[0]));
  }
  bool IsPossessive(int32_t i) const { return IsAny(i, {"'s", "\u2019s", "'", "\u2019"}); }
  bool IsDash(int32_t i) const { return IsAny(i, {"-", "--", "---", "\u2013", "\u2014"}); }
  bool IsQuote(int32_t i) const { return IsAny(i, {"\"", "''", "``", "\u201c", "\u201d", "\u2019", "'"}); }
  // Glued to the word after it, not to the word before.
  bool IsOpeningQuote(int32_t i) const {
    if (!IsQuote(i) || i + 1 >= size()) return false;
    const ByteSpan own = tokens_[static_cast<size_t>(i)].span;
    return own.end == tokens_[static_cast<size_t>(i) + 1].span.begin &&
           (i == 0 || tokens_[static_cast<size_t>(i) - 1].span.end < own.begin);
  }
  // The end of the statement counts as a stop.
  bool IsStop(int32_t i) const { return i >= size() || IsAny(i, {".", "!", "?", ";", "\u2026", "..."}); }
  bool EndsClause(int32_t i) const { return IsStop(i) || IsQuote(i) || IsDash(i) || IsAny(i, {",", ")", ":"}); }

 private:
  absl::string_view text_;
  absl::Span<const Token> tokens_;
};

}  // namespace consilience
