// A located complaint about input: something was rejected, the rest was read.
#pragma once

#include <cstdint>
#include <string>

namespace consilience {

struct Diagnostic {
  std::string file;    // as the user named it; "-" is standard input
  int64_t line = 0;    // 1-based; 0 when the whole file is meant
  std::string what;    // what is wrong, one sentence without a final stop
  std::string remedy;  // what to try, one sentence without a final stop

  // "FILE:LINE: WHAT; REMEDY"
  std::string ToString() const {
    std::string out = file;
    if (line > 0) out += ":" + std::to_string(line);
    out += ": " + what;
    if (!remedy.empty()) out += "; " + remedy;
    return out;
  }
};

}  // namespace consilience
