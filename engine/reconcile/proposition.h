// A claim in the form in which it is compared: who does what to whom, whatever the voice and the wording.
//
// "Police arrested two suspects", "two suspects were detained by police" and "police made two arrests" come to one act
// with an agent and a patient; "the death toll rose to 58" and "58 people died" to one count of those killed.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/claim/claim.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/predicate_table.h"

namespace consilience {

// What its act is to what somebody else says: "Ms Aas accused Brel of fraud", "Brel denied the accusation".
enum class Stance : uint8_t { kNone, kAccuses, kDenies };

enum class ValueSlot : uint8_t { kNone, kPatient, kOblique, kAgent };

struct Proposition {
  uint32_t row = 0;       // in the ClaimTable
  uint32_t document = 0;  // numbered from 0 in order of their first claims
  uint32_t clause = 0;    // numbered from 0; claims of one clause share it
  WordId verb = 0;        // lemma
  WordId family = 0;      // of the act
  WordId axis = 0;        // the same for a family and its opposites
  WordId role = 0;        // the preposition of `oblique`; 0: the act itself
  PhraseId agent = 0;
  PhraseId patient = 0;
  PhraseId oblique = 0;
  const Value* value = nullptr;   // the number or date it answers with; in the claim table
  const Value* extent = nullptr;  // of a circumstance: the amount that its act is about, "pledged $5 billion for roads"
  const Value* counted = nullptr;     // how many its subject tells of
  ValueSlot slot = ValueSlot::kNone;  // of `value`
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  Stance stance = Stance::kNone;
  bool generic = false;     // its act says little: participants must bring two claims together
  bool state = false;       // how it is, not what happened: "is closed"
  bool speech = false;      // an act of saying or writing
  bool report = false;      // its object is what somebody says
  bool functional = false;  // one subject has one answer to it
  bool single = false;      // happens once: two dates exclude each other
  bool unique = false;      // one object has one subject of it
  bool changing = false;    // what is counted is superseded by later counts
  bool firm = false;        // a finite clause that says so itself: neither "before selling" nor "she thought that ..."
  bool narrowed = false;    // its clause has circumstances that it leaves out: what it negates may be them alone
  bool limited = false;     // holds up to a point, or under a condition: "until his successor is named"
  bool hollow = false;      // its act says nothing without its circumstance: "was born"
  bool echo = false;        // the act alone of a claim of a circumstance, when the act has no claim of its own
  bool elliptic = false;    // what it is done to goes without saying: "apologised"
  bool sparse = false;      // says too little by itself to meet claims of other stories
  WordId manner = 0;        // how it was done: "knowingly"
  WordId told_role = 0;     // of an act: the circumstance that its clause tells besides, when it tells just one
  PhraseId told = 0;
  PhraseId content = 0;  // all that its clause names, whatever stands where: bags of usual words
  PhraseId acts = 0;     // the families of its clause's acts, those that its nouns name among them
  WordId amount = 0;     // of `value`: the same for the same amount
  WordId number = 0;     // of `value`: the same for the same amount; 0 for small and for round ones
};

// Propositions of all text claims, in the order of the rows, then the echoes: "400 soldiers were sent to help" says
// that 400 soldiers were sent, too. `phrases` receives their phrases.
std::vector<Proposition> MakePropositions(const ClaimTable& claims, PhraseTable* phrases);

}  // namespace consilience
