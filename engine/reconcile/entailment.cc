#include "engine/reconcile/entailment.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "engine/base/table_rows.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/kind_table.h"
#include "engine/reconcile/scene_table.h"

namespace consilience {

absl::string_view reconcile_entailment();

namespace {

// What a word of the claim that is asked about is to one of the claim that is known, from what supports it best to what
// speaks against it.
enum class WordRelation : uint8_t {
  kSame,
  kSynonym,
  kBroader,  // a kind of it is known
  kShown,
  kAkin,  // "surfer", "surf"
  kExcluded,
  kNarrower,  // it is a kind of what is known
  kSister,    // of one kind, which neither is
  kNew,
};
constexpr absl::string_view kRelationNames[] = {"same",     "synonym",  "broader", "shown", "akin",
                                                "excluded", "narrower", "sister",  "new"};
constexpr absl::string_view kPartNames[] = {"subject", "predicate", "object"};
constexpr absl::string_view kClassNames[] = {"noun", "verb", "adjective"};
constexpr absl::string_view kVerdictNames[] = {"agree", "conflict", "neither"};

bool Supports(WordRelation relation) {
  return relation <= WordRelation::kAkin;
}

// All of the one claim is in the other, but one of them is negated.
constexpr absl::string_view kDenied = "denied";
constexpr absl::string_view kNegations[] = {"not",     "n't",  "no",      "never",   "nobody",
                                            "nothing", "none", "without", "neither", "nor"};
constexpr absl::string_view kPlaceCases[] = {"in",   "on",     "at",   "inside", "outside", "through",
                                             "down", "across", "near", "along",  "beside",  "into",
                                             "over", "under",  "by",   "up"};
constexpr absl::string_view kSeveralWords[] = {"several", "many",     "some",     "few",   "group", "both",
                                               "various", "multiple", "numerous", "crowd", "couple"};
struct NumberWord {
  absl::string_view word;
  int number;
};
constexpr NumberWord kNumberWords[] = {{"a", 1},     {"an", 1},   {"one", 1},  {"another", 1}, {"two", 2},
                                       {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},     {"seven", 7},
                                       {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}};

int NumberOf(absl::string_view word) {
  int number = 0;
  if (absl::SimpleAtoi(word, &number) && number > 0) return number;
  const auto* const found = std::find_if(std::begin(kNumberWords), std::end(kNumberWords),
                                         [&](const NumberWord& entry) { return entry.word == word; });
  return found == std::end(kNumberWords) ? 0 : found->number;
}

// How many the subject says that there are.
int CountOf(const Analysis& analysis, int32_t head) {
  const Word& noun = analysis.word(head);
  if (const int number = NumberOf(absl::AsciiStrToLower(noun.form)); number != 0) return number;
  for (const int32_t child : analysis.children(head)) {
    const std::string form = absl::AsciiStrToLower(analysis.word(child).form);
    if (IsAmong(kSeveralWords, form)) return kSeveral;
    const int number = NumberOf(form);
    if (number > 1 || (number == 1 && !IsPlural(noun.xpos) && !IsAmong(kSeveralWords, absl::string_view(noun.lemma)))) {
      return number;
    }
  }
  return IsPlural(noun.xpos) || IsAmong(kSeveralWords, absl::string_view(noun.lemma)) ? kSeveral : 0;
}

WordClass ClassOf(Upos upos) {
  switch (upos) {
    case Upos::kVerb:
      return WordClass::kVerb;
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
      return WordClass::kNoun;
    default:
      return WordClass::kAdjective;
  }
}

// Determiners, prepositions, auxiliaries and numbers say nothing by themselves.
bool SaysSomething(const Word& word) {
  constexpr Upos kClasses[] = {Upos::kVerb, Upos::kNoun, Upos::kPropn, Upos::kPron,
                               Upos::kAdj,  Upos::kAdv,  Upos::kIntj};
  return std::find(std::begin(kClasses), std::end(kClasses), word.upos) != std::end(kClasses);
}

bool IsPlace(const Analysis& analysis, int32_t word) {
  for (const int32_t child : analysis.children(word)) {
    if (Universal(analysis.word(child).relation) != Relation::kCase) continue;
    if (IsAmong(kPlaceCases, absl::AsciiStrToLower(analysis.word(child).form))) return true;
  }
  return false;
}

bool Akin(absl::string_view a, absl::string_view b) {
  const Lexicon& lexicon = Lexicon::Default();
  if (lexicon.ActOf(a) == b || lexicon.ActOf(b) == a) return true;
  const auto same = static_cast<size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first -
      a.begin());
  return same >= 4 && std::min(a.size(), b.size()) - same <= 1 && std::max(a.size(), b.size()) - same <= 4;
}

// Depth at which two kinds that share a broader one are near enough to be told apart.
constexpr int kSisterDepth[] = {5, 2};

WordRelation Relate(const SceneWord& known, const SceneWord& asked) {
  const SceneTable& scene = SceneTable::Default();
  const KindTable& kinds = KindTable::Default();
  const Lexicon& lexicon = Lexicon::Default();
  const absl::string_view a = known.lemma, b = asked.lemma;
  if (a == b) return WordRelation::kSame;
  const bool comparable = known.word_class == asked.word_class;
  const WordClass word_class = asked.word_class;
  if (scene.Excludes(a, b) || (comparable && lexicon.Opposites(word_class, a, b))) return WordRelation::kExcluded;
  if (scene.Shows(a, b)) return WordRelation::kShown;
  if (comparable) {
    const bool up = kinds.IsKindOf(word_class, a, b), down = kinds.IsKindOf(word_class, b, a);
    if ((up && down) || lexicon.Synonyms(word_class, a, b)) return WordRelation::kSynonym;
    if (up) return WordRelation::kBroader;
    if (down) return WordRelation::kNarrower;
  }
  if (Akin(a, b)) return WordRelation::kAkin;
  if (comparable && word_class != WordClass::kAdjective &&
      kinds.SharedDepth(word_class, a, b) >= kSisterDepth[static_cast<size_t>(word_class)]) {
    return WordRelation::kSister;
  }
  return WordRelation::kNew;
}

// Words that speak against each other do so in one part of their claims, or where both say where it is.
bool Comparable(const SceneWord& known, const SceneWord& asked) {
  return known.part == asked.part || (known.part != ScenePart::kSubject && asked.part != ScenePart::kSubject);
}

class Evidence {
 public:
  void Add(std::string name, int count = 1) { found_.emplace_back(std::move(name), count); }
  SceneEvidence Finish() {
    std::sort(found_.begin(), found_.end());
    SceneEvidence sums;
    for (auto& [name, count] : found_) {
      if (!sums.empty() && sums.back().first == name) {
        sums.back().second += count;
      } else {
        sums.emplace_back(std::move(name), count);
      }
    }
    return sums;
  }

 private:
  SceneEvidence found_;
};

absl::string_view Bounded(int count) {
  constexpr absl::string_view kNames[] = {"none", "one", "two", "more"};
  return kNames[std::min(count, 3)];
}

absl::string_view CompareCounts(int known, int asked) {
  if (asked == 0 || known == 0) return known == asked ? "untold" : known == 0 ? "new" : "dropped";
  if (known == asked) return "same";
  const bool known_several = known > 1 || known == kSeveral, asked_several = asked > 1 || asked == kSeveral;
  if (known_several != asked_several) return known_several ? "fewer" : "more";
  return known == kSeveral || asked == kSeveral ? "several" : "other";
}

// How what is best known of a part's head speaks: for, against, or not at all.
absl::string_view Stand(WordRelation relation) {
  return Supports(relation)                    ? "holds"
         : relation == WordRelation::kExcluded ? "excluded"
         : relation == WordRelation::kSister   ? "sister"
                                               : "new";
}

}  // namespace

absl::string_view ToString(SceneVerdict verdict) {
  return kVerdictNames[static_cast<size_t>(verdict)];
}

SceneClaim ReadSceneClaim(const Analysis& analysis, const ByteSpan (&parts)[kSceneParts]) {
  const SceneTable& scene = SceneTable::Default();
  SceneClaim claim;
  for (int part = 0; part < kSceneParts; ++part) {
    const auto within = [&](int32_t i) {
      return i != kRoot && analysis.word(i).span.begin >= parts[part].begin &&
             analysis.word(i).span.end <= parts[part].end;
    };
    const size_t first = claim.words.size();
    bool headed = false;
    for (int32_t i = 0; i < analysis.size(); ++i) {
      const Word& word = analysis.word(i);
      if (!within(i)) continue;
      const std::string form = absl::AsciiStrToLower(word.form);
      if (IsAmong(kNegations, form)) claim.negated = true;
      const bool head = !headed && !within(word.head) && SaysSomething(word);
      if (head && part == 0) claim.subjects = CountOf(analysis, i);
      if (!SaysSomething(word) || IsAmong(kNegations, form)) continue;
      SceneWord said;
      said.lemma = std::string(scene.Usual(absl::AsciiStrToLower(word.lemma)));
      // "is outside", "is sleeping": forms that the table knows as they stand.
      if (const absl::string_view usual = scene.Usual(form); usual != form) said.lemma = std::string(usual);
      if (scene.Faint(said.lemma)) continue;
      said.word_class = ClassOf(word.upos);
      // In a sentence of two words "runs" is easily taken for a noun.
      if (said.word_class == WordClass::kNoun && part == static_cast<int>(ScenePart::kPredicate) &&
          KindTable::Default().FieldOf(WordClass::kVerb, said.lemma) != Field::kNone) {
        said.word_class = WordClass::kVerb;
      }
      said.part = static_cast<ScenePart>(part);
      said.head = head;
      headed |= head;
      said.place = IsPlace(analysis, i);
      claim.words.push_back(std::move(said));
    }
    if (!headed && claim.words.size() > first) claim.words.back().head = true;
  }
  return claim;
}

SceneEvidence FindSceneEvidence(const SceneClaim& known, const SceneClaim& asked) {
  const KindTable& kinds = KindTable::Default();
  Evidence evidence;
  evidence.Add("bias");
  int missing = 0, excluded = 0, sisters = 0;
  absl::string_view stands[kSceneParts] = {"silent", "silent", "silent"};
  const bool known_place =
      std::any_of(known.words.begin(), known.words.end(), [](const SceneWord& word) { return word.place; });
  for (const SceneWord& word : asked.words) {
    WordRelation best = WordRelation::kNew;
    bool elsewhere = false;  // the word that supports it best is of another part
    for (const SceneWord& other : known.words) {
      const WordRelation relation = Relate(other, word);
      if (relation >= best || (!Supports(relation) && !Comparable(other, word))) continue;
      best = relation;
      elsewhere = other.part != word.part;
    }
    const absl::string_view part = kPartNames[static_cast<size_t>(word.part)];
    const absl::string_view name = kRelationNames[static_cast<size_t>(best)];
    evidence.Add(absl::StrCat(part, word.head ? ".head." : ".word.", name));
    if (Supports(best) && elsewhere) evidence.Add(absl::StrCat(part, ".elsewhere"));
    if (word.head) stands[static_cast<size_t>(word.part)] = Stand(best);
    if (Supports(best)) continue;
    ++missing;
    excluded += best == WordRelation::kExcluded ? 1 : 0;
    sisters += best == WordRelation::kSister ? 1 : 0;
    const size_t word_class = static_cast<size_t>(word.word_class);
    evidence.Add(absl::StrCat("new.", kClassNames[word_class], ".",
                              static_cast<int>(kinds.FieldOf(word.word_class, word.lemma))));
    if (word.place) evidence.Add(known_place ? "place.other" : "place.new");
  }
  evidence.Add(absl::StrCat("missing.", Bounded(missing)));
  evidence.Add(absl::StrCat("excluded.", Bounded(excluded)));
  evidence.Add(absl::StrCat("sisters.", Bounded(sisters)));
  evidence.Add(absl::StrCat("stands.", stands[0], ".", stands[1], ".", stands[2]));
  if (known.negated || asked.negated) {
    evidence.Add(known.negated && asked.negated ? "negated.both" : asked.negated ? "negated.asked" : "negated.known");
  }
  if (missing == 0 && known.negated != asked.negated) evidence.Add(std::string(kDenied));
  evidence.Add(absl::StrCat("count.", CompareCounts(known.subjects, asked.subjects)));
  const int longer = static_cast<int>(asked.words.size()) - static_cast<int>(known.words.size());
  evidence.Add(longer > 1     ? "longer.much"
               : longer == 1  ? "longer"
               : longer < -1  ? "shorter.much"
               : longer == -1 ? "shorter"
                              : "as.long");
  return evidence.Finish();
}

SceneJudgement JudgeScene(const SceneEvidence& evidence) {
  using Weights = std::array<int32_t, kSceneVerdicts>;
  static const auto* const weights = [] {
    auto* const table = new absl::flat_hash_map<absl::string_view, Weights>;
    ForEachRowOfFields(reconcile_entailment(), [table](const std::vector<absl::string_view>& fields) {
      Weights row{};
      if (fields.size() == 1 + kSceneVerdicts && absl::SimpleAtoi(fields[1], row.data()) &&
          absl::SimpleAtoi(fields[2], &row[1]) && absl::SimpleAtoi(fields[3], &row[2])) {
        table->emplace(fields[0], row);
      }
    });
    return table;
  }();
  SceneJudgement judgement;
  for (const auto& [name, count] : evidence) {
    const auto found = weights->find(name);
    if (found == weights->end()) continue;
    for (size_t v = 0; v < kSceneVerdicts; ++v) judgement.weights[v] += found->second[v] * count;
  }
  // Whatever the weights say of the rest.
  const auto denied = [](const auto& entry) { return entry.first == kDenied; };
  if (std::any_of(evidence.begin(), evidence.end(), denied)) {
    judgement.verdict = SceneVerdict::kConflict;
    return judgement;
  }
  const int32_t* const most = std::max_element(std::begin(judgement.weights), std::end(judgement.weights));
  judgement.verdict = static_cast<SceneVerdict>(most - std::begin(judgement.weights));
  return judgement;
}

SceneJudgement JudgeScene(const SceneClaim& known, const SceneClaim& asked) {
  return JudgeScene(FindSceneEvidence(known, asked));
}

}  // namespace consilience
