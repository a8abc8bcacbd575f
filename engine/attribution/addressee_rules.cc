#include "engine/attribution/addressee_rules.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/outlet_bearer.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

// Somebody speaks there, so that no other word need say so.
bool IsInterview(const CreditWords& words, int32_t noun) {
  return words.IsAny(noun, {"interview", "interviews", "appearance", "appearances", "podcast", "segment", "op-ed",
                            "op-eds", "column", "essay", "remarks", "comments", "statement", "call"});
}

// A verb of speech stands shortly before word `at`, or a clause opens there.
bool IsSpokenBefore(const CreditWords& words, int32_t at) {
  constexpr int32_t kFurthest = 6;
  if (at == 0 || words.EndsClause(at - 1)) return true;
  for (int32_t i = at - 1; i >= std::max(0, at - kFurthest) && !words.EndsClause(i); --i) {
    const VerbMatch match = FindReportingVerb(words[i]);
    if (match.verb != nullptr && match.verb->speaks && match.verb->kind == SpeechKind::kSay) return true;
  }
  return false;
}

// The tree hangs the outlets, with their preposition, on a verb of speech: "confirmed as much to the Post", "called it
// a threat on NBC".
Finding HangsOnSpeech(const CreditWords& words, const OutletList& list, absl::string_view preposition) {
  constexpr int kMost = 8;
  if (words.analysis() == nullptr) return {};
  const bool judges = absl::EqualsIgnoreCase(preposition, "on");
  int32_t head = list.end - 1;
  for (int steps = 0; steps < kMost; ++steps) {
    const Word& word = words.analysis()->word(head);
    if (word.head == kRoot || (!judges && (head < list.first || head >= list.end))) return {};
    const Relation relation = Universal(word.relation);
    if (relation == Relation::kObl) {
      const auto children = words.analysis()->children(head);
      const bool cased = std::any_of(children.begin(), children.end(), [&](int32_t c) {
        return c < head && words.Is(c, preposition) && words.analysis()->word(c).relation == Relation::kCase;
      });
      const int32_t governor = word.head;
      const VerbMatch match = FindReportingVerb(words[governor]);
      if (!cased || match.verb == nullptr || !match.verb->speaks || governor >= list.begin ||
          !words.MayBeVerb(governor) || match.form == VerbForm::kBase || match.verb->lemma == "read" ||
          (!judges && match.verb->lemma == "write") || words.IsRefused(governor, 0) ||
          (match.verb->frames & FrameOfPreposition(preposition)) != 0) {
        return {};
      }
      // Another outlet's words are not said to this one.
      const auto& clause = words.analysis()->children(governor);
      const bool told_by_outlet = std::any_of(clause.begin(), clause.end(), [&](int32_t c) {
        return words.analysis()->word(c).relation == Relation::kNsubj &&
               std::any_of(words.mentions().begin(), words.mentions().end(),
                           [&](const OutletMention& m) { return words.analysis()->Dominates(c, m.end - 1); });
      });
      if (told_by_outlet) return {};
      const bool states = match.verb->kind == SpeechKind::kSay && (judges || (match.verb->frames & kThat) != 0);
      return states || (judges && match.verb->kind == SpeechKind::kJudge)
                 ? words.Found(Ground::kAddressee, governor, governor + 1)
                 : Finding{};
    }
    const bool within = relation == Relation::kNmod || relation == Relation::kCompound || relation == Relation::kFlat ||
                        relation == Relation::kAppos || relation == Relation::kDep || relation == Relation::kConj;
    if (!within) return {};
    head = word.head;
  }
  return {};
}

Finding RecipientBefore(const CreditWords& words, int32_t end, const OutletList& list) {
  constexpr int32_t kFurthest = 6;
  const int32_t preposition = end - 1;
  // "gave the Post an interview", "a statement she sent the Post"
  if (words.IsAny(preposition, {"gave", "granted", "sent", "showed", "provided", "handed", "given", "gives"}) &&
      !words.OnlyModifies(list.end, true) && !words.IsRefused(preposition, 0)) {
    for (int32_t i = list.end; i < list.end + 5 && (words.IsLower(i) || words.IsDash(i)); ++i) {
      if (IsAddressNoun(words[i]) || IsDocumentNoun(words[i]) ||
          words.IsAny(i, {"names", "account", "version", "figure", "figures", "number", "reason", "assurance"})) {
        return words.Found(Ground::kAddressee, preposition, end);
      }
    }
    for (int32_t i = preposition - 1; i >= std::max(0, preposition - 7) && !words.EndsClause(i); --i) {
      if (IsAddressNoun(words[i])) return words.Found(Ground::kAddressee, preposition, end);
    }
    return {};
  }
  if (!words.IsAny(preposition, {"to", "with", "on", "in", "for", "by"})) return {};
  if (words.OnlyModifies(list.end, true)) return {};
  const bool to = words.IsAny(preposition, {"to", "with"});
  const int32_t at = words.ToLeft(preposition - 1);
  if (at < 0 || words.IsRefused(at + 1, 0)) return {};
  // The noun that a participle at `at` belongs to: "emails that were later shared", "interviews she gave".
  const auto noun_before = [&](bool (*is_noun)(absl::string_view)) {
    for (int32_t i = at - 1; i >= std::max(0, at - kFurthest); --i) {
      if (is_noun(words[i])) return true;
      const bool links = IsTimeWord(words[i]) || IsCueAdverb(words[i]) || IsTransferVerb(words[i]) ||
                         words.IsAny(i, {"that", "which", "being", "be", "exclusively", "anonymously", "privately",
                                         "he", "she", "they", "and", "quietly"});
      if (!links && !(words.Is(i, ",") && i == at - 1)) return false;
      if (words.Is(i, ",") && i != at - 1) return false;
    }
    return false;
  };
  // "a statement provided to", "emails shared with", "an interview that aired on", "records published in"
  if (IsTransferVerb(words[at])) {
    if (to && words.Is(at - 1, "as")) return words.Found(Ground::kAddressee, at - 1, end);
    if (to && (noun_before(IsDocumentNoun) || noun_before(IsAddressNoun)))
      return words.Found(Ground::kAddressee, at, end);
    if (words.IsAny(preposition, {"on", "in", "by"}) &&
        words.IsAny(at, {"published", "aired", "broadcast", "airing", "printed", "posted", "carried"}) &&
        (noun_before(IsDocumentNoun) || noun_before(IsAddressNoun) || noun_before(IsReportNoun))) {
      return words.Found(Ground::kAccording, at, end);
    }
  }
  // "during an interview late Wednesday with"
  if (IsAddressNoun(words[at]) && !words.Is(preposition, "by")) {
    int32_t before = at - 1;
    for (int steps = 0; steps < 5 && before > 0 && !words.IsAny(before, {"in", "during", "through", "via"}) &&
                        !words.EndsClause(before);
         ++steps) {
      --before;
    }
    if (words.IsAny(before, {"in", "during", "through", "via"})) {
      return words.Found(Ground::kAddressee, before, end);
    }
  }
  // ", insisted a third in Barron's", ", reports Ann Lowe for the Post"; "said as much to the Post"
  if (words.IsAny(preposition, {"to", "in", "for", "on"})) {
    constexpr int32_t kLongestSubject = 5;
    for (int32_t i = preposition - 1; i > std::max(0, preposition - kLongestSubject - 1); --i) {
      if (words.EndsClause(i)) break;
      const VerbMatch said = FindReportingVerb(words[i]);
      if (said.verb == nullptr || !said.verb->speaks || said.verb->kind != SpeechKind::kSay) continue;
      const bool inverted = (words.Is(i - 1, ",") || words.IsQuote(i - 1)) &&
                            (said.form == VerbForm::kPast || said.form == VerbForm::kThird);
      const bool as_much = words.Is(preposition, "to") && said.form != VerbForm::kBase && i + 1 < preposition &&
                           words.IsAny(preposition - 1, {"much", "so", "it", "this", "that", "same"});
      if (inverted || as_much) return words.Found(Ground::kAddressee, i, i + 1);
      break;
    }
  }
  if (words.IsAny(preposition, {"to", "in"})) {
    if (const Finding found = HangsOnSpeech(words, list, words[preposition]); found.ground != Ground::kNone)
      return found;
  }
  const VerbMatch match = FindReportingVerb(words[at]);
  if (match.verb == nullptr || match.form == VerbForm::kBase || !match.verb->speaks) return {};
  const absl::string_view lemma = match.verb->lemma;
  if (lemma == "speak" || lemma == "talk") {
    if (to && !words.IsAny(at - 1, {"are", "is", "am", "was", "were", "be"}))
      return words.Found(Ground::kAddressee, at, end);
    return {};
  }
  const bool states = match.verb->kind == SpeechKind::kSay && (match.verb->frames & kThat) != 0;
  // "was quoted in the Hindu as saying", "first reported in the Post"
  if (words.IsAny(preposition, {"in", "on"}) && match.verb->by && match.form == VerbForm::kPast &&
      match.verb->outlet == OutletCue::kStrong && lemma != "write" && lemma != "publish") {
    return words.Found(Ground::kAccording, at, end);
  }
  if (states && words.IsAny(preposition, {"in", "for"})) {
    const bool writes =
        lemma == "write" || lemma == "report" || lemma == "argue" || lemma == "explain" || lemma == "complain";
    if (writes || words.Is(preposition, "in")) return words.Found(Ground::kAddressee, at, end);
  }
  if (states && words.Is(preposition, "to") && (match.verb->frames & kTo) == 0 && lemma != "write") {
    return words.Found(Ground::kAddressee, at, end);
  }
  return {};
}

}  // namespace

Finding AfterVerbOfSpeech(const CreditWords& words, const OutletList& list) {
  constexpr int kMostTimeWords = 5;
  const bool to = words.Is(list.begin - 1, "to");
  if (!to && !words.Is(list.begin - 1, "on")) return {};
  int32_t at = list.begin - 2;
  for (int steps = 0; steps < kMostTimeWords && at > 0 && IsTimeWord(words[at]); ++steps) --at;
  const VerbMatch match = FindReportingVerb(words[at]);
  if (match.verb == nullptr || !match.verb->speaks || match.verb->kind != SpeechKind::kSay) return {};
  // "pointed to CNN", "commented on CNN": the outlet is what they spoke of.
  if ((match.verb->frames & kThat) == 0 || (match.verb->frames & (to ? kTo : kOn)) != 0) return {};
  if (to && match.verb->lemma == "write") return {};  // a letter: what is in it was for the outlet alone
  if (words.IsRefused(at, 0) || words.OnlyModifies(list.end, true)) return {};
  return words.Found(Ground::kAddressee, at, list.begin);
}

Finding OnShow(const CreditWords& words, const OutletList& list) {
  constexpr int32_t kLongest = 10, kLongestOpening = 7;
  if (!words.IsAny(0, {"on", "in", "during", "at"}) || !words.Is(list.begin - 1, "on")) return {};
  if (list.begin > kLongestOpening) return {};
  for (int32_t i = 1; i < list.begin; ++i) {
    if (words.EndsClause(i)) return {};
  }
  for (int32_t i = list.end; i < list.end + kLongest; ++i) {
    if (!words.Is(i, ",")) continue;
    const bool spoken = std::any_of(words.speech().begin(), words.speech().end(),
                                    [&](const Speech& s) { return s.cue_word > i && !s.nested; });
    return spoken ? words.Found(Ground::kAddressee, 0, list.begin) : Finding{};
  }
  return {};
}

Finding AsRecipient(const CreditWords& words, const OutletList& list) {
  if (const Finding found = RecipientBefore(words, list.begin, list); found.ground != Ground::kNone) return found;
  for (const Bearer& bearer : FindBearers(words, words.analysis(), list)) {
    if (bearer.kind != BearerKind::kJournalist) continue;
    if (const Finding found = RecipientBefore(words, bearer.begin, list); found.ground != Ground::kNone) return found;
  }
  // "in a brief CNN interview", "in a Guardian column"
  int32_t noun = list.end;
  if (words.IsPossessive(noun)) ++noun;
  constexpr int32_t kFurthest = 3;
  for (int32_t i = noun; i < noun + kFurthest; ++i) {
    if (IsAddressNoun(words[i])) {
      int32_t at = list.begin - 1;
      for (int steps = 0; steps < 4 && (words.IsLower(at) || IsTimeWord(words[at])) && !IsGoverningWord(words[at]) &&
                          !words.IsAny(at, {"during", "through", "via", "after"});
           ++steps) {
        --at;
      }
      if (words.IsAny(at, {"in", "during", "through", "via"}) && (IsInterview(words, i) || IsSpokenBefore(words, at))) {
        return words.Found(Ground::kAddressee, at, i + 1);
      }
      return {};
    }
    if (!words.IsLower(i) && !words.IsDash(i) && !words.IsQuote(i)) break;
  }
  return {};
}

Finding OnAir(const CreditWords& words, const OutletList& list) {
  constexpr int32_t kFurthest = 6;
  int32_t on = list.begin - 1;
  if (words.IsQuote(on)) --on;
  if (!words.IsAny(on, {"on", "at"}) || words.OnlyModifies(list.end, true)) return {};
  const auto says = [&](int32_t at) {
    const VerbMatch match = FindReportingVerb(words[at]);
    return match.verb != nullptr && match.verb->speaks &&
           (match.verb->kind == SpeechKind::kSay || match.verb->kind == SpeechKind::kJudge) &&
           match.verb->lemma != "read" && words.MayBeVerb(at);
  };
  // "gave another account on CNBC, where he spoke of barges"
  const int32_t where = words.Is(list.end, ",") ? list.end + 1 : list.end;
  if (words.Is(where, "where") && words.IsAny(where + 1, {"he", "she", "they"}) && says(words.SkipAdverbs(where + 2))) {
    return words.Found(Ground::kAddressee, on, list.begin);
  }
  const int32_t verb = words.ToLeft(on - 1);
  if (words.IsAny(verb, {"went", "goes", "going", "appeared", "appears", "appearing", "was", "were", "go"}) &&
      !words.IsRefused(verb, 0)) {
    for (int32_t i = list.end; i < list.end + kFurthest; ++i) {
      if (words.IsAny(i, {"to", "and", "where", "who"})) {
        int32_t next = i + 1;
        if (words.IsAny(next, {"he", "she", "they"})) ++next;
        next = words.SkipAdverbs(next);
        return says(next) ? words.Found(Ground::kAddressee, verb, list.begin) : Finding{};
      }
    }
    return {};
  }
  return words.Is(on, "on") ? HangsOnSpeech(words, list, "on") : Finding{};
}

}  // namespace consilience
