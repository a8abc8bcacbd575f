#include "engine/claim/governing_verb.h"

#include <algorithm>
#include <iterator>

#include "engine/base/word_list.h"

namespace consilience {
namespace {

constexpr Modality kAsserted = Modality::kAsserted;
constexpr Modality kPossible = Modality::kPossible;
constexpr Modality kNecessary = Modality::kNecessary;
constexpr Modality kPlanned = Modality::kPlanned;
constexpr Modality kConditional = Modality::kConditional;
constexpr Modality kDenied = Modality::kDenied;

// Lemma, passive, modality, negates, said_all. Sorted by lemma, the active one first.
constexpr GoverningVerb kVerbs[] = {
    {"able", false, kAsserted, false, true},       {"abstain", false, kAsserted, true, true},
    {"accuse", true, kPossible, false, true},      {"advise", true, kNecessary, false, false},
    {"agree", false, kPlanned, false, false},      {"aim", false, kPlanned, false, true},
    {"allege", true, kPossible, false, true},      {"allow", true, kPossible, false, false},
    {"anticipate", true, kPlanned, false, true},   {"appear", false, kPossible, false, true},
    {"apt", false, kPossible, false, true},        {"ask", true, kNecessary, false, false},
    {"assume", true, kPossible, false, true},      {"attempt", false, kPlanned, false, false},
    {"authorise", true, kPossible, false, false},  {"authorize", true, kPossible, false, false},
    {"avoid", false, kAsserted, true, true},       {"believe", true, kPossible, false, true},
    {"bind", true, kNecessary, false, true},       {"call", true, kNecessary, false, false},
    {"cease", false, kAsserted, true, true},       {"certain", false, kPlanned, false, true},
    {"claim", false, kPossible, false, false},     {"claim", true, kPossible, false, true},
    {"consider", false, kPlanned, false, false},   {"contemplate", false, kPlanned, false, false},
    {"decide", false, kPlanned, false, false},     {"decline", false, kAsserted, true, true},
    {"deem", true, kPossible, false, false},       {"deny", false, kDenied, false, true},
    {"desist", false, kAsserted, true, true},      {"determined", false, kPlanned, false, false},
    {"discontinue", false, kAsserted, true, true}, {"discuss", false, kPossible, false, false},
    {"due", false, kPlanned, false, true},         {"eager", false, kPlanned, false, false},
    {"encourage", true, kPossible, false, false},  {"entitle", true, kPossible, false, false},
    {"estimate", true, kPossible, false, true},    {"expect", false, kPlanned, false, true},
    {"expect", true, kPlanned, false, true},       {"fail", false, kAsserted, true, true},
    {"forbid", true, kAsserted, true, true},       {"forecast", true, kPlanned, false, true},
    {"forget", false, kAsserted, true, true},      {"free", false, kPossible, false, false},
    {"get", false, kNecessary, false, true},       {"go", false, kPlanned, false, true},
    {"have", false, kNecessary, false, true},      {"hesitant", false, kPossible, false, false},
    {"hesitate", false, kAsserted, true, true},    {"hope", false, kPlanned, false, false},
    {"impossible", false, kAsserted, true, true},  {"instruct", true, kNecessary, false, false},
    {"intend", false, kPlanned, false, true},      {"intend", true, kPlanned, false, true},
    {"invite", true, kPossible, false, false},     {"keen", false, kPlanned, false, false},
    {"likely", false, kPossible, false, true},     {"manage", false, kAsserted, false, true},
    {"mean", false, kPlanned, false, true},        {"mean", true, kPlanned, false, true},
    {"need", false, kNecessary, false, true},      {"neglect", false, kAsserted, true, true},
    {"oblige", true, kNecessary, false, true},     {"offer", false, kPlanned, false, false},
    {"omit", false, kAsserted, true, true},        {"order", true, kNecessary, false, false},
    {"ought", false, kNecessary, false, true},     {"permit", true, kPossible, false, false},
    {"plan", false, kPlanned, false, true},        {"plan", true, kPlanned, false, true},
    {"pledge", false, kPlanned, false, false},     {"poised", false, kPlanned, false, true},
    {"predict", true, kPlanned, false, true},      {"prepare", false, kPlanned, false, false},
    {"prepared", false, kPlanned, false, false},   {"presume", true, kPossible, false, true},
    {"pretend", false, kDenied, false, true},      {"project", true, kPlanned, false, true},
    {"promise", false, kPlanned, false, false},    {"propose", false, kPlanned, false, false},
    {"prove", false, kAsserted, false, true},      {"quit", false, kAsserted, true, true},
    {"ready", false, kPlanned, false, false},      {"recommend", false, kNecessary, false, false},
    {"refrain", false, kAsserted, true, true},     {"refuse", false, kAsserted, true, true},
    {"reluctant", false, kPossible, false, false}, {"report", true, kPossible, false, true},
    {"require", true, kNecessary, false, true},    {"resolve", false, kPlanned, false, false},
    {"risk", false, kPossible, false, false},      {"rule", false, kPossible, true, false},
    {"rumor", true, kPossible, false, true},       {"rumored", false, kPossible, false, true},
    {"rumour", true, kPossible, false, true},      {"say", true, kPossible, false, true},
    {"schedule", false, kPlanned, false, true},    {"schedule", true, kPlanned, false, true},
    {"seek", false, kPlanned, false, false},       {"seem", false, kPossible, false, true},
    {"set", false, kPlanned, false, true},         {"set", true, kPlanned, false, true},
    {"slate", true, kPlanned, false, true},        {"stop", false, kAsserted, true, true},
    {"suggest", false, kPossible, false, false},   {"suppose", true, kPlanned, false, true},
    {"suspect", true, kPossible, false, true},     {"tell", true, kNecessary, false, false},
    {"think", true, kPossible, false, true},       {"threaten", false, kPossible, false, false},
    {"tip", true, kPlanned, false, true},          {"try", false, kPlanned, false, false},
    {"unable", false, kAsserted, true, true},      {"understand", true, kPossible, false, true},
    {"unlikely", false, kPossible, false, true},   {"unwilling", false, kAsserted, true, true},
    {"urge", true, kNecessary, false, false},      {"vow", false, kPlanned, false, false},
    {"want", false, kPlanned, false, false},       {"willing", false, kPlanned, false, false},
    {"wish", false, kPlanned, false, false},
};

constexpr GoverningContent kContents[] = {
    {"anticipate", kPlanned, false},   {"appear", kPossible, true},       {"assume", kPossible, false},
    {"believe", kAsserted, true},      {"clear", kAsserted, true},        {"conceivable", kPossible, false},
    {"crucial", kNecessary, false},    {"deny", kDenied, false},          {"dispute", kDenied, false},
    {"doubt", kPossible, false},       {"doubtful", kPossible, false},    {"dream", kPossible, false},
    {"essential", kNecessary, false},  {"expect", kPlanned, true},        {"false", kDenied, false},
    {"fear", kPossible, false},        {"guess", kPossible, false},       {"hint", kPossible, false},
    {"hope", kPossible, false},        {"hopeful", kPossible, false},     {"imagine", kPossible, true},
    {"imperative", kNecessary, false}, {"imply", kPossible, false},       {"important", kNecessary, false},
    {"impossible", kDenied, false},    {"inconceivable", kDenied, false}, {"likely", kPossible, true},
    {"necessary", kNecessary, false},  {"plausible", kPossible, false},   {"possible", kPossible, false},
    {"pray", kPossible, false},        {"pretend", kDenied, false},       {"probable", kPossible, true},
    {"reckon", kAsserted, true},       {"refute", kDenied, false},        {"reject", kDenied, false},
    {"seem", kPossible, true},         {"speculate", kPossible, false},   {"suppose", kPossible, true},
    {"suspect", kPossible, false},     {"think", kAsserted, true},        {"true", kAsserted, true},
    {"uncertain", kPossible, false},   {"unclear", kPossible, false},     {"unlikely", kPossible, false},
    {"untrue", kDenied, false},        {"vital", kNecessary, false},      {"want", kPlanned, true},
    {"wish", kPossible, false},        {"wonder", kPossible, false},      {"worry", kPossible, false},
};

constexpr GoverningContent kNouns[] = {
    {"accusation", kPossible, false},
    {"admission", kAsserted, false},
    {"allegation", kPossible, false},
    {"announcement", kAsserted, false},
    {"argument", kPossible, false},
    {"assertion", kPossible, false},
    {"assumption", kPossible, false},
    {"assurance", kPossible, false},
    {"belief", kPossible, false},
    {"call", kNecessary, false},
    {"chance", kPossible, false},
    {"charge", kPossible, false},
    {"claim", kPossible, false},
    {"complaint", kPossible, false},
    {"concern", kPossible, false},
    {"condition", kConditional, false},
    {"confession", kAsserted, false},
    {"confirmation", kAsserted, false},
    {"conjecture", kPossible, false},
    {"contention", kPossible, false},
    {"conviction", kPossible, false},
    {"danger", kPossible, false},
    {"demand", kNecessary, false},
    {"denial", kDenied, false},
    {"discovery", kAsserted, false},
    {"doubt", kPossible, false},
    {"evidence", kPossible, true},
    {"expectation", kPlanned, false},
    {"fact", kAsserted, false},
    {"fear", kPossible, false},
    {"feeling", kPossible, false},
    {"finding", kAsserted, false},
    {"forecast", kPossible, false},
    {"guarantee", kPlanned, false},
    {"guess", kPossible, false},
    {"hint", kPossible, true},
    {"hope", kPossible, false},
    {"hunch", kPossible, false},
    {"hypothesis", kPossible, false},
    {"idea", kPossible, false},
    {"implication", kPossible, false},
    {"impression", kPossible, false},
    {"indication", kPossible, true},
    {"insinuation", kPossible, false},
    {"insistence", kPossible, false},
    {"intention", kPlanned, false},
    {"likelihood", kPossible, false},
    {"narrative", kPossible, false},
    {"news", kAsserted, false},
    {"notion", kPossible, false},
    {"odds", kPossible, false},
    {"opinion", kPossible, false},
    {"perception", kPossible, false},
    {"perspective", kPossible, false},
    {"plan", kPlanned, false},
    {"pledge", kPlanned, false},
    {"possibility", kPossible, false},
    {"prediction", kPossible, false},
    {"premise", kPossible, false},
    {"presumption", kPossible, false},
    {"promise", kPlanned, false},
    {"proof", kAsserted, true},
    {"proposal", kPlanned, false},
    {"prospect", kPossible, false},
    {"recommendation", kNecessary, false},
    {"report", kPossible, false},
    {"request", kNecessary, false},
    {"requirement", kNecessary, false},
    {"revelation", kAsserted, false},
    {"risk", kPossible, false},
    {"ruling", kAsserted, false},
    {"rumor", kPossible, false},
    {"rumour", kPossible, false},
    {"sign", kPossible, true},
    {"speculation", kPossible, false},
    {"statement", kPossible, false},
    {"suggestion", kPossible, true},
    {"suspicion", kPossible, false},
    {"testimony", kPossible, false},
    {"theory", kPossible, false},
    {"threat", kPossible, false},
    {"verdict", kAsserted, false},
    {"view", kPossible, false},
    {"warning", kPossible, false},
    {"worry", kPossible, false},
};

constexpr PrepositionalControl kControls[] = {
    {"absolve", "of", kDenied, false},        {"abstain", "from", kAsserted, true},
    {"accuse", "of", kPossible, false},       {"acquit", "of", kDenied, false},
    {"admonish", "for", kAsserted, false},    {"aim", "at", kPlanned, false},
    {"applaud", "for", kAsserted, false},     {"arrest", "for", kPossible, false},
    {"assail", "for", kAsserted, false},      {"attack", "for", kPossible, false},
    {"back", "from", kAsserted, true},        {"ban", "from", kNecessary, true},
    {"bar", "from", kNecessary, true},        {"berate", "for", kAsserted, false},
    {"blame", "for", kPossible, false},       {"blast", "for", kAsserted, false},
    {"block", "from", kAsserted, true},       {"book", "for", kPossible, false},
    {"castigate", "for", kAsserted, false},   {"censure", "for", kAsserted, false},
    {"charge", "with", kPossible, false},     {"chastise", "for", kAsserted, false},
    {"cite", "as", kAsserted, false},         {"chide", "for", kAsserted, false},
    {"clear", "of", kDenied, false},          {"commend", "for", kAsserted, false},
    {"condemn", "for", kAsserted, false},     {"congratulate", "for", kAsserted, false},
    {"convict", "of", kAsserted, false},      {"criticise", "for", kAsserted, false},
    {"criticize", "for", kAsserted, false},   {"decry", "for", kAsserted, false},
    {"denounce", "for", kAsserted, false},    {"desist", "from", kAsserted, true},
    {"detain", "for", kPossible, false},      {"deter", "from", kAsserted, true},
    {"discipline", "for", kAsserted, false},  {"discourage", "from", kAsserted, true},
    {"disqualify", "from", kAsserted, true},  {"dissuade", "from", kAsserted, true},
    {"eliminate", "from", kAsserted, true},   {"exclude", "from", kAsserted, true},
    {"exempt", "from", kAsserted, true},      {"fault", "for", kAsserted, false},
    {"fine", "for", kAsserted, false},        {"fire", "for", kAsserted, false},
    {"forbid", "from", kAsserted, true},      {"forgive", "for", kAsserted, false},
    {"hail", "for", kAsserted, false},        {"hammer", "for", kAsserted, false},
    {"hinder", "from", kAsserted, true},      {"honor", "for", kAsserted, false},
    {"honour", "for", kAsserted, false},      {"impeach", "for", kPossible, false},
    {"implicate", "in", kPossible, false},    {"indict", "for", kPossible, false},
    {"investigate", "for", kPossible, false}, {"jail", "for", kAsserted, false},
    {"keep", "from", kAsserted, true},        {"lambast", "for", kAsserted, false},
    {"lambaste", "for", kAsserted, false},    {"laud", "for", kAsserted, false},
    {"mock", "for", kAsserted, false},        {"penalise", "for", kAsserted, false},
    {"penalize", "for", kAsserted, false},    {"pillory", "for", kAsserted, false},
    {"praise", "for", kAsserted, false},      {"preclude", "from", kAsserted, true},
    {"prevent", "from", kAsserted, true},     {"prohibit", "from", kNecessary, true},
    {"prosecute", "for", kPossible, false},   {"punish", "for", kAsserted, false},
    {"question", "about", kPossible, false},  {"rap", "for", kAsserted, false},
    {"rebuke", "for", kAsserted, false},      {"quote", "as", kAsserted, false},
    {"refrain", "from", kAsserted, true},     {"reprimand", "for", kAsserted, false},
    {"restrain", "from", kAsserted, true},    {"restrict", "from", kAsserted, true},
    {"ridicule", "for", kAsserted, false},    {"scold", "for", kAsserted, false},
    {"shy", "from", kAsserted, true},         {"slam", "for", kAsserted, false},
    {"slap", "for", kAsserted, false},        {"stop", "from", kAsserted, true},
    {"sue", "for", kPossible, false},         {"suspect", "of", kPossible, false},
    {"suspend", "from", kAsserted, true},     {"thank", "for", kAsserted, false},
};

constexpr absl::string_view kFactives[] = {
    "acknowledge", "admit",   "appreciate", "aware",     "bemoan",     "discover", "forget",     "glad",
    "happy",       "ignore",  "know",       "lament",    "mind",       "notice",   "odd",        "proud",
    "realise",     "realize", "recognise",  "recognize", "regret",     "remember", "resent",     "reveal",
    "sad",         "sorry",   "strange",    "surprised", "surprising", "unaware",  "unfortunate"};

constexpr absl::string_view kNeedContent[] = {
    "say",  "add",  "tell",  "explain", "note", "write", "report", "state",  "announce", "claim",    "argue",
    "mean", "warn", "think", "believe", "ask",  "reply", "insist", "recall", "conclude", "continue", "suggest"};

constexpr absl::string_view kDirecting[] = {
    "advise",    "allow",   "ask",      "beg",    "command", "compel", "convince", "direct", "enable",
    "encourage", "force",   "instruct", "invite", "order",   "permit", "persuade", "press",  "pressure",
    "push",      "request", "require",  "summon", "tell",    "urge",   "warn"};

// A verb, and a preposition that its object wants.
struct ArgumentNeed {
  absl::string_view lemma;
  absl::string_view preposition;
};
constexpr ArgumentNeed kArgumentNeeds[] = {
    {"accuse", "of"},    {"attribute", "to"},    {"base", "on"},         {"base", "upon"},   {"bring", "to"},
    {"bring", "into"},   {"bring", "before"},    {"bring", "under"},     {"call", "into"},   {"compare", "to"},
    {"compare", "with"}, {"confine", "to"},      {"deprive", "of"},      {"describe", "as"}, {"equate", "with"},
    {"focus", "on"},     {"focus", "in"},        {"join", "in"},         {"list", "as"},     {"cite", "as"},
    {"classify", "as"},  {"depict", "as"},       {"dismiss", "as"},      {"identify", "as"}, {"recognize", "as"},
    {"recognise", "as"}, {"characterize", "as"}, {"characterise", "as"}, {"denounce", "as"}, {"leave", "with"},
    {"liken", "to"},     {"link", "to"},         {"link", "with"},       {"mistake", "for"}, {"portray", "as"},
    {"put", "in"},       {"put", "into"},        {"put", "on"},          {"put", "at"},      {"put", "under"},
    {"put", "before"},   {"put", "behind"},      {"put", "to"},          {"regard", "as"},   {"rid", "of"},
    {"rob", "of"},       {"strip", "of"},        {"subject", "to"},      {"take", "into"},   {"take", "to"},
    {"throw", "into"},   {"treat", "as"},        {"treat", "how"},       {"treat", "like"},  {"treat", "with"},
    {"turn", "into"},    {"turn", "over"},       {"use", "as"},          {"view", "as"},     {"view", "with"}};
// A verb, and a preposition behind which stands who is to do what its infinitive says: "called on them to leave".
constexpr ArgumentNeed kDirectingThrough[] = {{"appeal", "to"},  {"call", "on"}, {"call", "upon"}, {"count", "on"},
                                              {"plead", "with"}, {"rely", "on"}, {"wait", "for"}};
// An adjective, and a preposition without which it says nothing of whom: "privy to the plan".
constexpr ArgumentNeed kAdjectiveNeeds[] = {{"complicit", "in"},    {"different", "from"}, {"engaged", "in"},
                                            {"far", "from"},        {"free", "from"},      {"implicated", "in"},
                                            {"instrumental", "in"}, {"interested", "in"},  {"involved", "in"}};

constexpr absl::string_view kDenials[] = {"deny", "dismiss", "dispute", "rebut", "refute", "reject"};

template <typename Table>
auto FindByLemma(const Table& table, absl::string_view lemma) {
  const auto at = std::lower_bound(std::begin(table), std::end(table), lemma,
                                   [](const auto& row, absl::string_view key) { return row.lemma < key; });
  return at != std::end(table) && at->lemma == lemma ? at : nullptr;
}

template <typename Table>
bool Has(const Table& table, absl::string_view lemma, absl::string_view preposition) {
  return std::any_of(std::begin(table), std::end(table),
                     [&](const ArgumentNeed& need) { return need.lemma == lemma && need.preposition == preposition; });
}

}  // namespace

const GoverningVerb* FindGoverningVerb(absl::string_view lemma, absl::string_view form, bool passive) {
  if (lemma == "go" && form != "going" && form != "Going") return nullptr;
  const GoverningVerb* verb = FindByLemma(kVerbs, lemma);
  for (; verb != nullptr && verb != std::end(kVerbs) && verb->lemma == lemma; ++verb) {
    if (verb->passive == passive) return verb;
  }
  return nullptr;
}

const GoverningContent* FindGoverningContent(absl::string_view lemma) {
  return FindByLemma(kContents, lemma);
}

const GoverningContent* FindContentNoun(absl::string_view lemma) {
  return FindByLemma(kNouns, lemma);
}

const PrepositionalControl* FindPrepositionalControl(absl::string_view verb, absl::string_view preposition) {
  for (const PrepositionalControl& control : kControls) {
    if (control.verb == verb && control.preposition == preposition) return &control;
  }
  return nullptr;
}

bool IsFactive(absl::string_view lemma) {
  return std::binary_search(std::begin(kFactives), std::end(kFactives), lemma);
}

bool NeedsContent(absl::string_view verb) {
  return IsAmong(kNeedContent, verb);
}

bool Directs(absl::string_view verb) {
  return IsAmong(kDirecting, verb);
}

bool NeedsArgument(absl::string_view verb, absl::string_view preposition) {
  return Has(kArgumentNeeds, verb, preposition);
}

bool DirectsThrough(absl::string_view verb, absl::string_view preposition) {
  return Has(kDirectingThrough, verb, preposition);
}

bool AdjectiveNeeds(absl::string_view adjective, absl::string_view preposition) {
  constexpr absl::string_view kAll[] = {"about", "for", "of", "on", "to", "with"};
  return IsAmong(kAll, preposition) || Has(kAdjectiveNeeds, adjective, preposition);
}

bool DeniesObject(absl::string_view verb) {
  return IsAmong(kDenials, verb);
}

}  // namespace consilience
