// CoNLL-U in and out (universaldependencies.org/format.html).
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/base/diagnostic.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Appends one sentence: "# sent_id = ..." unless `sent_id` is empty, "# text = ..." (with single spaces), its words
// with multi-word token ranges, SpaceAfter=No and the arc's probability (ArcProb=0.97) and the name (Name=B-PER) in
// MISC, and an empty line. White space and "/" in `sent_id` become "_", as the format wants it.
void AppendConllu(absl::string_view text, const Analysis& analysis, std::string* out, absl::string_view sent_id = {});

// One sentence read from CoNLL-U: its text rebuilt from forms and SpaceAfter, its tokens, and (when columns 3 to 8 hold
// an analysis) that analysis.
struct ConlluSentence {
  std::string text;
  Segmentation segmentation;  // one statement
  Analysis analysis;          // empty when the file has no tree
};

// Calls `on_sentence` for every sentence of `content` in order. A malformed sentence is rejected with file and line,
// and reading goes on after its empty line.
void ReadConllu(absl::string_view content, const std::string& file,
                const std::function<void(const ConlluSentence&)>& on_sentence,
                const std::function<void(Diagnostic)>& on_rejected);

}  // namespace consilience
