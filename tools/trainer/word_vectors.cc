#include "tools/trainer/word_vectors.h"

#include <algorithm>
#include <cmath>

#include "tools/trainer/random.h"

namespace consilience::training {
namespace {

constexpr double kFrequent = 1e-3;  // words more frequent than this are skipped in part as centres
constexpr size_t kDrawTable = 1 << 20;

// Numbers of words, drawn with probability count^0.75.
std::vector<uint32_t> DrawTable(const std::vector<uint64_t>& counts) {
  double sum = 0;
  for (const uint64_t count : counts) sum += std::pow(static_cast<double>(count), 0.75);
  std::vector<uint32_t> table;
  table.reserve(kDrawTable);
  double reached = 0;
  for (uint32_t word = 0; word < counts.size(); ++word) {
    reached += std::pow(static_cast<double>(counts[word]), 0.75) / sum;
    while (table.size() < kDrawTable && static_cast<double>(table.size()) < reached * kDrawTable) table.push_back(word);
  }
  while (table.size() < kDrawTable) table.push_back(0);
  return table;
}

}  // namespace

WordVectors LearnVectors(absl::Span<const std::vector<uint64_t>> sentences, const VectorSettings& settings,
                         uint64_t seed) {
  WordVectors out;
  out.columns = settings.columns;
  const size_t columns = settings.columns;
  std::map<uint64_t, uint64_t> seen;
  for (const auto& sentence : sentences) {
    for (const uint64_t word : sentence) ++seen[word];
  }
  std::vector<uint64_t> counts(1, 0);
  uint64_t total = 0;
  for (const auto& [word, count] : seen) {
    if (count < settings.least_count) continue;
    out.rows[word] = static_cast<uint32_t>(counts.size());
    counts.push_back(count);
    total += count;
  }
  const size_t rows = counts.size();
  const std::vector<uint32_t> draws = DrawTable(counts);
  Random random(seed);
  std::vector<float> input(rows * columns, 0);
  for (size_t i = columns; i < input.size(); ++i) {
    input[i] = static_cast<float>((random.Uniform() - 0.5) / static_cast<double>(columns));
  }
  const size_t positions = 2 * settings.reach;
  std::vector<float> output(positions * rows * columns, 0);

  const double all = static_cast<double>(total) * settings.passes;
  double done = 0;
  std::vector<uint32_t> words;
  std::vector<float> change(columns);
  for (uint32_t pass = 0; pass < settings.passes; ++pass) {
    for (const auto& sentence : sentences) {
      words.clear();
      for (const uint64_t word : sentence) words.push_back(out.Row(word));
      const int n = static_cast<int>(words.size());
      const float rate = static_cast<float>(settings.rate * std::max(1 - done / all, 1e-3));
      for (int i = 0; i < n; ++i) {
        const uint32_t word = words[static_cast<size_t>(i)];
        if (word == 0) continue;
        done += 1;
        const double frequency = static_cast<double>(counts[word]) / static_cast<double>(total);
        if (frequency > kFrequent && random.Uniform() > std::sqrt(kFrequent / frequency)) continue;
        float* in = &input[word * columns];
        std::fill(change.begin(), change.end(), 0.0f);
        for (size_t position = 0; position < positions; ++position) {
          const int reach = static_cast<int>(settings.reach);
          const int offset = static_cast<int>(position) - reach + (static_cast<int>(position) >= reach ? 1 : 0);
          if (i + offset < 0 || i + offset >= n) continue;
          const uint32_t neighbour = words[static_cast<size_t>(i + offset)];
          if (neighbour == 0) continue;
          float* table = &output[position * rows * columns];
          for (uint32_t k = 0; k <= settings.negatives; ++k) {
            const uint32_t target = k == 0 ? neighbour : draws[random.Next() % kDrawTable];
            if (k > 0 && target == neighbour) continue;
            float* row = table + target * columns;
            float dot = 0;
            for (size_t c = 0; c < columns; ++c) dot += in[c] * row[c];
            const float step = rate * ((k == 0 ? 1.0f : 0.0f) - 1.0f / (1.0f + std::exp(-dot)));
            for (size_t c = 0; c < columns; ++c) change[c] += step * row[c];
            for (size_t c = 0; c < columns; ++c) row[c] += step * in[c];
          }
        }
        for (size_t c = 0; c < columns; ++c) in[c] += change[c];
      }
    }
  }
  // Columns around zero, values of the wanted size.
  double squares = 0;
  for (size_t c = 0; c < columns; ++c) {
    double mean = 0;
    for (size_t r = 1; r < rows; ++r) mean += static_cast<double>(input[r * columns + c]);
    mean /= static_cast<double>(std::max<size_t>(rows - 1, 1));
    for (size_t r = 1; r < rows; ++r) {
      float& value = input[r * columns + c];
      value -= static_cast<float>(mean);
      squares += static_cast<double>(value) * static_cast<double>(value);
    }
  }
  const double deviation = std::sqrt(squares / static_cast<double>(std::max<size_t>((rows - 1) * columns, 1)));
  for (float& value : input) value *= static_cast<float>(settings.deviation / std::max(deviation, 1e-9));
  out.values = std::move(input);
  return out;
}

}  // namespace consilience::training
