#include "engine/reconcile/cluster.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

namespace consilience {
namespace {

// Members of each side that a merge looks at.
constexpr size_t kSample = 16;

// The first and the last members, which are those that joined last.
uint32_t SampleOf(const std::vector<uint32_t>& members, size_t i) {
  return members.size() <= kSample ? members[i] : members[i * members.size() / kSample];
}

}  // namespace

UnionFind::UnionFind(size_t size) : parent_(size) {
  std::iota(parent_.begin(), parent_.end(), 0);
}

uint32_t UnionFind::Find(uint32_t i) {
  while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
  return i;
}

void UnionFind::Join(uint32_t a, uint32_t b) {
  a = Find(a);
  b = Find(b);
  parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::vector<uint32_t>> Cluster(uint32_t count, absl::Span<const JudgedPair> pairs,
                                           const std::function<Outcome(uint32_t a, uint32_t b)>& judge) {
  struct Agreement {
    int32_t weight;
    uint32_t a, b;
  };
  std::vector<Agreement> agreeing;
  for (const JudgedPair& pair : pairs) {
    if (pair.outcome.verdict == Verdict::kAgree) agreeing.push_back({pair.outcome.weight, pair.a, pair.b});
  }
  std::sort(agreeing.begin(), agreeing.end(), [](const Agreement& x, const Agreement& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  UnionFind sets(count);
  std::vector<std::vector<uint32_t>> members(count);
  for (uint32_t i = 0; i < count; ++i) members[i] = {i};
  for (const Agreement& pair : agreeing) {
    uint32_t a = sets.Find(pair.a), b = sets.Find(pair.b);
    if (a == b) continue;
    if (a > b) std::swap(a, b);
    const size_t size_a = std::min(members[a].size(), kSample), size_b = std::min(members[b].size(), kSample);
    size_t agree = 0;
    bool apart = false;
    for (size_t i = 0; i < size_a && !apart; ++i) {
      for (size_t j = 0; j < size_b && !apart; ++j) {
        const uint32_t x = SampleOf(members[a], i), y = SampleOf(members[b], j);
        const Outcome outcome = judge(std::min(x, y), std::max(x, y));
        apart = outcome.apart;
        agree += outcome.verdict == Verdict::kAgree;
      }
    }
    if (apart || 2 * agree < size_a * size_b) continue;
    sets.Join(a, b);
    std::vector<uint32_t> merged;
    merged.reserve(members[a].size() + members[b].size());
    std::merge(members[a].begin(), members[a].end(), members[b].begin(), members[b].end(), std::back_inserter(merged));
    members[a] = std::move(merged);
    std::vector<uint32_t>().swap(members[b]);
  }
  // A merge of large clusters looked at samples: whoever contradicts a fellow member leaves.
  std::vector<bool> leaves(count, false);
  for (const JudgedPair& pair : pairs) {
    if (pair.outcome.apart && !leaves[pair.a] && sets.Find(pair.a) == sets.Find(pair.b)) leaves[pair.b] = true;
  }
  std::vector<std::vector<uint32_t>> clusters;
  for (uint32_t i = 0; i < count; ++i) {
    if (leaves[i]) clusters.push_back({i});
    std::vector<uint32_t> cluster;
    for (const uint32_t m : members[i]) {
      if (!leaves[m]) cluster.push_back(m);
    }
    if (!cluster.empty()) clusters.push_back(std::move(cluster));
  }
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

}  // namespace consilience
