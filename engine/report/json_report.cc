#include "engine/base/json_writer.h"
#include "engine/report/render.h"
#include "engine/report/terminal_text.h"

namespace consilience {
namespace {

// Text from documents, which may hold anything.
void Text(absl::string_view key, absl::string_view value, JsonWriter* json) {
  json->Key(key).String(ValidUtf8(value));
}

void TextOrNull(absl::string_view key, absl::string_view value, JsonWriter* json) {
  json->Key(key).StringOrNull(ValidUtf8(value));
}

void AppendTexts(absl::string_view key, const std::vector<std::string>& values, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string& value : values) json->String(ValidUtf8(value));
  json->EndArray();
}

// Ids have 63 bits: as numbers, a JavaScript reader would round them.
void AppendId(absl::string_view key, Id id, JsonWriter* json) {
  json->Key(key).String(std::to_string(id));
}

void AppendGroupFields(const ReportGroup& group, JsonWriter* json) {
  AppendId("group_id", group.id, json);
  Text("subject", group.subject, json);
  Text("predicate", group.predicate, json);
  Text("answer", group.answer, json);
  TextOrNull("subject_text", group.subject_text, json);
  TextOrNull("predicate_text", group.predicate_text, json);
  TextOrNull("object_text", group.object_text, json);
  TextOrNull("polarity", group.polarity, json);
  TextOrNull("modality", group.modality, json);
  AppendTexts("speakers", group.speakers, json);
  json->Key("claims").Int(group.claims);
  AppendTexts("outlets", group.outlets, json);
  json->Key("publisher_families").Int(group.publisher_families);
  json->Key("independent_outlets").Int(group.independent_outlets);
  json->Key("probability").Number(group.probability).Key("confidence").Number(group.confidence);
  TextOrNull("first_published", group.first_published, json);
  TextOrNull("last_published", group.last_published, json);
}

void AppendQuotations(const ReportGroup& group, JsonWriter* json) {
  json->Key("quotations").BeginArray();
  for (const Quotation& quotation : group.quotations) {
    json->BeginObject();
    Text("outlet", quotation.outlet, json);
    Text("basis", quotation.basis, json);
    Text("document", quotation.document, json);
    TextOrNull("published", quotation.published, json);
    TextOrNull("statement", quotation.statement, json);
    json->Key("begin").Int(quotation.begin).Key("end").Int(quotation.end).EndObject();
  }
  json->EndArray();
}

void AppendSide(const ReportGroup& group, JsonWriter* json) {
  json->BeginObject();
  AppendGroupFields(group, json);
  AppendQuotations(group, json);
  json->EndObject();
}

void AppendFact(const ReportFact& fact, JsonWriter* json) {
  json->BeginObject();
  AppendGroupFields(fact.group, json);
  AppendQuotations(fact.group, json);
  json->Key("beside").BeginArray();
  for (const ReportGroup& group : fact.beside) {
    json->BeginObject();
    AppendGroupFields(group, json);
    json->EndObject();
  }
  json->EndArray().EndObject();
}

void AppendCounts(const Report& report, JsonWriter* json) {
  json->BeginObject().Key("documents").Int(report.documents).Key("statements").Int(report.statements);
  json->Key("claims").Int(report.claims).Key("outlets").Int(report.outlets).Key("groups").Int(report.groups);
  json->Key("corroborated_groups").Int(report.corroborated_groups);
  json->Key("doubtful_groups").Int(report.doubtful_groups);
  json->Key("conflicts").Int(report.conflicts).EndObject();
}

void AppendConflict(const ReportConflict& conflict, JsonWriter* json) {
  json->BeginObject();
  AppendId("conflict_id", conflict.id, json);
  Text("kind", conflict.kind, json);
  Text("parties", conflict.speakers ? "speakers" : "outlets", json);
  TextOrNull("speaker_a", conflict.speaker_a, json);
  TextOrNull("speaker_b", conflict.speaker_b, json);
  Text("explanation", conflict.explanation, json);
  json->Key("a");
  AppendSide(conflict.a, json);
  json->Key("b");
  AppendSide(conflict.b, json);
  json->EndObject();
}

void AppendOutlet(const ReportOutlet& outlet, JsonWriter* json) {
  json->BeginObject();
  Text("outlet", outlet.name, json);
  json->Key("claims").Int(outlet.claims).Key("corroborated").Int(outlet.corroborated);
  json->Key("contradicted").Int(outlet.contradicted).Key("reliability").Number(outlet.reliability);
  json->Key("low").Number(outlet.low).Key("high").Number(outlet.high).EndObject();
}

void AppendStatement(const ReportStatement& statement, JsonWriter* json) {
  json->BeginObject();
  Text("document", statement.document, json);
  Text("statement", statement.text, json);
  json->Key("credits").BeginArray();
  for (size_t i = 0; i < statement.outlets.size(); ++i) {
    json->BeginObject();
    Text("outlet", statement.outlets[i], json);
    TextOrNull("basis", i < statement.bases.size() ? statement.bases[i] : "", json);
    json->EndObject();
  }
  json->EndArray().Key("claims").BeginArray();
  for (const ReportClaim& claim : statement.claims) {
    json->BeginObject();
    Text("subject", claim.subject, json);
    Text("predicate", claim.predicate, json);
    TextOrNull("predicate_text", claim.predicate_text, json);
    Text("object", claim.object, json);
    Text("polarity", claim.polarity, json);
    Text("modality", claim.modality, json);
    TextOrNull("speaker", claim.speaker, json);
    json->EndObject();
  }
  json->EndArray().EndObject();
}

}  // namespace

std::string RenderJson(const Report& report) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  Text("store", report.store, &json);
  TextOrNull("reconciled", report.reconciled, &json);
  json.Key("counts");
  AppendCounts(report, &json);
  json.Key("groups").BeginArray();
  for (const ReportFact& fact : report.best_corroborated) AppendFact(fact, &json);
  json.EndArray().Key("conflicts").BeginArray();
  for (const ReportConflict& conflict : report.conflict_list) AppendConflict(conflict, &json);
  json.EndArray().Key("outlets").BeginArray();
  for (const ReportOutlet& outlet : report.outlet_list) AppendOutlet(outlet, &json);
  json.EndArray().Key("statements").BeginArray();
  for (const ReportStatement& statement : report.statement_list) AppendStatement(statement, &json);
  json.EndArray().EndObject();
  out.push_back('\n');
  return out;
}

}  // namespace consilience
