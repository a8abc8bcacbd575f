#include "engine/reconcile/event_thread.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/reconcile/cluster.h"

namespace consilience {
namespace {

// As if there were this many more documents: among a few a word that all of them share is telling still.
constexpr double kUnseenDocuments = 50;
// Least average likeness of the documents of two stories that are one: cosine, in thousandths.
constexpr int64_t kLeastLikeness = 220;
constexpr int64_t kUnit = 10'000;    // length of a document's vector
constexpr size_t kMostShared = 256;  // documents that have a word by which documents find each other
constexpr size_t kMostNeighbours = 48;

struct Weighed {
  uint32_t word;
  int64_t weight;
};
using Vector = std::vector<Weighed>;  // by word, each once

int64_t Dot(const Vector& a, const Vector& b) {
  int64_t dot = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->word == y->word) {
      dot += x++->weight * y++->weight;
    } else if (x->word < y->word) {
      ++x;
    } else {
      ++y;
    }
  }
  return dot;
}

Vector Sum(const Vector& a, const Vector& b) {
  Vector sum;
  sum.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(sum),
             [](const Weighed& x, const Weighed& y) { return x.word < y.word; });
  size_t kept = 0;
  for (size_t i = 1; i < sum.size(); ++i) {
    if (sum[i].word == sum[kept].word) {
      sum[kept].weight += sum[i].weight;
    } else {
      sum[++kept] = sum[i];
    }
  }
  if (!sum.empty()) sum.resize(kept + 1);
  return sum;
}

// Documents as vectors of unit length over the words that at least two of them have.
std::vector<Vector> Vectors(absl::Span<const EventDocument> documents) {
  absl::flat_hash_map<absl::string_view, uint32_t> numbers;
  std::vector<uint32_t> frequency;
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> counts(documents.size());  // word, how often
  std::vector<uint32_t> words;
  for (size_t d = 0; d < documents.size(); ++d) {
    words.clear();
    for (const std::string& word : documents[d].words) {
      const auto [entry, is_new] = numbers.emplace(word, static_cast<uint32_t>(frequency.size()));
      if (is_new) frequency.push_back(0);
      words.push_back(entry->second);
    }
    std::sort(words.begin(), words.end());
    for (const uint32_t word : words) {
      if (counts[d].empty() || counts[d].back().first != word) {
        counts[d].emplace_back(word, 0);
        ++frequency[word];
      }
      ++counts[d].back().second;
    }
  }
  std::vector<Vector> vectors(documents.size());
  const double all = static_cast<double>(documents.size()) + kUnseenDocuments;
  for (size_t d = 0; d < documents.size(); ++d) {
    std::vector<double> weights;
    double norm = 0;
    for (const auto& [word, count] : counts[d]) {
      const double rarity = frequency[word] < 2 ? 0 : std::log(all / (1.0 + frequency[word]));
      weights.push_back((1 + std::log(count)) * std::max(rarity, 0.0));
      norm += weights.back() * weights.back();
    }
    for (size_t i = 0; i < weights.size(); ++i) {
      const int64_t weight = norm == 0 ? 0 : std::llround(static_cast<double>(kUnit) * weights[i] / std::sqrt(norm));
      if (weight > 0) vectors[d].push_back({counts[d][i].first, weight});
    }
  }
  return vectors;
}

struct Likeness {
  int64_t dot;
  uint32_t a, b;  // documents, a < b
  auto Rank() const { return std::make_tuple(-dot, a, b); }
};

bool AreLike(int64_t dot, int64_t pairs) {
  return 1000 * dot >= kLeastLikeness * kUnit * kUnit * pairs;
}

// Of each document those most like it, half of that by words that few documents have; the likest pairs first.
std::vector<Likeness> FindNeighbours(const std::vector<Vector>& vectors) {
  struct Posting {
    uint32_t document;
    int64_t weight;
  };
  uint32_t words = 0;
  for (const Vector& vector : vectors) words = vector.empty() ? words : std::max(words, vector.back().word + 1);
  std::vector<std::vector<Posting>> postings(words);
  for (uint32_t d = 0; d < vectors.size(); ++d) {
    for (const Weighed& weighed : vectors[d]) postings[weighed.word].push_back({d, weighed.weight});
  }
  std::vector<Likeness> pairs, mine;
  std::vector<uint32_t> candidates;
  std::vector<int64_t> shared(vectors.size(), 0);  // by document: the dot product over telling words
  for (uint32_t d = 0; d < vectors.size(); ++d) {
    candidates.clear();
    for (const Weighed& weighed : vectors[d]) {
      if (postings[weighed.word].size() > kMostShared) continue;
      for (const Posting& posting : postings[weighed.word]) {
        if (posting.document == d) continue;
        if (shared[posting.document] == 0) candidates.push_back(posting.document);
        shared[posting.document] += posting.weight * weighed.weight;
      }
    }
    mine.clear();
    for (const uint32_t other : candidates) {
      if (!AreLike(2 * std::exchange(shared[other], 0), 1)) continue;
      const int64_t dot = Dot(vectors[d], vectors[other]);
      if (AreLike(dot, 1)) mine.push_back({dot, std::min(d, other), std::max(d, other)});
    }
    std::sort(mine.begin(), mine.end(), [](const Likeness& x, const Likeness& y) { return x.Rank() < y.Rank(); });
    mine.resize(std::min(mine.size(), kMostNeighbours));
    pairs.insert(pairs.end(), mine.begin(), mine.end());
  }
  std::sort(pairs.begin(), pairs.end(), [](const Likeness& x, const Likeness& y) { return x.Rank() < y.Rank(); });
  return pairs;
}

// Appends the events that one act of one story comes to.
void SplitByParticipants(absl::Span<const EventDocument> documents, const EventThread& act,
                         std::vector<EventThread>* threads) {
  const auto participants = [&](uint32_t i) -> const std::vector<std::string>& {
    return documents[act[i].document].mentions[act[i].mention].participants;
  };
  const uint32_t count = static_cast<uint32_t>(act.size());
  UnionFind events(count);
  absl::flat_hash_map<absl::string_view, uint32_t> first;  // mention that has the participant
  for (uint32_t i = 0; i < count; ++i) {
    for (const std::string& participant : participants(i)) {
      events.Join(first.emplace(participant, i).first->second, i);
    }
  }
  std::vector<uint32_t> sizes(count, 0);
  for (uint32_t i = 0; i < count; ++i) sizes[events.Find(i)] += participants(i).empty() ? 0 : 1;
  // The first of the largest; when nobody is named anywhere, all are one.
  const auto most = static_cast<uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  for (uint32_t i = 0; i < count; ++i) {
    if (participants(i).empty()) events.Join(most, i);
  }
  absl::flat_hash_map<uint32_t, size_t> places;
  for (uint32_t i = 0; i < count; ++i) {
    const size_t place = places.emplace(events.Find(i), threads->size()).first->second;
    if (place == threads->size()) threads->emplace_back();
    (*threads)[place].push_back(act[i]);
  }
}

}  // namespace

std::vector<std::string> ContentWords(absl::Span<const Analysis> analyses) {
  constexpr Upos kContent[] = {Upos::kNoun, Upos::kPropn, Upos::kVerb, Upos::kAdj, Upos::kNum};
  std::vector<std::string> words;
  for (const Analysis& analysis : analyses) {
    for (const Word& word : analysis.words()) {
      if (std::find(std::begin(kContent), std::end(kContent), word.upos) == std::end(kContent)) continue;
      words.push_back(absl::AsciiStrToLower(word.lemma));
    }
  }
  return words;
}

std::vector<uint32_t> FindStories(absl::Span<const EventDocument> documents) {
  const std::vector<Vector> vectors = Vectors(documents);
  struct Story {
    Vector sum;
    std::vector<uint32_t> documents;
  };
  std::vector<Story> stories(documents.size());
  std::vector<uint32_t> story_of(documents.size());
  for (uint32_t d = 0; d < documents.size(); ++d) {
    stories[d] = {vectors[d], {d}};
    story_of[d] = d;
  }
  for (const Likeness& pair : FindNeighbours(vectors)) {
    uint32_t large = story_of[pair.a], small = story_of[pair.b];
    if (large == small) continue;
    if (stories[large].documents.size() < stories[small].documents.size()) std::swap(large, small);
    const auto pairs = static_cast<int64_t>(stories[large].documents.size() * stories[small].documents.size());
    if (!AreLike(Dot(stories[large].sum, stories[small].sum), pairs)) continue;
    stories[large].sum = Sum(stories[large].sum, stories[small].sum);
    for (const uint32_t d : stories[small].documents) {
      story_of[d] = large;
      stories[large].documents.push_back(d);
    }
    stories[small] = {};
  }
  // Numbered in order of their first documents.
  absl::flat_hash_map<uint32_t, uint32_t> numbers;
  for (uint32_t& story : story_of) story = numbers.emplace(story, static_cast<uint32_t>(numbers.size())).first->second;
  return story_of;
}

std::vector<EventThread> ThreadEvents(absl::Span<const EventDocument> documents) {
  const std::vector<uint32_t> stories = FindStories(documents);
  using Key = std::tuple<uint32_t, absl::string_view, absl::string_view>;  // story, act, actor
  absl::flat_hash_map<Key, size_t> known;
  std::vector<EventThread> acts;  // of one story each
  for (uint32_t d = 0; d < documents.size(); ++d) {
    for (uint32_t m = 0; m < documents[d].mentions.size(); ++m) {
      const EventMention& mention = documents[d].mentions[m];
      size_t act = acts.size();
      if (mention.telling || !mention.actor.empty()) {
        const Key key(stories[d], mention.act, mention.telling ? absl::string_view() : mention.actor);
        act = known.emplace(key, act).first->second;
      }
      if (act == acts.size()) acts.emplace_back();
      acts[act].push_back({d, m});
    }
  }
  std::vector<EventThread> threads;
  for (EventThread& act : acts) {
    const bool telling = documents[act[0].document].mentions[act[0].mention].telling;
    if (telling && act.size() > 1) {
      SplitByParticipants(documents, act, &threads);
    } else {
      threads.push_back(std::move(act));
    }
  }
  std::sort(threads.begin(), threads.end(), [](const EventThread& a, const EventThread& b) {
    return std::tie(a[0].document, a[0].mention) < std::tie(b[0].document, b[0].mention);
  });
  return threads;
}

}  // namespace consilience
