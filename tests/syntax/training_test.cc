#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/syntax/model_file.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_dir.h"
#include "tools/trainer/boundary_trainer.h"
#include "tools/trainer/corpus.h"
#include "tools/trainer/entity_names.h"
#include "tools/trainer/model_writer.h"
#include "tools/trainer/name_book.h"
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
  sizes.sources = 3;
  sizes.names_read_first = true;
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
  word.source = number % 3;
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

void Learn(int steps, Network<float>* network) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  for (int step = 0; step < steps; ++step) {
    network->Run(batch, 0.33, true);
    network->Step(1e-2, 5);
    network->CountIntoMean();
  }
}

TEST(Training, GoesOnFromWhereItWasSaved) {
  Network<float> whole(SmallSizes(), 11);
  whole.SetVectors(kVectors);
  Learn(6, &whole);
  Network<float> first(SmallSizes(), 11);
  first.SetVectors(kVectors);
  Learn(3, &first);
  Network<float> second(SmallSizes(), 99);
  second.SetVectors(kVectors);
  ASSERT_TRUE(second.Restore(first.Save()));
  Learn(3, &second);
  for (size_t p = 0; p < whole.ParameterCount(); ++p) {
    EXPECT_EQ(whole.Parameters()[p].values, second.Parameters()[p].values) << whole.Parameters()[p].name;
  }
  EXPECT_FALSE(second.Restore("too short"));
}

TEST(Training, TheMeanIsOfAllWeightsCountedAlsoAcrossASave) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<float> network(SmallSizes(), 11);
  network.SetVectors(kVectors);
  const std::vector<ParameterView> before = network.Mean()->Parameters();
  std::vector<double> sum;  // of the first value of each parameter
  for (const ParameterView& p : before) {
    EXPECT_EQ(p.values.size(), size_t{p.rows} * p.columns);
    sum.push_back(0);
  }
  constexpr int kSteps = 6;
  for (int step = 0; step < kSteps; ++step) {
    network.Run(batch, 0.33, true);
    network.Step(1e-2, 5);
    network.CountIntoMean();
    const std::vector<ParameterView> now = network.Parameters();
    for (size_t p = 0; p < now.size(); ++p) sum[p] += static_cast<double>(now[p].values[0]);
    if (step != 2) continue;
    Network<float> again(SmallSizes(), 99);
    ASSERT_TRUE(again.Restore(network.Save()));
    again.SetVectors(kVectors);
    network = std::move(again);
  }
  const std::vector<ParameterView> mean = network.Mean()->Parameters();
  for (size_t p = 0; p < mean.size(); ++p) {
    EXPECT_NEAR(static_cast<double>(mean[p].values[0]), sum[p] / kSteps, 1e-5) << mean[p].name;
  }
}

TEST(Training, GoesOnWithConventionsToldApartFromWhereItDidNot) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Sizes plain_sizes = SmallSizes();
  plain_sizes.sources = 0;
  plain_sizes.names_read_first = false;
  Network<float> plain(plain_sizes, 3);
  plain.SetVectors(kVectors);
  for (int step = 0; step < 5; ++step) {
    plain.Run(batch, 0, true);
    plain.Step(1e-2, 5);
  }
  Network<float> grown(SmallSizes(), 4);
  grown.SetVectors(kVectors);
  grown.Adopt(plain);
  const double loss = plain.Run(batch, 0, false).total;
  EXPECT_EQ(grown.Run(batch, 0, false).total, loss) << "at first nothing is added";
  for (int step = 0; step < 5; ++step) {
    grown.Run(batch, 0, true);
    grown.Step(1e-2, 5);
  }
  EXPECT_LT(grown.Run(batch, 0, false).total, loss);
  for (const ParameterView& p : grown.Parameters()) {
    if (p.name != "tag.sources" && p.name != "name.sources" && p.name != "name.first") continue;
    EXPECT_THAT(p.values, ::testing::Contains(::testing::Ne(0))) << p.name;
  }
}

bool IsHead(const std::string& parameter) {
  const std::string layer = parameter.substr(0, parameter.find('.'));
  for (const char* head : {"tag", "name", "upos", "xpos", "names"}) {
    if (layer == head) return true;
  }
  return false;
}

TEST(Training, HeadsAloneHaveTheSameGradientsAndLeaveTheRestAsItIs) {
  const std::vector<TrainingSentence> sentences = SmallCorpus();
  const Batch batch = {&sentences[0], &sentences[1], &sentences[2]};
  Network<double> whole(SmallSizes(), 7);
  whole.SetVectors(kVectors);
  whole.Run(batch, 0, true);
  whole.Step(1e-2, 5);  // so that the optimiser has somewhere to go on to
  Network<double> heads(SmallSizes(), 8);
  heads.SetVectors(kVectors);
  heads.Adopt(whole);
  heads.LearnHeadsOnly();
  const std::vector<ParameterView> before = heads.Parameters();
  whole.Run(batch, 0, true);
  const double loss = heads.Run(batch, 0, true).total;
  for (size_t p = 0; p < before.size(); ++p) {
    for (size_t i = 0; i < before[p].values.size(); ++i) {
      ASSERT_NEAR(heads.Gradient(p, i), IsHead(before[p].name) ? whole.Gradient(p, i) : 0, 1e-12) << before[p].name;
    }
  }
  for (int step = 0; step < 20; ++step) {
    heads.Step(1e-2, 5);
    heads.CountIntoMean();
    heads.Run(batch, 0, true);
  }
  EXPECT_LT(heads.Run(batch, 0, false).total, loss);
  for (const auto& after : {heads.Parameters(), heads.Mean()->Parameters()}) {
    for (size_t p = 0; p < before.size(); ++p) {
      EXPECT_EQ(after[p].values != before[p].values, IsHead(before[p].name)) << before[p].name;
    }
  }
}

TEST(Training, HeadsGoOnFromWhereTheyWereSaved) {
  Network<float> whole(SmallSizes(), 11);
  whole.SetVectors(kVectors);
  whole.LearnHeadsOnly();
  Learn(3, &whole);
  Network<float> second(SmallSizes(), 99);
  second.SetVectors(kVectors);
  second.LearnHeadsOnly();
  ASSERT_TRUE(second.Restore(whole.Save()));
  Learn(3, &whole);
  Learn(3, &second);
  EXPECT_EQ(whole.Save(), second.Save());
  Network<float> everything(SmallSizes(), 11);
  EXPECT_FALSE(everything.Restore(whole.Save())) << "its mean is of more than heads";
}

GoldWord MakeGold(const char* form, Upos upos, int name) {
  GoldWord word;
  word.form = form;
  word.upos = upos;
  word.name = name;
  return word;
}

TEST(NameBook, PutsNamesOfTheSameKindAndLengthInThePlaceOfOthers) {
  const GoldSentence sentence = {MakeGold("Marta", Upos::kPropn, 1), MakeGold("Oduya", Upos::kPropn, 2),
                                 MakeGold("left", Upos::kVerb, 0), MakeGold("Arden", Upos::kPropn, 3),
                                 MakeGold(".", Upos::kPunct, 0)};
  NameBook book;
  book.Add(NameKind::kPerson, {"Ines", "Halloran"});
  book.Add(NameKind::kPerson, {"Ines"});
  book.Add(NameKind::kPerson, {"van", "Holt"});
  book.Add(NameKind::kPlace, {"Belmar"});
  book.Finish();
  Random random(5);
  const GoldSentence all = book.Exchange(sentence, 1, &random);
  ASSERT_EQ(all.size(), sentence.size());
  EXPECT_EQ(all[0].form + " " + all[1].form, "Ines Halloran");
  EXPECT_EQ(all[2].form, "left");
  EXPECT_EQ(all[3].form, "Belmar");
  EXPECT_EQ(all[1].name, 2);
  const GoldSentence none = book.Exchange(sentence, 0, &random);
  EXPECT_EQ(none[0].form, "Marta");
  // A name with a word that is no proper noun, and one no other is known for, stay.
  const GoldSentence others = {MakeGold("Bank", Upos::kPropn, 5), MakeGold("the", Upos::kDet, 1),
                               MakeGold("Great", Upos::kPropn, 2)};
  const GoldSentence kept = book.Exchange(others, 1, &random);
  EXPECT_EQ(kept[0].form, "Bank");
  EXPECT_EQ(kept[1].form, "the");
}

struct MentionedWord {
  const char* form;
  const char* tags;  // UPOS and XPOS
  int head;
  const char* misc;
};

// A file of one sentence, as CoNLL-U has it.
std::string MentionsFile(const std::vector<MentionedWord>& words) {
  std::string out = "# global.Entity = GRP-etype\n";
  int number = 0;
  for (const MentionedWord& word : words) {
    out += std::to_string(++number) + "\t" + word.form + "\t_\t" + word.tags + "\t_\t" + std::to_string(word.head) +
           "\t" + (word.head == 0 ? "root" : "dep") + "\t_\t" + word.misc + "\n";
  }
  return out + "\n";
}

std::vector<int> EntityNamesOf(const std::vector<MentionedWord>& words) {
  const testing::TempDir dir;
  std::ofstream(dir.File("mentions.conllu")) << MentionsFile(words);
  std::vector<GoldSentence> sentences = *ReadTreebank(dir.File("mentions.conllu"));
  EXPECT_TRUE(AddEntityNames(dir.File("mentions.conllu"), &sentences).ok());
  std::vector<int> names;
  for (const GoldWord& word : sentences[0]) names.push_back(word.name);
  return names;
}

TEST(EntityNames, AreTheProperNounsAroundTheHeadOfAMention) {
  EXPECT_EQ(EntityNamesOf({{"the", "DET\tDT", 2, "Entity=(1-person-new-x"},
                           {"mayor", "NOUN\tNN", 8, "_"},
                           {"of", "ADP\tIN", 4, "_"},
                           {"Arden", "PROPN\tNNP", 2, "Entity=(2-place-new-x)1)"},
                           {"and", "CCONJ\tCC", 7, "_"},
                           {"Mrs.", "PROPN\tNNP", 7, "Entity=(3-person-new-x"},
                           {"Oduya", "PROPN\tNNP", 2, "SpaceAfter=No|Entity=3)"},
                           {"left", "VERB\tVBD", 0, "_"},
                           {"the", "DET\tDT", 10, "Entity=(4-organization-new-x"},
                           {"Bank", "PROPN\tNNP", 8, "_"},
                           {"of", "ADP\tIN", 12, "_"},
                           {"Belmar", "PROPN\tNNP", 10, "Entity=(5-place-new-x)4)"},
                           {"yesterday", "NOUN\tNN", 8, "Entity=(6-time-new-x)"}}),
            (std::vector<int>{0, 0, 0, 3, 0, 0, 1, 0, 0, 5, 6, 6, 0}));
}

TEST(EntityNames, LeaveOpenWhatIsAsOftenACommonNoun) {
  EXPECT_EQ(EntityNamesOf({{"State", "PROPN\tNNP", 2, "Entity=(1-place-new-x)"},
                           {"saw", "VERB\tVBD", 0, "_"},
                           {"state", "NOUN\tNN", 2, "Entity=(2-place-new-x)"},
                           {"Senator", "PROPN\tNNP", 2, "Entity=(3-person-new-x)"},
                           {"Ardeners", "PROPN\tNNPS", 2, "Entity=(4-person-new-x)"}}),
            (std::vector<int>{-1, 0, 0, 0, 0}));
}

TEST(EntityNames, SurviveBracketsThatDoNotMatch) {
  EXPECT_EQ(
      EntityNamesOf({{"Arden", "PROPN\tNNP", 2, "Entity=9)(1-place-new-x"}, {"burns", "VERB\tVBZ", 0, "Entity=(("}}),
      (std::vector<int>{0, 0}));
}

TEST(EntityNames, LeaveATreebankWithoutMentionsAsItIs) {
  EXPECT_EQ(EntityNamesOf({{"Arden", "PROPN\tNNP", 2, "_"}, {"burns", "VERB\tVBZ", 0, "_"}}),
            (std::vector<int>{-1, -1}));
}

TEST(NameBook, LearnsTheNamesOfSentences) {
  const std::vector<GoldSentence> sentences = {
      {MakeGold("Arden", Upos::kPropn, 3)}, {MakeGold("the", Upos::kDet, 3)}, {MakeGold("Arden", Upos::kPropn, 3)}};
  NameBook book;
  book.AddFrom(sentences);
  book.Finish();
  Random random(5);
  const GoldSentence other = book.Exchange({MakeGold("Belmar", Upos::kPropn, 3)}, 1, &random);
  EXPECT_EQ(other[0].form, "Arden");
}

TEST(ModelWriter, AddsTheConventionsFollowedToTheBiasesOnceAndForAll) {
  const std::vector<GoldSentence> gold = {{MakeGold("Arden", Upos::kPropn, 3)}};
  const Vocabulary vocabulary(gold, WordVectors(), Lexicon());
  Sizes sizes;
  sizes.words = vocabulary.words();
  sizes.relations = static_cast<uint32_t>(vocabulary.relations().size());
  sizes.upos = kUposCount;
  sizes.xpos = kXposCount;
  sizes.names = static_cast<uint32_t>(std::size(kNameLabels));
  sizes.state = sizes.arc = sizes.label = sizes.tag = sizes.name = 16;
  sizes.sources = 3;
  Network<float> network(sizes, 1);
  const std::vector<ParameterView> parameters = network.Parameters();
  for (size_t p = 0; p < parameters.size(); ++p) {
    if (parameters[p].name == "tag.hidden.bias") network.SetValue(p, 5, 0.5);
    if (parameters[p].name != "tag.sources") continue;
    for (uint32_t source = 0; source < sizes.sources; ++source) {
      network.SetValue(p, size_t{source} * sizes.tag + 5, source == 0 ? 64 : source == 1 ? 4 : 8);
    }
  }
  const std::string bytes = WriteModel(network, vocabulary, gold, "made up\n", "");
  const absl::StatusOr<ModelFile> model = ModelFile::Parse(bytes, "written");
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_FALSE(model->Has("tag.sources"));
  EXPECT_FALSE(model->Has("name.sources"));
  const absl::Span<const float> bias = *model->Floats("tag.hidden.bias");
  EXPECT_FLOAT_EQ(bias[5], 0.5f + 0.75f * 4 + 0.25f * 8) << "sentences of no treebank add nothing";
  EXPECT_FLOAT_EQ(bias[6], 0);
  EXPECT_THAT(std::string(*model->Text("settings")), ::testing::HasSubstr("tag_conventions 0 0.75 0.25"));
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
