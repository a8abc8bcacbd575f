#include "engine/reconcile/clause_alignment.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "engine/base/parallel_batch.h"

namespace consilience {
namespace {

constexpr int kLeastLikeness = 300;  // thousandths
// Hundredths of a nat: what two clauses share must tell more than that they are of one story.
constexpr int kLeastShared = 300;
// Of a longer document only the first clauses are looked at.
constexpr size_t kMostClauses = 512;
constexpr int kTellingNumber = 500, kNumber = 250;

// First indices of runs 0 .. count-1 of something sorted by a number.
template <typename NumberOf>
std::vector<uint32_t> FirstOf(size_t size, size_t count, const NumberOf& number_of) {
  std::vector<uint32_t> first(count + 1, 0);
  for (size_t i = 0; i < size; ++i) ++first[number_of(i) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

}  // namespace

ClauseAlignment::ClauseAlignment(absl::Span<const Proposition> propositions, const PhraseTable& phrases,
                                 const StoryIndex& stories, int threads) {
  GatherClauses(propositions);
  WeighWords(propositions, phrases, stories);
  constexpr uint32_t kDocumentsOfChunk = 64;
  const auto documents = static_cast<uint32_t>(clause_first_.size() - 1);
  std::vector<std::vector<Found>> chunks((documents + kDocumentsOfChunk - 1) / kDocumentsOfChunk);
  ForEachInParallel(chunks.size(), static_cast<size_t>(threads), [&](size_t, size_t i) {
    const auto first = static_cast<uint32_t>(i) * kDocumentsOfChunk;
    for (uint32_t d = first; d < std::min(documents, first + kDocumentsOfChunk); ++d) Align(d, stories, &chunks[i]);
  });
  alike_first_.assign(length_.size() + 1, 0);
  for (const std::vector<Found>& chunk : chunks) {
    for (const Found& found : chunk) ++alike_first_[found.a + 1], ++alike_first_[found.b + 1];
  }
  std::partial_sum(alike_first_.begin(), alike_first_.end(), alike_first_.begin());
  alike_.resize(alike_first_.back());
  std::vector<uint32_t> next_of(alike_first_.begin(), alike_first_.end() - 1);
  for (const std::vector<Found>& chunk : chunks) {
    for (const Found& found : chunk) {
      alike_[next_of[found.a]++] = {found.b, found.likeness};
      alike_[next_of[found.b]++] = {found.a, found.likeness};
    }
  }
  for (size_t c = 0; c < length_.size(); ++c) {
    std::sort(alike_.begin() + alike_first_[c], alike_.begin() + alike_first_[c + 1],
              [](const Alike& x, const Alike& y) { return x.clause < y.clause; });
  }
  std::vector<Entry>().swap(entries_);
  std::vector<double>().swap(length_);
}

void ClauseAlignment::GatherClauses(absl::Span<const Proposition> propositions) {
  uint32_t documents = 0, clauses = 0;
  for (const Proposition& p : propositions) {
    documents = std::max(documents, p.document + 1);
    clauses = std::max(clauses, p.clause + 1);
  }
  std::vector<bool> reports(clauses, false);
  std::vector<uint32_t> document_of(clauses, 0);
  for (const Proposition& p : propositions) {
    document_of[p.clause] = p.document;
    if (p.report) reports[p.clause] = true;
  }
  member_first_ = std::vector<uint32_t>(clauses + 1, 0);
  for (const Proposition& p : propositions) member_first_[p.clause + 1] += reports[p.clause] ? 0 : 1;
  std::partial_sum(member_first_.begin(), member_first_.end(), member_first_.begin());
  members_.resize(member_first_.back());
  std::vector<uint32_t> next(member_first_.begin(), member_first_.end() - 1);
  for (uint32_t i = 0; i < propositions.size(); ++i) {
    if (!reports[propositions[i].clause]) members_[next[propositions[i].clause]++] = i;
  }
  clauses_.resize(clauses);
  std::iota(clauses_.begin(), clauses_.end(), 0);
  std::stable_sort(clauses_.begin(), clauses_.end(),
                   [&](uint32_t a, uint32_t b) { return document_of[a] < document_of[b]; });
  clause_first_ = FirstOf(clauses, documents, [&](size_t i) { return document_of[i]; });
  length_.assign(clauses, 0);
}

void ClauseAlignment::WeighWords(absl::Span<const Proposition> propositions, const PhraseTable& phrases,
                                 const StoryIndex& stories) {
  const auto documents = static_cast<uint32_t>(clause_first_.size() - 1);
  entry_first_.push_back(0);
  std::vector<Entry> bag;
  for (uint32_t d = 0; d < documents; ++d) {
    const auto mine = Clauses(d).subspan(0, kMostClauses);
    for (size_t c = 0; c < mine.size(); ++c) {
      bag.clear();
      const auto add = [&](WordId word, int weight) {
        if (word != 0 && weight > 0) bag.push_back({word, static_cast<uint16_t>(c), static_cast<int16_t>(weight)});
      };
      for (const uint32_t i : Propositions(mine[c])) {
        const Proposition& p = propositions[i];
        for (const WordId word : phrases.words(phrases.phrase(p.content))) add(word, stories.Rarity(word));
        for (const WordId act : phrases.words(phrases.phrase(p.acts))) add(act, stories.Rarity(act));
        if (p.amount != 0) add(p.amount, p.number != 0 ? kTellingNumber : kNumber);
      }
      std::sort(bag.begin(), bag.end(), [](const Entry& x, const Entry& y) {
        return x.word != y.word ? x.word < y.word : x.weight > y.weight;
      });
      bag.erase(std::unique(bag.begin(), bag.end(), [](const Entry& x, const Entry& y) { return x.word == y.word; }),
                bag.end());
      entries_.insert(entries_.end(), bag.begin(), bag.end());
    }
    const auto first = entries_.begin() + entry_first_.back();
    std::sort(first, entries_.end(),
              [](const Entry& x, const Entry& y) { return std::tie(x.word, x.clause) < std::tie(y.word, y.clause); });
    // Whom a whole report is about tells little of which of its clauses it is.
    const auto count = static_cast<double>(mine.size());
    for (auto i = first, j = first; i != entries_.end(); i = j) {
      while (j != entries_.end() && j->word == i->word) ++j;
      const double share = std::log(1 + count / static_cast<double>(j - i)) / std::log(1 + count);
      for (auto k = i; k != j; ++k) k->weight = static_cast<int16_t>(std::lround(share * k->weight));
    }
    for (const uint32_t clause : mine) length_[clause] = 0;
    for (auto k = first; k != entries_.end(); ++k)
      length_[mine[k->clause]] += static_cast<double>(k->weight) * k->weight;
    for (const uint32_t clause : mine) length_[clause] = std::sqrt(length_[clause]);
    entry_first_.push_back(static_cast<uint32_t>(entries_.size()));
  }
}

// With those of its neighbours that come after it, or that do not have it as theirs.
void ClauseAlignment::Align(uint32_t document, const StoryIndex& stories, std::vector<Found>* found) const {
  const auto mine = Clauses(document).subspan(0, kMostClauses);
  std::vector<int64_t> dots;
  std::vector<int32_t> shared;
  struct Best {
    double likeness = 0;
    uint32_t clause = 0;
  };
  std::vector<Best> best, best_of_other;
  for (const uint32_t other : stories.Neighbours(document)) {
    if (other == document || stories.Compare(document, other) != StoryLevel::kSame) continue;
    const auto neighbours = stories.Neighbours(other);
    if (other < document && std::binary_search(neighbours.begin(), neighbours.end(), document)) continue;
    const auto others = Clauses(other).subspan(0, kMostClauses);
    dots.assign(mine.size() * others.size(), 0);
    shared.assign(mine.size() * others.size(), 0);
    const Entry *x = entries_.data() + entry_first_[document], *y = entries_.data() + entry_first_[other];
    const Entry* const x_end = entries_.data() + entry_first_[document + 1];
    const Entry* const y_end = entries_.data() + entry_first_[other + 1];
    while (x != x_end && y != y_end) {
      if (x->word != y->word) {
        x->word < y->word ? ++x : ++y;
        continue;
      }
      const Entry* y_last = y;
      while (y_last != y_end && y_last->word == x->word) ++y_last;
      for (const WordId word = x->word; x != x_end && x->word == word; ++x) {
        for (const Entry* z = y; z != y_last; ++z) {
          dots[x->clause * others.size() + z->clause] += int64_t{x->weight} * z->weight;
          shared[x->clause * others.size() + z->clause] += std::min<int32_t>(x->weight, z->weight);
        }
      }
      y = y_last;
    }
    best.assign(mine.size(), {});
    best_of_other.assign(others.size(), {});
    for (uint32_t i = 0; i < mine.size(); ++i) {
      for (uint32_t j = 0; j < others.size(); ++j) {
        const int64_t dot = dots[i * others.size() + j];
        if (dot == 0) continue;
        const double likeness = static_cast<double>(dot) / (length_[mine[i]] * length_[others[j]]);
        if (likeness > best[i].likeness) best[i] = {likeness, j};
        if (likeness > best_of_other[j].likeness) best_of_other[j] = {likeness, i};
      }
    }
    for (uint32_t i = 0; i < mine.size(); ++i) {
      if (best[i].likeness == 0 || best_of_other[best[i].clause].clause != i) continue;
      const auto likeness = static_cast<int32_t>(std::lround(1000 * best[i].likeness));
      const int32_t common = shared[i * others.size() + best[i].clause];
      if (likeness < kLeastLikeness || common < kLeastShared) continue;
      found->push_back({mine[i], others[best[i].clause], static_cast<int16_t>(likeness)});
    }
  }
}

absl::Span<const ClauseAlignment::Alike> ClauseAlignment::AlikeTo(uint32_t clause) const {
  return absl::MakeConstSpan(alike_).subspan(alike_first_[clause], alike_first_[clause + 1] - alike_first_[clause]);
}

const ClauseAlignment::Alike* ClauseAlignment::Find(uint32_t clause_a, uint32_t clause_b) const {
  const auto alike = AlikeTo(clause_a);
  const auto found = std::lower_bound(alike.begin(), alike.end(), clause_b,
                                      [](const Alike& x, uint32_t clause) { return x.clause < clause; });
  return found != alike.end() && found->clause == clause_b ? &*found : nullptr;
}

}  // namespace consilience
