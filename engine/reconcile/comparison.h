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
#include "engine/reconcile/clause_alignment.h"
#include "engine/reconcile/epithet.h"
#include "engine/reconcile/match_model.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"
#include "engine/reconcile/reconciler.h"
#include "engine/reconcile/story.h"

namespace consilience {

// Related: of verbs that may be said of one thing, "took" and "siphoned off".
enum class ActLevel : uint8_t { kSameVerb, kSameFamily, kOpposite, kRelated, kDifferent };
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
  kWho,   // an act that only one does: who won
  kWhat,  // an act with one object: what it is named after
};

// Packed, since millions of pairs are held at a time.
struct Levels {
  ActLevel act : 3 = ActLevel::kDifferent;
  PhraseLevel agent : 4 = PhraseLevel::kOther;
  PhraseLevel patient : 4 = PhraseLevel::kOther;
  PhraseLevel oblique : 4 = PhraseLevel::kOther;
  StoryLevel story : 3 = StoryLevel::kNone;
  RarityLevel rarity : 2 = RarityLevel::kNone;
  TimeLevel time : 3 = TimeLevel::kUnknown;
  PolarityLevel polarity : 1 = PolarityLevel::kSame;
  ModalityLevel modality : 2 = ModalityLevel::kSame;
  AnswerKind asked : 3 = AnswerKind::kNone;
  AnswerLevel answer : 2 = AnswerLevel::kIncomparable;
  bool asserted : 1 = false;    // both as facts (or one as denied)
  bool fact : 1 = false;        // both as facts, or both as planned
  bool counted : 1 = false;     // one of them tells how many acted
  bool affirmed : 1 = false;    // neither negated
  bool single : 1 = false;      // of what happens once
  bool changing : 1 = false;    // a number that later reports supersede
  bool later : 1 = false;       // reported hours apart
  bool reversible : 1 = false;  // what one does the other undoes: arrested, later released
  bool state : 1 = false;       // one of them says how it is, not what happened
  bool firm : 1 = false;        // both say so themselves, in a finite clause
  bool scoped : 1 = false;      // a negation among them may mean a circumstance or a number alone
  bool loose : 1 = false;       // what they are about may be two of a kind, or is not said: "an invitation"
  bool different : 1 = false;   // of acts told with other circumstances and both negated, or said of a bare "it"
  bool limited : 1 = false;     // one of them holds up to a point, or under a condition
  bool told : 1 = false;        // what somebody says, compared word by word
  bool stale : 1 = false;       // reported more than a day and a half apart
  bool apart : 1 = false;       // of acts told with other circumstances: they need not be one
  bool measured : 1 = false;    // their numbers say by how much
  bool whole : 1 = false;       // their numbers count people by words for all there are
  bool plain : 1 = false;       // says what something is, no more
  bool elliptic : 1 = false;    // what one leaves out goes without saying
  bool amounts : 1 = false;     // the amounts that their acts are about exclude each other
  bool recognised : 1 = false;  // participants fit by what the clauses name between them
  bool telling : 1 = false;     // two numbers that hardly two stories share by chance
  bool sparse : 1 = false;      // one of them says too little to be known outside its story
  bool answered : 1 = false;    // one denies what the other accuses of
};

enum class Verdict : uint8_t { kUnrelated, kCompatible, kRevision, kAgree, kConflict };

struct Outcome {
  Verdict verdict = Verdict::kUnrelated;
  ConflictKind kind = ConflictKind::kValue;  // of a kConflict
  bool apart = false;                        // their answers differ: never of one group
  int16_t weight = 0;                        // of the match, hundredths of a nat
};

// Everything that comparison looks at. Borrowed; immutable while it is used, by any number of threads.
struct ComparisonContext {
  const ClaimTable* claims = nullptr;
  const PhraseTable* phrases = nullptr;
  const StoryIndex* stories = nullptr;
  const EpithetIndex* epithets = nullptr;
  const ClauseAlignment* clauses = nullptr;
};

Levels Compare(const ComparisonContext& context, const Proposition& a, const Proposition& b);
Pattern PatternOf(const Levels& levels);
// False when no weight can make anything of the pair.
bool Comparable(const Levels& levels);
Outcome Judge(const Levels& levels, const MatchModel& model);

}  // namespace consilience
