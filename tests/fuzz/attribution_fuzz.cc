// links: attribution
// Any text, with trees as senseless as may be: what is found lies within the text and is in order.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/attribution/credit.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/attribution/speech.h"
#include "engine/statement/segmenter.h"

namespace consilience {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

// A tree in which every word but the root hangs on some word before it; tags drawn from the words.
Analysis TreeOf(absl::string_view text, const Statement& statement, absl::Span<const Token> tokens) {
  std::vector<Word> words;
  uint32_t state = statement.span.begin + 1;
  for (const Token& token : tokens) {
    Word word;
    word.span = token.span;
    word.form = token.span.In(text);
    word.lemma = word.form;
    for (const char c : word.form) state = state * 31 + static_cast<unsigned char>(c);
    const auto count = static_cast<uint32_t>(words.size());
    word.head = count == 0 ? kRoot : static_cast<int32_t>(state % count);
    word.relation = count == 0 ? Relation::kRoot : static_cast<Relation>(state / 7 % kRelationCount);
    word.upos = static_cast<Upos>(state / 3 % kUposCount);
    word.xpos = static_cast<Xpos>(state / 5 % kXposCount);
    word.name = static_cast<NameKind>(state / 11 % 4);
    words.push_back(word);
  }
  Analysis analysis;
  analysis.span = statement.span;
  if (!words.empty()) analysis.Assign(std::move(words), {});
  return analysis;
}

void RequireWithin(const std::vector<ByteSpan>& spans, size_t size) {
  for (const ByteSpan span : spans) Require(span.begin < span.end && span.end <= size);
}

void Check(Document document, const Segmenter& segmenter, const OutletRegistry& registry) {
  const Segmentation segmentation = segmenter.Segment(document.text);
  std::vector<Analysis> analyses;
  for (const Statement& statement : segmentation.statements) {
    analyses.push_back(TreeOf(document.text, statement, segmentation.TokensOf(statement)));
  }
  const std::vector<Speech> speech = FindSpeech(document.text, segmentation, analyses);
  for (size_t i = 0; i < speech.size(); ++i) {
    Require(speech[i].statement < segmentation.statements.size());
    Require(i == 0 || speech[i - 1].statement <= speech[i].statement);
    Require(!speech[i].cue.empty() && !speech[i].content.empty());
    RequireWithin(speech[i].source, document.text.size());
    RequireWithin(speech[i].cue, document.text.size());
    RequireWithin(speech[i].content, document.text.size());
  }
  const DocumentCredits credits = CreditFinder(&registry).Find(document, segmentation, analyses, speech);
  Require(credits.statements.size() == segmentation.statements.size());
  for (const std::vector<Credit>& statement : credits.statements) {
    for (size_t i = 0; i < statement.size(); ++i) {
      Require(!statement[i].outlet.empty() && statement[i].span.end <= document.text.size());
      RequireWithin(statement[i].covered, document.text.size());
      Require(i == 0 || statement[i - 1].span <= statement[i].span);
    }
  }
  for (const WireMark& mark : credits.wire_marks) {
    Require(mark.span.begin < mark.span.end && mark.span.end <= document.text.size());
  }
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using consilience::Document;
  static const auto* const segmenter = consilience::Segmenter::Create()->release();
  static const auto* const registry = consilience::OutletRegistry::Create()->release();
  Document document;
  document.format = size % 2 == 0 ? consilience::InputFormat::kDigest : consilience::InputFormat::kArticles;
  document.outlet = "The Guardian";
  document.text.assign(reinterpret_cast<const char*>(data), size);
  // Texts are valid UTF-8 by the time they come here; bytes beyond ASCII become a quotation mark each.
  std::string text;
  for (const char c : document.text) {
    if (static_cast<unsigned char>(c) < 0x80) {
      text += c == '\0' ? ' ' : c;
    } else {
      text += static_cast<unsigned char>(c) % 2 == 0 ? "\u201c" : "\u201d";
    }
  }
  document.text = std::move(text);
  consilience::Check(std::move(document), *segmenter, *registry);
  return 0;
}
