// Text without annotation: what word vectors are learned from and what teachers parse for their student.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/statement/segmenter.h"

namespace consilience::training {

using PlainSentence = std::vector<std::string>;  // its words

// The articles of every wikinews_*.csv.gz of a folder (columns url, date, title, text), in the order of their names.
absl::StatusOr<std::vector<PlainSentence>> ReadArticles(const std::string& folder, const Segmenter& segmenter);

// The definitions and examples of WordNet's data files in a folder (Debian: /usr/share/wordnet). A definition follows
// each of the words it defines: "Tokyo : the capital and largest city of Japan".
absl::StatusOr<std::vector<PlainSentence>> ReadGlosses(const std::string& folder, const Segmenter& segmenter);

}  // namespace consilience::training
