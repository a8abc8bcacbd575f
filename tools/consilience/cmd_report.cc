#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "absl/strings/match.h"
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
    {"--format", "FORMAT", "text, markdown, json or html; default: as FILE's name ends, else text"},
    {"--output", "FILE", "write there instead of to standard output"},
    {"--groups", "N",
     "how many of the best corroborated claims (of one set of statements: one); default 15, -1 for all"},
    {"--min-confidence", "P", "of them only those of as much confidence; from 0, which shows all, to 1; default: 0.8"},
    {"--conflicts", "N", "how many conflicts; default 25, -1 for all"},
    {"--outlets", "N", "how many outlets; default 40, -1 for all"},
    {"--statements", "N", "how many statements with their outlets and claims; default 40, -1 for all"},
};

// As wide as the terminal, and coloured unless the environment asks for none (https://no-color.org).
RenderOptions ForTerminal() {
  RenderOptions options;
  const char* no_color = std::getenv("NO_COLOR");
  options.color = isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
  if (const int width = TerminalWidth(); width > 0) options.width = std::clamp(width, 60, 140);
  return options;
}

absl::StatusOr<ReportFormat> FormatOf(const Arguments& arguments, absl::string_view output) {
  if (arguments.Has("--format")) return ParseReportFormat(arguments.Value("--format"));
  constexpr std::pair<absl::string_view, ReportFormat> kEndings[] = {
      {".html", ReportFormat::kHtml}, {".md", ReportFormat::kMarkdown}, {".json", ReportFormat::kJson}};
  for (const auto& [ending, format] : kEndings) {
    if (absl::EndsWith(output, ending)) return format;
  }
  return ReportFormat::kText;
}

absl::StatusOr<int> Limit(const Arguments& arguments, absl::string_view option, int otherwise) {
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t number, arguments.Number(option, otherwise, -1));
  return static_cast<int>(std::min<int64_t>(number, 1'000'000'000));
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  CONSILIENCE_RETURN_IF_ERROR(RequireNoPaths(arguments));
  const std::string output = arguments.Value("--output", "-");
  CONSILIENCE_ASSIGN_OR_RETURN(const ReportFormat format, FormatOf(arguments, output));
  ReportOptions options;
  CONSILIENCE_ASSIGN_OR_RETURN(options.groups, Limit(arguments, "--groups", options.groups));
  CONSILIENCE_ASSIGN_OR_RETURN(options.min_confidence, arguments.Share("--min-confidence", options.min_confidence));
  CONSILIENCE_ASSIGN_OR_RETURN(options.conflicts, Limit(arguments, "--conflicts", options.conflicts));
  CONSILIENCE_ASSIGN_OR_RETURN(options.outlets, Limit(arguments, "--outlets", options.outlets));
  CONSILIENCE_ASSIGN_OR_RETURN(options.statements, Limit(arguments, "--statements", options.statements));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kReadOnly));
  CONSILIENCE_ASSIGN_OR_RETURN(const Report report, BuildReport(path, options, store.get()));
  if (output == "-") {
    std::cout << Render(report, format, ForTerminal());
    return kDone;
  }
  std::ofstream file(output, std::ios::binary);
  file << Render(report, format);
  file.close();
  if (!file) {
    return WithHint(absl::UnavailableError(absl::StrCat("cannot write ", output)),
                    "is its folder there and writable, and is there room on the disk?");
  }
  return kDone;
}

}  // namespace

const Command kReport = {"report",
                         "--store S [--format text|html|markdown|json] [--output FILE]",
                         "Show what is best corroborated, where outlets contradict each other, and who said what",
                         kOptions,
                         "example: consilience report --store news.db --output news.html\n",
                         Run};

}  // namespace consilience
