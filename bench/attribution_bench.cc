// Credits and speech of analysed text, by the shipped model's trees. What is found is checked before the time counts.
// `tokens` per second is the figure to look at; the long document shows that time grows with the text and no faster.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/attribution/credit.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/attribution/speech.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"

namespace consilience {
namespace {

constexpr char kArticle[] =
    "The ferry Halden Star sank two miles off Arden at 5 a.m. on Sunday, according to Reuters, the BBC and NPR. The "
    "coast "
    "guard said that nine people were missing, among them the captain and two children. \"We did not see the rocks,\" "
    "the "
    "mate told the Associated Press in the harbour office. \"Then it was too late.\"\n\n"
    "The owner, Halden Shipping Inc., paid $4.2 million after a collision in 2019 that killed fourteen people, "
    "Bloomberg "
    "reported, citing Kyodo. A spokesman for the company called the report misleading. Half of the town wants the line "
    "closed, a CNN poll found.\n\n"
    "The New York Times reported that the hull had not been inspected since March. It added that two inspectors had "
    "been "
    "dismissed. Lawmakers sued the Washington Post over a headline, and a Fox News host asked them to resign. The "
    "minister, "
    "Ingrid Moe, is expected to leave office in May.\n\n";
constexpr int kCreditsOfArticle = 10;   // inline, via and poll
constexpr int kSpeechesOfArticle = 11;  // that are not nested
constexpr int kCopies = 200;

// One text with what the stages before attribution make of it.
struct Prepared {
  Document document;
  Segmentation segmentation;
  std::vector<Analysis> analyses;
};

struct Corpus {
  std::unique_ptr<OutletRegistry> registry;
  std::vector<Prepared> documents;  // the article, again and again
  std::vector<Prepared> long_one;   // all of them in one document
  int64_t tokens = 0;
};

Prepared Prepare(const Segmenter& segmenter, std::string text) {
  Prepared prepared;
  prepared.document.format = InputFormat::kArticles;
  prepared.document.outlet = "The Arden Echo";
  prepared.document.text = std::move(text);
  prepared.segmentation = segmenter.Segment(prepared.document.text);
  return prepared;
}

const Corpus& Articles() {
  static const Corpus* const corpus = [] {
    auto* made = new Corpus;
    made->registry = *OutletRegistry::Create();
    const std::unique_ptr<Segmenter> segmenter = *Segmenter::Create();
    const std::unique_ptr<Analyzer> analyzer =
        *Analyzer::Load(CONSILIENCE_SOURCE_DIR "/engine/syntax/model/english.model");
    std::string all;
    for (int i = 0; i < kCopies; ++i) {
      made->documents.push_back(Prepare(*segmenter, kArticle));
      all += kArticle;
    }
    made->long_one.push_back(Prepare(*segmenter, all));
    // Texts stay where they are from here on.
    Analyzer::Scratch scratch;
    for (std::vector<Prepared>* list : {&made->documents, &made->long_one}) {
      for (Prepared& prepared : *list) {
        prepared.analyses = analyzer->AnalyzeText(prepared.document.text, prepared.segmentation, &scratch);
      }
    }
    made->tokens = static_cast<int64_t>(made->long_one[0].segmentation.tokens.size());
    return made;
  }();
  return *corpus;
}

int CountNamed(const DocumentCredits& credits) {
  int count = 0;
  for (const std::vector<Credit>& statement : credits.statements) {
    for (const Credit& credit : statement) count += credit.basis != CreditBasis::kPublisher;
  }
  return count;
}

int CountOuter(const std::vector<Speech>& speech) {
  int count = 0;
  for (const Speech& s : speech) count += !s.nested;
  return count;
}

void Run(benchmark::State& state, const std::vector<Prepared>& documents, bool speech_only) {
  const Corpus& corpus = Articles();
  const CreditFinder finder(corpus.registry.get());
  int credits = 0, speeches = 0;
  for (auto _ : state) {
    credits = speeches = 0;
    for (const Prepared& prepared : documents) {
      const std::vector<Speech> speech = FindSpeech(prepared.document.text, prepared.segmentation, prepared.analyses);
      speeches += CountOuter(speech);
      if (speech_only) continue;
      credits += CountNamed(finder.Find(prepared.document, prepared.segmentation, prepared.analyses, speech));
    }
  }
  if (speeches != kCopies * kSpeechesOfArticle || (!speech_only && credits != kCopies * kCreditsOfArticle)) {
    state.SkipWithError(
        ("wrong answer: " + std::to_string(credits) + " credits, " + std::to_string(speeches) + " speeches").c_str());
    return;
  }
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(corpus.tokens), benchmark::Counter::kIsIterationInvariantRate);
}

void SpeechOfArticles(benchmark::State& state) {
  Run(state, Articles().documents, true);
}
BENCHMARK(SpeechOfArticles)->Unit(benchmark::kMillisecond);

void SpeechAndCreditsOfArticles(benchmark::State& state) {
  Run(state, Articles().documents, false);
}
BENCHMARK(SpeechAndCreditsOfArticles)->Unit(benchmark::kMillisecond);

void SpeechAndCreditsOfALongDocument(benchmark::State& state) {
  Run(state, Articles().long_one, false);
}
BENCHMARK(SpeechAndCreditsOfALongDocument)->Unit(benchmark::kMillisecond);

void RegistryFromItsTables(benchmark::State& state) {
  for (auto _ : state) {
    const absl::StatusOr<std::unique_ptr<OutletRegistry>> registry = OutletRegistry::Create();
    if (!registry.ok() || (*registry)->FindByName("AFP") == nullptr) state.SkipWithError("wrong answer");
  }
}
BENCHMARK(RegistryFromItsTables)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
