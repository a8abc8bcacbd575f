#include "engine/attribution/quotation.h"

#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/statement/post_signature.h"

namespace consilience {
namespace {

enum class Mark : uint8_t { kNone, kDoubleOpen, kDoubleClose, kDouble, kSingleOpen, kSingleClose, kSingle };

struct MarkForm {
  absl::string_view bytes;
  Mark mark;
};

constexpr MarkForm kMarks[] = {
    {"\u201c", Mark::kDoubleOpen}, {"\u201d", Mark::kDoubleClose}, {"\u201e", Mark::kDoubleOpen},
    {"\u201f", Mark::kDoubleOpen}, {"\u00ab", Mark::kDoubleOpen},  {"\u00bb", Mark::kDoubleClose},
    {"``", Mark::kDoubleOpen},     {"''", Mark::kDouble},          {"\"", Mark::kDouble},
    {"\u2018", Mark::kSingleOpen}, {"\u2019", Mark::kSingleClose}, {"'", Mark::kSingle},
};

const MarkForm* MarkAt(absl::string_view text, size_t at) {
  const char c = text[at];
  if (c != '"' && c != '\'' && c != '`' && c != '\xE2' && c != '\xC2') return nullptr;
  for (const MarkForm& form : kMarks) {
    if (absl::StartsWith(text.substr(at), form.bytes)) return &form;
  }
  return nullptr;
}

// Letters, digits and everything beyond ASCII that is not a mark we know.
bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

class ParagraphScanner {
 public:
  ParagraphScanner(absl::string_view text, std::vector<QuotedText>* out) : text_(text), out_(out) {}

  void Scan(ByteSpan paragraph) {
    const bool left_open = !out_->empty() && !out_->back().closed && open_paragraph_;
    open_paragraph_ = false;
    bool first_mark = true, any_mark = false;
    uint32_t open = 0;
    bool inside = false, single = false;
    for (uint32_t i = paragraph.begin; i < paragraph.end;) {
      const MarkForm* form = MarkAt(text_, i);
      if (form == nullptr) {
        ++i;
        continue;
      }
      const auto size = static_cast<uint32_t>(form->bytes.size());
      any_mark = any_mark || form->mark < Mark::kSingleOpen;
      const bool opens = MayOpen(paragraph, i, size);
      const bool is_single = form->mark >= Mark::kSingleOpen;
      if (!inside && left_open && first_mark && !is_single && !opens && form->mark != Mark::kDoubleOpen) {
        // Opened in a paragraph before; those between have no marks.
        for (const ByteSpan between : unmarked_) Add(between, false, true);
        Add({paragraph.begin, i + size}, true, true);
        first_mark = false;
      } else if (!inside) {
        const bool can = form->mark == Mark::kDoubleOpen ||
                         (form->mark == Mark::kDouble && (opens || IsGlued(paragraph, i, size))) ||
                         (is_single && form->mark != Mark::kSingleClose && opens);
        if (can && (!is_single || ClosesLater(paragraph, i + size))) {
          open = i;
          inside = true;
          single = is_single;
        }
      } else if (is_single == single) {
        const bool can = single ? form->mark != Mark::kSingleOpen && MayCloseSingle(paragraph, i, size)
                                : form->mark == Mark::kDoubleClose ||
                                      (form->mark == Mark::kDouble && !(opens && !MayClose(paragraph, i, size)));
        if (can) {
          Add({open, i + size}, true, left_open && first_mark && open == paragraph.begin);
          inside = false;
          first_mark = false;
        }
      }
      i += size;
    }
    constexpr size_t kMostUnmarked = 8;  // paragraphs of one quotation without a mark
    if (left_open && !any_mark && unmarked_.size() < kMostUnmarked) {
      unmarked_.push_back(paragraph);
      open_paragraph_ = true;
    } else {
      unmarked_.clear();
    }
    if (inside && !single) {
      Add({open, paragraph.end}, false, left_open && first_mark && open == paragraph.begin);
      open_paragraph_ = true;
    }
  }

 private:
  void Add(ByteSpan span, bool closed, bool continues) { out_->push_back({span, closed, continues}); }

  bool MayOpen(ByteSpan paragraph, uint32_t at, uint32_t size) const {
    const bool free_before = at == paragraph.begin || !IsWordByte(text_[at - 1]) || DashOrMarkBefore(paragraph, at);
    const bool stop_before =
        at > paragraph.begin && absl::string_view(".,!?;)").find(text_[at - 1]) != absl::string_view::npos;
    const bool word_after =
        at + size < paragraph.end && !absl::ascii_isspace(static_cast<unsigned char>(text_[at + size]));
    return free_before && !stop_before && word_after;
  }

  // Between a sentence's stop and a capital letter, as where paragraphs were joined without a space.
  bool IsGlued(ByteSpan paragraph, uint32_t at, uint32_t size) const {
    return at > paragraph.begin && at + size < paragraph.end &&
           absl::string_view(".!?").find(text_[at - 1]) != absl::string_view::npos &&
           absl::ascii_isupper(static_cast<unsigned char>(text_[at + size]));
  }

  // An em dash or another quotation mark ends before `at`.
  bool DashOrMarkBefore(ByteSpan paragraph, uint32_t at) const {
    if (at < paragraph.begin + 3) return false;
    const absl::string_view before = text_.substr(at - 3, 3);
    return before == "\u2014" || before == "\u2013" || before == "\u201c" || before == "\u2018" ||
           absl::EndsWith(before, "\u00a0");
  }

  bool MayClose(ByteSpan paragraph, uint32_t at, uint32_t size) const {
    const bool follows = at > paragraph.begin && !absl::ascii_isspace(static_cast<unsigned char>(text_[at - 1]));
    return follows &&
           (at + size >= paragraph.end || !IsWordByte(text_[at + size]) || MarkAt(text_, at + size) != nullptr);
  }

  // "workers' union" closes nothing: what follows a closing single mark is a mark, or white space after a mark.
  bool MayCloseSingle(ByteSpan paragraph, uint32_t at, uint32_t size) const {
    if (!MayClose(paragraph, at, size)) return false;
    const char before = text_[at - 1];
    if (before != 's') return true;
    return at + size >= paragraph.end || !absl::ascii_isspace(static_cast<unsigned char>(text_[at + size]));
  }

  bool ClosesLater(ByteSpan paragraph, uint32_t from) const {
    constexpr uint32_t kFurthest = 2000;  // bytes; keeps the scan linear
    const uint32_t end = paragraph.end - from < kFurthest ? paragraph.end : from + kFurthest;
    for (uint32_t i = from; i < end; ++i) {
      const MarkForm* form = MarkAt(text_, i);
      if (form == nullptr) continue;
      const auto size = static_cast<uint32_t>(form->bytes.size());
      if ((form->mark == Mark::kSingleClose || form->mark == Mark::kSingle) && MayCloseSingle(paragraph, i, size))
        return true;
      i += size - 1;
    }
    return false;
  }

  absl::string_view text_;
  std::vector<QuotedText>* out_;
  bool open_paragraph_ = false;     // the last paragraph left a quotation open
  std::vector<ByteSpan> unmarked_;  // paragraphs without a mark since then
};

}  // namespace

std::vector<QuotedText> FindQuotations(absl::string_view text, const Segmentation& segmentation) {
  std::vector<QuotedText> out;
  ParagraphScanner scanner(text, &out);
  const std::vector<Statement>& statements = segmentation.statements;
  for (size_t i = 0; i < statements.size();) {
    const auto is_signature = [&](size_t number) { return IsPostSignature(statements[number].span.In(text)); };
    if (is_signature(i)) {  // of a post: no part of what it quotes
      ++i;
      continue;
    }
    size_t last = i;
    while (last + 1 < statements.size() && statements[last + 1].paragraph == statements[i].paragraph &&
           !is_signature(last + 1)) {
      ++last;
    }
    scanner.Scan({statements[i].span.begin, statements[last].span.end});
    i = last + 1;
  }
  return out;
}

}  // namespace consilience
