#include "engine/statement/post_signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/statement/segmenter.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;

// "signature | name", "" for none.
std::string Found(const std::string& paragraph) {
  const auto found = FindPostSignature(paragraph, {0, static_cast<uint32_t>(paragraph.size())});
  if (!found.has_value()) return "";
  return std::string(found->span.In(paragraph)) + " | " + std::string(found->name.In(paragraph));
}

TEST(PostSignatureTest, ClosesAParagraphBehindADash) {
  EXPECT_EQ(Found("We leave in peace. \u2014 Ana B. Lee (@ana_lee) May 3, 2019"),
            "\u2014 Ana B. Lee (@ana_lee) May 3, 2019 | Ana B. Lee");
  EXPECT_EQ(Found("We leave in peace - Harbour Board (@harbour1)"), "- Harbour Board (@harbour1) | Harbour Board");
  EXPECT_EQ(Found("-- Ana Lee (@analee) 5:14 PM - 3 May 2019"), "-- Ana Lee (@analee) 5:14 PM - 3 May 2019 | Ana Lee");
  // The dash of a post is none of its signature.
  EXPECT_EQ(Found("We leave \u2014 in peace. \u2014 Ana Lee (@analee)"), "\u2014 Ana Lee (@analee) | Ana Lee");
}

TEST(PostSignatureTest, OpensAParagraphBeforeASentence) {
  EXPECT_EQ(Found("Ana Lee (@analee) We leave in peace."), "Ana Lee (@analee) | Ana Lee");
  EXPECT_EQ(Found("Ana Lee (@analee) 250 of us leave."), "Ana Lee (@analee) | Ana Lee");
}

TEST(PostSignatureTest, NamesOfWhichASentenceSpeaksSignNothing) {
  EXPECT_EQ(Found("Ana Lee (@analee) writes about harbours."), "");
  EXPECT_EQ(Found("Ana Lee (@analee), who leaves, thanked us."), "");
  EXPECT_EQ(Found("By Ana Lee (@analee) May 3, 2019"), "");
  EXPECT_EQ(Found("The mayor \u2014 her brother is Ben Lee (@benlee) \u2014 left."), "");
  EXPECT_EQ(Found("She left \u2014 with a smile for Ben Lee (@benlee)"), "");
  EXPECT_EQ(Found("Write to us (@harbour)."), "");
  EXPECT_EQ(Found("We leave in peace (May 3, 2019)."), "");
}

TEST(PostSignatureTest, IsAStatementOfItsOwn) {
  const std::string text =
      "The mayor answered.\nWe leave. We go \u2014 Ana Lee (@analee) May 3, 2019\nBen Ode (@benode) No. They stay.";
  const auto segmenter = Segmenter::Create();
  ASSERT_TRUE(segmenter.ok());
  std::vector<std::string> statements;
  std::vector<uint32_t> paragraphs;
  for (const Statement& statement : (*segmenter)->Segment(text).statements) {
    statements.emplace_back(statement.span.In(text));
    paragraphs.push_back(statement.paragraph);
  }
  EXPECT_THAT(statements,
              ElementsAre("The mayor answered.", "We leave.", "We go", "\u2014 Ana Lee (@analee) May 3, 2019",
                          "Ben Ode (@benode)", "No.", "They stay."));
  EXPECT_THAT(paragraphs, ElementsAre(0, 1, 1, 1, 2, 2, 2));
  EXPECT_TRUE(IsPostSignature(statements[3]));
  EXPECT_TRUE(IsPostSignature(statements[4]));
  EXPECT_FALSE(IsPostSignature(statements[2]));
  EXPECT_FALSE(IsPostSignature("Ana Lee (@analee) leaves."));
}

}  // namespace
}  // namespace consilience
