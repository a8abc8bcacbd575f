#include "engine/attribution/reporting_words.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view ReportingVerbTable();
absl::string_view ReportingNounTable();
absl::string_view ReportingAdjectiveTable();

namespace {

constexpr std::pair<absl::string_view, SpeechKind> kKindNames[] = {{"say", SpeechKind::kSay},
                                                                   {"think", SpeechKind::kThink},
                                                                   {"want", SpeechKind::kWant},
                                                                   {"judge", SpeechKind::kJudge},
                                                                   {"show", SpeechKind::kShow}};

constexpr std::pair<absl::string_view, Frames> kFrameNames[] = {{"that", kThat},
                                                                {"quotation", kQuotation},
                                                                {"person", kPerson},
                                                                {"noun", kNounPhrase},
                                                                {"infinitive", kInfinitive},
                                                                {"gerund", kGerund},
                                                                {"small", kSmall},
                                                                {"raising", kRaising},
                                                                {"wanted", kWanted},
                                                                {"it", kIt},
                                                                {"of", kOf},
                                                                {"about", kAbout},
                                                                {"on", kOn},
                                                                {"for", kFor},
                                                                {"against", kAgainst},
                                                                {"to", kTo},
                                                                {"with", kWith},
                                                                {"at", kAt},
                                                                {"as", kAs},
                                                                {"in", kIn},
                                                                {"over", kOver},
                                                                {"from", kFrom}};
constexpr Frames kPrepositions = kOf | kAbout | kOn | kFor | kAgainst | kTo | kWith | kAt | kAs | kIn | kOver | kFrom;

constexpr std::pair<absl::string_view, OutletCue> kOutletCues[] = {{"-", OutletCue::kNone},
                                                                   {"strong", OutletCue::kStrong},
                                                                   {"weak", OutletCue::kWeak},
                                                                   {"question", OutletCue::kQuestion},
                                                                   {"content", OutletCue::kContent}};

Frames ParseFrames(absl::string_view text) {
  Frames frames = 0;
  if (text == "-") return frames;
  for (const absl::string_view name : absl::StrSplit(text, ',')) frames |= ValueNamed(kFrameNames, name);
  return frames;
}

// --- Regular forms ---------------------------------------------------------------------------------------------------

bool IsVowel(char c) {
  return absl::string_view("aeiou").find(c) != absl::string_view::npos;
}

// "argues", "cries", "pushes"; also plurals of nouns.
std::string WithS(absl::string_view base) {
  const char last = base.back();
  const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
  if (last == 'y' && !IsVowel(before)) return absl::StrCat(base.substr(0, base.size() - 1), "ies");
  for (const absl::string_view hissing : {"s", "x", "z", "ch", "sh"}) {
    if (absl::EndsWith(base, hissing)) return absl::StrCat(base, "es");
  }
  return absl::StrCat(base, "s");
}

std::string WithEd(absl::string_view base) {
  const char last = base.back();
  const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
  if (last == 'e') return absl::StrCat(base, "d");
  if (last == 'y' && !IsVowel(before)) return absl::StrCat(base.substr(0, base.size() - 1), "ied");
  return absl::StrCat(base, "ed");
}

std::string WithIng(absl::string_view base) {
  if (absl::EndsWith(base, "ie")) return absl::StrCat(base.substr(0, base.size() - 2), "ying");
  if (absl::EndsWith(base, "e") && !absl::EndsWith(base, "ee"))
    return absl::StrCat(base.substr(0, base.size() - 1), "ing");
  return absl::StrCat(base, "ing");
}

// --- Tables ----------------------------------------------------------------------------------------------------------

constexpr size_t kLongestWord = 20;

// Words by their forms in lower case; look-up in any letter case.
template <typename Entry>
class FormMap {
 public:
  // The first entry of a form stays.
  void Add(absl::string_view form, Entry entry) {
    assert(form.size() <= kLongestWord);
    forms_.emplace_back(form);
    map_.emplace(absl::string_view(forms_.back()), entry);
  }
  Entry Find(absl::string_view form) const {
    if (form.size() > kLongestWord) return Entry();
    std::array<char, kLongestWord> lower;
    std::transform(form.begin(), form.end(), lower.begin(),
                   [](char c) { return absl::ascii_tolower(static_cast<unsigned char>(c)); });
    const auto it = map_.find(absl::string_view(lower.data(), form.size()));
    return it == map_.end() ? Entry() : it->second;
  }

 private:
  std::deque<std::string> forms_;  // stay where they are
  absl::flat_hash_map<absl::string_view, Entry> map_;
};

struct VerbTable {
  std::deque<ReportingVerb> verbs;
  FormMap<VerbMatch> forms;

  VerbTable() {
    ForEachRowOfFields(ReportingVerbTable(), [&](const std::vector<absl::string_view>& row) {
      assert(row.size() == 6);
      ReportingVerb verb;
      verb.lemma = row[0];
      verb.speaks = row[2] != "none";
      if (verb.speaks) verb.kind = ValueNamed(kKindNames, row[2]);
      verb.frames = ParseFrames(row[3]);
      verb.outlet = ValueNamed(kOutletCues, row[4]);
      verb.by = row[5] == "by";
      verbs.push_back(verb);
      AddForms(&verbs.back(), row[1]);
    });
  }

 private:
  void AddForms(const ReportingVerb* verb, absl::string_view irregular) {
    std::string past = WithEd(verb->lemma), participle = past, gerund = WithIng(verb->lemma);
    if (irregular != "-") {
      const std::vector<std::string> forms = absl::StrSplit(irregular, ',');
      assert(forms.size() == 3);
      past = forms[0];
      participle = forms[1];
      gerund = forms[2];
    }
    // Of forms that are spelled alike ("read", "said") the finite past comes first.
    for (const auto& [spellings, form] : {std::pair<absl::string_view, VerbForm>(past, VerbForm::kPast),
                                          {verb->lemma, VerbForm::kBase},
                                          {participle, VerbForm::kParticiple},
                                          {gerund, VerbForm::kGerund}}) {
      for (const absl::string_view spelling : absl::StrSplit(spellings, '|')) forms.Add(spelling, {verb, form});
    }
    forms.Add(WithS(verb->lemma), {verb, VerbForm::kThird});
  }
};

struct WordTable {
  std::deque<ReportingWord> words;
  FormMap<const ReportingWord*> forms;

  WordTable(absl::string_view content, bool plurals) {
    ForEachRowOfFields(content, [&](const std::vector<absl::string_view>& row) {
      assert(row.size() == 3);
      words.push_back({row[0], ValueNamed(kKindNames, row[1]), ParseFrames(row[2])});
      forms.Add(row[0], &words.back());
      if (plurals) forms.Add(WithS(row[0]), &words.back());
    });
  }
};

}  // namespace

absl::string_view ToString(SpeechKind kind) {
  for (const auto& [name, value] : kKindNames) {
    if (value == kind) return name;
  }
  return "say";
}

Frames FrameOfPreposition(absl::string_view preposition) {
  for (const auto& [name, frame] : kFrameNames) {
    if ((frame & kPrepositions) != 0 && absl::EqualsIgnoreCase(name, preposition)) return frame;
  }
  return 0;
}

VerbMatch FindReportingVerb(absl::string_view form) {
  static const auto* const table = new VerbTable;
  return table->forms.Find(form);
}

const ReportingWord* FindReportingNoun(absl::string_view form) {
  static const auto* const table = new WordTable(ReportingNounTable(), true);
  return table->forms.Find(form);
}

const ReportingWord* FindReportingAdjective(absl::string_view form) {
  static const auto* const table = new WordTable(ReportingAdjectiveTable(), false);
  return table->forms.Find(form);
}

}  // namespace consilience
