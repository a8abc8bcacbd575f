// links: syntax
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/syntax/conllu.h"

namespace consilience {
namespace {

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

struct Read {
  std::string written;  // every analysis, written back
  size_t rejected = 0;
};

Read ReadAndWrite(absl::string_view content) {
  Read out;
  ReadConllu(
      content, "fuzzed",
      [&](const ConlluSentence& sentence) {
        Require(sentence.segmentation.statements.size() == 1, "a sentence is one statement");
        uint32_t end = 0;
        for (const Token& token : sentence.segmentation.tokens) {
          Require(
              token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= sentence.text.size(),
              "tokens follow one another within the text");
          end = token.span.end;
        }
        if (sentence.analysis.size() == 0) return;
        Require(static_cast<size_t>(sentence.analysis.size()) == sentence.segmentation.tokens.size(), "a word a token");
        AppendConllu(sentence.text, sentence.analysis, &out.written);
      },
      [&](const Diagnostic& diagnostic) {
        Require(diagnostic.line >= 1 && !diagnostic.what.empty(), "a rejection says what and where");
        ++out.rejected;
      });
  return out;
}

}  // namespace
}  // namespace consilience

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Read first = ReadAndWrite(bytes);
  const Read second = ReadAndWrite(first.written);
  Require(second.rejected == 0, "what is written can be read");
  Require(second.written == first.written, "writing what was written changes nothing");
  return 0;
}
