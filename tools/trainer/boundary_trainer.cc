#include "tools/trainer/boundary_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/base/status_macros.h"
#include "engine/statement/boundary.h"
#include "engine/statement/segmenter.h"
#include "engine/statement/sentences.h"
#include "engine/statement/tokenizer.h"
#include "tools/trainer/random.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {
namespace {

constexpr int kPasses = 8;
constexpr double kRate = 0.03;
constexpr double kShrink = 1e-3;

struct Gap {
  BoundaryFeatureList features;
  bool ends = false;
};

absl::StatusOr<std::vector<Gap>> Gaps(absl::Span<const MarkedText> texts) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<SentenceFinder> finder, SentenceFinder::Create());
  const WordLists lists = WordLists::Load();
  BoundaryFeatures features;
  std::vector<Gap> gaps;
  for (const MarkedText& marked : texts) {
    const ByteSpan all = {0, static_cast<uint32_t>(marked.text.size())};
    std::vector<Token> tokens;
    Tokenize(marked.text, all, lists, &tokens);
    if (tokens.empty()) continue;
    const std::vector<bool> rules = finder->Rules(marked.text, all, tokens, lists);
    features.Begin(marked.text, tokens);
    size_t sentence = 0;
    for (size_t i = 1; i < tokens.size(); ++i) {
      const bool ends = std::binary_search(marked.ends.begin(), marked.ends.end(), tokens[i - 1].span.end);
      if (features.Possible(i, rules[i])) gaps.push_back({features.At(sentence, i, rules[i]), ends});
      if (ends) sentence = i;
    }
  }
  return gaps;
}

}  // namespace

absl::StatusOr<std::vector<MarkedText>> ReadMarkedText(const std::string& path, Layout layout) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(path));
  std::vector<MarkedText> texts;
  bool begins = true;
  bool space = false;  // before the next sentence of the line
  for (const absl::string_view block : absl::StrSplit(content, "\n\n", absl::SkipWhitespace())) {
    absl::string_view text;
    absl::string_view last_misc;
    int surface_end = 0;
    for (absl::string_view line : absl::StrSplit(block, '\n')) {
      begins = begins || absl::StartsWith(line, "# newdoc") ||
               (layout == Layout::kParagraphs && absl::StartsWith(line, "# newpar"));
      if (absl::ConsumePrefix(&line, "# text = ")) text = line;
      if (line.empty() || line[0] == '#') continue;
      const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
      if (columns.size() != 10 || columns[0].find('.') != absl::string_view::npos) continue;
      const size_t dash = columns[0].find('-');
      if (dash != absl::string_view::npos) {
        surface_end = std::atoi(std::string(columns[0].substr(dash + 1)).c_str());
        last_misc = columns[9];
      } else if (std::atoi(std::string(columns[0]).c_str()) > surface_end) {
        last_misc = columns[9];
      }
    }
    if (begins) texts.emplace_back();
    MarkedText& marked = texts.back();
    if (!begins && space) marked.text += ' ';
    marked.text.append(text.data(), text.size());
    marked.ends.push_back(static_cast<uint32_t>(marked.text.size()));
    begins = false;
    space = last_misc.find("SpaceAfter=No") == absl::string_view::npos;
  }
  return texts;
}

absl::StatusOr<std::string> LearnBoundaries(absl::Span<const MarkedText> texts) {
  CONSILIENCE_ASSIGN_OR_RETURN(std::vector<Gap> gaps, Gaps(texts));
  std::vector<double> weights(kBoundaryBuckets, 0), squares(kBoundaryBuckets, 1e-4);
  Random random(1);
  for (int pass = 0; pass < kPasses; ++pass) {
    random.Shuffle(&gaps);
    for (const Gap& gap : gaps) {
      double sum = 0;
      for (const uint32_t bucket : gap.features) sum += weights[bucket];
      const double error = (gap.ends ? 1.0 : 0.0) - 1 / (1 + std::exp(-sum));
      for (const uint32_t bucket : gap.features) {
        const double gradient = error - kShrink * weights[bucket];
        squares[bucket] += gradient * gradient;
        weights[bucket] += kRate * gradient / std::sqrt(squares[bucket]);
      }
    }
  }
  double most = 1e-9;
  for (const double weight : weights) most = std::max(most, std::fabs(weight));
  const float scale = static_cast<float>(most / 127);
  std::string bytes(sizeof(scale), '\0');
  std::memcpy(bytes.data(), &scale, sizeof(scale));
  for (const double weight : weights) bytes.push_back(static_cast<char>(std::lround(weight / most * 127)));
  return bytes;
}

absl::StatusOr<double> MeasureBoundaries(absl::Span<const MarkedText> texts, absl::string_view weights) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Segmenter> segmenter, Segmenter::Create(weights));
  size_t right = 0, said = 0, all = 0;
  for (const MarkedText& marked : texts) {
    const Segmentation segmentation = segmenter->Segment(marked.text);
    all += marked.ends.size();
    said += segmentation.statements.size();
    uint32_t begin_said = 0;  // the end before, on either side
    for (const Statement& statement : segmentation.statements) {
      const auto end = std::lower_bound(marked.ends.begin(), marked.ends.end(), statement.span.end);
      const bool ends = end != marked.ends.end() && *end == statement.span.end;
      const uint32_t before = end == marked.ends.begin() ? 0 : *(end - 1);
      right += ends && before == begin_said;
      begin_said = statement.span.end;
    }
  }
  return all + said == 0 ? 100.0 : 200.0 * static_cast<double>(right) / static_cast<double>(all + said);
}

}  // namespace consilience::training
