#include "engine/claim/number.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace consilience {
namespace {

using Span = absl::Span<const Lexeme>;

enum class Role : uint8_t { kOne, kTeen, kTen, kHundred, kScale, kScales, kScaleSign };

struct NumberWord {
  absl::string_view word;
  Role role;
  int64_t value;
};

// Sorted by word.
constexpr std::array kNumberWords = {
    NumberWord{"billion", Role::kScale, 1'000'000'000},
    NumberWord{"billions", Role::kScales, 1'000'000'000},
    NumberWord{"bn", Role::kScaleSign, 1'000'000'000},
    NumberWord{"crore", Role::kScale, 10'000'000},
    NumberWord{"dozen", Role::kScale, 12},
    NumberWord{"dozens", Role::kScales, 12},
    NumberWord{"eight", Role::kOne, 8},
    NumberWord{"eighteen", Role::kTeen, 18},
    NumberWord{"eighty", Role::kTen, 80},
    NumberWord{"eleven", Role::kTeen, 11},
    NumberWord{"fifteen", Role::kTeen, 15},
    NumberWord{"fifty", Role::kTen, 50},
    NumberWord{"five", Role::kOne, 5},
    NumberWord{"forty", Role::kTen, 40},
    NumberWord{"four", Role::kOne, 4},
    NumberWord{"fourteen", Role::kTeen, 14},
    NumberWord{"hundred", Role::kHundred, 100},
    NumberWord{"hundreds", Role::kScales, 100},
    NumberWord{"lakh", Role::kScale, 100'000},
    NumberWord{"million", Role::kScale, 1'000'000},
    NumberWord{"millions", Role::kScales, 1'000'000},
    NumberWord{"mln", Role::kScaleSign, 1'000'000},
    NumberWord{"mn", Role::kScaleSign, 1'000'000},
    NumberWord{"nine", Role::kOne, 9},
    NumberWord{"nineteen", Role::kTeen, 19},
    NumberWord{"ninety", Role::kTen, 90},
    NumberWord{"one", Role::kOne, 1},
    NumberWord{"seven", Role::kOne, 7},
    NumberWord{"seventeen", Role::kTeen, 17},
    NumberWord{"seventy", Role::kTen, 70},
    NumberWord{"six", Role::kOne, 6},
    NumberWord{"sixteen", Role::kTeen, 16},
    NumberWord{"sixty", Role::kTen, 60},
    NumberWord{"ten", Role::kTeen, 10},
    NumberWord{"tens", Role::kScales, 10},
    NumberWord{"thirteen", Role::kTeen, 13},
    NumberWord{"thirty", Role::kTen, 30},
    NumberWord{"thousand", Role::kScale, 1'000},
    NumberWord{"thousands", Role::kScales, 1'000},
    NumberWord{"three", Role::kOne, 3},
    NumberWord{"tn", Role::kScaleSign, 1'000'000'000'000},
    NumberWord{"trillion", Role::kScale, 1'000'000'000'000},
    NumberWord{"trillions", Role::kScales, 1'000'000'000'000},
    NumberWord{"trn", Role::kScaleSign, 1'000'000'000'000},
    NumberWord{"twelve", Role::kTeen, 12},
    NumberWord{"twenty", Role::kTen, 20},
    NumberWord{"two", Role::kOne, 2},
};

struct OrdinalWord {
  absl::string_view word;
  int64_t value;
  bool denominator;  // "a third", "two-thirds"
};

constexpr std::array kOrdinalWords = {
    OrdinalWord{"eighteenth", 18, false},  OrdinalWord{"eighth", 8, true},       OrdinalWord{"eleventh", 11, false},
    OrdinalWord{"fifteenth", 15, false},   OrdinalWord{"fifth", 5, true},        OrdinalWord{"first", 1, false},
    OrdinalWord{"fourteenth", 14, false},  OrdinalWord{"fourth", 4, true},       OrdinalWord{"half", 2, true},
    OrdinalWord{"halve", 2, true},         OrdinalWord{"hundredth", 100, false}, OrdinalWord{"nineteenth", 19, false},
    OrdinalWord{"ninth", 9, true},         OrdinalWord{"quarter", 4, true},      OrdinalWord{"second", 2, false},
    OrdinalWord{"seventeenth", 17, false}, OrdinalWord{"seventh", 7, true},      OrdinalWord{"sixteenth", 16, false},
    OrdinalWord{"sixth", 6, true},         OrdinalWord{"tenth", 10, true},       OrdinalWord{"third", 3, true},
    OrdinalWord{"thirteenth", 13, false},  OrdinalWord{"thirtieth", 30, false},  OrdinalWord{"twelfth", 12, false},
    OrdinalWord{"twentieth", 20, false},
};

template <typename Table>
auto Find(const Table& table, absl::string_view word) -> decltype(&table[0]) {
  const auto at = std::lower_bound(table.begin(), table.end(), word,
                                   [](const auto& row, absl::string_view key) { return row.word < key; });
  return at != table.end() && at->word == word ? &*at : nullptr;
}

const NumberWord* FindNumberWord(Span lexemes, size_t at) {
  if (at >= lexemes.size() || !lexemes[at].is_word()) return nullptr;
  return Find(kNumberWords, lexemes[at].lower);
}

bool IsAt(Span lexemes, size_t at, absl::string_view word) {
  return at < lexemes.size() && lexemes[at].Is(word);
}

bool IsArticle(Span lexemes, size_t at) {
  return IsAt(lexemes, at, "a") || IsAt(lexemes, at, "an");
}

// The lexeme after a hyphen that joins, or `at` itself.
size_t SkipHyphen(Span lexemes, size_t at) {
  const bool joins = at + 1 < lexemes.size() && lexemes[at].Is("-") && lexemes[at].glued && lexemes[at + 1].glued;
  return joins ? at + 1 : at;
}

Number Finish(Decimal coefficient, Decimal scale, size_t end) {
  Number number;
  number.coefficient = coefficient;
  number.scale = scale;
  number.amount = coefficient * scale;
  number.end = end;
  return number;
}

// Scale words after a coefficient: "million", "hundred thousand", "dozen", "bn".
Number ReadScales(Span lexemes, Decimal coefficient, size_t at, NumberContext context) {
  Decimal scale = Decimal::FromInt(1);
  for (int count = 0; count < 3; ++count) {
    const size_t next = SkipHyphen(lexemes, at);
    if (next >= lexemes.size()) break;
    const NumberWord* word = FindNumberWord(lexemes, next);
    const bool is_scale = word != nullptr && (word->role == Role::kScale || word->role == Role::kHundred ||
                                              word->role == Role::kScaleSign);
    if (is_scale) {
      scale = scale * Decimal::FromInt(word->value);
    } else if (count == 0 && next == at && lexemes[at].glued && lexemes[at].is_word()) {
      const absl::string_view sign = lexemes[at].lower;
      const bool money = context == NumberContext::kMoney;
      if (sign == "k") {
        scale = Decimal::FromInt(1'000);
      } else if (money && (sign == "m" || sign == "mm")) {
        scale = Decimal::FromInt(1'000'000);
      } else if (money && sign == "b") {
        scale = Decimal::FromInt(1'000'000'000);
      } else if (money && sign == "t") {
        scale = Decimal::FromInt(1'000'000'000'000);
      } else {
        break;
      }
    } else {
      break;
    }
    at = next + 1;
  }
  return Finish(coefficient, scale, at);
}

Decimal Fraction(int64_t numerator, int64_t denominator) {
  constexpr int64_t kOne = 100'000'000'000'000'000;
  return Decimal::Make(numerator * kOne / denominator, -17);
}

// A number below a thousand in digits, or a single word.
std::optional<int64_t> SmallNumber(Span lexemes, size_t at) {
  if (at >= lexemes.size()) return std::nullopt;
  if (const NumberWord* word = FindNumberWord(lexemes, at); word != nullptr) {
    if (word->role > Role::kTen) return std::nullopt;
    return word->value;
  }
  if (!lexemes[at].is_number() || lexemes[at].lower.size() > 3) return std::nullopt;
  int64_t value = 0;
  for (const char c : lexemes[at].lower) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "1/2" glued, a proper fraction of small numbers; its value.
std::optional<Decimal> ReadSlashFraction(Span lexemes, size_t at) {
  if (at + 2 >= lexemes.size() || !lexemes[at].is_number() || !lexemes[at + 1].Is("/") || !lexemes[at + 1].glued ||
      !lexemes[at + 2].is_number() || !lexemes[at + 2].glued) {
    return std::nullopt;
  }
  constexpr absl::string_view kDigits = "0123456789";
  if (lexemes[at].lower.size() != 1 || lexemes[at + 2].lower.size() != 1) return std::nullopt;
  const auto top = static_cast<int64_t>(kDigits.find(lexemes[at].lower[0]));
  const auto bottom = static_cast<int64_t>(kDigits.find(lexemes[at + 2].lower[0]));
  if (top < 1 || top >= bottom) return std::nullopt;
  return Fraction(top, bottom);
}

std::optional<Decimal> FractionSign(const Lexeme& lexeme) {
  struct Sign {
    absl::string_view sign;
    int top;
    int bottom;
  };
  constexpr Sign kSigns[] = {{"\xC2\xBC", 1, 4},     {"\xC2\xBD", 1, 2},     {"\xC2\xBE", 3, 4},
                             {"\xE2\x85\x93", 1, 3}, {"\xE2\x85\x94", 2, 3}, {"\xE2\x85\x9B", 1, 8}};
  for (const Sign& sign : kSigns) {
    if (lexeme.Is(sign.sign)) return Fraction(sign.top, sign.bottom);
  }
  return std::nullopt;
}

std::optional<Number> ReadDigits(Span lexemes, size_t at, NumberContext context) {
  const absl::string_view written = lexemes[at].lower;
  if (std::count(written.begin(), written.end(), '.') > 1) return std::nullopt;  // a version, an address
  std::string digits;
  digits.reserve(written.size());
  for (const char c : written) {
    if (c != ',') digits.push_back(c);
  }
  std::optional<Decimal> amount = Decimal::Parse(digits);
  if (!amount) return std::nullopt;
  size_t end = at + 1;
  if (end < lexemes.size()) {
    if (const std::optional<Decimal> sign = FractionSign(lexemes[end])) {
      amount = *amount + *sign;
      ++end;
    } else if (const std::optional<Decimal> slash = ReadSlashFraction(lexemes, end); slash && !lexemes[end].glued) {
      amount = *amount + *slash;
      end += 3;
    } else if (IsAt(lexemes, end, "and") && IsArticle(lexemes, end + 1) && IsAt(lexemes, end + 2, "half")) {
      amount = *amount + Decimal::Make(5, -1);
      end += 3;
    }
  }
  Number number = ReadScales(lexemes, *amount, end, context);
  number.in_digits = true;
  number.one_digit_group =
      number.end == at + 1 && written == absl::string_view(digits) && written.find('.') == absl::string_view::npos;
  return number;
}

// "three hundred and forty", "twenty-five thousand": ones, tens and hundreds below each scale.
std::optional<Number> ReadWords(Span lexemes, size_t at, NumberContext context) {
  Decimal total;
  int64_t below = 0;  // what the next scale multiplies
  bool any = false;
  Role last = Role::kScale;  // what may follow depends on it
  int64_t last_scale = INT64_MAX;
  Decimal coefficient;
  Decimal scale = Decimal::FromInt(1);
  size_t end = at;
  for (size_t i = at; i < lexemes.size() && i < at + 24;) {
    size_t next = any ? SkipHyphen(lexemes, i) : i;
    if (any && IsAt(lexemes, next, "and") && (last == Role::kHundred || last == Role::kScale)) {
      const NumberWord* after = FindNumberWord(lexemes, next + 1);
      if (after == nullptr || after->role > Role::kTen) break;
      ++next;
    }
    const NumberWord* word = FindNumberWord(lexemes, next);
    if (word == nullptr) break;
    if (word->role == Role::kOne || word->role == Role::kTeen || word->role == Role::kTen) {
      const bool after_ten = last == Role::kTen && word->role == Role::kOne;
      if (any && !after_ten && last != Role::kHundred && last != Role::kScale) break;
      below += word->value;
    } else if (word->role == Role::kHundred) {
      if (!any || below == 0 || below > 99 || last == Role::kHundred) break;
      below *= 100;
    } else if (word->role == Role::kScale) {
      if (!any || below == 0 || word->value >= last_scale) break;
      const Decimal value = Decimal::FromInt(word->value);
      coefficient = Decimal::FromInt(below);
      scale = value;
      total = total + coefficient * value;
      below = 0;
      last_scale = word->value;
    } else {
      break;
    }
    any = true;
    last = word->role;
    i = next + 1;
    end = i;
  }
  if (!any) return std::nullopt;
  // "two and a half", "two and a half million"
  if (total.is_zero() && IsAt(lexemes, end, "and") && IsArticle(lexemes, end + 1) && IsAt(lexemes, end + 2, "half")) {
    return ReadScales(lexemes, Decimal::FromInt(below) + Decimal::Make(5, -1), end + 3, context);
  }
  const bool one_scale = below == 0 && total == coefficient * scale;
  Number number =
      one_scale ? Finish(coefficient, scale, end) : Finish(total + Decimal::FromInt(below), Decimal::FromInt(1), end);
  if (!total.is_zero()) return number;
  // "two hundred million" was read whole; "five dozen million" is not said.
  return number;
}

// "dozens", "hundreds of thousands".
std::optional<Number> ReadPluralScale(Span lexemes, size_t at) {
  const NumberWord* word = FindNumberWord(lexemes, at);
  if (word == nullptr || word->role != Role::kScales) return std::nullopt;
  Decimal scale = Decimal::FromInt(word->value);
  size_t end = at + 1;
  const NumberWord* of = IsAt(lexemes, end, "of") ? FindNumberWord(lexemes, end + 1) : nullptr;
  if (of != nullptr && of->role == Role::kScales && of->value > word->value) {
    scale = scale * Decimal::FromInt(of->value);
    end += 2;
  } else if (word->value == 10) {
    return std::nullopt;
  }
  Number number = Finish(Decimal::FromInt(1), scale, end);
  number.at_least = true;
  return number;
}

// "a dozen", "a hundred thousand", "several hundred", "a few thousand", "a couple".
std::optional<Number> ReadArticleScale(Span lexemes, size_t at, NumberContext context) {
  const bool several = IsAt(lexemes, at, "several");
  const bool few = IsArticle(lexemes, at) && IsAt(lexemes, at + 1, "few");
  const size_t first = at + (few ? 2 : 1);
  if (IsArticle(lexemes, at) && IsAt(lexemes, first, "couple")) {
    const size_t after = IsAt(lexemes, first + 1, "of") ? first + 2 : first + 1;
    Number number = ReadScales(lexemes, Decimal::FromInt(2), after, context);
    number.about = true;
    return number;
  }
  if (!several && !IsArticle(lexemes, at)) return std::nullopt;
  const NumberWord* word = FindNumberWord(lexemes, first);
  if (word == nullptr || (word->role != Role::kScale && word->role != Role::kHundred)) return std::nullopt;
  Number number = ReadScales(lexemes, Decimal::FromInt(1), first, context);
  if (!several && !few && IsAt(lexemes, number.end, "and") && IsArticle(lexemes, number.end + 1) &&
      IsAt(lexemes, number.end + 2, "half")) {
    number = Finish(Decimal::Make(15, -1), number.scale, number.end + 3);
  }
  number.at_least = several || few;
  return number;
}

// "one in five", "nine out of 10": a share, unless a time follows ("two in five days").
std::optional<Number> ReadRatio(Span lexemes, size_t at) {
  const std::optional<int64_t> top = SmallNumber(lexemes, at);
  if (!top || *top < 1 || *top > 99) return std::nullopt;
  size_t next = at + 1;
  const bool out_of = IsAt(lexemes, next, "out") && IsAt(lexemes, next + 1, "of");
  if (!out_of && !IsAt(lexemes, next, "in")) return std::nullopt;
  next += out_of ? 2 : 1;
  const std::optional<int64_t> bottom = SmallNumber(lexemes, next);
  if (!bottom || *bottom <= *top || *bottom > 100 || (!out_of && *top > 9)) return std::nullopt;
  const size_t end = next + 1;
  if (end < lexemes.size() && (lexemes[end].glued || FindNumberWord(lexemes, end) != nullptr)) {
    const bool punctuation = lexemes[end].kind == LexemeKind::kSymbol && !lexemes[end].Is("-") && !lexemes[end].Is("%");
    if (!punctuation) return std::nullopt;
  }
  if (end < lexemes.size() && lexemes[end].is_word()) {
    for (const absl::string_view time : {"second", "minute", "hour", "day", "week", "month", "year", "game", "match"}) {
      if (absl::StartsWith(lexemes[end].lower, time)) return std::nullopt;
    }
  }
  Number number = Finish(Fraction(*top, *bottom), Decimal::FromInt(1), end);
  number.fraction = true;
  return number;
}

const OrdinalWord* FindDenominator(Span lexemes, size_t at, bool plural) {
  if (at >= lexemes.size() || !lexemes[at].is_word()) return nullptr;
  absl::string_view word = lexemes[at].lower;
  if (plural) {
    if (word.empty() || word.back() != 's') return nullptr;
    word.remove_suffix(1);
  }
  const OrdinalWord* row = Find(kOrdinalWords, word);
  return row != nullptr && row->denominator ? row : nullptr;
}

Number FinishFraction(int64_t top, int64_t bottom, size_t end) {
  Number number = Finish(Fraction(top, bottom), Decimal::FromInt(1), end);
  number.fraction = true;
  return number;
}

// "two-thirds", "one third of", "a quarter of", "half of", "half a million", "half a mile".
std::optional<Number> ReadFraction(Span lexemes, size_t at, NumberContext context) {
  if (IsAt(lexemes, at, "half")) {
    size_t next = SkipHyphen(lexemes, at + 1);
    if (IsArticle(lexemes, next)) ++next;
    const NumberWord* word = FindNumberWord(lexemes, next);
    if (word != nullptr && (word->role == Role::kScale || word->role == Role::kHundred) && next > at + 1) {
      return ReadScales(lexemes, Decimal::Make(5, -1), next, context);
    }
    if (next > at + 1 && IsArticle(lexemes, next - 1)) {
      Number number = FinishFraction(1, 2, next);  // "half an hour"
      return number;
    }
    for (const absl::string_view after : {"of", "the", "its", "their", "his", "her", "all"}) {
      if (IsAt(lexemes, at + 1, after)) return FinishFraction(1, 2, at + 1);
    }
    return std::nullopt;
  }
  if (const std::optional<Decimal> slash = ReadSlashFraction(lexemes, at); slash && IsAt(lexemes, at + 3, "of")) {
    Number number = Finish(*slash, Decimal::FromInt(1), at + 3);
    number.fraction = true;
    return number;
  }
  if (at < lexemes.size()) {
    if (const std::optional<Decimal> sign = FractionSign(lexemes[at])) {
      Number number = Finish(*sign, Decimal::FromInt(1), at + 1);
      number.fraction = true;
      return number;
    }
  }
  const NumberWord* top = FindNumberWord(lexemes, at);
  if (!IsArticle(lexemes, at) && (top == nullptr || (top->role != Role::kOne && top->role != Role::kTeen))) {
    return std::nullopt;
  }
  const int64_t numerator = top == nullptr ? 1 : top->value;
  const size_t next = SkipHyphen(lexemes, at + 1);
  const OrdinalWord* bottom = FindDenominator(lexemes, next, numerator > 1);
  if (bottom == nullptr || numerator >= bottom->value) return std::nullopt;
  // "a third" may be the third of a row, "three quarters" nine months.
  const bool certain = IsAt(lexemes, next + 1, "of") || (next > at + 1 && top != nullptr);
  if (!certain) return std::nullopt;
  return FinishFraction(numerator, bottom->value, next + 1);
}

}  // namespace

std::optional<Number> ReadNumber(Span lexemes, size_t at, NumberContext context) {
  if (at >= lexemes.size()) return std::nullopt;
  if (std::optional<Number> fraction = ReadFraction(lexemes, at, context)) return fraction;
  if (context == NumberContext::kPlain) {
    if (std::optional<Number> ratio = ReadRatio(lexemes, at)) return ratio;
  }
  if (lexemes[at].is_number()) return ReadDigits(lexemes, at, context);
  if (!lexemes[at].is_word()) return std::nullopt;
  if (std::optional<Number> number = ReadPluralScale(lexemes, at)) return number;
  if (std::optional<Number> number = ReadArticleScale(lexemes, at, context)) return number;
  return ReadWords(lexemes, at, context);
}

std::optional<Number> ReadOrdinal(Span lexemes, size_t at) {
  if (at >= lexemes.size()) return std::nullopt;
  if (lexemes[at].is_number()) {
    if (at + 1 >= lexemes.size() || !lexemes[at + 1].glued || lexemes[at].lower.find('.') != absl::string_view::npos) {
      return std::nullopt;
    }
    const absl::string_view suffix = lexemes[at + 1].lower;
    if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
    std::optional<Number> number = ReadDigits(lexemes, at, NumberContext::kPlain);
    if (number) number->end = at + 2;
    return number;
  }
  int64_t tens = 0;
  size_t last = at;
  if (const NumberWord* word = FindNumberWord(lexemes, at); word != nullptr && word->role == Role::kTen) {
    tens = word->value;
    last = SkipHyphen(lexemes, at + 1);
  }
  if (last >= lexemes.size() || !lexemes[last].is_word()) return std::nullopt;
  const OrdinalWord* row = Find(kOrdinalWords, lexemes[last].lower);
  if (row == nullptr || lexemes[last].Is("half") || lexemes[last].Is("halve") || lexemes[last].Is("quarter")) {
    return std::nullopt;
  }
  if (tens > 0 && row->value > 9) return std::nullopt;
  return Finish(Decimal::FromInt(tens + row->value), Decimal::FromInt(1), last + 1);
}

}  // namespace consilience
