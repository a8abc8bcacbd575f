#include "engine/base/units.h"

#include <cmath>

namespace consilience {

Probability Probability::FromDouble(double value) {
  if (!(value > 0)) return Probability();
  if (value >= 1) return Certain();
  return Probability(static_cast<int32_t>(std::lround(value * kOne)));
}

std::string Probability::ToString() const {
  const int32_t thousandths = (millionths_ + 500) / 1000;
  std::string out = std::to_string(thousandths / 1000);
  std::string fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? out : out + "." + fraction;
}

}  // namespace consilience
