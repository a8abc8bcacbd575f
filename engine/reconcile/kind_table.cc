#include "engine/reconcile/kind_table.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view reconcile_kinds();

const KindTable& KindTable::Default() {
  static const KindTable* const table = new KindTable(reconcile_kinds());
  return *table;
}

KindTable::KindTable(absl::string_view tsv) : kinds_(1) {
  ForEachRowOfFields(tsv, [&](const std::vector<absl::string_view>& fields) {
    uint32_t field = 0, up = 0;
    const uint32_t index = static_cast<uint32_t>(kinds_.size());
    if (fields.size() != 4 || !absl::SimpleAtoi(fields[1], &field) || !absl::SimpleAtoi(fields[2], &up) ||
        up >= index) {
      return;
    }
    Kind kind;
    kind.field = static_cast<uint8_t>(field);
    if (up != 0) {
      kind.parent = index - up;
      kind.depth = static_cast<uint8_t>(kinds_[kind.parent].depth + 1);
    }
    kinds_.push_back(kind);
    for (absl::string_view word : absl::StrSplit(fields[3], '|')) {
      const bool second = absl::ConsumeSuffix(&word, "2");
      words_[fields[0] == "n" ? 0 : 1][word].kinds[second ? 1 : 0] = index;
    }
  });
}

const KindTable::Senses* KindTable::Find(WordClass word_class, absl::string_view word) const {
  if (word_class == WordClass::kAdjective) return nullptr;
  const auto& words = words_[static_cast<size_t>(word_class)];
  const auto found = words.find(word);
  return found == words.end() ? nullptr : &found->second;
}

bool KindTable::Reaches(uint32_t kind, uint32_t broad) const {
  while (kind != 0 && kind != broad) kind = kinds_[kind].parent;
  return kind != 0;
}

bool KindTable::IsKindOf(WordClass word_class, absl::string_view narrow, absl::string_view broad) const {
  const Senses* const a = Find(word_class, narrow);
  const Senses* const b = Find(word_class, broad);
  if (a == nullptr || b == nullptr) return false;
  // Both in their second senses hardly mean each other.
  for (size_t i = 0; i < kSenses; ++i) {
    for (size_t j = 0; i + j < kSenses; ++j) {
      if (b->kinds[j] != 0 && Reaches(a->kinds[i], b->kinds[j])) return true;
    }
  }
  return false;
}

bool KindTable::Synonyms(WordClass word_class, absl::string_view a, absl::string_view b) const {
  return IsKindOf(word_class, a, b) && IsKindOf(word_class, b, a);
}

int KindTable::SharedDepth(WordClass word_class, absl::string_view a, absl::string_view b) const {
  const Senses* const senses_a = Find(word_class, a);
  const Senses* const senses_b = Find(word_class, b);
  if (senses_a == nullptr || senses_b == nullptr) return 0;
  uint32_t kind_a = senses_a->kinds[0], kind_b = senses_b->kinds[0];
  while (kind_a != kind_b) {
    uint32_t* const deeper = kinds_[kind_a].depth >= kinds_[kind_b].depth ? &kind_a : &kind_b;
    if (*deeper == 0) return 0;
    *deeper = kinds_[*deeper].parent;
  }
  return kind_a == 0 ? 0 : kinds_[kind_a].depth;
}

Field KindTable::FieldOf(WordClass word_class, absl::string_view word) const {
  const Senses* const senses = Find(word_class, word);
  return senses == nullptr ? Field::kNone : static_cast<Field>(kinds_[senses->kinds[0]].field);
}

Field KindTable::SecondFieldOf(WordClass word_class, absl::string_view word) const {
  const Senses* const senses = Find(word_class, word);
  return senses == nullptr ? Field::kNone : static_cast<Field>(kinds_[senses->kinds[1]].field);
}

}  // namespace consilience
