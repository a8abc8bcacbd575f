#include "absl/strings/string_view.h"
#include "engine/syntax/repair_step.h"

namespace consilience {
namespace {

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

bool IsTimeNoun(absl::string_view lemma) {
  constexpr absl::string_view kTimes[] = {"afternoon", "day",   "evening", "month",   "morning",
                                          "night",     "today", "week",    "weekend", "year"};  // sorted
  return Contains(kTimes, lemma);
}

// The saying verb in whose oblique a relative clause stands that `verb`, which is said to say nothing, ends; -1: none.
int32_t SayingVerbAround(const std::vector<Word>& words, int32_t verb) {
  const auto at = [&](int32_t i) -> const Word& { return words[static_cast<size_t>(i)]; };
  if (IsSayingVerb(at(verb).lemma) || at(verb).upos != Upos::kVerb) return -1;
  if (at(verb).relation == Relation::kConj && at(verb).head >= 0) verb = at(verb).head;
  if (at(verb).relation != Relation::kAclRelcl || at(verb).head < 0) return -1;
  const Word& noun = at(at(verb).head);
  const bool said_in = Universal(noun.relation) == Relation::kObl && noun.head >= 0 && noun.head < at(verb).head;
  return said_in && IsSayingVerb(at(noun.head).lemma) ? noun.head : -1;
}

}  // namespace

void RepairContentClauses(std::vector<Word>* words) {
  for (size_t i = 1; i < words->size(); ++i) {  // "Ana Lee said Monday that", with Monday as a second subject
    Word& day = (*words)[i];
    const bool behind = day.head >= 0 && day.head < static_cast<int32_t>(i);
    if (behind && IsSubject(day.relation) && IsWeekday(day.form)) day.relation = Relation::kOblUnmarked;
  }
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
    if (so || verb > i || content[verb] || !IsSayingVerb((*words)[verb].lemma)) continue;
    if ((*words)[static_cast<size_t>(that[i])].relation != Relation::kMark) continue;
    clause.relation = Relation::kCcomp;
    content[verb] = true;
  }
  for (size_t i = 0; i < size; ++i) {  // "said in a video that was widely shared that she had left"
    Word& clause = (*words)[i];
    if (clause.relation != Relation::kAdvcl && clause.relation != Relation::kCcomp) continue;
    if (that[i] < 0 || subject[i] <= that[i] || clause.head < 0 || clause.head > that[i]) continue;
    if ((*words)[static_cast<size_t>(that[i])].relation != Relation::kMark) continue;
    const int32_t verb = SayingVerbAround(*words, clause.head);
    if (verb < 0 || content[static_cast<size_t>(verb)]) continue;
    clause.head = verb;
    clause.relation = Relation::kCcomp;
    content[static_cast<size_t>(verb)] = true;
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
    if (!IsSayingVerb((*words)[verb].lemma) || content[verb] || verb > i) continue;
    // Read as a relative pronoun, "that" leaves the clause to its noun: but whom one tells, one hardly describes.
    Word& conjunction = (*words)[static_cast<size_t>(that[i])];
    if (conjunction.relation != Relation::kMark) {
      const bool time = IsTimeNoun(noun.lemma);  // "said the next day that"
      const bool addressee = object && Contains(kAddressing, (*words)[verb].lemma);
      if (conjunction.xpos != Xpos::kIn && !time && !addressee) continue;
      conjunction.relation = Relation::kMark;
      conjunction.upos = Upos::kSconj;
      conjunction.xpos = Xpos::kIn;
    }
    if (IsTimeNoun(noun.lemma)) (*words)[static_cast<size_t>(clause.head)].relation = Relation::kOblUnmarked;
    clause.head = static_cast<int32_t>(verb);
    clause.relation = Relation::kCcomp;
    content[verb] = true;
  }
}

void RepairAskedConditions(std::vector<Word>* words) {
  constexpr absl::string_view kAsking[] = {"ask", "check", "know", "see", "wonder"};  // sorted
  for (size_t i = 0; i < words->size(); ++i) {
    const Word& mark = (*words)[i];
    if (mark.relation != Relation::kMark || mark.lemma != "if" || mark.head < 0) continue;
    Word& clause = (*words)[static_cast<size_t>(mark.head)];
    if (clause.relation != Relation::kAdvcl || clause.head < 0 || clause.head >= static_cast<int32_t>(i)) continue;
    const int32_t verb = clause.head;
    if (!Contains(kAsking, (*words)[static_cast<size_t>(verb)].lemma)) continue;
    // Between them stands at most whom one asks.
    bool adjoins = true;
    for (size_t j = static_cast<size_t>(verb) + 1; j < i; ++j) {
      const Word& w = (*words)[j];
      const bool addressee = w.head == verb && (w.relation == Relation::kObj || w.relation == Relation::kIobj);
      adjoins = adjoins && (addressee || w.head > verb) && w.upos != Upos::kPunct;
    }
    if (adjoins) clause.relation = Relation::kCcomp;
  }
}

void RepairSayingNouns(std::vector<Word>* words) {
  const size_t size = words->size();
  for (size_t i = 1; i < size; ++i) {
    Word& saying = (*words)[i];
    const auto at = static_cast<int32_t>(i);
    if (saying.xpos != Xpos::kNns || !IsSayingVerb(saying.lemma)) continue;
    bool speaker = false;
    bool noun = false;
    int32_t content = -1;
    const Window window = Around(*words, at);
    for (size_t j = window.begin; j < window.end; ++j) {
      const Word& w = (*words)[j];
      if (w.head != at) continue;
      speaker |= j < i && IsSubject(w.relation);
      noun |= w.relation == Relation::kCop || w.relation == Relation::kDet || w.relation == Relation::kAmod ||
              w.relation == Relation::kCase || w.relation == Relation::kNmodPoss;
      const bool modifies =
          w.relation == Relation::kAclRelcl || w.relation == Relation::kAcl || w.relation == Relation::kCcomp;
      if (modifies && j > i && content < 0) content = static_cast<int32_t>(j);
    }
    if (!speaker || noun || content < 0) continue;
    const bool complete = AnyWithin(*words, Around(*words, content),
                                    [&](const Word& w) { return w.head == content && IsSubject(w.relation); });
    if (!complete) continue;
    saying.upos = Upos::kVerb;
    saying.xpos = Xpos::kVbz;
    (*words)[static_cast<size_t>(content)].relation = Relation::kCcomp;
  }
}

void RepairAskedBefore(std::vector<Word>* words) {
  const auto size = static_cast<int32_t>(words->size());
  for (int32_t i = 0; i < size; ++i) {
    Word& asked = (*words)[static_cast<size_t>(i)];
    const bool participle = asked.xpos == Xpos::kVbn || asked.xpos == Xpos::kVbd;
    if (asked.relation != Relation::kCcomp || asked.head <= i || asked.lemma != "ask" || !participle) continue;
    if (i > 0 && (*words)[static_cast<size_t>(i) - 1].form != ",") continue;
    const bool own = AnyWithin(*words, Around(*words, i), [&](const Word& w) {
      return w.head == i && (IsSubject(w.relation) || w.relation == Relation::kAux);
    });
    if (own || !IsSayingVerb((*words)[static_cast<size_t>(asked.head)].lemma)) continue;
    asked.relation = Relation::kAdvcl;
    asked.xpos = Xpos::kVbn;
  }
}

void RepairTwoObjects(std::vector<Word>* words) {
  constexpr absl::string_view kGiving[] = {
      "award", "bring", "cost", "deal",    "deny", "give", "grant", "hand", "lend",
      "offer", "owe",   "pay",  "promise", "sell", "send", "show",  "teach"};  // sorted
  constexpr absl::string_view kNaming[] = {"appoint", "brand", "call",  "consider", "declare", "deem",
                                           "dub",     "elect", "label", "name",     "proclaim"};  // sorted
  std::vector<int32_t> first(words->size(), -1);
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (w.relation != Relation::kObj || w.head < 0 || w.head > static_cast<int32_t>(i)) continue;
    const auto verb = static_cast<size_t>(w.head);
    if (first[verb] < 0) {
      first[verb] = static_cast<int32_t>(i);
    } else if (Contains(kNaming, (*words)[verb].lemma)) {
      w.relation = Relation::kXcomp;
    } else if (Contains(kGiving, (*words)[verb].lemma) && w.lemma != "that") {  // "showed the world that"
      (*words)[static_cast<size_t>(first[verb])].relation = Relation::kIobj;
    }
  }
}

void RepairContentsWithoutVerb(std::vector<Word>* words) {
  for (size_t i = 2; i < words->size(); ++i) {
    Word& verb = (*words)[i];
    const auto at = static_cast<int32_t>(i);
    if (verb.relation != Relation::kAcl || verb.xpos != Xpos::kVbn || verb.head < 0 || verb.head > at) continue;
    int32_t top = verb.head;  // of "percent of voters", on which the participle was hung: the percent
    constexpr int kDeepest = 4;
    for (int depth = 0; depth < kDeepest && (*words)[static_cast<size_t>(top)].relation == Relation::kNmod; ++depth) {
      top = (*words)[static_cast<size_t>(top)].head;
    }
    Word& noun = (*words)[static_cast<size_t>(top)];
    const int32_t saying = noun.head;
    if (noun.upos != Upos::kNoun && noun.upos != Upos::kPropn) continue;
    if (saying < 0 || saying >= top || !IsSayingVerb((*words)[static_cast<size_t>(saying)].lemma)) continue;
    int32_t that = -1;
    bool object = false, other = false;
    const Window window = Around(*words, at);
    for (size_t j = window.begin; j < window.end; ++j) {
      const Word& w = (*words)[j];
      if (w.head == top && w.relation == Relation::kMark && w.lemma == "that") that = static_cast<int32_t>(j);
      if (w.head == top) other |= w.relation == Relation::kCop || IsSubject(w.relation) || static_cast<int32_t>(j) > at;
      object |= w.head == at && w.relation == Relation::kObj && static_cast<int32_t>(j) > at;
    }
    if (that < 0 || that > top || !object || other) continue;
    verb.head = saying;
    verb.relation = Relation::kCcomp;
    verb.xpos = Xpos::kVbd;
    noun.head = at;
    noun.relation = Relation::kNsubj;
    (*words)[static_cast<size_t>(that)].head = at;
  }
}

namespace {

// The phrase of word `i`, whose dependents stand right before it, begins after a comma.
bool FollowsComma(const std::vector<Word>& words, size_t i) {
  size_t begin = i;
  while (begin > 0 && words[begin - 1].head == static_cast<int32_t>(i) && words[begin].form != ",") --begin;
  return words[begin].form == "," || (begin > 0 && words[begin - 1].form == ",");
}

// "Ana Lee, he said, left", "Ana Lee left, he said": of two subjects before a verb of saying the first is that of what
// is said, behind the verb or between the two.
void RepairInsertedSaying(int32_t first, int32_t second, int32_t verb, std::vector<Word>* words) {
  const auto size = static_cast<int32_t>(words->size());
  if (!IsSayingVerb((*words)[static_cast<size_t>(verb)].lemma)) return;
  const bool inserted = verb + 1 < size && (*words)[static_cast<size_t>(verb) + 1].form == ",";
  int32_t said = -1;
  for (int32_t i = first + 1; i < size; ++i) {
    const Word& w = (*words)[static_cast<size_t>(i)];
    const bool content = w.relation == Relation::kCcomp || w.relation == Relation::kParataxis;
    if (w.head != verb || !content || (i > second && !(inserted && i > verb + 1))) continue;
    if (said >= 0) return;
    said = i;
  }
  if (said < 0) return;
  if (AnyWithin(*words, Around(*words, said), [&](const Word& w) { return w.head == said && IsSubject(w.relation); })) {
    return;
  }
  (*words)[static_cast<size_t>(first)].head = said;
  (*words)[static_cast<size_t>(said)].relation = Relation::kCcomp;
}

// "'... of power,' Ana Lee, a lawyer, said", with Ana Lee beside the power and nobody who said: the first noun behind
// what is quoted is the speaker.
void RepairLostSpeakers(std::vector<Word>* words) {
  const auto size = static_cast<int32_t>(words->size());
  const auto at = [&](int32_t i) -> Word& { return (*words)[static_cast<size_t>(i)]; };
  const auto is_quote = [&](int32_t i) {
    const absl::string_view form = at(i).form;
    return form == "\"" || form == "''" || form == "\xE2\x80\x9D";
  };
  for (int32_t quote = 2; quote + 2 < size; ++quote) {
    const absl::string_view before = at(quote - 1).form;
    if (!is_quote(quote) || (before != "," && before != "?" && before != "!")) continue;
    constexpr int32_t kLongestTitle = 10, kFurthest = 40;
    int32_t speaker = -1;
    for (int32_t i = quote + 1; i < std::min(size, quote + kLongestTitle) && speaker < 0; ++i) {
      if (at(i).upos == Upos::kPunct || at(i).upos == Upos::kVerb) break;
      if (at(i).head < quote && at(i).head >= 0 && (at(i).upos == Upos::kPropn || at(i).upos == Upos::kNoun))
        speaker = i;
    }
    if (speaker < 0) continue;
    for (int32_t verb = speaker + 1; verb < std::min(size, speaker + kFurthest) && !is_quote(verb); ++verb) {
      const Xpos tag = at(verb).xpos;
      const bool finite = tag == Xpos::kVbd || tag == Xpos::kVbz;
      if (!finite || at(verb).upos != Upos::kVerb || !IsSayingVerb(at(verb).lemma)) continue;
      const bool taken = AnyWithin(*words, Around(*words, verb), [&](const Word& w) {
        return w.head == verb && (IsSubject(w.relation) || Universal(w.relation) == Relation::kAux);
      });
      if (taken || at(verb).relation == Relation::kAclRelcl || IsBelow(*words, verb, speaker)) break;
      at(speaker).head = verb;
      at(speaker).relation = Relation::kNsubj;
      break;
    }
  }
}

}  // namespace

void RepairStraySubjects(std::vector<Word>* words) {
  const auto saying = [](const Word& w) { return w.upos == Upos::kVerb && IsSayingVerb(w.lemma); };
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
    } else if (i < head && FollowsComma(*words, i)) {
      RepairInsertedSaying(subject[head], static_cast<int32_t>(i), w.head, words);
    }
  }
  for (size_t i = 0; i < words->size(); ++i) {
    if (stray[i] < 0 || (*words)[i].head < stray[i]) continue;
    const auto verb = static_cast<size_t>((*words)[i].head);
    if (subject[verb] >= 0 || !IsSayingVerb((*words)[verb].lemma)) continue;
    (*words)[static_cast<size_t>(stray[i])].head = static_cast<int32_t>(verb);
    subject[verb] = stray[i];
  }
  RepairLostSpeakers(words);
}

namespace {

// "Monday", "this week", "last year": a time without preposition that tells when.
bool IsBareTime(const Word& w) {
  return IsWeekday(w.form) || (w.relation == Relation::kOblUnmarked && IsTimeNoun(w.lemma));
}

}  // namespace

void RepairClausesOfDays(std::vector<Word>* words) {
  for (size_t i = 1; i < words->size(); ++i) {
    Word& clause = (*words)[i];
    if ((clause.relation != Relation::kAcl && clause.relation != Relation::kAclRelcl) || clause.head < 0) continue;
    const int32_t at = clause.head;
    const Word& day = (*words)[static_cast<size_t>(at)];
    if (!IsBareTime(day) || day.head < 0 || at > static_cast<int32_t>(i)) continue;
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

namespace {

bool Agree(const Word& noun, const Word& verb) {
  const bool singular = noun.xpos == Xpos::kNn || noun.xpos == Xpos::kNnp;
  if (verb.xpos == Xpos::kVbz || verb.form == "was") return !IsPlural(noun.xpos);
  if (verb.xpos == Xpos::kVbp || verb.form == "were") return !singular;
  return true;
}

// "those hit by the storm, which has passed", with the passing on those: the clause of `pronoun` is hung beyond the
// participle that the noun before it belongs to.
bool PassesOver(const std::vector<Word>& words, size_t pronoun) {
  const int32_t verb = words[pronoun].head;
  if (words[pronoun].lemma != "which" || verb < static_cast<int32_t>(pronoun)) return false;
  const Word& clause = words[static_cast<size_t>(verb)];
  const Word& noun = words[pronoun - 2];
  const Relation relation = Universal(noun.relation);
  if ((relation != Relation::kObl && relation != Relation::kObj) || noun.head < 0) return false;
  const bool person = noun.name == NameKind::kPerson || (noun.upos == Upos::kPropn && noun.name == NameKind::kNone);
  if (clause.relation != Relation::kAclRelcl || person) return false;
  const Word& participle = words[static_cast<size_t>(noun.head)];
  if (participle.relation != Relation::kAcl || participle.head != clause.head) return false;
  for (auto j = static_cast<int32_t>(pronoun) + 1; j <= verb; ++j) {
    const Word& finite = words[static_cast<size_t>(j)];
    if (IsFinite(finite.xpos) && (j == verb || finite.head == verb)) return Agree(noun, finite);
  }
  return true;
}

}  // namespace

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
    const bool over = PassesOver(*words, i);
    const auto verb = static_cast<int32_t>(pronoun.head);
    if (!(beside || over) || clause.head < 0 || verb < static_cast<int32_t>(i) ||
        clause.head >= static_cast<int32_t>(noun))
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

namespace {

// What is finite of a word that has a finite verb, auxiliary or copula.
enum class Tense : uint8_t { kNone, kPast, kPresent, kModal };

Tense TenseOf(Xpos tag) {
  if (tag == Xpos::kVbd) return Tense::kPast;
  if (tag == Xpos::kMd) return Tense::kModal;
  return IsFiniteOrModal(tag) ? Tense::kPresent : Tense::kNone;
}

// By word: what its clause's first finite word is; whether it has a subject.
struct Finiteness {
  explicit Finiteness(const std::vector<Word>& words) : tense(words.size()), subject(words.size()) {
    for (size_t i = 0; i < words.size(); ++i) {
      const Word& w = words[i];
      if (tense[i] == Tense::kNone) tense[i] = TenseOf(w.xpos);
      if (w.head < 0) continue;
      const auto head = static_cast<size_t>(w.head);
      const Relation relation = Universal(w.relation);
      const bool helps = relation == Relation::kAux || relation == Relation::kCop;
      if (helps && i < head && tense[head] == Tense::kNone) tense[head] = TenseOf(w.xpos);
      if (relation == Relation::kNsubj || relation == Relation::kCsubj || relation == Relation::kExpl) {
        subject[head] = true;
      }
    }
  }
  // Whether the word's tense is beyond doubt: "changed the rules", but "stationed at the gate" may be a participle.
  bool IsCertain(const std::vector<Word>& words, size_t i) const {
    const absl::string_view form = words[i].form;
    if (words[i].xpos != Xpos::kVbd || form.size() < 3 || form.substr(form.size() - 2) != "ed") return true;
    return Any(words, [&](const Word& w) { return w.head == static_cast<int32_t>(i) && w.relation == Relation::kObj; });
  }
  // Whether `b` may be joined to `a` by "and".
  bool Agree(int32_t a, size_t b) const {
    const Tense first = tense[static_cast<size_t>(a)];
    return first == tense[b] || (first != Tense::kNone && tense[b] == Tense::kModal);
  }
  std::vector<Tense> tense;
  std::vector<bool> subject;
};

// "said she was ill and had left", "said it is safe and will stay so", joined to the saying in the past: the content
// before that the conjunct agrees with; -1: none.
int32_t ToldBefore(const std::vector<Word>& words, const Finiteness& has, size_t conjunct) {
  const Word& w = words[conjunct];
  const auto saying = static_cast<size_t>(w.head);
  if (has.tense[saying] != Tense::kPast || !IsSayingVerb(words[saying].lemma)) return -1;
  const Tense tense = has.tense[conjunct];
  const bool earlier = tense == Tense::kPast && w.xpos == Xpos::kVbn;  // "had left"
  if (tense == Tense::kPast && !earlier) return -1;
  for (auto j = static_cast<int32_t>(conjunct) - 1; j > Nearest(words, conjunct, w.head); --j) {
    const Word& content = words[static_cast<size_t>(j)];
    if (content.xpos == Xpos::kQuoteClose) return -1;  // "said 'I am ill' and has left"
    if (content.head != w.head || content.relation != Relation::kCcomp) continue;
    const Tense told = has.tense[static_cast<size_t>(j)];
    const bool agrees = earlier ? told == Tense::kPast : told != Tense::kNone;
    return agrees && has.subject[static_cast<size_t>(j)] ? j : -1;
  }
  return -1;
}

}  // namespace

void RepairFiniteConjuncts(std::vector<Word>* words) {
  const auto conjunct = [](const Word& w) { return w.relation == Relation::kConj; };
  if (!Any(*words, conjunct)) return;
  const Finiteness has(*words);
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (!conjunct(w) || w.head < 0 || w.upos != Upos::kVerb || has.tense[i] == Tense::kNone || has.subject[i]) continue;
    // "said he was ill and said so": a verb of saying goes with the same one.
    const Word& content = (*words)[static_cast<size_t>(w.head)];
    if (content.relation == Relation::kCcomp && content.head >= 0 && content.head < w.head) {
      const Word& saying = (*words)[static_cast<size_t>(content.head)];
      const auto above = static_cast<size_t>(content.head), between = static_cast<size_t>(w.head);
      // "said he is ill and warned that": one of saying in the past does not go with a present.
      const bool apart = has.tense[between] == Tense::kPresent && has.tense[i] == Tense::kPast &&
                         has.tense[above] == Tense::kPast && IsSayingVerb(saying.lemma);
      const bool same = saying.lemma == w.lemma && saying.xpos == w.xpos;
      if ((same || apart) && IsSayingVerb(w.lemma)) w.head = content.head;
    }
    if (const int32_t told = ToldBefore(*words, has, i); told >= 0) w.head = told;
    const int32_t participle = w.head;
    // "A fell, and B rose and said": what has no subject goes with the nearest that has one.
    for (auto j = static_cast<int32_t>(i) - 1; j > Nearest(*words, i, w.head); --j) {
      const Word& sibling = (*words)[static_cast<size_t>(j)];
      if (sibling.head != w.head || sibling.relation != Relation::kConj || !has.subject[static_cast<size_t>(j)])
        continue;
      if (has.Agree(j, i)) w.head = j;
      break;
    }
    if (!has.IsCertain(*words, i)) continue;
    const Xpos tag = (*words)[static_cast<size_t>(participle)].xpos;
    const bool infinitive = tag == Xpos::kVb && w.xpos != Xpos::kVbp;  // "to go and show": no present
    if ((tag != Xpos::kVbg && !infinitive) || has.tense[static_cast<size_t>(participle)] != Tense::kNone) continue;
    // The finite verb between them that the participle has below it: the last one.
    for (auto j = static_cast<int32_t>(i) - 1; j > Nearest(*words, i, participle) && w.head == participle; --j) {
      const Relation relation = (*words)[static_cast<size_t>(j)].relation;
      const bool clause = relation == Relation::kCcomp || relation == Relation::kAclRelcl;
      const bool inside = IsBelow(*words, j, static_cast<int32_t>(i));
      if (clause && has.Agree(j, i) && !inside && IsBelow(*words, j, participle)) w.head = j;
    }
    // "left, taking the boat, and never came back": a verb that the participle is said with.
    constexpr int kDeepest = 8;
    int32_t above = participle;
    for (int steps = 0; steps < kDeepest && above >= 0 && w.head == participle; ++steps) {
      above = (*words)[static_cast<size_t>(above)].head;
      if (above >= 0 && above < participle && has.Agree(above, i)) w.head = above;
    }
  }
}

void RepairDueTo(std::vector<Word>* words) {
  for (size_t i = 1; i + 2 < words->size(); ++i) {
    Word& due = (*words)[i];
    Word& to = (*words)[i + 1];
    const int32_t verb = due.head;
    if (due.lemma != "due" || due.relation != Relation::kMark || verb <= static_cast<int32_t>(i) + 1) continue;
    Word& meeting = (*words)[static_cast<size_t>(verb)];
    if (to.lemma != "to" || to.head != static_cast<int32_t>(i) || meeting.xpos != Xpos::kVb) continue;
    due.head = meeting.head;
    due.relation = meeting.relation;
    due.upos = Upos::kAdj;
    due.xpos = Xpos::kJj;
    meeting.head = static_cast<int32_t>(i);
    meeting.relation = Relation::kXcomp;
    to.head = verb;
    to.relation = Relation::kMark;
    to.upos = Upos::kPart;
    to.xpos = Xpos::kTo;
    for (size_t j = Around(*words, static_cast<int32_t>(i)).begin; j < i; ++j) {
      Word& w = (*words)[j];
      if (w.head == verb) w.head = static_cast<int32_t>(i);
      if (w.head == static_cast<int32_t>(i) && w.relation == Relation::kNsubjOuter) w.relation = Relation::kNsubj;
    }
  }
}

void RepairShootings(std::vector<Word>* words) {
  constexpr absl::string_view kOutcomes[] = {"injured", "killed", "wounded"};  // sorted
  for (size_t i = 1; i + 2 < words->size(); ++i) {
    Word& shot = (*words)[i];
    Word& shooter = (*words)[i - 1];
    Word& outcome = (*words)[i + 2];
    const auto at = static_cast<int32_t>(i);
    if (shot.form != "shot" || shot.xpos != Xpos::kNn || (*words)[i + 1].relation != Relation::kCc) continue;
    if (!Contains(kOutcomes, outcome.form) || outcome.relation != Relation::kConj || shooter.head != at) continue;
    const bool by = AnyWithin(*words, Around(*words, at), [&](const Word& w) {
      return w.head == at && w.relation == Relation::kCase && w.lemma == "by";
    });
    if (by || shooter.relation != Relation::kCompound || shot.head < 0 || IsBelow(*words, shot.head, at + 2)) continue;
    shot.upos = outcome.upos = Upos::kVerb;
    shot.xpos = outcome.xpos = Xpos::kVbd;
    shooter.relation = Relation::kNsubj;
    for (size_t j = Around(*words, at).begin; j < i; ++j) {
      Word& w = (*words)[j];
      if (w.head == at && w.relation == Relation::kCase) {
        w.relation = Relation::kMark;
        shot.relation = Relation::kAdvcl;  // "began after police shot and killed"
      } else if (w.head == at && (w.relation == Relation::kDet || w.relation == Relation::kAmod)) {
        w.head = at - 1;
      }
    }
    if (shot.relation != Relation::kAdvcl && shot.relation != Relation::kConj) shot.relation = Relation::kCcomp;
    outcome.head = at;
  }
}

void RepairSayingRelatives(std::vector<Word>* words) {
  for (size_t i = 1; i + 1 < words->size(); ++i) {
    Word& saying = (*words)[i];
    const bool finite = saying.xpos == Xpos::kVbz || saying.xpos == Xpos::kVbd;
    if (saying.relation != Relation::kAclRelcl || !finite || !IsSayingVerb(saying.lemma)) continue;
    const auto at = static_cast<int32_t>(i);
    if (saying.head < 0 || saying.head > at) continue;
    Word& noun = (*words)[static_cast<size_t>(saying.head)];
    if (!IsSubject(noun.relation) || noun.head <= at) continue;
    Word& said = (*words)[static_cast<size_t>(noun.head)];
    // A relative clause has a pronoun or a subject of its own.
    int32_t object = -1;
    bool own = false;
    const auto end = static_cast<int32_t>(Around(*words, at).end);
    for (int32_t j = saying.head; j < std::min(noun.head, end); ++j) {
      const Word& w = (*words)[static_cast<size_t>(j)];
      if (w.head != at) continue;
      own |= IsSubject(w.relation) || (j < at && w.upos == Upos::kPron);
      if (j > at && (w.relation == Relation::kObj || w.relation == Relation::kIobj)) object = j;
    }
    if (own || object < 0 || said.upos != Upos::kVerb) continue;
    const int32_t verb = noun.head;
    saying.head = said.head;
    saying.relation = said.relation;
    noun.head = at;
    noun.relation = Relation::kNsubj;
    said.head = at;
    said.relation = Relation::kCcomp;
    (*words)[static_cast<size_t>(object)].head = verb;
    (*words)[static_cast<size_t>(object)].relation = Relation::kNsubj;
  }
}

void RepairGerundConjuncts(std::vector<Word>* words) {
  const auto conjunct = [](const Word& w) { return w.relation == Relation::kConj && w.xpos == Xpos::kVbg; };
  if (!Any(*words, conjunct)) return;
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (!conjunct(w) || w.head < 0 || w.head > static_cast<int32_t>(i)) continue;
    const int32_t finite = w.head;
    if (!IsFiniteOrModal((*words)[static_cast<size_t>(finite)].xpos)) continue;
    const bool helped = AnyWithin(*words, Around(*words, static_cast<int32_t>(i)), [&](const Word& other) {
      const Relation relation = Universal(other.relation);
      return other.head == static_cast<int32_t>(i) && (relation == Relation::kAux || relation == Relation::kNsubj);
    });
    const int32_t above = (*words)[static_cast<size_t>(finite)].head;
    if (helped || above < 0 || above > finite) continue;
    const Word& gerund = (*words)[static_cast<size_t>(above)];
    if (gerund.xpos == Xpos::kVbg && gerund.relation == Relation::kAdvcl) w.head = above;
  }
}

void RepairBareConjuncts(std::vector<Word>* words) {
  const auto conjunct = [](const Word& w) { return w.relation == Relation::kConj && w.xpos == Xpos::kVb; };
  if (!Any(*words, conjunct)) return;
  std::vector<bool> helped(words->size()), told(words->size());  // an auxiliary or a subject; "to"
  for (const Word& w : *words) {
    if (w.head < 0) continue;
    const Relation relation = Universal(w.relation);
    const auto head = static_cast<size_t>(w.head);
    if (relation == Relation::kAux || relation == Relation::kNsubj) helped[head] = true;
    if (w.xpos == Xpos::kTo && w.relation == Relation::kMark) told[head] = true;
  }
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (!conjunct(w) || w.head < 0 || w.head > static_cast<int32_t>(i) || helped[i] || told[i]) continue;
    const Xpos head = (*words)[static_cast<size_t>(w.head)].xpos;
    if (head != Xpos::kVbd && head != Xpos::kVbn && head != Xpos::kVbz) continue;
    for (auto j = static_cast<int32_t>(i) - 1; j > Nearest(*words, i, w.head); --j) {
      const Word& infinitive = (*words)[static_cast<size_t>(j)];
      if (infinitive.xpos != Xpos::kVb || !told[static_cast<size_t>(j)] || !IsBelow(*words, j, w.head)) continue;
      if (IsBelow(*words, j, static_cast<int32_t>(i))) continue;
      w.head = j;
      break;
    }
  }
}

// "seeks papers found in Lyon but not kept there", with the keeping beside the seeking: a participle goes with one.
namespace {

// "has mills and shops once built for them", with the building beside the having though no "and" joins it: the shops
// were built.
void HangPartedParticiples(const std::vector<bool>& helped, std::vector<Word>* words) {
  std::vector<bool> joined(words->size());
  for (const Word& w : *words) {
    if (w.relation == Relation::kCc && w.head >= 0) joined[static_cast<size_t>(w.head)] = true;
  }
  for (size_t i = 1; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (w.relation != Relation::kConj || w.xpos != Xpos::kVbn || w.head < 0 || helped[i] || joined[i]) continue;
    const Word& first = (*words)[static_cast<size_t>(w.head)];
    if (!IsFinite(first.xpos)) continue;
    size_t noun = i - 1;
    while (noun > 0 && (*words)[noun].head == static_cast<int32_t>(i) && (*words)[noun].xpos == Xpos::kRb) --noun;
    const Upos before = (*words)[noun].upos;
    if ((before != Upos::kNoun && before != Upos::kPropn) || !IsBelow(*words, static_cast<int32_t>(noun), w.head) ||
        IsBelow(*words, static_cast<int32_t>(noun), static_cast<int32_t>(i)))
      continue;
    w.head = static_cast<int32_t>(noun);
    w.relation = Relation::kAcl;
  }
}

}  // namespace

void RepairParticipleConjuncts(std::vector<Word>* words) {
  const auto conjunct = [](const Word& w) { return w.relation == Relation::kConj && w.xpos == Xpos::kVbn; };
  if (!Any(*words, conjunct)) return;
  std::vector<bool> helped(words->size());  // an auxiliary, a subject or an object: more than a participle
  for (const Word& w : *words) {
    const Relation relation = Universal(w.relation);
    const bool helps = relation == Relation::kAux || relation == Relation::kNsubj || relation == Relation::kObj ||
                       relation == Relation::kCcomp;
    if (helps && w.head >= 0) helped[static_cast<size_t>(w.head)] = true;
  }
  for (size_t i = 0; i < words->size(); ++i) {
    Word& w = (*words)[i];
    if (!conjunct(w) || w.head < 0 || helped[i] || (*words)[static_cast<size_t>(w.head)].xpos == Xpos::kVbn) continue;
    for (auto j = static_cast<int32_t>(i) - 1; j > Nearest(*words, i, w.head); --j) {
      const Word& other = (*words)[static_cast<size_t>(j)];
      if (other.relation != Relation::kAcl || other.xpos != Xpos::kVbn || helped[static_cast<size_t>(j)]) continue;
      if (IsBelow(*words, j, w.head) && !IsBelow(*words, j, static_cast<int32_t>(i))) w.head = j;
      break;
    }
  }
  HangPartedParticiples(helped, words);
}

namespace {

// "hopes the sale of mills would be good", with the goodness beside what somebody says though no "and" joins it and
// nobody is good: the sale would be.
void RepairCutContents(std::vector<Word>* words) {
  for (size_t i = 3; i < words->size(); ++i) {
    Word& clause = (*words)[i];
    if (clause.relation != Relation::kConj || clause.head < 0) continue;
    const auto at = static_cast<int32_t>(i);
    int32_t first = -1;
    bool finite = IsFinite(clause.xpos), own = false;
    for (size_t j = Around(*words, at).begin; j < i; ++j) {
      const Word& w = (*words)[j];
      if (w.head != at) continue;
      if (first < 0) first = static_cast<int32_t>(j);
      const bool helps = Universal(w.relation) == Relation::kAux || w.relation == Relation::kCop;
      finite |= helps && IsFiniteOrModal(w.xpos);
      own |= IsSubject(w.relation) || w.relation == Relation::kCc || w.relation == Relation::kMark ||
             w.upos == Upos::kPunct;
    }
    if (!finite || own || first < 1) continue;
    // The object whose phrase ends right before the clause.
    constexpr int kDeepest = 8;
    int32_t object = first - 1;
    for (int steps = 0; steps < kDeepest && object >= 0; ++steps) {
      if ((*words)[static_cast<size_t>(object)].relation == Relation::kObj) break;
      object = (*words)[static_cast<size_t>(object)].head;
    }
    if (object < 0 || object >= first || (*words)[static_cast<size_t>(object)].relation != Relation::kObj) continue;
    Word& subject = (*words)[static_cast<size_t>(object)];
    const int32_t verb = subject.head;
    if (verb < 0 || verb > object || !IsSayingVerb((*words)[static_cast<size_t>(verb)].lemma)) continue;
    if (IsBelow(*words, verb, at)) continue;
    subject.head = at;
    subject.relation = Relation::kNsubj;
    clause.head = verb;
    clause.relation = Relation::kCcomp;
  }
}

}  // namespace

void RepairBareContents(std::vector<Word>* words) {
  RepairCutContents(words);
  for (size_t i = 2; i < words->size(); ++i) {
    Word& clause = (*words)[i];
    const bool content = clause.relation == Relation::kCcomp && IsFiniteOrModal(clause.xpos);
    const bool bare = clause.relation == Relation::kXcomp && (clause.xpos == Xpos::kVb || IsFinite(clause.xpos));
    if ((!content && !bare) || clause.head < 0) continue;
    const int32_t verb = clause.head;
    if (verb > static_cast<int32_t>(i)) continue;
    if (bare && !IsSayingVerb((*words)[static_cast<size_t>(verb)].lemma)) continue;
    int32_t object = -1;
    bool own = false;
    bool parted = false;
    for (auto j = static_cast<size_t>(Nearest(*words, i, verb)) + 1; j < i; ++j) {
      const Word& w = (*words)[j];
      const bool of_clause = w.head == static_cast<int32_t>(i);
      parted |= object >= 0 && (!of_clause || w.upos == Upos::kPunct);
      if (w.head == verb && (w.relation == Relation::kObj || w.relation == Relation::kIobj)) {
        object = static_cast<int32_t>(j);
      }
      own |= of_clause && (w.xpos == Xpos::kTo || w.relation == Relation::kMark || IsSubject(w.relation));
    }
    if (object < 0 || own || (content && parted)) continue;
    Word& subject = (*words)[static_cast<size_t>(object)];
    if (!IsPlural(subject.xpos) && !IsFiniteOrModal(clause.xpos)) continue;
    subject.head = static_cast<int32_t>(i);
    subject.relation = Relation::kNsubj;
    clause.relation = Relation::kCcomp;
    if (clause.xpos == Xpos::kVb) clause.xpos = Xpos::kVbp;
  }
}

}  // namespace consilience
