// Runs a real process and collects what it prints.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace consilience::testing {

struct ProcessResult {
  int exit_code = -1;  // -1: ended by a signal
  std::string out;
  std::string err;
};

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

inline void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
}

// `words[0]` is the program. `input` becomes its standard input.
inline ProcessResult RunProcess(const std::vector<std::string>& words, const std::string& input = "") {
  char folder[] = "/tmp/consilience_process_XXXXXX";
  ProcessResult result;
  if (mkdtemp(folder) == nullptr) return result;
  const std::string base = folder;
  WriteFile(base + "/in", input);
  const pid_t child = fork();
  if (child == 0) {
    const auto redirect = [](const std::string& path, int flags, int target) {
      const int descriptor = open(path.c_str(), flags, 0600);
      if (descriptor < 0 || dup2(descriptor, target) < 0) _exit(127);
    };
    redirect(base + "/in", O_RDONLY, STDIN_FILENO);
    redirect(base + "/out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(base + "/err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  result.out = ReadFile(base + "/out");
  result.err = ReadFile(base + "/err");
  for (const char* name : {"/in", "/out", "/err"}) unlink((base + name).c_str());
  rmdir(folder);
  return result;
}

}  // namespace consilience::testing
