#include "engine/attribution/outlet_mention.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "engine/attribution/cue_table.h"
#include "engine/attribution/name_trie.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view CountryWordTable();

namespace {

// A name before it is known which outlet it stands for.
struct RawMention {
  OutletMention mention;
  bool after_the = false;  // "the ABC"
  int32_t shared = -1;
  NameDemand demand = NameDemand::kNone;
};

bool IsNameByte(absl::string_view text, size_t i) {
  if (i >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[i]);
  // Letters beyond ASCII; not no-break spaces, dashes and quotation marks.
  return absl::ascii_isalnum(c) || (c >= 0xC3 && c != 0xE2);
}

// "AP-style", "Reuters/Ipsos", "@CNN", "cnn.com": what is glued to the name makes it something else.
bool IsGlued(absl::string_view text, ByteSpan span) {
  constexpr absl::string_view kGlue = "-/@#_.";
  if (span.begin > 0) {
    const char before = text[span.begin - 1];
    if (before == '@' || before == '#' || before == '_') return true;
    if (kGlue.find(before) != absl::string_view::npos && span.begin > 1 && IsNameByte(text, span.begin - 2))
      return true;
  }
  if (span.end < text.size()) {
    const char after = text[span.end];
    if (after == '_') return true;
    if (after != '@' && after != '#' && kGlue.find(after) != absl::string_view::npos &&
        IsNameByte(text, span.end + 1)) {
      return true;
    }
  }
  return false;
}

absl::string_view Text(absl::string_view text, const NameUnit& unit) {
  return unit.span.In(text);
}

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
      const NameTrie::Match match =
          index_.trie.MayBegin(units_[i]) ? index_.trie.Longest(units_, i) : NameTrie::Match{};
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
      raw.mention.certain = name.demand != NameDemand::kUncertain || ReportsThat(i, match.units);
      if (IsNamed(i, match.units, name.demand) &&
          Align(tokens, IsGlued(text_, raw.mention.span), &token, &raw.mention)) {
        raw.after_the = IsAfterThe(i);
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
    if (IsGlued(text_, {head.span.begin, last.span.end}) && !JoinsInPoll(first + count)) return false;
    const bool has_next = first + count < units_.size() && SpaceBetween(text_, last, units_[first + count]);
    const absl::string_view next = has_next ? Text(text_, units_[first + count]) : absl::string_view();
    const bool next_capital = has_next && units_[first + count].capital && !IsCalendarWord(next);
    if (next_capital && IsCorporateWord(next)) return false;
    const bool has_before = first > 0 && SpaceBetween(text_, units_[first - 1], head);
    const absl::string_view before = has_before ? Text(text_, units_[first - 1]) : absl::string_view();
    const bool article = absl::EqualsIgnoreCase(before, "the") || IsOwned(head) || IsDescribedAfterThe(first);
    if (demand == NameDemand::kArticle && !article) return false;
    if (demand == NameDemand::kWord && first == 0 && !Reports(count)) return false;
    if (demand != NameDemand::kNone && next_capital) return false;
    // "Michael Bloomberg", "American Express".
    return !(count == 1 && has_before && units_[first - 1].capital && !article && !IsCalendarWord(before) &&
             !IsOpeningWord(before));
  }

  // "Fortune had earlier reported": the words from unit `at`.
  bool Reports(size_t at) const {
    constexpr size_t kFurthest = 3;
    for (size_t i = at; i < std::min(units_.size(), at + kFurthest); ++i) {
      const absl::string_view word = Text(text_, units_[i]);
      if (word == "reported" || word == "reports" || word == "wrote" || word == "writes") return true;
      if (!IsCueAdverb(word)) return false;
    }
    return false;
  }

  // "CNS reported Monday that": an abbreviation of capitals of which a report is told.
  bool ReportsThat(size_t first, size_t count) const {
    constexpr size_t kFurthest = 3;
    const absl::string_view name = Text(text_, units_[first]);
    const bool capitals = std::all_of(name.begin(), name.end(),
                                      [](char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); });
    const size_t verb = first + count;
    if (count != 1 || !capitals || verb >= units_.size()) return false;
    if (Text(text_, units_[verb]) != "reported" && Text(text_, units_[verb]) != "reports") return false;
    for (size_t i = verb + 1; i < std::min(units_.size(), verb + 1 + kFurthest); ++i) {
      const absl::string_view word = Text(text_, units_[i]);
      if (word == "that") return true;
      if (!IsTimeWord(word)) return false;
    }
    return false;
  }

  // "Saturday's Guardian", "Britain's Guardian"
  bool IsOwned(const NameUnit& head) const {
    const absl::string_view before = text_.substr(0, head.span.begin);
    return absl::EndsWith(before, "'s ") || absl::EndsWith(before, "\u2019s ");
  }

  // "the Sydney-based Guardian", "the liberal Guardian"
  bool IsDescribedAfterThe(size_t first) const {
    constexpr size_t kMost = 3;
    for (size_t i = first; i > 0 && i + kMost > first; --i) {
      if (!SpaceBetween(text_, units_[i - 1], units_[i])) return false;
      const absl::string_view word = Text(text_, units_[i - 1]);
      if (absl::EqualsIgnoreCase(word, "the")) return i < first;
      const bool describes = (IsDescribingWord(word) && absl::ascii_islower(static_cast<unsigned char>(word[0]))) ||
                             IsDemonym(word) || IsOutletNoun(word) || absl::EndsWith(word, "-based") ||
                             absl::EndsWith(word, "-leaning") || absl::EndsWith(word, "-owned") ||
                             absl::EndsWith(word, "-run");
      if (!describes) return false;
    }
    return false;
  }

  // "a Reuters/Ipsos poll", "the NBC News-Wall Street Journal survey": those who ask together.
  bool JoinsInPoll(size_t next) const {
    constexpr size_t kFurthest = 7;
    for (size_t i = next; i < std::min(units_.size(), next + kFurthest); ++i) {
      if (IsPollNoun(Text(text_, units_[i]))) return true;
      if (!units_[i].capital && !IsDescribingWord(Text(text_, units_[i]))) return false;
    }
    return false;
  }

  // Finds the tokens of the mention; false when it does not begin and end with tokens, up to a quotation mark or a stop
  // that belongs to one. Of outlets that ask together ("Post-ABC News") it need not.
  bool Align(absl::Span<const Token> tokens, bool glued, size_t* token, OutletMention* mention) const {
    constexpr uint32_t kSlack = 1;
    size_t& t = *token;
    while (t < tokens.size() && tokens[t].span.end <= mention->span.begin) ++t;
    if (t == tokens.size() || tokens[t].span.begin > mention->span.begin) return false;
    size_t last = t;
    while (last < tokens.size() && tokens[last].span.end < mention->span.end) ++last;
    if (last == tokens.size() || tokens[last].span.begin >= mention->span.end) return false;
    mention->first = static_cast<int32_t>(t);
    mention->end = static_cast<int32_t>(last) + 1;
    if (glued) return true;
    if (tokens[t].span.begin + kSlack < mention->span.begin || tokens[last].span.end > mention->span.end + kSlack) {
      return false;
    }
    mention->span = {tokens[t].span.begin, tokens[last].span.end};
    return true;
  }

  bool IsAfterThe(size_t first) const {
    return first > 0 && SpaceBetween(text_, units_[first - 1], units_[first]) &&
           absl::EqualsIgnoreCase(Text(text_, units_[first - 1]), "the");
  }

  void TakeArticle(size_t first, const RegistryName& name, OutletMention* mention) const {
    if (first == 0 || !SpaceBetween(text_, units_[first - 1], units_[first]) ||
        Text(text_, units_[first - 1]) != "The") {
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

// Votes for countries.
void Count(absl::string_view country, std::vector<std::pair<absl::string_view, int>>* counts) {
  const auto it = std::find_if(counts->begin(), counts->end(), [&](const auto& c) { return c.first == country; });
  if (it == counts->end()) {
    counts->emplace_back(country, 1);
  } else {
    ++it->second;
  }
}

absl::string_view MostOf(std::vector<std::pair<absl::string_view, int>>* counts) {
  std::sort(counts->begin(), counts->end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  const bool level = counts->size() > 1 && (*counts)[0].second == (*counts)[1].second;
  return counts->empty() || level ? absl::string_view() : (*counts)[0].first;
}

using CountryWords = absl::flat_hash_map<std::string, absl::string_view>;

const CountryWords& WordsOfCountries() {
  static const auto* const words = [] {
    auto* table = new CountryWords;
    ForEachRow(CountryWordTable(), [table](absl::string_view words) {
      const absl::string_view country = CutField(&words, '\t');
      for (const absl::string_view word : absl::StrSplit(words, ' ')) table->emplace(word, country);
    });
    return table;
  }();
  return *words;
}

// The country that a text names most; empty when none or two are level.
absl::string_view MostNamedCountry(absl::string_view text, const Segmentation& segmentation) {
  constexpr size_t kLongest = 16;
  std::vector<std::pair<absl::string_view, int>> counts;
  for (const Token& token : segmentation.tokens) {
    absl::string_view word = token.span.In(text);
    const auto first = static_cast<unsigned char>(word[0]);
    if (word.size() < 2 || word.size() > kLongest || !(absl::ascii_isupper(first) || first >= 0xC3)) continue;
    if (absl::EndsWith(word, ".")) word.remove_suffix(1);
    const auto country = WordsOfCountries().find(absl::AsciiStrToLower(word));
    if (country != WordsOfCountries().end()) Count(country->second, &counts);
  }
  return MostOf(&counts);
}

// The country that the words around a name say it is of: "the Lagos daily", "Nigeria's", "the Colombo-based"; ", a
// newspaper in Dhaka". Empty: they say none.
absl::string_view DescribedCountry(absl::string_view text, absl::Span<const Token> tokens,
                                   const OutletMention& mention) {
  constexpr int32_t kFurthest = 7;
  const auto word = [&](int32_t i) {
    return i < 0 || i >= static_cast<int32_t>(tokens.size()) ? absl::string_view()
                                                             : tokens[static_cast<size_t>(i)].span.In(text);
  };
  const auto country = [&](absl::string_view w) {
    const auto it = WordsOfCountries().find(absl::AsciiStrToLower(w.substr(0, w.find('-'))));
    return it == WordsOfCountries().end() ? absl::string_view() : it->second;
  };
  const auto is_capital = [](absl::string_view w) {
    return !w.empty() && absl::ascii_isupper(static_cast<unsigned char>(w[0]));
  };
  for (int32_t i = mention.first - 1; i >= std::max(0, mention.first - kFurthest); --i) {
    const absl::string_view w = word(i);
    if (is_capital(w) && !country(w).empty()) return country(w);
    const bool describes = IsDescribingWord(w) || IsOutletNoun(w) || IsDemonym(w) || w == "'s" || w == "\u2019s" ||
                           w == "-" || w == "based" || absl::EqualsIgnoreCase(w, "the") || is_capital(w);
    if (!describes || (is_capital(w) && IsOpeningWord(w) && !absl::EqualsIgnoreCase(w, "the"))) break;
  }
  const absl::string_view next = word(mention.end);
  const bool apposition =
      next == "," && (word(mention.end + 1) == "a" || word(mention.end + 1) == "an" || word(mention.end + 1) == "the");
  if (!apposition && next != "of" && next != "in" && next != "(") return {};
  const int32_t least = apposition || next == "(" ? mention.end + 2 : mention.end + 1;
  const int32_t furthest = apposition || next == "(" ? mention.end + kFurthest : mention.end + 1;
  for (int32_t i = least - 1; i <= furthest; ++i) {
    const absl::string_view w = word(i);
    if (w.empty() || (i >= least && (w == "," || w == ")"))) break;
    if (is_capital(w) && !country(w).empty()) return country(w);
  }
  return {};
}

// What an outlet is called beside its name: "broadcaster TVP", "the MTI news agency".
bool IsCalledAnOutlet(absl::string_view text, absl::Span<const Token> tokens, const OutletMention& mention) {
  const auto is_noun = [&](int32_t i) {
    if (i < 0 || i >= static_cast<int32_t>(tokens.size())) return false;
    const absl::string_view word = tokens[static_cast<size_t>(i)].span.In(text);
    return absl::ascii_islower(static_cast<unsigned char>(word[0])) && IsOutletNoun(word) && word != "service" &&
           word != "services" && word != "sources" && word != "site" && word != "press" && word != "station";
  };
  const absl::string_view name = mention.span.In(text);
  const bool abbreviation = std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_isupper(static_cast<unsigned char>(c)) || absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
  return abbreviation && (is_noun(mention.first - 1) || is_noun(mention.end));
}

// Abbreviations that a document has introduced for something else: "the Canadian Nurses Association (CNA)".
class Abbreviations {
 public:
  explicit Abbreviations(absl::string_view text) : text_(text) {}

  // True when the mention, in a statement of `tokens`, does not stand for an outlet. `before` is the mention before it
  // in the statement, or null.
  bool Binds(absl::Span<const Token> tokens, const OutletMention& mention, const OutletMention* before) {
    const absl::string_view name = mention.span.In(text_);
    constexpr size_t kShortest = 2, kLongest = 6;
    if (name.size() < kShortest || name.size() > kLongest) return false;
    if (std::find(bound_.begin(), bound_.end(), name) != bound_.end()) return true;
    const int32_t first = mention.first;
    const bool introduced =
        (Word(tokens, first - 1) == "(" && Word(tokens, mention.end) == ")") || Word(tokens, first - 1) == "or";
    if (!introduced) return false;
    int32_t end = first - 1;
    if (Word(tokens, end - 1) == ",") --end;
    if (before != nullptr && before->end == end) return false;  // the outlet's own name
    if (!AreInitials(tokens, end, name)) return false;
    bound_.push_back(name);
    return true;
  }

 private:
  absl::string_view Word(absl::Span<const Token> tokens, int32_t i) const {
    return i < 0 || i >= static_cast<int32_t>(tokens.size()) ? absl::string_view()
                                                             : tokens[static_cast<size_t>(i)].span.In(text_);
  }

  // `name` is made of the first letters of the words before `end`.
  bool AreInitials(absl::Span<const Token> tokens, int32_t end, absl::string_view name) const {
    constexpr int32_t kFurthest = 10;
    size_t letter = name.size();
    for (int32_t i = end - 1; i >= std::max(0, end - kFurthest) && letter > 0; --i) {
      const absl::string_view word = Word(tokens, i);
      if (word[0] == name[letter - 1]) {
        --letter;
      } else if (word != "of" && word != "and" && word != "the" && word != "for") {
        return false;
      }
    }
    return letter == 0;
  }

  absl::string_view text_;
  std::vector<absl::string_view> bound_;
};

// The country of a web address by its last label: "gb" of "https://example.co.uk/". Empty: none is sure.
std::string CountryOfAddress(absl::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == absl::string_view::npos) return {};
  absl::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  const absl::string_view label = host.substr(host.rfind('.') + 1);
  if (label.size() != 2 || host.rfind('.') == absl::string_view::npos) return {};
  // Used all over the world.
  for (const absl::string_view worldwide : {"io", "tv", "co", "ai", "me", "fm", "ly", "eu", "cc", "is"}) {
    if (label == worldwide) return {};
  }
  return label == "uk" ? "GB" : absl::AsciiStrToUpper(label);
}

// Decides what shared names stand for in one document.
class Resolver {
 public:
  Resolver(const Document& document, const Segmentation& segmentation, const OutletRegistry& registry,
           const std::vector<RawMention>& mentions)
      : document_(document),
        segmentation_(segmentation),
        index_(registry.index()),
        seen_(index_.outlets.size(), kUnseen),
        named_(index_.outlets.size(), false) {
    const std::string publisher = registry.CanonicalPublisher(document.outlet, document.url);
    if (const Outlet* outlet = registry.FindByName(publisher); outlet != nullptr) publisher_ = Number(outlet);
    if (publisher_ < 0) address_country_ = CountryOfAddress(document.url);
    for (const std::string& name : document.header_credits) {
      if (const Outlet* outlet = registry.FindByName(name); outlet != nullptr) {
        citations_.push_back({0, Number(outlet)});
        MarkSeen(Number(outlet), 0);
      }
    }
    const size_t header = citations_.size();
    for (const RawMention& raw : mentions) {
      if (raw.mention.outlet < 0 || !raw.mention.certain) continue;
      citations_.push_back({raw.mention.statement, raw.mention.outlet});
      named_[static_cast<size_t>(raw.mention.outlet)] = true;
    }
    most_cited_ = MostCited(citations_);
    citations_.erase(citations_.begin(), citations_.begin() + static_cast<ptrdiff_t>(header));
  }

  // Which outlet `name` stands for in the statement last entered: the one of the country that `described` it; the
  // publisher; else the one named in full last before, or anywhere; else the only one of the country whose outlets the
  // statement cites, which the publisher is of, whose outlets the document cites most, or that it names most; else the
  // one that the registry says is meant when nothing decides. -1: none of these.
  int32_t Resolve(const SharedName& name, bool after_the, absl::string_view described) {
    if (const int32_t candidate = OnlyOneOf(described, name, true); candidate >= 0) return candidate;
    for (const int32_t candidate : name.outlets) {
      if (candidate == publisher_) return candidate;
    }
    int32_t best = -1;
    for (const int32_t candidate : name.outlets) {
      if (Seen(candidate) && (best < 0 || SeenAt(candidate) > SeenAt(best))) best = candidate;
    }
    if (best >= 0) return best;
    const auto named = [&](int32_t candidate) { return named_[static_cast<size_t>(candidate)]; };
    if (std::count_if(name.outlets.begin(), name.outlets.end(), named) == 1) {
      return *std::find_if(name.outlets.begin(), name.outlets.end(), named);
    }
    const absl::string_view own = publisher_ >= 0 ? absl::string_view(Country(publisher_)) : address_country_;
    for (const absl::string_view country : {most_cited_here_, own, most_cited_}) {
      if (const int32_t candidate = OnlyOneOf(country, name); candidate >= 0) return candidate;
    }
    if (!places_counted_) most_named_ = MostNamedCountry(document_.text, segmentation_);
    places_counted_ = true;
    if (const int32_t candidate = OnlyOneOf(most_named_, name); candidate >= 0) return candidate;
    return after_the ? name.fallback_after_the : name.fallback;
  }

  // Mentions of `statement` are resolved from now on.
  void Enter(uint32_t statement) { most_cited_here_ = MostCited(CitedIn(statement)); }

  // The only candidate of `country` that goes by this very name, or by a longer one; -1: none or several.
  int32_t OnlyOneOf(absl::string_view country, const SharedName& name, bool longer = false) const {
    int32_t found = -1;
    for (size_t i = 0; i < name.outlets.size() && !country.empty(); ++i) {
      if ((name.anaphoric[i] && !longer) || Country(name.outlets[i]) != country) continue;
      if (found >= 0) return -1;
      found = name.outlets[i];
    }
    return found;
  }

  void MarkSeen(int32_t outlet, int32_t order) { seen_[static_cast<size_t>(outlet)] = order; }
  bool Seen(int32_t outlet) const { return SeenAt(outlet) != kUnseen; }
  int32_t publisher() const { return publisher_; }

 private:
  static constexpr int32_t kUnseen = -1;

  struct Citation {
    uint32_t statement;
    int32_t outlet;
  };

  int32_t SeenAt(int32_t outlet) const { return seen_[static_cast<size_t>(outlet)]; }
  int32_t Number(const Outlet* outlet) const { return static_cast<int32_t>(outlet - index_.outlets.data()); }
  const std::string& Country(int32_t outlet) const { return index_.outlets[static_cast<size_t>(outlet)].country; }

  absl::Span<const Citation> CitedIn(uint32_t statement) const {
    const auto first = std::lower_bound(citations_.begin(), citations_.end(), statement,
                                        [](const Citation& c, uint32_t s) { return c.statement < s; });
    const auto end = std::find_if(first, citations_.end(), [&](const Citation& c) { return c.statement != statement; });
    return absl::MakeConstSpan(citations_)
        .subspan(static_cast<size_t>(first - citations_.begin()), static_cast<size_t>(end - first));
  }

  // The country that most of the outlets are of; empty when two are level. Wire agencies are read everywhere.
  absl::string_view MostCited(absl::Span<const Citation> citations) const {
    std::vector<std::pair<absl::string_view, int>> counts;
    for (const Citation& citation : citations) {
      const Outlet& outlet = index_.outlets[static_cast<size_t>(citation.outlet)];
      if (outlet.kind != OutletKind::kWire) Count(outlet.country, &counts);
    }
    return MostOf(&counts);
  }

  const Document& document_;
  const Segmentation& segmentation_;
  const OutletRegistry::Index& index_;
  int32_t publisher_ = -1;
  std::vector<int32_t> seen_;        // by outlet: number of the latest mention so far
  std::vector<bool> named_;          // by outlet: named in full anywhere
  std::vector<Citation> citations_;  // by statement
  absl::string_view most_cited_;     // in the document with its header
  absl::string_view most_cited_here_;
  absl::string_view most_named_;  // once counted
  std::string address_country_;   // of an unknown publisher
  bool places_counted_ = false;
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
  Abbreviations abbreviations(document.text);
  std::vector<RawMention> kept;
  for (const RawMention& entry : raw) {
    const uint32_t number = entry.mention.statement;
    const bool follows = !kept.empty() && kept.back().mention.statement == number;
    if (!abbreviations.Binds(segmentation.TokensOf(segmentation.statements[number]), entry.mention,
                             follows ? &kept.back().mention : nullptr)) {
      kept.push_back(entry);
    }
  }
  raw = std::move(kept);
  if (raw.empty()) return out;
  Resolver resolver(document, segmentation, registry, raw);
  int32_t order = 0;
  uint32_t statement = raw.front().mention.statement + 1;  // none yet
  for (RawMention& entry : raw) {
    OutletMention& mention = entry.mention;
    if (mention.statement != statement) resolver.Enter(statement = mention.statement);
    ++order;
    mention.shared = entry.shared;
    const auto tokens = segmentation.TokensOf(segmentation.statements[mention.statement]);
    if (!mention.certain) mention.certain = IsCalledAnOutlet(document.text, tokens, mention);
    if (entry.shared >= 0) {
      const SharedName& name = registry.index().shared[static_cast<size_t>(entry.shared)];
      const absl::string_view country = DescribedCountry(document.text, tokens, mention);
      mention.outlet = resolver.Resolve(name, entry.after_the, country);
      mention.certain |= resolver.OnlyOneOf(country, name, true) >= 0;
      if (mention.outlet >= 0 && (resolver.Seen(mention.outlet) || mention.outlet == resolver.publisher())) {
        mention.certain = true;
      }
    } else {
      if (!mention.certain && (resolver.Seen(mention.outlet) || mention.outlet == resolver.publisher())) {
        mention.certain = true;
      }
      if (mention.certain) resolver.MarkSeen(mention.outlet, order);
    }
    out.push_back(mention);
  }
  return out;
}

}  // namespace consilience
