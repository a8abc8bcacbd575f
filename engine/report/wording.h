// The words that every format of a report shares.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/report/report.h"

namespace consilience {

// "1 outlet", "1,234 outlets".
std::string Counted(int64_t count, absl::string_view one, absl::string_view many);
// Grouped in threes: "1,234".
std::string Grouped(int64_t number);
// "87%"; "over 99%" and "under 1%" rather than a certainty that is none.
std::string Percent(Probability probability);
// "2026-05-04", "2026-05-04 to 2026-05-06"; "" when unknown.
std::string Period(absl::string_view first, absl::string_view last);
// "2026-05-04 08:00 UTC"; as it is when it is not a time.
std::string Moment(absl::string_view instant);

bool IsPronoun(absl::string_view text);
// What the claims of a group say: "The ferry Alma sank near Porto Novo", "he [Rui Tavares] resigned"; without a text to
// take the words from, "Mount Tamar, height: 1200".
std::string Fact(const ReportGroup& group);
// How the claims of a group are meant, as Manner says it of one claim; what the words show already is left out.
std::vector<std::string> Manner(const ReportGroup& group);
// Fact and Manner: "The two leaders will sign an agreement (said by Ana Morel)".
std::string FactInFull(const ReportGroup& group);
// "2 outlets", "2 publisher families", "1 independent": what stands behind a group.
std::vector<std::string> Support(const ReportGroup& group);
// The predicate as the statement words it, else its lemma.
const std::string& PredicateWords(const ReportClaim& claim);
// How a claim is meant, other than as plainly asserted: "negated", "planned", "said by Ana Morel",
// "reported speech" when a pronoun stands for the speaker.
// The outlets credited for its statement are not told as its speakers.
std::vector<std::string> Manner(const ReportClaim& claim, const std::vector<std::string>& outlets);
// What is at odds in a conflict of this kind: "different numbers".
absl::string_view AtOdds(absl::string_view conflict_kind);
// The same of a conflict, and between whom it is when it is not the outlets: "different numbers, a dispute between Ana
// Morel and police".
std::string AtOdds(const ReportConflict& conflict);
// What a credit of this basis rests on: "named in the statement".
absl::string_view BasisInWords(absl::string_view basis);

// A quotation's statement, printable, and the bytes of it that make the claim.
struct Passage {
  std::string text;
  size_t focus_begin = 0;
  size_t focus_end = 0;  // equal to focus_begin: all of it
};
Passage PassageOf(const Quotation& quotation);
// As much of it as `width` columns take, with the focus in sight.
std::string Excerpt(const Passage& passage, int width);

// A statement that several outlets have in the same words, whatever its marks and quotes look like.
struct ReportVoice {
  const Quotation* quotation = nullptr;  // the first of them
  std::vector<std::string> outlets;
};
// In the order of the quotations; those without a text are left out.
std::vector<ReportVoice> Voices(const ReportGroup& group);
// The group's outlets that no quotation speaks for.
std::vector<std::string> Unquoted(const ReportGroup& group);

// The outlets of a statement by basis, in the order of the statement's lists: {"inline", {"Reuters", "BBC"}}.
std::vector<std::pair<std::string, std::vector<std::string>>> CreditsByBasis(const ReportStatement& statement);

// The store's file, without its folders: a report is passed on.
std::string StoreName(const Report& report);

// The counts of a report: {"documents", 3}, ...; the names suit the number.
// What only a reconciliation knows is left out before there was one.
std::vector<std::pair<std::string, int64_t>> Totals(const Report& report);

// What to do next when there is nothing to show yet; "" otherwise.
struct NextStep {
  std::string why;      // "Nothing has been read into this store yet."
  std::string command;  // "consilience ingest --store s.db PATH..."
};
NextStep NextStepOf(const Report& report);

// What the best corroborated claims are, and what they are not.
inline constexpr char kWhatIsCounted[] =
    "What several outlets report alike: what is reported, not what is true. Independent outlets neither belong to one "
    "owner nor copy one another or the same wire report.";

// Whether there are groups of two independent outlets that the report does not show.
bool HasMoreCorroborated(const Report& report);

// What is said of corroborated groups that are too doubtful to be shown; "" when there are none.
std::string LeftOut(const Report& report);

// What a section says when its list is empty; "" when there is something that was not asked for, or nothing to look at.
std::string NoFacts(const Report& report);
std::string NoConflicts(const Report& report);

}  // namespace consilience
