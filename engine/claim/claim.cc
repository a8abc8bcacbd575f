#include "engine/claim/claim.h"

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

const Value* ObjectValue(const Claim& claim) {
  const Value* number = nullptr;
  int numbers = 0;
  for (const Value& value : claim.values) {
    if (!claim.object.span.Contains(value.span)) continue;
    if (value.head_word == claim.object.head_word || value.span == claim.object.span) return &value;
    if (value.kind == ValueKind::kDate) continue;
    number = &value;
    ++numbers;
  }
  return numbers == 1 ? number : nullptr;
}

}  // namespace consilience
