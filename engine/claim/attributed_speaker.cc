#include "engine/claim/attributed_speaker.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/claim/entity.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/part.h"
#include "engine/claim/phrase.h"
#include "engine/claim/relation_set.h"

namespace consilience {
namespace {

using R = Relation;

bool IsTitle(const Word& w) {
  const bool noun = w.upos == Upos::kNoun || w.upos == Upos::kPropn;
  return noun && FindTitle(absl::AsciiStrToLower(w.form)).kind != TitleKind::kNone;
}

// "The president, facing trouble at home": the source less its asides.
std::string WordsOfSource(const ExtractionContext& context, const Speech& speech) {
  const Analysis& analysis = context.analyses[speech.statement];
  if (speech.source.empty() || analysis.word(speech.source_word).upos == Upos::kPron) return speech.speaker;
  Words words;
  if (!CollectPhrase(analysis, speech.source_word, {}, &words)) return speech.speaker;
  while (words.size() > 1 && analysis.word(words.front()).relation == R::kCase) words.erase(words.begin());
  const ByteSpan span = SpanOfWords(analysis, words);
  const ByteSpan source = {speech.source.front().begin, speech.source.back().end};
  return source.Contains(span) ? SpellWords(analysis, words) : speech.speaker;
}

// "Ana Lee and Ben Ode said", "her lawyers, Ana Lee and Ben Ode, said": no one of them.
bool AreSeveral(const ExtractionContext& context, const Speech& speech) {
  constexpr size_t kMostChildren = 40;
  const Analysis& analysis = context.analyses[speech.statement];
  const auto said_by = [&](int32_t i) {
    return std::any_of(speech.source.begin(), speech.source.end(),
                       [&](ByteSpan part) { return part.Contains(analysis.word(i).span); });
  };
  const auto joined = [&](int32_t above) {
    const auto children = analysis.children(above).subspan(0, kMostChildren);
    return std::any_of(children.begin(), children.end(), [&](int32_t child) {
      const Word& w = analysis.word(child);
      return w.relation == R::kConj && w.upos == Upos::kPropn && w.name_begins && said_by(child);
    });
  };
  const Word& source = analysis.word(speech.source_word);
  const auto children = analysis.children(speech.source_word).subspan(0, kMostChildren);
  return joined(speech.source_word) ||
         (source.xpos == Xpos::kNns && std::any_of(children.begin(), children.end(), [&](int32_t child) {
            return analysis.word(child).relation == R::kAppos && joined(child);
          }));
}

// "AP President and Chief Executive Officer Ana Lee": who bears the title that closes with their name; "" for nobody.
std::string BearerOfTitle(const ExtractionContext& context, const Speech& speech) {
  if (speech.source.empty()) return {};
  const ByteSpan source = speech.source.back();
  const Analysis& analysis = context.analyses[speech.statement];
  for (const Mention& mention : context.entities->MentionsFrom(speech.statement, speech.source_word)) {
    if (mention.span.begin >= source.end) break;
    const Entity& entity = context.entities->entities[mention.entity];
    if (entity.kind != NameKind::kPerson || mention.span.end != source.end) continue;
    const int32_t first = mention.FirstWord(analysis);
    if (first == 0 || !IsTitle(analysis.word(first - 1))) continue;
    // But not "a spokesman for President Ana Lee".
    bool describes = true;
    for (int32_t i = first - 1; i >= 0 && analysis.word(i).span.begin >= speech.source.front().begin; --i) {
      const Upos kind = analysis.word(i).upos;
      describes = describes && (kind == Upos::kNoun || kind == Upos::kPropn || kind == Upos::kAdj ||
                                kind == Upos::kCconj || kind == Upos::kDet);
    }
    if (describes) return entity.name;
  }
  return {};
}

// "He" was taken for the words of a source before: who those are.
const Speech* SourceOf(const ExtractionContext& context, const Speech& speech) {
  constexpr size_t kMost = 40;
  if (context.analyses[speech.statement].word(speech.source_word).upos != Upos::kPron) return nullptr;
  const Speech* const first = context.speech.data();
  size_t seen = 0;
  for (const Speech* s = &speech; s > first && seen < kMost; ++seen) {
    --s;
    if (s->source_word == kRoot || s->speaker != speech.speaker) continue;
    if (context.analyses[s->statement].word(s->source_word).upos != Upos::kPron) return s;
  }
  return nullptr;
}

// "The institute said ... Travellers should wait, it advised": who spoke last, in this statement or the one before,
// when that is one speaker, named by a noun that the pronoun fits.
const Speech* SpeakerBefore(const ExtractionContext& context, const Speech& speech) {
  constexpr size_t kMost = 20;
  const Word& pronoun = context.analyses[speech.statement].word(speech.source_word);
  if (pronoun.upos != Upos::kPron) return nullptr;
  const bool thing = pronoun.lemma == "it";
  const bool several = pronoun.lemma == "they";
  const bool person = pronoun.lemma == "he" || pronoun.lemma == "she";
  if (!thing && !several && !person) return nullptr;
  const Speech* found = nullptr;
  const Speech* const first = context.speech.data();
  size_t seen = 0;
  for (const Speech* s = &speech; s > first && seen < kMost; ++seen) {
    --s;
    if (s->statement + 2 < speech.statement) break;
    if (s->source_word == kRoot || s->source.empty() || s->signed_post || !s->StatesContent()) continue;
    const Word& head = context.analyses[s->statement].word(s->source_word);
    if (head.upos == Upos::kPron) continue;
    const bool plural = IsPlural(head.xpos);
    const bool human =
        FindTitle(absl::AsciiStrToLower(head.lemma)).kind != TitleKind::kNone || head.name == NameKind::kPerson;
    const bool says = s->kind == SpeechKind::kSay;
    if (!says || plural != several || (thing && human) || (person && !human)) continue;
    if (found != nullptr && found->speaker != s->speaker) return nullptr;
    if (found == nullptr) found = s;
  }
  return found;
}

// "Union leader Martin Flood", "the Chemicals Board (ECB)": the source is the name that hangs on its head or that its
// head hangs on; else its words.
std::string NameWithin(const ExtractionContext& context, const Speech& speech) {
  constexpr RelationSet kBeside{R::kFlat, R::kCompound, R::kAppos, R::kNmodDesc, R::kNmodUnmarked};
  const Analysis& analysis = context.analyses[speech.statement];
  constexpr int32_t kReach = 40;  // words around the source's head
  const Word& source = analysis.word(speech.source_word);
  for (const Mention& mention : context.entities->MentionsFrom(speech.statement, speech.source_word - kReach)) {
    if (mention.head_word > speech.source_word + kReach) break;
    const Entity& entity = context.entities->entities[mention.entity];
    const bool inside = std::any_of(speech.source.begin(), speech.source.end(),
                                    [&](ByteSpan part) { return part.Contains(mention.span); });
    const bool behind = !speech.source.empty() && speech.source.back().end + 1 == mention.span.begin;
    if (behind && source.upos == Upos::kNoun && IsTitle(source)) return entity.name;  // "coach Hugo Berg" torn into two
    if (!inside) continue;
    const Word& head = analysis.word(mention.head_word);
    const bool person = entity.kind == NameKind::kPerson;
    const bool below = head.head == speech.source_word && kBeside.Contains(head.relation) &&
                       (head.relation != R::kCompound || (person && mention.head_word > speech.source_word) ||
                        source.upos == Upos::kPropn);  // "Virginia lawmakers"
    const bool above = source.head == mention.head_word && kBeside.Contains(source.relation);
    if (below || above) return entity.name;
  }
  return WordsOfSource(context, speech);
}

// "She" is no Carl.
bool MayBeCalled(const Word& pronoun, absl::string_view name) {
  const Gender gender = GenderOfFirstName(absl::AsciiStrToLower(name.substr(0, name.find(' '))));
  if (pronoun.lemma == "he") return gender != Gender::kFemale;
  return pronoun.lemma != "she" || gender != Gender::kMale;
}

// "Bureau of" of "Bureau of Labor Statistics chief Ana Lee", "Office" of "the Office of the Historian": no whole name.
bool IsTorn(const ExtractionContext& context, const Speech& speech, absl::string_view name) {
  const Analysis& analysis = context.analyses[speech.statement];
  if (analysis.word(speech.source_word).upos == Upos::kPron) return false;
  if (absl::EndsWith(name, " of")) return true;
  const auto children = analysis.leading_children(speech.source_word);
  return analysis.word(speech.source_word).form == name &&
         std::any_of(children.begin(), children.end(), [&](int32_t i) {
           const auto below = analysis.leading_children(i);
           return analysis.word(i).relation == R::kNmod && !below.empty() && below.front() < i &&
                  below.front() == speech.source_word + 1 && analysis.word(below.front()).lemma == "of";
         });
}

// "her claim that": said by "she" when nobody knows who that is.
std::string AsSubject(const std::string& name) {
  constexpr std::pair<absl::string_view, absl::string_view> kOwners[] = {
      {"his", "he"}, {"her", "she"}, {"their", "they"}};
  for (const auto& [owner, subject] : kOwners) {
    if (absl::EqualsIgnoreCase(name, owner)) return std::string(subject);
  }
  return name;
}

}  // namespace

std::string NameOfSpeaker(const ExtractionContext& context, const Speech& speech) {
  if (context.entities == nullptr || speech.source_word == kRoot) return speech.speaker;
  if (AreSeveral(context, speech)) return WordsOfSource(context, speech);
  std::string name = BearerOfTitle(context, speech);
  if (name.empty()) name = context.entities->NameOf(speech.statement, speech.source_word);
  if (!name.empty() && !IsTorn(context, speech, name)) return name;
  const Speech* before = SourceOf(context, speech);
  if (before == nullptr) before = SpeakerBefore(context, speech);
  if (before == nullptr) return AsSubject(NameWithin(context, speech));
  name = context.entities->NameOf(before->statement, before->source_word);
  if (name.empty()) name = NameWithin(context, *before);
  const Word& pronoun = context.analyses[speech.statement].word(speech.source_word);
  return MayBeCalled(pronoun, name) ? name : std::string(pronoun.form);
}

}  // namespace consilience
