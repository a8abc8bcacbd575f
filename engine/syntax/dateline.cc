#include "engine/syntax/dateline.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "engine/base/word_list.h"

namespace consilience {
namespace {

constexpr absl::string_view kDashes[] = {"-", "--", "\u2013", "\u2014"};
constexpr absl::string_view kWithinNames[] = {"of", "and", "de"};

bool IsAllCapitals(absl::string_view form) {
  constexpr size_t kLeast = 3;  // not the "T." of a name
  return form.size() >= kLeast && std::none_of(form.begin(), form.end(), [](char c) {
           return c == '.' || absl::ascii_islower(static_cast<unsigned char>(c));
         });
}

}  // namespace

size_t DatelineWords(absl::Span<const absl::string_view> forms) {
  for (size_t i = 1; i + 1 < std::min(forms.size(), kLongestDateline); ++i) {
    if (IsAmong(kDashes, forms[i])) return forms[i - 1] == ")" || IsAllCapitals(forms[0]) ? i + 1 : 0;
    const bool lower = absl::ascii_islower(static_cast<unsigned char>(forms[i][0]));
    if (lower && !IsAmong(kWithinNames, forms[i])) return 0;
  }
  return 0;
}

}  // namespace consilience
