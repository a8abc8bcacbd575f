#include <iostream>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/claim/confidence.h"
#include "engine/pipeline/extraction.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--format", "FORMAT", "auto (the default), digest or articles"},
    {"--lines", nullptr, "one sentence per line of input"},
    {"--view", "VIEW", "clause (the default): one claim per predicate; atomic: as the reconciler compares them"},
    {"--min-confidence", "P", "leave out claims of less confidence; from 0, which keeps all, to 1; default: 0.5"},
    {"--explain", nullptr, "instead, for each statement its tree, its claims and the rules that made them, in words"},
    {"--rules", nullptr, "with each claim the rules that made it, its weakest arc and what its confidence rests on"},
    {"--threads", "N", "threads; default: one per core. The output is the same whatever their number"},
    {"--outlets", "FILE", "more outlets, in the form of the built-in registry; may be given several times"},
    {"--model", "FILE", "the language model; default: the one that ships"},
};

absl::StatusOr<ClaimView> ParseView(absl::string_view name) {
  if (name == "clause") return ClaimView::kClause;
  if (name == "atomic") return ClaimView::kAtomic;
  return absl::InvalidArgumentError(absl::StrCat("--view takes clause or atomic, not \"", name, "\""));
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_RETURN_IF_ERROR(RequirePaths(arguments));
  ExtractionOptions options;
  CONSILIENCE_ASSIGN_OR_RETURN(options.read.format, ParseInputFormat(arguments.Value("--format", "auto")));
  CONSILIENCE_RETURN_IF_ERROR(RequireText(options.read.format));
  CONSILIENCE_ASSIGN_OR_RETURN(options.view, ParseView(arguments.Value("--view", "clause")));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  options.threads = static_cast<int>(threads);
  options.lines = arguments.Has("--lines");
  options.rules = arguments.Has("--rules");
  const bool explain = arguments.Has("--explain");  // what is left out is explained, too
  CONSILIENCE_ASSIGN_OR_RETURN(const Probability least,
                               arguments.Share("--min-confidence", explain ? Probability() : kLeastShown));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Annotator> annotator, MakeAnnotator(arguments, least));
  Rejections rejections;
  const auto write = explain ? ExplainToText : ExtractToJson;
  CONSILIENCE_RETURN_IF_ERROR(write(*annotator, arguments.positional(), options, &std::cout,
                                    [&](const Diagnostic& diagnostic) { rejections.Add(diagnostic); }));
  return rejections.exit_code();
}

}  // namespace

const Command kExtract = {
    "extract",
    "[--format auto|digest|articles] [--lines] [--view clause|atomic] [--min-confidence P] [--explain] PATH...",
    "Print statements, credits and claims as JSON Lines, without a store",
    kOptions,
    "One object per statement, as schema/exchange.schema.json describes it.\n"
    "\n"
    "example: consilience extract digest.txt | jq -r '.credits[].outlet' | sort | uniq -c\n",
    Run};

}  // namespace consilience
