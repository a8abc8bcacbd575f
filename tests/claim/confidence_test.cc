#include "engine/claim/confidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "claim/parsed_sentence.h"
#include "engine/claim/extractor.h"

namespace consilience {
namespace {

using testing::Describe;
using testing::ParsedSentence;
using F = ConfidenceFeature;

constexpr ClaimView kClause = ClaimView::kClause;

// Of the claims of one sentence, in order.
std::vector<ConfidenceFeatures> FeaturesOf(const ParsedSentence& sentence, ClaimView view = kClause,
                                           absl::Span<const Speech> speech = {}) {
  std::vector<std::vector<ConfidenceFeatures>> features;
  const auto claims = ExtractClaims(sentence.Context(speech), view, &features);
  EXPECT_EQ(claims.size(), features.size());
  EXPECT_EQ(claims.front().size(), features.front().size());
  return features.front();
}

constexpr absl::string_view kPlain = R"(
    Ana Ana PROPN NNP 2 nsubj ArcProb=0.90
    sold sell VERB VBD 0 root ArcProb=0.80
    a a DET DT 4 det ArcProb=1.00
    boat boat NOUN NN 2 obj ArcProb=0.50
    in in ADP IN 6 case ArcProb=1.00
    May May PROPN NNP 2 obl ArcProb=0.70
    . . PUNCT . 2 punct ArcProb=1.00)";

TEST(ConfidenceTest, TheTableHasAWeightForEveryFeature) {
  const Probability without = EstimateConfidence({});
  for (size_t i = 0; i < kConfidenceFeatureCount; ++i) {
    const auto feature = static_cast<ConfidenceFeature>(i);
    ConfidenceFeatures features;
    features[feature] = 1;
    EXPECT_NE(EstimateConfidence(features), without) << std::string(NameOf(feature));
  }
}

TEST(ConfidenceTest, ItIsThatOfTheFeaturesThatAreShown) {
  const ParsedSentence sentence(kPlain);
  EXPECT_EQ(sentence.Claims(kClause).front().confidence, EstimateConfidence(FeaturesOf(sentence).front()));
}

TEST(ConfidenceTest, DoubtIsThatOfTheArcsFromTheRootToTheParts) {
  const ConfidenceFeatures features = FeaturesOf(ParsedSentence(kPlain)).front();
  // -log of 0.9, 0.8, 0.5 and 0.7, and of the root alone.
  EXPECT_NEAR(features[F::kDoubt], std::log1p(0.105 + 0.223 + 0.693 + 0.357), 0.005);
  EXPECT_NEAR(features[F::kStanding], 0.8, 0.005);
  EXPECT_NEAR(features[F::kObjectDoubt], 0.693, 0.005);
  EXPECT_NEAR(features[F::kStatementDoubt], (0.105 + 0.223 + 0.693 + 0.357) / 6, 0.005);
  EXPECT_NEAR(features[F::kDepth], std::log1p(1.0), 0.001);
  EXPECT_EQ(features[F::kWeakArcs], 0);
}

TEST(ConfidenceTest, TheShapeIsThatOfItsWordsAmongThoseOfTheStatement) {
  const ParsedSentence sentence(kPlain);
  const ConfidenceFeatures whole = FeaturesOf(sentence).front();
  EXPECT_NEAR(whole[F::kCover], 5.0 / 6, 0.001) << "all but the preposition";
  EXPECT_NEAR(whole[F::kGap], std::log1p(1.0), 0.001);
  EXPECT_EQ(whole[F::kObliques], 1);
  const ConfidenceFeatures atomic = FeaturesOf(sentence, ClaimView::kAtomic).front();
  EXPECT_NEAR(atomic[F::kCover], 4.0 / 6, 0.001);
  EXPECT_EQ(atomic[F::kGap], 0);
  EXPECT_EQ(atomic[F::kObliques], 0);
}

TEST(ConfidenceTest, AClaimThatBothViewsMakeHasOneConfidence) {
  const ParsedSentence sentence(R"(
    Ana Ana PROPN NNP 2 nsubj ArcProb=0.90
    sold sell VERB VBD 0 root ArcProb=0.80
    a a DET DT 4 det
    boat boat NOUN NN 2 obj ArcProb=0.50)");
  const auto clause = sentence.Claims(kClause);
  const auto atomic = sentence.Claims(ClaimView::kAtomic);
  ASSERT_EQ(Describe(clause), Describe(atomic));
  EXPECT_EQ(clause.front().confidence, atomic.front().confidence);
}

TEST(ConfidenceTest, SubjectAndObjectAreToldApartByTheirKind) {
  const struct {
    const char* subject;
    const char* object;
    F feature;
  } kTests[] = {
      {"Ana Ana PROPN NNP", "boats boat NOUN NNS", F::kNamed},
      {"We we PRON PRP", "boats boat NOUN NNS", F::kSpeaking},
      {"You you PRON PRP", "boats boat NOUN NNS", F::kSpokenTo},
      {"This this PRON DT", "boats boat NOUN NNS", F::kPointed},
      {"Men man NOUN NNS", "boats boat NOUN NNS", F::kPlural},
      {"Men man NOUN NNS", "it it PRON PRP", F::kObjectPronoun},
  };
  for (const auto& test : kTests) {
    const ParsedSentence sentence(
        absl::StrCat(test.subject, " 2 nsubj\nbuilt build VERB VBD 0 root\n", test.object, " 2 obj"));
    const ConfidenceFeatures features = FeaturesOf(sentence).front();
    EXPECT_EQ(features[test.feature], 1) << sentence.text();
    for (const F other : {F::kNamed, F::kSpeaking, F::kSpokenTo, F::kPointed, F::kObjectPronoun, F::kIntransitive}) {
      EXPECT_EQ(features[other], other == test.feature ? 1 : 0)
          << sentence.text() << ": " << std::string(NameOf(other));
    }
  }
}

TEST(ConfidenceTest, MarksOfTheStatementCount) {
  const auto of = [](absl::string_view mark) {
    return FeaturesOf(ParsedSentence(absl::StrCat("Ana Ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\n", mark)))
        .front();
  };
  EXPECT_EQ(of("")[F::kEndless], 1);
  EXPECT_EQ(of(". . PUNCT . 2 punct")[F::kEndless], 0);
  EXPECT_EQ(of(". . PUNCT . 2 punct\n” ” PUNCT '' 2 punct")[F::kEndless], 0);
  EXPECT_EQ(of("? ? PUNCT . 2 punct")[F::kAsking], 1);
  EXPECT_EQ(of("( ( PUNCT -LRB- 2 punct\n. . PUNCT . 2 punct")[F::kOtherBracket], 1);
}

TEST(ConfidenceTest, WhoSaysItCounts) {
  const ParsedSentence sentence(R"(
    “ “ PUNCT `` 3 punct SpaceAfter=No
    Ana Ana PROPN NNP 3 nsubj
    left leave VERB VBD 6 ccomp SpaceAfter=No
    ” ” PUNCT '' 3 punct
    she she PRON PRP 6 nsubj
    said say VERB VBD 0 root)");
  EXPECT_EQ(FeaturesOf(sentence).front()[F::kUnsaid], 1);
  Speech speech;
  speech.cue_word = 5;
  speech.source_word = 4;
  speech.speaker = "she";
  speech.source = {sentence.analysis().word(4).span};
  speech.content = {{0, sentence.analysis().word(3).span.end}};
  speech.quoted = true;
  const auto said = FeaturesOf(sentence, kClause, absl::MakeConstSpan(&speech, 1));
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0][F::kUnsaid], 0);
  EXPECT_EQ(said[0][F::kSaidInQuotes], 1);
  EXPECT_EQ(said[0][F::kReports], 0);
  EXPECT_EQ(said[1][F::kReports], 1);
  EXPECT_EQ(said[1][F::kSpeeches], 1);
  speech.kind = SpeechKind::kThink;
  EXPECT_EQ(FeaturesOf(sentence, kClause, absl::MakeConstSpan(&speech, 1))[0][F::kThought], 1);
}

TEST(ConfidenceTest, ClaimsOfLessThanTheLeastAreLeftOut) {
  const ParsedSentence sentence(kPlain);
  ExtractionContext context = sentence.Context();
  context.min_confidence = sentence.Claims(kClause).front().confidence;
  std::vector<std::vector<ConfidenceFeatures>> features;
  EXPECT_EQ(ExtractClaims(context, kClause, &features).front().size(), 1u) << "as much is enough";
  EXPECT_EQ(features.front().size(), 1u);
  context.min_confidence = Probability::FromMillionths(context.min_confidence.millionths() + 1);
  EXPECT_TRUE(ExtractClaims(context, kClause, &features).front().empty());
  EXPECT_TRUE(features.back().empty());
}

}  // namespace
}  // namespace consilience
