#include "engine/syntax/repair.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/string_view.h"

namespace consilience {
namespace {

// Verbs that say or think something; sorted.
constexpr absl::string_view kSaying[] = {
    "acknowledge", "add",      "admit",    "advise",  "agree",    "allege",  "announce", "argue",     "assert",
    "assure",      "believe",  "boast",    "claim",   "complain", "concede", "conclude", "confess",   "confirm",
    "contend",     "convince", "decide",   "declare", "demand",   "deny",    "disclose", "emphasise", "emphasize",
    "estimate",    "explain",  "fear",     "find",    "hint",     "hope",    "indicate", "inform",    "insist",
    "know",        "learn",    "maintain", "mention", "note",     "notify",  "persuade", "pledge",    "predict",
    "promise",     "remind",   "repeat",   "reply",   "report",   "reveal",  "say",      "show",      "signal",
    "state",       "stress",   "suggest",  "swear",   "tell",     "testify", "think",    "tweet",     "vow",
    "warn",        "write"};
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

bool IsSubject(Relation relation) {
  return Universal(relation) == Relation::kNsubj;
}

}  // namespace

void RepairContentClauses(std::vector<Word>* words) {
  // By head: whether it has a complete clause's subject behind "that", and its last dependent.
  const size_t size = words->size();
  std::vector<int32_t> that(size, -1), subject(size, -1), last(size, -1);
  std::vector<bool> content(size, false);
  bool any = false;
  for (size_t i = 0; i < size; ++i) {
    const Word& w = (*words)[i];
    if (w.head < 0) continue;
    const auto head = static_cast<size_t>(w.head);
    last[head] = static_cast<int32_t>(i);
    const bool conjunction = w.relation == Relation::kMark || w.xpos == Xpos::kWdt || w.xpos == Xpos::kIn;
    if (conjunction && w.lemma == "that" && that[head] < 0) {
      that[head] = static_cast<int32_t>(i);
      any = true;
    }
    if (IsSubject(w.relation) && subject[head] < 0) subject[head] = static_cast<int32_t>(i);
    if (w.relation == Relation::kCcomp) content[head] = true;
  }
  if (!any) return;
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
    // What hangs on the name between it and the noun: "General".
    size_t noun = name - 1;
    while (noun > 0 && (*words)[noun].head == static_cast<int32_t>(name) && (*words)[noun].upos == Upos::kPropn) --noun;
    Word& title = (*words)[noun];
    if (!names_one(title) || title.head != bearer.head) continue;
    const Relation relation = Universal(title.relation);
    const bool role = relation == Relation::kNsubj || relation == Relation::kObj || relation == Relation::kObl;
    if (!role || relation != Universal(bearer.relation)) continue;
    title.head = static_cast<int32_t>(name);
    title.relation = Relation::kNmodDesc;
  }
}

}  // namespace consilience
