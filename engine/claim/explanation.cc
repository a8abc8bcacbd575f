#include "engine/claim/explanation.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/claim/statement_extractor.h"

namespace consilience {
namespace {

void AppendTree(const Analysis& analysis, std::string* out) {
  size_t widest = 0;
  for (const Word& word : analysis.words()) widest = std::max(widest, word.form.size());
  widest = std::min<size_t>(widest, 20);
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const Word& word = analysis.word(i);
    const absl::string_view head = word.head == kRoot ? "" : analysis.word(word.head).form;
    absl::StrAppendFormat(out, "  %3d  %-*s  %-5s %-5s  %s", i + 1, static_cast<int>(widest), word.form,
                          ToString(word.upos), ToString(word.xpos), ToString(word.relation));
    if (word.head != kRoot) absl::StrAppendFormat(out, " of %s (%d)", head, word.head + 1);
    absl::StrAppendFormat(out, ", %s", word.arc.ToString());
    if (word.name != NameKind::kNone) absl::StrAppend(out, ", name");
    out->push_back('\n');
  }
}

// Whom or what each phrase stands for, and why.
void AppendEntities(const ExtractionContext& context, uint32_t statement, std::string* out) {
  if (context.entities == nullptr) return;
  for (const Mention& mention : context.entities->MentionsFrom(statement, 0)) {
    absl::StrAppend(out, "  entity: ", mention.span.In(context.text), " is ",
                    context.entities->entities[mention.entity].name, ": ", ToString(mention.why), "\n");
  }
}

void AppendRule(Rule rule, std::string* out) {
  const RuleText text = TextOf(rule);
  absl::StrAppendFormat(out, "      %s: %s\n", text.name, text.meaning);
}

void AppendClaim(const Claim& claim, std::string* out) {
  absl::StrAppend(out, "  claim: ", claim.subject.text, " | ", claim.predicate.text);
  if (!claim.object.empty()) absl::StrAppend(out, " | ", claim.object.text);
  for (const Argument& argument : claim.arguments) {
    absl::StrAppend(out, " | ", argument.role, argument.role.empty() ? "" : ": ", argument.text);
  }
  absl::StrAppend(out, "\n      ", absl::string_view(ToString(claim.polarity)), ", ",
                  absl::string_view(ToString(claim.modality)));
  if (!claim.speaker.empty()) absl::StrAppend(out, ", said by ", claim.speaker);
  if (!claim.date.empty()) absl::StrAppend(out, ", date ", claim.date);
  if (!claim.place.empty()) absl::StrAppend(out, ", place ", claim.place);
  absl::StrAppend(out, ", confidence ", claim.confidence.ToString(), " (weakest arc ", claim.weakest_arc.ToString(),
                  ")\n");
  for (int i = 0; i < kRuleCount; ++i) {
    if (claim.rules.Contains(static_cast<Rule>(i))) AppendRule(static_cast<Rule>(i), out);
  }
}

}  // namespace

void AppendExplanation(const ExtractionContext& context, uint32_t statement, ClaimView view, std::string* out) {
  const Analysis& analysis = context.analyses[statement];
  absl::StrAppend(out, analysis.span.In(context.text), "\n");
  AppendTree(analysis, out);
  const std::vector<SpokenSpan> spoken = SpokenSpans(context.speech);
  StatementExtractor extractor(context, spoken, statement, view);
  AppendEntities(context, statement, out);
  for (const Claim& claim : extractor.Extract()) AppendClaim(claim, out);
  for (const SilentClause& clause : extractor.silent()) {
    absl::StrAppend(out, "  no claim from \"", analysis.word(clause.head).form, "\"\n");
    AppendRule(clause.why, out);
  }
  out->push_back('\n');
}

}  // namespace consilience
