#include "engine/attribution/outlet_bearer.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/reporting_words.h"

namespace consilience {
namespace {

class BearerReader {
 public:
  BearerReader(const StatementWords& words, const Analysis* analysis, const OutletList& list)
      : words_(words), analysis_(analysis), list_(list) {}

  Bearers Read() {
    bearers_.Add({BearerKind::kOutlet, list_.begin, list_.end - 1, PastBracket(list_.end)});
    Owned();
    Owning();
    Employed();
    return bearers_;
  }

 private:
  // Past "(a tabloid)", else `at` itself.
  int32_t PastBracket(int32_t at) const {
    constexpr int32_t kLongest = 6;
    if (!words_.Is(at, "(")) return at;
    for (int32_t i = at + 1; i < at + kLongest; ++i) {
      if (words_.Is(i, ")")) return i + 1;
    }
    return at;
  }

  bool IsJournalist(int32_t i) const {
    return IsJournalistNoun(words_[i]) || words_.IsAny(i, {"editor", "editors"}) ||
           (words_.IsAny(i, {"checker", "checkers"}) && words_.IsDash(i - 1));
  }

  bool IsReport(int32_t i) const {
    const bool op_ed = words_.IsAny(i, {"ed", "eds"}) && words_.IsDash(i - 1) && words_.Is(i - 2, "op");
    return IsReportNoun(words_[i]) || op_ed || (words_.IsLower(i) && IsDocumentNoun(words_[i]));
  }

  // "political editor": in some countries a reporter.
  bool IsBeat(int32_t i) const {
    return words_.IsLower(i) &&
           words_.IsAny(i, {"political",     "economics", "diplomatic",  "security",  "business",   "health",
                            "science",       "home",      "environment", "foreign",   "defence",    "defense",
                            "sports",        "royal",     "legal",       "education", "technology", "media",
                            "international", "world",     "crime",       "city",      "europe"});
  }

  // A word that may stand before a noun: an adjective, a name, a part of a hyphenated word.
  bool Modifies(int32_t i) const {
    if (words_.IsDash(i)) return words_.IsLower(i - 1) || words_.IsCapital(i - 1);
    if (!words_.IsLower(i) && !words_.IsCapital(i)) {
      return !words_[i].empty() && absl::ascii_isdigit(static_cast<unsigned char>(words_[i][0]));
    }
    return !IsGoverningWord(words_[i]) && !IsInsiderNoun(words_[i]) &&
           !words_.IsAny(i,
                         {"and",    "or",       "but",   "has",   "have", "had",  "is",   "was",   "were",  "are",
                          "that",   "which",    "who",   "the",   "a",    "an",   "as",   "did",   "do",    "does",
                          "n't",    "n\u2019t", "not",   "never", "be",   "been", "may",  "might", "can",   "could",
                          "should", "must",     "shall", "it",    "he",   "she",  "they", "will",  "would", "while"});
  }

  // Left over adjectives to the article of the noun phrase that reaches to `noun`.
  int32_t BeginOf(int32_t noun) const {
    constexpr int32_t kMost = 5;
    int32_t at = noun;
    while (at > std::max(0, noun - kMost) && Modifies(at - 1) && !IsOpeningWord(words_[at - 1]) &&
           (FindReportingVerb(words_[at - 1]).verb == nullptr || words_.IsDash(at)) &&
           !IsTransferVerb(words_[at - 1])) {
      --at;
    }
    return words_.IsAny(at - 1, {"the", "a", "an", "this", "two", "three", "several", "its"}) ? at - 1 : at;
  }

  // "the BBC's correspondent", "a Bloomberg estimate", "CNN's Tom Reed", "the Guardian's own reporter".
  void Owned() {
    constexpr int32_t kFurthest = 5;
    int32_t at = PastBracket(list_.end);
    const bool possessive = words_.IsPossessive(at) || words_.Is(list_.first, "its");
    if (words_.IsPossessive(at)) ++at;
    if (possessive && words_.IsCapital(at) && !IsJournalist(at) && !IsReport(at)) {
      int32_t end = at;
      while (words_.IsCapital(end) && end < at + kFurthest) ++end;
      // "CNN's State of the Union" is no person, "the Times's White House correspondent" is described.
      if (!words_.IsAny(end, {"of", "the", "!"}) && !IsJournalist(end) && !IsReport(end)) {
        const bool person = words_.IsLower(end) || end > at + 1;
        if (person) bearers_.Add({BearerKind::kJournalist, list_.begin, end - 1, end});
        return;
      }
    }
    for (int32_t i = at; i < at + kFurthest && i < words_.size(); ++i) {
      if (IsPollNoun(words_[i])) return;
      // "Breitbart editor Ann Lowe" acts for herself, "the Guardian's political editor" for the paper.
      if (!possessive && words_.IsAny(i, {"editor", "editors"}) && !IsBeat(i - 1)) return;
      if (words_.IsAny(i, {"source", "sources"})) {
        bearers_.Add({BearerKind::kJournalist, list_.begin, i, i + 1});
        return;
      }
      // "the BBC's Persian service"
      if (possessive && words_.IsLower(i) && IsOutletNoun(words_[i])) {
        bearers_.Add({BearerKind::kOutlet, list_.begin, i, i + 1});
        return;
      }
      if (IsJournalist(i) || IsReport(i)) {
        int32_t noun = i;
        while (IsJournalist(noun + 1) || IsReport(noun + 1) || words_.IsAny(noun + 1, {"chief", "board"})) ++noun;
        if (IsPollNoun(words_[noun + 1]) || IsHostNoun(words_[noun + 1])) return;
        const bool journalist = IsJournalist(noun) || (words_.Is(noun, "chief") && IsJournalist(noun - 1));
        bearers_.Add({journalist ? BearerKind::kJournalist : BearerKind::kReport, list_.begin, noun, noun + 1});
        return;
      }
      if (IsHostNoun(words_[i]) || !Modifies(i)) return;
      const VerbMatch match = FindReportingVerb(words_[i]);
      if (match.verb != nullptr && (match.form == VerbForm::kPast || match.form == VerbForm::kThird)) return;
    }
  }

  // "a tally kept by AFP", "a correspondent for the BBC", "the findings of the Guardian".
  void Owning() {
    constexpr int32_t kFurthest = 9;
    const int32_t preposition = list_.begin - 1;
    if (!words_.IsAny(preposition, {"by", "from", "in", "of", "at", "for", "with", "on"})) return;
    const bool reports = words_.IsAny(preposition, {"by", "from", "in", "of", "on"});
    for (int32_t i = preposition - 1; i >= std::max(0, preposition - kFurthest); --i) {
      if ((reports && IsReport(i)) || IsJournalist(i)) {
        const bool journalist = IsJournalist(i);
        if (words_.Is(preposition, "of") && !journalist &&
            !words_.IsAny(i, {"account", "findings", "version", "estimate", "reckoning", "telling", "reporting"})) {
          return;
        }
        if (journalist && !words_.Is(preposition, "with") && words_.IsAny(i, {"editor", "editors"}) &&
            words_.IsAny(i - 1, {"former", "the"})) {
          return;
        }
        if (journalist && (words_.Is(preposition, "by") || words_.Is(i - 1, "former"))) return;
        bearers_.Add(
            {journalist ? BearerKind::kJournalist : BearerKind::kReport, BeginOf(i), i, PastBracket(list_.end)});
        return;
      }
      const bool fills = words_.IsLower(i) || words_.IsDash(i) || IsTimeWord(words_[i]) || words_.IsCapital(i) ||
                         words_.IsPossessive(i);
      if (!fills || words_.Is(i, ",") ||
          words_.IsAny(i, {"and", "that", "who", "which", "said", "was", "were", "is", "has", "had", "but", "told",
                           "according"})) {
        return;
      }
      // Past "of repair bills" and the like only to what is said to be by somebody.
      const bool link = IsTimeWord(words_[i]) || IsTransferVerb(words_[i]) ||
                        FindReportingVerb(words_[i]).verb != nullptr ||
                        words_.IsAny(i, {"working", "based", "exclusively", "written"});
      if (!link && !words_.IsAny(preposition, {"by", "from"})) return;
    }
  }

  // "Ann Lowe of the Guardian", "Maggie Lowe at the Post".
  void Employed() {
    if (!words_.IsAny(list_.begin - 1, {"of", "at", "in"})) return;
    int32_t at = list_.begin - 1;
    constexpr int32_t kLongestName = 4;
    while (at > list_.begin - 1 - kLongestName && words_.IsCapital(at - 1) && !IsOpeningWord(words_[at - 1]) &&
           !IsCalendarWord(words_[at - 1])) {
      --at;
    }
    if (list_.begin - 1 - at < 2) return;
    if (analysis_ != nullptr && analysis_->word(at).name != NameKind::kPerson) return;

    bearers_.Add({BearerKind::kJournalist, at, list_.begin - 2, list_.end});
  }

  const StatementWords& words_;
  const Analysis* analysis_;
  const OutletList& list_;
  Bearers bearers_;
};

}  // namespace

Bearers FindBearers(const StatementWords& words, const Analysis* analysis, const OutletList& list) {
  return BearerReader(words, analysis, list).Read();
}

}  // namespace consilience
