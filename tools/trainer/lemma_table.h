// Learns the lemmatiser's tables from a treebank.
#pragma once

#include <vector>

#include "absl/types/span.h"
#include "engine/syntax/model_file.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

// Adds the sections engine/syntax/lemmatizer.h reads.
void AddLemmaTables(absl::Span<const GoldSentence> sentences, ModelBuilder* model);

}  // namespace consilience::training
