// A read-only map from 64-bit hashes to numbers that lies in the model's file as it is used.
//
// Open addressing over slots of (upper half of the hash, value + 1); value 0 is a free slot. Keys themselves are not
// kept: an absent key is mistaken for a present one about once in 2^31 look-ups, and always the same way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/types/span.h"

namespace consilience {

class HashIndex {
 public:
  HashIndex() = default;
  // `slots` must be Valid and outlive the index.
  explicit HashIndex(absl::Span<const uint32_t> slots) : slots_(slots) {}

  // True when the slots are two numbers each, their count is a power of two, and every value is below `limit`.
  static bool Valid(absl::Span<const uint32_t> slots, size_t limit) {
    const size_t capacity = slots.size() / 2;
    if (slots.size() % 2 != 0 || capacity == 0 || (capacity & (capacity - 1)) != 0) return false;
    for (size_t i = 0; i < capacity; ++i) {
      if (slots[2 * i + 1] > limit) return false;
    }
    return true;
  }

  // The slots for entries of distinct keys.
  static std::vector<uint32_t> Build(absl::Span<const std::pair<uint64_t, uint32_t>> entries) {
    size_t capacity = 16;
    while (capacity < entries.size() * 2) capacity *= 2;
    std::vector<uint32_t> slots(capacity * 2, 0);
    for (const auto& [hash, value] : entries) {
      size_t at = hash & (capacity - 1);
      while (slots[2 * at + 1] != 0) at = (at + 1) & (capacity - 1);
      slots[2 * at] = static_cast<uint32_t>(hash >> 32);
      slots[2 * at + 1] = value + 1;
    }
    return slots;
  }

  std::optional<uint32_t> Find(uint64_t hash) const {
    const size_t capacity = slots_.size() / 2;
    for (size_t probe = 0; probe < capacity; ++probe) {
      const size_t at = (hash + probe) & (capacity - 1);
      if (slots_[2 * at + 1] == 0) return std::nullopt;
      if (slots_[2 * at] == static_cast<uint32_t>(hash >> 32)) return slots_[2 * at + 1] - 1;
    }
    return std::nullopt;
  }

 private:
  absl::Span<const uint32_t> slots_;
};

}  // namespace consilience
