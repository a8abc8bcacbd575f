// Matchers for absl::Status and absl::StatusOr:
//   EXPECT_THAT(store->Commit(), IsOk());
//   EXPECT_THAT(store->HasDocument(id), IsOkAndHolds(true));
//   EXPECT_THAT(Open(path), StatusIs(absl::StatusCode::kNotFound, HasSubstr("ingest")));
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace consilience::testing {

inline const absl::Status& StatusOf(const absl::Status& status) {
  return status;
}
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

MATCHER(IsOk, negation ? "is an error" : "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

MATCHER_P(IsOkAndHolds, inner, "is OK and holds " + ::testing::PrintToString(inner)) {
  if (!arg.ok()) {
    *result_listener << arg.status().ToString();
    return false;
  }
  return ::testing::ExplainMatchResult(inner, *arg, result_listener);
}

MATCHER_P2(StatusMatches, code, message, "has the code and a message that matches") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code &&
         ::testing::ExplainMatchResult(message, std::string(StatusOf(arg).message()), result_listener);
}

template <typename Message>
auto StatusIs(absl::StatusCode code, Message message) {
  return StatusMatches(code, message);
}
inline auto StatusIs(absl::StatusCode code) {
  return StatusMatches(code, ::testing::_);
}

}  // namespace consilience::testing
