// Claims as JSON, as `consilience extract` prints them.
#pragma once

#include "engine/base/json_writer.h"
#include "engine/claim/claim.h"
#include "engine/claim/confidence.h"

namespace consilience {

// Appends one object: subject, predicate, object, arguments, polarity, modality, speaker, values, date, place,
// confidence, in this order. What a claim does not have is null.
void AppendClaimJson(const Claim& claim, JsonWriter* json);
// With "rules", the names of those that made it, "arc", its least certain arc, and "features", those that its
// confidence rests on and that are not 0, by name.
void AppendClaimJson(const Claim& claim, const ConfidenceFeatures& features, JsonWriter* json);

}  // namespace consilience
