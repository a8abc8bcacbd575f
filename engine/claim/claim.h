// The claim: what a statement says, as subject, predicate, object and further arguments.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/base/units.h"
#include "engine/claim/rule.h"
#include "engine/claim/value.h"

namespace consilience {

enum class Polarity : uint8_t { kAffirmed, kNegated };
enum class Modality : uint8_t { kAsserted, kPossible, kNecessary, kPlanned, kConditional, kDenied };
inline Polarity Opposite(Polarity polarity) {
  return polarity == Polarity::kNegated ? Polarity::kAffirmed : Polarity::kNegated;
}
absl::string_view ToString(Polarity polarity);
absl::string_view ToString(Modality modality);

// A subject or an object.
struct Phrase {
  std::string text;        // words as written, in the order of the sentence
  ByteSpan span;           // from the first to the last of them; words left out in between are possible
  std::string head;        // form of its head word
  std::string entity;      // canonical name(s) when the mention was resolved; several by "; ". Empty: none
  std::string key;         // what is compared: the entity, else lower-case lemmas of its content words, in order
  int32_t head_word = -1;  // in the statement's analysis

  bool empty() const { return text.empty(); }
};

struct Predicate {
  std::string text;   // as written, auxiliaries and particle included: "will sign up"
  std::string lemma;  // "sign up"; for a copula "be" plus nothing; in the atomic view with the heads of what stands
                      // before the object and its preposition: "arrive in", "sign treaty in", "be president of"
  ByteSpan span;
  int32_t word = -1;
  bool passive = false;  // text is passive: subject is what undergoes
};

struct Argument {
  std::string role;  // its preposition or marker in lower case ("in", "because"); "" for a bare one ("Monday")
  std::string text;  // without the preposition
  ByteSpan span;     // of text
  std::string key;   // as Phrase::key
  std::string entity;
  int32_t head_word = -1;
};

enum class ClaimView : uint8_t {
  kClause,  // one claim per predicate with all its arguments
  kAtomic,  // one per subject-predicate-object and per prepositional argument: what the reconciler compares
};

struct Claim {
  Phrase subject;
  Predicate predicate;
  Phrase object;  // empty for an intransitive
  std::vector<Argument> arguments;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  std::string speaker;        // canonical when resolved; empty: the text itself asserts it
  std::vector<Value> values;  // all values within the claim's subject, object and arguments
  std::string date;           // ISO 8601, as precise as stated, of when it happened; empty when not stated
  std::string place;
  Probability confidence;   // that a reader would take the claim from the statement
  Probability weakest_arc;  // the least certain of the arcs from which it was read
  uint32_t clause = 0;      // claims of one clause share it, so that atomic claims can be read together
  RuleSet rules;            // by which it was made
};

// The value that the claim's object states: the one that hangs on its head word ("12 people"), else the only number in
// it ("an investment of $4 billion"). nullptr when there is none or no single one.
const Value* ObjectValue(const Claim& claim);
// The same of its subject: "31 people died".
const Value* SubjectValue(const Claim& claim);

}  // namespace consilience
