#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/claim/confidence.h"
#include "engine/pipeline/ingestion.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store; made when it is missing"},
    {"--format", "FORMAT", "auto (the default), digest, articles or claims"},
    {"--min-confidence", "P", "leave out claims of less confidence; from 0, which keeps all, to 1; default: 0.5"},
    {"--threads", "N", "threads that analyse text; default: one per core"},
    {"--outlets", "FILE", "more outlets, in the form of the built-in registry; may be given several times"},
    {"--model", "FILE", "the language model; default: the one that ships"},
};

std::string Progress(const IngestCounts& counts) {
  return absl::StrCat(Counted(counts.documents, "document"), ", ", Counted(counts.claims, "claim"), " from text, ",
                      Counted(counts.ready_claims, "ready-made claim"));
}

// Removes a store that was made for input of which nothing could be read. Declared before the store, so that it is
// closed by then.
class FreshStore {
 public:
  explicit FreshStore(std::string path) : path_(std::move(path)), fresh_(!std::filesystem::exists(path_)) {}
  ~FreshStore() {
    if (!fresh_) return;
    std::error_code ignored;
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + part, ignored);
  }
  FreshStore(const FreshStore&) = delete;
  FreshStore& operator=(const FreshStore&) = delete;

  void Keep() { fresh_ = false; }

 private:
  const std::string path_;
  bool fresh_;
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  CONSILIENCE_RETURN_IF_ERROR(RequirePaths(arguments));
  IngestOptions options;
  CONSILIENCE_ASSIGN_OR_RETURN(options.read.format, ParseInputFormat(arguments.Value("--format", "auto")));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  options.threads = static_cast<int>(threads);
  CONSILIENCE_ASSIGN_OR_RETURN(const Probability least, arguments.Share("--min-confidence", kLeastShown));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<OutletRegistry> registry, MakeRegistry(arguments));
  FreshStore fresh(path);
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kCreate));

  std::unique_ptr<Annotator> annotator;
  const AnnotatorFactory factory = [&]() -> absl::StatusOr<const Annotator*> {
    if (annotator == nullptr) {
      CONSILIENCE_ASSIGN_OR_RETURN(annotator, MakeAnnotator(arguments, least));
    }
    return annotator.get();
  };
  OutliveReaders();
  ProgressLine progress;
  Rejections rejections(&progress);
  CONSILIENCE_ASSIGN_OR_RETURN(const IngestCounts counts,
                               Ingest(
                                   arguments.positional(), options, *registry, factory, store.get(),
                                   [&](const Diagnostic& diagnostic) { rejections.Add(diagnostic); },
                                   [&](const IngestCounts& so_far) { progress.Show(Progress(so_far)); }));
  progress.Clear();
  if (counts.documents > 0 || counts.ready_claims > 0) fresh.Keep();
  std::cerr << "ingested " << Counted(counts.documents, "document") << " (" << counts.new_documents << " new, "
            << Counted(counts.statements, "statement") << ", " << Counted(counts.claims, "claim") << ")";
  if (counts.ready_claims > 0) {
    std::cerr << " and " << Counted(counts.ready_claims, "ready-made claim") << " (" << counts.new_ready_claims
              << " new)";
  }
  if (counts.rejected > 0) std::cerr << "; " << Counted(counts.rejected, "input") << " rejected";
  std::cerr << "\n";
  return rejections.exit_code();
}

}  // namespace

const Command kIngest = {"ingest",
                         "--store S [--format auto|digest|articles|claims] [--min-confidence P] [--threads N] PATH...",
                         "Read digests, articles and ready-made claims into a claim store",
                         kOptions,
                         "The store is made when it is missing; what it has already is not added again. The format is\n"
                         "found out from each file's content. Rejected input is named with its file and line, and the\n"
                         "rest is read (exit code 3).\n"
                         "\n"
                         "example: consilience ingest --store news.db digests/ articles.jsonl.gz\n",
                         Run};

}  // namespace consilience
