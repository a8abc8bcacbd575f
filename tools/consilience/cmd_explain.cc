#include <iostream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/group_explanation.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store"},
    {"--format", "FORMAT", "text (the default) or jsonl"},
    {"--across", nullptr, "of two groups the pairs across them: why they are not one"},
    {"--pairs", "N", "of each group or conflict at most N pairs of claims; default: 20"},
    {"--threads", "N", "threads; default: one per core. The result is the same whatever their number"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  ExplainOptions options;
  const std::string format = arguments.Value("--format", "text");
  options.json = format == "jsonl";
  if (!options.json && format != "text") {
    return absl::InvalidArgumentError(absl::StrCat("--format takes text or jsonl, not '", format, "'"));
  }
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t pairs, arguments.Number("--pairs", 20, 0));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  options.pairs = static_cast<size_t>(pairs);
  options.threads = static_cast<int>(threads);
  std::vector<Id> ids;
  for (const std::string& word : arguments.positional()) {
    int64_t id = 0;
    if (!absl::SimpleAtoi(word, &id)) {
      return absl::InvalidArgumentError(absl::StrCat("'", word, "' is no id of a group or a conflict"));
    }
    ids.push_back(id);
  }
  options.across = arguments.Has("--across");
  if (options.across && ids.size() != 2) return absl::InvalidArgumentError("--across takes the ids of two groups");
  if (ids.empty()) return absl::InvalidArgumentError("give the ids of groups or conflicts to explain");
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kReadOnly));
  CONSILIENCE_RETURN_IF_ERROR(ExplainGroups(options, ids, store.get(), &std::cout));
  return kDone;
}

}  // namespace

const Command kExplain = {
    "explain",
    "--store S [--format text|jsonl] [--across] [--pairs N] [--threads N] ID...",
    "Tell why claims stand in one group, or groups in conflict",
    kOptions,
    "An ID is that of a group or of a conflict, as the views claim_groups and conflicts have it.\n"
    "Of each pair of claims it says by which rule they met, how each of their features compares\n"
    "and how much that adds to the odds of their being about the same thing.\n"
    "\n"
    "example: consilience query --store news.db --format csv \\\n"
    "           \"SELECT conflict_id FROM conflicts LIMIT 1\"\n"
    "         consilience explain --store news.db 4931404395766686104\n",
    Run};

}  // namespace consilience
