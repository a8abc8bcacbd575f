// Where a document's statements name outlets, and which outlets those names stand for there.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "engine/attribution/outlet_index.h"
#include "engine/base/span.h"
#include "engine/document/document.h"
#include "engine/statement/segmenter.h"

namespace consilience {

struct OutletMention {
  uint32_t statement = 0;
  int32_t outlet = -1;  // in the registry; -1: a shared name that nothing decides
  int32_t shared = -1;  // that name among the registry's shared names; -1: the name was never in doubt
  ByteSpan span;        // with "The" when the outlet's canonical name begins with it and it is written so
  int32_t first = 0;    // tokens [first, end) of the statement, without an article
  int32_t end = 0;
  bool certain = true;  // false: counts beside another outlet or as a wire mark only
};

// In the order of the text. Names that are part of a longer name ("Michael Bloomberg", "Time Warner", "a Reuters/Ipsos
// poll") are left out.
std::vector<OutletMention> FindOutletMentions(const Document& document, const Segmentation& segmentation,
                                              const OutletRegistry& registry);

}  // namespace consilience
