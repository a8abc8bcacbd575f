#include <iostream>

#include "engine/base/status_macros.h"
#include "engine/pipeline/extraction.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--format", "FORMAT", "auto (the default), digest or articles"},
    {"--lines", nullptr, "one sentence per line of input"},
    {"--conllu", nullptr, "input is CoNLL-U: keep its sentences and words, analyse them again"},
    {"--threads", "N", "threads; default: one per core. The output is the same whatever their number"},
    {"--model", "FILE", "the language model; default: the one that ships"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_RETURN_IF_ERROR(RequirePaths(arguments));
  if (arguments.Has("--lines") && arguments.Has("--conllu")) {
    return absl::InvalidArgumentError("--lines and --conllu exclude each other");
  }
  ExtractionOptions options;
  CONSILIENCE_ASSIGN_OR_RETURN(options.read.format, ParseInputFormat(arguments.Value("--format", "auto")));
  CONSILIENCE_RETURN_IF_ERROR(RequireText(options.read.format));
  CONSILIENCE_ASSIGN_OR_RETURN(const int64_t threads, arguments.Number("--threads", 0, 1));
  options.threads = static_cast<int>(threads);
  const ParseInput input = arguments.Has("--conllu")  ? ParseInput::kConllu
                           : arguments.Has("--lines") ? ParseInput::kLines
                                                      : ParseInput::kText;
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<Annotator> annotator, MakeAnnotator(arguments));
  Rejections rejections;
  CONSILIENCE_RETURN_IF_ERROR(ParseToConllu(*annotator, arguments.positional(), input, options, &std::cout,
                                            [&](const Diagnostic& diagnostic) { rejections.Add(diagnostic); }));
  return rejections.exit_code();
}

}  // namespace

const Command kParse = {"parse",
                        "[--lines | --conllu] PATH...",
                        "Print parts of speech, lemmas, names and dependency trees as CoNLL-U",
                        kOptions,
                        "example: echo 'The ferry sank.' | consilience parse --lines -\n",
                        Run};

}  // namespace consilience
