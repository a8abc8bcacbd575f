#include "engine/document/reader.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "document/memory_stream.h"
#include "document/recording_sink.h"
#include "support/process.h"
#include "support/status_matchers.h"
#include "support/temp_dir.h"

namespace consilience::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;
using namespace std::string_literals;  // for NULs within

class Reader : public ::testing::Test {
 protected:
  // Reads `bytes` as the file NAME of the test's folder.
  RecordingSink Read(const std::string& bytes, const std::string& name = "input",
                     InputFormat format = InputFormat::kAuto) {
    WriteFile(folder_.File(name), bytes);
    ReadOptions options;
    options.format = format;
    return ReadPaths({folder_.File(name)}, options);
  }
  static RecordingSink ReadPaths(const std::vector<std::string>& paths, const ReadOptions& options = {}) {
    RecordingSink sink;
    EXPECT_THAT(ReadInputs(paths, options, &sink), IsOk());
    return sink;
  }
  // "NUMBER:LINE" of every line, and the rejections.
  static std::vector<std::string> Lines(const std::string& path, std::vector<std::string>* rejected,
                                        size_t max_bytes = 1000) {
    std::vector<std::string> lines;
    ReadOptions options;
    options.max_record_bytes = max_bytes;
    EXPECT_THAT(ReadLines(
                    {path}, options,
                    [&](absl::string_view line, const std::string& file, int64_t number) {
                      EXPECT_EQ(file, path);
                      lines.push_back(std::to_string(number) + ":" + std::string(line));
                      return absl::OkStatus();
                    },
                    [&](const Diagnostic& diagnostic) { rejected->push_back(diagnostic.ToString()); }),
                IsOk());
    return lines;
  }
  // How diagnostics about a line of the file begin.
  std::string At(const std::string& name, int line) const {
    return folder_.File(name) + ":" + std::to_string(line) + ": ";
  }

  TempDir folder_;
};

// Digests.

TEST_F(Reader, ADigestIsOneDocumentNamedAfterItsFile) {
  const RecordingSink read = Read("Berg opened the bridge.\nIt rained.\n", "oslo.txt");
  ASSERT_THAT(read.documents, SizeIs(1));
  const Document& digest = read.documents[0];
  EXPECT_EQ(digest.format, InputFormat::kDigest);
  EXPECT_EQ(digest.id, "oslo.txt");
  EXPECT_EQ(digest.text, "Berg opened the bridge.\nIt rained.\n");
  EXPECT_EQ(digest.file, folder_.File("oslo.txt"));
  EXPECT_EQ(digest.line, 1);
  EXPECT_THAT(digest.header_credits, IsEmpty());
  EXPECT_EQ(digest.outlet, "");
  EXPECT_THAT(read.rejected, IsEmpty());
}

TEST_F(Reader, TheHeaderOfADigestNamesItsCreditsAndIsNotItsText) {
  const RecordingSink read = Read("Credited from: SCMP,  Al Jazeera , BBC\nBerg opened the bridge.\n");
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_THAT(read.documents[0].header_credits, ElementsAre("SCMP", "Al Jazeera", "BBC"));
  EXPECT_EQ(read.documents[0].text, "Berg opened the bridge.\n");
  EXPECT_EQ(read.documents[0].line, 2);
}

TEST_F(Reader, AHeaderIsKnownWithByteOrderMarkCrlfAndEmptyLinesBeforeIt) {
  const RecordingSink read = Read("\xef\xbb\xbf\r\n\r\ncredited From: SCMP\r\nBerg spoke.\r\nIt rained.\r\n");
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_THAT(read.documents[0].header_credits, ElementsAre("SCMP"));
  EXPECT_EQ(read.documents[0].text, "Berg spoke.\r\nIt rained.\r\n");
  EXPECT_EQ(read.documents[0].line, 4);
}

TEST_F(Reader, AHeaderFurtherDownIsText) {
  const RecordingSink read = Read("Berg spoke.\nCredited from: SCMP\n");
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_THAT(read.documents[0].header_credits, IsEmpty());
  EXPECT_EQ(read.documents[0].text, "Berg spoke.\nCredited from: SCMP\n");
}

TEST_F(Reader, ADigestWithoutText) {
  for (const std::string bytes : {"", "\n \r\n", "\xef\xbb\xbf", "Credited from: SCMP", "Credited from: SCMP\n\n"}) {
    const RecordingSink read = Read(bytes, "empty.txt");
    EXPECT_THAT(read.documents, IsEmpty());
    EXPECT_THAT(read.rejected, ElementsAre(AllOf(StartsWith(folder_.File("empty.txt") + ": "), HasSubstr("no text"))));
  }
}

TEST_F(Reader, ADigestThatIsNotTextIsRejectedWholeWithTheLineOfItsFault) {
  const RecordingSink latin = Read("Berg spoke.\nShe met Se\xf1or Ruiz.\nIt rained.\n", "latin.txt");
  EXPECT_THAT(latin.documents, IsEmpty());
  EXPECT_THAT(latin.rejected,
              ElementsAre(AllOf(StartsWith(At("latin.txt", 2)), HasSubstr("UTF-8"), HasSubstr("iconv"))));
  const RecordingSink nul = Read("Berg spoke.\n\n\0It rained.\n"s, "nul.txt");
  EXPECT_THAT(nul.documents, IsEmpty());
  EXPECT_THAT(nul.rejected, ElementsAre(AllOf(StartsWith(At("nul.txt", 3)), HasSubstr("NUL"))));
}

TEST_F(Reader, ADigestThatBeginsWithABraceIsADigest) {
  const RecordingSink read = Read("{Corrected} Berg opened the bridge.\n");
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_EQ(read.documents[0].text, "{Corrected} Berg opened the bridge.\n");
}

TEST_F(Reader, AFormatIsKnownWithoutAnyLineEnd) {
  EXPECT_THAT(Read("\xef\xbb\xbf{\"text\":\"One.\"}").documents.at(0).text, "One.");
  EXPECT_THAT(Read("\xef\xbb\xbfsource,subject,predicate,object").rejected, IsEmpty());
}

TEST_F(Reader, ATooLongDigestIsRejected) {
  WriteFile(folder_.File("long.txt"), std::string(101, 'x'));
  WriteFile(folder_.File("short.txt"), std::string(100, 'x'));
  ReadOptions options;
  options.max_record_bytes = 100;
  const RecordingSink read = ReadPaths({folder_.File("long.txt"), folder_.File("short.txt")}, options);
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_EQ(read.documents[0].id, "short.txt");
  EXPECT_THAT(read.rejected, ElementsAre(AllOf(HasSubstr("long.txt: "), HasSubstr("100 bytes"))));
}

// Articles.

TEST_F(Reader, AnArticleKeepsAllThatItSays) {
  const RecordingSink read = Read(
      R"({"id":"a1","outlet":"BBC News","published":"2026-05-04T08:00:00Z","title":"Ferry",)"
      R"("url":"https://example.org/1","text":"The \"Alma\" sank.\nTwelve died in Z\u00fcrich.","author":{"x":[1]}})"
      "\n");
  ASSERT_THAT(read.documents, SizeIs(1));
  const Document& article = read.documents[0];
  EXPECT_EQ(article.format, InputFormat::kArticles);
  EXPECT_EQ(article.id, "a1");
  EXPECT_EQ(article.outlet, "BBC News");
  EXPECT_EQ(article.published, "2026-05-04T08:00:00Z");
  EXPECT_EQ(article.title, "Ferry");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.text, "The \"Alma\" sank.\nTwelve died in Zürich.");
  EXPECT_EQ(article.line, 1);
  EXPECT_THAT(read.rejected, IsEmpty());
}

TEST_F(Reader, OnlyTheTextOfAnArticleIsRequired) {
  const RecordingSink read =
      Read("{\"text\":\"One.\"}\n\n \t\n{\"text\":\"Two.\",\"id\":null,\"outlet\":null}", "news.jsonl");
  ASSERT_THAT(read.documents, SizeIs(2));
  EXPECT_EQ(read.documents[0].id, "news.jsonl:1");
  EXPECT_EQ(read.documents[1].id, "news.jsonl:4");
  EXPECT_EQ(read.documents[1].outlet, "");
  EXPECT_THAT(read.rejected, IsEmpty());
}

TEST_F(Reader, ANumberServesAsAnId) {
  const RecordingSink read =
      Read("{\"id\":17,\"text\":\"One.\"}\n{\"id\":1.5,\"text\":\"Two.\"}\n{\"id\":true,\"text\":\"x\"}\n");
  ASSERT_THAT(read.documents, SizeIs(3));
  EXPECT_EQ(read.documents[0].id, "17");
  EXPECT_EQ(read.documents[1].id, "1.5");
  EXPECT_EQ(read.documents[2].id, "true");
}

TEST_F(Reader, MalformedLinesAreRejectedOneByOneAndTheRestIsRead) {
  const RecordingSink read = Read(
      "{\"text\":\n"
      "{\"text\":\"One.\"}\r\n"
      "\"just a string\"\n"
      "{\"title\":\"nothing else\"}\n"
      "{\"text\":\"  \"}\n"
      "{\"text\":[\"a\"]}\n"
      "{\"text\":\"Two.\"} and more\n"
      "{\"text\":\"Se\xf1or\"}\n"
      "{\"text\":\"a\\u0000b\"}\n"
      "{\"text\":\"lone \\udc00 surrogate\"}\n"
      "{\"text\":\"Three.\"}",
      "bad.jsonl");
  ASSERT_THAT(read.documents, SizeIs(2));
  EXPECT_EQ(read.documents[0].text, "One.");
  EXPECT_EQ(read.documents[1].text, "Three.");
  EXPECT_EQ(read.documents[1].line, 11);
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("bad.jsonl", 1) + "the line is not well-formed JSON"),
                                         StartsWith(At("bad.jsonl", 3) + "the line is not a JSON object"),
                                         AllOf(StartsWith(At("bad.jsonl", 4)), HasSubstr("neither \"text\"")),
                                         StartsWith(At("bad.jsonl", 5) + "\"text\" is empty"),
                                         StartsWith(At("bad.jsonl", 6) + "\"text\" is not a string"),
                                         StartsWith(At("bad.jsonl", 7) + "the line is not well-formed JSON"),
                                         StartsWith(At("bad.jsonl", 8) + "the line is not valid UTF-8 at byte 12"),
                                         StartsWith(At("bad.jsonl", 9) + "\"text\" holds a NUL byte"),
                                         StartsWith(At("bad.jsonl", 10))));
}

TEST_F(Reader, AMissingTextIsNamedWhenArticlesAreAskedFor) {
  const RecordingSink read = Read("{\"title\":\"x\"}\n", "a.jsonl", InputFormat::kArticles);
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("a.jsonl", 1) + "\"text\" is missing; ")));
}

TEST_F(Reader, AnUnreadableTimeOfPublicationIsReportedAndTheArticleKept) {
  const RecordingSink read = Read("{\"text\":\"One.\",\"published\":\"last Monday\"}\n", "a.jsonl");
  ASSERT_THAT(read.documents, SizeIs(1));
  EXPECT_EQ(read.documents[0].published, "");
  EXPECT_THAT(read.rejected,
              ElementsAre(AllOf(StartsWith(At("a.jsonl", 1)), HasSubstr("last Monday"), HasSubstr("ISO 8601"))));
}

TEST_F(Reader, JsonThatIsNotOneObjectALineIsRejectedOnce) {
  for (const std::string bytes : {"[{\"text\":\"One.\"},\n{\"text\":\"Two.\"}]\n", "{\n  \"text\": \"One.\"\n}\n"}) {
    const RecordingSink read = Read(bytes, "pretty.json");
    EXPECT_THAT(read.documents, IsEmpty());
    EXPECT_THAT(read.rejected,
                ElementsAre(AllOf(StartsWith(At("pretty.json", 1)), HasSubstr("JSON Lines"), HasSubstr("jq"))));
  }
}

TEST_F(Reader, ALineOfAHundredMegabytesIsRead) {
  const std::string sentence = "The ferry Alma sank near Porto Novo on Sunday. ";
  std::string text;
  text.reserve(100'000'000 + sentence.size());
  while (text.size() < 100'000'000) text += sentence;
  const RecordingSink read = Read("{\"text\":\"" + text + "\"}\n{\"text\":\"Two.\"}\n");
  ASSERT_THAT(read.documents, SizeIs(2));
  EXPECT_TRUE(read.documents[0].text == text);
  EXPECT_EQ(read.documents[1].text, "Two.");
}

TEST_F(Reader, ATooLongLineIsRejectedAndTheRestIsRead) {
  WriteFile(folder_.File("a.jsonl"),
            "{\"text\":\"One.\"}\n{\"text\":\"" + std::string(2'000'000, 'x') + "\"}\n{\"text\":\"Two.\"}\n");
  ReadOptions options;
  options.max_record_bytes = 1'000'000;
  const RecordingSink read = ReadPaths({folder_.File("a.jsonl")}, options);
  ASSERT_THAT(read.documents, SizeIs(2));
  EXPECT_THAT(read.rejected, ElementsAre(AllOf(StartsWith(At("a.jsonl", 2)), HasSubstr("1000000 bytes"))));
}

// Claims.

TEST_F(Reader, ClaimsAreReadFromCsvWithColumnsInAnyOrder) {
  const RecordingSink read = Read(
      "object,note,verbatim,Source,\"predicate\",published,subject\r\n"
      "1200,x,\"1,200 m\",BBC,height,2026-01-02,Mount Tamar\r\n"
      "\" 1250 \",,,CNN,height,,\"Mount \"\"Tamar\"\"\"\r\n");
  ASSERT_THAT(read.claims, SizeIs(2));
  EXPECT_EQ(read.claims[0].source, "BBC");
  EXPECT_EQ(read.claims[0].subject, "Mount Tamar");
  EXPECT_EQ(read.claims[0].predicate, "height");
  EXPECT_EQ(read.claims[0].object, "1200");
  EXPECT_EQ(read.claims[0].published, "2026-01-02");
  EXPECT_EQ(read.claims[0].verbatim, "1,200 m");
  EXPECT_EQ(read.claims[1].subject, "Mount \"Tamar\"");
  EXPECT_EQ(read.claims[1].object, "1250");
  EXPECT_EQ(read.claims[1].published, "");
  EXPECT_THAT(read.rejected, IsEmpty());
}

TEST_F(Reader, AQuotedLineEndBelongsToItsField) {
  const RecordingSink read = Read(
      "source,subject,predicate,object,verbatim\nBBC,Alma,sank in,May,\"in\nMay\"\nCNN,Alma,sank in,May\n"
      "CNN,Alma,sank in,May,\n",
      "c.csv");
  ASSERT_THAT(read.claims, SizeIs(2));
  EXPECT_EQ(read.claims[0].verbatim, "in\nMay");
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("c.csv", 4) + "the record has 4 fields and the header 5")));
}

TEST_F(Reader, MalformedRecordsAreRejectedOneByOneAndTheRestIsRead) {
  const RecordingSink read = Read(
      "source,subject,predicate,object\n"
      "BBC,Alma,sank,\"yes\" it did\n"
      "BBC,Alma,sank,\n"
      "\n"
      "BBC,Alma,sank,Se\xf1or\n"
      "BBC,Alma,sank,yes\n"
      ",Alma,sank,yes\n"
      "BBC,\"Alma,sank,yes\n"
      "CNN,Alma,sank,yes",
      "c.csv");
  ASSERT_THAT(read.claims, SizeIs(2));
  EXPECT_EQ(read.claims[0].source, "BBC");
  EXPECT_EQ(read.claims[1].source, "CNN");
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("c.csv", 2) + "text follows a closing quote"),
                                         StartsWith(At("c.csv", 3) + "the column \"object\" is empty"),
                                         StartsWith(At("c.csv", 5) + "the record is not valid UTF-8"),
                                         StartsWith(At("c.csv", 7) + "the column \"source\" is empty"),
                                         StartsWith(At("c.csv", 8) + "a quoted field is never closed")));
}

TEST_F(Reader, AFaultyHeaderRejectsTheFileAndSaysHowItShouldBe) {
  for (const std::string bytes :
       {"source,subject,predicate,value\nBBC,a,b,c\n", "source;subject;predicate;object\nBBC;a;b;c\n",
        "source,subject,predicate,object,object\nBBC,a,b,c,d\n"}) {
    const RecordingSink read = Read(bytes, "c.csv");
    EXPECT_THAT(read.claims, IsEmpty());
    EXPECT_THAT(read.documents, IsEmpty());
    EXPECT_THAT(read.rejected, ElementsAre(AllOf(StartsWith(At("c.csv", 1)), HasSubstr("begin with a line such as"))));
  }
  EXPECT_THAT(Read("", "c.csv", InputFormat::kClaims).rejected, ElementsAre(HasSubstr("no header")));
}

TEST_F(Reader, ClaimsAreReadFromJsonLinesToo) {
  const RecordingSink read = Read(
      "{\"source\":\"BBC\",\"subject\":\"Mount "
      "Tamar\",\"predicate\":\"height\",\"object\":1200,\"published\":\"2026-01-02\"}\n"
      "{\"source\":\"CNN\",\"subject\":\"Mount "
      "Tamar\",\"predicate\":\"height\",\"object\":\"1250\",\"verbatim\":\"1,250\"}\n");
  ASSERT_THAT(read.claims, SizeIs(2));
  EXPECT_EQ(read.claims[0].object, "1200");
  EXPECT_EQ(read.claims[0].published, "2026-01-02");
  EXPECT_EQ(read.claims[1].verbatim, "1,250");
  EXPECT_THAT(read.documents, IsEmpty());
}

TEST_F(Reader, ClaimsSayWhichFileTheyAreFrom) {
  EXPECT_THAT(Read("source,subject,predicate,object\nBBC,a,b,c\n", "heights.csv").inputs, ElementsAre("heights.csv"));
  EXPECT_THAT(Read("{\"source\":\"BBC\",\"subject\":\"a\",\"predicate\":\"b\",\"object\":\"c\"}\n", "h.jsonl",
                   InputFormat::kClaims)
                  .inputs,
              ElementsAre("h.jsonl"));
}

TEST_F(Reader, AClaimWithoutItsPartsIsRejected) {
  const RecordingSink read =
      Read("{\"source\":\"BBC\",\"subject\":\"a\",\"predicate\":\"b\"}\n", "c.jsonl", InputFormat::kClaims);
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("c.jsonl", 1) + "\"object\" is missing")));
}

TEST_F(Reader, AnArticleMayHaveASourceAndASubject) {
  const RecordingSink read = Read("{\"source\":\"BBC\",\"subject\":\"politics\",\"text\":\"One.\"}\n");
  EXPECT_THAT(read.documents, SizeIs(1));
  EXPECT_THAT(read.claims, IsEmpty());
}

TEST_F(Reader, ClaimsComeInBoundedBatches) {
  std::string bytes = "source,subject,predicate,object\n";
  for (int i = 0; i < 10'000; ++i) bytes += "BBC,s" + std::to_string(i) + ",p,o\n";
  const RecordingSink read = Read(bytes);
  EXPECT_THAT(read.batches, ElementsAre(4096, 4096, 1808));
  EXPECT_THAT(read.inputs, SizeIs(1));
  EXPECT_EQ(read.claims[9'999].subject, "s9999");
}

TEST_F(Reader, ACsvRecordOfManyMegabytesIsReadAndATooLongOneRejected) {
  const std::string large(3'000'000, 'x');
  WriteFile(folder_.File("c.csv"), "source,subject,predicate,object\nBBC,a,b,\"" + large + "\"\nCNN,a,b,c\n");
  ReadOptions options;
  RecordingSink read = ReadPaths({folder_.File("c.csv")}, options);
  ASSERT_THAT(read.claims, SizeIs(2));
  EXPECT_TRUE(read.claims[0].object == large);
  options.max_record_bytes = 1'000'000;
  read = ReadPaths({folder_.File("c.csv")}, options);
  ASSERT_THAT(read.claims, SizeIs(1));
  EXPECT_EQ(read.claims[0].source, "CNN");
  EXPECT_THAT(read.rejected, ElementsAre(AllOf(StartsWith(At("c.csv", 2)), HasSubstr("longer than"))));
}

// Gzip, paths, pipes.

TEST_F(Reader, GzipIsKnownByItsBytesWhateverTheName) {
  const std::string articles = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n";
  EXPECT_THAT(Read(Gzip(articles), "articles").documents, SizeIs(2));
  EXPECT_THAT(Read(articles, "articles.gz").documents, SizeIs(2));
  EXPECT_THAT(Read(Gzip("source,subject,predicate,object\nBBC,a,b,c\n")).claims, SizeIs(1));
  EXPECT_EQ(Read(Gzip("\xef\xbb\xbf"
                      "Berg spoke.\n"))
                .documents.at(0)
                .text,
            "Berg spoke.\n");
}

TEST_F(Reader, OfCutGzipWholeRecordsAreReadAndTheCutIsReported) {
  std::string articles;
  for (int i = 0; i < 20'000; ++i)
    articles += "{\"text\":\"Bridge " + std::to_string(i * 7919 % 20'000) + " opened.\"}\n";
  const std::string whole = Gzip(articles);
  const RecordingSink read = Read(whole.substr(0, whole.size() / 2), "cut.gz");
  EXPECT_GT(read.documents.size(), 1000u);
  EXPECT_LT(read.documents.size(), 20'000u);
  EXPECT_THAT(read.rejected, ElementsAre(StartsWith(At("cut.gz", static_cast<int>(read.documents.size()) + 1) +
                                                    "the gzip data ends too early")));
  const std::string digest = Gzip("Berg spoke. It rained. Berg opened the bridge over the fjord.\n");
  const RecordingSink text = Read(digest.substr(0, digest.size() - 4), "cut.txt.gz");
  EXPECT_THAT(text.documents, IsEmpty()) << "half a digest is not what was published";
  EXPECT_THAT(text.rejected, ElementsAre(HasSubstr("too early")));
}

TEST_F(Reader, FoldersAreReadInByteOrderOfNamesAndAllTheirFolders) {
  std::filesystem::create_directories(folder_.File("news/b"));
  for (const char* name : {"news/c.txt", "news/B.txt", "news/b/2.txt", "news/b/10.txt", "news/a.txt", "news/.hidden"}) {
    WriteFile(folder_.File(name), "Berg spoke.\n");
  }
  std::filesystem::create_directory_symlink(folder_.File("news"), folder_.File("news/b/loop"));
  ASSERT_EQ(mkfifo(folder_.File("news/pipe").c_str(), 0600), 0) << "a folder's pipes are nobody's input";
  const RecordingSink read = ReadPaths({folder_.File("news")});
  std::vector<std::string> files;
  for (const Document& document : read.documents) files.push_back(document.file.substr(folder_.File("news/").size()));
  EXPECT_THAT(files, ElementsAre("B.txt", "a.txt", "b/10.txt", "b/2.txt", "c.txt"));
  EXPECT_THAT(read.rejected, IsEmpty());
}

TEST_F(Reader, OneFolderMayHoldFilesOfAllFormats) {
  std::filesystem::create_directory(folder_.File("mixed"));
  WriteFile(folder_.File("mixed/1"), "{\"text\":\"One.\"}\n");
  WriteFile(folder_.File("mixed/2"), "Berg spoke.\n");
  WriteFile(folder_.File("mixed/3"), Gzip("source,subject,predicate,object\nBBC,a,b,c\n"));
  WriteFile(folder_.File("mixed/4"), "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s);
  const RecordingSink read = ReadPaths({folder_.File("mixed")});
  EXPECT_THAT(read.documents, SizeIs(2));
  EXPECT_THAT(read.claims, SizeIs(1));
  EXPECT_THAT(read.rejected, ElementsAre(HasSubstr("mixed/4:1: ")));
}

TEST_F(Reader, WhatCannotBeOpenedIsRejectedAndTheRestIsRead) {
  WriteFile(folder_.File("here.txt"), "Berg spoke.\n");
  std::filesystem::create_directory(folder_.File("nothing"));
  const RecordingSink read = ReadPaths({folder_.File("gone.txt"), folder_.File("nothing"), folder_.File("here.txt")});
  EXPECT_THAT(read.documents, SizeIs(1));
  EXPECT_THAT(read.rejected, ElementsAre(AllOf(HasSubstr("gone.txt: "), HasSubstr("No such file")),
                                         AllOf(HasSubstr("nothing: "), HasSubstr("empty"))));
}

TEST_F(Reader, APipeIsReadAsItFlows) {
  const std::string pipe = folder_.File("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] {
    const int descriptor = open(pipe.c_str(), O_WRONLY);
    for (const char* part : {"{\"te", "xt\":\"One.\"}\n{\"text\"", ":\"Two.\"}\n"}) {
      EXPECT_GT(write(descriptor, part, std::char_traits<char>::length(part)), 0);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    close(descriptor);
  });
  const RecordingSink read = ReadPaths({pipe});
  writer.join();
  ASSERT_THAT(read.documents, SizeIs(2));
  EXPECT_EQ(read.documents[1].id, "pipe:2");
}

TEST_F(Reader, AnErrorOfTheSinkStopsTheReading) {
  WriteFile(folder_.File("a.jsonl"), "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
  WriteFile(folder_.File("c.csv"), "source,subject,predicate,object\nBBC,a,b,c\n");
  for (const char* name : {"a.jsonl", "c.csv"}) {
    RecordingSink sink;
    sink.answer = absl::ResourceExhaustedError("full");
    EXPECT_THAT(ReadInputs({folder_.File(name), folder_.File("a.jsonl")}, {}, &sink),
                StatusIs(absl::StatusCode::kResourceExhausted));
    EXPECT_EQ(sink.documents.size() + sink.claims.size(), 1u);
  }
}

TEST_F(Reader, WhatIsReadDoesNotDependOnHowTheInputIsCut) {
  // Records of every kind around the sizes at which the reader asks for more.
  std::string csv = "source,subject,predicate,object\n";
  std::string articles;
  for (int i = 0; i < 3000; ++i) {
    const std::string filling(static_cast<size_t>(i * 37 % 911), 'x');
    csv += "BBC,\"s\"\"" + filling + "\",p,\"o\n" + std::to_string(i) + "\"\r\n";
    articles += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + filling + "y\"}\n";
  }
  const RecordingSink claims = Read(csv);
  ASSERT_THAT(claims.claims, SizeIs(3000));
  for (size_t i = 0; i < 3000; ++i) ASSERT_EQ(claims.claims[i].object, "o\n" + std::to_string(i));
  const RecordingSink read = Read(articles);
  ASSERT_THAT(read.documents, SizeIs(3000));
  for (size_t i = 0; i < 3000; ++i) ASSERT_EQ(read.documents[i].text.size(), i * 37 % 911 + 1);
}

// Lines.

TEST_F(Reader, LinesAreNumberedCheckedAndFreeOfTheirEnds) {
  WriteFile(folder_.File("l.txt"),
            "\xef\xbb\xbf"
            "one\r\n\nthr\xff\nfo\0r\nfive is long\nsix"s);
  std::vector<std::string> rejected;
  EXPECT_THAT(Lines(folder_.File("l.txt"), &rejected, 8), ElementsAre("1:one", "2:", "6:six"));
  EXPECT_THAT(rejected, ElementsAre(StartsWith(At("l.txt", 3) + "the line is not valid UTF-8 at byte 4"),
                                    StartsWith(At("l.txt", 4) + "the line holds a NUL byte at byte 3"),
                                    StartsWith(At("l.txt", 5) + "the line is longer than 8 bytes")));
}

TEST_F(Reader, LinesOfJsonAreLines) {
  WriteFile(folder_.File("l.gz"), Gzip("{\"text\":\"One.\"}\n"));
  std::vector<std::string> rejected;
  EXPECT_THAT(Lines(folder_.File("l.gz"), &rejected), ElementsAre("1:{\"text\":\"One.\"}"));
  EXPECT_THAT(rejected, IsEmpty());
}

TEST_F(Reader, AnErrorOfTheReceiverOfLinesStopsTheReading) {
  WriteFile(folder_.File("l.txt"), "one\ntwo\n");
  int lines = 0;
  EXPECT_THAT(ReadLines(
                  {folder_.File("l.txt")}, {},
                  [&](absl::string_view, const std::string&, int64_t) {
                    ++lines;
                    return absl::AbortedError("enough");
                  },
                  [](const Diagnostic&) {}),
              StatusIs(absl::StatusCode::kAborted));
  EXPECT_EQ(lines, 1);
}

TEST(ParseInputFormat, KnowsItsNamesAndNamesThemOtherwise) {
  EXPECT_THAT(ParseInputFormat("auto"), IsOkAndHolds(InputFormat::kAuto));
  EXPECT_THAT(ParseInputFormat("digest"), IsOkAndHolds(InputFormat::kDigest));
  EXPECT_THAT(ParseInputFormat("articles"), IsOkAndHolds(InputFormat::kArticles));
  EXPECT_THAT(ParseInputFormat("claims"), IsOkAndHolds(InputFormat::kClaims));
  EXPECT_THAT(ParseInputFormat("Digest"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("auto, digest, articles or claims")));
}

}  // namespace
}  // namespace consilience::testing
