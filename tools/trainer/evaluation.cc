#include "tools/trainer/evaluation.h"

#include <chrono>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/analyzer.h"
#include "engine/syntax/conllu.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {

std::string Scores::ToString() const {
  const double n = words > 0 ? static_cast<double>(words) : 1;
  return absl::StrFormat("UPOS %.2f XPOS %.2f lemmas %.2f UAS %.2f LAS %.2f, %.0f words/s",
                         100 * static_cast<double>(upos) / n, 100 * static_cast<double>(xpos) / n,
                         100 * static_cast<double>(lemmas) / n, 100 * static_cast<double>(unlabelled) / n,
                         100 * static_cast<double>(labelled) / n, n / seconds);
}

absl::StatusOr<Scores> Evaluate(const std::string& model, const std::string& treebank, std::string* predicted) {
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
    if (predicted != nullptr) AppendConllu(gold.text, analysis, predicted);
  };
  ReadConllu(content, treebank, count, [&](const Diagnostic& diagnostic) {
    if (status.ok()) status = absl::DataLossError(diagnostic.ToString());
  });
  if (!status.ok()) return status;
  return scores;
}

}  // namespace consilience::training
