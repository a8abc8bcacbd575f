// How many independent outlets stand behind a group: owners, wires, statements and whole texts that were copied.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/corroboration/corroboration.h"
#include "support/claim_records.h"

namespace consilience {
namespace {

// A claim of `outlet` in its document `document`; equal wordings are statements of the same words.
MadeClaim Printed(const std::string& outlet, int64_t document, int64_t statement, const std::string& object,
                  uint64_t wording) {
  MadeClaim claim;
  claim.outlet = outlet;
  claim.subject = "Storm Berta";
  claim.predicate = "damage";
  claim.object = object;
  claim.document = document;
  claim.statement = statement;
  claim.fingerprint = wording;
  return claim;
}

// The number of independent outlets of the group that holds the claim with this object.
int32_t Independent(std::vector<MadeClaim> claims, const std::string& object) {
  const ClaimTable table = Table(std::move(claims));
  const Reconciliation reconciliation = *Reconcile(table, {});
  const Corroboration result = Corroborate(table, reconciliation, {});
  for (size_t g = 0; g < reconciliation.groups.size(); ++g) {
    if (table.text(table.row(reconciliation.groups[g].claims[0]).object) == object) {
      return result.groups[g].independent_outlets;
    }
  }
  return -1;
}

TEST(IndependenceTest, OutletsThatWordAFactThemselvesAreIndependent) {
  EXPECT_EQ(Independent({Printed("A", 1, 10, "the Harbour Bridge", 101), Printed("B", 2, 20, "the Harbour Bridge", 102),
                         Printed("C", 3, 30, "the Harbour Bridge", 103)},
                        "the Harbour Bridge"),
            3);
}

TEST(IndependenceTest, OneStatementPrintedByManyIsOneSource) {
  EXPECT_EQ(Independent({Printed("A", 1, 10, "the Harbour Bridge", 101), Printed("B", 2, 20, "the Harbour Bridge", 101),
                         Printed("C", 3, 30, "the Harbour Bridge", 103)},
                        "the Harbour Bridge"),
            2);
}

TEST(IndependenceTest, StatementsTooShortToTellAreNotTakenForCopies) {
  EXPECT_EQ(Independent({Printed("A", 1, 10, "the Harbour Bridge", 0), Printed("B", 2, 20, "the Harbour Bridge", 0)},
                        "the Harbour Bridge"),
            2);
}

TEST(IndependenceTest, WhoPrintsTheReportOfOneAgencyAddsNothingToIt) {
  std::vector<MadeClaim> claims = {
      Printed("A", 1, 10, "the Harbour Bridge", 101), Printed("B", 2, 20, "the Harbour Bridge", 102),
      Printed("C", 3, 30, "the Harbour Bridge", 103), Printed("D", 4, 40, "the Harbour Bridge", 104)};
  claims[0].wire = claims[1].wire = "Wire";
  EXPECT_EQ(Independent(claims, "the Harbour Bridge"), 3) << "the agency itself is not credited";
  claims[3].wire = "Other Wire";
  EXPECT_EQ(Independent(claims, "the Harbour Bridge"), 3);
  claims[2].outlet = "Wire";
  EXPECT_EQ(Independent(claims, "the Harbour Bridge"), 2);
}

// B took A's text and edited one statement of it.
TEST(IndependenceTest, AnEditedStatementOfACopiedTextIsStillCopied) {
  const std::vector<MadeClaim> copied = {
      Printed("A", 1, 10, "the Harbour Bridge", 101), Printed("A", 1, 11, "the Old Mill", 111),
      Printed("A", 1, 12, "the Town Hall", 121),      Printed("B", 2, 20, "the Harbour Bridge", 102),
      Printed("B", 2, 21, "the Old Mill", 111),       Printed("B", 2, 22, "the Town Hall", 121)};
  EXPECT_EQ(Independent(copied, "the Harbour Bridge"), 1);
}

TEST(IndependenceTest, AStatementOrTwoInCommonDoNotMakeLongTextsCopies) {
  std::vector<MadeClaim> claims = {
      Printed("A", 1, 10, "the Harbour Bridge", 101), Printed("A", 1, 11, "the Old Mill", 111),
      Printed("A", 1, 12, "the Town Hall", 121),      Printed("B", 2, 20, "the Harbour Bridge", 102),
      Printed("B", 2, 21, "the Old Mill", 111),       Printed("B", 2, 22, "the Town Hall", 121)};
  for (int i = 0; i < 6; ++i) {
    claims.push_back(Printed("A", 1, 50 + i, "Mill Street " + std::to_string(i), static_cast<uint64_t>(500 + i)));
    claims.push_back(Printed("B", 2, 60 + i, "Quay Lane " + std::to_string(i), static_cast<uint64_t>(600 + i)));
  }
  EXPECT_EQ(Independent(claims, "the Harbour Bridge"), 2);
  EXPECT_EQ(Independent(claims, "the Old Mill"), 1);
}

}  // namespace
}  // namespace consilience
