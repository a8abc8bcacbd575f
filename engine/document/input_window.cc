#include "engine/document/input_window.h"

#include <algorithm>
#include <cstring>

#include "absl/strings/match.h"

namespace consilience {
namespace {

constexpr size_t kLargestChunk = size_t{256} << 10;
constexpr size_t kLargestStep = size_t{64} << 20;
constexpr absl::string_view kByteOrderMark = "\xef\xbb\xbf";

}  // namespace

bool InputWindow::Fill() {
  if (at_end_) return false;
  const size_t kept = end_ - begin_;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
    begin_ = 0;
    end_ = kept;
  }
  const size_t step = std::max(chunk_, std::min(kept / 2, kLargestStep));
  if (capacity() - kept < step / 2) {
    std::vector<char> larger(kept + step + kPadding);
    std::copy_n(buffer_.data(), kept, larger.data());
    buffer_ = std::move(larger);
  }
  // A short window takes what is there, so that a slow pipe is read as it speaks.
  const size_t wanted = kept < chunk_ ? kept + 1 : std::min(kept + step, capacity());
  while (end_ < wanted && !at_end_) {
    const absl::StatusOr<size_t> got = stream_->Read(buffer_.data() + end_, capacity() - end_);
    if (!got.ok()) status_ = got.status();
    at_end_ = !got.ok() || *got == 0;
    if (!at_end_) end_ += *got;
  }
  if (end_ == capacity()) chunk_ = std::min(2 * chunk_, kLargestChunk);
  return end_ > kept;
}

void InputWindow::Consume(size_t bytes) {
  const char* const begin = buffer_.data() + begin_;
  line_ += std::count(begin, begin + bytes, '\n');
  begin_ += bytes;
}

void InputWindow::SkipLine() {
  size_t end;
  while ((end = unread().find('\n')) == absl::string_view::npos) {
    Consume(unread().size());
    if (!Fill()) return;
  }
  Consume(end + 1);
}

void InputWindow::SkipByteOrderMark() {
  while (unread().size() < kByteOrderMark.size() && Fill()) {
  }
  if (absl::StartsWith(unread(), kByteOrderMark)) Consume(kByteOrderMark.size());
}

NextLine TakeLine(size_t max_bytes, InputWindow* input, Line* line) {
  line->number = input->line();
  size_t scanned = 0;
  size_t end;
  while ((end = input->unread().find('\n', scanned)) == absl::string_view::npos) {
    scanned = input->unread().size();
    if (scanned > max_bytes) break;
    if (!input->Fill()) {
      if (scanned == 0 || !input->status().ok()) return NextLine::kEnd;
      end = scanned;
      break;
    }
  }
  if (end == absl::string_view::npos || end > max_bytes) {
    input->SkipLine();
    return NextLine::kTooLong;
  }
  line->text = input->unread().substr(0, end);
  input->Consume(std::min(end + 1, input->unread().size()));
  if (absl::EndsWith(line->text, "\r")) line->text.remove_suffix(1);
  return NextLine::kLine;
}

}  // namespace consilience
