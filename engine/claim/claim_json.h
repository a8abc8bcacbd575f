// Claims as JSON, as `consilience extract` prints them.
#pragma once

#include "engine/base/json_writer.h"
#include "engine/claim/claim.h"

namespace consilience {

enum class ClaimDetail {
  kPlain,
  kRules,  // with "rules", the names of those that made it, and "arc", the least certain arc
};

// Appends one object: subject, predicate, object, arguments, polarity, modality, speaker, values, date, place,
// confidence, in this order. What a claim does not have is null.
void AppendClaimJson(const Claim& claim, JsonWriter* json, ClaimDetail detail = ClaimDetail::kPlain);

}  // namespace consilience
