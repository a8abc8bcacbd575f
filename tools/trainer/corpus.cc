#include "tools/trainer/corpus.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"

namespace consilience::training {
namespace {

using Variant = Vocabulary::Variant;

constexpr double kWordDropout = 0.25;  // a word seen n times is made unknown in this / (this + n) of its uses

struct VariantShare {
  Variant variant;
  double share;
};
constexpr VariantShare kVariants[] = {{Variant::kTitleCase, 0.03},
                                      {Variant::kCapitals, 0.02},
                                      {Variant::kLowerCase, 0.01},
                                      {Variant::kNoFinalStop, 0.04}};

bool StaysSmallInTitles(Upos upos) {
  return upos == Upos::kAdp || upos == Upos::kDet || upos == Upos::kCconj || upos == Upos::kPart;
}

std::string FormIn(const GoldWord& word, Variant variant, bool first) {
  switch (variant) {
    case Variant::kCapitals:
      return absl::AsciiStrToUpper(word.form);
    case Variant::kLowerCase:
      return absl::AsciiStrToLower(word.form);
    case Variant::kTitleCase: {
      std::string form = word.form;
      if (first || !StaysSmallInTitles(word.upos)) form[0] = absl::ascii_toupper(static_cast<unsigned char>(form[0]));
      return form;
    }
    case Variant::kPlain:
    case Variant::kNoFinalStop:
      break;
  }
  return word.form;
}

bool HasFinalStop(const GoldSentence& sentence) {
  const uint32_t last = static_cast<uint32_t>(sentence.size());
  return last > 2 && sentence.back().form == "." && sentence.back().head != 0 &&
         std::none_of(sentence.begin(), sentence.end(), [&](const GoldWord& word) { return word.head == last; });
}

Variant Choose(const GoldSentence& sentence, Random* random) {
  double draw = random->Uniform();
  for (const VariantShare& v : kVariants) {
    if (draw < v.share) {
      return v.variant == Variant::kNoFinalStop && !HasFinalStop(sentence) ? Variant::kPlain : v.variant;
    }
    draw -= v.share;
  }
  return Variant::kPlain;
}

}  // namespace

Vocabulary::Vocabulary(absl::Span<const GoldSentence> sentences, WordVectors vectors, Lexicon lexicon)
    : vectors_(std::move(vectors)), lexicon_(std::move(lexicon)) {
  std::map<uint64_t, size_t> words;
  std::vector<size_t> relations(kRelationCount, 0);
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      ++words[FeaturesOf(word.form).form_hash];
      ++relations[static_cast<size_t>(word.relation)];
    }
  }
  counts_.push_back(0);
  for (const auto& [hash, count] : words) {
    if (count < kLeastWordCount) continue;
    rows_[hash] = static_cast<uint32_t>(counts_.size());
    counts_.push_back(count);
  }
  relation_number_.resize(kRelationCount);
  for (size_t r = 0; r < kRelationCount; ++r) {
    const Relation relation = static_cast<Relation>(r);
    if (relations[r] < kLeastRelationCount && Universal(relation) != relation) continue;
    relation_number_[r] = static_cast<uint32_t>(relations_.size());
    relations_.push_back(relation);
  }
  for (size_t r = 0; r < kRelationCount; ++r) {
    const Relation relation = static_cast<Relation>(r);
    if (relations[r] < kLeastRelationCount)
      relation_number_[r] = relation_number_[static_cast<size_t>(Universal(relation))];
  }
}

uint32_t Vocabulary::Row(uint64_t form_hash) const {
  const auto found = rows_.find(form_hash);
  return found == rows_.end() ? 0 : found->second;
}

std::vector<std::pair<uint64_t, uint32_t>> Vocabulary::Entries() const {
  return {rows_.begin(), rows_.end()};
}

TrainingSentence Vocabulary::Encode(const Example& example, Variant variant) const {
  const GoldSentence& sentence = *example.gold;
  TrainingSentence out;
  const size_t size = sentence.size() - (variant == Variant::kNoFinalStop ? 1 : 0);
  for (size_t i = 0; i < size; ++i) {
    const GoldWord& gold = sentence[i];
    const WordFeatures features = FeaturesOf(FormIn(gold, variant, i == 0));
    TrainingWord word;
    word.word = Row(features.form_hash);
    word.vector = vectors_.Row(features.form_hash);
    if (const auto kinds = lexicon_.find(features.form_hash); kinds != lexicon_.end()) word.lexicon = kinds->second;
    word.unknown = static_cast<float>(kWordDropout / (kWordDropout + static_cast<double>(counts_[word.word])));
    word.parts = features.parts;
    word.upos = static_cast<uint32_t>(gold.upos);
    word.xpos = static_cast<uint32_t>(gold.xpos);
    word.relation = relation_number_[static_cast<size_t>(gold.relation)];
    word.head = gold.head;
    word.name = gold.name;
    word.source = example.source;
    if (example.soft != nullptr) word.soft = &(*example.soft)[i];
    word.soft_share = example.soft_share;
    out.push_back(word);
  }
  return out;
}

namespace {

using Order = std::vector<std::pair<double, size_t>>;  // by what batches are made of sentences of like length

void MakeBatches(Order order, size_t words, Epoch* epoch) {
  std::sort(order.begin(), order.end());
  size_t in_batch = words;
  for (const auto& [length, i] : order) {
    const size_t size = epoch->sentences[i].size();
    if (in_batch + size > words) {
      epoch->batches.emplace_back();
      in_batch = 0;
    }
    epoch->batches.back().push_back(&epoch->sentences[i]);
    in_batch += size;
  }
}

}  // namespace

Epoch MakeEpoch(absl::Span<const Example> examples, const Vocabulary& vocabulary, const Exchange& exchange,
                size_t words, Random* random) {
  Epoch epoch;
  Order order;  // length with some noise, so that batches differ from pass to pass
  for (size_t i = 0; i < examples.size(); ++i) {
    const Variant variant = Choose(*examples[i].gold, random);
    if (exchange.share > 0) {
      const GoldSentence exchanged = exchange.book->Exchange(*examples[i].gold, exchange.share, random);
      Example example = examples[i];
      example.gold = &exchanged;
      epoch.sentences.push_back(vocabulary.Encode(example, variant));
    } else {
      epoch.sentences.push_back(vocabulary.Encode(examples[i], variant));
    }
    order.emplace_back(static_cast<double>(examples[i].gold->size()) + 2 * random->Uniform(), i);
  }
  MakeBatches(std::move(order), words, &epoch);
  random->Shuffle(&epoch.batches);
  return epoch;
}

Epoch MakePlainEpoch(absl::Span<const Example> examples, const Vocabulary& vocabulary, size_t words) {
  Epoch epoch;
  Order order;
  for (size_t i = 0; i < examples.size(); ++i) {
    epoch.sentences.push_back(vocabulary.Encode(examples[i], Vocabulary::Variant::kPlain));
    order.emplace_back(static_cast<double>(examples[i].gold->size()), i);
  }
  MakeBatches(std::move(order), words, &epoch);
  return epoch;
}

}  // namespace consilience::training
