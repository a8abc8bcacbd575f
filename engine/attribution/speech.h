// Who said it: the person or body to whom a statement attributes its content.
//
// The three parts are those of the PARC/PolNeAR annotation (Pareti 2012; Newell et al. 2018): source, cue, content.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/quotation.h"
#include "engine/attribution/reporting_words.h"
#include "engine/base/span.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// "Takaichi said Japan would spend more": source "Takaichi", cue "said", content "Japan would spend more".
struct Speech {
  std::vector<ByteSpan> source;  // may be empty: "reportedly", or a passive without agent
  std::vector<ByteSpan> cue;
  std::vector<ByteSpan> content;  // several when the cue splits a quotation; may reach into other statements
  uint32_t statement = 0;         // of the cue; 0-based in the document
  int32_t cue_word = kRoot;       // in that statement's analysis
  int32_t source_word = kRoot;    // head of the source in that analysis; kRoot when there is none
  std::string speaker;            // the source's text; a pronoun is replaced by what it stands for when that is certain
  SpeechKind kind = SpeechKind::kSay;
  bool quoted = false;       // the content is (partly) in quotation marks
  bool nested = false;       // within the content of another: "A said that B claims"
  bool signed_post = false;  // a post of a network that is shown with its signature, the cue
  bool anonymous = false;    // the source is somebody who is not named: "two officials"

  // True when the content is given as what somebody says or holds to be so, rather than wants, praises or blames.
  bool StatesContent() const {
    return kind == SpeechKind::kSay || kind == SpeechKind::kThink || kind == SpeechKind::kShow;
  }
};

// All attributions of a document, ordered by (statement, cue). Linear in the text. Thread-safe.
std::vector<Speech> FindSpeech(absl::string_view text, const Segmentation& segmentation,
                               absl::Span<const Analysis> analyses);
// The same with what FindQuotations found.
std::vector<Speech> FindSpeech(absl::string_view text, const Segmentation& segmentation,
                               absl::Span<const Analysis> analyses, absl::Span<const QuotedText> quotations);

// The quotations of which nobody is known to have said anything, in the order of the text: names, titles, and what
// a text quotes without saying whom. Thread-safe.
std::vector<ByteSpan> FindUnattributedQuotations(absl::Span<const QuotedText> quotations,
                                                 absl::Span<const Speech> speech);

}  // namespace consilience
