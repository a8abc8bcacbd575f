#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/report_builder.h"
#include "engine/report/report.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store"},
    {"--format", "FORMAT", "text (the default), markdown, json or html"},
    {"--output", "FILE", "write there instead of to standard output"},
    {"--groups", "N", "how many of the best corroborated facts; default 15, -1 for all"},
    {"--conflicts", "N", "how many conflicts; default 25, -1 for all"},
    {"--outlets", "N", "how many outlets; default 40, -1 for all"},
    {"--statements", "N", "how many statements with their outlets and claims; default 40, -1 for all"},
};

RenderOptions ForTerminal() {
  RenderOptions options;
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0) {
    options.color = true;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
      options.width = std::clamp(static_cast<int>(size.ws_col), 60, 140);
    }
  }
  return options;
}

absl::StatusOr<int> Limit(const Arguments& arguments, absl::string_view option, int otherwise) {
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t number, arguments.Number(option, otherwise, -1));
  return static_cast<int>(std::min<int64_t>(number, 1'000'000'000));
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  CONSILIENCE_ASSIGN_OR_RETURN(const ReportFormat format, ParseReportFormat(arguments.Value("--format", "text")));
  ReportOptions options;
  CONSILIENCE_ASSIGN_OR_RETURN(options.groups, Limit(arguments, "--groups", options.groups));
  CONSILIENCE_ASSIGN_OR_RETURN(options.conflicts, Limit(arguments, "--conflicts", options.conflicts));
  CONSILIENCE_ASSIGN_OR_RETURN(options.outlets, Limit(arguments, "--outlets", options.outlets));
  CONSILIENCE_ASSIGN_OR_RETURN(options.statements, Limit(arguments, "--statements", options.statements));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kReadOnly));
  CONSILIENCE_ASSIGN_OR_RETURN(const Report report, BuildReport(path, options, store.get()));
  const std::string output = arguments.Value("--output");
  if (output.empty()) {
    std::cout << Render(report, format, ForTerminal());
    return kDone;
  }
  std::ofstream file(output, std::ios::binary);
  file << Render(report, format);
  file.close();
  if (!file) return absl::UnavailableError(absl::StrCat("cannot write ", output, "; is its folder there and writable?"));
  return kDone;
}

}  // namespace

const Command kReport = {"report", "--store S [--format text|html|markdown|json] [--output FILE]",
                         "Show what is best corroborated, where outlets contradict each other, and who said what",
                         kOptions, Run};

}  // namespace consilience
