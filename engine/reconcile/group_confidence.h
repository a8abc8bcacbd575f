// How likely a group is what a careful reader would take from its statements: each of its claims says what its
// statement says, and all of them state one fact.
//
// A logistic model over how sure the claims are, each by itself, and how alike they are (the features below). Its
// weights are engine/reconcile/data/group_confidence.tsv, fitted by bench/quality/fit_group_confidence.py, with a
// ridge, to strict readings of groups of real articles (docs/reading/group_readings.tsv: 649
// groups of seven draws that still held the claims they were read with).
//
// On documents that were not fitted on (ten folds) a right group has more confidence than a wrong one in 0.726, and
//     said   0.26  0.35  0.45  0.55  0.65  0.75  0.85  0.92
//     were   0.38  0.29  0.53  0.57  0.64  0.73  0.85  0.92
// so that a threshold keeps of all groups, with as many of them right (a doubtful one counts as half):
//     from   0.50  0.60  0.65  0.70  0.75  0.80  0.85
//     kept   0.83  0.70  0.62  0.52  0.41  0.32  0.20
//     right  0.74  0.77  0.80  0.81  0.83  0.87  0.92
// Of 200 groups of 0.8 or more that were read afterwards 174 were right, 11 doubtful.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/units.h"
#include "engine/reconcile/text_comparison.h"

namespace consilience {

// Feature, its name in the table, what it is. "Pairs" are those of claims of different documents.
#define CONSILIENCE_GROUP_FEATURES(X)                                                              \
  X(kConfidence, "confidence", "the mean confidence of its claims")                                \
  X(kLeastConfidence, "least confidence", "that of the claim that has least")                      \
  X(kWordsShared, "words shared", "the share of the words of two claims that both have, of pairs") \
  X(kOneStatement, "one statement", "the share of pairs whose statements have the same words")     \
  X(kSaid, "said", "the share of its claims that somebody says")                                   \
  X(kSaidOnce, "said once", "somebody says some of its claims, and nobody others")                 \
  X(kSaidApart, "said apart", "different speakers say them")                                       \
  X(kNotAsserted, "not asserted", "the share of its claims that are not asserted")                 \
  X(kNegated, "negated", "it is negated")                                                          \
  X(kSize, "size", "log2 of the number of its claims")                                             \
  X(kWeight, "weight", "the mean weight of its pairs, in nats")                                    \
  X(kAgreeing, "agreeing", "the share of pairs that agree by themselves")                          \
  X(kOneVerb, "one verb", "the share of pairs of one verb")                                        \
  X(kOneDoer, "one doer", "the share of pairs with the same doer, in the same words or a variant") \
  X(kOneThing, "one thing", "the same of whom or what it is done to")                              \
  X(kPronoun, "pronoun", "the share of its claims whose subject is a pronoun")                     \
  X(kNumber, "number", "the share of pairs with the same number or day")                           \
  X(kDays, "days", "the share of pairs that are not of one day")                                   \
  X(kLoose, "loose", "the share of pairs that are known to be one by their clauses alone")

enum class GroupFeature : uint8_t {
#define CONSILIENCE_GROUP_FEATURE_ID(id, name, meaning) id,
  CONSILIENCE_GROUP_FEATURES(CONSILIENCE_GROUP_FEATURE_ID)
#undef CONSILIENCE_GROUP_FEATURE_ID
};

#define CONSILIENCE_GROUP_FEATURE_COUNT(id, name, meaning) +1
inline constexpr size_t kGroupFeatures = 0 CONSILIENCE_GROUP_FEATURES(CONSILIENCE_GROUP_FEATURE_COUNT);
#undef CONSILIENCE_GROUP_FEATURE_COUNT
absl::string_view NameOf(GroupFeature feature);

// Groups of less are not reported unless somebody asks for them.
inline constexpr Probability kLeastGroupShown = Probability::FromMillionths(800'000);

// In thousandths, by feature.
using GroupEvidence = std::array<int32_t, kGroupFeatures>;

// `rows`: the claims of the group, text claims of the table that was compared, ascending. Looks at a bounded number.
GroupEvidence FindGroupEvidence(const ClaimTable& claims, const TextComparison& comparison,
                                absl::Span<const uint32_t> rows);

// Thread-safe.
Probability EstimateGroupConfidence(const GroupEvidence& evidence);

}  // namespace consilience
