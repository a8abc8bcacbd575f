#include "engine/document/json_lines.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "engine/base/status_macros.h"
#include "engine/document/claim_batch.h"
#include "engine/document/text_check.h"

namespace consilience {
namespace {

namespace dom = simdjson::dom;

static_assert(InputWindow::kPadding >= simdjson::SIMDJSON_PADDING);

struct Complaint {
  std::string what;
  std::string remedy;
};

// Takes the members of one object, and keeps the first complaint about any of them.
class Members {
 public:
  explicit Members(dom::object object) : object_(object) {}

  bool Has(const char* key) const { return object_.at_key(key).error() == simdjson::SUCCESS; }

  std::string Optional(const char* key) {
    dom::element element;
    if (object_.at_key(key).get(element) != simdjson::SUCCESS || element.is_null()) return "";
    if (element.is_object() || element.is_array()) {
      Complain(absl::StrCat("\"", key, "\" is not a string"), "write one string, or leave the member out");
      return "";
    }
    std::string_view string;
    if (element.get(string) != simdjson::SUCCESS) return simdjson::to_string(element);
    // Escapes can spell what the bytes of a line cannot hold.
    if (const auto fault = FindTextFault({string.data(), string.size()})) {
      Complain(absl::StrCat("\"", key, "\" ", fault->what), "leave out \\u0000 and surrogates that stand alone");
      return "";
    }
    return std::string(string);
  }

  std::string Required(const char* key) {
    std::string text = Optional(key);
    if (absl::StripAsciiWhitespace(text).empty()) {
      Complain(absl::StrCat("\"", key, "\" is ", Has(key) ? "empty" : "missing"), "give every record one");
    }
    return text;
  }

  // Strips what stands around a name or a value: it is compared.
  std::string RequiredName(const char* key) {
    std::string text = Required(key);
    absl::StripAsciiWhitespace(&text);
    return text;
  }

  void Complain(std::string what, std::string remedy) {
    if (!complaint_) complaint_ = Complaint{std::move(what), std::move(remedy)};
  }
  std::optional<Complaint>& complaint() { return complaint_; }

 private:
  dom::object object_;
  std::optional<Complaint> complaint_;
};

bool IsClaim(const Members& members) {
  return members.Has("source") && members.Has("subject") && members.Has("predicate") && members.Has("object");
}

class JsonLinesReader {
 public:
  explicit JsonLinesReader(const InputReading& reading) : reading_(reading), claims_(reading.name(), reading.sink()) {}

  absl::Status Read() {
    Line line;
    bool first = true;
    for (NextLine next; (next = TakeLine(reading_.max_record_bytes(), reading_.input(), &line)) != NextLine::kEnd;) {
      if (next == NextLine::kTooLong) {
        reading_.RejectTooLong(line.number, "line");
        continue;
      }
      const absl::string_view content = absl::StripAsciiWhitespace(line.text);
      if (content.empty()) continue;
      if (first && (content == "{" || content[0] == '[')) {
        reading_.Reject(line.number, "the input is JSON over several lines or in one array, not JSON Lines",
                        "write one object a line, for example with jq -c '.[]' or jq -c .");
        break;
      }
      first = false;
      CONSILIENCE_RETURN_IF_ERROR(ReadRecord(line));
    }
    return claims_.Flush();
  }

 private:
  absl::Status ReadRecord(const Line& line) {
    dom::element element;
    dom::object object;
    const simdjson::error_code error = parser_.parse(line.text.data(), line.text.size(), false).get(element);
    if (error != simdjson::SUCCESS) {
      if (const auto fault = FindTextFault(line.text)) {
        reading_.Reject(line.number, absl::StrCat("the line ", fault->what, " at byte ", fault->at + 1), kUtf8Remedy);
      } else {
        reading_.Reject(line.number, "the line is not well-formed JSON", "write one complete JSON object a line");
      }
      return absl::OkStatus();
    }
    if (element.get(object) != simdjson::SUCCESS) {
      reading_.Reject(line.number, "the line is not a JSON object", "write one complete JSON object a line");
      return absl::OkStatus();
    }
    Members members(object);
    const bool claim =
        reading_.format() == InputFormat::kClaims || (reading_.format() == InputFormat::kAuto && IsClaim(members));
    return claim ? ReadClaim(line, &members) : ReadArticle(line, &members);
  }

  absl::Status ReadArticle(const Line& line, Members* members) {
    Document document;
    document.format = InputFormat::kArticles;
    if (reading_.format() == InputFormat::kAuto && !members->Has("text")) {
      members->Complain(
          "the object has neither \"text\" (an article) nor all of \"source\", \"subject\", "
          "\"predicate\" and \"object\" (a claim)",
          "name its members so");
    }
    document.text = members->Required("text");
    document.id = members->Optional("id");
    document.outlet = members->Optional("outlet");
    document.title = members->Optional("title");
    document.published = members->Optional("published");
    document.url = members->Optional("url");
    if (Rejected(line, members)) return absl::OkStatus();
    reading_.CheckPublished(line.number, &document.published);
    document.file = reading_.file();
    document.line = line.number;
    if (document.id.empty()) {
      document.id = absl::StrCat(reading_.name(), ":", line.number);
    }
    return reading_.sink()->OnDocument(std::move(document));
  }

  absl::Status ReadClaim(const Line& line, Members* members) {
    ReadyClaim claim;
    claim.source = members->RequiredName("source");
    claim.subject = members->RequiredName("subject");
    claim.predicate = members->RequiredName("predicate");
    claim.object = members->RequiredName("object");
    claim.published = members->Optional("published");
    claim.verbatim = members->Optional("verbatim");
    if (Rejected(line, members)) return absl::OkStatus();
    reading_.CheckPublished(line.number, &claim.published);
    return claims_.Add(std::move(claim));
  }

  bool Rejected(const Line& line, Members* members) const {
    std::optional<Complaint>& complaint = members->complaint();
    if (complaint) reading_.Reject(line.number, std::move(complaint->what), std::move(complaint->remedy));
    return complaint.has_value();
  }

  const InputReading& reading_;
  ClaimBatch claims_;
  dom::parser parser_;
};

}  // namespace

absl::Status ReadJsonLines(const InputReading& reading) {
  return JsonLinesReader(reading).Read();
}

}  // namespace consilience
