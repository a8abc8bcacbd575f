// An exact decimal number: mantissa x 10^exponent.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace consilience {

// Normalised: no trailing zeros in the mantissa (zero is 0 x 10^0), so that equal numbers are equal bit for bit.
// "$4.2 billion" is 42 x 10^8. 18 significant digits.
class Decimal {
 public:
  constexpr Decimal() = default;
  // Digits beyond 18 are cut off.
  static Decimal Make(int64_t mantissa, int exponent);
  static Decimal FromInt(int64_t value) { return Make(value, 0); }
  // Reads "-1234.50" and "1e6"; no group separators. nullopt when `text` is not wholly a number.
  static std::optional<Decimal> Parse(absl::string_view text);

  int64_t mantissa() const { return mantissa_; }
  int exponent() const { return exponent_; }
  bool is_zero() const { return mantissa_ == 0; }
  bool is_negative() const { return mantissa_ < 0; }
  bool is_integer() const { return exponent_ >= 0; }
  double ToDouble() const;
  // Plain notation, no exponent: "550000000000", "0.059".
  std::string ToString() const;

  // Product; cut to 18 digits.
  friend Decimal operator*(Decimal a, Decimal b);
  // Sum; exact while the exponents are within 18 digits of one another, else the smaller is dropped.
  friend Decimal operator+(Decimal a, Decimal b);
  Decimal operator-() const { return Make(-mantissa_, exponent_); }
  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  int64_t mantissa_ = 0;
  int32_t exponent_ = 0;
};

}  // namespace consilience
