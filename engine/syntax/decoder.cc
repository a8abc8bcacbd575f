#include "engine/syntax/decoder.h"

#include <algorithm>

#include "engine/syntax/analysis.h"

namespace consilience {

bool IsProjectiveTree(const int32_t* heads, size_t n, std::vector<int32_t>* marks) {
  const int32_t count = static_cast<int32_t>(n);
  if (std::count(heads, heads + n, kRoot) != 1) return false;
  marks->assign(n, -1);
  for (int32_t i = 0; i < count; ++i) {
    for (int32_t j = i; j != kRoot; j = heads[j]) {
      int32_t& mark = (*marks)[static_cast<size_t>(j)];
      if (mark == i) return false;
      if (mark != -1) break;
      mark = i;
    }
    if (heads[i] == kRoot) continue;
    const int32_t begin = std::min(i, heads[i]);
    const int32_t end = std::max(i, heads[i]);
    for (int32_t k = begin + 1; k < end; ++k) {
      if (heads[k] < begin || heads[k] > end) return false;
    }
  }
  return true;
}

bool TreeDecoder::DecodeGreedily(const float* scores, size_t n, size_t stride, int32_t* heads) {
  for (size_t i = 0; i < n; ++i) {
    const float* row = scores + i * stride;
    heads[i] = static_cast<int32_t>(std::max_element(row, row + n + 1) - row) - 1;
    if (heads[i] == static_cast<int32_t>(i)) return false;
  }
  return IsProjectiveTree(heads, n, &marks_);
}

void TreeDecoder::Fill(const float* scores, size_t n, size_t stride) {
  const size_t cells = n * n;
  for (std::vector<float>* table :
       {&right_, &left_, &right_transposed_, &left_transposed_, &right_incomplete_, &left_incomplete_}) {
    if (table->size() < cells) table->resize(cells);
  }
  for (std::vector<int32_t>* table : {&incomplete_split_, &right_split_, &left_split_}) {
    if (table->size() < cells) table->resize(cells);
  }
  // The best sum of two rows over [begin, end); a sum that is no number is never better than the first.
  const auto best = [](const float* a, const float* b, size_t begin, size_t end, int32_t* at) {
    float most = a[begin] + b[begin];
    *at = static_cast<int32_t>(begin);
    for (size_t k = begin + 1; k < end; ++k) {
      const float sum = a[k] + b[k];
      if (sum > most) {
        most = sum;
        *at = static_cast<int32_t>(k);
      }
    }
    return most;
  };
  for (size_t i = 0; i < n; ++i) {
    right_[i * n + i] = left_[i * n + i] = right_transposed_[i * n + i] = left_transposed_[i * n + i] = 0;
  }
  for (size_t width = 1; width < n; ++width) {
    for (size_t i = 0; i + width < n; ++i) {
      const size_t j = i + width;
      // Words i..k under i and k + 1..j under j, joined by an arc between i and j. left_ is read one further.
      const float joined = best(&right_[i * n], &left_[j * n] + 1, i, j, &incomplete_split_[i * n + j]);
      right_incomplete_[i * n + j] = joined + scores[j * stride + i + 1];
      left_incomplete_[j * n + i] = joined + scores[i * stride + j + 1];
      // i takes k, which has all words up to j.
      right_[i * n + j] = right_transposed_[j * n + i] =
          best(&right_incomplete_[i * n], &right_transposed_[j * n], i + 1, j + 1, &right_split_[i * n + j]);
      left_[j * n + i] = left_transposed_[i * n + j] =
          best(&left_incomplete_[j * n], &left_transposed_[i * n], i, j, &left_split_[i * n + j]);
    }
  }
}

void TreeDecoder::Trace(size_t n, size_t root, int32_t* heads) {
  const int32_t r = static_cast<int32_t>(root);
  stack_.clear();
  heads[root] = kRoot;
  stack_.push_back({0, r, true, false});
  stack_.push_back({r, static_cast<int32_t>(n) - 1, true, true});
  while (!stack_.empty()) {
    const Item item = stack_.back();
    stack_.pop_back();
    if (item.begin == item.end) continue;
    const size_t cell = static_cast<size_t>(item.begin) * n + static_cast<size_t>(item.end);
    if (!item.complete) {
      const int32_t split = incomplete_split_[cell];
      if (item.right) heads[item.end] = item.begin;
      if (!item.right) heads[item.begin] = item.end;
      stack_.push_back({item.begin, split, true, true});
      stack_.push_back({split + 1, item.end, true, false});
    } else if (item.right) {
      const int32_t split = right_split_[cell];
      stack_.push_back({item.begin, split, false, true});
      stack_.push_back({split, item.end, true, true});
    } else {
      const int32_t split = left_split_[cell];
      stack_.push_back({item.begin, split, true, false});
      stack_.push_back({split, item.end, false, false});
    }
  }
}

void TreeDecoder::Decode(const float* scores, size_t n, size_t stride, int32_t* heads) {
  if (DecodeGreedily(scores, n, stride, heads)) return;
  Fill(scores, n, stride);
  size_t root = 0;
  float most = 0;
  for (size_t r = 0; r < n; ++r) {
    const float sum = scores[r * stride] + left_[r * n] + right_[r * n + n - 1];
    if (r > 0 && !(sum > most)) continue;
    most = sum;
    root = r;
  }
  Trace(n, root, heads);
}

}  // namespace consilience
