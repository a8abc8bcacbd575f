#include "engine/claim/claim_json.h"

#include <cmath>
#include <cstddef>

namespace consilience {
namespace {

void AppendSpan(ByteSpan span, JsonWriter* json) {
  json->Key("begin").Int(span.begin).Key("end").Int(span.end);
}

void AppendPhrase(const Phrase& phrase, JsonWriter* json) {
  if (phrase.empty()) {
    json->Null();
    return;
  }
  json->BeginObject().Key("text").String(phrase.text).Key("head").StringOrNull(phrase.head);
  json->Key("entity").StringOrNull(phrase.entity);
  AppendSpan(phrase.span, json);
  json->EndObject();
}

void AppendValue(const Value& value, JsonWriter* json) {
  json->BeginObject().Key("kind").String(ToString(value.kind)).Key("relation").String(ToString(value.relation));
  if (value.kind == ValueKind::kDate) {
    json->Key("amount").Null();
  } else {
    json->Key("amount").Number(value.amount);
  }
  if (value.relation == ValueRelation::kBetween) json->Key("high").Number(value.high);
  json->Key("unit").StringOrNull(value.unit).Key("text").String(value.text);
  if (!value.iso.empty()) json->Key("iso").String(value.iso);
  json->EndObject();
}

void AppendFields(const Claim& claim, JsonWriter* json) {
  json->Key("subject");
  AppendPhrase(claim.subject, json);
  json->Key("predicate")
      .BeginObject()
      .Key("text")
      .String(claim.predicate.text)
      .Key("lemma")
      .String(claim.predicate.lemma);
  AppendSpan(claim.predicate.span, json);
  json->EndObject().Key("object");
  AppendPhrase(claim.object, json);
  json->Key("arguments").BeginArray();
  for (const Argument& argument : claim.arguments) {
    json->BeginObject().Key("role").String(argument.role).Key("text").String(argument.text);
    AppendSpan(argument.span, json);
    json->EndObject();
  }
  json->EndArray().Key("polarity").String(ToString(claim.polarity)).Key("modality").String(ToString(claim.modality));
  json->Key("speaker").StringOrNull(claim.speaker).Key("values").BeginArray();
  for (const Value& value : claim.values) AppendValue(value, json);
  json->EndArray().Key("date").StringOrNull(claim.date).Key("place").StringOrNull(claim.place);
  json->Key("confidence").Number(claim.confidence);
}

}  // namespace

void AppendClaimJson(const Claim& claim, JsonWriter* json) {
  json->BeginObject();
  AppendFields(claim, json);
  json->EndObject();
}

void AppendClaimJson(const Claim& claim, const ConfidenceFeatures& features, JsonWriter* json) {
  json->BeginObject();
  AppendFields(claim, json);
  json->Key("arc").Number(claim.weakest_arc).Key("rules").BeginArray();
  for (int i = 0; i < kRuleCount; ++i) {
    const auto rule = static_cast<Rule>(i);
    if (claim.rules.Contains(rule)) json->String(TextOf(rule).name);
  }
  json->EndArray().Key("features").BeginObject();
  for (size_t i = 0; i < kConfidenceFeatureCount; ++i) {
    const auto feature = static_cast<ConfidenceFeature>(i);
    const double value = std::round(double{features[feature]} * 1e6) / 1e6;
    if (value != 0) json->Key(NameOf(feature)).Double(value);
  }
  json->EndObject().EndObject();
}

}  // namespace consilience
