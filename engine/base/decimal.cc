#include "engine/base/decimal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace consilience {
namespace {

__extension__ using Wide = __int128;
constexpr int64_t kLimit = 1'000'000'000'000'000'000;  // 18 digits
constexpr int kMaxExponent = 1000;

}  // namespace

Decimal Decimal::Make(int64_t mantissa, int exponent) {
  Decimal out;
  if (mantissa == 0) return out;
  while (mantissa >= kLimit || mantissa <= -kLimit) {
    mantissa /= 10;
    ++exponent;
  }
  while (mantissa % 10 == 0) {
    mantissa /= 10;
    ++exponent;
  }
  out.mantissa_ = mantissa;
  out.exponent_ = std::clamp(exponent, -kMaxExponent, kMaxExponent);
  return out;
}

std::optional<Decimal> Decimal::Parse(absl::string_view text) {
  size_t i = 0;
  bool negative = false;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
  int64_t mantissa = 0;
  int exponent = 0;
  bool digits = false;
  bool point = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      digits = true;
      if (mantissa < kLimit / 10) {
        mantissa = mantissa * 10 + (c - '0');
        if (point) --exponent;
      } else if (!point) {
        ++exponent;
      }
      if (exponent > kMaxExponent) return std::nullopt;
    } else {
      break;
    }
  }
  if (!digits) return std::nullopt;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    bool minus = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) minus = text[i++] == '-';
    int e = 0;
    const size_t first = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
      e = e * 10 + (text[i] - '0');
      if (e > kMaxExponent) return std::nullopt;
    }
    if (i == first) return std::nullopt;
    exponent += minus ? -e : e;
  }
  if (i != text.size()) return std::nullopt;
  return Make(negative ? -mantissa : mantissa, exponent);
}

double Decimal::ToDouble() const {
  return static_cast<double>(mantissa_) * std::pow(10.0, exponent_);
}

std::string Decimal::ToString() const {
  if (mantissa_ == 0) return "0";
  std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
  if (exponent_ >= 0) {
    digits.append(static_cast<size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return mantissa_ < 0 ? "-" + digits : digits;
}

Decimal operator*(Decimal a, Decimal b) {
  Wide product = static_cast<Wide>(a.mantissa_) * b.mantissa_;
  int exponent = a.exponent_ + b.exponent_;
  while (product >= kLimit || product <= -kLimit) {
    product /= 10;
    ++exponent;
  }
  return Decimal::Make(static_cast<int64_t>(product), exponent);
}

Decimal operator+(Decimal a, Decimal b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  if (a.exponent_ < b.exponent_) std::swap(a, b);
  // Scale the larger exponent down as far as 37 digits allow.
  Wide high = a.mantissa_;
  int exponent = a.exponent_;
  while (exponent > b.exponent_ && high < static_cast<Wide>(kLimit) * kLimit / 10 &&
         high > -(static_cast<Wide>(kLimit) * kLimit / 10)) {
    high *= 10;
    --exponent;
  }
  Wide low = b.mantissa_;
  for (int e = b.exponent_; e < exponent && low != 0; ++e) low /= 10;
  Wide sum = high + low;
  while (sum >= kLimit || sum <= -kLimit) {
    sum /= 10;
    ++exponent;
  }
  return Decimal::Make(static_cast<int64_t>(sum), exponent);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& d) { return d.mantissa_ < 0 ? -1 : d.mantissa_ > 0 ? 1 : 0; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (sign(a) == 0) return std::strong_ordering::equal;
  const auto digits = [](int64_t m) {
    int n = 0;
    for (; m != 0; m /= 10) ++n;
    return n;
  };
  const int high_a = digits(a.mantissa_) + a.exponent_;
  const int high_b = digits(b.mantissa_) + b.exponent_;
  const bool positive = a.mantissa_ > 0;
  if (high_a != high_b)
    return (high_a < high_b) == positive ? std::strong_ordering::less : std::strong_ordering::greater;
  // Same magnitude: at most 18 digits apart, so 128 bits hold both.
  Wide x = a.mantissa_;
  Wide y = b.mantissa_;
  for (int e = a.exponent_; e > b.exponent_; --e) x *= 10;
  for (int e = b.exponent_; e > a.exponent_; --e) y *= 10;
  return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace consilience
