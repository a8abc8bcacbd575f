#include "engine/reconcile/lexicon.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view reconcile_lexicon();
absl::string_view reconcile_nouns();
absl::string_view reconcile_seats();

namespace {

using Fields = std::vector<absl::string_view>;

size_t ClassOf(absl::string_view letter) {
  return letter == "n" ? 0 : letter == "v" ? 1 : 2;
}

template <typename Map>
auto FindOr(const Map& map, absl::string_view key, typename Map::mapped_type otherwise) {
  const auto found = map.find(key);
  return found == map.end() ? otherwise : found->second;
}

template <typename Element>
absl::Span<const Element> FindSpan(const absl::flat_hash_map<absl::string_view, std::vector<Element>>& map,
                                   absl::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? absl::Span<const Element>() : absl::MakeConstSpan(found->second);
}

}  // namespace

const Lexicon& Lexicon::Default() {
  static const Lexicon* const lexicon = new Lexicon;
  return *lexicon;
}

Lexicon::Lexicon() {
  ReadLexicon(reconcile_lexicon());
  ReadNouns(reconcile_nouns());
  ForEachRowOfFields(reconcile_seats(), [&](const Fields& fields) {
    if (fields.size() != 2) return;
    for (const absl::string_view seat : absl::StrSplit(fields[1], '|')) seats_.emplace(seat, fields[0]);
  });
}

void Lexicon::ReadLexicon(absl::string_view tsv) {
  ForEachRowOfFields(tsv, [&](const Fields& fields) {
    const absl::string_view row = fields[0];
    if (row == "noun" && fields.size() == 2) {
      for (const absl::string_view noun : absl::StrSplit(fields[1], '|')) further_.insert(noun);
    }
    if (fields.size() < 3) return;
    if (row == "syn") {
      for (const absl::string_view word : absl::StrSplit(fields[2], '|')) {
        senses_[ClassOf(fields[1])][word].push_back(sense_count_);
      }
      ++sense_count_;
    } else if (row == "core") {
      verbs_like_.push_back(Fields(absl::StrSplit(fields[2], '|')));
      for (const absl::string_view verb : verbs_like_.back()) {
        verb_sets_.emplace(verb, static_cast<uint32_t>(verbs_like_.size() - 1));
      }
    } else if (row == "ant") {
      const Fields pair = absl::StrSplit(fields[2], '|');
      auto& opposites = opposites_[ClassOf(fields[1])];
      opposites[pair[0]].push_back(pair[1]);
      opposites[pair[1]].push_back(pair[0]);
    } else if (row == "up" && fields.size() == 4) {
      if (fields[1] == "v") verbs_.insert(fields[2]);
      broader_[ClassOf(fields[1])].emplace(fields[2], Fields(absl::StrSplit(fields[3], '|')));
    } else if (row == "form" && fields.size() == 4) {
      forms_[ClassOf(fields[1])].emplace(fields[2], fields[3]);
    } else if (row == "verb") {
      acts_.emplace(fields[1], fields[2]);
    }
  });
}

void Lexicon::ReadNouns(absl::string_view tsv) {
  ForEachRowOfFields(tsv, [&](const Fields& fields) {
    if (fields.size() != 2) return;
    Set* const set = fields[0] == "vague"    ? &vague_
                     : fields[0] == "office" ? &office_
                     : fields[0] == "apart"  ? &apart_
                     : fields[0] == "holds"  ? &holds_
                     : fields[0] == "rate"   ? &measure_
                     : fields[0] == "whole"  ? &whole_
                     : fields[0] == "one"    ? &one_
                     : fields[0] == "fixed"  ? &fixed_
                                             : nullptr;
    const absl::string_view first = fields[1].substr(0, fields[1].find('|'));
    for (const absl::string_view word : absl::StrSplit(fields[1], '|')) {
      if (set == nullptr) usual_.emplace(word, first);
      if (set != nullptr) {
        set->insert(word);
      } else {
        senses_[0][word].push_back(sense_count_);
      }
    }
    ++sense_count_;
  });
}

absl::Span<const uint32_t> Lexicon::Senses(WordClass word_class, absl::string_view word) const {
  return FindSpan(senses_[static_cast<size_t>(word_class)], word);
}

absl::Span<const absl::string_view> Lexicon::VerbsLike(absl::string_view verb) const {
  const auto found = verb_sets_.find(verb);
  return found == verb_sets_.end() ? absl::Span<const absl::string_view>()
                                   : absl::MakeConstSpan(verbs_like_[found->second]);
}

bool Lexicon::Synonyms(WordClass word_class, absl::string_view a, absl::string_view b) const {
  const auto senses_a = Senses(word_class, a), senses_b = Senses(word_class, b);
  return std::find_first_of(senses_a.begin(), senses_a.end(), senses_b.begin(), senses_b.end()) != senses_a.end();
}

absl::Span<const absl::string_view> Lexicon::Broader(WordClass word_class, absl::string_view word) const {
  return FindSpan(broader_[static_cast<size_t>(word_class)], word);
}

bool Lexicon::RelatedVerbs(absl::string_view a, absl::string_view b) const {
  if (Opposites(WordClass::kVerb, a, b)) return false;
  const auto kind_of = [&](absl::string_view narrow, absl::string_view broad) {
    const auto broader = Broader(WordClass::kVerb, narrow);
    return std::find(broader.begin(), broader.end(), broad) != broader.end();
  };
  return a == b || Synonyms(WordClass::kVerb, a, b) || kind_of(a, b) || kind_of(b, a);
}

bool Lexicon::Opposites(WordClass word_class, absl::string_view a, absl::string_view b) const {
  const auto opposites = FindSpan(opposites_[static_cast<size_t>(word_class)], a);
  return std::find(opposites.begin(), opposites.end(), b) != opposites.end();
}

bool Lexicon::Knows(WordClass word_class, absl::string_view word) const {
  const size_t c = static_cast<size_t>(word_class);
  return senses_[c].contains(word) || broader_[c].contains(word);
}

absl::string_view Lexicon::BaseForm(WordClass word_class, absl::string_view form) const {
  return FindOr(forms_[static_cast<size_t>(word_class)], form, form);
}

absl::string_view Lexicon::ActOf(absl::string_view noun) const {
  const absl::string_view act = FindOr(acts_, noun, "");
  // "sentencing", "firing"
  if (!act.empty() || noun.size() < 6 || !absl::EndsWith(noun, "ing")) return act;
  const absl::string_view stem = noun.substr(0, noun.size() - 3);
  const auto found = verbs_.find(stem);
  if (found != verbs_.end()) return *found;
  const auto silent = verbs_.find(absl::StrCat(stem, "e"));
  return silent == verbs_.end() ? absl::string_view() : absl::string_view(*silent);
}

absl::string_view Lexicon::Usual(absl::string_view noun) const {
  return FindOr(usual_, noun, noun);
}

absl::string_view Lexicon::SeatOf(absl::string_view name) const {
  return FindOr(seats_, name, "");
}

}  // namespace consilience
