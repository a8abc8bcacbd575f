#include "engine/claim/discourse.h"

#include <algorithm>

namespace consilience {
namespace {

constexpr size_t kMostBack = 400;

// Words within quotation marks, as far as the statement shows: what is open or closed is told by the marks' shapes, and
// of straight marks by their number.
void MarkQuoted(const Analysis& analysis, std::vector<bool>* quoted) {
  quoted->assign(analysis.words().size(), false);
  bool open = false;
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const absl::string_view form = analysis.word(i).form;
    if (form == "\xE2\x80\x9C" || form == "``") {
      open = true;
    } else if (form == "\xE2\x80\x9D" || form == "''") {
      if (!open) std::fill(quoted->begin(), quoted->begin() + i, true);  // opened in a statement before
      open = false;
    } else if (form == "\"") {
      open = !open;
    }
    (*quoted)[static_cast<size_t>(i)] = open;
  }
}

}  // namespace

void Discourse::Begin(uint32_t statement, const Analysis& analysis) {
  statement_ = statement;
  MarkQuoted(analysis, &quoted_);
  const uint32_t first = statement >= 2 ? statement - 2 : 0;
  const auto at = std::lower_bound(referents_.begin(), referents_.end(), first,
                                   [](const Referent& referent, uint32_t s) { return referent.statement < s; });
  first_recent_ = static_cast<size_t>(at - referents_.begin());
}

void Discourse::Add(int32_t word, int32_t target, Gender gender, bool person) {
  referents_.push_back({statement_, word, target, gender, person, InQuotes(word)});
}

NewestFirst Discourse::Since(size_t first) const {
  const size_t size = referents_.size();
  return NewestFirst(absl::MakeConstSpan(referents_).subspan(std::max(first, size - std::min(size, kMostBack))));
}

const Referent* Discourse::At(int32_t word) const {
  for (const Referent& referent : Recent()) {
    if (referent.statement != statement_) break;
    if (referent.word == word) return &referent;
  }
  return nullptr;
}

absl::Span<const Referent> Discourse::Behind(const Referent& referent) const {
  return absl::MakeConstSpan(referents_).subspan(static_cast<size_t>(&referent - referents_.data()) + 1);
}

}  // namespace consilience
