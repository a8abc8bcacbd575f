#include "engine/syntax/kernels.h"

#include "engine/syntax/kernels.inc"

namespace consilience {

const Kernels& PortableKernels() {
  static constexpr Kernels kKernels = {"portable", Multiply, Quantize, LstmStep, Rectify, Scores, ExpSum, ExpOne};
  return kKernels;
}

const Kernels& BestKernels() {
  if (const Kernels* avx512 = Avx512Kernels(); avx512 != nullptr) return *avx512;
  if (const Kernels* avx2 = Avx2Kernels(); avx2 != nullptr) return *avx2;
  return PortableKernels();
}

}  // namespace consilience
