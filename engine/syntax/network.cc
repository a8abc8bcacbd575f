#include "engine/syntax/network.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/analysis.h"

namespace consilience {
namespace {

constexpr float kStateScale = 1.0f / 32767.0f;
constexpr float kNever = -1e9f;
// 16 bits times 8 bits, summed over this many inputs, stays within 32 bits.
constexpr size_t kMostInputs = 480;
constexpr size_t kLabelsAtOnce = 8;  // words

template <typename T>
void Grow(size_t size, std::vector<T>* v) {
  if (v->size() < size) v->resize(size);
}

size_t Best(const float* scores, size_t n) {
  size_t best = 0;
  for (size_t i = 1; i < n; ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  return best;
}

Probability ShareOf(float share) {
  const float millionths = share * static_cast<float>(Probability::kOne);
  return Probability::FromMillionths(std::isfinite(millionths) ? static_cast<int32_t>(std::lround(millionths)) : 0);
}

}  // namespace

// Reads tables and checks that they fit each other.
class Network::Reader {
 public:
  Reader(const ModelFile& model, Network* network) : model_(model), network_(*network) {}

  absl::Status Read() {
    CONSILIENCE_RETURN_IF_ERROR(ReadTags());
    CONSILIENCE_RETURN_IF_ERROR(ReadTables());
    CONSILIENCE_RETURN_IF_ERROR(ReadLstms());
    return ReadHeads();
  }

 private:
  absl::Status Misfit(absl::string_view section) const {
    return model_.Damaged(absl::StrCat("section ", section, " does not fit the others"));
  }

  template <typename Tag, typename Parse>
  absl::Status ReadTagList(absl::string_view section, Parse parse, std::vector<Tag>* tags) const {
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::string_view text, model_.Text(section));
    for (const absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
      const auto tag = parse(line);
      if (!tag) return model_.Damaged(absl::StrCat("section ", section, " holds an unknown tag"));
      tags->push_back(*tag);
    }
    return tags->empty() ? Misfit(section) : absl::OkStatus();
  }

  absl::Status ReadTags() {
    CONSILIENCE_RETURN_IF_ERROR(ReadTagList("tags.upos", ParseUpos, &network_.upos_tags_));
    CONSILIENCE_RETURN_IF_ERROR(ReadTagList("tags.xpos", ParseXpos, &network_.xpos_tags_));
    CONSILIENCE_RETURN_IF_ERROR(ReadTagList("tags.relations", ParseRelation, &network_.relations_));
    CONSILIENCE_RETURN_IF_ERROR(ReadTagPairs());
    network_.relation_stride_ = RoundUpToLanes(network_.relations_.size());
    const auto parse_name = [](absl::string_view label) -> std::optional<NameLabel> {
      if (label == "O") return NameLabel();
      for (const NameKind kind : {NameKind::kPerson, NameKind::kPlace, NameKind::kOrganisation}) {
        if (label.size() == 5 && label[1] == '-' && label.substr(2) == ToString(kind)) {
          return NameLabel{kind, label[0] == 'B'};
        }
      }
      return std::nullopt;
    };
    CONSILIENCE_RETURN_IF_ERROR(ReadTagList("tags.names", parse_name, &network_.name_labels_));
    if (network_.name_labels_.size() > 200 || network_.name_labels_[0].kind != NameKind::kNone) {
      return Misfit("tags.names");
    }
    return absl::OkStatus();
  }

  // Each number of the pairs holds an UPOS's number in its upper half and an XPOS's in its lower. A model without pairs
  // knows all of them; affinities have a row of pairs for each relation.
  absl::Status ReadTagPairs() {
    if (!model_.Has("tags.pairs")) {
      for (uint32_t u = 0; u < network_.upos_tags_.size(); ++u) {
        for (uint32_t x = 0; x < network_.xpos_tags_.size(); ++x) network_.tag_pairs_.emplace_back(u, x);
      }
      network_.pair_affinity_.assign(kRelationCount * network_.tag_pairs_.size(), 0);
      return absl::OkStatus();
    }
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const uint32_t> pairs, model_.Numbers("tags.pairs"));
    for (const uint32_t pair : pairs) {
      network_.tag_pairs_.emplace_back(pair >> 16, pair & 0xFFFF);
      const auto& [upos, xpos] = network_.tag_pairs_.back();
      if (upos >= network_.upos_tags_.size() || xpos >= network_.xpos_tags_.size()) return Misfit("tags.pairs");
    }
    if (pairs.empty()) return Misfit("tags.pairs");
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> affinity, model_.Floats("tags.affinity"));
    if (affinity.size() != pairs.size() * network_.relations_.size()) return Misfit("tags.affinity");
    network_.pair_affinity_.assign(kRelationCount * pairs.size(), 0);
    for (size_t r = 0; r < network_.relations_.size(); ++r) {
      const auto row = affinity.subspan(r * pairs.size(), pairs.size());
      const size_t to = static_cast<size_t>(network_.relations_[r]) * pairs.size();
      std::copy(row.begin(), row.end(), network_.pair_affinity_.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return absl::OkStatus();
  }

  absl::Status ReadTable(absl::string_view section, Table* table) {
    CONSILIENCE_ASSIGN_OR_RETURN(table->rows, model_.Matrix(section));
    if (table->rows.rows == 0 || table->rows.columns > kMostInputs) return Misfit(section);
    table->column = network_.input_size_;
    network_.input_size_ += table->rows.columns;
    return absl::OkStatus();
  }

  absl::Status ReadTables() {
    CONSILIENCE_RETURN_IF_ERROR(ReadTable("word", &network_.words_));
    for (size_t i = 0; i < kPartCount; ++i) {
      CONSILIENCE_RETURN_IF_ERROR(ReadTable(kPartTables[i].name, &network_.parts_[i]));
      if (network_.parts_[i].rows.rows != kPartTables[i].rows) return Misfit(kPartTables[i].name);
    }
    CONSILIENCE_RETURN_IF_ERROR(ReadIndex("word.index", network_.words_, &network_.word_index_));
    if (model_.Has("lexicon")) {
      CONSILIENCE_RETURN_IF_ERROR(ReadTable("lexicon", &network_.lexicon_));
      CONSILIENCE_RETURN_IF_ERROR(ReadIndex("lexicon.index", network_.lexicon_, &network_.lexicon_index_));
    }
    if (model_.Has("vector")) {
      CONSILIENCE_RETURN_IF_ERROR(ReadTable("vector", &network_.vectors_));
      CONSILIENCE_RETURN_IF_ERROR(ReadIndex("vector.index", network_.vectors_, &network_.vector_index_));
    }
    return absl::OkStatus();
  }

  absl::Status ReadIndex(absl::string_view section, const Table& table, HashIndex* index) const {
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const uint32_t> slots, model_.Numbers(section));
    if (!HashIndex::Valid(slots, table.rows.rows)) return Misfit(section);
    *index = HashIndex(slots);
    return absl::OkStatus();
  }

  // `order` maps outputs of the layer to rows of the section (none: -1); an empty section of biases means zeros.
  absl::Status Pack(absl::string_view section, absl::string_view bias_section, size_t inputs,
                    const std::vector<int64_t>& order, Layer* layer) const {
    CONSILIENCE_ASSIGN_OR_RETURN(const QuantizedMatrix matrix, model_.Matrix(section));
    absl::Span<const float> bias;
    if (!bias_section.empty()) {
      CONSILIENCE_ASSIGN_OR_RETURN(bias, model_.Floats(bias_section));
      if (bias.size() != matrix.rows) return Misfit(bias_section);
    }
    if (matrix.columns != inputs || inputs > kMostInputs) return Misfit(section);
    layer->used = order.size();
    layer->inputs = RoundUpToLanes(inputs);
    layer->outputs = RoundUpToLanes(order.size());
    layer->values.assign(layer->inputs * layer->outputs, 0);
    layer->scale.assign(layer->outputs, 0);
    layer->bias.assign(layer->outputs, 0);
    for (size_t o = 0; o < order.size(); ++o) {
      if (order[o] < 0) continue;
      const size_t row = static_cast<size_t>(order[o]);
      layer->scale[o] = matrix.scale[row];
      if (!bias.empty()) layer->bias[o] = bias[row];
      int8_t* block = layer->values.data() + o / kLanes * kLanes * layer->inputs + o % kLanes * 2;
      for (size_t i = 0; i < inputs; ++i) block[i / 2 * 2 * kLanes + i % 2] = matrix.row(row)[i];
    }
    return absl::OkStatus();
  }

  absl::Status PackInOrder(absl::string_view section, absl::string_view bias_section, size_t inputs, size_t outputs,
                           Layer* layer) const {
    CONSILIENCE_ASSIGN_OR_RETURN(const QuantizedMatrix matrix, model_.Matrix(section));
    if (matrix.rows != outputs) return Misfit(section);
    std::vector<int64_t> order(outputs);
    for (size_t o = 0; o < outputs; ++o) order[o] = static_cast<int64_t>(o);
    return Pack(section, bias_section, inputs, order, layer);
  }

  absl::Status ReadLstms() {
    CONSILIENCE_ASSIGN_OR_RETURN(const QuantizedMatrix recurrent, model_.Matrix("layer1.forward.recurrent"));
    const size_t state = network_.state_ = recurrent.columns;
    if (state == 0 || state % kLanes != 0 || 2 * state > kMostInputs) return Misfit("layer1.forward.recurrent");
    size_t inputs = network_.input_size_;
    for (size_t layer = 1; model_.Has(absl::StrCat("layer", layer, ".forward.input")); ++layer) {
      network_.layers_.emplace_back();
      for (size_t direction = 0; direction < 2; ++direction) {
        const std::string name = absl::StrCat("layer", layer, direction == 0 ? ".forward" : ".backward");
        Lstm& lstm = network_.layers_.back()[direction];
        CONSILIENCE_RETURN_IF_ERROR(PackInOrder(name + ".input", name + ".bias", inputs, 4 * state, &lstm.input));
        CONSILIENCE_RETURN_IF_ERROR(PackInOrder(name + ".recurrent", "", state, 4 * state, &lstm.recurrent));
      }
      inputs = 2 * state;
    }
    if (network_.layers_.size() < 2) return Misfit("layer2.forward.input");
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> root, model_.Floats("root"));
    if (root.size() != 2 * state) return Misfit("root");
    network_.root_.resize(root.size());
    network_.root_scale_ = PortableKernels().quantize(root.data(), root.size(), network_.root_.data());
    return absl::OkStatus();
  }

  absl::Status ReadHeads() {
    Network& n = network_;
    const size_t both = 2 * n.state_;
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> tag_bias, model_.Floats("tag.hidden.bias"));
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> name_bias, model_.Floats("name.hidden.bias"));
    const size_t tag = tag_bias.size();
    const size_t name = name_bias.size();
    if (tag == 0 || tag % kLanes != 0) return Misfit("tag.hidden.bias");
    if (name == 0 || name % kLanes != 0) return Misfit("name.hidden.bias");
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("tag.hidden.weight", "tag.hidden.bias", both, tag, &n.tag_hidden_));
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("name.hidden.weight", "name.hidden.bias", both, name, &n.name_hidden_));
    if (model_.Has("name.first")) {
      CONSILIENCE_RETURN_IF_ERROR(PackInOrder("name.first", "", both, name, &n.name_first_));
    }
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("upos.weight", "upos.bias", tag, n.upos_tags_.size(), &n.upos_));
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("xpos.weight", "xpos.bias", tag, n.xpos_tags_.size(), &n.xpos_));
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("names.weight", "names.bias", name, n.name_labels_.size(), &n.names_));
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> arc_bias, model_.Floats("arc.head.bias"));
    CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> label_bias, model_.Floats("label.head.bias"));
    const size_t arc = arc_bias.size();
    const size_t label = label_bias.size();
    if (arc == 0 || arc % kLanes != 0) return Misfit("arc.head.bias");
    if (label == 0 || label % kLanes != 0) return Misfit("label.head.bias");
    const struct {
      const char* name;
      size_t outputs;
      Layer* layer;
    } perceptrons[] = {{"arc.dependent", arc, &n.arc_dependent_},
                       {"arc.head", arc, &n.arc_head_},
                       {"label.dependent", label, &n.label_dependent_},
                       {"label.head", label, &n.label_head_}};
    for (const auto& p : perceptrons) {
      const std::string name = p.name;
      CONSILIENCE_RETURN_IF_ERROR(PackInOrder(name + ".weight", name + ".bias", both, p.outputs, p.layer));
    }
    CONSILIENCE_RETURN_IF_ERROR(PackInOrder("arc.biaffine", "arc.prior", arc, arc, &n.arc_));
    return ReadLabels(label);
  }

  // The section has a row per relation and input of the head; the layer an output per input of the head and relation.
  absl::Status ReadLabels(size_t label) {
    CONSILIENCE_ASSIGN_OR_RETURN(const QuantizedMatrix matrix, model_.Matrix("label.biaffine"));
    const size_t relations = network_.relations_.size();
    if (matrix.rows != relations * (label + 1)) return Misfit("label.biaffine");
    std::vector<int64_t> order((label + 1) * network_.relation_stride_, -1);
    for (size_t k = 0; k <= label; ++k) {
      for (size_t r = 0; r < relations; ++r) {
        order[k * network_.relation_stride_ + r] = static_cast<int64_t>(r * (label + 1) + k);
      }
    }
    return Pack("label.biaffine", "label.bias", label, order, &network_.label_);
  }

  const ModelFile& model_;
  Network& network_;
};

absl::StatusOr<Network> Network::Read(const ModelFile& model) {
  Network network;
  CONSILIENCE_RETURN_IF_ERROR(Reader(model, &network).Read());
  return network;
}

void Network::Embed(absl::Span<const absl::string_view> forms, const Kernels& kernels, Buffers* b) const {
  const size_t stride = RoundUpToLanes(input_size_);
  Grow(stride, &b->input);
  Grow(forms.size() * stride, &b->input_quantized);
  Grow(forms.size(), &b->input_scale);
  const auto put = [b](const Table& table, uint32_t row) {
    const float scale = table.rows.scale[row];
    const int8_t* values = table.rows.row(row);
    float* out = b->input.data() + table.column;
    for (size_t i = 0; i < table.rows.columns; ++i) out[i] = scale * static_cast<float>(values[i]);
  };
  std::fill(b->input.begin() + static_cast<std::ptrdiff_t>(input_size_),
            b->input.begin() + static_cast<std::ptrdiff_t>(stride), 0.0f);
  for (size_t i = 0; i < forms.size(); ++i) {
    const WordFeatures features = FeaturesOf(forms[i]);
    put(words_, word_index_.Find(features.form_hash).value_or(0));
    for (size_t part = 0; part < kPartCount; ++part) put(parts_[part], features.parts[part]);
    if (lexicon_.rows.rows > 0) put(lexicon_, lexicon_index_.Find(features.form_hash).value_or(0));
    if (vectors_.rows.rows > 0) put(vectors_, vector_index_.Find(features.form_hash).value_or(0));
    b->input_scale[i] = kernels.quantize(b->input.data(), stride, b->input_quantized.data() + i * stride);
  }
}

void Network::RunLstm(const Lstm& lstm, bool backwards, const QuantizedRows& input, size_t n, const Kernels& kernels,
                      Buffers* b, int16_t* out) const {
  const size_t gates = 4 * state_;
  Grow(n * gates, &b->projected);
  Grow(gates, &b->from_state);
  Grow(state_, &b->cell);
  Grow(state_, &b->state);
  kernels.multiply(lstm.input.View(), input, n, b->projected.data());
  std::fill(b->cell.begin(), b->cell.end(), 0.0f);
  std::fill(b->from_state.begin(), b->from_state.end(), 0.0f);
  const int16_t* previous = nullptr;
  for (size_t step = 0; step < n; ++step) {
    const size_t t = backwards ? n - 1 - step : step;
    if (previous != nullptr) {
      kernels.multiply(lstm.recurrent.View(), {previous, &kStateScale, 0}, 1, b->from_state.data());
    }
    int16_t* state = out + t * 2 * state_;
    kernels.lstm(b->projected.data() + t * gates, b->from_state.data(), state_, b->cell.data(), b->state.data(), state);
    previous = state;
  }
}

QuantizedRows Network::Hide(const Layer& layer, const QuantizedRows& rows, size_t n, const Kernels& kernels,
                            Buffers* b) const {
  const size_t depth = layer.outputs;
  Grow(n * depth, &b->query);
  kernels.multiply(layer.View(), rows, n, b->query.data());
  return Rectify(depth, n, kernels, b);
}

QuantizedRows Network::HideNames(size_t n, const Kernels& kernels, Buffers* b) const {
  const size_t depth = name_hidden_.outputs;
  Grow(n * depth, &b->query);
  const float* scale = b->row_scale.data() + 1;
  kernels.multiply(name_hidden_.View(), {b->last.data() + 2 * state_, scale, 2 * state_}, n, b->query.data());
  if (name_first_.outputs > 0) {
    Grow(n * depth, &b->added);
    kernels.multiply(name_first_.View(), {b->first.data(), scale, 2 * state_}, n, b->added.data());
    for (size_t i = 0; i < n * depth; ++i) b->query[i] += b->added[i];
  }
  return Rectify(depth, n, kernels, b);
}

QuantizedRows Network::Rectify(size_t depth, size_t n, const Kernels& kernels, Buffers* b) const {
  Grow(n * depth, &b->row_quantized);
  Grow(n, &b->first_scale);
  kernels.rectify(b->query.data(), n * depth);
  for (size_t i = 0; i < n; ++i) {
    b->first_scale[i] = kernels.quantize(b->query.data() + i * depth, depth, b->row_quantized.data() + i * depth);
  }
  return {b->row_quantized.data(), b->first_scale.data(), depth};
}

// The best pair of tags among those that go together, under the relation that the word was given.
void Network::Tag(size_t n, const Kernels& kernels, Buffers* b, absl::Span<Tagging> out) const {
  const QuantizedRows rows = Hide(tag_hidden_, {b->first.data(), b->row_scale.data() + 1, 2 * state_}, n, kernels, b);
  Grow(n * upos_.outputs, &b->labels);
  Grow(n * xpos_.outputs, &b->xpos);
  kernels.multiply(upos_.View(), rows, n, b->labels.data());
  kernels.multiply(xpos_.View(), rows, n, b->xpos.data());
  const size_t pairs = tag_pairs_.size();
  for (size_t i = 0; i < n; ++i) {
    const float* upos = &b->labels[i * upos_.outputs];
    const float* xpos = &b->xpos[i * xpos_.outputs];
    const float* affinity = &pair_affinity_[static_cast<size_t>(out[i].relation) * pairs];
    size_t best = 0;
    float most = 2 * kNever;
    for (size_t p = 0; p < pairs; ++p) {
      const float sum = upos[tag_pairs_[p].first] + xpos[tag_pairs_[p].second] + affinity[p];
      if (sum <= most) continue;
      most = sum;
      best = p;
    }
    out[i].upos = upos_tags_[tag_pairs_[best].first];
    out[i].xpos = xpos_tags_[tag_pairs_[best].second];
  }
}

void Network::Parse(size_t n, const Kernels& kernels, Buffers* b, absl::Span<Tagging> out) const {
  const size_t depth = arc_head_.outputs;
  const size_t columns = RoundUpToLanes(n + 1);
  Grow((n + 1) * depth, &b->query);
  Grow((n + 1) * depth, &b->heads);
  Grow(depth * columns, &b->heads_transposed);
  Grow(n * columns, &b->scores);
  Grow(n, &b->tree);
  const QuantizedRows with_root = {b->last.data(), b->row_scale.data(), 2 * state_};
  const QuantizedRows words = {b->last.data() + 2 * state_, b->row_scale.data() + 1, 2 * state_};

  kernels.multiply(arc_head_.View(), with_root, n + 1, b->heads.data());
  kernels.rectify(b->heads.data(), (n + 1) * depth);
  for (size_t k = 0; k < depth; ++k) {
    float* row = b->heads_transposed.data() + k * columns;
    for (size_t j = 0; j <= n; ++j) row[j] = b->heads[j * depth + k];
    std::fill(row + n + 1, row + columns, 0.0f);
  }
  kernels.multiply(arc_.View(), Hide(arc_dependent_, words, n, kernels, b), n, b->query.data());
  kernels.scores(b->query.data(), n, depth, depth, b->heads_transposed.data(), columns, b->scores.data());
  for (size_t i = 0; i < n; ++i) {
    float* row = b->scores.data() + i * columns;
    row[i + 1] = kNever;
    std::fill(row + n + 1, row + columns, kNever);
  }
  b->decoder.Decode(b->scores.data(), n, columns, b->tree.data());
  for (size_t i = 0; i < n; ++i) {
    const float* row = b->scores.data() + i * columns;
    const float most = *std::max_element(row, row + n + 1);
    out[i].head = b->tree[i];
    out[i].arc = ShareOf(kernels.exp(row[b->tree[i] + 1] - most) / kernels.exp_sum(row, columns, most));
  }
}

void Network::Label(size_t n, const Kernels& kernels, Buffers* b, absl::Span<Tagging> out) const {
  const size_t depth = label_head_.outputs;
  const QuantizedRows with_root = {b->last.data(), b->row_scale.data(), 2 * state_};
  const QuantizedRows words = {b->last.data() + 2 * state_, b->row_scale.data() + 1, 2 * state_};
  Grow((n + 1) * depth, &b->heads);
  Grow(n * depth, &b->query);
  Grow(n * depth, &b->row_quantized);
  Grow(n, &b->first_scale);
  Grow(kLabelsAtOnce * label_.outputs, &b->labels);
  Grow(depth + 1, &b->input);
  Grow(relation_stride_, &b->from_state);
  kernels.multiply(label_head_.View(), with_root, n + 1, b->heads.data());
  kernels.rectify(b->heads.data(), (n + 1) * depth);
  const QuantizedRows dependents = Hide(label_dependent_, words, n, kernels, b);
  for (size_t begin = 0; begin < n; begin += kLabelsAtOnce) {
    const size_t count = std::min(kLabelsAtOnce, n - begin);
    kernels.multiply(label_.View(), {dependents.values + begin * depth, dependents.scale + begin, depth}, count,
                     b->labels.data());
    for (size_t i = begin; i < begin + count; ++i) {
      // The head's row followed by a constant 1, against one column per relation.
      const float* head = b->heads.data() + static_cast<size_t>(out[i].head + 1) * depth;
      std::copy(head, head + depth, b->input.begin());
      b->input[depth] = 1;
      float* scores = b->from_state.data();
      kernels.scores(b->input.data(), 1, 0, depth + 1, b->labels.data() + (i - begin) * label_.outputs,
                     relation_stride_, scores);
      for (size_t r = 0; r < relations_.size(); ++r) {
        if (relations_[r] == Relation::kRoot) scores[r] = kNever;
      }
      std::fill(scores + relations_.size(), scores + relation_stride_, kNever);
      const size_t best = Best(scores, relations_.size());
      const bool root = out[i].head == kRoot;
      out[i].relation = root ? Relation::kRoot : relations_[best];
      out[i].label =
          root ? Probability::Certain() : ShareOf(1 / kernels.exp_sum(scores, relation_stride_, scores[best]));
    }
  }
}

// The best sequence in which a name's further words follow its first.
void Network::Name(size_t n, const Kernels& kernels, Buffers* b, absl::Span<Tagging> out) const {
  const size_t labels = name_labels_.size();
  const QuantizedRows words = HideNames(n, kernels, b);
  Grow(n * names_.outputs, &b->labels);
  Grow(n * labels, &b->back);
  kernels.multiply(names_.View(), words, n, b->labels.data());
  const auto may_follow = [&](size_t before, size_t label) {
    const NameLabel& l = name_labels_[label];
    return l.kind == NameKind::kNone || l.begins || name_labels_[before].kind == l.kind;
  };
  for (size_t l = 0; l < labels; ++l) {
    if (!may_follow(0, l)) b->labels[l] = kNever;
  }
  for (size_t i = 1; i < n; ++i) {
    const float* before = &b->labels[(i - 1) * names_.outputs];
    float* now = &b->labels[i * names_.outputs];
    for (size_t l = 0; l < labels; ++l) {
      size_t best = 0;
      for (size_t k = 0; k < labels; ++k) {
        if (may_follow(k, l) && (!may_follow(best, l) || before[k] > before[best])) best = k;
      }
      now[l] = may_follow(best, l) ? now[l] + before[best] : kNever;
      b->back[i * labels + l] = static_cast<uint8_t>(best);
    }
  }
  size_t label = Best(&b->labels[(n - 1) * names_.outputs], labels);
  for (size_t i = n; i-- > 0;) {
    out[i].name = name_labels_[label].kind;
    out[i].name_begins = name_labels_[label].begins;
    if (i > 0) label = b->back[i * labels + label];
  }
}

void Network::Run(absl::Span<const absl::string_view> forms, const Kernels& kernels, Buffers* b,
                  absl::Span<Tagging> out) const {
  const size_t n = forms.size();
  if (n == 0) return;
  const size_t both = 2 * state_;
  Grow(n * both, &b->first);
  Grow((n + 1) * both, &b->last);
  Grow((n + 1) * both, &b->spare);
  if (b->row_scale.size() < n + 1) b->row_scale.resize(n + 1, kStateScale);
  b->row_scale[0] = root_scale_;
  std::copy(root_.begin(), root_.end(), b->last.begin());
  Embed(forms, kernels, b);
  QuantizedRows input = {b->input_quantized.data(), b->input_scale.data(), RoundUpToLanes(input_size_)};
  for (size_t layer = 0; layer < layers_.size(); ++layer) {
    // The last layer's states stand behind the root's; those between take turns.
    const bool into_last = (layers_.size() - layer) % 2 == 1;
    int16_t* states = layer == 0 ? b->first.data() : (into_last ? b->last.data() : b->spare.data()) + both;
    for (const bool backwards : {false, true}) {
      RunLstm(layers_[layer][backwards], backwards, input, n, kernels, b, states + (backwards ? state_ : 0));
    }
    input = {states, b->row_scale.data() + 1, both};
  }
  Parse(n, kernels, b, out);
  Label(n, kernels, b, out);
  Tag(n, kernels, b, out);
  Name(n, kernels, b, out);
}

}  // namespace consilience
