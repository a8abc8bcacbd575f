#include "engine/claim/titled_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claim/parsed_sentence.h"
#include "engine/claim/phrase.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;

// "title | name" of each.
std::vector<std::string> TitledNames(absl::string_view tree) {
  const ParsedSentence sentence(tree);
  const Analysis& analysis = sentence.analysis();
  const Entities entities = ResolveEntities(sentence.text(), absl::MakeConstSpan(&analysis, 1));
  std::vector<std::string> described;
  for (const TitledName& titled : FindTitledNames(analysis, entities, 0)) {
    EXPECT_EQ(titled.title.back() + 1, titled.name.front());
    described.push_back(absl::StrCat(SpellWords(analysis, titled.title), " | ", SpellWords(analysis, titled.name)));
  }
  return described;
}

using Names = std::vector<std::string>;

TEST(TitledNameTest, MoreThanABareTitleIsOne) {
  EXPECT_EQ(TitledNames(R"(
    Former former ADJ JJ 3 amod
    treasurer treasurer NOUN NN 3 compound
    Ana Ana PROPN NNP 5 nsubj Name=B-PER
    Lee Lee PROPN NNP 3 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{"Former treasurer | Ana Lee"});
  EXPECT_EQ(TitledNames(R"(
    Treasurer treasurer NOUN NN 2 compound
    Ana Ana PROPN NNP 4 nsubj Name=B-PER
    Lee Lee PROPN NNP 2 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{});
}

TEST(TitledNameTest, TheArticleIsNoPartOfIt) {
  EXPECT_EQ(TitledNames(R"(
    The the DET DT 4 det
    former former ADJ JJ 4 amod
    treasurer treasurer NOUN NN 4 compound
    Ana Ana PROPN NNP 6 nsubj Name=B-PER
    Lee Lee PROPN NNP 4 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{"former treasurer | Ana Lee"});
}

TEST(TitledNameTest, ATitleThatBeginsFurtherBackIsNotCutShort) {
  EXPECT_EQ(TitledNames(R"(
    Health health PROPN NNP 6 compound
    and and CCONJ CC 4 cc
    Human human PROPN NNP 4 compound
    Services service PROPN NNPS 1 conj
    Secretary secretary PROPN NNP 6 compound
    Ana Ana PROPN NNP 8 nsubj Name=B-PER
    Lee Lee PROPN NNP 6 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{});
}

TEST(TitledNameTest, APluralIsNobodysTitle) {
  EXPECT_EQ(TitledNames(R"(
    Former former ADJ JJ 2 amod
    treasurers treasurer NOUN NNS 3 compound
    Ana Ana PROPN NNP 5 nsubj Name=B-PER
    Lee Lee PROPN NNP 3 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{});
}

TEST(TitledNameTest, ATitleBelongsToTheNameInTheTree) {
  EXPECT_EQ(TitledNames(R"(
    Former former ADJ JJ 2 amod
    treasurer treasurer NOUN NN 5 obl:unmarked
    Ana Ana PROPN NNP 5 nsubj Name=B-PER
    Lee Lee PROPN NNP 3 flat Name=I-PER
    left leave VERB VBD 0 root)"),
            Names{});
}

}  // namespace
}  // namespace consilience
