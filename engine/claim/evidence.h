// What speaks for and against the claims of a statement: the features of their confidence. For statement_extractor.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/attribution/speech.h"
#include "engine/claim/clause.h"
#include "engine/claim/confidence.h"
#include "engine/claim/part.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What a claim was read from.
struct ClaimMakeup {
  const Clause* clause = nullptr;  // null: a title before a name
  int32_t subject = -1;            // head word
  const Words* subject_words = nullptr;
  const Part* part = nullptr;  // that its object is a reading of
  int32_t object = -1;         // head word; -1: none
  const Words* object_words = nullptr;
  const Words* between = nullptr;  // further words of the predicate: what an atomic claim's argument is said with
  absl::Span<const Part* const> arguments;
  const Speech* speech = nullptr;  // by which somebody says it
};

// Holds references to all it is given.
class StatementEvidence {
 public:
  // `speech` is that of the whole document.
  StatementEvidence(const Analysis& analysis, absl::Span<const Speech> speech, uint32_t statement);

  // Takes time linear in the claim's words and in the depth of the tree, which is followed for a fixed number of arcs.
  ConfidenceFeatures FeaturesOf(const ClaimMakeup& makeup);

 private:
  using F = ConfidenceFeature;
  struct WordEvidence {
    float doubt = 0;
    int32_t content = 0;  // words that are no punctuation before it
    uint32_t walked = 0;  // number of the last claim that its doubt was counted for
    bool quoted = false;  // it stands behind an odd number of quotation marks
  };

  const Word& word(int32_t i) const { return analysis_.word(i); }
  static size_t Index(int32_t i) { return static_cast<size_t>(i); }

  void SetTree(const ClaimMakeup& makeup, int32_t top, ConfidenceFeatures* features);
  void SetShape(const ClaimMakeup& makeup, ConfidenceFeatures* features) const;
  void SetParts(const ClaimMakeup& makeup, ConfidenceFeatures* features) const;
  void SetSpeech(const ClaimMakeup& makeup, int32_t head, ConfidenceFeatures* features) const;
  float DoubtAbove(int32_t i);

  const Analysis& analysis_;
  const absl::Span<const Speech> speech_;  // of this statement
  const uint32_t statement_;
  ConfidenceFeatures of_statement_;
  std::vector<WordEvidence> words_;
  int32_t content_ = 0;  // words that are no punctuation
  uint32_t claim_ = 0;   // the number of the claim at hand
};

}  // namespace consilience
