// What is told by those who speak for outlets: "the BBC's correspondent saw", "a tally kept by AFP puts".
#pragma once

#include "engine/attribution/credit_words.h"
#include "engine/attribution/outlet_bearer.h"
#include "engine/attribution/outlet_list.h"

namespace consilience {

// `bearer` is one of those of `list`. Looks at a bounded number of words around it. Thread-safe.
Finding ToldByBearer(const CreditWords& words, const Bearer& bearer, const OutletList& list);

}  // namespace consilience
