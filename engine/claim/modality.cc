#include <algorithm>

#include "absl/strings/string_view.h"
#include "engine/claim/polarity.h"

namespace consilience {
namespace {

// Where a cue must stand to say something of the clause.
enum class Site : uint8_t {
  kAuxiliary,  // "may sign"
  kAdverb,     // "reportedly signed"
  kGoverning,  // a verb or an adjective merged before the head: "plans to sign", "is likely to sign"
  kPassive,    // the same, as a passive: "is expected to sign"
  kContent,    // the verb that has the clause as its content: "fears that they sign"
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

    {"appear", Site::kGoverning, Modality::kPossible},   {"seem", Site::kGoverning, Modality::kPossible},
    {"likely", Site::kGoverning, Modality::kPossible},   {"unlikely", Site::kGoverning, Modality::kPossible},
    {"claim", Site::kGoverning, Modality::kPossible},    {"threaten", Site::kGoverning, Modality::kPossible},
    {"have", Site::kGoverning, Modality::kNecessary},    {"get", Site::kGoverning, Modality::kNecessary},
    {"need", Site::kGoverning, Modality::kNecessary},    {"aim", Site::kGoverning, Modality::kPlanned},
    {"agree", Site::kGoverning, Modality::kPlanned},     {"attempt", Site::kGoverning, Modality::kPlanned},
    {"decide", Site::kGoverning, Modality::kPlanned},    {"due", Site::kGoverning, Modality::kPlanned},
    {"eager", Site::kGoverning, Modality::kPlanned},     {"expect", Site::kGoverning, Modality::kPlanned},
    {"go", Site::kGoverning, Modality::kPlanned},        {"hope", Site::kGoverning, Modality::kPlanned},
    {"intend", Site::kGoverning, Modality::kPlanned},    {"mean", Site::kGoverning, Modality::kPlanned},
    {"offer", Site::kGoverning, Modality::kPlanned},     {"plan", Site::kGoverning, Modality::kPlanned},
    {"pledge", Site::kGoverning, Modality::kPlanned},    {"poised", Site::kGoverning, Modality::kPlanned},
    {"prepare", Site::kGoverning, Modality::kPlanned},   {"promise", Site::kGoverning, Modality::kPlanned},
    {"propose", Site::kGoverning, Modality::kPlanned},   {"ready", Site::kGoverning, Modality::kPlanned},
    {"schedule", Site::kGoverning, Modality::kPlanned},  {"seek", Site::kGoverning, Modality::kPlanned},
    {"set", Site::kGoverning, Modality::kPlanned},       {"try", Site::kGoverning, Modality::kPlanned},
    {"vow", Site::kGoverning, Modality::kPlanned},       {"want", Site::kGoverning, Modality::kPlanned},
    {"willing", Site::kGoverning, Modality::kPlanned},   {"wish", Site::kGoverning, Modality::kPlanned},
    {"deny", Site::kGoverning, Modality::kDenied},

    {"accuse", Site::kPassive, Modality::kPossible},     {"allege", Site::kPassive, Modality::kPossible},
    {"assume", Site::kPassive, Modality::kPossible},     {"believe", Site::kPassive, Modality::kPossible},
    {"claim", Site::kPassive, Modality::kPossible},      {"estimate", Site::kPassive, Modality::kPossible},
    {"report", Site::kPassive, Modality::kPossible},     {"rumor", Site::kPassive, Modality::kPossible},
    {"rumour", Site::kPassive, Modality::kPossible},     {"say", Site::kPassive, Modality::kPossible},
    {"suppose", Site::kPassive, Modality::kPlanned},     {"suspect", Site::kPassive, Modality::kPossible},
    {"think", Site::kPassive, Modality::kPossible},      {"oblige", Site::kPassive, Modality::kNecessary},
    {"require", Site::kPassive, Modality::kNecessary},   {"expect", Site::kPassive, Modality::kPlanned},
    {"intend", Site::kPassive, Modality::kPlanned},      {"mean", Site::kPassive, Modality::kPlanned},
    {"plan", Site::kPassive, Modality::kPlanned},        {"project", Site::kPassive, Modality::kPlanned},
    {"schedule", Site::kPassive, Modality::kPlanned},    {"set", Site::kPassive, Modality::kPlanned},
    {"slate", Site::kPassive, Modality::kPlanned},

    {"assume", Site::kContent, Modality::kPossible},     {"doubt", Site::kContent, Modality::kPossible},
    {"expect", Site::kContent, Modality::kPlanned},      {"fear", Site::kContent, Modality::kPossible},
    {"hope", Site::kContent, Modality::kPossible},       {"imagine", Site::kContent, Modality::kPossible},
    {"speculate", Site::kContent, Modality::kPossible},  {"suppose", Site::kContent, Modality::kPossible},
    {"suspect", Site::kContent, Modality::kPossible},    {"wish", Site::kContent, Modality::kPossible},
    {"wonder", Site::kContent, Modality::kPossible},     {"deny", Site::kContent, Modality::kDenied},
    {"dispute", Site::kContent, Modality::kDenied},      {"refute", Site::kContent, Modality::kDenied},
    {"reject", Site::kContent, Modality::kDenied},
};

// Which of two readings of one clause prevails.
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

class Strongest {
 public:
  explicit Strongest(RuleSet* rules) : rules_(*rules) {}

  void Add(Modality modality, Rule rule) {
    if (Strength(modality) > Strength(modality_)) modality_ = modality;
    rules_.Add(rule);
  }
  void AddCue(absl::string_view lemma, Site site) {
    constexpr Rule kRules[] = {Rule::kModalVerb, Rule::kModalAdverb, Rule::kModalGovernor, Rule::kModalGovernor,
                               Rule::kContentVerb};
    for (const Cue& cue : kCues) {
      if (cue.site == site && cue.lemma == lemma) Add(cue.modality, kRules[static_cast<size_t>(site)]);
    }
  }
  Modality modality() const { return modality_; }

 private:
  Modality modality_ = Modality::kAsserted;
  RuleSet& rules_;
};

// "is expected" rather than "expects": a participle after a form of "be".
bool IsPassive(const Analysis& analysis, const Clause& clause, int32_t verb) {
  if (analysis.word(verb).xpos != Xpos::kVbn) return false;
  for (int32_t i : clause.predicate) {
    if (i >= verb) break;
    if (analysis.word(i).lemma == "be") return true;
  }
  return false;
}

// "demanded that he resign", "that salt be taxed": a bare verb with a subject of its own.
bool IsSubjunctive(const Analysis& analysis, const Clause& clause) {
  if (clause.subject_source != SubjectSource::kOwn || clause.infinitive || clause.predicate.empty()) return false;
  const Word& first = analysis.word(clause.predicate.front());
  const Word& head = analysis.word(clause.head);
  return first.xpos == Xpos::kVb && head.relation != Relation::kRoot && head.relation != Relation::kXcomp;
}

}  // namespace

Modality ModalityOf(const Analysis& analysis, const StatementMarks& marks, const Clause& clause, const Clause* governor,
                    RuleSet* rules) {
  Strongest strongest(rules);
  const bool reported_past = governor != nullptr && analysis.word(governor->head).xpos == Xpos::kVbd;
  for (int32_t i : clause.predicate) {
    const Word& w = analysis.word(i);
    if (w.upos == Upos::kAdv || w.relation == Relation::kAdvmod) {
      strongest.AddCue(w.lemma, Site::kAdverb);
    } else if (w.upos == Upos::kAux) {
      // "said it would pay" is "it will pay" told in the past.
      const bool told = reported_past && w.lemma == "would";
      if (told) strongest.Add(Modality::kPlanned, Rule::kModalVerb);
      if (!told) strongest.AddCue(w.lemma, Site::kAuxiliary);
    }
  }
  for (size_t i = 0; i + 1 < clause.chain.size(); ++i) {
    const Site site = IsPassive(analysis, clause, clause.chain[i]) ? Site::kPassive : Site::kGoverning;
    strongest.AddCue(analysis.word(clause.chain[i]).lemma, site);
  }
  for (const Complement& c : clause.complements) {
    if (c.kind == ComplementKind::kAdverb) strongest.AddCue(analysis.word(c.word).lemma, Site::kAdverb);
  }
  if (governor != nullptr) strongest.AddCue(analysis.word(governor->head).lemma, Site::kContent);
  for (const StatementMarks::Bit bit : {StatementMarks::kCondition, StatementMarks::kConditioned}) {
    if (marks.Has(clause.head, bit)) strongest.Add(Modality::kConditional, Rule::kCondition);
  }
  if (marks.Has(clause.head, StatementMarks::kUncertain) || marks.question) {
    strongest.Add(Modality::kPossible, Rule::kQuestion);
  }
  if (clause.infinitive) strongest.Add(Modality::kPlanned, Rule::kInfinitive);
  if (IsSubjunctive(analysis, clause)) strongest.Add(Modality::kNecessary, Rule::kSubjunctive);
  return strongest.modality();
}

}  // namespace consilience
