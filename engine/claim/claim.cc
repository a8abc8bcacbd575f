#include "engine/claim/claim.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace consilience {

absl::string_view ToString(Polarity polarity) {
  return polarity == Polarity::kNegated ? "negated" : "affirmed";
}

absl::string_view ToString(Modality modality) {
  switch (modality) {
    case Modality::kAsserted:
      return "asserted";
    case Modality::kPossible:
      return "possible";
    case Modality::kNecessary:
      return "necessary";
    case Modality::kPlanned:
      return "planned";
    case Modality::kConditional:
      return "conditional";
    case Modality::kDenied:
      return "denied";
  }
  return "asserted";
}

namespace {

const Value* ValueOf(const Claim& claim, const Phrase& phrase) {
  const Value* number = nullptr;
  int numbers = 0;
  for (const Value& value : claim.values) {
    if (!phrase.span.Contains(value.span)) continue;
    if (value.head_word == phrase.head_word || value.span == phrase.span) return &value;
    if (value.kind == ValueKind::kDate) continue;
    // "Four of its nine carriages": the part, not the whole.
    const auto length = static_cast<size_t>(value.span.end - value.span.begin);
    const bool opens = value.span.begin == phrase.span.begin && length < phrase.text.size();
    if (opens && absl::StartsWith(absl::string_view(phrase.text).substr(length), " of ")) return &value;
    number = &value;
    ++numbers;
  }
  return numbers == 1 ? number : nullptr;
}

}  // namespace

const Value* ObjectValue(const Claim& claim) {
  return ValueOf(claim, claim.object);
}

const Value* SubjectValue(const Claim& claim) {
  return ValueOf(claim, claim.subject);
}

}  // namespace consilience
