#include "tools/trainer/lemma_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/syntax/features.h"
#include "engine/syntax/hash_index.h"
#include "engine/syntax/lemmatizer.h"

namespace consilience::training {
namespace {

using Tags = std::pair<Upos, Xpos>;
using Edit = std::pair<size_t, std::string>;  // bytes to cut, bytes to append

// A form (normalised) under its tags, with the lemma seen most often.
struct Type {
  Tags tags;
  std::string form;
  std::string lemma;
  size_t count = 0;
};

std::string Normal(absl::string_view form) {
  char buffer[kNormalizedCapacity];
  return std::string(NormalizeForm(form, buffer));
}

// Digits of forms are normalised to 0 and would not match those of lemmas.
bool HasDigit(absl::string_view text) {
  return std::any_of(text.begin(), text.end(), absl::ascii_isdigit);
}

std::vector<Type> CountTypes(absl::Span<const GoldSentence> sentences) {
  std::map<std::tuple<Upos, Xpos, std::string>, std::map<std::string, size_t>> counts;
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      if (word.lemma == "_" || word.relation == Relation::kGoeswith || HasDigit(word.form)) continue;
      ++counts[{word.upos, word.xpos, Normal(word.form)}][word.lemma];
    }
  }
  std::vector<Type> types;
  for (const auto& [key, lemmas] : counts) {
    Type type{{std::get<0>(key), std::get<1>(key)}, std::get<2>(key), "", 0};
    size_t best = 0;
    for (const auto& [lemma, count] : lemmas) {
      type.count += count;
      if (count <= best) continue;
      best = count;
      type.lemma = lemma;
    }
    types.push_back(std::move(type));
  }
  return types;
}

Edit EditOf(const std::string& form, const std::string& lemma) {
  const std::string lower = absl::AsciiStrToLower(lemma);
  size_t shared = 0;
  while (shared < std::min(form.size(), lower.size()) && form[shared] == lower[shared]) ++shared;
  return {form.size() - shared, lower.substr(shared)};
}

std::string Apply(const Edit& edit, const std::string& form) {
  return edit.first >= form.size() ? form : form.substr(0, form.size() - edit.first) + edit.second;
}

// Endings with the edit they call for, kept only where a shorter ending would call for another.
class Endings {
 public:
  void Count(const Type& type) {
    const Edit edit = EditOf(type.form, type.lemma);
    for (size_t length = 0; length <= std::min(kLongestEnding, type.form.size()); ++length) {
      ++counts_[{type.tags, type.form.substr(type.form.size() - length)}][edit];
    }
  }

  void Choose() {
    // Shorter endings come first within a length, so that what a longer one inherits is already chosen.
    for (size_t length = 0; length <= kLongestEnding; ++length) {
      for (const auto& [key, edits] : counts_) {
        if (key.second.size() != length) continue;
        const auto best = std::max_element(edits.begin(), edits.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const Edit* inherited = Find(key.first, key.second);
        if (length > 0 && best->second < kLeastSupport) continue;
        if (inherited == nullptr || *inherited != best->first) chosen_[key] = best->first;
      }
    }
  }

  const Edit* Find(const Tags& tags, const std::string& form) const {
    for (size_t length = std::min(kLongestEnding, form.size()) + 1; length-- > 0;) {
      const auto found = chosen_.find({tags, form.substr(form.size() - length)});
      if (found != chosen_.end()) return &found->second;
    }
    return nullptr;
  }

  const std::map<std::pair<Tags, std::string>, Edit>& chosen() const { return chosen_; }

 private:
  static constexpr size_t kLeastSupport = 2;  // types
  std::map<std::pair<Tags, std::string>, std::map<Edit, size_t>> counts_;
  std::map<std::pair<Tags, std::string>, Edit> chosen_;
};

bool IsException(const Type& type, const Endings& endings) {
  const Edit* edit = endings.Find(type.tags, type.form);
  const std::string lower = absl::AsciiStrToLower(type.lemma);
  if (edit == nullptr || Apply(*edit, type.form) != lower) return true;
  // Capitals that the lemmatiser would not keep: "I".
  return type.count > 1 && type.lemma != lower && type.tags.first != Upos::kPropn && type.tags.first != Upos::kX &&
         type.tags.first != Upos::kAdj;
}

}  // namespace

void AddLemmaTables(absl::Span<const GoldSentence> sentences, ModelBuilder* model) {
  const std::vector<Type> types = CountTypes(sentences);
  Endings endings;
  for (const Type& type : types) endings.Count(type);
  endings.Choose();

  std::map<Edit, uint32_t> edit_numbers;
  std::string edits, lemmas;
  std::vector<std::pair<uint64_t, uint32_t>> ending_entries, exception_entries;
  for (const auto& [key, edit] : endings.chosen()) {
    const auto [at, added] = edit_numbers.emplace(edit, static_cast<uint32_t>(edit_numbers.size()));
    if (added) absl::StrAppend(&edits, edit.first, " ", edit.second, "\n");
    ending_entries.emplace_back(EndingKey(key.first.first, key.first.second, key.second), at->second);
  }
  for (const Type& type : types) {
    if (!IsException(type, endings)) continue;
    exception_entries.emplace_back(ExceptionKey(type.tags.first, type.tags.second, type.form),
                                   static_cast<uint32_t>(exception_entries.size()));
    absl::StrAppend(&lemmas, type.lemma, "\n");
  }
  model->AddText("lemma.edits", edits);
  model->AddText("lemma.lemmas", lemmas);
  model->AddNumbers("lemma.endings", HashIndex::Build(ending_entries));
  model->AddNumbers("lemma.exceptions", HashIndex::Build(exception_entries));
}

}  // namespace consilience::training
