#include "engine/claim/statement_speech.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "engine/base/word_list.h"
#include "engine/claim/governing_verb.h"
#include "engine/claim/speaker.h"

namespace consilience {
namespace {

using R = Relation;

// The innermost speech around `byte`; null outside of all.
template <typename Accept>
const SpokenSpan* SpokenAround(const std::vector<SpokenSpan>& spans, uint32_t byte, const Accept& accept) {
  auto it = std::upper_bound(spans.begin(), spans.end(), byte,
                             [](uint32_t at, const SpokenSpan& spoken) { return at < spoken.span.begin; });
  const SpokenSpan* innermost = nullptr;
  constexpr int kMostSteps = 200;
  for (int steps = 0; steps < kMostSteps && it != spans.begin() && (--it)->furthest > byte; ++steps) {
    if (it->span.end <= byte || !accept(it->speech)) continue;
    if (innermost == nullptr || it->span.size() < innermost->span.size()) innermost = &*it;
  }
  return innermost;
}

}  // namespace

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

StatementSpeech::StatementSpeech(const ExtractionContext& context, const std::vector<SpokenSpan>& spoken,
                                 uint32_t statement, const ClauseIndex& clauses, const StatementMarks& marks,
                                 const std::vector<Assertion>& assertions)
    : context_(context),
      spoken_(spoken),
      statement_(statement),
      analysis_(context.analyses[statement]),
      clauses_(clauses),
      marks_(marks),
      assertions_(assertions) {}

const Speech* StatementSpeech::At(int32_t cue) const {
  const auto key = std::make_pair(statement_, cue);
  const auto it = std::lower_bound(
      context_.speech.begin(), context_.speech.end(), key,
      [](const Speech& speech, const auto& k) { return std::make_pair(speech.statement, speech.cue_word) < k; });
  return it != context_.speech.end() && it->statement == statement_ && it->cue_word == cue ? &*it : nullptr;
}

const Speech* StatementSpeech::Of(const Clause& clause) const {
  const Speech* around = Around(clause.head, clause.chain);
  return around == nullptr ? OfConjuncts(clause) : around;
}

const Speech* StatementSpeech::OfName(int32_t head) const {
  return Around(head, {});
}

// By what somebody says what word `head` heads: the innermost speech around it; `chain` are the verbs of its clause.
const Speech* StatementSpeech::Around(int32_t head, const std::vector<int32_t>& chain) const {
  const auto reports = [&](uint32_t i) { return Reports(context_.speech[i], head, chain); };
  const SpokenSpan* spoken = SpokenAround(spoken_, word(head).span.begin, reports);
  // "'We believed that ...', Yates said": by her rather than by "we".
  if (spoken != nullptr && IsFirstPerson(context_.speech[spoken->speech])) {
    const SpokenSpan* outer = SpokenAround(
        spoken_, word(head).span.begin, [&](uint32_t i) { return reports(i) && !IsFirstPerson(context_.speech[i]); });
    if (outer != nullptr) spoken = outer;
  }
  return spoken == nullptr ? nullptr : &context_.speech[spoken->speech];
}

// "testified that she left and that she was ill": what is coordinated with what was said was said, too.
const Speech* StatementSpeech::OfConjuncts(const Clause& clause) const {
  const int32_t outermost = clause.outermost();
  if (clause.content_of < 0 || word(outermost).relation != R::kConj) return nullptr;
  const Speech* speech = At(clause.content_of);
  return speech == nullptr || !Reports(*speech, outermost, clause.chain) ? nullptr : speech;
}

// Whether the speech is about the clause: not when its verb is part of it ("X plans to sell"), nor when the clause only
// describes what is spoken of ("X denied the charge, which was made in May").
bool StatementSpeech::Reports(const Speech& speech, int32_t head, const std::vector<int32_t>& chain) const {
  constexpr int kMostSteps = 50;
  if (speech.speaker.empty()) return false;  // "reportedly": whoever speaks around it still does
  if (!HasSpeaker(speech)) return false;
  if (speech.statement != statement_ || speech.cue_word == kRoot) return true;
  if (std::find(chain.begin(), chain.end(), speech.cue_word) != chain.end()) return false;
  const Clause* clause = clauses_.At(head);
  if (clause != nullptr && clause->control != nullptr) return true;  // "X accused Y of lying"
  if (IsUnsaid(speech.cue_word) || IsSharedKnowledge(speech)) return false;
  if (clause != nullptr && IsContradicted(speech.cue_word, *clause)) return false;
  // "may consider whether it holds", "will want to know if it did": no opinion yet.
  const bool undecided = speech.kind == SpeechKind::kThink && clause != nullptr &&
                         clause->content_of == speech.cue_word && marks_.Has(*clause, StatementMarks::kUncertain);
  if (undecided) return false;
  const bool content = clause != nullptr && clause->content_of == speech.cue_word && !clause->infinitive;
  // "urged him to resign over the charges, which he denies": no part of what was urged.
  const bool aside = word(head).relation == R::kAclRelcl && clause != nullptr && FollowsComma(head) && !speech.quoted &&
                     IsInfinitiveContent(speech.cue_word);
  if (aside) return false;
  if (!speech.StatesContent() && !content) return false;  // "X wants Y to go"; but "X vowed that Y will go"
  if (speech.quoted || !analysis_.Dominates(speech.cue_word, head)) return true;
  int32_t below = head;
  for (int steps = 0; steps < kMostSteps && word(below).head != speech.cue_word; ++steps) below = word(below).head;
  return word(below).relation != R::kObj;
}

bool StatementSpeech::IsQuotedFromAThing(const Clause& clause) const {
  if (Of(clause) != nullptr) return false;
  const SpokenSpan* spoken = SpokenAround(spoken_, word(clause.head).span.begin, [&](uint32_t i) {
    const Speech& speech = context_.speech[i];
    return speech.quoted && speech.kind == SpeechKind::kSay && !speech.speaker.empty() && !HasSpeaker(speech);
  });
  if (spoken == nullptr) return false;
  constexpr absl::string_view kOpening[] = {"\"", "\u201c", "'", "\u2018", "``"};
  constexpr absl::string_view kClosing[] = {"\"", "\u201d", "'", "\u2019", "''"};
  const absl::string_view words = spoken->span.In(context_.text);
  return std::any_of(std::begin(kOpening), std::end(kOpening),
                     [&](absl::string_view mark) { return absl::StartsWith(words, mark); }) &&
         std::any_of(std::begin(kClosing), std::end(kClosing),
                     [&](absl::string_view mark) { return absl::EndsWith(words, mark); });
}

// Whether its source can say something.
bool StatementSpeech::HasSpeaker(const Speech& speech) const {
  return speech.source_word == kRoot || MaySpeak(context_.analyses[speech.statement], speech.source_word) ||
         (speech.cue_word != kRoot && (OwnsContent(speech) || IsDirectSaying(speech)));
}

// "a report that said": what the pronoun stands for speaks. "her claim that the ship sank": who has a claim of which a
// clause tells the content makes it, but not who has "her statement on Monday".
bool StatementSpeech::OwnsContent(const Speech& speech) const {
  const Analysis& analysis = context_.analyses[speech.statement];
  const Word& source = analysis.word(speech.source_word);
  const Word& cue = analysis.word(speech.cue_word);
  // "she fired him, which suggests that": not he.
  const bool relative = (source.xpos == Xpos::kWdt || source.xpos == Xpos::kWp) &&
                        (speech.kind != SpeechKind::kShow || source.lemma == "that");
  if (relative && cue.relation == R::kAclRelcl && cue.head != kRoot) return MaySpeak(analysis, cue.head);
  constexpr absl::string_view kOwners[] = {"he", "her", "his", "she", "their", "they"};  // lemmas of "her", "their"
  if (source.xpos != Xpos::kPrpPoss || !IsAmong(kOwners, source.lemma) || source.head != speech.cue_word) return false;
  const auto children = analysis.children(speech.cue_word);
  return std::any_of(children.begin(), children.end(), [&](int32_t child) {
    const Relation relation = analysis.word(child).relation;
    return child > speech.cue_word && (relation == R::kAcl || relation == R::kCcomp) &&
           analysis.word(analysis.first(child)).lemma == "that";
  });
}

// "'It does,' the tailor said": who says it in so many words can speak, whatever noun that is.
bool StatementSpeech::IsDirectSaying(const Speech& speech) const {
  constexpr absl::string_view kSaying[] = {"ask", "read", "reply", "say", "shout", "state", "tell", "write"};
  const Analysis& analysis = context_.analyses[speech.statement];
  const Word& cue = analysis.word(speech.cue_word);
  const Word& source = analysis.word(speech.source_word);
  const bool finite = cue.xpos == Xpos::kVbd || cue.xpos == Xpos::kVbz || cue.xpos == Xpos::kVbp;
  return speech.quoted && finite && source.head == speech.cue_word && IsAmong(kSaying, cue.lemma) &&
         source.upos != Upos::kPron && source.upos != Upos::kDet && source.upos != Upos::kVerb;
}

bool StatementSpeech::IsFirstPerson(const Speech& speech) const {
  if (speech.source_word == kRoot) return false;
  const Word& source = context_.analyses[speech.statement].word(speech.source_word);
  return source.upos == Upos::kPron && (source.lemma == "I" || source.lemma == "we");
}

// "urged him to go", "promised to go".
bool StatementSpeech::IsInfinitiveContent(int32_t cue) const {
  const auto children = analysis_.children(cue);
  return std::any_of(children.begin(), children.end(),
                     [&](int32_t child) { return word(child).relation == R::kXcomp; });
}

// The clause begins after a comma.
bool StatementSpeech::FollowsComma(int32_t clause) const {
  const int32_t first = analysis_.first(clause);
  return word(first).form == "," || (first > 0 && word(first - 1).form == ",");
}

// "as some claimed".
bool StatementSpeech::IsAsClause(int32_t cue) const {
  const auto children = analysis_.children(cue);
  return word(cue).relation == R::kAdvcl && !children.empty() && word(children.front()).lemma == "as";
}

// "was never shot, as some claimed": they claimed that he was.
bool StatementSpeech::IsContradicted(int32_t cue, const Clause& clause) const {
  return assertions_[clauses_.IndexOf(clause)].polarity == Polarity::kNegated && IsAsClause(cue) &&
         analysis_.Dominates(clause.head, cue);
}

// "As readers may recall", "we know of", "it makes no sense": nobody's claim in particular, and the text's own.
bool StatementSpeech::IsSharedKnowledge(const Speech& speech) const {
  const bool as = IsAsClause(speech.cue_word);
  const auto children = analysis_.children(speech.cue_word);
  const bool modal =
      std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).xpos == Xpos::kMd; });
  const Word& source = word(speech.source_word < 0 ? speech.cue_word : speech.source_word);
  if ((as && modal) || (source.lemma == "it" && speech.kind != SpeechKind::kSay)) return true;
  // "we know of", "both knew that", "as many know": what is known is so.
  return IsFactive(word(speech.cue_word).lemma) && (as || IsFirstPerson(speech) || speech.kind == SpeechKind::kThink);
}

// "did not say that": not "does not think that", which says the contrary.
bool StatementSpeech::IsUnsaid(int32_t cue) const {
  const Clause* clause = clauses_.At(cue);
  if (clause == nullptr) return false;
  const GoverningContent* content = FindGoverningContent(word(cue).lemma);
  if (marks_.Has(clause->subject, StatementMarks::kNone)) return true;  // "nobody believes"
  if (content != nullptr && (content->raises_negation || content->modality == Modality::kDenied)) return false;
  return assertions_[clauses_.IndexOf(*clause)].polarity == Polarity::kNegated;
}

}  // namespace consilience
