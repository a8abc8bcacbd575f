// The subcommands of `consilience`: a table of names, what they take and what runs them.
#pragma once

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "engine/base/diagnostic.h"
#include "engine/pipeline/annotator.h"
#include "tools/consilience/arguments.h"

namespace consilience {

// Exit codes, a contract with scripts.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kSomeRejected = 3;

struct Command {
  const char* name;
  const char* arguments;  // "--store S PATH..."
  const char* summary;    // one line
  absl::Span<const Option> options;
  // Returns kDone or kSomeRejected. InvalidArgument becomes kWrongUsage, any other error kFailed.
  absl::StatusOr<int> (*run)(const Arguments& arguments);
};

// One file each: cmd_NAME.cc.
extern const Command kIngest;
extern const Command kReconcile;
extern const Command kReport;
extern const Command kQuery;
extern const Command kExtract;
extern const Command kParse;
extern const Command kStatus;
extern const Command kOutlets;

// --- What several subcommands share.

// Prints rejections on standard error as they come and remembers that there were some.
class Rejections {
 public:
  void Add(const Diagnostic& diagnostic);
  int64_t count() const { return count_; }
  int exit_code() const { return count_ > 0 ? kSomeRejected : kDone; }

 private:
  int64_t count_ = 0;
};

// InvalidArgument when --store is missing.
absl::StatusOr<std::string> RequiredStore(const Arguments& arguments);
// InvalidArgument when no PATH is given.
absl::Status RequirePaths(const Arguments& arguments);
// An annotator as --model and --outlets ask.
absl::StatusOr<std::unique_ptr<Annotator>> MakeAnnotator(const Arguments& arguments);

}  // namespace consilience
