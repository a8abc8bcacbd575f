#include "engine/claim/date.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "engine/base/word_list.h"
#include "engine/claim/form_table.h"
#include "engine/claim/number.h"

namespace consilience {
namespace {

using Span = absl::Span<const Lexeme>;

enum class Direction : uint8_t { kPast, kFuture, kUnknown };

struct CalendarWord {
  absl::string_view word;
  int value;  // month 1..12, or weekday 0..6
};

// Sorted by word.
constexpr std::array kMonths = {
    CalendarWord{"apr", 4},       CalendarWord{"april", 4},    CalendarWord{"aug", 8},
    CalendarWord{"august", 8},    CalendarWord{"dec", 12},     CalendarWord{"december", 12},
    CalendarWord{"feb", 2},       CalendarWord{"february", 2}, CalendarWord{"jan", 1},
    CalendarWord{"january", 1},   CalendarWord{"jul", 7},      CalendarWord{"july", 7},
    CalendarWord{"jun", 6},       CalendarWord{"june", 6},     CalendarWord{"mar", 3},
    CalendarWord{"march", 3},     CalendarWord{"may", 5},      CalendarWord{"nov", 11},
    CalendarWord{"november", 11}, CalendarWord{"oct", 10},     CalendarWord{"october", 10},
    CalendarWord{"sep", 9},       CalendarWord{"sept", 9},     CalendarWord{"september", 9},
};
constexpr std::array kWeekdays = {
    CalendarWord{"fri", 4},       CalendarWord{"friday", 4},   CalendarWord{"mon", 0},     CalendarWord{"monday", 0},
    CalendarWord{"sat", 5},       CalendarWord{"saturday", 5}, CalendarWord{"sun", 6},     CalendarWord{"sunday", 6},
    CalendarWord{"thu", 3},       CalendarWord{"thur", 3},     CalendarWord{"thurs", 3},   CalendarWord{"thursday", 3},
    CalendarWord{"tue", 1},       CalendarWord{"tues", 1},     CalendarWord{"tuesday", 1}, CalendarWord{"wed", 2},
    CalendarWord{"wednesday", 2},
};

template <typename Table>
int FindCalendarWord(const Table& table, absl::string_view word) {
  const auto at = std::lower_bound(table.begin(), table.end(), word,
                                   [](const CalendarWord& row, absl::string_view key) { return row.word < key; });
  return at != table.end() && at->word == word ? at->value : -1;
}

bool IsAt(Span lexemes, size_t at, absl::string_view word) {
  return at < lexemes.size() && lexemes[at].Is(word);
}

bool IsAnyAt(Span lexemes, size_t at, std::initializer_list<absl::string_view> words) {
  return at < lexemes.size() && std::find(words.begin(), words.end(), lexemes[at].lower) != words.end();
}

// Month 1..12 named at `at`; abbreviations need their point or a day beside them, which the caller looks at.
int MonthAt(Span lexemes, size_t at) {
  if (at >= lexemes.size() || !lexemes[at].is_word() || !lexemes[at].capital) return -1;
  return FindCalendarWord(kMonths, lexemes[at].lower);
}

int WeekdayAt(Span lexemes, size_t at) {
  if (at >= lexemes.size() || !lexemes[at].is_word() || !lexemes[at].capital) return -1;
  if (lexemes[at].lower.size() < 6 && !lexemes[at].point) return -1;
  return FindCalendarWord(kWeekdays, lexemes[at].lower);
}

// A number of only digits within [low, high]; -1 otherwise.
int SmallNumberAt(Span lexemes, size_t at, int low, int high) {
  if (at >= lexemes.size() || !lexemes[at].is_number() || lexemes[at].lower.size() > 4) return -1;
  int value = 0;
  for (const char c : lexemes[at].lower) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value >= low && value <= high ? value : -1;
}

int YearAt(Span lexemes, size_t at) {
  if (at >= lexemes.size() || lexemes[at].lower.size() != 4) return -1;
  if (at + 1 < lexemes.size() && lexemes[at + 1].glued && lexemes[at + 1].is_word()) return -1;  // "1990s"
  return SmallNumberAt(lexemes, at, 1000, 2199);
}

// Lexeme after a day of the month and its suffix ("3", "3rd"), and the day; -1 when there is none.
int DayAt(Span lexemes, size_t at, size_t* end) {
  const int day = SmallNumberAt(lexemes, at, 1, 31);
  if (day < 0 || lexemes[at].lower.size() > 2) return -1;
  *end = at + 1;
  if (*end < lexemes.size() && lexemes[*end].glued) {
    if (IsAnyAt(lexemes, *end, {"st", "nd", "rd", "th"})) {
      ++*end;
    } else if (lexemes[*end].is_word() || lexemes[*end].Is(":") || lexemes[*end].Is("%")) {
      return -1;
    }
  }
  return day;
}

// ---- Tense.

bool IsFutureAuxiliary(const Word& word) {
  return word.lemma == "will" || word.lemma == "shall" || word.form == "'ll" || word.form == "\xE2\x80\x99ll" ||
         word.form == "wo" || word.form == "will";
}

// Verbs and adjectives whose complement lies ahead: "plans to visit", "is scheduled for", "is due on".
bool LooksAhead(absl::string_view lemma) {
  constexpr absl::string_view kAhead[] = {"aim",  "be due",  "due",      "expect", "hope", "intend", "need",
                                          "plan", "prepare", "schedule", "slate",  "set",  "want"};
  return IsAmong(kAhead, lemma);
}

// Verbs whose infinitive lies ahead, whenever they were said: "agreed to meet on Friday".
bool SendsAhead(absl::string_view lemma) {
  constexpr absl::string_view kSend[] = {"agree",   "ask",     "decide", "invite", "offer",    "order", "pledge",
                                         "promise", "propose", "swear",  "tell",   "threaten", "urge",  "vow"};
  return LooksAhead(lemma) || IsAmong(kSend, lemma);
}

// The first dependents: as many as a clause has.
absl::Span<const int32_t> SomeChildren(const Analysis& analysis, int32_t of) {
  return analysis.children(of).subspan(0, 40);
}

bool HasChildForm(const Analysis& analysis, int32_t of, absl::string_view lemma) {
  for (const int32_t child : SomeChildren(analysis, of)) {
    if (analysis.word(child).lemma == lemma) return true;
  }
  return false;
}

// What tells of an infinitive: "to announce", "to be announced".
bool IsInfinitive(const Analysis& analysis, int32_t verb) {
  if (!HasChildForm(analysis, verb, "to")) return false;
  if (analysis.word(verb).xpos == Xpos::kVb) return true;
  for (const int32_t child : SomeChildren(analysis, verb)) {
    if (analysis.word(child).form == "be") return true;
  }
  return false;
}

// "The quake struck", tagged as a present, which would be "strikes".
bool HasSingularSubject(const Analysis& analysis, int32_t verb) {
  for (const int32_t child : SomeChildren(analysis, verb)) {
    const Word& subject = analysis.word(child);
    if (Universal(subject.relation) != Relation::kNsubj) continue;
    for (const int32_t inside : SomeChildren(analysis, child)) {
      if (analysis.word(inside).relation == Relation::kConj) return false;
    }
    return subject.xpos == Xpos::kNn || subject.xpos == Xpos::kNnp;
  }
  return false;
}

bool IsVerbTag(Xpos tag) {
  return tag == Xpos::kVb || tag == Xpos::kVbd || tag == Xpos::kVbg || tag == Xpos::kVbn || tag == Xpos::kVbp ||
         tag == Xpos::kVbz || tag == Xpos::kMd;
}

// The verb, or the predicate with "be", that word `at` hangs on; kRoot when there is none near.
int32_t PredicateAbove(const Analysis& analysis, int32_t at) {
  int32_t i = at;
  for (int steps = 0; steps < 12 && i != kRoot; ++steps) {
    const Word& word = analysis.word(i);
    const bool verb = (word.upos == Upos::kVerb || word.upos == Upos::kAux) && IsVerbTag(word.xpos);
    if (i != at && (verb || HasChildForm(analysis, i, "be"))) return i;
    i = word.head;
  }
  return kRoot;
}

// Whether the clause that the word stands in speaks of the past or of the future. Climbs a bounded way.
Direction TenseAt(const Analysis& analysis, int32_t at) {
  int32_t verb = PredicateAbove(analysis, at);
  // "Friday's report shows": the tense is not the day's.
  const Relation relation = Universal(analysis.word(at).relation);
  const bool modifies = relation == Relation::kNmod || relation == Relation::kCompound;
  for (int steps = 0; steps < 4 && verb != kRoot; ++steps) {
    const Word& word = analysis.word(verb);
    // No present but that of "be" and "have" differs from the verb's base form: "rose" is a past.
    const bool irregular = word.xpos == Xpos::kVbp && word.upos == Upos::kVerb && word.lemma != "be" &&
                           word.lemma != "have" && !absl::EqualsIgnoreCase(word.form, word.lemma);
    bool past = word.xpos == Xpos::kVbd || irregular;
    bool present_auxiliary = false;
    bool modal = false;  // "can win", "would meet"
    for (const int32_t child : SomeChildren(analysis, verb)) {
      const Word& auxiliary = analysis.word(child);
      if (auxiliary.upos != Upos::kAux && auxiliary.upos != Upos::kVerb) continue;
      if (Universal(auxiliary.relation) != Relation::kAux && auxiliary.relation != Relation::kCop) continue;
      if (IsFutureAuxiliary(auxiliary)) return Direction::kFuture;
      modal = modal || auxiliary.xpos == Xpos::kMd;
      past = past || auxiliary.xpos == Xpos::kVbd || auxiliary.lemma == "have";
      present_auxiliary = present_auxiliary || auxiliary.xpos == Xpos::kVbz || auxiliary.xpos == Xpos::kVbp;
    }
    if (past) return Direction::kPast;
    if (modal) return Direction::kFuture;
    const bool still = word.lemma == "be" || word.lemma == "have" || word.lemma == "say";
    const bool present = word.xpos == Xpos::kVbz || (word.xpos == Xpos::kVbp && !HasSingularSubject(analysis, verb));
    if (present_auxiliary) {
      return word.xpos == Xpos::kVbg || LooksAhead(word.lemma) ? Direction::kFuture : Direction::kUnknown;
    }
    if (present) return still || modifies ? Direction::kUnknown : Direction::kFuture;
    // An infinitive: what governs it decides ("plans to visit", "the decision, to be announced").
    if (!IsInfinitive(analysis, verb) || word.head == kRoot) {
      // "a strike planned for Friday"
      if (word.relation == Relation::kAcl && LooksAhead(word.lemma)) return Direction::kFuture;
      return word.xpos == Xpos::kVbn ? Direction::kPast : Direction::kUnknown;
    }
    const Word& governor = analysis.word(word.head);
    if (SendsAhead(governor.lemma) || word.relation == Relation::kAcl) return Direction::kFuture;
    verb = word.head;
  }
  return Direction::kUnknown;
}

Direction DirectionOf(Span lexemes, size_t at, const DateContext& context) {
  if (context.analysis == nullptr || lexemes[at].word < 0) return Direction::kUnknown;
  return TenseAt(*context.analysis, lexemes[at].word);
}

// ---- Writing.

std::string IsoMonth(int year, int month) {
  return absl::StrFormat("%04d-%02d", year, month);
}
std::string IsoYear(int year) {
  return absl::StrFormat("%04d", year);
}

// ISO 8601 week: that of its Thursday.
std::string IsoWeek(DayUtc day) {
  const DayUtc thursday = day + (3 - day.weekday());
  const int year = thursday.ToCivil().year;
  const std::optional<DayUtc> first = DayUtc::FromCivil(year, 1, 1);
  return absl::StrFormat("%04d-W%02d", year, first ? (thursday - *first) / 7 + 1 : 1);
}

std::string IsoMonthOffset(DayUtc published, int months) {
  const DayUtc::Civil civil = published.ToCivil();
  const int count = civil.year * 12 + civil.month - 1 + months;
  return IsoMonth(count / 12, count % 12 + 1);
}

// The year of a month (and day, or 0) without one, by direction from publication.
int YearOf(DayUtc published, int month, int day, Direction direction) {
  const DayUtc::Civil now = published.ToCivil();
  const bool after = month > now.month || (month == now.month && day > now.day);
  const bool before = month < now.month || (month == now.month && day != 0 && day < now.day);
  if (direction == Direction::kUnknown) {
    // The nearer one: a day far back would have its year beside it.
    constexpr int kFarMonths = 10;
    const bool far_back = after && now.month + 12 - month >= kFarMonths && day != 0;
    return after && !far_back ? now.year - 1 : now.year;
  }
  if (direction == Direction::kPast && after) return now.year - 1;
  if (direction == Direction::kFuture && before) return now.year + 1;
  return now.year;
}

DateMatch Pass(size_t end) {
  return {end, ""};
}

DateMatch FullDate(int year, int month, int day, size_t end) {
  const std::optional<DayUtc> date = DayUtc::FromCivil(year, month, day);
  return date ? DateMatch{end, date->ToString()} : Pass(end);
}

// ---- Forms.

// A clock time: "14:07", "8 a.m.", "5 o'clock", "10pm". It is no quantity and no date of its own.
struct Clock {
  size_t end = 0;
  std::string time;  // "08:00"; empty where morning and evening may be meant
};

std::optional<Clock> ReadClockTime(Span lexemes, size_t at) {
  if (at >= lexemes.size() || !lexemes[at].is_number()) return std::nullopt;
  size_t end = at + 1;
  while (end + 1 < lexemes.size() && lexemes[end].Is(":") && lexemes[end].glued && lexemes[end + 1].is_number() &&
         lexemes[end + 1].glued) {
    end += 2;
  }
  const bool colon = end > at + 1;
  const bool half = IsAnyAt(lexemes, end, {"a.m", "p.m", "am", "pm", "o'clock"});
  if (!colon && !half) return std::nullopt;
  Clock clock;
  clock.end = half ? end + 1 : end;
  const int hour = SmallNumberAt(lexemes, at, 0, 23);
  const int minute = colon ? SmallNumberAt(lexemes, at + 2, 0, 59) : 0;
  if (hour < 0 || minute < 0 || end > at + 3) return clock;
  if (half && !IsAnyAt(lexemes, end, {"o'clock"})) {
    const bool evening = IsAnyAt(lexemes, end, {"p.m", "pm"});
    if (hour >= 1 && hour <= 12) clock.time = absl::StrFormat("%02d:%02d", hour % 12 + (evening ? 12 : 0), minute);
  } else if (colon) {
    clock.time = absl::StrFormat("%02d:%02d", hour, minute);
  }
  return clock;
}

// Whether one of the two words stands within the phrase of the other: "6 p.m. Tuesday", but not "closed at 6 p.m. on
// Tuesday", where day and time are told one by one. True where there is no tree to ask.
bool InOnePhrase(Span lexemes, size_t a, size_t b, const DateContext& context) {
  if (context.analysis == nullptr || lexemes[a].word < 0 || lexemes[b].word < 0) return true;
  return context.analysis->Dominates(lexemes[a].word, lexemes[b].word) ||
         context.analysis->Dominates(lexemes[b].word, lexemes[a].word);
}

// "5 a.m. on Thursday", "14:30, Nov. 3": the time goes with the day behind it.
std::optional<DateMatch> ReadClock(Span lexemes, size_t at, const DateContext& context) {
  const std::optional<Clock> clock = ReadClockTime(lexemes, at);
  if (!clock) return std::nullopt;
  size_t day = clock->end;
  if (IsAt(lexemes, day, ",")) ++day;
  if (IsAt(lexemes, day, "on")) ++day;
  if (!clock->time.empty() && day < lexemes.size() && !ReadClockTime(lexemes, day) &&
      InOnePhrase(lexemes, at, day, context)) {
    if (std::optional<DateMatch> date = ReadDate(lexemes, day, context); date && date->iso.size() >= 10) {
      return DateMatch{date->end, date->iso.substr(0, 10) + "T" + clock->time};
    }
  }
  return Pass(clock->end);
}

// The time that ends right before lexeme `end`; empty when there is none.
std::string TimeBefore(Span lexemes, size_t end) {
  constexpr size_t kLongest = 4;  // "6 : 30 p.m."
  for (size_t at = end; at > 0 && end - at < kLongest;) {
    const std::optional<Clock> clock = ReadClockTime(lexemes, --at);
    if (clock && clock->end == end) return clock->time;
  }
  return "";
}

// "Thursday at 5 a.m.", "from 5 a.m. on Thursday": the time beside a day, which is within the day's own words or told
// apart from them.
DateMatch WithClock(Span lexemes, size_t at, DateMatch date, const DateContext& context) {
  if (date.iso.size() != 10) return date;
  if (at > 1 && IsAt(lexemes, at - 1, "on")) {
    if (const std::string time = TimeBefore(lexemes, at - 1); !time.empty()) return {date.end, date.iso + "T" + time};
  }
  if (!IsAt(lexemes, date.end, "at")) return date;
  const std::optional<Clock> clock = ReadClockTime(lexemes, date.end + 1);
  if (!clock || clock->time.empty()) return date;
  return {InOnePhrase(lexemes, at, date.end + 1, context) ? clock->end : date.end, date.iso + "T" + clock->time};
}

// "2026-11-03", "2026/11/03", also with a time behind a T.
std::optional<DateMatch> ReadIso(Span lexemes, size_t at) {
  const int year = YearAt(lexemes, at);
  if (year < 0 || at + 4 >= lexemes.size()) return std::nullopt;
  const bool joined =
      (lexemes[at + 1].Is("-") && lexemes[at + 3].Is("-")) || (lexemes[at + 1].Is("/") && lexemes[at + 3].Is("/"));
  if (!joined || !lexemes[at + 1].glued || !lexemes[at + 3].glued) return std::nullopt;
  const int month = SmallNumberAt(lexemes, at + 2, 1, 12);
  const int day = SmallNumberAt(lexemes, at + 4, 1, 31);
  if (month < 0 || day < 0) return std::nullopt;
  return FullDate(year, month, day, at + 5);
}

// "25/12/2026" and "12/25/2026" when only one reading is a date.
std::optional<DateMatch> ReadSlashed(Span lexemes, size_t at) {
  if (at + 4 >= lexemes.size() || !lexemes[at + 1].Is("/") || !lexemes[at + 3].Is("/") || !lexemes[at + 1].glued) {
    return std::nullopt;
  }
  const int first = SmallNumberAt(lexemes, at, 1, 31);
  const int second = SmallNumberAt(lexemes, at + 2, 1, 31);
  const int year = YearAt(lexemes, at + 4);
  if (first < 0 || second < 0 || year < 0) return std::nullopt;
  if (first > 12 && second <= 12) return FullDate(year, second, first, at + 5);
  if (second > 12 && first <= 12) return FullDate(year, first, second, at + 5);
  return first == second ? FullDate(year, first, second, at + 5) : Pass(at + 5);
}

// The year behind a month or day: ", 2026", "2026", "of 2026", "last year". `end` moves behind it.
int TrailingYear(Span lexemes, size_t* end, const DateContext& context) {
  const bool skip = *end < lexemes.size() && (lexemes[*end].Is(",") || lexemes[*end].Is("of"));
  const size_t at = skip ? *end + 1 : *end;
  const int year = YearAt(lexemes, at);
  if (year > 0) {
    *end = at + 1;
    return year;
  }
  if (context.published && IsAt(lexemes, at + 1, "year") && IsAnyAt(lexemes, at, {"last", "this", "next"})) {
    const int now = context.published->ToCivil().year;
    const int offset = lexemes[at].Is("last") ? -1 : lexemes[at].Is("next") ? 1 : 0;
    *end = at + 2;
    return now + offset;
  }
  return -1;
}

DateMatch MonthDay(Span lexemes, size_t at, int month, int day, size_t end, const DateContext& context) {
  const int year = TrailingYear(lexemes, &end, context);
  if (year > 0) return FullDate(year, month, day, end);
  if (!context.published) return Pass(end);
  const Direction direction = DirectionOf(lexemes, at, context);
  return FullDate(YearOf(*context.published, month, day, direction), month, day, end);
}

// A second day behind the first: "Nov. 3-5", "Nov. 3 and 4". The date is that of the first.
size_t SkipSecondDay(Span lexemes, size_t end) {
  if (end + 1 >= lexemes.size()) return end;
  const bool joins = IsDash(lexemes[end]) || IsAnyAt(lexemes, end, {"and", "to", "or", "through"});
  size_t after = end + 1;
  if (!joins || DayAt(lexemes, end + 1, &after) < 0) return end;
  const bool counts = after < lexemes.size() && lexemes[after].is_word() && !lexemes[end].glued;
  return counts ? end : after;
}

// "Nov. 3[, 2026]", "November 2026", "[last|next|this|early|mid-] November".
std::optional<DateMatch> ReadMonth(Span lexemes, size_t at, const DateContext& context) {
  const int month = MonthAt(lexemes, at);
  if (month < 0) return std::nullopt;
  size_t end = at + 1;
  size_t after_day = 0;
  if (const int day = DayAt(lexemes, end, &after_day); day > 0) {
    return MonthDay(lexemes, at, month, day, SkipSecondDay(lexemes, after_day), context);
  }
  if (const int year = TrailingYear(lexemes, &end, context); year > 0) return DateMatch{end, IsoMonth(year, month)};
  // A month alone: its abbreviation is then a name, and "May" and "March" are words too.
  if (lexemes[at].lower.size() <= 4 && !lexemes[at].Is("may") && !lexemes[at].Is("june") && !lexemes[at].Is("july")) {
    return std::nullopt;
  }
  const bool led =
      at > 0 && (IsAnyAt(lexemes, at - 1, {"in",      "since",  "by",     "until", "till", "from", "of",
                                           "last",    "next",   "this",   "early", "late", "mid",  "between",
                                           "through", "during", "before", "after", "to",   "past"}) ||
                 (IsDash(lexemes[at - 1]) && at > 1 && lexemes[at - 2].Is("mid")));
  const bool ambiguous = lexemes[at].Is("may") || lexemes[at].Is("march") || lexemes[at].Is("august");
  if (!led && ambiguous) return std::nullopt;
  if (!led && end < lexemes.size() && lexemes[end].capital) return std::nullopt;  // "April Ryan", "June Carter"
  if (lexemes[at].Is("may") && IsAnyAt(lexemes, at - 1, {"of", "to", "from", "after", "before", "by"}) &&
      end < lexemes.size() && lexemes[end].capital) {
    return std::nullopt;  // "of May Company"
  }
  if (!context.published) return Pass(end);
  if (at > 0 && lexemes[at - 1].Is("last")) {
    const int year = YearOf(*context.published, month, 0, Direction::kPast);
    return DateMatch{end, IsoMonth(month == context.published->ToCivil().month ? year - 1 : year, month)};
  }
  const bool next = at > 0 && lexemes[at - 1].Is("next");
  const Direction direction = next ? Direction::kFuture : DirectionOf(lexemes, at, context);
  return DateMatch{end, IsoMonth(YearOf(*context.published, month, 0, direction), month)};
}

// "3 November[ 2026]", "3rd of November".
std::optional<DateMatch> ReadDayMonth(Span lexemes, size_t at, const DateContext& context) {
  size_t end = 0;
  const int day = DayAt(lexemes, at, &end);
  if (day < 0) return std::nullopt;
  if (IsAt(lexemes, end, "of")) ++end;
  const int month = MonthAt(lexemes, end);
  if (month < 0) return std::nullopt;
  size_t other = 0;
  if (DayAt(lexemes, end + 1, &other) > 0 && YearAt(lexemes, end + 1) < 0) return std::nullopt;  // "about 5 Nov. 3"
  return MonthDay(lexemes, at, month, day, end + 1, context);
}

// "12 to 23 July", "between 12 and 23 July 2028": the first day, or, of "between", the month.
std::optional<DateMatch> ReadDayRange(Span lexemes, size_t at, const DateContext& context) {
  size_t joint = 0;
  if (DayAt(lexemes, at, &joint) < 0 || joint >= lexemes.size()) return std::nullopt;
  if (!IsDash(lexemes[joint]) && !IsAnyAt(lexemes, joint, {"and", "to"})) return std::nullopt;
  size_t end = 0;
  if (DayAt(lexemes, joint + 1, &end) < 0 || MonthAt(lexemes, end) < 0) return std::nullopt;
  const std::optional<DateMatch> last = ReadDayMonth(lexemes, joint + 1, context);
  if (!last || last->iso.size() != 10) return last;
  const std::string month = last->iso.substr(0, 7);
  if (at > 0 && lexemes[at - 1].Is("between")) return DateMatch{last->end, month};
  size_t after = 0;
  return DateMatch{last->end, month + absl::StrFormat("-%02d", DayAt(lexemes, at, &after))};
}

// "Monday", "Monday, Nov. 3", "last Monday", "next Monday night".
std::optional<DateMatch> ReadWeekday(Span lexemes, size_t at, const DateContext& context) {
  const int weekday = WeekdayAt(lexemes, at);
  if (weekday < 0) return std::nullopt;
  size_t end = at + 1;
  size_t month_at = IsAt(lexemes, end, ",") ? end + 1 : end;
  if (MonthAt(lexemes, month_at) > 0) {
    if (std::optional<DateMatch> date = ReadMonth(lexemes, month_at, context); date && date->iso.size() != 7)
      return date;
  } else if (std::optional<DateMatch> date =
                 month_at < lexemes.size() ? ReadDayMonth(lexemes, month_at, context) : std::nullopt) {
    return date;
  }
  if (at > 0 && IsAnyAt(lexemes, at - 1, {"every", "each", "any", "a"})) return Pass(end);
  // "Black Friday", "Super Tuesday": a name, unless the capital is the sentence's.
  const bool named_before =
      at > 0 && lexemes[at - 1].is_word() &&
      IsAnyAt(lexemes, at - 1,
              {"black", "super", "good", "easter", "palm", "bloody", "cyber", "ash", "holy", "giving", "joe", "fat"});
  const bool named_after =
      IsAnyAt(lexemes, end, {"times", "telegraph", "mirror", "herald", "post", "mail"}) && lexemes[end].capital;
  if (named_before || named_after) return Pass(end);
  if (IsAnyAt(lexemes, end, {"morning", "afternoon", "evening", "night"})) ++end;
  if (!context.published) return Pass(end);
  const DayUtc published = *context.published;
  const int back = (published.weekday() - weekday + 7) % 7;
  if (at > 0 && lexemes[at - 1].Is("last")) return DateMatch{end, (published - (back == 0 ? 7 : back)).ToString()};
  // "on Monday last week", "Monday of next week"
  const size_t week = IsAt(lexemes, end, "of") ? end + 1 : end;
  if (IsAt(lexemes, week + 1, "week") && IsAnyAt(lexemes, week, {"last", "this", "next"})) {
    const int weeks = IsAt(lexemes, week, "last") ? -1 : IsAt(lexemes, week, "next") ? 1 : 0;
    return DateMatch{InOnePhrase(lexemes, at, week + 1, context) ? week + 2 : end,
                     (published + (weekday - published.weekday() + 7 * weeks)).ToString()};
  }
  const bool next = at > 0 && IsAnyAt(lexemes, at - 1, {"next", "coming", "this"});
  const bool future = (next && !lexemes[at - 1].Is("this")) || DirectionOf(lexemes, at, context) == Direction::kFuture;
  if (!future) return DateMatch{end, (published - back).ToString()};
  const int ahead = (7 - back) % 7;
  const bool strict = next && !lexemes[at - 1].Is("this");
  return DateMatch{end, (published + (strict && ahead == 0 ? 7 : ahead)).ToString()};
}

// "last weekend", "over the weekend": the week it ends.
std::optional<DateMatch> ReadWeekend(Span lexemes, size_t at, const DateContext& context) {
  if (!IsAnyAt(lexemes, at, {"last", "this", "next", "the"}) || !IsAt(lexemes, at + 1, "weekend")) return std::nullopt;
  const size_t end = at + 2;
  if (!context.published) return Pass(end);
  constexpr int kSaturday = 5;
  const int weekday = context.published->weekday();
  const Direction direction = DirectionOf(lexemes, at + 1, context);
  // "the weekend", without a tense to tell which, is in doubt but on the weekend itself.
  const bool now = weekday >= kSaturday;
  if (IsAt(lexemes, at, "the") && direction == Direction::kUnknown && !now) return Pass(end);
  int weeks = 0;
  if (IsAt(lexemes, at, "last") || (!IsAt(lexemes, at, "next") && direction == Direction::kPast && !now)) weeks = -1;
  if (IsAt(lexemes, at, "next")) weeks = 1;
  return DateMatch{end, IsoWeek(*context.published + 7 * weeks)};
}

// "last week", "this month", "next year".
std::optional<DateMatch> ReadRelativePeriod(Span lexemes, size_t at, const DateContext& context) {
  const size_t i = at;
  int offset = 0;
  if (IsAt(lexemes, i, "last")) {
    offset = -1;
  } else if (IsAt(lexemes, i, "next")) {
    offset = 1;
  } else if (!IsAt(lexemes, i, "this")) {
    return std::nullopt;
  }
  const size_t end = i + 2;
  if (!IsAnyAt(lexemes, i + 1, {"week", "month", "year", "night", "morning", "afternoon", "evening"})) {
    return std::nullopt;
  }
  const Lexeme& period = lexemes[i + 1];
  const bool part_of_day = !period.Is("week") && !period.Is("month") && !period.Is("year");
  if (part_of_day && offset != 0 && !(offset < 0 && period.Is("night"))) return std::nullopt;
  if (!context.published) return Pass(end);
  const DayUtc published = *context.published;
  if (part_of_day) return DateMatch{end, (published + offset).ToString()};
  if (period.Is("week")) return DateMatch{end, IsoWeek(published + 7 * offset)};
  if (period.Is("month")) return DateMatch{end, IsoMonthOffset(published, offset)};
  return DateMatch{end, IsoYear(published.ToCivil().year + offset)};
}

// "today", "yesterday", "tomorrow", "tonight".
std::optional<DateMatch> ReadRelativeDay(Span lexemes, size_t at, const DateContext& context) {
  int offset = 0;
  if (lexemes[at].Is("yesterday")) {
    offset = -1;
  } else if (lexemes[at].Is("tomorrow")) {
    offset = 1;
  } else if (!lexemes[at].Is("today") && !lexemes[at].Is("tonight")) {
    return std::nullopt;
  }
  if (lexemes[at].capital && at + 1 < lexemes.size() && lexemes[at + 1].capital) return Pass(at + 1);  // "USA Today"
  if (at > 0 && lexemes[at].capital && lexemes[at - 1].capital) return Pass(at + 1);
  if (!context.published) return Pass(at + 1);
  const bool part = IsAnyAt(lexemes, at + 1, {"morning", "afternoon", "evening", "night"});
  return DateMatch{part ? at + 2 : at + 1, (*context.published + offset).ToString()};
}

// "two weeks ago", "a year ago".
std::optional<DateMatch> ReadAgo(Span lexemes, size_t at, const DateContext& context) {
  std::optional<Number> number = ReadNumber(lexemes, at, NumberContext::kPlain);
  if (!number && IsAnyAt(lexemes, at, {"a", "an"})) {
    number = Number();
    number->amount = Decimal::FromInt(1);
    number->end = at + 1;
  }
  if (!number) return std::nullopt;
  const FormTable::Match unit = UnitTable().Find(lexemes, number->end, {"time"});
  if (unit.row == nullptr || !IsAt(lexemes, unit.end, "ago")) return std::nullopt;
  const size_t end = unit.end + 1;
  const bool small =
      number->amount.is_integer() && number->amount < Decimal::FromInt(1'000) && number->amount > Decimal();
  if (!context.published || !small || number->at_least) return Pass(end);
  const auto count = static_cast<int>(number->amount.ToDouble());
  const absl::string_view name = unit.row->canonical;
  if (name == "day") return DateMatch{end, (*context.published - count).ToString()};
  if (name == "week") return DateMatch{end, IsoWeek(*context.published - 7 * count)};
  if (name == "month") return DateMatch{end, IsoMonthOffset(*context.published, -count)};
  if (name == "year") return DateMatch{end, IsoYear(context.published->ToCivil().year - count)};
  return Pass(end);
}

// "in 2019", "the 2016 election", "2019": four digits that are a year by what stands around them.
std::optional<DateMatch> ReadYear(Span lexemes, size_t at, const DateContext& context) {
  const int year = YearAt(lexemes, at);
  if (year < 0) return std::nullopt;
  const bool glued_after = at + 1 < lexemes.size() && lexemes[at + 1].glued;
  if (lexemes[at].glued && at > 0 && !lexemes[at - 1].Is("(") && !IsDash(lexemes[at - 1])) return std::nullopt;
  if (glued_after && IsAnyAt(lexemes, at + 1, {"/", "%", "\xC2\xB0"})) return std::nullopt;
  size_t end = at + 1;
  // "2019-20", "2019-2020": the first year; the second full one is read for itself.
  if (glued_after && IsDash(lexemes[at + 1]) && end + 1 < lexemes.size() && lexemes[end + 1].is_number() &&
      lexemes[end + 1].glued && lexemes[end + 1].lower.size() == 2) {
    end += 2;
  }
  const bool modern = year >= 1900 && year <= 2100;
  const bool led =
      at > 0 && IsAnyAt(lexemes, at - 1, {"in",     "since",  "by",    "until",  "till",   "during", "early",
                                          "late",   "mid",    "year",  "fiscal", "spring", "summer", "fall",
                                          "autumn", "winter", "circa", "before", "after",  "through"});
  if (led) {
    const bool counted = !modern && context.analysis != nullptr && at + 1 < lexemes.size() &&
                         lexemes[at + 1].word >= 0 && IsPlural(context.analysis->word(lexemes[at + 1].word).xpos);
    if (!counted && year >= 1500) return DateMatch{end, IsoYear(year)};
    return std::nullopt;
  }
  if (!modern) return std::nullopt;
  if (UnitTable().Find(lexemes, at + 1, {"measure", "time", "percent", "points"}).row != nullptr) return std::nullopt;
  if (CurrencyTable().Find(lexemes, at + 1, {"word"}).row != nullptr) return std::nullopt;
  if (const std::optional<Number> number = ReadNumber(lexemes, at, NumberContext::kPlain);
      number && number->end > end) {
    return std::nullopt;
  }
  if (at > 0 &&
      IsAnyAt(lexemes, at - 1,
              {"than", "over", "about", "nearly", "almost", "some", "least", "roughly", "approximately", "around"})) {
    return std::nullopt;
  }
  if (at + 1 < lexemes.size() && lexemes[at + 1].is_word()) {
    const int32_t after = lexemes[at + 1].word;
    // "2000 people": round and counting a plural; "the 2016 election" and "the 2008 attacks" name their year.
    const bool the = at > 0 && IsAnyAt(lexemes, at - 1, {"the", "'s", "\xE2\x80\x99s", "its", "his", "her", "their"});
    if (after >= 0 && context.analysis != nullptr && context.analysis->word(after).xpos == Xpos::kNns && !the)
      return std::nullopt;
  }
  if (context.analysis == nullptr && year % 100 == 0) return std::nullopt;
  const bool money = at > 0 && lexemes[at - 1].kind == LexemeKind::kSymbol && lexemes[at - 1].glued;
  return money && IsDash(lexemes[at - 1]) && YearAt(lexemes, at - 2) < 0 ? std::nullopt
                                                                         : std::optional(DateMatch{end, IsoYear(year)});
}

}  // namespace

std::optional<DateMatch> ReadDate(Span lexemes, size_t at, const DateContext& context) {
  if (at >= lexemes.size()) return std::nullopt;
  const Lexeme& first = lexemes[at];
  if (first.is_number()) {
    for (const auto read : {ReadIso, ReadSlashed}) {
      if (std::optional<DateMatch> date = read(lexemes, at)) return date;
    }
    if (std::optional<DateMatch> date = ReadClock(lexemes, at, context)) return date;
    if (std::optional<DateMatch> date = ReadDayRange(lexemes, at, context)) return date;
    if (std::optional<DateMatch> date = ReadDayMonth(lexemes, at, context))
      return WithClock(lexemes, at, *date, context);
    if (std::optional<DateMatch> date = ReadAgo(lexemes, at, context)) return date;
    return ReadYear(lexemes, at, context);
  }
  if (!first.is_word()) return std::nullopt;
  using Reader = std::optional<DateMatch> (*)(Span, size_t, const DateContext&);
  constexpr Reader kReaders[] = {ReadWeekday, ReadMonth, ReadWeekend, ReadRelativePeriod, ReadRelativeDay, ReadAgo};
  for (const Reader read : kReaders) {
    if (std::optional<DateMatch> date = read(lexemes, at, context)) return WithClock(lexemes, at, *date, context);
  }
  return std::nullopt;
}

}  // namespace consilience
