#include "tools/trainer/entity_names.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/types/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/word_list.h"

namespace consilience::training {
namespace {

constexpr absl::string_view kTitles[] = {"ambassador", "archbishop", "attorney",  "bishop",     "capt.",
                                         "captain",    "cardinal",   "chairman",  "chancellor", "chief",
                                         "colonel",    "dad",        "dame",      "deputy",     "director",
                                         "district",   "doctor",     "dr",        "dr.",        "father",
                                         "gen.",       "general",    "god",       "gov.",       "governor",
                                         "judge",      "justice",    "king",      "lady",       "lieutenant",
                                         "lord",       "lt.",        "major",     "mayor",      "minister",
                                         "miss",       "mom",        "mother",    "mr",         "mr.",
                                         "mrs",        "mrs.",       "ms",        "ms.",        "officer",
                                         "pope",       "president",  "prime",     "prince",     "princess",
                                         "prof.",      "professor",  "queen",     "rep.",       "representative",
                                         "rev.",       "reverend",   "secretary", "sen.",       "senator",
                                         "sergeant",   "sgt.",       "sir",       "vice"};
constexpr absl::string_view kLinks[] = {"&",   "'s", "-",  "al", "and", "bin", "de",  "del",
                                        "for", "in", "la", "of", "on",  "the", "van", "von"};
constexpr absl::string_view kPersonLinks[] = {"-", "al", "bin", "de", "del", "la", "van", "von"};

struct Mention {
  size_t begin = 0;
  size_t end = 0;
  NameKind kind = NameKind::kNone;  // kNone for what is neither person nor place nor organisation
};

template <size_t N>
bool IsWordOf(const absl::string_view (&words)[N], const std::string& form) {
  return IsAmong(words, absl::AsciiStrToLower(form));
}

bool IsProper(const GoldWord& word) {
  return word.xpos == Xpos::kNnp || word.xpos == Xpos::kNnps;
}

// "6-person-new-nnnnn-cf1-1,2-coref": the second field.
NameKind KindOf(absl::string_view mention) {
  const std::vector<absl::string_view> fields = absl::StrSplit(mention, '-');
  if (fields.size() < 2) return NameKind::kNone;
  if (fields[1] == "person") return NameKind::kPerson;
  if (fields[1] == "place") return NameKind::kPlace;
  return fields[1] == "organization" ? NameKind::kOrganisation : NameKind::kNone;
}

// The mentions of a sentence from what its words have to say of them, word by word.
std::vector<Mention> ReadMentions(absl::Span<const std::string> brackets) {
  std::vector<Mention> mentions;
  std::vector<std::pair<absl::string_view, Mention>> open;  // with its number
  for (size_t i = 0; i < brackets.size(); ++i) {
    absl::string_view rest = brackets[i];
    while (!rest.empty()) {
      const bool opens = rest[0] == '(';
      if (opens) rest.remove_prefix(1);
      const size_t end = std::min(rest.find_first_of("()"), rest.size());
      const bool closes = end < rest.size() && rest[end] == ')';
      const absl::string_view what = rest.substr(0, end);
      const absl::string_view number = what.substr(0, what.find('-'));
      if (opens) open.push_back({number, {i, i + 1, KindOf(what)}});
      for (size_t k = open.size(); closes && k-- > 0;) {
        if (open[k].first != number) continue;
        open[k].second.end = i + 1;
        mentions.push_back(open[k].second);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
        break;
      }
      rest.remove_prefix(end + (closes ? 1 : 0));
      if (!opens && !closes) break;  // no bracket: nothing that is known
    }
  }
  // The widest first.
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.end - a.begin > b.end - b.begin; });
  return mentions;
}

// Where the one word is whose head lies outside the mention; its end when there are several.
size_t HeadOf(const GoldSentence& sentence, const Mention& mention) {
  size_t head = mention.end;
  for (size_t i = mention.begin; i < mention.end; ++i) {
    const size_t above = sentence[i].head;  // counted from 1
    if (above > mention.begin && above <= mention.end) continue;
    if (head != mention.end) return mention.end;
    head = i;
  }
  return head;
}

// The mention's name, empty when it has none.
Mention NameIn(const GoldSentence& sentence, const Mention& mention) {
  const Mention none;
  const size_t head = HeadOf(sentence, mention);
  if (head == mention.end || sentence[head].upos != Upos::kPropn || IsWordOf(kTitles, sentence[head].form)) return none;
  const bool person = mention.kind == NameKind::kPerson;
  if (person && sentence[head].xpos == Xpos::kNnps) return none;  // a people
  const auto links = [&](size_t i) {
    return person ? IsWordOf(kPersonLinks, sentence[i].form) : IsWordOf(kLinks, sentence[i].form);
  };
  Mention name = {head, head + 1, mention.kind};
  while (name.begin > mention.begin) {
    const size_t before = name.begin - 1;
    const bool joined = (sentence[before].form == "-" || sentence[before].form == "&") && before > mention.begin &&
                        IsProper(sentence[before - 1]);
    if (!joined && !IsProper(sentence[before])) break;
    name.begin = before;
  }
  while (name.end < mention.end) {
    size_t next = name.end;
    while (next < mention.end && !IsProper(sentence[next]) && links(next)) ++next;
    if (next == mention.end || !IsProper(sentence[next])) break;
    name.end = next + 1;
  }
  while (name.begin < head && IsWordOf(kTitles, sentence[name.begin].form)) ++name.begin;
  return name;
}

// How much more often a form in lower case is a common noun than a proper one.
using Commonness = std::map<std::string, int>;

void Annotate(absl::Span<const std::string> brackets, const Commonness& commonness, GoldSentence* sentence) {
  for (GoldWord& word : *sentence) word.name = 0;
  for (const Mention& mention : ReadMentions(brackets)) {
    if (mention.kind == NameKind::kNone) continue;
    const Mention name = NameIn(*sentence, mention);
    const auto first = sentence->begin() + static_cast<std::ptrdiff_t>(name.begin);
    const auto end = sentence->begin() + static_cast<std::ptrdiff_t>(name.end);
    if (first == end || std::any_of(first, end, [](const GoldWord& word) { return word.name != 0; })) continue;
    const auto common = commonness.find(absl::AsciiStrToLower(first->form));
    if (end - first == 1 && common != commonness.end() && common->second >= 0) {
      first->name = -1;
      continue;
    }
    const int begins = 2 * static_cast<int>(name.kind) - 1;  // among kNameLabels
    for (auto word = first; word != end; ++word) word->name = word == first ? begins : begins + 1;
  }
}

}  // namespace

absl::Status AddEntityNames(const std::string& path, std::vector<GoldSentence>* sentences) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string content, ReadFile(path));
  if (!absl::StrContains(content, "Entity=(")) return absl::OkStatus();
  Commonness commonness;
  for (const GoldSentence& sentence : *sentences) {
    for (const GoldWord& word : sentence) {
      if (word.upos == Upos::kNoun) ++commonness[absl::AsciiStrToLower(word.form)];
      if (word.upos == Upos::kPropn) --commonness[absl::AsciiStrToLower(word.form)];
    }
  }
  std::vector<std::string> brackets;
  size_t number = 0;
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    if (line.empty() && !brackets.empty()) {
      if (number == sentences->size() || (*sentences)[number].size() != brackets.size()) {
        return absl::DataLossError(absl::StrCat(path, ": its mentions are of other sentences"));
      }
      Annotate(brackets, commonness, &(*sentences)[number++]);
      brackets.clear();
    }
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> columns = absl::StrSplit(line, '\t');
    if (columns.size() != 10 || columns[0].find_first_of("-.") != absl::string_view::npos) continue;
    std::string& here = brackets.emplace_back();
    for (const absl::string_view part : absl::StrSplit(columns[9], '|')) {
      if (absl::StartsWith(part, "Entity=")) here = std::string(part.substr(7));
    }
  }
  return absl::OkStatus();
}

}  // namespace consilience::training
