// Keeps all that a reader delivers.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/document/reader.h"

namespace consilience::testing {

class RecordingSink : public InputSink {
 public:
  absl::Status OnDocument(Document document) override {
    documents.push_back(std::move(document));
    return answer;
  }
  absl::Status OnClaims(std::vector<ReadyClaim> batch, const std::string& input) override {
    inputs.insert(input);
    batches.push_back(batch.size());
    for (ReadyClaim& claim : batch) claims.push_back(std::move(claim));
    return answer;
  }
  void OnRejected(Diagnostic diagnostic) override { rejected.push_back(diagnostic.ToString()); }

  std::vector<Document> documents;
  std::vector<ReadyClaim> claims;
  std::vector<size_t> batches;
  std::set<std::string> inputs;  // of the claims
  std::vector<std::string> rejected;
  absl::Status answer;  // to every delivery
};

}  // namespace consilience::testing
