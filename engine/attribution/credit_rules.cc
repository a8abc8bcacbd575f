#include "engine/attribution/credit_rules.h"

#include <algorithm>
#include <optional>

#include "absl/strings/match.h"
#include "engine/attribution/addressee_rules.h"
#include "engine/attribution/bearer_rules.h"
#include "engine/attribution/credit_frame.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/outlet_bearer.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

// --- Marks: "(Reuters)", datelines, bylines --------------------------------------------------------------------------

// Words before `end` are a place and a date: "LONDON, Oct. 3".
bool IsDateline(const CreditWords& words, int32_t end) {
  constexpr int32_t kLongest = 12;
  if (end > kLongest) return false;
  for (int32_t i = 0; i < end; ++i) {
    if (words.IsLower(i) && !words.IsAny(i, {"de", "of", "the", "and", "la", "el", "al", "s"})) return false;
  }
  return true;
}

Finding AsMark(const CreditWords& words, const OutletList& list) {
  const int32_t open = list.first - 1;
  if ((words.Is(open, "(") && words.Is(list.end, ")")) || (words.Is(open, "[") && words.Is(list.end, "]"))) {
    int32_t past = list.end + 1;
    if ((words.IsDash(past) || words.IsCapital(past)) && IsDateline(words, open))
      return words.Marked(WireMarkKind::kDateline, open, past);
    const int32_t closed = past;
    while (past < words.size() && (words.IsStop(past) || words.IsQuote(past))) ++past;
    const bool names_again = list.first_mention > 0 && words.mentions()[list.first_mention - 1].outlet ==
                                                           words.mentions()[list.first_mention].outlet;
    const bool ends = past >= words.size() && (open == 0 || open >= 3);
    if (ends && !names_again) return words.Marked(WireMarkKind::kClosing, open, closed);
  }
  int32_t past = list.end;
  while (past < words.size() && words.IsStop(past)) ++past;
  if (past < words.size()) return {};
  const int32_t begin = words.Is(list.first - 1, "the") ? list.first - 1 : list.first;
  if (words.IsDash(begin - 1) && begin >= 5) return words.Marked(WireMarkKind::kClosing, begin - 1, begin);
  // "By Jane Doe, Associated Press"
  constexpr int32_t kLongestByline = 12;
  if (!words.Is(0, "by") || begin > kLongestByline) return {};
  for (int32_t i = 1; i < begin; ++i) {
    if (words.IsLower(i) && !words.IsAny(i, {"and", "of", "the", "for", "de", "van", "von"})) return {};
  }
  return words.Marked(WireMarkKind::kByline, 0, 1);
}

// --- Polls -----------------------------------------------------------------------------------------------------------

// "a CNN poll", "the Reuters/Ipsos survey", "a poll conducted by ABC News".
Finding AsPoll(const CreditWords& words, const OutletList& list) {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = list.end; i < std::min(words.size(), list.end + kFurthest); ++i) {
    if (IsPollNoun(words[i])) return words.Found(Ground::kPoll, i, i + 1);
    const bool joined =
        words.IsAny(i, {"/", "-", "\u2013", "and", "national", "exit", "tracking", "opinion", "new", "latest"});
    if (!joined && !words.IsCapital(i) && !words.IsPossessive(i)) break;
  }
  int32_t at = list.begin;
  if (!words.IsAny(at - 1, {"by", "from"})) return {};
  --at;
  for (int steps = 0; steps < 4 && at > 0; ++steps) {
    --at;
    if (IsPollNoun(words[at])) return words.Found(Ground::kPoll, at, list.begin);
    if (!IsTimeWord(words[at]) &&
        !words.IsAny(at, {"conducted", "released", "published", "taken", "commissioned", "done"}))
      break;
  }
  return {};
}

// --- What stands before a list ---------------------------------------------------------------------------------------

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

// "as previously reported by": the participle at most five time words before "by" at `by`.
bool ParticipleBefore(const CreditWords& words, int32_t by, int32_t* first) {
  constexpr int kFurthest = 5;
  int32_t at = by - 1;
  if (words.Is(at, "saying") && words.Is(at - 1, "as")) at -= 2;
  for (int steps = 0; steps < kFurthest && at > 0 &&
                      (IsTimeWord(words[at]) || words.IsAny(at, {"full", "by", "phone", "telephone", "exclusively"}));
       ++steps) {
    --at;
  }
  // "pictures taken by AFP"
  if (words.IsAny(at, {"taken", "shot", "captured"}) &&
      (IsDocumentNoun(words[at - 1]) || IsReportNoun(words[at - 1]))) {
    *first = at;
    return true;
  }
  const VerbMatch match = FindReportingVerb(words[at]);
  if (match.verb == nullptr || !match.verb->by ||
      (match.form != VerbForm::kPast && match.form != VerbForm::kParticiple)) {
    return false;
  }
  // "The film was reviewed by the New Yorker" tells of no report.
  constexpr int32_t kFurthestWork = 7;
  for (int32_t i = at - 1; match.verb->lemma == "review" && i >= std::max(0, at - kFurthestWork); --i) {
    if (IsWorkOfArt(words[i])) return false;
  }
  // "will be interviewed by": nothing was reported yet.
  if (words.Is(at - 1, "be")) return false;
  *first = at;
  while (*first > 0 && IsCueAdverb(words[*first - 1])) --*first;
  if (words.Is(*first - 1, "as")) --*first;
  return true;
}

// The phrase that ends before word `end`, where the list or what speaks for it begins.
Finding PhraseBefore(const CreditWords& words, int32_t end, const OutletList& list, BearerKind kind) {
  for (const CuePhrase& phrase : CuePhrasesEndingIn(words[end - 1])) {
    int32_t first = 0;
    if (!EndsWithPhrase(words, end, phrase.words, &first)) continue;
    switch (phrase.kind) {
      case CueKind::kAccording:
        if (kind != BearerKind::kOutlet || !words.OnlyModifies(list.end, false)) {
          return words.Found(Ground::kAccording, first, end);
        }
        break;
      case CueKind::kAddressee: {
        if (kind == BearerKind::kReport) break;
        // "told CNN to pay" is an order; "did not tell CNN" tells us nothing.
        int32_t told = list.end;  // past "CNN's reporter"
        if (words.IsPossessive(told) || IsJournalistNoun(words[told])) ++told;
        if (IsJournalistNoun(words[told])) ++told;
        const bool ordered = words.Is(told, "to") && words.IsLower(told + 1) && absl::StartsWith(phrase.words, "t");
        const bool denied = words.IsAny(first - 1, {"not", "n't", "n\u2019t", "never"}) ||
                            (phrase.words == "tell" && words.Is(first - 1, "to"));
        const bool stands_beside = words.IsAny(first, {"in", "during"});
        const bool withheld = words.IsAny(first - 1, {"denied", "denies"});
        if (ordered || denied || withheld || (!stands_beside && words.IsRefused(first, 0))) break;
        if (kind != BearerKind::kOutlet || !words.OnlyModifies(list.end, true))
          return words.Found(Ground::kAddressee, first, end);
        break;
      }
      case CueKind::kCited:
        if (kind != BearerKind::kOutlet || !words.OnlyModifies(list.end, false))
          return words.Found(Ground::kCited, first, end);
        break;
      case CueKind::kRelayed:
      case CueKind::kSubject:
        return words.Found(GroundOf(phrase.kind), first, end);
      case CueKind::kLabel: {
        if (kind != BearerKind::kOutlet) break;
        const bool closes = phrase.words == "via" || absl::StartsWith(phrase.words, "source");
        const bool opens = first <= 1 || words.IsAny(first - 1, {"(", "["}) || words.IsStop(first - 1);
        if (opens || !closes) {
          return words.Marked(closes ? WireMarkKind::kClosing : WireMarkKind::kContribution, first, end);
        }
        break;
      }
    }
    break;  // shorter phrases say nothing else
  }
  int32_t first = 0;
  if (words.Is(end - 1, "by") && ParticipleBefore(words, end - 1, &first) &&
      (kind != BearerKind::kJournalist || !words.Is(end - 2, "written")) &&
      (kind != BearerKind::kOutlet || !words.OnlyModifies(list.end, false))) {
    return words.Found(Ground::kAccording, first, end);
  }
  return {};
}

// "told Jane Doe of the Guardian": the word at which her name begins; else the list's own beginning.
int32_t BeforeEmployee(const CreditWords& words, const OutletList& list) {
  constexpr int32_t kLongestName = 4;
  if (!words.IsAny(list.begin - 1, {"of", "from"})) return list.begin;
  int32_t at = list.begin - 1;
  while (at > list.begin - 1 - kLongestName && words.IsCapital(at - 1)) --at;
  return at == list.begin - 1 ? list.begin : at;
}

// "according to", "told", "in an interview with", "first reported by".
Finding AfterPhrase(const CreditWords& words, const OutletList& list) {
  for (const int32_t end : {list.begin, list.begin_unknown, BeforeEmployee(words, list)}) {
    if (const Finding found = PhraseBefore(words, end, list, BearerKind::kOutlet); found.ground != Ground::kNone)
      return found;
  }
  return {};
}

// "in Saturday's Guardian"
Finding InEdition(const CreditWords& words, const OutletList& list) {
  const bool dated =
      IsCalendarWord(words[list.begin]) || words.IsAny(list.begin, {"today", "yesterday", "morning", "week"});
  if (!dated || !words.IsPossessive(list.begin + 1)) return {};
  const int32_t preposition = words.Is(list.begin - 1, "this") ? list.begin - 2 : list.begin - 1;
  return words.Is(preposition, "in") ? words.Found(Ground::kAccording, preposition, list.begin) : Finding{};
}

// --- The outlet as subject -------------------------------------------------------------------------------------------

// A finite reporting verb at `at`, of which the list is the subject.
bool IsCreditVerb(const CreditWords& words, int32_t at, const OutletList& list, bool journalist) {
  const VerbMatch match = FindReportingVerb(words[at]);
  if (match.verb == nullptr || words.IsRefused(at, list.end) || words.IsAny(list.begin - 1, {"neither", "nor"}))
    return false;
  // "with CNN reporting that"
  if ((match.form == VerbForm::kGerund) != words.Is(list.begin - 1, "with")) return false;
  if (match.form == VerbForm::kBase && list.size() < 2) return false;
  if (match.form == VerbForm::kParticiple && !words.IsAny(at - 1, {"has", "have", "had"}) &&
      !IsCueAdverb(words[at - 1])) {
    return false;
  }
  return words.MayBeVerb(at) && words.VerbReports(*match.verb, at, list, journalist);
}

// "contributed to this report", "contributed."
bool IsContribution(const CreditWords& words, int32_t verb) {
  return words.Is(verb, "contributed") && (words.IsStop(verb + 1) || words.Is(verb + 1, "reporting") ||
                                           (words.Is(verb + 1, "to") && words.IsAny(verb + 2, {"this", "the"})));
}

// "Reuters' Jane Doe reported", "the Times's White House correspondent wrote".
Finding OwnedSubject(const CreditWords& words, int32_t at) {
  constexpr int32_t kLongest = 9;
  int32_t verb = at;
  bool journalist = false;
  while (verb < at + kLongest) {
    const bool is_journalist = IsJournalistNoun(words[verb]) || words.Is(verb, "editor");
    // "political editor", "chief foreign correspondent"
    const bool describes =
        words.IsLower(verb) && !journalist && !IsReportNoun(words[verb]) && !IsInsiderNoun(words[verb]) &&
        FindReportingVerb(words[verb]).verb == nullptr &&
        (IsJournalistNoun(words[verb + 1]) || words.Is(verb + 1, "editor") || IsJournalistNoun(words[verb + 2]));
    if (!words.IsCapital(verb) && !is_journalist && !describes && !words.IsAny(verb, {"and", "of", "'s", ","})) break;
    journalist |= is_journalist;
    ++verb;
  }
  if (verb == at) return {};
  verb = words.SkipAdverbs(verb);
  if (IsContribution(words, verb)) return words.Marked(WireMarkKind::kContribution, verb, verb + 1);
  const VerbMatch match = FindReportingVerb(words[verb]);
  if (match.verb == nullptr || match.form == VerbForm::kGerund || match.form == VerbForm::kBase ||
      !words.MayBeVerb(verb))
    return {};
  const bool reports =
      match.verb->outlet == OutletCue::kStrong || (journalist && match.verb->outlet == OutletCue::kWeak);
  return reports ? words.Found(Ground::kSubject, verb, verb + 1) : Finding{};
}

// "Reuters reported", "CNN and the BBC, citing officials, say", "a BBC correspondent saw".
Finding AsSubject(const CreditWords& words, const OutletList& list) {
  int32_t at = words.SkipBracket(list.end);
  // "The Post and other outlets"
  if (words.Is(at, "and") && words.IsAny(at + 1, {"other", "others", "several"})) {
    int32_t others = at + 2;
    while (words.IsLower(others) && IsOutletNoun(words[others])) ++others;
    if (others > at + 2 || words.Is(at + 1, "others")) at = others;
  }
  // "CNN was the first to report"
  const int32_t was = words.SkipAdverbs(words.SkipInsertion(at));
  if (words.IsAny(was, {"was", "were"}) && words.IsAny(was + 1, {"the", "first", "among"})) {
    for (int32_t i = was + 1; i < was + 5; ++i) {
      if (words.Is(i, "first") && words.Is(i + 1, "to") && words.Is(i + 2, "report"))
        return words.Found(Ground::kSubject, was, i + 3);
    }
  }
  if (words.Is(at, ",") && words.IsAny(at + 1, {"which", "who"})) {
    const int32_t verb = words.SkipAdverbs(at + 2);
    if (verb < words.size() && IsCreditVerb(words, verb, list, false)) {
      const ReportingVerb* telling = FindReportingVerb(words[verb]).verb;
      const bool reports = telling->by && (telling->frames & kThat) != 0 && telling->outlet == OutletCue::kStrong;
      if (words.Is(verb + 1, "the") && !reports) return {};
      return words.Found(Ground::kSubject, verb, verb + 1);
    }
  }
  if (words.IsGoverned(list) && !words.Is(list.begin - 1, "with")) return {};
  if (words.IsAny(list.begin - 1, {"former", "ex", "onetime"})) return {};
  // "Reuters: The ferry sank"
  if (list.begin == 0 && words.Is(list.end, ":") && list.end + 3 < words.size()) {
    return words.Found(Ground::kSubject, list.end, list.end + 1);
  }
  if (words.IsPossessive(at)) return OwnedSubject(words, at + 1);
  bool journalist = false;
  if (IsJournalistNoun(words[at])) {
    journalist = true;
    ++at;
    // "in the port", "at the scene", and the journalist's name
    const bool placed = words.IsAny(at, {"in", "at", "on", "near", "inside", "outside"});
    for (int steps = 0; steps < (placed ? 6 : 3); ++steps) {
      if (!words.IsCapital(at) && !placed) break;
      if (FindReportingVerb(words[at]).verb != nullptr || words.IsAny(at, {"saw", "heard", "counted", ","})) break;
      ++at;
    }
  } else if (IsOutletNoun(words[at]) && words.IsLower(at)) {
    while (IsOutletNoun(words[at])) ++at;
  }
  // "Several outlets, including CNN and NBC News, reported"
  const bool inserted = list.begin < list.first && words.Is(at, ",");
  at = inserted && FindReportingVerb(words[at + 1]).verb != nullptr ? at + 1 : words.SkipInsertion(at);
  const int32_t verb = words.SkipAdverbs(at);
  // "CNN was told": the outlet is the one addressed.
  if (words.IsAny(verb, {"was", "were", "been"}) && words.Is(verb + 1, "told") && !words.Is(verb + 2, "to"))
    return words.Found(Ground::kAddressee, verb, verb + 2);
  if (IsContribution(words, verb)) return words.Marked(WireMarkKind::kContribution, verb, verb + 1);
  if (verb >= words.size()) return {};
  if (IsCreditVerb(words, verb, list, journalist)) {
    return words.Found(Ground::kSubject, words.IsAny(verb - 1, {"has", "have", "had"}) ? verb - 1 : verb, verb + 1);
  }
  if (words.IsAny(verb, {"ran", "runs", "published", "carried", "released", "aired"})) {
    // "ran a long feature that"
    for (int32_t i = verb + 1; i < verb + 5; ++i) {
      if (IsOwnMatter(words[i]) || IsOpinionNoun(words[i])) break;
      if (IsReportNoun(words[i])) return words.Found(Ground::kSubject, verb, i + 1);
    }
  }
  if (journalist && IsPerceivingVerb(words[verb])) return words.Found(Ground::kSubject, verb, verb + 1);
  return {};
}

// ", reported Reuters", "\" said the BBC.": a verb between the content's end and the outlets.
Finding Inverted(const CreditWords& words, const OutletList& list) {
  const int32_t verb = list.begin - 1;
  const VerbMatch match = FindReportingVerb(words[verb]);
  if (match.verb == nullptr || match.verb->outlet == OutletCue::kNone ||
      (match.form != VerbForm::kPast && match.form != VerbForm::kThird)) {
    return {};
  }
  const bool after_content = words.Is(verb - 1, ",") || words.IsQuote(verb - 1) || words.IsDash(verb - 1);
  const bool content_over = words.EndsClause(list.end) || IsTimeWord(words[list.end]) || words.Is(list.end, "citing") ||
                            (words.Is(list.end, "in") && words.IsAny(list.end + 1, {"a", "an"}));
  return after_content && content_over ? words.Found(Ground::kSubject, verb, list.begin) : Finding{};
}

// The list is the source of a speech that the tree shows: "as the Economist put it", "KCNA, in a dispatch on Monday,
// called".
Finding AsSpeaker(const CreditWords& words, const OutletList& list) {
  constexpr int32_t kFurthest = 60;  // words between a source and its cue
  auto it = std::lower_bound(words.speech().begin(), words.speech().end(), list.first - kFurthest,
                             [](const Speech& s, int32_t word) { return s.cue_word < word; });
  for (; it != words.speech().end() && it->cue_word < list.end + kFurthest; ++it) {
    const Speech& speech = *it;
    if (speech.source_word < list.first || speech.source_word >= list.end) continue;
    const VerbMatch match = FindReportingVerb(words[speech.cue_word]);
    const ByteSpan cue = speech.cue.front();
    bool denied = words.IsRefused(speech.cue_word, std::min(list.end, speech.cue_word));
    for (int32_t i = words.WordAt(cue.begin); i < speech.cue_word; ++i) {
      denied |= words.IsAny(i, {"not", "n't", "n\u2019t", "never"});
    }
    if (match.verb == nullptr || match.form == VerbForm::kGerund || denied ||
        !words.VerbReports(*match.verb, speech.cue_word, list, false))
      continue;
    return words.Found(Ground::kSubject, words.WordAt(cue.begin), words.WordAt(cue.end - 1) + 1);
  }
  return {};
}

// "has the wait at three weeks", "gave the number as 9,000"
Finding ByEstimate(const CreditWords& words, const OutletList& list) {
  if (words.IsGoverned(list)) return {};
  const int32_t at = list.end;
  const int32_t adverbs_over = words.SkipAdverbs(at);
  const bool gives = words.IsAny(adverbs_over, {"gives", "gave", "give"});
  const bool has = words.IsAny(at, {"has", "have", "had"}) && words.IsAny(at + 1, {"the", "it", "them"});
  return (gives || has) && words.IsEstimate(gives ? adverbs_over : at) ? words.Found(Ground::kSubject, at, at + 1)
                                                                       : Finding{};
}

// --- Other outlets that relay this one -------------------------------------------------------------------------------

// An outlet ends before word `at`, but for adverbs and "which".
bool OutletEndsBefore(const CreditWords& words, int32_t at) {
  constexpr int kMost = 4;
  for (int steps = 0; steps < kMost; ++steps) {
    const auto mention = std::partition_point(words.mentions().begin(), words.mentions().end(),
                                              [&](const OutletMention& m) { return m.end < at; });
    if (mention != words.mentions().end() && mention->end == at) return true;
    if (!IsCueAdverb(words[at - 1]) && !words.IsAny(at - 1, {",", "which", ")", "in", "turn"})) return false;
    --at;
  }
  return false;
}

Finding CitedBefore(const CreditWords& words, int32_t end, const OutletList& list) {
  constexpr int32_t kFurthest = 9;
  const auto relays = [&](int32_t at) {
    const VerbMatch match = FindReportingVerb(words[at]);
    return match.verb != nullptr && match.form != VerbForm::kBase && match.form != VerbForm::kGerund &&
           OutletEndsBefore(words, at);
  };
  const auto is_lemma = [&](int32_t at, std::initializer_list<absl::string_view> lemmas) {
    const VerbMatch match = FindReportingVerb(words[at]);
    return match.verb != nullptr &&
           std::any_of(lemmas.begin(), lemmas.end(), [&](absl::string_view l) { return l == match.verb->lemma; });
  };
  if (is_lemma(end - 1, {"cite", "quote", "credit", "relay", "echo"}) && relays(end - 1) &&
      !words.OnlyModifies(list.end, false)) {
    return words.Found(Ground::kCited, end - 1, end);
  }
  if (words.Is(end - 1, "up") && words.IsAny(end - 2, {"picked", "picks"}))
    return words.Found(Ground::kCited, end - 2, end);
  if (!words.IsAny(end - 1, {"to", "from"})) return {};
  for (int32_t i = end - 2; i >= std::max(0, end - kFurthest); --i) {
    if (words.EndsClause(i)) return {};
    if (words.Is(end - 1, "to") && is_lemma(i, {"attribute", "credit"}) && relays(i)) {
      return words.Found(Ground::kCited, i, i + 1);
    }
    if (words.Is(end - 1, "from") && words.IsAny(i, {"picked", "lifted", "took"}) && OutletEndsBefore(words, i)) {
      return words.Found(Ground::kCited, i, i + 1);
    }
  }
  return {};
}

// "CNN cited Kyodo", "Reuters attributed the figure to Nikkei", "relayed a report by AFP": another outlet relays this
// one.
Finding AsRelayed(const CreditWords& words, const OutletList& list) {
  if (list.first_mention == 0) return {};
  if (const Finding found = CitedBefore(words, list.begin, list); found.ground != Ground::kNone) return found;
  for (const Bearer& bearer : FindBearers(words, words.analysis(), list)) {
    if (bearer.kind == BearerKind::kOutlet || bearer.begin >= list.begin) continue;
    if (const Finding found = CitedBefore(words, bearer.begin, list); found.ground != Ground::kNone) return found;
  }
  return {};
}

// --- What speaks for outlets, and what they say ----------------------------------------------------------------------

// "The Post has it that", "had the story first", "as CNN tells it", "if the Post is right": see data/credit_frames.tsv.
Finding ByFrame(const CreditWords& words, const OutletList& list) {
  const bool governed = words.IsGoverned(list);
  for (size_t next = 0;;) {
    const std::optional<FrameMatch> match = MatchFrame(words, words.analysis(), list, &next);
    if (!match.has_value()) return {};
    if ((match->after_only && governed) || (match->before_only && words.OnlyModifies(list.end, true))) continue;
    const int32_t first = match->cue_begin;
    if (words.IsRefused(first, first >= list.end ? list.end : 0)) continue;
    if (match->after_only && words.Disputes(list.begin)) continue;
    if (match->of_others && !words.SpeaksOfOthers(match->cue_end, list, false)) continue;
    return words.Found(GroundOf(match->kind), first, match->cue_end);
  }
}

Finding ByBearer(const CreditWords& words, const OutletList& list) {
  for (const Bearer& bearer : FindBearers(words, words.analysis(), list)) {
    if (bearer.kind != BearerKind::kOutlet) {
      if (const Finding found = PhraseBefore(words, bearer.begin, list, bearer.kind); found.ground != Ground::kNone) {
        return found;
      }
    }
    if (const Finding found = ToldByBearer(words, bearer, list); found.ground != Ground::kNone) return found;
  }
  return {};
}

// --- "a report by CNN said", "according to a CNN report" -------------------------------------------------------------

// "in a Guardian op-ed", "in an essay in the Atlantic": the noun's last word; -1: none.
int32_t OpinionAfter(const CreditWords& words, int32_t at) {
  constexpr int32_t kFurthest = 3;
  if (words.IsPossessive(at)) ++at;
  for (int32_t i = at; i < at + kFurthest; ++i) {
    if (words.IsAny(i, {"op-ed", "essay", "column", "editorial"})) return i;
    if (words.Is(i, "op") && words.Is(i + 2, "ed")) return i + 2;
    if (!words.IsLower(i)) break;
  }
  return -1;
}

Finding ByReport(const CreditWords& words, const OutletList& list) {
  constexpr int kFurthest = 7;
  if (const int32_t opinion = OpinionAfter(words, list.end); opinion >= 0) {
    constexpr int32_t kMostWords = 4;
    for (int32_t at = list.begin; at > std::max(0, list.begin - kMostWords); --at) {
      if (words.Is(at - 1, "in")) return words.Found(Ground::kAddressee, at - 1, opinion + 1);
      if (!words.IsLower(at - 1)) break;
    }
  }
  int32_t first = list.first;                 // of the noun phrase
  int32_t end = words.SkipBracket(list.end);  // past it
  int32_t noun = -1;
  if (words.IsAny(list.begin - 1, {"by", "in", "from"})) {
    int32_t at = list.begin - 2;
    if (IsPublishingVerb(words[at])) --at;
    for (int steps = 0; steps < 4 && at > 0 && IsTimeWord(words[at]) && !IsReportNoun(words[at]); ++steps) --at;
    if (IsPublishingVerb(words[at])) --at;
    if (IsReportNoun(words[at])) {
      noun = at;
      first = at;
    }
  } else {
    int32_t at = words.SkipBracket(list.end);
    if (words.IsPossessive(at)) ++at;
    for (int32_t i = at; i < at + 4; ++i) {
      if (IsReportNoun(words[i]) && !IsPollNoun(words[i + 1])) {
        noun = i;
        end = i + 1;
        break;
      }
      if (!words.IsLower(i) && !words.IsCapital(i)) break;
      if (FindReportingVerb(words[i]).verb != nullptr) break;
    }
  }
  if (noun < 0) return {};
  // Left over the adjectives to the article, and what stands before it.
  int32_t at = first;
  for (int steps = 0; steps < kFurthest && at > 0; ++steps) {
    if (words.IsAny(at - 1, {"to", "citing", "quoting", "per", "cited", "by", "in", "on", ",", ".", "after",
                             "following", "follows", "followed", "amid", "since", "with"}) ||
        IsDisputingVerb(words[at - 1]) ||
        (FindReportingVerb(words[at - 1]).verb != nullptr && words.MayBeVerb(at - 1))) {
      break;
    }
    --at;
  }
  if (words.Is(at - 1, "in") && words.IsAny(noun, {"interview", "interviews"})) {
    return words.Found(Ground::kAddressee, at - 1, noun + 1);
  }
  for (int32_t i = at - 1; i >= 0 && i >= at - 4; --i) {
    if (IsDisputingVerb(words[i])) return {};
  }
  if (words.Is(at - 1, "to") && words.Is(at - 2, "according")) return words.Found(Ground::kAccording, at - 2, at);
  if (words.Is(at - 1, "per")) return words.Found(Ground::kAccording, at - 1, at);
  if (words.IsAny(at - 1, {"citing", "quoting"})) return words.Found(Ground::kCited, at - 1, at);
  if (words.Is(at - 1, "cited") && noun == first) return {};
  // "after a report by CNN that", "following a Reuters story about"
  const int32_t past = noun < list.first ? list.end : end;
  if (words.IsAny(at - 1, {"after", "following", "follows", "followed", "amid", "since", "with", "on"}) &&
      words.IsAny(past, {"that", "saying", "alleging", "claiming", "detailing", "showing", "about", "revealing"})) {
    return words.Found(Ground::kAccording, noun, std::max(noun + 1, list.begin));
  }
  // The phrase as subject.
  int32_t verb = end;
  if (IsPublishingVerb(words[verb]) && IsTimeWord(words[verb + 1])) ++verb;
  verb = words.SkipAdverbs(verb);
  const VerbMatch match = FindReportingVerb(words[verb]);
  const bool says = (match.verb != nullptr && match.form != VerbForm::kGerund &&
                     ((match.verb->outlet != OutletCue::kNone && match.verb->outlet != OutletCue::kContent) ||
                      match.verb->lemma == "show")) ||
                    IsFindingVerb(words[verb]);
  if (says && !IsGoverningWord(words[at - 1]) && words.MayBeVerb(verb))
    return words.Found(Ground::kAccording, verb, verb + 1);
  return {};
}

}  // namespace

Finding JudgeOutlets(const CreditWords& words, const OutletList& list) {
  using Rule = Finding (*)(const CreditWords&, const OutletList&);
  constexpr Rule kRules[] = {AsMark,    AsPoll,   AsRelayed,  AfterPhrase, AfterVerbOfSpeech, ByReport,
                             AsSubject, Inverted, OnShow,     AsSpeaker,   AsRecipient,       InEdition,
                             OnAir,     ByFrame,  ByEstimate, ByBearer};
  const bool none = words.IsAny(list.begin - 1, {"neither", "nor"});
  for (const Rule rule : kRules) {
    if (none && rule != kRules[0]) return {};
    if (const Finding found = rule(words, list); found.ground != Ground::kNone) return found;
  }
  return {};
}

}  // namespace consilience
