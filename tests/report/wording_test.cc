#include "engine/report/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/terminal_text.h"
#include "report/sample_report.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

TEST(Wording, NumbersAreGroupedAndNounsSuitThem) {
  EXPECT_EQ(Counted(1, "outlet", "outlets"), "1 outlet");
  EXPECT_EQ(Counted(0, "outlet", "outlets"), "0 outlets");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(1234567), "1,234,567");
  EXPECT_EQ(Grouped(-1000), "-1,000");
}

TEST(Wording, AShareIsNeverRoundedToACertaintyThatIsNone) {
  EXPECT_EQ(Percent(Probability::FromDouble(0)), "0%");
  EXPECT_EQ(Percent(Probability::FromDouble(0.004)), "under 1%");
  EXPECT_EQ(Percent(Probability::FromDouble(0.874)), "87%");
  EXPECT_EQ(Percent(Probability::FromDouble(0.994)), "99%");
  EXPECT_EQ(Percent(Probability::FromDouble(0.9999)), "over 99%");
  EXPECT_EQ(Percent(Probability::Certain()), "100%");
}

TEST(Wording, APeriodOfOneDayIsThatDay) {
  EXPECT_EQ(Period("2026-05-04T08:00:00Z", "2026-05-04T23:10:00Z"), "2026-05-04");
  EXPECT_EQ(Period("2026-05-04", "2026-05-06"), "2026-05-04 to 2026-05-06");
  EXPECT_EQ(Period("", "2026-05-06"), "2026-05-06");
  EXPECT_EQ(Period("", ""), "");
  EXPECT_EQ(Moment("2026-05-05T08:30:00+02:00"), "2026-05-05 06:30 UTC");
}

TEST(Wording, AFactIsASentenceInTheWordsOfOneOfItsClaims) {
  ReportGroup group;
  group.subject = "Ana Morel; Rui Tavares";
  group.predicate = "sign";
  group.answer = "agreement";
  group.subject_text = "The two leaders";
  group.predicate_text = "did not sign";
  group.object_text = "an agreement";
  EXPECT_EQ(Fact(group), "The two leaders did not sign an agreement");
  group.object_text = "";
  EXPECT_EQ(Fact(group), "The two leaders did not sign");
  group.polarity = "negated";
  group.predicate_text = "did not sign";
  EXPECT_EQ(FactInFull(group), "The two leaders did not sign");
  group.predicate_text = "signed in";
  EXPECT_EQ(FactInFull(group), "The two leaders signed in (negated)") << "not a word says so";
  group.predicate_text = "met In";
  EXPECT_EQ(Fact(group), "The two leaders met in") << "it stood at the beginning of its sentence";
}

TEST(Wording, WhomAPronounMeansIsAddedAsWhatWasNotSaid) {
  ReportGroup group;
  group.subject = "Rui Tavares";
  group.subject_text = "He";
  group.predicate_text = "signed";
  group.object_text = "it";
  group.answer = "the treaty";
  EXPECT_EQ(Fact(group), "He [Rui Tavares] signed it [the treaty]");
  group.subject = "they";
  group.answer = "";
  EXPECT_EQ(Fact(group), "He signed it") << "nothing is known of them";
}

TEST(Wording, AFactOfReadyMadeClaimsIsAQuestionAndItsAnswer) {
  ReportGroup group;
  group.subject = "Mount Tamar";
  group.predicate = "height";
  group.answer = "1200";
  EXPECT_EQ(Fact(group), "Mount Tamar, height: 1200");
}

TEST(Wording, TheThreeNumbersOfCorroborationStandSideBySide) {
  const Report report = testing::SampleReport();
  EXPECT_THAT(Support(report.best_corroborated[0].group),
              ElementsAre("4 outlets", "4 publisher families", "3 independent"));
}

TEST(Wording, EveryKindOfConflictAndEveryBasisHasItsWords) {
  for (const char* kind : {"quantity", "polarity", "antonym", "date", "place", "value", "modality"}) {
    EXPECT_NE(AtOdds(kind), kind);
  }
  for (const char* basis : {"inline", "paragraph", "header", "publisher", "via", "poll"}) {
    EXPECT_NE(BasisInWords(basis), basis);
  }
  EXPECT_EQ(AtOdds("tone"), "tone") << "a kind without words is shown as it is";
}

TEST(Wording, ADisputeBetweenSpeakersSaysWhoTheyAre) {
  ReportConflict conflict;
  conflict.kind = "polarity";
  EXPECT_EQ(AtOdds(conflict), "one side affirms what the other negates");
  conflict.speakers = true;
  conflict.speaker_b = "the harbour master";
  EXPECT_EQ(AtOdds(conflict), "one side affirms what the other negates, a dispute with the harbour master");
  conflict.speaker_a = "Rui  Tavares";
  EXPECT_EQ(AtOdds(conflict),
            "one side affirms what the other negates, a dispute between Rui Tavares and the harbour master");
}

TEST(Wording, OutletsWithTheSameWordsSpeakWithOneVoice) {
  const Report report = testing::SampleReport();
  const std::vector<ReportVoice> voices = Voices(report.best_corroborated[0].group);
  ASSERT_EQ(voices.size(), 2u);
  EXPECT_THAT(voices[0].outlets, ElementsAre("BBC News", "Reuters"));
  EXPECT_EQ(voices[0].quotation->document, "a2");
  EXPECT_THAT(voices[1].outlets, ElementsAre("Le Monde"));
  EXPECT_THAT(Unquoted(report.best_corroborated[0].group), ElementsAre("The Island Gazette & Shipping Advertiser"));
}

TEST(Wording, WordsThatDifferInMarksOnlyAreTheSame) {
  ReportGroup group;
  group.quotations = {testing::Quote("A", "\u201CWe\u2019ll proceed,\u201D she said", "a"),
                      testing::Quote("B", "\"We'll proceed\", she said.", "b"),
                      testing::Quote("C", "We'll proceed, he said", "c")};
  const std::vector<ReportVoice> voices = Voices(group);
  ASSERT_EQ(voices.size(), 2u);
  EXPECT_THAT(voices[0].outlets, ElementsAre("A", "B"));
}

TEST(Wording, ASpeakerAndAConditionAreToldNotHidden) {
  ReportGroup group;
  group.subject_text = "Twelve people";
  group.predicate_text = "died";
  EXPECT_EQ(FactInFull(group), "Twelve people died");
  group.speakers = {"the coast guard", "he"};
  group.modality = "conditional";
  EXPECT_EQ(FactInFull(group), "Twelve people died (conditional; said by the coast guard)");
  group.speakers = {"Tavares", "Rui Tavares", "Avares"};
  EXPECT_EQ(FactInFull(group), "Twelve people died (conditional; said by Rui Tavares, Avares)");
  group.speakers = {"The memo, which remains redacted in parts", "The memo, of which little is known", "Reed, Ltd."};
  EXPECT_EQ(FactInFull(group), "Twelve people died (conditional; said by The memo, Reed, Ltd.)");
  group.outlets = {"Reuters"};
  group.speakers = {"Reuters"};
  EXPECT_EQ(FactInFull(group), "Twelve people died (conditional)") << "its outlets are shown as such";
  group.speakers = {"We"};
  EXPECT_EQ(FactInFull(group), "Twelve people died (conditional; reported speech)");
  group.speakers = {"A", "B", "C", "D", "E"};
  group.modality = "asserted";
  EXPECT_EQ(FactInFull(group), "Twelve people died (said by A, B, C and 2 more)");
}

TEST(Excerpt, KeepsTheClaimInSight) {
  const std::string statement =
      "Asked in the harbour of Lisbon on Monday, the captain said that the ferry sank at noon.";
  const Passage passage = PassageOf(testing::Quote("A", statement, "a", "", "the ferry sank"));
  EXPECT_EQ(passage.text.substr(passage.focus_begin, passage.focus_end - passage.focus_begin), "the ferry sank");
  for (int width = 16; width < 100; ++width) {
    const std::string excerpt = Excerpt(passage, width);
    EXPECT_LE(DisplayWidth(excerpt), width);
    EXPECT_THAT(excerpt, HasSubstr("the ferry sank")) << width;
  }
  EXPECT_EQ(Excerpt(passage, 40), "…the captain said that the ferry sank…");
  EXPECT_EQ(Excerpt(passage, 100), statement);
}

TEST(Excerpt, FindsTheClaimThoughWhatIsPrintableIsShorter) {
  const std::string statement = "  The \n old   captain \x01 said: the ferry\tsank.";
  const Passage passage = PassageOf(testing::Quote("A", statement, "a", "", "the ferry\tsank"));
  EXPECT_EQ(passage.text.substr(passage.focus_begin, passage.focus_end - passage.focus_begin), "the ferry sank");
}

TEST(Excerpt, AFocusWithinACharacterCutsNone) {
  Quotation quotation = testing::Quote("A", "é東京ü", "a");
  for (uint32_t begin = 0; begin < quotation.statement.size(); ++begin) {
    for (uint32_t end = begin + 1; end <= quotation.statement.size(); ++end) {
      quotation.focus_begin = begin;
      quotation.focus_end = end;
      const Passage passage = PassageOf(quotation);
      ASSERT_LE(passage.focus_begin, passage.focus_end);
      ASSERT_LE(passage.focus_end, passage.text.size());
      for (const size_t cut : {passage.focus_begin, passage.focus_end}) {
        EXPECT_EQ(ValidUtf8(passage.text.substr(0, cut)), passage.text.substr(0, cut)) << begin << " " << end;
      }
    }
  }
}

TEST(Excerpt, AFocusOutsideTheStatementIsIgnored) {
  Quotation quotation = testing::Quote("A", "Short.", "a");
  quotation.focus_begin = 3;
  quotation.focus_end = 300;
  EXPECT_EQ(PassageOf(quotation).focus_end, 0u);
}

TEST(Wording, MannerTellsOnlyWhatIsNotPlain) {
  EXPECT_THAT(Manner({"a", "b", "b", "c", "affirmed", "asserted", ""}, {}), ElementsAre());
  EXPECT_THAT(Manner({"a", "b", "b", "c", "negated", "planned", "Rui Tavares"}, {"Reuters"}),
              ElementsAre("negated", "planned", "said by Rui Tavares"));
  EXPECT_THAT(Manner({"a", "b", "b", "c", "affirmed", "asserted", "Reuters"}, {"Reuters"}), ElementsAre());
}

TEST(Wording, CreditsAreSortedByTheirBasis) {
  ReportStatement statement;
  statement.outlets = {"ABC News", "Reuters", "BBC"};
  statement.bases = {"inline", "via", "inline"};
  EXPECT_THAT(CreditsByBasis(statement),
              ElementsAre(Pair("inline", ElementsAre("ABC News", "BBC")), Pair("via", ElementsAre("Reuters"))));
}

TEST(Wording, AReportNamesItsStoreWithoutTheFolders) {
  Report report;
  report.store = "/home/lena/stores/ferry.db";
  EXPECT_EQ(StoreName(report), "ferry.db");
  report.store = "ferry.db";
  EXPECT_EQ(StoreName(report), "ferry.db");
}

TEST(Wording, WhetherThereIsMoreCountsWhatStandsBeside) {
  Report report = testing::SampleReport();
  report.corroborated_groups = 4;  // of its five groups one has a single independent outlet
  EXPECT_FALSE(HasMoreCorroborated(report));
  report.corroborated_groups = 5;
  EXPECT_TRUE(HasMoreCorroborated(report));
}

TEST(Wording, WhatIsTooDoubtfulToBeShownIsCounted) {
  Report report = testing::SampleReport();
  report.doubtful_groups = 1312;
  EXPECT_NE(LeftOut(report).find("1,312"), std::string::npos);
  EXPECT_TRUE(NoFacts(report).empty());
  report.corroborated_groups = 0;
  EXPECT_EQ(NoFacts(report), LeftOut(report));
  report.doubtful_groups = 0;
  EXPECT_TRUE(LeftOut(report).empty());
  EXPECT_NE(NoFacts(report).find("No two outlets"), std::string::npos);
}

TEST(NextStep, AnEmptyStoreIsToBeIngestedAndAnUnreconciledOneReconciled) {
  Report report;
  report.store = "my store.db";
  EXPECT_EQ(NextStepOf(report).command, "consilience ingest --store 'my store.db' PATH...");
  report.store = "it's.db";
  report.documents = 3;
  EXPECT_EQ(NextStepOf(report).command, "consilience reconcile --store 'it'\\''s.db'");
  EXPECT_THAT(NextStepOf(report).why, HasSubstr("No reconciliation yet"));
  report.reconciled = "2026-05-05T06:30:00Z";
  EXPECT_EQ(NextStepOf(report).command, "");
}

TEST(NextStep, AnEmptyStoreThatWasReconciledSaysOnlyWhatToDo) {
  Report report;
  report.reconciled = "2026-05-05T06:30:00Z";
  EXPECT_EQ(NoFacts(report), "");
  EXPECT_EQ(NoConflicts(report), "");
  report.documents = report.claims = 1;
  EXPECT_NE(NoFacts(report), "");
  EXPECT_NE(NoConflicts(report), "");
}

TEST(NextStep, ReadyMadeClaimsWithoutDocumentsAreReconciledToo) {
  Report report;
  report.store = "s.db";
  report.claims = 5;
  EXPECT_EQ(NextStepOf(report).command, "consilience reconcile --store s.db");
}

}  // namespace
}  // namespace consilience
