// The subcommands of `consilience`: a table of names, what they take and what runs them.
#pragma once

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/outlet_registry.h"
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
  const char* notes;  // what else its help says: lines that end in "\n"; may be empty
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
extern const Command kExplain;
extern const Command kEvents;
extern const Command kScene;

// --- What several subcommands share.

// How far a command is, as a line of standard error that is written over; nothing where that is no terminal.
class ProgressLine {
 public:
  ProgressLine();
  void Show(absl::string_view text);
  // Before something else is written there.
  void Clear();

 private:
  const bool terminal_;
  bool shown_ = false;
};

// Prints rejections on standard error as they come and remembers that there were some.
class Rejections {
 public:
  explicit Rejections(ProgressLine* progress = nullptr) : progress_(progress) {}
  void Add(const Diagnostic& diagnostic);
  int64_t count() const { return count_; }
  int exit_code() const { return count_ > 0 ? kSomeRejected : kDone; }

 private:
  ProgressLine* progress_;
  int64_t count_ = 0;
};

// "1 document", "2 documents".
std::string Counted(int64_t count, absl::string_view noun);

// `status` with a line below its message that says what to try.
absl::Status WithHint(const absl::Status& status, absl::string_view hint);

// InvalidArgument when --store is missing.
absl::StatusOr<std::string> RequiredStore(const Arguments& arguments);
// InvalidArgument when no PATH is given.
absl::Status RequirePaths(const Arguments& arguments);
// InvalidArgument when the format is one that has no text to analyse.
absl::Status RequireText(InputFormat format);
// InvalidArgument when anything but options is given.
absl::Status RequireNoPaths(const Arguments& arguments);
// The registry with what --outlets adds, and an annotator as --model and --outlets ask, which leaves out claims of less
// confidence than `min_confidence`. What is wrong in those files is a failure, not wrong usage.
absl::StatusOr<std::unique_ptr<OutletRegistry>> MakeRegistry(const Arguments& arguments);
absl::StatusOr<std::unique_ptr<Annotator>> MakeAnnotator(const Arguments& arguments,
                                                         Probability min_confidence = Probability());
// Columns of the terminal that standard output is; 0 when it is none.
int TerminalWidth();
// A reader of standard error that goes away ends a command, as it does other Unix tools; not one that works on a store.
void OutliveReaders();

}  // namespace consilience
