#include "engine/claim/name_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

// For each mention the full form of its name; "?" when several may be meant.
std::vector<std::string> FullNames(const std::vector<std::string>& sentences) {
  const TaggedDocument document(sentences);
  const DocumentNames names = LinkNames(document.text(), document.analyses());
  std::vector<std::string> full;
  for (const NameMention& mention : names.mentions) {
    const bool known = mention.target != NameMention::kUnresolved;
    full.push_back(known ? names.forms[static_cast<size_t>(mention.target)].text : "?");
  }
  return full;
}

TEST(NameForms, AShortFormIsLinkedToTheOnlyFullOne) {
  EXPECT_EQ(FullNames({"Ana/NNP//3:nsubj/PER Lee/NNP//1:flat/PER sang/VBD/sing/0:root",
                       "Lee/NNP//2:nsubj/PER bowed/VBD/bow/0:root"}),
            (std::vector<std::string>{"Ana Lee", "Ana Lee"}));
}

TEST(NameForms, OfTwoFullFormsNoneIsChosen) {
  EXPECT_EQ(FullNames({"Ana/NNP//3:nsubj/PER Lee/NNP//1:flat/PER sang/VBD/sing/0:root",
                       "Tom/NNP//3:nsubj/PER Lee/NNP//1:flat/PER sang/VBD/sing/0:root",
                       "Lee/NNP//2:nsubj/PER bowed/VBD/bow/0:root"}),
            (std::vector<std::string>{"Ana Lee", "Tom Lee", "?"}));
}

TEST(NameForms, ANounBeforeANameTellsThatItIsAThing) {
  const TaggedDocument document(
      {"The/DT//2:det ferry/NN//5:nsubj Blue/NNP//2:appos/PER Ana/NNP//3:flat/PER sank/VBD/sink/0:root"});
  const DocumentNames names = LinkNames(document.text(), document.analyses());
  ASSERT_EQ(names.mentions.size(), 1);
  EXPECT_EQ(ClassNoun(document.analyses()[0], names.mentions[0].name), 1);
  EXPECT_TRUE(names.forms[0].thing);
  EXPECT_FALSE(names.forms[0].is_person());
}

TEST(NameForms, CountriesGoByTheirTable) {
  const TaggedDocument document({"U.S./NNP//2:nsubj voted/VBD/vote/0:root"});
  const DocumentNames names = LinkNames(document.text(), document.analyses());
  ASSERT_EQ(names.forms.size(), 1);
  EXPECT_TRUE(names.forms[0].country);
  EXPECT_EQ(names.forms[0].text, "United States");
}

}  // namespace
}  // namespace consilience
