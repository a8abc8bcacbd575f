#include "engine/claim/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "engine/claim/phrase.h"

namespace consilience {
namespace {

using R = Relation;

constexpr int kDeepest = 30;  // arcs that are followed up a tree

// -log of probabilities, of which 0.01 is the least and thousandths are told apart.
class Doubts {
 public:
  static const Doubts& Table() {
    static const auto* const table = new Doubts;
    return *table;
  }
  float Of(Probability probability) const { return of_[static_cast<size_t>(probability.millionths() / kStep)]; }

 private:
  static constexpr int32_t kStep = 1000;
  static constexpr size_t kSteps = Probability::kOne / kStep;

  Doubts() {
    for (size_t i = 0; i < kSteps; ++i) {
      const double middle = (static_cast<double>(i) + 0.5) / static_cast<double>(kSteps);
      of_[i] = static_cast<float>(-std::log(std::max(0.01, middle)));
    }
  }

  std::array<float, kSteps + 1> of_{};  // certainty's is 0
};

// log(1 + number).
float Log(int32_t number) {
  static const auto* const table = [] {
    auto* made = new std::array<float, 256>;
    for (size_t i = 0; i < made->size(); ++i) (*made)[i] = static_cast<float>(std::log1p(static_cast<double>(i)));
    return made;
  }();
  return (*table)[std::min(table->size() - 1, static_cast<size_t>(std::max(0, number)))];
}

bool IsBracket(const Word& w) {
  return w.xpos == Xpos::kBracketOpen || w.form == "|";
}

absl::Span<const Speech> SpeechIn(absl::Span<const Speech> speech, uint32_t statement) {
  const auto first = std::lower_bound(speech.begin(), speech.end(), statement,
                                      [](const Speech& s, uint32_t at) { return s.statement < at; });
  const auto last = std::find_if(first, speech.end(), [&](const Speech& s) { return s.statement != statement; });
  return speech.subspan(static_cast<size_t>(first - speech.begin()), static_cast<size_t>(last - first));
}

}  // namespace

StatementEvidence::StatementEvidence(const Analysis& analysis, absl::Span<const Speech> speech, uint32_t statement)
    : analysis_(analysis), speech_(SpeechIn(speech, statement)), statement_(statement) {
  constexpr Probability kWeak = Probability::FromMillionths(500'000);
  const Doubts& doubts = Doubts::Table();
  const auto words = analysis.words();
  words_.resize(words.size());
  float doubt = 0;
  int32_t weak = 0;
  bool quoted = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& w = words[i];
    words_[i] = {doubts.Of(w.arc) + doubts.Of(w.label), content_, 0, quoted};
    if (w.upos != Upos::kPunct) {
      doubt += words_[i].doubt;
      ++content_;
      if (w.arc < kWeak) ++weak;
    } else if (IsQuotationMark(w)) {
      quoted = !quoted;
    } else if (IsBracket(w)) {
      of_statement_[F::kOtherBracket] = 1;
    }
  }
  of_statement_[F::kStatementDoubt] = doubt / static_cast<float>(std::max(1, content_));
  of_statement_[F::kWeakArcs] = Log(weak);
  const auto last = std::find_if_not(words.rbegin(), words.rend(), IsQuotationMark);
  const absl::string_view end = last == words.rend() ? absl::string_view() : last->form;
  of_statement_[F::kAsking] = end == "?" ? 1 : 0;
  of_statement_[F::kEndless] = end == "." || end == "!" || end == "?" ? 0 : 1;
  constexpr size_t kMostSpeeches = 5;
  of_statement_[F::kSpeeches] = static_cast<float>(std::min(kMostSpeeches, speech_.size()));
}

ConfidenceFeatures StatementEvidence::FeaturesOf(const ClaimMakeup& makeup) {
  ConfidenceFeatures features = of_statement_;
  const Clause* const clause = makeup.clause;
  SetTree(makeup, clause == nullptr ? makeup.subject : clause->outermost(), &features);
  SetShape(makeup, &features);
  SetParts(makeup, &features);
  SetSpeech(makeup, clause == nullptr ? makeup.subject : clause->head, &features);
  return features;
}

// The doubt of word `i` and of those above it that were not walked before.
float StatementEvidence::DoubtAbove(int32_t i) {
  float doubt = 0;
  for (int steps = 0; i >= 0 && steps < kDeepest; ++steps, i = word(i).head) {
    WordEvidence& w = words_[Index(i)];
    if (w.walked == claim_) break;
    w.walked = claim_;
    doubt += w.doubt;
  }
  return doubt;
}

void StatementEvidence::SetTree(const ClaimMakeup& makeup, int32_t top, ConfidenceFeatures* features) {
  int depth = 0;
  ++claim_;
  for (int32_t i = top; i >= 0 && depth < kDeepest; i = word(i).head) ++depth;
  float doubt = DoubtAbove(top);
  (*features)[F::kDepth] = Log(depth);
  (*features)[F::kStanding] = std::exp(-doubt);
  doubt += DoubtAbove(makeup.subject);
  if (makeup.object >= 0) {
    doubt += DoubtAbove(makeup.object);
    (*features)[F::kObjectDoubt] = words_[Index(makeup.object)].doubt;
  }
  for (const Part* part : makeup.arguments) doubt += DoubtAbove(part->head);
  if (makeup.clause != nullptr) {
    doubt += DoubtAbove(makeup.clause->head);
    for (const int32_t i : makeup.clause->predicate) doubt += DoubtAbove(i);
  }
  (*features)[F::kDoubt] = std::log1p(doubt);
}

void StatementEvidence::SetShape(const ClaimMakeup& makeup, ConfidenceFeatures* features) const {
  int32_t first = analysis_.size();
  int32_t last = -1;
  int32_t words = 0;
  float doubt = 0;
  const auto add = [&](const Words& some) {
    for (const int32_t i : some) {
      const Word& w = word(i);
      first = std::min(first, i);
      last = std::max(last, i);
      if (w.upos != Upos::kPunct) {
        doubt += words_[Index(i)].doubt;
        ++words;
      } else if (IsBracket(w)) {
        (*features)[F::kBracket] = 1;
      }
    }
  };
  add(*makeup.subject_words);
  if (makeup.object_words != nullptr) add(*makeup.object_words);
  if (makeup.between != nullptr) add(*makeup.between);
  if (makeup.clause != nullptr) add(makeup.clause->predicate);
  for (const Part* part : makeup.arguments) {
    for (const Reading& reading : part->readings) add(reading.words);
  }
  const int32_t around = last < 0 ? 0 : words_[Index(last)].content + 1 - words_[Index(first)].content;
  (*features)[F::kGap] = Log(around - words);
  (*features)[F::kCover] = static_cast<float>(words) / static_cast<float>(std::max(1, content_));
  (*features)[F::kWordDoubt] = doubt / static_cast<float>(std::max(1, words));
}

void StatementEvidence::SetParts(const ClaimMakeup& makeup, ConfidenceFeatures* features) const {
  const auto set = [&](F feature, bool value) { (*features)[feature] = value ? 1 : 0; };
  const Clause* const clause = makeup.clause;
  set(F::kTitle, clause == nullptr);
  if (clause != nullptr) {
    set(F::kApposition, clause->kind == ClauseKind::kApposition);
    set(F::kPast, std::any_of(clause->predicate.begin(), clause->predicate.end(),
                              [&](int32_t i) { return word(i).xpos == Xpos::kVbd; }));
  }
  const Word& subject = word(makeup.subject);
  const absl::string_view lemma = subject.lemma;
  set(F::kNamed, subject.upos == Upos::kPropn);
  set(F::kPlural, subject.xpos == Xpos::kNns);
  if (subject.upos == Upos::kPron || subject.xpos == Xpos::kDt) {
    set(F::kSpeaking, lemma == "I" || lemma == "we");
    set(F::kSpokenTo, lemma == "you");
    set(F::kPointed, lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those");
  }
  set(F::kIntransitive, makeup.object < 0);
  set(F::kObjectPronoun, makeup.object >= 0 && word(makeup.object).upos == Upos::kPron);
  if (makeup.part != nullptr) {
    set(F::kContent, makeup.part->kind == ComplementKind::kContent);
    set(F::kAntecedent, makeup.part->antecedent);
  }
  for (const Part* part : makeup.arguments) {
    if (part->kind == ComplementKind::kOblique) (*features)[F::kObliques] += 1;
    if (part->kind == ComplementKind::kAdverbial) (*features)[F::kAdverbials] += 1;
    if (part->kind != ComplementKind::kAdverb && part->role().words.empty()) (*features)[F::kBare] += 1;
  }
}

void StatementEvidence::SetSpeech(const ClaimMakeup& makeup, int32_t head, ConfidenceFeatures* features) const {
  const auto set = [&](F feature, bool value) { (*features)[feature] = value ? 1 : 0; };
  const bool quoted = words_[Index(head)].quoted;
  set(F::kReports, makeup.clause != nullptr && std::any_of(speech_.begin(), speech_.end(),
                                                           [&](const Speech& s) { return s.cue_word == head; }));
  const Speech* const said = makeup.speech;
  set(F::kUnsaid, quoted && said == nullptr);
  if (said == nullptr) return;
  set(F::kSaidInQuotes, quoted && said->quoted);
  set(F::kSaidElsewhere, said->statement != statement_);
  set(F::kThought, said->kind == SpeechKind::kThink);
}

}  // namespace consilience
