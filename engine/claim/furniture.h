// What stands on a page beside its text: "Sign up for our newsletter", "Story continues below".
#pragma once

#include "absl/strings/string_view.h"

namespace consilience {

// Whether a statement begins like page furniture, or holds what only that does (data/furniture.txt): it makes no
// claims. Letters of ASCII compare without case. Thread-safe.
bool IsFurniture(absl::string_view statement);

// Whether a statement holds links to other pages that were run into it: what ends at one is no name ("Ana LeeMayor").
bool HoldsLinks(absl::string_view statement);

}  // namespace consilience
