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

}  // namespace consilience
