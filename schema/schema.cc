#include "schema/schema.h"

namespace consilience {

absl::string_view Schema0001();

absl::Span<const Migration> Migrations() {
  static const Migration migrations[] = {{1, "0001_claim_store", Schema0001()}};
  return migrations;
}

}  // namespace consilience
