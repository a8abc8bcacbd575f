#include "engine/pipeline/document_batch.h"

#include <gtest/gtest.h>

namespace consilience {
namespace {

Document OfSize(size_t bytes) {
  Document document;
  document.text.assign(bytes, 'x');
  return document;
}

TEST(DocumentBatcher, HandsOverFullBatchesAtOnceAndTheRestAtTheFlush) {
  std::vector<size_t> batches;
  DocumentBatcher batcher(
      [&](std::vector<Document> documents) {
        batches.push_back(documents.size());
        return absl::OkStatus();
      },
      nullptr, nullptr);
  for (size_t i = 0; i < DocumentBatcher::kDocuments + 3; ++i) ASSERT_TRUE(batcher.OnDocument(OfSize(1)).ok());
  EXPECT_EQ(batches, (std::vector<size_t>{DocumentBatcher::kDocuments}));
  ASSERT_TRUE(batcher.Flush().ok());
  ASSERT_TRUE(batcher.Flush().ok());
  EXPECT_EQ(batches, (std::vector<size_t>{DocumentBatcher::kDocuments, 3}));
}

TEST(DocumentBatcher, ABatchIsBoundedInBytes) {
  size_t batches = 0;
  DocumentBatcher batcher(
      [&](std::vector<Document>) {
        ++batches;
        return absl::OkStatus();
      },
      nullptr, nullptr);
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(batcher.OnDocument(OfSize(DocumentBatcher::kBytes / 2)).ok());
  EXPECT_EQ(batches, 2u);
}

TEST(DocumentBatcher, AnErrorOfTheReceiverStopsTheReader) {
  DocumentBatcher batcher([](std::vector<Document>) { return absl::DataLossError("gone"); }, nullptr, nullptr);
  ASSERT_TRUE(batcher.OnDocument(OfSize(1)).ok());
  EXPECT_EQ(batcher.Flush().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace consilience
