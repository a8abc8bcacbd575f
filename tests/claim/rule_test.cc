#include "engine/claim/rule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "claim/parsed_sentence.h"
#include "engine/claim/entity.h"
#include "engine/claim/statement_extractor.h"

namespace consilience {
namespace {

using ::consilience::testing::Describe;
using ::consilience::testing::ParsedSentence;

// A tree, the rule that it is about, and the claim that the rule makes (or, for a silence, the word it silences).
struct RuleCase {
  Rule rule;
  ClaimView view;
  const char* claim;
  const char* tree;
};

constexpr ClaimView kClause = ClaimView::kClause;
constexpr ClaimView kAtomic = ClaimView::kAtomic;

const std::vector<RuleCase>& MadeBy() {
  static const auto* const cases = new std::vector<RuleCase>{
      {Rule::kVerb, kClause, "Ana | ate | fish", R"(
        Ana Ana PROPN NNP 2 nsubj
        ate eat VERB VBD 0 root
        fish fish NOUN NN 2 obj)"},
      {Rule::kOwnSubject, kClause, "Ana | slept", R"(
        Ana Ana PROPN NNP 2 nsubj
        slept sleep VERB VBD 0 root)"},
      {Rule::kNoObject, kAtomic, "Ana | slept", R"(
        Ana Ana PROPN NNP 2 nsubj
        slept sleep VERB VBD 0 root)"},
      {Rule::kCopula, kClause, "Ana | is | tall", R"(
        Ana Ana PROPN NNP 3 nsubj
        is be AUX VBZ 3 cop
        tall tall ADJ JJ 0 root)"},
      {Rule::kPredicativeObject, kClause, "Ana | became | mayor", R"(
        Ana Ana PROPN NNP 2 nsubj
        became become VERB VBD 0 root
        mayor mayor NOUN NN 2 xcomp)"},
      {Rule::kOuterCopula, kClause, "The plan | is | that Ana leaves", R"(
        The the DET DT 2 det
        plan plan NOUN NN 6 nsubj:outer
        is be AUX VBZ 6 cop
        that that SCONJ IN 6 mark
        Ana Ana PROPN NNP 6 nsubj
        leaves leave VERB VBZ 0 root)"},
      {Rule::kApposition, kClause, "Ana | is | the mayor", R"(
        Ana Ana PROPN NNP 6 nsubj
        , , PUNCT , 4 punct
        the the DET DT 4 det
        mayor mayor NOUN NN 1 appos
        , , PUNCT , 4 punct
        left leave VERB VBD 0 root)"},
      {Rule::kMergedVerb, kClause, "Ana | wants to leave | Rome", R"(
        Ana Ana PROPN NNP 2 nsubj
        wants want VERB VBZ 0 root
        to to PART TO 4 mark
        leave leave VERB VB 2 xcomp
        Rome Rome PROPN NNP 4 obj)"},
      {Rule::kSubjectControl, kClause, "Ana | wants to leave | Rome", R"(
        Ana Ana PROPN NNP 2 nsubj
        wants want VERB VBZ 0 root
        to to PART TO 4 mark
        leave leave VERB VB 2 xcomp
        Rome Rome PROPN NNP 4 obj)"},
      {Rule::kSharedAuxiliary, kClause, "Ana | has sold | cars", R"(
        Ana Ana PROPN NNP 3 nsubj
        has have AUX VBZ 3 aux
        bought buy VERB VBN 0 root
        and and CCONJ CC 5 cc
        sold sell VERB VBN 3 conj
        cars car NOUN NNS 5 obj)"},
      {Rule::kSharedSubject, kClause, "Ana | sang", R"(
        Ana Ana PROPN NNP 2 nsubj
        came come VERB VBD 0 root
        and and CCONJ CC 4 cc
        sang sing VERB VBD 2 conj)"},
      {Rule::kSharedObject, kClause, "Ana | sells | shares", R"(
        Ana Ana PROPN NNP 2 nsubj
        buys buy VERB VBZ 0 root
        and and CCONJ CC 4 cc
        sells sell VERB VBZ 2 conj
        shares share NOUN NNS 2 obj)"},
      {Rule::kLightVerb, kClause, "Ana | took part in | races", R"(
        Ana Ana PROPN NNP 2 nsubj
        took take VERB VBD 0 root
        part part NOUN NN 2 obj
        in in ADP IN 5 case
        races race NOUN NNS 3 nmod)"},
      {Rule::kNominal, kClause, "police | arrest of | Ana", R"(
        Ben Ben PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        after after ADP IN 5 case
        the the DET DT 5 det
        arrest arrest NOUN NN 2 obl
        of of ADP IN 7 case
        Ana Ana PROPN NNP 5 nmod
        by by ADP IN 9 case
        police police NOUN NN 5 nmod)"},
      {Rule::kExpletiveSubject, kClause, "There | is | hope", R"(
        There there PRON EX 2 expl
        is be VERB VBZ 0 root
        hope hope NOUN NN 2 nsubj)"},
      {Rule::kRelativeSubject, kClause, "The man | left | Rome", R"(
        The the DET DT 2 det
        man man NOUN NN 6 nsubj
        who who PRON WP 4 nsubj
        left leave VERB VBD 2 acl:relcl
        Rome Rome PROPN NNP 4 obj
        sings sing VERB VBZ 0 root)"},
      {Rule::kPredicatedSubject, kClause, "Zeno | based in | Lyon", R"(
        Zeno Zeno PROPN NNP 4 nsubj
        is be AUX VBZ 4 cop
        a a DET DT 4 det
        firm firm NOUN NN 0 root
        based base VERB VBN 4 acl
        in in ADP IN 7 case
        Lyon Lyon PROPN NNP 5 obl)"},
      {Rule::kModifiedSubject, kClause, "A firm | based in | Lyon", R"(
        A a DET DT 2 det
        firm firm NOUN NN 6 nsubj
        based base VERB VBN 2 acl
        in in ADP IN 5 case
        Lyon Lyon PROPN NNP 3 obl
        fell fall VERB VBD 0 root)"},
      {Rule::kPrepositionalControl, kClause, "Ana | hiding | debts", R"(
        They they PRON PRP 2 nsubj
        accused accuse VERB VBD 0 root
        Ana Ana PROPN NNP 2 obj
        of of SCONJ IN 5 mark
        hiding hide VERB VBG 2 advcl
        debts debt NOUN NNS 5 obj)"},
      {Rule::kObjectControl, kClause, "Ana | to leave | Rome", R"(
        They they PRON PRP 2 nsubj
        forced force VERB VBD 0 root
        Ana Ana PROPN NNP 2 obj
        to to PART TO 5 mark
        leave leave VERB VB 2 xcomp
        Rome Rome PROPN NNP 5 obj)"},
      {Rule::kAdverbialSubject, kClause, "Ana | taking | keys", R"(
        Ana Ana PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        , , PUNCT , 4 punct
        taking take VERB VBG 2 advcl
        keys key NOUN NNS 4 obj)"},
      {Rule::kRelativeObject, kClause, "Ana | met | The man", R"(
        The the DET DT 2 det
        man man NOUN NN 5 nsubj
        Ana Ana PROPN NNP 4 nsubj
        met meet VERB VBD 2 acl:relcl
        left leave VERB VBD 0 root)"},
      {Rule::kReportedContent, kClause, "Ana | said | Rain fell", R"(
        Rain rain NOUN NN 2 nsubj
        fell fall VERB VBD 0 root
        , , PUNCT , 5 punct
        Ana Ana PROPN NNP 5 nsubj
        said say VERB VBD 2 parataxis)"},
      {Rule::kContentObject, kClause, "Ana | said | that rain fell", R"(
        Ana Ana PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        that that SCONJ IN 5 mark
        rain rain NOUN NN 5 nsubj
        fell fall VERB VBD 2 ccomp)"},
      {Rule::kPromotedArgument, kClause, "Ana | served as | mayor", R"(
        Ana Ana PROPN NNP 2 nsubj
        served serve VERB VBD 0 root
        as as ADP IN 4 case
        mayor mayor NOUN NN 2 obl)"},
      {Rule::kAdverbialObject, kAtomic, "Ana | left before | rain fell", R"(
        Ana Ana PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        before before SCONJ IN 5 mark
        rain rain NOUN NN 5 nsubj
        fell fall VERB VBD 2 advcl)"},
      {Rule::kArgument, kAtomic, "Ana | sold cars in | Rome", R"(
        Ana Ana PROPN NNP 2 nsubj
        sold sell VERB VBD 0 root
        cars car NOUN NNS 2 obj
        in in ADP IN 5 case
        Rome Rome PROPN NNP 2 obl)"},
      {Rule::kSplitNominal, kAtomic, "Ana | led a mission to | Chad", R"(
        Ana Ana PROPN NNP 2 nsubj
        led lead VERB VBD 0 root
        a a DET DT 4 det
        mission mission NOUN NN 2 obj
        to to ADP IN 6 case
        Chad Chad PROPN NNP 4 nmod)"},
      {Rule::kDistributed, kAtomic, "Ana | sold | vans", R"(
        Ana Ana PROPN NNP 2 nsubj
        sold sell VERB VBD 0 root
        cars car NOUN NNS 2 obj
        and and CCONJ CC 5 cc
        vans van NOUN NNS 3 conj)"},
      {Rule::kNegativeAdverb, kClause, "Ana | did not sing", R"(
        Ana Ana PROPN NNP 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        sing sing VERB VB 0 root)"},
      {Rule::kNegativePhrase, kClause, "Nobody | sang", R"(
        Nobody nobody PRON NN 2 nsubj
        sang sing VERB VBD 0 root)"},
      {Rule::kNegatingVerb, kClause, "Ana | failed to sing", R"(
        Ana Ana PROPN NNP 2 nsubj
        failed fail VERB VBD 0 root
        to to PART TO 4 mark
        sing sing VERB VB 2 xcomp)"},
      {Rule::kNegativeConjunction, kClause, "Ana | paying | Ben", R"(
        Ana Ana PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        without without SCONJ IN 4 mark
        paying pay VERB VBG 2 advcl
        Ben Ben PROPN NNP 4 obj)"},
      {Rule::kRaisedNegation, kClause, "Ben | sings", R"(
        Ana Ana PROPN NNP 4 nsubj
        does do AUX VBZ 4 aux
        not not PART RB 4 advmod
        think think VERB VB 0 root
        Ben Ben PROPN NNP 6 nsubj
        sings sing VERB VBZ 4 ccomp)"},
      {Rule::kModalVerb, kClause, "Ana | may sing", R"(
        Ana Ana PROPN NNP 3 nsubj
        may may AUX MD 3 aux
        sing sing VERB VB 0 root)"},
      {Rule::kModalAdverb, kClause, "Ana | reportedly sang", R"(
        Ana Ana PROPN NNP 3 nsubj
        reportedly reportedly ADV RB 3 advmod
        sang sing VERB VBD 0 root)"},
      {Rule::kModalGovernor, kClause, "Ana | plans to sing", R"(
        Ana Ana PROPN NNP 2 nsubj
        plans plan VERB VBZ 0 root
        to to PART TO 4 mark
        sing sing VERB VB 2 xcomp)"},
      {Rule::kContentVerb, kClause, "Ben | sings", R"(
        Ana Ana PROPN NNP 2 nsubj
        fears fear VERB VBZ 0 root
        Ben Ben PROPN NNP 4 nsubj
        sings sing VERB VBZ 2 ccomp)"},
      {Rule::kCondition, kClause, "Ben | sings", R"(
        Ana Ana PROPN NNP 2 nsubj
        leaves leave VERB VBZ 0 root
        if if SCONJ IN 5 mark
        Ben Ben PROPN NNP 5 nsubj
        sings sing VERB VBZ 2 advcl)"},
      {Rule::kQuestion, kClause, "Ana | Did sing", R"(
        Did do AUX VBD 3 aux
        Ana Ana PROPN NNP 3 nsubj
        sing sing VERB VB 0 root
        ? ? PUNCT . 3 punct)"},
      {Rule::kAlternative, kAtomic, "Ana | left", R"(
        Ana Ana PROPN NNP 4 nsubj
        or or CCONJ CC 3 cc
        Ben Ben PROPN NNP 1 conj
        left leave VERB VBD 0 root)"},
      {Rule::kInfinitive, kClause, "Ana | to leave | Rome", R"(
        They they PRON PRP 2 nsubj
        forced force VERB VBD 0 root
        Ana Ana PROPN NNP 2 obj
        to to PART TO 5 mark
        leave leave VERB VB 2 xcomp
        Rome Rome PROPN NNP 5 obj)"},
      {Rule::kInheritedModality, kClause, "Ana | taking | keys", R"(
        Ana Ana PROPN NNP 3 nsubj
        may may AUX MD 3 aux
        leave leave VERB VB 0 root
        , , PUNCT , 5 punct
        taking take VERB VBG 3 advcl
        keys key NOUN NNS 5 obj)"},
      {Rule::kSubjunctive, kClause, "Ben | resign", R"(
        They they PRON PRP 2 nsubj
        demanded demand VERB VBD 0 root
        that that SCONJ IN 5 mark
        Ben Ben PROPN NNP 5 nsubj
        resign resign VERB VB 2 ccomp)"},
  };
  return *cases;
}

TEST(RuleTest, EachRuleMakesItsClaim) {
  for (const RuleCase& test : MadeBy()) {
    const std::vector<Claim> claims = ParsedSentence(test.tree).Claims(test.view);
    const auto claim =
        std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return Describe(c) == test.claim; });
    ASSERT_NE(claim, claims.end()) << test.claim << " is not among " << ::testing::PrintToString(Describe(claims));
    EXPECT_TRUE(claim->rules.Contains(test.rule)) << test.claim << ": " << std::string(TextOf(test.rule).name);
  }
}

const std::vector<RuleCase>& SilencedBy() {
  static const auto* const cases = new std::vector<RuleCase>{
      {Rule::kMergedAway, kClause, "wants", R"(
        Ana Ana PROPN NNP 2 nsubj
        wants want VERB VBZ 0 root
        to to PART TO 4 mark
        leave leave VERB VB 2 xcomp)"},
      {Rule::kNoSubject, kClause, "Leave", R"(
        Leave leave VERB VB 0 root
        Rome Rome PROPN NNP 1 obj)"},
      {Rule::kInterrogative, kClause, "left", R"(
        Who who PRON WP 2 nsubj
        left leave VERB VBD 0 root
        ? ? PUNCT . 2 punct)"},
      {Rule::kInterrogative, kClause, "left", R"(
        Which which DET WDT 2 det
        men man NOUN NNS 3 nsubj
        left leave VERB VBD 0 root)"},
      {Rule::kPurpose, kClause, "rest", R"(
        Ana Ana PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        to to PART TO 4 mark
        rest rest VERB VB 2 advcl)"},
      {Rule::kPurpose, kClause, "act", R"(
        Ana Ana PROPN NNP 2 nsubj
        called call VERB VBD 0 root
        for for SCONJ IN 6 mark
        Rome Rome PROPN NNP 6 nsubj
        to to PART TO 6 mark
        act act VERB VB 2 advcl)"},
      {Rule::kPreposition, kClause, "given", R"(
        Ana Ana PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        given give VERB VBN 2 advcl
        costs cost NOUN NNS 3 obj)"},
      {Rule::kBareParticiple, kClause, "burning", R"(
        Ana Ana PROPN NNP 2 nsubj
        saw see VERB VBD 0 root
        houses house NOUN NNS 2 obj
        burning burn VERB VBG 3 acl)"},
      {Rule::kUnattributed, kClause, "won", R"(
        Banners banner NOUN NNS 2 nsubj
        read read VERB VBD 0 root
        " " PUNCT `` 5 punct SpaceAfter=No
        We we PRON PRP 5 nsubj
        won win VERB VBD 2 ccomp SpaceAfter=No
        " " PUNCT '' 5 punct)"},
      {Rule::kGarbled, kClause, "tax", R"(
        Ana Ana PROPN NNP 5 nsubj
        do do AUX VBP 5 aux
        is be AUX VBZ 5 cop
        a a DET DT 5 det
        tax tax NOUN NN 0 root)"},
      {Rule::kNothingSaid, kClause, "said", R"(
        Rain rain NOUN NN 2 nsubj
        fell fall VERB VBD 0 root
        as as SCONJ IN 5 mark
        Ana Ana PROPN NNP 5 nsubj
        said say VERB VBD 2 advcl)"},
  };
  return *cases;
}

TEST(RuleTest, EachSilenceHasItsReason) {
  for (const RuleCase& test : SilencedBy()) {
    const ParsedSentence sentence(test.tree);
    ExtractionContext context = sentence.Context();
    const auto from = static_cast<uint32_t>(std::min(sentence.text().find('"'), sentence.text().size()));
    const ByteSpan quoted = {from, static_cast<uint32_t>(sentence.text().size())};
    context.unattributed = absl::MakeConstSpan(&quoted, 1);
    const std::vector<SpokenSpan> spoken;
    StatementExtractor extractor(context, spoken, 0, test.view);
    extractor.Extract();
    const auto& silent = extractor.silent();
    const bool found = std::any_of(silent.begin(), silent.end(), [&](const SilentClause& clause) {
      return clause.why == test.rule && sentence.analysis().word(clause.head).form == test.claim;
    });
    EXPECT_TRUE(found) << sentence.text() << ": " << std::string(TextOf(test.rule).name);
  }
}

TEST(RuleTest, TitlesNeedToKnowWhoIsNamed) {
  const ParsedSentence sentence(R"(
    Former former ADJ JJ 3 amod
    treasurer treasurer NOUN NN 3 compound
    Ana Ana PROPN NNP 5 nsubj Name=B-PER
    Lee Lee PROPN NNP 3 flat Name=I-PER
    left leave VERB VBD 0 root)");
  const Entities entities = ResolveEntities(sentence.text(), absl::MakeConstSpan(&sentence.analysis(), 1));
  ExtractionContext context = sentence.Context();
  EXPECT_EQ(ExtractClaims(context, kClause).front().size(), 1u);
  context.entities = &entities;
  const std::vector<Claim> claims = ExtractClaims(context, kClause).front();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(Describe(claims[1]), "Ana Lee | is | Former treasurer");
  EXPECT_TRUE(claims[1].rules.Contains(Rule::kTitle));
}

TEST(RuleTest, EveryRuleIsNamedAndTested) {
  std::set<std::string> names;
  std::set<Rule> tested = {Rule::kTitle};
  for (const RuleCase& test : MadeBy()) tested.insert(test.rule);
  for (const RuleCase& test : SilencedBy()) tested.insert(test.rule);
  for (int i = 0; i < kRuleCount; ++i) {
    const auto rule = static_cast<Rule>(i);
    const RuleText text = TextOf(rule);
    EXPECT_FALSE(text.meaning.empty());
    EXPECT_TRUE(names.insert(std::string(text.name)).second) << std::string(text.name) << " names two rules";
    EXPECT_EQ(tested.count(rule), 1u) << std::string(text.name) << " has no case";
  }
}

}  // namespace
}  // namespace consilience
