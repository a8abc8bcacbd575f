#include "engine/reconcile/predicate_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view reconcile_predicates();

namespace {

struct VoiceRow {
  absl::string_view name;
  Voice voice;
};
constexpr VoiceRow kVoices[] = {
    {"act", Voice::kActs}, {"undergo", Voice::kUndergoes}, {"either", Voice::kEither}, {"converse", Voice::kConverse}};

}  // namespace

const PredicateTable& PredicateTable::Default() {
  static const PredicateTable* const table = new PredicateTable(reconcile_predicates());
  return *table;
}

PredicateTable::PredicateTable(absl::string_view tsv) {
  const std::pair<absl::string_view, Set*> sets[] = {{"carry", &carry_},
                                                     {"shun", &shun_},
                                                     {"amount", &amount_},
                                                     {"report", &report_},
                                                     {"functional", &functional_},
                                                     {"single", &single_},
                                                     {"unique", &unique_},
                                                     {"changing", &changing_},
                                                     {"generic", &generic_},
                                                     {"hollow", &hollow_},
                                                     {"reversible", &reversible_},
                                                     {"elliptic", &elliptic_},
                                                     {"plans", &plans_},
                                                     {"bids", &bids_},
                                                     {"people", &people_},
                                                     {"accuse", &accuse_},
                                                     {"deny", &deny_},
                                                     {"deniable", &deniable_},
                                                     {"wrong", &wrong_},
                                                     {"mutual", &mutual_}};
  ForEachRowOfFields(tsv, [&](const std::vector<absl::string_view>& fields) {
    if (fields.size() == 2) {
      if (fields[0] == "kin") AddKin(fields[1]);
      for (const auto& [name, set] : sets) {
        if (fields[0] != name) continue;
        for (const absl::string_view lemma : absl::StrSplit(fields[1], '|')) set->insert(lemma);
      }
      return;
    }
    if (fields.size() != 3) return;
    if (fields[0] == "antonym") {
      AddAntonyms(fields[1], fields[2]);
      return;
    }
    if (fields[0] == "gauge") {
      gauges_.emplace(fields[2], fields[1]);
      return;
    }
    for (const absl::string_view lemma : absl::StrSplit(fields[2], '|')) {
      if (fields[0] == "light") light_.emplace(lemma, fields[1]);
      if (fields[0] == "count") count_.emplace(lemma, fields[1]);
      if (fields[0] == "gets") gets_.emplace(lemma, fields[1]);
      if (fields[0] == "alone") alone_.emplace(lemma, fields[1]);
      for (const VoiceRow& row : kVoices) {
        if (fields[0] == row.name) entries_[lemma].push_back({fields[1], row.voice});
      }
    }
  });
  Set axes;
  for (const absl::string_view family : reversible_) axes.insert(Axis(family));
  reversible_ = std::move(axes);
}

void PredicateTable::AddKin(absl::string_view families) {
  ++kin_rows_;
  for (const absl::string_view family : absl::StrSplit(families, '|')) kin_[family].push_back(kin_rows_);
}

bool PredicateTable::Kin(absl::string_view family_a, absl::string_view family_b) const {
  const auto a = kin_.find(family_a), b = kin_.find(family_b);
  return a != kin_.end() && b != kin_.end() &&
         std::find_first_of(a->second.begin(), a->second.end(), b->second.begin(), b->second.end()) != a->second.end();
}

void PredicateTable::AddAntonyms(absl::string_view a, absl::string_view b) {
  antonyms_.emplace(a, b);
  antonyms_.emplace(b, a);
  const absl::string_view first = Axis(a), second = Axis(b);
  axis_[a] = first;
  axis_[b] = first;
  for (auto& [family, axis] : axis_) {
    if (axis == second) axis = first;
  }
}

std::optional<PredicateEntry> PredicateTable::Find(absl::string_view lemma, bool has_object) const {
  const auto found = entries_.find(lemma);
  if (found == entries_.end()) return std::nullopt;
  for (const PredicateEntry& entry : found->second) {
    const bool needs_object = entry.voice == Voice::kActs || entry.voice == Voice::kConverse;
    if (entry.voice == Voice::kEither || needs_object == has_object) return entry;
  }
  // "protest", which acts when it has an object, and has none here.
  const PredicateEntry& entry = found->second.front();
  if (has_object || entry.voice != Voice::kActs) return std::nullopt;
  return entry;
}

std::optional<PredicateEntry> PredicateTable::FindVoice(absl::string_view lemma, Voice voice) const {
  const auto found = entries_.find(lemma);
  if (found == entries_.end()) return std::nullopt;
  for (const PredicateEntry& entry : found->second) {
    if (entry.voice == voice) return entry;
  }
  return std::nullopt;
}

absl::string_view PredicateTable::LightAct(absl::string_view verb, absl::string_view noun) const {
  const auto found = light_.find(absl::StrCat(verb, " ", noun));
  return found == light_.end() ? "" : found->second;
}

absl::string_view PredicateTable::Gets(absl::string_view lemma) const {
  const auto found = gets_.find(lemma);
  return found == gets_.end() ? "" : found->second;
}

absl::string_view PredicateTable::Alone(absl::string_view lemma) const {
  const auto found = alone_.find(lemma);
  return found == alone_.end() ? "" : found->second;
}

absl::string_view PredicateTable::Gauge(absl::string_view family, absl::string_view noun) const {
  const auto found = gauges_.find(absl::StrCat(family, "|", noun));
  return found == gauges_.end() ? "" : found->second;
}

absl::string_view PredicateTable::Counted(absl::string_view noun) const {
  const auto found = count_.find(noun);
  return found == count_.end() ? "" : found->second;
}

absl::string_view PredicateTable::Axis(absl::string_view family) const {
  const auto found = axis_.find(family);
  return found == axis_.end() ? family : found->second;
}

bool PredicateTable::Antonyms(absl::string_view family_a, absl::string_view family_b) const {
  return antonyms_.contains({family_a, family_b});
}

}  // namespace consilience
