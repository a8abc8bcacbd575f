// Bytes of input per second, by format, from files that the system has in memory. Every run is checked against the
// number of records and of bytes of text before its time counts.
#include <benchmark/benchmark.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/base/json_writer.h"
#include "engine/document/reader.h"

namespace consilience {
namespace {

constexpr char kParagraph[] =
    "The ferry \"Alma\" sank near Porto Novo on Sunday, the coast guard said. Twelve people died and thirty were taken "
    "ashore at São Tomé by fishermen, according to a port official who asked not to be named.\n";

struct Expected {
  size_t records = 0;
  size_t text_bytes = 0;  // of texts, or of objects of claims
  friend bool operator==(const Expected&, const Expected&) = default;
};

struct Input {
  std::string content;
  Expected expected;
};

constexpr size_t kInputBytes = size_t{16} << 20;

std::string ArticleText(size_t i) {
  std::string text;
  for (size_t paragraph = 0; paragraph < 8 + i % 17; ++paragraph) text += kParagraph;
  return text;
}

Input Articles() {
  Input input;
  for (size_t i = 0; input.content.size() < kInputBytes; ++i) {
    const std::string text = ArticleText(i);
    JsonWriter json(&input.content);
    json.BeginObject().Key("id").String(absl::StrCat("n", i)).Key("outlet").String("Reuters");
    json.Key("published").String("2026-05-04").Key("title").String("Ferry").Key("url").String("https://example.org/");
    json.Key("text").String(text).EndObject();
    input.content += '\n';
    ++input.expected.records;
    input.expected.text_bytes += text.size();
  }
  return input;
}

Input ClaimsCsv() {
  Input input;
  input.content = "source,subject,predicate,object,published,verbatim\n";
  while (input.content.size() < kInputBytes) {
    const std::string n = std::to_string(input.expected.records);
    input.content += absl::StrCat("BBC,Mount ", n, ",height,", n, ",2026-01-02,\"", n, ",0 \"\"m\"\"\"\n");
    ++input.expected.records;
    input.expected.text_bytes += n.size();
  }
  return input;
}

Input ClaimsJson() {
  Input input;
  while (input.content.size() < kInputBytes) {
    const std::string n = std::to_string(input.expected.records);
    JsonWriter json(&input.content);
    json.BeginObject()
        .Key("source")
        .String("BBC")
        .Key("subject")
        .String(absl::StrCat("Mount ", n))
        .Key("predicate")
        .String("height");
    json.Key("object")
        .String(n)
        .Key("published")
        .String("2026-01-02")
        .Key("verbatim")
        .String(absl::StrCat(n, " m"))
        .EndObject();
    input.content += '\n';
    ++input.expected.records;
    input.expected.text_bytes += n.size();
  }
  return input;
}

Input Lines() {
  Input input;
  while (input.content.size() < kInputBytes) {
    input.content += kParagraph;
    ++input.expected.records;
    input.expected.text_bytes += sizeof(kParagraph) - 2;
  }
  return input;
}

class Folder {
 public:
  Folder() {
    std::string form = (std::filesystem::temp_directory_path() / "consilience_bench_XXXXXX").string();
    if (mkdtemp(form.data()) == nullptr) std::abort();
    path_ = form;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }
  void Write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ + "/" + name, std::ios::binary) << content;
  }
  void WriteGzip(const std::string& name, const std::string& content) const {
    const gzFile file = gzopen((path_ + "/" + name).c_str(), "wb6");
    if (gzwrite(file, content.data(), static_cast<unsigned>(content.size())) <= 0) std::abort();
    gzclose(file);
  }

 private:
  std::string path_;
};

class Counter : public InputSink {
 public:
  absl::Status OnDocument(Document document) override {
    ++seen.records;
    seen.text_bytes += document.text.size();
    return absl::OkStatus();
  }
  absl::Status OnClaims(std::vector<ReadyClaim> claims, const std::string&) override {
    seen.records += claims.size();
    for (const ReadyClaim& claim : claims) seen.text_bytes += claim.object.size();
    return absl::OkStatus();
  }
  void OnRejected(Diagnostic) override { ++rejected; }

  Expected seen;
  size_t rejected = 0;
};

void Report(const Input& input, bool right, benchmark::State* state) {
  if (!right) state->SkipWithError("wrong answer");
  state->SetBytesProcessed(static_cast<int64_t>(state->iterations() * input.content.size()));
  state->SetItemsProcessed(static_cast<int64_t>(state->iterations() * input.expected.records));
}

void ReadFolder(const Folder& folder, const Input& input, benchmark::State* state) {
  bool right = true;
  for (auto _ : *state) {
    Counter counter;
    right &= ReadInputs({folder.path()}, {}, &counter).ok() && counter.rejected == 0 && counter.seen == input.expected;
  }
  Report(input, right, state);
}

void ReadAs(Input (*make)(), bool gzip, benchmark::State* state) {
  const Input input = make();
  const Folder folder;
  gzip ? folder.WriteGzip("input", input.content) : folder.Write("input", input.content);
  ReadFolder(folder, input, state);
}

void BM_Articles(benchmark::State& state) {
  ReadAs(Articles, false, &state);
}
void BM_ArticlesGzip(benchmark::State& state) {
  ReadAs(Articles, true, &state);
}
void BM_ClaimsCsv(benchmark::State& state) {
  ReadAs(ClaimsCsv, false, &state);
}
void BM_ClaimsCsvGzip(benchmark::State& state) {
  ReadAs(ClaimsCsv, true, &state);
}
void BM_ClaimsJson(benchmark::State& state) {
  ReadAs(ClaimsJson, false, &state);
}

// A folder of digests of a few kilobytes each, as they are collected.
void BM_Digests(benchmark::State& state) {
  const Folder folder;
  Input input;
  for (size_t i = 0; i < 2000; ++i) {
    const std::string text = ArticleText(i);
    const std::string digest = "Credited from: Reuters, BBC\n" + text;
    folder.Write("digest" + std::to_string(i), digest);
    input.content += digest;
    ++input.expected.records;
    input.expected.text_bytes += text.size();
  }
  ReadFolder(folder, input, &state);
}

void BM_Lines(benchmark::State& state) {
  const Input input = Lines();
  const Folder folder;
  folder.Write("input", input.content);
  bool right = true;
  for (auto _ : state) {
    Expected seen;
    const absl::Status status = ReadLines(
        {folder.path()}, {},
        [&](absl::string_view line, const std::string&, int64_t) {
          ++seen.records;
          seen.text_bytes += line.size();
          return absl::OkStatus();
        },
        [&](const Diagnostic&) { right = false; });
    right &= status.ok() && seen == input.expected;
  }
  Report(input, right, &state);
}

BENCHMARK(BM_Digests)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Articles)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ArticlesGzip)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ClaimsCsv)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ClaimsCsvGzip)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ClaimsJson)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Lines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
