// Writing claims to the store, handing them to the reconciler, and asking for them. Every run is checked before its
// time counts.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "storage/claim_store.h"

namespace consilience {
namespace {

constexpr int kDocuments = 200;
constexpr int kStatements = 20;
constexpr int kClaims = 3;  // a statement

class Folder {
 public:
  Folder() {
    std::string form = (std::filesystem::temp_directory_path() / "consilience_bench_XXXXXX").string();
    path_ = mkdtemp(form.data()) == nullptr ? "." : form;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string FreshStore() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + "/s.db" + end);
    return path_ + "/s.db";
  }

 private:
  std::string path_;
};

std::vector<DocumentRecord> Records() {
  std::vector<DocumentRecord> records(kDocuments);
  for (int d = 0; d < kDocuments; ++d) {
    DocumentRecord& record = records[static_cast<size_t>(d)];
    record.publisher = "Outlet " + std::to_string(d % 7);
    record.document.id = "document " + std::to_string(d);
    for (int s = 0; s < kStatements; ++s) {
      StatementRecord& statement = record.statements.emplace_back();
      statement.text = "Statement " + std::to_string(s) + " of " + record.document.id + " says what it says.";
      statement.span.begin = static_cast<uint32_t>(record.document.text.size());
      record.document.text += statement.text + " ";
      statement.span.end = static_cast<uint32_t>(record.document.text.size() - 1);
      Credit credit;
      credit.outlet = record.publisher;
      statement.credits.push_back(credit);
      for (int c = 0; c < kClaims; ++c) {
        Claim& claim = statement.claims.emplace_back();
        claim.subject.text = claim.subject.key = "subject " + std::to_string(s);
        claim.predicate.text = claim.predicate.lemma = "say";
        claim.object.text = claim.object.key = "object " + std::to_string(c);
        claim.clause = static_cast<uint32_t>(c);
      }
    }
  }
  return records;
}

absl::Status Write(const std::vector<DocumentRecord>& records, ClaimStore* store) {
  absl::Status status = store->Begin();
  for (size_t i = 0; i < records.size() && status.ok(); ++i) status = store->AddDocument(records[i]).status();
  return status.ok() ? store->Commit() : status;
}

void WriteDocuments(benchmark::State& state) {
  const Folder folder;
  const std::vector<DocumentRecord> records = Records();
  for (auto _ : state) {
    state.PauseTiming();
    auto store = ClaimStore::Open(folder.FreshStore(), OpenMode::kCreate);
    state.ResumeTiming();
    const absl::Status status = store.ok() ? Write(records, store->get()) : store.status();
    if (!status.ok()) return state.SkipWithError(status.ToString().c_str());
    state.PauseTiming();
    const auto counts = (*store)->Status();
    if (!counts.ok() || counts->claims != kDocuments * kStatements * kClaims) {
      return state.SkipWithError("not every claim is in the store");
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(int64_t{kDocuments} * kStatements * kClaims * static_cast<int64_t>(state.iterations()));
}
BENCHMARK(WriteDocuments)->Unit(benchmark::kMillisecond);

void LoadClaims(benchmark::State& state) {
  const Folder folder;
  auto store = ClaimStore::Open(folder.FreshStore(), OpenMode::kCreate);
  if (!store.ok() || !Write(Records(), store->get()).ok()) return state.SkipWithError("cannot write");
  for (auto _ : state) {
    const auto claims = ClaimTable::Load(store->get());
    if (!claims.ok() || claims->rows().size() != size_t{kDocuments} * kStatements * kClaims) {
      return state.SkipWithError("not every claim was loaded");
    }
  }
  state.SetItemsProcessed(int64_t{kDocuments} * kStatements * kClaims * static_cast<int64_t>(state.iterations()));
}
BENCHMARK(LoadClaims)->Unit(benchmark::kMillisecond);

void AskForEveryCreditedClaim(benchmark::State& state) {
  class Counter : public RowSink {
   public:
    absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
    absl::Status OnRow(absl::Span<const Cell>) override {
      ++rows;
      return absl::OkStatus();
    }
    int64_t rows = 0;
  };
  const Folder folder;
  auto store = ClaimStore::Open(folder.FreshStore(), OpenMode::kCreate);
  if (!store.ok() || !Write(Records(), store->get()).ok()) return state.SkipWithError("cannot write");
  for (auto _ : state) {
    Counter counter;
    const absl::Status status = (*store)->Query("SELECT * FROM credited_claims", {}, &counter);
    if (!status.ok() || counter.rows != int64_t{kDocuments} * kStatements * kClaims) {
      return state.SkipWithError("not every claim was answered");
    }
  }
  state.SetItemsProcessed(int64_t{kDocuments} * kStatements * kClaims * static_cast<int64_t>(state.iterations()));
}
BENCHMARK(AskForEveryCreditedClaim)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
