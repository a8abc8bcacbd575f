// What documents call those whom they name: "the ferry" for the Star of Ellery, "the bank" for the Bank of Norland.
//
// A document shows it by resolving the one to the other, by saying that the one is the other ("Signe Aas, the
// governor") or by putting them together ("the Halden probe").
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"

namespace consilience {

// Immutable once built; any number of threads may read it.
class EpithetIndex {
 public:
  EpithetIndex(absl::Span<const Proposition> propositions, const PhraseTable& phrases);

  // Whether `description`, a definite noun alone, means `name` in the documents, which tell of one story: one of them
  // calls it so, and none calls anything else so.
  bool Means(PhraseId description, PhraseId name, absl::Span<const uint32_t> documents) const;

 private:
  struct Entry {
    uint32_t document;
    WordId noun, name;  // the usual noun; the name's head
    auto operator<=>(const Entry&) const = default;
  };
  enum class Answer : uint8_t { kNothing, kThis, kOther };
  Answer Ask(uint32_t document, WordId noun, WordId name) const;

  const PhraseTable& phrases_;
  std::vector<Entry> entries_;  // ordered, each once
};

}  // namespace consilience
