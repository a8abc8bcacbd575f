// Bytes in memory as a stream, a few at a time; gzip of them.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "engine/document/byte_stream.h"

namespace consilience::testing {

class MemoryStream : public ByteStream {
 public:
  // Reads at most `step` bytes at once. After the last one comes `end`: OK is the proper end.
  explicit MemoryStream(std::string bytes, size_t step = ~size_t{0}, absl::Status end = absl::OkStatus())
      : bytes_(std::move(bytes)), step_(step), end_(std::move(end)) {}

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    const size_t count = std::min({size, step_, bytes_.size() - at_});
    if (count == 0 && !end_.ok()) return end_;
    std::memcpy(out, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t at_ = 0;
  size_t step_;
  absl::Status end_;
};

// One gzip member.
inline std::string Gzip(const std::string& bytes) {
  z_stream zlib = {};
  if (deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::abort();
  std::string out(deflateBound(&zlib, static_cast<uLong>(bytes.size())), '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  if (deflate(&zlib, Z_FINISH) != Z_STREAM_END) std::abort();
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

}  // namespace consilience::testing
