// Treebank sentences as the network is trained on them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "engine/syntax/tagset.h"
#include "tools/trainer/lexicon.h"
#include "tools/trainer/name_book.h"
#include "tools/trainer/network.h"
#include "tools/trainer/random.h"
#include "tools/trainer/treebank.h"
#include "tools/trainer/word_vectors.h"

namespace consilience::training {

// A sentence to learn from: annotated, parsed by teachers, or both.
struct Example {
  const GoldSentence* gold = nullptr;
  const std::vector<SoftTargets>* soft = nullptr;  // per word
  float soft_share = 0;                            // 1: nothing but the forms of `gold` is known
  uint32_t source = 0;                             // the treebank, from 1; 0 for sentences of none
};

// The words and relations a model knows.
class Vocabulary {
 public:
  Vocabulary(absl::Span<const GoldSentence> sentences, WordVectors vectors, Lexicon lexicon);

  uint32_t words() const { return static_cast<uint32_t>(counts_.size()); }
  const std::vector<Relation>& relations() const { return relations_; }
  // Its place among `relations`, or that of its universal part.
  uint32_t RelationNumber(Relation relation) const { return relation_number_[static_cast<size_t>(relation)]; }
  // Row of a normalised form's hash; 0 when unknown.
  uint32_t Row(uint64_t form_hash) const;
  const WordVectors& vectors() const { return vectors_; }
  const Lexicon& lexicon() const { return lexicon_; }
  // (hash, row) of every known word.
  std::vector<std::pair<uint64_t, uint32_t>> Entries() const;

  // How a sentence may be changed so that the network meets headlines and careless typing.
  enum class Variant { kPlain, kTitleCase, kCapitals, kLowerCase, kNoFinalStop };
  TrainingSentence Encode(const Example& example, Variant variant) const;

 private:
  static constexpr size_t kLeastWordCount = 2;
  static constexpr size_t kLeastRelationCount = 20;

  std::map<uint64_t, uint32_t> rows_;
  std::vector<size_t> counts_;  // by row
  std::vector<Relation> relations_;
  std::vector<uint32_t> relation_number_;  // by Relation
  WordVectors vectors_;
  Lexicon lexicon_;
};

// One pass over the examples: each in a random variant, in batches of about `words` words of sentences of like length.
struct Epoch {
  std::vector<TrainingSentence> sentences;
  std::vector<Batch> batches;
};
// Where there is a book, `exchanged` of the names are replaced by others.
struct Exchange {
  const NameBook* book = nullptr;
  double share = 0;
};
Epoch MakeEpoch(absl::Span<const Example> examples, const Vocabulary& vocabulary, const Exchange& exchange,
                size_t words, Random* random);
// The same batches of plain variants in the order of their lengths.
Epoch MakePlainEpoch(absl::Span<const Example> examples, const Vocabulary& vocabulary, size_t words);

}  // namespace consilience::training
