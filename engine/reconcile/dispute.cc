#include "engine/reconcile/dispute.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
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

// "A former colleague" of "was accused by a former colleague of fraud".
absl::string_view DoerOf(const ClaimTable& claims, const ClaimTable::Row& row) {
  for (const uint32_t i : claims.rows_of_statement(row)) {
    const ClaimTable::Row& other = claims.row(i);
    const bool doer =
        other.clause == row.clause && other.passive && absl::EndsWith(claims.text(other.predicate), " by");
    if (doer) return claims.text(other.object);
  }
  return "";
}

// "Has repeatedly denied knowing": with the verb that governs the act, as it is written.
bool SaysDenial(absl::string_view predicate) {
  constexpr absl::string_view kForms[] = {"deny", "denies", "denied", "denying"};
  const std::string lower = absl::AsciiStrToLower(predicate);
  const std::vector<absl::string_view> words = absl::StrSplit(lower, ' ');
  return std::any_of(words.begin(), words.end(), [&](absl::string_view word) { return IsAmong(kForms, word); });
}

}  // namespace

Party PartyOf(const ClaimTable& claims, const Proposition& p) {
  const ClaimTable::Row& row = claims.row(p.row);
  Party party;
  const bool denied = row.modality == Modality::kDenied;
  party.denies = denied || p.stance == Stance::kDenies;
  // Where nobody else says so its subject denies.
  const bool own = denied && row.speaker == 0 && SaysDenial(claims.text(row.predicate_text));
  absl::string_view name = claims.text(row.speaker);
  if (own || p.stance != Stance::kNone) {
    // Whom a pronoun means may be known.
    name = claims.text(NamesNobody(claims.text(row.subject)) ? row.subject_key : row.subject);
    if (row.passive && p.stance == Stance::kAccuses) name = DoerOf(claims, row);
  }
  if (!NamesNobody(name)) party.name = std::string(name);
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
      // "Hask" may be "the minister", but is neither "police" nor "prosecutors".
      const bool name_first = phrases.phrase(x).kind == PhraseKind::kName;
      const bool several = absl::EndsWith(name_first ? b.name : a.name, "s");
      return phrases.IsPerson(phrases.phrase(name_first ? y : x).head) && !several ? Parties::kSame : Parties::kApart;
    }
    default:
      return Parties::kSame;
  }
}

}  // namespace consilience
