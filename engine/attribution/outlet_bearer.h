// Noun phrases that speak for outlets: "the BBC's correspondent in Goma", "a tally kept by AFP", "Ann Lowe of the
// Guardian".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"
#include "engine/attribution/outlet_list.h"
#include "engine/attribution/statement_words.h"
#include "engine/syntax/analysis.h"

namespace consilience {

enum class BearerKind : uint8_t {
  kOutlet,      // the outlets themselves
  kJournalist,  // somebody who works for them
  kReport,      // what they publish: "report", "count", "footage"
};

// Words [begin, end), without what describes them further on; `noun` is the one that a verb would take for its subject.
struct Bearer {
  BearerKind kind = BearerKind::kOutlet;
  int32_t begin = 0;
  int32_t noun = 0;
  int32_t end = 0;
};

class Bearers {
 public:
  void Add(Bearer bearer) { items_[size_++] = bearer; }
  const Bearer* begin() const { return items_.data(); }
  const Bearer* end() const { return items_.data() + size_; }

 private:
  static constexpr size_t kMost = 4;
  std::array<Bearer, kMost> items_;
  size_t size_ = 0;
};

// The outlets themselves first. `analysis` may be null. Looks at a bounded number of words around the list.
Bearers FindBearers(const StatementWords& words, const Analysis* analysis, const OutletList& list);

}  // namespace consilience
