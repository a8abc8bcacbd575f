#include "engine/attribution/speech_tree.h"

#include <initializer_list>
#include <iterator>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/attribution/cue_table.h"
#include "engine/base/word_list.h"
#include "engine/syntax/dateline.h"

namespace consilience {
namespace {

using R = Relation;

// "in X's words", "in the view of X".
constexpr absl::string_view kViewNouns[] = {"account", "estimation", "eyes", "judgment", "judgement", "mind",
                                            "opinion", "telling",    "view", "words",    "assessment"};

class TreeReader {
 public:
  TreeReader(const Analysis& analysis, absl::Span<const WordRange> quotations)
      : analysis_(analysis), quotations_(quotations) {
    FindYields();
    FindDateline();
  }

  std::vector<Attribution> Read() {
    ReadNameAndColon();
    for (int32_t i = 0; i < analysis_.size(); ++i) {
      const Word& word = analysis_.word(i);
      if (Is(i, "according") || Is(i, "per")) {
        ReadAccording(i);
      } else if (word.upos == Upos::kVerb || word.upos == Upos::kAux) {
        ReadVerb(i);
      } else if (word.upos == Upos::kNoun) {
        ReadNoun(i);
      } else if (word.upos == Upos::kAdj) {
        ReadAdjective(i);
      } else if (word.upos == Upos::kAdv && IsHearsayAdverb(word.form)) {
        ReadHearsay(i);
      }
    }
    return std::move(found_);
  }

 private:
  // --- The tree ------------------------------------------------------------------------------------------------------

  // The first and last word below each word.
  void FindYields() {
    yields_.resize(static_cast<size_t>(analysis_.size()));
    std::vector<int32_t> order;
    order.reserve(yields_.size());
    if (analysis_.root() != kRoot) order.push_back(analysis_.root());
    for (size_t i = 0; i < order.size(); ++i) {
      yields_[static_cast<size_t>(order[i])] = {order[i], order[i] + 1};
      for (const int32_t child : analysis_.children(order[i])) order.push_back(child);
    }
    for (size_t i = order.size(); i-- > 1;) {
      yields_[static_cast<size_t>(Head(order[i]))].Cover(yields_[static_cast<size_t>(order[i])]);
    }
  }

  // What stands before the text proper belongs to nobody.
  void FindDateline() {
    absl::InlinedVector<absl::string_view, kLongestDateline> forms;
    for (int32_t i = 0; i < analysis_.size() && forms.size() < kLongestDateline; ++i) forms.push_back(Form(i));
    text_begins_ = static_cast<int32_t>(DatelineWords(forms));
  }

  WordRange Yield(int32_t word) const {
    WordRange yield = yields_[static_cast<size_t>(word)];
    if (word >= text_begins_) yield.begin = std::max(yield.begin, text_begins_);
    return yield;
  }
  int32_t Head(int32_t word) const { return analysis_.word(word).head; }
  Relation Rel(int32_t word) const { return analysis_.word(word).relation; }
  Upos Tag(int32_t word) const { return analysis_.word(word).upos; }
  absl::string_view Form(int32_t word) const { return analysis_.word(word).form; }
  bool Is(int32_t word, absl::string_view form) const {
    return word >= 0 && word < analysis_.size() && absl::EqualsIgnoreCase(Form(word), form);
  }
  bool IsAny(int32_t word, std::initializer_list<absl::string_view> forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](absl::string_view form) { return Is(word, form); });
  }
  bool IsDash(int32_t word) const { return IsAny(word, {"-", "--", "\u2013", "\u2014"}); }
  bool IsGerund(int32_t verb) const { return analysis_.word(verb).xpos == Xpos::kVbg; }
  bool IsPunctuation(int32_t word) const { return Tag(word) == Upos::kPunct; }

  int32_t Child(int32_t word, std::initializer_list<Relation> relations) const {
    for (const int32_t child : analysis_.leading_children(word)) {
      if (std::find(relations.begin(), relations.end(), Rel(child)) != relations.end()) return child;
    }
    return kRoot;
  }

  // The preposition, or the conjunction of a clause, that introduces `word`; kRoot: none.
  int32_t MarkerOf(int32_t word) const { return Child(word, {R::kCase, R::kMark}); }

  bool IsIntroducedBy(int32_t word, absl::string_view marker) const {
    const int32_t found = MarkerOf(word);
    return found != kRoot && Is(found, marker);
  }

  bool IsPassive(int32_t verb) const {
    return Child(verb, {R::kAuxPass, R::kNsubjPass, R::kCsubjPass}) != kRoot ||
           (Rel(verb) == R::kAcl && analysis_.word(verb).xpos == Xpos::kVbn);
  }

  // --- Quotations ----------------------------------------------------------------------------------------------------

  // The quotation that `word` stands in; -1: none.
  int32_t QuotationAt(int32_t word) const {
    const auto it = std::upper_bound(quotations_.begin(), quotations_.end(), word,
                                     [](int32_t w, WordRange range) { return w < range.end; });
    return it != quotations_.end() && it->Contains(word) ? static_cast<int32_t>(it - quotations_.begin()) : -1;
  }

  bool OnlyPunctuation(int32_t begin, int32_t end) const {
    constexpr int32_t kMost = 4;
    if (begin > end || end - begin > kMost) return false;
    for (int32_t i = begin; i < end; ++i) {
      if (!IsPunctuation(i)) return false;
    }
    return true;
  }

  // The quotation that ends just before `group`, unless it ended a sentence there.
  int32_t QuotationBefore(WordRange group) const {
    const auto it = std::upper_bound(quotations_.begin(), quotations_.end(), group.begin,
                                     [](int32_t w, WordRange range) { return w < range.end; });
    if (it == quotations_.begin()) return -1;
    const WordRange range = *std::prev(it);
    if (!OnlyPunctuation(range.end, group.begin) || range.size() < 3 || Is(range.end - 2, ".")) return -1;
    return static_cast<int32_t>(it - quotations_.begin()) - 1;
  }

  // The quotation that begins just after `group`.
  int32_t QuotationAfter(WordRange group) const {
    const auto it = std::lower_bound(quotations_.begin(), quotations_.end(), group.end,
                                     [](WordRange range, int32_t w) { return range.begin < w; });
    if (it == quotations_.end() || !OnlyPunctuation(group.end, it->begin)) return -1;
    return static_cast<int32_t>(it - quotations_.begin());
  }

  // --- Source --------------------------------------------------------------------------------------------------------

  // Of two subjects before a verb the one of a parser that did not see where the sentence of the other ended ("all that
  // is past, she added") or where a title ended ("Harbour Board President Ana Lee said"); but no apposition ("the
  // board, the town's largest owner, said"), nothing within a longer phrase ("the lawyers working for Ana Lee said").
  bool Supersedes(int32_t nearer, int32_t subject, int32_t verb) const {
    const auto has_comma = [&](int32_t begin, int32_t end) {
      for (int32_t i = begin; i < end; ++i) {
        if (Is(i, ",")) return true;
      }
      return false;
    };
    constexpr int32_t kFurthest = 60;
    if (nearer - subject > kFurthest || verb - nearer > kFurthest) return false;
    if (has_comma(subject + 1, nearer)) return !has_comma(nearer + 1, verb);
    const Word& name = analysis_.word(nearer);
    if (name.name == NameKind::kPerson && !name.name_begins && nearer == subject + 1) return false;
    return Child(subject, {R::kDet, R::kAcl, R::kAclRelcl}) == kRoot;
  }

  // Whose saying the verb is: its subject, or that of the verb it is joined to. kRoot: not said.
  int32_t SubjectOf(int32_t verb) const {
    constexpr int kFurthest = 6;  // steps up the tree
    int32_t at = verb;
    for (int step = 0; step < kFurthest; ++step) {
      int32_t subject = kRoot;
      for (const int32_t child : analysis_.leading_children(at)) {
        const bool is_subject = Rel(child) == R::kNsubj || Rel(child) == R::kNsubjOuter ||
                                (at != verb && Rel(child) == R::kNsubjPass) ||
                                // "It added that": no expletive before a verb of speech, whatever the tree says.
                                (at == verb && Rel(child) == R::kExpl && Is(child, "it"));
        if (!is_subject || (subject != kRoot && (child > at || !Supersedes(child, subject, at)))) continue;
        // A quotation is no subject of the verb that reports it.
        const int32_t quotation = QuotationAt(child);
        if (quotation >= 0 && quotation != QuotationAt(verb)) continue;
        subject = child;
      }
      if (subject != kRoot) return subject;
      const bool clause = Rel(at) == R::kAdvcl || Rel(at) == R::kAcl;
      if (Rel(at) != R::kConj && Rel(at) != R::kXcomp && !(clause && IsGerund(at))) return kRoot;
      if (at == verb && IsPassive(verb)) return kRoot;
      if (const int32_t quoted = QuotedAsSaying(at); quoted != kRoot) return quoted;
      if (const int32_t made = MadeToSay(at); made != kRoot) return made;
      const bool modifies = Rel(at) == R::kAcl;
      at = Rel(at) == R::kConj ? JoinedTo(at) : Head(at);
      if (at == kRoot) return kRoot;
      // "a statement saying that": the noun itself.
      if (modifies && (Tag(at) == Upos::kNoun || Tag(at) == Upos::kPropn || Tag(at) == Upos::kPron)) return at;
    }
    return kRoot;
  }

  // What a conjunct is joined to: the nearest before it that has a subject of its own ("the ship sank, but the crew
  // swam and said"), else the first.
  int32_t JoinedTo(int32_t conjunct) const {
    const int32_t first = Head(conjunct);
    int32_t nearest = first;
    for (const int32_t child : analysis_.leading_children(first)) {
      const bool between = child > first && child < conjunct && Rel(child) == R::kConj;
      if (between && Child(child, {R::kNsubj, R::kNsubjPass}) != kRoot) nearest = child;
    }
    return nearest;
  }

  // "spurred Berg to say": it is Berg who says. kRoot: nobody is.
  int32_t MadeToSay(int32_t infinitive) const {
    constexpr absl::string_view kMaking[] = {"allow",  "ask",     "cause",   "compel", "convince", "direct",   "drive",
                                             "expect", "force",   "inspire", "lead",   "order",    "persuade", "prompt",
                                             "push",   "provoke", "spur",    "tell",   "urge",     "want"};
    if (Rel(infinitive) != R::kXcomp || !IsIntroducedBy(infinitive, "to")) return kRoot;
    if (!IsAmong(kMaking, analysis_.word(Head(infinitive)).lemma)) return kRoot;
    const int32_t object = Child(Head(infinitive), {R::kObj});
    return Head(infinitive) < object && object < infinitive ? object : kRoot;
  }

  // "quoted Berg as saying": it is Berg who says. kRoot: no such gerund.
  int32_t QuotedAsSaying(int32_t gerund) const {
    if (Rel(gerund) != R::kAdvcl || !IsIntroducedBy(gerund, "as") || Head(gerund) > gerund) return kRoot;
    return IsPassive(Head(gerund)) ? Child(Head(gerund), {R::kNsubjPass}) : Child(Head(gerund), {R::kObj});
  }

  // "by two officials", of a passive.
  int32_t AgentOf(int32_t verb) const {
    for (const int32_t child : analysis_.leading_children(verb)) {
      if (Rel(child) == R::kOblAgent || (Rel(child) == R::kObl && IsIntroducedBy(child, "by"))) return child;
    }
    return kRoot;
  }

  // A noun phrase without the clause that holds `verb`, and without what only introduces it. An apposition set off by
  // commas closes with one when the phrase stands before `verb`.
  WordRange NounPhrase(int32_t noun, int32_t verb) const {
    WordRange range{noun, noun + 1};
    bool set_off = false;
    for (const int32_t child : analysis_.leading_children(noun)) {
      const WordRange yield = Yield(child);
      if (yield.Contains(verb) || QuotationAt(child) != QuotationAt(noun)) continue;
      switch (Rel(child)) {
        case R::kPunct:
        case R::kCase:
        case R::kCc:
        case R::kMark:
        case R::kCop:
        case R::kAux:
        case R::kNsubj:
        case R::kParataxis:
        case R::kAdvcl:
          continue;
        case R::kAdvmod:
          if (child > noun) continue;
          break;
        default:
          break;
      }
      if (child > noun && verb > noun && verb < yield.end) continue;
      if (yield.end > range.end) set_off = Is(yield.begin, ",") || Is(yield.begin - 1, ",");
      range.Cover(yield);
    }
    if (set_off && Is(range.end, ",") && verb >= range.end && verb - range.end <= 4) ++range.end;
    return range;
  }

  // The words before `cue` back to punctuation: who speaks when the tree lost the subject in a quotation or a dateline.
  WordRange PhraseBefore(int32_t cue, int32_t limit) const {
    constexpr int32_t kLongest = 14;
    int32_t begin = cue;
    while (begin > std::max(limit, cue - kLongest) && !IsPunctuation(begin - 1)) --begin;
    return {begin, cue};
  }

  // The word that a phrase hangs on the rest by; of "coach Hugo Berg" the name. kRoot: none that names anything.
  int32_t TopOf(WordRange range) const {
    int32_t top = kRoot;
    for (int32_t i = range.begin; i < range.end; ++i) {
      const bool nominal = Tag(i) == Upos::kNoun || Tag(i) == Upos::kPropn || Tag(i) == Upos::kPron;
      if (top == kRoot && nominal && !range.Contains(Head(i))) top = i;
      const bool name = analysis_.word(i).name == NameKind::kPerson;
      if (name && !(range.Contains(Head(i)) && analysis_.word(Head(i)).name == NameKind::kPerson)) return i;
    }
    return top;
  }

  void SetSource(int32_t source, Attribution* found) const {
    found->source_word = source;
    found->source = NounPhrase(source, found->cue_word);
    if (source >= text_begins_) found->source.begin = std::max(found->source.begin, text_begins_);
  }

  // --- Cue -----------------------------------------------------------------------------------------------------------

  // A verb, or an adjective with its copula, with auxiliaries, negation, adverbs and particles as far as they adjoin.
  WordRange CueGroup(int32_t head) const {
    WordRange group{head, head + 1};
    const auto belongs = [&](int32_t word) {
      if (word < 0 || word >= analysis_.size() || Head(word) != head) return false;
      const Relation relation = Rel(word);
      return relation == R::kAux || relation == R::kAuxPass || relation == R::kCop || relation == R::kCompoundPrt ||
             (relation == R::kAdvmod && yields_[static_cast<size_t>(word)] == WordRange{word, word + 1} &&
              analysis_.word(word).xpos != Xpos::kWrb);
    };
    while (belongs(group.begin - 1)) --group.begin;
    while (belongs(group.end)) ++group.end;
    return group;
  }

  // "went on to say": the verb that only says how the other goes on is part of the cue.
  void TakePhaseVerb(Attribution* found) const {
    constexpr int32_t kMostBetween = 3;
    const int32_t verb = found->cue_word;
    if (Rel(verb) != R::kXcomp || !IsPhaseVerb(Form(Head(verb)))) return;
    const WordRange phase = CueGroup(Head(verb));
    if (phase.end <= verb && found->cue.begin - phase.end <= kMostBetween) found->cue.begin = phase.begin;
  }

  // --- Content -------------------------------------------------------------------------------------------------------

  // Content of `piece` without what belongs to the attribution itself.
  static void AddContent(WordRange piece, WordRange without, Attribution* found) {
    if (without.empty() || !piece.Overlaps(without)) {
      found->content.push_back(piece);
      return;
    }
    if (piece.begin < without.begin) found->content.push_back({piece.begin, without.begin});
    if (without.end < piece.end) found->content.push_back({without.end, piece.end});
  }

  // What follows `marker`, a preposition that adjoins the cue and then is part of it.
  void AddPhrase(int32_t phrase, int32_t marker, Attribution* found) const {
    WordRange range = Yield(phrase);
    if (marker != kRoot && marker >= range.begin && marker < range.end) {
      if (marker == found->cue.end) found->cue.end = marker + 1;
      range.begin = marker + 1;
    }
    found->content.push_back(range);
  }

  // "It will rain, she said", "as she said": the clause that the verb stands beside. kRoot: none.
  int32_t ClauseAround(int32_t verb) const {
    const WordRange yield = yields_[static_cast<size_t>(verb)];
    const int32_t before = yield.begin - 1;
    if (Rel(verb) == R::kParataxis || (Rel(verb) == R::kCcomp && Head(verb) < verb && Is(before, ","))) {
      return Is(yield.begin, ";") || Is(before, ";") || Is(yield.begin, ":") || Is(before, ":") ? kRoot : Head(verb);
    }
    if (Rel(verb) != R::kAdvcl || IsGerund(verb)) return kRoot;
    for (const int32_t child : analysis_.leading_children(verb)) {
      if (child < verb && (Rel(child) == R::kMark || Rel(child) == R::kAdvmod) && Is(child, "as")) return Head(verb);
    }
    return kRoot;
  }

  // The clause of `head` without those that go on otherwise after word `after`: in "it rained, she
  // said, but nobody stayed" she speaks of the rain.
  WordRange ClauseUpTo(int32_t head, int32_t after) const {
    WordRange range = Yield(head);
    for (const int32_t child : analysis_.leading_children(head)) {
      const int32_t joins = Child(child, {R::kCc});
      const bool goes_on = Rel(child) == R::kConj && Yield(child).begin >= after &&
                           (joins == kRoot || !Is(joins, "and")) &&
                           Child(child, {R::kNsubj, R::kNsubjPass, R::kExpl}) != kRoot;
      if (goes_on) range.end = std::min(range.end, Yield(child).begin);
    }
    return range;
  }

  // All that hangs on the verb but its content: source, addressee, time and place.
  WordRange Governed(int32_t verb, const Attribution& found) const {
    WordRange governed = found.cue;
    if (found.source_word != kRoot && (Head(found.source_word) == verb || found.source.end == found.cue.begin ||
                                       found.source.begin == found.cue.end)) {
      governed.Cover(found.source);
    }
    for (const int32_t child : analysis_.leading_children(verb)) {
      switch (Rel(child)) {
        case R::kIobj:
        case R::kObj:
        case R::kObl:
        case R::kOblUnmarked:
        case R::kAdvmod:
        case R::kNsubj:
        case R::kAdvcl:
          if (QuotationAt(child) < 0 || QuotationAt(child) == QuotationAt(verb)) {
            const WordRange yield = Yield(child);
            // Only what adjoins: between it and the cue stands nothing else.
            if (yield.begin <= governed.end + 1 && yield.end + 1 >= governed.begin &&
                !HoldsOtherQuotation(yield, verb)) {
              governed.Cover(yield);
            }
          }
          break;
        default:
          break;
      }
    }
    return governed;
  }

  bool HoldsOtherQuotation(WordRange range, int32_t verb) const {
    const auto it = std::upper_bound(quotations_.begin(), quotations_.end(), range.begin,
                                     [](int32_t w, WordRange q) { return w < q.end; });
    return it != quotations_.end() && it->begin < range.end && !it->Contains(verb);
  }

  // A noun phrase as content, with what is said of it: "the plan as a failure", "Rubio for not having won".
  void AddObject(int32_t verb, int32_t object, Frames frames, Attribution* found) const {
    WordRange range = Yield(object);
    for (const int32_t child : analysis_.leading_children(verb)) {
      if (child < object) continue;
      const int32_t marker = MarkerOf(child);
      const bool phrase = Rel(child) == R::kObl || Rel(child) == R::kAdvcl || Rel(child) == R::kXcomp;
      const bool belongs = (phrase && marker != kRoot && (FrameOfPreposition(Form(marker)) & frames) != 0) ||
                           (Rel(child) == R::kXcomp && (frames & (kSmall | kWanted)) != 0);
      if (belongs) range.Cover(Yield(child));
    }
    found->content.push_back(range);
  }

  // What an active verb has for content by the tree. False: nothing.
  bool AddTreeContent(int32_t verb, const ReportingVerb& entry, int32_t object, Attribution* found) const {
    const Frames frames = entry.frames;
    const int32_t iobj = Child(verb, {R::kIobj});
    // "that it would rain"
    for (const int32_t child : analysis_.leading_children(verb)) {
      const bool clause = Rel(child) == R::kCcomp && (frames & (kThat | kWanted | kPerson)) != 0;
      const bool beside = Rel(child) == R::kParataxis && child > verb && (frames & (kThat | kQuotation)) != 0 &&
                          (Is(Yield(child).begin, ":") || Is(Yield(child).begin - 1, ":"));
      if (clause || beside) AddContent(Yield(child), Governed(verb, *found), found);
    }
    if (!found->content.empty()) return true;
    // "to leave", "leaving", "it a failure"
    if (const int32_t xcomp = Child(verb, {R::kXcomp}); xcomp != kRoot) {
      const int32_t marker = Child(xcomp, {R::kMark});
      const bool infinitive = marker != kRoot && Is(marker, "to");
      if (infinitive && object != kRoot && (frames & kWanted) != 0) {
        AddObject(verb, object, frames, found);
      } else if (infinitive && (frames & kInfinitive) != 0) {
        found->content.push_back(Yield(xcomp));
      } else if (!infinitive && IsGerund(xcomp) && object == kRoot && (frames & kGerund) != 0) {
        found->content.push_back(Yield(xcomp));
      } else if (!infinitive && object != kRoot && (frames & (kSmall | kGerund)) != 0) {
        AddObject(verb, object, frames | kSmall, found);
      } else if (!infinitive && (iobj != kRoot) && (frames & kSmall) != 0) {
        WordRange range = Yield(iobj);
        range.Cover(Yield(xcomp));
        found->content.push_back(range);
      }
      if (!found->content.empty()) return true;
    }
    if ((frames & kIt) != 0) {
      if (object == kRoot || !Is(object, "it")) return false;
      found->cue.Cover({object, object + 1});
    }
    // "It rained, she said"
    const bool own_object = object != kRoot && (frames & kNounPhrase) != 0;
    if ((frames & (kThat | kQuotation | kIt)) != 0 && !own_object) {
      if (const int32_t clause = ClauseAround(verb); clause != kRoot) {
        WordRange without = Governed(verb, *found);
        without.Cover(yields_[static_cast<size_t>(verb)]);
        AddContent(ClauseUpTo(clause, without.end), without, found);
        if (!found->content.empty()) return true;
      }
    }
    return false;
  }

  // "It rained, Wolff quotes Berg as saying": the clause or the quotation beside "quotes".
  bool AddContentBeside(int32_t verb, Attribution* found) const {
    if (const int32_t clause = ClauseAround(verb); clause != kRoot) {
      const WordRange without = yields_[static_cast<size_t>(verb)];
      AddContent(ClauseUpTo(clause, without.end), without, found);
    }
    return !found->content.empty() || AddQuotations(verb, found);
  }

  bool AddQuotations(int32_t verb, Attribution* found) const {
    const WordRange governed = Governed(verb, *found);
    if (QuotationAt(verb) >= 0) return false;
    for (const int32_t number : {QuotationBefore(governed), QuotationAfter(governed)}) {
      if (number >= 0) found->content.push_back(quotations_[static_cast<size_t>(number)]);
    }
    return !found->content.empty();
  }

  // "a ceasefire", "for a ceasefire"
  bool AddNominalContent(int32_t verb, Frames frames, int32_t object, Attribution* found) const {
    if (object != kRoot && (frames & (kNounPhrase | kSmall)) != 0) {
      AddObject(verb, object, frames, found);
      return true;
    }
    for (const int32_t child : analysis_.leading_children(verb)) {
      if (child < verb || (Rel(child) != R::kObl && Rel(child) != R::kAdvcl)) continue;
      const int32_t marker = MarkerOf(child);
      if (marker == kRoot || (FrameOfPreposition(Form(marker)) & frames) == 0) continue;
      // "apologised for leaving" is one phrase, "said on Monday" another thing.
      if (Tag(child) == Upos::kPropn && IsCalendarWord(Form(child))) continue;
      AddPhrase(child, marker, found);
      return true;
    }
    // "the plan he proposed": the noun that the clause belongs to.
    if (Rel(verb) == R::kAclRelcl && (frames & (kNounPhrase | kSmall)) != 0 && Head(verb) < verb) {
      WordRange noun = NounPhrase(Head(verb), verb);
      noun.end = std::min(noun.end, yields_[static_cast<size_t>(verb)].begin);
      if (noun.empty() || noun.end > found->cue.begin) return false;
      found->content.push_back(noun);
      return true;
    }
    return false;
  }

  // "She is said to have left", "the plan was described as a failure": the subject is part of what is said.
  void AddPassiveContent(int32_t verb, Frames frames, Attribution* found) const {
    const int32_t subject = Child(verb, {R::kNsubjPass});
    const bool empty_subject = subject == kRoot || IsAny(subject, {"it", "there"});
    int32_t rest = kRoot;
    for (const int32_t child : analysis_.leading_children(verb)) {
      if (child < verb) continue;
      const int32_t marker = MarkerOf(child);
      const Frames frame = marker == kRoot ? 0 : FrameOfPreposition(Form(marker)) & frames;
      if (Rel(child) == R::kCcomp || Rel(child) == R::kCsubj) {
        found->content.push_back(Yield(child));
        return;
      }
      if (Rel(child) == R::kXcomp || (Rel(child) == R::kObl && frame == kAs) ||
          (Rel(child) == R::kObj && (frames & kSmall) != 0)) {
        rest = child;
        break;
      }
      if (Rel(child) == R::kObl && frame != 0 && (frames & kPerson) != 0) {  // "was asked about X"
        AddPhrase(child, marker, found);
        return;
      }
    }
    if (empty_subject || (rest == kRoot && (frames & kNounPhrase) == 0)) return;
    if (rest != kRoot && (frames & kPerson) != 0 && Rel(rest) == R::kXcomp) {  // "was urged to leave"
      found->content.push_back(Yield(rest));
      return;
    }
    found->content.push_back(Yield(subject));
    if (rest != kRoot) found->content.push_back(Yield(rest));
  }

  // --- Attributions by their cue -------------------------------------------------------------------------------------

  void ReadVerb(int32_t verb) {
    const VerbMatch match = FindReportingVerb(Form(verb));
    if (match.verb == nullptr || !match.verb->speaks) return;
    const ReportingVerb& entry = *match.verb;
    if (ReadClosing(verb, match)) return;
    if (Rel(verb) == R::kAmod || Rel(verb) == R::kCompound || Rel(verb) == R::kCase || Rel(verb) == R::kAux) return;
    Attribution found;
    found.kind = entry.kind;
    found.cue_word = verb;
    found.cue = CueGroup(verb);
    if (IsPassive(verb)) {
      if (const int32_t agent = AgentOf(verb); agent != kRoot) SetSource(agent, &found);
      AddPassiveContent(verb, entry.frames, &found);
      Keep(std::move(found));
      return;
    }
    if ((entry.frames & kRaising) != 0) {  // "it seems to work"
      const int32_t subject = Child(verb, {R::kNsubj});
      const int32_t rest = Child(verb, {R::kXcomp, R::kCcomp});
      if (rest == kRoot || rest < verb) return;
      if (subject != kRoot && !IsAny(subject, {"it", "there"})) found.content.push_back(Yield(subject));
      found.content.push_back(Yield(rest));
      Keep(std::move(found));
      return;
    }
    int32_t object = Child(verb, {R::kObj});
    int32_t source = SubjectOf(verb);
    const bool reports_speech = (entry.frames & (kThat | kQuotation)) != 0;
    const bool beside =
        Rel(verb) == R::kParataxis || Rel(verb) == R::kRoot || Rel(verb) == R::kCcomp || Rel(verb) == R::kConj;
    const bool finite =
        match.form == VerbForm::kPast || match.form == VerbForm::kThird || match.form == VerbForm::kBase;
    // "..., said two officials": parsers expect objects after verbs.
    if (source == kRoot && reports_speech && beside && finite && object > verb &&
        (Child(verb, {R::kCcomp}) == kRoot || Child(verb, {R::kCcomp}) < verb)) {
      source = object;
      object = kRoot;
    }
    if (source != kRoot) {
      SetSource(source, &found);
    } else if (reports_speech && beside && finite && QuotationAt(verb) < 0) {
      // The tree may have lost the subject in the quotation before it.
      WordRange phrase = PhraseBefore(found.cue.begin, text_begins_);
      const int32_t top = TopOf(phrase);
      if (phrase.empty() || top == kRoot || QuotationAt(top) >= 0) return;
      found.source = phrase;
      found.source_word = top;
    } else {
      return;
    }
    if (source != kRoot && source < text_begins_ && found.cue.begin > text_begins_) {
      const WordRange phrase = PhraseBefore(found.cue.begin, text_begins_);
      if (const int32_t top = TopOf(phrase); top != kRoot) {
        found.source = phrase;
        found.source_word = top;
      }
    }
    const int32_t reported = QuotedAsSaying(verb) == kRoot ? verb : Head(verb);  // beside what the content stands
    if (!AddTreeContent(verb, entry, object, &found) && (reported == verb || !AddContentBeside(reported, &found))) {
      const bool addressed = object != kRoot && (entry.frames & kPerson) != 0;
      const bool nominal = object != kRoot && (entry.frames & kNounPhrase) != 0 && !addressed;
      const bool quoted = reports_speech && !nominal && AddQuotations(verb, &found);
      if (!quoted && !AddNominalContent(verb, entry.frames, object, &found) && reports_speech)
        AddQuotations(verb, &found);
    }
    TakePhaseVerb(&found);
    // "warned: ...", "said of the plan: ...": what leads over to the content is part of the cue.
    if (Is(found.cue.end, ":") || (Is(found.cue.end, "of") && reports_speech)) ++found.cue.end;
    Keep(std::move(found));
  }

  // "It rained, the mayor said on Monday.": what closes a statement in this way reports all that stands before it.
  // Parsers that lose the subject there find it no more, so that the words alone decide.
  bool ReadClosing(int32_t verb, const VerbMatch& match) {
    const ReportingVerb& entry = *match.verb;
    const bool finite = match.form == VerbForm::kPast || match.form == VerbForm::kThird;
    if ((entry.frames & kThat) == 0 || !finite || QuotationAt(verb) >= 0 || !NothingFollows(verb)) return false;
    const WordRange group = CueGroup(verb);
    constexpr int32_t kLongest = 14;
    int32_t comma = group.begin - 1;
    while (comma > group.begin - kLongest && comma > text_begins_ && IsOfNounPhrase(comma)) --comma;
    if (!Is(comma, ",") || comma + 1 == group.begin || Tag(comma + 1) == Upos::kAdp) return false;
    const Xpos first = analysis_.word(comma + 1).xpos;
    if (first == Xpos::kWdt || first == Xpos::kWp) return false;  // ", which the mayor denied"
    // Of the clauses before the comma one must be able to stand alone.
    int clauses = Tag(text_begins_) == Upos::kSconj || Tag(text_begins_) == Upos::kAdp ? -1 : 0;
    for (int32_t i = text_begins_; i < comma; ++i) {
      const Xpos tag = analysis_.word(i).xpos;
      // "the phone overheated": taken for a participle once the subject was given away.
      const bool lost = tag == Xpos::kVbn && Rel(i) == R::kAcl;
      clauses += IsFiniteOrModal(tag) || lost;
    }
    const int32_t source = TopOf({comma + 1, group.begin});
    if (clauses <= 0 || source == kRoot) return false;
    Attribution found;
    found.kind = entry.kind;
    found.cue_word = verb;
    found.source_word = source;
    found.cue = group;
    found.source = {comma + 1, group.begin};
    found.content.push_back({text_begins_, comma});
    Keep(std::move(found));
    return true;
  }

  // After the verb stand only adverbs, days and phrases with prepositions.
  bool NothingFollows(int32_t verb) const {
    constexpr int32_t kLongest = 14;
    int32_t at = verb + 1;
    while (at < analysis_.size() && (Tag(at) == Upos::kAdv || IsCalendarWord(Form(at)))) ++at;
    if (analysis_.size() - at > kLongest) return false;
    if (at < analysis_.size() && Tag(at) != Upos::kAdp && !IsPunctuation(at)) return false;
    const int32_t end = Is(analysis_.size() - 1, ":") ? analysis_.size() - 1 : analysis_.size();
    for (; at < end; ++at) {
      const Upos tag = Tag(at);
      if (tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kSconj ||
          IsAny(at, {":", "\"", "\u201c", "``", "''"}))
        return false;
    }
    return true;
  }

  bool IsOfNounPhrase(int32_t word) const {
    switch (Tag(word)) {
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kPron:
      case Upos::kDet:
      case Upos::kAdj:
      case Upos::kNum:
      case Upos::kPart:
      case Upos::kAdp:
      case Upos::kSym:
        return true;
      default:
        return IsAny(word, {"-", "."});  // "vice-mayor", "Mr."
    }
  }

  // "the ministry's claim that", "support for", "made a statement about", "in Takaichi's words".
  void ReadNoun(int32_t noun) {
    const bool view = std::find_if(std::begin(kViewNouns), std::end(kViewNouns),
                                   [&](absl::string_view v) { return Is(noun, v); }) != std::end(kViewNouns) &&
                      IsIntroducedBy(noun, "in");
    const ReportingWord* entry = FindReportingNoun(Form(noun));
    if (!view && entry == nullptr) return;
    Attribution found;
    found.cue_word = noun;
    found.cue = {noun, noun + 1};
    int32_t source = Child(noun, {R::kNmodPoss});
    for (const int32_t child : analysis_.leading_children(noun)) {
      if (source != kRoot || Rel(child) != R::kNmod) continue;
      if (IsIntroducedBy(child, "by") || IsIntroducedBy(child, "from") || IsIntroducedBy(child, "among") ||
          (view && IsIntroducedBy(child, "of"))) {
        source = child;
      }
    }
    if (view && source != kRoot && Head(noun) != kRoot && (Rel(noun) == R::kObl || Rel(noun) == R::kNmod)) {
      SetPossessor(source, &found);
      if (Is(noun - 1, "in")) --found.cue.begin;
      AddContent(Yield(Head(noun)), Yield(noun), &found);
      Keep(std::move(found));
      return;
    }
    if (entry == nullptr) return;
    found.kind = entry->kind;
    // "expressed concern": the verb lends the noun its subject.
    const int32_t verb = Rel(noun) == R::kObj ? Head(noun) : kRoot;
    if (source != kRoot) {
      SetPossessor(source, &found);
    } else if (verb != kRoot && IsLightVerb(Form(verb)) && !IsPassive(verb)) {
      if (const int32_t subject = SubjectOf(verb); subject != kRoot) {
        found.cue.Cover(CueGroup(verb));
        found.source_word = subject;
        found.source = NounPhrase(subject, verb);
      }
    }
    for (const int32_t child : analysis_.leading_children(noun)) {
      if (child < noun || child == source) continue;
      const int32_t marker = MarkerOf(child);
      const Relation relation = Rel(child);
      if (relation == R::kAcl || relation == R::kCcomp) {
        const bool infinitive = marker != kRoot && Is(marker, "to");
        const bool participle = marker == kRoot && (IsGerund(child) || analysis_.word(child).xpos == Xpos::kVbn);
        const Frames frame = marker == kRoot ? 0 : FrameOfPreposition(Form(marker));
        if (participle) {
          // "issued a statement saying that": one cue.
          const int32_t clause = Child(child, {R::kCcomp});
          if (!IsGerund(child) || clause == kRoot || (entry->frames & kThat) == 0 || found.source_word == kRoot)
            continue;
          found.cue.Cover(CueGroup(child));
          found.content.push_back(Yield(clause));
          absorbed_ = child;
        } else if (infinitive   ? (entry->frames & kInfinitive) != 0
                   : frame != 0 ? (frame & entry->frames) != 0
                                : (entry->frames & kThat) != 0) {
          if (frame != 0 && !infinitive) {
            AddPhrase(child, marker, &found);
          } else {
            found.content.push_back(Yield(child));
          }
        } else {
          continue;
        }
        break;
      }
      if (relation == R::kNmod && marker != kRoot && (FrameOfPreposition(Form(marker)) & entry->frames) != 0) {
        AddPhrase(child, marker, &found);
        break;
      }
    }
    // The verb alone says less: "expressed" of "expressed concern about".
    if (found.cue.Contains(verb) && !found.content.empty() && !found_.empty() && found_.back().cue_word == verb) {
      found_.pop_back();
    }
    Keep(std::move(found));
  }

  void SetPossessor(int32_t source, Attribution* found) const {
    SetSource(source, found);
    while (found->source.size() > 1 && IsAny(found->source.end - 1, {"'s", "\u2019s", "'", "\u2019"}))
      --found->source.end;
  }

  // "is critical of", "was sure that"
  void ReadAdjective(int32_t adjective) {
    const ReportingWord* entry = FindReportingAdjective(Form(adjective));
    if (entry == nullptr) return;
    const bool predicate = Child(adjective, {R::kCop}) != kRoot;
    const int32_t subject = predicate ? SubjectOf(adjective) : kRoot;
    if (subject == kRoot || IsAny(subject, {"it", "there", "that", "this", "what"})) return;
    Attribution found;
    found.kind = entry->kind;
    found.cue_word = adjective;
    found.cue = CueGroup(adjective);
    SetSource(subject, &found);
    for (const int32_t child : analysis_.leading_children(adjective)) {
      if (child < adjective) continue;
      const int32_t marker = MarkerOf(child);
      const Frames frame = marker == kRoot ? 0 : FrameOfPreposition(Form(marker)) & entry->frames;
      const bool infinitive = Rel(child) == R::kXcomp && (entry->frames & kInfinitive) != 0;
      if ((Rel(child) == R::kCcomp && (entry->frames & kThat) != 0) || infinitive) {
        found.content.push_back(Yield(child));
        break;
      }
      if ((Rel(child) == R::kObl || Rel(child) == R::kAdvcl) && frame != 0) {
        AddPhrase(child, marker, &found);
        break;
      }
    }
    Keep(std::move(found));
  }

  // "according to X", "per X"
  void ReadAccording(int32_t word) {
    const bool according = Is(word, "according");
    if (according && !Is(word + 1, "to")) return;
    int32_t source = kRoot;
    int32_t clause = kRoot;
    if (Rel(word) == R::kCase) {
      source = Head(word);
      clause = Head(source);
    } else {  // a participle with an oblique
      source = Child(word, {R::kObl, R::kNmod});
      clause = Head(word);
    }
    if (source == kRoot || clause == kRoot || source < word) return;
    // "60 per cent" and "a dollar per day" credit nobody.
    if (!according && Tag(source) != Upos::kPropn && Tag(source) != Upos::kPron) return;
    Attribution found;
    found.cue_word = word;
    found.cue = {word, according ? word + 2 : word + 1};
    found.source_word = source;
    found.source = NounPhrase(source, kRoot);
    found.source.begin = std::max(found.source.begin, found.cue.end);
    WordRange without = found.cue;
    without.Cover(found.source);
    without.Cover(yields_[static_cast<size_t>(source)]);
    const bool closes = OnlyPunctuation(without.end, analysis_.size());
    const bool set_off = Is(word - 1, ",") || IsDash(word - 1);
    // At the end of a sentence, behind a comma, it covers the sentence; elsewhere the clause it stands in.
    constexpr int kFurthest = 12;
    for (int step = 0; step < kFurthest && Head(clause) != kRoot; ++step) {
      const bool heads_clause = Tag(clause) == Upos::kVerb || Child(clause, {R::kCop}) != kRoot;
      if (heads_clause && !(closes && set_off) && Rel(clause) != R::kConj) break;
      clause = Head(clause);
    }
    AddContent(closes ? Yield(clause) : ClauseUpTo(clause, without.end), without, &found);
    Keep(std::move(found));
  }

  // "reportedly"
  void ReadHearsay(int32_t adverb) {
    if (Rel(adverb) != R::kAdvmod || Head(adverb) == kRoot) return;
    Attribution found;
    found.cue_word = adverb;
    found.cue = {adverb, adverb + 1};
    AddContent(Yield(Head(adverb)), found.cue, &found);
    Keep(std::move(found));
  }

  // "LUND: We slept." A name, a colon and what was said.
  void ReadNameAndColon() {
    constexpr int32_t kLongest = 6;
    int32_t colon = 0;
    while (colon < std::min(kLongest, analysis_.size()) && !Is(colon, ":")) ++colon;
    if (colon == 0 || !Is(colon, ":") || colon + 2 >= analysis_.size()) return;
    bool name = false;
    for (int32_t i = 0; i < colon; ++i) {
      const bool capital = absl::ascii_isupper(static_cast<unsigned char>(Form(i)[0]));
      if (!capital && !IsAny(i, {".", ",", "(", ")", "-", "and", "of", "\""})) return;
      name |= Tag(i) == Upos::kPropn;
    }
    if (!name || TopOf({0, colon}) == kRoot) return;
    Attribution found;
    found.cue_word = colon;
    found.cue = {colon, colon + 1};
    found.source = {0, colon};
    found.source_word = TopOf(found.source);
    found.content.push_back({colon + 1, analysis_.size()});
    Keep(std::move(found));
  }

  // --- What is kept --------------------------------------------------------------------------------------------------

  bool IsEdge(int32_t word) const { return IsAny(word, {",", ".", ";", ":"}) || IsDash(word); }

  bool HasWord(WordRange range) const {
    for (int32_t i = range.begin; i < range.end; ++i) {
      if (!IsPunctuation(i)) return true;
    }
    return false;
  }

  // Content that touches a quotation holds all of it, unless the cue stands in it too.
  WordRange WithQuotations(WordRange piece, const Attribution& found) const {
    auto it = std::upper_bound(quotations_.begin(), quotations_.end(), piece.begin,
                               [](int32_t w, WordRange range) { return w < range.end; });
    constexpr int kMost = 64;  // keeps the work linear
    for (int i = 0; i < kMost && it != quotations_.end() && it->begin < piece.end; ++i, ++it) {
      if (!it->Overlaps(found.cue) && !it->Overlaps(found.source)) piece.Cover(*it);
    }
    return piece;
  }

  void Keep(Attribution found) {
    if (found.cue_word == absorbed_) return;
    std::vector<WordRange> content;
    for (WordRange piece : found.content) {
      piece.begin = std::max(piece.begin, found.cue_word >= text_begins_ ? text_begins_ : 0);
      while (!piece.empty() && IsEdge(piece.begin)) ++piece.begin;
      while (!piece.empty() && IsEdge(piece.end - 1)) --piece.end;
      piece = WithQuotations(piece, found);
      if (HasWord(piece) && !piece.Overlaps(found.cue)) content.push_back(piece);
    }
    if (content.empty()) return;
    std::sort(content.begin(), content.end(), [](WordRange a, WordRange b) { return a.begin < b.begin; });
    found.content.clear();
    for (const WordRange piece : content) {
      if (!found.content.empty() && piece.begin <= found.content.back().end) {
        found.content.back().Cover(piece);
      } else {
        found.content.push_back(piece);
      }
    }
    found_.push_back(std::move(found));
  }

  const Analysis& analysis_;
  absl::Span<const WordRange> quotations_;
  std::vector<WordRange> yields_;
  int32_t text_begins_ = 0;   // word after a dateline
  int32_t absorbed_ = kRoot;  // a verb that is part of another's cue
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> FindAttributions(const Analysis& analysis, absl::Span<const WordRange> quotations) {
  if (analysis.size() == 0) return {};
  return TreeReader(analysis, quotations).Read();
}

}  // namespace consilience
