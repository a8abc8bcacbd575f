#include "engine/report/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/base/json_writer.h"
#include "engine/report/terminal_text.h"

namespace consilience {
namespace {

constexpr size_t kHeldRows = 1000;
constexpr absl::string_view kNull = "∅";

// Shortest text that reads back as the same number, in plain notation while that is readable; a real is told from an
// integer.
std::string ToText(double value) {
  const double size = std::fabs(value);
  const auto notation =
      value == 0 || (size >= 1e-6 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
  char buffer[32];
  std::string text(buffer, std::to_chars(buffer, buffer + sizeof(buffer), value, notation).ptr);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

std::string ToText(const TableCell& cell) {
  if (const auto* text = std::get_if<absl::string_view>(&cell)) return std::string(*text);
  if (const auto* integer = std::get_if<int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return ToText(*real);
  return "";
}

// Columns two spaces apart, names above a rule, numbers to the right. Rows of more columns than a terminal has room for
// are written below one another instead, a line or more for each cell.
class EyeTable : public TableWriter {
 public:
  EyeTable(std::ostream* out, const TableOptions& options) : out_(out), options_(options) {}

  void Columns(absl::Span<const std::string> names) override {
    for (const std::string& name : names) names_.push_back(Printable(name, /*keep_space=*/true));
  }

  void Row(absl::Span<const TableCell> cells) override {
    std::vector<Shown> row;
    row.reserve(cells.size());
    for (const TableCell& cell : cells) {
      if (std::holds_alternative<std::monostate>(cell)) {
        row.push_back({std::string(kNull), false});
      } else {
        const bool number = !std::holds_alternative<absl::string_view>(cell);
        row.push_back({number ? ToText(cell) : Printable(std::get<absl::string_view>(cell), true), number});
      }
    }
    if (open_) return Print(row);
    held_.push_back(std::move(row));
    if (held_.size() == kHeldRows) Open();
  }

  void Finish() override {
    if (!open_) Open();
  }

 private:
  struct Shown {
    std::string text;
    bool number = false;
  };

  void Open() {
    open_ = true;
    if (names_.empty()) return;
    for (const std::string& name : names_) widths_.push_back(std::max(1, DisplayWidth(name)));
    for (const std::vector<Shown>& row : held_) {
      for (size_t i = 0; i < row.size(); ++i) widths_[i] = std::max(widths_[i], DisplayWidth(row[i].text));
    }
    if (options_.width > 0 && !FitWidths()) {
      as_records_ = true;
      for (const std::string& name : names_) name_width_ = std::max(name_width_, DisplayWidth(name));
      for (const std::vector<Shown>& row : held_) Print(row);
      held_.clear();
      return;
    }
    std::vector<Shown> heads;
    for (size_t i = 0; i < names_.size(); ++i) {
      // A name stands where its values stand.
      const bool number = std::any_of(held_.begin(), held_.end(), [&](const auto& row) { return row[i].number; });
      heads.push_back({names_[i], number});
    }
    Print(heads);
    std::string rule;
    for (size_t i = 0; i < widths_.size(); ++i) {
      if (i > 0) rule += "  ";
      for (int column = 0; column < widths_[i]; ++column) rule += "─";
    }
    *out_ << rule << "\n";
    for (const std::vector<Shown>& row : held_) Print(row);
    held_.clear();
    held_.shrink_to_fit();
  }

  // Narrows the widest columns until the row fits, none below kNarrowest; false when that is not enough.
  bool FitWidths() {
    constexpr int kNarrowest = 8;
    int excess = 2 * (static_cast<int>(widths_.size()) - 1) - options_.width;
    for (const int width : widths_) excess += width;
    while (excess > 0) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= kNarrowest) return false;
      // To the width of the next widest, as far as needed.
      int next = kNarrowest;
      for (const int width : widths_) {
        if (width < *widest) next = std::max(next, width);
      }
      const auto count = static_cast<int>(std::count(widths_.begin(), widths_.end(), *widest));
      const int step = std::min(*widest - next, std::max(1, excess / count));
      const int from = *widest;
      for (int& width : widths_) {
        if (width != from || excess <= 0) continue;
        width -= step;
        excess -= step;
      }
    }
    return true;
  }

  void PrintRecord(const std::vector<Shown>& row) {
    const std::string number = absl::StrCat("── ", ++records_, " ");
    *out_ << number;
    for (int column = DisplayWidth(number); column < options_.width; ++column) *out_ << "─";
    *out_ << "\n";
    for (size_t i = 0; i < row.size(); ++i) {
      const std::vector<std::string> lines = Wrap(row[i].text, std::max(options_.width - name_width_ - 2, 20));
      for (size_t k = 0; k < lines.size(); ++k) {
        std::string line = absl::StrCat(Pad(k == 0 ? names_[i] : "", name_width_), "  ", lines[k]);
        line.erase(line.find_last_not_of(' ') + 1);
        *out_ << line << "\n";
      }
    }
  }

  void Print(const std::vector<Shown>& row) {
    if (as_records_) return PrintRecord(row);
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      const std::string text = options_.width > 0 ? Shorten(row[i].text, widths_[i]) : row[i].text;
      line += row[i].number ? PadLeft(text, widths_[i]) : Pad(text, widths_[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    *out_ << line << "\n";
  }

  std::ostream* out_;
  const TableOptions options_;
  bool open_ = false;
  bool as_records_ = false;
  int name_width_ = 0;
  int64_t records_ = 0;
  std::vector<std::string> names_;
  std::vector<int> widths_;
  std::vector<std::vector<Shown>> held_;
};

// RFC 4180: lines end in CR LF, a field with a comma, a quote or a line break is quoted. NULL is an empty field, an
// empty text is "".
class CsvTable : public TableWriter {
 public:
  explicit CsvTable(std::ostream* out) : out_(out) {}

  void Columns(absl::Span<const std::string> names) override {
    line_.clear();
    for (size_t i = 0; i < names.size(); ++i) {
      if (i > 0) line_.push_back(',');
      Text(names[i]);
    }
    End();
  }

  void Row(absl::Span<const TableCell> cells) override {
    line_.clear();
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_.push_back(',');
      if (const auto* text = std::get_if<absl::string_view>(&cells[i])) {
        Text(*text);
      } else {
        line_ += ToText(cells[i]);
      }
    }
    End();
  }

  void Finish() override {}

 private:
  void Text(absl::string_view text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == absl::string_view::npos) {
      line_.append(text.data(), text.size());
      return;
    }
    line_.push_back('"');
    for (const char c : text) {
      if (c == '"') line_.push_back('"');
      line_.push_back(c);
    }
    line_.push_back('"');
  }
  void End() {
    line_ += "\r\n";
    *out_ << line_;
  }

  std::ostream* out_;
  std::string line_;
};

// One object a row, on a line of its own; `array` puts brackets around them and commas between.
class JsonTable : public TableWriter {
 public:
  JsonTable(std::ostream* out, bool array) : out_(out), array_(array) {}

  // Names that are there already are told apart by their number, since an object has each but once.
  void Columns(absl::Span<const std::string> names) override {
    for (const std::string& given : names) {
      const std::string valid = ValidUtf8(given);
      std::string name = valid;
      for (int number = 2; std::find(names_.begin(), names_.end(), name) != names_.end(); ++number) {
        name = absl::StrCat(valid, "_", number);
      }
      names_.push_back(std::move(name));
    }
  }

  void Row(absl::Span<const TableCell> cells) override {
    line_.clear();
    if (array_) line_ = rows_ == 0 ? "[\n" : ",\n";
    ++rows_;
    JsonWriter json(&line_);
    json.BeginObject();
    for (size_t i = 0; i < cells.size(); ++i) {
      json.Key(names_[i]);
      if (const auto* text = std::get_if<absl::string_view>(&cells[i])) {
        json.String(ValidUtf8(*text));
      } else if (const auto* integer = std::get_if<int64_t>(&cells[i])) {
        json.Int(*integer);
      } else if (const auto* real = std::get_if<double>(&cells[i])) {
        json.Double(*real);
      } else {
        json.Null();
      }
    }
    json.EndObject();
    if (!array_) line_.push_back('\n');
    *out_ << line_;
  }

  void Finish() override {
    if (array_) *out_ << (rows_ == 0 ? "[]\n" : "\n]\n");
  }

 private:
  std::ostream* out_;
  const bool array_;
  int64_t rows_ = 0;
  std::vector<std::string> names_;
  std::string line_;
};

}  // namespace

absl::StatusOr<TableFormat> ParseTableFormat(absl::string_view name) {
  if (name == "table") return TableFormat::kTable;
  if (name == "csv") return TableFormat::kCsv;
  if (name == "json") return TableFormat::kJson;
  if (name == "jsonl") return TableFormat::kJsonLines;
  return absl::InvalidArgumentError(
      absl::StrCat("the format of a result is table, csv, json or jsonl, not \"", name, "\""));
}

std::unique_ptr<TableWriter> MakeTableWriter(TableFormat format, std::ostream* out, const TableOptions& options) {
  switch (format) {
    case TableFormat::kTable:
      return std::make_unique<EyeTable>(out, options);
    case TableFormat::kCsv:
      return std::make_unique<CsvTable>(out);
    case TableFormat::kJson:
      return std::make_unique<JsonTable>(out, /*array=*/true);
    case TableFormat::kJsonLines:
      return std::make_unique<JsonTable>(out, /*array=*/false);
  }
  return nullptr;
}

}  // namespace consilience
