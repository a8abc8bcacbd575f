#include <algorithm>
#include <numeric>
#include <thread>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "engine/reconcile/blocking_rule.h"
#include "engine/reconcile/comparison.h"
#include "engine/reconcile/draft.h"

namespace consilience {
namespace {

// Members of each side that a merge looks at.
constexpr size_t kLinkSample = 16;
// In a block too large to compare whole, each claim meets this many that follow it in the order of their objects.
constexpr size_t kNeighbours = 32;

struct Edge {
  uint32_t a, b;  // index into Work::rows, a < b
  Outcome outcome;
};

struct Work {
  const ClaimTable* claims = nullptr;
  std::vector<uint32_t> rows;
  std::vector<ClaimFeatures> features;
  std::vector<std::vector<uint64_t>> keys;  // by rule, by claim

  Outcome JudgePair(uint32_t a, uint32_t b) const {
    const ClaimTable::Row& row_a = claims->row(rows[a]);
    const ClaimTable::Row& row_b = claims->row(rows[b]);
    if (row_a.statement == row_b.statement && row_a.document == row_b.document) return {};
    if (row_a.document != row_b.document && !(features[a].informative && features[b].informative)) return {};
    return Judge(Compare(row_a, features[a], row_b, features[b], PredicateTable::Default()));
  }
};

struct Block {
  size_t begin, end;
};

template <typename Function>
void ForRanges(size_t count, int threads, const Function& function) {
  const size_t workers =
      std::max<size_t>(1, std::min<size_t>(static_cast<size_t>(std::max(1, threads)), count / 64 + 1));
  if (workers == 1) return function(0, 0, count);
  std::vector<std::thread> pool;
  for (size_t w = 0; w < workers; ++w) {
    pool.emplace_back([&, w] { function(w, count * w / workers, count * (w + 1) / workers); });
  }
  for (std::thread& thread : pool) thread.join();
}

// Compares the claims of every block of one rule. Pairs that an earlier rule makes are its own.
int64_t ComparePairs(const Work& work, size_t rule, const ReconcileOptions& options, std::vector<Edge>* edges) {
  std::vector<std::pair<uint64_t, uint32_t>> sorted;
  for (uint32_t i = 0; i < work.rows.size(); ++i) {
    if (work.keys[rule][i] != 0) sorted.emplace_back(work.keys[rule][i], i);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<Block> blocks;
  for (size_t i = 0, j = 0; i < sorted.size(); i = j) {
    while (j < sorted.size() && sorted[j].first == sorted[i].first) ++j;
    if (j - i > 1) blocks.push_back({i, j});
  }
  for (const Block& block : blocks) {
    if (block.end - block.begin <= options.max_block) continue;
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(block.begin),
              sorted.begin() + static_cast<std::ptrdiff_t>(block.end), [&](const auto& x, const auto& y) {
                return std::tie(work.features[x.second].object_key, x.second) <
                       std::tie(work.features[y.second].object_key, y.second);
              });
  }
  const size_t most_workers = static_cast<size_t>(std::max(1, options.threads));
  std::vector<std::vector<Edge>> found(most_workers);
  std::vector<int64_t> pairs(most_workers, 0);
  ForRanges(blocks.size(), options.threads, [&](size_t worker, size_t first, size_t last) {
    for (size_t k = first; k < last; ++k) {
      const Block block = blocks[k];
      const size_t reach = block.end - block.begin > options.max_block ? kNeighbours : block.end - block.begin;
      for (size_t i = block.begin; i < block.end; ++i) {
        for (size_t j = i + 1; j < block.end && j - i <= reach; ++j) {
          const uint32_t a = std::min(sorted[i].second, sorted[j].second);
          const uint32_t b = std::max(sorted[i].second, sorted[j].second);
          bool earlier = false;
          for (size_t r = 0; r < rule && !earlier; ++r) {
            earlier = work.keys[r][a] != 0 && work.keys[r][a] == work.keys[r][b];
          }
          if (earlier) continue;
          ++pairs[worker];
          const Outcome outcome = work.JudgePair(a, b);
          if (outcome.verdict != Verdict::kUnrelated) found[worker].push_back({a, b, outcome});
        }
      }
    }
  });
  for (const std::vector<Edge>& part : found) edges->insert(edges->end(), part.begin(), part.end());
  return std::accumulate(pairs.begin(), pairs.end(), int64_t{0});
}

class UnionFind {
 public:
  explicit UnionFind(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  uint32_t Find(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // The lower root stays.
  void Join(uint32_t a, uint32_t b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

// Two clusters merge when every member of one agrees with every member of the other, so that likeness does not chain.
std::vector<std::vector<uint32_t>> Cluster(const Work& work, const std::vector<Edge>& edges) {
  const size_t count = work.rows.size();
  UnionFind sets(count);
  std::vector<std::vector<uint32_t>> members(count);
  for (uint32_t i = 0; i < count; ++i) members[i] = {i};
  for (const Edge& edge : edges) {
    if (edge.outcome.verdict != Verdict::kAgree) continue;
    uint32_t a = sets.Find(edge.a), b = sets.Find(edge.b);
    if (a == b) continue;
    if (a > b) std::swap(a, b);
    bool linked = true;
    for (size_t i = 0; i < members[a].size() && i < kLinkSample && linked; ++i) {
      for (size_t j = 0; j < members[b].size() && j < kLinkSample && linked; ++j) {
        linked = work.JudgePair(members[a][i], members[b][j]).verdict == Verdict::kAgree;
      }
    }
    if (!linked) continue;
    sets.Join(a, b);
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    members[b].clear();
    members[b].shrink_to_fit();
  }
  // A merge of large clusters looked at samples: whoever contradicts a fellow member leaves.
  std::vector<bool> leaves(count, false);
  for (const Edge& edge : edges) {
    if (edge.outcome.verdict == Verdict::kConflict && !leaves[edge.a] && sets.Find(edge.a) == sets.Find(edge.b)) {
      leaves[edge.b] = true;
    }
  }
  std::vector<std::vector<uint32_t>> clusters;
  for (uint32_t i = 0; i < count; ++i) {
    if (leaves[i]) clusters.push_back({i});
    std::vector<uint32_t> cluster;
    for (const uint32_t m : members[i]) {
      if (!leaves[m]) cluster.push_back(m);
    }
    if (cluster.empty()) continue;
    std::sort(cluster.begin(), cluster.end());
    clusters.push_back(std::move(cluster));
  }
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

std::string KeyOf(const Work& work, uint32_t member) {
  const ClaimFeatures& features = work.features[member];
  const ClaimTable::Row& row = work.claims->row(work.rows[member]);
  return absl::StrCat("text\n", features.subject_key, "\n", features.family, "\n", features.object_key, "\n",
                      ToString(row.polarity), "\n", ToString(row.modality));
}

// The key that most members have, the least by bytes among equals.
std::string KeyOfCluster(const Work& work, const std::vector<uint32_t>& cluster) {
  if (cluster.size() == 1) return KeyOf(work, cluster[0]);
  std::vector<std::string> keys;
  for (const uint32_t member : cluster) keys.push_back(KeyOf(work, member));
  std::sort(keys.begin(), keys.end());
  size_t best = 0, most = 0;
  for (size_t i = 0, j = 0; i < keys.size(); i = j) {
    while (j < keys.size() && keys[j] == keys[i]) ++j;
    if (j - i > most) {
      most = j - i;
      best = i;
    }
  }
  return keys[best];
}

}  // namespace

void ReconcileTextClaims(const ClaimTable& claims, const ReconcileOptions& options, Draft* draft) {
  Work work;
  work.claims = &claims;
  for (uint32_t i = 0; i < claims.rows().size(); ++i) {
    if (!claims.row(i).ready) work.rows.push_back(i);
  }
  const size_t count = work.rows.size();
  const absl::Span<const BlockingRule> rules = BlockingRules();
  work.features.resize(count);
  work.keys.assign(rules.size(), std::vector<uint64_t>(count, 0));
  ForRanges(count, options.threads, [&](size_t, size_t first, size_t last) {
    for (size_t i = first; i < last; ++i) {
      const ClaimTable::Row& row = claims.row(work.rows[i]);
      work.features[i] = FeaturesOf(claims, row, PredicateTable::Default());
      for (size_t r = 0; r < rules.size(); ++r) work.keys[r][i] = rules[r].key(claims, row, work.features[i]);
    }
  });

  std::vector<Edge> edges;
  for (size_t r = 0; r < rules.size(); ++r) {
    const int64_t pairs = ComparePairs(work, r, options, &edges);
    draft->pairs_by_rule.emplace_back(std::string(rules[r].name), pairs);
  }
  std::sort(edges.begin(), edges.end(),
            [](const Edge& x, const Edge& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });

  const std::vector<std::vector<uint32_t>> clusters = Cluster(work, edges);
  const uint32_t first_group = static_cast<uint32_t>(draft->groups.size());
  std::vector<uint32_t> group_of(count);
  for (uint32_t c = 0; c < clusters.size(); ++c) {
    DraftGroup group;
    group.key = KeyOfCluster(work, clusters[c]);
    for (const uint32_t member : clusters[c]) {
      group_of[member] = c;
      group.claims.push_back(work.rows[member]);
    }
    draft->groups.push_back(std::move(group));
  }
  UnionFind questions(clusters.size());
  std::vector<DraftConflict> conflicts;
  for (const Edge& edge : edges) {
    const uint32_t a = group_of[edge.a], b = group_of[edge.b];
    if (edge.outcome.verdict == Verdict::kCompatible) ++draft->compatible_pairs;
    if (edge.outcome.verdict == Verdict::kRevision) ++draft->revisions;
    if (a == b) continue;
    questions.Join(a, b);
    if (edge.outcome.verdict != Verdict::kConflict) continue;
    DraftConflict conflict = {first_group + a, first_group + b, edge.outcome.kind, work.rows[edge.a],
                              work.rows[edge.b]};
    if (a > b) {
      std::swap(conflict.group_a, conflict.group_b);
      std::swap(conflict.claim_a, conflict.claim_b);
    }
    conflicts.push_back(conflict);
  }
  std::stable_sort(conflicts.begin(), conflicts.end(), [](const DraftConflict& x, const DraftConflict& y) {
    return std::tie(x.group_a, x.group_b) < std::tie(y.group_a, y.group_b);
  });
  for (size_t i = 0; i < conflicts.size(); ++i) {
    const DraftConflict& conflict = conflicts[i];
    if (i > 0 && conflicts[i - 1].group_a == conflict.group_a && conflicts[i - 1].group_b == conflict.group_b) continue;
    if (!OutletsOnEachSide(OutletsOf(claims, draft->groups[conflict.group_a].claims),
                           OutletsOf(claims, draft->groups[conflict.group_b].claims))) {
      continue;
    }
    draft->conflicts.push_back(conflict);
  }
  for (uint32_t c = 0; c < clusters.size(); ++c) {
    draft->groups[first_group + c].question = draft->questions + questions.Find(c);
  }
  draft->questions += static_cast<uint32_t>(clusters.size());
}

}  // namespace consilience
