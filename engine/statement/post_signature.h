// How a post of a social network that a text shows is signed: "— Ana Lee (@analee) May 3, 2019" behind its words, or
// "Ana Lee (@analee)" before them.
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"

namespace consilience {

struct PostSignature {
  ByteSpan span;  // with the dash and the day
  ByteSpan name;  // "Ana Lee"
};

// The signature that closes a paragraph, which a dash parts from the post, or the one that opens it; nullopt: none. A
// name and its handle of which a sentence speaks ("Ana Lee (@analee) is", "By Ana Lee (@analee)") sign nothing.
// Linear in the paragraph. Thread-safe.
std::optional<PostSignature> FindPostSignature(absl::string_view text, ByteSpan paragraph);

// Whether `statement` is a signature and nothing else.
bool IsPostSignature(absl::string_view statement);

}  // namespace consilience
