#include "engine/base/parallel_batch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace consilience {
namespace {

TEST(ForEachInParallel, EveryItemIsWorkedOnOnce) {
  for (const size_t threads : {1u, 2u, 7u}) {
    for (const size_t items : {0u, 1u, 5u, 1000u}) {
      std::vector<std::atomic<int>> visits(items);
      ForEachInParallel(items, threads, [&](size_t, size_t item) { ++visits[item]; });
      for (const std::atomic<int>& count : visits) EXPECT_EQ(count, 1);
    }
  }
}

TEST(ForEachInParallel, CallsOfOneWorkerNeverOverlap) {
  constexpr size_t kThreads = 4;
  std::vector<std::atomic<int>> busy(kThreads);
  std::atomic<bool> overlapped{false};
  ForEachInParallel(2000, kThreads, [&](size_t worker, size_t) {
    if (busy[worker].fetch_add(1) != 0) overlapped = true;
    busy[worker].fetch_sub(1);
  });
  EXPECT_FALSE(overlapped);
}

TEST(ThreadCount, ZeroMeansTheMachinesCores) {
  EXPECT_GE(ThreadCount(0), 1u);
  EXPECT_EQ(ThreadCount(3), 3u);
}

}  // namespace
}  // namespace consilience
