// The trained network at work: from words to tags, scores of heads, labels and names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/units.h"
#include "engine/syntax/decoder.h"
#include "engine/syntax/features.h"
#include "engine/syntax/hash_index.h"
#include "engine/syntax/kernels.h"
#include "engine/syntax/model_file.h"
#include "engine/syntax/tagset.h"

namespace consilience {

// What the network says of one word. Heads count from 0 within the words given; kRoot is the root.
struct Tagging {
  int32_t head = 0;
  Relation relation = Relation::kDep;
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kXx;
  NameKind name = NameKind::kNone;
  bool name_begins = false;
  Probability arc;    // of the head
  Probability label;  // of the relation, given the head
};

// Thread-safe after reading; each thread brings its own Buffers.
class Network {
 public:
  // Grow to the longest sentence seen.
  struct Buffers {
    std::vector<WordFeatures> features;
    std::vector<float> input, projected, from_state, cell, state, scores, query, heads, heads_transposed, labels, xpos,
        added;
    std::vector<float> input_scale, row_scale, first_scale;
    std::vector<int16_t> input_quantized, first, spare, last, row_quantized;
    std::vector<int32_t> tree;
    std::vector<uint8_t> back;
    TreeDecoder decoder;
  };

  // Packs the weights of a model; the model's bytes must outlive the network. DataLoss when its tables do not fit.
  static absl::StatusOr<Network> Read(const ModelFile& model);

  // Analyses the words of one sentence, all at once; `out` holds one element per form.
  void Run(absl::Span<const absl::string_view> forms, const Kernels& kernels, Buffers* buffers,
           absl::Span<Tagging> out) const;

 private:
  struct Layer {
    std::vector<int8_t> values;
    std::vector<float> scale, bias;
    size_t inputs = 0;
    size_t outputs = 0;
    size_t used = 0;  // outputs without padding

    PackedWeights View() const { return {values.data(), scale.data(), bias.data(), inputs, outputs}; }
  };
  struct Lstm {
    Layer input, recurrent;
  };
  struct Table {
    QuantizedMatrix rows;
    size_t column = 0;
  };
  struct NameLabel {
    NameKind kind = NameKind::kNone;
    bool begins = false;
  };

  class Reader;

  void Embed(absl::Span<const absl::string_view> forms, const Kernels& kernels, Buffers* buffers) const;
  void RunLstm(const Lstm& lstm, bool backwards, const QuantizedRows& input, size_t n, const Kernels& kernels,
               Buffers* buffers, int16_t* out) const;
  // Leaves rectified outputs of `layer` for `rows`, quantised again, in the buffers.
  QuantizedRows Hide(const Layer& layer, const QuantizedRows& rows, size_t n, const Kernels& kernels,
                     Buffers* buffers) const;
  // The latter half of it, for what is in `query`.
  QuantizedRows Rectify(size_t depth, size_t n, const Kernels& kernels, Buffers* buffers) const;
  // What names read: the last layer's states and, where the model says so, the first one's.
  QuantizedRows HideNames(size_t n, const Kernels& kernels, Buffers* buffers) const;
  void Tag(size_t n, const Kernels& kernels, Buffers* buffers, absl::Span<Tagging> out) const;
  void Parse(size_t n, const Kernels& kernels, Buffers* buffers, absl::Span<Tagging> out) const;
  void Label(size_t n, const Kernels& kernels, Buffers* buffers, absl::Span<Tagging> out) const;
  void Name(size_t n, const Kernels& kernels, Buffers* buffers, absl::Span<Tagging> out) const;

  size_t input_size_ = 0;
  size_t state_ = 0;
  Table words_;
  Table parts_[kPartCount];
  Table lexicon_, vectors_;  // no rows when the model has none
  HashIndex word_index_, lexicon_index_, vector_index_;
  std::vector<std::array<Lstm, 2>> layers_;  // [layer][direction]
  std::vector<int16_t> root_;
  float root_scale_ = 0;
  Layer tag_hidden_, name_hidden_, upos_, xpos_, names_, arc_dependent_, arc_head_, arc_, label_dependent_, label_head_,
      label_;
  Layer name_first_;  // what names read in the first layer; without outputs when the model has none
  std::vector<Upos> upos_tags_;
  std::vector<Xpos> xpos_tags_;
  // Numbers of tags that go together.
  std::vector<std::pair<uint32_t, uint32_t>> tag_pairs_;
  // What a relation adds to the score of a pair: a row of pairs for each Relation.
  std::vector<float> pair_affinity_;
  std::vector<Relation> relations_;
  std::vector<NameLabel> name_labels_;
  size_t relation_stride_ = 0;
};

}  // namespace consilience
