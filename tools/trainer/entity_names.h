// Names of persons, places and organisations in a treebank whose mentions of entities are annotated, as GUM's are
// (Zeldes 2017): `Entity=` in the last column, e.g. `(6-person-new-...` to `6)` around "the mayor, Marta Oduya".
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

// Adds names to the sentences of the treebank at `path`, which are all of its sentences in order; those of a file
// without mentions stay as they are. A mention is named when its head is a proper noun and no title; its name is the
// proper nouns around the head, with what links them ("Bank of Arden"). A name of one word that is as often a common
// noun ("State") stays unknown.
absl::Status AddEntityNames(const std::string& path, std::vector<GoldSentence>* sentences);

}  // namespace consilience::training
