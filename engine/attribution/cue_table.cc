#include "engine/attribution/cue_table.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace consilience {
namespace {

constexpr CuePhrase kPhrases[] = {
    {"in a telephone interview with", CueKind::kAddressee},
    {"in a phone interview with", CueKind::kAddressee},
    {"in an exclusive interview with", CueKind::kAddressee},
    {"in an exclusive interview to", CueKind::kAddressee},
    {"in an appearance on", CueKind::kAddressee},
    {"during an appearance on", CueKind::kAddressee},
    {"in an interview with", CueKind::kAddressee},
    {"in an interview on", CueKind::kAddressee},
    {"in an interview for", CueKind::kAddressee},
    {"in an interview to", CueKind::kAddressee},
    {"during an interview with", CueKind::kAddressee},
    {"during an interview on", CueKind::kAddressee},
    {"in interviews with", CueKind::kAddressee},
    {"an interview with", CueKind::kAddressee},
    {"in a statement to", CueKind::kAddressee},
    {"a statement to", CueKind::kAddressee},
    {"in an email to", CueKind::kAddressee},
    {"in an emailed statement to", CueKind::kAddressee},
    {"in a text message to", CueKind::kAddressee},
    {"in comments to", CueKind::kAddressee},
    {"in remarks to", CueKind::kAddressee},
    {"in comments published by", CueKind::kAccording},
    {"in remarks published by", CueKind::kAccording},
    {"in an op-ed for", CueKind::kAddressee},
    {"in an op-ed in", CueKind::kAddressee},
    {"wrote in", CueKind::kAddressee},
    {"writing in", CueKind::kAddressee},
    {"told to", CueKind::kAddressee},
    {"said to", CueKind::kAddressee},
    {"said on", CueKind::kAddressee},
    {"saying on", CueKind::kAddressee},
    {"confirmed to", CueKind::kAddressee},
    {"confirmed with", CueKind::kAddressee},
    {"explained to", CueKind::kAddressee},
    {"speaking to", CueKind::kAddressee},
    {"speaking on", CueKind::kAddressee},
    {"speaking with", CueKind::kAddressee},
    {"told", CueKind::kAddressee},
    {"tells", CueKind::kAddressee},
    {"telling", CueKind::kAddressee},
    {"informed", CueKind::kAddressee},
    {"according to reporting from", CueKind::kAccording},
    {"according to reporting by", CueKind::kAccording},
    {"according to reports from", CueKind::kAccording},
    {"according to reports by", CueKind::kAccording},
    {"according to reports in", CueKind::kAccording},
    {"according to", CueKind::kAccording},
    {"as per", CueKind::kAccording},
    {"per", CueKind::kAccording},
    {"citing reports from", CueKind::kCited},
    {"citing reports by", CueKind::kCited},
    {"citing reporting by", CueKind::kCited},
    {"citing reporting from", CueKind::kCited},
    {"citing", CueKind::kCited},
    {"quoting", CueKind::kCited},
    {"with additional reporting by", CueKind::kLabel},
    {"with additional reporting from", CueKind::kLabel},
    {"additional reporting by", CueKind::kLabel},
    {"with reporting by", CueKind::kLabel},
    {"with reporting from", CueKind::kLabel},
    {"with files from", CueKind::kLabel},
    {"with inputs from", CueKind::kLabel},
    {"with input from", CueKind::kLabel},
    {"with agency inputs from", CueKind::kLabel},
    {"source :", CueKind::kLabel},
    {"sources :", CueKind::kLabel},
    {"via", CueKind::kLabel},
};

// Sorted words in lower case; lookup in any letter case.
class WordSet {
 public:
  explicit WordSet(absl::string_view words) : words_(absl::StrSplit(words, ' ', absl::SkipEmpty())) {
    std::sort(words_.begin(), words_.end());
  }
  bool Contains(absl::string_view word) const {
    constexpr size_t kLongest = 20;
    if (word.empty() || word.size() > kLongest) return false;
    char buffer[kLongest];
    std::transform(word.begin(), word.end(), buffer, [](char c) { return absl::ascii_tolower(static_cast<unsigned char>(c)); });
    return std::binary_search(words_.begin(), words_.end(), absl::string_view(buffer, word.size()));
  }

 private:
  std::vector<absl::string_view> words_;
};

constexpr absl::string_view kCalendar =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march "
    "april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec";

}  // namespace

absl::Span<const CuePhrase> CuePhrases() { return kPhrases; }

// One predicate per table; the words are a function-local constant.
#define CONSILIENCE_WORD_SET(name, ...)            \
  bool name(absl::string_view word) {              \
    static const WordSet* const set = new WordSet(__VA_ARGS__); \
    return set->Contains(word);                    \
  }

CONSILIENCE_WORD_SET(IsCalendarWord, kCalendar)

bool IsTimeWord(absl::string_view word) {
  static const WordSet* const set = new WordSet(
      "on this last late early earlier week month year morning afternoon evening night today yesterday overnight weekend "
      "recently , in previously first ago day days weeks months hours hour two three several of");
  return set->Contains(word) || IsCalendarWord(word) || (!word.empty() && absl::ascii_isdigit(static_cast<unsigned char>(word[0])));
}

CONSILIENCE_WORD_SET(IsOpeningWord,
                     "the a an in on at as per by via from and but while when after before that citing quoting told meanwhile "
                     "also since both for with source sources or if whether because although though like including yet so "
                     "however instead moreover to of according what how where who today yesterday earlier later last its")
CONSILIENCE_WORD_SET(IsCorporateWord,
                     "company co inc corp corporation group holdings lp llc ltd plc foundation philanthropies trust tower "
                     "towers building square center centre headquarters guild union awards award prize fund ventures "
                     "entertainment studios pictures park angels warner films institute school club festival index arena "
                     "stadium terminal intelligence economics books poll nation theater theatre communications "
                     "international's parent universal")
CONSILIENCE_WORD_SET(IsOutletNoun,
                     "newspaper newspapers paper papers daily broadcaster broadcasters outlet outlets network networks "
                     "channel agency agencies magazine website site news media wire service services publication "
                     "publications tabloid weekly station portal platform sources television tv radio press")
CONSILIENCE_WORD_SET(IsReportNoun,
                     "report reports story stories article articles investigation investigations analysis interview reporting "
                     "account accounts dispatch tally count review transcript documentary scoop estimate estimates "
                     "examination exclusive bulletin newsletter projection projections timeline breakdown")
CONSILIENCE_WORD_SET(IsPollNoun, "poll polls polling survey surveys pollster pollsters focus")
CONSILIENCE_WORD_SET(IsJournalistNoun,
                     "reporter reporters correspondent correspondents journalist journalists witness witnesses photographer "
                     "photographers producer bureau crew")
CONSILIENCE_WORD_SET(IsHostNoun,
                     "host hosts anchor anchors contributor contributors analyst analysts commentator commentators "
                     "personality personalities pundit pundits star columnist columnists presenter presenters opinion "
                     "editorial panelist panelists meteorologist alum veteran co-host guest")
CONSILIENCE_WORD_SET(IsInsiderNoun,
                     "staff staffer staffers employee employees viewers viewer audience audiences executive executives "
                     "management bosses boss readers reader editors editor listeners lawyers lawyer attorneys attorney "
                     "workers board owner owners publisher headquarters offices office building studio studios chief "
                     "president ceo chairman spokesman spokeswoman spokesperson shareholders subscribers insiders "
                     "founder founders parent subscription event town debate moderators moderator ad ads advertisement "
                     "segment camera cameras colleagues counterparts affiliate affiliates")
CONSILIENCE_WORD_SET(IsOwnAffairNoun,
                     "lawsuit lawsuits suit defamation newsroom subscribers advertisers advertising layoffs "
                     "retraction correction apology apologized apologised apologize apologise editorial libel settlement "
                     "paywall viewership ratings")
CONSILIENCE_WORD_SET(IsResultNoun,
                     "profit profits loss losses earnings revenue revenues sales subscribers income results quarterly "
                     "itself growth record ratings dividend")
CONSILIENCE_WORD_SET(IsCueAdverb,
                     "also first previously later earlier now recently separately exclusively further meanwhile initially "
                     "originally then similarly subsequently had has have itself both again repeatedly just since "
                     "reportedly independently all was were is are been")
CONSILIENCE_WORD_SET(IsGoverningPreposition,
                     "for of at by with from to on in about against than between among into inside over under behind near "
                     "within outside toward towards sued accused called criticized criticised told blamed")
CONSILIENCE_WORD_SET(IsDisputingVerb,
                     "denied denies deny denying rejected rejects rejecting disputed disputes disputing dismissed dismisses "
                     "dismissing slammed slams criticized criticised criticizing condemned blasted refuted mocked called "
                     "attacked tweeted retweeted shared")

#undef CONSILIENCE_WORD_SET

}  // namespace consilience
