#include "absl/strings/string_view.h"
#include "engine/syntax/repair_step.h"

namespace consilience {
namespace {

bool IsNominal(const Word& w) {
  return w.upos == Upos::kNoun || w.upos == Upos::kPropn;
}

// Whether some word of the window around `i` hangs on it and passes `test`.
template <typename Test>
bool HasChild(const std::vector<Word>& words, int32_t i, const Test& test) {
  const Window near = Around(words, i);
  for (size_t j = near.begin; j < near.end; ++j) {
    if (words[j].head == i && test(words[j], static_cast<int32_t>(j))) return true;
  }
  return false;
}

// The first word below `i` before it, by its own dependents and theirs.
int32_t FirstBelow(const std::vector<Word>& words, int32_t i) {
  int32_t first = i;
  for (int32_t j = i - 1; j >= static_cast<int32_t>(Around(words, i).begin); --j) {
    if (!IsBelow(words, j, i)) break;
    first = j;
  }
  return first;
}

}  // namespace

void RepairPartitives(std::vector<Word>* words) {
  for (size_t i = 2; i < words->size(); ++i) {
    const Word& of = (*words)[i];
    if (of.relation != Relation::kCase || of.lemma != "of" || of.head <= static_cast<int32_t>(i)) continue;
    Word& noun = (*words)[static_cast<size_t>(of.head)];
    const Word& one = (*words)[i - 1];
    const bool some = one.upos == Upos::kNum || one.lemma == "some" || one.lemma == "many" || one.lemma == "most";
    if (!some || one.relation != Relation::kConj || one.head != noun.head || noun.relation != Relation::kNmod) continue;
    noun.head = static_cast<int32_t>(i) - 1;
  }
}

void RepairClausesOfOne(std::vector<Word>* words) {
  for (size_t i = 3; i < words->size(); ++i) {
    Word& clause = (*words)[i];
    if (clause.relation != Relation::kAcl || clause.xpos != Xpos::kVbn || clause.head < 2) continue;
    const Word& noun = (*words)[static_cast<size_t>(clause.head)];
    if (noun.relation != Relation::kNmod || noun.head < 0 || noun.head > clause.head) continue;
    const Word& one = (*words)[static_cast<size_t>(noun.head)];
    const int32_t first = FirstBelow(*words, static_cast<int32_t>(i));
    const bool aside = (*words)[static_cast<size_t>(first)].upos == Upos::kPunct ||
                       (first > 0 && (*words)[static_cast<size_t>(first) - 1].upos == Upos::kPunct);
    if (one.lemma == "one" && aside) clause.head = noun.head;
  }
}

void RepairSpans(std::vector<Word>* words) {
  constexpr absl::string_view kUnits[] = {"day", "decade", "hour", "minute", "month", "second", "week", "year"};
  static constexpr absl::string_view kPointing[] = {"earlier", "early", "last", "late",
                                                    "later",   "next",  "that", "this"};
  for (size_t i = 1; i + 2 < words->size(); ++i) {
    Word& unit = (*words)[i];
    if (!Contains(kUnits, unit.lemma) || unit.head < 0 || unit.head > static_cast<int32_t>(i)) continue;
    if (unit.relation != Relation::kNmodUnmarked && unit.relation != Relation::kOblUnmarked) continue;
    const Word& after = (*words)[i + 1];
    if ((after.lemma != "after" && after.lemma != "before") || after.head <= static_cast<int32_t>(i) + 1) continue;
    if (after.relation != Relation::kCase && after.relation != Relation::kMark) continue;
    if (IsBelow(*words, after.head, static_cast<int32_t>(i))) continue;
    const bool point = HasChild(*words, static_cast<int32_t>(i), [](const Word& w, int32_t) {
      return Contains(kPointing, w.lemma);  // "left last year after the fire"
    });
    if (point) continue;
    unit.head = after.head;
    unit.relation = after.relation == Relation::kCase ? Relation::kNmodUnmarked : Relation::kOblUnmarked;
  }
}

void RepairBareVerbs(std::vector<Word>* words) {
  for (size_t i = 2; i < words->size(); ++i) {
    Word& verb = (*words)[i];
    if (verb.relation != Relation::kConj || verb.xpos != Xpos::kVb || verb.upos != Upos::kVerb || verb.head < 0)
      continue;
    const Word& noun = (*words)[static_cast<size_t>(verb.head)];
    if (!IsNominal(noun) || noun.head < 0 || noun.head > verb.head) continue;
    const Word& above = (*words)[static_cast<size_t>(noun.head)];
    const bool argument = noun.relation == Relation::kObj || Universal(noun.relation) == Relation::kObl;
    if (!argument || above.xpos != Xpos::kVb) continue;
    const bool more = HasChild(*words, static_cast<int32_t>(i), [&](const Word& w, int32_t at) {
      return at < static_cast<int32_t>(i) && w.relation != Relation::kCc && w.relation != Relation::kAdvmod &&
             w.relation != Relation::kPunct;
    });
    if (!more) verb.head = noun.head;
  }
}

void RepairLikeCharges(std::vector<Word>* words) {
  for (size_t i = 1; i + 2 < words->size(); ++i) {
    const auto at = static_cast<int32_t>(i);
    const Word& cc = (*words)[i + 1];
    if ((*words)[i].xpos != Xpos::kJj || (*words)[i].relation != Relation::kObl || cc.relation != Relation::kCc)
      continue;
    const int32_t noun = cc.head;
    if (noun <= at || (*words)[static_cast<size_t>(noun)].upos == Upos::kVerb) continue;
    // "on similar but separate charges": `but` on the second adjective, or on the noun.
    const int32_t second = (*words)[static_cast<size_t>(noun)].upos == Upos::kAdj ? noun : at + 2;
    if (static_cast<size_t>(second) + 1 >= words->size()) continue;
    Word& other = (*words)[static_cast<size_t>(second)];
    const int32_t charges = other.relation == Relation::kAmod ? other.head : -1;
    if (other.upos != Upos::kAdj || charges <= second || (noun != second && noun != charges)) continue;
    Word& head = (*words)[static_cast<size_t>(charges)];
    const bool cased = HasChild(*words, charges, [](const Word& w, int32_t) { return w.relation == Relation::kCase; });
    if (head.head != (*words)[i].head || Universal(head.relation) != Relation::kObl || cased) continue;
    const Window near = Around(*words, at);
    for (size_t j = near.begin; j < i; ++j) {
      if ((*words)[j].head == at) (*words)[j].head = charges;
    }
    (*words)[i].head = charges;
    (*words)[i].relation = Relation::kAmod;
    other.head = at;
    other.relation = Relation::kConj;
    (*words)[i + 1].head = second;
    head.relation = Relation::kObl;
  }
}

void RepairReducedRelatives(std::vector<Word>* words) {
  for (size_t i = 2; i < words->size(); ++i) {
    Word& verb = (*words)[i];
    const bool past = verb.xpos == Xpos::kVbn || verb.xpos == Xpos::kVbd;
    if (verb.relation != Relation::kAcl || !past || verb.head < 0) continue;
    Word& doer = (*words)[i - 1];
    if (doer.relation != Relation::kAppos && doer.relation != Relation::kFlat) continue;
    int32_t name = static_cast<int32_t>(i) - 1;
    while (name > 0 && (*words)[static_cast<size_t>(name)].relation == Relation::kFlat) {
      name = (*words)[static_cast<size_t>(name)].head;
    }
    Word& subject = (*words)[static_cast<size_t>(name)];
    if (subject.relation != Relation::kAppos || subject.upos != Upos::kPropn || subject.head != verb.head) continue;
    const int32_t first = FirstBelow(*words, name);
    const bool beside = first == verb.head + 1;
    if (!beside || (*words)[static_cast<size_t>(first)].upos == Upos::kPunct) continue;
    subject.head = static_cast<int32_t>(i);
    subject.relation = Relation::kNsubj;
    verb.relation = Relation::kAclRelcl;
    verb.xpos = Xpos::kVbd;
  }
}

void RepairNamings(std::vector<Word>* words) {
  constexpr absl::string_view kNaming[] = {"brand", "call",  "consider", "declare",  "deem",
                                           "dub",   "label", "name",     "proclaim", "term"};  // sorted
  for (size_t i = 2; i < words->size(); ++i) {
    Word& name = (*words)[i];
    if (name.relation != Relation::kAppos || name.upos != Upos::kNoun || name.head < 0) continue;
    const auto at = static_cast<int32_t>(i);
    const int32_t first = FirstBelow(*words, at);
    const Word& article = (*words)[static_cast<size_t>(first)];
    const bool indefinite = article.xpos == Xpos::kDt && (article.lemma == "a" || article.lemma == "an");
    if (!indefinite || first == 0 || (*words)[static_cast<size_t>(first) - 1].upos == Upos::kPunct) continue;
    constexpr int kDeepest = 6;
    int32_t object = name.head;
    for (int steps = 0; steps < kDeepest && object >= 0; ++steps) {
      if ((*words)[static_cast<size_t>(object)].relation == Relation::kObj) break;
      object = (*words)[static_cast<size_t>(object)].head;
    }
    if (object < 0 || (*words)[static_cast<size_t>(object)].relation != Relation::kObj) continue;
    const int32_t verb = (*words)[static_cast<size_t>(object)].head;
    if (verb < 0 || verb > object || !Contains(kNaming, (*words)[static_cast<size_t>(verb)].lemma)) continue;
    const bool named = HasChild(*words, verb, [](const Word& w, int32_t) { return w.relation == Relation::kXcomp; });
    if (named) continue;
    name.head = verb;
    name.relation = Relation::kXcomp;
  }
}

void RepairPurposesOfNouns(std::vector<Word>* words) {
  constexpr absl::string_view kOpen[] = {"call",   "chance",     "deal", "need",     "opportunity",
                                         "path",   "permission", "plan", "pressure", "push",
                                         "reason", "right",      "room", "time",     "way"};  // sorted
  for (size_t i = 4; i < words->size(); ++i) {
    const Word& to = (*words)[i];
    if (to.xpos != Xpos::kTo || to.head <= static_cast<int32_t>(i)) continue;
    Word& act = (*words)[static_cast<size_t>(to.head)];
    if (act.relation != Relation::kAdvcl || act.xpos != Xpos::kVb) continue;
    // The noun phrase with "for" that ends right before "to".
    int32_t doer = static_cast<int32_t>(i) - 1;
    constexpr int kDeepest = 6;
    for (int steps = 0; steps < kDeepest && doer >= 0; ++steps) {
      if ((*words)[static_cast<size_t>(doer)].relation == Relation::kNmod) break;
      doer = (*words)[static_cast<size_t>(doer)].head;
    }
    if (doer < 0 || doer >= static_cast<int32_t>(i)) continue;
    const Word& nmod = (*words)[static_cast<size_t>(doer)];
    if (nmod.relation != Relation::kNmod || nmod.head < 0) continue;
    const Word& noun = (*words)[static_cast<size_t>(nmod.head)];
    const int32_t first = FirstBelow(*words, doer);
    if (nmod.head == to.head || noun.head != act.head || first != nmod.head + 1 || !Contains(kOpen, noun.lemma))
      continue;
    if ((*words)[static_cast<size_t>(first)].lemma != "for") continue;
    act.head = nmod.head;
    act.relation = Relation::kAcl;
  }
}

void RepairElse(std::vector<Word>* words) {
  for (size_t i = 1; i < words->size(); ++i) {
    Word& other = (*words)[i];
    const Word& before = (*words)[i - 1];
    if (other.lemma != "else" || other.relation != Relation::kAdvmod || before.xpos != Xpos::kRb) continue;
    if (before.head != other.head || before.relation != Relation::kAdvmod) continue;
    other.head = static_cast<int32_t>(i) - 1;
  }
}

void RepairNounsReadAsVerbs(std::vector<Word>* words) {
  constexpr absl::string_view kSame[] = {
      "become", "bet", "broadcast", "burst",  "cast",     "come",   "cost",   "cut",   "forecast", "hit",   "hurt",
      "knit",   "let", "offset",    "outrun", "overcome", "preset", "put",    "quit",  "read",     "reset", "rid",
      "run",    "set", "shed",      "shut",   "split",    "spread", "thrust", "upset", "wed",      "wet"};  // sorted
  for (size_t i = 1; i < words->size(); ++i) {
    Word& grab = (*words)[i];
    const auto at = static_cast<int32_t>(i);
    if (grab.relation != Relation::kAcl || grab.xpos != Xpos::kVbn || grab.head != at - 1) continue;
    Word& power = (*words)[i - 1];
    if (grab.form != grab.lemma || Contains(kSame, grab.lemma) || power.xpos != Xpos::kNn) continue;
    const int32_t head = power.head;
    const Window near = Around(*words, at);
    for (size_t j = near.begin; j < near.end; ++j) {
      Word& w = (*words)[j];
      if (w.head == at && Universal(w.relation) == Relation::kObl) w.relation = Relation::kNmod;
      if (w.head == at - 1 && static_cast<int32_t>(j) != at) w.head = at;
    }
    grab.upos = Upos::kNoun;
    grab.xpos = Xpos::kNn;
    grab.head = head;
    grab.relation = power.relation;
    power.head = at;
    power.relation = Relation::kCompound;
  }
}

}  // namespace consilience
