#include "engine/claim/part.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "engine/base/word_list.h"
#include "engine/claim/predicate_noun.h"
#include "engine/claim/relation_set.h"
#include "engine/claim/speaker.h"

namespace consilience {
namespace {

using R = Relation;

constexpr size_t kMostConjuncts = 12;

// What stands around a predicate nominal without being part of it.
constexpr RelationSet kOutsidePredicative{R::kNsubj,      R::kNsubjPass, R::kNsubjOuter, R::kCsubj,       R::kCsubjPass,
                                          R::kCsubjOuter, R::kCop,       R::kAux,        R::kAuxPass,     R::kMark,
                                          R::kAdvcl,      R::kExpl,      R::kObl,        R::kOblUnmarked, R::kOblAgent,
                                          R::kCcomp,      R::kXcomp,     R::kObj,        R::kPunct};
constexpr RelationSet kConjuncts{R::kConj, R::kCc};
constexpr RelationSet kOutsideOuterCopula{R::kNsubjOuter, R::kCsubjOuter};
constexpr RelationSet kCoordination{R::kConj, R::kCc, R::kCcPreconj};
constexpr RelationSet kMarkers{R::kCase, R::kMark};

// Verbs whose plural subject acts as one: "X and Y met" does not say that X met.
constexpr absl::string_view kCollective[] = {"agree",   "clash",   "collide",  "differ",    "discuss", "divorce",
                                             "marry",   "meet",    "merge",    "negotiate", "unite",   "cooperate",
                                             "compete", "combine", "resemble", "converge",  "gather"};
// Adverbs that tie sentences together.
constexpr absl::string_view kConnectives[] = {
    "also",        "and",       "as",      "besides", "but",     "even",      "finally",   "further",
    "furthermore", "hence",     "however", "indeed",  "instead", "meanwhile", "moreover",  "nevertheless",
    "nonetheless", "otherwise", "rather",  "so",      "still",   "then",      "therefore", "though",
    "thus",        "too",       "yet",     "maybe",   "well",    "actually"};
// Phrases that do the same: preposition and noun.
constexpr std::array<absl::string_view, 2> kConnectivePhrases[] = {
    {"after", "all"},   {"for", "example"}, {"for", "instance"}, {"in", "addition"}, {"in", "contrast"},
    {"as", "result"},   {"in", "fact"},     {"of", "course"},    {"in", "turn"},     {"in", "particular"},
    {"on", "contrary"}, {"at", "all"},      {"for", "starter"},  {"at", "least"},    {"in", "short"},
    {"by", "contrast"}, {"on", "hand"}};
// Prepositions of several words: preposition, noun, preposition.
constexpr std::array<absl::string_view, 3> kComplexPrepositions[] = {
    {"as", "part", "of"},      {"at", "odds", "with"},  {"at", "risk", "of"},          {"by", "means", "of"},
    {"by", "way", "of"},       {"for", "lack", "of"},   {"in", "accordance", "with"},  {"in", "addition", "to"},
    {"in", "case", "of"},      {"in", "charge", "of"},  {"in", "connection", "with"},  {"in", "exchange", "for"},
    {"in", "face", "of"},      {"in", "favor", "of"},   {"in", "favour", "of"},        {"in", "front", "of"},
    {"in", "honor", "of"},     {"in", "honour", "of"},  {"in", "lieu", "of"},          {"in", "light", "of"},
    {"in", "line", "with"},    {"in", "need", "of"},    {"in", "place", "of"},         {"in", "protest", "of"},
    {"in", "reaction", "to"},  {"in", "regard", "to"},  {"in", "relation", "to"},      {"in", "respect", "of"},
    {"in", "response", "to"},  {"in", "return", "for"}, {"in", "search", "of"},        {"in", "spite", "of"},
    {"in", "support", "of"},   {"in", "terms", "of"},   {"in", "term", "of"},          {"in", "view", "of"},
    {"in", "violation", "of"}, {"in", "wake", "of"},    {"on", "account", "of"},       {"on", "behalf", "of"},
    {"on", "grounds", "of"},   {"on", "top", "of"},     {"under", "pressure", "from"}, {"with", "regard", "to"},
    {"with", "respect", "to"}};
// Nouns that only measure what follows "of".
constexpr absl::string_view kPartitives[] = {
    "amount",      "array",      "batch",  "billion",  "bit",      "bulk",       "bunch",   "class",   "collection",
    "combination", "couple",     "dozen",  "flurry",   "fraction", "group",      "half",    "handful", "host",
    "hundred",     "kind",       "lot",    "majority", "mass",     "million",    "number",  "pair",    "part",
    "percent",     "percentage", "piece",  "plenty",   "portion",  "proportion", "quarter", "range",   "rest",
    "row",         "scores",     "series", "set",      "share",    "sort",       "string",  "sum",     "third",
    "thousand",    "ton",        "total",  "type",     "variety",  "wave",       "wealth",  "%"};
// Conjunctions that set two things side by side without a bearing of one on the other.
constexpr absl::string_view kContrasts[] = {"although", "even though", "so", "though", "whereas", "while", "whilst"};
// Prepositions that name examples or a measure of comparison rather than an argument.
constexpr absl::string_view kNoArguments[] = {"according to", "including", "include", "such as",
                                              "like",         "than",      "except",  "unlike"};

bool IsConnectivePhrase(absl::string_view role, absl::string_view noun) {
  return std::any_of(std::begin(kConnectivePhrases), std::end(kConnectivePhrases),
                     [&](const auto& phrase) { return phrase[0] == role && phrase[1] == noun; });
}

// How each kind of complement is read.
struct ComplementRule {
  RelationSet markers;  // what introduces it
  bool distribute;      // over its conjuncts
  bool drop_aside;
};
constexpr ComplementRule RuleOf(ComplementKind kind) {
  switch (kind) {
    case ComplementKind::kOblique:
      return {{R::kCase, R::kMark}, true, true};
    case ComplementKind::kPredicative:
      return {{R::kCase}, true, true};
    case ComplementKind::kAdverbial:
      return {{R::kMark}, false, false};
    case ComplementKind::kContent:
      return {{}, false, false};
    case ComplementKind::kAdverb:
      return {{}, false, true};
    case ComplementKind::kObject:
    case ComplementKind::kIndirect:
      break;
  }
  return {{}, true, true};
}

}  // namespace

ClauseIndex::ClauseIndex(const Analysis& analysis)
    : clauses_(FindClauses(analysis)), at_(static_cast<size_t>(analysis.size()), -1) {
  for (size_t i = 0; i < clauses_.size(); ++i) {
    if (clauses_[i].head >= 0) at_[static_cast<size_t>(clauses_[i].head)] = static_cast<int32_t>(i);
  }
}

void ClauseIndex::GiveSubject(size_t clause, int32_t word) {
  Clause& given = clauses_[clause];
  given.subject = word;
  given.subject_source = SubjectSource::kOwn;
  std::erase_if(given.complements, [&](const Complement& complement) { return complement.word == word; });
}

// ---- Subjects ----

std::vector<Reading> PartReader::Subjects(const Clause& clause) const {
  PhraseShape shape;
  shape.without = kMarkers;  // appositions go as asides
  shape.without_above = clause.head;
  if (view_ == ClaimView::kAtomic && !IsRestricted(clause.subject)) shape.anywhere = {R::kAclRelcl};
  const bool modified =
      clause.subject_source == SubjectSource::kRelative || clause.subject_source == SubjectSource::kModified;
  if (modified) shape.without = shape.without | RelationSet{R::kAcl, R::kAclRelcl};
  const int32_t outermost = clause.outermost();
  if (modified && word(outermost).head != clause.subject) {  // "one of the divers who was hurt"
    shape.without_above = -1;
    shape.anywhere = {R::kAclRelcl};
  }
  // "Ana and Ruud, two divers"
  const bool together = clause.kind == ClauseKind::kApposition && IsPlural(word(clause.head).xpos) &&
                        word(clause.subject).upos == Upos::kPropn && !IsPlural(word(clause.subject).xpos);
  const Clause* at_subject = clauses_.At(clause.subject);
  if (together) {
    shape.without = shape.without | kOutsidePredicative;
  } else if (modified || (at_subject != nullptr && at_subject->kind == ClauseKind::kCopula)) {
    shape.without = shape.without | kOutsidePredicative | kConjuncts;
  }
  std::vector<Reading> readings;
  Readings(clause.subject, shape, !together && (Distributes(clause) || modified), modified && !together, &readings);
  std::erase_if(readings, [&](const Reading& reading) { return IsAdverbial(reading); });
  for (Reading& reading : readings) {  // "two days after the fire that"
    std::erase_if(reading.words, [&](int32_t i) { return MeasuresRole(reading.head, i); });
    reading.core = reading.words;
  }
  for (Reading& reading : readings) {  // "with Ana Lee saying that"
    const Word& first = word(reading.words.front());
    const bool preposition = first.relation == R::kCase && first.head != reading.head;
    if (preposition && reading.words.size() > 1 && first.lemma == "with") {
      reading.words.erase(reading.words.begin());
      reading.core = reading.words;
    }
  }
  return readings;
}

// "two days" of "two days after the fire".
bool PartReader::MeasuresRole(int32_t head, int32_t i) const {
  constexpr RelationSet kMeasures{R::kNmodUnmarked, R::kOblUnmarked};
  const auto children = analysis_.leading_children(head);
  return std::any_of(children.begin(), children.end(), [&](int32_t child) {
    return child < head && kMeasures.Contains(word(child).relation) && kMarkers.Contains(word(child + 1).relation) &&
           analysis_.Dominates(child, i);
  });
}

// "in two weeks senators": an adverbial that was read as the noun behind it.
bool PartReader::IsAdverbial(const Reading& reading) const {
  constexpr absl::string_view kOnlyPrepositions[] = {"at", "by", "during", "for", "from", "in", "into", "of", "on"};
  const Word& first = word(reading.words.front());
  if (reading.words.size() < 2 || first.xpos != Xpos::kIn || first.relation != R::kCase) return false;
  const Word& second = word(reading.words[1]);
  const bool compares = second.lemma == "least" || second.lemma == "most" || second.xpos == Xpos::kJjs;
  return !compares && IsAmong(kOnlyPrepositions, first.lemma);
}

// Whether what is said of coordinated subjects is said of each.
bool PartReader::Distributes(const Clause& clause) const {
  if (view_ == ClaimView::kClause) return false;
  if (IsAmong(kCollective, word(clause.head).lemma)) return false;
  for (const Complement& c : clause.complements) {  // "had mutual concerns": no one of them had
    constexpr absl::string_view kTogether[] = {"common", "joint", "mutual", "shared"};
    const auto children = analysis_.leading_children(c.word);
    const bool together = std::any_of(children.begin(), children.end(),
                                      [&](int32_t i) { return i < c.word && IsAmong(kTogether, word(i).lemma); });
    if (c.kind == ComplementKind::kObject && together) return false;
  }
  return clause.kind != ClauseKind::kCopula || !IsPlural(word(clause.head).xpos);
}

// The phrase of `head`, or one for each of its conjuncts; `first_only` leaves the conjuncts out.
void PartReader::Readings(int32_t head, PhraseShape shape, bool distribute, bool first_only,
                          std::vector<Reading>* readings) const {
  Words heads{head}, contrasted;
  bool alternative = false, passed_over = false;
  if (distribute) {
    for (int32_t child : analysis_.leading_children(head)) {
      if (word(child).relation != R::kConj || heads.size() >= kMostConjuncts) continue;
      if (IsPassedOver(child)) {
        passed_over = true;
        continue;
      }
      if (clauses_.At(child) != nullptr || IsAndSoOn(child)) continue;
      if (word(head).upos == Upos::kAdj && word(child).xpos == Xpos::kNns)
        continue;  // "are ready, but talks dragged on"
      heads.push_back(child);
      alternative |= IsAlternative(child);
      if (IsContrasted(child)) contrasted.push_back(child);
    }
  }
  if (heads.size() > 1 || first_only || passed_over) shape.without = shape.without | kCoordination;
  if (first_only) heads.resize(1);
  for (int32_t h : heads) {
    Reading reading;
    reading.head = h;
    reading.alternative = alternative;
    reading.negated = std::find(contrasted.begin(), contrasted.end(), h) != contrasted.end() && IsDenied(head);
    if (!CollectPhrase(analysis_, h, shape, &reading.words)) continue;
    reading.core = reading.words;
    readings->push_back(std::move(reading));
  }
}

// "and so on".
bool PartReader::IsAndSoOn(int32_t conjunct) const {
  const Word& w = word(conjunct);
  return w.lemma == "etc." || w.lemma == "etc" ||
         (w.lemma == "on" && conjunct > 0 && word(conjunct - 1).lemma == "so") ||
         (w.lemma == "so" && conjunct + 1 < analysis_.size() && word(conjunct + 1).lemma == "on");
}

// ---- Complements ----

void PartReader::Append(const Clause& clause, const Complement& complement, std::vector<Part>* parts) const {
  const Word& head = word(complement.word);
  if (!complement.antecedent && (IsRelativePronoun(head) || head.xpos == Xpos::kWp)) {
    if (complement.kind != ComplementKind::kObject && complement.kind != ComplementKind::kPredicative) return;
    if (IsRelativePronoun(head)) return;
  }
  if (complement.word == clause.subject || complement.word == ComparedWith(clause)) return;
  if (complement.word == MeasureOf(clause)) return;
  if (complement.kind == ComplementKind::kAdverb) {
    const bool focus = head.lemma == "not" || head.lemma == "just" || head.lemma == "only";  // "not just because"
    if (IsAmong(kConnectives, head.lemma) || (focus && complement.fronted)) return;
    // "shortly after it sank": when, not how.
    if (MeasuresMark(complement.word)) return;
  }
  if (word(complement.word).relation == R::kOblUnmarked && MeasuresMark(complement.word))
    return;  // "two days after it sank"
  ComplementRule rule = RuleOf(complement.kind);
  const Clause* inner = clauses_.At(complement.word);
  if (complement.kind == ComplementKind::kAdverbial && !HasMark(complement.marked) && inner != nullptr &&
      inner->kind == ClauseKind::kVerb) {
    rule.markers = {R::kCase};  // "by leaving"; but "because it is in Rome"
  }
  const bool atomic = view_ == ClaimView::kAtomic;
  Part part;
  part.kind = complement.kind;
  part.head = complement.word;
  part.fronted = complement.fronted;
  part.antecedent = complement.antecedent;
  const bool one = DescribesOne(clause, complement);
  PhraseShape shape;
  shape.drop_aside = rule.drop_aside;
  const bool whole = IsRestricted(complement.word) || IsOneOfMany(clause, complement);
  if (atomic && rule.drop_aside && !whole) shape.anywhere = {R::kAclRelcl};
  if (complement.antecedent) {
    shape.without = RelationSet{R::kAclRelcl, R::kAcl} | kMarkers | kOutsidePredicative | kConjuncts;
    shape.without_above = clause.head;
  } else if (complement.word == clause.head) {
    shape.first = clause.copula + 1;
    shape.without = complement.kind == ComplementKind::kContent ? kOutsideOuterCopula : kOutsidePredicative;
    if (complement.kind != ComplementKind::kContent && !one) shape.without = shape.without | kConjuncts;
    SkipPredicateWords(clause, &shape);
  } else if (complement.kind == ComplementKind::kPredicative) {
    shape.without = {R::kNsubj, R::kNsubjPass, R::kCop, R::kMark};
  }
  const bool distribute = rule.distribute && !complement.antecedent && !IsBetween(complement.word) && !one;
  Readings(complement.word, shape, distribute, complement.antecedent, &part.readings);
  if (complement.word == clause.head) {
    AddPhrase(ComparedWith(clause), &part.readings);
    AddPhrase(MeasureOf(clause), &part.readings);
  }
  SetRoles(complement, rule.markers, &part.readings);
  if (part.readings.empty() || IsContrast(complement, part.role())) return;
  if (part.role().marker == "according to") return;  // who says it, not what is said
  const bool as_told = complement.kind == ComplementKind::kAdverbial && part.role().marker == "as" &&
                       head.xpos == Xpos::kVbn && inner != nullptr && inner->subject_source != SubjectSource::kOwn;
  if (as_told) return;  // ", as reported by Reuters", "as planned"
  const bool example = part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kAdverbial;
  if (atomic && example && IsAmong(kNoArguments, part.role().marker)) return;
  if (IsConnectivePhrase(part.role().marker, head.lemma)) return;
  part.splits = atomic && !complement.antecedent && rule.drop_aside && complement.kind != ComplementKind::kAdverb;
  if (part.splits) {
    for (Reading& reading : part.readings) {
      if (!whole || reading.head != part.head) reading.core = CoreOf(reading.head, reading.words);
    }
  }
  parts->push_back(std::move(part));
}

// "shortly", "two days" before "after it sank".
bool PartReader::MeasuresMark(int32_t i) const {
  const int32_t next = i + 1;
  return next < analysis_.size() && word(next).relation == R::kMark && word(next).head == word(i).head &&
         word(next).head > next && word(next).xpos != Xpos::kTo;
}

// "is 35 percent Latino", "was 40 metres high": how much it is so; -1: not said.
int32_t PartReader::MeasureOf(const Clause& clause) const {
  if (clause.kind != ClauseKind::kCopula || word(clause.head).upos != Upos::kAdj) return -1;
  for (int32_t child : analysis_.leading_children(clause.head)) {
    if (child < clause.copula || child > clause.head || word(child).relation != R::kOblUnmarked) continue;
    const auto below = analysis_.leading_children(child);
    const bool counted = std::any_of(below.begin(), below.end(), [&](int32_t i) { return word(i).upos == Upos::kNum; });
    if (counted) return child;
  }
  return -1;
}

// ", while others left", ", where they settled": said beside the clause rather than of it.
bool PartReader::IsContrast(const Complement& complement, const Role& role) const {
  if (complement.kind != ComplementKind::kAdverbial) return false;
  // "while it was burning", "while he was mayor": a time.
  const Clause* inner = clauses_.At(complement.word);
  const bool lasting =
      word(complement.word).xpos == Xpos::kVbg || (inner != nullptr && inner->kind == ClauseKind::kCopula);
  const bool during = role.marker == "while" && lasting && !complement.fronted && !FollowsComma(role.words.front());
  return word(complement.word).relation == R::kAdvclRelcl || (IsAmong(kContrasts, role.marker) && !during);
}

// "between X and Y" is one argument.
bool PartReader::IsBetween(int32_t i) const {
  const auto children = analysis_.children(i);
  return !children.empty() && (word(children.front()).lemma == "between" || word(children.front()).lemma == "among");
}

// "Ana Lee, head of markets and asset allocation": she is no allocation. "Her lawyers, Lee and Ode": they are both.
bool PartReader::DescribesOne(const Clause& clause, const Complement& complement) const {
  const bool copula = clause.kind == ClauseKind::kCopula && complement.word == clause.head;
  if (clause.kind != ClauseKind::kApposition && !copula) return false;
  const Xpos subject = clause.subject < 0 ? Xpos::kXx : word(clause.subject).xpos;
  if (clause.kind == ClauseKind::kApposition && IsPlural(subject)) return true;
  if (!MaySpeak(analysis_, complement.word)) return false;
  const auto children = analysis_.leading_children(complement.word);
  return std::any_of(children.begin(), children.end(), [&](int32_t child) {
    return word(child).relation == R::kConj && word(child).upos == Upos::kNoun && !MaySpeak(analysis_, child);
  });
}

bool PartReader::HasMark(int32_t i) const {
  if (i < 0) return false;
  const auto children = analysis_.leading_children(i);
  return std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).relation == R::kMark; });
}

// "or June".
bool PartReader::IsAlternative(int32_t conjunct) const {
  const auto children = analysis_.leading_children(conjunct);
  const bool counted =
      word(conjunct).upos == Upos::kNum ||
      std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).upos == Upos::kNum; });
  return std::any_of(children.begin(), children.end(), [&](int32_t c) {
    if (word(c).relation != R::kCc || word(c).lemma != "or") return false;
    return !counted || c == 0 || word(c - 1).form != ",";  // "600 points, or 2.3%" are one
  });
}

// "rather than peace".
bool PartReader::IsPassedOver(int32_t conjunct) const {
  const auto children = analysis_.leading_children(conjunct);
  return std::any_of(children.begin(), children.end(),
                     [&](int32_t c) { return word(c).relation == R::kCc && word(c).lemma == "rather"; });
}

// "but an opening".
bool PartReader::IsContrasted(int32_t conjunct) const {
  const auto children = analysis_.leading_children(conjunct);
  return std::any_of(children.begin(), children.end(),
                     [&](int32_t c) { return word(c).relation == R::kCc && word(c).lemma == "but"; });
}

// "were not red lines", "did not carry guns": what follows "but" they were, or did.
bool PartReader::IsDenied(int32_t said) const {
  const auto denies = [&](int32_t i) {
    const auto children = analysis_.leading_children(i);
    return std::any_of(children.begin(), children.end(), [&](int32_t c) {
      return word(c).relation == R::kAdvmod && (word(c).lemma == "not" || word(c).lemma == "n't");
    });
  };
  return denies(said) || (word(said).relation == R::kObj && denies(word(said).head));
}

// "the only country that banned it", "the first mayor since the war", "no evidence that": without what follows, the
// noun says what the sentence does not.
bool PartReader::IsRestricted(int32_t noun) const {
  // "did everything in his power", "those who left"
  constexpr absl::string_view kAny[] = {"all",       "anybody",    "anyone", "anything", "everybody",
                                        "everyone",  "everything", "some",   "somebody", "someone",
                                        "something", "that",       "those"};
  // "people who had the virus", "an example of such laws": nouns that stand for what follows.
  constexpr absl::string_view kLight[] = {"example", "individual", "instance", "people", "person", "thing", "way"};
  if (marks_.Has(noun, StatementMarks::kNone) || IsAmong(kAny, word(noun).lemma)) return true;
  if (word(noun).upos == Upos::kNoun && IsAmong(kLight, word(noun).lemma)) return true;
  const auto children = analysis_.leading_children(noun);
  return std::any_of(children.begin(), children.end(), [&](int32_t child) {
    const Word& w = word(child);
    if (child > noun || w.relation != R::kAmod) return false;
    return w.lemma == "only" || w.lemma == "sole" || w.lemma == "first" || w.lemma == "last";
  });
}

// "will elect a mayor who can win", "do not want a law that taxes salt": an object that the clause does not say to
// exist is what its relative clause makes of it.
bool PartReader::IsOneOfMany(const Clause& clause, const Complement& complement) const {
  if (complement.kind != ComplementKind::kObject && complement.kind != ComplementKind::kPredicative) return false;
  const Assertion& assertion = assertions_[clauses_.IndexOf(clause)];
  const bool negated = assertion.polarity == Polarity::kNegated;
  if (!negated && assertion.modality == Modality::kAsserted) return false;
  const int32_t noun = complement.word;
  if (word(noun).upos != Upos::kNoun) return false;
  constexpr RelationSet kKnown{R::kNmodPoss, R::kNummod};
  bool known = false;
  int32_t relative = -1;
  for (int32_t child : analysis_.leading_children(noun)) {
    const Word& w = word(child);
    known |= kKnown.Contains(w.relation) || (w.relation == R::kDet && w.lemma != "a" && w.lemma != "any");
    if (w.relation == R::kAclRelcl && relative < 0) relative = child;
  }
  if (known || relative < 0) return false;
  constexpr size_t kShort = 12;  // words: "will elect a mayor" is true, too
  Words words;
  return negated || (CollectPhrase(analysis_, relative, {}, &words) && words.size() <= kShort);
}

// "is smaller than Ben": what the adjective compares with; -1 where there is none.
int32_t PartReader::ComparedWith(const Clause& clause) const {
  if (clause.kind != ClauseKind::kCopula || word(clause.head).upos != Upos::kAdj) return -1;
  const auto children = analysis_.leading_children(clause.head);
  for (auto child = children.rbegin(); child != children.rend() && *child > clause.head; ++child) {
    const auto below = analysis_.leading_children(*child);
    const bool than = std::any_of(below.begin(), below.end(), [&](int32_t i) {
      return i < *child && word(i).lemma == "than" && (word(i).relation == R::kCase || word(i).relation == R::kMark);
    });
    if (than) return *child;
  }
  return -1;
}

// Makes the phrase of `head`, -1 for none, part of each reading.
void PartReader::AddPhrase(int32_t head, std::vector<Reading>* readings) const {
  Words words;
  if (head < 0 || !CollectPhrase(analysis_, head, {}, &words)) return;
  for (Reading& reading : *readings) {
    Words& all = reading.words;
    all.insert(all.end(), words.begin(), words.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    reading.core = all;
  }
}

// Adverbs that went into the predicate lie before the predicative.
void PartReader::SkipPredicateWords(const Clause& clause, PhraseShape* shape) const {
  for (int32_t i : clause.predicate) {
    if (i > clause.copula && i < clause.head && i >= shape->first) shape->first = i + 1;
  }
}

// The first reading's role is that of the complement; a conjunct without a preposition of its own shares it.
void PartReader::SetRoles(const Complement& complement, RelationSet markers, std::vector<Reading>* readings) const {
  for (size_t i = 0; i < readings->size(); ++i) {
    Reading& reading = (*readings)[i];
    const bool inside = i > 0 || complement.marked == complement.word;
    reading.role.words = MarkersOf(inside ? reading.head : complement.marked, markers);
    // "pleaded not guilty": a plea it was.
    const bool of_verb = complement.kind == ComplementKind::kPredicative &&
                         word(complement.word).relation == R::kXcomp && word(complement.word).xpos == Xpos::kJj &&
                         MarkersOf(complement.word, {R::kMark}).empty();
    const bool negatable = !of_verb && (view_ == ClaimView::kAtomic || complement.kind == ComplementKind::kPredicative);
    if (reading.role.words.empty() && i > 0) {
      reading.role = readings->front().role;
      if (complement.kind == ComplementKind::kPredicative && !of_verb) TakeNegation(&reading);
      continue;
    }
    reading.role.marker = reading.role.text = absl::AsciiStrToLower(SpellWords(analysis_, reading.role.words));
    if (inside) TakeRole(&reading);
    DropStrayMarks(&reading.words);
    if (negatable) TakeNegation(&reading);
    if (complement.kind != ComplementKind::kOblique || !inside) continue;
    Role complex;
    const int32_t inner = NounOfComplexPreposition(reading.head, &complex);
    Words words;
    PhraseShape shape;
    shape.without = kMarkers;
    if (inner < 0 || !CollectPhrase(analysis_, inner, shape, &words)) continue;
    reading.head = inner;
    reading.words = std::move(words);
    reading.role = std::move(complex);
  }
  std::erase_if(*readings, [](const Reading& reading) { return reading.words.empty(); });
  for (Reading& reading : *readings) reading.core = reading.words;
}

// "not from the campaign": the word goes, and the reading is negated.
void PartReader::TakeNegation(Reading* reading) const {
  for (Words* words : {&reading->role.words, &reading->words}) {
    if (words->empty()) continue;
    const Word& first = word(words->front());
    if ((first.lemma != "not" && first.lemma != "never") || first.relation != R::kAdvmod || words->size() < 2) continue;
    reading->negated = true;
    words->erase(words->begin());
    if (words == &reading->role.words) reading->role.text = absl::AsciiStrToLower(SpellWords(analysis_, *words));
  }
}

// The noun behind "in front of", whose words go to `role`; -1 when `noun` is no part of such a preposition.
int32_t PartReader::NounOfComplexPreposition(int32_t noun, Role* role) const {
  const Words before = MarkersOf(noun, {R::kCase});
  if (before.size() != 1) return -1;
  int32_t inner = -1;
  for (int32_t child : analysis_.leading_children(noun)) {
    if (child < noun) {
      if (child != before.front() && word(child).relation != R::kDet) return -1;
    } else if (word(child).relation == R::kNmod) {
      if (inner >= 0) return -1;
      inner = child;
    }
  }
  if (inner < 0) return -1;
  const Words behind = MarkersOf(inner, {R::kCase});
  if (behind.size() != 1 || behind.front() != noun + 1) return -1;
  const absl::string_view first = word(before.front()).lemma, last = word(behind.front()).lemma;
  const bool known = std::any_of(std::begin(kComplexPrepositions), std::end(kComplexPrepositions), [&](const auto& p) {
    return p[0] == first && (p[1] == word(noun).lemma || p[1] == absl::AsciiStrToLower(word(noun).form)) &&
           p[2] == last;
  });
  if (!known) return -1;
  role->words.clear();
  for (int32_t i = before.front(); i <= behind.front(); ++i) role->words.push_back(i);
  role->text = absl::AsciiStrToLower(SpellWords(analysis_, role->words));
  role->marker.clear();
  for (const absl::string_view part : {first, absl::string_view(word(noun).lemma), last}) {
    if (!role->marker.empty()) role->marker.push_back(' ');
    role->marker += absl::AsciiStrToLower(part);
  }
  return inner;
}

// Marks at the edges, and commas whose neighbours were left out.
void PartReader::DropStrayMarks(Words* words) const {
  const auto is_mark = [&](int32_t w) {
    return word(w).upos == Upos::kPunct &&
           (word(w).xpos == Xpos::kComma || word(w).xpos == Xpos::kStop || word(w).xpos == Xpos::kColon);
  };
  Words kept;
  for (size_t i = 0; i < words->size(); ++i) {
    const int32_t w = (*words)[i];
    if (is_mark(w) && (kept.empty() || kept.back() != w - 1 || i + 1 == words->size() || (*words)[i + 1] != w + 1)) {
      continue;
    }
    kept.push_back(w);
  }
  if (!kept.empty()) *words = std::move(kept);
}

// The prepositions or conjunctions before `head` that follow one another: "because of", "after".
Words PartReader::MarkersOf(int32_t head, RelationSet markers) const {
  constexpr size_t kMost = 8;
  Words words;
  if (head < 0) return words;
  for (int32_t child : analysis_.leading_children(head)) {
    if (child > head || words.size() >= kMost) break;
    if (!markers.Contains(word(child).relation)) continue;
    if (child + 1 < analysis_.size() && !word(child).space_after && word(child + 1).form == "-")
      continue;  // "off-duty"
    words.push_back(child);
    for (int32_t fixed : analysis_.leading_children(child)) {
      if (word(fixed).relation == R::kFixed && words.size() < kMost) words.push_back(fixed);
    }
  }
  std::sort(words.begin(), words.end());
  size_t run = 0;
  while (run < words.size() && words[run] == words[0] + static_cast<int32_t>(run)) ++run;
  words.resize(run);
  return words;
}

// Moves the role's words from the phrase to the role, with what stands before them: "shortly before".
void PartReader::TakeRole(Reading* reading) const {
  Role& role = reading->role;
  if (role.words.empty()) return;
  constexpr int32_t kMostBefore = 3;
  Words& words = reading->words;
  const auto after = std::upper_bound(words.begin(), words.end(), role.words.back());
  const bool measured =
      after != words.end() && std::all_of(words.begin(), after, [&](int32_t w) {
        return w >= role.words.front() || MeasuresRole(reading->head, w);  // "less than two days after"
      });
  const bool leading =
      measured || after - words.begin() <= static_cast<std::ptrdiff_t>(role.words.size()) + kMostBefore;
  if (leading && after != words.end()) {
    Words taken(words.begin(), after);
    words.erase(words.begin(), after);
    std::erase_if(taken, [&](int32_t w) { return word(w).relation == R::kCcPreconj || word(w).lemma == "both"; });
    if (!taken.empty()) role.words = std::move(taken);
    role.text = absl::AsciiStrToLower(SpellWords(analysis_, role.words));
  } else {
    std::erase_if(words, [&](int32_t w) { return std::binary_search(role.words.begin(), role.words.end(), w); });
  }
}

// ---- Phrases within noun phrases ----

std::vector<NominalSplit> PartReader::SplitNominals(const Reading& reading) const {
  std::vector<NominalSplit> splits;
  SplitBelow(reading.head, reading.core, 0, &splits);
  return splits;
}

void PartReader::SplitBelow(int32_t head, const Words& before, int depth, std::vector<NominalSplit>* splits) const {
  constexpr int kDeepest = 3;
  constexpr size_t kMost = 8;
  if (depth >= kDeepest) return;
  for (int32_t child : analysis_.leading_children(head)) {
    if (splits->size() >= kMost) return;
    if (word(child).relation != R::kNmod || child < head || IsDoer(head, child)) continue;
    Role role;
    role.words = MarkersOf(child, {R::kCase});
    if (role.words.empty() || FollowsComma(role.words.front())) continue;
    role.marker = role.text = absl::AsciiStrToLower(SpellWords(analysis_, role.words));
    if (IsAmong(kNoArguments, role.marker)) continue;
    Role complex;
    if (const int32_t inner = NounOfComplexPreposition(child, &complex); inner >= 0) {  // "the edge in terms of cost"
      Words above = before;
      std::erase_if(above, [&](int32_t w) { return analysis_.Dominates(child, w); });
      PhraseShape shape;
      shape.without = kMarkers;
      shape.anywhere = {R::kAclRelcl};
      NominalSplit split{inner, head, complex, {}, above};
      if (!above.empty() && CollectPhrase(analysis_, inner, shape, &split.words)) splits->push_back(std::move(split));
      continue;
    }
    const bool of = role.marker == "of";
    if (of && IsBare(child)) continue;  // "secretary of state", "state of emergency"
    if (of && (IsPartitive(head) || WithinName(head, child))) {
      SplitBelow(child, before, depth + 1, splits);  // "a number of attacks on the building"
      continue;
    }
    Words heads{child};
    bool passed_over = false;  // "and not a search"
    for (int32_t conjunct : analysis_.leading_children(child)) {
      if (word(conjunct).relation != R::kConj || heads.size() >= kMostConjuncts) continue;
      if (IsPassedOver(conjunct) || IsDenied(conjunct)) {
        passed_over = true;
      } else {
        heads.push_back(conjunct);
      }
    }
    const bool list = heads.size() > 1 && role.marker != "between" && role.marker != "among";
    if (!list) heads.resize(1);
    const bool alternative = std::any_of(heads.begin(), heads.end(), [&](int32_t h) { return IsAlternative(h); });
    Words above = before;
    std::erase_if(above, [&](int32_t w) { return analysis_.Dominates(child, w); });
    if (above.empty()) continue;
    for (int32_t h : heads) {
      PhraseShape shape;
      shape.without = kMarkers;
      shape.anywhere = {R::kAclRelcl};
      if (list || passed_over) shape.without = shape.without | kCoordination;
      NominalSplit split{h, head, role, {}, above};
      if (!CollectPhrase(analysis_, h, shape, &split.words)) continue;
      split.words = CoreOf(h, split.words);
      split.alternative = alternative;
      splits->push_back(split);
      if (h != child) continue;
      Words deeper = above;
      deeper.insert(deeper.end(), role.words.begin(), role.words.end());
      deeper.insert(deeper.end(), split.words.begin(), split.words.end());
      std::sort(deeper.begin(), deeper.end());
      SplitBelow(h, deeper, depth + 1, splits);
    }
  }
}

// "the way for Ana Lee to win": who wins.
bool PartReader::IsDoer(int32_t noun, int32_t child) const {
  const Words role = MarkersOf(child, {R::kCase});
  if (role.empty() || word(role.front()).lemma != "for") return false;
  const auto children = analysis_.leading_children(noun);
  return std::any_of(children.begin(), children.end(), [&](int32_t act) {
    const int32_t first = analysis_.first(act);
    return act > child && word(act).relation == R::kAcl && word(first).xpos == Xpos::kTo && first > child;
  });
}

bool PartReader::FollowsComma(int32_t i) const {
  return i > 0 && (word(i - 1).form == "," || word(i - 1).form == "--");
}

// "a number of", "most of", "45 percent of".
bool PartReader::IsPartitive(int32_t head) const {
  const Word& w = word(head);
  if (w.upos != Upos::kNoun && w.upos != Upos::kPropn) return true;
  return IsAmong(kPartitives, w.lemma);
}

// A common noun in the singular with nothing before it but its preposition.
bool PartReader::IsBare(int32_t noun) const {
  if (word(noun).upos != Upos::kNoun || word(noun).xpos != Xpos::kNn) return false;
  const auto children = analysis_.leading_children(noun);
  return std::none_of(children.begin(), children.end(),
                      [&](int32_t child) { return child < noun && word(child).relation != R::kCase; });
}

// "the House of Lords".
bool PartReader::WithinName(int32_t noun, int32_t inside) const {
  return word(noun).upos == Upos::kPropn && word(inside).upos == Upos::kPropn;
}

// A noun phrase less its clauses and prepositional phrases, but for those with "of" and those that "no" needs.
Words PartReader::CoreOf(int32_t head, const Words& words) const {
  constexpr int kDeepest = 4;
  Words core = words;
  constexpr size_t kShort = 7;  // words: nobody would make less of it
  if (IsRestricted(head) || words.size() <= kShort) return core;
  // "owns a 9 % stake": how many it was is to be compared.
  const bool counted = std::any_of(words.begin(), words.end(), [&](int32_t i) { return word(i).upos == Upos::kNum; });
  Words chain{head};  // the head and what hangs on it by "of"
  for (size_t i = 0; i < chain.size() && i < kDeepest; ++i) {
    for (int32_t child : analysis_.leading_children(chain[i])) {
      if (child < chain[i]) continue;
      const Clause* inner = clauses_.At(child);
      const bool participle = word(child).relation == R::kAcl && inner != nullptr && inner->modified == chain[i];
      if (word(child).relation != R::kNmod && !participle) continue;
      if (!participle) {
        const Words role = MarkersOf(child, {R::kCase});
        if (role.empty()) continue;
        const Word& noun = word(chain[i]);
        const bool person = noun.upos == Upos::kPron || noun.name == NameKind::kPerson;  // "convicted her of murder"
        if (word(role.front()).lemma == "of" && !person) {
          chain.push_back(child);
          continue;
        }
        if (IsDoer(chain[i], child)) continue;
        const bool beside = role.front() == chain[i] + 1 && !counted;
        if (beside && WantsComplement(noun.lemma, word(role.front()).lemma)) continue;
      }
      std::erase_if(core, [&](int32_t w) { return analysis_.Dominates(child, w); });
    }
  }
  DropStrayMarks(&core);
  return core.empty() ? words : core;
}

}  // namespace consilience
