// Work on a batch of items by several threads, with the results in the order of the items.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "absl/functional/function_ref.h"

namespace consilience {

// Calls work(worker, item) once for every item in [0, items), from up to `threads` threads; `worker` is in [0, threads)
// and no two calls with one worker overlap, so that per-worker state needs no lock. Returns when all are done.
inline void ForEachInParallel(size_t items, size_t threads, absl::FunctionRef<void(size_t, size_t)> work) {
  if (threads <= 1 || items <= 1) {
    for (size_t item = 0; item < items; ++item) work(0, item);
    return;
  }
  std::atomic<size_t> next{0};
  const auto run = [&](size_t worker) {
    for (size_t item; (item = next.fetch_add(1, std::memory_order_relaxed)) < items;) work(worker, item);
  };
  std::vector<std::thread> others;
  for (size_t worker = 1; worker < threads && worker < items; ++worker) others.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : others) thread.join();
}

// `requested`, or the machine's cores when it is 0.
inline size_t ThreadCount(int requested) {
  if (requested > 0) return static_cast<size_t>(requested);
  const unsigned cores = std::thread::hardware_concurrency();
  return cores == 0 ? 1 : cores;
}

}  // namespace consilience
