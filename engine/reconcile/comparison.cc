#include "engine/reconcile/comparison.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/accusation.h"
#include "engine/reconcile/common_ground.h"
#include "engine/reconcile/related_claims.h"

namespace consilience {
namespace {

// Hundredths of a nat: the odds of a match that a group and that a conflict ask for.
constexpr int32_t kAgreeing = 110;
constexpr int32_t kConflicting = 170;
constexpr int32_t kDoubt = 200;
constexpr int32_t kCertain = 500;

constexpr absl::string_view kPointers[] = {"it", "this", "that"};

ModalityLevel CompareModalities(Modality a, Modality b) {
  if (a == b) return ModalityLevel::kSame;
  const bool denied = (a == Modality::kDenied) != (b == Modality::kDenied);
  const Modality other = a == Modality::kDenied ? b : a;
  if (denied && other == Modality::kAsserted) return ModalityLevel::kDenied;
  return ModalityLevel::kDifferent;
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

// "Is the only country that lets them vote", "is not the only country to grant the vote": of one kind there is one.
bool TheOnlyOne(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  const auto only = [&](const Proposition& p) {
    return absl::StartsWith(context.claims->text(context.claims->row(p.row).object), "the only ");
  };
  const int kind = context.stories->Rarity(context.phrases->phrase(a.patient).head);
  return context.phrases->text(a.family) == "be" && a.role == 0 && only(a) && only(b) &&
         SharedRarity(context, a.patient, b.patient) - kind >= kShared;
}

// Whether the clause of one claim of a story names all that the clause of the other does, its circumstances too.
bool SaysAll(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  constexpr int kTenths = 8;
  return context.stories->AreNeighbours(a.document, b.document) &&
         Covers(CoverOf(context, a.content, b.content), kTenths);
}

bool SaySame(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  return SaysAll(context, a, b) && SaysAll(context, b, a);
}

// Two speakers whose names have no word in common; what is said without a name, or by "he", may be anybody's.
bool SaidByOthers(const ClaimTable& claims, const Proposition& a, const Proposition& b) {
  const absl::string_view x = claims.text(claims.row(a.row).speaker), y = claims.text(claims.row(b.row).speaker);
  const auto named = [](absl::string_view name) { return std::any_of(name.begin(), name.end(), absl::ascii_isupper); };
  if (!named(x) || !named(y)) return false;
  const std::vector<absl::string_view> words = absl::StrSplit(x, ' '), others = absl::StrSplit(y, ' ');
  return std::find_first_of(words.begin(), words.end(), others.begin(), others.end()) == words.end();
}

bool IsPersonal(const PhraseTable& phrases, PhraseId id) {
  constexpr absl::string_view kPersonal[] = {"he", "she", "they"};
  const NounPhrase& who = phrases.phrase(id);
  return who.kind == PhraseKind::kVague && IsAmong(kPersonal, phrases.text(who.head));
}

// "He broke out of Kadari": in a clause told like the other's he is whom that names, and "we" of one sentence are we.
bool IsTheSameOne(const ComparisonContext& context, const Proposition& a, const Proposition& b, const Levels& levels) {
  const PhraseTable& phrases = *context.phrases;
  const NounPhrase &who = phrases.phrase(a.patient), &other = phrases.phrase(b.patient);
  const bool quoted = !who.counted && a.content == b.content && who.head == other.head;
  return levels.patient == PhraseLevel::kVague && levels.agent == PhraseLevel::kBothMissing &&
         (quoted || IsPersonal(phrases, a.patient) || IsPersonal(phrases, b.patient)) &&
         Among(levels.oblique, {PhraseLevel::kSame, PhraseLevel::kVariant}) &&
         context.clauses->AreAlike(a.clause, b.clause);
}

// "He spoke to Hale", "Orlo spoke to Hale on Tuesday": whom a document means by "he" is not known. He may be
// another where neither what was done to whom tells enough nor anything else is told of both.
bool MaybeAnother(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  const PhraseTable& phrases = *context.phrases;
  const auto pronoun = [&](PhraseId id) { return IsPersonal(phrases, id); };
  const auto name = [&](PhraseId id) { return phrases.phrase(id).kind == PhraseKind::kName; };
  if (!(pronoun(a.agent) && name(b.agent)) && !(pronoun(b.agent) && name(a.agent))) return false;
  if (a.content == b.content || a.report || b.report || (a.amount != 0 && a.amount == b.amount)) return false;
  if (SharedRarity(context, a.patient, b.patient) + SharedRarity(context, a.oblique, b.oblique) >= kTelling)
    return false;
  // What their clauses name besides.
  bool more = false, shared = false;
  for (const auto& [p, q] : {std::make_pair(&a, &b), std::make_pair(&b, &a)}) {
    const auto others = phrases.words(phrases.phrase(q->content));
    for (const WordId word : phrases.words(phrases.phrase(p->content))) {
      const auto known = {a.agent, b.agent, p->patient, p->oblique};
      if (std::any_of(known.begin(), known.end(), [&](PhraseId id) { return phrases.HasLike(id, word); })) continue;
      more = true;
      shared = shared || std::binary_search(others.begin(), others.end(), word);
    }
  }
  return more && !shared;
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

// "Ruud met Brel", "Brel met Ruud".
void TurnRound(const PhraseTable& phrases, const Proposition& a, const Proposition& b, Levels* levels) {
  using P = PhraseLevel;
  const auto one = [](P level) { return Among(level, {P::kSame, P::kVariant, P::kMetonym}); };
  const P first = phrases.Compare(a.agent, b.patient), second = phrases.Compare(a.patient, b.agent);
  if (!one(first) || !one(second)) return;
  levels->agent = first;
  levels->patient = second;
}

bool Unfit(PhraseLevel level) {
  return Among(level, {PhraseLevel::kSameHead, PhraseLevel::kOther, PhraseLevel::kRole});
}

// Of clauses told alike in which the answers fit, the participants are the same, too.
void SettleToldAlike(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  using P = PhraseLevel;
  const bool valued = a.value != nullptr && b.value != nullptr && a.slot == b.slot;
  const bool counted = valued && a.slot == ValueSlot::kPatient;
  const bool one_number = valued && a.amount != 0 && a.amount == b.amount;  // "two missiles"
  // What it is that the claims say stands last; that must fit by itself.
  const bool answers =
      a.role != 0 ? !Unfit(levels->oblique) : counted || one_number || (a.patient != 0 && !Unfit(levels->patient));
  if (!answers || (Unfit(levels->agent) && Unfit(levels->patient))) return;
  const auto settle = [&](PhraseId x, PhraseId y, P level) {
    // "An arsonist", "a power line": who else it may have been is the question.
    const bool other = (level == P::kOther && !one_number) || SetApart(context, x, y, a, b);
    return Unfit(level) && !other ? P::kVariant : level;
  };
  if (!a.unique || !b.unique) levels->agent = settle(a.agent, b.agent, levels->agent);
  levels->patient = settle(a.patient, b.patient, levels->patient);
}

// Participants that do not fit each other by themselves are the same where each clause names those of the other.
void SettleRecognised(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  constexpr int kTenths = 7;
  if (a.generic || b.generic || !Recognised(context, a, b, kTenths)) return;
  const auto settle = [&](PhraseId x, PhraseId y, PhraseLevel level) {
    const bool covered = Unfit(level) && Covers(CoverOf(context, x, b.content), kTenths) &&
                         Covers(CoverOf(context, y, a.content), kTenths);
    return covered ? PhraseLevel::kVariant : level;
  };
  levels->agent = settle(a.agent, b.agent, levels->agent);
  levels->patient = settle(a.patient, b.patient, levels->patient);
  levels->oblique = settle(a.oblique, b.oblique, levels->oblique);
}

void Recognise(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  using P = PhraseLevel;
  const P agent = levels->agent, patient = levels->patient, oblique = levels->oblique;
  if (Among(P::kOtherName, {agent, patient, oblique})) return;
  if (!Unfit(agent) && !Unfit(patient) && !Unfit(oblique)) return;
  if (context.phrases->text(a.family) != "be" && context.clauses->AreAlike(a.clause, b.clause)) {
    SettleToldAlike(context, a, b, levels);
  }
  if (agent == levels->agent && patient == levels->patient) SettleRecognised(context, a, b, levels);
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

// "He raised his hands", "the father had a gun": the one whom the other claim names, when the statement names him, too.
// That is enough where the claims contradict each other: who is meant is not the question.
PhraseLevel SettleNamed(const ComparisonContext& context, const Proposition& a, PhraseId x, const Proposition& b,
                        PhraseId y, PhraseLevel level) {
  if (level != PhraseLevel::kVague && level != PhraseLevel::kRole) return level;
  const PhraseTable& phrases = *context.phrases;
  const bool name_first = phrases.phrase(x).kind == PhraseKind::kName;
  const NounPhrase &name = phrases.phrase(name_first ? x : y), &other = phrases.phrase(name_first ? y : x);
  const ClaimTable::Row& row = context.claims->row(name_first ? b.row : a.row);
  const Value* const count = context.claims->subject_value(row);
  const bool several = count != nullptr && !absl::EndsWith(count->text, "-old");
  const bool person = other.kind == PhraseKind::kVague
                          ? other.gender != Gender::kUnknown
                          : !other.indefinite && !several && other.word_count <= 2 && phrases.IsPerson(other.head);
  if (name.kind != PhraseKind::kName || !person) return level;
  const absl::string_view word = phrases.text(name.head);
  const auto names = [&](StringId id) {
    const std::string text = absl::AsciiStrToLower(context.claims->text(id));
    const std::vector<absl::string_view> words = absl::StrSplit(text, absl::ByAnyChar(" .,;-\""));
    return std::any_of(words.begin(), words.end(), [&](absl::string_view w) {
      return w == word || (absl::ConsumePrefix(&w, word) && (w == "'s" || w == "’s" || w == "'" || w == "’"));
    });
  };
  const auto statement = context.claims->rows_of_statement(row);
  const bool told = std::any_of(statement.begin(), statement.end(), [&](uint32_t i) {
    return names(context.claims->row(i).subject) || names(context.claims->row(i).object);
  });
  return told ? PhraseLevel::kVariant : level;
}

// "Thousands of nurses": many.
bool CountsLoosely(const Value& value) {
  constexpr absl::string_view kMany[] = {"dozens", "scores", "hundreds", "thousands", "millions"};
  return IsAmong(kMany, absl::AsciiStrToLower(value.text));
}

// What the two propositions may answer differently, and how their answers compare.
void CompareAnswers(const ComparisonContext& context, const Proposition& a, const Proposition& b, Levels* levels) {
  if (a.value != nullptr && b.value != nullptr && a.slot == b.slot) {
    levels->answer = CompareValues(*a.value, *b.value);
    // "Eight boys", "four more boys": one counts what comes on top.
    const auto further = [&](const Proposition& p) {
      return context.phrases->phrase(p.slot == ValueSlot::kAgent ? p.agent : p.patient).further;
    };
    // "Another 430", "430": the number tells that they are the same ones.
    const bool one_number = a.number != 0 && a.number == b.number;
    if (levels->answer == AnswerLevel::kIncomparable || ((further(a) || further(b)) && !one_number)) {
      levels->answer = AnswerLevel::kCompatible;
    }
    levels->asked = IsDate(a) ? AnswerKind::kDate : AnswerKind::kQuantity;
    if (levels->answer != AnswerLevel::kEqual || !a.unique) return;
  }
  // "52 percent of the vote", "the vote": one says how much.
  const auto counts = [](const Proposition& p) {
    return p.value != nullptr && p.slot == ValueSlot::kPatient && !CountsLoosely(*p.value);
  };
  const bool beside = a.role != 0 && context.clauses->AreAlike(a.clause, b.clause);
  if (!beside && counts(a) != counts(b)) {
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

// "Ana Ruiz admitted it", "Mark Hale admitted it": whatever a third claim says of "he", these are two facts.
bool NamedApart(const Levels& levels) {
  return levels.act != ActLevel::kDifferent && levels.act != ActLevel::kRelated &&
         (levels.agent == PhraseLevel::kOtherName || (!levels.plain && levels.patient == PhraseLevel::kOtherName));
}

}  // namespace

Levels Compare(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  Levels levels;
  // Rose to, fell by.
  if (a.axis == b.axis && a.family != b.family && a.role != b.role && a.number == 0) return levels;
  if (a.stance != b.stance && a.stance != Stance::kNone && b.stance != Stance::kNone) {
    return CompareAccusation(context, a, b);
  }
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
  if (PredicateTable::Default().Mutual(phrases.text(a.family))) TurnRound(phrases, a, b, &levels);
  if (levels.patient == PhraseLevel::kSameHead && a.polarity != b.polarity && TheOnlyOne(context, a, b)) {
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
  levels.polarity = a.polarity == b.polarity ? PolarityLevel::kSame : PolarityLevel::kOpposite;
  levels.modality = CompareModalities(a.modality, b.modality);
  // "Will cut 9,000 jobs", "9,000 would lose their jobs".
  if (numbered && Future(a.modality) && Future(b.modality)) levels.modality = ModalityLevel::kSame;
  if (levels.polarity == PolarityLevel::kOpposite || levels.modality == ModalityLevel::kDenied) {
    levels.agent = SettleNamed(context, a, a.agent, b, b.agent, levels.agent);
    levels.patient = SettleNamed(context, a, a.patient, b, b.patient, levels.patient);
  }
  if (IsTheSameOne(context, a, b, levels)) levels.patient = PhraseLevel::kRole;
  Recognise(context, a, b, &levels);
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
            // "Did not knowingly mislead": what is negated may be the manner alone.
            (negated.manner != 0 && negated.manner != other.manner) ||
            (negated.value != nullptr && other.value == nullptr));
  };
  levels.scoped = scoped(a, b) || scoped(b, a);
  // "Did not ask him to wait", "did not ask him to go": two things not done.
  const bool both = a.polarity == Polarity::kNegated && b.polarity == Polarity::kNegated;
  const bool bids = PredicateTable::Default().Bids(phrases.text(a.verb));
  levels.different =
      both && bids && a.role == 0 && (a.narrowed || b.narrowed) && !told_alike(a, b) && !SaySame(context, a, b);
  // "It is unclear": who, where, why is said elsewhere in the sentence.
  const auto bare = [&](const Proposition& p) {
    const NounPhrase& who = phrases.phrase(p.agent);
    const absl::string_view word = phrases.text(who.head);
    return phrases.text(p.family) == "be" && who.kind == PhraseKind::kVague && IsAmong(kPointers, word);
  };
  if (bare(a) || bare(b)) {
    const bool told = levels.patient == PhraseLevel::kSame && phrases.phrase(a.patient).word_count >= 2;
    levels.different = levels.different || SaidByOthers(*context.claims, a, b) || !(told || SaySame(context, a, b));
  }
  levels.different = levels.different || MaybeAnother(context, a, b);
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
  levels.amounts = CountedApart(a, b) || (a.extent != nullptr && b.extent != nullptr &&
                                          CompareValues(*a.extent, *b.extent) == AnswerLevel::kExcluding);
  levels.sparse = a.sparse || b.sparse;
  levels.changing = a.changing && b.changing;
  levels.single = (a.single && b.single) || (a.functional && b.functional);
  CompareAnswers(context, a, b, &levels);
  CompareTimes(context, a, b, levels.asked != AnswerKind::kDate, &levels);
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
  if (!Comparable(levels)) {
    Outcome none;
    none.apart = NamedApart(levels);
    return none;
  }
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
  // Who in a story denies what they are accused of there answers that accusation.
  if (levels.answered) return conflict(ConflictKind::kModality, std::max<int32_t>(outcome.weight, kConflicting));
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
  // "The quake hit at noon", "the quake struck Selma at noon": when it did fits, and what it did to whom goes along.
  const bool beside = levels.patient == P::kMissing && levels.story == StoryLevel::kSame &&
                      Among(levels.agent, {P::kSame, P::kVariant}) && Among(levels.oblique, {P::kSame, P::kVariant});
  const bool patient_fits = role_fits || beside || (levels.elliptic && levels.patient == P::kMissing) ||
                            (dated && levels.patient == P::kMissing) ||
                            Among(levels.patient, {P::kSame, P::kVariant, P::kDetail, P::kMetonym, P::kBothMissing}) ||
                            (levels.patient == P::kRole && (Among(levels.agent, {P::kSame, P::kVariant}) ||
                                                            Among(levels.oblique, {P::kSame, P::kVariant}))) ||
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
  // What was done on another day was done again; a state lasts, and a number that both tell dates itself.
  if (levels.time == TimeLevel::kOtherDate && !levels.single && !levels.state && levels.answer != AnswerLevel::kEqual) {
    outcome.apart = true;
    return verdict(Verdict::kCompatible);
  }
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
