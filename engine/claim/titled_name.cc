#include "engine/claim/titled_name.h"

#include "absl/strings/ascii.h"
#include "engine/base/word_list.h"
#include "engine/claim/gazetteer.h"

namespace consilience {
namespace {

using R = Relation;

bool IsTitleWord(const Word& w) {
  const bool kind = w.upos == Upos::kNoun || w.upos == Upos::kPropn || w.upos == Upos::kAdj || w.upos == Upos::kDet;
  constexpr absl::string_view kTimes[] = {"day", "month", "week", "year"};  // "the day President Lee left"
  return (kind && !IsAmong(kTimes, w.lemma) && w.relation != R::kCc && w.xpos != Xpos::kPrpPoss &&
          w.xpos != Xpos::kWdt) ||
         w.xpos == Xpos::kHyph;
}

// "Health and | Human Services Secretary", "Alliance Defending | Freedom counsel": the title begins before `first`.
bool GoesOnBefore(const Analysis& analysis, int32_t first) {
  const Word& before = analysis.word(first - 1);
  if (before.relation == R::kCase && before.lemma == "of") return true;  // "the Federation of | America President"
  if (before.relation == R::kCc) return first > 1 && IsTitleWord(analysis.word(first - 2));  // not ", and Secretary"
  const bool capital = absl::ascii_isupper(static_cast<unsigned char>(before.form[0]));
  const bool content = before.upos == Upos::kVerb || before.upos == Upos::kAdj || before.upos == Upos::kNoun;
  return first > 1 && capital && content;
}

// A noun before a name that the tree joins to it.
bool StandsBefore(const Analysis& analysis, int32_t title, int32_t begin, int32_t end) {
  const Word& w = analysis.word(title);
  if (IsPlural(w.xpos)) return false;
  const TitleKind kind = FindTitle(absl::AsciiStrToLower(w.form)).kind;
  const bool names_role = kind == TitleKind::kRole || kind == TitleKind::kOffice;
  if (!names_role && (w.upos != Upos::kNoun || kind != TitleKind::kNone)) return false;
  if (w.head >= begin && w.head < end) return true;
  for (int32_t i = begin; i < end; ++i) {
    if (analysis.word(i).head == title) return true;
  }
  return false;
}

// The first word of the title before word `begin`, where a name begins that goes on to `end`; `begin` without one that
// says more than a bare title.
int32_t FirstOfTitle(const Analysis& analysis, int32_t begin, int32_t end) {
  constexpr int32_t kLongestTitle = 8;
  if (analysis.word(begin).upos != Upos::kPropn || begin == 0 || !StandsBefore(analysis, begin - 1, begin, end)) {
    return begin;
  }
  int32_t first = begin - 1;
  while (first > 0 && begin - first < kLongestTitle && IsTitleWord(analysis.word(first - 1))) --first;
  if (first > 0 && GoesOnBefore(analysis, first)) return begin;
  const Word& opening = analysis.word(first);
  if (opening.upos == Upos::kDet && opening.lemma != "a" && opening.lemma != "an") ++first;
  return begin - first < 2 || analysis.word(first).xpos == Xpos::kHyph ? begin : first;
}

}  // namespace

std::vector<TitledName> FindTitledNames(const Analysis& analysis, const Entities& entities, uint32_t statement) {
  std::vector<TitledName> found;
  for (const Mention& mention : entities.MentionsFrom(statement, 0)) {
    if (entities.entities[mention.entity].kind != NameKind::kPerson) continue;
    const int32_t begin = mention.FirstWord(analysis);
    int32_t end = mention.head_word + 1;
    while (end < analysis.size() && analysis.word(end).span.end <= mention.span.end) ++end;
    const int32_t first = FirstOfTitle(analysis, begin, end);
    if (first == begin) continue;
    TitledName& titled = found.emplace_back();
    titled.head = mention.head_word;
    for (int32_t i = first; i < begin; ++i) titled.title.push_back(i);
    for (int32_t i = begin; i < end; ++i) titled.name.push_back(i);
  }
  return found;
}

}  // namespace consilience
