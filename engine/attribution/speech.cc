#include "engine/attribution/speech.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/free_quotation.h"
#include "engine/attribution/quotation.h"
#include "engine/attribution/speech_tree.h"
#include "engine/statement/post_signature.h"

namespace consilience {
namespace {

bool IsRelativePronoun(const Word& word) {
  return word.xpos == Xpos::kWp || word.xpos == Xpos::kWdt || (word.upos == Upos::kPron && word.form == "that");
}

bool IsIt(const Word& word) {
  return absl::EqualsIgnoreCase(word.form, "it");
}

bool IsPersonalPronoun(const Word& word) {
  return absl::EqualsIgnoreCase(word.form, "he") || absl::EqualsIgnoreCase(word.form, "she");
}

ByteSpan Bytes(const Analysis& analysis, WordRange range) {
  return {analysis.word(range.begin).span.begin, analysis.word(range.end - 1).span.end};
}

// "two officials", "a person familiar with the talks": somebody, not named.
bool IsAnonymous(const Analysis& analysis, const Attribution& found) {
  if (found.source_word == kRoot || !IsUnnamedNoun(analysis.word(found.source_word).form)) return false;
  for (int32_t i = found.source.begin; i < found.source.end; ++i) {
    const Word& word = analysis.word(i);
    if (word.name == NameKind::kPerson) return false;
    // "the officials" were named or shown before, "his aides" are somebody's.
    if (word.head == found.source_word &&
        (absl::EqualsIgnoreCase(word.form, "the") || absl::EqualsIgnoreCase(word.form, "these"))) {
      return false;
    }
  }
  return true;
}

// Turns the attributions of all statements into speeches: words into bytes, with the quotations they go on in.
class DocumentReader {
 public:
  DocumentReader(absl::string_view text, const Segmentation& segmentation, absl::Span<const Analysis> analyses,
                 absl::Span<const QuotedText> quotations)
      : text_(text),
        segmentation_(segmentation),
        analyses_(analyses),
        quotations_(quotations),
        speech_of_(quotations_.size(), -1) {}

  std::vector<Speech> Read() {
    const size_t count = std::min(segmentation_.statements.size(), analyses_.size());
    size_t quotation = 0;
    std::vector<WordRange> quoted;
    for (size_t i = 0; i < count; ++i) {
      if (analyses_[i].size() == 0) continue;
      QuotedWords(analyses_[i], &quotation, &quoted);
      const size_t first = speeches_.size();
      for (const Attribution& found : FindAttributions(analyses_[i], quoted)) Take(found, static_cast<uint32_t>(i));
      TakePost(static_cast<uint32_t>(i));
      std::sort(speeches_.begin() + static_cast<ptrdiff_t>(first), speeches_.end(),
                [](const Speech& a, const Speech& b) { return a.cue < b.cue; });
    }
    MarkNested();
    for (size_t i = 0; i < speeches_.size(); ++i) ClaimQuotations(i);
    GiveFreeQuotations(text_, segmentation_, analyses_, quotations_, std::move(speech_of_), &speeches_);
    ResolvePronouns();
    return std::move(speeches_);
  }

 private:
  const Statement& StatementOf(const Speech& speech) const { return segmentation_.statements[speech.statement]; }

  // The words of one statement that stand in quotations. `quotation` is the first that may reach into it.
  void QuotedWords(const Analysis& analysis, size_t* quotation, std::vector<WordRange>* quoted) const {
    quoted->clear();
    const ByteSpan first = analysis.word(0).span, last = analysis.word(analysis.size() - 1).span;
    while (*quotation < quotations_.size() && quotations_[*quotation].span.end <= first.begin) ++*quotation;
    int32_t word = 0;
    for (size_t i = *quotation; i < quotations_.size() && quotations_[i].span.begin < last.end; ++i) {
      const ByteSpan span = quotations_[i].span;
      while (word < analysis.size() && analysis.word(word).span.begin < span.begin) ++word;
      const int32_t begin = word;
      while (word < analysis.size() && analysis.word(word).span.end <= span.end) ++word;
      if (word > begin) quoted->push_back({begin, word});
    }
  }

  void Take(const Attribution& found, uint32_t statement) {
    const Analysis& analysis = analyses_[statement];
    Speech speech;
    speech.kind = found.kind;
    speech.statement = statement;
    speech.cue_word = found.cue_word;
    speech.source_word = found.source_word;
    speech.cue = {Bytes(analysis, found.cue)};
    if (!found.source.empty()) {
      speech.source = {Bytes(analysis, found.source)};
      speech.speaker = SpeakerOf(found, analysis);
      speech.anonymous = IsAnonymous(analysis, found);
    }
    for (const WordRange piece : found.content) speech.content.push_back(Bytes(analysis, piece));
    if (!KeepToQuotation(analysis.word(found.cue_word).form, &speech)) return;
    WidenAcrossStatements(&speech);
    speeches_.push_back(std::move(speech));
  }

  // "'He fled as the crew continued to shout,' Lund said": who is talked of in a quotation says nothing outside of it,
  // and does not say what it is quoted from. False when nothing is left.
  bool KeepToQuotation(absl::string_view cue, Speech* speech) const {
    const int32_t own = QuotationAt(speech->cue.front().begin);
    if (own < 0) return true;
    const ReportingVerb* const verb = FindReportingVerb(cue).verb;
    if (verb != nullptr && verb->frames == kQuotation) return false;
    const ByteSpan quotation = quotations_[static_cast<size_t>(own)].span;
    std::erase_if(speech->content, [&](ByteSpan piece) { return !quotation.Contains(piece); });
    return !speech->content.empty();
  }

  // A post that statement `number` signs: its words are the rest of the paragraph, or the paragraph before it.
  void TakePost(uint32_t number) {
    const std::vector<Statement>& statements = segmentation_.statements;
    const auto same = [&](uint32_t a, uint32_t b) { return statements[a].paragraph == statements[b].paragraph; };
    const bool leads = number + 1 < statements.size() && same(number, number + 1);
    const bool follows = number > 0 && same(number, number - 1);
    const bool alone = !leads && !follows;
    // A signature opens its paragraph or closes it: of a long one not every statement looks through it all.
    if ((leads && follows) || (alone && number == 0)) return;
    const std::optional<PostSignature> signature = FindPostSignature(text_, ParagraphOf(number));
    if (!signature.has_value() || signature->span != statements[number].span) return;
    ByteSpan words = ParagraphOf(alone ? number - 1 : number);
    if (leads) words.begin = statements[number + 1].span.begin;
    if (!leads && !alone) words.end = statements[number - 1].span.end;
    const Analysis& analysis = analyses_[number];
    Speech speech;
    speech.statement = number;
    speech.cue_word = 0;
    speech.cue = {analysis.word(0).span};
    speech.source = {signature->name};
    speech.source_word = TopWordIn(analysis, signature->name);
    speech.speaker = std::string(signature->name.In(text_));
    speech.quoted = true;
    speech.signed_post = true;
    speech.content = {words};
    speeches_.push_back(std::move(speech));
  }

  ByteSpan ParagraphOf(uint32_t number) const {
    const std::vector<Statement>& statements = segmentation_.statements;
    const auto before = [](const Statement& s, uint32_t paragraph) { return s.paragraph < paragraph; };
    const uint32_t paragraph = statements[number].paragraph;
    const auto first = std::lower_bound(statements.begin(), statements.end(), paragraph, before);
    const auto end = std::lower_bound(first, statements.end(), paragraph + 1, before);
    return {first->span.begin, std::prev(end)->span.end};
  }

  // The first word within `span` that hangs on none within it.
  static int32_t TopWordIn(const Analysis& analysis, ByteSpan span) {
    for (int32_t i = 0; i < analysis.size(); ++i) {
      const int32_t head = analysis.word(i).head;
      if (span.Contains(analysis.word(i).span) && (head == kRoot || !span.Contains(analysis.word(head).span))) return i;
    }
    return kRoot;
  }

  // The source as written; who a relative pronoun stands for is certain, the noun its clause belongs to.
  std::string SpeakerOf(const Attribution& found, const Analysis& analysis) const {
    const Word& cue = analysis.word(found.cue_word);
    WordRange range = found.source;
    if (IsRelativePronoun(analysis.word(found.source_word)) && cue.relation == Relation::kAclRelcl &&
        cue.head != kRoot) {
      range = {cue.head, cue.head + 1};
      for (const int32_t child : analysis.children(cue.head)) {
        const Relation relation = analysis.word(child).relation;
        if (relation == Relation::kDet || relation == Relation::kAmod || relation == Relation::kCompound ||
            relation == Relation::kFlat || relation == Relation::kNummod) {
          range.Cover({child, child + 1});
        }
      }
    }
    absl::string_view speaker = Bytes(analysis, range).In(text_);
    if (absl::EndsWith(speaker, ",")) speaker.remove_suffix(1);
    return std::string(speaker);
  }

  // --- Nesting -------------------------------------------------------------------------------------------------------

  // An attribution whose cue lies in the content of another is that one's.
  void MarkNested() {
    for (size_t first = 0; first < speeches_.size();) {
      size_t end = first;
      while (end < speeches_.size() && speeches_[end].statement == speeches_[first].statement) ++end;
      MarkNestedIn(first, end);
      first = end;
    }
    // In a quotation that another statement's cue reports.
    uint32_t reported_to = 0;
    for (Speech& speech : speeches_) {
      if (!speech.nested && speech.cue.front().begin < reported_to) speech.nested = true;
      for (const ByteSpan piece : speech.content) {
        if (piece.end > StatementOf(speech).span.end) reported_to = std::max(reported_to, piece.end);
      }
    }
    uint32_t reported_from = static_cast<uint32_t>(text_.size());
    for (size_t i = speeches_.size(); i-- > 0;) {
      Speech& speech = speeches_[i];
      if (!speech.nested && speech.cue.front().begin >= reported_from) speech.nested = true;
      const uint32_t begin = StatementOf(speech).span.begin;
      if (begin < reported_from && reported_from < text_.size() && speech.cue.front().end <= reported_from) {
        reported_from = static_cast<uint32_t>(text_.size());
      }
      for (const ByteSpan piece : speech.content) {
        if (piece.begin < begin) reported_from = std::min(reported_from, piece.begin);
      }
    }
  }

  void MarkNestedIn(size_t first, size_t end) {
    // Contents by their beginning, and how far those that began so far reach.
    struct Piece {
      ByteSpan span;
      size_t speech;
    };
    std::vector<Piece> pieces;
    for (size_t i = first; i < end; ++i) {
      for (const ByteSpan span : speeches_[i].content) pieces.push_back({span, i});
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.span < b.span; });
    for (size_t i = first; i < end; ++i) {
      const ByteSpan cue = speeches_[i].cue.front();
      constexpr int kMost = 64;  // pieces looked at; keeps the work linear
      int looked = 0;
      for (auto it = std::upper_bound(pieces.begin(), pieces.end(), cue.begin,
                                      [](uint32_t at, const Piece&piece) { return at < piece.span.begin; });
           it != pieces.begin() && looked < kMost; ++looked) {
        --it;
        if (it->speech == i || !it->span.Contains(cue)) continue;
        // Two that hold each other: the one whose content begins first is the outer one.
        const bool mutual = std::any_of(speeches_[i].content.begin(), speeches_[i].content.end(), [&](ByteSpan span) {
          return span.Contains(speeches_[it->speech].cue.front());
        });
        const auto rank = [&](size_t k) { return std::make_pair(speeches_[k].content.front().begin, k); };
        if (mutual && rank(i) < rank(it->speech)) continue;
        speeches_[i].nested = true;
        break;
      }
    }
  }

  // --- Quotations ----------------------------------------------------------------------------------------------------

  // The quotation that holds byte `at`; -1: none.
  int32_t QuotationAt(uint32_t at) const {
    auto it = std::upper_bound(quotations_.begin(), quotations_.end(), at,
                               [](uint32_t byte, const QuotedText& q) { return byte < q.span.begin; });
    if (it == quotations_.begin()) return -1;
    --it;
    return at < it->span.end ? static_cast<int32_t>(it - quotations_.begin()) : -1;
  }

  // Content that begins or ends in a quotation holds it to its marks, in other statements too.
  void WidenAcrossStatements(Speech* speech) const {
    const int32_t own = QuotationAt(speech->cue.front().begin);
    for (ByteSpan& piece : speech->content) {
      const int32_t first = QuotationAt(piece.begin);
      if (first >= 0 && first != own)
        piece.begin = std::min(piece.begin, quotations_[static_cast<size_t>(first)].span.begin);
      const int32_t last = QuotationAt(piece.end - 1);
      if (last >= 0 && last != own) piece.end = std::max(piece.end, quotations_[static_cast<size_t>(last)].span.end);
    }
  }

  size_t FirstQuotationEndingAfter(uint32_t at) const {
    return static_cast<size_t>(std::lower_bound(quotations_.begin(), quotations_.end(), at,
                                                [](const QuotedText& q, uint32_t byte) { return q.span.end <= byte; }) -
                               quotations_.begin());
  }

  void ClaimQuotations(size_t number) {
    Speech& speech = speeches_[number];
    constexpr size_t kMost = 64;  // quotations of a piece of content; keeps the work linear
    for (const ByteSpan piece : speech.content) {
      const size_t first = FirstQuotationEndingAfter(piece.begin);
      const size_t end = std::min(quotations_.size(), first + kMost);
      for (size_t i = first; i < end && quotations_[i].span.begin < piece.end; ++i) {
        if (!piece.Contains(quotations_[i].span)) continue;
        speech.quoted = true;
        if (speech_of_[i] < 0 || IsSaidRather(number, piece, static_cast<size_t>(speech_of_[i]), i)) {
          speech_of_[i] = static_cast<int32_t>(number);
        }
      }
    }
  }

  // Whether quotation `i` within `piece` of speech `number` is of that speech rather than of `other`, which has it so
  // far: whose very words are quoted has it ("'No,' she wrote, according to the police"), else the outer one.
  bool IsSaidRather(size_t number, ByteSpan piece, size_t other, size_t i) const {
    const ByteSpan quotation = quotations_[i].span;
    const auto has_words = [&](const Speech& speech) {
      return speech.kind == SpeechKind::kSay && !quotation.Contains(speech.cue.front()) &&
             std::find(speech.content.begin(), speech.content.end(), quotation) != speech.content.end();
    };
    const Speech& own = speeches_[number];
    if (has_words(speeches_[other])) return false;
    return (piece == quotation && has_words(own)) || (speeches_[other].nested && !own.nested);
  }

  // --- Pronouns ------------------------------------------------------------------------------------------------------

  // "he" is the person who spoke last when no other person was named since; "it", which closes what an organisation
  // does by its own account, is that organisation.
  void ResolvePronouns() {
    constexpr uint32_t kFurthest = 3;  // statements
    const Speech* last = nullptr;      // whose speaker was named
    std::string name;
    for (Speech& speech : speeches_) {
      if (speech.source_word == kRoot || speech.signed_post) continue;
      const Word& source = analyses_[speech.statement].word(speech.source_word);
      if (source.name == NameKind::kPerson) {
        if (speech.nested) continue;  // "she said that Lund denied it": he is talked of
        last = &speech;
        name = NameAt(analyses_[speech.statement], speech.source_word);
      } else if (IsPersonalPronoun(source) && last != nullptr && speech.statement - last->statement <= kFurthest &&
                 !OtherPersonSince(*last, name, speech)) {
        speech.speaker = name;
      } else if (IsIt(source)) {
        const Analysis& analysis = analyses_[speech.statement];
        const int32_t subject = FirstSubject(analysis);
        const bool closes = subject != kRoot && subject < speech.source_word && speech.source_word < speech.cue_word;
        if (closes && analysis.word(subject).name == NameKind::kOrganisation)
          speech.speaker = NameAt(analysis, subject);
      }
    }
  }

  static int32_t FirstSubject(const Analysis& analysis) {
    constexpr int32_t kFurthest = 60;
    for (int32_t i = 0; i < std::min(kFurthest, analysis.size()); ++i) {
      if (IsSubject(analysis.word(i).relation)) return i;
    }
    return kRoot;
  }

  // The whole name that `word` is part of.
  std::string NameAt(const Analysis& analysis, int32_t word) const {
    const NameKind kind = analysis.word(word).name;
    WordRange range{word, word + 1};
    while (range.begin > 0 && !analysis.word(range.begin).name_begins && analysis.word(range.begin - 1).name == kind) {
      --range.begin;
    }
    while (range.end < analysis.size() && analysis.word(range.end).name == kind &&
           !analysis.word(range.end).name_begins) {
      ++range.end;
    }
    return std::string(Bytes(analysis, range).In(text_));
  }

  bool OtherPersonSince(const Speech& last, absl::string_view name, const Speech& speech) const {
    constexpr uint32_t kFurthest = 2000;  // bytes; beyond that nothing is certain
    const uint32_t from = last.source.front().end, to = speech.source.front().begin;
    if (to > from + kFurthest) return true;
    for (uint32_t statement = last.statement; statement <= speech.statement; ++statement) {
      const absl::Span<const Word> words = analyses_[statement].words();
      auto word = std::lower_bound(words.begin(), words.end(), from,
                                   [](const Word& w, uint32_t byte) { return w.span.begin < byte; });
      for (; word != words.end() && word->span.begin < to; ++word) {
        if (word->name == NameKind::kPerson && !absl::StrContains(name, word->form)) return true;
      }
    }
    return false;
  }

  absl::string_view text_;
  const Segmentation& segmentation_;
  absl::Span<const Analysis> analyses_;
  absl::Span<const QuotedText> quotations_;
  std::vector<int32_t> speech_of_;  // by quotation: the speech it belongs to, -1: none
  std::vector<Speech> speeches_;
};

}  // namespace

std::vector<Speech> FindSpeech(absl::string_view text, const Segmentation& segmentation,
                               absl::Span<const Analysis> analyses) {
  return FindSpeech(text, segmentation, analyses, FindQuotations(text, segmentation));
}

std::vector<Speech> FindSpeech(absl::string_view text, const Segmentation& segmentation,
                               absl::Span<const Analysis> analyses, absl::Span<const QuotedText> quotations) {
  return DocumentReader(text, segmentation, analyses, quotations).Read();
}

std::vector<ByteSpan> FindUnattributedQuotations(absl::Span<const QuotedText> quotations,
                                                 absl::Span<const Speech> speech) {
  // "'Nothing he said is true'": who speaks within a quotation says nothing of who is quoted. But where the statements
  // of a quotation name their speakers one after another, it is a report that is reprinted.
  std::vector<size_t> whole(quotations.size());  // the first of the paragraphs over which each goes on
  for (size_t q = 0; q < quotations.size(); ++q) whole[q] = q > 0 && quotations[q].continues ? whole[q - 1] : q;
  const auto quotation_of = [&](const Speech& s) -> ptrdiff_t {
    const auto it = std::partition_point(quotations.begin(), quotations.end(),
                                         [&](const QuotedText& q) { return q.span.end <= s.cue.front().begin; });
    if (it == quotations.end() || !it->span.Contains(s.cue.front())) return -1;
    return static_cast<ptrdiff_t>(whole[static_cast<size_t>(it - quotations.begin())]);
  };
  std::vector<int32_t> reporting(quotations.size(), 0);  // statements within each that name a speaker
  const Speech* last = nullptr;
  for (const Speech& s : speech) {
    const auto within = quotation_of(s);
    if (within < 0 || s.source.empty()) continue;
    if (last == nullptr || last->statement != s.statement) ++reporting[static_cast<size_t>(within)];
    last = &s;
  }
  std::vector<ByteSpan> said;
  for (const Speech& s : speech) {
    const auto within = quotation_of(s);
    if (s.source.empty() || (within >= 0 && reporting[static_cast<size_t>(within)] < 2)) continue;
    said.insert(said.end(), s.content.begin(), s.content.end());
  }
  std::sort(said.begin(), said.end());
  std::vector<ByteSpan> unattributed;
  auto next = said.begin();
  uint32_t furthest = 0;  // end of what was said and begins before the quotation's end
  for (const QuotedText& quotation : quotations) {
    for (; next != said.end() && next->begin < quotation.span.end; ++next) furthest = std::max(furthest, next->end);
    if (furthest <= quotation.span.begin) unattributed.push_back(quotation.span);
  }
  return unattributed;
}

}  // namespace consilience
