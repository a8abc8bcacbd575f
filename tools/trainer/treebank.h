// Training material: Universal Dependencies treebanks and names over one of them.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/syntax/tagset.h"

namespace consilience::training {

struct GoldWord {
  std::string form;
  std::string lemma;
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kXx;
  Relation relation = Relation::kDep;
  uint32_t head = 0;  // 0 is the root, word i is i + 1
  int name = -1;      // index into kNameLabels; -1 where names are not annotated
};
using GoldSentence = std::vector<GoldWord>;

inline constexpr absl::string_view kNameLabels[] = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"};

// The content of a file, unpacked when it is gzipped. NotFound or DataLoss, naming the file.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// Sentences of a CoNLL-U file; a malformed one is an error here.
absl::StatusOr<std::vector<GoldSentence>> ReadTreebank(const std::string& path);

// Adds the names of an IOB2 file (number, form, label) to the sentences of the treebank it was made over.
absl::Status AddNames(const std::string& path, std::vector<GoldSentence>* sentences);

}  // namespace consilience::training
