#include "engine/reconcile/dispute.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/draft.h"
#include "engine/reconcile/noun_phrase.h"

namespace consilience {
namespace {

// "Some witnesses" here need not be those there.
bool Indefinite(absl::string_view words) {
  constexpr absl::string_view kIndefinite[] = {"a",    "an",      "some", "several", "many", "other",
                                               "most", "another", "one",  "two",     "few"};
  return IsAmong(kIndefinite, absl::AsciiStrToLower(words.substr(0, words.find(' '))));
}

}  // namespace

Party PartyOf(const ClaimTable& claims, const Proposition& p) {
  const ClaimTable::Row& row = claims.row(p.row);
  Party party;
  const bool denied = row.modality == Modality::kDenied;
  party.denies = denied || p.stance == Stance::kDenies;
  // "Has denied knowing": its subject denies.
  const bool own = denied && row.speaker == 0 && absl::StrContains(claims.text(row.predicate_text), "den");
  const StringId who = own || p.stance != Stance::kNone ? row.subject : row.speaker;
  if (!NamesNobody(claims.text(who)) && !(row.passive && p.stance != Stance::kNone)) {
    party.name = std::string(claims.text(who));
  }
  return party;
}

Parties CompareParties(const Party& a, const Party& b) {
  if (a.name.empty() && b.name.empty()) return Parties::kOutlets;
  if (a.name.empty() || b.name.empty()) return Parties::kOne;
  if (Indefinite(a.name) || Indefinite(b.name)) return Parties::kApart;
  PhraseTable phrases;
  const PhraseId x = phrases.Add(a.name, a.name, nullptr), y = phrases.Add(b.name, b.name, nullptr);
  switch (phrases.Compare(x, y)) {
    case PhraseLevel::kOther:
    case PhraseLevel::kOtherName:
    case PhraseLevel::kVague:
      return Parties::kApart;
    case PhraseLevel::kRole: {
      // "Hask" may be "the minister", but is not "police".
      const NounPhrase& what = phrases.phrase(phrases.phrase(x).kind == PhraseKind::kName ? y : x);
      return phrases.IsPerson(what.head) ? Parties::kSame : Parties::kApart;
    }
    default:
      return Parties::kSame;
  }
}

}  // namespace consilience
