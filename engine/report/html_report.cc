#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/report/render.h"
#include "engine/report/terminal_text.h"
#include "engine/report/wording.h"

namespace consilience {

// page/report.css and page/report.js.
absl::string_view ReportStyle();
absl::string_view ReportScript();

namespace {

// For the content of an element and for a quoted attribute; `text` is printable.
std::string EscapedAsIs(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string Escaped(absl::string_view text) {
  return EscapedAsIs(Printable(text));
}

std::string EscapedList(const std::vector<std::string>& names) {
  return Escaped(absl::StrJoin(names, ", "));
}

// With the claim marked where it is but a part.
std::string Marked(const Passage& passage) {
  const absl::string_view text = passage.text;
  if (passage.focus_begin >= passage.focus_end) return EscapedAsIs(text);
  return absl::StrCat(EscapedAsIs(text.substr(0, passage.focus_begin)), "<mark>",
                      EscapedAsIs(text.substr(passage.focus_begin, passage.focus_end - passage.focus_begin)), "</mark>",
                      EscapedAsIs(text.substr(passage.focus_end)));
}

class HtmlReport {
 public:
  explicit HtmlReport(const Report& report) : report_(report) {}

  std::string Render() {
    Head();
    Header();
    Navigation();
    Put("<main id=\"content\">");
    Facts();
    Conflicts();
    Outlets();
    Statements();
    Put("</main>");
    Put("<footer><p>Reliability is an outlet's estimated accuracy over the questions that others answer too; the "
        "interval says how much is known about it.</p></footer>");
    Put("<script>\n", ReportScript(), "</script>");
    Put("</body>\n</html>");
    return std::move(out_);
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts..., "\n");
  }

  void Head() {
    Put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    Put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">");
    Put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    Put("<title>Consilience report: ", Escaped(StoreName(report_)), "</title>");
    Put("<style>\n", ReportStyle(), "</style>\n</head>\n<body>");
    Put("<a class=\"skip\" href=\"#content\">To the content</a>");
  }

  void Header() {
    Put("<header>\n<p class=\"soft\">Consilience report</p>\n<h1>", Escaped(StoreName(report_)), "</h1>");
    if (!report_.reconciled.empty()) {
      Put("<p class=\"soft\">Reconciled <time datetime=\"", Escaped(report_.reconciled), "\">",
          Escaped(Moment(report_.reconciled)), "</time></p>");
    }
    Put("<dl class=\"counts\">");
    for (const auto& [name, count] : Totals(report_)) {
      Put("<div><dt>", name, "</dt><dd>", Grouped(count), "</dd></div>");
    }
    Put("</dl>");
    const NextStep next = NextStepOf(report_);
    if (!next.command.empty()) {
      Put("<p class=\"next\" role=\"status\">", Escaped(next.why), " Next: <code>", Escaped(next.command),
          "</code></p>");
    }
    Put("</header>");
  }

  bool ShowsFacts() const {
    return !report_.reconciled.empty() && (!report_.best_corroborated.empty() || !NoFacts(report_).empty());
  }
  bool ShowsConflicts() const {
    return !report_.reconciled.empty() && (!report_.conflict_list.empty() || !NoConflicts(report_).empty());
  }

  void Navigation() {
    Put("<nav aria-label=\"Sections\"><ul>");
    if (ShowsFacts()) Put("<li><a href=\"#claims\">Claims</a></li>");
    if (ShowsConflicts()) Put("<li><a href=\"#conflicts\">Conflicts</a></li>");
    if (!report_.outlet_list.empty()) Put("<li><a href=\"#outlets\">Outlets</a></li>");
    if (!report_.statement_list.empty()) Put("<li><a href=\"#statements\">Statements</a></li>");
    Put("<li class=\"search\" id=\"search-place\" hidden><label>Search <input type=\"search\" id=\"search\" "
        "autocomplete=\"off\"></label> <output id=\"found\" for=\"search\" aria-live=\"polite\"></output></li>");
    Put("</ul></nav>");
  }

  // Opens a section with its title; `all` of which only `shown` are in it.
  void Section(absl::string_view id, absl::string_view title, size_t shown, int64_t all) {
    Put("<section id=\"", id, "\" aria-labelledby=\"", id, "-title\">\n<h2 id=\"", id, "-title\">", title, "</h2>");
    if (all > static_cast<int64_t>(shown)) {
      Put("<p class=\"soft\">", Grouped(static_cast<int64_t>(shown)), " of ", Grouped(all), " are shown</p>");
    }
  }

  // `judged`: one independent outlet is little for a fact; in a conflict it is how most begin.
  void SupportList(const ReportGroup& group, bool judged) {
    std::vector<std::string> parts = Support(group);
    const absl::string_view look = !judged                          ? ""
                                   : group.independent_outlets >= 2 ? " class=\"good\""
                                                                    : " class=\"warn\"";
    parts.back() = absl::StrCat("<li", look, ">", parts.back());
    for (size_t i = 0; i + 1 < parts.size(); ++i) parts[i] = absl::StrCat("<li>", parts[i]);
    parts.push_back(absl::StrCat("<li>probability ", Escaped(Percent(group.probability))));
    const std::string period = Period(group.first_published, group.last_published);
    if (!period.empty()) parts.push_back(absl::StrCat("<li>", Escaped(period)));
    Put("<ul class=\"support\">", absl::StrJoin(parts, "</li>"), "</li></ul>");
  }

  void Quotations(const ReportGroup& group) {
    for (const ReportVoice& voice : Voices(group)) {
      const Quotation& quotation = *voice.quotation;
      std::string source = Escaped(quotation.document);
      const std::string published = Period(quotation.published, "");
      if (!published.empty()) absl::StrAppend(&source, source.empty() ? "" : ", ", Escaped(published));
      if (!source.empty()) source = absl::StrCat(" · ", source);
      Put("<figure><blockquote dir=\"auto\">", Marked(PassageOf(quotation)), "</blockquote><figcaption>— <cite>",
          EscapedList(voice.outlets), "</cite>", source, "</figcaption></figure>");
    }
    const std::vector<std::string> others = Unquoted(group);
    if (!others.empty()) Put("<figure><figcaption>— <cite>", EscapedList(others), "</cite></figcaption></figure>");
  }

  void Beside(const std::vector<ReportGroup>& beside) {
    if (beside.empty()) return;
    Put("<details class=\"beside\"><summary>",
        Counted(static_cast<int64_t>(beside.size()), "more claim", "more claims"),
        " from the same statements</summary><ul>");
    for (const ReportGroup& group : beside) {
      Put("<li id=\"group-", group.id, "\"><span dir=\"auto\">", Escaped(FactInFull(group)),
          "</span> <span class=\"basis\">", absl::StrJoin(Support(group), " · "), "</span></li>");
    }
    Put("</ul></details>");
  }

  void Facts() {
    if (!ShowsFacts()) return;
    Section("claims", "Best corroborated claims", 0, 0);
    if (report_.best_corroborated.empty()) {
      Put("<p>", NoFacts(report_), "</p>");
    } else {
      Put("<p class=\"soft\">", kWhatIsCounted, " ", LeftOut(report_), "</p>");
      Put("<ol class=\"cards\">");
      for (const auto& [group, beside] : report_.best_corroborated) {
        Put("<li class=\"card\" data-item id=\"group-", group.id, "\"><h3 dir=\"auto\">", Escaped(FactInFull(group)),
            "</h3>");
        SupportList(group, /*judged=*/true);
        Beside(beside);
        Quotations(group);
        Put("</li>");
      }
      Put("</ol>");
    }
    Put("</section>");
  }

  void Side(absl::string_view name, const ReportGroup& group) {
    Put("<div class=\"side\" role=\"group\" aria-label=\"", name, "\"><p class=\"outlets\">",
        EscapedList(group.outlets), "</p><h4 dir=\"auto\">", Escaped(FactInFull(group)), "</h4>");
    SupportList(group, /*judged=*/false);
    Quotations(group);
    Put("</div>");
  }

  void Conflicts() {
    if (!ShowsConflicts()) return;
    Section("conflicts", "Conflicts", report_.conflict_list.size(),
            report_.conflict_list.empty() ? 0 : report_.conflicts);
    if (report_.conflict_list.empty()) {
      Put("<p>", NoConflicts(report_), "</p>");
    } else {
      Put("<ol class=\"cards\">");
      for (const ReportConflict& conflict : report_.conflict_list) {
        Put("<li class=\"card\" data-item id=\"conflict-", conflict.id, "\"><h3><span class=\"kind\">",
            Escaped(conflict.kind), "</span>", Escaped(AtOdds(conflict)), "</h3>\n<div class=\"sides\">");
        Side("One side", conflict.a);
        Side("Other side", conflict.b);
        Put("</div>");
        Put("</li>");
      }
      Put("</ol>");
    }
    Put("</section>");
  }

  void Outlets() {
    if (report_.outlet_list.empty()) return;
    Section("outlets", "Outlets", 0, 0);
    Put("<div class=\"scroll\"><table><caption>Claims credited to each outlet, and its estimated "
        "reliability</caption>");
    Put("<thead><tr><th scope=\"col\">Outlet</th>");
    for (const char* head : {"Claims", "Corroborated", "Contradicted", "Reliability", "95% interval"}) {
      Put("<th scope=\"col\" class=\"number\">", head, "</th>");
    }
    Put("<td aria-hidden=\"true\"></td></tr></thead>\n<tbody>");
    const auto place = [](Probability share) { return absl::StrCat((share.millionths() + 5'000) / 10'000, "%"); };
    for (const ReportOutlet& outlet : report_.outlet_list) {
      Put("<tr data-item><th scope=\"row\">", Escaped(outlet.name), "</th>");
      for (const int64_t count : {outlet.claims, outlet.corroborated, outlet.contradicted}) {
        Put("<td class=\"number\">", Grouped(count), "</td>");
      }
      Put("<td class=\"number\">", Percent(outlet.reliability), "</td><td class=\"number\">", Percent(outlet.low), "–",
          Percent(outlet.high), "</td>");
      Put("<td aria-hidden=\"true\"><span class=\"interval\" style=\"--low:", place(outlet.low),
          ";--high:", place(outlet.high), ";--at:", place(outlet.reliability), "\"><i></i><b></b></span></td></tr>");
    }
    Put("</tbody></table></div></section>");
  }

  void Statement(const ReportStatement& statement) {
    Put("<li class=\"card\" data-item><blockquote dir=\"auto\">", Escaped(statement.text), "</blockquote>");
    std::vector<std::string> credits;
    for (const auto& [basis, outlets] : CreditsByBasis(statement)) {
      credits.push_back(absl::StrCat("<strong>", EscapedList(outlets), "</strong>",
                                     basis.empty() ? "" : " <span class=\"basis\">", Escaped(BasisInWords(basis)),
                                     basis.empty() ? "" : "</span>"));
    }
    Put("<p class=\"credits\">Outlets: ", credits.empty() ? "none" : absl::StrJoin(credits, "; "), "</p>");
    if (statement.claims.empty()) {
      Put("<p class=\"soft\">No claims</p></li>");
      return;
    }
    Put("<table class=\"claims\"><thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">Predicate</th>"
        "<th scope=\"col\">Object</th><th scope=\"col\">Meant as</th></tr></thead>\n<tbody>");
    for (const ReportClaim& claim : statement.claims) {
      Put("<tr><td dir=\"auto\">", Escaped(claim.subject), "</td><td>", Escaped(PredicateWords(claim)),
          "</td><td dir=\"auto\">", Escaped(claim.object), "</td><td class=\"basis\">",
          Escaped(absl::StrJoin(Manner(claim, statement.outlets), "; ")), "</td></tr>");
    }
    Put("</tbody></table></li>");
  }

  void Statements() {
    if (report_.statement_list.empty()) return;
    Section("statements", "Statements", report_.statement_list.size(), report_.statements);
    const std::vector<ReportStatement>& list = report_.statement_list;
    for (size_t i = 0, j = 0; i < list.size(); i = j) {
      Put("<div data-part><h3 class=\"document\">", Escaped(list[i].document), "</h3>\n<ol class=\"cards\">");
      for (; j < list.size() && list[j].document == list[i].document; ++j) Statement(list[j]);
      Put("</ol></div>");
    }
    Put("</section>");
  }

  const Report& report_;
  std::string out_;
};

}  // namespace

std::string RenderHtml(const Report& report) {
  return HtmlReport(report).Render();
}

}  // namespace consilience
