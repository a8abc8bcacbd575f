#include "engine/statement/character.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace consilience {
namespace {

bool IsSpace(uint32_t code) {
  return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0 || (code >= 0x200B && code <= 0x200F) || code == 0x2060 ||
         code == 0xFEFF || code == 0xAD || u_charType(static_cast<UChar32>(code)) == U_CONTROL_CHAR;
}

}  // namespace

Character CharacterAt(absl::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    CharacterClass kind = CharacterClass::kMark;
    if (first <= ' ' || first == 0x7f) {
      kind = CharacterClass::kSpace;
    } else if (first >= '0' && first <= '9') {
      kind = CharacterClass::kDigit;
    } else if ((first | 0x20) >= 'a' && (first | 0x20) <= 'z') {
      kind = CharacterClass::kLetter;
    }
    return {first, 1, kind};
  }
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto length = static_cast<int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  int32_t i = 0;
  UChar32 code = 0;
  U8_NEXT(bytes + at, i, length, code);
  if (code < 0) return {0xFFFD, 1, CharacterClass::kMark};
  Character out{static_cast<uint32_t>(code), static_cast<uint32_t>(i), CharacterClass::kMark};
  if (IsSpace(out.code)) {
    out.kind = CharacterClass::kSpace;
  } else if (u_isdigit(code) != 0) {
    out.kind = CharacterClass::kDigit;
  } else if ((U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0) {
    out.kind = CharacterClass::kLetter;
  }
  return out;
}

}  // namespace consilience
