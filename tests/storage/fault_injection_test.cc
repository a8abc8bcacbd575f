// What happens when the disk is full, the file damaged or short, the store locked, the process killed.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

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
using ::testing::HasSubstr;

class Faults : public ::testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<ClaimStore>> Open(OpenMode mode, absl::Duration timeout = absl::Milliseconds(50)) {
    return ClaimStore::Open(path_, mode, timeout);
  }

  static absl::Status Add(ClaimStore* store, int first, int count) {
    absl::Status status = store->Begin();
    for (int i = first; status.ok() && i < first + count; ++i) {
      const std::string n = std::to_string(i);
      status = store->AddDocument(MakeArticle(n, "BBC", "Bridge " + n, "cost", "$" + n + " million")).status();
    }
    if (status.ok()) status = store->Commit();
    if (!status.ok()) store->Rollback();
    return status;
  }

  static int64_t Documents(ClaimStore* store) {
    const auto status = store->Status();
    EXPECT_THAT(status, IsOk());
    return status.ok() ? status->documents : -1;
  }

  // Writes `bytes` over the file at `offset`.
  void Damage(std::streamoff offset, const std::string& bytes) const {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  TempDir folder_;
  std::string path_ = folder_.File("s.db");
};

TEST_F(Faults, AFullDiskUndoesTheBatchAndKeepsWhatWasThere) {
  auto store = Open(OpenMode::kCreate);
  ASSERT_THAT(store, IsOk());
  ASSERT_THAT(Add(store->get(), 0, 10), IsOk());
  QueryOptions write;
  write.allow_writes = true;
  Lines ignored;
  ASSERT_THAT((*store)->Query("PRAGMA max_page_count = 70", write, &ignored), IsOk());
  const absl::Status full = Add(store->get(), 10, 5000);
  EXPECT_THAT(full, StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("disk")));
  EXPECT_EQ(Documents(store->get()), 10);
  ASSERT_THAT((*store)->Query("PRAGMA max_page_count = 100000", write, &ignored), IsOk());
  EXPECT_THAT(Add(store->get(), 10, 5000), IsOk()) << "with room again the same batch goes in";
  EXPECT_EQ(Documents(store->get()), 5010);
}

TEST_F(Faults, ADamagedFileIsDataLossAndNamesTheRemedy) {
  {
    auto store = Open(OpenMode::kCreate);
    ASSERT_THAT(store, IsOk());
    ASSERT_THAT(Add(store->get(), 0, 2000), IsOk());
  }
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path_));
  // Beyond the schema's own pages: a store with those damaged does not open at all.
  for (std::streamoff page = 64; page * 4096 < size; page += 3) Damage(page * 4096, std::string(64, '\xff'));
  auto store = Open(OpenMode::kReadWrite);
  ASSERT_THAT(store, IsOk());
  int claims = 0;
  const absl::Status status = (*store)->Visit([&](const ClaimRecord&) {
    ++claims;
    return absl::OkStatus();
  });
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss, HasSubstr("ingest into a new store")));
  Lines lines;
  EXPECT_THAT((*store)->Query("SELECT sum(length(statement)) FROM credited_claims", {}, &lines),
              StatusIs(absl::StatusCode::kDataLoss));
}

// In a process of its own, which gives up the right of root to write anywhere.
TEST_F(Faults, AStoreInAFolderThatMayNotBeWrittenIsReadAsItLies) {
  {
    auto store = Open(OpenMode::kCreate);
    ASSERT_THAT(store, IsOk());
    ASSERT_THAT(Add(store->get(), 0, 10), IsOk());
  }
  const std::filesystem::path folder = std::filesystem::path(path_).parent_path() / "a folder, 100% of others?";
  ASSERT_TRUE(std::filesystem::create_directory(folder));
  path_ = (folder / "s.db").string();
  std::filesystem::rename(folder.parent_path() / "s.db", path_);
  using std::filesystem::perms;
  std::filesystem::permissions(folder.parent_path(), perms::owner_all | perms::others_read | perms::others_exec);
  std::filesystem::permissions(path_, perms::owner_read | perms::others_read);
  std::filesystem::permissions(folder, perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) _exit(2);
    auto store = Open(OpenMode::kReadOnly);
    EXPECT_THAT(store, IsOk());
    _exit(store.ok() && Documents(store->get()) == 10 ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  std::filesystem::permissions(folder, perms::owner_all);
  EXPECT_EQ(status, 0);
}

TEST_F(Faults, AFileCutShortIsNotTakenForAWholeOne) {
  {
    auto store = Open(OpenMode::kCreate);
    ASSERT_THAT(store, IsOk());
    ASSERT_THAT(Add(store->get(), 0, 2000), IsOk());
  }
  std::filesystem::resize_file(path_, std::filesystem::file_size(path_) / 2);
  auto store = Open(OpenMode::kReadOnly);
  absl::Status status = store.status();
  if (status.ok()) status = (*store)->Visit([](const ClaimRecord&) { return absl::OkStatus(); });
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(Faults, GarbageInPlaceOfTheHeaderIsNotAStore) {
  { ASSERT_THAT(Open(OpenMode::kCreate), IsOk()); }
  Damage(0, std::string(100, '\x7f'));
  EXPECT_THAT(Open(OpenMode::kReadWrite),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("not a claim store")));
}

TEST_F(Faults, ALockedStoreIsUnavailableAndReadableMeanwhile) {
  auto holder = Open(OpenMode::kCreate);
  ASSERT_THAT(holder, IsOk());
  ASSERT_THAT(Add(holder->get(), 0, 3), IsOk());
  ASSERT_THAT((*holder)->Begin(), IsOk());
  auto other = Open(OpenMode::kReadWrite);
  ASSERT_THAT(other, IsOk());
  EXPECT_THAT((*other)->Begin(), StatusIs(absl::StatusCode::kUnavailable, HasSubstr("another process")));
  EXPECT_EQ(Documents(other->get()), 3);
  (*holder)->Rollback();
  EXPECT_THAT(Add(other->get(), 3, 1), IsOk());
}

TEST_F(Faults, KilledInTheMiddleOfABatchTheStoreHoldsWholeBatches) {
  for (int round = 0; round < 5; ++round) {
    int at_work[2];  // the child has written a batch
    ASSERT_EQ(pipe(at_work), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto store = Open(OpenMode::kCreate, absl::Seconds(5));
      if (!store.ok()) _exit(2);
      for (int batch = 0;; ++batch) {
        if (!Add(store->get(), (round * 1000 + batch) * 50, 50).ok()) _exit(3);
        if (batch == 0 && write(at_work[1], "", 1) != 1) _exit(4);
      }
    }
    char byte = 0;
    ASSERT_EQ(read(at_work[0], &byte, 1), 1);
    close(at_work[0]);
    close(at_work[1]);
    usleep(10'000 + 7'000 * static_cast<useconds_t>(round));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it must have been killed at work, not have ended by itself";
    auto store = Open(OpenMode::kReadWrite);
    ASSERT_THAT(store, IsOk());
    EXPECT_EQ(Documents(store->get()) % 50, 0);
    Lines lines;
    ASSERT_THAT((*store)->Query("PRAGMA integrity_check", {}, &lines), IsOk());
    EXPECT_THAT(lines.lines, ::testing::ElementsAre("ok"));
  }
  auto store = Open(OpenMode::kReadOnly);
  ASSERT_THAT(store, IsOk());
  EXPECT_GT(Documents(store->get()), 0);
}

TEST_F(Faults, AStoreWhoseMakingWasCutShortIsMadeByTheNextIngestion) {
  for (int round = 0; round < 8; ++round) {
    const pid_t child = fork();
    if (child == 0) _exit(Open(OpenMode::kCreate, absl::Seconds(5)).ok() ? 0 : 1);
    usleep(2'000 * static_cast<useconds_t>(round));
    kill(child, SIGKILL);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    EXPECT_THAT(Open(OpenMode::kCreate), IsOk()) << round;
    std::filesystem::remove(path_);
    std::filesystem::remove(path_ + "-wal");
    std::filesystem::remove(path_ + "-shm");
  }
}

TEST_F(Faults, AStoreThatMayNotBeWrittenIsStillReadByThoseWhoOnlyRead) {
  {
    auto store = Open(OpenMode::kCreate);
    ASSERT_THAT(store, IsOk());
    ASSERT_THAT(Add(store->get(), 0, 3), IsOk());
  }
  if (geteuid() == 0) GTEST_SKIP() << "the superuser may write everything";
  std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  EXPECT_THAT(Open(OpenMode::kReadWrite), StatusIs(absl::StatusCode::kPermissionDenied));
  auto store = Open(OpenMode::kReadOnly);
  ASSERT_THAT(store, IsOk());
  EXPECT_EQ(Documents(store->get()), 3);
}

}  // namespace
}  // namespace consilience
