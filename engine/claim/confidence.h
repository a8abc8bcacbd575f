// How likely a claim is what a careful reader would take from the statement.
//
// A logistic model over what speaks for and against the claim (evidence.h): how sure the parser was of what it was read
// from, its shape, its subject and object, and who says it. Its weights are engine/claim/data/confidence.tsv, fitted by
// bench/quality/fit_confidence.py, with a ridge, to strict readings of claims of real articles
// (docs/reading/claims.tsv: 1,658 claims of 192 articles). Claims of both views are weighed by it: an atomic claim has
// fewer parts to be wrong.
//
// On articles that were not fitted on (ten folds, the 969 claims read last, of which 66.6 % are right; claims that
// could be taken for right or wrong count as half) a right claim has more confidence than a wrong one in 0.778, and
//     said   0.15  0.25  0.36  0.45  0.55  0.65  0.75  0.85  0.92
//     were   0.03  0.12  0.41  0.47  0.48  0.63  0.79  0.87  0.94
// so that a threshold keeps of all claims, with as many of them right:
//     from   0.30  0.40  0.50  0.55  0.60  0.65  0.70  0.75  0.80  0.85
//     kept   0.94  0.88  0.78  0.74  0.67  0.59  0.51  0.42  0.31  0.19
//     right  0.70  0.72  0.75  0.77  0.80  0.83  0.85  0.86  0.88  0.92
// The features were chosen on the same readings; the weights of all 144 that were tried rank 0.75.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "engine/base/units.h"

namespace consilience {

// Feature, its name in the table, what it is. The doubt of a word is -log of the probability of its arc and of its
// relation. Numbers of things are taken as log(1 + number).
#define CONSILIENCE_CONFIDENCE_FEATURES(X)                                                                        \
  /* The tree. */                                                                                                 \
  X(kDoubt, "doubt", "log(1 + the doubt of all words from the root to its predicate and the heads of its parts)") \
  X(kStanding, "standing", "the probability of all arcs and relations from the root to its predicate")            \
  X(kWordDoubt, "word doubt", "the mean doubt of its words")                                                      \
  X(kStatementDoubt, "statement doubt", "the mean doubt of the statement's words")                                \
  X(kWeakArcs, "weak arcs", "arcs of the statement that are less likely than not, in number")                     \
  X(kObjectDoubt, "object doubt", "the doubt of its object's head")                                               \
  /* Its shape. */                                                                                                \
  X(kCover, "cover", "the share of the statement's words that are in it")                                         \
  X(kGap, "gap", "words between its first and its last that are not in it, in number")                            \
  X(kDepth, "depth", "arcs from the root to its predicate, in number")                                            \
  X(kApposition, "apposition", "no verb says it: 'X, the mayor of Y'")                                            \
  X(kTitle, "title", "no verb says it: 'former treasurer X'")                                                     \
  X(kPast, "past", "its verb is finite and in the past")                                                          \
  X(kReports, "reports", "its verb says what somebody said")                                                      \
  /* Its parts. */                                                                                                \
  X(kNamed, "named", "its subject is a name")                                                                     \
  X(kSpeaking, "speaking", "its subject is 'I' or 'we'")                                                          \
  X(kSpokenTo, "spoken to", "its subject is 'you'")                                                               \
  X(kPointed, "pointed", "its subject is 'this', 'that', 'these' or 'those'")                                     \
  X(kPlural, "plural", "its subject is a common noun in the plural")                                              \
  X(kIntransitive, "intransitive", "it has no object")                                                            \
  X(kObjectPronoun, "object pronoun", "its object is a pronoun")                                                  \
  X(kContent, "content", "its object is a clause")                                                                \
  X(kAntecedent, "antecedent", "its object stands outside its clause: 'the man she met'")                         \
  X(kObliques, "obliques", "further arguments that are noun phrases, as they are")                                \
  X(kBare, "bare", "further arguments without a preposition, as they are")                                        \
  X(kAdverbials, "adverbials", "further arguments that are clauses, as they are")                                 \
  /* Marks. */                                                                                                    \
  X(kBracket, "bracket", "it holds a bracket or a bar")                                                           \
  X(kOtherBracket, "statement bracket", "the statement holds one")                                                \
  X(kEndless, "endless", "the statement has no final stop")                                                       \
  X(kAsking, "asking", "the statement is a question")                                                             \
  /* Who says it. */                                                                                              \
  X(kSpeeches, "speeches", "verbs of the statement by which somebody says something, as they are")                \
  X(kUnsaid, "unsaid", "its predicate stands within quotation marks, and nobody is known to say it")              \
  X(kSaidInQuotes, "said in quotes", "somebody says it within quotation marks")                                   \
  X(kSaidElsewhere, "said elsewhere", "who says it stands in another statement")                                  \
  X(kThought, "thought", "somebody thinks it")

enum class ConfidenceFeature : uint8_t {
#define CONSILIENCE_FEATURE_ID(id, name, meaning) id,
  CONSILIENCE_CONFIDENCE_FEATURES(CONSILIENCE_FEATURE_ID)
#undef CONSILIENCE_FEATURE_ID
};

#define CONSILIENCE_FEATURE_COUNT(id, name, meaning) +1
inline constexpr size_t kConfidenceFeatureCount = 0 CONSILIENCE_CONFIDENCE_FEATURES(CONSILIENCE_FEATURE_COUNT);
#undef CONSILIENCE_FEATURE_COUNT

class ConfidenceFeatures {
 public:
  float& operator[](ConfidenceFeature feature) { return values_[static_cast<size_t>(feature)]; }
  float operator[](ConfidenceFeature feature) const { return values_[static_cast<size_t>(feature)]; }
  // The sum of the products, one feature with the same of the other.
  float Times(const ConfidenceFeatures& other) const;

 private:
  static constexpr size_t kAtOnce = 4;  // sums side by side; those behind the last feature are 0
  std::array<float, (kConfidenceFeatureCount + kAtOnce - 1) / kAtOnce * kAtOnce> values_{};
};

absl::string_view NameOf(ConfidenceFeature feature);

// Claims of less are neither shown nor stored unless somebody asks for them: what is more likely wrong than right is
// better left unsaid.
inline constexpr Probability kLeastShown = Probability::FromMillionths(500'000);

// Thread-safe.
Probability EstimateConfidence(const ConfidenceFeatures& features);

}  // namespace consilience
