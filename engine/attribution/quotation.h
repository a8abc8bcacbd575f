// Where a text quotes: stretches between quotation marks.
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/span.h"
#include "engine/statement/segmenter.h"

namespace consilience {

struct QuotedText {
  ByteSpan span;           // with its marks
  bool closed = true;      // false: no closing mark in its paragraph; the span ends with the paragraph
  bool continues = false;  // goes on with the quotation before it, which its paragraph left open
};

// In the order of the text; none lies in another. Knows “ ”, " ", ‘ ’, ' ', « » and `` ''. Single marks count where no
// apostrophe can stand: the opening one before a letter after white space, the closing one after a letter or stop
// before white space or a mark, in one paragraph. A mark that closes nothing is ignored. Linear in the text.
std::vector<QuotedText> FindQuotations(absl::string_view text, const Segmentation& segmentation);

}  // namespace consilience
