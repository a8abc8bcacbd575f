// links: claim
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "engine/claim/value.h"

namespace consilience {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

// The bytes as words cut at spaces, each hanging on the one before, tags drawn from their lengths.
Analysis ChainOf(absl::string_view text) {
  std::vector<Word> words;
  uint32_t begin = 0;
  for (uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ') continue;
    if (i > begin) {
      Word word;
      word.span = {begin, i};
      word.form = word.span.In(text);
      word.lemma = word.form;
      word.head = static_cast<int32_t>(words.size()) - 1;
      word.relation = word.head == kRoot ? Relation::kRoot : static_cast<Relation>(word.span.size() % kRelationCount);
      word.upos = static_cast<Upos>((i * 7 + word.span.size()) % kUposCount);
      word.xpos = static_cast<Xpos>((i * 5 + word.span.size()) % kXposCount);
      words.push_back(word);
    }
    begin = i + 1;
  }
  Analysis analysis;
  analysis.span = {0, static_cast<uint32_t>(text.size())};
  analysis.Assign(std::move(words), {});
  return analysis;
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const absl::string_view text = bytes;
  if (const std::optional<Value> value = NormalizeValue(text)) Require(value->span.end <= text.size());
  const Analysis analysis = ChainOf(text);
  uint32_t end = 0;
  for (const Value& value : FindValues(text, analysis, DayUtc::FromCivil(2026, 11, 24))) {
    Require(value.span.begin >= end && value.span.begin < value.span.end && value.span.end <= text.size());
    Require(value.text == std::string(value.span.In(text)));
    Require(value.head_word >= -1 && value.head_word < analysis.size());
    if (value.relation == ValueRelation::kBetween) Require(value.amount < value.high);
    end = value.span.end;
  }
  return 0;
}
