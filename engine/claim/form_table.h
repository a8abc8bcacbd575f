// Tables of forms: phrases of one or more lexemes, each naming a row. Read from the built-in data files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/lexeme.h"

namespace consilience {

// One row of a data file "canonical<TAB>kind<TAB>form|form|...". Views into the embedded file.
struct FormRow {
  absl::string_view canonical;
  absl::string_view kind;
};

// Immutable once built, so that any number of threads may read it.
class FormTable {
 public:
  // `content` must outlive the table; lines that begin with # are comments.
  explicit FormTable(absl::string_view content);

  struct Match {
    const FormRow* row = nullptr;  // nullptr: none
    size_t end = 0;                // lexeme after the last
  };
  // The longest form at lexeme `at` whose kind is among `kinds`; of equal forms the row that stands first in the file.
  Match Find(absl::Span<const Lexeme> lexemes, size_t at, absl::Span<const absl::string_view> kinds) const;

 private:
  struct Entry {
    absl::string_view form;
    uint32_t row;
  };
  static constexpr size_t kLongest = 5;  // lexemes of a form

  std::vector<FormRow> rows_;
  std::vector<Entry> entries_;  // by (form, row)
};

// The tables of units and currencies: engine/claim/data/units.tsv and currencies.tsv.
const FormTable& UnitTable();
const FormTable& CurrencyTable();

}  // namespace consilience
