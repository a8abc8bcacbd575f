// The name of who says it: the person or body that a speech's source stands for. "He" is who was named before, "union
// leader Ana Lee" is Ana Lee, "Ana Lee and Ben Ode" are neither of them.
#pragma once

#include <string>

#include "engine/attribution/speech.h"
#include "engine/claim/extractor.h"

namespace consilience {

// The speaker's canonical name where the source is one entity, else the source's words without their asides. `speech`
// is one of `context.speech`; without `context.entities` or without a source its speaker as attribution has it. Looks
// at a bounded number of words, mentions and earlier speeches. Thread-safe.
std::string NameOfSpeaker(const ExtractionContext& context, const Speech& speech);

}  // namespace consilience
