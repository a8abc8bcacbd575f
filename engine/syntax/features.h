// What the network sees of a word: hashes of its normalised form, of its beginning and end, and of its shape.
//
// The trainer and the analyser both call this, so that they can never see different things.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace consilience {

// A table of vectors that parts of words are hashed into.
struct PartTable {
  const char* name;
  uint32_t rows;
};

inline constexpr PartTable kPartTables[] = {{"suffix2", 2048}, {"suffix3", 4096}, {"suffix4", 8192},
                                            {"prefix2", 2048}, {"prefix3", 4096}, {"shape", 512}};
inline constexpr size_t kPartCount = std::size(kPartTables);

struct WordFeatures {
  uint64_t form_hash = 0;                       // of the normalised form
  std::array<uint32_t, kPartCount> parts = {};  // rows of the part tables
};

// Any bytes will do, valid UTF-8 or not. Of a form longer than 128 bytes only both ends are looked at.
WordFeatures FeaturesOf(absl::string_view form);

// The form as the vocabulary knows it: lower case, straight quotes and hyphens, every digit 0. Writes at most
// min(form.size(), 128) bytes into `buffer`, which holds 128, and returns what it wrote.
absl::string_view NormalizeForm(absl::string_view form, char* buffer);
inline constexpr size_t kNormalizedCapacity = 128;

}  // namespace consilience
