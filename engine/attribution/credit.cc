#include "engine/attribution/credit.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/outlet_index.h"
#include "engine/attribution/outlet_mention.h"
#include "engine/attribution/reporting_verb.h"

namespace consilience {
namespace {

// One statement's tokens. Positions outside [0, size) read as "".
class Tokens {
 public:
  Tokens(absl::string_view text, absl::Span<const Token> tokens) : text_(text), tokens_(tokens) {}
  int32_t size() const { return static_cast<int32_t>(tokens_.size()); }
  absl::string_view operator[](int32_t i) const {
    return i < 0 || i >= size() ? absl::string_view() : tokens_[static_cast<size_t>(i)].span.In(text_);
  }
  ByteSpan Span(int32_t first, int32_t end) const {
    return first >= end ? ByteSpan{}
                        : ByteSpan{tokens_[static_cast<size_t>(first)].span.begin, tokens_[static_cast<size_t>(end) - 1].span.end};
  }
  bool Is(int32_t i, absl::string_view word) const { return absl::EqualsIgnoreCase((*this)[i], word); }
  bool IsAny(int32_t i, std::initializer_list<absl::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](absl::string_view w) { return Is(i, w); });
  }
  bool IsCapital(int32_t i) const {
    const absl::string_view word = (*this)[i];
    return !word.empty() && (absl::ascii_isupper(static_cast<unsigned char>(word[0])) || static_cast<unsigned char>(word[0]) == 0xC3);
  }
  bool IsLowerWord(int32_t i) const {
    const absl::string_view word = (*this)[i];
    return !word.empty() && absl::ascii_islower(static_cast<unsigned char>(word[0]));
  }
  bool IsPossessive(int32_t i) const { return IsAny(i, {"'s", "\u2019s", "'", "\u2019"}); }
  bool IsDash(int32_t i) const { return IsAny(i, {"-", "--", "\u2013", "\u2014", "---"}); }
  bool IsQuote(int32_t i) const { return IsAny(i, {"\"", "''", "``", "\u201c", "\u201d", "\u2019", "'"}); }
  bool IsStop(int32_t i) const { return i >= size() || IsAny(i, {".", "!", "?", ";", "\u2026", "..."}); }
  bool EndsClause(int32_t i) const { return IsStop(i) || IsQuote(i) || IsDash(i) || IsAny(i, {",", ")", ":"}); }

 private:
  absl::string_view text_;
  absl::Span<const Token> tokens_;
};

// Outlets named side by side: "BBC, NPR and the Guardian".
struct OutletList {
  size_t first_mention = 0;
  size_t end_mention = 0;
  int32_t first = 0;  // tokens
  int32_t end = 0;
};

enum class Ground : uint8_t { kNone, kSubject, kAccording, kAddressee, kCited, kWire };

struct Finding {
  Ground ground = Ground::kNone;
  ByteSpan cue;
};

// Finds which of one statement's outlet mentions are credits. A pass over the lists of mentions, each looked at with a
// bounded number of tokens around it.
class StatementReader {
 public:
  StatementReader(const Tokens& tokens, const Analysis* analysis, absl::Span<const OutletMention> mentions)
      : tokens_(tokens), analysis_(analysis), mentions_(mentions) {}

  // Calls `credit(mention, ground, cue)` for every mention that is a credit, in order.
  template <typename Credit>
  void Read(Credit credit) const {
    for (size_t i = 0; i < mentions_.size();) {
      const OutletList list = ListFrom(i);
      const Finding finding = Judge(list);
      if (finding.ground != Ground::kNone) {
        const bool any_certain = std::any_of(mentions_.begin() + static_cast<ptrdiff_t>(i),
                                             mentions_.begin() + static_cast<ptrdiff_t>(list.end_mention),
                                             [](const OutletMention& m) { return m.certain; });
        for (size_t k = i; k < list.end_mention; ++k) {
          if (any_certain || finding.ground == Ground::kWire) credit(mentions_[k], finding.ground, finding.cue);
        }
      }
      i = list.end_mention;
    }
  }

 private:
  // --- Lists ---------------------------------------------------------------------------------------------------------

  bool IsSeparator(int32_t i) const { return tokens_.IsAny(i, {",", "and", "or", "&", ";", "/"}); }

  // True when tokens [begin, end) join two items of a list, an unknown name among them allowed.
  bool Joins(int32_t begin, int32_t end) const {
    if (end - begin > 12 || begin >= end) return false;
    bool separated = false;
    for (int32_t i = begin; i < end; ++i) {
      if (IsSeparator(i)) {
        separated = true;
      } else if (!tokens_.IsAny(i, {"the", "as", "well", "also", "both", "from", "by", "s"}) && !IsOutletNoun(tokens_[i]) &&
                 !tokens_.IsPossessive(i) && !(tokens_.IsCapital(i) && separated && IsUnknownItem(i, end))) {
        return false;
      }
    }
    return separated;
  }

  // A run of capitalised words from `i` that a separator ends before `end`: an outlet the registry does not know.
  bool IsUnknownItem(int32_t i, int32_t end) const {
    while (i < end && (tokens_.IsCapital(i) || tokens_.IsAny(i, {"of", "the"}) || tokens_.IsPossessive(i))) ++i;
    return i < end && (IsSeparator(i) || tokens_.IsPossessive(i) || IsOutletNoun(tokens_[i]));
  }

  // "The Associated Press (AP)": the end of the mention with its abbreviation; else `end` itself.
  int32_t PastAbbreviation(size_t mention) const {
    const int32_t end = mentions_[mention].end;
    if (!tokens_.Is(end, "(")) return end;
    const bool named_again = mention + 1 < mentions_.size() && mentions_[mention + 1].first == end + 1 &&
                             mentions_[mention + 1].outlet == mentions_[mention].outlet &&
                             tokens_.Is(mentions_[mention + 1].end, ")");
    return named_again ? mentions_[mention + 1].end + 1 : end;
  }

  OutletList ListFrom(size_t mention) const {
    OutletList list{mention, mention + 1, mentions_[mention].first, mentions_[mention].end};
    for (;;) {
      const size_t last = list.end_mention - 1;
      const int32_t past = PastAbbreviation(last);
      if (past != list.end) {
        list.end = past;
        ++list.end_mention;
      }
      if (list.end_mention == mentions_.size()) return list;
      const OutletMention& next = mentions_[list.end_mention];
      if (!Joins(list.end, next.first)) return list;
      list.end = next.end;
      ++list.end_mention;
    }
  }

  // --- What stands before a list -------------------------------------------------------------------------------------

  // Steps left over "the", "Japan's", "state news agency", "outlets such as".
  int32_t SkipDescription(int32_t begin) const {
    int32_t at = begin;
    bool noun = false;
    for (int steps = 0; steps < 10 && at > 0; ++steps) {
      const int32_t before = at - 1;
      if (tokens_.IsAny(before, {"the", "both", "a", "an", "like", "such", "as", "including", "local", "state-run", "state",
                                 "state-owned", "state-controlled", "run", "-", "owned", "rival", "fellow", "national",
                                 "independent", "multiple", "several", "other", "conservative", "liberal", "public",
                                 "financial", "business", "opposition", "pro-government", "investigative"})) {
        if (tokens_.Is(before, "as") && !tokens_.Is(before - 1, "such")) break;
        --at;
      } else if (tokens_.IsLowerWord(before) && IsOutletNoun(tokens_[before])) {
        noun = true;
        --at;
      } else if (tokens_.IsPossessive(before) && tokens_.IsCapital(before - 1)) {
        at -= 2;
        while (tokens_.IsCapital(at - 1) && !IsOpeningWord(tokens_[at - 1])) --at;
      } else if (noun && tokens_.IsCapital(before) && !IsOpeningWord(tokens_[before]) && !IsCalendarWord(tokens_[before])) {
        --at;
      } else {
        break;
      }
    }
    return at;
  }

  // Steps left over unknown names that "and" joins to the list: "according to the Elbonia Herald and CNN".
  int32_t SkipUnknownBefore(int32_t begin, int32_t end) const {
    if (!tokens_.IsAny(begin - 1, {"and", "&"}) || !tokens_.EndsClause(end)) return begin;
    int32_t at = begin - 1;
    const int32_t limit = std::max(0, at - 14);
    while (at > limit && (tokens_.IsCapital(at - 1) || tokens_.IsAny(at - 1, {"of", "the", ","}) || tokens_.IsPossessive(at - 1))) {
      --at;
    }
    return at;
  }

  // The cue phrase that ends before token `end`.
  const CuePhrase* PhraseBefore(int32_t end, int32_t* first) const {
    for (const CuePhrase& phrase : CuePhrases()) {
      absl::string_view words = phrase.words;
      int32_t at = end;
      bool same = true;
      while (same && !words.empty()) {
        const size_t space = words.rfind(' ');
        const absl::string_view word = space == absl::string_view::npos ? words : words.substr(space + 1);
        words = space == absl::string_view::npos ? absl::string_view() : words.substr(0, space);
        same = tokens_.Is(--at, word);
      }
      if (same) {
        *first = at;
        return &phrase;
      }
    }
    return nullptr;
  }

  // "as previously reported by": the participle at most five time words before "by" at `by`.
  bool ParticipleBefore(int32_t by, int32_t* first) const {
    int32_t at = by - 1;
    for (int steps = 0; steps < 5 && at > 0 && IsTimeWord(tokens_[at]); ++steps) --at;
    const VerbMatch match = FindReportingVerb(tokens_[at]);
    if (match.verb == nullptr || !match.verb->by || (match.form != VerbForm::kPast && match.form != VerbForm::kParticiple)) {
      return false;
    }
    *first = at;
    while (IsCueAdverb(tokens_[*first - 1]) && *first > 0) --*first;
    if (tokens_.Is(*first - 1, "as")) --*first;
    return true;
  }

  Finding Before(const OutletList& list) const {
    const int32_t described = SkipDescription(list.first);
    for (const int32_t begin : {described, SkipUnknownBefore(described, list.end)}) {
      int32_t first = 0;
      if (const CuePhrase* phrase = PhraseBefore(begin, &first); phrase != nullptr) {
        if (Finding found = ByPhrase(*phrase, first, begin, list); found.ground != Ground::kNone) return found;
      } else if (tokens_.Is(begin - 1, "by") && ParticipleBefore(begin - 1, &first) && !BadNounAfter(list.end, false)) {
        return {Ground::kAccording, tokens_.Span(first, begin)};
      }
      if (begin == 0) break;
    }
    return {};
  }

  Finding ByPhrase(const CuePhrase& phrase, int32_t first, int32_t end, const OutletList& list) const {
    const ByteSpan cue = tokens_.Span(first, end);
    switch (phrase.kind) {
      case CueKind::kAccording:
        // "5 per", "30 percent per" are no cues of outlets' names; an article of their own would follow.
        if (BadNounAfter(list.end, false)) return {};
        return {Ground::kAccording, cue};
      case CueKind::kAddressee:
        if (tokens_.Is(list.end, "to") && tokens_.IsLowerWord(list.end + 1) && absl::StartsWith(phrase.words, "t")) return {};
        if (BadNounAfter(list.end, true)) return {};
        if (tokens_.IsAny(first - 1, {"not", "n't", "never"})) return {};
        return {Ground::kAddressee, cue};
      case CueKind::kCited:
        if (BadNounAfter(list.end, false)) return {};
        return {Ground::kCited, cue};
      case CueKind::kLabel:
        if (absl::EndsWith(phrase.words, ":") && first > 1 && !tokens_.Is(first - 1, "(")) return {};
        if (phrase.words == "via" && !(tokens_.Is(first - 1, "(") || first == 0 || tokens_.IsDash(first - 1))) return {};
        return {Ground::kWire, cue};
    }
    return {};
  }

  // True when the outlets only modify another noun: "CNN viewers", "a CNN poll", "Fox News host".
  bool BadNounAfter(int32_t at, bool hosts_allowed) const {
    if (tokens_.IsPossessive(at)) ++at;
    for (int32_t i = at; i < at + 4 && i < tokens_.size(); ++i) {
      const absl::string_view word = tokens_[i];
      if (IsPollNoun(word) || IsInsiderNoun(word)) return true;
      if (IsHostNoun(word)) return !hosts_allowed;
      if (!tokens_.IsLowerWord(i) || IsOpeningWord(word) || IsTimeWord(word) || IsReportNoun(word) || IsJournalistNoun(word) ||
          tokens_.IsAny(i, {"he", "she", "it", "they", "we", "there", "his", "her", "their", "would", "will", "is", "was"})) {
        return false;
      }
      if (FindReportingVerb(word).verb != nullptr) return false;
    }
    return false;
  }

  // --- The outlet as subject -----------------------------------------------------------------------------------------

  bool IsGoverned(const OutletList& list) const {
    const int32_t begin = SkipDescription(list.first);
    if (begin == 0) return false;
    if (tokens_.IsAny(begin - 1, {"like", "including"})) return false;
    if (begin < list.first && tokens_.IsAny(begin, {"like", "including", "such"})) return false;
    // "On Monday, in the Post" is governed; "On Monday CNN reported" ends in a calendar word.
    return IsGoverningPreposition(tokens_[begin - 1]);
  }

  // Past ", citing officials," and ", which first broke the story,".
  int32_t SkipInsertion(int32_t at) const {
    if (!tokens_.Is(at, ",") ||
        !tokens_.IsAny(at + 1, {"citing", "quoting", "which", "who", "in", "on", "referring", "relying", "meanwhile", "for",
                                "however", "too", "one"})) {
      return at;
    }
    for (int32_t i = at + 2; i < at + 22 && i < tokens_.size(); ++i) {
      if (tokens_.Is(i, ",")) return i + 1;
    }
    return at;
  }

  // The adverbs, auxiliaries and time words before a verb.
  int32_t SkipAdverbs(int32_t at) const {
    for (int steps = 0; steps < 6; ++steps) {
      if (!IsCueAdverb(tokens_[at]) && !IsTimeWord(tokens_[at])) break;
      if (tokens_.IsAny(at, {"was", "were", "is", "are", "been", ","})) break;
      ++at;
    }
    return at;
  }

  // Content of a verb that ends before `at`: false when it is the outlet itself.
  bool IsAboutOthers(int32_t at, const OutletList& list) const {
    while (at < tokens_.size() && (IsTimeWord(tokens_[at]) || tokens_.Is(at, "that")) && !tokens_.Is(at, ",")) {
      if (tokens_.Is(at, "in") && tokens_.IsAny(at + 1, {"a", "an", "its", "court"})) return false;
      if (tokens_.Is(at, "on") && tokens_.IsAny(at + 1, {"twitter", "x", "facebook", "its"})) return false;
      ++at;
    }
    if (tokens_.IsAny(at, {"its", "their", "they", "we", "our"})) return false;
    if (tokens_.Is(at, "it")) {
      const bool expletive = tokens_.IsAny(at + 1, {"was", "is"}) &&
                             (tokens_.IsAny(at + 2, {"not", "clear", "unclear", "likely", "unlikely", "possible"}));
      if (!expletive) return false;
    }
    if (tokens_.Is(at, "the") &&
        (IsOutletNoun(tokens_[at + 1]) || tokens_.IsAny(at + 1, {"company", "newsroom"}))) {
      return false;
    }
    for (int32_t i = at; i < at + 14 && i < tokens_.size(); ++i) {
      if (IsOwnAffairNoun(tokens_[i])) return false;
      if (tokens_.IsAny(i, {"stand", "stands", "stood"}) && tokens_.Is(i + 1, "by")) return false;
    }
    for (const OutletMention& mention : mentions_) {
      if (mention.first >= at && mention.first <= at + 2 && mention.outlet == mentions_[list.first_mention].outlet) return false;
    }
    return true;
  }

  // The tree's word on whether token `verb` is a verb. Without a tree it is taken for one.
  bool MayBeVerb(int32_t verb) const {
    if (analysis_ == nullptr) return true;
    const Upos tag = analysis_->word(verb).upos;
    return tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kX;
  }

  bool IsCreditVerb(int32_t at, const OutletList& list, bool journalist) const {
    const VerbMatch match = FindReportingVerb(tokens_[at]);
    if (match.verb == nullptr || match.verb->outlet == OutletCue::kNone || match.form == VerbForm::kGerund) return false;
    if (match.form == VerbForm::kBase && list.end_mention - list.first_mention < 2) return false;
    if (match.form == VerbForm::kParticiple && !tokens_.IsAny(at - 1, {"has", "have", "had"}) && !IsCueAdverb(tokens_[at - 1])) {
      return false;
    }
    if (!MayBeVerb(at)) return false;
    if (match.verb->outlet == OutletCue::kWeak) {
      return journalist || (IsAboutOthers(at + 1, list) && !ContentBeforeIsOwn(list));
    }
    if (IsResultNoun(tokens_[at + 1]) || IsResultNoun(tokens_[at + 2]) || IsResultNoun(tokens_[at + 3])) return false;
    if (match.verb->lemma == "report" && tokens_.Is(at + 1, "on") && !IsTimeWord(tokens_[at + 2])) return false;
    if (tokens_.IsAny(at + 1, {"by", "to"}) && match.verb->lemma != "report") return false;
    if (match.verb->lemma == "publish") {
      for (int32_t i = at + 1; i < at + 6; ++i) {
        if (IsOwnAffairNoun(tokens_[i]) || tokens_.IsAny(i, {"op-ed", "editorial", "opinion", "cartoon", "essay", "column"})) {
          return false;
        }
      }
    }
    return true;
  }

  // "It would appeal, Fox News said."
  bool ContentBeforeIsOwn(const OutletList& list) const {
    if (!tokens_.Is(SkipDescription(list.first) - 1, ",")) return false;
    for (int32_t i = 0; i < list.first && i < 24; ++i) {
      if (IsOwnAffairNoun(tokens_[i])) return true;
    }
    return tokens_.IsAny(0, {"it", "we", "our"});
  }

  Finding AsSubject(const OutletList& list) const {
    if (IsGoverned(list)) return {};
    int32_t at = list.end;
    if (tokens_.IsPossessive(at)) return OwnedSubject(at + 1);
    if (tokens_.Is(at, ",") && tokens_.IsAny(at + 1, {"which", "who"})) {
      const int32_t verb = SkipAdverbs(at + 2);
      if (verb < tokens_.size() && IsCreditVerb(verb, list, false) && !tokens_.Is(verb + 1, "the")) {
        return {Ground::kSubject, tokens_.Span(verb, verb + 1)};
      }
    }
    bool journalist = false;
    if (IsJournalistNoun(tokens_[at])) {
      journalist = true;
      ++at;
      for (int steps = 0; steps < 4 && (tokens_.IsCapital(at) || tokens_.IsAny(at, {"in", "at", "the", "scene"})); ++steps) ++at;
    } else if (IsOutletNoun(tokens_[at]) && tokens_.IsLowerWord(at)) {
      while (IsOutletNoun(tokens_[at])) ++at;
    }
    at = SkipInsertion(at);
    const int32_t verb = SkipAdverbs(at);
    // "CNN was told": the outlet is the one addressed.
    if (tokens_.IsAny(verb, {"was", "were", "been"}) && tokens_.Is(verb + 1, "told")) {
      return {Ground::kAddressee, tokens_.Span(verb, verb + 2)};
    }
    if (tokens_.IsAny(verb, {"contributed"}) && tokens_.Is(verb + 1, "to") && tokens_.IsAny(verb + 2, {"this", "the"})) {
      return {Ground::kWire, tokens_.Span(verb, verb + 2)};
    }
    if (verb >= tokens_.size() || !IsCreditVerb(verb, list, journalist)) {
      if (journalist && tokens_.IsAny(verb, {"saw", "heard", "witnessed", "counted"})) {
        return {Ground::kSubject, tokens_.Span(verb, verb + 1)};
      }
      return {};
    }
    return {Ground::kSubject, tokens_.Span(tokens_.Is(verb - 1, "has") || tokens_.Is(verb - 1, "had") ? verb - 1 : verb, verb + 1)};
  }

  // "Reuters' Jane Doe reported", "the Times's White House correspondent wrote".
  Finding OwnedSubject(int32_t at) const {
    int32_t verb = at;
    while (verb < at + 8 && (tokens_.IsCapital(verb) || IsJournalistNoun(tokens_[verb]) || tokens_.IsAny(verb, {"and", "of", "'s"}))) {
      ++verb;
    }
    if (verb == at) return {};
    verb = SkipAdverbs(verb);
    const VerbMatch match = FindReportingVerb(tokens_[verb]);
    const bool strong = match.verb != nullptr && match.verb->outlet == OutletCue::kStrong && match.form != VerbForm::kGerund &&
                        match.form != VerbForm::kBase;
    return strong && MayBeVerb(verb) ? Finding{Ground::kSubject, tokens_.Span(verb, verb + 1)} : Finding{};
  }

  // ", reported Reuters", "\" said the BBC.": a verb between the content's end and the outlets.
  Finding Inverted(const OutletList& list) const {
    const int32_t begin = SkipDescription(list.first);
    const int32_t verb = begin - 1;
    const VerbMatch match = FindReportingVerb(tokens_[verb]);
    if (match.verb == nullptr || match.verb->outlet == OutletCue::kNone ||
        (match.form != VerbForm::kPast && match.form != VerbForm::kThird)) {
      return {};
    }
    const bool after_content = tokens_.Is(verb - 1, ",") || tokens_.IsQuote(verb - 1) || tokens_.IsDash(verb - 1);
    const bool content_over = tokens_.EndsClause(list.end) || IsTimeWord(tokens_[list.end]) || tokens_.Is(list.end, "citing") ||
                              (tokens_.Is(list.end, "in") && tokens_.IsAny(list.end + 1, {"a", "an"}));
    return after_content && content_over ? Finding{Ground::kSubject, tokens_.Span(verb, begin)} : Finding{};
  }

  // --- "a report by CNN said", "according to a CNN report" -----------------------------------------------------------

  Finding ByReport(const OutletList& list) const {
    int32_t first = list.first;  // of the noun phrase
    int32_t end = list.end;      // past it
    int32_t noun = -1;
    const int32_t begin = SkipDescription(list.first);
    if (tokens_.IsAny(begin - 1, {"by", "in", "from"})) {
      int32_t at = begin - 2;
      if (tokens_.IsAny(at, {"published", "released", "aired", "posted"})) --at;
      for (int steps = 0; steps < 4 && at > 0 && IsTimeWord(tokens_[at]) && !IsReportNoun(tokens_[at]); ++steps) --at;
      if (tokens_.IsAny(at, {"published", "released", "aired", "posted"})) --at;
      if (IsReportNoun(tokens_[at])) {
        noun = at;
        first = at;
      }
    } else {
      int32_t at = list.end;
      if (tokens_.IsPossessive(at)) ++at;
      for (int32_t i = at; i < at + 4; ++i) {
        if (IsPollNoun(tokens_[i])) return {};
        if (IsReportNoun(tokens_[i]) && !IsPollNoun(tokens_[i + 1])) {
          noun = i;
          end = i + 1;
          break;
        }
        if (!tokens_.IsLowerWord(i) && !tokens_.IsCapital(i)) break;
        if (FindReportingVerb(tokens_[i]).verb != nullptr) break;
      }
    }
    if (noun < 0) return {};
    // Left over the adjectives to the article, and what stands before it.
    int32_t at = first;
    for (int steps = 0; steps < 7 && at > 0; ++steps) {
      if (tokens_.IsAny(at - 1, {"to", "citing", "quoting", "per", "cited", "by", "in", "on", ",", "."}) ||
          IsDisputingVerb(tokens_[at - 1]) || FindReportingVerb(tokens_[at - 1]).verb != nullptr) {
        break;
      }
      --at;
    }
    for (int32_t i = at - 1; i >= 0 && i >= at - 4; --i) {
      if (IsDisputingVerb(tokens_[i])) return {};
    }
    if (tokens_.Is(at - 1, "to") && tokens_.Is(at - 2, "according")) return {Ground::kAccording, tokens_.Span(at - 2, at)};
    if (tokens_.Is(at - 1, "per")) return {Ground::kAccording, tokens_.Span(at - 1, at)};
    if (tokens_.IsAny(at - 1, {"citing", "quoting"})) return {Ground::kCited, tokens_.Span(at - 1, at)};
    if (tokens_.Is(at - 1, "cited") && noun == first) return {};
    if (!tokens_.EndsClause(noun) && tokens_.IsAny(at - 1, {"in"}) && IsInterview(noun)) {
      return {Ground::kAddressee, tokens_.Span(at - 1, noun + 1)};
    }
    // The phrase as subject.
    int32_t verb = SkipAdverbs(end);
    if (IsTimeWord(tokens_[verb]) && tokens_.Is(verb, ",")) return {};
    const VerbMatch match = FindReportingVerb(tokens_[verb]);
    const bool says = match.verb != nullptr && match.form != VerbForm::kGerund &&
                      (match.verb->outlet != OutletCue::kNone || match.verb->lemma == "show");
    if (says && !IsGoverningPreposition(tokens_[at - 1]) && MayBeVerb(verb)) {
      return {Ground::kAccording, tokens_.Span(verb, verb + 1)};
    }
    return {};
  }

  bool IsInterview(int32_t noun) const { return tokens_.IsAny(noun, {"interview", "interviews"}); }

  // --- Wire marks, datelines, credit lines ---------------------------------------------------------------------------

  Finding AsMark(const OutletList& list) const {
    const int32_t open = list.first - 1;
    if ((tokens_.Is(open, "(") && tokens_.Is(list.end, ")")) || (tokens_.Is(open, "[") && tokens_.Is(list.end, "]"))) {
      int32_t past = list.end + 1;
      const ByteSpan cue = tokens_.Span(open, past);
      if (tokens_.IsDash(past) && IsDateline(open)) return {Ground::kWire, cue};
      while (past < tokens_.size() && (tokens_.IsStop(past) || tokens_.IsQuote(past))) ++past;
      const bool names_again = list.first_mention > 0 && mentions_[list.first_mention - 1].outlet == mentions_[list.first_mention].outlet;
      if (past >= tokens_.size() && open >= 3 && !names_again && !IsAbbreviated(open)) return {Ground::kWire, cue};
    }
    int32_t past = list.end;
    while (past < tokens_.size() && tokens_.IsStop(past)) ++past;
    if (past < tokens_.size()) return {};
    const int32_t begin = tokens_.Is(list.first - 1, "the") ? list.first - 1 : list.first;
    if (tokens_.IsDash(begin - 1) && begin >= 5) return {Ground::kWire, tokens_.Span(begin - 1, begin)};
    if (tokens_.Is(begin - 1, "by") && begin == 1) return {Ground::kWire, tokens_.Span(0, 1)};
    return {};
  }

  // "the National Palace of Something (SANA)": the parenthesis may abbreviate the name before it.
  bool IsAbbreviated(int32_t open) const {
    const absl::string_view short_name = tokens_[open + 1];
    if (short_name.size() < 2 || short_name.size() > 6) return false;
    size_t letter = short_name.size();
    for (int32_t i = open - 1; i >= 0 && i >= open - 10 && letter > 0; --i) {
      const absl::string_view word = tokens_[i];
      if (!word.empty() && absl::ascii_toupper(static_cast<unsigned char>(word[0])) == short_name[letter - 1]) {
        --letter;
      } else if (!tokens_.IsAny(i, {"of", "and", "the", "for"})) {
        return false;
      }
    }
    return letter == 0;
  }

  // Tokens before `end` are a place and a date: "LONDON, Oct. 3".
  bool IsDateline(int32_t end) const {
    if (end > 12) return false;
    for (int32_t i = 0; i < end; ++i) {
      if (tokens_.IsLowerWord(i) && !tokens_.IsAny(i, {"de", "of", "the", "and", "la", "el", "al", "s"})) return false;
    }
    return true;
  }

  Finding Judge(const OutletList& list) const {
    if (Finding found = AsMark(list); found.ground != Ground::kNone) return found;
    if (Finding found = Before(list); found.ground != Ground::kNone) return found;
    if (Finding found = ByReport(list); found.ground != Ground::kNone) return found;
    if (Finding found = AsSubject(list); found.ground != Ground::kNone) return found;
    return Inverted(list);
  }

  const Tokens& tokens_;
  const Analysis* analysis_;
  absl::Span<const OutletMention> mentions_;
};

bool Earlier(const Credit& a, const Credit& b) {
  return std::tie(a.span, a.basis, a.outlet) < std::tie(b.span, b.basis, b.outlet);
}

// Drops later credits of the same outlet on the same basis.
void Tidy(std::vector<Credit>* credits) {
  std::sort(credits->begin(), credits->end(), Earlier);
  std::vector<Credit> kept;
  for (Credit& credit : *credits) {
    const bool again = std::any_of(kept.begin(), kept.end(), [&](const Credit& k) { return k.outlet == credit.outlet; });
    if (!again) kept.push_back(std::move(credit));
  }
  *credits = std::move(kept);
}

}  // namespace

absl::string_view ToString(CreditBasis basis) {
  switch (basis) {
    case CreditBasis::kInline: return "inline";
    case CreditBasis::kParagraph: return "paragraph";
    case CreditBasis::kHeader: return "header";
    case CreditBasis::kPublisher: return "publisher";
    case CreditBasis::kVia: return "via";
  }
  return "inline";
}

std::vector<std::vector<Credit>> CreditFinder::Find(const Document& document, const Segmentation& segmentation,
                                                    absl::Span<const Analysis> analyses) const {
  const std::vector<Statement>& statements = segmentation.statements;
  std::vector<std::vector<Credit>> out(statements.size());
  const std::vector<OutletMention> mentions = FindOutletMentions(document, segmentation, *registry_);
  const absl::Span<const Outlet> outlets = registry_->outlets();
  std::vector<OutletMention> decided;
  for (size_t i = 0; i < mentions.size();) {
    const uint32_t number = mentions[i].statement;
    decided.clear();
    for (; i < mentions.size() && mentions[i].statement == number; ++i) decided.push_back(mentions[i]);
    const Tokens tokens(document.text, segmentation.TokensOf(statements[number]));
    const Analysis* analysis =
        number < analyses.size() && analyses[number].size() == tokens.size() ? &analyses[number] : nullptr;
    struct Grounded {
      Credit credit;
      Ground ground;
    };
    std::vector<Grounded> found;
    StatementReader(tokens, analysis, decided).Read([&](const OutletMention& mention, Ground ground, ByteSpan cue) {
      if (mention.outlet < 0) return;
      Credit credit;
      credit.outlet = outlets[static_cast<size_t>(mention.outlet)].name;
      credit.mention = std::string(mention.span.In(document.text));
      credit.basis = CreditBasis::kInline;
      credit.span = mention.span;
      credit.cue = cue;
      found.push_back({std::move(credit), ground});
    });
    // "Bloomberg said, citing Kyodo": the relay comes before what it cites.
    uint32_t cited = 0;
    for (const Grounded& g : found) {
      if (g.ground == Ground::kCited) cited = std::max(cited, g.credit.span.begin);
    }
    for (Grounded& g : found) {
      const bool relays = (g.ground == Ground::kSubject || g.ground == Ground::kAccording) && g.credit.span.begin < cited;
      if (relays) g.credit.basis = CreditBasis::kVia;
      out[number].push_back(std::move(g.credit));
    }
    Tidy(&out[number]);
  }

  // Statements without inline credits: the rest of the paragraph, the header, the publisher.
  std::vector<Credit> otherwise;
  if (document.format == InputFormat::kDigest) {
    for (const std::string& name : document.header_credits) {
      Credit credit;
      credit.outlet = registry_->CanonicalPublisher(name, "");
      credit.mention = name;
      credit.basis = CreditBasis::kHeader;
      const bool again = std::any_of(otherwise.begin(), otherwise.end(), [&](const Credit& c) { return c.outlet == credit.outlet; });
      if (!credit.outlet.empty() && !again) otherwise.push_back(std::move(credit));
    }
  }
  if (otherwise.empty()) {
    Credit credit;
    credit.outlet = registry_->CanonicalPublisher(document.outlet, document.url);
    credit.mention = document.outlet;
    credit.basis = CreditBasis::kPublisher;
    if (!credit.outlet.empty()) otherwise.push_back(std::move(credit));
  }
  size_t closing = statements.size();  // the nearest following statement with credits of its own
  for (size_t i = statements.size(); i-- > 0;) {
    if (!out[i].empty()) {
      closing = i;
      continue;
    }
    const bool same_paragraph = closing < statements.size() && statements[closing].paragraph == statements[i].paragraph;
    if (document.format == InputFormat::kDigest && same_paragraph) {
      for (const Credit& credit : out[closing]) {
        if (credit.basis != CreditBasis::kInline) continue;
        out[i].push_back(credit);
        out[i].back().basis = CreditBasis::kParagraph;
      }
    } else {
      out[i] = otherwise;
    }
  }
  return out;
}

}  // namespace consilience
