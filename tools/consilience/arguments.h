// The command line of one subcommand: options from a table, and the rest.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/base/units.h"

namespace consilience {

struct Option {
  const char* name;   // "--store"
  const char* value;  // what stands for its value in the usage ("FILE"); nullptr: a flag
  const char* help;
};

// "--name VALUE" and "--name=VALUE" alike; "--" ends the options; "-" is a positional argument.
class Arguments {
 public:
  // InvalidArgument for an unknown option (with the nearest known one) or a missing value.
  static absl::StatusOr<Arguments> Parse(absl::Span<const std::string> words, absl::Span<const Option> options);

  bool Has(absl::string_view option) const { return values_.find(std::string(option)) != values_.end(); }
  // The last value given; `otherwise` when there is none.
  std::string Value(absl::string_view option, absl::string_view otherwise = "") const;
  std::vector<std::string> Values(absl::string_view option) const;
  // InvalidArgument when the value is not a whole number of at least `least`.
  absl::StatusOr<int64_t> Number(absl::string_view option, int64_t otherwise, int64_t least) const;
  // InvalidArgument when the value is not a number from 0 to 1.
  absl::StatusOr<Probability> Share(absl::string_view option, Probability otherwise) const;
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> positional_;
};

// The candidate nearest to `word` by edit distance, when it is near enough to be meant; else "".
std::string Nearest(absl::string_view word, absl::Span<const std::string> candidates);

}  // namespace consilience
