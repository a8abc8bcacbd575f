#include <algorithm>
#include <iterator>

#include "absl/strings/string_view.h"
#include "engine/syntax/repair_step.h"

namespace consilience {

void RepairTornNames(std::vector<Word>* words) {
  constexpr absl::string_view kHonorifics[] = {
      "Capt.",    "Chancellor", "Col.", "Congressman", "Congresswoman", "Dr",    "Dr.",       "Gen.",   "Gov.",
      "Governor", "Judge",      "King", "Lt.",         "Maj.",          "Mayor", "Minister",  "Mr",     "Mr.",
      "Mrs",      "Mrs.",       "Ms",   "Ms.",         "Mx.",           "Pope",  "President", "Prince", "Princess",
      "Prof.",    "Queen",      "Rep.", "Rev.",        "Secretary",     "Sen.",  "Senator",   "Sgt.",   "Sir",
      "Speaker"};
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
  for (size_t i = 1; i < words->size(); ++i) {  // "Mrs. Lee said" with two subjects
    Word& before = (*words)[i - 1];
    const Word& name = (*words)[i];
    if (name.upos != Upos::kPropn || before.head != name.head || name.head < 0) continue;
    if (before.relation != name.relation || !Contains(kHonorifics, before.form)) continue;
    before.head = static_cast<int32_t>(i);
    before.relation = Relation::kNmodDesc;
  }
  for (size_t i = 1; i < words->size(); ++i) {  // "RoseAnn | DeMoro": the words of a person's name hang together
    Word& w = (*words)[i];
    Word& before = (*words)[i - 1];
    const bool one = w.name == NameKind::kPerson && before.name == NameKind::kPerson && !w.name_begins;
    if (!one || w.upos != Upos::kPropn || before.upos != Upos::kPropn || w.head < 0) continue;
    if (Contains(kHonorifics, before.form)) continue;
    size_t begin = i - 1;
    while (begin > 0 && !(*words)[begin].name_begins && (*words)[begin - 1].name == NameKind::kPerson) --begin;
    const auto inside = [&](int32_t at) { return at >= static_cast<int32_t>(begin) && at <= static_cast<int32_t>(i); };
    if (inside(w.head) || inside(before.head) || before.relation == Relation::kFlat) continue;
    if (IsBelow(*words, before.head, static_cast<int32_t>(i))) continue;
    w.head = static_cast<int32_t>(i) - 1;
    w.relation = Relation::kFlat;
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
    const bool conjunct = relation == Relation::kConj && noun + 1 < name && (*words)[noun + 1].upos == Upos::kPropn &&
                          (*words)[noun].upos == Upos::kPropn;  // "and Attorney General Ana Lee"
    const bool role =
        relation == Relation::kNsubj || relation == Relation::kObj || relation == Relation::kObl || conjunct;
    if (!role || definite || relation != Universal(bearer.relation)) continue;
    title.head = static_cast<int32_t>(name);
    title.relation = Relation::kNmodDesc;
  }
}

namespace {

// "A lawyer from Lyon, Ana Lee left", with two subjects: the lawyer is Ana Lee.
void JoinFrontedDescriptions(std::vector<Word>* words) {
  std::vector<int32_t> subject(words->size(), -1);
  for (size_t i = 0; i < words->size(); ++i) {
    const Word& name = (*words)[i];
    if (!IsSubject(name.relation) || name.head < static_cast<int32_t>(i)) continue;
    int32_t& first = subject[static_cast<size_t>(name.head)];
    if (first < 0) {
      first = static_cast<int32_t>(i);
      continue;
    }
    // "What the worker saw, Ana Lee said": no description. "A light went on, and then, Ana Lee came": nor that.
    Word& noun = (*words)[static_cast<size_t>(first)];
    size_t comma = i - 1;
    while (comma > 0 && (*words)[comma].form != "," && (*words)[comma].head == static_cast<int32_t>(i)) --comma;
    const bool adjacent =
        comma > 0 && (*words)[comma].form == "," && IsBelow(*words, static_cast<int32_t>(comma) - 1, first);
    const bool said = IsSayingVerb((*words)[static_cast<size_t>(name.head)].lemma);
    const Window before{Around(*words, first).begin, static_cast<size_t>(first)};
    const bool inverted = AnyWithin(*words, before, [&](const Word& w) {
      return w.head == name.head && (w.relation == Relation::kAux || w.relation == Relation::kCop);
    });  // "Not only was the lawyer late, Ana Lee left"
    if (name.upos != Upos::kPropn || noun.xpos != Xpos::kNn || !adjacent || said || inverted) continue;
    noun.head = static_cast<int32_t>(i);
    noun.relation = Relation::kAppos;
    first = static_cast<int32_t>(i);
  }
}

// ", and" between the two words.
bool HasCommaBeforeCc(const std::vector<Word>& words, int32_t from, int32_t to) {
  for (int32_t i = from; i + 1 < to; ++i) {
    const auto at = static_cast<size_t>(i);
    if (words[at].form == "," && words[at + 1].relation == Relation::kCc) return true;
  }
  return false;
}

// The last word before `comma` when it ends a name that hangs on `noun`; -1 where there is none.
int32_t NameBefore(const std::vector<Word>& words, int32_t noun, int32_t comma) {
  int32_t name = comma - 1;
  if (name <= noun || words[static_cast<size_t>(name)].upos != Upos::kPropn) return -1;
  const auto within = [&](int32_t i) {
    const Relation relation = words[static_cast<size_t>(i)].relation;
    return relation == Relation::kFlat && words[static_cast<size_t>(i)].head > noun;
  };
  while (within(name)) name = words[static_cast<size_t>(name)].head;
  const Word& w = words[static_cast<size_t>(name)];
  return w.relation == Relation::kNmod && IsBelow(words, name, noun) ? name : -1;
}

// "killed 20 people in Lyon, the majority of them women".
bool IsShare(absl::string_view lemma) {
  constexpr absl::string_view kShares[] = {"bulk",   "fraction", "half",  "majority", "minority", "most",
                                           "number", "part",     "piece", "portion",  "quarter",  "rest",
                                           "series", "share",    "some",  "third"};  // sorted
  return Contains(kShares, lemma);
}

// "the charges against Ana Lee, a lawyer": charges are no lawyer.
void MoveToNearestName(std::vector<Word>* words) {
  for (size_t i = 3; i < words->size(); ++i) {
    Word& role = (*words)[i];
    if (role.relation != Relation::kAppos || role.xpos != Xpos::kNn || role.head < 0 || IsShare(role.lemma)) continue;
    const Word& noun = (*words)[static_cast<size_t>(role.head)];
    if (role.head > static_cast<int32_t>(i) || noun.xpos != Xpos::kNns) continue;
    size_t comma = i - 1;
    bool one = false;
    while (comma > static_cast<size_t>(role.head) && (*words)[comma].form != ",") {
      one |= (*words)[comma].head == static_cast<int32_t>(i) && (*words)[comma].upos == Upos::kDet;
      --comma;
    }
    const int32_t name = NameBefore(*words, role.head, static_cast<int32_t>(comma));
    if (one && name >= 0) role.head = name;
  }
}

// "the Reds, the Union of Mills, and Ana Lee".
void ListNames(std::vector<Word>* words) {
  for (size_t i = 3; i < words->size(); ++i) {
    const Word& last = (*words)[i];
    if (last.relation != Relation::kConj || last.head < 0 || last.head > static_cast<int32_t>(i)) continue;
    const Word& first = (*words)[static_cast<size_t>(last.head)];
    int32_t second = -1;
    for (auto j = static_cast<size_t>(Nearest(*words, i, last.head)) + 1; j < i; ++j) {
      const Word& w = (*words)[j];
      if (w.head == last.head && w.relation == Relation::kAppos) second = second < 0 ? static_cast<int32_t>(j) : -2;
    }
    if (second < 0 || !HasCommaBeforeCc(*words, Nearest(*words, i, last.head), static_cast<int32_t>(i))) continue;
    Word& between = (*words)[static_cast<size_t>(second)];
    const bool names = first.upos == Upos::kPropn && between.upos == Upos::kPropn && last.upos == Upos::kPropn;
    const bool other = (first.xpos == Xpos::kNnps) != (between.xpos == Xpos::kNnps);
    const bool named = between.name != NameKind::kNone;
    if (names && named && other) between.relation = Relation::kConj;
  }
}

}  // namespace

void RepairAppositions(std::vector<Word>* words) {
  JoinFrontedDescriptions(words);
  MoveToNearestName(words);
  ListNames(words);
  if (!Any(*words, [](const Word& w) { return w.relation == Relation::kAppos; })) return;
  std::vector<int32_t> apposition(words->size(), -1);
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (w.head < 0) continue;
    const auto head = static_cast<size_t>(w.head);
    if (w.relation == Relation::kAppos && head < i) apposition[head] = static_cast<int32_t>(i);
    const int32_t first = apposition[head];
    if (w.relation != Relation::kConj || first < 0) continue;
    const bool pair = (*words)[head].xpos == Xpos::kNns && w.upos == Upos::kPropn &&  // "her lawyers, Lee and Ode,"
                      (*words)[static_cast<size_t>(first)].upos == Upos::kPropn;
    const Window near = Around(*words, static_cast<int32_t>(i));
    const auto conjuncts = std::count_if(
        words->begin() + static_cast<ptrdiff_t>(near.begin), words->begin() + static_cast<ptrdiff_t>(near.end),
        [&](const Word& other) { return other.head == w.head && other.relation == Relation::kConj; });
    if (pair && conjuncts == 1 && !HasCommaBeforeCc(*words, first, static_cast<int32_t>(i))) w.head = first;
    const bool one = w.xpos == Xpos::kNn || w.lemma == "one";  // "and one of his lawyers"
    if (w.name == NameKind::kNone && one && (*words)[head].name == NameKind::kPerson &&
        (*words)[static_cast<size_t>(first)].upos == Upos::kNoun) {
      w.head = first;
    }
  }
}

namespace {

bool IsMonth(absl::string_view lemma) {
  constexpr absl::string_view kMonths[] = {"April", "August", "December", "February", "January", "July",
                                           "June",  "March",  "May",      "November", "October", "September"};
  return std::find(std::begin(kMonths), std::end(kMonths), lemma) != std::end(kMonths);
}

// "imposed duties Dec. 28", with the number beside the duties.
void MoveBareDates(std::vector<Word>* words) {
  for (size_t i = 2; i < words->size(); ++i) {
    Word& number = (*words)[i];
    const Word& month = (*words)[i - 1];
    if (number.upos != Upos::kNum || number.head < 0 || number.head != static_cast<int32_t>(i) - 2) continue;
    if (!IsMonth(month.lemma) || month.head != static_cast<int32_t>(i)) continue;
    const Word& noun = (*words)[static_cast<size_t>(number.head)];
    const bool argument = noun.relation == Relation::kObj || noun.relation == Relation::kObl;
    if (!argument || noun.head < 0 || (*words)[static_cast<size_t>(noun.head)].upos != Upos::kVerb) continue;
    number.head = noun.head;
    number.relation = Relation::kOblUnmarked;
  }
}

// The verb whose day it is when a day hangs on `noun`: "Ana Lee on Monday left", "left Lyon on Monday", "rose a point
// on Monday". -1 where the noun may have a day of its own: "the meeting on Monday".
int32_t VerbOfDay(const std::vector<Word>& words, int32_t noun, int32_t day, bool bare) {
  constexpr absl::string_view kMeasures[] = {"%", "cent", "half", "percent", "point", "quarter"};  // sorted
  constexpr int kDeepest = 5;
  const Word& w = words[static_cast<size_t>(noun)];
  const bool object = w.relation == Relation::kObj && w.head >= 0 && w.head < noun;
  if (bare && object && words[static_cast<size_t>(w.head)].upos == Upos::kVerb) return w.head;  // "held talks Monday"
  constexpr absl::string_view kActors[] = {
      "actor",     "actress",    "administration", "agency",     "army",      "attacker",   "author",
      "authority", "bank",       "board",          "campaign",   "candidate", "captain",    "chief",
      "coach",     "colonel",    "commander",      "commission", "committee", "company",    "congress",
      "council",   "court",      "department",     "detective",  "director",  "doctor",     "driver",
      "engineer",  "expert",     "farmer",         "father",     "firm",      "government", "governor",
      "gunman",    "house",      "investigator",   "journalist", "judge",     "jury",       "king",
      "lawmaker",  "lawyer",     "leader",         "man",        "manager",   "mayor",      "military",
      "minister",  "ministry",   "mother",         "nurse",      "officer",   "official",   "owner",
      "panel",     "parliament", "party",          "player",     "police",    "politician", "president",
      "priest",    "professor",  "prosecutor",     "protester",  "queen",     "regulator",  "reporter",
      "rescuer",   "researcher", "resident",       "scientist",  "secretary", "senator",    "singer",
      "soldier",   "spokesman",  "spokeswoman",    "striker",    "student",   "suspect",    "teacher",
      "team",      "teenager",   "union",          "witness",    "woman",     "worker"};   // sorted
  const bool actor = IsSubject(w.relation) && w.head > day && Contains(kActors, w.lemma);  // "the mayor on Monday left"
  if (w.upos != Upos::kPropn && !actor && !Contains(kMeasures, w.lemma)) return -1;
  int32_t above = noun;
  for (int depth = 0; depth < kDeepest && above >= 0; ++depth) {
    const Word& here = words[static_cast<size_t>(above)];
    if (here.upos == Upos::kVerb) return above;
    // "the meeting with Ana Lee on Monday"
    if (above != noun && here.upos == Upos::kNoun && !Contains(kMeasures, here.lemma) && above < day) return -1;
    if (above == noun && IsSubject(here.relation) && here.head < day) return -1;
    above = here.head;
  }
  return -1;
}

}  // namespace

void RepairDays(std::vector<Word>* words) {
  MoveBareDates(words);
  for (size_t i = 1; i < words->size(); ++i) {
    Word& day = (*words)[i];
    if (!IsWeekday(day.form) || day.head < 0) continue;
    const auto at = static_cast<int32_t>(i);
    const int32_t before = at - 1;
    Word& noun = (*words)[static_cast<size_t>(before)];
    if (noun.head == at && noun.relation == Relation::kCompound && noun.xpos == Xpos::kNn) {  // "the president Monday"
      bool definite = false;
      for (auto j = static_cast<int32_t>(Around(*words, at).begin); j < before; ++j) {
        const Word& w = (*words)[static_cast<size_t>(j)];
        definite |= w.head == at && w.upos == Upos::kDet;
      }
      const auto above = static_cast<size_t>(day.head);
      if (!definite || (*words)[above].upos != Upos::kVerb) continue;
      for (auto j = static_cast<int32_t>(Around(*words, at).begin); j < before; ++j) {
        Word& w = (*words)[static_cast<size_t>(j)];
        if (w.head == at) w.head = before;
      }
      noun.head = day.head;
      noun.relation = day.relation;
      day.relation = Relation::kOblUnmarked;
      continue;
    }
    const bool nominal = Universal(day.relation) == Relation::kNmod || day.relation == Relation::kCompound;
    const bool preposition = (*words)[i - 1].relation == Relation::kCase && (*words)[i - 1].head == at;
    const int32_t verb = nominal && day.head < at ? VerbOfDay(*words, day.head, at, !preposition) : -1;
    if (verb < 0) continue;
    day.head = verb;
    day.relation = preposition ? Relation::kObl : Relation::kOblUnmarked;
  }
}

void RepairDatedNouns(std::vector<Word>* words) {
  const size_t size = words->size();
  for (size_t i = 0; i + 3 < size; ++i) {
    const Word& determiner = (*words)[i];
    if (determiner.upos != Upos::kDet && determiner.xpos != Xpos::kPrpPoss) continue;
    if (!IsMonth((*words)[i + 1].lemma) || (*words)[i + 2].upos != Upos::kNum) continue;
    size_t end = i + 3;
    if (end + 2 < size && (*words)[end].form == "," && (*words)[end + 1].upos == Upos::kNum) end += 2;
    if (end + 1 < size && (*words)[end].form == ",") ++end;
    if (end >= size || (*words)[end].upos != Upos::kNoun) continue;
    const auto begin = static_cast<int32_t>(i), noun = static_cast<int32_t>(end);
    const auto inside = [&](int32_t word) { return word >= begin && word < noun; };
    int32_t outer = -1;
    for (int32_t j = begin; j < noun; ++j) {
      const Word& w = (*words)[static_cast<size_t>(j)];
      if (w.upos != Upos::kPunct && !inside(w.head) && w.head != noun) outer = outer < 0 ? j : -2;
    }
    if (outer == -1) continue;  // well read
    if (outer == -2) return;
    const int32_t above = (*words)[static_cast<size_t>(outer)].head;
    Word& head = (*words)[end];
    bool within = false;
    for (int32_t j = begin; j <= noun && above >= 0; ++j) within |= IsBelow(*words, above, j);
    if (within) continue;
    head.head = above;
    head.relation = (*words)[static_cast<size_t>(outer)].relation;
    const Window near = Around(*words, noun);
    for (size_t j = near.begin; j < near.end; ++j) {
      if (static_cast<int32_t>(j) != noun && inside((*words)[j].head)) (*words)[j].head = noun;
    }
    for (int32_t j = begin; j < noun; ++j) (*words)[static_cast<size_t>(j)].head = noun;
    (*words)[i + 1].relation = Relation::kNmodUnmarked;
    (*words)[i + 2].head = begin + 1;
    (*words)[i + 2].relation = Relation::kNummod;
    for (size_t j = i + 3; j < end; ++j) {
      if ((*words)[j].upos == Upos::kNum) (*words)[j].relation = Relation::kNmodUnmarked;
    }
  }
}

void RepairParticipleTitles(std::vector<Word>* words) {
  constexpr absl::string_view kBeforeTitles[] = {"acting",   "incoming", "leading", "outgoing", "ranking",
                                                 "reigning", "retiring", "sitting", "visiting"};  // sorted
  for (size_t i = 1; i + 1 < words->size(); ++i) {
    Word& participle = (*words)[i];
    Word& title = (*words)[i + 1];
    const bool acl = participle.relation == Relation::kAcl && participle.head >= 0;
    if (!acl || !Contains(kBeforeTitles, participle.form) || title.head != static_cast<int32_t>(i)) continue;
    if (title.relation != Relation::kObj || (*words)[static_cast<size_t>(participle.head)].upos != Upos::kPropn)
      continue;
    const auto at = static_cast<int32_t>(i);
    const Window near = Around(*words, at);
    for (size_t j = near.begin; j < near.end; ++j) {
      Word& w = (*words)[j];
      if (w.head == at) w.head = at + 1;
      if (w.head == at + 1 && w.relation == Relation::kObl) w.relation = Relation::kNmod;
    }
    title.head = participle.head;
    title.relation = Relation::kAppos;
    participle.head = at + 1;
    participle.relation = Relation::kAmod;
  }
}

void RepairTerms(std::vector<Word>* words) {
  constexpr absl::string_view kTimes[] = {"day", "decade", "hour", "month", "week", "year"};            // sorted
  constexpr absl::string_view kHeld[] = {"custody", "detention", "jail", "office", "power", "prison"};  // sorted
  for (size_t i = 2; i < words->size(); ++i) {
    Word& place = (*words)[i];
    const auto before = static_cast<int32_t>(i) - 2;
    const Word& term = (*words)[i - 2];
    const bool counted = i >= 3 && (*words)[i - 3].upos == Upos::kNum && (*words)[i - 3].head == before;
    if (place.relation != Relation::kObl || !Contains(kHeld, place.lemma) || (*words)[i - 1].lemma != "in") continue;
    if (!counted || !Contains(kTimes, term.lemma) || term.head != place.head || place.head > before) continue;
    place.head = before;
    place.relation = Relation::kNmod;
  }
}

void RepairHyphenated(std::vector<Word>* words) {
  for (size_t i = 0; i + 4 < words->size(); ++i) {  // "editor - in - chief"
    const auto joined = [&](size_t at) { return (*words)[at].form == "-" && !(*words)[at].space_after; };
    if ((*words)[i].upos != Upos::kNoun || (*words)[i].space_after || !joined(i + 1) || !joined(i + 3)) continue;
    Word& last = (*words)[i + 4];
    const auto first = static_cast<int32_t>(i), end = first + 4;
    if ((*words)[i + 2].upos != Upos::kAdp || last.upos != Upos::kNoun || (*words)[i + 2].head != end) continue;
    if (last.head != (*words)[i].head && last.head != first) continue;
    for (size_t j = i + 5; j < Around(*words, end).end; ++j) {
      if ((*words)[j].head == end) (*words)[j].head = first;
    }
    last.head = first;
    last.relation = Relation::kNmod;
  }
}

}  // namespace consilience
