#include "engine/claim/claim_json.h"

#include <gtest/gtest.h>

#include <string>

namespace consilience {
namespace {

std::string ToJson(const Claim& claim) {
  std::string out;
  JsonWriter json(&out);
  AppendClaimJson(claim, &json);
  return out;
}

TEST(ClaimJsonTest, WhatAClaimDoesNotHaveIsNull) {
  Claim claim;
  claim.subject.text = "Dogs";
  claim.subject.head = "Dogs";
  claim.subject.span = {0, 4};
  claim.predicate.text = "bark";
  claim.predicate.lemma = "bark";
  claim.predicate.span = {5, 9};
  claim.confidence = Probability::FromMillionths(870000);
  EXPECT_EQ(ToJson(claim),
            R"({"subject":{"text":"Dogs","head":"Dogs","entity":null,"begin":0,"end":4},)"
            R"("predicate":{"text":"bark","lemma":"bark","begin":5,"end":9},"object":null,"arguments":[],)"
            R"("polarity":"affirmed","modality":"asserted","speaker":null,"values":[],"date":null,"place":null,)"
            R"("confidence":0.87})");
}

TEST(ClaimJsonTest, ArgumentsAndValuesInOrder) {
  Claim claim;
  claim.subject.text = "Dogs";
  claim.subject.entity = "Dog";
  claim.predicate.text = "cost";
  claim.object.text = "$5 to $6";
  claim.arguments.push_back({"in", "Oslo", {20, 24}, "oslo", "Oslo", 5});
  claim.polarity = Polarity::kNegated;
  claim.modality = Modality::kDenied;
  claim.speaker = "Ana";
  Value value;
  value.kind = ValueKind::kMoney;
  value.relation = ValueRelation::kBetween;
  value.amount = Decimal::FromInt(5);
  value.high = Decimal::FromInt(6);
  value.unit = "USD";
  value.text = "$5 to $6";
  claim.values.push_back(value);
  Value date;
  date.kind = ValueKind::kDate;
  date.iso = "2026-11";
  date.text = "November";
  claim.values.push_back(date);
  claim.date = "2026-11";
  claim.place = "Oslo";
  const std::string json = ToJson(claim);
  EXPECT_NE(json.find(R"("arguments":[{"role":"in","text":"Oslo","begin":20,"end":24}],"polarity":"negated",)"
                      R"("modality":"denied","speaker":"Ana")"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"({"kind":"money","relation":"between","amount":5,"high":6,"unit":"USD","text":"$5 to $6"})"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"({"kind":"date","relation":"=","amount":null,"unit":null,"text":"November","iso":"2026-11"})"),
            std::string::npos)
      << json;
}

TEST(ClaimJsonTest, WhatItRestsOnStandsAtItsEnd) {
  Claim claim;
  claim.rules.Add(Rule::kVerb);
  claim.rules.Add(Rule::kNoObject);
  claim.weakest_arc = Probability::FromMillionths(250000);
  ConfidenceFeatures features;
  features[ConfidenceFeature::kCover] = 0.5F;
  features[ConfidenceFeature::kAsking] = 1;
  std::string out;
  JsonWriter json(&out);
  AppendClaimJson(claim, features, &json);
  EXPECT_TRUE(
      out.ends_with(R"("confidence":0,"arc":0.25,"rules":["verb","no object"],"features":{"cover":0.5,"asking":1}})"))
      << out;
}

}  // namespace
}  // namespace consilience
