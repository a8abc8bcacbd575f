#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/report/render.h"
#include "engine/report/terminal_text.h"
#include "engine/report/wording.h"

namespace consilience {
namespace {

// Text in which no character is markup, in CommonMark and in the tables of GitHub.
std::string Escaped(absl::string_view text) {
  constexpr absl::string_view kMarkup = "\\`*_{}[]<>#|~!&$@";
  const std::string printable = Printable(text);
  std::string out;
  for (size_t i = 0; i < printable.size(); ++i) {
    const char c = printable[i];
    // What makes a list, a heading or a rule does so at the beginning only; "1." and "1)" likewise.
    const bool opens = i == 0 && (c == '-' || c == '+' || c == '=');
    const bool numbers = (c == '.' || c == ')') && i > 0 && printable.find_first_not_of("0123456789") == i;
    // "www." and "http:" would become links of themselves.
    const bool links = c == ':' && i + 1 < printable.size() && printable[i + 1] == '/';
    if (opens || numbers || links || kMarkup.find(c) != absl::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string EscapedList(const std::vector<std::string>& names) {
  return absl::StrJoin(names, ", ", [](std::string* out, const std::string& name) { out->append(Escaped(name)); });
}

class MarkdownReport {
 public:
  explicit MarkdownReport(const Report& report) : report_(report) {}

  std::string Render() {
    Header();
    Facts();
    Conflicts();
    Outlets();
    Statements();
    return std::move(out_);
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts..., "\n");
  }

  void Header() {
    Put("# Consilience report: ", Escaped(StoreName(report_)), "\n");
    std::vector<std::string> totals;
    for (const auto& [name, count] : Totals(report_)) totals.push_back(absl::StrCat("**", Grouped(count), "** ", name));
    Put(absl::StrJoin(totals, " · "), "\n");
    if (!report_.reconciled.empty()) Put("Reconciled ", Escaped(Moment(report_.reconciled)), "\n");
    const NextStep next = NextStepOf(report_);
    if (!next.command.empty()) Put(next.why, " Next:\n\n    ", Printable(next.command), "\n");
  }

  void Voices(const ReportGroup& group, absl::string_view indent) {
    for (const ReportVoice& voice : consilience::Voices(group)) {
      Put(indent, "> ", Escaped(voice.quotation->statement), " — ", EscapedList(voice.outlets));
      Put(indent, ">");
    }
    if (!out_.empty() && out_.size() > indent.size() + 2 && out_.substr(out_.size() - 2) == ">\n") {
      out_.resize(out_.size() - 2 - indent.size());
    }
    const std::vector<std::string> others = Unquoted(group);
    if (!others.empty()) Put("\n", indent, "— ", EscapedList(others));
  }

  static std::string SupportLine(const ReportGroup& group) {
    std::vector<std::string> parts = Support(group);
    parts.push_back(absl::StrCat("probability ", Percent(group.probability)));
    const std::string period = Period(group.first_published, group.last_published);
    if (!period.empty()) parts.push_back(Escaped(period));
    return absl::StrJoin(parts, " · ");
  }

  void Facts() {
    if (report_.reconciled.empty()) return;
    const std::string none = NoFacts(report_);
    if (report_.best_corroborated.empty() && none.empty()) return;
    Put("## Best corroborated claims\n");
    if (report_.best_corroborated.empty()) return Put(none, "\n");
    Put(kWhatIsCounted, "\n");
    if (const std::string left_out = LeftOut(report_); !left_out.empty()) Put(left_out, "\n");
    for (size_t i = 0; i < report_.best_corroborated.size(); ++i) {
      const auto& [group, beside] = report_.best_corroborated[i];
      Put("### ", i + 1, "\\. ", Escaped(FactInFull(group)), "\n");
      Put(SupportLine(group), "\n");
      for (const ReportGroup& other : beside) {
        Put("- ", Escaped(FactInFull(other)), " (", absl::StrJoin(Support(other), " · "), ")");
      }
      if (!beside.empty()) Put("");
      Voices(group, "");
      Put("");
    }
  }

  void Conflicts() {
    if (report_.reconciled.empty()) return;
    const std::string none = NoConflicts(report_);
    if (report_.conflict_list.empty() && none.empty()) return;
    Put("## Conflicts\n");
    if (report_.conflict_list.empty()) return Put(none, "\n");
    for (size_t i = 0; i < report_.conflict_list.size(); ++i) {
      const ReportConflict& conflict = report_.conflict_list[i];
      Put("### ", i + 1, "\\. ", Escaped(conflict.kind), ": ", Escaped(AtOdds(conflict)), "\n");
      for (const ReportGroup* side : {&conflict.a, &conflict.b}) {
        Put("- **", Escaped(FactInFull(*side)), "** — ", EscapedList(side->outlets), "\\");
        Put("  ", SupportLine(*side), "\n");
        Voices(*side, "  ");
        Put("");
      }
    }
  }

  void Outlets() {
    if (report_.outlet_list.empty()) return;
    Put("## Outlets\n");
    Put("| Outlet | Claims | Corroborated | Contradicted | Reliability | 95% interval |");
    Put("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (const ReportOutlet& outlet : report_.outlet_list) {
      Put("| ", Escaped(outlet.name), " | ", Grouped(outlet.claims), " | ", Grouped(outlet.corroborated), " | ",
          Grouped(outlet.contradicted), " | ", Percent(outlet.reliability), " | ", Percent(outlet.low), "–",
          Percent(outlet.high), " |");
    }
    Put("");
  }

  void Statements() {
    if (report_.statement_list.empty()) return;
    Put("## Statements\n");
    const std::string* document = nullptr;
    for (const ReportStatement& statement : report_.statement_list) {
      if (document == nullptr || *document != statement.document) {
        Put("### ", Escaped(statement.document), "\n");
        document = &statement.document;
      }
      Put("> ", Escaped(statement.text), "\n");
      std::vector<std::string> credits;
      for (const auto& [basis, outlets] : CreditsByBasis(statement)) {
        credits.push_back(
            absl::StrCat(EscapedList(outlets), basis.empty() ? "" : " *(", Escaped(basis), basis.empty() ? "" : ")*"));
      }
      Put("Outlets: ", credits.empty() ? "none" : absl::StrJoin(credits, "; "), "\n");
      if (statement.claims.empty()) {
        Put("Claims: none\n");
        continue;
      }
      Put("| Subject | Predicate | Object | |");
      Put("| --- | --- | --- | --- |");
      for (const ReportClaim& claim : statement.claims) {
        Put("| ", Escaped(claim.subject), " | ", Escaped(PredicateWords(claim)), " | ", Escaped(claim.object), " | ",
            Escaped(absl::StrJoin(Manner(claim, statement.outlets), "; ")), " |");
      }
      Put("");
    }
  }

  const Report& report_;
  std::string out_;
};

}  // namespace

std::string RenderMarkdown(const Report& report) {
  return MarkdownReport(report).Render();
}

}  // namespace consilience
