#include "tools/trainer/name_book.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace consilience::training {
namespace {

bool IsCapitalised(absl::string_view word) {
  return !word.empty() && absl::ascii_isupper(static_cast<unsigned char>(word[0]));
}

// Calls `on_name(first word, end, kind)` for every annotated name.
template <typename OnName>
void ForEachName(const GoldSentence& sentence, const OnName& on_name) {
  for (size_t begin = 0; begin < sentence.size(); ++begin) {
    const int label = sentence[begin].name;
    if (label < 1 || label % 2 == 0) continue;  // no name's first word
    size_t end = begin + 1;
    while (end < sentence.size() && sentence[end].name == label + 1) ++end;
    on_name(begin, end, static_cast<NameKind>((label + 1) / 2));
  }
}

}  // namespace

void NameBook::Add(NameKind kind, std::vector<std::string> words) {
  if (words.empty() || !std::all_of(words.begin(), words.end(), IsCapitalised)) return;
  names_[{kind, words.size()}].push_back(std::move(words));
}

void NameBook::AddFrom(absl::Span<const GoldSentence> sentences) {
  for (const GoldSentence& sentence : sentences) {
    ForEachName(sentence, [&](size_t begin, size_t end, NameKind kind) {
      std::vector<std::string> words;
      for (size_t i = begin; i < end; ++i) {
        if (sentence[i].upos != Upos::kPropn) return;
        words.push_back(sentence[i].form);
      }
      Add(kind, std::move(words));
    });
  }
}

void NameBook::Finish() {
  for (auto& [kind, names] : names_) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
}

GoldSentence NameBook::Exchange(const GoldSentence& sentence, double share, Random* random) const {
  GoldSentence out = sentence;
  ForEachName(sentence, [&](size_t begin, size_t end, NameKind kind) {
    if (random->Uniform() >= share) return;
    const auto found = names_.find({kind, end - begin});
    const bool proper = std::all_of(
        sentence.begin() + static_cast<std::ptrdiff_t>(begin), sentence.begin() + static_cast<std::ptrdiff_t>(end),
        [](const GoldWord& word) { return word.upos == Upos::kPropn && IsCapitalised(word.form); });
    if (found == names_.end() || !proper) return;
    const std::vector<std::string>& other = found->second[random->Next() % found->second.size()];
    for (size_t i = begin; i < end; ++i) out[i].form = other[i - begin];
  });
  return out;
}

}  // namespace consilience::training
