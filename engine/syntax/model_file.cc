#include "engine/syntax/model_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"

namespace consilience {
namespace {

constexpr absl::string_view kMagic = "CnslSyn\n";
constexpr size_t kHeaderSize = 32;
constexpr size_t kNameSize = 32;
constexpr size_t kEntrySize = 48;
constexpr size_t kAlignment = 64;
constexpr uint32_t kMostSections = 1000;

template <typename T>
T Load(absl::string_view bytes, size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

template <typename T>
void Store(T value, size_t offset, std::string* bytes) {
  std::memcpy(bytes->data() + offset, &value, sizeof(value));
}

template <typename T>
void Append(T value, std::string* bytes) {
  bytes->append(reinterpret_cast<const char*>(&value), sizeof(value));
}

uint64_t ChecksumOf(absl::string_view bytes) {
  return XXH3_64bits(bytes.data() + kHeaderSize, bytes.size() - kHeaderSize);
}

size_t RoundUp(size_t value) {
  return (value + kAlignment - 1) / kAlignment * kAlignment;
}

template <typename T>
absl::StatusOr<absl::Span<const T>> ArrayOf(const ModelFile& file, absl::string_view section) {
  CONSILIENCE_ASSIGN_OR_RETURN(const absl::string_view bytes, file.Text(section));
  if (bytes.size() % sizeof(T) != 0) return file.Damaged(absl::StrCat("section ", section, " is cut"));
  return absl::MakeConstSpan(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
}

}  // namespace

absl::Status ModelFile::Damaged(absl::string_view what) const {
  return absl::DataLossError(
      absl::StrCat(name_, ": ", what, "; install the model again or name another one in ", "CONSILIENCE_MODEL"));
}

absl::StatusOr<ModelFile> ModelFile::Parse(absl::string_view bytes, const std::string& name) {
  ModelFile file;
  file.name_ = name;
  if (bytes.size() < kHeaderSize) return file.Damaged("the model file is truncated");
  if (bytes.substr(0, kMagic.size()) != kMagic) return file.Damaged("this is not a syntax model");
  const uint32_t version = Load<uint32_t>(bytes, 8);
  if (version != kModelVersion) {
    return file.Damaged(
        absl::StrCat("the model file has version ", version, " and this program reads version ", kModelVersion));
  }
  const uint32_t count = Load<uint32_t>(bytes, 12);
  const uint64_t size = Load<uint64_t>(bytes, 16);
  if (size != bytes.size()) {
    return file.Damaged(absl::StrCat("the model file has ", bytes.size(), " bytes and should have ", size));
  }
  if (Load<uint64_t>(bytes, 24) != ChecksumOf(bytes)) return file.Damaged("the model file's checksum does not hold");
  if (count > kMostSections || kHeaderSize + count * kEntrySize > bytes.size()) {
    return file.Damaged("the model file's table of sections is damaged");
  }
  for (uint32_t i = 0; i < count; ++i) {
    const size_t entry = kHeaderSize + i * kEntrySize;
    const absl::string_view padded = bytes.substr(entry, kNameSize);
    const uint64_t begin = Load<uint64_t>(bytes, entry + kNameSize);
    const uint64_t length = Load<uint64_t>(bytes, entry + kNameSize + 8);
    if (begin % kAlignment != 0 || begin > bytes.size() || length > bytes.size() - begin) {
      return file.Damaged("the model file's table of sections is damaged");
    }
    file.sections_.push_back({padded.substr(0, padded.find('\0')), bytes.substr(begin, length)});
  }
  return file;
}

bool ModelFile::Has(absl::string_view section) const {
  return std::any_of(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == section; });
}

std::vector<std::pair<absl::string_view, absl::string_view>> ModelFile::Sections() const {
  std::vector<std::pair<absl::string_view, absl::string_view>> sections;
  sections.reserve(sections_.size());
  for (const Section& section : sections_) sections.emplace_back(section.name, section.bytes);
  return sections;
}

absl::StatusOr<absl::string_view> ModelFile::Text(absl::string_view section) const {
  for (const Section& s : sections_) {
    if (s.name == section) return s.bytes;
  }
  return Damaged(absl::StrCat("section ", section, " is missing"));
}

absl::StatusOr<QuantizedMatrix> ModelFile::Matrix(absl::string_view section) const {
  CONSILIENCE_ASSIGN_OR_RETURN(const absl::string_view bytes, Text(section));
  if (bytes.size() < 8) return Damaged(absl::StrCat("section ", section, " is cut"));
  QuantizedMatrix matrix;
  matrix.rows = Load<uint32_t>(bytes, 0);
  matrix.columns = Load<uint32_t>(bytes, 4);
  const uint64_t needed = 8 + uint64_t{matrix.rows} * (sizeof(float) + uint64_t{matrix.columns});
  if (needed != bytes.size()) return Damaged(absl::StrCat("section ", section, " is cut"));
  matrix.scale = reinterpret_cast<const float*>(bytes.data() + 8);
  matrix.data = reinterpret_cast<const int8_t*>(bytes.data() + 8 + matrix.rows * sizeof(float));
  for (uint32_t r = 0; r < matrix.rows; ++r) {
    if (!std::isfinite(matrix.scale[r])) return Damaged(absl::StrCat("section ", section, " has no finite scale"));
  }
  return matrix;
}

absl::StatusOr<absl::Span<const float>> ModelFile::Floats(absl::string_view section) const {
  CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const float> values, ArrayOf<float>(*this, section));
  for (const float value : values) {
    if (!std::isfinite(value)) return Damaged(absl::StrCat("section ", section, " has no finite values"));
  }
  return values;
}

absl::StatusOr<absl::Span<const uint32_t>> ModelFile::Numbers(absl::string_view section) const {
  return ArrayOf<uint32_t>(*this, section);
}

void ModelBuilder::AddText(const std::string& section, absl::string_view text) {
  sections_.push_back({section, std::string(text)});
}

void ModelBuilder::AddMatrix(const std::string& section, uint32_t rows, uint32_t columns,
                             absl::Span<const float> values) {
  constexpr float kLargest = 127;
  std::string bytes;
  bytes.reserve(8 + rows * (sizeof(float) + columns));
  Append(rows, &bytes);
  Append(columns, &bytes);
  std::string data;
  data.reserve(size_t{rows} * columns);
  for (uint32_t r = 0; r < rows; ++r) {
    const absl::Span<const float> row = values.subspan(size_t{r} * columns, columns);
    float most = 0;
    for (const float value : row) most = std::max(most, std::fabs(value));
    Append(most / kLargest, &bytes);
    for (const float value : row) {
      data.push_back(static_cast<char>(most > 0 ? std::lround(value / most * kLargest) : 0));
    }
  }
  sections_.push_back({section, bytes + data});
}

void ModelBuilder::AddFloats(const std::string& section, absl::Span<const float> values) {
  std::string bytes;
  for (const float value : values) Append(value, &bytes);
  sections_.push_back({section, std::move(bytes)});
}

void ModelBuilder::AddNumbers(const std::string& section, absl::Span<const uint32_t> values) {
  std::string bytes;
  for (const uint32_t value : values) Append(value, &bytes);
  sections_.push_back({section, std::move(bytes)});
}

std::string ModelBuilder::Finish() const {
  std::string bytes(RoundUp(kHeaderSize + sections_.size() * kEntrySize), '\0');
  std::memcpy(bytes.data(), kMagic.data(), kMagic.size());
  Store(kModelVersion, 8, &bytes);
  Store(static_cast<uint32_t>(sections_.size()), 12, &bytes);
  size_t entry = kHeaderSize;
  for (const Section& section : sections_) {
    std::memcpy(bytes.data() + entry, section.name.data(), std::min(section.name.size(), kNameSize - 1));
    Store<uint64_t>(bytes.size(), entry + kNameSize, &bytes);
    Store<uint64_t>(section.bytes.size(), entry + kNameSize + 8, &bytes);
    bytes += section.bytes;
    bytes.resize(RoundUp(bytes.size()));
    entry += kEntrySize;
  }
  SealModel(&bytes);
  return bytes;
}

void SealModel(std::string* bytes) {
  if (bytes->size() < kHeaderSize) return;
  Store<uint64_t>(bytes->size(), 16, bytes);
  Store<uint64_t>(ChecksumOf(*bytes), 24, bytes);
}

}  // namespace consilience
