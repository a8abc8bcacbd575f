#include "engine/syntax/model_file.h"

#include <cmath>
#include <string>
#include <vector>

#include "engine/syntax/hash_index.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"

namespace consilience {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string SmallModel() {
  ModelBuilder builder;
  builder.AddText("words", "one\ntwo\n");
  const std::vector<float> values = {1.0f, -0.5f, 0.25f, 0, 0, 0};
  builder.AddMatrix("matrix", 2, 3, values);
  const std::vector<float> floats = {1.5f, -2.5f};
  builder.AddFloats("floats", floats);
  const std::vector<uint32_t> numbers = {7, 8, 9};
  builder.AddNumbers("numbers", numbers);
  return builder.Finish();
}

TEST(ModelFile, GivesBackWhatWasPutIn) {
  const std::string bytes = SmallModel();
  const absl::StatusOr<ModelFile> model = ModelFile::Parse(bytes, "small");
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_EQ(*model->Text("words"), "one\ntwo\n");
  EXPECT_THAT(*model->Floats("floats"), ElementsAre(1.5f, -2.5f));
  EXPECT_THAT(*model->Numbers("numbers"), ElementsAre(7, 8, 9));
  const absl::StatusOr<QuantizedMatrix> matrix = model->Matrix("matrix");
  ASSERT_TRUE(matrix.ok());
  EXPECT_EQ(matrix->rows, 2u);
  EXPECT_EQ(matrix->columns, 3u);
  EXPECT_NEAR(static_cast<float>(matrix->row(0)[1]) * matrix->scale[0], -0.5f, 0.005f);
  EXPECT_EQ(matrix->row(1)[2], 0);
  EXPECT_TRUE(model->Has("words"));
  EXPECT_FALSE(model->Has("word"));
}

TEST(ModelFile, NamesTheSectionThatIsMissingOrOfAnotherKind) {
  const std::string bytes = SmallModel();
  const ModelFile model = *ModelFile::Parse(bytes, "small.model");
  EXPECT_EQ(model.Text("other").status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(model.Text("other").status().message()), HasSubstr("small.model: section other is missing"));
  EXPECT_THAT(std::string(model.Matrix("words").status().message()), HasSubstr("section words is cut"));
}

TEST(ModelFile, RefusesEveryTruncation) {
  const std::string bytes = SmallModel();
  for (size_t size = 0; size < bytes.size(); ++size) {
    const absl::Status status = ModelFile::Parse(bytes.substr(0, size), "cut.model").status();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << size;
    EXPECT_THAT(std::string(status.message()), HasSubstr("cut.model")) << size;
  }
}

TEST(ModelFile, RefusesEveryChangedByte) {
  const std::string bytes = SmallModel();
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    EXPECT_FALSE(ModelFile::Parse(changed, "changed.model").ok()) << at;
  }
}

TEST(ModelFile, SaysWhichVersionItIsAndWhichIsRead) {
  std::string bytes = SmallModel();
  bytes[8] = 99;
  SealModel(&bytes);
  EXPECT_THAT(std::string(ModelFile::Parse(bytes, "new.model").status().message()), HasSubstr("version 99"));
}

TEST(ModelFile, RefusesSectionsOutsideTheFile) {
  const std::string sound = SmallModel();
  for (size_t at = 32; at < 32 + 4 * 48; ++at) {
    for (const int value : {0x01, 0x7F, 0xFF}) {
      std::string bytes = sound;
      bytes[at] = static_cast<char>(value);
      SealModel(&bytes);
      const absl::StatusOr<ModelFile> model = ModelFile::Parse(bytes, "odd.model");
      if (!model.ok()) continue;
      // What is accepted can be read to its end.
      for (const char* section : {"words", "matrix", "floats", "numbers"}) {
        if (const auto text = model->Text(section); text.ok()) {
          EXPECT_LE(text->data() + text->size(), bytes.data() + bytes.size());
        }
      }
    }
  }
}

TEST(ModelFile, RefusesNumbersThatAreNone) {
  ModelBuilder builder;
  const std::vector<float> values = {NAN};
  builder.AddFloats("floats", values);
  const std::string bytes = builder.Finish();
  EXPECT_EQ(ModelFile::Parse(bytes, "nan")->Floats("floats").status().code(), absl::StatusCode::kDataLoss);
}

TEST(HashIndex, FindsWhatItHoldsAndNothingElse) {
  std::vector<std::pair<uint64_t, uint32_t>> entries;
  for (uint32_t i = 0; i < 1000; ++i) entries.emplace_back(i * 0x9E3779B97F4A7C15, i);
  const std::vector<uint32_t> slots = HashIndex::Build(entries);
  ASSERT_TRUE(HashIndex::Valid(slots, 1000));
  EXPECT_FALSE(HashIndex::Valid(slots, 999));
  const HashIndex index(slots);
  for (const auto& [hash, value] : entries) EXPECT_EQ(index.Find(hash), value);
  for (uint32_t i = 1000; i < 2000; ++i) EXPECT_EQ(index.Find(i * 0x9E3779B97F4A7C15), std::nullopt);
}

}  // namespace
}  // namespace consilience
