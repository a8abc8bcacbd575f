// Claims from analysed statements: the reports of tests/golden/claims, analysed once by the model that ships. Every run
// is checked against what the reports say before its time counts.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/attribution/speech.h"
#include "engine/claim/entity.h"
#include "engine/claim/extractor.h"
#include "engine/claim/value.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"

namespace consilience {
namespace {

struct Report {
  std::string text;
  std::vector<Analysis> analyses;
  std::vector<Speech> speech;
  Entities entities;
};

// The sentences of each report, one report after the other.
std::vector<std::string> ReportTexts() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(CONSILIENCE_SOURCE_DIR "/tests/golden/claims")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const std::filesystem::path& path : files) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      if (absl::StartsWith(line, "document ")) texts.emplace_back();
      if (absl::StartsWith(line, "> ")) absl::StrAppend(&texts.back(), texts.back().empty() ? "" : " ", line.substr(2));
    }
  }
  return texts;
}

const std::vector<Report>& Reports() {
  static const auto* const reports = [] {
    auto* made = new std::vector<Report>;
    const auto model = DefaultModelPath();
    const auto analyzer = model.ok() ? Analyzer::Load(*model) : model.status();
    if (!analyzer.ok()) return made;
    const auto segmenter = Segmenter::Create((*analyzer)->boundary_weights());
    if (!segmenter.ok()) return made;
    std::vector<std::string> texts = ReportTexts();
    made->resize(texts.size());  // texts stay where they are: analyses look into them
    Analyzer::Scratch scratch;
    for (size_t i = 0; i < texts.size(); ++i) {
      Report& report = (*made)[i];
      report.text = std::move(texts[i]);
      const Segmentation segmentation = (*segmenter)->Segment(report.text);
      report.analyses = (*analyzer)->AnalyzeText(report.text, segmentation, &scratch);
      report.speech = FindSpeech(report.text, segmentation, report.analyses);
      report.entities = ResolveEntities(report.text, report.analyses, report.speech);
    }
    return made;
  }();
  return *reports;
}

int64_t Statements() {
  int64_t count = 0;
  for (const Report& report : Reports()) count += static_cast<int64_t>(report.analyses.size());
  return count;
}

std::vector<std::vector<Claim>> ClaimsOf(const Report& report, ClaimView view) {
  ExtractionContext context;
  context.text = report.text;
  context.analyses = report.analyses;
  context.speech = report.speech;
  context.entities = &report.entities;
  context.published = DayUtc::FromCivil(2026, 11, 24);
  return ExtractClaims(context, view);
}

// Most sentences claim something, and what is plain in them is found.
bool AnswerHolds(ClaimView view) {
  int64_t claiming = 0;
  bool saw = false;
  for (const Report& report : Reports()) {
    for (const std::vector<Claim>& claims : ClaimsOf(report, view)) {
      claiming += !claims.empty();
      for (const Claim& claim : claims) {
        saw |= claim.subject.entity == "Norvik Airlines" && claim.object.text == "Baltic Wings" &&
               claim.predicate.lemma == "agree buy" && claim.modality == Modality::kPlanned;
      }
    }
  }
  return saw && claiming * 10 > Statements() * 9;
}

void ExtractClaimsOfReports(benchmark::State& state) {
  const auto view = static_cast<ClaimView>(state.range(0));
  if (!AnswerHolds(view)) {
    state.SkipWithError("the claims are not those that the reports make");
    return;
  }
  for (auto _ : state) {
    for (const Report& report : Reports()) benchmark::DoNotOptimize(ClaimsOf(report, view));
  }
  state.SetItemsProcessed(state.iterations() * Statements());
}
BENCHMARK(ExtractClaimsOfReports)
    ->ArgName("view")
    ->Arg(static_cast<int>(ClaimView::kClause))
    ->Arg(static_cast<int>(ClaimView::kAtomic));

void ResolveEntitiesOfReports(benchmark::State& state) {
  bool saw = false;
  for (const Report& report : Reports()) {
    for (const Entity& entity : report.entities.entities) saw |= entity.name == "Norvik Airlines";
  }
  if (!saw) {
    state.SkipWithError("the entities are not those of the reports");
    return;
  }
  for (auto _ : state) {
    for (const Report& report : Reports()) {
      benchmark::DoNotOptimize(ResolveEntities(report.text, report.analyses, report.speech));
    }
  }
  state.SetItemsProcessed(state.iterations() * Statements());
}
BENCHMARK(ResolveEntitiesOfReports);

void FindValuesOfReports(benchmark::State& state) {
  size_t values = 0;
  for (auto _ : state) {
    values = 0;
    for (const Report& report : Reports()) {
      for (const Analysis& analysis : report.analyses) {
        values += FindValues(report.text, analysis, DayUtc::FromCivil(2026, 11, 24)).size();
      }
    }
    benchmark::DoNotOptimize(values);
  }
  if (values < static_cast<size_t>(Statements()) / 2) state.SkipWithError("the values are not those of the reports");
  state.SetItemsProcessed(state.iterations() * Statements());
}
BENCHMARK(FindValuesOfReports);

}  // namespace
}  // namespace consilience
