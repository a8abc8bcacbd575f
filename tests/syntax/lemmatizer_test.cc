#include "engine/syntax/lemmatizer.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

TEST(LemmatizerTest, ShortTextsOfDifferentTagsHaveKeysOfTheirOwn) {
  std::map<uint64_t, std::string> owners;
  std::string text;
  const auto add = [&](Upos upos, Xpos xpos) {
    for (const uint64_t key : {EndingKey(upos, xpos, text), ExceptionKey(upos, xpos, text)}) {
      const std::string owner = absl::StrCat(text, "/", static_cast<int>(upos), "/", static_cast<int>(xpos), "/",
                                             key == EndingKey(upos, xpos, text) ? "ending" : "exception");
      const auto [other, added] = owners.emplace(key, owner);
      EXPECT_TRUE(added) << owner << " has the key of " << other->second;
    }
  };
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      text = {first, second};
      for (const Xpos xpos : {Xpos::kVb, Xpos::kVbd, Xpos::kVbg, Xpos::kVbn, Xpos::kVbp, Xpos::kVbz}) {
        add(Upos::kVerb, xpos);
        add(Upos::kAux, xpos);
      }
      for (const Xpos xpos : {Xpos::kNn, Xpos::kNns}) add(Upos::kNoun, xpos);
    }
  }
}

}  // namespace
}  // namespace consilience
