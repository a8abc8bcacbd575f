#include "tools/trainer/training.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/analysis.h"
#include "engine/syntax/decoder.h"

namespace consilience::training {
namespace {

constexpr double kWarmUpSteps = 200;
constexpr double kLastRate = 0.02;  // of the full rate
constexpr double kMostGradient = 5;
constexpr size_t kShortestPlain = 4;  // words of a plain sentence worth learning from
constexpr size_t kLongestPlain = 100;

// Rises over the first steps, then stays, then falls over the second half.
double RateAt(double step, double steps, double full) {
  if (step < kWarmUpSteps) return full * (step + 1) / kWarmUpSteps;
  const double left = std::min(1.0, 2 * (steps - step) / steps);
  return full * std::max(left, kLastRate);
}

// Falls from the first step on.
double SettlingRateAt(double step, double steps, double full) {
  return full * std::max(1 - step / steps, kLastRate);
}

std::string ReadIfThere(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

// What a network's training goes on from: whose it is, the epochs done, the network.
struct Checkpoint {
  std::string path;
  std::string owner;  // recipe and name, ended by a NUL

  int Load(Network<float>* network) const {
    const std::string bytes = ReadIfThere(path);
    if (!absl::StartsWith(bytes, owner) || bytes.size() < owner.size() + 4) return 0;
    if (!network->Restore(bytes.substr(owner.size() + 4))) return 0;
    return static_cast<unsigned char>(bytes[owner.size()]) | static_cast<unsigned char>(bytes[owner.size() + 1]) << 8;
  }
  absl::Status Store(int epochs, const Network<float>& network) const {
    std::string bytes = owner;
    for (const int byte : {epochs & 0xFF, epochs >> 8, 0, 0}) bytes.push_back(static_cast<char>(byte));
    return WriteFile(path, bytes + network.Save());
  }
};

// One network from its examples.
struct Course {
  std::string name;
  std::vector<Example> examples;
  int epochs = 0;
  uint64_t seed = 0;
  Checkpoint checkpoint;
  Exchange exchange = {};
  bool settles = false;  // then its result is the mean of the weights over its second half
};

absl::Status Follow(const Course& course, const Recipe& recipe, const Vocabulary& vocabulary, Network<float>* network,
                    const OnEpoch& on_epoch) {
  const int first = course.checkpoint.Load(network);
  if (first > 0) std::printf("%s: %d of %d epochs were done before\n", course.name.c_str(), first, course.epochs);
  const auto show = [&] {
    return course.settles ? on_epoch(course.name, *network->Mean()) : on_epoch(course.name, *network);
  };
  if (first >= course.epochs) return show();
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  double steps_done = 0;
  for (int number = first; number < course.epochs; ++number) {
    Random random(course.seed * 1000 + static_cast<uint64_t>(number));
    const Epoch epoch = MakeEpoch(course.examples, vocabulary, course.exchange, recipe.words_per_batch, &random);
    const double batches = static_cast<double>(epoch.batches.size());
    double step = batches * number;
    Losses sum;
    double done = 0;
    for (const Batch& batch : epoch.batches) {
      sum.total += network->Run(batch, recipe.dropout, true).total;
      const double steps = batches * course.epochs;
      network->Step(
          course.settles ? SettlingRateAt(step, steps, recipe.settling_rate) : RateAt(step, steps, recipe.rate),
          kMostGradient);
      if (course.settles && 2 * step >= steps) network->CountIntoMean();
      step += 1;
      done += 1;
      steps_done += 1;
    }
    CONSILIENCE_RETURN_IF_ERROR(course.checkpoint.Store(number + 1, *network));
    const double spent = std::chrono::duration<double>(Clock::now() - begin).count();
    std::printf("%s: epoch %d of %d, loss %.4f, %.0f s, %.0f s left\n", course.name.c_str(), number + 1, course.epochs,
                sum.total / done, spent, spent / steps_done * (batches * course.epochs - step));
    CONSILIENCE_RETURN_IF_ERROR(show());
    std::fflush(stdout);
  }
  return absl::OkStatus();
}

// Trees for sentences without any: the best under the teachers' distributions.
void TakeHeads(const std::vector<SoftTargets>& soft, TreeDecoder* decoder, GoldSentence* sentence) {
  const size_t n = sentence->size();
  std::vector<float> scores(n * (n + 1));
  for (size_t i = 0; i < n; ++i) {
    for (size_t h = 0; h <= n; ++h) scores[i * (n + 1) + h] = std::log(soft[i].heads[h] + 1e-9f);
    scores[i * (n + 1) + i + 1] = -1e9f;
  }
  std::vector<int32_t> heads(n);
  decoder->Decode(scores.data(), n, n + 1, heads.data());
  for (size_t i = 0; i < n; ++i) (*sentence)[i].head = static_cast<uint32_t>(heads[i] - kRoot);
}

// Adds each teacher's equal share of what it says of the examples.
void Ask(const std::vector<std::unique_ptr<Network<float>>>& teachers, absl::Span<const Example> examples,
         const Vocabulary& vocabulary, const Recipe& recipe, std::vector<std::vector<SoftTargets>>* soft) {
  const Epoch epoch = MakePlainEpoch(examples, vocabulary, recipe.words_per_batch);
  for (const Batch& batch : epoch.batches) {
    std::vector<std::vector<SoftTargets>*> out;
    for (const TrainingSentence* sentence : batch)
      out.push_back(&(*soft)[static_cast<size_t>(sentence - epoch.sentences.data())]);
    for (const auto& teacher : teachers) teacher->Predict(batch, 1.0f / static_cast<float>(teachers.size()), out);
  }
}

}  // namespace

std::string Recipe::ToString() const {
  return absl::StrCat("seed ", seed, "\nepochs ", epochs, "\nteachers ", teachers, "\nteacher_epochs ", teacher_epochs,
                      "\nteacher_state ", teacher_state, "\nteacher_layers ", teacher_layers, "\nlayers ", sizes.layers,
                      "\nstate ", sizes.state, "\narc ", sizes.arc, "\nlabel ", sizes.label, "\ntag ", sizes.tag,
                      "\nname ", sizes.name, "\nvectors ", sizes.vectors, "\nlexicon ", sizes.lexicon, "\nrate ", rate,
                      "\ndropout ", dropout, "\nsoft_share ", soft_share, "\nbatch ", words_per_batch, "\n",
                      settling_epochs == 0 ? ""
                                           : absl::StrCat("settling_epochs ", settling_epochs, "\nsettling_rate ",
                                                          settling_rate, "\nexchanged_names ", exchanged_names, "\n"));
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

absl::StatusOr<std::unique_ptr<Network<float>>> Train(const Recipe& recipe, const Material& material,
                                                      const std::string& checkpoint, const OnEpoch& on_epoch) {
  const Vocabulary& vocabulary = *material.vocabulary;
  std::vector<Example> annotated;
  for (const GoldSentence& sentence : material.gold) annotated.push_back({&sentence, nullptr, 0});
  // Teachers stay what they are whatever their student is to be.
  Recipe teaching = recipe;
  teaching.epochs = teaching.teachers = teaching.settling_epochs = 0;
  teaching.soft_share = 0;
  teaching.sizes.state = recipe.teacher_state;
  teaching.sizes.layers = recipe.teacher_layers;
  const auto checkpoint_of = [&](const std::string& name, const Recipe& settings) {
    return Checkpoint{absl::StrCat(checkpoint, ".", name, ".checkpoint"),
                      absl::StrCat(settings.ToString(), name, std::string(1, '\0'))};
  };
  const auto new_network = [&](const Sizes& sizes, uint64_t seed) {
    auto network = std::make_unique<Network<float>>(sizes, seed);
    if (sizes.vectors > 0) network->SetVectors(vocabulary.vectors().values);
    return network;
  };

  // Teachers.
  const size_t count = static_cast<size_t>(recipe.teachers);
  std::vector<std::unique_ptr<Network<float>>> teachers(count);
  std::vector<absl::Status> states(count);
  std::vector<std::thread> threads;
  std::mutex one_at_a_time;
  const size_t thread_count = static_cast<size_t>(std::max(recipe.threads, 1));
  for (size_t thread = 0; thread < std::min(thread_count, count); ++thread) {
    threads.emplace_back([&, thread] {
      for (size_t k = thread; k < count; k += thread_count) {
        const std::string name = absl::StrCat("teacher", k + 1);
        const uint64_t seed = recipe.seed * 100 + k + 1;
        teachers[k] = new_network(teaching.sizes, seed);
        const Course course = {name, annotated, recipe.teacher_epochs, seed, checkpoint_of(name, teaching)};
        states[k] = Follow(course, recipe, vocabulary, teachers[k].get(),
                           [](const std::string&, const Network<float>&) { return absl::OkStatus(); });
        const std::lock_guard<std::mutex> lock(one_at_a_time);
        if (states[k].ok()) states[k] = on_epoch(name, *teachers[k]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const absl::Status& state : states) CONSILIENCE_RETURN_IF_ERROR(state);

  // What they say of the treebanks and of plain text.
  std::vector<std::vector<SoftTargets>> annotated_soft(annotated.size());
  std::vector<GoldSentence> parsed;
  std::vector<std::vector<SoftTargets>> parsed_soft;
  std::vector<Example> examples = annotated;
  if (count > 0) {
    Ask(teachers, annotated, vocabulary, recipe, &annotated_soft);
    for (size_t i = 0; i < examples.size(); ++i) {
      examples[i].soft = &annotated_soft[i];
      examples[i].soft_share = static_cast<float>(recipe.soft_share);
    }
    for (const PlainSentence& sentence : material.plain) {
      if (sentence.size() < kShortestPlain || sentence.size() > kLongestPlain) continue;
      GoldSentence& words = parsed.emplace_back();
      for (const std::string& form : sentence) words.emplace_back().form = form;
    }
    std::vector<Example> more;
    for (const GoldSentence& sentence : parsed) more.push_back({&sentence, nullptr, 0});
    parsed_soft.resize(parsed.size());
    Ask(teachers, more, vocabulary, recipe, &parsed_soft);
    TreeDecoder decoder;
    for (size_t i = 0; i < parsed.size(); ++i) TakeHeads(parsed_soft[i], &decoder, &parsed[i]);
    // Once more, for the relations at the heads now known.
    for (std::vector<SoftTargets>& soft : parsed_soft) soft.clear();
    Ask(teachers, more, vocabulary, recipe, &parsed_soft);
    for (size_t i = 0; i < parsed.size(); ++i) examples.push_back({&parsed[i], &parsed_soft[i], 1});
    std::printf("%zu sentences parsed by %zu teachers\n", parsed.size(), count);
    teachers.clear();
  }

  // The student.
  Recipe studying = recipe;
  studying.settling_epochs = 0;
  std::unique_ptr<Network<float>> student = new_network(recipe.sizes, recipe.seed);
  Course course = {"student", std::move(examples), recipe.epochs, recipe.seed, checkpoint_of("student", studying)};
  CONSILIENCE_RETURN_IF_ERROR(Follow(course, recipe, vocabulary, student.get(), on_epoch));
  if (recipe.settling_epochs == 0) return student;

  // Its settling epochs, in which its layers of tags and names learn to tell the treebanks' conventions apart.
  Sizes sizes = recipe.sizes;
  sizes.names_read_first = true;
  sizes.sources = 1 + *std::max_element(material.treebanks.begin(), material.treebanks.end());
  std::unique_ptr<Network<float>> settled = new_network(sizes, recipe.seed);
  settled->Adopt(*student);
  settled->LearnHeadsOnly();
  course.examples.clear();
  for (size_t i = 0; i < material.settling.size(); ++i) {
    course.examples.push_back({&material.settling[i], nullptr, 0, material.treebanks[i]});
  }
  course.name = "settled";
  course.epochs = recipe.settling_epochs;
  course.seed = recipe.seed + 1;
  course.exchange = {material.names, recipe.exchanged_names};
  course.settles = true;
  course.checkpoint = checkpoint_of("settled", recipe);
  CONSILIENCE_RETURN_IF_ERROR(Follow(course, recipe, vocabulary, settled.get(), on_epoch));
  return settled->Mean();
}

}  // namespace consilience::training
