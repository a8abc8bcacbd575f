#include "engine/syntax/lemmatizer.h"

#include <xxhash.h>

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "engine/base/status_macros.h"
#include "engine/syntax/features.h"

namespace consilience {
namespace {

// The tags are hashed with the text: as a seed they would cancel out against the letters of short texts, as XXH3 adds
// the seed to those ("res" of a present had the key of "rew" of a past).
uint64_t Key(char kind, Upos upos, Xpos xpos, absl::string_view text) {
  char bytes[3 + kNormalizedCapacity] = {kind, static_cast<char>(upos), static_cast<char>(xpos)};
  const size_t size = std::min(text.size(), kNormalizedCapacity);
  std::copy_n(text.data(), size, bytes + 3);
  return XXH3_64bits(bytes, 3 + size);
}

bool KeepsCase(absl::string_view form, Upos upos, bool first) {
  if (upos == Upos::kPropn || upos == Upos::kX) return true;
  if (upos != Upos::kAdj || first || form.size() < 2) return false;
  return absl::ascii_isupper(static_cast<unsigned char>(form[0])) &&
         absl::ascii_islower(static_cast<unsigned char>(form[1]));
}

// Writes `form` with straight apostrophes into `out`, as the exceptions and edits have them.
void AppendStraight(absl::string_view form, bool keep_case, std::vector<char>* out) {
  for (size_t i = 0; i < form.size(); ++i) {
    const absl::string_view character = form.substr(i, 3);
    if (character == "\u2018" || character == "\u2019") {
      out->push_back('\'');
      i += 2;
    } else {
      out->push_back(keep_case ? form[i] : absl::ascii_tolower(static_cast<unsigned char>(form[i])));
    }
  }
}

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// A section of lines, each ended by a line feed.
absl::StatusOr<std::vector<absl::string_view>> Lines(const ModelFile& model, absl::string_view section) {
  CONSILIENCE_ASSIGN_OR_RETURN(const absl::string_view text, model.Text(section));
  std::vector<absl::string_view> lines = absl::StrSplit(text, '\n');
  lines.pop_back();
  return lines;
}

absl::StatusOr<HashIndex> Index(const ModelFile& model, absl::string_view section, size_t limit) {
  CONSILIENCE_ASSIGN_OR_RETURN(const absl::Span<const uint32_t> slots, model.Numbers(section));
  if (!HashIndex::Valid(slots, limit)) return model.Damaged("a table of lemmas is damaged");
  return HashIndex(slots);
}

}  // namespace

uint64_t EndingKey(Upos upos, Xpos xpos, absl::string_view ending) {
  return Key(1, upos, xpos, ending);
}
uint64_t ExceptionKey(Upos upos, Xpos xpos, absl::string_view form) {
  return Key(2, upos, xpos, form);
}

absl::StatusOr<Lemmatizer> Lemmatizer::Read(const ModelFile& model) {
  Lemmatizer lemmatizer;
  CONSILIENCE_ASSIGN_OR_RETURN(const std::vector<absl::string_view> edits, Lines(model, "lemma.edits"));
  for (const absl::string_view line : edits) {
    const size_t space = line.find(' ');
    Edit edit;
    if (space == absl::string_view::npos || !absl::SimpleAtoi(line.substr(0, space), &edit.cut)) {
      return model.Damaged("an edit of lemmas is damaged");
    }
    edit.append = line.substr(space + 1);
    lemmatizer.edits_.push_back(edit);
  }
  CONSILIENCE_ASSIGN_OR_RETURN(lemmatizer.lemmas_, Lines(model, "lemma.lemmas"));
  CONSILIENCE_ASSIGN_OR_RETURN(lemmatizer.endings_, Index(model, "lemma.endings", lemmatizer.edits_.size()));
  CONSILIENCE_ASSIGN_OR_RETURN(lemmatizer.exceptions_, Index(model, "lemma.exceptions", lemmatizer.lemmas_.size()));
  return lemmatizer;
}

void Lemmatizer::Append(absl::string_view form, Upos upos, Xpos xpos, bool first, std::vector<char>* out) const {
  char buffer[kNormalizedCapacity];
  const absl::string_view normal = NormalizeForm(form, buffer);
  if (const std::optional<uint32_t> lemma = exceptions_.Find(ExceptionKey(upos, xpos, normal))) {
    out->insert(out->end(), lemmas_[*lemma].begin(), lemmas_[*lemma].end());
    return;
  }
  // A base form is its own lemma, whatever its ending.
  const bool base = xpos == Xpos::kVb && (upos == Upos::kVerb || upos == Upos::kAux);
  Edit edit;
  for (size_t length = base ? 0 : (std::min(kLongestEnding, normal.size()) + 1); length-- > 0;) {
    const auto found = endings_.Find(EndingKey(upos, xpos, normal.substr(normal.size() - length)));
    if (!found) continue;
    edit = edits_[*found];
    break;
  }
  const bool keep = KeepsCase(form, upos, first);
  const size_t begin = out->size();
  AppendStraight(form, keep, out);
  const size_t size = out->size() - begin;
  // An edit learned on other words may not cut a word to nothing, nor a character in two.
  if (edit.cut >= size || (edit.cut > 0 && IsContinuation((*out)[out->size() - edit.cut]))) return;
  out->erase(out->end() - static_cast<ptrdiff_t>(edit.cut), out->end());
  // What is appended to a word in capitals is in capitals.
  const bool capitals = keep && form.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(form.back()));
  for (const char c : edit.append) out->push_back(capitals ? absl::ascii_toupper(static_cast<unsigned char>(c)) : c);
}

}  // namespace consilience
