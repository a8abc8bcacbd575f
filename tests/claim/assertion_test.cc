#include "engine/claim/assertion.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "claim/parsed_sentence.h"
#include "engine/claim/clause.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// How firmly the claim is said whose predicate holds `words`.
Modality ModalityWith(absl::string_view words, absl::string_view lines) {
  for (const Claim& claim : ParsedSentence(lines).Claims(ClaimView::kClause)) {
    if (absl::StrContains(claim.predicate.text, words)) return claim.modality;
  }
  ADD_FAILURE() << "no claim with " << std::string(words);
  return Modality::kAsserted;
}

TEST(AssertionTest, WhatNobodySaidIsNotAsserted) {
  EXPECT_EQ(ModalityWith("was", R"(
    The the DET DT 2 det
    minister minister NOUN NN 5 nsubj
    did do AUX VBD 5 aux
    not not PART RB 5 advmod
    say say VERB VB 0 root
    that that SCONJ IN 10 mark
    the the DET DT 8 det
    bank bank NOUN NN 10 nsubj
    was be AUX VBD 10 cop
    insolvent insolvent ADJ JJ 5 ccomp)"),
            Modality::kPossible);
}

TEST(AssertionTest, WhatNobodyDisputesIsNotDenied) {
  const auto of = [](absl::string_view negation) {
    return ModalityWith("was", absl::StrCat(R"(
    The the DET DT 2 det
    ministers minister NOUN NNS 5 nsubj
    do do AUX VBP 5 aux
    )",
                                            negation, R"( 5 advmod
    dispute dispute VERB VB 0 root
    the the DET DT 7 det
    claim claim NOUN NN 5 obj
    that that SCONJ IN 12 mark
    the the DET DT 10 det
    bank bank NOUN NN 12 nsubj
    was be AUX VBD 12 cop
    insolvent insolvent ADJ JJ 7 acl)"));
  };
  EXPECT_EQ(of("often often ADV RB"), Modality::kDenied);
  EXPECT_EQ(of("not not PART RB"), Modality::kPossible);
}

TEST(AssertionTest, AProvisoBesideTheSayingIsACondition) {
  constexpr absl::string_view kProvided = R"(
    Ana Ana PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    she she PRON PRP 4 nsubj
    testifies testify VERB VBZ 2 ccomp
    , , PUNCT , 6 punct
    provided provide VERB VBD 2 conj
    that that SCONJ IN 9 mark
    we we PRON PRP 9 nsubj
    agree agree VERB VBP 6 ccomp)";
  EXPECT_EQ(ModalityWith("agree", kProvided), Modality::kConditional);
  EXPECT_EQ(ModalityWith("testifies", kProvided), Modality::kConditional);
  EXPECT_EQ(ModalityWith("said", kProvided), Modality::kAsserted);
}

TEST(AssertionTest, WhatHappensAsSoonAsSomethingElseLiesAheadAsThatDoes) {
  EXPECT_EQ(ModalityWith("wins", R"(
    Ana Ana PROPN NNP 3 nsubj
    will will AUX MD 3 aux
    leave leave VERB VB 0 root
    as as ADV RB 5 advmod
    soon soon ADV RB 3 advmod
    as as SCONJ IN 8 mark
    Ben Ben PROPN NNP 8 nsubj
    wins win VERB VBZ 5 advcl
    races race NOUN NNS 8 obj)"),
            Modality::kPlanned);
}

TEST(AssertionTest, WhoCannotHelpButThinkThinks) {
  const ParsedSentence sentence(R"(
    I I PRON PRP 4 nsubj
    can can AUX MD 4 aux
    not not PART RB 4 advmod
    help help VERB VB 0 root
    but but CCONJ CC 6 cc
    think think VERB VB 4 conj
    it it PRON PRP 6 obj)");
  const std::vector<Claim> claims = sentence.Claims(ClaimView::kClause);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(claims.back().predicate.text, "think");
  EXPECT_EQ(claims.back().polarity, Polarity::kAffirmed);
}

TEST(AssertionTest, WhatOneDoesNotThinkAndDidNotSayOneThinksNot) {
  constexpr absl::string_view kThinks = R"(
    Ana Ana PROPN NNP 4 nsubj
    does do AUX VBZ 4 aux
    not not PART RB 4 advmod
    think think VERB VB 0 root
    and and CCONJ CC 8 cc
    did do AUX VBD 8 aux
    not not PART RB 8 advmod
    say say VERB VB 4 conj
    that that SCONJ IN 11 mark
    mills mill NOUN NNS 11 nsubj
    burn burn VERB VBP 8 ccomp)";
  const auto of_mills = [](absl::string_view lines) {
    const std::vector<Claim> claims = ParsedSentence(lines).Claims(ClaimView::kClause);
    EXPECT_EQ(claims.back().predicate.text, "burn");
    return claims.back();
  };
  EXPECT_EQ(of_mills(kThinks).polarity, Polarity::kNegated);
  EXPECT_EQ(of_mills(kThinks).modality, Modality::kAsserted);
  const Claim leaves = of_mills(absl::StrReplaceAll(kThinks, {{"think think", "leave leave"}}));
  EXPECT_EQ(leaves.polarity, Polarity::kAffirmed);
  EXPECT_EQ(leaves.modality, Modality::kPossible);
}

TEST(AssertionTest, WhatIsKnownHoldsWhoeverDoesNotKnowIt) {
  EXPECT_EQ(ModalityWith("was", R"(
    The the DET DT 2 det
    minister minister NOUN NN 5 nsubj
    did do AUX VBD 5 aux
    not not PART RB 5 advmod
    know know VERB VB 0 root
    that that SCONJ IN 10 mark
    the the DET DT 8 det
    bank bank NOUN NN 10 nsubj
    was be AUX VBD 10 cop
    insolvent insolvent ADJ JJ 5 ccomp)"),
            Modality::kAsserted);
}

TEST(AssertionTest, WhatIsPlannedTakesItsContentAlong) {
  EXPECT_EQ(ModalityWith("lost", R"(
    The the DET DT 2 det
    minister minister NOUN NN 4 nsubj
    may may AUX MD 4 aux
    say say VERB VB 0 root
    that that SCONJ IN 8 mark
    the the DET DT 7 det
    bank bank NOUN NN 8 nsubj
    lost lose VERB VBD 4 ccomp
    money money NOUN NN 8 obj)"),
            Modality::kPossible);
}

TEST(AssertionTest, WhatEndsAPlanLiesAheadAsTheyDo) {
  EXPECT_EQ(ModalityWith("ends", R"(
    The the DET DT 2 det
    minister minister NOUN NN 4 nsubj
    will will AUX MD 4 aux
    resign resign VERB VB 0 root
    when when ADV WRB 8 advmod
    the the DET DT 7 det
    inquiry inquiry NOUN NN 8 nsubj
    ends end VERB VBZ 4 advcl)"),
            Modality::kPlanned);
}

TEST(AssertionTest, WhatHappenedWhenItEndedIsPast) {
  EXPECT_EQ(ModalityWith("ended", R"(
    The the DET DT 2 det
    minister minister NOUN NN 3 nsubj
    resigned resign VERB VBD 0 root
    when when ADV WRB 7 advmod
    the the DET DT 6 det
    inquiry inquiry NOUN NN 7 nsubj
    ended end VERB VBD 3 advcl)"),
            Modality::kAsserted);
}

TEST(AssertionTest, ThePointBeforeWhichAThingHappenedIsNotYetReached) {
  EXPECT_EQ(ModalityWith("was called", R"(
    Turnout turnout NOUN NN 3 nsubj
    was be AUX VBD 3 cop
    low low ADJ JJ 0 root
    before before SCONJ IN 8 mark
    the the DET DT 6 det
    contest contest NOUN NN 8 nsubj:pass
    was be AUX VBD 8 aux:pass
    called call VERB VBN 3 advcl)"),
            Modality::kPossible);
}

TEST(AssertionTest, WhatOneDidBeforeIsTold) {
  EXPECT_EQ(ModalityWith("left", R"(
    The the DET DT 2 det
    mayor mayor NOUN NN 3 nsubj
    paid pay VERB VBD 0 root
    before before SCONJ IN 6 mark
    he he PRON PRP 6 nsubj
    left leave VERB VBD 3 advcl
    the the DET DT 8 det
    hall hall NOUN NN 6 obj)"),
            Modality::kAsserted);
}

TEST(AssertionTest, ConjunctsShareTheirCondition) {
  EXPECT_EQ(ModalityWith("burn", R"(
    If if SCONJ IN 3 mark
    prices price NOUN NNS 3 nsubj
    fall fall VERB VBP 11 advcl
    and and CCONJ CC 5 cc
    farmers farmer NOUN NNS 3 conj
    burn burn VERB VBP 3 conj
    crops crop NOUN NNS 6 obj
    , , PUNCT , 3 punct
    ministers minister NOUN NNS 11 nsubj
    will will AUX MD 11 aux
    act act VERB VB 0 root)"),
            Modality::kConditional);
}

TEST(AssertionTest, OneOfManyIsAsRealAsWhatMentionsIt) {
  EXPECT_EQ(ModalityWith("owns", R"(
    The the DET DT 2 det
    club club NOUN NN 4 nsubj
    may may AUX MD 4 aux
    hire hire VERB VB 0 root
    a a DET DT 6 det
    coach coach NOUN NN 4 obj
    who who PRON WP 8 nsubj
    owns own VERB VBZ 6 acl:relcl
    a a DET DT 10 det
    boat boat NOUN NN 8 obj)"),
            Modality::kPossible);
}

TEST(AssertionTest, TheOneThatIsKnownIsReal) {
  EXPECT_EQ(ModalityWith("owns", R"(
    The the DET DT 2 det
    club club NOUN NN 4 nsubj
    may may AUX MD 4 aux
    hire hire VERB VB 0 root
    the the DET DT 6 det
    coach coach NOUN NN 4 obj
    who who PRON WP 8 nsubj
    owns own VERB VBZ 6 acl:relcl
    a a DET DT 10 det
    boat boat NOUN NN 8 obj)"),
            Modality::kAsserted);
}

TEST(AssertionTest, WhatNothingSupportsIsNotAsserted) {
  EXPECT_EQ(ModalityWith("harms", R"(
    There there PRON EX 2 expl
    is be VERB VBZ 0 root
    no no DET DT 4 det
    evidence evidence NOUN NN 2 nsubj
    that that SCONJ IN 8 mark
    the the DET DT 7 det
    vaccine vaccine NOUN NN 8 nsubj
    harms harm VERB VBZ 4 acl
    children child NOUN NNS 8 obj)"),
            Modality::kPossible);
}

TEST(AssertionTest, DeniedClaimsAreDenied) {
  EXPECT_EQ(ModalityWith("laundered", R"(
    The the DET DT 2 det
    judge judge NOUN NN 3 nsubj
    dismissed dismiss VERB VBD 0 root
    allegations allegation NOUN NNS 3 obj
    that that PRON WDT 8 obj
    the the DET DT 7 det
    bank bank NOUN NN 8 nsubj
    laundered launder VERB VBD 4 acl:relcl
    money money NOUN NN 8 obj)"),
            Modality::kDenied);
}

TEST(AssertionTest, AnOrderInThePresentIsNecessary) {
  EXPECT_EQ(ModalityWith("use", R"(
    The the DET DT 2 det
    lawyer lawyer NOUN NN 3 nsubj
    suggested suggest VERB VBD 0 root
    that that SCONJ IN 6 mark
    they they PRON PRP 6 nsubj
    use use VERB VBP 3 ccomp
    bleach bleach NOUN NN 6 obj)"),
            Modality::kNecessary);
}

TEST(AssertionTest, AProvisoIsACondition) {
  EXPECT_EQ(ModalityWith("left", R"(
    Rebels rebel NOUN NNS 3 nsubj
    would would AUX MD 3 aux
    talk talk VERB VB 0 root
    provided provide VERB VBN 3 xcomp
    the the DET DT 6 det
    army army NOUN NN 7 nsubj
    left leave VERB VBD 3 ccomp
    the the DET DT 9 det
    city city NOUN NN 7 obj)"),
            Modality::kConditional);
}

TEST(AssertionTest, ADeniedDenialIsOpen) {
  EXPECT_EQ(ModalityWith("paid", R"(
    The the DET DT 2 det
    minister minister NOUN NN 5 nsubj
    did do AUX VBD 5 aux
    not not PART RB 5 advmod
    deny deny VERB VB 0 root
    that that SCONJ IN 8 mark
    he he PRON PRP 8 nsubj
    paid pay VERB VBD 5 ccomp
    the the DET DT 10 det
    firm firm NOUN NN 8 obj)"),
            Modality::kPossible);
}

TEST(AssertionTest, OnlyWhatIsAskedIsAsked) {
  EXPECT_EQ(ModalityWith("left", R"(
    The the DET DT 2 det
    paper paper NOUN NN 3 nsubj
    asked ask VERB VBD 0 root
    : : PUNCT : 8 punct
    Has have AUX VBZ 8 aux
    the the DET DT 7 det
    mayor mayor NOUN NN 8 nsubj
    left leave VERB VBD 3 ccomp
    the the DET DT 10 det
    city city NOUN NN 8 obj
    ? ? PUNCT . 3 punct)"),
            Modality::kPossible);
}

TEST(AssertionTest, WhatIntroducesAQuestionIsAsserted) {
  EXPECT_EQ(ModalityWith("asked", R"(
    The the DET DT 2 det
    paper paper NOUN NN 3 nsubj
    asked ask VERB VBD 0 root
    : : PUNCT : 8 punct
    Has have AUX VBZ 8 aux
    the the DET DT 7 det
    mayor mayor NOUN NN 8 nsubj
    left leave VERB VBD 3 ccomp
    the the DET DT 10 det
    city city NOUN NN 8 obj
    ? ? PUNCT . 3 punct)"),
            Modality::kAsserted);
}

TEST(AssertionTest, ADeepSentenceTakesTheConditionAllTheWayDown) {
  constexpr int kDepth = 2000;
  std::string lines = "If if SCONJ IN 3 mark\nAna Ana PROPN NNP 3 nsubj\nsays say VERB VBZ 0 root\n";
  for (int i = 0; i < kDepth; ++i) {
    const std::string head = std::to_string(3 + 3 * i), own = std::to_string(6 + 3 * i);
    lines += "that that SCONJ IN " + own + " mark\nBen Ben PROPN NNP " + own + " nsubj\nsays say VERB VBZ " + head +
             " ccomp\n";
  }
  const ParsedSentence sentence(lines);
  const std::vector<Clause> clauses = FindClauses(sentence.analysis());
  const std::vector<Assertion> assertions =
      AssertionsOf(sentence.analysis(), MarkStatement(sentence.analysis()), clauses);
  ASSERT_EQ(assertions.size(), clauses.size());
  EXPECT_EQ(assertions.back().modality, Modality::kConditional);
}

TEST(AssertionTest, OfAlternativesOneHolds) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 3 nsubj
    either either CCONJ CC 3 cc:preconj
    admitted admit VERB VBD 0 root
    that that SCONJ IN 7 mark
    it it PRON PRP 7 nsubj
    had have AUX VBD 7 aux
    leaked leak VERB VBN 3 ccomp
    or or CCONJ CC 9 cc
    hid hide VERB VBD 3 conj
    it it PRON PRP 9 obj)");
  const std::vector<Clause> clauses = FindClauses(sentence.analysis());
  for (const Assertion& assertion : AssertionsOf(sentence.analysis(), MarkStatement(sentence.analysis()), clauses)) {
    EXPECT_EQ(assertion.modality, Modality::kPossible);
  }
  EXPECT_EQ(clauses.size(), 3u);
}

}  // namespace
}  // namespace consilience
