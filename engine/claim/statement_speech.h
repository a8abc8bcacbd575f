// By which speech somebody says a clause of a statement: what is told in reported speech is the speaker's claim, what
// is wanted, denied, known to all or not said at all is not.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/attribution/speech.h"
#include "engine/base/span.h"
#include "engine/claim/assertion.h"
#include "engine/claim/clause.h"
#include "engine/claim/extractor.h"
#include "engine/claim/part.h"
#include "engine/claim/polarity.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What a speech covers: one span of its content.
struct SpokenSpan {
  ByteSpan span;
  uint32_t speech = 0;
  uint32_t furthest = 0;  // largest end of this and of all spans before it
};
// Those of all a document's speech, by beginning; made once for all its statements.
std::vector<SpokenSpan> SpokenSpans(absl::Span<const Speech> speech);

// The speech that a statement's clauses stand in. Holds references to all it is given; what `marks` and `assertions`
// hold is looked at only when asked. Thread-safe.
class StatementSpeech {
 public:
  // `spoken` are the spans of `context.speech`, `assertions` by clause.
  StatementSpeech(const ExtractionContext& context, const std::vector<SpokenSpan>& spoken, uint32_t statement,
                  const ClauseIndex& clauses, const StatementMarks& marks, const std::vector<Assertion>& assertions);

  // The speech whose cue is word `cue`; null when there is none.
  const Speech* At(int32_t cue) const;
  // By which somebody says the clause: the innermost speech around it that is about it; null when the text itself does.
  // Looks at a bounded number of spans.
  const Speech* Of(const Clause& clause) const;
  // Whether the clause is quoted from something that can say nothing, whatever verb it was read as the subject of.
  bool IsQuotedFromAThing(const Clause& clause) const;
  // The same as Of() of a title before the name that word `head` heads: "Harbour Mayor Ana Lee".
  const Speech* OfName(int32_t head) const;

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }

  const Speech* Around(int32_t head, const std::vector<int32_t>& chain) const;
  const Speech* OfConjuncts(const Clause& clause) const;
  bool Reports(const Speech& speech, int32_t head, const std::vector<int32_t>& chain) const;
  bool HasSpeaker(const Speech& speech) const;
  bool OwnsContent(const Speech& speech) const;
  bool IsDirectSaying(const Speech& speech) const;
  bool IsFirstPerson(const Speech& speech) const;
  bool IsInfinitiveContent(int32_t cue) const;
  bool FollowsComma(int32_t clause) const;
  bool IsAsClause(int32_t cue) const;
  bool IsContradicted(int32_t cue, const Clause& clause) const;
  bool IsSharedKnowledge(const Speech& speech) const;
  bool IsUnsaid(int32_t cue) const;

  const ExtractionContext& context_;
  const std::vector<SpokenSpan>& spoken_;
  const uint32_t statement_;
  const Analysis& analysis_;
  const ClauseIndex& clauses_;
  const StatementMarks& marks_;
  const std::vector<Assertion>& assertions_;
};

}  // namespace consilience
