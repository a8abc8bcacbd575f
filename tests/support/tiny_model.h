// The smallest model the analyser takes, with weights drawn from a seed: it says nonsense, quickly.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/syntax/features.h"
#include "engine/syntax/hash_index.h"
#include "engine/syntax/model_file.h"

namespace consilience {

class TinyModel {
 public:
  explicit TinyModel(uint64_t seed) : seed_(seed) {}

  std::string Build() {
    builder_.AddText("settings", "made up\n");
    builder_.AddText("tags.upos", "NOUN\nVERB\nPUNCT\n");
    builder_.AddText("tags.xpos", "NN\nVB\n.\n");
    builder_.AddNumbers("tags.pairs", {0 << 16 | 0, 1 << 16 | 1, 2 << 16 | 2});
    builder_.AddText("tags.relations", "root\nnsubj\nobj\npunct\n");
    // A row per relation: the root is a verb, whatever the weights say, and everything else a noun.
    constexpr float kSure = 1e6f;
    builder_.AddFloats("tags.affinity", {0, kSure, 0, kSure, 0, 0, kSure, 0, 0, kSure, 0, 0});
    builder_.AddText("tags.names", "O\nB-PER\nI-PER\n");
    builder_.AddNumbers("word.index", HashIndex::Build({{FeaturesOf("ferry").form_hash, 1}}));
    uint32_t inputs = kTable;
    AddMatrix("word", 2, kTable);
    for (const PartTable& table : kPartTables) {
      AddMatrix(table.name, table.rows, 1);
      ++inputs;
    }
    for (int layer = 1; layer <= 2; ++layer) {
      for (const char* direction : {"forward", "backward"}) {
        const std::string name = absl::StrCat("layer", layer, ".", direction);
        AddMatrix(name + ".input", 4 * kState, layer == 1 ? inputs : 2 * kState);
        AddMatrix(name + ".recurrent", 4 * kState, kState);
        AddFloats(name + ".bias", 4 * kState);
      }
    }
    AddFloats("root", 2 * kState);
    AddLayer("tag.hidden", kState);
    AddLayer("name.hidden", kState);
    AddLayer("upos", 3, kState);
    AddLayer("xpos", 3, kState);
    AddLayer("names", 3, kState);
    AddLayer("arc.dependent", kState);
    AddLayer("arc.head", kState);
    AddLayer("label.dependent", kState);
    AddLayer("label.head", kState);
    AddMatrix("arc.biaffine", kState, kState);
    AddFloats("arc.prior", kState);
    AddMatrix("label.biaffine", 4 * (kState + 1), kState);
    AddFloats("label.bias", 4 * (kState + 1));
    builder_.AddText("lemma.edits", "0 \n1 \n");
    builder_.AddText("lemma.lemmas", "sink\n");
    builder_.AddNumbers("lemma.endings", HashIndex::Build({}));
    builder_.AddNumbers("lemma.exceptions", HashIndex::Build({}));
    return builder_.Finish();
  }

 private:
  static constexpr uint32_t kState = 8;
  static constexpr uint32_t kTable = 4;

  std::vector<float> Values(size_t count) {
    std::vector<float> values;
    for (size_t i = 0; i < count; ++i) {
      seed_ = seed_ * 6364136223846793005u + 1442695040888963407u;
      values.push_back(static_cast<float>(static_cast<int64_t>(seed_ >> 33) % 1000 - 500) / 500);
    }
    return values;
  }
  void AddMatrix(const std::string& name, uint32_t rows, uint32_t columns) {
    builder_.AddMatrix(name, rows, columns, Values(size_t{rows} * columns));
  }
  void AddFloats(const std::string& name, uint32_t count) { builder_.AddFloats(name, Values(count)); }
  void AddLayer(const std::string& name, uint32_t outputs, uint32_t inputs = 2 * kState) {
    AddMatrix(name + ".weight", outputs, inputs);
    AddFloats(name + ".bias", outputs);
  }

  uint64_t seed_;
  ModelBuilder builder_;
};

}  // namespace consilience
