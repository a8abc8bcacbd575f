#include <iostream>

#include "engine/base/status_macros.h"
#include "engine/pipeline/event_listing.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--format", "FORMAT", "auto (the default), digest or articles"},
    {"--threads", "N", "threads; default: one per core. The output is the same whatever their number"},
    {"--model", "FILE", "the language model; default: the one that ships"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_RETURN_IF_ERROR(RequirePaths(arguments));
  ReadOptions read;
  CONSILIENCE_ASSIGN_OR_RETURN(read.format, ParseInputFormat(arguments.Value("--format", "auto")));
  CONSILIENCE_RETURN_IF_ERROR(RequireText(read.format));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Annotator> annotator, MakeAnnotator(arguments));
  Rejections rejections;
  CONSILIENCE_RETURN_IF_ERROR(ListEvents(*annotator, arguments.positional(), read, static_cast<int>(threads),
                                         &std::cout,
                                         [&](const Diagnostic& diagnostic) { rejections.Add(diagnostic); }));
  return rejections.exit_code();
}

}  // namespace

const Command kEvents = {
    "events",
    "[--format auto|digest|articles] PATH...",
    "Print which words of several documents mention one event, as JSON Lines",
    kOptions,
    "One object per event: its act and every mention of it, a verb or a noun, with its bytes. That two\n"
    "mentions are of one event is less than that two claims agree.\n"
    "\n"
    "example: consilience events articles.jsonl | jq -c 'select(.documents > 2) | .act'\n",
    Run};

}  // namespace consilience
