// A learned judge of sentence boundaries.
//
// Every gap between two tokens of a paragraph is described by features of the tokens around it, of the sentence so far
// and of what the rules say; a logistic regression over hashed features decides. The trainer and the segmenter both
// call BoundaryFeatures, so that they can never see different things.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/statement/segmenter.h"

namespace consilience {

inline constexpr size_t kBoundaryBuckets = size_t{1} << 16;
inline constexpr size_t kBoundaryFeatureCount = 22;
using BoundaryFeatureList = std::array<uint32_t, kBoundaryFeatureCount>;  // buckets

// Looks at the paragraph's tokens once, then describes gaps in order. Not thread-safe; buffers are reused.
class BoundaryFeatures {
 public:
  void Begin(absl::string_view text, absl::Span<const Token> tokens);
  // The gap before token `i` > 0 of a sentence that began at token `sentence`; `rule` is what the rules say of it.
  BoundaryFeatureList At(size_t sentence, size_t i, bool rule) const;
  // Whether a sentence can end there at all: at white space, or where the rules say so.
  bool Possible(size_t i, bool rule) const;
  // Whether a word stands before the gap.
  bool Bare(size_t i) const;

  // Kinds of token, as far as sentences are concerned.
  enum class Kind : uint8_t {
    kNone,
    kLower,
    kCapitalised,
    kUpper,
    kInitial,
    kMixed,
    kNumber,
    kAbbreviation,
    kStop,
    kQuestion,
    kEllipsis,
    kComma,
    kColon,
    kSemicolon,
    kDash,
    kOpener,
    kCloser,
    kQuote,
    kBullet,
    kAddress,
    kMark
  };

 private:
  struct Shape {
    uint32_t word = 0;  // hash of the form in lower case, digits 0
    Kind kind = Kind::kNone;
    uint8_t size = 0;
    uint8_t space = 0;       // after the token: none, one, more
    int16_t depth = 0;       // brackets open before the token
    uint16_t quotes = 0;     // quotation marks before the token
    uint32_t terminals = 0;  // tokens that end sentences before the token
    uint32_t capitals = 0;   // capitalised words before the token
    uint32_t words = 0;      // words before the token
  };
  const Shape& Look(int64_t i) const;

  std::vector<Shape> shapes_;
  Shape none_;
};

// Whether a sentence ends, from weights learned by the trainer: one scale (float) and kBoundaryBuckets signed bytes.
class BoundaryModel {
 public:
  static constexpr size_t kBytes = sizeof(float) + kBoundaryBuckets;

  BoundaryModel() = default;
  // `bytes` has kBytes and outlives the model; anything else makes a model that is empty.
  explicit BoundaryModel(absl::string_view bytes);

  bool empty() const { return weights_ == nullptr; }
  // Whether a sentence ends. A `bare` gap, without any mark before it, must be likelier than not by a margin: joining
  // two headings does less harm than cutting a sentence.
  bool Ends(const BoundaryFeatureList& features, bool bare) const {
    int32_t sum = 0;
    for (const uint32_t bucket : features) sum += weights_[bucket];
    return sum > (bare ? bare_margin_ : 0);
  }

 private:
  const int8_t* weights_ = nullptr;
  int32_t bare_margin_ = 0;
};

}  // namespace consilience
