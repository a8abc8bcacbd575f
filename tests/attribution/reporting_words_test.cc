#include "engine/attribution/reporting_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace consilience {
namespace {

std::string LemmaOf(absl::string_view form) {
  const VerbMatch match = FindReportingVerb(form);
  return match.verb == nullptr ? "none" : std::string(match.verb->lemma);
}

TEST(ReportingWordsTest, VerbsAreFoundInAllTheirForms) {
  for (const auto& [form, lemma] :
       std::vector<std::pair<const char*, const char*>>{{"said", "say"},
                                                        {"SAYS", "say"},
                                                        {"saying", "say"},
                                                        {"told", "tell"},
                                                        {"written", "write"},
                                                        {"wrote", "write"},
                                                        {"argues", "argue"},
                                                        {"arguing", "argue"},
                                                        {"replied", "reply"},
                                                        {"replies", "reply"},
                                                        {"stresses", "stress"},
                                                        {"admitted", "admit"},
                                                        {"preferred", "prefer"},
                                                        {"labelled", "label"},
                                                        {"labeled", "label"},
                                                        {"lied", "lie"},
                                                        {"lying", "lie"},
                                                        {"shrugs", "none"},
                                                        {"", "none"},
                                                        {"counterrevolutionaries", "none"}}) {
    EXPECT_EQ(LemmaOf(form), lemma) << form;
  }
}

TEST(ReportingWordsTest, AFormThatIsPastAndParticipleCountsAsPast) {
  EXPECT_EQ(FindReportingVerb("said").form, VerbForm::kPast);
  EXPECT_EQ(FindReportingVerb("written").form, VerbForm::kParticiple);
  EXPECT_EQ(FindReportingVerb("read").form, VerbForm::kPast);
  EXPECT_EQ(FindReportingVerb("says").form, VerbForm::kThird);
  EXPECT_EQ(FindReportingVerb("say").form, VerbForm::kBase);
}

TEST(ReportingWordsTest, FramesTellWhatAVerbTakes) {
  EXPECT_NE(FindReportingVerb("told").verb->frames & kPerson, 0u);
  EXPECT_NE(FindReportingVerb("refused").verb->frames & kInfinitive, 0u);
  EXPECT_EQ(FindReportingVerb("refused").verb->frames & kThat, 0u);
  EXPECT_NE(FindReportingVerb("called").verb->frames & kSmall, 0u);
  EXPECT_EQ(FindReportingVerb("believes").verb->kind, SpeechKind::kThink);
  EXPECT_FALSE(FindReportingVerb("obtained").verb->speaks);
  EXPECT_EQ(FrameOfPreposition("About"), kAbout);
  EXPECT_EQ(FrameOfPreposition("that"), 0u);
  EXPECT_EQ(FrameOfPreposition("between"), 0u);
}

TEST(ReportingWordsTest, OutletsReportByVerbsOfReporting) {
  EXPECT_EQ(FindReportingVerb("reported").verb->outlet, OutletCue::kStrong);
  EXPECT_EQ(FindReportingVerb("said").verb->outlet, OutletCue::kWeak);
  EXPECT_EQ(FindReportingVerb("asked").verb->outlet, OutletCue::kQuestion);
  EXPECT_EQ(FindReportingVerb("declined").verb->outlet, OutletCue::kNone);
  EXPECT_TRUE(FindReportingVerb("obtained").verb->by);
  EXPECT_FALSE(FindReportingVerb("praised").verb->by);
}

TEST(ReportingWordsTest, NounsAreFoundInBothNumbers) {
  ASSERT_NE(FindReportingNoun("claims"), nullptr);
  EXPECT_EQ(FindReportingNoun("Claims")->lemma, "claim");
  EXPECT_EQ(FindReportingNoun("apologies")->lemma, "apology");
  EXPECT_EQ(FindReportingNoun("tables"), nullptr);
  ASSERT_NE(FindReportingAdjective("aware"), nullptr);
  EXPECT_NE(FindReportingAdjective("aware")->frames & kOf, 0u);
  EXPECT_EQ(FindReportingAdjective("blue"), nullptr);
}

}  // namespace
}  // namespace consilience
