// Which words occur in names of what: a set of kinds per word.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "tools/trainer/name_book.h"

namespace consilience::training {

inline constexpr uint32_t kLexiconKinds = 128;  // sets of the seven kinds of lexicon.cc; 0 for words in no name

// Hash of the normalised form -> its set of kinds.
using Lexicon = std::map<uint64_t, uint32_t>;

// From data/organisations.txt, from the instances in WordNet's data.noun (folder `wordnet`), and from first names,
// countries and news outlets (folder `gazetteers`, the project's engine/); either folder may be empty. Whole names go
// into `book` too, unless they are of WordNet's groups that are no instances.
absl::StatusOr<Lexicon> ReadLexicon(const std::string& wordnet, const std::string& gazetteers, NameBook* book);

}  // namespace consilience::training
