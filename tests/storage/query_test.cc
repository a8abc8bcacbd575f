// SQL of users: what they may do, how it is limited, what they are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "storage/claim_store.h"
#include "support/sample_records.h"
#include "support/status_matchers.h"
#include "support/temp_dir.h"

namespace consilience {
namespace {

using ::consilience::testing::IsOk;
using ::consilience::testing::Lines;
using ::consilience::testing::MakeArticle;
using ::consilience::testing::StatusIs;
using ::consilience::testing::TempDir;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Query : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = ClaimStore::Open(folder_.File("s.db"), OpenMode::kCreate);
    ASSERT_THAT(store, IsOk());
    store_ = std::move(*store);
    ASSERT_THAT(store_->Begin(), IsOk());
    ASSERT_THAT(store_->AddDocument(MakeArticle("a1", "BBC", "Lena Berg", "opened", "a bridge")), IsOk());
    ASSERT_THAT(store_->Commit(), IsOk());
  }

  absl::Status Run(const std::string& sql, const QueryOptions& options = {}) {
    lines_ = Lines();
    return store_->Query(sql, options, &lines_);
  }

  TempDir folder_;
  std::unique_ptr<ClaimStore> store_;
  Lines lines_;
};

TEST_F(Query, CellsKeepTheirTypes) {
  ASSERT_THAT(Run("SELECT 1 AS a, 2.5 AS b, 'x' AS c, NULL AS d, x'00ff' AS e"), IsOk());
  EXPECT_THAT(lines_.columns, ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(lines_.lines, ElementsAre("1|2.500000|x|-|X'00FF'"));
}

TEST_F(Query, TheProgramsOwnQuestionsGetEachRow) {
  std::vector<int64_t> found;
  const auto add = [&](absl::Span<const Cell> cells) { found.push_back(std::get<int64_t>(cells[0])); };
  ASSERT_THAT(store_->ForEachRow("SELECT value + ?1 FROM json_each('[1,2]')", {"10"}, add), IsOk());
  EXPECT_THAT(found, ElementsAre(11, 12));
  EXPECT_THAT(store_->ForEachRow("DELETE FROM documents", {}, add), StatusIs(absl::StatusCode::kPermissionDenied));
}

TEST_F(Query, AnEmptyResultStillHasItsColumns) {
  ASSERT_THAT(Run("SELECT outlet FROM credited_claims WHERE 0"), IsOk());
  EXPECT_THAT(lines_.columns, ElementsAre("outlet"));
  EXPECT_TRUE(lines_.lines.empty());
}

TEST_F(Query, NothingThatWritesOrReachesOutsideIsAllowed) {
  for (const char* sql :
       {"DELETE FROM documents", "INSERT INTO outlets(id, name) VALUES (1, 'x')", "CREATE TABLE t(x)",
        "CREATE TEMP TABLE t(x)", "DROP VIEW runs", "ATTACH '/tmp/consilience_attached.db' AS o", "VACUUM",
        "VACUUM INTO '/tmp/consilience_vacuumed.db'", "PRAGMA user_version = 3", "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = ON", "BEGIN", "SELECT load_extension('x')", "REINDEX", "ANALYZE",
        "UPDATE claims SET subject = ''", "WITH x AS (SELECT 1) DELETE FROM claims"}) {
    EXPECT_THAT(Run(sql), StatusIs(absl::StatusCode::kPermissionDenied)) << sql;
  }
  ASSERT_THAT(Run("SELECT count(*) FROM credited_claims"), IsOk());
  EXPECT_THAT(lines_.lines, ElementsAre("1"));
}

TEST_F(Query, TheSchemaMayBeLookedAt) {
  EXPECT_THAT(Run("SELECT name FROM sqlite_schema WHERE type = 'view'"), IsOk());
  EXPECT_THAT(Run("PRAGMA table_info(documents)"), IsOk());
  EXPECT_THAT(Run("SELECT * FROM pragma_table_info('documents')"), IsOk());
  EXPECT_THAT(Run("SELECT value FROM json_each('[1, 2]')"), IsOk());
  EXPECT_FALSE(Run("UPDATE sqlite_master SET sql = ''").ok());
  EXPECT_THAT(Run("EXPLAIN QUERY PLAN SELECT * FROM credited_claims"), IsOk());
}

TEST_F(Query, WritesAreAllowedWhenAskedFor) {
  QueryOptions options;
  options.allow_writes = true;
  EXPECT_THAT(Run("CREATE TABLE notes(text TEXT)", options), IsOk());
  EXPECT_THAT(Run("INSERT INTO notes VALUES ('x')", options), IsOk());
  ASSERT_THAT(Run("SELECT text FROM notes"), IsOk());
  EXPECT_THAT(lines_.lines, ElementsAre("x"));
}

TEST_F(Query, AMistakeIsToldInSqlitesWords) {
  EXPECT_THAT(Run("SELECT nothing FROM claim_groups"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("nothing")));
  EXPECT_THAT(Run("SELEC 1"), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("SELEC")));
  EXPECT_THAT(Run(""), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Run("  -- only a comment"), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Run(std::string("SELECT 1\0; DROP TABLE x", 23)), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(Query, OneStatementAtATime) {
  EXPECT_THAT(Run("SELECT 1; -- and that is all\n ;"), IsOk());
  EXPECT_THAT(Run("SELECT 1; SELECT 2"), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("more than one")));
  EXPECT_THAT(Run("SELECT 1; nonsense"), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("more than one")));
}

TEST_F(Query, ParametersAreNumbersOrTextByTheirForm) {
  QueryOptions options;
  options.positional = {"41", "4.5", "0x10", "1e3", " 7", "-"};
  ASSERT_THAT(Run("SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), typeof(?5), typeof(?6)", options), IsOk());
  EXPECT_THAT(lines_.lines, ElementsAre("integer|real|text|real|text|text"));
}

TEST_F(Query, NamedParametersTakeAnyOfSqlitesMarks) {
  QueryOptions options;
  options.named = {{"a", "x"}, {"b", "y"}, {"c", "z"}};
  ASSERT_THAT(Run("SELECT :a || @b || $c || :a", options), IsOk());
  EXPECT_THAT(lines_.lines, ElementsAre("xyzx"));
}

TEST_F(Query, ParametersMustFitTheStatement) {
  QueryOptions one;
  one.positional = {"1"};
  EXPECT_THAT(Run("SELECT ?, ?", one), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("?2")));
  EXPECT_THAT(Run("SELECT 1", one), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("1 values")));
  QueryOptions named;
  named.named = {{"who", "x"}};
  EXPECT_THAT(Run("SELECT :whom", named), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(":whom")));
  EXPECT_THAT(Run("SELECT 1", named), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(":who")));
}

TEST_F(Query, OneThatRunsTooLongIsStoppedAndTheStoreGoesOn) {
  QueryOptions options;
  options.time_limit = absl::Milliseconds(50);
  EXPECT_THAT(Run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", options),
              StatusIs(absl::StatusCode::kDeadlineExceeded, HasSubstr("50ms")));
  EXPECT_THAT(Run("SELECT 1"), IsOk());
}

TEST_F(Query, ASinksErrorStopsTheQuery) {
  class Full : public RowSink {
   public:
    absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
    absl::Status OnRow(absl::Span<const Cell>) override {
      ++rows;
      return absl::CancelledError("no more");
    }
    int rows = 0;
  } sink;
  EXPECT_THAT(store_->Query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9) SELECT i FROM n",
                            {}, &sink),
              StatusIs(absl::StatusCode::kCancelled));
  EXPECT_EQ(sink.rows, 1);
}

}  // namespace
}  // namespace consilience
