#include "engine/base/id.h"

#include <xxhash.h>

namespace consilience {

IdBuilder& IdBuilder::Add(absl::string_view part) {
  Add(static_cast<int64_t>(part.size()));
  bytes_.append(part.data(), part.size());
  return *this;
}

IdBuilder& IdBuilder::Add(int64_t part) {
  // Little-endian whatever the machine, so that ids travel.
  const auto bits = static_cast<uint64_t>(part);
  for (int shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<char>((bits >> shift) & 0xff));
  return *this;
}

Id IdBuilder::Finish() const {
  return static_cast<Id>(XXH3_64bits(bytes_.data(), bytes_.size()) & 0x7fffffffffffffffULL);
}

Id IdBuilder::FinishWithin(Id parent) const {
  constexpr Id kOwnBits = (Id{1} << 43) - 1;
  return (parent & ~kOwnBits) | (Finish() & kOwnBits);
}

}  // namespace consilience
