// Ingestion into a real store: idempotent, indifferent to threads, and safe against being killed.
#include "engine/pipeline/ingestion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "engine/pipeline/reconciliation_run.h"
#include "storage/claim_store.h"
#include "support/process.h"

namespace consilience {
namespace {

class Rows : public RowSink {
 public:
  absl::Status OnColumns(absl::Span<const std::string>) override { return absl::OkStatus(); }
  absl::Status OnRow(absl::Span<const Cell> cells) override {
    for (const Cell& cell : cells) {
      if (const auto* text = std::get_if<absl::string_view>(&cell)) out.append(text->data(), text->size());
      if (const auto* integer = std::get_if<int64_t>(&cell)) out += std::to_string(*integer);
      if (const auto* real = std::get_if<double>(&cell)) out += std::to_string(*real);
      out += "|";
    }
    out += "\n";
    return absl::OkStatus();
  }
  std::string out;
};

class Ingestion : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto annotator = Annotator::Create({CONSILIENCE_BINARY_DIR "/share/consilience/english.model", {}, {}});
    ASSERT_TRUE(annotator.ok()) << annotator.status();
    annotator_ = annotator->release();
  }
  static void TearDownTestSuite() {
    delete annotator_;
    annotator_ = nullptr;
  }
  void SetUp() override {
    char folder[] = "/tmp/consilience_ingestion_XXXXXX";
    ASSERT_NE(mkdtemp(folder), nullptr);
    folder_ = folder;
    std::string articles;
    for (int i = 0; i < 600; ++i) {
      const std::string n = std::to_string(i);
      articles += R"({"id":"n)" + n + R"(","outlet":")" + (i % 2 == 0 ? "Reuters" : "BBC News") +
                  R"(","published":"2026-05-04","text":"Governor Lena Berg opened bridge number )" + n +
                  R"( in Oslo. The bridge cost $)" + n + R"( million."})" + "\n";
    }
    testing::WriteFile(Path("articles.jsonl"), articles);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  absl::StatusOr<IngestCounts> IngestInto(const std::string& store_path, int threads) const {
    auto store = ClaimStore::Open(store_path, OpenMode::kCreate);
    if (!store.ok()) return store.status();
    IngestOptions options;
    options.threads = threads;
    return Ingest(
        {Path("articles.jsonl")}, options, annotator_->registry(),
        []() -> absl::StatusOr<const Annotator*> { return annotator_; }, store->get(), [](Diagnostic) {}, nullptr);
  }

  static std::string Dump(const std::string& store_path) {
    auto store = ClaimStore::Open(store_path, OpenMode::kReadOnly);
    EXPECT_TRUE(store.ok()) << store.status();
    Rows rows;
    for (const char* sql :
         {"SELECT * FROM credited_claims ORDER BY claim_id, outlet, basis",
          "SELECT * FROM claim_groups ORDER BY group_id", "SELECT * FROM conflicts ORDER BY conflict_id",
          "SELECT * FROM group_claims ORDER BY group_id, claim_id", "SELECT * FROM outlet_scores ORDER BY outlet"}) {
      EXPECT_TRUE((*store)->Query(sql, {}, &rows).ok()) << sql;
    }
    return rows.out;
  }

  static Annotator* annotator_;
  std::string folder_;
};

Annotator* Ingestion::annotator_ = nullptr;

TEST_F(Ingestion, ThreadsChangeNothingInTheStore) {
  std::string dumps[2];
  for (const int threads : {1, 4}) {
    const std::string path = Path("t" + std::to_string(threads) + ".db");
    ASSERT_TRUE(IngestInto(path, threads).ok());
    auto store = ClaimStore::Open(path, OpenMode::kReadWrite);
    ASSERT_TRUE(store.ok());
    RunOptions run;
    run.threads = threads;
    ASSERT_TRUE(ReconcileStore(run, store->get()).ok());
    dumps[threads == 1 ? 0 : 1] = Dump(path);
  }
  EXPECT_EQ(dumps[0], dumps[1]);
  EXPECT_GT(dumps[0].size(), 10'000u);
}

TEST_F(Ingestion, ASecondTimeAddsNothing) {
  const auto first = IngestInto(Path("s.db"), 2);
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_EQ(first->new_documents, 600);
  const auto second = IngestInto(Path("s.db"), 2);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(second->documents, 600);
  EXPECT_EQ(second->new_documents, 0);
}

TEST_F(Ingestion, AReconciledStoreIsNotReconciledAgainUntilSomethingIsIngested) {
  ASSERT_TRUE(IngestInto(Path("s.db"), 2).ok());
  auto store = ClaimStore::Open(Path("s.db"), OpenMode::kReadWrite);
  ASSERT_TRUE(store.ok());
  EXPECT_FALSE(ReconcileStore({}, store->get())->skipped);
  EXPECT_TRUE(ReconcileStore({}, store->get())->skipped);
  RunOptions full;
  full.full = true;
  EXPECT_FALSE(ReconcileStore(full, store->get())->skipped);
}

TEST_F(Ingestion, KilledInTheMiddleItGoesOnWhereItWas) {
  ASSERT_TRUE(IngestInto(Path("whole.db"), 1).ok());
  for (const int milliseconds : {60, 150, 400}) {
    const pid_t child = fork();
    if (child == 0) {
      const std::string program = CONSILIENCE_BINARY_DIR "/bin/consilience";
      const std::string store = Path("cut.db");
      const std::string input = Path("articles.jsonl");
      execl(program.c_str(), program.c_str(), "ingest", "--store", store.c_str(), "--threads", "1", input.c_str(),
            nullptr);
      _exit(127);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
  }
  ASSERT_TRUE(IngestInto(Path("cut.db"), 1).ok());
  EXPECT_EQ(Dump(Path("cut.db")), Dump(Path("whole.db")));
}

}  // namespace
}  // namespace consilience
