#include "engine/claim/lexeme.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace consilience {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c));
}

// Length of the UTF-8 character at `i`, by its first byte; 1 for what is none.
size_t CharacterLength(absl::string_view text, size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  const size_t length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - i);
}

// Letters beyond ASCII: Latin-1 letters to the end of two-byte characters, less the signs below U+00C0.
bool IsForeignLetter(absl::string_view text, size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return c >= 0xC3 && c <= 0xDF;
}

bool IsBlank(absl::string_view character) {
  return character == " " || character == "\t" || character == "\n" || character == "\r" || character == "\xC2\xA0" ||
         character == "\xE2\x80\xAF" || character == "\xE2\x80\x89";
}

size_t EndOfNumber(absl::string_view form, size_t i) {
  while (i < form.size()) {
    if (IsDigit(form[i])) {
      ++i;
    } else if (form[i] == '.' && i + 1 < form.size() && IsDigit(form[i + 1])) {
      ++i;
    } else if (form[i] == ',' && i + 3 < form.size() && IsDigit(form[i + 1]) && IsDigit(form[i + 2]) &&
               IsDigit(form[i + 3]) && (i + 4 == form.size() || !IsDigit(form[i + 4]))) {
      i += 4;
    } else {
      break;
    }
  }
  return i;
}

size_t EndOfWord(absl::string_view form, size_t i) {
  while (i < form.size()) {
    if (IsLetter(form[i])) {
      ++i;
    } else if (IsForeignLetter(form, i)) {
      i += CharacterLength(form, i);
    } else if ((form[i] == '\'' || form[i] == '.') && i + 1 < form.size() && IsLetter(form[i + 1])) {
      ++i;
    } else {
      break;
    }
  }
  if (i < form.size() && form[i] == '.') ++i;
  return i;
}

}  // namespace

Lexemes::Lexemes(absl::string_view text, const Analysis& analysis) {
  if (analysis.size() == 0) return;
  const uint32_t begin = analysis.word(0).span.begin;
  uint32_t end = begin;
  for (const Word& word : analysis.words()) end = std::max(end, word.span.end);
  origin_ = begin;
  lower_ = absl::AsciiStrToLower(text.substr(begin, end - begin));
  lexemes_.reserve(static_cast<size_t>(analysis.size()) + 8);
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const Word& word = analysis.word(i);
    if (word.span.begin < begin) continue;  // out of order
    Cut(word.span.In(text), word.span.begin, i);
  }
}

Lexemes::Lexemes(absl::string_view text) {
  lower_ = absl::AsciiStrToLower(text);
  Cut(text, 0, -1);
}

void Lexemes::Cut(absl::string_view form, uint32_t begin, int32_t word) {
  for (size_t i = 0; i < form.size();) {
    size_t end = i;
    LexemeKind kind = LexemeKind::kSymbol;
    if (IsDigit(form[i]) || (form[i] == '.' && i + 1 < form.size() && IsDigit(form[i + 1]))) {
      end = EndOfNumber(form, i);
      kind = LexemeKind::kNumber;
    } else if (IsLetter(form[i]) || IsForeignLetter(form, i)) {
      end = EndOfWord(form, i);
      kind = LexemeKind::kWord;
    } else {
      end = i + CharacterLength(form, i);
    }
    if (!IsBlank(form.substr(i, end - i))) Add(form, i, end, begin, word, kind);
    i = end;
  }
}

void Lexemes::Add(absl::string_view form, size_t from, size_t to, uint32_t begin, int32_t word, LexemeKind kind) {
  Lexeme lexeme;
  lexeme.span = {begin + static_cast<uint32_t>(from), begin + static_cast<uint32_t>(to)};
  lexeme.lower = absl::string_view(lower_).substr(lexeme.span.begin - origin_, lexeme.span.size());
  lexeme.word = word;
  lexeme.kind = kind;
  if (kind == LexemeKind::kWord) {
    const absl::string_view written = form.substr(from, to - from);
    lexeme.capital = absl::ascii_isupper(static_cast<unsigned char>(written.front()));
    lexeme.all_capitals = lexeme.capital && std::none_of(written.begin(), written.end(), [](char c) {
                            return absl::ascii_islower(static_cast<unsigned char>(c));
                          });
    if (lexeme.lower.size() > 1 && lexeme.lower.back() == '.') {
      lexeme.lower.remove_suffix(1);
      lexeme.point = true;
    }
  }
  lexeme.glued = !lexemes_.empty() && lexemes_.back().span.end == lexeme.span.begin;
  lexemes_.push_back(lexeme);
}

bool IsDash(const Lexeme& lexeme) {
  return lexeme.Is("-") || lexeme.Is("\xE2\x80\x93") || lexeme.Is("\xE2\x80\x94") || lexeme.Is("\xE2\x80\x90") ||
         lexeme.Is("\xE2\x80\x91");
}

}  // namespace consilience
