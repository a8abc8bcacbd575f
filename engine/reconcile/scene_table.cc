#include "engine/reconcile/scene_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"
#include "engine/base/word_list.h"

namespace consilience {

absl::string_view reconcile_scene();

const SceneTable& SceneTable::Default() {
  static const SceneTable* const table = new SceneTable(reconcile_scene());
  return *table;
}

SceneTable::SceneTable(absl::string_view tsv) {
  int row = 0;
  ForEachRowOfFields(tsv, [&](const std::vector<absl::string_view>& fields) {
    ++row;
    if (fields.size() == 2 && fields[0] == "faint") {
      for (const absl::string_view word : absl::StrSplit(fields[1], ',')) faint_.insert(word);
    } else if (fields.size() == 2 && fields[0] == "apart") {
      int way = 0;
      for (const absl::string_view words : absl::StrSplit(fields[1], '|')) {
        ++way;
        for (const absl::string_view word : absl::StrSplit(words, ',')) ways_[Usual(word)].push_back({row, way});
      }
    } else if (fields.size() == 2) {
      const std::pair<absl::string_view, absl::string_view> sides = absl::StrSplit(fields[1], absl::MaxSplits('|', 1));
      for (const absl::string_view word : absl::StrSplit(sides.second, ',')) {
        if (fields[0] == "means") usual_.emplace(word, sides.first);
        if (fields[0] != "shows") continue;
        for (const absl::string_view conclusion : absl::StrSplit(sides.first, ',')) {
          shows_[Usual(word)].push_back(Usual(conclusion));
        }
      }
    }
  });
}

absl::string_view SceneTable::Usual(absl::string_view word) const {
  const auto found = usual_.find(word);
  return found == usual_.end() ? word : found->second;
}

bool SceneTable::Apart(absl::string_view a, absl::string_view b) const {
  const auto ways_a = ways_.find(a), ways_b = ways_.find(b);
  if (a == b || ways_a == ways_.end() || ways_b == ways_.end()) return false;
  bool apart = false;
  for (const Way& x : ways_a->second) {
    for (const Way& y : ways_b->second) {
      if (x.row != y.row) continue;
      if (x.way == y.way) return false;
      apart = true;
    }
  }
  return apart;
}

bool SceneTable::Shows(absl::string_view evidence, absl::string_view conclusion) const {
  const auto shown = shows_.find(evidence);
  return shown != shows_.end() && IsAmong(shown->second, conclusion);
}

bool SceneTable::Excludes(absl::string_view a, absl::string_view b) const {
  if (Apart(a, b)) return true;
  const auto shown = shows_.find(a);
  return shown != shows_.end() && !IsAmong(shown->second, b) &&
         std::any_of(shown->second.begin(), shown->second.end(),
                     [&](absl::string_view conclusion) { return Apart(conclusion, b); });
}

}  // namespace consilience
