#include "engine/claim/polarity.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/parsed_sentence.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// The claim whose predicate holds `word`.
Claim ClaimWith(absl::string_view word, absl::string_view lines) {
  for (const Claim& claim : ParsedSentence(lines).Claims(ClaimView::kClause)) {
    if (absl::StrContains(claim.predicate.text, word)) return claim;
  }
  ADD_FAILURE() << "no claim with " << std::string(word);
  return {};
}

Polarity PolarityWith(absl::string_view word, absl::string_view lines) {
  return ClaimWith(word, lines).polarity;
}
Modality ModalityWith(absl::string_view word, absl::string_view lines) {
  return ClaimWith(word, lines).modality;
}

// "The banks AUX [not] raise rates"
std::string Raise(absl::string_view auxiliary, absl::string_view lemma) {
  return absl::StrCat("Banks bank NOUN NNS 3 nsubj\n", auxiliary, " ", lemma,
                      " AUX MD 3 aux\nraise raise VERB VB 0 root\nrates rate NOUN NNS 3 obj");
}

// "Banks VERB to raise rates"
std::string GoverningRaise(absl::string_view verb, absl::string_view lemma) {
  return absl::StrCat("Banks bank NOUN NNS 2 nsubj\n", verb, " ", lemma,
                      " VERB VBP 0 root\nto to PART TO 4 mark\nraise raise VERB VB 2 xcomp\nrates rate NOUN NNS 4 obj");
}

// "Banks are VERB to raise rates"
std::string PassiveRaise(absl::string_view verb, absl::string_view lemma) {
  return absl::StrCat("Banks bank NOUN NNS 3 nsubj:pass\nare be AUX VBP 3 aux:pass\n", verb, " ", lemma,
                      " VERB VBN 0 root\nto to PART TO 5 mark\nraise raise VERB VB 3 xcomp\nrates rate NOUN NNS 5 obj");
}

TEST(PolarityTest, NotNegatesAndStaysInThePredicateAsWritten) {
  const Claim claim = ClaimWith("sign", R"(
    Kenya Kenya PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    sign sign VERB VB 0 root
    it it PRON PRP 4 obj)");
  EXPECT_EQ(claim.polarity, Polarity::kNegated);
  EXPECT_EQ(claim.predicate.text, "did not sign");
  EXPECT_EQ(claim.predicate.lemma, "sign");
}

TEST(PolarityTest, NotOnlyIsNoNegation) {
  EXPECT_EQ(PolarityWith("signed", R"(
    Kenya Kenya PROPN NNP 4 nsubj
    not not PART RB 4 advmod
    only only ADV RB 4 advmod
    signed sign VERB VBD 0 root
    it it PRON PRP 4 obj)"),
            Polarity::kAffirmed);
}

TEST(PolarityTest, NeverAndNoLongerNegate) {
  EXPECT_EQ(PolarityWith("signed", R"(
    Kenya Kenya PROPN NNP 3 nsubj
    never never ADV RB 3 advmod
    signed sign VERB VBD 0 root)"),
            Polarity::kNegated);
  EXPECT_EQ(PolarityWith("is", R"(
    Kenya Kenya PROPN NNP 6 nsubj
    is be AUX VBZ 6 cop
    not not PART RB 6 advmod
    a a DET DT 6 det
    full full ADJ JJ 6 amod
    member member NOUN NN 0 root)"),
            Polarity::kNegated);
}

TEST(PolarityTest, NoOnSubjectOrObjectNegates) {
  EXPECT_EQ(PolarityWith("signed", R"(
    No no DET DT 2 det
    country country NOUN NN 3 nsubj
    signed sign VERB VBD 0 root
    it it PRON PRP 3 obj)"),
            Polarity::kNegated);
  EXPECT_EQ(PolarityWith("found", R"(
    Police police NOUN NNS 2 nsubj
    found find VERB VBD 0 root
    no no DET DT 4 det
    weapon weapon NOUN NN 2 obj)"),
            Polarity::kNegated);
  EXPECT_EQ(PolarityWith("came", R"(
    Nobody nobody PRON NN 2 nsubj
    came come VERB VBD 0 root)"),
            Polarity::kNegated);
}

TEST(PolarityTest, VerbsOfOmissionNegateWhatTheyGovern) {
  EXPECT_EQ(PolarityWith("raise", GoverningRaise("failed", "fail")), Polarity::kNegated);
  EXPECT_EQ(PolarityWith("raise", GoverningRaise("refuse", "refuse")), Polarity::kNegated);
  EXPECT_EQ(PolarityWith("raise", GoverningRaise("began", "begin")), Polarity::kAffirmed);
}

TEST(PolarityTest, TwoNegationsAffirm) {
  EXPECT_EQ(PolarityWith("raise", R"(
    Banks bank NOUN NNS 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    fail fail VERB VB 0 root
    to to PART TO 6 mark
    raise raise VERB VB 4 xcomp
    rates rate NOUN NNS 6 obj)"),
            Polarity::kAffirmed);
}

TEST(PolarityTest, NotThinkingThatItHoldsNegatesIt) {
  constexpr absl::string_view kLines = R"(
    Sato Sato PROPN NNP 4 nsubj
    does do AUX VBZ 4 aux
    not not PART RB 4 advmod
    think think VERB VB 0 root
    prices price NOUN NNS 6 nsubj
    fell fall VERB VBD 4 ccomp)";
  EXPECT_EQ(PolarityWith("fell", kLines), Polarity::kNegated);
  EXPECT_EQ(PolarityWith("think", kLines), Polarity::kNegated);
}

TEST(PolarityTest, WithoutNegatesItsClause) {
  EXPECT_EQ(PolarityWith("giving", R"(
    She she PRON PRP 2 nsubj
    left leave VERB VBD 0 root
    without without SCONJ IN 4 mark
    giving give VERB VBG 2 advcl
    reasons reason NOUN NNS 4 obj)"),
            Polarity::kNegated);
}

TEST(ModalityTest, AuxiliariesSayHowFirmly) {
  EXPECT_EQ(ModalityWith("raise", Raise("may", "may")), Modality::kPossible);
  EXPECT_EQ(ModalityWith("raise", Raise("might", "might")), Modality::kPossible);
  EXPECT_EQ(ModalityWith("raise", Raise("must", "must")), Modality::kNecessary);
  EXPECT_EQ(ModalityWith("raise", Raise("should", "should")), Modality::kNecessary);
  EXPECT_EQ(ModalityWith("raise", Raise("will", "will")), Modality::kPlanned);
  EXPECT_EQ(ModalityWith("raise", Raise("would", "would")), Modality::kConditional);
  EXPECT_EQ(ModalityWith("raise", Raise("did", "do")), Modality::kAsserted);
}

TEST(ModalityTest, GoverningVerbsSayHowFirmly) {
  EXPECT_EQ(ModalityWith("raise", GoverningRaise("have", "have")), Modality::kNecessary);
  EXPECT_EQ(ModalityWith("raise", GoverningRaise("plan", "plan")), Modality::kPlanned);
  EXPECT_EQ(ModalityWith("raise", GoverningRaise("intend", "intend")), Modality::kPlanned);
  EXPECT_EQ(ModalityWith("raise", GoverningRaise("seem", "seem")), Modality::kPossible);
  EXPECT_EQ(ModalityWith("raise", GoverningRaise("began", "begin")), Modality::kAsserted);
  EXPECT_EQ(ModalityWith("raise", PassiveRaise("expected", "expect")), Modality::kPlanned);
  EXPECT_EQ(ModalityWith("raise", PassiveRaise("required", "require")), Modality::kNecessary);
  EXPECT_EQ(ModalityWith("raise", PassiveRaise("said", "say")), Modality::kPossible);
}

TEST(ModalityTest, ReportedlyMakesPossible) {
  EXPECT_EQ(ModalityWith("raised", R"(
    Banks bank NOUN NNS 3 nsubj
    reportedly reportedly ADV RB 3 advmod
    raised raise VERB VBD 0 root
    rates rate NOUN NNS 3 obj)"),
            Modality::kPossible);
}

TEST(ModalityTest, ConditionsMakeBothClausesConditional) {
  constexpr absl::string_view kLines = R"(
    Rates rate NOUN NNS 2 nsubj
    rise rise VERB VBP 0 root
    if if SCONJ IN 5 mark
    prices price NOUN NNS 5 nsubj
    fall fall VERB VBP 2 advcl)";
  EXPECT_EQ(ModalityWith("rise", kLines), Modality::kConditional);
  EXPECT_EQ(ModalityWith("fall", kLines), Modality::kConditional);
}

TEST(ModalityTest, WhatIsDeniedIsDenied) {
  EXPECT_EQ(ModalityWith("paid", R"(
    Sato Sato PROPN NNP 2 nsubj
    denied deny VERB VBD 0 root
    that that SCONJ IN 5 mark
    banks bank NOUN NNS 5 nsubj
    paid pay VERB VBD 2 ccomp
    him he PRON PRP 5 obj)"),
            Modality::kDenied);
  EXPECT_EQ(ModalityWith("taking", R"(
    Sato Sato PROPN NNP 2 nsubj
    denied deny VERB VBD 0 root
    taking take VERB VBG 2 xcomp
    bribes bribe NOUN NNS 3 obj)"),
            Modality::kDenied);
}

TEST(ModalityTest, WouldInReportedPastIsAPlan) {
  EXPECT_EQ(ModalityWith("raise", R"(
    Sato Sato PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    banks bank NOUN NNS 5 nsubj
    would would AUX MD 5 aux
    raise raise VERB VB 2 ccomp
    rates rate NOUN NNS 5 obj)"),
            Modality::kPlanned);
}

TEST(ModalityTest, QuestionsAssertNothing) {
  EXPECT_EQ(ModalityWith("raise", R"(
    Did do AUX VBD 3 aux
    banks bank NOUN NNS 3 nsubj
    raise raise VERB VB 0 root
    rates rate NOUN NNS 3 obj
    ? ? PUNCT . 3 punct)"),
            Modality::kPossible);
}

}  // namespace
}  // namespace consilience
