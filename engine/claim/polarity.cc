#include "engine/claim/polarity.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/string_view.h"
#include "engine/base/word_list.h"

namespace consilience {
namespace {

constexpr absl::string_view kNegativeAdverbs[] = {"not", "n't", "never", "nowhere", "hardly", "scarcely"};
constexpr absl::string_view kNegativeDeterminers[] = {"no", "neither"};
constexpr absl::string_view kNegativePronouns[] = {"nobody", "nothing", "none", "no-one", "noone", "neither"};
// After these "not" takes nothing back: "not only signed but paid".
constexpr absl::string_view kFocusAfterNot[] = {"only", "just", "merely", "simply", "necessarily"};
// Negations among the predicate's own adverbs; "no longer" counts once.
int CountNegativeAdverbs(const Analysis& analysis, const Clause& clause) {
  int count = 0;
  for (int32_t i : clause.predicate) {
    const Word& w = analysis.word(i);
    if (w.upos == Upos::kVerb || w.upos == Upos::kAux) continue;
    if (w.lemma == "long" || w.lemma == "longer") {
      count += i > 0 && analysis.word(i - 1).lemma == "no";
      continue;
    }
    if (!IsAmong(kNegativeAdverbs, w.lemma)) continue;
    const bool focus = i + 1 < analysis.size() && IsAmong(kFocusAfterNot, analysis.word(i + 1).lemma);
    count += !focus;
  }
  return count;
}

// "not", "never" right at a verb.
bool IsNegated(const Analysis& analysis, int32_t verb) {
  if (verb < 0) return false;
  const auto children = analysis.children(verb);
  return std::any_of(children.begin(), children.end(), [&](int32_t c) {
    return analysis.word(c).relation == Relation::kAdvmod && IsAmong(kNegativeAdverbs, analysis.word(c).lemma);
  });
}

// "has yet to publish": it did not so far.
bool IsYetTo(const Analysis& analysis, const Clause& clause) {
  if (clause.chain.size() < 2) return false;
  const int32_t first = clause.chain.front();
  if (analysis.word(first).lemma != "have" && analysis.word(first).lemma != "be") return false;
  return first + 1 < analysis.size() && analysis.word(first + 1).lemma == "yet";
}

// "is expected" rather than "expects": a participle after a form of "be".
bool IsPassiveVerb(const Analysis& analysis, const Clause& clause, int32_t verb) {
  if (analysis.word(verb).xpos != Xpos::kVbn) return false;
  for (int32_t i : clause.predicate) {
    if (i >= verb) break;
    if (analysis.word(i).lemma == "be") return true;
  }
  return false;
}

// "Had the storm hit the capital": an adverbial clause that begins with its auxiliary.
bool IsInvertedCondition(const Analysis& analysis, int32_t clause) {
  const Word& w = analysis.word(clause);
  if (w.relation != Relation::kAdvcl) return false;
  for (int32_t child : analysis.children(clause)) {
    const Word& c = analysis.word(child);
    if (c.upos == Upos::kPunct) continue;
    const bool auxiliary =
        c.relation == Relation::kAux || c.relation == Relation::kAuxPass || c.relation == Relation::kCop;
    return auxiliary && (c.lemma == "have" || c.lemma == "should" || c.form == "were" || c.form == "Were") &&
           c.xpos != Xpos::kVbg && (c.xpos == Xpos::kVbd || c.xpos == Xpos::kMd);
  }
  return false;
}

// "?" asks what stands before it, back to the end of a sentence, a colon, or a quotation that began as one.
void MarkQuestions(const Analysis& analysis, StatementMarks* marks) {
  constexpr absl::string_view kEnds[] = {".", "!", ":", ";"};
  constexpr absl::string_view kQuotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "``", "''"};
  int32_t from = 0;
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const absl::string_view form = analysis.word(i).form;
    if (form == "?") {
      for (int32_t j = from; j < i; ++j) marks->bits[static_cast<size_t>(j)] |= StatementMarks::kAsked;
      from = i + 1;
    } else if (IsAmong(kEnds, form)) {
      from = i + 1;
    } else if (IsAmong(kQuotes, form) && (i == 0 || analysis.word(i - 1).upos == Upos::kPunct)) {
      from = i + 1;
    }
  }
}

// "Had the storm hit the capital, it would ...", whatever the auxiliary was hung on: the clause of the subject behind
// it.
int32_t InvertedClause(const Analysis& analysis, const StatementMarks& marks, int32_t auxiliary) {
  constexpr absl::string_view kInverting[] = {"Had", "Should", "Were"};
  constexpr int32_t kReach = 12;
  const bool begins = auxiliary == 0 || analysis.word(auxiliary - 1).upos == Upos::kPunct;
  if (!begins || !IsAmong(kInverting, analysis.word(auxiliary).form) || auxiliary + 1 >= analysis.size()) return -1;
  if (marks.Has(auxiliary, StatementMarks::kAsked)) return -1;
  for (int32_t i = auxiliary + 1; i < std::min(auxiliary + kReach, analysis.size()); ++i) {
    const Word& w = analysis.word(i);
    if (w.upos == Upos::kPunct || w.upos == Upos::kVerb) return -1;
    if (IsSubject(w.relation) && w.head > i) return w.head;
  }
  return -1;
}

// What holds on condition of `clause`: the clause it hangs on; but in "if the court agrees, they argued, he must go"
// what they argued.
int32_t Conditioned(const Analysis& analysis, int32_t clause) {
  const int32_t main = analysis.word(clause).head;
  if (main < 0 || analysis.word(main).xpos != Xpos::kVbd || clause > main) return main;
  for (int32_t child : analysis.children(main)) {
    const Relation relation = analysis.word(child).relation;
    if (child > main && (relation == Relation::kCcomp || relation == Relation::kParataxis)) return child;
  }
  return main;
}

// Of "said it would come, provided that" what was said.
int32_t ToldOf(const Analysis& analysis, int32_t main, int32_t condition) {
  if (main < 0 || analysis.word(condition).relation != Relation::kConj) return main;
  for (int32_t child : analysis.children(main)) {
    if (child < condition && analysis.word(child).relation == Relation::kCcomp) return child;
  }
  return main;
}

// "provided", "assuming" before a clause of its own: a condition.
bool IntroducesCondition(const Analysis& analysis, int32_t i) {
  constexpr absl::string_view kConditions[] = {"assuming", "provided", "providing", "supposing"};
  const Word& w = analysis.word(i);
  const bool beside = w.relation == Relation::kConj && i > 0 && analysis.word(i - 1).form == ",";  // ", provided that"
  return (w.relation == Relation::kAdvcl || beside) && IsAmong(kConditions, w.form);
}

// "Perhaps the best way is to wait", whatever the adverb was hung on: the verb, or what has a copula, above it.
int32_t DoubtedFromTheStart(const Analysis& analysis) {
  constexpr absl::string_view kDoubts[] = {"maybe", "perhaps", "possibly"};
  constexpr int kDeepest = 8;
  int32_t first = 0;
  while (first < analysis.size() && analysis.word(first).upos == Upos::kPunct) ++first;
  if (first == analysis.size() || !IsAmong(kDoubts, analysis.word(first).lemma)) return -1;
  const auto has_copula = [&](int32_t i) {
    const auto children = analysis.children(i);
    return std::any_of(children.begin(), children.end(),
                       [&](int32_t c) { return analysis.word(c).relation == Relation::kCop; });
  };
  int32_t above = analysis.word(first).head;
  for (int depth = 0; above >= 0 && depth < kDeepest; ++depth, above = analysis.word(above).head) {
    if (analysis.word(above).upos == Upos::kVerb || has_copula(above)) return above;
  }
  return -1;
}

// "Either it sank or it burned": neither is certain.
void MarkAlternatives(const Analysis& analysis, int32_t clause, StatementMarks* marks) {
  const auto mark = [&](int32_t i) {
    marks->bits[static_cast<size_t>(i)] =
        static_cast<uint8_t>(marks->bits[static_cast<size_t>(i)] | StatementMarks::kUncertain);
  };
  for (const int32_t child : analysis.children(clause)) {
    if (analysis.word(child).relation != Relation::kConj || analysis.word(child).upos != Upos::kVerb) continue;
    const auto below = analysis.children(child);
    const bool other =
        std::any_of(below.begin(), below.end(), [&](int32_t c) { return analysis.word(c).lemma == "or"; });
    if (!other) continue;
    mark(clause);
    mark(child);
  }
}

}  // namespace

StatementMarks MarkStatement(const Analysis& analysis) {
  StatementMarks marks;
  marks.bits.assign(static_cast<size_t>(analysis.size()), 0);
  const auto set = [&](int32_t i, StatementMarks::Bit bit) {
    if (i >= 0) marks.bits[static_cast<size_t>(i)] = static_cast<uint8_t>(marks.bits[static_cast<size_t>(i)] | bit);
  };
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const Word& w = analysis.word(i);
    if (IsInvertedCondition(analysis, i)) {
      set(i, StatementMarks::kCondition);
      set(w.head, StatementMarks::kConditioned);
    }
    switch (w.relation) {
      case Relation::kDet:
      case Relation::kCcPreconj:
        if (IsAmong(kNegativeDeterminers, w.lemma)) set(w.head, StatementMarks::kNone);
        break;
      case Relation::kCc:
        if (w.lemma == "nor") set(w.head, StatementMarks::kNor);
        // "neither the mayor nor the court", wherever "neither" was hung
        if (w.lemma == "nor" && w.head >= 0 && analysis.word(w.head).relation == Relation::kConj &&
            analysis.word(w.head).upos != Upos::kVerb) {
          set(analysis.word(w.head).head, StatementMarks::kNone);
        }
        break;
      case Relation::kCase:
      case Relation::kMark:
        if ((w.lemma == "without" || w.lemma == "instead") && w.head >= 0 &&
            analysis.word(w.head).upos == Upos::kVerb) {
          set(w.head, StatementMarks::kWithout);
        }
        if (w.lemma == "whether") set(w.head, StatementMarks::kUncertain);
        if (w.lemma == "if" || w.lemma == "unless") {
          const bool as_if = i > 0 && analysis.word(i - 1).lemma == "as";
          const bool content = w.head >= 0 && analysis.word(w.head).relation == Relation::kCcomp;
          set(w.head, as_if || content ? StatementMarks::kUncertain : StatementMarks::kCondition);
          if (!as_if && !content && w.head >= 0) set(Conditioned(analysis, w.head), StatementMarks::kConditioned);
        }
        break;
      case Relation::kCcomp:
        if (w.head >= 0 && IntroducesCondition(analysis, w.head)) {
          set(i, StatementMarks::kCondition);
          set(ToldOf(analysis, analysis.word(w.head).head, w.head), StatementMarks::kConditioned);
        }
        break;
      default:
        break;
    }
    if (w.lemma == "either" && w.head > i) MarkAlternatives(analysis, w.head, &marks);
    // "not everyone agreed", "not a soul came".
    const bool not_subject =
        w.lemma == "not" && w.relation == Relation::kAdvmod && w.head > i && IsSubject(analysis.word(w.head).relation);
    if (not_subject) set(w.head, StatementMarks::kNone);
    const bool neither = w.lemma == "neither" && w.head > i && analysis.word(w.head).upos == Upos::kVerb;
    const bool subject = IsSubject(w.relation);
    if (neither && !subject && w.relation != Relation::kDet)
      set(w.head, StatementMarks::kNor);  // "neither did nor said"
    if ((w.upos == Upos::kPron || subject) && IsAmong(kNegativePronouns, w.lemma)) set(i, StatementMarks::kNone);
  }
  MarkQuestions(analysis, &marks);
  set(DoubtedFromTheStart(analysis), StatementMarks::kUncertain);
  for (int32_t i = 0; i < analysis.size(); ++i) {
    set(InvertedClause(analysis, marks, i), StatementMarks::kCondition);
  }
  return marks;
}

absl::InlinedVector<const GoverningVerb*, 4> GoverningVerbsOf(const Analysis& analysis, const Clause& clause) {
  absl::InlinedVector<const GoverningVerb*, 4> verbs;
  if (IsYetTo(analysis, clause)) {
    static constexpr GoverningVerb kYet{"have", false, Modality::kAsserted, true, true};
    verbs.push_back(&kYet);
    return verbs;
  }
  for (size_t i = 0; i + 1 < clause.chain.size(); ++i) {
    const Word& w = analysis.word(clause.chain[i]);
    const GoverningVerb* verb = FindGoverningVerb(w.lemma, w.form, IsPassiveVerb(analysis, clause, clause.chain[i]));
    if (verb != nullptr) verbs.push_back(verb);
  }
  return verbs;
}

const GoverningContent* ContentGovernorOf(const Analysis& analysis, const Clause& clause, const Clause* governor) {
  if (clause.content_noun >= 0) return FindContentNoun(analysis.word(clause.content_noun).lemma);
  return governor == nullptr ? nullptr : FindGoverningContent(analysis.word(governor->head).lemma);
}

Polarity PolarityOf(const Analysis& analysis, const StatementMarks& marks, const Clause& clause, const Clause* governor,
                    RuleSet* rules) {
  int negations = 0;
  const auto count = [&](Rule rule, int times) {
    if (times > 0) rules->Add(rule);
    negations += times;
  };
  count(Rule::kNegativeAdverb, CountNegativeAdverbs(analysis, clause));
  for (const GoverningVerb* verb : GoverningVerbsOf(analysis, clause)) count(Rule::kNegatingVerb, verb->negates);
  if (clause.control != nullptr) {  // "has not prevented them from leaving"
    const bool undone = clause.control->negates && IsNegated(analysis, clause.governor);
    count(Rule::kPrepositionalControl, clause.control->negates && !undone);
  }
  count(Rule::kNegativePhrase, marks.Has(clause.subject, StatementMarks::kNone));
  for (const Complement& c : clause.complements) {
    const bool object = c.kind == ComplementKind::kObject || c.kind == ComplementKind::kPredicative;
    if (object && !c.antecedent) count(Rule::kNegativePhrase, marks.Has(c.word, StatementMarks::kNone));
  }
  count(Rule::kNegativeConjunction, marks.Has(clause.head, StatementMarks::kWithout));
  count(Rule::kNegativeConjunction, marks.Has(clause.head, StatementMarks::kNor));
  const GoverningContent* content = ContentGovernorOf(analysis, clause, governor);
  if (governor != nullptr && content != nullptr && content->raises_negation) {
    count(Rule::kRaisedNegation, CountNegativeAdverbs(analysis, *governor));
  }
  return negations % 2 != 0 ? Polarity::kNegated : Polarity::kAffirmed;
}

}  // namespace consilience
