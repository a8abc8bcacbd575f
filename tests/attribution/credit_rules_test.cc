// What makes an outlet a credit, statement by statement, by the shipped language model.
#include "engine/attribution/credit_rules.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "attribution/shared_stages.h"
#include "engine/attribution/credit.h"

namespace consilience {
namespace {

// "BASIS OUTLET; ..." of the first statement of a text, in the order of their mentions.
std::string CreditsOf(const std::string& text) {
  const Stages& stages = SharedStages();
  Analyzer::Scratch scratch;
  Document document;
  document.format = InputFormat::kArticles;
  document.text = text;
  const Segmentation segmentation = stages.segmenter->Segment(text);
  const std::vector<Analysis> analyses = stages.analyzer->AnalyzeText(text, segmentation, &scratch);
  const std::vector<Speech> speech = FindSpeech(text, segmentation, analyses);
  const auto credits = CreditFinder(stages.registry.get()).Find(document, segmentation, analyses, speech).statements;
  return absl::StrJoin(credits.front(), "; ", [](std::string* out, const Credit& credit) {
    absl::StrAppend(out, ToString(credit.basis), " ", credit.outlet);
  });
}

struct Case {
  const char* text;
  const char* credits;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

class CreditRulesTest : public ::testing::TestWithParam<Case> {};

TEST_P(CreditRulesTest, Holds) {
  EXPECT_EQ(CreditsOf(GetParam().text), GetParam().credits) << GetParam().text;
}

#define CONSILIENCE_CASES(name, ...)      \
  constexpr Case k##name[] = __VA_ARGS__; \
  INSTANTIATE_TEST_SUITE_P(name, CreditRulesTest, ::testing::ValuesIn(k##name))

CONSILIENCE_CASES(
    AfterPhrases,
    {
        {"The mill closed in May, according to Reuters.", "inline Reuters"},
        {"According to a Bloomberg report, the mill closed in May.", "inline Bloomberg"},
        {"Per NPR, the mill employed ninety people.", "inline NPR"},
        {"The mill was sold twice, according to reports by CNN and the BBC.", "inline CNN; inline BBC"},
        {"Workers were told in person, as first reported by the Seattle Times.", "inline The Seattle Times"},
        {"The plan was reported earlier on Monday by Axios.", "inline Axios"},
        {"A memo seen by Le Monde names the buyer.", "inline Le Monde"},
        {"The buyer was in Oslo that week, according to documents obtained by the Guardian.", "inline The Guardian"},
        {"The owner paid nothing, according to records reviewed by the Associated Press.", "inline Associated Press"},
        {"The mayor said in an interview with CNBC that the mill would reopen.", "inline CNBC"},
        {"In a telephone interview with Reuters, she named a date.", "inline Reuters"},
        {"She named no date during a two-hour interview on Sky News.", "inline Sky News"},
        {"\"We can wait,\" she told Die Zeit.", "inline Die Zeit"},
        {"She tells the Irish Times she can wait.", "inline The Irish Times"},
        {"Speaking on MSNBC, she praised the workers.", "inline MSNBC"},
        {"In an emailed statement to Bloomberg, the owner denied it.", "inline Bloomberg"},
        {"The former owner, writing in the Financial Times, blamed the roads.", "inline Financial Times"},
        {"In an essay for The Atlantic, he blamed the roads.", "inline The Atlantic"},
        {"He wrote in Foreign Policy that the roads had failed.", "inline Foreign Policy"},
        {"The minister was quoted by Xinhua as saying that the road was safe.", "inline Xinhua"},
        {"The minister was quoted as saying by Anadolu that the road was safe.", "inline Anadolu Agency"},
        {"The road is safe, in the words of the Economist.", "inline The Economist"},
        {"The road is open (via Politico).", "inline Politico"},
        {"Tolls will double, per KQED and the Mercury News.", "inline KQED; inline The Mercury News"},
        {"\"We are done,\" he said on CNN's State of the Union.", "inline CNN"},
        {"He wrote in a blistering Washington Post op-ed that the roads had failed.", "inline The Washington Post"},
        {"Officials tell NPR's Ann Lowe that the road was late.", "inline NPR"},
        {"An aide acknowledged to Politico that the road was late.", "inline Politico"},
        {"He clarified Thursday on Fox News that the road was late.", "inline Fox News"},
        {"She told \"Fox & Friends\" that the road was late.", "inline Fox News"},
        {"On CNN's State of the Union on Sunday, she said the road was late.", "inline CNN"},
        {"She told Ann Lowe of the Guardian that the road was late.", "inline The Guardian"},
        {"The delay was first reported by Ann Lowe of the Irish Times.", "inline The Irish Times"},
        {"The senator, appearing on MSNBC, said the road was late.", "inline MSNBC"},
        {"Residents interviewed by Reuters said the road was flooded.", "inline Reuters"},
        {"A letter obtained by ABC News names the driver.", "inline ABC News"},
        {"The letter was published by Der Spiegel on Friday.", "inline Der Spiegel"},
        {"The letter was leaked to the Guardian, which reported on it in May.", "inline The Guardian"},
    });

CONSILIENCE_CASES(
    Subjects, {
                  {"Reuters reported that the bridge was shut.", "inline Reuters"},
                  {"The Washington Post first reported the closure.", "inline The Washington Post"},
                  {"On Sunday night, CNN reported a second closure.", "inline CNN"},
                  {"CNN has learned that a third bridge is cracked.", "inline CNN"},
                  {"The BBC and Deutsche Welle report that ferries are full.", "inline BBC; inline Deutsche Welle"},
                  {"Ferries are full, the Daily Mail reports.", "inline Daily Mail"},
                  {"\"Nobody slept,\" reported El Mundo.", "inline El Mundo"},
                  {"The Hindu, citing two engineers, said the steel was old.", "inline The Hindu"},
                  {"The Times of India, which broke the story, says the steel was old.", "inline The Times of India"},
                  {"As the New Yorker put it, the bridge was \"a promise in rust.\"", "inline The New Yorker"},
                  {"Der Spiegel described the bridge as a ruin.", "inline Der Spiegel"},
                  {"China's Xinhua news agency said traffic was normal.", "inline Xinhua"},
                  {"Japanese broadcaster NHK said trains had stopped.", "inline NHK"},
                  {"Israeli newspaper Haaretz reported that a general had resigned.", "inline Haaretz"},
                  {"Bloomberg's Anna Reyes reported that the bank was for sale.", "inline Bloomberg"},
                  {"The Guardian's political editor, Jo Marsh, wrote that nobody would buy it.", "inline The Guardian"},
                  {"A Reuters correspondent in the port said cranes were idle.", "inline Reuters"},
                  {"AFP journalists saw smoke above the port.", "inline Agence France-Presse"},
                  {"Several outlets, including Politico and Semafor, reported that she would resign.",
                   "inline Politico; inline Semafor"},
                  {"The bank is for sale, with Bloomberg reporting that two bids are in.", "inline Bloomberg"},
                  {"PolitiFact rated the claim false.", "inline PolitiFact"},
                  {"The Atlantic ran a long feature that called the bridge a ruin.", "inline The Atlantic"},
                  {"Forbes put the owner's worth at $9 billion.", "inline Forbes"},
                  {"Axios asked whether the bridge would hold.", "inline Axios"},
                  {"Reuters: Bridge will not hold, engineers say", "inline Reuters"},
                  {"Snopes (a fact-checker) rated the claim false.", "inline Snopes"},
                  {"The Washington Post and other outlets reported a second letter.", "inline The Washington Post"},
                  {"Axios was the first to report the second letter.", "inline Axios"},
                  {"Other outlets, such as Politico, reported a third letter.", "inline Politico"},
                  {"CNN was told that the line had been cut.", "inline CNN"},
                  {"The BBC has verified the video.", "inline BBC"},
                  {"The Guardian reported on the strike for a week.", "inline The Guardian"},
              });

CONSILIENCE_CASES(
    Reports,
    {
        {"A report by Al Jazeera found that the wells were dry.", "inline Al Jazeera"},
        {"A Financial Times analysis shows that rents doubled.", "inline Financial Times"},
        {"An investigation by ProPublica and the Texas Tribune revealed three more leaks.",
         "inline ProPublica; inline The Texas Tribune"},
        {"The leak, according to a Houston Chronicle investigation, began in 2014.", "inline Houston Chronicle"},
        {"He resigned after a BBC report that he had sold the wells.", "inline BBC"},
        {"The wells were sold, according to an exclusive report in the Wall Street Journal.",
         "inline The Wall Street Journal"},
        {"Shares fell after a Wall Street Journal story about the wells.", "inline The Wall Street Journal"},
        {"He brushed aside a Reuters story about the wells.", ""},
        {"By an Associated Press count, nine villages have no water.", "inline Associated Press"},
        {"A report from Politico (a Washington paper) suggested that the wells were sold.", "inline Politico"},
        {"A Fox News headline said the wells were \"poison.\"", "inline Fox News"},
        {"The mayor denied it in a brief CNN interview.", "inline CNN"},
        {"An Associated Press count found that nine villages have no water.", "inline Associated Press"},
    });

CONSILIENCE_CASES(
    Lists,
    {
        {"The vote was close, according to Germany's largest tabloid, Bild, the dpa news agency and n-tv.",
         "inline Bild; inline Deutsche Presse-Agentur; inline n-tv"},
        {"The vote was close, reported Kyodo, Japan's news agency, and NHK.", "inline Kyodo News; inline NHK"},
        {"The vote was close, according to Dawn, a Karachi daily, and Geo News.", "inline Dawn; inline Geo News"},
        {"The vote was close, according to CNN as well as NPR.", "inline CNN; inline NPR"},
        {"The vote was close, according to the Eastvale Bugle and CNN.", "inline CNN"},
        {"The vote was close, according to the Associated Press (AP) and the Press Trust of India (PTI).",
         "inline Associated Press; inline Press Trust of India"},
        {"According to CNN, Reuters reported a recount.", "inline CNN; inline Reuters"},
    });

CONSILIENCE_CASES(
    Relays,
    {
        {"Reuters said, citing Interfax, that the pipe had burst.", "via Reuters; inline Interfax"},
        {"Citing Yonhap, the Guardian reported a second launch.", "inline Yonhap News Agency; via The Guardian"},
        {"The pipe burst, Al Arabiya reported, quoting SANA.", "via Al Arabiya; inline SANA"},
        {"Bloomberg reported, citing people familiar with the matter, that a bid was near.", "inline Bloomberg"},
        {"Quoting TASS, the daily said the pipe had burst.", "inline TASS"},
    });

CONSILIENCE_CASES(Marks,
                  {
                      {"PARIS (Reuters) - The tower will be painted gold.", "inline Reuters"},
                      {"BERLIN, March 3 (dpa) - The tower will be painted gold.", "inline Deutsche Presse-Agentur"},
                      {"The tower will be painted gold (AFP).", "inline Agence France-Presse"},
                      {"With reporting by Reuters and the Associated Press", "inline Reuters; inline Associated Press"},
                      {"Source: Kyodo", "inline Kyodo News"},
                      {"The Associated Press contributed to this report.", "inline Associated Press"},
                      {"Associated Press writer Ian Poe contributed to this report.", "inline Associated Press"},
                      {"NPR's Ian Poe contributed.", "inline NPR"},
                      {"Contributing: Ian Poe, Ann Lowe and the Associated Press", "inline Associated Press"},
                      {"(CNN) The tower will be painted gold.", "inline CNN"},
                      {"By Rosa Lind and Tom Hale, Associated Press", "inline Associated Press"},
                      {"The tower (height 300 m) will be painted gold.", ""},
                  });

CONSILIENCE_CASES(Polls, {
                             {"Half of voters are undecided, according to a Fox News poll.", "poll Fox News"},
                             {"A CBS News/YouGov survey put the figure at 40 percent.", "poll CBS News"},
                             {"A poll conducted by ABC News found that most voters were undecided.", "poll ABC News"},
                             {"The NBC News-Wall Street Journal poll has the race tied.",
                              "poll NBC News; poll The Wall Street Journal"},
                             {"A new Reuters/Ipsos poll shows the race tied.", "poll Reuters"},
                             {"A CNN poll has the race tied, Reuters reported, and one side leads, CNN said.",
                              "inline Reuters; inline CNN"},
                             {"A Washington Post-ABC News poll released Sunday shows the race tied.",
                              "poll The Washington Post; poll ABC News"},
                             {"Few voters are undecided, a CBS News poll found.", "poll CBS News"},
                         });

CONSILIENCE_CASES(TalkedAbout, {
                                   {"The senator sued CNN for defamation.", ""},
                                   {"The senator has asked the New York Times to correct the story.", ""},
                                   {"The governor criticized the Washington Post for its headline.", ""},
                                   {"A Fox News host called the bill a disgrace.", ""},
                                   {"Fox News anchor Bret Hall moderated the debate.", ""},
                                   {"CNN viewers were divided.", ""},
                                   {"The New York Times Company reported a loss.", ""},
                                   {"The BBC apologised to the family.", ""},
                                   {"The BBC said it would cut 400 jobs.", ""},
                                   {"On Friday, CNN added a correction to the story.", ""},
                                   {"The BBC published an apology.", ""},
                                   {"The BBC has asked him to leave.", ""},
                                   {"Reuters could not verify the claim.", ""},
                                   {"CNN has not verified the video.", ""},
                                   {"She refused to tell CNN her name.", ""},
                                   {"He will be interviewed by CBS News on Sunday.", ""},
                                   {"She is to be interviewed by the BBC tomorrow.", ""},
                                   {"The senator appeared on CNN and smiled.", ""},
                                   {"The senator pointed to CNN and frowned.", ""},
                                   {"The professor of journalism commented on CNN for an hour.", ""},
                                   {"The senator watched Fox News all night.", ""},
                                   {"Pupils in AP classes reported stress.", ""},
                                   {"Scranton, PA reported a warm winter.", ""},
                                   {"The PA told its officers to stay home.", ""},
                                   {"He told AA that he had stopped.", ""},
                                   {"CNN declined to comment.", ""},
                                   {"The ministry denied a report by Reuters that the dam had failed.", ""},
                                   {"He dismissed the CNN report as a lie.", ""},
                                   {"She worked for the Associated Press for ten years.", ""},
                                   {"He is a former editor of the Daily Telegraph.", ""},
                                   {"He did not respond to a request for comment from NBC News.", ""},
                                   {"The concert was shown live on CNN.", ""},
                                   {"The newspaper competes with the Chicago Tribune.", ""},
                                   {"Lawyers for the Wall Street Journal said the suit was groundless.", ""},
                                   {"The hearing was covered by the BBC's legal team.", ""},
                                   {"Time passed slowly, said the lighthouse keeper.", ""},
                                   {"The sun reported to nobody.", ""},
                                   {"They spent the evening at the mirror, according to the nurse.", ""},
                                   {"A metro spokesman said trains would run.", ""},
                                   {"Michael Bloomberg told reporters he would not run.", ""},
                                   {"The express told passengers nothing.", ""},
                               });

// "Reuters said the tug sank, while CNN spoke of a fire": [13, 25) is Reuters's, [42, 58) CNN's.
class WithheldCredits : public ::testing::Test {
 protected:
  WithheldCredits() : credits_(2) {
    credits_[0].outlet = "Reuters";
    credits_[0].cue = {8, 12};
    credits_[0].covered = {{13, 25}};
    credits_[1].outlet = "CNN";
    credits_[1].cue = {37, 42};
    credits_[1].covered = {{46, 52}};
  }
  std::vector<Credit> credits_;
};

TEST_F(WithheldCredits, WhatOneCoversIsNotTheOthers) {
  EXPECT_EQ(WithheldFrom(credits_, {21, 25}), std::vector<std::string>{"CNN"});
  EXPECT_EQ(WithheldFrom(credits_, {46, 52}), std::vector<std::string>{"Reuters"});
}

TEST_F(WithheldCredits, WordsThatMakeACreditAreItsOutlets) {
  EXPECT_EQ(WithheldFrom(credits_, {8, 12}), std::vector<std::string>{"CNN"});
}

TEST_F(WithheldCredits, WhatNobodyCoversIsTheWholeStatements) {
  EXPECT_TRUE(WithheldFrom(credits_, {26, 31}).empty());
}

TEST_F(WithheldCredits, WhoCoversTheWholeStatementIsNeverWithheld) {
  credits_[1].covered.clear();
  EXPECT_TRUE(WithheldFrom(credits_, {21, 25}).empty());
}

}  // namespace
}  // namespace consilience
