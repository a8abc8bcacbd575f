#include "tools/consilience/command.h"

#include <iostream>

namespace consilience {

void Rejections::Add(const Diagnostic& diagnostic) {
  ++count_;
  std::cerr << "consilience: rejected " << diagnostic.ToString() << "\n";
}

absl::StatusOr<std::string> RequiredStore(const Arguments& arguments) {
  std::string store = arguments.Value("--store");
  if (store.empty()) return absl::InvalidArgumentError("--store is missing; name the claim store: --store FILE");
  return store;
}

absl::Status RequirePaths(const Arguments& arguments) {
  if (!arguments.positional().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError("no PATH is given; name files or folders, or - for standard input");
}

absl::StatusOr<std::unique_ptr<Annotator>> MakeAnnotator(const Arguments& arguments) {
  AnnotatorOptions options;
  options.model_path = arguments.Value("--model");
  options.outlet_files = arguments.Values("--outlets");
  return Annotator::Create(options);
}

}  // namespace consilience
