#include <gtest/gtest.h>

#include "engine/document/stream_reader.h"

namespace consilience {
namespace {

TEST(DetectContent, AnObjectWithAMemberIsJson) {
  EXPECT_EQ(DetectContent("{\"text\":\"x\"}"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("  { \"id\" : 3 }\r"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("{\"id\":\"a\",\"text\":"), ContentKind::kJsonLines) << "cut short, it is still JSON";
  EXPECT_EQ(DetectContent("{}"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("[{\"text\":\"x\"}]"), ContentKind::kJsonLines);
  EXPECT_EQ(DetectContent("{"), ContentKind::kJsonLines) << "as JSON is laid out over several lines";
  EXPECT_EQ(DetectContent(" [ {\r"), ContentKind::kJsonLines);
}

TEST(DetectContent, ProseThatBeginsWithBracketsIsText) {
  EXPECT_EQ(DetectContent("{Updated} The ferry sank on Sunday."), ContentKind::kText);
  EXPECT_EQ(DetectContent("{\"Enough\" was all she said}"), ContentKind::kText);
  EXPECT_EQ(DetectContent("[Oslo] The bridge opened."), ContentKind::kText);
  EXPECT_EQ(DetectContent("\"Enough\": all she said."), ContentKind::kText);
  EXPECT_EQ(DetectContent(""), ContentKind::kText);
}

TEST(DetectContent, ALineThatNamesTheColumnsOfAClaimIsCsv) {
  EXPECT_EQ(DetectContent("source,subject,predicate,object"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("verbatim,object,\"predicate\",Subject , source\r"), ContentKind::kClaimsCsv);
}

TEST(DetectContent, AFaultyClaimsHeaderIsNotTakenForProse) {
  EXPECT_EQ(DetectContent("source,subject,predicate,value"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("source;subject;predicate;object"), ContentKind::kClaimsCsv);
  EXPECT_EQ(DetectContent("source\tsubject\tpredicate\tobject"), ContentKind::kClaimsCsv);
}

TEST(DetectContent, ProseWithTheSameWordsIsText) {
  EXPECT_EQ(DetectContent("The source, the subject and the object, she said."), ContentKind::kText);
  EXPECT_EQ(DetectContent("Grammar has subject, predicate, object"), ContentKind::kText);
}

}  // namespace
}  // namespace consilience
