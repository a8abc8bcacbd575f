#include "engine/claim/reported_content.h"

#include <algorithm>
#include <utility>

#include "engine/base/word_list.h"
#include "engine/claim/governing_verb.h"
#include "engine/claim/phrase.h"
#include "engine/claim/speaker.h"

namespace consilience {
namespace {

using R = Relation;

// "She disagreed with the court; he agreed with the dissent": another sentence.
bool FollowsSemicolon(const Analysis& analysis, const Clause& clause) {
  const int32_t first = analysis.first(clause.head);
  return analysis.word(first).form == ";" || (first > 0 && analysis.word(first - 1).form == ";");
}

// The statement's words within what was said, without marks at the edges; none when nobody would read as many.
void WordsOfContent(const Analysis& analysis, const Speech& speech, Reading* reading) {
  for (const ByteSpan content : speech.content) {
    auto first = std::lower_bound(analysis.words().begin(), analysis.words().end(), content.begin,
                                  [](const Word& w, uint32_t begin) { return w.span.begin < begin; });
    for (; first != analysis.words().end() && first->span.end <= content.end; ++first) {
      if (reading->words.empty() && first->upos == Upos::kPunct) continue;
      if (reading->words.size() > kLongestPhrase) return reading->words.clear();
      reading->words.push_back(static_cast<int32_t>(first - analysis.words().begin()));
    }
  }
  std::sort(reading->words.begin(), reading->words.end());
  reading->words.erase(std::unique(reading->words.begin(), reading->words.end()), reading->words.end());
  while (!reading->words.empty() && analysis.word(reading->words.back()).upos == Upos::kPunct)
    reading->words.pop_back();
  if (!reading->words.empty()) reading->head = reading->words.front();
}

// "'Not only were we late, we were lost,' she said", of which the tree has the first half as what was said: the
// quotation is, and what else was read of it is no part of its own.
void CompleteContent(const Analysis& analysis, const Clause& clause, const Speech& speech, std::vector<Part>* parts) {
  // What it goes on with in other sentences is no part of this one.
  const auto here = std::count_if(speech.content.begin(), speech.content.end(),
                                  [&](ByteSpan content) { return content.Overlaps(analysis.span); });
  if (!speech.quoted || here != 1) return;
  const auto part =
      std::find_if(parts->begin(), parts->end(), [](const Part& p) { return p.kind == ComplementKind::kContent; });
  if (part == parts->end() || part->readings.size() != 1) return;
  Reading whole;
  WordsOfContent(analysis, speech, &whole);
  if (whole.words.empty()) return;
  const auto holds = [&](int32_t i) { return std::binary_search(whole.words.begin(), whole.words.end(), i); };
  const auto within = [&](const Words& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](int32_t i) { return holds(i) || analysis.word(i).upos == Upos::kPunct; });
  };
  const bool apart = holds(clause.head) || holds(clause.subject);
  const bool whole_run = whole.words.back() - whole.words.front() + 1 == static_cast<int32_t>(whole.words.size());
  const Words& told = part->readings.front().words;
  const auto is_word = [&](int32_t i) { return analysis.word(i).upos != Upos::kPunct; };
  const auto count = [&](const Words& words) { return std::count_if(words.begin(), words.end(), is_word); };
  if (apart || !whole_run || !within(told) || count(whole.words) <= count(told)) return;
  const auto marks = std::count_if(whole.words.begin(), whole.words.end(),
                                   [&](int32_t i) { return IsQuotationMark(analysis.word(i)); });
  const int32_t next = whole.words.back() + 1;
  if (marks % 2 != 0 && next < analysis.size() && IsQuotationMark(analysis.word(next))) whole.words.push_back(next);
  whole.head = part->head;
  whole.core = whole.words;
  part->readings.front() = std::move(whole);
  const Words content = part->readings.front().words;
  const int32_t head = part->head;
  std::erase_if(*parts, [&](const Part& other) {
    return other.head != head && std::all_of(other.readings.begin(), other.readings.end(), [&](const Reading& reading) {
             return std::all_of(reading.words.begin(), reading.words.end(), [&](int32_t i) {
               return std::binary_search(content.begin(), content.end(), i) || analysis.word(i).upos == Upos::kPunct;
             });
           });
  });
}

// "It sank, she tells the Post": whom she tells is no object.
void SetAddressee(const Analysis& analysis, const Clause& clause, std::vector<Part>* parts) {
  constexpr absl::string_view kTelling[] = {"assure", "inform", "remind", "tell", "warn"};
  if (!IsAmong(kTelling, LemmaOf(analysis.word(clause.head)))) return;
  for (Part& part : *parts) {
    if (part.kind == ComplementKind::kObject && !part.antecedent && MaySpeak(analysis, part.head)) {
      part.kind = ComplementKind::kIndirect;
    }
  }
}

// "'It rained', she said": the content governs the reporting verb, or lies elsewhere in the statement. Without words
// when the clause reports nothing.
Reading ReadContent(const Analysis& analysis, const Clause& clause, const Speech* speech) {
  const Word& verb = analysis.word(clause.head);
  Reading reading;
  if ((speech == nullptr && !NeedsContent(LemmaOf(verb))) || IsComparison(analysis, clause)) return reading;
  const bool beside = verb.relation == R::kParataxis;
  if (beside && FollowsSemicolon(analysis, clause)) return reading;
  if (speech != nullptr) WordsOfContent(analysis, *speech, &reading);
  if (!beside) return reading;
  const bool whole = std::binary_search(reading.words.begin(), reading.words.end(), verb.head);
  reading.head = verb.head;
  if (whole) return reading;
  PhraseShape shape;
  shape.without_above = clause.head;
  shape.drop_aside = false;
  if (!CollectPhrase(analysis, reading.head, shape, &reading.words)) reading.words.clear();
  return reading;
}

// "warned of attacks": what is said is a part already, or the subject.
bool IsTaken(const Reading& content, const Clause& clause, const std::vector<Part>& parts) {
  const auto holds = [&](int32_t i) { return std::binary_search(content.words.begin(), content.words.end(), i); };
  return holds(clause.subject) || std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
           return std::any_of(part.readings.begin(), part.readings.end(), [&](const Reading& reading) {
             return std::any_of(reading.words.begin(), reading.words.end(), holds);
           });
         });
}

}  // namespace

void AddReportedContent(const Analysis& analysis, const Clause& clause, const Speech* speech, std::vector<Part>* parts,
                        RuleSet* rules) {
  if (clause.kind != ClauseKind::kVerb || clause.passive) return;  // of a passive it is the subject
  if (speech != nullptr) CompleteContent(analysis, clause, *speech, parts);
  SetAddressee(analysis, clause, parts);
  const bool has_object = std::any_of(parts->begin(), parts->end(), [](const Part& part) {
    return part.kind == ComplementKind::kObject || part.kind == ComplementKind::kContent;
  });
  if (has_object) return;
  Reading content = ReadContent(analysis, clause, speech);
  if (content.words.empty() || IsTaken(content, clause, *parts)) return;
  content.core = content.words;
  Part part;
  part.kind = ComplementKind::kContent;
  part.head = content.head;
  part.readings.push_back(std::move(content));
  parts->push_back(std::move(part));
  rules->Add(Rule::kReportedContent);
}

}  // namespace consilience
