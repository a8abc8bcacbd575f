// The claims of one statement. For extractor.cc and explanation.cc only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/claim/assertion.h"
#include "engine/claim/clause.h"
#include "engine/claim/evidence.h"
#include "engine/claim/extractor.h"
#include "engine/claim/part.h"
#include "engine/claim/polarity.h"
#include "engine/claim/silence.h"
#include "engine/claim/statement_speech.h"
#include "engine/claim/statement_values.h"
#include "engine/claim/value.h"

namespace consilience {

// A clause that makes no claim, and why.
struct SilentClause {
  int32_t head = -1;
  Rule why = Rule::kNothingSaid;
};

class StatementExtractor {
 public:
  StatementExtractor(const ExtractionContext& context, const std::vector<SpokenSpan>& spoken, uint32_t statement,
                     ClaimView view);
  StatementExtractor(const StatementExtractor&) = delete;
  StatementExtractor& operator=(const StatementExtractor&) = delete;

  std::vector<Claim> Extract();
  // After Extract().
  const std::vector<SilentClause>& silent() const { return silent_; }
  // What the confidence of each claim rests on; kept when KeepFeatures() was called before Extract().
  const std::vector<ConfidenceFeatures>& features() const { return features_; }
  void KeepFeatures() { keep_features_ = true; }

 private:
  struct AtomicClaim;

  const Word& word(int32_t i) const { return analysis_.word(i); }

  absl::string_view TextOfStatement() const;
  void ExtractClause(uint32_t index);
  void AddTitleClaims();
  void Silence(const Clause& clause, Rule why) { silent_.push_back({clause.head, why}); }
  static void DropRepeated(const Clause& clause, std::vector<Part>* parts);
  std::string PlaceOf(const std::vector<Part>& parts) const;
  std::string NameAt(int32_t head) const;
  std::string EntityOf(int32_t head) const;

  void SetPredicate(const Clause& clause, const std::vector<Reading>& subjects, Predicate* predicate) const;
  std::string PredicateLemma(const Clause& clause) const;
  void AddRoleToPredicate(const Clause& clause, const Role& role, const Words& before, Predicate* predicate) const;
  void DropNegation(const Clause& clause, Predicate* predicate) const;
  bool HoldsSeveral(int32_t head, const Words& words) const;
  Phrase MakePhrase(int32_t head, const Words& words) const;
  Argument MakeArgument(const Part& part, const Reading& reading) const;
  static void Negate(Claim* claim);
  static void Doubt(Claim* claim);
  bool Spend(size_t words);
  // How sure a claim is.
  struct Standing {
    Probability weakest_arc;  // of those that hold its parts together
    Probability confidence;
    ConfidenceFeatures features;
  };
  std::optional<Standing> StandingOf(const ClaimMakeup& makeup);
  void Add(const ClaimMakeup& makeup, const Standing& standing, Claim&& claim);

  size_t MainPart(const Clause& clause, const std::vector<Part>& parts) const;
  size_t Promote(const Clause& clause, const std::vector<Part>& parts) const;
  bool IsEssential(const Clause& clause, const Part& part, const std::vector<Part>& parts) const;
  void GiveToSpeakers();
  bool IsAside(const Part& part) const;
  size_t Completion(const Clause& clause, const std::vector<Part>& parts, size_t main, Polarity polarity) const;
  size_t Restriction(const Clause& clause, const std::vector<Part>& parts) const;
  bool CompletesAdjective(const Part& adjective, const Part& part) const;
  bool IsBareInfinitive(int32_t verb) const;
  size_t DirectedThrough(const Clause& clause, const std::vector<Part>& parts, size_t frame) const;
  bool CompletesObject(const Clause& clause, const Part& object, const Part& part, Polarity polarity) const;
  bool IsIdiom(const Part& part) const;
  void AddClauseClaims(const Clause& clause, const std::vector<Reading>& subjects, const std::vector<Part>& parts,
                       const Claim& base);
  void AddAtomicClaims(const Clause& clause, const std::vector<Reading>& subjects, const std::vector<Part>& parts,
                       const Claim& base);
  bool AddAtomicClaim(const AtomicClaim& atom);
  bool IsPatient(const Clause& clause, const Role& role) const;

  const ExtractionContext& context_;
  const uint32_t statement_;
  const ClaimView view_;
  const Analysis& analysis_;
  ClauseIndex clauses_;
  // Found by Extract(); what follows looks into them.
  StatementMarks marks_;
  std::vector<Assertion> assertions_;  // by clause
  std::vector<Value> found_values_;
  const SilenceRules silence_;
  const StatementSpeech speech_;
  const StatementValues values_;
  std::vector<Claim> claims_;
  std::vector<SilentClause> silent_;
  std::optional<StatementEvidence> evidence_;  // once something is to be read
  std::vector<ConfidenceFeatures> features_;
  bool keep_features_ = false;
  const Speech* said_ = nullptr;  // by which somebody says the clause at hand
  size_t budget_ = 0;
};

}  // namespace consilience
