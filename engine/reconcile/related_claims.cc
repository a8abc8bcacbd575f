#include "engine/reconcile/related_claims.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/match.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/common_ground.h"

namespace consilience {
namespace {

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

// Whether the claim says how many, rather than something of those whose number is known: "the 800,000 workers need
// answers".
bool SaysNumber(const ClaimTable& claims, const Proposition& p) {
  const ClaimTable::Row& row = claims.row(p.row);
  return p.value != claims.subject_value(row) && !absl::StartsWith(claims.text(row.object), "the ");
}

// "Sacked after the escape of 11 prisoners": the number is of another act; "11 men escaped from prison" tells where
// from.
bool BesideTheAnswer(const PhraseTable& phrases, const Proposition& p) {
  constexpr absl::string_view kOthers[] = {"after",  "before",  "since",   "until",
                                           "during", "despite", "because", "while"};
  const absl::string_view role = phrases.text(p.role);
  if (p.role != 0 && p.slot != ValueSlot::kOblique) return true;
  return p.slot == ValueSlot::kOblique && IsAmong(kOthers, role.substr(0, role.find(' ')));
}

int64_t Digits(const Value& value) {
  int64_t digits = std::llabs(value.amount.mantissa());
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits;
}

// What the clauses of two claims have in common, wherever it stands, beside words of `known`.
int SharedContent(const ComparisonContext& context, const Proposition& a, const Proposition& b,
                  std::initializer_list<PhraseId> known = {}) {
  constexpr int kLeast = 50;
  const PhraseTable& phrases = *context.phrases;
  int shared = 0;
  for (const WordId word : phrases.words(phrases.phrase(a.content))) {
    const bool new_word = std::none_of(known.begin(), known.end(), [&](PhraseId id) {
      const auto words = phrases.words(phrases.phrase(id));
      return std::any_of(words.begin(), words.end(), [&](WordId other) { return phrases.Usual(other) == word; });
    });
    if (new_word && phrases.HasLike(b.content, word)) shared += std::max(context.stories->Rarity(word), kLeast);
  }
  return shared;
}

// "At 03:10", "after 03:10"; "to Port Lindo", "on its way to Port Lindo".
bool SameWords(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  const PhraseTable& phrases = *context.phrases;
  if (a.role == 0 || b.role == 0 || phrases.phrase(a.oblique).kind == PhraseKind::kVague) return false;
  const bool alike = a.role == b.role || PlaceRole(phrases.text(a.role)) || PlaceRole(phrases.text(b.role));
  return alike && Among(phrases.Compare(a.oblique, b.oblique), {PhraseLevel::kSame, PhraseLevel::kVariant});
}

bool SameDate(const Proposition& a, const Proposition& b) {
  return IsDate(a) && IsDate(b) && a.value->iso == b.value->iso;
}

bool SameDay(const Proposition& a, const Proposition& b) {
  constexpr size_t kDay = 10;
  return IsDate(a) && IsDate(b) && a.value->iso.size() >= kDay && b.value->iso.size() >= kDay &&
         a.value->iso.substr(0, kDay) == b.value->iso.substr(0, kDay);
}

// Where it happened, the same in both: "in Dorrin", "near the town of Dorrin".
bool SamePlace(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  const PhraseTable& phrases = *context.phrases;
  const auto named = [&](PhraseId id) { return phrases.phrase(id).kind == PhraseKind::kName; };
  return a.role != 0 && b.role != 0 && PlaceRole(phrases.text(a.role)) && PlaceRole(phrases.text(b.role)) &&
         named(a.oblique) && named(b.oblique) &&
         Among(phrases.Compare(a.oblique, b.oblique), {PhraseLevel::kSame, PhraseLevel::kVariant});
}

// In which respects two claims whose acts are not told alike may be one.
struct Ties {
  bool numbered = false;      // they tell of one telling number
  bool excluding = false;     // of two numbers that exclude each other, of one thing counted
  bool circumstance = false;  // of one place or day
  bool acts = false;          // their acts are near: one may be told by the other's word
  bool counted = false;       // the number and what it counts are enough
  bool aligned = false;       // their clauses are told alike
  int likeness = 0;           // of those clauses, as ClauseAlignment has it
};

// "Killed 31 people in Dorrin", "two dozen were injured in Dorrin": the people of two acts, each with their own number.
bool CountTwoThings(const PhraseTable& phrases, const Proposition& a, const Proposition& b) {
  const PredicateTable& table = PredicateTable::Default();
  const auto counts = [](const Proposition& p) { return p.extent != nullptr ? p.extent : p.counted; };
  const Value *const x = counts(a), *const y = counts(b);
  return a.family != b.family && x != nullptr && y != nullptr && table.DoneToPeople(phrases.text(a.family)) &&
         table.DoneToPeople(phrases.text(b.family)) && CompareValues(*x, *y) != AnswerLevel::kEqual;
}

bool ActsAreNear(const PhraseTable& phrases, const Proposition& a, const Proposition& b, bool event) {
  if (a.axis == b.axis && a.family != b.family) return false;  // rose, fell
  if (a.family == b.family) return true;
  if (PredicateTable::Default().Kin(phrases.text(a.family), phrases.text(b.family))) return true;
  return !event && (RelatedActs(phrases, a, b) || NamesAct(phrases, a, b) || NamesAct(phrases, b, a));
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

// Whether two numbers that exclude each other are of one thing counted: those killed may be more than those hurt, and
// three guards are no fewer than five people; "carried 212 people", "there were 230 passengers".
bool CountOneThing(const PhraseTable& phrases, const Proposition& a, const Proposition& b) {
  const WordId what = CountedIn(phrases, a), other = CountedIn(phrases, b);
  const Lexicon& lexicon = Lexicon::Default();
  const bool whole = lexicon.Whole(phrases.text(what)) && lexicon.Whole(phrases.text(other));
  return (whole || phrases.Alike(what, other)) && (a.family == b.family || a.generic || b.generic);
}

// Of clauses told alike even a small number tells of what it counts or measures: "three days of mourning"; but "two
// witnesses", "two sources".
bool CountTells(const PhraseTable& phrases, const Proposition& a, const Proposition& b) {
  const WordId what = CountedIn(phrases, a), other = CountedIn(phrases, b);
  const bool same = what != 0 && other != 0 && phrases.Alike(what, other);
  if (a.number == 0 && a.value->kind == ValueKind::kQuantity && !same) return false;
  return a.slot == b.slot || CountAlike(phrases, what, other);
}

// Which answers they have in common, or of which one excludes the other.
Ties FindAnswers(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Ties ties;
  const PhraseTable& phrases = *context.phrases;
  const ClauseAlignment::Alike* const alike = context.clauses->Find(a.clause, b.clause);
  ties.aligned = alike != nullptr;
  if (ties.aligned) ties.likeness = alike->likeness;
  if (a.amount == 0 || b.amount == 0 || a.value->kind != b.value->kind) {
    ties.circumstance =
        SameDay(a, b) || SamePlace(context, a, b) || (ties.aligned && (SameDate(a, b) || SameWords(context, a, b)));
    return ties;
  }
  const AnswerLevel answer = CompareValues(*a.value, *b.value);
  const bool beside =
      a.role != b.role && a.family != b.family && (BesideTheAnswer(phrases, a) || BesideTheAnswer(phrases, b));
  ties.numbered = !beside && a.amount == b.amount && answer == AnswerLevel::kEqual;
  ties.excluding = answer == AnswerLevel::kExcluding && a.slot != ValueSlot::kOblique &&
                   b.slot != ValueSlot::kOblique && a.modality == Modality::kAsserted &&
                   a.polarity == Polarity::kAffirmed &&
                   CountAlike(phrases, CountedIn(phrases, a), CountedIn(phrases, b)) &&
                   SharedContent(context, a, b) >= (a.number != 0 && b.number != 0 ? kShared : kTelling);
  return ties;
}

Ties FindTies(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  constexpr int kLikeness = 400;  // of clauses whose acts are not near
  const PhraseTable& phrases = *context.phrases;
  Ties ties = FindAnswers(context, a, b);
  const bool plain = a.role == 0 && b.role == 0 && a.value == nullptr && b.value == nullptr && !a.echo && !b.echo;
  if (!ties.numbered && !ties.circumstance && !ties.excluding && !plain) return ties;
  const bool little = a.generic || b.generic, asked = ties.numbered || ties.excluding;
  const bool much = ties.likeness >= kLikeness;
  // What one and the same does by another verb is another act: "left the court on Friday", "came to the court on
  // Friday".
  const PhraseId doer = a.agent != 0 ? a.agent : a.patient, other = b.agent != 0 ? b.agent : b.patient;
  const bool same_doer = Among(phrases.Compare(doer, other), {PhraseLevel::kSame, PhraseLevel::kVariant});
  const bool told_alike = ties.circumstance && much && !(same_doer && SameDay(a, b)) &&
                          SharedContent(context, a, b, {a.oblique, b.oblique, a.agent, b.agent}) >= kTelling;
  const bool named = ties.aligned && (NamesAct(phrases, a, b) || NamesAct(phrases, b, a));
  if (!asked && ((little && !told_alike && !named) || a.speech || b.speech || a.echo || b.echo)) return {};
  if (ties.numbered && (a.speech || b.speech)) return {};
  if (!asked && (phrases.text(a.family) == "be" || phrases.text(b.family) == "be")) return {};
  if (CountedApart(a, b) || (!asked && CountTwoThings(phrases, a, b))) return {};
  // Would lose their jobs, will eliminate 9,000 jobs.
  if (a.modality != b.modality && !(ties.numbered && Future(a.modality) && Future(b.modality))) return {};
  const bool near = ActsAreNear(phrases, a, b, ties.circumstance);
  ties.acts = near || (a.axis != b.axis && (told_alike || (asked && ties.aligned)));
  if (ties.numbered && !ties.acts && !(SaysNumber(*context.claims, a) && SaysNumber(*context.claims, b))) return {};
  ties.counted = ties.numbered && ((ties.aligned && (near || little || much) && CountTells(phrases, a, b)) ||
                                   NumberTells(context, a, b, ties.acts));
  const bool telling = a.number != 0;
  if (ties.excluding) return ties.acts && CountOneThing(phrases, a, b) && !a.echo && !b.echo ? ties : Ties();
  const bool enough =
      ties.counted || (ties.acts && (telling || !ties.numbered)) || (ties.numbered && telling && little);
  return enough ? ties : Ties();
}

// Whether the participants of two related claims are the same, which of them is which counting for less: parses of one
// sentence differ, too. Sets the levels at which they compare.
bool ParticipantsFit(const ComparisonContext& context, const Proposition& a, const Proposition& b, const Ties& ties,
                     Levels* levels) {
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
  if (ties.numbered && levels->agent == P::kOtherName && unsure) levels->agent = P::kRole;
  const bool alike = ties.numbered       ? fits(levels->agent) || fits(levels->patient)
                     : ties.circumstance ? a.family == b.family
                                         : met(a.agent, b.agent) && met(a.patient, b.patient);
  // What one counts as it is done to, the other counts beside it: "carried 212 people", "left with 212 people".
  if (ties.counted && fits(levels->agent) && levels->patient == P::kMissing) levels->patient = P::kVariant;
  if (alike && !Foreign(levels->agent) && !Foreign(levels->patient)) return true;
  if (levels->agent == P::kOtherName || levels->patient == P::kOtherName) return false;
  // Acts at one place or on one day that are told of the same things are one event.
  if (ties.circumstance && !ties.aligned && SharedContent(context, a, b) < kTelling) return false;
  if (SetApart(context, a.agent, b.agent, a, b) || SetApart(context, a.patient, b.patient, a, b)) return false;
  // Acts alone are the same where what they are done to is: who does them says too little.
  const auto covered = [&](PhraseId id, const Proposition& other) {
    const Cover cover = CoverOf(context, id, other.content);
    return cover.all > 0 && Covers(cover, kActTenths);
  };
  const bool alone = !ties.numbered && !ties.circumstance;
  if (alone && (!covered(a.patient, b) || !covered(b.patient, a))) return false;
  if (ties.circumstance || (ties.aligned && ties.numbered) ||
      Recognised(context, a, b, ties.numbered ? kNumberTenths : kActTenths)) {
    levels->agent = levels->patient = P::kVariant;
    return true;
  }
  if (ties.excluding) return levels->patient == P::kSame;
  if (!ties.numbered) return false;
  // What is who in one may be what in the other.
  const P crossed = phrases.Compare(a.agent, b.patient), turned = phrases.Compare(a.patient, b.agent);
  if (!fits(crossed) && !fits(turned) && !ties.counted) return false;
  levels->patient = fits(crossed) ? crossed : fits(turned) ? turned : P::kVariant;
  levels->agent = P::kMissing;
  return true;
}

}  // namespace

Levels CompareRelated(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Levels levels, none;
  if (a.report || b.report || a.polarity != b.polarity) return none;
  const Ties ties = FindTies(context, a, b);
  if (!ties.acts && !ties.counted && !ties.numbered) return none;
  if (!ParticipantsFit(context, a, b, ties, &levels)) return none;
  levels.story = context.stories->Compare(a.document, b.document);
  if (levels.story != StoryLevel::kSame && levels.story != StoryLevel::kDocument) return none;
  levels.act = ActLevel::kRelated;
  levels.affirmed = levels.asserted = true;
  const bool asked = ties.numbered || ties.excluding;
  levels.asked = asked ? AnswerKind::kQuantity : AnswerKind::kNone;
  levels.answer = ties.numbered    ? AnswerLevel::kEqual
                  : ties.excluding ? AnswerLevel::kExcluding
                                   : AnswerLevel::kIncomparable;
  CompareTimes(context, a, b, true, &levels);
  levels.changing = a.changing && b.changing;
  levels.firm = a.firm && b.firm;
  levels.rarity = RarityOf(SharedRarity(context, a.agent, b.agent) + SharedRarity(context, a.patient, b.patient) +
                           (ties.circumstance ? SharedContent(context, a, b) : 0) +
                           (ties.numbered ? context.stories->Rarity(a.number) : 0));
  return levels;
}

}  // namespace consilience
