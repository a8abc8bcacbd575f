// Where bytes come from: files, pipes, gzip.
//
// Thread-safety: a stream belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace consilience {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Reads at least one byte and at most `size` (> 0) of them; 0 at the end. After an error or the end the stream is not
  // read again. Errors: DataLoss for damaged or cut gzip, Unavailable when the system cannot read.
  virtual absl::StatusOr<size_t> Read(char* out, size_t size) = 0;
};

// The bytes of a file or a pipe; "-" is standard input. NotFound, PermissionDenied or Unavailable when it cannot be
// opened.
absl::StatusOr<std::unique_ptr<ByteStream>> OpenFile(const std::string& path);

// `bytes` as they are, or what they decompress to when they begin as gzip does (RFC 1952), with all members of a file
// of several. Zeros after the last member are padding.
std::unique_ptr<ByteStream> Gunzip(std::unique_ptr<ByteStream> bytes);

}  // namespace consilience
