// Ids derived from content.
//
// An id is the XXH3 64-bit hash of its parts, each preceded by its length, with the sign bit cleared so that it is a
// positive SQLite INTEGER. The same content has the same id on every machine and in every shard. 63 bits: among 10^8
// ids the chance of any collision is about 5 in 10,000.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace consilience {

using Id = int64_t;

// Collects the parts of an id:  IdBuilder("claim").Add(document_id).Add(text).Finish().
class IdBuilder {
 public:
  // `kind` keeps ids of different kinds of thing apart, even of the same content.
  explicit IdBuilder(absl::string_view kind) { Add(kind); }

  IdBuilder& Add(absl::string_view part);
  IdBuilder& Add(int64_t part);
  Id Finish() const;
  // As Finish, but the 20 highest bits are those of `parent`: ids of what belongs to one parent lie together in an
  // index. 43 bits tell them apart; among 10,000 parts of one parent the chance of any collision is about 6 in a
  // million.
  Id FinishWithin(Id parent) const;

 private:
  std::string bytes_;
};

}  // namespace consilience
