#include <iostream>

#include "engine/base/status_macros.h"
#include "engine/pipeline/reconciliation_run.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store"},
    {"--full", nullptr, "also when nothing was ingested since the last run"},
    {"--threads", "N", "threads; default: one per core. The result is the same whatever their number"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  CONSILIENCE_RETURN_IF_ERROR(RequireNoPaths(arguments));
  RunOptions options;
  options.full = arguments.Has("--full");
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  options.threads = static_cast<int>(threads);
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kReadWrite));
  OutliveReaders();
  CONSILIENCE_ASSIGN_OR_RETURN(const RunCounts counts, ReconcileStore(options, store.get()));
  if (counts.skipped) {
    std::cerr << "nothing was ingested since the last run: " << Counted(counts.groups, "group") << ", "
              << Counted(counts.conflicts, "conflict") << " (--full runs it all the same)\n";
    return kDone;
  }
  std::cerr << "reconciled " << Counted(counts.claims, "claim") << " into " << Counted(counts.groups, "group") << " ("
            << counts.corroborated << " with two or more independent outlets), "
            << Counted(counts.conflicts, "conflict") << ", " << Counted(counts.revisions, "revision") << "\n";
  return kDone;
}

}  // namespace

const Command kReconcile = {"reconcile",
                            "--store S [--full] [--threads N]",
                            "Find which claims agree and which conflict, and who stands behind them",
                            kOptions,
                            "Replaces the results of the last run, all at once; until then readers see those.\n"
                            "\n"
                            "example: consilience reconcile --store news.db && consilience report --store news.db\n",
                            Run};

}  // namespace consilience
