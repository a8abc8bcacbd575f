// Each format of a report, against a golden file and against what must hold whatever the report.
#include "engine/report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "engine/report/terminal_text.h"
#include "report/sample_report.h"

namespace consilience {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

using testing::SampleReport;

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// With CONSILIENCE_WRITE_GOLDEN set, writes the file instead: look at the difference before committing it.
void ExpectGolden(const std::string& name, const std::string& actual) {
  const std::string path = CONSILIENCE_SOURCE_DIR "/tests/golden/report/" + name;
  const char* write = std::getenv("CONSILIENCE_WRITE_GOLDEN");
  if (write != nullptr && *write != '\0') std::ofstream(path, std::ios::binary) << actual;
  EXPECT_EQ(actual, ReadFile(path)) << name;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Text that every format must keep from being taken for its own markup.
Report HostileReport() {
  Report report = SampleReport();
  const std::string hostile =
      "</script><img src=x onerror=alert(1)>' \" & \x1b[2J\n# h\n| a | `b` *c* [d](e) <!-- \xff -->";
  report.store = hostile;
  report.conflict_list[0].kind = hostile;
  report.conflict_list[0].explanation = hostile;
  report.outlet_list[0].name = hostile;
  for (ReportGroup* group :
       {&report.best_corroborated[0].group, &report.best_corroborated[0].beside[0], &report.conflict_list[0].a}) {
    group->subject = group->predicate = group->answer = hostile;
    group->subject_text = group->predicate_text = group->object_text = hostile;
    group->first_published = hostile;
    group->outlets[0] = hostile;
    group->speakers = {hostile};
    for (Quotation& quotation : group->quotations) {
      quotation.outlet = quotation.statement = quotation.document = quotation.published = hostile;
    }
  }
  ReportStatement& statement = report.statement_list[0];
  statement.document = statement.text = statement.outlets[0] = statement.bases[0] = hostile;
  statement.claims = {{hostile, hostile, hostile, hostile, hostile, hostile, hostile}};
  return report;
}

Report EmptyReport() {
  Report report;
  report.store = "ferry.db";
  return report;
}

Report UnreconciledReport() {
  Report report = SampleReport();
  report.reconciled = "";
  report.groups = report.conflicts = report.corroborated_groups = report.doubtful_groups = 0;
  report.best_corroborated.clear();
  report.conflict_list.clear();
  report.outlet_list.clear();
  return report;
}

Report AgreeingOnNothing() {
  Report report = SampleReport();
  report.conflicts = report.corroborated_groups = 0;
  report.best_corroborated.clear();
  report.conflict_list.clear();
  return report;
}

TEST(ReportFormat, IsReadByNameAndAnErrorNamesTheChoices) {
  EXPECT_EQ(*ParseReportFormat("text"), ReportFormat::kText);
  EXPECT_EQ(*ParseReportFormat("markdown"), ReportFormat::kMarkdown);
  EXPECT_EQ(*ParseReportFormat("json"), ReportFormat::kJson);
  EXPECT_EQ(*ParseReportFormat("html"), ReportFormat::kHtml);
  const absl::Status status = ParseReportFormat("pdf").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("text, markdown, json or html"));
}

// --- For the terminal.

TEST(TextReport, IsAsItsGoldenFile) {
  ExpectGolden("wide.txt", Render(SampleReport(), ReportFormat::kText, {120, false}));
  ExpectGolden("narrow.txt", Render(SampleReport(), ReportFormat::kText, {60, false}));
}

TEST(TextReport, EmptyStatesSayWhatToDoNext) {
  ExpectGolden("empty.txt", Render(EmptyReport(), ReportFormat::kText));
  ExpectGolden("unreconciled.txt", Render(UnreconciledReport(), ReportFormat::kText));
  ExpectGolden("no_agreement.txt", Render(AgreeingOnNothing(), ReportFormat::kText));
}

TEST(TextReport, NoLineIsWiderThanTheTerminal) {
  for (const Report& report : {SampleReport(), HostileReport(), UnreconciledReport(), AgreeingOnNothing()}) {
    for (int width = 60; width <= 160; ++width) {
      for (const std::string& line : LinesOf(Render(report, ReportFormat::kText, {width, false}))) {
        EXPECT_LE(DisplayWidth(line), width) << line;
      }
    }
  }
}

TEST(TextReport, ColoursAddEscapesAndNothingElse) {
  const std::string plain = Render(SampleReport(), ReportFormat::kText, {100, false});
  const std::string colored = Render(SampleReport(), ReportFormat::kText, {100, true});
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  EXPECT_THAT(colored, HasSubstr("\x1b[1m"));
  EXPECT_EQ(std::regex_replace(colored, std::regex("\x1b\\[[0-9;]*m"), ""), plain);
}

TEST(TextReport, WhatADocumentHoldsIsNotObeyed) {
  const std::string text = Render(HostileReport(), ReportFormat::kText);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("␛[2J"));
}

TEST(TextReport, BothSidesOfAConflictAndTheirOutletsAreShown) {
  for (const int width : {60, 120}) {
    const std::string text = Render(SampleReport(), ReportFormat::kText, {width, false});
    for (const char* part : {"Twelve people died", "Nine people died", "quantity: different numbers"}) {
      EXPECT_THAT(text, HasSubstr(part)) << width;
    }
  }
}

// --- Markdown.

TEST(MarkdownReport, IsAsItsGoldenFile) {
  ExpectGolden("report.md", Render(SampleReport(), ReportFormat::kMarkdown));
  ExpectGolden("unreconciled.md", Render(UnreconciledReport(), ReportFormat::kMarkdown));
}

TEST(MarkdownReport, WhatADocumentHoldsIsNoMarkup) {
  const std::string text = Render(HostileReport(), ReportFormat::kMarkdown);
  EXPECT_THAT(text, Not(::testing::ContainsRegex("(^|[^\\])<img")));
  EXPECT_THAT(text, Not(HasSubstr("[d]")));
  EXPECT_THAT(text, Not(HasSubstr("\n# h")));
  for (const std::string& line : LinesOf(text)) {
    if (!line.empty() && line[0] == '|') {
      int bars = 0;
      for (size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
      EXPECT_TRUE(bars == 5 || bars == 7) << "a row with another number of cells: " << line;
    }
  }
}

// --- JSON.

TEST(JsonReport, IsAsItsGoldenFile) {
  ExpectGolden("report.json", Render(SampleReport(), ReportFormat::kJson));
  ExpectGolden("empty.json", Render(EmptyReport(), ReportFormat::kJson));
}

TEST(JsonReport, WhateverADocumentHoldsIsJsonAndReadsBack) {
  simdjson::dom::parser parser;
  const simdjson::padded_string json(Render(HostileReport(), ReportFormat::kJson));
  simdjson::dom::element root;
  ASSERT_EQ(parser.parse(json).get(root), simdjson::SUCCESS);
  std::string expected = HostileReport().store;
  expected.replace(expected.find('\xff'), 1, "\uFFFD");
  EXPECT_EQ(std::string_view(root["store"]), expected);
}

TEST(JsonReport, IdsOfSixtyThreeBitsAreTextSoThatNoReaderRoundsThem) {
  simdjson::dom::parser parser;
  const simdjson::padded_string json(Render(SampleReport(), ReportFormat::kJson));
  const simdjson::dom::element root = parser.parse(json);
  EXPECT_EQ(std::string_view(root["groups"].at(0)["group_id"]), "8646911284551352321");
  EXPECT_EQ(std::string_view(root["conflicts"].at(0)["conflict_id"]), "4611686018427387905");
}

// --- HTML.

// The page without its style and script, which are files of their own.
std::string Body(const std::string& html) {
  return std::regex_replace(std::regex_replace(html, std::regex("<style>[^]*</style>"), "<style></style>"),
                            std::regex("<script>[^]*</script>"), "<script></script>");
}

struct Tag {
  std::string name;
  std::string text;
  bool closes = false;
};

std::vector<Tag> TagsOf(const std::string& html) {
  std::vector<Tag> tags;
  static const std::regex form("<(/?)([a-z][a-z0-9]*)([^<>]*)>");
  for (std::sregex_iterator it(html.begin(), html.end(), form), end; it != end; ++it) {
    tags.push_back({(*it)[2], (*it)[3], (*it)[1].length() > 0});
  }
  return tags;
}

TEST(HtmlReport, IsAsItsGoldenFile) {
  ExpectGolden("report.html", Body(Render(SampleReport(), ReportFormat::kHtml)));
  ExpectGolden("empty.html", Body(Render(EmptyReport(), ReportFormat::kHtml)));
}

TEST(HtmlReport, EveryElementIsClosedInOrder) {
  const std::set<std::string> void_elements = {"meta", "input"};
  for (const Report& report : {SampleReport(), HostileReport(), EmptyReport(), AgreeingOnNothing()}) {
    std::vector<std::string> open;
    for (const Tag& tag : TagsOf(Body(Render(report, ReportFormat::kHtml)))) {
      if (void_elements.count(tag.name) > 0) continue;
      if (!tag.closes) {
        open.push_back(tag.name);
        continue;
      }
      ASSERT_FALSE(open.empty()) << tag.name;
      ASSERT_EQ(open.back(), tag.name);
      open.pop_back();
    }
    EXPECT_TRUE(open.empty());
  }
}

TEST(HtmlReport, WhatADocumentHoldsMakesNoElement) {
  const auto elements = [](const Report& report) {
    std::multiset<std::string> names;
    for (const Tag& tag : TagsOf(Body(Render(report, ReportFormat::kHtml)))) names.insert(tag.name);
    return names;
  };
  const std::multiset<std::string> names = elements(HostileReport());
  EXPECT_EQ(names.count("img"), 0u);
  EXPECT_EQ(names.count("script"), 2u);
  EXPECT_THAT(Render(HostileReport(), ReportFormat::kHtml),
              HasSubstr("&lt;img src=x onerror=alert(1)&gt;&#39; &quot; &amp;"));
}

TEST(HtmlReport, LoadsNothing) {
  const std::string html = Render(SampleReport(), ReportFormat::kHtml);
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  for (const char* loads : {"src=", "url(", "@import", "http:", "https:", "<link", "<iframe", "fetch("}) {
    EXPECT_THAT(html, Not(HasSubstr(loads)));
  }
  static const std::regex link("href=\"([^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it) {
    EXPECT_THAT((*it)[1].str(), StartsWith("#"));
  }
}

TEST(HtmlReport, HasAHeadingOrderScopesAndTargetsThatAssistiveSoftwareNeeds) {
  const std::string html = Render(SampleReport(), ReportFormat::kHtml);
  EXPECT_THAT(html, HasSubstr("<html lang=\"en\">"));
  int level = 0;
  std::set<std::string> ids;
  static const std::regex id("\\bid=\"([^\"]*)\"");
  for (const Tag& tag : TagsOf(Body(html))) {
    if (tag.closes) continue;
    if (tag.name == "th") {
      EXPECT_THAT(tag.text, HasSubstr("scope="));
    }
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6') {
      EXPECT_LE(tag.name[1] - '0', level + 1) << "a heading skips a level";
      level = tag.name[1] - '0';
    }
    std::smatch match;
    if (std::regex_search(tag.text, match, id)) {
      EXPECT_TRUE(ids.insert(match[1]).second) << match[1];
    }
  }
  static const std::regex target("(?:href=\"#|aria-labelledby=\"|for=\")([^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), target), end; it != end; ++it) {
    EXPECT_EQ(ids.count((*it)[1]), 1u) << (*it)[1];
  }
}

}  // namespace
}  // namespace consilience
