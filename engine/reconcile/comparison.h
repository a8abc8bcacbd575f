// How two claims of natural language compare, feature by feature, and what follows.
//
// Every feature has a few named levels; what two claims are to each other is a function of the levels and of the match
// model's weight for them alone, so that it can be told in words. In doubt the verdict is kUnrelated: an invented
// conflict is worse than a missing one.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/answer.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/match_model.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"
#include "engine/reconcile/reconciler.h"
#include "engine/reconcile/story.h"

namespace consilience {

enum class ActLevel : uint8_t { kSameVerb, kSameFamily, kOpposite, kDifferent };
enum class RarityLevel : uint8_t { kNone, kCommon, kTelling, kVeryTelling };
enum class TimeLevel : uint8_t { kSameDay, kDays, kWeeks, kFar, kUnknown, kOtherDate };
enum class PolarityLevel : uint8_t { kSame, kOpposite };
enum class ModalityLevel : uint8_t { kSame, kDenied, kDifferent };

// Where the answer stands that may differ, and how it compares.
enum class AnswerKind : uint8_t {
  kNone,      // the claims answer "did it happen?"
  kQuantity,  // the values of one slot
  kDate,
  kPlace,
  kWho,       // an act that only one does: who won
  kWhat,      // an act with one object: what it is named after
};

struct Levels {
  ActLevel act = ActLevel::kDifferent;
  PhraseLevel agent = PhraseLevel::kOther;
  PhraseLevel patient = PhraseLevel::kOther;
  PhraseLevel oblique = PhraseLevel::kOther;
  StoryLevel story = StoryLevel::kNone;
  RarityLevel rarity = RarityLevel::kNone;
  TimeLevel time = TimeLevel::kUnknown;
  PolarityLevel polarity = PolarityLevel::kSame;
  ModalityLevel modality = ModalityLevel::kSame;
  AnswerKind asked = AnswerKind::kNone;
  AnswerLevel answer = AnswerLevel::kIncomparable;
  bool asserted = false;  // both as facts (or one as denied)
  bool affirmed = false;  // neither negated
  bool single = false;    // of what happens once
  bool changing = false;  // a number that later reports supersede
  bool later = false;     // reported hours apart
  bool reversible = false;  // what one does the other undoes: arrested, later released
  bool state = false;       // one of them says how it is, not what happened
  bool firm = false;      // both say so themselves, in a finite clause
  bool scoped = false;    // a negation among them may mean a circumstance or a number alone
  bool sparse = false;    // one of them says too little to be known outside its story
};

enum class Verdict : uint8_t { kUnrelated, kCompatible, kRevision, kAgree, kConflict };

struct Outcome {
  Verdict verdict = Verdict::kUnrelated;
  ConflictKind kind = ConflictKind::kValue;  // of a kConflict
  int32_t weight = 0;                        // of the match, hundredths of a nat
  bool apart = false;                        // their answers differ: never of one group
};

// Everything that comparison looks at. Borrowed; immutable while it is used, by any number of threads.
struct ComparisonContext {
  const ClaimTable* claims = nullptr;
  const PhraseTable* phrases = nullptr;
  const StoryIndex* stories = nullptr;
};

Levels Compare(const ComparisonContext& context, const Proposition& a, const Proposition& b);
Pattern PatternOf(const Levels& levels);
// False when no weight can make anything of the pair.
bool Comparable(const Levels& levels);
Outcome Judge(const Levels& levels, const MatchModel& model);

}  // namespace consilience
