#include "engine/document/byte_stream.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"

namespace consilience {
namespace {

constexpr size_t kCompressedChunk = size_t{16} << 10;
constexpr unsigned char kGzipMagic[2] = {0x1f, 0x8b};

class FileStream : public ByteStream {
 public:
  FileStream(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~FileStream() override {
    if (owned_) close(descriptor_);
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    for (;;) {
      const ssize_t got = read(descriptor_, out, size);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return absl::UnavailableError(absl::StrCat("cannot be read: ", std::strerror(errno)));
    }
  }

 private:
  int descriptor_;
  bool owned_;
};

class GunzipStream : public ByteStream {
 public:
  explicit GunzipStream(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}
  ~GunzipStream() override {
    if (mode_ == Mode::kMember || mode_ == Mode::kBetweenMembers) inflateEnd(&zlib_);
  }
  GunzipStream(const GunzipStream&) = delete;
  GunzipStream& operator=(const GunzipStream&) = delete;

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    if (mode_ == Mode::kUnknown) CONSILIENCE_RETURN_IF_ERROR(Detect());
    if (mode_ == Mode::kPlain) return ReadPlain(out, size);
    for (;;) {
      if (mode_ == Mode::kBetweenMembers) {
        CONSILIENCE_ASSIGN_OR_RETURN(const bool another, BeginMember());
        if (!another) return size_t{0};
      }
      CONSILIENCE_ASSIGN_OR_RETURN(const size_t got, Inflate(out, size));
      if (got > 0) return got;
    }
  }

 private:
  enum class Mode { kUnknown, kPlain, kMember, kBetweenMembers };

  size_t buffered() const { return end_ - begin_; }

  // Has at least `wanted` bytes buffered unless the input ends before.
  absl::Status Buffer(size_t wanted) {
    if (begin_ > 0) {
      std::memmove(input_.data(), input_.data() + begin_, buffered());
      end_ -= begin_;
      begin_ = 0;
    }
    while (end_ < wanted && !at_end_) {
      CONSILIENCE_ASSIGN_OR_RETURN(const size_t got, bytes_->Read(input_.data() + end_, input_.size() - end_));
      at_end_ = got == 0;
      end_ += got;
    }
    return absl::OkStatus();
  }

  bool AtGzip() const {
    return buffered() >= sizeof(kGzipMagic) && std::memcmp(input_.data() + begin_, kGzipMagic, sizeof(kGzipMagic)) == 0;
  }

  absl::Status Detect() {
    input_.resize(kCompressedChunk);
    CONSILIENCE_RETURN_IF_ERROR(Buffer(sizeof(kGzipMagic)));
    if (!AtGzip()) {
      mode_ = Mode::kPlain;
      return absl::OkStatus();
    }
    // 15: the largest window; +16: a gzip header and its checksum.
    if (inflateInit2(&zlib_, 15 + 16) != Z_OK) return absl::ResourceExhaustedError("no memory to decompress gzip");
    mode_ = Mode::kMember;
    return absl::OkStatus();
  }

  absl::StatusOr<size_t> ReadPlain(char* out, size_t size) {
    if (buffered() == 0) return bytes_->Read(out, size);
    const size_t got = std::min(size, buffered());
    std::memcpy(out, input_.data() + begin_, got);
    begin_ += got;
    return got;
  }

  // Whether one more member follows.
  absl::StatusOr<bool> BeginMember() {
    for (;;) {
      CONSILIENCE_RETURN_IF_ERROR(Buffer(sizeof(kGzipMagic)));
      if (AtGzip()) {
        inflateReset(&zlib_);
        mode_ = Mode::kMember;
        return true;
      }
      if (buffered() == 0) return false;
      if (input_[begin_] != '\0') return absl::DataLossError("other bytes follow the end of the gzip data");
      ++begin_;
    }
  }

  absl::StatusOr<size_t> Inflate(char* out, size_t size) {
    if (damaged_) return absl::DataLossError("the gzip data is damaged");
    if (buffered() == 0) CONSILIENCE_RETURN_IF_ERROR(Buffer(1));
    if (buffered() == 0) return absl::DataLossError("the gzip data ends too early");
    const size_t room = std::min(size, size_t{1} << 30);
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data() + begin_);
    zlib_.avail_in = static_cast<uInt>(buffered());
    zlib_.next_out = reinterpret_cast<Bytef*>(out);
    zlib_.avail_out = static_cast<uInt>(room);
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    begin_ = end_ - zlib_.avail_in;
    if (result == Z_STREAM_END) {
      mode_ = Mode::kBetweenMembers;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      damaged_ = true;  // what stood before the damage comes first
    }
    return room - zlib_.avail_out;
  }

  std::unique_ptr<ByteStream> bytes_;
  std::vector<char> input_;
  size_t begin_ = 0;  // [begin_, end_) of input_ is read and not yet used
  size_t end_ = 0;
  bool at_end_ = false;
  bool damaged_ = false;
  Mode mode_ = Mode::kUnknown;
  z_stream zlib_ = {};
};

}  // namespace

absl::StatusOr<std::unique_ptr<ByteStream>> OpenFile(const std::string& path) {
  if (path == "-") return std::make_unique<FileStream>(STDIN_FILENO, false);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) return std::make_unique<FileStream>(descriptor, true);
  const int error = errno;
  return absl::Status(absl::ErrnoToStatusCode(error), absl::StrCat("cannot be opened: ", std::strerror(error)));
}

std::unique_ptr<ByteStream> Gunzip(std::unique_ptr<ByteStream> bytes) {
  return std::make_unique<GunzipStream>(std::move(bytes));
}

}  // namespace consilience
