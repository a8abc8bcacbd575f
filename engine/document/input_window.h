// A window that moves over a stream: what has been read and not yet been used.
//
// Memory: the longest stretch that a caller leaves unread, and half as much again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/document/byte_stream.h"

namespace consilience {

class InputWindow {
 public:
  // Bytes that may be read after the end of unread(), whatever they hold; as many as simdjson wants.
  static constexpr size_t kPadding = 64;

  // `stream` must outlive the window.
  explicit InputWindow(ByteStream* stream) : stream_(stream) {}

  // Valid until the next Fill, even one that returns false; Consume only shortens it.
  absl::string_view unread() const { return {buffer_.data() + begin_, end_ - begin_}; }
  // Line number, from 1, of the first byte of unread().
  int64_t line() const { return line_; }
  // Makes unread() longer, waiting for input as long as it must. False at the end of the input and after an error. Long
  // windows grow in proportion, so that scanning from the beginning again after every Fill costs a small multiple.
  bool Fill();
  // Moves past the first `bytes` of unread().
  void Consume(size_t bytes);
  // Moves past the next line end, or to the end of the input; keeps nothing of it in memory.
  void SkipLine();
  // Moves past a byte order mark, to be called once at the beginning.
  void SkipByteOrderMark();
  // Why the input ended; OK at its proper end.
  const absl::Status& status() const { return status_; }

 private:
  size_t capacity() const { return buffer_.size() - kPadding; }

  ByteStream* stream_;
  std::vector<char> buffer_ = std::vector<char>(kPadding);
  size_t chunk_ = size_t{16} << 10;  // what one Fill asks for: little of a small file, more and more of a large one
  size_t begin_ = 0;
  size_t end_ = 0;
  int64_t line_ = 1;
  bool at_end_ = false;
  absl::Status status_;
};

struct Line {
  absl::string_view text;  // without its line end, "\n" or "\r\n"; followed by InputWindow::kPadding readable bytes
  int64_t number = 0;
};

enum class NextLine { kLine, kTooLong, kEnd };

// Takes the next line, valid until the next call. kTooLong: it had more than `max_bytes` and was passed over; only its
// number is set. What stands before an error of the input without a line end is not a line.
NextLine TakeLine(size_t max_bytes, InputWindow* input, Line* line);

}  // namespace consilience
