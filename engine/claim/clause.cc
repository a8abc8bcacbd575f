#include "engine/claim/clause.h"

#include <algorithm>
#include <cstddef>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "engine/base/word_list.h"
#include "engine/claim/governing_verb.h"
#include "engine/claim/predicate_noun.h"
#include "engine/claim/relation_set.h"
#include "engine/claim/speaker.h"

namespace consilience {
namespace {

using R = Relation;

constexpr RelationSet kSubjectRelations{R::kNsubj, R::kNsubjPass, R::kCsubj, R::kCsubjPass};
constexpr RelationSet kOuterSubjectRelations{R::kNsubjOuter, R::kCsubjOuter};
constexpr RelationSet kPassiveSubjectRelations{R::kNsubjPass, R::kCsubjPass};
constexpr RelationSet kAuxiliaryRelations{R::kAux, R::kAuxPass};
// Words inside a phrase are no predicates, whatever their part of speech.
constexpr RelationSet kInsidePhrase{R::kAmod,       R::kCompound, R::kFlat,      R::kFixed,       R::kCase,
                                    R::kMark,       R::kDet,      R::kCc,        R::kPunct,       R::kAux,
                                    R::kAuxPass,    R::kCop,      R::kNummod,    R::kCompoundPrt, R::kGoeswith,
                                    R::kReparandum, R::kAdvmod,   R::kExpl,      R::kDetPredet,   R::kCcPreconj,
                                    R::kNmodPoss,   R::kNmodDesc, R::kDiscourse, R::kVocative};

// Beyond these a clause is no longer one a person would read; they also bound the work on odd trees.
constexpr size_t kLongestChain = 6;
constexpr size_t kMostComplements = 48;
constexpr size_t kMostPredicateWords = 32;

// Adverbs that belong to the copula rather than to the adjective after it ("is still open", but "is very open").
constexpr absl::string_view kCopulaAdverbs[] = {"actually", "already", "also", "always",    "currently",  "ever",
                                                "just",     "long",    "n't",  "never",     "no",         "not",
                                                "now",      "often",   "only", "usually",   "reportedly", "really",
                                                "probably", "still",   "then", "generally", "again",      "officially"};

// Adverbs that complete a verb as a particle does: "went away", "came back".
constexpr absl::string_view kParticleAdverbs[] = {"ahead", "along",   "apart", "aside",    "away",
                                                  "back",  "forward", "home",  "together", "forth"};

// Adverbs that do so before a preposition.
constexpr absl::string_view kPrepositionalAdverbs[] = {"around", "down", "in",      "off", "on",
                                                       "out",    "over", "through", "up"};

// Verbs that show what their object does.
constexpr absl::string_view kShowing[] = {"catch",   "depict",  "describe", "film", "find", "hear", "photograph",
                                          "picture", "portray", "record",   "see",  "show", "spot", "watch"};

// Nouns that an infinitive says the content of: "the plan is to meet".
constexpr absl::string_view kEquated[] = {
    "advice",  "aim",       "alternative", "ambition", "answer",     "approach",       "challenge", "decision",
    "desire",  "duty",      "focus",       "function", "goal",       "hope",           "idea",      "instinct",
    "intent",  "intention", "job",         "key",      "message",    "method",         "mission",   "move",
    "need",    "objective", "option",      "plan",     "point",      "policy",         "priority",  "problem",
    "promise", "purpose",   "question",    "remedy",   "response",   "responsibility", "role",      "solution",
    "step",    "strategy",  "tactic",      "task",     "temptation", "test",           "thing",     "trick",
    "way",     "wish",      "work"};

// Verbs that take no object.
constexpr absl::string_view kIntransitive[] = {
    "agree",  "apologise", "apologize", "appear", "arrive", "bow",     "collapse", "come",      "cry",   "dance",
    "die",    "disappear", "emerge",    "exist",  "fall",   "fight",   "flee",     "frown",     "go",    "grin",
    "happen", "hesitate",  "joke",      "kneel",  "laugh",  "lie",     "listen",   "live",      "look",  "march",
    "nod",    "occur",     "pause",     "play",   "pray",   "proceed", "protest",  "rally",     "react", "rejoice",
    "rest",   "resign",    "retire",    "return", "rise",   "rush",    "shout",    "shrug",     "sigh",  "sing",
    "sit",    "sleep",     "smile",     "speak",  "stand",  "stay",    "step",     "surrender", "swim",  "talk",
    "travel", "vanish",    "vote",      "wait",   "wake",   "walk",    "weep",     "work",      "worry"};

// Verbs whose infinitive is what they aim at wherever it stands: not "appeared on Monday to testify".
constexpr absl::string_view kAiming[] = {"agree",  "attempt", "decide",   "decline",  "expect",  "fail",    "hope",
                                         "intend", "offer",   "plan",     "pledge",   "promise", "propose", "refuse",
                                         "seek",   "slate",   "schedule", "threaten", "try",     "vow",     "want"};

// Nouns that an object-less relative clause modifies as its adverbial: "the day he left", "the way it works".
constexpr absl::string_view kAdverbialNouns[] = {"day",    "time",  "year",  "month",   "week", "way",   "reason",
                                                 "moment", "place", "night", "morning", "hour", "point", "case"};

bool IsVerb(const Word& w) {
  return w.upos == Upos::kVerb || w.upos == Upos::kAux;
}

bool EndsWithIng(const Word& w) {
  return w.form.size() > 4 && w.form.substr(w.form.size() - 3) == "ing";
}

bool IsNoun(Upos tag) {
  return tag == Upos::kNoun || tag == Upos::kPropn;
}

// The dependents of a word that matter to its clause; -1 where there is none.
struct Dependents {
  int32_t subject = -1;
  int32_t outer_subject = -1;
  int32_t late_subject = -1;  // a second one, after the copula
  int32_t expletive = -1;
  int32_t copula = -1;
  int32_t future = -1;  // "are" of "are to meet", which is then no copula
  int32_t object = -1;
  int32_t indirect = -1;
  int32_t relative = -1;  // child that is a relative pronoun
  int32_t to = -1;
  bool marked = false;
  int32_t preposition = -1;
  bool that = false;
  bool passive_auxiliary = false;
  bool auxiliary = false;
  bool finite_auxiliary = false;  // unlike that of "to be treated"
  bool content = false;
  bool late_modal = false;  // a modal behind the subject
};

class ClauseFinder {
 public:
  explicit ClauseFinder(const Analysis& analysis)
      : analysis_(analysis),
        clause_of_(static_cast<size_t>(analysis.size()), -1),
        merges_(static_cast<size_t>(analysis.size()), false) {}

  std::vector<Clause> Find() {
    if (analysis_.size() == 0) return {};
    // Governors first, without recursion.
    std::vector<int32_t> order{analysis_.root()};
    order.reserve(static_cast<size_t>(analysis_.size()));
    for (size_t i = 0; i < order.size(); ++i) {
      const auto children = analysis_.children(order[i]);
      order.insert(order.end(), children.begin(), children.end());
    }
    for (int32_t word : order) AddClausesOf(word);
    std::sort(clauses_.begin(), clauses_.end(), [](const Clause& a, const Clause& b) {
      return a.head != b.head ? a.head < b.head : a.predicate < b.predicate;
    });
    return std::move(clauses_);
  }

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }

  Clause* ClauseOf(int32_t i) {
    if (i < 0 || clause_of_[static_cast<size_t>(i)] < 0) return nullptr;
    return &clauses_[static_cast<size_t>(clause_of_[static_cast<size_t>(i)])];
  }

  Dependents Scan(int32_t head) const {
    Dependents found;
    const int32_t stray = StrayThat(head);
    for (int32_t child : analysis_.children(head)) {
      const Word& w = word(child);
      if (child == stray) {
        found.marked = found.that = true;
        continue;
      }
      if (IsRelativePronoun(w) && found.relative < 0) found.relative = child;
      if (kSubjectRelations.Contains(w.relation)) {
        if (found.subject < 0) {
          found.subject = child;
        } else if (child < head && IsNameBehind(found.subject, child)) {
          found.subject = child;  // "Manager Carlos Nunez" torn into two
        } else {
          found.late_subject = child;
        }
      } else if (kOuterSubjectRelations.Contains(w.relation)) {
        found.outer_subject = child;
      } else if (kAuxiliaryRelations.Contains(w.relation)) {
        found.auxiliary = true;
        found.finite_auxiliary |= IsFiniteOrModal(w.xpos);
        found.late_modal |= w.xpos == Xpos::kMd && found.subject >= 0;
        found.passive_auxiliary |= w.relation == R::kAuxPass;
      } else if (w.relation == R::kExpl) {
        found.expletive = child;
      } else if (w.relation == R::kCop) {
        if (found.copula < 0) found.copula = child;
      } else if (w.relation == R::kObj) {
        if (found.object < 0) found.object = child;
      } else if (w.relation == R::kIobj) {
        found.indirect = child;
      } else if (w.relation == R::kCcomp) {
        found.content = true;
      } else if (w.relation == R::kCase) {
        if (found.preposition < 0) found.preposition = child;
      } else if (w.relation == R::kMark) {
        found.marked = true;
        found.that |= w.lemma == "that";
        if (w.xpos == Xpos::kIn && found.preposition < 0) found.preposition = child;
        if (w.xpos == Xpos::kTo) found.to = child;
      }
    }
    if (IsToCome(head, found)) {
      found.subject = found.outer_subject;
      found.future = found.copula;
      found.outer_subject = found.copula = -1;
      found.auxiliary = found.finite_auxiliary = true;
    }
    return found;
  }

  // "The ministers are to meet", annotated like "the plan is to meet".
  bool IsToCome(int32_t head, const Dependents& has) const {
    if (has.outer_subject < 0 || has.subject >= 0 || has.copula < 0 || has.to != has.copula + 1) return false;
    const Word& subject = word(has.outer_subject);
    const bool pointing = subject.xpos == Xpos::kDt || subject.xpos == Xpos::kWp || subject.xpos == Xpos::kWdt;
    if (word(head).lemma == "blame") return false;  // "is to blame"
    return word(head).xpos == Xpos::kVb && !pointing && !IsAmong(kEquated, subject.lemma);
  }

  // "claims that the firm lost money" read like "claims that the firm made": the "that" that introduces the content of
  // a noun although it hangs on the verb as its object, which has another or can have none; -1 where there is none.
  int32_t StrayThat(int32_t head) const {
    const Word& verb = word(head);
    if (!IsClauseOfNoun(verb.relation) || verb.head < 0 || FindContentNoun(word(verb.head).lemma) == nullptr) return -1;
    constexpr RelationSet kFilling{R::kObj, R::kCcomp, R::kXcomp, R::kCop, R::kAuxPass};
    int32_t that = -1;
    bool subject = false, filled = IsAmong(kIntransitive, verb.lemma);
    for (int32_t child : analysis_.children(head)) {
      const Word& w = word(child);
      if (that < 0 && child < head && w.lemma == "that" && w.relation == R::kObj) {
        that = child;
      } else {
        subject |= kSubjectRelations.Contains(w.relation);
        filled |= kFilling.Contains(w.relation);
      }
    }
    return subject && filled ? that : -1;
  }

  // A name right behind a noun.
  bool IsNameBehind(int32_t noun, int32_t name) const {
    constexpr int32_t kLongest = 4;
    if (name - noun > kLongest || word(noun).upos != Upos::kNoun) return false;
    for (int32_t i = noun + 1; i < name; ++i) {
      if (word(i).head != name || word(i).upos != Upos::kPropn) return false;
    }
    return word(name).upos == Upos::kPropn || name > noun + 1;
  }

  bool IsPredicate(int32_t i, const Dependents& has) {
    const Word& w = word(i);
    if (kInsidePhrase.Contains(w.relation)) return false;
    if (has.copula >= 0) return true;
    const bool finite = has.subject >= 0 && (IsFinite(w.xpos) || has.passive_auxiliary);
    const bool gerund = w.relation == R::kAdvcl && has.preposition >= 0 && EndsWithIng(w);  // "for failing to pay"
    if (!IsVerb(w) && !finite && !gerund) return false;
    if (w.relation == R::kConj && has.subject < 0) return ClauseOf(w.head) != nullptr;
    return true;
  }

  void AddClausesOf(int32_t i) {
    const Dependents has = Scan(i);
    if (word(i).relation == R::kAppos && has.copula < 0) {
      AddApposition(i);
      return;
    }
    if (!IsPredicate(i, has)) {
      AddNominal(i);
      return;
    }
    const bool verb = IsVerb(word(i)) && word(i).xpos != Xpos::kJj;
    const bool participle = word(i).xpos == Xpos::kVbg || word(i).xpos == Xpos::kVbn;
    const bool outer = has.copula >= 0 && (has.outer_subject >= 0 || (verb && !participle));
    if (outer) AddOuterCopula(i, has);
    if (outer && (has.outer_subject < 0 || has.subject < 0) && has.late_subject < 0) return;
    AddClause(i, has, outer);
  }

  // "The question is whether ...": the copula's complement is a clause of its own.
  void AddOuterCopula(int32_t i, const Dependents& has) {
    Clause clause;
    clause.head = i;
    clause.copula = has.copula;
    clause.kind = ClauseKind::kCopula;
    clause.rules.Add(Rule::kOuterCopula);
    clause.rules.Add(Rule::kOwnSubject);
    clause.subject = has.outer_subject >= 0 ? has.outer_subject : has.subject;
    clause.subject_source = SubjectSource::kOwn;
    if (clause.subject < 0 || clause.subject > has.copula) return;
    for (int32_t child : analysis_.children(i)) {
      const Word& w = word(child);
      const bool auxiliary = kAuxiliaryRelations.Contains(w.relation) || w.relation == R::kAdvmod;
      if (child > clause.subject && child < has.copula && auxiliary) clause.predicate.push_back(child);
    }
    clause.predicate.push_back(has.copula);
    clause.chain = {has.copula};
    clause.complements.push_back({i, ComplementKind::kContent, i, false, false});
    clauses_.push_back(std::move(clause));
  }

  // "Ostrom, mayor of Bergen": from the noun to what stands beside it.
  void AddApposition(int32_t i) {
    const int32_t noun = word(i).head;
    if (noun < 0 || !IsNoun(word(noun).upos) || !IsNoun(word(i).upos)) return;
    const bool fronted = noun > i && word(i).xpos == Xpos::kNn;  // "A lawyer from Lyon, Ana Lee left"
    if (noun > i ? !fronted : !FollowsComma(i)) return;
    const bool visit =
        word(i).lemma == "part" && word(noun).name == NameKind::kPlace;  // "said in Lyon, part of a tour"
    if (visit || BeginsWithDigit(noun) || BeginsWithDigit(i)) return;    // "6-foot, 4-inch"
    if (word(noun).name == NameKind::kPerson && word(i).xpos == Xpos::kNns && !HasDependent(noun, R::kConj))
      return;  // one, several
    // "six men, two women and a child": a list.
    const bool list = HasDependent(noun, R::kNummod) && HasDependent(i, R::kNummod);
    if (list || IsNoIdentity(noun) || IsNoIdentity(i) || SumsUp(i)) return;
    const bool person = word(noun).name == NameKind::kPerson, other = word(i).name == NameKind::kPerson;
    if (person != other && !MaySpeak(analysis_, person ? i : noun)) return;  // "within 90 minutes, Ana Lee said"
    const NameKind is = word(noun).name, what = word(i).name;
    if (IsBareName(i) && what == NameKind::kPlace && is == NameKind::kOrganisation) return;  // "Lyon University, Lyon"
    if (is == NameKind::kPlace && what == NameKind::kOrganisation) return;  // "a party in Lyon, the Greens"
    if (IsBareName(noun) && IsBareName(i)) return;  // "Lyon, France", "Lyon, Paris and Nice": a place, a list
    if (ClauseOf(noun) != nullptr && ClauseOf(noun)->kind == ClauseKind::kApposition) return;  // the second of a list
    Clause clause;
    clause.head = i;
    clause.kind = ClauseKind::kApposition;
    clause.rules.Add(Rule::kApposition);
    clause.subject = noun;
    clause.subject_source = SubjectSource::kModified;
    clause.complements.push_back({i, ComplementKind::kObject, i, false, false});
    clause_of_[static_cast<size_t>(i)] = static_cast<int32_t>(clauses_.size());
    clauses_.push_back(std::move(clause));
  }

  bool HasDependent(int32_t i, Relation relation) const {
    const auto children = analysis_.children(i);
    return std::any_of(children.begin(), children.end(),
                       [&](int32_t child) { return word(child).relation == relation; });
  }

  // "broke the truce, a charge that Lyon denies": the charge is what was said before, not the truce.
  bool SumsUp(int32_t noun) const {
    constexpr absl::string_view kActs[] = {
        "accusation", "achievement", "act",       "allegation", "amount",   "announcement", "assertion",
        "assessment", "charge",      "claim",     "conclusion", "decision", "demand",       "development",
        "fact",       "feat",        "feature",   "figure",     "first",    "gesture",      "indication",
        "milestone",  "move",        "outcome",   "practice",   "proposal", "prospect",     "reminder",
        "request",    "result",      "reversal",  "sign",       "step",     "suggestion",   "sum",
        "total",      "trend",       "turnaround"};
    if (!IsAmong(kActs, word(noun).lemma)) return false;
    constexpr size_t kMost = 40;
    const auto children = analysis_.children(noun).subspan(0, kMost);
    return std::any_of(children.begin(), children.end(),
                       [&](int32_t child) { return word(child).relation == R::kDet && word(child).lemma == "a"; });
  }

  // "no justice, no peace"; "took half of the vote, a better result than last time"; ", minutes after the verdict,".
  bool IsNoIdentity(int32_t noun) const {
    constexpr absl::string_view kTimes[] = {"day",   "decade", "hour", "minute", "moment",
                                            "month", "second", "week", "year"};
    if (IsAmong(kTimes, word(noun).lemma)) return true;
    constexpr size_t kMost = 40;
    const auto children = analysis_.children(noun).subspan(0, kMost);
    return std::any_of(children.begin(), children.end(), [&](int32_t child) {
      const Word& w = word(child);
      return w.xpos == Xpos::kWpPoss || (w.relation == R::kDet && w.lemma == "no") ||
             (w.relation == R::kAmod && w.xpos == Xpos::kJjr);
    });
  }

  // "after the arrest of Ana Lee by the police": a noun that names an act, definite, where the text takes it as done.
  void AddNominal(int32_t i) {
    if (!IsNoun(word(i).upos) || word(i).xpos == Xpos::kNns || word(i).head < 0) return;
    const Nominalisation* act = FindNominalisation(word(i).lemma);
    if (act == nullptr || !TakenAsDone(i)) return;
    bool definite = false;
    int32_t of = -1, by = -1, possessor = -1;
    std::vector<Complement> others;
    for (int32_t child : analysis_.children(i)) {
      const Word& w = word(child);
      definite |= w.relation == R::kDet && w.lemma == "the";
      if (w.relation == R::kNmodPoss) possessor = child;
      if (w.relation == R::kAmod || w.relation == R::kConj) return;  // "the attempted murder of"
      if (w.relation != R::kNmod || child < i) continue;
      const absl::string_view preposition = PrepositionOf(child);
      if (preposition == "of") {
        of = child;
      } else if (preposition == "by") {
        by = child;
      } else {
        others.push_back({child, ComplementKind::kOblique, child, false, false});
      }
    }
    if (!definite && possessor < 0) return;
    const int32_t agent = by >= 0 ? by : act->of_object && of >= 0 ? possessor : -1;
    const int32_t patient = of >= 0 ? of : by >= 0 || !act->of_object ? possessor : -1;
    Clause clause;
    clause.head = i;
    clause.kind = ClauseKind::kNominal;
    clause.rules.Add(Rule::kNominal);
    clause.subject_source = SubjectSource::kOwn;
    clause.subject = act->of_object && agent >= 0 ? agent : patient;
    if (clause.subject < 0 || !IsNoun(word(clause.subject).upos) || (act->of_object && of < 0)) return;
    clause.passive = act->of_object && agent < 0;
    clause.predicate = {i};
    clause.chain = {i};
    if (act->of_object && agent >= 0) others.push_back({of, ComplementKind::kOblique, of, false, false});
    std::sort(others.begin(), others.end(), [](const Complement& a, const Complement& b) { return a.word < b.word; });
    clause.complements = std::move(others);
    clauses_.push_back(std::move(clause));
  }

  absl::string_view PrepositionOf(int32_t i) const {
    for (int32_t child : analysis_.children(i)) {
      if (child > i) break;
      if (word(child).relation == R::kCase) return word(child).lemma;
    }
    return "";
  }

  // "after", "since", "because of" the act, in a clause of the past that nothing denies or supposes.
  bool TakenAsDone(int32_t noun) const {
    constexpr absl::string_view kAfter[] = {"after", "because", "despite", "due", "during", "following", "since"};
    const bool subject = word(noun).relation == R::kNsubj;
    if (!subject && !IsAmong(kAfter, PrepositionOf(noun))) return false;
    const int32_t verb = word(noun).head;
    bool past = word(verb).xpos == Xpos::kVbd;
    for (int32_t child : analysis_.children(verb)) {
      const Word& w = word(child);
      if (w.xpos == Xpos::kMd || IsNegation(w)) return false;
      past |= w.upos == Upos::kAux && (w.xpos == Xpos::kVbd || w.lemma == "have");
    }
    return past;
  }

  // "took part in": the bare noun goes to the predicate, and what hangs on it to the verb.
  void MergeLightVerb(Clause* clause) {
    for (size_t k = 0; k < clause->complements.size(); ++k) {
      const Complement object = clause->complements[k];
      if (object.kind != ComplementKind::kObject || object.antecedent || object.word < clause->head) continue;
      if (!IsLightVerb(word(clause->head).lemma, word(object.word).lemma)) continue;
      std::vector<Complement> moved;
      for (int32_t child : analysis_.children(object.word)) {
        const Relation relation = word(child).relation;
        if (child < object.word || relation == R::kConj) return;  // "took an active part", "fire and cover"
        if (relation == R::kNmod && PrepositionOf(child) != "") {
          moved.push_back({child, ComplementKind::kOblique, child, false, false});
        }
      }
      clause->complements.erase(clause->complements.begin() + static_cast<std::ptrdiff_t>(k));
      clause->complements.insert(clause->complements.end(), moved.begin(), moved.end());
      clause->predicate.push_back(object.word);
      std::sort(clause->predicate.begin(), clause->predicate.end());
      clause->light = object.word;
      clause->rules.Add(Rule::kLightVerb);
      return;
    }
  }

  bool BeginsWithDigit(int32_t i) const { return word(i).form[0] >= '0' && word(i).form[0] <= '9'; }

  bool IsBareName(int32_t i) const {
    if (word(i).upos != Upos::kPropn) return false;
    for (int32_t child : analysis_.children(i)) {
      if (word(child).relation == R::kDet || word(child).relation == R::kNmodPoss) return false;
    }
    return true;
  }

  // The phrase of `i` begins after a comma or a dash.
  bool FollowsComma(int32_t i) const {
    const int32_t first = analysis_.first(i);
    const auto is_comma = [&](int32_t j) { return word(j).form == "," || word(j).form == "--" || word(j).form == "-"; };
    return is_comma(first) || (first > 0 && is_comma(first - 1));
  }

  bool HasContent(int32_t verb) const {
    constexpr size_t kMost = 60;
    const auto children = analysis_.children(verb).subspan(0, kMost);
    return std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).relation == R::kCcomp; });
  }

  // "said that it rains"; "it is unlikely that it rains".
  bool IsContent(int32_t i, const Clause& governor) const {
    const Relation relation = word(i).relation;
    return relation == R::kCcomp || (relation == R::kCsubj && i > governor.head);
  }

  void AddClause(int32_t i, const Dependents& has, bool outer) {
    Clause clause;
    clause.head = i;
    clause.copula = outer ? -1 : has.copula;
    const Word& w = word(i);
    const bool verb = IsVerb(w) && (w.xpos != Xpos::kJj || clause.copula < 0);
    if (clause.copula >= 0 && !verb) clause.kind = ClauseKind::kCopula;
    clause.rules.Add(clause.kind == ClauseKind::kCopula ? Rule::kCopula : Rule::kVerb);
    const bool own_subject = has.subject >= 0 || has.expletive >= 0;
    const bool participle = w.xpos == Xpos::kVbg || IsPastParticiple(w);
    clause.reduced = verb && !own_subject && !has.auxiliary && has.copula < 0 && (participle || IsAskedWhen(i));
    Clause* governor = w.head >= 0 ? ClauseOf(w.head) : nullptr;
    clause.governor = governor == nullptr ? -1 : governor->head;
    if (governor != nullptr) {
      const bool same_level = w.relation == R::kConj || merges_[static_cast<size_t>(i)];
      clause.content_of = IsContent(i, *governor) ? governor->head : same_level ? governor->content_of : -1;
      if (w.relation == R::kConj && has.that && HasContent(governor->head)) clause.content_of = governor->head;
      if (same_level) clause.content_noun = governor->content_noun;
    }
    clause.that = StrayThat(i);
    if (clause.that >= 0 || ((w.relation == R::kAcl || (w.relation == R::kCcomp && governor == nullptr)) && has.that &&
                             IsNoun(word(w.head).upos))) {
      clause.content_noun = w.head;
    }
    clause.infinitive = has.to >= 0 && !has.finite_auxiliary;
    clause.wished = clause.infinitive && has.subject >= 0 && has.preposition >= 0;

    std::vector<int32_t> inherited;
    if (governor != nullptr && merges_[static_cast<size_t>(i)]) {
      inherited = governor->predicate;
      if (governor->kind == ClauseKind::kCopula) inherited.push_back(governor->head);
      clause.chain = governor->chain;
      clause.complements = governor->complements;
      // The adjective of "able to go" became part of the predicate.
      std::erase_if(clause.complements, [&](const Complement& c) { return c.word == governor->head; });
      clause.infinitive = governor->infinitive;
      clause.rules.Add(Rule::kMergedVerb);
      clause.relative = governor->relative;
      governor->merged = true;
    } else if (governor != nullptr && w.relation == R::kConj && (!own_subject || IsGapped(w, has, *governor)) &&
               !has.auxiliary && has.copula < 0 &&
               (!IsFinite(w.xpos) || MayBeParticiple(i, has, *governor) || IsBare(w, *governor))) {
      ShareAuxiliaries(*governor, i, has, &inherited, &clause);
    }
    clause.chain.push_back(i);
    clause.relative |= has.relative >= 0 || HasRelativeBelow(i);
    CollectPredicate(i, has, inherited, &clause);
    clause.passive =
        has.passive_auxiliary || (has.subject >= 0 && kPassiveSubjectRelations.Contains(word(has.subject).relation));
    FindSubject(i, has, governor, &clause);
    if (clause.reduced && (IsPastParticiple(w) || IsAskedWhen(i))) clause.passive = true;
    CollectComplements(i, has, &clause);
    if (w.relation == R::kConj && governor != nullptr) {
      ShareObject(*governor, &clause);
      LendObject(clause, governor);
    }
    MergeLightVerb(&clause);
    std::sort(clause.complements.begin(), clause.complements.end(),
              [](const Complement& a, const Complement& b) { return a.word < b.word; });
    if (clause.complements.size() > kMostComplements) clause.complements.resize(kMostComplements);
    clause_of_[static_cast<size_t>(i)] = static_cast<int32_t>(clauses_.size());
    clauses_.push_back(std::move(clause));
  }

  // "did not nod or change it", tagged as a present or as no verb at all: a bare verb beside another is no more finite
  // than that.
  bool IsBare(const Word& w, const Clause& first) const {
    static constexpr auto kInflected = {Xpos::kVbd, Xpos::kVbg, Xpos::kVbn, Xpos::kVbz, Xpos::kMd};
    const Word& head = word(first.head);
    const auto bare = [](const Word& verb) {
      return verb.upos == Upos::kVerb && !absl::c_linear_search(kInflected, verb.xpos) &&
             (verb.form == verb.lemma || verb.xpos == Xpos::kAfx);
    };
    return bare(w) && bare(head) && head.xpos != Xpos::kVbp;
  }

  // "was treated and declared healthy", tagged as a past: without an object it was done to the same subject.
  bool MayBeParticiple(int32_t i, const Dependents& has, const Clause& first) const {
    const Word& w = word(i);
    const bool regular = w.form.size() > 2 && w.form.substr(w.form.size() - 2) == "ed";
    if (w.xpos != Xpos::kVbd || !regular || !first.passive || first.chain.size() != 1) return false;
    if (has.subject >= 0 || has.object >= 0 || has.content || IsAmong(kIntransitive, w.lemma)) return false;
    const auto children = analysis_.children(i);
    return std::none_of(children.begin(), children.end(),
                        [&](int32_t c) { return word(c).relation == R::kXcomp && word(c).upos == Upos::kVerb; });
  }

  // "12 were killed and 40 wounded": without an auxiliary of its own.
  static bool IsGapped(const Word& w, const Dependents& has, const Clause& first) {
    return w.xpos == Xpos::kVbn && first.passive && has.object < 0 && !has.content && first.chain.size() == 1;
  }

  // "has bought and sold": the auxiliaries, and the verbs merged before them, stand once for both.
  void ShareAuxiliaries(const Clause& first, int32_t i, const Dependents& has, std::vector<int32_t>* inherited,
                        Clause* clause) {
    if (first.head >= i) return;
    if (word(first.head).lemma == "help" && word(i - 1).lemma == "but") return;  // "can't help but think": thinks
    const Xpos tag = word(i).xpos;
    const Word& head = word(first.head);
    const bool copula = first.kind == ClauseKind::kCopula;
    const bool same_form = tag == head.xpos || IsBare(word(i), first) || copula ||
                           ((tag == Xpos::kVbn || tag == Xpos::kVbd) && first.passive);
    if (!same_form || (first.passive && !has.passive_auxiliary && (has.content || has.object >= 0))) return;
    for (int32_t p : first.predicate) {
      if (p >= first.head) continue;
      const Word& q = word(p);
      if (q.head == first.head) {
        // "should be strong and act": the modal alone.
        const bool bare = copula && tag == Xpos::kVb && q.xpos != Xpos::kMd && q.xpos != Xpos::kTo;
        const bool shared = !bare && (q.upos == Upos::kAux || q.xpos == Xpos::kTo || IsNegation(q));
        if (shared && !(q.xpos == Xpos::kTo && has.to >= 0)) inherited->push_back(p);
      } else {
        inherited->push_back(p);
      }
    }
    if (!inherited->empty()) {
      clause->rules.Add(Rule::kSharedAuxiliary);
      clause->passive = first.passive;
      clause->reduced = false;
    }
    clause->infinitive = first.infinitive;
    clause->chain.assign(first.chain.begin(), first.chain.end() - 1);
  }

  // "When asked why, she left", tagged as a past: an adverbial without a subject.
  bool IsAskedWhen(int32_t i) const {
    const Word& w = word(i);
    return w.xpos == Xpos::kVbd && w.relation == R::kAdvcl && i > 0 && word(i - 1).xpos == Xpos::kWrb;
  }

  // "divers brought to Lyon": tagged as a past where it modifies a noun.
  static bool IsPastParticiple(const Word& w) {
    return w.xpos == Xpos::kVbn || (w.xpos == Xpos::kVbd && w.relation == R::kAcl);
  }

  // "went away"; and what "not" denies: "does not come easily".
  void AddAdverbsBehind(int32_t i, const Clause& clause, std::vector<int32_t>* words) {
    if (clause.kind == ClauseKind::kCopula || i + 1 >= analysis_.size()) return;
    const Word& next = word(i + 1);
    if (next.relation != R::kAdvmod || next.head != i || next.upos != Upos::kAdv) return;
    if (!analysis_.children(i + 1).empty() || next.xpos == Xpos::kWrb) return;
    bool negated = false;
    for (int32_t w : *words) negated |= IsNegation(word(w));
    const bool yet = next.lemma == "yet" && (word(i).lemma == "have" || word(i).lemma == "be");  // "has yet to pay"
    const bool how = IsManner(next) && NeedsArgument(word(i).lemma, "how");                      // "treated equally"
    // "came down to the wire": the adverb and the preposition are one.
    const bool before = i + 2 < analysis_.size() && word(i + 2).relation == R::kCase && word(i + 2).xpos == Xpos::kIn;
    const bool particle =
        IsAmong(kParticleAdverbs, next.lemma) || (before && IsAmong(kPrepositionalAdverbs, next.lemma));
    if (negated || yet || how || particle) words->push_back(i + 1);
  }

  // "Had the alarm sounded, nobody would have died" read as one clause: an auxiliary before the subject, another
  // behind.
  bool IsStrayAuxiliary(int32_t child, const Dependents& has) const {
    return word(child).relation == R::kAux && child < has.subject && has.late_modal;
  }

  bool IsNoLonger(int32_t i) const {
    return i > 0 && (word(i).lemma == "long" || word(i).lemma == "longer") && word(i - 1).lemma == "no" &&
           word(i - 1).head == i;
  }

  static bool IsNegation(const Word& w) { return w.lemma == "not" || w.lemma == "n't" || w.lemma == "never"; }

  void CollectPredicate(int32_t i, const Dependents& has, const std::vector<int32_t>& inherited, Clause* clause) {
    std::vector<int32_t>& words = clause->predicate;
    words = inherited;
    const bool copula = clause->kind == ClauseKind::kCopula;
    if (!copula) words.push_back(i);
    int32_t first = copula ? clause->copula : i;
    const int32_t last = first > i ? first : i;
    const auto children = analysis_.children(i);
    for (int32_t child : children) {
      const Word& w = word(child);
      if (has.copula >= 0 && clause->copula < 0 && child < has.copula) continue;  // of the outer copula
      if (IsStrayAuxiliary(child, has)) continue;
      const bool auxiliary = kAuxiliaryRelations.Contains(w.relation) || child == clause->copula || child == has.future;
      if (auxiliary || w.relation == R::kCompoundPrt) words.push_back(child);
      if (auxiliary) first = std::min(first, child);
      const bool with_to = clause->chain.size() > 1 || clause->infinitive || has.auxiliary;  // "are to meet"
      if (child == has.to && !clause->chain.empty() && with_to) {
        words.push_back(child);
        first = std::min(first, child);
      }
    }
    // Adverbs among the auxiliaries, and those just before them.
    for (auto it = children.rbegin(); it != children.rend(); ++it) {
      const int32_t child = *it;
      const Word& w = word(child);
      if (w.relation == R::kAdvmod && IsNegation(w) && child == i + 1) words.push_back(child);  // "didn't", alone
      if (w.relation != R::kAdvmod || child >= last || w.xpos == Xpos::kWrb) continue;
      if (!IsNegation(w) && !IsNoLonger(child) && !analysis_.children(child).empty()) continue;
      const bool between = child > first;
      const bool before = child + 1 == first;
      if (!between && !before) continue;
      if (copula && between && !IsAmong(kCopulaAdverbs, w.lemma) && !IsNoLonger(child)) continue;
      words.push_back(child);
      if (IsNoLonger(child)) words.push_back(child - 1);
      if (before) first = child;
    }
    AddAdverbsBehind(i, *clause, &words);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    if (words.size() > kMostPredicateWords) words.erase(words.begin(), words.end() - kMostPredicateWords);
  }

  // ---- Subjects: the first rule that finds one.

  struct SubjectQuery {
    int32_t word;
    const Dependents& has;
    const Clause* governor;
    const Clause& clause;
  };
  struct FoundSubject {
    int32_t word = -1;
    SubjectSource source = SubjectSource::kNone;
    bool found = false;
  };
  struct SubjectRule {
    Rule rule;
    FoundSubject (ClauseFinder::*find)(const SubjectQuery&) const;
  };

  void FindSubject(int32_t i, const Dependents& has, const Clause* governor, Clause* clause) {
    static constexpr SubjectRule kSubjectRules[] = {
        {Rule::kExpletiveSubject, &ClauseFinder::Expletive},
        {Rule::kPredicatedSubject, &ClauseFinder::PredicatedNoun},
        {Rule::kRelativeSubject, &ClauseFinder::RelativeNoun},
        {Rule::kOwnSubject, &ClauseFinder::OwnSubject},
        {Rule::kModifiedSubject, &ClauseFinder::ModifiedNoun},
        {Rule::kSharedSubject, &ClauseFinder::SharedSubject},
        {Rule::kPrepositionalControl, &ClauseFinder::ControlledThroughPreposition},
        {Rule::kObjectControl, &ClauseFinder::ControllingObject},
        {Rule::kSubjectControl, &ClauseFinder::ControllingSubject},
        {Rule::kAdverbialSubject, &ClauseFinder::SubjectOfMain},
    };
    const SubjectQuery query{i, has, governor, *clause};
    for (const SubjectRule& rule : kSubjectRules) {
      const FoundSubject found = (this->*rule.find)(query);
      if (!found.found) continue;
      clause->subject = found.word;
      clause->subject_source = found.source;
      clause->rules.Add(rule.rule);
      break;
    }
    if (clause->rules.Contains(Rule::kPrepositionalControl)) clause->control = ControlOf(query, nullptr);
    if (SaysOfNoun(query)) clause->modified = word(i).head;
    if (clause->subject_source == SubjectSource::kShared && clause->reduced && !governor->reduced &&
        word(i).xpos == Xpos::kVbn) {
      clause->reduced = false;
    }
  }

  // The subject among the predicate's dependents; -1 where there is none.
  int32_t Dependent(const SubjectQuery& q) const {
    const bool late = q.has.late_subject >= 0 && q.clause.copula < 0 && q.has.copula >= 0;
    return late ? q.has.late_subject : q.has.subject;
  }

  FoundSubject Expletive(const SubjectQuery& q) const {
    const int32_t subject = Dependent(q);
    if (q.has.expletive < 0) return {};
    if (subject >= 0 && subject <= q.word && word(q.has.expletive).lemma != "there") return {};
    return {q.has.expletive, SubjectSource::kExpletive, true};
  }

  // A relative clause whose pronoun is its subject, or a participle that modifies a noun. "The risk of losing" has a
  // preposition before its participle: it does not say that the risk loses.
  bool SaysOfNoun(const SubjectQuery& q) const {
    const Word& w = word(q.word);
    if (w.head < 0 || !IsClauseOfNoun(w.relation)) return false;
    const int32_t subject = Dependent(q);
    if (subject >= 0) return subject == q.has.relative;
    return w.relation == R::kAclRelcl || (q.clause.reduced && !q.has.marked && q.has.preposition < 0);
  }

  // "X is a company based in Lyon", "X, a company that ...".
  FoundSubject PredicatedNoun(const SubjectQuery& q) const {
    if (!SaysOfNoun(q)) return {};
    const Clause* above = PredicatingClause(word(q.word).head);
    if (above == nullptr) return {};
    const bool noun = IsNoun(word(above->subject).upos) ||
                      (word(above->subject).xpos == Xpos::kPrp && word(above->subject).lemma != "it");
    if (!noun) return {};
    return {above->subject, SubjectSource::kPredicated, true};
  }

  // The affirmed clause that says of its subject that it is `noun`.
  const Clause* PredicatingClause(int32_t noun) const {
    const int32_t at = clause_of_[static_cast<size_t>(noun)];
    if (at < 0) return nullptr;
    const Clause& above = clauses_[static_cast<size_t>(at)];
    const bool copula = above.kind == ClauseKind::kCopula && above.subject_source == SubjectSource::kOwn;
    if (!copula && above.kind != ClauseKind::kApposition) return nullptr;
    if (above.subject < 0 || above.passive || word(noun).xpos == Xpos::kNns) return nullptr;
    for (int32_t p : above.predicate) {
      if (IsNegation(word(p))) return nullptr;
    }
    return &above;
  }

  FoundSubject RelativeNoun(const SubjectQuery& q) const {
    const int32_t subject = Dependent(q);
    const Word& w = word(q.word);
    if (subject < 0 || w.head < 0) return {};
    // "a plan that works or that fails"
    const bool second = w.relation == R::kConj && q.governor != nullptr &&
                        q.governor->subject_source == SubjectSource::kRelative && word(subject).lemma == "that" &&
                        subject == q.word - 1 - CountAuxiliaries(q.word) && word(subject).upos == Upos::kPron;
    if (second) return {q.governor->subject, SubjectSource::kRelative, true};
    if (subject != q.has.relative || !IsClauseOfNoun(w.relation)) return {};
    return {OneOf(Antecedent(w.head, subject), q), SubjectSource::kRelative, true};
  }

  // Auxiliaries right before a verb.
  int32_t CountAuxiliaries(int32_t verb) const {
    int32_t count = 0;
    while (verb - count - 1 >= 0 && word(verb - count - 1).head == verb &&
           kAuxiliaryRelations.Contains(word(verb - count - 1).relation)) {
      ++count;
    }
    return count;
  }

  // "A test for Kennedy, who has ...": a person's name right before "who" is who it means, whatever noun it hangs on.
  int32_t Antecedent(int32_t noun, int32_t pronoun) const {
    if (word(pronoun).lemma != "who") return noun;
    constexpr int kDeepest = 3;
    for (int depth = 0; depth < kDeepest && !MaySpeak(analysis_, noun); ++depth) {  // "the man at the controls, who"
      const int32_t above = word(noun).head;
      if (word(noun).relation != R::kNmod || above < 0 || above > noun || !IsNoun(word(above).upos)) break;
      if (MaySpeak(analysis_, above)) return above;
      noun = above;
    }
    if (const int32_t person = WhoseActIsAt(noun); person >= 0) return person;
    if (word(noun).name == NameKind::kPerson && !IsSingular(word(pronoun).head)) return noun;
    int32_t before = pronoun - 1;
    if (before > noun && word(before).upos == Upos::kPunct) --before;
    if (before <= noun || word(before).name != NameKind::kPerson) return noun;
    while (before > noun && word(before).head > noun && word(word(before).head).name == NameKind::kPerson) {
      before = word(before).head;
    }
    const bool within = word(before).head == noun && word(before).relation != R::kConj;  // "Ana Lee, who"
    return word(noun).name == NameKind::kPerson && within ? noun : before;
  }

  // "immigrants brought here before their birthday, who ...": of the noun that a participle has beside it, whom the
  // participle is said of, when only they can be who; -1: nobody.
  int32_t WhoseActIsAt(int32_t noun) const {
    if (MaySpeak(analysis_, noun) || Universal(word(noun).relation) != R::kObl) return -1;
    const int32_t participle = word(noun).head;
    if (participle < 0 || word(participle).relation != R::kAcl || word(participle).head > participle) return -1;
    return MaySpeak(analysis_, word(participle).head) ? word(participle).head : -1;
  }

  // Whether the verb, or what stands before it, agrees with one.
  bool IsSingular(int32_t verb) const {
    constexpr size_t kMost = 40;
    const auto one = [&](int32_t i) { return word(i).xpos == Xpos::kVbz || word(i).form == "was"; };
    const auto children = analysis_.children(verb).subspan(0, kMost);
    return one(verb) || std::any_of(children.begin(), children.end(), one);
  }

  // "one of the divers who was hurt": one was, not all.
  int32_t OneOf(int32_t noun, const SubjectQuery& q) const {
    const Word& plural = word(noun);
    if (!IsPlural(plural.xpos) || plural.relation != R::kNmod || plural.head < 0) {
      return noun;
    }
    if (word(plural.head).lemma != "one" && word(plural.head).xpos != Xpos::kNn) return noun;
    const bool singular = std::any_of(q.clause.predicate.begin(), q.clause.predicate.end(),
                                      [&](int32_t i) { return word(i).xpos == Xpos::kVbz || word(i).form == "was"; });
    if (singular) return plural.head;
    // "the 8 percent of voters who stayed": those stayed, not the voters.
    constexpr absl::string_view kShares[] = {"%",        "dozen",    "half",   "handful", "hundred", "lot",
                                             "majority", "minority", "number", "percent", "third",   "thousand"};
    const auto of = analysis_.children(plural.head);
    const bool definite =
        std::any_of(of.begin(), of.end(), [&](int32_t i) { return i < plural.head && word(i).lemma == "the"; });
    return definite && IsAmong(kShares, word(plural.head).lemma) ? plural.head : noun;
  }

  FoundSubject OwnSubject(const SubjectQuery& q) const {
    const int32_t subject = Dependent(q);
    if (subject < 0) return {};
    return {subject, SubjectSource::kOwn, true};
  }

  FoundSubject ModifiedNoun(const SubjectQuery& q) const {
    if (!SaysOfNoun(q)) return {};
    return {word(q.word).head, SubjectSource::kModified, true};
  }

  FoundSubject SharedSubject(const SubjectQuery& q) const {
    if (q.governor == nullptr || word(q.word).relation != R::kConj) return {};
    const bool expletive = q.governor->subject_source == SubjectSource::kExpletive;
    return {q.governor->subject, expletive ? SubjectSource::kExpletive : SubjectSource::kShared, true};
  }

  // "accused X of hiding", "X was accused of hiding".
  FoundSubject ControlledThroughPreposition(const SubjectQuery& q) const {
    int32_t subject = -1;
    if (ControlOf(q, &subject) == nullptr) return {};
    return {subject, SubjectSource::kControlled, true};
  }

  // What the table knows of the governing verb and the preposition before the gerund; `subject` is who does it.
  const PrepositionalControl* ControlOf(const SubjectQuery& q, int32_t* subject) const {
    const Word& w = word(q.word);
    if ((w.xpos != Xpos::kVbg && !EndsWithIng(w)) || w.head < 0 || q.has.preposition < 0) return nullptr;
    if (w.relation != R::kAcl && w.relation != R::kAdvcl) return nullptr;
    const bool of_noun = w.relation == R::kAcl;
    const int32_t verb = of_noun ? word(w.head).head : w.head;
    if (verb < 0 || clause_of_[static_cast<size_t>(verb)] < 0) return nullptr;
    const Clause& governor = clauses_[static_cast<size_t>(clause_of_[static_cast<size_t>(verb)])];
    const PrepositionalControl* control = FindPrepositionalControl(word(verb).lemma, word(q.has.preposition).lemma);
    int32_t object = of_noun ? w.head : governor.passive ? governor.subject : ObjectOf(governor);
    if (object < 0) object = governor.subject;  // "refrained from voting"
    if (control == nullptr || object < 0) return nullptr;
    if (of_noun && word(w.head).relation != R::kObj) return nullptr;
    if (subject != nullptr) *subject = object;
    return control;
  }

  FoundSubject ControllingObject(const SubjectQuery& q) const {
    if (q.governor == nullptr || word(q.word).relation != R::kXcomp || merges_[static_cast<size_t>(q.word)]) return {};
    int32_t object = ObjectOf(*q.governor);
    for (const Complement& c : q.governor->complements) {  // "told them to go"
      if (object < 0 && c.kind == ComplementKind::kIndirect) object = c.word;
    }
    if (object < 0) return {};
    return {object, SubjectSource::kControlled, true};
  }

  FoundSubject ControllingSubject(const SubjectQuery& q) const {
    if (q.governor == nullptr || word(q.word).relation != R::kXcomp) return {};
    const bool merged = merges_[static_cast<size_t>(q.word)];
    return {q.governor->subject, merged ? q.governor->subject_source : SubjectSource::kControlled, true};
  }

  FoundSubject SubjectOfMain(const SubjectQuery& q) const {
    const Word& w = word(q.word);
    constexpr absl::string_view kOthers[] = {"about", "against", "like", "of", "than", "with"};  // "laws against lying"
    const bool gerund = w.relation == R::kCcomp && w.xpos == Xpos::kVbg;
    if (q.has.preposition >= 0 && IsAmong(kOthers, word(q.has.preposition).lemma)) return {};
    if (q.has.copula >= 0 && word(q.has.copula).form == "being") return {};
    const auto children = analysis_.children(q.word);
    const bool as = std::any_of(children.begin(), children.end(), [&](int32_t child) {
      return child < q.word && word(child).relation == R::kMark && word(child).lemma == "as";
    });
    if (as && q.clause.reduced && w.xpos == Xpos::kVbn) return {};  // "sank, as reported by Reuters"
    if (q.governor != nullptr && q.clause.reduced && w.xpos == Xpos::kVbg) {
      const int32_t seen = ObjectOf(*q.governor);  // "show him complaining"
      if (seen >= 0 && seen < q.word && IsAmong(kShowing, word(q.governor->head).lemma)) {
        return {seen, SubjectSource::kControlled, true};
      }
      const bool toward =
          q.has.preposition >= 0 && (word(q.has.preposition).lemma == "to" || word(q.has.preposition).lemma == "into");
      if (toward && seen >= 0 && seen < q.word)
        return {seen, SubjectSource::kControlled, true};  // "talked X into going"
      // "the talks could be saved after welcoming a note": not by the talks.
      // "lifted the ban on selling arms": whoever sells them.
      constexpr absl::string_view kOfNouns[] = {"on", "over"};
      if (seen >= 0 && seen < q.word && q.has.preposition >= 0 && IsAmong(kOfNouns, word(q.has.preposition).lemma)) {
        return {};
      }
      const int32_t subject = q.governor->subject;
      if (q.governor->passive && subject >= 0 && !MaySpeak(analysis_, subject)) return {};
    }
    if (q.governor == nullptr || (w.relation != R::kAdvcl && !gerund)) return {};
    const int32_t told = q.has.to >= 0 ? ObjectOf(*q.governor) : -1;  // "asked him 'to leave'"
    if (told >= 0 && told < q.word && Directs(word(q.governor->head).lemma)) {
      return {told, SubjectSource::kControlled, true};
    }
    if (q.governor->subject_source == SubjectSource::kExpletive) return {};
    // "absolved a baker for refusing": what somebody is dealt with for is their own act.
    const int32_t dealt = ObjectOf(*q.governor);
    const bool reason = w.xpos == Xpos::kVbg && q.has.preposition >= 0 && word(q.has.preposition).lemma == "for";
    if (reason && dealt >= 0 && dealt < q.word && word(dealt).upos != Upos::kPron && MaySpeak(analysis_, dealt)) {
      return {dealt, SubjectSource::kControlled, true};
    }
    return {q.governor->subject, SubjectSource::kControlled, true};
  }

  static bool IsClauseOfNoun(Relation relation) { return relation == R::kAclRelcl || relation == R::kAcl; }

  static int32_t ObjectOf(const Clause& clause) {
    for (const Complement& c : clause.complements) {
      if (c.kind == ComplementKind::kObject) return c.word;
    }
    return -1;
  }

  void CollectComplements(int32_t i, const Dependents& has, Clause* clause) {
    const Word& outermost = word(clause->chain.front());
    const bool relative_clause = IsClauseOfNoun(outermost.relation) && outermost.head >= 0;
    const bool merging = merges_[static_cast<size_t>(i)];
    bool governs_merged = false;
    if (clause->kind == ClauseKind::kCopula) {
      clause->complements.push_back({i, ComplementKind::kPredicative, i, false, false});
    }
    const bool there = clause->subject_source == SubjectSource::kExpletive && has.subject >= 0;
    for (int32_t child : analysis_.children(i)) {
      const Word& w = word(child);
      Complement complement{child, ComplementKind::kObject, child, false, child < clause->subject};
      if (child == clause->that) continue;
      if (IsBarePreposition(child)) {
        if (child == i + 1)
          clause->predicate.insert(std::upper_bound(clause->predicate.begin(), clause->predicate.end(), child), child);
        continue;
      }
      if (!KindOf(child, has, there, clause, &complement.kind)) {
        governs_merged |= merges_[static_cast<size_t>(child)];
        continue;
      }
      if (child == has.relative && relative_clause) {
        // "the time that he was advising them": the noun tells when, not what.
        const bool object = complement.kind == ComplementKind::kObject;
        if (object && (IsAmong(kAdverbialNouns, word(outermost.head).lemma) || has.object != child)) continue;
        complement.word = outermost.head;
        complement.antecedent = true;
      } else if (w.xpos == Xpos::kWrb) {
        continue;
      }
      clause->complements.push_back(complement);
    }
    // "the man she met": the object is the noun before.
    if (outermost.relation != R::kAclRelcl || clause->content_noun >= 0 || governs_merged || clause->relative ||
        HasWhAdverb(i))
      return;
    const bool with_subject = has.subject >= 0 || merging;
    const bool object_free = has.object < 0 && !has.content && clause->kind == ClauseKind::kVerb && !clause->passive;
    if (with_subject && object_free && clause->subject != outermost.head &&
        !IsAmong(kAdverbialNouns, word(outermost.head).lemma)) {
      clause->complements.push_back({outermost.head, ComplementKind::kObject, -1, true, false});
      clause->rules.Add(Rule::kRelativeObject);
    }
  }

  // "the song he knew about": a preposition with nothing to introduce.
  bool IsBarePreposition(int32_t i) const {
    const Word& w = word(i);
    return w.upos == Upos::kAdp && (w.relation == R::kObl || w.relation == R::kAdvmod) && analysis_.children(i).empty();
  }

  // "whose plan", "most of which": the pronoun stands within a dependent.
  bool HasRelativeBelow(int32_t i) const {
    for (int32_t child : analysis_.children(i)) {
      if (child > i) break;
      for (int32_t below : analysis_.children(child)) {
        if (IsRelativePronoun(word(below)) || word(below).xpos == Xpos::kWpPoss) return true;
      }
    }
    return false;
  }

  bool HasWhAdverb(int32_t i) const {
    for (int32_t child : analysis_.children(i)) {
      if (word(child).xpos == Xpos::kWrb) return true;
    }
    return false;
  }

  struct ComplementRule {
    RelationSet relations;
    ComplementKind kind;
  };

  // False when `child` is no complement of its clause.
  bool KindOf(int32_t child, const Dependents& has, bool there, Clause* clause, ComplementKind* kind) {
    static constexpr ComplementRule kComplementRules[] = {
        {{R::kObj}, ComplementKind::kObject},
        {{R::kIobj}, ComplementKind::kIndirect},
        {{R::kObl, R::kOblAgent, R::kOblUnmarked}, ComplementKind::kOblique},
        {{R::kCcomp}, ComplementKind::kContent},
        {{R::kAdvcl, R::kAdvclRelcl}, ComplementKind::kAdverbial},
        {{R::kAdvmod}, ComplementKind::kAdverb},
        {{R::kXcomp}, ComplementKind::kPredicative},
        {{R::kNsubj, R::kNsubjPass}, ComplementKind::kObject},  // of "there is"
        {{R::kCsubj, R::kCsubjPass}, ComplementKind::kContent},
    };
    const Word& w = word(child);
    if (w.relation == R::kAdvcl && GovernsAsComplement(child, *clause) && Merges(child, has, *clause)) {
      merges_[static_cast<size_t>(child)] = true;
      return false;
    }
    const auto* rule = std::find_if(std::begin(kComplementRules), std::end(kComplementRules),
                                    [&](const ComplementRule& r) { return r.relations.Contains(w.relation); });
    if (rule == std::end(kComplementRules)) return false;
    *kind = rule->kind;
    if (kSubjectRelations.Contains(w.relation)) return child != clause->subject && there;
    if (w.relation == R::kXcomp) {
      if (Merges(child, has, *clause)) {
        merges_[static_cast<size_t>(child)] = true;
        return false;
      }
      const bool result = w.xpos == Xpos::kVbn && has.object >= 0;  // "left rates unchanged"
      if (w.upos == Upos::kVerb && !result) *kind = ComplementKind::kAdverbial;
    }
    if (w.relation == R::kAdvmod) {
      if (std::binary_search(clause->predicate.begin(), clause->predicate.end(), child)) return false;
      if (clause->kind == ClauseKind::kCopula && child > clause->copula && child < clause->head) return false;
    }
    return true;
  }

  // "is expected to sign", "rules out selling" annotated as adverbials: right behind a verb that governs them.
  bool GovernsAsComplement(int32_t child, const Clause& clause) const {
    int32_t next = clause.head + 1;
    if (next < child && word(next).relation == R::kCompoundPrt) ++next;
    if (IsAmong(kAiming, word(clause.head).lemma)) {  // "vowed on Monday to sign"
      const int32_t behind = BehindCircumstances(next, clause.head);
      if (behind < child && word(behind).xpos == Xpos::kTo) next = behind;
    }
    const bool infinitive = next < child && word(next).xpos == Xpos::kTo && word(next).head == child;
    const bool gerund = next == child && word(child).xpos == Xpos::kVbg;
    if (!infinitive && !gerund) return false;
    const Word& head = word(clause.head);
    if (head.lemma == "get" || head.lemma == "have") return false;
    return FindGoverningVerb(head.lemma, head.form, clause.passive) != nullptr;
  }

  // The first word behind the prepositional phrases and times of `verb` that begin at `i`.
  int32_t BehindCircumstances(int32_t i, int32_t verb) const {
    constexpr RelationSet kCircumstances{R::kObl, R::kOblUnmarked};
    for (const int32_t child : analysis_.children(verb)) {
      if (child < i || !kCircumstances.Contains(word(child).relation)) continue;
      if (analysis_.first(child) != i) break;
      i = child + 1;
      while (i < analysis_.size() && analysis_.Dominates(child, i)) ++i;
    }
    return i;
  }

  // "wants to buy", "began building", "is able to go": one predicate. Not "asked him to go".
  bool Merges(int32_t child, const Dependents& has, const Clause& clause) const {
    const bool object = has.object >= 0 && has.object != has.relative;  // "a truth that he wanted to avoid"
    if (object || has.indirect >= 0 || has.content || clause.chain.size() >= kLongestChain || child < clause.head) {
      return false;
    }
    const Word& w = word(child);
    if (w.upos == Upos::kVerb) return true;
    for (int32_t grandchild : analysis_.children(child)) {
      if (word(grandchild).relation == R::kCop) return true;
    }
    return false;
  }

  // "traders buy and sell shares": the object after the second verb is annotated at the first.
  static void ShareObject(const Clause& first, Clause* clause) {
    if (!clause->complements.empty() || first.head > clause->head || clause->passive) return;
    for (const Complement& c : first.complements) {
      if (c.kind == ComplementKind::kObject && (c.antecedent || c.word > clause->head)) {
        clause->complements.push_back(c);
        clause->rules.Add(Rule::kSharedObject);
        return;
      }
    }
  }

  // "traders saw and bought shares": verbs of one form, side by side, with the object behind the second.
  void LendObject(const Clause& second, Clause* first) const {
    const int32_t a = first->head, b = second.head;
    const bool beside = b == a + 2 && word(a + 1).relation == R::kCc;
    const auto bare = [&](int32_t i) { return word(i).xpos == Xpos::kVb || word(i).xpos == Xpos::kVbp; };
    const auto past = [&](int32_t i) { return word(i).xpos == Xpos::kVbd || word(i).xpos == Xpos::kVbn; };
    const bool same_form = word(a).xpos == word(b).xpos || (bare(a) && bare(b)) || (past(a) && past(b));
    const bool alike = same_form && first->kind == ClauseKind::kVerb && !first->passive;
    if (!beside || !alike || !first->complements.empty() || IsAmong(kIntransitive, word(a).lemma)) return;
    const int32_t object = ObjectOf(second);
    if (object <= b) return;
    first->complements.push_back({object, ComplementKind::kObject, object, false, false});
    first->rules.Add(Rule::kSharedObject);
  }

  const Analysis& analysis_;
  std::vector<Clause> clauses_;
  std::vector<int32_t> clause_of_;
  std::vector<bool> merges_;
};

}  // namespace

bool IsRelativePronoun(const Word& word) {
  if (word.xpos == Xpos::kWdt) return true;
  if (word.xpos != Xpos::kWp) return false;
  return word.lemma == "who" || word.lemma == "whom" || word.lemma == "which" || word.lemma == "that";
}

bool IsManner(const Word& adverb) {
  return absl::EndsWith(adverb.form, "ly");
}

bool IsDirection(const Word& adverb) {
  constexpr absl::string_view kDirections[] = {"abroad",    "ashore",      "downstairs", "downtown",  "east",
                                               "eastward",  "elsewhere",   "inland",     "north",     "northward",
                                               "offshore",  "overseas",    "someplace",  "somewhere", "south",
                                               "southward", "underground", "upstairs",   "west",      "westward"};
  return IsAmong(kDirections, adverb.lemma);
}

bool IsComparison(const Analysis& analysis, const Clause& clause) {
  const auto children = analysis.children(clause.head);
  if (children.empty()) return false;
  const absl::string_view first = analysis.word(children.front()).lemma;
  if (first == "than" && children.front() < clause.head) return true;
  const int32_t above = analysis.word(clause.head).head;
  if (first != "as" || above < 0) return false;
  const auto beside = analysis.children(above);
  return std::any_of(beside.begin(), beside.end(), [&](int32_t i) {
    return i < above && analysis.word(i).lemma == "as" && analysis.word(i).relation == R::kAdvmod;
  });
}

std::vector<Clause> FindClauses(const Analysis& analysis) {
  return ClauseFinder(analysis).Find();
}

}  // namespace consilience
