// What a claim may say: the words that its spans hold, and no others.
#pragma once

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/claim/claim.h"

namespace consilience::testing {

// True when the pieces of `said`, cut at spaces, stand one behind the other in `written`.
inline bool SaidInOrder(absl::string_view said, absl::string_view written) {
  size_t at = 0;
  for (const absl::string_view piece : absl::StrSplit(said, ' ', absl::SkipEmpty())) {
    at = written.find(piece, at);
    if (at == absl::string_view::npos) return false;
    at += piece.size();
  }
  return true;
}

// What in the claim the text does not say; empty when all of it is there.
inline std::string Unlicensed(const Claim& claim, absl::string_view text) {
  const auto in = [&](ByteSpan span) { return span.begin <= span.end && span.end <= text.size(); };
  const auto phrase = [&](const char* part, absl::string_view said, ByteSpan span) -> std::string {
    if (!in(span)) return absl::StrCat(part, " lies outside of the text");
    return SaidInOrder(said, span.In(text))
               ? ""
               : absl::StrCat(part, " says '", said, "' where the text has '", span.In(text), "'");
  };
  std::string wrong = phrase("the subject", claim.subject.text, claim.subject.span);
  if (wrong.empty() && !claim.object.empty()) wrong = phrase("the object", claim.object.text, claim.object.span);
  for (const Argument& argument : claim.arguments) {
    if (wrong.empty()) wrong = phrase("an argument", argument.text, argument.span);
    const std::string lower = absl::AsciiStrToLower(text);
    for (const absl::string_view piece : absl::StrSplit(argument.role, ' ', absl::SkipEmpty())) {
      if (wrong.empty() && !absl::StrContains(lower, piece)) wrong = absl::StrCat("no preposition ", piece);
    }
  }
  if (!wrong.empty()) return wrong;
  if (!in(claim.predicate.span)) return "the predicate lies outside of the text";
  // What stands before the verb may follow it in the predicate. An apposition says "is" without a word of the text.
  const bool unsaid = claim.rules.Contains(Rule::kApposition) || claim.rules.Contains(Rule::kTitle);
  bool first = true;
  for (const absl::string_view piece : absl::StrSplit(claim.predicate.text, ' ', absl::SkipEmpty())) {
    const bool is = first && unsaid && piece == "is";
    first = false;
    if (!is && !absl::StrContains(claim.predicate.span.In(text), piece)) {
      return absl::StrCat("the predicate says '", piece, "'");
    }
  }
  for (const Value& value : claim.values) {
    if (!in(value.span) || value.text != std::string(value.span.In(text))) return "a value is not in the text";
  }
  return "";
}

}  // namespace consilience::testing
