// Nouns that make a predicate: with a light verb ("took part in"), or by themselves, as the names of acts ("the arrest
// of X by Y").
#pragma once

#include "absl/strings/string_view.h"

namespace consilience {

// "take part", "hold talks": the verb says little without its bare noun. By lemma.
bool IsLightVerb(absl::string_view verb, absl::string_view noun);

// A noun that names what a verb says.
struct Nominalisation {
  absl::string_view noun;
  absl::string_view verb;
  bool of_object = false;  // what follows "of" undergoes it ("the arrest of X"), not does it ("the death of X")
};
// Null when the table does not know the noun. By lemma.
const Nominalisation* FindNominalisation(absl::string_view noun);

// "access to", "the war on": a noun that says another thing, or nothing, without what this preposition introduces. By
// lemma.
bool WantsComplement(absl::string_view noun, absl::string_view preposition);

// "12 died", "killed 12": verbs of what befalls people, whose bare numbers count them.
bool BefallsPeople(absl::string_view verb);

}  // namespace consilience
