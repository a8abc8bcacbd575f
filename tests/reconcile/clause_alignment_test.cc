#include "engine/reconcile/clause_alignment.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "support/claim_records.h"

namespace consilience {
namespace {

MadeClaim Claim(int64_t document, std::string subject, std::string predicate, std::string object) {
  MadeClaim claim;
  claim.outlet = document == 1 ? "A" : "B";
  claim.document = document;
  claim.published = 0;
  claim.subject = std::move(subject);
  claim.predicate = std::move(predicate);
  claim.object = std::move(object);
  return claim;
}

// The clauses of two documents: which are told alike, by their claims' numbers.
struct Aligned {
  explicit Aligned(const std::vector<MadeClaim>& claims, int threads = 1) {
    const ClaimTable table = Table(claims);
    PhraseTable phrases;
    const std::vector<Proposition> propositions = MakePropositions(table, &phrases);
    const StoryIndex stories(table, propositions, phrases);
    const ClauseAlignment alignment(propositions, phrases, stories, threads);
    std::map<uint32_t, size_t> claim_of;
    for (const Proposition& p : propositions) claim_of[p.clause] = p.row;
    for (const auto& [clause, claim] : claim_of) {
      for (const ClauseAlignment::Alike& alike : alignment.AlikeTo(clause))
        pairs[{claim, claim_of[alike.clause]}] = alike.likeness;
    }
  }
  bool Has(size_t a, size_t b) const { return pairs.count({a, b}) > 0; }
  std::map<std::pair<size_t, size_t>, int> pairs;
};

std::vector<MadeClaim> Report() {
  return {Claim(1, "Norland sleeper train", "derail near", "Port Ellery"),
          Claim(1, "Minister Ana Ruiz", "visit", "Halden hospital"),
          Claim(2, "overnight sleeper train", "leave tracks at", "Port Ellery"),
          Claim(2, "Ana Ruiz", "go to", "Halden hospital"), Claim(2, "Norland", "observe", "silence")};
}

TEST(ClauseAlignmentTest, ClausesThatNameTheSameAreToldAlikeWhateverTheirVerbs) {
  const Aligned aligned(Report());
  EXPECT_TRUE(aligned.Has(0, 2));
  EXPECT_TRUE(aligned.Has(1, 3));
  EXPECT_FALSE(aligned.Has(0, 3));
  EXPECT_FALSE(aligned.Has(0, 4));
}

TEST(ClauseAlignmentTest, EachClauseIsToldAlikeWithOneOfADocument) {
  std::vector<MadeClaim> claims = Report();
  // Likelier than the one that leaves the tracks.
  claims.push_back(Claim(2, "Norland sleeper train", "jump near", "Port Ellery"));
  const Aligned aligned(claims);
  EXPECT_TRUE(aligned.Has(0, 5));
  EXPECT_FALSE(aligned.Has(0, 2));
}

TEST(ClauseAlignmentTest, IsTheSameFromBothSidesWithAnyThreads) {
  const Aligned one(Report()), two(Report(), 2);
  EXPECT_EQ(one.pairs, two.pairs);
  for (const auto& [pair, likeness] : one.pairs) {
    const auto turned = one.pairs.find({pair.second, pair.first});
    ASSERT_NE(turned, one.pairs.end());
    EXPECT_EQ(turned->second, likeness);
  }
}

TEST(ClauseAlignmentTest, OfAReportOfSpeechThereIsNone) {
  std::vector<MadeClaim> claims = Report();
  claims.push_back(Claim(1, "Governor Hale", "say", "the Halden bridge over the Lauter must be closed at once"));
  claims.push_back(Claim(2, "Governor Hale", "say", "the Halden bridge over the Lauter must be closed at once"));
  const Aligned aligned(claims);
  EXPECT_FALSE(aligned.Has(5, 6));
}

}  // namespace
}  // namespace consilience
