#include "engine/attribution/outlet_list.h"

#include <algorithm>

#include "engine/attribution/cue_table.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

class ListReader {
 public:
  ListReader(const StatementWords& words, absl::Span<const OutletMention> mentions)
      : words_(words), mentions_(mentions) {}

  OutletList From(size_t mention) const {
    OutletList list;
    list.first_mention = mention;
    list.end_mention = mention + 1;
    list.first = mentions_[mention].first;
    list.end = mentions_[mention].end;
    for (;;) {
      const int32_t past = PastAbbreviation(list.end_mention - 1);
      if (past != list.end) {
        list.end = past;
        ++list.end_mention;
      }
      if (list.end_mention == mentions_.size()) break;
      const OutletMention& next = mentions_[list.end_mention];
      if (!Joins(list.end, next.first)) break;
      list.end = next.end;
      ++list.end_mention;
    }
    // "According to CNN, Reuters reported": without a conjunction, what does not end its clause is no list.
    if (list.size() > 1 && !words_.EndsClause(list.end) && !HasConjunction(list)) {
      --list.end_mention;
      list.end = mentions_[list.end_mention - 1].end;
    }
    // "It sank, according to CNN, and Reuters said": the last begins a clause of its own.
    if (list.size() > 1 && BeginsClause(list)) {
      --list.end_mention;
      list.end = mentions_[list.end_mention - 1].end;
    }
    list.begin = BeforeDescription(list.first);
    list.begin_unknown = BeforeUnknownNames(list.begin, list.end);
    return list;
  }

 private:
  bool IsSeparator(int32_t i) const { return words_.IsAny(i, {",", "and", "or", "&", ";", "/"}); }

  // True when words [begin, end) join two items of a list, unknown names and descriptions among them.
  bool Joins(int32_t begin, int32_t end) const {
    constexpr int32_t kLongest = 14;
    if (end - begin > kLongest || begin >= end) return false;
    bool separated = false;
    for (int32_t i = begin; i < end;) {
      if (IsSeparator(i)) {
        separated = true;
        ++i;
      } else if (words_.Is(i, "as") && words_.Is(i + 1, "well") && words_.Is(i + 2, "as")) {
        separated = true;
        i += 3;
      } else if (words_.Is(i, "along") && words_.Is(i + 1, "with")) {
        separated = true;
        i += 2;
      } else if (words_.IsAny(
                     i, {"the", "a", "an", "also", "both", "from", "by", "s", "state-run", "state-owned", "state"}) ||
                 (separated && words_.IsAny(i, {"in", "on", "to", "with"})) || IsOutletNoun(words_[i]) ||
                 words_.IsPossessive(i) || (separated && IsUnknownItem(i, end)) ||
                 (separated && words_.IsCapital(i) &&
                  (words_.IsPossessive(i + 1) || IsOutletNoun(words_[i + 1]) || i + 1 == end ||
                   IsDemonym(words_[i])))) {
        ++i;
      } else {
        return false;
      }
    }
    return separated;
  }

  bool BeginsClause(const OutletList& list) const {
    const int32_t before = mentions_[list.end_mention - 2].end;
    if (list.first == 0 || !words_.Is(before, ",") || !words_.IsAny(before + 1, {"and", "or"})) return false;
    const VerbMatch match = FindReportingVerb(words_[list.end]);
    const bool told = match.verb != nullptr && (match.form == VerbForm::kPast || match.form == VerbForm::kThird);
    const int32_t begin = BeforeDescription(list.first);
    return told && words_.IsAny(begin - 1, {"to", "by", "per", "with", "told", "in", "on", "from"});
  }

  bool HasConjunction(const OutletList& list) const {
    for (size_t i = list.first_mention; i + 1 < list.end_mention; ++i) {
      for (int32_t k = mentions_[i].end; k < mentions_[i + 1].first; ++k) {
        if (words_.IsAny(k, {"and", "or", "&", "well", "along"})) return true;
      }
    }
    return false;
  }

  // A run of capitalised words from `i` that a separator ends before `end`: an outlet the registry does not know.
  bool IsUnknownItem(int32_t i, int32_t end) const {
    if (!words_.IsCapital(i) && !words_.Is(i, "-")) return false;
    while (i < end && (words_.IsCapital(i) || words_.IsAny(i, {"of", "the", "-"}) || words_.IsPossessive(i))) ++i;
    return i < end && (IsSeparator(i) || words_.IsPossessive(i) || IsOutletNoun(words_[i]));
  }

  // "The Associated Press (AP)": the end of the mention with its abbreviation; else the mention's own end.
  int32_t PastAbbreviation(size_t mention) const {
    const int32_t end = mentions_[mention].end;
    if (!words_.Is(end, "(") || mention + 1 == mentions_.size()) return end;
    const OutletMention& next = mentions_[mention + 1];
    const bool named_again =
        next.first == end + 1 && next.outlet == mentions_[mention].outlet && words_.Is(next.end, ")");
    return named_again ? next.end + 1 : end;
  }

  // Left over "the", "Japan's", "state news agency", "outlets such as".
  int32_t BeforeDescription(int32_t at) const {
    constexpr int kFurthest = 10;
    bool noun = false;
    for (int steps = 0; steps < kFurthest && at > 0; ++steps) {
      const int32_t before = at - 1;
      if (words_.Is(before, "as")) {
        if (!words_.Is(before - 1, "such")) break;
        at -= 2;
      } else if (words_.IsOpeningQuote(before)) {
        --at;  // told "Fox & Friends"
      } else if (IsDescribingWord(words_[before]) ||
                 (words_.IsDash(before) && words_.IsLower(before - 1) && steps > 0)) {
        --at;
      } else if (words_.IsLower(before) && IsOutletNoun(words_[before])) {
        noun = true;
        --at;
      } else if (words_.Is(before, ",") && (words_.IsAny(at, {"including", "such", "like"}) ||
                                            (words_.IsLower(before - 1) && IsOutletNoun(words_[before - 1])))) {
        --at;
      } else if (const int32_t owner = noun ? PossessiveBefore(at) : -1; owner >= 0) {
        at = owner + 1;  // "Germany's largest tabloid"
      } else if (words_.IsPossessive(before) && words_.IsCapital(before - 1)) {
        at -= 2;
        while (words_.IsCapital(at - 1) && !IsOpeningWord(words_[at - 1])) --at;
      } else if (IsDemonym(words_[before])) {
        --at;
      } else if (noun && words_.IsCapital(before) && !IsOpeningWord(words_[before]) &&
                 !IsCalendarWord(words_[before])) {
        --at;
      } else {
        break;
      }
    }
    return at;
  }

  // The possessive mark that adjectives alone part from word `at`; -1: none.
  int32_t PossessiveBefore(int32_t at) const {
    constexpr int32_t kMost = 3;
    for (int32_t i = at - 1; i >= std::max(0, at - 1 - kMost); --i) {
      if (words_.IsPossessive(i)) return i < at - 1 ? i : -1;
      if (!words_.IsLower(i) || IsGoverningWord(words_[i]) || IsTimeWord(words_[i])) return -1;
    }
    return -1;
  }

  // Left over unknown names joined to a list that ends its clause: "according to the Elbonia Herald and CNN."
  int32_t BeforeUnknownNames(int32_t begin, int32_t end) const {
    constexpr int32_t kFurthest = 16;
    if (!words_.IsAny(begin - 1, {"and", "&", ","}) || !words_.EndsClause(end)) return begin;
    int32_t at = begin - 1;
    const int32_t limit = std::max(0, at - kFurthest);
    while (at > limit && (words_.IsCapital(at - 1) || words_.IsAny(at - 1, {"of", "the", ",", "-", "news", "agency"}) ||
                          words_.IsPossessive(at - 1))) {
      --at;
    }
    return words_.Is(at, ",") ? begin : at;
  }

  const StatementWords& words_;
  absl::Span<const OutletMention> mentions_;
};

}  // namespace

std::vector<OutletList> FindOutletLists(const StatementWords& words, absl::Span<const OutletMention> mentions) {
  const ListReader reader(words, mentions);
  std::vector<OutletList> lists;
  for (size_t i = 0; i < mentions.size(); i = lists.back().end_mention) lists.push_back(reader.From(i));
  return lists;
}

}  // namespace consilience
