#include "engine/report/wording.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/base/day.h"
#include "engine/base/word_list.h"
#include "engine/report/terminal_text.h"

namespace consilience {
namespace {

struct Words {
  absl::string_view name, words;
};

constexpr Words kAtOdds[] = {
    {"quantity", "different numbers"},
    {"polarity", "one side affirms what the other negates"},
    {"antonym", "opposite accounts"},
    {"date", "different dates"},
    {"place", "different places"},
    {"value", "different answers"},
    {"modality", "one side denies what the other asserts"},
};

constexpr Words kBases[] = {
    {"inline", "named in the statement"},
    {"paragraph", "credited at the end of the paragraph"},
    {"header", "credited at the head of the document"},
    {"publisher", "its own article"},
    {"via", "relays another outlet"},
    {"poll", "its poll"},
};

template <size_t kSize>
absl::string_view Lookup(const Words (&table)[kSize], absl::string_view name) {
  for (const Words& entry : table) {
    if (entry.name == name) return entry.words;
  }
  return name;
}

// `text`, and what is meant by it where it is a pronoun: "he [Darren Wilson]".
std::string Explained(const std::string& text, const std::string& meant) {
  if (!IsPronoun(text) || IsPronoun(meant) || meant.empty()) return text;
  return absl::StrCat(text, " [", meant, "]");
}

// A speaker without what is told of him: "The memo, which remains redacted in parts".
std::string Brief(const std::string& speaker) {
  constexpr size_t kLong = 30;
  const size_t comma = speaker.find(", ");
  return speaker.size() > kLong && comma != std::string::npos ? speaker.substr(0, comma) : speaker;
}

// A word for a shell's command line.
std::string ShellWord(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '.' || c == '_' || c == '-' ||
           c == '+' || c == '=' || c == ',' || c == ':' || (c & 0x80) != 0;
  });
  if (plain) return word;
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

absl::string_view Day(absl::string_view instant) {
  return DayUtc::Parse(instant) ? instant.substr(0, 10) : instant;
}

}  // namespace

std::string Grouped(int64_t number) {
  std::string out = std::to_string(number);
  const size_t first = number < 0 ? 1 : 0;
  for (size_t at = out.size(); at > first + 3;) out.insert(at -= 3, 1, ',');
  return out;
}

std::string Counted(int64_t count, absl::string_view one, absl::string_view many) {
  return absl::StrCat(Grouped(count), " ", count == 1 ? one : many);
}

std::string Percent(Probability probability) {
  const int32_t millionths = probability.millionths();
  if (millionths > 0 && millionths < 5'000) return "under 1%";
  if (millionths < Probability::kOne && millionths >= 995'000) return "over 99%";
  return absl::StrCat((millionths + 5'000) / 10'000, "%");
}

std::string Period(absl::string_view first, absl::string_view last) {
  first = Day(first);
  last = Day(last);
  if (first.empty() || last.empty() || first == last) return std::string(first.empty() ? last : first);
  return absl::StrCat(first, " to ", last);
}

std::string Moment(absl::string_view instant) {
  const std::optional<int64_t> seconds = ParseInstant(instant);
  if (!seconds) return std::string(instant);
  const std::string utc = FormatInstant(*seconds);
  return absl::StrCat(utc.substr(0, 10), " ", utc.substr(11, 5), " UTC");
}

bool IsPronoun(absl::string_view text) {
  constexpr absl::string_view kPronouns[] = {"he",   "her",  "him",  "i",  "it", "me",  "she", "that",
                                             "them", "they", "this", "we", "us", "who", "you"};
  return IsAmong(kPronouns, absl::AsciiStrToLower(text));
}

// A predicate's words without the capital that a preposition had at the beginning of its sentence: "ran In" of "In the
// second quarter, it ran ...".
std::string WithoutCapitals(absl::string_view predicate) {
  constexpr absl::string_view kSmall[] = {
      "About",   "After", "Against", "Ahead",  "Along",     "Amid",  "Among", "As",   "At",      "Because", "Before",
      "Between", "By",    "Despite", "During", "Following", "For",   "From",  "In",   "Instead", "Of",      "On",
      "Over",    "Since", "Through", "To",     "Under",     "Until", "While", "With", "Within",  "Without"};
  std::vector<std::string> words = absl::StrSplit(predicate, ' ');
  for (size_t i = 1; i < words.size(); ++i) {
    if (IsAmong(kSmall, words[i])) absl::AsciiStrToLower(&words[i]);
  }
  return absl::StrJoin(words, " ");
}

std::string Fact(const ReportGroup& group) {
  if (group.predicate_text.empty()) return absl::StrCat(group.subject, ", ", group.predicate, ": ", group.answer);
  std::string fact = Explained(group.subject_text, group.subject);
  for (const std::string& part : {WithoutCapitals(group.predicate_text), Explained(group.object_text, group.answer)}) {
    if (!part.empty()) absl::StrAppend(&fact, fact.empty() ? "" : " ", part);
  }
  return fact;
}

// Whether the words of a fact tell a reader that it is negated.
bool ShowsNegation(absl::string_view fact) {
  constexpr absl::string_view kWords[] = {"cannot",  "hardly", "neither", "never",  "no",      "nobody", "none",  "nor",
                                          "nothing", "not",    "nowhere", "unable", "without", "rarely", "seldom"};
  constexpr absl::string_view kStems[] = {"avoid", "declin", "deni", "deny", "fail", "lack", "refus", "reject", "stop"};
  for (absl::string_view word : absl::StrSplit(fact, ' ')) {
    const std::string lower = absl::AsciiStrToLower(word);
    if (IsAmong(kWords, lower)) return true;
    if (absl::EndsWith(lower, "n't") || absl::EndsWith(lower, "n\xE2\x80\x99t")) return true;
    if (std::any_of(std::begin(kStems), std::end(kStems),
                    [&](absl::string_view stem) { return absl::StartsWith(lower, stem); })) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> Manner(const ReportGroup& group) {
  constexpr size_t kNamed = 3;
  std::vector<std::string> manner;
  // "received a retainer, not from the campaign"
  if (group.polarity == "negated" && !ShowsNegation(Fact(group))) manner.emplace_back("negated");
  // Negations and modal verbs stand in the words of the predicate; a condition or a denial stands elsewhere.
  if (group.modality == "conditional" || group.modality == "denied") manner.push_back(group.modality);
  std::vector<std::string> named;
  for (const std::string& speaker : group.speakers) {
    if (IsPronoun(speaker)) continue;
    // "Trump" adds nothing to "Donald Trump".
    const bool told = std::any_of(group.speakers.begin(), group.speakers.end(), [&](const std::string& other) {
      return other.size() > speaker.size() && absl::EndsWith(other, absl::StrCat(" ", speaker));
    });
    // An outlet that is credited stands beside the claim already.
    if (told || std::find(group.outlets.begin(), group.outlets.end(), speaker) != group.outlets.end()) continue;
    std::string name = Brief(speaker);
    if (std::find(named.begin(), named.end(), name) == named.end()) named.push_back(std::move(name));
  }
  if (!named.empty()) {
    const size_t more = named.size() > kNamed ? named.size() - kNamed : 0;
    named.resize(named.size() - more);
    manner.push_back(
        absl::StrCat("said by ", absl::StrJoin(named, ", "), more > 0 ? absl::StrCat(" and ", more, " more") : ""));
  } else if (std::any_of(group.speakers.begin(), group.speakers.end(), IsPronoun)) {
    manner.emplace_back("reported speech");
  }
  return manner;
}

std::string FactInFull(const ReportGroup& group) {
  const std::vector<std::string> manner = Manner(group);
  return manner.empty() ? Fact(group) : absl::StrCat(Fact(group), " (", absl::StrJoin(manner, "; "), ")");
}

std::vector<std::string> Support(const ReportGroup& group) {
  return {Counted(static_cast<int64_t>(group.outlets.size()), "outlet", "outlets"),
          Counted(group.publisher_families, "publisher family", "publisher families"),
          absl::StrCat(Grouped(group.independent_outlets), " independent")};
}

const std::string& PredicateWords(const ReportClaim& claim) {
  return claim.predicate_text.empty() ? claim.predicate : claim.predicate_text;
}

std::vector<std::string> Manner(const ReportClaim& claim, const std::vector<std::string>& outlets) {
  std::vector<std::string> manner;
  if (!claim.polarity.empty() && claim.polarity != "affirmed") manner.push_back(claim.polarity);
  if (!claim.modality.empty() && claim.modality != "asserted") manner.push_back(claim.modality);
  if (!claim.speaker.empty() && std::find(outlets.begin(), outlets.end(), claim.speaker) == outlets.end()) {
    manner.push_back(IsPronoun(claim.speaker) ? "reported speech" : absl::StrCat("said by ", claim.speaker));
  }
  return manner;
}

absl::string_view AtOdds(absl::string_view conflict_kind) {
  return Lookup(kAtOdds, conflict_kind);
}

std::string AtOdds(const ReportConflict& conflict) {
  if (!conflict.speakers) return std::string(AtOdds(conflict.kind));
  std::vector<std::string> names;
  for (const std::string& name : {conflict.speaker_a, conflict.speaker_b}) {
    if (!name.empty()) names.push_back(Printable(name));
  }
  return absl::StrCat(AtOdds(conflict.kind), names.size() == 2 ? ", a dispute between " : ", a dispute with ",
                      absl::StrJoin(names, " and "));
}

absl::string_view BasisInWords(absl::string_view basis) {
  return Lookup(kBases, basis);
}

Passage PassageOf(const Quotation& quotation) {
  const absl::string_view statement = quotation.statement;
  Passage passage{Printable(statement)};
  if (quotation.focus_begin >= quotation.focus_end || quotation.focus_end > statement.size()) return passage;
  const auto place = [&](size_t byte) {
    // A byte within a character means the next one.
    const auto next_character = [](absl::string_view text, size_t at) {
      while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
      return std::min(at, text.size());
    };
    return next_character(passage.text, Printable(statement.substr(0, next_character(statement, byte))).size());
  };
  passage.focus_begin = place(quotation.focus_begin);
  passage.focus_end = std::max(passage.focus_begin, place(quotation.focus_end));
  if (passage.focus_begin < passage.focus_end && passage.text[passage.focus_begin] == ' ') ++passage.focus_begin;
  return passage;
}

std::string Excerpt(const Passage& passage, int width) {
  constexpr absl::string_view kEllipsis = "…";
  const absl::string_view text = passage.text;
  if (DisplayWidth(text) <= width || DisplayWidth(text.substr(0, passage.focus_end)) < width) {
    return Shorten(text, width);
  }
  // From the beginning of the focus, and as many words before it as there is room for.
  const int focus = DisplayWidth(text.substr(passage.focus_begin, passage.focus_end - passage.focus_begin));
  size_t begin = passage.focus_begin;
  while (begin > 0) {
    const size_t space = begin < 2 ? absl::string_view::npos : text.rfind(' ', begin - 2);
    const size_t earlier = space == absl::string_view::npos ? 0 : space + 1;
    if (DisplayWidth(text.substr(earlier, passage.focus_begin - earlier)) + focus + 2 > width) break;
    begin = earlier;
  }
  if (begin == 0) return Shorten(text, width);
  return absl::StrCat(kEllipsis, Shorten(text.substr(begin), width - 1));
}

std::vector<ReportVoice> Voices(const ReportGroup& group) {
  std::vector<ReportVoice> voices;
  std::vector<std::string> words;
  for (const Quotation& quotation : group.quotations) {
    if (quotation.statement.empty()) continue;
    std::string own = LettersAndDigits(quotation.statement);
    const size_t same = static_cast<size_t>(std::find(words.begin(), words.end(), own) - words.begin());
    if (same == words.size()) {
      words.push_back(std::move(own));
      voices.push_back({&quotation, {}});
    }
    voices[same].outlets.push_back(quotation.outlet);
  }
  return voices;
}

std::vector<std::string> Unquoted(const ReportGroup& group) {
  std::vector<std::string> outlets;
  for (const std::string& outlet : group.outlets) {
    if (std::none_of(group.quotations.begin(), group.quotations.end(), [&](const Quotation& quotation) {
          return quotation.outlet == outlet && !quotation.statement.empty();
        })) {
      outlets.push_back(outlet);
    }
  }
  return outlets;
}

std::vector<std::pair<std::string, std::vector<std::string>>> CreditsByBasis(const ReportStatement& statement) {
  std::vector<std::pair<std::string, std::vector<std::string>>> credits;
  for (size_t i = 0; i < statement.outlets.size(); ++i) {
    const std::string basis = i < statement.bases.size() ? statement.bases[i] : "";
    const auto same =
        std::find_if(credits.begin(), credits.end(), [&](const auto& entry) { return entry.first == basis; });
    auto& entry = same == credits.end() ? credits.emplace_back(basis, std::vector<std::string>()) : *same;
    entry.second.push_back(statement.outlets[i]);
  }
  return credits;
}

std::string StoreName(const Report& report) {
  const size_t slash = report.store.find_last_of('/');
  return slash == std::string::npos ? report.store : report.store.substr(slash + 1);
}

std::vector<std::pair<std::string, int64_t>> Totals(const Report& report) {
  const auto named = [](int64_t count, const char* one, const char* many) {
    return std::pair<std::string, int64_t>(count == 1 ? one : many, count);
  };
  std::vector<std::pair<std::string, int64_t>> totals = {
      named(report.documents, "document", "documents"), named(report.statements, "statement", "statements"),
      named(report.claims, "claim", "claims"), named(report.outlets, "outlet", "outlets")};
  if (report.reconciled.empty()) return totals;
  totals.push_back(named(report.groups, "group", "groups"));
  totals.emplace_back("corroborated", report.corroborated_groups);
  if (report.doubtful_groups > 0) totals.emplace_back("doubtful", report.doubtful_groups);
  totals.push_back(named(report.conflicts, "conflict", "conflicts"));
  return totals;
}

NextStep NextStepOf(const Report& report) {
  const std::string store = ShellWord(report.store);
  if (report.documents == 0 && report.claims == 0) {
    return {"Nothing has been read into this store yet.",
            absl::StrCat("consilience ingest --store ", store, " PATH...")};
  }
  if (report.reconciled.empty()) {
    return {"No reconciliation yet: what agrees and what conflicts is not known.",
            absl::StrCat("consilience reconcile --store ", store)};
  }
  return {};
}

bool HasMoreCorroborated(const Report& report) {
  int64_t shown = 0;
  const auto count = [&](const ReportGroup& group) { shown += group.independent_outlets >= 2; };
  for (const ReportFact& fact : report.best_corroborated) {
    count(fact.group);
    std::for_each(fact.beside.begin(), fact.beside.end(), count);
  }
  return shown < report.corroborated_groups;
}

std::string LeftOut(const Report& report) {
  if (report.doubtful_groups == 0) return "";
  return absl::StrCat("Left out: ", Grouped(report.doubtful_groups),
                      " of which it is doubtful that their claims read their statements well and tell one fact; "
                      "--min-confidence 0 shows all.");
}

std::string NoFacts(const Report& report) {
  if (report.corroborated_groups > 0 || report.claims == 0) return "";
  if (report.doubtful_groups > 0) return LeftOut(report);
  return "No two outlets make the same claim yet. Add other outlets' reports of the same events.";
}

std::string NoConflicts(const Report& report) {
  if (report.conflicts > 0 || report.claims == 0) return "";
  return "Nowhere do two outlets give answers that exclude each other.";
}

}  // namespace consilience
