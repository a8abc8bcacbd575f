#include "engine/pipeline/reconciliation_run.h"

#include <string>

#include "absl/time/clock.h"
#include "engine/base/json_writer.h"
#include "engine/base/parallel_batch.h"
#include "engine/base/status_macros.h"
#include "engine/corroboration/corroboration.h"
#include "engine/reconcile/claim_table.h"
#include "engine/reconcile/reconciler.h"

namespace consilience {
namespace {

// What the run was asked to do and what it met on the way, for the `runs` view.
std::string Parameters(const ReconcileOptions& reconcile, const CorroborationOptions& corroborate,
                       const Reconciliation& reconciliation, const Corroboration& corroboration) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("max_block").Int(reconcile.max_block);
  json.Key("max_iterations").Int(corroborate.max_iterations);
  json.Key("pairs_by_rule").BeginObject();
  for (const auto& [rule, pairs] : reconciliation.pairs_by_rule) json.Key(rule).Int(pairs);
  json.EndObject().Key("compatible_pairs").Int(reconciliation.compatible_pairs);
  json.Key("revisions").Int(reconciliation.revisions);
  json.Key("largest_change_by_iteration").BeginArray();
  for (const Iteration& iteration : corroboration.iterations) json.Int(iteration.largest_change.millionths());
  json.EndArray().EndObject();
  return out;
}

}  // namespace

absl::StatusOr<RunCounts> ReconcileStore(const RunOptions& options, ClaimStore* store) {
  const absl::Time started = absl::Now();
  RunCounts counts;
  CONSILIENCE_ASSIGN_OR_RETURN(const StoreStatus status, store->Status());
  if (!options.full && status.last_run_finished && status.claims_since_last_run == 0) {
    counts.skipped = true;
    counts.claims = status.claims;
    counts.groups = status.groups;
    counts.conflicts = status.conflicts;
    return counts;
  }
  CONSILIENCE_ASSIGN_OR_RETURN(const ClaimTable claims, ClaimTable::Load(store));
  ReconcileOptions reconcile;
  reconcile.threads = static_cast<int>(ThreadCount(options.threads));
  CONSILIENCE_ASSIGN_OR_RETURN(const Reconciliation reconciliation, Reconcile(claims, reconcile));
  CorroborationOptions corroborate;
  corroborate.threads = reconcile.threads;
  const Corroboration corroboration = Corroborate(claims, reconciliation, corroborate);
  CONSILIENCE_RETURN_IF_ERROR(store->WriteRun(claims, reconciliation, corroboration,
                                              Parameters(reconcile, corroborate, reconciliation, corroboration),
                                              started));
  counts.claims = static_cast<int64_t>(claims.rows().size());
  counts.groups = static_cast<int64_t>(reconciliation.groups.size());
  for (const GroupSupport& support : corroboration.groups) counts.corroborated += support.independent_outlets >= 2;
  counts.conflicts = static_cast<int64_t>(reconciliation.conflicts.size());
  counts.revisions = reconciliation.revisions;
  counts.iterations = static_cast<int32_t>(corroboration.iterations.size());
  return counts;
}

}  // namespace consilience
