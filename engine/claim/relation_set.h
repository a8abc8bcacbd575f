// Sets of relations as one machine word, for the tables of the extraction rules.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "engine/syntax/tagset.h"

namespace consilience {

class RelationSet {
 public:
  constexpr RelationSet() = default;
  constexpr RelationSet(std::initializer_list<Relation> relations) {
    for (Relation relation : relations) bits_ |= Bit(relation);
  }
  constexpr bool Contains(Relation relation) const { return (bits_ & Bit(relation)) != 0; }
  friend constexpr RelationSet operator|(RelationSet a, RelationSet b) {
    RelationSet both;
    both.bits_ = a.bits_ | b.bits_;
    return both;
  }

 private:
  static_assert(static_cast<unsigned>(Relation::kXcomp) < 64, "one bit per relation");
  static constexpr uint64_t Bit(Relation relation) { return uint64_t{1} << static_cast<unsigned>(relation); }
  uint64_t bits_ = 0;
};

}  // namespace consilience
