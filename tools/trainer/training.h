// From material to a model: teachers learn the treebanks, parse plain text together, and a student learns from both.
//
// Method: knowledge distillation (Hinton et al. 2015) of an ensemble of parsers that differ by their seeds (Kuncoro et
// al. 2016), over the treebanks and over plain text of the domain that matters.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "tools/trainer/corpus.h"
#include "tools/trainer/network.h"
#include "tools/trainer/plain_text.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

struct Recipe {
  uint64_t seed = 1;
  int epochs = 24;  // of the student
  int teachers = 0;
  int teacher_epochs = 20;
  int settling_epochs = 0;       // of the student's heads; the model is the mean over the second half of them
  double settling_rate = 4e-3;   // at first
  double exchanged_names = 0.3;  // share of the names that are replaced by others in the settling epochs
  int threads = 1;               // teachers trained at the same time; the model is the same whatever their number
  Sizes sizes;                   // of the student; the tables' rows are filled in
  uint32_t teacher_state = 160;
  uint32_t teacher_layers = 2;
  double rate = 2.5e-3;
  double dropout = 0.33;
  double soft_share = 0.5;  // of the teachers' word in the loss on annotated sentences
  uint32_t words_per_batch = 500;

  std::string ToString() const;  // lines of "name value", without the threads
};

// Sees a network after an epoch; `name` is "student", or "teacher1" and so on after their last.
using OnEpoch = std::function<absl::Status(const std::string& name, const Network<float>& network)>;

// What there is to learn from.
struct Material {
  absl::Span<const GoldSentence> gold;
  absl::Span<const GoldSentence> settling;  // the same sentences, as they are annotated in the settling epochs
  absl::Span<const uint32_t> treebanks;     // of each of these sentences, counted from 1
  absl::Span<const PlainSentence> plain;
  const Vocabulary* vocabulary = nullptr;
  const NameBook* names = nullptr;
};

// Trains by the recipe and returns the student. Progress is kept in files beside `checkpoint`, from which an
// interrupted training goes on to the same end. `on_epoch` is called from one thread at a time.
absl::StatusOr<std::unique_ptr<Network<float>>> Train(const Recipe& recipe, const Material& material,
                                                      const std::string& checkpoint, const OnEpoch& on_epoch);

// Writes by way of a file beside it, so that no half-written file is ever seen under the name.
absl::Status WriteFile(const std::string& path, const std::string& bytes);

}  // namespace consilience::training
