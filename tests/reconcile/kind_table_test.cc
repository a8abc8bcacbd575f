#include "engine/reconcile/kind_table.h"

#include <gtest/gtest.h>

namespace consilience {
namespace {

const KindTable& Kinds() {
  return KindTable::Default();
}

TEST(KindTableTest, AThingIsOfItsBroaderKindsAllTheWayUp) {
  for (const absl::string_view broad : {"dog", "canine", "mammal", "animal", "organism"}) {
    EXPECT_TRUE(Kinds().IsKindOf(WordClass::kNoun, "dog", broad)) << broad;
  }
  EXPECT_TRUE(Kinds().IsKindOf(WordClass::kVerb, "sprint", "run"));
  EXPECT_TRUE(Kinds().IsKindOf(WordClass::kNoun, "ferry", "vessel"));
}

TEST(KindTableTest, ABroaderKindIsNotOfTheNarrowerOne) {
  EXPECT_FALSE(Kinds().IsKindOf(WordClass::kNoun, "animal", "dog"));
  EXPECT_FALSE(Kinds().IsKindOf(WordClass::kVerb, "move", "sprint"));
  EXPECT_FALSE(Kinds().IsKindOf(WordClass::kNoun, "dog", "cat"));
}

TEST(KindTableTest, NounsAndVerbsOfOneFormAreApart) {
  EXPECT_TRUE(Kinds().IsKindOf(WordClass::kVerb, "march", "walk"));
  EXPECT_FALSE(Kinds().IsKindOf(WordClass::kNoun, "march", "dog"));
  EXPECT_FALSE(Kinds().IsKindOf(WordClass::kAdjective, "red", "red"));  // adjectives have no kinds
}

TEST(KindTableTest, SynonymsAreKindsOfEachOther) {
  EXPECT_TRUE(Kinds().Synonyms(WordClass::kNoun, "earthquake", "quake"));
  EXPECT_FALSE(Kinds().Synonyms(WordClass::kNoun, "dog", "animal"));
}

TEST(KindTableTest, NearKindsShareMoreStepsThanFarOnes) {
  const int near = Kinds().SharedDepth(WordClass::kNoun, "dog", "cat");
  const int far = Kinds().SharedDepth(WordClass::kNoun, "dog", "guitar");
  EXPECT_GT(near, far);
  EXPECT_EQ(near, Kinds().SharedDepth(WordClass::kNoun, "cat", "dog"));
  EXPECT_EQ(Kinds().SharedDepth(WordClass::kNoun, "dog", "qwzx"), 0);
}

TEST(KindTableTest, FieldsTellActsEventsAndPersonsApart) {
  EXPECT_EQ(Kinds().FieldOf(WordClass::kNoun, "arrest"), Field::kAct);
  EXPECT_EQ(Kinds().FieldOf(WordClass::kNoun, "earthquake"), Field::kEvent);
  EXPECT_EQ(Kinds().FieldOf(WordClass::kNoun, "plumber"), Field::kPerson);
  EXPECT_EQ(Kinds().FieldOf(WordClass::kNoun, "qwzx"), Field::kNone);
  EXPECT_EQ(Kinds().SecondFieldOf(WordClass::kNoun, "qwzx"), Field::kNone);
}

}  // namespace
}  // namespace consilience
