// links: statement
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "engine/statement/boundary.h"
#include "engine/statement/segmenter.h"

namespace consilience {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

// Statements and tokens lie in order, within the text and within each other; nothing visible is lost.
void Check(absl::string_view text, const Segmentation& segmentation) {
  uint32_t end = 0;
  uint32_t next = 0;
  for (const Statement& statement : segmentation.statements) {
    Require(statement.token_count > 0 && statement.first_token == next);
    Require(statement.span.begin >= end && statement.span.end <= text.size());
    const absl::Span<const Token> tokens = segmentation.TokensOf(statement);
    Require(tokens.front().span.begin == statement.span.begin && tokens.back().span.end == statement.span.end);
    int words = 0;  // of the multi-word token being read
    for (const Token& token : tokens) {
      Require(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= text.size());
      for (uint32_t i = end; i < token.span.begin; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        Require(byte <= ' ' || byte >= 0x7F);
      }
      Require(token.surface_words > 0 ? words == 0 : words > 0);
      words = token.surface_words > 0 ? token.surface_words - 1 : words - 1;
      end = token.span.end;
    }
    Require(words == 0);
    next += statement.token_count;
  }
  Require(next == segmentation.tokens.size());
}

// Weights that differ, so that the learned judge cuts here and there.
const std::string& SomeWeights() {
  static const std::string* const weights = [] {
    auto* bytes = new std::string(BoundaryModel::kBytes, '\0');
    (*bytes)[2] = '\x80';  // a scale of 1
    (*bytes)[3] = '\x3F';
    for (size_t i = sizeof(float); i < bytes->size(); ++i) (*bytes)[i] = static_cast<char>(i * 2654435761u >> 13);
    return bytes;
  }();
  return *weights;
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  static const std::unique_ptr<Segmenter> rules = *Segmenter::Create();
  static const std::unique_ptr<Segmenter> learned = *Segmenter::Create(SomeWeights());
  const std::string text(reinterpret_cast<const char*>(data), size);
  Check(text, rules->Segment(text));
  Check(text, learned->Segment(text));
  Check(text, rules->SegmentLine(text));
  return 0;
}
