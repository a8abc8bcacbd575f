// Which values of a statement belong to a clause's date, its parts and its claims.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/claim/claim.h"
#include "engine/claim/clause.h"
#include "engine/claim/part.h"
#include "engine/claim/value.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Holds references to all it is given; the values are looked at only when asked. Thread-safe.
class StatementValues {
 public:
  // `values` by their beginning, as FindValues has them.
  StatementValues(const Analysis& analysis, const ClauseIndex& clauses, const std::vector<Value>& values)
      : analysis_(analysis), clauses_(clauses), values_(values) {}

  // The first date among a clause's own adverbials, else in its object, as in Value::iso; "" without one.
  std::string DateOf(absl::Span<const Part> parts) const;
  // The reading is a date and nothing else.
  bool IsDate(const Reading& reading) const;
  // It begins with a date or a duration.
  bool IsTimePhrase(const Reading& reading) const;

  // Sets the values of a clause's claim whose phrases have their spans: a bounded number, by phrase. What counts the
  // victims of the clause's event counts people.
  void Attach(const Clause& clause, Claim* claim) const;

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }
  std::vector<Value>::const_iterator FirstIn(ByteSpan span) const;
  void AttachIn(ByteSpan span, Claim* claim) const;
  void CountPeople(const Clause& clause, Claim* claim) const;
  bool IsWithinClause(const Value& value, int32_t head) const;
  bool IsComparedWith(const Value& value) const;
  bool IsOneMore(const Value& value) const;

  const Analysis& analysis_;
  const ClauseIndex& clauses_;
  const std::vector<Value>& values_;
};

}  // namespace consilience
