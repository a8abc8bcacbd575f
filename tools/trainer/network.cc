#include "tools/trainer/network.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "tools/trainer/random.h"

namespace consilience::training {
namespace {

constexpr double kArcWeight = 1;
constexpr double kLabelWeight = 1;
constexpr double kUposWeight = 0.4;
constexpr double kXposWeight = 0.4;
constexpr double kNameWeight = 1;
constexpr double kLeak = 0.1;
constexpr double kMomentum = 0.9;
constexpr double kVariance = 0.9;
constexpr double kEpsilon = 1e-8;

template <typename Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <typename Scalar>
struct Parameter {
  std::string name;
  Matrix<Scalar> value, gradient, first, second;
  Matrix<Scalar> mean;  // of the values counted; empty before the first
  bool sparse = false;
  bool frozen = false;            // stays as it is
  std::vector<uint32_t> touched;  // rows of a sparse parameter with a gradient
  std::vector<char> is_touched;

  void Touch(uint32_t row) {
    if (is_touched[row]) return;
    is_touched[row] = 1;
    touched.push_back(row);
  }
};

// The words of a batch, step by step: all first words, then all second words, ... of the sentences, longest first.
struct Packing {
  std::vector<const TrainingSentence*> sentences;
  std::vector<int> active;    // sentences that have a word at step t
  std::vector<int> offset;    // row of the first word of step t
  std::vector<int> reversed;  // row -> row of the word at the same distance from the sentence's end
  std::vector<int> sentence;  // row -> sentence
  int rows = 0;

  int Row(int sentence_index, int word) const { return offset[static_cast<size_t>(word)] + sentence_index; }
};

Packing Pack(const Batch& batch) {
  Packing p;
  p.sentences = batch;
  std::stable_sort(p.sentences.begin(), p.sentences.end(),
                   [](const TrainingSentence* a, const TrainingSentence* b) { return a->size() > b->size(); });
  const size_t longest = p.sentences.front()->size();
  for (size_t t = 0; t < longest; ++t) {
    p.offset.push_back(p.rows);
    int count = 0;
    for (const TrainingSentence* s : p.sentences) count += s->size() > t;
    p.active.push_back(count);
    p.rows += count;
  }
  p.reversed.resize(static_cast<size_t>(p.rows));
  p.sentence.resize(static_cast<size_t>(p.rows));
  for (int s = 0; s < static_cast<int>(p.sentences.size()); ++s) {
    const int length = static_cast<int>(p.sentences[static_cast<size_t>(s)]->size());
    for (int t = 0; t < length; ++t) {
      p.reversed[static_cast<size_t>(p.Row(s, t))] = p.Row(s, length - 1 - t);
      p.sentence[static_cast<size_t>(p.Row(s, t))] = s;
    }
  }
  return p;
}

template <typename Scalar>
Matrix<Scalar> Reordered(const Matrix<Scalar>& m, const std::vector<int>& order) {
  Matrix<Scalar> out(m.rows(), m.cols());
  for (Eigen::Index r = 0; r < m.rows(); ++r) out.row(r) = m.row(order[static_cast<size_t>(r)]);
  return out;
}

template <typename Scalar>
struct Lstm {
  Parameter<Scalar>* input = nullptr;      // D x 4H: input, forget, cell, output
  Parameter<Scalar>* recurrent = nullptr;  // H x 4H
  Parameter<Scalar>* bias = nullptr;       // 1 x 4H

  Matrix<Scalar> x, gates, cell, cell_tanh, hidden;

  // `x` is moved in, step-major; the states come out in `hidden`.
  void Forward(Matrix<Scalar> in, const Packing& p) {
    x = std::move(in);
    const Eigen::Index h = recurrent->value.rows();
    gates.noalias() = x * input->value;
    gates.rowwise() += bias->value.row(0);
    cell.resize(p.rows, h);
    cell_tanh.resize(p.rows, h);
    hidden.resize(p.rows, h);
    for (size_t t = 0; t < p.active.size(); ++t) {
      const Eigen::Index at = p.offset[t];
      const Eigen::Index k = p.active[t];
      auto z = gates.middleRows(at, k);
      if (t > 0) z.noalias() += hidden.middleRows(p.offset[t - 1], k) * recurrent->value;
      z.leftCols(2 * h) = z.leftCols(2 * h).array().logistic().matrix();
      z.rightCols(h) = z.rightCols(h).array().logistic().matrix();
      z.middleCols(2 * h, h) = z.middleCols(2 * h, h).array().tanh().matrix();
      auto c = cell.middleRows(at, k);
      c = z.leftCols(h).cwiseProduct(z.middleCols(2 * h, h));
      if (t > 0) c += z.middleCols(h, h).cwiseProduct(cell.middleRows(p.offset[t - 1], k));
      cell_tanh.middleRows(at, k) = c.array().tanh().matrix();
      hidden.middleRows(at, k) = z.rightCols(h).cwiseProduct(cell_tanh.middleRows(at, k));
    }
  }

  // Takes the gradient of `hidden`; adds those of the parameters and returns that of the input.
  Matrix<Scalar> Backward(Matrix<Scalar> d_hidden, const Packing& p) {
    const Eigen::Index h = recurrent->value.rows();
    Matrix<Scalar> d_gates(p.rows, 4 * h);
    Matrix<Scalar> d_cell = Matrix<Scalar>::Zero(p.rows, h);
    for (size_t step = p.active.size(); step-- > 0;) {
      const Eigen::Index at = p.offset[step];
      const Eigen::Index k = p.active[step];
      const auto z = gates.middleRows(at, k).array();
      const auto i = z.leftCols(h);
      const auto f = z.middleCols(h, h);
      const auto g = z.middleCols(2 * h, h);
      const auto o = z.rightCols(h);
      const auto tc = cell_tanh.middleRows(at, k).array();
      const auto dh = d_hidden.middleRows(at, k).array();
      auto dc = d_cell.middleRows(at, k).array();
      auto dz = d_gates.middleRows(at, k).array();
      dc += dh * o * (1 - tc * tc);
      dz.rightCols(h) = dh * tc * o * (1 - o);
      dz.leftCols(h) = dc * g * i * (1 - i);
      dz.middleCols(2 * h, h) = dc * i * (1 - g * g);
      if (step > 0) {
        const Eigen::Index before = p.offset[step - 1];
        dz.middleCols(h, h) = dc * cell.middleRows(before, k).array() * f * (1 - f);
        d_cell.middleRows(before, k).array() += dc * f;
        d_hidden.middleRows(before, k).noalias() += d_gates.middleRows(at, k) * recurrent->value.transpose();
      } else {
        dz.middleCols(h, h).setZero();
      }
    }
    Matrix<Scalar> previous = Matrix<Scalar>::Zero(p.rows, h);
    for (size_t t = 1; t < p.active.size(); ++t) {
      previous.middleRows(p.offset[t], p.active[t]) = hidden.middleRows(p.offset[t - 1], p.active[t]);
    }
    recurrent->gradient.noalias() += previous.transpose() * d_gates;
    input->gradient.noalias() += x.transpose() * d_gates;
    bias->gradient += d_gates.colwise().sum();
    return d_gates * input->value.transpose();
  }
};

template <typename Scalar>
struct BiLstm {
  Lstm<Scalar> forward, backward;

  Matrix<Scalar> Forward(const Matrix<Scalar>& x, const Packing& p) {
    forward.Forward(x, p);
    backward.Forward(Reordered(x, p.reversed), p);
    Matrix<Scalar> out(p.rows, 2 * forward.hidden.cols());
    out << forward.hidden, Reordered(backward.hidden, p.reversed);
    return out;
  }
  Matrix<Scalar> Backward(const Matrix<Scalar>& d, const Packing& p) {
    const Eigen::Index h = forward.hidden.cols();
    Matrix<Scalar> dx = forward.Backward(d.leftCols(h), p);
    dx += Reordered(backward.Backward(Reordered(Matrix<Scalar>(d.rightCols(h)), p.reversed), p), p.reversed);
    return dx;
  }
};

// out = x * weight + bias, with or without a leaky rectifier.
template <typename Scalar>
struct Dense {
  Parameter<Scalar>* weight = nullptr;
  Parameter<Scalar>* bias = nullptr;
  bool rectified = false;
  Matrix<Scalar> x, out;

  // With `added` to the sums before they are rectified, if given; so its gradient is that of the sums.
  const Matrix<Scalar>& Forward(const Matrix<Scalar>& in, const Matrix<Scalar>* added = nullptr) {
    x = in;
    out.noalias() = x * weight->value;
    out.rowwise() += bias->value.row(0);
    if (added != nullptr) out += *added;
    if (rectified) out = out.cwiseMax(out * Scalar(kLeak));
    return out;
  }
  Matrix<Scalar> Backward(Matrix<Scalar> d, Matrix<Scalar>* d_added = nullptr) {
    if (rectified) d = (out.array() > 0).select(d, d * Scalar(kLeak));
    if (d_added != nullptr) *d_added = d;
    weight->gradient.noalias() += x.transpose() * d;
    bias->gradient += d.colwise().sum();
    return d * weight->value.transpose();
  }
};

// What a row of scores should say: one number, a distribution over all of them, or a mixture.
struct Target {
  int one = -1;  // below 0: unknown
  const std::vector<float>* soft = nullptr;
  float soft_share = 0;
};

// Cross-entropy of each row against its target (rows without one do not count). `scores` becomes the gradient times
// `weight`.
template <typename Scalar, typename Rows>
double CrossEntropy(Rows scores, const std::vector<Target>& targets, double weight) {
  double loss = 0;
  for (Eigen::Index r = 0; r < scores.rows(); ++r) {
    const Target& target = targets[static_cast<size_t>(r)];
    if (target.one < 0 && target.soft == nullptr) {
      scores.row(r).setZero();
      continue;
    }
    const Scalar most = scores.row(r).maxCoeff();
    const Scalar gold = target.one < 0 ? Scalar(0) : scores(r, target.one) - most;
    const double soft = target.soft == nullptr ? 0 : target.one < 0 ? 1 : static_cast<double>(target.soft_share);
    double soft_gold = 0;
    if (target.soft != nullptr) {
      for (Eigen::Index c = 0; c < scores.cols(); ++c) {
        const double share = static_cast<double>((*target.soft)[static_cast<size_t>(c)]);
        if (share > 0) soft_gold += share * static_cast<double>(scores(r, c) - most);
      }
    }
    scores.row(r) = (scores.row(r).array() - most).exp().matrix();
    const Scalar sum = scores.row(r).sum();
    loss += std::log(static_cast<double>(sum)) - (1 - soft) * static_cast<double>(gold) - soft * soft_gold;
    scores.row(r) *= Scalar(weight) / sum;
    if (target.one >= 0) scores(r, target.one) -= Scalar(weight * (1 - soft));
    if (target.soft == nullptr) continue;
    for (Eigen::Index c = 0; c < scores.cols(); ++c) {
      scores(r, c) -= Scalar(weight * soft) * Scalar((*target.soft)[static_cast<size_t>(c)]);
    }
  }
  return loss;
}

// Adds `share` of the softmax of a row.
template <typename Row>
void AddSoftmax(const Row& scores, float share, std::vector<float>* out) {
  const double most = static_cast<double>(scores.maxCoeff());
  double sum = 0;
  for (Eigen::Index c = 0; c < scores.size(); ++c) sum += std::exp(static_cast<double>(scores(c)) - most);
  out->resize(static_cast<size_t>(scores.size()), 0);
  for (Eigen::Index c = 0; c < scores.size(); ++c) {
    (*out)[static_cast<size_t>(c)] += share * static_cast<float>(std::exp(static_cast<double>(scores(c)) - most) / sum);
  }
}

}  // namespace

uint32_t Sizes::input() const {
  return word_dimension + (kPartCount - 1) * part_dimension + shape_dimension + (lexicon > 0 ? lexicon_dimension : 0) +
         vectors;
}

template <typename Scalar>
struct Network<Scalar>::State {
  using M = Matrix<Scalar>;

  Sizes sizes;
  Random random;
  std::vector<std::unique_ptr<Parameter<Scalar>>> parameters;
  Parameter<Scalar>* words = nullptr;
  Parameter<Scalar>* lexicon = nullptr;
  std::array<Parameter<Scalar>*, kPartCount> parts = {};
  std::vector<BiLstm<Scalar>> layers;
  Parameter<Scalar>* root = nullptr;  // what stands for the root among the last layer's states
  Dense<Scalar> tag_hidden, name_hidden, upos, xpos, names, arc_dependent, arc_head, label_dependent, label_head;
  Parameter<Scalar>* name_first = nullptr;  // what names read in the first layer
  // A row for each source: what it adds in the layer that parts of speech or names read.
  Parameter<Scalar>* tag_sources = nullptr;
  Parameter<Scalar>* name_sources = nullptr;
  Parameter<Scalar>* arc = nullptr;        // A x A
  Parameter<Scalar>* arc_prior = nullptr;  // 1 x A: how good a head a word is by itself
  Parameter<Scalar>* label = nullptr;      // (L + 1) x (R * (L + 1))
  M vectors;
  double steps = 0;
  double counted = 0;  // into the mean
  bool heads_only = false;

  State(const Sizes& s, uint64_t seed) : sizes(s), random(seed) {}

  Parameter<Scalar>* Add(const std::string& name, uint32_t rows, uint32_t columns, double bound, bool sparse = false) {
    parameters.push_back(std::make_unique<Parameter<Scalar>>());
    Parameter<Scalar>& p = *parameters.back();
    p.name = name;
    p.value = M::Zero(rows, columns);
    for (Eigen::Index i = 0; i < p.value.size() && bound > 0; ++i) {
      p.value.data()[i] = Scalar((2 * random.Uniform() - 1) * bound);
    }
    p.gradient = p.first = p.second = M::Zero(rows, columns);
    p.sparse = sparse;
    if (sparse) p.is_touched.assign(rows, 0);
    return &p;
  }
  static double Glorot(uint32_t rows, uint32_t columns) { return std::sqrt(6.0 / (rows + columns)); }

  Lstm<Scalar> AddLstm(const std::string& name, uint32_t inputs) {
    Lstm<Scalar> lstm;
    const uint32_t h = sizes.state;
    lstm.input = Add(name + ".input", inputs, 4 * h, Glorot(inputs, h));
    lstm.recurrent = Add(name + ".recurrent", h, 4 * h, Glorot(h, h));
    lstm.bias = Add(name + ".bias", 1, 4 * h, 0);
    lstm.bias->value.middleCols(h, h).setConstant(1);  // remember at first
    return lstm;
  }
  Dense<Scalar> AddDense(const std::string& name, uint32_t inputs, uint32_t outputs, bool rectified) {
    Dense<Scalar> dense;
    dense.weight = Add(name + ".weight", inputs, outputs, Glorot(inputs, outputs));
    dense.bias = Add(name + ".bias", 1, outputs, 0);
    dense.rectified = rectified;
    return dense;
  }

  void Build() {
    words = Add("word", sizes.words, sizes.word_dimension, 0.1, true);
    for (size_t i = 0; i < kPartCount; ++i) {
      parts[i] = Add(kPartTables[i].name, kPartTables[i].rows, PartDimension(i), 0.1, true);
    }
    if (sizes.lexicon > 0) lexicon = Add("lexicon", sizes.lexicon, sizes.lexicon_dimension, 0.1, true);
    const uint32_t both = 2 * sizes.state;
    layers.resize(sizes.layers);
    for (uint32_t i = 0; i < sizes.layers; ++i) {
      const std::string name = "layer" + std::to_string(i + 1);
      layers[i].forward = AddLstm(name + ".forward", i == 0 ? sizes.input() : both);
      layers[i].backward = AddLstm(name + ".backward", i == 0 ? sizes.input() : both);
    }
    root = Add("root", 1, both, 0.1);
    tag_hidden = AddDense("tag.hidden", both, sizes.tag, true);
    name_hidden = AddDense("name.hidden", both, sizes.name, true);
    upos = AddDense("upos", sizes.tag, sizes.upos, false);
    xpos = AddDense("xpos", sizes.tag, sizes.xpos, false);
    names = AddDense("names", sizes.name, sizes.names, false);
    arc_dependent = AddDense("arc.dependent", both, sizes.arc, true);
    arc_head = AddDense("arc.head", both, sizes.arc, true);
    label_dependent = AddDense("label.dependent", both, sizes.label, true);
    label_head = AddDense("label.head", both, sizes.label, true);
    arc = Add("arc.biaffine", sizes.arc, sizes.arc, Glorot(sizes.arc, sizes.arc));
    arc_prior = Add("arc.prior", 1, sizes.arc, 0);
    label =
        Add("label.biaffine", sizes.label + 1, sizes.relations * (sizes.label + 1), Glorot(sizes.label, sizes.label));
    if (sizes.sources > 0) {
      tag_sources = Add("tag.sources", sizes.sources, sizes.tag, 0);
      name_sources = Add("name.sources", sizes.sources, sizes.name, 0);
    }
    if (sizes.names_read_first) name_first = Add("name.first", both, sizes.name, 0);
  }

  uint32_t PartDimension(size_t part) const {
    return part + 1 == kPartCount ? sizes.shape_dimension : sizes.part_dimension;
  }

  // Multiplies `m` by a mask of kept entries, scaled to keep the mean, and keeps the mask.
  void Drop(double rate, M* m, M* mask) {
    mask->resize(m->rows(), m->cols());
    FillMask(rate, mask);
    m->array() *= mask->array();
  }
  void FillMask(double rate, M* mask) {
    const Scalar kept = Scalar(1 / (1 - rate));
    const uint64_t limit = static_cast<uint64_t>(rate * 65536);
    uint64_t bits = 0;
    for (Eigen::Index i = 0; i < mask->size(); ++i) {
      if (i % 4 == 0) bits = random.Next();
      mask->data()[i] = (bits & 0xFFFF) < limit ? Scalar(0) : kept;
      bits >>= 16;
    }
  }
  // One mask per sentence for all its words.
  void DropPerSentence(double rate, const Packing& p, M* m, M* mask) {
    M per_sentence(static_cast<Eigen::Index>(p.sentences.size()), m->cols());
    FillMask(rate, &per_sentence);
    *mask = M(m->rows(), m->cols());
    for (Eigen::Index r = 0; r < m->rows(); ++r) {
      mask->row(r) = per_sentence.row(p.sentence[static_cast<size_t>(r)]);
    }
    m->array() *= mask->array();
  }

  // What each word's source adds to a layer; nothing without sources.
  static M OfSources(const std::vector<const TrainingWord*>& words_at, const Parameter<Scalar>* sources,
                     uint32_t columns) {
    M out = M::Zero(static_cast<Eigen::Index>(words_at.size()), columns);
    for (size_t r = 0; r < words_at.size() && sources != nullptr; ++r) {
      out.row(static_cast<Eigen::Index>(r)) = sources->value.row(words_at[r]->source);
    }
    return out;
  }
  static void AddToSources(const M& d, const std::vector<const TrainingWord*>& words_at, Parameter<Scalar>* sources) {
    if (sources == nullptr) return;
    for (size_t r = 0; r < words_at.size(); ++r) {
      sources->gradient.row(words_at[r]->source) += d.row(static_cast<Eigen::Index>(r));
    }
  }

  // Where to add what the network says of each word of each sentence of a batch.
  struct Sink {
    float share = 1;
    std::map<const TrainingSentence*, std::vector<SoftTargets>*> out;
  };
  Losses Run(const Batch& batch, double dropout, bool with_gradients, const Sink* sink = nullptr);
};

template <typename Scalar>
Losses Network<Scalar>::State::Run(const Batch& batch, double dropout, bool with_gradients, const Sink* sink) {
  const Packing p = Pack(batch);
  const Eigen::Index rows = p.rows;
  const bool drop = dropout > 0;
  std::vector<const TrainingWord*> at(static_cast<size_t>(rows));
  std::vector<uint32_t> word_row(static_cast<size_t>(rows));
  std::vector<int> head_row(static_cast<size_t>(rows));  // `rows` is the root
  std::vector<Target> upos_gold, xpos_gold, name_gold, label_gold;
  std::vector<SoftTargets*> said(static_cast<size_t>(rows), nullptr);
  for (int s = 0; s < static_cast<int>(p.sentences.size()); ++s) {
    const TrainingSentence& sentence = *p.sentences[static_cast<size_t>(s)];
    for (int t = 0; t < static_cast<int>(sentence.size()); ++t) {
      const TrainingWord& word = sentence[static_cast<size_t>(t)];
      const size_t r = static_cast<size_t>(p.Row(s, t));
      at[r] = &word;
      head_row[r] = word.head == 0 ? p.rows : p.Row(s, static_cast<int>(word.head) - 1);
      if (sink != nullptr) said[r] = &(*sink->out.at(&sentence))[static_cast<size_t>(t)];
    }
  }
  for (size_t r = 0; r < at.size(); ++r) {
    word_row[r] = drop && random.Uniform() < at[r]->unknown ? 0 : at[r]->word;
    const SoftTargets* soft = at[r]->soft;
    const float share = at[r]->soft_share;
    const auto one = [&](uint32_t number) { return share < 1 ? static_cast<int>(number) : -1; };
    upos_gold.push_back({one(at[r]->upos), soft != nullptr ? &soft->upos : nullptr, share});
    xpos_gold.push_back({one(at[r]->xpos), soft != nullptr ? &soft->xpos : nullptr, share});
    name_gold.push_back({at[r]->name, soft != nullptr ? &soft->name : nullptr, share});
    label_gold.push_back({one(at[r]->relation), soft != nullptr ? &soft->relation : nullptr, share});
  }

  // Input.
  M x(rows, sizes.input());
  for (Eigen::Index r = 0; r < rows; ++r) {
    const size_t i = static_cast<size_t>(r);
    Eigen::Index column = sizes.word_dimension;
    x.row(r).head(column) = words->value.row(word_row[i]);
    for (size_t part = 0; part < kPartCount; ++part) {
      x.row(r).segment(column, PartDimension(part)) = parts[part]->value.row(at[i]->parts[part]);
      column += PartDimension(part);
    }
    if (sizes.lexicon > 0) {
      x.row(r).segment(column, sizes.lexicon_dimension) = lexicon->value.row(at[i]->lexicon);
    }
    if (sizes.vectors > 0) x.row(r).tail(sizes.vectors) = vectors.row(at[i]->vector);
  }
  M x_mask, ad_mask, ah_mask, ld_mask, lh_mask;
  if (drop) Drop(dropout, &x, &x_mask);
  std::vector<M> h(layers.size()), h_mask(layers.size());
  for (size_t i = 0; i < layers.size(); ++i) {
    h[i] = layers[i].Forward(i == 0 ? x : h[i - 1], p);
    if (drop) DropPerSentence(dropout, p, &h[i], &h_mask[i]);
  }
  const M& h1 = h.front();
  const M& h2 = h.back();
  M h2_root(rows + 1, h2.cols());
  h2_root << h2, root->value;

  // Tags and names.
  const double scale = 1.0 / static_cast<double>(rows);
  Losses losses;
  // What is added to what these layers read, and later its gradient.
  M tag_added = OfSources(at, tag_sources, sizes.tag);
  M name_added = OfSources(at, name_sources, sizes.name);
  if (name_first != nullptr) name_added.noalias() += h1 * name_first->value;
  M th = tag_hidden.Forward(h1, &tag_added);
  M nh = name_hidden.Forward(h2, &name_added);
  M th_mask, nh_mask;
  if (drop) {
    Drop(dropout, &th, &th_mask);
    Drop(dropout, &nh, &nh_mask);
  }
  M upos_scores = upos.Forward(th);
  M xpos_scores = xpos.Forward(th);
  M name_scores = names.Forward(nh);
  if (sink != nullptr) {
    for (Eigen::Index r = 0; r < rows; ++r) {
      SoftTargets* out = said[static_cast<size_t>(r)];
      AddSoftmax(upos_scores.row(r), sink->share, &out->upos);
      AddSoftmax(xpos_scores.row(r), sink->share, &out->xpos);
      AddSoftmax(name_scores.row(r), sink->share, &out->name);
    }
  }
  losses.upos = CrossEntropy<Scalar, M&>(upos_scores, upos_gold, kUposWeight * scale);
  losses.xpos = CrossEntropy<Scalar, M&>(xpos_scores, xpos_gold, kXposWeight * scale);
  losses.names = CrossEntropy<Scalar, M&>(name_scores, name_gold, kNameWeight * scale);
  // Back through the layers that tags and names read.
  const auto tags_backward = [&] {
    M d_th = upos.Backward(std::move(upos_scores)) + xpos.Backward(std::move(xpos_scores));
    if (drop) d_th.array() *= th_mask.array();
    M d = tag_hidden.Backward(std::move(d_th), &tag_added);
    AddToSources(tag_added, at, tag_sources);
    return d;
  };
  const auto names_backward = [&] {
    M d_nh = names.Backward(std::move(name_scores));
    if (drop) d_nh.array() *= nh_mask.array();
    M d = name_hidden.Backward(std::move(d_nh), &name_added);
    AddToSources(name_added, at, name_sources);
    if (name_first != nullptr) name_first->gradient.noalias() += h1.transpose() * name_added;
    return d;
  };
  if (heads_only) {
    losses.total = scale * (kUposWeight * losses.upos + kXposWeight * losses.xpos + kNameWeight * losses.names);
    if (!with_gradients) return losses;
    tags_backward();
    names_backward();
    return losses;
  }

  // Arcs.
  M ad = arc_dependent.Forward(h2);
  M ah = arc_head.Forward(h2_root);
  M ld = label_dependent.Forward(h2);
  M lh = label_head.Forward(h2_root);
  if (drop) {
    Drop(dropout, &ad, &ad_mask);
    Drop(dropout, &ah, &ah_mask);
    Drop(dropout, &ld, &ld_mask);
    Drop(dropout, &lh, &lh_mask);
  }
  M query = ad * arc->value;
  query.rowwise() += arc_prior->value.row(0);
  M d_query(rows, query.cols());
  M d_ah = M::Zero(rows + 1, ah.cols());
  M sentence_query, sentence_head, scores;
  std::vector<Target> gold;
  for (int s = 0; s < static_cast<int>(p.sentences.size()); ++s) {
    const int n = static_cast<int>(p.sentences[static_cast<size_t>(s)]->size());
    sentence_query.resize(n, query.cols());
    sentence_head.resize(n + 1, query.cols());
    gold.clear();
    sentence_head.row(0) = ah.row(rows);
    for (int t = 0; t < n; ++t) {
      sentence_query.row(t) = query.row(p.Row(s, t));
      sentence_head.row(t + 1) = ah.row(p.Row(s, t));
      const TrainingWord& word = *at[static_cast<size_t>(p.Row(s, t))];
      gold.push_back({word.soft_share < 1 ? static_cast<int>(word.head) : -1,
                      word.soft != nullptr ? &word.soft->heads : nullptr, word.soft_share});
    }
    scores.noalias() = sentence_query * sentence_head.transpose();
    for (int t = 0; t < n; ++t) scores(t, t + 1) = Scalar(-1e9);
    for (int t = 0; t < n && sink != nullptr; ++t) {
      AddSoftmax(scores.row(t), sink->share, &said[static_cast<size_t>(p.Row(s, t))]->heads);
    }
    losses.arc += CrossEntropy<Scalar, M&>(scores, gold, kArcWeight * scale);
    if (!with_gradients) continue;
    const M d_sentence_query = scores * sentence_head;
    const M d_sentence_head = scores.transpose() * sentence_query;
    d_ah.row(rows) += d_sentence_head.row(0);
    for (int t = 0; t < n; ++t) {
      d_query.row(p.Row(s, t)) = d_sentence_query.row(t);
      d_ah.row(p.Row(s, t)) += d_sentence_head.row(t + 1);
    }
  }

  // Labels of the right arcs.
  const Eigen::Index l = sizes.label + 1;
  M ld1(rows, l), lh1(rows, l);
  ld1 << ld, M::Ones(rows, 1);
  for (Eigen::Index r = 0; r < rows; ++r) lh1.row(r) << lh.row(head_row[static_cast<size_t>(r)]), Scalar(1);
  M v = ld1 * label->value;
  M label_scores(rows, sizes.relations);
  for (Eigen::Index r = 0; r < rows; ++r) {
    const Eigen::Map<const M> per_relation(v.data() + r * v.cols(), sizes.relations, l);
    label_scores.row(r).transpose().noalias() = per_relation * lh1.row(r).transpose();
  }
  for (Eigen::Index r = 0; r < rows && sink != nullptr; ++r) {
    AddSoftmax(label_scores.row(r), sink->share, &said[static_cast<size_t>(r)]->relation);
  }
  losses.label = CrossEntropy<Scalar, M&>(label_scores, label_gold, kLabelWeight * scale);
  losses.total = scale * (kArcWeight * losses.arc + kLabelWeight * losses.label + kUposWeight * losses.upos +
                          kXposWeight * losses.xpos + kNameWeight * losses.names);
  if (!with_gradients) return losses;

  // Backwards through the labels.
  M d_lh = M::Zero(rows + 1, lh.cols());
  M d_v(rows, v.cols());
  for (Eigen::Index r = 0; r < rows; ++r) {
    const Eigen::Map<const M> per_relation(v.data() + r * v.cols(), sizes.relations, l);
    Eigen::Map<M> d_per_relation(d_v.data() + r * v.cols(), sizes.relations, l);
    d_per_relation.noalias() = label_scores.row(r).transpose() * lh1.row(r);
    d_lh.row(head_row[static_cast<size_t>(r)]) += (label_scores.row(r) * per_relation).leftCols(l - 1);
  }
  label->gradient.noalias() += ld1.transpose() * d_v;
  M d_ld = (d_v * label->value.transpose()).leftCols(l - 1);
  // Through the arcs.
  arc->gradient.noalias() += ad.transpose() * d_query;
  arc_prior->gradient += d_query.colwise().sum();
  M d_ad = d_query * arc->value.transpose();
  if (drop) {
    d_ad.array() *= ad_mask.array();
    d_ah.array() *= ah_mask.array();
    d_ld.array() *= ld_mask.array();
    d_lh.array() *= lh_mask.array();
  }
  M d_h2_root = arc_head.Backward(std::move(d_ah)) + label_head.Backward(std::move(d_lh));
  root->gradient += d_h2_root.row(rows);
  M d_h2 = d_h2_root.topRows(rows);
  d_h2 += arc_dependent.Backward(std::move(d_ad)) + label_dependent.Backward(std::move(d_ld));
  d_h2 += names_backward();
  M d = std::move(d_h2);
  for (size_t i = layers.size(); i-- > 0;) {
    if (i == 0) d += tags_backward();
    if (i == 0 && name_first != nullptr) d.noalias() += name_added * name_first->value.transpose();
    if (drop) d.array() *= h_mask[i].array();
    d = layers[i].Backward(d, p);
  }
  const M& d_x = d;
  if (drop) d.array() *= x_mask.array();
  for (Eigen::Index r = 0; r < rows; ++r) {
    const size_t i = static_cast<size_t>(r);
    Eigen::Index column = sizes.word_dimension;
    words->Touch(word_row[i]);
    words->gradient.row(word_row[i]) += d_x.row(r).head(column);
    for (size_t part = 0; part < kPartCount; ++part) {
      const uint32_t bucket = at[i]->parts[part];
      parts[part]->Touch(bucket);
      parts[part]->gradient.row(bucket) += d_x.row(r).segment(column, PartDimension(part));
      column += PartDimension(part);
    }
    if (sizes.lexicon > 0) {
      lexicon->Touch(at[i]->lexicon);
      lexicon->gradient.row(at[i]->lexicon) += d_x.row(r).segment(column, sizes.lexicon_dimension);
    }
  }
  return losses;
}

template <typename Scalar>
Network<Scalar>::Network(const Sizes& sizes, uint64_t seed) : state_(std::make_unique<State>(sizes, seed)) {
  state_->Build();
}
template <typename Scalar>
Network<Scalar>::~Network() = default;
template <typename Scalar>
Network<Scalar>::Network(Network&&) noexcept = default;
template <typename Scalar>
Network<Scalar>& Network<Scalar>::operator=(Network&&) noexcept = default;

template <typename Scalar>
void Network<Scalar>::SetVectors(const std::vector<float>& vectors) {
  const Eigen::Index columns = state_->sizes.vectors;
  const Eigen::Index rows = static_cast<Eigen::Index>(vectors.size()) / columns;
  state_->vectors = Eigen::Map<const Matrix<float>>(vectors.data(), rows, columns).template cast<Scalar>();
}

template <typename Scalar>
Losses Network<Scalar>::Run(const Batch& batch, double dropout, bool with_gradients) {
  return state_->Run(batch, dropout, with_gradients);
}

template <typename Scalar>
void Network<Scalar>::Predict(const Batch& batch, float share, const std::vector<std::vector<SoftTargets>*>& out) {
  typename State::Sink sink;
  sink.share = share;
  for (size_t i = 0; i < batch.size(); ++i) {
    out[i]->resize(batch[i]->size());
    sink.out[batch[i]] = out[i];
  }
  state_->Run(batch, 0, false, &sink);
}

template <typename Scalar>
void Network<Scalar>::Step(double rate, double most) {
  double squares = 0;
  for (const auto& p : state_->parameters) {
    if (p->frozen) continue;
    if (!p->sparse) squares += static_cast<double>(p->gradient.squaredNorm());
    for (const uint32_t row : p->touched) squares += static_cast<double>(p->gradient.row(row).squaredNorm());
  }
  const double norm = std::sqrt(squares);
  const Scalar clip = Scalar(norm > most ? most / norm : 1);
  ++state_->steps;
  const Scalar correct_first = Scalar(1 / (1 - std::pow(kMomentum, state_->steps)));
  const Scalar correct_second = Scalar(1 / (1 - std::pow(kVariance, state_->steps)));
  const auto update = [&](auto value, auto gradient, auto first, auto second) {
    gradient *= clip;
    first = first * Scalar(kMomentum) + gradient * Scalar(1 - kMomentum);
    second = second * Scalar(kVariance) + gradient.square() * Scalar(1 - kVariance);
    value -= Scalar(rate) * (first * correct_first) / ((second * correct_second).sqrt() + Scalar(kEpsilon));
    gradient.setZero();
  };
  for (const auto& p : state_->parameters) {
    if (p->frozen) continue;
    if (!p->sparse) update(p->value.array(), p->gradient.array(), p->first.array(), p->second.array());
    for (const uint32_t row : p->touched) {
      update(p->value.row(row).array(), p->gradient.row(row).array(), p->first.row(row).array(),
             p->second.row(row).array());
      p->is_touched[row] = 0;
    }
    p->touched.clear();
  }
}

template <typename Scalar>
void Network<Scalar>::Adopt(const Network& other) {
  for (const auto& p : state_->parameters) {
    for (const auto& theirs : other.state_->parameters) {
      if (theirs->name != p->name || theirs->value.size() != p->value.size()) continue;
      p->value = theirs->value;
      p->first = theirs->first;
      p->second = theirs->second;
    }
  }
  state_->steps = other.state_->steps;
  state_->random = other.state_->random;
}

template <typename Scalar>
void Network<Scalar>::LearnHeadsOnly() {
  constexpr const char* kHeads[] = {"tag.hidden", "name.hidden", "upos",         "xpos",
                                    "names",      "tag.sources", "name.sources", "name.first"};
  state_->heads_only = true;
  for (const auto& p : state_->parameters) {
    const std::string& name = p->name;
    p->frozen = std::none_of(std::begin(kHeads), std::end(kHeads), [&](const std::string& head) {
      return name == head || name == head + ".weight" || name == head + ".bias";
    });
  }
}

template <typename Scalar>
void Network<Scalar>::CountIntoMean() {
  state_->counted += 1;
  const Scalar share = Scalar(1 / state_->counted);
  for (const auto& p : state_->parameters) {
    if (p->frozen) continue;
    if (p->mean.size() == 0) p->mean = p->value;
    p->mean += share * (p->value - p->mean);
  }
}

template <typename Scalar>
std::unique_ptr<Network<Scalar>> Network<Scalar>::Mean() const {
  auto network = std::make_unique<Network<Scalar>>(state_->sizes, 0);
  network->state_->vectors = state_->vectors;
  for (size_t i = 0; i < state_->parameters.size(); ++i) {
    const Parameter<Scalar>& p = *state_->parameters[i];
    network->state_->parameters[i]->value = p.mean.size() == 0 ? p.value : p.mean;
  }
  return network;
}

template <typename Scalar>
std::vector<ParameterView> Network<Scalar>::Parameters() const {
  std::vector<ParameterView> out;
  for (const auto& p : state_->parameters) {
    ParameterView view;
    view.name = p->name;
    view.rows = static_cast<uint32_t>(p->value.rows());
    view.columns = static_cast<uint32_t>(p->value.cols());
    view.values.assign(p->value.data(), p->value.data() + p->value.size());
    out.push_back(std::move(view));
  }
  return out;
}

template <typename Scalar>
std::string Network<Scalar>::Save() const {
  std::string bytes;
  const auto append = [&](const void* data, size_t size) { bytes.append(static_cast<const char*>(data), size); };
  append(&state_->steps, sizeof(state_->steps));
  append(&state_->random, sizeof(state_->random));
  for (const auto& p : state_->parameters) {
    for (const Matrix<Scalar>* m : {&p->value, &p->first, &p->second}) {
      append(m->data(), sizeof(Scalar) * static_cast<size_t>(m->size()));
    }
  }
  if (state_->counted == 0) return bytes;
  append(&state_->counted, sizeof(state_->counted));
  for (const auto& p : state_->parameters) {
    if (!p->frozen) append(p->mean.data(), sizeof(Scalar) * static_cast<size_t>(p->mean.size()));
  }
  return bytes;
}

template <typename Scalar>
bool Network<Scalar>::Restore(const std::string& bytes) {
  size_t values = 0;
  size_t means = 0;
  for (const auto& p : state_->parameters) {
    values += static_cast<size_t>(p->value.size());
    if (!p->frozen) means += static_cast<size_t>(p->value.size());
  }
  const size_t plain = sizeof(state_->steps) + sizeof(state_->random) + 3 * sizeof(Scalar) * values;
  const bool with_mean = bytes.size() == plain + sizeof(state_->counted) + sizeof(Scalar) * means;
  if (bytes.size() != plain && !with_mean) return false;
  size_t at = 0;
  const auto take = [&](void* data, size_t size) {
    std::memcpy(data, bytes.data() + at, size);
    at += size;
  };
  take(&state_->steps, sizeof(state_->steps));
  take(&state_->random, sizeof(state_->random));
  for (const auto& p : state_->parameters) {
    for (Matrix<Scalar>* m : {&p->value, &p->first, &p->second}) {
      take(m->data(), sizeof(Scalar) * static_cast<size_t>(m->size()));
    }
  }
  state_->counted = 0;
  if (!with_mean) return true;
  take(&state_->counted, sizeof(state_->counted));
  for (const auto& p : state_->parameters) {
    if (p->frozen) continue;
    p->mean.resize(p->value.rows(), p->value.cols());
    take(p->mean.data(), sizeof(Scalar) * static_cast<size_t>(p->mean.size()));
  }
  return true;
}

template <typename Scalar>
size_t Network<Scalar>::ParameterCount() const {
  return state_->parameters.size();
}
template <typename Scalar>
size_t Network<Scalar>::ParameterSize(size_t parameter) const {
  return static_cast<size_t>(state_->parameters[parameter]->value.size());
}
template <typename Scalar>
double Network<Scalar>::Value(size_t parameter, size_t index) const {
  return static_cast<double>(state_->parameters[parameter]->value.data()[index]);
}
template <typename Scalar>
void Network<Scalar>::SetValue(size_t parameter, size_t index, double value) {
  state_->parameters[parameter]->value.data()[index] = Scalar(value);
}
template <typename Scalar>
double Network<Scalar>::Gradient(size_t parameter, size_t index) const {
  return static_cast<double>(state_->parameters[parameter]->gradient.data()[index]);
}
template <typename Scalar>
void Network<Scalar>::ClearGradients() {
  for (const auto& p : state_->parameters) {
    p->gradient.setZero();
    p->touched.clear();
    std::fill(p->is_touched.begin(), p->is_touched.end(), 0);
  }
}

template class Network<float>;
template class Network<double>;

}  // namespace consilience::training
