#include "engine/attribution/bearer_rules.h"

#include <algorithm>

#include "engine/attribution/cue_table.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

// "By the Post's count", "in a tally by the Post", "revealed in a BBC report", "a report emerged from NPR that".
Finding WithReport(const CreditWords& words, const Bearer& bearer) {
  if (words.Disputes(bearer.begin)) return {};
  const int32_t preposition = bearer.begin - 1;
  const bool opens =
      preposition == 0 || words.EndsClause(preposition - 1) || words.IsAny(preposition - 1, {"and", "but"});
  const bool by_measure = words.IsAny(bearer.noun, {"count", "tally", "estimate", "reckoning", "calculation",
                                                    "calculations", "account", "estimates", "figures", "accounts"});
  if (words.Is(preposition, "by") && (opens || by_measure) && bearer.noun > preposition) {
    return words.Found(Ground::kAccording, preposition, bearer.begin);
  }
  if (words.IsAny(preposition, {"on", "in"}) && by_measure)
    return words.Found(Ground::kAccording, preposition, bearer.begin);
  // "comes mostly from an investigation by the Post"
  if (words.Is(preposition, "from")) {
    const int32_t verb =
        words.IsLower(preposition - 1) && IsOriginVerb(words[preposition - 2]) ? preposition - 2 : preposition - 1;
    if (IsOriginVerb(words[verb])) return words.Found(Ground::kAccording, verb, bearer.begin);
  }
  if (words.Is(preposition, "in")) {
    const VerbMatch match = FindReportingVerb(words[preposition - 1]);
    const bool told = match.verb != nullptr && match.verb->by && match.form == VerbForm::kPast;
    if (opens || told) return words.Found(Ground::kAccording, preposition, bearer.begin);
  }
  const bool clause = words.analysis() == nullptr || bearer.end + 1 >= words.size() ||
                      (words.analysis()->word(bearer.end + 1).upos != Upos::kVerb &&
                       words.analysis()->word(bearer.end + 1).upos != Upos::kAux);
  if (words.Is(bearer.end, "that") && clause && !words.IsAny(bearer.end + 1, {"was", "were", "had", "has", "is"}) &&
      !IsGoverningWord(words[preposition])) {
    return words.Found(Ground::kAccording, bearer.noun, bearer.noun + 1);
  }
  return {};
}

// The verb behind a noun phrase, past a name, a place, an insertion, adverbs, and "was able to".
int32_t VerbAfter(const CreditWords& words, const Bearer& bearer) {
  constexpr int32_t kLongestName = 4, kLongestPlace = 7, kLongestInsertion = 22;
  int32_t at = bearer.end;
  const auto tells = [&](int32_t i) {
    const VerbMatch match = FindReportingVerb(words[i]);
    const bool noun = words.analysis() != nullptr && i < words.size() && words.analysis()->word(i).upos == Upos::kNoun;
    return (match.verb != nullptr && match.form != VerbForm::kGerund && !noun) || IsPerceivingVerb(words[i]) ||
           IsFindingVerb(words[i]);
  };
  if (bearer.kind == BearerKind::kJournalist) {
    while (words.IsCapital(at) && at < bearer.end + kLongestName) ++at;
  }
  if (bearer.kind != BearerKind::kOutlet) {
    const bool placed =
        words.IsAny(at, {"in",    "at",         "on",        "near",     "inside",    "outside", "from",
                         "of",    "into",       "with",      "about",    "published", "printed", "released",
                         "aired", "travelling", "traveling", "embedded", "by",        "for"});
    for (int32_t i = at; placed && i < at + kLongestPlace && i < words.size(); ++i) {
      if (words.Is(i, ",") || (i > at && tells(i))) {
        at = i;
        break;
      }
    }
    if (words.Is(at, ",") && words.Is(bearer.begin - 1, ",")) {
      ++at;  // an insertion itself
    } else if (words.Is(at, ",")) {
      for (int32_t i = at + 1; i < at + kLongestInsertion && i < words.size(); ++i) {
        if (words.Is(i, ",")) {
          at = i + 1;
          break;
        }
      }
    }
  } else {
    at = words.SkipInsertion(at);
  }
  at = words.SkipAdverbs(at);
  if (words.IsAny(at, {"was", "were", "is", "are"}) && words.Is(at + 1, "able") && words.Is(at + 2, "to")) {
    return at + 3;
  }
  if (words.IsAny(at, {"is", "was", "are", "were"}) && FindReportingVerb(words[at + 1]).form == VerbForm::kGerund) {
    return at + 1;
  }
  if (words.IsAny(at, {"managed", "manages", "can", "could"})) return words.Is(at + 1, "to") ? at + 2 : at + 1;
  if (words.IsAny(at, {"went", "goes"}) && words.Is(at + 1, "on") && words.Is(at + 2, "to")) return at + 3;
  return at;
}

// The verb whose subject the tree takes the noun phrase for; -1: none.
int32_t VerbInTree(const CreditWords& words, const Bearer& bearer) {
  if (words.analysis() == nullptr) return -1;
  constexpr int kMost = 6;
  int32_t at = bearer.noun;
  for (int steps = 0; steps < kMost; ++steps) {
    const Word& word = words.analysis()->word(at);
    if (word.head == kRoot) return -1;
    if (word.relation == Relation::kNsubj) {
      const int32_t verb = word.head;
      // "was able to confirm": what the adjective opens into.
      if (FindReportingVerb(words[verb]).verb != nullptr) return verb;
      for (const int32_t child : words.analysis()->children(verb)) {
        if (words.analysis()->word(child).relation == Relation::kXcomp &&
            words.IsAny(verb, {"able", "went", "managed"})) {
          return child;
        }
      }
      return verb;
    }
    const Relation relation = Universal(word.relation);
    if (relation != Relation::kAppos && relation != Relation::kConj && relation != Relation::kFlat) return -1;
    at = word.head;
  }
  return -1;
}

// `verb`, with the noun phrase as its subject, tells something.
bool IsToldBy(const CreditWords& words, int32_t verb, const Bearer& bearer, const OutletList& list) {
  const VerbMatch match = FindReportingVerb(words[verb]);
  const bool progressive = words.IsAny(verb - 1, {"is", "was", "are", "were"});  // "is reporting"
  const bool finite =
      match.verb != nullptr && (match.form != VerbForm::kGerund || progressive) && words.MayBeVerb(verb);
  const bool after_auxiliary =
      words.IsAny(verb - 1, {"to", "can", "could", "has", "have", "had"}) || IsCueAdverb(words[verb - 1]);
  switch (bearer.kind) {
    case BearerKind::kOutlet:
      if (!finite || (match.form == VerbForm::kBase && list.size() < 2 && !after_auxiliary)) return false;
      if (match.form == VerbForm::kParticiple && !after_auxiliary) return false;
      return words.VerbReports(*match.verb, verb, list, false);
    case BearerKind::kJournalist:
      if (words.Is(verb, "filmed")) return true;
      // What an editor says may be the house's own affair.
      if (words.IsAny(bearer.noun, {"editor", "editors"}) || words.IsAny(bearer.noun - 1, {"editor", "editors"})) {
        return finite && match.verb->outlet == OutletCue::kStrong && words.SpeaksOfOthers(verb + 1, list, false);
      }
      if (IsPerceivingVerb(words[verb])) return true;

      return finite && match.verb->outlet != OutletCue::kNone && match.form != VerbForm::kParticiple &&
             (match.verb->outlet != OutletCue::kQuestion || words.IsQuestion(verb)) &&
             (match.verb->outlet != OutletCue::kContent || words.HasTellingObject(verb)) &&
             words.VerbReports(*match.verb, verb, list, true);
    case BearerKind::kReport: {
      if (words.Disputes(bearer.begin)) return false;
      if (words.IsAny(verb, {"has", "have", "had"})) {
        return words.IsAny(verb + 1, {"the", "a", "it"}) && !IsOwnMatter(words[verb + 2]);
      }
      if (IsFindingVerb(words[verb]) && words.MayBeVerb(verb)) return true;
      if (words.IsAny(verb, {"turned", "turns"})) return words.Is(verb + 1, "up");
      return finite && match.verb->outlet != OutletCue::kContent &&
             (match.verb->outlet != OutletCue::kNone || match.verb->lemma == "show");
    }
  }
  return false;
}

Finding Tells(const CreditWords& words, const Bearer& bearer, const OutletList& list) {
  if (bearer.begin > 0 && IsGoverningWord(words[bearer.begin - 1])) return {};
  if (words.IsAny(bearer.begin - 1, {"neither", "nor", "no"})) return {};
  constexpr int32_t kFurthestInverted = 4;
  for (const int32_t verb : {VerbAfter(words, bearer), VerbInTree(words, bearer)}) {
    if (verb < 0 || verb >= words.size() || verb < bearer.begin - kFurthestInverted ||
        words.IsRefused(verb, std::min(bearer.end, verb)))
      continue;
    if (IsToldBy(words, verb, bearer, list)) {
      return words.Found(bearer.kind == BearerKind::kReport ? Ground::kAccording : Ground::kSubject, verb, verb + 1);
    }
  }
  return {};
}

}  // namespace

Finding ToldByBearer(const CreditWords& words, const Bearer& bearer, const OutletList& list) {
  if (bearer.kind == BearerKind::kReport) {
    if (const Finding found = WithReport(words, bearer); found.ground != Ground::kNone) return found;
  }
  return Tells(words, bearer, list);
}

}  // namespace consilience
