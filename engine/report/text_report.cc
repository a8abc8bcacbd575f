#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/report/render.h"
#include "engine/report/terminal_text.h"
#include "engine/report/wording.h"

namespace consilience {
namespace {

constexpr int kLeastWidth = 60;
constexpr int kLeastSideBySide = 80;
constexpr int kLinesOfAQuotation = 2;
constexpr size_t kMostVoices = 5;      // quotations of one fact
constexpr size_t kMostBeside = 3;      // what else the same statements say
constexpr size_t kMostSideVoices = 3;  // quotations of one side of a conflict
constexpr int kBarCells = 20;
constexpr absl::string_view kDot = "\u00A0· ";

enum class Style : uint8_t { kPlain, kTitle, kStrong, kFaint, kGood, kWarning, kBad };

absl::string_view Escape(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kTitle:
      return "\x1b[1;4m";
    case Style::kStrong:
      return "\x1b[1m";
    case Style::kFaint:
      return "\x1b[2m";
    case Style::kGood:
      return "\x1b[32m";
    case Style::kWarning:
      return "\x1b[33m";
    case Style::kBad:
      return "\x1b[1;31m";
  }
  return "";
}

struct Line {
  std::string text;
  Style style = Style::kPlain;
};
using Lines = std::vector<Line>;

// `text` is printable.
void AddWrapped(absl::string_view text, int width, Style style, Lines* lines) {
  for (std::string& line : Wrap(text, width)) lines->push_back({std::move(line), style});
}

void Add(absl::string_view text, int width, Style style, Lines* lines) {
  AddWrapped(Printable(text), width, style, lines);
}

// Joined by `separator`; lines break between parts, not within.
std::string JoinUnbroken(const std::vector<std::string>& parts, absl::string_view separator) {
  return absl::StrJoin(parts, separator,
                       [](std::string* out, const std::string& part) { out->append(Unbroken(Printable(part))); });
}

// Whose words they are, and the statement in at most kLinesOfAQuotation lines.
void AddVoice(const ReportVoice& voice, int width, Lines* lines) {
  constexpr int kHang = 2;
  const std::string outlets = JoinUnbroken(voice.outlets, ", ");
  const Passage passage = PassageOf(*voice.quotation);
  const int least = width / 2;
  std::vector<std::string> wrapped;
  // Lines break at words, so that what fits is found by trying.
  for (int room = kLinesOfAQuotation * (width - kHang) - DisplayWidth(outlets);; room -= 4) {
    wrapped = Wrap(absl::StrCat(outlets, ": ", Excerpt(passage, std::max(room, least))), width - kHang);
    if (wrapped.size() <= kLinesOfAQuotation || room <= least) break;
  }
  for (size_t i = 0; i < wrapped.size(); ++i) lines->push_back({std::string(i > 0 ? kHang : 0, ' ') + wrapped[i]});
}

void AddVoices(const ReportGroup& group, size_t most, int width, Lines* lines) {
  const std::vector<ReportVoice> voices = Voices(group);
  std::vector<std::string> others = Unquoted(group);
  for (size_t i = 0; i < voices.size(); ++i) {
    if (i < most) {
      AddVoice(voices[i], width, lines);
    } else {
      others.insert(others.end(), voices[i].outlets.begin(), voices[i].outlets.end());
    }
  }
  if (others.empty()) return;
  std::sort(others.begin(), others.end());
  AddWrapped(absl::StrCat(voices.empty() ? "" : "also: ", JoinUnbroken(others, ", ")), width, Style::kPlain, lines);
}

void AddSupport(const ReportGroup& group, int width, Style style, Lines* lines) {
  std::vector<std::string> parts = Support(group);
  parts.push_back(absl::StrCat("probability ", Percent(group.probability)));
  const std::string period = Period(group.first_published, group.last_published);
  if (!period.empty()) parts.push_back(period);
  AddWrapped(JoinUnbroken(parts, kDot), width, style, lines);
}

void AddBeside(const ReportGroup& group, const std::vector<ReportGroup>& beside, int width, Lines* lines) {
  for (size_t i = 0; i < beside.size(); ++i) {
    if (i == kMostBeside && beside.size() > kMostBeside + 1) {
      lines->push_back({absl::StrCat("+ ", beside.size() - kMostBeside, " more"), Style::kFaint});
      return;
    }
    const size_t outlets = beside[i].outlets.size();
    const std::string fewer =
        outlets == group.outlets.size()
            ? ""
            : absl::StrCat(" [", Counted(static_cast<int64_t>(outlets), "outlet", "outlets"), "]");
    const std::string fact =
        Shorten(Printable(Manner(beside[i]) == Manner(group) ? Fact(beside[i]) : FactInFull(beside[i])),
                width - 2 - DisplayWidth(fewer));
    lines->push_back({absl::StrCat("+ ", fact, fewer), Style::kPlain});
  }
}

// A share of one as a point on a line, within its interval: "   ├──●─┤     ".
std::string IntervalBar(const ReportOutlet& outlet) {
  const auto cell = [](Probability share) {
    return std::min(kBarCells - 1, static_cast<int>(int64_t{share.millionths()} * kBarCells / Probability::kOne));
  };
  const int low = cell(outlet.low), point = cell(outlet.reliability), high = cell(outlet.high);
  std::string bar;
  for (int i = 0; i < kBarCells; ++i) {
    bar += i == point ? "●" : i == low ? "├" : i == high ? "┤" : i > low && i < high ? "─" : "·";
  }
  return bar;
}

class TextReport {
 public:
  TextReport(const Report& report, const RenderOptions& options)
      : report_(report), width_(std::max(options.width, kLeastWidth)), color_(options.color) {}

  std::string Render() {
    Header();
    Facts();
    Conflicts();
    Outlets();
    Statements();
    return std::move(out_);
  }

 private:
  void Put(absl::string_view text, Style style = Style::kPlain) {
    if (color_ && style != Style::kPlain && !text.empty()) {
      absl::StrAppend(&out_, Escape(style), text, "\x1b[0m");
    } else {
      absl::StrAppend(&out_, text);
    }
  }
  void EndLine() {
    out_.erase(out_.find_last_not_of(' ') + 1);
    out_.push_back('\n');
  }
  // Every line behind as many spaces, the first one behind `label`, which takes their place.
  void Put(const Lines& lines, int indent, absl::string_view label = "") {
    for (size_t i = 0; i < lines.size(); ++i) {
      Put(Pad(i == 0 ? label : "", indent), Style::kFaint);
      Put(lines[i].text, lines[i].style);
      EndLine();
    }
  }
  void PutWrapped(absl::string_view text, Style style, int indent = 0, absl::string_view label = "") {
    Lines lines;
    Add(text, width_ - indent, style, &lines);
    Put(lines, indent, label);
  }

  // The title of a section; how many of all it shows and how to see the rest.
  void Title(absl::string_view title, size_t shown, int64_t all, absl::string_view option) {
    EndLine();
    Put(title, Style::kTitle);
    if (all > static_cast<int64_t>(shown)) {
      Put(absl::StrCat("  ", Grouped(static_cast<int64_t>(shown)), " of ", Grouped(all), "; ", option, " -1 shows all"),
          Style::kFaint);
    }
    EndLine();
  }

  void Header() {
    PutWrapped(absl::StrCat("Consilience report: ", StoreName(report_)), Style::kStrong);
    std::vector<std::string> totals;
    for (const auto& [name, count] : Totals(report_)) totals.push_back(absl::StrCat(Grouped(count), " ", name));
    Lines lines;
    AddWrapped(JoinUnbroken(totals, kDot), width_, Style::kPlain, &lines);
    Put(lines, 0);
    if (!report_.reconciled.empty()) {
      PutWrapped(absl::StrCat("Reconciled ", Moment(report_.reconciled)), Style::kFaint);
    }
    const NextStep next = NextStepOf(report_);
    if (next.command.empty()) return;
    EndLine();
    PutWrapped(next.why, Style::kWarning);
    // On one line, to be copied.
    Put(absl::StrCat("Next: ", Printable(next.command)), Style::kStrong);
    EndLine();
  }

  void Facts() {
    if (report_.reconciled.empty()) return;
    const std::string none = NoFacts(report_);
    if (report_.best_corroborated.empty() && none.empty()) return;
    EndLine();
    Put("BEST CORROBORATED CLAIMS", Style::kTitle);
    if (HasMoreCorroborated(report_)) Put("  --groups N shows more", Style::kFaint);
    EndLine();
    if (report_.best_corroborated.empty()) return PutWrapped(none, Style::kPlain);
    PutWrapped(kWhatIsCounted, Style::kFaint);
    if (const std::string left_out = LeftOut(report_); !left_out.empty()) PutWrapped(left_out, Style::kFaint);
    const int indent = static_cast<int>(std::to_string(report_.best_corroborated.size()).size()) + 4;
    for (size_t i = 0; i < report_.best_corroborated.size(); ++i) {
      const auto& [group, beside] = report_.best_corroborated[i];
      EndLine();
      PutWrapped(FactInFull(group), Style::kStrong, indent, Label(i, indent));
      Lines lines;
      AddBeside(group, beside, width_ - indent, &lines);
      AddSupport(group, width_ - indent, group.independent_outlets >= 2 ? Style::kGood : Style::kWarning, &lines);
      AddVoices(group, kMostVoices, width_ - indent, &lines);
      Put(lines, indent);
    }
  }

  void Conflicts() {
    if (report_.reconciled.empty()) return;
    const std::string none = NoConflicts(report_);
    if (report_.conflict_list.empty() && none.empty()) return;
    Title("CONFLICTS", report_.conflict_list.size(), report_.conflicts, "--conflicts");
    if (report_.conflict_list.empty()) return PutWrapped(none, Style::kPlain);
    const int indent = static_cast<int>(std::to_string(report_.conflict_list.size()).size()) + 4;
    for (size_t i = 0; i < report_.conflict_list.size(); ++i) {
      const ReportConflict& conflict = report_.conflict_list[i];
      EndLine();
      PutWrapped(absl::StrCat(conflict.kind, ": ", AtOdds(conflict)), Style::kBad, indent, Label(i, indent));
      if (width_ >= kLeastSideBySide) {
        SideBySide(conflict, indent);
      } else {
        Stacked(conflict, indent);
      }
    }
  }

  static Lines SideOf(const ReportGroup& group, int width) {
    Lines lines;
    AddWrapped(JoinUnbroken(group.outlets, ", "), width, Style::kPlain, &lines);
    Add(FactInFull(group), width, Style::kStrong, &lines);
    AddSupport(group, width, Style::kFaint, &lines);
    AddVoices(group, kMostSideVoices, width, &lines);
    return lines;
  }

  void SideBySide(const ReportConflict& conflict, int indent) {
    constexpr absl::string_view kBetween = " │ ";
    const int width = (width_ - indent - 3) / 2;
    const Lines a = SideOf(conflict.a, width), b = SideOf(conflict.b, width);
    for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
      Put(Pad("", indent));
      const std::string left = i < a.size() ? a[i].text : "";
      Put(left, i < a.size() ? a[i].style : Style::kPlain);
      Put(Pad("", width - DisplayWidth(left)));
      Put(kBetween, Style::kFaint);
      if (i < b.size()) Put(b[i].text, b[i].style);
      EndLine();
    }
  }

  void Stacked(const ReportConflict& conflict, int indent) {
    for (const auto& [label, group] : {std::pair("A ", &conflict.a), std::pair("B ", &conflict.b)}) {
      Put(SideOf(*group, width_ - indent - 2), indent + 2, absl::StrCat(Pad("", indent), label));
    }
  }

  void Outlets() {
    if (report_.outlet_list.empty()) return;
    Title("OUTLETS", report_.outlet_list.size(), 0, "--outlets");
    constexpr absl::string_view kHeads[] = {"claims", "corroborated", "contradicted", "reliability", "95% interval"};
    constexpr int kGap = 2;
    constexpr int kLeastName = 16;
    // The interval is the first to go where there is no room.
    size_t columns = 0;
    int numbers = 0;
    while (columns < std::size(kHeads)) {
      const int more = numbers + kGap + static_cast<int>(kHeads[columns].size());
      if (columns > 3 && more + kLeastName > width_) break;
      numbers = more;
      ++columns;
    }
    int names = 6;
    for (const ReportOutlet& outlet : report_.outlet_list)
      names = std::max(names, DisplayWidth(Printable(outlet.name)));
    names = std::min({names, 40, width_ - numbers});
    const bool bar = columns == std::size(kHeads) && names + numbers + kGap + kBarCells <= width_;
    std::string heads = Pad("outlet", names);
    for (size_t i = 0; i < columns; ++i) absl::StrAppend(&heads, "  ", kHeads[i]);
    Put(heads, Style::kFaint);
    EndLine();
    for (const ReportOutlet& outlet : report_.outlet_list) {
      const std::string cells[] = {Grouped(outlet.claims), Grouped(outlet.corroborated), Grouped(outlet.contradicted),
                                   Percent(outlet.reliability),
                                   absl::StrCat(Percent(outlet.low), "–", Percent(outlet.high))};
      Put(Pad(Shorten(Printable(outlet.name), names), names));
      for (size_t i = 0; i < columns; ++i) {
        const Style style = i == 2 && outlet.contradicted > 0   ? Style::kBad
                            : i == 1 && outlet.corroborated > 0 ? Style::kGood
                                                                : Style::kPlain;
        Put("  ");
        Put(PadLeft(cells[i], static_cast<int>(kHeads[i].size())), style);
      }
      if (bar) {
        Put("  ");
        Put(IntervalBar(outlet), Style::kFaint);
      }
      EndLine();
    }
  }

  void Statements() {
    if (report_.statement_list.empty()) return;
    Title("STATEMENTS", report_.statement_list.size(), report_.statements, "--statements");
    const int indent = static_cast<int>(std::to_string(report_.statement_list.size()).size()) + 4;
    constexpr int kLabel = 9;
    const std::string* document = nullptr;
    for (size_t i = 0; i < report_.statement_list.size(); ++i) {
      const ReportStatement& statement = report_.statement_list[i];
      EndLine();
      if (document == nullptr || *document != statement.document) {
        PutWrapped(statement.document, Style::kStrong);
        document = &statement.document;
      }
      PutWrapped(statement.text, Style::kPlain, indent, Label(i, indent));
      std::vector<std::string> credits;
      for (const auto& [basis, outlets] : CreditsByBasis(statement)) {
        credits.push_back(
            absl::StrCat(absl::StrJoin(outlets, ", "), basis.empty() ? "" : " (", basis, basis.empty() ? "" : ")"));
      }
      PutWrapped(credits.empty() ? "none" : absl::StrJoin(credits, "; "), Style::kGood, indent + kLabel,
                 absl::StrCat(Pad("", indent), "outlets"));
      Lines claims;
      for (const ReportClaim& claim : statement.claims) {
        Add(ClaimLine(claim, statement), width_ - indent - kLabel - 2, Style::kPlain, &claims);
      }
      if (claims.empty()) claims.push_back({"none", Style::kFaint});
      Put(claims, indent + kLabel, absl::StrCat(Pad("", indent), "claims"));
    }
  }

  // "President Ana Morel → arrive in → Lisbon (said by ...)".
  static std::string ClaimLine(const ReportClaim& claim, const ReportStatement& statement) {
    std::vector<absl::string_view> parts = {claim.subject.empty() ? "…" : absl::string_view(claim.subject),
                                            PredicateWords(claim)};
    if (!claim.object.empty()) parts.emplace_back(claim.object);
    std::string line = absl::StrJoin(parts, " → ");
    const std::vector<std::string> manner = Manner(claim, statement.outlets);
    if (!manner.empty()) absl::StrAppend(&line, "  (", absl::StrJoin(manner, "; "), ")");
    return line;
  }

  static std::string Label(size_t index, int indent) { return PadLeft(absl::StrCat(index + 1, "."), indent - 2); }

  const Report& report_;
  const int width_;
  const bool color_;
  std::string out_;
};

}  // namespace

std::string RenderText(const Report& report, const RenderOptions& options) {
  return TextReport(report, options).Render();
}

}  // namespace consilience
