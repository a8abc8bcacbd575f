// Why the claims of a statement came out as they did, for the people who improve the rules.
#pragma once

#include <cstdint>
#include <string>

#include "engine/claim/claim.h"
#include "engine/claim/extractor.h"

namespace consilience {

// Appends the statement's text, its tree (one word a line), each claim with the rules that made it, and each clause
// that made none with the reason. Thread-safe.
void AppendExplanation(const ExtractionContext& context, uint32_t statement, ClaimView view, std::string* out);

}  // namespace consilience
