#include "engine/claim/statement_values.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/word_list.h"
#include "engine/claim/phrase.h"
#include "engine/claim/predicate_noun.h"
#include "engine/claim/relation_set.h"

namespace consilience {
namespace {

using R = Relation;

constexpr size_t kMostChildren = 40;  // that are looked at

}  // namespace

std::string StatementValues::DateOf(absl::Span<const Part> parts) const {
  for (const bool adverbial : {true, false}) {
    for (const Part& part : parts) {
      if ((part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kAdverb) != adverbial ||
          part.kind == ComplementKind::kContent || part.kind == ComplementKind::kAdverbial) {
        continue;
      }
      for (const Reading& reading : part.readings) {
        const ByteSpan span = SpanOfWords(analysis_, reading.words);
        for (auto value = FirstIn(span); value != values_.end() && value->span.begin < span.end; ++value) {
          const bool own = adverbial || !IsWithinClause(*value, part.head);
          if (value->kind == ValueKind::kDate && span.Contains(value->span) && own) return value->iso;
        }
      }
    }
  }
  return {};
}

bool StatementValues::IsDate(const Reading& reading) const {
  const ByteSpan span = SpanOfWords(analysis_, reading.words);
  const auto value = FirstIn(span);
  return value != values_.end() && value->kind == ValueKind::kDate && value->span == span;
}

bool StatementValues::IsTimePhrase(const Reading& reading) const {
  const ByteSpan span = SpanOfWords(analysis_, reading.words);
  const auto value = FirstIn(span);
  return value != values_.end() && value->span.begin < span.end &&
         (value->kind == ValueKind::kDate || value->kind == ValueKind::kDuration) &&
         value->span.begin <= span.begin + 4;
}

void StatementValues::Attach(const Clause& clause, Claim* claim) const {
  claim->values.clear();
  AttachIn(claim->subject.span, claim);
  AttachIn(claim->object.span, claim);
  for (const Argument& argument : claim->arguments) AttachIn(argument.span, claim);
  CountPeople(clause, claim);
}

// "12 died", "killed 12", "claimed nine lives": people are what is counted. But "another 12" are not all of them.
void StatementValues::CountPeople(const Clause& clause, Claim* claim) const {
  constexpr absl::string_view kTaking[] = {"claim", "cost", "take"};
  const absl::string_view verb = LemmaOf(word(clause.head));
  const bool takes = IsAmong(kTaking, verb);
  if (!takes && !BefallsPeople(verb)) return;
  const bool undergone = clause.passive || verb == "die" || verb == "drown" || verb == "perish" || verb == "survive" ||
                         claim->object.empty();
  const Phrase& victims = undergone && !takes ? claim->subject : claim->object;
  for (Value& value : claim->values) {
    const bool counted = value.kind == ValueKind::kQuantity && value.head_word == victims.head_word;
    if (counted && value.unit == (takes ? "life" : "") && !IsOneMore(value)) value.unit = "people";
  }
}

void StatementValues::AttachIn(ByteSpan span, Claim* claim) const {
  constexpr size_t kMostValues = 16;  // of one claim
  for (auto value = FirstIn(span); value != values_.end() && value->span.begin < span.end; ++value) {
    if (claim->values.size() >= kMostValues) return;
    if (span.Contains(value->span) && !IsComparedWith(*value)) claim->values.push_back(*value);
  }
}

// "visited a school that was founded in 1970": the year is not that of the visit.
bool StatementValues::IsWithinClause(const Value& value, int32_t head) const {
  constexpr RelationSet kClauses{R::kAcl, R::kAclRelcl, R::kAdvcl, R::kCcomp};
  constexpr int kDeepest = 12;
  const auto first = std::lower_bound(analysis_.words().begin(), analysis_.words().end(), value.span.begin,
                                      [](const Word& w, uint32_t begin) { return w.span.begin < begin; });
  auto at = static_cast<int32_t>(first - analysis_.words().begin());
  if (at >= analysis_.size()) return false;
  for (int depth = 0; depth < kDeepest && at >= 0 && at != head; ++depth, at = word(at).head) {
    if (kClauses.Contains(word(at).relation)) return true;
  }
  return false;
}

// "smaller than the 6-foot keeper": a number of what something is compared with. "More than six" is one of its own.
bool StatementValues::IsComparedWith(const Value& value) const {
  constexpr int kMostSteps = 4;
  if (value.relation != ValueRelation::kEqual) return false;
  int32_t at = value.head_word;
  for (int steps = 0; at >= 0 && steps < kMostSteps; ++steps, at = word(at).head) {
    for (int32_t child : analysis_.children(at).subspan(0, kMostChildren)) {
      if (child >= at) break;
      if (word(child).lemma == "than" && word(child).relation == R::kCase && word(child).span.end <= value.span.begin) {
        return true;
      }
    }
    if (clauses_.At(at) != nullptr) return false;
  }
  return false;
}

// "another 12", "a further 12".
bool StatementValues::IsOneMore(const Value& value) const {
  constexpr absl::string_view kMore[] = {"additional", "another", "extra", "further", "other"};
  if (value.head_word < 0) return false;
  const auto children = analysis_.children(value.head_word).subspan(0, kMostChildren);
  return std::any_of(children.begin(), children.end(),
                     [&](int32_t child) { return IsAmong(kMore, word(child).lemma); });
}

std::vector<Value>::const_iterator StatementValues::FirstIn(ByteSpan span) const {
  return std::lower_bound(values_.begin(), values_.end(), span.begin,
                          [](const Value& value, uint32_t begin) { return value.span.begin < begin; });
}

}  // namespace consilience
