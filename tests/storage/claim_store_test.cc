#include "storage/claim_store.h"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "schema/schema.h"
#include "support/sample_records.h"
#include "support/status_matchers.h"
#include "support/temp_dir.h"

namespace consilience {
namespace {

using ::consilience::testing::IsOk;
using ::consilience::testing::IsOkAndHolds;
using ::consilience::testing::Lines;
using ::consilience::testing::MakeArticle;
using ::consilience::testing::MakeClaim;
using ::consilience::testing::StatusIs;
using ::consilience::testing::TempDir;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ClaimStoreTest : public ::testing::Test {
 protected:
  std::unique_ptr<ClaimStore> Open(OpenMode mode = OpenMode::kCreate, const std::string& name = "s.db") {
    auto store = ClaimStore::Open(folder_.File(name), mode);
    EXPECT_THAT(store, IsOk());
    return store.ok() ? std::move(*store) : nullptr;
  }

  static void Add(ClaimStore* store, const std::vector<DocumentRecord>& records) {
    ASSERT_THAT(store->Begin(), IsOk());
    for (const DocumentRecord& record : records) ASSERT_THAT(store->AddDocument(record), IsOk());
    ASSERT_THAT(store->Commit(), IsOk());
  }

  static std::vector<std::string> Ask(ClaimStore* store, const std::string& sql) {
    Lines lines;
    EXPECT_THAT(store->Query(sql, {}, &lines), IsOk()) << sql;
    return lines.lines;
  }

  TempDir folder_;
};

TEST_F(ClaimStoreTest, AClaimLeadsBackToItsStatementSpanAndDocument) {
  const auto store = Open();
  Add(store.get(), {MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge")});
  EXPECT_THAT(
      Ask(store.get(),
          "SELECT document, outlet, basis, subject, predicate, object, polarity, modality, speaker, statement, "
          "begin, \"end\", published, subject_begin, subject_end, object_begin, object_end FROM credited_claims"),
      ElementsAre("a1|BBC|publisher|Lena Berg|opened|a bridge|affirmed|asserted|-|Lena Berg opened a bridge.|0|26|"
                  "2026-03-04|0|9|17|25"));
}

TEST_F(ClaimStoreTest, TheValueOfAnObjectIsItsClaimsValue) {
  const auto store = Open();
  Add(store.get(), {MakeArticle("a1", "BBC", "The bridge", "cost", "more than $4.2 billion")});
  EXPECT_THAT(Ask(store.get(), "SELECT value, unit, relation FROM credited_claims"),
              ElementsAre("4200000000.000000|USD|>"));
}

TEST_F(ClaimStoreTest, ADocumentIsAddedOnce) {
  const auto store = Open();
  const DocumentRecord record = MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge");
  const Id id = DocumentId(record.document, record.publisher);
  EXPECT_THAT(store->HasDocument(id), IsOkAndHolds(false));
  ASSERT_THAT(store->Begin(), IsOk());
  EXPECT_THAT(store->AddDocument(record), IsOkAndHolds(true));
  EXPECT_THAT(store->AddDocument(record), IsOkAndHolds(false));
  ASSERT_THAT(store->Commit(), IsOk());
  EXPECT_THAT(store->HasDocument(id), IsOkAndHolds(true));
  EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM credited_claims"), ElementsAre("1"));
}

TEST_F(ClaimStoreTest, TextsThatDifferAreDifferentDocuments) {
  const DocumentRecord a = MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge");
  const DocumentRecord b = MakeArticle("a1", "BBC", "Lena Berg", "opened", "two bridges");
  EXPECT_NE(DocumentId(a.document, "BBC"), DocumentId(b.document, "BBC"));
  EXPECT_NE(DocumentId(a.document, "BBC"), DocumentId(a.document, "CNN"));
  Document digest = a.document;
  digest.header_credits = {"Reuters"};
  EXPECT_NE(DocumentId(a.document, "BBC"), DocumentId(digest, "BBC"));
}

TEST_F(ClaimStoreTest, IdsDoNotDependOnTheOrderOfIngestion) {
  const DocumentRecord a = MakeArticle("a", "BBC", "Lena Berg", "opened", "a bridge");
  const DocumentRecord b = MakeArticle("b", "CNN", "Lena Berg", "closed", "a road");
  const auto forwards = Open(OpenMode::kCreate, "f.db");
  const auto backwards = Open(OpenMode::kCreate, "b.db");
  Add(forwards.get(), {a, b});
  Add(backwards.get(), {b, a});
  const std::string all = "SELECT * FROM credited_claims ORDER BY claim_id";
  EXPECT_EQ(Ask(forwards.get(), all), Ask(backwards.get(), all));
}

TEST_F(ClaimStoreTest, WithoutACommitNothingIsKept) {
  {
    const auto store = Open();
    ASSERT_THAT(store->Begin(), IsOk());
    ASSERT_THAT(store->AddDocument(MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge")), IsOk());
    store->Rollback();
    EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM statement_credits"), ElementsAre("0"));
    // The outlet made in the transaction that was undone is made again.
    Add(store.get(), {MakeArticle("a2", "BBC", "Lena Berg", "left", "the office")});
    ASSERT_THAT(store->Begin(), IsOk());
    ASSERT_THAT(store->AddDocument(MakeArticle("a3", "CNN", "Lena Berg", "opened", "a bridge")), IsOk());
  }
  const auto store = Open(OpenMode::kReadOnly);
  EXPECT_THAT(Ask(store.get(), "SELECT document, outlet FROM statement_credits"), ElementsAre("a2|BBC"));
}

TEST_F(ClaimStoreTest, OutletsAreKeptUpToDateAndCountOnceCredited) {
  const auto store = Open();
  Outlet outlet;
  outlet.name = "BBC";
  outlet.owner = "";
  ASSERT_THAT(store->Begin(), IsOk());
  ASSERT_THAT(store->AddOutlets({outlet}), IsOk());
  ASSERT_THAT(store->Commit(), IsOk());
  EXPECT_THAT(*store->Outlets(), IsEmpty());
  Add(store.get(), {MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge")});
  outlet.owner = "British Broadcasting Corporation";
  outlet.kind = OutletKind::kWire;
  ASSERT_THAT(store->Begin(), IsOk());
  ASSERT_THAT(store->AddOutlets({outlet}), IsOk());
  ASSERT_THAT(store->Commit(), IsOk());
  const auto outlets = store->Outlets();
  ASSERT_THAT(outlets, IsOk());
  ASSERT_THAT(*outlets, SizeIs(1));
  EXPECT_EQ((*outlets)[0].family, "British Broadcasting Corporation");
  EXPECT_TRUE((*outlets)[0].wire);
}

TEST_F(ClaimStoreTest, TheReconcilerIsGivenEveryClaimWithItsCreditsAndValue) {
  const auto store = Open();
  DocumentRecord record =
      MakeArticle("a1", "The Hill", "The long new railway bridge", "cost", "$12 million", "2026-03-04T06:30:00Z");
  Credit via;
  via.outlet = "Reuters";
  via.basis = CreditBasis::kInline;
  record.statements[0].credits.push_back(via);
  record.statements[0].claims[0].speaker = "Lena Berg";
  record.statements[0].claims[0].modality = Modality::kPlanned;
  DocumentRecord uncredited = MakeArticle("a2", "", "The bridge", "opened", "late");
  uncredited.statements[0].credits.clear();
  Add(store.get(), {record, uncredited});
  const auto outlets = store->Outlets();
  ASSERT_THAT(outlets, IsOk());
  ASSERT_THAT(*outlets, SizeIs(2));
  EXPECT_EQ((*outlets)[0].name, "Reuters") << "in the order of the bytes of names";
  int claims = 0;
  ASSERT_THAT(store->Visit([&](const ClaimRecord& claim) {
    ++claims;
    EXPECT_THAT(claim.subject, ::testing::AnyOf("The bridge", "The long new railway bridge"));
    if (claim.predicate == "opened") {
      EXPECT_THAT(claim.credits, IsEmpty());
      EXPECT_EQ(claim.object, "late");
      return absl::OkStatus();
    }
    EXPECT_EQ(claim.object, "$12 million");
    EXPECT_EQ(claim.speaker, "Lena Berg");
    EXPECT_EQ(claim.modality, Modality::kPlanned);
    EXPECT_EQ(claim.published, 1772605800);
    EXPECT_NE(claim.statement_fingerprint, 0u);
    EXPECT_EQ(claim.confidence, Probability::FromDouble(0.9));
    EXPECT_THAT(claim.credits,
                ElementsAre(CreditRecord{0, CreditBasis::kInline}, CreditRecord{1, CreditBasis::kPublisher}));
    EXPECT_NE(claim.value, nullptr);
    if (claim.value != nullptr) {
      EXPECT_EQ(claim.value->kind, ValueKind::kMoney);
      EXPECT_EQ(claim.value->amount, Decimal::FromInt(12'000'000));
      EXPECT_EQ(claim.value->unit, "USD");
    }
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_EQ(claims, 2);
}

TEST_F(ClaimStoreTest, StatementsOfTheSameWordsHaveOneFingerprint) {
  const auto store = Open();
  Add(store.get(),
      {MakeArticle("a1", "BBC", "“Lena Berg”", "opened", "a bridge in Oslo"),
       MakeArticle("a2", "CNN", "\"Lena  Berg\"", "opened", "a bridge in Oslo"),
       MakeArticle("a3", "NPR", "\"Lena Bergs\"", "opened", "a bridge in Oslo"),
       MakeArticle("a4", "CBS", "Lena", "opened", "bridges"), MakeArticle("a5", "ABC", "Berg", "left", "Oslo")});
  std::map<uint64_t, int> counts;
  ASSERT_THAT(store->Visit([&](const ClaimRecord& claim) {
    ++counts[claim.statement_fingerprint];
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(counts, SizeIs(3));
  EXPECT_EQ(counts[0], 2) << "statements that say too little";
}

TEST_F(ClaimStoreTest, AVisitorsErrorStopsTheVisitAndTheStoreGoesOn) {
  const auto store = Open();
  Add(store.get(), {MakeArticle("a1", "BBC", "A", "opened", "B"), MakeArticle("a2", "BBC", "C", "opened", "D")});
  int visited = 0;
  EXPECT_THAT(store->Visit([&](const ClaimRecord&) {
    ++visited;
    return absl::CancelledError("enough");
  }),
              StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(visited, 1);
  Add(store.get(), {MakeArticle("a3", "BBC", "E", "opened", "F")});
}

TEST_F(ClaimStoreTest, WhatOthersWriteMeanwhileIsNotSeenInTheMiddleOfAVisit) {
  const auto reader = Open();
  Add(reader.get(), {MakeArticle("a1", "BBC", "A", "opened", "B")});
  ASSERT_THAT(*reader->Outlets(), SizeIs(1));
  const auto writer = Open(OpenMode::kReadWrite);
  Add(writer.get(), {MakeArticle("a2", "CNN", "C", "opened", "D")});
  int visited = 0;
  ASSERT_THAT(reader->Visit([&](const ClaimRecord&) {
    ++visited;
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_EQ(visited, 1);
  EXPECT_THAT(*reader->Outlets(), SizeIs(2));
}

TEST_F(ClaimStoreTest, WireMarksAreShownAndThoseOfPrintedReportsVisited) {
  const auto store = Open();
  std::vector<DocumentRecord> records = {MakeArticle("a1", "The Guardian", "Lena Berg", "opened", "a bridge"),
                                         MakeArticle("a2", "Fox News", "Lena Berg", "opened", "a road")};
  records[0].wire_marks.push_back({"Reuters", WireMarkKind::kDateline, 0, {0, 4}});
  records[0].wire_marks.push_back({"Reuters", WireMarkKind::kClosing, 0, {5, 9}});
  records[1].wire_marks.push_back({"Associated Press", WireMarkKind::kContribution, 0, {0, 4}});
  Add(store.get(), records);
  EXPECT_THAT(
      Ask(store.get(),
          "SELECT document, publisher, outlet, kind, begin, \"end\", published FROM wire_copies "
          "ORDER BY document, begin"),
      ElementsAre("a1|The Guardian|Reuters|dateline|0|4|2026-03-04", "a1|The Guardian|Reuters|closing|5|9|2026-03-04",
                  "a2|Fox News|Associated Press|contribution|0|4|2026-03-04"));
  EXPECT_THAT(Ask(store.get(), "SELECT DISTINCT outlet FROM credited_claims ORDER BY outlet"),
              ElementsAre("Fox News", "The Guardian"));
  const auto outlets = store->Outlets();
  ASSERT_THAT(outlets, IsOk());
  const auto copies = store->WireCopies();
  ASSERT_THAT(copies, IsOk());
  ASSERT_THAT(*copies, SizeIs(1));
  EXPECT_EQ((*outlets)[copies->front().outlet].name, "Reuters");
  EXPECT_EQ(copies->front().document, DocumentId(records[0].document, "The Guardian"));
}

// "The tug sank, Reuters said, while CNN spoke of a fire": a claim in a part that one of them covers is its own.
TEST_F(ClaimStoreTest, AClaimIsCreditedToWhoseWordsItStandsIn) {
  DocumentRecord record = MakeArticle("a1", "Reuters", "The tug", "sank", "there");
  StatementRecord& statement = record.statements[0];
  const ByteSpan whole = statement.span;
  statement.credits[0].covered = {whole};
  statement.credits[0].basis = CreditBasis::kInline;
  Credit other;
  other.outlet = other.mention = "CNN";
  other.basis = CreditBasis::kInline;
  other.covered = {{whole.end + 1, whole.end + 9}};
  statement.credits.push_back(other);
  const auto store = Open();
  Add(store.get(), {record});
  EXPECT_THAT(Ask(store.get(), "SELECT outlet FROM credited_claims"), ElementsAre("Reuters"));
  EXPECT_THAT(Ask(store.get(), "SELECT outlet FROM statement_credits ORDER BY outlet"), ElementsAre("CNN", "Reuters"));
  std::vector<std::string> credited;
  const auto outlets = store->Outlets();
  ASSERT_THAT(store->Visit([&](const ClaimRecord& claim) {
    for (const CreditRecord& credit : claim.credits) credited.push_back((*outlets)[credit.outlet].name);
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(credited, ElementsAre("Reuters"));
}

TEST_F(ClaimStoreTest, ReadyMadeClaimsAreKeptOnceAndVisitedWithTheirValue) {
  const auto store = Open();
  const std::vector<ReadyClaim> claims = {
      {"BBC", "Mount Tamar", "height", "1,200 km", "2026-01-02", "1,200 km"},
      {"CNN", "Mount Tamar", "height", "high", "", ""},
  };
  ASSERT_THAT(store->Begin(), IsOk());
  EXPECT_THAT(store->AddReadyClaims(claims, "heights.csv"), IsOkAndHolds(2));
  EXPECT_THAT(store->AddReadyClaims(claims, "heights.csv"), IsOkAndHolds(0));
  ASSERT_THAT(store->Commit(), IsOk());
  EXPECT_THAT(Ask(store.get(), "SELECT document, outlet, object, value, unit FROM credited_claims ORDER BY outlet"),
              ElementsAre("heights.csv|BBC|1,200 km|1200.000000|km", "heights.csv|CNN|high|-|-"));
  int with_value = 0;
  ASSERT_THAT(store->Visit([&](const ClaimRecord& claim) {
    EXPECT_TRUE(claim.ready);
    EXPECT_EQ(claim.statement, 0);
    with_value += claim.value != nullptr;
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_EQ(with_value, 1);
}

// Reconciles what is in the store and writes the run.
void Reconcile(ClaimStore* store) {
  auto claims = ClaimTable::Load(store);
  ASSERT_THAT(claims, IsOk());
  const auto reconciliation = Reconcile(*claims, {});
  ASSERT_THAT(reconciliation, IsOk());
  ASSERT_THAT(store->WriteRun(*claims, *reconciliation, Corroborate(*claims, *reconciliation, {}), "{}",
                              absl::FromUnixSeconds(1'772'605'800)),
              IsOk());
}

TEST_F(ClaimStoreTest, ARunReplacesTheResultsOfTheLastOneAndIsLogged) {
  const auto store = Open();
  const std::vector<ReadyClaim> claims = {{"BBC", "Mount Tamar", "height", "1200", "2026-01-02", ""},
                                          {"Reuters", "Mount Tamar", "height", "1200", "2026-01-03T10:00:00Z", ""},
                                          {"CNN", "Mount Tamar", "height", "1250", "", ""}};
  ASSERT_THAT(store->Begin(), IsOk());
  ASSERT_THAT(store->AddReadyClaims(claims, "heights.csv"), IsOk());
  ASSERT_THAT(store->Commit(), IsOk());
  EXPECT_EQ(store->Status()->claims_since_last_run, 3);
  Reconcile(store.get());
  const std::string groups =
      "SELECT subject, predicate, answer, claims, outlets, publisher_families, independent_outlets, first_published, "
      "last_published FROM claim_groups ORDER BY answer";
  const std::vector<std::string> first = Ask(store.get(), groups);
  EXPECT_THAT(first, ElementsAre("Mount Tamar|height|1200|2|[\"BBC\",\"Reuters\"]|2|2|2026-01-02|2026-01-03T10:00:00Z",
                                 "Mount Tamar|height|1250|1|[\"CNN\"]|1|1|-|-"));
  EXPECT_THAT(Ask(store.get(), "SELECT kind, outlets_a, outlets_b FROM conflicts"), SizeIs(1));
  EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM group_claims JOIN credited_claims USING (claim_id)"),
              ElementsAre("3"));
  EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM outlet_scores"), ElementsAre("3"));
  const std::vector<std::string> ids = Ask(store.get(), "SELECT group_id FROM claim_groups ORDER BY group_id");
  Reconcile(store.get());
  EXPECT_EQ(Ask(store.get(), groups), first);
  EXPECT_EQ(Ask(store.get(), "SELECT group_id FROM claim_groups ORDER BY group_id"), ids);
  const auto status = store->Status();
  ASSERT_THAT(status, IsOk());
  EXPECT_EQ(status->claims, 3);
  EXPECT_EQ(status->outlets, 3);
  EXPECT_EQ(status->groups, 2);
  EXPECT_EQ(status->conflicts, 1);
  EXPECT_EQ(status->claims_since_last_run, 0);
  EXPECT_TRUE(status->last_run_finished.has_value());
  EXPECT_THAT(Ask(store.get(), "SELECT state, claims, groups, conflicts FROM runs"), ::testing::Contains("done|3|2|1"));
}

TEST_F(ClaimStoreTest, ABackupIsAWholeStoreAndOverwritesNothing) {
  const auto store = Open();
  Add(store.get(), {MakeArticle("a1", "BBC", "A", "opened", "B")});
  ASSERT_THAT(store->Backup(folder_.File("copy.db")), IsOk());
  EXPECT_THAT(store->Backup(folder_.File("copy.db")), StatusIs(absl::StatusCode::kAlreadyExists));
  const auto copy = Open(OpenMode::kReadOnly, "copy.db");
  EXPECT_THAT(Ask(copy.get(), "SELECT document FROM credited_claims"), ElementsAre("a1"));
}

TEST_F(ClaimStoreTest, AMissingStoreIsNotFoundAndTheRemedyNamed) {
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite}) {
    EXPECT_THAT(ClaimStore::Open(folder_.File("none.db"), mode),
                StatusIs(absl::StatusCode::kNotFound, HasSubstr("ingest")));
  }
  EXPECT_THAT(ClaimStore::Open(folder_.File("no/such/folder/s.db"), OpenMode::kCreate),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("folder")));
  EXPECT_THAT(ClaimStore::Open(folder_.path(), OpenMode::kCreate), StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(ClaimStoreTest, AnotherProgramsDatabaseOrAnyOtherFileIsLeftAlone) {
  std::ofstream(folder_.File("notes.txt")) << std::string(5000, 'x');
  EXPECT_THAT(ClaimStore::Open(folder_.File("notes.txt"), OpenMode::kCreate),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("not a claim store")));
  SQLite::Database other(folder_.File("other.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  other.exec("CREATE TABLE t(x)");
  EXPECT_THAT(ClaimStore::Open(folder_.File("other.db"), OpenMode::kCreate),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("not a claim store")));
}

TEST_F(ClaimStoreTest, AStoreOfANewerVersionIsNotTouched) {
  Open().reset();
  SQLite::Database raw(folder_.File("s.db"), SQLite::OPEN_READWRITE);
  raw.exec("PRAGMA user_version = 999");
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    EXPECT_THAT(ClaimStore::Open(folder_.File("s.db"), mode),
                StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("newer")));
  }
}

TEST_F(ClaimStoreTest, AStoreOfTheFirstVersionKeepsItsClaimsAndItsUsersViews) {
  {
    SQLite::Database raw(folder_.File("first.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    raw.exec(std::string(Migrations()[0].sql));
    raw.exec("CREATE VIEW claim_groups AS SELECT 1 AS an_older_form");
    raw.exec("CREATE VIEW mine AS SELECT name FROM outlets");
    raw.exec("INSERT INTO outlets(id, name) VALUES (7, 'The Evening Gull')");
    raw.exec("PRAGMA application_id = " + std::to_string(kStoreApplicationId));
    raw.exec("PRAGMA user_version = 1");
  }
  const auto store = Open(OpenMode::kReadWrite, "first.db");
  ASSERT_NE(store, nullptr);
  EXPECT_EQ(store->Status()->schema_version, Migrations().back().version);
  EXPECT_THAT(Ask(store.get(), "SELECT name FROM mine"), ElementsAre("The Evening Gull"));
  EXPECT_THAT(Ask(store.get(), "SELECT group_id FROM claim_groups"), IsEmpty());
  EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM wire_copies"), ElementsAre("0"));
}

TEST_F(ClaimStoreTest, AStoreOfEveryEarlierVersionKeepsItsGroupsAndConflicts) {
  for (size_t version = 1; version < Migrations().size(); ++version) {
    const std::string name = "of_version_" + std::to_string(version) + ".db";
    {
      SQLite::Database raw(folder_.File(name), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      for (size_t i = 0; i < version; ++i) raw.exec(std::string(Migrations()[i].sql));
      for (const char* id : {"1", "2"}) {
        raw.exec(std::string("INSERT INTO answer_groups(id, subject, predicate, answer, question, claims, outlets, "
                             "families, independent, probability, rank) VALUES (") +
                 id + ", 'The Star of Ellery', 'carry', '180 people', 1, 1, '[]', 1, 1, 500000, 1)");
      }
      raw.exec(
          "INSERT INTO group_conflicts(id, group_a, group_b, kind, explanation) VALUES (3, 1, 2, 0, 'they differ')");
      raw.exec("PRAGMA application_id = " + std::to_string(kStoreApplicationId));
      raw.exec(
          "INSERT INTO run_log VALUES (4, '2026-05-04T00:00:00Z', '2026-05-04T00:00:01Z', 'done', '{}', 0, 1, 2, 1, 0, "
          "0)");
      raw.exec("PRAGMA user_version = " + std::to_string(version));
    }
    EXPECT_THAT(ClaimStore::Open(folder_.File(name), OpenMode::kReadOnly),
                StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("brings it up to date")));
    const auto store = Open(OpenMode::kReadWrite, name);
    ASSERT_NE(store, nullptr) << version;
    EXPECT_THAT(Ask(store.get(), "SELECT count(*) FROM claim_groups WHERE confidence > 0"), ElementsAre("2"));
    EXPECT_THAT(Ask(store.get(), "SELECT parties FROM conflicts WHERE speaker_a IS NULL AND speaker_b IS NULL"),
                ElementsAre("outlets"));
    // They know less than what a run finds today.
    EXPECT_FALSE(store->Status()->last_run_finished.has_value());
    EXPECT_THAT(Ask(store.get(), "SELECT state, groups, conflicts FROM runs"), ElementsAre("outdated|2|1"));
  }
}

TEST_F(ClaimStoreTest, AnOlderStoreIsBroughtUpToDateByAWriterOnly) {
  {
    SQLite::Database raw(folder_.File("old.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    raw.exec("PRAGMA application_id = " + std::to_string(kStoreApplicationId));
  }
  EXPECT_THAT(ClaimStore::Open(folder_.File("old.db"), OpenMode::kReadOnly),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("reconcile")));
  Open(OpenMode::kReadWrite, "old.db");
  const auto store = Open(OpenMode::kReadOnly, "old.db");
  EXPECT_EQ(store->Status()->documents, 0);
}

TEST_F(ClaimStoreTest, SeveralProcessesMayMakeTheSameStoreAtOnce) {
  std::vector<std::thread> threads;
  std::vector<absl::Status> statuses(6);
  for (size_t i = 0; i < statuses.size(); ++i) {
    threads.emplace_back([&, i] {
      auto store = ClaimStore::Open(folder_.File("s.db"), OpenMode::kCreate);
      statuses[i] = store.status();
      if (!store.ok()) return;
      statuses[i] = (*store)->Begin();
      if (statuses[i].ok()) {
        statuses[i] = (*store)->AddDocument(MakeArticle(std::to_string(i), "BBC", "A", "opened", "B")).status();
      }
      if (statuses[i].ok()) statuses[i] = (*store)->Commit();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const absl::Status& status : statuses) EXPECT_THAT(status, IsOk());
  EXPECT_EQ(Open(OpenMode::kReadOnly)->Status()->documents, 6);
}

}  // namespace
}  // namespace consilience
