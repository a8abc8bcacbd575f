#include <iostream>

#include "engine/base/status_macros.h"
#include "engine/pipeline/scene_comparison.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--explain", nullptr, "with each verdict what it rests on"},
    {"--model", "FILE", "the language model; default: the one that ships"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_RETURN_IF_ERROR(RequirePaths(arguments));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Annotator> annotator, MakeAnnotator(arguments));
  Rejections rejections;
  CONSILIENCE_RETURN_IF_ERROR(CompareScenes(*annotator, arguments.positional(), arguments.Has("--explain"), &std::cout,
                                            [&](const Diagnostic& diagnostic) { rejections.Add(diagnostic); }));
  return rejections.exit_code();
}

}  // namespace

const Command kScene = {
    "scene",
    "[--explain] PATH...",
    "Tell of pairs of claims about one scene whether the second holds where the first does",
    kOptions,
    "A line has six fields by tab: subject, predicate and object of both claims. The verdict is agree,\n"
    "conflict or neither. It takes both to tell of the same thing at the same moment, as two captions\n"
    "of one photograph do; claims of different reports are for 'consilience reconcile'.\n"
    "\n"
    "example: printf 'a dog\\tsprints\\t\\tan animal\\truns\\t\\n' | consilience scene -\n",
    Run};

}  // namespace consilience
