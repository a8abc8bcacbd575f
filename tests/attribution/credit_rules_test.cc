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

CONSILIENCE_CASES(
    Tellers,
    {
        {"The Straits Times estimates that 40 ships are waiting.", "inline The Straits Times"},
        {"Nikkei Asia has the wait at three weeks.", "inline Nikkei Asia"},
        {"Bloomberg's vessel-tracking data show 60 ships in the queue.", "inline Bloomberg"},
        {"An NHK crew filmed the queue from a helicopter.", "inline NHK"},
        {"Footage on Al Jazeera showed smoke over the port.", "inline Al Jazeera"},
        {"Al Jazeera showed smoke over the port.", "inline Al Jazeera"},
        {"In the Guardian, a docker recalls the blast.", "inline The Guardian"},
        {"He gave El País the names of those who ran the warehouse.", "inline El País"},
        {"His account, published in Der Spiegel, names the owners.", "inline Der Spiegel"},
        {"The owners are two brothers, Der Spiegel has found.", "inline Der Spiegel"},
        {"Der Spiegel lists 14 such warehouses.", "inline Der Spiegel"},
        {"There are 14 of them, writes Der Spiegel, which has visited six.", "inline Der Spiegel"},
        {"When Der Spiegel called, nobody answered.", "inline Der Spiegel"},
        {"One brother hung up when reached by Der Spiegel.", "inline Der Spiegel"},
        {"The minister told a CNN interviewer that he would open the files.", "inline CNN"},
        {"Pressed by the BBC's Nick Ross, the minister said he had no files.", "inline BBC"},
        {"The minister, in a piece for the Daily Telegraph, calls the files a legend.", "inline The Telegraph"},
        {"Under the headline \"A legend\", the Daily Telegraph reprinted his letter.", "inline The Telegraph"},
        {"The Daily Telegraph calls it a legend.", "inline The Telegraph"},
        {"The Financial Times confirmed on Sunday that the files exist.", "inline Financial Times"},
        {"Their existence was confirmed to the Financial Times by two people.", "inline Financial Times"},
        {"The files run to 9,000 pages, per the FT's Anna Gross.", "inline Financial Times"},
        {"Anna Gross reports for the FT that the files run to 9,000 pages.", "inline Financial Times"},
        {"The FT gives the number of pages as 9,000.", "inline Financial Times"},
        {"The FT speaks of 9,000 pages.", "inline Financial Times"},
        {"The FT counts 9,000 pages.", "inline Financial Times"},
        {"It was the FT that first reported on the files.", "inline Financial Times"},
        {"News of the files came from the FT.", "inline Financial Times"},
        {"The files were brought to light by the FT.", "inline Financial Times"},
        {"The FT broke the story of the files.", "inline Financial Times"},
        {"The existence of the files first surfaced in the FT.", "inline Financial Times"},
        {"The FT was shown the files.", "inline Financial Times"},
        {"The FT gained access to the files.", "inline Financial Times"},
        {"The files, which the FT has reviewed, run to 9,000 pages.", "inline Financial Times"},
        {"In files reviewed by the FT, the name comes up twice.", "inline Financial Times"},
        {"A source told the FT's Anna Gross that the name came up twice.", "inline Financial Times"},
        {"Sources close to the minister told the FT he would go, and Sky News that he would stay.",
         "inline Financial Times"},
        {"Sky News understands the minister will stay.", "inline Sky News"},
        {"It is understood by Sky News that he will stay.", "inline Sky News"},
        {"Sky News has reported that he will stay.", "inline Sky News"},
        {"He will stay, it was reported by Sky News.", "inline Sky News"},
        {"According only to Sky News, he will stay.", "inline Sky News"},
        {"Sky News, quoting aides, said he would stay.", "inline Sky News"},
        {"Aides, Sky News says, expect him to stay.", "inline Sky News"},
        {"A Sky News source said he would stay.", "inline Sky News"},
        {"Live pictures on Sky News showed him leaving by the back door.", "inline Sky News"},
    });

CONSILIENCE_CASES(ToldThem,
                  {
                      {"Two ministers will resign, Israel's Channel 12 reported.", "inline Channel 12 (Israel)"},
                      {"Kan, Israel's public broadcaster, said two ministers would resign.", "inline Kan"},
                      {"Haaretz, by contrast, named only one.", "inline Haaretz"},
                      {"Only Haaretz named a second.", "inline Haaretz"},
                      {"Neither minister returned calls, Haaretz said.", "inline Haaretz"},
                      {"Ynet cites aides as saying the ministers had written their letters.", "inline Ynet"},
                      {"Ynet published excerpts from the letters.", "inline Ynet"},
                      {"In excerpts published by Ynet, one minister writes of anger.", "inline Ynet"},
                      {"One minister, quoted anonymously by Ynet, spoke of anger.", "inline Ynet"},
                      {"One minister vented his anger to Ynet.", "inline Ynet"},
                      {"A minister let Ynet know that he had been ignored.", "inline Ynet"},
                      {"A minister texted Ynet that he had been ignored.", "inline Ynet"},
                      {"In written answers to Ynet, a minister said he had been ignored.", "inline Ynet"},
                      {"In response to questions from Ynet, a minister said he had been ignored.", "inline Ynet"},
                      {"Replying to Ynet, a minister said he had been ignored.", "inline Ynet"},
                      {"A minister, in comments to Ynet, said he had been ignored.", "inline Ynet"},
                      {"A minister's words, carried by Ynet, were blunt.", "inline Ynet"},
                      {"A minister said in an appearance on CNN that he had been ignored.", "inline CNN"},
                      {"On Sunday on CNN, a minister said he had been ignored.", "inline CNN"},
                      {"A minister told CNN's Christiane Amanpour he had been ignored.", "inline CNN"},
                      {"Talking to CNN, a minister said he had been ignored.", "inline CNN"},
                      {"In a CNN town hall, a minister said he had been ignored.", "inline CNN"},
                      {"In interviews with CNN, the BBC and Sky News, a minister said he had been ignored.",
                       "inline CNN; inline BBC; inline Sky News"},
                      {"Two ministers told CNN and the BBC in separate interviews that they had been ignored.",
                       "inline CNN; inline BBC"},
                      {"During a call-in show on BBC Radio 4, a minister said he had been ignored.", "inline BBC"},
                      {"A minister told the BBC's Today programme that he had been ignored.", "inline BBC"},
                      {"A minister told Today on BBC Radio 4 that he had been ignored.", "inline BBC"},
                      {"A minister would tell the Guardian only that he was ignored.", "inline The Guardian"},
                      {"The Guardian was told by a minister that he had been ignored.", "inline The Guardian"},
                      {"\"I was ignored,\" as one put it to the Guardian.", "inline The Guardian"},
                      {"\"I was ignored,\" the Guardian quoted him as saying.", "inline The Guardian"},
                      {"\"I was ignored,\" he was reported by the Guardian as saying.", "inline The Guardian"},
                      {"He was, as the Guardian puts it, ignored.", "inline The Guardian"},
                      {"He was, the Guardian's Marina Cole writes, ignored.", "inline The Guardian"},
                      {"The Guardian believes he was ignored.", "inline The Guardian"},
                      {"The Guardian portrays a man who was ignored.", "inline The Guardian"},
                      {"The Guardian tells of a man ignored.", "inline The Guardian"},
                      {"The Guardian recounts how he was ignored.", "inline The Guardian"},
                      {"The Guardian explains that he was ignored.", "inline The Guardian"},
                      {"The Guardian adds that he was ignored.", "inline The Guardian"},
                      {"The Guardian points out that he was ignored.", "inline The Guardian"},
                      {"The Guardian makes the point that he was ignored.", "inline The Guardian"},
                      {"The Guardian carries an interview in which he says he was ignored.", "inline The Guardian"},
                      {"The Guardian ran a report that he was ignored.", "inline The Guardian"},
                      {"The Guardian traced his fall to a dinner in May.", "inline The Guardian"},
                      {"The Guardian attributes his fall to a dinner in May.", "inline The Guardian"},
                      {"The Guardian compares him with Lear.", "inline The Guardian"},
                      {"The Guardian predicts that more will go.", "inline The Guardian"},
                      {"The Guardian suggests that more will go.", "inline The Guardian"},
                      {"The Guardian speculated that more would go.", "inline The Guardian"},
                      {"The Guardian said it had seen a letter in which he resigned.", "inline The Guardian"},
                      {"The Guardian reported seeing him leave.", "inline The Guardian"},
                      {"The Guardian posted a video of him leaving.", "inline The Guardian"},
                  });

CONSILIENCE_CASES(OtherWords,
                  {
                      {"Le Monde lays out how the money left the country.", "inline Le Monde"},
                      {"Le Monde spells out what the clause means.", "inline Le Monde"},
                      {"Le Monde breaks down the accounts.", "inline Le Monde"},
                      {"Le Monde looks into the accounts and finds a hole.", "inline Le Monde"},
                      {"Le Monde devotes its front page to the missing money.", "inline Le Monde"},
                      {"Le Monde was alone in reporting that the judge was paid.", "inline Le Monde"},
                      {"Le Monde was the first to say that the judge was paid.", "inline Le Monde"},
                      {"Le Monde put it more bluntly: the judge was paid.", "inline Le Monde"},
                      {"Le Monde frames it as a question of money.", "inline Le Monde"},
                      {"Le Monde arrives at 31 million.", "inline Le Monde"},
                      {"Le Monde came up with a figure of 31 million.", "inline Le Monde"},
                      {"Le Monde's figure is 31 million.", "inline Le Monde"},
                      {"Le Monde's count: 31 million.", "inline Le Monde"},
                      {"In Le Monde's phrase, the judge is a ghost.", "inline Le Monde"},
                      {"To hear Le Monde tell it, the judge is a ghost.", "inline Le Monde"},
                      {"An item in Le Monde says the judge has gone.", "inline Le Monde"},
                      {"A Reuters alert said the judge had gone.", "inline Reuters"},
                      {"A leader in The Economist calls for the judge to go.", "inline The Economist"},
                      {"A footnote in Le Monde's report mentions a boat.", "inline Le Monde"},
                      {"The judge let slip to Le Monde that he had a boat.", "inline Le Monde"},
                      {"The judge laid out his case to Le Monde.", "inline Le Monde"},
                      {"The judge gave his version to Le Monde.", "inline Le Monde"},
                      {"The judge sat for an interview with the BBC and denied owning a boat.", "inline BBC"},
                      {"The judge wrote to the Guardian to say he had no boat.", "inline The Guardian"},
                      {"The judge showed Reuters a photograph of an empty berth.", "inline Reuters"},
                      {"The judge told viewers of Sky News that he had no boat.", "inline Sky News"},
                      {"The judge told an interviewer from the BBC that he had no boat.", "inline BBC"},
                      {"The judge said to a reporter for the AP that he had no boat.", "inline Associated Press"},
                      {"The judge said in an interview broadcast on Sunday by the BBC that he had no boat.",
                       "inline BBC"},
                      {"The judge said on a Guardian podcast that he had no boat.", "inline The Guardian"},
                      {"The judge said in a letter to the Guardian that he had no boat.", "inline The Guardian"},
                      {"The judge, asked by a Reuters reporter, said he had no boat.", "inline Reuters"},
                      {"The judge denied it to Reuters.", "inline Reuters"},
                      {"The judge denied it in the Guardian.", "inline The Guardian"},
                      {"The judge denied this in a statement to CNN.", "inline CNN"},
                      {"An aide who asked Axios not to name him said the judge had no boat.", "inline Axios"},
                      {"Two aides with whom Axios spoke said the judge had no boat.", "inline Axios"},
                      {"People Axios interviewed said the judge had no boat.", "inline Axios"},
                      {"Six of nine aides contacted by Axios said the judge had no boat.", "inline Axios"},
                      {"The documents, first obtained by Axios, show a boat.", "inline Axios"},
                      {"The documents, according to Axios, which obtained copies, show a boat.", "inline Axios"},
                      {"The documents were made available to Axios.", "inline Axios"},
                      {"Minutes of the meeting, made available to Axios, show a boat.", "inline Axios"},
                      {"It is small, a person familiar with the boat told Axios.", "inline Axios"},
                      {"It is small, Axios has been told.", "inline Axios"},
                  });

CONSILIENCE_CASES(OnlyTalkedAbout,
                  {
                      {"The minister attacked the Guardian on Fox News-style talk radio.", ""},
                      {"The Guardian was given ten days to answer.", ""},
                      {"The BBC was handed a fine of two million pounds.", ""},
                      {"The BBC has the rights to the final at three stadiums.", ""},
                      {"CNN gave the moderator as a gift a clock.", ""},
                      {"The BBC gave him a job as a driver.", ""},
                      {"Reuters has access to the Kremlin.", ""},
                      {"The Guardian gained 40,000 subscribers.", ""},
                      {"The New York Times told its staff to come back.", ""},
                      {"The New York Times told employees that offices would close.", ""},
                      {"The Washington Post was told to hand over its notes.", ""},
                      {"CNN was shown the door.", ""},
                      {"NBC links its studios by cable.", ""},
                      {"NBC tied the knot with Comcast in 2011.", ""},
                      {"Fox News aired the match.", ""},
                      {"ITV carried the wedding live.", ""},
                      {"The Times of India sells three million copies.", ""},
                      {"The Wall Street Journal's editor resigned.", ""},
                      {"The Wall Street Journal's reporter Ivo Harlan was arrested in March.", ""},
                      {"The Wall Street Journal has called for his release.", ""},
                      {"A letter to the New York Times said the museum was ugly.", ""},
                      {"An advertisement in the New York Times called the museum ugly.", ""},
                      {"A reader of the Guardian said the museum was ugly.", ""},
                      {"The museum, which is next to the BBC, said it would close.", ""},
                      {"He was hired by the BBC and said so on Facebook.", ""},
                      {"Her father read the Daily Telegraph and said little.", ""},
                      {"The senator said that CNN had lied.", ""},
                      {"The senator said the New York Times should be sued.", ""},
                      {"The senator said a CNN reporter had lied.", ""},
                      {"Lies, the senator said of the CNN report.", ""},
                      {"The lawsuit says that Fox News knew the claims were false.", ""},
                      {"In the suit, Fox News is accused of lying.", ""},
                      {"In a tweet, he called the BBC a nest of spies.", ""},
                      {"According to the suit, Fox News knew.", ""},
                      {"According to the minister, the BBC was wrong.", ""},
                      {"According to critics of the BBC, it was wrong.", ""},
                      {"The ministry said that reports by Reuters were false.", ""},
                      {"The ministry said Reuters had misquoted the president.", ""},
                      {"The ministry summoned the correspondent of Le Monde.", ""},
                      {"The ministry told a reporter from Le Monde to leave.", ""},
                      {"The regulator told Sky News to apologise.", ""},
                      {"The regulator said Sky News had broken the rules.", ""},
                      {"The regulator asked Sky News for tapes.", ""},
                      {"The regulator fined RT for what it said about Salisbury.", ""},
                      {"A spokesman for the BBC said the programme was accurate.", ""},
                      {"BBC bosses said the programme was accurate.", ""},
                      {"The BBC's director-general said the programme was accurate.", ""},
                      {"The chairman of the BBC said the programme was accurate.", ""},
                      {"Journalists at the BBC said they would strike.", ""},
                      {"Reporters at the Los Angeles Times voted to strike.", ""},
                      {"Editors at the Guardian decided not to name him.", ""},
                      {"A former BBC reporter said the programme was accurate.", ""},
                      {"Two Reuters journalists were freed on Monday.", ""},
                      {"Reuters journalists Ann Lowe and Ian Poe said they were happy to be free.", ""},
                      {"The AP's photographer won a prize.", ""},
                      {"The prize went to a series in the Boston Globe.", ""},
                      {"A series in the Boston Globe won the prize.", ""},
                      {"He learned of it from the Boston Globe.", ""},
                      {"He read about it in the Boston Globe.", ""},
                      {"He said he had read about it in the Boston Globe.", ""},
                      {"Nothing in the Boston Globe report was true, he said.", ""},
                      {"He refused to say more to the Boston Globe.", ""},
                      {"He did not say so to the Boston Globe.", ""},
                      {"He has never spoken to the Boston Globe.", ""},
                      {"The company, in which Bloomberg holds a stake, said sales fell.", ""},
                      {"The show, produced by CBS, was praised by critics.", ""},
                      {"The series will air on HBO and the BBC in May.", ""},
                      {"The game was broadcast on Sky Sports and the BBC.", ""},
                      {"The film was reviewed by the New Yorker in 1972.", ""},
                      {"The poll was commissioned by the Daily Mail.", ""},
                      {"The debate, hosted by CNN, was watched by millions.", ""},
                      {"At a debate hosted by CNN, she said taxes would rise.", ""},
                      {"At an event organised by the Economist, she said taxes would rise.", ""},
                      {"Speaking at a Bloomberg conference, she said taxes would rise.", ""},
                      {"The Atlantic hurricane season begins in June, forecasters said.", ""},
                      {"The sun, the moon and the stars, said the poet, were his.", ""},
                      {"The Hill was crowded on Tuesday, lawmakers said.", ""},
                      {"Time will tell, she said.", ""},
                      {"Time reported to the front desk.", ""},
                      {"Nature reserves reported fewer visitors.", ""},
                      {"People told the Post Office that mail was late.", ""},
                      {"The Star of David was painted on the door, police said.", ""},
                      {"The Independent Commission said the vote was fair.", ""},
                      {"The independent said the vote was fair.", ""},
                      {"The Dispatch Box was empty, MPs said.", ""},
                      {"The Guardian Council said the vote was fair.", ""},
                      {"The Economist Intelligence Unit said growth would slow.", ""},
                      {"The Independent Police Conduct authority said it would look into it.", ""},
                      {"CNN Tower residents said the lift was broken.", ""},
                  });

}  // namespace
}  // namespace consilience
