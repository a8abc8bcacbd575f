// Words with which statements are attributed: "said", "the claim that", "critical of". Read from data/reporting_*.tsv.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

// What kind of attitude a word reports. Only what is said, thought or shown gives its content as true for somebody.
enum class SpeechKind : uint8_t {
  kSay,    // "said", "argued"
  kThink,  // "believes", "expects"
  kWant,   // "plans", "refused"
  kJudge,  // "criticised", "supports": somebody's stance towards a thing
  kShow,   // "shows", "appears"
};
absl::string_view ToString(SpeechKind kind);

// What a word takes as its content, as a set of bits.
using Frames = uint32_t;
enum Frame : Frames {
  kThat = 1u << 0,        // a clause, or a quotation: "said that", "asked whether"
  kQuotation = 1u << 1,   // a quotation only: "continued", "laughed"
  kPerson = 1u << 2,      // its object is the one addressed: "told reporters"
  kNounPhrase = 1u << 3,  // a noun phrase: "announced a ceasefire"
  kInfinitive = 1u << 4,  // "promised to leave"
  kGerund = 1u << 5,      // "denied leaving"
  kSmall = 1u << 6,       // an object and what it is said to be: "called it a failure"
  kRaising = 1u << 7,     // the subject is part of the content: "it seems to work"
  kWanted = 1u << 8,      // an object and what it shall do: "wants them to leave"
  kIt = 1u << 9,          // "as he put it"
  kOf = 1u << 10,         // a phrase with this preposition: "spoke of a mistake"
  kAbout = 1u << 11,
  kOn = 1u << 12,
  kFor = 1u << 13,
  kAgainst = 1u << 14,
  kTo = 1u << 15,
  kWith = 1u << 16,
  kAt = 1u << 17,
  kAs = 1u << 18,
  kIn = 1u << 19,
  kOver = 1u << 20,
  kFrom = 1u << 21,
};
// The frame of a preposition in lower case; 0: none.
Frames FrameOfPreposition(absl::string_view preposition);

// What an outlet as the verb's subject makes it.
//   strong  a credit: "Reuters reported", "CNN has learned"
//   weak    a credit unless the outlet speaks of itself: "Fox News said it would appeal"
//   question  a credit when a question follows: "Axios asked whether", not "Axios asked him to leave"
//   content   a credit when its object tells something: "CNN aired footage", not "CNN aired the match"
enum class OutletCue : uint8_t { kNone, kStrong, kWeak, kQuestion, kContent };

enum class VerbForm : uint8_t { kBase, kThird, kPast, kParticiple, kGerund };  // kPast: also participle when alike

struct ReportingVerb {
  absl::string_view lemma;
  bool speaks = false;  // false: makes outlets credits ("obtained by Reuters") but attributes nothing
  SpeechKind kind = SpeechKind::kSay;
  Frames frames = 0;
  OutletCue outlet = OutletCue::kNone;
  bool by = false;  // "reported by Reuters" is a credit
};

struct VerbMatch {
  const ReportingVerb* verb = nullptr;  // nullptr: no reporting verb
  VerbForm form = VerbForm::kBase;
};

// The verb of which `form`, in any letter case, is a form. Thread-safe, as are the others.
VerbMatch FindReportingVerb(absl::string_view form);

// "claim", "support for", "decision to"; adjectives: "critical of", "aware that".
struct ReportingWord {
  absl::string_view lemma;
  SpeechKind kind = SpeechKind::kSay;
  Frames frames = 0;
};

// The noun of which `form` is the singular or the plural, in any letter case; nullptr: none.
const ReportingWord* FindReportingNoun(absl::string_view form);
const ReportingWord* FindReportingAdjective(absl::string_view form);

}  // namespace consilience
