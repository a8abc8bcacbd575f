#include "engine/statement/tokenizer.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace consilience {
namespace {

std::vector<Token> TokensOf(const std::string& text) {
  static const WordLists* const lists = new WordLists(WordLists::Load());
  std::vector<Token> tokens;
  Tokenize(text, {0, static_cast<uint32_t>(text.size())}, *lists, &tokens);
  return tokens;
}

std::string Split(const std::string& text) {
  std::string out;
  for (const Token& token : TokensOf(text)) {
    if (!out.empty()) out += ' ';
    out += std::string(token.span.In(text));
  }
  return out;
}

struct Case {
  const char* text;
  const char* tokens;  // by single spaces
};

void Check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Split(c.text), c.tokens) << c.text;
}

TEST(Tokenizer, SplitsContractions) {
  Check({{"don't", "do n't"},
         {"Don\u2019t", "Do n\u2019t"},
         {"can't", "ca n't"},
         {"won't", "wo n't"},
         {"isn't it", "is n't it"},
         {"I'm we're they've she'll he'd", "I 'm we 're they 've she 'll he 'd"},
         {"cannot", "can not"},
         {"gonna gotta wanna", "gon na got ta wan na"},
         {"it's", "it 's"},
         {"who's who", "who 's who"},
         {"y'all", "y'all"}});
}

TEST(Tokenizer, SplitsPossessives) {
  Check({{"Japan's", "Japan 's"},
         {"Japan\u2019s", "Japan \u2019s"},
         {"the players' union", "the players ' union"},
         {"the players\u2019 union", "the players \u2019 union"},
         {"the U.S.'s role", "the U.S. 's role"},
         {"Hale & Co.'s ship", "Hale & Co. 's ship"},
         {"O'Hara's", "O'Hara 's"},
         {"the 1970's", "the 1970's"}});
}

TEST(Tokenizer, SplitsCurrencies) {
  Check({{"$4.2bn", "$ 4.2 bn"},
         {"$3,400", "$ 3,400"},
         {"\u20AC9.50", "\u20AC 9.50"},
         {"\u00A320m", "\u00A3 20 m"},
         {"US$5", "US$ 5"},
         {"$1.5-million", "$ 1.5 - million"}});
}

TEST(Tokenizer, KeepsNumbersWhole) {
  Check({{"3,400 people", "3,400 people"},
         {"at 7:30", "at 7:30"},
         {"9/11", "9/11"},
         {"2026-11-24", "2026-11-24"},
         {"555-0143", "555-0143"},
         {"the 1990s", "the 1990s"},
         {"the 25th", "the 25th"},
         {"10-12 years", "10 - 12 years"},
         {"5pm", "5 pm"},
         {"5 p.m.", "5 p.m."},
         {"61.5%", "61.5 %"},
         {"30km", "30 km"},
         {"30km/h", "30 km/h"},
         {"km/hour", "km / hour"},
         {"-5 degrees", "-5 degrees"},
         {"5.", "5 ."}});
}

TEST(Tokenizer, SplitsHyphensButForPrefixes) {
  Check({{"well-known", "well - known"},
         {"a 15-year term", "a 15 - year term"},
         {"e-mail", "e-mail"},
         {"non-binding", "non-binding"},
         {"anti-war", "anti-war"},
         {"twenty-two", "twenty - two"},
         {"vice-president", "vice - president"},
         {"co-author", "co-author"},
         {"socio-economic", "socio-economic"},
         {"the Oslo\u2013Bergen line", "the Oslo \u2013 Bergen line"},
         {"war\u2014peace", "war \u2014 peace"},
         {"war--peace", "war -- peace"}});
}

TEST(Tokenizer, KeepsTheStopsOfAbbreviations) {
  Check({{"Gen. Ito", "Gen. Ito"},
         {"the U.S. Army", "the U.S. Army"},
         {"J. P. Moreau", "J. P. Moreau"},
         {"J.P. Moreau", "J.P. Moreau"},
         {"Halden Inc. said", "Halden Inc. said"},
         {"e.g. this", "e.g. this"},
         {"Jan. 14", "Jan. 14"},
         {"No. 14", "No. 14"},
         {"a Ph.D. thesis", "a Ph.D. thesis"},
         {"Moreno v. Hale", "Moreno v. Hale"},
         {"(c. 1818)", "( c. 1818 )"},
         {"nine, etc.", "nine , etc."}});
}

TEST(Tokenizer, SplitsTheStopsOfWords) {
  Check({{"It ended.", "It ended ."},
         {"No.", "No ."},
         {"the old man.", "the old man ."},
         {"a work of art.", "a work of art ."},
         {"under the sun.", "under the sun ."},
         {"So did I.", "So did I ."},
         {"the mass.", "the mass ."},
         {"They fell ill.", "They fell ill ."},
         {"They sat.", "They sat ."},
         {"the fig.", "the fig ."},
         {"iron ore.", "iron ore ."}});
}

TEST(Tokenizer, KeepsRunsOfMarksTogether) {
  Check({{"wait...", "wait ..."},
         {"wait ... what", "wait ... what"},
         {"wait\u2026", "wait \u2026"},
         {"what?!", "what ?!"},
         {"no!!!", "no !!!"},
         {"a -- b", "a -- b"},
         {"***", "***"},
         {"$$$", "$$$"}});
}

TEST(Tokenizer, SplitsQuotationMarksAndBrackets) {
  Check({{"\"Run,\" he said.", "\" Run , \" he said ."},
         {"\u201CRun,\u201D he said.", "\u201C Run , \u201D he said ."},
         {"'Run,' he said.", "' Run , ' he said ."},
         {"(so they say)", "( so they say )"},
         {"[Am away]", "[ Am away ]"},
         {"the so-called \"experts\"", "the so - called \" experts \""}});
}

TEST(Tokenizer, KeepsAddressesAndFileNamesWhole) {
  Check({{"see https://example.org/a?b=c.", "see https://example.org/a?b=c ."},
         {"www.example.com, they said", "www.example.com , they said"},
         {"press@example.com.", "press@example.com ."},
         {"(example.org)", "( example.org )"},
         {"@clara_voss wrote", "@clara_voss wrote"},
         {"#flood", "# flood"},
         {"report.pdf and annex.docx", "report.pdf and annex.docx"},
         {"org.example.news", "org.example.news"}});
}

TEST(Tokenizer, KeepsHtmlEntitiesWhole) {
  Check({{"Hale &amp; Sons", "Hale &amp; Sons"}, {"it&#8217;s", "it &#8217; s"}, {"AT&T", "AT&T"}});
}

TEST(Tokenizer, SplitsSentencesThatAreGluedTogether) {
  Check({{"It ended.The crowd left.", "It ended . The crowd left ."}});
}

TEST(Tokenizer, TreatsNoBreakAndZeroWidthSpacesAsSpaces) {
  Check({{"nine\u00A0people", "nine people"},
         {"nine\u202Fpeople", "nine people"},
         {"nine\u200Bpeople", "nine people"},
         {"\uFEFFnine", "nine"}});
}

TEST(Tokenizer, MarksMultiwordTokens) {
  const std::string text = "They don't like Japan's cannot.";
  std::vector<int> words;
  for (const Token& token : TokensOf(text)) words.push_back(token.surface_words);
  EXPECT_THAT(words, testing::ElementsAre(1, 2, 0, 1, 2, 0, 2, 0, 1));
}

TEST(Tokenizer, SaysWhereSpaceFollows) {
  const std::string text = "He (Mr. Ito) left.";
  std::vector<bool> spaces;
  for (const Token& token : TokensOf(text)) spaces.push_back(token.space_after);
  //                                        He    (      Mr.   Ito    )     left   .
  EXPECT_THAT(spaces, testing::ElementsAre(true, false, true, false, true, false, true));
}

TEST(Tokenizer, TakesAnyBytes) {
  for (int first = 0; first < 256; ++first) {
    for (const int second : {0x00, 0x20, 0x61, 0x2E, 0x27, 0x80, 0xBF, 0xC2, 0xE2, 0xF0, 0xFF}) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second), 'x'};
      uint32_t end = 0;
      for (const Token& token : TokensOf(text)) {
        EXPECT_GE(token.span.begin, end);
        EXPECT_GT(token.span.end, token.span.begin);
        end = token.span.end;
      }
      EXPECT_LE(end, text.size());
    }
  }
}

}  // namespace
}  // namespace consilience
