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

// "A former colleague" of "was accused by a former colleague of fraud"; claims of a document stand together.
absl::string_view DoerOf(const ClaimTable& claims, uint32_t index) {
  const ClaimTable::Row& row = claims.row(index);
  const auto rows = claims.rows();
  const auto of_document = [&](uint32_t i) { return rows[i].document == row.document; };
  uint32_t i = index;
  while (i > 0 && of_document(i - 1)) --i;
  for (; i < rows.size() && of_document(i); ++i) {
    const bool doer = rows[i].statement == row.statement && rows[i].clause == row.clause && rows[i].passive &&
                      absl::EndsWith(claims.text(rows[i].predicate), " by");
    if (doer) return claims.text(rows[i].object);
  }
  return "";
}

}  // namespace

Party PartyOf(const ClaimTable& claims, const Proposition& p) {
  const ClaimTable::Row& row = claims.row(p.row);
  Party party;
  const bool denied = row.modality == Modality::kDenied;
  party.denies = denied || p.stance == Stance::kDenies;
  // "Has denied knowing": its subject denies.
  const bool own = denied && row.speaker == 0 && absl::StrContains(claims.text(row.predicate_text), "den");
  absl::string_view name = claims.text(row.speaker);
  if (own || p.stance != Stance::kNone) {
    // Whom a pronoun means may be known.
    name = claims.text(NamesNobody(claims.text(row.subject)) ? row.subject_key : row.subject);
    if (row.passive && p.stance == Stance::kAccuses) name = DoerOf(claims, p.row);
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
