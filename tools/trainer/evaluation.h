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
  size_t names = 0;     // annotated
  size_t names_said = 0;
  size_t names_right = 0;  // with the same words and kind
  double seconds = 0;      // of analysis

  std::string ToString() const;
};

// Analyses the gold tokens of the treebank at `treebank` with the model file at `model`. The analysis is appended to
// `predicted` as CoNLL-U unless it is nullptr. Names are measured where the IOB2 file `names` has them; it may be
// empty.
absl::StatusOr<Scores> Evaluate(const std::string& model, const std::string& treebank, const std::string& names,
                                std::string* predicted);

}  // namespace consilience::training
