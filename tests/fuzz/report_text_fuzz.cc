// links: report
//
// Whatever a document holds, what a terminal, a page or a JSON reader gets of it is harmless and keeps to its width.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/report/report.h"
#include "engine/report/terminal_text.h"

namespace consilience {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckText(absl::string_view input) {
  for (const bool keep_space : {false, true}) {
    const std::string text = Printable(input, keep_space);
    Require(Printable(text, keep_space) == text);
    Require(ValidUtf8(text) == text);
    for (const char c : text) Require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
    for (const int width : {0, 1, 2, 7, 40}) {
      Require(DisplayWidth(Shorten(text, width)) <= width);
      Require(DisplayWidth(Pad(text, width)) >= width);
      for (const std::string& line : Wrap(text, width)) {
        // One character may be wider than a very narrow line.
        Require(DisplayWidth(line) <= width || width < 4);
      }
    }
  }
}

void CheckReport(const std::string& input) {
  Report report;
  report.store = "s.db";
  report.reconciled = "2026-05-05T06:30:00Z";
  ReportGroup group;
  group.subject = group.subject_text = group.predicate_text = group.object_text = input;
  group.outlets = group.speakers = {input};
  Quotation quotation;
  quotation.outlet = quotation.statement = quotation.document = input;
  quotation.focus_begin = static_cast<uint32_t>(input.size() / 3);
  quotation.focus_end = static_cast<uint32_t>(input.size() / 2);
  group.quotations = {quotation};
  report.best_corroborated = {{group, {group}}};
  ReportConflict& conflict = report.conflict_list.emplace_back();
  conflict.kind = conflict.explanation = input;
  conflict.a = conflict.b = group;
  report.statement_list.push_back(
      {input, input, {input}, {input}, {{input, input, input, input, input, input, input}}});
  for (const ReportFormat format :
       {ReportFormat::kText, ReportFormat::kMarkdown, ReportFormat::kJson, ReportFormat::kHtml}) {
    const std::string rendered = Render(report, format);
    Require(ValidUtf8(rendered) == rendered);
    Require(rendered.find('\x1b') == std::string::npos && rendered.find('\0') == std::string::npos);
  }
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  consilience::CheckText(input);
  consilience::CheckReport(input);
  return 0;
}
