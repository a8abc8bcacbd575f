// Two claims about one scene: does the second hold where the first does, can it not, or may it be either?
//
// News claims of different reports are about different scenes as a rule: "a man slept" and "a man ran" exclude each
// other only where somebody vouches that both tell of the same man at the same moment. Whoever calls this does: the
// subjects are taken to be the same thing and the moment to be the same. The reconciler therefore never asks here.
//
//   "a dog sprints on the beach", "an animal is outdoors"      kAgree: the second follows from the first
//   "a man sleeps", "a man runs"                               kConflict
//   "a man sleeps", "a man sleeps after work"                  kNeither: the second says more
//
// Each word of the second claim is set against those of the first: the same, a synonym, a broader kind, shown by it,
// excluded by it (kinds.tsv, lexicon.tsv, scene.tsv). A multinomial logistic model weighs what was found; its weights
// (data/entailment.tsv) are learned by bench/quality/fit_entailment.py.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/base/span.h"
#include "engine/reconcile/lexicon.h"
#include "engine/syntax/analysis.h"

namespace consilience {

enum class ScenePart : uint8_t { kSubject, kPredicate, kObject };
inline constexpr int kSceneParts = 3;

struct SceneWord {
  std::string lemma;  // lower case; what scene.tsv says that it means
  WordClass word_class = WordClass::kNoun;
  ScenePart part = ScenePart::kSubject;
  bool head = false;   // of its part
  bool place = false;  // says where: "in the park"
};

// A claim as one scene shows it.
struct SceneClaim {
  std::vector<SceneWord> words;  // those that say something, in order
  bool negated = false;
  int subjects = 0;  // how many its subject says there are; 0: it does not say, kSeveral: more than one
};
inline constexpr int kSeveral = -1;

// `parts` are the spans of subject, predicate and object within the text that was analysed; an empty object is empty.
SceneClaim ReadSceneClaim(const Analysis& analysis, const ByteSpan (&parts)[kSceneParts]);

enum class SceneVerdict : uint8_t { kAgree, kConflict, kNeither };
inline constexpr int kSceneVerdicts = 3;
absl::string_view ToString(SceneVerdict verdict);

// What was found, by name: "subject.head.broader", how often.
using SceneEvidence = std::vector<std::pair<std::string, int>>;
SceneEvidence FindSceneEvidence(const SceneClaim& known, const SceneClaim& asked);

struct SceneJudgement {
  SceneVerdict verdict = SceneVerdict::kNeither;
  // Hundredths of a nat, by verdict; the highest decides, but for a denial.
  int32_t weights[kSceneVerdicts] = {0, 0, 0};
};
// Whether `asked` holds where `known` does.
SceneJudgement JudgeScene(const SceneClaim& known, const SceneClaim& asked);
SceneJudgement JudgeScene(const SceneEvidence& evidence);

}  // namespace consilience
