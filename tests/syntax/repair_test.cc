#include "engine/syntax/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace consilience {
namespace {

// One word a line: FORM LEMMA XPOS HEAD RELATION [B or I, within a person's name; N, no space behind].
class Tree {
 public:
  explicit Tree(absl::string_view lines) : lines_(absl::StrSplit(lines, '\n', absl::SkipWhitespace())) {
    for (const std::string& line : lines_) {
      const std::vector<absl::string_view> f = absl::StrSplit(line, ' ', absl::SkipEmpty());
      Word word;
      word.form = f[0];
      word.lemma = f[1];
      word.xpos = ParseXpos(f[2]).value();
      word.head = std::stoi(std::string(f[3])) - 1;
      word.relation = ParseRelation(f[4]).value();
      if (word.xpos == Xpos::kNnp || word.xpos == Xpos::kNnps) word.upos = Upos::kPropn;
      if (word.xpos == Xpos::kDt) word.upos = Upos::kDet;
      if (word.xpos == Xpos::kNn || word.xpos == Xpos::kNns) word.upos = Upos::kNoun;
      if (word.xpos == Xpos::kCd) word.upos = Upos::kNum;
      if (f[2].substr(0, 2) == "VB") word.upos = Upos::kVerb;
      if (word.xpos == Xpos::kJj) word.upos = Upos::kAdj;
      if (word.xpos == Xpos::kComma) word.upos = Upos::kPunct;
      const absl::string_view mark = f.size() > 5 ? f[5] : "";
      if (mark == "B" || mark == "I") word.name = NameKind::kPerson;
      word.space_after = mark != "N";
      if (word.xpos == Xpos::kIn) word.upos = Upos::kAdp;
      word.name_begins = mark == "B";
      words_.push_back(word);
    }
    EXPECT_TRUE(IsTree(words_));
    RepairTree(&words_);
    EXPECT_TRUE(IsTree(words_));
  }
  const Word& word(size_t number) const { return words_[number - 1]; }

 private:
  std::vector<std::string> lines_;
  std::vector<Word> words_;
};

TEST(RepairTest, OneOfSeveralIsOneOfThem) {
  const Tree tree(R"(
    Ana Ana NNP 7 nsubj
    and and CC 3 cc
    one one CD 1 conj
    of of IN 6 case
    her her PRP$ 6 nmod:poss
    clerks clerk NNS 1 nmod
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(6).head, 2);
}

TEST(RepairTest, WhatIsSaidBehindACommaOfOneOfSeveralIsSaidOfTheOne) {
  constexpr absl::string_view kBuilt = R"(
    One one CD 7 nsubj
    of of IN 4 case
    the the DT 4 det
    mills mill NNS 1 nmod
    , , , 6 punct
    built build VBN 4 acl
    burned burn VBD 0 root)";
  EXPECT_EQ(Tree(kBuilt).word(6).head, 0);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kBuilt, {{", , , 6 punct", "once once RB 6 advmod"}})).word(6).head, 3);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kBuilt, {{"One one CD", "Owners owner NNS"}})).word(6).head, 3);
}

TEST(RepairTest, SoLongAfterAThingIsNoPartOfWhatStandsBefore) {
  constexpr absl::string_view kCharge = R"(
    held hold VBN 0 root
    on on IN 4 case
    a a DT 4 det
    charge charge NN 1 obl
    DET three CD 6 nummod
    days day NNS 4 nmod:unmarked
    after after IN 9 case
    the the DT 9 det
    fire fire NN 1 obl)";
  EXPECT_EQ(Tree(kCharge).word(6).head, 8);
  // "last year after the fire"
  EXPECT_EQ(Tree(absl::StrReplaceAll(kCharge, {{"DET three CD 6 nummod", "last last JJ 6 amod"}})).word(6).head, 3);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kCharge, {{"after after", "near near"}})).word(6).head, 3);
}

TEST(RepairTest, ABareVerbIsJoinedToABareVerb) {
  constexpr absl::string_view kSell = R"(
    Clerks clerk NNS 3 nsubj
    may may MD 3 aux
    sell sell VB 0 root
    mills mill NNS 3 obj
    or or CC 6 cc
    bake bake VB 4 conj)";
  EXPECT_EQ(Tree(kSell).word(6).head, 2);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kSell, {{"bake bake VB", "cakes cake NNS"}})).word(6).head, 3);
}

TEST(RepairTest, ChargesAreLikeAndOther) {
  const Tree tree(R"(
    held hold VBN 0 root
    on on IN 3 case
    similar similar JJ 1 obl
    but but CC 5 cc
    separate separate JJ 6 amod
    charges charge NNS 1 obl)");
  EXPECT_EQ(tree.word(2).head, 5);
  EXPECT_EQ(tree.word(3).head, 5);
  EXPECT_EQ(tree.word(3).relation, Relation::kAmod);
  EXPECT_EQ(tree.word(5).head, 2);
  EXPECT_EQ(tree.word(5).relation, Relation::kConj);
}

TEST(RepairTest, WhomAThingIsByMadeIt) {
  constexpr absl::string_view kClaims = R"(
    It it PRP 2 nsubj
    names name VBZ 0 root
    claims claim NNS 2 obj
    Ana Ana NNP 3 appos B
    Lee Lee NNP 4 flat I
    made make VBN 3 acl
    in in IN 8 case
    Lyon Lyon NNP 6 obl)";
  const Tree tree(kClaims);
  EXPECT_EQ(tree.word(4).head, 5);
  EXPECT_EQ(tree.word(4).relation, Relation::kNsubj);
  EXPECT_EQ(tree.word(6).relation, Relation::kAclRelcl);
  const Tree aside(R"(
    It it PRP 2 nsubj
    names name VBZ 0 root
    mills mill NNS 2 obj
    , , , 5 punct
    Lee Lee NNP 3 appos
    made make VBN 3 acl
    in in IN 8 case
    Lyon Lyon NNP 6 obl)");
  EXPECT_EQ(aside.word(5).head, 2);
}

TEST(RepairTest, WhatAThingIsCalledIsNothingBesideIt) {
  constexpr absl::string_view kCalled = R"(
    She she PRP 2 nsubj
    called call VBD 0 root
    the the DT 4 det
    sale sale NN 2 obj
    of of IN 7 case
    the the DT 7 det
    mill mill NN 4 nmod
    a a DT 9 det
    fraud fraud NN 7 appos)";
  EXPECT_EQ(Tree(kCalled).word(9).head, 1);
  EXPECT_EQ(Tree(kCalled).word(9).relation, Relation::kXcomp);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kCalled, {{"called call", "saw see"}})).word(9).head, 6);
}

TEST(RepairTest, TheWayForSomebodyToWinIsAWayToWin) {
  constexpr absl::string_view kWay = R"(
    It it PRP 2 nsubj
    cleared clear VBD 0 root
    the the DT 4 det
    way way NN 2 obj
    for for IN 6 case
    Ana Ana NNP 4 nmod
    to to TO 8 mark
    win win VB 2 advcl)";
  EXPECT_EQ(Tree(kWay).word(8).head, 3);
  EXPECT_EQ(Tree(kWay).word(8).relation, Relation::kAcl);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kWay, {{"way way", "table table"}})).word(8).head, 1);
}

TEST(RepairTest, SomewhereElseIsOnePlace) {
  const Tree tree(R"(
    built build VBN 0 root
    somewhere somewhere RB 1 advmod
    else else RB 1 advmod)");
  EXPECT_EQ(tree.word(3).head, 1);
}

TEST(RepairTest, APowerGrabIsNothingThatWasGrabbed) {
  constexpr absl::string_view kGrab = R"(
    This this DT 4 nsubj
    is be VBZ 4 cop
    a a DT 4 det
    power power NN 0 root
    grab grab VBN 4 acl
    by by IN 7 case
    clerks clerk NNS 5 obl:agent)";
  const Tree tree(kGrab);
  EXPECT_EQ(tree.word(5).head, -1);
  EXPECT_EQ(tree.word(5).xpos, Xpos::kNn);
  EXPECT_EQ(tree.word(4).relation, Relation::kCompound);
  EXPECT_EQ(tree.word(1).head, 4);
  EXPECT_EQ(tree.word(7).relation, Relation::kNmod);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kGrab, {{"grab grab", "hurt hurt"}})).word(5).head, 3);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kGrab, {{"grab grab", "seized seize"}})).word(5).head, 3);
}

TEST(RepairTest, AParticipleThatNothingJoinsIsSaidOfTheNounBeforeIt) {
  constexpr absl::string_view kDenied = R"(
    They they PRP 2 nsubj
    have have VBP 0 root
    mills mill NNS 2 obj
    and and CC 5 cc
    shops shop NNS 3 conj
    once once RB 7 advmod
    built build VBN 2 conj
    here here RB 7 advmod)";
  EXPECT_EQ(Tree(kDenied).word(7).head, 4);
  EXPECT_EQ(Tree(kDenied).word(7).relation, Relation::kAcl);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kDenied, {{"once once RB", "and and CC"}, {"7 advmod", "7 cc"}})).word(7).head, 1);
}

TEST(RepairTest, WhatIsHopedIsHopedWhole) {
  constexpr absl::string_view kHoped = R"(
    She she PRP 5 nsubj
    praised praise VBD 0 root
    it it PRP 2 obj
    saying say VBG 2 advcl
    hopes hope VBZ 4 ccomp
    sales sale NNS 5 obj
    would would MD 9 aux
    be be VB 9 cop
    good good JJ 2 conj)";
  EXPECT_EQ(Tree(kHoped).word(9).head, 4);
  EXPECT_EQ(Tree(kHoped).word(9).relation, Relation::kCcomp);
  EXPECT_EQ(Tree(kHoped).word(6).head, 8);
  EXPECT_EQ(Tree(absl::StrReplaceAll(kHoped, {{"hopes hope", "sells sell"}})).word(6).head, 4);
}

TEST(RepairTest, AnAttorneyGeneralIsOnePerson) {
  const Tree tree(R"(
    Ana Ana NNP 7 nsubj B
    and and CC 3 cc
    Attorney attorney NNP 1 conj
    General General NNP 5 nmod:desc
    Ruud Ruud NNP 1 conj B
    Ode Ode NNP 5 flat I
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(3).head, 4);
  const Tree list(R"(
    Salt salt NNP 5 nsubj
    Bread bread NNP 1 conj
    and and CC 4 cc
    Ana Ana NNP 1 conj B
    left leave VBD 0 root)");
  EXPECT_EQ(list.word(2).head, 0);
}

TEST(RepairTest, AClauseBehindWhomOneTellsIsWhatIsTold) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj
    told tell VBD 0 root
    the the DT 4 det
    court court NN 2 iobj
    that that WDT 7 obj
    Ben Ben NNP 7 nsubj
    left leave VBD 4 acl:relcl)");
  EXPECT_EQ(tree.word(7).head, 1);
  EXPECT_EQ(tree.word(7).relation, Relation::kCcomp);
  EXPECT_EQ(tree.word(5).relation, Relation::kMark);
}

TEST(RepairTest, AClauseBehindADayIsWhatIsSaidOnIt) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj
    said say VBD 0 root
    on on IN 4 case
    Monday Monday NNP 2 obl
    that that IN 7 mark
    Ben Ben NNP 7 nsubj
    left leave VBD 4 acl)");
  EXPECT_EQ(tree.word(7).head, 1);
  EXPECT_EQ(tree.word(7).relation, Relation::kCcomp);
}

TEST(RepairTest, ANounKeepsItsOwnContentAndItsRelativeClause) {
  const Tree claim(R"(
    Ana Ana NNP 2 nsubj
    denied deny VBD 0 root
    the the DT 4 det
    claim claim NN 2 obj
    that that IN 7 mark
    Ben Ben NNP 7 nsubj
    left leave VBD 4 acl)");
  EXPECT_EQ(claim.word(7).head, 3);
  const Tree book(R"(
    Ana Ana NNP 2 nsubj
    wrote write VBD 0 root
    the the DT 4 det
    book book NN 2 obj
    that that WDT 7 obj
    Ben Ben NNP 7 nsubj
    read read VBD 4 acl:relcl)");
  EXPECT_EQ(book.word(7).head, 3);
  EXPECT_EQ(book.word(7).relation, Relation::kAclRelcl);
}

TEST(RepairTest, ATitleBesideItsBearerDescribesThem) {
  const Tree tree(R"(
    Attorney attorney NN 5 nsubj
    General General NNP 3 nmod:desc
    Ana Ana NNP 5 nsubj B
    Lee Lee NNP 3 flat I
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(1).head, 2);
  EXPECT_EQ(tree.word(1).relation, Relation::kNmodDesc);
  EXPECT_EQ(tree.word(3).relation, Relation::kNsubj);
}

TEST(RepairTest, WhomATownWasShownIsNoTitle) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    showed show VBD 0 root
    critics critic NNS 2 obj
    Ben Ben NNP 2 obj B)");
  EXPECT_EQ(tree.word(3).head, 1);
  EXPECT_EQ(tree.word(3).relation, Relation::kIobj);
}

TEST(RepairTest, AtLeastSoManyAreTheVerbsObject) {
  const Tree tree(R"(
    Storms storm NNS 2 nsubj
    killed kill VBD 0 root
    at at IN 4 case
    least least JJS 5 nmod
    20 20 CD 6 nummod
    people people NNS 2 obl)");
  EXPECT_EQ(tree.word(6).relation, Relation::kObj);
}

TEST(RepairTest, FewerThanSoManyAreTheVerbsSubject) {
  const Tree tree(R"(
    Fewer fewer JJR 5 advmod
    than than IN 3 case
    12 12 CD 1 obl
    were be VBD 5 aux:pass
    hurt hurt VBN 0 root)");
  EXPECT_EQ(tree.word(3).head, 4);
  EXPECT_EQ(tree.word(3).relation, Relation::kNsubjPass);
  EXPECT_EQ(tree.word(1).head, 2);
  EXPECT_EQ(tree.word(2).head, 0);
}

TEST(RepairTest, WhoDiesAgedSoManyHasAged) {
  const Tree died(R"(
    Ana Ana NNP 2 nsubj
    died die VBD 0 root
    aged aged JJ 2 xcomp
    83 83 CD 3 obl)");
  EXPECT_EQ(died.word(3).upos, Upos::kVerb);
  EXPECT_EQ(died.word(3).xpos, Xpos::kVbn);
  EXPECT_EQ(died.word(3).lemma, "age");
  const Tree cheese(R"(
    sold sell VBD 0 root
    aged aged JJ 3 amod
    cheese cheese NN 1 obj)");
  EXPECT_EQ(cheese.word(2).xpos, Xpos::kJj);
  EXPECT_EQ(cheese.word(2).lemma, "aged");
}

TEST(RepairTest, WhatMeasuresOrIsReachedIsNoObject) {
  const Tree measure(R"(
    Prices price NNS 2 nsubj
    rose rise VBD 0 root
    more more JJR 5 advmod
    than than IN 3 fixed
    5 5 CD 6 nummod
    percent percent NN 2 obl)");
  EXPECT_EQ(measure.word(6).relation, Relation::kObl);
  const Tree reached(R"(
    Prices price NNS 2 nsubj
    went go VBD 0 root
    up up RP 2 compound:prt
    to to IN 6 case
    5 5 CD 6 nummod
    dollars dollar NNS 2 obl)");
  EXPECT_EQ(reached.word(6).relation, Relation::kObl);
}

TEST(RepairTest, AnOfficeOfSeveralWordsDescribesItsBearer) {
  const Tree tree(R"(
    Minister minister NN 6 nsubj
    of of IN 3 case
    Health Health NNP 1 nmod
    Ana Ana NNP 6 nsubj B
    Lee Lee NNP 4 flat I
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(1).head, 3);
  EXPECT_EQ(tree.word(1).relation, Relation::kNmodDesc);
}

TEST(RepairTest, AnAttorneyGeneralIsOne) {
  const Tree tree(R"(
    The the DT 2 det
    attorney attorney NN 4 nsubj
    general general NN 4 nsubj
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(3).head, 1);
  EXPECT_EQ(tree.word(2).relation, Relation::kNsubj);
}

TEST(RepairTest, WhatOneIsBesideSomethingElseIsNobodyElse) {
  const Tree tree(R"(
    Ana Ana NNP 9 nsubj B
    , , , 4 punct
    a a DT 4 det
    lawyer lawyer NN 1 appos
    and and CC 7 cc
    a a DT 7 det
    critic critic NN 1 conj
    , , , 4 punct
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(7).head, 3);
  EXPECT_EQ(tree.word(7).relation, Relation::kConj);
}

TEST(RepairTest, WhoLeftIsTheOneBefore) {
  const Tree tree(R"(
    Ben Ben NNP 2 nsubj B
    quoted quote VBD 0 root
    Ana Ana NNP 2 obj B
    Lee Lee NNP 3 flat I
    , , , 7 punct
    who who WP 7 nsubj
    left leave VBD 2 conj)");
  EXPECT_EQ(tree.word(7).head, 2);
  EXPECT_EQ(tree.word(7).relation, Relation::kAclRelcl);
}

TEST(RepairTest, WhoeverStandsBehindTheWordsSaidThem) {
  const Tree tree(R"(
    You you PRP 2 nsubj
    lied lie VBD 6 ccomp
    , , , 2 punct
    Ana Ana NNP 2 nsubj B
    Lee Lee NNP 4 flat I
    said say VBD 0 root)");
  EXPECT_EQ(tree.word(4).head, 5);
}

TEST(RepairTest, ADayShowsNothing) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    filed file VBD 0 root
    papers paper NNS 2 obj
    Monday Monday NNP 2 obl:unmarked
    that that WDT 6 nsubj
    showed show VBD 4 acl:relcl
    it it PRP 6 obj)");
  EXPECT_EQ(tree.word(6).head, 2);
}

TEST(RepairTest, WhatIsConfirmedToSomeoneIsContent) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    confirmed confirm VBD 0 root
    to to IN 4 case
    Ben Ben NNP 2 obl B
    that that IN 7 mark
    he he PRP 7 nsubj
    left leave VBD 2 advcl)");
  EXPECT_EQ(tree.word(7).relation, Relation::kCcomp);
}

TEST(RepairTest, WhatIsSaidInALetterThatWasSentIsContent) {
  const auto verb = [](const std::string& sent) {
    return Tree(R"(
    Ana Ana NNP 2 nsubj B
    said say VBD 0 root
    in in IN 5 case
    a a DT 5 det
    letter letter NN 2 obl
    that that WDT 8 nsubj:pass
    was be VBD 8 aux:pass
    )" + sent + R"( VBN 5 acl:relcl
    that that IN 11 mark
    Ben Ben NNP 11 nsubj B
    left leave VBD 8 ccomp)");
  };
  const Tree sent = verb("sent send");
  EXPECT_EQ(sent.word(11).head, 1);
  EXPECT_EQ(sent.word(11).relation, Relation::kCcomp);
  EXPECT_EQ(verb("told tell").word(11).head, 7) << "that is what was told";
}

TEST(RepairTest, WhoIsDescribedBeforeTheirNameIsOneSubject) {
  const Tree tree(R"(
    A a DT 2 det
    lawyer lawyer NN 7 nsubj
    from from IN 4 case
    Lyon Lyon NNP 2 nmod
    , , , 2 punct
    Ana Ana NNP 7 nsubj B
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(2).head, 5);
  EXPECT_EQ(tree.word(2).relation, Relation::kAppos);
  const Tree said(R"(
    The the DT 2 det
    lawyer lawyer NN 5 nsubj
    , , , 2 punct
    Ana Ana NNP 5 nsubj B
    said say VBD 0 root)");
  EXPECT_EQ(said.word(2).head, 4);
}

TEST(RepairTest, AnInsertedSayingLeavesTheSubjectToWhatIsSaid) {
  const Tree tree(R"(
    Ana Ana NNP 4 nsubj B
    , , , 1 punct
    he he PRP 4 nsubj
    said say VBD 0 root
    , , , 4 punct
    left leave VBD 4 ccomp)");
  EXPECT_EQ(tree.word(1).head, 5);
  EXPECT_EQ(tree.word(3).head, 3);
}

TEST(RepairTest, AFiniteVerbIsJoinedToAFiniteOne) {
  const Tree within(R"(
    Ana Ana NNP 2 nsubj B
    left leave VBD 0 root
    , , , 4 punct
    saying say VBG 2 advcl
    he he PRP 6 nsubj
    paid pay VBD 4 ccomp
    and and CC 8 cc
    knew know VBD 4 conj)");
  EXPECT_EQ(within.word(8).head, 5);
  const Tree above(R"(
    Ana Ana NNP 2 nsubj B
    left leave VBD 0 root
    , , , 4 punct
    taking take VBG 2 advcl
    papers paper NNS 4 obj
    and and CC 7 cc
    went go VBD 4 conj)");
  EXPECT_EQ(above.word(7).head, 1);
  const Tree participle(R"(
    Ana Ana NNP 2 nsubj B
    saw see VBD 0 root
    a a DT 4 det
    guard guard NN 2 obj
    working work VBG 4 acl
    and and CC 7 cc
    stationed station VBD 5 conj
    there there RB 7 advmod)");
  EXPECT_EQ(participle.word(7).head, 4);
}

TEST(RepairTest, WhatIsFoundToGoIsTheSubjectOfGoing) {
  const Tree tree(R"(
    Auditors auditor NNS 2 nsubj
    found find VBD 0 root
    rules rule NNS 2 obj
    go go VBP 2 xcomp
    unheeded unheeded JJ 4 xcomp)");
  EXPECT_EQ(tree.word(3).head, 3);
  EXPECT_EQ(tree.word(3).relation, Relation::kNsubj);
  EXPECT_EQ(tree.word(4).relation, Relation::kCcomp);
  const Tree infinitive(R"(
    Auditors auditor NNS 2 nsubj
    told tell VBD 0 root
    clerks clerk NNS 2 obj
    to to TO 5 mark
    go go VB 2 xcomp)");
  EXPECT_EQ(infinitive.word(3).head, 1);
}

TEST(RepairTest, WhoIsShownToHaveSignedSigned) {
  const Tree tree(R"(
    Papers paper NNS 2 nsubj
    show show VBP 0 root
    Ana Ana NNP 2 obj
    signed sign VBD 2 ccomp
    it it PRP 4 obj)");
  EXPECT_EQ(tree.word(3).head, 3);
  EXPECT_EQ(tree.word(3).relation, Relation::kNsubj);
  const Tree own(R"(
    Papers paper NNS 2 nsubj
    show show VBP 0 root
    Ana Ana NNP 2 obj
    Ben Ben NNP 5 nsubj
    signed sign VBD 2 ccomp)");
  EXPECT_EQ(own.word(3).relation, Relation::kObj);
}

TEST(RepairTest, WhatPassedIsTheStormAndNotThoseItHit) {
  constexpr absl::string_view kHit = R"(
    Towns town NNS 0 root
    hit hit VBN 1 acl
    by by IN 5 case
    the the DT 5 det
    storm storm NN 2 obl:agent
    , , , 9 punct
    which which WDT 9 nsubj
    %s have VBZ 9 aux
    passed pass VBN 1 acl:relcl)";
  const Tree tree(absl::StrReplaceAll(kHit, {{"%s", "has"}}));
  EXPECT_EQ(tree.word(9).head, 4);
  const Tree several(absl::StrReplaceAll(kHit, {{"%s have VBZ", "have have VBP"}}));
  EXPECT_EQ(several.word(9).head, 0);
}

TEST(RepairTest, WhatAPlanIsCalledIsSaidOfIt) {
  const Tree tree(R"(
    Critics critic NNS 2 nsubj
    called call VBD 0 root
    it it PRP 2 obj
    a a DT 5 det
    fraud fraud NN 2 obj)");
  EXPECT_EQ(tree.word(3).relation, Relation::kObj);
  EXPECT_EQ(tree.word(5).relation, Relation::kXcomp);
}

TEST(RepairTest, WhoInsistsThatSomethingIsSoSaysIt) {
  const Tree tree(R"(
    Critics critic NNS 3 nsubj
    however however RB 3 advmod
    claims claim NNS 0 root
    she she PRP 5 nsubj
    left leave VBD 3 acl:relcl)");
  EXPECT_EQ(tree.word(3).xpos, Xpos::kVbz);
  EXPECT_EQ(tree.word(5).relation, Relation::kCcomp);
  const Tree noun(R"(
    These this DT 3 nsubj
    are be VBP 3 cop
    claims claim NNS 0 root
    she she PRP 5 nsubj
    made make VBD 3 acl:relcl)");
  EXPECT_EQ(noun.word(3).xpos, Xpos::kNns);
}

TEST(RepairTest, ADayBehindANameIsThatOfTheAct) {
  const Tree tree(R"(
    Ana Ana NNP 4 nsubj B
    on on IN 3 case
    Monday Monday NNP 1 nmod
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(3).head, 3);
  EXPECT_EQ(tree.word(3).relation, Relation::kObl);
  const Tree object(R"(
    Ana Ana NNP 2 nsubj B
    met meet VBD 0 root
    the the DT 5 det
    mayor mayor NN 5 compound
    Monday Monday NNP 2 obj)");
  EXPECT_EQ(object.word(4).relation, Relation::kObj);
  EXPECT_EQ(object.word(3).head, 3);
  EXPECT_EQ(object.word(5).relation, Relation::kOblUnmarked);
}

TEST(RepairTest, ADateMayDescribeAMeeting) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    recalls recall VBZ 0 root
    a a DT 4 det
    May May NNP 5 compound
    4 4 CD 2 obj
    , , , 5 punct
    2020 2020 CD 5 nmod:unmarked
    , , , 9 punct
    meeting meeting NN 2 advcl)");
  EXPECT_EQ(tree.word(9).head, 1);
  EXPECT_EQ(tree.word(9).relation, Relation::kObj);
  EXPECT_EQ(tree.word(3).head, 8);
  EXPECT_EQ(tree.word(4).head, 8);
  EXPECT_EQ(tree.word(5).head, 3);
}

TEST(RepairTest, ALawyerIsOneAndNamesOfOneListAreSeveral) {
  const Tree charges(R"(
    the the DT 2 det
    charges charge NNS 0 root
    against against IN 4 case
    Ana Ana NNP 2 nmod B
    , , , 7 punct
    a a DT 7 det
    lawyer lawyer NN 2 appos)");
  EXPECT_EQ(charges.word(7).head, 3);
  const Tree list(R"(
    Reds red NNPS 8 nsubj
    , , , 3 punct
    Union union NNP 1 appos B
    , , , 6 punct
    and and CC 6 cc
    Ana Ana NNP 1 conj B
    all all DT 8 advmod
    left leave VBD 0 root)");
  EXPECT_EQ(list.word(3).relation, Relation::kConj);
}

TEST(RepairTest, AnHonorificDescribesItsBearer) {
  const Tree tree(R"(
    Mrs. Mrs. NNP 3 nsubj
    Lee Lee NNP 3 nsubj B
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(1).head, 1);
  EXPECT_EQ(tree.word(1).relation, Relation::kNmodDesc);
}

TEST(RepairTest, WhoSpeaksBehindWhatIsSaidDoesNotDoIt) {
  const Tree tree(R"(
    Boats boat NNS 6 nsubj
    sank sink VBD 6 ccomp
    , , , 6 punct
    the the DT 5 det
    guard guard NN 6 nsubj
    said say VBD 0 root)");
  EXPECT_EQ(tree.word(1).head, 1);
  EXPECT_EQ(tree.word(5).head, 5);
}

TEST(RepairTest, ABareDateAndAPlaceOnADayAreOfTheAct) {
  const Tree date(R"(
    Ana Ana NNP 2 nsubj B
    imposed impose VBD 0 root
    duties duty NNS 2 obj
    Dec. December NNP 5 nmod:unmarked
    28 28 CD 3 appos)");
  EXPECT_EQ(date.word(5).head, 1);
  EXPECT_EQ(date.word(5).relation, Relation::kOblUnmarked);
  const Tree place(R"(
    Ana Ana NNP 2 nsubj B
    left leave VBD 0 root
    Lyon Lyon NNP 2 obj
    on on IN 5 case
    Monday Monday NNP 3 nmod)");
  EXPECT_EQ(place.word(5).head, 1);
  const Tree meeting(R"(
    Ana Ana NNP 2 nsubj B
    left leave VBD 0 root
    a a DT 4 det
    meeting meeting NN 2 obj
    on on IN 6 case
    Monday Monday NNP 4 nmod)");
  EXPECT_EQ(meeting.word(6).head, 3);
}

TEST(RepairTest, AWordOfSeveralHyphensIsOne) {
  Tree tree(R"(
    Ana Ana NNP 0 root B
    , , , 3 punct
    editor editor NN 1 appos N
    - - HYPH 3 punct N
    in in IN 7 case N
    - - HYPH 7 punct N
    chief chief NN 1 appos
    of of IN 9 case
    maps map NNS 7 nmod)");
  EXPECT_EQ(tree.word(7).head, 2);
  EXPECT_EQ(tree.word(9).head, 2);
}

TEST(RepairTest, TwoNamesAreWhoTheLawyersAre) {
  const Tree tree(R"(
    Lawyers lawyer NNS 7 nsubj
    , , , 3 punct
    Lee Lee NNP 1 appos B
    and and CC 5 cc
    Ode Ode NNP 1 conj B
    , , , 1 punct
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(5).head, 2);
}

TEST(RepairTest, AVerbWithoutSubjectGoesWithTheNearestThatHasOne) {
  const Tree tree(R"(
    Ballots ballot NNS 2 nsubj
    waited wait VBD 0 root
    but but CC 5 cc
    clerks clerk NNS 5 nsubj
    reversed reverse VBD 2 conj
    course course NN 5 obj
    and and CC 8 cc
    spoke speak VBD 2 conj)");
  EXPECT_EQ(tree.word(8).head, 4);
}

TEST(RepairTest, AParticipleIsJoinedToAParticiple) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    seeks seek VBZ 0 root
    papers paper NNS 2 obj
    found find VBN 3 acl
    but but CC 7 cc
    not not RB 7 advmod
    kept keep VBN 2 conj)");
  EXPECT_EQ(tree.word(7).head, 3);
}

TEST(RepairTest, ARankingMemberIsWhatOneIs) {
  const Tree tree(R"(
    Ana Ana NNP 8 nsubj B
    , , , 3 punct
    ranking rank VBG 1 acl
    member member NN 3 obj
    of of IN 6 case
    parliament parliament NN 4 nmod
    , , , 3 punct
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(4).head, 0);
  EXPECT_EQ(tree.word(4).relation, Relation::kAppos);
  EXPECT_EQ(tree.word(3).head, 3);
}

TEST(RepairTest, WhoIsDueToMeetIsDue) {
  const Tree tree(R"(
    Ministers minister NNS 5 nsubj:outer
    are be VBP 5 cop
    due due JJ 5 mark
    to to IN 3 fixed
    meet meet VB 0 root)");
  EXPECT_EQ(tree.word(5).head, 2);
  EXPECT_EQ(tree.word(5).relation, Relation::kXcomp);
  EXPECT_EQ(tree.word(1).head, 2);
  EXPECT_EQ(tree.word(4).relation, Relation::kMark);
}

TEST(RepairTest, YearsInPrisonAreSpentThere) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    got get VBD 0 root
    two two CD 4 nummod
    years year NNS 2 obl
    in in IN 6 case
    prison prison NN 2 obl)");
  EXPECT_EQ(tree.word(6).head, 3);
}

TEST(RepairTest, ABareVerbIsJoinedToAnInfinitive) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    ordered order VBD 0 root
    Ben Ben NNP 2 obj B
    to to TO 5 mark
    bake bake VB 2 xcomp
    and and CC 7 cc
    teach teach VB 2 conj)");
  EXPECT_EQ(tree.word(7).head, 4);
}

TEST(RepairTest, ADayIsNoSecondSubject) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    said say VBD 0 root
    Monday Monday NNP 2 nsubj
    that that IN 6 mark
    Ben Ben NNP 6 nsubj B
    left leave VBD 3 acl)");
  EXPECT_EQ(tree.word(3).relation, Relation::kOblUnmarked);
  EXPECT_EQ(tree.word(6).head, 1);
  EXPECT_EQ(tree.word(6).relation, Relation::kCcomp);
}

TEST(RepairTest, TheNounBehindWhatIsQuotedSpeaks) {
  const Tree tree(R"(
    " " `` 4 punct
    This this DT 4 nsubj
    was be VBD 4 cop
    abuse abuse NN 11 ccomp
    , , , 4 punct
    " " '' 4 punct
    Ana Ana NNP 4 appos B
    , , , 9 punct
    lawyer lawyer NN 7 appos
    , , , 9 punct
    said say VBD 0 root)");
  EXPECT_EQ(tree.word(7).head, 10);
  EXPECT_EQ(tree.word(7).relation, Relation::kNsubj);
}

TEST(RepairTest, TheWordsOfAPersonsNameHangTogether) {
  const Tree tree(R"(
    They they PRP 2 nsubj
    allowed allow VBD 0 root
    Ana Ana NNP 2 obj B
    Lee Lee NNP 2 obj I)");
  EXPECT_EQ(tree.word(4).head, 2);
  EXPECT_EQ(tree.word(4).relation, Relation::kFlat);
  const Tree title(R"(
    Speaker Speaker NNP 3 nsubj B
    Lee Lee NNP 3 nsubj I
    left leave VBD 0 root)");
  EXPECT_EQ(title.word(1).relation, Relation::kNmodDesc);
}

TEST(RepairTest, AGerundIsJoinedToAGerund) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    left leave VBD 0 root
    saying say VBG 2 advcl
    it it PRP 5 nsubj
    fails fail VBZ 3 ccomp
    and and CC 7 cc
    asking ask VBG 5 conj
    why why WRB 7 advmod)");
  EXPECT_EQ(tree.word(7).head, 2);
}

TEST(RepairTest, ASayingWithoutASubjectIsNoRelativeClause) {
  const Tree tree(R"(
    The the DT 2 det
    charge charge NN 5 nsubj
    alleges allege VBZ 2 acl:relcl
    Ana Ana NNP 3 obj B
    lied lie VBD 0 root)");
  EXPECT_EQ(tree.word(3).relation, Relation::kRoot);
  EXPECT_EQ(tree.word(2).head, 2);
  EXPECT_EQ(tree.word(5).head, 2);
  EXPECT_EQ(tree.word(5).relation, Relation::kCcomp);
  EXPECT_EQ(tree.word(4).head, 4);
  const Tree relative(R"(
    The the DT 2 det
    charge charge NN 5 nsubj
    police police NNS 4 nsubj
    announced announce VBD 2 acl:relcl
    failed fail VBD 0 root)");
  EXPECT_EQ(relative.word(4).relation, Relation::kAclRelcl);
}

TEST(RepairTest, ADayBehindWhatIsHeldIsThatOfTheHolding) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    held hold VBD 0 root
    talks talk NNS 2 obj
    Monday Monday NNP 3 nmod:unmarked)");
  EXPECT_EQ(tree.word(4).head, 1);
}

TEST(RepairTest, ASecondSayingIsTheSameSpeakers) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj B
    said say VBD 0 root
    Ben Ben NNP 4 nsubj B
    left leave VBD 2 ccomp
    and and CC 6 cc
    said say VBD 4 conj
    so so RB 6 advmod)");
  EXPECT_EQ(tree.word(6).head, 1);
}

TEST(RepairTest, ADayBehindAnOfficeIsThatOfTheAct) {
  const Tree tree(R"(
    The the DT 2 det
    mayor mayor NN 5 nsubj
    on on IN 4 case
    Monday Monday NNP 2 nmod
    left leave VBD 0 root)");
  EXPECT_EQ(tree.word(4).head, 4);
}

TEST(RepairTest, PoliceWhoShootAreNoShot) {
  const Tree tree(R"(
    Riots riot NNS 2 nsubj
    began begin VBD 0 root
    after after IN 5 case
    police police NN 5 compound
    shot shot NN 2 obl
    and and CC 7 cc
    killed kill VBD 2 conj
    Ana Ana NNP 7 obj B)");
  EXPECT_EQ(tree.word(4).relation, Relation::kNsubj);
  EXPECT_EQ(tree.word(5).relation, Relation::kAdvcl);
  EXPECT_EQ(tree.word(5).xpos, Xpos::kVbd);
  EXPECT_EQ(tree.word(7).head, 4);
}

TEST(RepairTest, AClauseBehindATimeIsWhatIsSaidThen) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj
    said say VBD 0 root
    the the DT 5 det
    next next JJ 5 amod
    day day NN 2 obj
    that that WDT 8 obj
    Ben Ben NNP 8 nsubj
    left leave VBD 5 acl:relcl)");
  EXPECT_EQ(tree.word(8).head, 1);
  EXPECT_EQ(tree.word(8).relation, Relation::kCcomp);
  EXPECT_EQ(tree.word(5).relation, Relation::kOblUnmarked);
}

TEST(RepairTest, WhatIsAskedIsNoCondition) {
  const auto tree_of = [](absl::string_view verb, absl::string_view between) {
    return Tree(absl::StrCat("Ana Ana NNP 2 nsubj\n", verb, " 0 root\n", between, R"(
      if if IN 6 mark
      Ben Ben NNP 6 nsubj
      left leave VBD 2 advcl)"));
  };
  EXPECT_EQ(tree_of("asked ask VBD", "her she PRP 2 iobj").word(6).relation, Relation::kCcomp);
  EXPECT_EQ(tree_of("laughed laugh VBD", "her she PRP 2 iobj").word(6).relation, Relation::kAdvcl);
  EXPECT_EQ(tree_of("asked ask VBD", ", , , 2 punct").word(6).relation, Relation::kAdvcl);
}

TEST(RepairTest, AContentHasAVerb) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj
    says say VBZ 0 root
    that that IN 5 mark
    most most JJS 5 amod
    members member NNS 2 obj
    backed back VBN 5 acl
    Ben Ben NNP 6 obj)");
  EXPECT_EQ(tree.word(6).head, 1);
  EXPECT_EQ(tree.word(6).relation, Relation::kCcomp);
  EXPECT_EQ(tree.word(5).head, 5);
  EXPECT_EQ(tree.word(5).relation, Relation::kNsubj);
  EXPECT_EQ(tree.word(3).head, 5);
}

TEST(RepairTest, WhatWasSaidInThePastIsNotJoinedToWhatIsSo) {
  const auto head_of_last = [](absl::string_view verb) {
    return Tree(absl::StrCat("Ana Ana NNP 2 nsubj\nsaid say VBD 0 root\nBen Ben NNP 4 nsubj\n", verb,
                             " 2 ccomp\nand and CC 6 cc\nwarned warn VBD 4 conj"))
        .word(6)
        .head;
  };
  EXPECT_EQ(head_of_last("sleeps sleep VBZ"), 1);
  EXPECT_EQ(head_of_last("slept sleep VBD"), 3);
}

TEST(RepairTest, WhatAgreesWithTheContentIsPartOfIt) {
  const auto head_of_last = [](absl::string_view verb, absl::string_view conjunct) {
    return Tree(absl::StrCat("Ana Ana NNP 2 nsubj\nsaid say VBD 0 root\nBen Ben NNP 4 nsubj\n", verb,
                             " 2 ccomp\nand and CC 7 cc\n", conjunct))
        .word(7)
        .head;
  };
  EXPECT_EQ(head_of_last("slept sleep VBD", "had have VBD 7 aux\nleft leave VBN 2 conj"), 3);
  EXPECT_EQ(head_of_last("sleeps sleep VBZ", "will will MD 7 aux\nleave leave VB 2 conj"), 3);
  EXPECT_EQ(head_of_last("slept sleep VBD", "soon soon RB 7 advmod\nleft leave VBD 2 conj"), 1);
}

TEST(RepairTest, AFiniteVerbIsNotJoinedToAnInfinitive) {
  const auto head_of_last = [](absl::string_view conjunct) {
    return Tree(absl::StrCat("Ana Ana NNP 2 nsubj\ntold tell VBD 0 root\nBen Ben NNP 2 obj\nto to TO 5 mark\n"
                             "go go VB 2 xcomp\nand and CC 7 cc\n",
                             conjunct))
        .word(7)
        .head;
  };
  EXPECT_EQ(head_of_last("left leave VBD 5 conj"), 1);
  EXPECT_EQ(head_of_last("sleep sleep VBP 5 conj"), 4);
}

TEST(RepairTest, WhoIsGivenSomethingIsNotWhatIsGiven) {
  const Tree tree(R"(
    Ana Ana NNP 2 nsubj
    gave give VBD 0 root
    Ben Ben NNP 2 obj
    the the DT 5 det
    key key NN 2 obj)");
  EXPECT_EQ(tree.word(3).relation, Relation::kIobj);
  EXPECT_EQ(tree.word(5).relation, Relation::kObj);
}

TEST(RepairTest, WhoIsAskedDoesNotSayThatTheyAsked) {
  const Tree tree(R"(
    Asked ask VBD 6 ccomp
    about about IN 3 case
    it it PRP 1 obl
    , , , 1 punct
    Ana Ana NNP 6 nsubj
    said say VBD 0 root
    Ben Ben NNP 8 nsubj
    left leave VBD 6 ccomp)");
  EXPECT_EQ(tree.word(1).relation, Relation::kAdvcl);
  EXPECT_EQ(tree.word(8).relation, Relation::kCcomp);
}

// Any tree, over words that the steps look for: what comes out is a tree.
TEST(RepairTest, WhateverTheTreeItStaysOne) {
  struct Form {
    const char* form;
    const char* lemma;
    Upos upos;
    Xpos xpos;
  };
  constexpr Form kForms[] = {
      {"said", "say", Upos::kVerb, Xpos::kVbd},       {"alleges", "allege", Upos::kVerb, Xpos::kVbz},
      {"left", "leave", Upos::kVerb, Xpos::kVbd},     {"paid", "pay", Upos::kVerb, Xpos::kVbn},
      {"killed", "kill", Upos::kVerb, Xpos::kVbd},    {"shot", "shot", Upos::kNoun, Xpos::kNn},
      {"go", "go", Upos::kVerb, Xpos::kVb},           {"asking", "ask", Upos::kVerb, Xpos::kVbg},
      {"ranking", "rank", Upos::kVerb, Xpos::kVbg},   {"to", "to", Upos::kPart, Xpos::kTo},
      {"are", "be", Upos::kAux, Xpos::kVbp},          {"due", "due", Upos::kAdj, Xpos::kJj},
      {"that", "that", Upos::kSconj, Xpos::kIn},      {"who", "who", Upos::kPron, Xpos::kWp},
      {"Ana", "Ana", Upos::kPropn, Xpos::kNnp},       {"Lee", "Lee", Upos::kPropn, Xpos::kNnp},
      {"Mrs.", "Mrs.", Upos::kPropn, Xpos::kNnp},     {"Monday", "Monday", Upos::kPropn, Xpos::kNnp},
      {"May", "May", Upos::kPropn, Xpos::kNnp},       {"4", "4", Upos::kNum, Xpos::kCd},
      {"mayor", "mayor", Upos::kNoun, Xpos::kNn},     {"lawyers", "lawyer", Upos::kNoun, Xpos::kNns},
      {"percent", "percent", Upos::kNoun, Xpos::kNn}, {"years", "year", Upos::kNoun, Xpos::kNns},
      {"prison", "prison", Upos::kNoun, Xpos::kNn},   {"in", "in", Upos::kAdp, Xpos::kIn},
      {"claims", "claim", Upos::kNoun, Xpos::kNns},   {"-", "-", Upos::kPunct, Xpos::kHyph},
      {",", ",", Upos::kPunct, Xpos::kComma},         {"\"", "\"", Upos::kPunct, Xpos::kQuoteClose},
      {"the", "the", Upos::kDet, Xpos::kDt},          {"and", "and", Upos::kCconj, Xpos::kCc},
      {"general", "general", Upos::kNoun, Xpos::kNn}, {"of", "of", Upos::kAdp, Xpos::kIn},
      {"one", "one", Upos::kNum, Xpos::kCd},          {"else", "else", Upos::kAdv, Xpos::kRb},
      {"days", "day", Upos::kNoun, Xpos::kNns},       {"after", "after", Upos::kAdp, Xpos::kIn},
      {"to", "to", Upos::kPart, Xpos::kTo},           {"for", "for", Upos::kAdp, Xpos::kIn},
      {"way", "way", Upos::kNoun, Xpos::kNn},         {"grab", "grab", Upos::kVerb, Xpos::kVbn},
      {"called", "call", Upos::kVerb, Xpos::kVbd},    {"a", "a", Upos::kDet, Xpos::kDt},
      {"built", "build", Upos::kVerb, Xpos::kVbn},    {"bake", "bake", Upos::kVerb, Xpos::kVb},
      {"like", "like", Upos::kAdj, Xpos::kJj}};
  constexpr Relation kRelations[] = {
      Relation::kNsubj,  Relation::kObj,      Relation::kObl,   Relation::kOblUnmarked, Relation::kConj,
      Relation::kCc,     Relation::kCcomp,    Relation::kXcomp, Relation::kAdvcl,       Relation::kAcl,
      Relation::kNmod,   Relation::kAclRelcl, Relation::kAppos, Relation::kCompound,    Relation::kFlat,
      Relation::kCase,   Relation::kMark,     Relation::kDet,   Relation::kNummod,      Relation::kNsubjOuter,
      Relation::kCop,    Relation::kAux,      Relation::kPunct, Relation::kParataxis,   Relation::kNmodUnmarked,
      Relation::kAdvmod, Relation::kAmod};
  std::mt19937 random(7);
  const auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
  for (int round = 0; round < 60000; ++round) {
    const size_t size = 2 + below(14);
    std::vector<Word> words(size);
    // Each word hangs on one that was placed before it.
    std::vector<size_t> order(size);
    std::iota(order.begin(), order.end(), size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    for (size_t k = 0; k < size; ++k) {
      const Form& form = kForms[below(std::size(kForms))];
      Word& word = words[order[k]];
      word.form = form.form;
      word.lemma = form.lemma;
      word.upos = form.upos;
      word.xpos = form.xpos;
      word.space_after = form.form[0] != '-' && below(4) != 0;
      if (form.upos == Upos::kPropn && below(3) != 0) word.name = NameKind::kPerson;
      word.name_begins = below(2) == 0;
      word.head = k == 0 ? kRoot : static_cast<int32_t>(order[below(k)]);
      word.relation = k == 0 ? Relation::kRoot : kRelations[below(std::size(kRelations))];
    }
    ASSERT_TRUE(IsTree(words));
    RepairTree(&words);
    ASSERT_TRUE(IsTree(words)) << "round " << round;
  }
}

}  // namespace
}  // namespace consilience
