#include "engine/claim/statement_extractor.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/base/word_list.h"
#include "engine/claim/attributed_speaker.h"
#include "engine/claim/furniture.h"
#include "engine/claim/phrase.h"
#include "engine/claim/predicate_noun.h"
#include "engine/claim/reported_content.h"
#include "engine/claim/titled_name.h"

namespace consilience {
namespace {

using R = Relation;

// Bounds for sentences that nobody wrote.
constexpr size_t kMostVariants = 24;        // subjects x objects of one clause
constexpr size_t kPhraseWordsPerWord = 60;  // all texts of a statement's claims together
// Of claims read from an arc less certain than this more than half are wrong: they are left out.
constexpr Probability kLeastArc = Probability::FromMillionths(200'000);

// Where things are said: to be told so says nothing without what was said.
constexpr absl::string_view kOccasions[] = {"address",   "appearance", "briefing",  "call",    "ceremony", "conference",
                                            "debate",    "email",      "event",     "filing",  "forum",    "hearing",
                                            "interview", "letter",     "memo",      "message", "note",     "podcast",
                                            "post",      "program",    "rally",     "release", "remark",   "report",
                                            "speech",    "statement",  "testimony", "tweet",   "video"};
// A longer one is told in its own claim alone.
constexpr size_t kMostOfCompletion = 7;  // words
constexpr absl::string_view kPlacePrepositions[] = {"in", "at", "near", "outside"};

}  // namespace

StatementExtractor::StatementExtractor(const ExtractionContext& context, const std::vector<SpokenSpan>& spoken,
                                       uint32_t statement, ClaimView view)
    : context_(context),
      statement_(statement),
      view_(view),
      analysis_(context.analyses[statement]),
      clauses_(analysis_),
      silence_(analysis_, clauses_, marks_, assertions_, context.unattributed),
      speech_(context, spoken, statement, clauses_, marks_, assertions_),
      values_(analysis_, clauses_, found_values_) {}

std::vector<Claim> StatementExtractor::Extract() {
  if (analysis_.size() == 0 || IsFurniture(TextOfStatement())) return {};
  evidence_.emplace(analysis_, context_.speech, statement_);
  GiveToSpeakers();
  marks_ = MarkStatement(analysis_);
  assertions_ = AssertionsOf(analysis_, marks_, clauses_.all());
  found_values_ = FindValues(context_.text, analysis_, context_.published);
  budget_ = kPhraseWordsPerWord * (static_cast<size_t>(analysis_.size()) + 20);
  for (size_t i = 0; i < clauses_.all().size(); ++i) ExtractClause(static_cast<uint32_t>(i));
  AddTitleClaims();
  return std::move(claims_);
}

absl::string_view StatementExtractor::TextOfStatement() const {
  const uint32_t begin = word(0).span.begin;
  return context_.text.substr(begin, word(analysis_.size() - 1).span.end - begin);
}

// "'Voters, you could say, called for it,' said Ana Lee": what is quoted does not say it, whatever the tree has for the
// subject of the verb.
void StatementExtractor::GiveToSpeakers() {
  for (size_t i = 0; i < clauses_.all().size(); ++i) {
    const Clause& clause = clauses_.all()[i];
    const Speech* const own = speech_.At(clause.head);
    if (own == nullptr || !own->quoted || own->source_word == kRoot || clause.subject < 0) continue;
    const bool quoted = std::any_of(own->content.begin(), own->content.end(), [&](ByteSpan content) {
      return content.Contains(word(clause.subject).span) && !content.Contains(word(clause.head).span);
    });
    if (quoted && own->source_word != clause.subject) clauses_.GiveSubject(i, own->source_word);
  }
}

void StatementExtractor::ExtractClause(uint32_t index) {
  const Clause& clause = clauses_.all()[index];
  if (const std::optional<Rule> why = silence_.Of(clause)) return Silence(clause, *why);
  const PartReader reader(analysis_, clauses_, marks_, assertions_, view_);
  const std::vector<Reading> subjects = reader.Subjects(clause);
  if (subjects.empty()) return Silence(clause, Rule::kNoSubject);
  Claim claim;
  claim.rules = clause.rules;
  std::vector<Part> parts;
  for (const Complement& complement : clause.complements) reader.Append(clause, complement, &parts);
  for (Part& part : parts) {  // "called Monday for a vote": no object
    const bool object = part.kind == ComplementKind::kObject;
    if (object && values_.IsDate(part.readings.front())) part.kind = ComplementKind::kOblique;
  }
  DropRepeated(clause, &parts);
  AddReportedContent(analysis_, clause, speech_.At(clause.head), &parts, &claim.rules);
  if (const std::optional<Rule> why = silence_.Of(clause, parts)) return Silence(clause, *why);

  claim.clause = index;
  const Assertion& assertion = assertions_[index];
  claim.polarity = assertion.polarity;
  claim.modality = assertion.modality;
  claim.rules |= assertion.rules;
  said_ = speech_.Of(clause);
  if (said_ == nullptr && speech_.IsQuotedFromAThing(clause)) return Silence(clause, Rule::kUnattributed);
  if (said_ != nullptr) claim.speaker = NameOfSpeaker(context_, *said_);
  claim.date = values_.DateOf(parts);
  claim.place = PlaceOf(parts);
  claim.predicate.word = clause.kind == ClauseKind::kCopula ? clause.copula : clause.head;
  claim.predicate.passive = clause.passive;
  SetPredicate(clause, subjects, &claim.predicate);
  claim.predicate.lemma = PredicateLemma(clause);

  if (view_ == ClaimView::kClause) {
    AddClauseClaims(clause, subjects, parts, claim);
  } else {
    AddAtomicClaims(clause, subjects, parts, claim);
  }
}

// "Japanese Defence Minister Kenji Morita", "former treasurer Edwin Marsh".
void StatementExtractor::AddTitleClaims() {
  if (context_.entities == nullptr) return;
  for (const TitledName& titled : FindTitledNames(analysis_, *context_.entities, statement_)) {
    if (!Spend(titled.name.size() + titled.title.size())) return;
    Claim claim;
    claim.clause = static_cast<uint32_t>(clauses_.all().size()) + static_cast<uint32_t>(titled.name.front());
    claim.rules.Add(Rule::kTitle);
    claim.subject = MakePhrase(titled.head, titled.name);
    claim.object = MakePhrase(titled.title.back(), titled.title);
    claim.object.entity.clear();
    claim.object.key = KeyOfWords(analysis_, titled.title);
    claim.predicate.text = "is";
    claim.predicate.lemma = "be";
    claim.predicate.span = {claim.subject.span.end, claim.subject.span.end};
    said_ = speech_.OfName(titled.head);
    if (said_ != nullptr) claim.speaker = NameOfSpeaker(context_, *said_);
    ClaimMakeup makeup;
    makeup.subject = titled.head;
    makeup.subject_words = &titled.name;
    makeup.object = titled.title.back();
    makeup.object_words = &titled.title;
    makeup.speech = said_;
    if (const std::optional<Standing> standing = StandingOf(makeup)) Add(makeup, *standing, std::move(claim));
  }
}

// "was one floor below": an adverb within what is said of the subject is no argument besides.
void StatementExtractor::DropRepeated(const Clause& clause, std::vector<Part>* parts) {
  const auto said = std::find_if(parts->begin(), parts->end(), [&](const Part& part) {
    return part.kind == ComplementKind::kPredicative && part.head == clause.head;
  });
  if (said == parts->end()) return;
  const Words words = said->readings.back().words;
  std::erase_if(*parts, [&](const Part& part) {
    return part.kind == ComplementKind::kAdverb && std::binary_search(words.begin(), words.end(), part.head);
  });
}

// ---- What a clause says besides its words ----

std::string StatementExtractor::PlaceOf(const std::vector<Part>& parts) const {
  for (const Part& part : parts) {
    const bool here = part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kPredicative;
    if (here && IsAmong(kPlacePrepositions, part.role().marker)) {
      const int32_t head = part.readings.front().head;
      if (word(head).name == NameKind::kPlace) return NameAt(head);
    }
  }
  // "signed an agreement in Tokyo": a preposition's attachment does not change where it happened.
  for (const Part& part : parts) {
    if (part.kind != ComplementKind::kObject || part.antecedent) continue;
    for (int32_t child : analysis_.children(part.readings.front().head)) {
      if (word(child).relation != R::kNmod || word(child).name != NameKind::kPlace) continue;
      const auto inside = analysis_.children(child);
      const bool local = std::any_of(inside.begin(), inside.end(), [&](int32_t i) {
        return word(i).relation == R::kCase && IsAmong(kPlacePrepositions, absl::AsciiStrToLower(word(i).form));
      });
      if (local) return NameAt(child);
    }
  }
  return {};
}

// The name that `head` belongs to, canonical when known.
std::string StatementExtractor::NameAt(int32_t head) const {
  std::string entity = EntityOf(head);
  if (!entity.empty()) return entity;
  int32_t first = head;
  while (first > 0 && !word(first).name_begins && word(first - 1).name == word(head).name) --first;
  int32_t last = head;
  while (last + 1 < analysis_.size() && word(last + 1).name == word(head).name && !word(last + 1).name_begins) ++last;
  if (last - first > 12) return {};
  Words words;
  for (int32_t i = first; i <= last; ++i) words.push_back(i);
  return SpellWords(analysis_, words);
}

std::string StatementExtractor::EntityOf(int32_t head) const {
  return context_.entities == nullptr ? std::string() : context_.entities->NameOf(statement_, head);
}

// ---- Texts ----

void StatementExtractor::SetPredicate(const Clause& clause, const std::vector<Reading>& subjects,
                                      Predicate* predicate) const {
  if (clause.kind == ClauseKind::kApposition) {  // behind the subject, where no word says it
    const uint32_t at = word(subjects.front().words.back()).span.end;
    predicate->text = "is";
    predicate->span = {at, at};
    predicate->word = -1;
    return;
  }
  predicate->text = SpellWords(analysis_, clause.predicate);
  predicate->span = SpanOfWords(analysis_, clause.predicate);
}

// "want buy": lemmas of the merged verbs, the particle of the last. What polarity and modality say is left out: "plans
// to buy" and "failed to buy" are "buy".
std::string StatementExtractor::PredicateLemma(const Clause& clause) const {
  if (clause.kind == ClauseKind::kApposition) return "be";
  if (clause.kind == ClauseKind::kNominal) {
    const Nominalisation* act = FindNominalisation(word(clause.head).lemma);
    if (act != nullptr) return std::string(act->verb);
  }
  std::string lemma;
  const auto governing = GoverningVerbsOf(analysis_, clause);
  for (int32_t i : clause.chain) {
    const bool said =
        i != clause.chain.back() && std::any_of(governing.begin(), governing.end(), [&](const GoverningVerb* verb) {
          return verb->said_all && verb->lemma == LemmaOf(word(i));
        });
    if (said) continue;
    const bool copula = clause.kind == ClauseKind::kCopula && i == clause.head;
    if (!lemma.empty()) lemma.push_back(' ');
    lemma += absl::AsciiStrToLower(copula ? "be" : LemmaOf(word(i)));
  }
  for (int32_t i : clause.predicate) {
    const bool particle =
        word(i).relation == R::kCompoundPrt || (word(i).relation == R::kAdvmod && i == clause.head + 1);
    if (particle && word(i).head == clause.head && word(i).lemma != "not" && word(i).lemma != "n't") {
      lemma.push_back(' ');
      lemma += absl::AsciiStrToLower(word(i).form);
    }
  }
  if (clause.light >= 0) absl::StrAppend(&lemma, " ", absl::AsciiStrToLower(LemmaOf(word(clause.light))));
  return lemma;
}

// "Ana Lee and Ben Ode" are not Ana Lee; "the House of Lords and Commons", one name, is one thing.
bool StatementExtractor::HoldsSeveral(int32_t head, const Words& words) const {
  constexpr size_t kMostChildren = 40;
  const bool people = word(head).name == NameKind::kPerson || word(head).xpos == Xpos::kNns;
  const bool named = people && std::any_of(words.begin(), words.end(), [&](int32_t i) {
                       const Word& w = word(i);  // "justices Ana Lee and Ben Ode"
                       return i != head && w.relation == R::kConj && w.name == NameKind::kPerson && w.name_begins;
                     });
  if (named) return true;
  const auto children = analysis_.children(head).subspan(0, kMostChildren);
  return std::any_of(children.begin(), children.end(), [&](int32_t child) {
    const Word& w = word(child);
    const bool same_name = w.name != NameKind::kNone && w.name == word(head).name && !w.name_begins;
    return w.relation == R::kConj && !same_name && std::binary_search(words.begin(), words.end(), child);
  });
}

Phrase StatementExtractor::MakePhrase(int32_t head, const Words& words) const {
  Phrase phrase;
  phrase.text = SpellWords(analysis_, words);
  phrase.span = SpanOfWords(analysis_, words);
  phrase.head_word = head;
  phrase.head = std::string(word(head).form.data(), word(head).form.size());
  if (!HoldsSeveral(head, words)) phrase.entity = EntityOf(head);
  phrase.key = phrase.entity.empty() ? KeyOfWords(analysis_, words) : phrase.entity;
  return phrase;
}

Argument StatementExtractor::MakeArgument(const Part& part, const Reading& reading) const {
  Argument argument;
  argument.role = reading.role.text;
  argument.text = SpellWords(analysis_, reading.words);
  argument.span = SpanOfWords(analysis_, reading.words);
  argument.head_word = reading.head;
  argument.entity = part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kIndirect
                        ? EntityOf(reading.head)
                        : std::string();
  argument.key = argument.entity.empty() ? KeyOfWords(analysis_, reading.words) : argument.entity;
  return argument;
}

// "is a penalty, not a tax".
void StatementExtractor::Negate(Claim* claim) {
  claim->polarity = Opposite(claim->polarity);
  claim->rules.Add(Rule::kNegativeAdverb);
}

// "were not lines but an opening": an opening they were.
void StatementExtractor::DropNegation(const Clause& clause, Predicate* predicate) const {
  Words words = clause.predicate;
  std::erase_if(words, [&](int32_t i) { return word(i).lemma == "not" || word(i).lemma == "n't"; });
  if (words.empty()) return;
  predicate->text = SpellWords(analysis_, words);
  predicate->span = SpanOfWords(analysis_, words);
}

// "in May or June": of alternatives each is possible; "neither wrote nor called" denies both.
void StatementExtractor::Doubt(Claim* claim) {
  if (claim->polarity == Polarity::kNegated || !Stronger(Modality::kPossible, claim->modality)) return;
  claim->modality = Modality::kPossible;
  claim->rules.Add(Rule::kAlternative);
}

// False when this statement's claims hold more text than anyone would read.
bool StatementExtractor::Spend(size_t words) {
  if (words > budget_) {
    budget_ = 0;
    return false;
  }
  budget_ -= words;
  return true;
}

// ---- Views ----

size_t StatementExtractor::MainPart(const Clause& clause, const std::vector<Part>& parts) const {
  const bool adjective = clause.kind == ClauseKind::kCopula && word(clause.head).upos == Upos::kAdj;
  if (adjective) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].head == clause.head) return i;
    }
  }
  constexpr ComplementKind kOrder[] = {ComplementKind::kObject, ComplementKind::kContent, ComplementKind::kPredicative,
                                       ComplementKind::kIndirect};
  for (ComplementKind kind : kOrder) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].kind == kind) return i;
    }
  }
  return parts.size();
}

// "served as mayor", "arrived in Lyon": without an object the first argument takes its place, its preposition goes
// to the predicate.
size_t StatementExtractor::Promote(const Clause& clause, const std::vector<Part>& parts) const {
  for (size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.kind != ComplementKind::kOblique || part.role().words.empty() || part.fronted) continue;
    if (part.role().words.front() < clause.head || IsIdiom(part)) continue;
    return i;
  }
  return parts.size();
}

void StatementExtractor::AddRoleToPredicate(const Clause& clause, const Role& role, const Words& before,
                                            Predicate* predicate) const {
  // What stands before the verb in the sentence still follows it in the predicate's text.
  Words words = clause.predicate;
  words.insert(words.end(), before.begin(), before.end());
  const bool behind = words.empty() || before.empty() || clause.predicate.empty() ||
                      *std::min_element(before.begin(), before.end()) > clause.predicate.front();
  if (behind) std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  words.insert(words.end(), role.words.begin(), role.words.end());
  const std::string text = SpellWords(analysis_, words);
  predicate->text = clause.kind == ClauseKind::kApposition ? absl::StrCat(predicate->text, " ", text) : text;
  std::sort(words.begin(), words.end());
  predicate->span = SpanOfWords(analysis_, words);
}

// nullopt: nobody should trust it.
std::optional<StatementExtractor::Standing> StatementExtractor::StandingOf(const ClaimMakeup& makeup) {
  Standing standing;
  const Clause* const clause = makeup.clause;
  Probability arc = std::min(word(makeup.subject).arc, word(clause == nullptr ? makeup.subject : clause->head).arc);
  if (makeup.object >= 0) arc = std::min(arc, word(makeup.object).arc);
  if (makeup.part != nullptr) arc = std::min(arc, word(makeup.part->head).arc);
  for (const Part* part : makeup.arguments) arc = std::min(arc, word(part->head).arc);
  if (clause != nullptr && arc < kLeastArc) return std::nullopt;
  standing.weakest_arc = arc;
  standing.features = evidence_->FeaturesOf(makeup);
  standing.confidence = EstimateConfidence(standing.features);
  if (standing.confidence < context_.min_confidence) return std::nullopt;
  return standing;
}

// Adds a claim that is complete but for how it stands.
void StatementExtractor::Add(const ClaimMakeup& makeup, const Standing& standing, Claim&& claim) {
  if (makeup.clause != nullptr && makeup.part == nullptr) {
    claim.rules.Add(Rule::kNoObject);
  } else if (makeup.part != nullptr && makeup.part->kind == ComplementKind::kContent) {
    claim.rules.Add(Rule::kContentObject);
  } else if (makeup.part != nullptr && makeup.part->kind == ComplementKind::kPredicative) {
    claim.rules.Add(Rule::kPredicativeObject);
  } else if (makeup.part != nullptr && makeup.part->kind == ComplementKind::kAdverbial) {
    claim.rules.Add(Rule::kAdverbialObject);
  }
  claim.weakest_arc = standing.weakest_arc;
  claim.confidence = standing.confidence;
  claims_.push_back(std::move(claim));
  if (keep_features_) features_.push_back(standing.features);
}

void StatementExtractor::AddClauseClaims(const Clause& clause, const std::vector<Reading>& subjects,
                                         const std::vector<Part>& parts, const Claim& base) {
  size_t main = MainPart(clause, parts);
  const bool promoted = main == parts.size();
  if (promoted) main = Promote(clause, parts);
  const bool preposed = main < parts.size() && !parts[main].role().words.empty() &&
                        (promoted || parts[main].kind == ComplementKind::kPredicative);
  std::vector<const Part*> others;
  size_t argument_words = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i == main) continue;
    others.push_back(&parts[i]);
    for (const Reading& reading : parts[i].readings) argument_words += reading.words.size();
  }
  static const Reading kNoReading;
  const size_t objects = main < parts.size() ? parts[main].readings.size() : 1;
  size_t variants = 0;
  for (const Reading& subject : subjects) {
    for (size_t o = 0; o < objects; ++o) {
      if (++variants > kMostVariants) return;
      const Reading& object = main < parts.size() ? parts[main].readings[o] : kNoReading;
      const size_t words = subject.words.size() + object.words.size() + argument_words + clause.predicate.size();
      if (!Spend(words)) return;
      ClaimMakeup makeup;
      makeup.clause = &clause;
      makeup.subject = subject.head;
      makeup.subject_words = &subject.words;
      if (main < parts.size()) makeup.part = &parts[main];
      makeup.object = object.head;
      makeup.object_words = &object.words;
      makeup.arguments = others;
      makeup.speech = said_;
      const std::optional<Standing> standing = StandingOf(makeup);
      if (!standing.has_value()) continue;
      Claim claim = base;
      claim.subject = MakePhrase(subject.head, subject.words);
      if (main < parts.size()) claim.object = MakePhrase(object.head, object.words);
      if (main < parts.size() && parts[main].kind == ComplementKind::kContent) {  // a sentence is nobody
        claim.object.entity.clear();
        claim.object.key = KeyOfWords(analysis_, object.words);
      }
      if (preposed) {
        AddRoleToPredicate(clause, object.role, {}, &claim.predicate);
        if (!IsPatient(clause, object.role)) absl::StrAppend(&claim.predicate.lemma, " ", object.role.marker);
        if (promoted) claim.rules.Add(Rule::kPromotedArgument);
      }
      if (objects > 1) claim.rules.Add(Rule::kDistributed);
      for (const Part* part : others) {
        for (const Reading& reading : part->readings) claim.arguments.push_back(MakeArgument(*part, reading));
      }
      if (object.negated) Negate(&claim);
      if (object.negated && !preposed && claim.polarity == Polarity::kAffirmed) DropNegation(clause, &claim.predicate);
      if (subject.alternative || object.alternative) Doubt(&claim);
      values_.Attach(clause, &claim);
      Add(makeup, *standing, std::move(claim));
    }
  }
}

// "the killing of X": X is the object of "kill".
bool StatementExtractor::IsPatient(const Clause& clause, const Role& role) const {
  return clause.kind == ClauseKind::kNominal && role.marker == "of";
}

// One claim of the atomic view in the making.
struct StatementExtractor::AtomicClaim {
  const Clause& clause;
  const Reading& subject;
  const Part* part;  // null: an intransitive
  const Claim& base;
  const Role* role;        // introduces the object; null: the object follows the verb
  Words before;            // words between the verb and the role
  std::string before_key;  // what they add to the predicate's lemma
  int32_t object_head = -1;
  Words object;
  Rule rule;
  bool negated = false;      // "not from the campaign"
  bool alternative = false;  // "in May or June"
  bool distributed = false;  // its object is one of several coordinated
};

void StatementExtractor::AddAtomicClaims(const Clause& clause, const std::vector<Reading>& subjects,
                                         const std::vector<Part>& parts, const Claim& base) {
  // "If it rains", "asked whether it rains" is to be compared with nothing.
  if (marks_.Has(clause, StatementMarks::kCondition) || silence_.IsAsked(clause)) return;
  const PartReader reader(analysis_, clauses_, marks_, assertions_, view_);
  size_t main = MainPart(clause, parts);
  const bool object = main < parts.size();
  // What further arguments are said with: the object, or the first argument of a verb that needs one.
  size_t frame = main;
  if (!object) frame = Promote(clause, parts);
  if (frame < parts.size() &&
      (parts[frame].kind == ComplementKind::kContent || (!object && !IsEssential(clause, parts[frame], parts)))) {
    frame = parts.size();
  }
  // "It is unclear whether they came" does not say that anything is unclear.
  const bool empty = clause.subject_source == SubjectSource::kExpletive || clause.passive;  // "It is not known if"
  const bool pointed = empty && clause.subject >= 0 && word(clause.subject).lemma == "it" &&
                       std::any_of(parts.begin(), parts.end(), [](const Part& part) {
                         return part.kind == ComplementKind::kContent || part.kind == ComplementKind::kAdverbial;
                       });
  const auto indirect = static_cast<size_t>(
      std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.kind == ComplementKind::kIndirect; }) -
      parts.begin());
  const bool has_object = object && parts[main].kind == ComplementKind::kObject;
  const bool predicative =
      object && parts[main].kind == ComplementKind::kPredicative && word(parts[main].head).upos == Upos::kAdj;
  const bool content = object && parts[main].kind == ComplementKind::kContent && clause.passive;
  const auto needed = static_cast<size_t>(
      std::find_if(parts.begin(), parts.end(),
                   [&](const Part& part) { return predicative && CompletesAdjective(parts[main], part); }) -
      parts.begin());
  const bool needs = needed < parts.size();
  const size_t directed = frame < parts.size() && !object ? DirectedThrough(clause, parts, frame) : parts.size();
  const bool directs = directed < parts.size();
  const size_t completion = needs ? needed : directs ? directed : Completion(clause, parts, main, base.polarity);
  const bool completed = completion < parts.size();
  const size_t unsaid = needs || (pointed && (predicative || content)) ? main
                        : directs                                      ? frame
                        : !completed                                   ? parts.size()
                        : has_object                                   ? main
                                                                       : indirect;
  if (completed && !has_object && indirect < parts.size()) frame = indirect;
  Words frame_words;
  std::string frame_key;
  if (frame < parts.size()) {
    const Reading& reading = parts[frame].readings.front();
    if (!reading.role.words.empty()) {
      frame_words = reading.role.words;
      absl::StrAppend(&frame_key, " ", reading.role.marker);
    }
    frame_words.insert(frame_words.end(), reading.core.begin(), reading.core.end());
    absl::StrAppend(&frame_key, " ", absl::AsciiStrToLower(LemmaOf(word(reading.head))));
  }
  Words completed_words = frame_words;
  std::string completed_key = frame_key;
  if (completed) {
    const Reading& reading = parts[completion].readings.front();
    completed_words.insert(completed_words.end(), reading.role.words.begin(), reading.role.words.end());
    completed_words.insert(completed_words.end(), reading.core.begin(), reading.core.end());
    absl::StrAppend(&completed_key, " ", absl::AsciiStrToLower(LemmaOf(word(reading.head))));
  }
  const size_t restriction = Restriction(clause, parts);
  const bool restricted = restriction < parts.size();
  size_t variants = 0;
  for (const Reading& subject : subjects) {
    bool any = false;
    for (size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      if (i != main && i != completion && IsAside(part)) continue;
      if (i == unsaid || (restricted && i != restriction)) continue;
      const bool behind = completed && i != main && i != indirect && i != completion;
      if (behind && parts[completion].readings.front().words.size() > kMostOfCompletion) continue;
      const bool told = object && parts[main].kind == ComplementKind::kContent;
      // "told him on Monday", "said in a speech", "said the following day".
      const absl::string_view lemma = LemmaOf(word(part.head));
      const bool occasion = IsAmong(kOccasions, lemma) || IsWeekday(lemma) ||
                            values_.IsTimePhrase(part.readings.front()) ||
                            (part.kind == ComplementKind::kOblique && part.role().words.empty());
      if (told && i != main && (i == indirect || occasion)) continue;
      const bool apart = i != main;
      const bool framed = apart && i != frame;
      for (const Reading& reading : part.readings) {
        AtomicClaim atom{clause, subject, &part, base, nullptr, {}, {}, reading.head, reading.core, Rule::kVerb};
        if (apart) atom.rule = Rule::kArgument;
        atom.negated = reading.negated;
        atom.alternative = reading.alternative;
        atom.distributed = part.readings.size() > 1 || subjects.size() > 1;
        if (apart || !reading.role.words.empty()) atom.role = &reading.role;
        if (framed) {
          atom.before = behind ? completed_words : frame_words;
          atom.before_key = behind ? completed_key : frame_key;
        }
        if (++variants > kMostVariants || !AddAtomicClaim(atom)) return;
        any = true;
        if (!part.splits) continue;
        const std::vector<NominalSplit> splits = reader.SplitNominals(reading);
        for (const NominalSplit& split : splits) {
          AtomicClaim more{clause,      subject,         &part,      base,        &split.role,
                           atom.before, atom.before_key, split.head, split.words, Rule::kSplitNominal};
          more.negated = atom.negated;
          more.alternative = atom.alternative || split.alternative;
          if (atom.role != nullptr) {
            more.before.insert(more.before.end(), atom.role->words.begin(), atom.role->words.end());
            absl::StrAppend(&more.before_key, " ", atom.role->marker);
          }
          more.before.insert(more.before.end(), split.before.begin(), split.before.end());
          absl::StrAppend(&more.before_key, " ", absl::AsciiStrToLower(LemmaOf(word(split.above))));
          if (++variants > kMostVariants || !AddAtomicClaim(more)) return;
        }
      }
    }
    if (any || restricted || (object && unsaid == main)) continue;
    if (!AddAtomicClaim({clause, subject, nullptr, base, nullptr, {}, {}, -1, {}, Rule::kVerb})) return;
  }
}

bool StatementExtractor::AddAtomicClaim(const AtomicClaim& atom) {
  const size_t words =
      atom.subject.words.size() + atom.object.size() + atom.clause.predicate.size() + atom.before.size();
  if (!Spend(words)) return false;
  ClaimMakeup makeup;
  makeup.clause = &atom.clause;
  makeup.subject = atom.subject.head;
  makeup.subject_words = &atom.subject.words;
  makeup.part = atom.part;
  makeup.object = atom.object_head;
  makeup.object_words = &atom.object;
  makeup.between = &atom.before;
  makeup.speech = said_;
  const std::optional<Standing> standing = StandingOf(makeup);
  if (!standing.has_value()) return true;
  Claim claim = atom.base;
  claim.subject = MakePhrase(atom.subject.head, atom.subject.words);
  if (atom.object_head >= 0) claim.object = MakePhrase(atom.object_head, atom.object);
  if (atom.rule != Rule::kVerb) claim.rules.Add(atom.rule);
  if (atom.distributed) claim.rules.Add(Rule::kDistributed);
  if (atom.role != nullptr) {
    AddRoleToPredicate(atom.clause, *atom.role, atom.before, &claim.predicate);
    if (!IsPatient(atom.clause, *atom.role)) {
      absl::string_view marker = atom.role->marker;
      if (marker.empty()) {
        const bool manner = atom.part->kind == ComplementKind::kAdverb && IsManner(word(atom.part->head));
        marker = atom.part->kind == ComplementKind::kIndirect      ? "to"
                 : manner                                          ? "how"
                 : IsDirection(word(atom.part->head))              ? "to"
                 : atom.part->kind == ComplementKind::kPredicative ? "as"
                                                                   : "on";
      }
      absl::StrAppend(&claim.predicate.lemma, atom.before_key, " ", marker);
    }
  }
  if (atom.negated) Negate(&claim);
  if (atom.negated && atom.role == nullptr && claim.polarity == Polarity::kAffirmed) {
    DropNegation(atom.clause, &claim.predicate);
  }
  if (atom.alternative || atom.subject.alternative) Doubt(&claim);
  values_.Attach(atom.clause, &claim);
  Add(makeup, *standing, std::move(claim));
  return true;
}

// The part without which the object says nothing: "considers Israel 'an ally'", "made them 'leave'", "told them 'to
// go'", "put it 'on the table'", "ended the war 'on salt'", "did not decide it 'lightly'". parts.size(): none.
size_t StatementExtractor::Completion(const Clause& clause, const std::vector<Part>& parts, size_t main,
                                      Polarity polarity) const {
  const bool object = main < parts.size() && !parts[main].fronted &&
                      (parts[main].kind == ComplementKind::kObject || parts[main].kind == ComplementKind::kIndirect);
  const auto completes = [&](const Part& part) {
    if (main < parts.size() && &part == &parts[main]) return false;
    if (word(part.head).relation == R::kXcomp && part.head != clause.head) return true;
    return object && part.head > parts[main].head && CompletesObject(clause, parts[main], part, polarity);
  };
  return static_cast<size_t>(std::find_if(parts.begin(), parts.end(), completes) - parts.begin());
}

// "cannot serve while he is mayor", "will not leave until it is paid", "serves only if it is paid": the part without
// which the clause says another thing. parts.size(): none.
size_t StatementExtractor::Restriction(const Clause& clause, const std::vector<Part>& parts) const {
  constexpr absl::string_view kUnderNot[] = {"till", "unless", "until", "while", "without"};
  const auto says = [&](absl::string_view a, absl::string_view b) {
    return std::any_of(clause.predicate.begin(), clause.predicate.end(),
                       [&](int32_t i) { return word(i).lemma == a || word(i).lemma == b; });
  };
  const bool denied = says("not", "n't"), only = says("only", "only");
  const auto restricts = [&](const Part& part) {
    if (part.kind != ComplementKind::kAdverbial || part.fronted || part.head < clause.head) return false;
    const Role& role = part.role();
    if (role.words.empty() || role.words.front() == 0 || word(role.words.front() - 1).form == ",") return false;
    return (denied && IsAmong(kUnderNot, role.marker)) || (only && role.marker == "if");
  };
  return static_cast<size_t>(std::find_if(parts.begin(), parts.end(), restricts) - parts.begin());
}

// "vulnerable to blackmail", "open to selling it", "certain that it rains".
bool StatementExtractor::CompletesAdjective(const Part& adjective, const Part& part) const {
  if (part.kind == ComplementKind::kContent) return true;
  if (part.kind != ComplementKind::kOblique && part.kind != ComplementKind::kAdverbial) return false;
  const Role& role = part.role();
  const auto children = analysis_.children(adjective.head);
  const bool likened = role.marker == "as" && std::any_of(children.begin(), children.end(), [&](int32_t child) {
                         return child < adjective.head && word(child).lemma == "as";
                       });
  if (likened) return true;  // "as good as new"
  return !role.words.empty() && role.words.front() == adjective.head + 1 &&
         word(role.words.front()).xpos != Xpos::kTo && AdjectiveNeeds(LemmaOf(word(adjective.head)), role.marker);
}

bool StatementExtractor::IsBareInfinitive(int32_t verb) const {
  const auto children = analysis_.children(verb);
  return word(verb).xpos == Xpos::kVb && std::none_of(children.begin(), children.end(), [&](int32_t child) {
           return child < verb && word(child).upos != Upos::kPunct && word(child).relation != R::kAdvmod;
         });
}

// "called on them to leave": the part that says what those of the frame are to do. parts.size(): none.
size_t StatementExtractor::DirectedThrough(const Clause& clause, const std::vector<Part>& parts, size_t frame) const {
  if (!DirectsThrough(LemmaOf(word(clause.head)), parts[frame].role().marker)) return parts.size();
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
    return part.kind == ComplementKind::kAdverbial && part.role().text == "to" && part.head > parts[frame].head;
  });
  return static_cast<size_t>(at - parts.begin());
}

bool StatementExtractor::CompletesObject(const Clause& clause, const Part& object, const Part& part,
                                         Polarity polarity) const {
  const absl::string_view verb = LemmaOf(word(clause.head));
  if (part.kind == ComplementKind::kAdverbial) {  // "told them to go", "accused them of hiding it"
    if (part.role().text == "to") return Directs(verb);
    return word(part.head).xpos == Xpos::kVbg && NeedsArgument(verb, part.role().marker);
  }
  if (part.kind == ComplementKind::kContent) {  // "heard them leave", "asked them who left"
    return IsBareInfinitive(part.head) || NeedsContent(verb);
  }
  if (part.kind == ComplementKind::kAdverb) {
    if (IsDirection(word(part.head))) return true;
    return IsManner(word(part.head)) && (polarity == Polarity::kNegated || NeedsArgument(verb, "how"));
  }
  const Reading& argument = part.readings.front();
  if (part.kind != ComplementKind::kOblique || values_.IsTimePhrase(argument)) return false;
  const Words& words = object.readings.front().core;
  const bool beside = !argument.role.words.empty() && argument.role.words.front() == words.back() + 1;
  if (beside && WantsComplement(LemmaOf(word(object.head)), part.role().marker)) return true;
  const auto children = analysis_.children(clause.head);
  const bool particle = std::any_of(children.begin(), children.end(),
                                    [&](int32_t child) { return word(child).relation == R::kCompoundPrt; });
  return !particle && NeedsArgument(verb, part.role().marker) &&  // how many it was is to be compared
         std::none_of(words.begin(), words.end(), [&](int32_t i) { return word(i).upos == Upos::kNum; });
}

// "at first", "in general": a preposition that makes an adverb.
bool StatementExtractor::IsIdiom(const Part& part) const {
  static constexpr absl::string_view kIdioms[] = {
      "above all",  "after all",  "as usual",    "at all",     "at best",       "at first",    "at last",
      "at least",   "at most",    "at once",     "by then",    "for certain",   "for example", "for instance",
      "for now",    "for sure",   "in addition", "in all",     "in brief",      "in earnest",  "in effect",
      "in essence", "in fact",    "in full",     "in general", "in particular", "in practice", "in retrospect",
      "in short",   "in sum",     "in theory",   "in total",   "in turn",       "in vain",     "of course",
      "of late",    "on average", "since then"};
  const Words& words = part.readings.front().core;
  return words.size() == 1 &&
         IsAmong(kIdioms, absl::StrCat(part.role().marker, " ", absl::AsciiStrToLower(word(words.front()).form)));
}

// What the atomic view leaves to the clause view: it says nothing that could be compared.
bool StatementExtractor::IsAside(const Part& part) const {
  if (part.kind == ComplementKind::kAdverb) {  // but "years later", "elsewhere"
    if (IsDirection(word(part.head))) return false;
    const auto children = analysis_.children(part.head);
    return std::none_of(children.begin(), children.end(), [&](int32_t child) {
      return word(child).relation == R::kOblUnmarked || word(child).relation == R::kNmodUnmarked;
    });
  }
  if (part.kind == ComplementKind::kOblique) return IsIdiom(part);
  return part.kind == ComplementKind::kAdverbial && part.role().text.empty();
}

// "headed for Boston in 1980", "was hit by a storm within a week": the first argument belongs to the act.
bool StatementExtractor::IsEssential(const Clause& clause, const Part& part, const std::vector<Part>& parts) const {
  int32_t next = clause.predicate.back() + 1;
  for (const Part& other : parts) {  // "called on Monday for a vote"
    const Reading& reading = other.readings.front();
    const Words& first = reading.role.words.empty() ? reading.words : reading.role.words;
    if (!first.empty() && first.front() == next && values_.IsTimePhrase(reading)) next = reading.words.back() + 1;
  }
  if (part.role().words.front() != next || values_.IsTimePhrase(part.readings.front())) return false;
  const bool local = IsAmong(kPlacePrepositions, part.role().marker);
  return !clause.passive || !local;
}

}  // namespace consilience
