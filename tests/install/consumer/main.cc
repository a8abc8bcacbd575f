// A user of the libraries: who is credited for each statement of a text?
#include <iostream>

#include "engine/pipeline/annotator.h"

int main() {
  consilience::AnnotatorOptions options;
  options.model_path = MODEL;
  const auto annotator = consilience::Annotator::Create(options);
  if (!annotator.ok()) {
    std::cerr << annotator.status() << "\n";
    return 1;
  }
  consilience::Document document;
  document.text = "Minister Lena Berg opened the bridge, according to SCMP.";
  consilience::Analyzer::Scratch scratch;
  const consilience::Annotation annotation =
      (*annotator)
          ->Annotate(document, consilience::Annotator::Layout::kText, consilience::ClaimView::kClause, &scratch);
  for (const auto& credits : annotation.credits) {
    for (const consilience::Credit& credit : credits) std::cout << "credited: " << credit.outlet << "\n";
  }
  return 0;
}
