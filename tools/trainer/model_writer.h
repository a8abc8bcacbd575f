// From a trained network to the bytes of the model's file.
#pragma once

#include <string>

#include "absl/types/span.h"
#include "tools/trainer/corpus.h"
#include "tools/trainer/network.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

// `settings` says how the model was made, in lines of "name value"; `boundaries` are the weights of sentence
// boundaries.
std::string WriteModel(const Network<float>& network, const Vocabulary& vocabulary,
                       absl::Span<const GoldSentence> sentences, const std::string& settings,
                       const std::string& boundaries);

}  // namespace consilience::training
