#include "engine/pipeline/annotator.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace consilience {
namespace {

size_t ClaimsOf(const std::string& text, Annotator::Layout layout) {
  AnnotatorOptions options;
  options.model_path = CONSILIENCE_BINARY_DIR "/share/consilience/english.model";
  const auto annotator = Annotator::Create(options);
  EXPECT_TRUE(annotator.ok()) << annotator.status();
  Document document;
  document.text = text;
  Analyzer::Scratch scratch;
  size_t count = 0;
  for (const auto& claims : (*annotator)->Annotate(document, layout, ClaimView::kClause, &scratch).claims) {
    count += claims.size();
  }
  return count;
}

TEST(AnnotatorTest, ALineThatIsOneQuotationSaysWhatItQuotes) {
  const std::string quotation = "\"The council closed the harbour.\"";
  EXPECT_GT(ClaimsOf(quotation, Annotator::Layout::kLine), 0u);
  EXPECT_EQ(ClaimsOf(quotation, Annotator::Layout::kText), 0u);  // somebody's, who is not named
  EXPECT_EQ(ClaimsOf("She hummed, \"The council closed the harbour.\"", Annotator::Layout::kText),
            ClaimsOf("She hummed, \"The council closed the harbour.\"", Annotator::Layout::kLine));
}

}  // namespace
}  // namespace consilience
