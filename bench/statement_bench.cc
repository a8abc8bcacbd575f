// Sentences and tokens from raw text. The counts are checked before the time counts.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "engine/statement/segmenter.h"

namespace consilience {
namespace {

constexpr char kArticle[] =
    "Ferry sinks off Arden, nine missing\n"
    "ARDEN, Nov. 3 - The ferry Halden Star sank two miles off Arden at 5 a.m. on Sunday, the coast guard said. Nine "
    "people, among them Gen. Marta Oduya and two children, are missing.\n"
    "\u201CWe didn\u2019t see the rocks,\u201D the captain, J. P. Moreau, told reporters. \u201CThen it was too "
    "late.\u201D\n"
    "- 61 people were saved\n"
    "- The ship's owner, Halden Shipping Inc., paid $4.2 million after a collision in 2019\n"
    "Write to press@example.com or see www.example.org/ferry. The U.S. embassy has opened a line for relatives "
    "(555-0143).\n";
constexpr size_t kStatements = 9;
constexpr size_t kTokens = 118;
constexpr int kCopies = 200;

std::string ManyArticles() {
  std::string text;
  for (int i = 0; i < kCopies; ++i) text += kArticle;
  return text;
}

void Segment(benchmark::State& state) {
  const std::unique_ptr<Segmenter> segmenter = *Segmenter::Create();
  const std::string text = ManyArticles();
  size_t tokens = 0;
  for (auto _ : state) {
    const Segmentation segmentation = segmenter->Segment(text);
    if (segmentation.statements.size() != kStatements * kCopies || segmentation.tokens.size() != kTokens * kCopies) {
      state.SkipWithError(("wrong counts: " + std::to_string(segmentation.statements.size() / kCopies) +
                           " statements, " + std::to_string(segmentation.tokens.size() / kCopies) + " tokens")
                              .c_str());
      break;
    }
    tokens += segmentation.tokens.size();
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(Segment)->Unit(benchmark::kMillisecond);

void CreateSegmenter(benchmark::State& state) {
  for (auto _ : state) {
    if (!Segmenter::Create().ok()) {
      state.SkipWithError("no segmenter");
      break;
    }
  }
}
BENCHMARK(CreateSegmenter)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace consilience
