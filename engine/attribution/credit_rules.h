// Which of one statement's outlets are credits, and which are merely talked about.
//
// Each rule looks at a bounded number of words around a list of outlets, or at the speech whose source the list is.
#pragma once

#include "engine/attribution/credit_words.h"
#include "engine/attribution/outlet_list.h"

namespace consilience {

// By the first rule that finds a ground; Ground::kNone when none does. `list` is one of those of `words`. Thread-safe.
Finding JudgeOutlets(const CreditWords& words, const OutletList& list);

}  // namespace consilience
