// Mentions of events and their threads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "claim/parsed_sentence.h"
#include "engine/reconcile/event_thread.h"

namespace consilience {
namespace {

using ::consilience::testing::ParsedSentence;
using ::testing::ElementsAre;

// "act" or "act<actor", the words of the text that mention it.
std::vector<std::string> Mentions(const ParsedSentence& sentence) {
  const std::vector<std::vector<Claim>> claims = {sentence.Claims(ClaimView::kClause)};
  std::vector<std::string> described;
  for (const EventMention& mention : FindEventMentions(absl::MakeConstSpan(&sentence.analysis(), 1), claims)) {
    described.push_back(absl::StrCat(absl::string_view(sentence.text()).substr(mention.span.begin, mention.span.size()),
                                     ": ", mention.act, mention.actor.empty() ? "" : " by ", mention.actor,
                                     mention.telling ? "" : " (says little)"));
  }
  return described;
}

TEST(EventMentionTest, PredicatesAndNounsForActsWithinTheirArgumentsMentionEvents) {
  EXPECT_THAT(Mentions(ParsedSentence(R"(
    Prosecutors prosecutor NOUN NNS 2 nsubj
    condemned condemn VERB VBD 0 root
    the the DET DT 4 det
    arrest arrest NOUN NN 2 obj
    of of ADP IN 7 case
    two two NUM CD 7 nummod
    bakers baker NOUN NNS 4 nmod
    after after ADP IN 10 case
    the the DET DT 10 det
    earthquake earthquake NOUN NN 2 obl)")),
              ElementsAre("condemned: condemn by prosecutor", "arrest: arrest", "earthquake: earthquake"));
}

TEST(EventMentionTest, ActsThatSayLittleNeedTheirActor) {
  EXPECT_THAT(Mentions(ParsedSentence(R"(
    Sailors sailor NOUN NNS 2 nsubj
    said say VERB VBD 0 root
    the the DET DT 4 det
    ferry ferry NOUN NN 5 nsubj
    sank sink VERB VBD 2 ccomp)")),
              ElementsAre("said: say by sailor (says little)", "sank: sink by ferry"));
}

TEST(EventMentionTest, ParticipantsAreTheHeadsAndNamesThatTheActConcerns) {
  const ParsedSentence sentence(R"(
    Captain captain NOUN NN 2 compound
    Ruud Ruud PROPN NNP 3 nsubj Name=B-PER
    praised praise VERB VBD 0 root
    the the DET DT 5 det
    rescue rescue NOUN NN 3 obj
    of of ADP IN 8 case
    two two NUM CD 8 nummod
    divers diver NOUN NNS 5 nmod)");
  const std::vector<std::vector<Claim>> claims = {sentence.Claims(ClaimView::kClause)};
  const auto mentions = FindEventMentions(absl::MakeConstSpan(&sentence.analysis(), 1), claims);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_THAT(mentions[0].participants, ElementsAre("rescue", "ruud"));
  EXPECT_THAT(mentions[1].participants, ElementsAre("diver"));
}

TEST(EventMentionTest, ThingsPeopleAndNamesMentionNoEvents) {
  EXPECT_THAT(Mentions(ParsedSentence(R"(
    Officials official NOUN NNS 2 nsubj
    repainted repaint VERB VBD 0 root
    the the DET DT 5 det
    rescue rescue NOUN NN 5 compound
    ferry ferry NOUN NN 2 obj
    near near ADP IN 9 case
    Battle Battle PROPN NNP 9 flat Name=B-LOC
    of of ADP IN 7 flat Name=I-LOC
    Kings Kings PROPN NNPS 2 obl Name=I-LOC)")),
              ElementsAre("repainted: repaint by official"));
}

TEST(EventMentionTest, WhatHasNoClaimMentionsNothing) {
  EXPECT_THAT(Mentions(ParsedSentence("Earthquake earthquake NOUN NN 0 root")), ElementsAre());
}

EventMention Act(std::string act, std::string actor = "", bool telling = true) {
  return {{}, std::move(act), std::move(actor), {}, telling};
}
EventMention Between(std::vector<std::string> participants) {
  return {{}, "accuse", "", std::move(participants), true};
}
EventDocument Document(absl::string_view words, std::vector<EventMention> mentions) {
  return {absl::StrSplit(words, ' '), std::move(mentions)};
}
// Threads as "document.mention" lists.
std::vector<std::string> Threads(const std::vector<EventDocument>& documents) {
  std::vector<std::string> described;
  for (const EventThread& thread : ThreadEvents(documents)) {
    std::string& places = described.emplace_back();
    for (const MentionPlace& place : thread) {
      absl::StrAppend(&places, places.empty() ? "" : " ", place.document, ".", place.mention);
    }
  }
  return described;
}

constexpr absl::string_view kFerry = "ferry sink harbour Orrin captain lifeboat storm passenger rescue";
constexpr absl::string_view kStrike = "miner strike Halden union wage pit manager walkout offer";

TEST(EventThreadTest, TheSameActOfOneStoryIsOneEvent) {
  EXPECT_THAT(Threads({Document(kFerry, {Act("sink"), Act("rescue")}), Document(kFerry, {Act("rescue"), Act("sink")})}),
              ElementsAre("0.0 1.1", "0.1 1.0"));
}

TEST(EventThreadTest, TheSameActOfAnotherStoryIsAnotherEvent) {
  EXPECT_THAT(Threads({Document(kFerry, {Act("meet")}), Document(kStrike, {Act("meet")}),
                       Document(kFerry, {Act("meet")}), Document(kStrike, {Act("meet")})}),
              ElementsAre("0.0 2.0", "1.0 3.0"));
}

TEST(EventThreadTest, ActsThatSayLittleAreOneEventByOneActorOnly) {
  EXPECT_THAT(
      Threads({Document(kFerry, {Act("say", "captain", false), Act("say", "Orrin", false), Act("say", "", false)}),
               Document(kFerry, {Act("say", "Orrin", false), Act("say", "", false)})}),
      ElementsAre("0.0", "0.1 1.0", "0.2", "1.1"));
}

TEST(EventThreadTest, OneActOfOneStoryIsAsManyEventsAsNobodyShares) {
  EXPECT_THAT(Threads({Document(kFerry, {Between({"captain", "owner"}), Between({"passenger", "union"})}),
                       Document(kFerry, {Between({"owner"}), Between({"diver"}), Between({"captain", "crew"})})}),
              ElementsAre("0.0 1.0 1.2", "0.1", "1.1"));
}

TEST(EventThreadTest, MentionsThatNameNobodyGoWithTheMost) {
  EXPECT_THAT(Threads({Document(kFerry, {Between({}), Between({"passenger"}), Between({"captain"})}),
                       Document(kFerry, {Between({}), Between({"captain"})})}),
              ElementsAre("0.0 0.2 1.0 1.1", "0.1"));
  EXPECT_THAT(Threads({Document(kFerry, {Between({})}), Document(kFerry, {Between({})})}), ElementsAre("0.0 1.0"));
}

TEST(EventThreadTest, NoDocumentsHaveNoThreads) {
  EXPECT_THAT(Threads({}), ElementsAre());
  EXPECT_THAT(Threads({Document("ferry", {})}), ElementsAre());
}

TEST(StoryTest, StoriesDoNotDependOnTheOrderOfDocuments) {
  std::vector<EventDocument> documents;
  for (int i = 0; i < 6; ++i) {
    documents.push_back(Document(absl::StrCat(i % 2 == 0 ? kFerry : kStrike, " word", i, " word", (i + 3) % 6), {}));
  }
  const std::vector<uint32_t> stories = FindStories(documents);
  EXPECT_THAT(stories, ElementsAre(0, 1, 0, 1, 0, 1));
  std::reverse(documents.begin(), documents.end());
  EXPECT_THAT(FindStories(documents), ElementsAre(0, 1, 0, 1, 0, 1));  // numbered anew: the last is now the first
}

TEST(StoryTest, WordsThatAllDocumentsHaveBringNoneTogether) {
  std::vector<EventDocument> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(Document(absl::StrCat("day people year own", i, " own", i, "x own", i, "y"), {}));
  }
  const std::vector<uint32_t> stories = FindStories(documents);
  for (uint32_t d = 0; d < stories.size(); ++d) EXPECT_EQ(stories[d], d);
}

}  // namespace
}  // namespace consilience
