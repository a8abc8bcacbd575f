// The words that the rules of credits and of speech know, read from data/credit_cues.tsv and data/word_classes.tsv.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

// What a phrase before a list of outlets makes them.
enum class CueKind : uint8_t {
  kAccording,  // source of the statement: "according to", "per"
  kAddressee,  // somebody spoke to it: "told", "in an interview with"
  kCited,      // it is relayed by another: "citing"; the other one is credited as `via`
  kRelayed,    // it relays another, when there is one: "picked up by"
  kLabel,      // opens a credit line: "Source:", "With reporting by"
  kSubject,    // they report; of frames alone: "OUTLET had the story"
};
CueKind CueKindNamed(absl::string_view name);  // as the data files call it; the name must be one of theirs

struct CuePhrase {
  absl::string_view words;  // lower case, one space between words; "*" is any word
  CueKind kind;
};

// The phrases whose last word is `word`, in any letter case; those of more words first.
absl::Span<const CuePhrase> CuePhrasesEndingIn(absl::string_view word);

// A class of data/word_classes.tsv by its name, which must be one of its names, and its words in any letter case.
using WordClass = uint64_t;
WordClass WordClassNamed(absl::string_view name);
bool IsOfClass(absl::string_view word, WordClass of_class);

// All take a word in any letter case.
bool IsCalendarWord(absl::string_view word);    // Monday, October
bool IsTimeWord(absl::string_view word);        // calendar words, numbers and "earlier", "this", "week", "on"
bool IsOpeningWord(absl::string_view word);     // may stand capitalised before a name without being part of it
bool IsDescribingWord(absl::string_view word);  // "the", "state-run", "several": between a cue and a name
bool IsDemonym(absl::string_view word);         // "Qatari"
bool IsCorporateWord(absl::string_view word);   // after an outlet's name, makes it another body's: "Foundation"
bool IsOutletNoun(absl::string_view word);      // "newspaper", "broadcaster", "outlets"
bool IsReportNoun(absl::string_view word);      // "report", "investigation"
bool IsPollNoun(absl::string_view word);        // "poll"
bool IsJournalistNoun(absl::string_view word);  // "reporter", "correspondent"
bool IsHostNoun(absl::string_view word);        // "host", "anchor": speak for themselves
bool IsInsiderNoun(absl::string_view word);     // "staff", "viewers": told by their own house
bool IsOwnAffairNoun(absl::string_view word);   // "lawsuit", "newsroom": an outlet speaking of them speaks of itself
bool IsOwnFault(absl::string_view word);        // "correction": the outlet's own, unless it calls it something
bool IsOwnMatter(absl::string_view word);       // of either
bool IsOwnStory(absl::string_view word);        // "said its story": speaks of itself
bool IsWorkOfArt(absl::string_view word);       // "film": a review of it is no report
bool IsComeByVerb(absl::string_view word);      // "said it had seen a letter"
bool IsPublishingVerb(absl::string_view word);  // "a report released by"
bool IsOpinionNoun(absl::string_view word);     // "op-ed", "column": their writer's
bool IsResultNoun(absl::string_view word);      // "profit": a company reports them
bool IsCueAdverb(absl::string_view word);       // between an outlet and its verb: "first", "previously"
bool IsGoverningWord(absl::string_view word);   // "a lawyer for CNN said": CNN is not the subject
bool IsDisputingVerb(absl::string_view word);   // "denied a report by CNN"
bool IsFindingVerb(absl::string_view word);     // "an analysis by CNN traced"
bool IsLightVerb(absl::string_view word);       // "made a statement"
bool IsPhaseVerb(absl::string_view word);       // "went on to say"
bool IsHearsayAdverb(absl::string_view word);   // "reportedly"
bool IsDocumentNoun(absl::string_view word);    // "memo", "footage": what outlets come by and show
bool IsAddressNoun(absl::string_view word);     // "interview", "statement": what is said to an outlet
bool IsTransferVerb(absl::string_view word);    // "provided to", "shared with"
bool IsRefusingWord(absl::string_view word);    // "not", "declined", "cancelled"
bool IsPerceivingVerb(absl::string_view word);  // "a BBC team saw"
bool IsFillingWord(absl::string_view word);     // "exclusively", "by phone": says how, between a verb and an outlet
bool IsClaimNoun(absl::string_view word);       // "claim", "implication": what an outlet tells by it is about others
bool IsOriginVerb(absl::string_view word);      // "news of it came from the Post"
bool IsUnnamedNoun(absl::string_view word);     // "two officials said"

}  // namespace consilience
