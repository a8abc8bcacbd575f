#include "engine/attribution/outlet_mention.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/name_trie.h"

namespace consilience {
namespace {

// A name before it is known which outlet it stands for.
struct RawMention {
  OutletMention mention;
  int32_t shared = -1;
  NameDemand demand = NameDemand::kNone;
};

bool IsNameByte(absl::string_view text, size_t i) {
  if (i >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[i]);
  return c >= 0x80 || absl::ascii_isalnum(c);
}

// "AP-style", "Reuters/Ipsos", "@CNN", "cnn.com": what is glued to the name makes it something else.
bool IsGlued(absl::string_view text, ByteSpan span) {
  constexpr absl::string_view kGlue = "-/@#_.";
  if (span.begin > 0) {
    const char before = text[span.begin - 1];
    if (before == '@' || before == '#' || before == '_') return true;
    if (kGlue.find(before) != absl::string_view::npos && span.begin > 1 && IsNameByte(text, span.begin - 2)) return true;
  }
  if (span.end < text.size()) {
    const char after = text[span.end];
    if (after == '_') return true;
    if (after != '@' && after != '#' && kGlue.find(after) != absl::string_view::npos && IsNameByte(text, span.end + 1)) {
      return true;
    }
  }
  return false;
}

absl::string_view Text(absl::string_view text, const NameUnit& unit) { return unit.span.In(text); }

bool SpaceBetween(absl::string_view text, const NameUnit& a, const NameUnit& b) {
  return b.span.begin == a.span.end + 1 && text[a.span.end] == ' ';
}

class Scanner {
 public:
  Scanner(absl::string_view text, const OutletRegistry::Index& index) : text_(text), index_(index) {}

  void Scan(const Statement& statement, uint32_t number, absl::Span<const Token> tokens, std::vector<RawMention>* out) {
    FindNameUnits(text_, statement.span, &units_);
    size_t token = 0;
    for (size_t i = 0; i < units_.size();) {
      const NameTrie::Match match = units_[i].capital || units_[i].span.size() > 5 || units_[i].span.size() == 1
                                        ? index_.trie.Longest(units_, i)
                                        : NameTrie::Match{};
      if (match.value < 0) {
        ++i;
        continue;
      }
      const RegistryName& name = index_.names[static_cast<size_t>(match.value)];
      RawMention raw;
      raw.mention.statement = number;
      raw.mention.outlet = name.outlet;
      raw.mention.span = {units_[i].span.begin, units_[i + match.units - 1].span.end};
      raw.shared = name.shared;
      raw.demand = name.demand;
      raw.mention.certain = name.demand != NameDemand::kUncertain;
      if (IsNamed(i, match.units, name.demand) && Align(tokens, &token, &raw.mention)) {
        TakeArticle(i, name, &raw.mention);
        out->push_back(raw);
      }
      i += match.units;
    }
  }

 private:
  bool IsNamed(size_t first, uint32_t count, NameDemand demand) const {
    const NameUnit& head = units_[first];
    const NameUnit& last = units_[first + count - 1];
    if (IsGlued(text_, {head.span.begin, last.span.end})) return false;
    const bool has_next = first + count < units_.size() && SpaceBetween(text_, last, units_[first + count]);
    const absl::string_view next = has_next ? Text(text_, units_[first + count]) : absl::string_view();
    const bool next_capital = has_next && units_[first + count].capital && !IsCalendarWord(next);
    if (next_capital && IsCorporateWord(next)) return false;
    const bool has_before = first > 0 && SpaceBetween(text_, units_[first - 1], head);
    const absl::string_view before = has_before ? Text(text_, units_[first - 1]) : absl::string_view();
    const bool article = absl::EqualsIgnoreCase(before, "the");
    if (demand == NameDemand::kArticle && !article) return false;
    if (demand == NameDemand::kWord && first == 0) return false;
    if (demand != NameDemand::kNone && next_capital) return false;
    // "Michael Bloomberg", "American Express".
    return !(count == 1 && has_before && units_[first - 1].capital && !article && !IsCalendarWord(before) &&
             !IsOpeningWord(before));
  }

  // Finds the tokens of the mention; false when it does not begin and end with tokens.
  bool Align(absl::Span<const Token> tokens, size_t* token, OutletMention* mention) const {
    size_t& t = *token;
    while (t < tokens.size() && tokens[t].span.end <= mention->span.begin) ++t;
    if (t == tokens.size() || tokens[t].span.begin > mention->span.begin || tokens[t].span.begin + 1 < mention->span.begin) {
      return false;
    }
    mention->first = static_cast<int32_t>(t);
    size_t last = t;
    while (last < tokens.size() && tokens[last].span.end < mention->span.end) ++last;
    if (last == tokens.size() || tokens[last].span.begin >= mention->span.end ||
        tokens[last].span.end > mention->span.end + 1) {
      return false;
    }
    mention->end = static_cast<int32_t>(last) + 1;
    mention->span = {tokens[t].span.begin, tokens[last].span.end};
    return true;
  }

  void TakeArticle(size_t first, const RegistryName& name, OutletMention* mention) const {
    if (first == 0 || !SpaceBetween(text_, units_[first - 1], units_[first]) || Text(text_, units_[first - 1]) != "The") {
      return;
    }
    const absl::string_view canonical = name.outlet >= 0 ? index_.outlets[static_cast<size_t>(name.outlet)].name
                                                         : index_.shared[static_cast<size_t>(name.shared)].name;
    if (absl::StartsWith(canonical, "The ")) mention->span.begin = units_[first - 1].span.begin;
  }

  absl::string_view text_;
  const OutletRegistry::Index& index_;
  std::vector<NameUnit> units_;
};

// Decides what shared names stand for in one document.
class Resolver {
 public:
  Resolver(const Document& document, const OutletRegistry& registry, const std::vector<RawMention>& mentions)
      : registry_(registry), index_(registry.index()), last_seen_(index_.outlets.size(), -1) {
    const std::string publisher = registry.CanonicalPublisher(document.outlet, document.url);
    if (const Outlet* outlet = registry.FindByName(publisher); outlet != nullptr) {
      publisher_ = Number(outlet);
      Cite(publisher_);
    }
    for (const std::string& name : document.header_credits) {
      if (const Outlet* outlet = registry.FindByName(name); outlet != nullptr) {
        Cite(Number(outlet));
        last_seen_[static_cast<size_t>(Number(outlet))] = 0;
      }
    }
    for (const RawMention& raw : mentions) {
      if (raw.mention.outlet >= 0 && raw.mention.certain) Cite(raw.mention.outlet);
    }
  }

  int32_t Resolve(const SharedName& name) const {
    for (const int32_t candidate : name.outlets) {
      if (candidate == publisher_) return candidate;
    }
    int32_t best = -1;
    for (const int32_t candidate : name.outlets) {
      if (Seen(candidate) >= 0 && (best < 0 || Seen(candidate) > Seen(best))) best = candidate;
    }
    if (best >= 0) return best;
    const int32_t by_country = ByCountry(name);
    return by_country >= 0 ? by_country : name.fallback;
  }

  void MarkSeen(int32_t outlet, int32_t order) { last_seen_[static_cast<size_t>(outlet)] = order; }
  int32_t Seen(int32_t outlet) const { return last_seen_[static_cast<size_t>(outlet)]; }
  int32_t publisher() const { return publisher_; }

 private:
  int32_t Number(const Outlet* outlet) const { return static_cast<int32_t>(outlet - index_.outlets.data()); }
  const std::string& Country(int32_t outlet) const { return index_.outlets[static_cast<size_t>(outlet)].country; }

  void Cite(int32_t outlet) {
    const std::string& country = Country(outlet);
    const auto it = std::find_if(cited_.begin(), cited_.end(), [&](const auto& c) { return c.first == country; });
    if (it == cited_.end()) {
      cited_.emplace_back(country, 1);
    } else {
      ++it->second;
    }
  }

  // The only candidate, under its own name, of the publisher's country; without a publisher, of the country most cited.
  int32_t ByCountry(const SharedName& name) const {
    std::string country;
    if (publisher_ >= 0) {
      country = Country(publisher_);
    } else {
      int most = 0;
      bool tie = false;
      for (const auto& [candidate, count] : cited_) {
        tie = count == most || (tie && count < most);
        if (count > most) {
          most = count;
          country = candidate;
        }
      }
      if (tie || most == 0) return -1;
    }
    int32_t found = -1;
    for (size_t i = 0; i < name.outlets.size(); ++i) {
      if (name.anaphoric[i] || Country(name.outlets[i]) != country) continue;
      if (found >= 0) return -1;
      found = name.outlets[i];
    }
    return found;
  }

  const OutletRegistry& registry_;
  const OutletRegistry::Index& index_;
  int32_t publisher_ = -1;
  std::vector<int32_t> last_seen_;                   // by outlet: number of the latest mention, -1: none
  std::vector<std::pair<std::string, int>> cited_;   // country -> mentions
};

}  // namespace

std::vector<OutletMention> FindOutletMentions(const Document& document, const Segmentation& segmentation,
                                              const OutletRegistry& registry) {
  std::vector<RawMention> raw;
  Scanner scanner(document.text, registry.index());
  for (size_t i = 0; i < segmentation.statements.size(); ++i) {
    const Statement& statement = segmentation.statements[i];
    scanner.Scan(statement, static_cast<uint32_t>(i), segmentation.TokensOf(statement), &raw);
  }
  std::vector<OutletMention> out;
  if (raw.empty()) return out;
  Resolver resolver(document, registry, raw);
  int32_t order = 0;
  for (RawMention& entry : raw) {
    OutletMention& mention = entry.mention;
    ++order;
    if (entry.shared >= 0) {
      mention.outlet = resolver.Resolve(registry.index().shared[static_cast<size_t>(entry.shared)]);
      if (mention.outlet >= 0 && (resolver.Seen(mention.outlet) >= 0 || mention.outlet == resolver.publisher())) {
        mention.certain = true;
      }
    } else {
      if (!mention.certain && (resolver.Seen(mention.outlet) >= 0 || mention.outlet == resolver.publisher())) {
        mention.certain = true;
      }
      if (mention.certain) resolver.MarkSeen(mention.outlet, order);
    }
    out.push_back(mention);
  }
  return out;
}

}  // namespace consilience
