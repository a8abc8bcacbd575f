#include "engine/syntax/conllu.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

enum Column { kId, kForm, kLemma, kUposColumn, kXposColumn, kFeats, kHead, kDeprel, kDeps, kMisc, kColumns };
using Columns = std::array<absl::string_view, kColumns>;

// Words have at most this many digits in their number: a longer sentence is surely a broken file.
constexpr int32_t kMostWords = 1'000'000;

// A field must not hold what separates fields and lines.
void AppendField(absl::string_view field, std::string* out) {
  if (field.empty()) field = "_";
  for (const char c : field) out->push_back(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
}

// The arc's probability with two decimals, rounded half up.
void AppendArc(Probability arc, std::string* out) {
  const int32_t hundredths = (arc.millionths() + 5'000) / 10'000;
  absl::StrAppend(out, "ArcProb=", hundredths / 100, ".", hundredths % 100 / 10, hundredths % 10);
}

void AppendMisc(const Word& word, bool space_after, std::string* out) {
  AppendArc(word.arc, out);
  if (word.name != NameKind::kNone) {
    absl::StrAppend(out, word.name_begins ? "|Name=B-" : "|Name=I-", ToString(word.name));
  }
  if (!space_after) out->append("|SpaceAfter=No");
}

// Splits a line at its tabs; false unless there are exactly ten columns.
bool SplitColumns(absl::string_view line, Columns* columns) {
  for (size_t i = 0; i < kColumns; ++i) {
    const size_t tab = line.find('\t');
    if ((tab == absl::string_view::npos) != (i + 1 == kColumns)) return false;
    (*columns)[i] = line.substr(0, tab);
    if (tab != absl::string_view::npos) line.remove_prefix(tab + 1);
  }
  return true;
}

// Digits only, so that "+1", " 1" and "1.1" are no numbers; -1 for what is none.
int32_t ParseNumber(absl::string_view text) {
  if (text.empty() || text.size() > 7) return -1;
  int32_t value = 0;
  for (const char c : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool SpaceAfter(absl::string_view misc) {
  constexpr absl::string_view kNo = "SpaceAfter=No";
  for (size_t at = misc.find(kNo); at != absl::string_view::npos; at = misc.find(kNo, at + 1)) {
    const size_t end = at + kNo.size();
    if ((at == 0 || misc[at - 1] == '|') && (end == misc.size() || misc[end] == '|')) return false;
  }
  return true;
}

// The value of KEY=VALUE in a MISC column, where `key` ends in "="; empty when it is not there.
absl::string_view MiscValue(absl::string_view misc, absl::string_view key) {
  while (!misc.empty()) {
    const size_t bar = misc.find('|');
    const absl::string_view pair = misc.substr(0, bar);
    if (pair.substr(0, key.size()) == key) return pair.substr(key.size());
    if (bar == absl::string_view::npos) break;
    misc.remove_prefix(bar + 1);
  }
  return {};
}

void ReadName(absl::string_view value, Word* word) {
  if (value.size() != 5 || value[1] != '-' || (value[0] != 'B' && value[0] != 'I')) return;
  for (const NameKind kind : {NameKind::kPerson, NameKind::kPlace, NameKind::kOrganisation}) {
    if (value.substr(2) != ToString(kind)) continue;
    word->name = kind;
    word->name_begins = value[0] == 'B';
  }
}

Probability ReadArc(absl::string_view value) {
  double probability = 0;
  if (value.empty() || !absl::SimpleAtod(value, &probability) || !(probability >= 0 && probability <= 1)) {
    return Probability::Certain();
  }
  return Probability::FromMillionths(static_cast<int32_t>(std::lround(probability * Probability::kOne)));
}

struct Complaint {
  std::string what;
  std::string remedy;
};

// Collects the lines of one sentence.
class SentenceReader {
 public:
  bool empty() const { return rows_.empty(); }

  std::optional<Complaint> AddLine(absl::string_view line) {
    Columns columns;
    if (!SplitColumns(line, &columns)) {
      return Complaint{"a line without ten columns", "separate ten columns by one tab each"};
    }
    if (columns[kId].find('.') != absl::string_view::npos) return std::nullopt;  // an empty node of the enhanced graph
    if (columns[kForm].empty()) return Complaint{"a word without a form", "fill the second column"};
    const size_t dash = columns[kId].find('-');
    if (dash != absl::string_view::npos) return AddRange(columns, dash);
    return AddWord(columns);
  }

  // Builds the sentence; `sentence` is to be used only when no complaint comes back.
  std::optional<Complaint> Finish(ConlluSentence* sentence) const {
    if (range_last_ > static_cast<int32_t>(rows_.size())) {
      return Complaint{"a multi-word token that ends after its sentence", "number its words from first to last"};
    }
    BuildText(sentence);
    return BuildTree(sentence);
  }

 private:
  struct Row {
    Columns columns;
    uint8_t surface_words = 1;
    bool space_after = true;
  };

  std::optional<Complaint> AddRange(const Columns& columns, size_t dash) {
    const int32_t first = ParseNumber(columns[kId].substr(0, dash));
    const int32_t last = ParseNumber(columns[kId].substr(dash + 1));
    if (first != static_cast<int32_t>(rows_.size()) + 1 || last <= first || last - first > 200 ||
        first <= range_last_) {
      return Complaint{"a multi-word token out of order", "put it before its first word"};
    }
    range_first_ = first;
    range_last_ = last;
    range_space_after_ = SpaceAfter(columns[kMisc]);
    return std::nullopt;
  }

  std::optional<Complaint> AddWord(const Columns& columns) {
    const int32_t number = ParseNumber(columns[kId]);
    if (number != static_cast<int32_t>(rows_.size()) + 1 || number > kMostWords) {
      return Complaint{"a word out of order", "number the words from 1 upwards"};
    }
    Row row;
    row.columns = columns;
    row.space_after = SpaceAfter(columns[kMisc]);
    if (number >= range_first_ && number <= range_last_) {
      row.surface_words = number == range_first_ ? static_cast<uint8_t>(range_last_ - range_first_ + 1) : uint8_t{0};
      row.space_after = number == range_last_ && range_space_after_;
    }
    rows_.push_back(row);
    return std::nullopt;
  }

  void BuildText(ConlluSentence* sentence) const {
    Segmentation& segmentation = sentence->segmentation;
    for (const Row& row : rows_) {
      Token token;
      token.span.begin = static_cast<uint32_t>(sentence->text.size());
      sentence->text.append(row.columns[kForm].data(), row.columns[kForm].size());
      token.span.end = static_cast<uint32_t>(sentence->text.size());
      token.space_after = row.space_after;
      token.surface_words = row.surface_words;
      segmentation.tokens.push_back(token);
      if (row.space_after) sentence->text.push_back(' ');
    }
    if (rows_.back().space_after) sentence->text.pop_back();
    Statement statement;
    statement.span = {0, static_cast<uint32_t>(sentence->text.size())};
    statement.token_count = static_cast<uint32_t>(rows_.size());
    segmentation.statements.push_back(statement);
  }

  std::optional<Complaint> BuildTree(ConlluSentence* sentence) const {
    size_t lemma_size = 0;
    size_t heads = 0;
    for (const Row& row : rows_) {
      lemma_size += row.columns[kLemma].size();
      heads += row.columns[kHead] != "_";
    }
    if (heads == 0) return std::nullopt;
    std::vector<Word> words(rows_.size());
    std::vector<char> lemma_bytes;
    lemma_bytes.reserve(lemma_size);
    for (size_t i = 0; i < rows_.size(); ++i) {
      const Columns& columns = rows_[i].columns;
      Word& word = words[i];
      word.span = sentence->segmentation.tokens[i].span;
      word.form = word.span.In(sentence->text);
      word.lemma = absl::string_view(lemma_bytes.data() + lemma_bytes.size(), columns[kLemma].size());
      lemma_bytes.insert(lemma_bytes.end(), columns[kLemma].begin(), columns[kLemma].end());
      word.space_after = rows_[i].space_after;
      word.surface_words = rows_[i].surface_words;
      word.upos = ParseUpos(columns[kUposColumn]).value_or(Upos::kX);
      word.xpos = ParseXpos(columns[kXposColumn]).value_or(Xpos::kXx);
      word.arc = ReadArc(MiscValue(columns[kMisc], "ArcProb="));
      ReadName(MiscValue(columns[kMisc], "Name="), &word);
      const int32_t head = ParseNumber(columns[kHead]);
      if (head < 0)
        return Complaint{absl::StrCat("word ", i + 1, " has no head"), "fill the seventh column with a number"};
      word.head = head - 1;
      const std::optional<Relation> relation = ParseRelation(columns[kDeprel]);
      if (!relation) {
        return Complaint{absl::StrCat("word ", i + 1, " has an unknown relation"),
                         "use Universal Dependencies relations"};
      }
      word.relation = *relation;
    }
    if (!IsTree(words)) return Complaint{"the heads make no tree", "give one root and no cycles"};
    sentence->analysis.span = sentence->segmentation.statements.front().span;
    sentence->analysis.Assign(std::move(words), std::move(lemma_bytes));
    return std::nullopt;
  }

  std::vector<Row> rows_;
  int32_t range_first_ = 0;
  int32_t range_last_ = 0;
  bool range_space_after_ = true;
};

}  // namespace

void AppendConllu(absl::string_view text, const Analysis& analysis, std::string* out, absl::string_view sent_id) {
  if (!sent_id.empty()) {
    out->append("# sent_id = ");
    for (const char c : sent_id) {
      out->push_back(absl::ascii_isspace(static_cast<unsigned char>(c)) || c == '/' ? '_' : c);
    }
    out->push_back('\n');
  }
  out->append("# text = ");
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const Word& word = analysis.word(i);
    AppendField(word.form, out);
    const bool is_last = i + 1 == analysis.size();
    if (!is_last && word.space_after) out->push_back(' ');
  }
  out->push_back('\n');
  for (int32_t i = 0; i < analysis.size(); ++i) {
    const Word& word = analysis.word(i);
    const bool in_range = word.surface_words != 1;
    if (word.surface_words > 1 && i + word.surface_words <= analysis.size()) {
      const Word& last = analysis.word(i + word.surface_words - 1);
      absl::StrAppend(out, i + 1, "-", i + word.surface_words, "\t");
      AppendField(ByteSpan{word.span.begin, last.span.end}.In(text), out);
      out->append("\t_\t_\t_\t_\t_\t_\t_\t");
      out->append(last.space_after ? "_\n" : "SpaceAfter=No\n");
    }
    absl::StrAppend(out, i + 1, "\t");
    AppendField(word.form, out);
    out->push_back('\t');
    AppendField(word.lemma, out);
    absl::StrAppend(out, "\t", ToString(word.upos), "\t", ToString(word.xpos), "\t_\t", word.head + 1, "\t",
                    ToString(word.relation), "\t_\t");
    AppendMisc(word, in_range || word.space_after, out);
    out->push_back('\n');
  }
  out->push_back('\n');
}

void ReadConllu(absl::string_view content, const std::string& file,
                const std::function<void(const ConlluSentence&)>& on_sentence,
                const std::function<void(Diagnostic)>& on_rejected) {
  SentenceReader reader;
  bool rejected = false;  // the sentence being read; its remaining lines are skipped
  int64_t first_line = 0;
  const auto finish = [&] {
    if (!rejected && !reader.empty()) {
      ConlluSentence sentence;
      if (std::optional<Complaint> complaint = reader.Finish(&sentence)) {
        on_rejected(Diagnostic{file, first_line, std::move(complaint->what), std::move(complaint->remedy)});
      } else {
        on_sentence(sentence);
      }
    }
    reader = SentenceReader();
    rejected = false;
  };
  for (int64_t number = 1; !content.empty(); ++number) {
    const size_t end = content.find('\n');
    absl::string_view line = content.substr(0, end);
    content.remove_prefix(end == absl::string_view::npos ? content.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) {
      finish();
    } else if (line[0] != '#' && !rejected) {
      if (reader.empty()) first_line = number;
      if (std::optional<Complaint> complaint = reader.AddLine(line)) {
        on_rejected(Diagnostic{file, number, std::move(complaint->what), std::move(complaint->remedy)});
        rejected = true;
      }
    }
  }
  finish();
}

}  // namespace consilience
