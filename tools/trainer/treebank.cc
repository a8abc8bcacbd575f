#include "tools/trainer/treebank.h"

#include <zlib.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/conllu.h"

namespace consilience::training {

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  std::string content;
  char buffer[1 << 16];
  int got = 0;
  while ((got = gzread(file, buffer, sizeof(buffer))) > 0) content.append(buffer, static_cast<size_t>(got));
  const bool whole = gzclose(file) == Z_OK && got == 0;
  if (!whole) return absl::DataLossError(absl::StrCat(path, ": cannot be unpacked"));
  return content;
}

absl::StatusOr<std::vector<GoldSentence>> ReadTreebank(const std::string& path) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(path));
  std::vector<GoldSentence> sentences;
  absl::Status status;
  ReadConllu(
      content, path,
      [&](const ConlluSentence& read) {
        GoldSentence sentence;
        for (const Word& word : read.analysis.words()) {
          GoldWord gold;
          gold.form = std::string(word.form);
          gold.lemma = std::string(word.lemma);
          gold.upos = word.upos;
          gold.xpos = word.xpos;
          gold.relation = word.relation;
          gold.head = static_cast<uint32_t>(word.head + 1);
          sentence.push_back(std::move(gold));
        }
        sentences.push_back(std::move(sentence));
      },
      [&](const Diagnostic& diagnostic) {
        if (status.ok()) status = absl::DataLossError(diagnostic.ToString());
      });
  if (!status.ok()) return status;
  return sentences;
}

absl::Status AddNames(const std::string& path, std::vector<GoldSentence>* sentences) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(path));
  // The names' documents may stand in another order, and a few sentences may be missing on either side: match by words.
  const auto key_of = [](const auto& words, const auto& form_of) {
    std::string key;
    for (const auto& word : words) absl::StrAppend(&key, form_of(word), "\n");
    return key;
  };
  std::map<std::string, std::vector<size_t>> places;  // of the same words, the last first
  for (size_t i = sentences->size(); i-- > 0;) {
    places[key_of((*sentences)[i], [](const GoldWord& word) { return word.form; })].push_back(i);
  }
  std::vector<std::pair<std::string, int>> rows;
  const auto finish = [&] {
    const auto found = places.find(key_of(rows, [](const auto& row) { return row.first; }));
    if (!rows.empty() && found != places.end() && !found->second.empty()) {
      GoldSentence& sentence = (*sentences)[found->second.back()];
      found->second.pop_back();
      for (size_t w = 0; w < rows.size(); ++w) sentence[w].name = rows[w].second;
    }
    rows.clear();
  };
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (line.empty()) finish();
    if (line.empty() || line[0] == '#' || columns.size() < 3) continue;
    const auto* label = std::find(std::begin(kNameLabels), std::end(kNameLabels), columns[2]);
    rows.emplace_back(std::string(columns[1]),
                      label == std::end(kNameLabels) ? 0 : static_cast<int>(label - std::begin(kNameLabels)));
  }
  finish();
  return absl::OkStatus();
}

}  // namespace consilience::training
