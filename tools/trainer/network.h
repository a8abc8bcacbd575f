// The network in training: forward pass, gradients and the optimiser.
//
// Method: BiLSTM layers under biaffine attention for arcs and labels (Dozat and Manning 2017); parts of speech read
// the first layer, names (BIO) the last, each through a layer of their own. Losses are cross-entropies, summed with
// fixed weights. Adam (Kingma and Ba 2015) with lazy updates for the rows of embedding tables.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/syntax/features.h"

namespace consilience::training {

struct Sizes {
  uint32_t words = 0;  // rows of the word table; row 0 stands for unknown words
  uint32_t relations = 0;
  uint32_t upos = 0;
  uint32_t xpos = 0;
  uint32_t names = 0;
  uint32_t vectors = 0;           // columns of the frozen vectors words bring along; 0 for none
  uint32_t lexicon = 0;           // rows of the table of the lexicon's sets of kinds; 0 for none
  bool names_read_first = false;  // whether names read the first layer beside the last
  uint32_t sources = 0;           // whose conventions tags and names tell apart; 0 for none
  uint32_t word_dimension = 96;
  uint32_t part_dimension = 24;
  uint32_t shape_dimension = 16;
  uint32_t lexicon_dimension = 8;
  uint32_t layers = 2;
  uint32_t state = 160;  // of one LSTM in one direction
  uint32_t arc = 160;
  uint32_t label = 64;
  uint32_t tag = 128;  // of the layer that parts of speech read
  uint32_t name = 64;  // of the layer that names read

  uint32_t input() const;
};

// What teachers say of a word: distributions.
struct SoftTargets {
  std::vector<float> heads;  // 0 is the root, word i is i + 1
  std::vector<float> relation, upos, xpos, name;
};

// A word as the network is trained on it.
struct TrainingWord {
  uint32_t word = 0;
  uint32_t vector = 0;  // row of the frozen vectors; row 0 is for words without one
  uint32_t lexicon = 0;
  uint32_t source = 0;  // whose conventions its tags and its name follow
  float unknown = 0;    // probability of training it as an unknown word
  std::array<uint32_t, kPartCount> parts = {};
  uint32_t upos = 0;
  uint32_t xpos = 0;
  uint32_t relation = 0;
  uint32_t head = 0;  // 0 is the root, word i is i + 1
  int32_t name = -1;  // -1 where names are not annotated
  const SoftTargets* soft = nullptr;
  float soft_share = 0;  // of the soft targets in the loss; the rest is for those above
};
using TrainingSentence = std::vector<TrainingWord>;
using Batch = std::vector<const TrainingSentence*>;

struct Losses {
  double arc = 0;
  double label = 0;
  double upos = 0;
  double xpos = 0;
  double names = 0;
  double total = 0;  // weighted, per word
};

// What one parameter looks like from outside: `rows` x `columns`, row by row.
struct ParameterView {
  std::string name;
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::vector<float> values;
};

template <typename Scalar>
class Network {
 public:
  Network(const Sizes& sizes, uint64_t seed);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  // Frozen vectors, row by row; the first row should be zero.
  void SetVectors(const std::vector<float>& vectors);

  // Computes losses and, when `with_gradients`, the gradients of the total. `dropout` 0 makes it a function of its
  // input.
  Losses Run(const Batch& batch, double dropout, bool with_gradients);
  // Adds `share` of what the network says of every word of a sentence; relations are those at the words' heads.
  void Predict(const Batch& batch, float share, const std::vector<std::vector<SoftTargets>*>& out);
  // One step of Adam; the gradient is clipped to `most` in norm and cleared.
  void Step(double rate, double most);

  // Takes over every parameter that `other` has as well, and how far its training has come.
  void Adopt(const Network& other);
  // From now on nothing is learned but the layers of tags and names: the rest stays as it is, and losses are theirs
  // alone. What is restored afterwards must have been saved by a network that learned as little.
  void LearnHeadsOnly();
  // Counts the present weights into their mean over all calls of this.
  void CountIntoMean();
  // A network of those mean weights; of the present ones when none were counted.
  std::unique_ptr<Network> Mean() const;

  std::vector<ParameterView> Parameters() const;
  // Everything that training goes on from, as bytes; `Restore` is false when they are of another network.
  std::string Save() const;
  bool Restore(const std::string& bytes);
  // For checking gradients by differences.
  size_t ParameterCount() const;
  size_t ParameterSize(size_t parameter) const;
  double Value(size_t parameter, size_t index) const;
  void SetValue(size_t parameter, size_t index, double value);
  double Gradient(size_t parameter, size_t index) const;
  void ClearGradients();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

extern template class Network<float>;
extern template class Network<double>;

}  // namespace consilience::training
