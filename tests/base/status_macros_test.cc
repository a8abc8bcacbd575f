#include "engine/base/status_macros.h"

#include <gtest/gtest.h>

#include <memory>

namespace consilience {
namespace {

absl::StatusOr<std::unique_ptr<int>> Make(int value) {
  if (value < 0) return absl::OutOfRangeError("negative");
  return std::make_unique<int>(value);
}

absl::StatusOr<int> Sum(int a, int b) {
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<int> first, Make(a));
  CONSILIENCE_ASSIGN_OR_RETURN(const std::unique_ptr<int> second, Make(b));
  return *first + *second;
}

absl::Status Both(const absl::Status& first, const absl::Status& second, int* reached) {
  CONSILIENCE_RETURN_IF_ERROR(first);
  ++*reached;
  if (*reached > 0) CONSILIENCE_RETURN_IF_ERROR(second);
  ++*reached;
  return absl::OkStatus();
}

TEST(StatusMacros, ValuesAreAssignedAndErrorsReturned) {
  EXPECT_EQ(*Sum(2, 3), 5);
  EXPECT_EQ(Sum(2, -3).status().code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Sum(-2, 3).status().code(), absl::StatusCode::kOutOfRange);
}

TEST(StatusMacros, TheFirstErrorEndsTheFunction) {
  int reached = 0;
  EXPECT_TRUE(Both(absl::OkStatus(), absl::OkStatus(), &reached).ok());
  EXPECT_EQ(reached, 2);
  reached = 0;
  EXPECT_EQ(Both(absl::DataLossError("x"), absl::AbortedError("y"), &reached).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(reached, 0);
  EXPECT_EQ(Both(absl::OkStatus(), absl::AbortedError("y"), &reached).code(), absl::StatusCode::kAborted);
  EXPECT_EQ(reached, 1);
}

}  // namespace
}  // namespace consilience
