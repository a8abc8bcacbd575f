#include "engine/report/report.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/report/render.h"

namespace consilience {

absl::StatusOr<ReportFormat> ParseReportFormat(absl::string_view name) {
  if (name == "text") return ReportFormat::kText;
  if (name == "markdown") return ReportFormat::kMarkdown;
  if (name == "json") return ReportFormat::kJson;
  if (name == "html") return ReportFormat::kHtml;
  return absl::InvalidArgumentError(
      absl::StrCat("a report's format is text, markdown, json or html, not \"", name, "\""));
}

std::string Render(const Report& report, ReportFormat format, const RenderOptions& options) {
  switch (format) {
    case ReportFormat::kText:
      return RenderText(report, options);
    case ReportFormat::kMarkdown:
      return RenderMarkdown(report);
    case ReportFormat::kJson:
      return RenderJson(report);
    case ReportFormat::kHtml:
      return RenderHtml(report);
  }
  return "";
}

}  // namespace consilience
