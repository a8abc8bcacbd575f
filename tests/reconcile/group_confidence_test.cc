#include "engine/reconcile/group_confidence.h"

#include <gtest/gtest.h>

#include <numeric>
#include <utility>

#include "engine/reconcile/pair_explanation.h"
#include "engine/reconcile/reconciler.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

GroupEvidence EvidenceOf(std::vector<MadeClaim> claims) {
  const ClaimTable table = Table(std::move(claims));
  const TextComparison comparison(table, {});
  std::vector<uint32_t> rows(table.rows().size());
  std::iota(rows.begin(), rows.end(), 0);
  return FindGroupEvidence(table, comparison, rows);
}

int32_t Of(const GroupEvidence& evidence, GroupFeature feature) {
  return evidence[static_cast<size_t>(feature)];
}

TEST(GroupConfidence, RestsOnHowAlikeClaimsOfDifferentDocumentsAre) {
  const GroupEvidence alike =
      EvidenceOf({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Say("B", "Orbis Corp", "buy", "Lumen Labs")});
  EXPECT_EQ(Of(alike, GroupFeature::kWordsShared), 1000);
  EXPECT_EQ(Of(alike, GroupFeature::kOneVerb), 1000);
  EXPECT_EQ(Of(alike, GroupFeature::kAgreeing), 1000);
  EXPECT_EQ(Of(alike, GroupFeature::kSize), 1000);
  const GroupEvidence other =
      EvidenceOf({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Say("B", "Orbis Corp", "acquire", "Lumen Labs")});
  EXPECT_EQ(Of(other, GroupFeature::kOneVerb), 0);
  EXPECT_LT(Of(other, GroupFeature::kWordsShared), 1000);
  EXPECT_GT(EstimateGroupConfidence(alike), EstimateGroupConfidence(other));
}

TEST(GroupConfidence, IsLessWhereOneClaimHasASpeakerThatTheOtherLacks) {
  const MadeClaim bare = Say("A", "Orbis Corp", "buy", "Lumen Labs"),
                  other = Say("B", "Orbis Corp", "buy", "Lumen Labs");
  const GroupEvidence once = EvidenceOf({bare, SaidBy("Ana Ruiz", other)});
  EXPECT_EQ(Of(once, GroupFeature::kSaidOnce), 1000);
  EXPECT_EQ(Of(once, GroupFeature::kSaid), 500);
  const GroupEvidence both = EvidenceOf({SaidBy("Ana Ruiz", bare), SaidBy("Ana Ruiz", other)});
  EXPECT_EQ(Of(both, GroupFeature::kSaidOnce), 0);
  EXPECT_EQ(Of(both, GroupFeature::kSaidApart), 0);
  EXPECT_LT(EstimateGroupConfidence(once), EstimateGroupConfidence(both));
  EXPECT_EQ(Of(EvidenceOf({SaidBy("Ana Ruiz", bare), SaidBy("Leo Brandt", other)}), GroupFeature::kSaidApart), 1000);
}

TEST(GroupConfidence, ALargeGroupIsLookedAtInPartAndAllOverIt) {
  std::vector<MadeClaim> claims;
  for (int i = 0; i < 400; ++i) {
    claims.push_back(Say("A" + std::to_string(i), "Orbis Corp", i < 200 ? "buy" : "acquire", "Lumen Labs"));
  }
  // Of twelve claims, six of each verb: 30 of 66 pairs.
  EXPECT_EQ(Of(EvidenceOf(claims), GroupFeature::kOneVerb), 1000 * 30 / 66);
}

TEST(GroupConfidence, OfAClaimAloneIsItsOwn) {
  MadeClaim claim = Say("A", "Orbis Corp", "buy", "Lumen Labs");
  const ClaimTable table = Table({claim});
  const Reconciliation result = *Reconcile(table, {});
  ASSERT_EQ(result.groups.size(), 1u);
  EXPECT_EQ(result.groups[0].confidence, table.row(0).confidence);
}

TEST(PairExplanation, ItsPartsComeToItsWeight) {
  const ClaimTable table =
      Table({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Say("B", "Orbis Corp", "acquire", "Lumen Labs")});
  const TextComparison comparison(table, {});
  const PairExplanation why = ExplainPair(comparison, 0, 1);
  EXPECT_EQ(why.verdict, "agree");
  EXPECT_FALSE(why.rule.empty());
  ASSERT_EQ(why.parts.size(), static_cast<size_t>(kFeatures));
  EXPECT_EQ(why.parts[0].level, "same family");
  int32_t sum = why.prior;
  for (const PairExplanation::Part& part : why.parts) sum += part.weight;
  EXPECT_EQ(sum, why.weight);
}

TEST(PairExplanation, TellsWhyTwoClaimsHaveNothingToDoWithEachOther) {
  const ClaimTable table =
      Table({Say("A", "Orbis Corp", "buy", "Lumen Labs"), Say("B", "Norland Senate", "debate", "Harbour Act")});
  const TextComparison comparison(table, {});
  const PairExplanation why = ExplainPair(comparison, 0, 1);
  EXPECT_EQ(why.verdict, "unrelated");
  EXPECT_TRUE(why.rule.empty());
}

}  // namespace
}  // namespace consilience
