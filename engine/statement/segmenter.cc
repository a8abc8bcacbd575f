#include "engine/statement/segmenter.h"

#include <optional>

#include "engine/base/status_macros.h"
#include "engine/statement/paragraphs.h"
#include "engine/statement/post_signature.h"
#include "engine/statement/sentences.h"
#include "engine/statement/tokenizer.h"
#include "engine/statement/word_lists.h"

namespace consilience {

struct Segmenter::Rules {
  WordLists lists;
  BoundaryModel judge;
  std::unique_ptr<SentenceFinder> sentences;  // only cloned, never used, so that threads may share it
};

Segmenter::Segmenter() : rules_(std::make_unique<Rules>()) {}
Segmenter::~Segmenter() = default;

absl::StatusOr<std::unique_ptr<Segmenter>> Segmenter::Create(absl::string_view boundary_weights) {
  std::unique_ptr<Segmenter> segmenter(new Segmenter);
  segmenter->rules_->lists = WordLists::Load();
  CONSILIENCE_ASSIGN_OR_RETURN(segmenter->rules_->sentences, SentenceFinder::Create());
  segmenter->rules_->judge = BoundaryModel(boundary_weights);
  return segmenter;
}

namespace {

void AddStatement(size_t first, size_t end, uint32_t paragraph, Segmentation* out) {
  Statement& statement = out->statements.emplace_back();
  statement.span = {out->tokens[first].span.begin, out->tokens[end - 1].span.end};
  statement.first_token = static_cast<uint32_t>(first);
  statement.token_count = static_cast<uint32_t>(end - first);
  statement.paragraph = paragraph;
}

}  // namespace

Segmentation Segmenter::Segment(absl::string_view text) const {
  Segmentation out;
  const std::unique_ptr<SentenceFinder> sentences = rules_->sentences->Clone();
  std::vector<size_t> ends;
  uint32_t number = 0;
  // The statements of `part`, all of it one when it is `whole`.
  const auto add = [&](ByteSpan part, bool whole) {
    const size_t first = out.tokens.size();
    Tokenize(text, part, rules_->lists, &out.tokens);
    if (out.tokens.size() == first) return;
    ends.clear();
    if (whole) {
      ends.push_back(out.tokens.size() - first);
    } else {
      sentences->FindEnds(text, part, absl::MakeConstSpan(out.tokens).subspan(first), rules_->lists, rules_->judge,
                          &ends);
    }
    size_t begin = first;
    for (const size_t end : ends) {
      AddStatement(begin, first + end, number, &out);
      begin = first + end;
    }
  };
  for (const ByteSpan paragraph : FindParagraphs(text)) {
    const size_t before = out.statements.size();
    if (const std::optional<PostSignature> signed_by = FindPostSignature(text, paragraph)) {
      add({paragraph.begin, signed_by->span.begin}, false);
      add(signed_by->span, true);
      add({signed_by->span.end, paragraph.end}, false);
    } else {
      add(paragraph, false);
    }
    if (out.statements.size() > before) ++number;
  }
  return out;
}

Segmentation Segmenter::SegmentLine(absl::string_view text) const {
  Segmentation out;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, rules_->lists, &out.tokens);
  if (!out.tokens.empty()) AddStatement(0, out.tokens.size(), 0, &out);
  return out;
}

}  // namespace consilience
