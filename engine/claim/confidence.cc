#include "engine/claim/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace consilience {

absl::string_view claim_confidence();

namespace {

struct Weights {
  double intercept = 0, arc = 0, words = 0, arguments = 0, pronoun = 0, reported = 0;
  std::array<double, kRuleCount> rules{};

  // Lines "feature<TAB>weight"; "rule:NAME" names a rule. What a line names and the model does not have is passed over,
  // so that a rule may be renamed before the weights are fitted again.
  explicit Weights(absl::string_view tsv) {
    for (const absl::string_view line : absl::StrSplit(tsv, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const std::pair<absl::string_view, absl::string_view> row = absl::StrSplit(line, '\t');
      double weight = 0;
      if (absl::SimpleAtod(row.second, &weight)) Set(row.first, weight);
    }
  }

  void Set(absl::string_view feature, double weight) {
    const std::pair<absl::string_view, double*> kNamed[] = {{"intercept", &intercept}, {"arc", &arc},
                                                            {"words", &words},         {"arguments", &arguments},
                                                            {"pronoun", &pronoun},     {"reported", &reported}};
    for (const auto& [name, slot] : kNamed) {
      if (name == feature) *slot = weight;
    }
    for (int i = 0; i < kRuleCount; ++i) {
      const absl::string_view name = TextOf(static_cast<Rule>(i)).name;
      if (feature.size() == name.size() + 5 && feature.substr(0, 5) == "rule:" && feature.substr(5) == name) {
        rules[static_cast<size_t>(i)] = weight;
      }
    }
  }
};

}  // namespace

Probability EstimateConfidence(const ConfidenceFeatures& features) {
  static const Weights* const weights = new Weights(claim_confidence());
  constexpr size_t kMostWords = 60;
  constexpr size_t kMostArguments = 6;
  const double arc = std::clamp(features.arc.ToDouble(), 0.02, 0.98);
  double score = weights->intercept;
  score += weights->arc * std::log(arc / (1 - arc));
  score += weights->words * std::log1p(static_cast<double>(std::min(features.words, kMostWords)));
  score += weights->arguments * static_cast<double>(std::min(features.arguments, kMostArguments));
  if (features.pronoun) score += weights->pronoun;
  if (features.reported) score += weights->reported;
  for (int i = 0; i < kRuleCount; ++i) {
    if (features.rules.Contains(static_cast<Rule>(i))) score += weights->rules[static_cast<size_t>(i)];
  }
  return Probability::FromDouble(1.0 / (1.0 + std::exp(-score)));
}

}  // namespace consilience
