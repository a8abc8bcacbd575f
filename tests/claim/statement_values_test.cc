#include "engine/claim/statement_values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/parsed_sentence.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// The clause of a tree that word `head` heads, with its values.
class ClauseValues {
 public:
  ClauseValues(absl::string_view tree, int32_t head)
      : sentence_(tree),
        clauses_(sentence_.analysis()),
        marks_(MarkStatement(sentence_.analysis())),
        found_(FindValues(sentence_.text(), sentence_.analysis(), {})),
        values_(sentence_.analysis(), clauses_, found_),
        clause_(*clauses_.At(head)) {
    const std::vector<Assertion> assertions = AssertionsOf(sentence_.analysis(), marks_, clauses_.all());
    const PartReader reader(sentence_.analysis(), clauses_, marks_, assertions, ClaimView::kClause);
    for (const Complement& complement : clause_.complements) reader.Append(clause_, complement, &parts_);
  }

  std::string Date() const { return values_.DateOf(parts_); }
  const StatementValues& values() const { return values_; }
  const Reading& LastReading() const { return parts_.back().readings.back(); }

  // Units and amounts of the values of a claim whose object goes from one word to another: "people 12".
  std::vector<std::string> Attached(int32_t head, int32_t first, int32_t last) const {
    const Analysis& analysis = sentence_.analysis();
    Claim claim;
    claim.object.text = "it";
    claim.object.head_word = head;
    claim.object.span = {analysis.word(first).span.begin, analysis.word(last).span.end};
    values_.Attach(clause_, &claim);
    std::vector<std::string> described;
    for (const Value& value : claim.values) {
      described.push_back(absl::StrCat(value.unit, " ", std::string(value.span.In(sentence_.text()))));
    }
    return described;
  }

 private:
  const ParsedSentence sentence_;
  const ClauseIndex clauses_;
  const StatementMarks marks_;
  const std::vector<Value> found_;
  const StatementValues values_;
  const Clause& clause_;
  std::vector<Part> parts_;
};

using Values = std::vector<std::string>;

TEST(StatementValuesTest, TheDateIsThatOfTheClausesOwnAdverbials) {
  const ClauseValues fell(R"(
    Ana Ana PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    Rome Rome PROPN NNP 2 obj
    in in ADP IN 5 case
    1970 1970 NUM CD 2 obl)",
                          1);
  EXPECT_EQ(fell.Date(), "1970");
  EXPECT_FALSE(fell.values().IsDate(Reading()));
  EXPECT_TRUE(fell.values().IsTimePhrase(fell.LastReading()));
}

TEST(StatementValuesTest, ADateWithinTheObjectsClauseIsNotTheClauses) {
  EXPECT_EQ(ClauseValues(R"(
    Ana Ana PROPN NNP 2 nsubj
    saw see VERB VBD 0 root
    schools school NOUN NNS 2 obj
    founded found VERB VBN 3 acl
    in in ADP IN 6 case
    1970 1970 NUM CD 4 obl)",
                         1)
                .Date(),
            "");
}

TEST(StatementValuesTest, WhomAnEventBefallsArePeople) {
  const ClauseValues killed(R"(
    Floods flood NOUN NNS 2 nsubj
    killed kill VERB VBD 0 root
    12 12 NUM CD 2 obj)",
                            1);
  EXPECT_EQ(killed.Attached(2, 2, 2), Values{"people 12"});
}

TEST(StatementValuesTest, AnotherTwelveAreNotAllOfThem) {
  const ClauseValues killed(R"(
    Floods flood NOUN NNS 2 nsubj
    killed kill VERB VBD 0 root
    another another DET DT 4 det
    12 12 NUM CD 2 obj)",
                            1);
  EXPECT_EQ(killed.Attached(3, 2, 3), Values{" 12"});
}

TEST(StatementValuesTest, WhatIsComparedWithIsNoValueOfTheClaim) {
  const ClauseValues saw(R"(
    Ana Ana PROPN NNP 2 nsubj
    saw see VERB VBD 0 root
    bigger big ADJ JJR 2 obj
    than than ADP IN 6 case
    12 12 NUM CD 6 nummod
    ships ship NOUN NNS 3 obl)",
                         1);
  const ClauseValues ships(R"(
    Ana Ana PROPN NNP 2 nsubj
    saw see VERB VBD 0 root
    12 12 NUM CD 4 nummod
    ships ship NOUN NNS 2 obj)",
                           1);
  EXPECT_EQ(ships.Attached(3, 2, 3), Values{"ship 12"});
  EXPECT_EQ(saw.Attached(2, 4, 5), Values{});
}

}  // namespace
}  // namespace consilience
