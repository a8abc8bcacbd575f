#include "engine/claim/value.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "engine/base/word_list.h"
#include "engine/claim/date.h"
#include "engine/claim/form_table.h"
#include "engine/claim/lexeme.h"
#include "engine/claim/number.h"

namespace consilience {
namespace {

using Span = absl::Span<const Lexeme>;

// ---- Words around a number.

struct RelationPhrase {
  absl::string_view words;  // lexemes with single spaces
  ValueRelation relation;
};

// Before the number; longer phrases first.
constexpr RelationPhrase kPrefixes[] = {
    {"in the region of", ValueRelation::kAbout},
    {"in excess of", ValueRelation::kMoreThan},
    {"no fewer than", ValueRelation::kAtLeast},
    {"no less than", ValueRelation::kAtLeast},
    {"not less than", ValueRelation::kAtLeast},
    {"not fewer than", ValueRelation::kAtLeast},
    {"a minimum of", ValueRelation::kAtLeast},
    {"no more than", ValueRelation::kAtMost},
    {"not more than", ValueRelation::kAtMost},
    {"a maximum of", ValueRelation::kAtMost},
    {"as many as", ValueRelation::kAtMost},
    {"as much as", ValueRelation::kAtMost},
    {"as high as", ValueRelation::kAtMost},
    {"as few as", ValueRelation::kAtLeast},
    {"as little as", ValueRelation::kAtLeast},
    {"more or less", ValueRelation::kAbout},
    {"close to", ValueRelation::kAbout},
    {"an estimated", ValueRelation::kAbout},
    {"something like", ValueRelation::kAbout},
    {"well over", ValueRelation::kMoreThan},
    {"just over", ValueRelation::kMoreThan},
    {"slightly over", ValueRelation::kMoreThan},
    {"well above", ValueRelation::kMoreThan},
    {"more than", ValueRelation::kMoreThan},
    {"greater than", ValueRelation::kMoreThan},
    {"higher than", ValueRelation::kMoreThan},
    {"larger than", ValueRelation::kMoreThan},
    {"longer than", ValueRelation::kMoreThan},
    {"older than", ValueRelation::kMoreThan},
    {"bigger than", ValueRelation::kMoreThan},
    {"taller than", ValueRelation::kMoreThan},
    {"heavier than", ValueRelation::kMoreThan},
    {"later than", ValueRelation::kMoreThan},
    {"wider than", ValueRelation::kMoreThan},
    {"deeper than", ValueRelation::kMoreThan},
    {"faster than", ValueRelation::kMoreThan},
    {"stronger than", ValueRelation::kMoreThan},
    {"lighter than", ValueRelation::kLessThan},
    {"narrower than", ValueRelation::kLessThan},
    {"slower than", ValueRelation::kLessThan},
    {"earlier than", ValueRelation::kLessThan},
    {"cheaper than", ValueRelation::kLessThan},
    {"upwards of", ValueRelation::kMoreThan},
    {"upward of", ValueRelation::kMoreThan},
    {"north of", ValueRelation::kMoreThan},
    {"at least", ValueRelation::kAtLeast},
    {"minimum of", ValueRelation::kAtLeast},
    {"up to", ValueRelation::kAtMost},
    {"at most", ValueRelation::kAtMost},
    {"maximum of", ValueRelation::kAtMost},
    {"just under", ValueRelation::kLessThan},
    {"well under", ValueRelation::kLessThan},
    {"slightly under", ValueRelation::kLessThan},
    {"well below", ValueRelation::kLessThan},
    {"less than", ValueRelation::kLessThan},
    {"fewer than", ValueRelation::kLessThan},
    {"lower than", ValueRelation::kLessThan},
    {"smaller than", ValueRelation::kLessThan},
    {"younger than", ValueRelation::kLessThan},
    {"shorter than", ValueRelation::kLessThan},
    {"> =", ValueRelation::kAtLeast},
    {"< =", ValueRelation::kAtMost},
    {"over", ValueRelation::kMoreThan},
    {"above", ValueRelation::kMoreThan},
    {"exceeding", ValueRelation::kMoreThan},
    {"under", ValueRelation::kLessThan},
    {"below", ValueRelation::kLessThan},
    {"about", ValueRelation::kAbout},
    {"around", ValueRelation::kAbout},
    {"roughly", ValueRelation::kAbout},
    {"approximately", ValueRelation::kAbout},
    {"approx", ValueRelation::kAbout},
    {"nearly", ValueRelation::kAbout},
    {"almost", ValueRelation::kAbout},
    {"virtually", ValueRelation::kAbout},
    {"some", ValueRelation::kAbout},
    {"circa", ValueRelation::kAbout},
    {"estimated", ValueRelation::kAbout},
    {"~", ValueRelation::kAbout},
    {"\xE2\x89\x88", ValueRelation::kAbout},
    {">", ValueRelation::kMoreThan},
    {"<", ValueRelation::kLessThan},
    {"\xE2\x89\xA5", ValueRelation::kAtLeast},
    {"\xE2\x89\xA4", ValueRelation::kAtMost},
};

// Behind the amount.
constexpr RelationPhrase kSuffixes[] = {
    {"or more", ValueRelation::kAtLeast},   {"or higher", ValueRelation::kAtLeast},
    {"or above", ValueRelation::kAtLeast},  {"or older", ValueRelation::kAtLeast},
    {"and over", ValueRelation::kAtLeast},  {"or over", ValueRelation::kAtLeast},
    {"and older", ValueRelation::kAtLeast}, {"and up", ValueRelation::kAtLeast},
    {"and above", ValueRelation::kAtLeast}, {"and younger", ValueRelation::kAtMost},
    {"and under", ValueRelation::kAtMost},  {"or less", ValueRelation::kAtMost},
    {"or fewer", ValueRelation::kAtMost},   {"or lower", ValueRelation::kAtMost},
    {"or younger", ValueRelation::kAtMost}, {"or so", ValueRelation::kAbout},
    {"- odd", ValueRelation::kAbout},       {"- plus", ValueRelation::kAtLeast},
    {"+", ValueRelation::kAtLeast},         {"at most", ValueRelation::kAtMost},
};

// What a number behind it numbers, rather than counts: "Section 230", "page 12".
constexpr absl::string_view kNumbered[] = {
    "act",         "amendment", "apartment", "appendix",  "article",    "bill",   "boulevard", "bus",      "category",
    "channel",     "chapter",   "clause",    "class",     "code",       "day",    "district",  "episode",  "exit",
    "figure",      "flight",    "form",      "game",      "gate",       "grade",  "group",     "highway",  "interstate",
    "issue",       "item",      "lane",      "level",     "line",       "lot",    "measure",   "model",    "no",
    "number",      "page",      "pages",     "paragraph", "part",       "phase",  "pier",      "platform", "precinct",
    "proposition", "prop",      "psalm",     "question",  "resolution", "room",   "round",     "route",    "row",
    "rule",        "runway",    "schedule",  "season",    "section",    "sector", "stage",     "step",     "suite",
    "table",       "terminal",  "tier",      "title",     "track",      "type",   "unit",      "verse",    "version",
    "volume",      "ward",      "week",      "windows",   "zone"};

constexpr absl::string_view kChangeVerbs[] = {
    "advance", "boost",   "bring",    "change", "climb",  "contract",   "cut",    "decline",  "decrease",
    "dip",     "double",  "drop",     "ease",   "edge",   "expand",     "fall",   "gain",     "go",
    "grow",    "hike",    "increase", "jump",   "leap",   "lower",      "move",   "plummet",  "plunge",
    "raise",   "rebound", "reduce",   "revise", "rise",   "shift",      "shrink", "sink",     "slash",
    "slide",   "slip",    "slow",     "soar",   "spike",  "surge",      "swell",  "swing",    "tumble",
    "up",      "down",    "upgrade",  "widen",  "narrow", "accelerate", "lift",   "downgrade"};

constexpr absl::string_view kScoreWords[] = {
    "beat",   "beating", "defeat", "defeated", "draw",     "drew",     "lead",    "led",   "lose",
    "losing", "loss",    "lost",   "margin",   "pass",     "passed",   "record",  "ruled", "ruling",
    "score",  "scored",  "split",  "tie",      "tied",     "victory",  "vote",    "voted", "votes",
    "win",    "winning", "won",    "decision", "approved", "majority", "rejected"};

constexpr std::pair<absl::string_view, absl::string_view> kAges[] = {
    {"year", "year old"}, {"month", "month old"}, {"week", "week old"}, {"day", "day old"}};

bool IsAt(Span lexemes, size_t at, absl::string_view word) {
  return at < lexemes.size() && lexemes[at].Is(word);
}

bool IsAnyAt(Span lexemes, size_t at, std::initializer_list<absl::string_view> words) {
  return at < lexemes.size() && IsAmong(words, lexemes[at].lower);
}

// The number of lexemes of `phrase` when they stand from `at`; 0 when they do not.
size_t MatchPhrase(Span lexemes, size_t at, absl::string_view phrase) {
  size_t count = 0;
  while (!phrase.empty()) {
    const size_t space = phrase.find(' ');
    if (!IsAt(lexemes, at + count, phrase.substr(0, space))) return 0;
    ++count;
    phrase.remove_prefix(space == absl::string_view::npos ? phrase.size() : space + 1);
  }
  return count;
}

size_t PhraseLength(absl::string_view phrase) {
  return 1 + static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' '));
}

// A number with its unit, relation words not included.
struct Amount {
  size_t begin = 0;
  size_t number_end = 0;
  size_t end = 0;
  ValueKind kind = ValueKind::kQuantity;
  Number number;
  absl::string_view unit;
  bool has_unit = false;
  bool hyphened = false;  // "five-member"
};

class ValueFinder {
 public:
  // `analysis` may be null: the text is then read by its forms alone.
  ValueFinder(absl::string_view text, Span lexemes, const Analysis* analysis, std::optional<DayUtc> published)
      : text_(text), lexemes_(lexemes), analysis_(analysis) {
    dates_.analysis = analysis;
    dates_.published = published;
  }

  std::vector<Value> FindAll() {
    for (size_t at = 0; at < lexemes_.size();) {
      const size_t next = ReadAt(at);
      at = std::max(next, at + 1);
    }
    return std::move(values_);
  }

  std::optional<Value> ReadWhole();

 private:
  const Word* WordAt(size_t at) const {
    if (analysis_ == nullptr || at >= lexemes_.size() || lexemes_[at].word < 0) return nullptr;
    return &analysis_->word(lexemes_[at].word);
  }
  bool IsProperNoun(size_t at) const {
    const Word* word = WordAt(at);
    return word != nullptr && (word->upos == Upos::kPropn || word->name != NameKind::kNone);
  }

  bool IsPluralName(size_t at) const {
    const Word* word = WordAt(at);
    return word != nullptr && word->xpos == Xpos::kNnps;
  }

  size_t ReadAt(size_t at);
  std::optional<Amount> ReadAmount(size_t at) const;
  bool ReadSign(size_t* at) const;
  FormTable::Match ReadCurrencySign(size_t at) const;
  void ReadUnit(Amount* amount) const;
  bool ReadCurrencyWord(size_t at, Amount* amount) const;
  bool IsName(const Amount& amount) const;
  bool IsPronounOne(const Amount& amount, bool related) const;
  size_t ReadRange(Amount low, bool between, bool from, size_t begin);
  bool ChangesBefore(size_t at) const;
  bool ScoreAround(size_t begin, size_t end) const;
  std::optional<ValueRelation> RelationBefore(size_t begin, const Amount& amount, size_t* from) const;
  ValueRelation RelationOf(const Number& number) const;
  int32_t CountedNoun(const Amount& amount) const;
  bool CountsVictims(const Amount& amount) const;
  int32_t ScanNoun(int32_t from, bool past_numbers = false) const;
  bool IsNoun(int32_t word) const;
  bool PrepositionWithin(int32_t from, int32_t to) const;
  bool PaysBefore(size_t at) const;
  int32_t TopWord(size_t begin, size_t end) const;
  bool IsAge(const Amount& amount) const;
  size_t ReadOrdinalAt(size_t at);
  void SetUnit(const Amount& amount, Value* value) const;
  void Emit(Value value, size_t begin, size_t end);
  void EmitAmount(const Amount& amount, ValueRelation relation, size_t begin, size_t end);

  absl::string_view text_;
  Span lexemes_;
  const Analysis* analysis_;
  DateContext dates_;
  size_t free_ = 0;  // lexemes before it belong to values already read
  std::vector<Value> values_;
};

// ---- Amounts.

// "minus 5", "-5" where the dash joins nothing.
bool ValueFinder::ReadSign(size_t* at) const {
  const size_t i = *at;
  if (i + 1 >= lexemes_.size()) return false;
  const Lexeme& sign = lexemes_[i];
  const bool dash = (sign.Is("-") || sign.Is("\xE2\x88\x92")) && lexemes_[i + 1].glued && !sign.glued;
  if (!dash && !sign.Is("minus")) return false;
  *at = i + 1;
  return true;
}

FormTable::Match ValueFinder::ReadCurrencySign(size_t at) const {
  const Lexeme& first = lexemes_[at];
  FormTable::Match match = CurrencyTable().Find(lexemes_, at, {"sign"});
  if (match.row != nullptr && first.is_word()) {
    const bool united_states = first.Is("us") || first.Is("u.s") || first.Is("u.s.");
    const bool letters_only = match.end == at + 1;
    for (size_t i = at + 1; i < match.end; ++i) {
      if (!lexemes_[i].glued && !united_states) match.row = nullptr;
    }
    const bool short_form = letters_only && first.lower.size() == 1;
    const bool loose = short_form && (match.end >= lexemes_.size() || !lexemes_[match.end].glued);
    if (!first.capital || loose) match.row = nullptr;
  }
  if (match.row == nullptr && first.is_word() && first.all_capitals && first.lower.size() == 3) {
    match = CurrencyTable().Find(lexemes_, at, {"code"});
  }
  return match;
}

bool ValueFinder::ReadCurrencyWord(size_t at, Amount* amount) const {
  FormTable::Match match = CurrencyTable().Find(lexemes_, at, {"word", "minor"});
  if (match.row == nullptr && at < lexemes_.size() && lexemes_[at].all_capitals) {
    match = CurrencyTable().Find(lexemes_, at, {"code"});
  }
  if (match.row == nullptr) return false;
  const Word* word = WordAt(match.end - 1);
  const Lexeme& last = lexemes_[match.end - 1];
  // "won", "real", "rand", "dong" are other words too.
  const bool noun =
      word == nullptr || word->upos == Upos::kNoun || word->upos == Upos::kPropn || word->upos == Upos::kSym;
  if (!noun) return false;
  if (word == nullptr && last.Is("won") && amount->number.amount < Decimal::FromInt(100)) return false;
  const bool pound = match.end == at + 1 && (last.Is("pound") || last.Is("pounds"));
  if (pound && (IsAt(lexemes_, match.end, "of") || amount->hyphened ||
                (!PaysBefore(amount->begin) && amount->number.scale < Decimal::FromInt(1'000) &&
                 amount->number.amount < Decimal::FromInt(1'000)))) {
    amount->unit = "pound";  // of weight
    amount->end = match.end;
    amount->has_unit = true;
    return true;
  }
  if (match.row->kind == "minor") amount->number.amount = amount->number.amount * Decimal::Make(1, -2);
  amount->kind = ValueKind::kMoney;
  amount->unit = match.row->canonical;
  amount->end = match.end;
  amount->has_unit = true;
  return true;
}

void ValueFinder::ReadUnit(Amount* amount) const {
  size_t at = amount->end;
  if (at >= lexemes_.size()) return;
  if (amount->number.at_least && lexemes_[at].Is("of")) {  // "millions of dollars", "hundreds of miles"
    Amount measured = *amount;
    measured.number.at_least = false;
    measured.end = at + 1;
    ReadUnit(&measured);
    if (!measured.has_unit) return;
    measured.number.at_least = true;
    *amount = measured;
    return;
  }
  const bool hyphen = lexemes_[at].Is("-") && lexemes_[at].glued && at + 1 < lexemes_.size() &&
                      lexemes_[at + 1].glued && lexemes_[at + 1].is_word();
  if (hyphen) {
    ++at;
    amount->hyphened = true;
  }
  FormTable::Match match = UnitTable().Find(lexemes_, at, {"measure", "time", "percent", "points"});
  if (match.row == nullptr && !hyphen && lexemes_[at].glued && amount->number.in_digits) {
    match = UnitTable().Find(lexemes_, at, {"glued"});
    const Word* after = match.row == nullptr ? nullptr : WordAt(match.end);
    if (after != nullptr && match.row->canonical == "m" && after->xpos == Xpos::kNns) {  // "30m people"
      amount->number.scale = Decimal::FromInt(1'000'000);
      amount->number.amount = amount->number.amount * amount->number.scale;
      amount->number.one_digit_group = false;
      amount->end = match.end;
      return;
    }
  }
  if (match.row == nullptr && amount->number.fraction) {  // "half a percentage point", "a quarter of a percent"
    size_t behind = at;
    if (IsAt(lexemes_, behind, "of")) ++behind;
    if (IsAnyAt(lexemes_, behind, {"a", "one"})) match = UnitTable().Find(lexemes_, behind + 1, {"percent", "points"});
  }
  if (match.row == nullptr) {
    ReadCurrencyWord(at, amount);
    return;
  }
  amount->unit = match.row->canonical;
  amount->end = match.end;
  amount->has_unit = true;
  if (match.row->kind == "time") amount->kind = ValueKind::kDuration;
  if (match.row->kind == "percent") amount->kind = ValueKind::kPercent;
  if (match.row->kind == "points") amount->kind = ValueKind::kPercentagePoints;
}

std::optional<Amount> ValueFinder::ReadAmount(size_t at) const {
  if (at >= lexemes_.size()) return std::nullopt;
  Amount amount;
  amount.begin = at;
  size_t i = at;
  const bool negative = ReadSign(&i);
  if (i >= lexemes_.size()) return std::nullopt;
  // "magnitude 7.1", "aged 25"
  absl::string_view leading;
  if (IsAnyAt(lexemes_, i, {"magnitude", "magnitude-"})) leading = "magnitude";
  if (IsAnyAt(lexemes_, i, {"aged", "age", "ages"})) leading = "year old";
  if (!leading.empty()) {
    ++i;
    if (i < lexemes_.size() && (lexemes_[i].Is("-") || lexemes_[i].Is("of") || lexemes_[i].Is("between"))) ++i;
    if (i >= lexemes_.size()) return std::nullopt;
  }
  const FormTable::Match sign = leading.empty() ? ReadCurrencySign(i) : FormTable::Match();
  if (sign.row != nullptr) i = sign.end;
  const auto context = sign.row != nullptr ? NumberContext::kMoney : NumberContext::kPlain;
  const std::optional<Number> number = ReadNumber(lexemes_, i, context);
  const bool article = sign.row == nullptr && leading.empty() && IsAnyAt(lexemes_, i, {"a", "an"});
  if (!number && !article) return std::nullopt;
  if (number) {
    amount.number = *number;
  } else {
    // "nearly a year", "for a week": kept only where relation words or "for" stand before it.
    amount.number.amount = amount.number.coefficient = amount.number.scale = Decimal::FromInt(1);
    amount.number.end = i + 1;
  }
  if (sign.row != nullptr && (amount.number.fraction || amount.number.at_least)) return std::nullopt;
  amount.number_end = amount.end = amount.number.end;
  if (sign.row != nullptr) {
    amount.kind = ValueKind::kMoney;
    amount.unit = sign.row->canonical;
    amount.has_unit = true;
    Amount tail = amount;  // "$5 USD", "$5 million US dollars"
    tail.has_unit = false;
    if (ReadCurrencyWord(amount.end, &tail) && tail.unit == amount.unit && tail.kind == ValueKind::kMoney) {
      amount.end = tail.end;
    }
  } else if (!leading.empty()) {
    amount.unit = leading;
    amount.has_unit = true;
    // "aged 25 years", "at the age of four months"
    Amount tail = amount;
    ReadUnit(&tail);
    if (leading != "magnitude" && tail.kind == ValueKind::kDuration) {
      for (const auto& [time, age] : kAges) {
        if (tail.unit == time) amount.unit = age;
      }
      amount.end = tail.end;
    }
  } else {
    ReadUnit(&amount);
    if (amount.number.fraction && amount.has_unit && amount.kind == ValueKind::kMoney) return std::nullopt;
  }
  if (!number && amount.kind != ValueKind::kDuration) return std::nullopt;
  if (negative) {
    amount.number.amount = -amount.number.amount;
    amount.number.coefficient = -amount.number.coefficient;
  }
  return amount;
}

// ---- What is no quantity.

// True when the number is a piece of a name or of a code: "Boeing 737", "G7", "COVID-19", "9/11", "Section 230".
bool ValueFinder::IsName(const Amount& amount) const {
  const size_t first = amount.begin;
  const Lexeme& lexeme = lexemes_[first];
  const bool number_first = lexeme.is_number() || lexeme.is_word();
  if (!number_first) return false;  // a currency sign or a minus
  if (first > 0) {
    const Lexeme& before = lexemes_[first - 1];
    if (lexeme.glued && (before.is_word() || before.is_number())) return true;  // "G7"
    if (lexeme.glued && (before.Is("#") || before.Is("/") || before.Is("@") || before.Is(":") || before.Is("_") ||
                         before.Is("'") || before.Is("\xE2\x80\x99") || before.Is("."))) {
      return true;
    }
    if (lexeme.glued && IsDash(before) && before.glued && first > 1) return true;  // "COVID-19", "F-16"
  }
  if (amount.end < lexemes_.size() && lexemes_[amount.end].glued) {
    const Lexeme& after = lexemes_[amount.end];
    if (after.is_word() && lexemes_[amount.end - 1].is_number()) return true;  // "49ers"
    if (after.Is("/") && lexemes_[amount.end - 1].is_number()) return true;    // "24/7"
    if (after.Is("@") || after.Is("_")) return true;
    if (after.Is(":") && amount.end + 1 < lexemes_.size() && lexemes_[amount.end + 1].is_number() &&
        lexemes_[amount.end + 1].glued) {
      return true;
    }
  }
  if (amount.has_unit && (amount.kind != ValueKind::kQuantity || amount.unit != "year old")) {
    return lexeme.is_word() && IsProperNoun(first) && IsProperNoun(amount.end - 1);
  }
  if (amount.has_unit) return false;
  const Word* word = WordAt(first);
  if (word != nullptr) {
    if (word->name != NameKind::kNone || word->xpos == Xpos::kLs || word->xpos == Xpos::kAdd) return true;
    if (word->upos == Upos::kPropn && word->xpos != Xpos::kCd) return true;
  }
  const int32_t noun = CountedNoun(amount);
  const bool counts = noun >= 0 && analysis_->word(noun).upos == Upos::kNoun;
  if (noun >= 0 && !counts && !IsAt(lexemes_, amount.end, "of")) {
    const Word& name = analysis_->word(noun);  // "30 Republicans" counts, "10 Downing Street" does not
    if (name.xpos != Xpos::kNnps && !(name.form.size() > 3 && name.form.back() == 's')) return true;
  }
  if (first == 0) return false;
  const Lexeme& before = lexemes_[first - 1];
  if (!before.is_word()) return false;
  const bool plural = counts && analysis_->word(noun).xpos == Xpos::kNns;
  if (IsAmong(kNumbered, before.lower) && !plural) return true;
  if (IsAnyAt(lexemes_, first - 1, {"call", "called", "calls", "calling", "dial", "dialed", "dialled"}) && noun < 0 &&
      lexeme.lower.size() == 3) {
    return true;  // "called 911"
  }
  // A capitalised name directly before digits that count nothing.
  const bool named = analysis_ == nullptr ? before.capital : IsProperNoun(first - 1);
  const size_t dash = amount.end;
  const bool score = dash + 1 < lexemes_.size() && IsDash(lexemes_[dash]) && lexemes_[dash + 1].is_number() &&
                     ScoreAround(first, dash + 2);
  if (score) return false;  // "beat Ostvik 3-1"
  return named && before.capital && lexeme.is_number() && !plural && noun < 0;
}

// "one of them", "no one", "the one": not a count.
bool ValueFinder::IsPronounOne(const Amount& amount, bool related) const {
  if (amount.number_end != amount.begin + 1 || !lexemes_[amount.begin].Is("one")) return false;
  if (related || amount.has_unit) return false;
  if (analysis_ == nullptr) return false;
  if (amount.begin > 0 &&
      IsAnyAt(lexemes_, amount.begin - 1, {"no", "any", "the", "this", "that", "every", "each", "which", "another"})) {
    return true;
  }
  if (amount.hyphened || IsAnyAt(lexemes_, amount.end, {"of", "another", "-"})) return true;
  const int32_t noun = CountedNoun(amount);
  if (noun < 0) return true;
  constexpr absl::string_view kVague[] = {"thing", "way", "time", "point", "side", "hand", "reason", "part", "example"};
  return IsAmong(kVague, analysis_->word(noun).lemma);
}

// "Jane Doe, 25, said"
bool ValueFinder::IsAge(const Amount& amount) const {
  if (amount.has_unit || !amount.number.one_digit_group || amount.begin < 2) return false;
  if (amount.number.amount > Decimal::FromInt(115) || amount.number.amount < Decimal::FromInt(1)) return false;
  if (!IsAt(lexemes_, amount.begin - 1, ",") || !IsAnyAt(lexemes_, amount.end, {",", ".", ";", ")"})) return false;
  const Word* name = WordAt(amount.begin - 2);
  return name != nullptr &&
         (name->name == NameKind::kPerson || (name->upos == Upos::kPropn && amount.begin > 2 &&
                                              IsProperNoun(amount.begin - 3) && IsAt(lexemes_, amount.end, ",")));
}

// ---- Relations.

std::optional<ValueRelation> ValueFinder::RelationBefore(size_t begin, const Amount& amount, size_t* from) const {
  for (const RelationPhrase& prefix : kPrefixes) {
    const size_t length = PhraseLength(prefix.words);
    if (begin < free_ + length || !IsAt(lexemes_, begin - 1, prefix.words.substr(prefix.words.rfind(' ') + 1)) ||
        MatchPhrase(lexemes_, begin - length, prefix.words) == 0) {
      continue;
    }
    const Word* word = WordAt(begin - 1);
    if (length == 1 && word != nullptr && lexemes_[begin - 1].is_word()) {
      const absl::string_view form = prefix.words;
      const bool preposition = Universal(word->relation) == Relation::kCase;
      // "over two years", "under one roof", "talks about two states": prepositions.
      if (preposition && amount.kind == ValueKind::kDuration && (form == "over" || form == "around")) continue;
      if (preposition && word->xpos == Xpos::kIn && form == "about") continue;
      if (form == "some" && !amount.number.in_digits && amount.number.amount < Decimal::FromInt(10)) continue;
      if (form == "estimated" && word->upos == Upos::kVerb && word->xpos == Xpos::kVbd) continue;
    }
    *from = begin - length;
    // "an estimated", "about": words that only soften stay outside.
    return prefix.relation;
  }
  *from = begin;
  return std::nullopt;
}

ValueRelation ValueFinder::RelationOf(const Number& number) const {
  if (number.at_least) return ValueRelation::kAtLeast;
  return number.about ? ValueRelation::kAbout : ValueRelation::kEqual;
}

bool ValueFinder::ChangesBefore(size_t at) const {
  for (size_t back = 1; back <= 6 && back <= at; ++back) {
    const Word* word = WordAt(at - back);
    if (word != nullptr && word->upos == Upos::kPunct) break;
    if (word != nullptr && IsAmong(kChangeVerbs, word->lemma)) return true;
  }
  return false;
}

// "costs 65 pounds": of money.
bool ValueFinder::PaysBefore(size_t at) const {
  constexpr absl::string_view kPaying[] = {"bid",  "buy",   "charge", "cost", "donate", "earn", "fee",
                                           "fine", "owe",   "paid",   "pay",  "price",  "rent", "sell",
                                           "sold", "spend", "spent",  "tax",  "worth"};
  for (size_t back = 1; back <= 5 && back <= at; ++back) {
    const Word* word = WordAt(at - back);
    const absl::string_view form = lexemes_[at - back].lower;
    const absl::string_view lemma = word == nullptr || word->lemma == form ? absl::StripSuffix(form, "s") : word->lemma;
    if (IsAmong(kPaying, lemma)) return true;
  }
  return false;
}

bool ValueFinder::ScoreAround(size_t begin, size_t end) const {
  for (size_t back = 1; back <= 5 && back <= begin; ++back) {
    if (IsAmong(kScoreWords, lexemes_[begin - back].lower)) return true;
  }
  for (size_t i = end; i < lexemes_.size() && i < end + 2; ++i) {
    if (IsAmong(kScoreWords, lexemes_[i].lower)) return true;
  }
  return false;
}

// ---- The counted noun.

// The word within lexemes [begin, end) whose head lies outside of them.
int32_t ValueFinder::TopWord(size_t begin, size_t end) const {
  if (analysis_ == nullptr || begin >= end) return -1;
  const int32_t first = lexemes_[begin].word;
  const int32_t last = lexemes_[end - 1].word;
  for (int32_t i = last; i >= first && i >= 0; --i) {
    const int32_t head = analysis_->word(i).head;
    if (head >= first && head <= last) continue;
    const Relation relation = Universal(analysis_->word(i).relation);
    if (relation == Relation::kCase || relation == Relation::kPunct || relation == Relation::kDet ||
        relation == Relation::kAdvmod) {
      continue;
    }
    return i;
  }
  return last;
}

bool ValueFinder::IsNoun(int32_t word) const {
  return word < analysis_->size() &&
         (analysis_->word(word).upos == Upos::kNoun || analysis_->word(word).upos == Upos::kPropn);
}

bool ValueFinder::PrepositionWithin(int32_t from, int32_t to) const {
  for (int32_t i = from; i < to && i < analysis_->size(); ++i) {
    if (analysis_->word(i).upos == Upos::kAdp || analysis_->word(i).upos == Upos::kVerb) return true;
  }
  return false;
}

// The last noun of the run of adjectives, participles and nouns from word `from`; -1 when there is none.
int32_t ValueFinder::ScanNoun(int32_t from, bool past_numbers) const {
  int32_t noun = -1;
  for (int32_t i = from; i < analysis_->size() && i < from + 8; ++i) {
    const Word& word = analysis_->word(i);
    const bool is_noun = word.upos == Upos::kNoun || word.upos == Upos::kPropn;
    if (is_noun) {
      noun = i;
      continue;
    }
    const bool modifier = word.upos == Upos::kAdj || word.xpos == Xpos::kHyph || word.upos == Upos::kDet ||
                          word.xpos == Xpos::kVbn || word.xpos == Xpos::kVbg || word.xpos == Xpos::kPrpPoss ||
                          word.upos == Upos::kAdv || (past_numbers && word.upos == Upos::kNum);
    const bool dash = word.form == "-";
    if (dash) continue;
    if (!modifier || (noun >= 0 && word.xpos != Xpos::kHyph)) break;
    if (word.upos == Upos::kAdv && i > from) break;
  }
  return noun;
}

int32_t ValueFinder::CountedNoun(const Amount& amount) const {
  if (analysis_ == nullptr) return -1;
  const int32_t last = lexemes_[amount.end - 1].word;
  const bool odd = IsAt(lexemes_, amount.end + 1, "odd") || IsAt(lexemes_, amount.end + 1, "plus");
  if (amount.hyphened && !odd && amount.end + 1 < lexemes_.size() &&
      IsDash(lexemes_[amount.end])) {  // "five-member panel", "two-state solution"
    const Word* joined = WordAt(amount.end + 1);
    return joined != nullptr && joined->upos == Upos::kNoun ? lexemes_[amount.end + 1].word : -1;
  }
  const bool of = IsAt(lexemes_, amount.end, "of");
  const int32_t from = of ? lexemes_[amount.end].word + 1 : last + 1;
  if (from >= analysis_->size()) return -1;
  constexpr absl::string_view kBeforeTimes[] = {"last", "next", "this"};  // "up from 61 last week"
  if (!of && IsAmong(kBeforeTimes, analysis_->word(from).form)) return -1;
  const int32_t scanned = ScanNoun(from, of);  // "two of its five mills"
  if (of) return scanned;
  const int32_t top = TopWord(amount.begin, amount.end);
  if (top < 0) return -1;
  const Word& word = analysis_->word(top);
  if (word.relation == Relation::kNummod || Universal(word.relation) == Relation::kCompound ||
      word.relation == Relation::kAmod) {
    int32_t head = word.head;
    if (head > last && head <= last + 8 && IsNoun(head) && !PrepositionWithin(last + 1, head)) {
      // A run of nouns that ends elsewhere: the tree knows better what heads it.
      while (analysis_->word(head).relation == Relation::kCompound && analysis_->word(head).head == head + 1 &&
             IsNoun(head + 1)) {
        ++head;  // "19 crew members"
      }
      return head;
    }
    if (head > last && PrepositionWithin(last + 1, head)) return ScanNoun(from);
  }
  return scanned;
}

// "left 20 dead", "12 others": numbers of people.
bool ValueFinder::CountsVictims(const Amount& amount) const {
  constexpr absl::string_view kVictims[] = {"dead", "hurt", "injured", "missing", "wounded"};
  if (amount.number.fraction || amount.end >= lexemes_.size()) return false;
  return std::any_of(std::begin(kVictims), std::end(kVictims),
                     [&](absl::string_view word) { return lexemes_[amount.end].Is(word); });
}

void ValueFinder::SetUnit(const Amount& amount, Value* value) const {
  value->kind = amount.kind;
  if (amount.has_unit) {
    value->unit = std::string(amount.unit);
    return;
  }
  const int32_t noun = CountedNoun(amount);
  if (noun < 0 && CountsVictims(amount)) value->unit = "people";
  if (noun < 0) return;
  const Word& word = analysis_->word(noun);
  value->head_word = noun;
  if (amount.number.fraction) return;  // a share of them, not a number
  value->unit = word.lemma.empty() ? absl::AsciiStrToLower(word.form) : std::string(word.lemma);
}

// ---- Reading along.

void ValueFinder::Emit(Value value, size_t begin, size_t end) {
  value.span = {lexemes_[begin].span.begin, lexemes_[end - 1].span.end};
  value.text = std::string(value.span.In(text_));
  if (value.head_word < 0) value.head_word = TopWord(begin, end);
  free_ = std::max(free_, end);
  values_.push_back(std::move(value));
}

void ValueFinder::EmitAmount(const Amount& amount, ValueRelation relation, size_t begin, size_t end) {
  Value value;
  SetUnit(amount, &value);
  value.relation = relation;
  value.amount = value.high = amount.number.amount;
  if (IsAge(amount)) value.unit = "year old";
  Emit(std::move(value), begin, end);
}

// Whether two ends of a range measure the same; the one without a unit takes the other's.
bool Reconcile(Amount* low, Amount* high) {
  if (low->unit == "year old" && (!high->has_unit || high->kind == ValueKind::kDuration)) {  // "aged 8-10 years"
    for (const auto& [time, age] : kAges) {
      if (high->unit == time) low->unit = age;
    }
    high->unit = low->unit;
    high->kind = low->kind;
    high->has_unit = true;
    return true;
  }
  if (low->has_unit && high->has_unit) return low->unit == high->unit && low->kind == high->kind;
  if (high->has_unit) {
    low->unit = high->unit;
    low->kind = high->kind;
    low->has_unit = true;
  } else if (low->has_unit) {
    if (low->kind != ValueKind::kMoney && low->kind != ValueKind::kPercent) return false;
    high->unit = low->unit;
    high->kind = low->kind;
    high->has_unit = true;
  }
  return true;
}

// Reads "LOW to HIGH" where `low` stands; returns the lexeme behind, or 0 when it is no range.
size_t ValueFinder::ReadRange(Amount low, bool between, bool from, size_t begin) {
  const size_t joint = low.end;
  if (joint + 1 >= lexemes_.size()) return 0;
  const bool dash = IsDash(lexemes_[joint]) && lexemes_[joint].glued == lexemes_[joint + 1].glued;
  const bool to = lexemes_[joint].Is("to") || (between && lexemes_[joint].Is("and"));
  if (!dash && !to) return 0;
  std::optional<Amount> high = ReadAmount(joint + 1);
  if (!high || high->number.fraction || high->number.at_least || low.number.at_least) return 0;
  if (high->end < lexemes_.size() && lexemes_[high->end].glued &&
      (lexemes_[high->end].is_word() ||
       (IsDash(lexemes_[high->end]) && high->end + 1 < lexemes_.size() && lexemes_[high->end + 1].is_number()))) {
    return dash ? high->end + 1 : 0;  // a telephone number, a code
  }
  const Decimal one = Decimal::FromInt(1);
  if (dash && !low.has_unit && !high->has_unit && low.number.one_digit_group && high->number.one_digit_group &&
      (high->number.amount <= low.number.amount || (CountedNoun(*high) < 0 && ScoreAround(begin, high->end)))) {
    for (const Amount* side : {&low, &*high}) {
      Value value;
      value.amount = value.high = side->number.amount;
      value.unit = "score";
      Emit(std::move(value), side->begin, side->number_end);
    }
    return high->end;
  }
  if (low.number.fraction) return 0;
  if (!Reconcile(&low, &*high)) return 0;
  const bool inherits = low.number.scale == one && high->number.scale >= Decimal::FromInt(1'000) &&
                        low.number.amount < Decimal::FromInt(1'000) &&
                        low.number.coefficient < high->number.coefficient;
  const bool change = from && !dash && ChangesBefore(begin);
  if (inherits && !(low.number.in_digits != high->number.in_digits)) {
    low.number.amount = low.number.amount * high->number.scale;
    low.number.scale = high->number.scale;
  }
  if (change) {
    Value value;
    SetUnit(*high, &value);
    value.amount = value.high = low.number.amount;
    Emit(value, low.begin, low.number_end);
    EmitAmount(*high, RelationOf(high->number), high->begin, high->end);
    return high->end;
  }
  if (low.number.amount >= high->number.amount) return 0;
  Value value;
  SetUnit(*high, &value);
  value.relation = ValueRelation::kBetween;
  value.amount = low.number.amount;
  value.high = high->number.amount;
  Emit(std::move(value), begin, high->end);
  return high->end;
}

size_t ValueFinder::ReadOrdinalAt(size_t at) {
  const std::optional<Number> ordinal = ReadOrdinal(lexemes_, at);
  if (!ordinal || IsProperNoun(at)) return 0;
  const bool joined = at > 0 && lexemes_[at].glued && IsDash(lexemes_[at - 1]);  // "America-first"
  const bool named = lexemes_[at].capital || lexemes_[at].is_number();
  const bool names = named && IsProperNoun(ordinal->end) && !IsPluralName(ordinal->end);  // "First Amendment"
  if (joined || names) return 0;
  const Word* after = WordAt(ordinal->end);
  if (after != nullptr && (after->xpos == Xpos::kVbd || after->xpos == Xpos::kVbz)) return 0;  // "first said"
  const Word* word = WordAt(ordinal->end - 1);
  if (word != nullptr && !lexemes_[at].is_number()) {
    const bool adjective = word->upos == Upos::kAdj && (word->relation == Relation::kAmod || word->xpos == Xpos::kJj);
    if (!adjective || word->relation == Relation::kAdvmod) return 0;
  }
  Amount amount;
  amount.begin = at;
  amount.end = amount.number_end = ordinal->end;
  amount.number = *ordinal;
  Value value;
  SetUnit(amount, &value);
  value.kind = ValueKind::kOrdinal;
  value.amount = value.high = ordinal->amount;
  Emit(std::move(value), at, ordinal->end);
  return ordinal->end;
}

size_t ValueFinder::ReadAt(size_t at) {
  if (std::optional<DateMatch> date = ReadDate(lexemes_, at, dates_)) {
    if (!date->iso.empty()) {
      Value value;
      value.kind = ValueKind::kDate;
      value.iso = std::move(date->iso);
      Emit(std::move(value), at, date->end);
    }
    free_ = std::max(free_, date->end);
    return date->end;
  }
  if (const size_t end = ReadOrdinalAt(at); end > 0) return end;
  const std::optional<Amount> amount = ReadAmount(at);
  if (!amount) return at + 1;
  const bool between = (at > free_ && IsAt(lexemes_, at - 1, "between")) || IsAnyAt(lexemes_, at, {"ages", "aged"});
  const bool from = at > free_ && IsAt(lexemes_, at - 1, "from");
  size_t begin = at;
  const std::optional<ValueRelation> relation = RelationBefore(at, *amount, &begin);
  const bool article = amount->number_end == at + 1 && IsAnyAt(lexemes_, at, {"a", "an"});
  const bool sentenced = at > 0 && IsAt(lexemes_, at - 1, "to") && IsAnyAt(lexemes_, amount->end, {"in", "behind"});
  const bool for_time = sentenced || (at > 0 && IsAnyAt(lexemes_, at - 1, {"for", "within"})) ||
                        IsAt(lexemes_, amount->end, "of");  // "a decade of research"
  if (article && !relation && !for_time) return at + 1;
  // "£4,000 less than a year earlier": a time compared with.
  const bool compared = at > 0 && IsAt(lexemes_, at - 1, "than") && amount->kind == ValueKind::kDuration &&
                        IsAnyAt(lexemes_, amount->end, {"earlier", "before", "previously", "ago"});
  if (compared) {
    free_ = amount->end;
    return amount->end;
  }
  if (IsName(*amount)) {
    size_t end = amount->number_end;  // the rest of "9/11" and of a code goes with it
    while (end + 1 < lexemes_.size() && lexemes_[end].glued && lexemes_[end + 1].glued &&
           (lexemes_[end].Is("/") || IsDash(lexemes_[end]) || lexemes_[end].Is(":")) && lexemes_[end + 1].is_number()) {
      end += 2;
    }
    free_ = end;
    return end;
  }
  if (IsPronounOne(*amount, relation.has_value())) return amount->number_end;
  if (!article) {
    if (const size_t end =
            ReadRange(*amount, between, from,
                      (between || from) && begin == at && !IsAnyAt(lexemes_, at, {"ages", "aged"}) ? at - 1 : begin);
        end > 0)
      return end;
  }
  size_t end = amount->end;
  ValueRelation found = relation.value_or(RelationOf(amount->number));
  if (!relation) {
    for (const RelationPhrase& suffix : kSuffixes) {
      if (const size_t length = MatchPhrase(lexemes_, end, suffix.words); length > 0) {
        if (suffix.words == "+" && !lexemes_[end].glued) continue;
        found = suffix.relation;
        end += length;
        break;
      }
    }
  } else if (amount->number.at_least && *relation == ValueRelation::kAbout) {
    found = ValueRelation::kAtLeast;
  }
  // The noun counted stands behind "-odd" and "or more".
  Amount counted = *amount;
  if (!counted.has_unit) counted.end = end;
  EmitAmount(counted, found, begin, end);
  return end;
}

// ---- A bare string.

std::string Singular(absl::string_view noun) {
  constexpr std::pair<absl::string_view, absl::string_view> kIrregular[] = {
      {"people", "people"}, {"men", "man"}, {"women", "woman"}, {"children", "child"}, {"police", "police"}};
  for (const auto& [plural, singular] : kIrregular) {
    if (noun == plural) return std::string(singular);
  }
  if (absl::EndsWith(noun, "ies") && noun.size() > 4) return std::string(noun.substr(0, noun.size() - 3)) + "y";
  for (const absl::string_view ending : {"sses", "shes", "ches", "xes"}) {
    if (absl::EndsWith(noun, ending)) return std::string(noun.substr(0, noun.size() - 2));
  }
  if (absl::EndsWith(noun, "s") && !absl::EndsWith(noun, "ss")) return std::string(noun.substr(0, noun.size() - 1));
  return "";
}

std::optional<Value> ValueFinder::ReadWhole() {
  size_t count = lexemes_.size();
  if (count > 1 && IsAt(lexemes_, count - 1, ".")) --count;
  if (count == 0 || count > 24) return std::nullopt;
  lexemes_ = lexemes_.subspan(0, count);
  const bool plain_year = count == 1 && lexemes_[0].is_number();
  if (!plain_year) {
    if (std::optional<DateMatch> date = ReadDate(lexemes_, 0, dates_)) {
      if (date->end != count || date->iso.empty()) return std::nullopt;
      Value value;
      value.kind = ValueKind::kDate;
      value.iso = std::move(date->iso);
      Emit(std::move(value), 0, count);
      return values_.back();
    }
  }
  if (const std::optional<Number> ordinal = ReadOrdinal(lexemes_, 0); ordinal && ordinal->end == count) {
    Value value;
    value.kind = ValueKind::kOrdinal;
    value.amount = value.high = ordinal->amount;
    Emit(std::move(value), 0, count);
    return values_.back();
  }
  // Some lexemes of relation, then the amount.
  for (size_t at = 0; at < count && at < 5; ++at) {
    const std::optional<Amount> amount = ReadAmount(at);
    if (!amount) continue;
    size_t begin = at;
    const bool framed = at == 1 && IsAnyAt(lexemes_, 0, {"between", "from"});
    const std::optional<ValueRelation> relation = framed ? std::nullopt : RelationBefore(at, *amount, &begin);
    if (begin != 0 && !framed) continue;
    if (IsName(*amount)) return std::nullopt;
    if (const size_t end = ReadRange(*amount, IsAnyAt(lexemes_, 0, {"between", "ages", "aged"}), framed, 0); end > 0) {
      return end == count && values_.size() == 1 ? std::optional(values_.back()) : std::nullopt;
    }
    size_t end = amount->end;
    ValueRelation found = relation.value_or(RelationOf(amount->number));
    for (const RelationPhrase& suffix : kSuffixes) {
      if (const size_t length = MatchPhrase(lexemes_, end, suffix.words); length > 0 && !relation) {
        found = suffix.relation;
        end += length;
        break;
      }
    }
    Value value;
    value.kind = amount->kind;
    value.unit = std::string(amount->unit);
    value.relation = found;
    value.amount = value.high = amount->number.amount;
    if (!amount->has_unit && end + 1 == count && lexemes_[end].is_word() && !lexemes_[end].capital &&
        !lexemes_[end].glued) {
      value.unit = Singular(lexemes_[end].lower);
      if (!value.unit.empty()) ++end;
    }
    if (end != count) return std::nullopt;
    Emit(std::move(value), 0, count);
    return values_.back();
  }
  return std::nullopt;
}

}  // namespace

absl::string_view ToString(ValueKind kind) {
  constexpr absl::string_view kNames[] = {"quantity", "money", "percent", "percentage points",
                                          "ordinal",  "date",  "duration"};
  return kNames[static_cast<size_t>(kind)];
}

absl::string_view ToString(ValueRelation relation) {
  constexpr absl::string_view kNames[] = {"=", "~", ">=", ">", "<=", "<", "between"};
  return kNames[static_cast<size_t>(relation)];
}

std::vector<Value> FindValues(absl::string_view text, const Analysis& analysis, std::optional<DayUtc> published) {
  const Lexemes lexemes(text, analysis);
  return ValueFinder(text, lexemes.all(), &analysis, published).FindAll();
}

std::optional<Value> NormalizeValue(absl::string_view text) {
  constexpr size_t kLongest = 200;  // bytes; what is longer says more than a value
  const absl::string_view trimmed = absl::StripAsciiWhitespace(text);
  if (trimmed.size() > kLongest) return std::nullopt;
  const Lexemes lexemes(trimmed);
  std::optional<Value> value = ValueFinder(trimmed, lexemes.all(), nullptr, std::nullopt).ReadWhole();
  if (value) {
    const auto offset = static_cast<uint32_t>(trimmed.data() - text.data());
    value->span = {value->span.begin + offset, value->span.end + offset};
  }
  return value;
}

}  // namespace consilience
