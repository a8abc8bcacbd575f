#include "engine/pipeline/annotator.h"

#include <utility>
#include <vector>

#include "engine/base/day.h"
#include "engine/base/status_macros.h"

namespace consilience {

ExtractionContext ContextOf(const Document& document, const Annotation& annotation) {
  ExtractionContext context;
  context.text = document.text;
  context.analyses = annotation.analyses;
  context.speech = annotation.speech;
  context.unattributed = annotation.unattributed;
  context.entities = &annotation.entities;
  context.min_confidence = annotation.min_confidence;
  context.published = DayUtc::Parse(document.published);
  return context;
}

absl::StatusOr<std::unique_ptr<Annotator>> Annotator::Create(const AnnotatorOptions& options) {
  std::unique_ptr<Annotator> annotator(new Annotator);
  std::string model_path = options.model_path;
  if (model_path.empty()) {
    CONSILIENCE_ASSIGN_OR_RETURN(model_path, DefaultModelPath());
  }
  CONSILIENCE_ASSIGN_OR_RETURN(annotator->analyzer_, Analyzer::Load(model_path));
  CONSILIENCE_ASSIGN_OR_RETURN(annotator->segmenter_, Segmenter::Create(annotator->analyzer_->boundary_weights()));
  CONSILIENCE_ASSIGN_OR_RETURN(annotator->registry_, OutletRegistry::Create(options.outlet_files));
  annotator->min_confidence_ = options.min_confidence;
  return annotator;
}

Annotation Annotator::Annotate(const Document& document, Layout layout, ClaimView view,
                               Analyzer::Scratch* scratch) const {
  Annotation out;
  const absl::string_view text = document.text;
  out.segmentation = layout == Layout::kLine ? segmenter_->SegmentLine(text) : segmenter_->Segment(text);
  out.analyses = analyzer_->AnalyzeText(text, out.segmentation, scratch);
  const std::vector<QuotedText> quotations = FindQuotations(text, out.segmentation);
  out.speech = FindSpeech(text, out.segmentation, out.analyses, quotations);
  out.unattributed = FindUnattributedQuotations(quotations, out.speech);
  if (layout == Layout::kLine) {  // a line that is one quotation was cut from a text that may tell who speaks
    const auto is_all = [&](ByteSpan quotation) { return quotation == out.segmentation.statements.front().span; };
    std::erase_if(out.unattributed, is_all);
  }
  DocumentCredits credits = CreditFinder(registry_.get()).Find(document, out.segmentation, out.analyses, out.speech);
  LeaveSpeakersToCredits(credits, &out.speech);
  out.credits = std::move(credits.statements);
  out.ambiguous = std::move(credits.ambiguous);
  out.wire_marks = std::move(credits.wire_marks);
  out.entities = ResolveEntities(text, out.analyses, out.speech);
  out.min_confidence = min_confidence_;
  out.claims = ExtractClaims(ContextOf(document, out), view);
  return out;
}

std::vector<Analysis> Annotator::Parse(absl::string_view text, Layout layout, Analyzer::Scratch* scratch) const {
  const Segmentation segmentation = layout == Layout::kLine ? segmenter_->SegmentLine(text) : segmenter_->Segment(text);
  return analyzer_->AnalyzeText(text, segmentation, scratch);
}

}  // namespace consilience
