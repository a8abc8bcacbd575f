#include "engine/reconcile/event_mention.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "engine/base/word_list.h"
#include "engine/claim/predicate_noun.h"
#include "engine/reconcile/kind_table.h"
#include "engine/reconcile/lexicon.h"
#include "engine/reconcile/predicate_table.h"

namespace consilience {
namespace {

constexpr Field kEventFields[] = {Field::kAct, Field::kEvent, Field::kPhenomenon, Field::kProcess};
// A noun that means one of these first is no event, whatever else it may mean: "ferry", "pilot".
constexpr Field kThingFields[] = {Field::kAnimal, Field::kArtifact, Field::kBody,  Field::kFood,      Field::kLocation,
                                  Field::kObject, Field::kPerson,   Field::kPlant, Field::kSubstance, Field::kTop};
// Of these a noun is an event that names what a verb does: "announcement", "payment"; not "liberty".
constexpr Field kDoneFields[] = {Field::kCommunication, Field::kPossession};
// What befell somebody, told as how they are.
constexpr absl::string_view kOutcomes[] = {"alive",    "dead",   "free",    "guilty", "ill",  "injured",
                                           "innocent", "liable", "missing", "safe",   "sick", "wounded"};

template <size_t kSize>
bool IsOneOf(const Field (&fields)[kSize], Field field) {
  return std::find(std::begin(fields), std::end(fields), field) != std::end(fields);
}

// "sinking": "sink", "raiding": "raid", "closing": "close", "planning": "plan"; empty for other words.
std::string VerbOfGerund(absl::string_view noun) {
  if (noun.size() < 6 || !absl::EndsWith(noun, "ing")) return "";
  const std::string stem(noun.substr(0, noun.size() - 3));
  for (const std::string& verb : {stem, stem + "e", stem.substr(0, stem.size() - 1)}) {
    if (KindTable::Default().FieldOf(WordClass::kVerb, verb) != Field::kNone) return verb;
  }
  return "";
}

// Empty for a noun that mentions no event.
std::string ActOfNoun(absl::string_view noun) {
  const KindTable& kinds = KindTable::Default();
  const Field first = kinds.FieldOf(WordClass::kNoun, noun), second = kinds.SecondFieldOf(WordClass::kNoun, noun);
  if (const Nominalisation* const act = FindNominalisation(noun); act != nullptr) return std::string(act->verb);
  if (first == Field::kGroup) return VerbOfGerund(noun);  // "a meeting"
  if (IsOneOf(kThingFields, first) || Lexicon::Default().Vague(noun)) return "";
  const bool event = IsOneOf(kEventFields, first) || IsOneOf(kEventFields, second);
  if (!event && !IsOneOf(kDoneFields, first) && !IsOneOf(kDoneFields, second)) return "";
  if (const absl::string_view act = Lexicon::Default().ActOf(noun); !act.empty()) return std::string(act);
  if (std::string act = VerbOfGerund(noun); !act.empty()) return act;
  return event ? std::string(noun) : "";
}

// Of a word within a part of a claim.
std::string ActOf(const Word& word) {
  if (word.name != NameKind::kNone) return "";
  const std::string lemma = absl::AsciiStrToLower(word.lemma);
  // "the earthquake victims", not "an investment bank".
  if (word.relation == Relation::kCompound && FindNominalisation(lemma) == nullptr &&
      KindTable::Default().FieldOf(WordClass::kNoun, lemma) != Field::kEvent) {
    return "";
  }
  switch (word.upos) {
    case Upos::kVerb:
      return lemma;
    case Upos::kNoun:
    case Upos::kPropn:  // "the Thursday Shooting" of a headline
      return ActOfNoun(lemma);
    case Upos::kAdj:
      return IsAmong(kOutcomes, lemma) ? lemma : "";
    default:
      return "";
  }
}

// Names are compared whole, descriptions by their head.
std::string ActorOf(const Claim& claim, const Analysis& analysis) {
  const Phrase& subject = claim.subject;
  if (!subject.entity.empty()) return subject.entity;
  if (subject.head_word < 0) return "";
  const Word& head = analysis.word(subject.head_word);
  return head.upos == Upos::kPron ? "" : absl::AsciiStrToLower(head.lemma);
}

bool IsParticipant(Relation relation) {
  constexpr Relation kRelations[] = {Relation::kNsubj, Relation::kObj, Relation::kObl, Relation::kNmod,
                                     Relation::kCompound};
  return std::find(std::begin(kRelations), std::end(kRelations), relation) != std::end(kRelations);
}

class StatementMentions {
 public:
  explicit StatementMentions(const Analysis& analysis) : analysis_(analysis) {}

  void AddClaim(const Claim& claim) {
    if (claim.predicate.word >= 0) AddPredicate(claim);
    AddWithin(claim.subject.span);
    AddWithin(claim.object.span);
    for (const Argument& argument : claim.arguments) AddWithin(argument.span);
  }

  void Finish(std::vector<EventMention>* mentions) {
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.word < b.word; });
    for (Found& found : found_) {
      std::vector<std::string>& participants = found.mention.participants;
      std::sort(participants.begin(), participants.end());
      participants.erase(std::unique(participants.begin(), participants.end()), participants.end());
      mentions->push_back(std::move(found.mention));
    }
  }

 private:
  struct Found {
    int32_t word;
    EventMention mention;
  };

  void AddWithin(ByteSpan span) {
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const ByteSpan word = analysis_.word(i).span;
      if (word.begin >= span.begin && word.end <= span.end) Add(i);
    }
  }

  void AddPredicate(const Claim& claim) {
    EventMention* const mention = Add(claim.predicate.word);
    if (mention == nullptr) return;
    if (mention->actor.empty()) mention->actor = ActorOf(claim, analysis_);
    AddParticipant(claim.subject.head_word, claim.subject.entity, mention);
    AddParticipant(claim.object.head_word, claim.object.entity, mention);
    for (const Argument& argument : claim.arguments) AddParticipant(argument.head_word, argument.entity, mention);
  }

  // Null for a word that mentions no event; valid until the next call.
  EventMention* Add(int32_t i) {
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const Found& found) { return found.word == i; });
    if (known != found_.end()) return &known->mention;
    const Word& word = analysis_.word(i);
    EventMention mention;
    mention.act = ActOf(word);
    if (mention.act.empty()) return nullptr;
    mention.span = word.span;
    const PredicateTable& predicates = PredicateTable::Default();
    mention.telling = !predicates.Generic(mention.act) && !predicates.Reports(mention.act);
    for (const int32_t child : analysis_.children(i)) {
      if (IsParticipant(Universal(analysis_.word(child).relation))) AddParticipant(child, "", &mention);
    }
    // "the bridge destroyed by the flood"
    if (Universal(word.relation) == Relation::kAcl) AddParticipant(word.head, "", &mention);
    found_.push_back({i, std::move(mention)});
    return &found_.back().mention;
  }

  // The word itself, the names below it, and what its document calls it.
  void AddParticipant(int32_t i, absl::string_view entity, EventMention* mention) const {
    const auto is_noun = [&](int32_t word) {
      return analysis_.word(word).upos == Upos::kNoun || analysis_.word(word).upos == Upos::kPropn;
    };
    for (const absl::string_view name : absl::StrSplit(entity, absl::ByAnyChar(" ;"), absl::SkipEmpty())) {
      mention->participants.push_back(absl::AsciiStrToLower(name));
    }
    if (i < 0 || !is_noun(i)) return;
    mention->participants.push_back(absl::AsciiStrToLower(analysis_.word(i).lemma));
    for (const int32_t child : analysis_.children(i)) {
      if (analysis_.word(child).upos == Upos::kPropn) {
        mention->participants.push_back(absl::AsciiStrToLower(analysis_.word(child).lemma));
      }
    }
  }

  const Analysis& analysis_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<EventMention> FindEventMentions(absl::Span<const Analysis> analyses,
                                            absl::Span<const std::vector<Claim>> claims) {
  std::vector<EventMention> mentions;
  for (size_t i = 0; i < analyses.size(); ++i) {
    StatementMentions statement(analyses[i]);
    for (const Claim& claim : claims[i]) statement.AddClaim(claim);
    statement.Finish(&mentions);
  }
  return mentions;
}

}  // namespace consilience
