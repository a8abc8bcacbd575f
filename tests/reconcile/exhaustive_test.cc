#include <gtest/gtest.h>

#include "engine/reconcile/reconciler.h"
#include "oracle/brute_reconciler.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

// Every world of three claims out of 2 subjects x 4 predicates x 2 objects x 2 polarities, from three outlets.
TEST(ExhaustiveTest, EverySmallWorldIsReconciledAsByTheOracle) {
  const char* const subjects[] = {"Orbis Corp", "Corp"};
  const char* const predicates[] = {"approve", "pass", "reject", "sign"};
  const char* const objects[] = {"Harbour Act", "Harbour Act Annex"};
  for (int world = 0; world < 32 * 32 * 32; ++world) {
    std::vector<MadeClaim> claims;
    for (int i = 0, bits = world; i < 3; ++i, bits /= 32) {
      MadeClaim claim;
      claim.outlet = std::string(1, static_cast<char>('A' + i));
      claim.subject = subjects[bits & 1];
      claim.predicate = predicates[bits >> 1 & 3];
      claim.object = objects[bits >> 3 & 1];
      claim.polarity = bits >> 4 & 1 ? Polarity::kNegated : Polarity::kAffirmed;
      claims.push_back(claim);
    }
    const ClaimTable table = Table(claims);
    const Reconciliation result = *Reconcile(table, {});
    BruteResult found;
    for (const Group& group : result.groups) found.groups.insert(group.claims);
    for (const Conflict& conflict : result.conflicts) {
      auto a = result.groups[conflict.group_a].claims, b = result.groups[conflict.group_b].claims;
      if (b < a) std::swap(a, b);
      found.conflicts.insert({a, b});
    }
    const BruteResult wanted = BruteReconcile(table);
    ASSERT_EQ(found.groups, wanted.groups) << world;
    ASSERT_EQ(found.conflicts, wanted.conflicts) << world;
  }
}

}  // namespace
}  // namespace consilience
