// The words that make the mention of an outlet a credit, as tables.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

// What a phrase before a list of outlets ("according to", "told") makes them.
enum class CueKind : uint8_t {
  kAccording,  // source of the statement: "according to", "per"
  kAddressee,  // somebody spoke to it: "told", "in an interview with"
  kCited,      // it is relayed by another: "citing"; the other one is credited as `via`
  kLabel,      // opens a credit line: "Source:", "With reporting by"
};

struct CuePhrase {
  absl::string_view words;  // lower case, one space between tokens
  CueKind kind;
};

// Phrases that stand directly before the outlets. Longer ones first.
absl::Span<const CuePhrase> CuePhrases();

// All take a word in any letter case.
bool IsCalendarWord(absl::string_view word);    // Monday, October
bool IsTimeWord(absl::string_view word);        // calendar words and "earlier", "this", "week", "on"
bool IsOpeningWord(absl::string_view word);     // may stand capitalised before a name without being part of it
bool IsCorporateWord(absl::string_view word);   // after an outlet's name, makes it another body's: "Foundation"
bool IsOutletNoun(absl::string_view word);      // "newspaper", "broadcaster", "outlets"
bool IsReportNoun(absl::string_view word);      // "report", "investigation"
bool IsPollNoun(absl::string_view word);        // "poll"
bool IsJournalistNoun(absl::string_view word);  // "reporter", "correspondent"
bool IsHostNoun(absl::string_view word);        // "host", "anchor": speak for themselves
bool IsInsiderNoun(absl::string_view word);     // "staff", "viewers": told by their own house
bool IsOwnAffairNoun(absl::string_view word);   // "lawsuit", "newsroom": an outlet speaking of them speaks of itself
bool IsResultNoun(absl::string_view word);      // "profit": a company reports them
bool IsCueAdverb(absl::string_view word);       // between an outlet and its verb: "first", "previously"
bool IsGoverningPreposition(absl::string_view word);  // "a lawyer for CNN said": CNN is not the subject
bool IsDisputingVerb(absl::string_view word);   // "denied a report by CNN"

}  // namespace consilience
