#include "engine/claim/extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "claim/licence.h"
#include "claim/parsed_sentence.h"
#include "support/processor_time.h"

namespace consilience {
namespace {

using ::consilience::testing::Describe;
using ::consilience::testing::ParsedSentence;
using ::consilience::testing::Unlicensed;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> ClauseClaims(absl::string_view lines) {
  return Describe(ParsedSentence(lines).Claims(ClaimView::kClause));
}
std::vector<std::string> AtomicClaims(absl::string_view lines) {
  return Describe(ParsedSentence(lines).Claims(ClaimView::kAtomic));
}

constexpr absl::string_view kSignedInLyon = R"(
  Two two NUM CD 2 nummod
  ministers minister NOUN NNS 3 nsubj
  signed sign VERB VBD 0 root
  a a DET DT 5 det
  treaty treaty NOUN NN 3 obj
  in in ADP IN 7 case
  Lyon Lyon PROPN NNP 3 obl Name=B-LOC
  on on ADP IN 9 case
  Monday Monday PROPN NNP 3 obl SpaceAfter=No
  . . PUNCT . 3 punct)";

TEST(ExtractorTest, ClauseViewKeepsAllArgumentsOfAPredicateTogether) {
  EXPECT_THAT(ClauseClaims(kSignedInLyon), ElementsAre("Two ministers | signed | a treaty | in: Lyon | on: Monday"));
}

TEST(ExtractorTest, AtomicViewGivesEachPrepositionalArgumentItsOwnClaim) {
  EXPECT_THAT(AtomicClaims(kSignedInLyon),
              ElementsAre("Two ministers | signed | a treaty", "Two ministers | signed a treaty in | Lyon",
                          "Two ministers | signed a treaty on | Monday"));
  const auto claims = ParsedSentence(kSignedInLyon).Claims(ClaimView::kAtomic);
  EXPECT_EQ(claims[0].predicate.lemma, "sign");
  EXPECT_EQ(claims[1].predicate.lemma, "sign treaty in");
  EXPECT_EQ(claims[0].clause, claims[2].clause);
}

TEST(ExtractorTest, WhatIsQuotedOfNobodyKnownMakesNoClaim) {
  const ParsedSentence sentence(R"(
  Banners banner NOUN NNS 2 nsubj
  read read VERB VBD 0 root
  " " PUNCT `` 5 punct SpaceAfter=No
  We we PRON PRP 5 nsubj
  won win VERB VBD 2 ccomp SpaceAfter=No
  " " PUNCT '' 5 punct SpaceAfter=No
  . . PUNCT . 2 punct)");
  EXPECT_THAT(Describe(sentence.Claims(ClaimView::kClause)), Contains("We | won"));
  const ByteSpan quotation = {13, 21};
  ASSERT_EQ(quotation.In(sentence.text()), "\"We won\"");
  ExtractionContext context = sentence.Context();
  context.unattributed = absl::MakeConstSpan(&quotation, 1);
  EXPECT_THAT(Describe(ExtractClaims(context, ClaimView::kClause).front()), ElementsAre("Banners | read | \"We won\""));
}

TEST(ExtractorTest, APleaOfNotGuiltyIsAPlea) {
  const ParsedSentence sentence(R"(
  Ana Ana PROPN NNP 2 nsubj
  pleaded plead VERB VBD 0 root
  not not PART RB 4 advmod
  guilty guilty ADJ JJ 2 xcomp)");
  for (const ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
    const auto claims = sentence.Claims(view);
    ASSERT_THAT(Describe(claims), ElementsAre("Ana | pleaded | not guilty"));
    EXPECT_EQ(claims[0].polarity, Polarity::kAffirmed);
  }
}

TEST(ExtractorTest, WhatWasPassedOverWasNotChosen) {
  EXPECT_THAT(AtomicClaims(R"(
  Ana Ana PROPN NNP 2 nsubj
  chose choose VERB VBD 0 root
  tea tea NOUN NN 2 obj
  rather rather ADV RB 6 cc
  than than ADP IN 4 fixed
  milk milk NOUN NN 3 conj)"),
              ElementsAre("Ana | chose | tea"));
}

TEST(ExtractorTest, WhatStandsBeforeAConjunctionOfTimeIsOfTheTime) {
  EXPECT_THAT(ClauseClaims(R"(
  Ana Ana PROPN NNP 2 nsubj
  left leave VERB VBD 0 root
  shortly shortly ADV RB 6 advmod
  after after SCONJ IN 6 mark
  Ben Ben PROPN NNP 6 nsubj
  won win VERB VBD 2 advcl)"),
              Contains("Ben | won"));
}

TEST(ExtractorTest, WhatIsMutualIsOfNoneAlone) {
  EXPECT_THAT(AtomicClaims(R"(
  Ana Ana PROPN NNP 4 nsubj
  and and CCONJ CC 3 cc
  Ben Ben PROPN NNP 1 conj
  had have VERB VBD 0 root
  mutual mutual ADJ JJ 6 amod
  friends friend NOUN NNS 4 obj)"),
              ElementsAre("Ana and Ben | had | mutual friends"));
}

TEST(ExtractorTest, WhoIsOpenToOneThingIsNotSaidToBeOpen) {
  EXPECT_THAT(AtomicClaims(R"(
  Ana Ana PROPN NNP 3 nsubj
  is be AUX VBZ 3 cop
  open open ADJ JJ 0 root
  to to ADP IN 5 case
  talks talk NOUN NNS 3 obl)"),
              ElementsAre("Ana | is open to | talks"));
}

TEST(ExtractorTest, WhatAnObjectNeedsIsSaidWithIt) {
  EXPECT_THAT(AtomicClaims(R"(
  Voters voter NOUN NNS 2 nsubj
  urged urge VERB VBD 0 root
  him he PRON PRP 2 obj
  on on ADP IN 5 case
  Monday Monday PROPN NNP 2 obl
  to to PART TO 7 mark
  resign resign VERB VB 2 advcl)"),
              ElementsAre("Voters | urged him to resign on | Monday", "Voters | urged him to | resign"));
  EXPECT_THAT(AtomicClaims(R"(
  Soldiers soldier NOUN NNS 2 nsubj
  turned turn VERB VBD 0 root
  schools school NOUN NNS 2 obj
  into into ADP IN 5 case
  prisons prison NOUN NNS 2 obl)"),
              ElementsAre("Soldiers | turned schools into | prisons"));
  // How many there were is compared for itself.
  EXPECT_THAT(AtomicClaims(R"(
  Soldiers soldier NOUN NNS 2 nsubj
  took take VERB VBD 0 root
  12 12 NUM CD 4 nummod
  people person NOUN NNS 2 obj
  to to ADP IN 6 case
  hospital hospital NOUN NN 2 obl)"),
              ElementsAre("Soldiers | took | 12 people", "Soldiers | took 12 people to | hospital"));
}

TEST(ExtractorTest, WhatStandsInsteadIsAffirmed) {
  EXPECT_THAT(AtomicClaims(R"(
  Ana Ana PROPN NNP 4 nsubj
  did do AUX VBD 4 aux
  not not PART RB 4 advmod
  carry carry VERB VB 0 root
  guns gun NOUN NNS 4 obj
  but but CCONJ CC 7 cc
  books book NOUN NNS 5 conj)"),
              ElementsAre("Ana | did not carry | guns", "Ana | did carry | books"));
}

TEST(ExtractorTest, AnyoneWhoKnowsIsNotAnyone) {
  EXPECT_THAT(AtomicClaims(R"(
  Anyone anyone PRON NN 4 nsubj
  who who PRON WP 3 nsubj
  came come VERB VBD 1 acl:relcl
  paid pay VERB VBD 0 root
  fees fee NOUN NNS 4 obj)"),
              ElementsAre("Anyone who came | paid | fees"));
}

TEST(ExtractorTest, WhatIsNotDoneLightlyIsDone) {
  EXPECT_THAT(AtomicClaims(R"(
  She she PRON PRP 4 nsubj
  did do AUX VBD 4 aux
  not not PART RB 4 advmod
  take take VERB VB 0 root
  decisions decision NOUN NNS 4 obj
  lightly lightly ADV RB 4 advmod)"),
              ElementsAre("She | did not take decisions | lightly"));
}

TEST(ExtractorTest, AsReportedBySaysNothingOfTheSubject) {
  constexpr absl::string_view kReported = R"(
  Ships ship NOUN NNS 2 nsubj
  sank sink VERB VBD 0 root
  , , PUNCT , 5 punct
  as as SCONJ IN 5 mark
  reported report VERB VBN 2 advcl
  by by ADP IN 7 case
  Reuters Reuters PROPN NNP 5 obl:agent)";
  EXPECT_THAT(AtomicClaims(kReported), ElementsAre("Ships | sank"));
  EXPECT_THAT(AtomicClaims(R"(
  Critics critic NOUN NNS 2 nsubj
  accused accuse VERB VBD 0 root
  Ana Ana PROPN NNP 2 obj
  of of SCONJ IN 5 mark
  lying lie VERB VBG 2 advcl
  as as SCONJ IN 7 mark
  reported report VERB VBN 5 advcl
  by by ADP IN 9 case
  Reuters Reuters PROPN NNP 7 obl:agent)"),
              Contains("Critics | accused Ana of | lying"));
}

TEST(ExtractorTest, SpansAndKeysPointAtTheWords) {
  const ParsedSentence sentence(kSignedInLyon);
  const Claim claim = sentence.Claims(ClaimView::kClause).front();
  EXPECT_EQ(claim.subject.span.In(sentence.text()), "Two ministers");
  EXPECT_EQ(claim.predicate.span.In(sentence.text()), "signed");
  EXPECT_EQ(claim.object.span.In(sentence.text()), "a treaty");
  EXPECT_EQ(claim.arguments[0].span.In(sentence.text()), "Lyon");
  EXPECT_EQ(claim.subject.head, "ministers");
  EXPECT_EQ(claim.subject.key, "two minister");
  EXPECT_EQ(claim.object.key, "treaty");
  EXPECT_EQ(claim.arguments[0].key, "lyon");
}

TEST(ExtractorTest, PlaceIsANamedPlaceAfterALocalPreposition) {
  EXPECT_EQ(ParsedSentence(kSignedInLyon).Claims(ClaimView::kClause).front().place, "Lyon");
}

TEST(ExtractorTest, PassiveKeepsItsAgentAsAnArgument) {
  constexpr absl::string_view kLines = R"(
    The the DET DT 2 det
    bridge bridge NOUN NN 5 nsubj:pass
    was be AUX VBD 5 aux:pass
    finally finally ADV RB 5 advmod
    built build VERB VBN 0 root
    by by ADP IN 7 case
    engineers engineer NOUN NNS 5 obl:agent SpaceAfter=No
    . . PUNCT . 5 punct)";
  const auto claims = ParsedSentence(kLines).Claims(ClaimView::kAtomic);
  EXPECT_THAT(Describe(claims), ElementsAre("The bridge | was finally built by | engineers"));
  EXPECT_TRUE(claims[0].predicate.passive);
  EXPECT_EQ(claims[0].predicate.lemma, "build by");
}

TEST(ExtractorTest, VerbsOfAChainMergeIntoOnePredicate) {
  EXPECT_THAT(ClauseClaims(R"(
    Norway Norway PROPN NNP 2 nsubj
    plans plan VERB VBZ 0 root
    to to PART TO 4 mark
    try try VERB VB 2 xcomp
    to to PART TO 6 mark
    buy buy VERB VB 4 xcomp
    six six NUM CD 8 nummod
    ships ship NOUN NNS 6 obj)"),
              ElementsAre("Norway | plans to try to buy | six ships"));
}

TEST(ExtractorTest, AnAdjectiveThatGovernsAnInfinitiveJoinsThePredicate) {
  EXPECT_THAT(ClauseClaims(R"(
    Rescuers rescuer NOUN NNS 3 nsubj
    were be AUX VBD 3 cop
    able able ADJ JJ 0 root
    to to PART TO 5 mark
    reach reach VERB VB 3 xcomp
    the the DET DT 7 det
    village village NOUN NN 5 obj)"),
              ElementsAre("Rescuers | were able to reach | the village"));
}

TEST(ExtractorTest, CopulaIsThePredicateAndItsComplementTheObject) {
  const ParsedSentence sentence(R"(
    Ostrom Ostrom PROPN NNP 5 nsubj
    is be AUX VBZ 5 cop
    still still ADV RB 5 advmod
    the the DET DT 5 det
    mayor mayor NOUN NN 0 root
    of of ADP IN 7 case
    Bergen Bergen PROPN NNP 5 nmod)");
  const auto claims = sentence.Claims(ClaimView::kClause);
  EXPECT_THAT(Describe(claims), ElementsAre("Ostrom | is still | the mayor of Bergen"));
  EXPECT_EQ(claims[0].predicate.lemma, "be");
}

TEST(ExtractorTest, CopulaWithAPrepositionalPhrase) {
  EXPECT_THAT(AtomicClaims(R"(
    The the DET DT 2 det
    yard yard NOUN NN 5 nsubj
    is be AUX VBZ 5 cop
    in in ADP IN 5 case
    Turku Turku PROPN NNP 0 root)"),
              ElementsAre("The yard | is in | Turku"));
}

TEST(ExtractorTest, ConjoinedVerbsShareTheirSubjectAndAuxiliary) {
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    firm firm NOUN NN 4 nsubj
    has have AUX VBZ 4 aux
    closed close VERB VBN 0 root
    two two NUM CD 6 nummod
    plants plant NOUN NNS 4 obj
    and and CCONJ CC 8 cc
    dismissed dismiss VERB VBN 4 conj
    ninety ninety NUM CD 10 nummod
    workers worker NOUN NNS 8 obj)"),
              ElementsAre("The firm | has closed | two plants", "The firm | has dismissed | ninety workers"));
}

TEST(ExtractorTest, CoordinatedSubjectsAndObjectsAreDistributed) {
  EXPECT_THAT(AtomicClaims(R"(
    Peru Peru PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Chile Chile PROPN NNP 1 conj
    export export VERB VBP 0 root
    copper copper NOUN NN 4 obj
    and and CCONJ CC 7 cc
    fish fish NOUN NN 5 conj)"),
              ElementsAre("Peru | export | copper", "Peru | export | fish", "Chile | export | copper",
                          "Chile | export | fish"));
}

TEST(ExtractorTest, CollectivePredicatesKeepTheirSubjectWhole) {
  EXPECT_THAT(AtomicClaims(R"(
    Peru Peru PROPN NNP 4 nsubj
    and and CCONJ CC 3 cc
    Chile Chile PROPN NNP 1 conj
    met meet VERB VBD 0 root
    in in ADP IN 6 case
    Lima Lima PROPN NNP 4 obl)"),
              ElementsAre("Peru and Chile | met in | Lima"));
}

TEST(ExtractorTest, RelativePronounsStandForTheirNoun) {
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    ferry ferry NOUN NN 10 nsubj SpaceAfter=No
    , , PUNCT , 5 punct
    which which PRON WDT 5 nsubj
    carried carry VERB VBD 2 acl:relcl
    ninety ninety NUM CD 7 nummod
    people people NOUN NNS 5 obj SpaceAfter=No
    , , PUNCT , 5 punct
    slowly slowly ADV RB 10 advmod
    sank sink VERB VBD 0 root)"),
              ElementsAre("The ferry | carried | ninety people", "The ferry | slowly sank"));
}

TEST(ExtractorTest, ReducedRelativeClausesHaveTheNounAsObject) {
  EXPECT_THAT(AtomicClaims(R"(
    The the DET DT 2 det
    plan plan NOUN NN 5 nsubj
    he he PRON PRP 4 nsubj
    signed sign VERB VBD 2 acl:relcl
    failed fail VERB VBD 0 root)"),
              ElementsAre("he | signed | The plan", "The plan | failed"));
}

TEST(ExtractorTest, ParticiplesSaySomethingOfTheirNoun) {
  EXPECT_THAT(ClauseClaims(R"(
    A a DET DT 2 det
    bank bank NOUN NN 6 nsubj
    based base VERB VBN 2 acl
    in in ADP IN 5 case
    Riga Riga PROPN NNP 3 obl
    collapsed collapse VERB VBD 0 root)"),
              ElementsAre("A bank | based in | Riga", "A bank based in Riga | collapsed"));
}

TEST(ExtractorTest, AppositionsSayWhatTheNounIs) {
  const auto claims = ParsedSentence(R"(
    Ostrom Ostrom PROPN NNP 8 nsubj SpaceAfter=No
    , , PUNCT , 4 punct
    the the DET DT 4 det
    mayor mayor NOUN NN 1 appos
    of of ADP IN 6 case
    Bergen Bergen PROPN NNP 4 nmod SpaceAfter=No
    , , PUNCT , 4 punct
    resigned resign VERB VBD 0 root)")
                          .Claims(ClaimView::kClause);
  EXPECT_THAT(Describe(claims), ElementsAre("Ostrom | is | the mayor of Bergen", "Ostrom | resigned"));
  EXPECT_EQ(claims[0].predicate.lemma, "be");
  EXPECT_TRUE(claims[0].predicate.span.empty());
}

TEST(ExtractorTest, ParticleBelongsToThePredicate) {
  const auto claims = ParsedSentence(R"(
    Crews crew NOUN NNS 2 nsubj
    put put VERB VBD 0 root
    the the DET DT 4 det
    fire fire NOUN NN 2 obj
    out out ADP RP 2 compound:prt)")
                          .Claims(ClaimView::kClause);
  EXPECT_THAT(Describe(claims), ElementsAre("Crews | put out | the fire"));
  EXPECT_EQ(claims[0].predicate.lemma, "put out");
}

TEST(ExtractorTest, OrdersAndQuestionWordsAreNoClaims) {
  EXPECT_THAT(ClauseClaims(R"(
    Read read VERB VB 0 root
    the the DET DT 3 det
    report report NOUN NN 1 obj)"),
              IsEmpty());
  EXPECT_THAT(ClauseClaims(R"(
    Who who PRON WP 2 nsubj
    wrote write VERB VBD 0 root
    it it PRON PRP 2 obj
    ? ? PUNCT . 2 punct)"),
              IsEmpty());
}

TEST(ExtractorTest, PurposesAreArgumentsAndNoClaimsOfTheirOwn) {
  EXPECT_THAT(ClauseClaims(R"(
    Police police NOUN NNS 2 nsubj
    closed close VERB VBD 0 root
    roads road NOUN NNS 2 obj
    to to PART TO 5 mark
    protect protect VERB VB 2 advcl
    marchers marcher NOUN NNS 5 obj)"),
              ElementsAre("Police | closed | roads | to: protect marchers"));
}

TEST(ExtractorTest, ParticipialClausesBorrowTheSubject) {
  EXPECT_THAT(ClauseClaims(R"(
    A a DET DT 2 det
    storm storm NOUN NN 3 nsubj
    hit hit VERB VBD 0 root
    Cebu Cebu PROPN NNP 3 obj SpaceAfter=No
    , , PUNCT , 6 punct
    killing kill VERB VBG 3 advcl
    nine nine NUM CD 6 obj)"),
              ElementsAre("A storm | hit | Cebu | killing nine", "A storm | killing | nine"));
}

TEST(ExtractorTest, ContentOfSpeechIsTheObjectBeforeOrAfter) {
  EXPECT_THAT(ClauseClaims(R"(
    Sato Sato PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    prices price NOUN NNS 5 nsubj
    would would AUX MD 5 aux
    fall fall VERB VB 2 ccomp)"),
              ElementsAre("Sato | said | prices would fall", "prices | would fall"));
  EXPECT_THAT(ClauseClaims(R"(
    Prices price NOUN NNS 3 nsubj
    will will AUX MD 3 aux
    fall fall VERB VB 0 root SpaceAfter=No
    , , PUNCT , 6 punct
    Sato Sato PROPN NNP 6 nsubj
    said say VERB VBD 3 parataxis)"),
              ElementsAre("Prices | will fall", "Sato | said | Prices will fall"));
}

TEST(ExtractorTest, ClaimsWithinSpeechHaveItsSpeaker) {
  const ParsedSentence sentence(R"(
    Sato Sato PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    prices price NOUN NNS 4 nsubj
    fell fall VERB VBD 2 ccomp)");
  Speech speech;
  speech.cue_word = 1;
  speech.source_word = 0;
  speech.source = {{0, 4}};
  speech.content = {{10, 21}};
  speech.speaker = "Sato";
  const auto claims = sentence.Claims(ClaimView::kClause, absl::MakeConstSpan(&speech, 1));
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "");
  EXPECT_EQ(claims[1].speaker, "Sato");
}

TEST(ExtractorTest, TheInnermostSpeakerCounts) {
  const ParsedSentence sentence(R"(
    Sato Sato PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    Lee Lee PROPN NNP 4 nsubj
    promised promise VERB VBD 2 ccomp
    prices price NOUN NNS 6 nsubj
    fell fall VERB VBD 4 ccomp)");
  std::vector<Speech> speech(2);
  speech[0].source = {{0, 4}};
  speech[0].content = {{10, 34}};
  speech[0].speaker = "Sato";
  speech[1].source = {{10, 13}};
  speech[1].content = {{23, 34}};
  speech[1].speaker = "Lee";
  const auto claims = sentence.Claims(ClaimView::kClause, speech);
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[1].speaker, "Sato");
  EXPECT_EQ(claims[2].speaker, "Lee");
}

TEST(ExtractorTest, NeighboursKeepTheirSpacing) {
  EXPECT_THAT(ClauseClaims(R"(
    They they PRON PRP 4 nsubj
    did do AUX VBD 4 aux SpaceAfter=No
    n't not PART RB 4 advmod
    eat eat VERB VB 0 root
    it it PRON PRP 4 obj)"),
              ElementsAre("They | didn't eat | it"));
}

TEST(ExtractorTest, ConfidenceGrowsWithTheArcs) {
  const auto confidence = [](const char* probability) {
    const std::string misc = absl::StrCat(" ArcProb=", probability);
    return ParsedSentence(absl::StrCat("Ana Ana PROPN NNP 2 nsubj", misc, "\nate eat VERB VBD 0 root", misc,
                                       "\nfish fish NOUN NN 2 obj", misc))
        .Claims(ClaimView::kClause)
        .front()
        .confidence;
  };
  EXPECT_GT(confidence("0.99"), confidence("0.40"));
}

TEST(ExtractorTest, WhenAndAtWhatSomethingWasSaidIsNoClaimOfItsOwn) {
  const auto said = [](absl::string_view when) {
    return AtomicClaims(absl::StrReplaceAll(R"(
  Ana Ana PROPN NNP 2 nsubj Name=B-PER
  said say VERB VBD 0 root
  on on ADP IN 4 case
  WHEN WHEN PROPN NNP 2 obl
  that that SCONJ IN 7 mark
  rain rain NOUN NN 7 nsubj
  fell fall VERB VBD 2 ccomp SpaceAfter=No
  . . PUNCT . 2 punct)",
                                            {{"WHEN", when}}));
  };
  EXPECT_THAT(said("Monday"), ElementsAre("Ana | said | that rain fell", "rain | fell"));
  EXPECT_THAT(said("Lyon"), Contains("Ana | said on | Lyon"));
}

TEST(ExtractorTest, PhrasesWithinTheObjectMakeAtomicClaimsOfTheirOwn) {
  const ParsedSentence sentence(R"(
    Chad Chad PROPN NNP 2 nsubj
    signed sign VERB VBD 0 root
    a a DET DT 4 det
    treaty treaty NOUN NN 2 obj
    on on ADP IN 6 case
    fishing fishing NOUN NN 4 nmod
    with with ADP IN 8 case
    neighbours neighbour NOUN NNS 4 nmod
    of of ADP IN 11 case
    the the DET DT 11 det
    north north NOUN NN 8 nmod)");
  const auto claims = sentence.Claims(ClaimView::kAtomic);
  EXPECT_THAT(Describe(claims), ElementsAre("Chad | signed | a treaty", "Chad | signed a treaty on | fishing",
                                            "Chad | signed a treaty with | neighbours of the north",
                                            "Chad | signed a treaty with neighbours of | the north"));
  EXPECT_EQ(claims[1].predicate.lemma, "sign treaty on");
}

TEST(ExtractorTest, WhatNoDeniesKeepsItsPhrases) {
  EXPECT_THAT(AtomicClaims(R"(
    Police police NOUN NNS 2 nsubj
    found find VERB VBD 0 root
    no no DET DT 4 det
    trace trace NOUN NN 2 obj
    on on ADP IN 7 case
    the the DET DT 7 det
    boat boat NOUN NN 4 nmod)"),
              ElementsAre("Police | found | no trace on the boat", "Police | found no trace on | the boat"));
}

TEST(ExtractorTest, APartOfANameIsNotSplitOff) {
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    heads head VERB VBZ 0 root
    the the DET DT 4 det
    Bank Bank PROPN NNP 2 obj
    of of ADP IN 6 case
    Chad Chad PROPN NNP 4 nmod)"),
              ElementsAre("Ana | heads | the Bank of Chad"));
}

TEST(ExtractorTest, PrepositionsOfSeveralWordsAreOne) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    spoke speak VERB VBD 0 root
    on on ADP IN 4 case
    behalf behalf NOUN NN 2 obl
    of of ADP IN 7 case
    the the DET DT 7 det
    miners miner NOUN NNS 4 nmod)");
  const auto claims = sentence.Claims(ClaimView::kAtomic);
  EXPECT_THAT(Describe(claims), ElementsAre("Ana | spoke on behalf of | the miners"));
  EXPECT_EQ(claims[0].predicate.lemma, "speak on behalf of");
}

TEST(ExtractorTest, ANegatedArgumentNegatesItsClaimAlone) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    came come VERB VBD 0 root
    in in ADP IN 4 case
    May May PROPN NNP 2 obl
    not not PART RB 7 advmod
    by by ADP IN 7 case
    train train NOUN NN 2 obl)");
  const auto claims = sentence.Claims(ClaimView::kAtomic);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].polarity, Polarity::kAffirmed);
  EXPECT_EQ(claims[1].polarity, Polarity::kNegated);
  EXPECT_EQ(claims[1].object.text, "train");
}

TEST(ExtractorTest, WhatPolarityAndModalitySayIsNoPartOfTheLemma) {
  const auto lemma = [](absl::string_view verb, absl::string_view lemma_of_verb) {
    return ParsedSentence(absl::StrCat("Ana Ana PROPN NNP 2 nsubj\n", verb, " ", lemma_of_verb,
                                       " VERB VBD 0 root\nto to PART TO 4 mark\nsign sign VERB VB 2 xcomp\n"
                                       "it it PRON PRP 4 obj"))
        .Claims(ClaimView::kClause)
        .front()
        .predicate.lemma;
  };
  EXPECT_EQ(lemma("failed", "fail"), "sign");
  EXPECT_EQ(lemma("planned", "plan"), "sign");
  EXPECT_EQ(lemma("managed", "manage"), "sign");
  EXPECT_EQ(lemma("tried", "try"), "try sign");
  EXPECT_EQ(lemma("began", "begin"), "begin sign");
}

TEST(ExtractorTest, TheFirstArgumentOfAVerbBelongsToTheAct) {
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    headed head VERB VBD 0 root
    for for ADP IN 4 case
    Chad Chad PROPN NNP 2 obl
    with with ADP IN 6 case
    Ben Ben PROPN NNP 2 obl)"),
              ElementsAre("Ana | headed for | Chad", "Ana | headed for Chad with | Ben"));
}

// ---- Trees that nobody wrote ----

// `words` words that all hang on the one before, with relation and tag taken in turn.
std::string Chain(int words, const std::vector<std::string>& kinds) {
  std::string lines;
  for (int i = 0; i < words; ++i) {
    absl::StrAppend(&lines, "w w ", kinds[static_cast<size_t>(i) % kinds.size()].substr(0, 8), " ", i, " ",
                    i == 0 ? "root" : kinds[static_cast<size_t>(i) % kinds.size()].substr(9), "\n");
  }
  return lines;
}

TEST(ExtractorTest, DeepTreesOfTenThousandWordsTakeLittleTimeAndText) {
  for (const std::vector<std::string>& kinds : std::vector<std::vector<std::string>>{
           {"VERB VBD ccomp"},
           {"VERB VB  xcomp"},
           {"VERB VBD conj"},
           {"NOUN NN  nmod", "VERB VBN acl"},
           {"NOUN NN  appos"},
           {"NOUN NN  nsubj", "VERB VBD acl:relcl"},
           {"VERB VBG advcl", "NOUN NN  nsubj"},
       }) {
    const ParsedSentence sentence(Chain(10000, kinds));
    for (ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
      size_t bytes = 0;
      for (const Claim& claim : sentence.Claims(view)) bytes += Describe(claim).size();
      EXPECT_LT(bytes, 20'000'000u) << kinds.front();
    }
  }
}

TEST(ExtractorTest, WideTreesOfTenThousandWordsTakeLittleTimeAndText) {
  for (absl::string_view dependent :
       {"VERB VBD 2 conj", "NOUN NN 2 obj", "NOUN NN 1 conj", "VERB VBN 1 acl", "NOUN NN 2 obl", "NOUN NN 2 nsubj",
        "VERB VB 2 xcomp", "VERB VBD 2 ccomp", "NOUN NN 1 appos", "ADV RB 2 advmod", "AUX MD 2 aux"}) {
    std::string lines = "a a NOUN NN 2 nsubj\nb b VERB VBD 0 root\n";
    for (int i = 0; i < 10000; ++i) absl::StrAppend(&lines, "c c ", dependent, "\n");
    const ParsedSentence sentence(lines);
    for (ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
      size_t bytes = 0;
      for (const Claim& claim : sentence.Claims(view)) bytes += Describe(claim).size();
      EXPECT_LT(bytes, 20'000'000u) << dependent;
    }
  }
}

// Of both views.
double TimeOf(const ParsedSentence& sentence) {
  return testing::ProcessorTime([&] {
    for (ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) sentence.Claims(view);
  });
}

TEST(ExtractorTest, TimeGrowsWithTheWordsAndNotWithTheirSquare) {
  constexpr int kFew = 2500;
  constexpr int kTimes = testing::kTimesAsLong;
  const auto wide = [](int words, absl::string_view dependent) {
    std::string lines = "a a NOUN NN 2 nsubj\nb b VERB VBD 0 root\n";
    for (int i = 0; i < words; ++i) absl::StrAppend(&lines, "c c ", dependent, "\n");
    return lines;
  };
  for (absl::string_view dependent :
       {"VERB VBD 2 conj", "NOUN NN 2 obj", "NOUN NN 1 conj", "VERB VBN 1 acl", "NOUN NN 2 obl", "NOUN NN 2 nsubj",
        "VERB VB 2 xcomp", "VERB VBD 2 ccomp", "NOUN NN 1 appos", "ADV RB 2 advmod", "AUX MD 2 aux", "NOUN NN 1 nmod",
        "ADP IN 1 case", "DET WDT 1 det", "PUNCT , 1 punct"}) {
    const double few = TimeOf(ParsedSentence(wide(kFew, dependent)));
    const double many = TimeOf(ParsedSentence(wide(kFew * kTimes, dependent)));
    EXPECT_LT(many, testing::MostForTimesAsLong(few)) << dependent;
  }
  for (const std::vector<std::string>& kinds : std::vector<std::vector<std::string>>{
           {"VERB VBD ccomp"},
           {"VERB VB  xcomp"},
           {"VERB VBD conj"},
           {"NOUN NN  nmod", "ADP  IN  case"},
           {"NOUN NN  nmod", "VERB VBN acl"},
           {"NOUN NN  appos"},
           {"NOUN NN  nsubj", "VERB VBD acl:relcl"},
       }) {
    const double few = TimeOf(ParsedSentence(Chain(kFew, kinds)));
    const double many = TimeOf(ParsedSentence(Chain(kFew * kTimes, kinds)));
    EXPECT_LT(many, testing::MostForTimesAsLong(few)) << kinds.front();
  }
}

// Every relation under every tag, with words hanging forward and backward.
TEST(ExtractorTest, AnyTreeGivesClaimsMadeOfItsOwnWords) {
  uint32_t seed = 12345;
  const auto next = [&seed](uint32_t bound) {
    seed = seed * 1664525u + 1013904223u;
    return static_cast<int>((seed >> 8) % bound);
  };
  for (int round = 0; round < 3000; ++round) {
    const int words = 1 + next(14);
    std::string lines;
    for (int i = 0; i < words; ++i) {
      const auto relation = static_cast<Relation>(next(static_cast<uint32_t>(Relation::kXcomp) + 1));
      const auto upos = static_cast<Upos>(next(static_cast<uint32_t>(Upos::kX) + 1));
      const auto xpos = static_cast<Xpos>(next(static_cast<uint32_t>(Xpos::kBracketClose) + 1));
      // Heads before or after, but acyclic: word k hangs on a word nearer the root in a fixed order from the middle.
      const int middle = words / 2;
      int head = 0;
      if (i < middle) head = i + 2 + next(static_cast<uint32_t>(middle - i));
      if (i > middle) head = middle + 1 + next(static_cast<uint32_t>(i - middle));
      absl::StrAppend(&lines, "w", i, " that ", ToString(upos).data(), " ", ToString(xpos).data(), " ", head, " ",
                      i == middle ? "root" : ToString(relation).data(), "\n");
    }
    const ParsedSentence sentence(lines);
    for (ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
      for (const Claim& claim : sentence.Claims(view)) {
        EXPECT_FALSE(claim.subject.text.empty());
        EXPECT_FALSE(claim.predicate.text.empty()) << lines;
        EXPECT_EQ(Unlicensed(claim, sentence.text()), "") << lines;
        EXPECT_EQ(claim.subject.text.find("  "), std::string::npos);
        EXPECT_FALSE(claim.rules.empty());
      }
    }
  }
}

// "RELATION AMOUNT UNIT" of the value that the reconciler takes from the claim's subject or object.
std::string Counted(const Value* value) {
  if (value == nullptr) return "none";
  return absl::StrCat(ToString(value->relation), " ", value->amount.ToString(), " ", value->unit);
}

TEST(ExtractorTest, TollsCountPeopleHoweverTheyAreTold) {
  struct Toll {
    const char* tree;
    const Value* (*counted)(const Claim&);
    const char* value;
  };
  const Toll kTolls[] = {
      {R"(
    Twelve twelve NUM CD 2 nummod
    people people NOUN NNS 3 nsubj
    died die VERB VBD 0 root
    in in ADP IN 6 case
    the the DET DT 6 det
    fire fire NOUN NN 3 obl)",
       SubjectValue, "= 12 people"},
      {R"(
    Nine nine NUM CD 2 nummod
    people people NOUN NNS 4 nsubj:pass
    were be AUX VBD 4 aux:pass
    killed kill VERB VBN 0 root)",
       SubjectValue, "= 9 people"},
      {R"(
    The the DET DT 2 det
    sinking sinking NOUN NN 3 nsubj
    killed kill VERB VBD 0 root
    12 12 NUM CD 3 obj)",
       ObjectValue, "= 12 people"},
      {R"(
    12 12 NUM CD 2 nsubj
    died die VERB VBD 0 root
    in in ADP IN 5 case
    the the DET DT 5 det
    sinking sinking NOUN NN 2 obl)",
       SubjectValue, "= 12 people"},
      {R"(
    More more ADJ JJR 3 advmod
    than than ADP IN 1 fixed
    40 40 NUM CD 5 nsubj:pass
    were be AUX VBD 5 aux:pass
    injured injure VERB VBN 0 root)",
       SubjectValue, "> 40 people"},
      {R"(
    The the DET DT 2 det
    quake quake NOUN NN 3 nsubj
    left leave VERB VBD 0 root
    20 20 NUM CD 5 nummod
    dead dead ADJ JJ 3 xcomp)",
       ObjectValue, "= 20 people"},
      {R"(
    The the DET DT 2 det
    blast blast NOUN NN 3 nsubj
    claimed claim VERB VBD 0 root
    nine nine NUM CD 5 nummod
    lives life NOUN NNS 3 obj)",
       ObjectValue, "= 9 people"},
  };
  for (const Toll& toll : kTolls) {
    for (const ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
      const std::vector<Claim> claims = ParsedSentence(toll.tree).Claims(view);
      ASSERT_EQ(claims.size(), 1u) << toll.tree;
      EXPECT_EQ(Counted(toll.counted(claims[0])), toll.value) << toll.tree;
    }
  }
}

TEST(ExtractorTest, AnotherTwelveAreNotAllOfThem) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Another another DET DT 2 det
    12 12 NUM CD 4 nsubj:pass
    were be AUX VBD 4 aux:pass
    killed kill VERB VBN 0 root)")
                                        .Claims(ClaimView::kAtomic);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(Counted(SubjectValue(claims[0])), "= 12 ");
}

TEST(ExtractorTest, ARestrictedNounKeepsWhatRestrictsIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Norland Norland PROPN NNP 5 nsubj Name=B-ORG
    is be AUX VBZ 5 cop
    the the DET DT 5 det
    only only ADJ JJ 5 amod
    country country NOUN NN 0 root
    that that PRON WDT 8 nsubj
    has have AUX VBZ 8 aux
    banned ban VERB VBN 5 acl:relcl
    the the DET DT 10 det
    drug drug NOUN NN 8 obj)")
                                        .Claims(ClaimView::kAtomic);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(Describe(claims[0]), "Norland | is | the only country that has banned the drug");
}

TEST(ExtractorTest, AComparisonBelongsToItsAdjective) {
  for (const ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
    const std::vector<Claim> claims = ParsedSentence(R"(
    The the DET DT 2 det
    keeper keeper NOUN NN 4 nsubj
    is be AUX VBZ 4 cop
    smaller small ADJ JJR 0 root
    than than ADP IN 10 case
    the the DET DT 10 det
    6 6 NUM CD 9 nummod SpaceAfter=No
    - - PUNCT HYPH 7 punct SpaceAfter=No
    foot foot NOUN NN 10 compound
    striker striker NOUN NN 4 obl)")
                                          .Claims(view);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(Describe(claims[0]), "The keeper | is | smaller than the 6-foot striker");
    EXPECT_EQ(ObjectValue(claims[0]), nullptr);
  }
}

TEST(ExtractorTest, NotAThingDeniesIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    The the DET DT 2 det
    levy levy NOUN NN 5 nsubj
    is be AUX VBZ 5 cop
    a a DET DT 5 det
    penalty penalty NOUN NN 0 root SpaceAfter=No
    , , PUNCT , 9 punct
    not not PART RB 9 advmod
    a a DET DT 9 det
    tax tax NOUN NN 5 conj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(Describe(claims[1]), "The levy | is | a tax");
  EXPECT_EQ(claims[0].polarity, Polarity::kAffirmed);
  EXPECT_EQ(claims[1].polarity, Polarity::kNegated);
}

TEST(ExtractorTest, WhatIsArguedHoldsOnTheCondition) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    If if SCONJ IN 4 mark
    the the DET DT 3 det
    court court NOUN NN 4 nsubj
    agrees agree VERB VBZ 7 advcl
    , , PUNCT , 4 punct
    they they PRON PRP 7 nsubj
    argued argue VERB VBD 0 root
    that that SCONJ IN 12 mark
    the the DET DT 10 det
    mayor mayor NOUN NN 12 nsubj
    must must AUX MD 12 aux
    go go VERB VB 7 ccomp)")
                                        .Claims(ClaimView::kClause);
  for (const Claim& claim : claims) {
    const bool argued = claim.predicate.lemma == "argue";
    EXPECT_EQ(claim.modality, argued ? Modality::kAsserted : Modality::kConditional) << Describe(claim);
  }
}

TEST(ExtractorTest, OneOfSeveralIsWhoDidIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ana Ana PROPN NNP 2 nsubj Name=B-PER
    saw see VERB VBD 0 root
    one one NUM CD 2 obj
    of of ADP IN 6 case
    the the DET DT 6 det
    divers diver NOUN NNS 3 nmod
    who who PRON WP 9 nsubj:pass
    was be AUX VBD 9 aux:pass
    hurt hurt VERB VBN 6 acl:relcl
    in in ADP IN 12 case
    the the DET DT 12 det
    cave cave NOUN NN 9 obl)")
                                        .Claims(ClaimView::kClause);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(Describe(claims.back()), "one of the divers | was hurt in | the cave");
}

TEST(ExtractorTest, TheVerbBelowARelativePronounIsReached) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    The the DET DT 2 det
    court court NOUN NN 3 nsubj
    ordered order VERB VBD 0 root
    a a DET DT 5 det
    vote vote NOUN NN 3 obj
    that that PRON WDT 10 obj
    the the DET DT 8 det
    mayor mayor NOUN NN 10 nsubj
    had have AUX VBD 10 aux
    wanted want VERB VBN 5 acl:relcl
    to to PART TO 12 mark
    avoid avoid VERB VB 10 xcomp)")
                                        .Claims(ClaimView::kClause);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(Describe(claims.back()), "the mayor | had wanted to avoid | a vote");
}

TEST(ExtractorTest, WhomOneIsShownDoingItDoesIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    The the DET DT 2 det
    memos memo NOUN NNS 3 nsubj
    show show VERB VBP 0 root
    the the DET DT 5 det
    mayor mayor NOUN NN 3 obj
    complaining complain VERB VBG 5 acl
    about about ADP IN 9 case
    his his PRON PRP$ 9 nmod:poss
    adviser adviser NOUN NN 6 obl)")
                                        .Claims(ClaimView::kClause);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(Describe(claims.back()), "the mayor | complaining about | his adviser");
}

TEST(ExtractorTest, TalksWelcomeNoNote) {
  for (const Claim& claim : ParsedSentence(R"(
    The the DET DT 2 det
    talks talk NOUN NNS 5 nsubj:pass
    could could AUX MD 5 aux
    be be AUX VB 5 aux:pass
    saved save VERB VBN 0 root
    after after SCONJ IN 7 mark
    welcoming welcome VERB VBG 5 advcl
    a a DET DT 9 det
    note note NOUN NN 7 obj)")
                                .Claims(ClaimView::kClause)) {
    EXPECT_NE(claim.predicate.lemma, "welcome") << Describe(claim);
  }
}

TEST(ExtractorTest, AnArcThatIsHardlyBetterThanOthersMakesNoClaim) {
  constexpr absl::string_view kTree = R"(
    Ana Ana PROPN NNP 2 nsubj ArcProb=%s
    left leave VERB VBD 0 root)";
  for (const ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
    EXPECT_EQ(ParsedSentence(absl::StrReplaceAll(kTree, {{"%s", "0.60"}})).Claims(view).size(), 1u);
    EXPECT_TRUE(ParsedSentence(absl::StrReplaceAll(kTree, {{"%s", "0.15"}})).Claims(view).empty());
  }
}

TEST(ExtractorTest, TheNearestNameIsWhoDidIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ana Ana PROPN NNP 2 nsubj Name=B-PER
    met meet VERB VBD 0 root
    Ben Ben PROPN NNP 2 obj Name=B-PER
    and and CCONJ CC 5 cc
    Carl Carl PROPN NNP 3 conj Name=B-PER|SpaceAfter=No
    , , PUNCT , 9 punct
    who who PRON WP 9 nsubj
    was be AUX VBD 9 cop
    ill ill ADJ JJ 3 acl:relcl)")
                                        .Claims(ClaimView::kClause);
  ASSERT_FALSE(claims.empty());
  EXPECT_EQ(Describe(claims.back()), "Carl | was | ill");
}

TEST(ExtractorTest, WhatOneAuxiliarySaysOfTwoIsSaidOfBoth) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    17 17 NUM CD 2 nummod
    people people NOUN NNS 4 nsubj:pass
    were be AUX VBD 4 aux:pass
    killed kill VERB VBN 0 root
    and and CCONJ CC 7 cc
    5 5 NUM CD 7 nsubj
    wounded wound VERB VBN 4 conj)")
                                        .Claims(ClaimView::kAtomic);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(Describe(claims[1]), "5 | were wounded");
  EXPECT_EQ(Counted(SubjectValue(claims[1])), "= 5 people");
}

TEST(ExtractorTest, OfAPartAndItsWholeThePartCounts) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Four four NUM CD 5 nsubj
    of of ADP IN 4 case
    nine nine NUM CD 4 nummod
    wagons wagon NOUN NNS 1 nmod
    derailed derail VERB VBD 0 root)")
                                        .Claims(ClaimView::kAtomic);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(Counted(SubjectValue(claims[0])), "= 4 wagon");
}

// "Ana will leave in May or June": neither month is said to be the one.
TEST(ExtractorTest, AlternativesAreEachPossible) {
  constexpr char kTree[] = R"(
    Ana Ana PROPN NNP 3 nsubj
    %s %s AUX MD 3 aux
    leave leave VERB VB 0 root
    in in ADP IN 5 case
    May May PROPN NNP 3 obl
    %s %s CCONJ CC 7 cc
    June June PROPN NNP 5 conj)";
  const auto modalities = [&](absl::string_view auxiliary, absl::string_view conjunction) {
    const std::string tree = absl::StrFormat(kTree, auxiliary, auxiliary, conjunction, conjunction);
    std::vector<std::string> found;
    for (const Claim& claim : ParsedSentence(tree).Claims(ClaimView::kAtomic)) {
      if (!claim.object.empty()) found.push_back(absl::StrCat(claim.object.text, " ", ToString(claim.modality)));
    }
    return found;
  };
  EXPECT_EQ(modalities("will", "or"), (std::vector<std::string>{"May possible", "June possible"}));
  EXPECT_EQ(modalities("will", "and"), (std::vector<std::string>{"May planned", "June planned"}));
}

// "from a club, not from the firm of Ben": the firm's owner is no more a source than the firm.
TEST(ExtractorTest, WhatIsSplitOffANegatedPartIsNegated) {
  int found = 0;
  for (const Claim& claim : ParsedSentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    borrowed borrow VERB VBD 0 root
    money money NOUN NN 2 obj SpaceAfter=No
    , , PUNCT , 8 punct
    not not PART RB 8 advmod
    from from ADP IN 8 case
    the the DET DT 8 det
    firm firm NOUN NN 2 obl
    of of ADP IN 10 case
    Ben Ben PROPN NNP 8 nmod)")
                                .Claims(ClaimView::kAtomic)) {
    if (claim.object.text.find("money") != std::string::npos) continue;
    ++found;
    EXPECT_EQ(claim.polarity, Polarity::kNegated) << Describe(claim);
  }
  EXPECT_EQ(found, 2);
}

TEST(ExtractorTest, SeveralNamesAreNoneOfThem) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ana Ana PROPN NNP 4 nsubj Name=B-PER
    and and CCONJ CC 3 cc
    Ben Ben PROPN NNP 1 conj Name=B-PER
    agreed agree VERB VBD 0 root)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].subject.text, "Ana and Ben");
  EXPECT_EQ(claims[0].subject.entity, "");
}

TEST(ExtractorTest, ASubjectKeepsTheClauseThatSaysWhichOneItIs) {
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    law law NOUN NN 6 nsubj
    that that PRON WDT 5 obj
    Ana Ana PROPN NNP 5 nsubj
    wrote write VERB VBD 2 acl:relcl
    failed fail VERB VBD 0 root
    narrowly narrowly ADV RB 6 advmod)"),
              ElementsAre("Ana | wrote | The law", "The law that Ana wrote | failed | narrowly"));
}

TEST(ExtractorTest, TwoVerbsSideBySideHaveOneObject) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    bought buy VERB VBD 0 root
    and and CCONJ CC 4 cc
    sold sell VERB VBD 2 conj
    shares share NOUN NNS 4 obj)"),
              ElementsAre("Ana | bought | shares", "Ana | sold | shares"));
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    resigned resign VERB VBD 0 root
    and and CCONJ CC 4 cc
    sold sell VERB VBD 2 conj
    shares share NOUN NNS 4 obj)"),
              ElementsAre("Ana | resigned", "Ana | sold | shares"));
}

TEST(ExtractorTest, AModalIsSharedByAnAdjectiveAndAVerb) {
  EXPECT_THAT(ClauseClaims(R"(
    They they PRON PRP 4 nsubj
    should should AUX MD 4 aux
    be be AUX VB 4 cop
    closer close ADJ JJR 0 root
    and and CCONJ CC 6 cc
    cooperate cooperate VERB VB 4 conj)"),
              ElementsAre("They | should be | closer", "They | should cooperate"));
}

TEST(ExtractorTest, WhoeverIsAskedDoesNotAsk) {
  EXPECT_THAT(ClauseClaims(R"(
    When when ADV WRB 2 advmod
    asked ask VERB VBD 7 advcl
    if if SCONJ IN 5 mark
    he he PRON PRP 5 nsubj
    paid pay VERB VBD 2 ccomp
    Ben Ben PROPN NNP 7 nsubj
    left leave VERB VBD 0 root
    Lyon Lyon PROPN NNP 7 obj)"),
              ElementsAre("he | paid", "Ben | left | Lyon | When asked if he paid"));
}

TEST(ExtractorTest, WhoIsBlamedForAnActIsWhoDidIt) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    slammed slam VERB VBD 0 root
    Ben Ben PROPN NNP 2 obj
    for for SCONJ IN 5 mark
    hiding hide VERB VBG 2 advcl
    papers paper NOUN NNS 5 obj)"),
              ElementsAre("Ana | slammed | Ben | for: hiding papers", "Ben | hiding | papers"));
}

TEST(ExtractorTest, AnAdverbialIsNoSubject) {
  EXPECT_THAT(ClauseClaims(R"(
    in in ADP IN 2 case
    weeks week NOUN NNS 3 compound
    senators senator NOUN NNS 4 nsubj
    left leave VERB VBD 0 root
    Lyon Lyon PROPN NNP 4 obj)"),
              IsEmpty());
  EXPECT_THAT(ClauseClaims(R"(
    At at ADP IN 2 case
    least least ADJ JJS 3 nmod
    12 12 NUM CD 4 nsubj
    died die VERB VBD 0 root)"),
              ElementsAre("At least 12 | died"));
}

TEST(ExtractorTest, TheSecondRelativeClauseSaysOfTheSameNoun) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    wrote write VERB VBD 0 root
    a a DET DT 4 det
    plan plan NOUN NN 2 obj
    that that PRON WDT 6 nsubj
    saved save VERB VBD 4 acl:relcl
    jobs job NOUN NNS 6 obj
    and and CCONJ CC 10 cc
    that that PRON DT 10 nsubj
    cut cut VERB VBD 6 conj
    costs cost NOUN NNS 10 obj)"),
              ElementsAre("Ana | wrote | a plan that saved jobs and that cut costs", "a plan | saved | jobs",
                          "a plan | cut | costs"));
}

TEST(ExtractorTest, AMoveIsWhatWasDoneRatherThanItsObject) {
  EXPECT_THAT(ClauseClaims(R"(
    Lyon Lyon PROPN NNP 2 nsubj
    closed close VERB VBD 0 root
    its its PRON PRP$ 4 nmod:poss
    port port NOUN NN 2 obj
    , , PUNCT , 7 punct
    a a DET DT 7 det
    move move NOUN NN 4 appos)"),
              ElementsAre("Lyon | closed | its port"));
}

TEST(ExtractorTest, ALackAndAComparisonAreNoIdentity) {
  EXPECT_THAT(ClauseClaims(R"(
    No no DET DT 2 det
    peace peace NOUN NN 0 root
    , , PUNCT , 5 punct
    no no DET DT 5 det
    justice justice NOUN NN 2 appos)"),
              IsEmpty());
}

TEST(ExtractorTest, WhoCouldNotBeMoreIsNotLess) {
  EXPECT_THAT(ClauseClaims(R"(
    I I PRON PRP 6 nsubj
    could could AUX MD 6 aux
    n't not PART RB 6 advmod
    be be AUX VB 6 cop
    more more ADV RBR 6 advmod
    proud proud ADJ JJ 0 root
    to to PART TO 8 mark
    help help VERB VB 6 xcomp
    Ben Ben PROPN NNP 8 obj)"),
              IsEmpty());
}

TEST(ExtractorTest, ADoubtAtTheBeginningIsOfTheClause) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Perhaps perhaps ADV RB 3 advmod
    the the DET DT 3 det
    way way NOUN NN 6 nsubj
    was be AUX VBD 6 cop
    too too ADV RB 6 advmod
    long long ADJ JJ 0 root)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].modality, Modality::kPossible);
}

TEST(ExtractorTest, WhatNeitherDidIsDenied) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    neither neither CCONJ CC 2 cc:preconj
    Ana Ana PROPN NNP 3 nmod:poss
    health health NOUN NN 7 nsubj
    nor nor CCONJ CC 5 cc
    work work NOUN NN 3 conj
    was be AUX VBD 7 cop
    good good ADJ JJ 0 root)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].polarity, Polarity::kNegated);
}

TEST(ExtractorTest, WhereItWasIsToldByWhatHappenedThere) {
  EXPECT_THAT(ClauseClaims(R"(
    It it PRON PRP 4 nsubj
    was be AUX VBD 4 cop
    in in ADP IN 4 case
    Lyon Lyon PROPN NNP 0 root
    that that SCONJ IN 7 mark
    Ana Ana PROPN NNP 7 nsubj
    left leave VERB VBD 4 ccomp
    Ben Ben PROPN NNP 7 obj)"),
              ElementsAre("Ana | left | Ben"));
}

TEST(ExtractorTest, WhomOneAsksIsToDoIt) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    Ben Ben PROPN NNP 2 obj
    to to PART TO 6 mark
    " " PUNCT `` 6 punct
    refrain refrain VERB VB 2 advcl
    from from SCONJ IN 8 mark
    smoking smoke VERB VBG 6 advcl
    cigars cigar NOUN NNS 8 obj)"),
              ElementsAre("Ana | asked | Ben | to: \" refrain from smoking cigars", "Ben | smoking | cigars"));
}

TEST(ExtractorTest, AVerbThatDisagreesWithItsNounSaysNothingOfIt) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    issues issue VERB VBZ 0 root
    licences licence NOUN NNS 2 obj
    who who PRON WP 5 nsubj
    stands stand VERB VBZ 3 acl:relcl
    alone alone ADV RB 5 advmod)"),
              ElementsAre("Ana | issues | licences who stands alone"));
}

TEST(ExtractorTest, WhatOneIsToDoIsToCome) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ministers minister NOUN NNS 4 nsubj:outer
    are be AUX VBP 4 cop
    to to PART TO 4 mark
    sign sign VERB VB 0 root
    it it PRON PRP 4 obj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(Describe(claims[0]), "Ministers | are to sign | it");
  EXPECT_EQ(claims[0].modality, Modality::kPlanned);
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    plan plan NOUN NN 5 nsubj:outer
    is be AUX VBZ 5 cop
    to to PART TO 5 mark
    sign sign VERB VB 0 root
    it it PRON PRP 5 obj)"),
              ElementsAre("The plan | is | to sign it"));
}

TEST(ExtractorTest, WhatIsAnnouncedIsToldOf) {
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    merger merger NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    announced announce VERB VBN 0 root
    on on ADP IN 6 case
    Monday Monday PROPN NNP 4 obl)"),
              ElementsAre("The merger | was announced on | Monday"));
}

TEST(ExtractorTest, WhatFollowsButIsAffirmed) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    They they PRON PRP 4 nsubj
    were be AUX VBD 4 cop
    not not PART RB 4 advmod
    lines line NOUN NNS 0 root
    but but CCONJ CC 7 cc
    an a DET DT 7 det
    opening opening NOUN NN 4 conj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].polarity, Polarity::kNegated);
  EXPECT_EQ(claims[1].polarity, Polarity::kAffirmed);
  EXPECT_EQ(Describe(claims[1]), "They | were | an opening");
}

TEST(ExtractorTest, OfWhatWasNotSeenNothingIsSaid) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    saw see VERB VBD 0 root
    no no DET DT 4 det
    crimes crime NOUN NNS 2 obj
    that that PRON WDT 7 nsubj:pass
    were be AUX VBD 7 aux:pass
    committed commit VERB VBN 4 acl:relcl)"),
              ElementsAre("Ana | saw | no crimes that were committed"));
}

TEST(ExtractorTest, WhatIsDoneToOneIsDoneTwice) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    treated treat VERB VBN 0 root
    and and CCONJ CC 5 cc
    declared declare VERB VBD 3 conj
    healthy healthy ADJ JJ 5 xcomp)"),
              ElementsAre("Ana | was treated", "Ana | was declared | healthy"));
}

TEST(ExtractorTest, TheSameAmountInOtherWordsIsNoAlternative) {
  for (const Claim& claim : ParsedSentence(R"(
    Shares share NOUN NNS 2 nsubj
    fell fall VERB VBD 0 root
    600 600 NUM CD 4 nummod
    points point NOUN NNS 2 obj
    , , PUNCT , 8 punct
    or or CCONJ CC 8 cc
    2.3 2.3 NUM CD 8 nummod
    % % SYM NN 4 conj)")
                                .Claims(ClaimView::kClause)) {
    EXPECT_EQ(claim.modality, Modality::kAsserted) << Describe(claim);
  }
}

TEST(ExtractorTest, WhatWasNotPreventedIsNotUndone) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    It it PRON PRP 4 nsubj
    has have AUX VBZ 4 aux
    n't not PART RB 4 advmod
    prevented prevent VERB VBN 0 root
    Ana Ana PROPN NNP 4 obj
    from from SCONJ IN 7 mark
    leaving leave VERB VBG 4 advcl
    Lyon Lyon PROPN NNP 7 obj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(Describe(claims[1]), "Ana | leaving | Lyon");
  EXPECT_EQ(claims[1].polarity, Polarity::kAffirmed);
}

TEST(ExtractorTest, OnePersonIsNotSeveral) {
  EXPECT_THAT(ClauseClaims(R"(
    Ana Ana PROPN NNP 0 root Name=B-PER
    , , PUNCT , 4 punct
    all all DET DT 4 det
    contenders contender NOUN NNS 1 appos)"),
              IsEmpty());
}

// "'we were late, we lost,' said Sato": the tree has the first half as what was said, the speech knows the whole.
TEST(ExtractorTest, WhatIsQuotedDoesNotSayTheQuotation) {
  // "Voters, in May," said Ana Ruiz, of which the tree has the voters say it.
  const ParsedSentence sentence(R"(
    " " PUNCT `` 2 punct SpaceAfter=No
    Voters voter NOUN NNS 7 nsubj
    chose choose VERB VBD 2 acl
    May May PROPN NNP 3 obj SpaceAfter=No
    , , PUNCT , 2 punct SpaceAfter=No
    " " PUNCT '' 2 punct
    said say VERB VBD 0 root
    Ana Ana PROPN NNP 7 obj Name=B-PER
    Ruiz Ruiz PROPN NNP 8 flat Name=I-PER|SpaceAfter=No
    . . PUNCT . 7 punct)");
  Speech speech;
  const auto span = [&](int32_t first, int32_t last) {
    return ByteSpan{sentence.analysis().word(first).span.begin, sentence.analysis().word(last).span.end};
  };
  speech.cue = {span(6, 6)};
  speech.cue_word = 6;
  speech.source = {span(7, 8)};
  speech.source_word = 7;
  speech.speaker = "Ana Ruiz";
  speech.content = {span(0, 5)};
  speech.quoted = true;
  const auto claims = [&](const Speech& said) {
    return Describe(sentence.Claims(ClaimView::kAtomic, absl::MakeConstSpan(&said, 1)));
  };
  EXPECT_THAT(claims(speech), Contains(HasSubstr("Ana Ruiz | said")));
  EXPECT_THAT(claims(speech), Not(Contains(HasSubstr("Voters | said"))));
  speech.content = {span(3, 5)};
  EXPECT_THAT(claims(speech), Not(Contains(HasSubstr("Ana Ruiz | said")))) << "who is not quoted may say it";
}

TEST(ExtractorTest, WhatWasSaidIsTheWholeQuotation) {
  const ParsedSentence sentence(R"(
    We we PRON PRP 2 nsubj
    waited wait VERB VBD 6 ccomp
    , , PUNCT , 2 punct
    we we PRON PRP 5 nsubj
    lost lose VERB VBD 2 parataxis
    said say VERB VBD 0 root
    Sato Sato PROPN NNP 6 nsubj)");
  Speech speech;
  speech.cue_word = 5;
  speech.source_word = 6;
  speech.source = {{26, 30}};
  speech.content = {{0, 19}};
  speech.quoted = true;
  speech.speaker = "Sato";
  const auto claims = sentence.Claims(ClaimView::kClause, absl::MakeConstSpan(&speech, 1));
  const auto said = std::find_if(claims.begin(), claims.end(), [](const Claim& c) { return c.subject.text == "Sato"; });
  ASSERT_NE(said, claims.end()) << sentence.text();
  EXPECT_EQ(said->object.text, "We waited , we lost") << sentence.text();
}

TEST(ExtractorTest, WhoIsAPersonRatherThanTheControlsTheyAreAt) {
  EXPECT_THAT(ClauseClaims(R"(
    The the DET DT 2 det
    man man NOUN NN 9 nsubj
    at at ADP IN 4 case
    controls control NOUN NNS 2 nmod
    , , PUNCT , 7 punct
    who who PRON WP 7 nsubj
    escaped escape VERB VBD 4 acl:relcl
    unhurt unhurt ADJ JJ 7 xcomp
    left leave VERB VBD 0 root
    Lyon Lyon PROPN NNP 9 obj)"),
              ElementsAre("The man at controls | escaped | unhurt", "The man at controls | left | Lyon"));
}

TEST(ExtractorTest, WhatSomebodyIsDealtWithForIsTheirAct) {
  EXPECT_THAT(ClauseClaims(R"(
    Judges judge NOUN NNS 2 nsubj
    absolved absolve VERB VBD 0 root
    a a DET DT 4 det
    baker baker NOUN NN 2 obj
    for for SCONJ IN 6 mark
    baking bake VERB VBG 2 advcl
    cakes cake NOUN NNS 6 obj)"),
              ElementsAre("Judges | absolved | a baker | for: baking cakes", "a baker | baking | cakes"));
}

TEST(ExtractorTest, WhoWasForcedDidIt) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    forced force VERB VBD 0 root
    Ben Ben PROPN NNP 2 obj
    to to PART TO 5 mark
    sell sell VERB VB 2 xcomp
    shares share NOUN NNS 5 obj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(Describe(claims[1]), "Ben | to sell | shares");
  EXPECT_EQ(claims[1].modality, Modality::kAsserted);
}

TEST(ExtractorTest, OfEitherAndOrNeitherIsCertain) {
  for (const Claim& claim : ParsedSentence(R"(
    Either either CCONJ CC 3 cc:preconj
    it it PRON PRP 3 nsubj
    sank sink VERB VBD 0 root
    or or CCONJ CC 6 cc
    it it PRON PRP 6 nsubj
    burned burn VERB VBD 3 conj)")
                                .Claims(ClaimView::kClause)) {
    EXPECT_EQ(claim.modality, Modality::kPossible) << Describe(claim);
  }
}

TEST(ExtractorTest, WhatIsYetToHappenSaysSo) {
  const std::vector<Claim> claims = ParsedSentence(R"(
    Ana Ana PROPN NNP 2 nsubj
    has have VERB VBZ 0 root
    yet yet ADV RB 2 advmod
    to to PART TO 5 mark
    pay pay VERB VB 2 xcomp
    taxes tax NOUN NNS 5 obj)")
                                        .Claims(ClaimView::kClause);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(Describe(claims[0]), "Ana | has yet to pay | taxes");
  EXPECT_EQ(claims[0].polarity, Polarity::kNegated);
}

TEST(ExtractorTest, AStrikeNobodyWantedIsNotOneThatIsWanted) {
  EXPECT_THAT(ClauseClaims(R"(
    This this PRON DT 5 nsubj
    is be AUX VBZ 5 cop
    not not PART RB 5 advmod
    a a DET DT 5 det
    strike strike NOUN NN 0 root
    Ana Ana PROPN NNP 7 nsubj
    wanted want VERB VBD 5 acl:relcl)"),
              ElementsAre("This | is not | a strike Ana wanted"));
}

TEST(ExtractorTest, WhatOneDidNotDoOrDoIsDeniedTwice) {
  for (const Claim& claim : ParsedSentence(R"(
    I I PRON PRP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    nod nod VERB VB 0 root
    or or CCONJ CC 6 cc
    change change VERB VBP 4 conj
    it it PRON PRP 6 obj)")
                                .Claims(ClaimView::kClause)) {
    EXPECT_EQ(claim.polarity, Polarity::kNegated) << Describe(claim);
  }
}

TEST(ExtractorTest, WhatIsUnclearIsSaidWithIt) {
  constexpr absl::string_view kUnclear = R"(
    It it PRON PRP 3 expl
    is be AUX VBZ 3 cop
    unclear unclear ADJ JJ 0 root
    whether whether SCONJ IN 6 mark
    Ruud Ruud PROPN NNP 6 nsubj
    came come VERB VBD 3 csubj)";
  EXPECT_THAT(AtomicClaims(kUnclear), Not(Contains(HasSubstr("| unclear |"))));
  EXPECT_THAT(AtomicClaims(kUnclear), Contains(HasSubstr("Ruud | came")));
}

TEST(ExtractorTest, AnAdverbOfTwoWordsIsNoObject) {
  constexpr absl::string_view kAtFirst = R"(
    Ruud Ruud PROPN NNP 2 nsubj
    waited wait VERB VBD 0 root
    at at ADP IN 4 case
    first first ADV RB 2 obl
    in in ADP IN 6 case
    Lyon Lyon PROPN NNP 2 obl)";
  EXPECT_THAT(AtomicClaims(kAtFirst), Not(Contains(HasSubstr("first"))));
  EXPECT_THAT(AtomicClaims(kAtFirst), Contains(HasSubstr("Lyon")));
}

TEST(ExtractorTest, WhenSomethingWasSaidIsNoClaimOfItsOwn) {
  EXPECT_THAT(AtomicClaims(R"(
    Ruud Ruud PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    in in ADP IN 5 case
    May May PROPN NNP 5 compound
    2014 2014 NUM CD 2 obl
    that that SCONJ IN 8 mark
    Ana Ana PROPN NNP 8 nsubj
    left leave VERB VBD 2 ccomp)"),
              ElementsAre(HasSubstr("Ruud | said | that Ana left"), HasSubstr("Ana | left")));
}

TEST(ExtractorTest, ANounThatSaysNothingWithoutItsComplementIsSaidWithIt) {
  EXPECT_THAT(AtomicClaims(R"(
    The the DET DT 2 det
    mayor mayor NOUN NN 3 nsubj
    ended end VERB VBD 0 root
    the the DET DT 5 det
    war war NOUN NN 3 obj
    on on ADP IN 7 case
    salt salt NOUN NN 3 obl)"),
              ElementsAre("The mayor | ended the war on | salt"));
  constexpr absl::string_view kGiven = R"(
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    given give VERB VBN 0 root
    NOUN NOUN NOUN NN 3 obj
    PREPOSITION PREPOSITION ADP IN 9 case
    a a DET DT 9 det
    mill mill NOUN NN 9 compound
    office office NOUN NN 9 compound
    computer computer NOUN NN 4 nmod
    with with ADP IN 12 case
    new new ADJ JJ 12 amod
    programs program NOUN NNS 9 nmod)";
  const auto given = [&](absl::string_view noun, absl::string_view preposition) {
    return AtomicClaims(
        absl::StrReplaceAll(kGiven, {{"NOUN NOUN", absl::StrCat(noun, " ", noun)},
                                     {"PREPOSITION PREPOSITION", absl::StrCat(preposition, " ", preposition)}}));
  };
  EXPECT_THAT(given("access", "to"), Contains(HasSubstr("Ana | was given access to | a mill office computer")));
  EXPECT_THAT(given("access", "to"), Not(Contains("Ana | was given | access")));
  EXPECT_THAT(given("access", "on"), Contains("Ana | was given | access"));
  EXPECT_THAT(given("money", "to"), Contains("Ana | was given | money"));
}

TEST(ExtractorTest, HowManyItWasIsComparedWithoutWhat) {
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    owns own VERB VBZ 0 root
    a a DET DT 6 det
    9 9 NUM CD 5 nummod
    percent percent NOUN NN 6 compound
    stake stake NOUN NN 2 obj
    in in ADP IN 10 case
    the the DET DT 10 det
    old old ADJ JJ 10 amod
    mill mill NOUN NN 6 nmod)"),
              Contains("Ana | owns | a 9 percent stake"));
}

constexpr absl::string_view kElects = R"(
    They they PRON PRP 4 nsubj
    AUX AUX AUX MD 4 aux
    not not PART RB 4 advmod
    elect elect VERB VB 0 root
    a a DET DT 6 det
    mayor mayor NOUN NN 4 obj
    who who PRON WP 8 nsubj
    lies lie VERB VBZ 6 acl:relcl)";

TEST(ExtractorTest, WhatOneMayNeverMeetIsWhatItsRelativeClauseMakesOfIt) {
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kElects, {{"AUX AUX AUX MD", "did do AUX VBD"}})),
              Contains("They | did not elect | a mayor who lies"));
  const std::string will = absl::StrReplaceAll(kElects, {{"AUX AUX", "will will"}, {"not not", "now now"}});
  EXPECT_THAT(AtomicClaims(will), Contains(HasSubstr("elect | a mayor who lies")));
  const std::string known = absl::StrReplaceAll(will, {{" a a DET DT 6 det", " our our PRON PRP$ 6 nmod:poss"}});
  EXPECT_THAT(AtomicClaims(known), Contains(HasSubstr("elect | our mayor")));
}

TEST(ExtractorTest, WhatThereIsNeedsNoRelativeClause) {
  EXPECT_THAT(AtomicClaims(R"(
    They they PRON PRP 2 nsubj
    elected elect VERB VBD 0 root
    a a DET DT 4 det
    mayor mayor NOUN NN 2 obj
    who who PRON WP 6 nsubj
    lies lie VERB VBZ 4 acl:relcl)"),
              Contains("They | elected | a mayor"));
}

TEST(ExtractorTest, PeopleAreThoseOfWhomItIsSaid) {
  constexpr absl::string_view kFires = R"(
    Fires fire NOUN NNS 2 nsubj
    hurt hurt VERB VBD 0 root
    people people NOUN NNS 2 obj
    who who PRON WP 5 nsubj
    smoke smoke VERB VBP 3 acl:relcl)";
  EXPECT_THAT(AtomicClaims(kFires), ElementsAre("Fires | hurt | people who smoke"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kFires, {{"people people", "miners miner"}})),
              ElementsAre("Fires | hurt | miners", "miners | smoke"));
}

TEST(ExtractorTest, AnAdverbOfDirectionBelongsToTheAct) {
  constexpr absl::string_view kMoves = R"(
    The the DET DT 2 det
    mill mill NOUN NN 4 nsubj
    should should AUX MD 4 aux
    move move VERB VB 0 root
    elsewhere elsewhere ADV RB 4 advmod)";
  EXPECT_THAT(AtomicClaims(kMoves), ElementsAre("The mill | should move | elsewhere"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kMoves, {{"elsewhere elsewhere", "soon soon"}})),
              ElementsAre("The mill | should move"));
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    sent send VERB VBD 0 root
    trucks truck NOUN NNS 2 obj
    west west ADV RB 2 advmod)"),
              ElementsAre("Ana | sent trucks | west"));
}

TEST(ExtractorTest, WhoIsCalledOnToDoAThingIsNotMerelyCalledOn) {
  constexpr absl::string_view kCalled = R"(
    Ana Ana PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    on on ADP IN 4 case
    Ruud Ruud PROPN NNP 2 obl
    to to PART TO 6 mark
    leave leave VERB VB 2 advcl)";
  EXPECT_THAT(AtomicClaims(kCalled), ElementsAre("Ana | called on Ruud to | leave"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kCalled, {{"called call", "sat sit"}})),
              Contains("Ana | sat on | Ruud"));
}

TEST(ExtractorTest, AnAdjectiveIsSaidWithWhatItIsLikenedTo) {
  constexpr absl::string_view kBold = R"(
    Ana Ana PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    as as ADV RB 4 advmod
    bold bold ADJ JJ 0 root
    as as ADP IN 6 case
    Ruud Ruud PROPN NNP 4 obl
    in in ADP IN 8 case
    Lyon Lyon PROPN NNP 4 obl)";
  EXPECT_THAT(AtomicClaims(kBold), ElementsAre("Ana | is as bold as | Ruud", "Ana | is as bold as Ruud in | Lyon"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kBold, {{"as as ADV RB 4 advmod", "too too ADV RB 4 advmod"}})),
              Contains("Ana | is | too bold"));
}

TEST(ExtractorTest, AnAdjectiveIsSaidWithWhatItNeeds) {
  constexpr absl::string_view kOpen = R"(
    Ana Ana PROPN NNP 3 nsubj
    is be AUX VBZ 3 cop
    open open ADJ JJ 0 root
    to to SCONJ IN 5 mark
    selling sell VERB VBG 3 advcl
    mills mill NOUN NNS 5 obj)";
  EXPECT_THAT(AtomicClaims(kOpen), Not(Contains("Ana | is | open")));
  EXPECT_THAT(AtomicClaims(kOpen), Contains("Ana | is open to | selling mills"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kOpen, {{"to to", "after after"}})), Contains("Ana | is | open"));
}

TEST(ExtractorTest, AVowIsWhatIsVowedWhateverStandsBetween) {
  constexpr absl::string_view kVowed = R"(
    Ana Ana PROPN NNP 2 nsubj
    vowed vow VERB VBD 0 root
    on on ADP IN 4 case
    Monday Monday PROPN NNP 2 obl
    to to PART TO 6 mark
    sell sell VERB VB 2 advcl
    mills mill NOUN NNS 6 obj)";
  EXPECT_THAT(AtomicClaims(kVowed), Contains("Ana | vowed to sell | mills"));
  EXPECT_THAT(AtomicClaims(kVowed), Not(Contains("Ana | vowed on | Monday")));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kVowed, {{"vowed vow", "appeared appear"}})),
              Contains("Ana | appeared on | Monday"));
}

TEST(ExtractorTest, WhomOneAccusesIsSaidWithOfWhat) {
  constexpr absl::string_view kAccused = R"(
    Ana Ana PROPN NNP 2 nsubj
    accused accuse VERB VBD 0 root
    Ruud Ruud PROPN NNP 2 obj
    of of SCONJ IN 5 mark
    lying lie VERB VBG 2 advcl)";
  EXPECT_THAT(AtomicClaims(kAccused), Not(Contains("Ana | accused | Ruud")));
  EXPECT_THAT(AtomicClaims(kAccused), Contains("Ana | accused Ruud of | lying"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kAccused, {{"accused accuse", "met meet"}, {"of of", "by by"}})),
              Contains("Ana | met | Ruud"));
}

TEST(ExtractorTest, WhomOneHearsOrAsksIsSaidWithWhat) {
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    heard hear VERB VBD 0 root
    Ruud Ruud PROPN NNP 2 obj
    shout shout VERB VB 2 ccomp)"),
              ElementsAre("Ana | heard Ruud | shout"));
  EXPECT_THAT(AtomicClaims(R"(
    Ana Ana PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    Ruud Ruud PROPN NNP 2 obj
    why why ADV WRB 6 advmod
    mills mill NOUN NNS 6 nsubj
    burn burn VERB VBP 2 ccomp)"),
              Not(Contains("Ana | asked | Ruud")));
}

TEST(ExtractorTest, WhileItLastedIsWhen) {
  constexpr absl::string_view kBurned = R"(
    Mills mill NOUN NNS 2 nsubj
    burned burn VERB VBD 0 root
    while while SCONJ IN 6 mark
    Ana Ana PROPN NNP 6 nsubj
    was be AUX VBD 6 aux
    sleeping sleep VERB VBG 2 advcl)";
  EXPECT_THAT(AtomicClaims(kBurned), Contains("Mills | burned while | Ana was sleeping"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kBurned, {{"sleeping sleep VERB VBG", "spared spare VERB VBN"}})),
              Contains("Mills | burned"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(
                  kBurned, {{"while while SCONJ IN 6 mark", ", , PUNCT , 7 punct\n while while SCONJ IN 7 mark"},
                            {" 6 nsubj", " 7 nsubj"},
                            {" 6 aux", " 7 aux"}})),
              Contains("Mills | burned"));
}

TEST(ExtractorTest, WhatHoldsUnderACertainCircumstanceAloneIsSaidWithIt) {
  constexpr absl::string_view kServes = R"(
    Ana Ana PROPN NNP 4 nsubj
    can can AUX MD 4 aux
    not not PART RB 4 advmod
    serve serve VERB VB 0 root
    in in ADP IN 6 case
    Lyon Lyon PROPN NNP 4 obl
    until until SCONJ IN 9 mark
    Ruud Ruud PROPN NNP 9 nsubj
    leaves leave VERB VBZ 4 advcl)";
  EXPECT_THAT(AtomicClaims(kServes), Not(Contains("Ana | can not serve in | Lyon")));
  EXPECT_THAT(AtomicClaims(kServes), Contains("Ana | can not serve in Lyon until | Ruud leaves"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kServes, {{"not not PART", "now now ADV"}})),
              Contains("Ana | can now serve in | Lyon"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kServes, {{"until until", "because because"}})),
              Contains("Ana | can not serve in | Lyon"));
  const std::string only = absl::StrReplaceAll(kServes, {{"not not PART", "only only ADV"}, {"until until", "if if"}});
  EXPECT_THAT(AtomicClaims(only), Not(Contains("Ana | can only serve in | Lyon")));
}

TEST(ExtractorTest, AnAdverbBeforeAPrepositionBelongsToTheVerb) {
  constexpr absl::string_view kCame = R"(
    It it PRON PRP 2 nsubj
    came come VERB VBD 0 root
    down down ADV RB 2 advmod
    to to ADP IN 5 case
    luck luck NOUN NN 2 obl)";
  EXPECT_THAT(AtomicClaims(kCame), ElementsAre("It | came down to | luck"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kCame, {{"down down", "late late"}})),
              ElementsAre("It | came to | luck"));
}

TEST(ExtractorTest, WhatIsPassedOverIsNotWhatWasDone) {
  constexpr absl::string_view kHunt = R"(
    Ana Ana PROPN NNP 2 nsubj
    led lead VERB VBD 0 root
    a a DET DT 4 det
    hunt hunt NOUN NN 2 obj
    against against ADP IN 6 case
    Ruud Ruud PROPN NNP 4 nmod
    and and CCONJ CC 10 cc
    not not PART RB 10 advmod
    a a DET DT 10 det
    search search NOUN NN 6 conj)";
  EXPECT_THAT(AtomicClaims(kHunt), Contains("Ana | led a hunt against | Ruud"));
  EXPECT_THAT(AtomicClaims(kHunt), Not(Contains(HasSubstr("hunt against | not"))));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kHunt, {{"not not PART", "also also ADV"}})),
              Contains(HasSubstr("hunt against | also a search")));
}

TEST(ExtractorTest, TwoDiversAreBothOfThem) {
  constexpr absl::string_view kDivers = R"(
    Ana Ana PROPN NNP 8 nsubj
    and and CCONJ CC 3 cc
    Ruud Ruud PROPN NNP 1 conj
    , , PUNCT , 6 punct
    two two NUM CD 6 nummod
    divers diver NOUN NNS 1 appos
    , , PUNCT , 6 punct
    left leave VERB VBD 0 root)";
  EXPECT_THAT(AtomicClaims(kDivers), Contains("Ana and Ruud | is | two divers"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kDivers, {{"two two NUM CD 6 nummod", "a a DET DT 6 det"},
                                                         {"divers diver NOUN NNS", "diver diver NOUN NN"}})),
              Contains("Ana | is | a diver"));
}

TEST(ExtractorTest, WhatOneWouldLikeDependsOnNothing) {
  const auto claims = ParsedSentence(R"(
    I I PRON PRP 3 nsubj
    would would AUX MD 3 aux
    like like VERB VB 0 root
    to to PART TO 5 mark
    thank thank VERB VB 3 xcomp
    Ana Ana PROPN NNP 5 obj)")
                          .Claims(ClaimView::kAtomic);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims.front().modality, Modality::kPlanned);
}

TEST(ExtractorTest, WhatIsAskedIsComparedWithNothing) {
  constexpr absl::string_view kWhether = R"(
    They they PRON PRP 2 nsubj
    asked ask VERB VBD 0 root
    whether whether SCONJ IN 5 mark
    Ana Ana PROPN NNP 5 nsubj
    left leave VERB VBD 2 ccomp)";
  EXPECT_THAT(AtomicClaims(kWhether), Not(Contains("Ana | left")));
  EXPECT_THAT(ClauseClaims(kWhether), Contains("Ana | left"));
  EXPECT_THAT(AtomicClaims(absl::StrReplaceAll(kWhether, {{"asked ask", "doubted doubt"}})), Contains("Ana | left"));
}

TEST(ExtractorTest, HowLongAfterAThingItWasBelongsToWhen) {
  constexpr absl::string_view kBurned = R"(
    It it PRON PRP 2 nsubj
    burned burn VERB VBD 0 root
    two two NUM CD 4 nummod
    days day NOUN NNS 7 nmod:unmarked
    after after ADP IN 7 case
    the the DET DT 7 det
    sale sale NOUN NN 2 obl)";
  EXPECT_THAT(AtomicClaims(kBurned), ElementsAre("It | burned two days after | the sale"));
  EXPECT_THAT(AtomicClaims(R"(
    It it PRON PRP 2 nsubj
    burned burn VERB VBD 0 root
    two two NUM CD 4 nummod
    days day NOUN NNS 7 obl:unmarked
    after after SCONJ IN 7 mark
    Ana Ana PROPN NNP 7 nsubj
    left leave VERB VBD 2 advcl)"),
              ElementsAre("It | burned two days after | Ana left", "Ana | left"));
}

TEST(ExtractorTest, WhoseWayItIsBelongsToTheWay) {
  constexpr absl::string_view kWay = R"(
    It it PRON PRP 2 nsubj
    cleared clear VERB VBD 0 root
    the the DET DT 4 det
    way way NOUN NN 2 obj
    for for ADP IN 6 case
    Ana Ana PROPN NNP 4 nmod
    to to PART TO 8 mark
    win win VERB VB 4 acl)";
  EXPECT_THAT(AtomicClaims(kWay), ElementsAre("It | cleared | the way for Ana to win"));
}

}  // namespace
}  // namespace consilience
