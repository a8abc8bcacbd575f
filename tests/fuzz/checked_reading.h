// Reads fuzzed bytes as an input and holds what comes out against the reader's promises.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/day.h"
#include "engine/document/stream_reader.h"
#include "engine/document/text_check.h"
#include "tests/document/memory_stream.h"

namespace consilience::testing {

inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

class CheckedSink : public InputSink {
 public:
  absl::Status OnDocument(Document document) override {
    Require(!document.id.empty() && document.line >= 1 && document.file == "fuzzed",
            "a document says where it is from");
    Require(!document.text.empty(), "a document has text");
    for (const std::string* text :
         {&document.id, &document.outlet, &document.title, &document.published, &document.url, &document.text}) {
      Take(*text);
    }
    for (const std::string& name : document.header_credits) {
      Require(!name.empty(), "a credit has a name");
      Take(name);
    }
    Require(document.published.empty() || DayUtc::Parse(document.published).has_value(),
            "times are readable or absent");
    seen_ += std::to_string(document.line) + "\n";
    return absl::OkStatus();
  }

  absl::Status OnClaims(std::vector<ReadyClaim> claims, const std::string& input) override {
    Require(input == "fuzzed", "claims say where they are from");
    Require(!claims.empty() && claims.size() <= 4096, "batches are bounded");
    for (const ReadyClaim& claim : claims) {
      Require(!claim.source.empty() && !claim.subject.empty() && !claim.predicate.empty() && !claim.object.empty(),
              "a claim is complete");
      for (const std::string* text :
           {&claim.source, &claim.subject, &claim.predicate, &claim.object, &claim.published, &claim.verbatim}) {
        Take(*text);
      }
    }
    return absl::OkStatus();
  }

  void OnRejected(Diagnostic diagnostic) override {
    Require(diagnostic.file == "fuzzed" && diagnostic.line >= 0 && !diagnostic.what.empty(),
            "a rejection says what and where");
    seen_ += diagnostic.ToString() + "\n";
  }

  const std::string& seen() const { return seen_; }

 private:
  void Take(const std::string& text) {
    Require(!FindTextFault(text), "texts are UTF-8 without NULs");
    seen_ += std::to_string(text.size()) + ":" + text + "\n";
  }

  std::string seen_;  // all of it, in order
};

// Everything that reading `bytes` in steps of `step` bytes delivers.
inline std::string Deliveries(const std::string& bytes, InputFormat format, size_t step, size_t max_record_bytes) {
  CheckedSink sink;
  ReadOptions options;
  options.format = format;
  options.max_record_bytes = max_record_bytes;
  Require(ReadStream(std::make_unique<MemoryStream>(bytes, step), "fuzzed", options, &sink).ok(),
          "only the sink can stop the reading");
  return sink.seen();
}

// Reads `data` as `format` and detected, at once and in small steps, with and without a bound that matters.
inline void CheckReading(const uint8_t* data, size_t size, InputFormat format) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const InputFormat as : {format, InputFormat::kAuto}) {
    for (const size_t max_record_bytes : {size_t{64}, size_t{1} << 20}) {
      const std::string whole = Deliveries(bytes, as, ~size_t{0}, max_record_bytes);
      Require(whole == Deliveries(bytes, as, 1 + size % 7, max_record_bytes),
              "what is read does not depend on its pieces");
    }
  }
}

}  // namespace consilience::testing
