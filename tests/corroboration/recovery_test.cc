#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "engine/corroboration/corroboration.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

// Six outlets of known accuracy answer 400 questions; G copies most of F.
std::vector<MadeClaim> World() {
  const double accuracy[] = {0.95, 0.9, 0.85, 0.8, 0.7, 0.6};
  std::mt19937 random(7);
  std::vector<MadeClaim> claims;
  for (int q = 0; q < 400; ++q) {
    MadeClaim claim;
    claim.ready = true;
    claim.subject = "question " + std::to_string(q);
    claim.predicate = "answer";
    for (int o = 0; o < 6; ++o) {
      claim.outlet = std::string(1, static_cast<char>('A' + o));
      const bool right = static_cast<double>(random() % 1000) < accuracy[o] * 1000;
      claim.object = right ? "right" : "wrong " + std::to_string(random() % 8);
      claims.push_back(claim);
    }
    if (random() % 10 == 0) claim.object = "right";
    claim.outlet = "G";
    claims.push_back(claim);
  }
  return claims;
}

TEST(RecoveryTest, AccuraciesAndCopiersAreRecovered) {
  const ClaimTable table = Table(World());
  const Reconciliation reconciliation = *Reconcile(table, {});
  const Corroboration result = Corroborate(table, reconciliation, {});
  const double accuracy[] = {0.95, 0.9, 0.85, 0.8, 0.7, 0.6};
  for (size_t o = 0; o < 6; ++o) EXPECT_NEAR(result.outlets[o].reliability.ToDouble(), accuracy[o], 0.08) << o;
  for (const OutletAgreement& pair : result.agreement) {
    const bool copied = pair.outlet_a == 5 && pair.outlet_b == 6;
    EXPECT_EQ(pair.dependence.ToDouble() > 0.5, copied) << pair.outlet_a << " " << pair.outlet_b;
  }
  for (const Group& group : reconciliation.groups) {
    const GroupSupport& support = result.groups[static_cast<size_t>(&group - reconciliation.groups.data())];
    EXPECT_LE(support.independent_outlets, support.publisher_families);
    EXPECT_GE(support.independent_outlets, 1);
  }
}

}  // namespace
}  // namespace consilience
