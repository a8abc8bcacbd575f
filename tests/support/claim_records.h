// Claims made by hand: a world of outlets and claims that a test reads like a table.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/reconcile/claim_table.h"

namespace consilience {

struct MadeClaim {
  std::string outlet;
  std::string subject, predicate, object;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  int64_t published = kUnknownTime;
  std::string speaker;
  uint64_t fingerprint = 0;
  int64_t document = 0;   // 0: one of its own
  int64_t statement = 0;  // 0: one of its own
  bool ready = false;
  std::string wire = {};     // whose report the document prints
  std::string written = {};  // the predicate as the text has it
  bool passive = false;
  uint32_t clause = 0;
  std::string date = {};  // the day it speaks of
  bool counted = false;   // its subject tells how many
};

class MadeClaims : public ClaimSource {
 public:
  explicit MadeClaims(std::vector<MadeClaim> claims, bool backwards = false)
      : claims_(std::move(claims)), backwards_(backwards) {
    for (const MadeClaim& claim : claims_) {
      names_.push_back(claim.outlet);
      if (!claim.wire.empty()) names_.push_back(claim.wire);
    }
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

  absl::StatusOr<std::vector<OutletRecord>> Outlets() override {
    std::vector<OutletRecord> outlets;
    for (const std::string& name : names_) outlets.push_back({name, name, false});
    return outlets;
  }

  absl::StatusOr<std::vector<WireCopy>> WireCopies() override {
    std::vector<WireCopy> copies;
    for (const MadeClaim& claim : claims_) {
      if (!claim.wire.empty()) copies.push_back({claim.document, NumberOf(claim.wire)});
    }
    return copies;
  }

  absl::Status Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) override {
    for (size_t k = 0; k < claims_.size(); ++k) {
      const size_t i = backwards_ ? claims_.size() - 1 - k : k;
      const MadeClaim& made = claims_[i];
      ClaimRecord claim;
      claim.id = static_cast<Id>(i + 1);
      if (!made.ready) {
        claim.document = made.document != 0 ? made.document : claim.id;
        claim.statement = made.statement != 0 ? made.statement : claim.id;
        claim.statement_fingerprint = made.fingerprint;
      }
      claim.ready = made.ready;
      claim.subject = claim.subject_key = made.subject;
      claim.predicate = made.predicate;
      claim.predicate_text = made.written;
      claim.object = claim.object_key = claim.object_head = made.object;
      claim.polarity = made.polarity;
      claim.modality = made.modality;
      claim.passive = made.passive;
      claim.clause = made.clause;
      claim.published = made.published;
      claim.speaker = made.speaker;
      claim.date = made.date;
      const size_t digit = std::min(made.subject.find_first_of("0123456789"), made.subject.size());
      const std::string number = digit < made.subject.size() ? made.subject.substr(digit) : made.subject;
      const std::optional<Value> subject_value = made.counted ? NormalizeValue(number) : std::nullopt;
      if (subject_value) claim.subject_value = &*subject_value;
      const std::optional<Value> value = made.ready ? std::nullopt : NormalizeValue(made.object);
      if (value) claim.value = &*value;
      const CreditRecord credit = {NumberOf(made.outlet), CreditBasis::kPublisher};
      claim.credits = absl::MakeConstSpan(&credit, 1);
      if (absl::Status status = visit(claim); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  uint32_t NumberOf(const std::string& name) const {
    return static_cast<uint32_t>(std::lower_bound(names_.begin(), names_.end(), name) - names_.begin());
  }

  std::vector<MadeClaim> claims_;
  bool backwards_;
  std::vector<std::string> names_;
};

inline MadeClaim Say(std::string outlet, std::string subject, std::string predicate, std::string object) {
  MadeClaim claim;
  claim.outlet = std::move(outlet);
  claim.subject = std::move(subject);
  claim.predicate = std::move(predicate);
  claim.object = std::move(object);
  return claim;
}

inline MadeClaim SaidBy(std::string speaker, MadeClaim claim) {
  claim.speaker = std::move(speaker);
  return claim;
}

inline ClaimTable Table(std::vector<MadeClaim> claims, bool backwards = false) {
  MadeClaims source(std::move(claims), backwards);
  return *ClaimTable::Load(&source);
}

}  // namespace consilience
