#include "engine/syntax/tagset.h"

#include <array>
#include <cstddef>

namespace consilience {
namespace {

#define CONSILIENCE_TEXT(name, text) text,
constexpr const char* kUposText[] = {CONSILIENCE_UPOS(CONSILIENCE_TEXT)};
constexpr const char* kXposText[] = {CONSILIENCE_XPOS(CONSILIENCE_TEXT)};
constexpr const char* kRelationText[] = {CONSILIENCE_RELATION(CONSILIENCE_TEXT)};
#undef CONSILIENCE_TEXT
constexpr const char* kNameText[] = {"", "PER", "LOC", "ORG"};

static_assert(std::size(kUposText) == kUposCount);
static_assert(std::size(kXposText) == kXposCount);
static_assert(std::size(kRelationText) == kRelationCount);

// The tables hold at most some fifty entries: a scan is as fast as anything cleverer and is never on a hot path.
template <typename Tag, size_t N>
std::optional<Tag> Find(const char* const (&table)[N], absl::string_view text) {
  for (size_t i = 0; i < N; ++i) {
    if (text == table[i]) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

absl::string_view UniversalPart(absl::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

}  // namespace

absl::string_view ToString(Upos tag) {
  return kUposText[static_cast<size_t>(tag)];
}
absl::string_view ToString(Xpos tag) {
  return kXposText[static_cast<size_t>(tag)];
}
absl::string_view ToString(Relation relation) {
  return kRelationText[static_cast<size_t>(relation)];
}
absl::string_view ToString(NameKind kind) {
  return kNameText[static_cast<size_t>(kind)];
}

std::optional<Upos> ParseUpos(absl::string_view text) {
  return Find<Upos>(kUposText, text);
}
std::optional<Xpos> ParseXpos(absl::string_view text) {
  return Find<Xpos>(kXposText, text);
}

std::optional<Relation> ParseRelation(absl::string_view text) {
  if (const std::optional<Relation> whole = Find<Relation>(kRelationText, text)) return whole;
  return Find<Relation>(kRelationText, UniversalPart(text));
}

Relation Universal(Relation relation) {
  static const std::array<Relation, kRelationCount> table = [] {
    std::array<Relation, kRelationCount> out{};
    for (size_t i = 0; i < kRelationCount; ++i) {
      out[i] = Find<Relation>(kRelationText, UniversalPart(kRelationText[i])).value_or(static_cast<Relation>(i));
    }
    return out;
  }();
  return table[static_cast<size_t>(relation)];
}

bool IsSubject(Relation relation) {
  return Universal(relation) == Relation::kNsubj;
}

}  // namespace consilience
