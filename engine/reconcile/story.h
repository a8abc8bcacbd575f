// Which documents speak of the same event, by the names and the rarer words they share.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/noun_phrase.h"
#include "engine/reconcile/proposition.h"

namespace consilience {

enum class StoryLevel : uint8_t {
  kDocument,  // the same document
  kSame,      // many of their telling words are the same
  kNear,
  kDistant,  // few
  kNone,
};
inline constexpr int kStoryLevels = 5;
absl::string_view ToString(StoryLevel level);

// Words of each document's claims, weighted by how few documents have them, names twice. Immutable once built.
class StoryIndex {
 public:
  // `threads` share the search for neighbours; the result does not depend on their number.
  StoryIndex(const ClaimTable& claims, absl::Span<const Proposition> propositions, const PhraseTable& phrases,
             int threads = 1);

  StoryLevel Compare(uint32_t document_a, uint32_t document_b) const;
  bool AreNeighbours(uint32_t document_a, uint32_t document_b) const {
    return NeighbourLikeness(document_a, document_b) >= 0;
  }
  // Cosine of the two documents' words, in thousandths, and what the time between them says: documents of a day and a
  // half tell of one event the sooner, those of different weeks hardly.
  int Likeness(uint32_t document_a, uint32_t document_b) const;
  // The documents most like it that are at least near, half of that by words that few documents have, itself among
  // them; ascending. At most kMostNeighbours: in a
  // story that everyone reports each document meets those most like it.
  absl::Span<const uint32_t> Neighbours(uint32_t document) const;
  // Whether a word is among those by which the document is known.
  bool Tells(uint32_t document, WordId word) const;
  // How telling a word is, in hundredths of a nat: log of documents over those that have it.
  int Rarity(WordId word) const { return rarity_[word]; }

 private:
  struct Weighed {
    WordId word;
    int32_t weight;
  };
  int Cosine(uint32_t document_a, uint32_t document_b) const;
  int TimeShift(uint32_t document_a, uint32_t document_b) const;
  // -1 when neither is a neighbour of the other.
  int NeighbourLikeness(uint32_t document_a, uint32_t document_b) const;

  static constexpr size_t kMostWords = 48;  // of a document that are compared
  static constexpr size_t kMostNeighbours = 20;
  static constexpr size_t kMostShared = 256;  // documents that have a word by which documents are found

  void FindNeighbours(int threads);
  // The neighbours of documents [first, last), appended.
  struct Found {
    std::vector<uint32_t> neighbours;
    std::vector<int16_t> likeness;
    std::vector<uint32_t> counts;
  };
  struct Posting {
    uint32_t document;
    int32_t weight;
  };
  struct Postings {
    std::vector<Posting> entries;  // by word, then by document
    std::vector<uint32_t> first;   // by word
  };
  void FindNeighboursOf(uint32_t first, uint32_t last, const Postings& postings, Found* found) const;

  std::vector<int64_t> published_;
  std::vector<Weighed> words_;  // by document, then by word
  std::vector<uint32_t> first_;
  std::vector<int64_t> norm_;  // squared
  std::vector<uint32_t> neighbours_;
  std::vector<int16_t> neighbour_likeness_;
  std::vector<uint32_t> neighbour_first_;
  std::vector<int32_t> rarity_;
};

}  // namespace consilience
