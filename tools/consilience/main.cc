// consilience: which facts do independent news outlets agree on, and where do they contradict each other?
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr const Command* kCommands[] = {&kIngest, &kReconcile, &kReport, &kQuery,  &kExplain, &kExtract,
                                        &kEvents, &kScene,     &kParse,  &kStatus, &kOutlets};

void PrintOverview(std::ostream& out) {
  out << "consilience: which facts do independent news outlets agree on, and where do they contradict each other?\n\n";
  for (const Command* command : kCommands) {
    out << "  consilience " << std::left << std::setw(10) << command->name << " " << command->summary << "\n";
  }
  out << "\n'consilience COMMAND --help' tells what a command takes; 'consilience --version' the version.\n"
         "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some input was rejected.\n";
}

void PrintHelp(const Command& command, std::ostream& out) {
  out << "usage: consilience " << command.name << " " << command.arguments << "\n\n" << command.summary << "\n\n";
  for (const Option& option : command.options) {
    const std::string left = option.value == nullptr ? option.name : absl::StrCat(option.name, " ", option.value);
    out << "  " << std::left << std::setw(22) << left << " " << option.help << "\n";
  }
  if (command.notes[0] != '\0') out << "\n" << command.notes;
}

// The message, then a hint on a line of its own, unless the message has one.
int Complain(const absl::Status& status, const std::string& hint) {
  const std::string message(status.message());
  std::cerr << "consilience: " << message << "\n";
  if (!hint.empty() && message.find("\nhint: ") == std::string::npos) std::cerr << "hint: " << hint << "\n";
  return status.code() == absl::StatusCode::kInvalidArgument ? kWrongUsage : kFailed;
}

int Main(const std::vector<std::string>& words) {
  if (words.empty()) {
    PrintOverview(std::cerr);
    return kWrongUsage;
  }
  const std::string& name = words[0];
  if (name == "help" && words.size() > 1) return Main({words[1], "--help"});
  if (name == "--help" || name == "-h" || name == "help") {
    PrintOverview(std::cout);
    return kDone;
  }
  if (name == "--version") {
    std::cout << "consilience " << CONSILIENCE_VERSION << "\n";
    return kDone;
  }
  std::vector<std::string> names;
  for (const Command* command : kCommands) {
    names.emplace_back(command->name);
    if (name != command->name) continue;
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    for (const std::string& word : rest) {
      if (word == "--") break;
      if (word == "--help" || word == "-h") {
        PrintHelp(*command, std::cout);
        return kDone;
      }
    }
    const std::string hint = absl::StrCat("'consilience ", name, " --help' tells what it takes");
    const absl::StatusOr<Arguments> arguments = Arguments::Parse(rest, command->options);
    if (!arguments.ok()) return Complain(arguments.status(), hint);
    const absl::StatusOr<int> code = command->run(*arguments);
    std::cout.flush();
    if (!code.ok()) {
      return Complain(code.status(), code.status().code() == absl::StatusCode::kInvalidArgument ? hint : "");
    }
    if (!std::cout.good()) return Complain(absl::UnavailableError("cannot write to standard output"), "");
    return *code;
  }
  const std::string nearest = Nearest(name, names);
  return Complain(
      absl::InvalidArgumentError(absl::StrCat("there is no command \"", name, "\"")),
      nearest.empty() ? "'consilience --help' lists the commands" : absl::StrCat("did you mean ", nearest, "?"));
}

}  // namespace
}  // namespace consilience

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return consilience::Main(std::vector<std::string>(argv + 1, argv + argc));
}
