// Who said the quotations that no reporting word claims. Inside of FindSpeech; not for use outside engine/attribution.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/quotation.h"
#include "engine/attribution/speech.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Gives each quotation that belongs to no speech to the first of a list of rules that has a speaker for it: it goes on
// with the quotation before it, a verb stands beside it, a sentence that ends in a colon leads over to it, its
// statement is somebody's, or the paraphrase before it is. Names, titles and single words in quotation marks stay
// nobody's. A paragraph without marks to which one that ends in "said:" leads over was said, too.
//
// `speech_of` holds for each quotation the number of its speech, -1: none. `speeches` come and go ordered by
// (statement, cue); speeches made here are those of verbs that report only beside a quotation. Linear in the text.
// Thread-safe.
void GiveFreeQuotations(absl::string_view text, const Segmentation& segmentation, absl::Span<const Analysis> analyses,
                        absl::Span<const QuotedText> quotations, std::vector<int32_t> speech_of,
                        std::vector<Speech>* speeches);

}  // namespace consilience
