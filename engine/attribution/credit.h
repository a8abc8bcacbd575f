// Who is credited for a statement: which outlets are named as having reported it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/base/span.h"
#include "engine/document/document.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// On what ground an outlet is credited.
//   inline     the statement names it as a source: "according to SCMP and ABC News"
//   paragraph  a digest: the credit that closes its paragraph, for statements with none of their own
//   header     a digest: "Credited from: SCMP", for statements with neither
//   publisher  the outlet's own document, for statements that credit nobody else
//   via        the outlet relayed it: "Bloomberg said, citing Kyodo" credits Kyodo inline and Bloomberg via
enum class CreditBasis : uint8_t { kInline, kParagraph, kHeader, kPublisher, kVia };
absl::string_view ToString(CreditBasis basis);

struct Credit {
  std::string outlet;   // canonical name; for a publisher the registry does not know, its own name
  std::string mention;  // as written; for publisher credits the document's name of it
  CreditBasis basis = CreditBasis::kPublisher;
  ByteSpan span;        // of the mention; empty for header and publisher credits
  ByteSpan cue;         // of the words that make it a credit ("according to"); empty for header and publisher credits

  friend bool operator==(const Credit&, const Credit&) = default;
};

// Thread-safe: const.
class CreditFinder {
 public:
  // `registry` must outlive the finder.
  explicit CreditFinder(const OutletRegistry* registry) : registry_(registry) {}

  // The credits of every statement of a document, in the order of its statements; each list ordered by span, without
  // duplicates of (outlet, basis). An outlet merely talked about is not credited. `analyses` has one entry a statement.
  std::vector<std::vector<Credit>> Find(const Document& document, const Segmentation& segmentation,
                                        absl::Span<const Analysis> analyses) const;

 private:
  const OutletRegistry* registry_;
};

}  // namespace consilience
