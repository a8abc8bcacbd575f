#include "engine/reconcile/common_ground.h"

#include <algorithm>
#include <cstdlib>

namespace consilience {
namespace {

constexpr int64_t kHours = 3 * 3600;
constexpr int64_t kDay = 86400;
constexpr int64_t kStale = 36 * 3600;
constexpr int64_t kFewDays = 5 * kDay;
constexpr int64_t kFewWeeks = 21 * kDay;

}  // namespace

bool Among(PhraseLevel level, std::initializer_list<PhraseLevel> levels) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

bool Foreign(PhraseLevel level) {
  return level == PhraseLevel::kOther || level == PhraseLevel::kOtherName;
}

bool IsDate(const Proposition& p) {
  return p.slot == ValueSlot::kOblique && p.value != nullptr && p.value->kind == ValueKind::kDate;
}

bool Future(Modality modality) {
  return modality == Modality::kPlanned || modality == Modality::kConditional;
}

bool PlaceRole(absl::string_view role) {
  return role == "in" || role == "at" || role == "near" || role == "from" || role == "on" || role == "off" ||
         role == "outside";
}

int SharedRarity(const ComparisonContext& context, PhraseId id_a, PhraseId id_b) {
  if (id_a == 0 || id_b == 0) return 0;
  const auto a = context.phrases->words(context.phrases->phrase(id_a));
  const auto b = context.phrases->words(context.phrases->phrase(id_b));
  int sum = 0;
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      sum += context.stories->Rarity(a[i]);
      ++i;
      ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return sum;
}

RarityLevel RarityOf(int shared) {
  return shared == 0             ? RarityLevel::kNone
         : shared < kTelling     ? RarityLevel::kCommon
         : shared < kVeryTelling ? RarityLevel::kTelling
                                 : RarityLevel::kVeryTelling;
}

namespace {

TimeLevel TimesApart(int64_t apart) {
  return apart <= kDay        ? TimeLevel::kSameDay
         : apart <= kFewDays  ? TimeLevel::kDays
         : apart <= kFewWeeks ? TimeLevel::kWeeks
                              : TimeLevel::kFar;
}

TimeLevel DatesApart(absl::string_view a, absl::string_view b) {
  switch (CompareDates(a, b)) {
    case AnswerLevel::kEqual:
      return TimeLevel::kSameDay;
    case AnswerLevel::kCompatible:
      return TimeLevel::kDays;
    case AnswerLevel::kExcluding:
      return TimeLevel::kOtherDate;
    case AnswerLevel::kIncomparable:
      break;
  }
  return TimeLevel::kUnknown;
}

}  // namespace

void CompareTimes(const ComparisonContext& context, const Proposition& a, const Proposition& b, bool dates,
                  Levels* levels) {
  const ClaimTable::Row &row_a = context.claims->row(a.row), &row_b = context.claims->row(b.row);
  const bool known = row_a.published != kUnknownTime && row_b.published != kUnknownTime;
  const int64_t apart = known ? std::llabs(row_a.published - row_b.published) : 0;
  levels->later = apart >= kHours;
  levels->stale = apart >= kStale;
  levels->time = TimeLevel::kUnknown;
  if (dates && row_a.date != 0 && row_b.date != 0) {
    levels->time = DatesApart(context.claims->text(row_a.date), context.claims->text(row_b.date));
  }
  if (levels->time == TimeLevel::kUnknown && known) levels->time = TimesApart(apart);
}

Cover CoverOf(const ComparisonContext& context, PhraseId id, PhraseId content) {
  constexpr int kLeast = 50;
  const PhraseTable& phrases = *context.phrases;
  const NounPhrase& phrase = phrases.phrase(id);
  Cover cover;
  if (phrase.kind == PhraseKind::kNone || phrase.kind == PhraseKind::kVague) return cover;
  for (const WordId word : phrases.words(phrase)) {
    const WordId usual = phrases.Usual(word);
    const int weight = std::max(context.stories->Rarity(usual), kLeast);
    const bool found = phrases.HasLike(content, usual);
    const bool tells = phrases.Apart(word) || (phrase.kind == PhraseKind::kName && word == phrase.head);
    cover.all += weight;
    cover.shared += found ? weight : 0;
    cover.strange = cover.strange || (!found && tells);
  }
  return cover;
}

bool CountedApart(const Proposition& a, const Proposition& b) {
  return a.counted != nullptr && b.counted != nullptr && a.counted != a.value && b.counted != b.value &&
         CompareValues(*a.counted, *b.counted) == AnswerLevel::kExcluding;
}

bool SetApart(const ComparisonContext& context, PhraseId x, PhraseId y, const Proposition& a, const Proposition& b) {
  const PhraseTable& phrases = *context.phrases;
  const auto strange = [&](PhraseId id, PhraseId content) {
    const auto words = phrases.words(phrases.phrase(id));
    return std::any_of(words.begin(), words.end(), [&](WordId word) {
      return (phrases.Apart(word) || phrases.Named(word)) && !phrases.HasLike(content, phrases.Usual(word));
    });
  };
  return strange(x, b.content) && strange(y, a.content);
}

bool Covers(const Cover& cover, int tenths) {
  return !cover.strange && 10 * cover.shared >= tenths * cover.all;
}

namespace {

Cover CoverOf(const ComparisonContext& context, const Proposition& p, const Proposition& other) {
  Cover sum;
  for (const PhraseId id : {p.agent, p.patient, IsDate(p) ? PhraseId{0} : p.oblique}) {
    const Cover cover = CoverOf(context, id, other.content);
    sum.all += cover.all;
    sum.shared += cover.shared;
    sum.strange = sum.strange || cover.strange;
  }
  return sum;
}

}  // namespace

bool Recognised(const ComparisonContext& context, const Proposition& a, const Proposition& b, int tenths) {
  // Where the sentences are the same, each claim has its own match.
  if (a.content == b.content) return false;
  if (a.report || b.report || a.document == b.document || !context.stories->AreNeighbours(a.document, b.document)) {
    return false;
  }
  const Cover mine = CoverOf(context, a, b), others = CoverOf(context, b, a);
  if (!Covers(mine, tenths) || !Covers(others, tenths) || std::min(mine.shared, others.shared) < kTelling) return false;
  // Who does it in one and has it done in the other are two: "Norland attacked Taleria".
  const auto named = [](PhraseLevel level) { return Among(level, {PhraseLevel::kSame, PhraseLevel::kVariant}); };
  const bool crossed = a.family == b.family && (named(context.phrases->Compare(a.agent, b.patient)) ||
                                                named(context.phrases->Compare(a.patient, b.agent)));
  return !crossed && context.stories->Compare(a.document, b.document) == StoryLevel::kSame;
}

}  // namespace consilience
