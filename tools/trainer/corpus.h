// Treebank sentences as the network is trained on them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "engine/syntax/tagset.h"
#include "tools/trainer/network.h"
#include "tools/trainer/random.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

// The words and relations a model knows.
class Vocabulary {
 public:
  explicit Vocabulary(absl::Span<const GoldSentence> sentences);

  uint32_t words() const { return static_cast<uint32_t>(counts_.size()); }
  const std::vector<Relation>& relations() const { return relations_; }
  // Row of a normalised form's hash; 0 when unknown.
  uint32_t Row(uint64_t form_hash) const;
  // (hash, row) of every known word.
  std::vector<std::pair<uint64_t, uint32_t>> Entries() const;

  // How a sentence may be changed so that the network meets headlines and careless typing.
  enum class Variant { kPlain, kTitleCase, kCapitals, kLowerCase, kNoFinalStop };
  TrainingSentence Encode(const GoldSentence& sentence, Variant variant) const;

 private:
  static constexpr size_t kLeastWordCount = 2;
  static constexpr size_t kLeastRelationCount = 20;

  std::map<uint64_t, uint32_t> rows_;
  std::vector<size_t> counts_;  // by row
  std::vector<Relation> relations_;
  std::vector<uint32_t> relation_number_;  // by Relation
};

// One pass over the sentences: each in a random variant, in batches of about `words` words of sentences of like length.
struct Epoch {
  std::vector<TrainingSentence> sentences;
  std::vector<Batch> batches;
};
Epoch MakeEpoch(absl::Span<const GoldSentence> gold, const Vocabulary& vocabulary, size_t words, Random* random);

}  // namespace consilience::training
