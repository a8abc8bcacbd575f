// links: claim
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "engine/claim/entity.h"
#include "engine/claim/explanation.h"
#include "engine/claim/extractor.h"
#include "tests/claim/licence.h"

namespace consilience {
namespace {

void Require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

constexpr absl::string_view kForms[] = {"Norway", "said", "not",  "to",  "of",   "which",  "plans", "(",      ",",
                                        "\"",     "who",  "by",   "the", "no",   "if",     "and",   "be",     "had",
                                        "them",   "12",   "$",    "Ann", "Lee",  "failed", "that",  "Monday", "for",
                                        "mayor",  "in",   "will", "is",  "more", "than",   "it",    "its",    "."};
constexpr size_t kFormCount = sizeof(kForms) / sizeof(kForms[0]);

// Five bytes a word: form, relation, tags, head. Words hang on words read before them, in an order that the first byte
// gives, so that every input is a tree.
Analysis TreeOf(const uint8_t* data, size_t size, std::string* text) {
  constexpr size_t kMost = 300;
  const size_t count = std::min(kMost, size / 5);
  Analysis analysis;
  if (count == 0) return analysis;
  std::vector<Word> words(count);
  for (size_t i = 0; i < count; ++i) {
    const uint8_t* b = data + 5 * i;
    if (i > 0 && b[0] % 8 != 0) text->push_back(' ');
    const absl::string_view form = kForms[b[0] % kFormCount];
    words[i].span = {static_cast<uint32_t>(text->size()), static_cast<uint32_t>(text->size() + form.size())};
    text->append(form.data(), form.size());
    words[i].lemma = form;
    words[i].relation = static_cast<Relation>(b[1] % kRelationCount);
    words[i].upos = static_cast<Upos>(b[2] % kUposCount);
    words[i].xpos = static_cast<Xpos>(b[3] % kXposCount);
    words[i].name = static_cast<NameKind>(b[3] / 64);
    words[i].name_begins = b[2] > 128;
    words[i].arc = Probability::FromMillionths(b[4] * 4000);
  }
  const size_t root = data[0] % count;
  for (size_t i = 0; i < count; ++i) {
    words[i].form = words[i].span.In(*text);
    const size_t place = (i + count - root) % count;  // 0 for the root
    const size_t head = place == 0 ? 0 : (root + data[5 * i + 4] % place) % count;
    words[i].head = place == 0 ? kRoot : static_cast<int32_t>(head);
    if (place == 0) words[i].relation = Relation::kRoot;
  }
  analysis.span = {0, static_cast<uint32_t>(text->size())};
  analysis.Assign(std::move(words), {});
  return analysis;
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  std::string text;
  text.reserve(size * 8 + 8);  // forms look into it
  const Analysis analysis = TreeOf(data, size, &text);
  const Entities entities = ResolveEntities(text, absl::MakeConstSpan(&analysis, 1));
  // Whatever the first words say is what is said of the rest.
  Speech speech;
  if (analysis.size() > 3) {
    speech.content = {{analysis.word(2).span.begin, analysis.word(analysis.size() - 1).span.end}};
    speech.source = {analysis.word(0).span};
    speech.cue_word = 1;
    speech.source_word = 0;
    speech.speaker = std::string(analysis.word(0).form);
  }
  ExtractionContext context;
  context.text = text;
  context.analyses = absl::MakeConstSpan(&analysis, 1);
  if (analysis.size() > 3) context.speech = absl::MakeConstSpan(&speech, 1);
  context.entities = &entities;
  context.published = DayUtc::FromCivil(2026, 11, 24);
  for (const ClaimView view : {ClaimView::kClause, ClaimView::kAtomic}) {
    const std::vector<std::vector<Claim>> claims = ExtractClaims(context, view);
    for (const Claim& claim : claims.front()) {
      const std::string wrong = testing::Unlicensed(claim, text);
      Require(wrong.empty(), wrong);
      Require(!claim.subject.text.empty() && !claim.predicate.text.empty(), "a claim without subject or predicate");
      Require(!claim.rules.empty(), "a claim without rules");
    }
  }
  std::string explanation;
  if (analysis.size() > 0) AppendExplanation(context, 0, ClaimView::kClause, &explanation);
  return 0;
}
