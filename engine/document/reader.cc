#include "engine/document/reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/document/byte_stream.h"
#include "engine/document/input_window.h"
#include "engine/document/stream_reader.h"
#include "engine/document/text_check.h"

namespace consilience {
namespace {

namespace fs = std::filesystem;

using OnFile = std::function<absl::Status(std::unique_ptr<ByteStream>, const std::string&)>;
using OnRejected = std::function<void(Diagnostic)>;

// Opens every file of every path, in order.
class PathWalk {
 public:
  PathWalk(const OnFile& on_file, const OnRejected& on_rejected) : on_file_(on_file), on_rejected_(on_rejected) {}

  absl::Status Visit(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      std::error_code ignored;  // what cannot be looked at cannot be opened either, which says why
      CONSILIENCE_RETURN_IF_ERROR(path != "-" && fs::is_directory(path, ignored) ? VisitFolder(path) : VisitFile(path));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status VisitFile(const std::string& path) {
    absl::StatusOr<std::unique_ptr<ByteStream>> stream = OpenFile(path);
    if (!stream.ok()) {
      on_rejected_({path, 0, std::string(stream.status().message()), "check the path and its permissions"});
      return absl::OkStatus();
    }
    return on_file_(*std::move(stream), path);
  }

  absl::Status VisitFolder(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (name[0] != '.') names.push_back(std::move(name));
    }
    if (error) {
      on_rejected_({path, 0, absl::StrCat("the folder cannot be listed: ", error.message()), "check its permissions"});
    } else if (names.empty()) {
      on_rejected_({path, 0, "the folder is empty", "name a folder that holds input"});
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      const std::string inner = (fs::path(path) / name).string();
      std::error_code ignored;
      // A link to a folder may lead back to where it stands.
      const bool folder = fs::is_directory(fs::symlink_status(inner, ignored));
      if (folder) {
        CONSILIENCE_RETURN_IF_ERROR(VisitFolder(inner));
      } else if (!fs::exists(inner, ignored) || fs::is_regular_file(inner, ignored)) {
        CONSILIENCE_RETURN_IF_ERROR(VisitFile(inner));
      }
    }
    return absl::OkStatus();
  }

  const OnFile& on_file_;
  const OnRejected& on_rejected_;
};

struct FormatName {
  absl::string_view name;
  InputFormat format;
};

constexpr std::array<FormatName, 4> kFormatNames = {{
    {"auto", InputFormat::kAuto},
    {"digest", InputFormat::kDigest},
    {"articles", InputFormat::kArticles},
    {"claims", InputFormat::kClaims},
}};

}  // namespace

absl::Status ReadInputs(const std::vector<std::string>& paths, const ReadOptions& options, InputSink* sink) {
  const OnFile on_file = [&](std::unique_ptr<ByteStream> stream, const std::string& file) {
    return ReadStream(std::move(stream), file, options, sink);
  };
  const OnRejected on_rejected = [&](Diagnostic diagnostic) { sink->OnRejected(std::move(diagnostic)); };
  return PathWalk(on_file, on_rejected).Visit(paths);
}

absl::StatusOr<InputFormat> ParseInputFormat(absl::string_view name) {
  for (const FormatName& candidate : kFormatNames) {
    if (candidate.name == name) return candidate.format;
  }
  return absl::InvalidArgumentError(
      absl::StrCat("there is no input format \"", name, "\"; choose auto, digest, articles or claims"));
}

absl::Status ReadLines(const std::vector<std::string>& paths, const ReadOptions& options,
                       const std::function<absl::Status(absl::string_view, const std::string&, int64_t)>& on_line,
                       const std::function<void(Diagnostic)>& on_rejected) {
  const OnFile on_file = [&](std::unique_ptr<ByteStream> stream, const std::string& file) {
    return ReadStreamLines(std::move(stream), file, options, on_line, on_rejected);
  };
  return PathWalk(on_file, on_rejected).Visit(paths);
}

}  // namespace consilience
