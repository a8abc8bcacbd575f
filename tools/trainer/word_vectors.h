// Vectors of words, learned from their neighbours in plain text.
//
// Method: skip-grams with negative sampling (Mikolov et al. 2013) in which each position around a word has an output
// table of its own (Ling et al. 2015), so that vectors tell what words do in a sentence more than what it is about.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "absl/types/span.h"

namespace consilience::training {

struct WordVectors {
  uint32_t columns = 0;
  std::map<uint64_t, uint32_t> rows;  // hash of the normalised form -> row; row 0 belongs to no word and is zero
  std::vector<float> values;          // row by row

  uint32_t Row(uint64_t form_hash) const {
    const auto found = rows.find(form_hash);
    return found == rows.end() ? 0 : found->second;
  }
};

struct VectorSettings {
  uint32_t columns = 64;
  uint32_t reach = 2;        // neighbours on either side
  uint32_t least_count = 8;  // of a word that gets a vector
  uint32_t negatives = 5;
  uint32_t passes = 5;
  double rate = 0.025;
  double deviation = 0.25;  // of the values, once they are learned
};

// `sentences` hold the hashes of the normalised forms of their words. Deterministic from the seed.
WordVectors LearnVectors(absl::Span<const std::vector<uint64_t>> sentences, const VectorSettings& settings,
                         uint64_t seed);

}  // namespace consilience::training
