#include "engine/claim/form_table.h"

#include <algorithm>
#include <tuple>

#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view claim_units();
absl::string_view claim_currencies();

FormTable::FormTable(absl::string_view content) {
  ForEachRow(content, [this](absl::string_view line) {
    const absl::string_view canonical = CutField(&line, '\t');
    const absl::string_view kind = CutField(&line, '\t');
    const auto row = static_cast<uint32_t>(rows_.size());
    rows_.push_back({canonical, kind});
    while (!line.empty()) entries_.push_back({CutField(&line, '|'), row});
  });
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.form, a.row) < std::tie(b.form, b.row); });
}

FormTable::Match FormTable::Find(absl::Span<const Lexeme> lexemes, size_t at,
                                 absl::Span<const absl::string_view> kinds) const {
  std::string form;
  Match best;
  for (size_t end = at; end < lexemes.size() && end < at + kLongest; ++end) {
    if (end > at) form.push_back(' ');
    form.append(lexemes[end].lower.data(), lexemes[end].lower.size());
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), absl::string_view(form),
                                  [](const Entry& e, absl::string_view key) { return e.form < key; });
    if (entry == entries_.end() || entry->form.substr(0, form.size()) != form) break;
    for (; entry != entries_.end() && entry->form == form; ++entry) {
      const FormRow& row = rows_[entry->row];
      if (std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end()) continue;
      best = {&row, end + 1};
      break;
    }
  }
  return best;
}

const FormTable& UnitTable() {
  static const FormTable* const table = new FormTable(claim_units());
  return *table;
}

const FormTable& CurrencyTable() {
  static const FormTable* const table = new FormTable(claim_currencies());
  return *table;
}

}  // namespace consilience
