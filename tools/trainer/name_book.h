// Names by kind, to put others in the place of those in a sentence: what stands around a name then teaches more than
// the name itself.
//
// Method: mention replacement (Dai and Adel 2020).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/syntax/tagset.h"
#include "tools/trainer/random.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

class NameBook {
 public:
  // Takes a name of words that are all capitalised; any other is left out.
  void Add(NameKind kind, std::vector<std::string> words);
  // Adds the names that sentences are annotated with.
  void AddFrom(absl::Span<const GoldSentence> sentences);
  // Sorts the names and drops what stands twice; to be called once before `Exchange`.
  void Finish();

  // The sentence with another name of the same kind and number of words in the place of about `share` of its names.
  // Names with words that are no proper nouns stay.
  GoldSentence Exchange(const GoldSentence& sentence, double share, Random* random) const;

 private:
  std::map<std::pair<NameKind, size_t>, std::vector<std::vector<std::string>>> names_;  // by number of words
};

}  // namespace consilience::training
