// One statement's words, with its tree, its outlets and its speech, as the rules of credits read them.
//
// Every question looks at a bounded number of words; the words that are known stand in cue_table.cc and
// data/reporting_verbs.tsv.
#pragma once

#include <cstdint>

#include "absl/types/span.h"
#include "engine/attribution/credit.h"
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

class CreditWords : public StatementWords {
 public:
  // `analysis` may be null (then the words alone decide); `speech` is that of this statement. All must outlive this.
  CreditWords(const StatementWords& words, const Analysis* analysis, absl::Span<const OutletMention> mentions,
              absl::Span<const Speech> speech)
      : StatementWords(words), analysis_(analysis), mentions_(mentions), speech_(speech) {}

  const Analysis* analysis() const { return analysis_; }
  absl::Span<const OutletMention> mentions() const { return mentions_; }
  absl::Span<const Speech> speech() const { return speech_; }

  // Findings whose cue is the words [first, end).
  Finding Found(Ground ground, int32_t first, int32_t end) const;
  Finding Marked(WireMarkKind kind, int32_t first, int32_t end) const;

  // True when the outlets before `at` only modify another noun: "CNN viewers", "Fox News host".
  bool OnlyModifies(int32_t at, bool hosts_allowed) const;
  // "a lawyer for CNN said", "in the Post": another word governs the list.
  bool IsGoverned(const OutletList& list) const;

  // Past "(a tabloid)", else `at` itself.
  int32_t SkipBracket(int32_t at) const;
  // Past ", citing officials," and ", which first broke the story,".
  int32_t SkipInsertion(int32_t at) const;
  // Past the adverbs, auxiliaries and time words before a verb.
  int32_t SkipAdverbs(int32_t at) const;
  // Left over what says when and how: "exclusively", "by phone", "on Friday".
  int32_t ToLeft(int32_t at) const;

  // The tree's word on whether a word is a verb. Without a tree it is taken for one. Parsers take "The Daily News
  // reports" for a compound noun: there what follows decides, the end of the clause or the beginning of another.
  bool MayBeVerb(int32_t word) const;
  // True when an outlet that is the subject of `verb`, at `at`, reports by it, and not what a company says of itself.
  bool VerbReports(const ReportingVerb& verb, int32_t at, const OutletList& list, bool journalist) const;
  // A word before `verb`, and not before `first`, within its clause, that takes back what the verb says: "could not",
  // "declined to".
  bool IsRefused(int32_t verb, int32_t first) const;
  // "put the damage at $4 billion", "placed the toll in the hundreds"
  bool IsEstimate(int32_t verb) const;
  // "asked whether", "asked him about", "asked: "; not "asked him to leave".
  bool IsQuestion(int32_t verb) const;
  // "aired footage", "has seen a memo": the object of `verb` tells something.
  bool HasTellingObject(int32_t verb) const;
  // Content from word `content` on: false when it is about the outlet itself.
  bool SpeaksOfOthers(int32_t content, const OutletList& list, bool judges) const;
  // A word shortly before `at` disputes what follows: "denied a report by".
  bool Disputes(int32_t at) const;

 private:
  // "It would appeal, Fox News said."
  bool SpokeOfItselfBefore(const OutletList& list) const;

  const Analysis* analysis_;
  absl::Span<const OutletMention> mentions_;
  absl::Span<const Speech> speech_;
};

}  // namespace consilience
