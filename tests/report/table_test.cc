#include "engine/report/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <limits>
#include <sstream>
#include <vector>

#include "engine/report/terminal_text.h"

namespace consilience {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using Cells = std::vector<TableCell>;

std::string Write(TableFormat format, const std::vector<std::string>& names, const std::vector<Cells>& rows,
                  int width = 0) {
  std::ostringstream out;
  const auto writer = MakeTableWriter(format, &out, {width});
  writer->Columns(names);
  for (const Cells& row : rows) writer->Row(row);
  writer->Finish();
  return out.str();
}

TableCell Text(absl::string_view text) {
  return text;
}
constexpr std::monostate kNull;

TEST(TableFormat, IsReadByNameAndAnErrorNamesTheChoices) {
  EXPECT_EQ(*ParseTableFormat("table"), TableFormat::kTable);
  EXPECT_EQ(*ParseTableFormat("csv"), TableFormat::kCsv);
  EXPECT_EQ(*ParseTableFormat("json"), TableFormat::kJson);
  EXPECT_EQ(*ParseTableFormat("jsonl"), TableFormat::kJsonLines);
  const absl::Status status = ParseTableFormat("xml").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("table, csv, json or jsonl"));
}

TEST(EyeTable, AlignsColumnsByWhatIsSeen) {
  EXPECT_EQ(Write(TableFormat::kTable, {"city", "n"},
                  {{Text("東京"), int64_t{5}}, {Text("Łódź"), int64_t{1200}}, {kNull, kNull}}),
            "city     n\n"
            "────  ────\n"
            "東京     5\n"
            "Łódź  1200\n"
            "∅     ∅\n");
}

TEST(EyeTable, NullEmptyTextAndTheWordNullAreThreeThings) {
  EXPECT_EQ(
      Write(TableFormat::kTable, {"a", "b"}, {{kNull, Text("x")}, {Text(""), Text("x")}, {Text("NULL"), Text("x")}}),
      "a     b\n"
      "────  ─\n"
      "∅     x\n"
      "      x\n"
      "NULL  x\n");
}

TEST(EyeTable, ARealIsToldFromAnInteger) {
  const std::string table = Write(TableFormat::kTable, {"n"}, {{2.0}, {0.1}, {int64_t{2}}, {1e300}});
  EXPECT_EQ(table, "     n\n──────\n   2.0\n   0.1\n     2\n1e+300\n");
}

TEST(EyeTable, NarrowsItsWidestColumnsToTheTerminal) {
  const std::string sentence = "The ferry Alma sank near Porto Novo on Sunday";
  for (int width = 30; width < 80; ++width) {
    std::istringstream lines(Write(TableFormat::kTable, {"id", "statement", "object"},
                                   {{int64_t{123456}, Text(sentence), Text("near Porto Novo")}}, width));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(DisplayWidth(line), width) << line;
      if (line.find("ferry") != std::string::npos) {
        EXPECT_THAT(line, StartsWith("123456  The ferry"));
      }
    }
  }
}

TEST(EyeTable, ARowOfMoreColumnsThanTheTerminalHasRoomForIsARecord) {
  const std::vector<std::string> names = {"claim_id", "statement", "speaker", "object", "published"};
  const std::vector<Cells> rows = {{int64_t{7}, Text("The ferry Alma sank near Porto Novo on Sunday"), kNull,
                                    Text("Porto Novo"), Text("2026-05-04")},
                                   {int64_t{8}, Text(""), Text("Rui Tavares"), Text("Lisbon"), Text("2026-05-05")}};
  EXPECT_EQ(Write(TableFormat::kTable, names, rows, 40),
            "── 1 ───────────────────────────────────\n"
            "claim_id   7\n"
            "statement  The ferry Alma sank near\n"
            "           Porto Novo on Sunday\n"
            "speaker    ∅\n"
            "object     Porto Novo\n"
            "published  2026-05-04\n"
            "── 2 ───────────────────────────────────\n"
            "claim_id   8\n"
            "statement\n"
            "speaker    Rui Tavares\n"
            "object     Lisbon\n"
            "published  2026-05-05\n");
  EXPECT_THAT(Write(TableFormat::kTable, names, rows), StartsWith("claim_id  statement")) << "a file has room for all";
}

TEST(EyeTable, WithoutATerminalNothingIsCut) {
  const std::string text(5000, 'x');
  EXPECT_THAT(Write(TableFormat::kTable, {"t"}, {{Text(text)}}), HasSubstr(text));
}

TEST(EyeTable, WidthsAreThoseOfTheFirstThousandRows) {
  std::vector<Cells> rows(1000, {Text("ab"), int64_t{1}});
  rows.push_back({Text("abcdefgh"), int64_t{1}});
  const std::string table = Write(TableFormat::kTable, {"a", "n"}, rows);
  EXPECT_THAT(table, StartsWith("a   n\n──  ─\nab  1\n"));
  EXPECT_THAT(table, HasSubstr("\nabcdefgh  1\n")) << "a later wider cell pushes its row to the right, uncut";
}

TEST(EyeTable, ControlCharactersCannotReachTheTerminal) {
  EXPECT_THAT(Write(TableFormat::kTable, {"a\x1b[2J"}, {{Text("x\x1b]0;y\x07\nz")}}), HasSubstr("x␛]0;y␇↵z"));
}

TEST(EyeTable, WithoutRowsTheNamesAreShown) {
  EXPECT_EQ(Write(TableFormat::kTable, {"group_id", "answer"}, {}), "group_id  answer\n────────  ──────\n");
  EXPECT_EQ(Write(TableFormat::kTable, {}, {}), "") << "a statement without a result";
}

TEST(Csv, QuotesWhatNeedsItAndEndsLinesAsRfc4180Does) {
  EXPECT_EQ(Write(TableFormat::kCsv, {"a", "b,c"},
                  {{Text("plain"), Text("say \"hi\"")}, {Text("two\nlines"), Text("a\r\nb")}, {int64_t{-5}, 0.25}}),
            "a,\"b,c\"\r\nplain,\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"a\r\nb\"\r\n-5,0.25\r\n");
}

TEST(Csv, NullIsAnEmptyFieldAndEmptyTextAnEmptyQuotedOne) {
  EXPECT_EQ(Write(TableFormat::kCsv, {"a", "b"}, {{kNull, Text("")}}), "a,b\r\n,\"\"\r\n");
}

TEST(Csv, SumsOfMoneyAreWrittenOut) {
  EXPECT_EQ(Write(TableFormat::kCsv, {"n"}, {{5.5e11}, {0.000125}, {-0.0}, {1e300}, {1e-9}}),
            "n\r\n550000000000.0\r\n0.000125\r\n-0.0\r\n1e+300\r\n1e-09\r\n");
}

TEST(Csv, KeepsBytesAsTheyAre) {
  EXPECT_EQ(Write(TableFormat::kCsv, {"a"}, {{Text("caf\xe9 Łódź ")}}), "a\r\ncaf\xe9 Łódź \r\n");
}

TEST(Json, IsAnArrayOfObjects) {
  EXPECT_EQ(Write(TableFormat::kJson, {"a", "b"}, {{Text("x\"y"), kNull}, {int64_t{1}, 0.5}}),
            "[\n{\"a\":\"x\\\"y\",\"b\":null},\n{\"a\":1,\"b\":0.5}\n]\n");
  EXPECT_EQ(Write(TableFormat::kJson, {"a"}, {}), "[]\n");
}

TEST(Json, LinesAreObjectsOfTheirOwn) {
  EXPECT_EQ(Write(TableFormat::kJsonLines, {"a"}, {{Text("x\ny")}, {kNull}}), "{\"a\":\"x\\ny\"}\n{\"a\":null}\n");
  EXPECT_EQ(Write(TableFormat::kJsonLines, {"a"}, {}), "");
}

TEST(Json, ColumnsOfOneNameAreToldApart) {
  EXPECT_EQ(Write(TableFormat::kJsonLines, {"a", "a", "a_2", "a"}, {{int64_t{1}, int64_t{2}, int64_t{3}, int64_t{4}}}),
            "{\"a\":1,\"a_2\":2,\"a_2_2\":3,\"a_3\":4}\n");
}

TEST(Json, WhateverACellHoldsTheResultIsJson) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all.push_back(static_cast<char>(byte));
  const std::string json =
      Write(TableFormat::kJson, {all},
            {{Text(all)}, {std::numeric_limits<double>::infinity()}, {std::numeric_limits<int64_t>::min()}});
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(json);
  EXPECT_EQ(parser.parse(padded).error(), simdjson::SUCCESS) << json;
}

}  // namespace
}  // namespace consilience
