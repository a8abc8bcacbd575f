#include "engine/claim/silence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/str_replace.h"
#include "claim/parsed_sentence.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// Why the clause that `form` heads makes no claim: whatever its parts are, or else with those that it has.
std::optional<Rule> WhySilent(absl::string_view tree, absl::string_view form,
                              absl::Span<const ByteSpan> unattributed = {}) {
  const ParsedSentence sentence(tree);
  const Analysis& analysis = sentence.analysis();
  const ClauseIndex clauses(analysis);
  const StatementMarks marks = MarkStatement(analysis);
  const std::vector<Assertion> assertions = AssertionsOf(analysis, marks, clauses.all());
  const SilenceRules silence(analysis, clauses, marks, assertions, unattributed);
  const auto clause = std::find_if(clauses.all().begin(), clauses.all().end(),
                                   [&](const Clause& c) { return analysis.word(c.head).form == form; });
  EXPECT_NE(clause, clauses.all().end()) << std::string(form) << " heads no clause";
  if (clause == clauses.all().end()) return std::nullopt;
  if (const std::optional<Rule> why = silence.Of(*clause)) return why;
  std::vector<Part> parts;
  const PartReader reader(analysis, clauses, marks, assertions, ClaimView::kClause);
  for (const Complement& complement : clause->complements) reader.Append(*clause, complement, &parts);
  return silence.Of(*clause, parts);
}

TEST(SilenceTest, AClauseThatSaysSomethingIsNotSilenced) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 2 nsubj
    sold sell VERB VBD 0 root
    cars car NOUN NNS 2 obj)",
                      "sold"),
            std::nullopt);
}

TEST(SilenceTest, WhateverIsMeantIsSaidOfNone) {
  const char* const kMight = R"(
    Shops shop NOUN NNS 6 nsubj
    that that PRON WDT 3 nsubj
    sell sell VERB VBP 1 acl:relcl
    cars car NOUN NNS 3 obj
    might might AUX MD 6 aux
    close close VERB VB 0 root)";
  const char* const kClosed = R"(
    Shops shop NOUN NNS 5 nsubj
    that that PRON WDT 3 nsubj
    sell sell VERB VBP 1 acl:relcl
    cars car NOUN NNS 3 obj
    closed close VERB VBD 0 root)";
  EXPECT_EQ(WhySilent(kMight, "sell"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(kClosed, "sell"), std::nullopt);
}

TEST(SilenceTest, WhatSomebodyIsAskedIsNotSaid) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    asked ask VERB VBN 0 root
    whether whether SCONJ IN 6 mark
    ships ship NOUN NNS 6 nsubj
    sank sink VERB VBD 3 ccomp)",
                      "sank"),
            Rule::kUnattributed);
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    whether whether SCONJ IN 5 mark
    ships ship NOUN NNS 5 nsubj
    sank sink VERB VBD 2 ccomp)",
                      "sank"),
            std::nullopt)
      << "she asks";
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    asked ask VERB VBN 0 root
    if if SCONJ IN 6 mark
    Ben Ben PROPN NNP 6 nsubj
    sank sink VERB VBD 3 ccomp
    who who PRON WP 8 nsubj
    left leave VERB VBD 5 acl:relcl)",
                      "left"),
            std::nullopt)
      << "he left";
}

TEST(SilenceTest, WhatIsOfferedMustBeSaid) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    offered offer VERB VBN 0 root
    and and CCONJ CC 5 cc
    accepted accept VERB VBD 3 conj
    jobs job NOUN NNS 5 obj)",
                      "offered"),
            Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(R"(
    Jobs job NOUN NNS 3 nsubj:pass
    were be AUX VBD 3 aux:pass
    offered offer VERB VBN 0 root)",
                      "offered"),
            std::nullopt);
}

TEST(SilenceTest, WhoCannotHelpButThinkThinks) {
  EXPECT_EQ(WhySilent(R"(
    I I PRON PRP 4 nsubj
    can can AUX MD 4 aux
    not not PART RB 4 advmod
    help help VERB VB 0 root
    but but CCONJ CC 6 cc
    laugh laugh VERB VB 4 conj)",
                      "help"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, WhatThereIsNoReasonForIsNotSaid) {
  EXPECT_EQ(WhySilent(R"(
    I I PRON PRP 2 nsubj
    see see VERB VBP 0 root
    no no DET DT 4 det
    reason reason NOUN NN 2 obj
    why why ADV WRB 8 advmod
    Ana Ana PROPN NNP 8 nsubj
    should should AUX MD 8 aux
    leave leave VERB VB 4 acl:relcl)",
                      "leave"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, WhatSomebodyIsMadeToDoIsNoPurpose) {
  const char* const kForced = R"(
    They they PRON PRP 2 nsubj
    forced force VERB VBD 0 root
    Ana Ana PROPN NNP 2 obj
    to to PART TO 5 mark
    leave leave VERB VB 2 xcomp
    Rome Rome PROPN NNP 5 obj)";
  const char* const kAsked = R"(
    They they PRON PRP 2 nsubj
    urged urge VERB VBD 0 root
    Ana Ana PROPN NNP 2 obj
    to to PART TO 5 mark
    leave leave VERB VB 2 xcomp
    Rome Rome PROPN NNP 5 obj)";
  EXPECT_EQ(WhySilent(kForced, "leave"), std::nullopt);
  EXPECT_EQ(WhySilent(kAsked, "leave"), Rule::kPurpose);
}

TEST(SilenceTest, AVerbThatDisagreesWithASharedSubjectIsGarbled) {
  const char* const kDisagrees = R"(
    Crews crew NOUN NNS 2 nsubj
    came come VERB VBD 0 root
    and and CCONJ CC 4 cc
    sells sell VERB VBZ 2 conj
    cars car NOUN NNS 4 obj)";
  const char* const kAgrees = R"(
    Crews crew NOUN NNS 2 nsubj
    came come VERB VBD 0 root
    and and CCONJ CC 4 cc
    sell sell VERB VBP 2 conj
    cars car NOUN NNS 4 obj)";
  EXPECT_EQ(WhySilent(kDisagrees, "sells"), Rule::kGarbled);
  EXPECT_EQ(WhySilent(kAgrees, "sell"), std::nullopt);
}

TEST(SilenceTest, OfNothingNothingIsSaid) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 2 nsubj
    found find VERB VBD 0 root
    no no DET DT 4 det
    letters letter NOUN NNS 2 obj
    that that PRON WDT 6 nsubj
    named name VERB VBD 4 acl:relcl
    Ben Ben PROPN NNP 6 obj)",
                      "named"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, ASubjectThatOnlyTheSentenceTellsIsAsking) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 2 nsubj
    met meet VERB VBD 0 root
    men man NOUN NNS 2 obj
    , , PUNCT , 8 punct
    most most ADJ JJS 8 nsubj
    of of ADP IN 7 case
    whom who PRON WP 5 nmod
    left leave VERB VBD 3 acl:relcl
    Rome Rome PROPN NNP 8 obj)",
                      "left"),
            Rule::kInterrogative);
}

TEST(SilenceTest, WhatIsComparedWithSaysNothing) {
  EXPECT_EQ(WhySilent(R"(
    Prices price NOUN NNS 2 nsubj
    rose rise VERB VBD 0 root
    faster fast ADV RBR 2 advmod
    than than SCONJ IN 6 mark
    Ana Ana PROPN NNP 6 nsubj
    hoped hope VERB VBD 3 advcl)",
                      "hoped"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, SayingNeedsWhatWasSaid) {
  EXPECT_EQ(WhySilent(R"(
    Ana Ana PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    on on ADP IN 4 case
    Monday Monday PROPN NNP 2 obl)",
                      "said"),
            Rule::kNothingSaid);
  // Of a deal it is news that it was announced.
  EXPECT_EQ(WhySilent(R"(
    The the DET DT 2 det
    deal deal NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    announced announce VERB VBN 0 root
    on on ADP IN 6 case
    Monday Monday PROPN NNP 4 obl)",
                      "announced"),
            std::nullopt);
}

TEST(SilenceTest, ACleftLeavesItToTheClauseWithin) {
  EXPECT_EQ(WhySilent(R"(
    It it PRON PRP 4 nsubj
    was be AUX VBD 4 cop
    in in ADP IN 4 case
    Lyon Lyon PROPN NNP 0 root
    that that SCONJ IN 7 mark
    Ana Ana PROPN NNP 7 nsubj
    left leave VERB VBD 4 acl:relcl)",
                      "Lyon"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, OnlyAClauseWithinTheQuotationIsNobodys) {
  const char* const kTree = R"(
    Ana Ana PROPN NNP 2 nsubj
    won win VERB VBD 0 root
    races race NOUN NNS 2 obj)";
  const ByteSpan all[] = {{0, 13}};
  const ByteSpan without_subject[] = {{4, 13}};
  EXPECT_EQ(WhySilent(kTree, "won", all), Rule::kUnattributed);
  EXPECT_EQ(WhySilent(kTree, "won", without_subject), std::nullopt);
}

TEST(SilenceTest, ThatAThingOccurredSaysNothingWithoutWhere) {
  constexpr absl::string_view kOccurred = R"(
    Contacts contact NOUN NNS 3 nsubj
    MAYBE maybe ADV RB 3 advmod
    occurred occur VERB VBD 0 root
    in in ADP IN 5 case
    Lyon Lyon PROPN NNP 3 obl)";
  const auto without = kOccurred.substr(0, kOccurred.find("    in"));
  EXPECT_EQ(WhySilent(without, "occurred"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(kOccurred, "occurred"), std::nullopt);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(without, {{"MAYBE maybe", "never never"}}), "occurred"), std::nullopt);
}

TEST(SilenceTest, WhomOneAskedSaysNothingOfWhat) {
  constexpr absl::string_view kAsked = R"(
    Ana Ana PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    Ruud Ruud PROPN NNP 2 obj Name=B-PER
    about about ADP IN 5 case
    mills mill NOUN NNS 2 obl)";
  EXPECT_EQ(WhySilent(kAsked.substr(0, kAsked.find("    about")), "asked"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(kAsked, "asked"), std::nullopt);
}

TEST(SilenceTest, ThatSomePeopleDoAThingSaysNothing) {
  constexpr absl::string_view kWho = R"(
    Fires fire NOUN NNS 2 nsubj
    hurt hurt VERB VBD 0 root
    people people NOUN NNS 2 obj
    who who PRON WP 5 nsubj
    smoke smoke VERB VBP 3 acl:relcl)";
  EXPECT_EQ(WhySilent(kWho, "smoke"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kWho, {{"people people", "miners miner"}}), "smoke"), std::nullopt);
}

TEST(SilenceTest, WhatOneIsGoingToBeIsNotLeftOut) {
  EXPECT_EQ(WhySilent(R"(
    We we PRON PRP 3 nsubj
    are be AUX VBP 3 aux
    going go VERB VBG 0 root
    to to PART TO 5 mark
    be be AUX VB 3 xcomp)",
                      "going"),
            Rule::kNothingSaid);
}

TEST(SilenceTest, OfTwoThingsDeniedTogetherNeitherIsDenied) {
  constexpr absl::string_view kRise = R"(
    I I PRON PRP 4 nsubj
    do do AUX VBP 4 aux
    not not PART RB 4 advmod
    rise rise VERB VB 0 root
    early early ADV RB 4 advmod
    and and CCONJ CC 7 cc
    sing sing VERB VB 4 conj)";
  EXPECT_EQ(WhySilent(kRise, "rise"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kRise, {{"and and", "or or"}}), "rise"), std::nullopt);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kRise, {{"not not PART", "too too ADV"}}), "rise"), std::nullopt);
}

TEST(SilenceTest, WhatIsSetAsideIsSaidOfNobody) {
  constexpr absl::string_view kThieves = R"(
    It it PRON PRP 3 nsubj
    is be AUX VBZ 3 cop
    thieves thief NOUN NNS 0 root
    , , PUNCT , 6 punct
    not not ADV RB 6 advmod
    clerks clerk NOUN NNS 3 appos
    who who PRON WP 8 nsubj
    err err VERB VBP 6 acl:relcl)";
  EXPECT_EQ(WhySilent(kThieves, "err"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kThieves, {{"not not", "also also"}}), "err"), std::nullopt);
}

TEST(SilenceTest, NotAThingThatOneSaidIsNotSaidNot) {
  constexpr absl::string_view kNotAThing = R"(
    Not not PART RB 3 advmod
    a a DET DT 3 det
    tale tale NOUN NN 7 nsubj
    Ana Ana PROPN NNP 5 nsubj
    told tell VERB VBD 3 acl:relcl
    is be AUX VBZ 7 cop
    true true ADJ JJ 0 root)";
  EXPECT_EQ(WhySilent(kNotAThing, "told"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kNotAThing, {{"Not not PART", "Such such ADV"}}), "told"), std::nullopt);
}

TEST(SilenceTest, TheBeginningOfWhatIsSaidSaysNothing) {
  constexpr absl::string_view kSays = R"(
    Ana Ana PROPN NNP 2 nsubj
    says say VERB VBZ 0 root
    the the DET DT 4 det
    mill mill NOUN NN 2 obj)";
  EXPECT_EQ(WhySilent(kSays, "says"), Rule::kNothingSaid);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kSays, {{"mill mill", "prayer prayer"}}), "says"), std::nullopt);
  EXPECT_EQ(WhySilent(absl::StrReplaceAll(kSays, {{"says say", "sees see"}}), "sees"), std::nullopt);
}

}  // namespace
}  // namespace consilience
