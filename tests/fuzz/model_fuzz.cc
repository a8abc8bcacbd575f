// links: syntax
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/syntax/kernels.h"
#include "engine/syntax/lemmatizer.h"
#include "engine/syntax/model_file.h"
#include "engine/syntax/network.h"
#include "tests/support/tiny_model.h"

// The input is a list of changes to a sound model, five bytes each: where (four) and what (one). Changed bytes are
// sealed again, so that the checksum does not hide the readers behind it. A model either is refused or works.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  static const std::string* const sound = new std::string(TinyModel(7).Build());
  // Most of the file is tables of parts; changes are drawn to its beginning and to its end, where everything else is.
  constexpr size_t kHead = 4096;
  constexpr size_t kTail = 16384;
  std::string bytes = *sound;
  for (size_t i = 0; i + 5 <= size; i += 5) {
    size_t at = data[i] | size_t{data[i + 1]} << 8 | size_t{data[i + 2]} << 16 | size_t{data[i + 3]} << 24;
    at %= kHead + kTail;
    if (at >= kHead) at = bytes.size() - kTail + (at - kHead);
    bytes[at] = static_cast<char>(data[i + 4]);
  }
  SealModel(&bytes);
  const absl::StatusOr<ModelFile> file = ModelFile::Parse(bytes, "fuzz");
  if (!file.ok()) return 0;
  const absl::StatusOr<Network> network = Network::Read(*file);
  const absl::StatusOr<Lemmatizer> lemmatizer = Lemmatizer::Read(*file);
  if (!network.ok() || !lemmatizer.ok()) return 0;
  const std::vector<absl::string_view> forms = {"The", "ferry", "sank", "at", "dawn", "."};
  std::vector<Tagging> taggings(forms.size());
  Network::Buffers buffers;
  network->Run(forms, PortableKernels(), &buffers, absl::MakeSpan(taggings));
  int roots = 0;
  for (const Tagging& tagging : taggings) roots += tagging.head == -1;
  if (roots != 1) std::abort();
  std::vector<char> lemmas;
  for (size_t i = 0; i < forms.size(); ++i) {
    lemmatizer->Append(forms[i], taggings[i].upos, taggings[i].xpos, i == 0, &lemmas);
  }
  return 0;
}
