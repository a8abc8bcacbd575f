#include "engine/claim/entity.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/claim/gazetteer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

// "Trump>Donald Trump | he>Donald Trump" for all mentions in order, by head word.
std::string Resolved(const std::vector<std::string>& sentences) {
  const TaggedDocument document(sentences);
  const Entities entities = ResolveEntities(document.text(), document.analyses());
  std::vector<std::string> found;
  for (const Mention& mention : entities.mentions) {
    const Word& head = document.analyses()[mention.statement].word(mention.head_word);
    EXPECT_LE(mention.span.begin, head.span.begin);
    EXPECT_GE(mention.span.end, head.span.end);
    found.push_back(absl::StrCat(std::string(head.form), ">", entities.entities[mention.entity].name));
  }
  return absl::StrJoin(found, " | ");
}

const char* const kTrump =
    "President/NNP//3:nmod:desc Donald/NNP//4:nsubj/PER Trump/NNP//2:flat/PER arrived/VBD/arrive/0:root";
const char* const kTrumpArrives =
    "President/NNP//2:nmod:desc Donald/NNP//4:nsubj/PER Trump/NNP//2:flat/PER arrived/VBD/arrive/0:root";
const char* const kMacronArrives =
    "French/JJ//2:amod President/NNP//3:nmod:desc Emmanuel/NNP//5:nsubj/PER Macron/NNP//3:flat/PER "
    "arrived/VBD/arrive/0:root";

TEST(Entities, TakesTitlesOffNames) {
  EXPECT_EQ(Resolved({kTrump}), "Donald>Donald Trump");
  EXPECT_EQ(Resolved({"U.S./NNP//2:compound President/NNP//3:nmod:desc Donald/NNP//5:nsubj/PER Trump/NNP//3:flat/PER "
                      "left/VBD/leave/0:root"}),
            "U.S.>United States | Donald>Donald Trump");
  EXPECT_EQ(Resolved({"Attorney/NNP//2:compound General/NNP//3:nmod:desc Jane/NNP//5:nsubj/PER Doe/NNP//3:flat/PER "
                      "left/VBD/leave/0:root"}),
            "Jane>Jane Doe");
  EXPECT_EQ(Resolved({"Mr./NNP//2:nmod:desc Obama/NNP//3:nsubj/PER left/VBD/leave/0:root"}), "Obama>Obama");
}

TEST(Entities, TakesTitlesOffNamesThatNobodyMarked) {
  EXPECT_EQ(Resolved({"Senator/NNP//2:nmod:desc Jane/NNP//4:nsubj Doe/NNP//2:flat left/VBD/leave/0:root"}),
            "Jane>Jane Doe");
}

TEST(Entities, TakesNoNameFromLinksRunIntoASentence) {
  const std::string lee = "Lee/NNP//2:nsubj/PER left/VBD/leave/0:root";
  EXPECT_EQ(Resolved({"Ana/NNP//7:nsubj/PER LeeGOP/NNP//1:flat/PER leftHarbour/NN//1:dep board/NN//1:dep "
                      "quits/VBZ//1:dep MORE/JJR//1:dep now/RB//0:root",
                      lee}),
            "Lee>Lee");
}

TEST(Entities, LeavesTheTitlesOfBodiesAlone) {
  EXPECT_EQ(Resolved({"The/DT//3:det Justice/NNP//3:compound Department/NNP//4:nsubj sued/VBD/sue/0:root"}),
            "Department>Justice Department");
  EXPECT_EQ(Resolved({"General/NNP//2:compound/ORG Motors/NNPS//3:nsubj/ORG grew/VBD/grow/0:root"}),
            "Motors>General Motors");
}

TEST(Entities, KeepsTheTitleOfAPopeWithHisOnlyName) {
  EXPECT_EQ(Resolved({"Pope/NNP//2:nmod:desc Francis/NNP//3:nsubj/PER spoke/VBD/speak/0:root"}),
            "Francis>Pope Francis");
}

TEST(Entities, ATitleThatHeadsTheNameIsAMentionToo) {
  EXPECT_EQ(Resolved({"Its/PRP$//2:nmod:poss leader/NN//5:nsubj ,/,//4:punct Kim/NNP//2:appos/PER "
                      "spoke/VBD/speak/0:root"}),
            "leader>Kim | Kim>Kim");
}

TEST(Entities, ALastNameStandsForTheFullName) {
  EXPECT_EQ(Resolved({kTrumpArrives, "Trump/NNP//2:nsubj/PER spoke/VBD/speak/0:root"}),
            "Donald>Donald Trump | Trump>Donald Trump");
  EXPECT_EQ(Resolved({"Mr./NNP//2:nmod:desc Obama/NNP//3:nsubj/PER left/VBD/leave/0:root",
                      "Barack/NNP//3:nsubj/PER Obama/NNP//1:flat/PER won/VBD/win/0:root"}),
            "Obama>Barack Obama | Barack>Barack Obama");
}

TEST(Entities, AFamilyNameThatStandsFirstIsFoundAsWell) {
  EXPECT_EQ(Resolved({"Xi/NNP//3:nsubj/PER Jinping/NNP//1:flat/PER left/VBD/leave/0:root",
                      "Xi/NNP//2:nsubj/PER spoke/VBD/speak/0:root"}),
            "Xi>Xi Jinping | Xi>Xi Jinping");
}

TEST(Entities, ALastNameOfTwoPersonsStaysUnresolved) {
  const std::string bill = "Bill/NNP//3:nsubj/PER Clinton/NNP//1:flat/PER left/VBD/leave/0:root";
  const std::string hillary = "Hillary/NNP//3:nsubj/PER Clinton/NNP//1:flat/PER left/VBD/leave/0:root";
  EXPECT_EQ(Resolved({bill, hillary, "Clinton/NNP//2:nsubj/PER spoke/VBD/speak/0:root"}),
            "Bill>Bill Clinton | Hillary>Hillary Clinton");
  EXPECT_EQ(Resolved({bill, hillary, "Mrs./NNP//2:nmod:desc Clinton/NNP//3:nsubj/PER spoke/VBD/speak/0:root"}),
            "Bill>Bill Clinton | Hillary>Hillary Clinton | Clinton>Hillary Clinton");
}

TEST(Entities, ATitleOfTheOtherGenderIsAnotherPerson) {
  EXPECT_EQ(Resolved({"Mr./NNP//2:nmod:desc Trump/NNP//3:nsubj/PER spoke/VBD/speak/0:root",
                      "Melania/NNP//3:nsubj/PER Trump/NNP//1:flat/PER left/VBD/leave/0:root"}),
            "Trump>Trump | Melania>Melania Trump");
}

TEST(Entities, ASonIsNotHisFather) {
  EXPECT_EQ(Resolved({kTrumpArrives,
                      "Donald/NNP//4:nsubj/PER Trump/NNP//1:flat/PER Jr./NNP//1:flat/PER left/VBD/leave/0:root",
                      "Trump/NNP//2:nsubj/PER spoke/VBD/speak/0:root"}),
            "Donald>Donald Trump | Donald>Donald Trump Jr. | Trump>Donald Trump");
}

TEST(Entities, MiddleInitialsDoNotCount) {
  EXPECT_EQ(Resolved({"Donald/NNP//4:nsubj/PER J./NNP//1:flat/PER Trump/NNP//1:flat/PER left/VBD/leave/0:root"}),
            "Donald>Donald Trump");
  EXPECT_EQ(Resolved({kTrumpArrives,
                      "Donald/NNP//4:nsubj/PER J./NNP//1:flat/PER Trump/NNP//1:flat/PER left/VBD/leave/0:root"}),
            "Donald>Donald Trump | Donald>Donald Trump");
}

TEST(Entities, CountriesHaveOneName) {
  EXPECT_EQ(Resolved({"The/DT//2:det U.S./NNP//3:nsubj/LOC left/VBD/leave/0:root",
                      "America/NNP//2:nsubj/LOC left/VBD/leave/0:root", "US/NNP//2:nsubj/LOC left/VBD/leave/0:root",
                      "the/DT//3:det United/NNP//3:compound/LOC States/NNPS//4:nsubj/LOC left/VBD/leave/0:root"}),
            "U.S.>United States | America>United States | US>United States | States>United States");
  EXPECT_EQ(Resolved({"Britain/NNP//2:nsubj/LOC left/VBD/leave/0:root"}), "Britain>United Kingdom");
}

TEST(Entities, ADemonymIsNoMention) {
  EXPECT_EQ(Resolved({"The/DT//3:det Japanese/JJ//3:amod government/NN//4:nsubj left/VBD/leave/0:root"}), "");
}

TEST(Entities, APossessiveIsNoPartOfAName) {
  EXPECT_EQ(Resolved({"Japan/NNP//3:nmod:poss/LOC +'s/POS//1:case army/NN//4:nsubj left/VBD/leave/0:root"}),
            "Japan>Japan");
}

TEST(Entities, TwoCountriesJoinedByAHyphenAreTwo) {
  EXPECT_EQ(Resolved({"U.S./NNP//3:compound/LOC +-/HYPH//1:punct/LOC +Japan/NNP//4:compound/LOC talks/NNS//5:nsubj "
                      "ended/VBD/end/0:root"}),
            "U.S.>United States | Japan>Japan");
}

TEST(Entities, AnAcronymInBracketsStandsForItsName) {
  EXPECT_EQ(Resolved({"The/DT//4:det World/NNP//4:compound/ORG Health/NNP//4:compound/ORG "
                      "Organization/NNP//8:nsubj/ORG (/-LRB-//6:punct +WHO/NNP//4:appos/ORG +)/-RRB-//6:punct "
                      "warned/VBD/warn/0:root",
                      "The/DT//2:det WHO/NNP//3:nsubj/ORG warned/VBD/warn/0:root"}),
            "Organization>World Health Organization | WHO>World Health Organization | WHO>World Health Organization");
}

TEST(Entities, AShortFormOfACompanyStandsForItsFullName) {
  const std::string full =
      "Toyota/NNP//3:compound/ORG Motor/NNP//3:compound/ORG Corp./NNP//4:nsubj/ORG grew/VBD/grow/0:root";
  EXPECT_EQ(Resolved({full, "Toyota/NNP//2:nsubj/ORG grew/VBD/grow/0:root"}),
            "Corp.>Toyota Motor Corp. | Toyota>Toyota Motor Corp.");
  // A city is not the newspaper named after it.
  EXPECT_EQ(Resolved({"The/DT//3:det Boston/NNP//3:compound/ORG Globe/NNP//4:nsubj/ORG grew/VBD/grow/0:root",
                      "Boston/NNP//2:nsubj/LOC grew/VBD/grow/0:root"}),
            "Globe>The Boston Globe | Boston>Boston");
}

TEST(Entities, ADayOfTheWeekIsNoName) {
  EXPECT_EQ(Resolved({"It/PRP//2:nsubj/ ended/VBD/end/0:root on/IN//4:case Monday/NNP//2:obl"}), "");
}

TEST(Entities, OutletsGoByTheNameOfTheRegistry) {
  EXPECT_EQ(Resolved({"SCMP/NNP//2:nsubj/ORG reported/VBD/report/0:root",
                      "The/DT//5:det South/NNP//5:compound/ORG China/NNP//5:compound/ORG Morning/NNP//5:compound/ORG "
                      "Post/NNP//6:nsubj/ORG reported/VBD/report/0:root"}),
            "SCMP>South China Morning Post | Post>South China Morning Post");
}

TEST(Entities, APersonBehindATitleIsAPersonWhateverItWasMarked) {
  EXPECT_EQ(Resolved({"County/NNP//2:compound/ORG Judge/NNP//3:compound/ORG John/NNP//5:nsubj/ORG Doe/NNP//3:flat "
                      "ruled/VBD/rule/0:root"}),
            "County>County | John>John Doe");
  EXPECT_EQ(Resolved({"Aide/NNP//2:nmod:desc Huma/NNP//4:nsubj Roe/NNP//2:flat spoke/VBD/speak/0:root",
                      "Their/PRP$//2:nmod:poss aide/NN//5:nsubj Ima/NNP//2:appos/LOC Poe/NNP//3:flat/LOC "
                      "spoke/VBD/speak/0:root"}),
            "Huma>Huma Roe | aide>Ima Poe | Ima>Ima Poe");
}

TEST(Entities, OfficesOfStateAndPartiesAreNoPartOfAName) {
  EXPECT_EQ(Resolved({"Secretary/NNP//4:nmod:desc of/IN//3:case State/NNP//1:nmod John/NNP//6:nsubj/PER "
                      "Doe/NNP//4:flat/PER spoke/VBD/speak/0:root"}),
            "John>John Doe");
  EXPECT_EQ(Resolved({"Republican/NNP//2:nmod:desc/PER Jane/NNP//4:nsubj/PER Doe/NNP//2:flat/PER "
                      "spoke/VBD/speak/0:root"}),
            "Jane>Jane Doe");
}

TEST(Entities, AnUnmarkedNamesakeKeepsALastNameUnresolved) {
  EXPECT_EQ(Resolved({"Karen/NNP//3:nsubj/PER Doe/NNP//1:flat/PER spoke/VBD/speak/0:root",
                      "Imra/NNP//3:nsubj/LOC Doe/NNP//1:flat/LOC spoke/VBD/speak/0:root",
                      "Doe/NNP//2:nsubj/PER left/VBD/leave/0:root"}),
            "Karen>Karen Doe | Imra>Imra Doe");
}

// ---- Pronouns.

TEST(Entities, APronounStandsForTheOnlyPersonItMayMean) {
  EXPECT_EQ(Resolved({kTrumpArrives, "He/PRP//2:nsubj spoke/VBD/speak/0:root"}),
            "Donald>Donald Trump | He>Donald Trump");
  EXPECT_EQ(Resolved({kTrumpArrives, "She/PRP//2:nsubj spoke/VBD/speak/0:root"}), "Donald>Donald Trump");
}

TEST(Entities, APronounThatMayMeanTwoPersonsIsLeftOut) {
  EXPECT_EQ(Resolved({kTrumpArrives, kMacronArrives, "He/PRP//2:nsubj spoke/VBD/speak/0:root"}),
            "Donald>Donald Trump | Emmanuel>Emmanuel Macron");
}

TEST(Entities, GenderTellsTwoPersonsApart) {
  EXPECT_EQ(Resolved({kTrumpArrives, "Sanae/NNP//3:nsubj/PER Takaichi/NNP//1:flat/PER smiled/VBD/smile/0:root",
                      "She/PRP//2:nsubj praised/VBD/praise/0:root him/PRP//2:obj"}),
            "Donald>Donald Trump | Sanae>Sanae Takaichi | She>Sanae Takaichi | him>Donald Trump");
}

TEST(Entities, AnObjectIsNotItsOwnSubject) {
  EXPECT_EQ(Resolved({"Macron/NNP//2:nsubj/PER praised/VBD/praise/0:root him/PRP//2:obj"}), "Macron>Macron");
  EXPECT_EQ(Resolved({"Macron/NNP//2:nsubj/PER praised/VBD/praise/0:root himself/PRP//2:obj"}),
            "Macron>Macron | himself>Macron");
}

TEST(Entities, TheSubjectOfSayingIsWhoHeIs) {
  EXPECT_EQ(
      Resolved({kTrumpArrives, "Macron/NNP//2:nsubj/PER said/VBD/say/0:root he/PRP//4:nsubj agreed/VBD/agree/2:ccomp"}),
      "Donald>Donald Trump | Macron>Macron | he>Macron");
}

TEST(Entities, WhomAQuotationNamesIsNotItsSpeaker) {
  EXPECT_EQ(Resolved({"``/``//3:punct Macron/NNP//3:nsubj/PER left/VBD/leave/6:ccomp ,/,//3:punct +''/''//3:punct "
                      "said/VBD/say/0:root he/PRP//6:nsubj"}),
            "Macron>Macron");
}

TEST(Entities, ANominalPersonStandsInTheWay) {
  EXPECT_EQ(Resolved({kTrumpArrives, "The/DT//2:det man/NN//3:nsubj spoke/VBD/speak/0:root",
                      "He/PRP//2:nsubj left/VBD/leave/0:root"}),
            "Donald>Donald Trump");
}

TEST(Entities, ItIsTheSubjectOfSaying) {
  EXPECT_EQ(Resolved({"Japan/NNP//2:nsubj/LOC said/VBD/say/0:root it/PRP//4:nsubj agreed/VBD/agree/2:ccomp"}),
            "Japan>Japan | it>Japan");
  EXPECT_EQ(Resolved({"Japan/NNP//2:nsubj/LOC raised/VBD/raise/0:root its/PRP$//4:nmod:poss rates/NNS//2:obj"}),
            "Japan>Japan | its>Japan");
  EXPECT_EQ(Resolved({"Japan/NNP//2:nsubj/LOC said/VBD/say/0:root it/PRP//4:expl rained/VBD/rain/2:ccomp"}),
            "Japan>Japan");
}

// ---- Descriptions.

const char* const kThePresidentSpoke = "The/DT//2:det president/NN//3:nsubj spoke/VBD/speak/0:root";

const char* const kShares = "Shares/NNS/share/4:nsubj of/IN//3:case Norvik/NNP//1:nmod/ORG fell/VBD/fall/0:root";

TEST(Entities, ItThatSaysSomethingIsTheOnlyBodyNamed) {
  const char* const kItSaid = "It/PRP/it/2:nsubj said/VBD/say/0:root so/RB//2:advmod";
  EXPECT_EQ(Resolved({kShares, kItSaid}), "Norvik>Norvik | It>Norvik");
  EXPECT_EQ(Resolved({kShares, "It/PRP/it/2:nsubj fell/VBD/fall/0:root"}), "Norvik>Norvik");
  EXPECT_EQ(Resolved({"Norvik/NNP//2:nsubj/ORG sued/VBD/sue/0:root Halden/NNP//2:obj/ORG", kItSaid}),
            "Norvik>Norvik | Halden>Halden");
}

TEST(Entities, ItThatSaysSomethingIsNotTheCountryOfAnOffice) {
  EXPECT_EQ(Resolved({"The/DT//3:det Norway/NNP//3:compound/LOC office/NN//4:nsubj "
                      "replied/VBD/reply/0:root",
                      "It/PRP//2:nsubj said/VBD/say/0:root nothing/NN//2:obj"}),
            "Norway>Norway");
}

TEST(Entities, ItOfASideClauseIsTheSubjectWhenNoNounStandsBetween) {
  EXPECT_EQ(
      Resolved(
          {"Norvik/NNP//2:nsubj/ORG fell/VBD/fall/0:root after/IN//5:mark it/PRP/it/5:nsubj lost/VBD/lose/2:advcl"}),
      "Norvik>Norvik | it>Norvik");
  EXPECT_EQ(Resolved({"Norvik/NNP//2:nsubj/ORG closed/VBD/close/0:root a/DT//4:det yard/NN//2:obj after/IN//7:mark "
                      "it/PRP/it/7:nsubj burned/VBD/burn/2:advcl"}),
            "Norvik>Norvik");
}

TEST(Entities, ThePresidentIsTheOnlyOneIntroduced) {
  EXPECT_EQ(Resolved({kTrumpArrives, kThePresidentSpoke}), "Donald>Donald Trump | president>Donald Trump");
  EXPECT_EQ(Resolved({kTrumpArrives, kMacronArrives, kThePresidentSpoke}),
            "Donald>Donald Trump | Emmanuel>Emmanuel Macron");
  EXPECT_EQ(Resolved({kThePresidentSpoke}), "");
}

TEST(Entities, ANationTellsTwoPresidentsApart) {
  EXPECT_EQ(Resolved({kTrumpArrives, kMacronArrives,
                      "The/DT//3:det French/JJ//3:amod president/NN//4:nsubj spoke/VBD/speak/0:root"}),
            "Donald>Donald Trump | Emmanuel>Emmanuel Macron | president>Emmanuel Macron");
}

TEST(Entities, AFormerPresidentIsNotThePresident) {
  EXPECT_EQ(Resolved({"Former/JJ//2:amod President/NNP//3:nmod:desc Barack/NNP//5:nsubj/PER Obama/NNP//3:flat/PER "
                      "spoke/VBD/speak/0:root",
                      kThePresidentSpoke}),
            "Barack>Barack Obama");
}

TEST(Entities, TheTwoLeadersAreTheTwoMentionedLast) {
  const TaggedDocument document(
      {kTrumpArrives, kMacronArrives, "The/DT//3:det two/CD//3:nummod leaders/NNS//4:nsubj met/VBD/meet/0:root"});
  const Entities entities = ResolveEntities(document.text(), document.analyses());
  EXPECT_EQ(entities.NameOf(2, 2), "Donald Trump; Emmanuel Macron");
  EXPECT_EQ(entities.NameOf(2, 3), "");
  EXPECT_EQ(entities.NameOf(0, 1), "Donald Trump");
}

TEST(Entities, TheCompanyIsTheOnlyOneNamed) {
  const std::string grew = "Sonex/NNP//2:nsubj/ORG grew/VBD/grow/0:root";
  const std::string company = "The/DT//2:det company/NN//3:nsubj fell/VBD/fall/0:root";
  EXPECT_EQ(Resolved({grew, company}), "Sonex>Sonex | company>Sonex");
  EXPECT_EQ(Resolved({grew, "Acme/NNP//2:nsubj/ORG fell/VBD/fall/0:root", company}), "Sonex>Sonex | Acme>Acme");
}

// ---- Order and size.

const char* const kFerry =
    "The/DT//3:det ferry/NN//3:compound Stella/NNP//5:nsubj Maris/NNP//3:flat sank/VBD/sink/0:root";

TEST(Entities, WhatANounIntroducedItNamesAgain) {
  EXPECT_EQ(Resolved({kFerry, "The/DT//2:det ferry/NN//4:nsubj:pass was/VBD/be/4:aux:pass raised/VBN/raise/0:root"}),
            "Stella>Stella Maris | ferry>Stella Maris");
  EXPECT_EQ(Resolved({kFerry, "A/DT//2:det ferry/NN//4:nsubj:pass was/VBD/be/4:aux:pass raised/VBN/raise/0:root",
                      "The/DT//2:det ferry/NN//3:nsubj left/VBD/leave/0:root"}),
            "Stella>Stella Maris")
      << "there are two by now";
  EXPECT_EQ(Resolved({kFerry, "The/DT//3:det Danish/JJ//3:amod ferry/NN//4:nsubj left/VBD/leave/0:root"}),
            "Stella>Stella Maris");
}

TEST(Entities, ItIsAThingThatANounIntroduced) {
  EXPECT_EQ(Resolved({kFerry, "It/PRP/it/3:nsubj had/VBD/have/3:aux left/VBN/leave/0:root Oslo/NNP//3:obj/LOC"}),
            "Stella>Stella Maris | It>Stella Maris | Oslo>Oslo");
}

TEST(Entities, ABodyGoesByTheLastWordOfItsName) {
  const char* const kAgency =
      "The/DT//4:det Northern/NNP//4:compound/ORG Space/NNP//4:compound/ORG Agency/NNP//5:nsubj/ORG "
      "met/VBD/meet/0:root";
  const char* const kTheAgency = "The/DT//2:det agency/NN//3:nsubj waited/VBD/wait/0:root";
  EXPECT_EQ(Resolved({kAgency, kTheAgency}), "Agency>Northern Space Agency | agency>Northern Space Agency");
  EXPECT_EQ(Resolved({kAgency, "The/DT//3:det Energy/NNP//3:compound/ORG Agency/NNP//4:nsubj/ORG met/VBD/meet/0:root",
                      kTheAgency}),
            "Agency>Northern Space Agency | Agency>Energy Agency");
}

TEST(Entities, MentionsAreOrderedByStatementAndHead) {
  const TaggedDocument document({kTrumpArrives, kMacronArrives, kThePresidentSpoke});
  const Entities entities = ResolveEntities(document.text(), document.analyses());
  for (size_t i = 1; i < entities.mentions.size(); ++i) {
    const Mention& a = entities.mentions[i - 1];
    const Mention& b = entities.mentions[i];
    EXPECT_LT(std::make_pair(a.statement, a.head_word), std::make_pair(b.statement, b.head_word));
  }
}

TEST(Entities, ALongSentenceOfNamesAndPronounsEnds) {
  std::string source = "ran/VBD/run/0:root";
  for (int i = 0; i < 5'000; ++i)
    absl::StrAppend(&source, " he/PRP//1:nsubj Name", i, "/NNP//1:nsubj/PER ,/,//1:punct");
  Resolved({source});
}

TEST(Entities, NothingInNothing) {
  EXPECT_TRUE(ResolveEntities("", {}).mentions.empty());
  EXPECT_EQ(Entities().NameOf(0, 0), "");
}

TEST(Gazetteer, KnowsCountriesDemonymsTitlesAndFirstNames) {
  EXPECT_EQ(FindCountry("U.K.").name, "United Kingdom");
  EXPECT_EQ(FindCountry("us").name, "");
  EXPECT_TRUE(FindCountry("UN").organisation);
  EXPECT_EQ(FindDemonym("Dutch"), "Netherlands");
  EXPECT_EQ(FindTitle("president").kind, TitleKind::kOffice);
  EXPECT_EQ(FindTitle("mrs").gender, Gender::kFemale);
  EXPECT_EQ(FindTitle("table").kind, TitleKind::kNone);
  EXPECT_EQ(GenderOfFirstName("sanae"), Gender::kFemale);
  EXPECT_EQ(GenderOfFirstName("robin"), Gender::kUnknown);
}

TEST(Entities, APronounBeforeTheNameInAnAdverbialIsThePersonBehind) {
  EXPECT_EQ(
      Resolved(
          {"Carl/NNP//2:nsubj/PER left/VBD/leave/0:root",
           "When/WRB//3:advmod he/PRP//3:nsubj came/VBD/come/5:advcl Ben/NNP//5:nsubj/PER smiled/VBD/smile/0:root"}),
      "Carl>Carl | he>Ben | Ben>Ben");
}

TEST(Entities, APronounIsNobodyNamedInTheClauseThatItIsTheSubjectOf) {
  const std::string before = "Ben/NNP//2:nsubj/PER left/VBD/leave/0:root";
  EXPECT_EQ(Resolved({before, "He/PRP//2:nsubj said/VBD/say/0:root Ben/NNP//4:nsubj/PER won/VBD/win/2:ccomp"}),
            "Ben>Ben | Ben>Ben");
  EXPECT_EQ(Resolved({before, "He/PRP//2:nsubj said/VBD/say/0:root rain/NN//4:nsubj fell/VBD/fall/2:ccomp"}),
            "Ben>Ben | He>Ben");
}

TEST(Entities, EachMentionKeepsWhyItIsWhomItIs) {
  const TaggedDocument document({kTrumpArrives, kMacronArrives,
                                 "The/DT//3:det two/CD//3:nummod leaders/NNS//4:nsubj met/VBD/meet/0:root",
                                 "Macron/NNP//2:nsubj/PER left/VBD/leave/0:root"});
  const Entities entities = ResolveEntities(document.text(), document.analyses());
  std::vector<MentionReason> why;
  for (const Mention& mention : entities.mentions) why.push_back(mention.why);
  using R = MentionReason;
  EXPECT_EQ(why, (std::vector<R>{R::kFullName, R::kFullName, R::kTwo, R::kTwo, R::kShortName}));
}

TEST(Entities, ADescriptionAndAPronounKeepTheirReasons) {
  const TaggedDocument office({kTrumpArrives, kThePresidentSpoke, "He/PRP//2:nsubj left/VBD/leave/0:root"});
  const Entities entities = ResolveEntities(office.text(), office.analyses());
  ASSERT_EQ(entities.mentions.size(), 3u);
  EXPECT_EQ(entities.mentions[1].why, MentionReason::kOffice);
  EXPECT_EQ(entities.mentions[2].why, MentionReason::kPronoun);
}

}  // namespace
}  // namespace consilience
