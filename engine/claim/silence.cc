#include "engine/claim/silence.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "engine/base/word_list.h"
#include "engine/claim/governing_verb.h"
#include "engine/claim/phrase.h"
#include "engine/claim/relation_set.h"
#include "engine/claim/speaker.h"

namespace consilience {
namespace {

using R = Relation;

// Verbs that make somebody do what their complement says: "forced him to resign" says that he resigned.
constexpr absl::string_view kImplicative[] = {"cause", "compel", "enable", "force", "get",    "have",
                                              "help",  "lead",   "let",    "make",  "prompt", "see"};
// Participles that have become prepositions: "given the cost".
constexpr absl::string_view kPrepositionalParticiples[] = {
    "according", "assuming",  "barring", "compared",  "concerning", "considering", "depending",
    "given",     "following", "pending", "regarding", "starting",   "provided",    "providing"};
// Of verbs that need content those that say nothing without it whatever their circumstances: "she said on Monday".
constexpr absl::string_view kOnlySaying[] = {"add", "announce", "note", "reply", "say", "state", "tell"};
// Verbs that say nothing with a time or a place alone: "declared in an interview".
constexpr absl::string_view kMostlySaying[] = {"confirm", "acknowledge", "admit",  "argue",  "claim",   "contend",
                                               "declare", "explain",     "insist", "remark", "report",  "suggest",
                                               "tweet",   "warn",        "write",  "reveal", "predict", "assert"};
constexpr absl::string_view kCircumstances[] = {"at", "by", "during", "in", "on", "to", "via"};
// Adjectives that say nothing without the question that they are said of.
constexpr absl::string_view kOpenQuestions[] = {"unclear", "unknown", "uncertain"};
// Verbs that say nothing of whom they are done to without what.
constexpr absl::string_view kOffering[] = {"accord", "allot", "give", "grant", "hand", "offer"};
// Verbs of which the content is what somebody wants to know.
constexpr absl::string_view kAsking[] = {"ask", "inquire", "press", "query", "question", "quiz", "wonder"};
// Verbs that say nothing without an object.
constexpr absl::string_view kEmpty[] = {"do", "have"};
// Verbs that say nothing of what they name without when or where.
constexpr absl::string_view kHappening[] = {"happen", "occur"};

}  // namespace

std::optional<Rule> SilenceRules::Of(const Clause& clause) const {
  struct SilenceRule {
    Rule rule;
    bool (SilenceRules::*applies)(const Clause&) const;
  };
  static constexpr SilenceRule kRules[] = {
      {Rule::kNoSubject, &SilenceRules::HasNoSubject},        {Rule::kPreposition, &SilenceRules::IsPreposition},
      {Rule::kInterrogative, &SilenceRules::AsksForSubject},  {Rule::kInterrogative, &SilenceRules::NamesNothing},
      {Rule::kNothingSaid, &SilenceRules::IsHalfDenied},      {Rule::kNothingSaid, &SilenceRules::SaysOfNone},
      {Rule::kNothingSaid, &SilenceRules::SaysOfAny},         {Rule::kNothingSaid, &SilenceRules::SaysOfSome},
      {Rule::kPurpose, &SilenceRules::StatesPurpose},         {Rule::kGarbled, &SilenceRules::IsGarbled},
      {Rule::kUnattributed, &SilenceRules::IsQuotedOfNobody}, {Rule::kUnattributed, &SilenceRules::IsPutToSomebody},
  };
  if (clause.merged) return Rule::kMergedAway;
  for (const SilenceRule& silence : kRules) {
    if ((this->*silence.applies)(clause)) return silence.rule;
  }
  return std::nullopt;
}

std::optional<Rule> SilenceRules::Of(const Clause& clause, absl::Span<const Part> parts) const {
  if (IsBareParticiple(clause, parts)) return Rule::kBareParticiple;
  const bool of_none = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.antecedent && (marks_.Has(part.head, StatementMarks::kNone) || IsDenied(part.head));
  });
  if (of_none) return Rule::kNothingSaid;  // "not a thing she said is true"
  if (SaysNothing(clause, parts)) return Rule::kNothingSaid;
  return std::nullopt;
}

bool SilenceRules::HasNoSubject(const Clause& clause) const {
  // "Let's wait": nobody is said to wait.
  return clause.subject < 0 || word(clause.subject).form == "'s" || word(clause.subject).form == "\xE2\x80\x99s";
}

bool SilenceRules::IsPreposition(const Clause& clause) const {
  const bool bare = clause.reduced || word(clause.head).relation == R::kConj;  // "won, and given the cost, left"
  return bare && IsAmong(kPrepositionalParticiples, absl::AsciiStrToLower(word(clause.head).form)) &&
         std::none_of(clause.predicate.begin(), clause.predicate.end(),
                      [&](int32_t i) { return word(i).head == clause.head && word(i).upos == Upos::kAux; });
}

bool SilenceRules::AsksForSubject(const Clause& clause) const {
  const auto asks = [&](int32_t i) {
    const Xpos tag = word(i).xpos;
    return tag == Xpos::kWp || tag == Xpos::kWdt || tag == Xpos::kWrb;
  };
  if (clause.subject_source != SubjectSource::kOwn) {
    return clause.subject_source != SubjectSource::kRelative && asks(clause.subject);
  }
  if (asks(clause.subject)) return true;
  for (int32_t child : analysis_.children(clause.subject)) {  // "which mills", "how many people"
    if (child > clause.subject) break;
    const auto below = analysis_.children(child);
    if (word(child).xpos == Xpos::kWdt ||
        std::any_of(below.begin(), below.end(), [&](int32_t b) { return b < child && word(b).xpos == Xpos::kWrb; })) {
      return true;
    }
  }
  return false;
}

bool SilenceRules::IsAsked(const Clause& clause) const {
  if (!marks_.Has(clause, StatementMarks::kUncertain)) return false;
  const int32_t above = word(clause.outermost()).head;
  return above >= 0 && IsAmong(kAsking, word(above).lemma) && clause.subject_source == SubjectSource::kOwn;
}

// "did not rise and sing": that she did both is denied, not that she rose.
bool SilenceRules::IsHalfDenied(const Clause& clause) const {
  if (assertions_[clauses_.IndexOf(clause)].polarity != Polarity::kNegated) return false;
  const auto children = analysis_.children(clause.head);
  const bool negated = std::any_of(children.begin(), children.end(), [&](int32_t i) {
    return i < clause.head && (word(i).lemma == "not" || word(i).lemma == "n't");
  });
  return negated && word(clause.head).xpos == Xpos::kVb &&
         std::any_of(children.begin(), children.end(), [&](int32_t i) {
           if (word(i).relation != R::kConj || word(i).xpos != Xpos::kVb) return false;
           const auto below = analysis_.children(i);
           const bool joined =
               std::any_of(below.begin(), below.end(), [&](int32_t b) { return word(b).lemma == "and"; });
           const bool own = std::any_of(below.begin(), below.end(), [&](int32_t b) {
             return b < i && (word(b).upos == Upos::kAux || IsSubject(word(b).relation));
           });
           return joined && !own;
         });
}

// "most of whom", "whose lives": a subject that only the sentence tells.
bool SilenceRules::NamesNothing(const Clause& clause) const {
  if (clause.subject < 0) return false;
  if (clause.subject_source != SubjectSource::kOwn && clause.subject_source != SubjectSource::kShared) return false;
  const auto relative = [&](int32_t i) { return word(i).xpos == Xpos::kWpPoss || IsRelativePronoun(word(i)); };
  constexpr size_t kMost = 40;
  const auto children = analysis_.children(clause.subject).subspan(0, kMost);
  return std::any_of(children.begin(), children.end(), relative);
}

// "indicated no crimes that had been committed": nothing is said of crimes.
bool SilenceRules::SaysOfNone(const Clause& clause) const {
  const Word& outermost = word(clause.outermost());
  if (outermost.relation == R::kAclRelcl &&
      outermost.head >= 0) {  // "no reason why she left", "this is not a strike I wanted"
    if (word(outermost.head).lemma == "reason" && marks_.Has(outermost.head, StatementMarks::kNone)) return true;
    const Clause* above = clauses_.At(outermost.head);
    const bool said_of = above != nullptr && above->kind == ClauseKind::kCopula;
    if (said_of && assertions_[clauses_.IndexOf(*above)].polarity == Polarity::kNegated) return true;
  }
  const bool relative =
      clause.subject_source == SubjectSource::kRelative || clause.subject_source == SubjectSource::kModified;
  constexpr absl::string_view kAny[] = {"anybody", "anyone", "everybody", "everyone", "those", "whoever"};
  if (relative && clause.subject >= 0 && IsAmong(kAny, absl::AsciiStrToLower(word(clause.subject).form))) {
    return true;  // "anyone who knows"
  }
  if (relative && clause.subject >= 0 && IsDenied(clause.subject)) return true;  // "for thieves, not people who err"
  if (!relative || !marks_.Has(clause.subject, StatementMarks::kNone)) return false;
  constexpr RelationSet kExisting{R::kNsubj, R::kNsubjPass, R::kRoot};  // "there is no", "no one who came was paid"
  return !kExisting.Contains(word(clause.subject).relation);
}

// "not people", "never a mill", of which nothing is known; but "not the mill".
bool SilenceRules::IsDenied(int32_t noun) const {
  bool denied = false, known = false;
  for (const int32_t i : analysis_.children(noun)) {
    const Word& w = word(i);
    denied |= i < noun && w.relation == R::kAdvmod && (w.lemma == "not" || w.lemma == "never");
    known |= w.relation == R::kNmodPoss || (w.relation == R::kDet && w.lemma == "the");
  }
  return denied && !known;
}

// "meant people who cook": of some people is said that they cook.
bool SilenceRules::SaysOfSome(const Clause& clause) const {
  constexpr absl::string_view kSome[] = {"individual", "people", "person"};
  const bool relative =
      clause.subject_source == SubjectSource::kRelative || clause.subject_source == SubjectSource::kModified;
  if (!relative || clause.subject < 0 || !IsAmong(kSome, word(clause.subject).lemma)) return false;
  constexpr RelationSet kOutside{R::kAcl, R::kAclRelcl, R::kCase, R::kPunct};
  const auto children = analysis_.children(clause.subject);
  return std::all_of(children.begin(), children.end(), [&](int32_t i) {
    const Word& w = word(i);
    const bool indefinite = w.relation == R::kDet && (w.lemma == "a" || w.lemma == "some");
    return indefinite || kOutside.Contains(w.relation);
  });
}

// "people who sell flowers might refuse", "not involved in decisions made in May": whatever people, decisions there
// are.
bool SilenceRules::SaysOfAny(const Clause& clause) const {
  const bool relative =
      clause.subject_source == SubjectSource::kRelative || clause.subject_source == SubjectSource::kModified;
  if (!relative || clause.subject < 0 || word(clause.subject).xpos != Xpos::kNns) return false;
  constexpr RelationSet kCertain{R::kDet, R::kNummod, R::kNmodPoss};
  const auto children = analysis_.children(clause.subject);
  if (std::any_of(children.begin(), children.end(), [&](int32_t i) { return kCertain.Contains(word(i).relation); })) {
    return false;
  }
  constexpr int kDeepest = 4;
  int32_t i = word(clause.subject).head;
  for (int depth = 0; depth < kDeepest && i >= 0; ++depth, i = word(i).head) {
    const Clause* above = clauses_.At(i);
    if (above == nullptr) continue;
    const Assertion& assertion = assertions_[clauses_.IndexOf(*above)];
    return assertion.polarity == Polarity::kNegated || assertion.modality == Modality::kPossible ||
           assertion.modality == Modality::kConditional;
  }
  return false;
}

bool SilenceRules::StatesPurpose(const Clause& clause) const {
  if (!clause.infinitive) return false;
  if (clause.wished) return true;
  if (clause.subject_source != SubjectSource::kControlled) return clause.subject_source != SubjectSource::kOwn;
  const Clause* governor = clauses_.At(clause.governor);
  return governor == nullptr || word(clause.head).relation != R::kXcomp ||
         !IsAmong(kImplicative, word(governor->head).lemma);
}

// "do is not": two finite auxiliaries, a sentence read across another.
bool SilenceRules::IsGarbled(const Clause& clause) const {
  if (Disagrees(clause)) return true;
  // "rather than have him testify": a bare verb is nobody's act.
  const Word& head = word(clause.head);
  const bool bare = head.xpos == Xpos::kVb && clause.kind == ClauseKind::kVerb && clause.predicate.size() == 1;
  if (bare && head.relation == R::kAdvcl && clause.subject_source != SubjectSource::kOwn) return true;
  const auto finite = std::count_if(clause.predicate.begin(), clause.predicate.end(), [&](int32_t i) {
    const Word& w = word(i);
    const bool does = w.relation == R::kAux && w.lemma == "do";  // whatever its tag
    return does || (w.upos == Upos::kAux && IsFiniteOrModal(w.xpos));
  });
  return finite > 1;
}

// Verbs that disagree with a subject that they share with another: "staffers spoke to those she has suggested".
bool SilenceRules::Disagrees(const Clause& clause) const {
  const bool relative = clause.subject_source == SubjectSource::kRelative;  // "several holders of licences who stands"
  if ((clause.subject_source != SubjectSource::kShared && !relative) || clause.predicate.empty()) return false;
  const Word& subject = word(clause.subject);
  const auto below = analysis_.children(clause.subject);
  const bool several = std::any_of(below.begin(), below.end(), [&](int32_t i) { return word(i).relation == R::kConj; });
  const bool plural = subject.xpos == Xpos::kNns && subject.form != subject.lemma;
  const bool singular =
      subject.xpos == Xpos::kNnp || (subject.xpos == Xpos::kPrp && subject.lemma != "they" && subject.lemma != "we" &&
                                     subject.lemma != "you" && subject.lemma != "I");
  const Word& first = word(clause.predicate.front());
  if (plural && !several) return first.xpos == Xpos::kVbz || first.form == "was";
  return singular && !several && !relative &&
         ((first.xpos == Xpos::kVbp && first.upos == Upos::kAux) || first.form == "were");
}

// Both the subject and what is said of it stand in a quotation that no speaker is known of.
bool SilenceRules::IsQuotedOfNobody(const Clause& clause) const {
  const uint32_t at = word(clause.head).span.begin;
  const auto quotation =
      std::partition_point(unattributed_.begin(), unattributed_.end(), [at](ByteSpan span) { return span.end <= at; });
  return quotation != unattributed_.end() && quotation->Contains(word(clause.head).span) &&
         (clause.subject < 0 || quotation->Contains(word(clause.subject).span));
}

// "She smiled, asked whether the ship had sunk": a question of nobody known. But a relative clause within it tells.
bool SilenceRules::IsPutToSomebody(const Clause& clause) const {
  constexpr int kMostSteps = 12;
  constexpr RelationSet kAsked{R::kCcomp, R::kAdvcl, R::kXcomp};
  constexpr RelationSet kApart{R::kAclRelcl, R::kAppos, R::kParataxis, R::kRoot};
  int32_t at = clause.outermost();
  for (int step = 0; step < kMostSteps && !kApart.Contains(word(at).relation); ++step) {
    const int32_t above = word(at).head;
    const bool asked = kAsked.Contains(word(at).relation) && above < at && word(above).xpos == Xpos::kVbn &&
                       IsAmong(kAsking, word(above).lemma);
    const absl::string_view first = word(analysis_.first(at)).lemma;
    if (asked && (first == "if" || first == "whether")) {
      const auto children = analysis_.children(above);
      return std::none_of(children.begin(), children.end(),
                          [&](int32_t child) { return word(child).relation == R::kNsubj; });
    }
    at = above;
  }
  return false;
}

bool SilenceRules::IsBareParticiple(const Clause& clause, absl::Span<const Part> parts) const {
  const Word& head = word(clause.head);  // "asked about it, she said": without the "was" she seems to ask
  if (clause.reduced && head.lemma == "ask" && head.xpos == Xpos::kVbn && head.relation == R::kAdvcl) return true;
  return clause.reduced &&
         std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.kind == ComplementKind::kAdverb; });
}

// "as she said"; "what we want"; "who is it".
bool SilenceRules::SaysNothing(const Clause& clause, absl::Span<const Part> parts) const {
  const Word& head = word(clause.head);
  if (clause.kind == ClauseKind::kNominal) return false;
  if (parts.empty() && head.upos == Upos::kAux) return true;
  const bool circumstances = std::all_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.kind == ComplementKind::kOblique || part.kind == ComplementKind::kAdverb;
  });
  const bool made_known = clause.passive && clause.subject_source == SubjectSource::kOwn &&
                          !MaySpeak(analysis_, clause.subject) &&
                          word(clause.subject).upos == Upos::kNoun;  // "a deal was announced"
  if (!made_known && NeedsContent(LemmaOf(head)) &&
      (parts.empty() || (circumstances && IsAmong(kOnlySaying, LemmaOf(head))))) {
    return true;
  }
  const bool circumstance = std::all_of(parts.begin(), parts.end(), [](const Part& part) {
    const absl::string_view marker = part.role().marker;
    return part.kind == ComplementKind::kAdverb ||
           (part.kind == ComplementKind::kOblique && (marker.empty() || IsAmong(kCircumstances, marker)));
  });
  const bool adverbs =
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.kind == ComplementKind::kAdverb; });
  // "where she lived", "than we expected".
  if (adverbs && (AsksHow(clause) || IsComparison(analysis_, clause))) return true;
  const bool alone = circumstance && clause.kind == ClauseKind::kVerb && !clause.passive && clause.light < 0;
  if (parts.empty() && CannotHelp(clause)) return true;
  const bool denied = assertions_[clauses_.IndexOf(clause)].polarity == Polarity::kNegated;
  if (adverbs && !denied && IsAmong(kHappening, LemmaOf(head))) return true;
  if (AsksNothing(clause, parts) || SaysHalf(clause, parts)) return true;
  // "was offered, and accepted, the post": what was offered is lost.
  const bool unsaid = adverbs && clause.passive && IsAmong(kOffering, LemmaOf(head));
  const Upos offered = word(clause.subject).upos;
  if (unsaid && word(clause.subject).lemma != "it" && (offered == Upos::kPropn || offered == Upos::kPron)) return true;
  if (alone && (IsAmong(kMostlySaying, LemmaOf(head)) || IsAmong(kEmpty, LemmaOf(head)))) return true;
  // "Asked how it went, she left": no object of hers.
  const bool content =
      std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.kind == ComplementKind::kContent; });
  if (content && clause.reduced && clause.passive && clause.chain.size() == 1) return true;
  const bool predicative =
      clause.kind != ClauseKind::kCopula ||
      std::any_of(parts.begin(), parts.end(), [&](const Part& p) { return p.head == clause.head; });
  if (!predicative || CouldNotBeMore(clause)) return true;
  // "it is unclear who left", with what is unclear lost.
  const bool hollow =
      clause.kind == ClauseKind::kCopula && head.upos == Upos::kAdj && IsAmong(kOpenQuestions, head.lemma);
  if ((hollow && !content) || IsCleft(clause)) return true;
  if (clause.kind == ClauseKind::kCopula && head.lemma == "here") return true;  // "here's how it works"
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    const bool core = part.kind == ComplementKind::kObject || part.kind == ComplementKind::kPredicative;
    const Words& words = part.readings.front().words;
    const bool only_is = words.size() == 1 && word(words.front()).lemma == "be";  // "we are not going to be"
    return core && (word(part.head).xpos == Xpos::kWp || only_is);
  });
}

// "Ana Lee asked them": what she asked is told by no part.
bool SilenceRules::AsksNothing(const Clause& clause, absl::Span<const Part> parts) const {
  constexpr absl::string_view kAddressing[] = {"ask", "tell"};
  return IsAmong(kAddressing, LemmaOf(word(clause.head))) &&
         std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
           const bool addressee = part.kind == ComplementKind::kObject || part.kind == ComplementKind::kIndirect;
           const auto children = analysis_.children(part.head);
           const bool more = std::any_of(children.begin(), children.end(), [&](int32_t i) {
             return i > part.head && word(i).relation == R::kNmod;  // "told them about it", the telling on them
           });
           return part.kind == ComplementKind::kAdverb || (addressee && !more && MaySpeak(analysis_, part.head));
         });
}

// "said the mayor": the beginning of what was said, whose verb was lost.
bool SilenceRules::SaysHalf(const Clause& clause, absl::Span<const Part> parts) const {
  constexpr absl::string_view kSaying[] = {"contend", "hope", "insist", "say", "think"};
  constexpr absl::string_view kSayable[] = {"anything", "bit",       "farewell", "goodbye", "hello", "it",      "lot",
                                            "mass",     "more",      "much",     "name",    "no",    "nothing", "one",
                                            "prayer",   "something", "sorry",    "stuff",   "thank", "thanks",  "that",
                                            "thing",    "this",      "thought",  "word",    "yes"};
  if (!IsAmong(kSaying, LemmaOf(word(clause.head))) || clause.passive) return false;
  const auto half = [&](const Part& part) {
    const Word& head = word(part.head);
    const bool named = head.upos == Upos::kNoun || head.upos == Upos::kPropn || head.xpos == Xpos::kPrp;
    if (part.kind != ComplementKind::kObject || part.antecedent || part.head < clause.head || !named) return false;
    const Words& words = part.readings.front().words;
    const bool quoted = words.front() > 0 && IsQuotationMark(word(words.front() - 1));
    return !quoted && !IsAmong(kSayable, head.lemma) && std::none_of(words.begin(), words.end(), [&](int32_t i) {
      return IsQuotationMark(word(i)) || IsFiniteOrModal(word(i).xpos);
    });
  };
  return std::none_of(parts.begin(), parts.end(), [](const Part& p) { return p.kind == ComplementKind::kContent; }) &&
         std::any_of(parts.begin(), parts.end(), half);
}

// The place or manner is what the clause would tell; ", where they work together" tells what they do.
bool SilenceRules::AsksHow(const Clause& clause) const {
  const auto asks = [&](int32_t i) {
    const Word& w = word(i);
    return w.xpos == Xpos::kWrb && w.lemma != "when" && (i == 0 || word(i - 1).upos != Upos::kPunct);
  };
  if (marks_.Has(clause.head, StatementMarks::kAsked)) return false;
  const auto children = analysis_.children(clause.head);
  const bool inside =
      std::any_of(children.begin(), children.end(), [&](int32_t child) { return child < clause.head && asks(child); });
  const Word& head = word(clause.head);
  return inside || (head.relation == R::kAdvclRelcl && head.head >= 0 && asks(head.head));
}

// "cannot help but think": what they think is told by another clause.
bool SilenceRules::CannotHelp(const Clause& clause) const {
  if (word(clause.head).lemma != "help") return false;
  const auto children = analysis_.children(clause.head);
  return std::any_of(children.begin(), children.end(), [&](int32_t i) {
    return i > clause.head && word(i).relation == R::kConj && i > 0 && word(i - 1).lemma == "but";
  });
}

// "could not be more proud": as proud as can be.
bool SilenceRules::CouldNotBeMore(const Clause& clause) const {
  const auto among = [&](absl::string_view lemma) {
    return std::any_of(clause.predicate.begin(), clause.predicate.end(),
                       [&](int32_t i) { return word(i).lemma == lemma; });
  };
  if (!among("could") || !(among("not") || among("n't"))) return false;
  return std::any_of(clause.predicate.begin(), clause.predicate.end(), [&](int32_t i) {
    const auto children = analysis_.children(i);
    return word(i).xpos == Xpos::kJjr || word(i).xpos == Xpos::kRbr ||
           std::any_of(children.begin(), children.end(), [&](int32_t c) { return word(c).xpos == Xpos::kRbr; });
  });
}

// "It was in Lyon that she left": what happened is told by the clause within.
bool SilenceRules::IsCleft(const Clause& clause) const {
  if (clause.kind != ClauseKind::kCopula || clause.subject < 0 || word(clause.subject).lemma != "it") return false;
  const auto children = analysis_.children(clause.head);
  const auto has = [&](auto test) { return std::any_of(children.begin(), children.end(), test); };
  return has([&](int32_t i) { return i < clause.head && word(i).relation == R::kCase; }) && has([&](int32_t i) {
           const Relation relation = word(i).relation;
           return i > clause.head && (relation == R::kAclRelcl || relation == R::kCcomp || relation == R::kAdvclRelcl);
         });
}

}  // namespace consilience
