// Collects what a reader delivers into batches that are worth several threads' while.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/document/reader.h"

namespace consilience {

// Hands over documents in batches and everything else as it comes; the order of documents among themselves, and of
// claims among themselves, is that of the input. Call Flush at the end.
class DocumentBatcher : public InputSink {
 public:
  static constexpr size_t kDocuments = 256;
  static constexpr size_t kBytes = size_t{4} << 20;

  using OnBatch = std::function<absl::Status(std::vector<Document>)>;
  using OnClaimRows = std::function<absl::Status(std::vector<ReadyClaim>, const std::string& input)>;
  using OnDiagnostic = std::function<void(Diagnostic)>;

  DocumentBatcher(OnBatch on_batch, OnClaimRows on_claims, OnDiagnostic on_rejected)
      : on_batch_(std::move(on_batch)), on_claims_(std::move(on_claims)), on_rejected_(std::move(on_rejected)) {}

  absl::Status OnDocument(Document document) override {
    bytes_ += document.text.size();
    documents_.push_back(std::move(document));
    return documents_.size() >= kDocuments || bytes_ >= kBytes ? Flush() : absl::OkStatus();
  }
  absl::Status OnClaims(std::vector<ReadyClaim> claims, const std::string& input) override {
    return on_claims_(std::move(claims), input);
  }
  void OnRejected(Diagnostic diagnostic) override { on_rejected_(std::move(diagnostic)); }

  absl::Status Flush() {
    if (documents_.empty()) return absl::OkStatus();
    bytes_ = 0;
    return on_batch_(std::exchange(documents_, {}));
  }

 private:
  OnBatch on_batch_;
  OnClaimRows on_claims_;
  OnDiagnostic on_rejected_;
  std::vector<Document> documents_;
  size_t bytes_ = 0;
};

}  // namespace consilience
