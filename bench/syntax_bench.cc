// From raw text to CoNLL-U with the shipped model. What is said of one sentence is checked before the time counts.
//
// With the environment variable CONSILIENCE_DATA naming a folder that holds treebanks/gumnews-dev.conllu.gz, subjects
// and objects of its sentences are found as well, and, in a build that found link-grammar, by link-grammar beside them:
// counters say how many sentences a second and the F1 of the words that are subjects and objects of something.
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"
#include "engine/syntax/conllu.h"
#include "engine/syntax/kernels.h"

#ifdef CONSILIENCE_LINK_GRAMMAR
#include <link-grammar/link-includes.h>
#endif

namespace consilience {
namespace {

constexpr char kArticle[] =
    "Ferry sinks off Arden, nine missing\n"
    "The ferry Halden Star sank two miles off Arden at 5 a.m. on Sunday, the coast guard said. Nine people, among them "
    "the captain and two children, are missing.\n"
    "\"We did not see the rocks,\" the mate told reporters in the harbour office. \"Then it was too late.\"\n"
    "The ship's owner, Halden Shipping Inc., paid $4.2 million after a collision in 2019 that killed fourteen "
    "people.\n";
constexpr int kCopies = 20;

std::string ModelPath() {
  return std::string(CONSILIENCE_SOURCE_DIR) + "/engine/syntax/model/english.model";
}

// The owner paid.
bool IsRight(const std::vector<Analysis>& analyses) {
  for (const Analysis& analysis : analyses) {
    for (const Word& word : analysis.words()) {
      if (word.form != "owner") continue;
      return word.relation == Relation::kNsubj && analysis.word(word.head).lemma == "pay";
    }
  }
  return false;
}

void TextToConllu(benchmark::State& state) {
  const std::unique_ptr<Analyzer> analyzer = *Analyzer::Load(ModelPath());
  const Kernels* const kinds[] = {&PortableKernels(), Avx2Kernels(), Avx512Kernels()};
  const Kernels* const kernels = kinds[state.range(0)];
  if (kernels == nullptr) {
    state.SkipWithError("this processor has no such kernels");
    return;
  }
  analyzer->UseKernels(*kernels);
  state.SetLabel(kernels->name);
  const std::unique_ptr<Segmenter> segmenter = *Segmenter::Create(analyzer->boundary_weights());
  std::string text;
  for (int i = 0; i < kCopies; ++i) text += kArticle;
  Analyzer::Scratch scratch;
  std::string out;
  size_t tokens = 0;
  for (auto _ : state) {
    const Segmentation segmentation = segmenter->Segment(text);
    const std::vector<Analysis> analyses = analyzer->AnalyzeText(text, segmentation, &scratch);
    out.clear();
    for (const Analysis& analysis : analyses) AppendConllu(text, analysis, &out);
    if (!IsRight(analyses) || out.empty()) {
      state.SkipWithError("the owner did not pay");
      break;
    }
    tokens += segmentation.tokens.size();
  }
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(TextToConllu)->ArgName("kernels")->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void LoadModel(benchmark::State& state) {
  for (auto _ : state) {
    const auto analyzer = Analyzer::Load(ModelPath());
    if (!analyzer.ok()) {
      state.SkipWithError("no model");
      break;
    }
  }
}
BENCHMARK(LoadModel)->Unit(benchmark::kMillisecond);

// --- Subjects and objects of a treebank.

// The byte spans of the words of a sentence that are subjects, or objects, of something.
struct Roles {
  std::set<std::pair<uint32_t, uint32_t>> subjects, objects;
};

Roles RolesOf(const Analysis& analysis) {
  Roles roles;
  for (const Word& word : analysis.words()) {
    const std::pair<uint32_t, uint32_t> span(word.span.begin, word.span.end);
    if (Universal(word.relation) == Relation::kNsubj) roles.subjects.insert(span);
    if (word.relation == Relation::kObj) roles.objects.insert(span);
  }
  return roles;
}

struct GoldText {
  std::string text;
  Segmentation segmentation;
  Roles roles;
};

std::vector<GoldText> ReadGold() {
  std::vector<GoldText> out;
  const char* data = std::getenv("CONSILIENCE_DATA");
  if (data == nullptr) return out;
  const std::string path = std::string(data) + "/treebanks/gumnews-dev.conllu.gz";
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  std::string content;
  char buffer[1 << 16];
  for (int got = 0; (got = gzread(file, buffer, sizeof(buffer))) > 0;) content.append(buffer, static_cast<size_t>(got));
  gzclose(file);
  ReadConllu(
      content, path,
      [&](const ConlluSentence& sentence) {
        out.push_back({sentence.text, sentence.segmentation, RolesOf(sentence.analysis)});
      },
      [](const Diagnostic&) {});
  return out;
}

class Score {
 public:
  void Add(const std::set<std::pair<uint32_t, uint32_t>>& gold, const std::set<std::pair<uint32_t, uint32_t>>& found) {
    for (const auto& span : found) right_ += gold.count(span);
    both_ += gold.size() + found.size();
  }
  double F1() const { return both_ == 0 ? 0 : 200.0 * static_cast<double>(right_) / static_cast<double>(both_); }

 private:
  size_t right_ = 0;
  size_t both_ = 0;
};

template <typename Find>
void MeasureRoles(benchmark::State& state, const Find& find) {
  const std::vector<GoldText> gold = ReadGold();
  if (gold.empty()) {
    state.SkipWithError("CONSILIENCE_DATA names no folder with treebanks/gumnews-dev.conllu.gz");
    return;
  }
  Score subjects, objects;
  for (auto _ : state) {
    subjects = objects = Score();
    for (const GoldText& sentence : gold) {
      const Roles roles = find(sentence);
      subjects.Add(sentence.roles.subjects, roles.subjects);
      objects.Add(sentence.roles.objects, roles.objects);
    }
  }
  state.counters["nsubj_F1"] = subjects.F1();
  state.counters["obj_F1"] = objects.F1();
  state.counters["sentences/s"] =
      benchmark::Counter(static_cast<double>(gold.size() * state.iterations()), benchmark::Counter::kIsRate);
}

void RolesByConsilience(benchmark::State& state) {
  const std::unique_ptr<Analyzer> analyzer = *Analyzer::Load(ModelPath());
  const std::unique_ptr<Segmenter> segmenter = *Segmenter::Create();
  Analyzer::Scratch scratch;
  MeasureRoles(state, [&](const GoldText& sentence) {
    const Segmentation segmentation = segmenter->SegmentLine(sentence.text);
    return RolesOf(analyzer->Analyze(sentence.text, segmentation.statements.front(), segmentation.tokens, &scratch));
  });
}
BENCHMARK(RolesByConsilience)->Unit(benchmark::kMillisecond);

#ifdef CONSILIENCE_LINK_GRAMMAR
// Link types whose left word is the subject (S) or whose right word is the object (O); SI is a subject behind its verb.
void AddLink(Linkage linkage, LinkIdx link, Roles* roles) {
  const std::string label = linkage_get_link_label(linkage, link);
  const auto span = [&](WordIdx word) {
    return std::pair(static_cast<uint32_t>(linkage_get_word_byte_start(linkage, word)),
                     static_cast<uint32_t>(linkage_get_word_byte_end(linkage, word)));
  };
  const WordIdx left = linkage_get_link_lword(linkage, link);
  const WordIdx right = linkage_get_link_rword(linkage, link);
  const auto is = [&](const std::string& type) {
    return label.compare(0, type.size(), type) == 0 &&
           (label.size() == type.size() || std::islower(static_cast<unsigned char>(label[type.size()])) != 0);
  };
  if (is("S")) roles->subjects.insert(span(left));
  if (is("SI")) roles->subjects.insert(span(right));
  if (is("O")) roles->objects.insert(span(right));
}

void RolesByLinkGrammar(benchmark::State& state) {
  const Dictionary dictionary = dictionary_create_lang("en");
  if (dictionary == nullptr) {
    state.SkipWithError("link-grammar has no English dictionary");
    return;
  }
  const Parse_Options options = parse_options_create();
  parse_options_set_verbosity(options, 0);
  parse_options_set_max_null_count(options, 250);
  parse_options_set_max_parse_time(options, 2);
  MeasureRoles(state, [&](const GoldText& text) {
    Roles roles;
    const Sentence sentence = sentence_create(text.text.c_str(), dictionary);
    if (sentence_parse(sentence, options) > 0) {
      const Linkage linkage = linkage_create(0, sentence, options);
      for (LinkIdx i = 0; i < linkage_get_num_links(linkage); ++i) AddLink(linkage, i, &roles);
      linkage_delete(linkage);
    }
    sentence_delete(sentence);
    return roles;
  });
  parse_options_delete(options);
  dictionary_delete(dictionary);
}
BENCHMARK(RolesByLinkGrammar)->Unit(benchmark::kMillisecond)->Iterations(1);
#endif

}  // namespace
}  // namespace consilience
