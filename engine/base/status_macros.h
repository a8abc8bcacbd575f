// Propagation of absl::Status and absl::StatusOr.
#pragma once

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns from the calling function when `expr`, an absl::Status, is an error.
#define CONSILIENCE_RETURN_IF_ERROR(expr)                                                              \
  do {                                                                                                 \
    if (absl::Status consilience_status = (expr); !consilience_status.ok()) return consilience_status; \
  } while (false)

#define CONSILIENCE_CONCAT_(a, b) a##b
#define CONSILIENCE_CONCAT(a, b) CONSILIENCE_CONCAT_(a, b)

// `CONSILIENCE_ASSIGN_OR_RETURN(auto x, F());` assigns the value of an absl::StatusOr or returns its error.
#define CONSILIENCE_ASSIGN_OR_RETURN(lhs, expr) \
  CONSILIENCE_ASSIGN_OR_RETURN_(CONSILIENCE_CONCAT(consilience_result_, __LINE__), lhs, expr)
#define CONSILIENCE_ASSIGN_OR_RETURN_(result, lhs, expr) \
  auto result = (expr);                                  \
  if (!result.ok()) return std::move(result).status();   \
  lhs = *std::move(result)
