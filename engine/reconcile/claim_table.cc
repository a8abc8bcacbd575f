#include "engine/reconcile/claim_table.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"

namespace consilience {
namespace {

constexpr size_t kMostStrings = 0xfffffffe;

uint64_t HashOf(absl::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u ^ text.size();
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

// Strings in one arena, found again by open addressing; at most half of the slots are taken.
class Interner {
 public:
  Interner() : slots_(1024, 0) {
    offsets_ = {0, 0};
    hashes_ = {0};
  }

  StringId Add(absl::string_view text) {
    if (text.empty()) return 0;
    const uint64_t hash = HashOf(text);
    size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (hashes_[slots_[slot]] == hash && this->text(slots_[slot]) == text) return slots_[slot];
    }
    const StringId id = static_cast<StringId>(hashes_.size());
    slots_[slot] = id;
    hashes_.push_back(hash);
    bytes_.append(text.data(), text.size());
    offsets_.push_back(bytes_.size());
    if (hashes_.size() * 2 > slots_.size()) Grow();
    return id;
  }

  size_t size() const { return hashes_.size(); }
  absl::string_view text(StringId id) const {
    return absl::string_view(bytes_).substr(offsets_[id], offsets_[id + 1] - offsets_[id]);
  }

 private:
  void Grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (StringId id = 1; id < hashes_.size(); ++id) {
      size_t slot = hashes_[id] & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = id;
    }
  }

  std::string bytes_;
  std::vector<size_t> offsets_;
  std::vector<uint64_t> hashes_;
  std::vector<StringId> slots_;
};

constexpr StringId ClaimTable::Row::*kStringColumns[] = {
    &ClaimTable::Row::subject,        &ClaimTable::Row::subject_key, &ClaimTable::Row::predicate,
    &ClaimTable::Row::predicate_text, &ClaimTable::Row::object,      &ClaimTable::Row::object_key,
    &ClaimTable::Row::object_head,    &ClaimTable::Row::verbatim,    &ClaimTable::Row::speaker,
    &ClaimTable::Row::place,          &ClaimTable::Row::date};

std::pair<Id, Id> StatementOf(const ClaimTable::Row& row) {
  return {row.document, row.statement};
}

}  // namespace

absl::StatusOr<ClaimTable> ClaimTable::Load(ClaimSource* source) {
  ClaimTable table;
  CONSILIENCE_ASSIGN_OR_RETURN(table.outlets_, source->Outlets());
  CONSILIENCE_ASSIGN_OR_RETURN(table.wire_copies_, source->WireCopies());
  std::sort(table.wire_copies_.begin(), table.wire_copies_.end());
  for (const WireCopy& copy : table.wire_copies_) {
    if (copy.outlet >= table.outlets_.size()) return absl::InvalidArgumentError("a wire copy of an unknown outlet");
  }
  Interner interner;
  std::vector<Row> rows;
  std::vector<CreditRecord> credits;
  std::vector<Value> values;
  CONSILIENCE_RETURN_IF_ERROR(source->Visit([&](const ClaimRecord& claim) -> absl::Status {
    if (rows.size() >= kMostStrings || interner.size() + 11 >= kMostStrings || credits.size() >= kMostStrings) {
      return absl::ResourceExhaustedError("more than 2^32 - 2 claims or strings; reconcile in shards");
    }
    if (claim.credits.size() > 0xffff) return absl::InvalidArgumentError("a claim with more than 65535 credits");
    for (const CreditRecord& credit : claim.credits) {
      if (credit.outlet >= table.outlets_.size()) return absl::InvalidArgumentError("a credit of an unknown outlet");
    }
    Row row = {};
    row.id = claim.id;
    row.document = claim.document;
    row.statement = claim.statement;
    row.statement_fingerprint = claim.statement_fingerprint;
    row.published = claim.published;
    const absl::string_view texts[] = {claim.subject, claim.subject_key, claim.predicate,   claim.predicate_text,
                                       claim.object,  claim.object_key,  claim.object_head, claim.verbatim,
                                       claim.speaker, claim.place,       claim.date};
    for (size_t i = 0; i < std::size(texts); ++i) row.*kStringColumns[i] = interner.Add(texts[i]);
    row.credit_first = static_cast<uint32_t>(credits.size());
    row.credit_count = static_cast<uint16_t>(claim.credits.size());
    credits.insert(credits.end(), claim.credits.begin(), claim.credits.end());
    row.clause = claim.clause;
    const auto keep = [&](const Value* value) {
      if (value == nullptr) return kNoValue;
      values.push_back(*value);
      return static_cast<uint32_t>(values.size() - 1);
    };
    row.value = keep(claim.value);
    row.subject_value = keep(claim.subject_value);
    row.ready = claim.ready;
    row.passive = claim.passive;
    row.polarity = claim.polarity;
    row.modality = claim.modality;
    row.confidence = claim.confidence;
    rows.push_back(row);
    return absl::OkStatus();
  }));

  // Numbers in byte order, so that they do not depend on the order of the visit.
  std::vector<StringId> order(interner.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](StringId a, StringId b) { return interner.text(a) < interner.text(b); });
  std::vector<StringId> number(interner.size());
  table.offsets_.reserve(interner.size() + 1);
  table.offsets_.push_back(0);
  for (StringId i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    const absl::string_view text = interner.text(order[i]);
    table.bytes_.append(text.data(), text.size());
    table.offsets_.push_back(table.bytes_.size());
  }

  std::vector<uint32_t> by_id(rows.size());
  std::iota(by_id.begin(), by_id.end(), 0);
  std::sort(by_id.begin(), by_id.end(),
            [&](uint32_t a, uint32_t b) { return rows[a].id != rows[b].id ? rows[a].id < rows[b].id : a < b; });
  table.rows_.reserve(rows.size());
  table.credits_.reserve(credits.size());
  table.values_.reserve(values.size());
  for (const uint32_t i : by_id) {
    Row row = rows[i];
    if (!table.rows_.empty() && table.rows_.back().id == row.id) continue;
    for (auto column : kStringColumns) row.*column = number[row.*column];
    const auto first = credits.begin() + row.credit_first;
    row.credit_first = static_cast<uint32_t>(table.credits_.size());
    table.credits_.insert(table.credits_.end(), first, first + row.credit_count);
    for (uint32_t* const value : {&row.value, &row.subject_value}) {
      if (*value == kNoValue) continue;
      table.values_.push_back(std::move(values[*value]));
      *value = static_cast<uint32_t>(table.values_.size() - 1);
    }
    table.rows_.push_back(row);
  }
  for (uint32_t i = 0; i < table.rows_.size(); ++i) {
    if (!table.rows_[i].ready) table.by_statement_.push_back(i);
  }
  std::sort(table.by_statement_.begin(), table.by_statement_.end(), [&](uint32_t a, uint32_t b) {
    const auto x = StatementOf(table.rows_[a]), y = StatementOf(table.rows_[b]);
    return x != y ? x < y : a < b;
  });
  return table;
}

absl::Span<const uint32_t> ClaimTable::rows_of_statement(const Row& row) const {
  const auto first = std::lower_bound(by_statement_.begin(), by_statement_.end(), row, [&](uint32_t i, const Row& of) {
    return StatementOf(rows_[i]) < StatementOf(of);
  });
  auto last = first;
  while (last != by_statement_.end() && StatementOf(rows_[*last]) == StatementOf(row)) ++last;
  return absl::MakeConstSpan(by_statement_)
      .subspan(static_cast<size_t>(first - by_statement_.begin()), static_cast<size_t>(last - first));
}

absl::Span<const WireCopy> ClaimTable::wire_copies(const Row& row) const {
  const auto first = std::lower_bound(wire_copies_.begin(), wire_copies_.end(), WireCopy{row.document, 0});
  auto last = first;
  while (last != wire_copies_.end() && last->document == row.document) ++last;
  return absl::MakeConstSpan(wire_copies_)
      .subspan(static_cast<size_t>(first - wire_copies_.begin()), static_cast<size_t>(last - first));
}

}  // namespace consilience
