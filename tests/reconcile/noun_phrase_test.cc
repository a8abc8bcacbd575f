#include "engine/reconcile/noun_phrase.h"

#include <gtest/gtest.h>

#include <string>

namespace consilience {
namespace {

PhraseLevel Compared(const std::string& a, const std::string& b) {
  PhraseTable phrases;
  const PhraseId x = phrases.Add(a, a, nullptr), y = phrases.Add(b, b, nullptr);
  return phrases.Compare(x, y);
}

TEST(NounPhraseTest, ATimeOfDayIsOneHoweverItIsWritten) {
  EXPECT_EQ(Compared("3:10 p.m.", "15:10"), PhraseLevel::kSame);
  EXPECT_EQ(Compared("about 3:10 am local time", "03:10"), PhraseLevel::kSame);
  EXPECT_EQ(Compared("12 a.m.", "0:00"), PhraseLevel::kSame);
  EXPECT_NE(Compared("3:10 p.m.", "3:10 a.m."), PhraseLevel::kSame);
  EXPECT_NE(Compared("15:10", "15:40"), PhraseLevel::kSame);
}

TEST(NounPhraseTest, OfficesOfTwoCountriesAreTwo) {
  EXPECT_EQ(Compared("Norland's central bank", "Kestria's central bank"), PhraseLevel::kOther);
}

TEST(NounPhraseTest, WhatAThingCarriesIsNotWhatItIs) {
  PhraseTable phrases;
  const PhraseId ferry = phrases.Add("ferry carry 180 people", "A ferry carrying 180 people", nullptr, true);
  EXPECT_EQ(phrases.text(phrases.phrase(ferry).head), "ferry");
  EXPECT_EQ(phrases.Compare(ferry, phrases.Add("passenger ferry", "a passenger ferry", nullptr)), PhraseLevel::kDetail);
  const PhraseId firm = phrases.Add("oil drilling company", "an oil drilling company", nullptr);
  EXPECT_EQ(phrases.text(phrases.phrase(firm).head), "company");
}

TEST(NounPhraseTest, TheChiefOfACompanyIsNotTheCompany) {
  EXPECT_NE(Compared("the former Meridian Trust chief", "Meridian Trust"), PhraseLevel::kVariant);
  EXPECT_EQ(Compared("Anka Brel president", "Anka Brel"), PhraseLevel::kSame);
}

TEST(NounPhraseTest, OthersAreNobodyWhoWasNamed) {
  EXPECT_EQ(Compared("the staffer", "Greene"), PhraseLevel::kRole);
  EXPECT_EQ(Compared("other staffers", "Greene"), PhraseLevel::kOther);
  EXPECT_EQ(Compared("someone", "Greene"), PhraseLevel::kVague);
  EXPECT_EQ(Compared("someone else", "Greene"), PhraseLevel::kOther);
  EXPECT_EQ(Compared("anyone", "Greene"), PhraseLevel::kOther);
}

TEST(NounPhraseTest, AThingIsNoPerson) {
  EXPECT_EQ(Compared("Anna Greene", "the senator"), PhraseLevel::kRole);
  EXPECT_EQ(Compared("Anna Greene", "the announcement"), PhraseLevel::kOther);
  EXPECT_EQ(Compared("Halden", "the building"), PhraseLevel::kRole);
}

TEST(NounPhraseTest, OneOfAKindIsNotSeveral) {
  EXPECT_EQ(Compared("a letter", "the letter"), PhraseLevel::kSame);
  EXPECT_EQ(Compared("a letter", "letters"), PhraseLevel::kOther);
  EXPECT_EQ(Compared("the letters", "letters"), PhraseLevel::kSame);
  EXPECT_EQ(Compared("one of Hale's lawyers", "a Hale lawyer"), Compared("a Hale lawyer", "one of Hale's lawyers"));
}

TEST(NounPhraseTest, ACountOfSeveralIsNotASingleOne) {
  PhraseTable phrases;
  const Value two = *NormalizeValue("two");
  const PhraseId women = phrases.Add("two women", "two women", &two);
  EXPECT_EQ(phrases.Compare(women, phrases.Add("former colleague", "a former colleague", nullptr)),
            PhraseLevel::kOther);
  EXPECT_EQ(phrases.Compare(women, phrases.Add("Anna Greene", "Anna Greene", nullptr)), PhraseLevel::kOther);
}

TEST(NounPhraseTest, ThisReportIsAnotherInEachDocument) {
  EXPECT_EQ(Compared("this report", "this report"), PhraseLevel::kVague);
  EXPECT_EQ(Compared("this bridge", "this bridge"), PhraseLevel::kSame);
}

TEST(NounPhraseTest, ThisIsNoPlural) {
  PhraseTable phrases;
  EXPECT_EQ(phrases.text(phrases.phrase(phrases.Add("this", "This", nullptr, true)).head), "this");
}

TEST(NounPhraseTest, WhoGoesByAShortFirstNameIsTheSame) {
  EXPECT_EQ(Compared("Mike Farrow", "Michael Farrow"), PhraseLevel::kVariant);
  EXPECT_EQ(Compared("Steve Farrow", "Stephen J. Farrow"), PhraseLevel::kVariant);
  EXPECT_EQ(Compared("Mike Farrow", "Martin Farrow"), PhraseLevel::kOtherName);
  EXPECT_EQ(Compared("Mike Farrow", "Michael Harlow"), PhraseLevel::kOtherName);
}

TEST(NounPhraseTest, SeveralThingsAreThoseThings) {
  EXPECT_EQ(Compared("harbour fees", "several harbour fees"), PhraseLevel::kDetail);
  EXPECT_EQ(Compared("harbour fees", "half harbour fees"), PhraseLevel::kSameHead);
}

TEST(NounPhraseTest, LikelyAndProbableAreAlike) {
  PhraseTable phrases;
  EXPECT_TRUE(phrases.Alike(phrases.AddWord("likely"), phrases.AddWord("probable")));
  EXPECT_FALSE(phrases.Alike(phrases.AddWord("likely"), phrases.AddWord("certain")));
}

}  // namespace
}  // namespace consilience
