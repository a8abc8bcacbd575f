#include "schema/schema.h"

namespace consilience {

absl::string_view Schema0001();
absl::string_view Schema0002();
absl::string_view Schema0003();
absl::string_view Schema0004();
absl::string_view Schema0005();

absl::Span<const Migration> Migrations() {
  static const Migration migrations[] = {{1, "0001_claim_store", Schema0001()},
                                         {2, "0002_wire_marks", Schema0002()},
                                         {3, "0003_withheld_credits", Schema0003()},
                                         {4, "0004_group_confidence", Schema0004()},
                                         {5, "0005_conflict_speakers", Schema0005()}};
  return migrations;
}

std::vector<absl::string_view> PublicViews() {
  constexpr absl::string_view kCreate = "CREATE VIEW ";
  std::vector<absl::string_view> names;
  absl::string_view rest = ViewsSql();
  for (size_t at = rest.find(kCreate); at != absl::string_view::npos; at = rest.find(kCreate)) {
    rest.remove_prefix(at + kCreate.size());
    names.push_back(rest.substr(0, rest.find(' ')));
  }
  return names;
}

}  // namespace consilience
