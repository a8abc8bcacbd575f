#include "engine/statement/post_signature.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace consilience {
namespace {

constexpr absl::string_view kOpening = "(@";
constexpr absl::string_view kDashes[] = {"\u2014", "\u2013", "--", "-"};

bool IsLower(char c) {
  return absl::ascii_islower(static_cast<unsigned char>(c));
}
bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}

// After the parenthesis that closes the handle which `at` opens; npos: no handle.
size_t EndOfHandle(absl::string_view text, size_t at) {
  size_t end = at + kOpening.size();
  while (end < text.size() && (absl::ascii_isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_')) ++end;
  const bool closed = end > at + kOpening.size() && end < text.size() && text[end] == ')';
  return closed ? end + 1 : absl::string_view::npos;
}

// "Ana B. Lee", "HarbourNews", "The Harbour Board": a few words none of which is one of a sentence.
bool IsName(absl::string_view name) {
  constexpr size_t kLongest = 60;  // bytes
  constexpr int kMostWords = 6;
  if (name.empty() || name.size() > kLongest || absl::StartsWith(name, "By ")) return false;
  int words = 0;
  bool ends_lower = false;
  for (const absl::string_view word : absl::StrSplit(name, ' ', absl::SkipEmpty())) {
    ++words;
    const bool particle = word.size() <= 3 && words > 1;  // "Ana de la Cruz"
    ends_lower = IsLower(word[0]);
    if (ends_lower && !particle) return false;
    if (absl::string_view("\"([,:;").find(word[0]) != absl::string_view::npos) return false;
  }
  return words <= kMostWords && !ends_lower;
}

// "May 3, 2019", "5:14 PM - 3 May 2019".
bool IsDayOfPost(absl::string_view stamp) {
  constexpr size_t kLongest = 40;  // bytes
  if (stamp.size() > kLongest) return false;
  bool year = false;
  for (absl::string_view word : absl::StrSplit(stamp, absl::ByAnyChar(" ,."), absl::SkipEmpty())) {
    if (IsLower(word[0])) return false;
    year = year || (word.size() == 4 && std::all_of(word.begin(), word.end(), IsDigit));
  }
  return year || stamp.empty();
}

// Where the dash that parts the name from the post begins; npos: none.
size_t DashBefore(absl::string_view before) {
  size_t found = absl::string_view::npos;
  for (const absl::string_view dash : kDashes) {
    const size_t at = before.rfind(dash);
    if (at == absl::string_view::npos || (found != absl::string_view::npos && at <= found)) continue;
    const bool glued = at > 0 && !absl::ascii_isspace(static_cast<unsigned char>(before[at - 1]));
    if (!glued) found = at;
  }
  return found;
}

absl::string_view WithoutDash(absl::string_view text) {
  for (const absl::string_view dash : kDashes) {
    if (absl::StartsWith(text, dash)) return absl::StripLeadingAsciiWhitespace(text.substr(dash.size()));
  }
  return text;
}

ByteSpan SpanOf(absl::string_view part, absl::string_view text) {
  const auto begin = static_cast<uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

// "... in peace. — Ana Lee (@analee) May 3, 2019"
std::optional<PostSignature> Closing(absl::string_view text, absl::string_view paragraph) {
  const size_t at = paragraph.rfind(kOpening);
  const size_t end = EndOfHandle(paragraph, at);
  if (end == absl::string_view::npos || !IsDayOfPost(absl::StripAsciiWhitespace(paragraph.substr(end)))) return {};
  const size_t dash = DashBefore(paragraph.substr(0, at));
  if (dash == absl::string_view::npos) return {};
  const absl::string_view name = absl::StripAsciiWhitespace(WithoutDash(paragraph.substr(dash, at - dash)));
  if (!IsName(name)) return {};
  return PostSignature{SpanOf(paragraph.substr(dash), text), SpanOf(name, text)};
}

// "Ana Lee (@analee) We leave in peace."
std::optional<PostSignature> Opening(absl::string_view text, absl::string_view paragraph) {
  const size_t at = paragraph.find(kOpening);
  const size_t end = EndOfHandle(paragraph, at);
  if (end == absl::string_view::npos || at == 0) return {};
  const absl::string_view name = absl::StripAsciiWhitespace(paragraph.substr(0, at));
  const absl::string_view post = absl::StripLeadingAsciiWhitespace(paragraph.substr(end));
  const bool speaks = !post.empty() && !IsLower(post[0]) && absl::string_view(".,;:!?)-").find(post[0]) == post.npos &&
                      !absl::StartsWith(post, "\u2014") && !absl::StartsWith(post, "\u2013");
  if (!speaks || IsDayOfPost(post) || !IsName(name)) return {};
  return PostSignature{SpanOf(paragraph.substr(0, end), text), SpanOf(name, text)};
}

}  // namespace

std::optional<PostSignature> FindPostSignature(absl::string_view text, ByteSpan paragraph) {
  const absl::string_view words = paragraph.In(text);
  if (!absl::StrContains(words, kOpening)) return {};
  const std::optional<PostSignature> closing = Closing(text, words);
  return closing.has_value() ? closing : Opening(text, words);
}

bool IsPostSignature(absl::string_view statement) {
  const size_t at = statement.find(kOpening);
  if (at == absl::string_view::npos) return false;
  const size_t end = EndOfHandle(statement, at);
  return end != absl::string_view::npos && IsDayOfPost(absl::StripAsciiWhitespace(statement.substr(end))) &&
         IsName(absl::StripAsciiWhitespace(WithoutDash(statement.substr(0, at))));
}

}  // namespace consilience
