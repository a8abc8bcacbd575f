// What the analyser knows about one statement: its words, their tags and the dependency tree over them.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/base/units.h"
#include "engine/syntax/tagset.h"

namespace consilience {

// Words are numbered from 0 within their statement; kRoot is the head of the root.
inline constexpr int32_t kRoot = -1;

struct Word {
  ByteSpan span;            // in the document's text (or the line's)
  absl::string_view form;   // the bytes of `span`; owned by the text
  absl::string_view lemma;  // owned by the Analysis
  int32_t head = kRoot;
  Relation relation = Relation::kRoot;
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kXx;
  NameKind name = NameKind::kNone;
  bool name_begins = false;  // first word of its name
  bool space_after = true;
  uint8_t surface_words = 1;  // as Token::surface_words
  // As the parser sees them, before any repair: what a claim's confidence rests on.
  Probability arc;                             // of `head`
  Probability label = Probability::Certain();  // of `relation` for that head; certain where only a file tells the tree
};

// The tree has a single root and no cycles; it need not be projective when it was read from CoNLL-U.
// Movable, not copyable. Immutable once made, so that any number of threads may read it.
class Analysis {
 public:
  Analysis() = default;
  Analysis(Analysis&&) = default;
  Analysis& operator=(Analysis&&) = default;
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  ByteSpan span;  // of the statement

  absl::Span<const Word> words() const { return words_; }
  const Word& word(int32_t i) const { return words_[static_cast<size_t>(i)]; }
  int32_t size() const { return static_cast<int32_t>(words_.size()); }
  int32_t root() const { return root_; }  // kRoot when there are no words
  // Dependents of word `i` (or of kRoot) in the order of the sentence.
  absl::Span<const int32_t> children(int32_t i) const;
  // The first 200 of them: bounds the work of who looks through them for many words, on sentences nobody wrote.
  absl::Span<const int32_t> leading_children(int32_t i) const;
  // The first of word `i` and its dependents.
  int32_t first(int32_t i) const;
  // True when `descendant` is `ancestor` or below it.
  bool Dominates(int32_t ancestor, int32_t descendant) const;

  // Takes the words, lemmas as views into `lemma_bytes` (kept), and builds the lists of children.
  // Heads must form a single-rooted tree (see IsTree); checked by an assertion.
  void Assign(std::vector<Word> words, std::vector<char> lemma_bytes);

 private:
  std::vector<Word> words_;
  std::vector<char> lemma_bytes_;
  std::vector<int32_t> child_first_;  // children of i: children_[child_first_[i + 1], child_first_[i + 2])
  std::vector<int32_t> children_;
  // Positions in a walk of the tree from its root: `i` is at enter_[i], its last descendant at last_[i].
  std::vector<int32_t> enter_;
  std::vector<int32_t> last_;
  int32_t root_ = kRoot;
};

// "Monday".
bool IsWeekday(absl::string_view form);

// True when the heads make one tree: a single root, every head within the sentence, no cycles. No words are no tree.
bool IsTree(absl::Span<const Word> words);

}  // namespace consilience
