// The model's file: a checked container of named sections.
//
// Layout, little-endian:
//   0   8  magic "CnslSyn\n"
//   8   4  version (kModelVersion)
//   12  4  number of sections
//   16  8  size of the file
//   24  8  XXH3 64 of everything after these 32 bytes
//   32     one entry of 48 bytes per section: name (32 bytes, NUL-padded), offset (8), size (8)
//   then the sections, each at a multiple of 64 bytes
//
// A section is text or a tensor. A tensor is rows (4 bytes), columns (4), one float scale per row, then rows * columns
// int8: the value at (r, c) is scale[r] * int8[r][c]. A scale-only vector has one column of float32 (kind by name).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

inline constexpr uint32_t kModelVersion = 4;

// A matrix of int8 with one scale per row. Views into the model's bytes.
struct QuantizedMatrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  const float* scale = nullptr;
  const int8_t* data = nullptr;

  const int8_t* row(size_t r) const { return data + r * columns; }
};

// Reads a model held in memory; the bytes must outlive it. Thread-safe.
class ModelFile {
 public:
  // DataLoss, naming `name`, for what is truncated, of another version or damaged.
  static absl::StatusOr<ModelFile> Parse(absl::string_view bytes, const std::string& name);

  // DataLoss when there is no such section or it is not well formed.
  absl::StatusOr<absl::string_view> Text(absl::string_view section) const;
  absl::StatusOr<QuantizedMatrix> Matrix(absl::string_view section) const;
  // A section of nothing but 32-bit floats.
  absl::StatusOr<absl::Span<const float>> Floats(absl::string_view section) const;
  // A section of nothing but 32-bit numbers.
  absl::StatusOr<absl::Span<const uint32_t>> Numbers(absl::string_view section) const;
  bool Has(absl::string_view section) const;
  // Names and bytes of all sections, in the order of the file.
  std::vector<std::pair<absl::string_view, absl::string_view>> Sections() const;
  // DataLoss about this file.
  absl::Status Damaged(absl::string_view what) const;

 private:
  struct Section {
    absl::string_view name;
    absl::string_view bytes;
  };
  std::string name_;
  std::vector<Section> sections_;
};

// Builds the bytes of a model.
class ModelBuilder {
 public:
  void AddText(const std::string& section, absl::string_view text);
  // Quantises `rows` x `columns` values, row by row, one scale per row.
  void AddMatrix(const std::string& section, uint32_t rows, uint32_t columns, absl::Span<const float> values);
  void AddFloats(const std::string& section, absl::Span<const float> values);
  void AddNumbers(const std::string& section, absl::Span<const uint32_t> values);
  std::string Finish() const;

 private:
  struct Section {
    std::string name;
    std::string bytes;
  };
  std::vector<Section> sections_;
};

// Puts the right checksum into the bytes of a model whose content was changed.
void SealModel(std::string* bytes);

}  // namespace consilience
