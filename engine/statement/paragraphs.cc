#include "engine/statement/paragraphs.h"

#include <algorithm>

#include "engine/statement/character.h"

namespace consilience {
namespace {

struct Line {
  ByteSpan span;  // without white space at either end; empty for a blank line
  bool begins_lower = false;
  bool ends_open = false;  // with no mark that ends a sentence
};

std::vector<Line> FindLines(absl::string_view text) {
  std::vector<Line> lines;
  size_t begin = 0;
  while (begin <= text.size()) {
    // U+2028 and U+2029 are rare enough to be spaces; CR, LF, CRLF, VT and FF end a line.
    const size_t end = std::min(text.find_first_of("\n\r\v\f", begin), text.size());
    Line line;
    size_t first = begin;
    while (first < end && CharacterAt(text, first).kind == CharacterClass::kSpace)
      first += CharacterAt(text, first).bytes;
    size_t last = first;  // after the last character that is not white space
    size_t last_begin = first;
    for (size_t i = first; i < end;) {
      const Character c = CharacterAt(text, i);
      if (c.kind != CharacterClass::kSpace) {
        last_begin = i;
        last = i + c.bytes;
      }
      i += c.bytes;
    }
    line.span = {static_cast<uint32_t>(first), static_cast<uint32_t>(last)};
    if (!line.span.empty()) {
      line.begins_lower = text[first] >= 'a' && text[first] <= 'z';
      const Character c = CharacterAt(text, last_begin);
      line.ends_open = c.kind != CharacterClass::kMark || c.code == ',' || c.code == '-';
    }
    lines.push_back(line);
    if (end == text.size()) break;
    begin = end + 1;
  }
  return lines;
}

constexpr uint32_t kShortestWrapped = 40;
constexpr uint32_t kLongestWrapped = 120;

// Lines that would go on, if the text is wrapped, must be of wrapped length; and enough of them must go on in lower
// case.
bool IsWrapped(const std::vector<Line>& lines) {
  int followed = 0;
  int fitting = 0;
  int continuing = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.span.empty() || lines[i + 1].span.empty()) continue;
    ++followed;
    fitting += line.span.size() >= kShortestWrapped && line.span.size() <= kLongestWrapped;
    continuing += line.ends_open && lines[i + 1].begins_lower;
  }
  return followed >= 3 && fitting * 10 >= followed * 7 && continuing * 10 >= followed * 3;
}

}  // namespace

std::vector<ByteSpan> FindParagraphs(absl::string_view text) {
  const std::vector<Line> lines = FindLines(text);
  const bool wrapped = IsWrapped(lines);
  std::vector<ByteSpan> paragraphs;
  bool open = false;
  for (const Line& line : lines) {
    if (line.span.empty()) {
      open = false;
      continue;
    }
    if (open) {
      paragraphs.back().end = line.span.end;
    } else {
      paragraphs.push_back(line.span);
    }
    open = wrapped && (line.ends_open || line.span.size() >= kShortestWrapped);
  }
  return paragraphs;
}

}  // namespace consilience
