#include "engine/claim/furniture.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "engine/base/table_rows.h"
#include "engine/statement/post_signature.h"

namespace consilience {

absl::string_view claim_furniture();

namespace {

struct Furniture {
  std::vector<absl::string_view> beginnings;
  std::vector<absl::string_view> anywhere;
};

const Furniture& KnownFurniture() {
  static const auto* const furniture = [] {
    auto* known = new Furniture;
    ForEachRow(claim_furniture(), [known](absl::string_view line) {
      auto& phrases = absl::ConsumePrefix(&line, "* ") ? known->anywhere : known->beginnings;
      phrases.push_back(line);
    });
    return known;
  }();
  return *furniture;
}

// Without regard to the case of ASCII letters.
bool Holds(absl::string_view text, absl::string_view part) {
  const auto same = [](char a, char b) {
    return absl::ascii_tolower(static_cast<unsigned char>(a)) == absl::ascii_tolower(static_cast<unsigned char>(b));
  };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace

// "Ana LeeMayor quits over debts MORE said": links to other pages, run into the sentence without a space.
bool HoldsLinks(absl::string_view text) {
  if (!absl::StrContains(text, " MORE")) return false;
  for (size_t i = 2; i + 1 < text.size(); ++i) {
    const auto lower = [&](size_t at) { return absl::ascii_islower(static_cast<unsigned char>(text[at])); };
    const bool upper = absl::ascii_isupper(static_cast<unsigned char>(text[i]));
    if (upper && lower(i - 1) && lower(i - 2) && lower(i + 1)) return true;
  }
  return false;
}

bool IsFurniture(absl::string_view statement) {
  const auto* const lead = std::find_if(statement.begin(), statement.end(), [](char c) {
    return !absl::ascii_isspace(static_cast<unsigned char>(c)) && c != '(' && c != '[';
  });
  statement.remove_prefix(static_cast<size_t>(lead - statement.begin()));
  const Furniture& known = KnownFurniture();
  return std::any_of(known.beginnings.begin(), known.beginnings.end(),
                     [&](absl::string_view part) { return absl::StartsWithIgnoreCase(statement, part); }) ||
         std::any_of(known.anywhere.begin(), known.anywhere.end(),
                     [&](absl::string_view part) { return Holds(statement, part); }) ||
         HoldsLinks(statement) || IsPostSignature(statement);
}

}  // namespace consilience
