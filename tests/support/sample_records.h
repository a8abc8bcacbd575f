// Records of documents as ingestion makes them, for tests of the store.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "storage/claim_store.h"

namespace consilience::testing {

// A claim whose phrases stand in `statement`, which begins at byte `offset` of its document.
inline Claim MakeClaim(const std::string& statement, uint32_t offset, const std::string& subject,
                       const std::string& predicate, const std::string& object) {
  const auto span = [&](const std::string& part) {
    const auto begin = offset + static_cast<uint32_t>(statement.find(part));
    return ByteSpan{begin, begin + static_cast<uint32_t>(part.size())};
  };
  Claim claim;
  claim.subject.text = subject;
  claim.subject.key = subject;
  claim.subject.span = span(subject);
  claim.predicate.text = predicate;
  claim.predicate.lemma = predicate;
  claim.predicate.span = span(predicate);
  claim.object.text = object;
  claim.object.key = object;
  claim.object.span = span(object);
  claim.confidence = Probability::FromDouble(0.9);
  if (std::optional<Value> value = NormalizeValue(object)) {
    value->span = claim.object.span;
    claim.values.push_back(std::move(*value));
  }
  return claim;
}

// An article of one statement "SUBJECT PREDICATE OBJECT." with one claim, credited to its publisher.
inline DocumentRecord MakeArticle(const std::string& id, const std::string& outlet, const std::string& subject,
                                  const std::string& predicate, const std::string& object,
                                  const std::string& published = "2026-03-04") {
  DocumentRecord record;
  record.document.format = InputFormat::kArticles;
  record.document.id = id;
  record.document.outlet = outlet;
  record.document.published = published;
  record.document.text = subject + " " + predicate + " " + object + ".";
  record.publisher = outlet;
  StatementRecord& statement = record.statements.emplace_back();
  statement.text = record.document.text;
  statement.span = {0, static_cast<uint32_t>(statement.text.size())};
  Credit credit;
  credit.outlet = credit.mention = outlet;
  statement.credits.push_back(credit);
  statement.claims.push_back(MakeClaim(statement.text, 0, subject, predicate, object));
  return record;
}

// Gathers a query's result as lines of cells joined by "|"; NULL is "-".
class Lines : public RowSink {
 public:
  absl::Status OnColumns(absl::Span<const std::string> names) override {
    columns.assign(names.begin(), names.end());
    return absl::OkStatus();
  }
  absl::Status OnRow(absl::Span<const Cell> cells) override {
    std::string line;
    for (const Cell& cell : cells) {
      if (!line.empty()) line += "|";
      if (const auto* text = std::get_if<absl::string_view>(&cell)) {
        line.append(text->data(), text->size());
      } else if (const auto* integer = std::get_if<int64_t>(&cell)) {
        line += std::to_string(*integer);
      } else if (const auto* real = std::get_if<double>(&cell)) {
        line += std::to_string(*real);
      } else {
        line += "-";
      }
    }
    lines.push_back(std::move(line));
    return absl::OkStatus();
  }
  std::vector<std::string> columns;
  std::vector<std::string> lines;
};

}  // namespace consilience::testing
