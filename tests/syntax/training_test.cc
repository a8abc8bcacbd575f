#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_dir.h"
#include "tools/trainer/boundary_trainer.h"
#include "tools/trainer/network.h"
#include "tools/trainer/random.h"
#include "tools/trainer/treebank.h"
#include "tools/trainer/word_vectors.h"

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
  sizes.tag = 4;
  sizes.name = 3;
  sizes.lexicon = 4;
  sizes.lexicon_dimension = 2;
  sizes.vectors = 2;
  return sizes;
}

// Three rows, the first for words without a vector.
const std::vector<float> kVectors = {0, 0, 0.5f, -0.25f, -1, 0.75f};

TrainingWord MakeWord(uint32_t number, uint32_t head, int32_t name) {
  TrainingWord word;
  word.word = number % 5;
  for (size_t i = 0; i < kPartCount; ++i) word.parts[i] = (number * 7 + static_cast<uint32_t>(i)) % 4;
  word.upos = number % 4;
  word.xpos = number % 3;
  word.relation = (number + 1) % 3;
  word.head = head;
  word.name = name;
  word.vector = number % 3;
  word.lexicon = number % 4;
  return word;
}

// Sentences of different lengths, one without names, so that packing and masks are exercised.
std::vector<TrainingSentence> SmallCorpus() {
  return {{MakeWord(1, 2, 0), MakeWord(2, 0, 1)},
          {MakeWord(3, 2, 2), MakeWord(4, 0, 0), MakeWord(5, 2, 1), MakeWord(6, 3, 0)},
          {MakeWord(7, 0, -1), MakeWord(8, 3, -1), MakeWord(9, 1, -1)}};
}

// What teachers might say of a sentence: every distribution a little different, and none of them sharp.
std::vector<SoftTargets> SoftTargetsOf(const TrainingSentence& sentence) {
  std::vector<SoftTargets> out(sentence.size());
  const auto fill = [](size_t size, size_t start, std::vector<float>* shares, size_t none = 100) {
    float sum = 0;
    for (size_t i = 0; i < size; ++i) {
      shares->push_back(i == none ? 0 : static_cast<float>(1 + (start + 2 * i) % 5));
      sum += shares->back();
    }
    for (float& share : *shares) share /= sum;
  };
  for (size_t i = 0; i < out.size(); ++i) {
    fill(sentence.size() + 1, i, &out[i].heads, i + 1);  // no word is its own head
    fill(3, i, &out[i].relation);
    fill(4, i, &out[i].upos);
    fill(3, i + 1, &out[i].xpos);
    fill(3, i + 2, &out[i].name);
  }
  return out;
}

void ExpectGradientsAgree(const std::vector<TrainingSentence>& sentences) {
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<double> network(SmallSizes(), 7);
  network.SetVectors(kVectors);
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

TEST(Training, GradientsAgreeWithDifferences) {
  ExpectGradientsAgree(SmallCorpus());
}

TEST(Training, GradientsOfTeachersOpinionsAgreeWithDifferences) {
  std::vector<TrainingSentence> sentences = SmallCorpus();
  std::vector<std::vector<SoftTargets>> soft;
  for (const TrainingSentence& sentence : sentences) soft.push_back(SoftTargetsOf(sentence));
  const float shares[] = {0.5f, 1.0f, 0.25f};
  for (size_t s = 0; s < sentences.size(); ++s) {
    for (size_t i = 0; i < sentences[s].size(); ++i) {
      sentences[s][i].soft = &soft[s][i];
      sentences[s][i].soft_share = shares[s];
      if (s == 1) sentences[s][i].name = -1;
    }
  }
  ExpectGradientsAgree(sentences);
}

TEST(Training, PredictionsAreDistributions) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  Network<float> network(SmallSizes(), 5);
  network.SetVectors(kVectors);
  std::vector<SoftTargets> said;
  // Two halves make a whole.
  network.Predict({&sentences[1]}, 0.5f, {&said});
  network.Predict({&sentences[1]}, 0.5f, {&said});
  ASSERT_EQ(said.size(), sentences[1].size());
  const auto sum = [](const std::vector<float>& shares) {
    double all = 0;
    for (const float share : shares) all += static_cast<double>(share);
    return all;
  };
  for (size_t i = 0; i < said.size(); ++i) {
    EXPECT_EQ(said[i].heads.size(), said.size() + 1);
    EXPECT_EQ(said[i].heads[i + 1], 0) << "no word is its own head";
    for (const auto* shares : {&said[i].heads, &said[i].relation, &said[i].upos, &said[i].xpos, &said[i].name}) {
      EXPECT_NEAR(sum(*shares), 1, 1e-5);
    }
  }
}

TEST(Training, GoesOnFromWhereItWasSaved) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  const auto learn = [&](Network<float>* network, int steps) {
    for (int step = 0; step < steps; ++step) {
      network->Run(batch, 0.33, true);
      network->Step(1e-2, 5);
    }
  };
  Network<float> whole(SmallSizes(), 11);
  whole.SetVectors(kVectors);
  learn(&whole, 6);
  Network<float> first(SmallSizes(), 11);
  first.SetVectors(kVectors);
  learn(&first, 3);
  Network<float> second(SmallSizes(), 99);
  second.SetVectors(kVectors);
  ASSERT_TRUE(second.Restore(first.Save()));
  learn(&second, 3);
  for (size_t p = 0; p < whole.ParameterCount(); ++p) {
    EXPECT_EQ(whole.Parameters()[p].values, second.Parameters()[p].values) << whole.Parameters()[p].name;
  }
  EXPECT_FALSE(second.Restore("too short"));
}

// A language in which "red" and "blue" stand where the other may, and "eats" stands elsewhere.
TEST(WordVectors, AreAlikeForWordsOfLikeUse) {
  Random random(3);
  enum : uint64_t { kThe = 11, kRed, kBlue, kFox, kHen, kEats, kSees, kCorn };
  std::vector<std::vector<uint64_t>> sentences;
  for (int i = 0; i < 4000; ++i) {
    sentences.push_back({kThe, random.Next() % 2 == 0 ? kRed : kBlue, random.Next() % 2 == 0 ? kFox : kHen,
                         random.Next() % 2 == 0 ? kEats : kSees, kCorn});
  }
  VectorSettings settings;
  settings.columns = 8;
  const WordVectors vectors = LearnVectors(sentences, settings, 1);
  const auto cosine = [&](uint64_t a, uint64_t b) {
    double dot = 0, aa = 0, bb = 0;
    for (uint32_t c = 0; c < vectors.columns; ++c) {
      const double x = static_cast<double>(vectors.values[vectors.Row(a) * vectors.columns + c]);
      const double y = static_cast<double>(vectors.values[vectors.Row(b) * vectors.columns + c]);
      dot += x * y;
      aa += x * x;
      bb += y * y;
    }
    return dot / std::sqrt(aa * bb);
  };
  EXPECT_GT(cosine(kRed, kBlue), 0.8);
  EXPECT_GT(cosine(kFox, kHen), 0.8);
  EXPECT_LT(cosine(kRed, kEats), 0.5);
  EXPECT_EQ(vectors.Row(4711), 0u);
  EXPECT_EQ(LearnVectors(sentences, settings, 1).values, vectors.values);
}

std::string ReversedDocuments() {
  return "1\tNine\tO\n2\tleft\tO\n\n1\tMarta\tB-PER\n2\tOduya\tI-PER\n3\tspoke\tO\n\n";
}

TEST(Treebank, FindsNamesInWhateverOrderDocumentsStand) {
  const testing::TempDir dir;
  std::ofstream(dir.File("names.iob2")) << ReversedDocuments();
  std::vector<GoldSentence> sentences(3);
  for (const char* form : {"Marta", "Oduya", "spoke"}) sentences[0].emplace_back().form = form;
  for (const char* form : {"Nobody", "came"}) sentences[1].emplace_back().form = form;
  for (const char* form : {"Nine", "left"}) sentences[2].emplace_back().form = form;
  ASSERT_TRUE(AddNames(dir.File("names.iob2"), &sentences).ok());
  EXPECT_EQ(sentences[0][0].name, 1);
  EXPECT_EQ(sentences[0][1].name, 2);
  EXPECT_EQ(sentences[0][2].name, 0);
  EXPECT_EQ(sentences[1][0].name, -1) << "not annotated";
  EXPECT_EQ(sentences[2][0].name, 0);
}

// Sentences of a made-up style: no stops, and a dash before each but the first.
TEST(Boundaries, AreLearnedWhereRulesFindNone) {
  std::vector<MarkedText> texts;
  Random random(9);
  const char* const subjects[] = {"ferries", "trains", "boats", "buses", "planes", "trucks"};
  const char* const verbs[] = {"sank", "stopped", "left", "burned", "turned", "waited"};
  for (int i = 0; i < 300; ++i) {
    MarkedText text;
    for (int k = 0; k < 3; ++k) {
      if (k > 0) text.text += " ~ ";
      text.text += std::string(subjects[random.Next() % 6]) + " " + verbs[random.Next() % 6] + " today";
      text.ends.push_back(static_cast<uint32_t>(text.text.size()));
    }
    texts.push_back(text);
  }
  const absl::Span<const MarkedText> all = texts;
  const std::string weights = *LearnBoundaries(all.subspan(0, 250));
  EXPECT_LT(*MeasureBoundaries(all.subspan(250), ""), 10);
  EXPECT_GT(*MeasureBoundaries(all.subspan(250), weights), 95);
  EXPECT_EQ(*LearnBoundaries(all.subspan(0, 250)), weights);
}

TEST(Training, LearnsASmallCorpusByHeart) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<float> network(SmallSizes(), 3);
  network.SetVectors(kVectors);
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
  first.SetVectors(kVectors);
  second.SetVectors(kVectors);
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
