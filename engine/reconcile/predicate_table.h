// Which predicates state the same act, which exclude each other, and which have one answer only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

// How the subject and the object of a verb take part in the act of its family.
enum class Voice : uint8_t {
  kActs,       // the subject acts on the object
  kUndergoes,  // the subject is what the act is done to: "die" of "kill"
  kEither,     // acts with an object, undergoes without one: "sink"
  kConverse,   // the object acts on the subject: "lose to" of "defeat"
};

struct PredicateEntry {
  absl::string_view family;
  Voice voice = Voice::kActs;
};

// The tables of data/predicates.tsv. Immutable; any number of threads may read it.
class PredicateTable {
 public:
  static const PredicateTable& Default();

  // The family of a lemma with its particle or preposition; of several rows the one for the voice asked for.
  std::optional<PredicateEntry> Find(absl::string_view lemma, bool has_object) const;
  // Of a lemma's rows the one for what undergoes, for what may do either.
  std::optional<PredicateEntry> FindState(absl::string_view lemma) const { return FindVoice(lemma, Voice::kUndergoes); }
  std::optional<PredicateEntry> FindEither(absl::string_view lemma) const { return FindVoice(lemma, Voice::kEither); }
  std::optional<PredicateEntry> FindVoice(absl::string_view lemma, Voice voice) const;
  // "won": the family of what one without an object does; empty for any other verb.
  absl::string_view Alone(absl::string_view lemma) const;
  // "strike deal", "take control": the act that a verb and its object's head make together; empty when they make none.
  absl::string_view LightAct(absl::string_view verb, absl::string_view noun) const;
  // "was awarded a prize": the family of what its subject does to the object, "win"; empty for any other verb.
  absl::string_view Gets(absl::string_view lemma) const;
  // "inflation" of "rise" and "consumer price": what a change of the noun is a measure of; empty for any other.
  absl::string_view Gauge(absl::string_view family, absl::string_view noun) const;
  // "death toll": the family of the act that its number counts; empty for any other noun.
  absl::string_view Counted(absl::string_view noun) const;

  bool Carries(absl::string_view lemma) const { return carry_.contains(lemma); }  // "plan close"
  bool Shuns(absl::string_view lemma) const { return shun_.contains(lemma); }     // "refuse resign"
  bool Amounts(absl::string_view lemma) const { return amount_.contains(lemma); }
  bool Reports(absl::string_view lemma) const { return report_.contains(lemma); }
  bool Generic(absl::string_view lemma) const { return generic_.contains(lemma); }

  // One name for a family and all its opposites, so that their claims meet in one block.
  absl::string_view Axis(absl::string_view family) const;
  // Families of which one event may be told: "kill" and "hit", "win" and "elect".
  bool Kin(absl::string_view family_a, absl::string_view family_b) const;
  bool Antonyms(absl::string_view family_a, absl::string_view family_b) const;
  // Of a family with its preposition ("base in").
  bool Functional(absl::string_view family) const { return functional_.contains(family); }
  bool Single(absl::string_view family) const { return single_.contains(family); }
  bool Unique(absl::string_view family) const { return unique_.contains(family); }
  // Of an axis: what one side does the other undoes later.
  bool Reversible(absl::string_view axis) const { return reversible_.contains(axis); }
  // What it is done to goes without saying: "apologised", "apologised to customers".
  bool Elliptic(absl::string_view family) const { return elliptic_.contains(family); }
  // What one does with the other the other does with the one: "met".
  bool Mutual(absl::string_view family) const { return mutual_.contains(family); }
  // Governs what is still to come: "agreed to buy".
  bool Plans(absl::string_view lemma) const { return plans_.contains(lemma); }
  bool Hollow(absl::string_view family) const { return hollow_.contains(family); }
  // Governs what somebody else is to do: "ordered the army to leave", "was allowed to leave".
  bool Bids(absl::string_view lemma) const { return bids_.contains(lemma); }
  bool DoneToPeople(absl::string_view family) const { return people_.contains(family); }  // "killed 12"
  bool Accuses(absl::string_view lemma) const { return accuse_.contains(lemma); }
  bool Denies(absl::string_view lemma) const { return deny_.contains(lemma); }
  // "The accusation", "any wrongdoing": what is denied without being told.
  bool Deniable(absl::string_view noun) const { return deniable_.contains(noun) || Wrong(noun); }
  bool Wrong(absl::string_view noun) const { return wrong_.contains(noun); }
  bool Changing(absl::string_view family) const { return changing_.contains(family); }

 private:
  using Set = absl::flat_hash_set<absl::string_view>;

  explicit PredicateTable(absl::string_view tsv);
  void AddKin(absl::string_view families);
  void AddAntonyms(absl::string_view a, absl::string_view b);

  absl::flat_hash_map<absl::string_view, std::vector<PredicateEntry>> entries_;
  absl::flat_hash_map<absl::string_view, absl::string_view> light_, count_, gets_, alone_;
  absl::flat_hash_map<std::string, absl::string_view> gauges_;  // by family and noun
  absl::flat_hash_map<absl::string_view, absl::string_view> axis_;
  absl::flat_hash_set<std::pair<absl::string_view, absl::string_view>> antonyms_;
  absl::flat_hash_map<absl::string_view, std::vector<int>> kin_;  // rows that hold it, ascending
  int kin_rows_ = 0;
  Set carry_, shun_, amount_, report_, functional_, single_, unique_, changing_, generic_, hollow_, reversible_,
      elliptic_, mutual_, plans_, bids_, people_, accuse_, deny_, deniable_, wrong_;
};

}  // namespace consilience
