#include "engine/statement/boundary.h"

#include <algorithm>
#include <cstring>

#include "absl/strings/ascii.h"
#include "engine/statement/character.h"

namespace consilience {
namespace {

using Kind = BoundaryFeatures::Kind;

constexpr float kBareMargin = 1.0f;  // log-odds

constexpr uint32_t Mix(uint32_t hash, uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

template <typename... Values>
uint32_t Bucket(Values... values) {
  uint32_t hash = 0x811C9DC5u;
  ((hash = Mix(hash, static_cast<uint32_t>(values))), ...);
  return hash % kBoundaryBuckets;
}

uint32_t HashWord(absl::string_view word) {
  uint32_t hash = 1;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    hash = Mix(hash, absl::ascii_isdigit(byte) ? '0' : static_cast<unsigned char>(absl::ascii_tolower(byte)));
  }
  return hash;
}

struct MarkKind {
  absl::string_view mark;
  Kind kind;
};
constexpr MarkKind kMarks[] = {
    {".", Kind::kStop},          {",", Kind::kComma},       {":", Kind::kColon},       {";", Kind::kSemicolon},
    {"-", Kind::kDash},          {"--", Kind::kDash},       {"\u2013", Kind::kDash},   {"\u2014", Kind::kDash},
    {"(", Kind::kOpener},        {"[", Kind::kOpener},      {"{", Kind::kOpener},      {")", Kind::kCloser},
    {"]", Kind::kCloser},        {"}", Kind::kCloser},      {"\"", Kind::kQuote},      {"'", Kind::kQuote},
    {"``", Kind::kOpener},       {"''", Kind::kCloser},     {"\u201C", Kind::kOpener}, {"\u201D", Kind::kCloser},
    {"\u2018", Kind::kOpener},   {"\u2019", Kind::kCloser}, {"\u00AB", Kind::kOpener}, {"\u00BB", Kind::kCloser},
    {"\u2026", Kind::kEllipsis}, {"\u2022", Kind::kBullet}, {"*", Kind::kBullet},      {"\u00B7", Kind::kBullet},
    {"\u25CF", Kind::kBullet},   {"\u25AA", Kind::kBullet}, {">", Kind::kBullet},      {"|", Kind::kBullet},
};

Kind KindOfWord(absl::string_view word) {
  if (word.back() == '.' && word.size() > 1) return word.size() == 2 ? Kind::kInitial : Kind::kAbbreviation;
  if (word.find('@') != absl::string_view::npos || word.find("://") != absl::string_view::npos) return Kind::kAddress;
  const auto first = static_cast<unsigned char>(word[0]);
  if (absl::ascii_isdigit(first)) return Kind::kNumber;
  bool upper = false;
  bool lower = false;
  for (const char c : word.substr(1)) {
    upper = upper || absl::ascii_isupper(static_cast<unsigned char>(c));
    lower = lower || absl::ascii_islower(static_cast<unsigned char>(c));
  }
  if (absl::ascii_islower(first)) return upper ? Kind::kMixed : Kind::kLower;
  if (absl::ascii_isupper(first)) {
    if (word.size() == 1) return word == "I" || word == "A" ? Kind::kCapitalised : Kind::kInitial;
    return upper && lower ? Kind::kMixed : upper ? Kind::kUpper : Kind::kCapitalised;
  }
  return Kind::kLower;  // letters of other scripts, and accented ones
}

Kind KindOf(absl::string_view word) {
  for (const MarkKind& mark : kMarks) {
    if (word == mark.mark) return mark.kind;
  }
  if (word.find_first_not_of(".!?") == absl::string_view::npos) {
    return word.find_first_of("!?") != absl::string_view::npos ? Kind::kQuestion : Kind::kEllipsis;
  }
  if (CharacterAt(word, 0).kind == CharacterClass::kMark) {
    return word.size() > 2 && (word[0] == '\'' || word[0] == '#' || word[0] == '@') ? Kind::kLower : Kind::kMark;
  }
  return KindOfWord(word);
}

bool IsWord(Kind kind) {
  return kind >= Kind::kLower && kind <= Kind::kAbbreviation;
}
bool IsCapitalised(Kind kind) {
  return kind == Kind::kCapitalised || kind == Kind::kUpper || kind == Kind::kInitial || kind == Kind::kMixed;
}
bool Ends(Kind kind) {
  return kind == Kind::kStop || kind == Kind::kQuestion || kind == Kind::kEllipsis;
}
bool Closes(Kind kind) {
  return kind == Kind::kCloser || kind == Kind::kQuote;
}
bool Opens(Kind kind) {
  return kind == Kind::kOpener || kind == Kind::kQuote;
}

// Small numbers apart, larger ones in steps that double.
uint32_t Step(uint64_t n) {
  uint32_t step = 0;
  if (n <= 4) return static_cast<uint32_t>(n);
  for (n /= 5; n > 0; n /= 2) ++step;
  return 4 + step;
}

}  // namespace

void BoundaryFeatures::Begin(absl::string_view text, absl::Span<const Token> tokens) {
  shapes_.resize(tokens.size() + 1);
  int depth = 0;
  uint32_t quotes = 0, terminals = 0, capitals = 0, words = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const absl::string_view word = tokens[i].span.In(text);
    Shape& shape = shapes_[i];
    shape.word = HashWord(word);
    shape.kind = KindOf(word);
    shape.size = static_cast<uint8_t>(std::min<size_t>(word.size(), 20));
    shape.space = 0;
    if (i + 1 < tokens.size())
      shape.space = static_cast<uint8_t>(std::min<uint32_t>(tokens[i + 1].span.begin - tokens[i].span.end, 2));
    shape.depth = static_cast<int16_t>(std::clamp(depth, 0, 3));
    shape.quotes = static_cast<uint16_t>(quotes);
    shape.terminals = terminals;
    shape.capitals = capitals;
    shape.words = words;
    if (word == "(" || word == "[") ++depth;
    if ((word == ")" || word == "]") && depth > 0) --depth;
    quotes += shape.kind == Kind::kQuote || word == "\u201C" || word == "\u201D" || word == "``" || word == "''";
    terminals += Ends(shape.kind);
    words += IsWord(shape.kind);
    capitals += IsCapitalised(shape.kind);
  }
  Shape& end = shapes_.back();
  end = Shape();
  end.terminals = terminals;
  end.capitals = capitals;
  end.words = words;
}

const BoundaryFeatures::Shape& BoundaryFeatures::Look(int64_t i) const {
  return i < 0 || i + 1 >= static_cast<int64_t>(shapes_.size()) ? none_ : shapes_[static_cast<size_t>(i)];
}

bool BoundaryFeatures::Possible(size_t i, bool rule) const {
  return rule || shapes_[i - 1].space > 0;
}

BoundaryFeatureList BoundaryFeatures::At(size_t sentence, size_t i, bool rule) const {
  const int64_t at = static_cast<int64_t>(i);
  const size_t tokens = shapes_.size() - 1;
  const Shape& left = Look(at - 1);
  const Shape& left2 = Look(at - 2);
  const Shape& right = Look(at);
  const Shape& right2 = Look(at + 1);
  // The last word before marks that close, the first after marks that open.
  int64_t last = at - 1;
  while (last > static_cast<int64_t>(sentence) && Closes(shapes_[static_cast<size_t>(last)].kind)) --last;
  int64_t first = at;
  while (first + 1 < static_cast<int64_t>(tokens) && Opens(shapes_[static_cast<size_t>(first)].kind)) ++first;
  const Shape& before = Look(last);
  const Shape& after = Look(first);
  const Shape& begin = shapes_[sentence];
  const Shape& end = shapes_.back();
  const uint32_t r = rule;
  const auto kind = [](const Shape& shape) { return static_cast<uint32_t>(shape.kind); };
  const uint32_t pair = kind(left) * 32 + kind(right);
  const uint32_t bare = kind(before) * 32 + kind(after);
  const uint32_t quotes = (right.quotes - begin.quotes) % 2;
  const uint32_t words = right.words - begin.words;
  const uint32_t capitals = right.capitals - begin.capitals;
  const uint32_t titled = words == 0 ? 0 : 1 + 4 * capitals / words;
  const uint32_t rest = Step(tokens - i);
  const bool ended = end.terminals > 0 && (Ends(Look(static_cast<int64_t>(tokens) - 1).kind) ||
                                           Ends(Look(static_cast<int64_t>(tokens) - 2).kind));
  const uint32_t length = Step(i - sentence);
  return {
      Bucket(0, r, left.space),
      Bucket(1, r, pair),
      Bucket(2, pair, kind(left2), kind(right2)),
      Bucket(3, r, left.word),
      Bucket(4, r, right.word, kind(right), Ends(before.kind)),
      Bucket(5, left.word, right.word),
      Bucket(6, before.word, kind(after), kind(left)),
      Bucket(7, after.word, bare),
      Bucket(8, right2.word, pair),
      Bucket(9, length, pair),
      Bucket(10, rest, pair),
      Bucket(11, ended, bare, rest == 0),
      Bucket(12, quotes, r, pair),
      Bucket(13, right.depth, r, pair),
      Bucket(14, titled, length, bare),
      Bucket(15, kind(begin), length, pair),
      Bucket(16, before.size, bare),
      Bucket(17, end.terminals - begin.terminals > 0, end.terminals - right.terminals > 0, bare),
      Bucket(18, left.space, r, bare),
      Bucket(19, left2.word, left.word, kind(right)),
      Bucket(20, right.word, right2.word, Ends(before.kind)),
      Bucket(21, begin.word, length, kind(right)),
  };
}

bool BoundaryFeatures::Bare(size_t i) const {
  const Kind kind = shapes_[i - 1].kind;
  return IsWord(kind) && kind != Kind::kAbbreviation && kind != Kind::kInitial;
}

BoundaryModel::BoundaryModel(absl::string_view bytes) {
  if (bytes.size() != kBytes) return;
  float scale = 0;
  std::memcpy(&scale, bytes.data(), sizeof(scale));
  if (!(scale > 0)) return;
  weights_ = reinterpret_cast<const int8_t*>(bytes.data() + sizeof(scale));
  bare_margin_ = static_cast<int32_t>(std::min(kBareMargin / scale, 1e6f));
}

}  // namespace consilience
