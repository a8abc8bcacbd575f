// The reading of one input: what every format's reader works with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/base/day.h"
#include "engine/document/input_window.h"
#include "engine/document/reader.h"

namespace consilience {

class InputReading {
 public:
  // The three must outlive the reading. `file` is the input as diagnostics name it.
  InputReading(std::string file, const ReadOptions& options, InputWindow* input, InputSink* sink)
      : file_(std::move(file)), options_(options), input_(input), sink_(sink) {}

  const std::string& file() const { return file_; }
  // Without its folder.
  std::string name() const { return file_.substr(file_.rfind('/') + 1); }
  InputFormat format() const { return options_.format; }
  // Spans have 32 bits, whatever the options allow.
  size_t max_record_bytes() const { return std::min<size_t>(options_.max_record_bytes, UINT32_MAX - 1024); }
  InputWindow* input() const { return input_; }
  InputSink* sink() const { return sink_; }

  void Reject(int64_t line, std::string what, std::string remedy) const {
    sink_->OnRejected(Diagnostic{file_, line, std::move(what), std::move(remedy)});
  }
  void RejectTooLong(int64_t line, absl::string_view record) const {
    Reject(line, absl::StrCat("the ", record, " is longer than ", max_record_bytes(), " bytes"),
           "split it into smaller ones");
  }
  // Empties a time of publication that no later stage could read, and says so; the record stays.
  void CheckPublished(int64_t line, std::string* published) const {
    if (published->empty() || DayUtc::Parse(*published)) return;
    Reject(line,
           absl::StrCat("the time of publication \"", *published, "\" is not in ISO 8601; the rest of it is read"),
           "write it as 2026-05-04 or 2026-05-04T08:00:00Z");
    published->clear();
  }

 private:
  std::string file_;
  const ReadOptions& options_;
  InputWindow* input_;
  InputSink* sink_;
};

}  // namespace consilience
