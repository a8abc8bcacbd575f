#include "engine/document/csv_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace consilience {
namespace {

using ::testing::ElementsAre;

// The fields of `data`'s first record, which must be well formed; `*rest` gets what follows it.
std::vector<std::string> FieldsOf(absl::string_view data, absl::string_view* rest = nullptr) {
  std::vector<CsvField> fields;
  size_t size = 0;
  EXPECT_EQ(ScanCsvRecord(data, true, &fields, &size), CsvScan::kRecord);
  if (rest != nullptr) *rest = data.substr(size);
  std::vector<std::string> texts;
  for (const CsvField& field : fields) texts.push_back(field.Text());
  return texts;
}

CsvScan ScanOf(absl::string_view data, bool at_end) {
  std::vector<CsvField> fields;
  size_t size = 0;
  return ScanCsvRecord(data, at_end, &fields, &size);
}

TEST(CsvRecord, FieldsAreCutAtCommas) {
  EXPECT_THAT(FieldsOf("a,b,c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(FieldsOf("a,,"), ElementsAre("a", "", ""));
  EXPECT_THAT(FieldsOf(" a , b "), ElementsAre(" a ", " b "));
  EXPECT_THAT(FieldsOf(""), ElementsAre(""));
}

TEST(CsvRecord, QuotedFieldsHoldCommasQuotesAndLineEnds) {
  EXPECT_THAT(FieldsOf("\"a,b\",\"c \"\"d\"\" e\",\"f\ng\r\nh\"\nnext"), ElementsAre("a,b", "c \"d\" e", "f\ng\r\nh"));
  EXPECT_THAT(FieldsOf("\"\",\"\"\"\""), ElementsAre("", "\""));
}

TEST(CsvRecord, AQuoteWithinAnUnquotedFieldStandsForItself) {
  EXPECT_THAT(FieldsOf("a 5\" pipe,b\"c\""), ElementsAre("a 5\" pipe", "b\"c\""));
}

TEST(CsvRecord, LineEndsOfBothKindsEndIt) {
  absl::string_view rest;
  EXPECT_THAT(FieldsOf("a,b\nc", &rest), ElementsAre("a", "b"));
  EXPECT_EQ(rest, "c");
  EXPECT_THAT(FieldsOf("a,b\r\nc", &rest), ElementsAre("a", "b"));
  EXPECT_EQ(rest, "c");
  EXPECT_THAT(FieldsOf("a,\"b\"\r\nc", &rest), ElementsAre("a", "b"));
  EXPECT_EQ(rest, "c");
  EXPECT_THAT(FieldsOf("a,\"b\"\r", &rest), ElementsAre("a", "b"));
  EXPECT_THAT(FieldsOf("a,b\r", &rest), ElementsAre("a", "b"));
  EXPECT_THAT(FieldsOf("a\rb,c"), ElementsAre("a\rb", "c")) << "a carriage return alone ends nothing";
}

TEST(CsvRecord, WhatIsCutInTheMiddleIsIncompleteUntilTheInputEnds) {
  const std::string whole = "a,\"b \"\"c\"\"\r\nd\",e\r\n";
  for (size_t cut = 0; cut + 1 < whole.size(); ++cut) {
    EXPECT_EQ(ScanOf(whole.substr(0, cut), false), CsvScan::kIncomplete) << cut;
  }
  EXPECT_EQ(ScanOf(whole, false), CsvScan::kRecord);
}

TEST(CsvRecord, MisplacedAndMissingQuotesAreToldApart) {
  EXPECT_EQ(ScanOf("\"a\"b,c\n", true), CsvScan::kMalformed);
  EXPECT_EQ(ScanOf("\"a\" ,c\n", true), CsvScan::kMalformed);
  EXPECT_EQ(ScanOf("\"a\"\rb\n", true), CsvScan::kMalformed);
  EXPECT_EQ(ScanOf("\"a,c\n", true), CsvScan::kUnclosed);
  EXPECT_EQ(ScanOf("\"a\"\"", true), CsvScan::kUnclosed);
}

}  // namespace
}  // namespace consilience
