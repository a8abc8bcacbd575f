// Reports of real stores: what stands together, in which order, in whose words.
#include "engine/pipeline/report_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/pipeline/reconciliation_run.h"
#include "support/sample_records.h"
#include "support/temp_dir.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MakeArticle;
using testing::MakeClaim;
using ::testing::SizeIs;

class ReportBuilder : public ::testing::Test {
 protected:
  ReportBuilder() {
    auto store = ClaimStore::Open(folder_.File("s.db"), OpenMode::kCreate);
    EXPECT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }

  void Add(const std::vector<DocumentRecord>& records) {
    ASSERT_TRUE(store_->Begin().ok());
    for (const DocumentRecord& record : records) ASSERT_TRUE(store_->AddDocument(record).ok());
    ASSERT_TRUE(store_->Commit().ok());
  }

  Report Build(const ReportOptions& options = {}) {
    EXPECT_TRUE(ReconcileStore({}, store_.get()).status().ok());
    absl::StatusOr<Report> report = BuildReport("s.db", options, store_.get());
    EXPECT_TRUE(report.ok()) << report.status();
    return *std::move(report);
  }

  // Adds a claim to the statement of an article.
  static Claim* AddClaim(DocumentRecord* record, const std::string& subject, const std::string& predicate,
                         const std::string& object) {
    StatementRecord& statement = record->statements[0];
    statement.claims.push_back(MakeClaim(statement.text, 0, subject, predicate, object));
    return &statement.claims.back();
  }

  // The same sentence in different words, about Alma and its owner.
  static DocumentRecord Ferry(const std::string& id, const std::string& outlet, const std::string& aside) {
    DocumentRecord record = MakeArticle(id, outlet, "The ferry Alma", "sank off", "Porto Novo, " + aside);
    record.statements[0].claims.clear();
    AddClaim(&record, "The ferry Alma", "sank off", "Porto Novo");
    return record;
  }

  testing::TempDir folder_;
  std::unique_ptr<ClaimStore> store_;
};

TEST_F(ReportBuilder, GroupsOfTheSameStatementsStandTogetherOnce) {
  DocumentRecord a = Ferry("a", "Harbour Post", "which owner Costa Line denied on Monday");
  DocumentRecord b = Ferry("b", "Island Radio", "and owner Costa Line did not deny it to us");
  for (DocumentRecord* record : {&a, &b}) AddClaim(record, "Costa Line", "owner", "Alma");
  Add({a, b});
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(1));
  EXPECT_EQ(report.best_corroborated[0].group.answer, "Porto Novo") << "as it stands first in the statement";
  ASSERT_THAT(report.best_corroborated[0].beside, SizeIs(1));
  EXPECT_EQ(report.best_corroborated[0].beside[0].subject, "Costa Line");
  EXPECT_THAT(report.best_corroborated[0].beside[0].quotations, IsEmpty());
}

TEST_F(ReportBuilder, AGroupOfFewerOfTheStatementsStandsBesideToo) {
  DocumentRecord a = Ferry("a", "Harbour Post", "its owner Costa Line told the paper");
  DocumentRecord b = Ferry("b", "Island Radio", "where owner Costa Line has its offices");
  DocumentRecord c = Ferry("c", "Valley Times", "a good hour after it had left");
  for (DocumentRecord* record : {&a, &b}) AddClaim(record, "Costa Line", "owner", "Alma");
  Add({a, b, c});
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(1));
  EXPECT_THAT(report.best_corroborated[0].group.outlets, ElementsAre("Harbour Post", "Island Radio", "Valley Times"));
  ASSERT_THAT(report.best_corroborated[0].beside, SizeIs(1));
  EXPECT_THAT(report.best_corroborated[0].beside[0].outlets, ElementsAre("Harbour Post", "Island Radio"));
}

TEST_F(ReportBuilder, QuotationsSayWhereTheClaimIs) {
  Add({Ferry("a", "Harbour Post", "as was told"), Ferry("b", "Island Radio", "we have learned from the coast guard")});
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(1));
  ASSERT_THAT(report.best_corroborated[0].group.quotations, SizeIs(2));
  for (const Quotation& quotation : report.best_corroborated[0].group.quotations) {
    EXPECT_EQ(quotation.statement.substr(quotation.focus_begin, quotation.focus_end - quotation.focus_begin),
              "The ferry Alma sank off Porto Novo");
    EXPECT_EQ(quotation.end - quotation.begin, quotation.statement.size());
  }
}

TEST_F(ReportBuilder, ASubjectFarAwayIsNotWhereTheClaimIs) {
  std::vector<DocumentRecord> records;
  for (const char* outlet : {"Harbour Post", "Island Radio"}) {
    DocumentRecord record = MakeArticle(outlet, outlet, "The ferry Alma,",
                                        std::string("of which ") + outlet +
                                            " has told that it was built in 1968, that it was twice refused a licence "
                                            "and that several captains had called it unfit for the open sea,",
                                        "sank off Porto Novo");
    record.statements[0].claims.clear();
    AddClaim(&record, "The ferry Alma", "sank off", "Porto Novo");
    records.push_back(record);
  }
  Add(records);
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(1));
  for (const Quotation& quotation : report.best_corroborated[0].group.quotations) {
    EXPECT_EQ(quotation.statement.substr(quotation.focus_begin, quotation.focus_end - quotation.focus_begin),
              "sank off Porto Novo");
  }
}

TEST_F(ReportBuilder, WhoSaidItIsToldEvenWhenOneOutletLeavesItOut) {
  DocumentRecord a = Ferry("a", "Harbour Post", "the harbour master said");
  DocumentRecord b = Ferry("b", "Island Radio", "as if nothing could be done about it");
  a.statements[0].claims[0].speaker = "the harbour master";
  Add({a, b});
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(1));
  EXPECT_THAT(report.best_corroborated[0].group.speakers, ElementsAre("the harbour master"));
}

TEST_F(ReportBuilder, WhatHappenedComesBeforeWhoHoldsWhichOffice) {
  std::vector<DocumentRecord> records;
  int number = 0;
  for (const char* outlet : {"Harbour Post", "Island Radio", "Valley Times"}) {
    const std::string n = std::to_string(number++);
    records.push_back(MakeArticle("m" + n, outlet, "Minister Lena Berg", "is", "Minister of Fisheries no. " + n));
    // As an apposition has it: no verb in the text.
    Claim& office = records.back().statements[0].claims[0];
    office.object.text = office.object.key = "Minister of Fisheries";
    office.predicate.span = {0, 0};
  }
  records.push_back(Ferry("a", "Harbour Post", "as was told"));
  records.push_back(Ferry("b", "Island Radio", "we have learned from the coast guard"));
  Add(records);
  const Report report = Build();
  ASSERT_THAT(report.best_corroborated, SizeIs(2));
  EXPECT_EQ(report.best_corroborated[0].group.subject, "The ferry Alma");
  EXPECT_EQ(report.best_corroborated[1].group.subject, "Minister Lena Berg");
  EXPECT_GT(report.best_corroborated[1].group.outlets.size(), report.best_corroborated[0].group.outlets.size());
}

TEST_F(ReportBuilder, ListsAreCutToWhatIsAskedFor) {
  std::vector<DocumentRecord> records;
  for (int i = 0; i < 5; ++i) {
    const std::string n = std::to_string(i);
    for (const char* outlet : {"Harbour Post", "Island Radio"}) {
      records.push_back(MakeArticle(outlet + n, outlet, "Governor Lena Berg", "opened", "Bridge " + n + " in Oslo"));
    }
  }
  Add(records);
  ReportOptions options;
  options.groups = 2;
  options.statements = 3;
  options.outlets = 1;
  Report report = Build(options);
  EXPECT_THAT(report.best_corroborated, SizeIs(2));
  EXPECT_THAT(report.statement_list, SizeIs(3));
  EXPECT_THAT(report.outlet_list, SizeIs(1));
  options.groups = options.statements = options.outlets = -1;
  report = Build(options);
  EXPECT_THAT(report.best_corroborated, SizeIs(5));
  EXPECT_THAT(report.statement_list, SizeIs(10));
  EXPECT_THAT(report.outlet_list, SizeIs(2));
  options.groups = options.statements = options.outlets = options.conflicts = 0;
  report = Build(options);
  EXPECT_THAT(report.best_corroborated, IsEmpty());
  EXPECT_EQ(report.statements, 10) << "counts are of all";
}

TEST_F(ReportBuilder, BeforeAReconciliationThereAreStatementsOnly) {
  Add({Ferry("a", "Harbour Post", "as was told")});
  const absl::StatusOr<Report> report = BuildReport("s.db", {}, store_.get());
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->reconciled, "");
  EXPECT_THAT(report->best_corroborated, IsEmpty());
  ASSERT_THAT(report->statement_list, SizeIs(1));
  EXPECT_THAT(report->statement_list[0].outlets, ElementsAre("Harbour Post"));
  ASSERT_THAT(report->statement_list[0].claims, SizeIs(1));
  EXPECT_EQ(report->statement_list[0].claims[0].predicate_text, "sank off");
}

}  // namespace
}  // namespace consilience
