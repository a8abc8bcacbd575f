// Texts of phrases: which words of a subtree a person would read as the phrase, and their spelling.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/relation_set.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// What a phrase takes from the subtree of its head.
struct PhraseShape {
  RelationSet without;         // dependents of the head left out, each with its subtree
  RelationSet anywhere;        // the same at any depth
  int32_t without_above = -1;  // a dependent of the head that dominates this word is left out too
  bool drop_aside = true;      // asides after a comma (relative clauses, appositions) are left out at any depth
  int32_t first = 0;           // words before this one are left out
};

// The words of a phrase, ascending, without punctuation at its edges. False when it has more words than anyone would
// read (kLongestPhrase) or a subtree of many more; the work is bounded whatever the tree.
inline constexpr size_t kLongestPhrase = 200;
bool CollectPhrase(const Analysis& analysis, int32_t head, const PhraseShape& shape, std::vector<int32_t>* words);

// The words as written: neighbours keep the space (or none) between them, words left out leave one space.
std::string SpellWords(const Analysis& analysis, absl::Span<const int32_t> words);
void AppendWords(const Analysis& analysis, absl::Span<const int32_t> words, std::string* out);

// From the first to the last byte of the words; empty without any.
ByteSpan SpanOfWords(const Analysis& analysis, absl::Span<const int32_t> words);

// True for what is tagged as a quotation mark.
bool IsQuotationMark(const Word& word);

// The word's lemma; its form where none is known.
absl::string_view LemmaOf(const Word& word);

// Lower-case lemmas of the words that carry content: no determiners but "no", no punctuation, no auxiliaries.
std::string KeyOfWords(const Analysis& analysis, absl::Span<const int32_t> words);

}  // namespace consilience
