// Which of one statement's outlets are credits, and which are merely talked about.
//
// Each rule looks at a bounded number of words around a list of outlets, or at the speech whose source the list is; the
// words that the rules know stand in cue_table.cc and data/reporting_verbs.tsv.
#pragma once

#include <cstdint>

#include "absl/types/span.h"
#include "engine/attribution/credit.h"
#include "engine/attribution/outlet_bearer.h"
#include "engine/attribution/outlet_list.h"
#include "engine/attribution/outlet_mention.h"
#include "engine/attribution/reporting_words.h"
#include "engine/attribution/speech.h"
#include "engine/attribution/statement_words.h"
#include "engine/base/span.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What makes outlets a credit.
enum class Ground : uint8_t {
  kNone,       // nothing: talked about
  kSubject,    // they report: "Reuters reported", "said the BBC"
  kAccording,  // "according to CNN", "first reported by Axios", "a report by CNN found"
  kAddressee,  // somebody spoke to them: "told AFP", "in an interview with Sky News"
  kCited,      // another outlet relays them: "citing Kyodo"
  kRelay,      // they relay another outlet, when the statement credits one: "picked up by Fox News"
  kMark,       // "(Reuters)", "LONDON (AP) -", "With reporting by AFP"
  kPoll,       // they asked voters: "a CNN poll"
};

struct Finding {
  Ground ground = Ground::kNone;
  WireMarkKind mark = WireMarkKind::kClosing;  // of a kMark
  ByteSpan cue;                                // the words that make it a credit
};

class CreditRules {
 public:
  // `analysis` may be null (then the words alone decide); `speech` is that of this statement. All must outlive the
  // rules.
  CreditRules(const StatementWords& words, const Analysis* analysis, absl::Span<const OutletMention> mentions,
              absl::Span<const Speech> speech)
      : words_(words), analysis_(analysis), mentions_(mentions), speech_(speech) {}

  Finding Judge(const OutletList& list) const;

 private:
  // Rules, in the order in which they are asked.
  Finding AsMark(const OutletList& list) const;
  Finding AsPoll(const OutletList& list) const;
  Finding AfterPhrase(const OutletList& list) const;
  Finding AfterVerbOfSpeech(const OutletList& list) const;
  Finding OnShow(const OutletList& list) const;
  Finding ByReport(const OutletList& list) const;
  Finding AsSubject(const OutletList& list) const;
  Finding Inverted(const OutletList& list) const;
  Finding AsSpeaker(const OutletList& list) const;
  Finding AsRelayed(const OutletList& list) const;
  Finding AsRecipient(const OutletList& list) const;
  Finding InEdition(const OutletList& list) const;
  Finding OnAir(const OutletList& list) const;
  Finding ByFrame(const OutletList& list) const;
  Finding ByEstimate(const OutletList& list) const;
  Finding ByBearer(const OutletList& list) const;

  // What they are made of.
  Finding PhraseBefore(int32_t end, const OutletList& list, BearerKind kind) const;
  Finding RecipientBefore(int32_t end, const OutletList& list) const;
  Finding CitedBefore(int32_t end, const OutletList& list) const;
  Finding WithReport(const Bearer& bearer) const;
  Finding Tells(const Bearer& bearer, const OutletList& list) const;
  bool IsToldBy(int32_t verb, const Bearer& bearer, const OutletList& list) const;
  Finding HangsOnSpeech(const OutletList& list, absl::string_view preposition) const;
  bool IsInterview(int32_t noun) const;
  bool IsSpokenBefore(int32_t at) const;
  bool IsRefused(int32_t verb, int32_t first) const;
  bool HasTellingObject(int32_t verb) const;
  bool Disputes(int32_t at) const;
  int32_t VerbAfter(const Bearer& bearer) const;
  int32_t VerbInTree(const Bearer& bearer) const;
  int32_t ToLeft(int32_t at) const;
  bool OutletEndsBefore(int32_t at) const;
  int32_t BeforeEmployee(const OutletList& list) const;
  bool OnlyModifies(int32_t at, bool hosts_allowed) const;
  bool IsGoverned(const OutletList& list) const;
  bool IsCreditVerb(int32_t at, const OutletList& list, bool journalist) const;
  bool VerbReports(const ReportingVerb& verb, int32_t at, const OutletList& list, bool journalist) const;
  bool SpeaksOfOthers(int32_t content, const OutletList& list, bool judges) const;
  bool SpokeOfItselfBefore(const OutletList& list) const;
  Finding OwnedSubject(int32_t at) const;
  bool IsDateline(int32_t end) const;
  bool IsContribution(int32_t verb) const;
  bool MayBeVerb(int32_t word) const;
  bool IsEstimate(int32_t verb) const;
  bool IsQuestion(int32_t verb) const;
  int32_t OpinionAfter(int32_t at) const;
  int32_t SkipBracket(int32_t at) const;
  int32_t SkipInsertion(int32_t at) const;
  int32_t SkipAdverbs(int32_t at) const;
  bool ParticipleBefore(int32_t by, int32_t* first) const;
  Finding Found(Ground ground, int32_t first, int32_t end) const;
  Finding Marked(WireMarkKind kind, int32_t first, int32_t end) const;

  const StatementWords& words_;
  const Analysis* analysis_;
  absl::Span<const OutletMention> mentions_;
  absl::Span<const Speech> speech_;
};

}  // namespace consilience
