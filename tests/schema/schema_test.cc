#include "schema/schema.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/attribution/credit.h"
#include "engine/claim/claim.h"
#include "engine/claim/value.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {
namespace {

class Schema : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const Migration& migration : Migrations()) database_.exec(std::string(migration.sql));
    database_.exec(std::string(ViewsSql()));
  }

  int64_t Number(const std::string& sql) {
    SQLite::Statement row(database_, sql);
    return row.executeStep() ? row.getColumn(0).getInt64() : -1;
  }

  // The codes of an enumeration stand in the store: each must have the name that the program gives it, and no others.
  template <typename Enumeration>
  void ExpectNames(const char* enumeration) {
    SQLite::Statement row(database_, "SELECT code, name FROM names WHERE enumeration = ? ORDER BY code");
    row.bind(1, enumeration);
    int64_t code = 0;
    for (; row.executeStep(); ++code) {
      EXPECT_EQ(row.getColumn(0).getInt64(), code) << enumeration;
      EXPECT_EQ(row.getColumn(1).getString(), std::string(ToString(static_cast<Enumeration>(code)))) << enumeration;
    }
    EXPECT_GT(code, 1) << enumeration;
  }

  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(Schema, MigrationsAreNumberedFromOneWithoutGaps) {
  int expected = 1;
  for (const Migration& migration : Migrations()) EXPECT_EQ(migration.version, expected++) << migration.name;
}

TEST_F(Schema, PublicViewsAreAllThereAre) {
  for (const absl::string_view view : PublicViews()) {
    EXPECT_EQ(Number("SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name = '" + std::string(view) + "'"),
              1)
        << view;
  }
  EXPECT_EQ(Number("SELECT count(*) FROM sqlite_schema WHERE type = 'view'"),
            static_cast<int64_t>(PublicViews().size()));
}

TEST_F(Schema, EveryTableIsStrict) {
  EXPECT_EQ(Number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 "
                   "AND name NOT LIKE 'sqlite_%'"),
            0);
  EXPECT_GT(Number("SELECT count(*) FROM pragma_table_list WHERE strict = 1"), 8);
}

TEST_F(Schema, CodesInTheStoreHaveTheNamesTheProgramGivesThem) {
  ExpectNames<CreditBasis>("basis");
  ExpectNames<Polarity>("polarity");
  ExpectNames<Modality>("modality");
  ExpectNames<ValueRelation>("relation");
  ExpectNames<ValueKind>("value");
  ExpectNames<ConflictKind>("conflict");
  ExpectNames<WireMarkKind>("wire mark");
}

TEST_F(Schema, ThePublicViewsHaveTheColumnsPromised) {
  struct View {
    const char* name;
    const char* columns;
  };
  constexpr View kViews[] = {
      {"credited_claims",
       "claim_id, document, outlet, basis, subject, predicate, object, polarity, modality, speaker, value, unit, "
       "statement, begin, \"end\", published"},
      {"claim_groups",
       "group_id, subject, predicate, answer, claims, outlets, publisher_families, independent_outlets, probability, "
       "first_published, last_published, rank, question, confidence"},
      {"group_claims", "group_id, claim_id"},
      {"conflicts",
       "conflict_id, group_a, group_b, kind, explanation, outlets_a, outlets_b, parties, speaker_a, speaker_b"},
      {"resolved_values", "subject, predicate, answer, probability, rank, outlets"},
      {"outlet_agreement", "outlet_a, outlet_b, shared, agreed, conflicted, dependence"},
      {"outlet_scores", "outlet, claims, corroborated, contradicted, reliability, low, high"},
      {"runs", "run_id, started, finished, state, parameters"},
      {"wire_copies", "document, publisher, outlet, kind, begin, \"end\", published"},
      {"statement_credits", "statement_id, document, statement, begin, \"end\", outlet, basis"},
  };
  for (const View& view : kViews) {
    EXPECT_NO_THROW(SQLite::Statement(database_, std::string("SELECT ") + view.columns + " FROM " + view.name))
        << view.name;
  }
}

TEST_F(Schema, JoinedClaimsAreLookedUpByTheirIdsNotMadeUpAsAWhole) {
  for (const char* sql :
       {"SELECT outlet, statement FROM group_claims JOIN credited_claims USING (claim_id) WHERE group_id = 5",
        "SELECT outlet FROM credited_claims WHERE claim_id IN (SELECT claim_id FROM group_claims WHERE group_id = "
        "5)"}) {
    SQLite::Statement plan(database_, std::string("EXPLAIN QUERY PLAN ") + sql);
    int searches = 0;
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      EXPECT_EQ(step.find("SCAN"), std::string::npos) << step << " in " << sql;
      EXPECT_EQ(step.find("MATERIALIZE"), std::string::npos) << step << " in " << sql;
      searches += step.find("SEARCH") != std::string::npos;
    }
    EXPECT_GT(searches, 4) << sql;
  }
}

}  // namespace
}  // namespace consilience
