// Finds the best projective tree under a single root.
//
// Method: Eisner (1996), O(n^3) time and O(n^2) space for n words, over the words alone; the root is then the word
// whose own score and two half-trees sum to the most. Where every word's best head already makes such a tree, that is
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace consilience {

// Buffers are kept from call to call. Not thread-safe.
class TreeDecoder {
 public:
  // `scores[i * stride + h]` is the score of head h for word i: 0 the root, h > 0 word h - 1. Writes the head of each
  // of the `n` > 0 words, kRoot for the root's. Always a tree, whatever the scores are.
  void Decode(const float* scores, size_t n, size_t stride, int32_t* heads);

 private:
  bool DecodeGreedily(const float* scores, size_t n, size_t stride, int32_t* heads);
  void Fill(const float* scores, size_t n, size_t stride);
  void Trace(size_t n, size_t root, int32_t* heads);

  // Best half-trees. `right` ones are headed by their left end, `left` ones by their right end; incomplete ones end in
  // a word that is the head's own dependent. Indexed [head][other end]; the transposed copies [other end][head].
  std::vector<float> right_, left_, right_transposed_, left_transposed_, right_incomplete_, left_incomplete_;
  std::vector<int32_t> incomplete_split_, right_split_, left_split_;  // [lower end][upper end]
  std::vector<int32_t> marks_;
  struct Item {
    int32_t begin, end;
    bool complete, right;
  };
  std::vector<Item> stack_;
};

// A single root, no cycles and no crossing arcs, not even with an arc from a root before the first word. Reuses
// `marks`.
bool IsProjectiveTree(const int32_t* heads, size_t n, std::vector<int32_t>* marks);

}  // namespace consilience
