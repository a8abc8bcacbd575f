#include <algorithm>

#include "absl/strings/string_view.h"
#include "engine/base/word_list.h"
#include "engine/claim/polarity.h"

namespace consilience {
namespace {

// Where a cue must stand to say something of the clause.
enum class Site : uint8_t {
  kAuxiliary,  // "may sign"
  kAdverb,     // "reportedly signed"
};

struct Cue {
  absl::string_view lemma;
  Site site;
  Modality modality;
};

constexpr Cue kCues[] = {
    {"may", Site::kAuxiliary, Modality::kPossible},      {"might", Site::kAuxiliary, Modality::kPossible},
    {"could", Site::kAuxiliary, Modality::kPossible},    {"must", Site::kAuxiliary, Modality::kNecessary},
    {"should", Site::kAuxiliary, Modality::kNecessary},  {"ought", Site::kAuxiliary, Modality::kNecessary},
    {"will", Site::kAuxiliary, Modality::kPlanned},      {"wo", Site::kAuxiliary, Modality::kPlanned},
    {"shall", Site::kAuxiliary, Modality::kPlanned},     {"would", Site::kAuxiliary, Modality::kConditional},

    {"allegedly", Site::kAdverb, Modality::kPossible},   {"apparently", Site::kAdverb, Modality::kPossible},
    {"likely", Site::kAdverb, Modality::kPossible},      {"maybe", Site::kAdverb, Modality::kPossible},
    {"perhaps", Site::kAdverb, Modality::kPossible},     {"possibly", Site::kAdverb, Modality::kPossible},
    {"potentially", Site::kAdverb, Modality::kPossible}, {"presumably", Site::kAdverb, Modality::kPossible},
    {"probably", Site::kAdverb, Modality::kPossible},    {"purportedly", Site::kAdverb, Modality::kPossible},
    {"reportedly", Site::kAdverb, Modality::kPossible},  {"seemingly", Site::kAdverb, Modality::kPossible},
    {"supposedly", Site::kAdverb, Modality::kPossible},
};

int Strength(Modality modality) {
  switch (modality) {
    case Modality::kAsserted:
      return 0;
    case Modality::kPlanned:
      return 1;
    case Modality::kNecessary:
      return 2;
    case Modality::kPossible:
      return 3;
    case Modality::kConditional:
      return 4;
    case Modality::kDenied:
      return 5;
  }
  return 0;
}

class StrongestReading {
 public:
  explicit StrongestReading(RuleSet* rules) : rules_(*rules) {}

  void Add(Modality modality, Rule rule) {
    if (Stronger(modality, modality_)) modality_ = modality;
    rules_.Add(rule);
  }
  void AddCue(absl::string_view lemma, Site site) {
    constexpr Rule kRules[] = {Rule::kModalVerb, Rule::kModalAdverb};
    for (const Cue& cue : kCues) {
      if (cue.site == site && cue.lemma == lemma) Add(cue.modality, kRules[static_cast<size_t>(site)]);
    }
  }
  Modality modality() const { return modality_; }

 private:
  Modality modality_ = Modality::kAsserted;
  RuleSet& rules_;
};

// "demanded that he resign", "that salt be taxed": a bare verb with a subject of its own; "suggested they use it": a
// present after such a verb in the past.
bool IsSubjunctive(const Analysis& analysis, const Clause& clause, const Clause* governor) {
  constexpr absl::string_view kMandative[] = {"advise",  "ask",       "demand",  "insist",  "order", "propose",
                                              "request", "recommend", "require", "suggest", "urge"};
  if (clause.subject_source != SubjectSource::kOwn || clause.infinitive || clause.predicate.empty()) return false;
  const Word& first = analysis.word(clause.predicate.front());
  const Word& head = analysis.word(clause.head);
  if (governor != nullptr && first.xpos == Xpos::kVbp && first.upos == Upos::kVerb) {
    const Word& verb = analysis.word(governor->head);
    return verb.xpos == Xpos::kVbd && IsAmong(kMandative, verb.lemma);
  }
  return first.xpos == Xpos::kVb && head.relation != Relation::kRoot && head.relation != Relation::kXcomp;
}

// "would not say": an answer that was not given.
bool TellsOrNot(const Analysis& analysis, const Clause& clause) {
  constexpr absl::string_view kTelling[] = {"answer",   "comment", "confirm", "disclose", "discuss", "elaborate",
                                            "identify", "name",    "reveal",  "say",      "specify", "speculate"};
  return IsAmong(kTelling, analysis.word(clause.head).lemma);
}

}  // namespace

bool Stronger(Modality a, Modality b) {
  return Strength(a) > Strength(b);
}

Modality ModalityOf(const Analysis& analysis, const StatementMarks& marks, const Clause& clause, const Clause* governor,
                    RuleSet* rules) {
  StrongestReading strongest(rules);
  const bool reported_past = governor != nullptr && (analysis.word(governor->head).xpos == Xpos::kVbd ||
                                                     analysis.word(governor->head).xpos == Xpos::kVbn);
  const auto has = [&](absl::string_view lemma) {
    return std::any_of(clause.predicate.begin(), clause.predicate.end(),
                       [&](int32_t i) { return analysis.word(i).lemma == lemma; });
  };
  for (int32_t i : clause.predicate) {
    const Word& w = analysis.word(i);
    if (w.upos == Upos::kAdv || w.relation == Relation::kAdvmod) {
      strongest.AddCue(w.lemma, Site::kAdverb);
    } else if (w.upos == Upos::kAux || w.lemma == "be") {
      // "said it would pay" is "it will pay" told in the past; "could not pay" tells of an inability.
      const bool told = reported_past && w.lemma == "would" && !has("have");
      const bool negated = has("not") || has("n't");
      const bool inability = negated && (w.lemma == "could" || (w.lemma == "would" && TellsOrNot(analysis, clause)));
      const bool to_come = w.lemma == "be" && i + 1 < analysis.size() && analysis.word(i + 1).xpos == Xpos::kTo &&
                           analysis.word(i + 1).head == clause.head;  // "are to meet"
      // "would like to thank you": what one wants, on no condition.
      const bool wish =
          w.lemma == "would" && clause.chain.size() > 1 && analysis.word(clause.chain.front()).lemma == "like";
      if (wish) strongest.Add(Modality::kPlanned, Rule::kModalVerb);
      if (to_come) strongest.Add(Modality::kPlanned, Rule::kModalVerb);
      if (told) strongest.Add(Modality::kPlanned, Rule::kModalVerb);
      if (!told && !inability && !wish) strongest.AddCue(w.lemma, Site::kAuxiliary);
    }
  }
  for (const GoverningVerb* verb : GoverningVerbsOf(analysis, clause)) {
    if (verb->modality != Modality::kAsserted) strongest.Add(verb->modality, Rule::kModalGovernor);
  }
  for (const Complement& c : clause.complements) {
    if (c.kind == ComplementKind::kAdverb) strongest.AddCue(analysis.word(c.word).lemma, Site::kAdverb);
  }
  if (clause.control != nullptr && clause.control->modality != Modality::kAsserted) {
    strongest.Add(clause.control->modality, Rule::kPrepositionalControl);
  }
  if (const GoverningContent* content = ContentGovernorOf(analysis, clause, governor)) {
    Modality modality = content->modality;
    if (clause.content_noun >= 0) {  // "rejected reports that"
      const int32_t above = analysis.word(clause.content_noun).head;
      const bool object = Universal(analysis.word(clause.content_noun).relation) == Relation::kObj;
      if (object && above >= 0 && DeniesObject(analysis.word(above).lemma)) modality = Modality::kDenied;
    }
    const bool doubted = content->raises_negation && marks.Has(clause.content_noun, StatementMarks::kNone);
    if (doubted) modality = Modality::kPossible;  // "no evidence that"
    if (modality != Modality::kAsserted) strongest.Add(modality, Rule::kContentVerb);
  }
  for (const StatementMarks::Bit bit : {StatementMarks::kCondition, StatementMarks::kConditioned}) {
    if (marks.Has(clause, bit)) strongest.Add(Modality::kConditional, Rule::kCondition);
  }
  const bool asked = marks.Has(clause.head, StatementMarks::kAsked);
  if (marks.Has(clause, StatementMarks::kUncertain) || asked) {
    strongest.Add(Modality::kPossible, Rule::kQuestion);
  }
  if (clause.infinitive) strongest.Add(Modality::kPlanned, Rule::kInfinitive);
  if (IsSubjunctive(analysis, clause, governor)) strongest.Add(Modality::kNecessary, Rule::kSubjunctive);
  return asked && strongest.modality() != Modality::kDenied ? Modality::kPossible : strongest.modality();
}

}  // namespace consilience
