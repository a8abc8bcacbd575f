#include "engine/syntax/repair.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace consilience {
namespace {

// Verbs that say or think something; sorted.
constexpr absl::string_view kSaying[] = {
    "acknowledge", "add",      "admit",    "advise",  "agree",    "allege",  "announce", "argue",     "assert",
    "assure",      "believe",  "boast",    "claim",   "complain", "concede", "conclude", "confess",   "confirm",
    "contend",     "convince", "decide",   "declare", "demand",   "deny",    "disclose", "emphasise", "emphasize",
    "estimate",    "explain",  "fear",     "find",    "hint",     "hope",    "indicate", "inform",    "insist",
    "know",        "learn",    "maintain", "mention", "note",     "notify",  "persuade", "pledge",    "point",
    "predict",     "promise",  "remind",   "repeat",  "reply",    "report",  "reveal",   "say",       "show",
    "signal",      "state",    "stress",   "suggest", "swear",    "tell",    "testify",  "think",     "tweet",
    "vow",         "warn",     "write"};
// Nouns that have a content of their own: "denied a report that ..."; sorted.
constexpr absl::string_view kContentNouns[] = {
    "accusation", "admission",  "agreement", "allegation", "announcement", "argument",   "assertion", "assumption",
    "belief",     "chance",     "claim",     "complaint",  "concern",      "conclusion", "condition", "conviction",
    "decision",   "demand",     "evidence",  "fact",       "fear",         "feeling",    "finding",   "ground",
    "guarantee",  "hope",       "idea",      "indication", "news",         "notion",     "opinion",   "possibility",
    "prediction", "promise",    "proof",     "proposal",   "report",       "rumor",      "rumour",    "sign",
    "statement",  "suggestion", "suspicion", "theory",     "threat",       "view",       "warning",   "worry"};

// Of these, those that name whom they say it to: "told the jury that"; sorted.
constexpr absl::string_view kAddressing[] = {"advise",   "assure", "convince", "inform", "notify",
                                             "persuade", "remind", "tell",     "warn"};

template <typename Table>
bool Contains(const Table& table, absl::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

// What most sentences have not costs them no memory.
template <typename Test>
bool Any(const std::vector<Word>& words, const Test& test) {
  return std::any_of(words.begin(), words.end(), test);
}

bool IsSubject(Relation relation) {
  return Universal(relation) == Relation::kNsubj;
}

}  // namespace

void RepairContentClauses(std::vector<Word>* words) {
  if (!Any(*words, [](const Word& w) { return w.lemma == "that"; })) return;
  // By head: whether it has a complete clause's subject behind "that", and its last dependent.
  const size_t size = words->size();
  std::vector<int32_t> that(size, -1), subject(size, -1), last(size, -1);
  std::vector<bool> content(size, false);
  for (size_t i = 0; i < size; ++i) {
    const Word& w = (*words)[i];
    if (w.head < 0) continue;
    const auto head = static_cast<size_t>(w.head);
    last[head] = static_cast<int32_t>(i);
    const bool conjunction = w.relation == Relation::kMark || w.xpos == Xpos::kWdt || w.xpos == Xpos::kIn;
    if (conjunction && w.lemma == "that" && that[head] < 0) {
      that[head] = static_cast<int32_t>(i);
    }
    if (IsSubject(w.relation) && subject[head] < 0) subject[head] = static_cast<int32_t>(i);
    if (w.relation == Relation::kCcomp) content[head] = true;
  }
  for (size_t i = 0; i < size; ++i) {  // "confirmed to reporters that she had left", read as an adverbial
    Word& clause = (*words)[i];
    if (clause.relation != Relation::kAdvcl || that[i] < 0 || subject[i] <= that[i] || clause.head < 0) continue;
    const auto verb = static_cast<size_t>(clause.head);
    const bool so = that[i] > 0 && (*words)[static_cast<size_t>(that[i]) - 1].lemma == "so";
    if (so || verb > i || content[verb] || !Contains(kSaying, (*words)[verb].lemma)) continue;
    if ((*words)[static_cast<size_t>(that[i])].relation != Relation::kMark) continue;
    clause.relation = Relation::kCcomp;
    content[verb] = true;
  }
  for (size_t i = 0; i < size; ++i) {
    Word& clause = (*words)[i];
    if (clause.relation != Relation::kAcl && clause.relation != Relation::kAclRelcl) continue;
    if (that[i] < 0 || subject[i] <= that[i] || clause.head < 0 ||
        last[static_cast<size_t>(clause.head)] != static_cast<int32_t>(i))
      continue;
    const Word& noun = (*words)[static_cast<size_t>(clause.head)];
    const bool object = noun.relation == Relation::kObj || noun.relation == Relation::kIobj;
    const bool oblique = Universal(noun.relation) == Relation::kObl;
    if ((!object && !oblique) || noun.head < 0 || (object && Contains(kContentNouns, noun.lemma))) continue;
    const auto verb = static_cast<size_t>(noun.head);
    if (!Contains(kSaying, (*words)[verb].lemma) || content[verb] || verb > i) continue;
    // Read as a relative pronoun, "that" leaves the clause to its noun: but whom one tells, one hardly describes.
    Word& conjunction = (*words)[static_cast<size_t>(that[i])];
    if (conjunction.relation != Relation::kMark) {
      const bool tagged = conjunction.xpos == Xpos::kIn;
      if (!tagged && (!object || !Contains(kAddressing, (*words)[verb].lemma))) continue;
      conjunction.relation = Relation::kMark;
      conjunction.upos = Upos::kSconj;
      conjunction.xpos = Xpos::kIn;
    }
    clause.head = static_cast<int32_t>(verb);
    clause.relation = Relation::kCcomp;
    content[verb] = true;
  }
}

void RepairTornNames(std::vector<Word>* words) {
  constexpr absl::string_view kBefore[] = {"adjutant",  "attorney",  "consul", "inspector",
                                           "secretary", "solicitor", "surgeon"};  // sorted; "general" is no general
  for (size_t i = 1; i < words->size(); ++i) {
    Word& general = (*words)[i];
    const Word& before = (*words)[i - 1];
    if (general.lemma == "general" && general.head >= 0 && general.head == before.head &&
        Contains(kBefore, before.lemma)) {
      general.head = static_cast<int32_t>(i) - 1;
      general.relation = Relation::kAmod;
    }
  }
  const auto begins_name = [](const Word& w) {
    return w.name == NameKind::kPerson && w.name_begins && w.upos == Upos::kPropn;
  };
  const auto names_one = [](const Word& w) {
    const bool noun = w.xpos == Xpos::kNn || w.xpos == Xpos::kNnp;
    return noun && w.name == NameKind::kNone;
  };
  for (size_t name = 1; name < words->size(); ++name) {
    const Word& bearer = (*words)[name];
    if (!begins_name(bearer) || bearer.head < 0) continue;
    // The noun whose phrase ends right before the name; what hangs on the name between them is left alone: "General".
    size_t noun = name - 1;
    constexpr size_t kLongest = 8;
    const auto hangs_within = [&](size_t i) {
      const int32_t head = (*words)[i].head;
      return head <= static_cast<int32_t>(name) && head + static_cast<int32_t>(kLongest) > static_cast<int32_t>(name);
    };
    while (noun > 0 && (*words)[noun].head != bearer.head && hangs_within(noun)) --noun;
    Word& title = (*words)[noun];
    if (!names_one(title) || title.head != bearer.head) continue;
    const Relation relation = Universal(title.relation);
    const bool definite = noun > 0 && (*words)[noun - 1].upos == Upos::kDet;  // "the path Ana Lee needs to walk"
    const bool role = relation == Relation::kNsubj || relation == Relation::kObj || relation == Relation::kObl;
    if (!role || definite || relation != Universal(bearer.relation)) continue;
    title.head = static_cast<int32_t>(name);
    title.relation = Relation::kNmodDesc;
  }
}

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
    const size_t bar = alternatives.find('|');
    if (alternatives.substr(0, bar) == lower) return true;
    alternatives.remove_prefix(bar == absl::string_view::npos ? alternatives.size() : bar + 1);
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

void RepairStraySubjects(std::vector<Word>* words) {
  const auto saying = [](const Word& w) { return w.upos == Upos::kVerb && Contains(kSaying, w.lemma); };
  if (!Any(*words, saying)) return;
  std::vector<int32_t> subject(words->size(), -1), stray(words->size(), -1);  // by verb
  for (size_t i = 0; i < words->size(); ++i) {
    const Word& w = (*words)[i];
    if (w.head < 0 || !IsSubject(w.relation)) continue;
    const auto head = static_cast<size_t>(w.head);
    if (subject[head] < 0) {
      subject[head] = static_cast<int32_t>(i);
    } else if (i > head && (*words)[i - 1].upos == Upos::kPunct) {
      stray[head] = static_cast<int32_t>(i);
    }
  }
  for (size_t i = 0; i < words->size(); ++i) {
    if (stray[i] < 0 || (*words)[i].head < stray[i]) continue;
    const auto verb = static_cast<size_t>((*words)[i].head);
    if (subject[verb] >= 0 || !Contains(kSaying, (*words)[verb].lemma)) continue;
    (*words)[static_cast<size_t>(stray[i])].head = static_cast<int32_t>(verb);
    subject[verb] = stray[i];
  }
}

void RepairClausesOfDays(std::vector<Word>* words) {
  constexpr absl::string_view kDays[] = {"Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"};
  for (size_t i = 1; i < words->size(); ++i) {
    Word& clause = (*words)[i];
    if ((clause.relation != Relation::kAcl && clause.relation != Relation::kAclRelcl) || clause.head < 0) continue;
    const int32_t at = clause.head;
    const Word& day = (*words)[static_cast<size_t>(at)];
    if (!Contains(kDays, day.form) || day.head < 0 || at > static_cast<int32_t>(i)) continue;
    const int32_t above = day.head;
    if ((*words)[static_cast<size_t>(above)].upos == Upos::kNoun && above < at) {
      clause.head = above;
    } else if ((*words)[static_cast<size_t>(above)].upos == Upos::kVerb) {
      for (int32_t object = at - 1; object > above; --object) {
        const Word& w = (*words)[static_cast<size_t>(object)];
        if (w.head == above && w.relation == Relation::kObj && w.upos == Upos::kNoun) clause.head = object;
      }
    }
  }
}

void RepairAppositions(std::vector<Word>* words) {
  if (!Any(*words, [](const Word& w) { return w.relation == Relation::kAppos; })) return;
  std::vector<int32_t> apposition(words->size(), -1);
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (w.head < 0) continue;
    const auto head = static_cast<size_t>(w.head);
    if (w.relation == Relation::kAppos && head < i) apposition[head] = static_cast<int32_t>(i);
    const int32_t first = apposition[head];
    if (w.relation != Relation::kConj || first < 0 || w.name != NameKind::kNone) continue;
    const bool one = w.xpos == Xpos::kNn || w.lemma == "one";  // "and one of his lawyers"
    if (one && (*words)[head].name == NameKind::kPerson && (*words)[static_cast<size_t>(first)].upos == Upos::kNoun) {
      w.head = first;
    }
  }
}

void RepairRelativeClauses(std::vector<Word>* words) {
  constexpr int kDeepest = 60;
  for (size_t i = 2; i < words->size(); ++i) {
    const Word& pronoun = (*words)[i];
    if (pronoun.xpos != Xpos::kWp && pronoun.xpos != Xpos::kWdt) continue;
    if ((pronoun.lemma != "who" && pronoun.lemma != "which") || !IsSubject(pronoun.relation) || pronoun.head < 0)
      continue;
    const auto noun = i - 2;
    const Word& antecedent = (*words)[noun];
    if ((*words)[i - 1].form != "," || (antecedent.upos != Upos::kPropn && antecedent.upos != Upos::kNoun)) continue;
    Word& clause = (*words)[static_cast<size_t>(pronoun.head)];
    const bool beside = clause.relation == Relation::kConj || clause.relation == Relation::kParataxis;
    const auto verb = static_cast<int32_t>(pronoun.head);
    if (!beside || clause.head < 0 || verb < static_cast<int32_t>(i) || clause.head >= static_cast<int32_t>(noun))
      continue;
    bool coordinated = false;
    for (size_t j = static_cast<size_t>(clause.head) + 1; j < i; ++j) {
      coordinated |= (*words)[j].head == verb && (*words)[j].relation == Relation::kCc;
    }
    int32_t top = static_cast<int32_t>(noun);
    int steps = 0;
    const auto within_name = [&](const Word& w) {
      return w.relation == Relation::kFlat || w.relation == Relation::kCompound || w.relation == Relation::kNmodDesc;
    };
    while (within_name((*words)[static_cast<size_t>(top)]) && ++steps < kDeepest) {
      top = (*words)[static_cast<size_t>(top)].head;
    }
    int32_t above = top;
    for (steps = 0; above >= 0 && above != verb && steps < kDeepest; ++steps) {
      above = (*words)[static_cast<size_t>(above)].head;
    }
    if (coordinated || above >= 0 || top > static_cast<int32_t>(noun)) continue;
    clause.head = top;
    clause.relation = Relation::kAclRelcl;
  }
}

}  // namespace consilience
