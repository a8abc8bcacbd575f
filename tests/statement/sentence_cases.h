// Texts whose sentences are known. "|" stands where one ends; the text itself has none.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace consilience {

inline constexpr absl::string_view kSentenceCases[] = {
    // Plain prose.
    "The ferry sank at dawn.| Rescuers found nine people.",
    "Who paid for the bridge?| Nobody would say.",
    "Stop!| The gate is closing.",
    "It rained for nine days.| It did not stop on the tenth.",
    "The vote was close.| The mayor lost.| Her deputy won.",
    // Titles and military ranks.
    "Gen. Marta Oduya commanded the garrison.| She resigned in May.",
    "The letter was signed by Dr. Hale and Mrs. Quist.| Neither replied.",
    "Sen. Ruiz and Rep. Okafor voted no.| Gov. Lind abstained.",
    "Lt. Col. Amara Diallo spoke first.| Sgt. Voss followed.",
    "The Rev. Peter Nwosu led the prayer.| Prof. Anneke de Wit read a poem.",
    "Mr. Sato declined.| Ms. Brandt agreed.",
    "Adm. Chen met Capt. Ferro on Monday.| They talked for an hour.",
    "St. Elmo was flooded.| Mt. Arden was not.",
    // Initials.
    "J. P. Moreau wrote the report.| A. B. Stern reviewed it.",
    "John Q. Mbeki testified.| George W. Hansen did not.",
    "The novel by E. M. Castell sold well.| Critics were cool.",
    "R. J. Tanaka, the coach, was dismissed.| The players wept.",
    // Abbreviated countries and places.
    "The U.S. Senate passed the bill.| The U.K. welcomed it.",
    "He flew to the U.S. on Friday.| The trip lasted a week.",
    "Washington, D.C. was quiet.| Boston was not.",
    "Troops left the U.S.| The convoy reached port on Sunday.",
    "The U.N. Security Council met at noon.| It adopted nothing.",
    "The E.U. and the U.S. signed in Lisbon.| They meet again in June.",
    // Times.
    "The blast happened at 5 a.m. in the old harbour.| Two dockers were hurt.",
    "Polls close at 8 p.m. on Sunday.| Results come later.",
    "The bell rang at 6 p.m.| The shops closed at once.",
    "She landed at 11:45 a.m. local time.| A crowd had gathered.",
    // Companies.
    "Halden Inc. bought Verity Corp. for $4 million.| Shares rose.",
    "Orion Ltd. said profits fell.| Investors sold.",
    "The suit names Baltic Co. and Nordsee Bros. as owners.| A hearing is set.",
    "He works for Lumen Inc.| The firm builds lamps.",
    // Months and numbers.
    "The trial opens on Jan. 14 in Geneva.| It may last a year.",
    "On Dec. 3 the dam broke.| On Dec. 9 it was mended.",
    "See No. 14 in the list.| It is missing.",
    "Inflation rose to 3.5 percent.| It was 2.9 percent in May.",
    "The index lost 1.25 points.| Bonds gained .5 percent.",
    "Version 2.0 is out.| Version 3.1 follows.",
    "The fine was $3.4 million.| The firm paid.",
    "In 1914 the war began.| In 1918 it ended.",
    "About 3,400 people fled.| Another 12,000 stayed.",
    // Quotations.
    "\"We will rebuild,\" the mayor said.| \"It will take years.\"",
    "\"Is it over?\" she asked.| Nobody answered.",
    "\"Run!\" he shouted.| They ran.",
    "He said, \"The road is closed.\"| Police agreed.",
    "\u201CThe road is closed,\u201D he said.| \u201CTurn back.\u201D",
    "\u201CWho are they?\u201D the judge asked.| The clerk shrugged.",
    "She called it \u201Ca quiet war.\u201D| Others disagreed.",
    "\"I came.| I saw.| I left,\" he said.",
    "\"Nothing was taken!\" the curator said.| The police were not so sure.",
    "The sign read \"No entry.\"| Nobody obeyed.",
    "\u201CWe lost everything.| The boats are gone,\u201D said one fisherman.",
    "\"We do not know why it fell,\" he said.| \"It was built to last.\"",
    // Brackets.
    "The plan failed.| (It had been tried before.)| A new one was drawn up.",
    "The court (the third in a year) agreed.| The case is closed.",
    "He resigned (see p. 4).| She did not.",
    "The agency (founded in 1950) is small.| Its budget is not.",
    // Ellipses.
    "We waited ... and nothing came.| Then it rained.",
    "He hesitated... then signed.| The crowd cheered.",
    "\"I thought... well, never mind,\" she said.| The hearing went on.",
    // Addresses of the net.
    "Visit www.example.org for details.| The form is there.",
    "Write to press@example.com before Friday.| Late letters are ignored.",
    "The file is at https://example.com/a.b/c?d=e.| It is large.",
    "The site example.org was down.| It came back at noon.",
    // Other abbreviations.
    "Bring tools, e.g. a saw and a rope.| Wear gloves.",
    "It covers fruit, i.e. apples and pears.| Nuts are out.",
    "The case of Moreno v. Hale is old.| It still matters.",
    "Cats, dogs, etc. are allowed.| Snakes are not.",
    "The road runs approx. nine miles.| It is steep.",
    "It was Oslo vs. Bergen.| Oslo won.",
    "She holds a Ph.D. in physics.| Her brother holds an M.D.",
    "Martin Reyes Jr. won the seat.| His father lost it in 1990.",
    "He lives on Elm St. near the mill.| She lives on Oak Ave. by the park.",
    // Question and exclamation marks inside.
    "Yes!| No!| Maybe.",
    "What now?!| Nobody knew.",
    "Really??| Yes.",
    // Words that look like names of months or states but are not.
    "He may go.| She may stay.",
    "Mark the date.| Will the bank pay?",
    // Semicolons and colons do not end sentences.
    "The first ship sank; the second turned back.| The third waited.",
    "Three things matter: time, money and luck.| We have none.",
    // Single letters that end sentences.
    "They took vitamin C.| It did not help.",
    "The answer was B.| Most chose A.",
    "So did I.| So did they.",
    // Decimals and percentages at the end.
    "Turnout was 61.5%.| It had been 58%.",
    "The rate is now 4.| It was 5.",
    "He was born in 1971.| She was born in 1973.",
    "The ticket costs \u20AC9.50.| Children pay half.",
    // No-break spaces and other white space.
    "The\u00A0dam broke.|\u00A0The valley flooded.",
    "The dam broke.|   The valley flooded.",
    // Names with stops or capitals.
    "The band AC/DC played.| The crowd sang.",
    "The e.g. in the text was wrong.| It was changed.",
    "McDonald's closed.| O'Hara's opened.",
    // Numbers that begin sentences.
    "The fire spread.| 14 houses burned.",
    "He was 80.| 40 years earlier he had been a sailor.",
    // Long chains.
    "Mr. J. R. Lowe of Kestrel Inc. met Gov. T. Abara in St. Ives at 4 p.m. on Oct. 2.| Nothing came of it.",
    "\"The U.S. Army's Gen. Ito said so,\" Mr. Dale wrote.| It was not true.",
};

// Texts of several lines: a line end always ends a statement.
inline constexpr absl::string_view kLineCases[] = {
    "Dam breaks above Arden|\nNine missing, mayor says|\nBy Clara Voss|\nThe dam above Arden broke on Sunday.| Nine "
    "people "
    "are missing.",
    "Council approves budget|\n\nThe council approved the budget on Monday.| It is smaller than the last.",
    "What we know:|\n- The dam broke at dawn|\n- Nine people are missing|\n- The road is closed",
    "1. Boil water.|\n2. Stay inside.|\n3. Call 112.",
    "* Wheat up 3%|\n* Maize down 1%",
    "Photo: Ana Reyes|\nThe bridge at noon.",
    "Q: Was it safe?|\nA: We thought so.",
    "Correction|\nAn earlier version gave the wrong date.",
    "HEADLINE IN CAPITALS|\nThe text begins here.| It goes on.",
};

struct MarkedCase {
  std::string text;
  std::vector<std::string> sentences;
};

inline MarkedCase ParseCase(absl::string_view marked) {
  MarkedCase out;
  out.sentences.emplace_back();
  for (const char c : marked) {
    if (c == '|') {
      out.sentences.emplace_back();
    } else {
      out.text.push_back(c);
      out.sentences.back().push_back(c);
    }
  }
  // A sentence's span has no white space at either end.
  for (std::string& sentence : out.sentences) {
    for (const absl::string_view space : {" ", "\n", "\xC2\xA0", " ", " ", "\n"}) {
      while (absl::string_view(sentence).substr(0, space.size()) == space) sentence.erase(0, space.size());
    }
  }
  return out;
}

}  // namespace consilience
