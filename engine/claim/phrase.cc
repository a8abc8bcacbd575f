#include "engine/claim/phrase.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "engine/base/word_list.h"

namespace consilience {
namespace {

using R = Relation;

// Left out of every phrase, whatever its head.
constexpr RelationSet kNeverInside{R::kParataxis, R::kDiscourse, R::kVocative, R::kDislocated, R::kReparandum};
// Left out where a comma makes them an aside.
constexpr RelationSet kAsides{R::kAclRelcl, R::kAppos, R::kAcl, R::kNmod};

bool IsQuote(const Word& w) {
  return w.xpos == Xpos::kQuoteOpen || w.xpos == Xpos::kQuoteClose || w.form == "\"" || w.form == "``" ||
         w.form == "''";
}
bool IsBracket(const Word& w) {
  return w.xpos == Xpos::kBracketOpen || w.xpos == Xpos::kBracketClose;
}
bool IsComma(const Word& w) {
  return w.xpos == Xpos::kComma || w.xpos == Xpos::kColon || w.form == "," || w.form == "--" ||
         w.form == "\xE2\x80\x93" || w.form == "\xE2\x80\x94";
}

// A punctuation mark, of the kind that may stand at a phrase's edge only with its counterpart inside.
bool IsPlainPunctuation(const Word& w) {
  return w.upos == Upos::kPunct && !IsQuote(w) && !IsBracket(w) && w.xpos != Xpos::kHyph;
}

class Collector {
 public:
  Collector(const Analysis& analysis, const PhraseShape& shape, std::vector<int32_t>* words)
      : analysis_(analysis), shape_(shape), words_(*words) {}

  bool Collect(int32_t head) {
    words_.clear();
    words_.push_back(head);
    size_t visited = 0;
    for (size_t i = 0; i < words_.size(); ++i) {
      for (int32_t child : analysis_.children(words_[i])) {
        if (++visited > 8 * kLongestPhrase) return false;
        if (!Wanted(head, words_[i], child)) continue;
        words_.push_back(child);
        if (words_.size() > kLongestPhrase) return false;
      }
    }
    std::sort(words_.begin(), words_.end());
    DropLonePunctuation();
    Trim();
    return !words_.empty();
  }

 private:
  const Word& word(int32_t i) const { return analysis_.word(i); }

  bool Wanted(int32_t head, int32_t parent, int32_t child) const {
    const Word& w = word(child);
    if (child < shape_.first) return false;
    if (WithinCompound(child)) return true;
    if (kNeverInside.Contains(w.relation) || shape_.anywhere.Contains(w.relation)) return false;
    if (IsCredit(child)) return false;
    if (w.relation == R::kAppos && child < parent) return false;  // "A lawyer from Lyon, Ana Lee left"
    if (parent == head) {
      if (shape_.without.Contains(w.relation)) return false;
      if (shape_.without_above >= 0 && analysis_.Dominates(child, shape_.without_above)) return false;
    }
    const bool age = w.upos == Upos::kNum && child > parent && word(parent).upos == Upos::kPropn;  // "Ann Lee, 36,"
    if (age && shape_.drop_aside && FollowsComma(child)) return false;
    return !(shape_.drop_aside && kAsides.Contains(w.relation) && child > parent && FollowsComma(child) &&
             !EndsName(parent, child));
  }

  // ", as first reported by Reuters": who says it, not what is said.
  bool IsCredit(int32_t child) const {
    constexpr absl::string_view kReporting[] = {"articulate", "cite",    "describe", "detail", "document", "highlight",
                                                "note",       "outline", "quote",    "relay",  "report",   "state"};
    const Word& w = word(child);
    if (w.relation != R::kAdvcl || w.xpos != Xpos::kVbn || !IsAmong(kReporting, w.lemma)) return false;
    const auto children = analysis_.children(child);
    return !children.empty() && word(children.front()).lemma == "as" && children.front() < child;
  }

  // "mail-in ballots", "a would-be mayor": what a hyphen joins to a word before or behind it.
  bool WithinCompound(int32_t child) const {
    if (word(child).relation == R::kAppos || word(child).relation == R::kConj) return false;
    const auto is_hyphen = [&](int32_t i) { return word(i).form == "-"; };
    const bool before = child + 2 < analysis_.size() && is_hyphen(child + 1) && !word(child).space_after &&
                        !word(child + 1).space_after;
    const bool behind =
        child >= 2 && is_hyphen(child - 1) && !word(child - 1).space_after && !word(child - 2).space_after;
    return before || behind;
  }

  // "Lyon, France": the second place belongs to the first.
  bool EndsName(int32_t parent, int32_t child) const {
    return word(child).relation == R::kAppos && word(parent).upos == Upos::kPropn && word(child).upos == Upos::kPropn &&
           word(parent).name == NameKind::kPlace && word(child).name == NameKind::kPlace;
  }

  // The subtree of `child` begins after a comma: looks at the words between it and its leftmost dependents only.
  bool FollowsComma(int32_t child) const {
    int32_t first = child;
    for (int depth = 0; depth < 4; ++depth) {
      const auto children = analysis_.children(first);
      if (children.empty() || children.front() >= first) break;
      first = children.front();
      if (IsComma(word(first))) return true;
    }
    return first > 0 && IsComma(word(first - 1));
  }

  // Commas whose phrase was left out.
  void DropLonePunctuation() {
    size_t kept = 0;
    const size_t n = words_.size();
    for (size_t i = 0; i < n; ++i) {
      const int32_t w = words_[i];
      const bool neighbours = (i == 0 || words_[i - 1] == w - 1) && (i + 1 == n || words_[i + 1] == w + 1);
      if (IsComma(word(w)) && !neighbours) scratch_.push_back(w);
    }
    if (scratch_.empty()) return;
    size_t next = 0;
    for (size_t i = 0; i < n; ++i) {
      if (next < scratch_.size() && scratch_[next] == words_[i]) {
        ++next;
      } else {
        words_[kept++] = words_[i];
      }
    }
    words_.resize(kept);
  }

  void Trim() {
    bool changed = true;
    while (changed && !words_.empty()) {
      changed = false;
      const Word& front = word(words_.front());
      const Word& back = word(words_.back());
      if (IsPlainPunctuation(front) || Unpaired(front) || (words_.size() > 1 && front.xpos == Xpos::kCc)) {
        words_.erase(words_.begin());
        changed = true;
      } else if (IsPlainPunctuation(back) || Unpaired(back)) {
        words_.pop_back();
        changed = true;
      }
    }
  }

  // A quotation mark or a bracket whose counterpart is not in the phrase.
  bool Unpaired(const Word& w) const {
    if (!IsQuote(w) && !IsBracket(w)) return false;
    int count = 0;
    for (int32_t i : words_) count += IsQuote(w) ? IsQuote(word(i)) : IsBracket(word(i));
    return count % 2 != 0;
  }

  const Analysis& analysis_;
  const PhraseShape& shape_;
  std::vector<int32_t>& words_;
  std::vector<int32_t> scratch_;
};

bool CarriesContent(const Word& w) {
  switch (w.upos) {
    case Upos::kPunct:
    case Upos::kAux:
      return false;
    case Upos::kDet:
      return w.lemma == "no";
    case Upos::kPart:
      return w.xpos != Xpos::kPos;
    default:
      return true;
  }
}

}  // namespace

bool CollectPhrase(const Analysis& analysis, int32_t head, const PhraseShape& shape, std::vector<int32_t>* words) {
  return Collector(analysis, shape, words).Collect(head);
}

void AppendWords(const Analysis& analysis, absl::Span<const int32_t> words, std::string* out) {
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& w = analysis.word(words[i]);
    if (i > 0) {
      const bool touching = words[i - 1] + 1 == words[i] && analysis.word(words[i - 1]).span.end == w.span.begin;
      if (!touching) out->push_back(' ');
    }
    out->append(w.form.data(), w.form.size());
  }
}

std::string SpellWords(const Analysis& analysis, absl::Span<const int32_t> words) {
  std::string out;
  AppendWords(analysis, words, &out);
  return out;
}

ByteSpan SpanOfWords(const Analysis& analysis, absl::Span<const int32_t> words) {
  if (words.empty()) return {};
  return {analysis.word(words.front()).span.begin, analysis.word(words.back()).span.end};
}

bool IsQuotationMark(const Word& word) {
  return word.xpos == Xpos::kQuoteOpen || word.xpos == Xpos::kQuoteClose;
}

absl::string_view LemmaOf(const Word& word) {
  return word.lemma.empty() ? word.form : word.lemma;
}

std::string KeyOfWords(const Analysis& analysis, absl::Span<const int32_t> words) {
  std::string key;
  for (int32_t i : words) {
    const Word& w = analysis.word(i);
    if (!CarriesContent(w)) continue;
    if (!key.empty()) key.push_back(' ');
    for (char c : LemmaOf(w)) key.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
  }
  return key;
}

}  // namespace consilience
