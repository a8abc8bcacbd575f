#include "engine/attribution/credit_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "engine/attribution/cue_table.h"

namespace consilience {

Finding CreditWords::Found(Ground ground, int32_t first, int32_t end) const {
  Finding found;
  found.ground = ground;
  found.cue = Span(first, end);
  return found;
}

Finding CreditWords::Marked(WireMarkKind kind, int32_t first, int32_t end) const {
  Finding found = Found(Ground::kMark, first, end);
  found.mark = kind;
  return found;
}

bool CreditWords::OnlyModifies(int32_t at, bool hosts_allowed) const {
  constexpr int32_t kFurthest = 4;
  if (IsPossessive(at)) ++at;
  for (int32_t i = at; i < at + kFurthest && i < size(); ++i) {
    const absl::string_view word = (*this)[i];
    if (hosts_allowed && IsAny(i, {"editor", "editors"})) return false;
    if (IsPollNoun(word) || IsInsiderNoun(word)) return true;
    if (IsHostNoun(word)) return !hosts_allowed;
    if (!IsLower(i) || IsOpeningWord(word) || IsTimeWord(word) || IsReportNoun(word) || IsJournalistNoun(word) ||
        IsAny(i, {"he", "she", "it", "they", "we", "there", "his", "her", "their", "would", "will", "is", "was"})) {
      return false;
    }
    if (FindReportingVerb(word).verb != nullptr) return false;
  }
  return false;
}

bool CreditWords::IsGoverned(const OutletList& list) const {
  if (list.begin == 0) return false;
  if (IsAny(list.begin, {"like", "including", "such"})) return false;
  return IsGoverningWord((*this)[list.begin - 1]);
}

int32_t CreditWords::SkipBracket(int32_t at) const {
  constexpr int32_t kLongest = 6;
  if (!Is(at, "(")) return at;
  for (int32_t i = at + 1; i < at + kLongest; ++i) {
    if (Is(i, ")")) return i + 1;
  }
  return at;
}

int32_t CreditWords::SkipInsertion(int32_t at) const {
  constexpr int32_t kLongest = 22;
  if (!Is(at, ",") ||
      !IsAny(at + 1, {"citing", "quoting", "which", "who", "in", "on", "whose", "where", "having", "referring",
                      "relying", "meanwhile", "for", "however", "too", "one", "a", "an", "the"})) {
    return at;
  }
  for (int32_t i = at + 2; i < at + kLongest && i < size(); ++i) {
    if (Is(i, ",")) return i + 1;
  }
  return at;
}

int32_t CreditWords::SkipAdverbs(int32_t at) const {
  constexpr int kMost = 6;
  for (int steps = 0; steps < kMost; ++steps) {
    if (!IsCueAdverb((*this)[at]) && !IsTimeWord((*this)[at])) break;
    if (IsAny(at, {"was", "were", "is", "are", "been", ","})) break;
    ++at;
  }
  return at;
}

bool CreditWords::MayBeVerb(int32_t word) const {
  if (analysis_ == nullptr) return true;
  const Upos tag = analysis_->word(word).upos;
  if (tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kX) return true;
  // A noun with an object, or with a subject and no copula, is a verb: "a report from the Post details".
  const auto has = [&](Relation relation) {
    const auto& children = analysis_->children(word);
    return std::any_of(children.begin(), children.end(),
                       [&](int32_t c) { return Universal(analysis_->word(c).relation) == relation; });
  };
  const bool has_subject = has(Relation::kNsubj) && !has(Relation::kCop);
  if (tag == Upos::kNoun && !has(Relation::kDet) && (has_subject || has(Relation::kObj))) return true;
  if (!IsAny(word, {"reports", "report"})) {
    // "Sky News understands he will stay", "the Post insists."
    const VerbMatch match = FindReportingVerb((*this)[word]);
    if (match.verb == nullptr || !match.verb->speaks || (match.verb->frames & kThat) == 0) return false;
    if (match.form != VerbForm::kThird && match.form != VerbForm::kPast) return false;
    return EndsClause(word + 1) ||
           IsAny(word + 1, {"that", "he", "she", "it", "they", "there", "the", "a", "an", "his", "her", "no"});
  }
  if (EndsClause(word + 1)) return true;
  const Upos next = analysis_->word(word + 1).upos;
  return next != Upos::kVerb && next != Upos::kAux && !IsAny(word + 1, {"of", "about", "from", "and", "or"});
}

bool CreditWords::IsEstimate(int32_t verb) const {
  constexpr int32_t kFurthest = 9;
  for (int32_t i = verb + 2; i < verb + kFurthest; ++i) {
    if (!IsAny(i, {"at", "in"}) && !(IsAny(verb, {"gives", "gave", "give"}) && IsAny(i, {"as", "of"}))) continue;
    for (int32_t k = i + 1; k < i + 4; ++k) {
      const absl::string_view word = (*this)[k];
      const bool number = word == "$" || word == "\u20ac" || word == "\u00a3" ||
                          (!word.empty() && absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) ||
                          (analysis_ != nullptr && k < size() && analysis_->word(k).upos == Upos::kNum);
      if (number || IsAny(k, {"half", "hundreds", "dozens", "thousands", "millions"})) return true;
      if (!IsLower(k)) break;
    }
  }
  return false;
}

bool CreditWords::IsQuestion(int32_t verb) const {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = verb + 1; i < verb + kFurthest && i < size(); ++i) {
    if (Is(i, "to")) return false;
    if (IsAny(i, {"whether", "if", "why", "how", "what", "who", "about", ":"}) || IsQuote(i)) return true;
  }
  return false;
}

bool CreditWords::SpeaksOfOthers(int32_t content, const OutletList& list, bool judges) const {
  constexpr int32_t kFurthest = 14;
  int32_t at = content;
  while (at < size() && (IsTimeWord((*this)[at]) || Is(at, "that")) && !Is(at, ",")) {
    const bool in_report = IsAny(at + 1, {"a", "an"}) && ((IsReportNoun((*this)[at + 2]) && !Is(at + 2, "interview")) ||
                                                          (IsReportNoun((*this)[at + 3]) && !Is(at + 3, "interview")));
    if (Is(at, "in") && IsAny(at + 1, {"a", "an", "its", "court"}) && !in_report) return false;
    if (Is(at, "on") && IsAny(at + 1, {"twitter", "x", "facebook", "its"})) return false;
    ++at;
  }
  // "its analysis found" is about what the analysis found, "its story was wrong" about the outlet.
  bool own_work = false;
  for (int32_t i = at + 1; IsAny(at, {"its", "their"}) && i < at + 4; ++i) {
    const VerbMatch next = FindReportingVerb((*this)[i + 1]);
    const bool found = IsFindingVerb((*this)[i + 1]) || (next.verb != nullptr && next.verb->outlet != OutletCue::kNone);
    own_work |= IsReportNoun((*this)[i]) && (found || !IsOwnStory((*this)[i]));
  }
  if (IsAny(at, {"its", "their", "they", "we", "our"}) && !own_work) return false;
  if (Is(at, "it")) {
    // "said it had seen a letter"
    const int32_t own = SkipAdverbs(at + 1);
    if (IsComeByVerb((*this)[own]) && HasTellingObject(own)) return true;
    // "It was unclear" is about nobody; in "A sank, while CNN said it ..." the clause before has named it.
    const bool expletive =
        IsAny(at + 1, {"was", "is"}) && IsAny(at + 2, {"not", "clear", "unclear", "likely", "unlikely", "possible"});
    const bool named_before =
        list.begin > 3 && IsAny(list.begin - 1, {"while", "but", "and", "though", "although", "whereas"});
    if (!expletive && !named_before) return false;
  }
  const bool the_news = IsAny(at + 1, {"news", "press", "media", "sources"});
  if (Is(at, "the") && !the_news && (IsOutletNoun((*this)[at + 1]) || IsAny(at + 1, {"company", "newsroom"})))
    return false;
  for (int32_t i = at; i < at + kFurthest && i < size(); ++i) {
    if (IsOwnAffairNoun((*this)[i]) || (IsOwnFault((*this)[i]) && !judges)) return false;
    if (IsAny(i, {"stand", "stands", "stood"}) && Is(i + 1, "by")) return false;
    if (Is(i, "its") && IsOwnStory((*this)[i + 1]) && !own_work) return false;
  }
  // Mentions are in the order of the text and do not overlap.
  auto mention =
      std::partition_point(mentions_.begin(), mentions_.end(), [&](const OutletMention& m) { return m.first < at; });
  for (; mention != mentions_.end() && mention->first <= at + 2; ++mention) {
    if (mention->outlet == mentions_[list.first_mention].outlet) return false;
  }
  return true;
}

bool CreditWords::SpokeOfItselfBefore(const OutletList& list) const {
  constexpr int32_t kFurthest = 24;
  if (!Is(list.begin - 1, ",")) return false;
  for (int32_t i = 0; i < list.first && i < kFurthest; ++i) {
    if (IsOwnMatter((*this)[i])) return true;
  }
  return IsAny(0, {"it", "we", "our"});
}

bool CreditWords::VerbReports(const ReportingVerb& verb, int32_t at, const OutletList& list, bool journalist) const {
  if (verb.outlet == OutletCue::kNone) return false;
  // What it will show it has not told yet.
  if (IsAny(at - 1, {"will", "would", "may", "might", "should", "must", "shall", "'ll"})) return false;
  if ((verb.frames & kIt) != 0 && !Is(at + 1, "it") && !IsEstimate(at)) return false;
  if (verb.outlet == OutletCue::kQuestion) return IsQuestion(at);
  if (verb.outlet == OutletCue::kContent) {
    // "a memo the Guardian has seen", "a video, which NDTV broadcast"
    const bool fronted =
        list.begin < at && (IsAny(list.begin - 1, {"which", "that"}) || IsDocumentNoun((*this)[list.begin - 1]));
    return fronted || HasTellingObject(at);
  }
  // "spoke of sabotage", not "spoke with residents"; "continued: " before a quotation, not "continued to".
  constexpr Frames kClauses = kThat | kNounPhrase | kSmall | kIt | kGerund;
  if (verb.speaks && (verb.frames & kClauses) == 0) {
    const bool quotes = IsAny(at + 1, {":", ","}) || IsQuote(at + 1);
    if (!quotes && (FrameOfPreposition((*this)[at + 1]) & verb.frames) == 0) return false;
  }
  // "spoke to two dockers who said"
  if (IsAny(at + 1, {"to", "with", "from"}) &&
      (verb.lemma == "speak" || verb.lemma == "talk" || verb.lemma == "hear")) {
    constexpr int32_t kFurthest = 9;
    for (int32_t i = at + 2; i < at + kFurthest && !EndsClause(i); ++i) {
      if (!Is(i, "who")) continue;
      const VerbMatch said = FindReportingVerb((*this)[SkipAdverbs(i + 1)]);
      return said.verb != nullptr && said.verb->speaks && said.verb->kind == SpeechKind::kSay;
    }
    return false;
  }
  // "called him for comment"
  if (verb.lemma == "call" && (Is(at + 2, "for") || Is(at + 3, "for"))) {
    const int32_t wanted = Is(at + 2, "for") ? at + 3 : at + 4;
    if (IsAddressNoun((*this)[wanted]) || IsAddressNoun((*this)[wanted + 1])) return false;
  }
  if (IsAny(at + 1, {"by", "to"}) && verb.lemma != "report") return false;  // "pointed to its record"
  if (Is(at + 1, "from") && verb.lemma == "hear") return false;
  if (verb.outlet == OutletCue::kWeak) {
    // The object of a judgement is never the outlet itself: "called it a provocation".
    const bool judges = (verb.frames & kThat) == 0 && Is(at + 1, "it");
    const bool calls = (verb.frames & kSmall) != 0 || verb.kind == SpeechKind::kJudge;
    if (journalist) {
      const int32_t content = Is(at + 1, "that") ? at + 2 : at + 1;
      return !IsAny(content, {"they", "their", "we", "our", "them"});
    }
    return judges || (SpeaksOfOthers(at + 1, list, calls) && !SpokeOfItselfBefore(list));
  }
  if (IsResultNoun((*this)[at + 1]) || IsResultNoun((*this)[at + 2]) || IsResultNoun((*this)[at + 3])) return false;
  if (verb.lemma == "publish") {
    for (int32_t i = at + 1; i < at + 6; ++i) {
      if (IsOwnMatter((*this)[i]) || IsOpinionNoun((*this)[i])) {
        return false;
      }
    }
  }
  return true;
}

bool CreditWords::IsRefused(int32_t verb, int32_t first) const {
  constexpr int32_t kFurthest = 6;
  for (int32_t i = verb - 1; i >= std::max(first, verb - kFurthest); --i) {
    if (EndsClause(i) || IsAny(i, {"and", "but", "that"})) return false;
    if (IsRefusingWord((*this)[i])) return true;
  }
  return false;
}

bool CreditWords::HasTellingObject(int32_t verb) const {
  constexpr int32_t kFurthest = 7;
  for (int32_t i = verb + 1; i < verb + kFurthest && i < size(); ++i) {
    if (IsStop(i) || Is(i, ",") || IsOwnMatter((*this)[i]) || IsInsiderNoun((*this)[i])) return false;
    if (IsOpinionNoun((*this)[i])) return false;
    if (IsReportNoun((*this)[i]) || IsDocumentNoun((*this)[i])) return true;
    if (IsAny(i, {"remarks", "comments", "statement", "statements"})) return true;
    if (IsGoverningWord((*this)[i]) && i > verb + 1) return false;
  }
  return false;
}

bool CreditWords::Disputes(int32_t at) const {
  constexpr int32_t kFurthest = 4;
  for (int32_t i = at - 1; i >= std::max(0, at - kFurthest); --i) {
    if (IsStop(i)) return false;
    if (IsDisputingVerb((*this)[i])) return true;
  }
  return false;
}

int32_t CreditWords::ToLeft(int32_t at) const {
  constexpr int kMost = 7;
  for (int steps = 0; steps < kMost && at > 0; ++steps) {
    const bool fills = (IsTimeWord((*this)[at]) && !Is(at, ",")) || IsFillingWord((*this)[at]);
    if (!fills) break;
    --at;
  }
  return at;
}

}  // namespace consilience
