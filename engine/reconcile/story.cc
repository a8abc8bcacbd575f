#include "engine/reconcile/story.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "engine/base/parallel_batch.h"

namespace consilience {
namespace {

// As if the store held this many more documents: in a small one a name that all of them share is telling still.
constexpr double kUnseenDocuments = 200;
constexpr int kSame = 170, kNear = 110, kDistant = 50;  // thousandths
// What is added to the cosine for documents published within a day and a half, a week or more apart, or at a time that
// is not known.
constexpr int kClose = 40, kFar = -100, kUndated = -20;
constexpr int64_t kCloseSeconds = 36 * 3600, kFarSeconds = 7 * 86400;

}  // namespace

absl::string_view ToString(StoryLevel level) {
  constexpr absl::string_view kNames[] = {"same document", "same story", "near story", "distant story", "no story"};
  return kNames[static_cast<size_t>(level)];
}

StoryIndex::StoryIndex(const ClaimTable& claims, absl::Span<const Proposition> propositions, const PhraseTable& phrases,
                       int threads) {
  struct Use {
    uint32_t document;
    WordId word;
    bool name;
  };
  std::vector<Use> uses;
  uint32_t documents = 0;
  for (const Proposition& p : propositions) {
    documents = std::max(documents, p.document + 1);
    published_.resize(documents, kUnknownTime);
    published_[p.document] = claims.row(p.row).published;
    if (p.number != 0) uses.push_back({p.document, p.number, false});
    if (!p.generic) uses.push_back({p.document, p.axis, false});
    for (const PhraseId id : {p.agent, p.patient, p.oblique}) {
      const NounPhrase& phrase = phrases.phrase(id);
      if (phrase.kind == PhraseKind::kNone || phrase.kind == PhraseKind::kVague) continue;
      for (const WordId word : phrases.words(phrase)) {
        uses.push_back({p.document, phrases.Usual(word), phrase.kind == PhraseKind::kName});
      }
    }
  }
  std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return a.document != b.document ? a.document < b.document : a.word != b.word ? a.word < b.word : a.name > b.name;
  });
  uses.erase(std::unique(uses.begin(), uses.end(),
                         [](const Use& a, const Use& b) { return a.document == b.document && a.word == b.word; }),
             uses.end());
  std::vector<uint32_t> frequency(phrases.word_count(), 0);
  for (const Use& use : uses) ++frequency[use.word];
  rarity_.assign(phrases.word_count(), 0);
  for (WordId w = 0; w < frequency.size(); ++w) {
    const double all = static_cast<double>(documents) + kUnseenDocuments;
    rarity_[w] = static_cast<int32_t>(std::lround(100 * std::log(all / (1.0 + frequency[w]))));
  }

  first_.push_back(0);
  std::vector<Weighed> mine;
  for (size_t j = 0; first_.size() <= documents;) {
    const uint32_t document = static_cast<uint32_t>(first_.size() - 1);
    mine.clear();
    for (; j < uses.size() && uses[j].document == document; ++j) {
      mine.push_back({uses[j].word, rarity_[uses[j].word] * (uses[j].name ? 2 : 1)});
    }
    if (mine.size() > kMostWords) {
      std::sort(mine.begin(), mine.end(), [](const Weighed& a, const Weighed& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
      });
      mine.resize(kMostWords);
      std::sort(mine.begin(), mine.end(), [](const Weighed& a, const Weighed& b) { return a.word < b.word; });
    }
    int64_t norm = 0;
    for (const Weighed& w : mine) norm += int64_t{w.weight} * w.weight;
    norm_.push_back(norm);
    words_.insert(words_.end(), mine.begin(), mine.end());
    first_.push_back(static_cast<uint32_t>(words_.size()));
  }
  FindNeighbours(threads);
}

void StoryIndex::FindNeighbours(int threads) {
  const uint32_t documents = static_cast<uint32_t>(first_.size() - 1);
  Postings postings;
  postings.first.assign(rarity_.size() + 1, 0);
  for (const Weighed& w : words_) ++postings.first[w.word + 1];
  std::partial_sum(postings.first.begin(), postings.first.end(), postings.first.begin());
  postings.entries.resize(words_.size());
  std::vector<uint32_t> next_of_word(postings.first.begin(), postings.first.end() - 1);
  for (uint32_t d = 0; d < documents; ++d) {
    for (uint32_t i = first_[d]; i < first_[d + 1]; ++i) {
      postings.entries[next_of_word[words_[i].word]++] = {d, words_[i].weight};
    }
  }

  constexpr uint32_t kDocumentsOfChunk = 256;
  std::vector<Found> chunks((documents + kDocumentsOfChunk - 1) / kDocumentsOfChunk);
  ForEachInParallel(chunks.size(), static_cast<size_t>(threads), [&](size_t, size_t i) {
    const auto first = static_cast<uint32_t>(i) * kDocumentsOfChunk;
    FindNeighboursOf(first, std::min(documents, first + kDocumentsOfChunk), postings, &chunks[i]);
  });
  neighbour_first_.push_back(0);
  for (const Found& found : chunks) {
    neighbours_.insert(neighbours_.end(), found.neighbours.begin(), found.neighbours.end());
    neighbour_likeness_.insert(neighbour_likeness_.end(), found.likeness.begin(), found.likeness.end());
    for (const uint32_t count : found.counts) neighbour_first_.push_back(neighbour_first_.back() + count);
  }
}

void StoryIndex::FindNeighboursOf(uint32_t first, uint32_t last, const Postings& postings, Found* found) const {
  std::vector<int64_t> shared(first_.size() - 1, 0);  // by document: the dot product over telling words
  std::vector<uint32_t> candidates;
  std::vector<std::pair<int, uint32_t>> near;
  for (uint32_t d = first; d < last; ++d) {
    candidates.clear();
    for (uint32_t i = first_[d]; i < first_[d + 1]; ++i) {
      const uint32_t begin = postings.first[words_[i].word], end = postings.first[words_[i].word + 1];
      if (end - begin > kMostShared) continue;
      for (uint32_t k = begin; k < end; ++k) {
        const Posting& posting = postings.entries[k];
        if (posting.document == d) continue;
        if (shared[posting.document] == 0) candidates.push_back(posting.document);
        shared[posting.document] += int64_t{posting.weight} * words_[i].weight;
      }
    }
    near.clear();
    for (const uint32_t other : candidates) {
      const double telling = static_cast<double>(std::exchange(shared[other], 0));
      const double norms = static_cast<double>(norm_[d]) * static_cast<double>(norm_[other]);
      constexpr double kLeast = kNear - kClose;
      if (4e6 * telling * telling < kLeast * kLeast * norms) continue;
      const int likeness = Likeness(d, other);
      if (likeness >= kNear) near.emplace_back(-likeness, other);
    }
    const size_t kept = std::min(near.size(), kMostNeighbours - 1);
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(kept), near.end());
    near.resize(kept);
    near.emplace_back(-1000, d);
    std::sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [likeness, other] : near) {
      found->neighbours.push_back(other);
      found->likeness.push_back(static_cast<int16_t>(-likeness));
    }
    found->counts.push_back(static_cast<uint32_t>(near.size()));
  }
}

int StoryIndex::NeighbourLikeness(uint32_t document_a, uint32_t document_b) const {
  for (const auto& [document, other] :
       {std::make_pair(document_a, document_b), std::make_pair(document_b, document_a)}) {
    const auto begin = neighbours_.begin() + neighbour_first_[document];
    const auto end = neighbours_.begin() + neighbour_first_[document + 1];
    const auto found = std::lower_bound(begin, end, other);
    if (found != end && *found == other) {
      return neighbour_likeness_[static_cast<size_t>(found - neighbours_.begin())];
    }
  }
  return -1;
}

absl::Span<const uint32_t> StoryIndex::Neighbours(uint32_t document) const {
  return absl::MakeConstSpan(neighbours_)
      .subspan(neighbour_first_[document], neighbour_first_[document + 1] - neighbour_first_[document]);
}

int StoryIndex::TimeShift(uint32_t document_a, uint32_t document_b) const {
  const int64_t a = published_[document_a], b = published_[document_b];
  if (a == kUnknownTime || b == kUnknownTime) return kUndated;
  const int64_t apart = std::llabs(a - b);
  return apart <= kCloseSeconds ? kClose : apart <= kFarSeconds ? 0 : kFar;
}

int StoryIndex::Likeness(uint32_t document_a, uint32_t document_b) const {
  const int cosine = Cosine(document_a, document_b);
  return cosine == 0 ? 0 : std::max(0, cosine + TimeShift(document_a, document_b));
}

int StoryIndex::Cosine(uint32_t document_a, uint32_t document_b) const {
  const Weighed* a = words_.data() + first_[document_a];
  const Weighed* const a_end = words_.data() + first_[document_a + 1];
  const Weighed* b = words_.data() + first_[document_b];
  const Weighed* const b_end = words_.data() + first_[document_b + 1];
  int64_t dot = 0;
  while (a != a_end && b != b_end) {
    if (a->word == b->word) {
      dot += int64_t{a->weight} * b->weight;
      ++a;
      ++b;
    } else if (a->word < b->word) {
      ++a;
    } else {
      ++b;
    }
  }
  if (dot == 0) return 0;
  const double norms = std::sqrt(static_cast<double>(norm_[document_a]) * static_cast<double>(norm_[document_b]));
  return static_cast<int>(1000.0 * static_cast<double>(dot) / norms);
}

bool StoryIndex::Tells(uint32_t document, WordId word) const {
  const auto begin = words_.begin() + first_[document], end = words_.begin() + first_[document + 1];
  const auto found =
      std::lower_bound(begin, end, word, [](const Weighed& weighed, WordId other) { return weighed.word < other; });
  return found != end && found->word == word;
}

StoryLevel StoryIndex::Compare(uint32_t document_a, uint32_t document_b) const {
  if (document_a == document_b) return StoryLevel::kDocument;
  int likeness = NeighbourLikeness(document_a, document_b);
  if (likeness < 0) likeness = Likeness(document_a, document_b);
  return likeness >= kSame      ? StoryLevel::kSame
         : likeness >= kNear    ? StoryLevel::kNear
         : likeness >= kDistant ? StoryLevel::kDistant
                                : StoryLevel::kNone;
}

}  // namespace consilience
