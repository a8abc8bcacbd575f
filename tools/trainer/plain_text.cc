#include "tools/trainer/plain_text.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {
namespace {

// One record of a CSV file from `at` on (RFC 4180); moves `at` behind it.
std::vector<std::string> NextRecord(absl::string_view csv, size_t* at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; *at < csv.size(); ++*at) {
    const char c = csv[*at];
    if (quoted) {
      if (c != '"') {
        cells.back().push_back(c);
      } else if (*at + 1 < csv.size() && csv[*at + 1] == '"') {
        cells.back().push_back(c);
        ++*at;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      ++*at;
      break;
    } else if (c != '\r') {
      cells.back().push_back(c);
    }
  }
  return cells;
}

void AddSentences(const std::string& text, const Segmenter& segmenter, std::vector<PlainSentence>* out) {
  const Segmentation segmentation = segmenter.Segment(text);
  for (const Statement& statement : segmentation.statements) {
    PlainSentence& sentence = out->emplace_back();
    for (const Token& token : segmentation.TokensOf(statement)) sentence.emplace_back(token.span.In(text));
  }
}

void AddLine(absl::string_view line, const Segmenter& segmenter, std::vector<PlainSentence>* out) {
  const Segmentation segmentation = segmenter.SegmentLine(line);
  PlainSentence sentence;
  for (const Token& token : segmentation.tokens) sentence.emplace_back(token.span.In(line));
  if (!sentence.empty()) out->push_back(std::move(sentence));
}

// What a line of a data file says: the words of a synset and its gloss.
void AddSynset(absl::string_view line, const Segmenter& segmenter, std::vector<PlainSentence>* out) {
  const size_t bar = line.find(" | ");
  if (bar == absl::string_view::npos || line[0] == ' ') return;
  const std::vector<absl::string_view> fields = absl::StrSplit(line.substr(0, bar), ' ');
  uint32_t words = 0;
  if (fields.size() < 4 || !absl::SimpleHexAtoi(fields[3], &words) || fields.size() < 4 + 2 * words) return;
  std::string definition;
  const std::vector<absl::string_view> parts = absl::StrSplit(line.substr(bar + 3), '"');
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i % 2 == 1) AddLine(parts[i], segmenter, out);  // an example, in quotation marks
    if (i == 0) definition = std::string(parts[0]);
  }
  while (!definition.empty() && (definition.back() == ' ' || definition.back() == ';')) definition.pop_back();
  for (uint32_t i = 0; i < words; ++i) {
    std::string word = absl::StrReplaceAll(fields[4 + 2 * i], {{"_", " "}});
    if (const size_t marker = word.find('('); marker != std::string::npos) word.resize(marker);  // "(a)", "(p)"
    AddLine(absl::StrCat(word, " : ", definition), segmenter, out);
  }
}

}  // namespace

absl::StatusOr<std::vector<PlainSentence>> ReadArticles(const std::string& folder, const Segmenter& segmenter) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (absl::StartsWith(entry.path().filename().string(), "wikinews_")) paths.push_back(entry.path().string());
  }
  if (paths.empty()) return absl::NotFoundError(absl::StrCat(folder, ": there are no wikinews_*.csv.gz files"));
  std::sort(paths.begin(), paths.end());
  std::vector<PlainSentence> out;
  for (const std::string& path : paths) {
    CONSILIENCE_ASSIGN_OR_RETURN(const std::string csv, ReadFile(path));
    size_t at = 0;
    NextRecord(csv, &at);  // the names of the columns
    while (at < csv.size()) {
      const std::vector<std::string> cells = NextRecord(csv, &at);
      if (cells.size() != 4) continue;
      AddSentences(absl::StrCat(cells[2], "\n", cells[3]), segmenter, &out);
    }
  }
  return out;
}

absl::StatusOr<std::vector<PlainSentence>> ReadGlosses(const std::string& folder, const Segmenter& segmenter) {
  std::vector<PlainSentence> out;
  for (const char* name : {"data.noun", "data.verb", "data.adj", "data.adv"}) {
    CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(absl::StrCat(folder, "/", name)));
    for (const absl::string_view line : absl::StrSplit(content, '\n', absl::SkipEmpty())) {
      AddSynset(line, segmenter, &out);
    }
  }
  return out;
}

}  // namespace consilience::training
