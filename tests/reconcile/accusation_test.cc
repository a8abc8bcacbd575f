// Accusations and the denials that answer them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/reconcile/reconciler.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

using ::testing::HasSubstr;

MadeClaim Claim(int64_t document, int64_t statement, std::string subject, std::string predicate, std::string object) {
  MadeClaim claim;
  claim.outlet = document == 1 ? "A" : "B";
  claim.document = document;
  claim.statement = statement;
  claim.subject = std::move(subject);
  claim.predicate = std::move(predicate);
  claim.object = std::move(object);
  claim.published = 0;
  return claim;
}

// "WHO accused WHOM of WHAT".
std::vector<MadeClaim> Accuse(const std::string& who, const std::string& whom, const std::string& what,
                              int64_t document = 1) {
  return {Claim(document, 10 * document, who, "accuse", whom),
          Claim(document, 10 * document, who, "accuse " + whom + " of", what)};
}

// What both documents tell besides makes them one story.
std::vector<MadeClaim> Besides(int64_t document) {
  const int64_t statement = 10 * document + 5;
  return {Claim(document, statement, "the Vessen tender", "end in", "Brackwater Hall"),
          Claim(document, statement + 1, "Harbour Commissioner Tove Lind", "open", "the Vessen tender")};
}

std::vector<Conflict> Conflicts(const std::vector<std::vector<MadeClaim>>& parts) {
  std::vector<MadeClaim> claims;
  for (const auto& part : parts) claims.insert(claims.end(), part.begin(), part.end());
  const ClaimTable table = Table(std::move(claims));
  return Reconcile(table, {})->conflicts;
}

MadeClaim Deny(const std::string& who, const std::string& what, int64_t document = 1) {
  return Claim(document, 10 * document + 1, who, "deny", what);
}

TEST(Accusation, ItsDenialByTheAccusedIsADisputeBetweenTheTwo) {
  for (const char* denied : {"the accusation", "the allegations", "wrongdoing", "Aas's claims"}) {
    const auto conflicts = Conflicts({Accuse("Signe Aas", "Anka Brel", "fraud"), {Deny("Anka Brel", denied)}});
    ASSERT_EQ(conflicts.size(), 1u) << denied;
    EXPECT_TRUE(conflicts[0].speakers);
    EXPECT_EQ(conflicts[0].kind, ConflictKind::kModality);
    EXPECT_THAT(conflicts[0].explanation, HasSubstr("a dispute between "));
    EXPECT_THAT(conflicts[0].explanation, HasSubstr("Signe Aas"));
    EXPECT_THAT(conflicts[0].explanation, HasSubstr("one denies what the other asserts"));
  }
}

TEST(Accusation, WhomItAccusesMayStandInThePredicateAlone) {
  const auto accused = [](const std::string& who, const std::string& whom) {
    MadeClaim claim = Claim(1, 10, who, "accuse mayor of", "taking the bribe");
    claim.written = "has accused " + whom + " of";
    return Conflicts({{claim}, {Deny("Anka Brel", "wrongdoing")}}).size();
  };
  EXPECT_EQ(accused("Signe Aas", "former Tolvik mayor Anka Brel"), 1u);
  EXPECT_EQ(accused("Signe Aas", "former Tolvik mayor Luca Prem"), 0u);
  EXPECT_EQ(accused("an indictment against Brel", "her"), 1u);
  EXPECT_EQ(accused("an indictment against Prem", "her"), 0u);
}

TEST(Accusation, InThePassiveItIsOfWhoStandsBehindBy) {
  std::vector<MadeClaim> accusation = {Claim(1, 10, "Anka Brel", "accuse of", "fraud"),
                                       Claim(1, 10, "Anka Brel", "accuse by", "a former colleague")};
  for (MadeClaim& claim : accusation) claim.passive = true;
  const auto conflicts = Conflicts({accusation, {Deny("Anka Brel", "the accusation")}});
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_THAT((std::vector{conflicts[0].speaker_a, conflicts[0].speaker_b}),
              ::testing::UnorderedElementsAre("a former colleague", "Anka Brel"));
}

TEST(Accusation, NoOtherDenialAnswersIt) {
  const auto accusation = Accuse("Signe Aas", "Anka Brel", "fraud");
  EXPECT_TRUE(Conflicts({accusation, {Deny("Luca Prem", "the accusation")}}).empty()) << "of somebody else";
  EXPECT_TRUE(Conflicts({accusation, {Deny("Signe Aas", "the accusation")}}).empty()) << "of who accuses";
  EXPECT_TRUE(Conflicts({accusation, {Deny("Anka Brel", "a visa")}}).empty()) << "of what is no accusation";
  EXPECT_TRUE(Conflicts({accusation, {Deny("Anka Brel", "Tessa Holm's accusation")}}).empty()) << "of another's";
  EXPECT_TRUE(Conflicts({accusation, {Deny("Anka Brel", "wrongdoing in Tolvik")}}).empty()) << "elsewhere";
  EXPECT_TRUE(Conflicts({accusation, {Deny("Anka Brel", "the second accusation")}}).empty()) << "of another one";
  MadeClaim not_denied = Deny("Anka Brel", "the accusation");
  not_denied.polarity = Polarity::kNegated;
  EXPECT_TRUE(Conflicts({accusation, {not_denied}}).empty());
  EXPECT_TRUE(Conflicts({Accuse("they", "Anka Brel", "fraud"), {Deny("Anka Brel", "the accusation")}}).empty())
      << "nobody is known to accuse";
}

TEST(Accusation, InAnotherReportOfTheStoryItIsAnsweredWhereTheAccuserIsKnown) {
  const auto told = [&](const std::string& accuser_there) {
    return Conflicts(
        {Accuse("Signe Aas", "Anka Brel", "fraud"),
         Besides(1),
         Besides(2),
         {Deny("Anka Brel", "the accusation", 2), Claim(2, 23, accuser_there, "leave", "the Vessen tender")}});
  };
  EXPECT_EQ(told("Signe Aas").size(), 1u);
  EXPECT_TRUE(told("Tessa Holm").empty());
}

TEST(Accusation, WhatSomebodyClaimsIsAnsweredByDenyingTheClaim) {
  const std::vector<MadeClaim> claimed = {
      Claim(1, 10, "Signe Aas", "claim", "that Anka Brel shared the bribe from the yard")};
  EXPECT_EQ(Conflicts({claimed, {Deny("Anka Brel", "her claims")}}).size(), 1u);
  EXPECT_TRUE(Conflicts({claimed, {Deny("Anka Brel", "the accusation")}}).empty());
}

TEST(Accusation, OnesAccuserAccusesOne) {
  const auto alleged = [](const std::string& whose) {
    return std::vector<MadeClaim>{
        Claim(1, 10, whose + " first accuser", "allege", "that he took the bribe from the Ellery yard")};
  };
  EXPECT_EQ(Conflicts({alleged("Brel"), {Deny("Anka Brel", "the accusation")}}).size(), 1u);
  EXPECT_TRUE(Conflicts({alleged("Prem"), {Deny("Anka Brel", "the accusation")}}).empty());
}

TEST(Accusation, WhatOneIsCalledIsTheSameHoweverItIsRead) {
  MadeClaim denied = Claim(2, 20, "Anka Brel", "call mayor as", "a thief");
  denied.modality = Modality::kDenied;
  denied.speaker = "Anka Brel";
  MadeClaim called = Claim(1, 10, "Anka Brel", "call thief to", "him");
  called.speaker = "Mayor Luca Prem";
  EXPECT_EQ(Conflicts({{called}, {denied}, Besides(1), Besides(2)}).size(), 1u);
}

TEST(Accusation, IsAnsweredOnceByEachOfTheAccused) {
  const std::vector<MadeClaim> alleged = {
      Claim(1, 10, "Signe Aas", "allege", "that Anka Brel shared the bribe from the yard with Luca Prem")};
  MadeClaim other = Deny("Luca Prem", "wrongdoing");
  other.statement = 12;
  EXPECT_EQ(Conflicts({alleged, {Deny("Anka Brel", "the accusation"), other}}).size(), 2u);
  MadeClaim again = Deny("Anka Brel", "wrongdoing");
  again.statement = 99;
  EXPECT_EQ(Conflicts({alleged, {Deny("Anka Brel", "the accusation"), again}}).size(), 1u);
}

TEST(Accusation, WhatIsDeniedByANounIsDenied) {
  MadeClaim meddled = Claim(2, 20, "Taleria", "interfere in", "the Norland election");
  meddled.speaker = "Signe Aas";
  const auto conflicts = Conflicts({{Claim(1, 10, "Taleria", "deny", "meddling"),
                                     Claim(1, 10, "Taleria", "deny meddling in", "the Norland election")},
                                    Besides(1),
                                    Besides(2),
                                    {meddled}});
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_EQ(conflicts[0].kind, ConflictKind::kModality);
}

}  // namespace
}  // namespace consilience
