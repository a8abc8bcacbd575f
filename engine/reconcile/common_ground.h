// What two propositions have in common, as far as comparison asks for it in more than one place.
#pragma once

#include <initializer_list>

#include "absl/strings/string_view.h"
#include "engine/reconcile/comparison.h"

namespace consilience {

// Summed rarity of shared words, hundredths of a nat.
inline constexpr int kShared = 200, kTelling = 600, kVeryTelling = 1300;

bool Among(PhraseLevel level, std::initializer_list<PhraseLevel> levels);
// Of other things.
bool Foreign(PhraseLevel level);
// Whether its answer is the date of its circumstance.
bool IsDate(const Proposition& p);
// Still to come: "will cut", "would cut".
bool Future(Modality modality);
// Whether the preposition introduces a place, whatever else it may introduce.
bool PlaceRole(absl::string_view role);

// The words of both phrases, by how few documents have them.
int SharedRarity(const ComparisonContext& context, PhraseId a, PhraseId b);
RarityLevel RarityOf(int shared);

// Sets the time level and what follows from how long apart they were reported. `dates`: the dates that they speak of
// tell, too.
void CompareTimes(const ComparisonContext& context, const Proposition& a, const Proposition& b, bool dates,
                  Levels* levels);

// How much of what a claim names the clause of another names too, in whatever place: hundredths of a nat.
struct Cover {
  int all = 0, shared = 0;
  bool strange = false;  // a name, or a word that makes another thing of it, that the other clause does not have
};
Cover CoverOf(const ComparisonContext& context, PhraseId id, PhraseId content);
bool Covers(const Cover& cover, int tenths);

// Their subjects count, and not the same: "three coaches tumbled down the slope", "four coaches slid down it".
bool CountedApart(const Proposition& a, const Proposition& b);

// Each of two phrases has a name, or a word that makes another thing of it, that the other's clause does not have:
// "Norland's central bank", "the central bank of Kestria".
bool SetApart(const ComparisonContext& context, PhraseId x, PhraseId y, const Proposition& a, const Proposition& b);

// Two claims of one story of which each clause names what the other claim names speak of the same things, whatever is
// subject here and part of the object there.
bool Recognised(const ComparisonContext& context, const Proposition& a, const Proposition& b, int tenths);

}  // namespace consilience
