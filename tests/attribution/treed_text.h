// Texts with trees written by hand: one statement a line, an empty line between paragraphs.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience::testing {

// "FORM/UPOS/HEAD:RELATION[/XPOS[/PER]]" separated by spaces; HEAD is 1-based, 0 the root. "+" before a form: no white
// space before it. PER: part of a person's name.
class TreedText {
 public:
  explicit TreedText(absl::string_view source) {
    std::vector<std::vector<Word>> sentences;
    uint32_t paragraph = 0;
    for (absl::string_view line : absl::StrSplit(source, '\n')) {
      if (absl::StripAsciiWhitespace(line).empty()) {
        if (!sentences.empty()) ++paragraph;
        continue;
      }
      AddStatement(line, paragraph, &sentences);
    }
    for (size_t i = 0; i < sentences.size(); ++i) {
      for (Word& word : sentences[i]) word.form = word.span.In(text_);
      for (Word& word : sentences[i]) word.lemma = word.form;
      EXPECT_TRUE(IsTree(sentences[i])) << segmentation_.statements[i].span.In(text_);
      analyses_.emplace_back();
      if (!IsTree(sentences[i])) continue;
      analyses_.back().Assign(std::move(sentences[i]), {});
      analyses_.back().span = segmentation_.statements[i].span;
    }
  }

  const std::string& text() const { return text_; }
  const Segmentation& segmentation() const { return segmentation_; }
  const std::vector<Analysis>& analyses() const { return analyses_; }

 private:
  void AddStatement(absl::string_view line, uint32_t paragraph, std::vector<std::vector<Word>>* sentences) {
    Statement statement;
    statement.paragraph = paragraph;
    statement.first_token = static_cast<uint32_t>(segmentation_.tokens.size());
    if (!text_.empty()) text_ += segmentation_.statements.back().paragraph == paragraph ? " " : "\n\n";
    statement.span.begin = static_cast<uint32_t>(text_.size());
    std::vector<Word> words;
    for (absl::string_view item : absl::StrSplit(line, ' ', absl::SkipEmpty())) {
      const bool glued = absl::ConsumePrefix(&item, "+");
      const std::vector<absl::string_view> fields = absl::StrSplit(item, '/');
      ASSERT_GE(fields.size(), 3u) << item;
      if (!words.empty() && !glued) text_ += ' ';
      if (!words.empty() && glued) {
        words.back().space_after = false;
        segmentation_.tokens.back().space_after = false;
      }
      Word word;
      word.span.begin = static_cast<uint32_t>(text_.size());
      text_.append(fields[0].data(), fields[0].size());
      word.span.end = static_cast<uint32_t>(text_.size());
      const std::pair<absl::string_view, absl::string_view> arc = absl::StrSplit(fields[2], absl::MaxSplits(':', 1));
      ASSERT_TRUE(absl::SimpleAtoi(arc.first, &word.head)) << item;
      --word.head;
      ASSERT_TRUE(ParseUpos(fields[1]) && ParseRelation(arc.second)) << item;
      word.upos = *ParseUpos(fields[1]);
      word.relation = *ParseRelation(arc.second);
      if (fields.size() > 3) {
        ASSERT_TRUE(ParseXpos(fields[3])) << item;
        word.xpos = *ParseXpos(fields[3]);
      }
      if (fields.size() > 4) {
        word.name = NameKind::kPerson;
        word.name_begins = words.empty() || words.back().name != NameKind::kPerson;
      }
      Token token;
      token.span = word.span;
      segmentation_.tokens.push_back(token);
      words.push_back(word);
    }
    statement.span.end = static_cast<uint32_t>(text_.size());
    statement.token_count = static_cast<uint32_t>(words.size());
    segmentation_.statements.push_back(statement);
    sentences->push_back(std::move(words));
  }

  std::string text_;
  Segmentation segmentation_;
  std::vector<Analysis> analyses_;
};

}  // namespace consilience::testing
