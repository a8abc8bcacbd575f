#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "engine/base/table_rows.h"
#include "engine/syntax/repair_step.h"

namespace consilience {
namespace {

// Words that compare the number behind them. Alternatives by "|".
struct Comparator {
  absl::string_view words[3];
  bool adverbial;  // may as well belong to a verb: "went up to 20"
};
constexpr Comparator kComparators[] = {{{"as", "few|many|much", "as"}, false},
                                       {{"at", "least|most", ""}, false},
                                       {{"fewer|less|more", "than", ""}, false},
                                       {{"up", "to", ""}, true}};

bool IsOneOf(absl::string_view alternatives, absl::string_view lower) {
  while (!alternatives.empty()) {
    if (CutField(&alternatives, '|') == lower) return true;
  }
  return false;
}

// The comparator that ends before word `number`, and where it begins.
const Comparator* ComparatorBefore(const std::vector<Word>& words, size_t number, size_t* begin) {
  for (const Comparator& comparator : kComparators) {
    const size_t length = comparator.words[2].empty() ? 2 : 3;
    if (number < length) continue;
    *begin = number - length;
    bool same = true;
    for (size_t i = 0; same && i < length; ++i) {
      same = IsOneOf(comparator.words[i], absl::AsciiStrToLower(words[*begin + i].form));
    }
    if (same) return &comparator;
  }
  return nullptr;
}

class QuantityRepair {
 public:
  explicit QuantityRepair(std::vector<Word>* words) : words_(*words) {}

  void Run() {
    for (size_t i = 2; i < words_.size(); ++i) {
      size_t begin = 0;
      if (words_[i].upos != Upos::kNum || words_[i - 1].upos == Upos::kNum) continue;
      if (const Comparator* comparator = ComparatorBefore(words_, i, &begin)) Repair(*comparator, begin, i);
    }
  }

 private:
  Word& word(int32_t i) { return words_[static_cast<size_t>(i)]; }
  bool Within(int32_t i) const { return i >= begin_ && i < number_; }

  void Repair(const Comparator& comparator, size_t begin, size_t number) {
    begin_ = static_cast<int32_t>(begin);
    number_ = static_cast<int32_t>(number);
    int32_t counted = number_;  // "20 million people"
    while ((word(counted).relation == Relation::kNummod || word(counted).relation == Relation::kCompound) &&
           word(counted).head > counted) {
      counted = word(counted).head;
    }
    int32_t outer = -1;  // the comparator's word that hangs on another
    for (int32_t i = begin_; i < number_; ++i) {
      const int32_t head = word(i).head;
      if (!Within(head) && (head < number_ || head > counted)) outer = outer < 0 ? i : -2;
    }
    if (outer == -2 || (outer >= 0 && word(outer).head < 0)) return;
    if (Within(word(counted).head)) {
      if (outer < 0) return;
      word(counted).head = word(outer).head;
      word(counted).relation = word(outer).relation;
    } else if (BelowComparator(counted)) {
      return;
    }
    if (outer >= 0) {
      for (int32_t i = begin_; i < number_; ++i) {
        word(i).head = i == begin_ ? number_ : begin_;
        word(i).relation = i == begin_ ? Relation::kAdvmod : Relation::kFixed;
      }
    }
    const int32_t verb = word(counted).head;
    const bool moves = comparator.adverbial && verb >= 0 && verb < counted && Moves(word(verb));
    if (!moves) TakeRole(counted);
  }

  bool BelowComparator(int32_t i) {
    constexpr int kDeepest = 60;
    int steps = 0;
    for (; i >= 0 && steps < kDeepest; ++steps, i = word(i).head) {
      if (Within(i)) return true;
    }
    return steps == kDeepest;
  }

  // "went up to 20", rather than "killed up to 20".
  static bool Moves(const Word& verb) {
    constexpr absl::string_view kMoving[] = {"add",  "be",    "bring", "climb", "come", "drive", "edge", "go",  "grow",
                                             "jump", "last",  "live",  "move",  "pick", "push",  "rise", "run", "soar",
                                             "step", "surge", "take",  "turn",  "wake", "walk",  "write"};
    return Contains(kMoving, verb.lemma);
  }

  // "rose at least 20 percent", "lasted more than two days".
  static bool IsMeasure(const Word& w) {
    constexpr absl::string_view kMeasures[] = {"%",         "cent",   "day",  "foot",   "hour",  "inch",
                                               "kilometer", "km",     "mile", "minute", "month", "percent",
                                               "point",     "second", "time", "week",   "yard",  "year"};
    return Contains(kMeasures, w.lemma);
  }

  // The verb's subject before it, its object behind it, unless it has one.
  void TakeRole(int32_t counted) {
    Word& w = word(counted);
    const bool adverbial = w.relation == Relation::kObl || w.relation == Relation::kAdvmod;
    if (!adverbial || w.head < 0 || word(w.head).upos != Upos::kVerb || IsMeasure(w)) return;
    bool subject = false, object = false, passive = false;
    for (size_t i = 0; i < words_.size(); ++i) {
      const Word& other = words_[i];
      const auto at = static_cast<int32_t>(i);
      if (other.head == counted && at < number_ && !Within(at) && other.relation == Relation::kCase) return;
      if (other.head != w.head || at == counted) continue;
      subject |= IsSubject(other.relation);
      object |= other.relation == Relation::kObj || other.relation == Relation::kCcomp;
      passive |= other.relation == Relation::kAuxPass;
    }
    if (counted < w.head) {
      if (!subject) w.relation = passive ? Relation::kNsubjPass : Relation::kNsubj;
    } else if (!object && !passive) {
      w.relation = Relation::kObj;
    }
  }

  std::vector<Word>& words_;
  int32_t begin_ = 0, number_ = 0;
};

}  // namespace

void RepairQuantities(std::vector<Word>* words) {
  QuantityRepair(words).Run();
}

void RepairAges(std::vector<Word>* words) {
  for (size_t i = 0; i + 1 < words->size(); ++i) {
    Word& aged = (*words)[i];
    if (aged.form != "aged" || aged.upos != Upos::kAdj || aged.relation != Relation::kXcomp) continue;
    if ((*words)[i + 1].upos != Upos::kNum) continue;
    aged.upos = Upos::kVerb;
    aged.xpos = Xpos::kVbn;
    aged.lemma = "age";
  }
}

}  // namespace consilience
