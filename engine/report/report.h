// What people look at.
//
// A Report is plain data, filled by the pipeline; rendering it knows nothing of the store. Lists come in the order in
// which they are shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/base/id.h"
#include "engine/base/units.h"

namespace consilience {

// One wording of a fact, as an outlet has it.
struct Quotation {
  std::string outlet;
  std::string basis;      // credit basis
  std::string statement;  // its text
  std::string document;
  std::string published;
  uint32_t begin = 0;  // bytes of the statement in its document
  uint32_t end = 0;
  uint32_t focus_begin = 0;  // bytes of `statement` that make the claim; equal: all of it
  uint32_t focus_end = 0;
};

struct ReportGroup {
  Id id = 0;
  std::string subject, predicate, answer;
  // One of its claims as the text has it, that of most outlets: "He", "did not sign", "it". Empty when there was no
  // text.
  std::string subject_text, predicate_text, object_text;
  std::string polarity, modality;     // of that claim
  std::vector<std::string> speakers;  // of any of its claims, the one of most outlets first
  int64_t claims = 0;
  std::vector<std::string> outlets;
  int32_t publisher_families = 0;
  int32_t independent_outlets = 0;
  Probability probability;
  Probability confidence;  // that its claims say what their statements say, and one fact
  std::string first_published, last_published;
  std::vector<Quotation> quotations;  // one an outlet
};

// Groups that rest on the same statements: one of them with its quotations, and beside it what else they say.
struct ReportFact {
  ReportGroup group;
  std::vector<ReportGroup> beside;  // without quotations
};

struct ReportConflict {
  Id id = 0;
  std::string kind;
  bool speakers = false;             // between those who say it rather than between the outlets
  std::string speaker_a, speaker_b;  // then who says each side; empty where the outlets do
  std::string explanation;  // what both sides say and why both cannot hold; where both are shown, the kind says why
  ReportGroup a, b;
};

struct ReportOutlet {
  std::string name;
  int64_t claims = 0, corroborated = 0, contradicted = 0;
  Probability reliability, low, high;
};

struct ReportClaim {
  std::string subject, predicate, predicate_text, object, polarity, modality, speaker;
};

// A statement with the outlets credited for it and what it claims.
struct ReportStatement {
  std::string document;
  std::string text;
  std::vector<std::string> outlets;  // with their basis: "SCMP" shown as its canonical name
  std::vector<std::string> bases;    // one for each outlet
  std::vector<ReportClaim> claims;
};

struct Report {
  std::string store;
  std::string reconciled;  // ISO 8601; empty: never
  int64_t documents = 0, statements = 0, claims = 0, outlets = 0, groups = 0, conflicts = 0;
  int64_t corroborated_groups = 0;  // with two or more independent outlets, sure enough to be shown
  int64_t doubtful_groups = 0;      // with as many, but not
  std::vector<ReportFact> best_corroborated;
  std::vector<ReportConflict> conflict_list;
  std::vector<ReportOutlet> outlet_list;
  std::vector<ReportStatement> statement_list;
};

enum class ReportFormat : uint8_t { kText, kMarkdown, kJson, kHtml };
// "text", "markdown", "json", "html"; InvalidArgument otherwise, naming the choices.
absl::StatusOr<ReportFormat> ParseReportFormat(absl::string_view name);

struct RenderOptions {
  int width = 100;     // columns of the text report
  bool color = false;  // ANSI colours, for terminals only
};

std::string Render(const Report& report, ReportFormat format, const RenderOptions& options = {});

}  // namespace consilience
