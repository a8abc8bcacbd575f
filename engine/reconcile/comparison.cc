#include "engine/reconcile/comparison.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/word_list.h"

namespace consilience {
namespace {

constexpr int64_t kHours = 3 * 3600;
constexpr int64_t kDay = 86400;
constexpr int64_t kStale = 36 * 3600;
constexpr int64_t kFewDays = 5 * kDay;
constexpr int64_t kFewWeeks = 21 * kDay;

// Hundredths of a nat: the odds of a match that a group and that a conflict ask for.
constexpr int32_t kAgreeing = 110;
constexpr int32_t kConflicting = 170;
constexpr int32_t kDoubt = 200;
constexpr int32_t kCertain = 500;

constexpr absl::string_view kPointers[] = {"it", "this", "that"};

constexpr int kShared = 200, kTelling = 600, kVeryTelling = 1300;  // summed rarity of shared words, hundredths of a nat

bool Among(PhraseLevel level, std::initializer_list<PhraseLevel> levels) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

bool Foreign(PhraseLevel level) {
  return level == PhraseLevel::kOther || level == PhraseLevel::kOtherName;
}

bool IsDate(const Proposition& p) {
  return p.slot == ValueSlot::kOblique && p.value != nullptr && p.value->kind == ValueKind::kDate;
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

TimeLevel CompareTimes(const ComparisonContext& context, const Proposition& a, const Proposition& b, bool dates,
                       int64_t* apart) {
  const ClaimTable::Row &row_a = context.claims->row(a.row), &row_b = context.claims->row(b.row);
  const bool known = row_a.published != kUnknownTime && row_b.published != kUnknownTime;
  *apart = !known ? 0 : std::llabs(row_a.published - row_b.published);
  if (dates && row_a.date != 0 && row_b.date != 0) {
    switch (CompareDates(context.claims->text(row_a.date), context.claims->text(row_b.date))) {
      case AnswerLevel::kEqual:
        return TimeLevel::kSameDay;
      case AnswerLevel::kCompatible:
        return TimeLevel::kDays;
      case AnswerLevel::kExcluding:
        return TimeLevel::kOtherDate;
      case AnswerLevel::kIncomparable:
        break;
    }
  }
  if (!known) return TimeLevel::kUnknown;
  return *apart <= kDay        ? TimeLevel::kSameDay
         : *apart <= kFewDays  ? TimeLevel::kDays
         : *apart <= kFewWeeks ? TimeLevel::kWeeks
                               : TimeLevel::kFar;
}

ModalityLevel CompareModalities(Modality a, Modality b) {
  if (a == b) return ModalityLevel::kSame;
  const bool denied = (a == Modality::kDenied) != (b == Modality::kDenied);
  const Modality other = a == Modality::kDenied ? b : a;
  if (denied && other == Modality::kAsserted) return ModalityLevel::kDenied;
  return ModalityLevel::kDifferent;
}

// How much of what a claim names the clause of another names too, in whatever place: hundredths of a nat.
struct Cover {
  int all = 0, shared = 0;
  bool strange = false;  // a name, or a word that makes another thing of it, that the other clause does not have
};

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

bool Covers(const Cover& cover, int tenths) {
  return !cover.strange && 10 * cover.shared >= tenths * cover.all;
}

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

// Two claims of one story of which each clause names what the other claim names speak of the same things, whatever is
// subject here and part of the object there.
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

// What two people say is the same when nearly all of its words are.
PhraseLevel CompareSpeech(const PhraseTable& phrases, PhraseId id_a, PhraseId id_b) {
  const auto a = phrases.words(phrases.phrase(id_a)), b = phrases.words(phrases.phrase(id_b));
  if (a == b) return PhraseLevel::kSame;
  size_t shared = 0;
  for (const WordId word : a) shared += std::binary_search(b.begin(), b.end(), word);
  return 5 * shared >= 4 * std::max(a.size(), b.size()) ? PhraseLevel::kVariant : PhraseLevel::kOther;
}

// What `a` says of its patient `b` tells beside it: "the tunnel at Selma", "a tunnel collapsed near Selma".
bool ToldBeside(const PhraseTable& phrases, const Proposition& a, const Proposition& b) {
  if (b.told == 0) return false;
  const auto mine = phrases.words(phrases.phrase(a.patient)), others = phrases.words(phrases.phrase(b.patient)),
             told = phrases.words(phrases.phrase(b.told));
  const auto alike = [&](WordId word, absl::Span<const WordId> among) {
    return std::any_of(among.begin(), among.end(), [&](WordId other) { return phrases.Alike(word, other); });
  };
  const bool beside =
      std::all_of(mine.begin(), mine.end(), [&](WordId word) { return alike(word, others) || alike(word, told); });
  return beside && std::none_of(others.begin(), others.end(),
                                [&](WordId word) { return phrases.Apart(word) && !alike(word, mine); });
}

bool PlaceRole(absl::string_view role) {
  return role == "in" || role == "at" || role == "near" || role == "from" || role == "on" || role == "off" ||
         role == "outside";
}

// Whether the clause of one claim of a story names all that the clause of the other does, its circumstances too.
bool SaysAll(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  constexpr int kTenths = 8;
  return context.stories->AreNeighbours(a.document, b.document) &&
         Covers(CoverOf(context, a.content, b.content), kTenths);
}

// "Kadari", "Kadari prison": what a description adds behind the name is only what it is.
bool NamedAlike(const PhraseTable& phrases, PhraseId name, PhraseId description) {
  if (phrases.phrase(description).named == 0) return false;
  const auto few = phrases.words(phrases.phrase(name)), many = phrases.words(phrases.phrase(description));
  return many.size() == few.size() + 1 && std::includes(many.begin(), many.end(), few.begin(), few.end()) &&
         std::binary_search(few.begin(), few.end(), phrases.phrase(description).named) &&
         !phrases.phrase(description).possessive;
}

// "The ferry" is the Star of Ellery where the documents call it so.
void CallByName(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  const auto settle = [&](PhraseId x, PhraseId y, PhraseLevel level) {
    if (level != PhraseLevel::kRole) return level;
    const bool name_first = context.phrases->phrase(x).kind == PhraseKind::kName;
    const PhraseId name = name_first ? x : y, description = name_first ? y : x;
    // The story as the document with the description sees it.
    const auto story = context.stories->Neighbours(name_first ? b.document : a.document);
    const bool means =
        std::binary_search(story.begin(), story.end(), name_first ? a.document : b.document) &&
        (context.epithets->Means(description, name, story) || NamedAlike(*context.phrases, name, description));
    return means ? PhraseLevel::kVariant : level;
  };
  levels->agent = settle(a.agent, b.agent, levels->agent);
  levels->patient = settle(a.patient, b.patient, levels->patient);
  levels->oblique = settle(a.oblique, b.oblique, levels->oblique);
}

// Participants that do not fit each other by themselves are the same where each clause names those of the other.
void Recognise(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  using P = PhraseLevel;
  const auto unfit = [](P level) { return Among(level, {P::kSameHead, P::kOther, P::kRole}); };
  if (a.generic || b.generic) return;
  if (!unfit(levels->agent) && !unfit(levels->patient) && !unfit(levels->oblique)) return;
  if (Among(P::kOtherName, {levels->agent, levels->patient, levels->oblique})) return;
  constexpr int kTenths = 7;
  if (!Recognised(context, a, b, kTenths)) return;
  const auto settle = [&](PhraseId x, PhraseId y, P level) {
    const bool covered = unfit(level) && Covers(CoverOf(context, x, b.content), kTenths) &&
                         Covers(CoverOf(context, y, a.content), kTenths);
    return covered ? P::kVariant : level;
  };
  const P agent = levels->agent, patient = levels->patient;
  levels->agent = settle(a.agent, b.agent, levels->agent);
  levels->patient = settle(a.patient, b.patient, levels->patient);
  levels->oblique = settle(a.oblique, b.oblique, levels->oblique);
  levels->recognised = agent != levels->agent || patient != levels->patient;
}

// An act that hardly another story tells of, with nobody said to do it: "the sleeper service", "a passenger train"
// that derailed.
bool OneEvent(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  constexpr int kRare = 400;
  const PhraseTable& phrases = *context.phrases;
  const auto apart = [&](PhraseId id) {
    const auto words = phrases.words(phrases.phrase(id));
    return std::any_of(words.begin(), words.end(), [&](WordId word) { return phrases.Apart(word); });
  };
  return a.family == b.family && a.agent == 0 && b.agent == 0 && a.value == nullptr && b.value == nullptr &&
         !a.generic && a.document != b.document && context.stories->Rarity(a.axis) >= kRare && !apart(a.patient) &&
         !apart(b.patient) && context.stories->AreNeighbours(a.document, b.document);
}

// What the two propositions may answer differently, and how their answers compare.
void CompareAnswers(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  if (a.value != nullptr && b.value != nullptr && a.slot == b.slot) {
    levels->answer = CompareValues(*a.value, *b.value);
    if (levels->answer == AnswerLevel::kIncomparable) levels->answer = AnswerLevel::kCompatible;
    levels->asked = IsDate(a) ? AnswerKind::kDate : AnswerKind::kQuantity;
    if (levels->answer != AnswerLevel::kEqual || !a.unique) return;
  }
  // "52 percent of the vote", "the vote": one says how much.
  const auto counts = [](const Proposition& p) { return p.value != nullptr && p.slot == ValueSlot::kPatient; };
  if (counts(a) != counts(b)) {
    levels->asked = AnswerKind::kQuantity;
    levels->answer = AnswerLevel::kCompatible;
    return;
  }
  // A document that names the place of the other, too, may have it within its own: "Dorrin", "Anshal".
  const auto names_other = [&](const Proposition& p, const Proposition& other) {
    const PhraseTable& phrases = *context.phrases;
    return context.stories->Tells(p.document, phrases.Usual(phrases.phrase(other.oblique).head));
  };
  if (a.role != 0 && levels->single && PlaceRole(context.phrases->text(a.role)) &&
      levels->oblique == PhraseLevel::kOtherName && !names_other(a, b) && !names_other(b, a)) {
    levels->asked = AnswerKind::kPlace;
    levels->answer = AnswerLevel::kExcluding;
    return;
  }
  const auto entities = [&](PhraseId x, PhraseId y) {
    return context.phrases->phrase(x).entity && context.phrases->phrase(y).entity;
  };
  // "The third goal" has one scorer.
  if (a.role == 0 && b.role == 0 && a.unique && b.unique && levels->agent == PhraseLevel::kOtherName &&
      entities(a.agent, b.agent) && Among(levels->patient, {PhraseLevel::kSame, PhraseLevel::kVariant})) {
    levels->asked = AnswerKind::kWho;
    levels->answer = AnswerLevel::kExcluding;
    return;
  }
  if (!a.functional || !b.functional) return;
  const PhraseLevel level = a.role != 0 ? levels->oblique : levels->patient;
  const PhraseId x = a.role != 0 ? a.oblique : a.patient, y = a.role != 0 ? b.oblique : b.patient;
  // Two names, or two short descriptions of things that are not of one kind: "a stroke", "cancer".
  const auto brief = [&](PhraseId id) { return context.phrases->phrase(id).word_count <= 2; };
  const bool apart = level == PhraseLevel::kOtherName
                         ? entities(x, y)
                         : level == PhraseLevel::kOther && brief(x) && brief(y) && context.phrases->Unrelated(x, y);
  if (!apart) return;
  levels->asked = AnswerKind::kWhat;
  levels->answer = AnswerLevel::kExcluding;
}

// Whether the acts may be one: one of them says little, or the verbs are near.
bool RelatedActs(const PhraseTable& phrases, const Proposition& a, const Proposition& b) {
  const Lexicon& lexicon = Lexicon::Default();
  const absl::string_view acts_a[] = {phrases.text(a.verb), phrases.text(a.family)};
  const absl::string_view acts_b[] = {phrases.text(b.verb), phrases.text(b.family)};
  for (const absl::string_view x : acts_a) {
    for (const absl::string_view y : acts_b) {
      if (lexicon.RelatedVerbs(x, y)) return true;
    }
  }
  return false;
}

// Whether a clause speaks of the act of the other claim: "reached a verdict after three days of deliberations".
bool NamesAct(const PhraseTable& phrases, const Proposition& p, const Proposition& other) {
  const auto acts = phrases.words(phrases.phrase(other.acts));
  return !p.generic && std::binary_search(acts.begin(), acts.end(), p.family);
}

// What the number of a claim counts or measures; 0 when that is not said.
WordId CountedIn(const PhraseTable& phrases, const Proposition& p) {
  const bool measured = p.slot == ValueSlot::kOblique && phrases.text(p.family) == "amount";
  const PhraseId id = p.slot == ValueSlot::kPatient || measured ? p.patient
                      : p.slot == ValueSlot::kOblique           ? p.oblique
                                                                : p.agent;
  return phrases.Usual(phrases.phrase(id).head);
}

bool CountAlike(const PhraseTable& phrases, WordId a, WordId b) {
  const auto people = [&](WordId noun) {
    return Lexicon::Default().Whole(phrases.text(noun)) || phrases.IsPerson(noun);
  };
  return a != 0 && b != 0 && (phrases.Alike(a, b) || (people(a) && people(b)));
}

int64_t Digits(const Value& value) {
  int64_t digits = std::llabs(value.amount.mantissa());
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits;
}

// What the clauses of two claims have in common, wherever it stands.
int SharedContent(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  return CoverOf(context, a.content, b.content).shared;
}

// Where or when, the same in both: "in Dorrin", "on Monday".
bool SameCircumstance(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  if (IsDate(a) && IsDate(b)) {
    constexpr size_t kDay = 10;
    return a.value->iso.size() >= kDay && CompareValues(*a.value, *b.value) == AnswerLevel::kEqual;
  }
  const PhraseTable& phrases = *context.phrases;
  return a.role != 0 && b.role != 0 && PlaceRole(phrases.text(a.role)) && PlaceRole(phrases.text(b.role)) &&
         phrases.phrase(a.oblique).kind == PhraseKind::kName && phrases.phrase(b.oblique).kind == PhraseKind::kName &&
         Among(phrases.Compare(a.oblique, b.oblique), {PhraseLevel::kSame, PhraseLevel::kVariant});
}

// In which respects two claims whose acts are not told alike may be one.
struct Relation {
  bool numbered = false;      // they tell of one telling number
  bool excluding = false;     // of two numbers that exclude each other, of one thing counted
  bool circumstance = false;  // of one place or day
  bool acts = false;          // their acts are near: one may be told by the other's word
  bool counted = false;       // the number and what it counts are enough
};

bool ActsAreNear(const PhraseTable& phrases, const Proposition& a, const Proposition& b, bool event) {
  if (a.axis == b.axis && a.family != b.family) return false;  // rose, fell
  if (a.family == b.family) return true;
  const bool kin = PredicateTable::Default().Kin(phrases.text(a.family), phrases.text(b.family));
  if (event) return kin;
  return kin || RelatedActs(phrases, a, b) || NamesAct(phrases, a, b) || NamesAct(phrases, b, a);
}

// Whether the number and what it counts tell by themselves that two claims are of the same: "1,734 volunteers", "1,734
// patients"; with fewer digits the clauses must have more in common, or the acts be near.
bool NumberTells(const ComparisonContext& context, const Proposition& a, const Proposition& b, bool acts) {
  constexpr int64_t kThreeDigits = 100, kFourDigits = 1000;
  constexpr double kMany = 1000;
  const int64_t digits = Digits(*a.value);
  const PhraseTable& phrases = *context.phrases;
  const bool alike = CountAlike(phrases, CountedIn(phrases, a), CountedIn(phrases, b));
  if (a.number == 0) return acts && alike;
  const bool little = a.generic || b.generic;
  if (digits >= kFourDigits || (alike && !little && a.value->amount.ToDouble() >= kMany)) return true;
  const bool unit = a.value->kind == ValueKind::kMoney || a.value->kind == ValueKind::kPercent;
  if (acts && a.family == b.family) return true;
  if (!alike && !unit) return false;
  const int shared = SharedContent(context, a, b);
  return acts || digits >= kThreeDigits || shared >= kVeryTelling ||
         (alike && little && a.slot == b.slot && shared >= kShared);
}

Relation RelationOf(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Relation relation;
  const PhraseTable& phrases = *context.phrases;
  const bool values = a.amount != 0 && b.amount != 0 && a.value->kind == b.value->kind;
  const AnswerLevel answer = values ? CompareValues(*a.value, *b.value) : AnswerLevel::kIncomparable;
  relation.numbered = values && a.amount == b.amount && answer == AnswerLevel::kEqual;
  relation.excluding = answer == AnswerLevel::kExcluding && a.slot != ValueSlot::kOblique &&
                       b.slot != ValueSlot::kOblique && a.modality == Modality::kAsserted &&
                       a.polarity == Polarity::kAffirmed &&
                       CountAlike(phrases, CountedIn(phrases, a), CountedIn(phrases, b)) &&
                       SharedContent(context, a, b) >= (a.number != 0 && b.number != 0 ? kShared : kTelling);
  relation.circumstance = !values && SameCircumstance(context, a, b);
  const bool plain = a.role == 0 && b.role == 0 && a.value == nullptr && b.value == nullptr && !a.echo && !b.echo;
  if (!relation.numbered && !relation.circumstance && !relation.excluding && !plain) return relation;
  const bool little = a.generic || b.generic;
  if (!relation.numbered && !relation.excluding && (little || a.speech || b.speech || a.echo || b.echo)) return {};
  // Would lose their jobs, will eliminate 9,000 jobs.
  const auto future = [](Modality m) { return m == Modality::kPlanned || m == Modality::kConditional; };
  if (a.modality != b.modality && !(relation.numbered && future(a.modality) && future(b.modality))) return {};
  relation.acts = ActsAreNear(phrases, a, b, relation.circumstance || relation.excluding);
  relation.counted = relation.numbered && NumberTells(context, a, b, relation.acts);
  const bool telling = a.number != 0;
  if (relation.excluding) return relation.acts && !a.echo && !b.echo ? relation : Relation();
  const bool enough = relation.counted || (relation.acts && (telling || !relation.numbered)) ||
                      (relation.numbered && telling && little);
  return enough ? relation : Relation();
}

// Whether the participants of two related claims are the same, which of them is which counting for less: parses of one
// sentence differ, too. Sets the levels at which they compare.
bool ParticipantsFit(const ComparisonContext& context, const Proposition& a, const Proposition& b,
                     const Relation& relation, Levels* levels) {
  using P = PhraseLevel;
  constexpr int kNumberTenths = 5, kActTenths = 7;
  const PhraseTable& phrases = *context.phrases;
  const auto fits = [](P level) { return Among(level, {P::kSame, P::kVariant, P::kDetail, P::kMetonym}); };
  const auto head = [&](PhraseId id) { return phrases.Usual(phrases.phrase(id).head); };
  const auto met = [&](PhraseId x, PhraseId y) { return head(x) != 0 && head(x) == head(y); };
  levels->agent = phrases.Compare(a.agent, b.agent);
  levels->patient = phrases.Compare(a.patient, b.patient);
  levels->oblique = P::kBothMissing;
  // Whom a document means by "the company" is not so sure as that both tell of 2,100 workers.
  const bool unsure = phrases.phrase(a.agent).called != 0 || phrases.phrase(b.agent).called != 0;
  if (relation.numbered && levels->agent == P::kOtherName && unsure) levels->agent = P::kRole;
  const bool alike = relation.numbered       ? fits(levels->agent) || fits(levels->patient)
                     : relation.circumstance ? a.family == b.family
                                             : met(a.agent, b.agent) && met(a.patient, b.patient);
  if (alike && !Foreign(levels->agent) && !Foreign(levels->patient)) return true;
  if (levels->agent == P::kOtherName) return false;
  // One event: its clauses have more in common than the place and the day.
  const bool event = relation.circumstance && SharedContent(context, a, b) >= kTelling;
  // Acts alone are the same where what they are done to is: who does them says too little.
  const auto covered = [&](PhraseId id, const Proposition& other) {
    const Cover cover = CoverOf(context, id, other.content);
    return cover.all > 0 && Covers(cover, kActTenths);
  };
  const bool alone = !relation.numbered && !relation.circumstance;
  if (alone && (!covered(a.patient, b) || !covered(b.patient, a))) return false;
  if (event || Recognised(context, a, b, relation.numbered ? kNumberTenths : kActTenths)) {
    levels->agent = levels->patient = P::kVariant;
    return true;
  }
  if (relation.excluding) return levels->patient == P::kSame;
  if (!relation.numbered) return false;
  // What is who in one may be what in the other.
  const P crossed = phrases.Compare(a.agent, b.patient), turned = phrases.Compare(a.patient, b.agent);
  if (!fits(crossed) && !fits(turned) && !relation.counted) return false;
  levels->patient = fits(crossed) ? crossed : fits(turned) ? turned : P::kVariant;
  levels->agent = P::kMissing;
  return true;
}

// Claims of one story whose verbs differ are one all the same when they tell of one telling number, of one place or day
// of what happened, or of the same participants.
Levels CompareRelated(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Levels levels, none;
  if (a.report || b.report || a.polarity != b.polarity) return none;
  const Relation relation = RelationOf(context, a, b);
  if (!relation.acts && !relation.counted && !relation.numbered) return none;
  if (!ParticipantsFit(context, a, b, relation, &levels)) return none;
  levels.story = context.stories->Compare(a.document, b.document);
  if (levels.story != StoryLevel::kSame && levels.story != StoryLevel::kDocument) return none;
  levels.act = ActLevel::kRelated;
  levels.affirmed = levels.asserted = true;
  const bool asked = relation.numbered || relation.excluding;
  levels.asked = asked ? AnswerKind::kQuantity : AnswerKind::kNone;
  levels.answer = relation.numbered    ? AnswerLevel::kEqual
                  : relation.excluding ? AnswerLevel::kExcluding
                                       : AnswerLevel::kIncomparable;
  int64_t apart = 0;
  levels.time = CompareTimes(context, a, b, true, &apart);
  levels.later = apart >= kHours;
  levels.stale = apart >= kStale;
  levels.changing = a.changing && b.changing;
  levels.firm = a.firm && b.firm;
  levels.rarity = RarityOf(SharedRarity(context, a.agent, b.agent) + SharedRarity(context, a.patient, b.patient) +
                           (relation.circumstance ? SharedContent(context, a, b) : 0) +
                           (relation.numbered ? context.stories->Rarity(a.number) : 0));
  return levels;
}

}  // namespace

Levels Compare(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Levels levels;
  // Rose to, fell by.
  if (a.axis == b.axis && a.family != b.family && a.role != b.role && a.number == 0) return levels;
  if (a.axis != b.axis || a.role != b.role) return CompareRelated(context, a, b);
  levels.act = a.family != b.family ? ActLevel::kOpposite
               : a.verb == b.verb   ? ActLevel::kSameVerb
                                    : ActLevel::kSameFamily;
  if (levels.act == ActLevel::kOpposite &&
      !PredicateTable::Default().Antonyms(context.phrases->text(a.family), context.phrases->text(b.family))) {
    levels.act = ActLevel::kDifferent;
    return levels;
  }
  const PhraseTable& phrases = *context.phrases;
  levels.agent = phrases.Compare(a.agent, b.agent);
  levels.patient =
      a.report || b.report ? CompareSpeech(phrases, a.patient, b.patient) : phrases.Compare(a.patient, b.patient);
  if (levels.patient == PhraseLevel::kSameHead && (ToldBeside(phrases, a, b) || ToldBeside(phrases, b, a))) {
    levels.patient = PhraseLevel::kDetail;
  }
  levels.whole = phrases.CountWhole(a.patient, b.patient);
  if (levels.whole) levels.patient = PhraseLevel::kSame;
  levels.oblique = IsDate(a) && IsDate(b) ? PhraseLevel::kBothMissing : phrases.Compare(a.oblique, b.oblique);
  // "Second-quarter profit fell 38%", "Orbis's profit fell 38%".
  const bool numbered = a.number != 0 && a.number == b.number && a.family == b.family;
  if (levels.patient == PhraseLevel::kSameHead && (numbered || OneEvent(context, a, b))) {
    levels.patient = PhraseLevel::kDetail;
  }
  CallByName(context, a, b, &levels);
  if (levels.agent == PhraseLevel::kOtherName && a.number != 0 && a.number == b.number &&
      (phrases.phrase(a.agent).called != 0 || phrases.phrase(b.agent).called != 0)) {
    levels.agent = PhraseLevel::kRole;
  }
  Recognise(context, a, b, &levels);
  levels.polarity = a.polarity == b.polarity ? PolarityLevel::kSame : PolarityLevel::kOpposite;
  levels.modality = CompareModalities(a.modality, b.modality);
  levels.fact = (a.modality == Modality::kAsserted || a.modality == Modality::kPlanned) && a.modality == b.modality;
  levels.asserted =
      levels.modality == ModalityLevel::kDenied ||
      (a.modality == Modality::kAsserted && b.modality == Modality::kAsserted) ||
      (a.modality == b.modality && (a.modality == Modality::kPlanned || a.modality == Modality::kNecessary));
  levels.affirmed = a.polarity == Polarity::kAffirmed && b.polarity == Polarity::kAffirmed;
  levels.firm = a.firm && b.firm;
  const auto told_alike = [&](const Proposition& p, const Proposition& q) {
    return p.told != 0 && q.told != 0 && p.told_role == q.told_role &&
           Among(phrases.Compare(p.told, q.told), {PhraseLevel::kSame, PhraseLevel::kVariant, PhraseLevel::kDetail});
  };
  const auto scoped = [&](const Proposition& negated, const Proposition& other) {
    return negated.polarity == Polarity::kNegated &&
           ((negated.narrowed && !told_alike(negated, other) && !SaysAll(context, negated, other)) ||
            (negated.value != nullptr && other.value == nullptr));
  };
  levels.scoped = scoped(a, b) || scoped(b, a);
  // "Did not ask him to wait", "did not ask him to go": two things not done.
  const bool both = a.polarity == Polarity::kNegated && b.polarity == Polarity::kNegated;
  const bool bids = PredicateTable::Default().Bids(phrases.text(a.verb));
  levels.different = both && bids && a.role == 0 && (a.narrowed || b.narrowed) && !told_alike(a, b) &&
                     !(SaysAll(context, a, b) && SaysAll(context, b, a));
  // "It is unclear": who, where, why is said elsewhere in the sentence.
  const auto bare = [&](const Proposition& p) {
    const NounPhrase& who = phrases.phrase(p.agent);
    const absl::string_view word = phrases.text(who.head);
    return phrases.text(p.family) == "be" && who.kind == PhraseKind::kVague && IsAmong(kPointers, word);
  };
  const bool whole_sentence = SaysAll(context, a, b) && SaysAll(context, b, a);
  levels.different = levels.different || ((bare(a) || bare(b)) && !whole_sentence);
  const PredicateTable& table = PredicateTable::Default();
  levels.state = a.state || b.state;
  levels.reversible = levels.act == ActLevel::kOpposite && table.Reversible(context.phrases->text(a.axis));
  const NounPhrase &what_a = phrases.phrase(a.patient), &what_b = phrases.phrase(b.patient);
  const auto unsaid = [](const Proposition& p, const NounPhrase& what) {
    return p.speech && what.kind == PhraseKind::kNone && p.value == nullptr;
  };
  levels.limited = a.limited || b.limited;
  levels.telling = a.number != 0 && b.number != 0;
  levels.told = a.report || b.report;
  // "Is a tax" is said of the same thing; "turned down an invitation" of one of many.
  const bool being = phrases.text(a.family) == "be" && a.agent != 0;
  // Who has not a gun has none at all.
  const bool none = levels.polarity == PolarityLevel::kOpposite && levels.act != ActLevel::kOpposite &&
                    Among(levels.agent, {PhraseLevel::kSame, PhraseLevel::kVariant});
  const bool two_kinds = what_a.word_count < 2 || levels.patient == PhraseLevel::kDetail;
  levels.loose = (!being && !none && what_a.indefinite && what_b.indefinite && two_kinds) || unsaid(a, what_a) ||
                 unsaid(b, what_b) ||
                 (a.agent == 0 && (what_a.kind == PhraseKind::kNone || what_a.kind == PhraseKind::kVague));
  levels.amounts =
      a.extent != nullptr && b.extent != nullptr && CompareValues(*a.extent, *b.extent) == AnswerLevel::kExcluding;
  levels.sparse = a.sparse || b.sparse;
  levels.changing = a.changing && b.changing;
  levels.single = (a.single && b.single) || (a.functional && b.functional);
  CompareAnswers(context, a, b, &levels);
  int64_t apart = 0;
  levels.time = CompareTimes(context, a, b, levels.asked != AnswerKind::kDate, &apart);
  levels.later = apart >= kHours;
  levels.stale = apart >= kStale;
  levels.measured = a.slot == ValueSlot::kOblique && b.slot == ValueSlot::kOblique && !IsDate(a) && !IsDate(b);
  levels.counted = phrases.phrase(a.agent).counted || phrases.phrase(b.agent).counted;
  levels.plain = phrases.text(a.family) == "be" && what_a.kind == PhraseKind::kName;
  levels.elliptic = a.elliptic && b.elliptic;
  if (a.echo && b.echo && a.told_role != 0 && b.told_role != 0 && !levels.single) {
    const absl::string_view role_a = phrases.text(a.told_role), role_b = phrases.text(b.told_role);
    const bool same_kind = a.told_role == b.told_role || (PlaceRole(role_a) && PlaceRole(role_b));
    const PhraseLevel told = phrases.Compare(a.told, b.told);
    // Of what is named by more than a word there is one: the Lauter dam burst, wherever and whenever.
    const bool known =
        levels.patient == PhraseLevel::kSame && what_a.word_count >= 2 && told != PhraseLevel::kOtherName;
    levels.apart = same_kind && !known && (Foreign(told) || told == PhraseLevel::kSameHead);
  }
  const int shared = SharedRarity(context, a.agent, b.agent) + SharedRarity(context, a.patient, b.patient) +
                     (levels.asked == AnswerKind::kDate ? 0 : SharedRarity(context, a.oblique, b.oblique));
  levels.rarity = levels.whole ? std::max(RarityOf(shared), RarityLevel::kCommon) : RarityOf(shared);
  // Where nothing can come of the pair, the documents are not compared whole.
  const bool foreign = levels.apart || Foreign(levels.patient) || Foreign(levels.oblique) || Foreign(levels.agent);
  const bool exclusive =
      levels.answer == AnswerLevel::kExcluding &&
      (levels.asked == AnswerKind::kWho || levels.asked == AnswerKind::kPlace || levels.asked == AnswerKind::kWhat);
  const bool hopeless = foreign && !exclusive;
  if (hopeless && a.number != 0 && a.number == b.number) return CompareRelated(context, a, b);
  levels.story = hopeless && !context.stories->AreNeighbours(a.document, b.document)
                     ? StoryLevel::kNone
                     : context.stories->Compare(a.document, b.document);
  return levels;
}

Pattern PatternOf(const Levels& levels) {
  const bool values = levels.asked == AnswerKind::kQuantity || levels.asked == AnswerKind::kDate;
  const AnswerLevel answer = values ? levels.answer : AnswerLevel::kIncomparable;
  const int numbers[kFeatures] = {static_cast<int>(levels.act),     static_cast<int>(levels.agent),
                                  static_cast<int>(levels.patient), static_cast<int>(levels.oblique),
                                  static_cast<int>(levels.story),   static_cast<int>(levels.rarity),
                                  static_cast<int>(levels.time),    static_cast<int>(answer)};
  Pattern pattern = 0;
  for (int f = 0; f < kFeatures; ++f) pattern |= static_cast<Pattern>(numbers[f]) << (4 * f);
  return pattern;
}

bool Comparable(const Levels& levels) {
  using P = PhraseLevel;
  if (levels.act == ActLevel::kDifferent || levels.apart) return false;
  const bool known = levels.story == StoryLevel::kDocument || levels.story == StoryLevel::kSame;
  if (levels.sparse && !known && levels.story != StoryLevel::kNear) return false;
  if (levels.answer == AnswerLevel::kExcluding &&
      (levels.asked == AnswerKind::kWho || levels.asked == AnswerKind::kPlace || levels.asked == AnswerKind::kWhat)) {
    return true;
  }
  if (Foreign(levels.patient) || Foreign(levels.oblique)) return false;
  // "The port project" and "the expansion" that create the same 700 jobs.
  const bool counted = levels.asked == AnswerKind::kQuantity && levels.answer == AnswerLevel::kEqual && known;
  return !Foreign(levels.agent) || (levels.agent == P::kOther && counted);
}

Outcome Judge(const Levels& levels, const MatchModel& model) {
  using P = PhraseLevel;
  if (!Comparable(levels)) return {};
  const Pattern pattern = PatternOf(levels);
  const bool excluding = levels.answer == AnswerLevel::kExcluding;
  Outcome outcome;
  // What says little by itself must fit the better where the stories are only near.
  const int32_t doubt = levels.sparse && levels.story == StoryLevel::kNear ? kDoubt : 0;
  outcome.weight = static_cast<int16_t>(model.Weight(pattern) - doubt);
  if (levels.amounts) {
    outcome.apart = true;  // the acts themselves are set against each other
    return outcome;
  }
  const auto conflict = [&](ConflictKind kind, int32_t weight) {
    outcome.weight = static_cast<int16_t>(weight);
    outcome.apart = true;
    const bool act =
        kind == ConflictKind::kPolarity || kind == ConflictKind::kAntonym || kind == ConflictKind::kModality;
    if (weight < kConflicting || !levels.firm || (act && (levels.limited || levels.recognised))) return outcome;
    outcome.verdict = Verdict::kConflict;
    outcome.kind = kind;
    return outcome;
  };
  const auto verdict = [&](Verdict v) {
    outcome.verdict = v;
    return outcome;
  };
  if (excluding &&
      (levels.asked == AnswerKind::kWho || levels.asked == AnswerKind::kPlace || levels.asked == AnswerKind::kWhat)) {
    const Feature asked = levels.asked == AnswerKind::kWho                    ? Feature::kAgent
                          : levels.asked == AnswerKind::kPlace                ? Feature::kOblique
                          : Among(levels.oblique, {P::kOtherName, P::kOther}) ? Feature::kOblique
                                                                              : Feature::kPatient;
    const bool fits =
        (asked == Feature::kAgent ||
         Among(levels.agent, {P::kSame, P::kVariant, P::kBothMissing, P::kMissing, P::kDetail})) &&
        (asked == Feature::kPatient || Among(levels.patient, {P::kSame, P::kVariant, P::kBothMissing, P::kDetail})) &&
        (asked == Feature::kOblique || Among(levels.oblique, {P::kSame, P::kVariant, P::kBothMissing, P::kDetail}));
    if (!fits || !levels.fact || !levels.affirmed || levels.act == ActLevel::kOpposite ||
        levels.modality != ModalityLevel::kSame || levels.time == TimeLevel::kOtherDate) {
      return {};
    }
    return conflict(levels.asked == AnswerKind::kPlace ? ConflictKind::kPlace : ConflictKind::kValue,
                    model.Weight(pattern, asked) - doubt);
  }

  const bool counted = levels.asked == AnswerKind::kQuantity && levels.answer == AnswerLevel::kEqual;
  const bool dated = levels.asked == AnswerKind::kDate && levels.answer == AnswerLevel::kEqual && levels.single;
  const bool role_fits = (dated || counted) && levels.patient == P::kRole;
  const bool patient_fits =
      role_fits || (levels.elliptic && levels.patient == P::kMissing) || (dated && levels.patient == P::kMissing) ||
      Among(levels.patient, {P::kSame, P::kVariant, P::kDetail, P::kMetonym, P::kBothMissing}) ||
      (levels.patient == P::kRole &&
       (Among(levels.agent, {P::kSame, P::kVariant}) || Among(levels.oblique, {P::kSame, P::kVariant}))) ||
      (counted && Among(levels.patient, {P::kVague, P::kRole}));
  const bool oblique_fits = Among(levels.oblique, {P::kSame, P::kVariant, P::kDetail, P::kMetonym, P::kBothMissing});
  // "Is the chairman" says little: it must be said of the same.
  if (levels.plain && !Among(levels.agent, {P::kSame, P::kVariant, P::kDetail, P::kMetonym, P::kBothMissing}))
    return {};
  const bool agent_fits = levels.agent != P::kSameHead || Among(levels.patient, {P::kSame, P::kVariant});
  if (!patient_fits || !oblique_fits || !agent_fits) {
    return outcome.weight >= kAgreeing ? verdict(Verdict::kCompatible) : Outcome{};
  }
  if (levels.act == ActLevel::kRelated) {
    const bool apart = levels.time == TimeLevel::kOtherDate || levels.time == TimeLevel::kFar;
    if (excluding) {
      if (apart) return {};
      if ((levels.changing && levels.later) || levels.stale) return verdict(Verdict::kRevision);
      return conflict(ConflictKind::kQuantity, model.Weight(pattern, Feature::kAnswer));
    }
    return outcome.weight >= kAgreeing && !apart ? verdict(Verdict::kAgree) : Outcome{};
  }
  const bool strict =
      (Among(levels.patient, {P::kSame, P::kVariant, P::kBothMissing, P::kDetail}) ||
       (levels.elliptic && levels.patient == P::kMissing)) &&
      Among(levels.agent, {P::kSame, P::kVariant, P::kMetonym, P::kMissing, P::kBothMissing, P::kDetail}) &&
      levels.time != TimeLevel::kOtherDate && levels.time != TimeLevel::kFar;
  const bool values_part = levels.asked != AnswerKind::kNone && levels.answer != AnswerLevel::kEqual;
  outcome.apart =
      values_part || levels.polarity == PolarityLevel::kOpposite || levels.modality == ModalityLevel::kDenied;
  if (outcome.weight < kAgreeing) return outcome;
  if (levels.act == ActLevel::kOpposite) {
    outcome.apart = true;
    // "Rose 0.6 percent", "fell 0.4 percent".
    const bool moved = levels.asked == AnswerKind::kQuantity && levels.measured && levels.story == StoryLevel::kSame;
    if (!strict || !levels.asserted || !levels.affirmed || levels.modality != ModalityLevel::kSame ||
        (values_part && !moved) ||
        (levels.loose &&
         (levels.story != StoryLevel::kSame || outcome.weight < kCertain || levels.patient == P::kDetail))) {
      return outcome;
    }
    if (levels.later && levels.reversible) return verdict(Verdict::kRevision);
    if (levels.reversible && !levels.state) return verdict(Verdict::kCompatible);  // a door opened, then shut
    return conflict(ConflictKind::kAntonym, outcome.weight);
  }
  if (levels.modality == ModalityLevel::kDifferent) return verdict(Verdict::kCompatible);
  // "Denies that it took the town", "has not taken the town".
  if (levels.polarity == PolarityLevel::kOpposite && levels.modality == ModalityLevel::kDenied && strict &&
      !values_part) {
    outcome.apart = false;
    return verdict(Verdict::kAgree);
  }
  if (levels.polarity == PolarityLevel::kOpposite) {
    // "did not deny" and "denied": twice turned round.
    const bool both_count = values_part && levels.answer == AnswerLevel::kExcluding;
    if (!strict || !levels.asserted || levels.modality == ModalityLevel::kDenied || both_count || levels.scoped ||
        levels.loose) {
      return verdict(Verdict::kCompatible);
    }
    return conflict(ConflictKind::kPolarity, outcome.weight);
  }
  if (levels.modality == ModalityLevel::kDenied) {
    // Who denies does not deny a negation: "he denied it and did not resign".
    if (!levels.affirmed) return verdict(Verdict::kCompatible);
    // A denial answers an accusation: "the company" may be whom the other names.
    const bool accused = Among(levels.agent, {P::kRole, P::kVague}) && levels.patient == P::kSame && !levels.counted &&
                         levels.time != TimeLevel::kOtherDate;
    if (!(strict || accused) || (values_part && levels.answer == AnswerLevel::kExcluding))
      return verdict(Verdict::kCompatible);
    return conflict(ConflictKind::kModality, outcome.weight);
  }
  if (levels.different) return verdict(Verdict::kCompatible);
  // What says little, or changes, is weeks later said of something else: "further increases are likely".
  if (levels.time == TimeLevel::kFar && (levels.sparse || levels.changing)) return verdict(Verdict::kCompatible);
  if (levels.asked == AnswerKind::kNone || levels.answer == AnswerLevel::kEqual) return verdict(Verdict::kAgree);
  if (!excluding) return verdict(Verdict::kCompatible);
  if (levels.asked == AnswerKind::kDate && !levels.single) return {};  // it happened on both days
  if (!strict || !levels.asserted || !levels.affirmed) return verdict(Verdict::kCompatible);
  // What is said at a time that is not known may be said of another.
  const bool timeless = levels.time == TimeLevel::kUnknown && !levels.single;
  if (levels.asked == AnswerKind::kQuantity && (levels.told || timeless)) return verdict(Verdict::kCompatible);
  if (levels.changing && levels.later) return verdict(Verdict::kRevision);
  if (levels.stale && levels.asked == AnswerKind::kQuantity) return verdict(Verdict::kRevision);
  // A part may be counted, unless all else is the same.
  const bool whole = levels.story == StoryLevel::kSame && levels.rarity >= RarityLevel::kTelling &&
                     levels.asked == AnswerKind::kQuantity && levels.telling;
  if (levels.patient == P::kDetail && !whole) return verdict(Verdict::kCompatible);
  return conflict(levels.asked == AnswerKind::kDate ? ConflictKind::kDate : ConflictKind::kQuantity,
                  model.Weight(pattern, Feature::kAnswer) - doubt);
}

}  // namespace consilience
