#include <algorithm>
#include <optional>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "engine/base/decimal.h"
#include "engine/reconcile/answer.h"
#include "engine/reconcile/draft.h"

namespace consilience {
namespace {

struct Entry {
  StringId subject, predicate;
  uint32_t answer;
  uint32_t row;
};

// What an answer is equal by: a number by its amount, anything else by its bytes.
std::string AnswerKey(const ClaimTable& claims, const ClaimTable::Row& row) {
  if (const std::optional<Decimal> number = Decimal::Parse(claims.text(row.object))) {
    return absl::StrCat("number ", number->ToString());
  }
  const Value* value = claims.value(row);
  if (value == nullptr || value->kind == ValueKind::kDate || value->relation != ValueRelation::kEqual) {
    return absl::StrCat("text ", claims.text(row.object));
  }
  return absl::StrCat("number ", value->amount.ToString(), " ", value->unit);
}

// Numbers the answers by their keys; equal objects need one look only.
void NumberAnswers(const ClaimTable& claims, std::vector<Entry>* entries) {
  std::vector<std::pair<std::string, StringId>> keys;
  std::sort(entries->begin(), entries->end(), [&](const Entry& a, const Entry& b) {
    return std::make_tuple(claims.row(a.row).object, a.row) < std::make_tuple(claims.row(b.row).object, b.row);
  });
  std::vector<uint32_t> first_of_object;
  for (const Entry& entry : *entries) {
    const ClaimTable::Row& row = claims.row(entry.row);
    if (keys.empty() || keys.back().second != row.object) keys.emplace_back(AnswerKey(claims, row), row.object);
  }
  std::vector<uint32_t> order(keys.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
  std::vector<uint32_t> number(keys.size());
  for (uint32_t i = 0, n = 0; i < order.size(); ++i) {
    if (i > 0 && keys[order[i]].first != keys[order[i - 1]].first) ++n;
    number[order[i]] = n;
  }
  uint32_t at = 0;
  for (Entry& entry : *entries) {
    while (keys[at].second != claims.row(entry.row).object) ++at;
    entry.answer = number[at];
  }
}

std::optional<ConflictKind> ConflictOf(const ClaimTable& claims, uint32_t row_a, uint32_t row_b) {
  const ClaimTable::Row& a = claims.row(row_a);
  const ClaimTable::Row& b = claims.row(row_b);
  const Value* value_a = claims.value(a);
  const Value* value_b = claims.value(b);
  const bool numbers = Decimal::Parse(claims.text(a.object)) && Decimal::Parse(claims.text(b.object));
  if (numbers) return ConflictKind::kQuantity;
  if (value_a != nullptr && value_b != nullptr && value_a->kind == value_b->kind) {
    const AnswerLevel level = CompareValues(*value_a, *value_b);
    if (level == AnswerLevel::kCompatible || level == AnswerLevel::kEqual) return std::nullopt;
    if (value_a->kind == ValueKind::kDate) return ConflictKind::kDate;
    if (level == AnswerLevel::kExcluding) return ConflictKind::kQuantity;
  }
  const AnswerLevel places = ComparePlaces(claims.text(a.object), claims.text(b.object));
  if (places == AnswerLevel::kCompatible) return std::nullopt;
  return ConflictKind::kValue;
}

}  // namespace

void ReconcileReadyClaims(const ClaimTable& claims, Draft* draft) {
  std::vector<Entry> entries;
  for (uint32_t i = 0; i < claims.rows().size(); ++i) {
    const ClaimTable::Row& row = claims.row(i);
    if (row.ready) entries.push_back({row.subject, row.predicate, 0, i});
  }
  if (entries.empty()) return;
  NumberAnswers(claims, &entries);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.subject, a.predicate, a.answer, a.row) < std::tie(b.subject, b.predicate, b.answer, b.row);
  });
  int64_t pairs = 0;
  for (size_t i = 0; i < entries.size();) {
    const uint32_t first_group = static_cast<uint32_t>(draft->groups.size());
    const Entry& head = entries[i];
    size_t j = i;
    while (j < entries.size() && entries[j].subject == head.subject && entries[j].predicate == head.predicate) {
      DraftGroup group;
      group.question = draft->questions;
      const ClaimTable::Row& row = claims.row(entries[j].row);
      group.key = absl::StrCat("ready\n", claims.text(row.subject), "\n", claims.text(row.predicate), "\n",
                               AnswerKey(claims, row));
      const size_t begin = j;
      for (; j < entries.size() && entries[j].subject == head.subject && entries[j].predicate == head.predicate &&
             entries[j].answer == entries[begin].answer;
           ++j) {
        group.claims.push_back(entries[j].row);
      }
      draft->groups.push_back(std::move(group));
    }
    // Every other answer against the one most outlets give: all pairs would be quadratic in the answers.
    const uint32_t end_group = static_cast<uint32_t>(draft->groups.size());
    if (end_group - first_group > 1) {
      std::vector<std::vector<uint32_t>> outlets;
      uint32_t top = 0;
      for (uint32_t g = first_group; g < end_group; ++g) {
        outlets.push_back(OutletsOf(claims, draft->groups[g].claims));
        if (outlets.back().size() > outlets[top].size()) top = g - first_group;
      }
      for (uint32_t g = 0; g < outlets.size(); ++g) {
        if (g == top) continue;
        ++pairs;
        const uint32_t claim_a = draft->groups[first_group + top].claims[0];
        const uint32_t claim_b = draft->groups[first_group + g].claims[0];
        const std::optional<ConflictKind> kind = ConflictOf(claims, claim_a, claim_b);
        if (!kind || !OutletsOnEachSide(outlets[top], outlets[g])) {
          ++draft->compatible_pairs;
        } else {
          draft->conflicts.push_back({first_group + top, first_group + g, *kind, claim_a, claim_b, 0});
        }
      }
    }
    ++draft->questions;
    i = j;
  }
  draft->pairs_by_rule.emplace_back("ready-made claims of one subject and predicate", pairs);
}

}  // namespace consilience
