// Analyses written by hand: words and Penn tags in one line.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// Text and analysis of "FORM/TAG[/LEMMA[/HEAD:RELATION[/NAME]]] ..." separated by spaces. "+" before a form: no white
// space before it; "|" in a form is a slash. HEAD is 1-based, 0 the root. Without heads, the first verb is the root and
// every other word hangs on it by "dep": values must be found by forms and tags alone.
class TaggedSentence {
 public:
  explicit TaggedSentence(absl::string_view source) { Append(source); }

  const std::string& text() const { return text_; }
  const Analysis& analysis() const { return analysis_; }

 private:
  static Upos UposOf(Xpos tag) {
    switch (tag) {
      case Xpos::kNn:
      case Xpos::kNns:
        return Upos::kNoun;
      case Xpos::kNnp:
      case Xpos::kNnps:
        return Upos::kPropn;
      case Xpos::kCd:
        return Upos::kNum;
      case Xpos::kJj:
      case Xpos::kJjr:
      case Xpos::kJjs:
        return Upos::kAdj;
      case Xpos::kVb:
      case Xpos::kVbd:
      case Xpos::kVbg:
      case Xpos::kVbn:
      case Xpos::kVbp:
      case Xpos::kVbz:
        return Upos::kVerb;
      case Xpos::kMd:
        return Upos::kAux;
      case Xpos::kRb:
        return Upos::kAdv;
      case Xpos::kIn:
        return Upos::kAdp;
      case Xpos::kDt:
        return Upos::kDet;
      case Xpos::kPrp:
      case Xpos::kPrpPoss:
        return Upos::kPron;
      case Xpos::kTo:
      case Xpos::kPos:
        return Upos::kPart;
      case Xpos::kCc:
        return Upos::kCconj;
      case Xpos::kDollar:
      case Xpos::kSym:
        return Upos::kSym;
      case Xpos::kComma:
      case Xpos::kStop:
      case Xpos::kColon:
      case Xpos::kHyph:
      case Xpos::kBracketOpen:
      case Xpos::kBracketClose:
      case Xpos::kQuoteOpen:
      case Xpos::kQuoteClose:
        return Upos::kPunct;
      default:
        return Upos::kX;
    }
  }

  static std::string LemmaOf(absl::string_view form, Xpos tag) {
    std::string lemma = absl::AsciiStrToLower(form);
    const bool plural = tag == Xpos::kNns || tag == Xpos::kNnps;
    if (plural && lemma.size() > 2 && lemma.back() == 's') lemma.pop_back();
    return lemma;
  }

  void Append(absl::string_view source) {
    struct Draft {
      std::vector<std::string> fields;
      bool glued;
    };
    std::vector<Draft> drafts;
    for (absl::string_view item : absl::StrSplit(source, ' ', absl::SkipEmpty())) {
      const bool glued = item.size() > 1 && item.front() == '+' && item[1] != '/';
      if (glued) item.remove_prefix(1);
      std::vector<std::string> fields = absl::StrSplit(item, '/');
      fields.front() = absl::StrReplaceAll(fields.front(), {{"|", "/"}});
      drafts.push_back({std::move(fields), glued});
    }
    std::vector<char> lemmas;
    size_t lemma_size = 0;
    for (const Draft& draft : drafts) {
      if (!text_.empty() && !draft.glued) text_.push_back(' ');
      absl::StrAppend(&text_, draft.fields[0]);
      lemma_size += draft.fields[0].size() + (draft.fields.size() > 2 ? draft.fields[2].size() : 0);
    }
    lemmas.reserve(lemma_size);
    std::vector<Word> words(drafts.size());
    uint32_t at = 0;
    int32_t root = 0;
    bool root_is_verb = false;
    for (size_t i = 0; i < drafts.size(); ++i) {
      const std::vector<std::string>& fields = drafts[i].fields;
      Word& word = words[i];
      if (i > 0 && !drafts[i].glued) ++at;
      if (i > 0) words[i - 1].space_after = !drafts[i].glued;
      word.span = {at, at + static_cast<uint32_t>(fields[0].size())};
      at = word.span.end;
      word.form = word.span.In(text_);
      word.xpos = fields.size() > 1 ? ParseXpos(fields[1]).value_or(Xpos::kXx) : Xpos::kXx;
      word.upos = UposOf(word.xpos);
      const std::string lemma = fields.size() > 2 && !fields[2].empty() ? fields[2] : LemmaOf(fields[0], word.xpos);
      word.lemma = absl::string_view(lemmas.data() + lemmas.size(), lemma.size());
      lemmas.insert(lemmas.end(), lemma.begin(), lemma.end());
      word.relation = Relation::kDep;
      word.head = -2;
      if (fields.size() > 3 && !fields[3].empty()) {
        const std::vector<std::string> arc = absl::StrSplit(fields[3], absl::MaxSplits(':', 1));
        if (absl::SimpleAtoi(arc[0], &word.head)) --word.head;
        word.relation = ParseRelation(arc[1]).value_or(Relation::kDep);
      }
      if (fields.size() > 4) {
        word.name = fields[4] == "PER"   ? NameKind::kPerson
                    : fields[4] == "LOC" ? NameKind::kPlace
                    : fields[4] == "ORG" ? NameKind::kOrganisation
                                         : NameKind::kNone;
        word.name_begins = i == 0 || words[i - 1].name != word.name;
      }
      if (!root_is_verb && word.upos == Upos::kVerb && word.head == -2) {
        root = static_cast<int32_t>(i);
        root_is_verb = true;
      }
      if (word.head == kRoot) {
        root = static_cast<int32_t>(i);
        root_is_verb = true;
      }
    }
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].head == -2) words[i].head = static_cast<int32_t>(i) == root ? kRoot : root;
    }
    analysis_.span = {0, static_cast<uint32_t>(text_.size())};
    analysis_.Assign(std::move(words), std::move(lemmas));
  }

  std::string text_;
  Analysis analysis_;
};

// Several such sentences as the statements of one text.
class TaggedDocument {
 public:
  explicit TaggedDocument(const std::vector<std::string>& sources) {
    for (const std::string& source : sources) {
      sentences_.push_back(std::make_unique<TaggedSentence>(source));
      begins_.push_back(static_cast<uint32_t>(text_.size()));
      absl::StrAppend(&text_, sentences_.back()->text(), " ");
    }
    for (size_t i = 0; i < sentences_.size(); ++i) {
      const absl::Span<const Word> source = sentences_[i]->analysis().words();
      std::vector<Word> words(source.begin(), source.end());
      for (Word& word : words) {
        word.span = {word.span.begin + begins_[i], word.span.end + begins_[i]};
        word.form = word.span.In(text_);
      }
      Analysis analysis;
      analysis.span = {begins_[i], begins_[i] + static_cast<uint32_t>(sentences_[i]->text().size())};
      analysis.Assign(std::move(words), {});
      analyses_.push_back(std::move(analysis));
    }
  }

  const std::string& text() const { return text_; }
  absl::Span<const Analysis> analyses() const { return analyses_; }

 private:
  std::vector<std::unique_ptr<TaggedSentence>> sentences_;  // own the lemmas
  std::vector<uint32_t> begins_;
  std::string text_;
  std::vector<Analysis> analyses_;
};

}  // namespace consilience
