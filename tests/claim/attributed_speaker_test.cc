#include "engine/claim/attributed_speaker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/claim/entity.h"
#include "tests/claim/tagged_sentence.h"

namespace consilience {
namespace {

// Statements of which each names its source by the words [first, last] around `head` and its cue.
struct Source {
  int32_t first, last, head, cue;
  std::string speaker = {};  // when that is not what is written
};

class AttributedSpeakerTest : public ::testing::Test {
 protected:
  // The name of who says what the last statement reports.
  std::string NameOfLast(const std::vector<std::string>& statements, const std::vector<Source>& sources) {
    const TaggedDocument document(statements);
    std::vector<Speech> speech;
    for (uint32_t i = 0; i < sources.size(); ++i) {
      const Analysis& analysis = document.analyses()[i];
      const Source& source = sources[i];
      Speech& said = speech.emplace_back();
      said.statement = i;
      said.source_word = source.head;
      said.cue_word = source.cue;
      said.source = {{analysis.word(source.first).span.begin, analysis.word(source.last).span.end}};
      said.speaker = source.speaker.empty() ? std::string(said.source.front().In(document.text())) : source.speaker;
    }
    const Entities entities = ResolveEntities(document.text(), document.analyses());
    ExtractionContext context;
    context.text = document.text();
    context.analyses = document.analyses();
    context.speech = speech;
    context.entities = &entities;
    return NameOfSpeaker(context, speech.back());
  }
};

TEST_F(AttributedSpeakerTest, ANameIsItsEntity) {
  EXPECT_EQ(NameOfLast({"Ana/NNP/Ana/3:nsubj/PER Lee/NNP/Lee/1:flat/PER spoke/VBD/speak/0:root",
                        "Lee/NNP/Lee/2:nsubj/PER said/VBD/say/0:root so/RB/so/2:advmod"},
                       {{0, 1, 0, 2}, {0, 0, 0, 1}}),
            "Ana Lee");
}

TEST_F(AttributedSpeakerTest, APronounIsNobodyOfAnotherGender) {
  const auto name_of = [&](const std::string& pronoun) {
    return NameOfLast({"Carl/NNP/Carl/3:nsubj/PER Lee/NNP/Lee/1:flat/PER spoke/VBD/speak/0:root",
                       pronoun + "/PRP/" + pronoun + "/2:nsubj said/VBD/say/0:root so/RB/so/2:advmod"},
                      {{0, 1, 0, 2}, {0, 0, 0, 1, "Carl Lee"}});
  };
  EXPECT_EQ(name_of("he"), "Carl Lee");
  EXPECT_EQ(name_of("she"), "she");
}

TEST_F(AttributedSpeakerTest, ATitleIsItsBearer) {
  EXPECT_EQ(NameOfLast({"Union/NN/union/2:compound leader/NN/leader/5:nsubj Ana/NNP/Ana/2:appos/PER "
                        "Lee/NNP/Lee/3:flat/PER said/VBD/say/0:root so/RB/so/5:advmod"},
                       {{0, 3, 1, 4}}),
            "Ana Lee");
}

TEST_F(AttributedSpeakerTest, WhoSpeaksForSomebodyIsNotThem) {
  EXPECT_EQ(
      NameOfLast({"A/DT/a/2:det spokesman/NN/spokesman/7:nsubj for/IN/for/5:case President/NNP/president/5:compound "
                  "Ana/NNP/Ana/2:nmod/PER Lee/NNP/Lee/5:flat/PER said/VBD/say/0:root so/RB/so/7:advmod"},
                 {{0, 5, 1, 6}}),
      "A spokesman for President Ana Lee");
}

TEST_F(AttributedSpeakerTest, SeveralAreNoneOfThem) {
  EXPECT_EQ(NameOfLast({"Ana/NNP/Ana/6:nsubj/PER Lee/NNP/Lee/1:flat/PER and/CC/and/4:cc Ben/NNP/Ben/1:conj/PER "
                        "Ode/NNP/Ode/4:flat/PER said/VBD/say/0:root so/RB/so/6:advmod"},
                       {{0, 4, 0, 5}}),
            "Ana Lee and Ben Ode");
}

TEST_F(AttributedSpeakerTest, AsidesAreNotPartOfTheSpeaker) {
  EXPECT_EQ(NameOfLast({"The/DT/the/2:det crew/NN/crew/6:nsubj ,/,/,/4:punct worried/JJ/worried/2:acl ,/,/,/4:punct "
                        "said/VBD/say/0:root so/RB/so/6:advmod"},
                       {{0, 4, 1, 5}}),
            "The crew");
}

TEST_F(AttributedSpeakerTest, ANameIsNotTornFromWhatItIsTheOfficeOf) {
  EXPECT_EQ(NameOfLast({"the/DT/the/2:det Office/NNP/Office/6:nsubj of/IN/of/5:case the/DT/the/5:det "
                        "Historian/NNP/Historian/2:nmod said/VBD/say/0:root so/RB/so/6:advmod"},
                       {{0, 4, 1, 5}}),
            "the Office of the Historian");
  EXPECT_EQ(
      NameOfLast({"the/DT/the/2:det Office/NNP/Office/3:nsubj said/VBD/say/0:root so/RB/so/3:advmod"}, {{0, 1, 1, 2}}),
      "Office");
}

TEST_F(AttributedSpeakerTest, AnOwnerNobodyKnowsIsNamedAsASubject) {
  EXPECT_EQ(NameOfLast({"Her/PRP$/her/2:nmod:poss claim/NN/claim/3:nsubj spread/VBD/spread/0:root"}, {{0, 0, 0, 1}}),
            "she");
}

TEST_F(AttributedSpeakerTest, ItIsWhatSpokeBefore) {
  const std::string institute = "The/DT/the/2:det institute/NN/institute/3:nsubj said/VBD/say/0:root so/RB/so/3:advmod";
  const std::string mayor = "The/DT/the/2:det mayor/NN/mayor/3:nsubj said/VBD/say/0:root so/RB/so/3:advmod";
  const std::string it = "It/PRP/it/2:nsubj warned/VBD/warn/0:root them/PRP/they/2:obj";
  EXPECT_EQ(NameOfLast({institute, it}, {{0, 1, 1, 2}, {0, 0, 0, 1}}), "The institute");
  EXPECT_EQ(NameOfLast({mayor, it}, {{0, 1, 1, 2}, {0, 0, 0, 1}}), "It") << "a mayor is no thing";
}

}  // namespace
}  // namespace consilience
