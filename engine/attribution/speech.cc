#include "engine/attribution/speech.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/attribution/quotation.h"
#include "engine/attribution/reporting_verb.h"

namespace consilience {
namespace {

using R = Relation;

// Words [begin, end) of a statement.
struct WordRange {
  int32_t begin = 0;
  int32_t end = 0;

  bool empty() const { return begin >= end; }
  bool Contains(int32_t word) const { return begin <= word && word < end; }
  void Cover(WordRange other) {
    if (other.empty()) return;
    if (empty()) {
      *this = other;
    } else {
      begin = std::min(begin, other.begin);
      end = std::max(end, other.end);
    }
  }
};

// Nouns of speech and thought: "the ministry's claim that", "in her words".
constexpr absl::string_view kSpeechNouns[] = {
    "accusation", "admission",  "allegation",  "announcement", "argument",   "assertion",   "assessment",
    "assurance",  "belief",     "claim",       "comment",      "complaint",  "concern",     "conclusion",
    "confession", "contention", "declaration", "demand",       "denial",     "description", "estimate",
    "fear",       "finding",    "forecast",    "hope",         "insistence", "opinion",     "pledge",
    "prediction", "promise",    "proposal",    "remark",       "revelation", "statement",   "suggestion",
    "suspicion",  "testimony",  "theory",      "threat",       "view",       "vow",         "warning"};

// "in X's words", "in the view of X".
constexpr absl::string_view kViewNouns[] = {"account", "estimation", "eyes",    "judgment", "judgement",
                                            "mind",    "opinion",    "telling", "view",     "words"};

template <size_t N>
bool IsAmong(const absl::string_view (&words)[N], absl::string_view word) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](absl::string_view w) { return absl::EqualsIgnoreCase(w, word); });
}

// One attribution while it is being found: words of one statement.
struct Draft {
  int32_t cue_word = kRoot;
  int32_t source_word = kRoot;
  WordRange source;
  WordRange cue;
  WordRange governed;  // all that belongs to the cue and is not content: no content lies in it
  std::vector<WordRange> content;
  bool takes_quotation = false;  // a quotation beside it is its content
};

bool IsFinite(VerbForm form) {
  return form == VerbForm::kThird || form == VerbForm::kPast || form == VerbForm::kBase;
}

// Finds the attributions that one statement's tree shows.
class TreeReader {
 public:
  explicit TreeReader(const Analysis& analysis) : analysis_(analysis) { FindYields(); }

  std::vector<Draft> Read() {
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const Word& word = analysis_.word(i);
      if (absl::EqualsIgnoreCase(word.form, "according") || absl::EqualsIgnoreCase(word.form, "per")) {
        ReadAccording(i);
      } else if (word.upos == Upos::kVerb) {
        ReadVerb(i);
      } else if (word.upos == Upos::kNoun) {
        ReadNoun(i);
      }
    }
    return std::move(drafts_);
  }

 private:
  // --- The tree ------------------------------------------------------------------------------------------------------

  // The first and last word below each word.
  void FindYields() {
    const auto size = static_cast<size_t>(analysis_.size());
    yields_.resize(size);
    std::vector<int32_t> order;
    order.reserve(size);
    if (analysis_.root() != kRoot) order.push_back(analysis_.root());
    for (size_t i = 0; i < order.size(); ++i) {
      yields_[static_cast<size_t>(order[i])] = {order[i], order[i] + 1};
      for (const int32_t child : analysis_.children(order[i])) order.push_back(child);
    }
    for (size_t i = order.size(); i-- > 1;) {
      yields_[static_cast<size_t>(Head(order[i]))].Cover(yields_[static_cast<size_t>(order[i])]);
    }
  }

  WordRange Yield(int32_t word) const { return yields_[static_cast<size_t>(word)]; }
  int32_t Head(int32_t word) const { return analysis_.word(word).head; }
  Relation Rel(int32_t word) const { return analysis_.word(word).relation; }
  absl::string_view Form(int32_t word) const { return analysis_.word(word).form; }
  bool Is(int32_t word, absl::string_view form) const { return absl::EqualsIgnoreCase(Form(word), form); }

  int32_t Child(int32_t word, std::initializer_list<Relation> relations) const {
    for (const int32_t child : analysis_.children(word)) {
      if (std::find(relations.begin(), relations.end(), Rel(child)) != relations.end()) return child;
    }
    return kRoot;
  }

  bool IsPassive(int32_t verb) const { return Child(verb, {R::kAuxPass, R::kNsubjPass, R::kCsubjPass}) != kRoot; }

  bool HasCase(int32_t word, absl::string_view form) const {
    for (const int32_t child : analysis_.children(word)) {
      if (Rel(child) == R::kCase && Is(child, form)) return true;
    }
    return false;
  }

  // --- Source --------------------------------------------------------------------------------------------------------

  // Whose saying the verb is: its subject, or that of the verb it is joined to. kRoot: not said.
  int32_t SubjectOf(int32_t verb) const {
    constexpr int kFurthest = 6;  // steps up the tree
    int32_t at = verb;
    for (int step = 0; step < kFurthest; ++step) {
      if (const int32_t subject = Child(at, {R::kNsubj, R::kNsubjOuter}); subject != kRoot) return subject;
      if (at != verb) {
        if (const int32_t subject = Child(at, {R::kNsubjPass}); subject != kRoot) return subject;
      }
      const bool shares = Rel(at) == R::kConj || Rel(at) == R::kXcomp || (Rel(at) == R::kAdvcl && IsGerund(at));
      if (!shares && !(Rel(at) == R::kAcl && IsGerund(at))) return kRoot;
      if (IsPassive(verb) && at == verb) return kRoot;
      at = Head(at);
      if (at == kRoot) return kRoot;
      if (analysis_.word(at).upos == Upos::kNoun || analysis_.word(at).upos == Upos::kPropn) {
        // "a statement saying that": the noun itself, unless it heads a clause of its own.
        if (Rel(verb) == R::kAcl) return at;
      }
    }
    return kRoot;
  }

  bool IsGerund(int32_t verb) const { return analysis_.word(verb).xpos == Xpos::kVbg; }

  // A noun phrase without what is only said in passing, and without `verb` when a relative clause holds it.
  WordRange NounPhrase(int32_t noun, int32_t verb) const {
    WordRange range{noun, noun + 1};
    for (const int32_t child : analysis_.children(noun)) {
      const WordRange yield = Yield(child);
      if (yield.Contains(verb)) continue;
      switch (Rel(child)) {
        case R::kPunct:
        case R::kCase:
        case R::kCc:
        case R::kMark:
        case R::kCop:
        case R::kAdvmod:
        case R::kAux:
        case R::kNsubj:
        case R::kParataxis:
          continue;
        default:
          if (child > noun && verb > noun && verb < yield.end) continue;
          range.Cover(yield);
      }
    }
    return range;
  }

  // "by two officials", of a passive.
  int32_t AgentOf(int32_t verb) const {
    if (const int32_t agent = Child(verb, {R::kOblAgent}); agent != kRoot) return agent;
    for (const int32_t child : analysis_.children(verb)) {
      if (Rel(child) == R::kObl && HasCase(child, "by")) return child;
    }
    return kRoot;
  }

  // --- Cue -----------------------------------------------------------------------------------------------------------

  // The verb with its auxiliaries, negation, adverbs and particles, as far as they stand beside it.
  WordRange VerbGroup(int32_t verb) const {
    WordRange group{verb, verb + 1};
    const auto belongs = [&](int32_t word) {
      if (word < 0 || word >= analysis_.size() || Head(word) != verb) return false;
      const Relation relation = Rel(word);
      return relation == R::kAux || relation == R::kAuxPass || relation == R::kCompoundPrt ||
             (relation == R::kAdvmod && Yield(word).end == word + 1 && Yield(word).begin == word);
    };
    while (belongs(group.begin - 1)) --group.begin;
    while (belongs(group.end)) ++group.end;
    return group;
  }

  // --- Content -------------------------------------------------------------------------------------------------------

  bool IsContentOf(int32_t child, SpeechCue cue) const {
    switch (Rel(child)) {
      case R::kCcomp:
        return true;
      case R::kXcomp:
        return cue == SpeechCue::kMind || cue == SpeechCue::kAddress;
      case R::kParataxis:
        return cue == SpeechCue::kSay || cue == SpeechCue::kAddress;
      case R::kCsubj:
      case R::kCsubjPass:
        return true;
      default:
        return false;
    }
  }

  // "It will rain, she said", "as she said": the clause that the verb stands in or beside.
  int32_t ClauseAround(int32_t verb) const {
    if (Rel(verb) == R::kParataxis) return Head(verb);
    if (Rel(verb) == R::kAdvcl && !IsGerund(verb)) {
      for (const int32_t child : analysis_.children(verb)) {
        if (child < verb && Rel(child) == R::kMark && Is(child, "as")) return Head(verb);
        if (child < verb && Rel(child) == R::kAdvmod && Is(child, "as")) return Head(verb);
      }
    }
    return kRoot;
  }

  // `content` without the words of `draft`'s cue and source.
  void AddContent(WordRange content, Draft* draft) const {
    const WordRange out = draft->governed;
    if (out.end <= content.begin || content.end <= out.begin) {
      draft->content.push_back(content);
      return;
    }
    if (content.begin < out.begin) draft->content.push_back({content.begin, out.begin});
    if (out.end < content.end) draft->content.push_back({out.end, content.end});
  }

  void ReadVerb(int32_t verb) {
    const VerbMatch match = FindReportingVerb(Form(verb));
    if (match.verb == nullptr || match.verb->speech == SpeechCue::kNone) return;
    if (Rel(verb) == R::kAmod || Rel(verb) == R::kCompound || Rel(verb) == R::kCase) return;
    const SpeechCue cue = match.verb->speech;
    Draft draft;
    draft.cue_word = verb;
    draft.cue = VerbGroup(verb);
    draft.governed = draft.cue;
    draft.takes_quotation = cue == SpeechCue::kSay || cue == SpeechCue::kAddress;
    const bool passive =
        IsPassive(verb) || (Rel(verb) == R::kAcl && !IsGerund(verb) && analysis_.word(verb).xpos == Xpos::kVbn);
    int32_t source = passive ? AgentOf(verb) : SubjectOf(verb);
    if (source != kRoot && (Is(source, "it") || Is(source, "there")) && analysis_.word(source).relation == R::kExpl)
      source = kRoot;
    // "..., said two officials": taken for an object by a parser that expects objects after verbs.
    const int32_t object = Child(verb, {R::kObj});
    bool object_is_source = false;
    if (source == kRoot && !passive && cue == SpeechCue::kSay && object > verb && IsFinite(match.form) &&
        (Rel(verb) == R::kParataxis || Rel(verb) == R::kRoot || Rel(verb) == R::kCcomp)) {
      source = object;
      object_is_source = true;
    }
    if (source == kRoot && !passive) return;
    if (source != kRoot) {
      draft.source_word = source;
      draft.source = NounPhrase(source, verb);
      if (Head(source) == verb) draft.governed.Cover(draft.source);
    }

    std::vector<int32_t> contents;
    for (const int32_t child : analysis_.children(verb)) {
      if (child == source || (child == object && object_is_source)) continue;
      if (IsContentOf(child, cue)) {
        contents.push_back(child);
      } else if (Rel(child) == R::kPunct || Rel(child) == R::kConj || Rel(child) == R::kAdvcl || Rel(child) == R::kCc) {
        continue;
      } else if (child == object && cue == SpeechCue::kJudge) {
        contents.push_back(child);
      } else if (child == object && cue == SpeechCue::kSay && !passive && Rel(verb) != R::kParataxis) {
        continue;  // judged below
      } else if (Head(child) == verb && Rel(child) != R::kNsubjPass) {
        draft.governed.Cover(Yield(child));
      }
    }
    for (const int32_t content : contents) AddContent(Yield(content), &draft);
    if (passive) {
      // "She is said to have left", "the plan was described as a failure": the subject is part of what is said.
      const int32_t subject = Child(verb, {R::kNsubjPass});
      const int32_t rest = Child(verb, {R::kXcomp});
      const bool expletive = subject != kRoot && (Is(subject, "it") || Is(subject, "there"));
      if (subject != kRoot && !expletive && rest != kRoot && contents.empty()) {
        draft.content.push_back(Yield(subject));
        draft.content.push_back(Yield(rest));
      } else if (subject != kRoot && !expletive && rest != kRoot) {
        draft.content.insert(draft.content.begin(), Yield(subject));
      }
    }
    if (draft.content.empty()) {
      if (const int32_t clause = ClauseAround(verb); clause != kRoot) {
        WordRange inner = draft.governed;
        inner.Cover(Yield(verb));
        draft.governed = inner;
        AddContent(Yield(clause), &draft);
      }
    }
    if (draft.content.empty() && object != kRoot && !object_is_source && cue != SpeechCue::kMind &&
        cue != SpeechCue::kAddress && !passive) {
      // "announced a ceasefire", "denied it": what is said is a noun.
      AddContent(Yield(object), &draft);
    }
    if (draft.content.empty() && !draft.takes_quotation) return;
    drafts_.push_back(std::move(draft));
  }

  // "the ministry's claim that", "in Takaichi's words".
  void ReadNoun(int32_t noun) {
    const bool view = IsAmong(kViewNouns, Form(noun)) && HasCase(noun, "in");
    const bool speech = IsAmong(kSpeechNouns, Form(noun)) || IsAmong(kSpeechNouns, analysis_.word(noun).lemma);
    if (!view && !speech) return;
    Draft draft;
    draft.cue_word = noun;
    draft.cue = {noun, noun + 1};
    int32_t source = Child(noun, {R::kNmodPoss});
    if (source == kRoot) {
      for (const int32_t child : analysis_.children(noun)) {
        if (Rel(child) == R::kNmod && (HasCase(child, "by") || (view && HasCase(child, "of")))) source = child;
      }
    }
    if (source == kRoot) return;
    draft.source_word = source;
    draft.source = NounPhrase(source, kRoot);
    if (!draft.source.empty() && (Is(draft.source.end - 1, "'s") || Is(draft.source.end - 1, "\u2019s")))
      --draft.source.end;
    draft.governed = Yield(noun);
    if (view && Head(noun) != kRoot && (Rel(noun) == R::kObl || Rel(noun) == R::kNmod)) {
      if (Is(draft.governed.begin, "in")) draft.cue.begin = Is(noun - 1, "in") ? noun - 1 : noun;
      AddContent(Yield(Head(noun)), &draft);
    } else if (speech) {
      const int32_t clause = Child(noun, {R::kAcl, R::kCcomp});
      if (clause == kRoot || analysis_.word(clause).xpos == Xpos::kVbn || analysis_.word(clause).xpos == Xpos::kVbg)
        return;
      draft.content.push_back(Yield(clause));
    }
    if (!draft.content.empty()) drafts_.push_back(std::move(draft));
  }

  // "according to X", "per X".
  void ReadAccording(int32_t word) {
    const bool according = Is(word, "according");
    if (according && !(word + 1 < analysis_.size() && Is(word + 1, "to"))) return;
    int32_t source = kRoot;
    int32_t clause = kRoot;
    if (Rel(word) == R::kCase) {
      source = Head(word);
      clause = Head(source);
    } else {  // a participle with an oblique
      source = Child(word, {R::kObl, R::kNmod});
      clause = Head(word);
    }
    if (source == kRoot || clause == kRoot || source < word) return;
    // "60 per cent" and "a dollar per day" credit nobody.
    if (!according && (analysis_.word(source).upos != Upos::kPropn && analysis_.word(source).upos != Upos::kPron))
      return;
    Draft draft;
    draft.cue_word = word;
    draft.cue = {word, according ? word + 2 : word + 1};
    draft.source_word = source;
    draft.source = NounPhrase(source, kRoot);
    draft.source.begin = std::max(draft.source.begin, draft.cue.end);
    draft.governed = draft.cue;
    draft.governed.Cover(draft.source);
    draft.governed.Cover(Yield(source));
    // A noun that the phrase was attached to stands for the clause it is in.
    for (int step = 0; step < 6 && analysis_.word(clause).upos != Upos::kVerb && Head(clause) != kRoot; ++step) {
      if (Rel(clause) == R::kCcomp || Rel(clause) == R::kConj || Rel(clause) == R::kAdvcl ||
          Rel(clause) == R::kParataxis || Rel(clause) == R::kAclRelcl || Child(clause, {R::kCop}) != kRoot) {
        break;
      }
      clause = Head(clause);
    }
    AddContent(Yield(clause), &draft);
    if (!draft.content.empty()) drafts_.push_back(std::move(draft));
  }

  const Analysis& analysis_;
  std::vector<WordRange> yields_;
  std::vector<Draft> drafts_;
};

// Turns the drafts of all statements into speeches: words into bytes, with the quotations they touch.
class DocumentReader {
 public:
  DocumentReader(absl::string_view text, const Segmentation& segmentation, absl::Span<const Analysis> analyses)
      : text_(text),
        segmentation_(segmentation),
        analyses_(analyses),
        quotations_(FindQuotations(text, segmentation)),
        speech_of_(quotations_.size(), -1) {}

  std::vector<Speech> Read() {
    const size_t count = std::min(segmentation_.statements.size(), analyses_.size());
    for (size_t i = 0; i < count; ++i) {
      if (analyses_[i].size() == 0) continue;
      const size_t first = speeches_.size();
      for (const Draft& draft : TreeReader(analyses_[i]).Read()) Take(draft, static_cast<uint32_t>(i));
      std::sort(speeches_.begin() + static_cast<ptrdiff_t>(first), speeches_.end(),
                [](const Speech& a, const Speech& b) { return a.cue < b.cue; });
    }
    for (size_t i = 0; i < speeches_.size(); ++i) ClaimQuotations(i);
    ContinueQuotations();
    return std::move(speeches_);
  }

 private:
  const Statement& StatementOf(const Speech& speech) const { return segmentation_.statements[speech.statement]; }

  ByteSpan Bytes(const Analysis& analysis, WordRange range) const {
    return {analysis.word(range.begin).span.begin, analysis.word(range.end - 1).span.end};
  }

  // Without commas, stops and dashes at its edges; quotation marks and brackets stay.
  static WordRange Trim(const Analysis& analysis, WordRange range) {
    const auto is_edge = [&](int32_t word) {
      const absl::string_view form = analysis.word(word).form;
      return form == "," || form == "." || form == ";" || form == ":" || form == "-" || form == "--" ||
             form == "\u2013" || form == "\u2014";
    };
    while (!range.empty() && is_edge(range.begin)) ++range.begin;
    while (!range.empty() && is_edge(range.end - 1)) --range.end;
    return range;
  }

  static bool HasWord(const Analysis& analysis, WordRange range) {
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (analysis.word(i).upos != Upos::kPunct) return true;
    }
    return false;
  }

  void Take(const Draft& draft, uint32_t statement) {
    const Analysis& analysis = analyses_[statement];
    Speech speech;
    speech.statement = statement;
    speech.cue_word = draft.cue_word;
    speech.source_word = draft.source_word;
    speech.cue = {Bytes(analysis, draft.cue)};
    if (!draft.source.empty()) {
      speech.source = {Bytes(analysis, draft.source)};
      speech.speaker = SpeakerOf(draft, analysis);
    }
    for (const WordRange piece : draft.content) {
      const WordRange trimmed = Trim(analysis, piece);
      if (!trimmed.empty() && HasWord(analysis, trimmed)) speech.content.push_back(Bytes(analysis, trimmed));
    }
    const ByteSpan cue = speech.cue.front();
    const ByteSpan governed = Bytes(analysis, draft.governed);
    if (QuotationAt(cue.begin) < 0) WidenToQuotations(draft, governed, &speech);
    if (speech.content.empty()) return;
    std::sort(speech.content.begin(), speech.content.end());
    speeches_.push_back(std::move(speech));
  }

  // Who is meant by a relative pronoun is certain: the noun its clause belongs to.
  std::string SpeakerOf(const Draft& draft, const Analysis& analysis) const {
    const Word& source = analysis.word(draft.source_word);
    const bool relative =
        source.xpos == Xpos::kWp || source.xpos == Xpos::kWdt || (source.upos == Upos::kPron && source.form == "that");
    const Word& cue = analysis.word(draft.cue_word);
    if (relative && cue.relation == R::kAclRelcl && cue.head != kRoot) {
      WordRange noun{cue.head, cue.head + 1};
      for (const int32_t child : analysis.children(cue.head)) {
        const Relation relation = analysis.word(child).relation;
        if (relation == R::kDet || relation == R::kAmod || relation == R::kCompound || relation == R::kFlat ||
            relation == R::kNummod) {
          noun.Cover({child, child + 1});
        }
      }
      return std::string(Bytes(analysis, noun).In(text_));
    }
    return std::string(Bytes(analysis, draft.source).In(text_));
  }

  // --- Quotations ----------------------------------------------------------------------------------------------------

  // The quotation that holds byte `at`; -1: none.
  int32_t QuotationAt(uint32_t at) const {
    auto it = std::upper_bound(quotations_.begin(), quotations_.end(), at,
                               [](uint32_t byte, const Quotation& q) { return byte < q.span.begin; });
    if (it == quotations_.begin()) return -1;
    --it;
    return at < it->span.end ? static_cast<int32_t>(it - quotations_.begin()) : -1;
  }

  size_t FirstQuotationEndingAfter(uint32_t at) const {
    return static_cast<size_t>(std::lower_bound(quotations_.begin(), quotations_.end(), at,
                                                [](const Quotation& q, uint32_t byte) { return q.span.end <= byte; }) -
                               quotations_.begin());
  }

  bool OnlyMarksBetween(uint32_t begin, uint32_t end) const {
    constexpr uint32_t kFurthest = 16;
    if (begin > end || end - begin > kFurthest) return false;
    for (uint32_t i = begin; i < end; ++i) {
      if (absl::ascii_isalnum(static_cast<unsigned char>(text_[i]))) return false;
    }
    return true;
  }

  // Content that touches a quotation holds all of it; a quotation beside the cue is its content.
  void WidenToQuotations(const Draft& draft, ByteSpan governed, Speech* speech) const {
    for (ByteSpan& piece : speech->content) {
      for (size_t i = FirstQuotationEndingAfter(piece.begin);
           i < quotations_.size() && quotations_[i].span.begin < piece.end; ++i) {
        const ByteSpan span = quotations_[i].span;
        if (span.Overlaps(governed)) continue;
        piece = {std::min(piece.begin, span.begin), std::max(piece.end, span.end)};
      }
    }
    if (!draft.takes_quotation) return;
    const size_t after = FirstQuotationEndingAfter(governed.end);
    if (after < quotations_.size() && quotations_[after].span.begin >= governed.end &&
        OnlyMarksBetween(governed.end, quotations_[after].span.begin)) {
      AddPiece(quotations_[after].span, speech);
    }
    const size_t next = FirstQuotationEndingAfter(governed.begin);
    if (next > 0 && OnlyMarksBetween(quotations_[next - 1].span.end, governed.begin))
      AddPiece(quotations_[next - 1].span, speech);
  }

  static void AddPiece(ByteSpan span, Speech* speech) {
    for (ByteSpan& piece : speech->content) {
      if (piece.Contains(span)) return;
      if (piece.Overlaps(span)) {
        piece = {std::min(piece.begin, span.begin), std::max(piece.end, span.end)};
        return;
      }
    }
    speech->content.push_back(span);
  }

  void ClaimQuotations(size_t number) {
    Speech& speech = speeches_[number];
    for (const ByteSpan piece : speech.content) {
      for (size_t i = FirstQuotationEndingAfter(piece.begin);
           i < quotations_.size() && quotations_[i].span.begin < piece.end; ++i) {
        if (!piece.Contains(quotations_[i].span)) continue;
        speech.quoted = true;
        if (speech_of_[i] < 0) speech_of_[i] = static_cast<int32_t>(number);
      }
    }
  }

  // A quotation nobody claimed goes on with the speech before it when that one ended in a quotation and the new one
  // makes whole sentences of the same paragraph, or a paragraph of its own.
  void ContinueQuotations() {
    size_t speech = 0;  // first speech that begins after the quotation
    for (size_t i = 1; i < quotations_.size(); ++i) {
      const ByteSpan span = quotations_[i].span;
      while (speech < speeches_.size() && speeches_[speech].cue.front().begin < span.begin) ++speech;
      if (speech_of_[i] >= 0 || speech_of_[i - 1] < 0) continue;
      const int32_t number = speech_of_[i - 1];
      Speech& before = speeches_[static_cast<size_t>(number)];
      if (!IsWholeSentences(span)) continue;
      const bool continues = quotations_[i].continues || IsNextTo(before, quotations_[i - 1].span, span);
      if (!continues) continue;
      before.content.push_back(span);
      speech_of_[i] = number;
    }
  }

  const Statement* StatementAt(uint32_t byte) const {
    const std::vector<Statement>& statements = segmentation_.statements;
    auto it = std::upper_bound(statements.begin(), statements.end(), byte,
                               [](uint32_t at, const Statement& s) { return at < s.span.begin; });
    return it == statements.begin() ? nullptr : &*std::prev(it);
  }

  bool IsWholeSentences(ByteSpan span) const {
    const Statement* first = StatementAt(span.begin);
    const Statement* last = StatementAt(span.end - 1);
    return first != nullptr && last != nullptr && first->span.begin == span.begin && last->span.end == span.end;
  }

  // Between the two stands nothing but the rest of the cue's statement.
  bool IsNextTo(const Speech& speech, ByteSpan quotation, ByteSpan next) const {
    const uint32_t end = std::max(quotation.end, StatementOf(speech).span.end);
    if (next.begin < end) return false;
    for (uint32_t i = end; i < next.begin; ++i) {
      if (!absl::ascii_isspace(static_cast<unsigned char>(text_[i]))) return false;
    }
    return true;
  }

  absl::string_view text_;
  const Segmentation& segmentation_;
  absl::Span<const Analysis> analyses_;
  std::vector<Quotation> quotations_;
  std::vector<int32_t> speech_of_;  // by quotation: the speech it belongs to, -1: none
  std::vector<Speech> speeches_;
};

}  // namespace

std::vector<Speech> FindSpeech(absl::string_view text, const Segmentation& segmentation,
                               absl::Span<const Analysis> analyses) {
  return DocumentReader(text, segmentation, analyses).Read();
}

}  // namespace consilience
