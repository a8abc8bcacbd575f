#include "engine/reconcile/reconciler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/reconcile/proposition.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

Reconciliation Reconciled(std::vector<MadeClaim> claims) {
  return *Reconcile(Table(std::move(claims)), {});
}

MadeClaim Negated(MadeClaim claim) {
  claim.polarity = Polarity::kNegated;
  return claim;
}

MadeClaim With(MadeClaim claim, Modality modality) {
  claim.modality = modality;
  return claim;
}

MadeClaim At(MadeClaim claim, int64_t published) {
  claim.published = published;
  return claim;
}

TEST(ReconcilerTest, VerbsOfOneFamilyAgree) {
  const Reconciliation result =
      Reconciled({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Say("B", "Orbis Corp", "acquire", "Lumen Labs")});
  EXPECT_EQ(result.groups.size(), 1u);
  EXPECT_TRUE(result.conflicts.empty());
}

TEST(ReconcilerTest, WhoMetSomebodyWasMetByHim) {
  EXPECT_EQ(
      Reconciled({Say("A", "Ana Ruiz", "meet with", "Leo Brandt"), Say("B", "Leo Brandt", "meet with", "Ana Ruiz")})
          .groups.size(),
      1u);
  EXPECT_EQ(Reconciled({Say("A", "Ana Ruiz", "praise", "Leo Brandt"), Say("B", "Leo Brandt", "praise", "Ana Ruiz")})
                .groups.size(),
            2u);
}

TEST(ReconcilerTest, AnyPrepositionMakesACircumstance) {
  MadeClaim plain = Say("A", "Ana Ruiz", "hurry to", "Norland"), more = plain, other = plain;
  plain.document = plain.statement = 1;
  other.document = other.statement = more.document = more.statement = 2;
  other.outlet = more.outlet = "B";
  more.predicate = "hurry to norland amid";
  more.object = "the strike of its drivers";
  const Reconciliation result = Reconciled({plain, other, more});
  ASSERT_FALSE(result.groups.empty());
  EXPECT_TRUE(std::any_of(result.groups.begin(), result.groups.end(), [](const Group& group) {
    return group.claims == std::vector<uint32_t>{0, 1};
  }));
}

TEST(ReconcilerTest, WordsOfOneActAreOneAndOfTwoAreTwo) {
  const auto one = [](const std::string& a, const std::string& b) {
    return Reconciled({Say("A", "Norland Senate", a, "Harbour Act"), Say("B", "Norland Senate", b, "Harbour Act")})
               .groups.size() == 1;
  };
  EXPECT_TRUE(one("lambaste", "criticize"));
  EXPECT_TRUE(one("rescind", "repeal"));
  EXPECT_TRUE(one("rally behind", "support"));
  EXPECT_TRUE(one("flout", "violate"));
  EXPECT_FALSE(one("rescind", "discuss"));
  EXPECT_FALSE(one("lambaste", "praise"));
}

TEST(ReconcilerTest, OppositePolarityOfOneFactIsAConflict) {
  const Reconciliation result =
      Reconciled({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Negated(Say("B", "Orbis Corp", "buy", "Lumen Labs"))});
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kPolarity);
  EXPECT_LT(result.groups[result.conflicts[0].group_a].id, result.groups[result.conflicts[0].group_b].id);
  EXPECT_EQ(result.questions.size(), 1u);
}

TEST(ReconcilerTest, WhatWasNotDoneKnowinglyMayHaveBeenDone) {
  MadeClaim denied = Negated(Say("B", "Orbis Corp", "mislead", "Lumen Labs"));
  for (const auto& [written, conflicts] :
       {std::make_pair("did not mislead", 1u), std::make_pair("did not knowingly mislead", 0u)}) {
    denied.written = written;
    EXPECT_EQ(Reconciled({Say("A", "Orbis Corp", "mislead", "Lumen Labs"), denied}).conflicts.size(), conflicts)
        << written;
  }
}

TEST(ReconcilerTest, AntonymsOfOneObjectAreAConflict) {
  const Reconciliation result = Reconciled(
      {Say("A", "Norland Senate", "approve", "Harbour Act"), Say("B", "Norland Senate", "reject", "Harbour Act")});
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kAntonym);
}

TEST(ReconcilerTest, DenialAgainstAssertionIsAConflictNamingItsSpeaker) {
  MadeClaim denial = With(Say("B", "Orbis Corp", "buy", "Lumen Labs"), Modality::kDenied);
  denial.speaker = "Ana Ruiz";
  const Reconciliation result = Reconciled({Say("A", "Orbis Corp", "buy", "Lumen Labs"), denial});
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kModality);
  EXPECT_NE(result.conflicts[0].explanation.find("Ana Ruiz"), std::string::npos);
}

MadeClaim In(int64_t document, MadeClaim claim) {
  claim.document = document;
  claim.published = 0;
  return claim;
}

TEST(ReconcilerTest, SpeakersWhoContradictEachOtherAreADisputeWhoeverReportsThem) {
  const MadeClaim took = Say("A", "Orbis Corp", "buy", "Lumen Labs");
  const auto dispute = [&](const std::string& one, const std::string& other, int64_t document) {
    return Reconciled({In(document, SaidBy(one, took)), In(1, Negated(SaidBy(other, took)))}).conflicts;
  };
  for (const int64_t document : {1, 2}) {  // by one outlet, in one report and in two
    const auto conflicts = dispute("Ana Ruiz", "police", document);
    ASSERT_EQ(conflicts.size(), 1u);
    EXPECT_TRUE(conflicts[0].speakers);
    EXPECT_EQ(std::set<std::string>({conflicts[0].speaker_a, conflicts[0].speaker_b}),
              std::set<std::string>({"Ana Ruiz", "police"}));
    EXPECT_THAT(conflicts[0].explanation,
                ::testing::AnyOf(
                    ::testing::HasSubstr("a dispute between Ana Ruiz and police that the same outlets report: one"),
                    ::testing::HasSubstr("a dispute between police and Ana Ruiz that the same outlets report: one")));
  }
  EXPECT_TRUE(dispute("Ana Ruiz", "Ruiz", 2).empty()) << "one speaker";
  EXPECT_TRUE(dispute("Ana Ruiz", "the minister", 2).empty()) << "who may be one";
  EXPECT_TRUE(dispute("Ana Ruiz", "he", 2).empty()) << "a pronoun";
  EXPECT_TRUE(dispute("Ana Ruiz", "", 2).empty()) << "what the outlet itself says";
  EXPECT_EQ(dispute("some witnesses", "several witnesses", 2).size(), 1u);
}

TEST(ReconcilerTest, ADisputeOfSpeakersInSeveralOutletsSaysSo) {
  const MadeClaim took = Say("A", "Orbis Corp", "buy", "Lumen Labs");
  MadeClaim denied = Negated(SaidBy("Ana Ruiz", took));
  denied.outlet = "B";
  auto conflicts = Reconciled({SaidBy("Mira Toll", took), denied}).conflicts;
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_TRUE(conflicts[0].speakers);
  EXPECT_THAT(conflicts[0].explanation, ::testing::HasSubstr("a dispute between "));
  EXPECT_THAT(conflicts[0].explanation, ::testing::Not(::testing::HasSubstr("same outlets")));
  conflicts = Reconciled({took, denied}).conflicts;
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_FALSE(conflicts[0].speakers) << "an outlet says itself what another tells the contrary of";
}

TEST(ReconcilerTest, WhoDeniesAnswersWhateverTheOutletSays) {
  const MadeClaim took = Say("A", "Orbis Corp", "buy", "Lumen Labs");
  MadeClaim denied = With(took, Modality::kDenied);
  denied.written = "has denied buying";
  const auto conflicts = Reconciled({In(1, took), In(1, denied)}).conflicts;
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_TRUE(conflicts[0].speakers);
  EXPECT_THAT(conflicts[0].explanation, ::testing::HasSubstr("between Orbis Corp and what the outlets say"));
}

TEST(ReconcilerTest, MoneyThatCannotBothBePaidIsAConflict) {
  const Reconciliation result =
      Reconciled({Say("A", "Lumen Labs", "cost", "$4.2 billion"), Say("B", "Lumen Labs", "cost", "$7.9 billion")});
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kQuantity);
}

struct Peace {
  const char* why;
  MadeClaim a, b;
};

TEST(ReconcilerTest, WhatCanBothHoldIsNoConflict) {
  const Peace cases[] = {
      {"several objects", Say("A", "Norland", "sign", "Coal Pact"), Say("B", "Norland", "sign", "Fish Pact")},
      {"bounds", Say("A", "Lumen Labs", "cost", "340 dollars"),
       Say("B", "Lumen Labs", "cost", "more than 300 dollars")},
      {"about", Say("A", "Lumen Labs", "cost", "$4.2 billion"), Say("B", "Lumen Labs", "cost", "about $4 billion")},
      {"units", Say("A", "Norland Bridge", "weigh", "12 tons"), Say("B", "Norland Bridge", "weigh", "90 meters")},
      {"planned", Say("A", "Orbis Corp", "buy", "Lumen Labs"),
       With(Negated(Say("B", "Orbis Corp", "buy", "Lumen Labs")), Modality::kPlanned)},
      {"possible", Say("A", "Orbis Corp", "buy", "Lumen Labs"),
       With(Say("B", "Orbis Corp", "buy", "Lumen Labs"), Modality::kPossible)},
      {"one outlet", Say("A", "Orbis Corp", "buy", "Lumen Labs"), Negated(Say("A", "Orbis Corp", "buy", "Lumen Labs"))},
      {"time frames", At(Say("A", "Orbis Corp", "buy", "Lumen Labs"), 0),
       At(Negated(Say("B", "Orbis Corp", "buy", "Lumen Labs")), 40 * 86400)},
      {"vague subject", Say("A", "it", "buy", "Lumen Labs"), Negated(Say("B", "it", "buy", "Lumen Labs"))},
      {"subjects", Say("A", "Orbis Corp", "buy", "Lumen Labs"), Negated(Say("B", "Delta Corp", "buy", "Lumen Labs"))},
      {"a denial of what is negated", Negated(Say("A", "Orbis Corp", "buy", "Lumen Labs")),
       With(Negated(Say("B", "Orbis Corp", "buy", "Lumen Labs")), Modality::kDenied)},
      {"a count at a time that is not known", Say("A", "Norland Senate", "add", "850,000 jobs"),
       Say("B", "Norland Senate", "add", "559,000 jobs")},
      {"double negation", Negated(Say("A", "Norland Senate", "approve", "Harbour Act")),
       Negated(Say("B", "Norland Senate", "reject", "Harbour Act"))},
  };
  for (const Peace& peace : cases) EXPECT_TRUE(Reconciled({peace.a, peace.b}).conflicts.empty()) << peace.why;
}

TEST(ReconcilerTest, PassengersAndPeopleAreCountedAlike) {
  const Reconciliation result = Reconciled({At(Say("A", "Norland Ferry", "kill", "12"), 0),
                                            At(Say("B", "Norland Ferry", "kill", "nine passengers"), 0),
                                            At(Say("C", "Norland Ferry", "kill", "12 people"), 0)});
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kQuantity);
  EXPECT_EQ(result.groups.size(), 2u);
}

// Two documents of one story: what both tell besides makes it one.
std::vector<MadeClaim> Story(std::vector<MadeClaim> claims) {
  for (const int64_t document : {101, 102}) {
    const std::string outlet = document == 101 ? "A" : "B";
    claims.push_back(In(document, Say(outlet, "Norland Guard", "rescue", "Ana Ruiz")));
    claims.push_back(In(document, Say(outlet, "Governor Hale", "visit", "Port Ellery")));
  }
  return claims;
}

TEST(ReconcilerTest, WhatAStoryCallsANameIsTheName) {
  const MadeClaim failed = In(101, Say("A", "Halden Star", "fail", "safety inspection"));
  const MadeClaim passed = In(102, Say("B", "the ferry", "pass", "safety inspection"));
  EXPECT_TRUE(Reconciled(Story({failed, passed})).conflicts.empty());
  const Reconciliation result = Reconciled(Story({failed, passed, In(101, Say("A", "Halden Star", "be", "a ferry"))}));
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kAntonym);
  // Of two ferries "the ferry" may be either.
  EXPECT_TRUE(Reconciled(Story({failed, passed, In(101, Say("A", "Halden Star", "be", "a ferry")),
                                In(102, Say("B", "Norland Queen", "be", "a ferry"))}))
                  .conflicts.empty());
}

TEST(ReconcilerTest, WhoIsContradictedMayBeAPronounWhoseStatementNamesThem) {
  const auto conflicts = [](const std::string& subject, const std::string& named) {
    MadeClaim raised = In(102, SaidBy("the family", Say("B", subject, "raise", "his left hand")));
    MadeClaim other = In(102, Say("B", "Officer Luca Prem", "shoot", named));
    raised.statement = other.statement = 55;
    const MadeClaim never = In(101, SaidBy("Ana Ruiz", Negated(Say("A", "Mato Kern", "raise", "his left hand"))));
    const size_t found = Reconciled(Story({never, raised, other})).conflicts.size();
    EXPECT_EQ(Reconciled(Story({raised, never, other})).conflicts.size(), found)
        << "ids of other documents may lie between those of a statement";
    return found;
  };
  EXPECT_EQ(conflicts("he", "Mato Kern"), 1u);
  EXPECT_EQ(conflicts("the father", "Mato Kern"), 1u);
  EXPECT_EQ(conflicts("he", "Tessa Holm"), 0u) << "somebody else";
  EXPECT_EQ(conflicts("she", "Mato Kern"), 1u) << "whose gender is not known";
  EXPECT_EQ(conflicts("a father", "Mato Kern"), 0u) << "any father";
  EXPECT_EQ(conflicts("it", "Mato Kern"), 0u);
}

TEST(ReconcilerTest, OneTellingNumberOfOneThingIsOneFactWhateverIsDoneToIt) {
  const auto groups = [](const std::string& other) {
    return Reconciled(Story({In(101, Say("A", "study", "involve", "1,734 volunteers")),
                             In(102, Say("B", "study", "treat", other))}))
        .groups.size();
  };
  EXPECT_EQ(groups("1,734 patients") + 1, groups("1,738 patients"));
}

TEST(ReconcilerTest, WhatComesOnTopDoesNotContradictTheCount) {
  EXPECT_EQ(Reconciled({At(Say("A", "Norland Guard", "rescue", "eight passengers"), 0),
                        At(Say("B", "Norland Guard", "rescue", "four passengers"), 0)})
                .conflicts.size(),
            1u);
  EXPECT_TRUE(Reconciled({At(Say("A", "Norland Guard", "rescue", "eight passengers"), 0),
                          At(Say("B", "Norland Guard", "rescue", "four more passengers"), 0)})
                  .conflicts.empty());
}

TEST(ReconcilerTest, AVerbWithItsPrepositionAndNounIsOneAct) {
  const Reconciliation result = Reconciled(
      {At(Say("A", "Harbour Act", "come into", "force"), 0), At(Say("B", "Harbour Act", "take", "effect"), 0)});
  EXPECT_EQ(result.groups.size(), 1u);
}

// The story among others, so that its names tell.
std::vector<MadeClaim> AmongOthers(std::vector<MadeClaim> claims) {
  claims = Story(std::move(claims));
  for (int i = 0; i < 30; ++i) {
    claims.push_back(Say("C", "Town " + std::to_string(i), "repair", "Road " + std::to_string(100 + i)));
  }
  return claims;
}

// Whether the claims x and y come into one group.
bool Together(const std::vector<MadeClaim>& claims, uint32_t x, uint32_t y) {
  const Reconciliation result = Reconciled(claims);
  return std::any_of(result.groups.begin(), result.groups.end(), [&](const Group& group) {
    return std::binary_search(group.claims.begin(), group.claims.end(), x) &&
           std::binary_search(group.claims.begin(), group.claims.end(), y);
  });
}

MadeClaim On(std::string date, MadeClaim claim) {
  claim.date = std::move(date);
  return claim;
}

TEST(ReconcilerTest, WhatWasDoneOnAnotherDayWasDoneAgain) {
  const MadeClaim made = On("2026-03-04", Say("A", "Norland Senate", "sanction", "Orbis Corp"));
  EXPECT_TRUE(Together({made, On("2026-03-04", Say("B", "Norland Senate", "sanction", "Orbis Corp"))}, 0, 1));
  EXPECT_TRUE(Together({made, Say("B", "Norland Senate", "sanction", "Orbis Corp")}, 0, 1));
  EXPECT_FALSE(Together({made, On("2026-04-06", Say("B", "Norland Senate", "sanction", "Orbis Corp"))}, 0, 1));
  // What happens once did not happen again: the days are in dispute.
  const MadeClaim bought = On("2026-03-04", Say("A", "Orbis Corp", "buy", "Lumen Labs"));
  EXPECT_TRUE(Together({bought, On("2026-03-05", Say("B", "Orbis Corp", "buy", "Lumen Labs"))}, 0, 1));
}

TEST(ReconcilerTest, AClaimOfTheyDoesNotMakeTwoOfOne) {
  const auto world = [](const std::string& other) {
    return Story({In(101, Say("A", "Ana Ruiz", "wear", "Harbour Badge")),
                  In(102, Say("B", "they", "wear", "Harbour Badge")),
                  In(103, Say("C", other, "wear", "Harbour Badge"))});
  };
  EXPECT_FALSE(Together(world("Mira Hale"), 0, 2));
  EXPECT_FALSE(Together(world("Mark Hale"), 0, 2)) << "a man";
  EXPECT_TRUE(Together(world("Ana Ruiz"), 0, 2));
}

TEST(ReconcilerTest, WhoStopsIsNotStopped) {
  const MadeClaim stopped = In(101, Say("A", "Anna Ruiz", "stop", ""));
  EXPECT_FALSE(Together(Story({stopped, In(102, Say("B", "Norland Guard", "stop", "Anna Ruiz"))}), 0, 1));
  const MadeClaim works = In(101, Say("A", "Halden works", "stop", ""));
  EXPECT_TRUE(Together(Story({works, In(102, Say("B", "Norland Guard", "stop", "Halden works"))}), 0, 1));
}

TEST(ReconcilerTest, ThisIsWhatItsSpeakerMeans) {
  const MadeClaim one = SaidBy("Ana Ruiz", In(101, Say("A", "this", "be", "a very grave harbour scandal")));
  const auto other = [&](const std::string& speaker) {
    return Story({one, SaidBy(speaker, In(102, Say("B", "this", "be", "a very grave harbour scandal")))});
  };
  EXPECT_TRUE(Together(other("Ruiz"), 0, 1));
  EXPECT_TRUE(Together(other("she"), 0, 1));
  EXPECT_FALSE(Together(other("Mark Hale"), 0, 1));
}

TEST(ReconcilerTest, APrepositionThatOpensTheObjectBelongsToTheVerb) {
  const MadeClaim about = In(101, Say("A", "harbour dispute", "be", "about Lauter dam"));
  EXPECT_FALSE(Together(Story({about, In(102, Say("B", "harbour dispute", "be", "Lauter dam"))}), 0, 1));
  EXPECT_TRUE(Together(Story({about, In(102, Say("B", "harbour dispute", "be", "about Lauter dam"))}), 0, 1));
}

TEST(ReconcilerTest, AKnownNumberOfPeopleDoesNotMakeOneFactOfWhatIsSaidOfThem) {
  MadeClaim need = In(102, Say("B", "1,734 volunteers", "need", "new homes"));
  need.counted = true;
  const MadeClaim treated = In(101, Say("A", "Halden study", "treat", "1,734 volunteers"));
  EXPECT_FALSE(Together(Story({treated, need}), 0, 1));
  EXPECT_TRUE(Together(Story({treated, In(102, Say("B", "Halden study", "involve", "1,734 volunteers"))}), 0, 1));
}

TEST(ReconcilerTest, WhatOneDoesByAnotherVerbOnADayIsAnotherAct) {
  const auto world = [](const std::string& doer) {
    std::vector<MadeClaim> claims = Story({In(101, Say("A", "Mark Orlo", "ram on", "March 4, 2026")),
                                           In(101, Say("A", "Mark Orlo", "ram", "Kadari prison gate")),
                                           In(101, Say("A", "Mark Orlo", "ram with", "Lauter timber lorry")),
                                           In(102, Say("B", doer, "leave on", "March 4, 2026")),
                                           In(102, Say("B", doer, "leave through", "Kadari prison gate")),
                                           In(102, Say("B", doer, "leave with", "Lauter timber lorry"))});
    for (size_t i = 0; i < 6; ++i) claims[i].statement = i < 3 ? 900 : 901;
    return claims;
  };
  EXPECT_FALSE(Together(world("Mark Orlo"), 0, 3));
  EXPECT_TRUE(Together(world("masked gunmen"), 0, 3));
}

TEST(ReconcilerTest, WhenItHitFitsWhateverElseItHit) {
  const auto world = [](const std::string& time) {
    std::vector<MadeClaim> claims = Story({In(101, Say("A", "Norland quake", "hit at", "4:12 a.m.")),
                                           In(102, Say("B", "Norland quake", "hit at", time)),
                                           In(102, Say("B", "Norland quake", "hit", "Port Ellery"))});
    claims[1].statement = claims[2].statement = 900;
    return claims;
  };
  EXPECT_TRUE(Together(world("4:12 am"), 0, 1));
  EXPECT_FALSE(Together(world("5:40 am"), 0, 1));
}

TEST(ReconcilerTest, OneTellingNumberOnTopIsTheNumber) {
  const auto world = [](const std::string& who, const std::string& others) {
    MadeClaim a = In(101, Say("A", who, "drown in", "Lauter flood")),
              b = In(102, Say("B", others, "drown in", "Lauter flood"));
    a.counted = b.counted = true;
    return Story({a, b});
  };
  EXPECT_TRUE(Together(world("another 430 people", "430 people"), 0, 1));
  EXPECT_FALSE(Together(world("another 430 people", "431 people"), 0, 1));
  EXPECT_FALSE(Together(world("another 4 people", "4 people"), 0, 1));
}

TEST(ReconcilerTest, ThousandsOfNursesAreNurses) {
  const auto world = [](const std::string& who) {
    MadeClaim counted = In(102, Say("B", who, "begin strike", ""));
    counted.counted = true;
    return Story({In(101, Say("A", "Norland nurses", "go on strike", "")), counted});
  };
  EXPECT_TRUE(Together(world("thousands of Norland nurses"), 0, 1));
  EXPECT_FALSE(Together(world("1,200 Norland nurses"), 0, 1));
}

TEST(ReconcilerTest, WhoIncreasesARateRaisesIt) {
  const auto world = [](const std::string& verb) {
    return Story({In(101, Say("A", "Norland Bank", "increase", "key interest rate")),
                  In(102, Say("B", "Norland Bank", verb, "key interest rate"))});
  };
  EXPECT_TRUE(Together(world("raise"), 0, 1));
  EXPECT_FALSE(Together(world("lower"), 0, 1));
}

TEST(ReconcilerTest, WhoWonBeatThem) {
  const MadeClaim beat = In(101, Say("A", "Ashby Town", "defeat", "Marlow Rovers"));
  EXPECT_TRUE(Together(AmongOthers({beat, In(102, Say("B", "Ashby Town", "win", ""))}), 0, 1));
  EXPECT_FALSE(Together(AmongOthers({beat, In(102, Say("B", "Marlow Rovers", "win", ""))}), 0, 1));
  EXPECT_FALSE(
      Together(AmongOthers({beat, In(102, Say("B", "Ashby Town", "win", "60 percent of white voters"))}), 0, 1));
}

TEST(ReconcilerTest, WhoBeatThemInTheRunoffWasElected) {
  const auto world = [](const std::string& contest) {
    std::vector<MadeClaim> claims = Story({In(101, Say("A", "Anka Orlo", "win", "presidential election")),
                                           In(102, Say("B", "Anka Orlo", "beat", "Mark Hale")),
                                           In(102, Say("B", "Anka Orlo", "beat in", contest))});
    claims[1].statement = claims[2].statement = 900;
    return claims;
  };
  EXPECT_TRUE(Together(world("runoff election"), 0, 1));
  EXPECT_FALSE(Together(world("chess tournament"), 0, 1));
}

TEST(ReconcilerTest, WhoClaimsResponsibilityWasBehindIt) {
  const MadeClaim claimed = In(101, Say("A", "Black Rook", "claim responsibility", "responsibility"));
  EXPECT_TRUE(Together(AmongOthers({claimed, In(102, Say("B", "Black Rook", "be behind", "harbour attack"))}), 0, 1));
  EXPECT_FALSE(Together(AmongOthers({claimed, In(102, Say("B", "Red Lantern", "be behind", "harbour attack"))}), 0, 1));
}

TEST(ReconcilerTest, WhatIsModifiedByAClauseIsNoReportOfIt) {
  const auto world = [](const std::string& verb) {
    MadeClaim rejected = In(101, Say("A", "Norland", "reject", "a ceasefire propose by Taleria"));
    MadeClaim proposed = In(101, Say("A", "a ceasefire", "propose by", "Taleria"));
    rejected.written = "rejected";
    proposed.written = "propose by";
    rejected.statement = proposed.statement = 900;
    std::vector<MadeClaim> claims =
        Story({rejected, proposed, In(102, Say("B", "Norland", verb, "Taleria ceasefire"))});
    return claims;
  };
  EXPECT_TRUE(Together(world("turn down"), 0, 2));
  EXPECT_FALSE(Together(world("accept"), 0, 2));
}

TEST(ReconcilerTest, UpToIsNoParticle) {
  PhraseTable phrases;
  const Proposition p = MakePropositions(Table({Say("A", "Hale", "face", "up to 20 years")}), &phrases).front();
  EXPECT_EQ(phrases.text(p.verb), "face");
  const Proposition q = MakePropositions(Table({Say("A", "Hale", "put", "up a fence")}), &phrases).front();
  EXPECT_EQ(phrases.text(q.verb), "put up");
}

TEST(ReconcilerTest, OneNumberStillToComeIsOneWhateverTheMood) {
  const auto world = [](Modality other) {
    return Story({With(In(101, Say("A", "Orbis Corp", "eliminate", "9,000 jobs")), Modality::kPlanned),
                  With(In(102, Say("B", "Orbis Corp", "shed", "9,000 jobs")), other)});
  };
  EXPECT_TRUE(Together(world(Modality::kConditional), 0, 1));
  EXPECT_FALSE(Together(world(Modality::kAsserted), 0, 1));
}

TEST(ReconcilerTest, HeIsWhomTheOtherNamesWhereTheClausesAreToldAlike) {
  const auto world = [](const std::string& who, const std::string& where) {
    return AmongOthers({In(101, Say("A", "Octavio Hale", "break out of", "Kadari prison")),
                        In(102, Say("B", who, "escape from", where))});
  };
  EXPECT_TRUE(Together(world("he", "Kadari prison"), 0, 1));
  EXPECT_FALSE(Together(world("officials", "Kadari prison"), 0, 1));
  EXPECT_FALSE(Together(world("he", "Lauter castle"), 0, 1));
}

TEST(ReconcilerTest, WhoRecordsDeathsHasKilledNobody) {
  const auto read = [](const std::string& subject, const std::string& verb, const std::string& object) {
    PhraseTable phrases;
    const Proposition p = MakePropositions(Table({Say("A", subject, verb, object)}), &phrases).front();
    return std::make_pair(std::string(phrases.text(p.family)), p.agent != 0);
  };
  EXPECT_EQ(read("health ministry", "record", "deaths"), std::make_pair(std::string("kill"), false));
  EXPECT_EQ(read("Lauter flood", "cause", "deaths"), std::make_pair(std::string("kill"), true));
  EXPECT_EQ(read("health ministry", "record", "songs").first, "record");
}

TEST(ReconcilerTest, WhatSankWithinMinutesSank) {
  const auto world = [](const std::string& verb, const std::string& how) {
    std::vector<MadeClaim> claims =
        Story({In(101, Say("A", "Halden Star", verb, how)), In(102, Say("B", "Halden Star", "sink", ""))});
    return claims;
  };
  EXPECT_TRUE(Together(world("sink within", "20 minutes"), 0, 1));
  EXPECT_FALSE(Together(world("sink by", "20 percent"), 0, 1));
  EXPECT_FALSE(Together(world("sink for", "20 years"), 0, 1));
}

TEST(ReconcilerTest, TheKilledAndTheInjuredOfAPlaceAreTwoCounts) {
  const auto world = [](const std::string& verb, const std::string& count) {
    std::vector<MadeClaim> claims = AmongOthers({In(101, Say("A", "market bombing", "kill", "31 people")),
                                                 In(101, Say("A", "market bombing", "kill in", "Dorrin")),
                                                 In(102, Say("B", "market bombing", verb, count)),
                                                 In(102, Say("B", "market bombing", verb + " in", "Dorrin"))});
    for (size_t i = 0; i < 4; ++i) claims[i].statement = i < 2 ? 900 : 901;
    return claims;
  };
  EXPECT_TRUE(Together(world("hit", "a market"), 1, 3));
  EXPECT_FALSE(Together(world("injure", "24 people"), 1, 3));
}

TEST(ReconcilerTest, HeIsNotWhoeverDidTheLike) {
  const auto world = [](const std::string& where) {
    std::vector<MadeClaim> claims = Story(
        {In(101, Say("A", "he", "congratulate", "Hale")), In(102, Say("B", "Mark Orlo", "congratulate", "Hale"))});
    // Circumstances of the two acts.
    claims.push_back(In(101, Say("A", "he", "congratulate at", where)));
    claims.push_back(In(102, Say("B", "Mark Orlo", "congratulate at", "Halden stadium")));
    claims[0].statement = claims[claims.size() - 2].statement = 900;
    claims[1].statement = claims.back().statement = 901;
    return claims;
  };
  EXPECT_TRUE(Together(world("Halden stadium"), 0, 1));
  EXPECT_FALSE(Together(world("Lauter bridge"), 0, 1));
}

TEST(ReconcilerTest, GroupIsShownByOneOfItsClaims) {
  const Reconciliation result =
      Reconciled({Say("A", "Orbis", "buy", "Lumen Labs"), Say("B", "Orbis Corp", "acquire", "Lumen Labs"),
                  Say("C", "Orbis Corp", "acquire", "Lumen Labs")});
  ASSERT_EQ(result.groups.size(), 1u);
  EXPECT_EQ(result.groups[0].subject, "Orbis Corp");
  EXPECT_EQ(result.groups[0].predicate, "acquire");
  EXPECT_EQ(result.groups[0].answer, "Lumen Labs");
}

TEST(ReconcilerTest, TheOnlyOneOfItsKindIsOrIsNot) {
  const auto conflicts = [](const std::string& one, const std::string& other) {
    return Reconciled(
               Story({In(101, Say("A", "Norland", "be", one)), In(102, Negated(Say("B", "Norland", "be", other)))}))
        .conflicts.size();
  };
  EXPECT_EQ(conflicts("the only country that taxes reindeer herds", "the only country to count reindeer in the north"),
            1u);
  EXPECT_EQ(conflicts("the only country that taxes reindeer herds", "the only country with a fleet of sledges"), 0u);
  EXPECT_EQ(conflicts("a country that taxes reindeer herds", "the only country to count reindeer in the north"), 0u);
}

TEST(ReconcilerTest, AnActNamedByANounIsTheSameInThePassive) {
  MadeClaim issued = Say("A", "Norland Guard", "issue", "tsunami warning");
  MadeClaim none = Negated(Say("B", "tsunami warning", "issue", ""));
  none.passive = true;
  const Reconciliation result = Reconciled(Story({In(101, issued), In(102, none)}));
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kPolarity);
}

TEST(ReconcilerTest, WhatIsSaidOfAThingInPassingIsNoReportOfIt) {
  MadeClaim rejected = In(101, Say("A", "Norland", "reject", "a ceasefire proposed by Taleria"));
  MadeClaim proposed = In(101, Say("A", "a ceasefire", "propose by", "Taleria"));
  proposed.passive = true;
  proposed.written = "proposed by";
  rejected.statement = proposed.statement = 55;
  // Claims of two clauses.
  proposed.clause = 1;
  const MadeClaim accepted = In(102, Say("B", "Norland", "accept", "a ceasefire"));
  EXPECT_EQ(Reconciled(Story({rejected, proposed, accepted})).conflicts.size(), 0u) << "two ceasefires";
  MadeClaim same = accepted;
  same.object = "the ceasefire proposed by Taleria";
  EXPECT_EQ(Reconciled(Story({rejected, proposed, same})).conflicts.size(), 1u);
}

TEST(ReconcilerTest, LaterCountIsARevision) {
  const Reconciliation result = Reconciled(
      {At(Say("A", "Norland Quake", "kill", "12"), 0), At(Say("B", "Norland Quake", "kill", "31"), 6 * 3600)});
  EXPECT_TRUE(result.conflicts.empty());
  EXPECT_EQ(result.revisions, 1);
}

TEST(ReconcilerTest, WhatIsMeasuredOnceDoesNotChangeWithTheHours) {
  const auto changing = [](const std::string& noun) {
    PhraseTable phrases;
    return MakePropositions(Table({Say("A", noun, "be", "11 km")}), &phrases).front().changing;
  };
  EXPECT_FALSE(changing("depth"));
  EXPECT_TRUE(changing("queue"));
}

TEST(ReconcilerTest, ClaimsOfOneStatementNeverMeet) {
  MadeClaim a = Say("A", "Orbis Corp", "buy", "Lumen Labs"), b = Negated(Say("B", "Orbis Corp", "buy", "Lumen Labs"));
  a.document = b.document = 7;
  a.statement = b.statement = 9;
  EXPECT_TRUE(Reconciled({a, b}).conflicts.empty());
  a.speaker = "Ana Ruiz";
  EXPECT_TRUE(Reconciled({a, b}).conflicts.empty());
  b.speaker = "police";
  EXPECT_EQ(Reconciled({a, b}).conflicts.size(), 1u) << "but for those of two speakers who contradict each other";
}

TEST(ReconcilerTest, ReadyNumbersAreEqualByAmountAndRivalsConflict) {
  std::vector<MadeClaim> claims = {Say("A", "x", "size", "10"), Say("B", "x", "size", "10.0"),
                                   Say("C", "x", "size", "11")};
  for (MadeClaim& claim : claims) claim.ready = true;
  const Reconciliation result = Reconciled(claims);
  EXPECT_EQ(result.groups.size(), 2u);
  ASSERT_EQ(result.conflicts.size(), 1u);
  EXPECT_EQ(result.conflicts[0].kind, ConflictKind::kQuantity);
}

// Everyone writes about one subject: the work stays linear in the claims.
TEST(ReconcilerTest, ACrowdedSubjectDoesNotMakeTheWorkQuadratic) {
  std::vector<MadeClaim> claims;
  for (int i = 0; i < 20000; ++i) {
    claims.push_back(Say(i % 2 == 0 ? "A" : "B", "Orbis Corp", "buy", "Firm Number " + std::to_string(i / 2)));
  }
  const Reconciliation result = Reconciled(claims);
  EXPECT_EQ(result.groups.size(), claims.size() / 2);
  int64_t pairs = 0;
  for (const auto& [rule, made] : result.pairs_by_rule) pairs += made;
  EXPECT_LT(pairs, 100 * static_cast<int64_t>(claims.size()));
}

// All worlds of four claims over two answers, polarities and times: order and threads change nothing, and no group
// holds two claims of opposite polarity.
TEST(ReconcilerTest, NeitherOrderNorThreadsChangeTheResult) {
  for (int world = 0; world < 4096; ++world) {
    std::vector<MadeClaim> claims;
    for (int i = 0, bits = world; i < 4; ++i, bits >>= 3) {
      MadeClaim claim = Say(std::string(1, static_cast<char>('A' + i)), "Orbis Corp", "buy",
                            bits & 1 ? "Lumen Labs" : "Lumen Labs West");
      if (bits & 2) claim.polarity = Polarity::kNegated;
      claim.published = bits & 4 ? 0 : 20 * 86400;
      claims.push_back(claim);
    }
    const ClaimTable forward = Table(claims), backward = Table(claims, true);
    ReconcileOptions two;
    two.threads = 2;
    const Reconciliation a = *Reconcile(forward, {}), b = *Reconcile(backward, two);
    ASSERT_EQ(a.groups.size(), b.groups.size());
    size_t placed = 0;
    for (size_t g = 0; g < a.groups.size(); ++g) {
      EXPECT_EQ(a.groups[g].id, b.groups[g].id);
      EXPECT_EQ(a.groups[g].claims, b.groups[g].claims);
      placed += a.groups[g].claims.size();
      for (const uint32_t row : a.groups[g].claims) {
        EXPECT_EQ(forward.row(row).polarity, forward.row(a.groups[g].claims[0]).polarity);
      }
    }
    EXPECT_EQ(placed, claims.size());
    ASSERT_EQ(a.conflicts.size(), b.conflicts.size());
    for (size_t c = 0; c < a.conflicts.size(); ++c) EXPECT_EQ(a.conflicts[c].explanation, b.conflicts[c].explanation);
  }
}

}  // namespace
}  // namespace consilience
