#include "engine/report/terminal_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace consilience {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;
constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiPresentation = 0xFE0F;
constexpr absl::string_view kEllipsis = "…";
constexpr absl::string_view kNoBreakSpace = "\u00A0";

// The code point at `*at`, which moves behind it; kReplacement for a byte that begins none.
UChar32 Next(absl::string_view text, size_t* at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()) + *at;
  const auto left = static_cast<int32_t>(std::min<size_t>(text.size() - *at, U8_MAX_LENGTH));
  int32_t i = 0;
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(bytes, i, left, code);
  *at += static_cast<size_t>(i);
  return code;
}

void Append(UChar32 code, std::string* out) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code);
  out->append(bytes, static_cast<size_t>(size));
}

bool IsAscii(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Embeddings, overrides and isolates of bidirectional text.
bool TurnsDirection(UChar32 code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

int CodePointWidth(UChar32 code) {
  if (code < 0x300) return code == 0xAD ? 0 : 1;  // a soft hyphen is not shown
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;  // drawn into the syllable they end
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct Cluster {
  size_t end = 0;  // byte behind it
  int width = 0;
};

// What a person perceives as one character, from `begin`, which is less than text.size().
Cluster ClusterAt(absl::string_view text, size_t begin) {
  size_t at = begin;
  const UChar32 first = Next(text, &at);
  Cluster cluster{at, CodePointWidth(first)};
  if (at >= text.size() || (first < 0x80 && static_cast<unsigned char>(text[at]) < 0x80)) return cluster;
  bool flag = u_hasBinaryProperty(first, UCHAR_REGIONAL_INDICATOR) != 0;
  const bool emoji = u_hasBinaryProperty(first, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  bool joined = false;
  while (at < text.size()) {
    const UChar32 code = Next(text, &at);
    if (flag && u_hasBinaryProperty(code, UCHAR_REGIONAL_INDICATOR)) {
      flag = false;
      cluster.width = 2;
    } else if (code == kEmojiPresentation) {
      if (emoji) cluster.width = 2;
    } else if (joined && emoji && u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC)) {
      // Drawn into one picture with what stands before the joiner.
    } else {
      switch (u_getIntPropertyValue(code, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
        case U_GCB_EXTEND:
        case U_GCB_ZWJ:
        case U_GCB_V:
        case U_GCB_T:
          break;
        case U_GCB_SPACING_MARK:
          ++cluster.width;
          break;
        default:
          return cluster;
      }
    }
    joined = code == kZeroWidthJoiner;
    cluster.end = at;
  }
  return cluster;
}

// Bytes of the longest beginning of `text` that takes at most `width` columns.
size_t Prefix(absl::string_view text, int width) {
  if (width <= 0) return 0;
  size_t end = 0;
  while (end < text.size()) {
    const Cluster cluster = ClusterAt(text, end);
    width -= cluster.width;
    if (width < 0) break;
    end = cluster.end;
  }
  return end;
}

}  // namespace

std::string ValidUtf8(absl::string_view text) {
  if (IsAscii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) Append(Next(text, &at), &out);
  return out;
}

std::string LettersAndDigits(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const UChar32 code = Next(text, &at);
    if (u_isalnum(code)) Append(code, &out);
  }
  return out;
}

std::string Printable(absl::string_view text, bool keep_space) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const UChar32 code = Next(text, &at);
    if (keep_space && (code == '\n' || code == '\r')) {
      if (code == '\r' && at < text.size() && text[at] == '\n') ++at;
      out += "↵";
    } else if (u_isUWhiteSpace(code) && !(keep_space && code == 0xA0)) {
      if (keep_space || (!out.empty() && out.back() != ' ')) out.push_back(' ');
    } else if (code < 0x20) {
      Append(0x2400 + code, &out);
    } else if (code == 0x7F) {
      Append(0x2421, &out);
    } else if (code < 0xA0 && code > 0x7F) {
      Append(kReplacement, &out);
    } else if (!TurnsDirection(code)) {
      Append(code, &out);
    }
  }
  if (!keep_space && !out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) {
    const Cluster cluster = ClusterAt(text, at);
    width += cluster.width;
    at = cluster.end;
  }
  return width;
}

std::string Shorten(absl::string_view text, int width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  if (width <= 1) return width == 1 ? std::string(kEllipsis) : "";
  size_t end = Prefix(text, width - 1);
  // Back to the end of a word, unless that would lose much of the line.
  if (text[end] != ' ') {
    const size_t space = text.substr(0, end).rfind(' ');
    if (space != absl::string_view::npos && space * 3 >= end * 2) end = space;
  }
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  std::string out(text.substr(0, end));
  out.append(kEllipsis.data(), kEllipsis.size());
  return out;
}

std::vector<std::string> Wrap(absl::string_view text, int width) {
  width = std::max(width, 1);
  std::vector<std::string> lines(1);
  int room = width;
  const auto break_line = [&] {
    lines.emplace_back();
    room = width;
  };
  for (absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    int size = DisplayWidth(word);
    if (room < width) {
      if (size + 1 > room) {
        break_line();
      } else {
        lines.back().push_back(' ');
        --room;
      }
    }
    while (size > room) {
      const size_t cut = std::max(Prefix(word, room), ClusterAt(word, 0).end);
      lines.back().append(word.data(), cut);
      word.remove_prefix(cut);
      size = DisplayWidth(word);
      room = 0;
      if (!word.empty()) break_line();
    }
    lines.back().append(word.data(), word.size());
    room -= size;
  }
  for (std::string& line : lines) absl::StrReplaceAll({{kNoBreakSpace, " "}}, &line);
  return lines;
}

std::string Unbroken(absl::string_view text) {
  return absl::StrReplaceAll(text, {{" ", kNoBreakSpace}});
}

std::string Pad(absl::string_view text, int width) {
  std::string out(text);
  out.append(static_cast<size_t>(std::max(0, width - DisplayWidth(text))), ' ');
  return out;
}

std::string PadLeft(absl::string_view text, int width) {
  std::string out(static_cast<size_t>(std::max(0, width - DisplayWidth(text))), ' ');
  out.append(text.data(), text.size());
  return out;
}

}  // namespace consilience
