// The claim store's schema, built into the library.
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace consilience {

// SQLite's application_id of a claim store: "CnsS".
inline constexpr int kStoreApplicationId = 0x436e7353;

struct Migration {
  int version;  // user_version once it is applied; 1, 2, ...
  absl::string_view name;
  absl::string_view sql;
};

// In the order they are applied. A migration that was released is never changed.
absl::Span<const Migration> Migrations();

// Creates the public views; none of them may exist.
absl::string_view ViewsSql();
// Their names.
std::vector<absl::string_view> PublicViews();

}  // namespace consilience
