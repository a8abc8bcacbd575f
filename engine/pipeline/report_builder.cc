#include "engine/pipeline/report_builder.h"

#include <functional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"

namespace consilience {
namespace {

// One row of a result, read by position.
class Row {
 public:
  explicit Row(absl::Span<const Cell> cells) : cells_(cells) {}

  std::string Text(size_t column) const {
    if (const auto* text = std::get_if<absl::string_view>(&cells_[column])) return std::string(*text);
    if (const auto* integer = std::get_if<int64_t>(&cells_[column])) return absl::StrCat(*integer);
    if (const auto* real = std::get_if<double>(&cells_[column])) return absl::StrCat(*real);
    return "";
  }
  int64_t Int(size_t column) const {
    const auto* integer = std::get_if<int64_t>(&cells_[column]);
    return integer == nullptr ? 0 : *integer;
  }
  Probability Share(size_t column) const {
    if (const auto* real = std::get_if<double>(&cells_[column])) return Probability::FromDouble(*real);
    return Probability::FromDouble(static_cast<double>(Int(column)));
  }

 private:
  absl::Span<const Cell> cells_;
};

class EachRow : public RowSink {
 public:
  explicit EachRow(std::function<void(const Row&)> on_row) : on_row_(std::move(on_row)) {}
  absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
  absl::Status OnRow(absl::Span<const Cell> cells) override {
    on_row_(Row(cells));
    return absl::OkStatus();
  }

 private:
  std::function<void(const Row&)> on_row_;
};

class Builder {
 public:
  Builder(const ReportOptions& options, ClaimStore* store) : options_(options), store_(store) {}

  absl::StatusOr<Report> Build(const std::string& store_path) {
    Report report;
    report.store = store_path;
    CONSILIENCE_RETURN_IF_ERROR(Totals(&report));
    CONSILIENCE_RETURN_IF_ERROR(BestCorroborated(&report));
    CONSILIENCE_RETURN_IF_ERROR(Conflicts(&report));
    CONSILIENCE_RETURN_IF_ERROR(OutletList(&report));
    CONSILIENCE_RETURN_IF_ERROR(Statements(&report));
    return report;
  }

 private:
  absl::Status Select(const std::string& sql, const std::vector<std::string>& parameters,
                      std::function<void(const Row&)> on_row) {
    QueryOptions query;
    query.time_limit = absl::InfiniteDuration();
    query.positional = parameters;
    EachRow sink(std::move(on_row));
    return store_->Query(sql, query, &sink);
  }

  absl::Status Totals(Report* report) {
    CONSILIENCE_ASSIGN_OR_RETURN(const StoreStatus status, store_->Status());
    report->documents = status.documents;
    report->statements = status.statements;
    report->claims = status.claims;
    report->outlets = status.outlets;
    report->groups = status.groups;
    report->conflicts = status.conflicts;
    report->reconciled = status.last_run_finished.value_or("");
    return Select("SELECT count(*) FROM claim_groups WHERE independent_outlets >= 2", {},
                  [&](const Row& row) { report->corroborated_groups = row.Int(0); });
  }

  // Everything about a group but its quotations; `columns` as kGroupColumns.
  static constexpr char kGroupColumns[] =
      "group_id, subject, predicate, answer, claims, publisher_families, independent_outlets, probability, "
      "first_published, last_published";
  static ReportGroup ReadGroup(const Row& row) {
    ReportGroup group;
    group.id = row.Int(0);
    group.subject = row.Text(1);
    group.predicate = row.Text(2);
    group.answer = row.Text(3);
    group.claims = row.Int(4);
    group.publisher_families = static_cast<int32_t>(row.Int(5));
    group.independent_outlets = static_cast<int32_t>(row.Int(6));
    group.probability = row.Share(7);
    group.first_published = row.Text(8);
    group.last_published = row.Text(9);
    return group;
  }

  absl::Status Complete(ReportGroup* group) {
    const std::string id = absl::StrCat(group->id);
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT outlet.value FROM claim_groups, json_each(claim_groups.outlets) AS outlet "
               "WHERE group_id = ?1 ORDER BY outlet.value",
               {id}, [&](const Row& row) { group->outlets.push_back(row.Text(0)); }));
    // The words that most outlets use, of a claim about the subject and the answer that are shown.
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT predicate_text FROM group_claims JOIN credited_claims USING (claim_id) "
               "WHERE group_id = ?1 AND statement_id IS NOT NULL GROUP BY predicate_text "
               "ORDER BY max((subject = ?2) + (object = ?3)) DESC, count(DISTINCT outlet) DESC, predicate_text LIMIT 1",
               {id, group->subject, group->answer}, [&](const Row& row) { group->predicate_text = row.Text(0); }));
    return Select(
        "SELECT outlet, basis, statement, document, published, \"begin\", \"end\" FROM group_claims "
        "JOIN credited_claims USING (claim_id) WHERE group_id = ?1 "
        "ORDER BY outlet, published, document, \"begin\", claim_id, basis",
        {id}, [&](const Row& row) {
          if (!group->quotations.empty() && group->quotations.back().outlet == row.Text(0)) return;
          Quotation& quotation = group->quotations.emplace_back();
          quotation.outlet = row.Text(0);
          quotation.basis = row.Text(1);
          quotation.statement = row.Text(2);
          quotation.document = row.Text(3);
          quotation.published = row.Text(4);
          quotation.begin = static_cast<uint32_t>(row.Int(5));
          quotation.end = static_cast<uint32_t>(row.Int(6));
        });
  }

  absl::Status BestCorroborated(Report* report) {
    CONSILIENCE_RETURN_IF_ERROR(Select(
        absl::StrCat("SELECT ", kGroupColumns,
                     " FROM claim_groups WHERE json_array_length(outlets) >= 2 "
                     "ORDER BY independent_outlets DESC, publisher_families DESC, json_array_length(outlets) DESC, "
                     "probability DESC, claims DESC, group_id LIMIT ?1"),
        {absl::StrCat(options_.groups)}, [&](const Row& row) { report->best_corroborated.push_back(ReadGroup(row)); }));
    for (ReportGroup& group : report->best_corroborated) CONSILIENCE_RETURN_IF_ERROR(Complete(&group));
    return absl::OkStatus();
  }

  absl::Status Conflicts(Report* report) {
    std::vector<std::pair<int64_t, int64_t>> sides;
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT conflict_id, kind, explanation, group_a, group_b FROM conflicts ORDER BY "
               "min(json_array_length(outlets_a), json_array_length(outlets_b)) DESC, "
               "json_array_length(outlets_a) + json_array_length(outlets_b) DESC, conflict_id LIMIT ?1",
               {absl::StrCat(options_.conflicts)}, [&](const Row& row) {
                 ReportConflict& conflict = report->conflict_list.emplace_back();
                 conflict.id = row.Int(0);
                 conflict.kind = row.Text(1);
                 conflict.explanation = row.Text(2);
                 sides.emplace_back(row.Int(3), row.Int(4));
               }));
    for (size_t i = 0; i < sides.size(); ++i) {
      CONSILIENCE_RETURN_IF_ERROR(Side(sides[i].first, &report->conflict_list[i].a));
      CONSILIENCE_RETURN_IF_ERROR(Side(sides[i].second, &report->conflict_list[i].b));
    }
    return absl::OkStatus();
  }

  absl::Status Side(int64_t group_id, ReportGroup* group) {
    CONSILIENCE_RETURN_IF_ERROR(Select(absl::StrCat("SELECT ", kGroupColumns, " FROM claim_groups WHERE group_id = ?1"),
                                       {absl::StrCat(group_id)}, [&](const Row& row) { *group = ReadGroup(row); }));
    return Complete(group);
  }

  absl::Status OutletList(Report* report) {
    return Select(
        "SELECT outlet, claims, corroborated, contradicted, reliability, low, high FROM outlet_scores "
        "WHERE claims > 0 ORDER BY claims DESC, outlet LIMIT ?1",
        {absl::StrCat(options_.outlets)}, [&](const Row& row) {
          ReportOutlet& outlet = report->outlet_list.emplace_back();
          outlet.name = row.Text(0);
          outlet.claims = row.Int(1);
          outlet.corroborated = row.Int(2);
          outlet.contradicted = row.Int(3);
          outlet.reliability = row.Share(4);
          outlet.low = row.Share(5);
          outlet.high = row.Share(6);
        });
  }

  absl::Status Statements(Report* report) {
    std::vector<std::string> ids;
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT statement_id, document, statement FROM statement_credits GROUP BY statement_id "
               "ORDER BY document, \"begin\", statement_id LIMIT ?1",
               {absl::StrCat(options_.statements)}, [&](const Row& row) {
                 ids.push_back(row.Text(0));
                 ReportStatement& statement = report->statement_list.emplace_back();
                 statement.document = row.Text(1);
                 statement.text = row.Text(2);
               }));
    for (size_t i = 0; i < ids.size(); ++i) {
      ReportStatement& statement = report->statement_list[i];
      CONSILIENCE_RETURN_IF_ERROR(
          Select("SELECT outlet, basis FROM statement_credits WHERE statement_id = ?1 AND outlet IS NOT NULL "
                 "ORDER BY basis, outlet",
                 {ids[i]}, [&](const Row& row) {
                   statement.outlets.push_back(row.Text(0));
                   statement.bases.push_back(row.Text(1));
                 }));
      CONSILIENCE_RETURN_IF_ERROR(
          Select("SELECT subject, predicate, predicate_text, object, polarity, modality, speaker FROM credited_claims "
                 "WHERE statement_id = ?1 GROUP BY claim_id ORDER BY clause, predicate_begin, claim_id",
                 {ids[i]}, [&](const Row& row) {
                   statement.claims.push_back(
                       {row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6)});
                 }));
    }
    return absl::OkStatus();
  }

  const ReportOptions& options_;
  ClaimStore* store_;
};

}  // namespace

absl::StatusOr<Report> BuildReport(const std::string& store_path, const ReportOptions& options, ClaimStore* store) {
  return Builder(options, store).Build(store_path);
}

}  // namespace consilience
