// Who stands behind each side of a conflict: the outlets that tell it, or somebody whom they quote.
//
// "Taleria denies that it shot" and "Norland says that Taleria shot" may stand in one report: the outlets agree on who
// said what, and those who said it contradict each other.
#pragma once

#include <cstdint>
#include <string>

#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/proposition.h"

namespace consilience {

// Who says what a claim says, as its text calls them: its speaker, and of an accusation or a denial whoever accuses or
// denies. No name when the outlets say so themselves, or when a pronoun stands for whoever it is.
struct Party {
  std::string name;
  bool denies = false;
};
Party PartyOf(const ClaimTable& claims, const Proposition& p);

// What the parties of two claims are to each other.
enum class Parties : uint8_t {
  kOutlets,  // nobody is quoted on either side
  kOne,      // one side is what somebody says, the other what outlets say themselves
  kSame,     // one, or two who may be one: "Hask", "the minister"
  kApart,    // "Taleria", "Norland"; "police", "his family"; "several witnesses", "some witnesses"
};
Parties CompareParties(const Party& a, const Party& b);

}  // namespace consilience
