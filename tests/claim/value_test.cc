#include "engine/claim/value.h"

#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "money >= 4200000000 USD", "date 2026-11-03", "quantity between 10..12 person".
std::string Describe(const Value& value) {
  if (value.kind == ValueKind::kDate) return absl::StrCat("date ", value.iso);
  std::string out = absl::StrCat(std::string(ToString(value.kind)), " ", std::string(ToString(value.relation)), " ",
                                 value.amount.ToString());
  if (value.high != value.amount) absl::StrAppend(&out, "..", value.high.ToString());
  if (!value.unit.empty()) absl::StrAppend(&out, " ", value.unit);
  return out;
}

std::string Normalized(absl::string_view text) {
  const std::optional<Value> value = NormalizeValue(text);
  return value ? Describe(*value) : "nothing";
}

// Tuesday.
const DayUtc kPublished = *DayUtc::FromCivil(2026, 11, 24);

std::string Found(absl::string_view tagged, std::optional<DayUtc> published = kPublished) {
  const TaggedSentence sentence(tagged);
  std::vector<std::string> found;
  for (const Value& value : FindValues(sentence.text(), sentence.analysis(), published)) {
    EXPECT_EQ(std::string(value.span.In(sentence.text())), value.text);
    found.push_back(absl::StrCat(Describe(value), " '", value.text, "'"));
  }
  return absl::StrJoin(found, "; ");
}

struct Case {
  const char* text;
  const char* expected;
};

void PrintTo(const Case& example, std::ostream* out) {
  *out << example.text;
}

class NormalizeValueTable : public ::testing::TestWithParam<Case> {};

TEST_P(NormalizeValueTable, Holds) {
  EXPECT_EQ(Normalized(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Numbers, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"0", "quantity = 0"},
                             {"7", "quantity = 7"},
                             {"340", "quantity = 340"},
                             {"1000230", "quantity = 1000230"},
                             {"3,400", "quantity = 3400"},
                             {"12,345,678", "quantity = 12345678"},
                             {"1.5", "quantity = 1.5"},
                             {"-5", "quantity = -5"},
                             {"minus 5", "quantity = -5"},
                             {"minus 12.5", "quantity = -12.5"},
                             {".75", "quantity = 0.75"},
                             {"2019", "quantity = 2019"},
                             {"1.5 million", "quantity = 1500000"},
                             {"2.25 billion", "quantity = 2250000000"},
                             {"400 thousand", "quantity = 400000"},
                             {"3 hundred", "quantity = 300"},
                             {"1.2 trillion", "quantity = 1200000000000"},
                             {"5bn", "quantity = 5000000000"},
                             {"250k", "quantity = 250000"},
                             {"12 lakh", "quantity = 1200000"},
                             {"3 crore", "quantity = 30000000"},
                             {"2 lakh crore", "quantity = 2000000000000"},
                             {"one", "quantity = 1"},
                             {"seven", "quantity = 7"},
                             {"thirteen", "quantity = 13"},
                             {"forty", "quantity = 40"},
                             {"forty-two", "quantity = 42"},
                             {"forty two", "quantity = 42"},
                             {"ninety-nine", "quantity = 99"},
                             {"one hundred", "quantity = 100"},
                             {"three hundred and forty", "quantity = 340"},
                             {"three hundred forty-one", "quantity = 341"},
                             {"two thousand", "quantity = 2000"},
                             {"two thousand five hundred", "quantity = 2500"},
                             {"twenty-five thousand", "quantity = 25000"},
                             {"two hundred million", "quantity = 200000000"},
                             {"one million two hundred thousand and six", "quantity = 1200006"},
                             {"two billion three million", "quantity = 2003000000"},
                             {"a hundred", "quantity = 100"},
                             {"a thousand", "quantity = 1000"},
                             {"a million", "quantity = 1000000"},
                             {"a hundred thousand", "quantity = 100000"},
                             {"a dozen", "quantity = 12"},
                             {"two dozen", "quantity = 24"},
                             {"half a dozen", "quantity = 6"},
                             {"half a million", "quantity = 500000"},
                             {"half a billion", "quantity = 500000000"},
                             {"a million and a half", "quantity = 1500000"},
                             {"two and a half", "quantity = 2.5"},
                             {"two and a half million", "quantity = 2500000"},
                             {"2½", "quantity = 2.5"},
                             {"2 1/2", "quantity = 2.5"},
                             {"dozens", "quantity >= 12"},
                             {"hundreds", "quantity >= 100"},
                             {"thousands", "quantity >= 1000"},
                             {"tens of thousands", "quantity >= 10000"},
                             {"hundreds of thousands", "quantity >= 100000"},
                             {"several hundred", "quantity >= 100"},
                             {"a few thousand", "quantity >= 1000"},
                             {"a couple", "quantity ~ 2"},
                             {"two-thirds", "quantity = 0.66666666666666666"},
                             {"three-quarters", "quantity = 0.75"},
                             {"one-fifth", "quantity = 0.2"},
                             {"½", "quantity = 0.5"},
                             {"first", "ordinal = 1"},
                             {"third", "ordinal = 3"},
                             {"21st", "ordinal = 21"},
                             {"twenty-first", "ordinal = 21"},
                             {"102nd", "ordinal = 102"},
                         }));

INSTANTIATE_TEST_SUITE_P(Relations, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"about 200", "quantity ~ 200"},
                             {"around 200", "quantity ~ 200"},
                             {"roughly two hundred", "quantity ~ 200"},
                             {"approximately 1.5 million", "quantity ~ 1500000"},
                             {"nearly 500", "quantity ~ 500"},
                             {"almost 500", "quantity ~ 500"},
                             {"some 3,000", "quantity ~ 3000"},
                             {"an estimated 40,000", "quantity ~ 40000"},
                             {"close to 90", "quantity ~ 90"},
                             {"~90", "quantity ~ 90"},
                             {"more than 90", "quantity > 90"},
                             {"over 90", "quantity > 90"},
                             {"well over 90", "quantity > 90"},
                             {"above 90", "quantity > 90"},
                             {"upwards of 90", "quantity > 90"},
                             {"in excess of 90", "quantity > 90"},
                             {">90", "quantity > 90"},
                             {">= 90", "quantity >= 90"},
                             {"at least 90", "quantity >= 90"},
                             {"no fewer than 90", "quantity >= 90"},
                             {"no less than 90", "quantity >= 90"},
                             {"90 or more", "quantity >= 90"},
                             {"90+", "quantity >= 90"},
                             {"up to 90", "quantity <= 90"},
                             {"as many as 90", "quantity <= 90"},
                             {"as much as 90", "quantity <= 90"},
                             {"at most 90", "quantity <= 90"},
                             {"no more than 90", "quantity <= 90"},
                             {"90 or fewer", "quantity <= 90"},
                             {"fewer than 90", "quantity < 90"},
                             {"less than 90", "quantity < 90"},
                             {"under 90", "quantity < 90"},
                             {"below 90", "quantity < 90"},
                             {"just under 90", "quantity < 90"},
                             {"90 or so", "quantity ~ 90"},
                             {"more than a dozen", "quantity > 12"},
                             {"nearly half a million", "quantity ~ 500000"},
                             {"between 10 and 12", "quantity between 10..12"},
                             {"10-12", "quantity between 10..12"},
                             {"10–12", "quantity between 10..12"},
                             {"10 to 12", "quantity between 10..12"},
                             {"from 5 to 7 percent", "percent between 5..7 %"},
                             {"two to three million", "quantity between 2000000..3000000"},
                             {"between 1.5 million and 2 million", "quantity between 1500000..2000000"},
                             {"$10-12 million", "money between 10000000..12000000 USD"},
                             {"$10 million to $12 million", "money between 10000000..12000000 USD"},
                             {"3% to 5%", "percent between 3..5 %"},
                             {"20-30 km", "quantity between 20..30 km"},
                             {"three to four weeks", "duration between 3..4 week"},
                         }));

INSTANTIATE_TEST_SUITE_P(Money, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"$5", "money = 5 USD"},
                             {"$4.20", "money = 4.2 USD"},
                             {"$550 billion", "money = 550000000000 USD"},
                             {"$4.2bn", "money = 4200000000 USD"},
                             {"$4.2B", "money = 4200000000 USD"},
                             {"$3M", "money = 3000000 USD"},
                             {"$10k", "money = 10000 USD"},
                             {"$1,234,567.89", "money = 1234567.89 USD"},
                             {"€3.2m", "money = 3200000 EUR"},
                             {"€3.2 million", "money = 3200000 EUR"},
                             {"£900", "money = 900 GBP"},
                             {"£1.1tn", "money = 1100000000000 GBP"},
                             {"¥5,000", "money = 5000 JPY"},
                             {"₹500 crore", "money = 5000000000 INR"},
                             {"Rs 500 crore", "money = 5000000000 INR"},
                             {"₩1.2 trillion", "money = 1200000000000 KRW"},
                             {"A$40 million", "money = 40000000 AUD"},
                             {"AU$40", "money = 40 AUD"},
                             {"C$12.5 million", "money = 12500000 CAD"},
                             {"US$7", "money = 7 USD"},
                             {"US $7 million", "money = 7000000 USD"},
                             {"NZ$7", "money = 7 NZD"},
                             {"HK$7.8", "money = 7.8 HKD"},
                             {"S$9", "money = 9 SGD"},
                             {"R$30", "money = 30 BRL"},
                             {"USD 5 million", "money = 5000000 USD"},
                             {"EUR 20", "money = 20 EUR"},
                             {"CHF 20", "money = 20 CHF"},
                             {"20 EUR", "money = 20 EUR"},
                             {"5 million dollars", "money = 5000000 USD"},
                             {"five dollars", "money = 5 USD"},
                             {"2 billion U.S. dollars", "money = 2000000000 USD"},
                             {"30 million Australian dollars", "money = 30000000 AUD"},
                             {"12 million pounds", "money = 12000000 GBP"},
                             {"6 billion euros", "money = 6000000000 EUR"},
                             {"200 yuan", "money = 200 CNY"},
                             {"3 trillion yen", "money = 3000000000000 JPY"},
                             {"10,000 won", "money = 10000 KRW"},
                             {"500 rupees", "money = 500 INR"},
                             {"80 rubles", "money = 80 RUB"},
                             {"80 Mexican pesos", "money = 80 MXN"},
                             {"40 Swiss francs", "money = 40 CHF"},
                             {"60 pence", "money = 0.6 GBP"},
                             {"more than $4.2 billion", "money > 4200000000 USD"},
                             {"up to €50,000", "money <= 50000 EUR"},
                             {"about £2m", "money ~ 2000000 GBP"},
                             {"half a million dollars", "money = 500000 USD"},
                             {"a million dollars", "money = 1000000 USD"},
                             {"a few million euros", "money >= 1000000 EUR"},
                             {"-$5", "money = -5 USD"},
                         }));

INSTANTIATE_TEST_SUITE_P(Units, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"12%", "percent = 12 %"},
                             {"12 percent", "percent = 12 %"},
                             {"12 per cent", "percent = 12 %"},
                             {"12.5 pct", "percent = 12.5 %"},
                             {"twelve percent", "percent = 12 %"},
                             {"-0.3%", "percent = -0.3 %"},
                             {"nearly 12%", "percent ~ 12 %"},
                             {"3 percentage points", "percentage points = 3 pp"},
                             {"a quarter of", "nothing"},
                             {"25 basis points", "quantity = 25 basis point"},
                             {"5 km", "quantity = 5 km"},
                             {"5km", "quantity = 5 km"},
                             {"5 kilometers", "quantity = 5 km"},
                             {"five kilometres", "quantity = 5 km"},
                             {"100m", "quantity = 100 m"},
                             {"26 miles", "quantity = 26 mile"},
                             {"ten-mile", "quantity = 10 mile"},
                             {"75 mph", "quantity = 75 mph"},
                             {"75 miles per hour", "quantity = 75 mph"},
                             {"120 km/h", "quantity = 120 km/h"},
                             {"120 kilometres per hour", "quantity = 120 km/h"},
                             {"30,000 feet", "quantity = 30000 foot"},
                             {"6,000 hectares", "quantity = 6000 ha"},
                             {"40 square miles", "quantity = 40 square mile"},
                             {"40 square kilometers", "quantity = 40 km2"},
                             {"2 million barrels per day", "quantity = 2000000 barrel per day"},
                             {"2 million barrels a day", "quantity = 2000000 barrel per day"},
                             {"500 barrels", "quantity = 500 barrel"},
                             {"10 tonnes", "quantity = 10 tonne"},
                             {"10 metric tons", "quantity = 10 tonne"},
                             {"3 kg", "quantity = 3 kg"},
                             {"40 degrees Celsius", "quantity = 40 °C"},
                             {"40°C", "quantity = 40 °C"},
                             {"104 degrees Fahrenheit", "quantity = 104 °F"},
                             {"minus 20 degrees", "quantity = -20 degree"},
                             {"magnitude 7.1", "quantity = 7.1 magnitude"},
                             {"7.1-magnitude", "quantity = 7.1 magnitude"},
                             {"magnitude-6.4", "quantity = 6.4 magnitude"},
                             {"25 years old", "quantity = 25 year old"},
                             {"25-year-old", "quantity = 25 year old"},
                             {"aged 25", "quantity = 25 year old"},
                             {"aged 8-10 years", "quantity between 8..10 year old"},
                             {"ages 15 and older", "quantity >= 15 year old"},
                             {"aged between 11 and 16", "quantity between 11..16 year old"},
                             {"ages of 11 and 16", "quantity between 11..16 year old"},
                             {"age of four months", "quantity = 4 month old"},
                             {"three weeks", "duration = 3 week"},
                             {"3 hours", "duration = 3 hour"},
                             {"90 minutes", "duration = 90 minute"},
                             {"half an hour", "duration = 0.5 hour"},
                             {"two and a half years", "duration = 2.5 year"},
                             {"two decades", "duration = 2 decade"},
                             {"10-day", "duration = 10 day"},
                             {"more than three years", "duration > 3 year"},
                             {"150 pounds", "quantity = 150 pound"},
                             {"500 MW", "quantity = 500 MW"},
                             {"340 soldiers", "quantity = 340 soldier"},
                             {"12 people", "quantity = 12 people"},
                             {"12 women", "quantity = 12 woman"},
                             {"6 cities", "quantity = 6 city"},
                             {"5-4", "nothing"},
                         }));

INSTANTIATE_TEST_SUITE_P(Dates, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"2026-11-03", "date 2026-11-03"},
                             {"Nov. 3, 2026", "date 2026-11-03"},
                             {"Nov 3, 2026", "date 2026-11-03"},
                             {"November 3, 2026", "date 2026-11-03"},
                             {"November 3rd, 2026", "date 2026-11-03"},
                             {"3 November 2026", "date 2026-11-03"},
                             {"3rd of November 2026", "date 2026-11-03"},
                             {"Tuesday, November 3, 2026", "date 2026-11-03"},
                             {"November 2026", "date 2026-11"},
                             {"Sept. 2026", "date 2026-09"},
                             {"25/12/2026", "date 2026-12-25"},
                             {"12/25/2026", "date 2026-12-25"},
                             {"03/04/2026", "nothing"},
                             {"February 30, 2026", "nothing"},
                             {"Monday", "nothing"},
                         }));

INSTANTIATE_TEST_SUITE_P(WhatIsNoValue, NormalizeValueTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"", "nothing"},
                             {"   ", "nothing"},
                             {"14:07", "nothing"},
                             {"8 a.m.", "nothing"},
                             {"5 o'clock", "nothing"},
                             {"9/11", "nothing"},
                             {"24/7", "nothing"},
                             {"COVID-19", "nothing"},
                             {"G7", "nothing"},
                             {"Boeing 737", "nothing"},
                             {"Section 230", "nothing"},
                             {"Tokyo", "nothing"},
                             {"a", "nothing"},
                             {"about", "nothing"},
                             {"1.2.3", "nothing"},
                             {"555-123-4567", "nothing"},
                             {"49ers", "nothing"},
                             {"the number 12 on the list", "nothing"},
                             {"12 people were killed", "nothing"},
                             {"$", "nothing"},
                             {"-", "nothing"},
                             {"1,2", "nothing"},
                         }));

TEST(NormalizeValue, IgnoresWhiteSpaceAndAFinalPoint) {
  const std::optional<Value> value = NormalizeValue("  12 percent. ");
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(Describe(*value), "percent = 12 %");
  EXPECT_EQ(value->span.begin, 2u);
}

TEST(NormalizeValue, KeepsEighteenDigitsExactly) {
  EXPECT_EQ(Normalized("123,456,789.01"), "quantity = 123456789.01");
  EXPECT_EQ(Normalized("$0.1"), "money = 0.1 USD");
}

// ---- In statements.

class FindValuesTable : public ::testing::TestWithParam<Case> {};

TEST_P(FindValuesTable, Holds) {
  EXPECT_EQ(Found(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Counts, FindValuesTable,
    ::testing::ValuesIn(std::vector<Case>{
        {"Police/NNS arrested/VBD 12/CD protesters/NNS ./.", "quantity = 12 protester '12'"},
        {"At/IN least/JJS 340/CD people/NNS/people died/VBD", "quantity >= 340 people 'At least 340'"},
        {"They/PRP freed/VBD three/CD hundred/CD and/CC forty/CD hostages/NNS",
         "quantity = 340 hostage 'three hundred and forty'"},
        {"More/JJR than/IN two/CD dozen/CD heavily/RB armed/VBN soldiers/NNS fled/VBD",
         "quantity > 24 soldier 'More than two dozen'"},
        {"Hundreds/NNS of/IN angry/JJ farmers/NNS marched/VBD", "quantity >= 100 farmer 'Hundreds'"},
        {"Tens/NNS of/IN thousands/NNS of/IN refugees/NNS crossed/VBD",
         "quantity >= 10000 refugee 'Tens of thousands'"},
        {"About/RB 1.5/CD million/CD voters/NNS stayed/VBD home/RB", "quantity ~ 1500000 voter 'About 1.5 million'"},
        {"Twelve/CD of/IN the/DT miners/NNS survived/VBD", "quantity = 12 miner 'Twelve'"},
        {"Between/IN 10/CD and/CC 12/CD ships/NNS left/VBD", "quantity between 10..12 ship 'Between 10 and 12'"},
        {"It/PRP lost/VBD 10/CD +-/SYM +12/CD aircraft/NNS/aircraft", "quantity between 10..12 aircraft '10-12'"},
        {"The/DT toll/NN rose/VBD to/IN 340/CD ./.", "quantity = 340 '340'"},
        {"Two/CD +-/HYPH +thirds/NNS of/IN voters/NNS agreed/VBD", "quantity = 0.66666666666666666 'Two-thirds'"},
        {"One/CD in/IN five/CD adults/NNS agreed/VBD", "quantity = 0.2 'One in five'"},
        {"Nine/CD out/IN of/IN 10/CD voters/NNS agreed/VBD", "quantity = 0.9 'Nine out of 10'"},
        {"He/PRP won/VBD two/CD in/IN five/CD days/NNS", "quantity = 2 'two'; duration = 5 day 'five days'"},
        {"They/PRP lost/VBD millions/NNS of/IN dollars/NNS", "money >= 1000000 USD 'millions of dollars'"},
        {"It/PRP lay/VBD hundreds/NNS of/IN miles/NNS away/RB", "quantity >= 100 mile 'hundreds of miles'"},
        {"Half/NN of/IN the/DT crew/NN drowned/VBD", "quantity = 0.5 'Half'"},
        {"30/CD Republicans/NNPS objected/VBD", "quantity = 30 republican '30'"},
        {"A/DT five/CD +-/HYPH +member/NN panel/NN ruled/VBD", "quantity = 5 member 'five'"},
        {"They/PRP need/VBP 60/CD votes/NNS and/CC 12/CD more/JJR seats/NNS",
         "quantity = 60 vote '60'; quantity = 12 seat '12'"},
        {"One/CD soldier/NN died/VBD", "quantity = 1 soldier 'One'"},
        {"One/CD of/IN them/PRP died/VBD", ""},
        {"No/DT one/NN died/VBD", ""},
        {"100/CD +-/HYPH +odd/JJ guests/NNS came/VBD", "quantity ~ 100 guest '100-odd'"},
        {"The/DT Senate/NNP voted/VBD 52/CD +-/HYPH +48/CD", "quantity = 52 score '52'; quantity = 48 score '48'"},
        {"The/DT team/NN won/VBD 3/CD +-/HYPH +1/CD", "quantity = 3 score '3'; quantity = 1 score '1'"},
    }));

INSTANTIATE_TEST_SUITE_P(
    Measures, FindValuesTable,
    ::testing::ValuesIn(std::vector<Case>{
        {"Japan/NNP pledged/VBD $/$ +550/CD billion/CD", "money = 550000000000 USD '$550 billion'"},
        {"It/PRP cost/VBD more/JJR than/IN $/$ +4.2/CD +bn/CD", "money > 4200000000 USD 'more than $4.2bn'"},
        {"They/PRP paid/VBD €3.2m/CD", "money = 3200000 EUR '€3.2m'"},
        {"A/DT $/$ +5/CD fee/NN applies/VBZ", "money = 5 USD '$5'"},
        {"It/PRP owes/VBZ 12/CD million/CD pounds/NNS", "money = 12000000 GBP '12 million pounds'"},
        {"She/PRP lost/VBD 30/CD pounds/NNS", "quantity = 30 pound '30 pounds'"},
        {"Prices/NNS rose/VBD/rise 12/CD %/NN", "percent = 12 % '12 %'"},
        {"Prices/NNS rose/VBD/rise from/IN 5/CD to/IN 7/CD percent/NN", "percent = 5 % '5'; percent = 7 % '7 percent'"},
        {"He/PRP sees/VBZ growth/NN from/IN 5/CD to/IN 7/CD percent/NN",
         "percent between 5..7 % 'from 5 to 7 percent'"},
        {"The/DT quake/NN had/VBD magnitude/NN 7.1/CD", "quantity = 7.1 magnitude 'magnitude 7.1'"},
        {"A/DT 25/CD +-/HYPH +year/NN +-/HYPH +old/JJ man/NN fell/VBD", "quantity = 25 year old '25-year-old'"},
        {"Ann/NNP Lee/NNP ,/, 25/CD ,/, fell/VBD", "quantity = 25 year old '25'"},
        {"Winds/NNS reached/VBD 120/CD km/NN +|/SYM +h/NN", "quantity = 120 km/h '120 km/h'"},
        {"They/PRP waited/VBD for/IN three/CD weeks/NNS", "duration = 3 week 'three weeks'"},
        {"They/PRP waited/VBD for/IN a/DT week/NN", "duration = 1 week 'a week'"},
        {"They/PRP waited/VBD nearly/RB a/DT year/NN", "duration ~ 1 year 'nearly a year'"},
        {"They/PRP meet/VBP twice/RB a/DT year/NN", ""},
        {"He/PRP swam/VBD 10/CD to/IN 12/CD miles/NNS", "quantity between 10..12 mile '10 to 12 miles'"},
        {"The/DT third/JJ attempt/NN failed/VBD", "ordinal = 3 attempt 'third'"},
        {"30/CD +m/NN people/NNS/people watched/VBD", "quantity = 30000000 people '30m'"},
    }));

INSTANTIATE_TEST_SUITE_P(Names, FindValuesTable,
                         ::testing::ValuesIn(std::vector<Case>{
                             {"She/PRP called/VBD 911/CD", ""},
                             {"The/DT First/NNP Amendment/NNP holds/VBZ", ""},
                             {"The/DT 5th/JJ District/NNP votes/VBZ", ""},
                             {"A/DT Boeing/NNP 737/CD crashed/VBD", ""},
                             {"The/DT G7/NNP met/VBD", ""},
                             {"He/PRP uses/VBZ Windows/NNP 10/CD", ""},
                             {"They/PRP recalled/VBD 9|11/CD", ""},
                             {"They/PRP cited/VBD Section/NNP 230/CD", ""},
                             {"COVID/NNP +-/HYPH +19/CD spread/VBD", ""},
                             {"COVID-19/NNP spread/VBD", ""},
                             {"An/DT F-16/NNP crashed/VBD", ""},
                             {"They/PRP read/VBD page/NN 12/CD", ""},
                             {"It/PRP stands/VBZ at/IN 10/CD Downing/NNP Street/NNP", ""},
                             {"The/DT 49ers/NNPS won/VBD", ""},
                             {"It/PRP began/VBD at/IN 14:07/CD", ""},
                             {"It/PRP began/VBD at/IN 8/CD a.m./NN", ""},
                             {"Call/VB 555-123-4567/CD", ""},
                             {"They/PRP work/VBP 24|7/CD", ""},
                             {"Flight/NN 370/CD vanished/VBD", ""},
                             {"It/PRP hit/VBD the/DT S&P/NNP 500/CD", ""},
                             {"Seven/CD//2:nummod sages/NNS//3:nsubj spoke/VBD//0:root", "quantity = 7 sage 'Seven'"},
                             {"It/PRP ran/VBD in/IN the/DT 1990/CD +s/NNS", ""},
                         }));

INSTANTIATE_TEST_SUITE_P(
    AbsoluteDates, FindValuesTable,
    ::testing::ValuesIn(std::vector<Case>{
        {"The/DT//4:det October/NNP//4:compound jobs/NNS//4:compound numbers/NNS//5:nsubj allow/VBP/allow/0:root "
         "it/PRP//5:obj",
         "date 2026-10 'October'"},
        {"It/PRP follows/VBZ/follow/0:root Friday/NNP//5:nmod:poss +'s/POS//3:case report/NN//2:obj",
         "date 2026-11-20 'Friday'"},
        {"They/PRP//3:nsubj can/MD//3:aux win/VB/win/0:root in/IN//5:case May/NNP//3:obl", "date 2027-05 'May'"},
        {"The/DT vote/NN on/IN December/NNP 5/CD", "date 2026-12-05 'December 5'"},
        {"A/DT//2:det decision/NN/decision/0:root to/TO/to/5:mark be/VB/be/5:aux:pass announced/VBN/announce/2:acl "
         "Friday/NNP//5:obl",
         "date 2026-11-27 'Friday'"},
        {"It/PRP ended/VBD on/IN Nov./NNP 3/CD ,/, 2026/CD ./.", "date 2026-11-03 'Nov. 3 , 2026'"},
        {"It/PRP ended/VBD on/IN 3/CD November/NNP", "date 2026-11-03 '3 November'"},
        {"It/PRP ended/VBD on/IN November/NNP 30/CD", "date 2025-11-30 'November 30'"},
        {"It/PRP ended/VBD in/IN 2019/CD ./.", "date 2019 '2019'"},
        {"The/DT 2016/CD election/NN ended/VBD", "date 2016 '2016'"},
        {"It/PRP lasted/VBD from/IN 2016/CD to/IN 2019/CD", "date 2016 '2016'; date 2019 '2019'"},
        {"It/PRP ended/VBD in/IN November/NNP 2025/CD", "date 2025-11 'November 2025'"},
        {"It/PRP ended/VBD in/IN May/NNP", "date 2026-05 'May'"},
        {"It/PRP may/MD end/VB", ""},
        {"May/NNP won/VBD", ""},
        {"April/NNP Ryan/NNP asked/VBD", ""},
        {"It/PRP killed/VBD 2000/CD people/NNS/people", "quantity = 2000 people '2000'"},
        {"The/DT 2020/CD Democrats/NNPS met/VBD", "date 2020 '2020'"},
        {"2020/CD Democrats/NNPS met/VBD", "date 2020 '2020'"},
        {"It/PRP killed/VBD more/JJR than/IN 2000/CD", "quantity > 2000 'more than 2000'"},
        {"It/PRP has/VBZ 2000/CD dollars/NNS", "money = 2000 USD '2000 dollars'"},
        {"It/PRP ended/VBD on/IN 2026-11-03/CD", "date 2026-11-03 '2026-11-03'"},
        {"It/PRP ended/VBD Monday/NNP ,/, Nov./NNP 2/CD", "date 2026-11-02 'Monday , Nov. 2'"},
    }));

// Published on Tuesday 24 November 2026.
INSTANTIATE_TEST_SUITE_P(
    RelativeDates, FindValuesTable,
    ::testing::ValuesIn(std::vector<Case>{
        {"It/PRP ended/VBD on/IN Monday/NNP", "date 2026-11-23 'Monday'"},
        {"It/PRP ended/VBD on/IN Tuesday/NNP", "date 2026-11-24 'Tuesday'"},
        {"It/PRP ended/VBD Wednesday/NNP night/NN", "date 2026-11-18 'Wednesday night'"},
        {"It/PRP ended/VBD last/JJ Tuesday/NNP", "date 2026-11-17 'Tuesday'"},
        {"It/PRP ends/VBZ next/JJ Monday/NNP", "date 2026-11-30 'Monday'"},
        {"It/PRP will/MD//3:aux end/VB//0:root on/IN//5:case Friday/NNP//3:obl", "date 2026-11-27 'Friday'"},
        {"They/PRP are/VBP/be/3:aux set/VBN/set/0:root to/TO/to/5:mark meet/VB/meet/3:xcomp Friday/NNP//5:obl",
         "date 2026-11-27 'Friday'"},
        {"He/PRP said/VBD//0:root Friday/NNP//2:obl he/PRP//6:nsubj will/MD//6:aux go/VB//2:ccomp",
         "date 2026-11-20 'Friday'"},
        {"It/PRP will/MD//3:aux end/VB//0:root in/IN//5:case March/NNP//3:obl", "date 2027-03 'March'"},
        {"It/PRP ended/VBD yesterday/NN", "date 2026-11-23 'yesterday'"},
        {"It/PRP ends/VBZ tomorrow/NN", "date 2026-11-25 'tomorrow'"},
        {"It/PRP ended/VBD last/JJ night/NN", "date 2026-11-23 'last night'"},
        {"It/PRP ended/VBD last/JJ week/NN", "date 2026-W47 'last week'"},
        {"It/PRP ended/VBD earlier/RBR this/DT month/NN", "date 2026-11 'this month'"},
        {"It/PRP ended/VBD last/JJ month/NN", "date 2026-10 'last month'"},
        {"It/PRP starts/VBZ next/JJ year/NN", "date 2027 'next year'"},
        {"It/PRP ended/VBD last/JJ March/NNP", "date 2026-03 'March'"},
        {"It/PRP ended/VBD two/CD weeks/NNS ago/RB", "date 2026-W46 'two weeks ago'"},
        {"It/PRP ended/VBD a/DT year/NN ago/RB", "date 2025 'a year ago'"},
        {"It/PRP ended/VBD three/CD days/NNS ago/RB", "date 2026-11-21 'three days ago'"},
        {"It/PRP ended/VBD on/IN Monday/NNP last/JJ week/NN", "date 2026-11-16 'Monday'; date 2026-W47 'last week'"},
        {"It/PRP ends/VBZ on/IN Tuesday/NNP of/IN next/JJ week/NN",
         "date 2026-12-01 'Tuesday'; date 2026-W49 'next week'"},
        {"It/PRP ended/VBD last/JJ weekend/NN", "date 2026-W47 'last weekend'"},
        {"It/PRP//2:nsubj ended/VBD//0:root over/IN//5:case the/DT//5:det weekend/NN//2:obl",
         "date 2026-W47 'the weekend'"},
        {"It/PRP//3:nsubj will/MD//3:aux end/VB//0:root this/DT//5:det weekend/NN//3:obl",
         "date 2026-W48 'this weekend'"},
        {"They/PRP//2:nsubj agreed/VBD/agree/0:root to/TO/to/4:mark meet/VB/meet/2:xcomp on/IN//6:case "
         "Friday/NNP//4:obl",
         "date 2026-11-27 'Friday'"},
        {"A/DT//2:det strike/NN//7:nsubj:pass planned/VBN/plan/2:acl for/IN//5:case Friday/NNP//3:obl "
         "was/VBD//7:aux:pass "
         "halted/VBN//0:root",
         "date 2026-11-27 'Friday'"},
        {"Sales/NNS//2:nsubj rose/VBP/rise/0:root in/IN//4:case September/NNP//2:obl", "date 2026-09 'September'"},
        {"It/PRP//2:nsubj ended/VBD//0:root at/IN//4:case 6/CD//2:obl p.m./NN//4:nmod:unmarked on/IN//7:case "
         "Tuesday/NNP//2:obl",
         "date 2026-11-24T18:00 'Tuesday'"},
        {"It/PRP//2:nsubj ended/VBD//0:root at/IN//4:case 6/CD//2:obl p.m./NN//4:nmod:unmarked Tuesday/NNP//4:nmod",
         "date 2026-11-24T18:00 '6 p.m. Tuesday'"},
        {"They/PRP read/VBP USA/NNP Today/NNP", ""},
        {"They/PRP shop/VBP on/IN Black/NNP Friday/NNP", ""},
        {"They/PRP meet/VBP every/DT Monday/NNP", ""},
    }));

TEST(FindValues, LeavesOutRelativeDatesWithoutTheDayOfPublication) {
  EXPECT_EQ(Found("It/PRP ended/VBD on/IN Monday/NNP", std::nullopt), "");
  EXPECT_EQ(Found("It/PRP ended/VBD last/JJ week/NN", std::nullopt), "");
  EXPECT_EQ(Found("It/PRP ended/VBD in/IN 2019/CD", std::nullopt), "date 2019 '2019'");
}

TEST(FindValues, HangsACountOnTheNounTheTreeGives) {
  const TaggedSentence sentence(
      "Police/NNS//2:nsubj held/VBD//0:root 12/CD//5:nummod young/JJ//5:amod men/NNS/man/2:obj from/IN//7:case "
      "Kobe/NNP//5:nmod");
  const std::vector<Value> values = FindValues(sentence.text(), sentence.analysis(), std::nullopt);
  ASSERT_EQ(values.size(), 1u);
  EXPECT_EQ(values[0].unit, "man");
  EXPECT_EQ(values[0].head_word, 4);
}

TEST(FindValues, ALastWeekIsNotWhatIsCounted) {
  EXPECT_EQ(Found("up/RB from/IN//3:case 61/CD last/JJ//5:amod week/NN//3:nmod:unmarked", std::nullopt),
            "quantity = 61 '61'");
}

TEST(FindValues, AreOrderedAndDoNotOverlap) {
  const TaggedSentence sentence(
      "On/IN Monday/NNP about/RB 12/CD men/NNS/man paid/VBD $/$ +5/CD to/IN $/$ +7/CD each/DT for/IN 3/CD km/NN");
  const std::vector<Value> values = FindValues(sentence.text(), sentence.analysis(), kPublished);
  ASSERT_EQ(values.size(), 4u);
  for (size_t i = 1; i < values.size(); ++i) EXPECT_LE(values[i - 1].span.end, values[i].span.begin);
}

TEST(FindValues, EndsOnLongRunsOfNumbers) {
  std::string tagged = "one/CD";
  for (int i = 0; i < 10'000; ++i) tagged += i % 3 == 0 ? " to/IN" : i % 3 == 1 ? " five/CD" : " hundred/CD";
  Found(tagged);
  std::string dashes = "1/CD";
  for (int i = 0; i < 10'000; ++i) dashes += " +-/HYPH +1/CD";
  Found(dashes);
}

TEST(FindValues, NothingInNothing) {
  EXPECT_THAT(FindValues("", Analysis(), std::nullopt), IsEmpty());
}

}  // namespace
}  // namespace consilience
