// The renderers behind Render, one a format and a file.
#pragma once

#include <string>

#include "engine/report/report.h"

namespace consilience {

std::string RenderText(const Report& report, const RenderOptions& options);
std::string RenderMarkdown(const Report& report);
std::string RenderJson(const Report& report);
std::string RenderHtml(const Report& report);

}  // namespace consilience
