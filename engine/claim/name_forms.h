// The names of a document: how they are spelled, and which spellings are of one bearer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/claim/gazetteer.h"
#include "engine/claim/name_finder.h"
#include "engine/syntax/analysis.h"

namespace consilience {

// One spelling of a name, with what all its mentions tell of the bearer.
struct NameForm {
  std::string text;                // of its first mention; the canonical name of a country or an outlet
  std::vector<std::string> parts;  // as FoundName::parts
  NameKind kind = NameKind::kNone;
  Gender gender = Gender::kUnknown;
  bool country = false;  // of a table: a country or an outlet, whose name stands
  bool thing = false;    // a ship, a drug, a storm: "it" may stand for it

  bool is_person() const { return kind == NameKind::kPerson; }
};

struct NameMention {
  static constexpr int32_t kUnresolved = -1;

  uint32_t statement = 0;
  FoundName name;
  size_t form = 0;               // index into DocumentNames::forms
  int32_t target = kUnresolved;  // the form that names its bearer in full; kUnresolved when several may
};

struct DocumentNames {
  std::vector<NameForm> forms;
  std::vector<NameMention> mentions;  // in the order of the document
};

// "Trump" and "Mr. Trump" for "Donald Trump", "WHO" for "World Health Organization (WHO)", "Toyota" for "Toyota Motor
// Corp.": a short form is linked only when a single full one may be meant. Thread-safe.
DocumentNames LinkNames(absl::string_view text, absl::Span<const Analysis> analyses);

// The noun right before a name that says what bears it: "the ferry Stella Maris", "its drug Revaxil"; -1: none.
int32_t ClassNoun(const Analysis& analysis, const FoundName& name);

}  // namespace consilience
