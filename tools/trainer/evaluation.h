// How well a model does on a treebank's gold tokens.
#pragma once

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"

namespace consilience::training {

struct Scores {
  size_t words = 0;
  size_t upos = 0;
  size_t xpos = 0;
  size_t lemmas = 0;
  size_t unlabelled = 0;
  size_t labelled = 0;  // by the universal part of the relation
  double seconds = 0;   // of analysis

  std::string ToString() const;
};

// Analyses the gold tokens of the treebank at `treebank` with the model file at `model`. The analysis is appended to
// `predicted` as CoNLL-U unless it is nullptr.
absl::StatusOr<Scores> Evaluate(const std::string& model, const std::string& treebank, std::string* predicted);

}  // namespace consilience::training
