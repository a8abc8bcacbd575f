#include "engine/reconcile/accusation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/common_ground.h"

namespace consilience {
namespace {

bool OneAndTheSame(const PhraseTable& phrases, PhraseId a, PhraseId b) {
  return Among(phrases.Compare(a, b), {PhraseLevel::kSame, PhraseLevel::kVariant, PhraseLevel::kMetonym});
}

// Whom it accuses: "of fraud" whoever is its patient; "alleged that Brel took the money" whoever that names; in "Brel
// of fraud" whoever stands before what it accuses them of.
bool Accuses(const ComparisonContext& context, const Proposition& accusation, PhraseId who) {
  const PhraseTable& phrases = *context.phrases;
  if (accusation.role != 0 && OneAndTheSame(phrases, accusation.patient, who)) return true;
  const NounPhrase& phrase = phrases.phrase(who);
  if (phrase.kind != PhraseKind::kName) return false;
  // "His first accuser alleged that he ...", "an indictment against Brel accuses him of fraud".
  const NounPhrase& accuser = phrases.phrase(accusation.agent);
  const auto accuser_words = phrases.words(accuser);
  const bool told = accusation.role != 0 ? phrases.phrase(accusation.patient).kind == PhraseKind::kVague
                                         : phrases.text(accuser.head) == "accuser";
  if (told && std::binary_search(accuser_words.begin(), accuser_words.end(), phrase.head)) return true;
  if (accusation.role != 0) return false;
  const std::string object = absl::AsciiStrToLower(context.claims->text(context.claims->row(accusation.row).object));
  const absl::string_view accused = phrases.text(accusation.verb) == "accuse"
                                        ? absl::string_view(object).substr(0, object.find(" of "))
                                        : absl::string_view(object);
  const std::vector<absl::string_view> words = absl::StrSplit(accused, absl::ByAnyChar(" ,.;'’\"“”"));
  return IsAmong(words, phrases.text(phrase.head));
}

// Whether what is denied may be what the accusation says: "the charges made by Ms Aas" are hers, and "the second
// allegation" is no answer to just any. A clause that follows the noun is not looked at.
bool MayAnswer(const ComparisonContext& context, const Proposition& accusation, const Proposition& denial) {
  const PhraseTable& phrases = *context.phrases;
  const NounPhrase& denied = phrases.phrase(denial.patient);
  if (denial.value != nullptr) {
    const ClaimTable::Row& row = context.claims->row(accusation.row);
    const std::string said =
        absl::AsciiStrToLower(absl::StrCat(context.claims->text(row.subject), " ", context.claims->text(row.object)));
    if (!absl::StrContains(said, absl::AsciiStrToLower(denial.value->text))) return false;
  }
  const auto told = [&](WordId word) {
    return phrases.HasLike(accusation.content, phrases.Usual(word)) || phrases.HasLike(accusation.agent, word) ||
           phrases.HasLike(denial.agent, word);
  };
  const auto words = phrases.words(denied);
  // What somebody claims need be no accusation: "refuted her claims".
  const bool claimed = phrases.text(accusation.verb) == "claim";
  const auto claim = [&](WordId word) { return phrases.text(word) == "claim" || phrases.text(word) == "assertion"; };
  if (claimed && std::none_of(words.begin(), words.end(), claim)) return false;
  const auto apart = [&](WordId word) { return phrases.Apart(word) && !told(word); };
  if (std::any_of(words.begin(), words.end(), apart)) return false;
  // "Any wrongdoing related to the tender" is none elsewhere.
  const auto wrong = [&](WordId word) { return PredicateTable::Default().Wrong(phrases.text(word)); };
  if (std::any_of(words.begin(), words.end(), wrong)) {
    return std::all_of(words.begin(), words.end(), [&](WordId word) { return wrong(word) || told(word); });
  }
  // "The accusation" of another report is the same when that report is about the same accuser; in one report "a former
  // colleague" may be whom the denial names.
  const auto accuser = phrases.words(phrases.phrase(accusation.agent));
  if (accusation.document == denial.document) {
    return denial.report || denied.named == 0 || told(denied.named) ||
           phrases.phrase(accusation.agent).kind == PhraseKind::kDescription;
  }
  const bool known = std::any_of(accuser.begin(), accuser.end(), [&](WordId word) {
    return phrases.Named(word) && context.stories->Tells(denial.document, phrases.Usual(word));
  });
  return known && (denial.report || denied.named == 0 || told(denied.named));
}

}  // namespace

Levels CompareAccusation(const ComparisonContext& context, const Proposition& a, const Proposition& b) {
  const PhraseTable& phrases = *context.phrases;
  const Proposition& accusation = a.stance == Stance::kAccuses ? a : b;
  const Proposition& denial = a.stance == Stance::kAccuses ? b : a;
  Levels levels;
  if (!Accuses(context, accusation, denial.agent) || !MayAnswer(context, accusation, denial) ||
      OneAndTheSame(phrases, accusation.agent, denial.agent)) {
    return levels;
  }
  levels.story = context.stories->Compare(a.document, b.document);
  if (levels.story != StoryLevel::kSame && levels.story != StoryLevel::kDocument) return levels;
  levels.act = ActLevel::kSameFamily;
  levels.agent = levels.oblique = PhraseLevel::kBothMissing;
  levels.patient = PhraseLevel::kSame;
  levels.modality = ModalityLevel::kDenied;
  levels.asserted = levels.affirmed = levels.firm = levels.answered = true;
  levels.rarity =
      RarityOf(SharedRarity(context, accusation.patient, denial.agent) + SharedRarity(context, a.content, b.content));
  CompareTimes(context, a, b, false, &levels);
  return levels;
}

}  // namespace consilience
