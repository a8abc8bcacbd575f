#include <algorithm>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/attribution/outlet_registry.h"
#include "engine/base/json_writer.h"
#include "engine/base/status_macros.h"
#include "tools/consilience/command.h"

namespace consilience {
namespace {

constexpr Option kOptions[] = {
    {"--domain", "HOST", "the outlet that publishes there"},
    {"--outlets", "FILE", "more outlets, in the form of the built-in registry; may be given several times"},
};

void Print(const Outlet& outlet) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("name").String(outlet.name).Key("aliases").BeginArray();
  for (const std::string& alias : outlet.aliases) json.String(alias);
  json.EndArray().Key("domains").BeginArray();
  for (const std::string& domain : outlet.domains) json.String(domain);
  json.EndArray().Key("country").StringOrNull(outlet.country).Key("kind").String(ToString(outlet.kind));
  json.Key("owner").StringOrNull(outlet.owner).Key("state_linked").Bool(outlet.state_linked).EndObject();
  std::cout << out << "\n";
}

absl::Status Unknown(const std::string& name, const OutletRegistry& registry) {
  std::vector<std::string> names;
  for (const Outlet& outlet : registry.outlets()) {
    names.push_back(outlet.name);
    names.insert(names.end(), outlet.aliases.begin(), outlet.aliases.end());
  }
  const std::string nearest = Nearest(name, names);
  const absl::Status status = absl::NotFoundError(absl::StrCat("the registry has no outlet called \"", name, "\""));
  return nearest.empty() ? status : WithHint(status, absl::StrCat("did you mean ", nearest, "?"));
}

absl::StatusOr<int> Run(const Arguments& arguments) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<OutletRegistry> registry, MakeRegistry(arguments));
  const std::string name = absl::StrJoin(arguments.positional(), " ");
  if (arguments.Has("--domain")) {
    if (!name.empty()) return absl::InvalidArgumentError("give a NAME or --domain, not both");
    const Outlet* outlet = registry->FindByDomain(arguments.Value("--domain"));
    if (outlet == nullptr) {
      return absl::NotFoundError(absl::StrCat("the registry has no outlet at ", arguments.Value("--domain")));
    }
    Print(*outlet);
    return kDone;
  }
  if (name.empty()) {
    for (const Outlet& outlet : registry->outlets()) Print(outlet);
    return kDone;
  }
  if (const Outlet* outlet = registry->FindByName(name); outlet != nullptr) {
    Print(*outlet);
    return kDone;
  }
  const std::vector<const Outlet*> shared = registry->FindAmbiguous(name);
  for (const Outlet* outlet : shared) Print(*outlet);
  if (shared.empty()) return Unknown(name, *registry);
  std::cerr << "\"" << name << "\" is ambiguous: " << shared.size() << " outlets go by it\n";
  return kDone;
}

}  // namespace

const Command kOutlets = {"outlets",
                          "[NAME | --domain HOST]",
                          "Look up the outlet registry: names, aliases, domains, country, kind, owner",
                          kOptions,
                          "One JSON object per outlet; without NAME and --domain, all of them.\n",
                          Run};

}  // namespace consilience
