#include "tools/trainer/evaluation.h"

#include <chrono>
#include <memory>
#include <set>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/analyzer.h"
#include "engine/syntax/conllu.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

std::string Scores::ToString() const {
  const double n = words > 0 ? static_cast<double>(words) : 1;
  const double found = names + names_said > 0 ? static_cast<double>(names + names_said) : 1;
  return absl::StrFormat("UPOS %.2f XPOS %.2f lemmas %.2f UAS %.2f LAS %.2f names %.2f, %.0f words/s",
                         100 * static_cast<double>(upos) / n, 100 * static_cast<double>(xpos) / n,
                         100 * static_cast<double>(lemmas) / n, 100 * static_cast<double>(unlabelled) / n,
                         100 * static_cast<double>(labelled) / n, 200 * static_cast<double>(names_right) / found,
                         n / seconds);
}

namespace {

// Names as (first word, end, kind).
using Names = std::set<std::tuple<int, int, int>>;

Names NamesOf(const GoldSentence& sentence) {
  Names names;
  for (int i = 0; i < static_cast<int>(sentence.size()); ++i) {
    const int label = sentence[static_cast<size_t>(i)].name;
    if (label < 1 || label % 2 == 0) continue;
    int end = i + 1;
    while (end < static_cast<int>(sentence.size()) && sentence[static_cast<size_t>(end)].name == label + 1) ++end;
    names.emplace(i, end, (label + 1) / 2);
  }
  return names;
}

Names NamesOf(const Analysis& analysis) {
  Names names;
  for (int32_t i = 0; i < analysis.size(); ++i) {
    if (!analysis.word(i).name_begins) continue;
    int32_t end = i + 1;
    while (end < analysis.size() && analysis.word(end).name == analysis.word(i).name &&
           !analysis.word(end).name_begins) {
      ++end;
    }
    names.emplace(i, end, static_cast<int>(analysis.word(i).name));
  }
  return names;
}

}  // namespace

absl::StatusOr<Scores> Evaluate(const std::string& model, const std::string& treebank, const std::string& names,
                                std::string* predicted) {
  std::vector<GoldSentence> annotated;
  if (!names.empty()) {
    CONSILIENCE_ASSIGN_OR_RETURN(annotated, ReadTreebank(treebank));
    CONSILIENCE_RETURN_IF_ERROR(AddNames(names, &annotated));
  }
  size_t number = 0;
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Analyzer> analyzer, Analyzer::Load(model));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(treebank));
  Analyzer::Scratch scratch;
  Scores scores;
  absl::Status status;
  const auto count = [&](const ConlluSentence& gold) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    const Analysis analysis =
        analyzer->Analyze(gold.text, gold.segmentation.statements.front(), gold.segmentation.tokens, &scratch);
    scores.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    for (int32_t i = 0; i < gold.analysis.size(); ++i) {
      const Word& right = gold.analysis.word(i);
      const Word& word = analysis.word(i);
      ++scores.words;
      scores.upos += word.upos == right.upos;
      scores.xpos += word.xpos == right.xpos;
      scores.lemmas += absl::AsciiStrToLower(word.lemma) == absl::AsciiStrToLower(right.lemma);
      scores.unlabelled += word.head == right.head;
      scores.labelled += word.head == right.head && Universal(word.relation) == Universal(right.relation);
    }
    if (number < annotated.size() && annotated[number].front().name >= 0) {
      const Names right = NamesOf(annotated[number]);
      const Names said = NamesOf(analysis);
      scores.names += right.size();
      scores.names_said += said.size();
      for (const auto& name : said) scores.names_right += right.count(name);
    }
    ++number;
    if (predicted != nullptr) AppendConllu(gold.text, analysis, predicted);
  };
  ReadConllu(content, treebank, count, [&](const Diagnostic& diagnostic) {
    if (status.ok()) status = absl::DataLossError(diagnostic.ToString());
  });
  if (!status.ok()) return status;
  return scores;
}

}  // namespace consilience::training
