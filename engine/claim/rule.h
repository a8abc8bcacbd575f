// The rules that claims are made by. A claim keeps the set of those that had a part in it, so that it can say how it
// came about (`consilience extract --explain`).
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

// Rule, name, meaning. Grouped by what they find; within a group in the order in which they are tried.
#define CONSILIENCE_CLAIM_RULES(X)                                                                                     \
  /* Predicates. */                                                                                                    \
  X(kVerb, "verb", "a verb is a predicate")                                                                            \
  X(kCopula, "copula", "what follows a form of 'be' is said of its subject")                                           \
  X(kOuterCopula, "clause as complement", "'the question is whether ...': a clause is said of the subject")            \
  X(kApposition, "apposition", "'X, the mayor of Y': what stands beside a noun is said of it")                         \
  X(kTitle, "title", "'former treasurer X': the title before a name is said of who bears it")                          \
  X(kNominal, "nominalisation", "'the arrest of X by Y': a noun that names an act states it")                          \
  X(kMergedVerb, "merged verbs", "'wants to buy', 'is able to go': the verbs of a chain are one predicate")            \
  X(kSharedAuxiliary, "shared auxiliary", "'has bought and sold': auxiliaries stand once for both")                    \
  X(kLightVerb, "light verb", "'took part in': verb and noun are one predicate")                                       \
  /* Subjects. */                                                                                                      \
  X(kExpletiveSubject, "expletive", "'there', 'it': the subject stands for nothing")                                   \
  X(kRelativeSubject, "relative pronoun", "'who', 'which' stand for the noun before them")                             \
  X(kPredicatedSubject, "noun said of the subject", "'X is a firm based in Y': X is what is based in Y")               \
  X(kOwnSubject, "own subject", "the predicate's own subject")                                                         \
  X(kModifiedSubject, "modified noun", "'a firm based in Y': a participle says something of its noun")                 \
  X(kSharedSubject, "shared subject", "'X came and saw': coordinated verbs share their subject")                       \
  X(kObjectControl, "object control", "'forced X to go': the object goes")                                             \
  X(kPrepositionalControl, "prepositional control", "'accused X of hiding', 'kept X from leaving': X is who does")     \
  X(kSubjectControl, "subject control", "'X promised to go': the subject goes")                                        \
  X(kAdverbialSubject, "subject of the main clause", "'X left, taking the keys': the adverbial clause shares it")      \
  /* Complements. */                                                                                                   \
  X(kRelativeObject, "object of a relative clause", "'the man she met': the noun before is the object")                \
  X(kSharedObject, "shared object", "'buy and sell shares': the object stands once for both")                          \
  X(kReportedContent, "reported content", "what was said is the object of the verb of saying")                         \
  X(kPromotedArgument, "promoted argument", "'served as mayor': without an object the first argument takes its place") \
  X(kArgument, "argument apart", "an argument with its preposition makes an atomic claim of its own")                  \
  X(kSplitNominal, "phrase within the object", "'a mission to Poland': so does a prepositional phrase of a noun")      \
  X(kContentObject, "content as object", "'said that it rains': a clause is the object")                               \
  X(kPredicativeObject, "predicative", "'became president': the object is said of the subject")                        \
  X(kAdverbialObject, "clause as argument", "'left before it rained': an adverbial clause stands for the object")      \
  X(kNoObject, "no object", "an intransitive")                                                                         \
  X(kDistributed, "coordination", "what is said of coordinated phrases is said of each")                               \
  /* Polarity. */                                                                                                      \
  X(kNegativeAdverb, "negative adverb", "'not', 'never', 'no longer'")                                                 \
  X(kNegativePhrase, "negative phrase", "'no deal', 'nobody', 'neither side'")                                         \
  X(kNegatingVerb, "negating verb", "'failed to sign', 'unable to pay', 'stopped selling'")                            \
  X(kNegativeConjunction, "negative conjunction", "'without paying', 'nor'")                                           \
  X(kRaisedNegation, "raised negation", "'does not think that X': X is what is negated")                               \
  /* Modality. */                                                                                                      \
  X(kModalVerb, "modal verb", "'may', 'must', 'will'")                                                                 \
  X(kModalAdverb, "modal adverb", "'reportedly', 'probably'")                                                          \
  X(kModalGovernor, "governing verb", "'plans to', 'is likely to', 'is expected to'")                                  \
  X(kContentVerb, "verb or noun of opinion", "'fears that', 'it is unlikely that', 'reports that'")                    \
  X(kCondition, "condition", "the clause has a condition or is one")                                                   \
  X(kQuestion, "question", "the statement asks, or the clause is in doubt ('whether')")                                \
  X(kInfinitive, "infinitive", "an infinitive states what is intended")                                                \
  X(kAlternative, "alternative", "'in May or June': each of them is possible")                                         \
  X(kInheritedModality, "modality of the main clause", "'would be paid for going': going holds as far as paying")      \
  X(kSubjunctive, "subjunctive", "'demanded that he resign'")                                                          \
  /* Why a clause makes no claim. */                                                                                   \
  X(kMergedAway, "merged away", "the verb is part of the predicate of the verb it governs")                            \
  X(kNoSubject, "no subject", "nothing says of whom or what the predicate speaks")                                     \
  X(kInterrogative, "question word", "the subject is what is asked for")                                               \
  X(kPurpose, "purpose", "an infinitive of purpose states no fact")                                                    \
  X(kPreposition, "preposition", "the participle is a preposition: 'given the cost'")                                  \
  X(kBareParticiple, "bare participle", "a participle without a complement says too little")                           \
  X(kUnattributed, "quotation of nobody", "it is quoted, and nobody is known to have said it")                         \
  X(kGarbled, "garbled", "two finite auxiliaries, or a verb that disagrees with its subject: a tree gone wrong")       \
  X(kNothingSaid, "nothing said", "'as she said', 'what we want': nothing is said of the subject")

enum class Rule : uint8_t {
#define CONSILIENCE_RULE_ID(id, name, meaning) id,
  CONSILIENCE_CLAIM_RULES(CONSILIENCE_RULE_ID)
#undef CONSILIENCE_RULE_ID
};

struct RuleText {
  absl::string_view name;
  absl::string_view meaning;
};
RuleText TextOf(Rule rule);

#define CONSILIENCE_RULE_COUNT(id, name, meaning) +1
inline constexpr int kRuleCount = 0 CONSILIENCE_CLAIM_RULES(CONSILIENCE_RULE_COUNT);
#undef CONSILIENCE_RULE_COUNT
static_assert(kRuleCount <= 64, "one bit per rule");

class RuleSet {
 public:
  constexpr void Add(Rule rule) { bits_ |= Bit(rule); }
  constexpr bool Contains(Rule rule) const { return (bits_ & Bit(rule)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr RuleSet& operator|=(RuleSet other) {
    bits_ |= other.bits_;
    return *this;
  }

 private:
  static constexpr uint64_t Bit(Rule rule) { return uint64_t{1} << static_cast<unsigned>(rule); }
  uint64_t bits_ = 0;
};

}  // namespace consilience
