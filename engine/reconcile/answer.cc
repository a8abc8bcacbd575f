#include "engine/reconcile/answer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/base/day.h"

namespace consilience {
namespace {

struct Range {
  double low, high;
};

// "About" leaves a tenth.
constexpr double kAboutMargin = 0.1;
// Converted figures are rounded ones.
constexpr double kConversionMargin = 0.05;

Range RangeOf(const Value& value) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  const double amount = value.amount.ToDouble();
  const double margin = std::fabs(amount) * kAboutMargin;
  switch (value.relation) {
    case ValueRelation::kEqual:
      return {amount, amount};
    case ValueRelation::kAbout:
      return {amount - margin, amount + margin};
    case ValueRelation::kAtLeast:
    case ValueRelation::kMoreThan:
      return {amount, kInfinite};
    case ValueRelation::kAtMost:
    case ValueRelation::kLessThan:
      return {-kInfinite, amount};
    case ValueRelation::kBetween:
      return {amount, value.high.ToDouble()};
  }
  return {amount, amount};
}

// An amount given in fewer digits than the other stands for what rounds to it ("4 billion" for 4.2 billion does not,
// "4.2 billion" for 4.18 billion does).
bool Rounds(const Decimal& coarse, const Decimal& fine) {
  if (coarse.exponent() <= fine.exponent() || std::llabs(coarse.mantissa()) < 10) return false;
  return std::fabs(coarse.ToDouble() - fine.ToDouble()) <= 0.5 * std::pow(10.0, coarse.exponent());
}

struct UnitScale {
  absl::string_view unit, base;
  double factor;
};

// By their canonical names in the claim module's table of units.
constexpr UnitScale kUnits[] = {{"km", "m", 1000},
                                {"m", "m", 1},
                                {"cm", "m", 0.01},
                                {"mm", "m", 0.001},
                                {"mile", "m", 1609.344},
                                {"foot", "m", 0.3048},
                                {"inch", "m", 0.0254},
                                {"yard", "m", 0.9144},
                                {"kg", "kg", 1},
                                {"g", "kg", 0.001},
                                {"pound", "kg", 0.45359237},
                                {"tonne", "kg", 1000},
                                {"ton", "kg", 1000},
                                {"second", "second", 1},
                                {"minute", "second", 60},
                                {"hour", "second", 3600},
                                {"day", "second", 86400},
                                {"week", "second", 604800},
                                {"month", "month", 1},
                                {"year", "month", 12},
                                {"decade", "month", 120},
                                {"century", "month", 1200},
                                {"ha", "m2", 10000},
                                {"acre", "m2", 4046.8564224},
                                {"km2", "m2", 1e6},
                                {"square mile", "m2", 2589988.11},
                                {"m2", "m2", 1},
                                {"square foot", "m2", 0.09290304},
                                {"km/h", "km/h", 1},
                                {"mph", "km/h", 1.609344},
                                {"liter", "liter", 1},
                                {"gallon", "liter", 3.785411784}};

UnitScale ScaleOf(absl::string_view unit) {
  for (const UnitScale& scale : kUnits) {
    if (scale.unit == unit) return scale;
  }
  return {unit, unit, 1};
}

struct Days {
  int32_t first, last;
};

// The days that "2026-11-24T08:00", "2026-11", "2026" or "2026-W33" cover.
std::optional<Days> DaysOf(absl::string_view iso) {
  int year = 0;
  if (iso.size() < 4 || !absl::SimpleAtoi(iso.substr(0, 4), &year)) return std::nullopt;
  const auto day_of = [&](int month, int day) -> std::optional<int32_t> {
    const std::optional<DayUtc> found = DayUtc::FromCivil(year, month, day);
    return found ? std::optional<int32_t>(found->days()) : std::nullopt;
  };
  if (iso.size() == 4) {
    const auto first = day_of(1, 1), last = day_of(12, 31);
    return first && last ? std::optional<Days>({*first, *last}) : std::nullopt;
  }
  if (iso.size() == 8 && iso[5] == 'W') {
    int week = 0;
    const auto fourth = day_of(1, 4);  // is in week 1
    if (!fourth || !absl::SimpleAtoi(iso.substr(6), &week)) return std::nullopt;
    const int32_t monday = *fourth - DayUtc(*fourth).weekday() + 7 * (week - 1);
    return Days{monday, monday + 6};
  }
  int month = 0;
  if (iso.size() < 7 || !absl::SimpleAtoi(iso.substr(5, 2), &month)) return std::nullopt;
  if (iso.size() == 7) {
    const auto first = day_of(month, 1);
    if (!first) return std::nullopt;
    int32_t last = *first + 27;
    while (DayUtc(last + 1).ToCivil().month == month) ++last;
    return Days{*first, last};
  }
  const std::optional<DayUtc> day = DayUtc::Parse(iso);
  if (!day) return std::nullopt;
  return Days{day->days(), day->days()};
}

}  // namespace

AnswerLevel CompareValues(const Value& a, const Value& b) {
  if (a.kind == ValueKind::kDate || b.kind == ValueKind::kDate) {
    return a.kind == b.kind ? CompareDates(a.iso, b.iso) : AnswerLevel::kIncomparable;
  }
  if (a.kind != b.kind) return AnswerLevel::kIncomparable;
  const UnitScale unit_a = ScaleOf(a.unit), unit_b = ScaleOf(b.unit);
  const bool counted = a.kind == ValueKind::kQuantity && unit_a.base == unit_a.unit && unit_b.base == unit_b.unit;
  if (!counted && unit_a.base != unit_b.base) return AnswerLevel::kIncomparable;
  Range ra = RangeOf(a), rb = RangeOf(b);
  if (counted || unit_a.unit == unit_b.unit) {
    const bool below_a = a.relation == ValueRelation::kAtMost || a.relation == ValueRelation::kLessThan;
    const bool below_b = b.relation == ValueRelation::kAtMost || b.relation == ValueRelation::kLessThan;
    const bool ranges = (a.relation == ValueRelation::kBetween) == (b.relation == ValueRelation::kBetween);
    if (a.amount == b.amount && a.high == b.high && below_a == below_b && ranges) return AnswerLevel::kEqual;
    if (a.relation == ValueRelation::kEqual && b.relation == ValueRelation::kEqual &&
        (Rounds(a.amount, b.amount) || Rounds(b.amount, a.amount))) {
      return AnswerLevel::kCompatible;
    }
  } else {
    ra = {ra.low * unit_a.factor * (1 - kConversionMargin), ra.high * unit_a.factor * (1 + kConversionMargin)};
    rb = {rb.low * unit_b.factor, rb.high * unit_b.factor};
  }
  return ra.low <= rb.high && rb.low <= ra.high ? AnswerLevel::kCompatible : AnswerLevel::kExcluding;
}

AnswerLevel CompareDates(absl::string_view a, absl::string_view b) {
  if (a.empty() || b.empty()) return AnswerLevel::kIncomparable;
  const std::optional<Days> x = DaysOf(a), y = DaysOf(b);
  if (!x || !y) return AnswerLevel::kIncomparable;
  if (x->first == y->first && x->last == y->last) return AnswerLevel::kEqual;
  if (x->last < y->first || y->last < x->first) return AnswerLevel::kExcluding;
  return AnswerLevel::kCompatible;
}

AnswerLevel ComparePlaces(absl::string_view a, absl::string_view b) {
  if (a == b) return AnswerLevel::kEqual;
  const std::vector<absl::string_view> parts_a = absl::StrSplit(a, ", ");
  const std::vector<absl::string_view> parts_b = absl::StrSplit(b, ", ");
  const auto contains = [](const std::vector<absl::string_view>& whole, absl::string_view part) {
    return std::find(whole.begin(), whole.end(), part) != whole.end();
  };
  if (contains(parts_a, b) || contains(parts_b, a)) return AnswerLevel::kCompatible;
  // "Lyon, France" and "Paris, France": different parts of one whole.
  if (parts_a.size() == 2 && parts_b.size() == 2 && parts_a[1] == parts_b[1]) return AnswerLevel::kExcluding;
  return AnswerLevel::kIncomparable;
}

}  // namespace consilience
