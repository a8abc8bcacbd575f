#include "engine/reconcile/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/base/day.h"

namespace consilience {
namespace {

constexpr int64_t kHours = 3 * 3600;
constexpr int64_t kFarApart = 14 * 86400;

// Sorted: words that name no one and nothing in particular.
constexpr absl::string_view kVague[] = {
    "a",       "all",      "another", "anyone", "both",   "country", "everyone", "government", "he",    "her",
    "him",     "his",      "i",       "it",     "its",    "man",     "many",     "member",     "most",  "nobody",
    "number",  "official", "one",     "other",  "people", "person",  "police",   "president",  "she",   "some",
    "someone", "that",     "the",     "their",  "them",   "there",   "these",    "they",       "thing", "this",
    "those",   "us",       "we",      "what",   "which",  "who",     "woman",    "you"};

bool Vague(absl::string_view word) {
  return std::binary_search(std::begin(kVague), std::end(kVague), word);
}

bool HasDigit(absl::string_view word) {
  return std::any_of(word.begin(), word.end(), absl::ascii_isdigit);
}

std::vector<std::string> WordsOf(absl::string_view lower) {
  std::vector<std::string> words = absl::StrSplit(lower, absl::ByAnyChar(" ;,"), absl::SkipEmpty());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// A capital letter anywhere in a key (an entity), or after the first word of the text.
bool Proper(absl::string_view key, absl::string_view text) {
  if (std::any_of(key.begin(), key.end(), absl::ascii_isupper)) return true;
  const size_t space = text.find(' ');
  if (space == absl::string_view::npos) return false;
  const absl::string_view rest = text.substr(space);
  return std::any_of(rest.begin(), rest.end(), absl::ascii_isupper);
}

size_t Contentful(const std::vector<std::string>& words) {
  return static_cast<size_t>(std::count_if(words.begin(), words.end(), [](const std::string& w) { return !Vague(w); }));
}

struct Range {
  double low, high;
};

Range RangeOf(const Value& value) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  const double amount = value.amount.ToDouble();
  const double margin = std::fabs(amount) * 0.1;
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

constexpr UnitScale kUnits[] = {{"km", "m", 1000},          {"kilometer", "m", 1000}, {"kilometre", "m", 1000},
                                {"meter", "m", 1},          {"metre", "m", 1},        {"m", "m", 1},
                                {"mile", "m", 1609.344},    {"foot", "m", 0.3048},    {"kg", "kg", 1},
                                {"kilogram", "kg", 1},      {"kilo", "kg", 1},        {"pound", "kg", 0.45359237},
                                {"ton", "kg", 1000},        {"tonne", "kg", 1000},    {"second", "second", 1},
                                {"minute", "second", 60},   {"hour", "second", 3600}, {"day", "second", 86400},
                                {"week", "second", 604800}, {"month", "month", 1},    {"year", "month", 12},
                                {"decade", "month", 120},   {"hectare", "m2", 10000}, {"acre", "m2", 4046.8564224}};

UnitScale ScaleOf(absl::string_view unit) {
  for (const UnitScale& scale : kUnits) {
    if (scale.unit == unit) return scale;
  }
  return {unit, unit, 1};
}

bool Subset(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

SubjectLevel CompareSubjects(const ClaimFeatures& a, const ClaimFeatures& b) {
  if (a.subject_key == b.subject_key) return SubjectLevel::kSame;
  const bool a_fewer = a.subject_words.size() < b.subject_words.size();
  const ClaimFeatures& few = a_fewer ? a : b;
  const ClaimFeatures& many = a_fewer ? b : a;
  // A name and its longer form share their last word: "kim" and "kim yong-chol" need not be one.
  if (!few.subject_proper || !Subset(few.subject_words, many.subject_words)) return SubjectLevel::kDifferent;
  return absl::EndsWith(many.subject_key, " " + few.subject_key) ? SubjectLevel::kSubset : SubjectLevel::kDifferent;
}

ObjectLevel CompareValuedObjects(const ClaimFeatures& a, const ClaimFeatures& b) {
  if (a.value->kind == ValueKind::kDate && b.value->kind == ValueKind::kDate) {
    switch (CompareDates(a.value->iso, b.value->iso)) {
      case ValueLevel::kEqual:
        return ObjectLevel::kSameValue;
      case ValueLevel::kCompatible:
        return ObjectLevel::kCompatible;
      case ValueLevel::kExcluding:
        return ObjectLevel::kExcludingDate;
      case ValueLevel::kIncomparable:
        return ObjectLevel::kDifferent;
    }
  }
  const bool same_words = a.object_words == b.object_words;
  const bool nested = Subset(a.object_words, b.object_words) || Subset(b.object_words, a.object_words);
  switch (CompareValues(*a.value, *b.value)) {
    case ValueLevel::kEqual:
      return same_words ? ObjectLevel::kSameValue : nested ? ObjectLevel::kCompatible : ObjectLevel::kDifferent;
    case ValueLevel::kCompatible:
      return nested ? ObjectLevel::kCompatible : ObjectLevel::kDifferent;
    // "9 soldiers" and "12 soldiers of the 3rd brigade" may be parts of one another.
    case ValueLevel::kExcluding:
      return same_words ? ObjectLevel::kExcludingValue : ObjectLevel::kDifferent;
    case ValueLevel::kIncomparable:
      return ObjectLevel::kDifferent;
  }
  return ObjectLevel::kDifferent;
}

ObjectLevel CompareObjects(const ClaimFeatures& a, const ClaimFeatures& b) {
  if (a.object_key == b.object_key) return ObjectLevel::kSame;
  if (a.object_key.empty() || b.object_key.empty()) return ObjectLevel::kDifferent;
  if (a.value != nullptr && b.value != nullptr) return CompareValuedObjects(a, b);
  if (a.value != nullptr || b.value != nullptr) return ObjectLevel::kDifferent;
  if (a.object_words == b.object_words) return ObjectLevel::kSame;
  if (Subset(a.object_words, b.object_words) || Subset(b.object_words, a.object_words)) return ObjectLevel::kCompatible;
  switch (ComparePlaces(a.object_key, b.object_key)) {
    case ValueLevel::kExcluding:
      return ObjectLevel::kExcludingPlace;
    case ValueLevel::kEqual:
    case ValueLevel::kCompatible:
      return ObjectLevel::kCompatible;
    case ValueLevel::kIncomparable:
      return ObjectLevel::kDifferent;
  }
  return ObjectLevel::kDifferent;
}

TimeLevel CompareTimes(const ClaimTable::Row& a, const ClaimFeatures& fa, const ClaimTable::Row& b,
                       const ClaimFeatures& fb) {
  const bool published = a.published != kUnknownTime && b.published != kUnknownTime;
  const int64_t apart = !published                  ? 0
                        : a.published < b.published ? b.published - a.published
                                                    : a.published - b.published;
  if (!fa.when.empty() && !fb.when.empty()) {
    const ValueLevel dates = CompareDates(fa.when, fb.when);
    if (dates == ValueLevel::kExcluding || dates == ValueLevel::kIncomparable) return TimeLevel::kFar;
  } else if (apart > kFarApart) {
    return TimeLevel::kFar;
  }
  return apart >= kHours ? TimeLevel::kLater : TimeLevel::kSame;
}

ModalityLevel CompareModalities(Modality a, Modality b) {
  if (a == b) return ModalityLevel::kSame;
  const bool denied =
      (a == Modality::kDenied && b == Modality::kAsserted) || (b == Modality::kDenied && a == Modality::kAsserted);
  return denied ? ModalityLevel::kDenied : ModalityLevel::kDifferent;
}

}  // namespace

ClaimFeatures FeaturesOf(const ClaimTable& claims, const ClaimTable::Row& row, const PredicateTable& predicates) {
  ClaimFeatures features;
  const absl::string_view lemma = claims.text(row.predicate);
  features.subject_key = absl::AsciiStrToLower(claims.text(row.subject_key));
  features.object_key = absl::AsciiStrToLower(claims.text(row.object_key));
  features.subject_words = WordsOf(features.subject_key);
  features.object_words = WordsOf(features.object_key);
  features.family = predicates.Family(lemma) + (row.passive ? " (passive)" : "");
  features.axis = predicates.Axis(predicates.Family(lemma)) + (row.passive ? " (passive)" : "");
  features.when = std::string(claims.text(row.date));
  features.value = claims.value(row);
  features.functional = predicates.Functional(lemma, predicates.Family(lemma), row.passive);
  features.changing = predicates.Changing(predicates.Family(lemma));
  features.subject_proper = Proper(claims.text(row.subject_key), claims.text(row.subject));

  const bool object_proper = Proper(claims.text(row.object_key), claims.text(row.object)) ||
                             std::any_of(features.object_words.begin(), features.object_words.end(), HasDigit) ||
                             features.value != nullptr;
  const size_t subject_content = Contentful(features.subject_words);
  const size_t object_content = Contentful(features.object_words);
  const bool subject_informs =
      subject_content > 0 && (features.subject_proper || subject_content >= 2 ||
                              std::any_of(features.subject_words.begin(), features.subject_words.end(), HasDigit));
  const bool object_informs = features.object_key.empty()
                                  ? features.subject_proper && !predicates.Generic(lemma)
                                  : object_content > 0 && (object_proper || object_content >= 2);
  features.informative = subject_informs && object_informs && !lemma.empty();

  if (features.value != nullptr) {
    // The value stands for its digits and number words; what remains is what is counted.
    const std::vector<std::string> spent = WordsOf(absl::AsciiStrToLower(features.value->text));
    auto& words = features.object_words;
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](const std::string& word) {
                                 if (word == features.value->unit) return false;
                                 return HasDigit(word) || std::binary_search(spent.begin(), spent.end(), word);
                               }),
                words.end());
  }
  return features;
}

ValueLevel CompareValues(const Value& a, const Value& b) {
  if (a.kind != b.kind) return ValueLevel::kIncomparable;
  if (a.kind == ValueKind::kDate) return CompareDates(a.iso, b.iso);
  const UnitScale unit_a = ScaleOf(a.unit), unit_b = ScaleOf(b.unit);
  if (unit_a.base != unit_b.base) return ValueLevel::kIncomparable;
  Range ra = RangeOf(a), rb = RangeOf(b);
  if (unit_a.unit == unit_b.unit) {
    if (a.relation == b.relation && a.amount == b.amount && a.high == b.high) return ValueLevel::kEqual;
    if (a.relation == ValueRelation::kEqual && b.relation == ValueRelation::kEqual &&
        (Rounds(a.amount, b.amount) || Rounds(b.amount, a.amount))) {
      return ValueLevel::kCompatible;
    }
  } else {
    // Converted figures are rounded ones.
    ra = {ra.low * unit_a.factor * 0.95, ra.high * unit_a.factor * 1.05};
    rb = {rb.low * unit_b.factor, rb.high * unit_b.factor};
  }
  return ra.low <= rb.high && rb.low <= ra.high ? ValueLevel::kCompatible : ValueLevel::kExcluding;
}

ValueLevel CompareDates(absl::string_view a, absl::string_view b) {
  if (a.empty() || b.empty()) return ValueLevel::kIncomparable;
  if (a == b) return ValueLevel::kEqual;
  if (!HasDigit(a.substr(0, 1)) || !HasDigit(b.substr(0, 1))) return ValueLevel::kIncomparable;
  return absl::StartsWith(a, b) || absl::StartsWith(b, a) ? ValueLevel::kCompatible : ValueLevel::kExcluding;
}

ValueLevel ComparePlaces(absl::string_view a, absl::string_view b) {
  if (a == b) return ValueLevel::kEqual;
  const std::vector<absl::string_view> parts_a = absl::StrSplit(a, ", ");
  const std::vector<absl::string_view> parts_b = absl::StrSplit(b, ", ");
  const auto contains = [](const std::vector<absl::string_view>& whole, absl::string_view part) {
    return std::find(whole.begin(), whole.end(), part) != whole.end();
  };
  if (contains(parts_a, b) || contains(parts_b, a)) return ValueLevel::kCompatible;
  // "Lyon, France" and "Paris, France": different parts of one whole.
  if (parts_a.size() == 2 && parts_b.size() == 2 && parts_a[1] == parts_b[1]) return ValueLevel::kExcluding;
  return ValueLevel::kIncomparable;
}

Levels Compare(const ClaimTable::Row& a, const ClaimFeatures& fa, const ClaimTable::Row& b, const ClaimFeatures& fb,
               const PredicateTable& predicates) {
  Levels levels;
  levels.subject = CompareSubjects(fa, fb);
  levels.predicate = fa.family == fb.family ? PredicateLevel::kSameFamily
                     : a.passive == b.passive && predicates.Antonyms(absl::StripSuffix(fa.family, " (passive)"),
                                                                     absl::StripSuffix(fb.family, " (passive)"))
                         ? PredicateLevel::kAntonym
                         : PredicateLevel::kDifferent;
  levels.object = CompareObjects(fa, fb);
  levels.time = CompareTimes(a, fa, b, fb);
  levels.polarity = a.polarity == b.polarity ? PolarityLevel::kSame : PolarityLevel::kOpposite;
  levels.modality = CompareModalities(a.modality, b.modality);
  levels.asserted = levels.modality == ModalityLevel::kDenied ||
                    (a.modality == Modality::kAsserted && b.modality == Modality::kAsserted);
  levels.affirmed = a.polarity == Polarity::kAffirmed && b.polarity == Polarity::kAffirmed;
  levels.functional = fa.functional && fb.functional;
  // Money and measures are stated once; what is counted and shares move.
  levels.changing = fa.value != nullptr && fb.value != nullptr &&
                    (fa.changing || fa.value->kind == ValueKind::kQuantity || fa.value->kind == ValueKind::kPercent);
  return levels;
}

Outcome Judge(const Levels& levels) {
  if (levels.subject == SubjectLevel::kDifferent || levels.predicate == PredicateLevel::kDifferent ||
      levels.time == TimeLevel::kFar || levels.object == ObjectLevel::kDifferent) {
    return {};
  }
  const bool same_object = levels.object == ObjectLevel::kSame || levels.object == ObjectLevel::kSameValue;
  if (levels.predicate == PredicateLevel::kAntonym) {
    if (!same_object || !levels.asserted || !levels.affirmed || levels.modality != ModalityLevel::kSame ||
        levels.time != TimeLevel::kSame) {
      return {};
    }
    return {Verdict::kConflict, ConflictKind::kAntonym};
  }
  if (levels.modality == ModalityLevel::kDifferent) return {Verdict::kCompatible, ConflictKind::kValue};
  if (levels.polarity == PolarityLevel::kOpposite) {
    // "did not deny" and "denied": twice turned round.
    if (!same_object || !levels.asserted || levels.modality == ModalityLevel::kDenied)
      return {Verdict::kCompatible, ConflictKind::kValue};
    return {Verdict::kConflict, ConflictKind::kPolarity};
  }
  if (levels.modality == ModalityLevel::kDenied) {
    if (!same_object) return {Verdict::kCompatible, ConflictKind::kValue};
    return {Verdict::kConflict, ConflictKind::kModality};
  }
  switch (levels.object) {
    case ObjectLevel::kSame:
    case ObjectLevel::kSameValue:
      return {Verdict::kAgree, ConflictKind::kValue};
    case ObjectLevel::kExcludingValue:
      if (!levels.asserted || !levels.affirmed) return {Verdict::kCompatible, ConflictKind::kValue};
      if (levels.changing && levels.time == TimeLevel::kLater) return {Verdict::kRevision, ConflictKind::kValue};
      return {Verdict::kConflict, ConflictKind::kQuantity};
    case ObjectLevel::kExcludingDate:
      if (!levels.functional || !levels.asserted || !levels.affirmed) return {};
      return {Verdict::kConflict, ConflictKind::kDate};
    case ObjectLevel::kExcludingPlace:
      if (!levels.functional || !levels.asserted || !levels.affirmed) return {};
      return {Verdict::kConflict, ConflictKind::kPlace};
    case ObjectLevel::kCompatible:
    case ObjectLevel::kDifferent:
      break;
  }
  return {Verdict::kCompatible, ConflictKind::kValue};
}

bool OutletsOnEachSide(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  return !std::includes(a.begin(), a.end(), b.begin(), b.end()) &&
         !std::includes(b.begin(), b.end(), a.begin(), a.end());
}

}  // namespace consilience
