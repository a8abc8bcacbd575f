#include "engine/reconcile/blocking_rule.h"

#include "engine/base/id.h"

namespace consilience {
namespace {

uint64_t KeyOf(const ClaimTable& claims, const ClaimTable::Row& row, const ClaimFeatures& features,
               absl::string_view rule, absl::string_view subject) {
  IdBuilder key(rule);
  key.Add(subject).Add(features.axis);
  if (!features.informative) key.Add(row.document);
  // "be" and "have" bring claims together by what follows them.
  if (PredicateTable::Default().Generic(claims.text(row.predicate))) key.Add(claims.text(row.object_head));
  return static_cast<uint64_t>(key.Finish()) | 1;
}

uint64_t SameSubject(const ClaimTable& claims, const ClaimTable::Row& row, const ClaimFeatures& features) {
  if (features.subject_key.empty()) return 0;
  return KeyOf(claims, row, features, "subject", features.subject_key);
}

uint64_t SameLastWord(const ClaimTable& claims, const ClaimTable::Row& row, const ClaimFeatures& features) {
  if (!features.subject_proper || features.subject_key.empty()) return 0;
  const size_t space = features.subject_key.rfind(' ');
  const size_t last = space == std::string::npos ? 0 : space + 1;
  return KeyOf(claims, row, features, "last word", absl::string_view(features.subject_key).substr(last));
}

constexpr BlockingRule kRules[] = {
    {"same subject, same act", SameSubject},
    {"same last word of a name, same act", SameLastWord},
};

}  // namespace

absl::Span<const BlockingRule> BlockingRules() {
  return kRules;
}

}  // namespace consilience
