// The HTML report in a real browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "engine/report/report.h"
#include "report/sample_report.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace consilience::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Browser : public ::testing::Test {
 protected:
  // The page as the browser has it after its script ran; `fragment` is what follows # in its address.
  std::string Open(const Report& report, const std::string& fragment = "") {
    WriteFile(folder_.File("report.html"), Render(report, ReportFormat::kHtml));
    const ProcessResult result = RunProcess({CONSILIENCE_BROWSER, "--headless", "--no-sandbox", "--disable-gpu",
                                             "--user-data-dir=" + folder_.File("profile"), "--enable-logging=stderr",
                                             "--dump-dom", "file://" + folder_.File("report.html") + fragment});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.err, Not(HasSubstr("CONSOLE"))) << "an error or a breach of the content policy";
    EXPECT_THAT(result.out, HasSubstr("</html>"));
    return result.out;
  }

  static int Count(const std::string& page, const std::string& form) {
    const std::regex expression(form);
    return static_cast<int>(
        std::distance(std::sregex_iterator(page.begin(), page.end(), expression), std::sregex_iterator()));
  }

  TempDir folder_;
};

TEST_F(Browser, WithoutASearchEverythingIsShownAndTheBoxIsThere) {
  const std::string page = Open(SampleReport());
  EXPECT_EQ(Count(page, "data-item=\"\"[^>]* hidden"), 0);
  EXPECT_GE(Count(page, "data-item=\"\""), 8);
  EXPECT_EQ(Count(page, "id=\"search-place\" hidden"), 0) << "the script takes the attribute away";
}

TEST_F(Browser, ASearchLeavesWhatHasEveryWordWhateverItsCase) {
  const std::string page = Open(SampleReport(), "#search=OWNS+alma");
  const int items = Count(page, "data-item=\"\"");
  EXPECT_EQ(Count(page, "data-item=\"\"[^>]* hidden"), items - 1);
  EXPECT_THAT(page, HasSubstr(">1 of " + std::to_string(items) + "<"));
  EXPECT_EQ(Count(page, "data-part=\"\" hidden"), 1) << "a document none of whose statements is left";
}

}  // namespace
}  // namespace consilience::testing
