// consilience_trainer: trains the model of engine/syntax and measures it. See README.md.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"
#include "engine/syntax/conllu.h"
#include "engine/syntax/model_file.h"
#include "tools/trainer/boundary_trainer.h"
#include "tools/trainer/corpus.h"
#include "tools/trainer/entity_names.h"
#include "tools/trainer/evaluation.h"
#include "tools/trainer/lemma_table.h"
#include "tools/trainer/lexicon.h"
#include "tools/trainer/model_writer.h"
#include "tools/trainer/network.h"
#include "tools/trainer/plain_text.h"
#include "tools/trainer/training.h"
#include "tools/trainer/treebank.h"
#include "tools/trainer/word_vectors.h"

namespace consilience::training {
namespace {

constexpr char kUsage[] =
    "usage: consilience_trainer --treebanks DIR --names DIR --output FILE [--epochs N] "
    "[--settling-epochs N] [--seed S]\n"
    "       (more of its options: README.md)\n"
    "       consilience_trainer --evaluate GOLD.conllu[.gz] --model FILE [--output PREDICTED.conllu]\n"
    "       consilience_trainer --lemmas-from DIR --model FILE --output FILE\n"
    "       consilience_trainer --analyze TEXT[.gz] --model FILE --output PREDICTED.conllu\n";

constexpr const char* kTrainingTreebanks[] = {"ewt-train.conllu.gz", "gumopen-train.conllu.gz"};
constexpr struct {
  const char* treebank;
  const char* names;  // "" for none
} kDevelopment[] = {
    {"ewt-dev.conllu.gz", "uner-ewt-dev.iob2.gz"}, {"gumopen-dev.conllu.gz", ""}, {"gumnews-dev.conllu.gz", ""}};
constexpr const char* kNames = "uner-ewt-train.iob2.gz";  // over the first treebank

constexpr char kSources[] =
    "source UD_English-EWT (Silveira et al. 2014), CC BY-SA 4.0\n"
    "source GUM, its openly licensed genres (Zeldes 2017), CC BY 4.0\n"
    "source Universal NER over UD_English-EWT (Mayhew et al. 2024), CC BY-SA 4.0\n";
constexpr char kArticleSource[] = "source Wikinews articles of 2019 and 2020, CC BY 2.5\n";
constexpr char kGlossSource[] = "source WordNet 3.0, its glosses, WordNet License\n";

using Options = std::map<std::string, std::string>;

int Number(const Options& options, const std::string& name, int otherwise) {
  int value = otherwise;
  const auto found = options.find(name);
  if (found != options.end() && !absl::SimpleAtoi(found->second, &value)) value = otherwise;
  return value;
}

// With the names that mentions of entities imply, or without. Adds the number of each sentence's treebank, from 1, to
// `treebanks`, if given.
absl::StatusOr<std::vector<GoldSentence>> ReadTraining(const Options& options, bool with_entity_names,
                                                       std::vector<uint32_t>* treebanks) {
  std::vector<GoldSentence> sentences;
  uint32_t number = 0;
  for (const char* name : kTrainingTreebanks) {
    const std::string path = options.at("treebanks") + "/" + name;
    CONSILIENCE_ASSIGN_OR_RETURN(std::vector<GoldSentence> more, ReadTreebank(path));
    if (with_entity_names) CONSILIENCE_RETURN_IF_ERROR(AddEntityNames(path, &more));
    if (sentences.empty()) CONSILIENCE_RETURN_IF_ERROR(AddNames(options.at("names") + "/" + kNames, &more));
    ++number;
    if (treebanks != nullptr) treebanks->insert(treebanks->end(), more.size(), number);
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  return sentences;
}

// Word vectors from everything there is to read: the treebanks, the articles and the glosses.
WordVectors LearnFrom(absl::Span<const GoldSentence> gold, absl::Span<const PlainSentence> articles,
                      absl::Span<const PlainSentence> glosses, uint64_t seed) {
  std::vector<std::vector<uint64_t>> sentences;
  for (const GoldSentence& sentence : gold) {
    sentences.emplace_back();
    for (const GoldWord& word : sentence) sentences.back().push_back(FeaturesOf(word.form).form_hash);
  }
  for (const auto& plain : {articles, glosses}) {
    for (const PlainSentence& sentence : plain) {
      sentences.emplace_back();
      for (const std::string& word : sentence) sentences.back().push_back(FeaturesOf(word).form_hash);
    }
  }
  Random random(seed);
  random.Shuffle(&sentences);
  return LearnVectors(sentences, VectorSettings(), seed);
}

absl::StatusOr<std::string> LearnSentences(const Options& options) {
  std::vector<MarkedText> texts;
  for (const char* name : kTrainingTreebanks) {
    for (const Layout layout : {Layout::kParagraphs, Layout::kDocuments}) {
      CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<MarkedText> more,
                                   ReadMarkedText(options.at("treebanks") + "/" + name, layout));
      texts.insert(texts.end(), more.begin(), more.end());
    }
  }
  CONSILIENCE_ASSIGN_OR_RETURN(std::string weights, LearnBoundaries(texts));
  for (const auto& development : kDevelopment) {
    const std::string path = options.at("treebanks") + "/" + development.treebank;
    if (!std::filesystem::exists(path)) continue;
    std::printf("sentences of %-24s", development.treebank);
    for (const Layout layout : {Layout::kParagraphs, Layout::kDocuments}) {
      CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<MarkedText> marked, ReadMarkedText(path, layout));
      CONSILIENCE_ASSIGN_OR_RETURN(const double rules, MeasureBoundaries(marked, ""));
      CONSILIENCE_ASSIGN_OR_RETURN(const double learned, MeasureBoundaries(marked, weights));
      std::printf(layout == Layout::kParagraphs ? " by paragraphs: rules %.2f, learned %.2f;"
                                                : " by documents: rules %.2f, learned %.2f\n",
                  rules, learned);
    }
  }
  return weights;
}

absl::Status MakeModel(const Options& options) {
  const std::string output = options.at("output");
  Recipe recipe;
  recipe.seed = static_cast<uint64_t>(Number(options, "seed", 1));
  recipe.epochs = Number(options, "epochs", recipe.epochs);
  recipe.teachers = Number(options, "teachers", recipe.teachers);
  recipe.teacher_epochs = Number(options, "teacher-epochs", recipe.teacher_epochs);
  recipe.settling_epochs = Number(options, "settling-epochs", recipe.settling_epochs);
  recipe.threads = Number(options, "threads", recipe.threads);
  recipe.sizes.state = static_cast<uint32_t>(Number(options, "state", static_cast<int>(recipe.sizes.state)));
  recipe.sizes.layers = static_cast<uint32_t>(Number(options, "layers", static_cast<int>(recipe.sizes.layers)));
  recipe.teacher_state = static_cast<uint32_t>(Number(options, "teacher-state", static_cast<int>(recipe.sizes.state)));
  recipe.teacher_layers =
      static_cast<uint32_t>(Number(options, "teacher-layers", static_cast<int>(recipe.sizes.layers)));

  CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<GoldSentence> sentences, ReadTraining(options, false, nullptr));
  std::vector<uint32_t> treebanks;
  CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<GoldSentence> settling, ReadTraining(options, true, &treebanks));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string boundaries, LearnSentences(options));
  if (options.count("boundaries-only") > 0) return WriteFile(output, boundaries);
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Segmenter> segmenter, Segmenter::Create(boundaries));
  std::vector<PlainSentence> articles, glosses;
  std::string sources = kSources;
  if (options.count("text") > 0) {
    CONSILIENCE_ASSIGN_OR_RETURN(articles, ReadArticles(options.at("text"), *segmenter));
    sources += kArticleSource;
  }
  if (options.count("wordnet") > 0) {
    CONSILIENCE_ASSIGN_OR_RETURN(glosses, ReadGlosses(options.at("wordnet"), *segmenter));
    sources += kGlossSource;
  }
  WordVectors vectors;
  if (!articles.empty() || !glosses.empty()) {
    std::printf("%zu sentences of articles, %zu of glosses; learning vectors\n", articles.size(), glosses.size());
    vectors = LearnFrom(sentences, articles, glosses, recipe.seed);
    recipe.sizes.vectors = vectors.columns;
    std::printf("%zu words have vectors\n", vectors.rows.size());
  }
  const auto folder = [&](const std::string& name) { return options.count(name) > 0 ? options.at(name) : ""; };
  NameBook book;
  CONSILIENCE_ASSIGN_OR_RETURN(Lexicon lexicon, ReadLexicon(folder("wordnet"), folder("gazetteers"), &book));
  std::printf("%zu words of names\n", lexicon.size());
  book.AddFrom(settling);
  book.Finish();
  if (!lexicon.empty()) recipe.sizes.lexicon = kLexiconKinds;
  const Vocabulary vocabulary(sentences, std::move(vectors), std::move(lexicon));
  recipe.sizes.words = vocabulary.words();
  recipe.sizes.relations = static_cast<uint32_t>(vocabulary.relations().size());
  recipe.sizes.upos = kUposCount;
  recipe.sizes.xpos = kXposCount;
  recipe.sizes.names = static_cast<uint32_t>(std::size(kNameLabels));
  std::printf("%zu sentences, %u words known, %u relations\n", sentences.size(), recipe.sizes.words,
              recipe.sizes.relations);
  std::fflush(stdout);

  const auto measure = [&](const std::string& name, const Network<float>& network) -> absl::Status {
    const std::string model = name == "student" || name == "settled" ? output : absl::StrCat(output, ".", name);
    CONSILIENCE_RETURN_IF_ERROR(
        WriteFile(model, WriteModel(network, vocabulary, sentences, recipe.ToString() + sources, boundaries)));
    for (const auto& development : kDevelopment) {
      const std::string path = options.at("treebanks") + "/" + development.treebank;
      if (!std::filesystem::exists(path)) continue;
      const std::string names = *development.names == '\0' ? "" : options.at("names") + "/" + development.names;
      CONSILIENCE_ASSIGN_OR_RETURN(const Scores scores,
                                   Evaluate(model, path, std::filesystem::exists(names) ? names : "", nullptr));
      std::printf("  %-24s %s\n", development.treebank, scores.ToString().c_str());
    }
    return absl::OkStatus();
  };
  const Material material = {sentences, settling, treebanks, articles, &vocabulary, &book};
  return Train(recipe, material, output, measure).status();
}

// A model with its lemma tables made anew from the treebanks, and all else as it was.
absl::Status RenewLemmas(const Options& options) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string bytes, ReadFile(options.at("model")));
  CONSILIENCE_ASSIGN_OR_RETURN(const ModelFile model, ModelFile::Parse(bytes, options.at("model")));
  std::vector<GoldSentence> sentences;
  for (const char* name : kTrainingTreebanks) {
    CONSILIENCE_ASSIGN_OR_RETURN(std::vector<GoldSentence> more, ReadTreebank(options.at("lemmas-from") + "/" + name));
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  ModelBuilder renewed;
  for (const auto& [name, content] : model.Sections()) {
    if (!absl::StartsWith(name, "lemma.")) renewed.AddText(std::string(name), content);
  }
  AddLemmaTables(sentences, &renewed);
  return WriteFile(options.at("output"), renewed.Finish());
}

absl::Status Measure(const Options& options) {
  std::string predicted;
  CONSILIENCE_ASSIGN_OR_RETURN(const Scores scores,
                               Evaluate(options.at("model"), options.at("evaluate"),
                                        options.count("names") > 0 ? options.at("names") : "", &predicted));
  std::printf("%s\n", scores.ToString().c_str());
  if (options.count("output") > 0) return WriteFile(options.at("output"), predicted);
  return absl::OkStatus();
}

absl::Status AnalyzeText(const Options& options) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string text, ReadFile(options.at("analyze")));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Analyzer> analyzer, Analyzer::Load(options.at("model")));
  std::string boundaries(analyzer->boundary_weights());
  if (options.count("boundaries") > 0) {
    CONSILIENCE_ASSIGN_OR_RETURN(boundaries, ReadFile(options.at("boundaries")));
  }
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Segmenter> segmenter, Segmenter::Create(boundaries));
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  const Segmentation segmentation = segmenter->Segment(text);
  const double segmenting = std::chrono::duration<double>(Clock::now() - begin).count();
  Analyzer::Scratch scratch;
  std::string predicted;
  for (const Statement& statement : segmentation.statements) {
    AppendConllu(text, analyzer->Analyze(text, statement, segmentation.TokensOf(statement), &scratch), &predicted);
  }
  const double whole = std::chrono::duration<double>(Clock::now() - begin).count();
  std::printf("%zu statements, %zu words, %.0f words/s segmented, %.0f words/s in all\n",
              segmentation.statements.size(), segmentation.tokens.size(),
              static_cast<double>(segmentation.tokens.size()) / segmenting,
              static_cast<double>(segmentation.tokens.size()) / whole);
  return WriteFile(options.at("output"), predicted);
}

int Main(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name.substr(0, 2) == "--") options[name.substr(2)] = argv[i + 1];
  }
  const bool measure = options.count("evaluate") > 0 && options.count("model") > 0;
  const bool analyze = options.count("analyze") > 0 && options.count("model") > 0 && options.count("output") > 0;
  const bool train = options.count("treebanks") > 0 && options.count("names") > 0 && options.count("output") > 0;
  const bool renew = options.count("lemmas-from") > 0 && options.count("model") > 0 && options.count("output") > 0;
  if (argc % 2 == 0 || !(measure || analyze || renew || train)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const absl::Status status = measure   ? Measure(options)
                              : analyze ? AnalyzeText(options)
                              : renew   ? RenewLemmas(options)
                                        : MakeModel(options);
  if (!status.ok()) std::fprintf(stderr, "consilience_trainer: %s\n", std::string(status.message()).c_str());
  return status.ok() ? 0 : 1;
}

}  // namespace
}  // namespace consilience::training

int main(int argc, char** argv) {
  return consilience::training::Main(argc, argv);
}
