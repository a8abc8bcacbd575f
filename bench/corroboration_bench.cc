// Claims per second; every run checks its answers before its time counts.
#include <benchmark/benchmark.h>

#include <string>

#include "engine/corroboration/corroboration.h"

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
  const absl::StatusOr<Reconciliation> reconciliation = Reconcile(*table, {});
  for (auto _ : state) {
    const Corroboration result = Corroborate(*table, *reconciliation, {});
    // What three outlets say outranks what one says against them.
    for (size_t g = 0; g < result.groups.size(); ++g) {
      if (ready && (result.groups[g].outlets.size() == 3) != (result.groups[g].rank == 1)) {
        state.SkipWithError("wrong answer");
        return;
      }
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
BENCHMARK(BM_ReadyClaims)->RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_TextClaims)->RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace consilience
