#include "engine/pipeline/event_listing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "engine/base/id.h"
#include "engine/base/json_writer.h"
#include "engine/base/parallel_batch.h"
#include "engine/base/status_macros.h"
#include "engine/pipeline/document_batch.h"
#include "engine/reconcile/event_thread.h"

namespace consilience {
namespace {

struct ReadDocument {
  std::string id;
  std::string text;
  EventDocument events;
};

std::string EventAsJson(const std::vector<ReadDocument>& documents, const std::vector<EventDocument>& events,
                        const EventThread& thread) {
  const EventMention& first = events[thread[0].document].mentions[thread[0].mention];
  absl::flat_hash_set<uint32_t> in;
  for (const MentionPlace& place : thread) in.insert(place.document);
  const Id id = IdBuilder("event").Add(documents[thread[0].document].id).Add(int64_t{first.span.begin}).Finish();
  std::string line;
  JsonWriter json(&line);
  json.BeginObject().Key("event").String(absl::StrCat(id)).Key("act").String(first.act);
  json.Key("actor").StringOrNull(first.telling ? absl::string_view() : absl::string_view(first.actor));
  json.Key("documents").Int(static_cast<int64_t>(in.size())).Key("mentions").BeginArray();
  for (const MentionPlace& place : thread) {
    const ReadDocument& document = documents[place.document];
    const EventMention& mention = events[place.document].mentions[place.mention];
    json.BeginObject().Key("document").String(document.id).Key("begin").Int(mention.span.begin);
    json.Key("end").Int(mention.span.end).Key("text").String(mention.span.In(document.text)).EndObject();
  }
  json.EndArray().EndObject();
  line.push_back('\n');
  return line;
}

}  // namespace

absl::Status ListEvents(const Annotator& annotator, const std::vector<std::string>& paths, const ReadOptions& read,
                        int threads, std::ostream* out, const OnRejected& on_rejected) {
  std::vector<Analyzer::Scratch> scratches(ThreadCount(threads));
  std::vector<ReadDocument> documents;
  DocumentBatcher batcher(
      [&](std::vector<Document> batch) {
        const size_t first = documents.size();
        documents.resize(first + batch.size());
        ForEachInParallel(batch.size(), scratches.size(), [&](size_t worker, size_t item) {
          const Annotation annotation =
              annotator.Annotate(batch[item], Annotator::Layout::kText, ClaimView::kClause, &scratches[worker]);
          ReadDocument& document = documents[first + item];
          document.events.words = ContentWords(annotation.analyses);
          document.events.mentions = FindEventMentions(annotation.analyses, annotation.claims);
          document.id = std::move(batch[item].id);
          document.text = std::move(batch[item].text);
        });
        return absl::OkStatus();
      },
      [&](const std::vector<ReadyClaim>& claims, const std::string& input) {
        on_rejected({input, 0, absl::StrCat(claims.size(), " ready-made claims have no text to analyse"),
                     "'consilience ingest' reads them"});
        return absl::OkStatus();
      },
      on_rejected);
  CONSILIENCE_RETURN_IF_ERROR(ReadInputs(paths, read, &batcher));
  CONSILIENCE_RETURN_IF_ERROR(batcher.Flush());

  std::sort(documents.begin(), documents.end(), [](const ReadDocument& a, const ReadDocument& b) {
    return std::tie(a.id, a.text) < std::tie(b.id, b.text);
  });
  std::vector<EventDocument> events;
  events.reserve(documents.size());
  for (ReadDocument& document : documents) events.push_back(std::move(document.events));
  for (const EventThread& thread : ThreadEvents(events)) {
    const std::string line = EventAsJson(documents, events, thread);
    out->write(line.data(), static_cast<std::streamsize>(line.size()));
  }
  return out->good() ? absl::OkStatus() : absl::UnavailableError("cannot write the output");
}

}  // namespace consilience
