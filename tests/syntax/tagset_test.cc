#include "engine/syntax/tagset.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

TEST(Tagset, EveryTagReadsBackFromItsText) {
  for (size_t i = 0; i < kUposCount; ++i) {
    EXPECT_EQ(ParseUpos(ToString(static_cast<Upos>(i))), static_cast<Upos>(i));
  }
  for (size_t i = 0; i < kXposCount; ++i) {
    EXPECT_EQ(ParseXpos(ToString(static_cast<Xpos>(i))), static_cast<Xpos>(i));
  }
  for (size_t i = 0; i < kRelationCount; ++i) {
    EXPECT_EQ(ParseRelation(ToString(static_cast<Relation>(i))), static_cast<Relation>(i));
  }
}

TEST(Tagset, UnknownTextsAreNoTags) {
  EXPECT_EQ(ParseUpos("noun"), std::nullopt);
  EXPECT_EQ(ParseUpos(""), std::nullopt);
  EXPECT_EQ(ParseXpos("VERB"), std::nullopt);
  EXPECT_EQ(ParseRelation("subject"), std::nullopt);
  EXPECT_EQ(ParseRelation(":pass"), std::nullopt);
}

TEST(Tagset, UnknownSubtypeFallsBackToItsUniversalPart) {
  EXPECT_EQ(ParseRelation("nmod:npmod"), Relation::kNmod);
  EXPECT_EQ(ParseRelation("obl:tmod"), Relation::kObl);
  EXPECT_EQ(ParseRelation("nsubj:pass"), Relation::kNsubjPass);
}

TEST(Tagset, UniversalDropsTheSubtypeAlone) {
  EXPECT_EQ(Universal(Relation::kNsubjPass), Relation::kNsubj);
  EXPECT_EQ(Universal(Relation::kAclRelcl), Relation::kAcl);
  EXPECT_EQ(Universal(Relation::kCompoundPrt), Relation::kCompound);
  EXPECT_EQ(Universal(Relation::kObj), Relation::kObj);
}

TEST(Tagset, KindsOfNameHaveTheirUsualAbbreviations) {
  EXPECT_EQ(ToString(NameKind::kNone), "");
  EXPECT_EQ(ToString(NameKind::kPerson), "PER");
  EXPECT_EQ(ToString(NameKind::kPlace), "LOC");
  EXPECT_EQ(ToString(NameKind::kOrganisation), "ORG");
}

}  // namespace
}  // namespace consilience
