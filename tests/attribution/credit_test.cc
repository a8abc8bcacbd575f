// Credits of whole documents: what stands in for a statement's own, what covers what, what stays in doubt.
#include "engine/attribution/credit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/syntax/analyzer.h"
#include "support/processor_time.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CreditTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (segmenter_ != nullptr) return;
    segmenter_ = Segmenter::Create()->release();
    analyzer_ = Analyzer::Load(CONSILIENCE_BINARY_DIR "/share/consilience/english.model")->release();
    registry_ = OutletRegistry::Create()->release();
  }

  DocumentCredits Find(const Document& document) {
    segmentation_ = segmenter_->Segment(document.text);
    Analyzer::Scratch scratch;
    const std::vector<Analysis> analyses = analyzer_->AnalyzeText(document.text, segmentation_, &scratch);
    return CreditFinder(registry_).Find(document, segmentation_, analyses,
                                        FindSpeech(document.text, segmentation_, analyses));
  }

  static Document Digest(const std::string& text, std::vector<std::string> header = {}) {
    Document document;
    document.format = InputFormat::kDigest;
    document.text = text;
    document.header_credits = std::move(header);
    return document;
  }
  static Document Article(const std::string& outlet, const std::string& text) {
    Document document;
    document.format = InputFormat::kArticles;
    document.outlet = outlet;
    document.text = text;
    return document;
  }

  // "BASIS OUTLET, ..." of each statement.
  static std::vector<std::string> Described(const DocumentCredits& credits) {
    std::vector<std::string> out;
    for (const std::vector<Credit>& statement : credits.statements) {
      out.push_back(absl::StrJoin(statement, ", ", [](std::string* to, const Credit& credit) {
        absl::StrAppend(to, ToString(credit.basis), " ", credit.outlet);
      }));
    }
    return out;
  }
  static std::vector<std::string> Described(const std::vector<WireMark>& marks) {
    std::vector<std::string> out;
    for (const WireMark& mark : marks) {
      out.push_back(absl::StrCat(ToString(mark.kind), " ", mark.outlet, " ", mark.statement));
    }
    return out;
  }

  static const Segmenter* segmenter_;
  static const Analyzer* analyzer_;
  static const OutletRegistry* registry_;
  Segmentation segmentation_;
};

const Segmenter* CreditTest::segmenter_ = nullptr;
const Analyzer* CreditTest::analyzer_ = nullptr;
const OutletRegistry* CreditTest::registry_ = nullptr;

TEST_F(CreditTest, WhoBearsTheNameOfAnOutletIsNone) {
  EXPECT_THAT(Described(Find(Article("Fox News", "Tomas Fox opened the harbour on Monday. Fox said it was safe."))),
              ElementsAre("publisher Fox News", "publisher Fox News"));
  EXPECT_THAT(Described(Find(Article("Fox News", "The mayor opened the harbour on Monday. Fox reported it first."))),
              ElementsAre("publisher Fox News", "inline Fox News"));
}

TEST_F(CreditTest, AParagraphIsCreditedToWhatClosesIt) {
  EXPECT_THAT(
      Described(Find(Digest("The ferry sank. Nobody died, according to CNN. It was old.\n\nThe owner wept.", {"BBC"}))),
      ElementsAre("paragraph CNN", "inline CNN", "header BBC", "header BBC"));
}

TEST_F(CreditTest, AnArticleIsItsPublishers) {
  EXPECT_THAT(Described(Find(Article("The Tarn Echo", "The ferry sank. Nobody died, according to CNN. It was old."))),
              ElementsAre("publisher The Tarn Echo", "inline CNN", "publisher The Tarn Echo"));
  EXPECT_THAT(Described(Find(Article("", "The ferry sank."))), ElementsAre(""));
}

TEST_F(CreditTest, ACreditLineOfItsOwnSpeaksForADigestWithoutHeader) {
  EXPECT_THAT(Described(Find(Digest("The ferry sank.\n\nSource: Reuters"))),
              ElementsAre("header Reuters", "inline Reuters"));
  EXPECT_THAT(Described(Find(Digest("The ferry sank.\n\nSource: Reuters", {"BBC"}))),
              ElementsAre("header BBC", "inline Reuters"));
}

TEST_F(CreditTest, CreditsTellWhereTheyStand) {
  const Document document = Digest("The ferry sank, according to the BBC.");
  const DocumentCredits credits = Find(document);
  ASSERT_EQ(credits.statements.size(), 1u);
  ASSERT_EQ(credits.statements[0].size(), 1u);
  const Credit& credit = credits.statements[0][0];
  EXPECT_EQ(credit.mention, "BBC");
  EXPECT_EQ(credit.span.In(document.text), "BBC");
  EXPECT_EQ(credit.cue.In(document.text), "according to");
  EXPECT_THAT(credit.covered, IsEmpty());  // all of it
}

TEST_F(CreditTest, OfTwoOutletsEachCoversItsClause) {
  const Document document = Digest("Reuters reported that the ferry had sunk, while the BBC said the crew was safe.");
  const DocumentCredits credits = Find(document);
  ASSERT_EQ(credits.statements[0].size(), 2u);
  ASSERT_EQ(credits.statements[0][0].covered.size(), 1u);
  EXPECT_EQ(credits.statements[0][0].covered[0].In(document.text), "that the ferry had sunk");
  ASSERT_EQ(credits.statements[0][1].covered.size(), 1u);
  EXPECT_EQ(credits.statements[0][1].covered[0].In(document.text), "the crew was safe");
}

TEST_F(CreditTest, ANameThatMayBeSeveralIsNobodysAndSaysSo) {
  const Document document = Digest("The tide was high. The ferry sank, according to the Post.", {"BBC"});
  const DocumentCredits credits = Find(document);
  EXPECT_THAT(Described(credits), ElementsAre("", ""));
  ASSERT_EQ(credits.ambiguous.size(), 1u);
  EXPECT_EQ(credits.ambiguous[0].statement, 1u);
  EXPECT_EQ(credits.ambiguous[0].span.In(document.text), "Post");
  EXPECT_THAT(credits.ambiguous[0].candidates, ::testing::Contains("The Washington Post"));
}

TEST_F(CreditTest, SharedNamesAreToldApartByTheDocument) {
  struct Case {
    const char* publisher;
    const char* text;  // its last statement counts
    const char* outlet;
  };
  for (const Case& c : std::vector<Case>{
           {"South China Morning Post", "The ferry sank, the Post reported.", "South China Morning Post"},
           {"", "The New York Post said it sank. The ferry sank, the Post reported.", "New York Post"},
           {"The Hindu", "The ferry sank, the Express reported.", "The Indian Express"},
           {"", "It sank off Sydney, in Australian waters. The ferry sank, ABC reported.",
            "Australian Broadcasting Corporation"},
           {"", "The ferry sank, the ABC reported.", "Australian Broadcasting Corporation"},
           {"", "The ferry sank, ABC reported.", "ABC News"},
           {"", "It sank off Lagos, in Nigeria. The ferry sank, The Guardian reported.", "The Guardian (Nigeria)"},
           {"", "The ferry sank, The Guardian reported.", "The Guardian"},
           {"", "The ferry sank, CNA and the Taipei Times reported.", "Central News Agency"},
           {"", "CNN saw smoke. The ferry sank, the Times and NPR reported.", "The New York Times"},
           {"", "The Irish Examiner saw smoke. The ferry sank, the Independent reported.", "Irish Independent"},
       }) {
    const DocumentCredits credits = Find(Article(c.publisher, c.text));
    ASSERT_FALSE(credits.statements.back().empty()) << c.text;
    EXPECT_EQ(credits.statements.back()[0].outlet, c.outlet) << c.text;
  }
}

TEST_F(CreditTest, WhatGoesOnBelongsToWhoeverReportedBefore) {
  EXPECT_THAT(Described(Find(Digest("Reuters reported that the ferry sank. It added that the crew was safe."))),
              ElementsAre("inline Reuters", "inline Reuters"));
  EXPECT_THAT(Described(Find(Digest("Haaretz reported that the ferry sank. The newspaper said the crew was safe."))),
              ElementsAre("inline Haaretz", "inline Haaretz"));
  EXPECT_THAT(
      Described(Find(Digest("Kyodo reported that the ferry sank. The crew was safe, the owner told the agency."))),
      ElementsAre("inline Kyodo News", "inline Kyodo News"));
  // An agency is no newspaper, and of two nobody knows which.
  EXPECT_THAT(Described(Find(Digest("Kyodo reported that the ferry sank. The newspaper said the crew was safe."))),
              ElementsAre("inline Kyodo News", ""));
  EXPECT_THAT(
      Described(Find(Digest("CNN and NBC News reported that the ferry sank. The network said the crew was safe."))),
      ElementsAre("inline CNN, inline NBC News", ""));
  // "It" may be the company.
  EXPECT_THAT(Described(Find(Digest("CNN reported that the company had lost a ferry. It said the crew was safe."))),
              ElementsAre("inline CNN", ""));
}

TEST_F(CreditTest, APollStandsBesideOtherCredits) {
  EXPECT_THAT(Described(Find(Digest("Most voters want ferries, according to a CNN poll.", {"BBC"}))),
              ElementsAre("header BBC, poll CNN"));
}

TEST_F(CreditTest, WhatAnOutletReportsIsToldByItsCreditAndHasNoSpeaker) {
  const Document document = Digest(
      "The ferry sank, according to CNN and the BBC. The ferry was old, the mayor told CNN. It was new, the owner "
      "said.");
  segmentation_ = segmenter_->Segment(document.text);
  Analyzer::Scratch scratch;
  const std::vector<Analysis> analyses = analyzer_->AnalyzeText(document.text, segmentation_, &scratch);
  std::vector<Speech> speech = FindSpeech(document.text, segmentation_, analyses);
  LeaveSpeakersToCredits(CreditFinder(registry_).Find(document, segmentation_, analyses, speech), &speech);
  ASSERT_EQ(speech.size(), 3u);
  EXPECT_EQ(speech[0].speaker, "");
  EXPECT_EQ(speech[0].source.front().In(document.text), "CNN and the BBC");
  EXPECT_EQ(speech[1].speaker, "the mayor");
  EXPECT_EQ(speech[2].speaker, "the owner");
}

TEST_F(CreditTest, WireMarksTellWhoseCopyADocumentPrints) {
  EXPECT_THAT(Described(Find(Article("The Tarn Echo", "LISBON (Reuters) - The ferry sank.\n\nIt was old.")).wire_marks),
              ElementsAre("dateline Reuters 0"));
  EXPECT_THAT(Described(Find(Article("The Tarn Echo", "By Ann Lowe, Associated Press\n\nThe ferry sank.")).wire_marks),
              ElementsAre("byline Associated Press 0"));
  EXPECT_THAT(
      Described(Find(Article("The Tarn Echo", "The ferry sank.\n\nWith reporting by AFP and Kyodo")).wire_marks),
      ElementsAre("contribution Agence France-Presse 1", "contribution Kyodo News 1"));
  EXPECT_THAT(Described(Find(Article("The Tarn Echo", "The ferry sank off the cape (AFP).")).wire_marks),
              ElementsAre("closing Agence France-Presse 0"));
  // Its own mark, and a mere credit.
  EXPECT_THAT(Find(Article("Reuters", "LISBON (Reuters) - The ferry sank.")).wire_marks, IsEmpty());
  EXPECT_THAT(Find(Article("The Tarn Echo", "The ferry sank, according to Reuters.")).wire_marks, IsEmpty());
}

TEST_F(CreditTest, WireMarksNeedNoTrees) {
  const Document document = Article("The Tarn Echo", "LISBON (Reuters) - The ferry sank.");
  const DocumentCredits credits = CreditFinder(registry_).Find(document, segmenter_->Segment(document.text), {}, {});
  EXPECT_THAT(Described(credits.wire_marks), ElementsAre("dateline Reuters 0"));
}

TEST_F(CreditTest, TimeGrowsWithTheWordsAndNotWithTheirSquare) {
  constexpr int kFew = 2500;
  const auto time_of = [&](const char* words, int count) {
    Document document = Digest("");
    for (int i = 0; i < count; ++i) document.text += words;
    const Segmentation segmentation = segmenter_->Segment(document.text);
    return testing::ProcessorTime([&] { CreditFinder(registry_).Find(document, segmentation, {}, {}); });
  };
  for (const char* words : {"told CNN ", "CNN, ", "the Times and ", "(AP) - ", "\"CNN said "}) {
    const double few = time_of(words, kFew);
    EXPECT_LT(time_of(words, kFew * testing::kTimesAsLong), testing::MostForTimesAsLong(few)) << words;
  }
}

TEST_F(CreditTest, TextOfAnyKindIsRead) {
  for (const char* text : {"", " \n\n ", "(", "(AP)", "told", "according to", "CNN", "CNN, CNN and CNN", "\u201c\u201d",
                           "the the the", "Reuters\u00a0reported\u00a0it", "told told told CNN CNN told"}) {
    const DocumentCredits credits = Find(Digest(text, {"BBC"}));
    EXPECT_EQ(credits.statements.size(), segmentation_.statements.size()) << text;
  }
}

}  // namespace
}  // namespace consilience
