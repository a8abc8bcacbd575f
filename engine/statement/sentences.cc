#include "engine/statement/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/statement/character.h"
#include "engine/statement/tokenizer.h"

namespace consilience {
namespace {

bool IsCapitalised(absl::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// A word of letters that begins in lower case: it goes on with the sentence before it.
bool IsLower(absl::string_view word) {
  return !word.empty() && word[0] >= 'a' && word[0] <= 'z';
}

bool IsCloser(absl::string_view word) {
  static constexpr absl::string_view kClosers[] = {"\"",           "'",       "''", ")", "]", "}", "\xE2\x80\x9D",
                                                   "\xE2\x80\x99", "\xC2\xBB"};
  return std::find(std::begin(kClosers), std::end(kClosers), word) != std::end(kClosers);
}

bool IsOpener(absl::string_view word) {
  static constexpr absl::string_view kOpeners[] = {"\"",           "'",       "``", "(", "[", "\xE2\x80\x9C",
                                                   "\xE2\x80\x98", "\xC2\xAB"};
  return std::find(std::begin(kOpeners), std::end(kOpeners), word) != std::end(kOpeners);
}

bool IsTerminal(absl::string_view word) {
  return !word.empty() && word.find_first_not_of(".!?") == absl::string_view::npos;
}

class IcuSentenceFinder : public SentenceFinder {
 public:
  explicit IcuSentenceFinder(std::unique_ptr<icu::BreakIterator> breaks) : breaks_(std::move(breaks)) {}
  ~IcuSentenceFinder() override { utext_close(&utext_); }
  IcuSentenceFinder(const IcuSentenceFinder&) = delete;
  IcuSentenceFinder& operator=(const IcuSentenceFinder&) = delete;

  std::unique_ptr<SentenceFinder> Clone() const override {
    return std::make_unique<IcuSentenceFinder>(std::unique_ptr<icu::BreakIterator>(breaks_->clone()));
  }

  void FindEnds(absl::string_view text, ByteSpan paragraph, absl::Span<const Token> tokens, const WordLists& lists,
                const BoundaryModel& judge, std::vector<size_t>* ends) override {
    if (tokens.empty()) return;
    ApplyRules(text, paragraph, tokens, lists);
    if (!judge.empty()) features_.Begin(text, tokens);
    size_t sentence = 0;  // first token of the sentence
    for (size_t i = 1; i < tokens.size(); ++i) {
      bool ends_here = rules_[i];
      if (!judge.empty() && features_.Possible(i, ends_here)) {
        ends_here = judge.Ends(features_.At(sentence, i, ends_here), features_.Bare(i));
      }
      if (!ends_here) continue;
      ends->push_back(i);
      sentence = i;
    }
    ends->push_back(tokens.size());
  }

  std::vector<bool> Rules(absl::string_view text, ByteSpan paragraph, absl::Span<const Token> tokens,
                          const WordLists& lists) override {
    ApplyRules(text, paragraph, tokens, lists);
    return rules_;
  }

 private:
  // Byte offsets in `paragraph` at which ICU begins a sentence.
  void FindCandidates(absl::string_view paragraph) {
    candidates_.clear();
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&utext_, paragraph.data(), static_cast<int64_t>(paragraph.size()), &error);
    if (U_FAILURE(error)) return;
    breaks_->setText(&utext_, error);
    if (U_FAILURE(error)) return;
    breaks_->first();
    for (int32_t at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next()) {
      candidates_.push_back(static_cast<uint32_t>(at));
    }
  }

  void ApplyRules(absl::string_view text, ByteSpan paragraph, absl::Span<const Token> tokens, const WordLists& lists) {
    FindCandidates(paragraph.In(text));
    rules_.assign(tokens.size(), false);
    size_t sentence = 0;
    size_t candidate = 0;  // in candidates_
    for (size_t i = 1; i < tokens.size(); ++i) {
      const uint32_t at = tokens[i].span.begin - paragraph.begin;
      while (candidate < candidates_.size() && candidates_[candidate] < at) ++candidate;
      const bool icu = candidate < candidates_.size() && candidates_[candidate] == at;
      if (!EndsBefore(text, tokens, sentence, i, icu, lists)) continue;
      rules_[i] = true;
      sentence = i;
    }
  }

  // Whether a sentence that began at token `sentence` ends before token `i`.
  static bool EndsBefore(absl::string_view text, absl::Span<const Token> tokens, size_t sentence, size_t i, bool icu,
                         const WordLists& lists) {
    const auto word = [&](size_t token) { return tokens[token].span.In(text); };
    // The last word before marks that close.
    size_t last = i - 1;
    while (last > sentence && IsCloser(word(last))) --last;
    const absl::string_view before = word(last);
    if (before.empty() || before.back() == 0) return false;
    const bool stopped =
        before.back() == '.' || before.back() == '!' || before.back() == '?' || before == "\xE2\x80\xA6";
    if (!stopped) return false;
    if (IsCloser(word(i)) && !tokens[i - 1].space_after) return false;
    // The first word of what follows.
    size_t next = i;
    while (next + 1 < tokens.size() && IsOpener(word(next))) ++next;
    const absl::string_view after = word(next);
    if (IsLower(after)) return false;
    if (IsTerminal(after) && next == i) return false;
    if (IsTerminal(before)) {
      // "1." and "A." at the beginning of a list item go with what follows.
      if (last == sentence + 1 && before == "." && IsListNumber(word(sentence))) return false;
      if (!tokens[i - 1].space_after) return IsCapitalised(after) && before == "." && last == i - 1;
      return icu || IsCapitalised(after) || IsOpener(word(i)) ||
             absl::ascii_isdigit(static_cast<unsigned char>(after[0]));
    }
    // An abbreviation: "U.S.", "Gen.", "J.".
    if (!tokens[i - 1].space_after) return false;
    if (last == sentence && IsListNumber(before.substr(0, before.size() - 1))) return false;
    if (!IsCapitalised(after) || lists.starters.find(std::string(after)) == lists.starters.end()) {
      return last != i - 1 && icu;  // a closing mark after it decides
    }
    const std::string lower = absl::AsciiStrToLower(before.substr(0, before.size() - 1));
    const auto found = lists.abbreviations.find(lower);
    if (found != lists.abbreviations.end() && before.size() > 2) return found->second == AfterAbbreviation::kEither;
    // An initial: a name goes on ("J. The" is unusual); the end of "vitamin C." comes after a word in lower case.
    return before.size() != 2 || (last > sentence && IsLower(word(last - 1)));
  }

  static bool IsListNumber(absl::string_view word) {
    if (word.empty() || word.size() > 3) return false;
    if (word.size() == 1 && absl::ascii_isalpha(static_cast<unsigned char>(word[0])) && word[0] != 'I') return true;
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  std::unique_ptr<icu::BreakIterator> breaks_;
  UText utext_ = UTEXT_INITIALIZER;
  std::vector<uint32_t> candidates_;
  std::vector<bool> rules_;  // by token
  BoundaryFeatures features_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<SentenceFinder>> SentenceFinder::Create() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::getEnglish();
  std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(locale, error));
  std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(locale, error));
  if (U_FAILURE(error)) {
    return absl::InternalError(
        absl::StrCat("ICU cannot find English sentences: ", u_errorName(error), "; are its data files installed?"));
  }
  std::unique_ptr<icu::BreakIterator> filtered(builder->wrapIteratorWithFilter(plain.release(), error));
  if (U_FAILURE(error)) {
    return absl::InternalError(absl::StrCat("ICU cannot filter sentence ends: ", u_errorName(error)));
  }
  return std::make_unique<IcuSentenceFinder>(std::move(filtered));
}

}  // namespace consilience
