// Verbs with which statements are attributed: "said", "reported", "believes".
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

// What an outlet as the verb's subject makes it.
//   strong  a credit: "Reuters reported", "CNN has learned"
//   weak    a credit unless the outlet speaks of itself: "Fox News said it would appeal"
enum class OutletCue : uint8_t { kNone, kStrong, kWeak };

// What the verb takes as content.
//   say      a clause or a quotation: "said", "argued"
//   mind     a clause that is thought rather than said: "believes", "fears"
//   address  a clause after the person addressed: "told reporters", "warned them"
//   judge    a noun phrase or a quotation in it: "called the plan a failure", "praised"
enum class SpeechCue : uint8_t { kNone, kSay, kMind, kAddress, kJudge };

enum class VerbForm : uint8_t { kBase, kThird, kPast, kParticiple, kGerund };  // kPast: also participle when alike

struct ReportingVerb {
  absl::string_view lemma;
  SpeechCue speech = SpeechCue::kNone;
  OutletCue outlet = OutletCue::kNone;
  bool by = false;  // "reported by Reuters" is a credit
};

struct VerbMatch {
  const ReportingVerb* verb = nullptr;  // nullptr: no reporting verb
  VerbForm form = VerbForm::kBase;
};

// The verb of which `form`, in any letter case, is a form. Thread-safe.
VerbMatch FindReportingVerb(absl::string_view form);

}  // namespace consilience
