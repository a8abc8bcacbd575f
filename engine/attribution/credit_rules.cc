#include "engine/attribution/credit_rules.h"

#include <algorithm>
#include <optional>

#include "absl/strings/match.h"
#include "engine/attribution/credit_frame.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

// True when the words before `end` are those of `phrase`; `first` is then the first of them. A hyphenated word of the
// phrase may be several words of the statement.
bool EndsWithPhrase(const StatementWords& words, int32_t end, absl::string_view phrase, int32_t* first) {
  int32_t at = end;
  while (!phrase.empty()) {
    const size_t space = phrase.rfind(' ');
    absl::string_view word = space == absl::string_view::npos ? phrase : phrase.substr(space + 1);
    phrase = space == absl::string_view::npos ? absl::string_view() : phrase.substr(0, space);
    if (--at < 0) return false;
    if (word == "*") {
      while (at >= 2 && words.Is(at - 1, "-")) at -= 2;
      continue;
    }
    while (!words.Is(at, word)) {
      if (at == 0 || words[at].empty() || !absl::EndsWithIgnoreCase(word, words[at])) return false;
      word.remove_suffix(words[at--].size());
    }
  }
  *first = at;
  return true;
}

bool IsOwnMatter(absl::string_view word) {
  return IsOwnAffairNoun(word) || IsOwnFault(word);
}

Ground GroundOf(CueKind kind) {
  switch (kind) {
    case CueKind::kAccording:
      return Ground::kAccording;
    case CueKind::kAddressee:
      return Ground::kAddressee;
    case CueKind::kCited:
      return Ground::kCited;
    case CueKind::kRelayed:
      return Ground::kRelay;
    case CueKind::kLabel:
      return Ground::kMark;
    case CueKind::kSubject:
      return Ground::kSubject;
  }
  return Ground::kNone;
}

}  // namespace

Finding CreditRules::Judge(const OutletList& list) const {
  using Rule = Finding (CreditRules::*)(const OutletList&) const;
  constexpr Rule kRules[] = {&CreditRules::AsMark,
                             &CreditRules::AsPoll,
                             &CreditRules::AsRelayed,
                             &CreditRules::AfterPhrase,
                             &CreditRules::AfterVerbOfSpeech,
                             &CreditRules::ByReport,
                             &CreditRules::AsSubject,
                             &CreditRules::Inverted,
                             &CreditRules::OnShow,
                             &CreditRules::AsSpeaker,
                             &CreditRules::AsRecipient,
                             &CreditRules::InEdition,
                             &CreditRules::OnAir,
                             &CreditRules::ByFrame,
                             &CreditRules::ByEstimate,
                             &CreditRules::ByBearer};
  const bool none = words_.IsAny(list.begin - 1, {"neither", "nor"});
  for (const Rule rule : kRules) {
    if (none && rule != kRules[0]) return {};
    if (const Finding found = (this->*rule)(list); found.ground != Ground::kNone) return found;
  }
  return {};
}

Finding CreditRules::Found(Ground ground, int32_t first, int32_t end) const {
  Finding found;
  found.ground = ground;
  found.cue = words_.Span(first, end);
  return found;
}

Finding CreditRules::Marked(WireMarkKind kind, int32_t first, int32_t end) const {
  Finding found = Found(Ground::kMark, first, end);
  found.mark = kind;
  return found;
}

// --- Marks: "(Reuters)", datelines, bylines --------------------------------------------------------------------------

Finding CreditRules::AsMark(const OutletList& list) const {
  const int32_t open = list.first - 1;
  if ((words_.Is(open, "(") && words_.Is(list.end, ")")) || (words_.Is(open, "[") && words_.Is(list.end, "]"))) {
    int32_t past = list.end + 1;
    if ((words_.IsDash(past) || words_.IsCapital(past)) && IsDateline(open))
      return Marked(WireMarkKind::kDateline, open, past);
    const int32_t closed = past;
    while (past < words_.size() && (words_.IsStop(past) || words_.IsQuote(past))) ++past;
    const bool names_again =
        list.first_mention > 0 && mentions_[list.first_mention - 1].outlet == mentions_[list.first_mention].outlet;
    const bool ends = past >= words_.size() && (open == 0 || open >= 3);
    if (ends && !names_again) return Marked(WireMarkKind::kClosing, open, closed);
  }
  int32_t past = list.end;
  while (past < words_.size() && words_.IsStop(past)) ++past;
  if (past < words_.size()) return {};
  const int32_t begin = words_.Is(list.first - 1, "the") ? list.first - 1 : list.first;
  if (words_.IsDash(begin - 1) && begin >= 5) return Marked(WireMarkKind::kClosing, begin - 1, begin);
  // "By Jane Doe, Associated Press"
  constexpr int32_t kLongestByline = 12;
  if (!words_.Is(0, "by") || begin > kLongestByline) return {};
  for (int32_t i = 1; i < begin; ++i) {
    if (words_.IsLower(i) && !words_.IsAny(i, {"and", "of", "the", "for", "de", "van", "von"})) return {};
  }
  return Marked(WireMarkKind::kByline, 0, 1);
}

// Words before `end` are a place and a date: "LONDON, Oct. 3".
bool CreditRules::IsDateline(int32_t end) const {
  constexpr int32_t kLongest = 12;
  if (end > kLongest) return false;
  for (int32_t i = 0; i < end; ++i) {
    if (words_.IsLower(i) && !words_.IsAny(i, {"de", "of", "the", "and", "la", "el", "al", "s"})) return false;
  }
  return true;
}

// --- Polls -----------------------------------------------------------------------------------------------------------

// "a CNN poll", "the Reuters/Ipsos survey", "a poll conducted by ABC News".
Finding CreditRules::AsPoll(const OutletList& list) const {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = list.end; i < std::min(words_.size(), list.end + kFurthest); ++i) {
    if (IsPollNoun(words_[i])) return Found(Ground::kPoll, i, i + 1);
    const bool joined =
        words_.IsAny(i, {"/", "-", "\u2013", "and", "national", "exit", "tracking", "opinion", "new", "latest"});
    if (!joined && !words_.IsCapital(i) && !words_.IsPossessive(i)) break;
  }
  int32_t at = list.begin;
  if (!words_.IsAny(at - 1, {"by", "from"})) return {};
  --at;
  for (int steps = 0; steps < 4 && at > 0; ++steps) {
    --at;
    if (IsPollNoun(words_[at])) return Found(Ground::kPoll, at, list.begin);
    if (!IsTimeWord(words_[at]) &&
        !words_.IsAny(at, {"conducted", "released", "published", "taken", "commissioned", "done"}))
      break;
  }
  return {};
}

// --- What stands before a list ---------------------------------------------------------------------------------------

// "as previously reported by": the participle at most five time words before "by" at `by`.
bool CreditRules::ParticipleBefore(int32_t by, int32_t* first) const {
  constexpr int kFurthest = 5;
  int32_t at = by - 1;
  if (words_.Is(at, "saying") && words_.Is(at - 1, "as")) at -= 2;
  for (int steps = 0; steps < kFurthest && at > 0 &&
                      (IsTimeWord(words_[at]) || words_.IsAny(at, {"full", "by", "phone", "telephone", "exclusively"}));
       ++steps) {
    --at;
  }
  // "pictures taken by AFP"
  if (words_.IsAny(at, {"taken", "shot", "captured"}) &&
      (IsDocumentNoun(words_[at - 1]) || IsReportNoun(words_[at - 1]))) {
    *first = at;
    return true;
  }
  const VerbMatch match = FindReportingVerb(words_[at]);
  if (match.verb == nullptr || !match.verb->by ||
      (match.form != VerbForm::kPast && match.form != VerbForm::kParticiple)) {
    return false;
  }
  // "The film was reviewed by the New Yorker" tells of no report.
  constexpr int32_t kFurthestWork = 7;
  for (int32_t i = at - 1; match.verb->lemma == "review" && i >= std::max(0, at - kFurthestWork); --i) {
    if (IsWorkOfArt(words_[i])) return false;
  }
  // "will be interviewed by": nothing was reported yet.
  if (words_.Is(at - 1, "be")) return false;
  *first = at;
  while (*first > 0 && IsCueAdverb(words_[*first - 1])) --*first;
  if (words_.Is(*first - 1, "as")) --*first;
  return true;
}

// "according to", "told", "in an interview with", "first reported by".
Finding CreditRules::AfterPhrase(const OutletList& list) const {
  for (const int32_t end : {list.begin, list.begin_unknown, BeforeEmployee(list)}) {
    if (const Finding found = PhraseBefore(end, list, BearerKind::kOutlet); found.ground != Ground::kNone) return found;
  }
  return {};
}

// The phrase that ends before word `end`, where the list or what speaks for it begins.
Finding CreditRules::PhraseBefore(int32_t end, const OutletList& list, BearerKind kind) const {
  for (const CuePhrase& phrase : CuePhrasesEndingIn(words_[end - 1])) {
    int32_t first = 0;
    if (!EndsWithPhrase(words_, end, phrase.words, &first)) continue;
    switch (phrase.kind) {
      case CueKind::kAccording:
        if (kind != BearerKind::kOutlet || !OnlyModifies(list.end, false)) {
          return Found(Ground::kAccording, first, end);
        }
        break;
      case CueKind::kAddressee: {
        if (kind == BearerKind::kReport) break;
        // "told CNN to pay" is an order; "did not tell CNN" tells us nothing.
        int32_t told = list.end;  // past "CNN's reporter"
        if (words_.IsPossessive(told) || IsJournalistNoun(words_[told])) ++told;
        if (IsJournalistNoun(words_[told])) ++told;
        const bool ordered = words_.Is(told, "to") && words_.IsLower(told + 1) && absl::StartsWith(phrase.words, "t");
        const bool denied = words_.IsAny(first - 1, {"not", "n't", "n\u2019t", "never"}) ||
                            (phrase.words == "tell" && words_.Is(first - 1, "to"));
        const bool stands_beside = words_.IsAny(first, {"in", "during"});
        const bool withheld = words_.IsAny(first - 1, {"denied", "denies"});
        if (ordered || denied || withheld || (!stands_beside && IsRefused(first, 0))) break;
        if (kind != BearerKind::kOutlet || !OnlyModifies(list.end, true)) return Found(Ground::kAddressee, first, end);
        break;
      }
      case CueKind::kCited:
        if (kind != BearerKind::kOutlet || !OnlyModifies(list.end, false)) return Found(Ground::kCited, first, end);
        break;
      case CueKind::kRelayed:
      case CueKind::kSubject:
        return Found(GroundOf(phrase.kind), first, end);
      case CueKind::kLabel: {
        if (kind != BearerKind::kOutlet) break;
        const bool closes = phrase.words == "via" || absl::StartsWith(phrase.words, "source");
        const bool opens = first <= 1 || words_.IsAny(first - 1, {"(", "["}) || words_.IsStop(first - 1);
        if (opens || !closes) {
          return Marked(closes ? WireMarkKind::kClosing : WireMarkKind::kContribution, first, end);
        }
        break;
      }
    }
    break;  // shorter phrases say nothing else
  }
  int32_t first = 0;
  if (words_.Is(end - 1, "by") && ParticipleBefore(end - 1, &first) &&
      (kind != BearerKind::kJournalist || !words_.Is(end - 2, "written")) &&
      (kind != BearerKind::kOutlet || !OnlyModifies(list.end, false))) {
    return Found(Ground::kAccording, first, end);
  }
  return {};
}

// "told Jane Doe of the Guardian": the word at which her name begins; else the list's own beginning.
int32_t CreditRules::BeforeEmployee(const OutletList& list) const {
  constexpr int32_t kLongestName = 4;
  if (!words_.IsAny(list.begin - 1, {"of", "from"})) return list.begin;
  int32_t at = list.begin - 1;
  while (at > list.begin - 1 - kLongestName && words_.IsCapital(at - 1)) --at;
  return at == list.begin - 1 ? list.begin : at;
}

// "acknowledged to Reuters", "said Thursday on Fox News".
Finding CreditRules::AfterVerbOfSpeech(const OutletList& list) const {
  constexpr int kMostTimeWords = 5;
  const bool to = words_.Is(list.begin - 1, "to");
  if (!to && !words_.Is(list.begin - 1, "on")) return {};
  int32_t at = list.begin - 2;
  for (int steps = 0; steps < kMostTimeWords && at > 0 && IsTimeWord(words_[at]); ++steps) --at;
  const VerbMatch match = FindReportingVerb(words_[at]);
  if (match.verb == nullptr || !match.verb->speaks || match.verb->kind != SpeechKind::kSay) return {};
  // "pointed to CNN", "commented on CNN": the outlet is what they spoke of.
  if ((match.verb->frames & kThat) == 0 || (match.verb->frames & (to ? kTo : kOn)) != 0) return {};
  if (to && match.verb->lemma == "write") return {};  // a letter: what is in it was for the outlet alone
  if (IsRefused(at, 0) || OnlyModifies(list.end, true)) return {};
  return Found(Ground::kAddressee, at, list.begin);
}

// "On CNN's State of the Union, she said that", "During a town hall on CNN, he promised".
Finding CreditRules::OnShow(const OutletList& list) const {
  constexpr int32_t kLongest = 10, kLongestOpening = 7;
  if (!words_.IsAny(0, {"on", "in", "during", "at"}) || !words_.Is(list.begin - 1, "on")) return {};
  if (list.begin > kLongestOpening) return {};
  for (int32_t i = 1; i < list.begin; ++i) {
    if (words_.EndsClause(i)) return {};
  }
  for (int32_t i = list.end; i < list.end + kLongest; ++i) {
    if (!words_.Is(i, ",")) continue;
    const bool spoken =
        std::any_of(speech_.begin(), speech_.end(), [&](const Speech& s) { return s.cue_word > i && !s.nested; });
    return spoken ? Found(Ground::kAddressee, 0, list.begin) : Finding{};
  }
  return {};
}

// True when the outlets before `at` only modify another noun: "CNN viewers", "Fox News host".
bool CreditRules::OnlyModifies(int32_t at, bool hosts_allowed) const {
  constexpr int32_t kFurthest = 4;
  if (words_.IsPossessive(at)) ++at;
  for (int32_t i = at; i < at + kFurthest && i < words_.size(); ++i) {
    const absl::string_view word = words_[i];
    if (hosts_allowed && words_.IsAny(i, {"editor", "editors"})) return false;
    if (IsPollNoun(word) || IsInsiderNoun(word)) return true;
    if (IsHostNoun(word)) return !hosts_allowed;
    if (!words_.IsLower(i) || IsOpeningWord(word) || IsTimeWord(word) || IsReportNoun(word) || IsJournalistNoun(word) ||
        words_.IsAny(i,
                     {"he", "she", "it", "they", "we", "there", "his", "her", "their", "would", "will", "is", "was"})) {
      return false;
    }
    if (FindReportingVerb(word).verb != nullptr) return false;
  }
  return false;
}

// --- The outlet as subject -------------------------------------------------------------------------------------------

// "a lawyer for CNN said", "in the Post": another word governs the list.
bool CreditRules::IsGoverned(const OutletList& list) const {
  if (list.begin == 0) return false;
  if (words_.IsAny(list.begin, {"like", "including", "such"})) return false;
  return IsGoverningWord(words_[list.begin - 1]);
}

// Past "(a tabloid)", else `at` itself.
int32_t CreditRules::SkipBracket(int32_t at) const {
  constexpr int32_t kLongest = 6;
  if (!words_.Is(at, "(")) return at;
  for (int32_t i = at + 1; i < at + kLongest; ++i) {
    if (words_.Is(i, ")")) return i + 1;
  }
  return at;
}

// Past ", citing officials," and ", which first broke the story,".
int32_t CreditRules::SkipInsertion(int32_t at) const {
  constexpr int32_t kLongest = 22;
  if (!words_.Is(at, ",") ||
      !words_.IsAny(at + 1, {"citing", "quoting", "which", "who", "in", "on", "whose", "where", "having", "referring",
                             "relying", "meanwhile", "for", "however", "too", "one", "a", "an", "the"})) {
    return at;
  }
  for (int32_t i = at + 2; i < at + kLongest && i < words_.size(); ++i) {
    if (words_.Is(i, ",")) return i + 1;
  }
  return at;
}

// Past the adverbs, auxiliaries and time words before a verb.
int32_t CreditRules::SkipAdverbs(int32_t at) const {
  constexpr int kMost = 6;
  for (int steps = 0; steps < kMost; ++steps) {
    if (!IsCueAdverb(words_[at]) && !IsTimeWord(words_[at])) break;
    if (words_.IsAny(at, {"was", "were", "is", "are", "been", ","})) break;
    ++at;
  }
  return at;
}

// The tree's word on whether a word is a verb. Without a tree it is taken for one. Parsers take "The Daily News
// reports" for a compound noun: there what follows decides, the end of the clause or the beginning of another.
bool CreditRules::MayBeVerb(int32_t word) const {
  if (analysis_ == nullptr) return true;
  const Upos tag = analysis_->word(word).upos;
  if (tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kX) return true;
  // A noun with an object, or with a subject and no copula, is a verb: "a report from the Post details".
  const auto has = [&](Relation relation) {
    const auto& children = analysis_->children(word);
    return std::any_of(children.begin(), children.end(),
                       [&](int32_t c) { return Universal(analysis_->word(c).relation) == relation; });
  };
  const bool has_subject = has(Relation::kNsubj) && !has(Relation::kCop);
  if (tag == Upos::kNoun && !has(Relation::kDet) && (has_subject || has(Relation::kObj))) return true;
  if (!words_.IsAny(word, {"reports", "report"})) {
    // "Sky News understands he will stay", "the Post insists."
    const VerbMatch match = FindReportingVerb(words_[word]);
    if (match.verb == nullptr || !match.verb->speaks || (match.verb->frames & kThat) == 0) return false;
    if (match.form != VerbForm::kThird && match.form != VerbForm::kPast) return false;
    return words_.EndsClause(word + 1) ||
           words_.IsAny(word + 1, {"that", "he", "she", "it", "they", "there", "the", "a", "an", "his", "her", "no"});
  }
  if (words_.EndsClause(word + 1)) return true;
  const Upos next = analysis_->word(word + 1).upos;
  return next != Upos::kVerb && next != Upos::kAux && !words_.IsAny(word + 1, {"of", "about", "from", "and", "or"});
}

// "put the damage at $4 billion", "placed the toll in the hundreds"
bool CreditRules::IsEstimate(int32_t verb) const {
  constexpr int32_t kFurthest = 9;
  for (int32_t i = verb + 2; i < verb + kFurthest; ++i) {
    if (!words_.IsAny(i, {"at", "in"}) &&
        !(words_.IsAny(verb, {"gives", "gave", "give"}) && words_.IsAny(i, {"as", "of"})))
      continue;
    for (int32_t k = i + 1; k < i + 4; ++k) {
      const absl::string_view word = words_[k];
      const bool number = word == "$" || word == "\u20ac" || word == "\u00a3" ||
                          (!word.empty() && absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) ||
                          (analysis_ != nullptr && k < words_.size() && analysis_->word(k).upos == Upos::kNum);
      if (number || words_.IsAny(k, {"half", "hundreds", "dozens", "thousands", "millions"})) return true;
      if (!words_.IsLower(k)) break;
    }
  }
  return false;
}

// "asked whether", "asked him about", "asked: "; not "asked him to leave".
bool CreditRules::IsQuestion(int32_t verb) const {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = verb + 1; i < verb + kFurthest && i < words_.size(); ++i) {
    if (words_.Is(i, "to")) return false;
    if (words_.IsAny(i, {"whether", "if", "why", "how", "what", "who", "about", ":"}) || words_.IsQuote(i)) return true;
  }
  return false;
}

// Content from word `content` on: false when it is about the outlet itself.
bool CreditRules::SpeaksOfOthers(int32_t content, const OutletList& list, bool judges) const {
  constexpr int32_t kFurthest = 14;
  int32_t at = content;
  while (at < words_.size() && (IsTimeWord(words_[at]) || words_.Is(at, "that")) && !words_.Is(at, ",")) {
    const bool in_report =
        words_.IsAny(at + 1, {"a", "an"}) && ((IsReportNoun(words_[at + 2]) && !words_.Is(at + 2, "interview")) ||
                                              (IsReportNoun(words_[at + 3]) && !words_.Is(at + 3, "interview")));
    if (words_.Is(at, "in") && words_.IsAny(at + 1, {"a", "an", "its", "court"}) && !in_report) return false;
    if (words_.Is(at, "on") && words_.IsAny(at + 1, {"twitter", "x", "facebook", "its"})) return false;
    ++at;
  }
  // "its analysis found" is about what the analysis found, "its story was wrong" about the outlet.
  bool own_work = false;
  for (int32_t i = at + 1; words_.IsAny(at, {"its", "their"}) && i < at + 4; ++i) {
    const VerbMatch next = FindReportingVerb(words_[i + 1]);
    const bool found = IsFindingVerb(words_[i + 1]) || (next.verb != nullptr && next.verb->outlet != OutletCue::kNone);
    own_work |= IsReportNoun(words_[i]) && (found || !IsOwnStory(words_[i]));
  }
  if (words_.IsAny(at, {"its", "their", "they", "we", "our"}) && !own_work) return false;
  if (words_.Is(at, "it")) {
    // "said it had seen a letter"
    const int32_t own = SkipAdverbs(at + 1);
    if (IsComeByVerb(words_[own]) && HasTellingObject(own)) return true;
    // "It was unclear" is about nobody; in "A sank, while CNN said it ..." the clause before has named it.
    const bool expletive = words_.IsAny(at + 1, {"was", "is"}) &&
                           words_.IsAny(at + 2, {"not", "clear", "unclear", "likely", "unlikely", "possible"});
    const bool named_before =
        list.begin > 3 && words_.IsAny(list.begin - 1, {"while", "but", "and", "though", "although", "whereas"});
    if (!expletive && !named_before) return false;
  }
  const bool the_news = words_.IsAny(at + 1, {"news", "press", "media", "sources"});
  if (words_.Is(at, "the") && !the_news &&
      (IsOutletNoun(words_[at + 1]) || words_.IsAny(at + 1, {"company", "newsroom"})))
    return false;
  for (int32_t i = at; i < at + kFurthest && i < words_.size(); ++i) {
    if (IsOwnAffairNoun(words_[i]) || (IsOwnFault(words_[i]) && !judges)) return false;
    if (words_.IsAny(i, {"stand", "stands", "stood"}) && words_.Is(i + 1, "by")) return false;
    if (words_.Is(i, "its") && IsOwnStory(words_[i + 1]) && !own_work) return false;
  }
  // Mentions are in the order of the text and do not overlap.
  auto mention =
      std::partition_point(mentions_.begin(), mentions_.end(), [&](const OutletMention& m) { return m.first < at; });
  for (; mention != mentions_.end() && mention->first <= at + 2; ++mention) {
    if (mention->outlet == mentions_[list.first_mention].outlet) return false;
  }
  return true;
}

// "It would appeal, Fox News said."
bool CreditRules::SpokeOfItselfBefore(const OutletList& list) const {
  constexpr int32_t kFurthest = 24;
  if (!words_.Is(list.begin - 1, ",")) return false;
  for (int32_t i = 0; i < list.first && i < kFurthest; ++i) {
    if (IsOwnMatter(words_[i])) return true;
  }
  return words_.IsAny(0, {"it", "we", "our"});
}

// A finite reporting verb at `at`, of which the list is the subject.
bool CreditRules::IsCreditVerb(int32_t at, const OutletList& list, bool journalist) const {
  const VerbMatch match = FindReportingVerb(words_[at]);
  if (match.verb == nullptr || IsRefused(at, list.end) || words_.IsAny(list.begin - 1, {"neither", "nor"}))
    return false;
  // "with CNN reporting that"
  if ((match.form == VerbForm::kGerund) != words_.Is(list.begin - 1, "with")) return false;
  if (match.form == VerbForm::kBase && list.size() < 2) return false;
  if (match.form == VerbForm::kParticiple && !words_.IsAny(at - 1, {"has", "have", "had"}) &&
      !IsCueAdverb(words_[at - 1])) {
    return false;
  }
  return MayBeVerb(at) && VerbReports(*match.verb, at, list, journalist);
}

// True when an outlet that is the subject of `verb`, at `at`, reports by it, and not what a company says of itself.
bool CreditRules::VerbReports(const ReportingVerb& verb, int32_t at, const OutletList& list, bool journalist) const {
  if (verb.outlet == OutletCue::kNone) return false;
  // What it will show it has not told yet.
  if (words_.IsAny(at - 1, {"will", "would", "may", "might", "should", "must", "shall", "'ll"})) return false;
  if ((verb.frames & kIt) != 0 && !words_.Is(at + 1, "it") && !IsEstimate(at)) return false;
  if (verb.outlet == OutletCue::kQuestion) return IsQuestion(at);
  if (verb.outlet == OutletCue::kContent) {
    // "a memo the Guardian has seen", "a video, which NDTV broadcast"
    const bool fronted =
        list.begin < at && (words_.IsAny(list.begin - 1, {"which", "that"}) || IsDocumentNoun(words_[list.begin - 1]));
    return fronted || HasTellingObject(at);
  }
  // "spoke of sabotage", not "spoke with residents"; "continued: " before a quotation, not "continued to".
  constexpr Frames kClauses = kThat | kNounPhrase | kSmall | kIt | kGerund;
  if (verb.speaks && (verb.frames & kClauses) == 0) {
    const bool quotes = words_.IsAny(at + 1, {":", ","}) || words_.IsQuote(at + 1);
    if (!quotes && (FrameOfPreposition(words_[at + 1]) & verb.frames) == 0) return false;
  }
  // "spoke to two dockers who said"
  if (words_.IsAny(at + 1, {"to", "with", "from"}) &&
      (verb.lemma == "speak" || verb.lemma == "talk" || verb.lemma == "hear")) {
    constexpr int32_t kFurthest = 9;
    for (int32_t i = at + 2; i < at + kFurthest && !words_.EndsClause(i); ++i) {
      if (!words_.Is(i, "who")) continue;
      const VerbMatch said = FindReportingVerb(words_[SkipAdverbs(i + 1)]);
      return said.verb != nullptr && said.verb->speaks && said.verb->kind == SpeechKind::kSay;
    }
    return false;
  }
  // "called him for comment"
  if (verb.lemma == "call" && (words_.Is(at + 2, "for") || words_.Is(at + 3, "for"))) {
    const int32_t wanted = words_.Is(at + 2, "for") ? at + 3 : at + 4;
    if (IsAddressNoun(words_[wanted]) || IsAddressNoun(words_[wanted + 1])) return false;
  }
  if (words_.IsAny(at + 1, {"by", "to"}) && verb.lemma != "report") return false;
  if (words_.Is(at + 1, "from") && verb.lemma == "hear") return false;  // "pointed to its record"
  if (verb.outlet == OutletCue::kWeak) {
    // The object of a judgement is never the outlet itself: "called it a provocation".
    const bool judges = (verb.frames & kThat) == 0 && words_.Is(at + 1, "it");
    const bool calls = (verb.frames & kSmall) != 0 || verb.kind == SpeechKind::kJudge;
    if (journalist) {
      const int32_t content = words_.Is(at + 1, "that") ? at + 2 : at + 1;
      return !words_.IsAny(content, {"they", "their", "we", "our", "them"});
    }
    return judges || (SpeaksOfOthers(at + 1, list, calls) && !SpokeOfItselfBefore(list));
  }
  if (IsResultNoun(words_[at + 1]) || IsResultNoun(words_[at + 2]) || IsResultNoun(words_[at + 3])) return false;
  if (verb.lemma == "publish") {
    for (int32_t i = at + 1; i < at + 6; ++i) {
      if (IsOwnMatter(words_[i]) || IsOpinionNoun(words_[i])) {
        return false;
      }
    }
  }
  return true;
}

// "Reuters reported", "CNN and the BBC, citing officials, say", "a BBC correspondent saw".
Finding CreditRules::AsSubject(const OutletList& list) const {
  int32_t at = SkipBracket(list.end);
  // "The Post and other outlets"
  if (words_.Is(at, "and") && words_.IsAny(at + 1, {"other", "others", "several"})) {
    int32_t others = at + 2;
    while (words_.IsLower(others) && IsOutletNoun(words_[others])) ++others;
    if (others > at + 2 || words_.Is(at + 1, "others")) at = others;
  }
  // "CNN was the first to report"
  const int32_t was = SkipAdverbs(SkipInsertion(at));
  if (words_.IsAny(was, {"was", "were"}) && words_.IsAny(was + 1, {"the", "first", "among"})) {
    for (int32_t i = was + 1; i < was + 5; ++i) {
      if (words_.Is(i, "first") && words_.Is(i + 1, "to") && words_.Is(i + 2, "report"))
        return Found(Ground::kSubject, was, i + 3);
    }
  }
  if (words_.Is(at, ",") && words_.IsAny(at + 1, {"which", "who"})) {
    const int32_t verb = SkipAdverbs(at + 2);
    if (verb < words_.size() && IsCreditVerb(verb, list, false)) {
      const ReportingVerb* telling = FindReportingVerb(words_[verb]).verb;
      const bool reports = telling->by && (telling->frames & kThat) != 0 && telling->outlet == OutletCue::kStrong;
      if (words_.Is(verb + 1, "the") && !reports) return {};
      return Found(Ground::kSubject, verb, verb + 1);
    }
  }
  if (IsGoverned(list) && !words_.Is(list.begin - 1, "with")) return {};
  if (words_.IsAny(list.begin - 1, {"former", "ex", "onetime"})) return {};
  // "Reuters: The ferry sank"
  if (list.begin == 0 && words_.Is(list.end, ":") && list.end + 3 < words_.size()) {
    return Found(Ground::kSubject, list.end, list.end + 1);
  }
  if (words_.IsPossessive(at)) return OwnedSubject(at + 1);
  bool journalist = false;
  if (IsJournalistNoun(words_[at])) {
    journalist = true;
    ++at;
    // "in the port", "at the scene", and the journalist's name
    const bool placed = words_.IsAny(at, {"in", "at", "on", "near", "inside", "outside"});
    for (int steps = 0; steps < (placed ? 6 : 3); ++steps) {
      if (!words_.IsCapital(at) && !placed) break;
      if (FindReportingVerb(words_[at]).verb != nullptr || words_.IsAny(at, {"saw", "heard", "counted", ","})) break;
      ++at;
    }
  } else if (IsOutletNoun(words_[at]) && words_.IsLower(at)) {
    while (IsOutletNoun(words_[at])) ++at;
  }
  // "Several outlets, including CNN and NBC News, reported"
  const bool inserted = list.begin < list.first && words_.Is(at, ",");
  at = inserted && FindReportingVerb(words_[at + 1]).verb != nullptr ? at + 1 : SkipInsertion(at);
  const int32_t verb = SkipAdverbs(at);
  // "CNN was told": the outlet is the one addressed.
  if (words_.IsAny(verb, {"was", "were", "been"}) && words_.Is(verb + 1, "told") && !words_.Is(verb + 2, "to"))
    return Found(Ground::kAddressee, verb, verb + 2);
  if (IsContribution(verb)) return Marked(WireMarkKind::kContribution, verb, verb + 1);
  if (verb >= words_.size()) return {};
  if (IsCreditVerb(verb, list, journalist)) {
    return Found(Ground::kSubject, words_.IsAny(verb - 1, {"has", "have", "had"}) ? verb - 1 : verb, verb + 1);
  }
  if (words_.IsAny(verb, {"ran", "runs", "published", "carried", "released", "aired"})) {
    // "ran a long feature that"
    for (int32_t i = verb + 1; i < verb + 5; ++i) {
      if (IsOwnMatter(words_[i]) || IsOpinionNoun(words_[i])) break;
      if (IsReportNoun(words_[i])) return Found(Ground::kSubject, verb, i + 1);
    }
  }
  if (journalist && IsPerceivingVerb(words_[verb])) return Found(Ground::kSubject, verb, verb + 1);
  return {};
}

// "contributed to this report", "contributed."
bool CreditRules::IsContribution(int32_t verb) const {
  return words_.Is(verb, "contributed") && (words_.IsStop(verb + 1) || words_.Is(verb + 1, "reporting") ||
                                            (words_.Is(verb + 1, "to") && words_.IsAny(verb + 2, {"this", "the"})));
}

// "Reuters' Jane Doe reported", "the Times's White House correspondent wrote".
Finding CreditRules::OwnedSubject(int32_t at) const {
  constexpr int32_t kLongest = 9;
  int32_t verb = at;
  bool journalist = false;
  while (verb < at + kLongest) {
    const bool is_journalist = IsJournalistNoun(words_[verb]) || words_.Is(verb, "editor");
    // "political editor", "chief foreign correspondent"
    const bool describes =
        words_.IsLower(verb) && !journalist && !IsReportNoun(words_[verb]) && !IsInsiderNoun(words_[verb]) &&
        FindReportingVerb(words_[verb]).verb == nullptr &&
        (IsJournalistNoun(words_[verb + 1]) || words_.Is(verb + 1, "editor") || IsJournalistNoun(words_[verb + 2]));
    if (!words_.IsCapital(verb) && !is_journalist && !describes && !words_.IsAny(verb, {"and", "of", "'s", ","})) break;
    journalist |= is_journalist;
    ++verb;
  }
  if (verb == at) return {};
  verb = SkipAdverbs(verb);
  if (IsContribution(verb)) return Marked(WireMarkKind::kContribution, verb, verb + 1);
  const VerbMatch match = FindReportingVerb(words_[verb]);
  if (match.verb == nullptr || match.form == VerbForm::kGerund || match.form == VerbForm::kBase || !MayBeVerb(verb))
    return {};
  const bool reports =
      match.verb->outlet == OutletCue::kStrong || (journalist && match.verb->outlet == OutletCue::kWeak);
  return reports ? Found(Ground::kSubject, verb, verb + 1) : Finding{};
}

// ", reported Reuters", "\" said the BBC.": a verb between the content's end and the outlets.
Finding CreditRules::Inverted(const OutletList& list) const {
  const int32_t verb = list.begin - 1;
  const VerbMatch match = FindReportingVerb(words_[verb]);
  if (match.verb == nullptr || match.verb->outlet == OutletCue::kNone ||
      (match.form != VerbForm::kPast && match.form != VerbForm::kThird)) {
    return {};
  }
  const bool after_content = words_.Is(verb - 1, ",") || words_.IsQuote(verb - 1) || words_.IsDash(verb - 1);
  const bool content_over = words_.EndsClause(list.end) || IsTimeWord(words_[list.end]) ||
                            words_.Is(list.end, "citing") ||
                            (words_.Is(list.end, "in") && words_.IsAny(list.end + 1, {"a", "an"}));
  return after_content && content_over ? Found(Ground::kSubject, verb, list.begin) : Finding{};
}

// The list is the source of a speech that the tree shows: "as the Economist put it", "KCNA, in a dispatch on Monday,
// called".
Finding CreditRules::AsSpeaker(const OutletList& list) const {
  constexpr int32_t kFurthest = 60;  // words between a source and its cue
  auto it = std::lower_bound(speech_.begin(), speech_.end(), list.first - kFurthest,
                             [](const Speech& s, int32_t word) { return s.cue_word < word; });
  for (; it != speech_.end() && it->cue_word < list.end + kFurthest; ++it) {
    const Speech& speech = *it;
    if (speech.source_word < list.first || speech.source_word >= list.end) continue;
    const VerbMatch match = FindReportingVerb(words_[speech.cue_word]);
    const ByteSpan cue = speech.cue.front();
    bool denied = IsRefused(speech.cue_word, std::min(list.end, speech.cue_word));
    for (int32_t i = words_.WordAt(cue.begin); i < speech.cue_word; ++i) {
      denied |= words_.IsAny(i, {"not", "n't", "n\u2019t", "never"});
    }
    if (match.verb == nullptr || match.form == VerbForm::kGerund || denied ||
        !VerbReports(*match.verb, speech.cue_word, list, false))
      continue;
    return Found(Ground::kSubject, words_.WordAt(cue.begin), words_.WordAt(cue.end - 1) + 1);
  }
  return {};
}

// "in a Guardian op-ed", "in an essay in the Atlantic": the noun's last word; -1: none.
int32_t CreditRules::OpinionAfter(int32_t at) const {
  constexpr int32_t kFurthest = 3;
  if (words_.IsPossessive(at)) ++at;
  for (int32_t i = at; i < at + kFurthest; ++i) {
    if (words_.IsAny(i, {"op-ed", "essay", "column", "editorial"})) return i;
    if (words_.Is(i, "op") && words_.Is(i + 2, "ed")) return i + 2;
    if (!words_.IsLower(i)) break;
  }
  return -1;
}

// --- What speaks for outlets, and what they say ----------------------------------------------------------------------

// A word before `verb`, and not before `first`, within its clause, that takes back what the verb says: "could not",
// "declined to".
bool CreditRules::IsRefused(int32_t verb, int32_t first) const {
  constexpr int32_t kFurthest = 6;
  for (int32_t i = verb - 1; i >= std::max(first, verb - kFurthest); --i) {
    if (words_.EndsClause(i) || words_.IsAny(i, {"and", "but", "that"})) return false;
    if (IsRefusingWord(words_[i])) return true;
  }
  return false;
}

// "aired footage", "has seen a memo": the object of `verb` tells something.
bool CreditRules::HasTellingObject(int32_t verb) const {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = verb + 1; i < verb + kFurthest && i < words_.size(); ++i) {
    if (words_.IsStop(i) || words_.Is(i, ",") || IsOwnMatter(words_[i]) || IsInsiderNoun(words_[i])) return false;
    if (IsOpinionNoun(words_[i])) return false;
    if (IsReportNoun(words_[i]) || IsDocumentNoun(words_[i])) return true;
    if (words_.IsAny(i, {"remarks", "comments", "statement", "statements"})) return true;
    if (IsGoverningWord(words_[i]) && i > verb + 1) return false;
  }
  return false;
}

// A word shortly before `at` disputes what follows: "denied a report by".
bool CreditRules::Disputes(int32_t at) const {
  constexpr int32_t kFurthest = 4;
  for (int32_t i = at - 1; i >= std::max(0, at - kFurthest); --i) {
    if (words_.IsStop(i)) return false;
    if (IsDisputingVerb(words_[i])) return true;
  }
  return false;
}

// Left over what says when and how: "exclusively", "by phone", "on Friday".
int32_t CreditRules::ToLeft(int32_t at) const {
  constexpr int kMost = 7;
  for (int steps = 0; steps < kMost && at > 0; ++steps) {
    const bool fills = (IsTimeWord(words_[at]) && !words_.Is(at, ",")) || IsFillingWord(words_[at]);
    if (!fills) break;
    --at;
  }
  return at;
}

// An outlet ends before word `at`, but for adverbs and "which".
bool CreditRules::OutletEndsBefore(int32_t at) const {
  constexpr int kMost = 4;
  for (int steps = 0; steps < kMost; ++steps) {
    const auto mention =
        std::partition_point(mentions_.begin(), mentions_.end(), [&](const OutletMention& m) { return m.end < at; });
    if (mention != mentions_.end() && mention->end == at) return true;
    if (!IsCueAdverb(words_[at - 1]) && !words_.IsAny(at - 1, {",", "which", ")", "in", "turn"})) return false;
    --at;
  }
  return false;
}

// "CNN cited Kyodo", "Reuters attributed the figure to Nikkei", "relayed a report by AFP": another outlet relays this
// one.
Finding CreditRules::AsRelayed(const OutletList& list) const {
  if (list.first_mention == 0) return {};
  if (const Finding found = CitedBefore(list.begin, list); found.ground != Ground::kNone) return found;
  for (const Bearer& bearer : FindBearers(words_, analysis_, list)) {
    if (bearer.kind == BearerKind::kOutlet || bearer.begin >= list.begin) continue;
    if (const Finding found = CitedBefore(bearer.begin, list); found.ground != Ground::kNone) return found;
  }
  return {};
}

Finding CreditRules::CitedBefore(int32_t end, const OutletList& list) const {
  constexpr int32_t kFurthest = 9;
  const auto relays = [&](int32_t at) {
    const VerbMatch match = FindReportingVerb(words_[at]);
    return match.verb != nullptr && match.form != VerbForm::kBase && match.form != VerbForm::kGerund &&
           OutletEndsBefore(at);
  };
  const auto is_lemma = [&](int32_t at, std::initializer_list<absl::string_view> lemmas) {
    const VerbMatch match = FindReportingVerb(words_[at]);
    return match.verb != nullptr &&
           std::any_of(lemmas.begin(), lemmas.end(), [&](absl::string_view l) { return l == match.verb->lemma; });
  };
  if (is_lemma(end - 1, {"cite", "quote", "credit", "relay", "echo"}) && relays(end - 1) &&
      !OnlyModifies(list.end, false)) {
    return Found(Ground::kCited, end - 1, end);
  }
  if (words_.Is(end - 1, "up") && words_.IsAny(end - 2, {"picked", "picks"}))
    return Found(Ground::kCited, end - 2, end);
  if (!words_.IsAny(end - 1, {"to", "from"})) return {};
  for (int32_t i = end - 2; i >= std::max(0, end - kFurthest); --i) {
    if (words_.EndsClause(i)) return {};
    if (words_.Is(end - 1, "to") && is_lemma(i, {"attribute", "credit"}) && relays(i)) {
      return Found(Ground::kCited, i, i + 1);
    }
    if (words_.Is(end - 1, "from") && words_.IsAny(i, {"picked", "lifted", "took"}) && OutletEndsBefore(i)) {
      return Found(Ground::kCited, i, i + 1);
    }
  }
  return {};
}

// "in a statement provided to NBC News", "speaking by phone to the BBC", "wrote last month in USA Today".
Finding CreditRules::AsRecipient(const OutletList& list) const {
  if (const Finding found = RecipientBefore(list.begin, list); found.ground != Ground::kNone) return found;
  for (const Bearer& bearer : FindBearers(words_, analysis_, list)) {
    if (bearer.kind != BearerKind::kJournalist) continue;
    if (const Finding found = RecipientBefore(bearer.begin, list); found.ground != Ground::kNone) return found;
  }
  // "in a brief CNN interview", "in a Guardian column"
  int32_t noun = list.end;
  if (words_.IsPossessive(noun)) ++noun;
  constexpr int32_t kFurthest = 3;
  for (int32_t i = noun; i < noun + kFurthest; ++i) {
    if (IsAddressNoun(words_[i])) {
      int32_t at = list.begin - 1;
      for (int steps = 0; steps < 4 && (words_.IsLower(at) || IsTimeWord(words_[at])) && !IsGoverningWord(words_[at]) &&
                          !words_.IsAny(at, {"during", "through", "via", "after"});
           ++steps) {
        --at;
      }
      if (words_.IsAny(at, {"in", "during", "through", "via"}) && (IsInterview(i) || IsSpokenBefore(at))) {
        return Found(Ground::kAddressee, at, i + 1);
      }
      return {};
    }
    if (!words_.IsLower(i) && !words_.IsDash(i) && !words_.IsQuote(i)) break;
  }
  return {};
}

// Somebody speaks there, so that no other word need say so.
bool CreditRules::IsInterview(int32_t noun) const {
  return words_.IsAny(noun, {"interview", "interviews", "appearance", "appearances", "podcast", "segment", "op-ed",
                             "op-eds", "column", "essay", "remarks", "comments", "statement", "call"});
}

// A verb of speech stands shortly before word `at`, or a clause opens there.
bool CreditRules::IsSpokenBefore(int32_t at) const {
  constexpr int32_t kFurthest = 6;
  if (at == 0 || words_.EndsClause(at - 1)) return true;
  for (int32_t i = at - 1; i >= std::max(0, at - kFurthest) && !words_.EndsClause(i); --i) {
    const VerbMatch match = FindReportingVerb(words_[i]);
    if (match.verb != nullptr && match.verb->speaks && match.verb->kind == SpeechKind::kSay) return true;
  }
  return false;
}

Finding CreditRules::RecipientBefore(int32_t end, const OutletList& list) const {
  constexpr int32_t kFurthest = 6;
  const int32_t preposition = end - 1;
  // "gave the Post an interview", "a statement she sent the Post"
  if (words_.IsAny(preposition, {"gave", "granted", "sent", "showed", "provided", "handed", "given", "gives"}) &&
      !OnlyModifies(list.end, true) && !IsRefused(preposition, 0)) {
    for (int32_t i = list.end; i < list.end + 5 && (words_.IsLower(i) || words_.IsDash(i)); ++i) {
      if (IsAddressNoun(words_[i]) || IsDocumentNoun(words_[i]) ||
          words_.IsAny(i, {"names", "account", "version", "figure", "figures", "number", "reason", "assurance"})) {
        return Found(Ground::kAddressee, preposition, end);
      }
    }
    for (int32_t i = preposition - 1; i >= std::max(0, preposition - 7) && !words_.EndsClause(i); --i) {
      if (IsAddressNoun(words_[i])) return Found(Ground::kAddressee, preposition, end);
    }
    return {};
  }
  if (!words_.IsAny(preposition, {"to", "with", "on", "in", "for", "by"})) return {};
  if (OnlyModifies(list.end, true)) return {};
  const bool to = words_.IsAny(preposition, {"to", "with"});
  const int32_t at = ToLeft(preposition - 1);
  if (at < 0 || IsRefused(at + 1, 0)) return {};
  // The noun that a participle at `at` belongs to: "emails that were later shared", "interviews she gave".
  const auto noun_before = [&](bool (*is_noun)(absl::string_view)) {
    for (int32_t i = at - 1; i >= std::max(0, at - kFurthest); --i) {
      if (is_noun(words_[i])) return true;
      const bool links = IsTimeWord(words_[i]) || IsCueAdverb(words_[i]) || IsTransferVerb(words_[i]) ||
                         words_.IsAny(i, {"that", "which", "being", "be", "exclusively", "anonymously", "privately",
                                          "he", "she", "they", "and", "quietly"});
      if (!links && !(words_.Is(i, ",") && i == at - 1)) return false;
      if (words_.Is(i, ",") && i != at - 1) return false;
    }
    return false;
  };
  // "a statement provided to", "emails shared with", "an interview that aired on", "records published in"
  if (IsTransferVerb(words_[at])) {
    if (to && words_.Is(at - 1, "as")) return Found(Ground::kAddressee, at - 1, end);
    if (to && (noun_before(IsDocumentNoun) || noun_before(IsAddressNoun))) return Found(Ground::kAddressee, at, end);
    if (words_.IsAny(preposition, {"on", "in", "by"}) &&
        words_.IsAny(at, {"published", "aired", "broadcast", "airing", "printed", "posted", "carried"}) &&
        (noun_before(IsDocumentNoun) || noun_before(IsAddressNoun) || noun_before(IsReportNoun))) {
      return Found(Ground::kAccording, at, end);
    }
  }
  // "during an interview late Wednesday with"
  if (IsAddressNoun(words_[at]) && !words_.Is(preposition, "by")) {
    int32_t before = at - 1;
    for (int steps = 0; steps < 5 && before > 0 && !words_.IsAny(before, {"in", "during", "through", "via"}) &&
                        !words_.EndsClause(before);
         ++steps) {
      --before;
    }
    if (words_.IsAny(before, {"in", "during", "through", "via"})) {
      return Found(Ground::kAddressee, before, end);
    }
  }
  // ", insisted a third in Barron's", ", reports Ann Lowe for the Post"; "said as much to the Post"
  if (words_.IsAny(preposition, {"to", "in", "for", "on"})) {
    constexpr int32_t kLongestSubject = 5;
    for (int32_t i = preposition - 1; i > std::max(0, preposition - kLongestSubject - 1); --i) {
      if (words_.EndsClause(i)) break;
      const VerbMatch said = FindReportingVerb(words_[i]);
      if (said.verb == nullptr || !said.verb->speaks || said.verb->kind != SpeechKind::kSay) continue;
      const bool inverted = (words_.Is(i - 1, ",") || words_.IsQuote(i - 1)) &&
                            (said.form == VerbForm::kPast || said.form == VerbForm::kThird);
      const bool as_much = words_.Is(preposition, "to") && said.form != VerbForm::kBase && i + 1 < preposition &&
                           words_.IsAny(preposition - 1, {"much", "so", "it", "this", "that", "same"});
      if (inverted || as_much) return Found(Ground::kAddressee, i, i + 1);
      break;
    }
  }
  if (words_.IsAny(preposition, {"to", "in"})) {
    if (const Finding found = HangsOnSpeech(list, words_[preposition]); found.ground != Ground::kNone) return found;
  }
  const VerbMatch match = FindReportingVerb(words_[at]);
  if (match.verb == nullptr || match.form == VerbForm::kBase || !match.verb->speaks) return {};
  const absl::string_view lemma = match.verb->lemma;
  if (lemma == "speak" || lemma == "talk") {
    if (to && !words_.IsAny(at - 1, {"are", "is", "am", "was", "were", "be"}))
      return Found(Ground::kAddressee, at, end);
    return {};
  }
  const bool states = match.verb->kind == SpeechKind::kSay && (match.verb->frames & kThat) != 0;
  // "was quoted in the Hindu as saying", "first reported in the Post"
  if (words_.IsAny(preposition, {"in", "on"}) && match.verb->by && match.form == VerbForm::kPast &&
      match.verb->outlet == OutletCue::kStrong && lemma != "write" && lemma != "publish") {
    return Found(Ground::kAccording, at, end);
  }
  if (states && words_.IsAny(preposition, {"in", "for"})) {
    const bool writes =
        lemma == "write" || lemma == "report" || lemma == "argue" || lemma == "explain" || lemma == "complain";
    if (writes || words_.Is(preposition, "in")) return Found(Ground::kAddressee, at, end);
  }
  if (states && words_.Is(preposition, "to") && (match.verb->frames & kTo) == 0 && lemma != "write") {
    return Found(Ground::kAddressee, at, end);
  }
  return {};
}

// "in Saturday's Guardian"
Finding CreditRules::InEdition(const OutletList& list) const {
  const bool dated =
      IsCalendarWord(words_[list.begin]) || words_.IsAny(list.begin, {"today", "yesterday", "morning", "week"});
  if (!dated || !words_.IsPossessive(list.begin + 1)) return {};
  const int32_t preposition = words_.Is(list.begin - 1, "this") ? list.begin - 2 : list.begin - 1;
  return words_.Is(preposition, "in") ? Found(Ground::kAccording, preposition, list.begin) : Finding{};
}

// "called it a threat on NBC's Meet the Press", "went on MSNBC to say".
Finding CreditRules::OnAir(const OutletList& list) const {
  constexpr int32_t kFurthest = 6;
  int32_t on = list.begin - 1;
  if (words_.IsQuote(on)) --on;
  if (!words_.IsAny(on, {"on", "at"}) || OnlyModifies(list.end, true)) return {};
  const auto says = [&](int32_t at) {
    const VerbMatch match = FindReportingVerb(words_[at]);
    return match.verb != nullptr && match.verb->speaks &&
           (match.verb->kind == SpeechKind::kSay || match.verb->kind == SpeechKind::kJudge) &&
           match.verb->lemma != "read" && MayBeVerb(at);
  };
  // "gave another account on CNBC, where he spoke of barges"
  const int32_t where = words_.Is(list.end, ",") ? list.end + 1 : list.end;
  if (words_.Is(where, "where") && words_.IsAny(where + 1, {"he", "she", "they"}) && says(SkipAdverbs(where + 2))) {
    return Found(Ground::kAddressee, on, list.begin);
  }
  const int32_t verb = ToLeft(on - 1);
  if (words_.IsAny(verb, {"went", "goes", "going", "appeared", "appears", "appearing", "was", "were", "go"}) &&
      !IsRefused(verb, 0)) {
    for (int32_t i = list.end; i < list.end + kFurthest; ++i) {
      if (words_.IsAny(i, {"to", "and", "where", "who"})) {
        int32_t next = i + 1;
        if (words_.IsAny(next, {"he", "she", "they"})) ++next;
        next = SkipAdverbs(next);
        return says(next) ? Found(Ground::kAddressee, verb, list.begin) : Finding{};
      }
    }
    return {};
  }
  return words_.Is(on, "on") ? HangsOnSpeech(list, "on") : Finding{};
}

// The tree hangs the outlets, with their preposition, on a verb of speech: "confirmed as much to the Post", "called it
// a threat on NBC".
Finding CreditRules::HangsOnSpeech(const OutletList& list, absl::string_view preposition) const {
  constexpr int kMost = 8;
  if (analysis_ == nullptr) return {};
  const bool judges = absl::EqualsIgnoreCase(preposition, "on");
  int32_t head = list.end - 1;
  for (int steps = 0; steps < kMost; ++steps) {
    const Word& word = analysis_->word(head);
    if (word.head == kRoot || (!judges && (head < list.first || head >= list.end))) return {};
    const Relation relation = Universal(word.relation);
    if (relation == Relation::kObl) {
      const auto children = analysis_->children(head);
      const bool cased = std::any_of(children.begin(), children.end(), [&](int32_t c) {
        return c < head && words_.Is(c, preposition) && analysis_->word(c).relation == Relation::kCase;
      });
      const int32_t governor = word.head;
      const VerbMatch match = FindReportingVerb(words_[governor]);
      if (!cased || match.verb == nullptr || !match.verb->speaks || governor >= list.begin || !MayBeVerb(governor) ||
          match.form == VerbForm::kBase || match.verb->lemma == "read" || (!judges && match.verb->lemma == "write") ||
          IsRefused(governor, 0) || (match.verb->frames & FrameOfPreposition(preposition)) != 0) {
        return {};
      }
      // Another outlet's words are not said to this one.
      const auto& clause = analysis_->children(governor);
      const bool told_by_outlet = std::any_of(clause.begin(), clause.end(), [&](int32_t c) {
        return analysis_->word(c).relation == Relation::kNsubj &&
               std::any_of(mentions_.begin(), mentions_.end(),
                           [&](const OutletMention& m) { return analysis_->Dominates(c, m.end - 1); });
      });
      if (told_by_outlet) return {};
      const bool states = match.verb->kind == SpeechKind::kSay && (judges || (match.verb->frames & kThat) != 0);
      return states || (judges && match.verb->kind == SpeechKind::kJudge)
                 ? Found(Ground::kAddressee, governor, governor + 1)
                 : Finding{};
    }
    const bool within = relation == Relation::kNmod || relation == Relation::kCompound || relation == Relation::kFlat ||
                        relation == Relation::kAppos || relation == Relation::kDep || relation == Relation::kConj;
    if (!within) return {};
    head = word.head;
  }
  return {};
}

// "The Post has it that", "had the story first", "as CNN tells it", "if the Post is right": see data/credit_frames.tsv.
Finding CreditRules::ByFrame(const OutletList& list) const {
  const bool governed = IsGoverned(list);
  for (size_t next = 0;;) {
    const std::optional<FrameMatch> match = MatchFrame(words_, analysis_, list, &next);
    if (!match.has_value()) return {};
    if ((match->after_only && governed) || (match->before_only && OnlyModifies(list.end, true))) continue;
    const int32_t first = match->cue_begin;
    if (IsRefused(first, first >= list.end ? list.end : 0)) continue;
    if (match->after_only && Disputes(list.begin)) continue;
    if (match->of_others && !SpeaksOfOthers(match->cue_end, list, false)) continue;
    return Found(GroundOf(match->kind), first, match->cue_end);
  }
}

// "has the wait at three weeks", "gave the number as 9,000"
Finding CreditRules::ByEstimate(const OutletList& list) const {
  if (IsGoverned(list)) return {};
  const int32_t at = list.end;
  const int32_t adverbs_over = SkipAdverbs(at);
  const bool gives = words_.IsAny(adverbs_over, {"gives", "gave", "give"});
  const bool has = words_.IsAny(at, {"has", "have", "had"}) && words_.IsAny(at + 1, {"the", "it", "them"});
  return (gives || has) && IsEstimate(gives ? adverbs_over : at) ? Found(Ground::kSubject, at, at + 1) : Finding{};
}

Finding CreditRules::ByBearer(const OutletList& list) const {
  for (const Bearer& bearer : FindBearers(words_, analysis_, list)) {
    if (bearer.kind != BearerKind::kOutlet) {
      if (const Finding found = PhraseBefore(bearer.begin, list, bearer.kind); found.ground != Ground::kNone) {
        return found;
      }
    }
    if (bearer.kind == BearerKind::kReport) {
      if (const Finding found = WithReport(bearer); found.ground != Ground::kNone) return found;
    }
    if (const Finding found = Tells(bearer, list); found.ground != Ground::kNone) return found;
  }
  return {};
}

// "By the Post's count", "in a tally by the Post", "revealed in a BBC report", "a report emerged from NPR that".
Finding CreditRules::WithReport(const Bearer& bearer) const {
  if (Disputes(bearer.begin)) return {};
  const int32_t preposition = bearer.begin - 1;
  const bool opens =
      preposition == 0 || words_.EndsClause(preposition - 1) || words_.IsAny(preposition - 1, {"and", "but"});
  const bool by_measure = words_.IsAny(bearer.noun, {"count", "tally", "estimate", "reckoning", "calculation",
                                                     "calculations", "account", "estimates", "figures", "accounts"});
  if (words_.Is(preposition, "by") && (opens || by_measure) && bearer.noun > preposition) {
    return Found(Ground::kAccording, preposition, bearer.begin);
  }
  if (words_.IsAny(preposition, {"on", "in"}) && by_measure)
    return Found(Ground::kAccording, preposition, bearer.begin);
  // "comes mostly from an investigation by the Post"
  if (words_.Is(preposition, "from")) {
    const int32_t verb =
        words_.IsLower(preposition - 1) && IsOriginVerb(words_[preposition - 2]) ? preposition - 2 : preposition - 1;
    if (IsOriginVerb(words_[verb])) return Found(Ground::kAccording, verb, bearer.begin);
  }
  if (words_.Is(preposition, "in")) {
    const VerbMatch match = FindReportingVerb(words_[preposition - 1]);
    const bool told = match.verb != nullptr && match.verb->by && match.form == VerbForm::kPast;
    if (opens || told) return Found(Ground::kAccording, preposition, bearer.begin);
  }
  const bool clause =
      analysis_ == nullptr || bearer.end + 1 >= words_.size() ||
      (analysis_->word(bearer.end + 1).upos != Upos::kVerb && analysis_->word(bearer.end + 1).upos != Upos::kAux);
  if (words_.Is(bearer.end, "that") && clause && !words_.IsAny(bearer.end + 1, {"was", "were", "had", "has", "is"}) &&
      !IsGoverningWord(words_[preposition])) {
    return Found(Ground::kAccording, bearer.noun, bearer.noun + 1);
  }
  return {};
}

Finding CreditRules::Tells(const Bearer& bearer, const OutletList& list) const {
  if (bearer.begin > 0 && IsGoverningWord(words_[bearer.begin - 1])) return {};
  if (words_.IsAny(bearer.begin - 1, {"neither", "nor", "no"})) return {};
  constexpr int32_t kFurthestInverted = 4;
  for (const int32_t verb : {VerbAfter(bearer), VerbInTree(bearer)}) {
    if (verb < 0 || verb >= words_.size() || verb < bearer.begin - kFurthestInverted ||
        IsRefused(verb, std::min(bearer.end, verb)))
      continue;
    if (IsToldBy(verb, bearer, list)) {
      return Found(bearer.kind == BearerKind::kReport ? Ground::kAccording : Ground::kSubject, verb, verb + 1);
    }
  }
  return {};
}

// The verb behind a noun phrase, past a name, a place, an insertion, adverbs, and "was able to".
int32_t CreditRules::VerbAfter(const Bearer& bearer) const {
  constexpr int32_t kLongestName = 4, kLongestPlace = 7, kLongestInsertion = 22;
  int32_t at = bearer.end;
  const auto tells = [&](int32_t i) {
    const VerbMatch match = FindReportingVerb(words_[i]);
    const bool noun = analysis_ != nullptr && i < words_.size() && analysis_->word(i).upos == Upos::kNoun;
    return (match.verb != nullptr && match.form != VerbForm::kGerund && !noun) || IsPerceivingVerb(words_[i]) ||
           IsFindingVerb(words_[i]);
  };
  if (bearer.kind == BearerKind::kJournalist) {
    while (words_.IsCapital(at) && at < bearer.end + kLongestName) ++at;
  }
  if (bearer.kind != BearerKind::kOutlet) {
    const bool placed =
        words_.IsAny(at, {"in",    "at",         "on",        "near",     "inside",    "outside", "from",
                          "of",    "into",       "with",      "about",    "published", "printed", "released",
                          "aired", "travelling", "traveling", "embedded", "by",        "for"});
    for (int32_t i = at; placed && i < at + kLongestPlace && i < words_.size(); ++i) {
      if (words_.Is(i, ",") || (i > at && tells(i))) {
        at = i;
        break;
      }
    }
    if (words_.Is(at, ",") && words_.Is(bearer.begin - 1, ",")) {
      ++at;  // an insertion itself
    } else if (words_.Is(at, ",")) {
      for (int32_t i = at + 1; i < at + kLongestInsertion && i < words_.size(); ++i) {
        if (words_.Is(i, ",")) {
          at = i + 1;
          break;
        }
      }
    }
  } else {
    at = SkipInsertion(at);
  }
  at = SkipAdverbs(at);
  if (words_.IsAny(at, {"was", "were", "is", "are"}) && words_.Is(at + 1, "able") && words_.Is(at + 2, "to")) {
    return at + 3;
  }
  if (words_.IsAny(at, {"is", "was", "are", "were"}) && FindReportingVerb(words_[at + 1]).form == VerbForm::kGerund) {
    return at + 1;
  }
  if (words_.IsAny(at, {"managed", "manages", "can", "could"})) return words_.Is(at + 1, "to") ? at + 2 : at + 1;
  if (words_.IsAny(at, {"went", "goes"}) && words_.Is(at + 1, "on") && words_.Is(at + 2, "to")) return at + 3;
  return at;
}

// The verb whose subject the tree takes the noun phrase for; -1: none.
int32_t CreditRules::VerbInTree(const Bearer& bearer) const {
  if (analysis_ == nullptr) return -1;
  constexpr int kMost = 6;
  int32_t at = bearer.noun;
  for (int steps = 0; steps < kMost; ++steps) {
    const Word& word = analysis_->word(at);
    if (word.head == kRoot) return -1;
    if (word.relation == Relation::kNsubj) {
      const int32_t verb = word.head;
      // "was able to confirm": what the adjective opens into.
      if (FindReportingVerb(words_[verb]).verb != nullptr) return verb;
      for (const int32_t child : analysis_->children(verb)) {
        if (analysis_->word(child).relation == Relation::kXcomp && words_.IsAny(verb, {"able", "went", "managed"})) {
          return child;
        }
      }
      return verb;
    }
    const Relation relation = Universal(word.relation);
    if (relation != Relation::kAppos && relation != Relation::kConj && relation != Relation::kFlat) return -1;
    at = word.head;
  }
  return -1;
}

// `verb`, with the noun phrase as its subject, tells something.
bool CreditRules::IsToldBy(int32_t verb, const Bearer& bearer, const OutletList& list) const {
  const VerbMatch match = FindReportingVerb(words_[verb]);
  const bool progressive = words_.IsAny(verb - 1, {"is", "was", "are", "were"});  // "is reporting"
  const bool finite = match.verb != nullptr && (match.form != VerbForm::kGerund || progressive) && MayBeVerb(verb);
  const bool after_auxiliary =
      words_.IsAny(verb - 1, {"to", "can", "could", "has", "have", "had"}) || IsCueAdverb(words_[verb - 1]);
  switch (bearer.kind) {
    case BearerKind::kOutlet:
      if (!finite || (match.form == VerbForm::kBase && list.size() < 2 && !after_auxiliary)) return false;
      if (match.form == VerbForm::kParticiple && !after_auxiliary) return false;
      return VerbReports(*match.verb, verb, list, false);
    case BearerKind::kJournalist:
      if (words_.Is(verb, "filmed")) return true;
      // What an editor says may be the house's own affair.
      if (words_.IsAny(bearer.noun, {"editor", "editors"}) || words_.IsAny(bearer.noun - 1, {"editor", "editors"})) {
        return finite && match.verb->outlet == OutletCue::kStrong && SpeaksOfOthers(verb + 1, list, false);
      }
      if (IsPerceivingVerb(words_[verb])) return true;

      return finite && match.verb->outlet != OutletCue::kNone && match.form != VerbForm::kParticiple &&
             (match.verb->outlet != OutletCue::kQuestion || IsQuestion(verb)) &&
             (match.verb->outlet != OutletCue::kContent || HasTellingObject(verb)) &&
             VerbReports(*match.verb, verb, list, true);
    case BearerKind::kReport: {
      if (Disputes(bearer.begin)) return false;
      if (words_.IsAny(verb, {"has", "have", "had"})) {
        return words_.IsAny(verb + 1, {"the", "a", "it"}) && !IsOwnMatter(words_[verb + 2]);
      }
      if (IsFindingVerb(words_[verb]) && MayBeVerb(verb)) return true;
      if (words_.IsAny(verb, {"turned", "turns"})) return words_.Is(verb + 1, "up");
      return finite && match.verb->outlet != OutletCue::kContent &&
             (match.verb->outlet != OutletCue::kNone || match.verb->lemma == "show");
    }
  }
  return false;
}

// --- "a report by CNN said", "according to a CNN report" -------------------------------------------------------------

Finding CreditRules::ByReport(const OutletList& list) const {
  constexpr int kFurthest = 7;
  if (const int32_t opinion = OpinionAfter(list.end); opinion >= 0) {
    constexpr int32_t kMostWords = 4;
    for (int32_t at = list.begin; at > std::max(0, list.begin - kMostWords); --at) {
      if (words_.Is(at - 1, "in")) return Found(Ground::kAddressee, at - 1, opinion + 1);
      if (!words_.IsLower(at - 1)) break;
    }
  }
  int32_t first = list.first;           // of the noun phrase
  int32_t end = SkipBracket(list.end);  // past it
  int32_t noun = -1;
  if (words_.IsAny(list.begin - 1, {"by", "in", "from"})) {
    int32_t at = list.begin - 2;
    if (IsPublishingVerb(words_[at])) --at;
    for (int steps = 0; steps < 4 && at > 0 && IsTimeWord(words_[at]) && !IsReportNoun(words_[at]); ++steps) --at;
    if (IsPublishingVerb(words_[at])) --at;
    if (IsReportNoun(words_[at])) {
      noun = at;
      first = at;
    }
  } else {
    int32_t at = SkipBracket(list.end);
    if (words_.IsPossessive(at)) ++at;
    for (int32_t i = at; i < at + 4; ++i) {
      if (IsReportNoun(words_[i]) && !IsPollNoun(words_[i + 1])) {
        noun = i;
        end = i + 1;
        break;
      }
      if (!words_.IsLower(i) && !words_.IsCapital(i)) break;
      if (FindReportingVerb(words_[i]).verb != nullptr) break;
    }
  }
  if (noun < 0) return {};
  // Left over the adjectives to the article, and what stands before it.
  int32_t at = first;
  for (int steps = 0; steps < kFurthest && at > 0; ++steps) {
    if (words_.IsAny(at - 1, {"to", "citing", "quoting", "per", "cited", "by", "in", "on", ",", ".", "after",
                              "following", "follows", "followed", "amid", "since", "with"}) ||
        IsDisputingVerb(words_[at - 1]) || (FindReportingVerb(words_[at - 1]).verb != nullptr && MayBeVerb(at - 1))) {
      break;
    }
    --at;
  }
  if (words_.Is(at - 1, "in") && words_.IsAny(noun, {"interview", "interviews"})) {
    return Found(Ground::kAddressee, at - 1, noun + 1);
  }
  for (int32_t i = at - 1; i >= 0 && i >= at - 4; --i) {
    if (IsDisputingVerb(words_[i])) return {};
  }
  if (words_.Is(at - 1, "to") && words_.Is(at - 2, "according")) return Found(Ground::kAccording, at - 2, at);
  if (words_.Is(at - 1, "per")) return Found(Ground::kAccording, at - 1, at);
  if (words_.IsAny(at - 1, {"citing", "quoting"})) return Found(Ground::kCited, at - 1, at);
  if (words_.Is(at - 1, "cited") && noun == first) return {};
  // "after a report by CNN that", "following a Reuters story about"
  const int32_t past = noun < list.first ? list.end : end;
  if (words_.IsAny(at - 1, {"after", "following", "follows", "followed", "amid", "since", "with", "on"}) &&
      words_.IsAny(past, {"that", "saying", "alleging", "claiming", "detailing", "showing", "about", "revealing"})) {
    return Found(Ground::kAccording, noun, std::max(noun + 1, list.begin));
  }
  // The phrase as subject.
  int32_t verb = end;
  if (IsPublishingVerb(words_[verb]) && IsTimeWord(words_[verb + 1])) ++verb;
  verb = SkipAdverbs(verb);
  const VerbMatch match = FindReportingVerb(words_[verb]);
  const bool says = (match.verb != nullptr && match.form != VerbForm::kGerund &&
                     ((match.verb->outlet != OutletCue::kNone && match.verb->outlet != OutletCue::kContent) ||
                      match.verb->lemma == "show")) ||
                    IsFindingVerb(words_[verb]);
  if (says && !IsGoverningWord(words_[at - 1]) && MayBeVerb(verb)) return Found(Ground::kAccording, verb, verb + 1);
  return {};
}

}  // namespace consilience
