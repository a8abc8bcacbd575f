// The claims to reconcile, held in memory column by column, with strings interned.
//
// The reconciler knows neither files nor SQL: claims come from a ClaimSource.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/credit.h"
#include "engine/base/id.h"
#include "engine/base/units.h"
#include "engine/claim/claim.h"
#include "engine/claim/value.h"

namespace consilience {

inline constexpr int64_t kUnknownTime = std::numeric_limits<int64_t>::min();

// An outlet as the reconciler sees it. Outlets are numbered from 0 in byte order of their names.
struct OutletRecord {
  std::string name;
  std::string family;  // owner; the name itself when unknown. Outlets of one family count once
  bool wire = false;
};

struct CreditRecord {
  uint32_t outlet = 0;
  CreditBasis basis = CreditBasis::kPublisher;
  friend bool operator==(CreditRecord, CreditRecord) = default;
};

// A document prints words of an outlet that is not its publisher, by its own account: a wire report.
struct WireCopy {
  Id document = 0;
  uint32_t outlet = 0;
  friend auto operator<=>(const WireCopy&, const WireCopy&) = default;
};

// One claim as a source gives it. Views are valid during the call only.
struct ClaimRecord {
  Id id = 0;
  Id document = 0;      // 0 for a ready-made claim
  Id statement = 0;     // 0 for a ready-made claim
  uint32_t clause = 0;  // claims of one clause of a statement share it (Claim::clause)
  // Equal for statements of the same words; 0 for one that says too little to tell, and for a ready-made claim.
  uint64_t statement_fingerprint = 0;
  bool ready = false;             // from a `claims` input: subject and predicate compare exactly, object by its value
  absl::string_view subject;      // as it is shown
  absl::string_view subject_key;  // as it is compared (Phrase::key)
  absl::string_view predicate;    // Predicate::lemma
  absl::string_view predicate_text;
  absl::string_view object;
  absl::string_view object_key;
  absl::string_view object_head;  // lemma of its head word
  absl::string_view verbatim;     // ready-made claims: the object as printed
  absl::string_view speaker;
  absl::string_view place;
  absl::string_view date;  // ISO 8601, what the claim speaks of
  bool passive = false;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  const Value* value = nullptr;          // the value its object states, if any
  const Value* subject_value = nullptr;  // the value its subject states: "31 people died"
  int64_t published = kUnknownTime;      // seconds since 1970, UTC
  Probability confidence;
  absl::Span<const CreditRecord> credits;  // ordered by outlet
};

class ClaimSource {
 public:
  virtual ~ClaimSource() = default;
  virtual absl::StatusOr<std::vector<OutletRecord>> Outlets() = 0;
  // In any order.
  virtual absl::StatusOr<std::vector<WireCopy>> WireCopies() { return std::vector<WireCopy>(); }
  // Every claim once, in any order; stops at the first error that `visit` returns and returns it.
  virtual absl::Status Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) = 0;
};

// Interned string: equal strings have equal numbers. 0 is the empty string.
using StringId = uint32_t;

// All claims, ordered by id. Immutable once loaded; any number of threads may read it. About 100 bytes a claim and the
// distinct strings.
class ClaimTable {
 public:
  struct Row {
    Id id;
    Id document;
    Id statement;
    uint64_t statement_fingerprint;
    int64_t published;
    StringId subject, subject_key, predicate, predicate_text, object, object_key, object_head, verbatim, speaker, place,
        date;
    uint32_t credit_first;  // credits()[credit_first, credit_first + credit_count)
    uint32_t value;         // index into values(), or kNoValue
    uint32_t subject_value;
    uint32_t clause;
    uint16_t credit_count;
    bool ready;
    bool passive;
    Polarity polarity;
    Modality modality;
    Probability confidence;
  };
  static constexpr uint32_t kNoValue = 0xffffffff;

  // ResourceExhausted beyond 2^32 - 2 claims or distinct strings.
  static absl::StatusOr<ClaimTable> Load(ClaimSource* source);

  ClaimTable(ClaimTable&&) = default;
  ClaimTable& operator=(ClaimTable&&) = default;

  absl::Span<const Row> rows() const { return rows_; }
  const Row& row(uint32_t i) const { return rows_[i]; }
  absl::Span<const OutletRecord> outlets() const { return outlets_; }
  absl::Span<const CreditRecord> credits(const Row& row) const {
    return absl::MakeConstSpan(credits_).subspan(row.credit_first, row.credit_count);
  }
  // Whose reports the claim's document prints besides its publisher's own.
  absl::Span<const WireCopy> wire_copies(const Row& row) const;
  const Value* value(const Row& row) const { return row.value == kNoValue ? nullptr : &values_[row.value]; }
  const Value* subject_value(const Row& row) const {
    return row.subject_value == kNoValue ? nullptr : &values_[row.subject_value];
  }
  // The rows of text claims of the statement that `row` is of, ascending. By their ids claims of several documents may
  // lie between them.
  absl::Span<const uint32_t> rows_of_statement(const Row& row) const;
  // In the words of the text, where there is one.
  absl::string_view shown_predicate(const Row& row) const {
    return text(row.predicate_text != 0 ? row.predicate_text : row.predicate);
  }
  absl::string_view text(StringId id) const {
    return absl::string_view(bytes_).substr(offsets_[id], offsets_[id + 1] - offsets_[id]);
  }

 private:
  ClaimTable() = default;
  std::vector<Row> rows_;
  std::vector<uint32_t> by_statement_;  // text claims by document, statement and row
  std::vector<OutletRecord> outlets_;
  std::vector<CreditRecord> credits_;
  std::vector<Value> values_;
  std::vector<WireCopy> wire_copies_;  // ordered
  std::string bytes_;
  std::vector<size_t> offsets_;
};

}  // namespace consilience
