#include "engine/attribution/credit_frame.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/attribution/reporting_words.h"
#include "engine/base/table_rows.h"

namespace consilience {

absl::string_view CreditFrameTable();

namespace {

// One way to fill a place of a frame.
struct Choice {
  enum class Test : uint8_t { kWord, kClass, kTells, kSays, kTelling, kNoun, kNumber, kName };
  Test test = Test::kWord;
  absl::string_view word;  // of a kWord
  WordClass of_class = 0;  // of a kClass
};

struct Element {
  enum class What : uint8_t { kChoice, kSkip, kSkipAll, kAdverbs, kStart, kClauseEdge, kCueBegin, kCueEnd };
  What what = What::kChoice;
  bool optional = false;
  int32_t most = 0;  // words skipped
  std::vector<Choice> choices;
};

struct CreditFrame {
  std::vector<Element> before;  // from the outlets to the left
  std::vector<Element> after;   // from the outlets to the right
  CueKind kind = CueKind::kAccording;
  bool of_others = false;
};

Choice ParseChoice(absl::string_view text) {
  Choice choice;
  if (text == "%tells") {
    choice.test = Choice::Test::kTells;
  } else if (text == "%says") {
    choice.test = Choice::Test::kSays;
  } else if (text == "%telling") {
    choice.test = Choice::Test::kTelling;
  } else if (text == "%noun") {
    choice.test = Choice::Test::kNoun;
  } else if (text == "%number") {
    choice.test = Choice::Test::kNumber;
  } else if (text == "%name") {
    choice.test = Choice::Test::kName;
  } else if (absl::ConsumePrefix(&text, "@")) {
    choice.test = Choice::Test::kClass;
    choice.of_class = WordClassNamed(text);
  } else {
    choice.word = text;
  }
  return choice;
}

Element ParseElement(absl::string_view text) {
  using What = Element::What;
  Element element;
  if (text == "^") {
    element.what = What::kStart;
  } else if (text == "$") {
    element.what = What::kClauseEdge;
  } else if (text == "[") {
    element.what = What::kCueBegin;
  } else if (text == "]") {
    element.what = What::kCueEnd;
  } else if (text == "~") {
    element.what = What::kAdverbs;
  } else if (absl::ConsumePrefix(&text, "..")) {
    element.what = absl::ConsumePrefix(&text, ".") ? What::kSkipAll : What::kSkip;
    [[maybe_unused]] const bool number = absl::SimpleAtoi(text, &element.most);
    assert(number);
  } else {
    element.optional = absl::ConsumePrefix(&text, "?");
    for (const absl::string_view choice : absl::StrSplit(text, '|')) element.choices.push_back(ParseChoice(choice));
  }
  return element;
}

std::vector<CreditFrame> ReadFrames() {
  std::vector<CreditFrame> frames;
  ForEachRowOfFields(CreditFrameTable(), [&](const std::vector<absl::string_view>& fields) {
    assert(fields.size() == 3);
    CreditFrame frame;
    frame.kind = CueKindNamed(fields[1]);
    frame.of_others = fields[2] == "others";
    bool behind = false;
    for (const absl::string_view text : absl::StrSplit(fields[0], ' ')) {
      if (text == "OUTLET") {
        behind = true;
      } else {
        (behind ? frame.after : frame.before).push_back(ParseElement(text));
      }
    }
    std::reverse(frame.before.begin(), frame.before.end());
    frames.push_back(std::move(frame));
  });
  return frames;
}

// Tries one frame around one list.
class Matcher {
 public:
  Matcher(const StatementWords& words, const Analysis* analysis) : words_(words), analysis_(analysis) {}

  // The elements [element, end) from word `at` on, read to the right or, from the word before `at`, to the left.
  bool Match(const Element* element, const Element* end, int32_t at, int32_t step) {
    for (; element != end; ++element) {
      const int32_t here = step > 0 ? at : at - 1;  // the word looked at next
      switch (element->what) {
        case Element::What::kCueBegin:
          cue_begin_ = at;
          break;
        case Element::What::kCueEnd:
          cue_end_ = at;
          break;
        case Element::What::kStart:
          if (at != 0) return false;
          break;
        case Element::What::kClauseEdge:
          if (!(step < 0 && at == 0) && !words_.EndsClause(here)) return false;
          break;
        case Element::What::kChoice:
          if (element->optional) {
            if (Fills(*element, here) && Match(element + 1, end, at + step, step)) return true;
          } else {
            if (!Fills(*element, here)) return false;
            at += step;
          }
          break;
        default:
          return MatchPast(element, end, at, step);
      }
    }
    return true;
  }

  int32_t cue_begin() const { return cue_begin_; }
  int32_t cue_end() const { return cue_end_; }

 private:
  // `element` skips words, as few as do; adverbs as many as there are.
  bool MatchPast(const Element* element, const Element* end, int32_t at, int32_t step) {
    const bool adverbs = element->what == Element::What::kAdverbs;
    constexpr int32_t kMostAdverbs = 6;
    const int32_t most = adverbs ? kMostAdverbs : element->most;
    int32_t reach = 0;
    while (reach < most) {
      const int32_t here = step > 0 ? at + reach : at - reach - 1;
      if (here < 0 || here >= words_.size()) break;
      if (adverbs && !IsAdverb(here, step)) break;
      if (element->what == Element::What::kSkip && words_.EndsClause(here)) break;
      ++reach;
    }
    for (int32_t i = 0; i <= reach; ++i) {
      const int32_t skipped = adverbs ? reach - i : i;
      if (Match(element + 1, end, at + step * skipped, step)) return true;
    }
    return false;
  }

  bool IsAdverb(int32_t i, int32_t step) const {
    if (words_.Is(i, ",")) return false;
    return IsTimeWord(words_[i]) || (step > 0 ? IsCueAdverb(words_[i]) : IsFillingWord(words_[i]));
  }

  bool Fills(const Element& element, int32_t i) const {
    if (i < 0 || i >= words_.size()) return false;
    return std::any_of(element.choices.begin(), element.choices.end(), [&](const Choice& c) { return Is(c, i); });
  }

  bool Is(const Choice& choice, int32_t i) const {
    switch (choice.test) {
      case Choice::Test::kWord:
        return choice.word == "'s" ? words_.IsPossessive(i) : words_.Is(i, choice.word);
      case Choice::Test::kClass:
        return IsOfClass(words_[i], choice.of_class);
      case Choice::Test::kTells: {
        const VerbMatch match = FindReportingVerb(words_[i]);
        return match.verb != nullptr && match.form != VerbForm::kGerund && IsVerb(i) &&
               (match.verb->outlet == OutletCue::kStrong || match.verb->outlet == OutletCue::kWeak);
      }
      case Choice::Test::kSays: {
        const VerbMatch match = FindReportingVerb(words_[i]);
        return match.verb != nullptr && match.verb->speaks && match.verb->kind == SpeechKind::kSay && IsVerb(i);
      }
      case Choice::Test::kTelling: {
        const VerbMatch match = FindReportingVerb(words_[i]);
        return match.verb != nullptr && match.form == VerbForm::kGerund && match.verb->speaks &&
               (match.verb->kind == SpeechKind::kSay || match.verb->kind == SpeechKind::kShow);
      }
      case Choice::Test::kNoun:
        return IsClaimNoun(words_[i]);
      case Choice::Test::kNumber: {
        const absl::string_view word = words_[i];
        return absl::ascii_isdigit(static_cast<unsigned char>(word[0])) ||
               (analysis_ != nullptr && analysis_->word(i).upos == Upos::kNum);
      }
      case Choice::Test::kName:
        return words_.IsCapital(i);
    }
    return false;
  }

  bool IsVerb(int32_t i) const {
    if (analysis_ == nullptr) return true;
    const Upos tag = analysis_->word(i).upos;
    return tag == Upos::kVerb || tag == Upos::kAux || tag == Upos::kX;
  }

  const StatementWords& words_;
  const Analysis* analysis_;
  int32_t cue_begin_ = 0;
  int32_t cue_end_ = 0;
};

}  // namespace

std::optional<FrameMatch> MatchFrame(const StatementWords& words, const Analysis* analysis, const OutletList& list,
                                     size_t* next) {
  static const auto* const frames = new std::vector<CreditFrame>(ReadFrames());
  Matcher matcher(words, analysis);
  const auto matches = [&](const std::vector<Element>& elements, int32_t at, int32_t step) {
    return matcher.Match(elements.data(), elements.data() + elements.size(), at, step);
  };
  while (*next < frames->size()) {
    const CreditFrame& frame = (*frames)[(*next)++];
    if (!matches(frame.after, list.end, 1) || !matches(frame.before, list.begin, -1)) continue;
    FrameMatch match;
    match.kind = frame.kind;
    match.cue_begin = matcher.cue_begin();
    match.cue_end = std::min(matcher.cue_end(), words.size());
    match.before_only = frame.after.empty();
    match.after_only = frame.before.empty();
    match.of_others = frame.of_others;
    return match;
  }
  return std::nullopt;
}

}  // namespace consilience
