#include "engine/document/text_check.h"

#include <simdjson.h>

#include <algorithm>

namespace consilience {
namespace {

// Length of the well-formed UTF-8 sequence at the beginning of `text`, which is not empty; 0 when there is none.
size_t SequenceLength(absl::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  // The second byte keeps out overlong forms, surrogates and what lies past U+10FFFF.
  const unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (byte(1) < low || byte(1) > high) return 0;
  for (size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

std::optional<TextFault> FindTextFault(absl::string_view text) {
  const size_t nul = text.find('\0');
  if (simdjson::validate_utf8(text.data(), text.size())) {
    if (nul == absl::string_view::npos) return std::nullopt;
    return TextFault{nul, "holds a NUL byte"};
  }
  size_t at = 0;
  while (at < text.size()) {
    if (at == nul) return TextFault{at, "holds a NUL byte"};
    const size_t length = SequenceLength(text.substr(at, 4));
    if (length == 0) break;
    at += length;
  }
  return TextFault{at, "is not valid UTF-8"};
}

}  // namespace consilience
