#include <gtest/gtest.h>

#include "engine/document/stream_reader.h"

namespace consilience {
namespace {

TEST(DetectContent, AnObjectWithAMemberIsJson) {
  EXPECT_EQ(DetectContent("{\"text\":\"x\"}"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent(" \n { \"id\" : 3 }"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("{\"id\":\"a\",\"text\":\n"), ContentKind::kJsonLines) << "cut short, it is still JSON";
  EXPECT_EQ(DetectContent("{}\n{\"text\":\"x\"}"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("[{\"text\":\"x\"}]"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("{\n  \"text\": \"x\"\n}"), ContentKind::kJsonLines);
}

TEST(DetectContent, ProseThatBeginsWithBracketsIsText) {
  EXPECT_EQ(DetectContent("{Updated} The ferry sank on Sunday."), ContentKind::kText);
  EXPECT_EQ(DetectContent("{\"Enough\" was all she said}"), ContentKind::kText);
  EXPECT_EQ(DetectContent("[Oslo] The bridge opened."), ContentKind::kText);
  EXPECT_EQ(DetectContent("\"Enough\": all she said."), ContentKind::kText);
  EXPECT_EQ(DetectContent("{"), ContentKind::kText);
  EXPECT_EQ(DetectContent(""), ContentKind::kText);
}

TEST(DetectContent, ALineThatNamesTheColumnsOfAClaimIsCsv) {
  EXPECT_EQ(DetectContent("source,subject,predicate,object\nBBC,a,b,c\n"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("verbatim,object,\"predicate\",Subject , source\r\n"), ContentKind::kClaimsCsv);
}

TEST(DetectContent, AFaultyClaimsHeaderIsNotTakenForProse) {
  EXPECT_EQ(DetectContent("source,subject,predicate,value\n"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("source;subject;predicate;object\n"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("source\tsubject\tpredicate\tobject\n"), ContentKind::kClaimsCsv);
}

TEST(DetectContent, ProseWithTheSameWordsIsText) {
  EXPECT_EQ(DetectContent("The source, the subject and the object, she said.\n"), ContentKind::kText);
  EXPECT_EQ(DetectContent("Grammar has subject, predicate, object\n"), ContentKind::kText);
  EXPECT_EQ(DetectContent("Headline\nsource,subject,predicate,object\n"), ContentKind::kText) << "not the first line";
}

}  // namespace
}  // namespace consilience
