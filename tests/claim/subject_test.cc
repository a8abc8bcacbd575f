#include "engine/claim/subject.h"

#include <gtest/gtest.h>

#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

const char* const kSaid =
    "Ana/NNP//2:nsubj said/VBD/say/0:root he/PRP//4:nsubj lost/VBD/lose/2:ccomp his/PRP$//6:nmod:poss hat/NN//4:obj";

TEST(Subject, IsTheFirstOfItsClause) {
  const TaggedDocument document({kSaid});
  const Analysis& analysis = document.analyses()[0];
  EXPECT_EQ(SubjectOf(analysis, 1), 0);
  EXPECT_EQ(SubjectOf(analysis, 3), 2);
  EXPECT_EQ(SubjectOf(analysis, 5), -1);
}

TEST(Subject, OfAPassiveIsOneToo) {
  const TaggedDocument document({"Hats/NNS/hat/3:nsubj:pass were/VBD/be/3:aux:pass lost/VBN/lose/0:root"});
  EXPECT_TRUE(IsSubject(document.analyses()[0].word(0).relation));
  EXPECT_FALSE(IsSubject(document.analyses()[0].word(1).relation));
}

TEST(Subject, TheClauseAboveASubjectIsNotItsOwn) {
  const TaggedDocument document({kSaid});
  const Analysis& analysis = document.analyses()[0];
  int32_t subject = -1;
  EXPECT_EQ(ClauseAbove(analysis, 2, &subject), 1);
  EXPECT_EQ(subject, 0);
  EXPECT_EQ(ClauseAbove(analysis, 4, &subject), 3);
  EXPECT_EQ(subject, 2);
  EXPECT_EQ(ClauseAbove(analysis, 0, &subject), kRoot);
}

}  // namespace
}  // namespace consilience
