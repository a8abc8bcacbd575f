// What a text has referred to so far, as far back as its pronouns reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/claim/gazetteer.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// A name, a pronoun, or a noun that a pronoun may take up.
struct Referent {
  uint32_t statement;
  int32_t word;
  int32_t target;  // a form of DocumentNames, or NameMention::kUnresolved
  Gender gender;
  bool person;
  bool quoted;
};

// Referents from the newest to the oldest.
class NewestFirst {
 public:
  explicit NewestFirst(absl::Span<const Referent> referents) : referents_(referents) {}
  auto begin() const { return referents_.rbegin(); }
  auto end() const { return referents_.rend(); }

 private:
  absl::Span<const Referent> referents_;
};

// Statements are begun in their order, and referents added in the order of the text. Looks back a bounded way, so that
// a text of nothing but names costs linear time. Adding ends the life of what was handed out before.
class Discourse {
 public:
  void Begin(uint32_t statement, const Analysis& analysis);
  // Of the statement begun last.
  void Add(int32_t word, int32_t target, Gender gender, bool person);

  // Whether a word of the statement begun last stands within quotation marks.
  bool InQuotes(int32_t word) const { return quoted_[static_cast<size_t>(word)]; }
  // Of that statement and the two before it.
  NewestFirst Recent() const { return Since(first_recent_); }
  NewestFirst All() const { return Since(0); }
  // The referent that `word` of that statement is; null when it is none.
  const Referent* At(int32_t word) const;
  // What was added after `referent`.
  absl::Span<const Referent> Behind(const Referent& referent) const;

 private:
  NewestFirst Since(size_t first) const;

  std::vector<Referent> referents_;
  std::vector<bool> quoted_;
  uint32_t statement_ = 0;
  size_t first_recent_ = 0;
};

}  // namespace consilience
