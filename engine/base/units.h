// Units live in types: no bare doubles at interfaces.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace consilience {

// A probability as a fixed-point number of millionths, so that sums and comparisons are the same on every machine and
// with any number of threads.
class Probability {
 public:
  static constexpr int32_t kOne = 1'000'000;

  constexpr Probability() = default;
  // Clamps to [0, 1]; NaN becomes 0.
  static Probability FromDouble(double value);
  static constexpr Probability FromMillionths(int32_t value) {
    return Probability(value < 0 ? 0 : value > kOne ? kOne : value);
  }
  static constexpr Probability Certain() { return Probability(kOne); }

  constexpr int32_t millionths() const { return millionths_; }
  constexpr double ToDouble() const { return static_cast<double>(millionths_) / kOne; }
  // "0.87": at most three decimals, no trailing zeros.
  std::string ToString() const;

  friend constexpr auto operator<=>(Probability, Probability) = default;

 private:
  constexpr explicit Probability(int32_t millionths) : millionths_(millionths) {}
  int32_t millionths_ = 0;
};

}  // namespace consilience
