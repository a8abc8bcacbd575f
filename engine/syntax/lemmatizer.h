// Lemmas from forms and tags: a list of exceptions, then the edit that words with the longest known ending take.
//
// An edit cuts bytes from the form's end and appends others ("parties": cut 3, append "y"). Lemmas are in lower case
// but for proper names, adjectives made of names ("Japanese") and what the exceptions say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/syntax/hash_index.h"
#include "engine/syntax/model_file.h"
#include "engine/syntax/tagset.h"

namespace consilience {

inline constexpr size_t kLongestEnding = 6;  // bytes

// Thread-safe. Views into the model's bytes, which must outlive it.
class Lemmatizer {
 public:
  static absl::StatusOr<Lemmatizer> Read(const ModelFile& model);

  // Appends the lemma of a word to `out`. `first` is true for the first word of its statement.
  void Append(absl::string_view form, Upos upos, Xpos xpos, bool first, std::vector<char>* out) const;

 private:
  struct Edit {
    uint32_t cut = 0;
    absl::string_view append;
  };
  std::vector<Edit> edits_;
  std::vector<absl::string_view> lemmas_;
  HashIndex endings_;
  HashIndex exceptions_;
};

// The keys of the model's tables, for who builds them. Forms are normalised (see NormalizeForm).
uint64_t EndingKey(Upos upos, Xpos xpos, absl::string_view ending);
uint64_t ExceptionKey(Upos upos, Xpos xpos, absl::string_view form);

}  // namespace consilience
