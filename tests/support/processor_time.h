// What work costs, for tests of how it grows with its input.
#pragma once

#include <algorithm>
#include <ctime>

namespace consilience::testing {

// Input that is so many times as long may take up to four times as many times as long, and a little more: far from the
// square, whatever else the machine does.
inline constexpr int kTimesAsLong = 8;
inline double MostForTimesAsLong(double seconds) {
  constexpr double kTooShortToTell = 0.004;
  return seconds * kTimesAsLong * 4 + kTooShortToTell;
}

// Processor time in seconds, the least of three runs.
template <typename Work>
double ProcessorTime(Work work) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    work();
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

}  // namespace consilience::testing
