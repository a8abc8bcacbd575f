// A half-open range of bytes of one document's text.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

// Bytes [begin, end) of a document's text. 32 bits: a document is at most 4 GiB - 1.
struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  absl::string_view In(absl::string_view text) const { return text.substr(begin, end - begin); }

  friend bool operator==(ByteSpan, ByteSpan) = default;
  friend auto operator<=>(ByteSpan, ByteSpan) = default;
};

}  // namespace consilience
