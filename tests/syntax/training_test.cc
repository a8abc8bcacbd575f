#include <cmath>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/trainer/network.h"

namespace consilience::training {
namespace {

Sizes SmallSizes() {
  Sizes sizes;
  sizes.words = 5;
  sizes.relations = 3;
  sizes.upos = 4;
  sizes.xpos = 3;
  sizes.names = 3;
  sizes.word_dimension = 3;
  sizes.part_dimension = 2;
  sizes.shape_dimension = 2;
  sizes.state = 3;
  sizes.arc = 4;
  sizes.label = 3;
  return sizes;
}

TrainingWord MakeWord(uint32_t number, uint32_t head, int32_t name) {
  TrainingWord word;
  word.word = number % 5;
  for (size_t i = 0; i < kPartCount; ++i) word.parts[i] = (number * 7 + static_cast<uint32_t>(i)) % 4;
  word.upos = number % 4;
  word.xpos = number % 3;
  word.relation = (number + 1) % 3;
  word.head = head;
  word.name = name;
  return word;
}

// Sentences of different lengths, one without names, so that packing and masks are exercised.
std::vector<TrainingSentence> SmallCorpus() {
  return {{MakeWord(1, 2, 0), MakeWord(2, 0, 1)},
          {MakeWord(3, 2, 2), MakeWord(4, 0, 0), MakeWord(5, 2, 1), MakeWord(6, 3, 0)},
          {MakeWord(7, 0, -1), MakeWord(8, 3, -1), MakeWord(9, 1, -1)}};
}

TEST(Training, GradientsAgreeWithDifferences) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<double> network(SmallSizes(), 7);
  network.Run(batch, 0, true);
  constexpr double kStep = 1e-5;
  size_t checked = 0;
  for (size_t p = 0; p < network.ParameterCount(); ++p) {
    const size_t size = network.ParameterSize(p);
    for (size_t i = 0; i < size; i += 1 + size / 40) {
      const double value = network.Value(p, i);
      network.SetValue(p, i, value + kStep);
      const double above = network.Run(batch, 0, false).total;
      network.SetValue(p, i, value - kStep);
      const double below = network.Run(batch, 0, false).total;
      network.SetValue(p, i, value);
      EXPECT_NEAR(network.Gradient(p, i), (above - below) / (2 * kStep), 1e-7)
          << network.Parameters()[p].name << " [" << i << "]";
      ++checked;
    }
  }
  EXPECT_GT(checked, 400u);
}

TEST(Training, LearnsASmallCorpusByHeart) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<float> network(SmallSizes(), 3);
  const double before = network.Run(batch, 0, false).total;
  for (int step = 0; step < 400; ++step) {
    network.Run(batch, 0, true);
    network.Step(1e-2, 5);
  }
  EXPECT_LT(network.Run(batch, 0, false).total, before / 20);
}

TEST(Training, TheSameSeedGivesTheSameNetwork) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<float> first(SmallSizes(), 11);
  Network<float> second(SmallSizes(), 11);
  for (int step = 0; step < 5; ++step) {
    first.Run(batch, 0.33, true);
    second.Run(batch, 0.33, true);
    first.Step(1e-2, 5);
    second.Step(1e-2, 5);
  }
  for (size_t p = 0; p < first.ParameterCount(); ++p) {
    EXPECT_EQ(first.Parameters()[p].values, second.Parameters()[p].values);
  }
}

}  // namespace
}  // namespace consilience::training
