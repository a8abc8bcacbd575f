// Tags, lemmatises, parses and finds names in segmented English text.
//
// Method: a two-layer BiLSTM with biaffine attention for arcs and labels (Dozat and Manning 2017), decoded by Eisner's
// algorithm (1996) under a single root; tags read the first layer, names the second. One model file holds everything.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct Kernels;

// Where the shipped model lies: the environment variable CONSILIENCE_MODEL, else share/consilience/english.model beside
// the running program's bin folder (the build and the installation both put it there). NotFound names what was tried.
absl::StatusOr<std::string> DefaultModelPath();

// Thread-safe after loading: `Analyze` is const and each call brings its own Scratch.
class Analyzer {
 public:
  // Maps the model file into memory. NotFound when there is none; DataLoss, naming the file and what to do, when it is
  // truncated, of another version, or its checksum does not hold.
  static absl::StatusOr<std::unique_ptr<Analyzer>> Load(const std::string& model_path);
  ~Analyzer();

  // Buffers that grow to the longest sentence seen and are then reused. One per thread.
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class Analyzer;
    struct Buffers;
    std::unique_ptr<Buffers> buffers_;
  };

  // Analyses one statement of `text`. The result depends on the statement alone: not on the thread, nor on what the
  // scratch saw before. Sentences over 400 words are parsed in pieces cut at punctuation and joined into one tree.
  Analysis Analyze(absl::string_view text, const Statement& statement, absl::Span<const Token> tokens,
                   Scratch* scratch) const;

  // What the model has learned of sentence boundaries, for Segmenter::Create; empty when it has learned nothing of
  // them. Lives as long as the analyser.
  absl::string_view boundary_weights() const;

  // From now on computes with other kernels (see kernels.h), with the same results: for tests and comparisons. Not
  // thread-safe.
  void UseKernels(const Kernels& kernels);

  // All statements of a text, in order.
  std::vector<Analysis> AnalyzeText(absl::string_view text, const Segmentation& segmentation, Scratch* scratch) const;

 private:
  Analyzer();
  struct Model;
  std::unique_ptr<Model> model_;
};

}  // namespace consilience
