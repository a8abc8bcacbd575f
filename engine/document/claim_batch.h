// Gathers ready-made claims into the batches that InputSink::OnClaims takes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/document/reader.h"

namespace consilience {

class ClaimBatch {
 public:
  static constexpr size_t kRows = 4096;
  static constexpr size_t kBytes = size_t{4} << 20;

  ClaimBatch(std::string input, InputSink* sink) : input_(std::move(input)), sink_(sink) {}

  absl::Status Add(ReadyClaim claim) {
    bytes_ += claim.subject.size() + claim.object.size() + claim.verbatim.size();
    claims_.push_back(std::move(claim));
    return claims_.size() >= kRows || bytes_ >= kBytes ? Flush() : absl::OkStatus();
  }

  absl::Status Flush() {
    if (claims_.empty()) return absl::OkStatus();
    bytes_ = 0;
    return sink_->OnClaims(std::exchange(claims_, {}), input_);
  }

 private:
  std::string input_;
  InputSink* sink_;
  std::vector<ReadyClaim> claims_;
  size_t bytes_ = 0;
};

}  // namespace consilience
