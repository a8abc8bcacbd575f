#include "engine/document/byte_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "document/memory_stream.h"
#include "support/status_matchers.h"
#include "support/temp_dir.h"

namespace consilience::testing {
namespace {

using ::testing::HasSubstr;

std::string Words() {
  std::string words;
  for (int i = 0; i < 40'000; ++i) words += "word " + std::to_string(i * 7919 % 40'000) + "\n";
  return words;
}

// All of `stream`, or the error that ends it; what came before the error is in `*out`.
absl::Status ReadAll(ByteStream* stream, std::string* out, size_t step = 1000) {
  std::string buffer(step, '\0');
  for (;;) {
    const absl::StatusOr<size_t> got = stream->Read(buffer.data(), buffer.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return absl::OkStatus();
    out->append(buffer, 0, *got);
  }
}

absl::Status Gunzipped(std::string bytes, std::string* out, size_t step = ~size_t{0}) {
  return ReadAll(Gunzip(std::make_unique<MemoryStream>(std::move(bytes), step)).get(), out);
}

TEST(Gunzip, WhatIsNotCompressedPassesUnchanged) {
  for (const std::string& bytes :
       {std::string(), std::string("x"), std::string("\x1f"), std::string("\x1fz"), Words()}) {
    for (const size_t step : {size_t{1}, size_t{3}, ~size_t{0}}) {
      if (step < 3 && bytes.size() > 100) continue;
      std::string out;
      EXPECT_THAT(Gunzipped(bytes, &out, step), IsOk());
      EXPECT_EQ(out, bytes);
    }
  }
}

TEST(Gunzip, CompressedBytesAreDecompressedHoweverTheyArrive) {
  const std::string words = Words();
  for (const size_t step : {size_t{1}, size_t{7}, size_t{4096}, ~size_t{0}}) {
    std::string out;
    EXPECT_THAT(Gunzipped(Gzip(words), &out, step), IsOk());
    EXPECT_EQ(out, words);
  }
}

TEST(Gunzip, AllMembersAreRead) {
  std::string out;
  EXPECT_THAT(Gunzipped(Gzip("one ") + Gzip("") + Gzip("two"), &out), IsOk());
  EXPECT_EQ(out, "one two");
}

TEST(Gunzip, ZerosAfterTheEndArePaddingAndOtherBytesAnError) {
  std::string out;
  EXPECT_THAT(Gunzipped(Gzip("one") + std::string(100'000, '\0'), &out), IsOk());
  EXPECT_EQ(out, "one");
  out.clear();
  EXPECT_THAT(Gunzipped(Gzip("one") + "two", &out), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(out, "one");
}

TEST(Gunzip, CutAnywhereItIsAnErrorAfterWhatCouldBeRead) {
  const std::string words = Words();
  const std::string whole = Gzip(words);
  for (const size_t cut : {size_t{2}, size_t{9}, size_t{10}, whole.size() / 2, whole.size() - 9, whole.size() - 1}) {
    std::string out;
    EXPECT_THAT(Gunzipped(whole.substr(0, cut), &out), StatusIs(absl::StatusCode::kDataLoss, HasSubstr("too early")));
    EXPECT_EQ(out, words.substr(0, out.size()));
  }
}

TEST(Gunzip, AWrongChecksumIsAnErrorAfterWhatCouldBeRead) {
  std::string damaged = Gzip(Words());
  damaged[damaged.size() - 6] ^= 1;
  std::string out;
  EXPECT_THAT(Gunzipped(damaged, &out), StatusIs(absl::StatusCode::kDataLoss, HasSubstr("damaged")));
  EXPECT_EQ(out, Words());
}

TEST(Gunzip, AnErrorOfTheInputIsItsError) {
  std::string out;
  const auto stream = Gunzip(std::make_unique<MemoryStream>("some", 2, absl::UnavailableError("unplugged")));
  EXPECT_THAT(ReadAll(stream.get(), &out), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(out, "some");
}

TEST(OpenFile, SaysWhyAFileCannotBeOpened) {
  const TempDir folder;
  EXPECT_THAT(OpenFile(folder.File("none")), StatusIs(absl::StatusCode::kNotFound, HasSubstr("No such file")));
}

TEST(OpenFile, AFolderCannotBeRead) {
  const TempDir folder;
  const auto stream = OpenFile(folder.path());
  ASSERT_THAT(stream, IsOk());
  std::string out;
  EXPECT_THAT(ReadAll(stream->get(), &out), StatusIs(absl::StatusCode::kUnavailable, HasSubstr("directory")));
}

}  // namespace
}  // namespace consilience::testing
