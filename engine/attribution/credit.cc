#include "engine/attribution/credit.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "engine/attribution/credit_rules.h"
#include "engine/attribution/credit_words.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/outlet_index.h"
#include "engine/attribution/outlet_list.h"
#include "engine/attribution/outlet_mention.h"
#include "engine/attribution/reporting_words.h"
#include "engine/attribution/statement_words.h"

namespace consilience {
namespace {

// A credit that a statement names itself.
struct Named {
  int32_t outlet = -1;  // in the registry; -1: ambiguous
  Ground ground = Ground::kNone;
  Credit credit;
};

// What a statement says of its own credits.
struct Reading {
  std::vector<Named> named;
  bool in_doubt = false;     // it credits an ambiguous name and nobody else
  bool credit_line = false;  // it is nothing but a credit line: "Sources: AP, AFP"
  bool mark_alone = false;   // it is nothing but a mark: "(AP)"
};

bool IsSource(Ground ground) {
  return ground == Ground::kSubject || ground == Ground::kAccording;
}

// Reads the credits of a document's statements in their order.
class DocumentReader {
 public:
  DocumentReader(const OutletRegistry& registry, const Document& document, const Segmentation& segmentation,
                 absl::Span<const Analysis> analyses, absl::Span<const Speech> speech)
      : registry_(registry), document_(document), segmentation_(segmentation), analyses_(analyses), speech_(speech) {}

  // Ambiguous mentions and wire marks go to `found`.
  std::vector<Reading> Read(DocumentCredits* found) {
    const Outlet* publisher = registry_.FindByName(registry_.CanonicalPublisher(document_.outlet, document_.url));
    if (publisher != nullptr) publisher_ = static_cast<int32_t>(publisher - registry_.outlets().data());
    std::vector<OutletMention> mentions = FindOutletMentions(document_, segmentation_, registry_);
    DropPeople(&mentions);
    readings_.resize(segmentation_.statements.size());
    size_t mention = 0, speech = 0;
    for (uint32_t i = 0; i < readings_.size(); ++i) {
      const size_t first_mention = mention, first_speech = speech;
      while (mention < mentions.size() && mentions[mention].statement == i) ++mention;
      while (speech < speech_.size() && speech_[speech].statement == i) ++speech;
      const auto own_speech = speech_.subspan(first_speech, speech - first_speech);
      const StatementWords words(document_.text, segmentation_.TokensOf(segmentation_.statements[i]));
      const std::vector<OutletMention> all =
          WithAnaphors(i, words, absl::MakeConstSpan(mentions).subspan(first_mention, mention - first_mention));
      if (!all.empty()) ReadMentions(i, words, all, own_speech, found);
      if (readings_[i].named.empty() && !readings_[i].in_doubt) ReadIt(i, words, own_speech);
    }
    CarryOn();
    return std::move(readings_);
  }

 private:
  // "Herald said", in a text that tells of Tomas Herald: he, and no outlet.
  void DropPeople(std::vector<OutletMention>* mentions) const {
    if (mentions->empty()) return;
    absl::flat_hash_set<absl::string_view> people;
    for (const Analysis& analysis : analyses_) {
      const absl::Span<const Word> words = analysis.words();
      const auto goes_on = [&](size_t i) { return words[i].name == NameKind::kPerson && !words[i].name_begins; };
      for (size_t i = 1; i < words.size(); ++i) {
        if (goes_on(i) && (i + 1 == words.size() || !goes_on(i + 1))) people.insert(words[i].form);
      }
    }
    std::erase_if(*mentions, [&](const OutletMention& mention) {
      const StatementWords words(document_.text, segmentation_.TokensOf(segmentation_.statements[mention.statement]));
      return mention.end == mention.first + 1 && !words.Is(mention.first - 1, "the") &&
             people.contains(words[mention.first]);
    });
  }

  const Outlet& OutletAt(int32_t number) const { return registry_.outlets()[static_cast<size_t>(number)]; }

  Named MakeNamed(int32_t outlet, Ground ground, ByteSpan span, ByteSpan cue) const {
    Named named;
    named.outlet = outlet;
    named.ground = ground;
    named.credit.outlet = OutletAt(outlet).name;
    named.credit.mention = std::string(span.In(document_.text));
    named.credit.basis = ground == Ground::kPoll ? CreditBasis::kPoll : CreditBasis::kInline;
    named.credit.span = span;
    named.credit.cue = cue;
    return named;
  }

  void ReadMentions(uint32_t number, const StatementWords& words, absl::Span<const OutletMention> mentions,
                    absl::Span<const Speech> speech, DocumentCredits* found) {
    Reading& reading = readings_[number];
    const Analysis* analysis =
        number < analyses_.size() && analyses_[number].size() == words.size() ? &analyses_[number] : nullptr;
    const CreditWords credit_words(words, analysis, mentions, speech);
    bool doubt = false;
    for (const OutletList& list : FindOutletLists(words, mentions)) {
      const Finding finding = JudgeOutlets(credit_words, list);
      if (finding.ground == Ground::kNone) continue;
      const auto members = mentions.subspan(list.first_mention, list.size());
      const bool certain =
          finding.ground == Ground::kMark ||
          std::any_of(members.begin(), members.end(), [](const OutletMention& m) { return m.certain; });
      if (!certain) continue;
      for (const OutletMention& mention : members) {
        if (finding.ground == Ground::kMark) AddWireMark(mention, finding.mark, found);
        if (mention.outlet >= 0) {
          reading.named.push_back(MakeNamed(mention.outlet, finding.ground, mention.span, finding.cue));
        } else if (finding.ground != Ground::kPoll) {
          doubt = true;
          found->ambiguous.push_back({number, mention.span, CandidatesOf(mention)});
        }
      }
      if (finding.ground == Ground::kMark) {
        const bool to_the_end = words.IsStop(list.end) || (words.Is(list.end, ")") && list.end + 1 == words.size());
        const bool from_the_start = finding.cue.begin == segmentation_.statements[number].span.begin;
        reading.credit_line |= from_the_start && to_the_end && !words.Is(0, "by");
        reading.mark_alone |= from_the_start && words.Is(0, "(");
      }
    }
    MarkRelays(&reading);
    SetCovered(number, words, speech, &reading);
    reading.in_doubt = doubt && std::none_of(reading.named.begin(), reading.named.end(),
                                             [](const Named& n) { return n.ground != Ground::kPoll; });
  }

  void AddWireMark(const OutletMention& mention, WireMarkKind kind, DocumentCredits* found) const {
    constexpr uint32_t kLastOpening = 3;  // statements that may open a text: its headline, its byline
    if (mention.outlet < 0 || mention.outlet == publisher_) return;
    // What stands further down marks the text before it.
    if (kind == WireMarkKind::kDateline && mention.statement > kLastOpening) kind = WireMarkKind::kClosing;
    if (kind == WireMarkKind::kByline && mention.statement > kLastOpening) kind = WireMarkKind::kContribution;
    found->wire_marks.push_back({OutletAt(mention.outlet).name, kind, mention.statement, mention.span});
  }

  std::vector<std::string> CandidatesOf(const OutletMention& mention) const {
    std::vector<std::string> names;
    for (const int32_t outlet : registry_.index().shared[static_cast<size_t>(mention.shared)].outlets) {
      names.push_back(OutletAt(outlet).name);
    }
    return names;
  }

  // --- What of a statement a credit covers ---------------------------------------------------------------------------

  // Sets what the credits of one statement cover: the content of the speech whose cue or source a credit is, within the
  // part of the statement that the credit stands in, where several outlets have the word one after the other.
  void SetCovered(uint32_t number, const StatementWords& words, absl::Span<const Speech> speech,
                  Reading* reading) const {
    constexpr int32_t kLongest = 1000;  // words of a statement whose parts anybody would tell apart
    if (words.size() > kLongest || reading->named.empty()) return;
    const std::vector<int32_t> ends = PartsOf(words, *reading);
    for (Named& named : reading->named) {
      if (named.ground == Ground::kMark || named.ground == Ground::kPoll || named.ground == Ground::kRelay) continue;
      const int32_t at = words.WordAt(named.credit.span.begin);
      const auto part = std::upper_bound(ends.begin(), ends.end(), at);
      const int32_t first = part == ends.begin() ? 0 : *(part - 1);
      const int32_t end = part == ends.end() ? words.size() : *part;
      const bool parted = first > 0 || end < words.size();
      std::vector<ByteSpan> covered = ContentOf(number, words, named, speech, words.Span(first, end), parted);
      if (covered.empty() && parted) covered = RestOf(words, *reading, named, first, end);
      named.credit.covered = std::move(covered);
    }
  }

  // Where the parts of a statement begin that different outlets tell, from the second on: at "while", "but", ";"
  // between two credits.
  static std::vector<int32_t> PartsOf(const StatementWords& words, const Reading& reading) {
    std::vector<int32_t> ends;
    const auto tells = [](const Named& n) { return IsSource(n.ground) || n.ground == Ground::kAddressee; };
    int32_t before = -1;  // past the credit before
    ByteSpan cue;
    for (const Named& named : reading.named) {
      if (!tells(named)) continue;
      const int32_t begin = words.WordAt(std::min(named.credit.span.begin, named.credit.cue.begin));
      const int32_t end = words.WordAt(std::max(named.credit.span.end, named.credit.cue.end) - 1) + 1;
      if (before >= 0 && named.credit.cue != cue) {
        for (int32_t i = begin; i >= before; --i) {
          const bool joins = words.IsAny(i, {"while", "whereas"}) || words.Is(i - 1, ";") ||
                             (words.Is(i - 1, ",") && words.IsAny(i, {"but", "and", "though", "although", "or"})) ||
                             (words.IsAny(i, {"and", "but"}) && i + 2 >= begin);
          if (!joins) continue;
          ends.push_back(i);
          break;
        }
      }
      before = std::max(before, end);
      cue = named.credit.cue;
    }
    return ends;
  }

  // Empty when the speech is all that the statement says.
  static std::vector<ByteSpan> ContentOf(uint32_t number, const StatementWords& words, const Named& named,
                                         absl::Span<const Speech> speech, ByteSpan part, bool parted) {
    const auto is_own = [&](const Speech& s, bool by_cue) {
      if (by_cue) {
        return std::any_of(s.cue.begin(), s.cue.end(), [&](ByteSpan c) { return c.Overlaps(named.credit.cue); });
      }
      return s.statement == number && FindReportingVerb(words[s.cue_word]).form != VerbForm::kGerund &&
             std::any_of(s.source.begin(), s.source.end(), [&](ByteSpan c) { return c.Contains(named.credit.span); });
    };
    const auto inside = [](const std::vector<ByteSpan>& spans, ByteSpan span) {
      return std::any_of(spans.begin(), spans.end(), [&](ByteSpan p) { return p.Overlaps(span); });
    };
    for (const bool by_cue : {true, false}) {
      for (const Speech& s : speech) {
        if (!is_own(s, by_cue)) continue;
        std::vector<ByteSpan> covered;
        for (const ByteSpan piece : s.content) {
          if (!piece.Overlaps(part)) continue;
          covered.push_back({std::max(piece.begin, part.begin), std::min(piece.end, part.end)});
        }
        int32_t others = 0, own = 0;
        for (int32_t i = 0; i < words.size(); ++i) {
          if (words.EndsClause(i)) continue;
          const ByteSpan span = words.Span(i, i + 1);
          own += static_cast<int32_t>(inside(covered, span));
          others += static_cast<int32_t>(!inside(covered, span) && !inside(s.source, span) && !inside(s.cue, span));
        }
        // "on Monday" beside the content is no other content; "a report" is no content to speak of.
        constexpr int32_t kAside = 3;
        if (others <= kAside || (own <= kAside && !parted)) return {};
        for (ByteSpan& piece : covered) Trim(words, &piece);
        return covered;
      }
    }
    return {};
  }

  // --- Quotations over several statements ----------------------------------------------------------------------------

  // What is quoted over several statements and told by a credit in one of them is credited in all of them.
  void CarryOn() {
    for (size_t i = 0; i < speech_.size(); ++i) {
      const Speech& speech = speech_[i];
      const ByteSpan own = segmentation_.statements[speech.statement].span;
      const bool goes_on = std::any_of(speech.content.begin(), speech.content.end(),
                                       [&](ByteSpan piece) { return piece.begin < own.begin || piece.end > own.end; });
      if (speech.nested || !speech.quoted || !goes_on) continue;
      const std::vector<Named> tellers = TellersOf(speech);
      if (tellers.empty()) continue;
      for (const ByteSpan piece : speech.content) CarryInto(piece, speech.statement, tellers);
    }
  }

  // The credits by which a speech is told; none when it is somebody else's.
  std::vector<Named> TellersOf(const Speech& speech) const {
    const std::vector<Named>& named = readings_[speech.statement].named;
    const auto is_report = [](const Named& n) { return n.ground != Ground::kMark && n.ground != Ground::kPoll; };
    const bool told = std::any_of(named.begin(), named.end(), [&](const Named& n) {
      if (!is_report(n)) return false;
      const auto is_cue = [&](ByteSpan cue) { return cue.Overlaps(n.credit.cue); };
      const auto is_source = [&](ByteSpan source) { return source.Contains(n.credit.span); };
      return n.ground == Ground::kAddressee || std::any_of(speech.cue.begin(), speech.cue.end(), is_cue) ||
             std::any_of(speech.source.begin(), speech.source.end(), is_source);
    });
    std::vector<Named> tellers;
    if (told) std::copy_if(named.begin(), named.end(), std::back_inserter(tellers), is_report);
    return tellers;
  }

  // Credits the statements of which most lies in `piece` to `tellers`, unless they name others themselves.
  void CarryInto(ByteSpan piece, uint32_t from, const std::vector<Named>& tellers) {
    const std::vector<Statement>& statements = segmentation_.statements;
    auto it = std::lower_bound(statements.begin(), statements.end(), piece.begin,
                               [](const Statement& s, uint32_t byte) { return s.span.end <= byte; });
    for (; it != statements.end() && it->span.begin < piece.end; ++it) {
      const auto number = static_cast<uint32_t>(it - statements.begin());
      const uint32_t shared = std::min(it->span.end, piece.end) - std::max(it->span.begin, piece.begin);
      Reading& reading = readings_[number];
      if (number == from || shared * 2 < it->span.size() || !reading.named.empty() || reading.in_doubt) continue;
      for (Named teller : tellers) {
        teller.credit.covered.clear();
        reading.named.push_back(std::move(teller));
      }
    }
  }

  // Words [first, end) without the credits that stand there.
  static std::vector<ByteSpan> RestOf(const StatementWords& words, const Reading& reading, const Named& named,
                                      int32_t first, int32_t end) {
    int32_t begin_credit = words.WordAt(std::min(named.credit.span.begin, named.credit.cue.begin));
    int32_t end_credit = words.WordAt(std::max(named.credit.span.end, named.credit.cue.end) - 1) + 1;
    for (const Named& other : reading.named) {
      if (other.credit.cue != named.credit.cue) continue;
      begin_credit = std::min(begin_credit, words.WordAt(other.credit.span.begin));
      end_credit = std::max(end_credit, words.WordAt(other.credit.span.end - 1) + 1);
    }
    if (words.Is(begin_credit - 1, "the")) --begin_credit;
    std::vector<ByteSpan> rest;
    for (ByteSpan piece :
         {words.Span(first, std::max(first, begin_credit)), words.Span(std::min(end_credit, end), end)}) {
      Trim(words, &piece);
      constexpr int32_t kShortest = 2;
      if (piece.empty() || words.WordAt(piece.end - 1) + 1 - words.WordAt(piece.begin) < kShortest) continue;
      rest.push_back(piece);
    }
    return rest;
  }

  // Leaves out the conjunctions and marks at both ends.
  static void Trim(const StatementWords& words, ByteSpan* piece) {
    if (piece->empty()) return;
    int32_t first = words.WordAt(piece->begin);
    int32_t end = words.WordAt(piece->end - 1) + 1;
    const auto is_mark = [&](int32_t i) { return (words.EndsClause(i) && !words.IsQuote(i)) || words.Is(i, ";"); };
    const auto joins = [&](int32_t i) {
      return words.IsAny(i, {"while", "but", "and", "whereas", "though", "although", "or"});
    };
    while (first < end && (is_mark(first) || joins(first))) ++first;
    while (first < end && (is_mark(end - 1) || joins(end - 1))) --end;
    *piece = first >= end ? ByteSpan{}
                          : ByteSpan{std::max(piece->begin, words.Span(first, end).begin), words.Span(first, end).end};
  }

  // "Bloomberg said, citing Kyodo", "Citing Kyodo, Bloomberg said": who cites relays.
  static void MarkRelays(Reading* reading) {
    std::vector<Named>& named = reading->named;
    const bool reported = std::any_of(named.begin(), named.end(), [](const Named& n) {
      return n.ground != Ground::kRelay && n.ground != Ground::kPoll && n.ground != Ground::kMark;
    });
    for (Named& relay : named) {
      if (relay.ground == Ground::kRelay && reported) relay.credit.basis = CreditBasis::kVia;
    }
    for (size_t i = 0; i < named.size(); ++i) {
      if (named[i].ground != Ground::kCited) continue;
      size_t relay = named.size();
      for (size_t k = 0; k < named.size(); ++k) {
        if (!IsSource(named[k].ground)) continue;
        if (k < i || relay == named.size()) relay = k;
        if (k > i) break;
      }
      if (relay == named.size()) continue;
      for (Named& other : named) {
        if (other.credit.cue == named[relay].credit.cue && IsSource(other.ground))
          other.credit.basis = CreditBasis::kVia;
      }
    }
  }

  // --- Credits that go on: "It added", "according to the newspaper", "its reporters saw" ---------------------------

  static constexpr uint32_t kFurthestNoun = 3;  // statements back

  // The mentions of a statement with those that do not name their outlet again.
  std::vector<OutletMention> WithAnaphors(uint32_t number, const StatementWords& words,
                                          absl::Span<const OutletMention> mentions) const {
    std::vector<OutletMention> all(mentions.begin(), mentions.end());
    if (number == 0 && mentions.empty()) return all;
    for (int32_t i = 0; i + 1 < words.size(); ++i) {
      int32_t noun = -1, outlet = -1;
      if (words.IsAny(i, {"its", "their"}) && OwnsJournalists(words, i)) {
        noun = i;
        outlet = Antecedent(number, 1, "", true);
      } else if (words.Is(i, "it") && ReportsOn(words, i)) {
        noun = i;
        outlet = SubjectBefore(words, mentions, i);
      } else if (words.IsAny(i, {"the", "this"})) {
        noun = NounOf(words, i);
        if (noun < 0 || IsNear(words, mentions, noun)) continue;
        outlet = IsOutletNoun(words[noun]) ? NamedBefore(words, mentions, noun) : -1;
        if (outlet < 0) outlet = Antecedent(number, kFurthestNoun, words[noun], false);
      }
      if (outlet < 0) continue;
      OutletMention mention;
      mention.statement = number;
      mention.outlet = outlet;
      mention.first = noun;
      mention.end = noun + 1;
      mention.span = words.Span(i, noun + 1);
      all.push_back(mention);
      i = noun;
    }
    std::sort(all.begin(), all.end(), [](const OutletMention& a, const OutletMention& b) { return a.first < b.first; });
    return all;
  }

  // "; it described the deal as": a new clause, in which "it" reports something other than itself.
  static bool ReportsOn(const StatementWords& words, int32_t it) {
    const bool joins = words.Is(it - 1, ";") || (words.IsAny(it - 1, {"and", "but"}) && words.Is(it - 2, ","));
    const VerbMatch match = FindReportingVerb(words[it + 1]);
    return joins && match.verb != nullptr && match.verb->speaks && match.verb->kind == SpeechKind::kSay &&
           match.verb->outlet == OutletCue::kStrong &&
           (match.form == VerbForm::kPast || match.form == VerbForm::kThird) &&
           !words.IsAny(it + 2, {"it", "its", "itself"});
  }

  // The one outlet that is named before word `it`, when its name begins a clause; -1: none.
  int32_t SubjectBefore(const StatementWords& words, absl::Span<const OutletMention> mentions, int32_t it) const {
    int32_t first = -1;
    for (const OutletMention& mention : mentions) {
      if (mention.first < it) first = words.Is(mention.first - 1, "the") ? mention.first - 1 : mention.first;
    }
    return first >= 0 && (first == 0 || words.EndsClause(first - 1)) ? NamedBefore(words, mentions, it) : -1;
  }

  // "its own correspondents", "its story": what an outlet alone has.
  static bool OwnsJournalists(const StatementWords& words, int32_t its) {
    constexpr int32_t kFurthest = 3;
    for (int32_t i = its + 1; i <= its + kFurthest && words.IsLower(i); ++i) {
      const bool story = words.IsAny(i, {"story", "stories", "article", "articles", "reporting"});
      if (IsJournalistNoun(words[i]) || story) return true;
      if (IsInsiderNoun(words[i]) || IsGoverningWord(words[i])) return false;
    }
    return false;
  }

  // The last word of "the newspaper", "the state news agency", "this magazine", "the investigation" at word `the`: one
  // thing, not named. -1: none.
  static int32_t NounOf(const StatementWords& words, int32_t the) {
    constexpr int32_t kLongest = 4;
    int32_t end = the + 1;
    while (end <= the + kLongest && words.IsLower(end) && !IsOutletNoun(words[end]) &&
           (IsDescribingWord(words[end]) || words.IsDash(end))) {
      ++end;
    }
    if (end == the + 1 && IsDemonym(words[end])) ++end;
    if (IsReportNoun(words[end]) && words.IsLower(end) && !IsReportNoun(words[end + 1]) && end == the + 1) {
      return absl::EndsWith(words[end], "s") || words.IsCapital(end + 1) || words.Is(end + 1, "of") ? -1 : end;
    }
    const int32_t first = end;
    while (words.IsLower(end) && IsOutletNoun(words[end])) ++end;
    if (end == first) return -1;
    const int32_t noun = end - 1;
    const bool news_service = words.Is(noun, "service") && words.IsAny(noun - 1, {"news", "wire"});
    const bool one = !absl::EndsWith(words[noun], "s") &&
                     (news_service || !words.IsAny(noun, {"media", "press", "service", "sources"}));
    return one && !words.IsCapital(end) && !words.IsAny(end, {"of", "-"}) ? noun : -1;
  }

  // A name right beside word `noun`: "the newspaper Haaretz".
  static bool IsNear(const StatementWords& words, absl::Span<const OutletMention> mentions, int32_t noun) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const OutletMention& m) {
      return (m.first > noun && m.first <= noun + 2) || m.end == noun || (m.first <= noun && noun < m.end) ||
             (m.end == noun - 1 && (words.Is(noun - 1, "the") || words.Is(noun - 1, ",")));
    });
  }

  // The one outlet that the statement itself has named before word `noun` and that fits it; -1: none or several.
  int32_t NamedBefore(const StatementWords& words, absl::Span<const OutletMention> mentions, int32_t noun) const {
    int32_t outlet = -1;
    for (const OutletMention& mention : mentions) {
      if (mention.first > noun || mention.outlet < 0 || !Fits(words[noun], OutletAt(mention.outlet).kind)) continue;
      if (outlet >= 0 && outlet != mention.outlet) return -1;
      outlet = mention.outlet;
    }
    return outlet;
  }

  void ReadIt(uint32_t number, const StatementWords& words, absl::Span<const Speech> speech) {
    for (const Speech& s : speech) {
      const VerbMatch match = FindReportingVerb(words[s.cue_word]);
      if (s.source_word < 0 || s.source.empty() || match.verb == nullptr) continue;
      const int32_t first = words.WordAt(s.source.front().begin);
      if (!words.Is(first, "it") || words.WordAt(s.source.front().end) != first + 1) continue;
      // "It said" may be the company that the outlet spoke of; "It added" hardly. "It added that it could not" is no
      // report.
      const int32_t content = words.Is(s.cue_word + 1, "that") ? s.cue_word + 2 : s.cue_word + 1;
      const bool reports = match.verb->kind == SpeechKind::kSay &&
                           (match.verb->outlet == OutletCue::kStrong || match.verb->lemma == "add") &&
                           !words.IsAny(content, {"it", "its"});
      if (!reports) continue;
      const int32_t outlet = Antecedent(number, 1, "", true);
      if (outlet < 0) continue;
      readings_[number].named.push_back(
          MakeNamed(outlet, Ground::kSubject, words.Span(first, first + 1), s.cue.front()));
      return;
    }
  }

  static bool Fits(absl::string_view noun, OutletKind kind) {
    if (noun == "agency" || noun == "wire" || noun == "newswire" || noun == "service") return kind == OutletKind::kWire;
    if (noun == "newspaper" || noun == "paper" || noun == "daily" || noun == "tabloid" || noun == "weekly") {
      return kind == OutletKind::kNewspaper || (noun == "weekly" && kind == OutletKind::kMagazine);
    }
    if (noun == "broadcaster" || noun == "network" || noun == "channel" || noun == "station") {
      return kind == OutletKind::kBroadcaster;
    }
    if (noun == "magazine") return kind == OutletKind::kMagazine;
    if (noun == "platform" || noun == "portal") return kind == OutletKind::kDigital;

    return true;
  }

  // The outlet that the nearest of the `furthest` statements before `number` credits; -1: none, or none for certain.
  // `noun` is what it is called ("" : it is not), or the report that the statement credited it for.
  int32_t Antecedent(uint32_t number, uint32_t furthest, absl::string_view noun, bool only_sources) const {
    const std::vector<Statement>& statements = segmentation_.statements;
    const bool report = !noun.empty() && !IsOutletNoun(noun);
    for (uint32_t back = 1; back <= furthest && back <= number; ++back) {
      const uint32_t before = number - back;
      if (statements[before].paragraph + 1 < statements[number].paragraph) return -1;
      if (only_sources && statements[before].paragraph != statements[number].paragraph) return -1;
      const Reading& reading = readings_[before];
      if (reading.in_doubt) return -1;
      int32_t outlet = -1;
      for (const Named& named : reading.named) {
        if (named.ground == Ground::kPoll || named.ground == Ground::kMark || (only_sources && !IsSource(named.ground)))
          continue;
        if (report ? !IsReportOf(before, named, noun) : !Fits(noun, OutletAt(named.outlet).kind)) continue;
        if (outlet >= 0 && outlet != named.outlet) return -1;  // which of them?
        outlet = named.outlet;
      }
      if (outlet >= 0) return report || !CallsAnother(before, noun) ? outlet : -1;
      if ((noun.empty() && !reading.named.empty()) || CallsAnother(before, noun)) return -1;
    }
    return -1;
  }

  // "An investigation by ProPublica found": the credit stands close to the report that `noun` repeats, or calls a
  // report.
  bool IsReportOf(uint32_t number, const Named& named, absl::string_view noun) const {
    constexpr int32_t kFurthest = 6, kFurthestOther = 3;
    const StatementWords words(document_.text, segmentation_.TokensOf(segmentation_.statements[number]));
    const int32_t at = words.WordAt(named.credit.span.begin);
    for (int32_t i = at - kFurthest; named.ground == Ground::kAccording && i <= at + kFurthest; ++i) {
      if (words.Is(i, noun)) return true;
    }
    if (noun != "report" && noun != "story" && noun != "article" && noun != "investigation") return false;
    for (const int32_t step : {-1, 1}) {
      const int32_t from = step < 0 ? at - 1 : words.WordAt(named.credit.span.end - 1) + 1;
      for (int32_t i = from, last = from + step * kFurthestOther; i != last && !words.EndsClause(i); i += step) {
        if (words.IsLower(i) && words.IsAny(i, {"report", "story", "article", "investigation", "review", "analysis",
                                                "series", "exposé", "expose", "documentary", "examination"})) {
          return true;
        }
      }
    }
    return false;
  }

  // The statement calls something else by `noun`: "the space agency", after which "the agency" is not Reuters.
  bool CallsAnother(uint32_t number, absl::string_view noun) const {
    if (noun.empty()) return false;
    const StatementWords words(document_.text, segmentation_.TokensOf(segmentation_.statements[number]));
    for (int32_t i = 0; i < words.size(); ++i) {
      if (!words.Is(i, noun)) continue;
      const ByteSpan span = words.Span(std::max(0, i - 3), std::min(words.size(), i + 4));
      const auto& named = readings_[number].named;
      const bool own =
          std::any_of(named.begin(), named.end(), [&](const Named& n) { return n.credit.span.Overlaps(span); });
      if (!own) return true;
    }
    return false;
  }

  const OutletRegistry& registry_;
  const Document& document_;
  const Segmentation& segmentation_;
  absl::Span<const Analysis> analyses_;
  absl::Span<const Speech> speech_;
  int32_t publisher_ = -1;  // in the registry; -1: unknown
  std::vector<Reading> readings_;
};

bool IsInTheWords(const Credit& credit) {
  return credit.basis == CreditBasis::kInline || credit.basis == CreditBasis::kVia;
}

// Ordered by place, each outlet once; what an outlet says itself goes before its polls, and they before what it says
// elsewhere.
void Tidy(std::vector<Credit>* credits) {
  const auto before = [](const Credit& a, const Credit& b) {
    return std::tie(a.span, a.basis, a.outlet) < std::tie(b.span, b.basis, b.outlet);
  };
  std::sort(credits->begin(), credits->end(), before);
  std::vector<Credit> kept;
  for (Credit& credit : *credits) {
    const auto again =
        std::find_if(kept.begin(), kept.end(), [&](const Credit& k) { return k.outlet == credit.outlet; });
    if (again == kept.end()) {
      kept.push_back(std::move(credit));
    } else if (again->basis == CreditBasis::kPoll && IsInTheWords(credit)) {
      *again = std::move(credit);
    }
  }
  std::sort(kept.begin(), kept.end(), before);  // a report that took the place of an earlier poll stands later
  *credits = std::move(kept);
}

bool IsReport(const Credit& credit) {
  return credit.basis != CreditBasis::kPoll;
}

}  // namespace

absl::string_view ToString(CreditBasis basis) {
  switch (basis) {
    case CreditBasis::kInline:
      return "inline";
    case CreditBasis::kParagraph:
      return "paragraph";
    case CreditBasis::kHeader:
      return "header";
    case CreditBasis::kPublisher:
      return "publisher";
    case CreditBasis::kVia:
      return "via";
    case CreditBasis::kPoll:
      return "poll";
  }
  return "inline";
}

absl::string_view ToString(WireMarkKind kind) {
  switch (kind) {
    case WireMarkKind::kDateline:
      return "dateline";
    case WireMarkKind::kByline:
      return "byline";
    case WireMarkKind::kClosing:
      return "closing";
    case WireMarkKind::kContribution:
      return "contribution";
  }
  return "closing";
}

void LeaveSpeakersToCredits(const DocumentCredits& credits, std::vector<Speech>* speech) {
  for (Speech& s : *speech) {
    if (s.source.empty() || s.statement >= credits.statements.size()) continue;
    const std::vector<Credit>& named = credits.statements[s.statement];
    const bool credited = std::any_of(named.begin(), named.end(), [&](const Credit& credit) {
      return IsInTheWords(credit) && credit.cue.Overlaps(s.cue.front()) && s.source.front().Contains(credit.span);
    });
    if (credited) s.speaker.clear();
  }
}

std::vector<std::string> WithheldFrom(absl::Span<const Credit> credits, ByteSpan words) {
  std::vector<std::string> withheld;
  bool covered = false;
  for (const Credit& credit : credits) {
    const auto holds = [&](ByteSpan span) { return span.Contains(words); };
    if (credit.covered.empty()) continue;
    if (std::any_of(credit.covered.begin(), credit.covered.end(), holds) || credit.cue.Overlaps(words)) {
      covered = true;
    } else {
      withheld.push_back(credit.outlet);
    }
  }
  if (!covered) withheld.clear();
  return withheld;
}

DocumentCredits CreditFinder::Find(const Document& document, const Segmentation& segmentation,
                                   absl::Span<const Analysis> analyses, absl::Span<const Speech> speech) const {
  const std::vector<Statement>& statements = segmentation.statements;
  const bool digest = document.format == InputFormat::kDigest;
  DocumentCredits credits;
  std::vector<Reading> readings = DocumentReader(*registry_, document, segmentation, analyses, speech).Read(&credits);
  std::vector<std::vector<Credit>>& out = credits.statements;
  out.resize(statements.size());
  for (size_t i = 0; i < statements.size(); ++i) {
    for (Named& named : readings[i].named) out[i].push_back(std::move(named.credit));
    Tidy(&out[i]);
  }
  // A mark that stands alone belongs to the statement before it.
  for (size_t i = 1; i < statements.size(); ++i) {
    if (readings[i].mark_alone && out[i - 1].empty() && statements[i].paragraph == statements[i - 1].paragraph)
      out[i - 1] = out[i];
  }

  // Statements without credits of their own: the rest of the paragraph, the header, the publisher.
  std::vector<Credit> otherwise;
  const auto add_otherwise = [&](const std::string& outlet, const std::string& mention, CreditBasis basis) {
    Credit credit;
    credit.outlet = outlet;
    credit.mention = mention;
    credit.basis = basis;
    const bool again =
        std::any_of(otherwise.begin(), otherwise.end(), [&](const Credit& c) { return c.outlet == outlet; });
    if (!outlet.empty() && !again) otherwise.push_back(std::move(credit));
  };
  if (digest) {
    for (const std::string& name : document.header_credits) {
      add_otherwise(registry_->CanonicalPublisher(name, ""), name, CreditBasis::kHeader);
    }
    for (size_t i = 0; i < statements.size() && document.header_credits.empty(); ++i) {
      const bool alone = (i == 0 || statements[i - 1].paragraph != statements[i].paragraph) &&
                         (i + 1 == statements.size() || statements[i + 1].paragraph != statements[i].paragraph);
      if (!readings[i].credit_line || !alone) continue;
      for (const Credit& credit : out[i]) add_otherwise(credit.outlet, credit.mention, CreditBasis::kHeader);
    }
  }
  if (otherwise.empty()) {
    add_otherwise(registry_->CanonicalPublisher(document.outlet, document.url), document.outlet,
                  CreditBasis::kPublisher);
  }
  size_t closing = statements.size();  // the nearest following statement with credits of its own
  for (size_t i = statements.size(); i-- > 0;) {
    if (readings[i].in_doubt || std::any_of(out[i].begin(), out[i].end(), IsReport)) {
      closing = i;
      continue;
    }
    const bool same_paragraph = closing < statements.size() && statements[closing].paragraph == statements[i].paragraph;
    if (digest && same_paragraph) {
      for (const Credit& credit : out[closing]) {
        if (credit.basis != CreditBasis::kInline) continue;
        out[i].push_back(credit);
        out[i].back().basis = CreditBasis::kParagraph;
        out[i].back().covered.clear();
      }
    } else {
      out[i].insert(out[i].end(), otherwise.begin(), otherwise.end());
    }
    Tidy(&out[i]);
  }
  return credits;
}

}  // namespace consilience
