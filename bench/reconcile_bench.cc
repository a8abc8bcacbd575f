// Claims per second; every run checks its groups and conflicts before its time counts.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/reconcile/reconciler.h"
#include "tools/generator/generated_claims.h"

namespace consilience {
namespace {

// Claims in fours: three outlets agree and one contradicts them.
class Fours : public ClaimSource {
 public:
  Fours(int64_t count, bool ready) : count_(count), ready_(ready) {}
  absl::StatusOr<std::vector<OutletRecord>> Outlets() override {
    return std::vector<OutletRecord>{{"A", "A"}, {"B", "B"}, {"C", "C"}, {"D", "D"}};
  }
  absl::Status Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) override {
    for (int64_t i = 0; i < count_; ++i) {
      const std::string subject = "Company " + std::to_string(i / 4);
      const bool odd = i % 4 == 3;
      ClaimRecord claim;
      claim.id = i + 1;
      claim.ready = ready_;
      if (!ready_) claim.document = claim.statement = claim.id;
      claim.subject = claim.subject_key = subject;
      claim.predicate = i % 2 == 0 || ready_ ? "buy" : "acquire";
      claim.object = claim.object_key = ready_ && odd ? "Delta Works" : "Lumen Labs";
      claim.polarity = !ready_ && odd ? Polarity::kNegated : Polarity::kAffirmed;
      const CreditRecord credit = {static_cast<uint32_t>(i % 4), CreditBasis::kPublisher};
      claim.credits = absl::MakeConstSpan(&credit, 1);
      if (absl::Status status = visit(claim); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  int64_t count_;
  bool ready_;
};

void Measure(benchmark::State& state, bool ready) {
  Fours source(state.range(0), ready);
  const absl::StatusOr<ClaimTable> table = ClaimTable::Load(&source);
  for (auto _ : state) {
    const absl::StatusOr<Reconciliation> result = Reconcile(*table, {});
    if (!result.ok() || static_cast<int64_t>(result->groups.size()) != state.range(0) / 2 ||
        static_cast<int64_t>(result->conflicts.size()) != state.range(0) / 4) {
      state.SkipWithError("wrong groups or conflicts");
      return;
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_ReadyClaims(benchmark::State& state) {
  Measure(state, true);
}
void BM_TextClaims(benchmark::State& state) {
  Measure(state, false);
}
// How well the groups fit the truth of a generated world, on pairs of neighbours within groups and within meanings.
struct Fit {
  double precision = 0, recall = 0;
};

Fit FitOf(const GeneratedClaims& world, const ClaimTable& claims, const Reconciliation& result) {
  int64_t together = 0, right = 0, same = 0, found = 0;
  std::unordered_map<uint32_t, uint32_t> group_of;
  for (uint32_t g = 0; g < result.groups.size(); ++g) {
    const std::vector<uint32_t>& rows = result.groups[g].claims;
    for (size_t i = 0; i < rows.size(); ++i) {
      group_of[rows[i]] = g;
      if (i == 0) continue;
      const uint64_t a = world.MeaningOf(claims.row(rows[i - 1]).id), b = world.MeaningOf(claims.row(rows[i]).id);
      ++together;
      right += a != 0 && a == b;
    }
  }
  std::unordered_map<uint64_t, uint32_t> last_of;
  for (uint32_t row = 0; row < claims.rows().size(); ++row) {
    const uint64_t meaning = world.MeaningOf(claims.row(row).id);
    if (meaning == 0) continue;
    const auto [place, is_new] = last_of.try_emplace(meaning, row);
    if (is_new) continue;
    ++same;
    found += group_of[place->second] == group_of[row];
    place->second = row;
  }
  return {static_cast<double>(right) / static_cast<double>(std::max<int64_t>(1, together)),
          static_cast<double>(found) / static_cast<double>(std::max<int64_t>(1, same))};
}

// Claims as text gives them, of a world in which a few subjects are everywhere.
void BM_GeneratedWorld(benchmark::State& state) {
  WorldOptions options;
  options.claims = state.range(0);
  GeneratedClaims world(options);
  const absl::StatusOr<ClaimTable> table = ClaimTable::Load(&world);
  ReconcileOptions reconcile;
  reconcile.threads = 2;
  Fit fit;
  int64_t pairs = 0;
  for (auto _ : state) {
    const absl::StatusOr<Reconciliation> result = Reconcile(*table, reconcile);
    if (!result.ok()) return state.SkipWithError("no reconciliation");
    state.PauseTiming();
    fit = FitOf(world, *table, *result);
    pairs = 0;
    for (const auto& [rule, made] : result->pairs_by_rule) {
      pairs += made;
      state.counters[rule] = static_cast<double>(made) / static_cast<double>(state.range(0));
    }
    state.ResumeTiming();
    if (fit.precision < 0.95 || fit.recall < 0.8) return state.SkipWithError("the groups do not fit the truth");
  }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["precision"] = fit.precision;
  state.counters["recall"] = fit.recall;
  state.counters["pairs/claim"] = static_cast<double>(pairs) / static_cast<double>(state.range(0));
  state.counters["peak MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(BM_GeneratedWorld)
    ->RangeMultiplier(10)
    ->Range(10'000, 1'000'000)
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK(BM_ReadyClaims)->RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_TextClaims)->RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
