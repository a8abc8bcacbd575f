#include "engine/syntax/analyzer.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "engine/syntax/conllu.h"
#include "engine/syntax/kernels.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/temp_dir.h"
#include "support/tiny_model.h"

namespace {
std::atomic<size_t> allocations{0};
}  // namespace

// Counts what the program allocates. Not inline, so that the compiler sees a matching pair wherever it looks.
__attribute__((noinline)) void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
__attribute__((noinline)) void operator delete(void* memory) noexcept {
  std::free(memory);
}
__attribute__((noinline)) void operator delete(void* memory, size_t) noexcept {
  std::free(memory);
}

namespace consilience {
namespace {

using ::testing::HasSubstr;

std::string ModelPath() {
  return std::string(CONSILIENCE_SOURCE_DIR) + "/engine/syntax/model/english.model";
}

class AnalyzerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto analyzer = Analyzer::Load(ModelPath());
    ASSERT_TRUE(analyzer.ok()) << analyzer.status();
    analyzer_ = *std::move(analyzer);
    segmenter_ = *Segmenter::Create(analyzer_->boundary_weights());
  }

  Analysis AnalyzeLine(absl::string_view line) {
    const Segmentation segmentation = segmenter_->SegmentLine(line);
    return analyzer_->Analyze(line, segmentation.statements.front(), segmentation.tokens, &scratch_);
  }
  std::string ConlluOf(const Analyzer& analyzer, absl::string_view text, Analyzer::Scratch* scratch) const {
    std::string out;
    for (const Analysis& analysis : analyzer.AnalyzeText(text, segmenter_->Segment(text), scratch)) {
      AppendConllu(text, analysis, &out);
    }
    return out;
  }
  static int32_t Find(const Analysis& analysis, absl::string_view form) {
    for (int32_t i = 0; i < analysis.size(); ++i) {
      if (analysis.word(i).form == form) return i;
    }
    return -2;
  }

  std::unique_ptr<Analyzer> analyzer_;
  std::unique_ptr<Segmenter> segmenter_;
  Analyzer::Scratch scratch_;
};

constexpr char kText[] =
    "The ferry sank off Arden at dawn on Sunday, rescuers said.\n"
    "Nine people, among them two children, are missing; the captain, Marta Oduya, was found alive.\n"
    "\u201CWe didn't see the rocks,\u201D she told reporters in Oslo. It was the third such accident this year.\n"
    "GOVERNMENT ORDERS INQUIRY INTO FERRY DISASTER\n"
    "The owners, Halden Shipping Inc., paid $4.2 million after a 2019 collision that killed 14.\n";

struct Arc {
  const char* dependent;
  const char* head;
  Relation relation;
};

TEST_F(AnalyzerTest, ParsesPlainSentences) {
  const std::string line = "The mayor of Arden signed the new agreement on Friday.";
  const Analysis analysis = AnalyzeLine(line);
  const Arc arcs[] = {{"mayor", "signed", Relation::kNsubj},
                      {"Arden", "mayor", Relation::kNmod},
                      {"agreement", "signed", Relation::kObj},
                      {"the", "agreement", Relation::kDet},
                      {"Friday", "signed", Relation::kObl}};
  for (const Arc& arc : arcs) {
    const Word& word = analysis.word(Find(analysis, arc.dependent));
    EXPECT_EQ(word.head, Find(analysis, arc.head)) << arc.dependent;
    EXPECT_EQ(word.relation, arc.relation) << arc.dependent;
    EXPECT_GT(word.arc.millionths(), 500'000) << arc.dependent;
    EXPECT_GT(word.label.millionths(), 500'000) << arc.dependent;
  }
  EXPECT_EQ(analysis.root(), Find(analysis, "signed"));
  EXPECT_EQ(analysis.word(analysis.root()).label, Probability::Certain());
  EXPECT_EQ(analysis.word(analysis.root()).lemma, "sign");
  EXPECT_EQ(analysis.word(analysis.root()).xpos, Xpos::kVbd);
}

TEST_F(AnalyzerTest, LemmatisesRegularAndIrregularWords) {
  const struct {
    const char* line;
    const char* form;
    const char* lemma;
  } cases[] = {{"The parties met.", "parties", "party"},
               {"She went home.", "went", "go"},
               {"They were better boats.", "were", "be"},
               {"The children slept.", "children", "child"},
               {"He has been running.", "running", "run"},
               {"Prices fell sharply.", "fell", "fall"},
               {"The women left.", "women", "woman"},
               {"It didn't rain.", "n't", "not"},
               {"They said so.", "said", "say"},
               {"The ministers resigned.", "ministers", "minister"},
               {"She bought two knives.", "knives", "knife"},
               {"The crises ended.", "crises", "crisis"},
               {"The law requires it.", "requires", "require"},
               {"She shares her boat.", "shares", "share"},
               {"Twelve people could die.", "die", "die"}};
  for (const auto& c : cases) {
    const std::string line = c.line;
    const Analysis analysis = AnalyzeLine(line);
    EXPECT_EQ(analysis.word(Find(analysis, c.form)).lemma, c.lemma) << c.line;
  }
}

TEST_F(AnalyzerTest, FindsNames) {
  const std::string line = "Angela Merkel met Barack Obama in Berlin on Tuesday.";
  const Analysis analysis = AnalyzeLine(line);
  for (const char* form : {"Angela", "Merkel", "Barack", "Obama"}) {
    EXPECT_EQ(analysis.word(Find(analysis, form)).name, NameKind::kPerson) << form;
  }
  EXPECT_TRUE(analysis.word(Find(analysis, "Angela")).name_begins);
  EXPECT_FALSE(analysis.word(Find(analysis, "Merkel")).name_begins);
  EXPECT_EQ(analysis.word(Find(analysis, "Berlin")).name, NameKind::kPlace);
  EXPECT_EQ(analysis.word(Find(analysis, "met")).name, NameKind::kNone);
}

TEST_F(AnalyzerTest, GivesTreesForWhateverComes) {
  for (const char* line : {".", "?!", "a", "((((", "\xFF\xFE\x80", "1 2 3 4 5", "- - - -", "\u4E2D\u6587 \u0440\u0443",
                           "BREAKING", "&amp; &lt;", "etc. etc. etc.", "\"\"\"\"", "http://example.org/x"}) {
    const std::string text = line;
    EXPECT_TRUE(IsTree(AnalyzeLine(text).words())) << line;
  }
}

TEST_F(AnalyzerTest, JoinsThePiecesOfASentenceOfTenThousandWords) {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += i % 7 == 6 ? "rain , " : "and wind ";
  const Analysis analysis = AnalyzeLine(line);
  EXPECT_EQ(analysis.size(), 10'000);
  EXPECT_TRUE(IsTree(analysis.words()));
}

TEST_F(AnalyzerTest, IsTheSameOnEveryKindOfProcessor) {
  analyzer_->UseKernels(PortableKernels());
  const std::string expected = ConlluOf(*analyzer_, kText, &scratch_);
  for (const Kernels* kernels : {Avx2Kernels(), Avx512Kernels()}) {
    if (kernels == nullptr) continue;
    analyzer_->UseKernels(*kernels);
    EXPECT_EQ(ConlluOf(*analyzer_, kText, &scratch_), expected) << kernels->name;
  }
}

TEST_F(AnalyzerTest, IsTheSameOnAnyThreadAndWhateverTheScratchHasSeen) {
  Analyzer::Scratch used;
  const std::string expected = ConlluOf(*analyzer_, kText, &scratch_);
  ConlluOf(*analyzer_, "Something else entirely, and longer than the rest: " + std::string(kText), &used);
  EXPECT_EQ(ConlluOf(*analyzer_, kText, &used), expected);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& out : found) {
    threads.emplace_back([&] {
      Analyzer::Scratch scratch;
      out = ConlluOf(*analyzer_, kText, &scratch);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, ::testing::Each(expected));
}

TEST_F(AnalyzerTest, DoesNotDependOnWhatStandsAround) {
  const std::string sentence = "The mayor signed the agreement.";
  const std::string text = "A first statement.\n" + sentence + "\nA last one.";
  const std::vector<Analysis> all = analyzer_->AnalyzeText(text, segmenter_->Segment(text), &scratch_);
  const Analysis alone = AnalyzeLine(sentence);
  ASSERT_EQ(all.size(), 3u);
  ASSERT_EQ(all[1].size(), alone.size());
  for (int32_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(all[1].word(i).head, alone.word(i).head);
    EXPECT_EQ(all[1].word(i).lemma, alone.word(i).lemma);
    EXPECT_EQ(all[1].word(i).arc, alone.word(i).arc);
  }
}

TEST_F(AnalyzerTest, ReadsCurlyAndStraightQuotesAlike) {
  const std::string curly = "\u201CWe didn\u2019t see it,\u201D she said.";
  const std::string straight = "\"We didn't see it,\" she said.";
  const Analysis a = AnalyzeLine(curly);
  const Analysis b = AnalyzeLine(straight);
  ASSERT_EQ(a.size(), b.size());
  for (int32_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a.word(i).head, b.word(i).head) << i;
    EXPECT_EQ(a.word(i).relation, b.word(i).relation) << i;
  }
}

TEST_F(AnalyzerTest, AllocatesPerStatementNotPerWord) {
  std::string longer;
  for (int i = 0; i < 20; ++i) longer += "the old ferry sank near the harbour and ";
  longer += "nobody came.";
  const std::string shorter = "The old ferry sank.";
  AnalyzeLine(longer);  // the scratch grows to what it needs
  const auto count = [&](const std::string& line) {
    const Segmentation segmentation = segmenter_->SegmentLine(line);
    const size_t before = allocations.load();
    const Analysis analysis = analyzer_->Analyze(line, segmentation.statements.front(), segmentation.tokens, &scratch_);
    return allocations.load() - before;
  };
  const size_t few = count(shorter);
  EXPECT_LE(few, 12u);
  EXPECT_LE(count(longer), few + 2);
}

std::string BytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

void Write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(AnalyzerLoad, RefusesWhatIsNoModel) {
  const testing::TempDir dir;
  const std::string path = dir.path() + "/english.model";
  EXPECT_EQ(Analyzer::Load(path).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Analyzer::Load(dir.path()).status().code(), absl::StatusCode::kNotFound);
  Write(path, "");
  EXPECT_EQ(Analyzer::Load(path).status().code(), absl::StatusCode::kDataLoss);
  Write(path, "not a model, but long enough to have the header of one");
  EXPECT_THAT(std::string(Analyzer::Load(path).status().message()), HasSubstr("not a syntax model"));
  const std::string sound = BytesOf(ModelPath());
  Write(path, sound.substr(0, sound.size() / 2));
  EXPECT_THAT(std::string(Analyzer::Load(path).status().message()), HasSubstr("english.model"));
  std::string damaged = sound;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  Write(path, damaged);
  EXPECT_THAT(std::string(Analyzer::Load(path).status().message()), HasSubstr("checksum"));
}

TEST(AnalyzerLoad, TakesTheSmallestModel) {
  const testing::TempDir dir;
  const std::string path = dir.path() + "/tiny.model";
  Write(path, TinyModel(3).Build());
  const auto analyzer = Analyzer::Load(path);
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  EXPECT_TRUE((*analyzer)->boundary_weights().empty());
  const std::string text = "The ferry sank .";
  const auto segmenter = *Segmenter::Create();
  Analyzer::Scratch scratch;
  for (const Analysis& analysis : (*analyzer)->AnalyzeText(text, segmenter->Segment(text), &scratch)) {
    EXPECT_TRUE(IsTree(analysis.words()));
    for (const Word& word : analysis.words()) {
      const bool root = word.head == kRoot;
      EXPECT_EQ(word.upos, root ? Upos::kVerb : Upos::kNoun) << "tags are chosen under the relation";
      EXPECT_EQ(word.xpos, root ? Xpos::kVb : Xpos::kNn);
    }
  }
}

TEST_F(AnalyzerTest, TagsWhatMarksAClauseOtherwiseThanWhatMarksANoun) {
  const struct {
    const char* line;
    const char* form;
    Relation relation;
    Upos upos;
  } cases[] = {{"The ferry sank before the crew could send a signal.", "before", Relation::kMark, Upos::kSconj},
               {"The ferry sank before noon.", "before", Relation::kCase, Upos::kAdp},
               {"The mayor said that the bridge was closed.", "that", Relation::kMark, Upos::kSconj},
               {"The mayor closed that bridge.", "that", Relation::kDet, Upos::kDet}};
  for (const auto& c : cases) {
    const std::string line = c.line;
    const Analysis analysis = AnalyzeLine(line);
    const Word& word = analysis.word(Find(analysis, c.form));
    EXPECT_EQ(word.relation, c.relation) << c.line;
    EXPECT_EQ(word.upos, c.upos) << c.line;
  }
}

}  // namespace
}  // namespace consilience
