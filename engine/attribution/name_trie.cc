#include "engine/attribution/name_trie.h"

#include <algorithm>

namespace consilience {
namespace {

constexpr uint32_t kMaxUnits = 12;  // of a name
constexpr uint64_t kPrime = 0x100000001b3;
constexpr uint64_t kBasis = 0xcbf29ce484222325;

uint64_t Mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 29);
}

bool IsAsciiWord(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Length of the punctuation or white space at `i`, and the byte it counts as; 0 when a letter or digit stands there.
size_t Separator(absl::string_view text, size_t i, size_t end, char* as) {
  const auto byte = [&](size_t k) { return k < end ? static_cast<unsigned char>(text[k]) : 0u; };
  const unsigned c = byte(i);
  if (c < 0x80) {
    if (IsAsciiWord(static_cast<unsigned char>(c))) return 0;
    *as = c == '\n' || c == '\r' || c == '\t' || c == '-' ? ' ' : static_cast<char>(c);
    return 1;
  }
  if (c == 0xC2 && (byte(i + 1) == 0xA0 || byte(i + 1) == 0xAB || byte(i + 1) == 0xBB)) {
    *as = byte(i + 1) == 0xA0 ? ' ' : '"';
    return 2;
  }
  if (c == 0xE2 && byte(i + 1) == 0x80 && i + 3 <= end) {
    const unsigned last = byte(i + 2);
    *as = last == 0x98 || last == 0x99 ? '\'' : last >= 0x90 && last <= 0x91 ? ' ' : last <= 0x8F ? ' ' : '"';
    return 3;
  }
  return 0;
}

}  // namespace

void FindNameUnits(absl::string_view text, ByteSpan span, std::vector<NameUnit>* units) {
  units->clear();
  uint64_t gap = kBasis;
  uint32_t gap_size = 0;
  char last = 0;
  for (size_t i = span.begin; i < span.end;) {
    char as = 0;
    if (const size_t size = Separator(text, i, span.end, &as); size > 0) {
      if (as != ' ' || last != ' ') {
        gap = (gap ^ static_cast<unsigned char>(as)) * kPrime;
        ++gap_size;
      }
      last = as;
      i += size;
      continue;
    }
    NameUnit unit;
    unit.span.begin = static_cast<uint32_t>(i);
    unit.gap = gap_size <= 3 ? gap : 0;
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(i + 1 < span.end ? text[i + 1] : 0);
    unit.capital = (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') ||
                   (first == 0xC3 && second >= 0x80 && second <= 0x9E) || (first >= 0xC4);
    unit.all_capitals = true;
    uint64_t hash = kBasis;
    unsigned char before = 0;
    while (i < span.end && Separator(text, i, span.end, &as) == 0) {
      auto c = static_cast<unsigned char>(text[i]);
      if (c >= 'a' && c <= 'z') unit.all_capitals = false;
      if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c + 32);
      if (before == 0xC3 && c >= 0x80 && c <= 0x9E) c = static_cast<unsigned char>(c + 32);
      hash = (hash ^ c) * kPrime;
      before = static_cast<unsigned char>(text[i]);
      ++i;
    }
    unit.span.end = static_cast<uint32_t>(i);
    unit.hash = hash;
    units->push_back(unit);
    gap = kBasis;
    gap_size = 0;
    last = 0;
  }
}

void NameTrie::Add(absl::string_view name, bool exact_capitals, int32_t value) {
  std::vector<NameUnit> units;
  FindNameUnits(name, {0, static_cast<uint32_t>(name.size())}, &units);
  if (units.empty() || units.size() > kMaxUnits) return;
  if (!units[0].capital) lower_beginnings_.push_back(units[0].hash);
  uint32_t node = 0;
  Terminal terminal;
  terminal.value = value;
  for (size_t i = 0; i < units.size(); ++i) {
    const uint64_t key = Mix(Mix(node + 1, units[i].hash), i == 0 ? 0 : units[i].gap);
    const auto [edge, is_new] = growing_.emplace(key, static_cast<uint32_t>(terminals_.size()));
    if (is_new) terminals_.push_back(Terminal());
    node = edge->second;
    if (units[i].capital) terminal.capital |= uint64_t{1} << i;
    const bool short_name = units.size() == 1 && units[i].span.size() <= 3;
    if (units[i].all_capitals && units[i].span.size() > 1 && (exact_capitals || short_name)) {
      terminal.all_capitals |= uint64_t{1} << i;
    }
  }
  terminals_[node] = terminal;
}

void NameTrie::Finish() {
  for (const auto& [key, node] : growing_) edges_.push_back({key, node});
  growing_.clear();
  std::sort(lower_beginnings_.begin(), lower_beginnings_.end());
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.key < b.key; });
}

bool NameTrie::MayBegin(const NameUnit& unit) const {
  return unit.capital || std::binary_search(lower_beginnings_.begin(), lower_beginnings_.end(), unit.hash);
}

NameTrie::Match NameTrie::Longest(const std::vector<NameUnit>& units, size_t first) const {
  Match best;
  uint32_t node = 0;
  uint64_t capital = 0, all_capitals = 0;
  for (size_t i = 0; i < kMaxUnits && first + i < units.size(); ++i) {
    const NameUnit& unit = units[first + i];
    if (i > 0 && unit.gap == 0) break;
    const uint64_t key = Mix(Mix(node + 1, unit.hash), i == 0 ? 0 : unit.gap);
    const auto edge =
        std::lower_bound(edges_.begin(), edges_.end(), key, [](const Edge& e, uint64_t k) { return e.key < k; });
    if (edge == edges_.end() || edge->key != key) break;
    node = edge->node;
    if (unit.capital) capital |= uint64_t{1} << i;
    if (unit.all_capitals) all_capitals |= uint64_t{1} << i;
    const Terminal& terminal = terminals_[node];
    if (terminal.value >= 0 && (terminal.capital & ~capital) == 0 && (terminal.all_capitals & ~all_capitals) == 0) {
      best = {terminal.value, static_cast<uint32_t>(i + 1)};
    }
  }
  return best;
}

}  // namespace consilience
