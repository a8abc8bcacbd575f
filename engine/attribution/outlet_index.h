// Inside of the outlet registry: what the credit finder looks names up in. Not for use outside engine/attribution.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "engine/attribution/name_trie.h"
#include "engine/attribution/outlet_registry.h"

namespace consilience {

// What running text must show beyond a cue before a name counts (see data/common_names.tsv).
enum class NameDemand : uint8_t { kNone, kArticle, kWord, kUncertain };

// A name that several outlets share.
struct SharedName {
  std::string name;
  std::vector<int32_t> outlets;  // candidates
  std::vector<bool>
      anaphoric;          // of each: `name` is only the end of its full name ("the Times" of "The New York Times")
  int32_t fallback = -1;  // meant when nothing decides; -1: none
  int32_t fallback_after_the = -1;  // meant then after "the"
};

struct RegistryName {
  int32_t outlet = -1;  // -1: shared
  int32_t shared = -1;  // -1: not shared
  NameDemand demand = NameDemand::kNone;
};

struct OutletRegistry::Index {
  std::vector<Outlet> outlets;
  std::vector<SharedName> shared;
  std::vector<RegistryName> names;
  std::vector<std::pair<std::string, int32_t>> by_key;     // folded name -> names; sorted
  std::vector<std::pair<std::string, int32_t>> by_domain;  // -> outlets; sorted
  NameTrie trie;                                           // -> names

  absl::Status ReadOutlets(absl::string_view content, const std::string& file);
  absl::Status ReadShared(absl::string_view content, const std::string& file);
  absl::Status ReadCommon(absl::string_view content, const std::string& file);
  absl::Status Finish();

  const RegistryName* Find(absl::string_view name) const;  // nullptr: unknown
  int32_t FindDomain(absl::string_view host) const;        // -1: unknown

 private:
  // A name or a domain as a file gives it.
  struct Entry {
    std::string key;
    std::string text;
    int32_t outlet;
    int32_t file;  // in files_
    int line;
  };
  absl::Status FinishDomains();
  absl::Status Clash(const Entry& entry, const Entry& other, absl::string_view verb, absl::string_view remedy) const;
  int32_t FindOutlet(absl::string_view name) const;  // by its canonical name to the letter; -1: none

  std::vector<std::string> files_;
  std::vector<Entry> names_read_;                               // until finished
  std::vector<Entry> domains_read_;                             // until finished
  std::vector<std::pair<std::string, NameDemand>> demands_;     // folded
  std::vector<std::pair<std::string, int32_t>> shared_by_key_;  // sorted once finished
};

}  // namespace consilience
