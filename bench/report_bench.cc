// Rendering a report and writing the rows of a query. Each checks what it wrote before its time counts.
#include <benchmark/benchmark.h>

#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/report/report.h"
#include "engine/report/table.h"

namespace consilience {
namespace {

// As many facts, conflicts, outlets and statements; one name in four is not ASCII.
Report MadeReport(int size) {
  Report report;
  report.store = "bench.db";
  report.reconciled = "2026-05-05T06:30:00Z";
  report.groups = report.conflicts = size;
  const auto group = [](int i) {
    ReportGroup made;
    made.id = i + 1;
    made.subject = absl::StrCat(i % 4 == 0 ? "The Łódź ferry no. " : "The ferry no. ", i);
    made.predicate = "sink near";
    made.subject_text = made.subject;
    made.predicate_text = "sank near";
    made.object_text = "Porto Novo";
    made.answer = "Porto Novo";
    made.outlets = {"Island Gazette", "Harbour Post"};
    made.publisher_families = made.independent_outlets = 2;
    made.probability = Probability::FromDouble(0.9);
    for (const std::string& outlet : made.outlets) {
      Quotation quotation;
      quotation.outlet = outlet;
      quotation.basis = "publisher";
      quotation.document = absl::StrCat("d", i);
      quotation.statement = absl::StrCat("As ", outlet, " reports, the ferry no. ", i,
                                         " sank near Porto Novo on Sunday, within eleven minutes of its first call.");
      made.quotations.push_back(quotation);
    }
    return made;
  };
  for (int i = 0; i < size; ++i) {
    report.best_corroborated.push_back({group(i), {}});
    ReportConflict& conflict = report.conflict_list.emplace_back();
    conflict.id = i + 1;
    conflict.kind = "quantity";
    conflict.explanation = "The numbers exclude each other.";
    conflict.a = group(i);
    conflict.b = group(i + size);
    report.outlet_list.push_back({absl::StrCat("Outlet ", i), 9, 4, 1, Probability::FromDouble(0.8),
                                  Probability::FromDouble(0.6), Probability::FromDouble(0.9)});
    ReportStatement statement;
    statement.document = absl::StrCat("d", i / 10);
    statement.text = "Minister Lena Berg did not arrive in Lisbon, according to the Harbour Post.";
    statement.outlets = {"Harbour Post"};
    statement.bases = {"inline"};
    statement.claims = {{"Minister Lena Berg", "arrive in", "did not arrive in", "Lisbon", "negated", "asserted", ""}};
    report.statement_list.push_back(statement);
  }
  return report;
}

void BM_Render(benchmark::State& state, ReportFormat format) {
  const Report report = MadeReport(static_cast<int>(state.range(0)));
  size_t bytes = 0;
  for (auto _ : state) {
    const std::string text = Render(report, format);
    bytes = text.size();
    benchmark::DoNotOptimize(text.data());
  }
  const std::string last = absl::StrCat("ferry no. ", 2 * state.range(0) - 1);
  if (Render(report, format).find(last) == std::string::npos) state.SkipWithError("the last conflict is not there");
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}
BENCHMARK_CAPTURE(BM_Render, text, ReportFormat::kText)->Arg(1000);
BENCHMARK_CAPTURE(BM_Render, markdown, ReportFormat::kMarkdown)->Arg(1000);
BENCHMARK_CAPTURE(BM_Render, json, ReportFormat::kJson)->Arg(1000);
BENCHMARK_CAPTURE(BM_Render, html, ReportFormat::kHtml)->Arg(1000);

void BM_Rows(benchmark::State& state, TableFormat format) {
  constexpr int kRows = 10000;
  const std::string statement = "The ferry Alma, \"the old lady\", sank near Porto Novo on Sunday.";
  size_t bytes = 0;
  for (auto _ : state) {
    std::ostringstream out;
    const auto writer = MakeTableWriter(format, &out);
    const std::vector<std::string> names = {"claim_id", "probability", "subject", "speaker", "statement"};
    writer->Columns(names);
    for (int i = 0; i < kRows; ++i) {
      const TableCell cells[] = {int64_t{i} << 32, 0.25 * (i % 5), absl::string_view("Łódź"), std::monostate{},
                                 absl::string_view(statement)};
      writer->Row(cells);
    }
    writer->Finish();
    bytes = out.str().size();
    if (bytes < kRows * statement.size()) {
      state.SkipWithError("rows are missing");
      break;
    }
  }
  state.SetItemsProcessed(state.iterations() * kRows);
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}
BENCHMARK_CAPTURE(BM_Rows, table, TableFormat::kTable);
BENCHMARK_CAPTURE(BM_Rows, csv, TableFormat::kCsv);
BENCHMARK_CAPTURE(BM_Rows, json, TableFormat::kJson);
BENCHMARK_CAPTURE(BM_Rows, jsonl, TableFormat::kJsonLines);

}  // namespace
}  // namespace consilience
