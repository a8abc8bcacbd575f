// The stages up to credits with the shipped language model, made once for all tests of a program.
#pragma once

#include <memory>
#include <utility>

#include "engine/attribution/outlet_registry.h"
#include "engine/statement/segmenter.h"
#include "engine/syntax/analyzer.h"

namespace consilience {

struct Stages {
  std::unique_ptr<Segmenter> segmenter;
  std::unique_ptr<Analyzer> analyzer;
  std::unique_ptr<OutletRegistry> registry;
};

inline const Stages& SharedStages() {
  static const Stages* const stages = [] {
    auto* made = new Stages;
    made->segmenter = std::move(*Segmenter::Create());
    made->analyzer = std::move(*Analyzer::Load(CONSILIENCE_BINARY_DIR "/share/consilience/english.model"));
    made->registry = std::move(*OutletRegistry::Create());
    return made;
  }();
  return *stages;
}

}  // namespace consilience
