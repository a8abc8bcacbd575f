#include "engine/syntax/features.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "absl/strings/ascii.h"

namespace consilience {
namespace {

// Typographic characters and what stands for them in the vocabulary.
struct Replacement {
  const char* from;
  const char* to;
};
constexpr Replacement kReplacements[] = {
    {"\u2018", "'"}, {"\u2019", "'"}, {"\u201A", "'"}, {"\u201C", "\""}, {"\u201D", "\""},  {"\u201E", "\""},
    {"\u2010", "-"}, {"\u2011", "-"}, {"\u2013", "-"}, {"\u2014", "--"}, {"\u2026", "..."}, {"\u2212", "-"},
};

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Upper-case letters of Latin-1: bytes C3 80 to C3 9E but for the multiplication sign.
bool IsLatinUpper(unsigned char lead, unsigned char next) {
  return lead == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97;
}

// The replacement of the three-byte character at the beginning of `text`, or nullptr.
const Replacement* FindReplacement(absl::string_view text) {
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) != 0xE2) return nullptr;
  for (const Replacement& replacement : kReplacements) {
    if (text.substr(0, 3) == replacement.from) return &replacement;
  }
  return nullptr;
}

size_t NormalizePiece(absl::string_view piece, char* out) {
  size_t size = 0;
  for (size_t i = 0; i < piece.size();) {
    const unsigned char c = static_cast<unsigned char>(piece[i]);
    if (const Replacement* replacement = FindReplacement(piece.substr(i))) {
      for (const char* r = replacement->to; *r != '\0'; ++r) out[size++] = *r;
      i += 3;
    } else if (i + 1 < piece.size() && IsLatinUpper(c, static_cast<unsigned char>(piece[i + 1]))) {
      out[size++] = piece[i];
      out[size++] = static_cast<char>(static_cast<unsigned char>(piece[i + 1]) + 0x20);
      i += 2;
    } else {
      out[size++] = absl::ascii_isdigit(c) ? '0' : absl::ascii_tolower(c);
      ++i;
    }
  }
  return size;
}

// The first or last `count` characters of `text`.
absl::string_view Prefix(absl::string_view text, int count) {
  size_t end = 0;
  for (; count > 0 && end < text.size(); --count) {
    ++end;
    while (end < text.size() && IsContinuation(text[end])) ++end;
  }
  return text.substr(0, end);
}

absl::string_view Suffix(absl::string_view text, int count) {
  size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    --begin;
    while (begin > 0 && IsContinuation(text[begin])) --begin;
  }
  return text.substr(begin);
}

// "McDonald's" -> "XxXxx'x": classes of characters, runs cut at two, at most ten.
size_t ShapeOf(absl::string_view form, char* shape) {
  constexpr size_t kLongest = 10;
  size_t size = 0;
  for (size_t i = 0; i < form.size() && size < kLongest; ++i) {
    const unsigned char c = static_cast<unsigned char>(form[i]);
    char kind = form[i];
    if (IsContinuation(kind)) continue;
    if (c >= 0x80) {
      kind = i + 1 < form.size() && IsLatinUpper(c, static_cast<unsigned char>(form[i + 1])) ? 'X' : 'x';
      if (c == 0xE2) {
        const Replacement* replacement = FindReplacement(form.substr(i));
        kind = replacement != nullptr ? replacement->to[0] : '~';
      }
    } else if (absl::ascii_isupper(c)) {
      kind = 'X';
    } else if (absl::ascii_islower(c)) {
      kind = 'x';
    } else if (absl::ascii_isdigit(c)) {
      kind = 'd';
    }
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
    shape[size++] = kind;
  }
  return size;
}

uint32_t Bucket(size_t table, absl::string_view part) {
  const uint64_t hash = XXH3_64bits_withSeed(part.data(), part.size(), table + 1);
  return static_cast<uint32_t>(hash % kPartTables[table].rows);
}

}  // namespace

absl::string_view NormalizeForm(absl::string_view form, char* buffer) {
  constexpr size_t kHalf = kNormalizedCapacity / 2;
  size_t size = NormalizePiece(form.substr(0, form.size() <= kNormalizedCapacity ? form.size() : kHalf), buffer);
  if (form.size() > kNormalizedCapacity) size += NormalizePiece(form.substr(form.size() - kHalf), buffer + size);
  return {buffer, size};
}

WordFeatures FeaturesOf(absl::string_view form) {
  if (form == "``" || form == "''") form = "\"";  // quotation marks as typewriters and treebanks write them
  char buffer[kNormalizedCapacity];
  char shape[16];
  const absl::string_view normal = NormalizeForm(form, buffer);
  WordFeatures features;
  features.form_hash = XXH3_64bits(normal.data(), normal.size());
  features.parts = {Bucket(0, Suffix(normal, 2)), Bucket(1, Suffix(normal, 3)),
                    Bucket(2, Suffix(normal, 4)), Bucket(3, Prefix(normal, 2)),
                    Bucket(4, Prefix(normal, 3)), Bucket(5, absl::string_view(shape, ShapeOf(form, shape)))};
  return features;
}

}  // namespace consilience
