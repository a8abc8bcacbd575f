#include "engine/syntax/analyzer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/statement/boundary.h"
#include "engine/syntax/dateline.h"
#include "engine/syntax/kernels.h"
#include "engine/syntax/lemmatizer.h"
#include "engine/syntax/model_file.h"
#include "engine/syntax/network.h"
#include "engine/syntax/repair.h"

namespace consilience {
namespace {

constexpr size_t kMostWords = 400;   // parsed at once
constexpr size_t kLeastPiece = 200;  // a piece is cut at punctuation after at least so many words
constexpr absl::string_view kCutAfter[] = {".", ";", "!", "?", ":", ",", "--", "\u2014", "\u2013", "|"};

bool CutsAfter(absl::string_view form) {
  for (const absl::string_view mark : kCutAfter) {
    if (form == mark) return true;
  }
  return false;
}

// How many of the words from `begin` on make the next piece.
size_t PieceSize(absl::Span<const absl::string_view> rest) {
  if (rest.size() <= kMostWords) return rest.size();
  for (size_t size = kMostWords; size > kLeastPiece; --size) {
    if (CutsAfter(rest[size - 1])) return size;
  }
  return kMostWords;
}

// How many words a dateline at the sentence's beginning has: its dash stands alone, unlike that of "TV-show".
size_t DatelineSize(absl::Span<const absl::string_view> forms, absl::Span<const Token> tokens) {
  const size_t size = DatelineWords(forms);
  return size > 1 && size < forms.size() && tokens[size - 2].space_after && tokens[size - 1].space_after ? size : 0;
}

// A file's bytes, mapped for reading.
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (data_ != nullptr) munmap(data_, size_);
  }

  absl::Status Open(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
      return absl::NotFoundError(absl::StrCat(
          path, ": the syntax model cannot be opened; install it or name another one in CONSILIENCE_MODEL"));
    }
    struct stat status;
    const bool regular = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (regular && status.st_size > 0) {
      size_ = static_cast<size_t>(status.st_size);
      void* data = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      data_ = data == MAP_FAILED ? nullptr : data;
    }
    close(file);
    if (!regular) return absl::NotFoundError(absl::StrCat(path, ": the syntax model is no regular file"));
    if (data_ == nullptr && size_ > 0) return absl::InternalError(absl::StrCat(path, ": cannot be mapped"));
    return absl::OkStatus();
  }

  absl::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace

struct Analyzer::Model {
  MappedFile file;
  Network network;
  Lemmatizer lemmatizer;
  absl::string_view boundary_weights;
  const Kernels* kernels = nullptr;
};

struct Analyzer::Scratch::Buffers {
  Network::Buffers network;
  std::vector<absl::string_view> forms;
  std::vector<Tagging> taggings;
  std::vector<uint32_t> lemma_ends;
};

Analyzer::Scratch::Scratch() : buffers_(std::make_unique<Buffers>()) {}
Analyzer::Scratch::~Scratch() = default;
Analyzer::Scratch::Scratch(Scratch&&) noexcept = default;
Analyzer::Scratch& Analyzer::Scratch::operator=(Scratch&&) noexcept = default;

Analyzer::Analyzer() : model_(std::make_unique<Model>()) {}
Analyzer::~Analyzer() = default;

absl::StatusOr<std::string> DefaultModelPath() {
  std::error_code error;
  if (const char* named = std::getenv("CONSILIENCE_MODEL"); named != nullptr && *named != '\0') {
    if (std::filesystem::exists(named, error)) return std::string(named);
    return absl::NotFoundError(absl::StrCat(named, ": there is no such syntax model; correct CONSILIENCE_MODEL"));
  }
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path path = program.parent_path().parent_path() / "share" / "consilience" / "english.model";
  if (!error && std::filesystem::exists(path, error)) return path.string();
  return absl::NotFoundError(
      absl::StrCat(path.string(), ": there is no syntax model; install it there or name one in CONSILIENCE_MODEL"));
}

absl::StatusOr<std::unique_ptr<Analyzer>> Analyzer::Load(const std::string& model_path) {
  std::unique_ptr<Analyzer> analyzer(new Analyzer());
  Model& model = *analyzer->model_;
  CONSILIENCE_RETURN_IF_ERROR(model.file.Open(model_path));
  CONSILIENCE_ASSIGN_OR_RETURN(const ModelFile file, ModelFile::Parse(model.file.bytes(), model_path));
  CONSILIENCE_ASSIGN_OR_RETURN(model.network, Network::Read(file));
  CONSILIENCE_ASSIGN_OR_RETURN(model.lemmatizer, Lemmatizer::Read(file));
  if (file.Has("boundary")) {
    CONSILIENCE_ASSIGN_OR_RETURN(model.boundary_weights, file.Text("boundary"));
    if (model.boundary_weights.size() != BoundaryModel::kBytes) return file.Damaged("section boundary is cut");
  }
  model.kernels = &BestKernels();
  return analyzer;
}

absl::string_view Analyzer::boundary_weights() const {
  return model_->boundary_weights;
}

void Analyzer::UseKernels(const Kernels& kernels) {
  model_->kernels = &kernels;
}

Analysis Analyzer::Analyze(absl::string_view text, const Statement& statement, absl::Span<const Token> tokens,
                           Scratch* scratch) const {
  Analysis analysis;
  analysis.span = statement.span;
  if (tokens.empty()) return analysis;
  Scratch::Buffers& buffers = *scratch->buffers_;
  buffers.forms.clear();
  for (const Token& token : tokens) buffers.forms.push_back(token.span.In(text));
  buffers.taggings.assign(tokens.size(), Tagging());

  // A dateline is read by itself, so that its place is not taken for who acts in the sentence behind it.
  const size_t dateline = DatelineSize(buffers.forms, tokens);
  int32_t first_root = kRoot;
  for (size_t begin = 0; begin < tokens.size();) {
    const absl::Span<const absl::string_view> rest = absl::MakeConstSpan(buffers.forms).subspan(begin);
    const size_t size = begin < dateline ? dateline : PieceSize(rest);
    const absl::Span<Tagging> piece = absl::MakeSpan(buffers.taggings).subspan(begin, size);
    model_->network.Run(rest.subspan(0, size), *model_->kernels, &buffers.network, piece);
    for (size_t i = 0; i < size; ++i) {
      Tagging& tagging = piece[i];
      if (tagging.head != kRoot) {
        tagging.head += static_cast<int32_t>(begin);
      } else if (first_root == kRoot && begin >= dateline) {
        first_root = static_cast<int32_t>(begin + i);
      } else if (begin >= dateline) {
        // The pieces of a long sentence are joined under the first one's root; nothing vouches for that arc.
        tagging.head = first_root;
        tagging.relation = Relation::kParataxis;
        tagging.arc = Probability();
        tagging.label = Probability();
      }
    }
    begin += size;
  }
  for (Tagging& tagging : absl::MakeSpan(buffers.taggings).subspan(0, dateline)) {
    if (tagging.head != kRoot) continue;
    tagging.head = first_root;
    tagging.relation = Relation::kParataxis;
  }

  std::vector<Word> words(tokens.size());
  std::vector<char> lemma_bytes;
  lemma_bytes.reserve(statement.span.size() + 16);
  buffers.lemma_ends.clear();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Tagging& tagging = buffers.taggings[i];
    Word& word = words[i];
    word.span = tokens[i].span;
    word.form = buffers.forms[i];
    word.head = tagging.head;
    word.relation = tagging.relation;
    word.upos = tagging.upos;
    word.xpos = tagging.xpos;
    word.name = tagging.name;
    word.name_begins = tagging.name_begins;
    word.space_after = tokens[i].space_after;
    word.surface_words = tokens[i].surface_words;
    word.arc = tagging.arc;
    word.label = tagging.label;
    model_->lemmatizer.Append(word.form, word.upos, word.xpos, i == 0, &lemma_bytes);
    buffers.lemma_ends.push_back(static_cast<uint32_t>(lemma_bytes.size()));
  }
  uint32_t lemma_begin = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].lemma = absl::string_view(lemma_bytes.data() + lemma_begin, buffers.lemma_ends[i] - lemma_begin);
    lemma_begin = buffers.lemma_ends[i];
  }
  RepairTree(&words);
  analysis.Assign(std::move(words), std::move(lemma_bytes));
  return analysis;
}

std::vector<Analysis> Analyzer::AnalyzeText(absl::string_view text, const Segmentation& segmentation,
                                            Scratch* scratch) const {
  std::vector<Analysis> analyses;
  analyses.reserve(segmentation.statements.size());
  for (const Statement& statement : segmentation.statements) {
    analyses.push_back(Analyze(text, statement, segmentation.TokensOf(statement), scratch));
  }
  return analyses;
}

}  // namespace consilience
