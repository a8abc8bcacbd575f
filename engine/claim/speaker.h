// Who can say something: a person, a group, an organisation, a document. "Hush money" and "her apartment" cannot,
// whatever verb they were read as the subject of.
#pragma once

#include <cstdint>

#include "engine/syntax/analysis.h"

namespace consilience {

// Whether what word `head` heads can be a speaker. Names can; of nouns those of engine/claim/data/speakers.tsv,
// people.txt and titles; of pronouns those for people. Thread-safe.
bool MaySpeak(const Analysis& analysis, int32_t head);

}  // namespace consilience
