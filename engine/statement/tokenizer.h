// Words of a stretch of text, as UD English cuts them.
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/statement/segmenter.h"
#include "engine/statement/word_lists.h"

namespace consilience {

// Appends the tokens of text[range]. Every character that is not white space belongs to exactly one token.
// An abbreviation keeps its stop, also at the end of the range. Linear in the size of the range.
void Tokenize(absl::string_view text, ByteSpan range, const WordLists& lists, std::vector<Token>* tokens);

// "U.S.", "J.", "a.m.": letters each followed by a stop.
bool IsDottedLetters(absl::string_view word);

}  // namespace consilience
