// Who is credited for a statement: which outlets are named as having reported it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/attribution/speech.h"
#include "engine/base/span.h"
#include "engine/document/document.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// On what ground an outlet is credited.
//   inline     the statement names it as a source: "according to SCMP and ABC News"
//   paragraph  a digest: the credit that closes its paragraph, for statements with none of their own
//   header     a digest: "Credited from: SCMP" or "Sources: AP, AFP", for statements with neither
//   publisher  the outlet's own document, for statements that credit nobody else
//   via        the outlet relayed it: "Bloomberg said, citing Kyodo" credits Kyodo inline and Bloomberg via
//   poll       the outlet asked the voters a statement counts: "a CNN poll". It reports nothing by that, and stands
//              beside whatever else the statement is credited to
// Stored by number: new ones are added at the end.
enum class CreditBasis : uint8_t { kInline, kParagraph, kHeader, kPublisher, kVia, kPoll };
absl::string_view ToString(CreditBasis basis);

struct Credit {
  std::string outlet;   // canonical name; for a publisher the registry does not know, its own name
  std::string mention;  // as written; for publisher credits the document's name of it
  CreditBasis basis = CreditBasis::kPublisher;
  ByteSpan span;  // of the mention; empty for header and publisher credits
  ByteSpan cue;   // of the words that make it a credit ("according to"); empty for header and publisher credits
  // What of the statement the credit covers, when that is less than all of it: in "A sank, Reuters said, while CNN
  // spoke of a fire" Reuters covers "A sank". Empty: the whole statement.
  std::vector<ByteSpan> covered;

  friend bool operator==(const Credit&, const Credit&) = default;
};

// A name that makes a credit and that several outlets go by, when nothing in the document tells which is meant. Its
// statement is not credited to any of them, nor to anybody in their place.
struct AmbiguousMention {
  uint32_t statement = 0;
  ByteSpan span;
  std::vector<std::string> candidates;  // canonical names
};

// How a document says that its text is another's, or draws on it.
//   dateline      "LISBON (Reuters) -" at its beginning: all of it
//   byline        "By Jane Doe, Associated Press": all of it
//   closing       "(AFP)", "Source: Kyodo" behind a statement or a paragraph: what stands before it
//   contribution  "With reporting by AFP", "The Associated Press contributed to this report.": some of it
enum class WireMarkKind : uint8_t { kDateline, kByline, kClosing, kContribution };
absl::string_view ToString(WireMarkKind kind);

// What a document prints of another outlet by its own account: evidence that the two are not independent. The
// publisher's own marks are left out.
struct WireMark {
  std::string outlet;  // canonical name
  WireMarkKind kind = WireMarkKind::kDateline;
  uint32_t statement = 0;
  ByteSpan span;  // of the outlet's name

  friend bool operator==(const WireMark&, const WireMark&) = default;
};

// All that a document's text says of outlets.
struct DocumentCredits {
  std::vector<std::vector<Credit>> statements;  // one list a statement, ordered by span, each outlet once
  std::vector<AmbiguousMention> ambiguous;      // in the order of the text
  std::vector<WireMark> wire_marks;             // in the order of the text
};

// Thread-safe: const.
class CreditFinder {
 public:
  // `registry` must outlive the finder.
  explicit CreditFinder(const OutletRegistry* registry) : registry_(registry) {}

  // An outlet merely talked about is not credited. `analyses` has one entry a statement; `speech` is FindSpeech's for
  // the same text.
  DocumentCredits Find(const Document& document, const Segmentation& segmentation, absl::Span<const Analysis> analyses,
                       absl::Span<const Speech> speech) const;

 private:
  const OutletRegistry* registry_;
};

// Clears the speaker of every speech whose source is an outlet that its statement credits: what an outlet reports is
// told by its credit, and a speaker is who speaks to it. Sources, cues and contents stay.
void LeaveSpeakersToCredits(const DocumentCredits& credits, std::vector<Speech>* speech);

// The outlets of a statement's credits that do not stand behind its words at `words`: those whose credits cover other
// words, while another's covers these or is made by them. None when nobody's does: then the whole statement's count.
std::vector<std::string> WithheldFrom(absl::Span<const Credit> credits, ByteSpan words);

}  // namespace consilience
