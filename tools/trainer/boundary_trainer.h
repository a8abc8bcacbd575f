// Learns where sentences end from treebanks that tell their paragraphs.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience::training {

// Running text with the offsets (in bytes) at which its sentences end.
struct MarkedText {
  std::string text;
  std::vector<uint32_t> ends;
};

// How a treebank's sentences are laid out as text.
enum class Layout {
  kParagraphs,  // one line a paragraph
  kDocuments,   // one line a document: nothing but the words tells headings and lists apart
};

// A text per line of the layout, from a CoNLL-U file's comments (newdoc, newpar, text) and SpaceAfter.
absl::StatusOr<std::vector<MarkedText>> ReadMarkedText(const std::string& path, Layout layout);

// Weights in the shape engine/statement/boundary.h reads. Deterministic.
absl::StatusOr<std::string> LearnBoundaries(absl::Span<const MarkedText> texts);

// F1 of sentences, in percent, as segmented with the weights (by rules alone without any).
absl::StatusOr<double> MeasureBoundaries(absl::Span<const MarkedText> texts, absl::string_view weights);

}  // namespace consilience::training
