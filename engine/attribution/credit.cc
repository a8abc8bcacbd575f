#include "engine/attribution/credit.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/match.h"
#include "engine/attribution/credit_rules.h"
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
    const std::vector<OutletMention> mentions = FindOutletMentions(document_, segmentation_, registry_);
    readings_.resize(segmentation_.statements.size());
    size_t mention = 0, speech = 0;
    for (uint32_t i = 0; i < readings_.size(); ++i) {
      const size_t first_mention = mention, first_speech = speech;
      while (mention < mentions.size() && mentions[mention].statement == i) ++mention;
      while (speech < speech_.size() && speech_[speech].statement == i) ++speech;
      const auto own_speech = speech_.subspan(first_speech, speech - first_speech);
      const StatementWords words(document_.text, segmentation_.TokensOf(segmentation_.statements[i]));
      if (mention > first_mention) {
        ReadMentions(i, words, absl::MakeConstSpan(mentions).subspan(first_mention, mention - first_mention),
                     own_speech, found);
      }
      if (readings_[i].named.empty() && !readings_[i].in_doubt) ReadAnaphor(i, words, own_speech);
    }
    return std::move(readings_);
  }

 private:
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
    const CreditRules rules(words, analysis, mentions, speech);
    bool doubt = false;
    for (const OutletList& list : FindOutletLists(words, mentions)) {
      const Finding finding = rules.Judge(list);
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
          reading.named.back().credit.covered = Covered(number, mention, finding, words, mentions, speech);
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

  // The content of the speech whose cue or source the credit is, up to where another outlet has the word; empty when
  // that is all the statement says.
  std::vector<ByteSpan> Covered(uint32_t number, const OutletMention& mention, const Finding& finding,
                                const StatementWords& words, absl::Span<const OutletMention> mentions,
                                absl::Span<const Speech> speech) const {
    constexpr int32_t kLongest = 1000;  // words of a statement whose parts anybody would tell apart
    if (words.size() > kLongest) return {};
    const ByteSpan statement = segmentation_.statements[number].span;
    for (const Speech& s : speech) {
      const bool same_cue =
          std::any_of(s.cue.begin(), s.cue.end(), [&](ByteSpan c) { return c.Overlaps(finding.cue); });
      const bool same_source =
          std::any_of(s.source.begin(), s.source.end(), [&](ByteSpan c) { return c.Contains(mention.span); });
      if (!same_cue && !same_source) continue;
      std::vector<ByteSpan> covered;
      for (const ByteSpan piece : s.content) {
        if (!piece.Overlaps(statement)) continue;
        covered.push_back({std::max(piece.begin, statement.begin), std::min(piece.end, statement.end)});
      }
      for (const Speech& other : speech) {
        const bool outlet = std::any_of(mentions.begin(), mentions.end(), [&](const OutletMention& m) {
          return m.outlet != mention.outlet && m.first <= other.source_word && other.source_word < m.end;
        });
        if (outlet) EndBefore(words, other.source.front().begin, &covered);
      }
      // What else there is: words outside content, source and cue.
      const auto inside = [](const std::vector<ByteSpan>& spans, ByteSpan span) {
        return std::any_of(spans.begin(), spans.end(), [&](ByteSpan p) { return p.Overlaps(span); });
      };
      int32_t others = 0;
      for (int32_t i = 0; i < words.size(); ++i) {
        const ByteSpan span = words.Span(i, i + 1);
        others += !inside(covered, span) && !inside(s.source, span) && !inside(s.cue, span) && !words.EndsClause(i);
      }
      constexpr int32_t kAside = 3;  // "on Monday"
      return others > kAside ? covered : std::vector<ByteSpan>();
    }
    return {};
  }

  // Cuts the pieces that reach past byte `end` there, and before the conjunction and the comma that lead over to it.
  static void EndBefore(const StatementWords& words, uint32_t end, std::vector<ByteSpan>* pieces) {
    for (ByteSpan& piece : *pieces) {
      if (end < piece.begin || piece.end <= end) continue;
      int32_t word = words.WordAt(end);
      while (word > 0 && (words.EndsClause(word - 1) ||
                          words.IsAny(word - 1, {"while", "but", "and", "whereas", "though", "although", "the"}))) {
        --word;
      }
      piece.end = word == 0 ? piece.begin : std::max(piece.begin, words.Span(word - 1, word).end);
    }
    std::erase_if(*pieces, [](ByteSpan piece) { return piece.empty(); });
  }

  // "Bloomberg said, citing Kyodo", "Citing Kyodo, Bloomberg said": who cites relays.
  static void MarkRelays(Reading* reading) {
    std::vector<Named>& named = reading->named;
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

  // --- Credits that go on: "It added", "The newspaper said", "told the agency"
  // ----------------------------------------

  void ReadAnaphor(uint32_t number, const StatementWords& words, absl::Span<const Speech> speech) {
    for (const Speech& s : speech) {
      const VerbMatch match = FindReportingVerb(words[s.cue_word]);
      const bool according = words.Is(s.cue_word, "according");
      if (s.source_word < 0 || s.source.empty()) continue;
      if (!according && (match.verb == nullptr || match.verb->outlet == OutletCue::kNone)) continue;
      const int32_t first = words.WordAt(s.source.front().begin);
      const int32_t end = words.WordAt(s.source.front().end);
      if (words.Is(first, "it") && end == first + 1 && !according) {
        // "It said" may be the company that the outlet spoke of; "It added" hardly.
        const bool reports = match.verb->kind == SpeechKind::kSay &&
                             (match.verb->outlet == OutletCue::kStrong || match.verb->lemma == "add");
        if (reports) Continue(number, 1, "", true, words.Span(first, end), s.cue.front());
      } else if (IsOutletPhrase(words, first, end)) {
        Continue(number, kFurthestNoun, words[end - 1], false, words.Span(first, end), s.cue.front());
      }
    }
    for (int32_t i = 0; i + 2 < words.size() && readings_[number].named.empty(); ++i) {
      if (!words.IsAny(i, {"told", "tells"}) || !words.Is(i + 1, "the")) continue;
      int32_t end = i + 2;
      while (IsOutletNoun(words[end])) ++end;
      if (!words.IsCapital(end) && IsOutletPhrase(words, i + 1, end)) {
        Continue(number, kFurthestNoun, words[end - 1], false, words.Span(i + 1, end), words.Span(i, i + 1));
      }
    }
  }

  static constexpr uint32_t kFurthestNoun = 3;  // statements back

  // "the newspaper", "the news agency", "this magazine": one outlet, not named.
  static bool IsOutletPhrase(const StatementWords& words, int32_t first, int32_t end) {
    if (end - first < 2 || end - first > 3 || !words.IsAny(first, {"the", "this"})) return false;
    for (int32_t i = first + 1; i < end; ++i) {
      if (!words.IsLower(i) || !IsOutletNoun(words[i])) return false;
    }
    return !absl::EndsWith(words[end - 1], "s") && !words.IsAny(end - 1, {"media", "press", "service"});
  }

  static bool Fits(absl::string_view noun, OutletKind kind) {
    if (noun == "agency" || noun == "wire" || noun == "newswire") return kind == OutletKind::kWire;
    if (noun == "newspaper" || noun == "paper" || noun == "daily" || noun == "tabloid" || noun == "weekly") {
      return kind == OutletKind::kNewspaper || (noun == "weekly" && kind == OutletKind::kMagazine);
    }
    if (noun == "broadcaster" || noun == "network" || noun == "channel" || noun == "station") {
      return kind == OutletKind::kBroadcaster;
    }
    if (noun == "magazine") return kind == OutletKind::kMagazine;
    return true;
  }

  // Credits statement `number` to the outlet that the nearest of the `furthest` statements before it credits.
  void Continue(uint32_t number, uint32_t furthest, absl::string_view noun, bool only_sources, ByteSpan span,
                ByteSpan cue) {
    const std::vector<Statement>& statements = segmentation_.statements;
    for (uint32_t back = 1; back <= furthest && back <= number; ++back) {
      const Reading& before = readings_[number - back];
      if (statements[number - back].paragraph + 1 < statements[number].paragraph) return;
      if (only_sources && statements[number - back].paragraph != statements[number].paragraph) return;
      if (before.in_doubt) return;
      int32_t outlet = -1;
      for (const Named& named : before.named) {
        if (named.ground == Ground::kPoll || named.ground == Ground::kMark || (only_sources && !IsSource(named.ground)))
          continue;
        if (!Fits(noun, OutletAt(named.outlet).kind)) continue;
        if (outlet >= 0 && outlet != named.outlet) return;  // which of them?
        outlet = named.outlet;
      }
      if (outlet >= 0) {
        readings_[number].named.push_back(MakeNamed(outlet, Ground::kSubject, span, cue));
        return;
      }
      if (!before.named.empty()) return;
    }
  }

  const OutletRegistry& registry_;
  const Document& document_;
  const Segmentation& segmentation_;
  absl::Span<const Analysis> analyses_;
  absl::Span<const Speech> speech_;
  int32_t publisher_ = -1;  // in the registry; -1: unknown
  std::vector<Reading> readings_;
};

// Ordered by place, each outlet once; what an outlet says itself goes before its polls.
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
    } else if (again->basis == CreditBasis::kPoll) {
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
      const bool own = credit.basis == CreditBasis::kInline || credit.basis == CreditBasis::kVia;
      return own && credit.cue.Overlaps(s.cue.front()) && s.source.front().Contains(credit.span);
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

std::vector<WireMark> FindWireMarks(const Document& document, const Segmentation& segmentation,
                                    const OutletRegistry& registry) {
  DocumentCredits found;
  DocumentReader(registry, document, segmentation, {}, {}).Read(&found);
  return std::move(found.wire_marks);
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
