#include "engine/syntax/analysis.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "engine/base/word_list.h"

namespace consilience {
namespace {

// The list of the children of word i; list 0 is that of kRoot.
size_t ListOf(int32_t i) {
  return static_cast<size_t>(int64_t{i} + 1);
}

}  // namespace

bool IsWeekday(absl::string_view form) {
  constexpr absl::string_view kWeekdays[] = {"Friday",   "Monday",  "Saturday", "Sunday",
                                             "Thursday", "Tuesday", "Wednesday"};
  return IsAmong(kWeekdays, form);
}

bool IsTree(absl::Span<const Word> words) {
  const int32_t n = static_cast<int32_t>(words.size());
  int32_t roots = 0;
  for (int32_t i = 0; i < n; ++i) {
    const int32_t head = words[static_cast<size_t>(i)].head;
    if (head < kRoot || head >= n || head == i) return false;
    roots += head == kRoot;
  }
  if (roots != 1) return false;
  // Climb from every word until a word known to reach the root; each word is climbed once.
  std::vector<int32_t> seen(words.size(), -1);
  for (int32_t i = 0; i < n; ++i) {
    for (int32_t j = i; j != kRoot; j = words[static_cast<size_t>(j)].head) {
      int32_t& mark = seen[static_cast<size_t>(j)];
      if (mark == i) return false;  // met again in the same climb
      if (mark != -1) break;
      mark = i;
    }
  }
  return true;
}

void Analysis::Assign(std::vector<Word> words, std::vector<char> lemma_bytes) {
  assert(words.empty() || IsTree(words));
  words_ = std::move(words);
  lemma_bytes_ = std::move(lemma_bytes);
  const size_t n = words_.size();
  root_ = kRoot;
  child_first_.assign(n + 2, 0);
  children_.resize(n);
  enter_.assign(n, 0);
  last_.assign(n, 0);
  // A counting sort of the words by their head: list h + 1 holds the children of h, list 0 the root.
  for (size_t i = 0; i < n; ++i) {
    ++child_first_[ListOf(words_[i].head) + 1];
    if (words_[i].head == kRoot) root_ = static_cast<int32_t>(i);
  }
  for (size_t i = 1; i < n + 2; ++i) child_first_[i] += child_first_[i - 1];
  std::vector<int32_t> next(child_first_.begin(), child_first_.end());
  for (size_t i = 0; i < n; ++i) {
    children_[static_cast<size_t>(next[ListOf(words_[i].head)]++)] = static_cast<int32_t>(i);
  }
  if (n == 0) return;
  // Walk the tree without recursion; next[] becomes the place in each list of children.
  next.assign(child_first_.begin(), child_first_.end());
  int32_t clock = 0;
  enter_[static_cast<size_t>(root_)] = clock++;
  for (int32_t i = root_; i != kRoot;) {
    const size_t list = ListOf(i);
    if (next[list] < child_first_[list + 1]) {
      i = children_[static_cast<size_t>(next[list]++)];
      enter_[static_cast<size_t>(i)] = clock++;
    } else {
      last_[static_cast<size_t>(i)] = clock - 1;
      i = words_[static_cast<size_t>(i)].head;
    }
  }
}

absl::Span<const int32_t> Analysis::children(int32_t i) const {
  if (words_.empty()) return {};
  const size_t list = ListOf(i);
  const size_t begin = static_cast<size_t>(child_first_[list]);
  const size_t end = static_cast<size_t>(child_first_[list + 1]);
  return absl::MakeConstSpan(children_).subspan(begin, end - begin);
}

absl::Span<const int32_t> Analysis::leading_children(int32_t i) const {
  constexpr size_t kMost = 200;
  return children(i).subspan(0, kMost);
}

int32_t Analysis::first(int32_t i) const {
  const absl::Span<const int32_t> below = children(i);
  return below.empty() ? i : std::min(below.front(), i);
}

bool Analysis::Dominates(int32_t ancestor, int32_t descendant) const {
  if (ancestor == kRoot) return true;
  if (descendant == kRoot) return false;
  const int32_t at = enter_[static_cast<size_t>(descendant)];
  return enter_[static_cast<size_t>(ancestor)] <= at && at <= last_[static_cast<size_t>(ancestor)];
}

}  // namespace consilience
