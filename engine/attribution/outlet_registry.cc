#include "engine/attribution/outlet_registry.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/attribution/outlet_index.h"
#include "engine/base/status_macros.h"

namespace consilience {

absl::string_view OutletTable();
absl::string_view AmbiguousNameTable();
absl::string_view CommonNameTable();

namespace {

constexpr std::pair<OutletKind, absl::string_view> kKinds[] = {
    {OutletKind::kUnknown, "unknown"},       {OutletKind::kWire, "wire"},
    {OutletKind::kNewspaper, "newspaper"},   {OutletKind::kBroadcaster, "broadcaster"},
    {OutletKind::kMagazine, "magazine"},     {OutletKind::kDigital, "digital"},
    {OutletKind::kAggregator, "aggregator"}, {OutletKind::kOther, "other"},
};

constexpr std::pair<NameDemand, absl::string_view> kDemands[] = {
    {NameDemand::kArticle, "article"}, {NameDemand::kWord, "word"}, {NameDemand::kUncertain, "uncertain"}};

// Lower case, white space and dashes tidied, without a leading "the": names with the same key are the same name.
std::string FoldName(absl::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size(); ++i) {
    auto c = static_cast<unsigned char>(name[i]);
    if (c == 0xE2 && name.substr(i, 3) == "\u2019") {
      c = '\'';
      i += 2;
    } else if (c == 0xC2 && name.substr(i, 2) == "\u00a0") {
      c = ' ';
      ++i;
    }
    if (absl::ascii_isspace(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    if (c >= 0x80 && c <= 0x9E && !out.empty() && static_cast<unsigned char>(out.back()) == 0xC3) c += 32;
    out.push_back(static_cast<char>(absl::ascii_tolower(c)));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (absl::StartsWith(out, "the ")) out.erase(0, 4);
  return out;
}

std::string TidySpace(absl::string_view name) {
  std::string out(name);
  absl::RemoveExtraAsciiWhitespace(&out);
  return out;
}

// ISO 3166-1 alpha-2, and XK for Kosovo.
bool IsCountryCode(absl::string_view code) {
  constexpr absl::string_view kCodes =
      "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
      "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
      "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
      "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
      "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
      "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
      "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";
  if (code.size() != 2 || code[0] == ' ' || code[1] == ' ') return false;
  for (size_t i = 0; i + 1 < kCodes.size(); i += 3) {
    if (kCodes.substr(i, 2) == code) return true;
  }
  return false;
}

// What a row of a user's file adds to an outlet that is known already.
void Extend(const Outlet& row, Outlet* outlet) {
  outlet->aliases.insert(outlet->aliases.end(), row.aliases.begin(), row.aliases.end());
  outlet->domains.insert(outlet->domains.end(), row.domains.begin(), row.domains.end());
  if (!row.country.empty()) outlet->country = row.country;
  if (row.kind != OutletKind::kUnknown) outlet->kind = row.kind;
  if (!row.owner.empty()) outlet->owner = row.owner;
  outlet->state_linked = row.state_linked;
}

bool IsDomain(absl::string_view domain) {
  if (domain.size() < 4 || domain.size() > 253 || absl::StartsWith(domain, "www.") || absl::StartsWith(domain, ".") ||
      absl::EndsWith(domain, ".") || domain.find('.') == absl::string_view::npos) {
    return false;
  }
  return std::all_of(domain.begin(), domain.end(), [](unsigned char c) {
    return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '.' || c == '-';
  });
}

std::vector<std::string> SplitList(absl::string_view field) {
  std::vector<std::string> out;
  for (absl::string_view item : absl::StrSplit(field, '|')) {
    item = absl::StripAsciiWhitespace(item);
    if (!item.empty()) out.emplace_back(item);
  }
  return out;
}

absl::Status Bad(const std::string& file, int line, absl::string_view what, absl::string_view remedy) {
  return absl::InvalidArgumentError(absl::StrCat(file, ":", line, ": ", what, "; ", remedy));
}

// Calls `row(line number, fields)` for every line that is neither empty nor a comment, until it returns an error.
template <typename Row>
absl::Status ForEachRow(absl::string_view content, Row row) {
  int number = 0;
  for (absl::string_view line : absl::StrSplit(content, '\n')) {
    ++number;
    if (number == 1) absl::ConsumePrefix(&line, "\xEF\xBB\xBF");
    absl::ConsumeSuffix(&line, "\r");
    if (absl::StripAsciiWhitespace(line).empty() || line[0] == '#') continue;
    std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    for (absl::string_view& field : fields) field = absl::StripAsciiWhitespace(field);
    CONSILIENCE_RETURN_IF_ERROR(row(number, fields));
  }
  return absl::OkStatus();
}

// The folded name without "(Country)" at its end.
std::string WithoutParenthesis(std::string key) {
  const size_t open = key.rfind(" (");
  if (open != std::string::npos && key.back() == ')') key.resize(open);
  return key;
}

template <typename Value>
auto LowerBound(const std::vector<std::pair<std::string, Value>>& table, absl::string_view key) {
  return std::lower_bound(table.begin(), table.end(), key,
                          [](const auto& entry, absl::string_view k) { return absl::string_view(entry.first) < k; });
}

}  // namespace

absl::string_view ToString(OutletKind kind) {
  for (const auto& [value, text] : kKinds) {
    if (value == kind) return text;
  }
  return "unknown";
}

absl::Status OutletRegistry::Index::ReadOutlets(absl::string_view content, const std::string& file) {
  const auto first_of_file = static_cast<int32_t>(outlets.size());
  files_.push_back(file);
  return ForEachRow(content, [&](int line, const std::vector<absl::string_view>& fields) -> absl::Status {
    if (fields.size() != 7) {
      return Bad(file, line, absl::StrCat("a row of ", fields.size(), " fields"),
                 "give 7 fields separated by tabs: name, aliases, domains, country, kind, owner, state");
    }
    Outlet outlet;
    outlet.name = TidySpace(fields[0]);
    if (FoldName(outlet.name).empty()) return Bad(file, line, "an outlet without a name", "fill the first field");
    outlet.aliases = SplitList(fields[1]);
    outlet.domains = SplitList(fields[2]);
    for (const std::string& domain : outlet.domains) {
      if (!IsDomain(domain)) {
        return Bad(file, line, absl::StrCat("bad domain '", domain, "'"),
                   "write the host alone, in lower case and without \"www.\", as in \"apnews.com\"");
      }
    }
    if (!fields[3].empty() && !IsCountryCode(fields[3])) {
      return Bad(file, line, absl::StrCat("bad country '", fields[3], "'"),
                 "write its two-letter ISO 3166 code, as in \"GB\"");
    }
    outlet.country = std::string(fields[3]);
    const auto* kind =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& k) { return k.second == fields[4]; });
    if (kind == std::end(kKinds)) {
      return Bad(file, line, absl::StrCat("unknown kind '", fields[4], "'"),
                 "use wire, newspaper, broadcaster, magazine, digital, aggregator, other or unknown");
    }
    outlet.kind = kind->first;
    outlet.owner = TidySpace(fields[5]);
    if (fields[6] != "0" && fields[6] != "1") {
      return Bad(file, line, absl::StrCat("bad state mark '", fields[6], "'"),
                 "write 1 for a state-linked outlet, else 0");
    }
    outlet.state_linked = fields[6] == "1";

    int32_t number = FindOutlet(outlet.name);
    if (number >= first_of_file) {
      return Bad(file, line, absl::StrCat("'", outlet.name, "' stands in this file twice"), "join the two rows");
    }
    const int32_t from = static_cast<int32_t>(files_.size()) - 1;
    const auto add_name = [&](const std::string& name) {
      if (std::string key = FoldName(name); !key.empty())
        names_read_.push_back({std::move(key), name, number, from, line});
    };
    if (number < 0) {
      number = static_cast<int32_t>(outlets.size());
      add_name(outlet.name);
      outlets.push_back(outlet);
    } else {
      Extend(outlet, &outlets[static_cast<size_t>(number)]);
    }
    for (const std::string& alias : outlet.aliases) add_name(alias);
    for (const std::string& domain : outlet.domains) domains_read_.push_back({domain, domain, number, from, line});
    return absl::OkStatus();
  });
}

int32_t OutletRegistry::Index::FindOutlet(absl::string_view name) const {
  const auto it = std::find_if(outlets.begin(), outlets.end(), [&](const Outlet& o) { return o.name == name; });
  return it == outlets.end() ? -1 : static_cast<int32_t>(it - outlets.begin());
}

absl::Status OutletRegistry::Index::ReadShared(absl::string_view content, const std::string& file) {
  const auto outlet_in = [&](const std::vector<absl::string_view>& fields, size_t field, int line,
                             int32_t* outlet) -> absl::Status {
    if (fields.size() <= field || fields[field].empty()) return absl::OkStatus();
    *outlet = FindOutlet(fields[field]);
    if (*outlet >= 0) return absl::OkStatus();
    return Bad(file, line, absl::StrCat("no outlet '", fields[field], "'"), "use a canonical name");
  };
  return ForEachRow(content, [&](int line, const std::vector<absl::string_view>& fields) -> absl::Status {
    if (fields.size() < 2 || fields.size() > 4) {
      return Bad(file, line, "a row that is not name, outlets, who is meant", "separate the fields by tabs");
    }
    SharedName entry;
    entry.name = TidySpace(fields[0]);
    const std::string key = FoldName(entry.name);
    for (absl::string_view name : SplitList(fields[1])) {
      const bool so_called = absl::ConsumePrefix(&name, "*");
      const int32_t outlet = FindOutlet(name);
      if (outlet < 0) return Bad(file, line, absl::StrCat("no outlet '", name, "'"), "use a canonical name");
      entry.outlets.push_back(outlet);
      const bool abbreviates = absl::EndsWith(WithoutParenthesis(FoldName(name)), absl::StrCat(" ", key));
      entry.anaphoric.push_back(abbreviates && !so_called);
    }
    if (key.empty() || entry.outlets.empty()) return Bad(file, line, "a shared name without outlets", "name them");
    CONSILIENCE_RETURN_IF_ERROR(outlet_in(fields, 2, line, &entry.fallback));
    entry.fallback_after_the = entry.fallback;
    CONSILIENCE_RETURN_IF_ERROR(outlet_in(fields, 3, line, &entry.fallback_after_the));
    shared_by_key_.emplace_back(key, static_cast<int32_t>(shared.size()));
    shared.push_back(std::move(entry));
    return absl::OkStatus();
  });
}

absl::Status OutletRegistry::Index::ReadCommon(absl::string_view content, const std::string& file) {
  return ForEachRow(content, [&](int line, const std::vector<absl::string_view>& fields) -> absl::Status {
    const auto* demand = fields.size() != 2 ? std::end(kDemands)
                                            : std::find_if(std::begin(kDemands), std::end(kDemands),
                                                           [&](const auto& d) { return d.second == fields[1]; });
    if (demand == std::end(kDemands)) {
      return Bad(file, line, "a row that is not name and demand", "the demands are article, word and uncertain");
    }
    demands_.emplace_back(FoldName(fields[0]), demand->first);
    return absl::OkStatus();
  });
}

absl::Status OutletRegistry::Index::Finish() {
  std::sort(shared_by_key_.begin(), shared_by_key_.end());
  std::sort(demands_.begin(), demands_.end());
  CONSILIENCE_RETURN_IF_ERROR(FinishDomains());
  const auto add = [&](const std::string& key, absl::string_view text, int32_t outlet, int32_t shared_name) {
    RegistryName name;
    name.outlet = outlet;
    name.shared = shared_name;
    const auto demand = LowerBound(demands_, key);
    if (demand != demands_.end() && demand->first == key) name.demand = demand->second;
    const auto number = static_cast<int32_t>(names.size());
    trie.Add(absl::StartsWithIgnoreCase(text, "the ") ? text.substr(4) : text, name.demand == NameDemand::kUncertain,
             number);
    by_key.emplace_back(key, number);
    names.push_back(name);
  };
  std::stable_sort(names_read_.begin(), names_read_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  for (size_t i = 0; i < names_read_.size(); ++i) {
    const Entry& entry = names_read_[i];
    const auto declared = LowerBound(shared_by_key_, entry.key);
    if (declared != shared_by_key_.end() && declared->first == entry.key) {
      // An outlet that lists a shared name as its own goes by it.
      SharedName& name = shared[static_cast<size_t>(declared->second)];
      const auto it = std::find(name.outlets.begin(), name.outlets.end(), entry.outlet);
      if (it == name.outlets.end()) {
        name.outlets.push_back(entry.outlet);
        name.anaphoric.push_back(false);
      } else {
        name.anaphoric[static_cast<size_t>(it - name.outlets.begin())] = false;
      }
      continue;
    }
    if (i > 0 && entry.key == names_read_[i - 1].key) {
      if (entry.outlet == names_read_[i - 1].outlet) continue;
      return Clash(entry, names_read_[i - 1], "already names",
                   "drop it here, or tell the two apart as in \"The Star (Kenya)\"");
    }
    add(entry.key, entry.text, entry.outlet, -1);
  }
  for (const auto& [key, number] : shared_by_key_) add(key, shared[static_cast<size_t>(number)].name, -1, number);
  std::sort(by_key.begin(), by_key.end());
  names_read_.clear();
  trie.Finish();
  return absl::OkStatus();
}

absl::Status OutletRegistry::Index::FinishDomains() {
  std::stable_sort(domains_read_.begin(), domains_read_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  for (size_t i = 0; i < domains_read_.size(); ++i) {
    const Entry& entry = domains_read_[i];
    if (i > 0 && entry.key == domains_read_[i - 1].key) {
      if (entry.outlet == domains_read_[i - 1].outlet) continue;
      return Clash(entry, domains_read_[i - 1], "already is the domain of", "leave it to one of them");
    }
    by_domain.emplace_back(entry.key, entry.outlet);
  }
  domains_read_.clear();
  return absl::OkStatus();
}

// `entry` takes what `other`, read before it, has.
absl::Status OutletRegistry::Index::Clash(const Entry& entry, const Entry& other, absl::string_view verb,
                                          absl::string_view remedy) const {
  return Bad(files_[static_cast<size_t>(entry.file)], entry.line,
             absl::StrCat("'", entry.text, "' ", verb, " '", outlets[static_cast<size_t>(other.outlet)].name, "'"),
             remedy);
}

const RegistryName* OutletRegistry::Index::Find(absl::string_view name) const {
  const std::string key = FoldName(name);
  const auto it = LowerBound(by_key, key);
  return it != by_key.end() && it->first == key ? &names[static_cast<size_t>(it->second)] : nullptr;
}

int32_t OutletRegistry::Index::FindDomain(absl::string_view host) const {
  while (!host.empty()) {
    const auto it = LowerBound(by_domain, host);
    if (it != by_domain.end() && it->first == host) return it->second;
    const size_t dot = host.find('.');
    if (dot == absl::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return -1;
}

OutletRegistry::OutletRegistry() : index_(std::make_unique<Index>()) {}
OutletRegistry::~OutletRegistry() = default;

absl::StatusOr<std::unique_ptr<OutletRegistry>> OutletRegistry::Create(const std::vector<std::string>& extra_files) {
  std::unique_ptr<OutletRegistry> registry(new OutletRegistry);
  Index& index = *registry->index_;
  CONSILIENCE_RETURN_IF_ERROR(index.ReadOutlets(OutletTable(), "outlets.tsv"));
  for (const std::string& path : extra_files) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return absl::InvalidArgumentError(absl::StrCat(path, ": cannot be read; give a readable outlet file"));
    const std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    CONSILIENCE_RETURN_IF_ERROR(index.ReadOutlets(content, path));
  }
  CONSILIENCE_RETURN_IF_ERROR(index.ReadShared(AmbiguousNameTable(), "ambiguous.tsv"));
  CONSILIENCE_RETURN_IF_ERROR(index.ReadCommon(CommonNameTable(), "common_names.tsv"));
  CONSILIENCE_RETURN_IF_ERROR(index.Finish());
  return registry;
}

absl::Span<const Outlet> OutletRegistry::outlets() const {
  return index_->outlets;
}

const Outlet* OutletRegistry::FindByName(absl::string_view name) const {
  const RegistryName* found = index_->Find(name);
  if (found != nullptr && found->outlet >= 0) return &index_->outlets[static_cast<size_t>(found->outlet)];
  if (found != nullptr) {
    // A shared name that is, to the letter, one outlet's canonical name ("The Times") is that outlet's.
    const std::string tidy = TidySpace(name);
    for (const int32_t outlet : index_->shared[static_cast<size_t>(found->shared)].outlets) {
      if (index_->outlets[static_cast<size_t>(outlet)].name == tidy)
        return &index_->outlets[static_cast<size_t>(outlet)];
    }
    return nullptr;
  }
  const std::string host = absl::AsciiStrToLower(absl::StripAsciiWhitespace(name));
  if (host.find('.') == std::string::npos || !IsDomain(host)) return nullptr;
  return FindByDomain(host);
}

const Outlet* OutletRegistry::FindByDomain(absl::string_view url_or_host) const {
  absl::string_view host = absl::StripAsciiWhitespace(url_or_host);
  if (const size_t scheme = host.find("://"); scheme < 12) host.remove_prefix(scheme + 3);
  absl::ConsumePrefix(&host, "//");
  host = host.substr(0, host.find_first_of("/?#"));
  if (const size_t user = host.rfind('@'); user != absl::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  if (host.size() > 253) return nullptr;
  const int32_t outlet = index_->FindDomain(absl::AsciiStrToLower(host));
  return outlet < 0 ? nullptr : &index_->outlets[static_cast<size_t>(outlet)];
}

std::vector<const Outlet*> OutletRegistry::FindAmbiguous(absl::string_view name) const {
  std::vector<const Outlet*> out;
  const RegistryName* found = index_->Find(name);
  if (found == nullptr || found->shared < 0) return out;
  for (const int32_t outlet : index_->shared[static_cast<size_t>(found->shared)].outlets) {
    out.push_back(&index_->outlets[static_cast<size_t>(outlet)]);
  }
  return out;
}

std::string OutletRegistry::CanonicalPublisher(absl::string_view name, absl::string_view url) const {
  const Outlet* outlet = FindByName(name);
  if (outlet == nullptr) {
    // "ABC" at abc.net.au; an unknown name at a known outlet's domain is that outlet too, unless that one shows what
    // others publish.
    const Outlet* at_url = FindByDomain(url);
    if (at_url != nullptr && (TidySpace(name).empty() || at_url->kind != OutletKind::kAggregator)) outlet = at_url;
  }
  if (outlet == nullptr) {
    if (const RegistryName* found = index_->Find(name); found != nullptr && found->shared >= 0) {
      const int32_t fallback = index_->shared[static_cast<size_t>(found->shared)].fallback;
      if (fallback >= 0) outlet = &index_->outlets[static_cast<size_t>(fallback)];
    }
  }
  return outlet != nullptr ? outlet->name : TidySpace(name);
}

}  // namespace consilience
