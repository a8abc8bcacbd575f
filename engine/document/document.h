// Documents and ready-made claims as inputs give them.
//
// Thread-safety: plain values; distinct objects may be used from distinct threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace consilience {

enum class InputFormat : uint8_t { kAuto, kDigest, kArticles, kClaims };

// One text as published or collected. All strings are valid UTF-8 without NULs.
struct Document {
  InputFormat format = InputFormat::kDigest;  // kDigest or kArticles
  std::string id;      // as the input gave it: an article's "id", else the file's name (with ":LINE" in JSON Lines)
  std::string outlet;  // its publisher as the input names it; empty when unknown
  std::string title;
  std::string published;  // ISO 8601 as given; empty when unknown
  std::string url;
  std::vector<std::string> header_credits;  // a digest's "Credited from:" names, as written
  std::string text;  // the body; spans count its bytes. CRLF is kept; a BOM and the header line are not in it
  std::string file;  // where it came from, for diagnostics
  int64_t line = 0;  // 1-based line of `file`
};

// One row of a `claims` input: already subject, predicate, object.
struct ReadyClaim {
  std::string source;  // the outlet
  std::string subject;
  std::string predicate;
  std::string object;     // the normalised value that is compared
  std::string published;  // ISO 8601; empty when unknown
  std::string verbatim;   // the object as the source printed it; empty when not given
};

}  // namespace consilience
