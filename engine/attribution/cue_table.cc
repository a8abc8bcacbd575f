#include "engine/attribution/cue_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view CreditCueTable();
absl::string_view WordClassTable();

namespace {

constexpr size_t kLongestWord = 24;

// `word` in lower case; empty when it is longer than any word of the tables.
class LowerWord {
 public:
  explicit LowerWord(absl::string_view word) {
    if (word.size() > kLongestWord) return;
    std::transform(word.begin(), word.end(), buffer_.begin(),
                   [](char c) { return absl::ascii_tolower(static_cast<unsigned char>(c)); });
    size_ = word.size();
  }
  absl::string_view text() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, kLongestWord> buffer_;
  size_t size_ = 0;
};

// --- Phrases ---------------------------------------------------------------------------------------------------------

constexpr std::pair<absl::string_view, CueKind> kCueKinds[] = {
    {"according", CueKind::kAccording}, {"addressee", CueKind::kAddressee}, {"cited", CueKind::kCited},
    {"relayed", CueKind::kRelayed},     {"label", CueKind::kLabel},         {"subject", CueKind::kSubject}};

using PhraseTable = absl::flat_hash_map<absl::string_view, std::vector<CuePhrase>>;

PhraseTable ReadPhrases() {
  PhraseTable table;
  ForEachRow(CreditCueTable(), [&](absl::string_view kind) {
    const absl::string_view phrase = CutField(&kind, '\t');
    table[phrase.substr(phrase.rfind(' ') + 1)].push_back({phrase, ValueNamed(kCueKinds, kind)});
  });
  const auto count = [](const CuePhrase& phrase) { return std::count(phrase.words.begin(), phrase.words.end(), ' '); };
  for (auto& [last, phrases] : table) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [&](const CuePhrase& a, const CuePhrase& b) { return count(a) > count(b); });
  }
  return table;
}

// --- Classes of words ------------------------------------------------------------------------------------------------

using Classes = WordClass;  // a bit for each class

constexpr Classes kCalendar = 1 << 0, kTime = 1 << 1, kOpening = 1 << 2, kDescribing = 1 << 3, kDemonym = 1 << 4,
                  kCorporate = 1 << 5, kOutlet = 1 << 6, kReport = 1 << 7, kPoll = 1 << 8, kJournalist = 1 << 9,
                  kHost = 1 << 10, kInsider = 1 << 11, kOwnAffair = 1 << 12, kResult = 1 << 13, kCueAdverb = 1 << 14,
                  kGoverning = 1 << 15, kDisputing = 1 << 16, kFinding = 1 << 17, kLightVerb = 1 << 18,
                  kPhaseVerb = 1 << 19, kHearsay = 1 << 20, kUnnamed = 1 << 21, kDocument = 1 << 22, kAddress = 1 << 23,
                  kTransfer = 1 << 24, kRefusing = 1 << 25, kPerceiving = 1 << 26, kFilling = 1 << 27, kClaim = 1 << 28,
                  kOrigin = 1 << 29, kOwnFault = 1 << 30, kOwnStory = Classes{1} << 31, kConfiding = Classes{1} << 32,
                  kWork = Classes{1} << 33, kComeBy = Classes{1} << 34, kPublishing = Classes{1} << 35,
                  kOpinion = Classes{1} << 36;

constexpr std::pair<absl::string_view, Classes> kClassNames[] = {{"calendar", kCalendar},
                                                                 {"time", kTime},
                                                                 {"opening", kOpening},
                                                                 {"describing", kDescribing},
                                                                 {"demonym", kDemonym},
                                                                 {"corporate", kCorporate},
                                                                 {"outlet", kOutlet},
                                                                 {"report", kReport},
                                                                 {"poll", kPoll},
                                                                 {"journalist", kJournalist},
                                                                 {"host", kHost},
                                                                 {"insider", kInsider},
                                                                 {"own-affair", kOwnAffair},
                                                                 {"result", kResult},
                                                                 {"cue-adverb", kCueAdverb},
                                                                 {"governing", kGoverning},
                                                                 {"disputing", kDisputing},
                                                                 {"finding", kFinding},
                                                                 {"light-verb", kLightVerb},
                                                                 {"phase-verb", kPhaseVerb},
                                                                 {"hearsay", kHearsay},
                                                                 {"unnamed", kUnnamed},
                                                                 {"document", kDocument},
                                                                 {"address", kAddress},
                                                                 {"transfer", kTransfer},
                                                                 {"refusing", kRefusing},
                                                                 {"perceiving", kPerceiving},
                                                                 {"filling", kFilling},
                                                                 {"claim", kClaim},
                                                                 {"origin", kOrigin},
                                                                 {"own-fault", kOwnFault},
                                                                 {"own-story", kOwnStory},
                                                                 {"confiding", kConfiding},
                                                                 {"work", kWork},
                                                                 {"come-by", kComeBy},
                                                                 {"publishing", kPublishing},
                                                                 {"opinion-piece", kOpinion}};

using ClassTable = absl::flat_hash_map<absl::string_view, Classes>;

ClassTable ReadClasses() {
  ClassTable table;
  ForEachRow(WordClassTable(), [&](absl::string_view words) {
    const absl::string_view name = CutField(&words, '\t');
    for (const absl::string_view word : absl::StrSplit(words, ' ', absl::SkipEmpty())) {
      table[word] |= ValueNamed(kClassNames, name);
    }
  });
  return table;
}

Classes ClassesOf(absl::string_view word) {
  static const ClassTable* const table = new ClassTable(ReadClasses());
  const auto it = table->find(LowerWord(word).text());
  return it == table->end() ? 0 : it->second;
}

}  // namespace

absl::Span<const CuePhrase> CuePhrasesEndingIn(absl::string_view word) {
  static const PhraseTable* const table = new PhraseTable(ReadPhrases());
  const auto it = table->find(LowerWord(word).text());
  return it == table->end() ? absl::Span<const CuePhrase>() : absl::MakeConstSpan(it->second);
}

CueKind CueKindNamed(absl::string_view name) {
  return ValueNamed(kCueKinds, name);
}

WordClass WordClassNamed(absl::string_view name) {
  return ValueNamed(kClassNames, name);
}

bool IsOfClass(absl::string_view word, WordClass of_class) {
  return (ClassesOf(word) & of_class) != 0;
}

bool IsTimeWord(absl::string_view word) {
  return (ClassesOf(word) & (kTime | kCalendar)) != 0 ||
         (!word.empty() && absl::ascii_isdigit(static_cast<unsigned char>(word[0])));
}

bool IsCalendarWord(absl::string_view word) {
  return (ClassesOf(word) & kCalendar) != 0;
}
bool IsOpeningWord(absl::string_view word) {
  return (ClassesOf(word) & kOpening) != 0;
}
bool IsDescribingWord(absl::string_view word) {
  return (ClassesOf(word) & kDescribing) != 0;
}
bool IsDemonym(absl::string_view word) {
  return (ClassesOf(word) & kDemonym) != 0;
}
bool IsCorporateWord(absl::string_view word) {
  return (ClassesOf(word) & kCorporate) != 0;
}
bool IsOutletNoun(absl::string_view word) {
  return (ClassesOf(word) & kOutlet) != 0;
}
bool IsReportNoun(absl::string_view word) {
  return (ClassesOf(word) & kReport) != 0;
}
bool IsPollNoun(absl::string_view word) {
  return (ClassesOf(word) & kPoll) != 0;
}
bool IsJournalistNoun(absl::string_view word) {
  return (ClassesOf(word) & kJournalist) != 0;
}
bool IsHostNoun(absl::string_view word) {
  return (ClassesOf(word) & kHost) != 0;
}
bool IsInsiderNoun(absl::string_view word) {
  return (ClassesOf(word) & kInsider) != 0;
}
bool IsOwnAffairNoun(absl::string_view word) {
  return (ClassesOf(word) & kOwnAffair) != 0;
}
bool IsOwnFault(absl::string_view word) {
  return (ClassesOf(word) & kOwnFault) != 0;
}
bool IsOwnMatter(absl::string_view word) {
  return (ClassesOf(word) & (kOwnAffair | kOwnFault)) != 0;
}
bool IsOwnStory(absl::string_view word) {
  return (ClassesOf(word) & kOwnStory) != 0;
}
bool IsWorkOfArt(absl::string_view word) {
  return (ClassesOf(word) & kWork) != 0;
}
bool IsComeByVerb(absl::string_view word) {
  return (ClassesOf(word) & kComeBy) != 0;
}
bool IsPublishingVerb(absl::string_view word) {
  return (ClassesOf(word) & kPublishing) != 0;
}
bool IsOpinionNoun(absl::string_view word) {
  return (ClassesOf(word) & kOpinion) != 0;
}
bool IsResultNoun(absl::string_view word) {
  return (ClassesOf(word) & kResult) != 0;
}
bool IsCueAdverb(absl::string_view word) {
  return (ClassesOf(word) & kCueAdverb) != 0;
}
bool IsGoverningWord(absl::string_view word) {
  return (ClassesOf(word) & kGoverning) != 0;
}
bool IsDisputingVerb(absl::string_view word) {
  return (ClassesOf(word) & kDisputing) != 0;
}
bool IsFindingVerb(absl::string_view word) {
  return (ClassesOf(word) & kFinding) != 0;
}

bool IsLightVerb(absl::string_view word) {
  return (ClassesOf(word) & kLightVerb) != 0;
}
bool IsPhaseVerb(absl::string_view word) {
  return (ClassesOf(word) & kPhaseVerb) != 0;
}
bool IsHearsayAdverb(absl::string_view word) {
  return (ClassesOf(word) & kHearsay) != 0;
}
bool IsDocumentNoun(absl::string_view word) {
  return (ClassesOf(word) & kDocument) != 0;
}
bool IsAddressNoun(absl::string_view word) {
  return (ClassesOf(word) & kAddress) != 0;
}
bool IsTransferVerb(absl::string_view word) {
  return (ClassesOf(word) & kTransfer) != 0;
}
bool IsRefusingWord(absl::string_view word) {
  return (ClassesOf(word) & kRefusing) != 0;
}
bool IsPerceivingVerb(absl::string_view word) {
  return (ClassesOf(word) & kPerceiving) != 0;
}
bool IsFillingWord(absl::string_view word) {
  return (ClassesOf(word) & kFilling) != 0;
}
bool IsClaimNoun(absl::string_view word) {
  return (ClassesOf(word) & kClaim) != 0;
}
bool IsOriginVerb(absl::string_view word) {
  return (ClassesOf(word) & kOrigin) != 0;
}
bool IsUnnamedNoun(absl::string_view word) {
  return (ClassesOf(word) & kUnnamed) != 0;
}

}  // namespace consilience
