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
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "tools/trainer/corpus.h"
#include "tools/trainer/evaluation.h"
#include "tools/trainer/model_writer.h"
#include "tools/trainer/network.h"
#include "tools/trainer/treebank.h"

namespace consilience::training {
namespace {

constexpr char kUsage[] =
    "usage: consilience_trainer --treebanks DIR --names DIR --output FILE [--epochs N] [--seed S] [--state N] [--layers N]\n"
    "       consilience_trainer --evaluate GOLD.conllu[.gz] --model FILE [--output PREDICTED.conllu]\n";

constexpr const char* kTrainingTreebanks[] = {"ewt-train.conllu.gz", "gumopen-train.conllu.gz"};
constexpr const char* kDevelopmentTreebanks[] = {"ewt-dev.conllu.gz", "gumopen-dev.conllu.gz", "gumnews-dev.conllu.gz"};
constexpr const char* kNames = "uner-ewt-train.iob2.gz";  // over the first treebank

constexpr char kSources[] =
    "source UD_English-EWT (Silveira et al. 2014), CC BY-SA 4.0\n"
    "source GUM, its openly licensed genres (Zeldes 2017), CC BY 4.0\n"
    "source Universal NER over UD_English-EWT (Mayhew et al. 2024), CC BY-SA 4.0\n";

constexpr double kRate = 2.5e-3;
constexpr double kWarmUpSteps = 200;
constexpr double kLastRate = 0.02;  // of the full rate
constexpr double kMostGradient = 5;
constexpr double kDropout = 0.33;
constexpr size_t kWordsPerBatch = 500;

// Rises over the first steps, then stays, then falls over the second half.
double RateAt(double step, double steps) {
  if (step < kWarmUpSteps) return kRate * (step + 1) / kWarmUpSteps;
  const double left = std::min(1.0, 2 * (steps - step) / steps);
  return kRate * std::max(left, kLastRate);
}

absl::Status WriteFile(const std::string& path, const std::string& bytes) {
  const std::string partial = path + ".partial";
  {
    std::ofstream file(partial, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) return absl::InternalError(absl::StrCat(partial, ": cannot be written"));
  }
  std::error_code error;
  std::filesystem::rename(partial, path, error);
  if (error) return absl::InternalError(absl::StrCat(path, ": ", error.message()));
  return absl::OkStatus();
}

using Options = std::map<std::string, std::string>;

int Number(const Options& options, const std::string& name, int otherwise) {
  int value = otherwise;
  const auto found = options.find(name);
  if (found != options.end() && !absl::SimpleAtoi(found->second, &value)) value = otherwise;
  return value;
}

absl::StatusOr<std::vector<GoldSentence>> ReadTraining(const Options& options) {
  std::vector<GoldSentence> sentences;
  for (const char* name : kTrainingTreebanks) {
    CONSILIENCE_ASSIGN_OR_RETURN(std::vector<GoldSentence> more, ReadTreebank(options.at("treebanks") + "/" + name));
    if (sentences.empty()) CONSILIENCE_RETURN_IF_ERROR(AddNames(options.at("names") + "/" + kNames, &more));
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  return sentences;
}

absl::Status Train(const Options& options) {
  const std::string output = options.at("output");
  const int epochs = Number(options, "epochs", 12);
  const int seed = Number(options, "seed", 1);
  CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<GoldSentence> sentences, ReadTraining(options));
  const Vocabulary vocabulary(sentences);
  Sizes sizes;
  sizes.words = vocabulary.words();
  sizes.relations = static_cast<uint32_t>(vocabulary.relations().size());
  sizes.state = static_cast<uint32_t>(Number(options, "state", static_cast<int>(sizes.state)));
  sizes.layers = static_cast<uint32_t>(Number(options, "layers", static_cast<int>(sizes.layers)));
  sizes.upos = kUposCount;
  sizes.xpos = kXposCount;
  sizes.names = static_cast<uint32_t>(std::size(kNameLabels));
  std::printf("%zu sentences, %u words known, %u relations\n", sentences.size(), sizes.words, sizes.relations);

  const std::string settings = absl::StrCat("epochs ", epochs, "\nseed ", seed, "\nrate ", kRate, "\ndropout ",
                                            kDropout, "\nbatch ", kWordsPerBatch, "\nlayers ", sizes.layers, "\nstate ", sizes.state, "\narc ",
                                            sizes.arc, "\nlabel ", sizes.label, "\n", kSources);
  Network<float> network(sizes, static_cast<uint64_t>(seed));
  Random random(static_cast<uint64_t>(seed) + 1000);
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  double step = 0;
  for (int number = 1; number <= epochs; ++number) {
    const Epoch epoch = MakeEpoch(sentences, vocabulary, kWordsPerBatch, &random);
    const double steps = static_cast<double>(epoch.batches.size()) * epochs;
    Losses sum;
    double done = 0;
    for (const Batch& batch : epoch.batches) {
      const Losses losses = network.Run(batch, kDropout, true);
      network.Step(RateAt(step++, steps), kMostGradient);
      sum.total += losses.total;
      done += 1;
      if (static_cast<int>(done) % 100 == 0) {
        const double spent = std::chrono::duration<double>(Clock::now() - begin).count();
        std::printf("  epoch %d batch %.0f/%zu loss %.3f, %.0f s, %.0f s left\n", number, done, epoch.batches.size(),
                    sum.total / done, spent, spent / step * (steps - step));
        std::fflush(stdout);
      }
    }
    CONSILIENCE_RETURN_IF_ERROR(WriteFile(output, WriteModel(network, vocabulary, sentences, settings)));
    std::printf("epoch %d loss %.4f\n", number, sum.total / done);
    for (const char* name : kDevelopmentTreebanks) {
      const std::string path = options.at("treebanks") + "/" + name;
      if (!std::filesystem::exists(path)) continue;
      CONSILIENCE_ASSIGN_OR_RETURN(const Scores scores, Evaluate(output, path, nullptr));
      std::printf("  %-24s %s\n", name, scores.ToString().c_str());
    }
    std::fflush(stdout);
  }
  return absl::OkStatus();
}

absl::Status Measure(const Options& options) {
  std::string predicted;
  CONSILIENCE_ASSIGN_OR_RETURN(const Scores scores, Evaluate(options.at("model"), options.at("evaluate"), &predicted));
  std::printf("%s\n", scores.ToString().c_str());
  if (options.count("output") > 0) return WriteFile(options.at("output"), predicted);
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name.substr(0, 2) == "--") options[name.substr(2)] = argv[i + 1];
  }
  const bool measure = options.count("evaluate") > 0 && options.count("model") > 0;
  const bool train = options.count("treebanks") > 0 && options.count("names") > 0 && options.count("output") > 0;
  if (argc % 2 == 0 || !(measure || train)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const absl::Status status = measure ? Measure(options) : Train(options);
  if (!status.ok()) std::fprintf(stderr, "consilience_trainer: %s\n", std::string(status.message()).c_str());
  return status.ok() ? 0 : 1;
}

}  // namespace
}  // namespace consilience::training

int main(int argc, char** argv) {
  return consilience::training::Main(argc, argv);
}
