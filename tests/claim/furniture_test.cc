#include "engine/claim/furniture.h"

#include <gtest/gtest.h>

namespace consilience {
namespace {

TEST(FurnitureTest, WhatAPageSaysOfItselfIsFurniture) {
  EXPECT_TRUE(IsFurniture("Sign up for the morning letter"));
  EXPECT_TRUE(IsFurniture("ADVERTISEMENT"));
  EXPECT_TRUE(IsFurniture("The Post Letter Email Sign Up"));
  EXPECT_TRUE(IsFurniture("  (AP Photo/Ana Lee)"));
  EXPECT_TRUE(IsFurniture("Copyright \u00A9 2020 The Post. Click here for reprints."));
}

TEST(FurnitureTest, LinksRunIntoASentenceSpoilIt) {
  EXPECT_TRUE(IsFurniture("The mayor thanked Ana LeeMayor quits over debts Harbour closed MORE for her help."));
  EXPECT_FALSE(IsFurniture("The mayor of McAllen wants MORE of it."));
}

TEST(FurnitureTest, TheSignatureOfAPostIsFurniture) {
  EXPECT_TRUE(IsFurniture("\u2014 Ana Lee (@analee) May 3, 2019"));
  EXPECT_FALSE(IsFurniture("Ana Lee (@analee) left."));
}

TEST(FurnitureTest, TextIsNone) {
  EXPECT_FALSE(IsFurniture("The mayor signed up for the race."));
  EXPECT_FALSE(IsFurniture("Copyright lawyers sued."));
  EXPECT_FALSE(IsFurniture(""));
}

}  // namespace
}  // namespace consilience
