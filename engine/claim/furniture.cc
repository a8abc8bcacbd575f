#include "engine/claim/furniture.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace consilience {

absl::string_view claim_furniture();

namespace {

const std::vector<absl::string_view>& Beginnings() {
  static const auto* const beginnings = [] {
    auto* lines = new std::vector<absl::string_view>;
    for (const absl::string_view line : absl::StrSplit(claim_furniture(), '\n')) {
      if (!line.empty() && line[0] != '#') lines->push_back(line);
    }
    return lines;
  }();
  return *beginnings;
}

}  // namespace

bool IsFurniture(absl::string_view statement) {
  const auto* const lead = std::find_if(statement.begin(), statement.end(), [](char c) {
    return !absl::ascii_isspace(static_cast<unsigned char>(c)) && c != '(' && c != '[';
  });
  statement.remove_prefix(static_cast<size_t>(lead - statement.begin()));
  return std::any_of(Beginnings().begin(), Beginnings().end(),
                     [&](absl::string_view beginning) { return absl::StartsWithIgnoreCase(statement, beginning); });
}

}  // namespace consilience
