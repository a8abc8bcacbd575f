#include <iostream>

#include "engine/base/json_writer.h"
#include "engine/base/status_macros.h"
#include "storage/claim_store.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--store", "FILE", "the claim store"},
    {"--json", nullptr, "as one JSON object"},
};

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::string path, RequiredStore(arguments));
  CONSILIENCE_RETURN_IF_ERROR(RequireNoPaths(arguments));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<ClaimStore> store, ClaimStore::Open(path, OpenMode::kReadOnly));
  CONSILIENCE_ASSIGN_OR_RETURN(const StoreStatus status, store->Status());
  const std::pair<const char*, int64_t> counts[] = {
      {"schema_version", status.schema_version},
      {"bytes", status.bytes},
      {"documents", status.documents},
      {"statements", status.statements},
      {"claims", status.claims},
      {"outlets", status.outlets},
      {"groups", status.groups},
      {"conflicts", status.conflicts},
      {"claims_since_last_run", status.claims_since_last_run},
  };
  const std::string last_run = status.last_run_finished.value_or("");
  if (arguments.Has("--json")) {
    std::string out;
    JsonWriter json(&out);
    json.BeginObject().Key("store").String(path);
    for (const auto& [name, count] : counts) json.Key(name).Int(count);
    json.Key("last_run_finished").StringOrNull(last_run).EndObject();
    std::cout << out << "\n";
    return kDone;
  }
  std::cout << "store: " << path << "\n";
  for (const auto& [name, count] : counts) std::cout << name << ": " << count << "\n";
  std::cout << "last_run_finished: " << (last_run.empty() ? "never; run 'consilience reconcile'" : last_run) << "\n";
  return kDone;
}

}  // namespace

const Command kStatus = {
    "status", "--store S [--json]", "Say what a claim store holds and when it was last reconciled", kOptions, "", Run};

}  // namespace consilience
