#include "engine/reconcile/proposition.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/base/day.h"
#include "engine/base/word_list.h"
#include "engine/claim/gazetteer.h"

namespace consilience {
namespace {

constexpr absl::string_view kPrepositions[] = {
    "aboard",      "about",     "above",     "according to", "across",     "after",      "against",
    "ahead of",    "along",     "alongside", "amid",         "amidst",     "among",      "amongst",
    "apart from",  "around",    "as",        "aside from",   "at",         "atop",       "because",
    "because of",  "before",    "behind",    "below",        "beneath",    "beside",     "besides",
    "between",     "beyond",    "by",        "concerning",   "despite",    "down",       "due to",
    "during",      "except",    "following", "for",          "from",       "if",         "in",
    "in front of", "including", "inside",    "instead of",   "into",       "like",       "near",
    "next to",     "of",        "off",       "on",           "onto",       "opposite",   "out of",
    "outside",     "over",      "past",      "pending",      "per",        "regarding",  "regardless of",
    "since",       "so",        "than",      "that",         "through",    "throughout", "till",
    "to",          "toward",    "towards",   "under",        "underneath", "unless",     "unlike",
    "until",       "up to",     "upon",      "versus",       "via",        "when",       "where",
    "whether",     "while",     "with",      "within",       "without",    "worth"};
constexpr absl::string_view kParticles[] = {"up", "down", "out", "off", "in", "over", "away", "back", "on", "aside"};
constexpr absl::string_view kCopulas[] = {"be",   "remain", "stay",   "become", "get",
                                          "keep", "seem",   "appear", "grow",   "go"};
constexpr absl::string_view kHypotheses[] = {"before", "if",      "unless",  "until", "whether",
                                             "than",   "without", "despite", "like"};
constexpr absl::string_view kStays[] = {"stay", "remain", "keep", "lie", "stand", "be"};
constexpr absl::string_view kOpinions[] = {"think",   "believe", "hope",    "fear",   "feel",  "guess",
                                           "suspect", "assume",  "imagine", "wonder", "doubt", "worry",
                                           "expect",  "want",    "wish",    "suggest"};
constexpr absl::string_view kContentions[] = {"think", "believe"};
constexpr absl::string_view kAuxiliaries[] = {
    "is",     "are", "was",  "were", "be",    "been", "being",  "am",  "'s",    "’s",   "'re",
    "’re",    "'m",  "’m",   "has",  "have",  "had",  "having", "'ve", "’ve",   "'d",   "’d",
    "will",   "'ll", "’ll",  "wo",   "would", "may",  "might",  "can", "could", "must", "shall",
    "should", "do",  "does", "did",  "got",   "get",  "gets",   "ca"};
constexpr absl::string_view kRelatives[] = {"who", "that", "which", "whose", "where", "when"};
constexpr absl::string_view kPlurals[] = {"people", "police", "i",        "we",  "you",  "they",
                                          "men",    "women",  "children", "who", "that", "which"};
// A number from which on even a round one is hardly met by chance.
constexpr double kManyCounted = 1000;
// Words of a claim that is as long as a sentence: what somebody says.
constexpr size_t kSpeechWords = 5;

// "turn down" or "send to" as a table may know it, with what is left as its preposition.
struct Predicate {
  std::string verb;  // lemma with its particle
  std::string role;
  bool shunned = false;
  bool carried = false;
  bool planned = false;    // carried by a verb that says it is still to come
  bool bidden = false;     // "ordered the army to leave": what somebody else is to do
  bool state = false;      // "stay close": how it is
  size_t role_length = 0;  // of the role and the space before it, in the lemma
};

size_t WordCount(absl::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + (text.empty() ? 0 : 1);
}

class Builder {
 public:
  Builder(const ClaimTable& claims, PhraseTable* phrases)
      : claims_(claims), phrases_(*phrases), table_(PredicateTable::Default()), lexicon_(Lexicon::Default()) {}

  std::vector<Proposition> Build() {
    std::vector<uint32_t> rows;
    for (uint32_t i = 0; i < claims_.rows().size(); ++i) {
      if (!claims_.row(i).ready) rows.push_back(i);
    }
    propositions_.resize(rows.size());
    predicate_of_.resize(rows.size());
    // Objects hardly ever open a sentence.
    absl::flat_hash_set<StringId> learned;
    for (const uint32_t row : rows) {
      const StringId object = claims_.row(row).object;
      if (object != 0 && learned.insert(object).second) phrases_.LearnCase(claims_.text(object));
    }
    absl::flat_hash_map<Id, uint32_t> documents;
    for (size_t i = 0; i < rows.size(); ++i) {
      propositions_[i].row = rows[i];
      const Id document = claims_.row(rows[i]).document;
      propositions_[i].document =
          documents.try_emplace(document, static_cast<uint32_t>(documents.size())).first->second;
    }
    FindNames(rows);
    // Claims of one clause are read together.
    std::vector<uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    const auto clause_of = [&](uint32_t i) {
      const ClaimTable::Row& row = claims_.row(rows[i]);
      return std::tie(row.document, row.statement, row.clause, row.subject_key);
    };
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      const auto x = clause_of(a), y = clause_of(b);
      return x != y ? x < y : a < b;
    });
    uint32_t clause = 0;
    for (size_t i = 0, j = 0; i < order.size(); i = j) {
      while (j < order.size() && clause_of(order[j]) == clause_of(order[i])) ++j;
      if (i > 0 && !SameClause(rows[order[i]], rows[order[i - 1]])) ++clause;
      for (size_t k = i; k < j; ++k) propositions_[order[k]].clause = clause;
      ReadClause(absl::MakeConstSpan(order).subspan(i, j - i));
    }
    const auto statement_of = [&](uint32_t i) {
      const ClaimTable::Row& row = claims_.row(rows[i]);
      return std::tie(row.document, row.statement);
    };
    for (size_t i = 0, j = 0; i < order.size(); i = j) {
      while (j < order.size() && statement_of(order[j]) == statement_of(order[i])) ++j;
      FindReports(absl::MakeConstSpan(order).subspan(i, j - i));
    }
    std::stable_sort(echoes_.begin(), echoes_.end(),
                     [](const Proposition& a, const Proposition& b) { return a.row < b.row; });
    for (size_t i = 0, j = 0; i < echoes_.size(); ++i) {
      while (propositions_[j].row < echoes_[i].row) ++j;
      echoes_[i].content = propositions_[j].content;
      echoes_[i].acts = propositions_[j].acts;
    }
    propositions_.insert(propositions_.end(), echoes_.begin(), echoes_.end());
    return std::move(propositions_);
  }

 private:
  bool SameClause(uint32_t row_a, uint32_t row_b) const {
    const ClaimTable::Row &a = claims_.row(row_a), &b = claims_.row(row_b);
    return a.document == b.document && a.statement == b.statement && a.clause == b.clause;
  }

  // The predicates of one clause's claims, whose lemmas begin alike: "sign", "sign treaty in", "sign in".
  void ReadPredicates(absl::Span<const uint32_t> members) {
    absl::string_view shortest;
    for (const uint32_t i : members) {
      const absl::string_view lemma = LemmaOf(claims_.row(propositions_[i].row));
      if (shortest.empty() || std::make_pair(WordCount(lemma), lemma) < std::make_pair(WordCount(shortest), shortest)) {
        shortest = lemma;
      }
    }
    const Predicate& first = Parsed(shortest);
    const absl::string_view base = shortest.substr(0, shortest.size() - first.role_length);
    for (const uint32_t i : members) {
      Predicate& predicate = predicate_of_[i];
      const absl::string_view lemma = LemmaOf(claims_.row(propositions_[i].row));
      predicate = first;
      predicate.role.clear();
      if (lemma.size() <= base.size() + 1) continue;
      if (base.empty() || lemma[base.size()] != ' ' || !absl::StartsWith(lemma, base)) {
        predicate = Parsed(lemma);
        continue;
      }
      absl::string_view rest = lemma.substr(base.size() + 1);
      // "Shot dead after": the adjective belongs to the verb.
      const absl::string_view next = rest.substr(0, rest.find(' '));
      const std::string compound = absl::StrCat(first.verb, " ", next);
      if (!IsAmong(kPrepositions, next) && !IsAmong(kParticles, next) && table_.Find(compound, true))
        predicate.verb = compound;
      // "Came into force on Thursday", "came off the tracks near Selma": preposition and noun belong to the verb.
      const std::vector<absl::string_view> words = absl::StrSplit(rest, absl::MaxSplits(' ', 2));
      const std::string idiom = words.size() < 2 ? "" : absl::StrCat(first.verb, " ", words[0], " ", words[1]);
      if (words.size() == 3 && table_.FindState(idiom)) {
        predicate.verb = idiom;
        predicate.role = std::string(RoleOf(words[2]));
        continue;
      }
      // "born in port of Ludz" is born in Ludz.
      if (absl::ConsumeSuffix(&rest, " of")) {
        const size_t noun = rest.rfind(' ');
        const bool holds = noun != absl::string_view::npos && lexicon_.Holds(rest.substr(noun + 1));
        rest = holds ? rest.substr(0, noun) : lemma.substr(base.size() + 1);
      }
      predicate.role = std::string(RoleOf(rest));
      // "Is much smaller (than) 4 inches" is no being 4 inches.
      if (predicate.role.empty() && IsAmong(kCopulas, first.verb)) predicate.verb = std::string(lemma);
    }
  }

  // A bare object is at times marked "on" for want of a preposition; the text has none then.
  absl::string_view LemmaOf(const ClaimTable::Row& row) const {
    const absl::string_view lemma = claims_.text(row.predicate);
    const Value* const value = ValueOf(row);
    const bool bare = absl::EndsWith(lemma, " on") && row.predicate_text != 0 &&
                      !absl::EndsWith(claims_.text(row.predicate_text), " on") &&
                      (value == nullptr || value->kind != ValueKind::kDate);
    return bare ? absl::StripSuffix(lemma, " on") : lemma;
  }

  // The preposition that ends a lemma; empty when none does.
  static absl::string_view RoleOf(absl::string_view lemma) {
    const size_t last = lemma.rfind(' ');
    const size_t before =
        last == absl::string_view::npos || last == 0 ? absl::string_view::npos : lemma.rfind(' ', last - 1);
    const absl::string_view two = before == absl::string_view::npos ? lemma : lemma.substr(before + 1);
    if (IsAmong(kPrepositions, two)) return two;
    const absl::string_view one = last == absl::string_view::npos ? lemma : lemma.substr(last + 1);
    return IsAmong(kPrepositions, one) ? one : absl::string_view();
  }

  const Predicate& Parsed(absl::string_view lemma) {
    const auto [place, is_new] = predicate_numbers_.try_emplace(lemma, predicates_.size());
    if (is_new) predicates_.push_back(Parse(lemma));
    return predicates_[place->second];
  }

  // "promise cut on": carried "cut", role "on".
  Predicate Parse(absl::string_view lemma) const {
    Predicate out;
    std::vector<absl::string_view> words = absl::StrSplit(lemma, ' ', absl::SkipEmpty());
    if (words.empty()) return out;
    // What the table knows as a whole needs no cutting: "stand at", "turn down".
    if (words.size() <= 2 && (table_.Find(lemma, true) || table_.Find(lemma, false) || table_.Amounts(lemma))) {
      out.verb = std::string(lemma);
      return out;
    }
    if (const absl::string_view role = RoleOf(lemma); !role.empty() && role.size() < lemma.size()) {
      out.role = std::string(role);
      out.role_length = role.size() + 1;
      words.resize(words.size() - WordCount(role));
    }
    while (words.size() > 1) {
      if (table_.Shuns(words[0])) {
        out.shunned = !out.shunned;
      } else if (IsAmong(kStays, words[0]) && table_.Find(words[1], true)) {
        out.state = true;
      } else if (!table_.Carries(words[0]) || IsAmong(kParticles, words[1]) || OnlyNoun(words[1])) {
        break;
      }
      out.planned = out.planned || table_.Plans(words[0]);
      out.bidden = out.bidden || table_.Bids(words[0]);
      out.carried = true;
      words.erase(words.begin());
    }
    for (absl::string_view& word : words) {
      if (word != "lay") word = lexicon_.BaseForm(WordClass::kVerb, word);  // "lay off"
    }
    out.verb = absl::StrJoin(words, " ");
    return out;
  }

  // "Responsibility" of "claim responsibility" is no verb that another carries.
  bool OnlyNoun(absl::string_view word) const {
    return lexicon_.Knows(WordClass::kNoun, word) && !KnowsVerb(word) &&
           !lexicon_.BaseForm(WordClass::kVerb, word).empty() && lexicon_.BaseForm(WordClass::kVerb, word) == word;
  }
  bool KnowsVerb(absl::string_view lemma) const {
    return lexicon_.Knows(WordClass::kVerb, lemma) || table_.Find(lemma, true) || table_.Find(lemma, false);
  }

  // Lemmas of rare and of irregular verbs may be wrong: "postpon", "flead". The text has the form itself.
  void Mend(const ClaimTable::Row& row, Predicate* predicate) const {
    std::string& verb = predicate->verb;
    if (verb.empty()) return;
    const std::string first(verb.substr(0, verb.find(' ')));
    const auto replace = [&](absl::string_view with) { verb = absl::StrCat(with, verb.substr(first.size())); };
    const std::string text = absl::AsciiStrToLower(claims_.text(row.predicate_text));
    const std::vector<absl::string_view> forms = absl::StrSplit(text, ' ', absl::SkipEmpty());
    for (size_t i = 0; i < forms.size(); ++i) {
      const absl::string_view form = forms[i];
      // "Had hit" is no having.
      if (i + 1 < forms.size() && IsAmong(kAuxiliaries, form)) continue;
      const absl::string_view base = lexicon_.BaseForm(WordClass::kVerb, form);
      if (base == form || base == first || base[0] != first[0] || form == "lay" || form == "wound") continue;
      if (predicate->carried && table_.Carries(base)) continue;
      if (form[0] == first[0] && KnowsVerb(base)) return replace(base);
    }
    if (!KnowsVerb(first) && KnowsVerb(absl::StrCat(first, "e"))) replace(absl::StrCat(first, "e"));
  }

  // Particles that stand as a preposition or in the object belong to the verb: "went off", "siphoned off $58 million".
  void RestoreParticle(ClaimTable::Row* row, Predicate* predicate) const {
    if (IsAmong(kParticles, predicate->role) && row->object_key == 0) {
      predicate->verb = absl::StrCat(predicate->verb, " ", predicate->role);
      predicate->role.clear();
    }
    if (!predicate->role.empty() || row->object_key == 0) return;
    const absl::string_view object = claims_.text(row->object);
    const absl::string_view first = object.substr(0, object.find(' '));
    // "Was shot dead".
    if (std::string compound = absl::StrCat(predicate->verb, " ", object);
        row->passive && first == object && table_.Find(compound, true)) {
      row->object = row->object_key = row->object_head = 0;
      predicate->verb = std::move(compound);
      return;
    }
    if (!IsAmong(kParticles, first) || absl::StartsWith(object, "up to ")) return;
    std::string verb = absl::StrCat(predicate->verb, " ", first);
    if (first == object) {
      row->object = row->object_key = row->object_head = 0;
    } else if (!KnowsVerb(verb)) {
      return;
    }
    predicate->verb = std::move(verb);
  }

  // "Is about the harbour", "heard from him": an object that opens with its preposition.
  void RestorePreposition(const ClaimTable::Row& row, Predicate* predicate) const {
    constexpr absl::string_view kOpening[] = {"about", "from", "with", "for", "of", "against", "on", "in", "by"};
    if (!predicate->role.empty() || row.value != ClaimTable::kNoValue) return;
    const absl::string_view object = claims_.text(row.object);
    const absl::string_view first = object.substr(0, object.find(' '));
    if (first != object && IsAmong(kOpening, first)) predicate->role = std::string(first);
  }

  void ReadClause(absl::Span<const uint32_t> members) {
    ReadPredicates(members);
    std::vector<ClaimTable::Row> rows;
    for (const uint32_t i : members) {
      rows.push_back(claims_.row(propositions_[i].row));
      Mend(rows.back(), &predicate_of_[i]);
      RestoreParticle(&rows.back(), &predicate_of_[i]);
      RestorePreposition(rows.back(), &predicate_of_[i]);
    }
    // The claim of the act itself, and the agent of a passive.
    const ClaimTable::Row* core = nullptr;
    const ClaimTable::Row* by = nullptr;
    for (size_t k = 0; k < members.size(); ++k) {
      const ClaimTable::Row& row = rows[k];
      const Predicate& predicate = predicate_of_[members[k]];
      if (predicate.role.empty() && row.object_key != 0 && core == nullptr) core = &row;
      if (row.passive && predicate.role == "by" && by == nullptr) by = &row;
    }
    int circumstances = 0;
    uint32_t circumstance = 0;
    for (const uint32_t i : members) {
      if (!Narrows(i)) continue;
      ++circumstances;
      circumstance = i;
    }
    const bool limited = std::any_of(members.begin(), members.end(), [&](uint32_t i) { return Limits(i); });
    bool acts = false;
    for (size_t k = 0; k < members.size(); ++k) {
      const uint32_t i = members[k];
      const ClaimTable::Row& row = rows[k];
      propositions_[i].narrowed = circumstances > Narrows(i);
      propositions_[i].manner = MannerOf(row);
      propositions_[i].limited = limited;
      propositions_[i].firm = Finite(row, predicate_of_[i]);
      ReadClaim(row, core, by, i, &propositions_[i]);
      // "Carrying 180 people", "built in 1989": what goes along with what is told is told as a fact.
      const Proposition& p = propositions_[i];
      const bool number = p.slot == ValueSlot::kPatient && Number(p.value) && p.agent != 0 && IsParticiple(row);
      const bool date = p.slot == ValueSlot::kOblique && p.value != nullptr && !Number(p.value) && row.passive;
      const bool along = p.modality == Modality::kAsserted && (number || date);
      propositions_[i].firm = p.firm || along;
      if (core != nullptr && propositions_[i].role != 0 && Number(ValueOf(*core)))
        propositions_[i].extent = ValueOf(*core);
      EchoMeasures(row, predicate_of_[i], propositions_[i]);
      acts = acts || propositions_[i].role == 0;
    }
    EchoElection(members, rows);
    SetContent(members);
    for (const uint32_t i : members) {
      Proposition& p = propositions_[i];
      if (p.role != 0 || circumstances != 1 || circumstance == i) continue;
      p.told_role = phrases_.AddWord(predicate_of_[circumstance].role);
      p.told = ObjectOf(claims_.row(propositions_[circumstance].row));
    }
    if (acts) return;
    // "Rose 5 percent" is no rise but by how much, "jailed for 20 years" by how much, too; "sank within 20 minutes" is
    // sinking, if nothing tells it better.
    for (const bool timed : {false, true}) {
      const auto tells = std::find_if(members.begin(), members.end(), [&](uint32_t i) {
        const Proposition& p = propositions_[i];
        const bool measured = p.slot == ValueSlot::kOblique && Number(p.value);
        const bool lapse = measured && p.value->kind == ValueKind::kDuration &&
                           (predicate_of_[i].role == "within" || predicate_of_[i].role == "after");
        return !p.echo && p.patient != 0 && !p.hollow && (!measured || (timed && lapse));
      });
      if (tells == members.end()) continue;
      Proposition echo = propositions_[*tells];
      echo.echo = true;
      echo.told_role = echo.role;
      echo.told = echo.oblique;
      echo.role = echo.oblique = 0;
      if (echo.slot == ValueSlot::kOblique || echo.slot == ValueSlot::kNone) {
        const ClaimTable::Row& row = claims_.row(echo.row);
        echo.slot = ValueSlot::kNone;
        echo.value = nullptr;
        if (Number(SubjectValueOf(row))) {
          SetValue(SubjectValueOf(row), echo.patient == SubjectOf(row) ? ValueSlot::kPatient : ValueSlot::kAgent,
                   &echo);
        }
      }
      echo.narrowed = circumstances > 0;
      CountPeople(&echo);
      Judge(&echo);
      echoes_.push_back(echo);
      return;
    }
  }

  // Who beat the president in the runoff was elected.
  void EchoElection(absl::Span<const uint32_t> members, absl::Span<const ClaimTable::Row> rows) {
    constexpr absl::string_view kElections[] = {"election", "runoff", "race", "vote", "poll"};
    const auto act = std::find_if(members.begin(), members.end(), [&](uint32_t i) {
      const Proposition& p = propositions_[i];
      return p.role == 0 && phrases_.text(p.family) == "defeat" && p.agent != 0;
    });
    const bool elected = std::any_of(members.begin(), members.end(), [&](uint32_t i) {
      const Proposition& p = propositions_[i];
      return phrases_.text(p.role) == "in" && IsAmong(kElections, phrases_.text(phrases_.phrase(p.oblique).head));
    });
    if (act == members.end() || !elected) return;
    Proposition echo = propositions_[*act];
    echo.echo = true;
    echo.patient = std::exchange(echo.agent, 0);
    echo.value = nullptr;
    echo.slot = ValueSlot::kNone;
    SetAct("elect", "elect", &echo);
    const auto at = static_cast<size_t>(act - members.begin());
    Finish(rows[at], predicate_of_[*act], "", &echo);
    echoes_.push_back(echo);
  }

  // What the claims of a clause name between them.
  void SetContent(absl::Span<const uint32_t> members) {
    std::vector<WordId> words, acts;
    for (const uint32_t i : members) {
      const Proposition& p = propositions_[i];
      acts.push_back(p.family);
      for (const PhraseId id : {p.agent, p.patient, p.oblique}) {
        const NounPhrase& phrase = phrases_.phrase(id);
        if (phrase.kind == PhraseKind::kVague) continue;
        for (const WordId word : phrases_.words(phrase)) {
          words.push_back(phrases_.Usual(word));
          if (const WordId act = ActOf(word); act != 0) acts.push_back(act);
        }
      }
    }
    const PhraseId content = phrases_.AddBag(std::move(words)), done = phrases_.AddBag(std::move(acts));
    for (const uint32_t i : members) {
      propositions_[i].content = content;
      propositions_[i].acts = done;
    }
  }

  // The family of the act that a noun names: "deliberations"; 0 for none.
  WordId ActOf(WordId noun) {
    const auto [place, is_new] = act_of_.try_emplace(noun, 0);
    if (!is_new) return place->second;
    const absl::string_view act = lexicon_.ActOf(phrases_.text(noun));
    if (act.empty()) return 0;
    // "The collapse", "the escape": what undergoes it stands first.
    auto entry = table_.FindState(act);
    if (!entry) entry = table_.Find(act, true);
    const WordId family = phrases_.AddWord(entry ? entry->family : act);
    return act_of_[noun] = family;
  }

  // A circumstance up to which or under which the act holds: "will stay until his successor is confirmed".
  bool Limits(uint32_t proposition) {
    constexpr absl::string_view kLimits[] = {"until", "unless", "if", "before", "without", "while", "when"};
    return IsAmong(kLimits, predicate_of_[proposition].role);
  }

  // "knowingly misled"; 0: not said.
  WordId MannerOf(const ClaimTable::Row& row) {
    constexpr absl::string_view kNoManner[] = {"early", "only", "really"};
    for (const absl::string_view word : absl::StrSplit(claims_.text(row.predicate_text), ' ')) {
      if (absl::EndsWith(word, "ly") && word.size() > 3 && !IsAmong(kNoManner, word)) return phrases_.AddWord(word);
    }
    return 0;
  }

  // A circumstance that a negation may mean: "did not apologise until Tuesday". Days and sources are none.
  bool Narrows(uint32_t proposition) {
    const std::string& role = predicate_of_[proposition].role;
    const Value* const value = ValueOf(claims_.row(propositions_[proposition].row));
    if (role.empty() || role == "by" || role == "according to" ||
        (value != nullptr && value->kind == ValueKind::kDate)) {
      return false;
    }
    // "Did not testify at the trial": a circumstance that is known already is not what is denied.
    const ClaimTable::Row& row = claims_.row(propositions_[proposition].row);
    const NounPhrase& phrase = phrases_.phrase(ObjectOf(row));
    const bool known = phrase.kind == PhraseKind::kDescription && phrase.word_count == 1 &&
                       absl::StartsWith(claims_.text(row.object), "the ");
    return !(known && (role == "at" || role == "in" || role == "during"));
  }

  // Whether the clause is finite. "Selling it", "to pay for", "(asked Russia not to) escalate" and "(the articles)
  // adopted by the House" are no claims of the text's own.
  bool Finite(const ClaimTable::Row& row, const Predicate& predicate) const {
    constexpr absl::string_view kSamePast[] = {"cut",   "put",   "hit",      "set",       "let",  "cost", "hurt",
                                               "shut",  "quit",  "spread",   "bet",       "cast", "read", "beat",
                                               "burst", "split", "forecast", "broadcast", "upset"};
    std::string text = absl::AsciiStrToLower(claims_.text(row.predicate_text));
    bool auxiliary = false;
    for (const absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
      if (word == "not" || word == "never" || word == "also" || absl::EndsWith(word, "ly")) continue;
      if (IsAmong(kAuxiliaries, word) || absl::EndsWith(word, "n't") || absl::EndsWith(word, "n’t")) {
        auxiliary = true;
        break;
      }
      if (word == "to" || (word.size() > 4 && absl::EndsWith(word, "ing"))) return false;
      // "Adopted by the House"; but "escaped by boat" has no passive.
      if (row.passive && (table_.Find(predicate.verb, true) || !table_.FindState(predicate.verb))) return false;
      // A bare form has a plural subject or none of its own.
      const absl::string_view verb = absl::string_view(predicate.verb).substr(0, predicate.verb.find(' '));
      if (word != verb || IsAmong(kSamePast, word) || predicate.carried) return true;
      const absl::string_view subject = claims_.text(row.subject);
      return absl::EndsWith(subject, "s") || absl::StrContains(subject, " and ") ||
             IsAmong(kPlurals, absl::AsciiStrToLower(subject.substr(subject.rfind(' ') + 1)));
    }
    return auxiliary || text.empty();
  }

  bool IsParticiple(const ClaimTable::Row& row) const {
    const absl::string_view text = claims_.text(row.predicate_text);
    return text.size() > 4 && absl::EndsWith(text.substr(0, text.find(' ')), "ing");
  }

  // A claim whose object is a clause with a claim of its own only reports that one.
  void FindReports(absl::Span<const uint32_t> members) {
    for (const uint32_t i : members) {
      const ClaimTable::Row& row = claims_.row(propositions_[i].row);
      const absl::string_view object = claims_.text(row.object);
      if (WordCount(object) < 3) continue;
      for (const uint32_t other : members) {
        const ClaimTable::Row& inner = claims_.row(propositions_[other].row);
        if (inner.clause == row.clause || inner.subject == 0 || inner.predicate_text == 0) continue;
        const size_t subject = object.find(claims_.text(inner.subject));
        if (subject == absl::string_view::npos) continue;
        // "A ceasefire proposed by Taleria" is what was rejected, and nothing that was said.
        if (!propositions_[other].firm && !table_.Reports(predicate_of_[i].verb)) continue;
        const std::vector<absl::string_view> predicate = absl::StrSplit(claims_.text(inner.predicate_text), ' ');
        if (object.find(predicate[0], subject) == absl::string_view::npos) continue;
        // "Before the race was called": it need not have been.
        if (!predicate_of_[i].role.empty()) {
          if (IsAmong(kHypotheses, predicate_of_[i].role)) propositions_[other].firm = false;
          continue;
        }
        // "A ceasefire proposed by Taleria" is what was rejected.
        if (inner.passive && !propositions_[other].firm) continue;
        propositions_[i].report = true;
        const bool opinion = IsAmong(kOpinions, predicate_of_[i].verb) || row.polarity == Polarity::kNegated;
        // Who does not think that it is so says that it is not.
        const bool contends = row.polarity == Polarity::kNegated && inner.polarity == Polarity::kNegated &&
                              inner.speaker != 0 && IsAmong(kContentions, predicate_of_[i].verb);
        if (opinion && !contends) propositions_[other].firm = false;
      }
    }
  }

  // "Edvin Hask, the former adviser, is to plead guilty": in his statement the former adviser is he.
  void FindNames(absl::Span<const uint32_t> rows) {
    for (const uint32_t r : rows) {
      const ClaimTable::Row& row = claims_.row(r);
      if (claims_.text(row.predicate) != "be" || row.polarity != Polarity::kAffirmed ||
          row.modality != Modality::kAsserted || row.object_key == 0) {
        continue;
      }
      const NounPhrase& subject = phrases_.phrase(PhraseOf(row.subject_key, row.subject, nullptr, true));
      const NounPhrase& object = phrases_.phrase(PhraseOf(row.object_key, row.object, nullptr, false));
      if (subject.kind != PhraseKind::kDescription || object.kind != PhraseKind::kName || !object.entity) continue;
      names_.try_emplace(std::make_tuple(row.document, row.statement, row.subject_key), r);
    }
  }

  PhraseId PhraseOf(StringId key, StringId text, const Value* value, bool opens) {
    // A key has no numbers; in a name they tell which one it is.
    const StringId words = value == nullptr && NumberedName(claims_.text(text)) ? text : key;
    return phrases_.Add(claims_.text(words), claims_.text(text), value, opens);
  }

  // "Highway 49".
  static bool NumberedName(absl::string_view text) {
    const std::vector<absl::string_view> words = absl::StrSplit(text, ' ', absl::SkipEmpty());
    return words.size() >= 2 && words.size() <= 4 &&
           std::all_of(words.back().begin(), words.back().end(), absl::ascii_isdigit) &&
           absl::ascii_isupper(static_cast<unsigned char>(words[words.size() - 2][0]));
  }
  PhraseId SubjectOf(const ClaimTable::Row& row) {
    const auto named = names_.find(std::make_tuple(row.document, row.statement, row.subject_key));
    if (named != names_.end() && claims_.text(row.predicate) != "be") {
      const ClaimTable::Row& naming = claims_.row(named->second);
      return PhraseOf(naming.object_key, naming.object, nullptr, false);
    }
    const PhraseId subject = PhraseOf(row.subject_key, row.subject, SubjectValueOf(row), true);
    // "The company denied that it knew", "we did not fire, the army said".
    if (row.speaker == 0 || phrases_.phrase(subject).kind != PhraseKind::kVague) return subject;
    const absl::string_view pronoun = claims_.text(row.subject_key);
    const absl::string_view speaker = claims_.text(row.speaker);
    // A person who says "we" speaks for others, too.
    const bool ours = pronoun == "we" || pronoun == "We";
    const bool own = pronoun == "i" || pronoun == "I" || (ours && !IsPerson(speaker));
    const bool its = pronoun == "it" || pronoun == "It" || pronoun == "they" || pronoun == "They";
    if (!own && !(its && !IsPerson(speaker))) return subject;
    const PhraseId meant = phrases_.Add(speaker, speaker, nullptr);
    const PhraseKind kind = phrases_.phrase(meant).kind;
    return kind == PhraseKind::kName || kind == PhraseKind::kDescription ? meant : subject;
  }

  static bool IsPerson(absl::string_view name) {
    const std::string first = absl::AsciiStrToLower(name.substr(0, name.find(' ')));
    return GenderOfFirstName(first) != Gender::kUnknown ||
           FindTitle(absl::StripSuffix(first, ".")).kind != TitleKind::kNone;
  }

  PhraseId ObjectOf(const ClaimTable::Row& row) { return PhraseOf(row.object_key, row.object, ValueOf(row), false); }

  bool PureValue(const ClaimTable::Row& row) const {
    const Value* const value = ValueOf(row);
    return value != nullptr && value->kind != ValueKind::kDate && row.object_key != 0 &&
           (value->kind != ValueKind::kQuantity || value->unit.empty() ||
            WordCount(claims_.text(row.object)) <= WordCount(value->text));
  }

  const Value* ValueOf(const ClaimTable::Row& row) const { return Counting(claims_.value(row), row.object); }
  const Value* SubjectValueOf(const ClaimTable::Row& row) const {
    return Counting(claims_.subject_value(row), row.subject);
  }

  // "Highway 49" has a number for a name.
  const Value* Counting(const Value* value, StringId text) const {
    if (value == nullptr || value->kind == ValueKind::kDate) return value;
    absl::string_view before = claims_.text(text);
    // "The 44-year-old driver" is one.
    if (absl::EndsWith(value->text, "-old") || InClause(before, value->text)) return nullptr;
    if (value->kind != ValueKind::kQuantity) return value;
    if (!absl::ConsumeSuffix(&before, value->text) || !absl::ConsumeSuffix(&before, " ") || before.empty())
      return value;
    const absl::string_view noun = before.substr(before.rfind(' ') + 1);
    return absl::ascii_isupper(static_cast<unsigned char>(noun[0])) ? nullptr : value;
  }

  // "A ferry carrying 180 people", "workers who lost $2 million": the number is not of what the phrase is about.
  bool InClause(absl::string_view text, absl::string_view value) const {
    const size_t at = text.find(value);
    if (at == absl::string_view::npos) return false;
    const std::vector<absl::string_view> words = absl::StrSplit(text.substr(0, at), ' ', absl::SkipEmpty());
    for (size_t i = 1; i < words.size(); ++i) {
      if (IsAmong(kRelatives, words[i])) return true;
      absl::string_view stem = words[i];
      const bool participle =
          i >= 2 && stem.size() > 6 && absl::ConsumeSuffix(&stem, "ing") && !lexicon_.Knows(WordClass::kNoun, words[i]);
      if (participle && (KnowsVerb(stem) || KnowsVerb(absl::StrCat(stem, "e")))) return true;
    }
    return false;
  }

  static bool Number(const Value* value) { return value != nullptr && value->kind != ValueKind::kDate; }
  static const Value* NumberIn(const Value* value) { return Number(value) ? value : nullptr; }

  void SetAct(absl::string_view family, absl::string_view verb, Proposition* out) {
    out->family = phrases_.AddWord(family);
    out->axis = phrases_.AddWord(table_.Axis(family));
    out->verb = phrases_.AddWord(verb);
  }

  void SetValue(const Value* value, ValueSlot slot, Proposition* out) {
    if (value == nullptr) return;
    out->value = value;
    out->slot = slot;
  }

  void ReadClaim(ClaimTable::Row row, const ClaimTable::Row* core, const ClaimTable::Row* by, uint32_t number,
                 Proposition* out) {
    const Predicate& predicate = predicate_of_[number];
    // "Escaped by boat" has no passive.
    if (row.passive && !table_.Find(predicate.verb, true) && table_.FindState(predicate.verb)) row.passive = false;
    out->polarity = row.polarity;
    out->modality = row.modality;
    out->counted = NumberIn(SubjectValueOf(row));
    if (out->modality == Modality::kAsserted && predicate.planned) out->modality = Modality::kPlanned;
    if (out->modality == Modality::kAsserted && predicate.bidden) out->modality = Modality::kNecessary;
    if (predicate.bidden) out->firm = false;
    // Who had to leave left.
    if (out->modality == Modality::kNecessary && !predicate.bidden && row.polarity == Polarity::kAffirmed && Had(row)) {
      out->modality = Modality::kAsserted;
    }
    // "Visits Mombasa on Friday" is a plan while Friday is to come.
    // What is expected for Friday is expected today.
    const auto known = table_.Find(predicate.verb, true);
    const bool expected = known && known->family == "expect";
    if (out->modality == Modality::kAsserted && !expected && row.date != 0 && row.published != kUnknownTime) {
      const std::optional<DayUtc> day = DayUtc::Parse(claims_.text(row.date));
      if (day && int64_t{day->days()} * 86400 > row.published) out->modality = Modality::kPlanned;
    }
    if (absl::EndsWith(predicate.verb, " aged") || absl::EndsWith(predicate.verb, " age")) {
      return ReadAge(row, predicate, out);
    }
    const bool has_role = !predicate.role.empty();
    const bool object = !has_role && row.object_key != 0;

    if (ReadCount(row, predicate, core, out)) return Finish(row, predicate, "", out);
    if (ReadState(row, predicate, out)) return Finish(row, predicate, "", out);
    if (has_role && core != nullptr && IsAmong(kCopulas, predicate.verb)) {
      Predicate plain = predicate;  // "remain shut until Friday"
      plain.role.clear();
      if (ReadState(*core, plain, out) && out->state) {
        out->value = nullptr;
        out->slot = ValueSlot::kNone;
        SetOblique(row, predicate.role, out);
        return Finish(row, predicate, predicate.role, out);
      }
      *out = Proposition{out->row, out->document, out->clause};
      out->polarity = row.polarity;
      out->modality = row.modality;
    }

    const absl::string_view verb = predicate.verb;
    const bool with_object = object || (core != nullptr && has_role) || row.passive;
    std::string family;
    Voice voice = Voice::kActs;
    // "lose to", "hold talk": the preposition or the object's head belongs to the act.
    if (has_role && !row.passive) {
      // But "asked its neighbours for help" asks the neighbours.
      const auto entry = table_.Find(absl::StrCat(verb, " ", predicate.role), true);
      if (entry && (core == nullptr || entry->voice == Voice::kConverse || !table_.Find(verb, true))) {
        SetAct(entry->family, verb, out);
        PlaceParticipants(entry->voice, SubjectOf(row), ObjectOf(row), out);
        SetValue(NumberIn(ValueOf(row)), entry->voice == Voice::kConverse ? ValueSlot::kAgent : ValueSlot::kPatient,
                 out);
        return Finish(row, predicate, "", out);
      }
    }
    const bool from = has_role && !row.passive && core == nullptr;
    if (from && ReadFlight(row, predicate, absl::StrCat(verb, " ", predicate.role), out)) return;
    // "Won with 52.3 percent".
    const bool polls = (verb == "win" || verb == "elect" || verb == "reelect" || verb == "re-elect") &&
                       predicate.role == "with" && WordCount(claims_.text(row.predicate)) == 2 &&
                       ValueOf(row) != nullptr && ValueOf(row)->kind == ValueKind::kPercent;
    if (polls) {
      SetAct("poll", verb, out);
      out->agent = SubjectOf(row);
      out->patient = phrases_.Add("vote", "vote", nullptr);
      SetValue(ValueOf(row), ValueSlot::kPatient, out);
      return Finish(row, predicate, "", out);
    }
    if (ReadAlone(row, predicate, core, out)) return;
    if (ReadIdiom(row, predicate, out)) return;
    if (ReadSettled(row, predicate, core, out)) return;
    if (ReadLight(row, predicate, core, out)) return;
    if (ReadNamedAct(row, predicate, out)) return;
    std::optional<PredicateEntry> entry = table_.Find(verb, with_object);
    const size_t space = verb.find(' ');
    // "die aged", "meet again": the first word of a verb that the table does not know.
    if (!entry && space != absl::string_view::npos && !IsAmong(kParticles, verb.substr(space + 1))) {
      entry = table_.Find(verb.substr(0, space), with_object && !absl::EndsWith(verb, " aged"));
    }
    const bool acts = !entry && object && !row.passive && !PureValue(row);
    if (acts && ReadFlight(row, predicate, verb, out)) return;
    // Who increases the rate raises it.
    if (entry && entry->voice == Voice::kEither && with_object && !PureValue(core != nullptr ? *core : row)) {
      const auto acts_on = table_.FindVoice(verb, Voice::kActs);
      if (acts_on && (acts_on->family == "raise" || acts_on->family == "lower")) entry = acts_on;
    }
    // Verbs that the table does not know go by those of their sense that it knows, else by the first of them.
    const auto like = entry ? absl::Span<const absl::string_view>() : lexicon_.VerbsLike(verb);
    for (size_t i = 0; i < like.size() && !entry; ++i) entry = table_.Find(like[i], with_object);
    if (entry) {
      family = std::string(entry->family);
      voice = entry->voice;
    } else {
      family = std::string(like.empty() ? verb : like[0]);
    }
    PhraseId subject = SubjectOf(row);
    // Quakes strike otherwise than workers.
    if (family == "strike work" && verb == "strike" && !phrases_.ArePeople(subject)) {
      family = "hit";
      voice = Voice::kActs;
    }
    // Soldiers fire missiles otherwise than companies fire workers.
    if (family == "dismiss" && verb == "fire") {
      const PhraseId fired = row.passive ? subject : object ? ObjectOf(row) : core != nullptr ? ObjectOf(*core) : 0;
      const bool person = phrases_.phrase(fired).kind != PhraseKind::kDescription || phrases_.ArePeople(fired);
      if (!person) family = "launch";
    }
    SetAct(family, verb, out);
    const Value* subject_value = NumberIn(SubjectValueOf(row));
    if (row.passive) {
      out->patient = subject;
      if (by != nullptr) out->agent = ObjectOf(*by);
      if (object && PureValue(row)) {
        subject_value = ValueOf(row);  // "is 35 percent contained"
      } else if (const absl::string_view gets = object ? table_.Gets(verb) : absl::string_view(); !gets.empty()) {
        SetAct(gets, gets, out);
        out->agent = subject;
        out->patient = ObjectOf(row);
        subject_value = NumberIn(ValueOf(row));
      }
      SetValue(subject_value, ValueSlot::kPatient, out);
      if (subject_value == nullptr && by != nullptr && Number(ValueOf(*by))) {
        SetValue(ValueOf(*by), ValueSlot::kAgent, out);
      }
      if (has_role && predicate.role != "by") SetOblique(row, predicate.role, out);
      if (const absl::string_view gets = has_role && core != nullptr ? table_.Gets(verb) : absl::string_view();
          !gets.empty()) {
        SetAct(gets, gets, out);
        out->agent = subject;
        out->patient = ObjectOf(*core);
      }
      out->state = predicate.state;
      Finish(row, predicate, has_role && predicate.role != "by" ? predicate.role : "", out);
      return EchoLevel(row, predicate, out);
    }
    if (object) {
      const Value* value = NumberIn(ValueOf(row));
      const auto changes = table_.FindEither(verb);
      if (changes && ReadChange(row, predicate, changes->family, out)) return;
      const auto moves = PureValue(row) ? table_.FindEither(verb) : std::nullopt;
      if (moves) SetAct(moves->family, verb, out);
      if (moves) {
        // "prices rose 5%": by how much.
        out->patient = subject;
        out->oblique = 0;
        out->role = phrases_.AddWord("by");
        SetValue(value, ValueSlot::kOblique, out);
        Finish(row, predicate, "by", out);
        return EchoGauge(row, predicate, out);
      }
      PlaceParticipants(voice, subject, ObjectOf(row), out);
      SetValue(value, voice == Voice::kConverse ? ValueSlot::kAgent : ValueSlot::kPatient, out);
      if (value == nullptr)
        SetValue(subject_value, voice == Voice::kConverse ? ValueSlot::kPatient : ValueSlot::kAgent, out);
      Finish(row, predicate, "", out);
      return EchoDenied(row, predicate, row, out);
    }
    const PhraseId core_object = core != nullptr ? ObjectOf(*core) : 0;
    // "More than 200 injured": a bare number that nothing is said to act on.
    const bool moves = core != nullptr && PureValue(*core) && table_.FindEither(verb);
    const bool bare =
        !has_role && core_object == 0 && subject_value != nullptr && phrases_.phrase(subject).kind == PhraseKind::kNone;
    // Who stops is not stopped.
    const bool does = phrases_.phrase(subject).gender != Gender::kUnknown && subject_value == nullptr;
    const bool undergoes =
        voice == Voice::kUndergoes || (voice == Voice::kEither && core_object == 0 && !does) || bare || moves;
    if (moves) SetAct(table_.FindEither(verb)->family, verb, out);  // "gained 0.6 percent against the euro"
    if (bare) subject = phrases_.Add("people", "people", nullptr);
    out->agent = undergoes ? 0 : subject;
    out->patient = undergoes ? subject : core_object;
    if (!has_role) {
      SetValue(subject_value, undergoes ? ValueSlot::kPatient : ValueSlot::kAgent, out);
      Finish(row, predicate, "", out);
      return EchoShare(row, predicate, subject, out);
    }
    SetOblique(row, predicate.role, out);
    if (core == nullptr && predicate.role == "of" && table_.Accuses(family))
      out->patient = NamedBetween(row, predicate.verb);
    const bool called = family == "call" && predicate.role == "to" && CallAs(predicate, out);
    Finish(row, predicate, called ? absl::string_view("as") : predicate.role, out);
    if (core != nullptr) EchoDenied(row, predicate, *core, out);
    EchoLevel(row, predicate, out);
    EchoPrice(row, predicate, out);
    if (predicate.role == "by") EchoGauge(row, predicate, out);
  }

  // "Won 3-0 at Selma": whom they beat goes without saying.
  bool ReadAlone(const ClaimTable::Row& row, const Predicate& predicate, const ClaimTable::Row* core,
                 Proposition* out) {
    const absl::string_view family = table_.Alone(predicate.verb);
    if (family.empty() || row.passive || (core != nullptr && !IsScore(claims_.text(core->object)))) return false;
    if (!predicate.role.empty() && !PlaceOrTime(predicate.role)) return false;
    SetAct(family, predicate.verb, out);
    out->agent = SubjectOf(row);
    if (!predicate.role.empty()) SetOblique(row, predicate.role, out);
    Finish(row, predicate, predicate.role, out);
    return true;
  }

  static bool IsScore(absl::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return absl::ascii_isdigit(c) || c == '-'; });
  }

  static bool PlaceOrTime(absl::string_view role) {
    constexpr absl::string_view kRoles[] = {"in", "at", "on", "near", "before", "after", "during", "by"};
    return IsAmong(kRoles, role);
  }

  // "Fell 38% to 1.42 billion euros": by how much, and what it is.
  bool ReadChange(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view family, Proposition* out) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(claims_.text(row.object), absl::MaxSplits(" to ", 1));
    std::optional<Value> change = NormalizeValue(parts.first), level = NormalizeValue(parts.second);
    if (!change || !level || change->kind == ValueKind::kDate || level->kind == ValueKind::kDate) return false;
    const PhraseId subject = PhraseOf(row.subject_key, row.subject, SubjectValueOf(row), true);
    SetAct(family, predicate.verb, out);
    out->patient = subject;
    out->role = phrases_.AddWord("by");
    SetValue(phrases_.AddValue(*std::move(change)), ValueSlot::kOblique, out);
    Finish(row, predicate, "by", out);
    EchoGauge(row, predicate, out);
    if (row.polarity == Polarity::kAffirmed) {
      Echo(row, predicate, subject, phrases_.AddValue(*std::move(level)), out);
    }
    return true;
  }

  // "Died aged 83": that she died, and that she was 83.
  void ReadAge(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    const absl::string_view verb = absl::string_view(predicate.verb).substr(0, predicate.verb.find(' '));
    const auto entry = table_.Find(verb, false);
    const PhraseId subject = SubjectOf(row);
    SetAct(entry ? entry->family : verb, verb, out);
    (entry && entry->voice == Voice::kActs ? out->agent : out->patient) = subject;
    Finish(row, predicate, "", out);
    const Value* age = ValueOf(row);
    if (age == nullptr) {
      if (std::optional<Value> read = NormalizeValue(claims_.text(row.object)))
        age = phrases_.AddValue(*std::move(read));
    }
    if (Number(age)) Echo(row, predicate, subject, age, out);
  }

  // Besides its act a claim may say how much there is of something.
  void Echo(const ClaimTable::Row& row, const Predicate& predicate, PhraseId of, const Value* value,
            const Proposition* out) {
    Proposition echo{out->row, out->document, out->clause};
    echo.polarity = out->polarity;
    echo.modality = out->modality;
    echo.firm = out->firm;
    echo.echo = true;
    SetAct("amount", "be", &echo);
    echo.patient = of;
    echo.role = phrases_.AddWord("amount");
    SetValue(value, ValueSlot::kOblique, &echo);
    Finish(row, predicate, "", &echo);
    echo.report = false;  // "the quake struck at a depth of 11 km, he said": whoever says it, that is the depth
    echoes_.push_back(echo);
  }

  // "Brel" of "has accused Brel of", which may come without a claim of its own.
  PhraseId NamedBetween(const ClaimTable::Row& row, absl::string_view verb) {
    absl::string_view text = claims_.text(row.predicate_text);
    if (!absl::ConsumeSuffix(&text, " of")) return 0;
    // What the forms of a regular verb begin with: "accus".
    const absl::string_view stem = absl::StripSuffix(verb.substr(0, verb.find(' ')), "e");
    for (bool said = false; !said && !text.empty();) {
      const size_t space = std::min(text.find(' '), text.size());
      said = absl::StartsWithIgnoreCase(text.substr(0, space), stem);
      text.remove_prefix(std::min(space + 1, text.size()));
    }
    return text.empty() ? 0 : phrases_.Add(text, text, nullptr);
  }

  // "Called him a racist", read as "called a racist to him": what he was called is told as by "called the governor a
  // racist".
  bool CallAs(const Predicate& predicate, Proposition* out) {
    const size_t space = predicate.verb.find(' ');
    if (space == std::string::npos || phrases_.phrase(out->oblique).kind != PhraseKind::kVague) return false;
    const std::string noun = predicate.verb.substr(space + 1);
    out->patient = 0;
    out->role = phrases_.AddWord("as");
    out->oblique = phrases_.Add(noun, noun, nullptr);
    return true;
  }

  // "Denies any meddling in the election": that it meddled in it.
  void EchoDenied(const ClaimTable::Row& row, const Predicate& predicate, const ClaimTable::Row& core,
                  const Proposition* out) {
    const bool denies = predicate.verb == "deny" && !row.passive && row.polarity == Polarity::kAffirmed &&
                        row.modality == Modality::kAsserted && out->stance == Stance::kNone;
    const absl::string_view noun = claims_.text(core.object_head);
    if (!denies || noun.empty()) return;
    absl::string_view act = lexicon_.ActOf(noun);
    if (act.empty() && absl::EndsWith(noun, "ing")) act = lexicon_.BaseForm(WordClass::kVerb, noun);
    if (act.empty() || act == noun) return;
    const auto entry = table_.Find(act, true);
    Proposition echo = *out;
    echo.echo = true;
    echo.modality = Modality::kDenied;
    echo.patient = 0;
    SetAct(entry ? entry->family : act, act, &echo);
    Finish(row, predicate, phrases_.text(echo.role), &echo);
    echo.speech = echo.report = false;
    echoes_.push_back(echo);
  }

  // "Will buy Kelso for $870 million": Kelso is worth as much.
  void EchoPrice(const ClaimTable::Row& row, const Predicate& predicate, const Proposition* out) {
    const absl::string_view family = phrases_.text(out->family);
    const bool priced = (family == "buy" || family == "sell") && phrases_.text(out->role) == "for" &&
                        out->value != nullptr && out->value->kind == ValueKind::kMoney && out->patient != 0;
    if (priced && row.polarity == Polarity::kAffirmed) {
      Echo(row, predicate, out->patient, out->value, out);
      echoes_.back().modality = Modality::kAsserted;
    }
  }

  // "Raised the rate to 4.25 percent": it is 4.25 percent.
  void EchoLevel(const ClaimTable::Row& row, const Predicate& predicate, const Proposition* out) {
    constexpr absl::string_view kSetting[] = {"take", "bring", "set", "push", "move", "raise", "lower"};
    const bool sets = IsAmong(kSetting, predicate.verb) || IsAmong(kSetting, phrases_.text(out->family));
    if (!sets || (predicate.role != "to" && predicate.role != "at") || !Number(ValueOf(row)) || out->patient == 0)
      return;
    if (row.polarity == Polarity::kAffirmed) Echo(row, predicate, out->patient, ValueOf(row), out);
  }

  // "68 percent of voters took part": turnout is 68 percent.
  void EchoShare(const ClaimTable::Row& row, const Predicate& predicate, PhraseId subject, const Proposition* out) {
    const Value* const value = SubjectValueOf(row);
    if (value == nullptr || value->kind != ValueKind::kPercent) return;
    const absl::string_view head = phrases_.text(phrases_.phrase(subject).head);
    const absl::string_view gauge = table_.Gauge(phrases_.text(out->family), head);
    if (!gauge.empty()) Echo(row, predicate, phrases_.Add(gauge, gauge, nullptr), value, out);
  }

  // "A turnout of 61 percent", "a magnitude 6.4 earthquake": that turnout is 61 percent.
  void EchoMeasures(const ClaimTable::Row& row, const Predicate& predicate, const Proposition& out) {
    EchoMeasure(row, predicate, claims_.text(row.object), ValueOf(row), out);
    EchoMeasure(row, predicate, claims_.text(row.subject), SubjectValueOf(row), out);
  }
  void EchoMeasure(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view text, const Value* value,
                   const Proposition& out) {
    if (!Number(value) || row.polarity != Polarity::kAffirmed) return;
    std::string noun;
    if (absl::StartsWith(value->text, "magnitude")) {
      noun = "magnitude";
    } else {
      if (!absl::ConsumeSuffix(&text, value->text)) return;
      text = absl::StripTrailingAsciiWhitespace(text);
      if (!absl::ConsumeSuffix(&text, " of")) return;
      noun = absl::AsciiStrToLower(text);
      if (WordCount(noun) > 4) return;
      for (const absl::string_view article : {"a ", "an ", "the "}) {
        if (absl::StartsWith(noun, article)) noun = noun.substr(article.size());
      }
      const absl::string_view head = absl::string_view(noun).substr(noun.rfind(' ') + 1);
      const bool known = lexicon_.Knows(WordClass::kNoun, head) || lexicon_.Further(head) || lexicon_.One(head);
      if (!known || lexicon_.Holds(head)) return;
    }
    Echo(row, predicate, phrases_.Add(noun, noun, nullptr), value, &out);
  }

  // "Consumer prices rose 5.1 percent": inflation is 5.1 percent.
  void EchoGauge(const ClaimTable::Row& row, const Predicate& predicate, const Proposition* out) {
    const Value* const value = ValueOf(row);
    const NounPhrase& what = phrases_.phrase(out->patient);
    if (!Number(value) || value->kind != ValueKind::kPercent || what.kind != PhraseKind::kDescription) return;
    const absl::string_view head = phrases_.text(what.head);
    for (const WordId word : phrases_.words(what)) {
      const std::string both = absl::StrCat(phrases_.text(word), " ", head);
      absl::string_view gauge = table_.Gauge(phrases_.text(out->family), both);
      if (gauge.empty() && what.word_count == 1) gauge = table_.Gauge(phrases_.text(out->family), head);
      if (gauge.empty()) continue;
      return Echo(row, predicate, phrases_.Add(gauge, gauge, nullptr), value, out);
    }
  }

  void PlaceParticipants(Voice voice, PhraseId subject, PhraseId object, Proposition* out) {
    const bool converse = voice == Voice::kConverse;
    out->agent = converse ? object : subject;
    out->patient = converse ? subject : object;
  }

  void SetOblique(const ClaimTable::Row& row, absl::string_view role, Proposition* out) {
    // "On Friday", "for Friday", "in May": when.
    const Value* const value = ValueOf(row);
    const bool when = value != nullptr && value->kind == ValueKind::kDate &&
                      (role == "on" || role == "in" || role == "for" || role == "at");
    // "In an $870 million deal": for how much.
    const bool price = value != nullptr && value->kind == ValueKind::kMoney && role == "in";
    out->role = phrases_.AddWord(when ? "when" : price ? "for" : role);
    out->oblique = price ? 0 : ObjectOf(row);
    SetValue(ValueOf(row), ValueSlot::kOblique, out);
  }

  // "The death toll from the quake rose to 58", "the number of injured stood at 430": a count of what the act was done
  // to. "Unemployment stood at 6.2%": how much there is of the subject.
  bool ReadCount(const ClaimTable::Row& row, const Predicate& predicate, const ClaimTable::Row* core,
                 Proposition* out) {
    const Value* value = ValueOf(row);
    // "Is running above 5%": the preposition belongs to the number.
    constexpr absl::string_view kBounds[] = {"above", "over", "below", "under"};
    if (value == nullptr && row.object != 0 && IsAmong(kBounds, predicate.role)) {
      if (std::optional<Value> read = NormalizeValue(absl::StrCat(predicate.role, " ", claims_.text(row.object)))) {
        value = phrases_.AddValue(*std::move(read));
      }
    }
    if (!Number(value) || row.object_key == 0) return false;
    if (row.passive && predicate.role != "at" && !absl::EndsWith(predicate.verb, " at")) return false;
    const std::string verb =
        predicate.role.empty() ? predicate.verb : absl::StrCat(predicate.verb, " ", predicate.role);
    const bool within = predicate.role.empty() && (predicate.verb == "put" || predicate.verb == "estimate");
    const bool placed = predicate.role == "at" && core != nullptr &&
                        (predicate.verb == "put" || predicate.verb == "estimate" || predicate.verb == "place" ||
                         predicate.verb == "value");
    const StringId subject_key = placed ? core->object_key : within ? row.object_key : row.subject_key;
    const StringId subject = placed ? core->object : within ? row.object : row.subject;
    if (!placed && !within && !table_.Amounts(verb)) return false;
    if (row.passive && verb != "value at" && verb != "put at" && verb != "estimate at") return false;
    absl::string_view counted;
    const absl::string_view key = claims_.text(subject_key);
    std::string lower = absl::AsciiStrToLower(key);
    const std::vector<absl::string_view> words = absl::StrSplit(lower, ' ', absl::SkipEmpty());
    for (size_t length = std::min<size_t>(3, words.size()); length >= 1 && counted.empty(); --length) {
      for (size_t i = 0; i + length <= words.size() && i < 3 && counted.empty(); ++i) {
        counted = table_.Counted(absl::StrJoin(words.begin() + static_cast<std::ptrdiff_t>(i),
                                               words.begin() + static_cast<std::ptrdiff_t>(i + length), " "));
      }
    }
    // "The number of measles cases in Harlow County".
    if (counted.empty() && absl::StartsWith(lower, "number of ")) {
      size_t i = 2;
      while (i < words.size() && !IsAmong(kPrepositions, words[i])) ++i;
      counted = table_.Counted(absl::StrCat("number of ", words[i - 1]));
    }
    if (counted.empty()) counted = CountedOf(words);
    if (!counted.empty()) {
      SetAct(counted, counted, out);
      out->patient = phrases_.Add("people", "people", nullptr);
      SetValue(value, ValueSlot::kPatient, out);
      return true;
    }
    if (!(PureValue(row) || value != ValueOf(row)) || within) return false;
    SetAct("amount", "be", out);
    out->patient = PhraseOf(subject_key, subject, nullptr, !placed);
    SetValue(value, ValueSlot::kOblique, out);
    out->role = phrases_.AddWord("amount");
    return true;
  }

  // "The number of people killed in the raid", "the count of the dead": what was done to those counted.
  absl::string_view CountedOf(absl::Span<const absl::string_view> words) const {
    if (words.size() < 3 || (words[0] != "number" && words[0] != "count" && words[0] != "tally")) return "";
    for (const absl::string_view word : words.subspan(1)) {
      const absl::string_view verb = lexicon_.BaseForm(WordClass::kVerb, word);
      for (const auto& entry : {table_.FindState(word), table_.FindState(verb), table_.Find(verb, true)}) {
        if (entry && table_.DoneToPeople(entry->family)) return entry->family;
      }
    }
    return "";
  }

  // "is closed", "remains missing", "is dead": a state that an act leaves its object in.
  bool ReadState(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    if (!IsAmong(kCopulas, predicate.verb) || row.passive) return false;
    const absl::string_view object = claims_.text(row.object_key);
    if (object.empty() || !predicate.role.empty()) return false;
    const bool be = predicate.verb == "be" || predicate.verb == "remain" || predicate.verb == "stay";
    const std::vector<absl::string_view> words = absl::StrSplit(object, ' ', absl::SkipEmpty());
    if (words.size() <= 2) {
      const absl::string_view state = words.back();
      if (const auto entry = table_.FindState(state)) {
        SetAct(entry->family, state, out);
        out->state = true;
        out->patient = SubjectOf(row);
        SetValue(NumberIn(SubjectValueOf(row)), ValueSlot::kPatient, out);
        return true;
      }
    }
    if (!be || (Number(ValueOf(row)) && claims_.text(row.subject_key) != "there")) return false;
    const PhraseId subject = SubjectOf(row);
    SetAct("be", "be", out);
    out->patient = ObjectOf(row);
    if (claims_.text(row.subject_key) == "there") {  // "There were 180 people aboard"
      SetAct("exist", "be", out);
      SetValue(NumberIn(ValueOf(row)), ValueSlot::kPatient, out);
    } else {
      out->agent = subject;
      const NounPhrase& phrase = phrases_.phrase(subject);
      out->functional = phrase.kind == PhraseKind::kDescription && lexicon_.One(phrases_.text(phrase.head));
    }
    return true;
  }

  // "Came into force", "came off the tracks": a verb, its preposition and what it introduces are what happens.
  bool ReadIdiom(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    if (predicate.role.empty() || row.object_key == 0 || row.passive) return false;
    const absl::string_view noun = phrases_.text(phrases_.phrase(ObjectOf(row)).head);
    const auto state = table_.FindState(absl::StrCat(predicate.verb, " ", predicate.role, " ", noun));
    if (!state) return false;
    Undergo(row, predicate, state->family, out);
    Finish(row, predicate, "", out);
    return true;
  }

  void Undergo(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view family, Proposition* out) {
    SetAct(family, predicate.verb, out);
    out->patient = SubjectOf(row);
    SetValue(NumberIn(SubjectValueOf(row)), ValueSlot::kPatient, out);
  }

  // "Fled the town", "broke out of prison": who flees undergoes it; what is fled is where from.
  bool ReadFlight(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view lemma, Proposition* out) {
    const auto state = table_.FindState(lemma);
    if (!state) return false;
    Undergo(row, predicate, state->family, out);
    out->role = phrases_.AddWord("from");
    out->oblique = ObjectOf(row);
    Finish(row, predicate, "from", out);
    return true;
  }

  // "was taken into custody", "made the book into a film": a verb, its preposition and what it introduces make one act.
  bool ReadSettled(const ClaimTable::Row& row, const Predicate& predicate, const ClaimTable::Row* core,
                   Proposition* out) {
    if (predicate.role.empty() || row.object_key == 0) return false;
    const absl::string_view noun = phrases_.text(phrases_.phrase(ObjectOf(row)).head);
    const absl::string_view family = table_.LightAct(absl::StrCat(predicate.verb, " ", predicate.role), noun);
    if (family.empty()) return false;
    SetAct(family, family, out);
    const PhraseId subject = SubjectOf(row);
    if (row.passive || core == nullptr) {
      out->patient = subject;
      SetValue(NumberIn(SubjectValueOf(row)), ValueSlot::kPatient, out);
    } else {
      out->agent = subject;
      out->patient = ObjectOf(*core);
      SetValue(NumberIn(ValueOf(*core)), ValueSlot::kPatient, out);
    }
    Finish(row, predicate, "", out);
    return true;
  }

  // "made an announcement", "launched an investigation into the breach", "claimed 58 lives".
  bool ReadLight(const ClaimTable::Row& row, const Predicate& predicate, const ClaimTable::Row* core,
                 Proposition* out) {
    if (ReadVerdict(row, predicate, out)) return true;
    const ClaimTable::Row* const object = predicate.role.empty() ? &row : core;
    if (row.passive && predicate.role != "by") {
      return ReadReported(row, predicate, out) || (predicate.role.empty() && ReadLightPassive(row, predicate, out));
    }
    if (object == nullptr || object->object_key == 0 || row.passive) return false;
    const PhraseId id = ObjectOf(*object);
    const NounPhrase& phrase = phrases_.phrase(id);
    absl::string_view head = phrases_.text(phrase.head);
    // "Leave the company", whichever company it is.
    const absl::string_view written = claims_.text(object->object_head);
    if (phrase.kind == PhraseKind::kName && table_.Find(absl::StrCat(predicate.verb, " ", written), false))
      head = written;
    // "Claim responsibility" may be one verb already.
    absl::string_view verb = predicate.verb;
    if (absl::ConsumeSuffix(&verb, head)) verb = absl::StripTrailingAsciiWhitespace(verb);
    const auto state = table_.Find(absl::StrCat(verb, " ", head), false);
    // "Take office"; but "won 52 percent of the vote" is no election.
    const bool undergoes = state && state->voice == Voice::kUndergoes && !Number(ValueOf(*object));
    const absl::string_view family = undergoes ? state->family : table_.LightAct(verb, head);
    if (family.empty() || (predicate.verb == "be" && predicate.role != "of")) return false;
    const bool counts = family == "kill" || family == "injure" || family == "infect";
    SetAct(family, family, out);
    if (counts && !undergoes) {
      // Who reports deaths or cases has done nothing to anybody.
      constexpr absl::string_view kTelling[] = {"report", "record", "confirm", "register"};
      if (family != "infect" && !IsAmong(kTelling, verb)) out->agent = SubjectOf(row);
      out->patient = phrases_.Add("people", "people", nullptr);
      SetValue(NumberIn(ValueOf(*object)), ValueSlot::kPatient, out);
      Finish(row, predicate, "", out);
      return true;
    }
    out->agent = undergoes ? 0 : SubjectOf(row);
    if (undergoes) {
      out->patient = SubjectOf(row);
      SetValue(NumberIn(SubjectValueOf(row)), ValueSlot::kPatient, out);
    }
    constexpr absl::string_view kOfTheAct[] = {"of", "on", "into", "against", "to", "with", "for", "over"};
    if (!predicate.role.empty() && IsAmong(kOfTheAct, predicate.role) && !undergoes &&
        (ValueOf(row) == nullptr || ValueOf(row)->kind != ValueKind::kDate)) {
      out->patient = ObjectOf(row);
      SetValue(ValueOf(row), ValueSlot::kPatient, out);
    } else if (!predicate.role.empty()) {
      SetOblique(row, predicate.role, out);
      Finish(row, predicate, predicate.role, out);
      return true;
    } else if (!undergoes) {
      // "Claimed responsibility": the noun says nothing of what it is done to; "a warning", "an internal probe" do.
      const bool bare = phrase.word_count == 1 && table_.Elliptic(family) && lexicon_.ActOf(head) != family;
      out->patient = bare ? 0 : id;
      SetValue(NumberIn(ValueOf(*object)), ValueSlot::kPatient, out);
    }
    Finish(row, predicate, "", out);
    return true;
  }

  // "Was found guilty of fraud", whose object may begin with its subject again: "Orla Finch guilty of fraud".
  bool ReadVerdict(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    if (predicate.verb != "find" || row.object == 0) return false;
    absl::string_view object = claims_.text(row.object);
    if (row.passive) absl::ConsumePrefix(&object, claims_.text(row.subject));
    object = absl::StripLeadingAsciiWhitespace(object);
    const bool innocent = absl::ConsumePrefix(&object, "not ");
    const absl::string_view first = object.substr(0, object.find(' '));
    const bool active = !row.passive && absl::StrContains(object, " guilty");
    if (first != "guilty" && !active) return false;
    const absl::string_view family = innocent || absl::StrContains(object, " not guilty") ? "acquit" : "convict";
    SetAct(family, family, out);
    if (!row.passive) out->agent = SubjectOf(row);
    out->patient = row.passive ? SubjectOf(row) : ObjectOf(row);
    Finish(row, predicate, "", out);
    return true;
  }

  // "No warning was issued": nobody warned.
  bool ReadLightPassive(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    const absl::string_view family =
        table_.LightAct(predicate.verb, phrases_.text(phrases_.phrase(SubjectOf(row)).head));
    if (family.empty() || row.object_key != 0 || table_.DoneToPeople(family)) return false;
    SetAct(family, family, out);
    out->patient = SubjectOf(row);
    SetValue(NumberIn(SubjectValueOf(row)), ValueSlot::kPatient, out);
    Finish(row, predicate, "", out);
    return true;
  }

  // "83 measles cases have been confirmed": 83 people were infected; "two deaths were recorded": two people died.
  bool ReadReported(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    const absl::string_view noun = phrases_.text(phrases_.phrase(SubjectOf(row)).head);
    const absl::string_view family = table_.LightAct(predicate.verb, noun);
    const bool counts = family == "kill" || (family == "infect" && predicate.role.empty());
    if (!counts || !Number(SubjectValueOf(row))) return false;
    SetAct(family, family, out);
    out->patient = phrases_.Add("people", "people", nullptr);
    SetValue(SubjectValueOf(row), ValueSlot::kPatient, out);
    if (!predicate.role.empty()) SetOblique(row, predicate.role, out);
    Finish(row, predicate, predicate.role, out);
    return true;
  }

  // "Her inauguration will take place on June 12", "the sentencing is set for Friday": the act that the subject names.
  bool ReadNamedAct(const ClaimTable::Row& row, const Predicate& predicate, Proposition* out) {
    constexpr absl::string_view kHappens[] = {"take place", "happen", "occur", "set",  "schedule",
                                              "due",        "hold",   "plan",  "slate"};
    const Value* const value = ValueOf(row);
    if (!IsAmong(kHappens, predicate.verb) || value == nullptr || value->kind != ValueKind::kDate) return false;
    const NounPhrase& phrase = phrases_.phrase(SubjectOf(row));
    const absl::string_view act = lexicon_.ActOf(phrases_.text(phrase.head));
    if (act.empty()) return false;
    const auto entry = table_.Find(act, true);
    const absl::string_view role = predicate.role.empty() ? absl::string_view("on") : predicate.role;
    SetAct("take place", predicate.verb, out);
    out->patient = SubjectOf(row);
    SetOblique(row, role, out);
    Finish(row, predicate, role, out);
    Proposition echo = *out;
    echo.echo = true;
    echo.patient = 0;
    SetAct(entry ? entry->family : act, act, &echo);
    Finish(row, predicate, role, &echo);
    echoes_.push_back(echo);
    return true;
  }

  // "Killed 12": people.
  void CountPeople(Proposition* out) {
    const bool bare = out->slot == ValueSlot::kPatient && Number(out->value) &&
                      out->value->kind == ValueKind::kQuantity &&
                      phrases_.phrase(out->patient).kind == PhraseKind::kNone;
    if (bare && table_.DoneToPeople(phrases_.text(out->family))) {
      out->patient = phrases_.Add("people", "people", out->value);
    }
  }

  void Finish(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view role, Proposition* out) {
    const absl::string_view family = phrases_.text(out->family);
    CountPeople(out);
    if (predicate.shunned && row.polarity == Polarity::kAffirmed) out->polarity = Polarity::kNegated;
    const std::string with_role = role.empty() ? std::string(family) : absl::StrCat(family, " ", role);
    out->hollow = table_.Hollow(family);
    out->generic = table_.Generic(family);
    out->functional = out->functional || table_.Functional(family) || table_.Functional(with_role) ||
                      table_.Functional(absl::StrCat("be ", with_role));
    out->single = table_.Single(family);
    out->elliptic = table_.Elliptic(family);
    // "Is buying": what happens once is still to come while it goes on.
    if (out->single && out->modality == Modality::kAsserted && Progressive(row)) out->modality = Modality::kPlanned;
    out->unique = table_.Unique(family) || table_.Unique(with_role);
    out->speech = table_.Reports(predicate.verb);
    out->report = table_.Reports(predicate.verb) && role.empty() && WordCount(claims_.text(row.object)) >= kSpeechWords;
    out->stance = StanceOf(row, predicate, role, *out);
    Judge(out);
  }

  Stance StanceOf(const ClaimTable::Row& row, const Predicate& predicate, absl::string_view role,
                  const Proposition& p) const {
    const absl::string_view verb = absl::string_view(predicate.verb).substr(0, predicate.verb.find(' '));
    const auto told = [&](PhraseId id) {
      const PhraseKind kind = phrases_.phrase(id).kind;
      return kind == PhraseKind::kName || kind == PhraseKind::kDescription || phrases_.phrase(id).counted;
    };
    if (p.polarity != Polarity::kAffirmed || p.modality != Modality::kAsserted || !told(p.agent)) return Stance::kNone;
    // "Alleged that ..."; "Brel of fraud" may come as one object.
    const bool said = role.empty() && (p.report || WordCount(claims_.text(row.object)) >= kSpeechWords);
    // "Accuses him": whom, the text may tell.
    if (table_.Accuses(verb) && (role == "of" || (said && told(p.patient)))) return Stance::kAccuses;
    const bool denies = table_.Denies(verb) && role.empty() && !row.passive;
    const absl::string_view noun = claims_.text(row.object_head);
    const bool deniable = table_.Deniable(noun) || table_.Deniable(absl::StripSuffix(noun, "s")) ||
                          table_.Deniable(phrases_.text(phrases_.phrase(p.patient).head));
    return denies && deniable ? Stance::kDenies : Stance::kNone;
  }

  // Amounts that hardly two stories share by chance.
  WordId NumberWord(const Value* value) {
    // "Tens of thousands" are no number.
    if (!Number(value) || absl::EndsWith(value->text, "thousands") || absl::StrContains(value->text, "s of ")) return 0;
    int64_t digits = std::llabs(value->amount.mantissa());
    while (digits != 0 && digits % 10 == 0) digits /= 10;
    const double amount = value->amount.ToDouble();
    const bool telling = digits >= 11 || std::fabs(amount) >= kManyCounted || amount != std::floor(amount);
    return !telling ? 0 : phrases_.AddWord(absl::StrCat("#", value->amount.ToString()));
  }

  bool Had(const ClaimTable::Row& row) const {
    const std::string text = absl::AsciiStrToLower(claims_.text(row.predicate_text));
    return absl::StartsWith(text, "had to ") || absl::StartsWith(text, "have had to ") ||
           absl::StartsWith(text, "has had to ");
  }

  bool Progressive(const ClaimTable::Row& row) const {
    const std::string text = absl::AsciiStrToLower(claims_.text(row.predicate_text));
    const std::vector<absl::string_view> words = absl::StrSplit(text, ' ', absl::SkipEmpty());
    return words.size() >= 2 && (words[0] == "is" || words[0] == "are" || words[0] == "'s" || words[0] == "’s") &&
           words[1] != "being" && absl::EndsWith(words[1], "ing");
  }

  // Whether it says enough to be known by itself.
  void Judge(Proposition* out) {
    const absl::string_view family = phrases_.text(out->family);
    out->number = NumberWord(out->value);
    out->amount = Number(out->value) ? phrases_.AddWord(absl::StrCat("#", out->value->amount.ToString())) : 0;
    const bool fixed = family == "amount" && lexicon_.Fixed(phrases_.text(phrases_.phrase(out->patient).head));
    out->changing = Number(out->value) && table_.Changing(family) && !fixed;
    const auto says = [&](PhraseId id) {
      const NounPhrase& phrase = phrases_.phrase(id);
      return phrase.kind == PhraseKind::kName || (phrase.kind == PhraseKind::kDescription && phrase.word_count >= 2);
    };
    const int named = (says(out->agent) ? 1 : 0) + (says(out->patient) ? 1 : 0) + (says(out->oblique) ? 1 : 0);
    out->sparse = named == 0 || (out->generic && named < 2 && out->value == nullptr);
  }

  const ClaimTable& claims_;
  PhraseTable& phrases_;
  const PredicateTable& table_;
  const Lexicon& lexicon_;
  std::vector<Proposition> propositions_, echoes_;
  std::vector<Predicate> predicate_of_;  // by proposition
  absl::flat_hash_map<absl::string_view, size_t> predicate_numbers_;
  // By document, statement and subject key: the claim that names whom the key means.
  absl::flat_hash_map<std::tuple<Id, Id, StringId>, uint32_t> names_;
  absl::flat_hash_map<WordId, WordId> act_of_;
  std::deque<Predicate> predicates_;  // references to them stay
};

}  // namespace

std::vector<Proposition> MakePropositions(const ClaimTable& claims, PhraseTable* phrases) {
  return Builder(claims, phrases).Build();
}

}  // namespace consilience
