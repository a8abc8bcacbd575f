#include "storage/document_writer.h"

#include <xxhash.h>

#include <optional>

#include "absl/strings/ascii.h"
#include "engine/base/day.h"

namespace consilience {
namespace {

Id OutletId(absl::string_view name) {
  return IdBuilder("outlet").Add(name).Finish();
}

// Binds columns in order and runs the statement. Bound strings must live until it has run.
class Row {
 public:
  explicit Row(SQLite::Statement* statement) : statement_(statement) {}

  Row& operator<<(int64_t value) {
    statement_->bind(++column_, value);
    return *this;
  }
  Row& operator<<(const std::string& value) {
    statement_->bindNoCopy(++column_, value);
    return *this;
  }
  template <typename T>
  Row& operator<<(const std::optional<T>& value) {
    if (value) return *this << *value;
    statement_->bind(++column_);
    return *this;
  }
  Row& operator<<(double value) {
    statement_->bind(++column_, value);
    return *this;
  }
  Row& operator<<(ByteSpan span) { return *this << int64_t{span.begin} << int64_t{span.end}; }
  // Returns the number of rows changed.
  int Run() {
    const int changed = statement_->exec();
    statement_->reset();
    return changed;
  }

 private:
  SQLite::Statement* statement_;
  int column_ = 0;
};

template <typename Enumeration>
int64_t Code(Enumeration value) {
  return static_cast<int64_t>(value);
}

// Never negative: SQLite's integers are signed.
int64_t AsInteger(uint64_t bits) {
  return static_cast<int64_t>(bits & 0x7fffffffffffffffULL);
}

std::string Columns(int count) {
  std::string marks;
  for (int i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
  return marks;
}

std::string Insert(const char* table, int columns) {
  return std::string("INSERT INTO ") + table + " VALUES (" + Columns(columns) + ") ON CONFLICT DO NOTHING";
}

}  // namespace

uint64_t Fingerprint(absl::string_view text) {
  constexpr int kFewestWords = 6;
  std::string letters;
  letters.reserve(text.size());
  int words = 0;
  bool within = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool counts = byte >= 0x80 || absl::ascii_isalnum(byte);
    if (counts) {
      letters.push_back(absl::ascii_tolower(byte));
      // General punctuation (U+2000..U+207F: curly quotes, dashes, spaces) is left out as that of ASCII is.
      const size_t n = letters.size();
      if (n >= 3 && letters[n - 3] == '\xe2' && (letters[n - 2] == '\x80' || letters[n - 2] == '\x81')) {
        letters.resize(n - 3);
      }
    }
    words += counts && !within;
    within = counts || c == '\'';
  }
  return words < kFewestWords ? 0 : XXH3_64bits(letters.data(), letters.size());
}

Id DocumentId(const Document& document, absl::string_view publisher) {
  IdBuilder id("document");
  id.Add(static_cast<int64_t>(document.format)).Add(document.id).Add(publisher).Add(document.text);
  for (const std::string& credit : document.header_credits) id.Add(credit);
  return id.Finish();
}

DocumentWriter::DocumentWriter(SQLite::Database* database)
    : upsert_outlet_(
          *database,
          "INSERT INTO outlets VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET country = excluded.country, "
          "kind = excluded.kind, owner = excluded.owner, state_linked = excluded.state_linked "
          "WHERE (country, kind, owner, state_linked) IS NOT "
          "(excluded.country, excluded.kind, excluded.owner, excluded.state_linked)"),
      insert_outlet_(*database, "INSERT INTO outlets(id, name) VALUES (?, ?) ON CONFLICT DO NOTHING"),
      has_document_(*database, "SELECT 1 FROM documents WHERE id = ?"),
      insert_document_(*database, Insert("documents", 8)),
      insert_statement_(*database, Insert("statements", 7)),
      insert_credit_(*database, Insert("credits", 8)),
      insert_claim_(*database, Insert("claims", 23)),
      insert_withheld_(*database, Insert("withheld_credits", 2)),
      insert_value_(*database, Insert("claim_values", 15)),
      insert_wire_mark_(*database, Insert("wire_marks", 5)),
      insert_input_(*database, Insert("inputs", 2)),
      insert_ready_(*database, Insert("ready_claims", 12)) {}

void DocumentWriter::AddOutlet(const Outlet& outlet) {
  (Row(&upsert_outlet_) << OutletId(outlet.name) << outlet.name << outlet.country << Code(outlet.kind) << outlet.owner
                        << int64_t{outlet.state_linked})
      .Run();
}

Id DocumentWriter::OutletOf(const std::string& name) {
  const auto [known, is_new] = outlets_.try_emplace(name, 0);
  if (is_new) {
    known->second = OutletId(name);
    (Row(&insert_outlet_) << known->second << name).Run();
  }
  return known->second;
}

bool DocumentWriter::HasDocument(Id document) {
  has_document_.bind(1, document);
  const bool found = has_document_.executeStep();
  has_document_.reset();
  return found;
}

bool DocumentWriter::AddDocument(const DocumentRecord& record) {
  const Document& document = record.document;
  const Id id = DocumentId(document, record.publisher);
  std::optional<int64_t> publisher;
  if (!record.publisher.empty()) publisher = OutletOf(record.publisher);
  const int added = (Row(&insert_document_) << id << document.id << Code(document.format) << publisher << document.title
                                            << document.url << document.published << ParseInstant(document.published))
                        .Run();
  if (added == 0) return false;
  for (const StatementRecord& statement : record.statements) AddStatement(id, statement);
  for (const WireMark& mark : record.wire_marks) {
    (Row(&insert_wire_mark_) << id << mark.span << OutletOf(mark.outlet) << Code(mark.kind)).Run();
  }
  return true;
}

void DocumentWriter::AddStatement(Id document, const StatementRecord& record) {
  const Id id = IdBuilder("statement").Add(document).Add(record.span.begin).Add(record.text).FinishWithin(document);
  (Row(&insert_statement_) << id << document << record.span << int64_t{record.paragraph}
                           << AsInteger(Fingerprint(record.text)) << record.text)
      .Run();
  for (const Credit& credit : record.credits) AddCredit(id, credit);
  for (const Claim& claim : record.claims) {
    const Id claim_id = AddClaim(document, id, claim);
    for (const std::string& outlet : WithheldFrom(record.credits, claim.predicate.span)) {
      (Row(&insert_withheld_) << claim_id << OutletOf(outlet)).Run();
    }
  }
}

void DocumentWriter::AddCredit(Id statement, const Credit& credit) {
  (Row(&insert_credit_) << statement << OutletOf(credit.outlet) << Code(credit.basis) << credit.mention << credit.span
                        << credit.cue)
      .Run();
}

Id DocumentWriter::AddClaim(Id document, Id statement, const Claim& claim) {
  const Id id = IdBuilder("claim")
                    .Add(statement)
                    .Add(claim.clause)
                    .Add(claim.subject.span.begin)
                    .Add(claim.subject.text)
                    .Add(claim.predicate.span.begin)
                    .Add(claim.predicate.lemma)
                    .Add(claim.object.span.begin)
                    .Add(claim.object.text)
                    .Add(Code(claim.polarity))
                    .Add(Code(claim.modality))
                    .FinishWithin(document);
  (Row(&insert_claim_) << id << statement << int64_t{claim.clause} << claim.subject.text << claim.subject.key
                       << claim.predicate.lemma << claim.predicate.text << claim.object.text << claim.object.key
                       << claim.object.head << claim.speaker << claim.place << claim.date
                       << int64_t{claim.predicate.passive} << Code(claim.polarity) << Code(claim.modality)
                       << int64_t{claim.confidence.millionths()} << claim.subject.span << claim.predicate.span
                       << claim.object.span)
      .Run();
  const Value* const main = ObjectValue(claim);
  const Value* const of_subject = SubjectValue(claim);
  for (size_t i = 0; i < claim.values.size(); ++i) {
    AddValue(id, static_cast<int>(i),
             &claim.values[i] == main         ? 1
             : &claim.values[i] == of_subject ? 2
                                              : 0,
             claim.values[i]);
  }
  return id;
}

void DocumentWriter::AddValue(Id claim, int position, int main, const Value& value) {
  std::optional<double> number;
  if (value.kind != ValueKind::kDate) number = value.amount.ToDouble();
  (Row(&insert_value_) << claim << int64_t{position} << int64_t{main} << Code(value.kind) << Code(value.relation)
                       << value.amount.mantissa() << int64_t{value.amount.exponent()} << value.high.mantissa()
                       << int64_t{value.high.exponent()} << number << value.unit << value.iso << value.text
                       << value.span)
      .Run();
}

int64_t DocumentWriter::AddReadyClaims(absl::Span<const ReadyClaim> claims, absl::string_view input_name) {
  const std::string name(input_name);
  const Id input = IdBuilder("input").Add(name).Finish();
  (Row(&insert_input_) << input << name).Run();
  int64_t added = 0;
  for (const ReadyClaim& claim : claims) {
    const Id id = IdBuilder("ready claim")
                      .Add(claim.source)
                      .Add(claim.subject)
                      .Add(claim.predicate)
                      .Add(claim.object)
                      .Add(claim.published)
                      .Add(claim.verbatim)
                      .Finish();
    const std::optional<Value> value = NormalizeValue(claim.object);
    std::optional<int64_t> relation;
    std::optional<double> number;
    std::optional<std::string> unit;
    if (value && value->kind != ValueKind::kDate) {
      relation = Code(value->relation);
      number = value->amount.ToDouble();
      unit = value->unit;
    }
    added += (Row(&insert_ready_) << id << input << OutletOf(claim.source) << claim.subject << claim.predicate
                                  << claim.object << claim.verbatim << claim.published << ParseInstant(claim.published)
                                  << relation << number << unit)
                 .Run();
  }
  return added;
}

}  // namespace consilience
