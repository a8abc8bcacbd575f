#include "engine/base/json_writer.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

namespace consilience {
namespace {

std::string Quoted(absl::string_view value) {
  std::string out;
  AppendJsonString(value, &out);
  return out;
}

TEST(JsonWriter, PutsCommasWhereTheyBelong) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("a").Int(1).Key("b").BeginArray().Int(1).Bool(true).Null().BeginObject().EndObject();
  json.BeginArray().EndArray().EndArray().Key("c").BeginObject().Key("d").String("x").EndObject().EndObject();
  EXPECT_EQ(out, R"({"a":1,"b":[1,true,null,{},[]],"c":{"d":"x"}})");
}

TEST(JsonWriter, AppendsToWhatIsThere) {
  std::string out = "data: ";
  JsonWriter(&out).BeginArray().StringOrNull("").StringOrNull("x").EndArray();
  EXPECT_EQ(out, "data: [null,\"x\"]");
}

TEST(JsonWriter, NumbersAreWrittenSoThatTheyReadBack) {
  const auto number = [](double value) {
    std::string out;
    JsonWriter(&out).Double(value);
    return out;
  };
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(std::nan("")), "null");
  EXPECT_EQ(number(-std::numeric_limits<double>::infinity()), "null");
  for (const double value : {1.0 / 3, 1e22, -5e-324, std::numeric_limits<double>::max(), 123456789.125}) {
    EXPECT_EQ(std::strtod(number(value).c_str(), nullptr), value);
  }
  std::string out;
  JsonWriter json(&out);
  json.BeginArray().Number(*Decimal::Parse("550e9")).Number(Probability::FromDouble(0.25));
  json.Int(std::numeric_limits<int64_t>::min()).EndArray();
  EXPECT_EQ(out, "[550000000000,0.25,-9223372036854775808]");
}

TEST(JsonWriter, EveryByteOfAStringReadsBack) {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all.push_back(static_cast<char>(c));
  all += "é€😀\u2028";
  simdjson::dom::parser parser;
  std::string_view read;
  ASSERT_EQ(parser.parse(Quoted(all)).get(read), simdjson::SUCCESS);
  EXPECT_EQ(read, all);
}

TEST(JsonWriter, AStringIsOneLine) {
  EXPECT_EQ(Quoted("a\nb\r\t\"\\\x01\x7f/é"), "\"a\\nb\\r\\t\\\"\\\\\\u0001\\u007f/é\"");
}

}  // namespace
}  // namespace consilience
