#include "engine/pipeline/extraction.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/base/json_writer.h"
#include "engine/base/parallel_batch.h"
#include "engine/base/status_macros.h"
#include "engine/claim/claim_json.h"
#include "engine/claim/explanation.h"
#include "engine/pipeline/document_batch.h"
#include "engine/syntax/conllu.h"

namespace consilience {
namespace {

void AppendSpans(const std::vector<ByteSpan>& spans, JsonWriter* json) {
  json->BeginArray();
  for (const ByteSpan span : spans) json->BeginArray().Int(span.begin).Int(span.end).EndArray();
  json->EndArray();
}

void AppendCredit(const Credit& credit, JsonWriter* json) {
  json->BeginObject().Key("outlet").String(credit.outlet).Key("mention").String(credit.mention);
  json->Key("basis").String(ToString(credit.basis));
  if (credit.span.empty()) {
    json->Key("begin").Null().Key("end").Null();
  } else {
    json->Key("begin").Int(credit.span.begin).Key("end").Int(credit.span.end);
  }
  if (!credit.covered.empty()) {
    json->Key("covered");
    AppendSpans(credit.covered, json);
  }
  json->EndObject();
}

void AppendSpeech(const Speech& speech, JsonWriter* json) {
  json->BeginObject().Key("speaker").StringOrNull(speech.speaker).Key("source");
  AppendSpans(speech.source, json);
  json->Key("cue");
  AppendSpans(speech.cue, json);
  json->Key("content");
  AppendSpans(speech.content, json);
  json->Key("kind").String(ToString(speech.kind)).Key("quoted").Bool(speech.quoted);
  json->Key("nested").Bool(speech.nested).Key("anonymous").Bool(speech.anonymous).EndObject();
}

void AppendAmbiguous(absl::string_view text, const AmbiguousMention& mention, JsonWriter* json) {
  json->BeginObject().Key("mention").String(mention.span.In(text));
  json->Key("begin").Int(mention.span.begin).Key("end").Int(mention.span.end).Key("outlets").BeginArray();
  for (const std::string& outlet : mention.candidates) json->String(outlet);
  json->EndArray().EndObject();
}

// What the whole document prints of other outlets, for each of its statements.
void AppendWireMarks(const std::vector<WireMark>& marks, JsonWriter* json) {
  json->Key("wire").BeginArray();
  for (const WireMark& mark : marks) {
    json->BeginObject().Key("outlet").String(mark.outlet).Key("mark").String(ToString(mark.kind)).EndObject();
  }
  json->EndArray();
}

std::string StatementsAsJson(const Document& document, const Annotation& annotation, int64_t first_statement,
                             const ExtractionOptions& options) {
  std::string out;
  std::vector<std::vector<ConfidenceFeatures>> features;
  if (options.rules) ExtractClaims(ContextOf(document, annotation), options.view, &features);
  size_t speech = 0;
  auto ambiguous = annotation.ambiguous.begin();
  for (size_t i = 0; i < annotation.segmentation.statements.size(); ++i) {
    const Statement& statement = annotation.segmentation.statements[i];
    JsonWriter json(&out);
    json.BeginObject().Key("document").String(document.id);
    json.Key("statement").Int(first_statement + static_cast<int64_t>(i));
    json.Key("begin").Int(statement.span.begin).Key("end").Int(statement.span.end);
    json.Key("text").String(statement.span.In(document.text));
    json.Key("credits").BeginArray();
    for (const Credit& credit : annotation.credits[i]) AppendCredit(credit, &json);
    json.EndArray().Key("speech").BeginArray();
    for (; speech < annotation.speech.size() && annotation.speech[speech].statement == i; ++speech) {
      AppendSpeech(annotation.speech[speech], &json);
    }
    json.EndArray().Key("claims").BeginArray();
    for (size_t c = 0; c < annotation.claims[i].size(); ++c) {
      if (options.rules) {
        AppendClaimJson(annotation.claims[i][c], features[i][c], &json);
      } else {
        AppendClaimJson(annotation.claims[i][c], &json);
      }
    }
    json.EndArray();
    if (ambiguous != annotation.ambiguous.end() && ambiguous->statement == i) {
      json.Key("ambiguous").BeginArray();
      for (; ambiguous != annotation.ambiguous.end() && ambiguous->statement == i; ++ambiguous) {
        AppendAmbiguous(document.text, *ambiguous, &json);
      }
      json.EndArray();
    }
    if (!annotation.wire_marks.empty()) AppendWireMarks(annotation.wire_marks, &json);
    json.EndObject();
    out.push_back('\n');
  }
  return out;
}

// Renders batches of documents with several threads and writes them in order.
class OrderedOutput {
 public:
  using Render = std::function<std::string(const Document&, Analyzer::Scratch*)>;

  OrderedOutput(int threads, Render render, std::ostream* out)
      : scratches_(ThreadCount(threads)), render_(std::move(render)), out_(out) {}

  absl::Status Write(const std::vector<Document>& documents) {
    std::vector<std::string> rendered(documents.size());
    ForEachInParallel(documents.size(), scratches_.size(), [&](size_t worker, size_t item) {
      rendered[item] = render_(documents[item], &scratches_[worker]);
    });
    for (const std::string& text : rendered) out_->write(text.data(), static_cast<std::streamsize>(text.size()));
    return out_->good() ? absl::OkStatus()
                        : absl::UnavailableError("cannot write the output; is its reader gone or the disk full?");
  }

 private:
  std::vector<Analyzer::Scratch> scratches_;
  Render render_;
  std::ostream* out_;
};

// Documents of any format, or every line as a document of its own, to `output`.
absl::Status ReadAll(const std::vector<std::string>& paths, const ExtractionOptions& options, OrderedOutput* output,
                     const OnRejected& on_rejected) {
  DocumentBatcher batcher(
      [&](const std::vector<Document>& documents) { return output->Write(documents); },
      [&](const std::vector<ReadyClaim>& claims, const std::string& input) {
        on_rejected({input, 0, absl::StrCat(claims.size(), " ready-made claims have no text to analyse"),
                     "'consilience ingest' reads them"});
        return absl::OkStatus();
      },
      on_rejected);
  if (options.lines) {
    const auto on_line = [&](absl::string_view line, const std::string& file, int64_t number) {
      Document document;
      document.format = InputFormat::kArticles;
      document.id = file;
      document.text = std::string(line);
      document.file = file;
      document.line = number;
      return batcher.OnDocument(std::move(document));
    };
    CONSILIENCE_RETURN_IF_ERROR(ReadLines(paths, options.read, on_line, on_rejected));
  } else {
    CONSILIENCE_RETURN_IF_ERROR(ReadInputs(paths, options.read, &batcher));
  }
  return batcher.Flush();
}

}  // namespace

absl::Status ExtractToJson(const Annotator& annotator, const std::vector<std::string>& paths,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected) {
  const auto layout = options.lines ? Annotator::Layout::kLine : Annotator::Layout::kText;
  OrderedOutput output(
      options.threads,
      [&](const Document& document, Analyzer::Scratch* scratch) {
        const Annotation annotation = annotator.Annotate(document, layout, options.view, scratch);
        return StatementsAsJson(document, annotation, options.lines ? document.line - 1 : 0, options);
      },
      out);
  return ReadAll(paths, options, &output, on_rejected);
}

absl::Status ExplainToText(const Annotator& annotator, const std::vector<std::string>& paths,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected) {
  const auto layout = options.lines ? Annotator::Layout::kLine : Annotator::Layout::kText;
  OrderedOutput output(
      options.threads,
      [&](const Document& document, Analyzer::Scratch* scratch) {
        const Annotation annotation = annotator.Annotate(document, layout, options.view, scratch);
        const ExtractionContext context = ContextOf(document, annotation);
        std::string text;
        for (uint32_t i = 0; i < annotation.analyses.size(); ++i) AppendExplanation(context, i, options.view, &text);
        return text;
      },
      out);
  return ReadAll(paths, options, &output, on_rejected);
}

absl::Status ParseToConllu(const Annotator& annotator, const std::vector<std::string>& paths, ParseInput input,
                           const ExtractionOptions& options, std::ostream* out, const OnRejected& on_rejected) {
  if (input != ParseInput::kConllu) {
    ExtractionOptions read = options;
    read.lines = input == ParseInput::kLines;
    const auto layout = read.lines ? Annotator::Layout::kLine : Annotator::Layout::kText;
    OrderedOutput output(
        options.threads,
        [&](const Document& document, Analyzer::Scratch* scratch) {
          std::string conllu;
          int64_t number = read.lines ? document.line - 1 : 0;
          for (const Analysis& analysis : annotator.Parse(document.text, layout, scratch)) {
            AppendConllu(document.text, analysis, &conllu, absl::StrCat(document.id, "-", ++number));
          }
          return conllu;
        },
        out);
    return ReadAll(paths, read, &output, on_rejected);
  }
  // A sentence of CoNLL-U ends at an empty line; its lines are gathered and analysed as they come.
  Analyzer::Scratch scratch;
  std::string sentence;
  std::string rendered;
  int64_t number = 0;
  int64_t first_line = 1;
  const auto analyse = [&](const std::string& file) -> absl::Status {
    if (sentence.empty()) return absl::OkStatus();
    const int64_t before = first_line - 1;
    ReadConllu(
        sentence, file,
        [&](const ConlluSentence& gold) {
          const Statement& statement = gold.segmentation.statements[0];
          AppendConllu(
              gold.text,
              annotator.analyzer().Analyze(gold.text, statement, gold.segmentation.TokensOf(statement), &scratch),
              &rendered, absl::StrCat(file, "-", ++number));
        },
        [&](Diagnostic diagnostic) {
          diagnostic.line += before;
          on_rejected(std::move(diagnostic));
        });
    sentence.clear();
    out->write(rendered.data(), static_cast<std::streamsize>(rendered.size()));
    rendered.clear();
    return out->good() ? absl::OkStatus() : absl::UnavailableError("cannot write the output");
  };
  std::string file_name;
  CONSILIENCE_RETURN_IF_ERROR(ReadLines(
      paths, options.read,
      [&](absl::string_view line, const std::string& file, int64_t number) -> absl::Status {
        if (file != file_name) CONSILIENCE_RETURN_IF_ERROR(analyse(file_name));
        file_name = file;
        if (line.empty()) return analyse(file);
        if (sentence.empty()) first_line = number;
        sentence.append(line.data(), line.size());
        sentence.push_back('\n');
        return absl::OkStatus();
      },
      on_rejected));
  return analyse(file_name);
}

}  // namespace consilience
