#include "engine/attribution/free_quotation.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "engine/attribution/speech_tree.h"
#include "engine/base/word_list.h"

namespace consilience {
namespace {

using R = Relation;

// Whether a clause or a quotation may be what the verb reports, and whether somebody then says it.
bool TakesWords(const VerbMatch& match) {
  return match.verb != nullptr && (match.verb->frames & (kThat | kQuotation)) != 0;
}
bool SaysWords(const VerbMatch& match) {
  return TakesWords(match) && match.verb->kind == SpeechKind::kSay;
}

class FreeQuotations {
 public:
  FreeQuotations(absl::string_view text, const Segmentation& segmentation, absl::Span<const Analysis> analyses,
                 absl::Span<const QuotedText> quotations, std::vector<int32_t> speech_of, std::vector<Speech>* speeches)
      : text_(text),
        segmentation_(segmentation),
        analyses_(analyses),
        quotations_(quotations),
        speech_of_(std::move(speech_of)),
        speeches_(*speeches),
        with_cues_(speeches->size()) {}

  void Give() {
    using Finder = int32_t (FreeQuotations::*)(size_t);
    static constexpr Finder kRules[] = {&FreeQuotations::ToldAfterItsStop,   &FreeQuotations::GoesOn,
                                        &FreeQuotations::SaidByVerbBeside,   &FreeQuotations::NamedBeforeColon,
                                        &FreeQuotations::NamedBesideNoun,    &FreeQuotations::LedOverByColon,
                                        &FreeQuotations::SaidInItsStatement, &FreeQuotations::FollowsParaphrase};
    for (size_t i = 0; i < quotations_.size(); ++i) {
      for (const Finder rule : kRules) {
        if (speech_of_[i] >= 0) break;
        if (const int32_t speech = (this->*rule)(i); speech >= 0) Add(i, speech);
      }
      if (speech_of_[i] >= 0) last_ = i;
    }
    // What goes on in a paragraph that says whose it is was theirs before, too.
    for (size_t i = quotations_.size(); i-- > 1;) {
      if (quotations_[i].continues && speech_of_[i] >= 0 && speech_of_[i - 1] < 0) Add(i - 1, speech_of_[i]);
    }
    for (size_t i = 0; i + 1 < analyses_.size(); ++i) GiveBlock(i);
    std::stable_sort(speeches_.begin(), speeches_.end(), [](const Speech& a, const Speech& b) {
      return std::tie(a.statement, a.cue) < std::tie(b.statement, b.cue);
    });
  }

 private:
  // --- The rules: the number of the speech that has the quotation, -1 when the rule finds none -----------------------

  // "'Who knew?' the mayor asked.", parted into two statements.
  int32_t ToldAfterItsStop(size_t i) {
    const size_t next = StatementAt(Span(i).end - 1) + 1;
    if (next >= analyses_.size() || segmentation_.statements[next - 1].span.end != Span(i).end) return -1;
    const Analysis& analysis = analyses_[next];
    const absl::string_view between =
        text_.substr(Span(i).end, segmentation_.statements[next].span.begin - Span(i).end);
    if (between.find('\n') != absl::string_view::npos || analysis.size() > kReach || !Speaks(next, analysis.root())) {
      return -1;
    }
    const VerbMatch verb = FindReportingVerb(analysis.word(analysis.root()).form);
    const size_t first = FirstCueOf(next);
    const bool has_content = first < with_cues_ && speeches_[first].statement == next;
    return TakesWords(verb) && !has_content ? NewSpeech(next, analysis.root()) : -1;
  }

  // After a quotation whole sentences of the same paragraph, or a paragraph of its own, go on with it. What else its
  // statement quotes, the name of a programme say, stands in between.
  int32_t GoesOn(size_t i) {
    if (i == 0 || speech_of_[last_] < 0 || !IsWholeSentences(Span(i))) return -1;
    const bool continues = quotations_[i].continues && last_ + 1 == i;
    const uint32_t end = std::max(Span(last_).end, StatementOf(speech_of_[last_]).span.end);
    return continues || OnlySpaceBetween(end, Span(i).begin) ? speech_of_[last_] : -1;
  }

  // "'We love you!' somebody called out", "The crowd sang: 'We have won'", "She groused that 'it was late'": a verb of
  // any kind that has the quotation beside it or below it.
  int32_t SaidByVerbBeside(size_t i) {
    if (!HoldsClause(Span(i))) return -1;
    const size_t last = StatementAt(Span(i).end - 1), first = StatementAt(Span(i).begin);
    if (last >= analyses_.size()) return -1;
    const WordRange closing = WordsIn(last, Span(i));
    const Analysis& after = analyses_[last];
    if (!closing.empty() && closing.begin == 0 && closing.size() > 2 && closing.end < after.size()) {
      const absl::string_view stop = after.word(closing.end - 2).form;
      const bool goes_on = stop == "," || stop == "?" || stop == "!";
      const int32_t verb = goes_on ? FirstVerbAfter(last, closing.end) : kRoot;
      if (verb != kRoot) return NewSpeech(last, verb);
    }
    const WordRange opening = WordsIn(first, Span(i));
    if (opening.empty() || opening.begin < 2) return -1;
    const absl::string_view stop = analyses_[first].word(opening.begin - 1).form;
    int32_t verb = stop == "," || stop == ":" ? LastVerbBefore(first, opening.begin) : kRoot;
    const int32_t top = TopOf(first, opening);
    if (verb == kRoot && top != kRoot && analyses_[first].word(top).relation == R::kCcomp) {
      verb = analyses_[first].word(top).head;
    }
    const bool said = verb != kRoot && !opening.Contains(verb) && (Speaks(first, verb) || Tells(first, verb));
    return said ? NewSpeech(first, verb) : -1;
  }

  // "'We will,' the brief reads.", "'No,' warns Ana Lund", of which the tree has but nouns: what stands between a
  // quotation and a last word that may report it, and whose name follows such a word.
  int32_t NamedBesideNoun(size_t i) {
    constexpr int32_t kMostWords = 8;
    const size_t statement = StatementAt(Span(i).end - 1);
    if (statement >= analyses_.size() || !HoldsClause(Span(i))) return -1;
    const Analysis& analysis = analyses_[statement];
    const WordRange closing = WordsIn(statement, Span(i));
    if (closing.size() < 3 || analysis.word(closing.end - 2).form != ",") return -1;
    const auto may_report = [&](int32_t word) {
      return !IsVerb(statement, word) && MayReport(analysis.word(word).form);
    };
    const int32_t first = closing.end;
    int32_t name = first + 1;
    while (name < analysis.size() && analysis.word(name).name == NameKind::kPerson) ++name;
    if (name > first + 1 && may_report(first)) {
      return NewSpeech(statement, first, first + 1,
                       {analysis.word(first + 1).span.begin, analysis.word(name - 1).span.end});
    }
    const int32_t last = analysis.size() - (analysis.word(analysis.size() - 1).form == "." ? 2 : 1);
    if (last <= first || last > first + kMostWords || !may_report(last)) return -1;
    for (int32_t w = first; w < last; ++w) {
      if (IsVerb(statement, w) || analysis.word(w).upos == Upos::kPunct) return -1;
    }
    return NewSpeech(statement, last, last - 1, {analysis.word(first).span.begin, analysis.word(last - 1).span.end});
  }

  // A form with which somebody is said to say something.
  static bool MayReport(absl::string_view form) {
    const VerbMatch match = FindReportingVerb(form);
    return SaysWords(match) && (match.form == VerbForm::kThird || match.form == VerbForm::kPast);
  }

  // "Lund shot back: 'No!'", of which the tree has no verb: the person whose name begins the few words before a colon.
  int32_t NamedBeforeColon(size_t i) {
    constexpr int32_t kMostWords = 6;
    const size_t statement = StatementAt(Span(i).begin);
    if (statement >= analyses_.size()) return -1;
    const WordRange opening = WordsIn(statement, Span(i));
    const Analysis& analysis = analyses_[statement];
    const bool follows = !opening.empty() && opening.begin > 1 && opening.begin <= kMostWords + 1 &&
                         analysis.word(opening.begin - 1).form == ":";
    if (!follows || analysis.word(0).name != NameKind::kPerson) return -1;
    int32_t last = 0;
    while (last + 2 < opening.begin && analysis.word(last + 1).name == NameKind::kPerson) ++last;
    if (last + 2 == opening.begin) return -1;  // the name alone is a part of a play
    return NewSpeech(statement, last + 1, last, {analysis.word(0).span.begin, analysis.word(last).span.end});
  }

  // "The mayor had this to say:" and a paragraph that is quoted.
  int32_t LedOverByColon(size_t i) {
    const size_t statement = StatementAt(Span(i).begin);
    if (statement == 0 || statement >= analyses_.size() || !IsWholeSentences(Span(i))) return -1;
    const size_t before = statement - 1;
    const Analysis& analysis = analyses_[before];
    if (analysis.size() < 3 || analysis.word(analysis.size() - 1).form != ":") return -1;
    if (const int32_t speech = OnlySpeechOf(before); speech >= 0) return speech;
    const int32_t verb = analysis.root();
    return Speaks(before, verb) ? NewSpeech(before, verb) : -1;
  }

  // "She called it 'good news' and 'we will see where it leads'": what else her statement quotes is hers.
  int32_t SaidInItsStatement(size_t i) {
    const size_t statement = StatementAt(Span(i).begin);
    if (statement >= analyses_.size()) return -1;
    const int32_t speech = OnlySpeechOf(statement);
    if (speech < 0) return -1;
    const bool follows = speeches_[static_cast<size_t>(speech)].cue.back().end <= Span(i).begin;
    if (!HoldsClause(Span(i)) && !(follows && HoldsVerb(statement, Span(i)))) return -1;
    const int32_t cue = speeches_[static_cast<size_t>(speech)].cue_word;
    const int32_t top = TopOf(statement, WordsIn(statement, Span(i)));
    return top != kRoot && analyses_[statement].Dominates(cue, top) ? speech : -1;
  }

  // "The mayor said that no help had come. 'We waited for days.'"
  int32_t FollowsParaphrase(size_t i) {
    const size_t statement = StatementAt(Span(i).begin);
    if (statement == 0 || statement >= analyses_.size() || !IsWholeSentences(Span(i)) || !HasStop(i)) return -1;
    return OnlySpeechOf(statement - 1);
  }

  // --- Blocks --------------------------------------------------------------------------------------------------------

  // "The brief said:", "Here is the board's statement:" and a paragraph that is printed without quotation marks.
  void GiveBlock(size_t before) {
    const std::vector<Statement>& statements = segmentation_.statements;
    const size_t next = before + 1;
    const Analysis& analysis = analyses_[before];
    const int32_t last = analysis.size() - 2;
    if (last < 1 || analysis.word(last + 1).form != ":" || statements[next].paragraph == statements[before].paragraph)
      return;
    size_t end = next;
    while (end < analyses_.size() && statements[end].paragraph == statements[next].paragraph) ++end;
    if (!IsBlock(next, end)) return;
    const int32_t speech = SpeechBeforeBlock(before, last);
    if (speech < 0) return;
    speeches_[static_cast<size_t>(speech)].content = {{statements[next].span.begin, statements[end - 1].span.end}};
    speeches_[static_cast<size_t>(speech)].quoted = true;
  }

  // Whole sentences, none of them quoted first: the list or the heading after a colon is none.
  bool IsBlock(size_t first, size_t end) const {
    const Analysis& opening = analyses_[first];
    if (opening.size() < 4 || analyses_[end - 1].size() == 0) return false;
    const Word& word = opening.word(0);
    const Word& stop = analyses_[end - 1].word(analyses_[end - 1].size() - 1);
    const bool closed = stop.upos == Upos::kPunct && stop.form != ":" && stop.form != ",";
    return closed && !IsQuoted(word.span) && absl::ascii_isupper(static_cast<unsigned char>(word.form[0]));
  }

  // The speech whose word is the last before a colon; -1: none. Of what is posted a text shows the post elsewhere.
  int32_t SpeechBeforeBlock(size_t statement, int32_t last) {
    const Analysis& analysis = analyses_[statement];
    const Word& word = analysis.word(last);
    const VerbMatch match = FindReportingVerb(word.form);
    if (SaysWords(match) && match.verb->lemma != "tweet") {
      const int32_t teller = TellerOf(statement, last);
      return teller == kRoot || IsQuoted(analysis.word(teller).span) ? -1 : NewSpeech(statement, last);
    }
    constexpr absl::string_view kDocuments[] = {"email", "letter", "memo", "message", "note", "statement"};
    if (!IsAmong(kDocuments, word.form)) return -1;
    for (const int32_t child : analysis.leading_children(last)) {
      if (analysis.word(child).relation != R::kNmodPoss || analysis.word(child).upos == Upos::kPron) continue;
      uint32_t begin = analysis.word(child).span.begin;
      for (const int32_t i : analysis.leading_children(child)) begin = std::min(begin, analysis.word(i).span.begin);
      return NewSpeech(statement, last, child, {begin, analysis.word(child).span.end});
    }
    return -1;
  }

  // --- What they ask -------------------------------------------------------------------------------------------------

  static constexpr int32_t kReach = 14;  // words between a quotation and its verb

  ByteSpan Span(size_t quotation) const { return quotations_[quotation].span; }
  const Statement& StatementOf(int32_t speech) const {
    return segmentation_.statements[speeches_[static_cast<size_t>(speech)].statement];
  }

  // The number of the statement that holds `byte`, or the last that begins before it.
  size_t StatementAt(uint32_t byte) const {
    const std::vector<Statement>& statements = segmentation_.statements;
    const auto it = std::upper_bound(statements.begin(), statements.end(), byte,
                                     [](uint32_t at, const Statement& s) { return at < s.span.begin; });
    return static_cast<size_t>(it == statements.begin() ? 0 : it - statements.begin() - 1);
  }

  bool IsWholeSentences(ByteSpan span) const {
    if (segmentation_.statements.empty()) return false;
    return segmentation_.statements[StatementAt(span.begin)].span.begin == span.begin &&
           segmentation_.statements[StatementAt(span.end - 1)].span.end == span.end;
  }

  bool OnlySpaceBetween(uint32_t begin, uint32_t end) const {
    if (end < begin) return false;
    const absl::string_view between = text_.substr(begin, end - begin);
    return std::all_of(between.begin(), between.end(),
                       [](char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); });
  }

  WordRange WordsIn(size_t statement, ByteSpan span) const {
    const absl::Span<const Word> words = analyses_[statement].words();
    const auto begin = std::lower_bound(words.begin(), words.end(), span.begin,
                                        [](const Word& w, uint32_t at) { return w.span.begin < at; });
    const auto end =
        std::lower_bound(begin, words.end(), span.end, [](const Word& w, uint32_t at) { return w.span.begin < at; });
    return {static_cast<int32_t>(begin - words.begin()), static_cast<int32_t>(end - words.begin())};
  }

  static bool StandsAsSubject(const Word& word) { return IsSubject(word.relation) || word.relation == R::kExpl; }

  // Something is said of something; "the 'castle doctrine'" is but a name.
  bool HoldsClause(ByteSpan span) const {
    constexpr size_t kMostStatements = 3;  // of a quotation looked into
    const size_t first = StatementAt(span.begin);
    for (size_t s = first; s < std::min(first + kMostStatements, analyses_.size()); ++s) {
      const WordRange range = WordsIn(s, span);
      for (int32_t i = range.begin; i < range.end; ++i) {
        if (StandsAsSubject(analyses_[s].word(i)) && range.Contains(analyses_[s].word(i).head)) return true;
      }
      if (segmentation_.statements[s].span.end >= span.end) break;
    }
    return false;
  }

  // "she 'seems supportive'": what is said, if not of whom.
  bool HoldsVerb(size_t statement, ByteSpan span) const {
    const WordRange range = WordsIn(statement, span);
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (IsFinite(analyses_[statement].word(i).xpos)) return true;
    }
    return false;
  }

  // The one speech that a statement reports at its outermost, when it tells who speaks; -1: none or several.
  int32_t OnlySpeechOf(size_t statement) const {
    int32_t found = -1;
    for (size_t i = FirstCueOf(statement); i < with_cues_ && speeches_[i].statement == statement; ++i) {
      const Speech& speech = speeches_[i];
      const bool outermost = !speech.nested && !IsQuoted(speech.cue.front());
      if (!outermost || speech.kind != SpeechKind::kSay || speech.source_word == kRoot) continue;
      if (found >= 0) return -1;
      found = static_cast<int32_t>(i);
    }
    return found;
  }

  // The first speech with a reporting word in `statement` or behind it.
  size_t FirstCueOf(size_t statement) const {
    const auto end = speeches_.begin() + static_cast<ptrdiff_t>(with_cues_);
    return static_cast<size_t>(std::lower_bound(speeches_.begin(), end, statement,
                                                [](const Speech& s, size_t number) { return s.statement < number; }) -
                               speeches_.begin());
  }

  bool IsQuoted(ByteSpan span) const {
    const auto it = std::upper_bound(quotations_.begin(), quotations_.end(), span.begin,
                                     [](uint32_t at, const QuotedText& q) { return at < q.span.begin; });
    return it != quotations_.begin() && std::prev(it)->span.Contains(span);
  }

  // A sentence's stop before the closing mark; headings and names have none.
  bool HasStop(size_t i) const {
    const absl::string_view words = text_.substr(Span(i).begin, Span(i).size());
    const size_t end = words.find_last_of(".!?");
    constexpr size_t kLongestMark = 4;
    return end != absl::string_view::npos && words.size() - end <= kLongestMark;
  }

  // A finite verb of a main clause with a subject of its own, neither of them quoted.
  bool Speaks(size_t statement, int32_t verb) const {
    constexpr R kMain[] = {R::kRoot, R::kConj, R::kParataxis, R::kCcomp};
    const Analysis& analysis = analyses_[statement];
    if (verb == kRoot) return false;
    const Word& word = analysis.word(verb);
    const bool main = std::find(std::begin(kMain), std::end(kMain), word.relation) != std::end(kMain);
    const int32_t subject = SubjectOf(statement, verb);
    return word.upos == Upos::kVerb && IsFinite(word.xpos) && main && subject != kRoot && !IsQuoted(word.span) &&
           !IsQuoted(analysis.word(subject).span);
  }

  // "went on to say", "is recorded saying", "was quick to retort": a reporting verb without a subject of its own, but
  // not one of a clause that has some other verb above it than its speaker's.
  bool Tells(size_t statement, int32_t verb) const {
    const Word& word = analyses_[statement].word(verb);
    const int32_t subject = TellerOf(statement, verb);
    return SaysWords(FindReportingVerb(word.form)) && subject != kRoot && !IsQuoted(word.span) &&
           !IsQuoted(analyses_[statement].word(subject).span);
  }

  // The subject of `verb` or of the verb that it completes.
  int32_t TellerOf(size_t statement, int32_t verb) const {
    constexpr int kMostSteps = 3;
    const Analysis& analysis = analyses_[statement];
    for (int step = 0; step < kMostSteps && verb != kRoot; ++step) {
      for (const int32_t child : analysis.leading_children(verb)) {
        const R relation = analysis.word(child).relation;
        if (relation == R::kNsubj || (step > 0 && relation == R::kNsubjPass)) return child;
      }
      const R relation = analysis.word(verb).relation;
      if (relation != R::kXcomp && relation != R::kAdvcl) return kRoot;
      verb = analysis.word(verb).head;
    }
    return kRoot;
  }

  int32_t FirstVerbAfter(size_t statement, int32_t at) const {
    const int32_t begin = at, end = std::min(at + kReach, analyses_[statement].size());
    const auto describes = [&](int32_t verb) {  // "a memo detailing the findings reads"
      const Word& word = analyses_[statement].word(verb);
      return word.head >= begin && word.head < verb &&
             (word.relation == R::kAcl || word.relation == R::kAclRelcl || word.relation == R::kAmod);
    };
    while (at < end && (!IsVerb(statement, at) || describes(at))) ++at;
    if (at >= end || Speaks(statement, at)) return at < end ? at : kRoot;
    const bool completed = at + 1 < end && IsVerb(statement, at + 1) && analyses_[statement].word(at + 1).head == at;
    return completed && Tells(statement, at + 1) ? at + 1 : kRoot;
  }

  int32_t LastVerbBefore(size_t statement, int32_t at) const {
    const int32_t begin = std::max(at - kReach, 0);
    do --at;
    while (at >= begin && !IsVerb(statement, at));
    return at >= begin && (Speaks(statement, at) || Tells(statement, at)) ? at : kRoot;
  }

  bool IsVerb(size_t statement, int32_t word) const { return analyses_[statement].word(word).upos == Upos::kVerb; }

  // The first word in `range` that hangs on one outside; kRoot: none.
  int32_t TopOf(size_t statement, WordRange range) const {
    const Analysis& analysis = analyses_[statement];
    for (int32_t i = range.begin; i < range.end; ++i) {
      const Word& word = analysis.word(i);
      const bool carries = word.upos != Upos::kPunct && word.relation != R::kMark;
      if (carries && word.head != kRoot && !range.Contains(word.head)) return i;
    }
    return kRoot;
  }

  int32_t SubjectOf(size_t statement, int32_t verb) const {
    for (const int32_t child : analyses_[statement].leading_children(verb)) {
      if (analyses_[statement].word(child).relation == R::kNsubj) return child;
    }
    return kRoot;
  }

  // --- What they change ----------------------------------------------------------------------------------------------

  void Add(size_t quotation, int32_t number) {
    const ByteSpan span = Span(quotation);
    Speech& speech = speeches_[static_cast<size_t>(number)];
    speech.content.insert(std::upper_bound(speech.content.begin(), speech.content.end(), span), span);
    speech.quoted = true;
    speech_of_[quotation] = number;
    const auto end = speeches_.begin() + static_cast<ptrdiff_t>(with_cues_);
    auto inside = std::lower_bound(speeches_.begin(), end, span.begin,
                                   [](const Speech& s, uint32_t byte) { return s.cue.front().begin < byte; });
    for (; inside != end && inside->cue.front().begin < span.end; ++inside) {
      if (span.Contains(inside->cue.front())) inside->nested = true;
    }
  }

  int32_t NewSpeech(size_t statement, int32_t verb) {
    const Analysis& analysis = analyses_[statement];
    const int32_t teller = TellerOf(statement, verb);
    ByteSpan source = analysis.word(teller).span;
    for (const int32_t child : analysis.leading_children(teller)) {
      const R relation = Universal(analysis.word(child).relation);
      const bool name = relation == R::kDet || relation == R::kAmod || relation == R::kCompound ||
                        relation == R::kFlat || relation == R::kNummod || analysis.word(child).relation == R::kNmodPoss;
      if (!name) continue;
      source.begin = std::min(source.begin, analysis.word(analysis.first(child)).span.begin);
      source.end = std::max(source.end, analysis.word(child).span.end);
    }
    return NewSpeech(statement, verb, teller, source);
  }

  int32_t NewSpeech(size_t statement, int32_t cue_word, int32_t source_word, ByteSpan source) {
    Speech speech;
    speech.statement = static_cast<uint32_t>(statement);
    speech.cue_word = cue_word;
    speech.cue = {analyses_[statement].word(cue_word).span};
    speech.source_word = source_word;
    speech.source = {source};
    speech.speaker = std::string(source.In(text_));
    speeches_.push_back(std::move(speech));
    return static_cast<int32_t>(speeches_.size()) - 1;
  }

  absl::string_view text_;
  const Segmentation& segmentation_;
  absl::Span<const Analysis> analyses_;
  absl::Span<const QuotedText> quotations_;
  std::vector<int32_t> speech_of_;
  std::vector<Speech>& speeches_;
  const size_t with_cues_;  // speeches of reporting words; those of verbs beside quotations stand behind them
  size_t last_ = 0;         // the quotation before that has a speech
};

}  // namespace

void GiveFreeQuotations(absl::string_view text, const Segmentation& segmentation, absl::Span<const Analysis> analyses,
                        absl::Span<const QuotedText> quotations, std::vector<int32_t> speech_of,
                        std::vector<Speech>* speeches) {
  FreeQuotations(text, segmentation, analyses, quotations, std::move(speech_of), speeches).Give();
}

}  // namespace consilience
