// Trees for tests, one word a line:  FORM LEMMA UPOS XPOS HEAD RELATION [MISC]
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/claim/extractor.h"
#include "engine/syntax/conllu.h"

namespace consilience::testing {

// A sentence with its analysis. MISC is as in CoNLL-U ("SpaceAfter=No|Name=B-LOC").
class ParsedSentence {
 public:
  explicit ParsedSentence(absl::string_view lines) {
    std::string conllu;
    int number = 0;
    for (absl::string_view line : absl::StrSplit(lines, '\n', absl::SkipWhitespace())) {
      const std::vector<std::string> f = absl::StrSplit(line, ' ', absl::SkipEmpty());
      EXPECT_GE(f.size(), 6u) << line;
      if (f.size() < 6) return;
      absl::StrAppend(&conllu, ++number, "\t", f[0], "\t", f[1], "\t", f[2], "\t", f[3], "\t_\t", f[4], "\t", f[5],
                      "\t_\t", f.size() > 6 ? f[6] : "_", "\n");
    }
    conllu += "\n";
    ReadConllu(
        conllu, "test",
        [&](const ConlluSentence& sentence) {
          text_ = sentence.text;
          std::vector<Word> words(sentence.analysis.words().begin(), sentence.analysis.words().end());
          std::vector<char> lemmas;
          size_t size = 0;
          for (const Word& word : words) size += word.lemma.size();
          lemmas.reserve(size);
          for (Word& word : words) {
            word.form = word.span.In(text_);
            const size_t at = lemmas.size();
            lemmas.insert(lemmas.end(), word.lemma.begin(), word.lemma.end());
            word.lemma = absl::string_view(lemmas.data() + at, word.lemma.size());
          }
          analysis_.Assign(std::move(words), std::move(lemmas));
          analysis_.span = {0, static_cast<uint32_t>(text_.size())};
        },
        [](const Diagnostic&) { ADD_FAILURE() << "the tree is malformed"; });
  }

  const std::string& text() const { return text_; }
  const Analysis& analysis() const { return analysis_; }

  std::vector<Claim> Claims(ClaimView view, absl::Span<const Speech> speech = {}) const {
    return ExtractClaims(Context(speech), view).front();
  }

  ExtractionContext Context(absl::Span<const Speech> speech = {}) const {
    ExtractionContext context;
    context.text = text_;
    context.analyses = absl::MakeConstSpan(&analysis_, 1);
    context.speech = speech;
    return context;
  }

 private:
  std::string text_;
  Analysis analysis_;
};

// "subject | predicate | object | role: argument".
inline std::string Describe(const Claim& claim) {
  std::string out = absl::StrCat(claim.subject.text, " | ", claim.predicate.text);
  if (!claim.object.empty()) absl::StrAppend(&out, " | ", claim.object.text);
  for (const Argument& argument : claim.arguments) {
    absl::StrAppend(&out, " | ", argument.role, argument.role.empty() ? "" : ": ", argument.text);
  }
  return out;
}

inline std::vector<std::string> Describe(const std::vector<Claim>& claims) {
  std::vector<std::string> out;
  for (const Claim& claim : claims) out.push_back(Describe(claim));
  return out;
}

}  // namespace consilience::testing
