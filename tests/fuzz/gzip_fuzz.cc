// links: document
#include "tests/fuzz/checked_reading.h"

namespace consilience::testing {
namespace {

struct Gunzipped {
  std::string bytes;
  absl::Status end;
  friend bool operator==(const Gunzipped&, const Gunzipped&) = default;
};

Gunzipped GunzipAll(const std::string& bytes, size_t step, size_t room) {
  constexpr size_t kEnough = size_t{1} << 22;  // a few bytes can decompress to very many
  const std::unique_ptr<ByteStream> stream = Gunzip(std::make_unique<MemoryStream>(bytes, step));
  Gunzipped out;
  std::string buffer(room, '\0');
  while (out.bytes.size() < kEnough) {
    const absl::StatusOr<size_t> got = stream->Read(buffer.data(), buffer.size());
    if (!got.ok()) out.end = got.status();
    if (!got.ok() || *got == 0) break;
    Require(*got <= room, "no more is read than fits");
    out.bytes.append(buffer, 0, *got);
  }
  if (out.bytes.size() >= kEnough) out = {out.bytes.substr(0, kEnough), absl::OkStatus()};
  return out;
}

}  // namespace
}  // namespace consilience::testing

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience::testing;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Require(GunzipAll(bytes, ~size_t{0}, 1 << 16) == GunzipAll(bytes, 1 + size % 5, 1000), "pieces change nothing");
  // The same behind a proper beginning, and with its first bytes damaged.
  Require(GunzipAll(Gzip(bytes) + Gzip(bytes), ~size_t{0}, 1 << 16) == Gunzipped{bytes + bytes, absl::OkStatus()},
          "what was compressed comes back");
  std::string damaged = Gzip(bytes);
  damaged[size % damaged.size()] = static_cast<char>(damaged[size % damaged.size()] ^ (1 << size % 8));
  GunzipAll(damaged, ~size_t{0}, 1000);
  return 0;
}
