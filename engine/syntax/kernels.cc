#include "engine/syntax/kernels.h"

#include "engine/syntax/kernels.inc"

namespace consilience {

const Kernels& PortableKernels() {
  static constexpr Kernels kKernels = {"portable", Multiply, Quantize, LstmStep, Rectify, Scores, ExpSum, ExpOne};
  return kKernels;
}

const Kernels& BestKernels() {
  const Kernels* avx2 = Avx2Kernels();
  return avx2 != nullptr ? *avx2 : PortableKernels();
}

}  // namespace consilience
