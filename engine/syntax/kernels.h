// The network's arithmetic, in builds that give the same bits: for any processor, for AVX2, and for AVX-512 with VNNI.
//
// All come from kernels.inc. Products of matrices are sums of 8-bit weights times 16-bit inputs, exact in any order;
// everything in floating point is computed lane by lane in a fixed order, without fused operations or library
// functions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace consilience {

inline constexpr size_t kLanes = 8;

inline constexpr size_t RoundUpToLanes(size_t n) {
  return (n + kLanes - 1) / kLanes * kLanes;
}

// A row of 16-bit integers times a scale. Rows are `stride` apart, padded with zeros to an even count.
struct QuantizedRows {
  const int16_t* values = nullptr;
  const float* scale = nullptr;  // per row
  size_t stride = 0;
};

// outputs = weights * inputs, as the kernels want it: [outputs / 8][inputs / 2][8][2].
struct PackedWeights {
  const int8_t* values = nullptr;
  const float* scale = nullptr;  // per output
  const float* bias = nullptr;   // per output
  size_t inputs = 0;             // even
  size_t outputs = 0;            // a multiple of 8
};

struct Kernels {
  const char* name;
  // out[r][o] = bias[o] + weights.scale[o] * rows.scale[r] * sum over i of rows[r][i] * weights[o][i].
  void (*multiply)(const PackedWeights& weights, const QuantizedRows& rows, size_t count, float* out);
  // Quantises one row of `n` floats (a multiple of 8) to 16 bits; returns its scale.
  float (*quantize)(const float* in, size_t n, int16_t* out);
  // One step of an LSTM: gates are four rows of `n` (a multiple of 8): input, forget, cell, output, each the sum of
  // `from_input` and `from_state`. Updates `cell`; writes the state in floating point and in units of 1/32767.
  void (*lstm)(const float* from_input, const float* from_state, size_t n, float* cell, float* state,
               int16_t* quantized);
  // x = max(x, 0.1 x).
  void (*rectify)(float* x, size_t n);
  // scores[r][j] = sum over k of queries[r][k] * heads[k][j]; `columns` is a multiple of 8.
  void (*scores)(const float* queries, size_t rows, size_t query_stride, size_t depth, const float* heads,
                 size_t columns, float* out);
  // The sum of exp(x[i] - most) over `n` (a multiple of 8).
  float (*exp_sum)(const float* x, size_t n, float most);
  float (*exp)(float x);
};

const Kernels& PortableKernels();
// Nullptr where the program was built for, or runs on, a processor without AVX2.
const Kernels* Avx2Kernels();
// Nullptr without AVX-512's VL and VNNI.
const Kernels* Avx512Kernels();
// The fastest this processor has.
const Kernels& BestKernels();

}  // namespace consilience
