#include "engine/claim/extractor.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/claim/clause.h"
#include "engine/claim/confidence.h"
#include "engine/claim/phrase.h"
#include "engine/claim/polarity.h"
#include "engine/claim/relation_set.h"

namespace consilience {
namespace {

using R = Relation;
using Words = std::vector<int32_t>;

// Bounds for sentences that nobody wrote.
constexpr size_t kMostConjuncts = 12;
constexpr size_t kMostVariants = 24;        // subjects x objects of one clause
constexpr size_t kMostValues = 16;          // of one claim
constexpr size_t kPhraseWordsPerWord = 60;  // all texts of a statement's claims together

// What stands around a predicate nominal without being part of it.
constexpr RelationSet kOutsidePredicative{
    R::kNsubj,    R::kNsubjPass, R::kNsubjOuter, R::kCsubj, R::kCsubjPass, R::kCsubjOuter, R::kCop,
    R::kAux,      R::kAuxPass,   R::kMark,       R::kAdvcl, R::kExpl,      R::kObl,        R::kOblUnmarked,
    R::kOblAgent, R::kCcomp,     R::kXcomp,      R::kObj,   R::kPunct,     R::kConj,       R::kCc};
constexpr RelationSet kCoordination{R::kConj, R::kCc, R::kCcPreconj};
constexpr RelationSet kMarkers{R::kCase, R::kMark};

// Verbs whose plural subject acts as one: "X and Y met" does not say that X met.
constexpr absl::string_view kCollective[] = {"agree",   "clash",   "collide",  "differ",    "discuss", "divorce",
                                             "marry",   "meet",    "merge",    "negotiate", "unite",   "cooperate",
                                             "compete", "combine", "resemble", "converge",  "gather"};
// Verbs that make somebody do what their complement says: "forced him to resign" says that he resigned.
constexpr absl::string_view kImplicative[] = {"cause", "compel", "enable", "force", "get",    "have",
                                              "help",  "lead",   "let",    "make",  "prompt", "see"};
// Participles that have become prepositions: "given the cost".
constexpr absl::string_view kPrepositionalParticiples[] = {"according",  "assuming",    "barring",   "compared",
                                                           "concerning", "considering", "depending", "given",
                                                           "following",  "pending",     "regarding", "starting"};
// Verbs of saying that state nothing without what was said.
constexpr absl::string_view kReporting[] = {
    "say",  "add",   "tell",    "explain", "note",  "write",  "report", "state",    "announce", "claim",  "argue",
    "warn", "think", "believe", "ask",     "reply", "insist", "recall", "conclude", "continue", "suggest"};
// Nouns that only measure what follows "of".
constexpr absl::string_view kPartitives[] = {
    "amount", "array",  "batch",    "bit",    "bulk",  "bunch",  "class", "collection", "combination", "couple",
    "dozen",  "flurry", "fraction", "group",  "half",  "handful", "host", "hundred",    "kind",        "lot",
    "majority", "mass", "million",  "billion", "number", "pair",  "part", "percent",    "percentage",  "piece",
    "plenty", "portion", "proportion", "quarter", "range", "rest", "row", "scores", "series", "set", "share",
    "sort",   "string", "sum",      "third",  "thousand", "ton", "total", "type", "variety", "wave", "wealth"};
// Conjunctions that set two things side by side without a bearing of one on the other.
constexpr absl::string_view kContrasts[] = {"although", "even though", "though", "whereas", "while", "whilst"};
constexpr absl::string_view kPlacePrepositions[] = {"in", "at", "on", "near", "outside"};
// Adverbs that tie sentences together.
constexpr absl::string_view kConnectives[] = {
    "also",        "and",       "as",      "besides", "but",     "even",      "finally",   "further",
    "furthermore", "hence",     "however", "indeed",  "instead", "meanwhile", "moreover",  "nevertheless",
    "nonetheless", "otherwise", "rather",  "so",      "still",   "then",      "therefore", "though",
    "thus",        "too",       "yet",     "maybe",   "well",    "actually"};

template <size_t kCount>
bool IsAmong(const absl::string_view (&list)[kCount], absl::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

void AppendLower(absl::string_view text, std::string* out) {
  for (char c : text) out->push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
}

std::string Lower(absl::string_view text) {
  std::string out;
  AppendLower(text, &out);
  return out;
}

absl::string_view LemmaOf(const Word& word) {
  return word.lemma.empty() ? word.form : word.lemma;
}

// What a speech covers, for finding the speaker of a predicate.
struct SpokenSpan {
  ByteSpan span;
  uint32_t speech = 0;
  uint32_t furthest = 0;  // largest end of this and of all spans before it
};

// By beginning.
std::vector<SpokenSpan> SpokenSpans(absl::Span<const Speech> speech) {
  std::vector<SpokenSpan> spans;
  for (uint32_t i = 0; i < speech.size(); ++i) {
    for (ByteSpan content : speech[i].content) spans.push_back({content, i, 0});
  }
  std::sort(spans.begin(), spans.end(), [](const SpokenSpan& a, const SpokenSpan& b) {
    return a.span != b.span ? a.span < b.span : a.speech < b.speech;
  });
  uint32_t furthest = 0;
  for (SpokenSpan& spoken : spans) spoken.furthest = furthest = std::max(furthest, spoken.span.end);
  return spans;
}

// The innermost speech around `byte`; null outside of all.
const SpokenSpan* SpokenAround(const std::vector<SpokenSpan>& spans, uint32_t byte) {
  auto it = std::upper_bound(spans.begin(), spans.end(), byte,
                             [](uint32_t at, const SpokenSpan& spoken) { return at < spoken.span.begin; });
  const SpokenSpan* innermost = nullptr;
  while (it != spans.begin() && (--it)->furthest > byte) {
    if (it->span.end <= byte) continue;
    if (innermost == nullptr || it->span.size() < innermost->span.size()) innermost = &*it;
  }
  return innermost;
}

// The words that introduce an argument.
struct Role {
  std::string text;    // "shortly before"
  std::string marker;  // "before"
  Words words;
};

// One reading of a subject, an object or an argument: its head and words.
struct Reading {
  int32_t head = -1;
  Words words;
  Words core;  // less what the atomic view makes claims of their own from
  Role role;
};

// A complement, with one reading, or one for each conjunct.
struct Part {
  ComplementKind kind = ComplementKind::kObject;
  std::vector<Reading> readings;
  int32_t head = -1;
  bool fronted = false;
  bool antecedent = false;
  bool splits = false;  // a noun phrase, whose prepositional phrases the atomic view splits off

  const Role& role() const { return readings.front().role; }
};

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

class StatementExtractor {
 public:
  StatementExtractor(const ExtractionContext& context, const std::vector<SpokenSpan>& spoken, uint32_t statement,
                     ClaimView view)
      : context_(context),
        spoken_(spoken),
        statement_(statement),
        view_(view),
        analysis_(context.analyses[statement]) {}

  std::vector<Claim> Extract() {
    if (analysis_.size() == 0) return {};
    clauses_ = FindClauses(analysis_);
    if (clauses_.empty()) return {};
    marks_ = MarkStatement(analysis_);
    values_ = FindValues(context_.text, analysis_, context_.published);
    clause_at_.assign(static_cast<size_t>(analysis_.size()), -1);
    for (size_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].head >= 0) clause_at_[static_cast<size_t>(clauses_[i].head)] = static_cast<int32_t>(i);
    }
    budget_ = kPhraseWordsPerWord * (static_cast<size_t>(analysis_.size()) + 20);
    for (size_t i = 0; i < clauses_.size(); ++i) ExtractClause(static_cast<uint32_t>(i));
    return std::move(claims_);
  }

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }

  const Clause* ClauseAt(int32_t i) const {
    if (i < 0 || clause_at_[static_cast<size_t>(i)] < 0) return nullptr;
    return &clauses_[static_cast<size_t>(clause_at_[static_cast<size_t>(i)])];
  }

  // False for what states nothing: orders, questions' own words, purposes.
  bool States(const Clause& clause) const {
    if (clause.merged || clause.subject < 0) return false;
    if (clause.reduced && IsAmong(kPrepositionalParticiples, Lower(word(clause.head).form))) return false;
    const Word& subject = word(clause.subject);
    if (clause.subject_source != SubjectSource::kRelative &&
        (subject.xpos == Xpos::kWp || subject.xpos == Xpos::kWdt || subject.xpos == Xpos::kWrb)) {
      return false;
    }
    if (clause.infinitive) {
      if (clause.subject_source != SubjectSource::kControlled) return clause.subject_source == SubjectSource::kOwn;
      const Clause* governor = ClauseAt(clause.governor);
      return governor != nullptr && word(clause.head).relation == R::kXcomp &&
             IsAmong(kImplicative, word(governor->head).lemma);
    }
    return true;
  }

  void ExtractClause(uint32_t index) {
    const Clause& clause = clauses_[index];
    if (!States(clause)) return;
    std::vector<Reading> subjects;
    SubjectReadings(clause, &subjects);
    if (subjects.empty()) return;
    std::vector<Part> parts;
    for (const Complement& complement : clause.complements) AddPart(clause, complement, &parts);
    AddReportedContent(clause, &parts);
    if (SaysNothing(clause, parts)) return;

    Claim claim;
    claim.clause = index;
    const Clause* governor = ClauseAt(clause.content_of);
    claim.polarity = PolarityOf(analysis_, marks_, clause, governor);
    claim.modality = ModalityOf(analysis_, marks_, clause, governor);
    claim.speaker = SpeakerAt(word(clause.head).span.begin);
    claim.date = DateOf(parts);
    claim.place = PlaceOf(parts);
    claim.predicate.word = clause.kind == ClauseKind::kCopula ? clause.copula : clause.head;
    claim.predicate.passive = clause.passive;
    if (clause.kind == ClauseKind::kApposition) {
      const uint32_t at = word(subjects.front().words.back()).span.end;
      claim.predicate.text = "is";
      claim.predicate.span = {at, at};
      claim.predicate.word = -1;
    } else {
      SetPredicate(clause.predicate, &claim.predicate);
    }
    claim.predicate.lemma = PredicateLemma(clause);

    if (view_ == ClaimView::kClause) {
      AddClauseClaims(clause, subjects, std::move(parts), claim);
    } else {
      AddAtomicClaims(clause, subjects, std::move(parts), claim);
    }
  }

  // "as she said"; "what we want"; "who is it".
  bool SaysNothing(const Clause& clause, const std::vector<Part>& parts) const {
    const Word& head = word(clause.head);
    if (parts.empty() && (head.upos == Upos::kAux || IsAmong(kReporting, LemmaOf(head)))) return true;
    const bool predicative =
        clause.kind != ClauseKind::kCopula ||
        std::any_of(parts.begin(), parts.end(), [&](const Part& p) { return p.head == clause.head; });
    if (!predicative) return true;
    return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
      const bool core = part.kind == ComplementKind::kObject || part.kind == ComplementKind::kPredicative;
      return core && word(part.head).xpos == Xpos::kWp;
    });
  }

  // ---- Subjects ----

  void SubjectReadings(const Clause& clause, std::vector<Reading>* readings) {
    PhraseShape shape;
    shape.without = RelationSet{R::kAclRelcl, R::kAppos} | kMarkers;
    shape.without_above = clause.head;
    const bool modified =
        clause.subject_source == SubjectSource::kRelative || clause.subject_source == SubjectSource::kModified;
    if (modified) shape.without = shape.without | RelationSet{R::kAcl} | kOutsidePredicative;
    Readings(clause.subject, shape, Distributes(clause) || modified, modified, readings);
  }

  // Whether what is said of coordinated subjects is said of each.
  bool Distributes(const Clause& clause) const {
    if (view_ == ClaimView::kClause) return false;
    if (IsAmong(kCollective, word(clause.head).lemma)) return false;
    if (clause.kind == ClauseKind::kCopula &&
        (word(clause.head).xpos == Xpos::kNns || word(clause.head).xpos == Xpos::kNnps)) {
      return false;
    }
    return true;
  }

  // The phrase of `head`, or one for each of its conjuncts; `first_only` leaves the conjuncts out.
  void Readings(int32_t head, PhraseShape shape, bool distribute, bool first_only, std::vector<Reading>* readings) {
    Words heads{head};
    if (distribute) {
      for (int32_t child : analysis_.children(head)) {
        if (word(child).relation != R::kConj || heads.size() >= kMostConjuncts) continue;
        if (clause_at_[static_cast<size_t>(child)] >= 0) continue;
        heads.push_back(child);
      }
    }
    if (heads.size() > 1 || first_only) shape.without = shape.without | kCoordination;
    if (first_only) heads.resize(1);
    for (size_t i = 0; i < heads.size(); ++i) {
      Reading reading;
      reading.head = heads[i];
      if (!CollectPhrase(analysis_, heads[i], shape, &reading.words)) continue;
      readings->push_back(std::move(reading));
    }
  }

  // ---- Complements ----

  void AddPart(const Clause& clause, const Complement& complement, std::vector<Part>* parts) {
    const Word& head = word(complement.word);
    if (!complement.antecedent && IsRelativePronoun(head)) return;
    if (complement.kind == ComplementKind::kAdverb && IsAmong(kConnectives, head.lemma)) return;
    ComplementRule rule = RuleOf(complement.kind);
    if (complement.kind == ComplementKind::kAdverbial && !HasMark(complement.marked) &&
        ClauseAt(complement.word) != nullptr && ClauseAt(complement.word)->kind == ClauseKind::kVerb) {
      rule.markers = {R::kCase};  // "by leaving"; but "because it is in Rome"
    }
    Part part;
    part.kind = complement.kind;
    part.head = complement.word;
    part.fronted = complement.fronted;
    part.antecedent = complement.antecedent;
    PhraseShape shape;
    shape.drop_aside = rule.drop_aside;
    if (view_ == ClaimView::kAtomic && rule.drop_aside) shape.without = {R::kAclRelcl};
    if (complement.antecedent) {
      shape.without = RelationSet{R::kAclRelcl, R::kAcl, R::kAppos} | kMarkers | kOutsidePredicative;
      shape.without_above = clause.head;
    } else if (complement.word == clause.head) {
      shape.first = clause.copula + 1;
      shape.without = complement.kind == ComplementKind::kContent ? kOutsideOuterCopula : kOutsidePredicative;
      SkipPredicateWords(clause, &shape);
    }
    const bool distribute = rule.distribute && !complement.antecedent && !IsBetween(complement.word);
    Readings(complement.word, shape, distribute, complement.antecedent, &part.readings);
    SetRoles(complement, rule.markers, &part.readings);
    part.splits = view_ == ClaimView::kAtomic && !complement.antecedent && rule.drop_aside &&
                  complement.kind != ComplementKind::kAdverb && complement.kind != ComplementKind::kContent;
    for (Reading& reading : part.readings) reading.core = part.splits ? CoreOf(reading.head, reading.words) : reading.words;
    if (part.readings.empty() || IsConnective(part.role().marker, complement.word)) return;
    parts->push_back(std::move(part));
  }

  // "between X and Y" is one argument.
  bool IsBetween(int32_t i) const {
    const auto children = analysis_.children(i);
    return !children.empty() && (word(children.front()).lemma == "between" || word(children.front()).lemma == "among");
  }

  bool HasMark(int32_t i) const {
    if (i < 0) return false;
    const auto children = analysis_.children(i);
    return std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).relation == R::kMark; });
  }

  // "after all", "for example": they tie sentences together and say nothing of the predicate.
  bool IsConnective(absl::string_view role, int32_t head) const {
    constexpr std::array<absl::string_view, 2> kPhrases[] = {
        {"after", "all"},   {"for", "example"}, {"for", "instance"}, {"in", "addition"}, {"in", "contrast"},
        {"as", "result"},   {"in", "fact"},     {"of", "course"},    {"in", "turn"},     {"in", "particular"},
        {"on", "contrary"}, {"at", "least"},    {"in", "short"},     {"by", "contrast"}, {"on", "hand"}};
    return std::any_of(std::begin(kPhrases), std::end(kPhrases),
                       [&](const auto& phrase) { return phrase[0] == role && phrase[1] == word(head).lemma; });
  }

  static constexpr RelationSet kOutsideOuterCopula{R::kNsubjOuter, R::kCsubjOuter};

  // Adverbs that went into the predicate lie before the predicative.
  void SkipPredicateWords(const Clause& clause, PhraseShape* shape) const {
    for (int32_t i : clause.predicate) {
      if (i > clause.copula && i < clause.head && i >= shape->first) shape->first = i + 1;
    }
  }

  // The first reading's role is that of the complement; a conjunct without a preposition of its own shares it.
  void SetRoles(const Complement& complement, RelationSet markers, std::vector<Reading>* readings) const {
    for (size_t i = 0; i < readings->size(); ++i) {
      Reading& reading = (*readings)[i];
      const bool inside = i > 0 || complement.marked == complement.word;
      reading.role.words = MarkersOf(inside ? reading.head : complement.marked, markers);
      if (reading.role.words.empty() && i > 0) {
        reading.role = readings->front().role;
        continue;
      }
      reading.role.marker = reading.role.text = Lower(SpellWords(analysis_, reading.role.words));
      if (inside) TakeRole(&reading);
    }
    std::erase_if(*readings, [](const Reading& reading) { return reading.words.empty(); });
  }

  // The prepositions or conjunctions before `head` that follow one another: "because of", "after".
  Words MarkersOf(int32_t head, RelationSet markers) const {
    constexpr size_t kMost = 8;
    Words words;
    if (head < 0) return words;
    for (int32_t child : analysis_.children(head)) {
      if (child > head || words.size() >= kMost) break;
      if (!markers.Contains(word(child).relation)) continue;
      words.push_back(child);
      for (int32_t fixed : analysis_.children(child)) {
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
  void TakeRole(Reading* reading) const {
    Role& role = reading->role;
    if (role.words.empty()) return;
    constexpr int32_t kMostBefore = 3;
    Words& words = reading->words;
    const auto after = std::upper_bound(words.begin(), words.end(), role.words.back());
    const bool leading = after - words.begin() <= static_cast<std::ptrdiff_t>(role.words.size()) + kMostBefore;
    if (leading && after != words.end()) {
      role.words.assign(words.begin(), after);
      words.erase(words.begin(), after);
      role.text = Lower(SpellWords(analysis_, role.words));
    } else {
      std::erase_if(words, [&](int32_t w) { return std::binary_search(role.words.begin(), role.words.end(), w); });
    }
  }

  // "'It rained', she said": the content governs the reporting verb, or lies elsewhere in the statement.
  void AddReportedContent(const Clause& clause, std::vector<Part>* parts) const {
    if (clause.kind != ClauseKind::kVerb) return;
    for (const Part& part : *parts) {
      if (part.kind == ComplementKind::kObject || part.kind == ComplementKind::kContent) return;
    }
    const Speech* speech = SpeechOf(clause.head);
    const bool reports = speech != nullptr || IsAmong(kReporting, LemmaOf(word(clause.head)));
    if (!reports) return;
    Part part;
    part.kind = ComplementKind::kContent;
    Reading reading;
    if (word(clause.head).relation == R::kParataxis) {
      reading.head = word(clause.head).head;
      PhraseShape shape;
      shape.without_above = clause.head;
      shape.drop_aside = false;
      if (!CollectPhrase(analysis_, reading.head, shape, &reading.words)) return;
    } else if (speech != nullptr) {
      WordsOfContent(*speech, &reading);
    }
    if (reading.words.empty()) return;
    part.head = reading.head;
    part.readings.push_back(std::move(reading));
    parts->push_back(std::move(part));
  }

  const Speech* SpeechOf(int32_t cue) const {
    const auto& all = context_.speech;
    auto it = std::lower_bound(all.begin(), all.end(), statement_,
                               [](const Speech& speech, uint32_t statement) { return speech.statement < statement; });
    for (; it != all.end() && it->statement == statement_; ++it) {
      if (it->cue_word == cue) return &*it;
    }
    return nullptr;
  }

  // The statement's words within what was said, without marks at the edges.
  void WordsOfContent(const Speech& speech, Reading* reading) const {
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const bool inside = std::any_of(speech.content.begin(), speech.content.end(),
                                      [&](ByteSpan content) { return content.Contains(word(i).span); });
      const bool leading_mark = reading->words.empty() && word(i).upos == Upos::kPunct;
      if (inside && !leading_mark) reading->words.push_back(i);
    }
    while (!reading->words.empty() && word(reading->words.back()).upos == Upos::kPunct) reading->words.pop_back();
    if (reading->words.size() > kLongestPhrase) reading->words.clear();
    if (!reading->words.empty()) reading->head = reading->words.front();
  }

  // ---- What a clause says besides its words ----

  std::string SpeakerAt(uint32_t byte) const {
    const SpokenSpan* spoken = SpokenAround(spoken_, byte);
    if (spoken == nullptr) return {};
    const Speech& speech = context_.speech[spoken->speech];
    if (context_.entities != nullptr && speech.source_word != kRoot) {
      std::string name = context_.entities->NameOf(speech.statement, speech.source_word);
      if (!name.empty()) return name;
    }
    return speech.speaker;
  }

  bool HasArgumentRole(const Part& part) const {
    return part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kAdverb;
  }

  // The first date among the clause's own adverbials, else in its object.
  std::string DateOf(const std::vector<Part>& parts) const {
    for (const bool adverbial : {true, false}) {
      for (const Part& part : parts) {
        if (HasArgumentRole(part) != adverbial || part.kind == ComplementKind::kContent ||
            part.kind == ComplementKind::kAdverbial) {
          continue;
        }
        for (const Reading& reading : part.readings) {
          const ByteSpan span = SpanOfWords(analysis_, reading.words);
          for (auto value = FirstValueIn(span); value != values_.end() && value->span.begin < span.end; ++value) {
            if (value->kind == ValueKind::kDate && span.Contains(value->span)) return value->iso;
          }
        }
      }
    }
    return {};
  }

  std::vector<Value>::const_iterator FirstValueIn(ByteSpan span) const {
    return std::lower_bound(values_.begin(), values_.end(), span.begin,
                            [](const Value& value, uint32_t begin) { return value.span.begin < begin; });
  }

  std::string PlaceOf(const std::vector<Part>& parts) const {
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
        const std::string marker = Lower(SpellWords(analysis_, MarkersOf(child, {R::kCase})));
        if (IsAmong(kPlacePrepositions, marker)) return NameAt(child);
      }
    }
    return {};
  }

  // The name that `head` belongs to, canonical when known.
  std::string NameAt(int32_t head) const {
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

  std::string EntityOf(int32_t head) const {
    return context_.entities == nullptr ? std::string() : context_.entities->NameOf(statement_, head);
  }

  // ---- Texts ----

  void SetPredicate(const Words& words, Predicate* predicate) const {
    predicate->text = SpellWords(analysis_, words);
    predicate->span = SpanOfWords(analysis_, words);
  }

  // "want buy": lemmas of the merged verbs, the particle of the last.
  std::string PredicateLemma(const Clause& clause) const {
    if (clause.kind == ClauseKind::kApposition) return "be";
    std::string lemma;
    for (int32_t i : clause.chain) {
      const bool copula = clause.kind == ClauseKind::kCopula && i == clause.head;
      if (!lemma.empty()) lemma.push_back(' ');
      AppendLower(copula ? "be" : LemmaOf(word(i)), &lemma);
    }
    for (int32_t i : clause.predicate) {
      if (word(i).relation == R::kCompoundPrt && word(i).head == clause.head) {
        lemma.push_back(' ');
        AppendLower(word(i).form, &lemma);
      }
    }
    return lemma;
  }

  Phrase MakePhrase(const Reading& reading) const {
    Phrase phrase;
    phrase.text = SpellWords(analysis_, reading.words);
    phrase.span = SpanOfWords(analysis_, reading.words);
    phrase.head_word = reading.head;
    phrase.head = std::string(word(reading.head).form.data(), word(reading.head).form.size());
    phrase.entity = EntityOf(reading.head);
    phrase.key = phrase.entity.empty() ? KeyOfWords(analysis_, reading.words) : Lower(phrase.entity);
    return phrase;
  }

  Argument MakeArgument(const Part& part, const Reading& reading) const {
    Argument argument;
    argument.role = reading.role.text;
    argument.text = SpellWords(analysis_, reading.words);
    argument.span = SpanOfWords(analysis_, reading.words);
    argument.head_word = reading.head;
    argument.entity = part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kIndirect
                          ? EntityOf(reading.head)
                          : std::string();
    argument.key = argument.entity.empty() ? KeyOfWords(analysis_, reading.words) : Lower(argument.entity);
    return argument;
  }

  void AttachValues(Claim* claim) const {
    claim->values.clear();
    AttachValuesIn(claim->object.span, claim);
    for (const Argument& argument : claim->arguments) AttachValuesIn(argument.span, claim);
  }

  void AttachValuesIn(ByteSpan span, Claim* claim) const {
    for (auto value = FirstValueIn(span); value != values_.end() && value->span.begin < span.end; ++value) {
      if (claim->values.size() >= kMostValues) return;
      if (span.Contains(value->span)) claim->values.push_back(*value);
    }
  }

  // False when this statement's claims hold more text than anyone would read.
  bool Spend(size_t words) {
    if (words > budget_) {
      budget_ = 0;
      return false;
    }
    budget_ -= words;
    return true;
  }

  // ---- Views ----

  size_t MainPart(const Clause& clause, const std::vector<Part>& parts) const {
    const bool adjective = clause.kind == ClauseKind::kCopula && word(clause.head).upos == Upos::kAdj;
    if (adjective) {
      for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].head == clause.head) return i;
      }
    }
    constexpr ComplementKind kOrder[] = {ComplementKind::kObject, ComplementKind::kContent,
                                         ComplementKind::kPredicative, ComplementKind::kIndirect};
    for (ComplementKind kind : kOrder) {
      for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind == kind) return i;
      }
    }
    return parts.size();
  }

  // "served as mayor", "arrived in Lyon": without an object the first argument takes its place, its preposition goes
  // to the predicate.
  size_t Promote(const Clause& clause, const std::vector<Part>& parts) const {
    for (size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      if (part.kind != ComplementKind::kOblique || part.role().words.empty() || part.fronted) continue;
      if (part.role().words.front() < clause.head) continue;
      return i;
    }
    return parts.size();
  }

  void AddRoleToPredicate(const Clause& clause, const Role& role, const Words& object, Predicate* predicate) const {
    Words words = clause.predicate;
    words.insert(words.end(), object.begin(), object.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    words.insert(words.end(), role.words.begin(), role.words.end());
    // A fronted preposition still follows the verb in the predicate's text.
    predicate->text = SpellWords(analysis_, words);
    std::sort(words.begin(), words.end());
    predicate->span = SpanOfWords(analysis_, words);
  }

  Probability ConfidenceOf(const Clause& clause, const Claim& claim, const Reading& subject, const Part* object,
                           const std::vector<const Part*>& arguments, size_t words) const {
    ConfidenceFeatures features;
    features.kind = clause.kind;
    features.source = clause.subject_source;
    features.reduced = clause.reduced;
    features.words = words;
    features.arguments = arguments.size();
    features.pronoun = word(subject.head).upos == Upos::kPron;
    features.object = object != nullptr ? static_cast<int>(object->kind) : -1;
    int32_t arc = std::min(word(clause.head).arc.millionths(), word(subject.head).arc.millionths());
    if (object != nullptr) arc = std::min(arc, word(object->head).arc.millionths());
    for (const Part* part : arguments) arc = std::min(arc, word(part->head).arc.millionths());
    features.arc = Probability::FromMillionths(arc);
    features.nested = !claim.speaker.empty();
    return EstimateConfidence(features);
  }

  void AddClauseClaims(const Clause& clause, const std::vector<Reading>& subjects, std::vector<Part> parts,
                       const Claim& base) {
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
    }
    static const Reading kNoReading;
    const size_t objects = main < parts.size() ? parts[main].readings.size() : 1;
    for (const Part* part : others) {
      for (const Reading& reading : part->readings) argument_words += reading.words.size();
    }
    size_t variants = 0;
    for (const Reading& subject : subjects) {
      for (size_t o = 0; o < objects; ++o) {
        if (++variants > kMostVariants) return;
        const Reading& object = main < parts.size() ? parts[main].readings[o] : kNoReading;
        const size_t words = subject.words.size() + object.words.size() + argument_words + clause.predicate.size();
        if (!Spend(words)) return;
        Claim claim = base;
        claim.subject = MakePhrase(subject);
        if (main < parts.size()) claim.object = MakePhrase(object);
        if (preposed) {
          AddRoleToPredicate(clause, object.role, {}, &claim.predicate);
          absl::StrAppend(&claim.predicate.lemma, " ", object.role.marker);
        }
        for (const Part* part : others) {
          for (const Reading& reading : part->readings) claim.arguments.push_back(MakeArgument(*part, reading));
        }
        AttachValues(&claim);
        claim.confidence =
            ConfidenceOf(clause, claim, subject, main < parts.size() ? &parts[main] : nullptr, others, words);
        claims_.push_back(std::move(claim));
      }
    }
  }

  void AddAtomicClaims(const Clause& clause, const std::vector<Reading>& subjects, std::vector<Part> parts,
                       const Claim& base) {
    const size_t main = MainPart(clause, parts);
    size_t variants = 0;
    std::vector<NominalSplit> splits;
    for (const Reading& subject : subjects) {
      bool any = false;
      for (size_t i = 0; i < parts.size(); ++i) {
        const Part& part = parts[i];
        if (i != main && IsAside(part)) continue;
        for (const Reading& reading : part.readings) {
          const Words* context_words = nullptr;
          int32_t context_head = -1;
          if (i != main && main < parts.size() && parts[main].kind != ComplementKind::kContent) {
            context_words = &parts[main].readings.front().core;
            context_head = parts[main].readings.front().head;
          }
          AtomicClaim atom{clause, subject, part, base};
          if (i != main || !reading.role.words.empty()) atom.role = &reading.role;
          if (context_words != nullptr) atom.context = *context_words;
          atom.context_head = context_head;
          atom.object_head = reading.head;
          atom.object = part.splits ? reading.core : reading.words;
          if (++variants > kMostVariants || !AddAtomicClaim(atom)) return;
          any = true;
          if (!part.splits) continue;
          splits.clear();
          SplitNominals(reading, &splits);
          for (const NominalSplit& split : splits) {
            AtomicClaim more{clause, subject, part, base};
            more.role = &split.role;
            more.context = atom.context;
            if (atom.role != nullptr) {
              more.lead = atom.role->words;
            }
            more.context.insert(more.context.end(), split.before.begin(), split.before.end());
            more.context_head = split.above;
            more.object_head = split.head;
            more.object = split.words;
            if (++variants > kMostVariants || !AddAtomicClaim(more)) return;
          }
        }
      }
      if (any) continue;
      Claim claim = base;
      const size_t words = subject.words.size() + clause.predicate.size();
      if (!Spend(words)) return;
      claim.subject = MakePhrase(subject);
      claim.confidence = ConfidenceOf(clause, claim, subject, nullptr, {}, words);
      claims_.push_back(std::move(claim));
    }
  }

  // One claim of the atomic view in the making.
  struct AtomicClaim {
    const Clause& clause;
    const Reading& subject;
    const Part& part;
    const Claim& base;
    const Role* role = nullptr;  // introduces the object; null: the object follows the verb
    Words lead;                  // preposition before the context
    Words context;               // what stands between verb and role
    int32_t context_head = -1;
    int32_t object_head = -1;
    Words object;
  };

  bool AddAtomicClaim(const AtomicClaim& atom) {
    const size_t words = atom.subject.words.size() + atom.object.size() + atom.clause.predicate.size() +
                         atom.context.size() + atom.lead.size();
    if (!Spend(words)) return false;
    Claim claim = atom.base;
    claim.subject = MakePhrase(atom.subject);
    Reading object;
    object.head = atom.object_head;
    object.words = atom.object;
    claim.object = MakePhrase(object);
    if (atom.role != nullptr) {
      Words context = atom.context;
      context.insert(context.end(), atom.lead.begin(), atom.lead.end());
      AddRoleToPredicate(atom.clause, *atom.role, context, &claim.predicate);
      if (atom.context_head >= 0) {
        absl::StrAppend(&claim.predicate.lemma, " ", Lower(LemmaOf(word(atom.context_head))));
      }
      absl::StrAppend(&claim.predicate.lemma, " ", atom.role->marker.empty() ? "on" : atom.role->marker);
    }
    AttachValues(&claim);
    claim.confidence = ConfidenceOf(atom.clause, claim, atom.subject, &atom.part, {}, words);
    claims_.push_back(std::move(claim));
    return true;
  }

  // What the atomic view leaves to the clause view: it says nothing that could be compared.
  bool IsAside(const Part& part) const {
    if (part.kind == ComplementKind::kAdverb) return !IsTime(part.head);
    if (part.kind != ComplementKind::kAdverbial) return false;
    return part.role().text.empty() || IsAmong(kContrasts, part.role().marker);
  }

  // "years later", "a week ago".
  bool IsTime(int32_t adverb) const {
    for (int32_t child : analysis_.children(adverb)) {
      if (word(child).relation == R::kOblUnmarked || word(child).relation == R::kNmodUnmarked) return true;
    }
    return false;
  }

  // "a mission | to | Poland": a prepositional phrase within a noun phrase.
  struct NominalSplit {
    int32_t head = -1;
    int32_t above = -1;  // the noun it hangs on
    Role role;
    Words words;
    Words before;  // of the noun phrase, up to the preposition
  };

  void SplitNominals(const Reading& reading, std::vector<NominalSplit>* splits) const {
    SplitBelow(reading.head, reading.core, 0, splits);
  }

  void SplitBelow(int32_t head, const Words& core, int depth, std::vector<NominalSplit>* splits) const {
    constexpr int kDeepest = 2;
    constexpr size_t kMost = 6;
    if (depth >= kDeepest) return;
    for (int32_t child : analysis_.children(head)) {
      if (splits->size() >= kMost) return;
      if (word(child).relation != R::kNmod || child < head) continue;
      Role role;
      role.words = MarkersOf(child, {R::kCase});
      if (role.words.empty()) continue;
      role.marker = role.text = Lower(SpellWords(analysis_, role.words));
      const bool of = role.marker == "of";
      if (of && IsPartitive(head)) continue;
      if (role.marker == "including" || role.marker == "such as" || role.marker == "than" || role.marker == "like") continue;
      if (FollowsComma(role.words.front())) continue;
      Words heads{child};
      for (int32_t conjunct : analysis_.children(child)) {
        if (word(conjunct).relation == R::kConj && heads.size() < kMostConjuncts) heads.push_back(conjunct);
      }
      const bool list = heads.size() > 1 && role.marker != "between" && role.marker != "among";
      if (!list) heads.resize(1);
      for (int32_t h : heads) {
        NominalSplit split;
        split.head = h;
        split.above = head;
        split.role = role;
        PhraseShape shape;
        shape.without = kMarkers | RelationSet{R::kAclRelcl};
        if (list) shape.without = shape.without | kCoordination;
        Words words;
        if (!CollectPhrase(analysis_, h, shape, &words)) continue;
        split.words = CoreOf(h, words);
        split.before = core;
        if (of) {
          std::erase_if(split.before, [&](int32_t w) { return analysis_.Dominates(child, w); });
        }
        if (split.words.empty() || split.before.empty()) continue;
        const Words below = split.words;
        splits->push_back(split);
        if (h == child) {
          const size_t first = splits->size();
          SplitBelow(h, below, depth + 1, splits);
          for (size_t i = first; i < splits->size(); ++i) {
            NominalSplit& deep = (*splits)[i];
            deep.before.insert(deep.before.end(), split.before.begin(), split.before.end());
            deep.before.insert(deep.before.end(), role.words.begin(), role.words.end());
            std::sort(deep.before.begin(), deep.before.end());
          }
        }
      }
    }
  }

  bool FollowsComma(int32_t i) const {
    return i > 0 && (word(i - 1).form == "," || word(i - 1).form == "--");
  }

  // "a number of", "most of", "45 percent of".
  bool IsPartitive(int32_t head) const {
    const Word& w = word(head);
    if (w.upos != Upos::kNoun && w.upos != Upos::kPropn) return true;
    return IsAmong(kPartitives, LemmaOf(w)) || w.lemma == "%";
  }

  // A noun phrase less its prepositional phrases, but for those with "of" and those that "no" needs.
  Words CoreOf(int32_t head, const Words& words) const {
    Words core = words;
    if (marks_.Has(head, StatementMarks::kNone)) return core;
    for (int32_t child : analysis_.children(head)) {
      const Word& w = word(child);
      if (child < head) continue;
      const bool clause = w.relation == R::kAcl && clause_at_[static_cast<size_t>(child)] >= 0 &&
                          clauses_[static_cast<size_t>(clause_at_[static_cast<size_t>(child)])].reduced;
      if (w.relation != R::kNmod && w.relation != R::kAclRelcl && !clause) continue;
      const Words role = MarkersOf(child, {R::kCase});
      if (!clause && w.relation == R::kNmod && (role.empty() || word(role.front()).lemma == "of")) continue;
      std::erase_if(core, [&](int32_t i) { return analysis_.Dominates(child, i); });
    }
    while (core.size() > 1 && word(core.back()).upos == Upos::kPunct) core.pop_back();
    return core.empty() ? words : core;
  }

  const ExtractionContext& context_;
  const std::vector<SpokenSpan>& spoken_;
  const uint32_t statement_;
  const ClaimView view_;
  const Analysis& analysis_;
  std::vector<Clause> clauses_;
  std::vector<int32_t> clause_at_;
  StatementMarks marks_;
  std::vector<Value> values_;
  std::vector<Claim> claims_;
  size_t budget_ = 0;
};

}  // namespace

std::vector<std::vector<Claim>> ExtractClaims(const ExtractionContext& context, ClaimView view) {
  const std::vector<SpokenSpan> spoken = SpokenSpans(context.speech);
  std::vector<std::vector<Claim>> claims;
  claims.reserve(context.analyses.size());
  for (uint32_t i = 0; i < context.analyses.size(); ++i) {
    claims.push_back(StatementExtractor(context, spoken, i, view).Extract());
  }
  return claims;
}

}  // namespace consilience
