// Outlets that somebody spoke to: "told AFP", "in an interview with Sky News", "said on CNN".
//
// Rules of credits, which credit_rules.h asks in its order. Each looks at a bounded number of words around the list, or
// at the tree. Thread-safe.
#pragma once

#include "engine/attribution/credit_words.h"
#include "engine/attribution/outlet_list.h"

namespace consilience {

// "acknowledged to Reuters", "said Thursday on Fox News".
Finding AfterVerbOfSpeech(const CreditWords& words, const OutletList& list);

// "On CNN's State of the Union, she said that", "During a town hall on CNN, he promised".
Finding OnShow(const CreditWords& words, const OutletList& list);

// "in a statement provided to NBC News", "speaking by phone to the BBC", "wrote last month in USA Today".
Finding AsRecipient(const CreditWords& words, const OutletList& list);

// "called it a threat on NBC's Meet the Press", "went on MSNBC to say".
Finding OnAir(const CreditWords& words, const OutletList& list);

}  // namespace consilience
