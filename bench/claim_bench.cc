// Claims from analysed statements. Every run is checked against the number of claims and one claim's words before its
// time counts.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/claim/extractor.h"
#include "engine/syntax/conllu.h"

namespace consilience {
namespace {

constexpr char kSentences[] =
    "1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\t_\n"
    "2\tHarbour\tHarbour\tPROPN\tNNP\t_\t3\tcompound\t_\t_\n"
    "3\tBoard\tBoard\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
    "4\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "5\ton\ton\tADP\tIN\t_\t6\tcase\t_\t_\n"
    "6\tFriday\tFriday\tPROPN\tNNP\t_\t4\tobl\t_\t_\n"
    "7\tthat\tthat\tSCONJ\tIN\t_\t10\tmark\t_\t_\n"
    "8\tit\tit\tPRON\tPRP\t_\t10\tnsubj\t_\t_\n"
    "9\twould\twould\tAUX\tMD\t_\t10\taux\t_\t_\n"
    "10\tclose\tclose\tVERB\tVB\t_\t4\tccomp\t_\t_\n"
    "11\tthree\tthree\tNUM\tCD\t_\t12\tnummod\t_\t_\n"
    "12\tterminals\tterminal\tNOUN\tNNS\t_\t10\tobj\t_\t_\n"
    "13\tand\tand\tCCONJ\tCC\t_\t14\tcc\t_\t_\n"
    "14\tsell\tsell\tVERB\tVB\t_\t10\tconj\t_\t_\n"
    "15\tits\tits\tPRON\tPRP$\t_\t16\tnmod:poss\t_\t_\n"
    "16\tfleet\tfleet\tNOUN\tNN\t_\t14\tobj\t_\t_\n"
    "17\tto\tto\tADP\tIN\t_\t19\tcase\t_\t_\n"
    "18\ta\ta\tDET\tDT\t_\t19\tdet\t_\t_\n"
    "19\tgroup\tgroup\tNOUN\tNN\t_\t14\tobl\t_\t_\n"
    "20\tbased\tbase\tVERB\tVBN\t_\t19\tacl\t_\t_\n"
    "21\tin\tin\tADP\tIN\t_\t22\tcase\t_\t_\n"
    "22\tSplit\tSplit\tPROPN\tNNP\t_\t20\tobl\t_\tSpaceAfter=No\n"
    "23\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "1\tVesna\tVesna\tPROPN\tNNP\t_\t11\tnsubj\t_\t_\n"
    "2\tKos\tKos\tPROPN\tNNP\t_\t1\tflat\t_\tSpaceAfter=No\n"
    "3\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
    "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
    "5\tchair\tchair\tNOUN\tNN\t_\t1\tappos\t_\t_\n"
    "6\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_\n"
    "7\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\t_\n"
    "8\tboard\tboard\tNOUN\tNN\t_\t5\tnmod\t_\tSpaceAfter=No\n"
    "9\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
    "10\tis\tbe\tAUX\tVBZ\t_\t11\taux:pass\t_\t_\n"
    "11\texpected\texpect\tVERB\tVBN\t_\t0\troot\t_\t_\n"
    "12\tto\tto\tPART\tTO\t_\t13\tmark\t_\t_\n"
    "13\tleave\tleave\tVERB\tVB\t_\t11\txcomp\t_\t_\n"
    "14\toffice\toffice\tNOUN\tNN\t_\t13\tobj\t_\t_\n"
    "15\tin\tin\tADP\tIN\t_\t16\tcase\t_\t_\n"
    "16\tMarch\tMarch\tPROPN\tNNP\t_\t13\tobl\t_\tSpaceAfter=No\n"
    "17\t.\t.\tPUNCT\t.\t_\t11\tpunct\t_\t_\n"
    "\n";
constexpr int kCopies = 500;

// Texts and analyses that stay where they are.
struct Corpus {
  std::vector<std::string> texts;
  std::vector<Analysis> analyses;
};

Analysis CopyOnto(const Analysis& from, const std::string& text) {
  std::vector<Word> words(from.words().begin(), from.words().end());
  size_t size = 0;
  for (const Word& word : words) size += word.lemma.size();
  std::vector<char> lemmas;
  lemmas.reserve(size);
  for (Word& word : words) {
    const size_t at = lemmas.size();
    lemmas.insert(lemmas.end(), word.lemma.begin(), word.lemma.end());
    word.lemma = absl::string_view(lemmas.data() + at, word.lemma.size());
    word.form = word.span.In(text);
  }
  Analysis copy;
  copy.span = from.span;
  copy.Assign(std::move(words), std::move(lemmas));
  return copy;
}

const Corpus& Sentences() {
  static const Corpus* const corpus = [] {
    auto* made = new Corpus;
    made->texts.reserve(2 * kCopies);
    for (int i = 0; i < kCopies; ++i) {
      ReadConllu(
          kSentences, "sentences",
          [&](const ConlluSentence& sentence) {
            made->texts.push_back(sentence.text);
            made->analyses.push_back(CopyOnto(sentence.analysis, made->texts.back()));
          },
          [](const Diagnostic&) {});
    }
    return made;
  }();
  return *corpus;
}

// One sentence at a time, as each has a text of its own here.
std::vector<Claim> ClaimsOf(size_t i, ClaimView view) {
  ExtractionContext context;
  context.text = Sentences().texts[i];
  context.analyses = absl::MakeConstSpan(&Sentences().analyses[i], 1);
  return ExtractClaims(context, view).front();
}

bool AnswerHolds(ClaimView view) {
  const std::vector<Claim> first = ClaimsOf(0, view);
  const std::vector<Claim> second = ClaimsOf(1, view);
  const bool clause = view == ClaimView::kClause;
  if (first.size() != (clause ? 4u : 6u) || second.size() != (clause ? 2u : 3u)) return false;
  const size_t close = clause ? 1 : 2;
  return first[close].predicate.text == "would close" && first[close].object.text == "three terminals" &&
         second[1].predicate.text == "is expected to leave" && second[1].modality == Modality::kPlanned;
}

void ExtractClaimsOfSentences(benchmark::State& state) {
  const auto view = static_cast<ClaimView>(state.range(0));
  if (!AnswerHolds(view)) {
    state.SkipWithError("the claims are not those the sentences make");
    return;
  }
  int64_t sentences = 0;
  for (auto _ : state) {
    for (size_t i = 0; i < Sentences().analyses.size(); ++i) benchmark::DoNotOptimize(ClaimsOf(i, view));
    sentences += static_cast<int64_t>(Sentences().analyses.size());
  }
  state.SetItemsProcessed(sentences);
}
BENCHMARK(ExtractClaimsOfSentences)
    ->ArgName("view")
    ->Arg(static_cast<int>(ClaimView::kClause))
    ->Arg(static_cast<int>(ClaimView::kAtomic));

}  // namespace
}  // namespace consilience
