// From text to stored claims, and from stored claims to a reconciled store: end to end on one thread. Every run is
// checked against what the text says before its time counts.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/pipeline/ingestion.h"
#include "engine/pipeline/reconciliation_run.h"

namespace consilience {
namespace {

constexpr int kArticles = 120;
constexpr const char* kOutlets[] = {"Reuters", "BBC", "Al Jazeera", "NPR"};
constexpr const char* kTowns[] = {"Arlen", "Bovik", "Cassel", "Durmont", "Ebrach", "Fosnes"};

// Four outlets a town on one event; the last gives another number of homes.
std::string Article(int i) {
  const std::string town = kTowns[(i / 4) % 6];
  const std::string number = std::to_string(100 + i / 4);
  const std::string homes = i % 4 == 3 ? "90" : "75";
  return "{\"id\":\"n" + std::to_string(i) + "\",\"outlet\":\"" + kOutlets[i % 4] +
         "\",\"published\":\"2026-05-04\",\"text\":\"Storm Berta reached " + town +
         " on Monday and flooded bridge number " + number + ". Mayor Ida Sorel of " + town +
         " said the flood had damaged " + homes +
         " homes, and the region's governor promised $12 million for repairs. Rescue teams, who had come from three "
         "neighbouring provinces, carried residents to schools that were opened overnight. Storm Berta did not reach "
         "the "
         "port, the coast guard said in a statement on Tuesday.\"}\n";
}

class Folder {
 public:
  Folder() {
    std::string form = (std::filesystem::temp_directory_path() / "consilience_bench_XXXXXX").string();
    path_ = mkdtemp(form.data()) == nullptr ? "." : form;
    std::FILE* const out = std::fopen(Articles().c_str(), "w");
    for (int i = 0; i < kArticles; ++i) std::fputs(Article(i).c_str(), out);
    std::fclose(out);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string Articles() const { return path_ + "/articles.jsonl"; }
  // A path at which there is no store.
  std::string FreshStore() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + "/s.db" + end);
    return path_ + "/s.db";
  }

 private:
  std::string path_;
};

const Annotator* TheAnnotator() {
  static const std::unique_ptr<Annotator> annotator = [] {
    auto made = Annotator::Create({});
    return made.ok() ? std::move(*made) : nullptr;
  }();
  return annotator.get();
}

absl::StatusOr<IngestCounts> IngestAll(const Folder& folder, ClaimStore* store) {
  IngestOptions options;
  options.threads = 1;
  return Ingest(
      {folder.Articles()}, options, TheAnnotator()->registry(),
      []() -> absl::StatusOr<const Annotator*> { return TheAnnotator(); }, store, [](Diagnostic) {}, nullptr);
}

int64_t TokensOf(const Folder& folder) {
  class Counter : public InputSink {
   public:
    absl::Status OnDocument(Document document) override {
      for (const Analysis& analysis : TheAnnotator()->Parse(document.text, Annotator::Layout::kText, &scratch_)) {
        tokens += analysis.size();
      }
      return absl::OkStatus();
    }
    absl::Status OnClaims(std::vector<ReadyClaim>, const std::string&) override { return absl::OkStatus(); }
    void OnRejected(Diagnostic) override {}
    int64_t tokens = 0;

   private:
    Analyzer::Scratch scratch_;
  } counter;
  const absl::Status status = ReadInputs({folder.Articles()}, {}, &counter);
  return status.ok() ? counter.tokens : 0;
}

void TextToStoredClaims(benchmark::State& state) {
  if (TheAnnotator() == nullptr) return state.SkipWithError("no model");
  const Folder folder;
  const int64_t tokens = TokensOf(folder);
  int64_t statements = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto store = ClaimStore::Open(folder.FreshStore(), OpenMode::kCreate);
    state.ResumeTiming();
    const auto counts = store.ok() ? IngestAll(folder, store->get()) : store.status();
    if (!counts.ok()) return state.SkipWithError(counts.status().ToString().c_str());
    if (counts->new_documents != kArticles || counts->statements != 4 * kArticles || counts->claims < 8 * kArticles) {
      return state.SkipWithError("not the statements and claims that the text has");
    }
    statements += counts->statements;
  }
  state.SetItemsProcessed(tokens * static_cast<int64_t>(state.iterations()));
  state.counters["statements/s"] = benchmark::Counter(static_cast<double>(statements), benchmark::Counter::kIsRate);
}
BENCHMARK(TextToStoredClaims)->Unit(benchmark::kMillisecond);

void StoredClaimsToReconciledStore(benchmark::State& state) {
  if (TheAnnotator() == nullptr) return state.SkipWithError("no model");
  const Folder folder;
  auto store = ClaimStore::Open(folder.FreshStore(), OpenMode::kCreate);
  if (!store.ok() || !IngestAll(folder, store->get()).ok()) return state.SkipWithError("cannot ingest");
  RunOptions options;
  options.threads = 1;
  options.full = true;
  int64_t claims = 0;
  for (auto _ : state) {
    const auto counts = ReconcileStore(options, store->get());
    if (!counts.ok()) return state.SkipWithError(counts.status().ToString().c_str());
    // Three of four outlets print each sentence alike.
    if (counts->groups >= counts->claims / 2)
      return state.SkipWithError("outlets that agree were not brought together");
    claims += counts->claims;
  }
  state.SetItemsProcessed(claims);
}
BENCHMARK(StoredClaimsToReconciledStore)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
