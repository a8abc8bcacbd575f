// How two claims of natural language compare, feature by feature, and what follows.
//
// Every feature has a few named levels, in the manner of probabilistic record linkage with its comparison levels; the
// verdict is a function of the levels alone, so that it can be told in words. In doubt the verdict is kUnrelated: an
// invented conflict is worse than a missing one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/claim/value.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/predicate_table.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {

// What a claim is compared by, worked out once per claim.
struct ClaimFeatures {
  std::vector<std::string> subject_words;  // of its key, sorted, each once
  std::vector<std::string> object_words;   // the same without numbers when a value stands for them
  std::string subject_key;                 // lower-case
  std::string object_key;
  std::string family;
  std::string axis;
  std::string when;  // date the claim speaks of
  const Value* value = nullptr;
  bool subject_proper = false;
  bool informative = false;  // says enough to be brought together with claims of other documents
  bool functional = false;
  bool changing = false;
};

ClaimFeatures FeaturesOf(const ClaimTable& claims, const ClaimTable::Row& row, const PredicateTable& predicates);

enum class SubjectLevel : uint8_t { kSame, kSubset, kDifferent };
enum class PredicateLevel : uint8_t { kSameFamily, kAntonym, kDifferent };
enum class ObjectLevel : uint8_t {
  kSame,
  kSameValue,
  kCompatible,      // values that can both hold, or words of different detail
  kExcludingValue,  // values of one unit and one thing counted that cannot both hold
  kExcludingDate,
  kExcludingPlace,
  kDifferent,
};
enum class TimeLevel : uint8_t { kSame, kLater, kFar };  // kLater: hours or days apart, so that a number may have moved
enum class PolarityLevel : uint8_t { kSame, kOpposite };
enum class ModalityLevel : uint8_t { kSame, kDenied, kDifferent };

struct Levels {
  SubjectLevel subject = SubjectLevel::kDifferent;
  PredicateLevel predicate = PredicateLevel::kDifferent;
  ObjectLevel object = ObjectLevel::kDifferent;
  TimeLevel time = TimeLevel::kSame;
  PolarityLevel polarity = PolarityLevel::kSame;
  ModalityLevel modality = ModalityLevel::kSame;
  bool asserted = false;    // both as facts (or one as denied)
  bool affirmed = false;    // neither negated
  bool functional = false;  // one object per subject
  bool changing = false;    // a number that later reports supersede
};

enum class Verdict : uint8_t { kUnrelated, kCompatible, kRevision, kAgree, kConflict };

struct Outcome {
  Verdict verdict = Verdict::kUnrelated;
  ConflictKind kind = ConflictKind::kValue;  // of a kConflict
};

enum class ValueLevel : uint8_t { kEqual, kCompatible, kExcluding, kIncomparable };

// "340" and "more than 300" are compatible; units that do not convert are incomparable.
ValueLevel CompareValues(const Value& a, const Value& b);
// ISO 8601 of any precision: one that contains the other is compatible.
ValueLevel CompareDates(absl::string_view a, absl::string_view b);
// "Tokyo" and "Tokyo, Japan" are compatible; excluding only where both name a part of the same whole.
ValueLevel ComparePlaces(absl::string_view a, absl::string_view b);

Levels Compare(const ClaimTable::Row& a, const ClaimFeatures& fa, const ClaimTable::Row& b, const ClaimFeatures& fb,
               const PredicateTable& predicates);
Outcome Judge(const Levels& levels);

// True when some outlet stands behind a and not b, and some other behind b and not a.
bool OutletsOnEachSide(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b);

}  // namespace consilience
