#include "oracle/brute_reconciler.h"

namespace consilience {
namespace {

Outcome JudgeRows(const ClaimTable& claims, uint32_t a, uint32_t b) {
  const PredicateTable& table = PredicateTable::Default();
  const ClaimTable::Row& x = claims.row(a);
  const ClaimTable::Row& y = claims.row(b);
  const ClaimFeatures fx = FeaturesOf(claims, x, table), fy = FeaturesOf(claims, y, table);
  if (x.document == y.document && x.statement == y.statement) return {};
  if (x.document != y.document && !(fx.informative && fy.informative)) return {};
  return Judge(Compare(x, fx, y, fy, table));
}

std::set<uint32_t> Outlets(const ClaimTable& claims, const std::vector<uint32_t>& group) {
  std::set<uint32_t> outlets;
  for (const uint32_t row : group) {
    for (const CreditRecord& credit : claims.credits(claims.row(row))) outlets.insert(credit.outlet);
  }
  return outlets;
}

bool HasOther(const std::set<uint32_t>& a, const std::set<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t outlet) { return b.count(outlet) == 0; });
}

}  // namespace

BruteResult BruteReconcile(const ClaimTable& claims) {
  const uint32_t count = static_cast<uint32_t>(claims.rows().size());
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < count; ++i) groups.push_back({i});
  const auto find = [&](uint32_t row) {
    return std::find_if(groups.begin(), groups.end(), [&](const std::vector<uint32_t>& group) {
      return std::find(group.begin(), group.end(), row) != group.end();
    });
  };
  for (uint32_t i = 0; i < count; ++i) {
    for (uint32_t j = i + 1; j < count; ++j) {
      if (JudgeRows(claims, i, j).verdict != Verdict::kAgree) continue;
      const auto a = find(i), b = find(j);
      if (a == b) continue;
      bool all = true;
      for (const uint32_t x : *a) {
        for (const uint32_t y : *b)
          all = all && JudgeRows(claims, std::min(x, y), std::max(x, y)).verdict == Verdict::kAgree;
      }
      if (!all) continue;
      a->insert(a->end(), b->begin(), b->end());
      std::sort(a->begin(), a->end());
      groups.erase(b);
    }
  }
  BruteResult result;
  result.groups.insert(groups.begin(), groups.end());
  for (const auto& a : groups) {
    for (const auto& b : groups) {
      if (!(a < b) || !HasOther(Outlets(claims, a), Outlets(claims, b)) ||
          !HasOther(Outlets(claims, b), Outlets(claims, a)))
        continue;
      for (const uint32_t x : a) {
        for (const uint32_t y : b) {
          if (JudgeRows(claims, x, y).verdict == Verdict::kConflict) result.conflicts.insert({a, b});
        }
      }
    }
  }
  return result;
}

}  // namespace consilience
