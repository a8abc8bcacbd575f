#include "engine/reconcile/predicate_table.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace consilience {

absl::string_view reconcile_predicates();

namespace {

// "rise to" is "rise" and " to".
std::pair<absl::string_view, absl::string_view> SplitPreposition(absl::string_view text) {
  const size_t space = text.find(' ');
  if (space == absl::string_view::npos) return {text, ""};
  return {text.substr(0, space), text.substr(space)};
}

void AddAll(absl::string_view words, absl::flat_hash_set<std::string>* set) {
  for (const absl::string_view word : absl::StrSplit(words, '|')) set->emplace(word);
}

}  // namespace

const PredicateTable& PredicateTable::Default() {
  static const PredicateTable* const table = new PredicateTable(reconcile_predicates());
  return *table;
}

PredicateTable::PredicateTable(absl::string_view tsv) {
  for (const absl::string_view line : absl::StrSplit(tsv, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    if (fields.size() == 3 && fields[0] == "family") {
      for (const absl::string_view lemma : absl::StrSplit(fields[2], '|')) family_.emplace(lemma, fields[1]);
    } else if (fields.size() == 3 && fields[0] == "antonym") {
      antonyms_.insert(absl::StrCat(fields[1], "|", fields[2]));
      antonyms_.insert(absl::StrCat(fields[2], "|", fields[1]));
      const std::string first = Axis(fields[1]), second = Axis(fields[2]);
      axis_[fields[1]] = first;
      axis_[fields[2]] = first;
      for (auto& [family, axis] : axis_) {
        if (axis == second) axis = first;
      }
    } else if (fields.size() == 2 && fields[0] == "functional") {
      AddAll(fields[1], &functional_);
    } else if (fields.size() == 2 && fields[0] == "changing") {
      AddAll(fields[1], &changing_);
    } else if (fields.size() == 2 && fields[0] == "generic") {
      AddAll(fields[1], &generic_);
    }
  }
}

std::string PredicateTable::Family(absl::string_view lemma) const {
  if (const auto found = family_.find(lemma); found != family_.end()) return found->second;
  const auto [verb, preposition] = SplitPreposition(lemma);
  if (const auto found = family_.find(verb); found != family_.end()) return absl::StrCat(found->second, preposition);
  return std::string(lemma);
}

absl::string_view PredicateTable::Verb(absl::string_view lemma) const {
  return family_.contains(lemma) ? lemma : SplitPreposition(lemma).first;
}

std::string PredicateTable::Axis(absl::string_view family) const {
  if (const auto found = axis_.find(family); found != axis_.end()) return found->second;
  const auto [verb, preposition] = SplitPreposition(family);
  if (const auto found = axis_.find(verb); found != axis_.end()) return absl::StrCat(found->second, preposition);
  return std::string(family);
}

bool PredicateTable::Antonyms(absl::string_view family_a, absl::string_view family_b) const {
  if (antonyms_.contains(absl::StrCat(family_a, "|", family_b))) return true;
  const auto [verb_a, preposition_a] = SplitPreposition(family_a);
  const auto [verb_b, preposition_b] = SplitPreposition(family_b);
  return preposition_a == preposition_b && antonyms_.contains(absl::StrCat(verb_a, "|", verb_b));
}

bool PredicateTable::Functional(absl::string_view lemma, absl::string_view family, bool passive) const {
  if (passive && functional_.contains(absl::StrCat("be ", lemma))) return true;
  return functional_.contains(lemma) || functional_.contains(family);
}

bool PredicateTable::Changing(absl::string_view family) const {
  return changing_.contains(family) || changing_.contains(SplitPreposition(family).first);
}

bool PredicateTable::Generic(absl::string_view lemma) const {
  return generic_.contains(lemma) || generic_.contains(SplitPreposition(lemma).first);
}

}  // namespace consilience
