#include "engine/reconcile/candidate_pairs.h"

#include <algorithm>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "engine/base/parallel_batch.h"
#include "engine/reconcile/blocking_rule.h"

namespace consilience {
namespace {

// In a block too large to compare whole, each claim meets this many that follow it in the order of their participants.
constexpr size_t kNeighbours = 20;
// Claims of one act in one document that meet those of another.
constexpr size_t kMostOfAct = 64;
constexpr int64_t kPairsOfChunk = 200'000;
constexpr uint32_t kDocumentsOfChunk = 64;

struct Entry {
  uint64_t key;
  uint32_t proposition;
  uint32_t rule;
};

struct Block {
  size_t begin, end;
};

struct Chunk {
  bool stories;        // documents instead of blocks
  size_t first, last;  // of them
  std::vector<CandidatePair> pairs;
  absl::flat_hash_map<Pattern, int64_t> patterns;
  std::vector<int64_t> by_rule;
};

class Finder {
 public:
  Finder(const ComparisonContext& context, absl::Span<const Proposition> propositions, const ReconcileOptions& options)
      : context_(context), propositions_(propositions), options_(options) {}

  CandidatePairs Find() {
    CollectKeys();
    CutBlocks();
    ForEachInParallel(chunks_.size(), static_cast<size_t>(options_.threads),
                      [&](size_t, size_t i) { CompareChunk(&chunks_[i]); });
    return Gather();
  }

 private:
  void CollectKeys() {
    const absl::Span<const BlockingRule> rules = BlockingRules();
    std::vector<uint64_t> keys;
    key_first_.push_back(0);
    for (uint32_t i = 0; i < propositions_.size(); ++i) {
      for (uint32_t r = 0; r < rules.size(); ++r) {
        keys.clear();
        rules[r].keys(*context_.phrases, *context_.stories, propositions_[i], &keys);
        for (const uint64_t key : keys) {
          (rules[r].within_story ? story_entries_ : entries_).push_back({key, i, r});
          if (!rules[r].within_story) keys_.push_back(key);
        }
      }
      key_first_.push_back(static_cast<uint32_t>(keys_.size()));
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& x, const Entry& y) {
      return std::tie(x.key, x.proposition) < std::tie(y.key, y.proposition);
    });
    std::sort(story_entries_.begin(), story_entries_.end(), [&](const Entry& x, const Entry& y) {
      return std::make_tuple(propositions_[x.proposition].document, x.key, x.proposition) <
             std::make_tuple(propositions_[y.proposition].document, y.key, y.proposition);
    });
    for (const Entry& entry : story_entries_) {
      const uint32_t document = propositions_[entry.proposition].document;
      while (story_first_.size() <= document) {
        story_first_.push_back(static_cast<uint32_t>(&entry - story_entries_.data()));
      }
    }
    story_first_.resize(documents() + 1, static_cast<uint32_t>(story_entries_.size()));
  }

  uint32_t documents() const {
    uint32_t count = 0;
    for (const Proposition& p : propositions_) count = std::max(count, p.document + 1);
    return count;
  }

  void CutBlocks() {
    int64_t pairs = 0;
    size_t first = 0;
    for (size_t i = 0, j = 0; i < entries_.size(); i = j) {
      while (j < entries_.size() && entries_[j].key == entries_[i].key) ++j;
      if (j - i < 2) continue;
      const size_t reach = j - i > options_.max_block ? kNeighbours : j - i;
      if (j - i > options_.max_block) SortCrowded(i, j);
      blocks_.push_back({i, j});
      pairs += static_cast<int64_t>((j - i) * std::min(reach, (j - i) / 2 + 1));
      if (pairs < kPairsOfChunk) continue;
      chunks_.push_back({false, first, blocks_.size(), {}, {}, {}});
      first = blocks_.size();
      pairs = 0;
    }
    if (first < blocks_.size()) chunks_.push_back({false, first, blocks_.size(), {}, {}, {}});
    const uint32_t count = static_cast<uint32_t>(story_first_.size() - 1);
    for (uint32_t d = 0; d < count; d += kDocumentsOfChunk) {
      chunks_.push_back({true, d, std::min(count, d + kDocumentsOfChunk), {}, {}, {}});
    }
  }

  void SortCrowded(size_t begin, size_t end) {
    const auto key_of = [&](const Entry& entry) {
      const Proposition& p = propositions_[entry.proposition];
      const PhraseTable& phrases = *context_.phrases;
      return std::make_tuple(phrases.phrase(p.patient).head, phrases.phrase(p.agent).head,
                             phrases.phrase(p.oblique).head, entry.proposition);
    };
    std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
              entries_.begin() + static_cast<std::ptrdiff_t>(end),
              [&](const Entry& x, const Entry& y) { return key_of(x) < key_of(y); });
  }

  // Whether a key that comes before `key` in the order of the rules brings the two together; 0: any key.
  bool MetBefore(uint32_t a, uint32_t b, uint64_t key) const {
    for (uint32_t i = key_first_[a]; i < key_first_[a + 1] && keys_[i] != key; ++i) {
      for (uint32_t j = key_first_[b]; j < key_first_[b + 1]; ++j) {
        if (keys_[i] == keys_[j]) return true;
      }
    }
    return false;
  }

  void CompareChunk(Chunk* chunk) const {
    chunk->by_rule.assign(BlockingRules().size() + 1, 0);
    for (size_t k = chunk->first; k < chunk->last; ++k) {
      if (chunk->stories) {
        CompareStory(static_cast<uint32_t>(k), chunk);
        CompareToldAlike(static_cast<uint32_t>(k), chunk);
        continue;
      }
      const Block block = blocks_[k];
      const size_t size = block.end - block.begin;
      const size_t reach = size > options_.max_block ? kNeighbours : size;
      for (size_t i = block.begin; i < block.end; ++i) {
        for (size_t j = i + 1; j < block.end && j - i <= reach; ++j) {
          ComparePair(entries_[i], entries_[j], entries_[i].key, chunk);
        }
      }
    }
  }

  // The claims of a document and of its neighbours that come after it, by act.
  void CompareStory(uint32_t document, Chunk* chunk) const {
    for (const uint32_t other : context_.stories->Neighbours(document)) {
      if (other < document && IsNeighbour(other, document)) continue;  // met from there
      size_t i = story_first_[document], j = story_first_[other];
      const size_t i_end = story_first_[document + 1], j_end = story_first_[other + 1];
      while (i < i_end && j < j_end) {
        if (story_entries_[i].key != story_entries_[j].key) {
          story_entries_[i].key < story_entries_[j].key ? ++i : ++j;
          continue;
        }
        size_t i_next = i, j_next = j;
        while (i_next < i_end && story_entries_[i_next].key == story_entries_[i].key) ++i_next;
        while (j_next < j_end && story_entries_[j_next].key == story_entries_[j].key) ++j_next;
        for (size_t x = i; x < i_next && x < i + kMostOfAct; ++x) {
          for (size_t y = document == other ? x + 1 : j; y < j_next && y < j + kMostOfAct; ++y) {
            ComparePair(story_entries_[x], story_entries_[y], 0, chunk);
          }
        }
        i = i_next;
        j = j_next;
      }
    }
  }

  // The claims of a document's clauses and of those that are told alike.
  void CompareToldAlike(uint32_t document, Chunk* chunk) const {
    const auto told_alike = static_cast<uint32_t>(BlockingRules().size());
    for (const uint32_t clause : context_.clauses->Clauses(document)) {
      for (const ClauseAlignment::Alike& alike : context_.clauses->AlikeTo(clause)) {
        if (alike.clause < clause) continue;  // met from there
        for (const uint32_t a : context_.clauses->Propositions(clause)) {
          for (const uint32_t b : context_.clauses->Propositions(alike.clause)) {
            const Proposition &p = propositions_[a], &q = propositions_[b];
            // Those of one act have met; what is said to be what is not one for being said in one breath.
            if (p.axis == q.axis && p.role == q.role && (!p.generic || context_.phrases->text(p.axis) == "be"))
              continue;
            ComparePair({0, a, told_alike}, {0, b, told_alike}, 0, chunk);
          }
        }
      }
    }
  }

  bool IsNeighbour(uint32_t document, uint32_t other) const {
    const auto neighbours = context_.stories->Neighbours(document);
    return std::binary_search(neighbours.begin(), neighbours.end(), other);
  }

  void ComparePair(const Entry& x, const Entry& y, uint64_t key, Chunk* chunk) const {
    const uint32_t a = std::min(x.proposition, y.proposition), b = std::max(x.proposition, y.proposition);
    if (a == b || SameStatement(a, b) || MetBefore(a, b, key)) return;
    const Levels levels = Compare(context_, propositions_[a], propositions_[b]);
    ++chunk->by_rule[x.rule];
    if (levels.act == ActLevel::kDifferent) return;
    ++chunk->patterns[PatternOf(levels)];
    if (Comparable(levels)) chunk->pairs.push_back({a, b, levels});
  }

  // Of one statement, and not of two whom it sets against each other: "police said that he was armed, his family that
  // he was not".
  bool SameStatement(uint32_t a, uint32_t b) const {
    const Proposition &p = propositions_[a], &q = propositions_[b];
    const ClaimTable::Row &x = context_.claims->row(p.row), &y = context_.claims->row(q.row);
    const bool against =
        p.polarity != q.polarity || (p.modality == Modality::kDenied) != (q.modality == Modality::kDenied);
    const bool voices = against && x.speaker != 0 && y.speaker != 0 && x.speaker != y.speaker;
    return x.statement == y.statement && x.document == y.document && !voices;
  }

  CandidatePairs Gather() {
    CandidatePairs out;
    std::vector<int64_t> by_rule(BlockingRules().size() + 1, 0);
    absl::flat_hash_map<Pattern, int64_t> patterns;
    for (Chunk& chunk : chunks_) {
      chunk.pairs.shrink_to_fit();
      out.pairs.push_back(std::move(chunk.pairs));
      for (const auto& [pattern, pairs] : chunk.patterns) patterns[pattern] += pairs;
      for (size_t r = 0; r < by_rule.size(); ++r) by_rule[r] += chunk.by_rule[r];
    }
    for (const auto& [pattern, pairs] : patterns) out.patterns.push_back({pattern, pairs});
    std::sort(out.patterns.begin(), out.patterns.end(),
              [](const PatternCount& x, const PatternCount& y) { return x.pattern < y.pattern; });
    for (size_t r = 0; r < by_rule.size(); ++r) {
      const absl::string_view name = r < BlockingRules().size() ? BlockingRules()[r].name : kToldAlike;
      out.pairs_by_rule.emplace_back(std::string(name), by_rule[r]);
    }
    return out;
  }

  const ComparisonContext& context_;
  const absl::Span<const Proposition> propositions_;
  const ReconcileOptions& options_;
  std::vector<uint64_t> keys_;  // of all propositions, in the order of the rules
  std::vector<uint32_t> key_first_;
  std::vector<Entry> entries_;        // by key
  std::vector<Entry> story_entries_;  // of rules within a story, by document and key
  std::vector<uint32_t> story_first_;
  std::vector<Block> blocks_;
  std::vector<Chunk> chunks_;
};

}  // namespace

CandidatePairs FindCandidatePairs(const ComparisonContext& context, absl::Span<const Proposition> propositions,
                                  const ReconcileOptions& options) {
  return Finder(context, propositions, options).Find();
}

}  // namespace consilience
