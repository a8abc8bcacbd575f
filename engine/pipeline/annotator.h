// From a document to what it claims: every stage before the store, tied together.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/attribution/credit.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/attribution/speech.h"
#include "engine/claim/claim.h"
#include "engine/claim/entity.h"
#include "engine/claim/extractor.h"
#include "engine/document/document.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"

namespace consilience {

// All that is known of a document's text. Lists have one entry a statement, in order.
struct Annotation {
  Segmentation segmentation;
  std::vector<Analysis> analyses;
  std::vector<std::vector<Credit>> credits;
  std::vector<AmbiguousMention> ambiguous;  // of the whole document, ordered by statement, as are
  std::vector<WireMark> wire_marks;
  std::vector<Speech> speech;          // of the whole document, ordered by statement
  std::vector<ByteSpan> unattributed;  // quotations of nobody known
  Probability min_confidence;          // claims of less were left out
  Entities entities;
  std::vector<std::vector<Claim>> claims;
};

// What extraction knows of an annotated document. Refers to both.
ExtractionContext ContextOf(const Document& document, const Annotation& annotation);

struct AnnotatorOptions {
  std::string model_path;                 // empty: DefaultModelPath()
  std::vector<std::string> outlet_files;  // extend the built-in registry
  Probability min_confidence;             // claims of less are left out
};

// Thread-safe after creation: threads share the annotator, each with its own Scratch.
class Annotator {
 public:
  static absl::StatusOr<std::unique_ptr<Annotator>> Create(const AnnotatorOptions& options);

  enum class Layout {
    kText,  // find the statements
    kLine,  // the text is one statement
  };
  // The annotation refers to `document.text` and must not outlive it.
  Annotation Annotate(const Document& document, Layout layout, ClaimView view, Analyzer::Scratch* scratch) const;
  // The stages up to the tree only.
  std::vector<Analysis> Parse(absl::string_view text, Layout layout, Analyzer::Scratch* scratch) const;

  const OutletRegistry& registry() const { return *registry_; }
  const Analyzer& analyzer() const { return *analyzer_; }

 private:
  Annotator() = default;
  std::unique_ptr<Segmenter> segmenter_;
  std::unique_ptr<Analyzer> analyzer_;
  std::unique_ptr<OutletRegistry> registry_;
  Probability min_confidence_;
};

}  // namespace consilience
