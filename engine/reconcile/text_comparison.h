// The claims of natural language of a table, compared: as propositions, with what their documents have in common, the
// match model estimated from them, and a verdict on every pair that blocking brings together.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/reconcile/clause_alignment.h"
#include "engine/reconcile/cluster.h"
#include "engine/reconcile/comparison.h"
#include "engine/reconcile/epithet.h"
#include "engine/reconcile/match_model.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"
#include "engine/reconcile/story.h"

namespace consilience {

// Borrows the table. Immutable but for TakePairs(); any number of threads may read it. It does not depend on the number
// of threads that made it.
class TextComparison {
 public:
  TextComparison(const ClaimTable& claims, const ReconcileOptions& options);
  TextComparison(const TextComparison&) = delete;
  TextComparison& operator=(const TextComparison&) = delete;

  const PhraseTable& phrases() const { return phrases_; }
  const MatchModel& model() const { return model_; }
  absl::Span<const Proposition> propositions() const { return propositions_; }
  // Candidate pairs made by each blocking rule, in the order of the rules.
  const std::vector<std::pair<std::string, int64_t>>& pairs_by_rule() const { return pairs_by_rule_; }
  // Those of one row: the claim's own, then its echo if it has one. They come in the order of the rows.
  std::vector<uint32_t> PropositionsOf(uint32_t row) const;

  // The pairs that agree, conflict, are compatible or give different answers, each once, ordered. Moves them out.
  std::vector<JudgedPair> TakePairs() { return std::move(pairs_); }
  // Of any two propositions, a < b, whether or not they met.
  Levels Compare(uint32_t a, uint32_t b) const;
  Outcome Judge(uint32_t a, uint32_t b) const;
  // The first blocking rule that brings the two together; empty when none does.
  absl::string_view RuleOf(uint32_t a, uint32_t b) const;

 private:
  PhraseTable phrases_;
  const std::vector<Proposition> propositions_;
  const StoryIndex stories_;
  const EpithetIndex epithets_;
  const ClauseAlignment clauses_;
  const ComparisonContext context_;
  MatchModel model_;
  std::vector<JudgedPair> pairs_;
  std::vector<std::pair<std::string, int64_t>> pairs_by_rule_;
};

}  // namespace consilience
