// Why a clause makes no claim: nothing says of whom it speaks, it asks, it states a purpose, its tree went wrong, it is
// quoted of nobody, or it says nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/claim/assertion.h"
#include "engine/claim/clause.h"
#include "engine/claim/part.h"
#include "engine/claim/polarity.h"
#include "engine/claim/rule.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// The silences of one statement. Holds references to all it is given; what those hold is looked at only when asked.
// Each question takes time linear in the clause's own words, parts and dependents. Thread-safe.
class SilenceRules {
 public:
  // `assertions` by clause; `unattributed`: the quotations of nobody known, in the order of the text.
  SilenceRules(const Analysis& analysis, const ClauseIndex& clauses, const StatementMarks& marks,
               const std::vector<Assertion>& assertions, absl::Span<const ByteSpan> unattributed)
      : analysis_(analysis), clauses_(clauses), marks_(marks), assertions_(assertions), unattributed_(unattributed) {}

  // The rule that silences a clause of the statement whatever its parts are; none when it may make a claim.
  std::optional<Rule> Of(const Clause& clause) const;
  // The rule that silences a clause which may make a claim but for these parts, all that it has.
  std::optional<Rule> Of(const Clause& clause, absl::Span<const Part> parts) const;
  // "asked her whether it rains": nobody says that it does or may.
  bool IsAsked(const Clause& clause) const;

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }

  bool HasNoSubject(const Clause& clause) const;
  bool IsPreposition(const Clause& clause) const;
  bool AsksForSubject(const Clause& clause) const;
  bool NamesNothing(const Clause& clause) const;
  bool SaysOfNone(const Clause& clause) const;
  bool CannotHelp(const Clause& clause) const;
  bool SaysOfSome(const Clause& clause) const;
  bool SaysOfAny(const Clause& clause) const;
  bool StatesPurpose(const Clause& clause) const;
  bool IsGarbled(const Clause& clause) const;
  bool Disagrees(const Clause& clause) const;
  bool IsQuotedOfNobody(const Clause& clause) const;
  bool IsPutToSomebody(const Clause& clause) const;
  bool IsBareParticiple(const Clause& clause, absl::Span<const Part> parts) const;
  bool SaysNothing(const Clause& clause, absl::Span<const Part> parts) const;
  bool IsHalfDenied(const Clause& clause) const;
  bool IsDenied(int32_t noun) const;
  bool SaysHalf(const Clause& clause, absl::Span<const Part> parts) const;
  bool AsksNothing(const Clause& clause, absl::Span<const Part> parts) const;
  bool AsksHow(const Clause& clause) const;
  bool CouldNotBeMore(const Clause& clause) const;
  bool IsCleft(const Clause& clause) const;

  const Analysis& analysis_;
  const ClauseIndex& clauses_;
  const StatementMarks& marks_;
  const std::vector<Assertion>& assertions_;
  const absl::Span<const ByteSpan> unattributed_;
};

}  // namespace consilience
