// links: document
#include "tests/fuzz/checked_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  consilience::testing::CheckReading(data, size, consilience::InputFormat::kDigest);
  return 0;
}
