#include "engine/attribution/reporting_verb.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"

namespace consilience {
namespace {

struct Conjugation {
  ReportingVerb verb;
  absl::string_view third, past, participle, gerund;
};

constexpr Conjugation kVerbs[] = {
    // clang-format off
    {{"accuse", SpeechCue::kJudge, OutletCue::kNone, false}, "accuses", "accused", "accused", "accusing"},
    {{"acknowledge", SpeechCue::kSay, OutletCue::kNone, false}, "acknowledges", "acknowledged", "acknowledged", "acknowledging"},
    {{"add", SpeechCue::kSay, OutletCue::kWeak, true}, "adds", "added", "added", "adding"},
    {{"admit", SpeechCue::kSay, OutletCue::kNone, false}, "admits", "admitted", "admitted", "admitting"},
    {{"advise", SpeechCue::kAddress, OutletCue::kNone, false}, "advises", "advised", "advised", "advising"},
    {{"affirm", SpeechCue::kSay, OutletCue::kNone, false}, "affirms", "affirmed", "affirmed", "affirming"},
    {{"agree", SpeechCue::kSay, OutletCue::kNone, false}, "agrees", "agreed", "agreed", "agreeing"},
    {{"air", SpeechCue::kSay, OutletCue::kNone, true}, "airs", "aired", "aired", "airing"},
    {{"allege", SpeechCue::kSay, OutletCue::kWeak, true}, "alleges", "alleged", "alleged", "alleging"},
    {{"announce", SpeechCue::kSay, OutletCue::kNone, false}, "announces", "announced", "announced", "announcing"},
    {{"anticipate", SpeechCue::kMind, OutletCue::kNone, false}, "anticipates", "anticipated", "anticipated", "anticipating"},
    {{"applaud", SpeechCue::kJudge, OutletCue::kNone, false}, "applauds", "applauded", "applauded", "applauding"},
    {{"argue", SpeechCue::kSay, OutletCue::kWeak, true}, "argues", "argued", "argued", "arguing"},
    {{"articulate", SpeechCue::kSay, OutletCue::kNone, true}, "articulates", "articulated", "articulated", "articulating"},
    {{"ask", SpeechCue::kAddress, OutletCue::kNone, true}, "asks", "asked", "asked", "asking"},
    {{"assert", SpeechCue::kSay, OutletCue::kWeak, true}, "asserts", "asserted", "asserted", "asserting"},
    {{"assume", SpeechCue::kMind, OutletCue::kNone, false}, "assumes", "assumed", "assumed", "assuming"},
    {{"assure", SpeechCue::kAddress, OutletCue::kNone, false}, "assures", "assured", "assured", "assuring"},
    {{"attack", SpeechCue::kJudge, OutletCue::kNone, false}, "attacks", "attacked", "attacked", "attacking"},
    {{"begin", SpeechCue::kSay, OutletCue::kNone, false}, "begins", "began", "begun", "beginning"},
    {{"believe", SpeechCue::kMind, OutletCue::kNone, false}, "believes", "believed", "believed", "believing"},
    {{"blame", SpeechCue::kJudge, OutletCue::kNone, false}, "blames", "blamed", "blamed", "blaming"},
    {{"blast", SpeechCue::kJudge, OutletCue::kNone, false}, "blasts", "blasted", "blasted", "blasting"},
    {{"boast", SpeechCue::kSay, OutletCue::kNone, false}, "boasts", "boasted", "boasted", "boasting"},
    {{"break", SpeechCue::kSay, OutletCue::kNone, true}, "breaks", "broke", "broken", "breaking"},
    {{"brief", SpeechCue::kAddress, OutletCue::kNone, false}, "briefs", "briefed", "briefed", "briefing"},
    {{"broadcast", SpeechCue::kSay, OutletCue::kNone, true}, "broadcasts", "broadcast", "broadcast", "broadcasting"},
    {{"calculate", SpeechCue::kMind, OutletCue::kStrong, false}, "calculates", "calculated", "calculated", "calculating"},
    {{"call", SpeechCue::kJudge, OutletCue::kNone, false}, "calls", "called", "called", "calling"},
    {{"carry", SpeechCue::kSay, OutletCue::kNone, true}, "carries", "carried", "carried", "carrying"},
    {{"caution", SpeechCue::kSay, OutletCue::kNone, false}, "cautions", "cautioned", "cautioned", "cautioning"},
    {{"chant", SpeechCue::kSay, OutletCue::kNone, false}, "chants", "chanted", "chanted", "chanting"},
    {{"characterise", SpeechCue::kJudge, OutletCue::kNone, false}, "characterises", "characterised", "characterised", "characterising"},
    {{"characterize", SpeechCue::kJudge, OutletCue::kNone, false}, "characterizes", "characterized", "characterized", "characterizing"},
    {{"cite", SpeechCue::kJudge, OutletCue::kStrong, true}, "cites", "cited", "cited", "citing"},
    {{"claim", SpeechCue::kSay, OutletCue::kWeak, true}, "claims", "claimed", "claimed", "claiming"},
    {{"compile", SpeechCue::kSay, OutletCue::kNone, true}, "compiles", "compiled", "compiled", "compiling"},
    {{"complain", SpeechCue::kSay, OutletCue::kNone, false}, "complains", "complained", "complained", "complaining"},
    {{"concede", SpeechCue::kSay, OutletCue::kNone, false}, "concedes", "conceded", "conceded", "conceding"},
    {{"conclude", SpeechCue::kSay, OutletCue::kWeak, false}, "concludes", "concluded", "concluded", "concluding"},
    {{"condemn", SpeechCue::kJudge, OutletCue::kNone, false}, "condemns", "condemned", "condemned", "condemning"},
    {{"confess", SpeechCue::kSay, OutletCue::kNone, false}, "confesses", "confessed", "confessed", "confessing"},
    {{"confirm", SpeechCue::kSay, OutletCue::kWeak, true}, "confirms", "confirmed", "confirmed", "confirming"},
    {{"consider", SpeechCue::kMind, OutletCue::kNone, false}, "considers", "considered", "considered", "considering"},
    {{"contact", SpeechCue::kNone, OutletCue::kNone, true}, "contacts", "contacted", "contacted", "contacting"},
    {{"contend", SpeechCue::kSay, OutletCue::kNone, false}, "contends", "contended", "contended", "contending"},
    {{"continue", SpeechCue::kSay, OutletCue::kNone, false}, "continues", "continued", "continued", "continuing"},
    {{"convince", SpeechCue::kAddress, OutletCue::kNone, false}, "convinces", "convinced", "convinced", "convincing"},
    {{"corroborate", SpeechCue::kSay, OutletCue::kNone, true}, "corroborates", "corroborated", "corroborated", "corroborating"},
    {{"counter", SpeechCue::kSay, OutletCue::kNone, false}, "counters", "countered", "countered", "countering"},
    {{"cover", SpeechCue::kSay, OutletCue::kNone, true}, "covers", "covered", "covered", "covering"},
    {{"criticise", SpeechCue::kJudge, OutletCue::kNone, false}, "criticises", "criticised", "criticised", "criticising"},
    {{"criticize", SpeechCue::kJudge, OutletCue::kNone, false}, "criticizes", "criticized", "criticized", "criticizing"},
    {{"cry", SpeechCue::kSay, OutletCue::kNone, false}, "cries", "cried", "cried", "crying"},
    {{"declare", SpeechCue::kSay, OutletCue::kNone, false}, "declares", "declared", "declared", "declaring"},
    {{"decline", SpeechCue::kSay, OutletCue::kNone, false}, "declines", "declined", "declined", "declining"},
    {{"decry", SpeechCue::kJudge, OutletCue::kNone, false}, "decries", "decried", "decried", "decrying"},
    {{"defend", SpeechCue::kJudge, OutletCue::kNone, false}, "defends", "defended", "defended", "defending"},
    {{"demand", SpeechCue::kSay, OutletCue::kNone, false}, "demands", "demanded", "demanded", "demanding"},
    {{"denounce", SpeechCue::kJudge, OutletCue::kNone, false}, "denounces", "denounced", "denounced", "denouncing"},
    {{"deny", SpeechCue::kSay, OutletCue::kNone, false}, "denies", "denied", "denied", "denying"},
    {{"deride", SpeechCue::kJudge, OutletCue::kNone, false}, "derides", "derided", "derided", "deriding"},
    {{"describe", SpeechCue::kJudge, OutletCue::kStrong, true}, "describes", "described", "described", "describing"},
    {{"detail", SpeechCue::kJudge, OutletCue::kStrong, true}, "details", "detailed", "detailed", "detailing"},
    {{"determine", SpeechCue::kSay, OutletCue::kNone, false}, "determines", "determined", "determined", "determining"},
    {{"disagree", SpeechCue::kMind, OutletCue::kNone, false}, "disagrees", "disagreed", "disagreed", "disagreeing"},
    {{"disclose", SpeechCue::kSay, OutletCue::kNone, true}, "discloses", "disclosed", "disclosed", "disclosing"},
    {{"dismiss", SpeechCue::kJudge, OutletCue::kNone, false}, "dismisses", "dismissed", "dismissed", "dismissing"},
    {{"dispute", SpeechCue::kMind, OutletCue::kNone, false}, "disputes", "disputed", "disputed", "disputing"},
    {{"document", SpeechCue::kJudge, OutletCue::kStrong, true}, "documents", "documented", "documented", "documenting"},
    {{"doubt", SpeechCue::kMind, OutletCue::kNone, false}, "doubts", "doubted", "doubted", "doubting"},
    {{"dub", SpeechCue::kJudge, OutletCue::kNone, false}, "dubs", "dubbed", "dubbed", "dubbing"},
    {{"emphasise", SpeechCue::kSay, OutletCue::kNone, false}, "emphasises", "emphasised", "emphasised", "emphasising"},
    {{"emphasize", SpeechCue::kSay, OutletCue::kNone, false}, "emphasizes", "emphasized", "emphasized", "emphasizing"},
    {{"endorse", SpeechCue::kJudge, OutletCue::kNone, false}, "endorses", "endorsed", "endorsed", "endorsing"},
    {{"estimate", SpeechCue::kMind, OutletCue::kStrong, false}, "estimates", "estimated", "estimated", "estimating"},
    {{"exclaim", SpeechCue::kSay, OutletCue::kNone, false}, "exclaims", "exclaimed", "exclaimed", "exclaiming"},
    {{"expect", SpeechCue::kMind, OutletCue::kNone, false}, "expects", "expected", "expected", "expecting"},
    {{"explain", SpeechCue::kSay, OutletCue::kWeak, true}, "explains", "explained", "explained", "explaining"},
    {{"favor", SpeechCue::kMind, OutletCue::kNone, false}, "favors", "favored", "favored", "favoring"},
    {{"favour", SpeechCue::kMind, OutletCue::kNone, false}, "favours", "favoured", "favoured", "favouring"},
    {{"fear", SpeechCue::kMind, OutletCue::kNone, false}, "fears", "feared", "feared", "fearing"},
    {{"feel", SpeechCue::kMind, OutletCue::kNone, false}, "feels", "felt", "felt", "feeling"},
    {{"find", SpeechCue::kMind, OutletCue::kStrong, false}, "finds", "found", "found", "finding"},
    {{"forecast", SpeechCue::kSay, OutletCue::kWeak, false}, "forecasts", "forecast", "forecast", "forecasting"},
    {{"guess", SpeechCue::kMind, OutletCue::kNone, false}, "guesses", "guessed", "guessed", "guessing"},
    {{"gush", SpeechCue::kSay, OutletCue::kNone, false}, "gushes", "gushed", "gushed", "gushing"},
    {{"hail", SpeechCue::kJudge, OutletCue::kNone, false}, "hails", "hailed", "hailed", "hailing"},
    {{"hear", SpeechCue::kMind, OutletCue::kNone, false}, "hears", "heard", "heard", "hearing"},
    {{"highlight", SpeechCue::kSay, OutletCue::kWeak, true}, "highlights", "highlighted", "highlighted", "highlighting"},
    {{"hint", SpeechCue::kSay, OutletCue::kNone, false}, "hints", "hinted", "hinted", "hinting"},
    {{"hope", SpeechCue::kMind, OutletCue::kNone, false}, "hopes", "hoped", "hoped", "hoping"},
    {{"imagine", SpeechCue::kMind, OutletCue::kNone, false}, "imagines", "imagined", "imagined", "imagining"},
    {{"imply", SpeechCue::kSay, OutletCue::kNone, false}, "implies", "implied", "implied", "implying"},
    {{"indicate", SpeechCue::kSay, OutletCue::kWeak, true}, "indicates", "indicated", "indicated", "indicating"},
    {{"inform", SpeechCue::kAddress, OutletCue::kNone, false}, "informs", "informed", "informed", "informing"},
    {{"inquire", SpeechCue::kSay, OutletCue::kNone, false}, "inquires", "inquired", "inquired", "inquiring"},
    {{"insist", SpeechCue::kSay, OutletCue::kNone, false}, "insists", "insisted", "insisted", "insisting"},
    {{"intend", SpeechCue::kMind, OutletCue::kNone, false}, "intends", "intended", "intended", "intending"},
    {{"interject", SpeechCue::kSay, OutletCue::kNone, false}, "interjects", "interjected", "interjected", "interjecting"},
    {{"interview", SpeechCue::kNone, OutletCue::kNone, true}, "interviews", "interviewed", "interviewed", "interviewing"},
    {{"joke", SpeechCue::kSay, OutletCue::kNone, false}, "jokes", "joked", "joked", "joking"},
    {{"know", SpeechCue::kMind, OutletCue::kNone, false}, "knows", "knew", "known", "knowing"},
    {{"label", SpeechCue::kJudge, OutletCue::kNone, false}, "labels", "labeled", "labeled", "labeling"},
    {{"lament", SpeechCue::kSay, OutletCue::kNone, false}, "laments", "lamented", "lamented", "lamenting"},
    {{"laud", SpeechCue::kJudge, OutletCue::kNone, false}, "lauds", "lauded", "lauded", "lauding"},
    {{"laugh", SpeechCue::kSay, OutletCue::kNone, false}, "laughs", "laughed", "laughed", "laughing"},
    {{"learn", SpeechCue::kMind, OutletCue::kStrong, false}, "learns", "learned", "learnt", "learning"},
    {{"maintain", SpeechCue::kSay, OutletCue::kNone, false}, "maintains", "maintained", "maintained", "maintaining"},
    {{"marvel", SpeechCue::kSay, OutletCue::kNone, false}, "marvels", "marveled", "marveled", "marveling"},
    {{"mean", SpeechCue::kSay, OutletCue::kNone, false}, "means", "meant", "meant", "meaning"},
    {{"mention", SpeechCue::kSay, OutletCue::kWeak, true}, "mentions", "mentioned", "mentioned", "mentioning"},
    {{"mock", SpeechCue::kJudge, OutletCue::kNone, false}, "mocks", "mocked", "mocked", "mocking"},
    {{"murmur", SpeechCue::kSay, OutletCue::kNone, false}, "murmurs", "murmured", "murmured", "murmuring"},
    {{"muse", SpeechCue::kSay, OutletCue::kNone, false}, "muses", "mused", "mused", "musing"},
    {{"note", SpeechCue::kSay, OutletCue::kStrong, true}, "notes", "noted", "noted", "noting"},
    {{"notify", SpeechCue::kAddress, OutletCue::kNone, false}, "notifies", "notified", "notified", "notifying"},
    {{"object", SpeechCue::kSay, OutletCue::kNone, false}, "objects", "objected", "objected", "objecting"},
    {{"observe", SpeechCue::kSay, OutletCue::kWeak, true}, "observes", "observed", "observed", "observing"},
    {{"obtain", SpeechCue::kNone, OutletCue::kStrong, true}, "obtains", "obtained", "obtained", "obtaining"},
    {{"opine", SpeechCue::kSay, OutletCue::kNone, false}, "opines", "opined", "opined", "opining"},
    {{"oppose", SpeechCue::kMind, OutletCue::kNone, false}, "opposes", "opposed", "opposed", "opposing"},
    {{"outline", SpeechCue::kSay, OutletCue::kWeak, true}, "outlines", "outlined", "outlined", "outlining"},
    {{"plan", SpeechCue::kMind, OutletCue::kNone, false}, "plans", "planned", "planned", "planning"},
    {{"pledge", SpeechCue::kSay, OutletCue::kNone, false}, "pledges", "pledged", "pledged", "pledging"},
    {{"point", SpeechCue::kSay, OutletCue::kNone, false}, "points", "pointed", "pointed", "pointing"},
    {{"portray", SpeechCue::kJudge, OutletCue::kNone, false}, "portrays", "portrayed", "portrayed", "portraying"},
    {{"post", SpeechCue::kSay, OutletCue::kNone, false}, "posts", "posted", "posted", "posting"},
    {{"praise", SpeechCue::kJudge, OutletCue::kNone, false}, "praises", "praised", "praised", "praising"},
    {{"predict", SpeechCue::kSay, OutletCue::kWeak, false}, "predicts", "predicted", "predicted", "predicting"},
    {{"prefer", SpeechCue::kMind, OutletCue::kNone, false}, "prefers", "prefered", "prefered", "prefering"},
    {{"proclaim", SpeechCue::kSay, OutletCue::kNone, false}, "proclaims", "proclaimed", "proclaimed", "proclaiming"},
    {{"project", SpeechCue::kMind, OutletCue::kStrong, false}, "projects", "projected", "projected", "projecting"},
    {{"promise", SpeechCue::kSay, OutletCue::kNone, false}, "promises", "promised", "promised", "promising"},
    {{"propose", SpeechCue::kSay, OutletCue::kNone, false}, "proposes", "proposed", "proposed", "proposing"},
    {{"publish", SpeechCue::kNone, OutletCue::kStrong, true}, "publishes", "published", "published", "publishing"},
    {{"question", SpeechCue::kJudge, OutletCue::kNone, false}, "questions", "questioned", "questioned", "questioning"},
    {{"quip", SpeechCue::kSay, OutletCue::kNone, false}, "quips", "quipped", "quipped", "quipping"},
    {{"quote", SpeechCue::kJudge, OutletCue::kStrong, true}, "quotes", "quoted", "quoted", "quoting"},
    {{"reach", SpeechCue::kNone, OutletCue::kNone, true}, "reaches", "reached", "reached", "reaching"},
    {{"read", SpeechCue::kSay, OutletCue::kNone, false}, "reads", "read", "read", "reading"},
    {{"realise", SpeechCue::kMind, OutletCue::kNone, false}, "realises", "realised", "realised", "realising"},
    {{"realize", SpeechCue::kMind, OutletCue::kNone, false}, "realizes", "realized", "realized", "realizing"},
    {{"recall", SpeechCue::kSay, OutletCue::kNone, false}, "recalls", "recalled", "recalled", "recalling"},
    {{"reckon", SpeechCue::kMind, OutletCue::kNone, false}, "reckons", "reckoned", "reckoned", "reckoning"},
    {{"recommend", SpeechCue::kSay, OutletCue::kNone, false}, "recommends", "recommended", "recommended", "recommending"},
    {{"refuse", SpeechCue::kSay, OutletCue::kNone, false}, "refuses", "refused", "refused", "refusing"},
    {{"reiterate", SpeechCue::kSay, OutletCue::kNone, false}, "reiterates", "reiterated", "reiterated", "reiterating"},
    {{"reject", SpeechCue::kJudge, OutletCue::kNone, false}, "rejects", "rejected", "rejected", "rejecting"},
    {{"relay", SpeechCue::kSay, OutletCue::kNone, true}, "relays", "relayed", "relayed", "relaying"},
    {{"release", SpeechCue::kNone, OutletCue::kNone, false}, "releases", "released", "released", "releasing"},
    {{"remark", SpeechCue::kSay, OutletCue::kNone, false}, "remarks", "remarked", "remarked", "remarking"},
    {{"remind", SpeechCue::kAddress, OutletCue::kNone, false}, "reminds", "reminded", "reminded", "reminding"},
    {{"repeat", SpeechCue::kSay, OutletCue::kNone, false}, "repeats", "repeated", "repeated", "repeating"},
    {{"reply", SpeechCue::kSay, OutletCue::kNone, false}, "replies", "replied", "replied", "replying"},
    {{"report", SpeechCue::kSay, OutletCue::kStrong, true}, "reports", "reported", "reported", "reporting"},
    {{"request", SpeechCue::kSay, OutletCue::kNone, false}, "requests", "requested", "requested", "requesting"},
    {{"respond", SpeechCue::kSay, OutletCue::kNone, false}, "responds", "responded", "responded", "responding"},
    {{"retort", SpeechCue::kSay, OutletCue::kNone, false}, "retorts", "retorted", "retorted", "retorting"},
    {{"reveal", SpeechCue::kSay, OutletCue::kStrong, true}, "reveals", "revealed", "revealed", "revealing"},
    {{"review", SpeechCue::kNone, OutletCue::kStrong, true}, "reviews", "reviewed", "reviewed", "reviewing"},
    {{"ridicule", SpeechCue::kJudge, OutletCue::kNone, false}, "ridicules", "ridiculed", "ridiculed", "ridiculing"},
    {{"rule", SpeechCue::kSay, OutletCue::kNone, false}, "rules", "ruled", "ruled", "ruling"},
    {{"say", SpeechCue::kSay, OutletCue::kWeak, true}, "says", "said", "said", "saying"},
    {{"scream", SpeechCue::kSay, OutletCue::kNone, false}, "screams", "screamed", "screamed", "screaming"},
    {{"see", SpeechCue::kMind, OutletCue::kNone, true}, "sees", "saw", "seen", "seeing"},
    {{"seek", SpeechCue::kMind, OutletCue::kNone, false}, "seeks", "sought", "sought", "seeking"},
    {{"shout", SpeechCue::kSay, OutletCue::kNone, false}, "shouts", "shouted", "shouted", "shouting"},
    {{"show", SpeechCue::kSay, OutletCue::kNone, false}, "shows", "showed", "shown", "showing"},
    {{"shrug", SpeechCue::kSay, OutletCue::kNone, false}, "shrugs", "shruged", "shruged", "shruging"},
    {{"sigh", SpeechCue::kSay, OutletCue::kNone, false}, "sighs", "sighed", "sighed", "sighing"},
    {{"signal", SpeechCue::kSay, OutletCue::kNone, false}, "signals", "signaled", "signaled", "signaling"},
    {{"slam", SpeechCue::kJudge, OutletCue::kNone, false}, "slams", "slammed", "slammed", "slamming"},
    {{"snap", SpeechCue::kSay, OutletCue::kNone, false}, "snaps", "snapped", "snapped", "snapping"},
    {{"sneer", SpeechCue::kSay, OutletCue::kNone, false}, "sneers", "sneered", "sneered", "sneering"},
    {{"speculate", SpeechCue::kSay, OutletCue::kNone, false}, "speculates", "speculated", "speculated", "speculating"},
    {{"state", SpeechCue::kSay, OutletCue::kWeak, true}, "states", "stated", "stated", "stating"},
    {{"stress", SpeechCue::kSay, OutletCue::kNone, false}, "stresses", "stressed", "stressed", "stressing"},
    {{"suggest", SpeechCue::kSay, OutletCue::kWeak, false}, "suggests", "suggested", "suggested", "suggesting"},
    {{"support", SpeechCue::kMind, OutletCue::kNone, false}, "supports", "supported", "supported", "supporting"},
    {{"suspect", SpeechCue::kMind, OutletCue::kNone, false}, "suspects", "suspected", "suspected", "suspecting"},
    {{"swear", SpeechCue::kSay, OutletCue::kNone, false}, "swears", "swore", "sworn", "swearing"},
    {{"tally", SpeechCue::kMind, OutletCue::kStrong, false}, "tallies", "tallied", "tallied", "tallying"},
    {{"tell", SpeechCue::kAddress, OutletCue::kNone, false}, "tells", "told", "told", "telling"},
    {{"testify", SpeechCue::kSay, OutletCue::kNone, false}, "testifies", "testified", "testified", "testifying"},
    {{"theorize", SpeechCue::kSay, OutletCue::kNone, false}, "theorizes", "theorized", "theorized", "theorizing"},
    {{"think", SpeechCue::kMind, OutletCue::kNone, false}, "thinks", "thought", "thought", "thinking"},
    {{"tweet", SpeechCue::kSay, OutletCue::kNone, false}, "tweets", "tweeted", "tweeted", "tweeting"},
    {{"uncover", SpeechCue::kJudge, OutletCue::kStrong, true}, "uncovers", "uncovered", "uncovered", "uncovering"},
    {{"understand", SpeechCue::kMind, OutletCue::kStrong, false}, "understands", "understood", "understood", "understanding"},
    {{"urge", SpeechCue::kSay, OutletCue::kNone, false}, "urges", "urged", "urged", "urging"},
    {{"verify", SpeechCue::kJudge, OutletCue::kStrong, true}, "verifies", "verified", "verified", "verifying"},
    {{"view", SpeechCue::kMind, OutletCue::kNone, true}, "views", "viewed", "viewed", "viewing"},
    {{"vow", SpeechCue::kSay, OutletCue::kNone, false}, "vows", "vowed", "vowed", "vowing"},
    {{"want", SpeechCue::kMind, OutletCue::kNone, false}, "wants", "wanted", "wanted", "wanting"},
    {{"warn", SpeechCue::kAddress, OutletCue::kNone, false}, "warns", "warned", "warned", "warning"},
    {{"welcome", SpeechCue::kJudge, OutletCue::kNone, false}, "welcomes", "welcomed", "welcomed", "welcoming"},
    {{"whisper", SpeechCue::kSay, OutletCue::kNone, false}, "whispers", "whispered", "whispered", "whispering"},
    {{"wish", SpeechCue::kMind, OutletCue::kNone, false}, "wishes", "wished", "wished", "wishing"},
    {{"wonder", SpeechCue::kSay, OutletCue::kNone, false}, "wonders", "wondered", "wondered", "wondering"},
    {{"worry", SpeechCue::kMind, OutletCue::kNone, false}, "worries", "worried", "worried", "worrying"},
    {{"write", SpeechCue::kSay, OutletCue::kStrong, true}, "writes", "wrote", "written", "writing"},
    {{"yell", SpeechCue::kSay, OutletCue::kNone, false}, "yells", "yelled", "yelled", "yelling"},
    // clang-format on
};

struct FormEntry {
  absl::string_view form;
  VerbMatch match;
};

const std::vector<FormEntry>& Forms() {
  static const auto* const forms = [] {
    auto* table = new std::vector<FormEntry>;
    for (const Conjugation& c : kVerbs) {
      table->push_back({c.verb.lemma, {&c.verb, VerbForm::kBase}});
      table->push_back({c.third, {&c.verb, VerbForm::kThird}});
      table->push_back({c.past, {&c.verb, VerbForm::kPast}});
      table->push_back({c.participle, {&c.verb, VerbForm::kParticiple}});
      table->push_back({c.gerund, {&c.verb, VerbForm::kGerund}});
    }
    // Of forms that are spelled alike ("read", "said") the finite past comes first.
    const auto rank = [](VerbForm form) { return form == VerbForm::kPast ? 0 : 1 + static_cast<int>(form); };
    std::sort(table->begin(), table->end(), [&](const FormEntry& a, const FormEntry& b) {
      return a.form != b.form ? a.form < b.form : rank(a.match.form) < rank(b.match.form);
    });
    return table;
  }();
  return *forms;
}

}  // namespace

VerbMatch FindReportingVerb(absl::string_view form) {
  constexpr size_t kLongest = 16;
  if (form.empty() || form.size() > kLongest) return {};
  char buffer[kLongest];
  std::transform(form.begin(), form.end(), buffer, [](char c) { return absl::ascii_tolower(static_cast<unsigned char>(c)); });
  const absl::string_view lower(buffer, form.size());
  const std::vector<FormEntry>& forms = Forms();
  const auto it = std::lower_bound(forms.begin(), forms.end(), lower,
                                   [](const FormEntry& e, absl::string_view f) { return e.form < f; });
  return it != forms.end() && it->form == lower ? it->match : VerbMatch{};
}

}  // namespace consilience
