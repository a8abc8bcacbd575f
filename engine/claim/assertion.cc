#include "engine/claim/assertion.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>

#include "absl/strings/string_view.h"
#include "engine/base/word_list.h"
#include "engine/claim/governing_verb.h"
#include "engine/claim/relation_set.h"

namespace consilience {
namespace {

using R = Relation;

constexpr RelationSet kContentRelations{R::kCcomp, R::kCsubj, R::kCsubjPass};
constexpr RelationSet kSubjects{R::kNsubj, R::kNsubjPass, R::kNsubjOuter};

// Conjunctions of time: what they introduce holds as far as the main clause when it lies ahead as that does.
constexpr absl::string_view kTemporal[] = {"after", "once", "till", "until", "when", "whenever"};
// Determiners of what the hearer knows to exist.
constexpr absl::string_view kDefinite[] = {"all", "both", "each", "every", "that", "the", "these", "this", "those"};

class Projection {
 public:
  Projection(const Analysis& analysis, const StatementMarks& marks, const std::vector<Clause>& clauses)
      : analysis_(analysis),
        marks_(marks),
        clauses_(clauses),
        at_(static_cast<size_t>(analysis.size()), -1),
        above_(static_cast<size_t>(analysis.size()), -1),
        assertions_(clauses.size()) {}

  std::vector<Assertion> Project() {
    FindAlternatives();
    for (size_t i = 0; i < clauses_.size(); ++i) Place(static_cast<int32_t>(i));
    for (const int32_t i : GovernorsFirst()) Assert(i);
    return std::move(assertions_);
  }

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }
  const Clause& clause(int32_t i) const { return clauses_[static_cast<size_t>(i)]; }
  Assertion& assertion(int32_t i) { return assertions_[static_cast<size_t>(i)]; }

  // The verbs of a chain stand for the clause that took them over.
  void Place(int32_t i) {
    const Clause& c = clause(i);
    if (c.merged || c.kind == ClauseKind::kApposition || c.kind == ClauseKind::kNominal) return;
    at_[static_cast<size_t>(c.head)] = i;
    for (const int32_t w : c.chain) {
      if (word(w).upos != Upos::kAux) at_[static_cast<size_t>(w)] = i;
    }
  }

  // The clauses in an order in which each comes after those around it; sets above_.
  std::vector<int32_t> GovernorsFirst() {
    std::vector<int32_t> depth(static_cast<size_t>(analysis_.size()), 0);
    std::vector<int32_t> order;
    if (analysis_.size() > 0) order.push_back(analysis_.root());
    for (size_t k = 0; k < order.size(); ++k) {
      const int32_t w = order[k];
      const int32_t own = at_[static_cast<size_t>(w)];
      for (const int32_t child : analysis_.children(w)) {
        depth[static_cast<size_t>(child)] = depth[static_cast<size_t>(w)] + 1;
        above_[static_cast<size_t>(child)] = own >= 0 ? own : above_[static_cast<size_t>(w)];
        order.push_back(child);
      }
    }
    std::vector<int32_t> clauses(clauses_.size());
    std::iota(clauses.begin(), clauses.end(), 0);
    std::stable_sort(clauses.begin(), clauses.end(), [&](int32_t a, int32_t b) {
      return depth[static_cast<size_t>(clause(a).outermost())] < depth[static_cast<size_t>(clause(b).outermost())];
    });
    return clauses;
  }

  void Assert(int32_t i) {
    const Clause& c = clause(i);
    Assertion& out = assertion(i);
    const int32_t telling = c.content_of >= 0 ? At(c.content_of) : -1;
    const int32_t thinking = telling >= 0 ? ThinkingBeside(telling) : -1;
    const Clause* content_of = thinking >= 0 ? &clause(thinking) : telling >= 0 ? &clause(telling) : nullptr;
    out.polarity = PolarityOf(analysis_, marks_, c, content_of, &out.rules);
    out.modality = ModalityOf(analysis_, marks_, c, content_of, &out.rules);
    if (out.modality == Modality::kPlanned && IsForced(c)) out.modality = Modality::kAsserted;
    if (IsAlternative(c.head) && Stronger(Modality::kPossible, out.modality)) {
      out.modality = Modality::kPossible;
      out.rules.Add(Rule::kAlternative);
    }
    // "did not deny that", "do not dispute the fact that"
    const int32_t denying = content_of != nullptr ? c.content_of : c.content_noun >= 0 ? word(c.content_noun).head : -1;
    const bool undone = denying >= 0 && out.modality == Modality::kDenied && At(denying) >= 0 &&
                        assertion(At(denying)).polarity == Polarity::kNegated;
    if (undone) out.modality = Modality::kPossible;
    if (c.merged || c.kind == ClauseKind::kApposition || c.kind == ClauseKind::kNominal) return;
    const int32_t above = thinking >= 0 ? thinking : above_[static_cast<size_t>(c.outermost())];
    if (above < 0 || above == i) return;
    out.context = Inherited(c, above, &out.polarity);
    if (Stronger(out.context, out.modality)) {
      out.modality = out.context;
      out.rules.Add(Rule::kInheritedModality);
    }
  }

  // "do not think and did not say that it rains": of the clause that says so, the one before it whose negation is that
  // of what they share; -1 where there is none.
  int32_t ThinkingBeside(int32_t telling) const {
    const Clause& said = clause(telling);
    if (word(said.outermost()).relation != R::kConj || !IsNegated(telling)) return -1;
    const int32_t first = word(said.outermost()).head;
    for (int32_t i = telling - 1; i >= 0; --i) {
      const int32_t outermost = clause(i).outermost();
      const bool beside = outermost == first || (word(outermost).relation == R::kConj && word(outermost).head == first);
      if (!beside || clause(i).merged) continue;
      const GoverningContent* known = FindGoverningContent(word(clause(i).head).lemma);
      const bool thinks = known != nullptr && known->raises_negation && clause(i).complements.empty();
      return thinks && IsNegated(i) ? i : -1;
    }
    return -1;
  }

  bool IsNegated(int32_t i) const {
    RuleSet rules;
    return PolarityOf(analysis_, marks_, clause(i), nullptr, &rules) == Polarity::kNegated;
  }

  // "either knew it or ignored it": marks the verbs of which one holds.
  void FindAlternatives() {
    const auto size = static_cast<size_t>(analysis_.size());
    std::vector<bool> either(size), joined(size);
    alternative_.assign(size, false);
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const Word& w = word(i);
      if (w.upos != Upos::kCconj || w.head <= i) continue;
      if (w.lemma == "either") either[static_cast<size_t>(w.head)] = true;
      if (w.lemma == "or") joined[static_cast<size_t>(w.head)] = true;
    }
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const Word& w = word(i);
      const auto at = static_cast<size_t>(i);
      alternative_[at] = either[at] || (w.relation == R::kConj && joined[at] && either[static_cast<size_t>(w.head)]);
    }
  }
  bool IsAlternative(int32_t verb) const { return alternative_[static_cast<size_t>(verb)]; }

  // "forced him to pay": he paid.
  bool IsForced(const Clause& c) const {
    constexpr absl::string_view kForcing[] = {"cause",   "compel", "convince", "drive",   "force",  "get", "help",
                                              "inspire", "lead",   "persuade", "provoke", "prompt", "spur"};
    const Word& outermost = word(c.outermost());
    return c.infinitive && outermost.relation == R::kXcomp && outermost.head >= 0 &&
           c.subject_source == SubjectSource::kControlled && IsAmong(kForcing, word(outermost.head).lemma);
  }

  int32_t At(int32_t w) const { return at_[static_cast<size_t>(w)]; }

  Modality Inherited(const Clause& c, int32_t above, Polarity* polarity) {
    const Word& outermost = word(c.outermost());
    const Clause& main = clause(above);
    const Assertion& around = assertion(above);
    const bool direct = At(outermost.head) == above;
    if (outermost.relation == R::kConj && direct) return OfConjunct(c, main, around, polarity);
    if (kContentRelations.Contains(outermost.relation)) return OfContent(c, main, around);
    if (outermost.relation == R::kXcomp && direct) return OfComplement(around);
    if (outermost.relation == R::kAdvcl && direct) return OfAdverbial(c, main, around);
    // "will leave as soon as it ends"
    const bool soon = outermost.relation == R::kAdvcl && word(outermost.head).lemma == "soon";
    if (soon && !IsPast(c)) return around.modality;
    if (outermost.relation == R::kAcl || outermost.relation == R::kAclRelcl) return OfNoun(c, main, around);
    return Modality::kAsserted;
  }

  // "if he comes and stays", "without paying or asking".
  Modality OfConjunct(const Clause& c, const Clause& first, const Assertion& around, Polarity* polarity) const {
    const bool own_subject = c.subject_source == SubjectSource::kOwn;
    if (!own_subject && marks_.Has(first.head, StatementMarks::kWithout) &&
        !marks_.Has(c.head, StatementMarks::kWithout)) {
      *polarity = Opposite(*polarity);
    }
    Modality modality = around.context;
    for (const auto& [bit, says] : kConditions) {
      const bool shares = bit != StatementMarks::kConditioned || !own_subject;
      if (shares && marks_.Has(first, bit)) modality = Strongest(says, modality);
    }
    return modality;
  }

  // "did not say that", "may find that", "if it turns out that".
  Modality OfContent(const Clause& c, const Clause& main, const Assertion& around) const {
    if (IsAlternative(main.head))
      return Strongest(Modality::kPossible, around.modality);  // "either admit that ..., or"
    const absl::string_view verb = word(main.head).lemma;
    constexpr absl::string_view kAsking[] = {"how", "when", "where", "why"};
    if (IsFactive(verb) || IsAmong(kAsking, MarkerOf(c))) return around.context;  // "refused to say how she did it"
    constexpr absl::string_view kStressing[] = {"add",       "emphasise", "emphasize", "note",
                                                "reiterate", "repeat",    "say",       "stress"};
    const absl::string_view speaker = main.subject < 0 ? absl::string_view() : word(main.subject).lemma;
    const bool wishes = around.modality == Modality::kPlanned && (speaker == "I" || speaker == "we");
    if (wishes && IsAmong(kStressing, verb)) return around.context;  // "I want to stress that"
    const GoverningContent* known = ContentGovernorOf(analysis_, c, &main);
    const bool raises = known != nullptr && known->raises_negation;
    const bool nobody = marks_.Has(main.subject, StatementMarks::kNone);  // "no one thought it possible"
    const bool unsaid = around.polarity == Polarity::kNegated && (!raises || nobody);
    constexpr absl::string_view kTelling[] = {"assure", "confirm", "promise", "report", "say", "see", "tell"};
    const bool able =
        !IsAmong(kTelling, verb) && std::any_of(main.predicate.begin(), main.predicate.end(),
                                                [&](int32_t w) { return word(w).lemma == "can"; });  // "can argue that"
    return unsaid || able ? Strongest(Modality::kPossible, around.modality) : around.modality;
  }

  // "did not force him to go", "would let them go".
  static Modality OfComplement(const Assertion& around) {
    return around.polarity == Polarity::kNegated ? Strongest(Modality::kPossible, around.modality) : around.modality;
  }

  // "will leave when it ends", "before it was sold", "would be paid for removing him".
  Modality OfAdverbial(const Clause& c, const Clause& main, const Assertion& around) const {
    const absl::string_view marker = MarkerOf(c);
    if (marker == "before") return Before(c, around);
    if (c.reduced && c.subject_source == SubjectSource::kControlled && c.control == nullptr) {
      const bool denied = around.polarity == Polarity::kNegated && !marker.empty() && marker != "without";
      return denied ? Strongest(Modality::kPossible, around.modality) : around.modality;
    }
    // "wants to keep him from winning"; "keeping him from winning is critical" tells only of an aim.
    if (c.control != nullptr && c.control->negates) {
      const bool able = std::any_of(main.predicate.begin(), main.predicate.end(),
                                    [&](int32_t w) { return word(w).lemma == "can"; });  // "can stop him from winning"
      const bool aim = able || (word(main.head).relation == R::kCsubj && main.reduced);
      return aim ? Strongest(Modality::kPossible, around.modality) : around.modality;
    }
    if ((marker == "until" || marker == "till") && !IsPast(c)) {  // "must wait until she is ready"
      const bool must = around.modality == Modality::kNecessary;
      return must ? Modality::kPlanned : Strongest(Modality::kPlanned, around.modality);
    }
    if (IsAmong(kTemporal, marker) && !IsPast(c)) return around.modality;
    // Reasons and times past are taken to hold, but for those of something supposed.
    return around.context == Modality::kConditional ? around.context : Modality::kAsserted;
  }

  // "scored before he left" tells what he did, "voted before the seat was called" when it had not been called.
  Modality Before(const Clause& c, const Assertion& around) const {
    const bool modal =
        std::any_of(c.predicate.begin(), c.predicate.end(), [&](int32_t w) { return word(w).xpos == Xpos::kMd; });
    if (modal) return around.context;
    if (!IsPast(c) && !c.reduced) return Strongest(Modality::kPlanned, around.modality);
    const bool narrated =
        c.subject >= 0 &&
        (c.reduced || (!c.passive && c.subject_source == SubjectSource::kOwn) || word(c.subject).xpos == Xpos::kPrp) &&
        around.modality == Modality::kAsserted && around.polarity == Polarity::kAffirmed;
    return narrated ? around.context : Strongest(Modality::kPossible, around.modality);
  }

  // "a bill that would tax salt": what is one of many is as real as what speaks of it.
  Modality OfNoun(const Clause& c, const Clause& main, const Assertion& around) const {
    const int32_t noun = word(c.outermost()).head;
    if (c.content_noun < 0 && FollowsComma(c)) return Modality::kAsserted;
    constexpr absl::string_view kCertain[] = {"dispute", "doubt", "mistake", "question"};  // "there is no doubt that"
    const bool none = marks_.Has(noun, StatementMarks::kNone);
    if (none && IsAmong(kCertain, word(noun).lemma)) return around.context;
    // "there is no sign his job was in danger", "there is no one who can"
    const bool tells = c.subject_source == SubjectSource::kOwn && c.kind == ClauseKind::kCopula &&
                       FindContentNoun(word(noun).lemma) != nullptr;
    if (none && !tells && main.subject_source == SubjectSource::kExpletive) return around.context;
    if (none) return Strongest(Modality::kPossible, around.modality);
    const bool content = c.content_noun >= 0;
    if (!content && IsDefinite(noun)) return Modality::kAsserted;
    if (!content && IsPast(c) && around.context != Modality::kConditional && noun != main.head &&
        word(noun).relation == R::kNmod) {
      return Modality::kAsserted;  // "despite objections of people who came": they did
    }
    const bool subject = noun == main.subject || kSubjects.Contains(word(noun).relation);
    Modality modality = around.context;
    for (const auto& [bit, says] : kConditions) {
      if (bit != StatementMarks::kConditioned && marks_.Has(main, bit)) modality = Strongest(says, modality);
    }
    constexpr RelationSet kCore{R::kObj, R::kXcomp, R::kRoot};
    const bool core = noun == main.head || kCore.Contains(word(noun).relation);  // what is made, wanted or said to be
    if (content || subject || !core) return modality;
    if (around.polarity == Polarity::kNegated) modality = Strongest(Modality::kPossible, modality);
    return Strongest(around.modality, modality);
  }

  // The first conjunction, preposition or question word of the clause; "" without.
  absl::string_view MarkerOf(const Clause& c) const {
    for (const int32_t w : {c.outermost(), c.head}) {
      for (const int32_t child : analysis_.children(w)) {
        if (child > c.head) break;
        const Word& m = word(child);
        if (m.relation == R::kMark || m.relation == R::kCase || m.xpos == Xpos::kWrb) return m.lemma;
      }
    }
    return "";
  }

  bool IsPast(const Clause& c) const {
    return std::any_of(c.predicate.begin(), c.predicate.end(), [&](int32_t w) { return word(w).xpos == Xpos::kVbd; });
  }

  bool FollowsComma(const Clause& c) const {
    const int32_t first = analysis_.first(c.outermost());
    return word(first).upos == Upos::kPunct || (first > 0 && word(first - 1).upos == Upos::kPunct);
  }

  bool IsDefinite(int32_t noun) const {
    const Word& w = word(noun);
    if (w.upos == Upos::kPropn || w.xpos == Xpos::kPrp || w.xpos == Xpos::kDt) return true;
    constexpr size_t kMost = 40;
    const auto children = analysis_.children(noun).subspan(0, kMost);
    return std::any_of(children.begin(), children.end(), [&](int32_t child) {
      const Word& d = word(child);
      if (d.relation == R::kNmodPoss) return true;
      return (d.relation == R::kDet || d.relation == R::kDetPredet) && IsAmong(kDefinite, d.lemma);
    });
  }

  static Modality Strongest(Modality a, Modality b) { return Stronger(a, b) ? a : b; }

  struct Condition {
    StatementMarks::Bit bit;
    Modality says;
  };
  static constexpr Condition kConditions[] = {{StatementMarks::kCondition, Modality::kConditional},
                                              {StatementMarks::kConditioned, Modality::kConditional},
                                              {StatementMarks::kUncertain, Modality::kPossible}};

  const Analysis& analysis_;
  const StatementMarks& marks_;
  const std::vector<Clause>& clauses_;
  std::vector<int32_t> at_;        // by word: the clause whose predicate it heads
  std::vector<int32_t> above_;     // by word: the innermost clause around it
  std::vector<bool> alternative_;  // by word: of a verb one of several, only one of which holds
  std::vector<Assertion> assertions_;
};

}  // namespace

std::vector<Assertion> AssertionsOf(const Analysis& analysis, const StatementMarks& marks,
                                    const std::vector<Clause>& clauses) {
  return Projection(analysis, marks, clauses).Project();
}

}  // namespace consilience
