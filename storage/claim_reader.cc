// Claims as the reconciler takes them.
#include <algorithm>
#include <optional>

#include "engine/base/status_macros.h"
#include "storage/claim_store_impl.h"

namespace consilience {
namespace {

absl::string_view TextOf(const SQLite::Statement& row, int column) {
  const SQLite::Column cell = row.getColumn(column);
  const char* const text = cell.getText();
  return {text, static_cast<size_t>(cell.getBytes())};
}

int64_t IntOf(const SQLite::Statement& row, int column) {
  return row.getColumn(column).getInt64();
}

int64_t TimeOf(const SQLite::Statement& row, int column) {
  const SQLite::Column cell = row.getColumn(column);
  return cell.isNull() ? kUnknownTime : cell.getInt64();
}

// One row a claim and credit, claims together. Joins in this order: each inner one is a look-up by key, and what
// belongs to one document lies together. NULL in the place of the outlet: nobody is credited.
constexpr char kTextClaims[] =
    "SELECT c.id, k.outlet, k.basis, c.statement, s.document, s.fingerprint, c.subject, c.subject_key, c.predicate, "
    "c.predicate_text, c.object, c.object_key, c.object_head, c.speaker, c.place, c.date, c.passive, c.polarity, "
    "c.modality, c.confidence, d.published_at, v.kind, v.relation, v.mantissa, v.exponent, v.high_mantissa, "
    "v.high_exponent, v.unit, v.iso, v.text, c.clause, u.kind, u.relation, u.mantissa, u.exponent, u.high_mantissa, "
    "u.high_exponent, u.unit, u.iso, u.text "
    "FROM claims c CROSS JOIN statements s ON s.id = c.statement CROSS JOIN documents d ON d.id = s.document "
    "LEFT JOIN claim_values v ON v.claim = c.id AND v.main = 1 LEFT JOIN claim_values u "
    "ON u.claim = c.id AND u.main = 2 LEFT JOIN credits k ON k.statement = c.statement "
    "AND NOT EXISTS (SELECT 1 FROM withheld_credits w WHERE w.claim = c.id AND w.outlet = k.outlet) "
    "ORDER BY c.id";

// `numbers` is ordered and holds `outlet`.
uint32_t NumberOf(const std::vector<std::pair<Id, uint32_t>>& numbers, Id outlet) {
  return std::lower_bound(numbers.begin(), numbers.end(), std::make_pair(outlet, uint32_t{0}))->second;
}

Value ReadValue(const SQLite::Statement& row, int column) {
  Value value;
  value.kind = static_cast<ValueKind>(IntOf(row, column));
  value.relation = static_cast<ValueRelation>(IntOf(row, column + 1));
  value.amount = Decimal::Make(IntOf(row, column + 2), static_cast<int>(IntOf(row, column + 3)));
  value.high = Decimal::Make(IntOf(row, column + 4), static_cast<int>(IntOf(row, column + 5)));
  value.unit = std::string(TextOf(row, column + 6));
  value.iso = std::string(TextOf(row, column + 7));
  value.text = std::string(TextOf(row, column + 8));
  return value;
}

// Gathers the rows of one claim and hands it over when the next one begins.
class TextClaims {
 public:
  using Visitor = std::function<absl::Status(const ClaimRecord&)>;

  TextClaims(const std::vector<std::pair<Id, uint32_t>>& numbers, const Visitor& visit)
      : numbers_(numbers), visit_(visit) {}

  absl::Status Read(SQLite::Statement* row) {
    while (row->executeStep()) {
      const Id id = IntOf(*row, 0);
      if (id != claim_.id) {
        CONSILIENCE_RETURN_IF_ERROR(HandOver());
        Begin(id, *row);
      }
      if (!row->getColumn(1).isNull()) AddCredit(IntOf(*row, 1), static_cast<CreditBasis>(IntOf(*row, 2)));
    }
    return HandOver();
  }

 private:
  // The claim is visited after SQLite has moved on to the next row, so its strings are kept here.
  void Begin(Id id, const SQLite::Statement& row) {
    claim_ = ClaimRecord();
    credits_.clear();
    claim_.id = id;
    claim_.statement = IntOf(row, 3);
    claim_.document = IntOf(row, 4);
    claim_.statement_fingerprint = static_cast<uint64_t>(IntOf(row, 5));
    absl::string_view* const texts[] = {
        &claim_.subject,    &claim_.subject_key, &claim_.predicate, &claim_.predicate_text, &claim_.object,
        &claim_.object_key, &claim_.object_head, &claim_.speaker,   &claim_.place,          &claim_.date};
    size_t lengths[std::size(texts)];
    bytes_.clear();
    for (size_t i = 0; i < std::size(texts); ++i) {
      const absl::string_view text = TextOf(row, 6 + static_cast<int>(i));
      lengths[i] = text.size();
      bytes_.append(text.data(), text.size());
    }
    size_t at = 0;
    for (size_t i = 0; i < std::size(texts); ++i) {
      *texts[i] = absl::string_view(bytes_).substr(at, lengths[i]);
      at += lengths[i];
    }
    claim_.passive = IntOf(row, 16) != 0;
    claim_.polarity = static_cast<Polarity>(IntOf(row, 17));
    claim_.modality = static_cast<Modality>(IntOf(row, 18));
    claim_.confidence = Probability::FromMillionths(static_cast<int32_t>(IntOf(row, 19)));
    claim_.published = TimeOf(row, 20);
    if (!row.getColumn(21).isNull()) {
      value_ = ReadValue(row, 21);
      claim_.value = &value_;
    }
    claim_.clause = static_cast<uint32_t>(IntOf(row, 30));
    if (!row.getColumn(31).isNull()) {
      subject_value_ = ReadValue(row, 31);
      claim_.subject_value = &subject_value_;
    }
  }

  void AddCredit(Id outlet, CreditBasis basis) {
    if (basis == CreditBasis::kPoll) return;  // who asked the voters does not report what others make of it
    credits_.push_back({NumberOf(numbers_, outlet), basis});
  }

  absl::Status HandOver() {
    if (claim_.id == 0) return absl::OkStatus();
    std::sort(credits_.begin(), credits_.end(), [](const CreditRecord& a, const CreditRecord& b) {
      return std::make_pair(a.outlet, a.basis) < std::make_pair(b.outlet, b.basis);
    });
    claim_.credits = credits_;
    return visit_(claim_);
  }

  const std::vector<std::pair<Id, uint32_t>>& numbers_;
  const Visitor& visit_;
  ClaimRecord claim_;
  std::string bytes_;
  Value value_, subject_value_;
  std::vector<CreditRecord> credits_;
};

absl::Status VisitReadyClaims(SQLite::Database* database, const std::vector<std::pair<Id, uint32_t>>& numbers,
                              const std::function<absl::Status(const ClaimRecord&)>& visit) {
  SQLite::Statement row(*database,
                        "SELECT id, outlet, subject, predicate, object, verbatim, published_at "
                        "FROM ready_claims ORDER BY id");
  while (row.executeStep()) {
    ClaimRecord claim;
    claim.id = IntOf(row, 0);
    claim.ready = true;
    claim.subject = claim.subject_key = TextOf(row, 2);
    claim.predicate = claim.predicate_text = TextOf(row, 3);
    claim.object = claim.object_key = TextOf(row, 4);
    claim.verbatim = TextOf(row, 5);
    claim.published = TimeOf(row, 6);
    claim.confidence = Probability::Certain();
    const CreditRecord credit = {NumberOf(numbers, IntOf(row, 1)), CreditBasis::kPublisher};
    claim.credits = absl::MakeConstSpan(&credit, 1);
    const std::optional<Value> value = NormalizeValue(claim.object);
    if (value) claim.value = &*value;
    CONSILIENCE_RETURN_IF_ERROR(visit(claim));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<OutletRecord>> ClaimStore::Outlets() {
  return impl_->Guard("read the outlets", [&]() -> absl::StatusOr<std::vector<OutletRecord>> {
    if (!impl_->writing && !std::exchange(impl_->reading, true)) impl_->database.exec("BEGIN");
    SQLite::Statement row(impl_->database,
                          "SELECT id, name, owner, kind FROM outlets WHERE id IN "
                          "(SELECT outlet FROM credits UNION SELECT outlet FROM ready_claims "
                          "UNION SELECT outlet FROM wire_marks) ORDER BY name");
    std::vector<OutletRecord> outlets;
    impl_->numbers.clear();
    while (row.executeStep()) {
      impl_->numbers.emplace_back(IntOf(row, 0), static_cast<uint32_t>(outlets.size()));
      OutletRecord& outlet = outlets.emplace_back();
      outlet.name = std::string(TextOf(row, 1));
      outlet.family = std::string(TextOf(row, 2));
      if (outlet.family.empty()) outlet.family = outlet.name;
      outlet.wire = static_cast<OutletKind>(IntOf(row, 3)) == OutletKind::kWire;
    }
    std::sort(impl_->numbers.begin(), impl_->numbers.end());
    return outlets;
  });
}

absl::StatusOr<std::vector<WireCopy>> ClaimStore::WireCopies() {
  if (!impl_->reading) CONSILIENCE_RETURN_IF_ERROR(Outlets().status());
  return impl_->Guard("read the wire marks", [&]() -> absl::StatusOr<std::vector<WireCopy>> {
    SQLite::Statement row(impl_->database, "SELECT DISTINCT document, outlet FROM wire_marks WHERE kind <> ?");
    row.bind(1, static_cast<int>(WireMarkKind::kContribution));
    std::vector<WireCopy> copies;
    while (row.executeStep()) copies.push_back({IntOf(row, 0), NumberOf(impl_->numbers, IntOf(row, 1))});
    return copies;
  });
}

absl::Status ClaimStore::Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) {
  if (!impl_->reading) CONSILIENCE_RETURN_IF_ERROR(Outlets().status());
  const absl::Status status = impl_->Guard("read the claims", [&]() -> absl::Status {
    SQLite::Statement row(impl_->database, kTextClaims);
    CONSILIENCE_RETURN_IF_ERROR(TextClaims(impl_->numbers, visit).Read(&row));
    return VisitReadyClaims(&impl_->database, impl_->numbers, visit);
  });
  impl_->EndReading();
  return status;
}

}  // namespace consilience
