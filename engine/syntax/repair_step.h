// The steps of RepairTree, each for one thing that the parser gets wrong, and what they share.
//
// Every step takes words that form a tree and leaves them a tree.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// ---- Clauses (repair_clauses.cc) ----

// "told the court that she had left", with the clause on "court": hangs it on the verb of saying, as its content. Only
// where the clause is complete (a subject of its own behind the conjunction "that") and the noun takes no content.
void RepairContentClauses(std::vector<Word>* words);

// "asked her if she was ready", with the readiness as a condition of the asking: it is what was asked.
void RepairAskedConditions(std::vector<Word>* words);

// "His family, however, insists he left", with "insists" as a noun that the leaving describes: they say it.
void RepairSayingNouns(std::vector<Word>* words);

// "Ana Lee, asked about it, said no", with the asking as what she said: she was asked.
void RepairAskedBefore(std::vector<Word>* words);

// "gave Ana Lee the key", with two objects: she is whom it was given to. "called the plan a fraud": that is what the
// plan was said to be.
void RepairTwoObjects(std::vector<Word>* words);

// "estimates that 8 percent of voters backed it", with voters who were backed and no verb behind "that": they backed
// it.
void RepairContentsWithoutVerb(std::vector<Word>* words);

// "found rules go unheeded", "shows Ana signed it", with the rules as what was found, Ana as who is shown: they are the
// subject of the content.
void RepairBareContents(std::vector<Word>* words);

// "'I saw it,' Ana Lee, a lawyer, said", with Ana Lee a second subject of "saw": hangs her on the verb of saying that
// has none. "Ana Lee, he said, left" with both at "said": hers is the leaving. "'... of power,' Ana Lee said", with her
// beside the power: she said it.
void RepairStraySubjects(std::vector<Word>* words);

// "filed papers Monday that showed it", with the clause on the day: hangs it on what was filed.
void RepairClausesOfDays(std::vector<Word>* words);

// "quoted Ana Lee, who had left", with the leaving beside the quoting: hangs the clause on the noun before "who".
// So for "towns hit by the storm, which has passed", with the passing on the towns.
void RepairRelativeClauses(std::vector<Word>* words);

// "saying he was ill and did not come", with the coming beside the saying: a finite verb is joined to a finite one.
void RepairFiniteConjuncts(std::vector<Word>* words);

// "left, saying it failed and calling it a loss", with the calling beside the failing: a gerund goes with a gerund.
void RepairGerundConjuncts(std::vector<Word>* words);

// "began after police shot and killed him", with a police shot: police shot him.
void RepairShootings(std::vector<Word>* words);

// "The charge says Ana Lee lied", with a charge that says: it says, and she lied.
void RepairSayingRelatives(std::vector<Word>* words);

// "ordered them to bake cakes, teach clerks", with the teaching beside the ordering: a bare verb goes with an
// infinitive.
void RepairBareConjuncts(std::vector<Word>* words);

// "seeks papers found in Lyon but not kept there", with the keeping beside the seeking: a participle goes with one.
void RepairParticipleConjuncts(std::vector<Word>* words);

// "The ministers are to meet", "are due to meet", read like "the plan is to meet": what they will do, not what they
// are.
void RepairDueTo(std::vector<Word>* words);

// ---- Nouns (repair_nouns.cc) ----

// "Attorney General Ana Lee said", "Minister of Health Ana Lee said", with two subjects, or objects, side by side: the
// noun phrase right before a person's name describes its bearer. "The attorney general said", with two subjects: the
// second word describes the first.
void RepairTornNames(std::vector<Word>* words);

// "Ana Lee, a lawyer and a professor", with the professor beside Ana Lee: joins what she is. "A lawyer from Lyon, Ana
// Lee left", with two subjects: the lawyer is she. "the charges against Ana Lee, a lawyer", with the charges a lawyer:
// she is. "the Reds, the Union of Mills, and Ana Lee", with the union as what the Reds are: three of them.
void RepairAppositions(std::vector<Word>* words);

// "Ana Lee on Monday left", with the day on her: it is that of the leaving. "met the president Monday", with a Monday
// of presidents: met him on that day.
void RepairDays(std::vector<Word>* words);

// "sentenced to two years in prison", with the sentencing in prison: the years are.
void RepairTerms(std::vector<Word>* words);

// "a May 4, 2020, meeting with Ana Lee": the date describes the meeting.
void RepairDatedNouns(std::vector<Word>* words);

// "Ana Lee, ranking member of the House", with a ranking of hers: what she is.
void RepairParticipleTitles(std::vector<Word>* words);

// "Ana Lee, editor-in-chief of the Post", with "chief" beside the editor: one word of five.
void RepairHyphenated(std::vector<Word>* words);

// ---- Quantities (repair_quantities.cc) ----

// "killed at least 20 people", with "people" as an adverbial, "fewer than 20 were hurt", with "fewer" on "hurt": what
// compares a number hangs on it, and what is counted is the verb's subject or object.
void RepairQuantities(std::vector<Word>* words);

// "died aged 83", with an adjective as what one died: a participle, as it is beside other verbs.
void RepairAges(std::vector<Word>* words);

// ---- Words hung on the wrong one of two (repair_attachments.cc) ----

// "Ana Lee and one of her clerks", with the clerks beside her: one of them.
void RepairPartitives(std::vector<Word>* words);

// "one of the mills, built in May, burned", with the building of all: the one was built.
void RepairClausesOfOne(std::vector<Word>* words);

// "held on a charge three days after the fire", with the days on the charge: so long after the fire.
void RepairSpans(std::vector<Word>* words);

// "can sell mills or bake in May", with the baking beside the mills: a bare verb goes with one.
void RepairBareVerbs(std::vector<Word>* words);

// "held on like but other charges", with the likeness apart: the charges are both.
void RepairLikeCharges(std::vector<Word>* words);

// "the claims Ana Lee made", with Ana Lee beside the claims, which were made: she made them.
void RepairReducedRelatives(std::vector<Word>* words);

// "called the sale of the mill a fraud", with the fraud beside the mill: it is what the sale was called.
void RepairNamings(std::vector<Word>* words);

// "cleared the way for Ana Lee to win", with the winning as what it was cleared for: the way is.
void RepairPurposesOfNouns(std::vector<Word>* words);

// "built somewhere else", with two adverbs of the building: one place.
void RepairElse(std::vector<Word>* words);

// "a power grab by the mayor", with a power that was grabbed, if "grab" were a participle: a noun.
void RepairNounsReadAsVerbs(std::vector<Word>* words);

// ---- What they share (repair.cc) ----

// Whether a verb of this lemma says or thinks something.
bool IsSayingVerb(absl::string_view lemma);

// Whether word `i` is `above` or below it.
bool IsBelow(const std::vector<Word>& words, int32_t i, int32_t above);

// The words around word `i`, as far as a step looks for its dependents and those of its neighbours: no sentence that
// somebody wrote is longer, and odd ones take no longer than their length.
struct Window {
  size_t begin = 0, end = 0;
};
Window Around(const std::vector<Word>& words, int32_t i);

// `head`, or the window's beginning where the head of word `i` stands farther before it.
int32_t Nearest(const std::vector<Word>& words, size_t i, int32_t head);

// Whether some word of the window passes `test`.
template <typename Test>
bool AnyWithin(const std::vector<Word>& words, Window window, const Test& test) {
  return std::any_of(words.begin() + static_cast<ptrdiff_t>(window.begin),
                     words.begin() + static_cast<ptrdiff_t>(window.end), test);
}

// Whether `table`, sorted, has the word.
template <typename Table>
bool Contains(const Table& table, absl::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

// What most sentences have not costs them no memory.
template <typename Test>
bool Any(const std::vector<Word>& words, const Test& test) {
  return std::any_of(words.begin(), words.end(), test);
}

}  // namespace consilience
