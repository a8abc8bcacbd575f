#include "engine/claim/speaker.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "engine/base/table_rows.h"
#include "engine/base/word_list.h"
#include "engine/claim/gazetteer.h"

namespace consilience {

absl::string_view claim_people();
absl::string_view claim_speakers();

namespace {

constexpr absl::string_view kPronouns[] = {"I",      "anybody", "anyone",   "everybody", "everyone", "he", "it", "one",
                                           "others", "she",     "somebody", "someone",   "they",     "we", "who"};
constexpr absl::string_view kQuantities[] = {"all",     "both",    "either", "few",   "many", "most",
                                             "neither", "several", "some",   "these", "those"};
// Endings that make a noun one for people.
constexpr absl::string_view kPersonal[] = {"ologist", "onomist", "person", "woman", "women", "man", "men"};

bool IsSpeakerNoun(absl::string_view lemma) {
  static const auto* const nouns = [] {
    auto* set = new absl::flat_hash_set<absl::string_view>;
    const auto add = [set](absl::string_view words) {
      for (const absl::string_view word : absl::StrSplit(words, ' ')) set->insert(word);
    };
    ForEachRow(claim_people(), add);
    ForEachRow(claim_speakers(), [&](absl::string_view words) {
      CutField(&words, '\t');  // the class
      add(words);
    });
    return set;
  }();
  return nouns->contains(lemma);
}

}  // namespace

bool MaySpeak(const Analysis& analysis, int32_t head) {
  const Word& w = analysis.word(head);
  if (w.name != NameKind::kNone) return true;
  switch (w.upos) {
    case Upos::kPropn:
    case Upos::kNum:
    case Upos::kX:
      return true;
    case Upos::kPron:
      return w.xpos != Xpos::kPrpPoss && w.xpos != Xpos::kWpPoss &&
             (IsAmong(kPronouns, w.lemma) || IsAmong(kQuantities, w.lemma) || w.lemma == "other");
    case Upos::kDet:
      return IsAmong(kQuantities, w.lemma);
    case Upos::kNoun:
    case Upos::kAdj: {  // "many", "the accused", "Republican"
      const std::string lemma = absl::AsciiStrToLower(w.lemma);
      const bool capital = absl::ascii_isupper(static_cast<unsigned char>(w.form[0]));
      // A name, no doubt; at the beginning a plural alone: "Yates said".
      if (capital && (head > 0 || (w.xpos == Xpos::kNns && analysis.children(head).empty()))) return true;
      return IsAmong(kQuantities, lemma) || IsSpeakerNoun(lemma) || FindTitle(lemma).kind != TitleKind::kNone ||
             std::any_of(std::begin(kPersonal), std::end(kPersonal),
                         [&](absl::string_view end) { return absl::EndsWith(lemma, end); });
    }
    default:
      return false;
  }
}

}  // namespace consilience
