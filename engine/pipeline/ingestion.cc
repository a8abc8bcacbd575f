#include "engine/pipeline/ingestion.h"

#include <utility>

#include "engine/base/parallel_batch.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/document_batch.h"

namespace consilience {
namespace {

DocumentRecord ToRecord(Document document, std::string publisher, Annotation annotation) {
  DocumentRecord record;
  record.publisher = std::move(publisher);
  record.statements.reserve(annotation.segmentation.statements.size());
  for (size_t i = 0; i < annotation.segmentation.statements.size(); ++i) {
    const Statement& statement = annotation.segmentation.statements[i];
    StatementRecord& out = record.statements.emplace_back();
    out.span = statement.span;
    out.text = std::string(statement.span.In(document.text));
    out.paragraph = statement.paragraph;
    out.credits = std::move(annotation.credits[i]);
    out.claims = std::move(annotation.claims[i]);
  }
  record.wire_marks = std::move(annotation.wire_marks);
  record.document = std::move(document);
  return record;
}

class Ingester {
 public:
  Ingester(const IngestOptions& options, const OutletRegistry& registry, const AnnotatorFactory& annotator,
           ClaimStore* store, const std::function<void(const IngestCounts&)>& on_progress)
      : registry_(registry),
        annotator_(annotator),
        store_(store),
        on_progress_(on_progress),
        scratches_(ThreadCount(options.threads)) {}

  absl::Status AddDocuments(std::vector<Document> documents) {
    counts_.documents += static_cast<int64_t>(documents.size());
    std::vector<std::string> publishers;
    std::vector<Document> fresh;
    for (Document& document : documents) {
      std::string publisher = registry_.CanonicalPublisher(document.outlet, document.url);
      CONSILIENCE_ASSIGN_OR_RETURN(const bool known, store_->HasDocument(DocumentId(document, publisher)));
      if (known) continue;
      publishers.push_back(std::move(publisher));
      fresh.push_back(std::move(document));
    }
    if (fresh.empty()) return Progress();
    CONSILIENCE_ASSIGN_OR_RETURN(const Annotator* const annotator, annotator_());
    std::vector<DocumentRecord> records(fresh.size());
    ForEachInParallel(fresh.size(), scratches_.size(), [&](size_t worker, size_t item) {
      Document& document = fresh[item];
      Annotation annotation =
          annotator->Annotate(document, Annotator::Layout::kText, ClaimView::kAtomic, &scratches_[worker]);
      records[item] = ToRecord(std::move(document), std::move(publishers[item]), std::move(annotation));
    });
    return InTransaction([&]() -> absl::Status {
      for (const DocumentRecord& record : records) {
        CONSILIENCE_ASSIGN_OR_RETURN(const bool added, store_->AddDocument(record));
        if (!added) continue;
        ++counts_.new_documents;
        counts_.statements += static_cast<int64_t>(record.statements.size());
        for (const StatementRecord& statement : record.statements) {
          counts_.claims += static_cast<int64_t>(statement.claims.size());
        }
      }
      return absl::OkStatus();
    });
  }

  absl::Status AddClaims(std::vector<ReadyClaim> claims, const std::string& input) {
    counts_.ready_claims += static_cast<int64_t>(claims.size());
    for (ReadyClaim& claim : claims) claim.source = registry_.CanonicalPublisher(claim.source, "");
    return InTransaction([&]() -> absl::Status {
      CONSILIENCE_ASSIGN_OR_RETURN(const int64_t added, store_->AddReadyClaims(claims, input));
      counts_.new_ready_claims += added;
      return absl::OkStatus();
    });
  }

  IngestCounts& counts() { return counts_; }

 private:
  absl::Status InTransaction(const std::function<absl::Status()>& work) {
    CONSILIENCE_RETURN_IF_ERROR(store_->Begin());
    absl::Status status = work();
    if (status.ok()) status = store_->Commit();
    if (!status.ok()) {
      store_->Rollback();
      return status;
    }
    return Progress();
  }

  absl::Status Progress() {
    if (on_progress_) on_progress_(counts_);
    return absl::OkStatus();
  }

  const OutletRegistry& registry_;
  const AnnotatorFactory& annotator_;
  ClaimStore* store_;
  const std::function<void(const IngestCounts&)>& on_progress_;
  std::vector<Analyzer::Scratch> scratches_;
  IngestCounts counts_;
};

}  // namespace

absl::StatusOr<IngestCounts> Ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                                    const OutletRegistry& registry, const AnnotatorFactory& annotator,
                                    ClaimStore* store, const std::function<void(Diagnostic)>& on_rejected,
                                    const std::function<void(const IngestCounts&)>& on_progress) {
  CONSILIENCE_RETURN_IF_ERROR(store->Begin());
  if (absl::Status status = store->AddOutlets(registry.outlets()); !status.ok()) {
    store->Rollback();
    return status;
  }
  CONSILIENCE_RETURN_IF_ERROR(store->Commit());
  Ingester ingester(options, registry, annotator, store, on_progress);
  DocumentBatcher batcher([&](std::vector<Document> documents) { return ingester.AddDocuments(std::move(documents)); },
                          [&](std::vector<ReadyClaim> claims, const std::string& input) {
                            return ingester.AddClaims(std::move(claims), input);
                          },
                          [&](Diagnostic diagnostic) {
                            ++ingester.counts().rejected;
                            on_rejected(std::move(diagnostic));
                          });
  CONSILIENCE_RETURN_IF_ERROR(ReadInputs(paths, options.read, &batcher));
  CONSILIENCE_RETURN_IF_ERROR(batcher.Flush());
  return ingester.counts();
}

}  // namespace consilience
