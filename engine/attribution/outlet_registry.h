// The outlet registry: which news organisations there are, and every name and domain they go by.
//
// The registry is a tab-separated data file, outlets.tsv, built into the library; users extend it with files of the
// same form:  name, aliases (by |), domains (by |), country (ISO 3166 alpha-2), kind, owner, state (0 or 1). Lines that
// begin with # are comments. Names that several outlets share ("the Times", "ABC") stand in ambiguous.tsv, names that
// are common words in common_names.tsv. A row whose name the registry already has adds its aliases and domains to that
// outlet and replaces its country, kind and owner where the row gives them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

enum class OutletKind : uint8_t { kUnknown, kWire, kNewspaper, kBroadcaster, kMagazine, kDigital, kAggregator, kOther };
absl::string_view ToString(OutletKind kind);

struct Outlet {
  std::string name;  // canonical; unique in the registry
  std::vector<std::string> aliases;
  std::vector<std::string> domains;  // without "www."
  std::string country;               // ISO 3166 alpha-2
  OutletKind kind = OutletKind::kUnknown;
  std::string owner;  // the publisher family; empty: a family of its own
  bool state_linked = false;
};

// Immutable once built, so that any number of threads may read it.
class OutletRegistry {
 public:
  // The built-in registry, extended by the files `extra_files`. InvalidArgument names file, line and remedy of a bad
  // row (unknown kind, bad domain, an alias that another outlet has and that is not declared ambiguous).
  static absl::StatusOr<std::unique_ptr<OutletRegistry>> Create(const std::vector<std::string>& extra_files = {});
  ~OutletRegistry();

  absl::Span<const Outlet> outlets() const;

  // The outlet that `name` names unambiguously: canonical name, alias or domain; letter case and a leading "the" do not
  // count. nullptr when none or several. The whole string must be the name.
  const Outlet* FindByName(absl::string_view name) const;
  // The outlet whose domain `url_or_host` is at or below.
  const Outlet* FindByDomain(absl::string_view url_or_host) const;
  // Several outlets share `name`: all of them, else empty.
  std::vector<const Outlet*> FindAmbiguous(absl::string_view name) const;

  // What a document's publisher is called in the store: the registry's canonical name, by name, else by URL; an outlet
  // the registry does not know keeps its own name with white space tidied. Empty when `name` is empty and `url`
  // unknown.
  std::string CanonicalPublisher(absl::string_view name, absl::string_view url) const;

  // Names found in running text by longest match; used by the credit finder.
  struct Index;
  const Index& index() const { return *index_; }

 private:
  OutletRegistry();
  std::unique_ptr<Index> index_;
};

}  // namespace consilience
