#include "engine/base/table_rows.h"

#include <gtest/gtest.h>

#include <string>

namespace consilience {
namespace {

using Fields = std::vector<absl::string_view>;

TEST(TableRows, CommentsAndEmptyLinesAreNoRows) {
  std::vector<std::string> rows;
  ForEachRow("# head\n\nalder\tash\n#beech\nbirch", [&](absl::string_view row) { rows.emplace_back(row); });
  EXPECT_EQ(rows, (std::vector<std::string>{"alder\tash", "birch"}));
}

TEST(TableRows, AnEmptyFieldIsAFieldAllTheSame) {
  std::vector<Fields> rows;
  ForEachRowOfFields("alder\t\tash\n\t\n", [&](const Fields& fields) { rows.push_back(fields); });
  EXPECT_EQ(rows, (std::vector<Fields>{{"alder", "", "ash"}, {"", ""}}));
}

TEST(TableRows, ATextIsCutAtItsFirstSeparator) {
  absl::string_view text = "alder|ash|";
  EXPECT_EQ(CutField(&text, '|'), "alder");
  EXPECT_EQ(CutField(&text, '|'), "ash");
  EXPECT_EQ(text, "");
  EXPECT_EQ(CutField(&text, '|'), "");
}

TEST(TableRows, WithoutASeparatorAllIsCut) {
  absl::string_view text = "alder";
  EXPECT_EQ(CutField(&text, '|'), "alder");
  EXPECT_EQ(text, "");
}

TEST(TableRows, NamesStandForTheirValues) {
  constexpr std::pair<absl::string_view, int> kTrees[] = {{"alder", 1}, {"ash", 2}};
  EXPECT_EQ(ValueNamed(kTrees, "ash"), 2);
}

}  // namespace
}  // namespace consilience
