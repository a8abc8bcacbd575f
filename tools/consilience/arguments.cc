#include "tools/consilience/arguments.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

size_t EditDistance(absl::string_view a, absl::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Nearest(absl::string_view word, absl::Span<const std::string> candidates) {
  std::string best;
  size_t least = std::max<size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = EditDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

absl::StatusOr<Arguments> Arguments::Parse(absl::Span<const std::string> words, absl::Span<const Option> options) {
  Arguments out;
  for (size_t i = 0; i < words.size(); ++i) {
    const absl::string_view word = words[i];
    if (word == "--") {
      out.positional_.insert(out.positional_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word.size() < 2 || word[0] != '-') {
      out.positional_.emplace_back(word);
      continue;
    }
    const size_t equals = word.find('=');
    const std::string name(word.substr(0, equals));
    const auto option =
        std::find_if(options.begin(), options.end(), [&](const Option& known) { return name == known.name; });
    if (option == options.end()) {
      std::vector<std::string> names;
      for (const Option& known : options) names.emplace_back(known.name);
      const std::string nearest = Nearest(name, names);
      return absl::InvalidArgumentError(
          absl::StrCat("unknown option ", name, nearest.empty() ? "" : absl::StrCat("; did you mean ", nearest, "?")));
    }
    std::vector<std::string>& values = out.values_[name];
    if (option->value == nullptr) {
      if (equals != absl::string_view::npos) return absl::InvalidArgumentError(absl::StrCat(name, " takes no value"));
      values.emplace_back();
    } else if (equals != absl::string_view::npos) {
      values.emplace_back(word.substr(equals + 1));
    } else if (i + 1 < words.size()) {
      values.push_back(words[++i]);
    } else {
      return absl::InvalidArgumentError(absl::StrCat(name, " needs a value: ", name, " ", option->value));
    }
  }
  return out;
}

std::string Arguments::Value(absl::string_view option, absl::string_view otherwise) const {
  const auto found = values_.find(std::string(option));
  return found == values_.end() ? std::string(otherwise) : found->second.back();
}

std::vector<std::string> Arguments::Values(absl::string_view option) const {
  const auto found = values_.find(std::string(option));
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

absl::StatusOr<int64_t> Arguments::Number(absl::string_view option, int64_t otherwise, int64_t least) const {
  if (!Has(option)) return otherwise;
  const std::string text = Value(option);
  int64_t number = 0;
  if (!absl::SimpleAtoi(text, &number) || number < least) {
    return absl::InvalidArgumentError(
        absl::StrCat(option, " takes a whole number of at least ", least, ", not \"", text, "\""));
  }
  return number;
}

absl::StatusOr<Probability> Arguments::Share(absl::string_view option, Probability otherwise) const {
  if (!Has(option)) return otherwise;
  const std::string text = Value(option);
  double share = 0;
  if (!absl::SimpleAtod(text, &share) || !(share >= 0 && share <= 1)) {
    return absl::InvalidArgumentError(absl::StrCat(option, " takes a number from 0 to 1, not \"", text, "\""));
  }
  return Probability::FromDouble(share);
}

}  // namespace consilience
