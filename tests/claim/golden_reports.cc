#include "claim/golden_reports.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/attribution/speech.h"
#include "engine/claim/entity.h"
#include "engine/claim/extractor.h"
#include "engine/claim/value.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"

namespace consilience::testing {
namespace {

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

// Where "was" or "was#2" stands as a word between `begin` and `end`.
std::optional<uint32_t> FindWord(absl::string_view text, uint32_t begin, uint32_t end, absl::string_view numbered) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(numbered, absl::MaxSplits('#', 1));
  int number = parts.second.empty() ? 1 : parts.second[0] - '0';
  const absl::string_view word = parts.first;
  for (size_t at = text.find(word, begin); at != absl::string_view::npos && at + word.size() <= end;
       at = text.find(word, at + 1)) {
    const bool whole = (at == 0 || !IsWordByte(text[at - 1])) &&
                       (at + word.size() == text.size() || !IsWordByte(text[at + word.size()]));
    if (whole && --number == 0) return static_cast<uint32_t>(at);
  }
  return std::nullopt;
}

std::optional<Modality> ModalityNamed(absl::string_view name) {
  for (const Modality m :
       {Modality::kPossible, Modality::kNecessary, Modality::kPlanned, Modality::kConditional, Modality::kDenied}) {
    if (ToString(m) == name) return m;
  }
  return std::nullopt;
}

std::string DescribeValue(const Value& value) {
  const bool range = value.relation == ValueRelation::kBetween;
  std::string out = absl::StrCat(std::string(ToString(value.kind)), " ", std::string(ToString(value.relation)), " ",
                                 value.amount.ToDouble());
  if (range) absl::StrAppend(&out, " ", value.high.ToDouble());
  if (!value.unit.empty()) absl::StrAppend(&out, " ", value.unit);
  return out;
}

// "quantity between 3 5 soldier" with its numbers spelled as DescribeValue spells them.
std::string NormalizeExpectedValue(absl::string_view text) {
  std::vector<std::string> words = absl::StrSplit(text, ' ', absl::SkipEmpty());
  for (std::string& word : words) {
    double number = 0;
    if (!word.empty() && (absl::ascii_isdigit(static_cast<unsigned char>(word[0])) || word[0] == '-') &&
        absl::SimpleAtod(word, &number)) {
      word = absl::StrCat(number);
    }
  }
  return absl::StrJoin(words, " ");
}

std::string NormalizeSpeaker(absl::string_view speaker) {
  std::string lower = absl::AsciiStrToLower(speaker);
  for (const absl::string_view article : {"the ", "a ", "an "}) {
    if (absl::StartsWith(lower, article)) return lower.substr(article.size());
  }
  return lower;
}

class ReportParser {
 public:
  ReportParser(std::string file, std::vector<GoldenReport>* reports) : file_(std::move(file)), reports_(*reports) {}

  void Read(absl::string_view line) {
    ++number_;
    if (line.empty() || line[0] == '#') return;
    const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(line, absl::MaxSplits(' ', 1));
    const auto [key, rest] = parts;
    if (key == "document") return Begin(rest);
    if (in_file_ == 0) return Fail("no report yet");
    GoldenReport& report = reports_.back();
    if (key == ">") {
      if (!report.text.empty()) report.text += ' ';
      GoldenReport::Sentence sentence;
      sentence.begin = static_cast<uint32_t>(report.text.size());
      absl::StrAppend(&report.text, rest);
      sentence.end = static_cast<uint32_t>(report.text.size());
      report.sentences.push_back(std::move(sentence));
      return;
    }
    if (report.sentences.empty()) return Fail("no sentence yet");
    GoldenReport::Sentence& sentence = report.sentences.back();
    if (key == "clause" || key == "any") return ReadClause(key == "clause", rest, report.text, &sentence);
    if (key == "value" || key == "value?") {
      sentence.values.push_back({NormalizeExpectedValue(rest), key == "value?"});
    } else if (key == "date") {
      sentence.dates.emplace_back(rest);
    } else if (key == "mention") {
      const std::pair<absl::string_view, absl::string_view> mention = absl::StrSplit(rest, absl::MaxSplits(" = ", 1));
      const auto at = FindWord(report.text, sentence.begin, sentence.end, mention.first);
      if (!at || mention.second.empty()) return Fail("no such mention");
      const size_t length = mention.first.substr(0, mention.first.find('#')).size();
      sentence.mentions.push_back({*at, static_cast<uint32_t>(*at + length), std::string(mention.second)});
    } else {
      Fail("what is this?");
    }
  }

 private:
  void Begin(absl::string_view day) {
    GoldenReport report;
    const std::optional<DayUtc> published = DayUtc::Parse(day);
    if (!published) return Fail("no day");
    report.published = *published;
    report.file = file_;
    report.line = number_;
    report.kept = ++in_file_ % 3 == 0;
    reports_.push_back(std::move(report));
  }

  void ReadClause(bool scored, absl::string_view rest, absl::string_view text, GoldenReport::Sentence* sentence) {
    const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(rest, absl::MaxSplits(' ', 1));
    ExpectedClause clause;
    clause.word = std::string(parts.first);
    clause.scored = scored;
    const auto at = FindWord(text, sentence->begin, sentence->end, parts.first);
    if (!at) return Fail("no such word");
    clause.begin = *at;
    absl::string_view marks = parts.second;
    while (!marks.empty()) {
      const std::pair<absl::string_view, absl::string_view> next = absl::StrSplit(marks, absl::MaxSplits(' ', 1));
      if (next.first == "by" || next.first == "by?") {
        clause.speaker_optional = next.first == "by?";
        clause.speaker = std::string(next.second);
        break;
      }
      if (next.first == "negated") {
        clause.polarity = Polarity::kNegated;
      } else if (const auto modality = ModalityNamed(next.first)) {
        clause.modality = *modality;
      } else {
        return Fail("no such mark");
      }
      marks = next.second;
    }
    sentence->clauses.push_back(std::move(clause));
  }

  void Fail(absl::string_view why) const { ADD_FAILURE() << file_ << ":" << number_ << ": " << std::string(why); }

  std::string file_;
  std::vector<GoldenReport>& reports_;
  int number_ = 0;
  int in_file_ = 0;
};

}  // namespace

std::vector<GoldenReport> ReadGoldenReports(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<GoldenReport> reports;
  for (const std::filesystem::path& path : files) {
    ReportParser parser(path.filename().string(), &reports);
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) parser.Read(line);
  }
  return reports;
}

struct GoldenReader::Engine {
  std::unique_ptr<Segmenter> segmenter;
  std::unique_ptr<Analyzer> analyzer;
};

GoldenReader::GoldenReader() : engine_(new Engine) {
  absl::StatusOr<std::unique_ptr<Analyzer>> analyzer =
      Analyzer::Load(CONSILIENCE_BINARY_DIR "/share/consilience/english.model");
  EXPECT_TRUE(analyzer.ok());
  if (!analyzer.ok()) return;
  engine_->analyzer = *std::move(analyzer);
  absl::StatusOr<std::unique_ptr<Segmenter>> segmenter = Segmenter::Create(engine_->analyzer->boundary_weights());
  EXPECT_TRUE(segmenter.ok());
  if (!segmenter.ok()) return;
  engine_->segmenter = *std::move(segmenter);
}

GoldenReader::~GoldenReader() {
  delete engine_;
}

void GoldenReader::Compare(const GoldenReport& report, Counts* counts, std::vector<std::string>* differences) const {
  if (engine_->segmenter == nullptr || engine_->analyzer == nullptr) return;
  const absl::string_view text = report.text;
  Analyzer::Scratch scratch;
  const Segmentation segmentation = engine_->segmenter->Segment(text);
  const std::vector<Analysis> analyses = engine_->analyzer->AnalyzeText(text, segmentation, &scratch);
  const std::vector<Speech> speech = FindSpeech(text, segmentation, analyses);
  const std::vector<ByteSpan> unattributed = FindUnattributedQuotations(FindQuotations(text, segmentation), speech);
  const Entities entities = ResolveEntities(text, analyses, speech);
  ExtractionContext context;
  context.text = text;
  context.analyses = analyses;
  context.speech = speech;
  context.unattributed = unattributed;
  context.entities = &entities;
  context.published = report.published;
  const auto claims = ExtractClaims(context, ClaimView::kClause);

  for (const GoldenReport::Sentence& sentence : report.sentences) {
    const absl::string_view sentence_text = text.substr(sentence.begin, sentence.end - sentence.begin);
    const auto tally = [&](const char* attribute, absl::string_view expected, absl::string_view got,
                           absl::string_view about) {
      Count& count = (*counts)[attribute];
      if (expected == got) {
        count.right += !expected.empty();
        return;
      }
      count.missed += !expected.empty();
      count.wrong += !got.empty();
      if (differences != nullptr) {
        differences->push_back(
            absl::StrCat(attribute, ": ", about, ": expected '", expected, "', got '", got, "': ", sentence_text));
      }
    };

    // Clauses, by the first byte of their words.
    std::map<uint32_t, const Claim*> found;
    for (size_t s = 0; s < analyses.size(); ++s) {
      for (const Claim& claim : claims[s]) {
        if (claim.predicate.word < 0) continue;
        const uint32_t begin = analyses[s].word(claim.predicate.word).span.begin;
        if (begin >= sentence.begin && begin < sentence.end) found.emplace(begin, &claim);
      }
    }
    std::map<uint32_t, const ExpectedClause*> expected;
    for (const ExpectedClause& clause : sentence.clauses) expected[clause.begin] = &clause;
    // "was" of "was relieved" names the clause as well as its verb does, whether that is read as a verb or not.
    for (const auto& [begin, clause] : expected) {
      if (found.count(begin) > 0) continue;
      for (auto f = found.begin(); f != found.end(); ++f) {
        const Claim& claim = *f->second;
        const bool said_of = claim.predicate.lemma == "be" && claim.object.span.Contains({begin, begin + 1}) &&
                             text.substr(begin, clause->word.size()) == claim.object.head;
        if (!said_of && !claim.predicate.span.Contains({begin, begin + 1})) continue;
        if (expected.count(f->first) > 0) continue;
        found.emplace(begin, f->second);
        found.erase(f);
        break;
      }
    }
    std::map<uint32_t, bool> places;
    for (const auto& [begin, claim] : found) places[begin] = true;
    for (const auto& [begin, clause] : expected) places[begin] = true;
    static const ExpectedClause kPlain;
    for (const auto& [begin, unused] : places) {
      const auto e = expected.find(begin);
      const auto f = found.find(begin);
      const ExpectedClause& want = e == expected.end() ? kPlain : *e->second;
      if (!want.scored) continue;
      const Claim* claim = f == found.end() ? nullptr : f->second;
      const std::string about = e == expected.end() ? claim->predicate.text : want.word;
      const bool negated = claim != nullptr && claim->polarity == Polarity::kNegated;
      tally("polarity", want.polarity == Polarity::kNegated ? "negated" : "", negated ? "negated" : "", about);
      const Modality modality = claim == nullptr ? Modality::kAsserted : claim->modality;
      const auto name = [](Modality m) { return m == Modality::kAsserted ? absl::string_view() : ToString(m); };
      tally("modality", name(want.modality), name(modality), about);
      const std::string speaker = claim == nullptr ? "" : NormalizeSpeaker(claim->speaker);
      if (want.speaker_optional && speaker.empty()) continue;
      tally("speaker", NormalizeSpeaker(want.speaker), speaker, about);
    }

    // Values and dates, as multisets.
    std::vector<std::string> values, dates;
    for (const Analysis& analysis : analyses) {
      if (analysis.span.begin < sentence.begin || analysis.span.begin >= sentence.end) continue;
      for (const Value& value : FindValues(text, analysis, report.published)) {
        (value.kind == ValueKind::kDate ? dates : values)
            .push_back(value.kind == ValueKind::kDate ? value.iso : DescribeValue(value));
      }
    }
    const auto take = [](std::vector<std::string>* from, const std::string& what) {
      const auto at = std::find(from->begin(), from->end(), what);
      if (at == from->end()) return false;
      from->erase(at);
      return true;
    };
    for (const ExpectedValue& value : sentence.values) {
      const bool got = take(&values, value.value);
      if (got && !value.optional) tally("values", value.value, value.value, "value");
      if (!got && !value.optional) tally("values", value.value, "", "value");
    }
    for (const std::string& value : values) tally("values", "", value, "value");
    for (const std::string& date : sentence.dates) tally("dates", date, take(&dates, date) ? date : "", "date");
    for (const std::string& date : dates) tally("dates", "", date, "date");

    // Mentions that are not the entity's name itself, by where they end.
    std::map<uint32_t, std::vector<std::string>> want, got;
    for (const ExpectedMention& mention : sentence.mentions) want[mention.end].push_back(mention.entity);
    for (const Mention& mention : entities.mentions) {
      const std::string& name = entities.entities[mention.entity].name;
      if (mention.span.begin < sentence.begin || mention.span.begin >= sentence.end) continue;
      const bool named = absl::StrContains(mention.span.In(text), name);
      if (!named) got[mention.span.end].push_back(name);
    }
    for (auto& [end, names] : want) std::sort(names.begin(), names.end());
    for (auto& [end, names] : got) std::sort(names.begin(), names.end());
    for (const auto& [end, names] : want) {
      const auto at = got.find(end);
      const std::string about = absl::StrCat("...", text.substr(end < 12 ? 0 : end - 12, end < 12 ? end : 12));
      tally("mentions", absl::StrJoin(names, "; "), at == got.end() ? "" : absl::StrJoin(at->second, "; "), about);
      if (at != got.end()) got.erase(at);
    }
    for (const auto& [end, names] : got) {
      tally("mentions", "", absl::StrJoin(names, "; "),
            absl::StrCat("...", text.substr(end < 12 ? 0 : end - 12, end < 12 ? end : 12)));
    }
  }
}

}  // namespace consilience::testing
