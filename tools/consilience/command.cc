#include "tools/consilience/command.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

// Of a file that an option names.
absl::Status AsFailure(const absl::Status& status) {
  return status.code() == absl::StatusCode::kInvalidArgument ? absl::FailedPreconditionError(status.message()) : status;
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) != 0) {}

void ProgressLine::Show(absl::string_view text) {
  if (!terminal_) return;
  std::cerr << "\r" << std::string(text) << "\x1b[K" << std::flush;
  shown_ = true;
}

void ProgressLine::Clear() {
  if (shown_) std::cerr << "\r\x1b[K";
  shown_ = false;
}

void Rejections::Add(const Diagnostic& diagnostic) {
  ++count_;
  if (progress_ != nullptr) progress_->Clear();
  std::cerr << "consilience: rejected " << diagnostic.ToString() << "\n";
}

std::string Counted(int64_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

absl::Status WithHint(const absl::Status& status, absl::string_view hint) {
  return absl::Status(status.code(), absl::StrCat(status.message(), "\nhint: ", hint));
}

absl::StatusOr<std::string> RequiredStore(const Arguments& arguments) {
  std::string store = arguments.Value("--store");
  if (!store.empty()) return store;
  const absl::Span<const std::string> words = arguments.positional();
  return absl::InvalidArgumentError(words.size() == 1
                                        ? absl::StrCat("--store is missing; did you mean --store ", words[0], "?")
                                        : "--store is missing; name the claim store: --store FILE");
}

absl::Status RequirePaths(const Arguments& arguments) {
  if (!arguments.positional().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError("no PATH is given; name files or folders, or - for standard input");
}

absl::Status RequireText(InputFormat format) {
  if (format != InputFormat::kClaims) return absl::OkStatus();
  return absl::InvalidArgumentError("ready-made claims have no text to analyse; 'consilience ingest' reads them");
}

absl::Status RequireNoPaths(const Arguments& arguments) {
  if (arguments.positional().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("\"", arguments.positional()[0], "\" is one word too many"));
}

absl::StatusOr<std::unique_ptr<OutletRegistry>> MakeRegistry(const Arguments& arguments) {
  absl::StatusOr<std::unique_ptr<OutletRegistry>> registry = OutletRegistry::Create(arguments.Values("--outlets"));
  if (!registry.ok()) return AsFailure(registry.status());
  return registry;
}

absl::StatusOr<std::unique_ptr<Annotator>> MakeAnnotator(const Arguments& arguments, Probability min_confidence) {
  AnnotatorOptions options;
  options.model_path = arguments.Value("--model");
  options.outlet_files = arguments.Values("--outlets");
  options.min_confidence = min_confidence;
  absl::StatusOr<std::unique_ptr<Annotator>> annotator = Annotator::Create(options);
  if (!annotator.ok()) return AsFailure(annotator.status());
  return annotator;
}

int TerminalWidth() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

void OutliveReaders() {
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace consilience
