// Compiled with -mavx2 where the compiler builds for x86-64.
#include "engine/syntax/kernels.h"

#if defined(__AVX2__)
#include "engine/syntax/kernels.inc"

namespace consilience {

const Kernels* Avx2Kernels() {
  static constexpr Kernels kKernels = {"avx2", Multiply, Quantize, LstmStep, Rectify, Scores, ExpSum, ExpOne};
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has ? &kKernels : nullptr;
}

}  // namespace consilience
#else
namespace consilience {

const Kernels* Avx2Kernels() {
  return nullptr;
}

}  // namespace consilience
#endif
