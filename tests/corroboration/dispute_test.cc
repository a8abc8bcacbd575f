// Conflicts of outlets count against them; disputes between those whom they quote do not.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/corroboration/corroboration.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

MadeClaim Take(const std::string& outlet, const std::string& speaker, Polarity polarity, int64_t document) {
  MadeClaim claim;
  claim.outlet = outlet;
  claim.subject = "Taleria";
  claim.predicate = "capture";
  claim.object = "Drenova Port";
  claim.polarity = polarity;
  claim.speaker = speaker;
  claim.document = document;
  return claim;
}

struct Result {
  Reconciliation reconciliation;
  Corroboration corroboration;
};

Result Settled(std::vector<MadeClaim> claims) {
  const ClaimTable table = Table(std::move(claims));
  Result result{*Reconcile(table, {}), {}};
  result.corroboration = Corroborate(table, result.reconciliation, {});
  return result;
}

TEST(DisputeTest, OutletsThatContradictEachOtherAreContradicted) {
  const Result result = Settled({Take("A", "", Polarity::kAffirmed, 1), Take("B", "", Polarity::kNegated, 2)});
  ASSERT_EQ(result.reconciliation.conflicts.size(), 1u);
  EXPECT_FALSE(result.reconciliation.conflicts[0].speakers);
  for (const OutletScore& score : result.corroboration.outlets) EXPECT_EQ(score.contradicted, 1);
  ASSERT_EQ(result.corroboration.agreement.size(), 1u);
  EXPECT_EQ(result.corroboration.agreement[0].conflicted, 1);
}

TEST(DisputeTest, WhoTellsWhatSpeakersSayIsNotContradicted) {
  const Result result =
      Settled({Take("A", "Edvin Hask", Polarity::kAffirmed, 1), Take("B", "Mira Toll", Polarity::kNegated, 2)});
  ASSERT_EQ(result.reconciliation.conflicts.size(), 1u);
  EXPECT_TRUE(result.reconciliation.conflicts[0].speakers);
  const Result alone = Settled({Take("A", "Edvin Hask", Polarity::kAffirmed, 1)});
  for (const OutletScore& score : result.corroboration.outlets) {
    EXPECT_EQ(score.contradicted, 0);
    EXPECT_GE(score.reliability, alone.corroboration.outlets[0].reliability) << "its outlets were not wrong";
  }
  ASSERT_EQ(result.corroboration.agreement.size(), 1u);
  EXPECT_EQ(result.corroboration.agreement[0].conflicted, 0);
  for (const GroupSupport& support : result.corroboration.groups) {
    EXPECT_LT(support.probability, alone.corroboration.groups[0].probability) << "yet one of the answers is";
  }
}

}  // namespace
}  // namespace consilience
