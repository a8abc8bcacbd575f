#include "engine/syntax/repair.h"

#include <algorithm>

#include "engine/syntax/repair_step.h"

namespace consilience {
namespace {

// Verbs that say or think something; sorted.
constexpr absl::string_view kSaying[] = {
    "acknowledge", "add",      "admit",    "advise",  "agree",    "allege",  "announce", "argue",     "assert",
    "assure",      "believe",  "boast",    "claim",   "complain", "concede", "conclude", "confess",   "confirm",
    "contend",     "convince", "decide",   "declare", "demand",   "deny",    "disclose", "emphasise", "emphasize",
    "estimate",    "explain",  "fear",     "find",    "hint",     "hope",    "indicate", "inform",    "insist",
    "know",        "learn",    "maintain", "mention", "note",     "notify",  "persuade", "pledge",    "point",
    "predict",     "promise",  "remind",   "repeat",  "reply",    "report",  "reveal",   "say",       "show",
    "signal",      "state",    "stress",   "suggest", "swear",    "tell",    "testify",  "think",     "tweet",
    "vow",         "warn",     "write"};

// In this order: the later ones rest on what the earlier ones mended.
constexpr void (*kSteps[])(std::vector<Word>*) = {RepairShootings,
                                                  RepairHyphenated,
                                                  RepairContentClauses,
                                                  RepairAskedConditions,
                                                  RepairSayingNouns,
                                                  RepairTwoObjects,
                                                  RepairAskedBefore,
                                                  RepairContentsWithoutVerb,
                                                  RepairTornNames,
                                                  RepairQuantities,
                                                  RepairStraySubjects,
                                                  RepairClausesOfDays,
                                                  RepairAppositions,
                                                  RepairRelativeClauses,
                                                  RepairDatedNouns,
                                                  RepairDays,
                                                  RepairBareContents,
                                                  RepairFiniteConjuncts,
                                                  RepairParticipleConjuncts,
                                                  RepairParticipleTitles,
                                                  RepairDueTo,
                                                  RepairTerms,
                                                  RepairBareConjuncts,
                                                  RepairGerundConjuncts,
                                                  RepairSayingRelatives,
                                                  RepairAges,
                                                  RepairPartitives,
                                                  RepairClausesOfOne,
                                                  RepairSpans,
                                                  RepairBareVerbs,
                                                  RepairLikeCharges,
                                                  RepairReducedRelatives,
                                                  RepairNamings,
                                                  RepairPurposesOfNouns,
                                                  RepairElse,
                                                  RepairNounsReadAsVerbs};

}  // namespace

void RepairTree(std::vector<Word>* words) {
  for (const auto step : kSteps) step(words);
}

bool IsSayingVerb(absl::string_view lemma) {
  return Contains(kSaying, lemma);
}

bool IsBelow(const std::vector<Word>& words, int32_t i, int32_t above) {
  constexpr int kDeepest = 60;
  for (int steps = 0; i >= 0 && steps < kDeepest; ++steps, i = words[static_cast<size_t>(i)].head) {
    if (i == above) return true;
  }
  return false;
}

Window Around(const std::vector<Word>& words, int32_t i) {
  constexpr size_t kReach = 200;
  const auto at = static_cast<size_t>(std::max(i, 0));
  return {at > kReach ? at - kReach : 0, std::min(words.size(), at + kReach)};
}

int32_t Nearest(const std::vector<Word>& words, size_t i, int32_t head) {
  return std::max(head, static_cast<int32_t>(Around(words, static_cast<int32_t>(i)).begin));
}

}  // namespace consilience
