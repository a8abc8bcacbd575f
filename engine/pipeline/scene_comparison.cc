#include "engine/pipeline/scene_comparison.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/json_writer.h"
#include "engine/reconcile/entailment.h"

namespace consilience {
namespace {

using Triple = absl::Span<const absl::string_view>;

// The claim as a sentence, its parts found again by their place.
SceneClaim ReadTriple(const Annotator& annotator, Triple triple, Analyzer::Scratch* scratch) {
  std::string sentence;
  ByteSpan parts[kSceneParts];
  for (size_t part = 0; part < kSceneParts; ++part) {
    const absl::string_view words = absl::StripAsciiWhitespace(triple[part]);
    if (!sentence.empty() && !words.empty()) sentence.push_back(' ');
    parts[part].begin = static_cast<uint32_t>(sentence.size());
    absl::StrAppend(&sentence, words);
    parts[part].end = static_cast<uint32_t>(sentence.size());
  }
  sentence.push_back('.');
  const std::vector<Analysis> analyses = annotator.Parse(sentence, Annotator::Layout::kLine, scratch);
  return analyses.empty() ? SceneClaim() : ReadSceneClaim(analyses[0], parts);
}

std::string VerdictAsJson(const SceneEvidence& evidence, bool explain) {
  const SceneJudgement judgement = JudgeScene(evidence);
  std::string line;
  JsonWriter json(&line);
  json.BeginObject().Key("verdict").String(ToString(judgement.verdict)).Key("weights").BeginObject();
  for (int v = 0; v < kSceneVerdicts; ++v) {
    json.Key(ToString(static_cast<SceneVerdict>(v))).Int(judgement.weights[v]);
  }
  json.EndObject();
  if (explain) {
    json.Key("evidence").BeginObject();
    for (const auto& [name, count] : evidence) json.Key(name).Int(count);
    json.EndObject();
  }
  json.EndObject();
  line.push_back('\n');
  return line;
}

}  // namespace

absl::Status CompareScenes(const Annotator& annotator, const std::vector<std::string>& paths, bool explain,
                           std::ostream* out, const OnRejected& on_rejected) {
  Analyzer::Scratch scratch;
  return ReadLines(
      paths, ReadOptions(),
      [&](absl::string_view line, const std::string& file, int64_t number) -> absl::Status {
        const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
        if (fields.size() != 2 * kSceneParts) {
          on_rejected({file, number, absl::StrCat("has ", fields.size(), " fields by tab, not six"),
                       "give subject, predicate and object of both claims"});
          return absl::OkStatus();
        }
        const Triple triples(fields);
        const SceneClaim known = ReadTriple(annotator, triples.first(kSceneParts), &scratch);
        const SceneClaim asked = ReadTriple(annotator, triples.last(kSceneParts), &scratch);
        const std::string verdict = VerdictAsJson(FindSceneEvidence(known, asked), explain);
        out->write(verdict.data(), static_cast<std::streamsize>(verdict.size()));
        return out->good() ? absl::OkStatus() : absl::UnavailableError("cannot write the output");
      },
      on_rejected);
}

}  // namespace consilience
