#include "tools/trainer/model_writer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/syntax/hash_index.h"
#include "engine/syntax/model_file.h"
#include "tools/trainer/lemma_table.h"

namespace consilience::training {
namespace {

constexpr double kAffinityShare = 0.2;
constexpr float kFollowed[] = {0, 0.75f, 0.25f};  // shares of the sources' conventions, by their numbers

// The file has one row per output, the network in training one column.
std::vector<float> Transposed(const ParameterView& p, uint32_t rows) {
  std::vector<float> out;
  out.reserve(size_t{rows} * p.columns);
  for (uint32_t c = 0; c < p.columns; ++c) {
    for (uint32_t r = 0; r < rows; ++r) out.push_back(p.values[size_t{r} * p.columns + c]);
  }
  return out;
}

bool IsTable(const std::string& name) {
  return name == "word" || name == "lexicon" ||
         std::any_of(std::begin(kPartTables), std::end(kPartTables),
                     [&](const PartTable& table) { return name == table.name; });
}

void AddParameter(const ParameterView& p, ModelBuilder* model) {
  if (IsTable(p.name)) {
    model->AddMatrix(p.name, p.rows, p.columns, p.values);
  } else if (p.rows == 1) {
    model->AddFloats(p.name, p.values);
  } else if (p.name == "label.biaffine") {
    // Its last row belongs to a constant input: a bias.
    model->AddMatrix(p.name, p.columns, p.rows - 1, Transposed(p, p.rows - 1));
    model->AddFloats("label.bias", absl::MakeConstSpan(p.values).subspan(size_t{p.rows - 1} * p.columns));
  } else {
    model->AddMatrix(p.name, p.columns, p.rows, Transposed(p, p.rows));
  }
}

// Parts of speech and names follow a mixture of the treebanks' conventions: what these add becomes part of the layers'
// biases. The mixture was chosen on sentences held out of training: so the first treebank gains most, and the second
// loses nothing.
std::vector<ParameterView> Folded(std::vector<ParameterView> parameters, std::string* settings) {
  const auto find = [&](const std::string& name) {
    return std::find_if(parameters.begin(), parameters.end(), [&](const ParameterView& p) { return p.name == name; });
  };
  for (const std::string layer : {"tag", "name"}) {
    const auto sources = find(layer + ".sources");
    if (sources == parameters.end()) continue;
    std::vector<float>& bias = find(layer + ".hidden.bias")->values;
    for (size_t source = 0; source < std::size(kFollowed); ++source) {
      const float* added = sources->values.data() + source * sources->columns;
      for (size_t c = 0; c < bias.size(); ++c) bias[c] += kFollowed[source] * added[c];
    }
    parameters.erase(sources);
    absl::StrAppend(settings, layer, "_conventions ", absl::StrJoin(kFollowed, " "), "\n");
  }
  return parameters;
}

uint32_t PairOf(const GoldWord& word) {
  return static_cast<uint32_t>(word.upos) << 16 | static_cast<uint32_t>(word.xpos);
}

// Pairs of tags seen often enough to be no slips, as the network reads them, in order.
std::vector<uint32_t> TagPairs(absl::Span<const GoldSentence> sentences) {
  constexpr size_t kLeastCount = 3;
  std::map<uint32_t, size_t> counts;
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      ++counts[PairOf(word)];
    }
  }
  std::vector<uint32_t> pairs;
  for (const auto& [pair, count] : counts) {
    if (count >= kLeastCount) pairs.push_back(pair);
  }
  return pairs;
}

// How much more often than by chance relations and pairs of tags meet: pointwise mutual information, a row of pairs for
// each relation, in the share that was best on sentences held out of training.
std::vector<float> Affinities(absl::Span<const GoldSentence> sentences, const Vocabulary& vocabulary,
                              const std::vector<uint32_t>& pairs) {
  constexpr double kUnseen = 0.5;
  const size_t relations = vocabulary.relations().size();
  std::vector<double> both(relations * pairs.size(), kUnseen), of_relation(relations, 0), of_pair(pairs.size(), 0);
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      const auto pair = std::lower_bound(pairs.begin(), pairs.end(), PairOf(word));
      if (pair == pairs.end() || *pair != PairOf(word)) continue;
      const size_t number = static_cast<size_t>(pair - pairs.begin());
      both[vocabulary.RelationNumber(word.relation) * pairs.size() + number] += 1;
    }
  }
  double all = 0;
  for (size_t i = 0; i < both.size(); ++i) {
    of_relation[i / pairs.size()] += both[i];
    of_pair[i % pairs.size()] += both[i];
    all += both[i];
  }
  std::vector<float> out;
  for (size_t i = 0; i < both.size(); ++i) {
    const double chance = of_relation[i / pairs.size()] * of_pair[i % pairs.size()] / all;
    out.push_back(static_cast<float>(kAffinityShare * std::log(both[i] / chance)));
  }
  return out;
}

}  // namespace

std::string WriteModel(const Network<float>& network, const Vocabulary& vocabulary,
                       absl::Span<const GoldSentence> sentences, const std::string& settings,
                       const std::string& boundaries) {
  ModelBuilder model;
  std::string all_settings = absl::StrCat(settings, "tag_affinity ", kAffinityShare, "\n");
  const std::vector<ParameterView> parameters = Folded(network.Parameters(), &all_settings);
  model.AddText("settings", all_settings);
  model.AddText("boundary", boundaries);
  std::string upos, xpos, relations, names;
  for (size_t i = 0; i < kUposCount; ++i) absl::StrAppend(&upos, ToString(static_cast<Upos>(i)), "\n");
  for (size_t i = 0; i < kXposCount; ++i) absl::StrAppend(&xpos, ToString(static_cast<Xpos>(i)), "\n");
  for (const Relation relation : vocabulary.relations()) absl::StrAppend(&relations, ToString(relation), "\n");
  for (const absl::string_view label : kNameLabels) absl::StrAppend(&names, label, "\n");
  model.AddText("tags.upos", upos);
  model.AddText("tags.xpos", xpos);
  const std::vector<uint32_t> pairs = TagPairs(sentences);
  model.AddNumbers("tags.pairs", pairs);
  model.AddText("tags.relations", relations);
  model.AddFloats("tags.affinity", Affinities(sentences, vocabulary, pairs));
  model.AddText("tags.names", names);
  model.AddNumbers("word.index", HashIndex::Build(vocabulary.Entries()));
  if (const Lexicon& lexicon = vocabulary.lexicon(); !lexicon.empty()) {
    const std::vector<std::pair<uint64_t, uint32_t>> entries(lexicon.begin(), lexicon.end());
    model.AddNumbers("lexicon.index", HashIndex::Build(entries));
  }
  if (const WordVectors& vectors = vocabulary.vectors(); vectors.columns > 0) {
    const std::vector<std::pair<uint64_t, uint32_t>> entries(vectors.rows.begin(), vectors.rows.end());
    model.AddNumbers("vector.index", HashIndex::Build(entries));
    model.AddMatrix("vector", static_cast<uint32_t>(vectors.values.size() / vectors.columns), vectors.columns,
                    vectors.values);
  }
  for (const ParameterView& p : parameters) AddParameter(p, &model);
  AddLemmaTables(sentences, &model);
  return model.Finish();
}

}  // namespace consilience::training
